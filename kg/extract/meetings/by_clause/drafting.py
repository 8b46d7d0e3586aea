"""The draft that a verb or noun of talking gives, by the words of its clause."""

import re

from kg.extract.draft import Draft
from kg.extract.meetings.by_clause.parties import WHOLE
from kg.extract.meetings.errands import of_errand
from kg.extract.meetings.telling import telling
from kg.extract.modality import FROM_AFAR, of_noun, of_verb
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


def drafted_by_verb(
    view: View, verb: tuple[int, int], end: int, parties: list[Party], subject: Chunk, event: str, roles: dict[str, str]
) -> Draft:
    """The draft of a verb at `verb` whose words with those of its other side go on to `end`.

    `event` is the class that the verb itself gives, or `Either` where it says only that people spoke: a call, but for a place.
    """
    text, start = view.main, verb[0]
    factuality = Factuality.HAPPENED
    if subject.end <= start:
        word = text[start : verb[1]]
        factuality = of_verb(text, _own_words(text, subject.end, start), start, word)
        factuality = of_errand(view, subject.end, start, word, factuality)
    whole = WHOLE.match(text, start, end)
    assert whole is not None
    talks = "call" if event in {"Call", "Either"} else ""
    draft = telling(view, whole, RULE, parties, factuality, verb, talks, roles)
    draft.confidence = Confidence.MEDIUM
    draft.perhaps_call = event == "Either" and FROM_AFAR.search(text, max(0, start - 30), end + 30) is None
    if draft.perhaps_call and draft.places:
        draft.category = "Meeting"
    return draft


# “Called on A and met B”: what the first verb says tells nothing of the second, which shares no auxiliary with it.
_AND = re.compile(r",?\s(?:and|but)\s(?:(?:also|then|later|subsequently|afterwards|\w+ly)\s)*$")
_SHARED = re.compile(
    r"\b(?:had|has|have|was|were|is|are|been|be|will|would|shall|should|can|could|may|might|must|to|not|never)\b|n['’]t\b"
)


def _own_words(text: str, begin: int, verb: int) -> int:
    """Where the words begin that bear on a verb whose subject ends at `begin`: behind an “and” where it shares none before."""
    goes_on = _AND.search(text, begin, verb)
    if goes_on is None or _SHARED.search(text, begin, goes_on.start()) is not None:
        return begin
    return goes_on.start()


_SPOKE = re.compile(r"sp[eo]|talk|tele|phon|rang|reach")
_RANG = re.compile(r"tele|phon|rang|reach")
