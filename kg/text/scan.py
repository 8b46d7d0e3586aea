"""Finds in one pass over a text which of all that rules need it lacks, word by word.

Every need of a rule has a bit. Which of them a word of a text (as white space parts them) meets is found once and kept,
since most words come again; a text lacks what none of its words meets.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from itertools import islice
from operator import or_
from threading import Lock

from ahocorasick_rs import AhoCorasick, Implementation

from kg.text.codes import as_heads
from kg.text.needs import Need

SETTLED = 25
"""Texts looked at after which needs of new rules are taken up: rules are made as they are first used, in a row.

Each time the words have to be tried again, so the next time waits twice as long, up to `LONGEST`.
"""
LONGEST = 6400
NEWEST = 200
"""Texts looked at before a rule was made in which its words are looked for one by one: to compile it costs far more."""
MOST_TEXTS = 2000
"""Texts of which is kept what they lack: a release is asked about by one rule after another, then no more."""
MOST_WORDS = 50_000

Test = Callable[[str], bool]
Exact = tuple[int, int, int, Test]
"""A rule that matches within a word: the bits of its needs, its own, the one that says it was tried, and the rule."""


def _folded(word: str) -> str:
    """A word or text as needs are spelled: what matches where case does not count, items as the heads of their classes."""
    lowered = word.lower()
    if word.isascii():
        return lowered
    # What matches an ASCII letter where case does not count, and is no ASCII letter in lower case.
    return as_heads(lowered.replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s"))


_folded_text = lru_cache(maxsize=2 * NEWEST)(_folded)


def _bits(number: int) -> Iterator[int]:
    """0, and then each bit of a number by itself, the lowest first."""
    yield 0
    while number:
        lowest = number & -number
        yield lowest
        number ^= lowest


class _Met(dict[str, int]):
    """Which needs each word meets of those that were known when this was made."""

    def __init__(self, needs: Iterable[tuple[Need, int]], exact: Iterable[Exact]) -> None:
        super().__init__()
        met_by: dict[str, int] = {}
        self.needed = self.known = 0
        for need, bit in needs:
            self.needed |= bit
            for word in need:
                met_by[word] = met_by.get(word, 0) | bit
        # Each behind the lowest bit of its needs: of what a word meets there are few bits, of such rules many.
        self._exact: dict[int, list[tuple[int, int, Test]]] = {}
        for needed, own, tried, test in exact:
            self.known |= own | tried
            self._exact.setdefault(needed & -needed, []).append((needed, own, test))
        self.known |= self.needed
        words = sorted(met_by)
        self._met_by = [met_by[word] for word in words]
        self._automaton = AhoCorasick(words, implementation=Implementation.ContiguousNFA) if words else None

    def __missing__(self, word: str) -> int:
        lowered = _folded(word)
        met = 0
        if self._automaton is not None:
            for number, _, _ in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
                met |= self._met_by[number]
        for lowest in _bits(met):
            for needed, own, test in self._exact.get(lowest, ()):
                if met & needed == needed and test(word):
                    met |= own
        if len(self) >= MOST_WORDS:
            self.clear()
        self[word] = met
        return met

    def of(self, words: Iterable[str]) -> int:
        """The needs that several words meet; most meet none."""
        return reduce(or_, filter(None, map(self.__getitem__, words)), 0)


class Scan:
    """The needs of all rules, and what the texts lack that were looked at."""

    def __init__(self) -> None:
        self._bits: dict[Need, int] = {}
        self._exact: list[Exact] = []
        self._count = 0
        self._waiting = 0
        self._patience = SETTLED
        self._met = _Met((), ())
        self._texts: dict[str, int] = {}
        self._lock = Lock()
        self.lacks = self._texts.get

    def register(self, needs: Iterable[Need]) -> int:
        """The bits of these needs."""
        bits = 0
        with self._lock:
            for need in needs:
                if need not in self._bits:
                    self._bits[need] = bit = self._new_bit()
                    self._look_back(need, bit)
                bits |= self._bits[need]
        return bits

    def _look_back(self, need: Need, bit: int) -> None:
        """See which of the texts looked at last lack a need that nobody had then."""
        for text in [*islice(reversed(self._texts), NEWEST)]:
            folded = _folded_text(text)
            if not any(word in folded for word in need):
                self._texts[text] |= bit

    def register_exact(self, needed: int, test: Test) -> tuple[int, int]:
        """The bit of a rule that matches within a word, and the one that says that it was tried on all words.

        `needed` are the bits of its other needs.
        """
        with self._lock:
            own, tried = self._new_bit(), self._new_bit()
            self._exact.append((needed, own, tried, test))
        return own, tried

    def _new_bit(self) -> int:
        self._waiting = self._waiting or 1
        self._count += 1
        return 1 << (self._count - 1)

    def look(self, text: str) -> None:
        """Find what a text lacks; needs of rules made since the last settling count as met."""
        if text in self._texts:
            return
        if self._waiting:
            self._waiting += 1
            if self._waiting > self._patience:
                self.settle()
        met = self._met
        if len(self._texts) >= MOST_TEXTS:
            self._forget()
        self._texts[text] = met.known & ~met.of(text.split())

    def _forget(self) -> None:
        """Give up the older half of the texts; the newer ones may still be asked about."""
        with self._lock:
            for text in [*islice(self._texts, MOST_TEXTS // 2)]:
                del self._texts[text]

    def settle(self) -> None:
        """Take up the needs of the rules made so far."""
        with self._lock:
            self._met = _Met(self._bits.items(), self._exact)
            self._waiting = 0
            self._patience = min(2 * self._patience, LONGEST)

    def prepare(self, needs: Iterable[Need]) -> None:
        """Look for what these needs ask for from the next text on, before there are rules that have them."""
        self.register(needs)
        self.settle()

    def share(self, source: str, text: str, items: Iterable[str]) -> None:
        """Let a text that has no other words than `source` but these items count as looked at where that is.

        Rules that match within a word stay to be tried, since a word may be cut.
        """
        lacks = self._texts.get(source)
        if lacks is not None:
            met = self._met
            self._texts[text] = lacks & met.needed & ~met.of(items)


SCAN = Scan()
