"""What other programs make of the graph: JSON-LD, GraphML, its description, and queries that call other servers."""

import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from test_build_parts import make_parts
from test_export import AWKWARD, awkward_reference
from test_terms import declared, ontology_texts, shipped_store

from kg.build import Parts, build
from kg.cli.main import run
from kg.errors import QueryError
from kg.export import FORMATS, VIEWS
from kg.export.graphml import EDGE, NODE
from kg.export.jsonld import Context, Term, context_text
from kg.network import network
from kg.network.read import read
from kg.store import LocalStore
from kg.store.sparql import allowing_service
from kg.terms import KG, KG_NAMESPACE, PREFIXES, RDF, RDFS, XSD

VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DATASET = rdflib.URIRef(f"{PREFIXES['id']}dataset-osce-kg")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def store() -> Path:
    """The graph of the shipped releases."""
    return shipped_store()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small graph with values of every kind."""
    folder = tmp_path_factory.mktemp("interchange")
    (folder / "releases").mkdir()
    (folder / "releases" / "a.txt").write_text("release a\nAnna\nÇağla\n")
    parts = make_parts(folder / "parts")
    build([folder / "releases"], folder / "store", parts=Parts(parts.read, "1", parts.ontology, reference, parts.rules))
    return folder / "store"


def reference() -> list[Quad]:
    """Curated values that the context says one thing of, and that are another."""
    quads = awkward_reference()
    subject, graph = quads[-1].subject, quads[-1].graph_name
    odd = [NamedNode("urn:x:y"), NamedNode("mailto:a@b.example"), NamedNode("https://schema.org/url"), *AWKWARD]
    properties = [
        KG.startDate, KG.startOffset, KG.isVerified, KG.hasPost, KG.quote, KG.nameInRelease, RDFS.label,
        NamedNode("https://example.org/unknown#property"), NamedNode(f"{KG_NAMESPACE}notATerm"),
    ]  # fmt: skip
    numbers = [Literal("9007199254740993", datatype=XSD.integer), Literal("-3", datatype=XSD.integer)]
    return [*quads, *(Quad(subject, name, value, graph) for name in properties for value in [*odd, *numbers])]


@cache
def export(store: Path, file_format: str) -> bytes:
    """A store in one format, written once."""
    output = io.BytesIO()
    with LocalStore(store) as opened:
        {**FORMATS, **VIEWS}[file_format](opened, output)
    return output.getvalue()


def bytes_under_hash_seed(store: Path, file_format: str, seed: str) -> bytes:
    code = (
        "import sys; from kg.store import LocalStore; from kg.export import FORMATS, VIEWS\n"
        "with LocalStore(sys.argv[1]) as store: (FORMATS | VIEWS)[sys.argv[2]](store, sys.stdout.buffer)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}", "LC_ALL": "C"}
    command = [sys.executable, "-c", code, str(store), file_format]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


class TestJsonLd:
    def test_rdflib_reads_the_same_quads(self, small: Path) -> None:
        dataset = rdflib.Dataset()
        dataset.parse(data=export(small, "jsonld"), format="json-ld")
        lines = dataset.serialize(format="nquads", encoding="utf-8")
        assert quads(lines, RdfFormat.N_QUADS) == quads(export(small, "nquads"), RdfFormat.N_QUADS)

    def test_rdflib_reads_the_same_quads_of_a_shipped_release(self, store: Path) -> None:
        name = rdflib.URIRef(first_release_graph(store))
        dataset = rdflib.Dataset()
        shown = json.loads(export(store, "jsonld"))
        shown["@graph"] = [graph for graph in shown["@graph"] if graph["@id"] == f"id:{name.rsplit('/', 1)[-1]}"]
        dataset.parse(data=json.dumps(shown), format="json-ld")
        with LocalStore(store) as opened:
            told = {tuple(map(str, quad)) for quad in opened.quads(NamedNode(name))}
        lines = dataset.serialize(format="nquads", encoding="utf-8")
        assert len(told) > 100
        assert quads(lines, RdfFormat.N_QUADS) == told

    def test_oxigraph_reads_the_same_quads(self, store: Path) -> None:
        told = quads(export(store, "nquads"), RdfFormat.N_QUADS)
        assert quads(export(store, "jsonld"), RdfFormat.JSON_LD) == told

    def test_a_program_that_knows_no_rdf_can_use_it(self, store: Path) -> None:
        shown = json.loads(export(store, "jsonld"))
        assert shown["@context"] == json.loads(context_text())["@context"]
        (facts,) = (graph["@graph"] for graph in shown["@graph"] if graph["@id"] == "id:graph-reference")
        (rama,) = (node for node in facts if node["@id"] == "id:person-edi-rama")
        assert rama["@type"] == "Person"
        assert rama["label"] == "Edi Rama"
        assert rama["hasNationality"] == "id:state-albania"
        (chaired,) = (node for node in facts if node["@id"] == "id:tenure-edi-rama-cio-2020-01-01")
        assert chaired["startDate"] == "2020-01-01"

    def test_nothing_of_the_shipped_graph_is_left_unnamed(self, store: Path) -> None:
        shown = json.loads(export(store, "jsonld"))
        keys = {key for graph in shown["@graph"] for node in graph["@graph"] for key in node}
        ours = {key for key in keys if key.startswith("kg:")}
        assert ours == set(), "add them to ontology/context.jsonld with make docs"

    def test_the_context_names_every_class_and_property_of_ours(self) -> None:
        context = Context.of(json.loads(context_text())["@context"])
        core = declared({**ontology_texts(), "concepts": ""})
        assert context.prefixes == PREFIXES
        named = {iri.removeprefix(KG_NAMESPACE) for iri in context.terms if iri.startswith(KG_NAMESPACE)}
        assert named == {name for name in KG if name in core}

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (NamedNode(f"{PREFIXES['id']}state-albania"), {"@id": "id:state-albania"}),
            (Literal("x", language="en"), {"@value": "x", "@language": "en"}),
            (Literal("x"), "x"),
            (Literal("2020", datatype=XSD.gYear), {"@value": "2020", "@type": "xsd:gYear"}),
        ],
    )
    def test_a_value_under_a_key_without_a_type_says_what_it_is(self, value: Literal, written: object) -> None:
        context = Context.of(json.loads(context_text())["@context"])
        assert context.value(value, Term("anything")) == written


ROOT = Path(__file__).resolve().parent.parent

GRAPHOLOGY = """
const graphml = require("graphology-graphml");
const { MultiGraph } = require("graphology");
const graph = graphml.parse(MultiGraph, require("fs").readFileSync(0, "utf8"));
const nodes = Object.fromEntries(graph.mapNodes((node, attributes) => [node, attributes]));
const edges = graph.mapEdges((edge, attributes, source, target) => [source, target, attributes]);
console.log(JSON.stringify({ nodes, edges }));
"""
"""Reads GraphML with the reader of Gephi Lite, and prints what it read."""


def quads(data: bytes, syntax: RdfFormat) -> set[tuple[str, ...]]:
    return {tuple(map(str, quad)) for quad in pyoxigraph.parse(data, format=syntax, lenient=True)}


def first_release_graph(store: Path) -> str:
    with LocalStore(store) as opened:
        return next(graph.value for graph in opened.graphs() if "graph-release-" in graph.value)


@pytest.fixture(scope="module")
def net(store: Path) -> "nx.MultiDiGraph[str]":
    """What networkx reads of the GraphML."""
    return nx.read_graphml(io.BytesIO(export(store, "graphml")), force_multigraph=True)


@pytest.fixture(scope="module")
def described(store: Path) -> rdflib.Graph:
    """What rdflib reads of the description."""
    return rdflib.Graph().parse(data=export(store, "void"), format="turtle")


class TestGraphMl:
    def test_networkx_reads_every_thing_and_every_statement(self, store: Path, net: "nx.MultiDiGraph[str]") -> None:
        with LocalStore(store) as opened:
            whole = network(read(opened))
        assert set(net) == set(whole)
        ends = Counter((one.subject, one.object, one.relation) for *_, one in whole.edges(data="statement"))
        assert Counter((start, end, data["relation"]) for start, end, data in net.edges(data=True)) == ends

    def test_a_person_has_a_label_and_a_class(self, net: "nx.MultiDiGraph[str]") -> None:
        rama = net.nodes[f"{PREFIXES['id']}person-edi-rama"]
        assert (rama["label"], rama["class"], rama["verified"]) == ("Edi Rama", "Person", "true")
        assert all(data["label"] and data["class"] for _, data in net.nodes(data=True))

    def test_a_tenure_has_its_dates(self, net: "nx.MultiDiGraph[str]") -> None:
        tenure = f"{PREFIXES['id']}tenure-edi-rama-cio-2020-01-01"
        told = [data for *_, data in net.edges(data=True) if data["fact"] == tenure]
        assert {(data["start"], data["end"], data["origin"]) for data in told} == {
            ("2020-01-01", "2020-12-31", "reference")
        }

    def test_what_a_release_says_names_it_with_its_date_and_its_words(
        self, store: Path, net: "nx.MultiDiGraph[str]"
    ) -> None:
        told = [data for *_, data in net.edges(data=True) if data["origin"] == "release"]
        assert len(told) > 100
        assert {"happened", "planned"} <= {data["factuality"] for data in told}
        assert all(data.get("release") and data.get("quote") for data in told if data["relation"] == "hasParticipant")
        with LocalStore(store) as opened:
            text = "SELECT ?r ?day { ?r a kg:Release ; dct:issued ?day }"
            issued = {row["r"].value: row["day"].value for row in opened.query(text)}
        for data in told:
            releases = data["release"].split("; ") if "release" in data else []
            assert data.get("issued", "") == "; ".join(issued[one] for one in releases)

    def test_attributes_are_those_documented(self, net: "nx.MultiDiGraph[str]") -> None:
        assert {name for _, data in net.nodes(data=True) for name in data} == set(NODE)
        assert {name for *_, data in net.edges(data=True) for name in data} - {"id"} == set(EDGE)

    def test_pandas_would_make_a_table_of_the_edges(self, net: "nx.MultiDiGraph[str]") -> None:
        assert not {"source", "target", "key", "id", "name"} & {*NODE, *EDGE}

    def test_gephi_can_tell_every_edge_by_its_id(self, store: Path) -> None:
        tree = ElementTree.fromstring(export(store, "graphml"))
        edges = [edge.get("id") for edge in tree.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
        assert None not in edges
        assert len(edges) == len(set(edges)) > 1000

    def test_gephi_lites_reader_reads_what_networkx_reads(self, store: Path, net: "nx.MultiDiGraph[str]") -> None:
        if shutil.which("node") is None or not (ROOT / "node_modules" / "graphology-graphml").is_dir():
            pytest.skip("no graphology-graphml: npm install")
        ran = subprocess.run(
            ["node", "-e", GRAPHOLOGY], input=export(store, "graphml"), capture_output=True, cwd=ROOT, check=False
        )
        assert ran.returncode == 0, ran.stderr.decode()
        told = json.loads(ran.stdout)
        assert told["nodes"] == dict(net.nodes(data=True))
        plain = [[start, end, data] for start, end, data in net.edges(data=True)]
        assert sorted(map(repr, told["edges"])) == sorted(
            repr([start, end, {name: value for name, value in data.items() if name != "id"}])
            for start, end, data in plain
        )

    def test_characters_that_xml_does_not_allow_do_not_break_it(self, tmp_path: Path) -> None:
        parts = make_parts(tmp_path / "parts")
        (tmp_path / "a.txt").write_text("release a\nAnna \x0b\x01 B\ufffe & <c>\n")
        build([tmp_path / "a.txt"], tmp_path / "store", parts=parts)
        read_back = nx.read_graphml(io.BytesIO(export(tmp_path / "store", "graphml")))
        assert any("& <c>" in data["label"] for _, data in read_back.nodes(data=True))


class TestDescription:
    def test_the_counts_are_those_of_the_union(self, store: Path, described: rdflib.Graph) -> None:
        triples = {line.rsplit(b" ", 2)[0] for line in export(store, "nquads").splitlines()}
        predicates = Counter(line.split(b" ", 2)[1] for line in triples)
        assert number(described, DATASET, VOID.triples) == len(triples)
        assert number(described, DATASET, VOID.properties) == len(predicates)
        assert number(described, DATASET, VOID.documents) == 26
        types = {line.split(b" ", 2)[2] for line in triples if line.split(b" ", 2)[1] == str(RDF.type).encode()}
        assert number(described, DATASET, VOID.classes) == len(types)
        parts = {
            str(described.value(part, VOID.property)): number(described, part, VOID.triples)
            for part in described.objects(DATASET, VOID.propertyPartition)
        }
        assert parts == {name.decode().strip("<>"): count for name, count in predicates.items()}

    def test_each_class_has_its_count(self, store: Path, described: rdflib.Graph) -> None:
        with LocalStore(store) as opened:
            rows = opened.query("SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c")
            told = {row["c"].value: int(row["n"].value) for row in rows}
        parts = {
            str(described.value(part, VOID["class"])): number(described, part, VOID.entities)
            for part in described.objects(DATASET, VOID.classPartition)
        }
        assert parts == told

    def test_entities_are_our_things_that_have_a_class(self, store: Path, described: rdflib.Graph) -> None:
        with LocalStore(store) as opened:
            things = {
                quad.subject.value
                for quad in opened.quads()
                if quad.predicate == RDF.type and quad.subject.value.startswith(PREFIXES["id"])
            }
        assert number(described, DATASET, VOID.entities) == len(things)

    def test_licences_title_sources_and_the_span_of_the_releases(self, described: rdflib.Graph) -> None:
        assert (DATASET, rdflib.RDF.type, DCAT.Dataset) in described
        assert str(described.value(DATASET, rdflib.DCTERMS.title)).startswith("Knowledge graph of diplomacy")
        assert str(described.value(DATASET, rdflib.DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
        facts = rdflib.URIRef(f"{DATASET}-reference")
        assert (
            str(described.value(facts, rdflib.DCTERMS.license)) == "https://creativecommons.org/publicdomain/zero/1.0/"
        )
        assert rdflib.URIRef(f"{PREFIXES['id']}institution-odihr") in set(
            described.objects(DATASET, rdflib.DCTERMS.source)
        )
        period = described.value(DATASET, rdflib.DCTERMS.temporal)
        assert str(described.value(period, DCAT.startDate)) == "2014-05-07"
        assert str(described.value(period, DCAT.endDate)) == newest_in_the_file_names()

    def test_the_parts_are_the_kinds_of_named_graphs(self, store: Path, described: rdflib.Graph) -> None:
        counted: Counter[str] = Counter()
        with LocalStore(store) as opened:
            for name in opened.graphs():
                part = name.value.removeprefix(f"{PREFIXES['id']}graph-").split("-", 1)[0]
                counted["releases" if part == "release" else part] += 0
            for part in counted:
                lines = {
                    (q.subject, q.predicate, q.object)
                    for q in opened.quads()
                    if q.graph_name.value.startswith(f"{PREFIXES['id']}graph-{part.removesuffix('s')}")
                }
                counted[part] = len(lines)
        told = {
            str(part).removeprefix(f"{DATASET}-"): number(described, part, VOID.triples)
            for part in described.objects(DATASET, VOID.subset)
        }
        assert told == dict(counted)

    def test_there_is_no_blank_node_and_one_prefix_a_line(self, store: Path, described: rdflib.Graph) -> None:
        assert not any(isinstance(term, rdflib.BNode) for triple in described for term in triple)
        head = [line for line in export(store, "void").decode().splitlines() if line.startswith("@prefix")]
        assert head == sorted(head)
        assert len(head) == 6

    def test_a_graph_without_dates_has_no_span(self, small: Path) -> None:
        told = rdflib.Graph().parse(data=export(small, "void"), format="turtle")
        assert told.value(DATASET, rdflib.DCTERMS.temporal) is None
        assert number(told, DATASET, VOID.documents) == 1


def number(graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef) -> int:
    (value,) = graph.objects(subject, predicate)
    assert isinstance(value, rdflib.Literal)
    assert isinstance(value.value, int)
    return value.value


def newest_in_the_file_names() -> str:
    folder = Path(__file__).parents[1] / "data" / "releases"
    return max(path.name[:10] for path in folder.glob("2*.txt"))


@pytest.mark.parametrize("file_format", ["jsonld", *VIEWS])
def test_the_bytes_are_the_same_under_every_hash_seed(store: Path, file_format: str) -> None:
    whole = export(store, file_format)
    assert whole.endswith(b"\n")
    assert not whole.endswith(b"\n\n")
    assert {bytes_under_hash_seed(store, file_format, seed) for seed in ("1", "2")} == {whole}


def test_the_command_offers_every_format(tmp_path: Path, capfd: Capture) -> None:
    (tmp_path / "a.txt").write_text("release a\nAnna\n")
    build([tmp_path / "a.txt"], tmp_path / "store", parts=make_parts(tmp_path / "parts"))
    for file_format in (*FORMATS, *VIEWS):
        target = tmp_path / file_format
        assert run(["export", "--store", str(tmp_path / "store"), "--format", file_format, "-o", str(target)]) == 0
        assert target.read_bytes() == export(tmp_path / "store", file_format)
    assert capfd.readouterr() == ("", "")


class Endpoint(BaseHTTPRequestHandler):
    """A SPARQL endpoint over a graph that knows the populations of two states."""

    calls: list[str]

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.calls.append(text)
        rows = OTHER.query(text)
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        body = rows.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""
        self.send_response(200 if self.path == "/sparql" else 500)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


OTHER = pyoxigraph.Store()
POPULATION = NamedNode("https://example.org/population")
for item, people in (("Q222", 2), ("Q40", 9)):
    OTHER.add(Quad(NamedNode(f"http://www.wikidata.org/entity/{item}"), POPULATION, Literal(people)))

FEDERATED = """
SELECT ?label ?people {{
  ?state a kg:State ; rdfs:label ?label ; skos:exactMatch ?item .
  SERVICE <{url}> {{ ?item <https://example.org/population> ?people }}
}} ORDER BY ?label
"""


@pytest.fixture
def endpoint() -> Iterator[str]:
    """The address of a SPARQL endpoint on this machine."""
    Endpoint.calls = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()
    thread.join()


class TestService:
    def test_a_query_joins_our_graph_with_another_servers(self, store: Path, endpoint: str, capfd: Capture) -> None:
        arguments = ["query", "--store", str(store), "--allow-service", "--format", "csv"]
        assert run([*arguments, "-e", FEDERATED.format(url=endpoint)]) == 0
        assert capfd.readouterr() == ("label,people\r\nAlbania,2\r\nAustria,9\r\n", "")
        assert Endpoint.calls

    def test_it_is_refused_unless_allowed_and_nobody_is_called(
        self, store: Path, endpoint: str, capfd: Capture
    ) -> None:
        assert run(["query", "--store", str(store), "-e", FEDERATED.format(url=endpoint)]) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert "SERVICE on line 4" in err
        assert "--allow-service" in err
        assert Endpoint.calls == []

    def test_what_is_allowed_once_is_refused_again_afterwards(self, store: Path, endpoint: str) -> None:
        with LocalStore(store) as opened:
            with allowing_service():
                assert len(list(opened.query(FEDERATED.format(url=endpoint)))) == 2
            with pytest.raises(QueryError, match="may not call other servers"):
                opened.query(FEDERATED.format(url=endpoint))

    @pytest.mark.parametrize("path", ["/broken", None])
    def test_a_server_that_fails_is_one_line(
        self, store: Path, endpoint: str, capfd: Capture, path: str | None
    ) -> None:
        url = endpoint.replace("/sparql", path) if path else "http://127.0.0.1:1023/sparql"
        assert run(["query", "--store", str(store), "--allow-service", "-e", FEDERATED.format(url=url)]) == 2
        out, err = capfd.readouterr()
        assert "SERVICE gave no answer" in err
        assert err.count("\n") == 1
        assert "Traceback" not in out + err

    def test_silent_goes_on_without_it(self, store: Path, capfd: Capture) -> None:
        text = "ASK { SERVICE SILENT <http://127.0.0.1:1023/> { ?s ?p ?o } }"
        assert run(["query", "--store", str(store), "--allow-service", "--format", "csv", "-e", text]) == 0
        assert capfd.readouterr().out.strip() == "true"

    def test_an_answer_to_ask_or_construct_may_need_another_server_too(
        self, store: Path, endpoint: str, capfd: Capture
    ) -> None:
        pattern = f"{{ SERVICE <{endpoint}> {{ ?item <{POPULATION.value}> ?people }} }}"
        arguments = ["query", "--store", str(store), "--allow-service", "-e"]
        assert run([*arguments, f"ASK {pattern}"]) == 0
        assert capfd.readouterr().out.strip().endswith("true")
        assert run([*arguments, f"CONSTRUCT {{ ?item <{POPULATION.value}> ?people }} {pattern}"]) == 0
        assert "wikidata.org/entity/Q222" in capfd.readouterr().out

    def test_ctrl_c_ends_the_wait_for_a_server_that_never_answers(self, store: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            silent.settimeout(60)
            text = f"SELECT * {{ SERVICE <http://127.0.0.1:{silent.getsockname()[1]}/> {{ ?s ?p ?o }} }}"
            code = "import sys; from kg.cli import main; main(sys.argv[1:])"
            command = [sys.executable, "-c", code, "query", "--store", str(store), "--allow-service", "-e", text]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
                connection, _ = silent.accept()
                process.send_signal(signal.SIGINT)
                out, err = process.communicate(timeout=30)
                connection.close()
        assert process.returncode == -signal.SIGINT
        assert b"Traceback" not in out + err

    def test_ctrl_c_is_as_before_when_the_query_is_done(self, store: Path) -> None:
        before = signal.getsignal(signal.SIGINT)
        assert run(["query", "--store", str(store), "--allow-service", "-e", "ASK {}"]) == 0
        assert signal.getsignal(signal.SIGINT) is before

    def test_other_mistakes_are_told_as_before(self, store: Path, capfd: Capture) -> None:
        assert run(["query", "--store", str(store), "--allow-service", "-e", "SELECT * { ?s"]) == 2
        assert "does not parse" in capfd.readouterr().err
