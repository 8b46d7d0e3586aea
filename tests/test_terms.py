"""Ontology, `kg.terms` and every query speak of the same terms, and each term is of use to something.

`terms_of` and `complaints` take texts, so that `tests/mutations.py` can give them spoilt ones.
"""

import atexit
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat

from kg import library, terms
from kg.build import build
from kg.graphs import ONTOLOGY
from kg.resources import resource
from kg.store import LocalStore
from kg.terms import KG, KG_NAMESPACE, PREFIXES

VOCABULARY = ("core", "concepts")
ABOUT = ("shapes", "alignments", "presentation")
"""Files that speak of the terms, and declare none."""

DESCRIBED_BY = {
    "a label": f"{PREFIXES['rdfs']}label",
    "a definition": f"{PREFIXES['skos']}definition",
    "an example": f"{PREFIXES['skos']}example",
}
SCHEMES = frozenset(
    "ActTypes Dimensions EventKinds Factualities InstrumentTypes ParticipationStatuses Ranks Roles".split()
)
"""Lists of concepts, which Python code has no use for."""

BORROWED = {
    prefix: frozenset(vocabulary)
    for prefix, vocabulary in {
        "dct": terms.DCT,
        "rdf": terms.RDF,
        "rdfs": terms.RDFS,
        "schema": terms.SCHEMA,
        "skos": terms.SKOS,
        "xsd": terms.XSD,
    }.items()
}
"""What queries may use of other vocabularies: what `kg.terms` lists, so that a misspelt name is found."""

_NAME = re.compile(r"(?<![\w:?$])([a-z]+):([A-Za-z](?:[\w-]*\w)?)")
_WHOLE = re.compile(rf"<{re.escape(KG_NAMESPACE)}([^>]+)>")
_NOT_TERMS = re.compile(r'"[^"\n]*"|<[^>\s]*>|#.*$', re.MULTILINE)


@cache
def ontology_texts() -> Mapping[str, str]:
    """The ontology's files by name, as they ship."""
    return {name: resource("ontology", f"{name}.ttl").read_text("utf-8") for name in (*VOCABULARY, *ABOUT)}


@cache
def query_texts() -> Mapping[str, str]:
    """Every query that ships, by its folder and name."""
    folders = (resource("queries"), Path(library.__file__).parent / "network" / "views")
    return {
        f"{path.parent.name}/{path.stem}": path.read_text("utf-8")
        for folder in folders
        for path in sorted(folder.rglob("*.rq"))
    }


@cache
def shipped_store() -> Path:
    """A store of the shipped releases, built once for all tests that read it."""
    folder = Path(tempfile.mkdtemp(prefix="kg-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    build([], folder / "store")
    return folder / "store"


def terms_of(query: str) -> dict[str, set[str]]:
    """The names that a query uses, by their prefixes: `{"kg": {"Meeting", …}, "dct": {"issued"}}`."""
    found: dict[str, set[str]] = defaultdict(set)
    found["kg"].update(name for name in _WHOLE.findall(query))
    for prefix, name in _NAME.findall(_NOT_TERMS.sub(" ", query)):
        found[prefix].add(name)
    return found


Declared = dict[str, dict[str, list[str]]]


def declared(texts: Mapping[str, str]) -> Declared:
    """The terms that files of the ontology declare: name to property to values."""
    found: Declared = defaultdict(lambda: defaultdict(list))
    for name in VOCABULARY:
        for quad in pyoxigraph.parse(texts[name].encode(), format=RdfFormat.TURTLE):
            local = quad.subject.value.removeprefix(KG_NAMESPACE)
            if local != quad.subject.value:
                found[local][quad.predicate.value].append(quad.object.value)
    return found


def spoken_of(texts: Mapping[str, str]) -> dict[str, set[str]]:
    """The terms of ours that each file names anywhere, but for the names of shapes."""
    found: dict[str, set[str]] = defaultdict(set)
    for file, text in texts.items():
        shapes = set()
        for quad in pyoxigraph.parse(text.encode(), format=RdfFormat.TURTLE):
            if quad.subject.value.startswith(KG_NAMESPACE) and "Shape" in quad.subject.value:
                shapes.add(quad.subject.value.removeprefix(KG_NAMESPACE))
            for term in (quad.subject, quad.predicate, quad.object):
                if isinstance(term, NamedNode) and term.value.startswith(KG_NAMESPACE):
                    found[file].add(term.value.removeprefix(KG_NAMESPACE))
        found[file] -= shapes | {"EnglishOnly"}
    return found


def complaints(
    ontology: Mapping[str, str], queries: Mapping[str, str], listed: Iterable[str] = frozenset(KG)
) -> Iterator[str]:
    """What does not fit between the ontology's files, the queries and the names listed in `kg.terms`."""
    known = declared(ontology)
    listed = set(listed)
    for name in sorted((listed | SCHEMES) - known.keys()):
        yield f"kg.terms lists kg:{name}, which the ontology does not declare"
    for name in sorted(known.keys() - listed - SCHEMES):
        yield f"the ontology declares kg:{name}, which kg.terms does not list"
    for name, about in known.items():
        for words, property_ in DESCRIBED_BY.items():
            if len(about.get(property_, ())) != 1:
                yield f"kg:{name} has not {words} in the ontology"
    for file, names in spoken_of(ontology).items():
        for name in sorted(names - known.keys()):
            yield f"ontology/{file}.ttl speaks of kg:{name}, which nothing declares"
    for query, text in queries.items():
        yield from misnamed(query, text, known.keys())


def misnamed(query: str, text: str, known: Container[str]) -> Iterator[str]:
    """The names in a query that neither the ontology (`known`) nor `kg.terms` has."""
    used = terms_of(text)
    for name in sorted(used["kg"]):
        if name not in known:
            yield f"{query} uses kg:{name}, which the ontology does not declare"
    for prefix, names in BORROWED.items():
        for name in sorted(used[prefix] - names):
            yield f"{query} uses {prefix}:{name}, which kg.terms does not list"
    for prefix in sorted(used.keys() - BORROWED.keys() - {"kg", "id"}):
        yield f"{query} uses the vocabulary {prefix}:, of which kg.terms lists nothing"


def test_ontology_terms_and_queries_agree() -> None:
    assert list(complaints(ontology_texts(), query_texts())) == []


def test_every_query_is_compared() -> None:
    queries = query_texts()
    folders = {name.split("/")[0] for name in queries}
    assert folders == {"answers", "rules", "checks", "views"}
    assert len(queries) >= len(library.questions()) + len(library.rules()) + len(library.checks()) + 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("?a kg:metWith ?b", {"kg": {"metWith"}}),
        ('?a rdfs:label "kg:notATerm" # kg:neither', {"rdfs": {"label"}}),
        ("# kg:no\n?a <https://w3id.org/osce-kg/ontology#metWith> id:x", {"kg": {"metWith"}, "id": {"x"}}),
        ("kg:act-called-for.", {"kg": {"act-called-for"}}),
        ("PREFIX kg: <https://w3id.org/osce-kg/ontology#>", {}),
        ("a/kg:inRelease/^kg:mentions|!kg:quote", {"kg": {"inRelease", "mentions", "quote"}}),
    ],
)
def test_names_are_found_where_they_are_terms(text: str, found: dict[str, set[str]]) -> None:
    assert {prefix: names for prefix, names in terms_of(text).items() if names} == found


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { ?a kg:metWit ?b }", "spoilt uses kg:metWit"),
        ("SELECT * { ?a dct:isued ?b }", "spoilt uses dct:isued"),
        ("SELECT * { ?a foaf:name ?b }", "the vocabulary foaf:"),
    ],
)
def test_a_misspelt_name_is_found(query: str, said: str) -> None:
    (told,) = complaints(ontology_texts(), {"spoilt": query})
    assert said in told


@pytest.mark.parametrize("property_", ["rdfs:label", "skos:definition", "skos:example"])
def test_a_term_that_is_not_described_is_found(property_: str) -> None:
    texts = dict(ontology_texts())
    before, after = texts["core"].split("kg:Tenure a owl:Class", 1)
    texts["core"] = f"{before}kg:Tenure a owl:Class{after.replace(property_, 'rdfs:comment', 1)}"
    told = list(complaints(texts, {}))
    assert len(told) == 1
    assert "kg:Tenure has not" in told[0]


@cache
def in_the_graph() -> frozenset[str]:
    """The terms of ours that a build of the shipped releases says anything with, its copy of the ontology apart."""
    with LocalStore(shipped_store()) as store:
        return frozenset(
            term.value.removeprefix(KG_NAMESPACE)
            for quad in store.quads()
            if quad.graph_name != ONTOLOGY
            for term in (quad.subject, quad.predicate, quad.object)
            if isinstance(term, NamedNode) and term.value.startswith(KG_NAMESPACE)
        )


def test_every_term_is_used_by_data_a_query_a_shape_or_the_page() -> None:
    texts = ontology_texts()
    about = spoken_of({name: texts[name] for name in ABOUT})
    in_queries = {name for text in query_texts().values() for name in terms_of(text)["kg"]}
    in_lists = {
        value.removeprefix(KG_NAMESPACE)
        for told in declared(texts).values()
        for value in told[f"{PREFIXES['skos']}inScheme"]
    }
    used = in_the_graph() | in_queries | about["shapes"] | about["presentation"] | in_lists
    assert set(declared(texts)) - used == set(), "use them, or take them out of ontology/ and kg/terms.py"


def test_most_terms_are_in_the_graph_itself() -> None:
    assert len(in_the_graph() & set(declared(ontology_texts()))) > 150
