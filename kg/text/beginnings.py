"""The characters that a match of a regular expression can begin with: found once from the expression itself.

`re` looks for these by itself only where an expression begins with a letter or a class. One that begins with a boundary,
with something that may be missing or with words in either case it tries at each character of a text.
"""

import re
from collections.abc import Iterable
from re import _constants as code  # type: ignore[attr-defined]
from typing import Any

Beginnings = frozenset[int | str]
"""Characters by their numbers, and classes of them by what stands for these within a character class."""

_CATEGORIES = {
    code.CATEGORY_SPACE: r"\s",
    code.CATEGORY_NOT_SPACE: r"\S",
    code.CATEGORY_DIGIT: r"\d",
    code.CATEGORY_NOT_DIGIT: r"\D",
    code.CATEGORY_WORD: r"\w",
    code.CATEGORY_NOT_WORD: r"\W",
}
_REPEATS = frozenset({code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT})
_WITHOUT_WIDTH = frozenset({code.AT, code.ASSERT, code.ASSERT_NOT})
# What `re` takes for an ASCII letter where case does not count, and is none itself.
_FOLDED_TO = {ord("i"): (0x130, 0x131), ord("s"): (0x17F,), ord("k"): (0x212A,)}
_ASCII = 128


def guard(parsed: Any) -> str:
    """A look ahead that holds wherever a parsed expression can match, or nothing where it would be of no use."""
    nodes = list(parsed)
    if not nodes or _found_by_re(nodes[0], bool(parsed.state.flags & re.IGNORECASE)):
        return ""
    begins, may_be_empty = _sequence(nodes, parsed.state.flags)
    if begins is None or may_be_empty:
        return ""
    return f"(?-i:(?=[{_as_class(begins)}]))"


def _found_by_re(node: tuple[Any, Any], ignores_case: bool) -> bool:
    """Whether `re` itself looks for the characters that such a part begins with."""
    operation, argument = node
    match operation:
        case code.LITERAL | code.IN:
            return not ignores_case
        case code.SUBPATTERN:
            _, added, _, inner = argument
            return bool(inner) and _found_by_re(inner[0], ignores_case or bool(added & re.IGNORECASE))
        case code.BRANCH:
            return not ignores_case and all(one and one[0][0] is code.LITERAL for one in argument[1])
    return False


def _sequence(nodes: Iterable[tuple[Any, Any]], flags: int) -> tuple[Beginnings | None, bool]:
    """What a row of parts can begin with, None where that cannot be told, and whether all of it may be missing."""
    begins: Beginnings = frozenset()
    for operation, argument in nodes:
        if operation in _WITHOUT_WIDTH:
            continue
        found, may_be_empty = _part(operation, argument, flags)
        if found is None:
            return None, False
        begins |= found
        if not may_be_empty:
            return begins, False
    return begins, True


def _part(operation: Any, argument: Any, flags: int) -> tuple[Beginnings | None, bool]:
    match operation:
        case code.LITERAL:
            return _in_both_cases([argument], flags), False
        case code.IN:
            return _set(argument, flags), False
        case code.SUBPATTERN:
            _, added, removed, inner = argument
            return _sequence(inner, (flags | added) & ~removed)
        case code.ATOMIC_GROUP:
            return _sequence(argument, flags)
        case code.BRANCH:
            return _choice(argument[1], flags)
        case _ if operation in _REPEATS:
            least, _, repeated = argument
            begins, may_be_empty = _sequence(repeated, flags)
            return begins, may_be_empty or least == 0
    return None, False


def _choice(alternatives: Iterable[Any], flags: int) -> tuple[Beginnings | None, bool]:
    begins: Beginnings = frozenset()
    empty = False
    for alternative in alternatives:
        found, may_be_empty = _sequence(alternative, flags)
        if found is None:
            return None, False
        begins |= found
        empty = empty or may_be_empty
    return begins, empty


def _set(members: list[tuple[Any, Any]], flags: int) -> Beginnings | None:
    characters: list[int] = []
    categories: list[str] = []
    for operation, value in members:
        match operation:
            case code.LITERAL:
                characters.append(value)
            case code.RANGE:
                characters.extend(range(value[0], value[1] + 1))
            case code.CATEGORY:
                categories.append(_CATEGORIES[value])
            case _:
                return None
    begins = _in_both_cases(characters, flags)
    return None if begins is None else begins | frozenset(categories)


def _in_both_cases(characters: Iterable[int], flags: int) -> Beginnings | None:
    if not flags & re.IGNORECASE:
        return frozenset(characters)
    begins: set[int | str] = set()
    for character in characters:
        if character >= _ASCII:
            return None
        lower = ord(chr(character).lower())
        begins |= {lower, ord(chr(character).upper()), *_FOLDED_TO.get(lower, ())}
    return frozenset(begins)


def _as_class(begins: Beginnings) -> str:
    """What stands for them within a character class: ranges, then classes."""
    numbers = sorted(one for one in begins if isinstance(one, int))
    starts = [one for one in numbers if one - 1 not in begins]
    ends = [one for one in numbers if one + 1 not in begins]
    ranges = (
        re.escape(chr(start)) if start == end else f"{re.escape(chr(start))}-{re.escape(chr(end))}"
        for start, end in zip(starts, ends, strict=True)
    )
    return "".join([*ranges, *sorted(one for one in begins if isinstance(one, str))])
