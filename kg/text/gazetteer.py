"""Finds the names of known things in text: longest match first, nothing inside a longer name.

Aho-Corasick over a folded copy (`ahocorasick_rs`, overlapping matches, since leftmost-longest loses some
at word boundaries); the original's capitals then decide whether a hit is a name at all: an acronym must
stand in capitals, a name must begin with one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from kg.model import Thing
from kg.text.fold import fold

FEW = 1000
"""Names, which make a small automaton."""


class _Writing(Enum):
    """How a name must be written to be taken for one."""

    ANY = auto()
    CAPITAL = auto()
    EXACT = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of a thing. `sense` says what the name is used as: `name`, `demonym` or `capital`.

    `preferred` marks a thing's own label; where one name has several bearers, it wins. `loose` names are
    ordinary words (fields of work) that need no capital.
    """

    name: str
    thing: Thing
    sense: str = "name"
    preferred: bool = False
    loose: bool = False


class Hit(NamedTuple):
    """A name at `start` to `end` of the text that was searched, and all the things that bear it."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def _add(entries: list[Entry], entry: Entry) -> None:
    """Add an entry of a name; of one thing in one sense the two become one, that needs no capital where either needs none."""
    for number, one in enumerate(entries):
        if (one.thing, one.sense) == (entry.thing, entry.sense):
            loose = one.loose or entry.loose or one.name[:1].islower() != entry.name[:1].islower()
            entries[number] = replace(one, preferred=one.preferred or entry.preferred, loose=loose)
            return
    entries.append(entry)


class Gazetteer:
    """Finds names in text; made once from all entries, then only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_name: dict[str, list[Entry]] = {}
        for entry in entries:
            _add(by_name.setdefault(fold(entry.name), []), entry)
        self._names = sorted(by_name)
        self._bearers = [_Bearers(by_name[name]) for name in self._names]
        self._by_name = {name: tuple(entries) for name, entries in by_name.items()}
        # The faster automaton takes long to make of many names.
        few = len(self._names) < FEW
        kind = Implementation.DFA if few else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(self._names, implementation=kind)

    def named(self, words: str) -> tuple[Entry, ...]:
        """The things that bear exactly this name, whatever stands around it."""
        return self._by_name.get(fold(words), ())

    def find(self, text: str, folded: str | None = None, without: str = "") -> list[Hit]:
        """The names in `text`, in order, none inside another; `folded` is `fold(text)` where it is at hand.

        The names `without` are passed over, so that those inside them come to light.
        """
        if folded is None:
            folded = fold(text)
        found: list[tuple[int, int, tuple[Entry, ...]]] = []
        bearers = self._bearers
        length = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if end < length and folded[end].isalnum() and folded[end - 1].isalnum():
                continue
            if without and text[start:end] == without:
                continue
            entries = bearers[index].written(text, start, end)
            if entries:
                found.append((start, end, entries))
        if len(found) < 2:
            return [Hit(*hit) for hit in found]
        found.sort(key=_longest_first)
        taken: list[Hit] = []
        covered = bytearray(length + 1)
        for start, end, entries in found:
            if covered.find(b"\x01", start, end) < 0:
                covered[start:end] = b"\x01" * (end - start)
                taken.append(Hit(start, end, entries))
        taken.sort(key=itemgetter(0))
        return taken


def _longest_first(hit: tuple[int, int, tuple[Entry, ...]]) -> tuple[int, int]:
    return hit[0] - hit[1], hit[0]


class _Bearers:
    """The entries of one name, and how each must be written."""

    __slots__ = ("_all", "_only", "_writings")

    def __init__(self, entries: list[Entry]) -> None:
        self._all = tuple(entries)
        self._writings = [_writing(one) for one in entries]
        # Most names have one bearer, or several that are written alike.
        self._only = self._writings[0] if len(set(self._writings)) == 1 else None

    def written(self, text: str, start: int, end: int) -> tuple[Entry, ...]:
        """Those that a stretch of a text is written as."""
        if self._only is _Writing.ANY:
            return self._all
        first = text[start]
        capital = first.isupper() or not first.isalpha()
        if self._only is _Writing.CAPITAL:
            return self._all if capital else ()
        words = text[start:end]
        return tuple(
            [
                one
                for one, writing in zip(self._all, self._writings, strict=True)
                if writing is _Writing.ANY or (words == one.name if writing is _Writing.EXACT else capital)
            ]
        )


def _writing(entry: Entry) -> _Writing:
    name = entry.name
    if entry.loose:
        return _Writing.ANY
    if name.isupper() and len(name) <= 6 and name.isalpha():
        return _Writing.EXACT
    if any(character.isupper() for character in name[1:4]) and " " not in name and len(name) <= 6:
        return _Writing.EXACT
    return _Writing.ANY if name[:1].islower() else _Writing.CAPITAL
