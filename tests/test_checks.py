"""Every check finds the defect of its case and nothing near it, and nothing in clean data."""

import re

import pytest
from cases.running import CASES, data_files, expected_rows, load, select

from kg import library
from kg.terms import KG

CHECKS = library.checks()
COLUMNS = ["severity", "subject", "message", "mend"]


@pytest.mark.parametrize("twice", [False, True], ids=["once", "in-two-graphs"])
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_findings(check: library.Query, twice: bool) -> None:
    folder = CASES / "checks" / check.name
    (data,) = data_files(folder)
    columns, *found = select(load(data, twice=twice), check.text)
    wanted = expected_rows(folder / "expected.csv")
    assert columns == COLUMNS
    assert len(wanted) > 1
    assert sorted(row[:3] for row in found) == sorted(wanted[1:])
    assert all(row[0] in ("error", "warning", "info") and row[3] for row in found)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_nothing_is_found_in_clean_data(check: library.Query) -> None:
    (data,) = data_files(CASES / "checks" / "clean")
    assert select(load(data), check.text)[1:] == []


def test_every_check_has_a_case_and_every_case_a_check() -> None:
    folders = {folder.name for folder in (CASES / "checks").iterdir() if folder.is_dir()}
    assert folders == {check.name for check in CHECKS} | {"clean"}


@pytest.mark.parametrize("kind", ["role", "rank", "act"])
def test_the_lists_of_values_are_those_of_the_ontology(kind: str) -> None:
    (check,) = (check for check in CHECKS if check.name == "role-outside-its-list")
    listed = set(re.findall(rf"kg:({kind}-[\w-]+)", check.text))
    assert listed == {name for name in KG if name.startswith(f"{kind}-")}
