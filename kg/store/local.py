"""The embedded store: Oxigraph's files in a folder, opened for reading only."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    Variable,
)

from kg.store.layout import Hold, as_folder, telling
from kg.store.sparql import check, reporting, without_own_dataset
from kg.terms import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset

    from kg.store.search import Index

Term = NamedNode | BlankNode | Literal | Triple
Result = QuerySolutions | QueryBoolean | QueryTriples


class LocalStore:
    """What a build has published in a folder, as it was when it was opened; it cannot be written to.

    A build that publishes a new state meanwhile neither changes nor disturbs it.
    """

    def __init__(self, path: str | Path) -> None:
        """Open the store at `path`; raises `StoreError` where there is none of this version."""
        self.path = as_folder(path)
        self._hold = Hold(self.path)
        with telling(self.path):
            self._store = pyoxigraph.Store.read_only(str(self._hold.database))

    def query(self, text: str, substitutions: Mapping[Variable, Term] | None = None) -> Result:
        """Run a SPARQL query over the union of all graphs, `GRAPH` reaching each by its name.

        `FROM` and `FROM NAMED` choose among the store's own graphs. The prefixes of `kg.terms.PREFIXES`
        need not be declared. Raises `QueryError` where the text does not parse, is an update, or calls
        another server.
        """
        check(text)
        with reporting(text):
            return self._store.query(
                text,
                prefixes=PREFIXES,
                use_default_graph_as_union=without_own_dataset(text),
                substitutions=dict(substitutions) if substitutions else None,
            )

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all, in no certain order."""
        with telling(self.path):
            yield from self._store.quads_for_pattern(None, None, None, graph)

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of all graphs, sorted."""
        with telling(self.path):
            names = [name for name in self._store.named_graphs() if isinstance(name, NamedNode)]
        return tuple(sorted(names, key=lambda name: name.value))

    def dump(self, graph: NamedNode) -> bytes:
        """The triples of one graph as N-Triples, in no certain order."""
        with telling(self.path):
            return self._store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""

    def passages_with(self, words: str) -> tuple[str, ...] | None:
        """The IRIs of the passages that may hold these words; None where the index cannot tell."""
        with telling(self.path):
            return self._index.passages(words)

    def things_named(self, name: str) -> tuple[str, ...] | None:
        """The IRIs of the things that may have a name with this slug in it; None where the index cannot tell."""
        with telling(self.path):
            return self._index.things(name)

    @cached_property
    def _index(self) -> "Index":
        # SQLite is imported where words or names are looked for, and nowhere else.
        from kg.store.search import Index

        return Index(self._hold.search)

    @property
    def manifest(self) -> bytes:
        """What the build wrote down about this state."""
        return self._hold.manifest

    def close(self) -> None:
        """Let go of the files; the store answers no more."""
        del self._store
        if "_index" in self.__dict__:
            self._index.close()
        self._hold.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_dataset(path: str | Path) -> "Dataset":
    """The store at `path` as a read-only `rdflib.Dataset`, its default graph the union of all.

    Queries given as text run on Oxigraph; those prepared with rdflib run on rdflib's own slow engine.
    Raises `StoreError` where there is no store of this version, and when something is written to it.
    """
    from rdflib import Dataset, Namespace

    from kg.store.rdflib_view import ReadOnlyView

    hold = Hold(as_folder(path))
    with telling(hold.path):
        view = ReadOnlyView(pyoxigraph.Store.read_only(str(hold.database)), hold)
    dataset = Dataset(store=view, default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, Namespace(namespace), override=True)
    return dataset
