"""Full dates as pages and datelines write them, to ISO dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("january february march april may june july august september october november december").split()
_NUMBER = {name[:length]: number for number, name in enumerate(_MONTHS, 1) for length in (3, len(name))}
_NUMBER["sept"] = 9
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
_WORD = _MONTH + r"[A-Za-z]{0,6}"
_DATE = re.compile(
    r"(?<![\d.])(?:"
    r"(?P<iso>\d{4}-\d\d-\d\d)(?!\d)"
    r"|(?:\d{1,2}\s?[-–—/]\s?)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\sof)?\s{1,3}"
    rf"(?P<month>{_WORD})\.?,?\s{{1,3}}(?P<year>\d{{4}})(?!\d)"
    r"|(?P<day_number>\d{1,2})\.\s?(?P<month_number>\d{1,2})\.\s?(?P<number_year>\d{4})(?!\d)"
    r")"
    rf"|\b(?P<word_first>{_WORD})\.?\s{{1,3}}(?P<second_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}"
    r"(?P<last_year>\d{4})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class FullDate:
    """A date at `start` to `end` of the text that was searched; of a range of days, the last."""

    iso: str
    start: int
    end: int


def full_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[FullDate]:
    """The dates with day, month and year in a stretch of text, in order; impossible ones are passed over."""
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        iso = _iso(match)
        if iso is not None:
            yield FullDate(iso, match.start(), match.end())


def first_date(text: str, start: int = 0, end: int | None = None) -> FullDate | None:
    """The first full date in a stretch of text."""
    return next(full_dates(text, start, end), None)


def _iso(match: re.Match[str]) -> str | None:
    if match["iso"]:
        parts = match["iso"].split("-")
    elif match["year"]:
        parts = [match["year"], match["month"], match["day"]]
    elif match["number_year"]:
        parts = [match["number_year"], match["month_number"], match["day_number"]]
    else:
        parts = [match["last_year"], match["word_first"], match["second_day"]]
    year, month, day = parts
    number = int(month) if month.isdecimal() else _NUMBER.get(month.lower(), 0)
    if not 1900 <= int(year) < 2100:
        return None
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
