"""Sentences of the genre: titles, initials, clock times and numbers do not end them; quotations pair."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text.sentences import quoted_ranges, sentences


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Novy met Amb. Lund.",
        "U.S. Secretary of State Ann B. Field, Jr. met H.E. Mr. Omar Idris.",
        "The briefing at 11.20 a.m. in Vienna was short.",
        "Decision No. 1117 was adopted on 5 Dec. 2013.",
        "Bruce G. Berg attended.",
        "They met in Washington, D.C. on Friday.",
        "The report, e.g. Chapter 2, was read.",
        "“It must hold!” he said.",
        "A truce… and then talks.",
        "",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert [text[start:end] for start, end in sentences(text)] == ([text] if text else [])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She met Orav. He agreed.", 2),
        ("They met at 11.20 a.m. The talks were short.", 2),
        ("They met in Washington, D.C. She then left.", 2),
        ("“We need a truce.” Minister Orav agreed.", 2),
        ("Who came? Nobody! All left.", 3),
        ("It was held in 2019. In 2020 it was not.", 2),
        ("Lund spoke. “It must hold,” she said. “We stand ready.”", 3),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We met,” she said.", ["“We met,”"]),
        ('"We met," she said. "It was good."', ['"We met,"', '"It was good."']),
        ("„Wir“ and «nous»", ["„Wir“ and «nous»"]),
        ("“Not closed, over several paragraphs.", ["“Not closed, over several paragraphs."]),
        ("Orav’s talks", []),
        ("no marks", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_ranges(text)] == quoted


@settings(max_examples=60)
@given(st.text())
def test_sentences_cover_all_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())


@settings(max_examples=60)
@given(st.text(alphabet="“”„«»\"a b.'"))
def test_quotations_never_overlap(text: str) -> None:
    ranges = quoted_ranges(text)
    assert all(left[1] <= right[0] for left, right in pairwise(ranges))
