"""Which events are parts of which: what was done on a visit, the cities of a tour, talks on a conference's margins."""

import re
from datetime import date, timedelta

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.merge import PREMISES, REGION, blocks, places_agree
from kg.model import Factuality
from kg.text.document import Document

LONGEST_VISIT = 7
"""Days that a visit of unknown length is taken to have lasted at most."""


def at_margins(draft: Draft, frame: Draft) -> bool:
    """Whether talks were held on the margins of a conference or session: one sentence tells of both."""
    return (
        draft.category in TALK_CLASSES and draft is not frame and not frame.evidence.keys().isdisjoint(draft.evidence)
    )


def breadth(visit: Draft) -> int:
    """Visits of states come first, then of cities, then of bodies: a part is made after its whole."""
    if visit.rule == "visit.body" or visit.label == PREMISES:
        return 2
    return 0 if covers_region(visit) or any(place.kind == "state" for place in visit.places) else 1


def covers_region(visit: Draft) -> bool:
    """Whether a visit was to several states that nobody lists: “the region”, “Central Asia”."""
    return visit.label == REGION or (bool(visit.places) and all(place.category == "Region" for place in visit.places))


def _begun(visit: Draft, document: Document) -> str | None:
    """The first day of a visit; open where only a headline's “visits X”, “ends visit to X” gives it the release's day."""
    return None if visit.in_title and visit.end is None and visit.start == document.issued else visit.start


def tour_of(draft: Draft, visits: list[Draft], document: Document) -> Draft | None:
    """The visit that another is part of: of the state in which the city lies, of the city in which the body sits."""
    if draft.category != "Visit":
        return None
    states = {document.words.state_of_place.get(place.key) for place in draft.places}
    for visit in visits:
        if visit is draft or not visit.actors & draft.actors or blocks(visit.factuality) != blocks(draft.factuality):
            continue
        begun = _begun(visit, document)
        start = None if _undated_stop(draft, visit, document) else draft.start
        exact = len(start or "")
        if begun and start and not begun[:exact] <= start <= (visit.end or start)[:exact]:
            continue
        if breadth(visit) == 0 and breadth(draft) == 1 and states & {place.key for place in visit.places}:
            return visit
        only = covers_region(visit) and sum(map(covers_region, visits)) == 1
        if only and breadth(draft) == 1 and draft.factuality is Factuality.HAPPENED:
            return visit
        if breadth(visit) == 0 and is_unlisted(draft) and sum(breadth(one) == 0 for one in visits) == 1:
            return visit
        same_day = start in {None, visit.start}
        if breadth(draft) == 2 and breadth(visit) < 2 and same_day and places_agree(visit, draft):
            return visit
    return None


def _undated_stop(draft: Draft, visit: Draft, document: Document) -> bool:
    """Whether a visit to a body has the release's day only since its sentence names none, and the journey was over by then."""
    if draft.rule != "visit.body" or draft.start is None or draft.start != document.issued or visit is draft:
        return False
    return (visit.end or draft.start) < draft.start and not _says_day(draft, visit, document)


def is_unlisted(visit: Draft) -> bool:
    """Whether a visit was of a place that no list knows: a stop of the one journey that a release tells of."""
    return bool(visit.places) and not any(place.verified for place in visit.places)


def visit_of(draft: Draft, visits: list[Draft], document: Document) -> Draft | None:
    """The visit of the release that a meeting took place on: said so, or in the same city with a visitor in it."""
    if draft.category not in TALK_CLASSES:
        return None
    # The city's visit before the state's.
    for visit in sorted(visits, key=lambda one: (is_unlisted(one), not set(one.places) & set(draft.places))):
        if not visit.actors & draft.actors:
            continue
        if blocks(visit.factuality) != blocks(draft.factuality):
            # What a visitor was “also due” to do that day belongs to the visit that is told as begun.
            still = draft.during_visit and draft.factuality is Factuality.PLANNED and draft.start in {None, visit.start}
            if (still or _falls_in(draft, visit)) and visit.factuality is Factuality.HAPPENED:
                return visit
            continue
        begun = _begun(visit, document)
        if begun and draft.start and draft.start[: len(begun)] < begun[: len(draft.start)]:
            continue
        same_told = visit.factuality is draft.factuality and draft.category == "Meeting"
        shared = visit.evidence.keys() & draft.evidence if same_told else set()
        states = {document.words.state_of_place.get(place.key) for place in draft.places}
        here = set(visit.places) & set(draft.places) or states & {place.key for place in visit.places}
        if shared or draft.during_visit or here or _falls_in(draft, visit) or _said_of_visit(draft, visit, document):
            return visit
    return _only_journey(draft, visits, document)


def _falls_in(draft: Draft, visit: Draft) -> bool:
    """Whether a planned meeting is on one of the days of a visit that are told, and nowhere else."""
    if draft.factuality is not Factuality.PLANNED or draft.places or visit.rule in _NO_JOURNEY:
        return False
    first, day, last = visit.start or "", draft.start or "", visit.end or ""
    return len(first) == len(day) == len(last) == len("2020-03-04") and first <= day <= last


# Visits that are told beside the one that a release reports.
_NO_JOURNEY = frozenset({"visit.body", "visit.taken", "visit.been"})
# “During her visit, she met X”, “on the second day of the trip”.
_OF_VISIT = re.compile(
    r"\b(?:[Dd]uring|[Oo]n|[Ii]n the course of|[Ii]n the framework of) (?:(?:the|his|her|their|this|its|a|an)\b|the [\w-]+ day of)[^,;.]{0,30}?\b(?:visit|trip|journey|tour|stay)\b(?! (?:to|in|of)\b)"
)


def _said_of_visit(draft: Draft, visit: Draft, document: Document) -> bool:
    """Whether the sentence that tells of talks says that they were held during the visit, one that happened as they did."""
    number, index = draft.position
    if draft.factuality is not Factuality.HAPPENED or visit.rule in _NO_JOURNEY:
        return False
    paragraph = document.paragraphs[number]
    sentence = paragraph.sentences[index]
    return _OF_VISIT.search(paragraph.text, sentence.start, sentence.end) is not None


def _only_journey(draft: Draft, visits: list[Draft], document: Document) -> Draft | None:
    """The one journey that a release reports, for a meeting of the traveller's that words put nowhere else."""
    made = [
        one
        for one in visits
        if one.factuality is Factuality.HAPPENED
        and one.rule not in _NO_JOURNEY
        and not is_unlisted(one)
        and one.label != PREMISES
    ]
    # A stop on a journey is part of it.
    made = [one for one in made if tour_of(one, made, document) is None]
    if len(made) != 1 or draft.category != "Meeting" or draft.factuality is not Factuality.HAPPENED or draft.formats:
        return None
    visit = made[0]
    if not visit.actors & draft.actors:
        return None
    states = document.words.state_of_place
    where = {place.key for place in visit.places} | {states.get(place.key) or "" for place in visit.places}
    elsewhere = not covers_region(visit) and any(
        place.key not in where and states.get(place.key) not in where for place in draft.places
    )
    last = visit.end or visit.start or document.issued
    late = draft.start is not None and last is not None and draft.start > last and draft.start != document.issued
    begun = _begun(visit, document)
    early = draft.start is not None and begun is not None and draft.start < begun[: len(draft.start)]
    return None if elsewhere or late or early else visit


def date_by_visit(draft: Draft, visit: Draft | None, document: Document) -> None:
    """Put a meeting, or a stop on a journey, that is dated by its release alone into the time of its visit, where that was over by then.

    Of a visit of several days it is known only that the meeting was on one of them: the month, where that is one.
    """
    issued = document.issued
    if visit is None or issued is None or draft.start not in {None, issued}:
        return
    if draft.factuality is not Factuality.HAPPENED:
        return
    numbered = _numbered_day(draft, visit, document)
    if numbered is not None:
        draft.start = numbered
        return
    first, last = visit.start, visit.end or visit.start
    if last is not None and len(last) < 10 and issued.startswith(last) and not _says_day(draft, visit, document):
        # The stop that it was on is itself only known to have been on the journey.
        draft.start, draft.end = last, None
        return
    if last is None or len(last) != 10 or last > issued:
        return
    if last == issued and (first == last or _says_day(draft, visit, document)):
        return
    if draft.start is not None and first == last and _says_day(draft, visit, document):
        return
    if visit.end is None and first is not None and first != issued and _only_begun(visit, document):
        # “Arrived in X on Monday”: what follows was that day or one of the next.
        draft.start = first[:7] if first[:7] == issued[:7] else None
    elif first is None:
        # How long the visit was is open: early in a month it can have begun in the one before.
        draft.start = last[:7] if int(last[8:]) > LONGEST_VISIT else None
    else:
        draft.start = first if first == last else first[:7] if first[:7] == last[:7] else None
    draft.end = None


_ARRIVAL = re.compile(
    r"\b(?:arriv(?:ed|es|al)|landed|flew|flies|set off|departed|left for|(?:began|begins|started|starts) (?:an?|his|her|their) )\b"
)


def _only_begun(visit: Draft, document: Document) -> bool:
    """Whether a visit is told by its first day alone: “arrived in X on Monday”."""
    number, index = visit.position
    paragraph = document.paragraphs[number]
    sentence = paragraph.sentences[index]
    return _ARRIVAL.search(paragraph.text, sentence.start, sentence.end) is not None


_NUMBERED = re.compile(r"\b[Oo]n the (?P<which>first|second|third|fourth|fifth|last|final) day\b")
_ORDER = ("first", "second", "third", "fourth", "fifth")


def _numbered_day(draft: Draft, visit: Draft, document: Document) -> str | None:
    """The day that a sentence counts from a visit's first: “on the second day of his visit”, where that is known."""
    number, index = draft.position
    paragraph = document.paragraphs[number]
    sentence = paragraph.sentences[index]
    match = _NUMBERED.search(paragraph.text, sentence.start, sentence.end)
    if match is None:
        return None
    if match["which"] not in _ORDER:
        return visit.end
    if visit.start is None or len(visit.start) != 10:
        return None
    day = (date.fromisoformat(visit.start) + timedelta(days=_ORDER.index(match["which"]))).isoformat()
    # A visit that is dated by its release alone began before the day that is counted.
    return day if document.issued is None or day <= document.issued else None


def _says_day(draft: Draft, visit: Draft, document: Document) -> bool:
    """Whether a meeting's sentence names the release's day; “today concluded a visit, where he met X” names the visit's."""
    number, index = draft.position
    paragraph = document.paragraphs[number]
    sentence = paragraph.sentences[index]
    named = [
        one
        for one in paragraph.dates
        if sentence.start <= one.start < sentence.end
        and one.first == one.last == document.issued
        # The dateline says when the release was written.
        and (one.spoken or not re.match(r"\s?[-–—]\s", paragraph.text[one.end : one.end + 3]))
    ]
    return len(named) > (draft.position == visit.position)


def is_away(draft: Draft, visits: list[Draft]) -> bool:
    """Whether one of those who spoke was on a visit then: they did so where he was."""
    return any(
        visit.factuality is draft.factuality is Factuality.HAPPENED
        and visit.actors & draft.actors
        and (visit.start is None or draft.start is None or visit.start <= draft.start)
        for visit in visits
    )
