"""Statements that a release gives whole in quotation marks: what they tell, the release tells itself.

“The Co-Chairs made the following statement: “The Co-Chairs met in Vienna …””: the marks only show where the statement
begins and ends. One in which somebody says “I” or “we” stays a quotation, since only the speaker can be meant by it.
"""

import re
from collections.abc import Iterable, Iterator

from kg.text.sentences import Range

_INTRODUCED = re.compile(
    r"\b(?:statement|declaration|communiqu[eé]|text|following)\b(?:[^.“”\"]|[“\"][^.“”\"]{1,20}[”\"]){0,200}:\s*$",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s|me)\b")
_CLOSED = ("”", "»", '"')


def without_statements(paragraphs: Iterable[tuple[str, list[Range]]]) -> Iterator[list[Range]]:
    """The quotations of each paragraph, from its text and all its quotations, without statements given whole.

    A statement of several paragraphs opens each with a mark and is closed by the last one's.
    """
    before, going_on = "", False
    for text, quotes in paragraphs:
        kept = quotes
        if quotes:
            start, end = quotes[0]
            opened = going_on and not text[:start].strip()
            introduced = _INTRODUCED.search(text[:start] if text[:start].strip() else before) is not None
            whole = not text[end:].strip(" .")
            if (opened or introduced) and whole and _FIRST_PERSON.search(text, start, end) is None:
                kept = quotes[1:]
                going_on = not text[:end].endswith(_CLOSED)
            else:
                going_on = False
        else:
            going_on = False
        before = text
        yield kept
