"""What a feed, a sitemap or a listing page names: pages of releases, more sitemaps, the next page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urljoin
from xml.etree.ElementTree import ParseError, XMLParser

import httpx
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.errors import ReleaseRefused
from kg.harvest.unpacking import GZIP, Damaged, TooLarge, unpacked
from kg.loaders import feed
from kg.loaders.decoding import decode_markup
from kg.loaders.markup import check, looks_like_markup

MOST = 50_000
"""Addresses that one sitemap may name, by the protocol."""

_SITEMAP = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex)\b")
_LEVEL = 2
"""The depth in a sitemap's tree of what names one address; its `loc` and `lastmod` stand one deeper."""
_NEXT = re.compile(r"(?:go to )?(?:the )?next(?: page)?|older(?: posts| entries)?|[›»→>]+", re.IGNORECASE)
_NEXT_CLASS = re.compile(r"(?:.{0,40}[-_])?next(?:[-_].*)?", re.IGNORECASE)
_NORMAL = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::(?!80/|443/)\d{2,5})?/[\w~/.-]*(?:\?[\w~/.=&-]*)?", re.ASCII
)
"""Addresses that are in their one form as they stand, as most are; working the form out takes a while."""
_LISTED = "a[href]"


class Kind(StrEnum):
    """What a source is, told by its bytes and not by what the server calls it."""

    FEED = "feed"
    SITEMAP = "sitemap"
    LISTING = "listing"


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a source names, in its normal form; `stated` is its date of change as written, or ""."""

    url: str
    stated: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a source names: pages in its order, each once; further sitemaps; and the next page of a listing.

    `cut` says that a sitemap names more than it may; the rest is passed over.
    """

    pages: tuple[Link, ...] = ()
    sitemaps: tuple[Link, ...] = ()
    following: str | None = None
    cut: bool = False


def kind_of(name: str, data: bytes) -> Kind | None:
    """What the bytes of a source are; None for what is neither of the three. Gzip must be off."""
    if feed.claims(name, data):
        return Kind.FEED
    if _SITEMAP.search(data[:4096]) and not looks_like_markup(name, data[:4096]):
        return Kind.SITEMAP
    return Kind.LISTING if looks_like_markup(name, data) else None


def without_gzip(name: str, data: bytes, largest: int) -> bytes:
    """The bytes of a source, which may be a gzip file as sitemaps are; raises `ReleaseRefused`."""
    if not data.startswith(GZIP):
        return data
    try:
        return unpacked(data, largest)
    except TooLarge:
        raise ReleaseRefused(name, f"a gzip file that holds more than {largest:,} bytes") from None
    except Damaged:
        raise ReleaseRefused(name, "a gzip file that is damaged or breaks off") from None


def read(kind: Kind, name: str, data: bytes, base: str) -> Found:
    """What a source of this kind at the address `base` names; raises `ReleaseRefused`."""
    match kind:
        case Kind.FEED:
            return Found(pages=tuple(_links(feed.links(name, data), base)))
        case Kind.SITEMAP:
            return _sitemap(name, data, base)
        case Kind.LISTING:
            return _listing(name, data, base)


def normalized(url: str, base: str | None = None) -> str | None:
    """An address in the one form that tells two apart: absolute, host in lower case, no default port, no fragment.

    None for what is no address, or none of http or https.
    """
    if _NORMAL.fullmatch(url) and "/." not in url:
        return url
    try:
        joined = urljoin(base, url.strip()) if base else url.strip()
        at = httpx.URL(joined)
        return str(at.copy_with(raw_path=at.raw_path, fragment=None)) if at.scheme in {"http", "https"} else None
    except (httpx.InvalidURL, ValueError, UnicodeError):
        return None


def _links(named: Iterable[tuple[str, str]], base: str) -> Iterator[Link]:
    met: set[str] = set()
    for written, stated in named:
        url = normalized(written, base)
        if url is not None and url not in met:
            met.add(url)
            yield Link(url, " ".join(stated.split()))


@dataclass(slots=True)
class _Sitemap:
    """Takes the addresses of a sitemap from the parser's events; nothing else of the tree is kept."""

    named: list[tuple[str, str]] = field(default_factory=list)
    is_index: bool = False
    cut: bool = False
    depth: int = 0
    parts: dict[str, str] = field(default_factory=dict)
    part: str | None = None
    words: list[str] = field(default_factory=list)

    def start(self, tag: str, _: dict[str, str]) -> None:
        self.depth += 1
        local = tag.rsplit("}", 1)[-1]
        if self.depth == 1:
            self.is_index = local == "sitemapindex"
        elif self.depth == _LEVEL:
            self.parts = {}
        elif self.depth == _LEVEL + 1 and local in {"loc", "lastmod"} and local not in self.parts:
            self.part, self.words = local, []

    def end(self, _: str) -> None:
        if self.depth == _LEVEL + 1 and self.part is not None:
            self.parts[self.part] = "".join(self.words).strip()
            self.part = None
        elif self.depth == _LEVEL and self.parts.get("loc"):
            if len(self.named) < MOST:
                self.named.append((self.parts["loc"], self.parts.get("lastmod", "")))
            else:
                self.cut = True
        self.depth -= 1

    def data(self, words: str) -> None:
        if self.part is not None:
            self.words.append(words)

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        # No sitemap has one, and entities that are declared in it can grow without bound.
        raise ValueError("it declares a document type")

    def close(self) -> "_Sitemap":
        return self


def _sitemap(name: str, data: bytes, base: str) -> Found:
    parser: XMLParser[_Sitemap] = XMLParser(target=_Sitemap())
    try:
        parser.feed(data.lstrip())
        read_sitemap = parser.close()
    except ParseError as error:
        line, column = error.position
        raise ReleaseRefused(name, f"a sitemap that is not well-formed XML: line {line}, column {column + 1}") from None
    except (ValueError, LookupError) as error:
        raise ReleaseRefused(name, f"a sitemap that cannot be read: {error}") from None
    links = tuple(_links(read_sitemap.named, base))
    if read_sitemap.is_index:
        return Found(sitemaps=links, cut=read_sitemap.cut)
    return Found(pages=links, cut=read_sitemap.cut)


def _listing(name: str, data: bytes, base: str) -> Found:
    markup = decode_markup(name, data)
    check(name, markup)
    parser = LexborHTMLParser(markup)
    for node in parser.css("base[href]")[:1]:
        base = normalized(node.attributes.get("href") or "", base) or base
    anchors = parser.css(_LISTED)
    named = ((node.attributes.get("href") or "", "") for node in anchors)
    return Found(pages=tuple(_links(named, base)), following=_following(parser, anchors, base))


def _following(parser: LexborHTMLParser, anchors: list[LexborNode], base: str) -> str | None:
    """The next page, as the page marks it up, or calls it."""
    for nodes in (
        parser.css("link[rel~='next'][href], a[rel~='next'][href]"),
        [node for node in anchors if any(map(_NEXT_CLASS.fullmatch, (node.attributes.get("class") or "").split()))],
        [node for node in anchors if _NEXT.fullmatch(_called(node))],
    ):
        for node in nodes:
            url = normalized(node.attributes.get("href") or "", base)
            if url is not None and url != normalized(base):
                return url
    return None


def _called(node: LexborNode) -> str:
    words = node.attributes.get("aria-label") or node.attributes.get("title") or node.text()
    return " ".join((words or "").split())[:40]
