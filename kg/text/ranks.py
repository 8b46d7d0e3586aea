"""The rank that words around a title give its holder: acting, deputy, former, designate."""

import re

from kg.text.rule import Rule

RANK_WORDS = {
    "acting": "acting",
    "interim": "acting",
    "caretaker": "acting",
    "deputy": "deputy",
    "former": "former",
    "ex": "former",
    "then": "former",
    "outgoing": None,
    "incoming": "designate",
    "designate": "designate",
    "elect": "designate",
    "future": "designate",
    "designated": "designate",
    "next": "designate",
    "late": "former",
    "officer-in-charge": "acting",
    "past": "former",
    "previous": "former",
    "one-time": "former",
    "onetime": "former",
}
_WORDS = "|".join(sorted(RANK_WORDS.keys() - {"then", "officer-in-charge", "designated"}))

# Titles that are given for life or for what once was, and are no office: “Honorary President of the Assembly”.
HONOUR = re.compile(r"\b(?P<word>[Hh]onorary|[Ff]ounding) $")
HONORARY = "honorary"
"""The family of such titles."""

RANK_BEFORE = Rule(
    rf"(?:(?P<rank>\b(?:{_WORDS}|then(?=[-/])|(?<!, )(?<!and )then|officer-in-charge(?=/))\b(?<!in the past))[ /-]"
    r"|(?:newly|recently)[ -]designated |(?<=the )designated |(?:newly|recently)[ -](?:appointed|elected) |(?:immediate|new|current|first|second|senior|principal|special|(?-i:democratic|presidential)) )+$",
    re.IGNORECASE,
)

# What such words end in, which most words before a title do not.
_BEFORE_TITLE = re.compile(r"[^\W\d_]+(?=[ /-]$)")

_ENDS_OF_RANK = (
    *sorted({word.rpartition("-")[2] for word in RANK_WORDS}),
    *"appointed elected immediate new current first second senior principal special democratic presidential".split(),
)

# “Last year's Chairman-in-Office”.
_OF_YEAR = re.compile(r"\b(?P<which>last|next) year['’]s $")

RANK_AFTER = re.compile(
    r"(?:-(?=designate|elect)| (?=(?:designate|elect)(?-i:[,.)]| [^a-z ]| of )))(?P<to_come>designate|elect)\b| Emerit(?:us|a)\b",
    re.IGNORECASE,
)


def rank_around(text: str, start: int, end: int) -> tuple[str | None, int, int]:
    """The rank that the words before or behind an office give it, and where the whole then stands."""
    rank, first = rank_before(text, start)
    after = RANK_AFTER.match(text, end)
    return (given_behind(after), first, after.end()) if after is not None else (rank, first, end)


def given_behind(after: re.Match[str]) -> str:
    """The rank that a match of `RANK_AFTER` gives: “-elect” is to come, “Emeritus” has been."""
    return "designate" if after["to_come"] else "former"


def rank_before(text: str, index: int) -> tuple[str | None, int]:
    """The rank in the words before a title, and where they begin."""
    year = _OF_YEAR.search(text, max(0, index - 14), index)
    if year is not None:
        return ("former" if year["which"] == "last" else "designate"), year.start()
    before = text[max(0, index - 20) : max(0, index - 1)]
    if before.isascii() and not before.lower().endswith(_ENDS_OF_RANK):
        return None, index
    end = _BEFORE_TITLE.search(text, max(0, index - 20), index)
    if end is None or (end[0].isascii() and not end[0].lower().endswith(_ENDS_OF_RANK)):
        return None, index
    match = RANK_BEFORE.search(text, max(0, index - 60), index)
    if match is None:
        return None, index
    word = re.findall(
        rf"\b(?:{_WORDS}|designated|then|officer-in-charge)\b",
        match[0].lower(),
    )
    return (RANK_WORDS[word[0]] if word else None), match.start()
