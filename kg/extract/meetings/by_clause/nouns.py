"""Talks told by a noun: “talks with B, which A conducted in X”, “the exchange that took place in X between A and B”."""

import re
from collections.abc import Iterator

from kg.extract.meetings.by_clause.drafting import Told, drafted
from kg.extract.meetings.by_clause.parties import are_others, groups_of
from kg.extract.meetings.nouns import none_planned
from kg.extract.meetings.telling import joined, travellers
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import Chunk, subject_before, subject_behind
from kg.extract.syntax.lists import Enumeration, enumeration
from kg.extract.view import View, people_of
from kg.text.shape import pattern

_NOUN = (
    r"(?P<talks>(?i:meetings?|talks|discussions?|consultations?|conversations?|exchanges?(?:\sof\s(?:views|opinions|ideas))?|negotiations?|deliberations?|dialogue|dinner|lunch|luncheon|breakfast|supper|coffee|tea(?=\swith)|retreats?|gatherings?|(?:few\s)?words?(?=\swith)"
    r"|summit|(?:(?:tele)?phone|video|conference)\s(?:calls?|conversations?|conferences?|talks?)|calls?|videoconference|teleconference|audience|encounters?|t[eê]te-[aà]-t[eê]te|trilaterals?|bilaterals?|round\s?table|appointments?|interviews?|sessions?|one-(?:on|to)-one)\b)"
)
_WITH = r"(?:with|between|among|of)"
# What may stand between a noun and those who talked; no other actor, no clause.
_GAP = rf"(?:\s(?:(?:that|which)\s)?(?:took\splace|(?:was|were|is|are|has\sbeen|had\sbeen|will\sbe|to\sbe)\s(?:\w+\s)?(?:held|conducted|scheduled|planned|had)|takes\splace|will\stake\splace|held|scheduled|planned|arranged|due|behind\sclosed\sdoors|at\s[\w-]+\slevel|lasting\s[^,;.{{A}}]{{3,30}}|(?:on|about|over|concerning|regarding)\s(?!(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)[^;,.{{A}}]{{3,70}}?|(?:,\s)?{ADVERBIAL},?)){{0,4}}?"
_SIDES = rf"{_NOUN}{_GAP}\s(?P<joint>{_WITH})\s"
ATTITUDE = re.compile(
    r"\b(?:welcom|prais|commend|hail|condemn|criticiz|criticis|regret|support|call|urg|await|follow|mention|recall|refer|not|describ|report|inform|announc|comment|assess|evaluat|stress|emphasi|underlin|expect|propos|suggest|request|demand|offer|reject|refus|declin|cancel|postpon|prepar|discuss|review)\w*\s(?:[\w’'-]+\s){0,4}(?:the|an?|his|her|their|such|any|further|that|this|about|on|for|of|to)\s(?:[\w-]+\s){0,3}$"
)


def by_noun(view: View) -> Iterator[Told]:
    """“Talks with B, which A conducted in X”, “the exchange that took place in X between A and B”."""
    text = view.main
    for match in pattern(_SIDES).finditer(text):
        listed = enumeration(text, match.end())
        if listed is None or (match["joint"] == "of" and len(listed.members) == 1):
            continue
        if (
            none_planned(view, match)
            or _COUNTED.search(text, 0, match.start()) is not None
            or _OF_ANOTHER.search(text, 0, match.start()) is not None
        ):
            continue
        subject = subject_before(text, match.start())
        if match["joint"] != "with":
            people = people_of(view.parties(text[listed.members[0].start : listed.members[-1].end]))
            if len(people) > 1:
                yield drafted(view, match, people, subject, match.span("talks")), people
        elif subject is None or ATTITUDE.search(text, subject.end, match.start()) is None:
            yield from _with(view, match, listed, subject or _behind(text, match, listed))


# “X, for whom it was the third conversation with Y”: the one told before.
_COUNTED = re.compile(r"\bfor\swhom\s(?:it|this)\s(?:was|is|had)\b[^;]*$")


# “Prepared the President's meeting with Y”: not the meeting of who prepared it.
_OF_ANOTHER = re.compile(
    r"\b(?!(?:\w*day|[Tt]omorrow|week|month|year|morning|afternoon|evening|night)['’])[\w\ue000-\uf8ff]+['’]s?\s(?:[\w-]+\s){0,3}$"
)


def _behind(text: str, match: re.Match[str], listed: Enumeration) -> Chunk | None:
    """Who did something at talks that open a sentence: “at a meeting with A, B said …”."""
    return subject_behind(text, listed.end) if _FRONT.match(text, 0, match.start()) is not None else None


def _with(view: View, match: re.Match[str], listed: Enumeration, subject: Chunk | None) -> Iterator[Told]:
    """Talks with those of a list, of the subject of the clause or else of those whose doings the text reports."""
    text = view.main
    if subject is not None:
        owners = people_of(view.parties(text[subject.start : subject.end]))
    else:
        owners = travellers(view) if _OWN.match(text, 0, match.start()) is not None else []
    for group in groups_of(view, listed, owners):
        if are_others(group, owners):
            yield drafted(view, match, joined(owners, group), subject, match.span("talks")), group


_FRONT = re.compile(
    r"\W*(?:[^;–—]{0,60}[–—-]\s)?(?:At|In|During|After|Following|Before|Ahead|Over|On|As|Speaking|Prior|Concluding|Opening|Upon|From|Immediately|Shortly|Earlier|Having|With)\b[^;]*$"
)
_OWN = re.compile(
    r"\W*(?:[^;–—]{0,60}[–—-]\s)?(?:(?:An?|The|His|Her|Further|Other|Separate|Also|On|In|Then|Later|Another|Talks|Discussions|Consultations|Meetings|[A-Z]\w+ing)\b[^;,]{0,80})?$"
)
