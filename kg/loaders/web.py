"""Reads a release from a web page of any make by what its parts mean: headings, times, labels, articles."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from kg.errors import ReleaseRefused
from kg.loaders.assembling import LONGEST_TITLE, assemble, is_web_address, page
from kg.loaders.boilerplate import KIND, ends_release, folded, own_paragraphs
from kg.loaders.date_lines import date_line
from kg.loaders.decoding import decode_markup
from kg.loaders.header import Header, label_of
from kg.loaders.markup import Block, Document, document
from kg.model import Release, Span, Stated

_NEAR = 8
"""Blocks around the title in which a date that stands alone is the page's own."""
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:]{1,30}?)\s*:\s*(?P<value>\S.*)?")
_SITE_NAME = re.compile(r"\s+(?:\||-|–|—|»|::)\s+[^|»]{1,60}$")
_SENTENCE = (".", "!", "?", "…", "”", '"', "’", ")", ":")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SEVERAL = frozenset({"place", "field", "other"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What a publisher's pages have of their own.

    `fields` says whether the labels of subjects are the OSCE's fields of work.
    """

    fields: bool = True


def read_page(loader: str, name: str, data: bytes, rules: Rules) -> tuple[Release, ...]:
    """The one release of a web page; raises `ReleaseRefused`."""
    read = document(name, decode_markup(name, data))
    text, blocks = read.text, read.blocks
    shown = [block for block in blocks if not block.head]
    title = _title(read, shown)
    if title is None:
        raise ReleaseRefused(name, "no title found: no heading, and no title in its head")
    header, taken = _header(text, shown, rules)
    near, dates = _dates_near(text, shown, title)
    taken |= dates
    release = assemble(
        page(loader, name, data, text),
        title.span,
        _paragraphs(text, shown, title, taken),
        issued=header.issued or near or _head_date(text, blocks),
        places=header.places,
        source=header.source,
        fields=header.fields if rules.fields else (),
        url=absolute(read.url, None),
    )
    return (release,)


def absolute(url: str | None, base: str | None) -> str | None:
    """An http or https address, made absolute where a base is known; None for anything else."""
    if not url:
        return None
    try:
        joined = urljoin(base, url) if base else url
    except ValueError:
        return None
    return joined if is_web_address(joined) else None


def _title(read: Document, blocks: Sequence[Block]) -> Block | None:
    """The heading that the head's title names, else the first heading, else the head's title itself."""
    text = read.text
    heads = [folded(words) for words in read.heads]
    candidates = [
        block
        for block in blocks
        if not block.figure and not block.teaser and block.span.end - block.span.start <= LONGEST_TITLE
    ]
    headings = [block for block in candidates if block.tag == "h1"]
    keys = [(block, key) for block in headings if (key := folded(block.span.of(text)))]
    named = [block for block, key in keys if " " in key and any(key in head for head in heads)]
    inside = [block for block, key in keys if " " in key and (block.article or block.main) and not block.aside]
    for found in (named, inside, [block for block, key in keys if " " in key and not block.aside]):
        if found:
            return found[0]
    for block in candidates:
        key = folded(block.span.of(text))
        if key.count(" ") >= 2 and any(head.startswith(key) for head in heads):
            return block
    for block in candidates:
        if block.tag == "h2" and not block.aside and " " in folded(block.span.of(text)):
            return block
    return _head_title(read)


def _head_title(read: Document) -> Block | None:
    """The first line of the head, without the site's name."""
    if not read.heads or not read.blocks:
        return None
    first = read.blocks[0]
    site = _SITE_NAME.search(first.span.of(read.text))
    length = site.start() if site else first.span.end - first.span.start
    return Block(
        Span(first.span.start, first.span.start + length), "head", (), 0, 0,
        aside=False, figure=False, teaser=False, label=False, href=None, linked=False, head=True,
    )  # fmt: skip


def _header(text: str, blocks: Sequence[Block], rules: Rules) -> tuple[Header, set[int]]:
    """The labelled fields of the page, and the indexes of the blocks that they stand in."""
    header = Header()
    taken: set[int] = set()
    label: str | None = None
    holders: frozenset[int] = frozenset()
    for index, block in enumerate(blocks):
        if block.figure or block.teaser:
            continue
        found = _label(text, block)
        if found is not None:
            label, value = found
            holders = frozenset(block.ancestors[1:3]) - {block.article, block.main}
            taken.add(index)
            if value is not None and not header.take(text, label, value):
                taken.discard(index)
            continue
        if label is None:
            continue
        if holders & frozenset(block.ancestors) and header.take(text, label, block.span):
            taken.add(index)
            label = label if label in _SEVERAL else None
        else:
            label = None
    if not rules.fields:
        header.fields = ()
    return header, taken


def _label(text: str, block: Block) -> tuple[str, Span | None] | None:
    """The kind of field whose label a block is or opens with, and the value's span where it follows."""
    words = block.span.of(text)
    if len(words) > 160:
        return None
    labelled = _LABELLED.fullmatch(words)
    if labelled is not None:
        kind = label_of(labelled["label"])
        value = labelled.span("value")
        span = Span(block.span.start + value[0], block.span.start + value[1]) if labelled["value"] else None
        return (kind, span) if kind is not None else None
    kind = label_of(words) if block.label else None
    return (kind, None) if kind is not None else None


def _dates_near(text: str, blocks: Sequence[Block], title: Block) -> tuple[Stated | None, set[int]]:
    """The first date that stands alone near the title, and the blocks that are nothing but dates and kinds."""
    at = next((index for index, block in enumerate(blocks) if block.span == title.span), 0)
    first: Stated | None = None
    found: set[int] = set()
    for index in (
        *range(at + 1, min(at + 1 + _NEAR, len(blocks))),
        *range(at - 1, max(at - 1 - _NEAR, -1), -1),
    ):
        block = blocks[index]
        if block.aside or block.teaser or block.figure:
            continue
        line = date_line(text, block.span)
        if line is not None:
            found.add(index)
            first = first or line
    return first, found


def _head_date(text: str, blocks: Sequence[Block]) -> Stated | None:
    dates = (date_line(text, block.span) for block in blocks if block.head)
    return next((date for date in dates if date is not None), None)


def _paragraphs(text: str, blocks: Sequence[Block], title: Block, taken: set[int]) -> list[Span]:
    """The blocks below the title that may be the body, from the nearest article, else main, else the page."""
    below = [
        block
        for index, block in enumerate(blocks)
        if block.span.start > title.span.start and index not in taken and not KIND.fullmatch(block.span.of(text))
    ]
    article, main = title.article, title.main
    choices: tuple[Callable[[Block], bool], ...] = (
        lambda block: bool(article) and block.article == article and _is_own(block),
        lambda block: bool(main) and block.main == main and not block.teaser and _is_own(block),
        lambda block: bool(block.article) and not block.teaser and _is_own(block),
        lambda block: not block.teaser and _is_own(block),
        lambda block: not block.figure and not _is_link(text, block),
    )
    for choice in choices:
        chosen = [block for block in below if choice(block)]
        spans = _joined(text, [block for block in chosen if not _is_link(text, block)])
        own = own_paragraphs(text, spans, title.span)
        if any(_is_sentence(text, span) for span in own):
            return _without_tail(text, own)
    return []


def _is_own(block: Block) -> bool:
    return not block.aside and not block.figure and not block.label


def _is_link(text: str, block: Block) -> bool:
    """Whether a block is a link and nothing else, as menus and lists of other news are."""
    return block.linked and not block.span.of(text).endswith(_SENTENCE)


def _is_sentence(text: str, span: Span) -> bool:
    words = span.of(text)
    return words.count(" ") >= 3 and words.endswith(_SENTENCE)


def _joined(text: str, blocks: Sequence[Block]) -> list[Span]:
    """The blocks' spans; lines that a single break parts in the middle of a sentence become one."""
    spans: list[Span] = []
    goes_on = False
    for block in blocks:
        words = block.span.of(text)
        if block.tag in _HEADINGS and not ends_release(words):
            goes_on = False
            continue
        if goes_on and words[0].islower() and not spans[-1].of(text).endswith((".", "!", "?")):
            spans[-1] = Span(spans[-1].start, block.span.end)
        else:
            spans.append(block.span)
        goes_on = block.broken
    return spans


def _without_tail(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans up to the last sentence: what a page prints below its text are scraps."""
    last = max(index for index, span in enumerate(spans) if _is_sentence(text, span))
    return list(spans[: last + 1])
