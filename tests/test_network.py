"""The network read from a store: nodes, statements, derived links, parts of it, places."""

import math
from datetime import date

import pytest
from browser.synthetic import GRAPH, MemoryStore, corpus, store
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import ParameterError
from kg.iris import mint
from kg.network import Period, layout, ranked, view
from kg.network.derive import MOST_AT_ONE_TABLE, derive
from kg.network.model import EVENT_CATEGORIES, Network, Node, Origin, Statement, statements
from kg.network.period import first_day, last_day, overlaps
from kg.network.select import categories
from kg.terms import KG, RDF, RDFS, XSD


@pytest.fixture(scope="module")
def graph() -> Network:
    """A network of some forty events."""
    return view(store(40))


def of_relation(graph: Network, relation: str) -> list[Statement]:
    """The statements along one relation."""
    return [one for one in statements(graph) if one.relation == relation]


def test_every_participation_of_a_release_is_a_statement_with_its_sentence(graph: Network) -> None:
    written = {(quad.subject, quad.object) for quad in corpus(40) if quad.predicate == KG.hasParticipation}
    read = of_relation(graph, "hasParticipant")
    assert {one.fact for one in read} == {node.value for _, node in written}
    for one in read:
        assert one.origin is Origin.RELEASE
        assert one.evidence, one
        assert graph.nodes[one.subject]["node"].label in one.evidence[0].quote


def test_a_plan_is_kept_apart_from_what_happened(graph: Network) -> None:
    status_of = {
        quad.subject.value: quad.object.value.rsplit("#", 1)[1]
        for quad in corpus(40)
        if quad.predicate == KG.hasFactuality and "meeting-" in quad.subject.value
    }
    assert set(status_of.values()) >= {"happened", "planned"}
    for one in of_relation(graph, "hasParticipant"):
        if one.object in status_of:
            assert one.status == status_of[one.object]


def test_only_what_happened_makes_people_meet(graph: Network) -> None:
    met = of_relation(graph, "metWith")
    assert met
    for one in met:
        event: Node = graph.nodes[one.basis]["node"]
        assert (event.category in {"Meeting", "Call"}, event.status) == (True, "happened")
        assert {one.subject, one.object} <= {
            actor for actor, _, data in graph.in_edges(one.basis, data=True)
            if data["statement"].relation == "hasParticipant"
        }  # fmt: skip
        assert one.origin is Origin.DERIVED
        assert one.evidence


def test_a_hall_full_of_people_makes_no_pairs() -> None:
    graph = Network()
    graph.add_node("event", node=Node("event", "Summit", "Meeting", status="happened"))
    for number in range(MOST_AT_ONE_TABLE + 1):
        actor = f"actor-{number:03}"
        graph.add_node(actor, node=Node(actor, actor, "Person"))
        said = Statement(f"fact-{number}", actor, "event", "hasParticipant", Origin.RELEASE)
        graph.add_edge(actor, "event", said.key, statement=said)
    assert not list(derive(graph))
    graph.remove_node("actor-000")
    assert len(list(derive(graph))) == math.comb(MOST_AT_ONE_TABLE, 2)


def test_the_same_store_gives_the_same_network_and_places(graph: Network) -> None:
    again = view(store(40))
    assert list(graph) == list(again)
    assert statements(graph) == statements(again)
    assert layout(graph) == layout(again)


def test_things_that_no_release_tells_of_come_only_with_everything() -> None:
    lonely = mint("state", "nowhere")
    facts = [
        *corpus(20),
        Quad(lonely, RDF.type, KG.State, GRAPH),
        Quad(lonely, RDFS.label, Literal("Nowhere", language="en"), GRAPH),
    ]
    assert lonely.value not in view(MemoryStore(facts))
    assert lonely.value in view(MemoryStore(facts), everything=True)


def test_a_statement_of_two_releases_is_one_with_two_passages() -> None:
    facts = list(corpus(8))
    graph = view(MemoryStore(facts))
    one = of_relation(graph, "hasParticipant")[0]
    other_graph = mint("graph-release", "second")
    copies = [
        Quad(quad.subject, quad.predicate, quad.object, other_graph)
        for quad in facts
        if quad.subject.value in (one.fact, one.object)
    ]
    passage, release = mint("passage", "second-0-9"), mint("release", "second")
    copies += [
        Quad(NamedNode(one.fact), KG.isEvidencedBy, passage, other_graph),
        Quad(passage, KG.inRelease, release, other_graph),
        Quad(passage, KG.startOffset, Literal(0), other_graph),
        Quad(passage, KG.quote, Literal("They met."), other_graph),
    ]
    merged = view(MemoryStore(facts + copies))
    same = [said for said in of_relation(merged, "hasParticipant") if said.fact == one.fact]
    assert len(same) == 1
    assert {item.quote for item in same[0].evidence} == {item.quote for item in one.evidence} | {"They met."}


def test_what_is_planned_in_one_release_and_done_in_another_is_two_statements() -> None:
    facts = list(corpus(30))
    graph = view(MemoryStore(facts))
    one = next(said for said in of_relation(graph, "hasParticipant") if said.status == "planned")
    later = mint("graph-release", "later")
    copies = [
        Quad(quad.subject, quad.predicate, quad.object, later)
        for quad in facts
        if quad.subject.value in (one.fact, one.object) and quad.predicate != KG.hasFactuality
    ]
    copies.append(Quad(NamedNode(one.object), KG.hasFactuality, KG.happened, later))
    merged = view(MemoryStore(facts + copies))
    told = {said.status for said in of_relation(merged, "hasParticipant") if said.fact == one.fact}
    assert told == {"planned", "happened"}
    assert merged.nodes[one.object]["node"].status == "happened"


def test_kinds_keep_the_things_of_these_classes_and_what_was_derived_of_the_rest() -> None:
    graph = view(store(40), kinds=("person", "format"))
    kept = {data["node"].category for _, data in graph.nodes(data=True)}
    assert kept == {"Person", "NegotiatingFormat"}
    assert {one.relation for one in statements(graph)} >= {"metWith", "satIn"}


def test_a_focus_keeps_what_is_so_many_steps_away(graph: Network) -> None:
    lavrov = mint("person", "Sergey Lavrov")
    near = view(store(40), focus=lavrov, hops=1)
    neighbours = set(graph.predecessors(lavrov.value)) | set(graph.successors(lavrov.value))
    direct = {
        end
        for one in statements(graph)
        if one.basis is None and lavrov.value in (one.subject, one.object)
        for end in (one.subject, one.object)
    }
    assert set(near) == direct
    assert direct <= neighbours | {lavrov.value}
    assert near.graph["focus"] == lavrov.value
    assert set(near) < set(view(store(40), focus=lavrov, hops=2))


def test_a_window_leaves_no_dated_statement_outside_it() -> None:
    graph = view(store(40), since="2018", until="2019-06")
    for one in statements(graph):
        assert overlaps(one.period, "2018", "2019-06"), one
    events = [data["node"] for _, data in graph.nodes(data=True) if data["node"].category in EVENT_CATEGORIES]
    assert events
    assert all("2018" <= event.period.start < "2019-07" for event in events)


def test_nothing_is_known_after_the_newest_release() -> None:
    newest = view(store(40)).graph["newest"]
    after = f"{int(newest[:4]) + 5}-01-01"
    with pytest.raises(ParameterError, match=f"nothing to draw from {after}: the newest release is of {newest}"):
        view(store(40), since=after)
    with pytest.raises(ParameterError, match="the newest release is of"):
        view(store(40), since=after, focus=mint("person", "Sergey Lavrov"), everything=True)


def test_what_has_no_beginning_is_known_of_its_end_alone() -> None:
    event, release = mint("meeting", "m"), mint("graph-release", "r")
    facts = [
        *corpus(8),
        Quad(event, RDF.type, KG.Meeting, release),
        Quad(event, KG.endDate, Literal("1999-05-06", datatype=XSD.date), release),
        Quad(event, KG.hasPlace, mint("place", "Vienna"), release),
    ]
    assert event.value in view(MemoryStore(facts), since="1999", until="1999")
    assert event.value not in view(MemoryStore(facts), since="1998", until="1998")


def test_what_somebody_says_of_nobody_stands_with_the_speaker_alone() -> None:
    release, act, speaker = mint("graph-release", "r"), mint("act", "a"), mint("person", "Sergey Lavrov")
    facts = [
        *corpus(8),
        Quad(act, KG.hasSpeaker, speaker, release),
        Quad(act, KG.hasActType, KG["act-regretted"], release),
    ]
    before, after = view(MemoryStore(list(corpus(8)))), view(MemoryStore(facts))
    (said,) = of_relation(after, "act-regretted")
    assert (said.subject, said.object, said.fact) == (speaker.value, speaker.value, act.value)
    assert ranked(after) == ranked(before)
    assert layout(after) == layout(before)


def test_a_host_an_outcome_and_the_plain_facts_of_a_thing_are_told() -> None:
    release, albania = mint("graph-release", "r"), mint("state", "Albania")
    event = mint("meeting", "m")
    facts = [
        *corpus(8),
        Quad(event, RDF.type, KG.Meeting, release),
        Quad(event, KG.hasHostState, albania, release),
        Quad(event, KG.hasOutcome, mint("instrument", "Minsk Agreements"), release),
        Quad(event, KG.roundNumber, Literal(42), release),
        Quad(albania, KG.isoCode, Literal("ALB"), GRAPH),
    ]
    graph = view(MemoryStore(facts))
    assert {one.object for one in of_relation(graph, "hasHostState")} == {albania.value}
    assert len(of_relation(graph, "hasOutcome")) == 1
    assert [value for _, value in graph.nodes[event.value]["node"].details] == ["42"]
    assert [value for _, value in graph.nodes[albania.value]["node"].details] == ["ALB"]


def test_too_many_things_are_cut_to_the_most_important_and_counted(graph: Network) -> None:
    cut = view(store(40), most=10)
    assert set(cut) == set(ranked(graph)[:10])
    assert cut.graph["left_out"] == len(graph) - 10


def test_a_focus_is_kept_among_too_many_however_little_it_matters(graph: Network) -> None:
    least = ranked(graph)[-1]
    cut = view(store(40), focus=NamedNode(least), hops=4, most=10)
    assert least in cut
    assert cut.graph["focus"] == least
    assert len(cut) == 10


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"kinds": ("king",)}, "no kind 'king'; choose among"),
        ({"since": "last year"}, "'last year' is no date"),
        ({"since": "2020-13"}, "'2020-13' is no date"),
        ({"since": "2020", "until": "2019"}, "--from 2020 is after --to 2019"),
        ({"since": "1950", "until": "1951"}, "nothing to draw from 1950 to 1951"),
        ({"kinds": ("region",)}, "nothing to draw of kind region"),
        ({"focus": mint("person", "Nobody")}, "person-nobody cannot be shown"),
        ({"hops": 0}, "0 steps lead nowhere"),
    ],
)
def test_a_mistake_is_told_in_one_line(options: dict[str, object], words: str) -> None:
    with pytest.raises(ParameterError) as caught:
        view(store(8), **options)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_empty_store_says_what_to_do() -> None:
    with pytest.raises(ParameterError, match="kg graph --all"):
        view(MemoryStore([]))
    with pytest.raises(ParameterError, match="kg build"):
        view(MemoryStore([]), everything=True)


def test_an_organization_read_as_something_finer_is_the_finer() -> None:
    facts = list(corpus(8))
    facts.append(Quad(mint("mission", "Presence in Albania"), RDF.type, KG.Organization, mint("graph-release", "x")))
    graph = view(MemoryStore(facts), everything=True)
    assert graph.nodes[mint("mission", "Presence in Albania").value]["node"].category == "Mission"


def test_what_is_only_observed_is_not_taken_for_a_beginning() -> None:
    graph = view(store(40))
    posts = [one for one in of_relation(graph, "hasPost") if one.origin is Origin.RELEASE]
    assert posts
    assert all(one.period.observed for one in posts)


def test_dates_of_events_and_tenures() -> None:
    event, tenure = mint("meeting", "m"), mint("tenure", "t")
    release = mint("graph-release", "r")
    day = Literal("2020-02", datatype=XSD.gYearMonth)
    facts = [
        Quad(event, RDF.type, KG.Meeting, release),
        Quad(event, KG.startDate, day, release),
        Quad(event, KG.hasPlace, mint("place", "vienna"), release),
        Quad(mint("place", "vienna"), RDF.type, KG.Place, GRAPH),
        Quad(tenure, KG.startDate, day, GRAPH),
        Quad(tenure, KG.hasHolder, mint("person", "p"), GRAPH),
        Quad(tenure, KG.hasPost, mint("post", "q"), GRAPH),
    ]
    graph = view(MemoryStore(facts), everything=True)
    assert of_relation(graph, "hasPlace")[0].period == Period("2020-02", "2020-02")
    assert of_relation(graph, "hasHolder")[0].period == Period("2020-02", None)


def test_words_for_kinds() -> None:
    assert categories(["format"]) == {"NegotiatingFormat"}
    assert categories(["Decision body", "de-facto-entity"]) == {"DecisionBody", "DeFactoEntity"}
    assert categories(["event"]) == EVENT_CATEGORIES


DATES = st.dates(date(1990, 1, 1), date(2030, 12, 31))
TEXTS = st.builds(lambda day, size: day.isoformat()[:size], DATES, st.sampled_from([4, 7, 10]))


@given(TEXTS)
def test_a_date_lies_between_its_first_and_last_day(text: str) -> None:
    first, last = first_day(text), last_day(text)
    assert first <= last
    assert first.isoformat()[: len(text)] == last.isoformat()[: len(text)] == text
    assert (last - first).days <= {4: 365, 7: 30, 10: 0}[len(text)]


@given(
    st.one_of(st.none(), TEXTS),
    st.one_of(st.none(), TEXTS),
    st.one_of(st.none(), TEXTS),
    st.one_of(st.none(), TEXTS),
)
def test_overlap_is_that_of_sets_of_days(
    start: str | None, end: str | None, since: str | None, until: str | None
) -> None:
    low = max([first_day(one) for one in (start, since) if one], default=date.min)
    high = min([last_day(one) for one in (end, until) if one], default=date.max)
    given_period = (first_day(start) if start else date.min) <= (last_day(end) if end else date.max)
    window = (first_day(since) if since else date.min) <= (last_day(until) if until else date.max)
    if given_period and window:
        assert overlaps(Period(start, end), since, until) == (low <= high)


def test_nothing_stands_on_anything_else(graph: Network) -> None:
    places = list(layout(graph).values())
    assert len(places) == len(graph)
    for number, (x, y) in enumerate(places):
        for across, down in places[:number]:
            assert math.hypot(x - across, y - down) > 12
