"""`kg serve` over a store on a SPARQL server: the same answers, the same limits, and one line where the server fails."""

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pyoxigraph
import pytest
from pyoxigraph import RdfFormat
from servers import Server
from serving import LIMITS, Served, serving

import kg.serve.remote
from kg import library
from kg.build import build
from kg.resources import resource
from kg.serve.questions import example
from kg.serve.remote import RemoteEngine
from kg.store import LocalStore
from kg.store.push import push
from kg.store.remote import JSON_RESULTS, RemoteStore

ROOT = Path(__file__).resolve().parent.parent
HTML = {"Accept": "text/html,*/*;q=0.5"}
TOO_DEEP = "ASK " + "{" * 3000 + "}" * 3000
PASSWORD = "geheim-5f1e"  # noqa: S105 - the test's own


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of a few of the releases that ship."""
    folder = tmp_path_factory.mktemp("serve-remote")
    build(sorted(resource("data", "releases").rglob("*.txt"))[:6], folder / "store")
    return folder / "store"


@pytest.fixture(scope="module")
def filled(server: Server, store: Path) -> Iterator[Server]:
    """A server that holds the same, and name and password for it in the environment."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        server.sign_in(monkeypatch)
        with LocalStore(store) as source, RemoteStore(server.address) as target:
            push(source, target)
        yield server


@pytest.fixture(scope="module")
def remote(filled: Server) -> Iterator[Served]:
    with serving(filled.address) as running:
        yield running


@pytest.fixture(scope="module")
def local(store: Path) -> Iterator[Served]:
    with serving(store) as running:
        yield running


def same(local: Served, remote: Served, path: str, **options: object) -> httpx.Response:
    """What both give for an address, which must be the same."""
    expected, given = (one.client.get(path, **options) for one in (local, remote))  # type: ignore[arg-type]
    assert (given.status_code, given.headers["Content-Type"]) == (
        expected.status_code,
        expected.headers["Content-Type"],
    )
    assert given.content == expected.content
    return given


@pytest.mark.parametrize("kind", ["Person", "State", "Meeting", "Release", "Passage", "Tenure"])
def test_every_thing_has_the_same_page_and_the_same_statements(local: Served, remote: Served, kind: str) -> None:
    iri = local.rows(f"SELECT ?thing {{ ?thing a kg:{kind} }} ORDER BY ?thing LIMIT 1")[0]["thing"]
    path = f"/id/{iri.rpartition('/')[2]}"
    assert same(local, remote, path, headers=HTML).status_code == 200
    for extension in ("ttl", "nt", "jsonld", "rdf"):
        assert same(local, remote, f"{path}.{extension}").status_code == 200


def test_the_ontology_and_names_lead_to_the_same(local: Served, remote: Served) -> None:
    assert same(local, remote, "/ontology", headers=HTML).status_code == 200
    same(local, remote, "/ontology.ttl")
    assert remote.client.get("/find", params={"name": "edi rama"}).headers["Location"] == "/id/person-edi-rama"
    assert "nearest: Edi Rama" in same(local, remote, "/find?name=edi+ramma").text
    assert same(local, remote, "/id/person-nobody").status_code == 404


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_a_question_gives_the_same(local: Served, remote: Served, question: library.Question) -> None:
    path = f"/ask/{question.name}"
    same(local, remote, f"{path}.csv", params=example(question))
    same(local, remote, path, params=example(question), headers=HTML)


@pytest.mark.parametrize(
    ("media", "query"),
    [
        (media, query)
        for query in ("SELECT ?s ?label { ?s a kg:Person ; rdfs:label ?label } ORDER BY ?s ?label", "ASK { ?s ?p ?o }")
        for media in (JSON_RESULTS, "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
    ],
)  # fmt: skip
def test_a_query_gives_the_same_in_every_format(local: Served, remote: Served, media: str, query: str) -> None:
    expected, given = local.sparql(query, media), remote.sparql(query, media)
    assert given.status_code == 200
    assert given.headers["Content-Type"] == expected.headers["Content-Type"]
    assert given.content == expected.content


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_a_graph_is_the_same_in_every_format(local: Served, remote: Served, media: str) -> None:
    query = "CONSTRUCT { ?s ?p ?o } { ?s a kg:Person ; ?p ?o }"
    found = []
    for one in (local, remote):
        answer = one.sparql(query, media)
        assert answer.headers["Content-Type"].split(";")[0] == media
        parsed = pyoxigraph.parse(answer.content, format=RdfFormat.from_media_type(media))
        found.append({str(quad.triple) for quad in parsed})
    assert found[0] == found[1] != set()


def test_a_request_may_choose_graphs(local: Served, remote: Served) -> None:
    graph = "https://w3id.org/osce-kg/id/graph-reference"
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    answers = [
        one.client.get(
            "/sparql", params={"query": count, "default-graph-uri": graph}, headers={"Accept": "text/csv"}
        ).text
        for one in (local, remote)
    ]
    assert answers[0] == answers[1]
    assert remote.sparql(f"SELECT (COUNT(*) AS ?n) FROM <{graph}> {{ ?s ?p ?o }}", "text/csv").text == answers[0]
    assert remote.sparql(count, "text/csv").text != answers[0]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT nonsense", 400),
        ("", 400),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", 400),
        ("DROP ALL", 400),
        ("LOAD <http://127.0.0.1:9/>", 400),
        ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400),
        ('SELECT (<bif:system>("true") AS ?x) { }', 400),
        ('PREFIX b: <\\u0042if:> SELECT (b:system("true") AS ?x) { }', 400),
        ('SELECT (<http://example.org/own>("true") AS ?x) { }', 422),
        ("define input:grab-all 'yes' ASK { ?s ?p ?o }", 400),
        (TOO_DEEP, 422),
    ],
)
def test_what_is_refused_does_not_reach_the_server(remote: Served, query: str, status: int) -> None:
    response = remote.sparql(query)
    assert response.status_code == status, response.text
    assert len(response.text.splitlines()) == 1
    assert remote.sparql("ASK { id:person-edi-rama a kg:Person }").json()["boolean"] is True


def test_health_and_the_pages_beside_tell_of_a_server(remote: Served, filled: Server) -> None:
    assert remote.client.get("/health").json() == {"status": "ok"}
    home = remote.client.get("/").text
    assert "on a SPARQL server" in home
    assert filled.address not in home
    assert remote.client.get("/query").status_code == 200


def test_the_explorer_is_the_page_of_the_folder(local: Served, remote: Served) -> None:
    assert remote.client.get("/graph").content == local.client.get("/graph").content


def test_what_is_made_of_the_whole_graph_grows_old(monkeypatch: pytest.MonkeyPatch) -> None:
    async def look() -> tuple[int, int, int]:
        engine = RemoteEngine(RemoteStore("http://127.0.0.1:9/"), LIMITS)
        young = engine.generation, engine.generation
        monkeypatch.setattr(kg.serve.remote, "REMADE", 0.01)
        await asyncio.sleep(0.05)
        old = engine.generation
        await engine.close()
        return *young, old

    first, second, third = asyncio.run(look())
    assert first == second != third


def test_an_answer_over_the_limit_is_refused(started: dict[str, Server], store: Path) -> None:
    with serving(fill(started, store), replace(LIMITS, answer=1 << 18)) as served:
        refused = served.sparql("SELECT * { ?s ?p ?o }")
        assert (refused.status_code, len(refused.text.splitlines())) == (413, 1)
        assert served.sparql("ASK { ?s ?p ?o }").status_code == 200


def fill(started: dict[str, Server], store: Path) -> str:
    """The address of Oxigraph's server, which holds the store."""
    address = started["oxigraph"].address
    with LocalStore(store) as source, RemoteStore(address) as target:
        push(source, target)
    return address


class Scripted(BaseHTTPRequestHandler):
    """A SPARQL server that answers whether something is there, and to all else as its test says."""

    def do_POST(self) -> None:
        """Answer."""
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if "ASK" not in text:
            self.give(200, JSON_RESULTS, b'{"head":{"vars":["s","p"]},"results":{"bindings":[]}}')
            return
        status, media, body, cut, wait = self.server.answer  # type: ignore[attr-defined]
        wait.wait(30)
        self.give(status, media, body, cut)

    def give(self, status: int, media: str, body: bytes, cut: int = 0) -> None:
        """Send an answer, or one that ends before its announced length."""
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body) + cut))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name for it
        """Say nothing."""


@contextmanager
def scripted(
    status: int, media: str, body: bytes, cut: int = 0, wait: threading.Event | None = None, port: int = 0
) -> Iterator[str]:
    """The address of a server that answers so."""
    at_once = threading.Event()
    at_once.set()
    server = ThreadingHTTPServer(("127.0.0.1", port), Scripted)
    server.answer = status, media, body, cut, wait or at_once  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


YES = b'{"head":{},"boolean":true}'


@pytest.mark.parametrize(
    ("answer", "status", "message"),
    [
        ((200, JSON_RESULTS, YES), 200, "true"),
        ((200, JSON_RESULTS, YES[:-5]), 502, "cannot be read"),
        ((200, JSON_RESULTS, YES, 10), 502, "is the server running"),
        ((200, "text/html", b"<p>hello"), 502, "status 200"),
        ((206, JSON_RESULTS, YES), 502, "before the whole answer"),
        ((500, "text/plain", b"out of\nmemory"), 502, "status 500: out of"),
        ((401, "text/plain", b"no"), 502, "a name and a password"),
        ((400, "text/plain", b"not mine"), 400, "refuses the query: not mine"),
        ((503, "text/plain", b"busy"), 503, "too busy"),
        ((504, "text/plain", b"late"), 504, "too busy"),
    ],
)
def test_a_failure_of_the_server_is_one_line(
    answer: tuple[int, str, bytes], status: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KG_USER", raising=False)
    with scripted(*answer) as address, serving(address, replace(LIMITS, workers=1)) as served:
        response = served.sparql("ASK { ?s ?p ?o }")
        assert response.status_code == status
        assert message in response.text
        assert len(response.text.splitlines()) == 1
        assert address not in response.text
        assert ("Retry-After" in response.headers) == (status == 503)


def test_a_server_that_does_not_answer_in_time_is_not_waited_for() -> None:
    answers = threading.Event()
    with (
        scripted(200, JSON_RESULTS, YES, wait=answers) as address,
        serving(address, replace(LIMITS, seconds=2, quick=2, workers=1, queue=1)) as served,
        ThreadPoolExecutor(8) as threads,
    ):
        try:
            asked = [threads.submit(served.sparql, "ASK { ?s ?p ?o }") for _ in range(4)]
            responses = [one.result() for one in asked]
        finally:
            answers.set()
        assert {response.status_code for response in responses} == {503, 504}
        assert sum(response.status_code == 504 for response in responses) <= 2
        assert served.sparql("ASK { ?s ?p ?o }").json()["boolean"] is True


def test_a_server_that_goes_away_is_told_and_asked_again_when_it_is_back() -> None:
    with ExitStack() as stack:
        with scripted(200, JSON_RESULTS, YES) as address:
            served = stack.enter_context(serving(address, replace(LIMITS, workers=1)))
            assert served.sparql("ASK { ?s ?p ?o }").status_code == 200
        for _ in range(2):
            assert served.sparql("ASK { ?s ?p ?o }").status_code == 502
        assert served.client.get("/health").json() == {"status": "busy"}
        port = httpx.URL(address).port
        with scripted(200, JSON_RESULTS, YES, port=port or 0):
            assert served.sparql("ASK { ?s ?p ?o }").status_code == 200


def test_name_and_password_are_sent_and_never_shown(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("KG_USER", "somebody")
    monkeypatch.setenv("KG_PASSWORD", PASSWORD)
    with scripted(401, "text/plain", b"no") as address, serving(address, replace(LIMITS, workers=1)) as served:
        response = served.sparql("ASK { ?s ?p ?o }")
        assert response.status_code == 502
        assert "refuses this name and password" in response.text
        assert PASSWORD not in response.text + caplog.text
    assert "401" in caplog.text


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1:9/", "is the server running"),
        ("ftp://127.0.0.1/", "begins with http:// or https://"),
        (f"http://somebody:{PASSWORD}@127.0.0.1:9/", "holds a name or password"),
        ("http://[::1/", "cannot be read"),
    ],
)
def test_a_bad_address_is_one_line(address: str, message: str) -> None:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0", "--store", address]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    ran = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60)
    assert ran.returncode == 2
    assert message in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert PASSWORD not in ran.stderr
