"""Visits told by their place in a row: “X is among the first countries that Y visited”, “Y chose X for her first visit abroad”, “the first stop of his tour”."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.modality import PLANNED
from kg.extract.needing import needing
from kg.extract.setting import names_day, when
from kg.extract.view import Party, View, people_of, things_of
from kg.extract.visits.stops import traveller
from kg.extract.visits.visitors import at_home
from kg.model import Factuality, Thing
from kg.text.hosts import written_in
from kg.text.rule import Trigger
from kg.text.shape import pattern

_RANK = r"(?:(?:very|only|two|three|few)\s)*(?:first|second|third|fourth|fifth|next|last|final|maiden|inaugural|opening)(?:\sand\s(?:second|third|fourth|fifth|last|final))?"
_WORD = r"(?:[\w-]+|{DSLRG})"
_STOP = r"(?:countr(?:y|ies)|states?|participating\s[Ss]tates?|capitals?|cit(?:y|ies)|places?|destinations?|(?:port\sof\s)?calls?|stop(?:s|over|overs)?|legs?|stations?)"
_JOURNEY = r"(?:visits?|trips?|tours?|journeys?|travels|mission)"
_GOAL = r"(?:the\s)?(?P<goal>{LSE}(?:(?:,\s|,?\sand\s)(?:the\s)?{LSE})*)"
_NUMBERED = rf"(?:(?:among|one\sof)\s)?(?:the|his|her|their)\s{_RANK}\s(?:{_WORD}\s){{0,3}}?{_STOP}"
_WHO = rf"(?:the\s)?(?:(?:new|newly\sappointed|incoming)\s)?(?P<who>{LIST}|\b(?:he|she|they)\b)"
_GOING = r"(?P<verb>visited|visits?|travell?ed\sto|travels?\sto|went\sto|is\svisiting|toured|chose|has\schosen)"
_COMING = r"(?P<coming>will\sbe|is\sto\sbe|would\sbe)"
_BEING = rf"(?:is|are|was|were|has\sbeen|became|becomes|{_COMING})(?:\s(?:also|now|thus|therefore))?"
# Of whose journey the stop is: “of X's tour of the region”, “of the tour of X”, “of her trip”.
_OF_TOUR = (
    rf"\s(?:of|on|in|for|during)\s(?:(?:the\s)?(?P<owner>{{A}})['’]s?\s(?:{_WORD}\s){{0,4}}?{_JOURNEY}"
    rf"|(?:the|a|an|this|his|her|their)\s(?:{_WORD}\s){{0,4}}?{_JOURNEY}\b(?:[^;,.{{A}}]{{0,60}}?\s(?:of|by|for)\s(?:the\s)?(?P<of>{{A}}))?)"
)
# “X is among the first countries that Y visited”, “that were visited by Y”, “X is the first stop of the tour of Y”.
_GOAL_FIRST = (
    rf"{_GOAL}(?:,\s[^,;{{A}}]{{3,60}},)?\s{_BEING}\s{_NUMBERED}"
    rf"(?:\s(?:(?:that|which|to\swhich)\s)?{_WHO}\s(?:has\s|had\s|also\s|(?P<going>will\s|would\s|is\sto\s))*{_GOING}\b"
    rf"|\s(?:(?:that|which)\s(?:was|were)\s|(?P<tobe>to\sbe)\s)?visited\sby\s(?:the\s)?(?:new\s)?(?P<visitor>{LIST})|{_OF_TOUR})"
)
# “X was the destination of Y's first visit abroad”.
_DESTINATION = (
    rf"{_GOAL}\s{_BEING}\sthe\s(?:destination|goal)\s(?:of|for)\s(?:(?:the\s)?(?P<owner>{{A}})['’]s?|the|his|her|their)\s{_RANK}\s(?:[\w-]+\s){{0,3}}?{_JOURNEY}"
    r"(?:[^;,.{A}]{0,40}?\s(?:of|by|for)\s(?:the\s)?(?:new\s)?(?P<of>{A}))?"
)
# “Y chose X for her first visit abroad”, “Y made X the destination of his first trip”.
_CHOSE = (
    rf"{_WHO}(?:,\s[^,;{{A}}]{{3,80}},)?\s(?:(?:has|had|also|deliberately|therefore)\s)*(?P<verb>chose|chosen|picked|selected|made)\s{_GOAL}\s(?:as|for|to\sbe|the)\s"
    rf"(?:(?:the\s)?(?:destination|goal|country|place|{_RANK}\s{_STOP})\s(?:of|for|on)\s)?(?:his|her|their|an?|the)\s(?:{_RANK}\s(?:[\w-]+\s){{0,3}})?{_JOURNEY}\b"
)
_FOR_FIRST = rf"\b(?:[Ff]or|[Aa]s\sthe\sdestination\s(?:of|for))\s(?:his|her|their)\s{_RANK}\s(?:[\w-]+\s){{0,3}}?{_JOURNEY}\b[^;,.{{A}}]{{0,40}},?\s{_WHO}\s(?:has\s|had\s)?(?P<verb>chose|chosen|picked|selected)\s{_GOAL}"
# “Thanked Y for choosing X as the first country to visit”.
_THANKED = (
    rf"(?P<who>{LIST})\s(?:today\s)?for\s(?:choosing|having\schosen|selecting|having\sselected|picking|making)\s{_GOAL}\s(?:as|for|the)\s(?:his|her|their|the)\s"
    rf"(?:destination\s(?:of|for)\s(?:his|her|their)\s)?{_RANK}\s(?:{_WORD}\s){{0,3}}?(?:{_JOURNEY}|{_STOP}[^;,.{{A}}]{{0,40}}?\b(?:visit|{_JOURNEY}))\b"
)
# “Y's first trip abroad took her to X”.
_TOOK = rf"(?P<who>{LIST})['’]s?\s{_RANK}\s(?:[\w-]+\s){{0,3}}?{_JOURNEY}\b[^;,.{{A}}]{{0,40}}?\s(?P<coming>will\s)?(?:took|takes|take|brought|brings|bring|led|leads|lead)\s(?:him|her|them)\sto\s{_GOAL}"
# “The first country that Y visited was X”.
_GOAL_LAST = (
    rf"\b[Tt]he\s{_RANK}\s(?:{_WORD}\s){{0,3}}?{_STOP}(?:\s(?:(?:that|which)\s)?{_WHO}\s(?:has\s|had\s)?{_GOING}|\s(?:(?:that\swas\s)|to\sbe\s)?visited\sby\s(?:the\s)?(?:new\s)?(?P<visitor>{LIST})|{_OF_TOUR})"
    rf"(?:,?\s(?:on|in|after|since)\s[^;,.]{{3,50}}?)?,?\s(?P<be>was|is|will\sbe)\s{_GOAL}"
)
# “In X, the first stop of her tour, Y met …”.
_IN_ASIDE = rf"\b[Ii]n\s{_GOAL},\sthe\s{_RANK}\s(?:{_WORD}\s){{0,3}}?{_STOP}{_OF_TOUR}"
_RULES = (_GOAL_FIRST, _DESTINATION, _CHOSE, _FOR_FIRST, _THANKED, _TOOK, _GOAL_LAST, _IN_ASIDE)
_TRIGGER = Trigger(
    r"\b(?:first|second|third|fourth|fifth|next|last|final|maiden|inaugural|opening|chose|chosen|picked|selected|made)\b"
)


@needing(_TRIGGER)
def first_visits(view: View) -> Iterator[Draft]:
    """The visits that a sentence tells of in such words, one for each goal."""
    if view.is_title or not _TRIGGER.stands_in(view.unquoted):
        return
    for rule in _RULES:
        for match in pattern(rule).finditer(view.unquoted):
            words = match.groupdict()
            named = words.get("who") or words.get("visitor") or words.get("owner") or words.get("of")
            people = people_of(view.parties(named)) if named and named not in _PRONOUNS else []
            if not people and (not named or named in _PRONOUNS):
                people = [one] if (one := traveller(view)) is not None else []
            # “In X, the last stop of the journey, the President of X received …”: he did not travel.
            people = [one for one in people if not at_home(view, match, one)]
            coming = any(words.get(one) for one in ("coming", "going", "tobe")) or words.get("be") == "will be"
            before = view.unquoted[: match.start()] if rule == _IN_ASIDE else view.unquoted[: match.end()]
            coming = coming or (rule in {_CHOSE, _FOR_FIRST, _IN_ASIDE} and PLANNED.search(before) is not None)
            factuality = Factuality.PLANNED if coming and not _TOLD_AS_DONE.search(match[0]) else Factuality.HAPPENED
            yield from _visits(view, match, people, factuality)
            if people:
                return


_PRONOUNS = frozenset({"he", "she", "they"})
_TOLD_AS_DONE = re.compile(r"\b(?:visited|went|travell?ed)\b(?!\sby\b)")


def _visits(view: View, match: re.Match[str], people: list[Party], factuality: Factuality) -> Iterator[Draft]:
    for goal in _goals(view, match["goal"]) if people else ():
        start, end = when(view, match.start("goal"), factuality)
        if factuality is Factuality.HAPPENED and not names_day(view, start) and not _here(view, goal):
            # What is recalled of another place was on some other day.
            start, end = None, None
        yield Draft.of(
            view, "Visit", factuality, "visit.ranked", parties=list(people), start=start, end=end, places=(goal,)
        )


def _goals(view: View, stretch: str) -> list[Thing]:
    """Where a journey led; a capital, which else stands for its state, is the city here."""
    words, text = view.document.words, view.paragraph.text
    found: dict[str, Thing] = {}
    for item in view.shape.found(stretch):
        hits = words.gazetteer.find(text[item.start : item.end]) if item.code == "S" else ()
        cities = [entry.thing for hit in hits for entry in hit.entries if entry.thing.kind == "place"]
        for thing in cities[:1] or things_of(item):
            found.setdefault(thing.iri.value, thing)
    return list(found.values())


def _here(view: View, goal: Thing) -> bool:
    """Whether a release was written in the city or state that was visited."""
    states = view.document.words.state_of_place
    written = {one.key for one in written_in(view.document)}
    return goal.key in written or goal.key in {states.get(key) for key in written}
