"""Folding names into single characters, and rules over them."""

import pytest

from kg.text.codes import BLOCK, CODES, block
from kg.text.shape import Item, fold_items, pattern

TEXT = "Anna Lund met Karel Novy in Riga."
ITEMS = [Item(0, 9, "P"), Item(14, 24, "P"), Item(28, 32, "L")]


def test_items_become_one_character_each_and_lead_back() -> None:
    shape = fold_items(TEXT, ITEMS)
    match = pattern(r"(?P<who>{P}) met (?P<whom>{P}) in (?P<place>{L})").fullmatch(shape.text.rstrip("."))
    assert match is not None
    assert [TEXT[slice(*shape.source(*match.span(name)))] for name in ("who", "whom", "place")] == [
        "Anna Lund",
        "Karel Novy",
        "Riga",
    ]
    assert shape.found(match[0]) == ITEMS


def test_every_offset_has_its_index() -> None:
    shape = fold_items(TEXT, ITEMS)
    assert all(shape.starts[shape.at(start)] == start for start in shape.starts)


def test_an_offset_counts_in_the_paragraph() -> None:
    shape = fold_items(TEXT[10:], [Item(14, 24, "P")], 10)
    assert shape.source(4, 5) == (14, 24)


def test_overlapping_items_are_left_out() -> None:
    shape = fold_items(TEXT, [Item(0, 9, "P"), Item(5, 13, "S"), Item(14, 24, "P")])
    assert len(shape.items) == 2


def test_more_items_of_a_class_than_its_block_holds_stay_text() -> None:
    text = "x" * (BLOCK + 5)
    shape = fold_items(text, [Item(index, index + 1, "S") for index in range(BLOCK + 5)])
    assert len(shape.items) == BLOCK
    assert shape.text.endswith("xxxxx")


@pytest.mark.parametrize("code", CODES)
def test_blocks_are_apart(code: str) -> None:
    character = block(code)[0]
    assert [other for other in CODES if pattern(f"{{{other}}}").match(character)] == [code]


def test_codes_inside_a_character_class() -> None:
    shape = fold_items(TEXT, ITEMS)
    assert pattern(r"{P}[^;{P}]*{P}").search(shape.text) is not None
    assert pattern(r"^[^{PL}]+$").search(shape.text) is None
