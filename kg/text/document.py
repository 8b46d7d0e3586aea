"""A release, read: its paragraphs, and who is meant where in them."""

import sys
from dataclasses import dataclass, field
from typing import Any

from kg.model import Confidence, Release, Thing
from kg.text.annotate import Lexicon, Paragraph
from kg.text.office import Office
from kg.text.shape import Item


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a phrase stands for: usually one thing, several for a plural title.

    `posts` are the posts named beside it, with the rank of each; `form` is `name`, `title` or `pronoun`;
    `office` is the phrase read where a title stands alone. The name's own place in the paragraph is `name_start`
    to `name_end`, and `office_spans` are those of the offices beside it.
    """

    things: tuple[Thing, ...]
    posts: tuple[tuple[Thing, str | None], ...] = ()
    form: str = "name"
    confidence: Confidence = Confidence.HIGH
    office: Office | None = None
    name_start: int = 0
    name_end: int = 0
    office_spans: tuple[tuple[int, int, Thing], ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """A name or title that nobody, or more than one, was found for."""

    paragraph: int
    start: int
    end: int
    expected: str
    candidates: tuple[Thing, ...] = ()


@dataclass(slots=True)
class Person:
    """What a release has told of one person so far; `places` are the paragraphs and offsets where it names him."""

    thing: Thing
    tokens: set[str]
    surname: str
    surnames: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    posts: dict[str, tuple[Thing, str | None]] = field(default_factory=dict)
    home: Thing | None = None
    sure: bool = False
    places: tuple[tuple[int, int], ...] = ((sys.maxsize, 0),)


@dataclass(slots=True)
class Document:
    """A release, read: its paragraphs, who is meant where, and what stayed open.

    `actors[p]` are the actor items of paragraph p, in order; `items[p]` all its items, none overlapping,
    actors first; `nested[p]` the states and bodies named inside offices. `not_met` are the two whom the sentence before tells not to have met; `together` are those who, as far as
    the extractors have read, sat together last: whom “they” and “the two leaders” mean; `subject` is the person whom the sentence before was about,
    `round_of` the format whose round was told last, and `appointing` the paragraph that ended in “appointed:”
    with those who appoint, `listing` the last paragraph of a list of those who took part, `programme` that of a list of meetings, whose they are, and whether they are to come; `talked` says whether a meeting has been told, `acting` those whom the sentence before was about where they were several, `held` what a paragraph was asked for and whether it holds it, `members` who the
    co-chairs of a format are, as the release names them, `chairs_told` which of these it has told of, format and person, `companies` those told of together, in order, `host` who received them, `with_group` says whether the meeting told last was with a group of whom nobody was named, `first_day` when the first was, `met_as_bodies` the bodies that the headline tells as having met. `views` holds the sentences as the extractors have folded them,
    `speakers` those whom a sentence names as speaking; `protagonist` is whose doings it reports, `day` when the event told last was, `organizers` who holds the course that the release is about, `here` the paragraph that a place opened, and that place, `gone` where the last visit told went, `of_earlier_journey` whether it reports one of which it only says
    that it was last week, None until somebody asks; `appointer` are those who made the appointments that it goes on to tell; `news_day` is the day whose news it tells, which a late report dates before its own.
    """

    release: Release
    paragraphs: list[Paragraph]
    words: Lexicon
    issued: str | None
    people: list[Person] = field(default_factory=list)
    actors: list[list[Item]] = field(default_factory=list)
    items: list[list[Item]] = field(default_factory=list)
    nested: list[list[Item]] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    together: tuple[Thing, ...] = ()
    not_met: tuple[Thing, ...] = ()
    subject: Thing | None = None
    round_of: Thing | None = None
    views: dict[int, list[Any]] = field(default_factory=dict)
    protagonist: Thing | None = None
    day: str | None = None
    here: tuple[int, tuple[Thing, ...]] | None = None
    speakers: dict[tuple[int, int], list[Any]] = field(default_factory=dict)
    listing: int = -2
    talked: bool = False
    acting: tuple[Thing, ...] = ()
    held: dict[tuple[int, int], bool] = field(default_factory=dict)
    members: dict[str, tuple[Thing, ...]] = field(default_factory=dict)
    chairs_told: set[tuple[str, str]] = field(default_factory=set)
    organizers: tuple[Thing, ...] = ()
    appointing: "tuple[int, tuple[Thing, ...]] | None" = None
    companies: list[Any] = field(default_factory=list)
    with_group: bool = False
    first_day: str | None = None
    host: Thing | None = None
    gone: tuple[Thing, ...] = ()
    met_as_bodies: tuple[Thing, ...] = ()
    of_earlier_journey: bool | None = None
    news_day: str | None = None
    appointer: tuple[Thing, ...] = ()
    programme: "tuple[int, tuple[Thing, ...], bool] | None" = None

    def posts_of(self, thing: Thing) -> tuple[tuple[Thing, str | None], ...]:
        """The posts that this release gives a person, with ranks."""
        iri = thing.iri
        for person in self.people:
            if person.thing.iri == iri:
                return tuple(person.posts.values())
        return ()
