"""A release's first sentence, which stands for the title where a text has none."""

import re

from kg.loaders.assembling import LONGEST_TITLE
from kg.loaders.dateline import dateline
from kg.loaders.lines import trimmed
from kg.model import Span

_ENDED = re.compile(r"[.!?…:][”\"’')\]]*+$")
_SENTENCE_END = re.compile(
    r"(?<=[^\W_][^\W_A-Z)%][^\W_A-Z)%])(?<! Jr)(?<! Sr)(?<! Dr)(?<! Mr)(?<!Mrs)[.!?][”\"’]?"
    r"(?=\s+[^\W\d_a-z]|\s+[“\"‘(]|\s*$)"
)
OFFICIAL = re.compile(
    r"\b(?:President|Premier|Chancellor|Minister|Ministers|Ministry|Secretary|Ambassador|Chair\w*|Co-Chairs?|Head|Director"
    r"|Representative|Envoy|Commissioner|Co-?ordinator|Spokes\w+|Advis[eo]r|King|Queen|Prince|Pope|Parliament\w*|Council"
    r"|Commission|Government|Delegation|Mission|Embassy|Senator|Governor|Speaker|Administrator|Administration|OSCE|ODIHR"
    r"|United Nations|UN|European Union|EU|NATO|Council of Europe|White House|Department|Assembly)\b"
)
"""Words for those who issue releases or act in them; a text whose first sentence has none is no release."""


def lead(text: str, span: Span) -> Span:
    """The first sentence of a paragraph, without its dateline."""
    opening = dateline(text, span)
    start = span.start
    if opening is not None:
        start = opening.end
        while start < span.end and not (text[start].isalnum() or text[start] in '“"‘'):
            start += 1
    reach = min(span.end, start + LONGEST_TITLE)
    end = _SENTENCE_END.search(text, start, reach)
    return trimmed(text, Span(start, end.end() if end else reach))


def ends_sentence(words: str) -> bool:
    """Whether a paragraph ends as running text does: with a full stop, perhaps in quotation marks or brackets."""
    return _ENDED.search(words, max(0, len(words) - 8)) is not None
