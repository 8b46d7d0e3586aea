"""Which characters of a paragraph are taken, so that overlap costs no look at every other item."""

from collections.abc import Iterable
from typing import Protocol

_TAKEN = b"\x01"


class Stretch(Protocol):
    """Anything with a start and an end in a paragraph."""

    @property
    def start(self) -> int:
        """The first character's offset."""

    @property
    def end(self) -> int:
        """The offset behind the last character."""


class Cover:
    """The taken characters of a text of this length."""

    def __init__(self, length: int, stretches: Iterable[Stretch] = ()) -> None:
        self._marks = marks = bytearray(length + 1)
        for one in stretches:
            marks[one.start : one.end] = _TAKEN * (one.end - one.start)

    def take(self, start: int, end: int) -> None:
        """Mark a stretch as taken."""
        self._marks[start:end] = _TAKEN * (end - start)

    def taken(self, start: int, end: int) -> bool:
        """Take a stretch if it is free, and say so."""
        if self._marks.find(_TAKEN, start, end) >= 0:
            return False
        self._marks[start:end] = _TAKEN * (end - start)
        return True

    def free(self, start: int, end: int) -> bool:
        """Whether no character of a stretch is taken."""
        return self._marks.find(_TAKEN, start, end) < 0
