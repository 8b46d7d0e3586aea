"""Where a server's services are, what is put into queries, and one line for each way in which a server can fail."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from pyoxigraph import NamedNode, QuerySolutions
from servers import free_ports

from kg.cli.main import run
from kg.errors import QueryError, StoreError
from kg.iris import mint
from kg.store import is_address
from kg.store import open as open_store
from kg.store.address import Credentials, candidates, checked, graph_store
from kg.store.remote import JSON_RESULTS, RemoteStore
from kg.store.sparql import allowing_service, names_graph, validate, with_prefixes

EMPTY = json.dumps({"head": {"vars": ["s", "p"]}, "results": {"bindings": []}}).encode()
Answer = tuple[int, dict[str, str], bytes]
OK: Answer = (200, {"content-type": JSON_RESULTS}, EMPTY)


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that went away."""


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[BaseHTTPRequestHandler], Answer]], str]]:
    """Starts a server that answers as a function says, and gives its address."""
    running: list[ThreadingHTTPServer] = []

    def start(answer: Callable[[BaseHTTPRequestHandler], Answer]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                self.body = body.decode()
                status, headers, data = answer(self)
                self.send_response(status)
                for name, value in {"content-length": str(len(data)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815 - http.server's names

            def log_message(self, *_: object) -> None: ...

        server = _Quiet(("127.0.0.1", 0), Handler)
        Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"http://127.0.0.1:{server.server_port}/query"

    yield start
    for one in running:
        one.shutdown()
        one.server_close()


def ask(address: str) -> list[object]:
    with open_store(address) as store:
        return list(store.query("SELECT ?s { ?s a kg:Person }"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((500, {}, b""), "status 500"),
        ((500, {"content-type": "text/plain"}, b"\nno memory\nmore"), "status 500: no memory"),
        ((503, {}, b""), "too busy"),
        ((429, {}, b""), "too busy"),
        ((302, {"location": "https://example.org/sparql"}, b""), "points to https://example.org/sparql; give that"),
        ((404, {}, b""), "no SPARQL service answers here"),
        ((200, {"content-type": "text/html"}, b"<p>Welcome"), "no SPARQL service answers here"),
        ((401, {}, b""), "wants a name and a password"),
        ((200, {"content-type": JSON_RESULTS}, b'{"head":{"vars":["s"]},"results":{"bin'), "cannot be read"),
        ((200, {"content-type": JSON_RESULTS, "content-length": "999"}, EMPTY), "is the server running"),
    ],
    ids=lambda value: None if isinstance(value, tuple) else value,
)
def test_a_server_that_fails_is_told_in_one_line(serve, answer: Answer, told: str) -> None:  # type: ignore[no-untyped-def]
    address = serve(lambda _: answer)
    with pytest.raises(StoreError) as caught:
        ask(address)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(address)


def rows(count: int) -> bytes:
    row = {"s": {"type": "uri", "value": "https://example.org/s"}}
    return json.dumps({"head": {"vars": ["s"]}, "results": {"bindings": [row] * count}}).encode()


@pytest.mark.parametrize(
    ("headers", "count", "told"),
    [
        ({"x-sparql-maxrows": "3"}, 3, "gives 3 rows at most and left out the rest"),
        ({"x-sparql-maxrows": "3"}, 2, None),
        ({"x-sql-state": "S1TAT"}, 1, "stopped before the whole answer was found"),
    ],
)
def test_an_answer_that_is_cut_short_is_no_answer(serve, headers: dict[str, str], count: int, told: str | None) -> None:  # type: ignore[no-untyped-def]
    def answer(request) -> Answer:  # type: ignore[no-untyped-def]
        if "Person" in request.body:
            return 200, {"content-type": JSON_RESULTS, **headers}, rows(count)
        return OK

    address = serve(answer)
    if told is None:
        assert len(ask(address)) == count
        return
    with pytest.raises(StoreError, match=told):
        ask(address)


def test_no_answer_in_time_is_told(serve, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    import time

    def late(_: object) -> Answer:
        time.sleep(0.5)
        return OK

    monkeypatch.setenv("KG_TIMEOUT", "0.1")
    with pytest.raises(StoreError, match="no answer in time; ask for less, or give it more seconds with KG_TIMEOUT"):
        ask(serve(late))
    for nonsense in ("soon", "0", "-1", "inf", "nan"):
        monkeypatch.setenv("KG_TIMEOUT", nonsense)
        with pytest.raises(StoreError, match="give a number of seconds above 0"):
            ask("http://127.0.0.1:9/")


def test_a_server_that_is_not_there_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    (port,) = free_ports(1)
    assert run(["ask", "who-chaired-on", "--day", "2017", "--store", f"http://127.0.0.1:{port}/sparql"]) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"kg: http://127.0.0.1:{port}/sparql: ")
    assert line.endswith("is the server running, and this its address?")


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_name_and_password_are_sent_as_the_server_asks_and_not_before(
    serve, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    seen: list[str] = []

    def guarded(request) -> Answer:  # type: ignore[no-untyped-def]
        given = request.headers.get("authorization", "")
        seen.append(given)
        if given.startswith(scheme):
            return OK
        challenge = 'Basic realm="x"' if scheme == "Basic" else 'Digest realm="x", nonce="n", qop="auth", algorithm=MD5'
        return 401, {"www-authenticate": challenge}, b""

    monkeypatch.setenv("KG_USER", "anna")
    monkeypatch.setenv("KG_PASSWORD", "geheim")
    assert ask(serve(guarded)) == []
    assert seen[0] == ""
    signed = [bool(one) for one in seen]
    assert signed == sorted(signed)
    assert seen[-1].startswith(scheme)
    assert not any("geheim" in one for one in seen)


def test_a_password_is_in_no_line(serve, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("KG_USER", "anna")
    monkeypatch.setenv("KG_PASSWORD", "geheim")
    refusing = serve(lambda _: (401, {"www-authenticate": 'Basic realm="x"'}, b""))
    for address in (refusing, "http://anna:geheim@127.0.0.1:9/", "https://geheim@host/"):
        assert run(["unresolved", "--store", address]) == 2
        assert run(["push", address]) == 2
    told = capfd.readouterr().err
    assert "geheim" not in told
    assert "set KG_USER and KG_PASSWORD" in told
    assert "geheim" not in repr(Credentials("anna", "geheim"))


@pytest.mark.parametrize("address", ["ftp://host/", "http://", "http://[::1/", "http://host:port/", "file:///tmp/x"])
def test_what_is_no_address_of_a_server_is_refused(address: str) -> None:
    assert is_address(address)
    with pytest.raises(StoreError):
        open_store(address)


def test_the_service_is_looked_for_behind_the_address() -> None:
    assert candidates("http://h:1") == ("http://h:1/query", "http://h:1/sparql", "http://h:1/")
    assert candidates("http://h/ds") == ("http://h/ds", "http://h/ds/query", "http://h/ds/sparql")
    assert candidates("http://h/ds/query?a=b")[0] == "http://h/ds/query?a=b"
    assert checked("http://h/ds#part") == "http://h/ds"


@pytest.mark.parametrize(
    ("query", "server", "signed", "expected"),
    [
        ("http://h/query", "Oxigraph/0.5", False, "http://h/store"),
        ("http://h/sparql", "Virtuoso/07", False, "http://h/sparql-graph-crud"),
        ("http://h/sparql-auth", "Virtuoso/07", True, "http://h/sparql-graph-crud-auth"),
        ("http://h/ds/query", "Apache Jena Fuseki", True, "http://h/ds/data"),
        ("http://h/repositories/r", "", False, "http://h/repositories/r/rdf-graphs/service"),
        ("http://h/sparql", "nginx", False, None),
    ],
)
def test_the_graph_store_is_found_by_convention(query: str, server: str, signed: bool, expected: str | None) -> None:
    assert graph_store(query, server, signed=signed) == expected


def test_the_graph_store_may_be_named(serve, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    seen: list[str] = []

    def answer(request) -> Answer:  # type: ignore[no-untyped-def]
        seen.append(f"{request.command} {request.path}")
        return OK if request.command == "POST" else (204, {}, b"")

    address = serve(answer).replace("/query", "/sparql")
    with RemoteStore(address) as store, pytest.raises(StoreError, match="name it in KG_GRAPH_STORE"):
        store.replace(NamedNode("https://example.org/g"), b"<a:a> <a:b> <a:c> .\n")
    monkeypatch.setenv("KG_GRAPH_STORE", address.replace("/sparql", "/graphs"))
    with RemoteStore(address) as store:
        store.replace(mint("graph-release", "a"), b"<a:a> <a:b> <a:c> .\n")
    assert seen[-1].startswith("PUT /graphs?graph=https%3A%2F%2Fw3id.org%2Fosce-kg%2Fid%2Fgraph-release-a")


def test_a_server_whose_queries_do_not_see_the_union_is_refused(serve) -> None:  # type: ignore[no-untyped-def]
    triple = {name: {"type": "uri", "value": "https://example.org/x"} for name in "sp"}
    found = json.dumps({"head": {"vars": ["s", "p"]}, "results": {"bindings": [triple]}}).encode()

    def answer(request) -> Answer:  # type: ignore[no-untyped-def]
        if "ASK" in request.body:
            return 200, {"content-type": JSON_RESULTS}, b'{"head":{},"boolean":false}'
        return 200, {"content-type": JSON_RESULTS}, found

    with pytest.raises(StoreError, match="do not see the union of its graphs"):
        ask(serve(answer))


def test_a_query_that_the_server_refuses_is_told(serve) -> None:  # type: ignore[no-untyped-def]
    def answer(request) -> Answer:  # type: ignore[no-untyped-def]
        return (400, {"content-type": "text/plain"}, b"Path too deep\n") if "Person" in request.body else OK

    with pytest.raises(QueryError, match="the server refuses the query: Path too deep"):
        ask(serve(answer))


def test_a_mistake_is_told_before_the_server_is_asked() -> None:
    with open_store("http://127.0.0.1:9/query") as store:
        for text in ("SELECT nonsense {", "DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"):
            with pytest.raises(QueryError):
                store.query(text)


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("SELECT * { ?s a kg:Person }", ["kg"]),
        ("PREFIX kg: <https://example.org/> SELECT * { ?s a kg:Person ; rdfs:label ?l }", ["rdfs"]),
        ("SELECT * { ?s ?p 'kg:x' } # id:y", []),
        ("SELECT * { ?s ?p <kg:x> , other:x }", []),
        ("SELECT * { id:a ?p ?o . FILTER(?o>kg:b) }", ["id", "kg"]),
    ],
)
def test_only_the_prefixes_that_are_missing_are_declared(text: str, added: list[str]) -> None:
    prologue = with_prefixes(text).removesuffix(text)
    assert [word.rstrip(":") for word in prologue.split()[1::3]] == added


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ASK { GRAPH <urn:g> { ?s ?p ?o } }", True),
        ("ASK { graph# which\n id:graph-reference { ?s ?p ?o } }", True),
        ("ASK { ?s ?p 1GRAPH :g { ?s ?p ?o } }", True),
        ("ASK { GRAPH ?g { ?s ?p ?o } }", False),
        ("ASK { ?graph <urn:p> ?o }", False),
        ("ASK { ?s kg:GRAPH <urn:o> . ?s ?p 'GRAPH <urn:g>' }", False),
    ],
)
def test_a_graph_named_by_its_iri_is_seen(text: str, named: bool) -> None:
    assert names_graph(text) is named


def test_a_query_that_calls_others_is_not_run_to_look_at_it() -> None:
    with allowing_service():
        validate("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_rows_are_those_of_any_store(serve) -> None:  # type: ignore[no-untyped-def]
    address = serve(lambda request: (200, {"content-type": JSON_RESULTS}, rows(2)) if "Person" in request.body else OK)
    with open_store(address) as store:
        result = store.query("SELECT ?s { ?s a kg:Person }")
    assert isinstance(result, QuerySolutions)
    assert [str(row["s"]) for row in result] == ["<https://example.org/s>"] * 2
