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


_OF_OWN = Rule(r"\b(?:visit|trip|tour)\b")


@needing(_OF_OWN)
def own(view: View) -> Iterator[Draft]:
    """“On his trip to Ukraine from 9 to 11 February”, said of talks before: a visit of the one whom the sentence is about."""
    if not _OF_OWN.stands_in(view.main):
        return
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
