"""Expressions compiled once and kept: to compile all rules takes seconds, to take up what that gave a hundredth of it.

What `re` compiles an expression to is a list of numbers, which `re` itself cannot keep: its patterns are pickled as text.
Python's own engine checks such a list before it runs it. Where a Python has no such parts, expressions are compiled as ever.
"""

import json
import re
import zlib
from array import array
from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    MAGIC = f"{_sre.MAGIC} {_sre.CODESIZE}"
    """What programs are made for; they serve no other engine. Empty where the engine takes none."""
except (ImportError, AttributeError):
    MAGIC = ""


class _Program(NamedTuple):
    flags: int
    groups: int
    names: dict[str, int]
    code: list[int]


class Shelf:
    """Programs by keys: those that `find` gives as they were packed, and those made since."""

    def __init__(self, find: Callable[[str], bytes | None]) -> None:
        self._find = find
        self._made: dict[str, bytes] = {}

    def compiled(self, expression: str, flags: int) -> re.Pattern[str]:
        """The pattern, from what was kept if that is whole."""
        key = sha256(f"{flags} {expression}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        program = _unpacked(self._find(key))
        if program is None:
            program = _program(expression, flags)
            self._made[key] = _packed(program)
        return _pattern(expression, program)

    def made(self) -> dict[str, bytes]:
        """What was made since the last call, packed."""
        made, self._made = self._made, {}
        return made


_shelves: list[Shelf] = []


def use(shelf: Shelf) -> None:
    """Take programs from a shelf from now on; without one each expression is compiled."""
    _shelves[:] = [shelf]


def made() -> dict[str, bytes]:
    """What was made since the last call, by keys, for a shelf of another process of the same version."""
    return {key: packed for shelf in _shelves for key, packed in shelf.made().items()}


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile` gives it, equal to it, without its cache. Raises `re.error` as it does."""
    if not _shelves or not MAGIC:
        return re.compile(expression, flags)
    return _shelves[0].compiled(expression, int(flags))


def _program(expression: str, flags: int) -> _Program:
    parsed = _parser.parse(expression, flags)
    state = parsed.state
    return _Program(flags | state.flags, state.groups - 1, dict(state.groupdict), _compiler._code(parsed, flags))


def _pattern(expression: str, program: _Program) -> re.Pattern[str]:
    names: list[str | None] = [None] * (program.groups + 1)
    for name, number in program.names.items():
        names[number] = name
    pattern: Any = _sre.compile(expression, program.flags, program.code, program.groups, program.names, tuple(names))
    return pattern  # type: ignore[no-any-return]


def _packed(program: _Program) -> bytes:
    head = json.dumps([program.flags, program.groups, program.names])
    return zlib.compress(head.encode() + b"\n" + array("I", program.code).tobytes(), 1)


def _unpacked(packed: bytes | None) -> _Program | None:
    """The program; none where it is not whole, which its sum shows."""
    if packed is None:
        return None
    try:
        head, _, code = zlib.decompress(packed).partition(b"\n")
    except (zlib.error, TypeError):
        return None
    flags, groups, names = json.loads(head)
    return _Program(flags, groups, names, array("I", code).tolist())
