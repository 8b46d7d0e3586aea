"""Rounds of formats, sessions of councils, summits and conferences: meetings known by their body and number."""

import re
from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.modality import of_noun, of_verb
from kg.extract.setting import lasting, told, when, where
from kg.extract.view import LIST, View
from kg.model import Factuality, Thing
from kg.text.shape import pattern

QUICK = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|round|session|meeting|meetings|summit|conference|held|took place|takes place|talks|plenary|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th)\b",
    re.IGNORECASE,
)
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS: dict[str, int] = (
    {word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)}
    | {f"{word[:-1]}ieth": tens * 10 for tens, word in enumerate(_TENS, start=2)}
    | {
        f"{word}-{unit}": tens * 10 + one
        for tens, word in enumerate(_TENS, start=2)
        for one, unit in enumerate(_UNITS, start=1)
    }
    | {"hundredth": 100}
)
_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
NUMBER = rf"(?:(?P<number>\d+(?:st|nd|rd|th)|(?i:{_WORDS}))\s)"
BODY = r"(?P<body>{FG})"
NOUN = r"(?P<noun>rounds?|meetings?|sessions?|plenary\s(?:session|meeting)|summits?|conference|talks|consultations)"
HELD = r"(?P<held>(?:was|were|is|are|has\sbeen|have\sbeen|will\sbe|to\sbe|could\s(?:not\s)?be|did\snot)\s(?:\w+\s)?(?:held|convened|hosted|cancelled|postponed|opened|concluded|chaired|take\splace)|took\splace|takes\splace|will\stake\splace|takes?\splace|(?:has\s)?(?:concluded|opened|began|started|convened|resumed|gathered|met|meets|ended|opens|concludes))"
RULES = (
    rf"\b{NUMBER}(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within|under)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{BODY}",
    rf"\b{NUMBER}{BODY}(?:\s{NOUN})?",
    rf"{BODY}(?:['’]s)?\s(?:held|holds)\s(?:its|their|a|an|the)\s(?:{NUMBER})?(?:[\w-]+\s){{0,2}}?{NOUN}",
    rf"\b(?:[Aa]|[Tt]he|[Tt]his|[Aa]nother|[Nn]ew|[Ll]atest|[Nn]ext|[Rr]egular|[Ss]pecial|[Ee]xtraordinary)\s(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within|under)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{BODY}[^;.]{{0,60}}?\s{HELD}",
    rf"{BODY}\s{NOUN}[^;.]{{0,70}}?\s{HELD}",
    r"(?P<body>{F})[^;.]{0,40}?\s" + HELD,
    r"(?P<summit>(?P<place>{L})\s(?P<body>{F})\s(?P<noun>[Ss]ummits?))",
    r"(?P<summit>(?P<place>{L})\s(?P<body>{F}))(?!\s[Ss]ummit)",
    r"(?P<summit>(?P<place>{L})\s(?P<noun>[Ss]ummit)\s(?:of|in)\s(?:the\s)?(?P<body>{F}))",
    rf"{BODY}\s(?P<noun>meetings|sessions|talks)\sin\s(?P<place>{{L}})",
    r"(?P<yearly>(?P<body>{G})\s(?:(?:that|which)\s(?:was\sheld|took\splace)\s)?in\s(?P<place>{L}|(?=[A-Z][a-zà-ž]+\b)))",
)
ROLES = (
    (rf"(?<!co-)\b(?:chaired|facilitated|moderated|mediated)\sby\s(?:the\s)?(?P<who>{LIST})", "chair"),
    (rf"\bco-(?:chaired|moderated)\sby\s(?:the\s)?(?P<who>{LIST})", "co-chair"),
    (rf"\bco-facilitated\sby\s(?:the\s)?(?P<who>{LIST})", "co-facilitator"),
    (rf"\bhosted\sby\s(?:the\s)?(?P<who>{LIST})", "host"),
    (rf"(?P<who>{LIST})\s(?:\w+\s)?(?:chaired|facilitated|moderated)\b", "chair"),
    (rf"(?P<who>{LIST})\s(?:\w+\s)?co-chaired\b", "co-chair"),
    (rf"(?P<who>{LIST})\s(?:\w+\s)?co-facilitated\b", "co-facilitator"),
    (rf"(?P<who>{LIST})\s(?:\w+\s)?(?:hosted)\b", "host"),
)
TAKING_PART = (
    rf"\b(?:attended|joined)\sby\s(?:the\s|representatives\s(?:of|from)\s(?:the\s)?)*(?P<who>{LIST})",
    rf"\b[Pp]articipants\s(?:from|of|included|include)\s(?:the\s|representatives\s(?:of|from)\s(?:the\s)?)*(?P<who>{LIST})",
    rf"\b[Rr]epresentatives\s(?:of|from)\s(?:the\s)?(?P<who>{LIST})",
    rf"(?P<who>{LIST})\s(?:also\s)?(?:attended|took\spart|participated|attend|takes?\spart|participate)\b",
    rf"\bbetween\s(?:the\s)?(?P<who>{LIST})",
)


def rounds(view: View) -> Iterator[Draft]:
    """The rounds, sessions and summits that a sentence tells of, as drafts."""
    if not pattern(r"{FG}").search(view.main):
        return
    if not QUICK.search(view.main) and not pattern(r"{L}\s{F}|{G}\s(?:in|that|which)\s").search(view.main):
        return
    seen: set[str] = set()
    for rule in RULES:
        for match in view.search(rule):
            draft = _read(view, match)
            if draft is None:
                continue
            key = f"{[one.iri.value for one in draft.formats]}{draft.number}"
            if key not in seen and draft.formats[0].iri.value not in seen:
                seen |= {key, draft.formats[0].iri.value}
                yield draft


BACK = (
    rf"\b(?:[Ii]t|[Tt]he\s(?:[\w-]+\s)?(?:round|meetings?|talks|session|discussions?|summit|consultations|conference))\s(?:was|were)\s(?P<role>co-chaired|co-facilitated|co-moderated|chaired|facilitated|moderated|hosted|attended)\s(?:\w+\s)?by\s(?P<who>{LIST})",
    rf"{{SEGL}}\s(?:was|were|is|are)\s(?P<role>represented)\sby\s(?P<who>{LIST})",
    rf"{{SEGL}}\s(?:was|were|is|are)\s(?P<role>represented)\sby\s{LIST},\s{{SEGL}}\sby\s(?:its\s)?(?P<who>{{A}})",
    rf"\b[Tt]hose\s(?P<role>taking)\spart,\swho\scame\sfrom\s(?P<who>{LIST})",
    rf"(?P<who>{LIST})\s(?P<role>led|headed|represented)\s(?:the\s)?(?:\w+\s)?(?:{{DSEG}}\s)?(?:delegations?|sides?)\b",
)
PREVIOUS = r"\b[Tt]he\s(?P<noun>(?:previous|last)\s(?:\w+\s)?(?:round|meeting|session))\s(?P<held>(?:was\sheld|took\splace)[^;.]{0,60})"
QUICK_BACK = re.compile(
    r"\b(?:(?:co-)?(?:chaired|facilitated|moderated)|hosted|attended|represented|led|headed|taking part)\b"
)
QUICK_ADDRESS = re.compile(r"\b(?:address|brief|told|tells|present|introduce|outline)")
QUICK_NEXT = re.compile(r"\b(?:round|meeting|session|talks)\b")
BACK_ROLES = {
    "co-chaired": "co-chair",
    "co-facilitated": "co-facilitator",
    "co-moderated": "co-chair",
    "chaired": "chair",
    "facilitated": "chair",
    "moderated": "chair",
    "hosted": "host",
}


NEXT_OF = rf"\b(?:[Tt]he|[Aa]|[Ii]ts)\s(?P<noun>(?:next|following|forthcoming|further)\s(?:\w+\s)?(?:round|meeting|session|talks))\s(?:of|in|within)\s(?:the\s)?{BODY}(?P<held>[^;.]{{0,80}})"
ADDRESSED = rf"(?P<who>{LIST})[^;{{ASEGFH}}]{{0,60}}?\b(?P<verb>addressed|addresses|address|briefed|briefs|brief|told|tells|(?:present(?:s|ed)?|introduce[sd]?|outline[sd]?)\s(?:[^;.{{A}}]{{0,60}}?)(?:to|before|at))\s(?:[^;.]{{0,40}}?\s)?(?:the\s)?{BODY}"
NEXT = r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?P<noun>(?:next|following|forthcoming)\s(?:\w+\s)?(?:round|meeting|session|talks))\s(?P<held>[^;.]{0,60})"


def next_round(view: View) -> Iterator[Draft]:
    """“The next round is scheduled for …” of the format that was told of last."""
    if not QUICK_NEXT.search(view.main):
        return
    for named in view.search(NEXT_OF):
        bodies = [one for one in view.things(named["body"], "FG") if _is_body(one)]
        if bodies and not re.search(r"\b(?:was|were|took place)\b", named["held"]):
            start, end = when(view, named.end("noun"), Factuality.PLANNED)
            yield Draft(
                category="Meeting",
                factuality=Factuality.PLANNED,
                rule="round.next",
                evidence=[view.sentence.span],
                formats=(bodies[0],),
                start=start,
                end=end,
                places=where(view, named.end("body")),
                event_kind="round" if bodies[0].kind == "format" else "session",
                position=(view.paragraph.index, view.sentence.index),
            )
            return
    body = view.document.round_of or _only_format(view)
    yield from _numbered(view, body)
    previous = pattern(PREVIOUS).search(view.main)
    if body is not None and previous is not None:
        start, end = when(view, previous.start("noun"), Factuality.PRESUPPOSED)
        yield Draft(
            category="Meeting",
            factuality=Factuality.PRESUPPOSED,
            rule="round.previous",
            evidence=[view.sentence.span],
            formats=(body,),
            start=start,
            end=end,
            places=where(view, previous.end("noun")),
            event_kind="round" if body.kind == "format" else "session",
            position=(view.paragraph.index, view.sentence.index),
        )
        return
    match = pattern(NEXT).search(view.main)
    if body is None or match is None or view.things(match["held"], "F"):
        return
    start, end = when(view, match.start("noun"), Factuality.PLANNED)
    yield Draft(
        category="Meeting",
        factuality=Factuality.PLANNED,
        rule="round.next",
        evidence=[view.sentence.span],
        formats=(body,),
        start=start,
        end=end,
        places=where(view, match.end("noun")),
        event_kind="round" if body.kind == "format" else "session",
        position=(view.paragraph.index, view.sentence.index),
    )


NUMBERED = rf"\b[Tt]he\s{NUMBER}(?P<noun>meeting|round|session)\s(?:in\s(?P<place>{{L}})\s)?(?:{HELD}|(?:has|have)\snot\s(?:yet\s)?(?:been\sheld|taken\splace))"


def _numbered(view: View, body: Thing | None) -> Iterator[Draft]:
    """“The 98th meeting in Ergneti has not taken place”, of the format that the release is about."""
    match = pattern(NUMBERED).search(view.main)
    if match is None:
        return
    body = _sitting_in(view, match["place"]) or body
    if body is None:
        return
    view.document.round_of = body
    factuality = of_noun(view.main, match.start("noun"), match.end("noun"))
    start, end = when(view, match.start("noun"), factuality)
    yield Draft(
        category="Meeting",
        factuality=factuality,
        rule="round.numbered",
        evidence=[view.sentence.span],
        formats=(body,),
        number=_number(match["number"]),
        start=start,
        end=end,
        places=tuple(view.things(match["place"] or "", "L")) or where(view, match.end()),
        event_kind="round" if body.kind == "format" else "session",
        position=(view.paragraph.index, view.sentence.index),
    )


def _only_format(view: View) -> Thing | None:
    """The one format that the release has named so far."""
    named = {
        item.entries[0].thing.iri: item.entries[0].thing
        for items in view.document.items[: view.paragraph.index + 1]
        for item in items
        if item.code == "F" and item.entries
    }
    widest = min((thing.key for thing in named.values()), key=len, default="")
    alike = all(thing.key.startswith(widest) for thing in named.values())
    return max(named.values(), key=lambda thing: len(thing.key)) if named and alike else None


def _sitting_in(view: View, place: str | None) -> Thing | None:
    """The format that is named by the place where it sits: the mechanism “in Ergneti”."""
    for city in view.things(place or "", "L"):
        for (kind, _), thing in view.document.words.things.items():
            if kind == "format" and thing.label.endswith(f" in {city.label}"):
                return thing
    return None


def addresses(view: View) -> Iterator[Draft]:
    """Who addressed a council: a session of it, with the one who spoke."""
    if not QUICK_ADDRESS.search(view.main):
        return
    for match in view.search(ADDRESSED):
        bodies = [one for one in view.things(match["body"], "G") if one.category == "DecisionBody"]
        speakers = [one for one in view.parties(match["who"]) if one.thing.kind == "person"]
        if not bodies or not speakers:
            continue
        factuality = told(
            view, match.start("verb"), of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        )
        start, end = when(view, match.start("verb"), factuality)
        yield Draft(
            category="Meeting",
            factuality=factuality,
            rule="round.address",
            evidence=[view.sentence.span],
            parties=speakers,
            formats=(bodies[0],),
            start=start,
            end=end,
            places=where(view, match.end("body")),
            event_kind="session",
            in_title=view.is_title,
            in_lead=view.is_lead,
            position=(view.paragraph.index, view.sentence.index),
        )


def taking_part(view: View) -> Iterator[Draft]:
    """Who chaired or attended “the round” or “it”: adds to the meeting told before."""
    if not QUICK_BACK.search(view.unquoted):
        return
    for rule in BACK:
        for match in pattern(rule).finditer(view.unquoted if "taking" in rule else view.main):
            parties = [one for one in view.parties(match["who"]) if one.thing.kind != "format"]
            if not parties:
                continue
            role = BACK_ROLES.get(match["role"])
            yield Draft(
                category="Meeting",
                factuality=of_noun(view.main, match.start(), match.start("role")),
                rule="round.parties",
                evidence=[view.sentence.span],
                parties=parties,
                roles={one.thing.iri.value: role for one in parties} if role else {},
                refers_back=True,
                in_title=view.is_title,
                position=(view.paragraph.index, view.sentence.index),
            )


def _is_body(thing: Thing) -> bool:
    return thing.kind == "format" or thing.category == "DecisionBody"


def _read(view: View, match: re.Match[str]) -> Draft | None:
    groups = match.groupdict()
    bodies = [one for one in view.things(match["body"], "FG") if _is_body(one)]
    if not bodies:
        return None
    # “Talks on the settlement process in the 5+2 format” are a round of the format.
    inner = pattern(r"^\sin\sthe\s(?P<body>{F})").match(view.main[match.end("body") :])
    subjects = bodies[:1] if inner is not None else []
    bodies = view.things(inner["body"], "F") if inner is not None else bodies
    noun = (groups.get("noun") or "").lower()
    if groups.get("yearly") and not bodies[0].label.endswith("Ministerial Council"):
        return None
    if groups.get("summit") and not noun:
        if "ummit" not in _words(view, match["body"]):
            return None
        noun = "summit"
    number = _number(groups.get("number"))
    held = groups.get("held") or ""
    trigger_start = match.start("body")
    if groups.get("summit") or (groups.get("place") and noun in {"meetings", "sessions", "talks"}):
        factuality = Factuality.PRESUPPOSED
    else:
        factuality = of_noun(view.main, match.start(), match.end("noun") if groups.get("noun") else match.end("body"))
        if groups.get("yearly") and factuality is Factuality.HAPPENED:
            factuality = Factuality.PRESUPPOSED
        if held and factuality is Factuality.HAPPENED:
            if re.search(r"\b(?:not|cancelled|postponed)\b", held):
                factuality = Factuality.DENIED
            elif re.search(r"\b(?:will|to be)\b", held):
                factuality = Factuality.PLANNED
            elif re.match(r"could be", held):
                factuality = Factuality.CALLED_FOR
    if (
        number is None
        and not held
        and not groups.get("summit")
        and not groups.get("place")
        and not groups.get("yearly")
        and "held" not in match[0]
        and "holds" not in match[0]
    ):
        return None
    if held in {"met", "meets", "gathered"} and view.things(match["body"], "F"):
        return None
    factuality = told(view, trigger_start, factuality)
    if re.search(
        r"\b(?:agreed|adopted|signed|established|approved|set\sup|founded|endorsed)\b[^;.]{0,60}?\b(?:at|during)\s(?:the\s)?$",
        view.main[: match.start()],
    ):
        factuality, trigger_start = Factuality.PRESUPPOSED, match.start()
    told_end = held or getattr(pattern(HELD).search(view.main, match.end(), match.end() + 80), "group", lambda: "")()
    start, end = lasting(view, told_end, *when(view, trigger_start, factuality))
    if factuality is Factuality.PRESUPPOSED and start == view.document.issued:
        start = end = None
    places = tuple(view.things(groups["place"], "L")) if groups.get("place") else where(view, match.end())
    if not places and groups.get("yearly"):
        places = where(view, match.end("body"))
    if not places and groups.get("held"):
        places = where(view, match.end("held"))
    draft = Draft(
        category="Meeting",
        factuality=factuality,
        rule="round",
        evidence=[view.sentence.span],
        formats=(bodies[0],),
        number=number,
        start=start,
        end=end,
        places=places,
        event_kind="summit" if "summit" in noun else ("session" if bodies[0].category == "DecisionBody" else "round"),
        in_title=view.is_title,
        in_lead=view.is_lead,
        position=(view.paragraph.index, view.sentence.index),
    )
    draft.discusses += subjects
    if factuality is not Factuality.PRESUPPOSED:
        _roles(view, draft)
    return draft


def _words(view: View, stretch: str) -> str:
    """The items of a stretch as they are written."""
    return " ".join(view.paragraph.text[item.start : item.end] for item in view.shape.found(stretch))


def _number(words: str | None) -> int | None:
    if not words:
        return None
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else ORDINALS.get(words.lower())


def _roles(view: View, draft: Draft) -> None:
    known = {party.thing.iri.value for party in draft.parties}
    for rule, role in ROLES:
        for match in view.search(rule):
            for party in view.parties(match["who"]):
                if party.thing not in draft.formats and party.thing.iri.value not in known:
                    known.add(party.thing.iri.value)
                    draft.parties.append(party)
                    draft.roles[party.thing.iri.value] = role
    for rule in TAKING_PART:
        for match in view.search(rule):
            for party in view.parties(match["who"]):
                if party.thing not in draft.formats and party.thing.iri.value not in known:
                    known.add(party.thing.iri.value)
                    draft.parties.append(party)
