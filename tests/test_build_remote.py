"""Builds that end on a server: what the server holds is what a build in a folder gives, whoever wrote before."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers import Server
from test_build_parts import make_parts

from kg.build import Parts, Summary, add, build
from kg.build.reading import WORTH_A_POOL, Chunk, Outcome, Shard
from kg.build.remote import mirror
from kg.errors import InputError, StoreError
from kg.export import nquads
from kg.graphs import release_graph
from kg.store import LocalStore, Store
from kg.store.remote import RemoteStore
from kg.store.writing import Writing


def dump(store: Store) -> bytes:
    output = io.BytesIO()
    with store as opened:
        nquads(opened, output)
    return output.getvalue()


class Desk:
    """Somebody's machine: a folder of releases, a cache, and a server to write to."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.releases = folder / "releases"
        self.releases.mkdir()
        self.parts: Parts = make_parts(folder / "parts")

    def write(self, slug: str, *names: str) -> Path:
        path = self.releases / f"{slug}.txt"
        path.write_text("\n".join([f"release {slug}", *names, ""]))
        return path

    def build(self) -> Summary:
        return build([self.releases], self.address, parts=self.parts)

    def add(self, *paths: Path) -> Summary:
        return add(paths, self.address, parts=self.parts)

    def expected(self) -> bytes:
        """What a build of the same in a folder gives."""
        shutil.rmtree(self.folder / "store", ignore_errors=True)
        build([self.releases], self.folder / "store", parts=self.parts)
        return dump(LocalStore(self.folder / "store"))

    def held(self) -> bytes:
        """What the server holds."""
        return dump(RemoteStore(self.address))


@pytest.fixture
def desk(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    server.sign_in(monkeypatch)
    with RemoteStore(server.address) as store:
        for name in store.graphs():
            store.remove(name)
    desk = Desk(tmp_path, server.address)
    desk.write("one", "Bert", "Anna")
    desk.write("two", "Bert", "Clara")
    yield desk


def test_a_build_on_a_server_is_a_build_in_a_folder(desk: Desk) -> None:
    first = desk.build()
    assert (first.added, first.releases, first.written) == (2, 2, True)
    assert desk.held() == desk.expected()
    again = desk.build()
    assert (again.kept, again.written) == (2, False)
    desk.write("two", "Bert", "Dora")
    desk.write("three", "Emil")
    (desk.releases / "one.txt").unlink()
    changed = desk.build()
    assert (changed.added, changed.replaced, changed.dropped, changed.kept) == (1, 1, 1, 0)
    assert desk.held() == desk.expected()


def test_what_is_unchanged_is_not_read_again(desk: Desk) -> None:
    desk.build()
    desk.write("three", "Emil")
    read: list[str] = []

    def counting(name: str, data: bytes):  # type: ignore[no-untyped-def]
        read.append(name)
        return desk_parts.read(name, data)

    desk_parts = desk.parts
    desk.parts = Parts(counting, desk_parts.version, desk_parts.ontology, desk_parts.reference, desk_parts.rules)
    desk.build()
    assert read == ["three.txt"]


def test_add_keeps_what_somebody_else_has_put_there(desk: Desk) -> None:
    desk.build()
    shutil.rmtree(desk.folder / "cache")
    path = desk.write("three", "Emil", "Bert")
    added = desk.add(path)
    assert (added.added, added.kept) == (1, 2)
    assert desk.held() == desk.expected()


def test_add_does_not_bring_back_what_somebody_else_has_changed(desk: Desk) -> None:
    desk.build()
    stale = desk.folder / "stale"
    shutil.copytree(desk.folder / "cache", stale, symlinks=True)
    desk.write("two", "Bert", "Dora")
    (desk.releases / "one.txt").unlink()
    desk.build()
    shutil.rmtree(desk.folder / "cache")
    stale.rename(desk.folder / "cache")
    added = desk.add(desk.write("three", "Emil"))
    assert (added.added, added.replaced, added.dropped, added.kept) == (1, 0, 0, 1)
    assert desk.held() == desk.expected()
    # What was taken from the server is read again when its file is given.
    assert desk.build().written is False


def test_a_build_mends_what_somebody_else_has_spoilt(desk: Desk) -> None:
    desk.build()
    with RemoteStore(desk.address) as store:
        store.remove(release_graph("one"))
        store.replace(
            release_graph("two"), b"<https://example.org/s> <https://example.org/p> <https://example.org/o> .\n"
        )
    mended = desk.build()
    assert (mended.added, mended.replaced) == (1, 1)
    assert desk.held() == desk.expected()


def test_a_build_that_is_cut_is_completed_by_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = RemoteStore.replace
    count = 0

    def cut(self: RemoteStore, graph, triples: bytes) -> None:  # type: ignore[no-untyped-def]
        nonlocal count
        count += 1
        if count == 3:
            raise StoreError("the connection was cut")
        whole(self, graph, triples)

    monkeypatch.setattr(RemoteStore, "replace", cut)
    with pytest.raises(StoreError, match="was cut"):
        desk.build()
    monkeypatch.setattr(RemoteStore, "replace", whole)
    expected = desk.expected()
    assert set(desk.held().splitlines()) < set(expected.splitlines())
    desk.build()
    assert desk.held() == expected


def test_a_second_writer_is_told_who_writes(desk: Desk) -> None:
    with Writing(mirror(desk.address), f"kg build --store {desk.address}") as writing:
        writing.begin()
        with pytest.raises(StoreError, match=rf"held by process \d+: kg build --store {desk.address}; wait"):
            desk.build()


def test_a_mistake_leaves_the_server_as_it_was(desk: Desk, tmp_path: Path) -> None:
    desk.build()
    before = desk.held()
    with pytest.raises(InputError):
        build([tmp_path / "nothing"], desk.address, parts=desk.parts)
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "a.txt").write_text("no release")
    with pytest.raises(InputError):
        build([tmp_path / "bad"], desk.address, parts=desk.parts)
    assert desk.held() == before


def test_a_build_on_a_server_reads_with_the_engine_given(desk: Desk) -> None:
    for number in range(WORTH_A_POOL):
        desk.write(f"m{number:03}", "Bert")
    read: list[int] = []

    def engine(shard: Shard, chunks: Iterator[Chunk]) -> Iterator[tuple[Outcome, ...]]:
        for chunk in chunks:
            read.append(len(chunk))
            yield shard(chunk)

    build([desk.releases], desk.address, parts=desk.parts, engine=engine)
    assert sum(read) == len(list(desk.releases.iterdir()))
    assert desk.held() == desk.expected()
