"""From a folder of CSV files to the reference facts, every cell checked against what its column expects."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from kg.errors import ReferenceError  # noqa: A004 - the field's word; the builtin concerns weak references
from kg.reference.cells import METADATA_KEY, Cell
from kg.reference.rows import ACTOR_TABLES, KEYS, TABLES, Reference, Row, TenureRow, columns
from kg.resources import resource

SHARED_IDS = (ACTOR_TABLES, ("places", "regions"))
"""Tables whose ids are told apart by nothing but the id, because one column refers to all of them or because
one kind of IRI serves them all."""
UNIQUE_NAMES = ("places", "regions")
"""Tables that other tables refer to by `name`."""
PERIODS = (
    ("from_", "to"),
    ("from_", "as_of"),
    ("founded", "closed"),
    ("established", "closed"),
    ("established", "deployed"),
    ("joined", "ended"),
)
"""Pairs of fields of which the second may not be before the first."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A file as read: its rows and, for each, the line that it stands on."""

    name: str
    rows: tuple[Row, ...]
    lines: tuple[int, ...]


def load(folder: Path | None = None) -> Reference:
    """Read the reference facts of `folder`, by default those that ship with the package (read once).

    Raises `ReferenceError` with the first of the errors, by file and line, and the number of the others.
    """
    return _shipped() if folder is None else _load(folder)


@cache
def _shipped() -> Reference:
    return _load(resource("data", "reference"))


def _load(folder: Path) -> Reference:
    errors: list[str] = list(_unknown_files(folder))
    tables = {name: _read_table(folder / f"{name}.csv", name, errors) for name in TABLES}
    _refuse(errors)
    errors += _repeated_keys(tables)
    errors += _wrong_periods(tables)
    errors += _unknown_references(tables)
    _refuse(errors)
    return Reference(**{name: table.rows for name, table in tables.items()})  # type: ignore[arg-type]


def _refuse(errors: list[str]) -> None:
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise ReferenceError(f"{errors[0]}{more}")


def _unknown_files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in TABLES:
            yield f"{path.name}: not a table of the reference facts; rename or remove it"


def _read_table(path: Path, name: str, errors: list[str]) -> _Table:
    """Read one file; what is wrong with it goes to `errors`, and rows that are wrong are left out."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        errors.append(f"{path.name}: no such file in {path.parent}; give a header at least")
        return _Table(name, (), ())
    except OSError as error:
        errors.append(f"{path.name}: cannot be read ({error.strerror}); check its permissions")
        return _Table(name, (), ())
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        found = error.object[error.start]
        errors.append(f"{path.name}:{line}: expected UTF-8, found byte 0x{found:02x}; save the file as UTF-8")
        return _Table(name, (), ())
    row_type: Callable[..., Row] = TABLES[name]
    records = _records(path.name, text, errors)
    header = next(records, (1, []))[1]
    readers = _readers(path.name, header, TABLES[name], errors)
    if readers is None:
        return _Table(name, (), ())
    rows: list[Row] = []
    numbers: list[int] = []
    for line, record in records:
        if len(record) != len(header):
            errors.append(f"{path.name}:{line}: expected {len(header)} cells, found {len(record)}")
            continue
        values = []
        for column, index, cell in readers:
            text = record[index]
            try:
                if not text.isprintable():
                    raise ValueError("expected text without control characters or special blanks")
                values.append(cell.read(text))
            except ValueError as error:
                errors.append(f"{path.name}:{line}: column {column}: {error}, found {text!r}")
        if len(values) == len(readers):
            rows.append(row_type(*values))
            numbers.append(line)
    return _Table(name, tuple(rows), tuple(numbers))


def _records(file: str, text: str, errors: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The records of a file with the line each stands on; none may run over a line's end."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 0
    try:
        for record in reader:
            line += 1
            if reader.line_num != line:
                errors.append(f"{file}:{line}: expected no line break inside a cell; close its quotes")
                return
            yield line, record
    except csv.Error as error:
        errors.append(f"{file}:{line + 1}: not CSV ({error}); quote the cell and double the quotes inside")


def _readers(
    file: str, header: list[str], row_type: type[Row], errors: list[str]
) -> list[tuple[str, int, Cell[object]]] | None:
    """For each field of the row type its column, that column's place in the file, and how to read it."""
    wanted = columns(row_type)
    problems = [f"{file}:1: no column {name}" for name in wanted if name not in header]
    problems += [f"{file}:1: column {name!r} is not one of this table" for name in header if name not in wanted]
    if not problems and len(set(header)) != len(header):
        problems.append(f"{file}:1: a column stands twice in the header")
    if problems:
        errors += [f"{problem}; expected {','.join(wanted)}" for problem in problems]
        return None
    return [
        (column, header.index(column), one.metadata[METADATA_KEY])
        for column, one in zip(wanted, fields(row_type), strict=True)
    ]


def _key(name: str, row: Row) -> tuple[object, ...]:
    return tuple([getattr(row, field) for field in KEYS.get(name, ("id",))])


def _repeated_keys(tables: dict[str, _Table]) -> Iterator[str]:
    for name, table in tables.items():
        keys = KEYS.get(name, ("id",))
        column = " and ".join(key.removesuffix("_") for key in keys)
        yield from _repeated([table], keys, column)
    for group in SHARED_IDS:
        yield from _repeated([tables[name] for name in group], ("id",), "id", across=True)
    for name in UNIQUE_NAMES:
        yield from _repeated([tables[name]], ("name",), "name")


def _repeated(tables: Iterable[_Table], keys: tuple[str, ...], column: str, across: bool = False) -> Iterator[str]:
    """Keys that stand twice, with `across` only those that stand in two different tables."""
    seen: dict[tuple[object, ...], tuple[str, int]] = {}
    for table in tables:
        for row, line in zip(table.rows, table.lines, strict=True):
            key = tuple([getattr(row, field) for field in keys])
            first = seen.setdefault(key, (table.name, line))
            if first != (table.name, line) and not (across and first[0] == table.name):
                found = " ".join(str(part) for part in key)
                place = f"{first[0]}.csv:{first[1]}"
                yield f"{table.name}.csv:{line}: column {column}: {found!r} stands in {place} already"


def _wrong_periods(tables: dict[str, _Table]) -> Iterator[str]:
    for name, table in tables.items():
        held = {one.name for one in fields(TABLES[name])}
        pairs = [(start, end) for start, end in PERIODS if start in held and end in held]
        for row, line in zip(table.rows, table.lines, strict=True):
            for start, end in pairs:
                first, last = getattr(row, start), getattr(row, end)
                # Compared at the precision of the rougher of the two: 2019 is not before 2019-12.
                if first and last and last[: len(first)] < first[: len(last)]:
                    column = end.removesuffix("_")
                    from_ = start.removesuffix("_")
                    yield (
                        f"{name}.csv:{line}: column {column}: expected a date not before {from_} {first}, "
                        f"found {last!r}"
                    )
            if isinstance(row, TenureRow) and row.as_of and row.to:
                yield (f"{name}.csv:{line}: column as_of: expected nothing beside a date in to, found {row.as_of!r}")


def _unknown_references(tables: dict[str, _Table]) -> Iterator[str]:
    ids = {name: {_key(name, row)[0] for row in table.rows} for name, table in tables.items()}
    names = {name: {getattr(row, "name", None) for row in tables[name].rows} for name in UNIQUE_NAMES}
    for name, table in tables.items():
        for field in fields(TABLES[name]):
            cell: Cell[object] = field.metadata[METADATA_KEY]
            if not cell.targets:
                continue
            known = set().union(*((names if cell.by_name else ids)[target] for target in cell.targets))
            what = "name" if cell.by_name else "id"
            where = " or ".join(f"{target}.csv" for target in cell.targets)
            for row, line in zip(table.rows, table.lines, strict=True):
                value = getattr(row, field.name)
                for one in (value,) if isinstance(value, str) else value or ():
                    if one not in known:
                        yield (
                            f"{name}.csv:{line}: column {field.name.removesuffix('_')}: "
                            f"expected the {what} of a row of {where}, found {one!r}"
                        )
