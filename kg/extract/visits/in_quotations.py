"""Visits that somebody speaks of in a quotation: ““… on the occasion of my forthcoming visit to X,” said Y”."""

import re
from collections.abc import Iterator

from kg.extract.acts import quote_speakers
from kg.extract.draft import Draft
from kg.extract.needing import needing
from kg.extract.setting import gone_by
from kg.extract.view import View, people_of
from kg.extract.visits.rules import GOAL
from kg.model import Factuality
from kg.text.rule import Rule
from kg.text.shape import pattern

_OF_MY = Rule(r"\b[Mm]y\s(?:[\w-]+\s){0,2}?(?:visit|trip)\b")
_MY = rf"(?P<before>(?:\b(?:[Ii]n|[Oo]n)\s{{N}},?\s)?(?:[\w]+\s){{0,4}}?)\b[Mm]y\s(?P<verb>(?:[\w-]+\s){{0,2}}?(?:visit|trip))\s(?:to|in|of)\s{GOAL}"
_TO_COME = re.compile(r"\b(?:upcoming|forthcoming|coming|planned|next|future)\b")
_AHEAD = re.compile(r"\b(?:ahead\sof|before|prior\sto|look(?:ing)?\sforward\sto)\s$")
_GONE_BY = re.compile(r"\b(?:last|recent|previous|earlier)\b")


@needing(_OF_MY)
def in_quotations(view: View) -> Iterator[Draft]:
    """The visits that a speaker calls “my visit”, where the words say that they are to come or when they were; each one visit, whatever its goals."""
    if not view.paragraph.quotes or not _OF_MY.stands_in(view.text):
        return
    for match in pattern(_MY).finditer(view.text):
        if not view.paragraph.quoted(view.shape.start(match.start("verb"))):
            continue
        days = [
            one
            for one in view.paragraph.dates
            if view.sentence.start <= one.start < view.sentence.end
            and match.start("before") <= view.shape.at(one.start) < match.end("before")
        ]
        to_come = _TO_COME.search(match["verb"]) or _AHEAD.search(match["before"])
        if not (to_come or days or _GONE_BY.search(match["verb"])):
            continue
        spoken = quote_speakers(view)
        people = people_of(spoken[0]) if spoken is not None else []
        goals = tuple(view.things(match["goal"], "LSRE"))
        if len(people) != 1 or not goals:
            continue
        day = gone_by(view, days[0]) if days and not to_come else None
        yield Draft.of(
            view,
            "Visit",
            Factuality.PLANNED if to_come else Factuality.PRESUPPOSED,
            "visit.quoted",
            parties=people,
            start=day.first if day is not None else None,
            end=day.until if day is not None else None,
            places=goals,
        )
