"""Talks told by a verb: “A, on arriving in X, conferred there with B”, “A was this afternoon received by B”, “before meeting B”.

Which verbs they are and what they take is data (`frames`); who stands behind them and who is their subject is asked of
the sentence. A verb is read in the active, the passive, as a participle and as an infinitive.
"""

import re
from collections.abc import Iterator

from kg.extract.meetings.by_clause.complements import Complement, behind, in_front
from kg.extract.meetings.by_clause.drafting import Told, drafted_by_verb
from kg.extract.meetings.by_clause.frames import Frame, Word, table
from kg.extract.meetings.by_clause.parties import are_others, groups_of
from kg.extract.meetings.telling import joined, persons, whom
from kg.extract.syntax.clauses import Chunk, subject_before, subject_behind
from kg.extract.view import Party, View, people_of

# Before a participle that something is done to: “was this afternoon received”.
_BE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s(?:(?!(?:to|and|by|with|that)\s)[\w-]+\s){0,4}$")
# Before a form in -ing that is a verb: “before meeting X”, “is meeting X”, and in front of a sentence “Meeting X, …”.
_DOING = re.compile(
    r"(?:\b(?:[Bb]efore|[Aa]fter|[Ww]hile|[Oo]n|[Uu]pon|[Bb]y|[Ww]hen|[Ii]n|to|[Bb]esides|from|[Dd]en(?:y|ies|ied)|is|are|was|were|be|been|[Ff]ollowing)\s(?:(?:also|then|later|first|again|\w+ly)\s)?|,\s(?:(?:also|then|later)\s)?|^\W*(?:[^;–—]{0,60}[–—-]\s)?|\band\s)$"
)
# Before a bare form that is an infinitive or stands behind an auxiliary, or goes on with one.
_TO_DO = re.compile(
    r"\b(?:to|will|would|shall|should|must|can|could|may|might|did|does|do|not|and|or)\s(?:(?:also|then|later|first|again|not|both|each|jointly|separately|\w+ly)\s){0,3}$"
)
_PASSIVE_TAKES = frozenset({"object", "on"})
_OWNED = re.compile(r"['’]s?\s")
# “Called on X to release the prisoners”: an appeal.
_APPEAL = re.compile(
    r",?\s(?:\([^()]*\)\s)?(?:not\s)?to\s(?!(?:discuss|hear|brief|present|convey|exchange|take\s(?:his|her|their)?\s?leave|pay|express|thank|congratulate|deliver|hand|bid|seek|talk|review|introduce|the|his|her|an?)\b)|\s(?:for|that)\s"
)


def by_verb(view: View) -> Iterator[Told]:
    """What the verbs of a sentence tell, one after another."""
    text = view.main
    forms, words = table()
    for match in forms.finditer(text):
        if _OWNED.match(text, match.end()) is not None:
            continue
        before = text[max(0, match.start() - 80) : match.start()]
        for word in words[match[0].lower()]:
            told = list(_of_frame(view, match, before, word))
            if told:
                yield from told
                break


def _of_frame(view: View, match: re.Match[str], before: str, word: Word) -> Iterator[Told]:
    """What a form of a verb tells where it is read in one frame."""
    text, (forms, frame) = view.main, word
    rest = frame.rest.match(text, match.end())
    if rest is None or ("ing" in forms and _DOING.search(before) is None):
        return
    passive = "participle" in forms and _BE.search(before) is not None
    found = _found(text, rest.end(), frame, passive)
    subject = _subject(text, match, forms, found)
    if subject is None or _OF_OTHERS.search(text, subject.end, match.start()) is not None:
        return
    if forms == {"base"} and not _is_verb(text, subject, match.start()):
        return
    alone = passive and (frame.role or not frame.event)
    if not alone and not _is_near(text, match.start(), rest.end(), frame):
        return
    owners = _owners(view, subject)
    if found is not None:
        if match[0] == "called" and "on" in frame.rest.pattern and not passive and _APPEAL.match(text, found.end):
            return
        role = frame.role if not passive else _OTHER.get(frame.role, "")
        yield from _with(view, match, subject, owners, found, frame.event, role)
    elif not passive and _each_other(text, rest.end(), frame):
        people = people_of(owners)
        named = subject.listed is not None and len(subject.listed.members) > 1
        denied = _UNABLE.search(before) is not None and _IN_PERSON.match(text, rest.end()) is not None
        if len(people) > 1 and not denied and (named or not frame.takes & _NAMED):
            yield drafted_by_verb(view, match.span(), rest.end(), people, subject, frame.event, {}), people


def _found(text: str, position: int, frame: Frame, passive: bool) -> Complement | None:
    """Those of the other side of a verb whose words end at a position; in front of the sentence where none is behind it."""
    if passive:
        return behind(text, position, "by") if frame.takes & _PASSIVE_TAKES else None
    every = (behind(text, position, takes) for takes in sorted(frame.takes - _SEVERAL))
    found = next((one for one in every if one is not None), None)
    if found is None and frame.takes & {"with", "topic-with"}:
        found = in_front(text, position)
    return found


def _each_other(text: str, position: int, frame: Frame) -> bool:
    """Whether a verb whose words end at a position says what its subjects did with each other."""
    if _EACH_OTHER.match(text, position) is not None:
        return True
    if "topic-several" in frame.takes:
        # “A and B met to discuss trade”: told with their meeting.
        return _TO.search(text, 0, position) is None
    return bool(frame.takes & _SEVERAL) and _ENDS.match(text, position) is not None


_TO = re.compile(r"\bto\s(?:(?:also|further|\w+ly)\s)?[a-z]+$")
_EACH_OTHER = re.compile(r"\s(?:with\s|to\s)?(?:each\sother|one\sanother)\b")
# “Were unable to meet in person”: they may have talked all the same.
_UNABLE = re.compile(r"\b(?:unable|not|never|n['’]t)\s(?:[\w-]+\s){0,2}$")
_IN_PERSON = re.compile(r"\s(?:in\sperson|face\sto\sface)\b")
# What those can do with each other who are its subject; what only some of them whom the sentence names, can.
_NAMED = frozenset({"several", "topic-several"})
_SEVERAL = _NAMED | {"together"}
# “Agreed that officials would meet”, “expect the sides to meet”, “agreed for their teams to meet”: somebody else's verb.
_OF_OTHERS = re.compile(
    r"\b(?:said|agreed|announced|noted|stated|stressed|added|proposed|suggested|hoped|expected|confirmed|decided|explained|reported|recalled)\sthat\s"
    r"|\b(?:(?:expect|want|urg|ask|invit|encourag|allow|enabl|help|press|requir|request|instruct|call)(?:s|es|ed|e|ing)?(?:\s(?:up)?on)?|for)\s(?:the|all|both|their|its|his|her|these|those)\s(?:[\w’'-]+\s){1,5}?to\s(?:(?:also|both|\w+ly)\s)?$"
)


def _is_verb(text: str, subject: Chunk, start: int) -> bool:
    """Whether a bare form at a place is one of a verb, and no noun: “to call on X”, “the two meet”, not “the call on X”."""
    between = text[subject.end : start] if subject.end <= start else ""
    return _TO_DO.search(text, max(0, start - 60), start) is not None or _ADVERBS.fullmatch(between) is not None


_ADVERBS = re.compile(r"\s(?:(?:also|then|later|first|again|both|each|jointly|next|today|now|regularly|\w+ly)\s)*")


def _owners(view: View, subject: Chunk) -> list[Party]:
    """The people of a subject; “they” are the two whom the sentence names before, where it names two."""
    text = view.main
    words = text[subject.start : subject.end]
    if subject.listed is None and _PLURAL.match(words) is not None:
        before = people_of(view.parties(text[: subject.start]))
        if len(before) == 2:
            return before
    return persons(view, view.parties(words))


_PLURAL = re.compile(r"(?:[Tt]hey|[Tt]he\stwo)\b")


# Behind a verb whose subjects met each other: “A and B met in X”, “the two met”, no object.
_ENDS = re.compile(
    r"\W*$|[,;:.]|\s(?:in|at|on|for|to|over|during|today|yesterday|tomorrow|this|last|next|again|once|briefly|separately|privately|bilaterally|informally|face|here|there|with(?:in|out)|under|by|behind|face|several|twice|three|and|before|after|ahead|late|early|earlier|later|each\sother|one\sanother|as|[\ue000-\uf8ff])\b"
)


def _subject(text: str, match: re.Match[str], forms: frozenset[str], found: Complement | None) -> Chunk | None:
    """Who does what a verb says: the subject before it, or of the clause that a participle in front of it leads to."""
    subject = subject_before(text, match.start())
    if subject is None and forms == {"ing"} and found is not None:
        return subject_behind(text, found.end)
    return subject


def _with(
    view: View, match: re.Match[str], subject: Chunk, owners: list[Party], found: Complement, event: str, role: str
) -> Iterator[Told]:
    """The talks of the subject with each of the circles of the other side."""
    if found.listed is not None:
        groups = groups_of(view, found.listed, owners)
    else:
        groups = [_meant(view, subject, owners, found.word or "")]
    for group in groups:
        if are_others(group, owners):
            roles = {one.thing.iri.value: _OTHER[role] for one in group} if role else {}
            roles |= {one.thing.iri.value: role for one in owners} if role else {}
            parties = joined(owners, group)
            yield (
                drafted_by_verb(view, match.span(), max(match.end(), found.end), parties, subject, event, roles),
                group,
            )


def _meant(view: View, subject: Chunk, owners: list[Party], word: str) -> list[Party]:
    """Whom a word behind a verb means; “him” is the only other one of whom the sentence tells before, else one of the text."""
    if word not in _PRONOUNS:
        return persons(view, view.parties(word.removeprefix("the ") if len(word) < _ONE_SIGN else word))
    own = {one.thing.iri for one in owners}
    before = [one for one in people_of(view.parties(view.main[: subject.start])) if one.thing.iri not in own]
    return before if len(before) == 1 and word != "them" else people_of(whom(view, word))


_PRONOUNS = frozenset({"him", "her", "them"})
# “The” and the sign of a format.
_ONE_SIGN = 6


_OTHER = {"host": "guest", "guest": "host"}


def _is_near(text: str, start: int, end: int, frame: Frame) -> bool:
    """Whether the clause holds what must stand near a verb at `start` to `end` that alone does not tell of talks."""
    if frame.near is None:
        return True
    return frame.near.search(text, _begin(text, start), _end(text, end)) is not None


def _begin(text: str, position: int) -> int:
    """Where the clause before a position begins."""
    return text.rfind(";", 0, position) + 1


_CLAUSE_END = re.compile(r";|,\s(?:and|while|but)\s")


def _end(text: str, position: int) -> int:
    """Where the clause behind a position ends."""
    found = _CLAUSE_END.search(text, position)
    return found.end() if found is not None else len(text)
