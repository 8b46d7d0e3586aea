"""From a question to its answer: run SPARQL, find things by their names, write results in a user's format."""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple, Protocol, runtime_checkable

import pyoxigraph
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    Variable,
)

from kg import library
from kg.errors import ParameterError, QueryError
from kg.iris import slug
from kg.store import Queryable, Result, Store, Term, write_statements
from kg.store.sparql import stopped
from kg.terms import KG, KG_NAMESPACE, PREFIXES

OFFERED = 5
MOST_PROPOSED = 20_000
"""Passages or things; of more, looking through all is as quick as looking up each."""
FORMATS = ("table", "json", "csv", "tsv", "turtle", "ntriples", "jsonld")
SOLUTION_FORMATS = {
    "json": QueryResultsFormat.JSON,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPH_FORMATS = {
    "table": RdfFormat.TURTLE,
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "json": RdfFormat.JSON_LD,
}
NAMED_CLASSES = (
    KG.Actor,
    KG.Place,
    KG.Post,
    KG.Instrument,
    KG.Conflict,
    KG.FieldOfWork,
    KG.Event,
    KG.MeetingSeries,
    KG.Chairpersonship,
    KG.Release,
)
"""The classes whose things are looked up by name where a question does not say which it wants."""

_SHORT_IRI = r"^(?P<prefix>[A-Za-z][\w-]*):(?P<local>[^\s/<>\"{}|^`\\]+)$"
_IRI = r"^<?(?P<iri>[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|^`\\]+)>?$"


def query(store: Store, text: str) -> Result:
    """Run a SELECT, ASK, CONSTRUCT or DESCRIBE; raises `QueryError` where it cannot be run.

    `SERVICE`, which calls another server, is refused outside `kg.store.sparql.allowing_service()`.
    """
    return store.query(text)


def ask(store: Store, question: str, values: Mapping[str, str]) -> Result:
    """Run a question of the library with its parameters given in words.

    `values` has the parameters by name; things by name, IRI or `id:…`. Raises `ParameterError` for a
    question or parameter that is unknown, missing, or a name that is not found or stands for several.
    """
    asked, bound = _bound(store, question, values)
    return store.query(_text_of(store, asked, bound))


def bind(store: Queryable, question: str, values: Mapping[str, str]) -> str:
    """A question of the library as plain SPARQL, with its parameters given in words as `ask` takes them."""
    asked, bound = _bound(store, question, values)
    return asked.bind(bound)


def _bound(
    store: Queryable, question: str, values: Mapping[str, str]
) -> tuple[library.Question, dict[str, NamedNode | Literal]]:
    """The question and its parameters' values, of which the store tells what the names stand for."""
    asked = library.question(question)
    bound: dict[str, NamedNode | Literal] = {}
    for name, words in values.items():
        parameter = asked.parameter(name)
        if parameter.type != "iri":
            bound[parameter.name] = parameter.literal(words)
        elif not parameter.required and words.strip().casefold() == "any":
            bound[parameter.name] = parameter.value_of_default()
        else:
            bound[parameter.name] = find(store, words, tuple(KG[name] for name in parameter.classes))
    return asked, bound


@runtime_checkable
class Indexed(Protocol):
    """A store with an index of words; `kg.store.LocalStore` tells what each method gives."""

    def passages_with(self, words: str) -> tuple[str, ...] | None: ...

    def things_named(self, name: str) -> tuple[str, ...] | None: ...


def _text_of(store: Store, asked: library.Question, bound: Mapping[str, NamedNode | Literal]) -> str:
    """The question as SPARQL, of the passages that the store's index proposes where it has one."""
    if asked.indexed is not None and isinstance(store, Indexed):
        words = bound.get(asked.indexed[1])
        passages = store.passages_with(words.value) if words is not None else None
        if passages is not None and len(passages) <= MOST_PROPOSED:
            return asked.bind_to_passages(bound, passages)
    return asked.bind(bound)


class _Named(NamedTuple):
    """A thing under one of its names; `folded` is the name in lower-case words joined by hyphens."""

    folded: str
    name: str
    iri: str
    is_label: bool


def find(store: Queryable, name: str, classes: Collection[NamedNode] = ()) -> NamedNode:
    """The thing of one of these classes (any, if none are given) that a name or IRI stands for.

    Letter case, accents and punctuation do not matter. A surname or last words will do where only one
    thing has them. Raises `ParameterError` that offers the nearest names, or the choices.
    """
    given = name.strip()
    if not given:
        raise ParameterError(f"an empty name; give the name or IRI of {_expected(classes)}")
    iri = _as_iri(given)
    if iri is not None:
        return _existing(store, iri, classes)
    wanted = slug(given)
    proposed = store.things_named(wanted) if isinstance(store, Indexed) else None
    if proposed is not None and len(proposed) <= MOST_PROPOSED:
        found = _matching(given, wanted, _names(store, classes or NAMED_CLASSES, proposed))
        if found is not None:
            return found
    names = _names(store, classes or NAMED_CLASSES)
    found = _matching(given, wanted, names)
    if found is not None:
        return found
    raise ParameterError(f"no {_noun(classes)} is called {given!r}{_nearest(wanted, names)}")


def _matching(given: str, wanted: str, names: list["_Named"]) -> NamedNode | None:
    """The one thing that the name stands for, by the best kind of match; `ParameterError` where that is several."""
    for matches in (
        [one for one in names if one.folded == wanted and one.is_label],
        [one for one in names if one.folded == wanted],
        [one for one in names if one.folded.endswith(f"-{wanted}")],
        [one for one in names if f"-{wanted}-" in f"-{one.folded}-"],
    ):
        things = {one.iri: one for one in sorted(matches, reverse=True)}
        if len(things) == 1:
            return NamedNode(next(iter(things)))
        if things:
            raise _ambiguous(given, names, sorted(things))
    return None


def _as_iri(given: str) -> NamedNode | None:
    full, short = re.match(_IRI, given), re.match(_SHORT_IRI, given)
    try:
        if full:
            return NamedNode(full["iri"])
        if short and short["prefix"] in PREFIXES:
            return NamedNode(PREFIXES[short["prefix"]] + short["local"])
    except ValueError as error:
        raise ParameterError(f"{given!r}: no IRI ({error}); give a name or a whole IRI") from None
    return None


def _existing(store: Queryable, iri: NamedNode, classes: Collection[NamedNode]) -> NamedNode:
    kinds = store.query(f"SELECT DISTINCT ?kind {{ {iri} a ?kind }}")
    found = {_value(row["kind"]) for row in _solutions(kinds)}
    if not found and not store.query(f"ASK {{ {iri} ?p ?o }}"):
        raise ParameterError(
            f"nothing in this store has the IRI {shorten(iri)}; give a name instead to be offered some"
        )
    if classes and not found & {one.value for one in classes}:
        kind = ", ".join(sorted(_local(one) for one in found if one.startswith(KG_NAMESPACE))) or "nothing known"
        raise ParameterError(f"{shorten(iri)} is {kind}; give {_expected(classes)}")
    return iri


def _names(store: Queryable, classes: Collection[NamedNode], proposed: Collection[str] | None = None) -> list[_Named]:
    """All names of the things of these classes, or of those proposed among them."""
    among = "" if proposed is None else f"VALUES ?thing {{ {' '.join(str(NamedNode(iri)) for iri in proposed)} }} "
    wanted = " ".join(str(one) for one in classes)
    label, other = f"<{PREFIXES['rdfs']}label>", f"<{PREFIXES['skos']}altLabel>"
    rows = store.query(
        f"SELECT DISTINCT ?thing ?property ?name {{ {among}VALUES ?kind {{ {wanted} }} ?thing a ?kind . "
        f"VALUES ?property {{ {label} {other} }} ?thing ?property ?name }}"
    )
    found = set()
    for row in _solutions(rows):
        name = _value(row["name"])
        found.add(_Named(slug(name), name, _value(row["thing"]), f"<{_value(row['property'])}>" == label))
    return sorted(found)


def _ambiguous(given: str, names: list[_Named], iris: list[str]) -> ParameterError:
    labels = {one.iri: one.name for one in names if one.is_label}
    shown = [f"{labels.get(iri, '?')} ({shorten(NamedNode(iri))})" for iri in iris[:OFFERED]]
    more = f" and {len(iris) - OFFERED} more" if len(iris) > OFFERED else ""
    return ParameterError(f"{given!r} may be any of {', '.join(shown)}{more}; give the whole name or the IRI")


def _nearest(wanted: str, names: list[_Named]) -> str:
    from rapidfuzz import fuzz, process

    def likeness(given: str, name: str, **settings: Any) -> float:
        # Within a longer name any part may be meant; a shorter one is not meant by a part of what was given.
        score = fuzz.ratio if len(name) < len(given) else fuzz.WRatio
        return score(given, name, **settings)

    labels = {one.iri: one.name for one in names if one.is_label}
    best = process.extract(wanted, [one.folded for one in names], scorer=likeness, limit=4 * OFFERED)
    offered = dict.fromkeys(labels.get(names[index].iri, names[index].name) for _, _, index in best)
    return f"; nearest: {', '.join(list(offered)[:OFFERED])}" if offered else "; the store has none"


def _noun(classes: Collection[NamedNode]) -> str:
    words = [re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _local(one.value)).lower() for one in classes]
    return " or ".join(words) or "thing"


def _expected(classes: Collection[NamedNode]) -> str:
    noun = _noun(classes)
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]


def _value(term: Term | None) -> str:
    assert isinstance(term, NamedNode | Literal)
    return term.value


def _solutions(result: Result) -> QuerySolutions:
    assert isinstance(result, QuerySolutions)
    return result


def shorten(term: NamedNode) -> str:
    """An IRI with its prefix, such as `id:person-edi-rama`, or whole where no prefix fits."""
    for prefix, namespace in PREFIXES.items():
        local = term.value.removeprefix(namespace)
        if local != term.value and re.fullmatch(r"[\w.-]*", local):
            return f"{prefix}:{local}"
    return term.value


def render(result: Result, output_format: str) -> bytes:
    """A result as JSON, CSV, TSV, or for graphs Turtle, N-Triples or JSON-LD: UTF-8 that ends a line.

    Triples are sorted. Raises `QueryError` for a format that the result does not come in, and where the
    query cannot be run to its end.
    """
    with stopping():
        data = _graph(result, output_format) if isinstance(result, QueryTriples) else _rows(result, output_format)
    return data if data.endswith(b"\n") else data + b"\n"


def _rows(result: QuerySolutions | QueryBoolean, output_format: str) -> bytes:
    if output_format not in SOLUTION_FORMATS:
        raise QueryError(f"rows do not come as {output_format}; use table, json, csv or tsv")
    return result.serialize(format=SOLUTION_FORMATS[output_format]) or b""


def _graph(triples: QueryTriples, output_format: str) -> bytes:
    if output_format not in GRAPH_FORMATS:
        raise QueryError(f"a graph does not come as {output_format}; use turtle, ntriples or jsonld")
    lines = pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    ordered = b"".join(sorted(set(lines.splitlines(keepends=True))))
    output = BytesIO()
    statements = (quad.triple for quad in pyoxigraph.parse(ordered, format=RdfFormat.N_TRIPLES, lenient=True))
    write_statements(statements, GRAPH_FORMATS[output_format], output)
    return output.getvalue()


@contextmanager
def stopping() -> Iterator[None]:
    """Turn what stops a query on its way, after it was begun, into a `QueryError` of one line."""
    try:
        yield
    except (RuntimeError, OSError) as error:
        raise QueryError(stopped(error)) from None


class Table(NamedTuple):
    """Rows of text to show to a person: IRIs with prefixes, literals without types, nothing for unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(result: QuerySolutions | QueryBoolean) -> Table:
    """A SELECT's rows, or ASK's one word, as text."""
    if isinstance(result, QueryBoolean):
        return Table(("answer",), (("yes" if result else "no",),))
    variables: list[Variable] = result.variables
    with stopping():
        rows = tuple(tuple(_text(term) for term in solution) for solution in result)
    return Table(tuple(variable.value for variable in variables), rows)


def labelled(shown: Table) -> Table:
    """The table with each thing's label in the place of its IRI, where it has a column for both.

    `actor` and `actor_label` become one column, `actor`; a thing without a label keeps its IRI.
    """
    pairs = {name: shown.columns.index(f"{name}_label") for name in shown.columns if f"{name}_label" in shown.columns}
    kept = [
        index for index, name in enumerate(shown.columns) if name.removesuffix("_label") not in pairs or name in pairs
    ]
    rows = tuple(
        tuple(
            (row[pairs[shown.columns[index]]] if shown.columns[index] in pairs else "") or row[index] for index in kept
        )
        for row in shown.rows
    )
    return Table(tuple(shown.columns[index].removesuffix("_label") for index in kept), rows)


def _text(term: Term | None) -> str:
    match term:
        case None:
            return ""
        case NamedNode():
            return shorten(term)
        case Literal():
            return term.value
        case Triple():
            return str(term)
    return str(term)
