"""What a store says around one thing: offices, chairs, roles, events and acts, who tells them, and how."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import pyoxigraph
from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg import library
from kg.answer import shorten
from kg.graphs import DERIVED
from kg.resources import resource
from kg.store import Store
from kg.terms import DCT, KG, KG_NAMESPACE, RDF, RDFS

KINDS = {
    KG.Tenure: "office",
    KG.Chairpersonship: "chair",
    KG.FormatMembership: "format",
    KG.Call: "call",
    KG.Visit: "visit",
    KG.Appointment: "appointment",
    KG.Observation: "observation",
    KG.Activity: "activity",
    KG.Act: "act",
    KG.Meeting: "meeting",
    KG.Event: "event",
}
"""The word for each class of fact; the first that fits is taken."""

NAMED_TOGETHER = {KG.Mention: "named together"}

PARTS = {
    KG.hasHolder: "holder",
    KG.hasPost: "post",
    KG.isHeldBy: "chair",
    KG.hasChairperson: "chairperson",
    KG.hasMember: "member",
    KG.ofFormat: "format",
    KG.hasParticipant: "participant",
    KG.inFormat: "format",
    KG.discusses: "topic",
    KG.hasPlace: "place",
    KG.hasHostState: "place",
    KG.isPartOf: "part of",
    KG.hasSpeaker: "speaker",
    KG.isAbout: "topic",
    KG.isAddressedTo: "addressee",
    KG.isReportedBy: "reported by",
    KG.isConveyedBy: "conveyed by",
}
"""What a thing is to a fact that leads to it by a property."""

AT_ONCE = 200
"""Nodes that one query describes; more in one slow Oxigraph down."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A sentence as it stands in its release, with its offsets in characters."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One source's word for a fact.

    `told_as` is `happened`, `planned`, `calledFor`, `denied`, `presupposed`, `stated` where a release tells
    what has no factuality, or `curated`. `issued` is the release's date or empty; `release` is its IRI, or
    None for a curated source, whose name `source` then is.
    """

    told_as: str
    issued: str
    source: str
    release: str | None
    rules: tuple[str, ...]
    confidence: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A thing in a fact: what it is to it (`holder`, `participant`), and in what role or capacity."""

    name: str
    thing: str
    label: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """An office, chair, role, event or act; dates as they are written, empty where there are none."""

    iri: str
    kind: str
    label: str
    begins: str
    ends: str
    role: str
    parts: tuple[Part, ...]
    tellings: tuple[Telling, ...]

    @property
    def day(self) -> str:
        """The day that it is placed by in time: its own, or that of its first source; may be empty."""
        return self.begins or self.ends or min((one.issued for one in self.tellings if one.issued), default="")

    def of(self, thing: str) -> tuple[Part, ...]:
        """The parts that a thing has in it."""
        return tuple(part for part in self.parts if part.thing == thing)

    def named(self, *names: str) -> tuple[Part, ...]:
        """The parts of these names."""
        return tuple(part for part in self.parts if part.name in names)


Value = NamedNode | Literal
Described = dict[str, list[tuple[str, NamedNode, Value]]]
"""By node: the graph, the property and the value of each statement."""


def facts(store: Store, thing: NamedNode) -> tuple[Fact, ...]:
    """All facts that a thing has to do with, the newest first, those without any date last."""
    view = library.read_question(resource("queries", "views", "facts-of-a-thing.rq"))
    found = [row[0] for row in _rows(store, view.bind({"thing": thing}))]
    return newest_first(_Reader(store, [str(node) for node in found], KINDS).facts())


def named_together(store: Store, one: NamedNode, other: NamedNode) -> tuple[Fact, ...]:
    """The sentences that name an actor beside a format, as facts of the kind `named together`; newest first."""
    view = library.read_question(resource("queries", "views", "named-together.rq"))
    mentions = {str(row[0]) for row in _rows(store, view.bind({"actor": one, "other": other}))}
    return newest_first(_Reader(store, sorted(mentions), NAMED_TOGETHER).facts())


def label(store: Store, thing: NamedNode) -> str:
    """The thing's label; its IRI, shortened, where it has none."""
    return _label(str(thing), _describe(store, [str(thing)]))


def newest_first(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts in order of time; where the day is the same, by kind, label and IRI."""
    by_name = sorted(found, key=lambda fact: (fact.kind, fact.label, fact.iri))
    return tuple(sorted(by_name, key=lambda fact: fact.day, reverse=True))


def as_solutions(columns: Sequence[str], rows: Iterable[Sequence[Value | None]]) -> QuerySolutions:
    """Rows as a query gives them, so that they are written as any answer is; None is unbound."""
    lines = "".join(f"({' '.join('UNDEF' if one is None else str(one) for one in row)})\n" for row in rows)
    names = " ".join(f"?{column}" for column in columns)
    solutions = pyoxigraph.Store().query(f"SELECT {names} {{ VALUES ({names}) {{\n{lines}}} }}")
    assert isinstance(solutions, QuerySolutions)
    return solutions


def _rows(store: Store, text: str) -> Iterator[tuple[NamedNode | Literal, ...]]:
    solutions = store.query(text)
    assert isinstance(solutions, QuerySolutions)
    for row in solutions:
        terms = tuple(row)
        if all(isinstance(term, NamedNode | Literal) for term in terms):
            yield terms


def _describe(store: Store, nodes: Iterable[str]) -> Described:
    """What all graphs say of nodes, given as IRIs in angle brackets; nodes of which nothing is said too."""
    described: Described = {node: [] for node in sorted(set(nodes))}
    rest = iter(described)
    while some := tuple(islice(rest, AT_ONCE)):
        text = (
            "SELECT DISTINCT ?node ?graph ?property ?value "
            f"{{ VALUES ?node {{ {' '.join(some)} }} GRAPH ?graph {{ ?node ?property ?value }} }}"
        )
        for node, graph, predicate, value in _rows(store, text):
            assert isinstance(predicate, NamedNode)
            described[str(node)].append((graph.value, predicate, value))
    return described


def _label(node: str, described: Described) -> str:
    names = [value.value for _, predicate, value in described.get(node, ()) if predicate == RDFS.label]
    return min(names, default=shorten(NamedNode(node[1:-1])))


class _Reader:
    """Reads facts with all that they lead to: participations, passages, releases and labels."""

    def __init__(self, store: Store, nodes: Iterable[str], kinds: Mapping[NamedNode, str]) -> None:
        """Read those of the nodes that are of one of these kinds."""
        self.described = _describe(store, nodes)
        self.kinds = dict(self._kinds(kinds))
        self.described |= _describe(store, self._values(self.kinds, KG.hasParticipation, KG.isEvidencedBy, KG.hasPost))
        second = list(self.described)
        named = self._values(second, *PARTS, KG.hasActor, KG.inCapacityOf, KG.onBehalfOf, KG.inOrganization)
        wanted = {*named, *self._values(second, KG.inRelease)}
        self.described |= _describe(store, wanted - self.described.keys())

    def _values(self, nodes: Iterable[str], *predicates: NamedNode) -> set[str]:
        return {
            str(value)
            for node in nodes
            for _, predicate, value in self.described[node]
            if predicate in predicates and isinstance(value, NamedNode)
        }

    def _texts(self, node: str, *predicates: NamedNode) -> list[str]:
        found = {value.value for _, predicate, value in self.described.get(node, ()) if predicate in predicates}
        return sorted(found)

    def _kinds(self, kinds: Mapping[NamedNode, str]) -> Iterator[tuple[str, str]]:
        for node, said in self.described.items():
            classes = {value for _, predicate, value in said if predicate == RDF.type}
            kind = next((word for one, word in kinds.items() if one in classes), None)
            if kind is not None:
                yield node, kind

    def facts(self) -> Iterator[Fact]:
        for node, kind in self.kinds.items():
            yield Fact(
                iri=node[1:-1],
                kind=kind,
                label=_label(node, self.described),
                begins=", ".join(self._texts(node, KG.startDate)),
                ends=", ".join(self._texts(node, KG.endDate)),
                role=", ".join(concept(text) for text in self._texts(node, KG.hasRank, KG.hasRole, KG.hasActType)),
                parts=tuple(sorted(set(self._parts(node)))),
                tellings=tuple(sorted(set(self._tellings(node)))),
            )

    def _parts(self, node: str) -> Iterator[Part]:
        taking_part = {part.thing: part for part in self._participants(node)}
        yield from taking_part.values()
        for _, predicate, value in self.described[node]:
            if predicate in PARTS and isinstance(value, NamedNode) and value.value not in taking_part:
                yield self._part(PARTS[predicate], str(value))
            if predicate == KG.hasPost:
                for body in self._values([str(value)], KG.inOrganization):
                    yield self._part("body of the post", body)

    def _part(self, name: str, node: str, role: str = "") -> Part:
        return Part(name, node[1:-1], _label(node, self.described), role)

    def _participants(self, node: str) -> Iterator[Part]:
        for participation in sorted(self._values([node], KG.hasParticipation)):
            roles = [concept(text) for text in self._texts(participation, KG.hasRole)]
            posts = sorted(self._values([participation], KG.inCapacityOf))
            behalf = sorted(self._values([participation], KG.onBehalfOf))
            roles += [f"as {_label(post, self.described)}" for post in posts]
            roles += [f"for {_label(body, self.described)}" for body in behalf]
            for actor in self._values([participation], KG.hasActor):
                yield self._part("participant", actor, ", ".join(roles))
                yield from (self._part("capacity", post, f"of {_label(actor, self.described)}") for post in posts)
                yield from (self._part("on behalf of", one, f"{_label(actor, self.described)}") for one in behalf)

    def _tellings(self, node: str) -> Iterator[Telling]:
        by_graph: dict[str, list[tuple[NamedNode, Value]]] = defaultdict(list)
        for graph, predicate, value in self.described[node]:
            if graph != DERIVED.value:
                by_graph[graph].append((predicate, value))
        for said in by_graph.values():
            found: dict[NamedNode, set[str]] = defaultdict(set)
            for predicate, value in said:
                found[predicate].add(str(value) if predicate == KG.isEvidencedBy else value.value)
            ways = sorted(concept(text) for text in found[KG.hasFactuality])
            confidence = ", ".join(sorted(found[KG.confidence]))
            for source in sorted(found[DCT.source]):
                for told_as in ways or ["curated"]:
                    yield Telling(told_as, "", source, None, (), confidence, ())
            for release in sorted(self._values(found[KG.isEvidencedBy], KG.inRelease)):
                passages = [one for one in found[KG.isEvidencedBy] if release in self._values([one], KG.inRelease)]
                for told_as in ways or ["stated"]:
                    yield Telling(
                        told_as,
                        min(self._texts(release, DCT.issued), default=""),
                        min(self._texts(release, DCT.title), default=shorten(NamedNode(release[1:-1]))),
                        release[1:-1],
                        tuple(sorted(found[KG.isExtractedBy])),
                        confidence,
                        tuple(sorted(self._passage(one) for one in passages)),
                    )

    def _passage(self, node: str) -> Passage:
        start, end, quote = (
            min(self._texts(node, one), default="") for one in (KG.startOffset, KG.endOffset, KG.quote)
        )
        return Passage(int(start or 0), int(end or 0), quote)


def concept(iri: str) -> str:
    """A concept of the ontology in a word, such as `co-chair` for `kg:role-co-chair`."""
    return re.sub(r"^(?:rank|role|act)-", "", iri.removeprefix(KG_NAMESPACE))
