"""All statements of the graph in RDF's syntaxes, sorted, so that the same graph gives the same bytes.

Whatever the graph's size, no more is held in memory than fits a set amount; the rest is sorted on the disk.
"""

from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from typing import IO, cast

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.export.sorting import sorted_lines
from kg.graphs import DERIVED
from kg.store import Pieces, Store, write_statements

AT_ONCE = 100_000
"""Statements of a large graph that are made lines at a time."""
LINES = 10_000
"""Lines that are parsed or written at a time."""


def turtle(store: Store, output: IO[bytes]) -> None:
    """Write the union of all graphs, each triple once, sorted, as Turtle with prefixes."""
    lines = sorted_lines(piece for graph in store.graphs() for piece in _pieces(store, graph))
    triples = pyoxigraph.parse(_file(lines), format=RdfFormat.N_TRIPLES, lenient=True)
    write_statements(map(attrgetter("triple"), triples), RdfFormat.TURTLE, output)


def nquads(store: Store, output: IO[bytes]) -> None:
    """Write all graphs as N-Quads, by the graph's name and then by the line's bytes."""
    output.writelines(_lines(store))


def trig(store: Store, output: IO[bytes]) -> None:
    """Write all graphs, each under its name, as TriG with prefixes."""
    write_statements(_quads(store), RdfFormat.TRIG, output)


def _lines(store: Store) -> Iterator[bytes]:
    """All lines of N-Quads, sorted."""
    for graph in store.graphs():
        end = f" {graph} .\n".encode()
        for line in sorted_lines(_pieces(store, graph)):
            yield line.removesuffix(b" .\n") + end


def _pieces(store: Store, graph: NamedNode) -> Iterator[bytes]:
    """A graph's lines of N-Triples: all at once, but for the one graph that grows with the whole."""
    if graph != DERIVED:
        yield store.dump(graph)
        return
    quads = store.quads(graph)
    while part := [quad.triple for quad in islice(quads, AT_ONCE)]:
        yield pyoxigraph.serialize(part, format=RdfFormat.N_TRIPLES) or b""


def _quads(store: Store) -> Iterator[Quad]:
    return pyoxigraph.parse(_file(_lines(store)), format=RdfFormat.N_QUADS, lenient=True)


def _file(lines: Iterator[bytes]) -> IO[bytes]:
    """Lines as a file to read, many at a time."""
    return cast(IO[bytes], Pieces(iter(lambda: b"".join(islice(lines, LINES)), b"")))
