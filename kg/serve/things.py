"""The page of a thing, and of the ontology: for people as HTML, for programs as any format of graphs."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from pyoxigraph import Literal, NamedNode, QuerySolution, RdfFormat, Triple
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg import answer
from kg.facts import concept
from kg.graphs import DERIVED, ONTOLOGY, REFERENCE
from kg.iris import ID_NAMESPACE
from kg.serve import lookup, media
from kg.serve.html import page
from kg.serve.http import while_waited_for
from kg.serve.pool import Pool
from kg.serve.refusal import Refusal
from kg.serve.source import Source
from kg.store import write_statements
from kg.terms import KG, KG_NAMESPACE, RDF, RDFS

HTML = "text/html"
MOST = 500
"""Statements of one kind on a page; the rest is told to be there."""
EXTENSIONS: Mapping[str, str] = {one.extension: one.media for one in media.GRAPHS} | {"html": HTML}
NAMES = (RDFS.label.value, KG.hasWording.value)
"""What a thing is called by; a statement, which has no label, by its words."""
GRAPH_NAMES = {
    ONTOLOGY.value: "The ontology",
    REFERENCE.value: "Reference facts",
    DERIVED.value: "Derived by the rules",
}


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A thing or a literal as a page shows it; `href` is where its name leads, empty for nowhere."""

    text: str
    href: str = ""
    iri: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A sentence that a fact rests on."""

    issued: str
    title: str
    quote: str
    href: str


@dataclass(slots=True)
class Said:
    """What one graph says of a thing: words for the property, and its values."""

    name: str
    href: str
    issued: str = ""
    values: dict[str, list[Value]] = field(default_factory=lambda: defaultdict(list))


def href(iri: str) -> str:
    """Where a link to an IRI leads: to the page here for what the graph describes, else to the IRI itself."""
    if iri.startswith(ID_NAMESPACE):
        return f"/id/{iri.removeprefix(ID_NAMESPACE)}"
    if iri.startswith(KG_NAMESPACE):
        return f"/ontology#{iri.removeprefix(KG_NAMESPACE)}"
    return iri if iri.startswith(("https://", "http://")) else ""


async def thing(request: Request) -> Response:
    """What the graph says of a thing: what it is, who says so in which words, and what leads to it."""
    local, extension = _parts(request.path_params["local"])
    chosen = _chosen(request, extension)
    try:
        iri = NamedNode(ID_NAMESPACE + local)
    except ValueError:
        raise Refusal(404, "no such thing: its name is no part of an IRI") from None
    source: Source = request.app.state.source
    async with source.pool as pool:
        work = _thing_page(pool, iri) if chosen == HTML else _thing_data(pool, iri, chosen)
        return await while_waited_for(request, work)


async def ontology(request: Request) -> Response:
    """The ontology: its terms with their definitions, or all that it says."""
    chosen = _chosen(request, request.path_params.get("extension"))
    source: Source = request.app.state.source
    async with source.pool as pool:
        if chosen == HTML:
            return await while_waited_for(request, _ontology_page(pool))
        text = f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH {ONTOLOGY} {{ ?s ?p ?o }} }}"
        return _data(await while_waited_for(request, lookup.triples(pool, text)), chosen)


async def find(request: Request) -> Response:
    """Lead from a name to the page of what it stands for; raises `ParameterError` that offers the nearest names."""
    name = request.query_params.get("name", "")
    source: Source = request.app.state.source
    async with source.pool as pool:
        found = await lookup.in_thread(pool, lambda asked: answer.find(asked, name))
    return RedirectResponse(href(found.value) or "/", 303)


def _parts(local: str) -> tuple[str, str | None]:
    name, dot, extension = local.rpartition(".")
    return (name, extension) if dot and extension in EXTENSIONS else (local, None)


def _chosen(request: Request, extension: str | None) -> str:
    if extension is not None:
        if extension not in EXTENSIONS:
            raise Refusal(404, f"no format .{extension}; there are {', '.join(f'.{one}' for one in EXTENSIONS)}")
        return EXTENSIONS[extension]
    # Who does not say what it wants is a program, not a browser.
    return media.negotiated(request.headers.get("Accept"), (*media.ANY_GRAPH, (HTML, HTML)))


async def _thing_data(pool: Pool, iri: NamedNode, chosen: str) -> Response:
    text = (
        "CONSTRUCT { ?s ?p ?o } { "
        f"{{ {iri} ?p ?o BIND({iri} AS ?s) }} UNION {{ ?s ?p {iri} BIND({iri} AS ?o) }} "
        f"UNION {{ GRAPH {iri} {{ ?s ?p ?o }} }} }}"
    )
    found = await lookup.triples(pool, text)
    if not found:
        raise _unknown(iri)
    return _data(found, chosen)


def _data(triples: Iterable[Triple], chosen: str) -> Response:
    output = BytesIO()
    file_format = RdfFormat.from_media_type(chosen)
    assert file_format is not None
    write_statements(triples, file_format, output)
    return Response(output.getvalue(), media_type=chosen)


def _unknown(iri: NamedNode) -> Refusal:
    return Refusal(404, f"nothing in this store has the IRI {answer.shorten(iri)}; search for its name")


async def _thing_page(pool: Pool, iri: NamedNode) -> Response:
    outgoing, incoming, passages, held = await asyncio.gather(
        lookup.select(
            pool,
            f"SELECT DISTINCT ?graph ?p ?o ?label {{ GRAPH ?graph {{ {iri} ?p ?o }} "
            f"OPTIONAL {{ ?o rdfs:label|kg:hasWording ?label }} }} LIMIT {MOST + 1}",
        ),
        lookup.select(
            pool,
            f"SELECT DISTINCT ?o ?p ?label {{ ?o ?p {iri} OPTIONAL {{ ?o rdfs:label ?label }} }} LIMIT {MOST + 1}",
        ),
        lookup.select(
            pool,
            f"SELECT DISTINCT ?quote ?release ?title ?issued {{ {{ {iri} kg:isEvidencedBy ?passage }} UNION "
            f"{{ BIND({iri} AS ?passage) }} ?passage kg:quote ?quote ; kg:inRelease ?release "
            "OPTIONAL { ?release dct:title ?title } OPTIONAL { ?release dct:issued ?issued } } "
            f"LIMIT {MOST + 1}",
        ),
        lookup.select(pool, f"SELECT (COUNT(*) AS ?count) {{ GRAPH {iri} {{ ?s ?p ?o }} }}"),
    )
    said, led = list(outgoing), list(incoming)
    statements = next(_texts(row, "count") for row in held)
    if not said and not led and statements == "0":
        raise _unknown(iri)
    predicates = {_iri(row, "p") for row in (*said, *led)}
    graphs = {_iri(row, "graph") for row in said}
    words, releases = await asyncio.gather(_words(pool, predicates), _releases(pool, graphs))
    names = sorted({_texts(row, "o") for row in said if _iri(row, "p") in NAMES})
    local = iri.value.removeprefix(ID_NAMESPACE)
    return page(
        "thing.html",
        title=names[0] if names else local,
        iri=iri.value,
        local=local,
        kinds=sorted({_value(row) for row in said if _iri(row, "p") == RDF.type.value}),
        said=_said(said[:MOST], words, releases),
        passages=sorted({_passage(row) for row in passages}),
        incoming=_by_property(led[:MOST], words),
        statements=int(statements),
        more_said=len(said) > MOST,
        more_incoming=len(led) > MOST,
        formats=[one.extension for one in media.GRAPHS[:4]],
    )


def _said(rows: Iterable[QuerySolution], words: Mapping[str, str], releases: Mapping[str, Value]) -> list[Said]:
    graphs: dict[str, Said] = {}
    for row in rows:
        graph, predicate = _iri(row, "graph"), _iri(row, "p")
        if predicate in (RDF.type.value, RDFS.label.value, KG.isEvidencedBy.value):
            continue
        if graph not in graphs:
            release = releases.get(graph)
            name = release.text if release else GRAPH_NAMES.get(graph, answer.shorten(NamedNode(graph)))
            graphs[graph] = Said(name, href(graph), release.iri if release else "")
        value = _value(row)
        values = graphs[graph].values[words.get(predicate, answer.shorten(NamedNode(predicate)))]
        if value not in values:
            values.append(value)
    for one in graphs.values():
        one.values = {key: sorted(values) for key, values in sorted(one.values.items())}
    return sorted(graphs.values(), key=lambda one: (one.issued, one.name))


def _by_property(rows: Iterable[QuerySolution], words: Mapping[str, str]) -> dict[str, list[Value]]:
    found: dict[str, set[Value]] = defaultdict(set)
    for row in rows:
        predicate = _iri(row, "p")
        found[words.get(predicate, answer.shorten(NamedNode(predicate)))].add(_value(row))
    return {key: sorted(values) for key, values in sorted(found.items())}


async def _words(pool: Pool, predicates: Iterable[str]) -> dict[str, str]:
    values = " ".join(f"<{one}>" for one in sorted(predicates))
    rows = await lookup.select(
        pool, f"SELECT ?p ?label {{ VALUES ?p {{ {values} }} GRAPH {ONTOLOGY} {{ ?p rdfs:label ?label }} }}"
    )
    return {_iri(row, "p"): _texts(row, "label") for row in rows}


async def _releases(pool: Pool, graphs: Iterable[str]) -> dict[str, Value]:
    """By the graph's name, the title of its release; the day of issue stands in the place of an IRI."""
    values = " ".join(f"<{one}>" for one in sorted(graphs))
    rows = await lookup.select(
        pool,
        f"SELECT ?graph ?title ?issued {{ VALUES ?graph {{ {values} }} GRAPH ?graph "
        "{ ?release a kg:Release ; dct:title ?title OPTIONAL { ?release dct:issued ?issued } } }",
    )
    return {_iri(row, "graph"): Value(_texts(row, "title"), "", _texts(row, "issued")) for row in rows}


def _passage(row: QuerySolution) -> Passage:
    release = _iri(row, "release")
    title = _texts(row, "title") or answer.shorten(NamedNode(release))
    return Passage(_texts(row, "issued"), title, _texts(row, "quote"), href(release))


async def _ontology_page(pool: Pool) -> Response:
    rows = await lookup.select(
        pool,
        "SELECT DISTINCT ?o ?label ?definition ?kind ?example { "
        f"GRAPH {ONTOLOGY} {{ ?o a ?kind ; rdfs:label ?label OPTIONAL {{ ?o skos:definition ?definition }} "
        "OPTIONAL { ?o skos:example ?example } } }",
    )
    kinds: dict[str, dict[str, tuple[str, str, str]]] = defaultdict(dict)
    seen: set[str] = set()
    for row in sorted(rows, key=lambda row: (_iri(row, "o"), _iri(row, "kind"))):
        iri = _iri(row, "o")
        if iri.startswith(KG_NAMESPACE) and iri not in seen:
            seen.add(iri)
            kind = answer.shorten(NamedNode(_iri(row, "kind")))
            kinds[kind][iri.removeprefix(KG_NAMESPACE)] = (
                _texts(row, "label"), _texts(row, "definition"), _texts(row, "example"),
            )  # fmt: skip
    return page(
        "ontology.html",
        title="Ontology",
        iri=KG_NAMESPACE,
        kinds=dict(sorted(kinds.items())),
        formats=[one.extension for one in media.GRAPHS[:4]],
    )


def _iri(row: QuerySolution, name: str) -> str:
    term = row[name]
    return term.value if isinstance(term, NamedNode) else ""


def _texts(row: QuerySolution, name: str) -> str:
    term = row[name]
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _value(row: QuerySolution) -> Value:
    term = row["o"]
    if isinstance(term, NamedNode):
        name = _texts(row, "label") or concept(answer.shorten(term))
        return Value(name, href(term.value), term.value)
    if isinstance(term, Literal):
        return Value(term.value, term.value if term.value.startswith(("https://", "http://")) else "")
    return Value(str(term))
