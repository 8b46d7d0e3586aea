"""What is wrong in a store: the checks of `queries/checks/` and the shapes of `ontology/shapes.ttl`.

The checks are SPARQL and run at any size. SHACL runs in memory, which pays up to some hundred thousand
triples; beyond that it is left out, and the result says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Triple, serialize

from kg import library
from kg.errors import QueryError
from kg.facts import as_solutions
from kg.resources import resource
from kg.store import Store

if TYPE_CHECKING:
    from rdflib import Graph

SEVERITIES = ("error", "warning", "info")
COLUMNS = ("severity", "check", "subject", "message", "mend")
LARGEST_FOR_SHACL = 300_000
"""Triples above which the shapes are left out: pySHACL takes some ten seconds for each hundred thousand."""
SHACL = "http://www.w3.org/ns/shacl#"
SHACL_SEVERITIES = {"Violation": "error", "Warning": "warning", "Info": "info"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: which check found it, how grave it is, what it is about and where to mend it."""

    severity: str
    check: str
    subject: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings, gravest first, and the number of triples for which the shapes were left out, else None."""

    found: tuple[Finding, ...]
    without_shapes: int | None = None


def check(store: Store, shapes: bool = True) -> Findings:
    """Run every check, and the shapes unless told otherwise; raises `QueryError` for a check that is broken."""
    found = [finding for query in library.checks() for finding in _run(store, query)]
    without: int | None = None
    if shapes:
        triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in store.quads()}
        if len(triples) > LARGEST_FOR_SHACL:
            without = len(triples)
        else:
            found += _shapes(triples)
    found.sort(key=lambda one: (SEVERITIES.index(one.severity), one.check, one.subject, one.message))
    return Findings(tuple(dict.fromkeys(found)), without)


def as_rows(found: Iterable[Finding]) -> QuerySolutions:
    """The findings as rows of `COLUMNS`: the subject an IRI wherever it is one, the rest plain text."""
    return as_solutions(COLUMNS, map(_row, found))


def _row(one: Finding) -> tuple[NamedNode | Literal, ...]:
    subject = NamedNode(one.subject) if "://" in one.subject else Literal(one.subject)
    return (Literal(one.severity), Literal(one.check), subject, Literal(one.message), Literal(one.mend))


def _run(store: Store, query: library.Query) -> Iterator[Finding]:
    solutions = store.query(query.text)
    if not isinstance(solutions, QuerySolutions):
        raise QueryError(f"{query.name}: a check is a SELECT of severity, subject, message and mend")
    for row in solutions:
        severity, subject, message, mend = (row[name] for name in ("severity", "subject", "message", "mend"))
        yield Finding(_text(severity), query.name, _text(subject), _text(message), _text(mend))


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _shapes(triples: set[Triple]) -> list[Finding]:
    # pySHACL brings rdflib, which takes ten bare Python starts to import.
    from pyshacl import validate
    from rdflib import Graph

    data = Graph()
    ordered = sorted(triples, key=str)
    data.parse(data=serialize(ordered, format=RdfFormat.N_TRIPLES), format="nt")
    rules = Graph()
    for name in ("core.ttl", "concepts.ttl", "shapes.ttl"):
        rules.parse(resource("ontology", name))
    _, results, _ = validate(data, shacl_graph=rules, inference="none", advanced=False)
    return list(_results(results))


def _results(results: "Graph") -> Iterator[Finding]:
    from rdflib import RDF, Namespace

    sh = Namespace(SHACL)
    for result in results.subjects(RDF.type, sh.ValidationResult):
        severity = str(results.value(result, sh.resultSeverity)).removeprefix(SHACL)
        path = str(results.value(result, sh.resultPath) or "").rsplit("#")[-1].rsplit("/")[-1]
        value = results.value(result, sh.value)
        yield Finding(
            SHACL_SEVERITIES.get(severity, "error"),
            f"shape:{path}" if path else "shape",
            str(results.value(result, sh.focusNode)),
            str(results.value(result, sh.resultMessage)) + (f" (found {value})" if value is not None else ""),
            "the release or the row of data/reference that it comes from",
        )
