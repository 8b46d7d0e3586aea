"""Programmes of visits: lines with an hour, “10:00 Meeting with the Prime Minister”, below the day that heads them."""

import re
from collections.abc import Sequence

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.setting import dates_in
from kg.extract.view import View
from kg.model import Factuality
from kg.text.annotate import Paragraph

# “10:00 Meeting”, “From 9.30 a.m. to 10.30 – Talks”, “14h30: Lunch”.
_HOUR = r"\d{1,2}(?:[:.h]\d\d)?(?:\s?(?:[ap]\.?m\b\.?|hrs\b|hours\b|h\b))?"
_ITEM = re.compile(
    rf"^[\W_]*(?:(?:[Aa]t|[Ff]rom|[Aa]pprox\.?|[Cc]a\.?)\s)?(?=\d{{1,2}}(?:[:.h]\d\d|\s?[ap]\.?m\b)){_HOUR}(?:\s?(?:[-–—]|to|until)\s?{_HOUR})?\s?(?:\([\w ]{{2,20}}\))?\s?[:–—-]?\s+[A-Z]"
)
_BESIDE_DATE = re.compile(r"(?i)(?:\W|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|day\b)*")
_PAST = re.compile(r"\b(?:met|held|spoke|received|was|were|visited|attended|took|had|discussed|thanked|said)\b")


def date_by_programme(view: View, told: Sequence[Draft]) -> None:
    """Give the meetings and visits of a programme's line the day that heads it; those of a day to come are plans."""
    drafts = [one for one in told if one.category in {*TALK_CLASSES, "Visit"} and not one.refers_back]
    if not drafts or _ITEM.match(view.paragraph.text) is None or dates_in(view):
        return
    day = _heading(view)
    issued = view.document.issued
    planned = day is None or issued is None or day >= issued
    for draft in drafts:
        if draft.factuality in {Factuality.HAPPENED, Factuality.PLANNED}:
            if planned and _PAST.search(view.unquoted) is None:
                draft.factuality = Factuality.PLANNED
            draft.start, draft.end = day, None


def _heading(view: View) -> str | None:
    """The day alone in the nearest paragraph before that is no line of the programme."""
    for paragraph in reversed(view.document.paragraphs[: view.paragraph.index]):
        if (day := _day(paragraph)) is not None:
            return day
    return None


def _day(paragraph: Paragraph) -> str | None:
    """The one day that a paragraph consists of: “Wednesday, 1 March”."""
    days = [one for one in paragraph.dates if not one.spoken]
    if len(days) != 1 or days[0].first != days[0].last:
        return None
    rest = f"{paragraph.text[: days[0].start]} {paragraph.text[days[0].end :]}"
    return days[0].first if len(days[0].first) == 10 and _BESIDE_DATE.fullmatch(rest) is not None else None
