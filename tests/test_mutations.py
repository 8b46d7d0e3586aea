"""Whatever is spoilt in a query, a term or a date breaks a test."""

import csv
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import mutations
import pyoxigraph as ox
import pytest
from cases.running import select
from mutations import CASE, TERMS, Mutation

from kg import library, reference
from kg.errors import ReferenceError  # noqa: A004 - the field's word
from kg.graphs import REFERENCE
from kg.resources import resource
from kg.terms import KG


@cache
def broken(mutation: Mutation) -> tuple[str, ...]:
    return mutation.broken()


@pytest.mark.parametrize("mutation", mutations.sample(10), ids=lambda one: f"{one.kind}-{one.name}".replace(" ", "-"))
def test_a_mutation_breaks_a_test(mutation: Mutation) -> None:
    assert broken(mutation)


def test_every_mutation_breaks_a_test() -> None:
    every = mutations.mutations()
    kinds = Counter(mutation.kind for mutation in every)
    assert kinds["misspelt"] > 400
    assert kinds["exchanged"] > 60
    assert kinds["renamed"] > 180
    assert kinds["swapped"] > 1000
    assert [f"{one.kind}: {one.name}" for one in every if not broken(one)] == []


def test_every_query_is_spoilt_and_noticed_by_its_case() -> None:
    found = [one for one in mutations.mutations() if one.kind in ("misspelt", "exchanged")]
    noticed = {one.name.split(":")[0] for one in found if CASE in broken(one)}
    assert noticed == {query for query, text in mutations.tested().items() if mutations.names_in(text)}
    misspelt = [one for one in found if one.kind == "misspelt"]
    assert sum(CASE in broken(one) for one in misspelt) > 0.8 * len(misspelt)
    assert all(TERMS in broken(one) for one in misspelt)


def test_nothing_breaks_where_nothing_is_spoilt() -> None:
    for query, text in mutations.tested().items():
        assert mutations.of_query(query, text) == (), query
    for file, text in mutations.ontology_texts().items():
        assert mutations.of_ontology(file, text) == (), file
    store = ox.Store()
    for tenure, start, end in mutations.tenures():
        store.extend([ox.Quad(tenure, KG.startDate, start, REFERENCE), ox.Quad(tenure, KG.endDate, end, REFERENCE)])
    (check,) = (check for check in library.checks() if check.name == "ends-before-it-begins")
    assert select(store, check.text)[1:] == []


@pytest.mark.parametrize("place", [3, 300, 880])
def test_a_row_with_its_dates_swapped_is_refused(place: int, tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    shutil.copytree(resource("data", "reference"), folder)
    path = folder / "tenures.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    swappable = [row for row in rows if row["to"] and mutations.differ(row["from"], row["to"])]
    row = swappable[place]
    row["from"], row["to"] = row["to"], row["from"]
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(row), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(ReferenceError, match="expected a date not before"):
        reference.load(folder)
