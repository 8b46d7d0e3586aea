"""Event drafts: what single sentences tell of events, before one event's tellings are joined."""

from dataclasses import dataclass, field

from kg.extract.view import Party
from kg.model import Confidence, Factuality, Participation, Span, Thing


@dataclass(slots=True)
class Draft:
    """One telling of an event.

    `refers_back` marks a telling without parties of its own (“the meeting took place …”), which adds to the
    event told before. `visit_of` is the key of the visit that the event is said to be part of.
    """

    category: str
    factuality: Factuality
    rule: str
    evidence: list[Span]
    parties: list[Party] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    start: str | None = None
    end: str | None = None
    places: tuple[Thing, ...] = ()
    formats: tuple[Thing, ...] = ()
    discusses: list[Thing] = field(default_factory=list)
    event_kind: str | None = None
    number: int | None = None
    confidence: Confidence = Confidence.HIGH
    refers_back: bool = False
    in_title: bool = False
    in_lead: bool = False
    separate: bool = False
    during_visit: bool = False
    position: tuple[int, int] = (0, 0)
    label: str | None = None

    @property
    def actors(self) -> frozenset[str]:
        """The IRIs of those who take part."""
        return frozenset(party.thing.iri.value for party in self.parties)

    def participations(self) -> tuple[Participation, ...]:
        """The parties as participations, in order of their keys."""
        found = []
        for party in sorted(self.parties, key=lambda one: one.thing.iri.value):
            current = [post for post, rank in party.posts if rank not in {"former", "designate"}]
            behalf: dict[str, Thing] = {}
            for post in current:
                if post.organization is not None and post.organization.iri != party.thing.iri:
                    behalf.setdefault(post.organization.iri.value, post.organization)
            found.append(
                Participation(
                    party.thing, tuple(current), tuple(behalf.values()), self.roles.get(party.thing.iri.value)
                )
            )
        return tuple(found)
