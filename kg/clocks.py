"""Two clocks: the graph as far as it was true on a day, and as far as releases had told it by a day.

`at` gives a view of a store, held in memory, that answers as a store does. Days are given and compared as far
as both are written, bounds included: `2017` is some time in 2017, a tenure to `2017-12` covers all December.

Known by a day: the releases issued on or before it, and the ontology and reference facts, which carry no day
of knowing. A release without a date cannot be shown to have been known, and is left out.

True on a day:

- Tenures, chairpersonships and roles in formats stay where the day lies between their dates; a missing end
  is read as not known to have ended. What a release says of a post or role has no dates, only the day on which
  it was said: it stays on that day alone.
- Events stay on the days from their first to their last, whatever their factuality, which they keep. Events
  without a date go. Participations go with their event.
- Acts, mentions and unresolved names have the day of their release.
- A release stays where it was issued on the day or tells something that stays, with the passages that this
  rests on. People, states, bodies, posts, places and other things stay, since none of them is a claim of a day.
- A chairpersonship keeps those of its chairpersons who were Chairperson-in-Office on the day.

In both, the rules run again on what stays, so that a derived link stands only where what it rests on does.
What had been derived of a chairpersonship that stays, such as its Troika, is true on each of its days, and stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Self

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Variable

from kg import library
from kg.graphs import DERIVED, REFERENCE, RELEASES
from kg.iris import mint
from kg.rules import derive
from kg.store import Result, Store, Term
from kg.store.sparql import check, reporting, without_own_dataset
from kg.terms import DCT, KG, PREFIXES, RDF

CHAIRPERSON_IN_OFFICE = mint("post", "cio")

LASTING = (KG.Tenure, KG.Chairpersonship, KG.FormatMembership)
EVENTS = (KG.Event, KG.Meeting, KG.Call, KG.Visit, KG.Appointment, KG.Observation, KG.Activity)
OF_THE_RELEASE = (KG.Act, KG.Mention, KG.UnresolvedName)
"""Classes whose things have no date of their own but that of the release they stand in."""

ISSUED = "SELECT ?graph ?issued { GRAPH ?graph { ?release a kg:Release OPTIONAL { ?release dct:issued ?issued } } }"


class View:
    """A graph in memory that answers as a store does; `kg.store.Store` tells what each method gives."""

    def __init__(self, graph: pyoxigraph.Store) -> None:
        """Answer from `graph`, which nobody else changes from now on."""
        self._graph = graph

    def query(self, text: str, substitutions: Mapping[Variable, Term] | None = None) -> Result:
        """Run a SPARQL query over the union of all graphs."""
        check(text)
        with reporting(text):
            return self._graph.query(
                text,
                prefixes=PREFIXES,
                use_default_graph_as_union=without_own_dataset(text),
                substitutions=dict(substitutions) if substitutions else None,
            )

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all, in no certain order."""
        return self._graph.quads_for_pattern(None, None, None, graph)

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of the graphs that hold something, sorted."""
        names = (name for name in self._graph.named_graphs() if isinstance(name, NamedNode))
        return tuple(sorted((name for name in names if next(self.quads(name), None)), key=lambda name: name.value))

    def dump(self, graph: NamedNode) -> bytes:
        """The triples of one graph as N-Triples, in no certain order."""
        return self._graph.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b""

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def at(store: Store, *, valid_on: str | None = None, known_by: str | None = None) -> Store:
    """The store as far as it was true on one day and known by another; without either, the store itself.

    Dates are ISO days, months or years. Raises `ParameterError` for one that there is none of.
    """
    true_on = None if valid_on is None else day("valid_on", valid_on)
    told_by = None if known_by is None else day("known_by", known_by)
    if true_on is None and told_by is None:
        return store
    graph = _known(store, told_by)
    if true_on is not None:
        # The neighbours in the chair, on whom a Troika rests, are gone when the rules run for the day.
        _run_rules(graph)
        derived = list(graph.quads_for_pattern(None, None, None, DERIVED))
        graph.remove_graph(DERIVED)
        _Day(graph, true_on).keep()
        _run_rules(graph)
        graph.extend(_still_derived(graph, derived))
    else:
        _run_rules(graph)
    return View(graph)


def day(name: str, text: str) -> str:
    """The date that these words give for the option `name`; `ParameterError` where they give none."""
    return library.Parameter(name, "xsd_date", required=True).literal(text).value


def not_after(one: str, other: str) -> bool:
    """Whether a date lies on or before another, as far as both are written."""
    return one[: len(other)] <= other[: len(one)]


def covers(text: str, starts: Iterable[str], ends: Iterable[str]) -> bool:
    """Whether a day lies between the first of the starts and the last of the ends; without any, that side is open."""
    began, ended = sorted(starts), sorted(ends)
    return (not began or any(not_after(one, text) for one in began)) and (
        not ended or any(not_after(text, one) for one in ended)
    )


def _known(store: Store, told_by: str | None) -> pyoxigraph.Store:
    """The store's graphs without the derived one, and without releases that were not issued by the day."""
    late: set[str] = set()
    if told_by is not None:
        rows = store.query(ISSUED)
        assert isinstance(rows, QuerySolutions)
        for row in rows:
            issued = row["issued"]
            if not isinstance(issued, Literal) or not not_after(issued.value, told_by):
                late.add(str(row["graph"]))
    graph = pyoxigraph.Store()
    for name in store.graphs():
        if name != DERIVED and str(name) not in late:
            graph.load(store.dump(name), format=RdfFormat.N_TRIPLES, to_graph=name, lenient=True)
    return graph


def _run_rules(graph: pyoxigraph.Store) -> None:
    derive(graph, [(rule.name, rule.text) for rule in library.rules()])


def _still_derived(graph: pyoxigraph.Store, derived: Iterable[Quad]) -> Iterator[Quad]:
    """What had been derived of chairpersonships that stay, where it links to nothing that went."""
    for quad in list(derived):
        if Quad(quad.subject, RDF.type, KG.Chairpersonship, REFERENCE) in graph:
            target = quad.object
            if isinstance(target, NamedNode) and next(graph.quads_for_pattern(target, None, None, None), None):
                yield quad


class _Day:
    """One day's work on a graph: finds what is not of the day, and takes it out."""

    def __init__(self, graph: pyoxigraph.Store, text: str) -> None:
        self.graph = graph
        self.day = text
        self.issued: dict[str, set[str]] = defaultdict(set)
        for quad in graph.quads_for_pattern(None, DCT.issued, None, None):
            if isinstance(quad.object, Literal):
                self.issued[str(quad.graph_name)].add(quad.object.value)

    def keep(self) -> None:
        """Leave in the graph what is of the day."""
        self.chairpersons()
        for node in self.of_classes(LASTING):
            self.lasting(node)
        for event in self.of_classes(EVENTS):
            starts, ends = self.values(event, KG.startDate), self.values(event, KG.endDate)
            if not (starts or ends) or not covers(self.day, starts, ends or starts):
                for quad in list(self.graph.quads_for_pattern(event, KG.hasParticipation, None, None)):
                    self.drop(quad.object)
                self.drop(event)
        for node in self.of_classes(OF_THE_RELEASE):
            if not any(self.is_of_the_day(graph) for graph in self.graphs_of(node)):
                self.drop(node)
        for quad in list(self.graph.quads_for_pattern(None, KG.mentions, None, None)):
            if not self.is_of_the_day(quad.graph_name):
                self.graph.remove(quad)
        self.sources()

    def of_classes(self, classes: Iterable[NamedNode]) -> list[NamedNode]:
        found = {
            quad.subject.value
            for one in classes
            for quad in self.graph.quads_for_pattern(None, RDF.type, one, None)
            if isinstance(quad.subject, NamedNode)
        }
        return [NamedNode(value) for value in sorted(found)]

    def values(self, node: NamedNode, predicate: NamedNode) -> list[str]:
        quads = self.graph.quads_for_pattern(node, predicate, None, None)
        return [quad.object.value for quad in quads if isinstance(quad.object, Literal)]

    def graphs_of(self, node: NamedNode) -> set[NamedNode]:
        quads = self.graph.quads_for_pattern(node, RDF.type, None, None)
        return {quad.graph_name for quad in quads if isinstance(quad.graph_name, NamedNode)}

    def is_of_the_day(self, graph: object) -> bool:
        """Whether the graph's release was issued on the day."""
        return any(covers(self.day, [one], [one]) for one in self.issued.get(str(graph), ()))

    def lasting(self, node: NamedNode) -> None:
        starts, ends = self.values(node, KG.startDate), self.values(node, KG.endDate)
        if starts or ends:
            if not covers(self.day, starts, ends):
                self.drop(node)
            return
        said = {graph for graph in self.graphs_of(node) if graph.value.startswith(RELEASES)}
        gone = {graph for graph in said if not self.is_of_the_day(graph)}
        if gone == self.graphs_of(node):
            self.drop(node)
        for graph in gone:
            self.remove(self.graph.quads_for_pattern(node, None, None, graph))

    def chairpersons(self) -> None:
        """Take out the chairpersons of a term whose own time as Chairperson-in-Office the day is not in."""
        for quad in list(self.graph.quads_for_pattern(None, KG.hasChairperson, None, None)):
            tenures = [
                held.subject
                for held in self.graph.quads_for_pattern(None, KG.hasHolder, quad.object, None)
                if isinstance(held.subject, NamedNode)
                and next(self.graph.quads_for_pattern(held.subject, KG.hasPost, CHAIRPERSON_IN_OFFICE, None), None)
            ]
            periods = [(self.values(one, KG.startDate), self.values(one, KG.endDate)) for one in tenures]
            dated = [(starts, ends) for starts, ends in periods if starts or ends]
            if dated and not any(covers(self.day, starts, ends) for starts, ends in dated):
                self.graph.remove(quad)

    def sources(self) -> None:
        """Take out the passages that nothing rests on any more, and the releases that tell nothing of the day."""
        for kind in list(self.graph.quads_for_pattern(None, RDF.type, KG.Release, None)):
            release, graph = kind.subject, kind.graph_name
            in_release = self.graph.quads_for_pattern(None, KG.inRelease, release, graph)
            passages = {str(quad.subject): quad.subject for quad in in_release}
            told = [
                quad for quad in self.graph.quads_for_pattern(None, KG.isEvidencedBy, None, graph)
                if str(quad.object) in passages
            ]  # fmt: skip
            stays = self.is_of_the_day(graph) or any(quad.subject != release for quad in told)
            rested_on = {str(quad.object) for quad in told} if stays else set()
            if not stays:
                self.drop(release)
            for name, passage in passages.items():
                if name not in rested_on:
                    self.drop(passage)

    def drop(self, node: object) -> None:
        """Take out all that is said of a node, and all that leads to it."""
        assert isinstance(node, NamedNode)
        self.remove(self.graph.quads_for_pattern(node, None, None, None))
        self.remove(self.graph.quads_for_pattern(None, None, node, None))

    def remove(self, quads: Iterable[Quad]) -> None:
        for quad in list(quads):
            self.graph.remove(quad)
