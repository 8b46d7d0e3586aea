"""Stops of journeys told in passing: “a tour which had taken her to X on Tuesday”, “X, where she stayed from 7 to 10 May”, “a stop in X was left out”."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.needing import needing
from kg.extract.setting import dates_in, lasting, when
from kg.extract.view import Party, View, people_of
from kg.extract.visits.rules import GOAL
from kg.model import Confidence, Factuality
from kg.text.dates import DateMention
from kg.text.document import Actor
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

_DAY = r"(?:\s(?:on\s)?(?:{N}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|\syesterday|\stoday|\searlier\s(?:today|this\sweek))?"
_TAKEN = (
    r"\b(?:visit|trip|tour|journey)\b[^;.]{0,60}?\b(?:took|taken|takes|brought)\s(?:him|her|them)\s(?:also\s)?to\s(?P<goal>{LS})"
    rf"{_DAY}(?:,\s(?:to\s)?(?P<second>{{LS}}){_DAY})?(?:,?\sand\s(?:to\s)?(?P<last>{{LS}}){_DAY})?"
)
_OF_TAKEN = Trigger(r"\b(?:took|taken|takes|brought)\s(?:him|her|them)\s")


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
        # Without a day for each the whole journey is told, which is one visit.
        if not all(days):
            continue
        for name, day in zip(stops, days, strict=True):
            for goal in view.things(match[name], "LS"):
                yield Draft.of(
                    view,
                    "Visit",
                    Factuality.HAPPENED,
                    "visit.taken",
                    parties=[whose],
                    start=day[0].first,
                    places=(goal,),
                )


_JOURNEY = r"\b(?P<noun>visit|trip|tour|journey)\b[^;.{ASEGFH}]{0,40}?"
_TAKES = r"(?P<verb>(?:will\s|is\sto\s)?(?:takes?|took|brings|brought)|has\staken|had\staken)"
# “Returned today from a trip that took her to X, Y and Z”, “a tour has taken X to Y and Z”.
_TOURED = (
    rf"(?P<who>{LIST})['’]?s?\s[^;.{{ASEGFH}}]{{0,60}}?{_JOURNEY},?\s(?:that|which)\s{_TAKES}\s(?:him|her|them)\s(?:first\s)?to\s{GOAL}",
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
        if not people or not goals or any(view.shape.at(one.start) == match.end() + 1 for one in dates_in(view)):
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


_BEEN = r"(?P<goal>{LS}),\swhere\s(?P<who>{A})\s(?:had\s|has\s)?(?:also\s)?(?:was|were|been|stayed|spent)\s[^;,.{A}]{0,30}?(?P<day>{N})"
_OF_BEEN = Rule(r",\swhere\s")


@needing(_OF_BEEN)
def been_in(view: View) -> Iterator[Draft]:
    """Where somebody was on a day or in a month that a clause names."""
    if not _OF_BEEN.stands_in(view.unquoted):
        return
    for match in pattern(_BEEN).finditer(view.unquoted):
        people = people_of(view.parties(match["who"]))
        actor = view.shape.items[match["who"]].payload
        whose = traveller(view)
        if isinstance(actor, Actor) and actor.form == "pronoun" and whose is not None:
            people = [whose]
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


_LEFT_OUT = (
    r"\b(?:[Aa]|[Tt]he|[Aa]nother)\s(?:(?:planned|further|second|short|brief)\s)*(?:stop|stopover|visit|trip)\s(?:in|to|at)\s(?:the\s)?(?:[^;.,{ASEGFHL}]{0,40}?\b(?:of|in)\s)?(?P<goal>{LSE})"
    r"[^;.]{0,90}?\b(?:(?:was|were|had\sto\sbe|has\sbeen|had\sbeen)\s(?:left\sout|dropped|skipped|cancelled|canceled|called\soff|postponed|put\soff|abandoned)(?!\s(?:until|to|till)\b)"
    r"|(?:was|is)\snot\son\sthe\sprogramme|(?:did|will|could)\snot\stake\splace)\b"
)
_OF_LEFT_OUT = Trigger(r"\b(?:stop|stopover|visit|trip)\s(?:in|to|at)\b")


@needing(_OF_LEFT_OUT)
def left_out(view: View) -> Iterator[Draft]:
    """A stop that the one whom the release is about did not make."""
    whose = traveller(view)
    if whose is None or not _OF_LEFT_OUT.stands_in(view.main):
        return
    for match in view.search(_LEFT_OUT):
        for goal in view.things(match["goal"], "LSE"):
            yield Draft.of(view, "Visit", Factuality.DENIED, "visit.left-out", parties=[whose], places=(goal,))


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
