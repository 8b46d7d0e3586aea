"""Talks told by a noun: “talks with B, which A conducted in X”, “the exchange that took place in X between A and B”."""

import re
from collections.abc import Iterator

from kg.extract.meetings.by_clause.drafting import Told, drafted
from kg.extract.meetings.by_clause.lexicon import nouns
from kg.extract.meetings.by_clause.parties import Apart, are_others, groups_of, of_chunk, of_list
from kg.extract.meetings.circles import states_of
from kg.extract.meetings.nouns import none_planned
from kg.extract.meetings.telling import joined, persons, travellers
from kg.extract.plurals import PLURAL
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import Chunk, subject_before, subject_behind
from kg.extract.syntax.lists import Enumeration, enumeration
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.shape import pattern

GAP = rf"(?:\s(?:(?:that|which)\s)?(?:took\splace|(?:was|were|is|are|has\sbeen|had\sbeen|will\sbe|to\sbe)\s(?:\w+\s)?(?:held|conducted|scheduled|planned|foreseen|envisaged|expected|arranged|had)|takes\splace|will\stake\splace|held|scheduled|planned|arranged|due|each\sapart|behind\sclosed\sdoors|at\s[\w-]+\slevel|lasting\s[^,;.{{A}}]{{3,30}}|of\s(?:his|her|their)\sown|(?:on|about|over|concerning|regarding)\s(?!(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)[^;,.{{A}}]{{3,70}}?|(?:,\s)?{ADVERBIAL},?)|,\seach\sapart,){{0,4}}?"
"""What may stand between a noun and those who talked; no other actor, no clause."""
_SIDES = rf"\b(?P<talks>(?i:{nouns('with')})\b){GAP}\s(?P<joint>with|between|among|of)\s"
ATTITUDE = re.compile(
    r"\b(?:welcom|prais|commend|hail|condemn|criticiz|criticis|regret|support|call|urg|await|follow|mention|recall|refer|not|describ|report|inform|announc|comment|assess|evaluat|stress|emphasi|underlin|expect|propos|suggest|request|demand|offer|reject|refus|declin|cancel|postpon|prepar|discuss|review)\w*\s(?:[\w’'-]+\s){0,4}(?:the|an?|his|her|their|such|any|further|that|this|about|on|for|of|to)\s(?:[\w-]+\s){0,3}$"
)


def by_noun(view: View) -> Iterator[Told]:
    """“Talks with B, which A conducted in X”, “the exchange that took place in X between A and B”."""
    text = view.main
    for match in pattern(_SIDES).finditer(text):
        listed = enumeration(text, match.end())
        if listed is None:
            yield from _of_all(view, match)
            continue
        if none_planned(view, match) or _COUNTED.search(text, 0, match.start()) is not None:
            continue
        if match["joint"] != "with":
            subject = subject_before(text, match.start())
            people = of_list(view, listed)
            if len(people) > 1 and _OF_ANOTHER.search(text, 0, match.start()) is None:
                yield drafted(view, match, people, subject, match.span("talks")), people
        else:
            yield from _with(view, match, listed)
    yield from _together(view)
    yield from _in_front(view)
    yield from _which_they_held(view)


def _of_all(view: View, match: re.Match[str]) -> Iterator[Told]:
    """“A meeting of the two ministers”, “talks with the Co-Chairs”: of or with those whom such a word means."""
    text = view.main
    word = pattern(_ALL).match(text, match.end())
    if word is None:
        return
    people = joined(persons(view, view.parties(word["plural"] or word["body"])), people_of(view.parties(word["more"])))
    if match["joint"] != "with":
        if len(people) > 1:
            yield drafted(view, match, people, subject_before(text, match.start()), match.span("talks")), people
        return
    subject, owners = owners_of(view, match.start(), word.end())
    circles = [(owners, people)]
    if _SEPARATE.search(text, 0, match.start()) is not None:
        # “A and B held separate talks with the Co-Chairs”, “the Co-Chairs held separate talks with the two ministers”.
        circles = [([one], people) for one in owners] if word["body"] else [(owners, [one]) for one in people]
    for own, others in circles:
        if are_others(others, own):
            yield drafted(view, match, joined(own, others), subject, match.span("talks")), others


# A word for several of whom none is named; not “the two” alone, who may be any.
_ALL = rf"(?:the\s)?(?P<body>{{F}})(?:\sof\s(?:the\s)?{{FG}})?(?P<more>,?\sand\s(?:the\s)?{{A}})?(?![\w'’])|(?!the\s(?:two|three|four)\b(?!\s[a-zA-Z]*(?:ministers|presidents|leaders|ambassadors|envoys|negotiators)))(?P<plural>{PLURAL})"


# “In a telephone call on Sunday, A and B agreed …”.
_AT_FIRST = rf"^\W*(?:[^;–—]{{0,60}}[–—-]\s)?(?:At|In|During|Over|On)\s(?:an?|their)\s(?:[\w-]+\s){{0,3}}?(?P<talks>(?i:{nouns('between')}))\b{GAP},\s(?=(?:the\s)?\S)"


def _in_front(view: View) -> Iterator[Told]:
    text = view.main
    match = pattern(_AT_FIRST).match(text)
    subject = subject_behind(text, match.end("talks")) if match is not None else None
    people = of_chunk(view, subject) if subject is not None else []
    if match is not None and subject is not None and len(people) > 1 and subject.start - match.end() < _CLOSE:
        yield drafted(view, match, people, None, match.span("talks")), people


_CLOSE = 5
# “The talks that A held with B in X”, “the meeting which A and B had on Monday”.
_THAT = rf"\b(?P<talks>(?i:{nouns('between')}))\b(?:\s(?:that|which))?\s(?=(?:the\s)?[A-Z\ue000-\uf8ff])"
_THEY_HELD = rf"(?:,[^,;{{A}}]{{2,60}},|,)?\s(?P<had>had\s)?(?:(?:also|then|jointly)\s)*(?P<verb>held|had|conducted|will\shold|is\sto\shold|are\sto\shold)\b(?:,?\s{ADVERBIAL},?)*?(?P<with>\swith\s(?=\S))?"


def _which_they_held(view: View) -> Iterator[Told]:
    text = view.main
    for match in pattern(_THAT).finditer(text):
        holders = enumeration(text, match.end())
        held = pattern(_THEY_HELD).match(text, holders.end) if holders is not None else None
        if holders is None or held is None or ("that" not in match[0] and "which" not in match[0]):
            continue
        owners = of_list(view, holders)
        listed = enumeration(text, held.end()) if held["with"] else None
        others = of_list(view, listed)
        parties = joined(owners, others)
        if len(parties) > 1 and (not others or are_others(others, owners)):
            draft = drafted(view, match, parties, None, match.span("talks"))
            if held["had"] and draft.factuality is Factuality.HAPPENED:
                draft.factuality = Factuality.PRESUPPOSED
            yield draft, parties


# “A and B held a meeting in X”, “had their first consultations”: of those who are the subject, where nobody else is named.
_HELD = rf"\b(?P<verb>held|holds?|holding|had|have|has|conducted|conducts?)\s(?:(?:an?|the|their)\s)?(?:(?!no\b)[\w-]+\s){{0,3}}?(?P<talks>(?i:{nouns('between')}))\b(?!\s(?:{ADVERBIAL}\s)?(?:with|between|among|of|for)\b)"


def _together(view: View) -> Iterator[Told]:
    text = view.main
    for match in pattern(_HELD).finditer(text):
        subject = subject_before(text, match.start("verb"))
        if subject is None or _SEVERAL.search(match["talks"]):
            continue
        people = of_chunk(view, subject)
        if len(people) > 1:
            yield drafted(view, match, people, subject, match.span("verb")), people


# “X, for whom it was the third conversation with Y”: the one told before.
_COUNTED = re.compile(r"\bfor\swhom\s(?:it|this)\s(?:was|is|had)\b[^;]*$")


# “Prepared the President's meeting with Y”: whoever the President is, not the meeting of who prepared it.
_OF_ANOTHER = re.compile(
    r"\b(?!(?:\w*day|[Tt]omorrow|week|month|year|morning|afternoon|evening|night)['’])[\w\ue000-\uf8ff]+['’]s?\s(?:[\w-]+\s){0,3}$"
)
# “After X's talks with Y”: X's.
_OF_SOMEBODY = r"(?P<whose>{A})['’]s?\s(?:[\w-]+\s){0,3}$"


def _with(view: View, match: re.Match[str], listed: Enumeration) -> Iterator[Told]:
    """Talks with those of a list: of those whose they are, of the subject of the clause, or of those whose doings the text reports."""
    subject, owners = owners_of(view, match.start(), listed.end)
    for group in groups_of(view, listed, owners, apart(view.main, match, owners, of_list(view, listed))):
        if are_others(group, owners):
            yield drafted(view, match, joined(owners, group), subject, match.span("talks")), group


def owners_of(view: View, begin: int, end: int) -> tuple[Chunk | None, list[Party]]:
    """The subject of the clause that tells of talks by a noun that begins at a position, and whose talks these were; those met are named up to `end`."""
    text = view.main
    owner = pattern(_OF_SOMEBODY).search(text, max(0, begin - _NEAR), begin)
    if owner is not None:
        return None, people_of(view.parties(owner["whose"]))
    subject = subject_before(text, begin)
    if _OF_ANOTHER.search(text, 0, begin) or (subject is not None and ATTITUDE.search(text, subject.end, begin)):
        return None, []
    subject = subject or (subject_behind(text, end) if _FRONT.match(text, 0, begin) is not None else None)
    return subject, of_chunk(view, subject) if subject is not None else owners_alone(view, begin, end)


_NEAR = 60


_FRONT = re.compile(
    r"\W*(?:[^;–—]{0,60}[–—-]\s)?(?:At|In|During|After|Following|Before|Ahead|Over|On|As|Speaking|Prior|Concluding|Opening|Upon|From|Immediately|Shortly|Earlier|Having|With)\b[^;]*$"
)


_OWN = re.compile(
    r"\W*(?:[^;–—]{0,60}[–—-]\s)?(?:(?:An?|The|His|Her|Further|Other|Separate|Also|On|In|Then|Later|Another|Courtesy|Farewell|Introductory|Bilateral|Official|Individual|Talks|Discussions|Consultations|Meetings|[A-Z]\w+ing)\b[^;,]{0,80})?$"
)
# “…, where talks with A are scheduled for Friday”, “in X there were separate meetings with A”.
_OPENS = re.compile(
    r"(?:;\s|:\s|,\s(?:where\s|and\s|while\s)?|\bthere\s(?:was|were|are|is|will\sbe|followed)\s(?:also\s|then\s)?)(?:(?:an?|the|his|her|their|further|first)\s)?(?:[\w-]+\s){0,3}$"
)
_THEN = re.compile(
    r"(?:,[^;,]{2,90},)?\s(?:(?:then|also|later)\s)?(?:is|are|was|were|has|had|have|will|followed|took|takes|rounded|concluded|completed|ended|opened)\b"
)
# “The day had brought meetings with A”, “the tour began with a visit to A and a session with B”.
_BROUGHT = re.compile(
    r"\b(?:brought|included|includes|include|featured|comprised|(?:followed|preceded)\s(?:[^;,]{1,30}\s)?by|with|saw)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}$|\b(?:began|begun|opened|started|ended|concluded|closed)\b[^;]{0,60}?\swith\s[^;]*\sand\san?\s(?:[\w-]+\s){0,2}$"
)
_THERE = re.compile(r"\bthere\s(?:was|were|are|is|will\sbe|followed)\s(?:also\s|then\s)?(?:[\w-]+\s){0,4}$")


def owners_alone(view: View, begin: int, end: int) -> list[Party]:
    """Those whose doings the text reports, where talks that are told from `begin` to `end` have nobody else who had them."""
    text = view.main
    alone = _OPENS.search(text, 0, begin) is not None and _THEN.match(text, end) is not None
    own = (
        alone
        or _OWN.match(text, 0, begin) is not None
        or any(one.search(text, 0, begin) is not None for one in (_THERE, _BROUGHT))
    )
    return travellers(view) if own else []


_SEPARATE = re.compile(r"(?<!\ba\s)(?<!another\s)\b(?:[Ss]eparate|[Ii]ndividual)\s(?:[\w-]+\s){0,2}$")
_BILATERAL = re.compile(r"\b(?:[Bb]ilateral|(?:[Ss]eries|[Nn]umber|[Rr]ound)\sof(?:\s[a-z]+)?)\s$")
_EACH_APART = re.compile(r"\beach\sapart\b")
# Nouns that tell in the plural of one with each.
_SEVERAL = re.compile(r"(?i)(?:meetings|calls|bilaterals|encounters|appointments|visits|audiences)$")
_PLURAL = re.compile(r"(?i)(?:talks|meetings|consultations|discussions|conversations|negotiations)$")


def apart(text: str, match: re.Match[str], owners: list[Party], others: list[Party]) -> Apart:
    """Whether the noun and the words before it say that those who follow were met apart."""
    begin, end = match.span("talks")
    noun = match["talks"]
    if _SEPARATE.search(text, 0, begin) or _EACH_APART.search(text, end, match.end()):
        return Apart.EACH
    if _SEVERAL.search(noun) and len(owners) == 1:
        return Apart.EACH
    of_states = len(states_of(others)) > 1 and all(states_of([one]) for one in others)
    if _BILATERAL.search(text, 0, begin) and _PLURAL.search(noun) and len(owners) == 1 and of_states:
        return Apart.STATES
    return Apart.NO
