"""Listings: several items on one page, each with its title, `Publishing date: 9 July 2012` and a lead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.errors import ReleaseRefused
from kg.loaders.assembling import LONGEST_TITLE, Page, assemble, opening_dateline, page
from kg.loaders.boilerplate import KIND, ends_release
from kg.loaders.cut import without_cut_sentence
from kg.loaders.dateline import dateline_alone
from kg.loaders.decoding import decode, decode_markup
from kg.loaders.header import Header, stated_date
from kg.loaders.lines import lines, trimmed
from kg.loaders.markup import document, looks_like_markup
from kg.loaders.web import absolute
from kg.model import Release, Span, Stated

NAME = "listing"
_MANY = 2
_DATED_BYTES = re.compile(rb"publishing\s+date", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:[-–•*]\s*)?"
    r"(?:(?P<date>publishing date)|(?P<other>content type)|(?P<source>where we are)|(?P<field>what we do))"
    r"\s*(?::\s*|\n|$)",
    re.IGNORECASE,
)
_BARE = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the page, with the address that it links to."""

    span: Span
    href: str | None = None


def claims(name: str, data: bytes) -> bool:
    """Whether at least two lines give a publishing date."""
    return len(_DATED_BYTES.findall(data)) >= _MANY and not data.lstrip().startswith((b"<?xml", b"<rss", b"<feed"))


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """A release for each item; raises `ReleaseRefused` where no item has both a title and a date.

    A lead may break off: its last sentence is then left out of the body, which may leave it empty.
    """
    base: str | None = None
    if looks_like_markup(name, data):
        read_document = document(name, decode_markup(name, data))
        text, base = read_document.text, read_document.url
        rows = [
            _Row(block.span, block.href)
            for block in read_document.blocks
            if not block.head and not block.figure and not block.aside
        ]
    else:
        text = decode(name, data)
        rows = [_Row(span) for span in lines(text) if span.start < span.end]
    of = page(NAME, name, data, text)
    releases = _distinct(_items(of, _joined(text, rows), base))
    if not releases:
        raise ReleaseRefused(name, "a listing without an item that has a title and a publishing date")
    return tuple(releases)


def _joined(text: str, rows: Sequence[_Row]) -> list[_Row]:
    """The rows, with a label that stands alone joined to its value in the row below."""
    joined: list[_Row] = []
    for row in rows:
        if joined and _LABEL.fullmatch(text, joined[-1].span.start, joined[-1].span.end):
            joined[-1] = _Row(Span(joined[-1].span.start, row.span.end))
        else:
            joined.append(row)
    return joined


def _items(of: Page, rows: Sequence[_Row], base: str | None) -> Iterator[Release]:
    text = of.text
    dated = [index for index, row in enumerate(rows) if _date(text, row.span) is not None]
    titles = [_title(text, rows, index, stop) for index, stop in zip(dated, [-1, *dated], strict=False)]
    for number, (index, title) in enumerate(zip(dated, titles, strict=True)):
        following = next((at for at in titles[number + 1 :] if at is not None), len(rows))
        if title is not None:
            yield _item(of, rows[title], [row.span for row in rows[index:following]], base)


def _item(of: Page, title: _Row, rows: Sequence[Span], base: str | None) -> Release:
    text = of.text
    header = Header(issued=_date(text, rows[0]))
    lead: list[Span] = []
    for span in rows:
        if ends_release(span.of(text)):
            break
        label = _LABEL.match(text, span.start, span.end) if not lead else None
        if label is None:
            if not KIND.fullmatch(span.of(text)):
                lead.append(span)
        elif label.lastgroup == "date":
            rest = trimmed(text, Span(header.issued.span.end if header.issued else span.end, span.end))
            lead += [] if _BARE.fullmatch(rest.of(text)) else [rest]
        else:
            header.take(text, label.lastgroup or "other", Span(label.end(), span.end))
    opening = opening_dateline(text, lead)
    whole = (without_cut_sentence(text, span, lead=True) for span in lead)
    body = [span for span in whole if span is not None and dateline_alone(text, span) is None]
    return assemble(
        of,
        title.span,
        body,
        issued=header.issued,
        places=opening.places if opening else (),
        source=header.source,
        fields=header.fields,
        url=absolute(title.href, base),
        may_be_empty=True,
    )


def _date(text: str, row: Span) -> Stated | None:
    label = _LABEL.match(text, row.start, row.end)
    if label is None or label.lastgroup != "date":
        return None
    return stated_date(text, Span(label.end(), min(row.end, label.end() + 40)))


def _title(text: str, rows: Sequence[_Row], dated: int, stop: int) -> int | None:
    """The index of the nearest row above a date, below the item before, that can be a title."""
    for index in range(dated - 1, stop, -1):
        span = rows[index].span
        words = span.of(text)
        if not KIND.fullmatch(words) and not _BARE.fullmatch(words) and not _LABEL.match(text, span.start, span.end):
            return index if len(words) <= LONGEST_TITLE else None
    return None


def _distinct(releases: Iterator[Release]) -> list[Release]:
    found: dict[str, Release] = {}
    for release in releases:
        found.setdefault(release.slug, release)
    return list(found.values())
