"""All statements of the graph in RDF's syntaxes, sorted, so that the same graph gives the same bytes.

Turtle holds all triples in memory while it sorts them, about half a gigabyte for a million; the others hold
one graph at a time.
"""

from collections.abc import Iterator
from typing import IO, cast

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from kg.store import Pieces, Store, write_statements


def turtle(store: Store, output: IO[bytes]) -> None:
    """Write the union of all graphs, each triple once, sorted, as Turtle with prefixes."""
    lines = {line for graph in store.graphs() for line in store.dump(graph).splitlines(keepends=True)}
    triples = pyoxigraph.parse(b"".join(sorted(lines)), format=RdfFormat.N_TRIPLES, lenient=True)
    write_statements((quad.triple for quad in triples), RdfFormat.TURTLE, output)


def nquads(store: Store, output: IO[bytes]) -> None:
    """Write all graphs as N-Quads, by the graph's name and then by the line's bytes."""
    for graph in _graphs(store):
        output.write(graph)


def trig(store: Store, output: IO[bytes]) -> None:
    """Write all graphs, each under its name, as TriG with prefixes."""
    write_statements(_quads(store), RdfFormat.TRIG, output)


def _graphs(store: Store) -> Iterator[bytes]:
    for graph in store.graphs():
        end = f" {graph} .\n".encode()
        lines = sorted(store.dump(graph).splitlines(keepends=True))
        yield b"".join(line.removesuffix(b" .\n") + end for line in lines)


def _quads(store: Store) -> Iterator[Quad]:
    pieces = cast(IO[bytes], Pieces(_graphs(store)))
    return pyoxigraph.parse(pieces, format=RdfFormat.N_QUADS, lenient=True)
