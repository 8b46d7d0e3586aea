"""Visits of those whom a release is about, told without naming them: “her visit to X”, and visits that only the lead tells."""

from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.modality import of_noun
from kg.extract.needing import needing
from kg.extract.setting import lasting, when
from kg.extract.view import Party, View, people_of
from kg.extract.visits.goals import goals_of
from kg.extract.visits.rules import GOAL, TO_COME
from kg.extract.visits.visitors import away
from kg.model import Factuality
from kg.text.rule import Rule
from kg.text.shape import pattern

_OWN = rf"\b(?:on|during|as\spart\sof|in\sthe\scourse\sof)\s(?:his|her|their)\s(?P<verb>(?:[\w-]+\s){{0,3}}?(?:visit|trip|tour))\s(?:to|of)\s{GOAL}"


# “X spoke in Y on a two-day visit to Y that concluded today”: of the one whom the lead is about.
_OF_LEAD = rf"\b(?:during|on|at\sthe\send\sof|concluding)\s(?:an?|his|her)\s(?P<verb>(?:[\w-]+\s){{0,4}}?(?:visit|trip|tour))\s(?:to|of)\s{GOAL}"


# “They spoke of their next trip to X in May”, “presented plans for her forthcoming visit to Y on 2 June”.
_NEXT = rf"\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir)\s(?:next|upcoming|forthcoming|planned|coming)\s(?P<verb>(?:[\w-]+\s){{0,2}}?(?:visit|trip|tour|journey))\s(?:to|of)\s{GOAL}"
_OF_NEXT = Rule(r"\b(?:next|upcoming|forthcoming|planned|coming)\s(?:[\w-]+\s){0,2}?(?:visit|trip|tour|journey)\b")


_OF_OWN = Rule(r"\b(?:visit|trip|tour|journey)\b")


@needing(_OF_OWN)
def own(view: View) -> Iterator[Draft]:
    """“On his trip to Ukraine from 9 to 11 February”, said of talks before: a visit of the one whom the sentence is about."""
    if not _OF_OWN.stands_in(view.main):
        return
    if _OF_NEXT.stands_in(view.main):
        yield from _own_next(view)
    for match in view.search(_OWN):
        owners = list(
            pattern(rf"(?P<who>{LIST})['’]s?\s(?:\w+\s){{0,2}}(?:talks|meetings?|discussions?|calls?)\b").finditer(
                view.main[: match.start()]
            )
        )
        visitors = view.parties(owners[-1]["who"]) if owners else view.main_subject
        visitors = people_of(visitors)
        if len(visitors) != 1 or away(view, match, visitors) != visitors:
            continue
        factuality = of_noun(view.main, match.start("verb"), match.end("verb"))
        if factuality not in {Factuality.HAPPENED, Factuality.PRESUPPOSED}:
            continue
        start, end = when(view, match.start("verb"), factuality)
        issued = view.document.issued
        if start is None or issued is None or (end or start) >= issued:
            continue
        for goal in view.things(match["goal"], "LSRE"):
            yield Draft.of(
                view,
                "Visit",
                Factuality.PRESUPPOSED,
                "visit.own",
                parties=visitors,
                start=start,
                end=end,
                places=(goal,),
            )


def _own_next(view: View) -> Iterator[Draft]:
    """A journey to come of those whom the sentence is about, where its day or month is told."""
    for match in view.search(_NEXT):
        visitors = people_of(view.main_subject)
        several = match["whose"].lower() == "their"
        # Of people who met, “their visit” may be one's only: those who sit in one format travel together.
        bodies = {post.organization for one in visitors for post, _ in view.document.posts_of(one.thing)}
        together = any(one is not None and one.kind == "format" for one in bodies)
        named = {one.thing for one in people_of(view.parties(view.main[: match.start()]))}
        if not visitors or (several and not together) or (not several and len(visitors) != 1):
            continue
        if named - {one.thing for one in visitors}:
            # “Met Y and praised his coming visit”: whose it is, is open.
            continue
        if of_noun(view.main, match.start("verb"), match.end("verb")) is Factuality.DENIED:
            continue
        start, end = when(view, match.end("goal"), Factuality.PLANNED)
        if start is None:
            continue
        goals = tuple(view.things(match["goal"], "LSRE"))
        if goals:
            # One journey, to wherever it leads.
            yield Draft.of(
                view, "Visit", Factuality.PLANNED, "visit.own", parties=visitors, start=start, end=end, places=goals
            )


def of_lead(view: View) -> Iterator[Draft]:
    hero = view.document.protagonist
    if hero is None or hero.kind != "person":
        return
    for match in view.search(_OF_LEAD):
        if TO_COME.search(view.main, 0, match.start("verb")):
            continue
        factuality, verb = Factuality.HAPPENED, match["verb"]
        start, end = lasting(view, verb, *when(view, match.start("verb"), factuality))
        for goal in goals_of(view, match["goal"]):
            yield Draft.of(
                view, "Visit", factuality, "visit.noun", parties=[Party(hero)], start=start, end=end, places=(goal,)
            )
