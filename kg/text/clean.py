"""A clean copy of a stretch of text, with a map back to the text as read.

Pages carry non-breaking spaces, soft hyphens, bidirectional marks, hard wraps, words glued to each other
(`theOSCE`, `Orav,who`), tags, entities, Markdown's marks and YAML's escapes. Who reads the text wants none of
them, and evidence must still point at the text as read.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from kg.model import Span

# Soft hyphen, zero-width and bidirectional marks, byte order mark, controls that are no white space.
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
LETTER = r"[^\W\d_]"
CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĶŁĽŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚЀ-Я"

# What stands for white space or for nothing; quantifiers are possessive or bounded, so time stays linear.
_BLANK = (
    rf"(?:[\s{INVISIBLE}*]++"
    r"|<(?:/?[a-zA-Z]|!--)[^<>]{0,3000}>"
    r"|(?<!\w)_++|_++(?!\w)"
    r"|\[(?=[^\[\]]{0,300}\]\()|\]\([^()\s]{0,2000}\)"
    r"|(?:\\?\#){3,}+"
    r"|&(?:nbsp|shy|ensp|emsp|thinsp|zwnj|zwj|lrm|rlm|\#160|\#173|\#[xX][aA]0);"
    r"|\\(?:[ _*]|\r?\n|x[aA][0dD]"
    r"|u(?:00[aA][0dD]|200[\da-fA-F]|202[89a-fA-F]|205[fF]|206[\da-fA-F]|[fF][eE][fF]{2})))"
)
# Where something may have to change. One set of first characters, so that the rest is passed over fast.
_ALWAYS_SUSPECT = (
    rf"(\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000{INVISIBLE}*<_\[\]\\\#&'‐‑´`"
)
_SUSPECT = re.compile(
    rf"[ ,;.!?{CAPITAL}{_ALWAYS_SUSPECT}–—-]"
    rf"(?:(?<=[{_ALWAYS_SUSPECT}])|(?<=  )|(?<=[,;.!?])(?=[^\s\d])|(?<=[a-z][{CAPITAL}])|(?<=[a-z][–—-])(?=\s[A-Z])|(?<=\sM)(?=inster\b))"
)
_ODDITY = re.compile(
    # A word divided at the end of a line, by a soft hyphen or by one of its own.
    rf"(?P<divided>\u00ad[ \t]*+\r?\n[ \t]*+|(?<={LETTER}-)\r?\n[ \t]*+(?={LETTER})(?!(?:and|or|to)\b))"
    rf"|(?P<blank>{_BLANK}++)"
    # After an escape, YAML's emitters break a quoted line where there is no space.
    r"|(?P<escape>\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))(?:\\\r?\n[ \t]*+(?!\\[ _]))?"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<doubled>'')"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8});)"
    r"|(?P<hyphen>[\u2010\u2011])"
    # An accent for an apostrophe: “People´s”.
    rf"|(?P<accent>(?<={LETTER})[´`](?=s\b))"
    # The mark of a footnote, set right behind a word.
    r"|(?P<note>(?<=[a-z])(?:\(\d{1,2}\)|\[\d{1,2}\])(?!\w))"
    rf"|(?P<glued>(?<={LETTER})[,;](?={LETTER})|[,.!?]”(?={LETTER})|(?<=[a-z]{{2}})\.(?=[A-Z][a-z]))"
    # The commonest slip in an office: “Foreign Minster”.
    r"|(?P<misspelt>(?:(?<=Prime )|(?<=Foreign )|(?<=Defence )|(?<=Defense )|(?<=Interior )|(?<=Deputy ))Minster\b)"
    # A dash set right behind a word, before names: “the Co-Chairs- Ann Field, Jan Novak”.
    rf"|(?P<dash>(?<=[a-z])(?:[–—](?=\s[{CAPITAL}])|-(?=\s[{CAPITAL}][\w’'-]+\s[{CAPITAL}][\w’'-]+(?:,|\sand\s))))"
    rf"|(?P<capital>[{CAPITAL}])"
)
_YAML_BREAK = re.compile(r"(?<=[\da-fA-F_])\\\r?\n[ \t]*")
_GLUED_WORDS = frozenset({"the", "of", "and", "with", "from", "by", "for"})
_GLUED_BEFORE_TWO = frozenset({"in", "to", "at", "on"})
_LONGEST_GLUED = 30
_WHITE = re.compile(
    r"\s|\\[ _]|\\x[aA]0|\\u(?:00[aA]0|200[\daA]|202[89fF]|205[fF])"
    r"|&(?:nbsp|ensp|emsp|thinsp|\#160|\#[xX][aA]0);"
    r"|</?(?:br|p|div|li|td|tr|h\d)\b",
    re.IGNORECASE,
)


class CleanText(NamedTuple):
    """The clean copy, and where each stretch of it comes from.

    Stretch `i` begins at `starts[i]` in `text` and stands for `origins[i]` to `ends[i]` in the text as read;
    it is either a copy, character by character, or replaces the whole of what it stands for.
    """

    text: str
    span: Span
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    ends: tuple[int, ...]

    def to_source(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` (exclusive) of the clean text stand in the text as read.

        What was dropped at either edge is left out.
        """
        starts = self.starts
        if not starts:
            return Span(self.span.start, self.span.start)
        index = bisect_right(starts, start) - 1
        if end > start and index >= 0:
            is_last = index + 1 == len(starts)
            following = len(self.text) if is_last else starts[index + 1]
            begun, stop = starts[index], self.ends[index]
            shift = self.origins[index] - begun
            if (is_last or end <= following) and following + shift == stop:
                # Most lie in one stretch that is a copy.
                return Span(start + shift, max(start + shift, min(end + shift, stop)))
        first = self._origin(start)
        return Span(first, max(first, self._end(end))) if end > start else Span(first, first)

    def _origin(self, offset: int) -> int:
        index = max(bisect_right(self.starts, offset) - 1, 0)
        return self.origins[index] + (offset - self.starts[index] if self._is_copy(index) else 0)

    def _end(self, offset: int) -> int:
        index = max(bisect_right(self.starts, offset - 1) - 1, 0)
        if self._is_copy(index):
            return min(self.origins[index] + offset - self.starts[index], self.ends[index])
        return self.ends[index]

    def _is_copy(self, index: int) -> bool:
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return following - self.starts[index] == self.ends[index] - self.origins[index]


# The first paragraph is asked for by whoever wants the day in its dateline, and then read, behind the title.
@lru_cache(maxsize=2)
def clean(text: str, span: Span) -> CleanText:
    """A clean copy of one paragraph or title of `text`, without white space at its edges.

    White space of any kind and hard wraps become one space (a hyphen at a line's end joins its word);
    invisible characters, tags, marks of emphasis and of footnotes go; glued words are parted; entities and escapes give
    their character. All else stays character by character.
    """
    source = text[span.start : span.end]
    begin = len(source) - len(source.lstrip())
    stop = len(source.rstrip())
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    length = 0
    scan = position = begin

    def put(piece: str, origin: int, end: int) -> None:
        nonlocal length
        if piece:
            pieces.append(piece)
            starts.append(length)
            origins.append(span.start + origin)
            ends.append(span.start + end)
            length += len(piece)

    while suspect := _SUSPECT.search(source, scan, stop):
        scan = suspect.end()
        match = _ODDITY.match(source, suspect.start(), stop)
        if match is None:
            continue
        kind, here, there = match.lastgroup or "", match.start(), match.end()
        if kind in {"capital", "dash"}:
            if kind == "dash" or _is_glued(source, here, stop):
                put(source[position:here], position, here)
                put(" ", here, here)
                position = here
            continue
        if kind == "glued":
            put(source[position:there], position, there)
            put(" ", there, there)
        else:
            if here > position:
                put(source[position:here], position, here)
            at_edge = not pieces or there == stop or pieces[-1][-1] == " "
            put(_replacement(kind, match.group(kind), at_edge), here, there)
        position = scan = there
    if position < stop:
        put(source[position:stop], position, stop)
    if pieces and pieces[-1][-1] == " ":
        pieces[-1] = pieces[-1][:-1]
        ends[-1] = max(ends[-1] - 1, origins[-1])
    return CleanText("".join(pieces), span, tuple(starts), tuple(origins), tuple(ends))


def _is_glued(source: str, capital: int, stop: int) -> bool:
    """Whether the capital letter begins a word that another word runs into, as in `theOSCE`."""
    begin = capital
    while begin and capital - begin <= _LONGEST_GLUED and "a" <= source[begin - 1] <= "z":
        begin -= 1
    if begin and source[begin - 1] == "T":
        begin -= 1
    if begin and (source[begin - 1].isalnum() or source[begin - 1] == "_"):
        return False
    word = source[begin:capital].lower()
    capitals = 1
    while capitals < 3 and capital + capitals < stop and source[capital + capitals].isupper():
        capitals += 1
    return word in _GLUED_WORDS or (capitals > 1 and word in _GLUED_BEFORE_TWO) or (capitals > 2 and len(word) > 1)


def _replacement(kind: str, oddity: str, at_edge: bool) -> str:
    if kind == "blank":
        if oddity.isspace():
            return "" if at_edge else " "
        return " " if not at_edge and _WHITE.search(_YAML_BREAK.sub("", oddity)) else ""
    if kind == "escape":
        code = int(oddity.lstrip("\\xuU"), 16)
        return chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"
    if kind == "entity":
        character = unescape(oddity)
        return character if len(character) < len(oddity) and character.isprintable() else oddity
    if kind == "escaped":
        return oddity
    return {"hyphen": "-", "doubled": "'", "accent": "’", "misspelt": "Minister"}.get(kind, "")
