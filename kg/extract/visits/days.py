"""The days of a visit."""

import re
from datetime import date, timedelta

from kg.extract.setting import dates_in, when
from kg.extract.view import View
from kg.extract.visits.rules import IS_COMING
from kg.model import Factuality
from kg.text.shape import pattern

_DAY_BEHIND = r"\s(?:(?:on|from)\s)?(?P<day>{N})"


_ON_TO = re.compile(r"\bon\sto\b")


_WEEKDAY = re.compile(r"\bon\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)


def days_of(view: View, match: re.Match[str], factuality: Factuality) -> tuple[str | None, str | None]:
    """The days of a visit; “on Saturday she will fly on to Y” is the Saturday after what was told before it."""
    # “The upcoming visit to X on 12 July”: the day is the visit's, which is what comes.
    # “After a visit to X in April”: the month is the visit's, though it lies before what else is told.
    behind_it = IS_COMING.search(match["verb"]) or re.match(r"(?i)(?:after|following|since|before)\s", match["verb"])
    last = match["verb"].rfind(" ") + 1 if behind_it else 0
    start, end = when(view, match.start("verb") + last, factuality)
    behind = pattern(_DAY_BEHIND).match(view.main, match.end("goal"))
    if behind is not None and factuality in {Factuality.HAPPENED, Factuality.PLANNED}:
        # “Begins in X on 5 May, then travels on to Y on 6 May”: of two days the one behind the goal.
        days = [one for one in dates_in(view) if view.shape.at(one.start) == behind.start("day")]
        if days and len(days[0].first) == 10 and start is not None and days[0].first != start:
            start, end = days[0].first, days[0].until
    if end is None and start is not None and len(start) == 10:
        # “Begins today a visit to X, between 12 and 14 March”.
        end = next(
            (one.last for one in dates_in(view) if one.first == start and len(one.last) == 10 and one.last > start),
            None,
        )
    before = view.document.day
    if factuality is not Factuality.PLANNED or start is None or before is None or len(start) != len(before):
        return start, end
    if start >= before or not _ON_TO.search(match[0]) or not _WEEKDAY.search(view.main):
        return start, end
    later = (date.fromisoformat(start) + timedelta(days=7)).isoformat()
    return (later if later >= before else None), None
