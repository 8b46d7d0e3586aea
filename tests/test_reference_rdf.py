"""The reference facts as RDF keep the contract: one label, no blank node, dates as they are written."""

import re
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from itertools import chain

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, serialize

from kg.iris import ID_NAMESPACE, mint
from kg.reference import Reference, actors, load, quads, things
from kg.reference.rdf import _Writer
from kg.reference.rows import ChairpersonshipRow
from kg.terms import KG, PREFIXES, RDF, RDFS, SKOS

HASH = """
from hashlib import sha256
from pyoxigraph import RdfFormat, serialize
from kg.reference import load, quads
print(sha256(serialize(quads(load()), format=RdfFormat.N_QUADS)).hexdigest())
"""


@pytest.fixture(scope="module")
def facts() -> Reference:
    return load()


@pytest.fixture(scope="module")
def written(facts: Reference) -> list[Quad]:
    return list(quads(facts))


@pytest.fixture(scope="module")
def store(written: list[Quad]) -> Store:
    found = Store()
    found.extend(written)
    return found


def ask(store: Store, pattern: str) -> list[tuple[str, ...]]:
    """The rows that a pattern gives, sorted, as short text, in the order of its variables."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    variables = " ".join(dict.fromkeys(re.findall(r"\?[a-z]+", pattern)))
    solutions = store.query(f"{prefixes}SELECT {variables} WHERE {{ {pattern} }}", use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    rows = [tuple(str(getattr(value, "value", value)) for value in row) for row in solutions]
    return sorted(tuple(cell.removeprefix(ID_NAMESPACE) for cell in row) for row in rows)


def test_rdflib_reads_all_of_it(written: list[Quad]) -> None:
    graph = rdflib.Graph()
    graph.parse(data=serialize((quad.triple for quad in written), format=RdfFormat.N_TRIPLES), format="nt")
    assert len(graph) == len(written)
    dates = {
        str(literal.datatype).rpartition("#")[2]
        for literal in graph.objects(None, rdflib.URIRef(KG.startDate.value))
        if isinstance(literal, rdflib.Literal)
    }
    assert dates == {"date", "gYearMonth", "gYear"}


def test_every_quad_is_in_the_reference_graph_and_comes_once(written: list[Quad]) -> None:
    assert {quad.graph_name for quad in written} == {mint("graph", "reference")}
    assert len(set(written)) == len(written)


def test_there_is_no_blank_node(written: list[Quad]) -> None:
    terms = chain.from_iterable((quad.subject, quad.object) for quad in written)
    assert not any(isinstance(term, BlankNode) for term in terms)


def test_every_thing_has_one_class_and_one_english_label(written: list[Quad]) -> None:
    subjects = {quad.subject for quad in written}
    labels = Counter(quad.subject for quad in written if quad.predicate == RDFS.label)
    assert labels == dict.fromkeys(subjects, 1)
    assert all(
        isinstance(quad.object, Literal) and quad.object.language == "en"
        for quad in written
        if quad.predicate == RDFS.label
    )
    classes = Counter(quad.subject for quad in written if quad.predicate == RDF.type)
    assert {node for node in subjects if classes[node] != 1} == {mint("place", "kosovo")}


def test_whatever_is_linked_to_is_described(written: list[Quad]) -> None:
    subjects = {quad.subject for quad in written}
    linked = {
        quad.object
        for quad in written
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(ID_NAMESPACE)
    }
    assert linked <= subjects


def test_no_label_stands_among_the_other_names(written: list[Quad]) -> None:
    labels = {quad.subject: quad.object for quad in written if quad.predicate == RDFS.label}
    assert not any(labels[quad.subject] == quad.object for quad in written if quad.predicate == SKOS.altLabel)


def test_facts_say_where_they_come_from_and_how_sure_they_are(store: Store) -> None:
    for name in ("Tenure", "Chairpersonship", "FormatMembership", "Meeting", "State", "Mission"):
        bare = f"?x a kg:{name} FILTER NOT EXISTS {{ ?x dct:source ?source ; kg:confidence ?confidence }}"
        assert ask(store, bare) == []
    assert ask(store, "?x a ?class FILTER NOT EXISTS { ?x dct:source ?source }") == []


def test_one_chairpersonship_with_two_chairpersons(store: Store) -> None:
    assert ask(store, "id:chairpersonship-2017 kg:isHeldBy ?state ; kg:hasChairperson ?person") == [
        ("state-austria", "person-karin-kneissl"),
        ("state-austria", "person-sebastian-kurz"),
    ]
    assert ask(store, "id:chairpersonship-2017 kg:startDate ?from ; kg:endDate ?to ; rdfs:label ?label") == [
        ("2017-01-01", "2017-12-31", "OSCE Chairpersonship 2017 (Austria)")
    ]
    assert ask(store, "id:chairpersonship-1992 kg:isHeldBy ?state ; kg:hasChairperson ?who ; rdfs:label ?label") == [
        ("state-czechoslovakia", "person-jiri-dienstbier", "CSCE Chairpersonship 1992 (Czechoslovakia)"),
        ("state-czechoslovakia", "person-jozef-moravcik", "CSCE Chairpersonship 1992 (Czechoslovakia)"),
    ]
    assert len(ask(store, "?x a kg:Chairpersonship")) == 36


def test_two_states_in_the_chair_of_a_year_get_a_chairpersonship_each(facts: Reference) -> None:
    rows = [row for row in facts.chairpersonships if row.year in {2016, 2017}]
    same_year = [
        ChairpersonshipRow(
            2016,
            row.state,
            row.chairperson,
            row.person,
            row.from_,
            row.to,
            row.national_post,
            row.qid,
            row.confidence,
            row.note,
        )
        for row in rows
    ]
    nodes = {subject for subject, _ in _Writer(facts).chairpersonships(same_year)}
    assert nodes == {mint("chairpersonship", "2016-germany"), mint("chairpersonship", "2016-austria")}


def test_the_days_of_the_chairpersons_are_those_of_their_tenures(store: Store) -> None:
    pattern = """?tenure kg:hasPost id:post-cio ; kg:hasHolder ?person ; kg:startDate ?from ; kg:endDate ?to .
        FILTER(STRSTARTS(STR(?from), "2017"))"""
    assert ask(store, pattern) == [
        ("tenure-karin-kneissl-cio-2017-12-18", "person-karin-kneissl", "2017-12-18", "2017-12-31"),
        ("tenure-sebastian-kurz-cio-2017-01-01", "person-sebastian-kurz", "2017-01-01", "2017-12-18"),
    ]


def test_the_minsk_group_and_its_co_chairs(store: Store) -> None:
    on = "1998-01-01"
    pattern = f"""?x kg:ofFormat id:format-minsk-group ; kg:hasRole kg:role-co-chair ; kg:hasMember ?member ;
        kg:startDate ?from ; kg:endDate ?to . FILTER(STR(?from) <= "{on}" && STR(?to) >= "{on}")"""
    assert [row[1:] for row in ask(store, pattern)] == [
        ("state-france", "1997-02-14", "2025-11-30"),
        ("state-russian-federation", "1994-12-06", "2025-11-30"),
        ("state-united-states-of-america", "1997-02-14", "2025-11-30"),
    ]
    assert ask(store, "id:format-minsk-group kg:hasConflict ?c ; kg:isPartOf ?whole ; a ?class") == [
        ("conflict-nagorno-karabakh-conflict", "format-minsk-process", KG.NegotiatingFormat.value)
    ]


def test_an_open_end_says_as_of_when_and_a_closed_one_does_not(store: Store) -> None:
    assert ask(store, "?x kg:asOf ?date ; kg:endDate ?end") == []
    assert ask(store, "?x a kg:Tenure FILTER NOT EXISTS { ?x kg:asOf ?d } FILTER NOT EXISTS { ?x kg:endDate ?e }") == []
    lavrov = "id:tenure-sergey-lavrov-fm-russian-federation-2004-03-09 kg:asOf ?date"
    assert ask(store, lavrov) == [("2026-01",)]
    assert ask(store, "id:tenure-volker-frobarth-head-programme-office-astana-2020 kg:asOf ?date") == [("2020",)]


def test_dates_keep_their_precision(written: list[Quad]) -> None:
    node = mint("tenure", "tuula-yrjola-cpc-director-2020-01")
    dates = {quad.object for quad in written if quad.subject == node and quad.predicate in {KG.startDate, KG.endDate}}
    xsd = PREFIXES["xsd"]
    assert dates == {
        Literal("2020-01", datatype=NamedNode(f"{xsd}gYearMonth")),
        Literal("2022", datatype=NamedNode(f"{xsd}gYear")),
    }


def test_acting_holders_have_the_rank_and_others_none(store: Store) -> None:
    acting = ask(store, "?x kg:hasRank ?rank ; kg:hasPost id:post-osce-secretary-general ; kg:hasHolder ?who")
    assert [row[-1] for row in acting] == ["person-kate-fearon", "person-tuula-yrjola"]
    assert {row[1] for row in ask(store, "?x kg:hasRank ?rank")} == {KG["rank-acting"].value}


def test_offices_that_are_posts_are_posts_only(store: Store) -> None:
    assert ask(store, "id:institution-cio ?p ?o") == []
    names = {row[0] for row in ask(store, "id:post-cio skos:altLabel ?name")}
    assert {"Chairperson-in-Office", "OSCE Chairman", "CiO"} <= names
    assert ask(store, "id:post-cio a ?class ; kg:inOrganization ?body ; kg:startDate ?from") == [
        (KG.Post.value, "institution-osce-chairpersonship", "1991-06-19")
    ]
    assert ask(store, "id:institution-hcnm a ?class . id:post-hcnm kg:inOrganization ?body") == [
        (KG.Institution.value, "institution-hcnm")
    ]


def test_status_is_left_open(store: Store) -> None:
    assert ask(store, "?x a kg:DeFactoEntity ; kg:isPartOf ?whole") == []
    assert ask(store, "?x a kg:DeFactoEntity ; a kg:State") == []
    assert {row[0] for row in ask(store, "id:place-kosovo a ?class")} == {KG.Region.value, KG.Actor.value}
    assert ask(store, "id:place-kosovo kg:isPartOf ?whole") == []
    assert ask(store, "id:place-pristina kg:isPartOf ?whole") == [("place-kosovo",)]
    assert ask(store, "id:mission-mission-in-kosovo kg:hasHostState ?host") == [("place-kosovo",)]
    assert ask(store, "id:place-jerusalem kg:isPartOf ?whole") == []
    assert ask(store, "id:de-facto-entity-taiwan a ?class") == [(KG.DeFactoEntity.value,)]
    assert len(ask(store, "?x a kg:DeFactoEntity")) == 7


def test_a_state_with_its_codes_capital_and_item(store: Store) -> None:
    pattern = """id:state-albania kg:isoCode ?code ; kg:hasCapital ?capital ; skos:exactMatch ?item ;
        kg:hasParticipationStatus ?status ; kg:joinedOn ?joined"""
    rest = (
        "place-tirana",
        "http://www.wikidata.org/entity/Q222",
        KG["status-participating"].value,
        "1991-06-19",
    )
    assert ask(store, pattern) == [("AL", *rest), ("ALB", *rest)]
    assert ask(store, 'id:state-albania skos:altLabel ?name FILTER(?name = "Tirana"@en || ?name = "Albanian"@en)') == []
    assert ask(store, "?later kg:hasPredecessor id:state-czechoslovakia") == [
        ("state-czechia",),
        ("state-slovakia",),
    ]


def test_a_meeting_in_full(store: Store) -> None:
    pattern = """id:meeting-summit-helsinki-1975 a ?class ; kg:hasFactuality ?how ;
        kg:inFormat ?body ; kg:hasPlace ?place ; kg:hasHostState ?host ;
        kg:hasSeries ?series ; kg:hasEventKind ?kind ; kg:hasOutcome ?document"""
    assert ask(store, pattern) == [
        (
            KG.Meeting.value,
            KG.happened.value,
            "institution-csce",
            "place-helsinki",
            "state-finland",
            "series-summit",
            KG["kind-summit"].value,
            "instrument-helsinki-final-act",
        )
    ]
    assert ask(store, "id:meeting-mc-27-2020 kg:roundNumber ?number") == [("27",)]
    assert ask(store, "?x a kg:MeetingSeries FILTER(CONTAINS(STR(?x), 'series-series'))") == []


def test_a_mission_an_instrument_and_a_field(store: Store) -> None:
    pattern = """id:mission-programme-office-astana kg:hasPredecessor ?before ; kg:hasHostState ?host ;
        kg:decision ?by ; kg:startDate ?from ; kg:deployedOn ?began ; kg:hasPlace ?region"""
    assert ask(store, pattern) == [
        (
            "mission-centre-in-astana",
            "state-kazakhstan",
            "PC.DEC/1153",
            "2014-12-18",
            "2015-01-01",
            "place-central-asia",
        )
    ]
    pattern = """id:instrument-minsk-package kg:inFormat ?format ; kg:hasConflict ?conflict ;
        kg:wasAdoptedOn ?on ; kg:startDate ?from ; kg:hasPlace ?place ; kg:hasInstrumentType ?type"""
    rest = (
        "conflict-crisis-in-and-around-ukraine",
        "2015-02-12",
        "2015-02-15",
        "place-minsk",
        KG["instrument-agreement"].value,
    )
    assert ask(store, pattern) == [
        ("format-normandy-format", *rest),
        ("format-trilateral-contact-group", *rest),
    ]
    assert ask(store, "id:field-salw skos:broader ?broader ; kg:hasDimension ?dimension ; skos:inScheme ?scheme") == [
        ("field-arms-control", KG["dimension-politico-military"].value, KG.FieldsOfWork.value)
    ]


def test_things_are_known_by_kind_and_key(facts: Reference) -> None:
    known = things(facts)
    assert known["post", "fm-austria"].organization == known["state", "austria"]
    assert known["place", "kosovo"].category == "Region"
    assert known["institution", "permanent-council"].category == "DecisionBody"
    assert ("institution", "cio") not in known
    assert actors(known)["cio"] == known["post", "cio"]
    assert actors(known)["hcnm"] == known["institution", "hcnm"]
    assert all(thing.verified for thing in known.values())
    assert len({thing.iri for thing in known.values()}) == len(known)


def test_the_same_facts_give_the_same_bytes(facts: Reference) -> None:
    data = serialize(quads(facts), format=RdfFormat.N_QUADS)
    assert data is not None
    here = sha256(data).hexdigest()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", HASH],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == here
