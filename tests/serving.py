"""A server over a store, run in a thread of the test's own process."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from kg.serve import Access, Limits, Server, address, listen
from kg.store.writing import Writing

LIMITS = Limits(seconds=60, quick=20, workers=3, queue=8)
"""Wide enough for a machine that has much else to do."""
PATIENCE = 60


@dataclass(frozen=True)
class Served:
    """A running server: its address, a client for it, and the server itself."""

    address: str
    client: httpx.Client
    server: Server

    def sparql(self, query: str, accept: str = "application/sparql-results+json") -> httpx.Response:
        """What the endpoint answers to a query."""
        return self.client.post("/sparql", data={"query": query}, headers={"Accept": accept})

    def rows(self, query: str) -> list[Mapping[str, str]]:
        """The rows of a SELECT, values as text."""
        found = self.sparql(query).raise_for_status().json()["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]


@contextmanager
def serving(store: str | Path, limits: Limits = LIMITS, access: Access | None = None) -> Iterator[Served]:
    """Serve a store until the end of the block."""
    listening = listen("127.0.0.1", 0)
    ready = threading.Event()
    server = Server(store, limits, access or Access(), ready.set)
    at = address(listening)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        assert ready.wait(PATIENCE), "the server does not start"
        with httpx.Client(base_url=at, timeout=PATIENCE) as client:
            yield Served(at, client, server)
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive(), "the server does not end"


def write_store(path: Path, trig: str) -> Path:
    """Publish a store that holds these graphs, as a build does."""
    with Writing(path, "a test") as writing:
        generation = writing.new_generation()
        store = pyoxigraph.Store(str(generation / "db"))
        quads: list[Quad] = list(pyoxigraph.parse(trig, format=RdfFormat.TRIG))
        store.bulk_extend(quads)
        store.flush()
        del store
        writing.publish(generation, b"{}\n")
    return path
