"""Talks told by a verb: “A, on arriving in X, conferred there with B”, “A was this afternoon granted an audience by B”."""

import re
from collections.abc import Iterator

from kg.extract.meetings.by_clause.drafting import Told, drafted
from kg.extract.meetings.by_clause.parties import are_others, groups_of
from kg.extract.meetings.telling import joined, whom
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import subject_before
from kg.extract.syntax.lists import enumeration
from kg.extract.view import View, people_of
from kg.text.shape import pattern

_VERB = (
    r"\b(?P<verb>met|meets?|(?<=\bbe\s)(?:seeing|receiving|hosting)|(?<=\bto\s)report(?=\sto\b)|conferred|confers?|conversed|negotiat(?:e|ed|es|ing)|deliberated|talked|talks(?=\s(?:to|with)\b)|talk(?=\s(?:to|with)\b)|spoke|speaks?|spoken|consulted|consults?|saw|sees|see|received|receives?|hosted|hosts?|welcomed(?=\s(?:\S+\s){0,6}?(?:at|in|to)\s(?:his|her|the)\s(?:office|residence|ministry|palace|capital)\b)"
    r"|sat\sdown|sits?\sdown|huddled|(?:tele)?phoned|rang(?:\sup)?|reached\sout|exchanged\s(?:views|opinions|ideas)|lunched|dined|breakfasted|compared\snotes)"
)
# “Was in X to report to Y”: only who goes there for it meets him.
_ERRAND = re.compile(
    r"\b(?:was|were|be|came|come|travel\w*|flew|fly|went|go|going|drove|returned|return)\s[^;]{3,60}\sto\s$"
)
_DIRECT = r"met|meets?|seeing|receiving|hosting|saw|sees|see|received|receives?|hosted|hosts?|welcomed|(?:tele)?phoned|rang(?:\sup)?|consulted|consults?"
_OBJECT = rf"{_VERB}(?:,?\s{ADVERBIAL},?)*?(?:\s(?P<to>with|to))?\s(?=(?:the\s|his\s|her\s)?\S)"
_PASSIVE = rf"\b(?:was|were|been|be|being)\s(?:[\w-]+\s){{0,4}}?(?P<verb>received|welcomed|greeted|hosted|briefed|met|seen|granted|given|invited)\b(?:\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?P<talks>audience|briefing|reception|dinner|lunch))?(?:,?\s{ADVERBIAL},?)*?\sby\s"


def by_verb(view: View) -> Iterator[Told]:
    """“A, on arriving in X, conferred there with B”, “A was this afternoon granted an audience by B”."""
    text = view.main
    for match in (*pattern(_OBJECT).finditer(text), *pattern(_PASSIVE).finditer(text)):
        active = match.re.groupindex.get("to") is not None
        if active and not match["to"] and re.fullmatch(_DIRECT, match["verb"]) is None:
            continue
        subject = subject_before(text, match.start("verb") if active else match.start())
        if subject is None or (
            match["verb"] == "report" and not _ERRAND.search(text, subject.end, match.start("verb"))
        ):
            continue
        owners = people_of(view.parties(text[subject.start : subject.end]))
        listed = enumeration(text, match.end())
        pronoun = _PRONOUN.match(text, match.end())
        meant = people_of(whom(view, pronoun["word"])) if pronoun is not None else []
        for group in groups_of(view, listed, owners) if listed is not None else [meant]:
            if are_others(group, owners):
                yield drafted(view, match, joined(owners, group), subject, match.span("verb")), group


_PRONOUN = re.compile(
    r"(?P<word>him|her|them)\b(?!\s(?!(?:as\swell|too|also|again|alone|twice|briefly|there|later|today|yesterday|on|in|at|for|to|and|over|during|before|after|separately|together)\b)[\w{])"
)
