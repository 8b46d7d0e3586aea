"""Finds the names of laws, treaties and declarations that no list knows, by the noun that ends them.

“The Inflation Reduction Act”, “the Farm Workforce Modernization Act of 2021”, “the Los Angeles Declaration on Migration
and Protection”: capitalised words before the noun, and behind a declaration what it is on.
"""

import re
from collections.abc import Sequence

from kg.model import Thing
from kg.text.cover import Cover
from kg.text.gazetteer import Entry
from kg.text.rule import Rule
from kg.text.shape import Item

_WORD = r"[A-ZÀ-Ž][\w’'&-]*"
_NOUN = re.compile(
    r"\b(?P<noun>Act|Agreement|Accord|Treaty|Declaration|Compact|Law|Bill of Rights)\b(?![\w-]|\s[A-Z])(?:\sof\s(?:19|20)\d\d\b)?"
)
_TRIGGER = Rule(r"\b(?:Act|Agreement|Accord|Treaty|Declaration|Compact|Law|Bill)\b")
# “Resolution 1325”, “Security Council resolution 2202 (2015)”: by its number; a list knows some by their whole names.
_NUMBERED = re.compile(r"\b[Rr]esolution (?P<number>\d{3,4})\b")
_OF_COUNCIL = re.compile(r"(?:UNSC|Security Council) $")
_COUNCIL = "United Nations Security Council"
_ON = re.compile(rf"\s(?:on|for)\s(?:the\s)?{_WORD}(?:(?:\s(?:and|of|the)|\sof\sthe)?\s{_WORD})*")
_JOINTS = frozenset({"and", "of", "for", "to", "in", "&"})
# What a sentence opens with, and no name does.
_NO_PART = frozenset(
    """
    A An The This That These Those Our Their His Her Its Under In On At By For From With Since After Before During Both
    And But Also As Following Through Without Into
    """.split()
)
# Words that only say of which kind a document is.
_KINDS = frozenset(
    """
    International Humanitarian Rights Criminal Constitutional Maritime Civil Public Martial Administrative Customary
    Rule Joint Ministerial Final Peace Association Ceasefire Political Interim Draft Family Common
    """.split()
)
_LONGEST = 9
"""Words before the noun."""
# How many words of its own a name needs before the noun: “the Dream Act”, but “the Peace Agreement” names nothing.
_OWN_WORDS = {"Act": 1}


def read(text: str, known: Sequence[Item]) -> list[Item]:
    """The names of a paragraph with the laws and treaties found here, which hide the names inside them."""
    found: list[Item] = []
    for match in _NOUN.finditer(text) if _TRIGGER.stands_in(text) else ():
        start = _beginning(text, match.start())
        own = [word for word in text[start : match.start()].split() if word[0].isupper() and word not in _KINDS]
        behind = _ON.match(text, match.end()) if match["noun"] == "Declaration" else None
        if len(own) < _OWN_WORDS.get(match["noun"], 2) and behind is None:
            continue
        end = match.end() if behind is None else behind.end()
        inside = [item for item in known if item.start < end and start < item.end]
        if any(item.start < start or item.end > end or item.code in "POIFC" for item in inside):
            continue
        name = text[start:end]
        found.append(Item(start, end, "I", (Entry(name, Thing("instrument", name, name, "Instrument")),)))
    if _NUMBERED.search(text) is not None:
        found += _numbered(text, known)
    if not found:
        return list(known)
    taken = Cover(len(text), found)
    kept = [item for item in known if taken.free(item.start, item.end)]
    return sorted([*kept, *found], key=lambda item: item.start)


def _numbered(text: str, known: Sequence[Item]) -> list[Item]:
    """The resolutions that a paragraph names by their numbers, where no list knows the whole name."""
    found: list[Item] = []
    for match in _NUMBERED.finditer(text):
        of_council = _OF_COUNCIL.search(text, max(0, match.start() - 20), match.start()) is not None
        if any(item.start < match.end() and match.start() < item.end for item in known) or not (
            of_council or match[0].startswith("R")
        ):
            continue
        name = f"Resolution {match['number']}"
        name = f"{_COUNCIL} {name}" if of_council else name
        found.append(Item(*match.span(), "I", (Entry(match[0], Thing("instrument", name, name, "Instrument")),)))
    return found


def _beginning(text: str, noun: int) -> int:
    """Where the name begins whose noun stands at an offset: at the first of the capitalised words right before it."""
    start = position = noun
    for _ in range(_LONGEST):
        space = text.rfind(" ", 0, position - 1)
        word = text[space + 1 : position - 1]
        if not word or text[position - 1] != " " or word.endswith((",", ";", ":", ".", ")")):
            break
        if word in _NO_PART or not (word[0].isupper() or word in _JOINTS):
            break
        position = space + 1
        if word[0].isupper() and not word.endswith(("’s", "'s")):
            start = position
        elif word[0].isupper():
            break
    return start
