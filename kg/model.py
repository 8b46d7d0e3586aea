"""What passes between loaders, extractors and the graph: frozen releases, things and facts.

Offsets count Unicode characters of `Release.text`, the text as read; ends are exclusive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeVar

from pyoxigraph import NamedNode

from kg.iris import mint


class Factuality(StrEnum):
    """Whether a text tells an event as done, intended, asked for, ruled out or taken for granted."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CALLED_FOR = "calledFor"
    DENIED = "denied"
    PRESUPPOSED = "presupposed"


class Confidence(StrEnum):
    """How far a fact can be relied on."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Span(NamedTuple):
    """A stretch of the text as read, `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` in this stretch."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other stretch lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of a page's header with the place where it is written."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Release:
    """One press release as a loader reads it.

    `text` is the whole text as read, navigation included; `title` and `body` say where the release
    itself stands in it. A repeated body, captions, contacts and related news lie outside `body`.
    `issued` is an ISO date (`YYYY-MM-DD`) or None where the page gives none that can be relied on.
    `sha256` is the hash of the bytes that were read; `name` is the file's name, without any folder.
    """

    slug: str
    name: str
    text: str
    sha256: str
    title: Stated
    body: tuple[Span, ...]
    issued: Stated | None = None
    places: tuple[Stated, ...] = ()
    source: Stated | None = None
    fields: tuple[Stated, ...] = ()
    url: str | None = None
    loader: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that the graph has a node for.

    `kind` is the first word of its IRI (`person`, `state`, `format`); `key` the rest, before folding;
    `category` the class in the ontology (`Person`, `NegotiatingFormat`). Things of the reference facts
    are `verified`; others are known only from releases.
    """

    kind: str
    key: str
    label: str
    category: str
    verified: bool = False
    organization: "Thing | None" = None

    @property
    def iri(self) -> NamedNode:
        """The thing's IRI."""
        return mint(self.kind, self.key)


def unlisted_organization(name: str) -> Thing:
    """An organization that no list knows, by its name in a text."""
    return Thing("organization", name, name, "Organization")


class Support(NamedTuple):
    """What a fact rests on: the sentences, the rule that read them, and how sure it is."""

    evidence: tuple[Span, ...]
    rule: str
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True)
class Heading:
    """What the page's header says of the release: its `place`, its `source` or a `field` of work."""

    role: str
    thing: Thing
    support: Support


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text and the thing that it stands for; `span` is the name's own place."""

    thing: Thing
    span: Span
    support: Support


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that no thing was found for, or several; `expected` is the class that the words call for."""

    name: str
    expected: str
    span: Span
    support: Support
    candidates: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """That somebody holds (or held, or is to hold) a post, as of the release's date."""

    holder: Thing
    post: Thing
    support: Support
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """One actor in one event: the posts acted in, the states or bodies acted for, and the role."""

    actor: Thing
    capacities: tuple[Thing, ...] = ()
    on_behalf_of: tuple[Thing, ...] = ()
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, call, visit, appointment, observation or activity that a release tells of.

    `category` is the class in the ontology; `event_kind` a finer kind (`round`, `summit`) or None.
    Dates are ISO dates in the precision that the text gives. `number` is a round's or session's.
    `part_of` is the key of the event that this one is part of. `key` names the event: the same
    participants on the same day give the same key in every release.
    """

    category: str
    key: str
    label: str
    factuality: Factuality
    support: Support
    participants: tuple[Participation, ...] = ()
    start: str | None = None
    end: str | None = None
    places: tuple[Thing, ...] = ()
    formats: tuple[Thing, ...] = ()
    discusses: tuple[Thing, ...] = ()
    part_of: "Event | None" = None
    event_kind: str | None = None
    number: int | None = None
    reported_by: Thing | None = None

    @property
    def iri(self) -> NamedNode:
        """The event's IRI, such as `id:meeting-2020-02-26-edi-rama-sergey-lavrov`."""
        return mint(self.category.lower(), self.key)


@dataclass(frozen=True, slots=True)
class Membership:
    """An actor's role in a format, as a release tells it or takes it for granted."""

    member: Thing
    format: Thing
    role: str
    factuality: Factuality
    support: Support


@dataclass(frozen=True, slots=True)
class Act:
    """A speech act: who welcomed, urged or condemned what, addressed to whom.

    `speaker` is None where the text names none (a passive). `conveyed_by` only delivers the words.
    `act_type` is the concept's name without its prefix, such as `called-for`.
    """

    speaker: Thing | None
    act_type: str
    support: Support
    about: tuple[Thing, ...] = ()
    addressed_to: tuple[Thing, ...] = ()
    factuality: Factuality = Factuality.HAPPENED
    reported_by: Thing | None = None
    conveyed_by: Thing | None = None


F = TypeVar("F")

Fact = Heading | Mention | Unresolved | Tenure | Event | Membership | Act


@dataclass(frozen=True, slots=True)
class Reading:
    """A release and all that was read from it."""

    release: Release
    facts: tuple[Fact, ...] = field(default=())

    def of_type(self, fact_type: type[F]) -> Iterable[F]:
        """The facts of one type, in the order in which they were read."""
        return (fact for fact in self.facts if isinstance(fact, fact_type))
