"""Settles who is meant: full names, surnames, bare titles and pronouns, within a release and by its date.

A surname goes to the one person of the release who bears it; with several bearers only a title beside it
decides. A title without a name goes to the one person of the release who has it, else to the one who held
the post on the release's date. What stays open is left open and listed, never guessed.
"""

from kg.iris import slug
from kg.model import Confidence, Release, Thing
from kg.text.actor_phrase import Phrase
from kg.text.actors import phrases, predicated
from kg.text.annotate import Lexicon, day_of, lexicon, merged, paragraphs
from kg.text.bodies import chairs, nested
from kg.text.document import Actor, Document, Open, Person
from kg.text.epithets import epithets
from kg.text.homes import with_homes
from kg.text.new_places import new_places
from kg.text.office import Office
from kg.text.people import fits_initial, name_tokens
from kg.text.pronouns import pronouns
from kg.text.shape import Item
from kg.text.short_names import co_chairs, groups, surnames
from kg.text.titles import Titles, family_matches, is_form_of_address
from kg.text.titles_alone import TitlesAlone
from kg.text.weekdays import news_day


def read_document(release: Release, words: Lexicon | None = None) -> Document:
    """Read a release's text into a `Document` with the shipped lexicon, or another."""
    words = words or lexicon()
    day = day_of(release)
    read = paragraphs(release, words, day)
    document = Document(release, read, words, day, news_day=news_day(read[1].dates if len(read) > 1 else (), day))
    _Resolver(document).run()
    return document


class _Resolver:
    """Who bears which name, with the posts that the release gives."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.issued = document.issued
        self.titles = Titles(document)
        self.alone = TitlesAlone(self.titles)
        self.by_token: dict[str, list[Person]] = {}

    def run(self) -> None:
        document = self.document
        found = [phrases(paragraph) for paragraph in document.paragraphs]
        named = [(index, phrase) for index, group in enumerate(found) for phrase in group if phrase.name is not None]
        self._pairs: dict[tuple[int, int], Person] = {}
        full = [pair for pair in named if pair[1].person is not None or len(name_tokens(pair[1].name or "")) > 1]
        for pair in sorted(full, key=lambda one: (one[1].person is None, -len(name_tokens(one[1].name or "")))):
            self._full_name(*pair)
        for index, phrase in named:
            if (index, phrase.start) not in self._pairs:
                self._short_name(index, phrase)
        found = [self._with_chairs(index, group) for index, group in enumerate(found)]
        found = [predicated(paragraph, group) for paragraph, group in zip(document.paragraphs, found, strict=True)]
        found = [
            with_homes(paragraph, group, self.words)
            for paragraph, group in zip(document.paragraphs, found, strict=True)
        ]
        self._give_posts([(index, phrase) for index, group in enumerate(found) for phrase in group if phrase.name])
        # In the order in which the text names them, those of its headline alone behind: the first is whom it is about.
        first: dict[int, list[tuple[int, int]]] = {}
        for place, person in self._pairs.items():
            first.setdefault(id(person), []).append(place)
        for person in document.people:
            person.places = tuple(sorted(first.get(id(person), ()))) or person.places
        document.people.sort(key=lambda one: min((place[0] == 0, *place) for place in one.places))
        for index, group in enumerate(found):
            actors = [item for phrase in group if (item := self._actor(index, phrase)) is not None]
            document.actors.append(actors)
        groups(document)
        co_chairs(document)
        surnames(document, self.by_token)
        new_places(document)
        epithets(document)
        pronouns(document)
        for index, paragraph in enumerate(document.paragraphs):
            actors = document.actors[index]
            dates = [Item(one.start, one.end, "N", payload=one) for one in paragraph.dates if not one.spoken]
            items = merged(actors, chairs(document, paragraph, actors), paragraph.names, dates)
            document.items.append(items)
            document.nested.append(nested(document, paragraph, items))

    def _with_chairs(self, index: int, group: list[Phrase]) -> list[Phrase]:
        """The phrases of a paragraph, where “the Chairperson-in-Office and Foreign Minister X” is one of X alone.

        Two people could be meant; it is one where X chaired that day.
        """
        text = self.document.paragraphs[index].text
        joined: list[Phrase] = []
        for phrase in group:
            last = joined[-1] if joined else None
            person = self._pairs.get((index, phrase.start))
            if (
                last is not None
                and last.name is None
                and person is not None
                and [office.post.key for office in last.offices if office.post is not None] == ["cio"]
                and text[last.end : phrase.start] == " and "
                and "cio" in self.words.posts.held_by(person.thing.key, self.issued)
            ):
                self._pairs[index, last.start] = person
                offices = (*last.offices, *phrase.offices)
                items = (*last.office_items, *phrase.office_items)
                joined[-1] = phrase._replace(start=last.start, offices=offices, office_items=items)
            else:
                joined.append(phrase)
        return joined

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
        bearers = [one for one in bearers if fits_initial(one.thing.label, phrase.name)]
        if len(bearers) > 1 and phrase.offices:
            titles = {office.title.lower() for office in phrase.offices}
            families = {_family(office) for office in phrase.offices}
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
            if thing is not None and not fits_initial(thing.label, phrase.name):
                thing = None
            if thing is None:
                thing = Thing("person", slug(phrase.name), phrase.name, "Person")
            person = self._known(thing) or self._add(thing, tokens)
        self._learn(person, tokens, phrase)
        self._pairs[index, phrase.start] = person

    def _known(self, thing: Thing | None) -> Person | None:
        if thing is None:
            return None
        iri = thing.iri
        return next((one for one in self.document.people if one.thing.iri == iri), None)

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
        person.surnames.add(tokens[-1])
        person.titles |= {office.title.lower() for office in phrase.offices}
        person.titles |= {f"{office.title} {office.portfolio}".lower() for office in phrase.offices if office.portfolio}
        person.families |= {_family(office) for office in phrase.offices}
        person.home = person.home or phrase.home
        person.sure = person.sure or phrase.sure

    def _alike(self, tokens: tuple[str, ...], phrase: Phrase) -> Person | None:
        """A person of the release whose name is this one, longer or shorter: same surname, same first name."""
        for person in self.document.people:
            own = name_tokens(person.thing.label)
            families = {_family(office) for office in phrase.offices}
            if len(own) > len(tokens) > 1 and own[: len(tokens)] == tokens and families & person.families:
                # “President Hassan Sheikh” of a text that names President Hassan Sheikh Mohamud.
                return person
            if not own or own[-1] != tokens[-1]:
                continue
            if set(tokens) <= person.tokens or own[0] == tokens[0]:
                return person
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
                        fits_place and family_matches(office, post)
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

    def _give_posts(self, named: list[tuple[int, Phrase]]) -> None:
        """Which posts each person has in this release; offices that name a state come first."""

        def rank_of(pair: tuple[int, Phrase]) -> int:
            return 0 if any(office.organizations for office in pair[1].offices) or pair[1].home else 1

        for index, phrase in sorted(named, key=lambda pair: (rank_of(pair), pair[0], pair[1].start)):
            person = self._pairs.get((index, phrase.start))
            if person is None:
                continue
            for post, rank, _ in self.titles.posts(index, phrase, person):
                person.posts.setdefault(post.key, (post, rank))
            for item, office in zip(phrase.office_items, phrase.offices, strict=False):
                if office.cut:
                    self.document.open.append(Open(index, item.start, item.end, "Post"))

    def _actor(self, index: int, phrase: Phrase) -> Item | None:
        if phrase.name is not None:
            person = self._pairs.get((index, phrase.start))
            if person is None:
                return None
            read = self.titles.posts(index, phrase, person)
            actor = Actor(
                (person.thing,),
                tuple((post, rank) for post, rank, _ in read),
                "name",
                Confidence.HIGH if phrase.sure or person.sure else Confidence.MEDIUM,
                name_start=phrase.name_start,
                name_end=phrase.name_end,
                office_spans=tuple(
                    (*self.titles.office_span(index, phrase.office_items[number]), post)
                    for post, _, number in read
                    if number < len(phrase.office_items) and not is_form_of_address(phrase.offices[number])
                ),
            )
            return Item(phrase.start, phrase.end, "A", payload=actor)
        return self.alone.meant(index, phrase)


# The families of posts that have a name of their own, by how their keys begin.
_OF_KEYS = {"fm-": "foreign-minister", "president-": "president", "head-of-government-": "prime-minister"}


def _family(office: Office) -> str:
    """The family of an office; of one by a post's own name, “Minister of Foreign Affairs of the Hellenic Republic”, by the post."""
    if office.family != "post" or office.post is None:
        return office.family
    key = office.post.key
    return next((family for begun, family in _OF_KEYS.items() if key.startswith(begun)), office.family)
