"""Datelines (`SKOPJE/VIENNA, 5 June 2023 – …`) and places as headers print them."""

import re
from dataclasses import dataclass

from kg.loaders.dates import FullDate, full_dates
from kg.model import Span, Stated
from kg.text.clean import CAPITAL, CleanText, clean

REACH = 600
"""Characters from a paragraph's start in which its dateline is looked for."""

_LONGEST_ALONE = 120

# Places in Kosovo whose Albanian and Serbian names are printed side by side, as the OSCE Mission does.
_TWO_NAMES = """
PRISHTINË PRIŠTINA  FERIZAJ UROŠEVAC  PEJË PEĆ  GJAKOVË ĐAKOVICA  MITROVICË MITROVICA  GJILAN GNJILANE
VUSHTRRI VUČITRN  PODUJEVË PODUJEVO  RAHOVEC ORAHOVAC  LIPJAN LIPLJAN  DEÇAN DEČANE  KLINË KLINA
SKENDERAJ SRBICA  ISTOG ISTOK  MALISHEVË MALIŠEVO  GRAÇANICË GRAČANICA  SHTËRPCË ŠTRPCE  DRAGASH DRAGAŠ
KAÇANIK KAČANIK  OBILIQ OBILIĆ  VITI VITINA  LEPOSAVIQ LEPOSAVIĆ  ZVEÇAN ZVEČAN  SHTIME ŠTIMLJE
DRENAS GLOGOVAC  PRISHTINA PRISTINA
""".split()
_PAIRS = {frozenset(pair) for pair in zip(_TWO_NAMES[::2], _TWO_NAMES[1::2], strict=True)}

_CAPS = re.compile(rf"(?<!\w)[{CAPITAL}][{CAPITAL}'’.-]++(?:(?: ?/ ?| |-)[{CAPITAL}'’.-]++)*$")
_LISTED = re.compile(rf"(?<!\w)(?:[{CAPITAL}][{CAPITAL}'’.-]+(?:(?: ?/ ?| |-)[{CAPITAL}'’.-]+)*, ){{1,4}}$")
_PROPER = re.compile(rf"[{CAPITAL}][\w'’.-]*+(?: ?[ /-] ?(?:[{CAPITAL}][\w'’.-]*+|de|la|on|of|the|am)){{0,3}}")
_REGION = re.compile(rf"(?:[{CAPITAL}][\w.'’-]*+(?: (?:and|of|the) | )?){{1,5}}|\(?[{CAPITAL}][\w ]{{1,30}}\)")
_DAY_AND_MONTH = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?(?! ?,? ?\d)")
_HINT = re.compile(
    r"[0-9]{1,2}(?:st|nd|rd|th)?\W{1,6}(?:of\W{1,6})?"
    r"(?:[0-9]|[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|AN|EB|AR|PR|AY|UN|UL|UG|EP|CT|OV|EC))"
)
_IN_BRACKETS = re.compile(r" ?\([^()]{1,30}\)$")
_SLASH = re.compile("/")
_COMMA = re.compile(",")
_DASH = re.compile(r" ?\)?,? ?(?:\([^()]{0,40}\) ?)?(?:[–—‒―:]|--?)")
_STOP = re.compile(r"[.,;]? ?(?:$|(?=[“\"]?[^\W\d_a-z]))")
_CAPTION = re.compile(r"photo|caption|image|details|OSCE/|credit", re.IGNORECASE)
_NOT_PLACES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday published posted updated date on by since until
    from issued created modified release issue
    """.split()
)
_SMALL = frozenset("am an and auf de del der di la le of on sur the upon".split())
_KEPT = frozenset("USA UK UN EU DC OSCE".split())
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens a release: its places, its date where the year is given, and where the place's name starts.

    `start` lies after the paragraph's own start when a photo's caption runs into the dateline. `end` is where its
    last word stands, without the dash behind it.
    """

    start: int
    end: int
    places: tuple[Stated, ...]
    date: Stated | None


def dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that a paragraph opens with, or None."""
    reach = min(paragraph.end, paragraph.start + REACH)
    if _HINT.search(text, paragraph.start, reach) is None:
        return None
    copy = clean(text, Span(paragraph.start, reach))
    for found in full_dates(copy.text):
        line = _before(copy, found.start)
        if line is None:
            continue
        start, place, all_capitals = line
        dashed = _DASH.match(copy.text, found.end) is not None
        bare = all_capitals and copy.text[found.end : found.end + 1] in (" ", "")
        stopped = all_capitals and _STOP.match(copy.text, found.end) is not None
        if dashed or bare or stopped:
            return _dateline(copy, start, place, found.start, found.end, found)
    for found_day in _DAY_AND_MONTH.finditer(copy.text):
        line = _before(copy, found_day.start())
        if line is not None and line[2] and _DASH.match(copy.text, found_day.end()):
            return _dateline(copy, line[0], line[1], found_day.start(), found_day.end(), None)
    return None


def dateline_alone(text: str, span: Span) -> Dateline | None:
    """The place and date of a line that says nothing else (`OSLO 19 March 1999`), or None."""
    if span.end - span.start > _LONGEST_ALONE:
        return None
    line = dateline(text, span)
    if line is None or line.date is None or line.start > span.start:
        return None
    return line if not any(map(str.isalnum, text[line.end : span.end])) else None


def stated_places(text: str, span: Span) -> tuple[Stated, ...]:
    """The places that a header's field or a dateline names.

    Names in capitals with a slash or a comma between are several places, but for the two names of one place.
    What follows a comma otherwise (`Vienna, Austria`) says where the place lies, and is left out.
    """
    copy = clean(text, span)
    words = copy.text
    parts = _parted(words, _SLASH)
    if len(parts) > 1 and (not words.isupper() or _is_pair([words[slice(*part)] for part in parts])):
        parts = [(0, len(words))]
    if len(parts) == 1 and len(listed := _parted(words, _COMMA)) > 1:
        parts = [listed[0], *(part for part in listed[1:] if _is_city(words[slice(*part)]))]
    places = []
    for start, end in parts:
        name = words[start:end]
        begin = start + len(name) - len(name.lstrip())
        stop = begin + len(name.strip())
        if begin < stop and any(map(str.isalpha, name)):
            places.append(Stated(proper_case(name.strip()), copy.to_source(begin, stop)))
    return tuple(places)


def proper_case(name: str) -> str:
    """A name in capitals as it is written in running text (`NUR-SULTAN` as Nur-Sultan); others as they are."""
    if not name.isupper():
        return name

    def word(match: re.Match[str]) -> str:
        letters = match.group()
        if letters in _KEPT:
            return letters
        if match.start() and letters.lower() in _SMALL:
            return letters.lower()
        return letters[0] + letters[1:].lower()

    return _NAME_WORD.sub(word, name)


def _parted(words: str, between: re.Pattern[str]) -> list[tuple[int, int]]:
    starts = [0, *(match.end() for match in between.finditer(words))]
    ends = [*(match.start() for match in between.finditer(words)), len(words)]
    return list(zip(starts, ends, strict=True))


def _is_city(words: str) -> bool:
    return words.isupper() and sum(map(str.isalpha, words)) > 2


def _is_pair(names: list[str]) -> bool:
    return frozenset(name.strip().upper() for name in names) in _PAIRS


def _dateline(copy: CleanText, start: int, place: int, day: int, end: int, found: FullDate | None) -> Dateline:
    source = copy.to_source(start, place)
    places = _places(copy, start, place)
    issued = Stated(found.iso, copy.to_source(found.start, found.end)) if found else None
    return Dateline(source.start, copy.to_source(day, end).end, places, issued)


def _places(copy: CleanText, start: int, end: int) -> tuple[Stated, ...]:
    return tuple(
        Stated(place.value, copy.to_source(start + place.span.start, start + place.span.end))
        for place in stated_places(copy.text[start:end], Span(0, end - start))
    )


def _before(copy: CleanText, date_start: int) -> tuple[int, int, bool] | None:
    """The start and end of the place's name before a date, and whether it is all in capitals."""
    before = _IN_BRACKETS.sub("", copy.text[:date_start].rstrip(" ,(–-"))
    end = len(before)
    for _ in range(3):
        comma = before.rfind(", ", 0, end)
        start = comma + 2 if comma >= 0 else 0
        part = before[start:end]
        capitals = _CAPS.search(part)
        if capitals and sum(map(str.isalpha, capitals.group())) > 2:
            place = start + capitals.start()
            listed = _LISTED.search(before, 0, place) if place == start else None
            if listed is not None and sum(map(str.isalpha, listed.group())) > 2:
                place = listed.start()
            return (place, end, True) if _may_precede(copy, before[:place], place) else None
        if comma < 0:
            break
        if not _REGION.fullmatch(part):
            return None
        end = comma
    first = before[:end]
    if end <= 60 and _PROPER.fullmatch(first) and first.split()[0].lower() not in _NOT_PLACES:
        return 0, end, False
    return None


def _may_precede(copy: CleanText, before: str, place: int) -> bool:
    """Whether what stands before the place can be cut: nothing, a caption, or words glued to the place."""
    if not before.strip():
        return True
    glued = copy.to_source(place, place + 1).start == copy.to_source(place - 2, place - 1).end
    return (glued and before[-1:] == " ") or _CAPTION.search(before) is not None
