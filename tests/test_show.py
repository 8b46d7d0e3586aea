"""What is shown of a thing: its offices, roles, events and acts, the newest first, as they are told."""

import json
from pathlib import Path

import pytest
from test_clocks import CHAIRS, STATED, make, meeting, release
from test_clocks_shipped import rows, shipped

from kg.answer import find, table
from kg.cli.main import run
from kg.show import COLUMNS, show, summary
from kg.store import Store

__all__ = ["shipped"]
Capture = pytest.CaptureFixture[str]


def shown(store: Store, name: str) -> list[dict[str, str]]:
    found = table(show(store, find(store, name)))
    assert found.columns == COLUMNS
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_the_newest_come_first_each_with_dates_and_source() -> None:
    store = make(CHAIRS, release("a", "2018-02-01", STATED.format(day="2018-02-01")))
    found = shown(store, "Kneissl")
    assert [(row["kind"], row["from"], row["until"], row["told_as"], row["told_on"]) for row in found] == [
        ("act", "", "", "happened", "2018-02-01"),
        ("office", "", "", "stated", "2018-02-01"),
        ("office", "2017-12-18", "2017-12-31", "curated", ""),
        ("chair", "2017-01-01", "2017-12-31", "curated", ""),
    ]
    assert [row["source_label"] for row in found] == ["Release a", "Release a", "list", "list"]
    assert [row["source"] for row in found] == ["id:release-a", "id:release-a", "", ""]
    assert found[3]["with"] == "Sebastian Kurz"


def test_a_plan_and_what_was_done_are_never_one_row() -> None:
    store = make(
        CHAIRS,
        release("a", "2017-12-01", meeting("planned", "2017-12-19")),
        release("b", "2017-12-20", meeting("happened", "2017-12-19")),
        release("c", "2017-12-21", meeting("happened", "2017-12-19")),
        release("d", "2017-12-22", meeting("denied", "2017-12-19")),
        release("e", "2017-12-23", meeting("calledFor", "2017-12-19")),
    )
    found = [row for row in shown(store, "id:person-kurz") if row["kind"] == "meeting"]
    assert {row["fact"] for row in found} == {"id:meeting-1"}
    assert [(row["told_as"], row["source"], row["told_on"], row["sources"]) for row in found] == [
        ("calledFor", "id:release-e", "2017-12-23", "1"),
        ("denied", "id:release-d", "2017-12-22", "1"),
        ("happened", "id:release-b", "2017-12-20", "2"),
        ("planned", "id:release-a", "2017-12-01", "1"),
    ]


def test_a_format_a_post_an_event_a_release_and_a_state_are_shown_too() -> None:
    store = make(CHAIRS, release("a", "2017-12-20", meeting("happened", "2017-12-19")))
    assert {row["with"] for row in shown(store, "id:format-group")} == {"Austria", "Italy"}
    assert {row["role"] for row in shown(store, "id:format-group")} == {"member"}
    assert [row["with"] for row in shown(store, "OSCE Chairperson-in-Office")] == ["Karin Kneissl", "Sebastian Kurz"]
    assert [row["fact"] for row in shown(store, "id:meeting-1")] == ["id:meeting-1"]
    assert [row["fact"] for row in shown(store, "Release a")] == ["id:meeting-1"]
    assert {row["kind"] for row in shown(store, "Austria")} == {"chair", "format"}


def test_what_only_somebody_else_does_is_not_shown() -> None:
    store = make(CHAIRS, release("a", "2017-12-20", meeting("happened", "2017-12-19")))
    assert {row["fact"] for row in shown(store, "Angelino Alfano")} == {"id:chairpersonship-2018"}
    assert shown(store, "id:person-kneissl")[0]["fact"] == "id:meeting-1"


def test_sources_that_differ_are_both_there() -> None:
    store = make(
        CHAIRS,
        release("a", "2017-12-20", meeting("happened", "2017-12-19")),
        release("b", "2017-12-21", meeting("happened", "2017-12-20")),
    )
    assert shown(store, "id:meeting-1")[0]["from"] == "2017-12-19, 2017-12-20"


def test_the_command_writes_each_format(shipped: Path, capfd: Capture) -> None:
    arguments = ["show", "Edi Rama", "--store", str(shipped)]
    assert run([*arguments, "--format", "csv"]) == 0
    found = rows(capfd.readouterr().out)
    met = [row for row in found if row["kind"] == "meeting" and row["told_as"] == "happened"]
    assert {row["with"] for row in met} == {"Vadym Prystaiko"}
    assert met[0]["place"] == "Kyiv"
    assert met[0]["told_on"] == "2020-01-20"
    assert {row["told_as"] for row in found if row["kind"] == "visit"} == {"happened", "planned"}
    assert run([*arguments, "--format", "json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert answer["head"]["vars"] == list(COLUMNS)
    assert len(answer["results"]["bindings"]) == len(found)
    assert run([*arguments, "--format", "tsv"]) == 0
    assert len(capfd.readouterr().out.splitlines()) == len(found) + 1
    assert run([*arguments, "--format", "table"]) == 0
    table_text = capfd.readouterr().out
    assert "Meeting of Edi Rama and Vadym Prystaiko (2020-01-20)" in table_text
    assert "https://" not in table_text
    assert len(table_text.splitlines()) == len(found) + 2


def test_a_summary_has_dates_and_source_and_says_how_many_more_there_are() -> None:
    twice = make(
        CHAIRS,
        release("a", "2017-12-20", meeting("happened", "2017-12-19")),
        release("b", "2017-12-21", meeting("happened", "2017-12-19")),
    )
    assert summary(table(show(twice, find(twice, "id:person-kurz")))).rows == (
        ("2017-12-19", "meeting", "Kurz and Kneissl", "happened", "2017-12-20 Release a and 1 more"),
        ("2017-01-01 to 2017-12-31", "chair", "2017", "curated", "list"),
        ("2017-01-01 to 2017-12-18", "office", "Kurz, CiO", "curated", "list"),
    )
    since = CHAIRS.replace('kg:endDate "2017-06"^^xsd:gYearMonth', 'kg:startDate "1999"^^xsd:gYear')
    assert summary(table(show(make(since), find(twice, "id:format-group")))).rows[0][0] == "from 1999"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Edi Ramma"], "kg: no thing is called 'Edi Ramma'; nearest: Edi Rama"),
        (["Silva"], "kg: 'Silva' may be any of "),
        (["id:person-nobody"], "kg: nothing in this store has the IRI id:person-nobody"),
        ([""], "kg: an empty name"),
        (["Edi Rama", "--format", "xml"], "kg: Invalid value for '--format'"),
        ([], "kg: Missing argument 'NAME'"),
    ],
)
def test_mistakes_are_one_line(shipped: Path, capfd: Capture, arguments: list[str], told: str) -> None:
    assert run(["show", *arguments, "--store", str(shipped)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(told)
    assert err.count("\n") == 1
