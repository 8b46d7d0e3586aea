"""From one or two names to the sentences, offsets, releases and rules behind what the graph says of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.clocks import not_after
from kg.errors import ParameterError
from kg.facts import Fact, Part, Passage, Value, as_solutions, facts, named_together
from kg.store import Store
from kg.terms import date_literal

COLUMNS = (
    "link", "through", "through_label", "kind", "fact", "fact_label", "from", "until", "told_as", "quote", "start",
    "end", "release", "release_label", "issued", "source", "rule", "confidence",
)  # fmt: skip

SHARED = {"format": "format", "office": "post"}
"""The part by which two facts of one kind are joined: roles in one format, tenures in one post."""


@dataclass(frozen=True, slots=True)
class Link:
    """One fact that holds two things together, or facts of either that meet in the thing `through`."""

    facts: tuple[Fact, ...]
    through: Part | None = None


def why(store: Store, thing: NamedNode, other: NamedNode | None = None) -> tuple[Link, ...]:
    """What links two things, or all facts of one; empty where there is nothing.

    For two things: facts that both have a part in, then facts of either that share a format (where their
    dates allow that they overlap) or a post, then sentences that name an actor beside a format. Newest first.
    Raises `ParameterError` where the two are one.
    """
    if other == thing:
        raise ParameterError("both names stand for the same thing; give one name, or two things")
    mine = facts(store, thing)
    if other is None:
        return tuple(Link((fact,)) for fact in mine)
    both = [fact for fact in mine if fact.of(other.value) or fact.iri == other.value]
    rest = [fact for fact in mine if fact not in both]
    others = [fact for fact in facts(store, other) if fact not in both]
    return (
        *(Link((fact,)) for fact in both),
        *_joined(rest, others, {thing.value, other.value}),
        *(Link((fact,)) for fact in named_together(store, thing, other)),
    )


def _joined(mine: Iterable[Fact], theirs: Iterable[Fact], ends: set[str]) -> Iterator[Link]:
    """A link for each format or post that facts of both sides share, with the facts of both."""
    sides: dict[tuple[str, Part], tuple[list[Fact], list[Fact]]] = defaultdict(lambda: ([], []))
    for number, side in enumerate((mine, theirs)):
        for fact in side:
            for part in _joints(fact, ends):
                sides[fact.kind, part][number].append(fact)
    for (kind, part), (ours, others) in sides.items():
        shared = (*_beside(kind, ours, others), *_beside(kind, others, ours))
        if ours and others and shared:
            yield Link(shared, part)


def _beside(kind: str, some: Iterable[Fact], others: Sequence[Fact]) -> Iterator[Fact]:
    """Those of the facts that may have been so at the same time as one of the others; for posts, all."""
    return (fact for fact in some if kind == "office" or any(_may_overlap(fact, one) for one in others))


def _joints(fact: Fact, ends: set[str]) -> tuple[Part, ...]:
    """What a role or tenure of one of the two could share with another: its format or post."""
    # Only of those who hold it: a state's embassies and ministries do not link it to all who served in them.
    if fact.kind not in SHARED or not ends & {part.thing for part in fact.named("holder", "member")}:
        return ()
    return tuple(part for part in fact.named(SHARED[fact.kind]) if part.thing not in ends)


def _may_overlap(one: Fact, other: Fact) -> bool:
    def begins_in_time(first: Fact, second: Fact) -> bool:
        return not (first.begins and second.ends) or not_after(first.begins[:10], second.ends[:10])

    return begins_in_time(one, other) and begins_in_time(other, one)


def as_rows(links: Iterable[Link]) -> QuerySolutions:
    """The links as rows of `COLUMNS`, one for each sentence or curated source; `link` counts from 1."""
    return as_solutions(COLUMNS, (row for number, link in enumerate(links, 1) for row in _rows(number, link)))


def _rows(number: int, link: Link) -> Iterator[tuple[Value | None, ...]]:
    for fact in link.facts:
        for telling in fact.tellings:
            sentences: tuple[Passage | None, ...] = telling.passages or (None,)
            for passage in sentences:
                yield (
                    Literal(number),
                    NamedNode(link.through.thing) if link.through else None,
                    Literal(link.through.label) if link.through else None,
                    Literal(fact.kind),
                    NamedNode(fact.iri),
                    Literal(fact.label),
                    _text(fact.begins),
                    _text(fact.ends),
                    Literal(telling.told_as),
                    Literal(passage.quote) if passage else None,
                    Literal(passage.start) if passage else None,
                    Literal(passage.end) if passage else None,
                    NamedNode(telling.release) if telling.release else None,
                    Literal(telling.source) if telling.release else None,
                    date_literal(telling.issued) if telling.issued else None,
                    None if telling.release else Literal(telling.source),
                    _text(", ".join(telling.rules)),
                    _text(telling.confidence),
                )


def _text(words: str) -> Literal | None:
    return Literal(words) if words else None
