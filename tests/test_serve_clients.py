"""Clients that others wrote, against a server that runs."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import LIMITS, Served, serving, write_store

from kg.serve import Access

ROOT = Path(__file__).resolve().parent.parent
COMUNICA = ROOT / "node_modules" / ".bin" / "comunica-sparql"
TOKEN = "open-sesame"  # noqa: S105 - the test's own
GRAPHS = (
    "PREFIX e: <http://example.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    'e:one { e:a rdfs:label "Ä"@en ; e:knows e:b } e:two { e:b rdfs:label "B" }'
)
QUERY = "SELECT ?label WHERE { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label"
LABELS = {"Ä", "B"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_store(tmp_path_factory.mktemp("clients") / "store", GRAPHS)


@pytest.fixture(scope="module")
def served(store: Path) -> Iterator[Served]:
    with serving(store) as running:
        yield running


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("request_method", ["urlencoded", "postdirectly"])
def test_sparqlwrapper(served: Served, method: str, request_method: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    if (method, request_method) == ("GET", "postdirectly"):
        pytest.skip("SPARQLWrapper posts directly by POST alone")
    client = wrapper.SPARQLWrapper(f"{served.address}sparql")
    client.setMethod(method)
    client.setRequestMethod(request_method)
    client.setQuery(QUERY)
    found = set()
    for format_ in (wrapper.JSON, wrapper.XML, wrapper.CSV, wrapper.TSV):
        client.setReturnFormat(format_)
        answer = client.queryAndConvert()
        found.add(format_)
        if format_ == wrapper.JSON:
            assert {row["label"]["value"] for row in answer["results"]["bindings"]} == LABELS
        elif format_ == wrapper.XML:
            assert all(label in answer.toxml() for label in LABELS)
        else:
            assert all(label in answer.decode() for label in LABELS)
    client.setQuery("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    for format_ in (wrapper.TURTLE, wrapper.RDFXML, wrapper.JSONLD, wrapper.N3):
        client.setReturnFormat(format_)
        answer = client.queryAndConvert()
        if hasattr(answer, "triples"):
            assert len(answer) == 3
    client.setQuery("ASK { ?s ?p ?o }")
    client.setReturnFormat(wrapper.JSON)
    assert client.queryAndConvert()["boolean"] is True
    client.setQuery("SELECT nonsense")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed, match="does not parse"):
        client.query()


def test_sparqlwrapper_with_a_token(store: Path) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    with serving(store, LIMITS, Access(token=TOKEN)) as served:
        client = wrapper.SPARQLWrapper(f"{served.address}sparql")
        client.setQuery("ASK { ?s ?p ?o }")
        client.setReturnFormat(wrapper.JSON)
        with pytest.raises(wrapper.SPARQLExceptions.Unauthorized):
            client.query()
        client.setCredentials("anybody", TOKEN)
        assert client.queryAndConvert()["boolean"] is True


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib(served: Served, method: str) -> None:
    from rdflib import Graph, Literal, URIRef
    from rdflib.namespace import RDFS
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = Graph(SPARQLStore(f"{served.address}sparql", method=method))
    assert {str(row[0]) for row in graph.query(QUERY)} == LABELS
    assert set(graph.objects(URIRef("http://example.org/a"), RDFS.label)) == {Literal("Ä", lang="en")}
    assert (URIRef("http://example.org/b"), RDFS.label, Literal("B")) in graph
    assert graph.query("ASK { ?s ?p ?o }").askAnswer
    one = Graph(SPARQLStore(f"{served.address}sparql", method=method), identifier=URIRef("http://example.org/two"))
    assert {str(row[0]) for row in one.query(QUERY)} == {"B"}


def curl(*arguments: str) -> tuple[int, str, str]:
    """The status, the media type and the body."""
    command = ["curl", "--silent", "--show-error", "--max-time", "60", "--write-out", "\n%{http_code} %{content_type}"]
    ran = subprocess.run([*command, *arguments], capture_output=True, check=True)
    body, _, last = ran.stdout.decode().rpartition("\n")
    status, _, media = last.partition(" ")
    return int(status), media.split(";")[0], body


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl(served: Served) -> None:
    address = f"{served.address}sparql"
    by_get = curl("--get", address, "--data-urlencode", f"query={QUERY}", "--header", "Accept: text/csv")
    assert by_get == (200, "text/csv", "label\r\nB\r\nÄ\r\n")
    by_form = curl(address, "--data-urlencode", f"query={QUERY}", "--header", "Accept: text/csv")
    assert by_form == by_get
    header = ("--header", "Content-Type: application/sparql-query", "--header", "Accept: text/csv")
    assert curl(address, "--data-binary", QUERY, *header) == by_get
    assert curl("--http1.0", "--get", address, "--data-urlencode", "query=ASK{}")[:2] == (
        200, "application/sparql-results+json",
    )  # fmt: skip
    assert curl(address, "--data-binary", "ASK", *header)[0] == 400
    assert curl("--head", f"{served.address}health")[0] == 200
    large = ("--header", "Content-Type: application/sparql-query", "--header", "Expect: 100-continue")
    assert curl(address, "--data-binary", "#" * 100_000 + "\nASK {}", *large)[0] == 200


@pytest.mark.skipif(not COMUNICA.exists(), reason="Comunica is not installed; make browser does it, where npm is")
def test_comunica(served: Served) -> None:
    command = ["node", str(COMUNICA.resolve()), f"{served.address}sparql", "-q", QUERY]
    ran = subprocess.run(
        [*command, "-t", "application/sparql-results+json"], check=False, capture_output=True, text=True, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    assert {row["label"]["value"] for row in json.loads(ran.stdout)["results"]["bindings"]} == LABELS
