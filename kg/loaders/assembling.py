"""From what a loader found on a page to a `Release`, or a refusal that says what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kg.errors import ReleaseRefused
from kg.iris import slug
from kg.loaders.boilerplate import own_paragraphs
from kg.loaders.cut import is_cut, without_cut_sentence
from kg.loaders.dateline import Dateline, dateline
from kg.model import Release, Span, Stated
from kg.text.clean import clean

LONGEST_TITLE = 500
"""Characters; a longer line is no title."""
_DATELINE_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Page:
    """What every release of one file shares: the loader, the file's name and hash, the text as read."""

    loader: str
    name: str
    text: str
    sha256: str


def page(loader: str, name: str, data: bytes, text: str) -> Page:
    """The page of a file with these bytes, read as this text."""
    return Page(loader, name, text, sha256(data).hexdigest())


def stated(text: str, spans: Iterable[Span]) -> Iterator[Stated]:
    """The words at each span, cleaned, with the span; those without a letter or digit are passed over."""
    for span in spans:
        words = clean(text, span).text
        if any(map(str.isalnum, words)):
            yield Stated(words, span)


def assemble(
    of: Page,
    title: Span | None,
    paragraphs: Sequence[Span],
    *,
    issued: Stated | None = None,
    places: tuple[Stated, ...] = (),
    source: Stated | None = None,
    fields: tuple[Stated, ...] = (),
    url: str | None = None,
    may_be_empty: bool = False,
) -> Release:
    """The release on a page; raises `ReleaseRefused` for one without a title or a body.

    What pages print around a release is cut from `paragraphs`. Where the header gives no date or place, the
    dateline does. An item of a listing `may_be_empty`.
    """
    text = of.text
    if title is not None and title.end - title.start > 4 * LONGEST_TITLE:
        length = title.end - title.start
        raise ReleaseRefused(of.name, f"no title found: the line in its place has {length:,} characters")
    if title is None or not any(map(str.isalnum, heading := clean(text, title).text)):
        raise ReleaseRefused(of.name, "no title found")
    own = _whole(text, own_paragraphs(text, list(paragraphs), title))
    body = tuple(span for span in own if _says_something(text, span))
    if not body and not may_be_empty:
        raise ReleaseRefused(of.name, "no body found below the title")
    opening = opening_dateline(text, body)
    if opening is not None:
        issued = issued or opening.date
        places = places or opening.places
    return Release(
        slug=slug(f"{issued.value if issued else 'undated'} {heading}"),
        name=of.name,
        text=text,
        sha256=of.sha256,
        title=Stated(heading, title),
        body=body,
        issued=issued,
        places=places,
        source=source,
        fields=fields,
        url=url if url is not None and is_web_address(url) else None,
        loader=of.loader,
    )


def opening_dateline(text: str, body: Sequence[Span]) -> Dateline | None:
    """The dateline of the first paragraphs, or None."""
    found = (dateline(text, span) for span in body[:_DATELINE_WITHIN])
    return next((line for line in found if line is not None), None)


def _whole(text: str, spans: Sequence[Span]) -> list[Span]:
    """The paragraphs without a sentence at their end that the page breaks off."""
    if not spans or not is_cut(spans[-1].of(text)):
        return list(spans)
    last = without_cut_sentence(text, spans[-1])
    return [*spans[:-1], *([last] if last is not None else [])]


def _says_something(text: str, span: Span) -> bool:
    words = span.of(text)
    return any(map(str.isalnum, clean(text, span).text if "<" in words else words))


def is_web_address(url: str) -> bool:
    """Whether this is an http or https address without white space or characters that IRIs forbid."""
    return url.startswith(("http://", "https://")) and url.isprintable() and not set(url) & set(' <>"{}|\\^`')
