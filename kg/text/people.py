"""Finds personal names that no list knows, by the title, honorific or apposition beside them.

A name is a run of capitalised words, initials and particles (“Jonas Gahr Lind”, “Ann B. Field, Jr.”,
“Sheikh Mishal Al-Ahmad Al-Jabir Al-Sabah”). Nothing is a name without a cue.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.resources import resource
from kg.text.cover import Cover
from kg.text.fold import fold
from kg.text.offices import Office, portfolio_words
from kg.text.shape import Shape, pattern

PARTICLES = r"(?:de|del|della|di|da|do|dos|van|von|der|den|ter|bin|bint|ibn|al|el|la|le|y|e|of the House)"
WORD = r"(?:(?:al|el|ad|as|ash|an|ar|bin|ben|d|de|l|ul)[-'’])?[^\W\d_a-z][\w'’]*(?:[-‑–](?:[^\W\d_])[\w'’]*)*"
TOKEN = rf"(?:[A-Z]\.(?:-?[A-Z]\.)*|{WORD})"
NAME = rf"{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{0,5}}(?:,?\s(?:Jr|Sr)\b\.?|\s(?:II|III|IV)\b)?"
HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Amb|Gen|Rev|H\.\s?E|Hon)\.?|Sir|Dame|Madam|Sheikh|Sheikha|Sayyid|Professor|Cardinal|Archbishop|Patriarch|Metropolitan|Bishop|Imam|Rabbi|Father|(?:His|Her) (?:Royal |Serene )?(?:Excellency|Holiness|Eminence|Majesty|Highness),?|Their Excellencies)"
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of a paragraph that is written as a name; `sure` if the cue leaves no doubt."""

    start: int
    end: int
    name: str
    sure: bool = True


@cache
def not_names() -> frozenset[str]:
    """The words of `not_names.csv`."""
    with resource("data", "lexicon", "not_names.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


def name_tokens(name: str) -> tuple[str, ...]:
    """The folded words of a name, without suffixes such as “Jr.” and without initials."""
    words = fold(name).replace(",", " ").split()
    kept = [word.strip(".") for word in words]
    return tuple(word for word in kept if len(word) > 1 and word not in {"jr", "sr", "ii", "iii", "iv"})


_AFTER_OFFICE = rf"{{O}}(?:,?\s{HONORIFIC})*(?P<comma>,)?\s(?P<name>{NAME})"
_AFTER_HONORIFIC = rf"\b{HONORIFIC}(?:\s{HONORIFIC})*\s(?P<name>{NAME})"
_BEFORE_OFFICE = rf"(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?:\s?\([^()]{{1,40}}\))?,\s(?:(?:the|an?|its|their|his|her|who is the|also|currently|now|newly appointed)\s)*{{O}}"
_AND_NAME = rf"\sof\s(?:the\s)?{{SE}}(?:,|,?\sand)\s(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})\sof\s(?:the\s)?{{SE}}"
_SPEAKER = r"(?:^|(?<=[”\"“]\s)|(?<=\.\s)|(?<=,\s)|(?<=;\s)|(?<=and\s)|(?<=then\s))(?P<name>{token})(?=\s(?:also\s|further\s|then\s|today\s)?(?:said|told|stressed|stated|added|met|meets|held|holds|welcomed|visited|will\s(?:visit|meet|travel)|thanked|spoke|arrived|travelled|called|urged|noted|emphasized|underlined|expressed|received|hosted|condemned|attended|agreed|is\sexpected))"
_SAID = rf"[”\"]\s(?P<name>{NAME})\s(?:also\s|further\s)?(?:said|added|stated|stressed|noted|emphasized|concluded|explained|continued)\b"
# An unknown name as the object of a verb that only people can be the object of.
_OBJECT = rf"\b(?:met|meets|meet|receives?d?|thanked|congratulated|succeed(?:s|ed|ing)?|replac(?:es|ed|ing))\s(?:with\s)?(?P<name>{NAME})"
_PLURAL_FIRST = rf"{{O}}\s{NAME}(?:\sof\s(?:the\s)?{{SE}})?"
_AND_ANOTHER = rf"(?:,|,?\sand)\s(?P<name>{NAME})"
_ATTENDED = rf"(?:^|(?<=\.\s))(?P<name>{TOKEN}(?:\s{TOKEN}){{1,3}})\s(?:also\s)?(?:attended|took\spart|participated|joined|said|told|added|stressed)\b"


_NAMED = (
    rf"(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})\s(?:has\sbeen|have\sbeen|was|were|is|will\sbe|had\sbeen)\s"
    r"(?:not\s|today\s|\w+ly\s|also\s)*(?:re-?)?(?:appointed|elected|named|nominated|sworn\sin|designated|confirmed|selected)\b"
)
_NAMING = (
    r"\b(?:appoint(?:s|ed|ing)|nam(?:es|ed|ing)|nominat(?:es|ed)|elect(?:s|ed)|designat(?:es|ed)|appointment\sof)\s"
    rf"(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?=,|\sas\b|\sto\b|\sof\b|\s\()"
)
# Callings that stand before a name in lower case.
CALLING = (
    r"(?:journalists?|writers?|reporters?|bloggers?|editor(?:-in-chief)?|activists?|lawyers?|defenders?|politicians?|diplomats?"
    r"|experts?|researchers?|scholars?|professor|historian|photographer|cameraman|publisher|scientist|economist|legislator)"
)
_AFTER_CALLING = rf"\b{CALLING}\s(?:{HONORIFIC}\s)?(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})"
_SUCCEEDED = rf"(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})\s(?:succe(?:eds|eded)|replace[sd]|takes\sover\sfrom|took\sover\sfrom)\s(?=[A-Z{{PO}}])"
_COUNTERPART = rf"\bcounterparts?,?\s(?P<name>{NAME})"
# What a paragraph must hold for a rule to be tried, and the rule.
CUED = (
    (HONORIFIC, _AFTER_HONORIFIC),
    (r"{O}", _BEFORE_OFFICE),
    (r"\sof\s(?:the\s)?{SE}", _AND_NAME),
    (r"[”\"]", _SAID),
    (r"appoint|elect|name|nominat|sworn|designat|confirm|select", _NAMED),
    (r"appoint|nam|nominat|elect|designat", _NAMING),
    (r"counterpart", _COUNTERPART),
    (CALLING, _AFTER_CALLING),
    (r"succe(?:eds|eded)|replace[sd]|over\sfrom", _SUCCEEDED),
    (r"attended|took\spart|participated|joined|said|told|added|stressed", _ATTENDED),
)


NEEDING_TWO = (_BEFORE_OFFICE, _AND_NAME, _ATTENDED, _NAMED, _NAMING, _AFTER_CALLING, _SUCCEEDED)


def find_names(shape: Shape) -> list[Candidate]:
    """The names beside offices and honorifics in one paragraph, longest cue first, not overlapping."""
    found: list[Candidate] = []
    text = shape.text
    for match in pattern(_AFTER_OFFICE).finditer(text):
        candidate = _candidate(shape, match, needs_two=bool(match["comma"]))
        office = shape.items[match[0][0]].payload
        if candidate is not None and isinstance(office, Office):
            found.append(candidate)
            if office.plural:
                found += _others_of(shape, match.end("name"), len(name_tokens(candidate.name)) > 1)
    for needed, rule in CUED:
        if not pattern(needed).search(text):
            continue
        for match in pattern(rule).finditer(text):
            candidate = _candidate(shape, match, needs_two=rule in NEEDING_TWO)
            if candidate is not None:
                found.append(candidate)
                if rule is _COUNTERPART:
                    found += _others_of(shape, match.end("name"))
    for rule in (_SPEAKER.replace("{token}", WORD), _OBJECT):
        for match in pattern(rule).finditer(text):
            candidate = _candidate(shape, match, needs_two=False)
            if candidate is not None and not candidate.name.endswith("s"):
                found.append(Candidate(candidate.start, candidate.end, candidate.name, sure=False))
    taken: list[Candidate] = []
    cover = Cover(max((one.end for one in found), default=0))
    for one in sorted(found, key=lambda c: (c.start - c.end, c.start)):
        if cover.free(one.start, one.end):
            cover.take(one.start, one.end)
            taken.append(one)
    return sorted(taken, key=lambda c: c.start)


def _others_of(shape: Shape, position: int, needs_two: bool = True) -> list[Candidate]:
    """The further names that a plural title stands before: “Foreign Ministers Anna Lund and Karel Novy”.

    They are surnames alone only where the first is.
    """
    found: list[Candidate] = []
    home = pattern(r"\s(?:of|from)\s(?:the\s)?{SE}")
    while True:
        after = home.match(shape.text, position)
        match = pattern(_AND_ANOTHER).match(shape.text, after.end() if after else position)
        candidate = _candidate(shape, match, needs_two) if match is not None else None
        if candidate is None or match is None:
            return found
        found.append(candidate)
        position = match.end("name")


def _candidate(shape: Shape, match: re.Match[str], needs_two: bool) -> Candidate | None:
    """The name in a match, cut before the first word that is nobody's name."""
    name = match["name"]
    start = match.start("name")
    kept: list[tuple[int, str]] = []
    for word in re.finditer(r"\S+", name):
        bare = POSSESSIVE.sub("", word[0].rstrip(","))
        if not kept and (bare in not_names() or bare in portfolio_words()):
            return None
        if bare in not_names() and bare not in {
            "West",
            "North",
            "East",
            "South",
            "March",
            "May",
            "June",
            "April",
            "White",
        }:
            break
        kept.append((word.end(), word[0]))
        if word[0] != bare and not word[0].endswith(","):
            break
    while kept and re.fullmatch(PARTICLES, kept[-1][1]):
        kept.pop()
    if not kept:
        return None
    end = start + kept[-1][0]
    words = POSSESSIVE.sub("", text_of(shape, start, end).rstrip(","))
    tokens = name_tokens(words)
    if not tokens or (needs_two and len(tokens) < 2) or words.isupper():
        return None
    first, _ = shape.source(start, start + 1)
    return Candidate(first, first + len(words), words)


def text_of(shape: Shape, start: int, end: int) -> str:
    """A stretch of the shape, which holds no items here, as it is written."""
    return shape.text[start:end]


_FOLDED_WORD = re.compile(r"[^\W_][\w-]*")


def find_words(folded: str, words: set[str]) -> Iterator[tuple[int, int]]:
    """Where these folded words stand alone in folded text, a possessive ending apart."""
    for match in _FOLDED_WORD.finditer(folded):
        if match[0] in words:
            yield match.span()
