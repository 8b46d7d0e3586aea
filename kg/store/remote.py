"""A store on a server: any that speaks the SPARQL 1.1 Protocol and the Graph Store Protocol.

Queries see the union of the server's graphs, which each server has to be asked for in its own way; on Virtuoso,
whose union would hold the server's own settings, they see the union of the graphs that are ours. `graphs`,
`quads` and `dump` give ours alone everywhere: those with names as a build gives them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Self

import httpx
import pyoxigraph
from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)

from kg.errors import StoreError
from kg.iris import ID_NAMESPACE
from kg.store.address import GRAPH_STORE, candidates, checked, graph_store
from kg.store.canonical import canonical
from kg.store.http import Client, refused_query
from kg.store.local import Result
from kg.store.sparql import check, form, names_graph, validate, with_prefixes, without_own_dataset

OURS = f"{ID_NAMESPACE}graph-"
"""What the names of our graphs begin with."""

AT_ONCE = 20_000
"""Triples that one request sends; a graph of more, which no release's is, is sent in several."""

JSON_RESULTS = "application/sparql-results+json"
N_TRIPLES = "application/n-triples"

SOME_TRIPLE = f'SELECT ?s ?p {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{OURS}")) }} LIMIT 1'
OUR_GRAPHS = f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{OURS}")) }}'
COUNTS = f'SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{OURS}")) }} GROUP BY ?g'
OTHER_GRAPHS = f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(!STRSTARTS(STR(?g), "{OURS}")) }}'

NOTHING: Mapping[str, str] = MappingProxyType({})

UNIONS: tuple[Mapping[str, str], ...] = (
    NOTHING,
    {"union-default-graph": ""},
    {"default-graph-uri": "urn:x-arq:UnionGraph"},
    {"default-graph-uri": "tag:stardog:api:context:all"},
)
"""Parameters by which servers are asked for the union of all graphs: most need none; Oxigraph, Jena, Stardog."""

_VIRTUOSO_BOOLEAN = re.compile(rb'("datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": )"([01])"')


@dataclass(frozen=True, slots=True)
class Service:
    """A server's SPARQL service: its address, what the server calls itself, and how to ask for the union."""

    address: str
    server: str
    union: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    preamble: str = ""
    exclusion: str = ""

    def before(self, text: str) -> str:
        """What is put before a query that leaves the choice of graphs open.

        On Virtuoso a graph that the query names by its IRI is empty where any graph is excluded. There, the rest
        of such a query sees the server's own graphs too.
        """
        return self.preamble + ("" if names_graph(text) else self.exclusion)


class RemoteStore:
    """A store on a server, as it is at each request; `kg.store.Store` tells what each method gives."""

    def __init__(self, address: str) -> None:
        """Prepare to ask the server at `address`; raises `StoreError` where that is no address.

        Nothing is sent before something is asked.
        """
        self.address = checked(address)
        self._client = Client(self.address)
        self._settled: Service | None = None

    def query(self, text: str) -> Result:
        """Run a SPARQL query over the union of all graphs, as `kg.store.LocalStore.query` does.

        Raises `QueryError` where it does not parse, is an update, calls another server, or the server refuses
        it; `StoreError` where the server gives no whole answer.
        """
        check(text)
        validate(text)
        service = self.service
        asked = with_prefixes(text)
        if without_own_dataset(text):
            return self._ask(service.address, asked, service.union, service.before(asked))
        return self._ask(service.address, asked)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all, in no certain order."""
        for name in self.graphs() if graph is None else (graph,):
            for triple in pyoxigraph.parse(self.dump(name), format=RdfFormat.N_TRIPLES, lenient=True):
                yield Quad(triple.subject, triple.predicate, triple.object, name)

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of our graphs that hold something, sorted."""
        return self._graphs(OUR_GRAPHS)

    def counts(self) -> dict[NamedNode, int]:
        """The number of triples in each of our graphs."""
        found = {}
        for row in self._rows(self.service.address, COUNTS):
            name, count = row["g"], row["n"]
            if isinstance(name, NamedNode) and count is not None:
                found[name] = int(count.value)
        return found

    def dump(self, graph: NamedNode) -> bytes:
        """The triples of one graph as N-Triples, in the form and order of `canonical`; nothing where there is none."""
        if self._graph_store is not None:
            accept = {"accept": N_TRIPLES}
            response = self._client.send("GET", self._graph_store, params={"graph": graph.value}, headers=accept)
            if response.status_code == httpx.codes.NOT_FOUND:
                return b""
            if response.is_success and _is(response, N_TRIPLES):
                return canonical(response.content)
            raise self._client.refusal(response, f"reading graph {graph.value}")
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        triples = self._ask(self.service.address, text)
        assert isinstance(triples, QueryTriples)
        return canonical(triples.serialize(format=RdfFormat.N_TRIPLES) or b"")

    def replace(self, graph: NamedNode, triples: bytes) -> None:
        """Make one graph hold these triples, given as N-Triples lines, and nothing else.

        Up to `AT_ONCE` triples it changes in one step. Raises `StoreError` where the server does not take it.
        """
        lines = iter(triples.splitlines(keepends=True))
        method = "PUT"
        params, headers = {"graph": graph.value}, {"content-type": N_TRIPLES}
        while piece := b"".join(islice(lines, AT_ONCE)):
            response = self._client.send(method, self.graph_store, params=params, content=piece, headers=headers)
            if not response.is_success:
                raise self._client.refusal(response, f"writing graph {graph.value}")
            method = "POST"
        if method == "PUT":
            self.remove(graph)

    def remove(self, graph: NamedNode) -> None:
        """Take one graph away; nothing happens where it is not there."""
        response = self._client.send("DELETE", self.graph_store, params={"graph": graph.value})
        if not response.is_success and response.status_code != httpx.codes.NOT_FOUND:
            raise self._client.refusal(response, f"removing graph {graph.value}")

    @property
    def graph_store(self) -> str:
        """The address of the Graph Store service; raises `StoreError` where it is not known."""
        if self._graph_store is None:
            raise StoreError(
                f"{self.address}: where its Graph Store service is cannot be told from its address; "
                f"name it in {GRAPH_STORE}"
            )
        return self._graph_store

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def _graph_store(self) -> str | None:
        service = self.service
        return graph_store(service.address, service.server, signed=self._client.signed)

    @property
    def service(self) -> Service:
        """The SPARQL service; how to ask an empty one for the union shows only when something is in it."""
        if self._settled is not None:
            return self._settled
        service, found = self._find()
        if service.server.startswith("Virtuoso"):
            self._settled = service = self._without_others(service)
        elif found is not None:
            self._settled = service = self._with_union(service, found)
        return service

    def _find(self) -> tuple[Service, QuerySolution | None]:
        """The SPARQL service, found by asking where it may be for one of our triples, and the triple."""
        refused: httpx.Response | None = None
        for address in candidates(self.address):
            response = self._post(address, SOME_TRIPLE, {}, JSON_RESULTS)
            if response.is_success and _is(response, JSON_RESULTS):
                found = self._results(response)
                row = next(iter(found), None) if isinstance(found, QuerySolutions) else None
                return Service(address, response.headers.get("server", "")), row
            if refused is None or refused.status_code == httpx.codes.NOT_FOUND:
                refused = response
        assert refused is not None
        if refused.status_code in (httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED) or refused.is_success:
            raise StoreError(f"{self.address}: no SPARQL service answers here; give the address of one")
        raise self._client.refusal(refused, "asking what it holds")

    def _without_others(self, service: Service) -> Service:
        """The service with what keeps graphs that are not ours out of its queries."""
        others = [row["g"] for row in self._rows(service.address, OTHER_GRAPHS)]
        excluded = (f"define input:{way}-graph-exclude {name} " for name in others for way in ("default", "named"))
        return replace(service, preamble='define sql:describe-mode "CBD" ', exclusion="".join(excluded))

    def _with_union(self, service: Service, found: QuerySolution) -> Service:
        """The service with what it needs to be asked for the union of all graphs."""
        for parameters in UNIONS:
            if self._ask(service.address, f"ASK {{ {found['s']} {found['p']} ?o }}", parameters):
                return replace(service, union=parameters)
        raise StoreError(
            f"{self.address}: its queries do not see the union of its graphs; let the server's default graph be "
            "their union, or give the address with the default-graph-uri that is"
        )

    def _graphs(self, text: str) -> tuple[NamedNode, ...]:
        names = {row["g"] for row in self._rows(self.service.address, text)}
        return tuple(sorted((one for one in names if isinstance(one, NamedNode)), key=lambda one: one.value))

    def _rows(self, address: str, text: str) -> QuerySolutions:
        rows = self._ask(address, text)
        assert isinstance(rows, QuerySolutions)
        return rows

    def _ask(self, address: str, text: str, parameters: Mapping[str, str] = NOTHING, preamble: str = "") -> Result:
        """The answer to a query of which nothing more is looked at; `preamble` is put before it."""
        return self.read(self._post(address, preamble + text, parameters, accepted(text)), text)

    def read(self, response: httpx.Response, text: str) -> Result:
        """What the service's response to the query `text`, sent with `accepted(text)`, says.

        Raises `QueryError` where the service does not take the query, `StoreError` where that is no whole answer.
        """
        wanted = accepted(text)
        if response.status_code == httpx.codes.BAD_REQUEST:
            raise refused_query(response)
        if not response.is_success:
            raise self._client.refusal(response, "asking")
        if "x-sql-state" in response.headers or response.status_code == httpx.codes.PARTIAL_CONTENT:
            raise StoreError(f"{self.address}: the server stopped before the whole answer was found; ask for less")
        if not _is(response, wanted):
            raise self._client.refusal(response, f"asking for {wanted}")
        if wanted == N_TRIPLES:
            return self._triples(response)
        result = self._results(response)
        return _truth(result) if form(text) == "ASK" else result

    def failure(self, error: httpx.HTTPError) -> StoreError:
        """What to say where the service gives no response."""
        return self._client.failure(error)

    def _post(self, address: str, text: str, parameters: Mapping[str, str], accept: str) -> httpx.Response:
        return self._client.send("POST", address, params=parameters, data={"query": text}, headers={"accept": accept})

    def _results(self, response: httpx.Response) -> QuerySolutions | QueryBoolean:
        """The rows or the truth of a response, read once to its end to know that it is whole."""
        data = _VIRTUOSO_BOOLEAN.sub(_with_boolean, response.content)
        try:
            result = pyoxigraph.parse_query_results(data, format=QueryResultsFormat.JSON)
            rows = sum(1 for _ in result) if isinstance(result, QuerySolutions) else 0
        except (SyntaxError, ValueError) as error:
            raise self._unreadable(error) from None
        most = response.headers.get("x-sparql-maxrows", "")
        if most.isdigit() and rows >= int(most):
            raise StoreError(
                f"{self.address}: the server gives {int(most):,} rows at most and left out the rest; "
                "ask for fewer with LIMIT, or raise ResultSetMaxRows on the server"
            )
        return pyoxigraph.parse_query_results(data, format=QueryResultsFormat.JSON)

    def _triples(self, response: httpx.Response) -> QueryTriples:
        store = pyoxigraph.Store()
        try:
            store.load(response.content, format=RdfFormat.N_TRIPLES, lenient=True)
        except SyntaxError as error:
            raise self._unreadable(error) from None
        triples = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        assert isinstance(triples, QueryTriples)
        return triples

    def _unreadable(self, error: Exception) -> StoreError:
        return StoreError(f"{self.address}: the server's answer cannot be read: {' '.join(str(error).split())[:200]}")


def accepted(text: str) -> str:
    """The media type in which the answer to a query is asked for."""
    return N_TRIPLES if form(text) in ("CONSTRUCT", "DESCRIBE") else JSON_RESULTS


def _is(response: httpx.Response, media_type: str) -> bool:
    given: str = response.headers.get("content-type", "")
    return given.split(";", maxsplit=1)[0].strip() == media_type


def _with_boolean(found: re.Match[bytes]) -> bytes:
    return found[1] + (b'"true"' if found[2] == b"1" else b'"false"')


def _truth(result: QuerySolutions | QueryBoolean) -> QueryBoolean:
    """The answer to an ASK; Virtuoso gives it as a row with 1, or none."""
    if isinstance(result, QueryBoolean):
        return result
    word = "true" if any(getattr(row[0], "value", "") in ("1", "true") for row in result) else "false"
    truth = pyoxigraph.parse_query_results(f'{{"head":{{}},"boolean":{word}}}', format=QueryResultsFormat.JSON)
    assert isinstance(truth, QueryBoolean)
    return truth
