"""Dates in running text: absolute, without a year, and words such as “today” counted from the release's date."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.text.cover import Cover
from kg.text.rule import Rule

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "(?:" + "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
# Each of the rules says first what it can begin with, since most words of a text begin otherwise.
RANGE = Rule(
    rf"\b(?=[\df])(?:from )?(?P<day1>\d{{1,2}})(?:st|nd|rd|th)? (?P<month1>{_MONTH})(?: ?[-–—] ?| to | until | through )(?:[A-Z][a-z]+day,? )?(?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{_MONTH})"
    r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
    # “From February 24 through March 1”.
    rf"|\b(?=[A-Zf])(?:from )?(?P<month4>{_MONTH}) (?P<day4>\d{{1,2}})(?: ?[-–—] ?| to | until | through )(?P<month5>{_MONTH}) (?P<day5>\d{{1,2}})(?:,? (?P<year4>(?:19|20)\d\d)\b)?"
    rf"|\b(?=\d)(?P<first>\d{{1,2}})(?:, \d{{1,2}}){{1,4}},? and (?P<last>\d{{1,2}}) (?P<month>{_MONTH})(?:,? (?P<year3>(?:19|20)\d\d)\b)?"
    # “On Wednesday, 22 July, and Thursday, 23 July”: one stay, where the days follow each other.
    rf"|\b(?=\d)(?P<day6>\d{{1,2}}) (?P<month6>{_MONTH}),? and (?:on )?(?:[A-Z][a-z]+day,? )?(?:the )?(?P<day7>\d{{1,2}}) (?P<month7>{_MONTH})(?:,? (?P<year7>(?:19|20)\d\d)\b)?"
)
DATE = Rule(
    rf"\b(?=[\dfb])(?:from |between )?{_DAY.format(1)}(?: ?[-–—] ?| to | through | and |/)?(?P<until1>(?<=[-–—/ ])\d{{1,2}})? (?:of )?(?P<month1>{_MONTH})"
    rf"(?:(?:,)? (?P<year1>(?:19|20)\d\d)\b)?"
    rf"|\b(?=[A-Z])(?P<month2>{_MONTH}) {_DAY.format(2)}(?:(?:, \d{{1,2}}){{0,3}}(?: ?[-–—] ?| to | through |,? and (?=\d{{1,2}}(?:[,.;)]|$| (?:in|at|with|to|of|the|for|on|by|as|20\d\d)\b)))(?P<until2>\d{{1,2}}))?\b(?:(?:,)? (?P<year2>(?:19|20)\d\d)\b)?"
    rf"|\b(?=[A-Z])(?P<month3>{_MONTH}) (?P<year3>(?:19|20)\d\d)\b"
    rf"|\b(?:[Ii]n|[Ss]ince|[Ll]ast|for|(?:end|beginning|start|middle|course|half|(?:first|last) (?:days|weeks?)) of|(?<=put off )until|(?<=postponed )until|(?<=deferred )until|(?<=delayed )until|(?<=moved )to|(?:in |by )?(?:early|late|mid)[- ]) ?(?P<month4>{_MONTH})(?! ?\d)"
    r"|\b(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b"
)
FROM_TODAY = Rule(
    rf"\b(?:from )?today (?:until|to|through) (?P<day>\d{{1,2}}) (?P<month>{_MONTH})(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
NAMED_MONTH = Rule(rf"\b(?:[Ii]n|[Ss]ince|[Ll]ast|for|of|early|late|mid|until|to)[- ]{_MONTH}")
RELATIVE = Rule(
    r"\b(?=[elty])(?P<word>(?:later|earlier) this month|earlier this year|(?<!the )last (?:month|year)(?!['’])|last night|the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|this (?:morning|afternoon|evening)|earlier today|later today|tonight)\b"
    r"|\b(?=[clnoetmwfs])(?:(?P<which>last|next|this|on|earlier this week, on|coming) )?(?=[mtwfs])(?P<weekday>"
    + "|".join(day.capitalize() for day in WEEKDAYS)
    + r")\b",
    re.IGNORECASE,
)
YEAR = Rule(r"\b(?:in|since) (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at `start` to `end` of a paragraph. `first` and `last` are ISO; equal for a single day.

    `spoken` is true for words counted from the release's own date, which mean nothing inside a quotation.
    """

    start: int
    end: int
    first: str
    last: str
    spoken: bool = False

    @property
    def until(self) -> str | None:
        """The last day, where it is another than the first: what an event gives as its end."""
        return self.last if self.last != self.first else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_DIGIT = re.compile(r"\d")
# What a span of days cannot be without: a day before the name of its month.
_DAY_OF_MONTH = re.compile(rf"\d (?:{'|'.join(sorted({name[:3].capitalize() for name in MONTHS}))})")


_MONTHS_TO = re.compile(r"[a-z] \d{1,2}(?: ?[-–—] ?| to | until | through )[A-Z]")


def find_dates(text: str, issued: str | None) -> list[DateMention]:
    """The dates in `text`, in order; `issued` is the release's ISO date, or None."""
    anchor = date.fromisoformat(issued) if issued and len(issued) == 10 else None
    found: list[DateMention] = []
    if _DIGIT.search(text) or NAMED_MONTH.search(text):
        if _DAY_OF_MONTH.search(text) or _MONTHS_TO.search(text):
            found = [one for match in RANGE.finditer(text) if (one := _range(match, anchor)) is not None]
            found += [one for match in FROM_TODAY.finditer(text) if (one := _from_today(match, anchor)) is not None]
        ranges = Cover(len(text), found)
        found += [
            one
            for match in DATE.finditer(text)
            if ranges.free(match.start(), match.end()) and (one := _absolute(match, anchor)) is not None
        ]
    years, spoken = [*YEAR.finditer(text)], [*RELATIVE.finditer(text)]
    if years or spoken:
        taken = Cover(len(text), found)
        found += [
            DateMention(match.start("year"), match.end("year"), match["year"], match["year"])
            for match in years
            if taken.free(match.start(), match.end())
        ]
        found += [
            one
            for match in spoken
            if taken.free(match.start(), match.end()) and (one := _relative(match, anchor, text)) is not None
        ]
    found.sort(key=lambda mention: mention.start)
    return _one_stay(found, text) if len(found) > 1 else found


# Behind two weekdays of one stay: “on Monday and Tuesday.”, but not “on Monday and Tuesday brought rain”.
_ENDS = re.compile(r"$|[.,;:)]| (?:in|at|to|for|with)\b")
_THROUGH = {" to ", " until ", " through "}


def _one_stay(found: list[DateMention], text: str) -> list[DateMention]:
    """The dates with two weekdays of one stay, “on Monday and Tuesday”, “from Monday to Friday”, made one span of days."""
    joined: list[DateMention] = []
    for one in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.spoken
            and one.spoken
            and before.first == before.last
            and text[one.start].isupper()
            and _ENDS.match(text, one.end)
            and (
                ((between := text[before.end : one.start]) == " and " and _follow(before.first, one.first))
                or (between in _THROUGH and before.first < one.first)
            )
        ):
            joined[-1] = DateMention(before.start, one.end, before.first, one.last, spoken=True)
        else:
            joined.append(one)
    return joined


def _range(match: re.Match[str], anchor: date | None) -> DateMention | None:
    """“28 February to 1 March 2020”, or “1, 2 and 3 March”."""
    if match["month"]:
        months = (match["month"], match["month"])
        days, year_text = (match["first"], match["last"]), match["year3"]
    elif match["month4"]:
        months, days, year_text = (match["month4"], match["month5"]), (match["day4"], match["day5"]), match["year4"]
    elif match["month6"]:
        months, days, year_text = (match["month6"], match["month7"]), (match["day6"], match["day7"]), match["year7"]
    else:
        months, days, year_text = (match["month1"], match["month2"]), (match["day1"], match["day2"]), match["year"]
    first_month, last_month = (MONTHS[month.rstrip(".").lower()] for month in months)
    year = int(year_text) if year_text else _nearest_year(last_month, int(days[1]), anchor)
    if year is None:
        return None
    first = _iso(year - (first_month > last_month), first_month, int(days[0]))
    last = _iso(year, last_month, int(days[1]))
    if first is None or last is None or last < first:
        return None
    if match["month6"] and not _follow(first, last):
        return None
    return DateMention(match.start(), match.end(), first, last)


def _follow(first: str, last: str) -> bool:
    """Whether one ISO day is the day after another."""
    return date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=1)


def _from_today(match: re.Match[str], anchor: date | None) -> DateMention | None:
    """“From today until 13 April”."""
    if anchor is None:
        return None
    month, day = MONTHS[match["month"].rstrip(".").lower()], int(match["day"])
    near = _nearest_year(month, day, anchor)
    last = _iso(int(match["year"]) if match["year"] else near or anchor.year, month, day)
    if last is None or last < anchor.isoformat():
        return None
    return DateMention(match.start(), match.end(), anchor.isoformat(), last)


def _absolute(match: re.Match[str], anchor: date | None) -> DateMention | None:
    if match["iso"]:
        return DateMention(match.start(), match.end(), match["iso"], match["iso"])
    if match["month4"]:
        if anchor is None:
            return None
        month = MONTHS[match["month4"].rstrip(".").lower()]
        said, end = _year_said(match, match.end("month4"), anchor)
        value = f"{said or anchor.year - (month > anchor.month)}-{month:02d}"
        return DateMention(match.start("month4"), end, value, value)
    if match["month3"]:
        month = MONTHS[match["month3"].rstrip(".").lower()]
        value = f"{match['year3']}-{month:02d}"
        return DateMention(match.start(), match.end(), value, value)
    form = "1" if match["month1"] else "2"
    month = MONTHS[match[f"month{form}"].rstrip(".").lower()]
    day = int(match[f"day{form}"])
    year_text = match[f"year{form}"]
    said, end = (int(year_text), match.end()) if year_text else _year_said(match, match.end(), anchor)
    year = said or _nearest_year(month, day, anchor)
    if year is None:
        return None
    first = _iso(year, month, day)
    until = match[f"until{form}"]
    last = _iso(year, month, int(until)) if until else first
    if first is None or last is None:
        return None
    first = min(first, last)
    return DateMention(match.start(), end, first, last)


_SAID = re.compile(r" (?:of )?(?P<which>last|this|next) year\b(?!['’])")
_YEARS_ON = {"last": -1, "this": 0, "next": 1}


def _year_said(match: re.Match[str], end: int, anchor: date | None) -> tuple[int | None, int]:
    """The year that words behind a day or month count from the release's, “30 August last year”, and where they end."""
    said = _SAID.match(match.string, end) if anchor is not None else None
    return (
        (anchor.year + _YEARS_ON[said["which"]], said.end()) if said is not None and anchor is not None else (None, end)
    )


def _nearest_year(month: int, day: int, anchor: date | None) -> int | None:
    """The year that brings a day and month without one nearest to the release's date."""
    if anchor is None:
        return None
    candidates = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        iso = _iso(year, month, day)
        if iso is not None:
            candidates.append((abs((date.fromisoformat(iso) - anchor).days), year))
    return min(candidates)[1] if candidates else None


_PERIODS: dict[str, Callable[[date], str]] = {
    "earlier this year": lambda day: f"{day.year}",
    "last year": lambda day: f"{day.year - 1}",
    "last month": lambda day: (day.replace(day=1) - timedelta(days=1)).isoformat()[:7],
}
"""Spoken words for a month or year, and which one they mean on a day."""


_VISITS = re.compile(
    r"(?i)\b(?:during|in|on|of|after|following|his|her|their|the|its|separate|official|working|recent|these|two|three|several) visits\b"
)


_SHIFTS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _relative(match: re.Match[str], anchor: date | None, text: str) -> DateMention | None:
    if anchor is None:
        return None
    if match["word"]:
        word = match["word"].lower()
        if word.endswith("this month"):
            value = anchor.isoformat()[:7]
            return DateMention(match.start(), match.end(), value, value)
        if word in _PERIODS:
            value = _PERIODS[word](anchor)
            return DateMention(match.start(), match.end(), value, value)
        shift = _SHIFTS.get(word, 0)
        value = (anchor + timedelta(days=shift)).isoformat()
        return DateMention(match.start(), match.end(), value, value, spoken=True)
    if not match["weekday"][0].isupper():
        return None
    wanted = WEEKDAYS.index(match["weekday"].casefold())
    ahead = re.search(
        r"\b(?:will|is to|are to|plans? to|scheduled|expected|meets|visits|travels|hosts|receives|arrives|holds)\b",
        # “During visits to X on Wednesday” says nothing of what is to be.
        _VISITS.sub("", text[: match.start()][-120:]),
    )
    following = (match["which"] or "").lower() in {"next", "coming"} or ahead is not None
    back = (anchor.weekday() - wanted) % 7
    # On a Thursday, what “will be on Thursday” is today; “she meets X on Thursday” is no report of it.
    spoken_of = following and (ahead is None or ahead[0].endswith("s"))
    later = 7 if (match["which"] or "").lower() in {"next", "coming"} or spoken_of else 0
    shift = ((7 - back) % 7 or later) if following else -back
    value = (anchor + timedelta(days=shift)).isoformat()
    return DateMention(match.start(), match.end(), value, value, spoken=True)
