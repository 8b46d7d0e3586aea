"""Sessions of a council that a text tells of by who was, or is to be, at them: “is attending the 18th Ministerial Council in X”."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.council_sessions import COUNCIL, EVERY_YEAR, deciding_bodies, session
from kg.extract.draft import Draft
from kg.extract.modality import of_verb
from kg.extract.needing import needing
from kg.extract.rounds import BODY, NUMBER, number_of
from kg.extract.setting import dates_in, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality, Thing
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

# “Will take part in the session of the Committee in X on 13 May”, “will lead the delegation of X to it”.
_ATTEND = (
    r"(?:take\spart\sin|took\spart\sin|participate\sin|attend"
    r"|lead\s(?:the|an?|his|her|its)\s(?:[\w-]+\s|{DSG}(?:['’]s)?\s){0,4}?[Dd]elegation(?:\sof\s(?:the\s)?{S})?\s(?:to|at)|represent\s(?:the\s)?{S}\s(?:at|in))"
)
# “Will go to X to take part in it”, “left for X, where she will attend it”.
_GOING = r"(?:(?:travel|go|fly|leave|depart|continue)s?|travell?ed|went|flew|left|departed|continued)\s(?:[^;.{A}]{0,80}?\s)?"
_SAT_IN = (
    rf"(?P<who>{LIST})[^;{{ASEGFH}}]{{0,40}}?\b(?P<verb>{_ATTEND}|{_GOING}(?:for|(?:to|and)\s{_ATTEND}|where\s{{A}}\s(?P<will>will|(?:is|are)\s(?:due\s|set\s|expected\s|scheduled\s)?to)\s(?:also\s)?{_ATTEND}))"
    rf"\s(?:the|an?|its)\s{NUMBER}?(?:[\w-]+\s){{0,2}}?(?:(?:[Ss]ession|[Mm]eeting)\sof\s(?:the\s)?{BODY}|(?:{{G}}\s)?(?P<own>{{FG}})\s(?:[Ss]ession|[Mm]eeting|[Ss]ummit))"
)
_GROUP = re.compile(r"\b(?:Working|Contact|Steering|Task)\s(?:Group|Force)\b")
_OF_SAT_IN = Rule(r"\b(?:[Ss]ession|[Mm]eeting)\sof\b|\s(?:Session|Meeting|session|meeting)\b")


@needing(_OF_SAT_IN)
def sat_in(view: View) -> Iterator[Draft]:
    """Who is to take part in a council's session on a day that is named."""
    if not _OF_SAT_IN.stands_in(view.main):
        return
    for match in view.search(_SAT_IN):
        named = view.things(match["body"] or match["own"], "FG")
        bodies = [one for one in named if one.kind == "format" or COUNCIL.search(one.label) or _GROUP.search(one.label)]
        people = people_of(view.parties(match["who"]))
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        factuality = Factuality.PLANNED if match["will"] else factuality
        start, end = when(view, match.end(), factuality)
        if not bodies or not people or factuality is not Factuality.PLANNED or start is None:
            continue
        # “Will go on to X for a session of the Council”: of all of it.
        whole = match["verb"].endswith(" for") and bodies[0].category != "DecisionBody"
        yield session(
            view,
            factuality,
            "round.attended",
            () if whole else bodies,
            parties=[*people, *(Party(one) for one in bodies[:1] if whole)],
            number=number_of(match["number"]),
            start=start,
            end=end,
            places=_place(view, match),
        )


# “The meeting of the Group scheduled for Friday, 17 February, in X”.
_BEHIND_DAYS = pattern(
    r"(?:,?\s(?:(?:which|that)\s(?:will|is\sto)\s(?:be\sheld|take\splace)|scheduled|planned|due|to\sbe\sheld|to\stake\splace|beginning|starting|opening|on|for|from|to|until|and|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[-–—]|{N})){1,8},?\sin\s(?P<place>{LS})"
)


def _place(view: View, match: re.Match[str]) -> tuple[Thing, ...]:
    """Where a session is to be that is told with its days first, or to which somebody is to go."""
    behind = _BEHIND_DAYS.match(view.main, match.end())
    if behind is not None:
        return tuple(view.things(behind["place"], "LS"))
    return where(view, match.end()) or tuple(view.things(match["verb"], "LS")[:1])


# “Spoke at the opening of the Council in X”, “is attending the 18th Ministerial Council in Y”.
_ATTENDED = (
    rf"(?P<who>{LIST}),?\s+(?:(?:also|today|yesterday|then|later|jointly|both|\w+ly|(?:on\s)?{{N}})\s)*(?P<verb>sp(?:oke|eaks)\sat|attend(?:s|ed)?|took\spart\sin|takes\spart\sin|participate[sd]\sin|(?:is|are)\s(?:attending|taking\spart\sin|participating\sin|speaking\sat)"
    rf"|will\s(?:attend|take\spart\sin|participate\sin|speak\sat)|(?:delivered|gave|made)\s(?:an?|the|his|her)\s(?:[\w-]+\s){{0,3}}?(?:address|speech|statement|remarks)\sat)\s(?:today\s|yesterday\s)?(?:the|today['’]s|yesterday['’]s|this\syear['’]s)\s"
    rf"(?:(?:[\w-]+\s){{0,2}}?(?:session|meeting|plenary|opening|ceremony|segment|day)\sof\s(?:the\s|today['’]s\s)?)?{NUMBER}?(?:annual\s)?{BODY}(?!['’-]|\s(?:[Dd]eclaration|[Dd]ecision)|[^;.]{{0,20}}\b(?:years|months|until|regularly)\b)"
)
_OF_ATTENDED = Trigger(
    r"\b(?:attend(?:s|ed|ing)?|participat\w+|(?:delivered|gave|made)\s(?:an?|the|his|her))\b",
    r"\bsp(?:oke|eaks|eaking|eak)\sat\b|\bt(?:ook|akes?|aking)\spart\b",
)


@needing(_OF_ATTENDED)
def attending(view: View) -> Iterator[Draft]:
    """Who spoke at a council's session, or attended it, where the words give it a day, a place or a number."""
    if view.is_title or not _OF_ATTENDED.stands_in(view.main) or EVERY_YEAR.search(view.main) is not None:
        return
    for match in view.search(_ATTENDED):
        bodies = deciding_bodies(view, match["body"])
        people = people_of(view.parties(match["who"]))
        if not bodies or not people:
            continue
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        factuality = Factuality.PLANNED if match["verb"].startswith("will") else factuality
        factuality = told(view, match.start("verb"), factuality)
        start, end = when(view, match.start("verb"), factuality)
        places = where(view, match.end("body"))
        own = bool(places) or any(one.first == start for one in dates_in(view))
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED} or not (own or match["number"]):
            continue
        yield session(
            view,
            factuality,
            "round.attended",
            bodies,
            parties=people,
            number=number_of(match["number"]),
            start=start,
            end=end,
            places=places,
        )
        return
