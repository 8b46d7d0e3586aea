"""Where the graph is kept, and the one small way in: query, quads, graphs, dump.

A store holds named graphs only: the ontology's, the reference facts', one for each release, and what the
rules derived. Queries see the union of all.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, Self

from pyoxigraph import NamedNode, Quad

from kg.store.layout import Hold, is_address
from kg.store.local import LocalStore, Result, Term, open_dataset
from kg.store.pieces import Pieces
from kg.store.syntax import write_statements


class Queryable(Protocol):
    """What answers queries, and need do no more."""

    def query(self, text: str) -> Result:
        """Run a SPARQL query over the union of all graphs; raises `QueryError` where it does not parse."""
        ...


class Store(Protocol):
    """What every store answers, embedded or remote; all raise `StoreError` where it cannot be reached."""

    def query(self, text: str) -> Result:
        """Run a SPARQL query over the union of all graphs; raises `QueryError` where it does not parse.

        Values go into a query by `kg.library.Question.bind`, which writes them as terms.
        """
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
    """The store in a folder or at an address, for reading.

    Raises `StoreError` where there is none that can be read; for an address, when it is first asked.
    """
    if is_address(path):
        # A client for HTTP is imported only where one is needed.
        from kg.store.remote import RemoteStore

        return RemoteStore(str(path))
    return LocalStore(path)


__all__ = [
    "Hold",
    "LocalStore",
    "Pieces",
    "Queryable",
    "Result",
    "Store",
    "Term",
    "is_address",
    "open",
    "open_dataset",
    "write_statements",
]
