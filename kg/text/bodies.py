"""A state's chair of the Organization as one thing, and the states and bodies that are named inside offices."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.model import Thing
from kg.text.annotate import Paragraph, merged
from kg.text.cover import Cover
from kg.text.document import Actor, Document
from kg.text.gazetteer import Entry, Gazetteer, Hit
from kg.text.office import Office
from kg.text.shape import Item, pattern

STATES = ("state", "de-facto-entity")
POSTS = 2000
"""Names of posts of which the bodies named in them are kept."""
_OSCE = re.compile(r"\b(?:OSCE|CSCE)\b(?P<assembly> PA\b| Parliamentary Assembly\b)?")
_WORD = re.compile(r"[\w-]+")
_OF = re.compile(r" of (?:the )?(?=[A-Z])")


def chairs(document: Document, paragraph: Paragraph, actors: list[Item]) -> list[Item]:
    """“The Albanian OSCE Chairmanship” and “Albania's Chair” as that state's chairpersonship."""
    found: list[Item] = []
    # Without a state's name, or a word or name for the chair, there is nothing to find.
    if not any(name.code in "SD" for name in paragraph.names) or not (
        "Chair" in paragraph.text or any(_is_chair(name) for name in paragraph.names)
    ):
        return found
    shape = paragraph.shape(merged(actors, paragraph.names))
    for match in pattern(
        r"(?:(?P<before>{G})\s)?(?P<state>{SD})(?:['’]s?)?\s(?:(?:19|20)\d\d\s)?(?P<body>{G}|(?:OSCE\s)?(?:Chairmanship|Chairpersonship|Chair\b))"
    ).finditer(shape.text):
        body = shape.found(match["body"])
        if body and body[0].entries[0].thing.key != "osce-chairpersonship":
            continue
        state = shape.found(match["state"])[0].entries[0].thing
        # “The OSCE Italian Chairmanship”, but not “in NATO Italian …”.
        own = match["before"] is not None and shape.found(match["before"])[0].entries[0].thing.key == "osce"
        thing = _chairpersonship(document, state)
        if thing is not None:
            start, end = shape.source(match.start() if own else match.start("state"), match.end())
            found.append(Item(start, end, "H", payload=Actor((thing,))))
    return found


def _is_chair(name: Item) -> bool:
    return name.code == "G" and name.entries[0].thing.key == "osce-chairpersonship"


def _chairpersonship(document: Document, state: Thing) -> Thing | None:
    if document.issued is None:
        return None
    held = sorted({str(row.year) for row in document.words.chairs if row.state == state.key})
    near = [year for year in held if abs(int(year) - int(document.issued[:4])) <= 1]
    if not near:
        return None
    this_year = int(document.issued[:4])
    year = min(near, key=lambda one: (abs(int(one) - this_year), one))
    return Thing("chairpersonship", year, f"{state.label}'s OSCE Chairpersonship {year}", "Chairpersonship", True)


def nested(document: Document, paragraph: Paragraph, items: list[Item]) -> list[Item]:
    inside: list[Item] = []
    for item in items:
        post = item.payload.post if item.code == "O" and isinstance(item.payload, Office) else None
        if post is not None and not post.verified:
            inside += _bodies_in_posts(document, [(item.start, item.end, post)], paragraph)
    holders = [item for item in items if item.code in "AH"]
    if not holders:
        return inside
    body = document.words.thing("institution", "osce") if "SCE" in paragraph.text else None
    for item in holders:
        spans = item.payload.office_spans if isinstance(item.payload, Actor) else ()
        inside += _bodies_in_posts(document, spans, paragraph)
        if body is None:
            continue
        # “OSCE PA President X”, “Head of the OSCE Centre in Astana, X”: a body whose own name only begins so.
        longer = [
            one
            for one in paragraph.names
            if one.code in "GF" and one.end > one.start + 4 and _inside(one, item) and not _is_chair(one)
        ]
        found_already = Cover(len(paragraph.text), [*inside, *longer])
        for match in _OSCE.finditer(paragraph.text, item.start, item.end):
            if found_already.free(match.start(), match.end()):
                assembly = document.words.thing("institution", "osce-pa") if match["assembly"] else None
                end = match.end() if assembly is not None else match.start() + len("OSCE")
                inside.append(Item(match.start(), end, "G", (Entry("OSCE", assembly or body),)))
    held = Cover(len(paragraph.text), holders)
    begun = {one.start for one in paragraph.names}
    offices = Cover(len(paragraph.text), paragraph.offices)
    for item in holders:
        actor = item.payload
        for start, end, post in actor.office_spans if isinstance(actor, Actor) else ():
            first = _WORD.match(paragraph.text, start, end) if post.verified else None
            if first is not None:
                found = [one for one in document.words.gazetteer.named(first[0]) if one.thing.kind in STATES]
                if found and start not in begun:
                    code = "D" if found[0].sense == "demonym" else "S"
                    inside.append(Item(start, first.end(), code, (found[0],)))
    places = {one.start for one in inside}
    begins = {one.start for one in paragraph.offices}
    for name in paragraph.names:
        if name.code not in "SDEGFL" or held.free(name.start, name.end):
            continue
        own = name.code == "G" and name.entries[0].thing.key in {"osce", "osce-chairpersonship"}
        known = name.start in places
        aside = name.code in "FL" and offices.free(name.start, name.end)
        # “New Orleans Mayor Ann Field”: of which place somebody is in office.
        aside = aside or (name.code == "L" and name.start in begins)
        if (name.code in "SDEG" or aside) and not own and not known:
            inside.append(name)
            places.add(name.start)
    return inside


def _inside(name: Item, holder: Item) -> bool:
    """Whether a name stands inside another item."""
    return holder.start <= name.start and name.end <= holder.end


@lru_cache(maxsize=POSTS)
def _hits(gazetteer: Gazetteer, words: str) -> tuple[Hit, ...]:
    return tuple(gazetteer.find(words))


def _bodies_in_posts(
    document: Document, spans: Iterable[tuple[int, int, Thing]], paragraph: Paragraph
) -> Iterator[Item]:
    """The mission or institution that a known post's own name holds: “Head of the OSCE Mission to Moldova”."""
    for start, end, post in spans:
        of = _OF.search(paragraph.text[start:end]) if post.verified or post.label.startswith("Deputy ") else None
        if of is None:
            continue
        for hit in _hits(document.words.gazetteer, paragraph.text[start + of.end() : end]):
            named = [one for one in hit.entries if one.thing.kind in {"mission", "institution", "organization"}]
            if named:
                first = start + of.end() + hit.start
                yield Item(first, first + hit.end - hit.start, "G", (named[0],))
