"""Broken pages raise nothing but the project's own errors, and what is read keeps its promises.

`KG_FUZZ=10000` tries that many mutated pages instead of a few hundred.
"""

import os
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.iris import slug
from kg.loaders import load
from kg.loaders.decoding import LARGEST
from kg.model import Release, Span, Stated
from kg.text.clean import clean

PAGES = {path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "pages").iterdir())}
EXAMPLES = int(os.environ.get("KG_FUZZ", "300"))
INSERTED = (
    b"\x00", b"\x01\x1b\x7f", b"\xff\xfe", b"\xe9", "Ü".encode("latin-1"), "”“„«»\"'’".encode(), b"\xe2\x80",
    "“He said “she said ‘they said’”".encode(), b"<", b">", b"</div>", b"<p><b><div>", b"<!--", b"]]>", b"&#xD800;",
    b"&lt;script&gt;", b"\\uD800\\", b"\n---\n", b"- Date:\n", b"- Place:\n- ", b"Publishing date: 9 July 2012\n",
    b"\\###\n", b"RIGA, 5 May 2020 - ", b"31 February 2020", b"9999-99-99", b"\r", b"\x0b\x0c\x1c\x85",
    "\u2028\u2029\u202e\ufeff".encode(), "\U0010ffff\u0600ß".encode(), b"(OSCE/", b"title: [", b"...",
)  # fmt: skip
STEPS = st.tuples(
    st.sampled_from(["cut", "keep", "repeat", "shuffle", "insert", "insert", "swap", "recode", "flood"]),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(0, 1000),
)


def mutated(data: bytes, step: tuple[str, float, float, int]) -> bytes:
    """The bytes after one mutation between two places given as fractions of the length."""
    kind, first, second, number = step
    start, end = sorted((int(first * len(data)), int(second * len(data))))
    part = data[start:end]
    if kind == "cut":
        return data[:start] + data[end:]
    if kind == "keep":
        return part
    if kind == "repeat":
        return data[:end] + part * (number % 4) + data[end:]
    if kind == "shuffle":
        rows = part.split(b"\n")
        turned = number % len(rows)
        return data[:start] + b"\n".join(rows[turned:][::-1] + rows[:turned]) + data[end:]
    if kind == "insert":
        return data[:start] + INSERTED[number % len(INSERTED)] * (1 + number % 3) + data[start:]
    if kind == "swap":
        return data[end:] + part + data[:start]
    if kind == "recode":
        words = part.decode("utf-8", "replace")
        return data[:start] + words.encode(("cp1252", "utf-16-le", "koi8-r")[number % 3], "replace") + data[end:]
    return data[:start] + (INSERTED[number % len(INSERTED)] or b" ") * (number * 3) + data[start:]


def stated(release: Release) -> list[Stated]:
    given_ones = [release.title, release.issued, release.source, *release.places, *release.fields]
    return [one for one in given_ones if one is not None]


def check(release: Release, name: str) -> None:
    """What every release promises, whatever page it came from."""
    text = release.text
    text.encode("utf-8")
    inside = Span(0, len(text))
    assert release.name == name
    assert release.slug == slug(f"{release.issued.value if release.issued else 'undated'} {release.title.value}")
    assert release.title.value == clean(text, release.title.span).text
    assert release.title.value.strip()
    assert all(inside.covers(one.span) and one.span.start < one.span.end and one.value for one in stated(release))
    assert all(inside.covers(span) and span.of(text).strip() for span in release.body)
    assert all(before.end <= after.start for before, after in pairwise(release.body))
    if release.issued is not None:
        assert date.fromisoformat(release.issued.value).isoformat() == release.issued.value
    if release.url is not None:
        assert release.url.startswith(("http://", "https://"))
    for span in release.body:
        copy = clean(text, span)
        assert span.covers(copy.to_source(0, len(copy.text)))


def read(name: str, data: bytes) -> None:
    try:
        found = load(name, data)
    except KgError as error:
        assert "\n" not in str(error)
        return
    assert found
    assert len({release.slug for release in found}) == len(found)
    for release in found:
        check(release, name)


@pytest.mark.timeout(60 + EXAMPLES)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(PAGES)), st.lists(STEPS, min_size=1, max_size=5))
def test_mutated_pages(name: str, steps: list[tuple[str, float, float, int]]) -> None:
    data = PAGES[name]
    for step in steps:
        data = mutated(data, step)[: LARGEST + 1]
    read(name, data)


@settings(max_examples=EXAMPLES // 3, deadline=None)
@given(st.sampled_from(["a.txt", "a.md", "a.html", "a.xml"]), st.binary(max_size=300) | st.text(max_size=300))
def test_any_bytes(name: str, data: bytes | str) -> None:
    read(name, data.encode("utf-8", "replace") if isinstance(data, str) else data)


LONG = (
    "a", "word ", "theOSCE,a ", "VIENNA, 5 May 2019 – ", "(OSCE/", "“\"'", "\\#", "* _", "<a", "&amp", "](",
    "a.b-c@", "+43 1 ", "- ", "Date: ", "... ", "1", "AB ", "A/B/", "\u00a0", "\\x41", "12 ", "\r", "<p>x",
    "He said so. ",
)  # fmt: skip


def with_line(name: str, unit: str, length: int) -> bytes:
    """A page with one line of this many characters put in, made of one unit."""
    page = PAGES[name].decode()
    at = len(page) * 2 // 3
    return (page[:at] + unit * (length // len(unit)) + page[at:]).encode()


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_megabyte_on_one_line(name: str) -> None:
    read(name, with_line(name, "The sides met, he said. ", 1_000_000))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", ["osce-page.txt", "newsroom.txt", "readout.md", "osce-2017.html", "feed.rss"])
@pytest.mark.parametrize("unit", LONG)
def test_a_long_line_of_anything(name: str, unit: str) -> None:
    read(name, with_line(name, unit, 1_000_000 if EXAMPLES >= 10_000 else 60_000))
