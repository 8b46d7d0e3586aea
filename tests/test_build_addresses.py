"""Releases at addresses: the same store as from a folder with the same files, whatever they lie on."""

import bz2
import gzip
import lzma
import sys
import threading
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from test_build import Archive, dump
from test_build_inputs import make_tar, make_zip
from test_build_parts import make_parts
from test_build_warc import write as write_warc

from kg.build import build, in_processes, inputs
from kg.build.reading import WORTH_A_POOL
from kg.build.sidecar import INDEX, Kept
from kg.cli.main import run
from kg.errors import InputError
from kg.store import LocalStore

fsspec = pytest.importorskip("fsspec", reason="needs the extra: pip install -e '.[cluster]'")
pytest.importorskip("aiohttp", reason="needs the extra: pip install -e '.[cluster]'")
known_implementations = pytest.importorskip("fsspec.registry").known_implementations

MEMBERS = {"x/b.txt": b"release zb\nBert\n", "x/a.txt": b"release za\nAnna\n", "README.md": b"r"}


class Quiet(SimpleHTTPRequestHandler):
    """A folder as web servers list it, but for what is in `closed`; no request for a part of a file is heeded."""

    closed = "/closed"
    failing: ClassVar[list[int]] = []

    def send_head(self) -> Any:
        if self.failing and self.path.endswith("/3.txt"):
            self.send_error(self.failing.pop(0))
            return None
        if self.path.startswith(self.closed):
            self.send_error(403)
            return None
        return super().send_head()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A folder of releases, in folders, archives and compressed files."""
    archive = Archive(tmp_path)
    folder = archive.releases
    for number in range(6):
        archive.write(f"{number}.txt", f"release r{number}\nAnna {number}\nBert\n")
    for name in ("a-b", "a", "Ü 1"):
        (folder / name).mkdir()
        (folder / name / "page é?.txt").write_text(f"release in-{len(name)}-{name[-1]}\nClara\n")
        (folder / name / "page.txt").write_text(f"release on-{len(name)}-{name[-1]}\nClara\n")
    (folder / "README.md").write_text("release readme\n")
    (folder / "bad.txt").write_text("nothing")
    (folder / "again.txt").write_bytes((folder / "0.txt").read_bytes())
    make_zip(folder / "pages.zip", MEMBERS)
    make_tar(
        folder / "pages.tar.gz", {name: data.replace(b"release z", b"release t") for name, data in MEMBERS.items()}
    )
    write_warc(folder / "crawl.warc.gz")
    (folder / "g.txt.gz").write_bytes(gzip.compress(b"release g\nGustav\n"))
    (folder / "h.txt.bz2").write_bytes(bz2.compress(b"release h\nHanna\n"))
    (folder / "i.txt.xz").write_bytes(lzma.compress(b"release i\nIda\n"))
    (folder / "j.txt.gz").write_bytes(gzip.compress(b"release j\n" * 999)[:-12])
    return folder


@pytest.fixture
def memory() -> Iterator[Any]:
    """fsspec's files in memory, empty before and after."""
    files = fsspec.filesystem("memory")
    files.store.clear()
    files.pseudo_dirs[:] = [""]
    yield files
    files.store.clear()
    files.pseudo_dirs[:] = [""]


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """The address of a web server on loopback that lists the temporary folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["memory", "file", "http", "cached"])
def address(request: pytest.FixtureRequest, released: Path, memory: Any, web: str) -> str:
    """The address of the same files on another file system."""
    if request.param == "memory":
        memory.put(str(released), "/archive", recursive=True)
        return "memory://archive"
    if request.param == "cached":
        memory.put(str(released), "/archive", recursive=True)
        return "simplecache::memory://archive"
    return f"file://{released}" if request.param == "file" else f"{web}/releases/"


def test_an_address_gives_what_a_folder_with_the_same_files_does(released: Path, address: str) -> None:
    assert list(inputs.inputs((address,))) == list(inputs.inputs((released,)))
    inputs.check((address,))


def test_the_store_is_the_same_and_nothing_is_read_twice(released: Path, address: str, tmp_path: Path) -> None:
    parts = make_parts(tmp_path / "parts")
    local = build([released], tmp_path / "local", parts=parts)
    summary = build([address], tmp_path / "store", parts=parts)
    again = build([address], tmp_path / "store", parts=parts)
    assert (summary.added, summary.refused, summary.duplicates) == (local.added, local.refused, local.duplicates)
    assert summary.added > 20
    assert not again.written
    assert dump(tmp_path / "store") == dump(tmp_path / "local")
    with LocalStore(tmp_path / "store") as one, LocalStore(tmp_path / "local") as other:
        assert one.manifest == other.manifest
    assert not build([released], tmp_path / "store", parts=parts).written


@pytest.mark.parametrize("address", ["memory", "file", "http"], indirect=True)
def test_only_what_changed_at_an_address_is_read_again(released: Path, address: str, memory: Any) -> None:
    archive = Archive(released.parent)
    first = archive.build(paths=[address])
    (released / "2.txt").write_text("release r2\nClara\n")
    (released / "4.txt").unlink()
    if address.endswith("memory://archive"):
        memory.rm("/archive", recursive=True)
        memory.put(str(released), "/archive", recursive=True)
    summary = archive.build(paths=[address])
    assert archive.read == ["2.txt"]
    assert (summary.replaced, summary.dropped, summary.kept) == (1, 1, first.added - 2)


def test_an_archive_of_many_files_is_read_in_processes(tmp_path: Path, memory: Any) -> None:
    parts = make_parts(tmp_path / "parts")
    (tmp_path / "releases").mkdir()
    for number in range(2 * WORTH_A_POOL):
        data = f"release m{number}\nAnna {number % 7}\n"
        (tmp_path / "releases" / f"{number}.txt").write_text(data)
        memory.pipe(f"/many/{number}.txt", data.encode())
    build([tmp_path / "releases"], tmp_path / "local", parts=parts, engine=in_processes(1))
    build(["memory://many"], tmp_path / "store", parts=parts, engine=in_processes(2))
    assert dump(tmp_path / "store") == dump(tmp_path / "local")


def test_single_files_and_what_is_within_others_are_given_by_address(released: Path, memory: Any, web: str) -> None:
    memory.put(str(released), "/archive", recursive=True)
    for address, names in {
        "memory://archive/0.txt": ["0.txt"],
        "memory://archive/README.md": ["README.md"],
        f"{web}/releases/README.md": ["README.md"],
        f"{web}/releases/0.txt?key=secret": ["0.txt"],
        f"{web}/releases/%C3%9C%201/page.txt": ["page.txt"],
        "memory://archive/g.txt.gz": ["g.txt.gz"],
        f"{web}/releases/pages.zip": ["pages.zip/README.md", "pages.zip/x/a.txt", "pages.zip/x/b.txt"],
        "zip://x::memory://archive/pages.zip": ["a.txt", "b.txt"],
        "zip://::memory://archive/pages.zip": ["README.md", "x/a.txt", "x/b.txt"],
        "zip://x/b.txt::memory://archive/pages.zip": ["b.txt"],
        f"{web}/releases/crawl.warc.gz": ["crawl.warc.gz/www.example.org/press/1"],
        "memory://archive/crawl.warc.gz": ["crawl.warc.gz/www.example.org/press/1"],
    }.items():
        inputs.check((address,))
        assert [one.place for one in inputs.inputs((address,), ("*/press/1",))] == names, address


def test_a_store_that_lies_at_an_address_holds_no_releases(released: Path, address: str, memory: Any) -> None:
    for name in ("format", "lock", "current"):
        (released / "store").mkdir(exist_ok=True)
        (released / "store" / name).touch()
        memory.pipe(f"/archive/store/{name}", b"")
    assert not [one for one in inputs.inputs((address,)) if one.place.startswith("store/")]


def harvest(folder: Path) -> None:
    """What a harvest leaves: one release, an earlier version of it, and one that has been lost since."""
    lines = []
    for name, old in (("one.1.txt", True), ("one.txt", False), ("lost.txt", False)):
        data = f"release {name}\nAnna\n".encode()
        file = f"releases/www.example.org/{name}"
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        if name != "lost.txt":
            (folder / file).write_bytes(data)
        url = "https://www.example.org/" + ("one.txt" if old else name)
        digest, when = sha256(data).hexdigest(), "2020-01-01T00:00:00Z"
        lines.append(Kept(url, url, "release", file, digest, len(data), when, charset="latin-1").to_line())
    (folder / INDEX).write_bytes(b"".join(lines))


def test_a_harvest_at_an_address_keeps_its_index(released: Path, address: str, memory: Any) -> None:
    harvest(released / "kg-harvest")
    memory.put(str(released / "kg-harvest"), "/archive/kg-harvest", recursive=True)
    below = f"{address.rstrip('/')}/kg-harvest/"
    found = list(inputs.inputs((below,)))
    assert found == list(inputs.inputs((released / "kg-harvest",)))
    assert [(one.name, one.aside, one.refused is not None, one.origin is not None) for one in found] == [
        (INDEX, True, False, False),
        ("lost.txt", False, True, False),
        ("one.1.txt", True, False, False),
        ("one.txt", False, False, True),
    ]


def test_the_index_of_a_harvest_is_found_above_what_is_given_but_no_web_server_is_asked(
    released: Path, memory: Any, web: str
) -> None:
    harvest(released)
    memory.put(str(released), "/archive", recursive=True)
    inner = "releases/www.example.org"
    assert list(inputs.inputs((f"memory://archive/{inner}",))) == list(inputs.inputs((released / inner,)))
    assert list(inputs.inputs((f"memory://archive/{inner}/one.txt",))) == list(
        inputs.inputs((released / inner / "one.txt",))
    )
    assert [one.origin for one in inputs.inputs((f"{web}/releases/{inner}/one.txt",))] == [None]


def test_what_cannot_be_fetched_is_refused_by_name_and_the_rest_is_read(
    released: Path, web: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Quiet, "closed", "/releases/2")
    found = {one.place: one for one in inputs.inputs((f"{web}/releases/",))}
    assert found["2.txt"].refused == "permission denied (the server answers 403)"
    assert found["3.txt"].data == b"release r3\nAnna 3\nBert\n"
    for name in ("crawl.warc.gz", "pages.tar.gz", "pages.zip", "g.txt.gz"):
        monkeypatch.setattr(Quiet, "closed", f"/releases/{name}")
        told = {one.place: one.refused for one in inputs.inputs((f"{web}/releases/",))}[name]
        assert told is not None
        assert told.endswith(": permission denied (the server answers 403)")


def test_a_server_that_fails_is_asked_again_but_not_for_ever(
    released: Path, web: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.build.addresses.PAUSE", 0)
    for statuses, refused in (([503, 429, 503], None), ([503] * 99, "failed (the server answers 503)")):
        monkeypatch.setattr(Quiet, "failing", statuses)
        found = {one.place: one for one in inputs.inputs((f"{web}/releases/",))}
        assert (found["3.txt"].refused, found["2.txt"].refused) == (refused, None)
    assert len(statuses) > 80


def test_what_is_too_large_is_not_fetched_whole(released: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (released / "g.txt.gz").write_bytes(gzip.compress(b"x" * 1000))
    monkeypatch.setattr(inputs, "LARGEST", 20)
    found = {one.place: one.refused for one in inputs.inputs((address,))}
    assert "too large" in (found["0.txt"] or "")
    assert found["bad.txt"] is None


def test_a_folder_that_cannot_be_listed_stops_the_build(
    released: Path, web: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Quiet, "closed", "/releases/a/")
    with pytest.raises(InputError, match=r"/releases/a: permission denied.*; make it readable, or give the other"):
        list(inputs.inputs((f"{web}/releases/",)))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nothing://x", "nothing://x: Protocol not known: nothing"),
        ("lacking://x", "lacking://x: Install lacking to read from it"),
        ("memory://gone", "memory://gone: no such file or folder"),
        ("memory://gone/page.txt", "memory://gone/page.txt: no such file or folder"),
        ("file:///gone/page.txt", "/gone/page.txt: no such file or folder"),
        ("{web}/gone/", "{web}/gone/: no such file or folder"),
        ("{web}/closed/page.txt", "{web}/closed/page.txt: permission denied (the server answers 403)"),
        ("http://127.0.0.1:9/", "http://127.0.0.1:9/: Connect call failed ('127.0.0.1', 9)"),
        ("ftp://me:secret@127.0.0.1:9/x", "ftp://me@127.0.0.1:9/x: Connection refused"),
        ("zip://x::memory://gone.zip", "zip://x::memory://gone.zip: no such file or folder"),
        ("zip://x::memory://empty/a.txt", "zip://x::memory://empty/a.txt: File is not a zip file"),
        ("memory://empty", "a.txt: does not begin"),
    ],
)
def test_a_bad_address_is_one_line_and_nothing_is_written(
    address: str, words: str, web: str, memory: Any, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    memory.pipe("/empty/a.txt", b"nothing")
    lacking = {"class": "lacking_library.Files", "err": "Install lacking to read from it"}
    monkeypatch.setitem(known_implementations, "lacking", lacking)
    address, words, store = address.format(web=web), words.format(web=web), tmp_path / "store"
    monkeypatch.setattr("kg.build.shipped", lambda: make_parts(tmp_path / "parts"))
    assert run(["build", address, "--store", str(store)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"kg: {words}")
    assert told.count("\n") == 1
    assert "secret" not in told
    assert not store.exists() or not (store / "current").exists()


def test_without_the_extra_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(InputError, match=r"^memory://x: .* needs an extra package: pip install 'osce-kg\[cluster\]'$"):
        build(["memory://x"], tmp_path / "store")
