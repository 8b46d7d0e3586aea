"""Small releases for tests, and readings of them as sets of short lines that a table can hold.

An event gives `happened meeting: A + B` (participants in alphabetical order) and, for each thing known of it,
`happened meeting at Riga`, `happened meeting on 2020-03-03`, `happened meeting in OSCE Minsk Group #42`,
`happened meeting host A`; a tenure `A holds acting Foreign Minister of Estonia`; a membership `Russia is co-chair of
OSCE Minsk Group (presupposed)`; an act `A welcomed` and `A welcomed to B`, `A welcomed about C`.
"""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

import pytest

from kg.extract import read
from kg.model import Act, Event, Fact, Membership, Mention, Reading, Release, Span, Stated, Tenure, Unresolved
from kg.text.document import Document
from kg.text.resolve import read_document

DAY = "2020-03-04"
"""A Wednesday; the day of a release where a test gives none."""


def release(
    *paragraphs: str,
    title: str = "News of the day",
    issued: str | None = DAY,
    source: str | None = None,
    places: tuple[str, ...] = (),
    around: tuple[str, str] = ("", ""),
) -> Release:
    """A release with this title and these paragraphs; `around` is navigation before and a footer behind it."""
    text = around[0]
    spans: list[Span] = []

    def add(piece: str) -> Span:
        nonlocal text
        begin = len(text)
        text += piece
        spans.append(Span(begin, len(text)))
        text += "\n\n"
        return spans[-1]

    titled = Stated(title, add(title))
    dated = Stated(issued, add(issued)) if issued is not None else None
    sourced = Stated(source, add(source)) if source is not None else None
    placed = tuple(Stated(place, add(place)) for place in places)
    body = tuple(add(paragraph) for paragraph in paragraphs)
    text += around[1]
    return Release("test", "test.txt", text, "0" * 64, titled, body, dated, placed, sourced)


def reading(*paragraphs: str, title: str = "News of the day", issued: str | None = DAY) -> Reading:
    """What is read from a release with these paragraphs."""
    return read(release(*paragraphs, title=title, issued=issued))


def told(*paragraphs: str, title: str = "News of the day", issued: str | None = DAY) -> set[str]:
    """What is read from a release with these paragraphs, as lines."""
    return lines(reading(*paragraphs, title=title, issued=issued).facts)


def lines(facts: Iterable[Fact]) -> set[str]:
    """Facts as lines."""
    return {line for fact in facts for line in _lines(fact)}


def events(facts: Iterable[Fact], category: str) -> list[Event]:
    """The events of one class."""
    return [fact for fact in facts if isinstance(fact, Event) and fact.category == category]


def _lines(fact: Fact) -> Iterator[str]:
    match fact:
        case Event():
            yield from _event(fact)
        case Tenure():
            rank = f"{fact.rank} " if fact.rank else ""
            yield f"{fact.holder.label} holds {rank}{fact.post.label}"
        case Membership():
            yield f"{fact.member.label} is {fact.role} of {fact.format.label} ({fact.factuality.value})"
        case Act():
            yield from _act(fact)
        case Mention():
            yield f"names {fact.thing.label}"
        case Unresolved():
            yield f"open {fact.name}"
        case _:
            yield f"headed {fact.role} {fact.thing.label}"


def _event(event: Event) -> Iterator[str]:
    head = f"{event.factuality.value} {event.category.lower()}"
    yield f"{head}: {' + '.join(sorted(one.actor.label for one in event.participants))}"
    if event.start is not None:
        yield f"{head} on {event.start}{' to ' + event.end if event.end else ''}"
    for place in event.places:
        yield f"{head} at {place.label}"
    for group in event.formats:
        yield f"{head} in {group.label}{f' #{event.number}' if event.number is not None else ''}"
    for thing in event.discusses:
        yield f"{head} on topic {thing.label}"
    for one in event.participants:
        yield f"{head} {one.role or 'party'} {one.actor.label}"
        for post in one.capacities:
            yield f"{head} {one.actor.label} as {post.label}"


def _act(act: Act) -> Iterator[str]:
    speaker = act.speaker.label if act.speaker is not None else "nobody named"
    head = f"{speaker} {act.act_type}"
    yield head
    if act.factuality.value != "happened":
        yield f"{head} ({act.factuality.value})"
    for thing in act.addressed_to:
        yield f"{head} to {thing.label}"
    for thing in act.about:
        yield f"{head} about {thing.label}"
    if act.conveyed_by is not None:
        yield f"{head} through {act.conveyed_by.label}"


def check(found: set[str], expected: Iterable[str], forbidden: Iterable[str] = ()) -> None:
    """Assert that every expected line was found and that no line matches a forbidden pattern (`*` wildcards)."""
    missing = [line for line in expected if not any(fnmatchcase(one, line) for one in found)]
    wrong = [one for one in sorted(found) for line in forbidden if fnmatchcase(one, line)]
    shown = sorted(one for one in found if not one.startswith("names "))
    assert not missing, f"missing {missing}; found {shown}"
    assert not wrong, f"forbidden {wrong}; found {shown}"


def gap(reason: str, *values: object) -> object:
    """A row of a table that the rules do not yet read; it must be moved to its table when they do."""
    return pytest.param(*values, marks=pytest.mark.xfail(reason=reason, strict=True))


def document(*paragraphs: str, title: str = "News of the day", issued: str | None = DAY) -> Document:
    """The annotated text of a release with these paragraphs; the first of them is `.paragraphs[1]`."""
    return read_document(release(*paragraphs, title=title, issued=issued))
