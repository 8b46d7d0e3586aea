"""Where the graph is kept, and the one small way in: query, quads, graphs, dump.

A store holds named graphs only: the ontology's, the reference facts', one for each release, and what the
rules derived. Queries see the union of all.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol, Self

from pyoxigraph import NamedNode, Quad, Variable

from kg.store.layout import Hold, Writing
from kg.store.local import LocalStore, Result, Term, open_dataset
from kg.store.pieces import Pieces
from kg.store.syntax import write_statements


class Store(Protocol):
    """What every store answers, embedded or remote; all raise `StoreError` where it cannot be reached."""

    def query(self, text: str, substitutions: Mapping[Variable, Term] | None = None) -> Result:
        """Run a SPARQL query over the union of all graphs; raises `QueryError` where it does not parse."""
        ...

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        ...

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of all graphs, sorted."""
        ...

    def dump(self, graph: NamedNode) -> bytes:
        """The triples of one graph as N-Triples."""
        ...

    def close(self) -> None:
        """Let go of files or connections; `with` does it at the end."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def open(path: str | Path) -> Store:  # noqa: A001 - read as kg.store.open
    """The store at `path`, for reading; raises `StoreError` where there is none that can be read."""
    return LocalStore(path)


__all__ = [
    "Hold",
    "LocalStore",
    "Pieces",
    "Result",
    "Store",
    "Term",
    "Writing",
    "open",
    "open_dataset",
    "write_statements",
]
