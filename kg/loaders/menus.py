"""Menus that a page saved as text prints above the release: long runs of short lines with bullets."""

from collections.abc import Sequence

from kg.loaders.boilerplate import KIND
from kg.loaders.lines import is_item
from kg.model import Span

_FEWEST_ITEMS = 8
"""Items above the first long line, from which on they are a menu and no list of the release's own."""
_LONG = 80


def below_menus(text: str, rows: Sequence[Span]) -> list[Span]:
    """The lines below the menus at the top of a page; all of them where it has none."""
    above = next((index for index, row in enumerate(rows) if row.end - row.start >= _LONG), len(rows))
    items = [index for index, row in enumerate(rows[:above]) if is_item(text, row) or text[row.start : row.end] == "-"]
    if len(items) < _FEWEST_ITEMS:
        return list(rows)
    kinds = [index for index in range(items[0], above) if KIND.fullmatch(rows[index].of(text))]
    return list(rows[max(items[-1], *kinds, items[-1]) + 1 :])
