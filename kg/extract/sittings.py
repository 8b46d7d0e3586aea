"""Sessions of a council that a text tells of by what the council did or will do there, or by their days alone."""

import re
from collections.abc import Iterator

from kg.extract.council_sessions import deciding_bodies, session
from kg.extract.draft import Draft
from kg.extract.modality import PLANNED, of_verb
from kg.extract.needing import needing
from kg.extract.rounds import BODY
from kg.extract.setting import dates_in, is_long_ago, to_come, when, where
from kg.extract.view import View
from kg.model import Factuality
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

# “In a special session Friday, the Council discussed …”, “the Council condemned … at its extraordinary meeting”.
_A_SITTING = r"(?:(?:[Ii]n|[Aa]t|[Dd]uring|[Ff]ollowing|[Aa]fter)\s(?:an?|its|today['’]s|yesterday['’]s)\s(?:[a-z]+\s){0,2}?(?:special|extraordinary|emergency|reinforced|regular|weekly|plenary|closed|joint)\s(?:session|meeting|sitting)|[Ii]n\s(?:special|emergency|extraordinary)\ssession)\b"
_BODY_WHOLE = rf"{BODY}(?:\s\([^()]*\))?(?:\sof\s(?:the\s)?{{G}}(?:\s\([^()]*\))?)?"
_DECIDED = r"(?:(?:today|yesterday|also|then|\w+ly|unanimously|(?:on\s)?{N})\s)*(?P<verb>[a-z]+ed|heard|took|gave|met|held|made)"
_DECIDING = (
    rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?{_A_SITTING}[^;{{A}}]{{0,90}}?,?\s(?:the\s)?{_BODY_WHOLE}\s{_DECIDED}\b",
    rf"(?:^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?|\b)[Tt]he\s{_BODY_WHOLE}\s{_DECIDED}\s(?!by\b)[^;]{{0,160}}?\b{_A_SITTING}",
)
_OF_DECIDING = Trigger(r"\b(?:session|meeting|sitting)\b")


@needing(_OF_DECIDING)
def deciding(view: View) -> Iterator[Draft]:
    """A council's session that is told by what the council did there: “in a special session, the Council discussed …”."""
    if view.is_title or not _OF_DECIDING.stands_in(view.main):
        return
    for rule in _DECIDING:
        for match in view.search(rule):
            bodies = deciding_bodies(view, match["body"])
            factuality = of_verb(view.main, match.end("body"), match.start("verb"), match["verb"])
            if not bodies or factuality is not Factuality.HAPPENED:
                continue
            start, end = when(view, match.start("verb"), factuality)
            yield session(
                view,
                factuality,
                "round.named",
                bodies,
                start=start,
                end=end,
                places=where(view, match.end("verb")),
            )
            return


# “The next Ministerial Council, which is to be held in X on 4 and 5 December”.
_HELD = (
    rf"\b(?:[Tt]he|[Ii]ts)\s(?:(?P<which>next|previous|last|forthcoming|upcoming|coming)\s)?{BODY}(?:\sin\s(?:the\s)?{{LS}})?,?\s(?:which\s|that\s)?"
    r"(?P<held>(?:will|is)\s(?:also\s|now\s)?(?:be\sheld|take\splace|to\sbe\sheld|to\stake\splace|(?:due|scheduled|planned)\sto\s(?:be\sheld|take\splace))|to\sbe\sheld|took\splace|was\sheld)\b"
)
_OF_HELD = Trigger(r"\bheld\b", r"\btak(?:e|es)\splace|took\splace")
# “No meeting of the Council was held in April.”
_NONE = re.compile(r"\b[Nn]o\s(?:[\w-]+\s){0,4}$")
_FAR = 50
"""Characters behind a council within which its days stand."""


def councils_held(view: View) -> Iterator[Draft]:
    """A council's session, to come or over, that a text names with its days: nobody is told to have sat there."""
    if not _OF_HELD.stands_in(view.unquoted):
        return
    for match in pattern(_HELD).finditer(view.unquoted):
        bodies = deciding_bodies(view, match["body"])
        days = [one for one in dates_in(view) if 0 <= view.shape.at(one.start) - match.end() < _FAR]
        issued = view.document.issued
        if not bodies or not days or len(days[0].first) < 7 or issued is None:
            continue
        if _NONE.search(view.unquoted, 0, match.start()):
            continue
        coming = re.match(r"will|is|to\b", match["held"]) is not None
        if coming:
            days = [to_come(view, days[0], view.shape.start(match.end()))]
        if coming != (days[0].last >= issued[: len(days[0].last)]):
            continue
        recalled = match["which"] in {"previous", "last"} or is_long_ago(issued, days[0].last)
        factuality = Factuality.PLANNED if coming else Factuality.PRESUPPOSED if recalled else Factuality.HAPPENED
        yield session(
            view,
            factuality,
            "round.named",
            bodies,
            start=days[0].first,
            end=days[0].until,
            places=where(view, match.end("held")) or tuple(view.things(match[0], "L")[:1]),
        )


# “A report to the 7-8 December meeting of the Council in X”, “of OSCE foreign ministers (Ministerial Council)”.
_DATED = rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?P<day>{{N}})\s(?:[a-z]+\s)?(?:meeting|session)\sof\s(?:(?:the\s)?{BODY}|[^;,.()]{{1,60}}?\s\((?:the\s)?(?P<other>{{G}})\))"
_OF_DATED = Rule(r"[\ue000-\uf8ff]\s(?:[a-z]+\s)?(?:meeting|session)\sof\s")


@needing(_OF_DATED)
def dated_sessions(view: View) -> Iterator[Draft]:
    """A council's session that a text names by its day and of which it tells nothing else."""
    issued = view.document.issued
    if view.is_title or issued is None or not _OF_DATED.stands_in(view.main):
        return
    for match in view.search(_DATED):
        bodies = deciding_bodies(view, match["body"] or match["other"])
        days = [one for one in dates_in(view) if view.shape.at(one.start) == match.start("day")]
        if not bodies or not days or len(days[0].first) < 7:
            continue
        coming = PLANNED.search(view.main, 0, match.start()) is not None or re.search(
            r"\bto\s$", view.main[: match.start()]
        )
        day = to_come(view, days[0], view.shape.start(match.start())) if coming else days[0]
        factuality = Factuality.PLANNED if day.last > issued[: len(day.last)] else Factuality.PRESUPPOSED
        yield session(
            view,
            factuality,
            "round.named",
            bodies,
            start=day.first,
            end=day.until,
            places=where(view, match.end()),
        )


# “The Council will examine the proposal on 22 March in X”, “is expected to take a decision in X in November”.
_TO_SIT = (
    r"\b(?:[Tt]he|[Ii]ts)\s(?:(?:next|forthcoming|upcoming)\s)?(?P<body>{G})\s(?:will|is\s(?:also\s)?(?:to|expected\sto|due\sto|scheduled\sto|set\sto))\s(?:also\s|then\s|\w+ly\s)?"
    r"(?P<verb>discuss|examine|consider|review|debate|decide|adopt|vote|hear|deal\swith|take\s(?:up|a\sdecision|the\sdecision|its\sdecision)|(?:return|come\sback|revert)\sto|meet|convene|assemble|gather|come\stogether|hold\s(?:an?|its)\s(?:[\w-]+\s){0,2}?(?:session|meeting)|be\s(?:briefed|addressed|informed))\b"
    # “Preparations for the Ministerial Council to take place in X in December”.
    r"|\b[Tt]he\s(?:(?:next|forthcoming|upcoming)\s)?(?P<other>{G})(?:\s(?:meeting|session))?\s(?:(?:due|scheduled|set|planned|expected)\s)?(?P<to_be>to\s(?:take\splace|be\sheld|be\shosted))\b"
)
_OF_TO_SIT = Rule(r"\b(?:will|to)\b")


@needing(_OF_TO_SIT)
def councils_to_sit(view: View) -> Iterator[Draft]:
    """A council's session to come that a text tells by what it will do there, on a day or in a month that it names."""
    if not _OF_TO_SIT.stands_in(view.main):
        return
    for match in view.search(_TO_SIT):
        named, behind = match["body"] or match["other"], match.end("verb" if match["body"] else "to_be")
        bodies = deciding_bodies(view, named)
        start, end = when(view, behind, Factuality.PLANNED) if bodies else (None, None)
        if start is None or len(start) < 7:
            continue
        yield session(view, Factuality.PLANNED, "round.named", bodies, start=start, end=end, places=where(view, behind))
