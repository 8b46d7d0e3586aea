"""Conferences and gatherings that a text names without saying who sat there: announced, behind it, or around it.

“A conference on X is planned for July in Y”; “at the informal gathering of ministers in Y on 11 July”; “on the margins
of the 27th Climate Change Conference in Y”. Each needs a day, a place or a name of its own, else it is no event.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.meetings.encounters import named_before
from kg.extract.meetings.telling import joined
from kg.extract.modality import CALLED_FOR, PLANNED, of_noun, of_verb
from kg.extract.setting import dates_in, lasting, names_day, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Confidence, Factuality, Thing
from kg.text.rule import Trigger
from kg.text.shape import pattern

TRIGGER = Trigger(
    r"\b(?:[Cc]onference|[Ss]ummit|[Mm]eeting|[Gg]athering|[Ff]orum|[Rr]etreat|[Aa]ssembly|[Cc]ongress|[Ss]eminar|[Ww]orkshop|[Rr]oundtable|[Dd]ebate|[Ss]ession|[Mm]inisterial|Event|Convening|Dialogue|Discussion|Symposium|Ceremony)\b",
    r"\b[Rr]ound\stable\b|\b(?:[Cc]onsultations|[Tt]alks|[Nn]egotiations)\s[^;.]{0,60}?(?:were\sheld|took\splace)\b",
)
MEETINGS = frozenset(
    {
        "conference",
        "meeting",
        "summit",
        "round",
        "session",
        "gathering",
        "retreat",
        "consultations",
        "talks",
        "negotiations",
    }
)
_NOUN = r"(?P<noun>conference|meeting|summit|round|session|gathering|retreat|seminar|workshop|training(?:\s(?:course|session))?|round\s?table)"
ANNOUNCED = (
    rf"\b(?:[Aa]n?|[Aa]nother)\s(?:[\w-]+\s){{0,3}}?{_NOUN}\b(?P<about>[^;.{{A}}]{{0,90}}?)\s(?:is|are|was|were)\s(?:also\s|now\s)?"
    r"(?:planned|scheduled|foreseen|envisaged|due|set|expected)(?:\sto\s(?:be\sheld|take\splace|begin|start|follow))?\b"
    rf"|\b(?:[Aa]n?|[Aa]nother)\s(?:[\w-]+\s){{0,3}}?(?P<noun2>conference|meeting|summit|round|session|gathering|seminar|workshop|round\s?table)\b(?P<about2>[^;.{{A}}]{{0,90}}?)\swill\s(?:be\sheld|take\splace|follow)\b"
    # “The conference on X that will take place in Y on 10 June”.
    rf"|\b[Tt]he\s(?:[\w-]+\s){{0,3}}?(?P<noun3>conference|seminar|workshop|symposium|forum)\b(?P<about3>[^;.{{A}}]{{0,90}}?),?\s(?:(?:that|which)\s(?:will|is\s(?:(?:due|scheduled|set|planned)\s)?to)|(?:(?:due|scheduled)\s)?to)\s(?:be\sheld|take\splace)\b(?![^;.]*\borgani[sz]ed\sby\b)"
)
BEHIND = (
    r"\b(?:[Aa]t|[Ss]ince|[Ff]rom|[Dd]uring|[Aa]fter|[Ff]ollowing)\s(?:the|an?|their)\s(?:[\w-]+\s){0,3}?(?P<noun>conference|meeting|summit|gathering|retreat)"
    r"(?P<of>\s(?:of|between)\s(?:the\s)?(?:[\w-]+\s){0,2}(?:ministers|leaders|presidents|experts|ambassadors|officials|heads\sof\sstate))?(?P<rest>[^;.,{A}]{0,60})"
)
HELD_ONCE = (
    rf"(?:\b(?:[Aa]n?|[Aa]nother)\s(?:[\w-]+\s){{0,3}}?{_NOUN}|^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?:[A-Z][\w-]+\s)?(?P<noun2>[Cc]onsultations|[Tt]alks|[Nn]egotiations))\b"
    r"(?P<about>[^;.{AF}]{0,60}?)\s(?P<verb>(?:was|were)\sheld|took\splace|was\sconvened)\b"
)
WORD = r"(?:[A-Z][\w’'&-]*|{SDG}-(?:{SDG}|[a-z]+)|{SDGRLT})"
NAMED = (
    r"\b(?P<how>(?:[Oo]n|[Aa]t|[Ii]n)\sthe\s(?:margins|sidelines|fringes)\sof|[Aa]head\sof|[Bb]efore|[Pp]repar(?:e|ing|ed|ations?)\sfor|[Ff]ollowing|[Aa]fter|[Aa]t|[Dd]uring|[Ss]ince)"
    r"\s(?:the|an?|this\s(?:week|year)['’]s)\s(?P<day>{N}\s)?(?:(?:extraordinary|informal|special|virtual|annual|historic|recent)\s){0,2}"
    rf"(?P<name>(?:\d+(?:st|nd|rd|th)\s)?(?:{WORD}\s(?:(?:on|of|for|and|in)\s(?:the\s)?)?){{0,6}}?(?:Conference|Summit|Forum|General\sAssembly|Congress|Leaders['’]\s(?:Meeting|Retreat|Summit)|{{G}}\s(?:[Ll]eaders['’]?\s)?summit)"
    r"(?:\s(?:on|for|of)\s(?:the\s)?(?:{RSGT}|[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}))?(?:\s\([^()]{2,16}\))?)"
)


OPENING = (
    rf"\b(?:[Tt]he|[Aa]n?)\s(?P<name>(?:\d+(?:st|nd|rd|th)\s)?(?:{WORD}\s(?:(?:on|of|for|and|in)\s(?:the\s)?)?(?:\d+(?:st|nd|rd|th)\s)?){{0,8}}?(?:Conference|Summit|Forum|General\sAssembly|Congress|Seminar|{{G}}))"
    rf"(?P<gap>(?:\s(?:on|for|of)\s[^;,.{{A}}]{{1,60}}?)?)(?:,?\s(?:entitled|titled|called|dubbed|themed|under\sthe\s(?:title|theme|motto|heading)(?:\sof)?)\s[^;.{{A}}]{{1,120}}?,?)?\s(?P<verb>opens|opened|begins|began|starts|started|takes\splace|took\splace|concludes|concluded|closes|closed|ended|was\s(?:held|convened|reconvened)|convened|reconvened|is\sbeing\sheld|kicks\soff|kicked\soff"
    r"|will\s(?:open|begin|start|take\splace|be\sheld|convene))\b"
)


ATTENDED = (
    rf"(?P<who>{LIST})\s(?:(?:also|today|yesterday|jointly|both|will|\w+ly)\s)*(?P<verb>participate[sd]?\s(?:today\s|yesterday\s)?in|took\spart\sin|takes?\spart\sin|attend(?:s|ed)?|address(?:es|ed)|spoke\sat|joined\s[^;.]{{2,170}}?\s(?:for|at|during)|(?:gave|gives|delivered|delivers|made|provided)\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}?(?:remarks|address|speech|keynote)\sat)\s(?:today\s)?(?:the|this\syear['’]s|an?)\s(?:annual\s|first\s|second\s|third\s|inaugural\s|virtual\s|special\s)*"
    rf"(?P<name>(?:\d+(?:st|nd|rd|th)\s)?(?:{WORD}\s(?:(?:on|of|for|and|in)\s(?:the\s)?)?){{0,6}}?(?:\((?:[A-Z]{{2,9}}|{{GF}})\)\s)?(?:Virtual\s)?(?:Conference|Summit(?:\sMeeting(?:\sof\s(?:the\s)?Heads\sof\s(?:State|Government)(?:\sand\s(?:State|Government))?)?\sof\s(?:the\s)?{{G}})?|Forum|General\sAssembly|Congress|Event|Convening|Dialogue|Discussion|Symposium|Ceremony|Leaders['’]?\s(?:Meeting|Retreat|Summit)|{{G}}(?!-|\s(?:\([^()]*\)\s)?(?:[A-Z]|{{SDGRT}}))))"
    r"(?!['’])(?:\son\s{T})?(?:\s\((?:[A-Z]{2,9}|{GF})\))?(?:(?:\sin\s{L})?,?\s(?:which\swas\s)?(?:hosted|(?P<opened>opened))\s(?:today\s|yesterday\s)?by\s(?:the\s)?(?P<host>{A}))?"
)
# “Took part in an international conference on X, held in Y on 2 October”, “will represent Z at a seminar in Y”.
ATTENDED_ONE = (
    rf"(?P<who>{LIST}),?\s+(?:(?:also|today|yesterday|later|then|both|will|\w+ly|{{N}})\s)*(?P<verb>t(?:ook|akes?)\spart\sin|participate[sd]?\sin|attend(?:s|ed)?|sp(?:oke|eaks?)\sat|address(?:es|ed)?|represent(?:s|ed)?\s{{SE}}\sat)"
    # “Attended a “Day of Reflection” hosted by …”: what stands in quotation marks is blank here.
    r"\s(?:an?|(?P<the>the))\s(?:(?:(?!(?:with|of|for|to)\b)[\w-]+\s){0,3}?(?P<noun>conference|seminar|symposium|congress|forum|hearing|workshop|retreat)\b|\s{5,}(?P<titled>hosted|held|organi[sz]ed|convened)\b)(?P<about>[^;.{A}]{0,120})"
)
_ORGANIZED_BY = rf"\b(?:co-)?organi[sz]ed\s(?:jointly\s)?by\s(?:the\s)?(?P<who>{LIST})"
_OF_BODY = re.compile(r"\b(?:Meeting|Session) of\b")
_OF_ATTENDED = re.compile(
    r"\s(?:an?|the)\s(?:(?:[\w-]+\s){0,3}?(?:conference|seminar|symposium|congress|forum|hearing|workshop|retreat)|\s{5,}(?:hosted|held|organi[sz]ed|convened))\b"
)
CONFERENCE = re.compile(
    r"\b(?:Conference|Summit|Forum|Assembly|Congress|Seminar|Event|Convening|Dialogue|Discussion|Symposium|Ceremony|Leaders['’]?\s(?:Meeting|Retreat))$"
)


def gatherings(view: View) -> Iterator[Draft]:
    """The conferences and gatherings of a sentence of which no party is told."""
    if not view.in_paragraph(TRIGGER) or not TRIGGER.stands_in(view.words):
        return
    yield from _opening(view)
    yield from _attended(view)
    yield from _attended_one(view)
    if not TRIGGER.stands_in(view.main):
        return
    yield from _announced(view)
    yield from _agreed(view)
    yield from _named(view)
    yield from _behind(view)
    yield from _held(view)


# “A meeting of the two is expected in X in May.”
_OF_THE_TWO = re.compile(r"\s(?:of|between)\s(?:the\stwo|both|them)\b(?!\s(?:countries|states|parliaments))")


def _both_before(view: View) -> bool:
    """Whether two sat together last, and the sentence before names both."""
    together = view.document.together
    return len(together) == 2 and set(together) <= set(named_before(view))


def _announced(view: View) -> Iterator[Draft]:
    for match in view.search(ANNOUNCED):
        noun = (match["noun"] or match["noun2"] or match["noun3"]).lower()
        about = match["about"] or match["about2"] or match["about3"] or ""
        start, end = when(view, match.end(), Factuality.PLANNED)
        if start is None or view.things(about, "F") or re.search(r"\b(?:with|between|of)\s(?:the\s)?$", about):
            continue
        places = where(view, match.end())
        if noun not in MEETINGS and view.document.organizers and places:
            # A further course of those whose one the release is about.
            continue
        of_two = _OF_THE_TWO.match(about) is not None and _both_before(view)
        if noun == "meeting" and (of_two or _AGAIN.search(match[0])) and len(view.document.together) > 1:
            # “A further meeting is foreseen in May”: of those who met.
            parties = [Party(thing, confidence=Confidence.MEDIUM) for thing in view.document.together]
            yield Draft.of(
                view,
                "Meeting",
                Factuality.PLANNED,
                "meeting.next",
                parties=parties,
                start=start,
                end=end,
                places=places,
            )
            continue
        draft = _gathering(view, Factuality.PLANNED, "gathering.announced", noun, (start, end), places)
        if noun in {"meeting", "summit"} and (states := pattern(_OF_STATES).match(about)) is not None:
            # “A trilateral meeting of Estonia, Latvia and Lithuania is scheduled for tomorrow.”
            draft.parties, draft.rule = view.parties(states["who"]), "meeting.planned"
        yield draft


# “The sides agreed to hold a meeting of experts in X on 3 May”: nobody is named.
AGREED = (
    r"\b(?:agreed|decided|intend|intends|plan|plans|intention|agreement|decision)\s(?:to\s(?:hold|convene|organi[sz]e|have)|on\s(?:holding|convening|organi[sz]ing))\s(?:an?|another|the(?=\snext|\sfollowing))\s(?:[\w-]+\s){0,2}?"
    r"(?P<noun>conference|meeting|summit|round|session)\b(?P<about>[^;.{A}]{0,90})"
)
_OF_AGREED = Trigger(r"\b(?:hold|convene|organi[sz]e|have|holding|convening|organi[sz]ing)\s(?:an?|another|the)\s")


def _agreed(view: View) -> Iterator[Draft]:
    if not _OF_AGREED.stands_in(view.main) or people_of(view.main_subject):
        return
    for match in view.search(AGREED):
        about = match["about"]
        start, end = when(view, match.end("noun"), Factuality.PLANNED)
        if start is None or view.things(about, "F") or re.search(r"\b(?:with|between)\s", about):
            continue
        places = where(view, match.end("noun"))
        yield _gathering(view, Factuality.PLANNED, "gathering.announced", match["noun"], (start, end), places)


_OF_STATES = r"\s(?:of|between|among)\s(?:the\s)?(?P<who>{S}(?:(?:,\s|,?\sand\s)(?:the\s)?{S})+)"
_AGAIN = re.compile(r"\b(?:further|[Aa]nother|second|third|next|follow-up|new)\b|\bsame\sformat\b")


def _gathering(
    view: View,
    factuality: Factuality,
    rule: str,
    noun: str,
    days: tuple[str | None, str | None],
    places: tuple[Thing, ...],
) -> Draft:
    """A gathering that is known by its noun, day and place alone."""
    return Draft.of(
        view,
        "Meeting" if noun in MEETINGS else "Activity",
        factuality,
        rule,
        start=days[0],
        end=days[1],
        places=places,
        event_kind="conference" if noun == "conference" else None,
        label=noun,
    )


def _held(view: View) -> Iterator[Draft]:
    """“A technical meeting was held yesterday in Y”: with a day and a place of its own."""
    for match in view.search(HELD_ONCE):
        noun = "noun" if match["noun"] else "noun2"
        if of_noun(view.main, match.start(noun), match.end(noun)) is not Factuality.HAPPENED:
            continue
        start, end = when(view, match.end("verb"), Factuality.HAPPENED)
        spoken = [one for one in dates_in(view) if one.first == start]
        places = where(view, match.end("verb"))
        if not spoken or not places or re.search(r"\b(?:with|between|of|among)\s", match["about"]):
            continue
        yield _gathering(view, Factuality.HAPPENED, "gathering.held", match[noun].lower(), (start, end), places)


def _opening(view: View) -> Iterator[Draft]:
    """“The 28th Forum opens in Y tomorrow”: a named conference with a day or a place of its own."""
    if not re.search(
        r"\b(?:open|beg[ai]n|start|clos|conclud|ended|kick|held|took place|takes? place|convene)", view.main
    ):
        return
    for match in view.search(OPENING):
        # “The Conference on Cyprus”: what it was on makes it one.
        whole = match["name"] if len(match["name"].split()) > 1 else match["name"] + match["gap"]
        if view.things(whole, "F") or len(whole.split()) < 2:
            continue
        verb = match["verb"]
        factuality = of_verb(view.main, match.end("name"), match.start("verb"), verb)
        factuality = Factuality.PLANNED if verb.startswith("will") else told(view, match.start("verb"), factuality)
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED}:
            continue
        start, end = lasting(view, verb, *when(view, match.start("verb"), factuality))
        spoken = [one for one in dates_in(view) if one.first in {start, end}]
        places = _place(view, match.end("verb"))
        name = written(view, whole)
        if (not spoken and not places) or not CONFERENCE.search(written(view, match["name"])):
            continue
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "gathering.named",
            start=start,
            end=end,
            places=places,
            event_kind="summit" if "Summit" in name else "conference",
            label=name,
        )


def _attended(view: View) -> Iterator[Draft]:
    """“X took part in the Y Conference in Z on 15 May”: a named conference, with a day or a place of its own, and X."""
    if not re.search(
        r"\b(?:participat|took part|takes? part|attend|address(?:es|ed)|joined|spoke at|remarks at|address at|speech at|keynote at)",
        view.main,
    ):
        return
    for match in view.search(ATTENDED):
        people = people_of(view.parties(match["who"]))
        if match["verb"].startswith("joined"):
            # “Joined leaders of the region and Secretary General X for the Summit”.
            people += [one for one in view.parties(match["verb"]) if one.thing.kind == "person" and one not in people]
        name = written(view, match["name"])
        if not people or view.things(match["name"], "F") or len(name.split()) < 2 or not CONFERENCE.search(name):
            continue
        if _OF_BODY.search(name):
            # “The Winter Meeting of the Assembly” is told of with its body.
            continue
        hosts = people_of(view.parties(match["host"]))
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        factuality = told(view, match.start("verb"), factuality)
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED}:
            continue
        start, end = when(view, match.start("verb"), factuality)
        places = _place(view, match.end("name"))
        if not places and not names_day(view, start):
            continue
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "gathering.named",
            parties=joined(people, hosts),
            roles={} if match["opened"] else {one.thing.iri.value: "host" for one in hosts},
            start=start,
            end=end,
            places=places,
            event_kind="summit" if "Summit" in name else "conference",
            label=name,
        )


def _attended_one(view: View) -> Iterator[Draft]:
    """“X will represent Estonia at a conference on mediation in Y on 12 May”: of no name, but with a day or a place, and X."""
    if not _OF_ATTENDED.search(view.main):
        return
    for match in view.search(ATTENDED_ONE):
        people = people_of(view.parties(match["who"]))
        if not people or view.things(match["about"], "F"):
            continue
        factuality = told(
            view, match.start("verb"), of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        )
        start, end = when(view, match.start("verb"), factuality)
        noun = "noun" if match["noun"] else "titled"
        places = where(view, match.end(noun))
        said = names_day(view, start)
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED} or not (places or said):
            continue
        if match["the"] and factuality is not Factuality.PLANNED:
            # One that was told of before, if anything.
            continue
        draft = _gathering(view, factuality, "gathering.attended", match["noun"] or "gathering", (start, end), places)
        draft.category, draft.parties = "Meeting", people
        behind = pattern(_ORGANIZED_BY).search(view.main, match.end(noun))
        if behind is not None and match["the"]:
            organizers = [one for one in view.parties(behind["who"]) if one not in people]
            draft.parties = joined(people, organizers)
            draft.roles = {one.thing.iri.value: "organizer" for one in organizers}
        yield draft


def written(view: View, stretch: str) -> str:
    """A stretch of the shape as it is written."""
    items, text = view.shape.items, view.paragraph.text
    return "".join(text[items[one].start : items[one].end] if one in items else one for one in stretch)


def _behind(view: View) -> Iterator[Draft]:
    for match in view.search(BEHIND):
        if pattern(LIST).search(match["rest"]) or view.things(match[0], "FG"):
            continue
        if re.match(r"(?:at|during)\b", match[0], re.IGNORECASE) and PLANNED.search(view.main, 0, match.start()):
            # “Are expected to discuss it at a summit in Y in October”: one to come.
            continue
        start, end = when(view, match.end("noun"), Factuality.PRESUPPOSED)
        told = [one for one in dates_in(view) if one.first == start]
        if start is None or not told or start >= (view.document.issued or ""):
            continue
        places = where(view, match.end("noun"))
        if not places or len(start) < 7:
            continue
        noun = match["noun"].lower()
        kind = "summit" if noun == "summit" else "conference" if noun == "conference" else None
        # “None has been held since the meeting in Y on 2 June”: of the rounds that are told of.
        body = view.document.round_of if re.match(r"[Ss]ince", match[0]) else None
        yield Draft.of(
            view,
            "Meeting",
            Factuality.PRESUPPOSED,
            "gathering.behind",
            formats=(body,) if body is not None else (),
            start=start,
            end=end,
            places=places,
            event_kind=kind,
            label=noun,
        )


def _named(view: View) -> Iterator[Draft]:
    for match in view.search(NAMED):
        if view.things(match["name"], "F") or any(
            one.category == "DecisionBody" for one in view.things(match["name"], "G")
        ):
            continue
        words = match["how"].lower()
        margins = words.endswith("of") and not words.startswith("ahead")
        factuality = _told(view, match, words, margins)
        if factuality is None:
            continue
        name = written(view, match["name"])
        if len(name.split()) < 2:
            continue
        days = [(one, view.shape.at(one.start)) for one in dates_in(view)]
        near = [one for one, at in days if at == match.start("day") or 0 <= at - match.end() < 30]
        if factuality is Factuality.PLANNED:
            near = [one for one in near if one.last >= (view.document.issued or "")[: len(one.last)]]
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "gathering.named",
            parties=_speaker(view, match) if words in {"at", "during"} else _whose_summit(view, match["name"]),
            start=near[0].first if near else None,
            end=near[0].until if near else None,
            places=_place(view, match.end()),
            event_kind="summit" if "ummit" in name else "conference",
            label=name,
            frames=margins,
        )


_DONE = re.compile(
    r"\b(?:met|spoke|talked|held|saw|hosted|agreed|adopted|signed|launched|announced|made|told|said|participated|joined|discussed|taken|took|addressed|meeting|talks)\b[^,;]{0,90}$"
)


def _told(view: View, match: re.Match[str], words: str, margins: bool) -> Factuality | None:
    """Whether a named conference is still to come or behind; None where the words leave it open."""
    before = view.main[: match.start()]
    coming = PLANNED.search(before) or CALLED_FOR.search(before)
    if re.match(r"ahead|before|prepar", words):
        return None if coming and not words.startswith("prepar") and not before.strip() else Factuality.PLANNED
    if re.match(r"following|after|since", words):
        return None if coming else Factuality.PRESUPPOSED
    if coming:
        return Factuality.PLANNED if margins else None
    if margins or before.strip():
        return Factuality.PRESUPPOSED if _DONE.search(before) else None
    after = pattern(r"^[^;.{A}]{0,40}?,\s(?:the\s)?(?:{A}|[\w\s]{1,30}?)\s(?:also\s)?(?:[a-z]+ed|met|spoke|held)\b")
    return Factuality.PRESUPPOSED if after.match(view.main[match.end() :]) else None


def _whose_summit(view: View, name: str) -> list[Party]:
    """The organization whose leaders meet at a summit that bears its name: “the NATO Summit”."""
    whole = pattern(r"^(?:\d+(?:st|nd|rd|th)\s)?(?P<body>{G})\s(?:[\w’']+\s)?[Ss]ummit$").match(name)
    bodies = view.things(whole["body"], "G") if whole is not None else []
    return [Party(one) for one in bodies if one.kind == "organization"]


def _speaker(view: View, match: re.Match[str]) -> list[Party]:
    """Who spoke there: “At the Summit, X announced …”."""
    behind = pattern(r"^[^;.{A}]{0,40}?,\s(?:the\s)?(?P<who>{A})\s(?:also\s)?[a-z]+ed\b").match(
        view.main[match.end() :]
    )
    if behind is None or view.main[: match.start()].strip():
        return []
    return people_of(view.parties(behind["who"]))


def _place(view: View, position: int) -> tuple[Thing, ...]:
    """The place right behind a conference's name."""
    if re.match(r"\s(?:in|at)\s", view.main[position : position + 4]):
        return where(view, position)
    return ()
