"""Who made the statement that a release gives whole: whom “I” means in it.

A paragraph before it ends in “made the following statement:”, or the headline says “Statement by X”.
"""

import re

from kg.extract.actor_lists import LIST
from kg.extract.view import Party, View, people_of, views_of_paragraph
from kg.text.shape import pattern

_INTRODUCING = re.compile(r"\b(?:statement|remarks|declaration|following)\b[^“”\"]{0,160}:\s*$")
# “Issued the following statement today.”, with no marks around what follows to the end.
_WHOLE = re.compile(
    r"\b(?:issued|released|made|gave|delivered|adopted)\s[^.:]{0,60}?\bfollowing\s(?:joint\s)?(?:statement|declaration)\b[^.:“”\"]{0,120}[.:]\s*$"
)
# “Released a statement after the talks.”, and what he said in marks behind it.
_RELEASED = re.compile(
    r"\b(?:issued|released|made|gave|delivered|published)\s(?:an?|the|his|her)\s(?:[\w-]+\s){0,2}?(?:statement|remarks|declaration)\b[^“”\"]{0,200}\.\s*$"
)
_OPENING, _CLOSING = ("“", '"', "«"), ("”", '"', "»")
LONGEST = 12
"""Paragraphs that a statement has at most."""
# “Statement by Minister X following the talks”, “Opening remarks of X at …”.
_TITLED = rf"^\W*(?:(?:Press|Opening|Closing|Joint|Media|Video|Welcoming|Keynote)\s)*(?:[Ss]tatement|[Rr]emarks|[Ss]peech|[Aa]ddress|[Mm]essage|[Dd]eclaration)\s(?:by|of|from)\s(?:the\s)?(?P<who>{LIST})"


def made_by(view: View) -> list[Party]:
    """The people who made the statement in which a sentence stands; nobody where it stands in none."""
    introduced = _introduced(view)
    return introduced if introduced is not None else _titled(view)


def _introduced(view: View) -> list[Party] | None:
    """Who made the statement that a paragraph before introduces; None where none does."""
    paragraphs = view.document.paragraphs
    index = view.paragraph.index
    for begin in range(index, max(1, index - LONGEST), -1):
        text = paragraphs[begin].text.strip()
        if begin < index and text.endswith(_CLOSING) and not paragraphs[begin + 1].text.lstrip().startswith(_OPENING):
            return []
        before = paragraphs[begin - 1].text
        if text.startswith(_OPENING) and (_INTRODUCING.search(before) or _RELEASED.search(before)):
            return _introducing(view, begin - 1)
    for begin in range(max(1, index - LONGEST), index):
        opened = paragraphs[begin + 1].text.lstrip().startswith(_OPENING)
        if _WHOLE.search(paragraphs[begin].text) and not opened:
            return _introducing(view, begin)
    return None


def _introducing(view: View, index: int) -> list[Party]:
    """The people whom the last sentence of a paragraph is about."""
    sentences = views_of_paragraph(view.document, index)
    return people_of(sentences[-1].main_subject) if sentences else []


def _titled(view: View) -> list[Party]:
    """Who made the statement that the headline names, outside what others are quoted with."""
    titles = views_of_paragraph(view.document, 0)
    match = pattern(_TITLED).search(titles[0].text) if titles and view.paragraph.index > 0 else None
    if match is None or view.paragraph.quoted(view.sentence.start):
        return []
    return people_of(titles[0].parties(match["who"]))
