"""Stops of journeys told in passing: “a tour which had taken her to X on Tuesday”, “X, where she stayed from 7 to 10 May”, “a stop in X was left out”."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.modality import PLANNED
from kg.extract.needing import needing
from kg.extract.setting import dates_in, is_long_ago, lasting, when
from kg.extract.view import Party, View, people_of
from kg.extract.visits.rules import GOAL
from kg.model import Confidence, Factuality
from kg.text.dates import DateMention
from kg.text.document import Actor
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

_DAY = r"(?:\s(?:on\s)?(?:{N}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|\syesterday|\stoday|\searlier\s(?:today|this\sweek))?"
_TAKEN = (
    r"\b(?:visit|trip|tour|journey|one)\b[^;.]{0,60}?\b(?:took|taken|takes|brought)\s(?:him|her|them|(?P<who>{A}))\s(?:also\s)?to\s(?P<goal>{LS})"
    rf"{_DAY}(?:,\s(?:to\s)?(?P<second>{{LS}}){_DAY})?(?P<then>,?\sand\s(?:then\s|later\s|from\sthere\s|afterwards\s)?(?:on\s)?(?:to\s)?(?P<last>{{LS}}){_DAY})?"
)
_OF_TAKEN = Trigger(r"\b(?:visit|trip|tour|journey)\b[^;.]*?\b(?:took|taken|takes|brought)\s")
_GOES_ON = re.compile(r"\b(?:then|later|from\sthere|afterwards|and\son)\s")


@needing(_OF_TAKEN)
def taken_to(view: View) -> Iterator[Draft]:
    """The cities and states to which a journey took the one whom the release is about, each with a day of its own."""
    whose = traveller(view)
    if whose is None or not _OF_TAKEN.stands_in(view.unquoted):
        return
    for match in pattern(_TAKEN).finditer(view.unquoted):
        stops = [name for name in ("goal", "second", "last") if match[name]]
        ends = [*(match.start(name) for name in stops[1:]), match.end()]
        days = [_between(view, match.end(name), end) for name, end in zip(stops, ends, strict=True)]
        # Without a day for each the whole journey is told, which is one visit, unless it says that it went on.
        goes_on = days[0] and _GOES_ON.search(match["then"] or "") is not None
        people = people_of(view.parties(match["who"])) if match["who"] else [whose]
        if not (all(days) or goes_on):
            continue
        for name, day in zip(stops, days, strict=True):
            start = day[0].first if day else None
            earlier = is_long_ago(view.document.news_day, days[0][0].first)
            factuality = Factuality.PRESUPPOSED if earlier else Factuality.HAPPENED
            for goal in view.things(match[name], "LS"):
                yield Draft.of(
                    view, "Visit", factuality, "visit.taken", parties=list(people), start=start, places=(goal,)
                )


_JOURNEY = r"\b(?P<noun>visit|trip|tour|journey)\b[^;.{ASEGFH}]{0,40}?"
_TAKES = r"(?P<verb>(?:will\s|is\sto\s)?(?:takes?|took|brings|brought)|has\staken|had\staken)"
# “Returned today from a trip that took her to X, Y and Z”, “a tour has taken X to Y and Z”.
_TOURED = (
    rf"(?P<who>{LIST})['’]?s?,?\s[^;.{{ASEGFH}}]{{0,60}}?{_JOURNEY},?\s(?:that|which)\s{_TAKES}\s(?:him|her|them)\s(?:first\s)?to\s{GOAL}",
    rf"{_JOURNEY}\s{_TAKES}\s(?P<who>{LIST})\s(?:first\s)?to\s{GOAL}",
)
_OF_TAKEN_ANYWHERE = Rule(r"\b(?:trip|tour|visit|journey)\b[^;.]{0,60}?\s(?:takes?|took|taken|brings|brought)\s")


@needing(_OF_TAKEN_ANYWHERE)
def toured(view: View) -> Iterator[Draft]:
    """Where a journey takes or took somebody: one visit to several states, a visit of its own to each city."""
    if view.is_title or not _OF_TAKEN_ANYWHERE.stands_in(view.unquoted):
        return
    for match in (one for rule in _TOURED for one in pattern(rule).finditer(view.unquoted)):
        people = people_of(view.parties(match["who"]))
        goals = view.things(match["goal"], "LS")
        if (
            not people
            or not goals
            or any(one.first == one.last and view.shape.at(one.start) in _behind(match) for one in dates_in(view))
        ):
            continue
        planned = re.match(r"will|is to|takes?$|brings$", match["verb"]) is not None
        factuality = Factuality.PLANNED if planned else Factuality.HAPPENED
        start, end = when(view, match.start("noun"), factuality)
        # The day of the return is the last.
        start, end = lasting(view, "" if planned else "ended", start, end)
        states = all(one.kind == "state" for one in goals)
        for places in [tuple(goals)] if states else [(one,) for one in goals]:
            yield Draft.of(
                view, "Visit", factuality, "visit.taken", parties=list(people), start=start, end=end, places=places
            )


def _behind(match: re.Match[str]) -> range:
    """Where the day of the first stop stands: “took her to X on 3 May”."""
    return range(match.end() + 1, match.end() + len(" on ") + 1)


_BEEN = r"(?P<goal>{LS}),\swhere\s(?P<who>{A})\s(?:had\s|has\s)?(?:also\s)?(?:was|were|been|stayed|spent)\s[^;,.{A}]{0,30}?(?P<day>{N})"
# “The day that she spent in X on Tuesday”, “after two days spent in X”.
_SPENT = r"\b(?:day|days|hours|morning|afternoon|evening|week)\s(?:(?:that|which)\s)?(?:(?P<who>{A})\s(?:has\s|had\s)?spent|spent\s(?:by\s(?P<by>{A})\s)?)\s?in\s(?:the\s)?(?P<goal>{LS})(?P<day>(?:\son)?\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:{N}|today|yesterday))?"
_OF_BEEN = Rule(r",\swhere\s|\sspent\s")


@needing(_OF_BEEN)
def been_in(view: View) -> Iterator[Draft]:
    """Where somebody was on a day or in a month that a clause names, or spent the time that it tells of."""
    if not _OF_BEEN.stands_in(view.unquoted):
        return
    for match in pattern(_BEEN).finditer(view.unquoted):
        people = _who_was(view, match["who"])
        days = _between(view, match.end("who"), match.end("day"))
        issued = view.document.issued
        if not people or not days or issued is None or days[0].first > issued[: len(days[0].first)]:
            continue
        for goal in view.things(match["goal"], "LS"):
            yield Draft.of(
                view,
                "Visit",
                Factuality.HAPPENED,
                "visit.been",
                parties=people,
                start=days[0].first,
                end=days[0].until,
                places=(goal,),
            )
    for match in pattern(_SPENT).finditer(view.unquoted) if not view.is_title else ():
        whose = traveller(view)
        named = match["who"] or match["by"]
        people = _who_was(view, named) if named else [whose] if whose is not None else []
        days = _between(view, match.end("goal"), match.end())
        if people and not PLANNED.search(view.unquoted, 0, match.start()):
            start, end = (days[0].first, days[0].until) if days else (None, None)
            for goal in view.things(match["goal"], "LS"):
                yield Draft.of(
                    view,
                    "Visit",
                    Factuality.HAPPENED,
                    "visit.verb",
                    parties=list(people),
                    start=start,
                    end=end,
                    places=(goal,),
                )


def _who_was(view: View, stretch: str) -> list[Party]:
    """The people of a stretch; for a pronoun the one whose journey it is."""
    actor, whose = view.shape.items[stretch].payload, traveller(view)
    if isinstance(actor, Actor) and actor.form == "pronoun" and whose is not None:
        return [whose]
    return people_of(view.parties(stretch))


_NOT_MADE = (
    r"(?:(?:was|were|had\sto\sbe|has\sbeen|had\sbeen)\s(?:left\sout|dropped|skipped|cancelled|canceled|called\soff|postponed|put\soff|abandoned|given\sup|struck\soff|shelved)(?!\s(?:until|to|till)\b)"
    r"|(?:was|is)\snot\son\sthe\sprogramme|(?:did|will|could|would)\snot\s(?:take\splace|come\s(?:about|off)|go\sahead|materiali[sz]e|be\s(?:made|arranged|fitted\sin|managed))"
    r"|came\sto\snothing|fell\s(?:through|victim\sto)|failed\sto\smateriali[sz]e)\b"
)
_LEFT_OUT = (
    r"\b(?:[Aa]n?|[Tt]he|[Aa]nother|(?P<whose>{A})['’]s?)\s(?:(?:planned|intended|proposed|further|second|short|brief|onward|side|day|detour|joint)\s)*(?:stop|stopover|visit|trip|journey|excursion|detour)\s(?:in|to|at)\s(?:the\s)?(?:[^;.,{ASEGFHL}]{0,40}?\b(?:of|in)\s)?(?P<goal>{LSE})"
    rf"[^;.]{{0,140}}?\b{_NOT_MADE}"
)
# “X, where Y had been ready to receive her, was struck off the itinerary.”
_STRUCK_OFF = (
    r"(?P<goal>{LS}),\s(?:where|which|whose|also|too|originally|a)\b[^;.]{3,160}?,\s(?:was|is|has\sbeen|had\sto\sbe|had\sbeen)\s(?:\w+\s)?(?:(?:struck|taken)\s(?:off|from)|dropped\sfrom|removed\sfrom|left\soff|crossed\soff|cut\sfrom|deleted\sfrom)\s"
    r"(?:the|his|her|their)\s(?:[\w-]+\s)?(?:itinerary|programme|program|route|schedule|list\sof\sstops|agenda)\b"
    r"|(?P<only>{LS})\s(?:was|is|has\sbeen|had\sto\sbe|had\sbeen)\s(?:\w+\s)?(?:(?:struck|taken)\s(?:off|from)|dropped\sfrom|removed\sfrom|left\soff|crossed\soff|cut\sfrom)\s(?:the|his|her|their)\s(?:[\w-]+\s)?(?:itinerary|programme|program|route|schedule)\b"
)
_OF_LEFT_OUT = Trigger(
    r"\b(?:stop|stopover|visit|trip|journey|excursion|detour)\s(?:in|to|at)\b",
    r"\b(?:struck|taken|dropped|removed|left|crossed|cut|deleted)\s(?:off|from)\s(?:the|his|her|their)\s",
)


@needing(_OF_LEFT_OUT)
def left_out(view: View) -> Iterator[Draft]:
    """A stop that the one whom the release is about did not make."""
    if not _OF_LEFT_OUT.stands_in(view.unquoted):
        return
    for match in view.search(_LEFT_OUT):
        whose = people_of(view.parties(match["whose"])) if match["whose"] else _not_gone(view, match.start())
        yield from _not_made(view, whose, match["goal"], _between(view, match.end("goal"), match.end()))
    for match in pattern(_STRUCK_OFF).finditer(view.unquoted):
        days = _between(view, match.start(), match.end())
        yield from _not_made(view, _not_gone(view, 0), match["goal"] or match["only"], days)


def _not_gone(view: View, position: int) -> list[Party]:
    """Who did not make a journey told without its traveller: the subject before it, else whose doings the release reports."""
    hero = view.document.protagonist or view.document.subject
    before = people_of(view.main_subject) if view.shape.found(view.main[:position]) else []
    known = {one.thing for one in view.parties(view.main[:position])}
    before = [one for one in before if one.thing in known]
    return before[:1] or ([Party(hero)] if hero is not None and hero.kind == "person" else [])


def _not_made(view: View, whose: list[Party], stretch: str, days: list[DateMention]) -> Iterator[Draft]:
    """A journey to each goal that was not made; the one day that is named is when it was to be."""
    start, end = (days[0].first, days[0].until) if len(days) == 1 else (None, None)
    for goal in view.things(stretch, "LSE") if whose else ():
        yield Draft.of(
            view,
            "Visit",
            Factuality.DENIED,
            "visit.left-out",
            parties=list(whose),
            start=start,
            end=end,
            places=(goal,),
        )


def traveller(view: View) -> Party | None:
    """Whose journey it is: the one person whom the sentence is about, else the one whose doings the release reports."""
    subject = view.main_subject
    people = [one for one in subject if one.thing.kind == "person" and one.confidence is Confidence.HIGH]
    hero = view.document.protagonist or view.document.subject
    if len(people) == 1:
        return people[0]
    return Party(hero) if hero is not None and hero.kind == "person" else None


def _between(view: View, begin: int, end: int) -> list[DateMention]:
    """The dates that stand in a stretch of the shape."""
    return [one for one in dates_in(view) if begin <= view.shape.at(one.start) < end and len(one.first) > 4]
