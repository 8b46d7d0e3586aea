"""With everything asked for, the network leaves out nothing that the store says of things."""

from collections.abc import Iterator

import pytest
from pyoxigraph import NamedNode, Quad

from kg import store as stores
from kg.build import build
from kg.graphs import ONTOLOGY
from kg.network import Network, Node, view
from kg.network.model import statements
from kg.network.read import DETAILS
from kg.terms import DCT, KG, PREFIXES, RDF, RDFS, SKOS

TOLD_OTHERWISE = {
    RDF.type, RDFS.label, SKOS.altLabel, SKOS.exactMatch, DCT.source, KG.startDate, KG.endDate, KG.asOf,
    KG.hasFactuality, KG.isVerified, KG.nameInRelease, KG.confidence, KG.isExtractedBy,
    DCT.title, DCT.issued,
}  # fmt: skip
"""Properties of things with a place of their own on a node, a statement or a release's card."""

NOT_FOR_READERS = {
    *(KG.isEvidencedBy, KG.hasParticipation, KG.hasDatedTenure, KG.isAtOddsWith),
    *(KG.hasStatement, KG.hasWording, KG.sha256),
    SKOS.inScheme,
}
"""What leads to passages, participations and tenures, which statements carry, and what only machines need."""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[stores.Store]:
    """The shipped releases with all reference facts."""
    path = tmp_path_factory.mktemp("lossless") / "store"
    build([], path)
    with stores.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def whole(held: stores.Store) -> Network:
    """All of it as a network."""
    return view(held, everything=True)


@pytest.fixture(scope="module")
def said(held: stores.Store) -> list[Quad]:
    """Every quad but those of the ontology."""
    return [quad for quad in held.quads() if quad.graph_name != ONTOLOGY]


def test_two_things_that_the_store_joins_are_joined(whole: Network, said: list[Quad]) -> None:
    joined = {frozenset(pair) for pair in whole.edges()}
    lost = {
        (quad.predicate.value, quad.subject.value, quad.object.value)
        for quad in said
        if isinstance(quad.object, NamedNode)
        and quad.subject != quad.object
        and {quad.subject.value, quad.object.value} <= set(whole)
        and frozenset((quad.subject.value, quad.object.value)) not in joined
    }
    assert not lost


def test_every_fact_that_stands_between_things_is_a_statement(whole: Network, said: list[Quad]) -> None:
    between = {KG.Tenure, KG.FormatMembership, KG.Act, KG.Participation, KG.Chairpersonship}
    facts = {quad.subject.value for quad in said if quad.predicate == RDF.type and quad.object in between}
    # An act of somebody who is not named joins nobody to anything.
    acts = {quad.subject.value for quad in said if quad.predicate == KG.hasActType}
    facts -= acts - {quad.subject.value for quad in said if quad.predicate == KG.hasSpeaker}
    assert len(facts) > 1500
    assert not facts - {one.fact for one in statements(whole)}


def test_every_property_of_a_thing_is_told(whole: Network, said: list[Quad]) -> None:
    details = {NamedNode(PREFIXES[prefix] + name) for prefix, name in (term.split(":") for term in DETAILS)}
    unknown = {
        quad.predicate
        for quad in said
        if quad.subject.value in whole
        and not (isinstance(quad.object, NamedNode) and quad.object.value in whole)
        and whole.nodes[quad.subject.value]["node"].category != "Release"
    } - TOLD_OTHERWISE - NOT_FOR_READERS - details  # fmt: skip
    assert not unknown
    albania: Node = whole.nodes[f"{PREFIXES['id']}state-albania"]["node"]
    assert ("ISO code", "ALB") in albania.details
    assert ("participation status", "participating State") in albania.details
    assert albania.sources
    for quad in said:
        if quad.predicate == SKOS.note and quad.subject.value in whole:
            assert ("note", quad.object.value) in whole.nodes[quad.subject.value]["node"].details


def test_what_is_left_out_of_the_usual_page_is_counted(held: stores.Store, whole: Network) -> None:
    usual = view(held)
    assert set(usual) < set(whole)
    assert usual.graph["untold"] >= len(whole) - len(usual) - 60
    assert whole.graph["untold"] == 0
