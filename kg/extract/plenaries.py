"""Meetings of several delegations, told by a noun or by those who came: “the second session of the Platform took place in X”.

Nobody need be named beside the noun. Who chaired, and with whose participation, is told in the same sentence or in those
after it, and is added to the meeting told here. A meeting needs a day or a place, and a body, a number or somebody who led
it, else it is no event of its own.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import ACTOR, LIST
from kg.extract.draft import Draft
from kg.extract.modality import of_noun, of_verb
from kg.extract.rounds import number_of
from kg.extract.setting import dates_in, lasting, told, when, where
from kg.extract.view import Party, View
from kg.model import Factuality, Thing
from kg.text.rule import Trigger
from kg.text.shape import pattern

TRIGGER = Trigger(
    r"\b(?:[Ss]ession|conference|[Mm]eeting|summit|ministerial|plenary|ceremony|[Mm]inisters|[Pp]residents|[Ll]eaders|[Aa]mbassadors|[Ee]nvoys|[Hh]eads|[Pp]rincipals|[Dd]irectors|[Rr]epresentatives)\b",
    r"\b(?:come together|convened|gathered|had (?:last|first|previously) met)\b",
)
_LED_BY = r"(?:co-)?(?:chaired|hosted|convened|opened)\sby|under\sthe\s(?:joint\s)?(?:co-)?(?:chair\w*|presidency)\sof"
_VERB = (
    r"(?P<verb>took\splace|(?:was|has\sbeen)\sheld|drew\sto\sa\s(?:\w+\s)?close|came\sto\san\send|br(?:ought|ings)\stogether|(?:has\s)?(?:opened|concluded|ended|begun|began|convened)|(?:was|is)\s(?:opened|concluded|closed)"
    r"|is\sbeing\sheld|is\staking\splace|will\s(?:be\sheld|take\splace))"
)
_NUMBERED = r"(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ii]naugural|[Aa]nnual)"
NAMED = (
    rf"\b(?:[Tt]he|[Aa]n?)\s(?P<before>(?:[\w’'+-]+\s|{{FGRSDN}}(?:['’]s)?\s){{0,5}}?)(?P<noun>[Ss]ession|conference|[Mm]eeting|summit|ministerial|plenary|ceremony)\b"
    rf"(?!\s(?:with|between|among)\b)(?:\sof\s(?:the\s)?(?P<whose>{{A}}))?(?P<about>[^;.{{A}}]{{0,120}}?(?:,?\s(?P<led>{_LED_BY})\s(?:the\s)?{LIST}(?=[\s,])[^;.{{A}}]{{0,40}}?|,?\swith\s(?:the\s)?(?:active\s)?participation\sof\s(?:the\s)?{LIST}(?=[\s,]))?),?\s{_VERB}\b"
)
# “EU foreign ministers meeting in X today agreed on …”.
_MEETING = r"meeting(?=\s(?:today\s|yesterday\s)?(?:in|at|on)\s[^;,.]{2,60}?,?\s(?:agreed|reached|adopted|decided|discussed|called|[a-z]{3,}ed)\b)"
# “Presidents of the Nine, which …, met in X”, “the foreign ministers of the Group came together in X”.
CAME = (
    r"(?P<who>{A}|\b(?:[Ff]oreign\s|[Dd]efen[cs]e\s|[Pp]rime\s)?(?:[Mm]inisters|[Pp]residents|[Ll]eaders|[Ee]nvoys|[Pp]rincipals|[Pp]olitical\s[Dd]irectors|[Hh]eads\sof\s[Ss]tate(?:\s(?:and|or)\s[Gg]overnment)?)"
    r"\sof\s(?:the\s)?(?:[\w-]+\s){0,3}?(?P<body>{FG})|(?P<itself>{F})(?=\shad\s(?:last|first|previously)\s))(?:\s\([^()]{1,12}\))?(?:\s{3,})?,?\s(?:will\s(?:also\s)?|are\sto\s|(?P<had>had\s(?:last\s|first\s|previously\s|already\s)?))?"
    rf"(?P<verb>met|meet|gathered|gather|convened|convene|came\stogether|come\stogether|assembled|{_MEETING})\b"
)

# What people of several states are called by: “EU foreign ministers”.
_OF_STATES = frozenset({"organization", "institution", "format"})
_IN_FORMAT = pattern(r"(?<!^)\sin\sthe\s(?P<body>{F})")
# Bodies that decide, and are the format of their own sessions.
_COUNCIL = re.compile(r"\b(?:Council|Committee|Assembly)\b(?! of Europe$)")


def plenaries(view: View) -> Iterator[Draft]:
    """The meetings that a sentence tells by a noun or by those who came, with nobody named as having met."""
    if view.is_title or not TRIGGER.stands_in(view.words):
        return
    for match in view.search(NAMED):
        factuality = of_noun(view.main, match.start("noun"), match.end("noun"))
        if factuality is Factuality.HAPPENED and match["verb"].startswith("will"):
            factuality = Factuality.PLANNED
        if factuality is Factuality.CALLED_FOR or (factuality is Factuality.DENIED and not match["led"]):
            continue
        bodies = [
            *_whole(view, match.start("before"), match["before"]),
            *_whole(view, match.start("about"), match["about"]),
        ]
        inner = _IN_FORMAT.search(match["about"])
        if inner is not None:
            # “Talks on the settlement process in the 5+2 format” are a round of the format.
            bodies = view.things(inner["body"], "F")
        if match["whose"] and pattern(ACTOR).search(view.main, 0, match.start()) is not None:
            # “X will attend the meeting of the ministers of Y, which will be held …”: told with X.
            continue
        bodies += view.titled(match["whose"] or "", SEVERAL, _OF_STATES)
        sides = _sides(view, match["about"])
        known = bodies or sides or match["led"] or re.search(_NUMBERED, match["before"])
        if known:
            for draft in _drafts(view, match, match["noun"].lower(), factuality, bodies):
                draft.parties += sides
                yield draft
    for match in view.search(CAME):
        bodies = (
            view.things(match["body"] or match["itself"], "FG")
            if match["body"] or match["itself"]
            else view.titled(match["who"], SEVERAL, _OF_STATES)
        )
        verb = "met" if match["verb"] == "meeting" else match["verb"]
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), verb)
        if match["had"]:
            factuality = Factuality.PRESUPPOSED
        if bodies:
            yield from _drafts(view, match, "meeting", factuality, bodies)


def _drafts(
    view: View, match: re.Match[str], noun: str, factuality: Factuality, bodies: list[Thing]
) -> Iterator[Draft]:
    """The meeting of a match, where it has a day or a place of its own."""
    verb = match.start("verb")
    factuality = told(view, verb, factuality)
    start, end = lasting(view, match["verb"], *when(view, verb, factuality))
    places = where(view, match.end("verb")) or where(view, match.end(1))
    spoken = any(one.first in {start, end} for one in dates_in(view))
    if not places and not spoken:
        return
    sitting = [
        one for one in bodies if one.kind == "format" or one.category == "DecisionBody" or _COUNCIL.search(one.label)
    ]
    own = [one for one in bodies if one.kind in {"organization", "institution"} and one not in sitting]
    yield Draft.of(
        view,
        "Meeting",
        factuality,
        "assembly",
        parties=[Party(one) for one in (own if match.groupdict().get("whose") else own[:1]) if not sitting],
        formats=tuple(sitting[:1]),
        number=_number(match.groupdict().get("before") or ""),
        start=start,
        end=end,
        places=places,
        event_kind="summit" if noun == "summit" else "conference" if noun in {"conference", "ministerial"} else None,
        label=noun,
    )


_ORDINAL = re.compile(r"\b(?P<number>\d+(?:st|nd|rd|th))\s(?:[a-z-]+\s){0,2}$")


def _number(before: str) -> int | None:
    """Which of its series a meeting is, by the words before the noun: “the 36th annual”."""
    match = _ORDINAL.search(before)
    return number_of(match["number"]) if match is not None else None


# “Of the State Commissions on delimitation of A and B”, “of the working group between A and B”.
_SIDES = (
    r"(?:\b(?i:commissions?|committees?|working\sgroups?|expert\sgroups?|delegations|task\sforces?|border\s(?:guards|services|agencies|commissioners)|councils?)\b|{G})[^;.{ASE}]{0,80}?\s(?:of|between|from)\s(?:the\s)?"
    r"(?P<who>{SE}(?:,\s(?:the\s)?{SE})*,?\sand\s(?:the\s)?{SE})(?!['’])"
)


def _sides(view: View, about: str) -> list[Party]:
    """The states whose commissions met."""
    match = pattern(_SIDES).search(about)
    return view.parties(match["who"]) if match is not None else []


# “The OSCE Economic and Environmental Forum”, “the NATO-Georgia Commission”: a name that only begins with a body's.
_GOES_ON = pattern(r"[-–/]|\s{T}\s[A-Z]")


def _whole(view: View, begin: int, stretch: str) -> list[Thing]:
    """The bodies in a stretch that are no part of a longer name: no “NATO” of “the NATO-Georgia Commission”."""
    return [
        thing
        for offset, sign in enumerate(stretch, start=begin)
        if sign in view.shape.items and _GOES_ON.match(view.main, offset + 1) is None
        for thing in view.things(sign, "FG")
    ]


SEVERAL = re.compile(
    r"(?:\w+\s)?(?:Presidents|Ministers|Leaders|Heads|Directors|Chiefs|Envoys|Speakers)\b"
    # “EU foreign ministers”, “NATO Defence Ministers”.
    r"|(?:[\w.]+\s){1,3}(?:[Pp]residents|[Mm]inisters|[Ll]eaders|[Aa]mbassadors|[Ee]nvoys|[Hh]eads|[Pp]olitical\s[Dd]irectors)\b"
)
