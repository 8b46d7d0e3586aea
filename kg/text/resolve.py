"""Settles who is meant: full names, surnames, bare titles and pronouns, within a release and by its date.

A surname goes to the one person of the release who bears it; with several bearers only a title beside it
decides. A title without a name goes to the one person of the release who has it, else to the one who held
the post on the release's date. What stays open is left open and listed, never guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from kg.iris import slug
from kg.model import Confidence, Release, Thing
from kg.text.actors import Phrase, phrases, predicated
from kg.text.annotate import Lexicon, Paragraph, day_of, lexicon, merged, paragraphs
from kg.text.cover import Cover
from kg.text.gazetteer import Entry
from kg.text.offices import Office, singular
from kg.text.people import find_words, name_tokens
from kg.text.posts import is_foreign_minister
from kg.text.shape import Item, between, pattern

PRONOUN = re.compile(
    r"(?:(?<=^)|(?<=[.!?”\"] )|(?<=and )|(?<=, )|(?<=; )|(?<=“)|(?<=that )|(?<=whom )|(?<=where )|(?<=when )|(?<=which ))(?:He|She|he|she)\b"
)


# “In Bender she saw …”: a pronoun behind where or when.
BEHIND_SETTING = re.compile(
    r"(?:In|On|At|Later|Then|Today|Yesterday|Earlier|Before|After|During|There|Afterwards)\b[^.;]{0,50}?,?\s(?P<pronoun>he|she)\s"
)


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
    """What a release has told of one person so far."""

    thing: Thing
    tokens: set[str]
    surname: str
    titles: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    posts: dict[str, tuple[Thing, str | None]] = field(default_factory=dict)
    home: Thing | None = None
    sure: bool = False


@dataclass(slots=True)
class Document:
    """A release, read: its paragraphs, who is meant where, and what stayed open.

    `actors[p]` are the actor items of paragraph p, in order; `items[p]` all its items, none overlapping,
    actors first; `nested[p]` the states and bodies named inside offices. `together` are those who, as far as
    the extractors have read, sat together last: whom “they” and “the two leaders” mean; `subject` is the person whom the sentence before was about,
    `round_of` the format whose round was told last, and `appointing` the paragraph that ended in “appointed:”
    with those who appoint. `views` holds the sentences as the extractors have folded them.
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
    subject: Thing | None = None
    round_of: Thing | None = None
    views: dict[int, list[Any]] = field(default_factory=dict)
    appointing: "tuple[int, tuple[Thing, ...]] | None" = None

    def posts_of(self, thing: Thing) -> tuple[tuple[Thing, str | None], ...]:
        """The posts that this release gives a person, with ranks."""
        for person in self.people:
            if person.thing.iri == thing.iri:
                return tuple(person.posts.values())
        return ()


def read_document(release: Release, words: Lexicon | None = None) -> Document:
    """Read a release's text into a `Document` with the shipped lexicon, or another."""
    words = words or lexicon()
    document = Document(release, paragraphs(release, words), words, day_of(release))
    _Resolver(document).run()
    return document


def _family_matches(office: Office, post: str) -> bool:
    """Whether an office phrase without a state can be the post with this key of the reference facts."""
    family = office.family
    if post.startswith("fm-"):
        return (
            is_foreign_minister(office)
            or (family == "minister" and not office.portfolio)
            or family in {"secretary-of-state", "counterpart"}
            or (family == "secretary" and not office.portfolio)
        )
    if post.startswith("president-"):
        return family in {"president", "monarch", "leader"} and not office.portfolio
    if post.startswith(("head-of-government-", "prime-minister-")):
        return family in {"prime-minister", "chancellor"} and not office.portfolio
    if post == "cio":
        return family in {"chair", "counterpart"} and not office.portfolio
    if post.startswith("head-"):
        return family in {"head", "ambassador"}
    if post.startswith("permrep-"):
        return family in {"ambassador", "representative"}
    if post.startswith("monarch-"):
        return family == "monarch"
    return post.startswith(f"{slug(office.title)}-") or (" " in office.title and slug(office.title) in post)


class _Resolver:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.issued = document.issued
        source = document.release.source.value.lower() if document.release.source is not None else ""
        unsigned = not source and document.release.url is None
        self.osce = unsigned or "osce" in source or "csce" in source or "OSCE" in document.release.text
        self.by_token: dict[str, list[Person]] = {}

    def run(self) -> None:
        document = self.document
        self._bare_formats()
        found = [phrases(paragraph) for paragraph in document.paragraphs]
        named = [(index, phrase) for index, group in enumerate(found) for phrase in group if phrase.name is not None]
        self._pairs: dict[tuple[int, int], Person] = {}
        full = [pair for pair in named if pair[1].person is not None or len(name_tokens(pair[1].name or "")) > 1]
        for pair in sorted(full, key=lambda one: (one[1].person is None, -len(name_tokens(one[1].name or "")))):
            self._full_name(*pair)
        for index, phrase in named:
            if (index, phrase.start) not in self._pairs:
                self._short_name(index, phrase)
        found = [predicated(paragraph, group) for paragraph, group in zip(document.paragraphs, found, strict=True)]
        self._give_posts([(index, phrase) for index, group in enumerate(found) for phrase in group if phrase.name])
        for index, group in enumerate(found):
            actors = [item for phrase in group if (item := self._actor(index, phrase)) is not None]
            document.actors.append(actors)
        self._missions()
        self._surnames()
        self._pronouns()
        for index, paragraph in enumerate(document.paragraphs):
            actors = document.actors[index]
            dates = [Item(one.start, one.end, "N", payload=one) for one in paragraph.dates if not one.spoken]
            items = merged(actors, self._chairs(paragraph, actors), paragraph.names, dates)
            document.items.append(items)
            document.nested.append(self._nested(paragraph, items))

    def _bare_formats(self) -> None:
        """Leaves “the Co-Chairs” unread where the release is about another format than the Minsk Group."""
        named = {
            text
            for paragraph in self.document.paragraphs
            for item in paragraph.names
            if item.code == "F" and (text := paragraph.text[item.start : item.end]) not in BARE_FORMATS
        }
        if not named or any("Minsk" in text for text in named):
            return
        for paragraph in self.document.paragraphs:
            paragraph.names = [
                item
                for item in paragraph.names
                if item.code != "F" or paragraph.text[item.start : item.end] not in BARE_FORMATS
            ]

    # People

    def _full_name(self, index: int, phrase: Phrase) -> None:
        assert phrase.name is not None
        tokens = name_tokens(phrase.name)
        person = self._known(phrase.person) if phrase.person is not None else None
        if person is None:
            person = self._alike(tokens, phrase)
        if person is None:
            thing = (
                phrase.person
                or self._by_tenure(tokens, phrase.offices, phrase.home)
                or Thing("person", slug(phrase.name), phrase.name, "Person")
            )
            person = self._known(thing) or self._add(thing, tokens)
        self._learn(person, tokens, phrase)
        self._pairs[index, phrase.start] = person

    def _short_name(self, index: int, phrase: Phrase) -> None:
        assert phrase.name is not None
        tokens = name_tokens(phrase.name)
        if not tokens:
            return
        bearers = list({id(one): one for one in self.by_token.get(tokens[-1], [])}.values())
        if len(bearers) > 1 and phrase.offices:
            titles = {office.title.lower() for office in phrase.offices}
            families = {office.family for office in phrase.offices}
            bearers = [one for one in bearers if one.titles & titles] or [
                one for one in bearers if one.families & families
            ]
        if len(bearers) > 1:
            surnamed = [one for one in bearers if one.surname == tokens[-1]]
            bearers = surnamed if len(surnamed) == 1 else bearers
        if len(bearers) == 1:
            person = bearers[0]
        elif bearers:
            self.document.open.append(
                Open(index, phrase.name_start, phrase.name_end, "Person", tuple(one.thing for one in bearers))
            )
            return
        else:
            thing = self._by_tenure(tokens, phrase.offices, phrase.home)
            if thing is None and not phrase.offices and not phrase.sure:
                thing = self._only_holder(tokens)
            if thing is None:
                thing = Thing("person", slug(phrase.name), phrase.name, "Person")
            person = self._known(thing) or self._add(thing, tokens)
        self._learn(person, tokens, phrase)
        self._pairs[index, phrase.start] = person

    def _known(self, thing: Thing | None) -> Person | None:
        return next((one for one in self.document.people if thing is not None and one.thing.iri == thing.iri), None)

    def _add(self, thing: Thing, tokens: tuple[str, ...]) -> Person:
        own = name_tokens(thing.label)
        person = Person(thing, set(), own[-1] if own else tokens[-1])
        self.document.people.append(person)
        self._register(person, {*own, *tokens})
        return person

    def _register(self, person: Person, tokens: set[str]) -> None:
        for token in tokens - person.tokens:
            person.tokens.add(token)
            self.by_token.setdefault(token, []).append(person)

    def _learn(self, person: Person, tokens: tuple[str, ...], phrase: Phrase) -> None:
        self._register(person, set(tokens))
        person.titles |= {office.title.lower() for office in phrase.offices}
        person.families |= {office.family for office in phrase.offices}
        person.home = person.home or phrase.home
        person.sure = person.sure or phrase.sure

    def _alike(self, tokens: tuple[str, ...], phrase: Phrase) -> Person | None:
        """A person of the release whose name is this one, longer or shorter: same surname, same first name."""
        for person in self.document.people:
            own = name_tokens(person.thing.label)
            if not own or own[-1] != tokens[-1]:
                continue
            if set(tokens) <= person.tokens or own[0] == tokens[0]:
                return person
            families = {office.family for office in phrase.offices}
            if own[0][:2] == tokens[0][:2] and families & person.families:
                return person
        return None

    def _by_tenure(self, tokens: tuple[str, ...], offices: tuple[Office, ...], home: Thing | None) -> Thing | None:
        """The person of the reference facts with this surname who held such an office on the release's date."""
        found: dict[str, Thing] = {}
        for thing in self.words.people_by_token.get(tokens[-1], ()):
            own = name_tokens(thing.label)
            if len(tokens) > 1 and own[0][:2] != tokens[0][:2]:
                continue
            for post in self.words.posts.held_by(thing.key, self.issued):
                owner = self.words.thing("post", post)
                for office in offices:
                    places = office.organizations or ((home,) if home is not None else ())
                    fits_place = not places or (owner is not None and owner.organization in places)
                    if (office.post is not None and office.post.key == post) or (
                        fits_place and _family_matches(office, post)
                    ):
                        found[thing.key] = thing
        return next(iter(found.values())) if len(found) == 1 else None

    def _only_holder(self, tokens: tuple[str, ...]) -> Thing | None:
        """The one person of the reference facts with this surname who held any post on the release's date."""
        found = [
            thing
            for thing in self.words.people_by_token.get(tokens[-1], ())
            if self.words.posts.held_by(thing.key, self.issued)
        ]
        return found[0] if len(found) == 1 else None

    # Posts

    def _give_posts(self, named: list[tuple[int, Phrase]]) -> None:
        """Which posts each person has in this release; offices that name a state come first."""

        def rank_of(pair: tuple[int, Phrase]) -> int:
            return 0 if any(office.organizations for office in pair[1].offices) or pair[1].home else 1

        for index, phrase in sorted(named, key=lambda pair: (rank_of(pair), pair[0], pair[1].start)):
            person = self._pairs.get((index, phrase.start))
            if person is None:
                continue
            for post, rank, _ in self._posts(phrase, person):
                person.posts.setdefault(post.key, (post, rank))

    def _posts(self, phrase: Phrase, person: Person | None) -> list[tuple[Thing, str | None, int]]:
        """The posts that a phrase's offices denote, each with its rank and the number of its office."""
        homes = [
            office.organizations[0] for office in phrase.offices if office.organizations and office.family != "post"
        ]
        states = [one for one in homes if one.kind in {"state", "de-facto-entity"}]
        found: list[tuple[Thing, str | None, int]] = []
        for number, read in enumerate(phrase.offices):
            office: Office | None = read
            if read.family == "counterpart":
                lone = len(phrase.offices) == 1 and read.organizations
                office = self._counterpart(read, person) if lone else None
            if office is None:
                continue
            organization = office.organizations[0] if office.organizations else phrase.home
            if office.post is None and organization is None and (_national(office) or is_foreign_minister(office)):
                organization = states[0] if states else None
            post = self._own_post(office) if organization is None else None
            if post is None and office.post is None and organization is None and person is not None:
                post = self._post_held(office, person)
            if post is None and organization is None and person is not None and _national(office):
                organization = self.words.thing("state", self.words.nationality.get(person.thing.key) or "")
            if post is None:
                post = self.words.posts.denoted(office, organization, self.osce)
            if (
                office.family in {"ambassador", "general", "academic", "legislator"}
                and not office.portfolio
                and organization is None
                and post.organization is None
            ):
                continue
            found.append((post, office.rank, number))
        return found

    def _own_post(self, office: Office) -> Thing | None:
        """A post of the one body that the release is about: “the Office's Director” where just one body is named."""
        if office.family not in {"director", "head"} or office.portfolio or office.post is not None:
            return None
        posts = {
            post.iri: post
            for paragraph in self.document.paragraphs[:2]
            for item in paragraph.names
            if item.entries and item.entries[0].thing.kind in {"institution", "mission"}
            if (post := self.words.posts.denoted(office, item.entries[0].thing)).verified
        }
        return next(iter(posts.values())) if len(posts) == 1 else None

    def _counterpart(self, office: Office, person: Person | None) -> Office | None:
        """A counterpart's office: the one that this person held that day, or the kind named before."""
        if person is not None and person.thing.verified:
            for key in self.words.posts.held_by(person.thing.key, self.issued):
                post = self.words.thing("post", key)
                if post is not None and post.organization in office.organizations:
                    return replace(office, family="post", post=post)
        for other in self.document.people:
            for key in other.posts:
                for start, title, family in (
                    ("fm-", "Foreign Minister", "foreign-minister"),
                    ("president-", "President", "president"),
                    ("head-of-government-", "Prime Minister", "prime-minister"),
                ):
                    if key.startswith(start) and other is not person:
                        return replace(office, title=title, family=family)
        return None

    def _post_held(self, office: Office, person: Person) -> Thing | None:
        """The post that a bare title before a known person's name means: given in the release, or held that day."""
        for post, _ in person.posts.values():
            if (
                post.organization is not None
                and (_family_matches(office, post.key) or slug(office.title) in slug(post.label))
                and (not office.portfolio or is_foreign_minister(office))
            ):
                return post
        if office.rank in {"former", "designate"} or (office.portfolio and not is_foreign_minister(office)):
            return None
        for key in self.words.posts.held_by(person.thing.key, self.issued) if person.thing.verified else ():
            if _family_matches(office, key):
                return self.words.thing("post", key)
        return None

    # Actors

    def _actor(self, index: int, phrase: Phrase) -> Item | None:
        if phrase.name is not None:
            person = self._pairs.get((index, phrase.start))
            if person is None:
                return None
            read = self._posts(phrase, person)
            actor = Actor(
                (person.thing,),
                tuple((post, rank) for post, rank, _ in read),
                "name",
                Confidence.HIGH if phrase.sure or person.sure else Confidence.MEDIUM,
                name_start=phrase.name_start,
                name_end=phrase.name_end,
                office_spans=tuple(
                    (*self._office_span(index, phrase.office_items[number]), post)
                    for post, _, number in read
                    if number < len(phrase.office_items)
                ),
            )
            return Item(phrase.start, phrase.end, "A", payload=actor)
        return self._title_alone(index, phrase)

    def _office_span(self, index: int, item: Item | Phrase) -> tuple[int, int]:
        """Where an office is named, without a word before it that only says how it is held."""
        rank = UNNAMED_RANK.match(self.document.paragraphs[index].text, item.start, item.end)
        return (rank.end() if rank is not None else item.start), item.end

    def _title_alone(self, index: int, phrase: Phrase) -> Item | None:
        office = phrase.offices[0]
        if not office.alone and not office.organizations:
            return None
        if office.plural:
            return self._several(phrase, office)
        posts: tuple[tuple[Thing, str | None], ...] = ()
        person = self._titled(office)
        confidence = Confidence.HIGH
        if person is None:
            organization = office.organizations[0] if office.organizations else None
            post = self._own_post(office) if organization is None else None
            post = post or self.words.posts.denoted(office, organization, self.osce)
            if office.rank is None and post.verified:
                holders = self.words.posts.holders(post.key, self.issued)
                if len(holders) == 1:
                    person = self.words.thing("person", holders[0])
                    confidence = Confidence.MEDIUM
                    posts = ((post, None),)
            if person is None:
                if office.post is None and organization is None:
                    return None
                if office.rank in {"former", "designate"}:
                    return None
                acting_for = post.organization or organization
                if acting_for is None or post.verified:
                    return None
                return Item(
                    phrase.start,
                    phrase.end,
                    "A",
                    payload=Actor(
                        (acting_for,),
                        ((post, office.rank),),
                        "title",
                        Confidence.MEDIUM,
                        office,
                        office_spans=((*self._office_span(index, phrase), post),),
                    ),
                )
        meant = posts[0][0] if posts else self._post_of(person, office)
        spans = ((*self._office_span(index, phrase), meant),) if meant is not None else ()
        actor = Actor((person,), posts, "title", confidence, office, office_spans=spans)
        return Item(phrase.start, phrase.end, "A", payload=actor)

    def _post_of(self, thing: Thing, office: Office) -> Thing | None:
        """The post of this person in this release that a bare title means."""
        held = [post for post, _ in self.document.posts_of(thing)]
        if office.post is not None:
            return office.post
        for post in held:
            if _family_matches(office, post.key) or slug(office.title) in slug(post.label):
                return post
        return None

    def _titled(self, office: Office) -> Thing | None:
        """The one person of the release who bears this title."""
        people = self.document.people
        if office.post is not None:
            matching = [
                one
                for one in people
                if office.post.key in one.posts
                and (one.posts[office.post.key][1] in NOT_IN_OFFICE) == (office.rank in NOT_IN_OFFICE)
            ]
            return matching[0].thing if len(matching) == 1 else None
        title = office.title.lower()
        if office.organizations:
            owner = office.organizations[0]
            matching = [
                one
                for one in people
                for post, rank in one.posts.values()
                if post.organization == owner
                and rank is None
                and (post.key == self.words.posts.denoted(office, owner, self.osce).key)
            ]
        else:
            matching = [one for one in people if title in one.titles]
            if not matching:
                matching = [one for one in people if office.family in one.families]
            if not matching:
                matching = [
                    one
                    for one in people
                    if any(slug(title) in slug(post.label) and rank is None for post, rank in one.posts.values())
                ]
        unique = list({id(one): one for one in matching}.values())
        return unique[0].thing if len(unique) == 1 else None

    def _several(self, phrase: Phrase, office: Office) -> Item | None:
        things: list[Thing] = []
        posts: list[tuple[Thing, str | None]] = []
        for organization in office.organizations:
            single = replace(office, plural=False, organizations=(organization,), title=singular(office.title))
            post = self.words.posts.denoted(single, organization, self.osce)
            holders = self.words.posts.holders(post.key, self.issued) if post.verified else []
            person = self.words.thing("person", holders[0]) if len(holders) == 1 else None
            things.append(person or organization)
            posts.append((post, office.rank))
        if not things:
            return None
        return Item(
            phrase.start,
            phrase.end,
            "A",
            payload=Actor(tuple(things), tuple(posts), "title", Confidence.MEDIUM),
        )

    def _surnames(self) -> None:
        """Bare surnames of the release's people, wherever no other item stands."""
        tokens = {
            token
            for person in self.document.people
            for token in (
                {person.surname} | ({name_tokens(person.thing.label)[0]} if len(person.tokens) <= 1 else set())
            )
        }
        for paragraph, actors in zip(self.document.paragraphs, self.document.actors, strict=True):
            surnames = {person.surname for person in self.document.people}
            paragraph.names = [
                one
                for one in paragraph.names
                if one.code != "L" or paragraph.folded[one.start : one.end] not in surnames
            ]
            busy = Cover(len(paragraph.text), [*actors, *paragraph.names])
            added: list[Item] = []
            for start, end in find_words(paragraph.folded, tokens):
                name = paragraph.folded[start:end]
                word = paragraph.text[start:end]
                if not word[0].isupper() or not busy.free(start, end):
                    continue
                before = paragraph.text[max(0, start - 2) : start]
                previous = re.search(r"([^\W\d_][\w'’-]+) $", paragraph.text[max(0, start - 30) : start])
                if (
                    previous
                    and before.endswith(" ")
                    and previous[1][0].isupper()
                    and len(previous[1]) > 1
                    and previous[1] not in _STARTERS
                ):
                    self.document.open.append(Open(paragraph.index, start - len(previous[0]), end, "Person"))
                    continue
                bearers = [one for one in self.document.people if one.surname == name] or list(
                    {id(one): one for one in self.by_token.get(name, [])}.values()
                )
                if len(bearers) == 1:
                    added.append(Item(start, end, "A", payload=Actor((bearers[0].thing,))))
                else:
                    self.document.open.append(
                        Open(paragraph.index, start, end, "Person", tuple(one.thing for one in bearers))
                    )
            if added:
                actors.extend(added)
                actors.sort(key=lambda item: item.start)

    def _missions(self) -> None:
        """“The Mission” is the one mission that the release names before."""
        named: dict[str, Entry] = {}
        for paragraph in self.document.paragraphs:
            found = []
            for item in paragraph.names:
                if item.entries and item.entries[0].thing.kind == "mission":
                    named.setdefault(item.entries[0].thing.key, item.entries[0])
            if len(named) != 1:
                continue
            busy = Cover(len(paragraph.text), [*paragraph.names, *self.document.actors[paragraph.index]])
            for match in re.finditer(r"\b[Tt]he (Mission|Presence)\b(?! (?:to|in|of|at)\b)", paragraph.text):
                start, end = match.span(1)
                if busy.free(start, end):
                    found.append(Item(start, end, "G", (next(iter(named.values())),)))
            if found:
                paragraph.names = sorted([*paragraph.names, *found], key=lambda item: item.start)

    def _pronouns(self) -> None:
        """“He” and “she” go to the person whom the sentence before is about, where there is just one."""
        subject: Thing | None = None
        for paragraph, actors in zip(self.document.paragraphs, self.document.actors, strict=True):
            added: list[Item] = []
            for sentence in paragraph.sentences:
                inside = between(actors, sentence.start, sentence.end)
                people = [
                    one
                    for one in inside
                    if isinstance(one.payload, Actor)
                    and len(one.payload.things) == 1
                    and one.payload.things[0].kind == "person"
                    and not paragraph.quoted(one.start)
                ]
                matches = list(PRONOUN.finditer(paragraph.text, sentence.start, sentence.end))
                behind = BEHIND_SETTING.match(paragraph.text, sentence.start, sentence.end)
                if behind is not None and all(one.start() != behind.start("pronoun") for one in matches):
                    matches.append(behind)
                for match in matches:
                    begin = match.start("pronoun") if "pronoun" in match.groupdict() else match.start()
                    if paragraph.quoted(begin):
                        continue
                    earlier = [one for one in people if one.end <= begin]
                    opened = [one for one in added if one.start >= sentence.start]
                    if opened and not (people and people[0].start < opened[0].start):
                        earlier = opened[:1]
                    meant = earlier[0].payload.things[0] if earlier else subject  # type: ignore[attr-defined]
                    if meant is not None:
                        added.append(
                            Item(
                                begin,
                                match.end() - len(match[0]) + len(match[0].rstrip()),
                                "A",
                                payload=Actor((meant,), (), "pronoun", Confidence.MEDIUM),
                            )
                        )
                opening = [one for one in added if sentence.start <= one.start < sentence.end]
                if people and (not opening or people[0].start < opening[0].start):
                    subject = _subject(people, paragraph, sentence.start, sentence.end)
            if added:
                actors.extend(added)
                actors.sort(key=lambda item: item.start)

    # Chairs and nested names

    def _chairs(self, paragraph: Paragraph, actors: list[Item]) -> list[Item]:
        """“The Albanian OSCE Chairmanship” and “Albania's Chair” as that state's chairpersonship."""
        shape = paragraph.shape(merged(actors, paragraph.names))
        found = []
        for match in pattern(
            r"{SD}(?:['’]s?)?\s(?:(?:19|20)\d\d\s)?(?P<body>{G}|(?:OSCE\s)?(?:Chairmanship|Chairpersonship|Chair\b))"
        ).finditer(shape.text):
            body = shape.found(match["body"])
            if body and body[0].entries[0].thing.key != "osce-chairpersonship":
                continue
            state = shape.found(match[0])[0].entries[0].thing
            thing = self._chairpersonship(state)
            if thing is not None:
                start, end = shape.source(match.start(), match.end())
                found.append(Item(start, end, "H", payload=Actor((thing,))))
        return found

    def _chairpersonship(self, state: Thing) -> Thing | None:
        if self.issued is None:
            return None
        held = sorted({str(row.year) for row in self.words.chairs if row.state == state.key})
        near = [year for year in held if abs(int(year) - int(self.issued[:4])) <= 1]
        if not near:
            return None
        this_year = int(self.issued[:4])
        year = min(near, key=lambda one: (abs(int(one) - this_year), one))
        return Thing("chairpersonship", year, f"{state.label}'s OSCE Chairpersonship {year}", "Chairpersonship", True)

    def _bodies_in_posts(self, item: Item, paragraph: Paragraph) -> Iterator[Item]:
        """The mission or institution that a known post's own name holds: “Head of the OSCE Mission to Moldova”."""
        for start, end, post in item.payload.office_spans if isinstance(item.payload, Actor) else ():
            of = re.search(r" of (?:the )?(?=[A-Z])", paragraph.text[start:end]) if post.verified else None
            if of is None:
                continue
            for hit in self.words.gazetteer.find(paragraph.text[start + of.end() : end]):
                named = [one for one in hit.entries if one.thing.kind in {"mission", "institution", "organization"}]
                if named:
                    first = start + of.end() + hit.start
                    yield Item(first, first + hit.end - hit.start, "G", (named[0],))

    def _nested(self, paragraph: Paragraph, items: list[Item]) -> list[Item]:
        inside: list[Item] = []
        holders = [item for item in items if item.code in "AH"]
        body = self.words.thing("institution", "osce")
        for item in holders:
            inside += self._bodies_in_posts(item, paragraph)
            found_already = Cover(len(paragraph.text), inside)
            for match in re.finditer(r"\b(?:OSCE|CSCE)\b", paragraph.text[item.start : item.end]):
                if body is not None and found_already.free(item.start + match.start(), item.start + match.end()):
                    start = item.start + match.start()
                    inside.append(Item(start, start + 4, "G", (Entry("OSCE", body),)))
        held = Cover(len(paragraph.text), holders)
        begun = {one.start for one in paragraph.names}
        for item in holders:
            actor = item.payload
            for start, end, post in actor.office_spans if isinstance(actor, Actor) else ():
                first = re.match(r"[\w-]+", paragraph.text[start:end])
                if post.verified and first is not None:
                    found = [one for one in self.words.gazetteer.named(first[0]) if one.thing.kind in STATES]
                    if found and start not in begun:
                        code = "D" if found[0].sense == "demonym" else "S"
                        inside.append(Item(start, start + first.end(), code, (found[0],)))
        for name in paragraph.names:
            own = name.code == "G" and name.entries[0].thing.key in {"osce", "osce-chairpersonship"}
            known = any(one.start == name.start for one in inside)
            if name.code in "SDEG" and not own and not known and not held.free(name.start, name.end):
                inside.append(name)
        return inside


def _national(office: Office) -> bool:
    return office.family in {
        "president",
        "vice-president",
        "prime-minister",
        "deputy-prime-minister",
        "chancellor",
        "foreign-minister",
        "deputy-foreign-minister",
        "defence-minister",
        "minister",
        "secretary-of-state",
        "speaker",
        "national-security-adviser",
        "secretary",
        "monarch",
        "first-lady",
    }


STATES = ("state", "de-facto-entity")
# Names of the Minsk Group's that co-chairs of other formats are called by, too.
BARE_FORMATS = frozenset({"Co-Chairs", "Co-chairs"})
NOT_IN_OFFICE = ("former", "designate")
# Words before a title that belong to no name of an office.
UNNAMED_RANK = re.compile(
    r"(?:(?:acting|interim|caretaker|former|ex|then|outgoing|incoming|designate|future|late|new|newly|recently|appointed|elected|current|second)[ -])+",
    re.IGNORECASE,
)
_STARTERS = frozenset(
    (
        "The",
        "And",
        "But",
        "While",
        "As",
        "After",
        "Before",
        "When",
        "With",
        "For",
        "By",
        "In",
        "On",
        "At",
        "To",
        "From",
        "Of",
        "Minister",
        "That",
        "Both",
        "Also",
        "Today",
        "Earlier",
        "Later",
        "During",
        "Following",
        "According",
        "Then",
        "Once",
    )
)


def _subject(people: list[Item], paragraph: Paragraph, start: int, end: int) -> Thing:
    """Whom a sentence is about: the one who speaks after a closing quotation, else the first one named."""
    for item in people:
        after = paragraph.text[item.end : item.end + 12]
        before = paragraph.text[max(start, item.start - 14) : item.start]
        if re.match(r" (?:said|stated|added|stressed|noted)\b", after) or re.search(
            r"(?:said|added|stated|noted) $", before
        ):
            return item.payload.things[0]  # type: ignore[attr-defined, no-any-return]
    return people[0].payload.things[0]  # type: ignore[attr-defined, no-any-return]
