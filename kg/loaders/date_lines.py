"""Lines that hold a date and nothing else but the kind of text (`12 March 2020Press release`)."""

import re

from kg.loaders.boilerplate import KIND
from kg.loaders.dates import first_date
from kg.model import Span, Stated

_LONGEST = 100
_WORDS = re.compile(
    r"\b(?:(?:publishing|publication|release|issue)\s+date|dates?"
    r"|(?:first |originally )?(?:published|posted|issued|updated)|on"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"
    r"|t?\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?|[ap]\.?m\.?|gmt|utc|ees?t|ces?t|e[ds]t)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W_]")


def date_line(text: str, span: Span) -> Stated | None:
    """The date of a line that says nothing else, or None."""
    if span.end - span.start > _LONGEST:
        return None
    found = first_date(text, span.start, span.end)
    if found is None:
        return None
    rest = f"{text[span.start : found.start]} {text[found.end : span.end]}"
    return Stated(found.iso, Span(found.start, found.end)) if says_nothing(rest) else None


def says_nothing(words: str) -> bool:
    """Whether words beside a date are only clock times, weekdays, labels of dates and kinds of text."""
    return not _LETTERS.search(KIND.sub(" ", _WORDS.sub(" ", words)))
