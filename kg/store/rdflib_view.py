"""The embedded store as rdflib sees it; the one file that needs rdflib."""

from typing import Any, NoReturn

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Graph

from kg.errors import StoreError
from kg.store.layout import Hold

READ_ONLY = "this store is read-only; change what it is built from and run kg build, or copy it to a graph"


class ReadOnlyView(OxigraphStore):
    """Oxigraph behind rdflib's store interface, with every way to write closed."""

    def __init__(self, store: pyoxigraph.Store, hold: Hold) -> None:
        """Show `store`; `hold` keeps its files from being deleted as long as this lives."""
        super().__init__(store=store)
        self._hold = hold

    def close(self, commit_pending_transaction: bool = False) -> None:
        """Let go of the files."""
        super().close(commit_pending_transaction)
        self._hold.close()

    def add_graph(self, graph: Graph) -> None:
        """Do nothing: rdflib calls this for each graph that is only looked at."""

    def add(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse."""
        raise StoreError(READ_ONLY)

    def addN(self, *_: Any, **__: Any) -> NoReturn:  # noqa: N802 - rdflib's name
        """Refuse."""
        raise StoreError(READ_ONLY)

    def remove(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse."""
        raise StoreError(READ_ONLY)

    def remove_graph(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse."""
        raise StoreError(READ_ONLY)

    def update(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse."""
        raise StoreError(READ_ONLY)

    def destroy(self, configuration: str) -> NoReturn:
        """Refuse."""
        raise StoreError(READ_ONLY)
