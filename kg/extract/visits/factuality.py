"""Whether a visit took place, is to come, is taken for granted or was none."""

import re
from datetime import date

from kg.extract.modality import of_noun, of_verb
from kg.extract.setting import dates_in
from kg.extract.view import View
from kg.extract.visits.rules import IS_COMING, OF_VISIT_VERB, TO_COME
from kg.model import Factuality
from kg.text.dates import MONTHS
from kg.text.shape import pattern

_PRESENT = re.compile(r"(?:go(?:es)?|travels|continues?|heads)\b")


_ON_THE_WAY = re.compile(
    r"\b(?:is|are)\s(?:also\s|then\s)?(?:returning|flying|heading|travelling|traveling|going|coming|continuing)$"
)


# “Goes to X, where on Friday he is to brief Y”.
_WHERE_TO_COME = re.compile(
    r"\bwhere\s(?:[^;,]{0,30}\s)?(?:he|she|they|[\ue000-\uf8ff])\s(?:is|are|will|plans?|intends?|hopes?)\b(?!\s(?:[a-z]+ing|in|at|on)\b)"
)


_NOW = re.compile(r"\b(?:today|this\s(?:morning|afternoon)|now|currently|yesterday)\b")


def is_to_come(view: View, match: re.Match[str]) -> bool:
    """Whether a present tense tells of what is to be: “from X she goes on to Y”, “is returning to Y next week”."""
    if _ON_THE_WAY.search(view.main, 0, match.end("verb")):
        return _NOW.search(view.main) is None
    if _PRESENT.match(match["verb"]) is None or view.is_title:
        return False
    return not dates_in(view) or _WHERE_TO_COME.search(view.unquoted, match.end("verb")) is not None


# “Called for talks during his visit”, “at the end of a visit”: the visit itself was.
_DURING = re.compile(
    r"(?i)(?:(?:at\s)?(?:the\s)?(?:end|close|conclusion|start|beginning|outset)\sof|during|after|on|in|as|concl\w*|wrapping|ending|completing|beginning)\b"
)


def factuality_of(view: View, match: re.Match[str], noun: bool) -> Factuality:
    """Whether a visit is told as made, planned, called off or recalled, by its verb or the words around its noun."""
    verb = match["verb"]
    if re.match(r"postpon|put|defer|cancel|call", verb):
        return Factuality.DENIED
    if re.match(r"(?i)(?:following|after|since)\b(?!\s(?:visiting|touring|having|an?)\b)", verb):
        return Factuality.PRESUPPOSED
    finite = OF_VISIT_VERB.match(verb) and match.end("subject") <= match.start("verb")
    if noun and not finite and _SENT_ON.search(view.main, 0, match.start("verb")):
        return Factuality.CALLED_FOR
    if noun and not finite:
        factuality = of_noun(view.main, match.start("verb"), match.end("verb"))
        if factuality is Factuality.CALLED_FOR and _OF_ONE_MADE.search(view.main, 0, match.start("verb")):
            factuality = Factuality.HAPPENED
        if _DURING.match(verb) and not (
            factuality is Factuality.PLANNED and TO_COME.search(view.main, 0, match.start("verb"))
        ):
            # “During her stay in X, Y will meet Z.”
            to_come = _WILL_BEHIND.match(view.main, match.end("verb")) is not None
            factuality = Factuality.PLANNED if to_come else Factuality.HAPPENED
    else:
        factuality = of_verb(view.main, match.end("subject"), match.start("verb"), verb)
    if noun and _CONSIDERED.match(view.main, match.end()) and factuality is Factuality.HAPPENED:
        return Factuality.PLANNED
    coming = noun and (
        (IS_COMING.search(verb) and factuality is not Factuality.DENIED)
        or re.search(r"\bvisits?\b.*\bto be\b", match[0])
    )
    if coming or "expected" in verb or "due" in verb or re.match(r"will be|(?i:ahead|before)", verb):
        return Factuality.PLANNED
    if factuality is Factuality.PRESUPPOSED and not noun:
        # “Before his arrival in X, he had visited Y”: a stop of the same journey, or long ago by its date.
        factuality = Factuality.HAPPENED
    last = _LAST.search(verb) or re.search(r"\blast\s$", view.main[: match.start("verb")])
    if last and factuality is Factuality.HAPPENED:
        return Factuality.PRESUPPOSED
    return factuality


# “A visit of X to Y was being considered for the spring.”
_CONSIDERED = re.compile(
    r"[^;.,]{0,40}?\s(?:is|was|are|were|has\sbeen|had\sbeen)\s(?:also\s|now\s)?(?:being\s(?:considered|discussed|prepared|planned|arranged|contemplated)|considered|under\s(?:consideration|discussion|preparation)|contemplated|envisaged|mooted)\b"
)


# “Stressed the importance of the first visit of X to Y”: of one that was made.
_OF_ONE_MADE = re.compile(r"\b(?:importance|significance)\sof\s(?:the|this|his|her|their)\s$")


# “Asked X to go on a visit to Y”: she may go.
_SENT_ON = re.compile(
    r"\b(?:asked|asks|urged|invited|encouraged|requested|called\s(?:on|upon))\s[^.;,]{0,50}?\sto\s(?:go|come|travel|leave|embark|set\sout)\s(?:\w+\s)?$"
)


_LAST = re.compile(r"\slast\s(?!(?:leg|stop|day|stage|part|station)\b)")


_WILL_BEHIND = pattern(
    r"\s(?:in|to|of)\s(?:the\s)?(?:{D}\scapital(?:\scity)?(?:\sof\s{L})?|capital\sof\s(?:the\s)?{LSRE}|{LSRE})(?:\s(?:on\s|from\s)?{N})?,\s(?:the\s)?{A}\s(?:(?:also|then)\s)?(?:will|would|is\s(?:to|due|expected|scheduled|set)|plans\sto|intends\sto|hopes\sto)\b"
)


_LONG_AGO = 14


_OVER = re.compile(r"\b(?:conclud|complet|wrapp|finish|end(?:ed|s|ing)\b)")


_MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(name.capitalize() for name in MONTHS if len(name) > 3 or name == 'may')})\s(?:\w+\s){{0,2}}(?:visit|trip)\b"
)


def in_passing(
    view: View, match: re.Match[str], factuality: Factuality, start: str | None, end: str | None
) -> tuple[Factuality, str | None, str | None]:
    """How a visit told by a noun stands in time: one of long ago is taken for granted, “the November visit” may be to come."""
    issued = view.document.issued
    if factuality is not Factuality.HAPPENED or issued is None or view.is_title:
        return factuality, start, end
    if view.is_lead and _OVER.search(view.main, max(0, match.start() - 60), match.start("verb") + len(match["verb"])):
        # “Has concluded a visit, which took place from 14 to 24 May”: the news, though of last month.
        return factuality, start, end
    words = view.main[max(0, match.start() - 16) : match.end()]
    month = _MONTH.search(words)
    if month is not None:
        number = MONTHS[month["month"].lower()]
        told = f"{issued[:4]}-{number:02}"
        if told > issued[:7]:
            return Factuality.PLANNED, told, None
        return Factuality.PRESUPPOSED, told, None
    if re.search(r"\b(?:recent|last(?!\s(?:leg|stop|day|stage|part|station)\b)|previous|earlier|past)\b", words):
        return Factuality.PRESUPPOSED, None if start == issued else start, end
    if start is not None and start != issued:
        last = end or start
        if len(last) < 10 and last < issued[: len(last)]:
            return Factuality.PRESUPPOSED, start, end
        if len(last) == 10 and (date.fromisoformat(issued) - date.fromisoformat(last)).days > _LONG_AGO:
            return Factuality.PRESUPPOSED, start, end
    return factuality, start, end


def is_noun(view: View, match: re.Match[str]) -> bool:
    """Whether a visit is told by a noun: “on a visit to”, “the visit of X to”, “X's visit to”."""
    verb = match["verb"]
    if match.start("subject") > match.start("verb") or view.main[match.end("subject")] in "'’":
        return not re.match(r"Visiting|(?:(?:After|Upon)\s)?[Hh]aving|After\s(?:visiting|touring)", verb)
    return (
        ("visit" in verb and not verb.startswith("visit"))
        or "trip" in verb
        or "journey" in verb
        or "fact-finding" in verb
        or bool(re.search(r"\btour$", verb))
    )
