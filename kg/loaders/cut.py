"""Leads that break off: a sentence that a page cuts short may say the contrary of what is left of it."""

import re

from kg.model import Span

_ELLIPSIS = re.compile(
    r"(?:\.\.\.+|…|\[…\]|\[\.\.\.+\]|\(…\)|\(\.\.\.+\))[\s”\"’)]*(?:(?:continue |read )(?:more|reading))?[\s>»›.]*$",
    re.IGNORECASE,
)
# A full stop, and three dots behind it that only say that the page has more.
_WHOLE_AT_END = re.compile(r"(?<=[^\W\d_][^\W\d_][^\W\d_])[.!?][”\"’]?(?P<dots>\.\.\.|…)\s*$")
_WITHIN = 60
_ENDS = (".", "!", "?", ":", "”", '"', "’", ")", "*")
_END = re.compile(r"(?<=[a-z0-9)%][a-z0-9)%][a-z0-9)%])[.!?][”\"’]?\s+(?=[^\W\d_a-z]|[“\"‘(])")
_ABBREVIATED = re.compile(r"(?:Prof|Sept|Capt|Sgts|Gens|Dept|Govt|Corp|approx|incl|dist|vol)\.$", re.IGNORECASE)


def is_cut(words: str) -> bool:
    """Whether a text ends in an ellipsis."""
    return _ELLIPSIS.search(words[-_WITHIN:]) is not None


def without_cut_sentence(text: str, span: Span, *, lead: bool = False) -> Span | None:
    """The span up to its last whole sentence where it breaks off; None where no sentence is whole.

    A `lead` of a listing breaks off too when it ends like no sentence does.
    """
    words = span.of(text)
    if not is_cut(words) and not (lead and not words.endswith(_ENDS)):
        return span
    more = _WHOLE_AT_END.search(words, max(0, len(words) - _WITHIN))
    if more is not None and not _ABBREVIATED.search(words, max(0, more.start() - 8), more.start() + 1):
        return Span(span.start, span.start + more.start("dots"))
    whole = 0
    for end in _END.finditer(words):
        if not _ABBREVIATED.search(words, max(0, end.start() - 8), end.start() + 1):
            whole = end.end()
    return Span(span.start, span.start + len(words[:whole].rstrip())) if whole else None
