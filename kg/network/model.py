"""What the network is made of: things as nodes, statements as links, each with dates and sources."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    Network = nx.MultiDiGraph[str]
else:
    Network = nx.MultiDiGraph


class Origin(StrEnum):
    """Where a statement comes from."""

    RELEASE = "release"
    REFERENCE = "reference"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as the sources give it: ISO dates of any precision, None for an open end.

    Where it is `observed`, something is known to have been so on its first and its last day, and
    nothing is known of when it began or ended.
    """

    start: str | None = None
    end: str | None = None
    observed: bool = False

    @property
    def dated(self) -> bool:
        """Whether at least one end is known."""
        return self.start is not None or self.end is not None


UNDATED = Period()


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A stretch of a release's text that bears a statement out; `offset` is in characters."""

    release: str
    offset: int
    quote: str


@dataclass(frozen=True, slots=True)
class ReleaseCard:
    """What a reader needs to know of a release to look it up."""

    iri: str
    title: str
    issued: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the graph. `category` is its class in the ontology, without the prefix.

    `status` is an event's factuality, None for everything else; `same_as` are items of other data sets;
    `details` are pairs of a property in words and a value, such as an ISO code; `sources` are those of a
    reference fact.
    """

    iri: str
    label: str
    category: str
    aliases: tuple[str, ...] = ()
    period: Period = UNDATED
    status: str | None = None
    same_as: tuple[str, ...] = ()
    verified: bool = True
    details: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of two nodes, by one origin and in one factuality.

    `subject` and `object` are the same where somebody said something that names nobody and nothing.
    `fact` is the IRI of what carries the evidence (an event, a participation, an act, a tenure);
    `relation` the ontology's term, without the prefix; `detail` what else is said, such as a role.
    `basis` is, for a derived statement, the event that it rests on.
    """

    fact: str
    subject: str
    object: str
    relation: str
    origin: Origin
    detail: str = ""
    period: Period = UNDATED
    status: str = "happened"
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    confidence: str | None = None
    basis: str | None = None

    @property
    def key(self) -> str:
        """What tells this statement from others between the same two nodes."""
        return f"{self.relation} {self.status} {self.detail} {self.fact}"


EVENT_CATEGORIES = frozenset({"Meeting", "Call", "Visit", "Appointment", "Observation", "Activity"})
ACTOR_CATEGORIES = frozenset(
    {
        "Person", "State", "Organization", "Institution", "DecisionBody", "Department", "Mission",
        "NegotiatingFormat", "DeFactoEntity",
    }
)  # fmt: skip


def statements(graph: Network) -> list[Statement]:
    """The statements of a network, one for each of its edges."""
    return [data["statement"] for _, _, data in graph.edges(data=True)]
