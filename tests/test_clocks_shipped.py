"""The two clocks on the shipped releases, as the commands use them."""

import csv
import io
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg import store as stores
from kg.build import build
from kg.cli.main import run
from kg.clocks import at
from kg.iris import local_name
from kg.network import view

Capture = pytest.CaptureFixture[str]
_BUILT: list[Path] = []


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store of the shipped releases, built once however many modules ask for it."""
    if not _BUILT:
        path = tmp_path_factory.mktemp("shipped") / "store"
        build([], path)
        _BUILT.append(path)
    return _BUILT[0]


def rows(output: str) -> list[dict[str, str]]:
    """CSV as a command prints it."""
    return list(csv.DictReader(io.StringIO(output)))


def quads(path: Path, **days: str) -> set[Quad]:
    with stores.open(path) as store:
        return set(at(store, **days).quads())


def test_rules_that_run_again_on_all_derive_the_same(shipped: Path) -> None:
    with stores.open(shipped) as store:
        assert quads(shipped, known_by="9999") == set(store.quads())


@pytest.mark.parametrize(("day", "chair"), [("2017-12-17", {"Sebastian Kurz"}), ("2017-12-20", {"Karin Kneissl"})])
def test_who_was_chairperson_in_office(shipped: Path, capfd: Capture, day: str, chair: set[str]) -> None:
    for options in ([], ["--valid-on", day], ["--known-by", "2017-12-20"]):
        assert run(["ask", "who-chaired-on", "--day", day, "--store", str(shipped), *options]) == 0
        assert {row["person_label"] for row in rows(capfd.readouterr().out)} == chair
    shown = ["show", "OSCE Chairperson-in-Office", "--valid-on", day, "--store", str(shipped)]
    assert run([*shown, "--format", "csv"]) == 0
    offices = [row for row in rows(capfd.readouterr().out) if row["kind"] == "office"]
    assert [row["with"] for row in offices] == sorted(chair)


def test_export_of_what_was_known_is_the_build_of_what_was_issued(
    shipped: Path, tmp_path: Path, capfd: Capture
) -> None:
    with stores.open(shipped) as store:
        issued = store.query("SELECT ?release { ?release dct:issued ?day FILTER(STR(?day) <= '2018-12-31') }")
        releases = {row["release"].value.rsplit("/")[-1] for row in issued}  # type: ignore[union-attr]
    file = tmp_path / "then.nq"
    arguments = ["export", "--known-by", "2018", "--format", "nquads", "-o", str(file), "--store", str(shipped)]
    assert run(arguments) == 0
    graphs = {line.split()[-2].rsplit("/")[-1].rstrip(">") for line in file.read_text().splitlines()}
    assert {name.removeprefix("graph-") for name in graphs if "graph-release" in name} == releases
    assert len(releases) > 5


def test_the_page_takes_both_days(shipped: Path, tmp_path: Path, capfd: Capture) -> None:
    whole, then = tmp_path / "whole.html", tmp_path / "then.html"
    assert run(["graph", "-o", str(whole), "--store", str(shipped)]) == 0
    assert run(["graph", "-o", str(then), "--known-by", "2016", "--store", str(shipped)]) == 0
    assert len(then.read_text()) < len(whole.read_text())
    with stores.open(shipped) as store:
        now, known = ({local_name(node) for node in view(one).nodes} for one in (store, at(store, known_by="2016")))
    assert known < now
    assert "person-vadym-prystaiko" in now - known
    assert "person-vladimir-putin" in known


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "who-chaired-on", "--day", "2017", "--valid-on", "2023-02-30"],
        ["show", "Edi Rama", "--valid-on", "2023-02-30"],
        ["why", "Edi Rama", "--known-by", "2023-02-30"],
        ["graph", "-o", "GRAPH", "--known-by", "2023-02-30"],
        ["export", "-o", "EXPORT", "--valid-on", "2023-02-30"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_day_that_does_not_exist_is_one_line(
    shipped: Path, tmp_path: Path, capfd: Capture, arguments: list[str]
) -> None:
    given = [str(tmp_path / one) if one.isupper() else one for one in arguments]
    assert run([*given, "--store", str(shipped)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert "'2023-02-30': there is no such day" in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["show", "Eoghan Murphy"], ["graph", "--focus", "Eoghan Murphy", "-o", "GRAPH"]])
def test_a_person_whom_no_release_had_named_is_not_found(
    shipped: Path, tmp_path: Path, capfd: Capture, command: list[str]
) -> None:
    given = [str(tmp_path / one) if one.isupper() else one for one in command]
    assert run([*given, "--known-by", "2023-12-29", "--store", str(shipped)]) == 0
    capfd.readouterr()
    assert run([*given, "--known-by", "2023-12-28", "--store", str(shipped)]) == 2
    assert "no thing is called 'Eoghan Murphy'" in capfd.readouterr().err
