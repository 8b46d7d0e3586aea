"""What the graph is and how much it holds, for catalogues of data: VoID and DCAT, as Turtle.

Every number is counted in the union of the graphs, each triple once. The dates are those of the releases: the
same graph gives the same description on any day.
"""

from collections.abc import Iterator
from typing import IO

import pyoxigraph
from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, RdfFormat, Triple

from kg import __version__
from kg.answer import shorten
from kg.iris import ID_NAMESPACE, mint
from kg.store import Store
from kg.terms import DCT, KG_NAMESPACE, PREFIXES, RDF, XSD, Vocabulary

DATASET = mint("dataset", "osce-kg")
TITLE = "Knowledge graph of diplomacy read from press releases"
DESCRIPTION = (
    "Who met whom, in what capacity, in which format and on whose behalf, what was said to whom, and where each of "
    "these facts is written."
)
CC_BY = NamedNode("https://creativecommons.org/licenses/by/4.0/")
CC0 = NamedNode("https://creativecommons.org/publicdomain/zero/1.0/")
QUOTES = "Facts read from releases. The words quoted remain under the terms of each release's publisher."

_NAMESPACES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": PREFIXES["dct"],
    "id": ID_NAMESPACE,
    "kg": KG_NAMESPACE,
    "void": "http://rdfs.org/ns/void#",
    "xsd": PREFIXES["xsd"],
}
_DCAT = Vocabulary(_NAMESPACES["dcat"], "Dataset version startDate endDate")
_VOID = Vocabulary(
    _NAMESPACES["void"],
    """
    Dataset triples entities classes properties distinctSubjects distinctObjects documents uriSpace vocabulary
    subset classPartition propertyPartition class property
    """,
)
_TERMS = Vocabulary(_NAMESPACES["dct"], "description rights temporal PeriodOfTime")

_PARTS = {
    "ontology": ("STR(?graph) = STR(id:graph-ontology)", "The ontology", CC_BY),
    "reference": ("STR(?graph) = STR(id:graph-reference)", "Reference facts", CC0),
    "releases": ('STRSTARTS(STR(?graph), CONCAT(STR(id:graph-release), "-"))', "What the releases say", None),
    "derived": ("STR(?graph) = STR(id:graph-derived)", "What the rules add", CC_BY),
}
"""Each kind of named graphs: the condition that chooses them, its title, its licence."""


def describe(store: Store, output: IO[bytes]) -> None:
    """Write the description of a store as Turtle, sorted, the data set itself first."""
    triples = sorted(set(_dataset(store)), key=_place)
    text = pyoxigraph.serialize(triples, format=RdfFormat.TURTLE, prefixes=_NAMESPACES) or b""
    lines = text.splitlines(keepends=True)
    # Oxigraph declares prefixes in an order of its own.
    output.write(b"".join([*sorted(lines[: len(_NAMESPACES)]), *lines[len(_NAMESPACES) :]]))


def _place(triple: Triple) -> tuple[bool, str, bool, str]:
    return triple.subject != DATASET, str(triple.subject), triple.predicate != RDF.type, str(triple)


def _dataset(store: Store) -> Iterator[Triple]:
    yield Triple(DATASET, RDF.type, _VOID.Dataset)
    yield Triple(DATASET, RDF.type, _DCAT.Dataset)
    yield Triple(DATASET, DCT.title, Literal(TITLE, language="en"))
    yield Triple(DATASET, _TERMS.description, Literal(DESCRIPTION, language="en"))
    yield Triple(DATASET, DCT.license, CC_BY)
    yield Triple(DATASET, _TERMS.rights, Literal(QUOTES, language="en"))
    yield Triple(DATASET, _DCAT.version, Literal(__version__))
    yield Triple(DATASET, _VOID.uriSpace, Literal(ID_NAMESPACE))
    yield from _counts(store)
    yield from _sources(store)
    yield from _parts(store)
    yield from _partitions(store)


def _counts(store: Store) -> Iterator[Triple]:
    asked = {
        _VOID.triples: "SELECT (COUNT(*) AS ?count) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }",
        _VOID.entities: "SELECT (COUNT(DISTINCT ?s) AS ?count) { ?s a ?class "
        f'FILTER(STRSTARTS(STR(?s), "{ID_NAMESPACE}")) }}',
        _VOID.classes: "SELECT (COUNT(DISTINCT ?class) AS ?count) { ?s a ?class }",
        _VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?count) { ?s ?p ?o }",
        _VOID.distinctSubjects: "SELECT (COUNT(DISTINCT ?s) AS ?count) { ?s ?p ?o }",
        _VOID.distinctObjects: "SELECT (COUNT(DISTINCT ?o) AS ?count) { ?s ?p ?o }",
        _VOID.documents: "SELECT (COUNT(DISTINCT ?s) AS ?count) { ?s a kg:Release }",
    }
    for property_, text in asked.items():
        for row in _rows(store, text):
            yield Triple(DATASET, property_, _number(row))


def _sources(store: Store) -> Iterator[Triple]:
    for row in _rows(store, "SELECT DISTINCT ?source { ?release a kg:Release ; kg:hasSource ?source }"):
        yield Triple(DATASET, DCT.source, _iri(row, "source"))
    days = [_text(row, "day") for row in _rows(store, "SELECT DISTINCT ?day { ?r a kg:Release ; dct:issued ?day }")]
    if days:
        period = mint("dataset", "osce-kg period")
        yield Triple(DATASET, _TERMS.temporal, period)
        yield Triple(period, RDF.type, _TERMS.PeriodOfTime)
        yield Triple(period, _DCAT.startDate, Literal(min(days), datatype=XSD.date))
        yield Triple(period, _DCAT.endDate, Literal(max(days), datatype=XSD.date))


def _parts(store: Store) -> Iterator[Triple]:
    for name, (condition, title, licence) in _PARTS.items():
        part = mint("dataset", f"osce-kg {name}")
        yield Triple(DATASET, _VOID.subset, part)
        yield Triple(part, RDF.type, _VOID.Dataset)
        yield Triple(part, DCT.title, Literal(title, language="en"))
        if licence is None:
            yield Triple(part, _TERMS.rights, Literal(QUOTES, language="en"))
        else:
            yield Triple(part, DCT.license, licence)
        text = (
            "SELECT (COUNT(*) AS ?count) { SELECT DISTINCT ?s ?p ?o "
            f"{{ GRAPH ?graph {{ ?s ?p ?o }} FILTER({condition}) }} }}"
        )
        for row in _rows(store, text):
            yield Triple(part, _VOID.triples, _number(row))


def _partitions(store: Store) -> Iterator[Triple]:
    classes = "SELECT ?term (COUNT(DISTINCT ?s) AS ?count) { ?s a ?term } GROUP BY ?term"
    properties = "SELECT ?term (COUNT(*) AS ?count) { SELECT DISTINCT ?s ?term ?o { ?s ?term ?o } } GROUP BY ?term"
    namespaces = set()
    for kind, text, counted in (("class", classes, "entities"), ("property", properties, "triples")):
        for row in _rows(store, text):
            term = _iri(row, "term")
            namespaces.add(_namespace(term))
            part = mint("dataset", f"osce-kg {kind} {shorten(term).replace(':', ' ')}")
            yield Triple(DATASET, _VOID[f"{kind}Partition"], part)
            yield Triple(part, _VOID[kind], term)
            yield Triple(part, _VOID[counted], _number(row))
    for namespace in namespaces:
        yield Triple(DATASET, _VOID.vocabulary, NamedNode(namespace))


def _namespace(term: NamedNode) -> str:
    cut = max(term.value.rfind("#"), term.value.rfind("/"))
    return term.value[: cut + 1]


def _rows(store: Store, text: str) -> QuerySolutions:
    result = store.query(text)
    assert isinstance(result, QuerySolutions)
    return result


def _number(row: QuerySolution) -> Literal:
    return Literal(int(_text(row, "count")))


def _text(row: QuerySolution, name: str) -> str:
    term = row[name]
    assert isinstance(term, Literal)
    return term.value


def _iri(row: QuerySolution, name: str) -> NamedNode:
    term = row[name]
    assert isinstance(term, NamedNode)
    return term
