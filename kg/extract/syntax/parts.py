"""The parts that people have in an occasion, by the words that give them: its chair, its host, those who attended it or took the floor.

“The round was co-chaired on Monday by A and B”, “under the chairmanship of A”, “A opened the session, after which the floor was
given to B and C”, “at which A and B took part”. Whoever is so named behind one occasion, one part after the other, was at it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import Chunk, chunks, subject_before, subject_behind
from kg.extract.syntax.lists import enumeration
from kg.text.shape import pattern

OCCASION = (
    r"(?:[Rr]ounds?|[Ss]essions?|[Mm]eetings?|[Tt]alks|[Nn]egotiations|[Cc]onsultations|[Dd]iscussions?|[Dd]eliberations|(?<!press\s)(?<!news\s)[Cc]onferences?(?!\scalls?\b)|[Ss]ummits?|[Gg]athering|[Rr]etreat|[Rr]ound\s?table|[Ff]orum|[Ss]eminar"
    r"|[Ww]orkshop|[Ss]ymposium|[Pp]lenary|[Tt]rilateral|[Bb]rainstorming|[Hh]earing|[Pp]roceedings|(?:video|tele)\s?conference|working\s(?:lunch|dinner|breakfast))"
)
# What meets under somebody: “the intergovernmental commission met under the co-chairmanship of A and B”.
_BODY = r"(?:(?:[Cc]ommission|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Gg]roup|[Tt]ask\s[Ff]orce|[Cc]abinets?|[Gg]overnments|[Dd]elegations)(?=\s(?:met|convened|sat|gathered|will\smeet|meets|held|deliberated)\b))"
_AT = rf"(?:,?\s{ADVERBIAL})*,?"
_BY = (
    r"(?P<how>(?:co-)?chaired|(?:co-)?moderated|(?:co-)?facilitated|(?:co-)?hosted|convened|called|opened|closed|inaugurated|attended|addressed|mediated|presided\sover|led)"
    rf"{_AT}\s(?:(?:also|jointly|\w+ly|in\sturn)\s)*by"
)
_UNDER = r"under\s(?:the\s)?(?P<under>(?:(?:joint|able)\s)?(?:co-)?(?:chair\w*|presidency|auspices\sand\s(?:co-)?chair\w*))\sof"
_WITH = r"(?P<with>with\s(?:the\s)?(?:active\s|personal\s)?participation\sof|in\sthe\spresence\sof|(?:which\s|that\s|and\s|it\s|,\s)?(?:has\s)?(?:brought|brings?|bringing|will\sbring)\stogether)"
_FLOOR = r"(?P<floor>the\sfloor\s(?:was|is|will\sbe)\s(?:then\s)?(?:given|passed)\sto)"
# No other actor and no other clause: what may stand between an occasion and a part in it, or between two parts.
_GAP = r"(?:(?!\b(?:said|says|told|stated|stressed|noted|where|who|whose|while|whereas|because|not|never|instead)\b)[^;{A}]){0,120}?"
_PASSIVE = (
    rf"{_GAP}\b(?:{_BY}|{_UNDER}|{_WITH}{_AT}|{_FLOOR})\s(?:(?:both|its|their|representatives\sof)\s)?(?=(?:the\s)?\S)"
)
# “At which A and B took part”, “with A as host”, “with A and B in attendance”.
_TOOK_PART = r",?\s(?:also\s|both\s|then\s|all\s)*(?P<verb>t(?:ook|akes?|ake)\s(?:part|the\sfloor)|participate[sd]?|attend(?:ed|s)?|spoke|speak|(?:was|were|will\sbe)\s(?:also\s)?present|crossed\sswords|(?:have\s|has\s)?(?:confirmed|announced)\stheir\s(?:attendance|participation)|(?:have|has)\sbeen\sinvited|(?:are|is)\sinvited|will\s(?:take\spart|participate|attend|speak))\b"
# Whoever did something at it was there: “at which A and B presented their plan”.
_DID = rf"(?:{_TOOK_PART}|,?\s(?:also\s|both\s|then\s|all\s|\w+ly\s)*(?P<did>(?!need)[a-z]{{3,}}ed|gave|made|put|set|told|held|drew|laid)\b)"
# “A, and B, took part”: behind a relative no clause of its own.
_ONE_MORE = r"(?:,\sand\s(?:the\s)?{A})?"
_WHICH = (
    rf"{_GAP},?\s(?:and\s)?(?:(?:in|at|during)\swhich|(?P<to>to\swhich)){_AT}\s(?:(?:also|both)\s)?(?=(?:the\s)?\S)"
)
_AS = rf"{_GAP}\bwith\s(?=(?:the\s)?\S)"
_AS_WHAT = r",?\s(?:(?P<chair>(?:as\s(?:the\s)?(?:moderator|chair\w*)|in\sthe\schair|presiding|chairing|at\sits\shead))|(?P<host>(?:as\s(?:the\s|its\s|their\s)?(?:host|hosts)|hosting))|(?:also\s)?(?:in\sattendance|taking\spart|attending|participating|present))(?![\w-])"
_ROLES = (
    (re.compile(r"co-chair"), "co-chair"),
    (re.compile(r"co-facilitat"), "co-facilitator"),
    (re.compile(r"chair|presid|moderat|facilitat"), "chair"),
    (re.compile(r"host|conven|called"), "host"),
)
_ACTIVE = (
    r"\b(?P<verb>(?:co-)?chair(?:s|ed)?|(?:co-)?moderate[sd]?|(?:co-)?facilitate[sd]?|preside[sd]?\sover|(?:co-)?host(?:s|ed)?|convene[sd]?|open(?:s|ed)?|close[sd]?|inaugurate[sd]?|attend(?:s|ed)?|t(?:akes?|ook)\spart\sin|participate[sd]?\sin|address(?:es|ed)?)"
    rf"(?:\s(?:today|yesterday|{{N}}))?\s(?:the|an?|another|this|today['’]s|its|their)\s(?P<before>(?:(?!(?:of|to|for|with|and|on|in|at)\s)[\w’'+-]+\s|{{FGRSDN}}(?:['’]s)?\s|{{A}}['’]\s){{0,5}}?)(?P<occasion>{OCCASION}|{{FG}})(?![\w-]|['’])"
)
# “The trilateral that A convenes in X”.
_WHOSE = r"\s(?:of|between|among)\s(?:both\s)?(?=(?:the\s)?\S)"
# What several were brought together by need be no occasion: “the question brought together, at a conference in X, A, B and C”.
_TOGETHER = rf"\b(?P<verb>brought|brings|will\sbring)\stogether{_AT}\s(?=(?:the\s)?\S)"
_THAT = rf"\b(?P<occasion>{OCCASION})\s(?:that|which)\s(?=(?:the\s)?{{A}})"
_CONVENES = r",?\s(?:(?:will|is\sto|also|\w+ly)\s)*(?P<verb>conven(?:es|ed|e|ing)|host(?:s|ed)?|chair(?:s|ed)?|called|calls)\b(?!\sby\b)"
_PLAIN = rf"\b(?P<occasion>{OCCASION}|{_BODY}|{{FG}})(?![\w-]|['’])"


class Part(NamedTuple):
    """Somebody's part in an occasion: the stretch that names who has it, and what it is called, if anything."""

    start: int
    end: int
    role: str | None


class Occasion(NamedTuple):
    """An occasion of several: where its noun stands, the verb of whoever led or attended it, and the parts in it."""

    start: int
    end: int
    verb: tuple[int, int] | None
    subject: Chunk | None
    parts: tuple[Part, ...]


def occasions(text: str) -> Iterator[Occasion]:
    """The occasions of a folded sentence in which it gives somebody a part, in order; each noun once."""
    if not chunks(text):
        return
    behind = 0
    for match in sorted((*_led(text), *_named(text)), key=lambda one: (one.start, one.verb is None)):
        if match.start < behind:
            continue
        if match.parts:
            yield match
            behind = max(part.end for part in match.parts)


def _led(text: str) -> Iterator[Occasion]:
    """Those of which a verb says what its subject did there: “A and B chaired the session”."""
    for match in pattern(_ACTIVE).finditer(text):
        subject = subject_before(text, match.start("verb"))
        if subject is None or subject.end > match.start("verb"):
            continue
        own = Part(subject.start, subject.end, _role(match["verb"]))
        whose, end = _whose(text, match.end("occasion"))
        # “Attended the ministers’ meeting”: whose it was may stand before it, too.
        before = (Part(one.start(), one.end(), None) for one in pattern(r"{A}").finditer(text, *match.span("before")))
        parts = (own, *before, *whose, *_behind(text, end))
        yield Occasion(match.start("occasion"), match.end("occasion"), match.span("verb"), subject, parts)
    for match in pattern(_TOGETHER).finditer(text):
        listed = enumeration(text, match.end())
        if listed is not None and len(listed.members) > 1:
            own = Part(match.end(), listed.members[-1].end, None)
            yield Occasion(match.start(), match.end("verb"), None, None, (own,))
    for match in pattern(_THAT).finditer(text):
        listed = enumeration(text, match.end())
        if listed is None:
            continue
        verb = pattern(_CONVENES).match(text, listed.members[-1].end)
        if verb is not None:
            own = Part(match.end(), listed.members[-1].end, _role(verb["verb"]))
            chunk = Chunk(own.start, own.end, listed)
            parts = (own, *_behind(text, verb.end()))
            yield Occasion(match.start("occasion"), match.end("occasion"), verb.span("verb"), chunk, parts)


# “At a round table chaired by A in X, B set out her plans”: B was there, too.
_FRONT = re.compile(
    r"^\W*(?:[^–—]{0,60}[–—-]\s)?(?:At|During|In\sthe\scourse\sof)\s(?:the|an?|today['’]s)\s(?:[\w-]+\s){0,3}$"
)
_DONE_TO = re.compile(r",?\s(?:\w+\s)?(?:was|were|is|are|been|did\snot|had)\b")


def _named(text: str) -> Iterator[Occasion]:
    for match in pattern(_PLAIN).finditer(text):
        whose, end = _whose(text, match.end())
        parts = tuple(_behind(text, end))
        speaker = subject_behind(text, parts[-1].end) if parts and _FRONT.match(text[: match.start()]) else None
        if speaker is not None and _DONE_TO.match(text, speaker.end) is None:
            parts = (*parts, Part(speaker.start, speaker.end, None))
        yield Occasion(match.start("occasion"), match.end("occasion"), None, None, (*whose, *parts) if parts else ())


def _whose(text: str, position: int) -> tuple[tuple[Part, ...], int]:
    """Between whom an occasion behind which a position is was, and where that ends: “the talks between A and B”."""
    front = pattern(_WHOSE).match(text, position)
    listed = enumeration(text, front.end()) if front is not None else None
    if front is None or listed is None:
        return (), position
    return (Part(front.end(), listed.members[-1].end, None),), listed.members[-1].end


def _behind(text: str, position: int) -> Iterator[Part]:
    """The parts that are given behind an occasion, each right behind the one before."""
    while (found := _part(text, position)) is not None:
        part, position = found
        yield part


def _part(text: str, position: int) -> tuple[Part, int] | None:
    """The next part behind a position, and where its words end."""
    passive = pattern(_PASSIVE).match(text, position)
    listed = enumeration(text, passive.end()) if passive is not None else None
    if passive is not None and listed is not None:
        end = listed.members[-1].end
        return Part(passive.end(), end, _role(passive["how"] or passive["under"] or "")), end
    for rule, behind in ((_WHICH, _DID), (_AS, _AS_WHAT)):
        front = pattern(rule).match(text, position)
        listed = enumeration(text, front.end()) if front is not None else None
        if front is None or listed is None:
            continue
        end = listed.members[-1].end
        said = pattern(behind).match(text, end)
        if said is None and rule == _WHICH:
            more = pattern(_ONE_MORE).match(text, end)
            end = more.end() if more is not None else end
            said = pattern(behind).match(text, end)
        if said is not None:
            groups = said.groupdict()
            if front.groupdict().get("to") and groups.get("did"):
                continue
            role = "chair" if groups.get("chair") else "host" if groups.get("host") else None
            return Part(front.end(), end, role), said.end()
    return None


def _role(words: str) -> str | None:
    return next((role for rule, role in _ROLES if rule.search(words)), None)
