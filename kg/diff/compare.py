"""From two graphs to the changes between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.diff import events, terms_of_office
from kg.diff.model import Change
from kg.diff.side import Side, Statements
from kg.diff.things import thing
from kg.terms import KG

SILENT = frozenset({KG.Passage, KG.Mention, KG.Participation})
"""Parts of other things; what changes in them is told there, or counts among the statements alone."""


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes in their order, and how many statements were added and withdrawn, told or not."""

    changes: tuple[Change, ...]
    added: int
    withdrawn: int

    def __bool__(self) -> bool:
        return bool(self.added or self.withdrawn)


def compare(old: Side, new: Side) -> Difference:
    """What changed from one graph to the other; statements are compared as a set, in whichever graph they stand."""
    changed = [
        node
        for node in sorted(old.about.keys() | new.about.keys(), key=lambda one: one.value)
        if old.about.get(node) != new.about.get(node)
    ]
    return Difference(
        tuple(sorted(set(_changes(old, new, changed)), key=lambda change: change.order)),
        added=sum(_more(new, old, node) for node in changed),
        withdrawn=sum(_more(old, new, node) for node in changed),
    )


def _more(one: Side, other: Side, node: NamedNode) -> int:
    nothing: Statements = {}
    others = other.about.get(node, nothing)
    return sum(len(values - others.get(predicate, set())) for predicate, values in one.about.get(node, nothing).items())


def _changes(old: Side, new: Side, changed: Iterable[NamedNode]) -> Iterator[Change]:
    rest: list[NamedNode] = []
    offices: list[NamedNode] = []
    happenings: list[NamedNode] = []
    for node in changed:
        classes = new.classes(node) or old.classes(node)
        if classes & terms_of_office.CLASSES:
            offices.append(node)
        elif classes & events.CLASSES:
            happenings.append(node)
        elif not classes & SILENT and not (new.values(node, KG.hasWording) or old.values(node, KG.hasWording)):
            # A statement of releases is words alone: what they say in others is told by their facts.
            rest.append(node)
    yield from terms_of_office.changes(old, new, offices)
    yield from events.changes(old, new, happenings)
    yield from thing(old, new, rest)
