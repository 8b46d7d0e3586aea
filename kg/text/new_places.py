"""Places that no list knows, where the words before them say that they are places: “travelled to Daugavpils”."""

import re
from collections.abc import Iterator

from kg.model import Thing
from kg.text.annotate import Paragraph
from kg.text.cover import Cover
from kg.text.document import Document, Open
from kg.text.gazetteer import Entry
from kg.text.name_words import not_names
from kg.text.rule import Rule
from kg.text.shape import Item
from kg.text.title_table import portfolio_words

_NAME = r"[A-ZÀ-ŽȘȚ][\w’'-]*[a-zà-žșț](?:[ ][A-ZÀ-ŽȘȚ][\w’'-]*[a-zà-žșț])?"
_BEHIND = r"(?=[,.;:)]|$| (?:and|to|on|for|in|at|today|yesterday|tomorrow|this|earlier|later|where|with|from|by|as|before|after|during|region|district|was|were|is|had|has|will|host(?:s|ed))\b)"
_WHEN = r"(?: (?:today|yesterday|later|then|again|on (?:\d{1,2} )?[A-Z][a-z]+))?"
_GOING = Rule(
    rf"\b(?:(?:[Tt]ravel(?:s|l?ed|l?ing)?|went|go(?:es|ing)?|drove|flew|moved?|return(?:s|ed|ing)?|proceed(?:s|ed)?|continue[sd]?|headed)(?: on)?{_WHEN} to"
    rf"|(?:[Tt]rip|[Vv]isits?|[Jj]ourney|[Tt]our){_WHEN} to|[Ss]top{_WHEN} in|[Aa]rriv(?:es|ed?|ing){_WHEN} in|(?:city|town|village|settlement|port|regions?|districts?|provinces?|villages|towns|cities) of) (?P<first>{_NAME})(?:(?:,)? and (?:to )?(?P<second>{_NAME}))?{_BEHIND}"
)
_SEEN = Rule(
    rf"\bvisit(?:ed|s) (?P<first>{_NAME})(?:,? and (?P<second>{_NAME}))?(?= (?:on \d|today|yesterday|tomorrow|from \d)|,? where\b)"
)
# Words that `_GOING` cannot match without, and most paragraphs do not hold.
_MOVING = Rule(
    r"\b(?:[Tt]ravel|went\b|go(?:es|ing)?\b|drove\b|flew\b|moved?\b|return|proceed|continue[sd]?\b|headed\b|[Tt]rip\b|[Vv]isits?\b"
    r"|[Jj]ourney\b|[Tt]our\b|[Ss]top\b|[Aa]rriv|city\b|town\b|village\b|settlement\b|port\b)"
)
# What has one of these words is a body or a building, not a place of its own.
_BODY = re.compile(
    r"\b(?:Ministry|Council|Agency|Committee|Commission|Institute|University|Academy|Organization|Association|Union|Party|Assembly|Court|Office|Department"
    r"|Bank|Cent(?:re|er)|Foundation|Service|Force|Group|Mission|Parliament|Forum|Network|House|Palace|Hall|Church|Mosque|Museum|School|Embassy|Secretariat|Headquarters|Street|Square)\b"
)


def new_places(document: Document) -> None:
    """The unknown places of a release as names like those that the lists know, each listed as unresolved once."""
    found: dict[str, tuple[int, int, int]] = {}
    taken = {token for person in document.people for token in (*person.tokens, *person.surnames)}
    for paragraph in document.paragraphs:
        busy: Cover | None = None
        for name, start, end in _named(paragraph):
            busy = busy or Cover(
                len(paragraph.text), [*paragraph.names, *document.actors[paragraph.index], *paragraph.offices]
            )
            if busy.free(start, end) and not taken & set(paragraph.folded[start:end].split()):
                found.setdefault(name, (paragraph.index, start, end))
    for name, (index, start, end) in found.items():
        document.open.append(Open(index, start, end, "Place"))
        entry = Entry(name, Thing("place", name, name, "Place"))
        for paragraph in document.paragraphs:
            if name in paragraph.text:
                _add(document, paragraph, entry)


def _named(paragraph: Paragraph) -> Iterator[tuple[str, int, int]]:
    """The names in a paragraph that stand where a place does."""
    for rule in (_GOING, _SEEN) if _MOVING.stands_in(paragraph.text) else (_SEEN,):
        for match in rule.finditer(paragraph.text):
            for group in ("first", "second"):
                name = match[group]
                if name is not None and not any(
                    word in not_names() or word in portfolio_words() or _BODY.match(word) for word in name.split()
                ):
                    yield name, match.start(group), match.end(group)


def _add(document: Document, paragraph: Paragraph, entry: Entry) -> None:
    """Name a place wherever else in a paragraph its name stands alone."""
    busy = Cover(len(paragraph.text), [*paragraph.names, *document.actors[paragraph.index], *paragraph.offices])
    added = [
        Item(match.start(), match.end(), "L", (entry,))
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(entry.name)}(?![\w’'-])", paragraph.text)
        if busy.free(match.start(), match.end())
    ]
    if added:
        paragraph.names = sorted([*paragraph.names, *added], key=lambda item: item.start)
