"""Meetings and calls that no wording of the other rules tells, read from the clause: who is its subject, and with whom.

The verb or noun only has to be one of talking together; who took part is asked of the grammar of the sentence.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.telling import circles, joined, telling, travellers
from kg.extract.modality import of_noun, of_verb
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import Chunk, chunks, subject_before, subject_behind
from kg.extract.syntax.lists import Enumeration, enumeration
from kg.extract.view import Party, View, people_of
from kg.model import Confidence, Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_NOUN = (
    r"(?P<talks>(?i:meetings?|talks|discussions?|consultations?|conversations?|exchanges?(?:\sof\s(?:views|opinions|ideas))?|negotiations?|deliberations?|dialogue|dinner|lunch|luncheon|breakfast|supper|coffee"
    r"|summit|(?:(?:tele)?phone|video|conference)\s(?:calls?|conversations?|conferences?|talks?)|calls?|videoconference|teleconference|audience|encounters?|t[eê]te-[aà]-t[eê]te|retreats?|gatherings?|trilaterals?|bilaterals?|round\s?table|appointments?|interviews?|sessions?|one-(?:on|to)-one)\b)"
)
_WITH = r"(?:with|between|among|by|of)"
# What may stand between a noun and those who talked; no other actor, no clause.
_GAP = rf"(?:\s(?:(?:that|which)\s)?(?:took\splace|(?:was|were|is|are|has\sbeen|had\sbeen|will\sbe|to\sbe)\s(?:\w+\s)?(?:held|conducted|scheduled|planned|had)|takes\splace|will\stake\splace|held|scheduled|planned|arranged|due|behind\sclosed\sdoors|at\s[\w-]+\slevel|lasting\s[^,;.{{A}}]{{3,30}}|(?:on|about|over|concerning|regarding)\s(?!(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)[^;,.{{A}}]{{3,70}}?|(?:,\s)?{ADVERBIAL},?)){{0,4}}?"
_SIDES = rf"{_NOUN}{_GAP}\s(?P<joint>{_WITH})\s"
_VERB = (
    r"\b(?P<verb>met|meets?|meeting|conferred|confers?|conversed|negotiat(?:ed|es|ing)|deliberated|talked|talks(?=\s(?:to|with)\b)|talk(?=\s(?:to|with)\b)|spoke|speaks?|spoken|consulted|consults?|saw|sees|see|received|receives?|hosted|hosts?|welcomed(?=\s(?:\S+\s){0,6}?(?:at|in|to)\s(?:his|her|the)\s(?:office|residence|ministry|palace|capital)\b)"
    r"|sat\sdown|sits?\sdown|huddled|(?:tele)?phoned|rang(?:\sup)?|called\son|calls?\son|reached\sout|exchanged\s(?:views|opinions|ideas)|lunched|dined|breakfasted|compared\snotes|held|holds?|had)"
)
_DIRECT = r"met|meets?|meeting|saw|sees|see|received|receives?|hosted|hosts?|welcomed|(?:tele)?phoned|rang(?:\sup)?|called\son|calls?\son|consulted|consults?"
_OBJECT = rf"{_VERB}(?:,?\s{ADVERBIAL},?)*?(?:\s(?P<to>with|to))?\s(?=(?:the\s|his\s|her\s)?\S)"
TRIGGER = Trigger(
    r"(?i:meet|met\b|talk|discuss|consult|convers|exchang|negotiat|deliberat|dialogue|dinner|lunch|breakfast|supper|coffee|summit|call|audience|encounter|t[eê]te|lateral|round|retreat|gathering|appointment|interview|session|confer|sp[eo]ke?|saw\b|sees?\b|receiv|host|welcom|brief|sat\b|sits?\b|huddl|phon|rang\b|reach|dined|one-on-one)",
)
_PASSIVE = rf"\b(?:was|were|been|be|being)\s(?:[\w-]+\s){{0,4}}?(?P<verb>received|welcomed|greeted|hosted|briefed|met|seen|granted|given|invited)\b(?:\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?P<talks>audience|briefing|reception|dinner|lunch))?(?:,?\s{ADVERBIAL},?)*?\sby\s"
ATTITUDE = re.compile(
    r"\b(?:welcom|prais|commend|hail|condemn|criticiz|criticis|regret|support|call|urg|await|follow|mention|recall|refer|not|describ|report|inform|announc|comment|assess|evaluat|stress|emphasi|underlin|expect|propos|suggest|request|demand|offer|reject|refus|declin|cancel|postpon|prepar|discuss|review)\w*\s(?:[\w’'-]+\s){0,4}(?:the|an?|his|her|their|such|any|further|that|this|about|on|for|of|to)\s(?:[\w-]+\s){0,3}$"
)


def by_clause(view: View, told: Sequence[Draft]) -> Iterator[Draft]:
    """What the clauses of a sentence tell of talks with people of whom the drafts of the sentence so far tell none."""
    if view.is_title or not TRIGGER.stands_in(view.unquoted):
        return
    text = view.main
    known = chunks(text)
    if not known:
        return
    met = {
        party.thing.iri
        for one in told
        if one.category in TALK_CLASSES
        for party in one.parties
        if party.thing.kind == "person"
    }
    for draft, others in (*_nouns(view, text, known), *_verbs(view, text, known)):
        if others and not any(one.thing.iri in met for one in others):
            yield draft
    return


def _nouns(view: View, text: str, known: list[Chunk]) -> Iterator[tuple[Draft, list[Party]]]:
    for match in pattern(_SIDES).finditer(text):
        listed = enumeration(text, match.end())
        if listed is None:
            continue
        joint = match["joint"]
        subject = subject_before(text, match.start(), known)
        if joint == "by":
            continue
        groups = _groups(view, text, listed)
        both = joint in {"between", "among", "of"}
        if both:
            people = [one for group in groups for one in group]
            if len(people) > 1:
                yield _draft(view, match, people, subject, match.span("talks"), text), people
            continue
        if subject is None:
            subject = subject_behind(text, listed.end, known)
            if subject is not None and not _FRONT.match(text, 0, match.start()):
                subject = None
        elif ATTITUDE.search(text, subject.end, match.start()):
            continue
        owners = people_of(view.parties(text[subject.start : subject.end])) if subject is not None else []
        if subject is None:
            owners = travellers(view) if _OWN.match(text, 0, match.start()) else []
        if not owners:
            continue
        for group in groups:
            parties = joined(owners, group)
            if len(parties) > 1:
                yield _draft(view, match, parties, subject, match.span("talks"), text), group


_FRONT = re.compile(
    r"\W*(?:[^;–—]{0,60}[–—-]\s)?(?:At|In|During|After|Following|Before|Ahead|Over|On|As|Speaking|Prior|Concluding|Opening|Upon|From|Immediately|Shortly|Earlier|Having|With)\b[^;]*$"
)
_OWN = re.compile(
    r"\W*(?:[^;–—]{0,60}[–—-]\s)?(?:(?:An?|The|His|Her|Their|Further|Other|Separate|Also|On|In|Then|Later|Another|Talks|Discussions|Consultations|Meetings|[A-Z]\w+ing)\b[^;,]{0,80})?$"
)


def _verbs(view: View, text: str, known: list[Chunk]) -> Iterator[tuple[Draft, list[Party]]]:
    for match in pattern(_OBJECT).finditer(text):
        verb = match["verb"]
        if verb in {"held", "holds", "hold", "had"}:
            continue
        direct = re.fullmatch(_DIRECT, verb) is not None
        if not match["to"] and not direct:
            continue
        listed = enumeration(text, match.end())
        subject = subject_before(text, match.start("verb"), known)
        if listed is None or subject is None or subject.end > match.start("verb"):
            continue
        owners = people_of(view.parties(text[subject.start : subject.end]))
        if not owners:
            continue
        for group in _groups(view, text, listed):
            yield _draft(view, match, joined(owners, group), subject, match.span("verb"), text), group
    for match in pattern(_PASSIVE).finditer(text):
        listed = enumeration(text, match.end())
        subject = subject_before(text, match.start(), known)
        if listed is None or subject is None:
            continue
        owners = people_of(view.parties(text[subject.start : subject.end]))
        for group in _groups(view, text, listed):
            if owners:
                yield _draft(view, match, joined(owners, group), subject, match.span("verb"), text), group


def _groups(view: View, text: str, listed: Enumeration) -> list[list[Party]]:
    found = []
    for start, end in listed.stretches:
        people = people_of(view.parties(text[start:end]))
        if people:
            found += circles(text[start:end], people, [], Factuality.HAPPENED)
    return found


def _draft(
    view: View, match: re.Match[str], parties: list[Party], subject: Chunk | None, trigger: tuple[int, int], text: str
) -> Draft:
    start, end = trigger
    factuality = (
        of_verb(text, subject.end, start, text[start:end])
        if subject is not None and subject.end <= start
        else Factuality.HAPPENED
    )
    noun = match.re.groupindex.get("talks") and match["talks"]
    if factuality is Factuality.HAPPENED and noun:
        factuality = of_noun(text, *match.span("talks"))
    verb = match.groupdict().get("verb") or ""
    talks = noun or ("call" if re.match(r"sp|talk|tele|phon|rang|reach", verb) else "")
    draft = telling(view, match, "meeting.clause", parties, factuality, trigger, talks)
    draft.confidence = Confidence.MEDIUM
    draft.perhaps_call = bool(re.match(r"sp|talk", verb))
    if draft.category == "Call" and draft.places and not re.match(r"tele|phon|rang", verb):
        draft.category = "Meeting"
    return draft
