"""Grounds of a build, with a small reader and small graphs of its own that the other build tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, RdfFormat, serialize

from kg.build.grounds import Parts
from kg.build.reading import ReadRelease
from kg.errors import ReleaseRefused
from kg.graphs import REFERENCE
from kg.iris import mint
from kg.terms import KG, RDF, RDFS

ONTOLOGY_TEXT = "<https://w3id.org/osce-kg/ontology#Person> a <http://www.w3.org/2002/07/owl#Class> .\n"
RULE_TEXT = "CONSTRUCT { ?a kg:isCoMentionedWith ?b } { ?r kg:mentions ?a, ?b . FILTER(STR(?a) < STR(?b)) }"


def read_list(name: str, data: bytes) -> tuple[ReadRelease, ...]:
    """Read releases written as `release SLUG` with a name on each line after it."""
    if not data.startswith(b"release "):
        raise ReleaseRefused(name, "does not begin with the word release")
    return tuple(_release(part.splitlines()) for part in data.decode("utf-8").split("release ") if part)


def _release(lines: list[str]) -> ReadRelease:
    slug, *names = lines
    node, graph = mint("release", slug), mint("graph-release", slug)
    quads = [
        Quad(node, RDF.type, KG.Release, graph),
        Quad(node, RDFS.label, Literal(slug, language="en"), graph),
    ]
    for name in names:
        person = mint("person", name)
        quads += [
            Quad(node, KG.mentions, person, graph),
            Quad(person, RDF.type, KG.Person, graph),
            Quad(person, RDFS.label, Literal(name, language="en"), graph),
        ]
    lines_of_quads = (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
    return ReadRelease(slug, b"".join(sorted(lines_of_quads)), {"Mention": len(names)}, 0)


def reference_quads() -> Iterator[Quad]:
    """One curated person."""
    person = mint("person", "Edi Rama")
    yield Quad(person, RDF.type, KG.Person, REFERENCE)
    yield Quad(person, RDFS.label, Literal("Edi Rama", language="en"), REFERENCE)


def make_parts(folder: Path, version: str = "1", rule: str = RULE_TEXT) -> Parts:
    """What a build works with, its ontology and one rule written into `folder`."""
    folder.mkdir(exist_ok=True)
    ontology, rules = folder / "core.ttl", folder / "10-rule.rq"
    ontology.write_text(ONTOLOGY_TEXT)
    rules.write_text(rule)
    return Parts(read_list, version, (ontology,), reference_quads, (rules,))


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return make_parts(tmp_path / "parts")
