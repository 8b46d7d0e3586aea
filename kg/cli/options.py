"""Options that several commands share, and how results reach a terminal, a pipe or a file."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar

import click

from kg.errors import InputError

if TYPE_CHECKING:
    from rich.table import Table as RichTable

    from kg.answer import Table
    from kg.store import Result

F = TypeVar("F", bound=Callable[..., object])

ROW_FORMATS = ("table", "json", "csv", "tsv")
GRAPH_FORMATS = ("turtle", "ntriples", "jsonld")
WIDEST = 10_000
"""Characters of a table's line that goes to no terminal."""


def store_option(function: F) -> F:
    """Add `--store`, which `KG_STORE` can also give."""
    return click.option(
        "--store",
        envvar="KG_STORE",
        default="kg-store",
        show_default="./kg-store",
        metavar="FOLDER",
        help="The store's folder; KG_STORE gives it too.",
    )(function)


def format_option(*formats: str) -> Callable[[F], F]:
    """Add `--format`, a table on a terminal and CSV elsewhere unless given."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        help="How to write the answer: a table by default on a terminal, csv in a pipe or file.",
    )


def output_option(function: F) -> F:
    """Add `-o`, a file to write to."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write to FILE, whole or not at all, instead of standard output.",
    )(function)


@contextmanager
def sink(output: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that takes its place at `output` only when it is whole.

    A device or a pipe is written to directly. Raises `InputError` where the file cannot be written; then what
    was there before is still there.
    """
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if output.exists() and not output.is_file():
        # A device or a pipe is written to; nothing may take its place.
        try:
            with output.open("wb") as device:
                yield device
        except OSError as error:
            raise InputError(f"{output}: cannot be written: {error.strerror or error}") from None
        return
    temporary = output.with_name(f".{output.name}.new")
    try:
        with temporary.open("wb") as file:
            yield file
        temporary.replace(output)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror or error}") from None
    finally:
        temporary.unlink(missing_ok=True)


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
        click.echo("no rows", err=True)


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


def _printable(text: str) -> str:
    """Text whose control characters cannot steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
