"""Folding keeps offsets and takes away what writers of the same name differ in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text.fold import fold, fold_character


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Lajčák", "lajcak"),
        ("Türkiye", "turkiye"),
        ("Chişinău", "chisinau"),
        ("Dačić", "dacic"),
        ("Søreide", "soreide"),
        ("Đukanović", "dukanovic"),
        ("Bakı", "baki"),
        ("Łódź", "lodz"),
        ("Azərbaycan", "azerbaycan"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Nur‑Sultan", "nur-sultan"),
        ("“DPR”", '"dpr"'),
        ("", ""),
    ],
)
def test_the_same_name_folds_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


@settings(max_examples=60)
@given(st.text())
def test_folding_keeps_the_length_and_settles(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert len(fold(folded)) == len(text)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("ΣσςİıſKßé’“`™℡ЙAz "))))
def test_a_text_folds_as_its_characters_do(text: str) -> None:
    assert fold(text) == "".join(map(fold_character, text))
