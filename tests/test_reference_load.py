"""Each wrong cell, row or file of the reference facts is refused in one line that says where and what."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.errors import ReferenceError  # noqa: A004 - the field's word
from kg.reference import load
from kg.reference.rows import TABLES, columns
from kg.resources import resource

SHIPPED = resource("data", "reference")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped facts to spoil."""
    copy = tmp_path / "reference"
    shutil.copytree(SHIPPED, copy)
    return copy


def message(folder: Path) -> str:
    """The one line with which the folder is refused."""
    with pytest.raises(ReferenceError) as caught:
        load(folder)
    text = str(caught.value)
    assert "\n" not in text
    return text


def records(folder: Path, table: str) -> list[list[str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(folder: Path, table: str, rows: list[list[str]]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def line_of(folder: Path, table: str, start: tuple[str, ...]) -> int:
    """The line of the row that begins with these cells."""
    found = [line for line, row in enumerate(records(folder, table), 1) if tuple(row[: len(start)]) == start]
    assert len(found) == 1
    return found[0]


def spoil(folder: Path, table: str, start: tuple[str, ...], column: str, value: str) -> int:
    """Put a value into one cell; the line that it stands on."""
    rows = records(folder, table)
    line = line_of(folder, table, start)
    assert rows[line - 1][rows[0].index(column)] != value
    rows[line - 1][rows[0].index(column)] = value
    write(folder, table, rows)
    return line


class Wrong(NamedTuple):
    """A cell to spoil, by the first cells of its row, and what is said of it."""

    table: str
    start: tuple[str, ...]
    column: str
    value: str
    expected: str
    found: str | None = None


ALBANIA = ("albania",)
RAMA = ("edi-rama", "cio")
A_DATE = "expected a date YYYY, YYYY-MM or YYYY-MM-DD"
A_CONFIDENCE = "expected one of high, medium, low"
A_PLACE = "expected the name of a row of places.csv"

CELLS = [
    Wrong("states", ALBANIA, "joined", "19910619", A_DATE),
    Wrong("states", ALBANIA, "joined", "2021-02-30", A_DATE),
    Wrong("states", ALBANIA, "joined", "1991-6-19", A_DATE),
    Wrong("states", ALBANIA, "joined", "1991-00", A_DATE),
    Wrong("states", ALBANIA, "joined", "0000", A_DATE),
    Wrong("missions", ("smm-ukraine",), "established", "", A_DATE),
    Wrong("states", ALBANIA, "name", "", "expected text without blanks around it"),
    Wrong("states", ALBANIA, "name", "Albania ", "expected text without blanks around it"),
    Wrong("states", ALBANIA, "note", " seen", "expected text without blanks around it"),
    Wrong("states", ALBANIA, "aliases", "a; b", "expected names joined by ';', no blanks around them"),
    Wrong("states", ALBANIA, "aliases", "a;;b", "expected names joined by ';', no blanks around them"),
    Wrong("states", ALBANIA, "aliases", "a;b;a", "expected names joined by ';', each of them once"),
    Wrong(
        "states",
        ALBANIA,
        "status",
        "member",
        "expected one of participating, asian-partner, mediterranean-partner, former, other",
    ),
    Wrong("states", ALBANIA, "iso2", "al", "expected 2 capital letters"),
    Wrong("states", ALBANIA, "iso3", "AL", "expected 3 capital letters"),
    Wrong("states", ALBANIA, "qid", "222", "expected a Wikidata item such as Q42"),
    Wrong("states", ALBANIA, "qid", "Q0", "expected a Wikidata item such as Q42"),
    Wrong("states", ALBANIA, "confidence", "sure", A_CONFIDENCE),
    Wrong(
        "states",
        ALBANIA,
        "id",
        "Albania",
        "expected an id of lower-case ASCII letters and digits joined by '-'",
    ),
    Wrong("states", ALBANIA, "capital", "Tirane", A_PLACE),
    Wrong("states", ALBANIA, "note", "a\u00a0b", "expected text without control characters or special blanks"),
    Wrong("tenures", RAMA, "acting", "true", "expected yes or no"),
    Wrong("tenures", RAMA, "person", "edi-ramma", "expected the id of a row of people.csv"),
    Wrong("tenures", RAMA, "post", "chair", "expected the id of a row of posts.csv"),
    Wrong("tenures", RAMA, "to", "2019", "expected a date not before from 2020-01-01"),
    Wrong("tenures", RAMA, "as_of", "2020-06", "expected nothing beside a date in to"),
    Wrong("missions", ("smm-ukraine",), "closed", "2014-02", "expected a date not before established 2014-03-21"),
    Wrong("chairpersonships", ("2020",), "year", "20", "expected a year YYYY"),
    Wrong("meetings", ("mc-27-2020",), "number", "0", "expected a whole number from 1"),
    Wrong("meetings", ("mc-27-2020",), "number", "²", "expected a whole number from 1"),
    Wrong("meetings", ("mc-27-2020",), "place", "Tirana;Durazzo", A_PLACE, "Durazzo"),
    Wrong(
        "meetings",
        ("mc-27-2020",),
        "body",
        "council",
        "expected the id of a row of institutions.csv or formats.csv",
    ),
    Wrong(
        "conflicts",
        ("war-against-ukraine",),
        "states",
        "ukraine;Russia",
        "expected ids joined by ';', no blanks around them",
    ),
    Wrong(
        "format_members",
        ("normandy-format", "france"),
        "participant",
        "gaul",
        (
            "expected the id of a row of states.csv or former_states.csv or other_states.csv or "
            "regions.csv or institutions.csv or organisations.csv or missions.csv"
        ),
    ),
    Wrong(
        "format_members",
        ("normandy-format", "france"),
        "role",
        "referee",
        (
            "expected one of party, mediator, member, chair, co-chair, participant, facilitator, "
            "co-facilitator, co-ordinator, observer, host, component, invited-participant"
        ),
    ),
    Wrong("people", ("edi-rama",), "qid_confidence", "some", A_CONFIDENCE),
    Wrong(
        "fields_of_work",
        ("elections",),
        "dimension",
        "third",
        "expected one of politico-military, economic-environmental, human, cross-dimensional",
    ),
]


@pytest.mark.parametrize("wrong", CELLS)
def test_a_wrong_cell_is_named_by_file_line_and_column(folder: Path, wrong: Wrong) -> None:
    line = spoil(folder, wrong.table, wrong.start, wrong.column, wrong.value)
    found = wrong.value if wrong.found is None else wrong.found
    assert message(folder) == (f"{wrong.table}.csv:{line}: column {wrong.column}: {wrong.expected}, found {found!r}")


def test_more_errors_are_counted(folder: Path) -> None:
    spoil(folder, "states", ("albania",), "joined", "x")
    spoil(folder, "tenures", ("edi-rama", "cio"), "acting", "x")
    spoil(folder, "places", ("vienna",), "kind", "x")
    line = line_of(folder, "states", ("albania",))
    assert message(folder) == (f"states.csv:{line}: column joined: {A_DATE}, found 'x' (and 2 more)")


def test_a_missing_file(folder: Path) -> None:
    (folder / "posts.csv").unlink()
    assert message(folder) == f"posts.csv: no such file in {folder}; give a header at least"


def test_a_file_that_is_no_table(folder: Path) -> None:
    (folder / "person.csv").write_text("id\n", encoding="utf-8")
    assert message(folder) == "person.csv: not a table of the reference facts; rename or remove it"


def header(table: str) -> str:
    return ",".join(columns(TABLES[table]))


def rename_column(rows: list[list[str]]) -> None:
    rows[0][rows[0].index("kind")] = "sort"


def repeat_column(rows: list[list[str]]) -> None:
    for row in rows:
        row.append(row[0])


def drop_cell(rows: list[list[str]]) -> None:
    rows[4].pop()


def add_cell(rows: list[list[str]]) -> None:
    rows[4].append("x")


def clear(rows: list[list[str]]) -> None:
    rows.clear()


def blank_line(rows: list[list[str]]) -> None:
    rows.insert(4, [])


FILES: list[tuple[Callable[[list[list[str]]], None], str]] = [
    (rename_column, f"places.csv:1: no column kind; expected {header('places')} (and 1 more)"),
    (repeat_column, f"places.csv:1: a column stands twice in the header; expected {header('places')}"),
    (drop_cell, "places.csv:5: expected 6 cells, found 5"),
    (add_cell, "places.csv:5: expected 6 cells, found 7"),
    (blank_line, "places.csv:5: expected 6 cells, found 0"),
    (clear, f"places.csv:1: no column id; expected {header('places')} (and 5 more)"),
]


@pytest.mark.parametrize(("change", "expected"), FILES)
def test_a_wrong_header_or_row(folder: Path, change: Callable[[list[list[str]]], None], expected: str) -> None:
    rows = records(folder, "places")
    change(rows)
    write(folder, "places", rows)
    assert message(folder) == expected


def test_bytes_that_are_not_utf_8(folder: Path) -> None:
    path = folder / "places.csv"
    line = line_of(folder, "places", ("lome",))
    lines = path.read_bytes().split(b"\n")
    lines[line - 1] = lines[line - 1].decode().encode("latin-1")
    path.write_bytes(b"\n".join(lines))
    assert message(folder) == f"places.csv:{line}: expected UTF-8, found byte 0xe9; save the file as UTF-8"


def test_a_line_break_inside_a_cell(folder: Path) -> None:
    spoil(folder, "places", ("vienna",), "note", "two\nlines")
    line = next(i for i, row in enumerate(records(folder, "places"), 1) if row[0] == "vienna")
    assert message(folder) == f"places.csv:{line}: expected no line break inside a cell; close its quotes"


def test_quotes_that_do_not_close(folder: Path) -> None:
    path = folder / "places.csv"
    path.write_text(path.read_text(encoding="utf-8") + '"zzz"z,a,,,city,\n', encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    assert message(folder) == (
        f"places.csv:{line}: not CSV (',' expected after '\"'); quote the cell and double the quotes inside"
    )


def test_an_id_that_stands_twice(folder: Path) -> None:
    rows = records(folder, "states")
    write(folder, "states", [*rows, rows[1]])
    assert message(folder) == (f"states.csv:{len(rows) + 1}: column id: {rows[1][0]!r} stands in states.csv:2 already")


def test_a_tenure_that_stands_twice(folder: Path) -> None:
    rows = records(folder, "tenures")
    write(folder, "tenures", [*rows, rows[1]])
    assert message(folder) == (
        f"tenures.csv:{len(rows) + 1}: column person and post and from: "
        "'hans-dietrich-genscher cio 1991-06-19' stands in tenures.csv:2 already"
    )


def test_an_id_of_two_actors(folder: Path) -> None:
    rows = records(folder, "organisations")
    write(folder, "organisations", [*rows, ["albania", "Albania Forum", "", "body", "", "", "low"]])
    line = line_of(folder, "states", ("albania",))
    assert message(folder) == (
        f"organisations.csv:{len(rows) + 1}: column id: 'albania' stands in states.csv:{line} already"
    )


def test_a_place_and_a_region_of_one_id(folder: Path) -> None:
    rows = records(folder, "places")
    write(folder, "places", [*rows, ["crimea", "Crimea (area)", "", "ukraine", "area", ""]])
    line = line_of(folder, "regions", ("crimea",))
    assert message(folder) == (f"regions.csv:{line}: column id: 'crimea' stands in places.csv:{len(rows) + 1} already")


def test_two_places_of_one_name(folder: Path) -> None:
    rows = records(folder, "places")
    write(folder, "places", [*rows, ["vienna-virginia", "Vienna", "", "united-states-of-america", "city", ""]])
    line = line_of(folder, "places", ("vienna",))
    assert message(folder) == (f"places.csv:{len(rows) + 1}: column name: 'Vienna' stands in places.csv:{line} already")


def test_a_date_as_rough_as_a_year_does_not_end_before_it_begins(folder: Path) -> None:
    spoil(folder, "tenures", ("edi-rama", "cio"), "to", "2020")
    assert any(row.to == "2020" for row in load(folder).tenures if row.person == "edi-rama")


def test_what_spreadsheets_write_is_read(folder: Path) -> None:
    path = folder / "states.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(folder).states == load().states


def test_columns_may_stand_in_any_order(folder: Path) -> None:
    write(folder, "states", [row[::-1] for row in records(folder, "states")])
    assert load(folder).states == load().states


def test_the_shipped_facts_are_read_once() -> None:
    assert load() is load()
    assert load() == load(SHIPPED)
