"""What a text must hold for a regular expression to match in it: found once from the expression itself.

A rule such as `{A} … met\\s(?:with\\s)?{A}` cannot match where there is no actor or no “met”. To look for a few hundred
such words in one pass costs far less than to try a few hundred rules, most of which have nothing to find.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import log2
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from kg.text import beginnings
from kg.text.codes import BLOCKS

Need = frozenset[str]
"""Words in lower case, without spaces, or heads of classes of items, at least one of which must stand in the text."""

MOST_WORDS = 40
"""Words that a need may have; more of them are hardly ever all missing."""
MOST_NEEDS = 4
LEAST_RARE = 7.0
"""Bits; rarer words than this are worth looking for."""
_BY_FREQUENCY = "etaoinshrdlcumwfgypbvkjxqz"
_HEADS = frozenset(map(chr, BLOCKS))
_BITS_OF_ITEM = 3.0

_Spelled = frozenset[str] | None
"""All that a part of an expression can match, where that is a few words of ASCII letters, signs and digits."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What an expression itself tells of where it can match.

    All `needs` must be met, the rarest stands first; `anchored` matches only at the beginning of a text;
    `is_choice` is several alternatives as a whole; `guard` is what stands before it to pass over characters that no match
    begins with; `within_word` matches no white space and does not see whether
    there is any, so that it matches in a text if and only if it does in one of its words.
    """

    needs: tuple[Need, ...]
    anchored: bool
    is_choice: bool
    within_word: bool
    guard: str


_KNOWN: dict[str, Analysis] = {}
"""Analyses by a hash of what was analysed: to read an expression again takes as long as to compile it."""
_LEARNT: set[str] = set()
"""Which of them need not be kept again."""


def analysed(expression: str, flags: int = 0) -> Analysis:
    """The analysis of an expression; without needs where nothing can be told."""
    key = sha256(f"{flags} {expression}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
    if key not in _KNOWN:
        _KNOWN[key] = _analysed(expression, flags)
    return _KNOWN[key]


def found() -> dict[str, list[object]]:
    """The analyses made since the last call as plain values for JSON, for `learn` in another process."""
    new = {key: one for key, one in sorted(_KNOWN.items()) if key not in _LEARNT}
    _LEARNT.update(new)
    return {
        key: [[sorted(need) for need in one.needs], one.anchored, one.is_choice, one.within_word, one.guard]
        for key, one in new.items()
    }


def learn(analyses: Mapping[str, Any]) -> list[Need]:
    """Take over what `found` gave to another process of the same version; gives the needs of all.

    Raises `TypeError` or `ValueError` for anything else.
    """
    learnt = {}
    for key, (needs, anchored, is_choice, within_word, guard) in analyses.items():
        words = tuple(frozenset(need) for need in needs)
        if not all(isinstance(word, str) for need in words for word in need):
            raise TypeError("a need has words")
        if not isinstance(guard, str):
            raise TypeError("a guard is an expression")
        learnt[key] = Analysis(words, bool(anchored), bool(is_choice), bool(within_word), guard)
    _KNOWN.update(learnt)
    _LEARNT.update(learnt)
    return [need for one in learnt.values() for need in one.needs]


def _analysed(expression: str, flags: int) -> Analysis:
    parsed = _parser.parse(expression, flags)
    nodes = list(parsed)
    spelled, needs = _sequence(nodes)
    found = {_shortest(need) for need in (*needs, *_as_needs(spelled))}
    within_word = parsed.getwidth()[0] > 0 and all(_in_word(*node) for node in nodes)
    # One that matches within a word is tried on the words that meet its needs, and not on whole texts.
    rare = sorted(
        (need for need in found if within_word or _rarity(need - _HEADS) >= LEAST_RARE),
        key=lambda need: (-_rarity(need), sorted(need)),
    )
    items = sorted((need for need in found - {*rare} if need <= _HEADS), key=sorted)
    return Analysis(
        (*rare[:MOST_NEEDS], *items),
        nodes[:1] == [(code.AT, code.AT_BEGINNING)] and not parsed.state.flags & re.MULTILINE,
        bool(nodes) and nodes[0][0] is code.BRANCH,
        within_word,
        beginnings.guard(parsed),
    )


def _shortest(need: Need) -> Need:
    """A need without those words that hold another one: where “meetings” stands, so does “meeting”."""
    return frozenset(word for word in need if not any(other != word and other in word for other in need))


def _sequence(nodes: Iterable[tuple[Any, Any]]) -> tuple[_Spelled, list[Need]]:
    current: frozenset[str] = frozenset([""])
    needs: list[Need] = []
    whole = True
    for operation, argument in nodes:
        spelled, inner = _node(operation, argument)
        needs += inner
        if spelled is not None and len(current) * len(spelled) <= MOST_WORDS:
            current = frozenset(left + right for left in current for right in spelled)
            continue
        whole = False
        needs += _as_needs(current)
        current = spelled if spelled is not None else frozenset([""])
    if whole:
        return current, needs
    return None, [*needs, *_as_needs(current)]


def _node(operation: Any, argument: Any) -> tuple[_Spelled, list[Need]]:
    reader = _READERS.get(operation)
    return reader(argument) if reader is not None else (None, [])


def _literal(argument: int) -> tuple[_Spelled, list[Need]]:
    character = chr(argument).lower()
    return (frozenset([character]), []) if character.isascii() else (None, [])


def _set(argument: list[tuple[Any, Any]]) -> tuple[_Spelled, list[Need]]:
    characters: set[str] = set()
    ranges: list[tuple[int, int]] = []
    for operation, value in argument:
        if operation is code.LITERAL:
            ranges.append((value, value))
        elif operation is code.RANGE:
            ranges.append(value)
        else:
            return None, []
    if ranges and all(BLOCKS.get(first) == last for first, last in ranges):
        return None, [frozenset(chr(first) for first, _ in ranges)]
    for first, last in ranges:
        if last > 0x7F or last - first > 9:
            return None, []
        characters |= {chr(value).lower() for value in range(first, last + 1)}
    return (frozenset(characters), []) if len(characters) <= 10 else (None, [])


def _branch(argument: tuple[Any, list[Any]]) -> tuple[_Spelled, list[Need]]:
    spelled: set[str] | None = set()
    united: set[str] | None = set()
    for alternative in argument[1]:
        words, needs = _sequence(alternative)
        spelled = spelled | words if spelled is not None and words is not None else None
        best = max((*needs, *_as_needs(words)), key=_rarity, default=None)
        united = united | best if united is not None and best is not None else None
    if spelled is not None and len(spelled) <= MOST_WORDS:
        return frozenset(spelled), []
    return None, [frozenset(united)] if united else []


def _repeat(argument: tuple[int, int, Any]) -> tuple[_Spelled, list[Need]]:
    least, most, repeated = argument
    if most == 0:
        return frozenset([""]), []
    spelled, needs = _sequence(repeated)
    if least == 0:
        return (spelled | {""} if most == 1 and spelled is not None else None), []
    if most == 1:
        return spelled, needs
    return None, [*needs, *_as_needs(spelled)]


def _ahead(argument: tuple[int, Any]) -> tuple[_Spelled, list[Need]]:
    spelled, needs = _sequence(argument[1])
    return frozenset([""]), [*needs, *_as_needs(spelled)]


def _nothing(_: Any) -> tuple[_Spelled, list[Need]]:
    return frozenset([""]), []


_READERS: dict[Any, Callable[[Any], tuple[_Spelled, list[Need]]]] = {
    code.LITERAL: _literal,
    code.IN: _set,
    code.BRANCH: _branch,
    code.SUBPATTERN: lambda argument: _sequence(argument[3]),
    code.MAX_REPEAT: _repeat,
    code.MIN_REPEAT: _repeat,
    code.POSSESSIVE_REPEAT: _repeat,
    code.ATOMIC_GROUP: _sequence,
    code.ASSERT: _ahead,
    code.ASSERT_NOT: _nothing,
    code.AT: _nothing,
}


def _as_needs(spelled: _Spelled) -> list[Need]:
    """One of the words that a part can match must stand in the text; of several words together, the longest."""
    words = [max(each.split() or [""], key=len) for each in _shortest(spelled or frozenset())]
    return [frozenset(words)] if words and all(words) else []


def _rarity(need: Need) -> float:
    """How seldom a text is to hold one of the words, in bits; rough, since only the order matters."""
    return min(map(_bits, need)) - log2(len(need)) / 4 if need else 0.0


def _bits(word: str) -> float:
    if word in _HEADS:
        return _BITS_OF_ITEM
    return sum(2 + _BY_FREQUENCY.index(letter) / 5 if letter in _BY_FREQUENCY else 6.0 for letter in word)


_IN_WORD = frozenset({code.CATEGORY_WORD, code.CATEGORY_DIGIT, code.CATEGORY_NOT_SPACE})
_NOT_IN_WORD = frozenset({code.CATEGORY_NOT_WORD, code.CATEGORY_SPACE})


def _in_word(operation: Any, argument: Any) -> bool:
    """Whether a part of an expression takes in no white space, nor tells it from a text's edge."""
    match operation:
        case code.LITERAL:
            return not chr(argument).isspace()
        case code.IN:
            return _set_in_word(argument)
        case code.BRANCH:
            return all(_in_word(*node) for alternative in argument[1] for node in alternative)
        case code.SUBPATTERN:
            return all(_in_word(*node) for node in argument[3])
        case code.MAX_REPEAT | code.MIN_REPEAT | code.POSSESSIVE_REPEAT:
            return all(_in_word(*node) for node in argument[2])
        case code.ATOMIC_GROUP:
            return all(_in_word(*node) for node in argument)
        case code.ASSERT | code.ASSERT_NOT:
            return all(_in_word(*node) for node in argument[1])
        case code.AT:
            return bool(argument == code.AT_BOUNDARY)
    return False


def _set_in_word(members: list[tuple[Any, Any]]) -> bool:
    if members[0][0] is code.NEGATE:
        return any(operation is code.CATEGORY and value in _NOT_IN_WORD for operation, value in members[1:])
    return all(
        (operation is code.CATEGORY and value in _IN_WORD)
        or (operation is code.LITERAL and not chr(value).isspace())
        or (operation is code.RANGE and not any(chr(one).isspace() for one in range(value[0], value[1] + 1)))
        for operation, value in members
    )
