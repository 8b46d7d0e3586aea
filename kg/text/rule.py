"""Regular expressions that are tried only on texts that hold the words they cannot match without.

A `Rule` matches exactly as the compiled expression does, and mostly costs much less: `look` finds which of the words
that rules need a text lacks, in one pass, and each rule then only sees whether its own are among them. A text that
nobody looked at is tried as it is.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from kg.text.needs import analysed
from kg.text.programs import compiled
from kg.text.scan import SCAN

T = TypeVar("T")
_TO_THE_END = sys.maxsize
LONG = 2000
"""Characters of a text of which a rule keeps whether it stands there."""
HEADS = 64
"""Texts of which the places of items are kept where rules with the same beginning can begin."""

# `(?:\b(?:the|his)\s)*{A}`, in a group or not: what most rules begin with, found once for all of them in a text.
_HEAD = re.compile(
    r"(?:\(\?P<\w+>)?\(\?:(?P<word>\\b\(\?:[\w\[\]|]+\)\\s)\)\*(?P<item>\[[\ue000-\uf8ff-]+\])(?![?*+{|])"
)

# `(?i)` for the whole of an expression.
_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")

look = SCAN.look
prepare = SCAN.prepare
share = SCAN.share
_lacks = SCAN.lacks


def lacking(text: str) -> int:
    """The bits of what a text lacks; none where nobody looked at it."""
    return _lacks(text) or 0


@lru_cache(maxsize=HEADS)
def _places(word: re.Pattern[str], item: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where the items of a text stand, each behind where the words of a head right before it begin."""
    places = (match.start() for match in item.finditer(text))
    return [(_first(word, text, position), position) for position in places]


def _first(word: re.Pattern[str], text: str, position: int, start: int = 0) -> int:
    """Where the words of a head that stand right before a place begin, not before `start`."""
    begin = position - 1
    while begin > start and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
        begin -= 1
    if begin < start or word.fullmatch(text, begin, position) is None:
        return position
    return _first(word, text, begin, start)


class Rule:
    """An expression with the methods of `re.Pattern` that rules use, and the same results.

    It is compiled when a text is first tried: most rules never see one in a process that reads a single release.
    `needs` are the bits of what it cannot match without. One that matches within a word has a bit of its own there, and in
    `tried` the one that says whether this is known of a text.
    """

    __slots__ = (
        "_anchored",
        "_asked",
        "_compiled",
        "_guard",
        "_has_head",
        "_item",
        "_word",
        "flags",
        "fullmatch",
        "given",
        "match",
        "needs",
        "needs_in_part",
        "pattern",
        "split",
        "sub",
        "tried",
    )

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.pattern = expression
        self.given = flags
        analysis = analysed(expression, flags)
        self._anchored = analysis.anchored
        self._guard = analysis.guard
        self._asked = "", False
        # A part of a text can end within a word, and match there what the whole does not.
        self.needs = self.needs_in_part = SCAN.register(analysis.needs)
        self.tried = 0
        if analysis.within_word:
            own, self.tried = SCAN.register_exact(self.needs, self._in_word)
            self.needs |= own
        self._has_head = not flags and not analysis.is_choice and _HEAD.match(expression) is not None

    def __getattr__(self, name: str) -> Any:
        # Only called for what is not there yet.
        if name.startswith("__"):
            raise AttributeError(name)
        self._compiled = compiled(self._guarded, self.given)
        self.flags = self._compiled.flags
        self.match = self._compiled.match
        self.fullmatch = self._compiled.fullmatch
        self.sub = self._compiled.sub
        self.split = self._compiled.split
        if self._has_head:
            head = _HEAD.match(self.pattern)
            assert head is not None
            self._word = re.compile(head["word"])
            self._item = re.compile(head["item"])
        return object.__getattribute__(self, name)

    @property
    def _guarded(self) -> str:
        # Where it is tried at places that are found otherwise, or at one, there is nothing to pass over.
        if not self._guard or self._anchored or self._has_head:
            return self.pattern
        flags = _FLAGS.match(self.pattern)
        begin = flags.end() if flags is not None else 0
        return f"{self.pattern[:begin]}{self._guard}(?:{self.pattern[begin:]})"

    def _in_word(self, word: str) -> bool:
        return self._compiled.search(word) is not None

    def can_match(self, text: str) -> bool:
        """Whether a text holds what the expression cannot match without; it may still not match."""
        lacks = _lacks(text)
        return lacks is None or not lacks & self.needs

    def stands_in(self, text: str) -> bool:
        """Whether it matches anywhere; for one that matches within a word, most often known without trying it."""
        lacks = _lacks(text)
        if lacks is not None:
            if lacks & self.needs:
                return False
            if lacks & self.tried:
                return True
        if len(text) < LONG:
            return self._compiled.search(text) is not None
        # Of a long paragraph it is asked for each of its sentences.
        asked = self._asked
        if asked[0] is not text:
            asked = self._asked = text, self._compiled.search(text) is not None
        return asked[1]

    def search(self, text: str, start: int = 0, end: int = _TO_THE_END) -> re.Match[str] | None:
        """The first match between two offsets."""
        # As `can_match` does, without the call: this runs some hundred times for each release.
        lacks = _lacks(text)
        if lacks is not None and lacks & (self.needs if end == _TO_THE_END else self.needs_in_part):
            return None
        if self._has_head:
            return next(self._led(text, start, end), None)
        if self._anchored:
            return self.match(text, start, end)
        return self._compiled.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = _TO_THE_END) -> Iterator[re.Match[str]]:
        """All matches between two offsets, in order, none overlapping."""
        lacks = _lacks(text)
        if lacks is not None and lacks & (self.needs if end == _TO_THE_END else self.needs_in_part):
            return iter(())
        if self._has_head:
            return self._led(text, start, end)
        if self._anchored:
            found = self.match(text, start, end)
            return iter(() if found is None else (found,))
        return self._compiled.finditer(text, start, end)

    def _led(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches of an expression whose head ends in an item: tried at the items, few, not at each character.

        Where it matches from the item on, it does so from the first of the words before it that belong to the head.
        """
        match = self.match
        for first, position in _places(self._word, self._item, text):
            if position >= start and match(text, position, end) is not None:
                begin = first if first >= start else _first(self._word, text, position, start)
                found = match(text, begin, end)
                if found is not None:
                    yield found
                    start = found.end()


def _joint_need(rules: Iterable[Rule]) -> int:
    """The bit of what none of several expressions can match without; 0 where one of them needs nothing."""
    needs = [analysed(rule.pattern, rule.given).needs[:1] for rule in rules]
    return SCAN.register([frozenset().union(*(need[0] for need in needs))]) if all(needs) else 0


class Several:
    """Expressions about which it is asked only whether one of them may match."""

    __slots__ = ("_joint", "_needs")

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = tuple(rules)
        self._needs = [rule.needs_in_part for rule in rules]
        self._joint = _joint_need(rules)

    def can_match(self, text: str) -> bool:
        """Whether a text holds what one of the expressions cannot match without; none may match."""
        lacks = _lacks(text)
        if lacks is None:
            return True
        if lacks & self._joint:
            return False
        # A loop, since a generator's steps cost more than what they do here.
        for needs in self._needs:  # noqa: SIM110
            if not lacks & needs:
                return True
        return False


Able = tuple[int, Rule, T]
"""A rule behind what it cannot match without, and what belongs to it."""


def able(pairs: Iterable[tuple[Rule, T]]) -> list[Able[T]]:
    """Pairs for `able_in`."""
    return [(rule.needs, rule, rest) for rule, rest in pairs]


def able_in(rules: list[Able[T]], text: str) -> list[tuple[Rule, T]]:
    """Those of several rules that may match in a text, in order, looked up without a call for each."""
    lacks = _lacks(text)
    if lacks is None:
        return [(rule, rest) for _, rule, rest in rules]
    return [(rule, rest) for needs, rule, rest in rules if not lacks & needs]


class Trigger:
    """Words one of which a text must hold for something to be tried on it, and phrases where words do not tell enough.

    Words are looked up for all triggers at once; phrases have to be searched for.
    """

    __slots__ = ("_phrases", "_words", "needs", "needs_in_part", "tried")

    def __init__(self, words: str, phrases: str = "", flags: int = 0) -> None:
        self._words = Rule(words, flags)
        self._phrases = Rule(phrases, flags) if phrases else None
        self.needs, self.needs_in_part, self.tried = self._words.needs, self._words.needs_in_part, self._words.tried
        if self._phrases is not None:
            self.needs = self.needs_in_part = _joint_need((self._words, self._phrases))
            self.tried = 0

    def stands_in(self, text: str) -> bool:
        """Whether the text holds one of them."""
        lacks = _lacks(text)
        if lacks is not None and lacks & self.needs:
            return False
        return self._words.stands_in(text) or (self._phrases is not None and self._phrases.stands_in(text))


Triggered = tuple[int, int, Trigger | Rule, T]
"""What is tried only where a trigger stands, behind the trigger and its bits."""


def triggers(pairs: Iterable[tuple[Trigger | Rule, T]]) -> list[Triggered[T]]:
    """Pairs for `triggered`."""
    return [(trigger.needs, trigger.tried, trigger, rest) for trigger, rest in pairs]


def triggered(pairs: list[Triggered[T]], text: str) -> list[T]:
    """What is to be tried on a text, in order; most triggers are looked up without a call for each."""
    lacks = _lacks(text)
    if lacks is None:
        return [rest for _, _, trigger, rest in pairs if trigger.stands_in(text)]
    return [
        rest
        for needs, tried, trigger, rest in pairs
        if not lacks & needs and (lacks & tried or trigger.stands_in(text))
    ]
