"""Changes of events: added, withdrawn, a plan now done, a claim now contradicted."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from pyoxigraph import NamedNode

from kg.clocks import not_after
from kg.diff.model import Change
from kg.diff.side import Side
from kg.diff.terms_of_office import concept
from kg.diff.wording import evidence, joined, period
from kg.terms import DCT, KG

WORDS = {
    KG.Call: "call",
    KG.Visit: "visit",
    KG.Appointment: "appointment",
    KG.Observation: "observation",
    KG.Activity: "activity",
    KG.Meeting: "meeting",
    KG.Event: "event",
}
CLASSES = frozenset(WORDS)
INTENDED = (KG.planned, KG.calledFor)
_AS_TOLD = re.compile(r"-(planned|called-for|denied)$")


def changes(old: Side, new: Side, nodes: Sequence[NamedNode]) -> Iterator[Change]:
    """The changes of those of the nodes that differ."""
    for node in nodes:
        if node not in new.about:
            yield Change(
                "events", f"{_word(old, node)} withdrawn", node.value, old.label(node),
                _told(old, node), "", old.sources(node),
            )  # fmt: skip
        elif node not in old.about:
            yield from _added(old, new, node)
        else:
            yield from _changed(old, new, node)


def _word(side: Side, node: NamedNode) -> str:
    classes = side.classes(node)
    return next(word for kind, word in WORDS.items() if kind in classes)


def _added(old: Side, new: Side, node: NamedNode) -> Iterator[Change]:
    told = new.values(node, KG.hasFactuality)
    label, sources = new.label(node), new.sources(node)
    change, before = f"{_word(new, node)} added", ""
    if KG.happened in told:
        plan = _plan(old, new, node)
        if plan is not None:
            change, before = "plan now done", _told(old, plan)
    yield Change("events", change, node.value, label, before, _told(new, node), sources)
    for other in _opposites(new, node):
        if other not in old.about and KG.denied in told:
            continue  # told once, at the one that is said to have happened
        before = _told(old, other) if other in old.about else ""
        after = joined((_told(new, other), _told(new, node)))
        yield Change("events", "claim now contradicted", node.value, label, before, after, sources)


def _opposites(side: Side, node: NamedNode) -> Iterator[NamedNode]:
    """The event that is denied where this one is told as done, and the other way round: their IRIs differ in that.

    Events on different days are no contradiction.
    """
    told = side.values(node, KG.hasFactuality)
    if KG.happened in told:
        other, opposite = NamedNode(f"{node.value}-denied"), KG.denied
    elif KG.denied in told:
        other, opposite = NamedNode(_AS_TOLD.sub("", node.value)), KG.happened
    else:
        return
    if other != node and opposite in side.values(other, KG.hasFactuality):
        mine, theirs = side.texts(node, KG.startDate), side.texts(other, KG.startDate)
        if not (mine and theirs) or any(_compatible(one, another) for one in mine for another in theirs):
            yield other


def _plan(old: Side, new: Side, done: NamedNode) -> NamedNode | None:
    """The event that was planned or called for, and that this one is: same kind, people, formats, number, day."""
    for suffix in ("planned", "called-for"):
        plan = NamedNode(f"{done.value}-{suffix}")
        if plan in old.about:
            return plan
    kind = next(kind for kind in WORDS if kind in new.classes(done))
    for plan in old.by_class[kind]:
        told = old.values(plan, KG.hasFactuality)
        if told and told <= set(INTENDED) and _fits(old, plan, new, done):
            return plan
    return None


def _fits(old: Side, plan: NamedNode, new: Side, done: NamedNode) -> bool:
    people = old.nodes(plan, KG.hasParticipant)
    formats = old.nodes(plan, KG.inFormat)
    if not people and not formats:
        return False
    same = (KG.hasParticipant, KG.inFormat, KG.roundNumber, KG.hasPlace, KG.hasHostState)
    for predicate in same:
        was, now = old.values(plan, predicate), new.values(done, predicate)
        # What the plan leaves open, such as the place, may be anything; who was to meet may not.
        if was != now and (was or predicate == KG.hasParticipant):
            return False
    meant, began = old.texts(plan, KG.startDate), new.texts(done, KG.startDate)
    if meant:
        return any(_compatible(one, other) for one in meant for other in began)
    told = [day for release in old.releases(plan) for day in old.texts(release, DCT.issued)]
    return bool(began and told) and not_after(min(told), began[0])


def _changed(old: Side, new: Side, node: NamedNode) -> Iterator[Change]:
    label, sources = new.label(node), new.sources(node)
    was, now = old.values(node, KG.hasFactuality), new.values(node, KG.hasFactuality)
    told = False

    def change(words: str, before: str, after: str) -> Change:
        return Change("events", words, node.value, label, before, after, sources)

    if was != now:
        told = True
        if {KG.happened, KG.denied} <= now and not {KG.happened, KG.denied} <= was:
            words = "claim now contradicted"
        elif KG.happened in now - was and was & set(INTENDED):
            words = "plan now done"
        else:
            words = f"{_word(new, node)} told otherwise"
        yield change(words, _ways(old, node), _ways(new, node))
    for predicate, what in ((KG.startDate, "date"), (KG.endDate, "last day"), (KG.roundNumber, "number")):
        before, after = old.texts(node, predicate), new.texts(node, predicate)
        if before != after:
            told = True
            clash = before and set(before) < set(after) and _clash(after) and not _clash(before)
            words = f"claim now contradicted: {what}" if clash else f"{what} corrected"
            yield change(words, " or ".join(before), " or ".join(after))
    details = (
        (KG.hasParticipant, "participants"), (KG.hasPlace, "place"), (KG.hasHostState, "host"),
        (KG.inFormat, "format"), (KG.discusses, "topics"),
    )  # fmt: skip
    for predicate, what in details:
        if old.nodes(node, predicate) != new.nodes(node, predicate):
            told = True
            yield change(f"{what} changed", joined(old.texts(node, predicate)), joined(new.texts(node, predicate)))
    if not told:
        yield from evidence(old, new, node, "events")


def _compatible(one: str, other: str) -> bool:
    """Whether two dates or numbers can be the same, one being written less precisely."""
    return one == other or ("-" in one + other and (one.startswith(other) or other.startswith(one)))


def _clash(values: Sequence[str]) -> bool:
    return any(not _compatible(one, other) for one, other in combinations(values, 2))


def _ways(side: Side, node: NamedNode) -> str:
    return joined(concept(one) for one in side.nodes(node, KG.hasFactuality))


def _told(side: Side, node: NamedNode) -> str:
    return joined((_ways(side, node), period(side, node).removeprefix("from ")))
