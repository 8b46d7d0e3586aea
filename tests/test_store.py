"""The embedded store: what it answers, and what it says where it cannot."""

import os
import shutil
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Variable
from rdflib import Dataset, URIRef
from rdflib.namespace import RDF, RDFS
from test_build_parts import make_parts

import kg
from kg.build import build
from kg.errors import KgError, QueryError, StoreError
from kg.iris import mint
from kg.store import LocalStore, open_dataset
from kg.store import open as open_store
from kg.terms import KG


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of two releases that both name Bert, one naming Anna besides."""
    releases = tmp_path / "releases"
    releases.mkdir()
    (releases / "a.txt").write_text("release one\nBert\nAnna\n")
    (releases / "b.txt").write_text("release two\nBert\n")
    build([releases], tmp_path / "store", parts=make_parts(tmp_path / "parts"))
    return tmp_path / "store"


def rows(store: LocalStore, text: str, **values: object) -> list[tuple[str, ...]]:
    result = store.query(text, {Variable(name): value for name, value in values.items()} or None)
    assert isinstance(result, QuerySolutions)
    return sorted(tuple(term.value for term in row) for row in result)


def test_a_query_sees_the_union_of_all_graphs_and_each_by_its_name(path: Path) -> None:
    with LocalStore(path) as store:
        names = rows(store, "SELECT DISTINCT ?name { ?p a kg:Person ; rdfs:label ?name }")
        assert names == [("Anna",), ("Bert",), ("Edi Rama",)]
        where = rows(store, 'SELECT ?g { GRAPH ?g { ?p rdfs:label "Anna"@en } }')
        assert where == [("https://w3id.org/osce-kg/id/graph-release-one",)]


def test_from_chooses_among_the_stores_own_graphs(path: Path) -> None:
    with LocalStore(path) as store:
        people = "{ ?p a kg:Person ; rdfs:label ?name }"
        assert rows(store, f"SELECT ?name FROM id:graph-release-two {people}") == [("Bert",)]
        assert rows(store, f"SELECT ?name FROM <file:///etc/passwd> {people}") == []
        named = "SELECT ?g FROM NAMED id:graph-release-two { GRAPH ?g { ?p a kg:Person } }"
        assert rows(store, named) == [("https://w3id.org/osce-kg/id/graph-release-two",)]
        in_comment = f"SELECT DISTINCT ?name {{ ?p a kg:Person ; rdfs:label ?name }} # FROM <{KG.Person.value}>"
        assert len(rows(store, in_comment)) == 3


def test_values_are_substituted_and_not_pasted(path: Path) -> None:
    with LocalStore(path) as store:
        text = "SELECT ?name ?p { ?p rdfs:label ?name }"
        anna = Literal("Anna", language="en")
        assert rows(store, text, name=anna) == [("Anna", mint("person", "Anna").value)]
        assert rows(store, text, name=Literal('" } #')) == []


def test_graphs_quads_and_dump_agree(path: Path) -> None:
    with LocalStore(path) as store:
        assert [graph.value.rsplit("/", 1)[1] for graph in store.graphs()] == [
            "graph-derived",
            "graph-ontology",
            "graph-reference",
            "graph-release-one",
            "graph-release-two",
        ]
        for graph in store.graphs():
            quads = list(store.quads(graph))
            assert {quad.graph_name for quad in quads} == {graph}
            assert store.dump(graph).count(b"\n") == len(quads) > 0
        assert len(list(store.quads())) == sum(len(list(store.quads(graph))) for graph in store.graphs())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT * { ?s ?p ?o", "line 1, column 20, at the end of the line"),
        ("SELECT *\n{ ?s foo:p ?o }", "line 2, column 11, near “?o }”; a prefix that is not declared?"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "an update? The store is only changed by kg build and kg add"),
        ("PREFIX a: <a:>\nDELETE WHERE { ?s ?p ?o }", "an update?"),
        ("LOAD <file:///etc/passwd>", "an update?"),
        ("", "the query is empty"),
        ("  \n", "the query is empty"),
        ("SELECT (<http://f>(1) AS ?x) {}", "cannot be run: The custom function <http://f> is not supported"),
    ],
)
def test_a_broken_query_is_told_in_one_line_with_its_place(path: Path, text: str, told: str) -> None:
    with LocalStore(path) as store, pytest.raises(QueryError) as caught:
        store.query(text)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


SERVICES = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:9/> {} }",
    "SELECT * { SERVICESILENT<http://127.0.0.1:9/>{} }",
    "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:b {} }",
    "PREFIX a: <http://127.0.0.1:9/> SELECT * { SERVICE a:b {} }",
    "SELECT * { SERVICE # a comment }\n <http://127.0.0.1:9/> {} }",
    "SELECT * { VALUES ?x { <http://127.0.0.1:9/> } SERVICE ?x {} }",
    "SELECT * { VALUES ?x { <http://127.0.0.1:9/> } SERVICE$x{} }",
    "SELECT * { ?s <a:p> 1SERVICE <http://127.0.0.1:9/> {} }",
    "SELECT * { FILTER(?a<'>')SERVICE<http://127.0.0.1:9/>{BIND('' AS ?q)} }",
    "SELECT * { ?s <a:p> 1 . \\u0053ERVICE<http://127.0.0.1:9/>{} }",
    "SELECT * { ?s <a:p> 1 . SERV\\U00000049CE<http://127.0.0.1:9/>{} }",
]


@pytest.mark.parametrize("text", SERVICES)
def test_no_query_calls_another_server(path: Path, text: str) -> None:
    with LocalStore(path) as store, pytest.raises(QueryError, match="may not call other servers"):
        store.query(text)


def test_the_word_service_may_stand_where_it_calls_nobody(path: Path) -> None:
    with LocalStore(path) as store:
        text = 'SELECT ?service ?x { ?x rdfs:label ?service ; a kg:Person . FILTER(?service != "a service") }'
        assert len(rows(store, text)) > 0
        assert rows(store, "SELECT * { ?s a <http://example.org/service/Service> }") == []


def test_what_is_opened_stays_as_it_was_and_cannot_be_written(path: Path, tmp_path: Path) -> None:
    (tmp_path / "releases" / "a.txt").unlink()
    with LocalStore(path) as before:
        build([tmp_path / "releases"], path, parts=make_parts(tmp_path / "parts"))
        with LocalStore(path) as after:
            assert len(after.graphs()) < len(before.graphs())
        assert rows(before, 'SELECT ?p { ?p rdfs:label "Anna"@en }') != []
        assert len(list((path / "generations").iterdir())) == 2
        with pytest.raises(RuntimeError):
            before._store.add(Quad(KG.Person, KG.Person, KG.Person, KG.Person))
    (tmp_path / "releases" / "c.txt").write_text("release three\n")
    build([tmp_path / "releases"], path, parts=make_parts(tmp_path / "parts"))
    assert len(list((path / "generations").iterdir())) == 1


def test_reading_writes_nothing(path: Path) -> None:
    before = snapshot(path)
    with LocalStore(path) as store:
        rows(store, "SELECT ?s { ?s ?p ?o }")
    open_dataset(path).close()
    assert snapshot(path) == before


def snapshot(path: Path) -> list[tuple[str, int, int]]:
    """Every file and folder of a store with its size and time of change."""
    entries = [path, *sorted(path.rglob("*"))]
    return [(str(one), one.lstat().st_size, one.lstat().st_mtime_ns) for one in entries]


def make_file(path: Path) -> None:
    path.write_text("x")


def make_other_folder(path: Path) -> None:
    path.mkdir()
    (path / "thesis.doc").write_text("x")


def make_empty_folder(path: Path) -> None:
    path.mkdir()


def make_unfinished(path: Path) -> None:
    path.mkdir()
    (path / "lock").write_text("")


BAD_STORES = [
    (lambda path: None, "no store here; make one with: kg build --store"),
    (make_file, "a file, not a store folder"),
    (make_empty_folder, "no build has been completed here"),
    (make_unfinished, "no build has been completed here"),
    (make_other_folder, "not a kg store: it holds other files"),
]


@pytest.mark.parametrize(("make", "told"), BAD_STORES)
@pytest.mark.parametrize("opened_by", [LocalStore, open_dataset, open_store, kg.open_store])
def test_what_is_no_store_is_refused_in_one_line(tmp_path: Path, make, told: str, opened_by) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / "s")
    with pytest.raises(StoreError) as caught:
        opened_by(tmp_path / "s")
    assert told in str(caught.value)
    assert str(tmp_path / "s") in str(caught.value)
    assert "\n" not in str(caught.value)


def spoil_format(path: Path) -> None:
    (path / "format").write_text("osce-kg store 7\n")


def spoil_format_with_bytes(path: Path) -> None:
    (path / "format").write_bytes(b"\xff\xfe\x00")


def spoil_database(path: Path) -> None:
    shutil.rmtree(path / "current" / "db")


def spoil_oxigraph_files(path: Path) -> None:
    (path / "current" / "db" / "CURRENT").write_text("rubbish")


def spoil_generation(path: Path) -> None:
    shutil.rmtree(path / "generations")


def spoil_manifest(path: Path) -> None:
    (path / "current" / "manifest.jsonl").write_text("{}")


SPOILT = [
    (spoil_format, "another version ('osce-kg store 7'"),
    (spoil_format_with_bytes, "another version"),
    (spoil_database, "delete this folder and run kg build again"),
    (spoil_oxigraph_files, "delete this folder and run kg build again"),
    (spoil_generation, "delete this folder and run kg build again"),
]


@pytest.mark.parametrize(("spoil", "told"), SPOILT)
def test_a_spoilt_store_is_told_in_one_line(path: Path, spoil, told: str) -> None:  # type: ignore[no-untyped-def]
    spoil(path)
    with pytest.raises(StoreError) as caught:
        LocalStore(path)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("spoil", "told"), [*SPOILT[:2], (spoil_manifest, "its manifest is damaged")])
def test_a_build_over_a_spoilt_store_is_refused(path: Path, tmp_path: Path, spoil, told: str) -> None:  # type: ignore[no-untyped-def]
    spoil(path)
    before = snapshot(path)
    with pytest.raises(StoreError) as caught:
        build([tmp_path / "releases"], path, parts=make_parts(tmp_path / "parts"))
    assert told in str(caught.value)
    assert snapshot(path) == before


def test_an_address_is_not_taken_for_a_folder() -> None:
    with pytest.raises(StoreError, match="an address"):
        open_dataset("http://localhost:7878/query")


def test_rdflib_sees_the_same_triples(path: Path) -> None:
    dataset = kg.open_store(path)
    assert isinstance(dataset, Dataset)
    bert = URIRef(mint("person", "Bert").value)
    assert (bert, RDF.type, URIRef(KG.Person.value)) in dataset
    assert [str(label) for label in set(dataset.objects(bert, RDFS.label))] == ["Bert"]
    found = dataset.query("SELECT DISTINCT ?name { ?p a kg:Person ; rdfs:label ?name }")
    assert sorted(str(row[0]) for row in found) == ["Anna", "Bert", "Edi Rama"]
    with LocalStore(path) as store:
        distinct = {(q.subject.value, q.predicate.value, str(q.object)) for q in store.quads()}
        graphs = {graph.value for graph in store.graphs()}
    assert len(dataset) == len(distinct)
    assert {str(graph.identifier) for graph in dataset.graphs()} >= graphs
    one = dataset.graph(URIRef(mint("graph-release", "two").value))
    assert len(one) == 5
    dataset.close()


def test_rdflib_is_told_that_the_store_is_read_only(path: Path) -> None:
    dataset = open_dataset(path)
    node = URIRef("https://example.org/")
    for write in (
        lambda: dataset.add((node, node, node)),
        lambda: dataset.remove((None, None, None)),
        lambda: dataset.update("INSERT DATA { <a:a> <a:b> 1 }"),
        lambda: dataset.parse(data="<a:a> <a:b> 1 .", format="turtle"),
        lambda: dataset.remove_graph(node),
    ):
        with pytest.raises(StoreError, match="read-only"):
            write()
    dataset.close()


def test_a_dataset_holds_its_generation_until_it_is_closed(path: Path, tmp_path: Path) -> None:
    dataset = open_dataset(path)
    (tmp_path / "releases" / "b.txt").unlink()
    build([tmp_path / "releases"], path, parts=make_parts(tmp_path / "parts"))
    assert len(list(dataset.subjects(RDF.type, URIRef(KG.Release.value)))) == 2
    dataset.close()


def test_errors_of_a_store_are_kg_errors() -> None:
    assert issubclass(StoreError, KgError)
    assert issubclass(QueryError, KgError)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_folder_that_may_not_be_written_is_named(path: Path, tmp_path: Path) -> None:
    (tmp_path / "releases" / "b.txt").unlink()
    (path / "lock").chmod(0o444)
    with pytest.raises(StoreError, match="permission denied"):
        build([tmp_path / "releases"], path, parts=make_parts(tmp_path / "parts"))
    assert LocalStore(path).graphs()


def test_named_nodes_of_a_store_come_sorted(path: Path) -> None:
    with LocalStore(path) as store:
        names = store.graphs()
    assert list(names) == sorted(names, key=lambda name: name.value)
    assert all(isinstance(name, NamedNode) for name in names)
