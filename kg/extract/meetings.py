"""Meetings and calls: who met, received, spoke or held talks with whom, in verbs, in nouns, in headlines."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.draft import Draft
from kg.extract.modality import FROM_AFAR, PRESUPPOSED, of_noun, of_verb
from kg.extract.setting import dates_in, told, when, where
from kg.extract.view import ALL, LIST, NOT_ACTOR, Party, View
from kg.model import Confidence, Factuality, Thing
from kg.text.shape import pattern

TALKS = (
    r"(?i:meetings?|talks|discussions?|consultations?|conversations?|exchange(?:s)?(?:\sof\sviews)?|negotiations|dialogue"
    r"|(?:working\s)?(?:dinner|lunch|breakfast)|summit|calls?|phone\scalls?|telephone\scalls?|video\scalls?|telephone\sconversation|phone\sconversation|video\sconference|videoconference|bilateral|bilaterals)"
)
GAP = rf"{NOT_ACTOR}{{0,110}}?"
# Phrases of telephone and room between “spoke” or “met” and whom.
SHORT_GAP = rf"{NOT_ACTOR}{{0,60}}?"
# Adverbs and settings between “met” and whom; prepositions that begin another thought end it.
MET_GAP = (
    r"(?:\s(?:separately\sand\s(?:then\s)?jointly|(?:yesterday|this|last|late|early)\s(?:morning|afternoon|evening|night)|again|briefly|separately|jointly|individually|bilaterally|virtually|privately|today|yesterday|also|first|together|informally|later|then|{N}"
    r"|(?:here\s)?(?:in|at)\s(?:the\s)?(?:{LSR}|White\sHouse|Oval\sOffice)(?:,)?|on\s(?:the\s)?(?:margins|sidelines|fringes)\sof\s(?:the\s)?(?:(?!\bwith\b)[^;]){1,70}?"
    r"|on\s{N}|this\s(?:morning|afternoon|evening)|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,)?|(?:by|on|over)\s(?:the\s)?(?:tele)?phone|(?:by|via)\s(?:secure\s)?(?:video|telephone)\w*(?:[\s-](?:link|call|conference|teleconference|video))?|over\sthe\sphone))*"
)
VERBS = r"(?P<verb>meets?|met|meeting)"
SPOKE = r"(?P<verb>spoke|speaks?|spoken|talked|convers(?:es|ed)|consult(?:s|ed)|conferred)"
SPOKEN = r"\b(?:sp[eo]|talked|convers|consult|conferred)"
RECEIVED = r"(?P<verb>receiv(?:es|ed?)|host(?:s|ed)?|welcom(?:es|ed?)|greet(?:s|ed)?|sat\sdown\swith|sits\sdown\swith|saw|sees?)"
HELD = r"(?P<verb>h(?:ad|as|ave|old|olds|eld|olding|aving)|conduct(?:s|ed)?|conven(?:es|ed?)|chair(?:s|ed)?|host(?:s|ed)?|co-host(?:s|ed)?|began|begins?|start(?:s|ed)|open(?:s|ed)|conclud(?:es|ed)|led|leads|continued|attend(?:s|ed)?|join(?:s|ed)?|participat(?:es|ed)\sin|took\spart\sin|takes\spart\sin|facilitat(?:es|ed)|mediat(?:es|ed)|co-chair(?:s|ed)?|moderat(?:es|ed)|organiz(?:es|ed))"
QUICK = re.compile(
    r"\b(?:me[e]?t|meets|meeting|meetings|spoke|speaks|spoken|talk|talks|talked|receiv|host|welcom|greet|discuss|review|address|raise|consult|conversation|exchang|negotiation|(?:tele)?phoned|dinner|lunch|breakfast|summit|call|calls|conferred|credentials|called|interlocutors|sat down|saw|sees?\b|bilateral|dropped by|present|joined|attended|videoconference|video)",
    re.IGNORECASE,
)
CHAIR_VERBS = {
    "chair": "chair",
    "co-chair": "co-chair",
    "host": "host",
    "co-host": "host",
    "conven": "host",
    "facilitat": "chair",
    "mediat": "chair",
    "moderat": "chair",
    "organiz": "organizer",
}


def meetings(view: View) -> Iterator[Draft]:
    """The meetings and calls that a sentence tells of, as drafts."""
    if not QUICK.search(view.main):
        return
    if ", who " in view.unquoted:
        for match in pattern(WHO_MET).finditer(view.unquoted):
            yield from _pair(view, match)
    if " whom " in view.unquoted:
        for match in pattern(WITH_WHOM).finditer(view.unquoted):
            yield from _with_whom(view, match)
    taken: list[tuple[int, int]] = []
    for needed, rule, read in RULES:
        if not pattern(needed).search(view.main):
            continue
        for match in view.search(rule):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            drafts = [one for one in read(view, match) if one is not None]
            if drafts:
                taken.append((match.start(), match.end()))
                yield from drafts


def _draft(
    view: View,
    match: re.Match[str],
    rule: str,
    parties: list[Party],
    factuality: Factuality,
    trigger: tuple[int, int],
    talks: str = "",
    roles: dict[str, str] | None = None,
) -> Draft:
    factuality = told(view, trigger[0], factuality)
    start, end = when(view, trigger[0], factuality)
    afar = FROM_AFAR.search(view.main, max(0, match.start() - 30), min(len(view.main), match.end() + 40))
    if (
        afar
        and afar[0] == "Virtual"
        and re.match(r"[^.;]{0,40}\b(?:Leaders['’]\sMeeting|Summit)\b", view.main[afar.end() :])
    ):
        afar = None
    places = where(view, trigger[1])
    category = "Call" if afar or re.search(r"(?i)\b(?:calls?|phone|telephone)\b", talks) else "Meeting"
    confidence = min((party.confidence for party in parties), key=_ORDER.index, default=Confidence.HIGH)
    return Draft(
        category=category,
        factuality=factuality,
        rule=rule,
        evidence=[view.sentence.span],
        parties=parties,
        roles=roles or {},
        start=start,
        end=end,
        places=places if not afar else (),
        confidence=confidence,
        in_title=view.is_title,
        in_lead=view.is_lead,
        position=(view.paragraph.index, view.sentence.index),
        event_kind="summit" if "summit" in talks.lower() else None,
    )


_ORDER = [Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH]


def _subject(view: View, match: re.Match[str]) -> tuple[list[Party], int]:
    return view.subject(match), match.end("subject")


def _pair(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = _subject(view, match)
    others = view.parties(match["object"])
    verb = match["verb"]
    factuality = of_verb(view.main, end, match.start("verb"), verb)
    if view.is_title and verb == "meet":
        factuality = Factuality.PLANNED if "to " in match[0] else factuality
    if verb == "meeting" and not re.search(
        r"\b(?:after|following|while|when|before|by|is|are|was|were|forward to|(?:pleasure|honou?r|privilege|opportunity) of)\b",
        match[0],
    ):
        return []
    between = view.main[match.start("verb") : match.start("object")]
    trigger = (match.start("verb"), match.end("verb"))
    kind = (
        "Call"
        if verb.startswith(("sp", "talk", "conv", "conf", "tele", "phon", "call"))
        or (re.search(r"call\sfrom\s", match[0]) and not re.search(r"\bin person\b", view.main))
        else ""
    )
    if not others or not subjects:
        return []
    if re.search(r"separately\sand\s(?:then\s)?jointly|jointly\sand\sseparately", between) and len(others) > 1:
        groups = [[one] for one in others] + [others]
    elif len(others) > 1 and (
        re.search(r"\b(?:separately|individually)\b", between)
        or re.match(r"[^,;.]{0,30}\bseparately\b", view.main[match.end() : match.end() + 40])
        or ", then " in match["object"]
        or _one_by_one(match["object"], others, subjects, factuality)
    ):
        groups = [[one] for one in others]
    else:
        groups = [others]
    drafts = []
    for group in groups:
        draft = _draft(
            view, match, "meeting.verb", _joined(subjects, group), factuality, trigger, "call" if kind else ""
        )
        draft.separate = len(groups) > 1
        if kind and draft.places:
            draft.category = "Meeting"
        elif draft.category == "Call":
            draft.places = ()
        drafts.append(draft)
    for other in _later(view, match.end()):
        drafts.append(
            _draft(view, match, "meeting.verb", _joined(subjects, [other]), factuality, trigger, "call" if kind else "")
        )
        drafts[-1].separate = True
    return drafts


_LATER = (
    r"^(?:\s(?:today|{N}|in\sthe\smorning|first))?,?\sand\s(?:later|then|subsequently|afterwards|in\sthe\s(?:afternoon|evening))\s(?:also\s)?(?:with\s)?"
    rf"(?P<next>{LIST})"
    rf"|^\s(?:in\sthe\smorning|first)\sand\s(?:with\s)?(?P<other>{LIST})(?=\sin\sthe\s(?:afternoon|evening)|\s(?:later|afterwards))"
)


def _later(view: View, position: int) -> list[Party]:
    """Whom the subject saw afterwards, by a time of their own: “and later Y”, “and Y in the afternoon”."""
    match = pattern(_LATER).match(view.main[position:])
    return view.parties(match["next"] or match["other"]) if match is not None else []


def _one_by_one(stretch: str, others: list[Party], subjects: list[Party], factuality: Factuality) -> bool:
    """Whether whom somebody meets are met one after another: “with A and with B”, or the programme of a visit."""
    if len(others) < 2:
        return False
    if re.search(r"\band\swith\s", stretch):
        return True
    people = all(one.thing.kind == "person" and one.posts for one in others)
    return factuality is Factuality.PLANNED and len(subjects) == 1 and people


def _joined(*groups: list[Party]) -> list[Party]:
    found: dict[str, Party] = {}
    for group in groups:
        for party in group:
            found.setdefault(party.thing.iri.value, party)
    return list(found.values())


def _several(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = _subject(view, match)
    if len(subjects) < 2 and not bodies(view, [party.thing for party in subjects]):
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    if factuality is Factuality.DENIED and re.match(r"\s(?:\w+\s)?in\sperson\b", view.main[match.end("verb") :]):
        return []
    trigger = (match.start("verb"), match.end("verb"))
    spoken = "" if match["verb"].startswith("me") else "call"
    if spoken and sum(party.thing.kind == "person" for party in subjects) < 2:
        return []
    draft = _draft(view, match, "meeting.several", subjects, factuality, trigger, spoken)
    draft.formats = bodies(view, [party.thing for party in draft.parties])
    return [draft]


def bodies(view: View, things: list[Thing]) -> tuple[Thing, ...]:
    """The formats and decision-making bodies among things: a format that “met” is the format of its meeting.

    An institution whose meetings the reference facts list as a format, as the Troika, counts as that format.
    """
    found = []
    for thing in things:
        own = view.document.words.thing("format", f"{thing.key}-format") if thing.kind == "institution" else None
        if thing.kind == "format" or thing.category == "DecisionBody":
            found.append(thing)
        elif own is not None:
            found.append(own)
    return tuple(found)


def _received(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = _subject(view, match)
    others = [
        one for one in view.parties(match["object"]) if one.thing.kind in {"person", "organization", "institution"}
    ]
    verb = match["verb"]
    people = [one for one in others if one.thing.kind == "person"]
    if not people or not subjects:
        return []
    welcome = re.match(r"welcom|greet|host", verb)
    following = view.main[match.end() : match.end() + 70]
    if (
        welcome
        and not pattern(
            r"^(?:,\s[^,;]{1,40},)?\s(?:today\s|yesterday\s|{N}\s|on\s{N}\s|here\s)*(?:in\s(?:the\s)?{LS}|to\s(?:the\s)?(?:{LS}|White\sHouse|OSCE|Oval)|at\s(?:the\s)?(?:{LGS}|White\sHouse|\w+)|for\s(?:a\s|the\s)?(?:{F}|\w+\s){0,3}(?:meeting|talks|visit|consultations|discussions?|lunch|dinner|call))"
        ).search(following)
        and not re.search(r"\bhost", verb)
    ):
        return []
    if re.match(r"\sas\s", following) and verb.startswith("welcom"):
        return []
    factuality = of_verb(view.main, end, match.start("verb"), verb)
    trigger = (match.start("verb"), match.end("verb"))
    roles = {party.thing.iri.value: "guest" for party in people} | {party.thing.iri.value: "host" for party in subjects}
    if verb.startswith(("saw", "see", "sat", "sit")):
        roles = {}
    if verb == "see" and _one_by_one(match["object"], others, subjects, factuality):
        return [_draft(view, match, "meeting.verb", _joined(subjects, [one]), factuality, trigger) for one in people]
    if verb == "see" and factuality is Factuality.HAPPENED:
        return []
    draft = _draft(view, match, "meeting.reception", _joined(subjects, others), factuality, trigger, roles=roles)
    body = pattern(
        r"^[^;{ASEGFH}]{0,60}?\bfor\s(?:a|the)\s(?:\w+\s)?(?:meeting|session|round)\sof\s(?:the\s)?(?P<body>{FG})"
    ).match(view.main[match.end() :])
    draft.formats = bodies(view, view.things(body["body"], "FG")) if body is not None else ()
    return [draft]


def _received_by(view: View, match: re.Match[str]) -> list[Draft]:
    hosts, guests = view.parties(match["subject"]), view.parties(match["object"])
    if not any(one.thing.kind == "person" for one in guests) or not hosts:
        return []
    factuality = of_verb(view.main, match.end("object"), match.start("verb"), match["verb"])
    roles = {party.thing.iri.value: "guest" for party in guests} | {party.thing.iri.value: "host" for party in hosts}
    trigger = (match.start("verb"), match.end("verb"))
    return [_draft(view, match, "meeting.reception", _joined(guests, hosts), factuality, trigger, roles=roles)]


def _discussed(view: View, match: re.Match[str]) -> list[Draft]:
    """“X discussed something with Y”: talks, where Y is a person."""
    others = [one for one in view.parties(match["object"]) if one.thing.kind == "person"]
    if not others:
        return []
    subjects, end = _subject(view, match)
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    parties = _joined(subjects, others)
    if len(parties) < 2:
        return []
    return [_draft(view, match, "meeting.discussed", parties, factuality, (match.start("verb"), match.end()))]


def _participle(view: View, match: re.Match[str]) -> list[Draft]:
    """“After meeting Y, X …”, “Having met Y, X …”: done; “before meeting Y” is still to come."""
    parties = _joined(view.parties(match["subject"]), view.parties(match["object"]))
    if sum(party.thing.kind == "person" for party in parties) < 2:
        return []
    factuality = Factuality.PLANNED if match["verb"].startswith("Before") else Factuality.HAPPENED
    roles = {}
    if re.search(r"[Rr]eceiving|[Hh]osting", match["verb"]):
        roles = {party.thing.iri.value: "host" for party in view.parties(match["subject"])}
    trigger = (match.start("verb"), match.end("verb"))
    return [_draft(view, match, "meeting.participle", parties, factuality, trigger, roles=roles)]


def _paid(view: View, match: re.Match[str]) -> list[Draft]:
    """A courtesy call on somebody, or credentials presented to somebody."""
    others = [one for one in view.parties(match["object"]) if one.thing.kind == "person"]
    subjects, end = _subject(view, match)
    if not others or not subjects:
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    trigger = (match.start("verb"), match.end("verb"))
    draft = _draft(view, match, "meeting.call-on", _joined(subjects, others), factuality, trigger)
    draft.category = "Meeting"
    draft.places = where(view, trigger[1])
    return [draft]


def _discussing(view: View, match: re.Match[str]) -> list[Draft]:
    """“X and Y discussed …”: two people who talked did meet or call."""
    subjects, end = _subject(view, match)
    people = [party for party in subjects if party.thing.kind == "person"]
    if len(people) < 2:
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    draft = _draft(view, match, "meeting.discussed", people, factuality, (match.start("verb"), match.end("verb")))
    if draft.start == view.document.issued and not dates_in(view):
        draft.start = None
    return [draft]


def _held(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = _subject(view, match)
    others = view.parties(match["object"]) if match["object"] else []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    stated = (
        of_noun(view.main, match.start("talks"), match.end("talks"))
        if factuality is Factuality.HAPPENED
        else factuality
    )
    if stated is Factuality.DENIED:
        factuality = stated
    if re.search(r"\bno\s$", view.main[: match.start("talks")]):
        factuality = Factuality.DENIED
    roles: dict[str, str] = {}
    for stem, role in CHAIR_VERBS.items():
        if match["verb"].startswith(stem):
            roles = {party.thing.iri.value: role for party in subjects}
    trigger = (match.start("verb"), match.end("talks"))
    if match["joint"] and match["joint"].endswith("by"):
        role = {"chaired by": "chair", "co-chaired by": "co-chair"}.get(" ".join(match["joint"].split()), "host")
        roles |= {party.thing.iri.value: role for party in others}
    if len(others) > 1 and (
        re.search(r"\bseparate\b", match["between"] or "")
        or _one_by_one(match["object"] or "", others, subjects, factuality)
    ):
        apart = [
            _draft(
                view,
                match,
                "meeting.held",
                _joined(subjects, [one]),
                factuality,
                trigger,
                match["talks"],
                roles,
            )
            for one in others
        ]
        for draft in apart:
            draft.separate = True
        return apart
    parties = _joined(subjects, others)
    draft = _draft(view, match, "meeting.held", parties, factuality, trigger, match["talks"], roles)
    formats = view.things(match["between"] or "", "FG")
    draft.formats = tuple(one for one in formats if one.kind == "format" or one.category == "DecisionBody")
    if len(parties) < 2 and not draft.formats:
        if match["verb"].startswith(("attend", "join", "participat", "took", "takes")):
            draft.refers_back = True
            return [draft]
        return _in_cities(view, match, draft)
    if re.match(r"discussion", match["talks"]) and not others and len(subjects) < 2:
        return []
    return [draft]


def _in_cities(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """“Plans to hold talks in A and B”: one meeting in each city, with nobody named on the other side."""
    cities = pattern(r"^\sin\s(?P<cities>{LS}(?:(?:,\s|\sand\s){LS})*)").match(view.main[match.end("talks") :])
    people = [one for one in draft.parties if one.thing.kind == "person"]
    if cities is None or len(people) != 1 or draft.factuality is not Factuality.PLANNED:
        return []
    return [replace(draft, places=(place,), formats=()) for place in view.things(cities["cities"], "LS")]


def _between(view: View, match: re.Match[str]) -> list[Draft]:
    parties = others = view.parties(match["object"])
    owners = view.parties(match["owner"]) if match["owner"] else []
    joint = match["joint"].removesuffix("the ").split()[-1]
    if re.search(r"\b(?:its|their|our)\s(?:\w+\s)?$", view.main[max(0, match.start() - 24) : match.start("talks")]):
        return []
    if (
        joint == "of"
        and sum(one.thing.kind == "person" for one in parties) < 2
        and "with" not in view.main[match.end() : match.end() + 8]
    ):
        return []
    if joint == "of":
        other = pattern(rf"^\swith\s(?P<other>{LIST})").match(view.main[match.end() :])
        parties = _joined(parties, view.parties(other["other"]) if other is not None else [])
    elif joint not in {"between", "among"}:
        owners = owners or _main_subject(view, match)
        if not owners and view.document.subject is not None:
            owners = [Party(view.document.subject, confidence=Confidence.MEDIUM)]
        parties = _joined(owners, parties)
    people_or_bodies = [one for one in parties if one.thing.kind != "format"]
    if len(people_or_bodies) < 2:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    behind = re.search(
        r"\b(?:[Ff]ollowing|[Aa]fter|[Ss]peaking after)\s(?:[\w-]+\s){0,3}$", view.main[: match.start("talks")]
    )
    if factuality is Factuality.PRESUPPOSED and behind is not None and joint == "with":
        factuality = Factuality.HAPPENED
    if re.search(r"\b(?:days?|weeks?|months?|years?|hours?)\s(?:after|since)\s(?:the\s)?$", view.main[: match.start()]):
        factuality = Factuality.PRESUPPOSED
    if view.is_title:
        factuality = Factuality.HAPPENED if factuality is Factuality.PRESUPPOSED else factuality
    trigger = (match.start("talks"), match.end())
    if joint == "with" and _one_by_one(match["object"], others, owners, Factuality.HAPPENED):
        return [
            _draft(view, match, "meeting.noun", _joined(owners, [one]), factuality, trigger, match["talks"])
            for one in others
        ]
    draft = _draft(view, match, "meeting.noun", parties, factuality, trigger, match["talks"])
    before = view.main[max(0, match.start() - 40) : match.start("talks")]
    if PRESUPPOSED.search(before) and draft.start == view.document.issued and factuality is Factuality.PRESUPPOSED:
        draft.start = draft.end = None
    return [draft]


def _main_subject(view: View, match: re.Match[str]) -> list[Party]:
    """Who holds a meeting that is only named “the meeting with X”: the one that the sentence is about."""
    after = view.main[match.end() :]
    following = pattern(r"^[^;]{0,60}?,\s(?:the\s)?(?P<subject>{AEH})\s\w+").search(after)
    if re.match(r"^\W*(?:In|During|At|After|Following|Before|On)\b", view.main) and following:
        return view.parties(following["subject"])
    before = list(pattern(rf"(?P<subject>{LIST})\s(?!of\b)[^;]*$").finditer(view.main[: match.start()]))
    return view.parties(before[0]["subject"]) if before else []


def _joined_later(view: View, match: re.Match[str]) -> list[Draft]:
    parties = view.parties(match["subject"])
    if not parties:
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    draft = _draft(view, match, "meeting.joined", parties, factuality, (match.start("verb"), match.end("verb")))
    draft.refers_back = True
    draft.start = draft.end = None
    draft.places = ()
    return [draft]


def _back(view: View, match: re.Match[str]) -> list[Draft]:
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    if factuality in {Factuality.PLANNED, Factuality.CALLED_FOR} or re.match(
        r"\w+\s(?:previous|last|next)\b", match[0]
    ):
        return []
    draft = _draft(
        view,
        match,
        "meeting.again",
        [],
        factuality,
        (match.start("talks"), match.end("talks")),
        match["talks"],
    )
    draft.refers_back = True
    if draft.start == view.document.issued:
        draft.start = None
    draft.during_visit = bool(
        re.search(
            r"\b(?:during|as part of|in the course of|within the framework of|on)\b[^.;]{0,60}\bvisit\b",
            view.main[match.end() :],
        )
    )
    return [draft]


def _none_held(view: View, match: re.Match[str]) -> list[Draft]:
    draft = _draft(
        view,
        match,
        "meeting.none",
        list(view.main_subject),
        Factuality.DENIED,
        (match.start("talks"), match.end()),
        match["talks"],
    )
    return [draft] if draft.parties else []


def _headline(view: View, match: re.Match[str]) -> list[Draft]:
    """“X, Y discuss …”: the comma of a headline is an “and”."""
    if not view.is_title:
        return []
    parties = _joined(view.parties(match["subject"]), view.parties(match["object"]))
    trigger = (match.start("verb"), match.end("verb"))
    return [_draft(view, match, "meeting.headline", parties, Factuality.HAPPENED, trigger)]


def _meetings_planned(view: View, match: re.Match[str]) -> list[Draft]:
    """“Meetings are planned with X and with Y”: of the one whom the text is about, one by one."""
    subject = view.document.subject
    if subject is None:
        return []
    others = [one for one in view.parties(match["object"]) if one.thing != subject]
    trigger = (match.start("talks"), match.end("talks"))
    groups = [others] if match["talks"].lower() == "meeting" else [[one] for one in others]
    return [
        _draft(view, match, "meeting.planned", [Party(subject), *group], Factuality.PLANNED, trigger)
        for group in groups
        if group
    ]


def _somebody(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting whose one side is a pronoun that nobody was found for: those who are named did sit there."""
    others = view.parties(match["object"])
    factuality = of_verb(view.main, match.end("pronoun"), match.start("verb"), match["verb"])
    draft = _draft(view, match, "meeting.pronoun", others, factuality, (match.start("verb"), match.end("verb")))
    draft.confidence = Confidence.MEDIUM
    return [draft] if others else []


WITH_WHOM = (
    rf"(?P<object>{LIST}),\swith\s(?:(?P<each>both|each)\sof\s)?whom\s(?P<subject>{{A}})\s"
    r"(?:had\s|has\s)?(?:also\s|already\s|previously\s|earlier\s)*(?P<verb>spoke|spoken|met|talked|held\stalks)\b"
)


def _with_whom(view: View, match: re.Match[str]) -> list[Draft]:
    """“A and B, with both of whom he spoke in January”: told in passing, so presupposed."""
    others = view.parties(match["object"])
    if match["each"] is None and len(others) > 1:
        others = others[-1:]
    spoken = "call" if match["verb"].startswith(("sp", "talk")) else ""
    trigger = (match.start("verb"), match.end("verb"))
    drafts = []
    for one in others:
        parties = _joined(view.parties(match["subject"]), [one])
        drafts.append(_draft(view, match, "meeting.whom", parties, Factuality.HAPPENED, trigger, spoken))
        drafts[-1].factuality = Factuality.PRESUPPOSED
        if drafts[-1].start == view.document.issued:
            drafts[-1].start = None
    return [one for one in drafts if len(one.parties) > 1]


WHO_MET = rf"(?P<subject>{{A}}),\swho\s(?:also\s|today\s|earlier\stoday\s|later\s)*{VERBS}{MET_GAP}\s(?:with\s)?(?P<object>{LIST})"
# What a sentence must hold for a rule to be tried, the rule, and its reader; the first that reads a stretch wins.
RULES = (
    (
        r"^\W*{A},\s{A}\s",
        r"^\W*(?P<subject>{A}),\s(?P<object>{A})\s(?P<verb>discuss|meet|hold|exchange|agree|talk|speak|reaffirm)\b",
        _headline,
    ),
    (
        r"\b[Mm]eetings?\s(?:is|are|was|were)",
        r"\b(?P<talks>[Mm]eetings?)\s(?:is|are|was|were)\s(?:also\s)?(?:planned|scheduled|foreseen|expected|envisaged)\s"
        rf"(?:{{N}}\s|for\s{{N}}\s)?with\s(?P<object>{LIST})",
        _meetings_planned,
    ),
    (
        r"\b[Nn]o\s",
        rf"\b[Nn]o\s(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})\s(?:(?:between|with|of|among)\s(?P<object>{LIST})\s?)?(?:could|was|were|took|has|had|would|$|(?=[.,;]))"
        r"(?:\s(?:not\s)?(?:be\s|been\s)?(?:held|place|possible))?",
        _none_held,
    ),
    (
        r"\b(?:[Mm]eeting|[Hh]aving|[Rr]eceiving|[Hh]osting|[Ww]elcoming)\s",
        rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?P<verb>(?:(?:After|Following|While|When|Before|Upon|By)\s)?(?:[Mm]eeting|[Hh]aving\smet|[Rr]eceiving|[Hh]osting))"
        rf"{MET_GAP}\s(?:with\s)?(?P<object>{LIST})[^;]{{0,80}}?,\s(?P<subject>{LIST})",
        _participle,
    ),
    (
        r"\bcall|credentials|\bvisit\son",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>paid|pays|made|presented|presents)\s(?:a\s|his\s|her\s)?(?:courtesy\s|farewell\s|introductory\s)?"
        rf"(?:call|calls|visit|(?:letters\sof\s)?credentials)\s(?:on|to)\s(?P<object>{LIST})",
        _paid,
    ),
    (
        r"interlocutors|[Aa]mong\sthose",
        rf"(?:[Aa]mong\sthose\s(?:whom\s|who\s)?(?P<subject>{LIST})\s(?P<verb>met|saw)\s(?:\w+\s)?(?:was|were)\s(?P<object>{LIST}))",
        _pair,
    ),
    (
        r"interlocutors",
        rf"(?P<subject>{LIST})['’]s?\s(?:\w+\s)?(?P<verb>interlocutors)\s(?:[^;]{{0,30}}?)(?:included|were|was)\s(?P<object>{LIST})",
        _pair,
    ),
    (
        r"joined\sby",
        rf"(?P<subject>{LIST})\s(?:was|were)\s(?P<verb>joined)\sby\s(?P<object>{LIST})\s(?:for|at|in)\s[^;.]{{0,30}}?\b{TALKS}",
        _pair,
    ),
    (
        r"received\s(?:a|an)\s",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>received)\sa(?:n)?\s(?:[\w-]+\s){{0,2}}?call\sfrom\s(?P<object>{LIST})",
        _pair,
    ),
    (
        r"\bm(?:eet|et)",
        rf"(?P<subject>{LIST}){GAP}\b{VERBS}\b{MET_GAP}(?:\s(?:with|also\swith))?\s(?P<object>{LIST})",
        _pair,
    ),
    (SPOKEN, rf"(?P<subject>{LIST}){GAP}\b{SPOKE}\b{MET_GAP}\s(?:with|to)\s(?P<object>{LIST})", _pair),
    (
        TALKS,
        rf"(?P<subject>{LIST}){GAP}\b{HELD}\s(?P<between>(?:(?!\b(?:on|to|about|over|that|for)\b)[^;,]){{0,80}}?)"
        rf"\b(?P<talks>{TALKS})\b(?:{SHORT_GAP}\b(?P<joint>with|between|among|of|hosted\sby|chaired\sby|convened\sby"
        rf"|co-chaired\sby)\s(?:[^;.,]{{0,15}}?)(?P<object>{LIST}))?",
        _held,
    ),
    (
        r"phoned|called",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>telephoned|phoned|called(?!\s(?:on|for|upon)\b))\s(?P<object>{LIST})"
        r"(?=\s|[.,;])",
        _pair,
    ),
    (
        r"\s(?:received|welcomed|hosted)\b",
        rf"(?P<object>{LIST})(?:{GAP}\b(?:was|were))?\s(?P<verb>received|welcomed|hosted){SHORT_GAP}\bby\s(?P<subject>{LIST})",
        _received_by,
    ),
    (
        RECEIVED.replace("?P<verb>", "?:"),
        rf"(?P<subject>{LIST}){GAP}\b{RECEIVED}\s(?P<object>{LIST})",
        _received,
    ),
    (
        r"\swith\s",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>discuss(?:es|ed)|exchang(?:es|ed)\sviews|review(?:s|ed)|address(?:es|ed)"
        r"|raise[sd])[^;{AEF}]{0,110}?\swith\s"
        rf"(?P<object>{LIST})",
        _discussed,
    ),
    (
        r"\b(?:between|among|with|of)\s",
        rf"(?:(?P<owner>{LIST})['’]s?\s(?:[\w-]+\s){{0,3}}?)?\b(?P<talks>{TALKS})\s"
        rf"(?P<joint>(?:[\w{{N}}]+\s){{0,3}}?(?:between|among|with)\s|of\s(?:the\s)?)(?P<object>{LIST})",
        _between,
    ),
    (
        r"discuss|exchang|review",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>discuss(?:es|ed)?|exchanged?\sviews|review(?:s|ed)?)\b(?!\s[^;.]{{0,90}}?\swith\s)",
        _discussing,
    ),
    (r"\bm(?:eets?|et)\b", rf"(?P<subject>{LIST}){GAP}\b(?P<verb>meets?|met)\b(?=\s|[.,;]|$)", _several),
    (SPOKEN, rf"(?P<subject>{LIST}){GAP}\b{SPOKE}\b(?=\s|[.,;]|$)", _several),
    (
        r"dropped|attend|joined|participated|present",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>dropped\sby|(?:also\s)?(?:attended|joined|participated)"
        r"(?=[.,]|\sin\sthe\s(?:meeting|talks|discussion)|\sthe\s(?:meeting|talks|call|discussion)|$)"
        r"|(?:was|were)\s(?:also\s)?(?:present|in\sattendance))",
        _joined_later,
    ),
    (
        r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b",
        rf"(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey)\b){SHORT_GAP}\b{VERBS}\b{MET_GAP}(?:\s(?:with|also\swith))?\s"
        rf"(?P<object>{LIST})",
        _somebody,
    ),
    (
        r"discuss|review|exchange|consult|talked",
        rf"^\W*(?:[A-Z][^,;]{{0,30}},\s)?{ALL}\s(?:(?:also|then|further|\w+ly|went\son\sto|did)\s)*(?P<talks>discuss(?:ed)?|reviewed|exchanged\sviews|talked\sabout|consulted)\b",
        _back,
    ),
    (
        TALKS,
        r"\b(?:[Tt]he|[Tt]his|[Tt]heir|[Tt]hese)\s(?:[\w-]+\s)?(?P<talks>meeting|talks|discussion|discussions|conversation"
        r"|call|consultations)\b(?!\s(?:of|with|between|among)\b)",
        _back,
    ),
)
