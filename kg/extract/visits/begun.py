"""Journeys told by their beginning."""

from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.needing import needing
from kg.extract.setting import dates_in
from kg.extract.view import View
from kg.model import Factuality
from kg.text.rule import Rule
from kg.text.shape import pattern

BEGUN = r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w-]+\s)?(?P<verb>visit|trip|tour),?\s(?:which|that)\s(?:began|started|begun)\s(?:on\s)?(?P<day>{N})"


_OF_BEGUN = Rule(r"\b(?:visit|trip|tour),? (?:which|that) ")


@needing(_OF_BEGUN)
def begun(view: View) -> Iterator[Draft]:
    """“The visit, which began on 5 October, …”: the first day of the visit told before."""
    if not _OF_BEGUN.stands_in(view.unquoted):
        return
    for match in pattern(BEGUN).finditer(view.unquoted):
        days = [one for one in dates_in(view) if view.shape.at(one.start) in range(match.start("verb"), match.end())]
        if days and len(days[0].first) == 10:
            yield Draft.of(view, "Visit", Factuality.HAPPENED, "visit.begun", start=days[0].first, refers_back=True)
