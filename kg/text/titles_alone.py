"""Who is meant by a title alone: “the Minister”, “the Deputy Prime Minister”, “both Presidents”.

A title without a name goes to the one person of the release who has it, else to the one who held the post on the
release's date.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from kg.iris import slug
from kg.model import Confidence, Thing
from kg.text.actor_phrase import Phrase
from kg.text.document import Actor, Open, Person
from kg.text.hosts import host_said
from kg.text.office import Office, singular
from kg.text.posts import OSCE_POSTS
from kg.text.ranks import HONORARY
from kg.text.rule import Rule
from kg.text.shape import Item
from kg.text.titles import NOT_IN_OFFICE, Titles, family_matches, within

# Titles that several people of one release can bear, and how many may be meant by “the Ministers”.
SHARED_TITLES = frozenset({"president", "prime-minister", "foreign-minister", "minister", "leader"})


MINISTERS = frozenset({"minister", "foreign-minister"})


LEADERS = frozenset({"president", "prime-minister", "leader", "chancellor", "monarch"})


SENT = frozenset({"representative", "special-representative"})


FEW = 3


_HOW_MANY = re.compile(r"\b(both|two|three|four) (?:the )?$", re.IGNORECASE)


_OF_MANY_STATES = re.compile(
    r" (?:of|from) (?:(?:the|its|their|OSCE|EU|NATO|\d+) )*(?:participating|[Mm]ember|[Pp]artner|neighbou?ring|other|many|several|all|most|various)\b"
)


_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}


# Who speaks or sits for a body that has sent him.
SPEAKS_FOR = frozenset({"ambassador", "legislator", "member", "representative", "spokesperson"})


_HEAD = re.compile(r"(?:Acting )?Head of (?:the )?.*\bMission\b")


AS_OFFICE = Rule(r"(?:\b(?:serv|work)(?:es|e|s|ed|ing)?|[\w”],) as (?:the |an? |its |his |her |their |our )?$")


# “X has been appointed Representative on Freedom of the Media”: a post that nobody holds on that day.
_APPOINTED = re.compile(
    r"\b(?:appoint(?:s|ed)|named|names|elect(?:s|ed)|nominat(?:es|ed)|designat(?:es|ed)|becomes|became|(?:post|position|office) of) (?:by [^,;.]{3,60} (?=as ))?(?:(?:as|to be|the|its|his|her|a|next|new) )*$"
    # “Appointed X as her Special Representative”.
    r"|\b(?:appoint(?:s|ed|ing|)|nam(?:ed|es|e|ing)|nominat(?:es|ed|e)|designat(?:es|ed|e)|appointment of|mandate of) [A-Z][^,;.]{3,60}(?:, [^,;.]{3,60},)? (?:as|to be|to serve as) (?:(?:the|its|his|her|a|next|new) )*$"
)


_THE_NEW = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:newly |recently |just )?$")


# Before somebody whom another met: “following his meeting with the Foreign Minister”.
_MET = re.compile(
    r"\b(?:(?:meetings?|talks|discussions?|consultations?|conversations?|met) with|met|received by|meeting) (?:the )?$"
)


_OUTGOING = re.compile(r"(?:outgoing|departing)\s")


_TWO_MONTHS = timedelta(days=60)


def _has_portfolio(person: Person, office: Office) -> bool:
    """Whether a post that somebody has in the release is for what an office phrase is for."""
    words = re.sub(r"^(?:of|for) (?:the )?", "", office.portfolio)
    return any(within(words, post.label) for post, _ in person.posts.values())


class TitlesAlone:
    """Who is meant where an office phrase stands without a name, in a release."""

    def __init__(self, titles: Titles) -> None:
        """Look among the people of the release whose titles these are."""
        self.titles = titles
        self.document = titles.document
        self.words = titles.words
        self.issued = titles.issued
        self.publisher = titles.publisher

    def meant(self, index: int, phrase: Phrase) -> Item | None:
        office = phrase.offices[0]
        text = self.document.paragraphs[index].text
        somebodys = office.family in SENT and text.endswith(("his ", "her ", "their "), 0, phrase.start)
        if (office.portfolio or somebodys) and not (office.organizations or office.plural or office.cut or office.post):
            named, _ = self.titles.office_span(index, phrase)
            appointed = _APPOINTED.search(text, max(0, named - 100), named)
            if appointed is not None and _THE_NEW.search(text, max(0, named - 100), appointed.start()) is None:
                # “Was appointed Minister of Justice”: of which state goes without saying.
                return Item(named, phrase.end, "O", payload=office)
        if (not office.alone and not office.organizations) or office.cut:
            return None
        if office.family == "co-ordinator" and text.endswith("Project ", 0, phrase.start):
            # “The Project Co-ordinator” is a field operation.
            return None
        if office.plural:
            return self._several(index, phrase, office)
        posts: tuple[tuple[Thing, str | None], ...] = ()
        person = self._titled(office)
        if office.family in SHARED_TITLES and _MET.search(text, max(0, phrase.start - 40), phrase.start):
            person = self._met_there(index, phrase, office) or person
        person = person or self._told_of(index, phrase, office)
        if _OUTGOING.match(text, phrase.start) is not None:
            person = self._left(office, person) or person
        confidence = Confidence.HIGH
        if person is None and office.title in {"colleague", "opposite number"}:
            return None
        if person is None:
            own = (
                self.publisher.own_minister(office) or self.publisher.own_body(office)
                if not office.organizations
                else None
            )
            if own is not None and office.family in {"minister", "secretary"}:
                # On a foreign ministry's site “the Minister” is its own.
                office = replace(office, family="foreign-minister")
            organization = office.organizations[0] if office.organizations else own
            post = self.titles.own_post(office) if organization is None else None
            post = post or self.words.posts.denoted(office, organization, self.publisher.says_only(office))
            if office.rank is None and post.verified and self.publisher.may_mean(office, post):
                holders = self.words.posts.holders(post.key, self.issued)
                if len(holders) == 1:
                    person = self.words.thing("person", holders[0])
                    confidence = Confidence.MEDIUM
                    posts = ((post, None),)
            if person is None:
                if office.family == HONORARY:
                    return Item(phrase.start, phrase.end, "O", payload=office)
                if office.post is None and organization is None:
                    return self._somebody(index, phrase, office)
                if office.rank in {"former", "designate"}:
                    return None
                acting_for = post.organization or organization
                # “Who once served as Head of the Delegation”: the body does nothing here.
                if AS_OFFICE.search(self.document.paragraphs[index].text, max(0, phrase.start - 30), phrase.start):
                    return Item(phrase.start, phrase.end, "O", payload=office)
                known = post.verified or office.post is not None
                if known:
                    if office.post is not None and _APPOINTED.search(text, max(0, phrase.start - 160), phrase.start):
                        return Item(phrase.start, phrase.end, "O", payload=office)
                    # Nobody is known to have held it on that day, or several are.
                    self.document.open.append(Open(index, phrase.start, phrase.end, "Person"))
                if acting_for is None or (known and acting_for.kind != "state"):
                    return None
                if acting_for.kind != "state" and office.family not in SPEAKS_FOR:
                    # What the Speaker of a parliament does or an envoy says is not the body's.
                    said = ((*self.titles.office_span(index, phrase), post),)
                    nobody = Actor((), ((post, office.rank),), "title", Confidence.LOW, office, office_spans=said)
                    return Item(phrase.start, phrase.end, "A", payload=nobody)
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
                        office_spans=((*self.titles.office_span(index, phrase), post),),
                    ),
                )
        meant = posts[0][0] if posts else self._post_of(person, office)
        spans = ((*self.titles.office_span(index, phrase), meant),) if meant is not None else ()
        actor = Actor((person,), posts, "title", confidence, office, office_spans=spans)
        return Item(phrase.start, phrase.end, "A", payload=actor)

    def _told_of(self, index: int, phrase: Phrase, office: Office) -> Thing | None:
        """The one whom headline and lead tell of, where others in such an office come later and none in this paragraph before."""
        if office.organizations or office.portfolio:
            return None
        title = office.title.lower()
        families = MINISTERS if office.family == "minister" else frozenset({office.family})
        shared = office.family in SHARED_TITLES and office.rank is None
        bearing = [one for one in self.document.people if title in one.titles or (shared and one.families & families)]
        begin, lead = (index, 0), (2, 0)
        if len(bearing) > 1 and bearing[0] not in self.document.people[:1] and shared:
            # “President X received the envoy. … The President thanked him”: the only one named in the paragraph before.
            here = [one for one in bearing if any(begin <= place < (index, phrase.start) for place in one.places)]
            return here[0].thing if len(here) == 1 else None
        if len(bearing) < 2 or bearing[0] not in self.document.people[:1]:
            return None
        others = [place for one in bearing[1:] for place in one.places]
        if min(others) < lead or any(begin <= place < (index, phrase.start) for place in others):
            return None
        return bearing[0].thing

    def _met_there(self, index: int, phrase: Phrase, office: Office) -> Thing | None:
        """Who of the release's people is in such an office of the state where the sentence is, as “in X, following her meeting with the Foreign Minister”."""
        if office.organizations or office.portfolio or office.rank is not None:
            return None
        hosts = host_said(self.document, index, phrase.start, phrase.end)
        found = {
            one.thing.iri: one.thing
            for one in self.document.people
            for post, rank in one.posts.values()
            if rank is None and post.organization in hosts and family_matches(office, post.key)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _somebody(self, index: int, phrase: Phrase, office: Office) -> Item | None:
        """Somebody whom neither the text nor the release's publisher tells: of which body “the Secretary General” is."""
        if office.family not in OSCE_POSTS or office.portfolio or office.rank is not None:
            return None
        self.document.open.append(Open(index, phrase.start, phrase.end, "Person"))
        return Item(phrase.start, phrase.end, "A", payload=Actor((), (), "title", Confidence.LOW, office))

    def _post_of(self, thing: Thing, office: Office) -> Thing | None:
        """The post of this person in this release that a bare title means."""
        held = [post for post, _ in self.document.posts_of(thing)]
        if office.post is not None:
            return office.post
        for post in held:
            if family_matches(office, post.key) or within(office.title, post.label):
                return post
        return None

    def _left(self, office: Office, person: Thing | None) -> Thing | None:
        """Who was in an office two months before a release that tells of its “outgoing” holder, where another is in it by then."""
        organization = office.organizations[0] if office.organizations else None
        own = self.titles.own_post(office) if organization is None else None
        post = own or self.words.posts.denoted(office, organization, self.publisher.says_only(office))
        if self.issued is None or len(self.issued) != len("2000-01-01") or not post.verified:
            return None
        before = (date.fromisoformat(self.issued) - _TWO_MONTHS).isoformat()
        holders = self.words.posts.holders(post.key, before)
        gone = len(holders) == 1 and (person is None or person.key != holders[0])
        return self.words.thing("person", holders[0]) if gone else None

    def _represents(self, person: Person) -> bool:
        """Whether the release says of somebody that he represents another."""
        said = tuple(f"{person.thing.label}, who {verb} the " for verb in ("represents", "represented", "acts for"))
        return any(words in one.text for one in self.document.paragraphs[:3] for words in said)

    def _titled(self, office: Office) -> Thing | None:
        """The one person of the release who bears this title."""
        people = self.document.people
        is_deputy = office.rank == "deputy" or office.title.startswith(("Deputy ", "First Deputy "))
        if office.rank is None and not is_deputy:
            # “The Head of Mission” is not the deputy.
            people = [one for one in people if {rank for _, rank in one.posts.values()} != {"deputy"}]
        everybody = people
        if office.post is not None:
            matching = [
                one
                for one in people
                if office.post.key in one.posts
                and (one.posts[office.post.key][1] in NOT_IN_OFFICE) == (office.rank in NOT_IN_OFFICE)
            ]
            return matching[0].thing if len(matching) == 1 else None
        title = office.title.lower()
        if office.portfolio and not office.organizations:
            # “The First Deputy Minister of Foreign Affairs”, in the words in which the text has called one of them.
            called = [one for one in people if f"{title} {office.portfolio}".lower() in one.titles]
            if len(called) == 1:
                return called[0].thing
        if office.family == "counterpart":
            # “With his Hungarian counterpart”: the one of that state whom the release has named.
            colleague = office.title != "counterpart"
            own = [
                one
                for one in people
                if any(
                    post.organization in office.organizations and (not colleague or post.key.startswith("fm-"))
                    for post, _ in one.posts.values()
                )
            ]
            return own[0].thing if len(own) == 1 else None
        if office.organizations:
            owner = office.organizations[0]
            matching = [
                one
                for one in people
                for post, rank in one.posts.values()
                if post.organization == owner
                and rank is None
                and (
                    post.key == self.words.posts.denoted(office, owner, self.publisher.says_only(office)).key
                    # “The Georgian Minister” of a text about foreign ministers.
                    or (office.family == "minister" and not office.portfolio and post.key.startswith("fm-"))
                )
            ]
            named = office.title[:1].isupper() or office.family == "special-representative"
            if not matching and named and not office.portfolio and owner.kind != "state":
                # “The UN Under-Secretary-General”: the one whose longer title begins so.
                matching = [
                    one
                    for one in people
                    for post, rank in one.posts.values()
                    if post.organization == owner and rank in {None, "deputy"} and within(title, post.label)
                ]
        else:
            if office.portfolio and office.family == "minister":
                # “The Minister of Finance” is no other minister of the release's.
                people = [one for one in people if _has_portfolio(one, office)]
            matching = [one for one in people if title in one.titles]
            if not matching and title == "head of mission":
                # “The Head of Mission” is the head of whichever mission the release tells of.
                matching = [one for one in people if any(_HEAD.match(post.label) for post, _ in one.posts.values())]
            # Those whom the text is about may bear it as part of a longer one: “the President of the Assembly”.
            longer = [
                one
                for one in people[:2]
                if one not in matching
                and any(
                    slug(post.label).removeprefix("osce-").startswith(f"{slug(title)}-") and rank is None
                    for post, rank in one.posts.values()
                )
            ]
            if office.family in SENT and not any(one in people[:2] for one in matching):
                # “The Envoy” of a text about a Special Envoy is not the envoy of some state who is named later.
                longer += [
                    one
                    for one in people[:2]
                    if one not in longer and any(said.endswith(f" {title}") for said in one.titles)
                ]
            matching = longer if longer and office.family in SENT else [*longer, *matching]
            if not matching and not (is_deputy and office.family in MINISTERS):
                # “The Deputy Minister” is no minister of the release's.
                matching = [one for one in people if office.family in one.families]
            if not matching:
                matching = [
                    one
                    for one in people
                    if any(
                        within(title, post.label) and rank in {None, office.rank} for post, rank in one.posts.values()
                    )
                ]
            if not matching and office.family in SENT and not office.portfolio:
                # “The Special Representative” of a text about Ann Lund, “who represents the Chair in the talks”.
                matching = [one for one in people[:2] if self._represents(one)]
            if not matching and is_deputy and not office.portfolio:
                # “The Deputy Minister” of a text about a Deputy Foreign Minister, whose rank may not be part of the post's name.
                words = set(slug(title).split("-")) - {"first", "deputy"}
                matching = [
                    one
                    for one in people
                    if any(
                        rank == "deputy" and words <= {*slug(post.label).split("-")}
                        for post, rank in one.posts.values()
                    )
                ]
        unique = list({id(one): one for one in matching}.values())
        of_ministry = self._of_own_ministry(unique, office) if len(unique) > 1 else None
        if of_ministry is not None:
            return of_ministry
        first, second = everybody[:1], everybody[1:2]
        if len(unique) > 1 and not office.organizations and first[0] in unique and second[0] not in unique:
            # “The President” of a text about a president who meets others.
            return first[0].thing
        return unique[0].thing if len(unique) == 1 else None

    def _of_own_ministry(self, people: list[Person], office: Office) -> Thing | None:
        """Who of several foreign ministers is the one whose ministry speaks, whom it calls by the bare title."""
        whose = self.publisher.own_foreign_ministry()
        if whose is None or office.organizations or office.rank is not None or office.family not in MINISTERS:
            return None
        if office.portfolio and "foreign" not in office.portfolio.lower():
            return None
        found = [
            one.thing
            for one in people
            for post, rank in one.posts.values()
            if rank in {None, "acting"} and post.organization == whose and post.key.startswith("fm-")
        ]
        return found[0] if len(found) == 1 else None

    def _several(self, index: int, phrase: Phrase, office: Office) -> Item | None:
        things: list[Thing] = []
        posts: list[tuple[Thing, str | None]] = []
        for organization in office.organizations:
            single = replace(office, plural=False, organizations=(organization,), title=singular(office.title))
            post = self.words.posts.denoted(single, organization, self.publisher.says_only(single))
            holders = self.words.posts.holders(post.key, self.issued) if post.verified else []
            person = self._titled(single) or (self.words.thing("person", holders[0]) if len(holders) == 1 else None)
            things.append(person or organization)
            posts.append((post, office.rank))
        if not things:
            return self._named_before(index, phrase, office)
        return Item(
            phrase.start,
            phrase.end,
            "A",
            payload=Actor(tuple(things), tuple(posts), "title", Confidence.MEDIUM),
        )

    def _named_before(self, index: int, phrase: Phrase, office: Office) -> Item | None:
        """The two or three people of the release who are in such an office: “the Ministers”, “both Presidents”."""
        families = {"minister": MINISTERS, "leader": LEADERS}.get(office.family, frozenset({office.family}))
        if office.portfolio or office.rank is not None or (office.family == "leader" and office.title != "leaders"):
            return None
        one_title = singular(office.title).lower()
        behind = self.document.paragraphs[index].text[phrase.end :]
        if _OF_MANY_STATES.match(behind) is not None:
            # “The foreign ministers of the participating States” are many more than those who are named.
            return None
        alone = office.family == "foreign-minister" and not behind.startswith((" of ", " from ", " in "))
        meant: dict[str, tuple[Thing, tuple[Thing, str | None]]] = {}
        chairs: set[str] = set()
        for one in self.document.people:
            held = [
                (post, rank)
                for post, rank in one.posts.values()
                if rank in {None, "acting"}
                and (
                    office.family in SENT
                    or post.organization is None
                    or post.organization.kind in {"state", "de-facto-entity"}
                )
            ]
            borne = (office.family in SENT and one_title in one.titles) or (
                office.family in SHARED_TITLES and one.families & families
            )
            # “The Foreign Ministers” are those who were named as “Minister of Foreign Affairs”, too.
            borne = borne or (alone and any(post.key.startswith("fm-") for post, _ in held))
            if borne and held:
                meant[one.thing.iri.value] = one.thing, held[0]
                if "cio" in one.posts:
                    chairs.add(one.thing.iri.value)
        named = {one.thing.iri.value for one in self.document.people if one.places[0] < (index, phrase.start)}
        before_here = meant.keys() & named
        # The minister who chairs the OSCE is not among “the Ministers” whom its mediators met, but is one of two who met.
        both = before_here if len(before_here) == 2 else set()
        others = meant.keys() - chairs
        chosen = next((some for some in (before_here - chairs, both) if len(some) >= 2), others)
        meant = {iri: one for iri, one in meant.items() if iri in chosen}
        before = _HOW_MANY.search(self.document.paragraphs[index].text, max(0, phrase.start - 12), phrase.start)
        wanted = _NUMBERS[before[1].lower()] if before is not None else None
        if len(meant) != wanted and not (wanted is None and 2 <= len(meant) <= FEW):
            # Of more than are meant, those whom the headline or the lead names.
            first = {one.thing.iri.value for one in self.document.people if one.places[0] < (2, 0)}
            meant = {iri: one for iri, one in meant.items() if iri in first}
        if len(meant) != wanted and not (wanted is None and 2 <= len(meant) <= FEW):
            return None
        actor = Actor(
            tuple(thing for thing, _ in meant.values()),
            tuple(post for _, post in meant.values()),
            "title",
            Confidence.MEDIUM,
        )
        return Item(phrase.start, phrase.end, "A", payload=actor)
