"""How far two annotations of the same releases agree: the one measured against the other."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kg.evaluate.gold import Gold, GoldParticipant, Name
from kg.evaluate.names import Names
from kg.evaluate.parse import Load, find_gold, load_gold
from kg.evaluate.report import Report
from kg.evaluate.run import evaluate_file
from kg.model import (
    Act,
    Event,
    Factuality,
    Heading,
    Membership,
    Mention,
    Participation,
    Reading,
    Release,
    Span,
    Support,
    Tenure,
    Thing,
)

KINDS = {
    "Person": "person",
    "State": "state",
    "Post": "post",
    "Place": "place",
    "Region": "place",
    "Mission": "mission",
    "NegotiatingFormat": "format",
    "Instrument": "instrument",
    "Conflict": "conflict",
    "FieldOfWork": "field",
    "Chairpersonship": "chairpersonship",
    "Institution": "institution",
    "DecisionBody": "institution",
    "DeFactoEntity": "de-facto-entity",
}


def agreement(paths: Sequence[Path], others: Sequence[Path], load: Load, names: Names | None = None) -> Report:
    """The gold at `others` measured against the gold at `paths`, matched by file name.

    A file that only `paths` has counts as read without any fact.
    """
    known = names if names is not None else Names(None)
    second = {path.name: load_gold(path, load) for path in find_gold(others)}
    results = []
    for path in find_gold(paths):
        gold = load_gold(path, load)
        other = second.get(path.name)
        results.append(evaluate_file(gold, partial(as_reading, other), known))
    return Report(tuple(results))


def as_reading(gold: Gold | None, release: Release) -> Reading:
    """The facts of a gold file as if they had been read from this release; of several names, the first."""
    return Reading(release, () if gold is None else tuple(_Facts(gold).all()))


class _Facts:
    """Turns the facts of one gold file into those of the model."""

    def __init__(self, gold: Gold) -> None:
        self.gold = gold
        self.types = {one.entity[0]: one.types[0] for one in gold.mentions}

    def thing(self, name: Name, category: str = "") -> Thing:
        chosen = category or self.types.get(name[0], "Organization")
        return Thing(KINDS.get(chosen, "organization"), name[0], name[0], chosen)

    def things(self, names: Sequence[Name], category: str = "") -> tuple[Thing, ...]:
        return tuple(self.thing(name, category) for name in names)

    def support(self, spans: Sequence[Span]) -> Support:
        return Support(tuple(spans), "gold")

    def all(self) -> list[Heading | Mention | Tenure | Event | Membership | Act]:
        gold = self.gold
        found: list[Heading | Mention | Tenure | Event | Membership | Act] = list(self.headings())
        found += [
            Mention(self.thing(one.entity, one.types[0]), one.span, self.support([one.span])) for one in gold.mentions
        ]
        found += [
            Tenure(
                self.thing(one.holder, "Person"),
                self.thing(one.post, "Post"),
                self.support(one.spans),
                one.rank,
            )
            for one in gold.tenures
        ]
        found += self.events()
        found += [
            Membership(
                self.thing(one.member),
                self.thing(one.format),
                one.role,
                Factuality(one.factuality or "happened"),
                self.support(one.spans),
            )
            for one in gold.memberships
        ]
        found += [
            Act(
                None if one.speaker is None else self.thing(one.speaker),
                one.types[0],
                self.support(one.spans),
                self.things(one.about),
                self.things(one.addressed_to),
                Factuality(one.factuality or "happened"),
                conveyed_by=None if one.conveyed_by is None else self.thing(one.conveyed_by),
            )
            for one in gold.acts
        ]
        return found

    def headings(self) -> list[Heading]:
        header = self.gold.header
        if header is None:
            return []
        support = self.support([])
        found = [Heading("place", thing, support) for thing in self.things(header.places, "Place")]
        if header.source is not None:
            found.append(Heading("source", self.thing(header.source, "Institution"), support))
        return found + [Heading("field", thing, support) for thing in self.things(header.fields, "FieldOfWork")]

    def events(self) -> list[Event]:
        found: dict[str, Event] = {}
        for one in sorted(self.gold.events, key=lambda event: event.part_of is not None):
            found[one.id] = Event(
                category=one.classes[0] if one.classes else "Meeting",
                key=one.id,
                label=one.id,
                factuality=Factuality(one.factuality or "happened"),
                support=self.support(one.spans),
                participants=tuple(self.participation(person) for person in one.participants),
                start=one.start,
                end=one.end,
                places=self.things(one.places, "Place"),
                formats=self.things(one.formats),
                discusses=self.things(one.discusses),
                part_of=found.get(one.part_of or ""),
                number=one.number,
            )
        return list(found.values())

    def participation(self, one: GoldParticipant) -> Participation:
        return Participation(
            self.thing(one.actor), self.things(one.posts, "Post"), self.things(one.on_behalf_of), one.role
        )
