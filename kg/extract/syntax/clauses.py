"""Who is the subject of the clause in which a verb or noun of a sentence stands.

The sentence is cut into its lists of actors. Going back from the word, the first list is the subject that opens a clause
(nothing stands before it, or a comma, a conjunction or a dash) and has a verb behind it; lists behind a verb or a
preposition are objects and are passed over. “Who” stands for the last one named before it, whatever his part there was.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extract.plurals import PLURAL
from kg.extract.syntax.lists import Enumeration, Member, enumeration
from kg.text.shape import pattern

SENTENCES = 64
"""Sentences of which the lists are kept: each is asked about by one rule after another, then no more."""
# People, those who chair a format together, and words for several.
_ACTOR = rf"(?:{{AF}}|\b[Tt]hey\b|{PLURAL})"
# What a subject stands behind.
_OPENS = re.compile(
    r"(?:^\W*|[;:.–—]\s|[”\")]\s|,\s|\b(?:and|but|while|whereas|when|where|that|because|as|after|before|since|if|whether|although|though|until|then|today|yesterday|which|whom|whose\s\w+|how|what|earlier|later)\s)"
    r"(?:(?:[Tt]he|[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth|[Aa]lso|[Tt]hen|[Ll]ater|[Ee]arlier|[Tt]oday|[Yy]esterday|an?|his|her|newly|visiting|former|[A-Z][\w-]+)\s){0,4}$"
)
# “A delegation led by X”, “the delegation of the Ministry headed by X, the Deputy Minister,”: X acts.
_LED_BY = re.compile(
    r"\b(?:[Dd]elegations?|[Tt]eam|[Gg]roup|[Mm]ission)\b[^;]{0,80}?\b(?:(?:led|headed|chaired)\sby|under\sthe\sleadership\sof)\s(?:the\s|its\s)?$"
)
# “On 8 June A will visit …”, “The following day in X A met …”: nothing but when and where before the subject.
_FRONTED = r"\W*(?:[^;{A}–—]{0,60}[–—-]\s)?(?:[Ll]ater\s)?(?:(?:[Oo]n|[Ii]n|[Aa]t|[Tt]oday|[Tt]omorrow|[Yy]esterday|[Ee]arlier|[Tt]he\s(?:following|next|same|previous)|[Tt]his|[Ll]ast|[Nn]ext|[Dd]uring|[Oo]ver|[Aa]fter|[Bb]efore|[Ff]ollowing|[Pp]rior\sto|[Aa]head\sof)\b[^;:,{A}]{0,60}?\s)"
# What leads from there to somebody who is no subject: “on the invitation of A”.
_LEADS_ON = re.compile(
    r"\b(?:of|with|by|for|to|in|at|on|from|between|against|about|and|or|like|as|after|before|during|following|over|[a-z]+ing|met|meet|see|(?<!\bhis\s)(?<!\bher\s)(?<!\bits\s)(?<!\bthe\s)(?<!\btheir\s)visit|receive)\s(?:(?:the|his|her|their|its|both)\s)?$"
)

_WHO = re.compile(r"(?:\s\([^()]*\))?,?\s(?:and\s)?who\b")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|shall|did|does|do|can|could|may|might|must|should|[a-z]{2,}ed|[a-z]{2,}s|met|held|spoke|saw|told|gave|made|took|went|came|led|sat|brought|drew|put|said|paid|rang|chose|began|flew|left|got|sent|meet|hold|receive|host|discuss|welcome|visit|join|attend|call|ask)\b"
)


class Chunk(NamedTuple):
    """A list of actors, or a word for several: where it stands, and its list where it is one."""

    start: int
    end: int
    listed: Enumeration | None


@lru_cache(maxsize=SENTENCES)
def chunks(text: str) -> tuple[Chunk, ...]:
    """The lists of actors of a folded sentence, in order, none overlapping."""
    found: list[Chunk] = []
    position = 0
    while (match := pattern(_ACTOR).search(text, position)) is not None:
        listed = enumeration(text, match.start())
        end = listed.members[-1].end if listed is not None else match.end()
        more = pattern(_SERIAL).match(text, end) if listed is not None else None
        if listed is not None and more is not None and opens(text, Chunk(match.start(), end, listed)):
            last = Member(more.start("actor"), more.end("actor"), apart=False)
            listed = Enumeration((*listed.members, last), more.end())
            end = last.end
        found.append(Chunk(match.start(), end, listed))
        position = max(end, match.end())
    return tuple(found)


def subject_before(text: str, position: int) -> Chunk | None:
    """The subject of the clause in which the word at a position stands; None where it has none before it."""
    for chunk in reversed([one for one in chunks(text) if one.end <= position]):
        between = text[chunk.end : position]
        if _TO.fullmatch(between) is not None and _ASKS.search(text, 0, chunk.start) is not None:
            return chunk
        if _SET_OFF.search(text, 0, chunk.start) is not None and _GOES_ON.search(between) is not None:
            continue
        if ";" not in between and _WHO.match(between) is not None:
            last = chunk.listed.members[-1] if chunk.listed is not None else chunk
            return Chunk(last.start, last.end, None)
        if opens(text, chunk) and _verb_behind(text, chunk.end, position):
            return chunk
        if ";" in between:
            return None
    return None


# “Urged A to meet B”, “it fell to A to receive B”: A is to do it.
_TO = re.compile(r"(?:\s\([^()]*\))?(?:,[^,;]{1,80},)?\sto\s(?:(?:also|then|\w+ly)\s)?")
_ASKS = re.compile(
    r"\b(?:urg|invit|ask|encourag|press|request|instruct|advis|allow|enabl|tell|told|task|commission|persuad|want)\w*\s(?:both\s)?(?:the\s)?$|\b(?:call\w*\s(?:up)?on|appeal\w*\sto|f[ea]ll\sto|for)\s(?:both\s)?(?:the\s)?$"
)
# It never stands for an object.
_NOMINATIVE = re.compile(r"they\b")
# “A met B by video, since she lives abroad, and received C”: what commas set off is over before the next verb.
_SET_OFF = re.compile(r",\s(?:since|because|as|although|though|whereas)\s(?:the\s)?$")
_GOES_ON = re.compile(r",\sand\s(?:(?:also|then|later|\w+ly)\s)*$")


def opens(text: str, chunk: Chunk) -> bool:
    """Whether a list stands where a subject does."""
    before = text[max(0, chunk.start - 120) : chunk.start]
    if _OPENS.search(before) is not None or _LED_BY.search(before) is not None:
        return True
    if _NOMINATIVE.match(text, chunk.start) is not None:
        return True
    return pattern(_FRONTED).fullmatch(text, 0, chunk.start) is not None and _LEADS_ON.search(before) is None


# “The A, and the B, attended it”: a list that opens a clause ends only before the clause's own verb.
_SERIAL = r",\sand\s(?:the\s)?(?P<actor>{A})(?=,?\s)(?!['’])"
_ASIDE = re.compile(r"(?:\s\([^()]*\))?(?:,\s[^,;]{2,140}(?=,\s))*,?\s?")


def _verb_behind(text: str, begin: int, position: int) -> bool:
    """Whether a verb stands between a list and a position, or right there."""
    words = text[begin:position]
    if words.startswith(("'", "’")):
        return False
    return _VERB.search(words) is not None or not words.strip(" ,") or _VERB.match(text, position) is not None


def subject_behind(text: str, position: int) -> Chunk | None:
    """The subject of the main clause behind an adverbial in front: “At a meeting with X in Y, Z said …”: Z."""
    for chunk in chunks(text):
        if chunk.start < position or not opens(text, chunk):
            continue
        if text[position : chunk.start].rstrip(" the").endswith(","):
            aside = _ASIDE.match(text, chunk.end)
            behind = aside.end() if aside is not None else chunk.end
            if _VERB.search(text, behind, behind + 40) is not None or _VERB.search(text, chunk.end, chunk.end + 40):
                return chunk
    return None
