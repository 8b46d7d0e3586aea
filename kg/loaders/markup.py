"""HTML as text: one line a block, with what the markup says of each block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.errors import ReleaseRefused
from kg.model import Span

# What a parser of HTML takes quadratic time or memory for; real pages stay far below.
_DEEPEST_BY_TAGS = 50_000_000
_FORMATTED_BY_TAGS = 5_000_000
_MOST_TAGS = 100_000
_MOST_OPTIONS = 5_000
_MOST_ATTRIBUTES = 1_000
_MOST_ROOTS = 50

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_WHOLE_TAG = re.compile(r"<[a-zA-Z](?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_CLOSED_BY_OTHERS = frozenset(
    """
    p li dt dd option optgroup tr td th tbody thead tfoot colgroup caption rp rt
    area base br col embed hr img input link meta param source track wbr
    """.split()
)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table
    tbody td tfoot th thead time tr ul
    """.split()
)
_UNREAD = frozenset(
    """
    audio button canvas embed head iframe input map math noscript object script select style svg template video
    """.split()
)
_ASIDE_TAGS = frozenset("aside dialog footer form menu nav".split())
_ASIDE_ROLES = frozenset("navigation search complementary contentinfo banner dialog".split())
_ASIDE_CLASS = re.compile(
    r"(?:(?:block|region|c|rw|site|page|main|global|top)[-_]+)*"
    r"(?:nav(?:bar|igation)?|menus?|breadcrumbs?|sidebar|related|share|sharing|social|cookies?|footer|pager|pagination"
    r"|toolbar|skip|newsletter|modal|popup|comments?|contacts?|latest|promo|advert(?:isement)?)(?:[-_].*)?",
    re.IGNORECASE,
)
_FIGURE_CLASS = re.compile(
    r"(?:.{0,40}[-_])?(?:captions?|credits?|photo|figure|lightbox|gallery|slideshow|carousel)(?:[-_].*)?",
    re.IGNORECASE,
)
_TEASER_CLASS = re.compile(r"(?:.{0,40}[-_])?teasers?(?:[-_].*)?|card", re.IGNORECASE)
_LABEL_CLASS = re.compile(r"(?:.{0,40}[-_])?label(?:[-_].*)?|views-label.*", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\n\r\f\v]+")
_META_DATES = frozenset(
    """
    article:published_time date dc.date dc.date.issued dcterms.date dcterms.issued dcterms.created pubdate
    publishdate datepublished citation_publication_date
    """.split()
)


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text: a paragraph, a heading, an item, or a stretch between line breaks.

    `ancestors` are numbers of the elements that hold it, nearest first. `article` and `main` are the numbers
    of the nearest such element, or 0. `broken` says that a single line break, no more, parts it from the next.
    """

    span: Span
    tag: str
    ancestors: tuple[int, ...]
    article: int
    main: int
    aside: bool
    figure: bool
    teaser: bool
    label: bool
    href: str | None
    linked: bool
    broken: bool = False
    head: bool = False


@dataclass(slots=True)
class Document:
    """An HTML page as text, with its blocks in order and what its head says of it."""

    text: str
    blocks: list[Block]
    url: str | None
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Context:
    tag: str = "body"
    ancestors: tuple[int, ...] = ()
    article: int = 0
    main: int = 0
    aside: bool = False
    figure: bool = False
    teaser: bool = False
    label: bool = False


@dataclass(slots=True)
class _Lines:
    """Collects text into blocks."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    pending: list[str] = field(default_factory=list)
    context: _Context | None = None
    href: str | None = None
    linked: int = 0

    def add(self, words: str, context: _Context, href: str | None) -> None:
        if self.context is None and words.strip():
            self.context = context
        if href is not None and words.strip():
            self.href = self.href or href
            self.linked += len(words.strip())
        self.pending.append(words)

    def flush(self, *, broken: bool = False, head: bool = False) -> None:
        words = _WHITE.sub(" ", "".join(self.pending)).strip()
        context = self.context
        if words and context is not None:
            span = Span(self.length, self.length + len(words))
            linked = 10 * self.linked >= 9 * len(words)
            self.blocks.append(
                Block(
                    span, context.tag, context.ancestors, context.article, context.main, context.aside,
                    context.figure, context.teaser, context.label, self.href, linked, broken, head,
                )
            )  # fmt: skip
            self.parts += (words, "\n")
            self.length += len(words) + 1
        elif broken and self.blocks:
            self.blocks[-1] = _unbroken(self.blocks[-1])
        self.pending, self.context, self.href, self.linked = [], None, None, 0


def document(name: str, markup: str) -> Document:
    """The page as text; raises `ReleaseRefused` for markup that no page has and no parser can afford."""
    check(name, markup)
    parser = LexborHTMLParser(markup)
    lines = _Lines()
    heads = tuple(words for words in _heads(parser) if words)
    for words in (*heads, *_meta_dates(parser)):
        lines.add(words, _Context("head"), None)
        lines.flush(head=True)
    if parser.body is not None:
        _walk(parser.body, lines)
    return Document("".join(lines.parts), lines.blocks, _url(parser), heads)


def looks_like_markup(name: str, data: bytes) -> bool:
    """Whether a file is HTML, by how it begins or by its name."""
    start = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<main", b"<div", b"<h1")):
        return True
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return (start.startswith(b"<") and (named or b"<html" in start)) or (named and b"</" in data)


def check(name: str, markup: str) -> None:
    """Raise `ReleaseRefused` for markup that no page has and no parser can afford."""
    counts: dict[str, int] = {}
    found = _TAG.findall(markup)
    tags = len(found)
    if tags > _MOST_TAGS:
        raise ReleaseRefused(name, f"markup with {tags:,} tags is no page of a release")
    depth = deepest = formatted = most_formatted = options = roots = 0
    for closing, written in found:
        tag = written.lower()
        options += tag in ("option", "optgroup")
        roots += tag in ("html", "body")
        if tag in _CLOSED_BY_OTHERS:
            continue
        formats = tag in _FORMATTING
        if not closing:
            counts[tag] = counts.get(tag, 0) + 1
            depth += 1
            formatted += formats
            deepest = max(deepest, depth)
            most_formatted = max(most_formatted, formatted)
        elif counts.get(tag):
            counts[tag] -= 1
            depth -= 1
            formatted -= formats
    if deepest * tags > _DEEPEST_BY_TAGS or most_formatted * tags > _FORMATTED_BY_TAGS:
        raise ReleaseRefused(name, f"markup nested {deepest:,} deep with {tags:,} tags is no page")
    if options > _MOST_OPTIONS or roots > _MOST_ROOTS or _has_crowded_tag(markup):
        raise ReleaseRefused(name, "markup with thousands of attributes or options is no page")


def _has_crowded_tag(markup: str) -> bool:
    return any(
        len(_QUOTED.sub("", tag).split()) > _MOST_ATTRIBUTES
        for tag in (match.group() for match in _WHOLE_TAG.finditer(markup) if match.end() - match.start() > 4000)
    )


def _heads(parser: LexborHTMLParser) -> Iterator[str]:
    """The page's title as its head gives it: Open Graph's, then the window's."""
    for node in parser.css("meta[property='og:title']")[:1]:
        yield _WHITE.sub(" ", node.attributes.get("content") or "").strip()
    for node in parser.css("title")[:1]:
        yield _WHITE.sub(" ", node.text()).strip()


def _meta_dates(parser: LexborHTMLParser) -> Iterator[str]:
    for node in parser.css("meta[content]"):
        attributes = node.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if key.lower() in _META_DATES:
            yield attributes.get("content") or ""


def _url(parser: LexborHTMLParser) -> str | None:
    for selector, attribute in (("link[rel='canonical']", "href"), ("meta[property='og:url']", "content")):
        for node in parser.css(selector)[:1]:
            return node.attributes.get(attribute)
    return None


def _walk(body: LexborNode, lines: _Lines) -> None:
    """Visit the tree without recursion, so that no depth of nesting matters."""
    contexts = [_Context()]
    hrefs: list[str | None] = [None]
    number = 0
    node: LexborNode | None = body.child
    open_nodes: list[tuple[LexborNode, bool]] = []
    while node is not None or open_nodes:
        if node is None:
            left, is_block = open_nodes.pop()
            contexts.pop()
            hrefs.pop()
            if is_block:
                lines.flush()
            node = left.next
            continue
        tag = node.tag
        if tag == "-text":
            _add_text(node.text_content or "", lines, contexts[-1], hrefs[-1])
        elif tag == "br":
            lines.flush(broken=True)
        elif tag and tag[0] not in "-_!" and tag not in _UNREAD:
            number += 1
            is_block = tag in _BLOCKS
            if is_block:
                lines.flush()
            child = node.child
            if child is not None:
                contexts.append(_enter(contexts[-1], node, tag, number, is_block=is_block))
                hrefs.append(node.attributes.get("href") if tag == "a" else hrefs[-1])
                open_nodes.append((node, is_block))
                node = child
                continue
        node = node.next
    lines.flush()


def _add_text(words: str, lines: _Lines, context: _Context, href: str | None) -> None:
    if context.tag != "pre":
        lines.add(words, context, href)
        return
    first, *rest = words.split("\n")
    lines.add(first, context, href)
    for line in rest:
        lines.flush(broken=True)
        lines.add(line, context, href)


def _enter(outer: _Context, node: LexborNode, tag: str, number: int, *, is_block: bool) -> _Context:
    attributes = node.attributes
    aside, figure, teaser, label = _told_by(
        attributes.get("class") or "", attributes.get("id") or "", attributes.get("role") or ""
    )
    return _Context(
        tag if is_block else outer.tag,
        (number, *outer.ancestors[:7]),
        number if tag == "article" else outer.article,
        number if tag == "main" or attributes.get("role") == "main" else outer.main,
        outer.aside or aside or tag in _ASIDE_TAGS,
        outer.figure or figure or tag in ("figure", "figcaption"),
        outer.teaser or teaser,
        outer.label or label or tag in ("dt", "th"),
    )


@lru_cache(maxsize=2048)
def _told_by(classes: str, identifier: str, role: str) -> tuple[bool, bool, bool, bool]:
    """Whether an element's attributes call it an aside, a figure, a teaser, a label."""
    words = f"{classes} {identifier}".split()[:40]
    return (
        role in _ASIDE_ROLES or any(map(_ASIDE_CLASS.fullmatch, words)),
        any(map(_FIGURE_CLASS.fullmatch, words)),
        any(map(_TEASER_CLASS.fullmatch, words)),
        any(map(_LABEL_CLASS.fullmatch, words)),
    )


def _unbroken(block: Block) -> Block:
    return replace(block, broken=False) if block.broken else block
