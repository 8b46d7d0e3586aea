"""The facts of one gold file, each with the stretch of text that it rests on.

A name is a tuple of names that are all right (`("OSCE Chairpersonship 2020", "Albania")`); `None` where the
text names nobody. `given` holds the keys that the file states: what it does not state is not scored.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.model import Factuality, Release, Span

Name = tuple[str, ...]

ANY: Name = ("*",)
"""Whoever or whatever it may be."""

EVENT_CLASSES = ("Meeting", "Call", "Visit", "Appointment", "Observation", "Activity")
FACTUALITIES = tuple(one.value for one in Factuality)
RANKS = ("acting", "deputy", "designate", "former")
ACT_TYPES = (
    "welcomed",
    "condemned",
    "called-for",
    "urged",
    "supported",
    "appreciated",
    "concerned",
    "regretted",
    "reaffirmed",
    "agreed",
    "offered",
    "stated",
)
EVENT_ROLES = (
    "host",
    "chair",
    "co-chair",
    "guest",
    "observer",
    "appointer",
    "appointee",
    "predecessor",
    "organizer",
    "facilitator",
    "co-facilitator",
)
FORMAT_ROLES = (
    "party",
    "mediator",
    "member",
    "chair",
    "co-chair",
    "participant",
    "facilitator",
    "co-facilitator",
    "co-ordinator",
    "observer",
    "host",
    "component",
    "invited-participant",
)
MENTION_TYPES = (
    "Person",
    "State",
    "Organization",
    "Institution",
    "DecisionBody",
    "Department",
    "Mission",
    "NegotiatingFormat",
    "DeFactoEntity",
    "Instrument",
    "Conflict",
    "Place",
    "Region",
    "Post",
    "Chairpersonship",
    "FieldOfWork",
    "Event",
    "Group",
)
FORBIDDEN_KINDS = ("tenure", "event", "act", "membership", "mention", "header")


class GoldError(KgError):
    """A gold file that is not what the format asks for; the message names the file and the field."""

    def __init__(self, path: Path, field: str, problem: str) -> None:
        super().__init__(f"{path}: {field}: {problem}")
        self.path = path
        self.field = field


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A name in the text at its exact place."""

    entity: Name
    types: tuple[str, ...]
    span: Span
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldTenure:
    """That somebody holds a post, by the words at `spans`."""

    holder: Name
    post: Name
    rank: str | None
    spans: tuple[Span, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldParticipant:
    """One who takes part in an event; `posts` are those that the text names."""

    actor: Name
    posts: tuple[Name, ...]
    on_behalf_of: tuple[Name, ...]
    role: str | None
    given: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event; no `classes` means that any class is right.

    The things in `also` are neither required nor wrong as a place, format or subject.
    """

    id: str
    classes: tuple[str, ...]
    factuality: str | None
    start: str | None
    end: str | None
    places: tuple[Name, ...]
    formats: tuple[Name, ...]
    discusses: tuple[Name, ...]
    part_of: str | None
    number: int | None
    also: tuple[Name, ...]
    participants: tuple[GoldParticipant, ...]
    spans: tuple[Span, ...]
    given: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldMembership:
    """An actor's role in a format."""

    member: Name
    format: Name
    role: str
    factuality: str | None
    spans: tuple[Span, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldAct:
    """A speech act; `speaker` is None where the text names none.

    The things in `also` are neither required nor wrong as what it is about or to whom.
    """

    speaker: Name | None
    types: tuple[str, ...]
    about: tuple[Name, ...]
    addressed_to: tuple[Name, ...]
    conveyed_by: Name | None
    also: tuple[Name, ...]
    factuality: str | None
    spans: tuple[Span, ...]
    given: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldHeader:
    """What the page's header says of the release."""

    title: str | None
    issued: str | None
    places: tuple[Name, ...]
    source: Name | None
    fields: tuple[Name, ...]
    given: frozenset[str]


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A fact that must not come out: one that agrees with all keys of one of the `patterns`.

    The first `beyond` such facts are allowed, so that one event told twice can be forbidden.
    """

    kind: str
    patterns: tuple[Mapping[str, object], ...]
    why: str
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold file.

    `releases` is what is to be read: one release, or those of a listing page. `complete` says that all
    facts of the text are given, so that any other is wrong; a file that is not complete measures only what
    is missing and what is forbidden. In the stretches `unannotated` no mention is scored. `items` is
    how many releases the page holds. `people` are the
    full names of persons whom the text presupposes: there, a surname alone is right.
    """

    path: Path
    name: str
    releases: tuple[Release, ...]
    text: str
    complete: bool
    people: tuple[str, ...]
    unannotated: tuple[Span, ...]
    items: int | None
    header: GoldHeader | None
    mentions: tuple[GoldMention, ...]
    tenures: tuple[GoldTenure, ...]
    events: tuple[GoldEvent, ...]
    memberships: tuple[GoldMembership, ...]
    acts: tuple[GoldAct, ...]
    forbidden: tuple[Forbidden, ...]
    given: frozenset[str]
    refused: str | None = None
