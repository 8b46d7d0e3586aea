"""Event drafts: what single sentences tell of events, before one event's tellings are joined."""

from dataclasses import dataclass, field
from typing import Any

from kg.extract.on_behalf import behalf_of
from kg.extract.view import Party, View
from kg.model import Confidence, Factuality, Participation, Span, Thing
from kg.text.annotate import Lexicon

TALK_CLASSES = frozenset({"Meeting", "Call"})
"""The classes of events at which people talk with each other."""


@dataclass(slots=True)
class Draft:
    """One telling of an event.

    `refers_back` marks a telling without parties of its own (“the meeting took place …”), which adds to the
    event told before. `others` are the words for a group that took part and of whom nobody is named.
    `evidence` is a set of sentences in the order told; `frames` marks an event on whose margins the others of its sentence were;
    `of_all` a telling that refers back to all the meetings told last, `perhaps_call` one that says only that people spoke,
    `reported` one that only says what somebody told of it, `whose` the one to whose journey it adds.
    """

    category: str
    factuality: Factuality
    rule: str
    evidence: dict[Span, None]
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
    during_visit: bool = False
    position: tuple[int, int] = (0, 0)
    label: str | None = None
    others: str = ""
    frames: bool = False
    of_all: bool = False
    perhaps_call: bool = False
    reported: bool = False
    whose: Thing | None = None

    @classmethod
    def of(cls, view: View, category: str, factuality: Factuality, rule: str, **rest: Any) -> "Draft":
        """A draft that a sentence tells: its evidence, and its place in the release, are those of the sentence."""
        return cls(
            category,
            factuality,
            rule,
            {view.sentence.span: None},
            in_title=view.is_title,
            in_lead=view.is_lead,
            position=(view.paragraph.index, view.sentence.index),
            **rest,
        )

    @property
    def actors(self) -> frozenset[str]:
        """The IRIs of those who take part."""
        return frozenset(party.thing.iri.value for party in self.parties)

    @property
    def gathered(self) -> bool:
        """Whether this is a conference or gathering of which no party is told."""
        return self.rule.startswith("gathering.")

    def participations(self, words: Lexicon) -> tuple[Participation, ...]:
        """The parties as participations, in order of their keys."""
        found = []
        for party in sorted(self.parties, key=lambda one: one.thing.iri.value):
            current = [post for post, rank in party.posts if rank not in {"former", "designate"}]
            behalf: dict[str, Thing] = {}
            for post in current:
                sender = behalf_of(post, words)
                if sender is not None and sender.iri != party.thing.iri:
                    behalf.setdefault(sender.iri.value, sender)
            found.append(
                Participation(
                    party.thing, tuple(current), tuple(behalf.values()), self.roles.get(party.thing.iri.value)
                )
            )
        return tuple(found)
