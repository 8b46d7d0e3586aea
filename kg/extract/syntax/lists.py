"""Lists of actors as a sentence gives them, read member by member: “A, B of the Council and, later that day, C”.

A member is an actor with the words of an office that no list knows before it and an aside behind it. Between members stand
commas, semicolons and conjunctions, with when or where the next was met. A list ends before a member that is the subject of
a verb behind it, since that begins another clause.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.syntax.adverbials import ADVERBIAL
from kg.text.shape import pattern

# Words before an actor in a list: articles, what he is called, an office that nobody knows; no verb and no preposition of place.
_SMALL = r"(?:(?!(?:(?:there|here)?after|later|other|whether|together|never|over|under|earlier|whatever|however|rather|either|neither|another|per|for|nor)\s)(?:the|an?|his|her|its|their|of|for|on|new|newly|former|acting|then|deputy|vice|senior|chief|special|state|visiting|outgoing|incoming|fellow|late|de\sfacto|[a-z]+(?:al|ian|ish|ese|ive|ary|ior|ist|man|woman|er|or|ic)|appointed|elected|regional|head|leader|counterparts?|colleagues?|envoy|representative|spokesperson)|for)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'&/-]*\.?(?:['’]s?)?"
# “The standing rapporteur and member of the Assembly (PACE), Lord A”: one office of two parts.
_WORD = rf"(?:{_SMALL}|{_CAPITAL}|{{DSGELRTIOFMC}}(?:['’]s?)?|and\s(?=[A-Z]|(?:[a-z]+\s)?(?:head|member|chair\w*|leader|director|representative|adviser|advisor|co-ordinator|coordinator|spokes\w+|minister|deputy|rapporteur|envoy|president|secretary|commissioner|commander)\b))(?:\s\([^()]{{1,12}}\))?,?\s"
_BEFORE = rf"(?:(?:both|also|then|first|finally)\s)?(?:{_WORD}){{0,12}}?"
_BRACKETS = r"(?:\s\([^()]{1,60}\))?"
# “, head of the delegation,”: who the member is, in words that name nobody else.
_ASIDE = r"(?:,\s(?:(?:the|its|his|her|a|an|who\s(?:is|was|also))\s)?(?!(?:and|with|while|but|who|which|on|in|at|to|as\swell)\b)[^,;:.{ASEFH}]{2,90}(?=,\s|;\s|[.!?]?\W*$|\s(?:and|as\swell\sas)\s))?"
_MEMBER = rf"{_BEFORE}(?P<actor>{{A}})(?!['’]s?\s(?!delegation)){_BRACKETS}"
# The first may have an office of any words: “the Secretary for Relations with States and Organizations of the Holy See, Monsignor A”.
_NO_VERB = r"(?!(?:is|are|was|were|be|been|being|has|have|had|will|would|who|whom|which|that|where|when|while|whose|before|after|during|said|told|met|held|but|to|at|by|as|behalf|invitation|request|presence|[a-z]+ed)\s)"
# “The three members of the Presidency, A, B and C”, “the leaders of the parties, A and B”.
_SEVERAL = r"(?:(?:the|his|her|their)\s)?(?:(?:two|three|four|five)\s)?(?:[\w-]+\s){0,2}?(?:members|leaders|[Mm]inisters|[Pp]residents|candidates|co-chairs|heads|ambassadors|envoys|negotiators|representatives|directors|speakers)(?:\s(?:of|from|for)\s(?:the\s)?(?:(?!(?:and|with|who)\s)[\w’'-]+\s|{DSGELRTIOFMC}(?:['’]s?)?\s?){0,6}?)?,\s"
_FIRST = rf"(?:{_MEMBER}|{_SEVERAL}(?P<several>{{A}})(?=,\s|\sand\s)|(?:the\s|his\s|her\s|its\s)?(?=[A-Z])(?:{_NO_VERB}[\w’'&/-]+\s|{{DSGELRTIOFMC}}(?:['’]s?)?\s){{0,14}}?(?:{_NO_VERB}[\w’'&/-]+|{{DSGELRTIOFMC}}(?:['’]s?)?),?\s(?P<behind>{{A}})(?!['’]s?\s(?!delegation)))"
_AND = r"(?:and(?:\salso)?|as\swell\sas|together\swith|along\swith|then|followed\sby|plus|&)"
_SET = rf"(?:,?\s?(?:{ADVERBIAL}|later|thereafter|afterwards|subsequently|finally|separately|(?:on|in|at|over|during)\san?\s(?:[\w-]+\s){{0,2}}(?:dinner|lunch|breakfast|luncheon|reception|meeting|conversation|session|call|occasion)(?:\sof\s(?:its|his|her|their)\sown)?|(?:half\s)?an\shour\slater|(?:\w+\s){{1,3}}later|the\ssame\s\w+|on\sthe\ssame\s\w+),?\s)?"
# “A meeting with A and another with B”.
_ANOTHER = r"(?:(?:another|one|an?\s(?:second|third|further|separate)(?:\s(?:one|meeting|conversation|call))?)\s(?=with\s|on\s))?"
_SEPARATOR = rf"(?P<separator>(?:,|;)?\s{_AND}\s?|[,;]\s(?:{_AND}\s)?){_SET}{_ANOTHER}(?P<again>(?:also\s)?(?:with|by|to|on)\s(?=\S))?"
_TAIL = rf"(?P<set>(?:\s{ADVERBIAL}){{0,2}})"
# “With A, with the members of the Presidency, and with B”: between them, some whom nobody names.
_UNNAMED = r"(?:,\s(?P<lead>with|by|on)\s(?:the|some|several|members|representatives|officials)\s[^,;.{A}]{3,80}(?=,\s(?:and\s)?(?P=lead)\s)){0,3}"
_VERB_BEHIND = r"\s*(?:,[^,;.{A}]{2,90},|,)?\s(?:(?:also|then|later|both|each|jointly|today|yesterday|\w+ly)\s)*(?:is|was|has|had|will|would|did|said|says|told|gave|made|took|spoke|met|held|saw|went|came|led|sat|brought|drew|put|[a-z]{2,}ed|[a-z]+(?:s|es)(?=\s(?:the|that|a|an|to|in|on|his|her|their)\b))\b"


class Member(NamedTuple):
    """One of a list: where its actor stands, and whether words part it from those before (“and, later, with C”)."""

    start: int
    end: int
    apart: bool


class Enumeration(NamedTuple):
    """A list: its members in order, and where it ends."""

    members: tuple[Member, ...]
    end: int

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """Where those stand who are told of in one breath, one stretch for each."""
        found: list[tuple[int, int]] = []
        for member in self.members:
            if member.apart or not found:
                found.append((member.start, member.end))
            else:
                found[-1] = found[-1][0], member.end
        return found


def enumeration(text: str, position: int) -> Enumeration | None:
    """The list of persons that begins at a position of a folded sentence; None where no person does."""
    first = pattern(_FIRST).match(text, position)
    if first is None:
        return None
    members = [Member(*first.span(next(one for one in ("actor", "several", "behind") if first[one])), apart=False)]
    end = first.end()
    for separator, member in _further(text, first.end()):
        members.append(Member(member.start("actor"), member.end("actor"), _apart(separator)))
        end = member.end()
    return Enumeration(tuple(members), end)


def continuation(text: str, position: int) -> tuple[Member, ...]:
    """The further members of a list of persons whose last one read so far ends at a position, up to where words part them."""
    found: list[Member] = []
    for separator, member in _further(text, position):
        if _apart(separator):
            break
        found.append(Member(member.start("actor"), member.end("actor"), apart=False))
    return tuple(found)


def _apart(separator: re.Match[str]) -> bool:
    """Whether the words before a member say that it was met at another time or place, or with others."""
    return (
        separator["again"] is not None or bool(separator["set"].strip(" ,")) or _LATER.search(separator[0]) is not None
    )


_LATER = re.compile(
    r"\b(?:later|thereafter|afterwards|subsequently|finally|separately|then|followed)\b|,\s(?:in|on|at)\s"
)


def _further(text: str, position: int) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The further members of a list behind its first, each with what stands before it."""
    while True:
        aside = pattern(_ASIDE).match(text, position)
        begin = aside.end() if aside is not None else position
        found = _next(text, begin) or (_next(text, position) if begin != position else None)
        if found is None:
            return
        separator, member = found
        if separator["again"] is not None and separator["separator"].startswith(";"):
            # “Saw A; with B she had asked for an appointment”: another clause.
            return
        if pattern(_VERB_BEHIND).match(text, member.end()) is not None and separator["separator"][0] in ",;":
            return
        yield separator, member
        position = member.end()


def _next(text: str, position: int) -> tuple[re.Match[str], re.Match[str]] | None:
    separator = pattern(_TAIL + _UNNAMED + _SEPARATOR).match(text, position)
    if separator is None:
        return None
    member = pattern(_MEMBER).match(text, separator.end())
    return (separator, member) if member is not None else None
