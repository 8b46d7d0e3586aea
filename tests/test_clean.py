"""The clean copy of a text, and its map back."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.text.clean import CleanText, clean


def cleaned(text: str) -> str:
    return clean(text, Span(0, len(text))).text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("the\u00a0Secretary\u2009General  met\u3000them", "the Secretary General met them"),
        ("Sec\u00adretary\u200b and \u200eOrav\ufeff", "Secretary and Orav"),
        ("the Sec\u00ad\nretary", "the Secretary"),
        ("Prime\nMinister\r\n  Lind", "Prime Minister Lind"),
        ("co-\noperation", "co-operation"),
        ("pre- and\npost-war", "pre- and post-war"),
        ("pre-\nand post-war", "pre- and post-war"),
        ("NUR‑SULTAN", "NUR-SULTAN"),
        ("staff of theOSCE Mission", "staff of the OSCE Mission"),
        ("theOSCE’s and ofODIHR", "the OSCE’s and of ODIHR"),
        ("photo captionVIENNA, 6 May", "photo caption VIENNA, 6 May"),
        ("theSpecial Monitoring Mission", "the Special Monitoring Mission"),
        ("a visit toUN House", "a visit to UN House"),
        ("TheOSCE", "The OSCE"),
        ("mRNA, McDonald and MacARTHUR", "mRNA, McDonald and MacARTHUR"),
        ("Minister Orav,who left", "Minister Orav, who left"),
        ("1,000 people", "1,000 people"),
        ("at an end.The minister", "at an end. The minister"),
        ("the U.S.A. at osce.org", "the U.S.A. at osce.org"),
        ("“We must talk,”she said", "“We must talk,” she said"),
        ("met <u>twice</u> in <br/>Oslo", "met twice in Oslo"),
        ("one<br>two", "one two"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("in **bold**, *Dobbs v. Roe* and _so_ on", "in bold, Dobbs v. Roe and so on"),
        ("OSCE_SMM", "OSCE_SMM"),
        ("the [Council](https://example.org/a) met [again]", "the Council met [again]"),
        ("end. \\###", "end."),
        ("Secretary\\* and \\#1", "Secretary and #1"),
        ("AT&amp;T &#8211; &nbsp;one", "AT&T – one"),
        ("R&D; x &unknown; y", "R&D; x &unknown; y"),
        ("Biden\\u2019s Call with\\\n  \\ Prime\\_Minister Inz\\xE1", "Biden’s Call with Prime Minister Inzá"),
        ("Joe Biden\\u2019\\\n  s Call on COVID-\\u2060\\\n  19", "Joe Biden’s Call on COVID-19"),
        ("a lone \\uD800 surrogate", "a lone \ufffd surrogate"),
        ("the Leaders'' Call", "the Leaders' Call"),
        ("  edges \n", "edges"),
        (" <b> x </b> ", "x"),
        ("\u200e", ""),
        ("", ""),
    ],
)
def test_what_is_cleaned(written: str, expected: str) -> None:
    assert cleaned(written) == expected


def test_offsets_count_in_the_whole_text() -> None:
    text = "NAV\nthe staff of theOSCE\u00a0Mission\u00ad met"
    copy = clean(text, Span(4, len(text)))
    start = copy.text.index("OSCE Mission")
    span = copy.to_source(start, start + len("OSCE Mission"))
    assert span.of(text) == "OSCE\u00a0Mission"
    assert copy.to_source(0, len(copy.text)) == Span(4, len(text))


def test_what_is_dropped_at_an_edge_is_left_out() -> None:
    text = "met **Orav** \u200etoday"
    copy = clean(text, Span(0, len(text)))
    start = copy.text.index("Orav")
    assert copy.to_source(start, start + 4).of(text) == "Orav"


def test_a_replaced_character_maps_to_the_whole_of_what_stood_there() -> None:
    text = "Biden\\u2019s \\_Call"
    copy = clean(text, Span(0, len(text)))
    assert copy.text == "Biden’s Call"
    assert copy.to_source(5, 6).of(text) == "\\u2019"
    assert copy.to_source(7, 8).of(text) == " "
    assert copy.to_source(8, 12).of(text) == "Call"


def test_an_empty_stretch_maps_to_an_empty_span() -> None:
    text = "ab  cd"
    copy = clean(text, Span(0, 6))
    assert copy.to_source(3, 3) == Span(4, 4)
    assert clean(text, Span(2, 2)).to_source(0, 0) == Span(2, 2)


TOKENS = st.sampled_from(
    [
        "the", "OSCE", "Minister", "of", "Orav", "Lajčák", "Nur‑Sultan", "met", "1,000", "U.S.", "“We", "go,”", "–",
        " ", " ", " ", "\u00a0", "\n", "\r\n  ", "\u00ad", "\u200e", "\u2009", ",", ".", "**", "*", "_", "<u>", "</u>",
        "<br>", "&amp;", "&nbsp;", "\\u2019", "\\_", "\\#", "###", "''", "-\n", "<", ">", "[", "]", "(", "\x07",
    ]
)  # fmt: skip


@given(st.lists(TOKENS, max_size=40).map("".join))
def test_each_word_maps_back_to_what_cleans_to_it(text: str) -> None:
    copy = clean(text, Span(0, len(text)))
    words = [match.span() for match in re.finditer(r"\S+", copy.text)]
    for (start, _), (_, end) in zip(words, words[1:3] + words[:1], strict=False):
        if start < end:
            source = copy.to_source(start, end)
            assert clean(text, source).text == copy.text[start:end]


@given(st.text(max_size=200), st.integers(0, 20), st.integers(0, 20))
def test_any_text_is_cleaned_with_offsets_in_order(text: str, before: int, after: int) -> None:
    span = Span(min(before, len(text)), max(min(before, len(text)), len(text) - after))
    copy: CleanText = clean(text, span)
    assert copy.text == copy.text.strip()
    assert "  " not in copy.text
    assert len(copy.starts) == len(copy.origins) == len(copy.ends)
    ends = [copy.to_source(at, at + 1) for at in range(len(copy.text))]
    for previous, following in pairwise(ends):
        assert span.start <= previous.start <= previous.end <= following.start <= following.end <= span.end


@given(st.text(alphabet="abc XYZ,.\n", max_size=60))
def test_letters_are_kept(text: str) -> None:
    assert [c for c in cleaned(text) if c.isalpha()] == [c for c in text if c.isalpha()]
