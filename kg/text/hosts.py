"""Of which state an official is whose title names none: of the one where the release's sentence is at.

“In Yerevan, the Co-Chairs met with Defence Minister X” tells of Armenia's minister. It takes one state alone: that of the
place or state named before him in his sentence, of the place that opened an earlier sentence of his paragraph, or the
only one to which headline and lead tell of a visit, or at which they are.
"""

import re

from kg.model import Thing
from kg.text.annotate import Lexicon
from kg.text.document import Document

_AT = re.compile(r"\b[Ii]n (?:the )?(?:[\w-]+ )?(?:capital,? |city of |town of )?$")
# Where somebody goes: “will travel to Yerevan”, “arrived in Tashkent”, “a visit to Serbia”.
_TO = re.compile(r"\b(?:[Ii]n|[Tt]o|[Vv]isit(?:s|ed|ing)?) (?:the )?$")
_GOING = re.compile(
    r"\b(?:travel|continu|go|went|fl[ey]|proceed|mov|return|c[ao]me|arriv|visit|trip|journey|tour)[a-z]*\b[^,;.]{0,30}? to (?:the )?$|\bvisit(?:s|ed|ing)? (?:the )?$"
)
# Cities to which officials of all states come.
_SEATS = frozenset({"vienna", "geneva", "brussels", "new-york", "the-hague"})
# “Will travel to Tashkent, where he will meet Foreign Minister X”.
_WHERE = re.compile(r"(?P<on>(?: today| yesterday| tomorrow| on [^,;]{1,20})?),? where [^,;]*$")
# “A call on President X in Tbilisi”.
_BEHIND = re.compile(r" in [A-Z]")
_VISIT = re.compile(r"\b(?:visit|trip|journey|tour)\b")
# Several who led a meeting together are of several states.
_SEVERAL = re.compile(r"\b(?:Ministers|Presidents|Speakers|Chairs|Heads)\b")
_LED_BY = re.compile(r"\bunder the (?:joint )?(?:co-)?chair\w+ of (?:the )?|\b(?:co-)?chaired by (?:the )?")
# Where officials of all states come together, who are met there is none of the place's for that.
_GATHERING = re.compile(
    r"\b(?:[Cc]onference|[Cc]ouncil|[Ff]orum|[Ss]ummit|[Ss]ession|[Aa]ssembly|[Mm]argins|[Rr]ound|(?:[A-Z]\w+ )+Meeting)\b"
)


def host_said(document: Document, index: int, start: int, end: int) -> list[Thing]:
    """The states of the place at which the sentence of somebody named at offsets of a paragraph is, or one before it."""
    paragraph = document.paragraphs[index]
    sentence = paragraph.sentence_at(start)
    if _BEHIND.match(paragraph.text, end):
        return _states(document, index, end, end + 20)
    if _LED_BY.search(paragraph.text, sentence.start, start) and _SEVERAL.search(paragraph.text, start, end):
        return []
    led = _WHERE.search(paragraph.text, sentence.start, start)
    there = _states(document, index, led.start() - 40, led.start("on"), None)[-1:] if led is not None else []
    here = there or _states(document, index, sentence.start, start)
    gone = [] if there else _states(document, index, sentence.start, start, _GOING)
    if here or gone:
        return gone[-1:] or here
    for earlier in reversed([one for one in paragraph.sentences if one.end <= sentence.start]):
        for until, before in ((min(earlier.start + 60, earlier.end), _AT), (earlier.end, _GOING), (earlier.end, _AT)):
            found = _states(document, index, earlier.start, until, before)
            if found:
                return found[-1:] if before is _GOING else found
    return []


def _seats(words: Lexicon) -> frozenset[str]:
    """The cities to which officials of all states come, and those where a de facto authority has its own."""
    return _SEATS | words.disputed_seats


def where_all_meet(document: Document, index: int, start: int) -> bool:
    """Whether a sentence of a paragraph is at a city that does not say of which state the officials met there are."""
    sentence = document.paragraphs[index].sentence_at(start)
    seats = _seats(document.words)
    return any(place.key in seats for place in _places(document, index, sentence.start, sentence.end, _AT))


def place_said(document: Document, index: int, start: int) -> Thing | None:
    """The city in which the sentence of somebody named at an offset of a paragraph puts him: “travelled to Osh, where”."""
    paragraph = document.paragraphs[index]
    sentence = paragraph.sentence_at(start)
    found = _places(document, index, sentence.start, start, _AT) or _places(
        document, index, sentence.start, start, _GOING
    )
    return found[-1] if found else None


def _only(states: list[Thing]) -> Thing | None:
    return states[0] if len(states) == 1 else None


def host_of_release(document: Document) -> Thing | None:
    """The one state to which headline and lead tell of a journey, or where they are at; of a conference's place, none."""
    read = document.paragraphs[:2]
    visited = {
        state.iri: state
        for paragraph in read
        for state in _states(document, paragraph.index, 0, len(paragraph.text), _TO)
    }
    if any(_VISIT.search(one.text) for one in read):
        return _only(list(visited.values()))
    own = _of_field_operation(document)
    if own is not None or any(_gathers(document, one.index, {state.key for state in visited.values()}) for one in read):
        return own
    return _only(list(visited.values()) or _dateline(document))


def _gathers(document: Document, index: int, visited: set[str]) -> bool:
    """Whether a paragraph speaks of a gathering that is not one elsewhere: of “the Lisbon Summit” people talk in Moscow."""
    paragraph, words = document.paragraphs[index], document.words
    for match in _GATHERING.finditer(paragraph.text):
        named = [one.entries[0].thing for one in paragraph.names if one.end == match.start() - 1 and one.entries]
        states = [_ruled(words, words.state_of_place.get(one.key, one.key)) for one in named if one.kind == "place"]
        if not states or not visited or any(one is None or one.key in visited for one in states):
            return True
    return False


def written_in(document: Document) -> list[Thing]:
    """What the names can mean of the places where a release was written."""
    find = document.words.gazetteer.find
    return [one.thing for place in document.release.places for hit in find(place.value) for one in hit.entries]


def _dateline(document: Document) -> list[Thing]:
    """The state of the place where a release was written."""
    words = document.words
    found = {one.key for one in written_in(document) if one.kind == "place"} - _seats(words)
    states = [_ruled(words, words.state_of_place.get(key, "")) for key in sorted(found)]
    return [state for state in states if state is not None]


def _of_field_operation(document: Document) -> Thing | None:
    """The state that hosts the field operation whose news a release is: the only one in its headline or as its source."""
    words = document.words
    missions = {
        item.entries[0].thing.key
        for item in document.paragraphs[0].names
        if item.entries and item.entries[0].thing.kind == "mission"
    }
    hosts = {words.host_of_mission.get(key, "") for key in missions}
    return _ruled(words, hosts.pop()) if len(hosts) == 1 else None


def _ruled(words: Lexicon, key: str) -> Thing | None:
    """What has a president and ministers: a state, or a territory that has them and that no side's name is kept from."""
    return words.thing("state", key) or (words.thing("place", key) if key in words.territories else None)


def _states(document: Document, index: int, start: int, end: int, before: re.Pattern[str] | None = _AT) -> list[Thing]:
    """The states of the places that a stretch is said to be in, each once, in order of their last names there."""
    words = document.words
    found: dict[str, Thing] = {}
    seats = _seats(words)
    for thing in _places(document, index, start, end, before, kinds=("place", "state")):
        if thing.key in seats:
            continue
        state = _ruled(words, words.state_of_place.get(thing.key, thing.key))
        if state is not None:
            found.pop(state.key, None)
            found[state.key] = state
    return list(found.values())


def _places(
    document: Document,
    index: int,
    start: int,
    end: int,
    before: re.Pattern[str] | None,
    kinds: tuple[str, ...] = ("place",),
) -> list[Thing]:
    """The places that a stretch names behind words that say that somebody is or goes there, in order."""
    paragraph = document.paragraphs[index]
    return [
        item.entries[0].thing
        for item in paragraph.names
        if item.code in "LSR"
        and start <= item.start < end
        and item.entries
        and item.entries[0].thing.kind in kinds
        and (before is None or before.search(paragraph.text, max(0, item.start - 60), item.start) is not None)
    ]
