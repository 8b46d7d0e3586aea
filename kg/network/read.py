"""From a store to things and the statements that join them, one SPARQL file in `views/` for each kind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions

from kg.iris import ID_NAMESPACE, local_name
from kg.network.model import (
    ACTOR_CATEGORIES,
    EVENT_CATEGORIES,
    UNDATED,
    Evidence,
    Node,
    Origin,
    Period,
    ReleaseCard,
    Statement,
)
from kg.network.period import first_day, last_day
from kg.store import Store
from kg.terms import KG_NAMESPACE

CATEGORIES = (
    *sorted(ACTOR_CATEGORIES),
    *sorted(EVENT_CATEGORIES),
    "Place", "Region", "Post", "Instrument", "Conflict", "MeetingSeries", "Chairpersonship", "FieldOfWork",
    "Release",
)  # fmt: skip
"""The classes whose things can be nodes; a thing with several is of the one that stands first here."""

GENERAL = frozenset({"Organization"})
"""Classes that give way to any other that a thing has."""

STATUSES = ("happened", "denied", "planned", "calledFor", "presupposed")
"""Factualities, the one that outweighs the others first: what happened was also once planned."""

OF_RELEASES = frozenset({"mentions", "of-release"})
OF_EVERYTHING = frozenset({"posts", "concluded"})
"""The views that are read only where releases, or simply everything, are asked for."""

DETAILS = (
    "kg:isoCode", "kg:hasParticipationStatus", "kg:joinedOn", "kg:hasEventKind", "kg:roundNumber",
    "kg:hasInstrumentType", "kg:hasDimension", "kg:documentReference", "kg:wasAdoptedOn", "kg:decision",
    "kg:deployedOn", "skos:note",
)  # fmt: skip
"""What is told of a thing by a plain value or a concept, in the order in which a reader is told."""

_GRAPH = f"{ID_NAMESPACE}graph-"


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a store says, as nodes and statements; both sorted, so that the same store gives the same."""

    nodes: Mapping[str, Node]
    statements: tuple[Statement, ...]
    releases: Mapping[str, ReleaseCard]


def read(store: Store, *, mentions: bool = False, everything: bool = False) -> Contents:
    """Read the things of a store and what is said of them.

    With `mentions`, releases are joined to what they name, to their place and their publisher. `everything`
    adds that, posts as things of their own, and what the rules of the store conclude.
    """
    mentions = mentions or everything
    left = (frozenset() if mentions else OF_RELEASES) | (frozenset() if everything else OF_EVERYTHING)
    labels = _labels(store)
    periods = _periods(store)
    releases = _releases(store, labels)
    lookup = _Lookup(labels, periods, releases, _evidence(store, mentions), _supports(store))
    rows = _rows(store, left)
    statements = tuple(sorted(lookup.statements(rows), key=lambda one: (one.subject, one.object, one.key)))
    return Contents(_nodes(store, labels, periods, statements), statements, releases)


@cache
def _views() -> tuple[tuple[str, str], ...]:
    folder = Path(__file__).parent / "views"
    return tuple((path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.rq")))


def _rows(store: Store, left: frozenset[str]) -> Iterator["_Row"]:
    for name, text in _views():
        if name not in left:
            yield from map(_Row.of, _solutions(store, text))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a view; `about` is what carries the dates, `release` gives its day of issue instead."""

    origin: Origin | None
    graph: str
    fact: str
    subject: str
    relation: str
    object: str
    status: str
    about: str | None
    release: str | None
    role: str | None
    capacity: str | None
    words: str | None

    @classmethod
    def of(cls, solution: QuerySolution) -> "_Row":
        def text(name: str) -> str | None:
            try:
                term = solution[name]
            except KeyError:
                return None
            return term.value if isinstance(term, NamedNode | Literal) else None

        graph, subject = text("graph") or "", text("subject") or ""
        return cls(
            origin=_origin(graph),
            graph=graph,
            fact=text("fact") or subject,
            subject=subject,
            relation=_local(text("relation") or ""),
            object=text("object") or "",
            status=_local(text("status") or f"{KG_NAMESPACE}happened"),
            about=text("about"),
            release=text("release"),
            role=text("role"),
            capacity=text("capacity"),
            words=text("words"),
        )


def _origin(graph: str) -> Origin | None:
    if graph.startswith(f"{_GRAPH}release-"):
        return Origin.RELEASE
    return {f"{_GRAPH}reference": Origin.REFERENCE, f"{_GRAPH}derived": Origin.DERIVED}.get(graph)


@dataclass(slots=True)
class _Gathered:
    """What the rows of one statement have together."""

    graphs: set[str] = field(default_factory=set)
    details: dict[str, None] = field(default_factory=dict)
    about: set[str] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Support:
    rules: tuple[str, ...] = ()
    confidence: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Lookup:
    labels: Mapping[str, str]
    periods: Mapping[str, Period]
    releases: Mapping[str, ReleaseCard]
    evidence: Mapping[tuple[str, str], tuple[Evidence, ...]]
    supports: Mapping[tuple[str, str], _Support]

    def statements(self, rows: Iterable[_Row]) -> Iterator[Statement]:
        """The statements that the rows make, those of one fact and factuality put together."""
        gathered: dict[tuple[str, str, str, str, str, Origin], _Gathered] = defaultdict(_Gathered)
        for row in rows:
            # What somebody says of nobody in particular is told of the speaker alone.
            if row.origin is None or (row.subject == row.object and not row.relation.startswith(ACT)):
                continue
            one = gathered[(row.fact, row.subject, row.object, row.relation, row.status, row.origin)]
            one.graphs.add(row.graph)
            one.details |= dict.fromkeys(self.words(row))
            if row.about is not None:
                one.about.add(row.about)
            if row.release is not None:
                one.releases.add(row.release)
        for (fact, subject, object_, relation, status, origin), one in gathered.items():
            keys = [(graph, fact) for graph in sorted(one.graphs)]
            supports = [self.supports[key] for key in keys if key in self.supports]
            confidences = [support.confidence for support in supports if support.confidence is not None]
            yield Statement(
                fact=fact,
                subject=subject,
                object=object_,
                relation=relation,
                origin=origin,
                detail="; ".join(sorted(one.details)),
                period=self.period(one),
                status=status,
                evidence=tuple(sorted({item for key in keys for item in self.evidence.get(key, ())})),
                sources=tuple(sorted({source for support in supports for source in support.sources})),
                rules=tuple(sorted({rule for support in supports for rule in support.rules})),
                confidence=max(confidences, key=_CONFIDENCES.index) if confidences else None,
            )

    def words(self, row: _Row) -> Iterator[str]:
        """What a row adds to its relation: a role or rank, a post, its own words."""
        if row.words is not None:
            yield row.words
        role = _local(row.role).split("-", 1)[-1].replace("-", " ") if row.role is not None else ""
        post = self.labels.get(row.capacity, local_name(row.capacity)) if row.capacity is not None else ""
        if row.relation in ("hasPost", "hasHolder"):
            yield f"{role} {post}".strip()
        else:
            if role:
                yield f"as {role}"
            if post:
                yield post

    def period(self, one: _Gathered) -> Period:
        """The dates of what the statement is about, or the days on which the releases were issued."""
        for about in sorted(one.about):
            if about in self.periods:
                return self.periods[about]
        days = [card.issued for iri in one.releases if (card := self.releases.get(iri)) and card.issued]
        return Period(min(days), max(days)) if days else UNDATED


ACT = "act-"
_CONFIDENCES = ("low", "medium", "high")


def _nodes(
    store: Store, labels: Mapping[str, str], periods: Mapping[str, Period], statements: Iterable[Statement]
) -> dict[str, Node]:
    categories = _categories(store)
    for statement in statements:
        for iri in (statement.subject, statement.object):
            categories.setdefault(iri, "Thing")
    aliases = _texts(store, "skos:altLabel")
    same_as = _texts(store, "skos:exactMatch")
    statuses = _statuses(store)
    details = _details(store, labels)
    sources = _texts(store, "dct:source")
    unverified = _texts(store, "kg:isVerified", 'FILTER(STR(?value) = "false")')
    return {
        iri: Node(
            iri=iri,
            label=labels.get(iri, local_name(iri)),
            category=category,
            aliases=tuple(sorted(aliases.get(iri, set()) - {labels.get(iri)})),
            period=periods.get(iri, UNDATED),
            status=statuses.get(iri, "happened") if category in EVENT_CATEGORIES else None,
            same_as=tuple(sorted(same_as.get(iri, ()))),
            verified=iri not in unverified,
            details=details.get(iri, ()),
            sources=tuple(sorted(sources.get(iri, ()))),
        )
        for iri, category in sorted(categories.items())
    }


def _categories(store: Store) -> dict[str, str]:
    classes = " ".join(f"kg:{name}" for name in CATEGORIES)
    found: dict[str, set[str]] = defaultdict(set)
    rows = _solutions(
        store,
        f"SELECT DISTINCT ?thing ?class {{ VALUES ?class {{ {classes} }} GRAPH ?graph {{ ?thing a ?class }} "
        "FILTER(?graph NOT IN (id:graph-derived, id:graph-ontology)) }",
    )
    for row in rows:
        found[_value(row, "thing")].add(_local(_value(row, "class")))
    return {iri: min(names - GENERAL or names, key=CATEGORIES.index) for iri, names in found.items()}


def _labels(store: Store) -> dict[str, str]:
    found = _texts(store, "rdfs:label", "FILTER NOT EXISTS { ?thing kg:inRelease ?release }")
    named = _texts(store, "kg:nameInRelease")
    return {iri: min(names) for iri, names in (named | found).items()}


def _statuses(store: Store) -> dict[str, str]:
    found = _texts(store, "kg:hasFactuality")
    return {iri: min((_local(value) for value in values), key=STATUSES.index) for iri, values in found.items()}


def _details(store: Store, labels: Mapping[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """What is told of each thing by plain values: the property in words, and the value or the concept's label."""
    found: dict[str, dict[tuple[int, str, str], None]] = defaultdict(dict)
    rows = _solutions(
        store,
        f"SELECT DISTINCT ?thing ?property ?value {{ VALUES ?property {{ {' '.join(DETAILS)} }} "
        "?thing ?property ?value }",
    )
    order = {_local(prefixed.replace(":", "#")): place for place, prefixed in enumerate(DETAILS)}
    for row in rows:
        name, value = _local(_value(row, "property")), _value(row, "value")
        words = labels.get(_value(row, "property"), name).removeprefix("has ").removeprefix("was ")
        found[_value(row, "thing")][(order[name], words, labels.get(value, value))] = None
    return {iri: tuple((words, value) for _, words, value in sorted(rows)) for iri, rows in found.items()}


def _texts(store: Store, property_: str, condition: str = "") -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in _solutions(store, f"SELECT DISTINCT ?thing ?value {{ ?thing {property_} ?value {condition} }}"):
        found[_value(row, "thing")].add(_value(row, "value"))
    return dict(found)


def _periods(store: Store) -> dict[str, Period]:
    starts, ends = _texts(store, "kg:startDate"), _texts(store, "kg:endDate")
    events = _event_iris(store)
    found: dict[str, Period] = {}
    for iri in sorted(starts.keys() | ends.keys()):
        start = min(starts[iri], key=first_day) if iri in starts else None
        end = max(ends[iri], key=last_day) if iri in ends else None
        # An event of which only the day is known was over that day; a tenure or mission may still go on.
        found[iri] = Period(start, end or start if iri in events else end)
    for property_ in ("kg:wasAdoptedOn", "dct:issued", "kg:asOf"):
        for iri, days in _texts(store, property_).items():
            observed = property_ == "kg:asOf"
            found.setdefault(iri, Period(min(days, key=first_day), max(days, key=last_day), observed))
    return found


def _event_iris(store: Store) -> set[str]:
    classes = " ".join(f"kg:{name}" for name in sorted(EVENT_CATEGORIES))
    rows = _solutions(store, f"SELECT DISTINCT ?thing {{ VALUES ?class {{ {classes} }} ?thing a ?class }}")
    return {_value(row, "thing") for row in rows}


def _releases(store: Store, labels: Mapping[str, str]) -> dict[str, ReleaseCard]:
    iris = sorted(_value(row, "thing") for row in _solutions(store, "SELECT DISTINCT ?thing { ?thing a kg:Release }"))
    issued, urls = _texts(store, "dct:issued"), _texts(store, "schema:url")
    publishers = _texts(store, "kg:hasSource")
    return {
        iri: ReleaseCard(
            iri=iri,
            title=labels.get(iri, local_name(iri)),
            issued=min(issued[iri]) if iri in issued else None,
            publisher=next((labels.get(one, local_name(one)) for one in sorted(publishers.get(iri, ()))), None),
            url=min(urls[iri]) if iri in urls else None,
        )
        for iri in iris
    }


def _evidence(store: Store, mentions: bool) -> dict[tuple[str, str], tuple[Evidence, ...]]:
    condition = "" if mentions else "FILTER NOT EXISTS { ?fact a kg:Mention }"
    found: dict[tuple[str, str], set[Evidence]] = defaultdict(set)
    for row in _solutions(
        store,
        "SELECT DISTINCT ?graph ?fact ?release ?offset ?quote { "
        "GRAPH ?graph { ?fact kg:isEvidencedBy ?passage . "
        f"?passage kg:inRelease ?release ; kg:startOffset ?offset ; kg:quote ?quote }} {condition} }}",
    ):
        evidence = Evidence(_value(row, "release"), int(_value(row, "offset")), _value(row, "quote"))
        found[(_value(row, "graph"), _value(row, "fact"))].add(evidence)
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _supports(store: Store) -> dict[tuple[str, str], _Support]:
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in _solutions(
        store,
        "SELECT DISTINCT ?graph ?fact ?property ?value { "
        "VALUES ?property { kg:isExtractedBy kg:confidence dct:source } "
        "GRAPH ?graph { ?fact ?property ?value } FILTER NOT EXISTS { ?fact a kg:Mention } }",
    ):
        key = (_value(row, "graph"), _value(row, "fact"))
        found[key][_local(_value(row, "property"))].add(_value(row, "value"))
    return {
        key: _Support(
            tuple(sorted(values.get("isExtractedBy", ()))),
            max(values["confidence"], key=_CONFIDENCES.index) if "confidence" in values else None,
            tuple(sorted(values.get("source", ()))),
        )
        for key, values in found.items()
    }


def _solutions(store: Store, text: str) -> QuerySolutions:
    result = store.query(text)
    assert isinstance(result, QuerySolutions)
    return result


def _value(row: QuerySolution, name: str) -> str:
    term = row[name]
    assert isinstance(term, NamedNode | Literal)
    return term.value


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


__all__ = ["CATEGORIES", "STATUSES", "Contents", "read"]
