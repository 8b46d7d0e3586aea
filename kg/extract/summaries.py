"""Meetings that are first told by their number or kind, and then one after another.

“She had five separate calls with leaders of the region. She spoke individually with A, B and C”: the first sentence
tells of no further call, but of what kind these were, on which day, and what about.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from kg.extract.draft import TALK_CLASSES, Draft
from kg.model import Factuality

_SEVERAL = re.compile(r"(?:.*\s)?(?:meetings|calls|conversations|consultations|bilaterals|pull-asides)")
_HEADS = re.compile(
    r"\b(?:leaders|counterparts|colleagues|ministers|presidents|officials|representatives|interlocutors|heads|participants|partners|allies|governors|senators|mayors|chairs)\b",
    re.IGNORECASE,
)
_NEAR = 1
"""Paragraphs behind a summary in which those meetings are told that it sums up."""


def one_by_one(kept: list[Draft], absorb: Callable[[Draft, Draft], None]) -> list[Draft]:
    """The meetings without those that only sum up others told right behind them, to which `absorb` adds what the sum says."""
    sums: list[Draft] = []
    for draft in kept:
        if not _sums_up(draft):
            continue
        told = [one for one in kept if _is_of(one, draft)]
        if len(told) > 1:
            sums.append(draft)
            for one in told:
                one.start = one.start or draft.start
                absorb(one, replace(draft, others=""))
    return [one for one in kept if not any(one is other for other in sums)]


def _sums_up(draft: Draft) -> bool:
    """Whether one person is told to have had several meetings with people of a kind."""
    return (
        draft.category in TALK_CLASSES
        and draft.factuality is Factuality.HAPPENED
        and len(draft.actors) == 1
        and not draft.formats
        and _SEVERAL.fullmatch(draft.label or "") is not None
        and _HEADS.search(draft.others) is not None
    )


def _is_of(draft: Draft, total: Draft) -> bool:
    """Whether a meeting can be one of those that a sum told before it counts."""
    paragraphs = draft.position[0] - total.position[0]
    return (
        draft.category in TALK_CLASSES
        and draft.factuality is Factuality.HAPPENED
        and draft.position > total.position
        and paragraphs <= _NEAR
        and total.actors < draft.actors
        and (draft.start is None or draft.start == total.start)
    )
