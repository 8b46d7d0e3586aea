"""Of which state an official is whose title names none: of the one where the release's sentence is at.

“In Yerevan, the Co-Chairs met with Defence Minister X” tells of Armenia's minister. It takes one state alone: that of the
place or state named before him in his sentence, of the place that opened an earlier sentence of his paragraph, or the
only one to which headline and lead tell of a visit.
"""

import re

from kg.model import Thing
from kg.text.document import Document

_AT = re.compile(r"\b[Ii]n (?:the )?(?:[\w-]+ )?(?:capital,? |city of |town of )?$")
# Cities to which officials of all states come.
_SEATS = frozenset({"vienna", "geneva", "brussels", "new-york", "the-hague"})
# “Will travel to Tashkent, where he will meet Foreign Minister X”.
_WHERE = re.compile(r", where [^,;]*$")
# “A call on President X in Tbilisi”.
_BEHIND = re.compile(r" in [A-Z]")
_VISIT = re.compile(r"\b(?:visit|trip|journey|tour)\b")
_TO = re.compile(r"\b(?:[Ii]n|[Tt]o) (?:the )?$")


def host(document: Document, index: int, start: int, end: int) -> Thing | None:
    """The state in which somebody named at offsets of a paragraph holds office; None where none, or several, may be."""
    paragraph = document.paragraphs[index]
    sentence = paragraph.sentence_at(start)
    if _BEHIND.match(paragraph.text, end):
        behind = _states(document, index, end, end + 20)
        return behind[0] if len(behind) == 1 else None
    led = _WHERE.search(paragraph.text, sentence.start, start)
    there = _states(document, index, max(sentence.start, led.start() - 40), led.start(), _TO) if led is not None else []
    if len(there) == 1:
        return there[0]
    here = _states(document, index, sentence.start, start)
    if here:
        return here[0] if len(here) == 1 else None
    for earlier in reversed([one for one in paragraph.sentences if one.end <= sentence.start]):
        found = _states(document, index, earlier.start, min(earlier.start + 60, earlier.end))
        if found:
            return found[0] if len(found) == 1 else None
    # Of a text that tells of no visit, the place may be a conference's.
    if not any(_VISIT.search(one.text) for one in document.paragraphs[:2]):
        return _of_field_operation(document)
    visited = {
        state.iri: state
        for number in (0, 1)
        if number < len(document.paragraphs)
        for state in _states(document, number, 0, len(document.paragraphs[number].text), _TO)
    }
    return next(iter(visited.values())) if len(visited) == 1 else None


def _of_field_operation(document: Document) -> Thing | None:
    """The state that hosts the field operation whose news a release is: the only one in its headline or as its source."""
    words = document.words
    missions = {
        item.entries[0].thing.key
        for item in document.paragraphs[0].names
        if item.entries and item.entries[0].thing.kind == "mission"
    }
    states = {words.host_of_mission.get(key, "") for key in missions}
    return words.thing("state", states.pop()) if len(states) == 1 else None


def _states(document: Document, index: int, start: int, end: int, before: re.Pattern[str] = _AT) -> list[Thing]:
    """The states of the places that a stretch is said to be in, each once."""
    paragraph, words = document.paragraphs[index], document.words
    found: dict[str, Thing] = {}
    for item in paragraph.names:
        if item.code not in "LS" or not start <= item.start < end or not item.entries:
            continue
        if before.search(paragraph.text, max(0, item.start - 24), item.start) is None:
            continue
        thing = item.entries[0].thing
        if thing.key in _SEATS:
            continue
        key = words.state_of_place.get(thing.key) if thing.kind == "place" else thing.key
        state = words.thing("state", key or "")
        if state is not None:
            found[state.key] = state
    return list(found.values())
