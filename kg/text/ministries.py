"""A ministry that no list knows: of which state it is, and the offices in it, whose holders act for the state.

“The Austrian Foreign Ministry”, “Austria's Ministry of Foreign Affairs” and “the Ministry of Foreign Affairs of the
Republic of Austria” are one ministry of one state.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Thing
from kg.text.office import as_written, spoken, things_of
from kg.text.shape import Item, Shape, pattern

_NOUN = re.compile(r"\bMinistry\b|\bForeign Office$|\bDepartment of Foreign Affairs\b")
_OF_STATE = re.compile(r" of(?: the)? $")
_WRITTEN_OUT = {
    "Foreign Ministry": "Ministry of Foreign Affairs",
    "Foreign Affairs Ministry": "Ministry of Foreign Affairs",
}
_PART = "Department|Directorate|Division|Section|Unit|Desk"
# “State Secretary at the Austrian Foreign Ministry”, “Head of the Consular Department of the Ministry of …”.
_IN_MINISTRY = pattern(
    r"(?:,\s|\s)(?P<join>of|at|in|for|from)\s(?:the\s)?"
    rf"(?:(?P<part>{{G}}|(?:(?:[A-ZÀ-Ž][\w’'-]+|{{TDRGSL}})(?:,\s(?:the\s)?|,?\sand\s(?:the\s)?|\sof\s(?:the\s)?|\s)){{0,6}}?(?:(?:{_PART}|Office)|{{G}})(?:\s(?:of|for|on)\s(?:the\s)?(?:[A-ZÀ-Ž][\w’'-]+|{{TDRGSL}}))?(?:,?\s(?:and\s(?:the\s)?)?(?:[A-ZÀ-Ž][\w’'-]+|{{TDRGSL}})){{0,4}}?)\s(?:of|at|in)\s(?:the\s)?)?"
    r"(?:{D}\s|{S}['’]s?\s)?(?P<ministry>{G})(?:\s\((?:{G}|[A-Z]{2,6})\))?"
)
_IN_THE_MINISTRY = pattern(
    r"(?:,\s|\s)(?P<join>of|at|in|for|from)\s(?:the\s)?(?P<part>\b)?(?:{D}\s|{S}['’]s?\s)?(?P<ministry>{G})(?:\s\((?:{G}|[A-Z]{2,6})\))?"
)
_NEXT_TITLE = re.compile(
    r",? and the (?:[A-Z][\w-]+ )*(?:Director|Secretary|Minister|Head|Chief|Ambassador|President|Advis[eo]r|Representative|Envoy|Co-?ordinator|Commissioner)\b"
)
# “State Secretary at the Interior Ministry Anna Lund”: whose ministry is not said.
_AT_SOME_MINISTRY = pattern(
    r"\s(?P<join>at|in)\s(?:the\s)?(?P<ministry>{G}|Ministry\s(?:of|for)\s(?:the\s)?[A-ZÀ-Ž][\w’'-]+(?:\sAffairs)?|[A-ZÀ-Ž][\w’'-]+\sMinistry)(?=,?\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s[A-ZÀ-Ž{L}]))"
)


# “Director of the UN and Human Rights Department”: what the department is for, and not whose it is.
_DEPARTMENT = pattern(
    rf"\s(?:of|for|in|at)\s(?:the\s)?(?:(?:[A-ZÀ-Ž][\w’'-]+|{{TDRSLE}})(?:,\s|,?\sand\s|\s)){{0,3}}?(?P<for>{{G}})(?:(?:,\s|,?\sand\s(?:the\s)?|\s)(?:[A-ZÀ-Ž][\w’'-]+|{{TDRSLEG}})){{0,5}}?\s(?:{_PART})\b"
    r"(?:(?P<at>\s(?:of|at|in)\s(?:the\s)?(?:(?P<state>{D}\s|{S}['’]s?\s)?(?:Foreign\s)?(?:Ministry|Office)(?:\sof\sForeign\sAffairs)?|{G})(?!\sof\b))|(?!\s(?:of|for|on|at|in|to)\s))"
)


@dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry by its name without the state's, and the state."""

    name: str
    state: Thing


def ministry_of(text: str, start: int, end: int, names: Sequence[Item]) -> Ministry | None:
    """The ministry that a body's name at `start` to `end` of `text` is, where a state's name in or before it says whose."""
    name = text[start:end]
    if _NOUN.search(name) is None:
        return None
    for item in names:
        if item.code not in "SD":
            continue
        inside = start < item.start and item.end == end and _OF_STATE.search(text, start, item.start)
        if inside:
            return _ministry(text[start : inside.start()], item)
        owned = item.code == "S" and text[item.end : start] in {"'s ", "’s ", "' ", "’ "}
        if owned or (item.code == "D" and item.end == start - 1):
            return _ministry(name, item)
        if item.code == "D" and item.start == start and item.end < end:
            return _ministry(text[item.end + 1 : end], item)
    return None


def _ministry(name: str, owner: Item) -> Ministry:
    return Ministry(_WRITTEN_OUT.get(name, name), owner.entries[0].thing)


def office_in_ministry(shape: Shape, end: int) -> tuple[tuple[Thing, ...], str, int] | None:
    """The state, as one of several, and the portfolio of an office in a ministry, whose title ends at `end`, and where it ends.

    No state where only the ministry is named.
    """
    match = _IN_MINISTRY.match(shape.text, end)
    if match is not None and match["part"] is not None and _NEXT_TITLE.search(match["part"]):
        # “The Secretary General of the Ministry of A, Anna Lund, and the Director of the Ministry of B”: of the first.
        match = _IN_THE_MINISTRY.match(shape.text, end)
    ministry = shape.items[match["ministry"]].payload if match is not None else None
    if match is None or not isinstance(ministry, Ministry):
        alone = _AT_SOME_MINISTRY.match(shape.text, end)
        named = spoken(alone["ministry"], shape) if alone is not None else ""
        if alone is None or _NOUN.search(named) is None:
            return None
        return (), f"{alone['join']} the {_WRITTEN_OUT.get(named, named)}", alone.end()
    named = match["part"] or ""
    part = as_written(named, shape)
    part = f"{part} of the " if part else ""
    return (ministry.state,), f"{match['join']} the {part}{ministry.name}", match.end()


def in_department(shape: Shape, end: int) -> tuple[tuple[Thing, ...], str, int] | None:
    """The portfolio of an office in a department that is named by the organizations it works on, and where the office ends.

    It is of the state whose ministry the department is said to be in, and of no body.
    """
    match = _DEPARTMENT.match(shape.text, end)
    if match is None:
        return None
    state = things_of(shape.found(match["state"])) if match["state"] else ()
    words = match[0].replace(match["state"] or "", "")
    return state, as_written(words, shape).strip(), match.end()
