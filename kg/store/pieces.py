"""A file to read that is made of pieces, so that no more than one of them is in memory."""

import io
from collections.abc import Iterator


class Pieces:
    """Bytes from an iterator, as Oxigraph's loaders and parsers read them."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        """Read from these pieces, one after the other."""
        self._pieces = pieces
        self._current = io.BytesIO()

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; none only at the end."""
        while not (data := self._current.read(size)):
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._current = io.BytesIO(piece)
        return data
