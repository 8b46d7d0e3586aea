"""The plain facts of naming: headings, mentions, what stayed unresolved, and who holds which office."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.model import Confidence, Heading, Mention, Span, Support, Tenure, Thing, Unresolved
from kg.text.annotate import Paragraph
from kg.text.cover import Cover
from kg.text.document import Actor, Document
from kg.text.gazetteer import Gazetteer, Hit
from kg.text.name_words import not_names
from kg.text.office import Office
from kg.text.shape import Item

Named = tuple[int, int, Thing, Confidence]
# Titles that go with another office.
COURTESIES = frozenset({"Ambassador", "Ambassadors", "General", "Colonel", "Professor"})
OF_BODY = re.compile(r" (?:of|for|to) (?:the )?(?=[A-Z])")
OFFICES = 2000
"""Offices of which the bodies named in them are kept."""
WITHIN_POSTS = ("state", "de-facto-entity", "organization", "institution", "mission")
HEADING_KINDS = {
    "place": ("place", "state"),
    "source": ("institution", "mission", "organization", "state", "format"),
    "field": ("field",),
}


def headings(document: Document) -> Iterator[Heading]:
    """The page's place, source and fields of work as things."""
    release = document.release
    stated = [("place", one) for one in release.places] + [("field", one) for one in release.fields]
    if release.source is not None:
        stated.append(("source", release.source))
    for role, one in stated:
        support = Support((one.span,), f"header.{role}")
        yield Heading(role, _headed(document, role, one.value), support)


def _headed(document: Document, role: str, value: str) -> Thing:
    entries = [
        entry
        for hit in document.words.gazetteer.find(value)
        if hit.end - hit.start >= len(value) - 12
        for entry in hit.entries
    ]
    for kind in HEADING_KINDS[role]:
        for entry in sorted(entries, key=lambda entry: (not entry.preferred, entry.thing.key)):
            if entry.thing.kind == kind and entry.sense != "capital":
                return entry.thing
    for entry in entries:
        if role == "source" and entry.thing.kind == "post":
            body = document.words.thing("institution", entry.thing.key)
            if body is not None:
                return body
    category = {"place": "Place", "source": "Organization", "field": "FieldOfWork"}[role]
    kind = {"place": "place", "source": "organization", "field": "field"}[role]
    return Thing(kind, value, value, category)


def mentions(document: Document) -> Iterator[Mention]:
    """Every name in the header, the title and the body, in order, with the thing that it stands for.

    Fields of work are ordinary words and no names; a summit's name is not its format's.
    """
    for heading in headings(document):
        if heading.role != "field":
            yield Mention(heading.thing, heading.support.evidence[0], heading.support)
    for paragraph, items, nested in zip(document.paragraphs, document.items, document.nested, strict=True):
        found: list[Named] = []
        for item in items:
            found += _named(item, paragraph)
        for item in nested:
            found.append((item.start, item.end, item.entries[0].thing, Confidence.HIGH))
        found = _without_parts(found)
        found += _posts_without_holder(paragraph, found)
        found += list(_within_posts(document, paragraph, found))
        supports: dict[tuple[Span, Confidence], Support] = {}
        for start, end, thing, confidence in sorted(found, key=lambda one: (one[0], -one[1], one[2].key)):
            span = paragraph.sentence_at(start).span
            support = supports.get((span, confidence))
            if support is None:
                support = supports[span, confidence] = Support((span,), "name", confidence)
            yield Mention(thing, paragraph.source(start, end), support)


def _named(item: Item, paragraph: Paragraph) -> list[Named]:
    if not isinstance(item.payload, Actor):
        if item.code == "T" or (item.code == "F" and "Summit" in paragraph.text[item.start : item.end]):
            return []
        return list(_thing_named(item, paragraph))
    actor = item.payload
    if actor.form == "pronoun":
        return []
    found: list[Named] = []
    if actor.form == "title" or item.code == "H":
        if item.code == "H":
            found.append((item.start, item.end, actor.things[0], actor.confidence))
    elif actor.name_end > actor.name_start:
        found.append((actor.name_start, actor.name_end, actor.things[0], actor.confidence))
    else:
        found.append((item.start, item.end, actor.things[0], actor.confidence))
    for start, end, post in actor.office_spans:
        if not _only_spoken(paragraph.text[start:end], post, actor):
            short = _ABBREVIATED.search(paragraph.text, start, end)
            found.append((start, short.start() if short is not None else end, post, actor.confidence))
    return found


# “Secretary General of the Council of Europe (CoE)”: the brackets hold another name.
_ABBREVIATED = re.compile(r" \([A-Z][A-Za-z]{1,9}\)$")
# “OSCE Minsk Group Co-Chairs”, “5+2 talks”: the format's name, and who or what belongs to it.
_OF_FORMAT = re.compile(r"(?P<name>.+\S) [Cc]o-[Cc]hairs?|(?P<number>[^\s“”]*\d[^\s“”]*) talks")


def _thing_named(item: Item, paragraph: Paragraph) -> Iterator[Named]:
    if not item.entries:
        return
    thing, start, end = item.entries[0].thing, item.start, item.end
    of_format = _OF_FORMAT.fullmatch(paragraph.text, start, end) if item.code == "F" else None
    if of_format is not None:
        end = of_format.end("name") if of_format["name"] else of_format.end("number")
        start -= len("OSCE ") if paragraph.text.endswith("OSCE ", 0, start) else 0
    yield start, end, thing, Confidence.HIGH


def _without_parts(found: list[Named]) -> list[Named]:
    """The names without “OSCE” where it begins a format's name."""
    begun = {start for start, end, thing, _ in found if thing.kind == "format" and end > start + len("OSCE")}
    return [one for one in found if one[2].key != "osce" or one[0] not in begun]


def _only_spoken(words: str, post: Thing, actor: Actor) -> bool:
    """Whether an office is named only in passing: “his Russian counterpart”, “Ambassador” beside another office."""
    if words.endswith(("counterpart", "counterparts")) or words.startswith(("colleagues", "counterparts")):
        return True
    return words in COURTESIES and sum(other == post for _, _, other in actor.office_spans) > 1


def _posts_without_holder(paragraph: Paragraph, found: Sequence[Named]) -> list[Named]:
    """Known posts that are named where nobody is known to hold them."""
    known = [
        (item.start, item.end, item.payload.post, Confidence.HIGH)
        for item in paragraph.offices
        if isinstance(item.payload, Office) and item.payload.post is not None
    ]
    if not known:
        return []
    taken = Cover(len(paragraph.text), [Item(start, end, "O") for start, end, _, _ in found])
    return [one for one in known if taken.free(one[0], one[1])]


# Deputies of those in known posts of a state.
_OF_DEPUTIES = ("Deputy ", "First Deputy ")


def _within_posts(document: Document, paragraph: Paragraph, found: Sequence[Named]) -> Iterator[Named]:
    """The states and bodies in known posts' own names: “President of the Russian Federation”, “EU Representative”."""
    begun = {start for start, _, thing, _ in found if thing.kind != "post"}
    for start, end, post, confidence in found:
        of_state = post.organization is not None and post.organization.kind == "state"
        if post.kind != "post" or not (post.verified or (of_state and post.label.startswith(_OF_DEPUTIES))):
            continue
        text = paragraph.text[start:end]
        of = OF_BODY.search(text)
        for offset in (0, of.end() if of is not None else 0):
            for hit in _named_in_post(document.words.gazetteer, text[offset:], text):
                things = [one.thing for one in hit.entries if one.thing.kind in WITHIN_POSTS and one.sense != "capital"]
                first = start + offset + hit.start
                own = {"osce", "osce-chairpersonship"}
                if things and first not in begun and things[0].key not in own and (first == start or offset):
                    begun.add(first)
                    yield first, first + hit.end - hit.start, things[0], confidence


@lru_cache(maxsize=OFFICES)
def _named_in_post(gazetteer: Gazetteer, text: str, name: str) -> tuple[Hit, ...]:
    """The names in a post's own name, those inside another post's shorter name with them."""
    return tuple(_inside(gazetteer, text, name))


def _inside(gazetteer: Gazetteer, text: str, name: str) -> Iterator[Hit]:
    for hit in gazetteer.find(text, without=name):
        kind = hit.entries[0].thing.kind
        if kind != "post":
            yield hit
        if kind not in {"post", "conflict"}:
            continue
        shorter = text[hit.start : hit.end]
        for inside in _named_in_post(gazetteer, shorter, shorter):
            yield Hit(hit.start + inside.start, hit.start + inside.end, inside.entries)


def unresolved(document: Document) -> Iterator[Unresolved]:
    """The names and titles that nobody, or more than one, was found for."""
    for one in document.open:
        paragraph = document.paragraphs[one.paragraph]
        span = paragraph.source(one.start, one.end)
        support = Support((paragraph.sentence_at(one.start).span,), "unresolved", Confidence.LOW)
        yield Unresolved(paragraph.text[one.start : one.end], one.expected, span, support, one.candidates)
    for paragraph in document.paragraphs:
        for hit in paragraph.ambiguous:
            things = tuple({entry.thing.iri.value: entry.thing for entry in hit.entries}.values())
            support = Support((paragraph.sentence_at(hit.start).span,), "ambiguous", Confidence.LOW)
            yield Unresolved(
                paragraph.text[hit.start : hit.end],
                things[0].category,
                paragraph.source(hit.start, hit.end),
                support,
                things,
            )


# Capitalised words in a row that no item covers: a name that the lists lack.
_UNKNOWN = re.compile(
    # What must not stand before is looked for behind the first letter, so that the search can skip to letters that fit.
    r"[A-ZÀ-Ž](?<![\w’'-][A-ZÀ-Ž])[\wà-ž’'-]*[a-zà-ž](?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?[A-ZÀ-Ž][\wà-ž’'-]*[\w])+(?:\s\([A-Z]{2,8}\))?"
)
_BODY = re.compile(
    r"\b(?:Ministry|Council|Agency|Committee|Commission|Institute|University|Academy|Organization|Association|Union|Party"
    r"|Assembly|Court|Office|Department|Bank|Centre|Center|Foundation|Service|Force|Group|Mission|Parliament|Forum|Network)\b"
)


def unknown_names(document: Document) -> Iterator[Unresolved]:
    """Capitalised phrases that nothing is known of, for the list of what to add to `data/`."""
    for paragraph, items in zip(document.paragraphs, document.items, strict=True):
        if paragraph.is_title:
            continue
        cover: Cover | None = None
        for match in _UNKNOWN.finditer(paragraph.text):
            start, end = match.span()
            words = deque(match[0].split())
            while words and (words[0].islower() or (words[0] in not_names() and not _BODY.match(words[0]))):
                start += len(words.popleft()) + 1
            if len(words) < 2:
                continue
            cover = cover or _covered(paragraph, items)
            if not cover.free(start, end):
                continue
            name = paragraph.text[start:end]
            expected = "Organization" if _BODY.search(name) else "Actor"
            support = Support((paragraph.sentence_at(start).span,), "unknown name", Confidence.LOW)
            yield Unresolved(name, expected, paragraph.source(start, end), support)


def _covered(paragraph: Paragraph, items: Sequence[Item]) -> Cover:
    """The stretches of a paragraph where items or known posts are named."""
    posts = [one for one in paragraph.offices if isinstance(one.payload, Office) and one.payload.post is not None]
    return Cover(len(paragraph.text), [*items, *posts])


def tenures(document: Document) -> Iterator[Tenure]:
    """Who holds which office, by the titles beside names; one fact for each, with all its sentences."""
    found: dict[tuple[str, str, str | None], tuple[Tenure, dict[Span, None]]] = {}
    for paragraph, items in zip(document.paragraphs, document.items, strict=True):
        for item in items:
            actor = item.payload
            if not isinstance(actor, Actor) or actor.form == "pronoun" or len(actor.things) != 1:
                continue
            if actor.things[0].kind != "person" or (actor.form == "title"):
                continue
            span = paragraph.sentence_at(item.start).span
            for post, rank in actor.posts:
                key = (actor.things[0].iri.value, post.iri.value, rank)
                tenure = Tenure(actor.things[0], post, Support((span,), "office", actor.confidence), rank)
                _, evidence = found.setdefault(key, (tenure, {}))
                evidence[span] = None
    for tenure, evidence in found.values():
        if len(evidence) == 1:
            yield tenure
        else:
            yield replace(tenure, support=tenure.support._replace(evidence=tuple(evidence)))
