"""Meetings and calls that no wording of the other rules tells, read from the clause: who is its subject, and with whom.

The verb or noun only has to be one of talking together; who took part is asked of the grammar of the sentence.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.bilaterals import bilaterals
from kg.extract.meetings.circles import circles
from kg.extract.meetings.errands import of_errand
from kg.extract.meetings.nouns import none_planned
from kg.extract.meetings.telling import joined, telling, travellers, whom
from kg.extract.modality import of_noun, of_verb
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import Chunk, chunks, subject_before, subject_behind
from kg.extract.syntax.lists import Enumeration, enumeration
from kg.extract.view import Party, View, people_of
from kg.model import Confidence, Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

RULE = "meeting.clause"

Told = tuple[Draft, list[Party]]
"""A draft, and those of the other side: where they are told of already, it adds nothing."""

_NOUN = (
    r"(?P<talks>(?i:meetings?|talks|discussions?|consultations?|conversations?|exchanges?(?:\sof\s(?:views|opinions|ideas))?|negotiations?|deliberations?|dialogue|dinner|lunch|luncheon|breakfast|supper|coffee|tea(?=\swith)|retreats?|gatherings?|(?:few\s)?words?(?=\swith)"
    r"|summit|(?:(?:tele)?phone|video|conference)\s(?:calls?|conversations?|conferences?|talks?)|calls?|videoconference|teleconference|audience|encounters?|t[eê]te-[aà]-t[eê]te|trilaterals?|bilaterals?|round\s?table|appointments?|interviews?|sessions?|one-(?:on|to)-one)\b)"
)
_WITH = r"(?:with|between|among|of)"
# What may stand between a noun and those who talked; no other actor, no clause.
_GAP = rf"(?:\s(?:(?:that|which)\s)?(?:took\splace|(?:was|were|is|are|has\sbeen|had\sbeen|will\sbe|to\sbe)\s(?:\w+\s)?(?:held|conducted|scheduled|planned|had)|takes\splace|will\stake\splace|held|scheduled|planned|arranged|due|behind\sclosed\sdoors|at\s[\w-]+\slevel|lasting\s[^,;.{{A}}]{{3,30}}|(?:on|about|over|concerning|regarding)\s(?!(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)[^;,.{{A}}]{{3,70}}?|(?:,\s)?{ADVERBIAL},?)){{0,4}}?"
_SIDES = rf"{_NOUN}{_GAP}\s(?P<joint>{_WITH})\s"
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
TRIGGER = Trigger(
    r"(?i:meet|met\b|talk|discuss|consult|convers|exchang|negotiat|deliberat|dialogue|dinner|lunch|breakfast|supper|coffee|summit|call|audience|encounter|t[eê]te|lateral|round|retreat|gathering|appointment|interview|session|confer|sp[eo]ke?|report\sto\b|saw\b|see(?:s|ing)?\b|receiv|host|welcom|brief|sat\b|sits?\b|huddl|phon|rang\b|reach|dined|one-on-one|among|programme|agenda|itinerary|diary|schedule)",
)
_PASSIVE = rf"\b(?:was|were|been|be|being)\s(?:[\w-]+\s){{0,4}}?(?P<verb>received|welcomed|greeted|hosted|briefed|met|seen|granted|given|invited)\b(?:\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?P<talks>audience|briefing|reception|dinner|lunch))?(?:,?\s{ADVERBIAL},?)*?\sby\s"
ATTITUDE = re.compile(
    r"\b(?:welcom|prais|commend|hail|condemn|criticiz|criticis|regret|support|call|urg|await|follow|mention|recall|refer|not|describ|report|inform|announc|comment|assess|evaluat|stress|emphasi|underlin|expect|propos|suggest|request|demand|offer|reject|refus|declin|cancel|postpon|prepar|discuss|review)\w*\s(?:[\w’'-]+\s){0,4}(?:the|an?|his|her|their|such|any|further|that|this|about|on|for|of|to)\s(?:[\w-]+\s){0,3}$"
)


def by_clause(view: View, told: Sequence[Draft]) -> Iterator[Draft]:
    """What the clauses of a sentence tell of talks with people of whom the drafts of the sentence so far tell none."""
    if view.is_title or not TRIGGER.stands_in(view.unquoted):
        return
    if not chunks(view.main):
        return
    met = {
        party.thing.iri
        for one in told
        if one.category in TALK_CLASSES
        for party in one.parties
        if party.thing.kind == "person"
    }
    for draft, others in (
        *_nouns(view),
        *_verbs(view),
        *_among(view),
        *_programme(view),
    ):
        if others and not any(one.thing.iri in met for one in others):
            yield draft


def _nouns(view: View) -> Iterator[Told]:
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
                yield _draft(view, match, people, subject, match.span("talks")), people
        elif subject is None or ATTITUDE.search(text, subject.end, match.start()) is None:
            yield from _with(view, match, listed, subject or _behind(text, match, listed))


# “X, for whom it was the third conversation with Y”: the one told before.
_COUNTED = re.compile(r"\bfor\swhom\s(?:it|this)\s(?:was|is|had)\b[^;]*$")


# “Prepared the President's meeting with Y”: not the meeting of who prepared it.
_OF_ANOTHER = re.compile(
    r"\b(?!(?:\w*day|[Tt]omorrow|week|month|year|morning|afternoon|evening|night)['’])[\w\ue000-\uf8ff]+['’]s?\s(?:[\w-]+\s){0,3}$"
)


def _others(group: list[Party], owners: list[Party]) -> bool:
    """Whether a group and those who met it are different people, and both known."""
    own = {one.thing.iri for one in owners}
    return bool(own) and bool(group) and all(one.thing.iri not in own for one in group)


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
    for group in _groups(view, listed, owners):
        if _others(group, owners):
            yield _draft(view, match, joined(owners, group), subject, match.span("talks")), group


_FRONT = re.compile(
    r"\W*(?:[^;–—]{0,60}[–—-]\s)?(?:At|In|During|After|Following|Before|Ahead|Over|On|As|Speaking|Prior|Concluding|Opening|Upon|From|Immediately|Shortly|Earlier|Having|With)\b[^;]*$"
)
_OWN = re.compile(
    r"\W*(?:[^;–—]{0,60}[–—-]\s)?(?:(?:An?|The|His|Her|Further|Other|Separate|Also|On|In|Then|Later|Another|Talks|Discussions|Consultations|Meetings|[A-Z]\w+ing)\b[^;,]{0,80})?$"
)


def _verbs(view: View) -> Iterator[Told]:
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
        for group in _groups(view, listed, owners) if listed is not None else [meant]:
            if _others(group, owners):
                yield _draft(view, match, joined(owners, group), subject, match.span("verb")), group


_PRONOUN = re.compile(
    r"(?P<word>him|her|them)\b(?!\s(?!(?:as\swell|too|also|again|alone|twice|briefly|there|later|today|yesterday|on|in|at|for|to|and|over|during|before|after|separately|together)\b)[\w{])"
)


# “Last conferred with an OSCE Chairman in 1997”: whoever that was.
_SOMEBODY = re.compile(r"\ban?\s$")
# Beside these, people of a list sat for them: “received the Co-Chairs and X”.
_BODIES = frozenset({"format", "institution", "organization"})


def _groups(view: View, listed: Enumeration, owners: list[Party]) -> list[list[Party]]:
    """Those of a list, in the circles in which the owners met them."""
    found: list[list[Party]] = []
    if _SOMEBODY.search(view.main, 0, listed.members[0].start) is not None:
        return found
    for start, end in listed.stretches:
        stretch = view.main[start:end]
        parties = view.parties(stretch)
        people = people_of(parties)
        if people and not any(one.thing.kind in _BODIES for one in parties):
            found += bilaterals(view, owners, people) or circles(stretch, people, owners, Factuality.HAPPENED)
    return found


# “Among those whom X saw in Y were A and B”, “A and B are among those with whom X will confer”.
_AMONG = r"\b(?P<among>[Aa]mong)\s(?:those|the\s[a-z]+)\s(?:with\s|to\s)?(?:whom|who|that)\s"
_BE = re.compile(r"\s(?:was|were|is|are|will\sbe)\s(?:also\s)?")
_TALK_WITHIN = re.compile(
    r"\b(?P<verb>met|meet|meets|saw|see|sees|received|receives?|conferred|confer|spoke|speak|talked|talk|consulted|consult|hosted|host)\b|\b(?P<talks>talks|meetings?|discussions|consultations|conversations?|encounters?)\b"
)


def _among(view: View) -> Iterator[Told]:
    text = view.main
    for match in pattern(_AMONG).finditer(text):
        inside = next((one for one in chunks(text) if one.start >= match.end()), None)
        told = _TALK_WITHIN.search(text, inside.end) if inside is not None else None
        if inside is None or told is None:
            continue
        owners = people_of(view.parties(text[inside.start : inside.end]))
        before = [
            one for one in chunks(text) if one.end <= match.start() and _BE.fullmatch(text, one.end, match.start())
        ]
        behind = _BE.search(text, told.end())
        if before:
            people = people_of(view.parties(text[before[-1].start : before[-1].end]))
        elif behind is not None and (listed := enumeration(text, behind.end())) is not None:
            people = people_of(view.parties(text[behind.end() : listed.members[-1].end]))
        else:
            continue
        for one in people:
            if _others([one], owners):
                yield _draft(view, told, joined(owners, [one]), inside, told.span()), [one]


# “His programme in X included President A; Speaker B; and Minister C”.
_PROGRAMME = r"(?:(?P<whose>{A})['’]s?\s|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)\s(?:[A-Z][\w’'-]+\s){0,4}?)(?:[\w-]+\s){0,2}?(?P<verb>programme|agenda|schedule|itinerary|diary)\b[^;,{A}]{0,60}?\s(?P<how>included|comprised|featured|includes|features|comprises|will\sinclude|foresees)\s"
_DONE = frozenset({"included", "comprised", "featured"})


def _programme(view: View) -> Iterator[Told]:
    text = view.main
    for match in pattern(_PROGRAMME).finditer(text):
        listed = enumeration(text, match.end())
        owners = people_of(view.parties(match["whose"])) if match["whose"] else travellers(view)
        if listed is None or not owners:
            continue
        factuality = Factuality.HAPPENED if match["how"] in _DONE else Factuality.PLANNED
        for one in people_of(view.parties(text[match.end() : listed.members[-1].end])):
            draft = telling(view, match, RULE, joined(owners, [one]), factuality, match.span("how"))
            yield draft, [one]


def _draft(
    view: View, match: re.Match[str], parties: list[Party], subject: Chunk | None, trigger: tuple[int, int]
) -> Draft:
    text, (start, end) = view.main, trigger
    factuality = Factuality.HAPPENED
    if subject is not None and subject.end <= start:
        factuality = of_verb(text, subject.end, start, text[start:end])
        factuality = of_errand(view, subject.end, start, text[start:end], factuality)
    words = match.groupdict()
    noun, verb = words.get("talks") or "", words.get("verb") or ""
    if factuality is Factuality.HAPPENED and noun:
        factuality = of_noun(text, *match.span("talks"))
    draft = telling(view, match, RULE, parties, factuality, trigger, noun or ("call" if _SPOKE.match(verb) else ""))
    draft.confidence = Confidence.MEDIUM
    draft.perhaps_call = _SPOKE.match(verb) is not None and _RANG.match(verb) is None
    if draft.category == "Call" and draft.places and _RANG.match(verb) is None:
        draft.category = "Meeting"
    return draft


_SPOKE = re.compile(r"sp[eo]|talk|tele|phon|rang|reach")
_RANG = re.compile(r"tele|phon|rang|reach")
