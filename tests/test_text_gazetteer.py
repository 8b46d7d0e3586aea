"""The longest name wins, and a name must be written as one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Thing
from kg.text.gazetteer import Entry, Gazetteer

GENEVA = Thing("place", "geneva", "Geneva", "Place")
TALKS = Thing("format", "gid", "Geneva International Discussions", "NegotiatingFormat")
OSCE = Thing("organization", "osce", "OSCE", "Organization")
MEDIA = Thing("field", "media", "Media freedom", "FieldOfWork")
CHAD = Thing("state", "chad", "Chad", "State")
GEORGIA = Thing("state", "georgia", "Georgia", "State")
GEORGIA_PLACE = Thing("place", "georgia-us", "Georgia", "Place")

GAZETTEER = Gazetteer(
    [
        Entry("Geneva", GENEVA),
        Entry("Geneva International Discussions", TALKS),
        Entry("GID", TALKS),
        Entry("OSCE", OSCE),
        Entry("media freedom", MEDIA, loose=True),
        Entry("Chad", CHAD),
        Entry("Georgia", GEORGIA, preferred=True),
        Entry("Georgia", GEORGIA_PLACE),
        Entry("Lajčák", Thing("person", "lajcak", "Miroslav Lajčák", "Person")),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.entries[0].thing.key) for hit in GAZETTEER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Geneva International Discussions", [("Geneva International Discussions", "gid")]),
        ("in Geneva on the GID", [("Geneva", "geneva"), ("GID", "gid")]),
        ("the OSCE's work", [("OSCE", "osce")]),
        ("the osce", []),
        ("theOSCE", []),
        ("OSCEs", []),
        ("he did his best", []),
        ("Media freedom and media freedom", [("Media freedom", "media"), ("media freedom", "media")]),
        ("chad in the ballot", []),
        ("Chadian", []),
        ("Lajcak and Lajčák", [("Lajcak", "lajcak"), ("Lajčák", "lajcak")]),
        ("GENEVA, 3 May", [("GENEVA", "geneva")]),
        ("", []),
    ],
)
def test_names_in_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_name_with_two_bearers_gives_both() -> None:
    (hit,) = GAZETTEER.find("in Georgia")
    assert {entry.thing.key for entry in hit.entries} == {"georgia", "georgia-us"}


@settings(max_examples=40)
@given(st.text(alphabet="Geneva IntrioalDscuOSCEGD .čé", max_size=80))
def test_hits_are_in_order_and_never_overlap(text: str) -> None:
    hits = GAZETTEER.find(text)
    assert all(left.end <= right.start for left, right in pairwise(hits))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
