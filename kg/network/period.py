"""Dates of any precision as whole days, so that stretches of time can be compared."""

import calendar
import re
from datetime import date

from kg.errors import ParameterError
from kg.network.model import Period

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def first_day(text: str) -> date:
    """The first day of an ISO date, month or year; raises `ParameterError` for anything else."""
    year, month, day = _parts(text)
    return _day(text, year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day of an ISO date, month or year; raises `ParameterError` for anything else."""
    year, month, day = _parts(text)
    month = month or 12
    if not 1 <= month <= 12 or not year:
        raise _refused(text)
    return _day(text, year, month, day or calendar.monthrange(year, month)[1])


def overlaps(period: Period, since: str | None, until: str | None) -> bool:
    """Whether a dated period has a day in the window; a missing end of either is open.

    A period with a start alone is taken as open, too: callers give an event's one day both ends.
    """
    if until is not None and period.start is not None and first_day(period.start) > last_day(until):
        return False
    return not (since is not None and period.end is not None and last_day(period.end) < first_day(since))


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = _DATE.fullmatch(text.strip())
    if not found:
        raise _refused(text)
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _refused(text) from None


def _refused(text: str) -> ParameterError:
    return ParameterError(f"{text!r} is no date; give it as 2020, 2020-02 or 2020-02-26")
