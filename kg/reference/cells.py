"""What a cell of a reference file may hold, and how it is read.

A `Cell` turns the text between two commas into a value, or raises `ValueError` with what was expected.
Blank cells are an error unless the cell is `optional`. Cells that name rows of other tables carry the
`targets` that the loader looks the name up in.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar, cast

from kg.model import Confidence

T = TypeVar("T")

METADATA_KEY = "cell"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
WIKIDATA_ITEM = re.compile(r"Q[1-9][0-9]*")
PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
CALENDAR_YEAR = re.compile(r"[0-9]{4}")
SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """How to read one column: `read` gives the value of a cell, or raises `ValueError("expected …")`.

    `targets` names the tables that the value's ids (one, or a tuple of them) must be found in;
    `by_name` says that the value is not the id but the name of the row that is meant.
    """

    read: Callable[[str], T]
    targets: tuple[str, ...] = ()
    by_name: bool = False


def column(cell: Cell[T]) -> T:
    """A dataclass field that is read by this cell; its column is the field's name without a final `_`."""
    return cast("T", field(metadata={METADATA_KEY: cell}))


def _text(cell: str) -> str:
    if not cell or cell != cell.strip():
        raise ValueError("expected text without blanks around it")
    return cell


def _note(cell: str) -> str:
    return _text(cell) if cell else cell


def _list_of(read: Callable[[str], str], what: str) -> Callable[[str], tuple[str, ...]]:
    def read_list(cell: str) -> tuple[str, ...]:
        if not cell:
            return ()
        values = cell.split(SEPARATOR)
        try:
            read_values = tuple([read(value) for value in values])
        except ValueError:
            raise ValueError(f"expected {what} joined by '{SEPARATOR}', no blanks around them") from None
        if len(set(values)) != len(values):
            raise ValueError(f"expected {what} joined by '{SEPARATOR}', each of them once")
        return read_values

    return read_list


def _slug(cell: str) -> str:
    if not SLUG.fullmatch(cell):
        raise ValueError("expected an id of lower-case ASCII letters and digits joined by '-'")
    return cell


def _date(cell: str) -> str:
    if PARTIAL_DATE.fullmatch(cell):
        try:
            date.fromisoformat(cell + "-01-01"[len(cell) - 4 :])
        except ValueError:
            pass
        else:
            return cell
    raise ValueError("expected a date YYYY, YYYY-MM or YYYY-MM-DD")


def _year(cell: str) -> int:
    if not CALENDAR_YEAR.fullmatch(cell):
        raise ValueError("expected a year YYYY")
    return int(cell)


def _number(cell: str) -> int:
    if not (cell.isascii() and cell.isdigit() and cell[0] != "0"):
        raise ValueError("expected a whole number from 1")
    return int(cell)


def _yes_no(cell: str) -> bool:
    if cell not in {"yes", "no"}:
        raise ValueError("expected yes or no")
    return cell == "yes"


def _wikidata(cell: str) -> str:
    if not WIKIDATA_ITEM.fullmatch(cell):
        raise ValueError("expected a Wikidata item such as Q42")
    return cell


def _confidence(cell: str) -> Confidence:
    try:
        return Confidence(cell)
    except ValueError:
        raise ValueError(f"expected one of {', '.join(Confidence)}") from None


def _optional(read: Callable[[str], T]) -> Callable[[str], T | None]:
    return lambda cell: read(cell) if cell else None


def choice(*values: str) -> Cell[str]:
    """One of these words."""
    known = frozenset(values)

    def read(cell: str) -> str:
        if cell not in known:
            raise ValueError(f"expected one of {', '.join(values)}")
        return cell

    return Cell(read)


def optional_choice(*values: str) -> Cell[str | None]:
    """One of these words, or nothing."""
    return Cell(_optional(choice(*values).read))


def code(length: int) -> Cell[str]:
    """An ISO 3166 code of so many capital letters."""

    def read(cell: str) -> str:
        if len(cell) != length or not (cell.isascii() and cell.isalpha() and cell.isupper()):
            raise ValueError(f"expected {length} capital letters")
        return cell

    return Cell(read)


def optional_code(length: int) -> Cell[str | None]:
    """Nothing, or an ISO 3166 code of so many capital letters."""
    return Cell(_optional(code(length).read))


def reference(*tables: str) -> Cell[str]:
    """The id of a row of one of these tables."""
    return Cell(_slug, tables)


def optional_reference(*tables: str) -> Cell[str | None]:
    """The id of a row of one of these tables, or nothing."""
    return Cell(_optional(_slug), tables)


def references(*tables: str) -> Cell[tuple[str, ...]]:
    """The ids of rows of these tables, joined by `;`, or nothing."""
    return Cell(_list_of(_slug, "ids"), tables)


def named(*tables: str) -> Cell[str]:
    """The name of a row of one of these tables."""
    return Cell(_text, tables, by_name=True)


def optional_named(*tables: str) -> Cell[str | None]:
    """The name of a row of one of these tables, or nothing."""
    return Cell(_optional(_text), tables, by_name=True)


def names(*tables: str) -> Cell[tuple[str, ...]]:
    """The names of rows of these tables (of no table: any names), joined by `;`, or nothing."""
    return Cell(_list_of(_text, "names"), tables, by_name=True)


TEXT: Cell[str] = Cell(_text)
NOTE: Cell[str] = Cell(_note)
SLUG_ID: Cell[str] = Cell(_slug)
NAMES: Cell[tuple[str, ...]] = names()
DATE: Cell[str] = Cell(_date)
OPTIONAL_DATE: Cell[str | None] = Cell(_optional(_date))
YEAR: Cell[int] = Cell(_year)
OPTIONAL_NUMBER: Cell[int | None] = Cell(_optional(_number))
YES_NO: Cell[bool] = Cell(_yes_no)
WIKIDATA: Cell[str | None] = Cell(_optional(_wikidata))
CONFIDENCE: Cell[Confidence] = Cell(_confidence)
OPTIONAL_CONFIDENCE: Cell[Confidence | None] = Cell(_optional(_confidence))
