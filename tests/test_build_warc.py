"""Web-crawl archives: which of their pages are read, under which names, and what is told of a damaged one."""

import gzip
import io
from pathlib import Path

import pytest
from test_build import Archive

from kg.build import build, inputs

pytest.importorskip("warcio", reason="needs the extra: pip install -e '.[cluster]'")
PAGES = [
    ("https://www.example.org/press/1", "release a\nAnna\n", "200 OK", "text/plain; charset=utf-8"),
    ("https://www.example.org/press/2.txt", "release b\nBert\n", "200 OK", "text/plain"),
    ("https://www.example.org/about", "release c\nClara\n", "200 OK", "text/html"),
    ("https://www.example.org/press/gone", "release d\nDora\n", "404 Not Found", "text/html"),
    ("https://www.example.org/press/logo", "release e\nEmil\n", "200 OK", "image/png"),
    ("https://other.example.net/press/3?id=7", "release f\nFred\n", "200 OK", "text/html"),
]


def write(path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for url, body, status, kind in PAGES:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            content = io.BytesIO(body.encode())
            writer.write_record(writer.create_warc_record(url, "response", payload=content, http_headers=headers))
            writer.write_record(writer.create_warc_record(url, "metadata", payload=io.BytesIO(b"fetched: yes")))


@pytest.fixture(params=["crawl.warc", "crawl.warc.gz"])
def crawl(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    write(path)
    return path


def found(path: Path, *pages: str) -> list[tuple[str, str]]:
    return [(one.name, one.place.removeprefix(f"{path.name}/")) for one in inputs.inputs((path,), pages)]


def test_what_was_got_as_a_page_is_read(crawl: Path) -> None:
    assert found(crawl) == [
        ("1.txt", "www.example.org/press/1"),
        ("2.txt", "www.example.org/press/2.txt"),
        ("about.html", "www.example.org/about"),
        ("3-id=7.html", "other.example.net/press/3?id=7"),
    ]


def test_pages_are_picked_by_host_and_path(crawl: Path) -> None:
    assert [name for name, _ in found(crawl, "www.example.org/press/*")] == ["1.txt", "2.txt"]
    assert [name for name, _ in found(crawl, "*.net/*", "*/about")] == ["about.html", "3-id=7.html"]
    assert found(crawl, "www.example.com/*") == []


def test_a_store_is_built_from_a_crawl(crawl: Path, tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    summary = build([crawl], archive.store, parts=archive.parts, pages=["www.example.org/press/*"])
    again = build([crawl], archive.store, parts=archive.parts, pages=["www.example.org/press/*"])
    assert (summary.added, summary.refused) == (2, ())
    assert not again.written


@pytest.mark.parametrize("data", [b"no archive at all", gzip.compress(b"nor this")[:-9], b"WARC/1.0\r\nbroken"])
def test_a_damaged_archive_is_refused_by_name(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.warc.gz"
    path.write_bytes(data)
    (one,) = inputs.inputs((path,))
    assert one.place == "bad.warc.gz"
    assert one.refused is not None
    assert one.refused.startswith("a web-crawl archive that cannot be read: ")


def test_of_a_cut_archive_what_is_whole_is_read_and_the_rest_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cut.warc"
    write(path)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"Bert") + 2])
    first, last = inputs.inputs((path,))
    assert (first.name, first.refused) == ("1.txt", None)
    assert (last.place, last.refused) == (
        "cut.warc",
        "a web-crawl archive that cannot be read: it ends within www.example.org/press/2.txt",
    )
