"""A store copied to a server: whole graphs, compared, gone on from, and nothing of others touched."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize
from servers import Server

from kg.clocks import View
from kg.errors import StoreError
from kg.graphs import DERIVED, REFERENCE, release_graph
from kg.iris import mint
from kg.store import remote as remotes
from kg.store.canonical import canonical
from kg.store.push import digests, push
from kg.store.remote import RemoteStore
from kg.terms import KG, RDFS, XSD

OTHERS = NamedNode("https://example.org/of-somebody-else")


@pytest.fixture
def remote(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[RemoteStore]:
    """A server's store with none of our graphs in it."""
    server.sign_in(monkeypatch)
    with RemoteStore(server.address) as store:
        for name in store.graphs():
            store.remove(name)
        yield store


def source(*slugs: str, words: str = "Word") -> View:
    """A store with a release's graph for each slug, reference facts, and a derived link."""
    store = Store()
    for slug in slugs:
        for number in range(5):
            person = mint("person", f"{slug} {number}")
            store.add(Quad(person, RDFS.label, Literal(f"{words} {number}", language="en"), release_graph(slug)))
    store.add(Quad(mint("state", "Albania"), KG.isoCode, Literal("AL"), REFERENCE))
    store.add(Quad(mint("person", "a"), KG.metWith, mint("person", "b"), DERIVED))
    return View(store)


def test_what_is_new_or_changed_is_written_and_what_is_gone_goes(remote: RemoteStore) -> None:
    first = push(source("a", "b"), remote)
    assert len(first.added) == 4
    assert first.quads == 12
    again = push(source("a", "b"), remote)
    assert (again.changed, len(again.kept)) == (0, 4)
    changed = push(View(_with(source("b", "c"), "b")), remote)
    assert changed.added == (release_graph("c"),)
    assert changed.replaced == (release_graph("b"),)
    assert changed.removed == (release_graph("a"),)
    assert changed.kept == (REFERENCE, DERIVED)
    assert remote.graphs() == (DERIVED, REFERENCE, release_graph("b"), release_graph("c"))


def _with(view: View, slug: str) -> Store:
    store = Store()
    store.extend(view.quads())
    store.add(Quad(mint("person", "new"), RDFS.label, Literal("New"), release_graph(slug)))
    return store


def test_graphs_of_others_stay(remote: RemoteStore) -> None:
    remote.replace(OTHERS, b"<https://example.org/s> <https://example.org/p> <https://example.org/o> .\n")
    push(source("a"), remote)
    push(source("b"), remote)
    assert remote.dump(OTHERS).startswith(b"<https://example.org/s>")
    assert OTHERS not in remote.graphs()
    remote.remove(OTHERS)


@pytest.mark.parametrize("done", range(4))
def test_a_push_that_was_cut_goes_on_from_there(
    remote: RemoteStore, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    whole = RemoteStore.replace
    written: list[NamedNode] = []

    def cut(self: RemoteStore, graph: NamedNode, triples: bytes) -> None:
        if len(written) == done:
            raise StoreError("cut")
        whole(self, graph, triples)
        written.append(graph)

    monkeypatch.setattr(RemoteStore, "replace", cut)
    with pytest.raises(StoreError, match="cut"):
        push(source("a", "b"), remote)
    monkeypatch.undo()
    expected = digests(source("a", "b"))
    assert {name: expected[name] for name in written} == digests(remote)
    finished = push(source("a", "b"), remote)
    assert (len(finished.added), len(finished.kept)) == (4 - done, done)
    assert digests(remote) == expected


def test_a_push_that_is_killed_leaves_whole_graphs(server: Server, remote: RemoteStore, tmp_path: Path) -> None:
    slugs = [f"r{number}" for number in range(40)]
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from test_push import *\n"
        f"push(source(*{slugs!r}), RemoteStore({server.address!r}))\n"
    )
    expected = digests(source(*slugs))
    for seconds in (0.02, 0.1):
        before = len(remote.graphs())
        process = subprocess.Popen([sys.executable, str(script)])
        while len(remote.graphs()) == before and process.poll() is None:
            pass
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        held = digests(remote)
        assert held.items() <= expected.items()
    push(source(*slugs), remote)
    assert digests(remote) == expected


def test_what_servers_write_otherwise_is_the_same_by_its_hash(remote: RemoteStore) -> None:
    graph = release_graph("odd")
    node = mint("person", "odd")
    values = [
        Literal("0.70", datatype=XSD.decimal),
        Literal("007", datatype=XSD.integer),
        Literal("true", datatype=XSD.boolean),
        Literal("false", datatype=XSD.boolean),
        Literal("2020", datatype=XSD.gYear),
        Literal("2020-02", datatype=XSD.gYearMonth),
        Literal("2020-02-26", datatype=XSD.date),
        Literal("Öst\t“x”\\ \"y\"\nz \U0001f600", language="en-GB"),
        Literal(""),
        NamedNode("https://example.org/é?a=b&c=%20#d"),
    ]  # fmt: skip
    store = Store()
    store.extend(Quad(node, KG.isoCode, value, graph) for value in values)
    assert push(View(store), remote).quads == len(values)
    assert push(View(store), remote).changed == 0
    triples = serialize(store, format=RdfFormat.N_QUADS) or b""
    assert remote.dump(graph) == canonical(triples.replace(f" {graph} .".encode(), b" ."))


def test_a_large_graph_goes_in_pieces(remote: RemoteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remotes, "AT_ONCE", 2)
    push(source("a"), remote)
    assert digests(remote) == digests(source("a"))
    push(source("a", words="Other"), remote)
    assert digests(remote) == digests(source("a", words="Other"))


def test_what_comes_back_otherwise_is_told(remote: RemoteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteStore, "replace", lambda *_: None)
    with pytest.raises(StoreError, match="is not there as it was sent"):
        push(source("a"), remote)


def test_a_blank_node_is_refused(remote: RemoteStore) -> None:
    store = Store()
    store.load(b"<https://example.org/s> <https://example.org/p> [] .", RdfFormat.TURTLE, to_graph=release_graph("a"))
    with pytest.raises(StoreError, match="has a blank node"):
        push(View(store), remote)
    assert remote.graphs() == ()


def test_progress_is_told(remote: RemoteStore) -> None:
    told: list[tuple[str, int, int]] = []
    push(source("a"), remote, lambda *what: told.append(what))
    assert told == [("pushing", number, 3) for number in range(3)]


def test_without_a_password_a_server_that_wants_one_is_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    if not server.user:
        pytest.skip("this server lets everybody write")
    monkeypatch.delenv("KG_USER", raising=False)
    with RemoteStore(server.address) as store, pytest.raises(StoreError, match="wants a name and a password"):
        push(source("z"), store)
    monkeypatch.setenv("KG_USER", server.user)
    monkeypatch.setenv("KG_PASSWORD", "not-the-password")
    with RemoteStore(server.address) as store, pytest.raises(StoreError) as caught:
        push(source("z"), store)
    assert "refuses this name and password" in str(caught.value)
    assert "not-the-password" not in str(caught.value)
