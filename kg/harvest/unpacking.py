"""Taking off compression without being made to hold more than was allowed."""

import zlib

GZIP = b"\x1f\x8b"
_AUTOMATIC = 32 + zlib.MAX_WBITS


class TooLarge(Exception):
    """What was packed is larger than allowed."""


class Damaged(Exception):
    """What was packed breaks off, or is not gzip at all."""


class Unpacking:
    """Takes off gzip, piece by piece, and never makes more than `largest` bytes."""

    def __init__(self, largest: int) -> None:
        self._left = largest
        self._packed = zlib.decompressobj(_AUTOMATIC)

    def take(self, piece: bytes) -> bytes:
        """What the next piece holds; raises `TooLarge` and `Damaged`."""
        made: list[bytes] = []
        while piece:
            if self._packed.eof:
                if not piece.startswith(GZIP[:1]):
                    break  # padding behind the last member
                self._packed = zlib.decompressobj(_AUTOMATIC)
            try:
                one = self._packed.decompress(piece, self._left + 1)
            except zlib.error:
                raise Damaged from None
            self._left -= len(one)
            if self._left < 0:
                raise TooLarge
            made.append(one)
            piece = self._packed.unused_data if self._packed.eof else self._packed.unconsumed_tail
        return b"".join(made)

    def end(self) -> None:
        """Raise `Damaged` where the packed bytes broke off."""
        if not self._packed.eof:
            raise Damaged


def unpacked(data: bytes, largest: int) -> bytes:
    """The contents of a gzip file; raises `TooLarge` and `Damaged`."""
    unpacking = Unpacking(largest)
    found = unpacking.take(data)
    unpacking.end()
    return found
