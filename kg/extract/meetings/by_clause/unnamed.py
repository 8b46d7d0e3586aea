"""Talks with groups of whom nobody need be named: “held discussions with representatives of the opposition”, “met local leaders”."""

import re
from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.meetings.by_clause.drafting import drafted
from kg.extract.meetings.by_clause.lexicon import nouns
from kg.extract.meetings.by_clause.nouns import GAP, owners_alone
from kg.extract.meetings.groups import DIRECT, GROUP, more, names_no_group, sent, words
from kg.extract.meetings.telling import joined
from kg.extract.setting import dates_in
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import Chunk, subject_before
from kg.extract.view import Party, View
from kg.model import Factuality
from kg.text.shape import pattern

# “The High Commissioner's dialogue with the authorities”: no one meeting.
_NOUN = rf"\b(?P<talks>(?!(?i:dialogue|negotiations?)\b)(?i:{nouns('with')}))\b{GAP}\swith\s{GROUP}"
# What a subject does that had talks with a group; “arrived for talks with the leaders” tells of them only in passing.
_LIGHT = re.compile(
    r"\b(?:held|holds?|holding|had|has|have|having|conduct(?:ed|s|ing)?|conven(?:e[sd]?|ing)|host(?:ed|s|ing)?|g(?:ave|ives?|iving)|join(?:ed|s)?|attend(?:ed|s)?|included?|for\san?)\s(?:[\w-]+\s){0,5}$"
)
_VERB = rf"\b(?P<verb>met|meets?|conferred|confer|spoke|speak|spoken|talked|talk|consulted|consult|conversed|exchanged\sviews|dined|lunched|breakfasted|sat\sdown)(?:,?\s{ADVERBIAL},?)*?\swith\s{GROUP}"
_DIRECT = rf"\b(?P<verb>met|meets?|received?|receives|hosted?|hosts)\s{DIRECT}"
_MEETERS = frozenset({"person", "mission", "institution"})
# “Has met with experts”, “regularly meets officials”: no one meeting.
_HABITUAL = re.compile(
    r"\b(?:has|have)\s(?:\w+\s){0,2}$|\b(?:regularly|often|always|frequently|continues?\sto|continued\sto)\s(?:\w+\s){0,2}$"
)


def by_group(view: View) -> Iterator[Draft]:
    """The talks with groups that the clauses of a sentence tell, with those of the groups who are named."""
    text = view.main
    for rule in (_NOUN, _VERB, _DIRECT):
        for match in pattern(rule).finditer(text):
            trigger = match.span("talks" if "talks" in match.re.groupindex else "verb")
            if names_no_group(match["group"]) or _HABITUAL.search(text, 0, trigger[0]) is not None:
                continue
            subject = subject_before(text, trigger[0])
            if subject is None and rule == _NOUN:
                meeters = [owners_alone(view, trigger[0], len(text[: match.end()].rstrip()))]
            elif rule == _NOUN and _LIGHT.search(text, 0, trigger[0]) is None:
                continue
            else:
                meeters = _meeters(view, subject)
            for owners in meeters:
                if owners and (draft := _draft(view, match, owners, subject, trigger)) is not None:
                    yield draft


def _meeters(view: View, subject: Chunk | None) -> list[list[Party]]:
    """Those of a subject who can meet a group, in the circles in which they did: “A and, a day later, B received the experts”."""
    if subject is None:
        return []
    stretches = subject.listed.stretches if subject.listed is not None else [(subject.start, subject.end)]
    named = [view.parties(view.main[start:end]) for start, end in stretches]
    return [[one for one in some if one.thing.kind in _MEETERS] for some in named]


def _draft(
    view: View, match: re.Match[str], owners: list[Party], subject: Chunk | None, trigger: tuple[int, int]
) -> Draft | None:
    """The telling of talks with a group; None of such as are only to come, where nothing says when, where or with whom."""
    parties = joined(owners, more(view, match.end("group")), sent(view, match.start("group")))
    draft = drafted(view, match, parties, subject, trigger)
    draft.others = words(view, match["group"])
    known = draft.places or dates_in(view) or len(parties) > 1
    return draft if draft.factuality is Factuality.HAPPENED or known else None
