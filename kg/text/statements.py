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
# ““The President is to meet the Minister on Friday,” the ministry wrote”: the words of a press office about others.
_WRITTEN_BY_OFFICE = re.compile(
    r"\s*(?:(?:reads?|says|said|wrote|according\sto|noted|announced|reported|added)\s)?(?:the|an?)\s(?:[\w’'-]+\s){0,5}?"
    r"(?:MFA|MoFA|[Mm]inistry|[Pp]ress\s(?:service|office|release|department|centre|center)|news\srelease|release|statement|communiqu[eé]|[Cc]hancellery|[Ee]mbassy)"
    r"(?:\s(?:of|for|in|on|by|from)\s[^.;“”\"]{2,80}?)?(?P<verb>\s(?:wrote|said|says|reads?|announced|reported|informed|noted|added|stated|posted|published|issued|released)\b[^.“”\"]*)?\.?\s*"
)
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
            if len(quotes) == 1 and _said_by_office(text, start, end):
                yield []
                before, going_on = text, False
                continue
            if (opened or introduced) and whole and _FIRST_PERSON.search(text, start, end) is None:
                kept = quotes[1:]
                going_on = not text[:end].endswith(_CLOSED)
            else:
                going_on = False
        else:
            going_on = False
        before = text
        yield kept


def _said_by_office(text: str, start: int, end: int) -> bool:
    """Whether a quotation is what a press office writes of others: nobody speaks of himself in it."""
    if not text[:end].rstrip('”»"').endswith(",") or _FIRST_PERSON.search(text, start, end) is not None:
        return False
    behind = _WRITTEN_BY_OFFICE.fullmatch(text, end)
    return behind is not None and (
        behind["verb"] is not None or text[end:].split(maxsplit=1)[0] not in {"the", "a", "an"}
    )
