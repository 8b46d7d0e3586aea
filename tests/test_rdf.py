"""A reading as RDF: named nodes in the release's own graph, the same on every run, with the contract's properties."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse, serialize
from reading import reading, release

from kg.extract import read
from kg.graphs import release_graph
from kg.iris import ID_NAMESPACE
from kg.rdf import english, literal, nquads, quads
from kg.terms import DCT, KG, RDF, RDFS, XSD, date_literal

TESTS = Path(__file__).resolve().parent
STORY = (
    "Swedish Foreign Minister Anna Lund met Slovak Foreign Minister Karel Novy in Riga today. “Russia must "
    "withdraw,” Lund said. President Vjosa Kelmendi met General Secretary Besnik Kelmendi. Kelmendi left.",
    "Ambassador Mika Oras was appointed Head of the OSCE Mission to Moldova. The 50th round of the Geneva "
    "International Discussions was held in Geneva on 2-3 March. France is a co-chair of the Minsk Group. "
    "The OSCE Mission to Moldova held a seminar in Bender, funded by Germany. Lund will visit Baku on 6 March.",
)
READ = read(release(*STORY, source="OSCE Chairpersonship", places=("RIGA",), title="Lund meets Novy in Riga"))
QUADS = list(quads(READ))


def term(written: str) -> Literal:
    """An object as N-Quads writes it, read by another reader."""
    (quad,) = parse(f"<a:s> <a:p> {written} .\n", format=RdfFormat.N_QUADS)
    assert isinstance(quad.object, Literal)
    return quad.object


def subjects(category: NamedNode) -> set[NamedNode]:
    typed = {quad.subject for quad in QUADS if quad.predicate == RDF.type and quad.object == category}
    return {subject for subject in typed if isinstance(subject, NamedNode)}


def values(subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
    found = [quad.object for quad in QUADS if quad.subject == subject and quad.predicate == predicate]
    return [one for one in found if isinstance(one, NamedNode | Literal)]


def test_nodes_are_named_and_every_quad_is_in_the_graph_of_the_release() -> None:
    graph = release_graph("test")
    assert graph.value == f"{ID_NAMESPACE}graph-release-test"
    for quad in QUADS:
        assert quad.graph_name == graph
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)
        assert quad.graph_name != DefaultGraph()


def test_no_quad_comes_twice() -> None:
    assert len(QUADS) == len(set(QUADS))


def test_things_have_one_segment_and_a_kind() -> None:
    for quad in QUADS:
        for node in (quad.subject, quad.object):
            if isinstance(node, NamedNode) and node.value.startswith(ID_NAMESPACE):
                name = node.value.removeprefix(ID_NAMESPACE)
                assert "-" in name
                assert "/" not in name
                assert name == name.lower()


@pytest.mark.parametrize(
    ("category", "properties"),
    [
        (KG.Release, [DCT.title, DCT.issued, KG.issuedAt, KG.hasSource, KG.mentions, KG.sha256, RDFS.label]),
        (KG.Passage, [KG.inRelease, KG.startOffset, KG.endOffset, KG.quote, RDFS.label]),
        (KG.Mention, [KG.refersTo, KG.startOffset, KG.endOffset, KG.quote]),
        (KG.Meeting, [KG.hasFactuality, KG.nameInRelease, KG.startDate]),
        (KG.Visit, [KG.hasFactuality, KG.hasParticipation, KG.hasParticipant]),
        (KG.Appointment, [KG.hasFactuality, KG.hasParticipation]),
        (KG.Activity, [KG.hasFactuality, KG.hasParticipation]),
        (KG.Participation, [KG.hasActor, KG.nameInRelease]),
        (KG.Tenure, [KG.hasHolder, KG.hasPost, KG.asOf]),
        (KG.FormatMembership, [KG.hasMember, KG.ofFormat, KG.hasRole, KG.hasFactuality]),
        (KG.Act, [KG.hasSpeaker, KG.hasActType, KG.hasFactuality]),
        (KG.UnresolvedName, [KG.quote, KG.expectedClass, RDFS.label]),
    ],
)
def test_the_properties_that_queries_rely_on(category: NamedNode, properties: list[NamedNode]) -> None:
    found = subjects(category)
    assert found
    for subject in found:
        for predicate in properties:
            assert values(subject, predicate), f"{subject} lacks {predicate}"


@pytest.mark.parametrize(
    "category",
    [KG.Meeting, KG.Visit, KG.Appointment, KG.Activity, KG.Act, KG.Tenure, KG.FormatMembership, KG.Participation,
     KG.Mention, KG.UnresolvedName],
)  # fmt: skip
def test_every_fact_has_evidence_rule_and_confidence(category: NamedNode) -> None:
    for subject in subjects(category):
        assert values(subject, KG.isExtractedBy)
        assert {str(one.value) for one in values(subject, KG.confidence)} <= {"high", "medium", "low"}
        passages = values(subject, KG.isEvidencedBy)
        assert passages
        assert set(passages) <= subjects(KG.Passage)


def test_every_quote_is_the_text_at_its_offsets() -> None:
    for passage in [*subjects(KG.Passage), *subjects(KG.Mention), *subjects(KG.UnresolvedName)]:
        (start,), (end,) = values(passage, KG.startOffset), values(passage, KG.endOffset)
        (quote,) = values(passage, KG.quote)
        assert quote.value == READ.release.text[int(start.value) : int(end.value)]


def test_roles_dates_and_formats_of_events() -> None:
    pairs = {
        (str(quad.predicate.value).rsplit("#")[-1], quad.object.value.rsplit("/")[-1].rsplit("#")[-1])
        for quad in QUADS
        if isinstance(quad.object, NamedNode | Literal)
    }
    for pair in (
        ("roundNumber", "50"),
        ("startDate", "2020-03-02"),
        ("endDate", "2020-03-03"),
        ("hasRole", "role-appointee"),
        ("hasRole", "role-organizer"),
        ("hasRole", "role-funder"),
        ("hasRole", "role-co-chair"),
        ("hasFactuality", "planned"),
        ("hasFactuality", "happened"),
        ("hasParticipant", "person-anna-lund"),
    ):
        assert pair in pairs


def test_a_funder_is_no_participant() -> None:
    (activity,) = subjects(KG.Activity)
    participants = {one.value.rsplit("/")[-1] for one in values(activity, KG.hasParticipant)}
    assert [name for name in participants if name.startswith("mission-")]
    assert "state-germany" not in participants


def test_people_that_no_list_knows_are_marked_as_unverified() -> None:
    lund = NamedNode(f"{ID_NAMESPACE}person-anna-lund")
    assert values(lund, KG.isVerified) == [Literal(False)]
    assert values(lund, KG.nameInRelease) == [Literal("Anna Lund", language="en")]
    riga = NamedNode(f"{ID_NAMESPACE}place-riga")
    assert values(riga, KG.isVerified) == []


@pytest.mark.parametrize(
    ("text", "datatype"),
    [("2020", XSD.gYear), ("2020-02", XSD.gYearMonth), ("2020-02-26", XSD.date)],
)
def test_a_date_keeps_its_precision(text: str, datatype: NamedNode) -> None:
    assert date_literal(text) == Literal(text, datatype=datatype)


def test_a_label_is_one_short_line_of_english() -> None:
    label = term(english("a\n b " + "x" * 500))
    assert label.language == "en"
    assert label.value.startswith("a b x")
    assert label.value.endswith("…")
    assert len(label.value) == 200


def test_a_release_without_a_date_or_source_is_written_without_them() -> None:
    made = list(quads(reading("She spoke.", issued=None)))
    assert not [quad for quad in made if quad.predicate in {DCT.issued, KG.hasSource, KG.asOf}]


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
import test_rdf
for quad in test_rdf.QUADS:
    print(quad)
"""


def test_the_same_quads_in_the_same_order_whatever_the_hash_seed() -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(TESTS)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS.parent), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
        )
        for seed in ("1", "2")
    ]
    first, second = (run.communicate(timeout=60)[0] for run in runs)
    assert first == second
    assert len(first.splitlines()) == len(QUADS)


def test_the_text_is_what_the_store_itself_would_write() -> None:
    written = serialize(QUADS, format=RdfFormat.N_QUADS) or b""
    assert nquads(READ) == b"".join(sorted(written.splitlines(keepends=True)))


def test_every_character_is_escaped_as_the_store_escapes_it() -> None:
    node = NamedNode("a:b")
    for code in (*range(0x3000), *range(0xFF00, 0x10100), 0x10FFFF):
        written = serialize([Quad(node, node, Literal(chr(code)), node)], format=RdfFormat.N_QUADS) or b""
        assert written.decode() == f"<a:b> <a:b> {literal(chr(code))} <a:b> .\n", hex(code)
