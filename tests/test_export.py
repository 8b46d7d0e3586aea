"""Exports: the same bytes each time, and the same triples however they are read back."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from test_build_parts import make_parts, reference_quads

from kg.build import Parts, build
from kg.export import FORMATS, sorting
from kg.export.sorting import sorted_lines
from kg.graphs import REFERENCE
from kg.iris import mint
from kg.store import LocalStore
from kg.terms import DCT, PREFIXES, XSD

AWKWARD = [
    Literal('a "quoted" \\ word\nand a line', language="en"),
    Literal("café — “déjà”, Žižek, Сергей", language="en-gb"),
    Literal("\t\r\u200b\u2028 \U0001f54a"),
    Literal("2020-02-26", datatype=XSD.date),
    Literal("2020", datatype=XSD.gYear),
    Literal("007", datatype=XSD.integer),
    Literal("0.70", datatype=XSD.decimal),
    Literal("true", datatype=XSD.boolean),
    Literal("'''\"\"\"<script>&lt;"),
    NamedNode("https://example.org/a%20b?c=d&e=f#g(h)'i"),
    mint("person", "Recep Tayyip Erdoğan"),
]


def awkward_reference() -> list[Quad]:
    person = mint("person", "Edi Rama")
    return [*reference_quads(), *(Quad(person, DCT.source, value, REFERENCE) for value in AWKWARD)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    releases = folder / "releases"
    releases.mkdir()
    for number in range(20):
        (releases / f"{number}.txt").write_text(f"release r{number}\nAnna {number % 3}\nBert\nÇağla {number}\n")
    parts = make_parts(folder / "parts")
    build(
        [releases],
        folder / "store",
        parts=Parts(parts.read, "1", parts.ontology, awkward_reference, parts.rules),
    )
    return folder / "store"


def export(store: Path, file_format: str) -> bytes:
    output = io.BytesIO()
    with LocalStore(store) as opened:
        FORMATS[file_format](opened, output)
    return output.getvalue()


def test_awkward_values_are_in_the_graph(store: Path) -> None:
    # Oxigraph writes numbers in their canonical form, so these come back as 7 and 0.7.
    found = {value for _, predicate, value in triples(store) if predicate == str(DCT.source)}
    assert found == {str(value) for value in AWKWARD} - {str(AWKWARD[5]), str(AWKWARD[6])} | {
        str(Literal("7", datatype=XSD.integer)),
        str(Literal("0.7", datatype=XSD.decimal)),
    }


def triples(store: Path) -> set[tuple[str, str, str]]:
    with LocalStore(store) as opened:
        return {(str(q.subject), str(q.predicate), str(q.object)) for q in opened.quads()}


def quads(store: Path) -> set[tuple[str, ...]]:
    with LocalStore(store) as opened:
        return {tuple(map(str, q)) for q in opened.quads()}


def test_turtle_has_each_triple_of_the_union_once(store: Path) -> None:
    data = export(store, "turtle")
    read = list(pyoxigraph.parse(data, format=RdfFormat.TURTLE))
    assert len(read) == len({(str(q.subject), str(q.predicate), str(q.object)) for q in read})
    assert {(str(q.subject), str(q.predicate), str(q.object)) for q in read} == triples(store)
    assert b'rdfs:label "Bert"@en' in data
    assert data.count(b"id:person-bert a kg:Person") == 1


def test_rdflib_reads_the_same_triples_as_oxigraph(store: Path) -> None:
    data = export(store, "turtle")
    by_rdflib = rdflib.Graph().parse(data=data, format="turtle")
    again = by_rdflib.serialize(format="nt", encoding="utf-8")
    lines = pyoxigraph.parse(again, format=RdfFormat.N_TRIPLES)
    assert {(str(q.subject), str(q.predicate), str(q.object)) for q in lines} == triples(store)


@pytest.mark.parametrize(
    ("file_format", "syntax"),
    [("trig", RdfFormat.TRIG), ("nquads", RdfFormat.N_QUADS), ("jsonld", RdfFormat.JSON_LD)],
)
def test_the_other_formats_keep_the_graphs(store: Path, file_format: str, syntax: RdfFormat) -> None:
    read = pyoxigraph.parse(export(store, file_format), format=syntax)
    assert {tuple(map(str, quad)) for quad in read} == quads(store)


@pytest.mark.parametrize("file_format", FORMATS)
def test_rdflib_reads_every_format(store: Path, file_format: str) -> None:
    syntax = {"jsonld": "json-ld"}.get(file_format, file_format)
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=export(store, file_format), format=syntax)
    assert len({(s, p, o) for s, p, o, _ in dataset.quads()}) == len(triples(store))


def test_nquads_are_sorted_and_name_their_graphs(store: Path) -> None:
    lines = export(store, "nquads").splitlines()
    assert len(lines) == len(set(lines)) == len(quads(store))
    by_graph = [(line.rsplit(b" ", 2)[1].strip(b"<>"), line.rsplit(b" ", 2)[0]) for line in lines]
    assert by_graph == sorted(by_graph)


def test_prefixes_are_declared_in_the_order_of_their_names(store: Path) -> None:
    head = [line for line in export(store, "turtle").decode().splitlines() if line.startswith("@prefix")]
    assert head == [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in sorted(PREFIXES)]
    assert export(store, "trig").decode().splitlines()[: len(head)] == head


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_bytes_are_the_same_under_every_hash_seed(store: Path, file_format: str) -> None:
    code = (
        "import sys; from kg.store import LocalStore; from kg.export import FORMATS\n"
        "with LocalStore(sys.argv[1]) as store: FORMATS[sys.argv[2]](store, sys.stdout.buffer)"
    )
    outputs = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-c", code, str(store), file_format]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}", "LC_ALL": "C"}
        outputs.add(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    assert outputs == {export(store, file_format)}


def test_a_store_of_the_same_content_by_another_way_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    reordered = tmp_path / "store"
    releases = store.parent / "releases"
    parts = make_parts(tmp_path / "parts")
    parts = Parts(parts.read, "1", parts.ontology, awkward_reference, parts.rules)
    files = sorted(releases.iterdir())
    build(files[10:], reordered, parts=parts)
    build(files[::-1], reordered, parts=parts)
    for file_format in FORMATS:
        assert export(reordered, file_format) == export(store, file_format)


@pytest.mark.parametrize("in_memory", [1, 40, 10_000])
def test_lines_are_sorted_alike_in_memory_and_on_the_disk(in_memory: int) -> None:
    pieces = [b"b\nd\n", b"a\nb\nc c\n", b"", b"a\n\xc3\xa9\n", b"0\nb\n"]
    assert list(sorted_lines(pieces, in_memory)) == [b"0\n", b"a\n", b"b\n", b"c c\n", b"d\n", b"\xc3\xa9\n"]
    assert list(sorted_lines([], in_memory)) == []


@pytest.mark.parametrize("file_format", ["turtle", "trig", "nquads"])
def test_an_export_sorted_on_the_disk_has_the_same_bytes(
    store: Path, file_format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = export(store, file_format)
    monkeypatch.setattr(sorting.sorted_lines, "__defaults__", (500,))
    assert export(store, file_format) == whole
