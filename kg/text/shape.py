"""A paragraph with every recognised item folded into one character, so that rules are short patterns.

Each class of item has a block of Unicode's private use area; the n-th item of a class in a paragraph is
the n-th character of its block. A pattern such as `{P} met {P}` then reads over names of any length, and
`Shape.source` leads from a match back to the paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.text.gazetteer import Entry

BLOCK = 400
FIRST = 0xE000
# A(ctor phrase), S(tate), D(emonym), E(ntity that is no state), G (organization), F(ormat), I(nstrument), C(onflict),
# L (place), R(egion), T(opic), P(erson), O(ffice), N (date), H (one state's chair), M(eeting series).
CODES = "ASDEGFICLRTPONHM"


def block(codes: str) -> str:
    """The range of characters that stand for items of these classes, for use inside a character class."""
    firsts = (FIRST + CODES.index(code) * BLOCK for code in codes)
    return "".join(f"{chr(first)}-{chr(first + BLOCK - 1)}" for first in firsts)


@lru_cache(maxsize=1000)
def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
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

    return re.compile(re.sub(r"\\.|\[|\]|\{(?P<codes>[A-Z]+)\}", expand, text), flags)


@dataclass(frozen=True, slots=True)
class Item:
    """Something recognised at `start` to `end` of a paragraph's clean text."""

    start: int
    end: int
    code: str
    entries: tuple[Entry, ...] = ()
    payload: object = None


@dataclass(frozen=True, slots=True)
class Shape:
    """The folded paragraph: its characters, where each began, and the item behind each folded one."""

    text: str
    starts: tuple[int, ...]
    items: dict[str, Item]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the shape stands in the paragraph."""
        return self.starts[start], self.starts[end - 1] + self._width(end - 1)

    def _width(self, index: int) -> int:
        item = self.items.get(self.text[index])
        return item.end - item.start if item is not None else 1

    def at(self, offset: int) -> int:
        """The index in the shape of the character that stands at or after an offset of the paragraph."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def found(self, text: str) -> list[Item]:
        """The items folded into a stretch of shape text, in order."""
        return [self.items[character] for character in text if character in self.items]


def between(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """Those of the items, which stand in order and do not overlap, that begin in a stretch."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = bisect_left(items, end, key=lambda item: item.start)
    return items[first:last]


def fold_items(text: str, items: Iterable[Item], offset: int = 0) -> Shape:
    """Fold `items`, which must not overlap, into single characters; other text stays as it is.

    `offset` is where `text` begins in the paragraph that the items' offsets count in.
    """
    counts = dict.fromkeys(CODES, 0)
    pieces: list[str] = []
    starts: list[int] = []
    folded: dict[str, Item] = {}
    position = offset
    end = offset + len(text)
    for item in items:
        if item.start < position or item.end > end:
            continue
        number = counts[item.code]
        if number >= BLOCK:
            continue
        counts[item.code] = number + 1
        pieces.append(text[position - offset : item.start - offset])
        starts.extend(range(position, item.start))
        character = chr(FIRST + CODES.index(item.code) * BLOCK + number)
        pieces.append(character)
        starts.append(item.start)
        folded[character] = item
        position = item.end
    pieces.append(text[position - offset :])
    starts.extend(range(position, end))
    return Shape("".join(pieces), tuple(starts), folded)
