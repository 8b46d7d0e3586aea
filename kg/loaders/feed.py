"""RSS and Atom: each item of a feed is a release of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from xml.etree.ElementTree import ParseError, XMLParser

from kg.errors import ReleaseRefused
from kg.loaders.assembling import Page, assemble, page
from kg.loaders.cut import without_cut_sentence
from kg.loaders.dates import first_date
from kg.loaders.decoding import decode_markup
from kg.loaders.header import Header, label_of
from kg.loaders.lines import trimmed
from kg.loaders.markup import document
from kg.loaders.web import absolute
from kg.model import Release, Span, Stated

NAME = "feed"
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,400}\?>")
_ITEMS = frozenset({"item", "entry"})
_PARTS = {
    "title": "title",
    "link": "link",
    "pubDate": "date",
    "published": "date",
    "date": "date",
    "issued": "date",
    "updated": "updated",
    "encoded": "content",
    "content": "content",
    "description": "summary",
    "summary": "summary",
}
_NOT_OURS = ("http://search.yahoo.com/mrss", "http://www.itunes.com/", "http://www.georss.org/")
_FIELD = re.compile(r"(?P<label>[^\W\d_][^:\n]{1,30}):(?P<value>[^\n]{1,160})")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[a-zA-Z#]")


def claims(name: str, data: bytes) -> bool:
    """Whether the file begins as a feed does."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    is_page = re.search(rb"<html\b|<!doctype html", start[:200], re.IGNORECASE)
    return start.startswith(b"<") and _FEED.search(start) is not None and is_page is None


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """A release for each item that has a title; raises `ReleaseRefused`."""
    xml = decode_markup(name, data)
    of = page(NAME, name, data, xml)
    found: dict[str, Release] = {}
    for item in _parse(name, _DECLARATION.sub("", xml, count=1)):
        release = _release(of, item)
        if release is not None:
            found.setdefault(release.slug, release)
    if not found:
        raise ReleaseRefused(name, "a feed without an item that has a title")
    return tuple(found.values())


def links(name: str, data: bytes) -> tuple[tuple[str, str], ...]:
    """The link of each item that has one, as written, with the item's date of change or issue, as written, or "".

    Raises `ReleaseRefused`.
    """
    items = _parse(name, _DECLARATION.sub("", decode_markup(name, data), count=1))
    found = ((item.parts.get("link", ""), item.parts.get("updated") or item.parts.get("date", "")) for item in items)
    return tuple((link, stated) for link, stated in found if link)


@dataclass(slots=True)
class _Item:
    parts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Target:
    """Takes the parts of each item from the parser's events; nothing is kept of the rest of the tree."""

    items: list[_Item] = field(default_factory=list)
    depth: int = 0
    item_depth: int = 0
    part: str | None = None
    part_depth: int = 0
    words: list[str] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        local = tag.rsplit("}", 1)[-1]
        if self.part is not None:
            self.words.append(f"<{local}>")
        elif not self.item_depth:
            if local in _ITEMS:
                self.items.append(_Item())
                self.item_depth = self.depth
        elif self.depth == self.item_depth + 1 and not tag.lstrip("{").startswith(_NOT_OURS):
            self.part = _PARTS.get(local)
            self.part_depth = self.depth
            self.words = []
            if self.part == "link" and attributes.get("rel", "alternate") == "alternate" and attributes.get("href"):
                self.items[-1].parts.setdefault("link", attributes["href"])

    def end(self, tag: str) -> None:
        if self.part is not None and self.depth == self.part_depth:
            words = "".join(self.words).strip()
            if words:
                self.items[-1].parts.setdefault(self.part, words)
            self.part = None
        elif self.part is not None:
            self.words.append(f"</{tag.rsplit('}', 1)[-1]}>")
        elif self.depth == self.item_depth:
            self.item_depth = 0
        self.depth -= 1

    def data(self, words: str) -> None:
        if self.part is not None:
            self.words.append(words if self.depth == self.part_depth else escape(words, quote=False))

    def close(self) -> list[_Item]:
        return self.items


def _parse(name: str, xml: str) -> list[_Item]:
    if "<!ENTITY" in xml:
        raise ReleaseRefused(name, "a feed that declares entities")
    parser: XMLParser[list[_Item]] = XMLParser(target=_Target())
    try:
        parser.feed(xml.lstrip())
        return parser.close()
    except ParseError as error:
        line, column = error.position
        raise ReleaseRefused(name, f"a feed that is not well-formed XML: line {line}, column {column + 1}") from None


def _release(of: Page, item: _Item) -> Release | None:
    """The release of an item: its text is its title, its date and its content, a line a block."""
    name, parts = of.name, item.parts
    title = " ".join(_lines_of(name, parts.get("title", "")))
    if not title:
        return None
    rows = [title]
    date = " ".join(parts.get("date", parts.get("updated", "")).split())
    if date:
        rows.append(date)
    content = _lines_of(name, parts.get("content") or parts.get("summary", ""))
    text = "\n".join([*rows, *content]) + "\n"
    spans = list(_spans([*rows, *content]))
    header, below = _header(text, spans[len(rows) :])
    whole = (without_cut_sentence(text, trimmed(text, span)) for span in below)
    found = first_date(text, spans[1].start, spans[1].end) if date else None
    return assemble(
        Page(NAME, name, text, of.sha256),
        spans[0],
        [span for span in whole if span is not None],
        issued=Stated(found.iso, Span(found.start, found.end)) if found else None,
        source=header.source,
        url=absolute(parts.get("link"), None),
        may_be_empty=True,
    )


def _header(text: str, spans: Sequence[Span]) -> tuple[Header, list[Span]]:
    """What the labelled lines at the top of an item's content say (`Source: …`), and the lines below them."""
    header = Header()
    for index, span in enumerate(spans):
        field = _FIELD.fullmatch(text, span.start, span.end)
        label = label_of(field["label"]) if field else None
        if field is None or label is None or not header.take(text, label, trimmed(text, Span(*field.span("value")))):
            return header, list(spans[index:])
    return header, []


def _lines_of(name: str, words: str) -> list[str]:
    """The lines of a part, which is plain text or HTML."""
    if not _MARKUP.search(words):
        return [" ".join(line.split(" ")) for line in map(str.strip, words.splitlines()) if line]
    read = document(name, words)
    return [block.span.of(read.text) for block in read.blocks if not block.figure]


def _spans(rows: list[str]) -> Iterator[Span]:
    start = 0
    for row in rows:
        yield Span(start, start + len(row))
        start += len(row) + 1
