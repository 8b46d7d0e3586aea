"""Splits a clean paragraph into sentences, with offsets, knowing the abbreviations of the genre."""

import re
from collections.abc import Iterator

LONGEST = 1500
"""Characters of a sentence; what has no full stop for longer than that is no prose."""
# After these a full stop does not end a sentence.
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "amb",
        "st",
        "th",
        "sr",
        "jr",
        "gen",
        "col",
        "lt",
        "maj",
        "capt",
        "sen",
        "rep",
        "gov",
        "no",
        "nos",
        "art",
        "para",
        "vs",
        "etc",
        "e.g",
        "i.e",
        "cf",
        "h.e",
        "hon",
        "rev",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "u.s",
        "u.n",
        "u.k",
        "e.u",
        "a.m",
        "p.m",
        "d.c",
        "inc",
        "ltd",
    ]
)
# These end a sentence all the same when what follows cannot go on with it.
ENDERS = frozenset({"a.m", "p.m", "d.c", "u.s", "u.n", "u.k", "e.u", "etc", "jr", "sr", "inc", "ltd"})
STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "in",
        "on",
        "at",
        "after",
        "before",
        "during",
        "as",
        "both",
        "following",
        "earlier",
        "later",
        "while",
        "when",
        "all",
        "for",
        "to",
    ]
)
_BOUNDARY = re.compile(r"([.!?…]+)([”\"’'»)\]]*)\s+(?=[“\"‘'«(\[]*[^\W_a-z])")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph as (start, end) pairs, without the space between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        if match.group(1) == "." and not match.group(2) and _goes_on(text, match.start(), match.end()):
            continue
        spans.append((start, match.end(2)))
        start = match.end()
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return [piece for span in spans for piece in _pieces(text, *span)]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole, or, where it is longer than anybody writes, in pieces cut between words."""
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in (", ", "; ", " "))
        stop = cut + 1 if cut > start else start + LONGEST
        yield start, stop
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _goes_on(text: str, stop: int, following: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or a numbered item."""
    begin = stop
    while begin and not text[begin - 1].isspace() and text[begin - 1] not in '(“"‘':
        begin -= 1
    word = text[begin:stop]
    lowered = word.lower().lstrip("-–—")
    if lowered in ENDERS:
        following_word = text[following : following + 20].split(maxsplit=1)[:1]
        return not (following_word and following_word[0].strip('“"‘').lower() in STARTERS)
    if lowered in ABBREVIATIONS:
        return True
    return len(word) == 1 and word.isupper() and word.isalpha()


_OPEN = "“„«"
_CLOSE = "”»"
# An opening mark where a closing one is meant: “We count on you,“ she said.
_ENDS_SPEECH = re.compile(r"[,.!?]“(?:\s|$)")
# A straight mark that closes what a curly one has opened: no curly one does behind it.
_CLOSES_CURLY = re.compile(r"(?<=[\w,.!?])\"(?=[\s,.;]|$)[^”»“]*(?:“|$)")

Range = tuple[int, int]
"""Where a stretch of a text begins and ends."""


_ONE_WORD = re.compile(r"[^\s.,!?…]+")


def quoted_ranges(text: str) -> list[Range]:
    """The stretches of a paragraph between quotation marks, marks included.

    A paragraph that opens a quotation and does not close it is quoted to its end, as newspapers print
    speech over several paragraphs. Straight marks are paired in turn.
    """
    ranges: list[Range] = []
    start: int | None = None
    straight = False
    for match in re.finditer(r"[“„«”»\"]", text):
        mark, here = match.group(), match.start()
        if start is None:
            if mark in _OPEN or mark == '"':
                start, straight = here, mark == '"'
        elif (
            mark in _CLOSE
            or (mark == '"' and (straight or _CLOSES_CURLY.match(text, here) is not None))
            or (mark == "“" and _ENDS_SPEECH.match(text, here - 1))
        ):
            # One word in marks, as “5+2”, is a name and nobody's speech.
            if not _ONE_WORD.fullmatch(text, start + 1, here):
                ranges.append((start, here + 1))
            start = None
    if start is not None:
        ranges.append((start, len(text)))
    return ranges
