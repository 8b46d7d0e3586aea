"""The fields that a page prints between its title and its body: date, place, source, fields of work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.loaders.assembling import stated
from kg.loaders.dateline import stated_places
from kg.loaders.dates import first_date
from kg.loaders.lines import trimmed
from kg.model import Span, Stated

LABEL = re.compile(
    r"(?P<original>originally published|original publication date)"
    r"|(?P<date>date(?: issued| of issue| published)?|when|publish(?:ing|ed)(?: date| on)?|publication date"
    r"|issued|posted)"
    r"|(?P<place>places?|where|location|venue|city)"
    r"|(?P<source>sources?|issued by|from|where we are)"
    r"|(?P<field>fields? of work|what we do|issues?|themes?)"
    r"|(?P<title>title|headline|subject)"
    r"|(?P<other>type|language|organized by|organised by|category|countr(?:y|ies)|written by|author|by|tags|see also"
    r"|reference number|document type|available languages?|content type|programme|time|contacts?)",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?P<name>[^,(]++)(?:\([^()]*\))?,?")
_LONGEST_VALUE = 120
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+[.!?…]$|\w{3,}[.!?] [^\W\d_]")


@dataclass(slots=True)
class Header:
    """The fields read so far; each is filled once, by the first that states it."""

    title: Span | None = None
    issued: Stated | None = None
    places: tuple[Stated, ...] = ()
    source: Stated | None = None
    fields: tuple[Stated, ...] = ()

    def take(self, text: str, label: str, span: Span) -> bool:
        """Take a value that stands under a label of the header; False where it cannot be one."""
        words = span.of(text)
        if label == "title":
            self.title = self.title or span
            return bool(words)
        if not words or len(words) > _LONGEST_VALUE or _SENTENCE.search(words):
            return False
        if label == "original":
            self.issued = stated_date(text, span) or self.issued
        elif label == "date":
            self.issued = self.issued or stated_date(text, span)
        elif label == "place":
            self.places += stated_places(text, span)
        elif label == "source" and self.source is None:
            self.source = next(iter(_listed(text, span)), None)
        elif label == "field":
            self.fields += tuple(_listed(text, span))
        return True


def _listed(text: str, span: Span) -> Iterator[Stated]:
    """The values between commas; what stands in brackets behind a name, as in `(closed)`, is left out."""
    values = _VALUE.finditer(text, span.start, span.end)
    return stated(text, (trimmed(text, Span(*value.span("name"))) for value in values))


def label_of(words: str) -> str | None:
    """The kind of field that a label such as `Fields of work` announces, with or without its colon, or None."""
    found = LABEL.fullmatch(words.rstrip(": \u00a0"))
    return found.lastgroup if found else None


def stated_date(text: str, span: Span) -> Stated | None:
    """The first full date in a span."""
    found = first_date(text, span.start, span.end)
    return Stated(found.iso, Span(found.start, found.end)) if found else None
