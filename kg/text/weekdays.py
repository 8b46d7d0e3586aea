"""Weekdays that a text explains itself: “Friday evening, 5 July” is one day, and “on Saturday” behind it is the next one.

A news item that appears weeks after a journey counts its weekdays from the days that it gives, not from its own.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from kg.text.dates import WEEKDAYS, DateMention

_PART_OF_DAY = r"(?:\s(?:morning|afternoon|evening|night))?"
_BESIDE = re.compile(rf"{_PART_OF_DAY},?\s(?:the\s)?$|{_PART_OF_DAY}\s\($")
_BEHIND = re.compile(r",?\s\(?(?:a\s)?$")
_WEEK = timedelta(days=7)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def settle(texts: Iterable[tuple[str, list[DateMention]]], issued: str | None) -> list[list[DateMention]]:
    """The dates of paragraphs in order, each given with its text: a weekday is its own date's, the others count from such a pair."""
    last = date.fromisoformat(issued) if issued and len(issued) == 10 else None
    since: date | None = None
    settled = []
    for text, mentions in texts:
        kept: list[DateMention] = []
        for number, mention in enumerate(mentions):
            weekday = _weekday(text, mention)
            if weekday is None:
                kept.append(mention)
                continue
            day = _own_date(text, mention, mentions[number + 1 : number + 2], _BESIDE) or _own_date(
                text, mention, mentions[max(0, number - 1) : number], _BEHIND
            )
            if day is not None and date.fromisoformat(day.first).weekday() == weekday:
                since = date.fromisoformat(day.first)
                kept.append(replace(mention, first=day.first, last=day.last))
            elif since is not None and last is not None and last - since >= _WEEK:
                since += timedelta(days=(weekday - since.weekday()) % 7)
                kept.append(replace(mention, first=since.isoformat(), last=since.isoformat()))
            else:
                kept.append(mention)
        settled.append(kept)
    return settled


def news_day(lead: Iterable[DateMention], issued: str | None) -> str | None:
    """The day of what a release reports: its own, or a weekday that its lead dates more than a week before."""
    if issued is None or len(issued) < len("2020-03-04"):
        return issued
    before = (date.fromisoformat(issued) - _WEEK).isoformat()
    return next((one.first for one in lead if one.spoken and one.first < before), issued)


def _weekday(text: str, mention: DateMention) -> int | None:
    """The number of the weekday that a mention names, Monday being 0."""
    if not mention.spoken:
        return None
    named = _WEEKDAY.search(text, mention.start, mention.end)
    return WEEKDAYS.index(named[0].casefold()) if named is not None else None


def _own_date(
    text: str, mention: DateMention, others: list[DateMention], between: re.Pattern[str]
) -> DateMention | None:
    """The written date, or the days from one on, beside a weekday, if only these words stand between them."""
    for other in others:
        gap = text[min(mention.end, other.end) : max(mention.start, other.start)]
        if not other.spoken and len(other.first) == 10 and between.fullmatch(gap):
            return other
    return None
