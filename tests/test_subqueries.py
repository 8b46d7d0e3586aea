"""No pattern is joined with a sub-SELECT that groups or drops repeated rows.

Virtuoso keeps what such a sub-SELECT has seen from one batch of rows to the next, where its planner puts it behind
another pattern of the same braces, and then loses rows or counts too few. It may do so at any time: what its planner
chooses follows from the data that it has answered about before. An OPTIONAL it computes on its own each time.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue

ROOT = Path(__file__).parent.parent
QUERIES = sorted([*(ROOT / "queries").glob("*/*.rq"), *(ROOT / "kg" / "network" / "views").glob("*.rq")])

GROUPS = {"Distinct", "Reduced", "AggregateJoin"}
AROUND_ONE = {"Project", "Extend", "Filter", "OrderBy", "Slice", "ToMultiSet"}


def joined(text: str) -> list[str]:
    """The joins of a query that have a side with such a sub-SELECT in it, as the kinds of the two sides."""
    return [
        f"{part.p1.name} with {part.p2.name}"
        for part in parts(prepareQuery(text).algebra)
        if part.name == "Join"
        and not any(empty(side) or has_one_row(side) for side in (part.p1, part.p2))
        and (keeps(part.p1) or keeps(part.p2))
    ]


def parts(algebra: object) -> Iterator[CompValue]:
    if isinstance(algebra, CompValue):
        yield algebra
    if isinstance(algebra, CompValue | dict):
        algebra = list(algebra.values())
    if isinstance(algebra, list | tuple):
        for one in algebra:
            yield from parts(one)


def keeps(part: CompValue) -> bool:
    """Whether the rows of a side come straight from such a sub-SELECT, with what the planner takes to its outside."""
    if part.name in GROUPS:
        return True
    if part.name == "Join":
        return keeps(part.p1) or keeps(part.p2)
    if part.name == "LeftJoin":
        return keeps(part.p1)
    return part.name in AROUND_ONE and isinstance(part.p, CompValue) and keeps(part.p)


def has_one_row(part: CompValue) -> bool:
    """Whether a side counts all that there is: beside one row nothing is done in batches."""
    if part.name == "AggregateJoin":
        return not part.p.expr
    return part.name in AROUND_ONE and isinstance(part.p, CompValue) and has_one_row(part.p)


def empty(part: CompValue) -> bool:
    return part.name == "BGP" and not part.triples


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_nothing_is_joined_with_a_subquery_that_groups(path: Path) -> None:
    assert joined(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("{ SELECT DISTINCT ?x { ?x ?p ?y } } ?x ?q ?z", 1),
        ("?x ?q ?z { SELECT ?x (COUNT(?y) AS ?n) { ?x ?p ?y } GROUP BY ?x }", 1),
        ("{ SELECT DISTINCT ?x { ?x ?p ?y } } { SELECT DISTINCT ?x { ?x ?q ?y } }", 1),
        ("{ SELECT ?x { { SELECT DISTINCT ?x { ?x ?p ?y } } OPTIONAL { ?x ?r ?z } FILTER(BOUND(?z)) } } ?x ?q ?z", 1),
        ("{ SELECT DISTINCT ?x { ?x ?p ?y } } BIND(1 AS ?one) VALUES ?x { 1 }", 1),
        ("{ ?x ?q ?z } UNION { { SELECT DISTINCT ?x { ?x ?p ?y } } ?x ?q ?z }", 1),
        ("{ SELECT ?x { ?x ?p ?y } } ?x ?q ?z", 0),
        ("{ SELECT DISTINCT ?x { ?x ?p ?y } } OPTIONAL { ?x ?q ?z } FILTER(BOUND(?z)) BIND(?z AS ?last)", 0),
        ("?x ?q ?z OPTIONAL { { SELECT DISTINCT ?x { ?x ?p ?y } } }", 0),
        ("?x ?q ?z { SELECT (COUNT(?y) AS ?n) { ?y ?p ?o } }", 0),
        ("{ SELECT DISTINCT ?x { ?x ?p ?y } } UNION { ?x ?q ?z }", 0),
    ],
)
def test_such_joins_are_found(pattern: str, count: int) -> None:
    assert len(joined(f"SELECT * WHERE {{ {pattern} }}")) == count
