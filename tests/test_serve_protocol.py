"""The query operation of the SPARQL 1.1 Protocol: the W3C's cases, and what they leave out."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from serving import LIMITS, Served, serving, write_store

from kg.errors import KgError
from kg.serve.protocol import Query, read
from kg.serve.refusal import Refusal

CASES = tomllib.loads((Path(__file__).parent / "protocol" / "query.toml").read_text("utf-8"))["case"]
GRAPHS = "".join(
    f"<http://example.org/data{number}> {{ <http://example.org/s{number}> a <http://example.org/Document> }}\n"
    for number in range(3)
)
SOLUTIONS = {
    "application/sparql-results+json": '{"head":{"vars":["x"]},"results":{"bindings":[',
    "application/sparql-results+xml": "<?xml",
    "text/csv": "x\r\n1\r\n",
    "text/tab-separated-values": "?x\n1\n",
}
TRIPLE = "<http://example.org/s1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Document> .\n"
GRAPH_TYPES = (
    "text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "text/n3",
    "application/trig", "application/n-quads",
)  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(write_store(tmp_path_factory.mktemp("protocol") / "store", GRAPHS)) as running:
        yield running


def media(response: httpx.Response) -> str:
    return str(response.headers["Content-Type"].split(";")[0])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases_of_the_w3c(served: Served, case: dict[str, Any]) -> None:
    body = case["body"].encode(case.get("encoding", "utf-8")) if "body" in case else None
    response = served.client.request(
        case.get("method", "GET"), f"/sparql{case.get('address', '')}", headers=case.get("headers", {}), content=body
    )
    wanted = str(case["status"])
    assert str(response.status_code)[: len(wanted.rstrip("x"))] == wanted.rstrip("x"), response.text
    if "answer" in case:
        assert response.json()["boolean"] is case["answer"]
    if "type" in case:
        assert media(response) in case["type"]


def test_the_table_has_every_case_of_the_query_operation() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names)) == 21
    assert len([name for name in names if name.startswith("bad_")]) == 7


@pytest.mark.parametrize(("accept", "begins"), SOLUTIONS.items())
def test_solutions_come_in_the_format_wanted(served: Served, accept: str, begins: str) -> None:
    response = served.sparql("SELECT ?x { VALUES ?x { 1 } }", accept)
    assert media(response) == accept
    assert response.text.startswith(begins)


@pytest.mark.parametrize("accept", GRAPH_TYPES)
def test_graphs_come_in_the_format_wanted(served: Served, accept: str) -> None:
    import pyoxigraph

    response = served.sparql("DESCRIBE <http://example.org/s1>", accept)
    assert media(response) == accept
    quads = pyoxigraph.parse(response.content, format=pyoxigraph.RdfFormat.from_media_type(accept))
    assert [f"{quad.triple} .\n" for quad in quads] == [TRIPLE]


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
        ("text/html,*/*;q=0.8", "application/sparql-results+json"),
    ],
)
def test_the_client_says_what_it_likes_best(served: Served, accept: str, wanted: str) -> None:
    assert media(served.sparql("SELECT * {}", accept)) == wanted


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "application/sparql-results+json;q=0"])
def test_what_nobody_can_give_is_not_acceptable(served: Served, accept: str) -> None:
    assert served.sparql("SELECT * {}", accept).status_code == 406


def test_a_header_that_cannot_be_read_is_refused(served: Served) -> None:
    response = served.sparql("ASK {}", "nonsense")
    assert response.status_code == 400
    assert response.text.startswith("Accept: ")


def test_without_a_query_the_service_is_described(served: Served) -> None:
    response = served.client.get("/sparql", headers={"Accept": "text/turtle"})
    assert media(response) == "text/turtle"
    assert f"<{served.address}sparql> a sd:Service" in response.text
    assert "sd:UnionDefaultGraph" in response.text
    assert "BasicFederatedQuery" not in response.text
    browser = served.client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (browser.status_code, browser.headers["Location"]) == (303, "/query")


def test_the_default_graph_is_the_union_of_all_unless_the_query_chooses(served: Served) -> None:
    assert len(served.rows("SELECT ?s { ?s a <http://example.org/Document> }")) == 3
    chosen = served.rows("SELECT ?s FROM <http://example.org/data1> { ?s a ?type }")
    assert chosen == [{"s": "http://example.org/s1"}]
    assert len(served.rows("SELECT ?s FROM NAMED <http://example.org/data1> { ?s a ?type }")) == 0


def test_prefixes_of_the_ontology_need_no_declaration_and_lines_are_counted_from_the_query(served: Served) -> None:
    assert served.sparql("ASK { ?a kg:hasActor ?b }").json() == {"head": {}, "boolean": False}
    assert served.sparql("PREFIX kg: <http://example.org/>\nASK { kg:s1 a ?type }").json()["boolean"] is True
    assert served.sparql("SELECT *\n{ nonsense").text.startswith("the query does not parse at line 2, column")
    assert "empty" in served.sparql(" ").text


def test_methods_that_are_not_taken_are_named(served: Served) -> None:
    response = served.client.delete("/sparql?query=ASK%7B%7D")
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "POST"}
    assert served.client.head("/sparql?query=ASK%7B%7D").status_code == 200


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": "application/sparql-update"}, b"CLEAR ALL", 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"update=CLEAR%20ALL", 400),
        ({"Content-Type": "application/sparql-query"}, b"INSERT DATA { <a:b> <a:b> <a:b> }", 400),
        ({"Content-Type": "application/sparql-query"}, b"LOAD <http://127.0.0.1:9/>", 400),
        ({"Content-Type": "application/sparql-query"}, b"ASK { \xff }", 400),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"query=%FF", 400),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"query=" + b"&a=b" * 300, 400),
        ({"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}, b"ASK {}", 415),
        ({"Content-Type": "application/sparql-query"}, b"#" * (LIMITS.query + 1), 413),
        ({"Content-Type": "application/sparql-query"}, b"ASK {}\0", 400),
    ],
)
def test_what_is_refused_is_refused_with_a_line(
    served: Served, headers: dict[str, str], body: bytes, status: int
) -> None:
    response = served.client.post("/sparql", headers=headers, content=body)
    assert response.status_code == status
    assert media(response) == "text/plain"
    assert len(response.text.splitlines()) == 1


def test_a_body_of_unknown_length_is_bounded_too(served: Served) -> None:
    pieces = (b"#" * 65536 for _ in range(LIMITS.query // 65536 + 2))
    headers = {"Content-Type": "application/sparql-query"}
    assert served.client.post("/sparql", headers=headers, content=pieces).status_code == 413


def test_a_long_address_is_refused(served: Served) -> None:
    response = served.client.get("/sparql", params={"query": "ASK {}" + "#" * LIMITS.url})
    assert response.status_code == 414


@pytest.mark.parametrize(
    "text",
    [
        "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { ?s ?p 1SERVICE#a\n#b\n<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { BIND(<http://127.0.0.1:9/> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "PREFIX a: <http://127.0.0.1:9/> ASK { SERVICE a:b { ?s ?p ?o } }",
        "ASK { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_no_query_calls_another_server(text: str) -> None:
    with pytest.raises(Refusal, match="SERVICE on line"):
        read("POST", b"", "application/sparql-query", text.encode())


@pytest.mark.parametrize("text", ["?aservice<" * 26_000, "service:" * 32_000, "afrom " + "a." * 130_000])
def test_texts_made_to_take_long_to_read_do_not(text: str) -> None:
    try:
        found = read("POST", b"", "application/sparql-query", text.encode())
        assert found is not None
        assert found.parameters
    except KgError as error:
        assert "service" in str(error).lower()


def test_parameters_of_clients_own_are_let_pass() -> None:
    assert read("GET", b"query=ASK%7B%7D&output=json&timeout=0", None, b"") == Query("ASK{}")
    assert read("GET", b"", None, b"") is None
    with pytest.raises(Refusal, match="no query"):
        read("GET", b"qeury=ASK%7B%7D", None, b"")
