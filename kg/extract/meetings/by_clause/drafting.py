"""The draft that a verb or noun of talking gives, by the words of its clause."""

import re

from kg.extract.draft import Draft
from kg.extract.meetings.errands import of_errand
from kg.extract.meetings.telling import telling
from kg.extract.modality import of_noun, of_verb
from kg.extract.syntax.clauses import Chunk
from kg.extract.view import Party, View
from kg.model import Confidence, Factuality

RULE = "meeting.clause"

Told = tuple[Draft, list[Party]]
"""A draft, and those of the other side: where they are told of already, it adds nothing."""


def drafted(
    view: View, match: re.Match[str], parties: list[Party], subject: Chunk | None, trigger: tuple[int, int]
) -> Draft:
    text, (start, end) = view.main, trigger
    factuality = Factuality.HAPPENED
    doing = _DOING.search(text, 0, start)
    if doing is not None:
        # “Called on A before having lunch with B”: done, or to come, with what is told before.
        coming = _COMING.search(doing["main"]) is not None
        factuality = Factuality.PLANNED if coming else Factuality.HAPPENED
    elif subject is not None and subject.end <= start:
        factuality = of_verb(text, subject.end, start, text[start:end])
        factuality = of_errand(view, subject.end, start, text[start:end], factuality)
    words = match.groupdict()
    noun, verb = words.get("talks") or "", words.get("verb") or ""
    if doing is None and factuality is Factuality.HAPPENED and noun and _DID.fullmatch(verb) is None:
        factuality = of_noun(text, *match.span("talks"))
    draft = telling(view, match, RULE, parties, factuality, trigger, noun or ("call" if _SPOKE.match(verb) else ""))
    draft.confidence = Confidence.MEDIUM
    draft.perhaps_call = _SPOKE.match(verb) is not None and _RANG.match(verb) is None
    if draft.category == "Call" and draft.places and _RANG.match(verb) is None:
        draft.category = "Meeting"
    return draft


_DOING = re.compile(
    r"(?:^|;)(?P<main>[^;]*)\b(?:before|after|prior\sto)\s(?:also\s|then\s)?(?:having|holding)\s(?:[\w-]+\s){0,4}$"
)
_COMING = re.compile(
    r"\b(?:will|(?:is|are)\s(?:also\s)?(?:to|due\sto|set\sto|scheduled\sto|expected\sto)|plans?\sto|intends?\sto)\s"
)
# A verb in the past before the noun says that it was done, whatever stands around it.
_DID = re.compile(r"gave|given|granted|accorded|offered|hosted|held|had|conducted")
_SPOKE = re.compile(r"sp[eo]|talk|tele|phon|rang|reach")
_RANG = re.compile(r"tele|phon|rang|reach")
