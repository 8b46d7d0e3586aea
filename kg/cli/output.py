"""How results reach a terminal or a pipe."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table as RichTable

    from kg.answer import Table
    from kg.store import Result

ROW_FORMATS = ("table", "json", "csv", "tsv")
GRAPH_FORMATS = ("turtle", "ntriples", "jsonld")
STORE_VARIABLE = "KG_STORE"
DEFAULT_STORE = "kg-store"
WIDEST = 10_000
"""Characters of a table's line that goes to no terminal."""


def show(result: "Result", output_format: str | None, *, with_labels: bool = False) -> None:
    """Print a query's result in the format wanted, or in what suits where it goes.

    With `with_labels`, a table shows things by their labels in the place of their IRIs.
    """
    from pyoxigraph import QueryTriples

    from kg.answer import labelled, render, table

    chosen = output_format or ("table" if sys.stdout.isatty() else "csv")
    if isinstance(result, QueryTriples):
        sys.stdout.buffer.write(render(result, output_format or "turtle"))
    elif chosen == "table":
        rows = table(result)
        show_table(labelled(rows) if with_labels else rows)
    else:
        sys.stdout.buffer.write(render(result, chosen))


def show_table(rows: "Table") -> None:
    """Print a table, wrapped to the terminal's width, or as wide as it is where there is none.

    Where wrapping would leave hardly a word in a line, each row is shown as a list of its own.
    """
    from rich.console import Console

    on_terminal = sys.stdout.isatty()
    console = Console(file=sys.stdout, width=None if on_terminal else WIDEST, highlight=False)
    cells = [[_printable(cell) for cell in row] for row in rows.rows]
    widths = [max(map(len, column)) for column in zip(rows.columns, *cells, strict=True)]
    if cells and sum(widths) > 2 * console.width:
        for row in cells:
            console.print(_list(rows.columns, row))
    else:
        console.print(_grid(rows.columns, cells))
    if not cells:
        sys.stderr.write("no rows\n")


def _grid(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> "RichTable":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as RichTable
    from rich.text import Text

    grid = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        grid.add_column(Text(column), overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    return grid


def _list(columns: Sequence[str], row: Sequence[str]) -> "RichTable":
    from rich.table import Table as RichTable
    from rich.text import Text

    listed = RichTable(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    listed.add_column(style="bold", no_wrap=True)
    listed.add_column(overflow="fold")
    for column, cell in zip(columns, row, strict=True):
        if cell:
            listed.add_row(Text(column), Text(cell))
    listed.add_row("", "")
    return listed


def number(count: int, noun: str) -> str:
    """A count with its noun, such as `1 release` or `2,000 releases`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _printable(text: str) -> str:
    """Text whose control characters cannot steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
