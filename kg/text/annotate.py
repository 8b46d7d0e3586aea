"""Reads a release's text into annotated paragraphs: names resolved to things, offices, people, dates, quotations.

All that extractors need of the text is here, with offsets into the text as read; no extractor searches for
names itself. Made in two passes: names and offices paragraph by paragraph, then, with the whole release known,
surnames, bare titles and capitals that stand for states.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from kg import reference
from kg.iris import slug
from kg.model import Release, Span, Thing, unlisted_organization
from kg.reference import Reference
from kg.text.body_names import Bodies
from kg.text.chairs_envoys import of_the_chair
from kg.text.clean import CleanText, clean
from kg.text.cover import Cover
from kg.text.dates import DateMention, find_dates
from kg.text.entries import entries
from kg.text.fold import fold
from kg.text.gazetteer import Entry, Gazetteer, Hit
from kg.text.law_names import read as laws
from kg.text.name_words import is_first_name, not_names
from kg.text.office import Office
from kg.text.offices import find_offices
from kg.text.own_names import owner_of, with_own_names
from kg.text.people import Candidate, find_names, name_tokens
from kg.text.posts import SAYS_WHOSE, Posts
from kg.text.ranks import HONORARY, HONOUR, rank_around
from kg.text.rule import look, share
from kg.text.sentences import quoted_ranges, sentences
from kg.text.shape import Item, Shape, fold_items
from kg.text.state_unions import Union, with_unions
from kg.text.statements import without_statements
from kg.text.war_names import Wars
from kg.text.weekdays import settle

CODE_OF_KIND = {
    "state": "S",
    "organization": "G",
    "institution": "G",
    "mission": "G",
    "format": "F",
    "instrument": "I",
    "conflict": "C",
    "place": "L",
    "field": "T",
    "de-facto-entity": "E",
    "person": "P",
    "post": "O",
    "series": "M",
}
# Words before a capital's name that make it the city, and signs that make it the government.
AT_PLACE = re.compile(
    r"\b(?:in|at|near|(?<!hear )(?<!heard )from|to|via|outside|around|through|towards?|leav\w+|(?:left|leaves?|leaving|depart\w*|bound|set off|headed|heads) for|reach\w*|visit\w*|arriv\w+ in|of)\s(?:the city of\s)?$",
    re.IGNORECASE,
)
# “A visit to Kyiv and Minsk”: the last of a list of places that somebody goes to.
LAST_GOAL = re.compile(
    r"\b(?:visit\w*|trips?|journeys?|tours?|travel\w*|return\w*|go(?:es|ing)?|went|flew|drove)\s(?:[\w-]+\s){0,2}?(?:(?:of|by)\s[^,;]{2,60}?\s)?(?:to|of|in)\s(?:[A-Z][\w’-]+,\s)*[A-Z][\w’-]+,?\sand\s(?:to\s)?$"
    # “Visited Kyiv and Riga to meet X”.
    r"|\b(?:visit(?:ed|s|ing)?|tour(?:ed|s|ing))\s(?:[A-Z][\w’-]+,\s)*[A-Z][\w’-]+,?\sand\s$"
)
AS_GOVERNMENT = re.compile(
    r"^(?:['’]s?\s|\s(?:to\s(?!the\b|an?\b|its\b|his\b|her\b)[a-z]+|and\s\S+\sto\s|has\b|have\b|had\b|is\b|are\b|was\b|were\b|will\b|must\b|should\b|can\b|could\b|by\s(?:its|his|her|their)\b|agreed|said|rejected|accepted|refused|regards?|insists?|rejects|claims?|considers?|wants?))"
)
BETWEEN = re.compile(
    r"\b(?:between|for|by|with|that|(?<!\bin )(?<!\bat )(?<!\bto )both|hear(?:d|s|ing)?\sfrom|call(?:s|ed|ing)? on|urg(?:e|es|ed|ing)|encourag(?:es|ed|ing))\s(?:\S+\s(?:and|,)\s)?$",
    re.IGNORECASE,
)
# “Eastern Ukraine” is a part of a state, “the Swiss Confederation” the state itself.
PART_OF_STATE = re.compile(
    r"\b(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)ern $|\bcentral $"
)
REPUBLIC = re.compile(r" (?:Republic|Confederation|Federation|Kingdom)\b(?! of\b)")
# Whoever comes from a capital to a round comes from its government.
SENT_FROM = re.compile(
    r"\b(?i:participants|representatives|delegations|delegates|negotiators|those taking part, who came|participants, who came) from"
    r" (?:[A-Z][\w-]+(?:, | and |, and ))*$"
)
# A city or a body in the name of an agreement or a conference is not itself named: “Paris Agreement”.
IN_TITLE = {
    "place": re.compile(
        r" (?:Agreements?|Accords?|Protocols?|Declaration|Conventions?|Statement|Treaty|Charter|Memorandum|Communiqu[eé]|Process)\b"
    ),
    "organization": re.compile(r"(?: [A-Z][\w-]+){1,4} Conference\b"),
}
# Names of the Minsk Group's that co-chairs of other formats are called by, too.
BARE_FORMATS = frozenset({"Co-Chairs", "Co-chairs", "Co Chairs", "Co-Chairmen"})
# “Ambassador Del Monaco”: a family's name.
PARTICLE = re.compile(r"\b(?:Del|De|Di|Da|Van|Von) $")
CONTINENT = re.compile(r"\b(?:North|South|Latin|Central)[ -]$")
# “Cuban American leaders”: of what descent Americans are.
_DESCENT = re.compile(r"\b(?:Native|Arab|Black|Latin[oa]|[A-Z][a-z]+(?:an|ese|ish|ino)) $")
# “The Turkish Cypriot leader” is a community's, and of neither state.
_COMMUNITY = re.compile(r"(?:Turkish|Greek)[ -]Cypriot")
_OF_COMMUNITY = re.compile(r"\b(?:Turkish|Greek)[ -]$")
# Cities where so much of diplomacy sits that only a government's own doings make them stand for a state.
SEATS = frozenset(
    [
        "vienna",
        "geneva",
        "minsk",
        "helsinki",
        "warsaw",
        "copenhagen",
        "prague",
        "brussels",
        "bern",
        "dublin",
        "rome",
    ]
)


_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in its paragraph, and its span in the text as read."""

    paragraph: int
    index: int
    start: int
    end: int
    span: Span


@dataclass(slots=True)
class Paragraph:
    """One paragraph in its clean copy, with what was recognised in it; offsets count in the clean text."""

    index: int
    is_title: bool
    clean: CleanText
    text: str
    folded: str
    names: list[Item]
    offices: list[Item] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    people: list[Item] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    ambiguous: list[Hit] = field(default_factory=list)

    def source(self, start: int, end: int) -> Span:
        """Where a stretch of the clean text stands in the text as read."""
        return self.clean.to_source(start, end)

    def quoted(self, offset: int) -> bool:
        """Whether the character at an offset stands inside quotation marks."""
        if not self.quotes:
            return False
        index = bisect_right(self.quotes, (offset, len(self.text) + 1)) - 1
        return index >= 0 and self.quotes[index][0] <= offset < self.quotes[index][1]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies."""
        index = bisect_right(self.sentences, offset, key=_END)
        return self.sentences[min(index, len(self.sentences) - 1)]

    def shape(self, items: Iterable[Item], start: int = 0, end: int | None = None) -> Shape:
        """The stretch from `start` to `end` with these items folded."""
        if end is None:
            whole = fold_items(self.text[start:], items, start)
            share(self.text, whole.text, whole.items)
            return whole
        # A sentence is asked about by far more rules than its paragraph.
        shape = fold_items(self.text[start:end], items, start)
        look(shape.text)
        return shape


class Lexicon:
    """What all releases are read with: the gazetteer, the posts and the tenures. Made once, only read."""

    def __init__(self, facts: Reference) -> None:
        self.things = reference.things(facts)
        named = list(entries(facts, self.things))
        self.gazetteer = Gazetteer(named)
        self.wars = Wars(named)
        self.posts = Posts(facts, self.things)
        self.people_by_token: dict[str, list[Thing]] = {}
        for row in facts.people:
            thing = self.things["person", row.slug]
            for token in {token for name in (row.name, *row.aliases) for token in name_tokens(name)[-1:]}:
                self.people_by_token.setdefault(token, []).append(thing)
        self.nationality = {row.slug: row.nationality for row in facts.people}
        self.chairs = list(facts.chairpersonships)
        self.unions = tuple(_unions(facts, self.things))
        self.state_of_place = {row.id: row.state for row in facts.places if row.state}
        capitals = {row.capital: row.id for row in (*facts.states, *facts.other_states) if row.capital}
        self.capital_of = {capitals[row.name]: row.id for row in facts.places if row.name in capitals}
        self.host_of_mission = {row.id: row.host_state[0] for row in facts.missions if len(row.host_state) == 1}
        self.territories = frozenset(row.id for row in facts.regions if row.kind == "disputed-territory")
        # Officials met at the seat of a de facto authority need not be of the state in which it lies.
        seats = {row.capital for row in facts.regions if row.kind in {"de-facto-entity", "occupied-territory"}}
        self.disputed_seats = frozenset(row.id for row in facts.places if row.name in seats)
        self.role_in_format = {(row.format, row.participant): row.role for row in facts.format_members}
        self.format_conflicts = {row.id: row.conflict for row in facts.formats}

    def thing(self, kind: str, key: str) -> Thing | None:
        """A thing of the reference facts."""
        return self.things.get((kind, key))


def _unions(facts: Reference, things: Mapping[tuple[str, str], Thing]) -> Iterator[Union]:
    """The former states called by the names of the two that followed them, each with what it was called before."""
    by_capital = {row.capital: row for row in facts.former_states if not row.successors}
    for row in facts.former_states:
        states = [things["state", one] for one in row.successors]
        if len(states) > 1 and row.name == " and ".join(one.label for one in states):
            before = by_capital.get(row.capital)
            yield Union(
                things["state", row.id],
                tuple(states),
                row.joined or "",
                row.ended,
                things["state", before.id] if before is not None else None,
                before.ended if before is not None else row.joined or "",
            )


@cache
def lexicon() -> Lexicon:
    """The lexicon of the shipped reference facts."""
    return Lexicon(reference.load())


def day_of(release: Release) -> str | None:
    """The ISO day that a release speaks on: its dateline's, else its own date."""
    issued = release.issued.value if release.issued is not None else None
    if not release.body:
        return issued
    return _dateline_day(clean(release.text, release.body[0]).text, issued)


def paragraphs(release: Release, words: Lexicon, day: str | None) -> list[Paragraph]:
    """The title and the body's paragraphs, each with names, offices, dates, quotations and sentences.

    `day` is the one that the release speaks on.
    """
    read: list[Paragraph] = []
    title = release.title.span
    if any(span.covers(title) for span in release.body):
        title = Span(title.start, title.start)  # The first sentence stands for it, and is read where it stands.
    spans = [(True, title)] + [(False, span) for span in release.body]
    bodies = Bodies()
    for is_title, span in spans:
        copy = clean(release.text, span)
        text = copy.text
        look(text)
        folded = fold(text)
        names, ambiguous = _names(text, folded, words)
        names = with_unions(names, text, day, words.unions)
        names = bodies.read(text, words.wars.read(text, laws(text, names)), headline=len(read) <= 1)
        paragraph = Paragraph(len(read), is_title, copy, text, folded, names, ambiguous=ambiguous)
        read.append(paragraph)
    owner = owner_of(release, [item for paragraph in read[:2] for item in paragraph.names], words.gazetteer)
    if owner is not None:
        for paragraph in read:
            paragraph.names = with_own_names(paragraph.names, paragraph.text, owner, words.things)
    _leave_other_formats(read)
    _short_bodies(read, release, words)
    quotes = [(paragraph.text, quoted_ranges(paragraph.text)) for paragraph in read]
    for paragraph, kept in zip(read, without_statements(quotes), strict=True):
        paragraph.quotes = kept
        _recognise(paragraph, day, words)
    for paragraph, dates in zip(read, settle([(one.text, one.dates) for one in read], day), strict=True):
        paragraph.dates = dates
    return read


_OF_VICE = re.compile(r"\bVice[ -]$")


def _of_vice(item: Item, text: str) -> Item | None:
    """The item; of “Vice President of X”, which is no President of X, only the body, if its name stands there."""
    if item.code != "O" or not _OF_VICE.search(text, max(0, item.start - 6), item.start):
        return item
    body = item.entries[0].thing.organization
    start = text.rfind(body.label, item.start, item.end) if body is not None else -1
    if body is None or start < 0:
        return None
    return Item(start, start + len(body.label), CODE_OF_KIND[body.kind], (Entry(body.label, body),))


def _recognise(paragraph: Paragraph, day: str | None, words: Lexicon) -> None:
    """Fill in a paragraph's offices, dates, sentences and names beside offices."""
    text, copy = paragraph.text, paragraph.clean
    names = [kept for item in _with_co_ordinators(paragraph, words) if (kept := _of_vice(item, text)) is not None]
    names = [item for item in names if item.code != "O" or not _of_another_body(item, names, text)]
    known_posts = [item for item in names if item.code == "O"]
    others = [item for item in names if item.code != "O"]
    folded_names = paragraph.shape(names)
    found = find_offices(text, paragraph.folded, names, folded_names)
    paragraph.offices = of_the_chair(
        sorted([*found, *(_known_office(item, text, others) for item in known_posts)], key=_START), text
    )
    others = [item for item in others if not _part_of_name(item, text, paragraph.offices)]
    paragraph.names = others
    paragraph.dates = find_dates(text, day)
    paragraph.sentences = [
        Sentence(paragraph.index, number, start, end, copy.to_source(start, end))
        for number, (start, end) in enumerate(sentences(text))
    ]
    shape = paragraph.shape(merged(paragraph.offices, others))
    paragraph.candidates = find_names(shape)


# The holder's name beside a field operation that is called by its head's title.
_HELD_BY = re.compile(r", (?:(?:Ambassador|Mr|Ms|Dr)\.? )?[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž][\w’'-]+(?=[,.; ])")
_HOLDER_OF = re.compile(r"[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž][\w’'-]+, (?:the )?$")


def _with_co_ordinators(paragraph: Paragraph, words: Lexicon) -> list[Item]:
    """The names, “the OSCE Project Co-ordinator in Ukraine” as the office where its holder's name stands beside, else as the body."""
    text = paragraph.text
    if "Project Co-ordinator" not in text:
        return paragraph.names
    found: list[Item] = []
    for read in paragraph.names:
        item = read
        post = words.thing("post", f"head-{item.entries[0].thing.key}") if item.code == "G" else None
        if post is not None and "Project Co-ordinator" in text[item.start : item.end]:
            beside = _HELD_BY.match(text, item.end) or _HOLDER_OF.search(text, max(0, item.start - 60), item.start)
            item = item._replace(code="O", entries=(Entry(text[item.start : item.end], post),)) if beside else item
        found.append(item)
    return found


def only_mission(read: Iterable[Paragraph], release: Release, words: Lexicon) -> Entry | None:
    """The one mission that a release, or its source, names; None where it names several or none."""
    named = {
        body.thing.key: body
        for paragraph in read
        for item in paragraph.names
        for body in _bodies_of(item)
        if body.thing.kind == "mission"
    }
    named |= {body.thing.key: body for body in _of_source(release, words) if body.thing.kind == "mission"}
    return next(iter(named.values())) if len(named) == 1 else None


def _bodies_of(item: Item) -> Iterator[Entry]:
    """The body that a name stands for, or whose post it is: “Head of the OSCE Mission to Moldova” names the Mission."""
    if item.entries:
        thing = item.entries[0].thing
        body = thing.organization if thing.kind == "post" else thing
        if body is not None and body.kind in {"mission", "institution", "organization"}:
            yield item.entries[0] if body is thing else Entry(body.label, body)


def _of_source(release: Release, words: Lexicon) -> list[Entry]:
    hits = words.gazetteer.find(release.source.value) if release.source is not None else ()
    return [one for hit in hits for one in hit.entries]


# “The OSCE Mission”, where no state follows; “the Mission”, “its Assembly”.
_SHORT_BODY = re.compile(
    r"\bOSCE (?P<own>Mission|Presence|Centre|Programme Office|Office|Project Co-ordinator)\b(?! (?:to|in|of)\b| for (?:the )?[A-Z])(?![’'-])"
    r"|\b(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Ii]ts) (?P<noun>Mission|Presence|Assembly|Project Co-ordinator|Programme Office|Office|Centre)\b(?! (?:to|in|of|at)\b| for (?:the )?[A-Z])(?! [A-Z])(?!-)"
    # “Assembly President Anna Lund”, “contributions to the PA”.
    r"|\b(?P<lent>Assembly|PA)(?= (?:(?:Deputy |Special )?(?:President|Secretary General|Representative)|Vice-Presidents?)\b)|\b[Tt]he (?P<short>PA)\b(?! [A-Z])(?!-)"
)
_NOUNS = ("Mission", "Presence", "Assembly", "Project Co-ordinator", "Centre", "Office", "PA")


def _short_bodies(read: list[Paragraph], release: Release, words: Lexicon) -> None:
    """Reads “the OSCE Mission” and “the Assembly” as the one body with that noun that a release, its source or its text so far names."""
    speaking = [one for one in read if any(noun in one.text for noun in _NOUNS)]
    found = [(paragraph, match) for paragraph in speaking for match in _SHORT_BODY.finditer(paragraph.text)]
    if not found:
        return
    named = [
        (paragraph.index, item.start, body)
        for paragraph in read
        for item in paragraph.names
        for body in _bodies_of(item)
    ]
    own = _of_source(release, words)
    for paragraph, match in found:
        group = match.lastgroup or "own"
        noun = "Parliamentary Assembly" if group in {"lent", "short"} else match[group]
        first, last = match.span() if match["own"] else match.span(group)
        before = [body for index, start, body in named if (index, start) < (paragraph.index, first)]
        body = _only([*(body for _, _, body in named), *own], noun) or _only(own, noun) or _only(before, noun)
        inside = [one for one in paragraph.names if one.start < last and first < one.end]
        if body is not None and all(one.start >= first and one.end <= last for one in inside):
            kept = [one for one in paragraph.names if one not in inside]
            paragraph.names = sorted([*kept, Item(first, last, "G", (body,))], key=_START)


def _only(bodies: Iterable[Entry], noun: str) -> Entry | None:
    """The one of several bodies whose name has a noun."""
    bearers = {one.thing.key: one for one in bodies if noun in one.thing.label}
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _leave_other_formats(read: list[Paragraph]) -> None:
    """Leaves “the Co-Chairs” unread where the release is about another format than the Minsk Group."""
    named = {
        name
        for paragraph in read
        for item in paragraph.names
        if item.code == "F" and (name := paragraph.text[item.start : item.end]) not in BARE_FORMATS
    }
    if not named or any("Minsk" in name for name in named):
        return
    for paragraph in read:
        paragraph.names = [
            item
            for item in paragraph.names
            if item.code != "F" or paragraph.text[item.start : item.end] not in BARE_FORMATS
        ]


# What a body is, behind its name: “Speaker of the Verkhovna Rada (Parliament) of Ukraine”.
# Two words in brackets are as often the holder's name, but for “(the …)” and before “of”.
_EXPLAINED = re.compile(
    r"(?P<kind> \((?:the )?[A-Z][a-z]+\)| \((?:the [A-Z][a-z]+ [A-Z][a-z]+\)|[A-Z][a-z]+ [A-Z][a-z]+\)(?= of )))(?: of (?:the )?)?"
)


# “The Chairman-in-Office of the OSCE”: a name of the Chair's that goes on with the body's.
_OF_BODY = re.compile(r" of the ")


def _known_office(item: Item, text: str, names: list[Item]) -> Item:
    """A known post's own name as an office phrase, with the rank in the words around it."""
    post = item.entries[0].thing
    organizations = (post.organization,) if post.organization is not None else ()
    honoured = _honoured(item, text)
    if honoured is not None:
        return honoured
    rank, start, end = rank_around(text, item.start, item.end)
    of_body = _OF_BODY.match(text, end) if post.key == "cio" else None
    if of_body is not None:
        bodies = {one.start: one.end for one in names if one.code == "G" and one.entries[0].thing.key == "osce"}
        end = bodies.get(of_body.end(), end)
    explained = _EXPLAINED.match(text, end)
    if explained is not None:
        states = {one.start: one.end for one in names if one.code == "S"}
        end = states.get(explained.end(), explained.end("kind"))
    if rank == "deputy":
        return Item(start, end, "O", item.entries, _deputy(item.entries[0], text[start : item.start], item.start))
    office = Office(item.entries[0].name, "post", False, organizations, rank=rank, post=post, head_start=item.start)
    return Item(start, end, "O", item.entries, office)


# Deputies of a state's own posts, by how the keys of these begin.
_DEPUTIES = {
    "prime-minister-": ("Deputy Prime Minister", "deputy-prime-minister"),
    "head-of-government-": ("Deputy Prime Minister", "deputy-prime-minister"),
    "fm-": ("Deputy Foreign Minister", "deputy-foreign-minister"),
}


def _deputy(named: Entry, before: str, head_start: int) -> Office:
    """The office of a deputy of whoever holds the named post: no holder of the post itself."""
    post = named.thing
    organizations = (post.organization,) if post.organization is not None else ()
    for key, (title, family) in _DEPUTIES.items():
        if post.key.startswith(key):
            whole = f"First {title}" if before.lower().startswith("first") else title
            return Office(whole, family, False, organizations, rank="deputy", head_start=head_start)
    label = f"Deputy {named.name}"
    own = Thing("post", slug(label), label, "Post", organization=post.organization)
    return Office(label, "post", False, organizations, rank="deputy", post=own, head_start=head_start)


# “The first President of Georgia, Anna Lund”, “Honorary President of the OSCE Parliamentary Assembly”.
_FIRST = re.compile(r"\b[Ff]irst $")


def _honoured(item: Item, text: str) -> Item | None:
    """An office phrase for a title that a known post's name is only the rest of: of its first holder, or for honour."""
    post = item.entries[0].thing
    honour = HONOUR.search(text, max(0, item.start - 10), item.start)
    first = _FIRST.search(text, max(0, item.start - 6), item.start) if post.key.startswith("president-") else None
    match = honour or first
    if match is None:
        return None
    title, of, _ = item.entries[0].name.partition(" of ")
    whole = title if of and post.organization is not None else item.entries[0].name
    organizations = (post.organization,) if of and post.organization is not None else ()
    word = honour["word"].capitalize() if honour is not None else "First"
    family = HONORARY if honour is not None else "first-president"
    return Item(
        match.start(),
        item.end,
        "O",
        payload=Office(f"{word} {whole}", family, False, organizations, head_start=item.start),
    )


def _of_another_body(item: Item, names: list[Item], text: str) -> bool:
    """Whether a known post's name is here another state's or body's: “the Philippine Secretary of Energy”.

    “The EU Special Representative for the South Caucasus” is not the OSCE's, who has a post of that name, too.
    """
    post = item.entries[0].thing
    if post.organization is None or len(item.entries) > 1 or SAYS_WHOSE.search(item.entries[0].name):
        return False
    codes = "SD" if post.organization.kind == "state" else "SDG"
    for other in names:
        if other.code not in codes or _says_whose(other, post):
            continue
        before, after = text[other.end : item.start], text[item.end : other.start]
        if (other.end <= item.start and re.fullmatch(r"(?:['’]s?)? ", before)) or (
            other.start >= item.end and re.fullmatch(r" (?:of|for) (?:the )?", after)
        ):
            return True
    return False


def _says_whose(name: Item, post: Thing) -> bool:
    """Whether a state's or body's name beside a post's says what its own label says."""
    thing = name.entries[0].thing
    if thing == post.organization or thing.key in {"osce", "osce-chairpersonship"}:
        return True
    return re.search(rf"\b{re.escape(name.entries[0].name)}\b|\b{re.escape(thing.label)}\b", post.label) is not None


def _part_of_name(item: Item, text: str, offices: list[Item]) -> bool:
    """Whether a place's or state's name is somebody's surname here: “Anna Lund”, right behind a capitalised word."""
    if item.code in "SD":
        return _of_holder(item, text, offices)
    if item.code != "L":
        return False
    after = text[item.end : item.end + 40]
    opens = item.start == 0 or re.search(r"(?:[.!?] |\b(?:of|by) )$", text[max(0, item.start - 8) : item.start])
    if opens and re.match(r" and [A-Z][a-zà-ž]+ [A-Z][a-zà-ž]+\b", after):
        return True
    before = re.search(r"([^\W\d_][\w'’-]*|[A-Z]\.) $", text[max(0, item.start - 30) : item.start])
    if is_first_name(text[item.start : item.end]) and _GIVEN_TO.match(text, item.end) is not None:
        # “Foreign Minister Milan Novy”, “Florence Lund said”.
        last = bisect_right(offices, item.start - 2, key=lambda office: office.start) - 1
        beside = last >= 0 and offices[last].end in {item.start - 1, item.start - 2}
        if beside or _DOES.match(text, item.end) is not None:
            return True
    if _SURNAME.match(text, item.end) is not None and before is not None:
        # “Secretary General of NATO Baghdad Amran met …”: an office leads on to no place without a preposition.
        last = bisect_right(offices, item.start - 1, key=lambda office: office.start) - 1
        if last >= 0 and offices[last].end == item.start - 1:
            return True
    if (
        before is None
        or not before[1][0].isupper()
        or before[1] in not_names()
        or (before[1].isupper() and len(before[1]) > 2)
    ):
        return False
    index = bisect_right(offices, item.start - 2, key=lambda office: office.start) - 1
    if index >= 0 and item.start - 2 < offices[index].end:
        return True
    following = bisect_left(offices, item.end, key=lambda office: office.start)
    if re.match(r", (?:the |an? )?", after) and following < len(offices) and offices[following].start <= item.end + 6:
        return True
    begin = max(0, item.start - len(before[0]))
    return begin > 0 and not re.search(r"[.!?:] $", text[max(0, begin - 3) : begin])


_FIRST_NAME = re.compile(r"\b(?P<first>[A-ZÀ-Ž][\w’'-]+)(?: [A-Z]\.)? $")


def _of_holder(item: Item, text: str, offices: list[Item]) -> bool:
    """Whether a first name stands between an office and a state's name: “Foreign Minister Anna Jordan”."""
    first = _FIRST_NAME.search(text, max(0, item.start - 30), item.start)
    if first is None or not is_first_name(first["first"]):
        return False
    last = bisect_right(offices, first.start(), key=_START) - 1
    return last >= 0 and offices[last].end == first.start() - 1


# A surname behind what may be a first name, and that its bearer says or does something.
_SURNAME = re.compile(
    r" (?!(?:Office|Centre|Center|Mission|Bureau|Branch|City|Region|Province|Oblast|District|Airport|Summit|Conference|Declaration|Process|Group|Format)\b)[A-ZÀ-Ž][a-zà-ž][\wà-ž’'-]*(?=[,;.]|$| (?:and|on|in|at|to|today|yesterday|who|had|has|have|held|will|is|was|[a-z]+ed|met|meets|said|told|spoke)\b)"
)
_GIVEN_TO = re.compile(r" [A-ZÀ-Ž][a-zà-ž]")
_DOES = re.compile(
    r" [A-ZÀ-Ž][\wà-ž’'-]+(?: [A-ZÀ-Ž][\wà-ž’'-]+)?,? (?:who|said|says|told|stated|added|noted|stressed|pointed|underlined|emphasi[sz]ed|called|urged|welcomed|warned|thanked|met|meets|visited|spoke|received|headed|led|expressed|praised|commended|condemned|deplored)\b"
)
_DASH = re.compile("[-–—]")


def _dateline_day(text: str, issued: str | None) -> str | None:
    """The day in a dateline (“RIGA, 3 March 2020 –”), which “today” means; the page's own date where it has none."""
    # A dateline ends in a dash; to look for one costs less than to read days.
    if not _DASH.search(text, 0, 123):
        return issued
    for mention in find_dates(text[:120], issued):
        if (
            not mention.spoken
            and len(mention.first) == 10
            and re.match(r"\s?[-–—]", text[mention.end : mention.end + 3])
        ):
            return mention.last
    return issued


def merged(*groups: Iterable[Item]) -> list[Item]:
    """Items of several groups in order; where two overlap, the one of the earlier group stays."""
    items = [item for group in groups for item in group]
    if len(items) < 2:
        return items
    cover = Cover(max([item.end for item in items], default=0))
    return sorted([item for item in items if cover.taken(item.start, item.end)], key=_START)


def _names(text: str, folded: str, words: Lexicon) -> tuple[list[Item], list[Hit]]:
    """The gazetteer's hits with each name's bearers settled, and those that stay open."""
    items: list[Item] = []
    ambiguous: list[Hit] = []
    for hit in words.gazetteer.find(text, folded):
        if folded.startswith("america", hit.start) and CONTINENT.search(text, max(0, hit.start - 12), hit.start):
            continue
        if folded.startswith("american", hit.start) and _DESCENT.search(text, max(0, hit.start - 16), hit.start):
            continue
        if _COMMUNITY.match(text, hit.start) or (
            folded.startswith("cypriot", hit.start) and _OF_COMMUNITY.search(text, max(0, hit.start - 9), hit.start)
        ):
            continue
        chosen = _bearer(hit, text)
        if chosen is None:
            ambiguous.append(hit)
            continue
        title = IN_TITLE.get("place" if chosen.sense == "capital" else chosen.thing.kind)
        if title is not None and title.match(text, hit.end):
            continue
        if _of_others(chosen, hit, text):
            continue
        is_state = chosen.thing.kind == "state"
        if is_state and PARTICLE.search(text, max(0, hit.start - 5), hit.start):
            continue
        side = PART_OF_STATE.search(text, max(0, hit.start - 16), hit.start) if is_state else None
        if side is not None and chosen.sense == "name":
            name = text[side.start() : hit.end]
            part = Thing("place", name, name, "Region")
            items.append(Item(side.start(), hit.end, "R", (Entry(name, part),)))
            continue
        republic = REPUBLIC.match(text, hit.end) if is_state and chosen.sense == "demonym" else None
        if republic is not None:
            items.append(Item(hit.start, republic.end(), "S", (chosen,)))
            continue
        if chosen.thing.kind in {"mission", "institution"} and items and _of_another(items[-1], hit, text):
            # “The NATO Mission in Kosovo”, “the CSTO Permanent Council” are not the OSCE's, which are called by the same words.
            name = text[items[-1].start : hit.end]
            items[-1] = Item(items[-1].start, hit.end, "G", (Entry(name, unlisted_organization(name)),))
            continue
        if chosen.thing.kind == "mission" and _OBSERVER_MISSION.fullmatch(text, hit.start, hit.end):
            # “The short-term OSCE observer mission”: one of those sent to an election.
            if text.startswith("OSCE", hit.start):
                items += [Item(hit.start, hit.start + 4, "G", (one,)) for one in words.gazetteer.named("OSCE")[:1]]
            continue
        code = "D" if chosen.sense == "demonym" else CODE_OF_KIND[chosen.thing.kind]
        if chosen.thing.category == "Region":
            code = "R"
        marked = _IN_MARKS.match(text, hit.end) if code == "F" and text[hit.start - 1 : hit.start] in OPENING else None
        if marked is not None:
            # “The “5+2” talks”: the marks belong to the name.
            items.append(Item(hit.start - 1, marked.end(), code, (chosen,)))
            continue
        # “This Organization”: the noun alone is the name.
        own = chosen.thing.key == "osce" and text.startswith(_OURS, hit.start)
        items.append(Item(hit.end - len("Organization") if own else hit.start, hit.end, code, (chosen,)))
    return items, ambiguous


def _of_others(chosen: Entry, hit: Hit, text: str) -> bool:
    """Whether a name stands here for something else: a people, another's council or envoys, whatever organization."""
    key = chosen.thing.key
    return (
        (key == "un-security-council" and _OF_A_STATE.search(text, max(0, hit.start - 30), hit.end + 30) is not None)
        or (chosen.sense == "demonym" and _ETHNIC.search(text, max(0, hit.start - 16), hit.start) is not None)
        or (key == "osce" and text.endswith(" organization", hit.start, hit.end))
        or (key == _ENVOYS and _sent_by_others(hit, text))
        or (key in _COUNCILS and _OF_AN_ORGANIZATION.match(text, hit.end) is not None)
    )


def _of_another(before: Item, hit: Hit, text: str) -> bool:
    """Whether a mission's name, which does not say that it is the OSCE's, stands right behind another body's."""
    if before.code != "G" or text.startswith(("OSCE", "Organization"), hit.start):
        return False
    # “The EU Police Support Mission in Kosovo”.
    mission = hit.entries[0].thing.kind == "mission"
    if before.end != hit.start - 1 and not (mission and _KIND_OF_MISSION.fullmatch(text, before.end, hit.start)):
        return False
    return before.entries[0].thing.key != "osce"


_OURS = ("this ", "This ", "our ", "Our ")
_OBSERVER_MISSION = re.compile(r"(?:OSCE )?(?:[a-z-]+ )*observer mission")
_ENVOYS = "special-representatives-cio"
# “The Council of Ministers of Foreign Affairs of GUAM”: another organization's, called by the same words.
_COUNCILS = frozenset({"ministerial-council", "permanent-council"})
_OF_AN_ORGANIZATION = re.compile(
    r" of (?:the )?(?!OSCE|CSCE|Conference on Sec|Organi[sz]ation for Sec|Organi[sz]ation\b(?! (?:of|for) ))[A-Z]"
)
_OF_OTHERS = re.compile(r" (?:of|from) (?!(?:the |its )?(?:OSCE|Chair|CiO|Organization))")
_OTHERS = re.compile(r"\b(?:EU|UN|U\.N\.|NATO|AU|European Union|United Nations|Union|Secretary-General)(?:['’]s?)? $")


def _sent_by_others(hit: Hit, text: str) -> bool:
    """Whether “the Special Representatives” are said to be another's than the Chair's: of the Union, of several states."""
    if "Chair" in text[hit.start : hit.end]:
        return False
    return _OF_OTHERS.match(text, hit.end) is not None or _OTHERS.search(text, 0, hit.start) is not None


# “Kosovo Albanians”, “ethnic Georgians”, “Bosnian Serbs”: a people, and no state.
_ETHNIC = re.compile(r"\b(?:[Ee]thnic\)?|(?:Kosovo|Kosova)(?:['’]s)?|Bosnian|Krajina|Crimean) $")
# “The Security Council of Armenia”, “its Secretary”: a state's own, and not the United Nations'.
_OF_A_STATE = re.compile(
    r"['’]s Security Council\b|\bSecretary (?:of|to) (?:the )?(?:\w+ )?Security Council\b|\bSecurity Council (?:Secretary|of (?!the (?:United Nations|UN)\b))"
)
_KIND_OF_MISSION = re.compile(r" (?:[A-Z][\w-]+ (?:(?:of|and|for) )?){1,5}")
OPENING = frozenset('“„«"')
_IN_MARKS = re.compile(r"[”“»\"](?: (?:talks|format|negotiations))?\b|[”“»\"]")
KIND_ORDER = (
    "state",
    "person",
    "format",
    "instrument",
    "mission",
    "institution",
    "organization",
    "conflict",
    "place",
    "de-facto-entity",
    "post",
    "field",
)


def _bearer(hit: Hit, text: str) -> Entry | None:
    """The one thing that a name stands for here, or None where several bear it alike."""
    found = hit.entries
    if len(found) == 1 and found[0].sense != "capital":
        return found[0]
    capitals = [one for one in found if one.sense == "capital"]
    others = [one for one in found if one.sense != "capital"]
    named_states = [one for one in others if one.thing.kind == "state" and one.preferred]
    if capitals and named_states:
        return named_states[0]
    if capitals:
        as_state = _stands_for_government(text, hit)
        if as_state and len(capitals) == 1:
            return capitals[0]
        places = [one for one in others if one.thing.kind == "place"]
        if places:
            return places[0]
        if not others:
            return None
        found = tuple(others)
    preferred = [one for one in found if one.preferred]
    if len({one.thing.iri for one in preferred}) == 1:
        return preferred[0]
    pool = preferred or list(found)
    if len({one.thing.iri for one in pool}) == 1:
        return pool[0]
    for kind in KIND_ORDER:
        of_kind = [one for one in pool if one.thing.kind == kind]
        if len({one.thing.iri for one in of_kind}) == 1:
            return of_kind[0]
        if of_kind:
            if kind == "field":
                own = [one for one in of_kind if one.name.lower() in one.thing.label.lower()]
                return (own or of_kind)[0]
            return None
    return None


def _stands_for_government(text: str, hit: Hit) -> bool:
    before, after = text[max(0, hit.start - 40) : hit.start], text[hit.end : hit.end + 60]
    if SENT_FROM.search(text[max(0, hit.start - 100) : hit.start]):
        return True
    if AT_PLACE.search(before) or LAST_GOAL.search(text, max(0, hit.start - 100), hit.start):
        return False
    name = text[hit.start : hit.end].lower()
    if AS_GOVERNMENT.match(after):
        return True
    return name not in SEATS and bool(BETWEEN.search(before))
