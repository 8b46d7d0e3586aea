"""Finds the names of known things in text: longest match first, nothing inside a longer name.

Aho-Corasick over a folded copy (`ahocorasick_rs`, overlapping matches, since leftmost-longest loses some
at word boundaries); the original's capitals then decide whether a hit is a name at all: an acronym must
stand in capitals, a name must begin with one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from kg.model import Thing
from kg.text.fold import fold


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at `start` to `end` of the text that was searched, and all the things that bear it."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Gazetteer:
    """Finds names in text; made once from all entries, then only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_name: dict[str, list[Entry]] = {}
        for entry in entries:
            by_name.setdefault(fold(entry.name), []).append(entry)
        self._names = sorted(by_name)
        self._entries = [tuple(by_name[name]) for name in self._names]
        self._by_name = {name: tuple(entries) for name, entries in by_name.items()}
        self._automaton = AhoCorasick(self._names, implementation=Implementation.ContiguousNFA)

    def named(self, words: str) -> tuple[Entry, ...]:
        """The things that bear exactly this name, whatever stands around it."""
        return self._by_name.get(fold(words), ())

    def find(self, text: str, folded: str | None = None) -> list[Hit]:
        """The names in `text`, in order, none inside another; `folded` is `fold(text)` where it is at hand."""
        if folded is None:
            folded = fold(text)
        found: list[tuple[int, int, tuple[Entry, ...]]] = []
        length = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and (folded[start - 1].isalnum() and folded[start].isalnum()):
                continue
            if end < length and folded[end].isalnum() and folded[end - 1].isalnum():
                continue
            entries = tuple(one for one in self._entries[index] if _written_as_name(text[start:end], one))
            if entries:
                found.append((start, end, entries))
        found.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
        taken: list[tuple[int, int, tuple[Entry, ...]]] = []
        covered = bytearray(length + 1)
        for start, end, entries in found:
            if not any(covered[start:end]):
                covered[start:end] = b"\x01" * (end - start)
                taken.append((start, end, entries))
        taken.sort(key=lambda hit: hit[0])
        return [Hit(*hit) for hit in taken]


def _written_as_name(words: str, entry: Entry) -> bool:
    if entry.loose:
        return True
    name = entry.name
    if name.isupper() and len(name) <= 6 and name.isalpha():
        return words == name
    if any(character.isupper() for character in name[1:4]) and " " not in name and len(name) <= 6:
        return words == name
    first = next((character for character in words if character.isalpha()), "")
    return first.isupper() or not words[:1].isalpha() or name[:1].islower()
