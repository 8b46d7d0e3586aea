"""Reads a release's text into annotated paragraphs: names resolved to things, offices, people, dates, quotations.

All that extractors need of the text is here, with offsets into the text as read; no extractor searches for
names itself. Made in two passes: names and offices paragraph by paragraph, then, with the whole release known,
surnames, bare titles and capitals that stand for states.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from kg import reference
from kg.model import Release, Span, Thing
from kg.reference import Reference
from kg.text.clean import CleanText, clean
from kg.text.cover import Cover
from kg.text.dates import DateMention, find_dates
from kg.text.entries import entries
from kg.text.fold import fold
from kg.text.gazetteer import Entry, Gazetteer, Hit
from kg.text.offices import Office, find_offices, rank_around
from kg.text.people import Candidate, find_names, name_tokens, not_names
from kg.text.posts import Posts
from kg.text.sentences import quoted_ranges, sentences
from kg.text.shape import Item, Shape, fold_items

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
    r"\b(?:in|at|near|(?<!hear )(?<!heard )from|to|via|outside|around|through|towards?|leav\w+|reach\w*|visit\w*|arriv\w+ in|of)\s(?:the city of\s)?$",
    re.IGNORECASE,
)
AS_GOVERNMENT = re.compile(
    r"^(?:['’]s?\s|\s(?:to\s(?!the\b|an?\b|its\b|his\b|her\b)[a-z]+|and\s\S+\sto\s|has\b|have\b|had\b|is\b|are\b|was\b|were\b|will\b|must\b|should\b|can\b|could\b|agreed|said|rejected|accepted|refused|regards?|insists?|rejects|claims?|considers?|wants?))"
)
BETWEEN = re.compile(
    r"\b(?:between|for|by|with|that|both|call(?:s|ed|ing)? on|urg(?:e|es|ed|ing)|encourag(?:es|ed|ing))\s(?:\S+\s(?:and|,)\s)?$",
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
CONTINENT = re.compile(r"\b(?:North|South|Latin|Central)[ -]$")
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
        index = bisect_right(self.quotes, (offset, len(self.text) + 1)) - 1
        return index >= 0 and self.quotes[index][0] <= offset < self.quotes[index][1]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which an offset lies."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.end)
        return self.sentences[min(index, len(self.sentences) - 1)]

    def shape(self, items: Iterable[Item], start: int = 0, end: int | None = None) -> Shape:
        """The stretch from `start` to `end` with these items folded."""
        stop = len(self.text) if end is None else end
        return fold_items(self.text[start:stop], items, start)


class Lexicon:
    """What all releases are read with: the gazetteer, the posts and the tenures. Made once, only read."""

    def __init__(self, facts: Reference) -> None:
        self.things = reference.things(facts)
        self.gazetteer = Gazetteer(entries(facts, self.things))
        self.posts = Posts(facts, self.things)
        self.people_by_token: dict[str, list[Thing]] = {}
        for row in facts.people:
            thing = self.things["person", row.slug]
            for token in {token for name in (row.name, *row.aliases) for token in name_tokens(name)[-1:]}:
                self.people_by_token.setdefault(token, []).append(thing)
        self.nationality = {row.slug: row.nationality for row in facts.people}
        self.chairs = list(facts.chairpersonships)
        self.format_conflicts = {row.id: row.conflict for row in facts.formats}

    def thing(self, kind: str, key: str) -> Thing | None:
        """A thing of the reference facts."""
        return self.things.get((kind, key))


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


def paragraphs(release: Release, words: Lexicon) -> list[Paragraph]:
    """The title and the body's paragraphs, each with names, offices, dates, quotations and sentences."""
    read: list[Paragraph] = []
    spans = [(True, release.title.span)] + [(False, span) for span in release.body]
    day = day_of(release)
    for is_title, span in spans:
        copy = clean(release.text, span)
        text = copy.text
        folded = fold(text)
        names, ambiguous = _names(text, folded, words)
        paragraph = Paragraph(len(read), is_title, copy, text, folded, names, ambiguous=ambiguous)
        known_posts = [item for item in names if item.code == "O"]
        others = [item for item in names if item.code != "O"]
        folded_names = paragraph.shape(names)
        found = find_offices(text, names, folded_names)
        paragraph.offices = sorted(
            [*found, *(_known_office(item, text) for item in known_posts)], key=lambda item: item.start
        )
        others = [item for item in others if not _part_of_name(item, text, paragraph.offices)]
        paragraph.names = others
        paragraph.dates = find_dates(text, day)
        paragraph.quotes = quoted_ranges(text)
        paragraph.sentences = [
            Sentence(paragraph.index, number, start, end, copy.to_source(start, end))
            for number, (start, end) in enumerate(sentences(text))
        ]
        shape = paragraph.shape(merged(paragraph.offices, others))
        paragraph.candidates = find_names(shape)
        read.append(paragraph)
    return read


def _known_office(item: Item, text: str) -> Item:
    """A known post's own name as an office phrase, with the rank in the words around it."""
    post = item.entries[0].thing
    organizations = (post.organization,) if post.organization is not None else ()
    rank, start, end = rank_around(text, item.start, item.end)
    office = Office(item.entries[0].name, "post", False, organizations, rank=rank, post=post, head_start=item.start)
    return Item(start, end, "O", item.entries, office)


def _part_of_name(item: Item, text: str, offices: list[Item]) -> bool:
    """Whether a place's name is somebody's surname here: “Anna Lund”, right behind a capitalised word."""
    if item.code != "L":
        return False
    after = text[item.end : item.end + 40]
    opens = item.start == 0 or re.search(r"(?:[.!?] |\b(?:of|by) )$", text[max(0, item.start - 8) : item.start])
    if opens and re.match(r" and [A-Z][a-zà-ž]+ [A-Z][a-zà-ž]+\b", after):
        return True
    before = re.search(r"([^\W\d_][\w'’-]*|[A-Z]\.) $", text[max(0, item.start - 30) : item.start])
    if (
        before is None
        or not before[1][0].isupper()
        or before[1] in not_names()
        or (before[1].isupper() and len(before[1]) > 2)
    ):
        return False
    if re.match(r" [A-Z][a-zà-ž]+", after) and any(office.end == item.start - 1 for office in offices):
        return True
    index = bisect_right(offices, item.start - 2, key=lambda office: office.start) - 1
    if index >= 0 and item.start - 2 < offices[index].end:
        return True
    if re.match(r", (?:the |an? )?", after) and any(0 <= office.start - item.end <= 6 for office in offices):
        return True
    begin = max(0, item.start - len(before[0]))
    return begin > 0 and not re.search(r"[.!?:] $", text[max(0, begin - 3) : begin])


def _dateline_day(text: str, issued: str | None) -> str | None:
    """The day in a dateline (“RIGA, 3 March 2020 –”), which “today” means; the page's own date where it has none."""
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
    listed = [list(group) for group in groups]
    cover = Cover(max((item.end for group in listed for item in group), default=0))
    taken: list[Item] = []
    for group in listed:
        for item in group:
            if cover.free(item.start, item.end):
                cover.take(item.start, item.end)
                taken.append(item)
    return sorted(taken, key=lambda item: item.start)


def _names(text: str, folded: str, words: Lexicon) -> tuple[list[Item], list[Hit]]:
    """The gazetteer's hits with each name's bearers settled, and those that stay open."""
    items: list[Item] = []
    ambiguous: list[Hit] = []
    for hit in words.gazetteer.find(text, folded):
        if CONTINENT.search(text, max(0, hit.start - 12), hit.start) and folded.startswith("america", hit.start):
            continue
        chosen = _bearer(hit, text)
        if chosen is None:
            ambiguous.append(hit)
            continue
        side = PART_OF_STATE.search(text, max(0, hit.start - 16), hit.start)
        if side is not None and chosen.thing.kind == "state" and chosen.sense == "name":
            name = text[side.start() : hit.end]
            part = Thing("place", name, name, "Region")
            items.append(Item(side.start(), hit.end, "R", (Entry(name, part),)))
            continue
        republic = REPUBLIC.match(text, hit.end)
        if republic is not None and chosen.sense == "demonym" and chosen.thing.kind == "state":
            items.append(Item(hit.start, republic.end(), "S", (chosen,)))
            continue
        code = "D" if chosen.sense == "demonym" else CODE_OF_KIND[chosen.thing.kind]
        if chosen.thing.category == "Region":
            code = "R"
        items.append(Item(hit.start, hit.end, code, (chosen,)))
    return items, ambiguous


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
    if AT_PLACE.search(before):
        return False
    name = text[hit.start : hit.end].lower()
    if AS_GOVERNMENT.match(after):
        return True
    return name not in SEATS and bool(BETWEEN.search(before))
