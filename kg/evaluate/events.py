"""A reading's events against the gold's: paired by those who took part, then compared in each property."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluate.case import Case
from kg.evaluate.gold import GoldEvent, GoldParticipant
from kg.evaluate.outcome import Outcome, Topic, Verdict, overlap, pair_off, sentence, shown
from kg.model import Event, Participation

MEETINGS = frozenset({"Meeting", "Call"})


@dataclass(frozen=True, slots=True)
class EventOutcomes:
    """The outcomes of all classes that have to do with events, and the factualities of the pairs."""

    outcomes: tuple[Outcome, ...]
    factuality: tuple[tuple[str, str], ...]


def events(case: Case) -> EventOutcomes:
    """Compare the events of one gold file with those that were read."""
    if "events" not in case.gold.given:
        return EventOutcomes((), ())
    return _Comparison(case).outcomes()


class _Comparison:
    """The events of one case, and which gold event each found event goes with."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.names = case.names
        gold = case.gold.events
        found = list({one.iri.value: one for one in case.facts(Event)}.values())
        # All at once, since an event that the gold leaves optional is no likeness of another that was missed.
        pairs, missing, self.extra = pair_off(sorted(gold, key=lambda one: one.optional), found, self.likeness)
        self.pairs = [pair for pair in pairs if not pair[0].optional]
        self.missing = [one for one in missing if not one.optional]
        self.partner = {one.iri.value: gold_one.id for gold_one, one in pairs}

    def likeness(self, gold: GoldEvent, event: Event) -> float:
        """How likely the two tell the same: shared participants most, then class, words, date and format."""
        shared = len(self.shared(gold, event))
        same_class = not gold.classes or event.category in gold.classes
        same_words = overlap(gold.spans, event.support.evidence)
        if not shared and not (same_class and same_words):
            return 0.0
        people = max(1, len(gold.participants) + len(event.participants))
        formats = any(self.names.same(name, thing) for name in gold.formats for thing in event.formats)
        places = any(self.names.same(name, thing) for name in gold.places for thing in event.places)
        return (
            10.0 * 2 * shared / people
            + 3.0 * same_class
            + 2.0 * (gold.factuality == event.factuality.value)
            + 2.0 * same_words
            + 1.5 * (gold.start is not None and gold.start == event.start)
            + 1.0 * formats
            + 2.0 * (gold.number is not None and gold.number == event.number)
            + 1.0 * places
            + 0.1
        )

    def shared(self, gold: GoldEvent, event: Event) -> list[tuple[GoldParticipant, Participation]]:
        """The participants that both have."""
        pairs, _, _ = pair_off(
            gold.participants,
            event.participants,
            lambda one, other: float(self.names.same(one.actor, other.actor)),
        )
        return pairs

    def same_participants(self, gold: GoldEvent, event: Event) -> bool:
        """Whether the same took part; where the gold is not complete, whether all of the gold's did."""
        shared = self.shared(gold, event)
        all_there = sum(not one.optional for one, _ in shared) == sum(not one.optional for one in gold.participants)
        return all_there and (not self.case.gold.complete or len(shared) == len(event.participants))

    def same_event(self, gold: GoldEvent, event: Event) -> bool:
        """Whether class, participants and factuality agree."""
        same_class = not gold.classes or event.category in gold.classes
        same_number = gold.number is None or gold.number == event.number
        same_factuality = gold.factuality is None or gold.factuality == event.factuality.value
        return same_class and same_number and same_factuality and self.same_participants(gold, event)

    def outcomes(self) -> EventOutcomes:
        found: list[Outcome] = []
        for gold, event in self.pairs:
            where = sentence(self.case.gold.text, gold.spans)
            if self.same_event(gold, event):
                found += _rows(Verdict.RIGHT, tell_gold(gold), where, set(gold.classes) & {event.category})
            else:
                found += _rows(Verdict.MISSING, tell_gold(gold), where, gold.classes)
                if self.case.gold.complete:
                    found += _rows(Verdict.EXTRA, tell(event), self.case.where(event.support), {event.category})
            found += self.properties(gold, event, where)
            found += self.participants(gold, event, where)
        for gold in self.missing:
            where = sentence(self.case.gold.text, gold.spans)
            found += _rows(Verdict.MISSING, tell_gold(gold), where, gold.classes)
            found += self.participants(gold, None, where)
        if self.case.gold.complete:
            for event in self.extra:
                where = self.case.where(event.support)
                found += _rows(Verdict.EXTRA, tell(event), where, {event.category})
                found += self.participants(None, event, where)
        factuality = [
            (gold.factuality, event.factuality.value) for gold, event in self.pairs if gold.factuality is not None
        ]
        return EventOutcomes(tuple(found), tuple(factuality))

    def properties(self, gold: GoldEvent, event: Event, where: str) -> Iterator[Outcome]:
        """Dates, place, formats, subjects and what it is part of, as far as the gold states them."""
        case, about = self.case, tell_gold(gold)
        whole = None
        if event.part_of is not None:
            whole = self.partner.get(event.part_of.iri.value, "another event")
        end = event.end if event.end != event.start else None
        for key, row, wanted, value in (
            ("start", "event dates", gold.start, event.start),
            ("end", "event dates", gold.end, end),
            ("part_of", "part of", gold.part_of, whole),
        ):
            if key in gold.given:
                yield from case.compare_value(Topic(row, f"{about} {key}", where), wanted, value)
        for key, row, names, things in (
            ("place", "event places", gold.places, event.places),
            ("formats", "formats", gold.formats, event.formats),
            ("discusses", "discusses", gold.discusses, event.discusses),
        ):
            if key in gold.given:
                yield from case.compare_set(Topic(row, f"{about} {key}", where), names, things, gold.also)

    def participants(self, gold: GoldEvent | None, event: Event | None, where: str) -> Iterator[Outcome]:
        """The participants of a pair, or of an event that has no partner, in three rows.

        `participants` compares actor and role, `capacities` each post, `participations` all at once.
        """
        about = tell_gold(gold) if gold is not None else tell(event) if event is not None else ""
        shared = self.shared(gold, event) if gold is not None and event is not None else []
        for one, other in shared:
            if one.optional:
                continue
            yield from self.participation(one, other, about, where)
        seen = [one for one, _ in shared]
        for one in gold.participants if gold is not None else ():
            if one not in seen and not one.optional:
                yield Outcome("participants", Verdict.MISSING, f"{about}: {told(one)}", where)
                yield Outcome("participations", Verdict.MISSING, f"{about}: {told(one)}", where)
                for post in one.posts:
                    yield Outcome("capacities", Verdict.MISSING, f"{shown(one.actor)} as {shown(post)}", where)
        if not self.case.gold.complete:
            return
        met = [other for _, other in shared]
        for other in event.participants if event is not None else ():
            if other not in met:
                yield Outcome("participants", Verdict.EXTRA, f"{about}: {told_found(other)}", where)
                yield Outcome("participations", Verdict.EXTRA, f"{about}: {told_found(other)}", where)
                for thing in other.capacities:
                    yield Outcome("capacities", Verdict.EXTRA, f"{other.actor.label} as {thing.label}", where)

    def participation(self, one: GoldParticipant, other: Participation, about: str, where: str) -> Iterator[Outcome]:
        same_role = "role" not in one.given or one.role == other.role
        posts: list[Outcome] = []
        if "posts" in one.given:
            topic = Topic("capacities", f"{shown(one.actor)} as", where)
            posts += self.case.compare_set(topic, one.posts, other.capacities)
        same_posts = all(outcome.verdict is Verdict.RIGHT for outcome in posts)
        yield from posts
        for row, right in (("participants", same_role), ("participations", same_role and same_posts)):
            yield Outcome(row, Verdict.RIGHT if right else Verdict.MISSING, f"{about}: {told(one)}", where)
            if not right and self.case.gold.complete:
                yield Outcome(row, Verdict.EXTRA, f"{about}: {told_found(other)}", where)


def _rows(verdict: Verdict, says: str, where: str, classes: object) -> Iterator[Outcome]:
    yield Outcome("events", verdict, says, where)
    if isinstance(classes, (set, tuple)) and MEETINGS & set(classes):
        yield Outcome("meetings", verdict, says, where)


def tell_gold(event: GoldEvent) -> str:
    """A gold event in words."""
    people = ", ".join(shown(one.actor) for one in event.participants)
    return f"{'/'.join(event.classes) or 'event'} {event.factuality or ''} [{people}]"


def tell(event: Event) -> str:
    """An event that was read in words."""
    people = ", ".join(one.actor.label for one in event.participants)
    return f"{event.category} {event.factuality.value} [{people}]"


def told(one: GoldParticipant) -> str:
    """A gold participant in words."""
    posts = " and ".join(shown(post) for post in one.posts)
    return f"{shown(one.actor)}{f' as {posts}' if posts else ''}{f' ({one.role})' if one.role else ''}"


def told_found(one: Participation) -> str:
    """A participant that was read in words."""
    posts = " and ".join(post.label for post in one.capacities)
    return f"{one.actor.label}{f' as {posts}' if posts else ''}{f' ({one.role})' if one.role else ''}"
