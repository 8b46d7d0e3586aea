"""What stands behind the answers: things found by their names, and results as tables."""

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from test_build_parts import make_parts

from kg.answer import Table, ask, find, labelled, query, render, shorten, table
from kg.build import Parts, build
from kg.errors import KgError, ParameterError, QueryError
from kg.graphs import REFERENCE
from kg.iris import mint
from kg.store import LocalStore
from kg.terms import KG, RDF, RDFS, SKOS

PEOPLE = {
    "Sergey Lavrov": ["Sergei Lavrov", "Сергей Лавров"],
    "Edi Rama": [],
    "Recep Tayyip Erdoğan": ["Erdogan"],
    "Ditmir Bushati": [],
    "Alexander Van der Bellen": [],
    "Anna Lindh": [],
    "Anna Ivanova": [],
    "Ivan Ivanov": [],
    "Igor Ivanov": [],
}
STATES = {"Georgia": [], "Albania": ["Republic of Albania"], "Türkiye": ["Turkey"], "North Macedonia": []}
PLACES = {"Georgia": ["Georgia (country)"], "Tirana": [], "Minsk": []}
FORMATS = {"Minsk Group": ["OSCE Minsk Group"], "Minsk Conference": [], "Normandy Format": ["N4"]}


def things() -> Iterator[Quad]:
    kinds = ((KG.Person, PEOPLE), (KG.State, STATES), (KG.Place, PLACES), (KG.NegotiatingFormat, FORMATS))
    for kind, names in kinds:
        for label, others in names.items():
            node = mint(kind.value.rsplit("#")[1].lower(), label)
            yield Quad(node, RDF.type, kind, REFERENCE)
            if kind != KG.Place:
                yield Quad(node, RDF.type, KG.Actor, REFERENCE)
            yield Quad(node, RDFS.label, Literal(label, language="en"), REFERENCE)
            for other in others:
                yield Quad(node, SKOS.altLabel, Literal(other, language="en"), REFERENCE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStore]:
    folder = tmp_path_factory.mktemp("answers")
    (folder / "one.txt").write_text("release one\nSergey Lavrov\n")
    parts = make_parts(folder / "parts")
    build(
        [folder / "one.txt"],
        folder / "store",
        parts=Parts(parts.read, "1", parts.ontology, lambda: list(things()), parts.rules),
    )
    with LocalStore(folder / "store") as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "classes", "found"),
    [
        ("Sergey Lavrov", (KG.Person,), "person-sergey-lavrov"),
        ("  sergey   LAVROV ", (KG.Person,), "person-sergey-lavrov"),
        ("Sergei Lavrov", (), "person-sergey-lavrov"),
        ("Лавров", (), "person-sergey-lavrov"),
        ("Lavrov", (KG.Person, KG.State), "person-sergey-lavrov"),
        ("Erdoğan", (KG.Person,), "person-recep-tayyip-erdogan"),
        ("erdogan", (KG.Person,), "person-recep-tayyip-erdogan"),
        ("Recep Tayyip Erdogan", (KG.Person,), "person-recep-tayyip-erdogan"),
        ("Van der Bellen", (KG.Person,), "person-alexander-van-der-bellen"),
        ("Bellen", (KG.Person,), "person-alexander-van-der-bellen"),
        ("Lindh", (), "person-anna-lindh"),
        ("turkiye", (KG.State,), "state-turkiye"),
        ("Turkey", (), "state-turkiye"),
        ("Georgia", (KG.State,), "state-georgia"),
        ("Georgia", (KG.Place,), "place-georgia"),
        ("OSCE Minsk Group", (KG.NegotiatingFormat,), "negotiatingformat-minsk-group"),
        ("n4", (KG.NegotiatingFormat,), "negotiatingformat-normandy-format"),
        ("Minsk", (), "place-minsk"),
        ("Tayyip", (), "person-recep-tayyip-erdogan"),
        ("id:person-edi-rama", (), "person-edi-rama"),
        ("id:person-edi-rama", (KG.Actor,), "person-edi-rama"),
        ("https://w3id.org/osce-kg/id/person-edi-rama", (KG.Person,), "person-edi-rama"),
        ("<https://w3id.org/osce-kg/id/person-edi-rama>", (), "person-edi-rama"),
    ],
)
def test_a_name_as_people_write_it_finds_the_thing(
    store: LocalStore, name: str, classes: tuple[NamedNode, ...], found: str
) -> None:
    assert find(store, name, classes).value == f"https://w3id.org/osce-kg/id/{found}"


@pytest.mark.parametrize(
    ("name", "classes", "told"),
    [
        ("Lavrof", (KG.Person,), "no person is called 'Lavrof'; nearest: Sergey Lavrov, "),
        ("Albany", (KG.State,), "no state is called 'Albany'; nearest: Albania"),
        (
            "Minsk Grup",
            (KG.NegotiatingFormat,),
            "no negotiating format is called 'Minsk Grup'; nearest: Minsk Group",
        ),
        ("Ivanov", (KG.Person,), "'Ivanov' may be any of Igor Ivanov (id:person-igor-ivanov), Ivan Ivanov ("),
        (
            "Anna",
            (),
            "'Anna' may be any of Anna Ivanova (id:person-anna-ivanova), Anna Lindh (id:person-anna-lindh)",
        ),
        ("Georgia", (), "'Georgia' may be any of Georgia (id:place-georgia), Georgia (id:state-georgia)"),
        ("", (KG.Person,), "an empty name; give the name or IRI of a person"),
        ("  ", (KG.Actor,), "an empty name; give the name or IRI of an actor"),
        ("id:person-nobody", (), "nothing in this store has the IRI id:person-nobody"),
        ("id:state-albania", (KG.Person,), "id:state-albania is Actor, State; give a person"),
        ("https://example.org/", (KG.Person,), "nothing in this store has the IRI https://example.org/"),
        ("Tirana", (KG.Call,), "no call is called 'Tirana'; the store has none"),
        ("...", (KG.Person,), "no person is called '...'"),
        ('"} DROP ALL #', (KG.Person,), "no person is called '\"} DROP ALL #'"),
        ("x" * 5000, (KG.State,), "no state is called "),
    ],
)
def test_a_name_that_finds_nothing_or_too_much_is_told_with_the_choices(
    store: LocalStore, name: str, classes: tuple[NamedNode, ...], told: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        find(store, name, classes)
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


def test_every_thing_is_found_by_its_label_in_its_class(store: LocalStore) -> None:
    for kind, names in ((KG.Person, PEOPLE), (KG.State, STATES), (KG.NegotiatingFormat, FORMATS)):
        for label, others in names.items():
            expected = mint(kind.value.rsplit("#")[1].lower(), label)
            assert {find(store, name, (kind,)) for name in (label, *others, label.upper())} == {expected}


def test_ask_needs_its_parameters_by_name(store: LocalStore) -> None:
    with pytest.raises(ParameterError, match="has no parameter 'who'; its parameters: --person"):
        ask(store, "whom-did-a-person-meet", {"who": "Lavrov"})
    with pytest.raises(ParameterError, match="needs --person"):
        ask(store, "whom-did-a-person-meet", {"since": "2020"})
    answer = ask(store, "whom-did-a-person-meet", {"person": "Lavrov", "since": "2020-02"})
    assert table(answer).rows == ()  # type: ignore[arg-type]


def test_a_table_shows_prefixes_values_and_gaps(store: LocalStore) -> None:
    text = """SELECT ?thing ?number ?day ?none ?words {
        BIND(id:person-edi-rama AS ?thing) BIND(7 AS ?number) BIND("2020-02-26"^^xsd:date AS ?day)
        BIND("a\\nb"@en AS ?words) }"""
    shown = table(query(store, text))  # type: ignore[arg-type]
    assert shown == Table(
        ("thing", "number", "day", "none", "words"), (("id:person-edi-rama", "7", "2020-02-26", "", "a\nb"),)
    )
    assert table(query(store, "ASK {}")) == Table(("answer",), (("yes",),))  # type: ignore[arg-type]


def test_labels_stand_in_the_place_of_iris() -> None:
    shown = Table(
        ("day", "actor", "actor_label", "place_label", "count"),
        (("2020", "id:a", "Anna", "Moscow", "1"), ("2021", "id:b", "", "", "2")),
    )
    assert labelled(shown) == Table(
        ("day", "actor", "place", "count"), (("2020", "Anna", "Moscow", "1"), ("2021", "id:b", "", "2"))
    )
    plain = Table(("a", "b"), (("1", "2"),))
    assert labelled(plain) == plain


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        ("https://w3id.org/osce-kg/id/person-edi-rama", "id:person-edi-rama"),
        ("https://w3id.org/osce-kg/ontology#Person", "kg:Person"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "rdf:type"),
        ("https://w3id.org/osce-kg/id/a/b", "https://w3id.org/osce-kg/id/a/b"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_iris_are_shortened_only_where_the_short_form_is_one(iri: str, short: str) -> None:
    assert shorten(NamedNode(iri)) == short


def test_graphs_come_sorted_and_end_a_line(store: LocalStore) -> None:
    text = "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s rdfs:label ?o }"
    lines = render(query(store, text), "ntriples").splitlines(keepends=True)
    assert lines == sorted(set(lines))
    assert all(render(query(store, text), name).endswith(b"\n") for name in ("turtle", "jsonld", "json", "table"))
    with pytest.raises(QueryError):
        render(query(store, text), "tsv")


def test_a_query_that_fails_on_its_way_is_told(store: LocalStore) -> None:
    for text in (
        "SELECT (<http://f>(?s) AS ?x) { ?s ?p ?o }",
        "CONSTRUCT { ?s ?p ?x } { ?s ?p ?o BIND(<http://f>(?s) AS ?x) }",
    ):
        with pytest.raises(KgError, match="custom function"):
            render(query(store, text), "json")
