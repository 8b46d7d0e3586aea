"""What is no release is refused, with a reason of one line, and nothing else is ever raised."""

import re
from pathlib import Path

import pytest

from kg.errors import ReleaseRefused
from kg.loaders import load

PAGES = Path(__file__).parent / "pages"
RSS = '<rss version="2.0"><channel><item><title>A b c</title></item>'


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n\t\n", "empty file"),
        ("a.txt", b"Title\n\nText \0 here", "binary file"),
        ("a.txt", b"\x01\x02\x03\x04 ab", "binary file"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "binary file"),
        ("a.txt", "Title\n".encode("utf-16"), "UTF-16"),
        ("a.txt", b"Minister P\xe4r", "not UTF-8: byte 0xE4 at position 10"),
        ("a.html", b"<html><body><h1>P\xe4r met x</h1>", "not UTF-8: byte 0xE4 at position 17"),
        ("a.html", b"<html><meta charset=koi9><h1>P\xe4r</h1>", "nor the declared koi9"),
        ("a.txt", b"word " * 1_100_000, "larger than 5 MiB"),
        ("a.txt", b"a\n" * 200_001, "more than 200,000 lines"),
        ("a.txt", b"just some words without an end", "no body found"),
        ("a.txt", b"A sentence that is long enough to be one. Another sentence.", "no title found"),
        ("a.txt", b"Cream the butter and the sugar until pale. Fold in the flour.", "no title found"),
        ("a.txt", b"x" * 1_000_000, "no title found"),
        ("a.txt", b"Press release\n- Date:\n- Place:\n- RIGA\nRIGA, 3 March 2020 - They met.\n", "no title found"),
        ("a.txt", b"Press release\nTolven opens conference\n- Date:\n- Place:\n- RIGA\n", "no body found"),
        ("a.txt", b"Press release\nTolven opens conference\n- Place:\n- RIGA\nContacts\n", "no body found"),
        ("a.md", b"---\ndate: 2020-01-01\n---\nThey met.\n", "no title found"),
        ("a.md", b"---\ntitle: A b c\n---\n\n\\###\n", "no body found"),
        ("a.md", b"---\ntitle: A b c\nThey met.\n", "no closing line"),
        ("a.md", b"---\ntitle: 'A b c\n---\nThey met.\n", "front matter is not YAML in line"),
        ("a.md", b"---\n" + b"[" * 5000 + b"\n---\nThey met.\n", "front matter is not YAML"),
        ("a.html", b"<html><body><p>They met.</p>", "no title found"),
        ("a.html", b"<html><body><h1>Tolven meets Orav</h1><nav>Home</nav>", "no body found"),
        ("a.html", b"<html>" + b"<div>" * 20_000, "markup nested"),
        ("a.html", b"<html><p " + b" ".join(b"a%d=1" % n for n in range(5000)) + b">", "attributes"),
        ("a.html", b"<html><select>" + b"<option>" * 6000, "options"),
        ("a.html", b"<html>" + b"<p>" * 100_001, "tags"),
        ("a.rss", (RSS + "</channel></rss>").replace("<title>A b c</title>", "").encode(), "without an item"),
        ("a.rss", RSS.encode(), "not well-formed XML: line 1"),
        ("a.rss", b'<!DOCTYPE rss [<!ENTITY a "b">]>' + RSS.encode(), "declares entities"),
        ("a.json", b'{"title": "A b c"}', "not in a form"),
        ("a.txt", b"A b c\nRIGA, 5 May 2020 - They met.</p></div></div></body>", "not in a form"),
        ("a.pdf", b"%PDF-1.4 text only", "not in a form"),
    ],
)  # fmt: skip
def test_bad_input_is_refused(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReleaseRefused) as refused:
        load(f"folder/{name}", data)
    assert reason in refused.value.reason
    assert refused.value.name == name
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("path", sorted(PAGES.iterdir()), ids=lambda path: path.name)
def test_a_page_without_its_text_is_refused_or_of_titles_only(path: Path) -> None:
    data = path.read_bytes()
    cut = re.search(rb"[A-Z][A-Z\xc5\xa0]+(?:/[A-Z]+)?, \d|President Ann B", data)
    assert cut is not None
    try:
        found = load(path.name, data[: cut.start()])
    except ReleaseRefused:
        return
    assert path.name.startswith("listing")
    assert all(not one.body for one in found)
