"""Meetings and calls of the same people on two days of one sentence: “on Tuesday, and again this morning, X spoke with Y”."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.draft import Draft
from kg.extract.setting import dates_in
from kg.extract.view import View
from kg.model import Factuality
from kg.text.rule import Rule

AGAIN = Rule(r",?\s(?:and|then)\s(?:once\s(?:more|again)|again|a\s(?:second|third)\stime)\s")
_NEAR = 14
"""Characters between “and again” and the day before or behind it."""


def repeated(view: View, told: Iterable[Draft], position: int) -> Iterator[Draft]:
    """The drafts that a place of the shape tells, and of what was done again on another day a second telling with that day."""
    match = AGAIN.search(view.main) if AGAIN.stands_in(view.main) else None
    if match is not None and ";" in view.main[min(match.start(), position) : max(match.end(), position)]:
        match = None
    days = dates_in(view) if match is not None else []
    begin, end = (view.shape.start(one) for one in match.span()) if match is not None else (0, 0)
    before = [one for one in days if 0 <= begin - one.end < _NEAR]
    behind = [one for one in days if 0 <= one.start - end < _NEAR]
    for draft in told:
        yield draft
        if before and behind and draft.factuality in {Factuality.HAPPENED, Factuality.PRESUPPOSED}:
            draft.start = before[-1].first
            second = replace(draft, parties=list(draft.parties), evidence=dict(draft.evidence), discusses=[])
            second.start = behind[0].first
            yield second
