"""Which posts office phrases denote."""

import re
from dataclasses import replace
from functools import cached_property

from kg.iris import slug
from kg.model import Thing
from kg.text.actor_phrase import Phrase
from kg.text.annotate import only_mission
from kg.text.behind_titles import OF_CHAIR, OF_THE_CHAIR
from kg.text.document import Document, Person
from kg.text.homes import DELEGATED
from kg.text.hosts import host_of_release, host_said, place_said, where_all_meet
from kg.text.ministries import Ministry
from kg.text.office import Office
from kg.text.posts import is_foreign_minister
from kg.text.publisher import OWN_NAMES, Publisher
from kg.text.rule import Rule
from kg.text.shape import Item
from kg.text.title_table import LOCAL

# Offices of a state that have no portfolio: “Prime Minister of Kosovo” says whose.
OF_STATE_ALONE = frozenset({"president", "prime-minister", "foreign-minister"})
NOT_IN_OFFICE = ("former", "designate")


_BETWEEN_TWO = re.compile(r"\b(?:[Tt]alks|[Cc]onsultations|[Nn]egotiations|[Mm]eeting)\b[^;]*\bbetween\b")
# Who is of the city where somebody was, if nothing else is said.
_OF_CITY = LOCAL - {"legislator"}
# Titles that only one state gives.
_OF_ONE_STATE = {"Federal Councillor": "switzerland", "Taoiseach": "ireland", "Tánaiste": "ireland"}
# Titles of whoever heads a mission, by the words for one.
_IN_THE_FIELD = ("Head of Mission", "Head of Presence", "Head of Centre")
_OF_IT = frozenset({"of the Office", "of the Mission", "of the Presence", "of the Centre"})
_OFFICE_OF_IT = re.compile(r"\s(?:Office|Mission|Presence|Cent(?:re|er)|Delegation|Secretariat)\b")
_ITS = re.compile(r"\b[Ii]ts (?:new |current )?$")
# “In X, Minister A met President B”: behind the one who came.
_DOES_MEET = re.compile(
    r" (?:also |today |then |later )?(?:met|meets|will meet|held|holds|had|was received|paid|called on)\b"
)
_ON_VISIT = re.compile(
    r" (?:on|during|for) (?:an?|his|her|the|their) (?:[a-z-]+ ){0,3}(?:visit|trip|tour|journey) (?:to|in|of)\b"
)
_ACCOMPANIED = re.compile(r"\b(?:accompanying|to accompany|will accompany|accompanied|accompanies) (?:the )?$")
_COUNTERPART = re.compile(r" (?:counterpart|colleague)\b")
# Words before a title that belong to no name of an office.
UNNAMED_RANK = Rule(
    r"(?:(?:acting|interim|caretaker|former|ex|then|outgoing|incoming|designate|future|next|late|(?-i:new)|newly|recently|appointed|elected|designated|current|first|second)[ -])+",
    re.IGNORECASE,
)


# Families of offices that serve whoever is in another.
# Of those who may be in whatever body stands behind their name.
_IN_BODIES = frozenset({"adviser", "officer", "secretary", "academic", "spokesperson", "co-ordinator", "consul"})
# Titles that beside another office only say of what rank somebody is.
_RANK_BESIDE = frozenset({"Ambassador-at-Large", "Ambassador at Large", "Judge", "Justice"})
# What of military titles says an office.
_COMMANDING = frozenset(
    {"Commander", "Commandant", "Chief of Defence", "Chief of Defense", "Chief of the General Staff"}
)
# Who is from a state, and in no office of it: “Special Co-ordinator Anna Lund of Norway”.
_OF_NO_STATE = frozenset(
    {
        "Special Co-ordinator",
        "Special Coordinator",
        "Personal Representative",
        "Rapporteur",
        "Co-rapporteur",
        "Special Rapporteur",
    }
)
_SERVING = frozenset({"spokesperson", "adviser"})


class Titles:
    """Which posts office phrases denote in a release."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.issued = document.issued
        self.publisher = Publisher(document)

    def posts(self, index: int, phrase: Phrase, person: Person | None) -> list[tuple[Thing, str | None, int]]:
        """The posts that a phrase's offices denote, each with its rank and the number of its office."""
        homes = [office.organizations[0] for office in phrase.offices if office.organizations]
        states = [one for one in homes if one.kind in {"state", "de-facto-entity"}]
        text = self.document.paragraphs[index].text
        found: list[tuple[Thing, str | None, int]] = []
        for number, read in enumerate(phrase.offices):
            office = self._meant(read, phrase, person)
            if office is None or office.cut or _is_rank_alone(phrase, office, text):
                continue
            # “Its President, X (Slovenia)”: of the body, whatever state X is from.
            its = _ITS.search(text, max(0, phrase.start - 14), phrase.start)
            office, organization = _in_body_behind(
                office, self._body_of(office) or _with_such(None if its else phrase.home, office), phrase
            )
            if _is_only_rank(office, organization, phrase):
                continue
            national = _national(office) or is_foreign_minister(office) or office.title.endswith("Negotiator")
            if office.post is None and organization is None and national:
                organization = states[0] if states else None
            post = (
                self._post_of_its_body(index, phrase, office) or self.own_post(office) if organization is None else None
            )
            if post is None and office.post is None and person is not None and _of_the_osce(office, organization):
                post = self._post_held(office, person)
            if (
                post is None
                and organization is None
                and person is not None
                and _national(office)
                and (phrase.of_state or not _of_a_body(office))
                and not self._of_de_facto(person)
            ):
                organization = self.words.thing("state", self.words.nationality.get(person.thing.key) or "")
            if post is None and organization is None and person is not None and not person.thing.verified:
                organization = self.publisher.own_secretariat(office)
            if organization is None and _is_bare_deputy(office) and self.publisher.own_foreign_ministry() is not None:
                # “Deputy Minister X” of a foreign ministry's release: its own.
                office = replace(office, family="foreign-minister", title="Deputy Foreign Minister")
            if post is None and organization is None and person is not None and _of_foreign_ministry(office):
                organization = self._own_state(office, person)
            if post is None and organization is None:
                organization = self.words.thing("state", _state_giving(office))
            unknown = post is None and office.post is None and person is not None and not person.thing.verified
            of_state = national and not office.title.endswith("Negotiator") and not office.portfolio.startswith("to ")
            of_state = of_state and not (office.family in OF_STATE_ALONE and office.portfolio)
            if unknown and organization is None and of_state and (phrase.of_state or not _of_a_body(office)):
                organization = self._host(index, phrase, office)
                if organization is not None and office.title == "Speaker" and not office.portfolio:
                    office = replace(office, portfolio="of Parliament")
            if unknown and organization is None and office.family in _OF_CITY and not office.portfolio:
                city = place_said(self.document, index, phrase.start)
                office = replace(office, portfolio=f"of {city.label}") if city is not None else office
            if post is None:
                post = self.words.posts.denoted(office, organization, self.publisher.says_only(office))
            if (
                not post.verified
                and person is not None
                and person.thing.verified
                and (not office.portfolio or office.family == "co-chair")
            ):
                post = self._held_in(office, person) or post
            if person is not None and office.rank is None and self._of_another(post, person):
                continue
            if (
                office.family in {"ambassador", "general", "academic", "legislator"}
                and not office.portfolio
                and organization is None
                and post.organization is None
            ):
                continue
            found.append((post, office.rank, number))
        # Two names of one post have one rank; so have those of whoever negotiates by office: “Acting Deputy Prime Minister and Chief Negotiator”.
        ranks = {post.iri: rank for post, rank, _ in reversed(found) if rank is not None}
        acting = {
            post.iri: "acting"
            for post, _, number in found
            if phrase.offices[number].title.endswith("Negotiator") and "acting" in ranks.values()
        }
        ranks |= acting
        return [(post, ranks.get(post.iri), number) for post, _, number in found] if ranks else found

    def _meant(self, read: Office, phrase: Phrase, person: Person | None) -> Office | None:
        """The office that one of a phrase means: a counterpart's own, or the one whose holder another serves."""
        if read.family == "counterpart":
            of_home = read if read.organizations or not phrase.home else replace(read, organizations=(phrase.home,))
            lone = len(phrase.offices) == 1 and of_home.organizations
            return self._counterpart(of_home, person) if lone else None
        served = self._served(read, person) if read.family in _SERVING and person is not None else None
        return replace(read, family="post", post=served, portfolio="") if served is not None else read

    def _served(self, office: Office, person: Person) -> Thing | None:
        """The post of a known person of whom only somebody in service is told: “the Spokesperson of High Representative Anna Lund”."""
        held = self.words.posts.held_by(person.thing.key, self.issued) if person.thing.verified else ()
        for post in (self.words.thing("post", key) for key in held):
            if post is not None and f"{post.label.split(' of ')[0]} " in f"{office.portfolio} ":
                return post
        return None

    def _of_another(self, post: Thing, person: Person) -> bool:
        """Whether it is another of the release's people who held a post on its day: in “A, High Representative B” the office is B's."""
        if not (post.verified and person.thing.verified):
            return False
        holders = self.words.posts.holders(post.key, self.issued)
        named = {one.thing.key for one in self.document.people if one.thing.verified}
        return bool(named & set(holders)) and person.thing.key not in holders

    def _of_de_facto(self, person: Person) -> bool:
        """Whether somebody has held an office of a de facto authority, and so is not the official of the state that he is a national of."""
        held = (self.words.thing("post", one.post) for one in self.words.posts.by_person.get(person.thing.key, ()))
        return any(
            one is not None and one.organization is not None and one.organization.kind == "de-facto-entity"
            for one in held
        )

    def _host(self, index: int, phrase: Phrase, office: Office) -> Thing | None:
        """The state where somebody unknown is met, unless those listed with him are others' or somebody else holds the post."""
        if where_all_meet(self.document, index, phrase.start):
            return None
        text = self.document.paragraphs[index].text
        if _ON_VISIT.match(text, phrase.end) or _ACCOMPANIED.search(text, max(0, phrase.start - 24), phrase.start):
            # “Accompanying Deputy Prime Minister X on a visit to Y”: no minister of Y.
            return None
        listed = set(phrase.listed)
        if office.plural and listed:
            # “Deputy Prime Ministers A and B”: each may be another state's.
            return None
        near = phrase.beside if phrase.beside_near else phrase.listed[0] if len(listed) == 1 else None
        said = host_said(self.document, index, phrase.start, phrase.end)
        if near is not None:
            # In a third state nobody says whose minister the one beside a known official is.
            state = near if not said or near in said else None
        elif said:
            state = said[0] if len(said) == 1 and not self._meets_host(index, phrase, said[0]) else None
        else:
            state = phrase.beside or host_of_release(self.document)
            if phrase.beside is None and self._names_other_states(index, phrase, state):
                return None
        if state is None or any(one != state for one in listed) or self._meets_counterpart(index, phrase, state):
            return None
        post = self.words.posts.denoted(office, state, self.publisher.says_only(office))
        taken = office.rank is None and self.words.posts.holders(post.key, self.issued)
        return None if taken else state

    def _meets_counterpart(self, index: int, phrase: Phrase, state: Thing) -> bool:
        """Whether a sentence tells of somebody's counterpart of this state: “Minister X met her Latvian counterpart”."""
        paragraph = self.document.paragraphs[index]
        end = paragraph.sentence_at(phrase.start).end
        return any(
            item.code == "D" and item.entries[0].thing == state and _COUNTERPART.match(paragraph.text, item.end)
            for item in paragraph.names
            if phrase.end <= item.start < end
        )

    def _meets_host(self, index: int, phrase: Phrase, state: Thing) -> bool:
        """Whether a phrase is the subject of a sentence that says he met a known person of this state, whose guest he rather is."""
        paragraph = self.document.paragraphs[index]
        if _DOES_MEET.match(paragraph.text, phrase.end) is None:
            return False
        end = paragraph.sentence_at(phrase.start).end
        known = (one.entries[0].thing for one in paragraph.names if one.code == "P" and phrase.end <= one.start < end)
        return any(self.words.nationality.get(one.key) == state.key for one in known)

    def _names_other_states(self, index: int, phrase: Phrase, state: Thing | None) -> bool:
        """Whether the sentence of a phrase names a state besides this one, whose official somebody in it may be, too.

        So does the sentence before, where that tells of talks between two: “Talks between A and B were held. They were led by …”.
        """
        paragraph = self.document.paragraphs[index]
        sentence = paragraph.sentence_at(phrase.start)
        begin = sentence.start
        if sentence.index > 0:
            before = paragraph.sentences[sentence.index - 1]
            begin = before.start if _BETWEEN_TWO.search(paragraph.text, before.start, before.end) else begin
        return any(
            item.code in "SD" and item.entries and item.entries[0].thing != state
            for item in paragraph.names
            if begin <= item.start < sentence.end
        )

    def _own_state(self, office: Office, person: Person) -> Thing | None:
        """Whose foreign minister, or deputy, somebody is in a release of a foreign ministry that names no state; a known one is not replaced."""
        state = self.publisher.own_foreign_ministry()
        if state is None or person.thing.verified:
            return None
        taken = office.rank is None and self.words.posts.holders(f"fm-{state.key}", self.issued)
        return None if taken else state

    @cached_property
    def _mission(self) -> Thing | None:
        """The one mission that the release names, if there is just one."""
        named = only_mission(self.document.paragraphs, self.document.release, self.words)
        return named.thing if named is not None else None

    def _post_of_its_body(self, index: int, phrase: Phrase, office: Office) -> Thing | None:
        """The post in the body named last before “its Head, Ambassador X”."""
        paragraph = self.document.paragraphs[index]
        if (
            office.portfolio
            or office.post is not None
            or _ITS.search(paragraph.text, max(0, phrase.start - 14), phrase.start) is None
        ):
            return None
        named = [one for one in paragraph.names if one.code == "G" and one.end <= phrase.start and one.entries]
        if named and DELEGATED.search(paragraph.text, max(0, named[-1].start - 80), named[-1].start):
            # “The delegation to the Assembly, led by its head, X”: of the delegation.
            return None
        if not named and index > 1:
            named = [one for one in self.document.paragraphs[index - 1].names if one.code == "G" and one.entries]
        body = named[-1].entries[0].thing if named else None
        if named and _OFFICE_OF_IT.match(paragraph.text, named[-1].end):
            # “The OSCE Office and its Head, X”: of the office, which is named in full elsewhere.
            body = self._mission
        return self.words.posts.denoted(office, body) if body is not None else None

    def _body_of(self, office: Office) -> Thing | None:
        """The body that an office names; none for “the OSCE Head of Mission” where just one mission is told of, whose head that is."""
        body = office.organizations[0] if office.organizations else None
        of_mission = body is not None and body.key == "osce" and office.title.endswith(_IN_THE_FIELD)
        return None if of_mission and self._mission is not None else body

    def own_post(self, office: Office) -> Thing | None:
        """A post of the one body that the release is about: “the Office's Director” where just one body is named."""
        if office.family not in {"director", "head"} or office.post is not None:
            return None
        if office.portfolio in _OF_IT:
            office = replace(office, portfolio="")
        if office.portfolio:
            return None
        if office.title.endswith(_IN_THE_FIELD) and self._mission is not None:
            title = office.title.rpartition(" of ")[0]
            return self.words.posts.denoted(replace(office, title=title), self._mission)
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
        return self._like_another(office, person)

    def _like_another(self, office: Office, person: Person | None) -> Office | None:
        """The office of the one other of the release who is in an office of a state: “Defence Minister X and his Latvian counterpart”."""
        held = {
            post.label.removesuffix(whose)
            for other in self.document.people
            if other is not person
            for post, rank in other.posts.values()
            if rank is None and post.organization is not None and post.organization.kind == "state"
            if post.label.endswith(whose := f" of {post.organization.label}")
            and post.organization not in office.organizations
        }
        return replace(office, title=held.pop(), family="head") if len(held) == 1 else None

    def _post_held(self, office: Office, person: Person) -> Thing | None:
        """The post that a bare title before a known person's name means: given in the release, or held that day."""
        of_osce = bool(office.organizations) or office.portfolio == OF_THE_CHAIR
        full = slug(f"{office.title} {office.portfolio}") if office.portfolio and not office.organizations else None
        whole = not office.portfolio or office.portfolio == OF_THE_CHAIR or is_foreign_minister(office)
        for post, _ in person.posts.values():
            if post.organization is None and post.label.startswith(f"{office.title} of ") and whole and not of_osce:
                # “The President of the Republic of Kosovo, X. … President X”.
                return post
            if (
                post.organization is not None
                and (
                    family_matches(office, post.key)
                    # A foreign minister is no Deputy Prime Minister for the word in the title.
                    or (not is_foreign_minister(office) and within(office.title, post.label))
                )
                and whole
                and (not of_osce or OWN_NAMES.search(post.label))
            ):
                return post
        if office.rank == "former" and whole and not of_osce and person.thing.verified:
            return self._post_left(office, person)
        if office.rank in {"former", "designate"} or not (whole or full):
            return None
        for key in self.words.posts.held_by(person.thing.key, self.issued) if person.thing.verified else ():
            held = self.words.thing("post", key)
            if held is None or self._elsewhere(held) or (of_osce and not OWN_NAMES.search(held.label)):
                continue
            if full is not None and full in slug(held.label):
                return held
            if not whole:
                continue
            if family_matches(office, key) or (office.family in OF_CHAIR and within(office.title, held.label)):
                return held
        return None

    def _post_left(self, office: Office, person: Person) -> Thing | None:
        """The one post that a known person had held before that day and that a title names: “former President X” of an assembly."""
        left = {
            one.post
            for one in self.words.posts.by_person.get(person.thing.key, ())
            if self.issued is not None and one.end and one.end <= self.issued and family_matches(office, one.post)
        }
        return self.words.thing("post", left.pop()) if len(left) == 1 else None

    def _held_in(self, office: Office, person: Person) -> Thing | None:
        """The post of a body that a known person held that day, where an office phrase says only title and body."""
        body = office.organizations[0] if office.organizations else None
        if body is None or (body.kind == "state" and office.family != "co-chair") or office.rank in NOT_IN_OFFICE:
            return None
        held = [self.words.thing("post", key) for key in self.words.posts.held_by(person.thing.key, self.issued)]
        if body.kind == "state":
            # “The French Co-Chair X”: of the format that X co-chairs for France.
            chaired = [one for one in held if one is not None and one.label.startswith(f"{office.title} of ")]
            return chaired[0] if len(chaired) == 1 else None
        meant = [one for one in held if one and within(office.title, one.label) and within(body.label, one.label)]
        return meant[0] if len(meant) == 1 else None

    def _elsewhere(self, post: Thing) -> bool:
        """Whether a release is about another Special Representative's mandate than this post's, and not about its own."""
        mandates = self.words.posts.mandates()
        if post not in mandates:
            return False
        conflict_of = {key: conflict for key, conflict in self.words.format_conflicts.items() if conflict}
        named = {item.entries[0].thing.key for paragraph in self.document.paragraphs for item in paragraph.names}
        named |= {conflict for key in named if (conflict := conflict_of.get(key))}

        def field(one: Thing) -> set[str]:
            body = one.organization.key if one.organization is not None else ""
            return {body, conflict_of.get(body, body)} - {"osce-chairpersonship", ""}

        others = set().union(*(field(one) for one in mandates if one != post))
        return not named & field(post) and bool(named & others)

    def office_span(self, index: int, item: Item | Phrase) -> tuple[int, int]:
        """Where an office is named, without a word before it that only says how it is held."""
        office = item.offices[0] if isinstance(item, Phrase) else item.payload
        # “Second Gentleman”: the word is the title's own.
        reach = office.head_start if isinstance(office, Office) else item.end
        rank = UNNAMED_RANK.match(self.document.paragraphs[index].text, item.start, max(item.start, reach))
        return (rank.end() if rank is not None else item.start), item.end


def _state_giving(office: Office) -> str:
    """The key of the one state that gives such a title, else nothing."""
    if office.title.endswith(("Assistant Secretary", "Under Secretary")) and office.portfolio.startswith("of State"):
        return "united-states-of-america"
    return _OF_ONE_STATE.get(office.title, "")


def is_form_of_address(office: Office) -> bool:
    """Whether an office phrase is only “Ambassador” before a name: the rank of somebody whose office it does not say."""
    return office.family == "ambassador" and not (office.organizations or office.portfolio or office.cut)


def _is_only_rank(office: Office, organization: Thing | None, phrase: Phrase) -> bool:
    """Whether an office phrase says of what rank somebody is, whose office is said beside it or not at all."""
    several = len(phrase.offices) > 1
    if office.family == "general" and organization == phrase.home is not None:
        # “Major General Anna Lund of Norway”.
        return office.title not in _COMMANDING
    if office.title in _RANK_BESIDE and several and organization is None and not office.portfolio:
        return True
    # “Ambassador Anna Lund of Estonia”: to whom is not said; “its Head, Ambassador Anna Lund”: the office is said.
    return is_form_of_address(office) and (several or phrase.home is not None)


def _in_body_behind(office: Office, organization: Thing | None, phrase: Phrase) -> tuple[Office, Thing | None]:
    """An office and whose it is, by the body named behind its holder where nothing else says it."""
    body = phrase.body
    if organization is not None or body is None or office.family not in _IN_BODIES or office.portfolio:
        return office, organization
    office = in_body(office, body)
    return office, office.organizations[0] if office.organizations else None


def _is_rank_alone(phrase: Phrase, office: Office, text: str) -> bool:
    """Whether “Belgian Ambassador” before a name only gives the rank of somebody whose office is said beside it."""
    if office.family != "ambassador" or office.portfolio or len(phrase.offices) == 1:
        return False
    behind = office.head_start + len("Ambassador")
    return (
        [one.kind for one in office.organizations] == ["state"]
        and text.startswith("Ambassador ", office.head_start)
        and not text.startswith((" of ", " to ", " in "), behind)
    )


def _is_bare_deputy(office: Office) -> bool:
    return office.title in {"Deputy Minister", "First Deputy Minister"} and not office.portfolio and office.post is None


def _of_foreign_ministry(office: Office) -> bool:
    """Whether an office phrase is a foreign minister's or a deputy's."""
    return is_foreign_minister(office) or office.family == "deputy-foreign-minister"


def within(title: str, label: str) -> bool:
    """Whether a post's label has a title's words, whole and in a row."""
    return f"-{slug(title)}-" in f"-{slug(label)}-"


def _with_such(home: Thing | None, office: Office) -> Thing | None:
    """The home of a person, unless it has no such office: “X of Slovakia, who has served as Secretary General”."""
    international = office.family == "secretary-general" or office.title in _OF_NO_STATE
    return None if home is not None and home.kind == "state" and international else home


def in_body(office: Office, body: Item) -> Office:
    """An office in the body that is named behind its holder: “Counsellor Anna Lund of the Embassy of Norway”."""
    ministry = body.payload
    if isinstance(ministry, Ministry):
        return replace(office, organizations=(ministry.state,), portfolio=f"of the {ministry.name}")
    return replace(office, organizations=(body.entries[0].thing,))


def _of_the_osce(office: Office, organization: Thing | None) -> bool:
    """Whether an office phrase names no body, or only the OSCE or its Chair, and so not which of their posts it is."""
    if organization is None:
        return True
    return organization.key in {"osce", "osce-chairpersonship"} and office.family in OF_CHAIR and not office.portfolio


def family_matches(office: Office, post: str) -> bool:
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
    title = slug(office.title)
    if " " not in office.title and not office.portfolio and post.endswith(f"-{title}"):
        return True
    return post.startswith(f"{title}-") or (" " in office.title and title in post)


def _of_a_body(office: Office) -> bool:
    """Whether an office is more often one of several in an assembly or a court than a state's own."""
    return office.family == "vice-president"


def _national(office: Office) -> bool:
    return office.family in {
        "president",
        "first-president",
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
        "crown-prince",
        "opposition-leader",
        "first-lady",
    }
