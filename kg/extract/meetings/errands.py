"""What somebody went or came to a place for, told with the journey that is done: “visited X to meet Y”."""

import re

from kg.extract.draft import Draft
from kg.extract.setting import dates_in
from kg.extract.view import Party, View
from kg.model import Factuality
from kg.text.shape import pattern

_WENT = re.compile(
    r"^(?:\s(?:also|then|later))*\s(?:travel?led|flew|drove|went|came|journeyed|sailed|walked|crossed)\s(?:on\s|back\s|over\s)?(?:in)?to\s(?!and\b)[^;,.]{1,40}\sto\s(?:\w+ly\s|also\s)?$"
)
# In one clause: “visited the Agency to meet its Director”.
_VISITED = re.compile(
    r"(?<!\bhave\s)(?<!\bhad\s)(?<!\bbe\s)(?<!\bnot\s)(?<!\bnever\s)\b(?:visited|(?:paid|made)\s(?:an?|his|her|their)\s(?:[\w-]+\s){0,3}?visit\sto)\s(?!to\b)(?:(?!\b(?:or|[a-z]+ed|plans?|intends?|hopes?|wants?|who|that|which|will|is|was)\b|\band\s(?![A-Z\ue000-\uf8ff]))[^;,.]){1,70}\sto\s(?:\w+ly\s|also\s)?$"
)
# “Was in X on Monday to meet Y”.
_WAS_THERE = pattern(
    r"\bwas\s(?:also\s|today\s|yesterday\s)?in\s(?:the\s)?(?:{LSR}|{D}\scapital)(?:,?\s(?:today|yesterday|on\s{N}|on\s[A-Z]\w+day|{N}|this\s\w+))*\sto\s(?:\w+ly\s|also\s)?$"
)
# “Came to X today to meet Y”: whoever came is there, and no day need be over.
_CAME = pattern(
    r"(?<!\bhad\s)\bcame\s(?:back\s|over\s)?to\s(?:the\s)?(?:{LSR}|{D}\scapital)(?:,?\s(?:today|yesterday|on\s{N}|on\s[A-Z]\w+day|{N}|this\s\w+))+\sto\s(?:\w+ly\s|also\s)?$"
)
# Verbs whose infinitive may be such an errand.
_ERRANDS = frozenset(
    {"meet", "see", "brief", "hold", "have", "confer", "consult", "negotiate", "talk", "speak", "report"}
)


def of_errand(view: View, begin: int, verb: int, word: str, factuality: Factuality) -> Factuality:
    """The factuality of a `word` at `verb` whose subject ends at `begin`: what a journey was made for was done with it.

    “On 17 June she travelled to X to meet Y”, told days later, or “visited X to meet Y”; any other keeps its own.
    """
    if factuality is not Factuality.PLANNED or word not in _ERRANDS:
        return factuality
    there = any(one.search(view.main, 0, verb) is not None for one in (_WAS_THERE, _CAME))
    if there or _VISITED.search(view.main[:verb]) is not None:
        return Factuality.HAPPENED
    issued = view.document.issued
    if issued is None or _WENT.search(view.main[begin:verb]) is None:
        return factuality
    days = dates_in(view)
    over = bool(days) and all(len(one.first) == len(issued) and one.last < issued for one in days)
    return Factuality.HAPPENED if over else factuality


_SEVERAL_PLACES = pattern(
    r"\b(?:visited|visits?\sto|(?:travell?ed|went|flew)\sto)\s(?:the\s)?{LS}(?:,\s(?:the\s)?{LS})*,?\sand\s(?:the\s)?{LS}[^;]*\sto\s(?:\w+ly\s|also\s)?$"
)


def each_at_home(view: View, match: re.Match[str], others: list[Party]) -> list[list[Party]]:
    """Those whom somebody went to several places to meet, each apart: “visited X and Y to brief A and B”; else none."""
    before = view.main[: match.start("verb")]
    apart = len(others) > 1 and before.endswith("to ") and _SEVERAL_PLACES.search(before) is not None
    return [[one] for one in others] if apart else []


_PURPOSE = re.compile(r"\bto\s(?:\w+ly\s|also\s)?$")
_SPAN_BEFORE = pattern(r"{N}[^;]*$")


def without_days_of_journey(view: View, match: re.Match[str], draft: Draft) -> None:
    """Leave to the journey the days that stand before its errand: “visited X from 2 to 4 March to meet Y”."""
    before = view.main[: match.start("verb")]
    done = draft.factuality is Factuality.HAPPENED and draft.end is not None
    if done and _PURPOSE.search(before) is not None and _SPAN_BEFORE.search(before) is not None:
        draft.start, draft.end = None, None
