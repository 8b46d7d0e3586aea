"""Clean text: a title, perhaps a line with the date, then `CITY, 26 February 2020 – …`; also without a title."""

import re
from collections.abc import Sequence

from kg.errors import ReleaseRefused
from kg.loaders.assembling import LONGEST_TITLE, assemble, page
from kg.loaders.boilerplate import KIND, is_caption
from kg.loaders.date_lines import date_line, says_nothing
from kg.loaders.dateline import dateline
from kg.loaders.dates import full_dates
from kg.loaders.decoding import decode
from kg.loaders.header import Header, label_of
from kg.loaders.lines import lines, paragraphs, trimmed
from kg.model import Release, Span, Stated

NAME = "dateline-text"
_TOP = 40
"""Paragraphs in which a dateline is looked for."""
_MOST_TAGS = 3
"""Closing tags; text with more of them is the ruin of a web page."""
_FIELD = re.compile(r"(?P<label>[^\W\d_][^:]{1,30}?)\s*:\s*(?P<value>\S.*)")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)%][a-z0-9)%][a-z0-9)%])[.!?][”\"’]?(?=\s+[^\W\d_a-z]|\s+[“\"‘(]|\s*$)")
_STOPS = (".", "!", "?", "…", ":", ";", ",", "”")
_LONGEST_PLAIN_TITLE = 250
_SHORTEST_BODY = 40


def claims(name: str, data: bytes) -> bool:
    """Whether the file is text without markup; what it holds is found out by reading it."""
    start = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip()
    return not start.startswith((b"<", b"{", b"%PDF", b"#!")) and data.count(b"</") <= _MOST_TAGS


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """The one release of the text; raises `ReleaseRefused`."""
    text = decode(name, data)
    found = _without_comments(text, paragraphs(text, _apart(text, lines(text))))
    top, header = _header(text, found)
    opening = next((index for index in top[:_TOP] if dateline(text, found[index])), None)
    of = page(NAME, name, data, text)
    title: Span | None
    if opening is None:
        title, body = _undated(name, text, found, top, header)
    else:
        above, first = _title_above(text, found, [index for index in top if index < opening])
        title = above or _lead(text, found[opening])
        body = [found[index] for index in top if index >= first]
    title, glued = _without_glued_date(text, title)
    release = assemble(
        of, title, body, issued=header.issued or glued, places=header.places, source=header.source,
        fields=header.fields,
    )  # fmt: skip
    return (release,)


def _apart(text: str, rows: Sequence[Span]) -> list[Span]:
    """The lines, with those at the top that open with a dateline or hold a date parted from what is above."""
    parted: list[Span] = []
    for index, row in enumerate(rows):
        if index < 2 * _TOP and (dateline(text, row) or date_line(text, row)):
            parted.append(Span(row.start, row.start))
        parted.append(row)
    return parted


def _without_comments(text: str, spans: Sequence[Span]) -> list[Span]:
    return [span for span in spans if text[span.start] != "#"]


def _header(text: str, spans: Sequence[Span]) -> tuple[list[int], Header]:
    """The indexes of the paragraphs that are neither captions, kinds, dates nor fields; and what these say."""
    header = Header()
    kept = []
    for index, span in enumerate(spans):
        words = span.of(text)
        if index < _TOP:
            if KIND.fullmatch(words) or (is_caption(words) and not _hides_dateline(text, span)):
                continue
            date = date_line(text, span)
            field = _FIELD.fullmatch(words) if len(words) <= 160 else None
            label = label_of(field["label"]) if field else None
            if date is not None:
                header.issued = header.issued or date
                continue
            if field and label and header.take(text, label, _value(span, field)):
                continue
        kept.append(index)
    return kept, header


def _value(span: Span, field: re.Match[str]) -> Span:
    start, end = field.span("value")
    return Span(span.start + start, span.start + end)


def _hides_dateline(text: str, span: Span) -> bool:
    opening = dateline(text, span)
    return opening is not None and opening.start > span.start


def _title_above(text: str, spans: Sequence[Span], above: Sequence[int]) -> tuple[Span | None, int]:
    """The title among the paragraphs above the dateline, and the index where the body begins.

    The nearest that is no sentence and has more than two words; else the first.
    """
    for index in reversed(above):
        words = spans[index].of(text)
        if len(words) <= LONGEST_TITLE and words.count(" ") > 1 and not words.endswith(_STOPS):
            return spans[index], index + 1
    if above:
        return spans[above[0]], above[0] + 1
    return None, 0


def _lead(text: str, span: Span) -> Span:
    """The first sentence of a paragraph, without its dateline."""
    opening = dateline(text, span)
    start = span.start
    if opening is not None:
        start = opening.date.span.end if opening.date is not None else opening.places[-1].span.end
        while start < span.end and not (text[start].isalnum() or text[start] in '“"‘'):
            start += 1
    end = _SENTENCE_END.search(text, start, min(span.end, start + LONGEST_TITLE))
    return trimmed(text, Span(start, end.end() if end else min(span.end, start + LONGEST_TITLE)))


def _undated(
    name: str, text: str, spans: Sequence[Span], top: Sequence[int], header: Header
) -> tuple[Span, list[Span]]:
    """Title and body of a text without a dateline: a first line that is no sentence, then sentences."""
    if not top:
        raise ReleaseRefused(name, "no title found")
    title, body = spans[top[0]], [spans[index] for index in top[1:]]
    words = title.of(text)
    if len(words) > _LONGEST_PLAIN_TITLE or words.endswith(_STOPS) or " " not in words:
        raise ReleaseRefused(name, "no title found: neither a line above the text nor a dateline")
    if not any(span.end - span.start >= _SHORTEST_BODY and span.of(text).endswith(_STOPS) for span in body):
        raise ReleaseRefused(name, "no body found below the title")
    return title, body


def _without_glued_date(text: str, title: Span) -> tuple[Span, Stated | None]:
    """A title without the date and kind that a mirror glues to its end (`… in Riga12 March 2020Press release`)."""
    for date in full_dates(text, max(title.start, title.end - 60), title.end):
        rest = text[date.end : title.end].strip()
        glued = text[date.start - 1].isalpha()
        if date.start > title.start and (rest or glued) and says_nothing(rest):
            return trimmed(text, Span(title.start, date.start)), Stated(date.iso, Span(date.start, date.end))
    return title, None
