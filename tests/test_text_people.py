"""Names that no list knows, found by the title, honorific, verb or apposition beside them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import document

from kg.text.people import name_tokens


def names(text: str) -> list[str]:
    return [one.name for one in document(text).paragraphs[1].candidates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Anna Lund spoke.", ["Anna Lund"]),
        ("Prime Minister Jonas Gahr Lind spoke.", ["Jonas Gahr Lind"]),
        ("U.S. Secretary of State Ann B. Field, Jr. spoke.", ["Ann B. Field, Jr."]),
        ("H.E. Mr. Omar Idris spoke.", ["Omar Idris"]),
        ("Ambassador Jean-Pierre de la Tour spoke.", ["Jean-Pierre de la Tour"]),
        ("Dr. Lia Brandt spoke.", ["Lia Brandt"]),
        ("Lia Brandt, the Foreign Minister of Sweden, spoke.", ["Lia Brandt"]),
        ("Foreign Ministers Anna Lund and Karel Novy spoke.", ["Anna Lund", "Karel Novy"]),
        ("Foreign Ministers Anna Lund of Sweden and Karel Novy of Slovakia spoke.", ["Anna Lund", "Karel Novy"]),
        ("Foreign Minister Anna Lund’s visit went well.", ["Anna Lund"]),
        ("President Rza Aslan Today spoke.", ["Rza Aslan"]),
        ("Foreign Minister of Sweden", []),
        ("The Foreign Ministry spoke.", []),
        ("The Permanent Council met on Monday.", []),
        ("PRESIDENT NOVY", []),
        (
            "Having met Foreign Minister Karel Novy, she left.",
            ["Karel Novy"]),
    ],
)  # fmt: skip
def test_names_beside_a_cue(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("Anna Lund", ("anna", "lund")),
        ("Ann B. Field, Jr.", ("ann", "field")),
        ("Miroslav Lajčák", ("miroslav", "lajcak")),
        ("King Charles III", ("king", "charles")),
        ("", ()),
    ],
)
def test_the_words_of_a_name(name: str, tokens: tuple[str, ...]) -> None:
    assert name_tokens(name) == tokens


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from("Minister President Anna Lund of Sweden and , the Jr. met Mr. O'Neil al-".split())))
def test_names_never_overlap(words: list[str]) -> None:
    found = document(" ".join(["We", *words])).paragraphs[1].candidates
    assert all(left.end <= right.start for left, right in pairwise(found))
