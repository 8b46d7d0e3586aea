"""Statements as text in RDF's syntaxes, under the ontology's prefixes."""

from collections.abc import Iterable
from itertools import takewhile
from typing import IO, cast

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

from kg.terms import PREFIXES

LONGEST_HEAD = 4096
"""Bytes; all declarations of prefixes fit in."""


def write_statements(statements: Iterable[Triple] | Iterable[Quad], file_format: RdfFormat, output: IO[bytes]) -> None:
    """Write statements in the order given, under the ontology's prefixes in the order of their names."""
    pyoxigraph.serialize(statements, cast(IO[bytes], _SortedHead(output)), file_format, prefixes=PREFIXES)


class _SortedHead:
    """A file to write to that puts the lines which declare prefixes, at the very beginning, in order.

    Oxigraph declares them in an order of its own, which another version of it may change.
    """

    def __init__(self, output: IO[bytes]) -> None:
        self._output = output
        self._beginning = b""
        self._begun = False

    def write(self, data: bytes) -> int:
        """Pass on what comes, once there is enough of it to hold all prefixes."""
        if self._begun:
            self._output.write(data)
        else:
            self._beginning += data
            if len(self._beginning) >= LONGEST_HEAD:
                self.flush()
        return len(data)

    def flush(self) -> None:
        """Pass on what has been held back."""
        if not self._begun:
            self._begun = True
            lines = self._beginning.splitlines(keepends=True)
            count = sum(1 for _ in takewhile(lambda line: line.startswith(b"@prefix "), lines))
            self._output.write(b"".join([*sorted(lines[:count]), *lines[count:]]))
