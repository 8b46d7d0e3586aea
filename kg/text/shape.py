"""A paragraph with every recognised item folded into one character, so that rules are short patterns.

Each class of item has a block of Unicode's private use area; the n-th item of a class in a paragraph is
the n-th character of its block. A pattern such as `{P} met {P}` then reads over names of any length, and
`Shape.source` leads from a match back to the paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from kg.text.codes import BLOCK, HEADS, block
from kg.text.gazetteer import Entry
from kg.text.rule import Rule

_START = attrgetter("start")
_FIRST = {code: ord(head) for code, head in HEADS.items()}


@lru_cache(maxsize=1000)
def pattern(text: str, flags: int = 0) -> Rule:
    """Compile a rule in which `{P}` stands for a person and `{SGE}` for any item of those classes.

    Inside a character class, as in `[^;{P}]`, they stand for their characters.
    """

    inside = False

    def expand(match: re.Match[str]) -> str:
        nonlocal inside
        if match["codes"]:
            return block(match["codes"]) if inside else f"[{block(match['codes'])}]"
        if match[0] in "[]":
            inside = match[0] == "["
        return match[0]

    return Rule(re.sub(r"\\.|\[|\]|\{(?P<codes>[A-Z]+)\}", expand, text), flags)


class Item(NamedTuple):
    """Something recognised at `start` to `end` of a paragraph's clean text."""

    start: int
    end: int
    code: str
    entries: tuple[Entry, ...] = ()
    payload: object = None


class Shape(NamedTuple):
    """The folded paragraph: its characters, and the item behind each folded one.

    `folds` are the indices of the folded characters, in order; `shifts[n]` is what must be added to the index of a
    character behind n of them to have its place in the paragraph.
    """

    text: str
    folds: list[int]
    shifts: list[int]
    items: dict[str, Item]

    @property
    def starts(self) -> list[int]:
        """Where each character began in the paragraph."""
        edges = [-1, *self.folds, len(self.text) - 1]
        return [
            index + shift
            for shift, last, this in zip(self.shifts, edges, edges[1:], strict=False)
            for index in range(last + 1, this + 1)
        ]

    def start(self, index: int) -> int:
        """Where the character at an index began in the paragraph."""
        return index + self.shifts[bisect_left(self.folds, index)]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the shape stands in the paragraph."""
        return self.start(start), self.start(end - 1) + self._width(end - 1)

    def _width(self, index: int) -> int:
        item = self.items.get(self.text[index])
        return item.end - item.start if item is not None else 1

    def at(self, offset: int) -> int:
        """The index in the shape of the character that stands at or after an offset of the paragraph."""
        folds, shifts = self.folds, self.shifts
        # How many folded characters began before the offset, by halves and without a call for each.
        folded, above = 0, len(folds)
        while folded < above:
            middle = (folded + above) // 2
            if folds[middle] + shifts[middle] < offset:
                folded = middle + 1
            else:
                above = middle
        low = folds[folded - 1] + 1 if folded else 0
        high = folds[folded] if folded < len(folds) else len(self.text)
        return min(max(offset - shifts[folded], low), high)

    def found(self, text: str) -> list[Item]:
        """The items folded into a stretch of shape text, in order."""
        return [self.items[character] for character in text if character in self.items]


def between(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """Those of the items, which stand in order and do not overlap, that begin in a stretch."""
    first = bisect_left(items, start, key=_START)
    last = bisect_left(items, end, lo=first, key=_START)
    return items[first:last]


def fold_items(text: str, items: Iterable[Item], offset: int = 0) -> Shape:
    """Fold `items`, which must not overlap, into single characters; other text stays as it is.

    `offset` is where `text` begins in the paragraph that the items' offsets count in.
    """
    counts: dict[str, int] = {}
    pieces: list[str] = []
    folds: list[int] = []
    shifts = [offset]
    folded: dict[str, Item] = {}
    position = offset
    length = 0
    end = offset + len(text)
    for item in items:
        start, stop, code, _, _ = item
        if start < position or stop > end:
            continue
        number = counts.get(code, 0)
        if number >= BLOCK:
            continue
        counts[code] = number + 1
        pieces.append(text[position - offset : start - offset])
        length += start - position
        character = chr(_FIRST[code] + number)
        pieces.append(character)
        folds.append(length)
        length += 1
        shifts.append(stop - length)
        folded[character] = item
        position = stop
    pieces.append(text[position - offset :])
    return Shape("".join(pieces), folds, shifts, folded)
