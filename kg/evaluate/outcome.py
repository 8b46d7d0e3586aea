"""What the comparison of a reading with gold comes to: one outcome for each fact found, extra or missing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from kg.model import Span

G = TypeVar("G")
S = TypeVar("S")


class Verdict(StrEnum):
    """Whether a fact is in both, only in the reading, or only in the gold."""

    RIGHT = "right"
    EXTRA = "extra"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact of the class `row`: what it says and the sentence that it rests on."""

    row: str
    verdict: Verdict
    says: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One property of one fact: its row in the report, what it is of, and the sentence."""

    row: str
    of: str
    sentence: str

    def is_(self, verdict: Verdict, value: str) -> Outcome:
        """The outcome that the property has this value."""
        return Outcome(self.row, verdict, f"{self.of}: {value}", self.sentence)


def pair_off(
    gold: Sequence[G], found: Sequence[S], likeness: Callable[[G, S], float]
) -> tuple[list[tuple[G, S]], list[G], list[S]]:
    """Pair each gold fact with at most one found, likeliest pairs first (0 is no pair), ties in order.

    Returns the pairs in the gold's order, the gold left over and the found left over.
    """
    scored = [
        (-score, left, right)
        for left, one in enumerate(gold)
        for right, other in enumerate(found)
        if (score := likeness(one, other)) > 0
    ]
    left_to_right: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in sorted(scored):
        if left not in left_to_right and right not in taken:
            left_to_right[left] = right
            taken.add(right)
    pairs = [(one, found[left_to_right[left]]) for left, one in enumerate(gold) if left in left_to_right]
    missing = [one for left, one in enumerate(gold) if left not in left_to_right]
    extra = [one for right, one in enumerate(found) if right not in taken]
    return pairs, missing, extra


def overlap(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether any stretch of the one shares a character with any of the other."""
    rest = tuple(others)
    return any(one.start < other.end and other.start < one.end for one in spans for other in rest)


def sentence(text: str, spans: Sequence[Span]) -> str:
    """The words at the first of the stretches, on one line."""
    return " ".join(spans[0].of(text).split()) if spans else ""


def shown(name: object) -> str:
    """A gold name, a list of them, or nobody, in words."""
    if name is None:
        return "nobody"
    return " or ".join(name) if isinstance(name, tuple) else str(name)
