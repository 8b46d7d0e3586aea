"""Clean text: a title, perhaps a line with the date, then `CITY, 26 February 2020 – …`; also without a title."""

import re
from collections.abc import Sequence

from kg.errors import ReleaseRefused
from kg.loaders.assembling import LONGEST_TITLE, assemble, opening_dateline, page
from kg.loaders.boilerplate import KIND, is_boilerplate, is_caption
from kg.loaders.date_lines import date_line, says_nothing
from kg.loaders.dateline import dateline, dateline_alone
from kg.loaders.dates import first_date, full_dates
from kg.loaders.decoding import decode
from kg.loaders.header import Header, label_of
from kg.loaders.leads import OFFICIAL, ends_sentence, lead
from kg.loaders.lines import lines, paragraphs, trimmed
from kg.loaders.menus import below_menus
from kg.model import Release, Span, Stated

NAME = "dateline-text"
_TOP = 40
"""Paragraphs in which a dateline is looked for."""
_MOST_TAGS = 3
"""Closing tags; text with more of them is the ruin of a web page."""
_LONGEST_FIELD = 160
_CRAWLED = re.compile(r"\s*date:? (?P<date>\d{4}-\d\d-\d\d) +(?=\S)", re.IGNORECASE)
_MORE_COUNTRIES = re.compile(r"[A-Z][\w ,’'()-]{1,60} \+ \d{1,3} more")
_LABELS_ALONE = frozenset(
    "source;sources;posted;published;originally published;date;place;places;fields of work;format;theme;themes"
    ";language".split(";")
)
_FIELD = re.compile(r"(?P<label>[^\W\d_][^:]{1,30}?)\s*:\s*(?P<value>\S.*)")
_STOPS = (".", "!", "?", "…", ":", ";", ",", "”")
_LONGEST_PLAIN_TITLE = 250
_SHORTEST_BODY = 40
_FEWEST_SPACES = 3
"""Between the words of a sentence that opens a body."""


def claims(name: str, data: bytes) -> bool:
    """Whether the file is text without markup; what it holds is found out by reading it."""
    start = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip()
    return not start.startswith((b"<", b"{", b"%PDF", b"#!")) and data.count(b"</") <= _MOST_TAGS


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """The one release of the text; raises `ReleaseRefused`."""
    text = decode(name, data)
    begin, crawled = _crawled(text)
    found = _without_comments(text, paragraphs(text, _apart(text, below_menus(text, lines(text, begin)))))
    top, header = _header(text, found)
    opening = next((index for index in top[:_TOP] if dateline(text, found[index])), None)
    of = page(NAME, name, data, text)
    title: Span | None
    if header.title is not None:
        title, body = header.title, _from_first_sentence(text, [found[index] for index in top])
    elif opening is None:
        title, body = _undated(name, text, found, top)
    else:
        above, first = _title_above(text, found, [index for index in top if index < opening])
        title = above or lead(text, found[opening])
        body = [found[index] for index in top if index >= first]
    title, glued = _without_glued_date(text, title)
    line = opening_dateline(text, body)
    release = assemble(
        of, title, body, issued=header.issued or glued or (line.date if line is not None else None) or crawled,
        places=header.places, source=header.source, fields=header.fields,
    )  # fmt: skip
    return (release,)


def _crawled(text: str) -> tuple[int, Stated | None]:
    """Where the text begins behind the date that a mirror glues before it (`date 2020-05-15 KYIV, 14 May …`)."""
    found = _CRAWLED.match(text)
    date = first_date(text, found.start("date"), found.end("date")) if found else None
    if found is None or date is None:
        return 0, None
    return found.end(), Stated(date.iso, Span(date.start, date.end))


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
    waiting: str | None = None
    for index, span in enumerate(spans):
        words = span.of(text)
        if index < _TOP:
            if KIND.fullmatch(words) or (is_caption(words) and not _hides_dateline(text, span)):
                continue
            label, waiting = waiting, None
            if date := date_line(text, span):
                header.issued = date if label == "original" else header.issued or date
                continue
            if line := dateline_alone(text, span):
                header.issued = header.issued or line.date
                header.places = header.places or line.places
                continue
            field = _FIELD.fullmatch(words) if len(words) <= _LONGEST_FIELD else None
            named = label_of(field["label"]) if field else None
            if field and named and header.take(text, named, _value(span, field)):
                continue
            if label in {"place", "source", "field", "other"} and header.take(text, label, span):
                continue
            if words.lower() in _LABELS_ALONE:
                waiting = label_of(words)
                continue
            if _MORE_COUNTRIES.fullmatch(words) or (len(words) < _LONGEST_FIELD and is_boilerplate(words)):
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


def _undated(name: str, text: str, spans: Sequence[Span], top: Sequence[int]) -> tuple[Span, list[Span]]:
    """Title and body of a text without a dateline: a line that is no sentence, then sentences.

    Without such a line the first sentence stands for the title, where it tells of somebody in office.
    """
    below = [spans[index] for index in top]
    body = _from_first_sentence(text, below)
    if not any(span.end - span.start >= _SHORTEST_BODY and ends_sentence(span.of(text)) for span in body):
        titled = any(_may_be_title(span.of(text)) for span in below)
        raise ReleaseRefused(name, "no body found below the title" if titled else "no title found")
    above = below[: len(below) - len(body)]
    titles = [span for span in above if _may_be_title(span.of(text))]
    if titles:
        return max(titles, key=lambda span: span.of(text).count(" ") > 1), body
    title = lead(text, body[0])
    if not OFFICIAL.search(text, title.start, title.end):
        raise ReleaseRefused(name, "no title found: neither a line above the text nor a dateline")
    return title, body


def _may_be_title(words: str) -> bool:
    return " " in words and len(words) <= _LONGEST_PLAIN_TITLE and not words.endswith(_STOPS)


def _from_first_sentence(text: str, spans: Sequence[Span]) -> list[Span]:
    """The paragraphs from the first that ends as a sentence does; what stands above are a page's own lines."""
    for index, span in enumerate(spans):
        words = span.of(text)
        if words.count(" ") >= _FEWEST_SPACES and ends_sentence(words):
            return list(spans[index:])
    return []


def _without_glued_date(text: str, title: Span) -> tuple[Span, Stated | None]:
    """A title without the date and kind that a mirror glues to its end (`… in Riga12 March 2020Press release`)."""
    for date in full_dates(text, max(title.start, title.end - 60), title.end):
        rest = text[date.end : title.end].strip()
        glued = text[date.start - 1].isalpha()
        if date.start > title.start and (rest or glued) and says_nothing(rest):
            return trimmed(text, Span(title.start, date.start)), Stated(date.iso, Span(date.start, date.end))
    return title, None
