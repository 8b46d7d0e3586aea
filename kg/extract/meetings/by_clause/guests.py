"""Whose guest, host or interlocutor somebody was: “A was B's guest at a lunch”, “B was their host”, “her interlocutors included A”."""

import re
from collections.abc import Iterator

from kg.extract.meetings.by_clause.drafting import Told, drafted
from kg.extract.meetings.by_clause.parties import are_others, of_chunk, of_list
from kg.extract.meetings.telling import joined, travellers, whom
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import Chunk, subject_before
from kg.extract.syntax.lists import enumeration
from kg.extract.view import Party, View, people_of
from kg.text.shape import pattern

_BE = r"\b(?P<verb>was|were|is|are|been|be)\s(?:(?:also|then|later|afterwards|himself|herself)\s)*"
_GUEST = rf"{_BE}(?:(?:the\s)?(?P<host>{{A}})['’]s?\sguests?|(?P<whose>his|her|their)\sguests?|(?:the\s|an?\s)?guests?(?P<of>\sof)(?=\s\S))\b"
_HOST = rf"{_BE}(?:(?P<whose>his|her|their)\shosts?|(?:the\s)?hosts?(?P<of>\s(?:to|of))(?=\s\S))\b"
_INTERLOCUTOR = rf"(?:\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir)|(?P<owner>{{A}})['’]s?)\s(?:[a-z]+\s)?interlocutors?(?:,?\s{ADVERBIAL},?)*\s(?P<verb>included|were|was|include|are|is|will\sbe|will\sinclude)\s(?=\S)"
_ROLES = {"guest": "host", "host": "guest"}


def by_role(view: View) -> Iterator[Told]:
    """What somebody is called at a meeting: guest, host or interlocutor of somebody else."""
    text = view.main
    if "guest" not in text and "host" not in text and "interlocutor" not in text:
        return
    for rule, role in ((_GUEST, "guest"), (_HOST, "host")):
        for match in pattern(rule).finditer(text):
            subject = subject_before(text, match.start("verb"))
            if subject is not None:
                yield from _as(view, match, subject, role)
    for match in pattern(_INTERLOCUTOR).finditer(text):
        owners = people_of(view.parties(match["owner"])) if match["owner"] else travellers(view)
        for one in of_list(view, enumeration(text, match.end())):
            if are_others([one], owners):
                yield drafted(view, match, joined(owners, [one]), None, match.span("verb")), [one]


def _as(view: View, match: re.Match[str], subject: Chunk, role: str) -> Iterator[Told]:
    """A meeting of the subject, who is called guest or host in the words of a match, with the other side that they name."""
    text = view.main
    own = of_chunk(view, subject)
    words = match.groupdict()
    others: list[Party] = []
    if words.get("host"):
        others = people_of(view.parties(words["host"]))
    elif words.get("whose"):
        others = people_of(whom(view, "them" if words["whose"] == "their" else "him"))
    else:
        others = of_list(view, enumeration(text, match.end("of") + 1))
    if not are_others(others, own):
        return
    draft = drafted(view, match, joined(own, others), subject, match.span("verb"))
    draft.roles = dict.fromkeys((one.thing.iri.value for one in own), role)
    draft.roles |= dict.fromkeys((one.thing.iri.value for one in others), _ROLES[role])
    draft.category = "Meeting"
    yield draft, others
