"""Lines of a text, and the paragraphs that they make."""

import re
from itertools import pairwise

from kg.model import Span

NARROW = 130
"""Characters; text whose longest line is longer has its lines broken by paragraphs only."""
_LONG = 40
_SURELY_BROKEN = 3
"""Lines broken in a sentence, from which on lines that end with a sentence may be broken for their width too."""
_ITEM = re.compile(r"(?:[-–•*·+]|\d{1,2}[.)])\s+")
_PICTURE = re.compile(r"(?:!\[[^\[\]]{0,300}\]\([^()]{0,2000}\)\s*)+(?=\S)")
_LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,3}: ")
_TERMINAL = (".", "!", "?", ":", ";", "”", '"', "…", ")", "’")
_FUNCTION_WORD = re.compile(r"(?:,|\b(?:a|an|and|at|by|for|from|in|of|on|or|that|the|to|which|with|Prime|Foreign))$")


def lines(text: str, start: int = 0) -> list[Span]:
    """The lines of a text from `start` on, without the white space at their edges.

    Blank lines together are one empty span.
    """
    found: list[Span] = []
    for line in text[start:].split("\n"):
        end = start + len(line)
        row = Span(start, end)
        if line[:1].isspace() or line[-1:].isspace():
            row = trimmed(text, row)
        if row.start < row.end and (text[row.start] == "!" or text[row.end - 1] == "|"):
            row = _without_frame(text, row)
        if row.start < row.end or not found or found[-1].start < found[-1].end:
            found.append(row)
        start = end + 1
    return found


def _without_frame(text: str, row: Span) -> Span:
    """The row without a picture's mark before it and a cell's border behind it."""
    row = trimmed(text, Span(row.start, row.start + len(row.of(text).rstrip("| \t"))))
    picture = _PICTURE.match(text, row.start, row.end)
    return Span(picture.end(), row.end) if picture else row


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def is_item(text: str, line: Span) -> bool:
    """Whether the line opens with a bullet or a number."""
    return _ITEM.match(text, line.start, line.end) is not None


def without_bullet(text: str, line: Span) -> Span:
    """The line without the bullet or number that it opens with."""
    bullet = _ITEM.match(text, line.start, line.end)
    return Span(bullet.end(), line.end) if bullet else line


def paragraphs(text: str, rows: list[Span]) -> list[Span]:
    """The paragraphs of plain text, one span each, bullets left out.

    Blank lines part paragraphs. Without them, a line is a paragraph unless it was broken for its width.
    """
    width = max((row.end - row.start for row in rows), default=0)
    broken = _broken_lines(text, rows, width) if width <= NARROW else 0
    found: list[Span] = []
    previous: Span | None = None
    for row in rows:
        if row.start == row.end:
            previous = None
            continue
        if previous is not None and _goes_on(text, previous, row, width, broken):
            found[-1] = Span(found[-1].start, row.end)
        else:
            found.append(without_bullet(text, row))
        previous = row
    return [span for span in found if span.start < span.end]


def _broken_lines(text: str, rows: list[Span], width: int) -> int:
    """How many lines break off in the middle of a sentence because the next word had no room."""
    return sum(
        _is_full(text, row, following, width) and text[row.end - 1] not in _TERMINAL
        for row, following in pairwise(rows)
        if row.start < row.end and following.start < following.end
    )


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    length = line.end - line.start
    word = text[following.start : following.start + 60].split(maxsplit=1)[0]
    return length >= _LONG and length + 1 + len(word) > width


def _goes_on(text: str, line: Span, following: Span, width: int, broken: int) -> bool:
    if is_item(text, following) or _LABEL.match(text, following.start, following.end):
        return False
    ends = text[line.end - 1] in _TERMINAL
    if broken >= (_SURELY_BROKEN if ends else 1) and _is_full(text, line, following, width):
        return True
    if ends or line.end - line.start < _LONG:
        return False
    return (
        text[following.start].islower()
        or _FUNCTION_WORD.search(text, max(line.start, line.end - 12), line.end) is not None
    )
