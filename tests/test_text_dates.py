"""Dates: written out, without a year, and words counted from the day of the release (Wednesday, 4 March 2020)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text.dates import find_dates

DAY = "2020-03-04"


def dates(text: str, issued: str | None = DAY) -> list[str]:
    return [one.first if one.first == one.last else f"{one.first}/{one.last}" for one in find_dates(text, issued)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 March 2020", ["2020-03-03"]),
        ("on March 3, 2020", ["2020-03-03"]),
        ("on 3rd of March 2020", ["2020-03-03"]),
        ("on 2020-03-03", ["2020-03-03"]),
        ("in March 2019", ["2019-03"]),
        ("since 2014", ["2014"]),
        ("on 2-3 March 2020", ["2020-03-02/2020-03-03"]),
        ("on 2–3 March", ["2020-03-02/2020-03-03"]),
        ("from 2 to 3 March 2020", ["2020-03-02/2020-03-03"]),
        ("on 2 and 3 March", ["2020-03-02/2020-03-03"]),
        ("on March 2-3, 2020", ["2020-03-02/2020-03-03"]),
        ("on 3 March", ["2020-03-03"]),
        ("on 28 December", ["2019-12-28"]),
        ("on January 1", ["2020-01-01"]),
        ("on 6 Sept. 2019", ["2019-09-06"]),
        ("today", ["2020-03-04"]),
        ("yesterday", ["2020-03-03"]),
        ("tomorrow", ["2020-03-05"]),
        ("this morning", ["2020-03-04"]),
        ("They met on Monday", ["2020-03-02"]),
        ("They met on Wednesday", ["2020-03-04"]),
        ("They met on Friday", ["2020-02-28"]),
        ("They will meet on Friday", ["2020-03-06"]),
        ("next Monday", ["2020-03-09"]),
        ("on 31 February 2020", []),
        ("on 0 March 2020", []),
        ("Article 5 and Annex 3", []),
        ("He may go", []),
        ("the march of 20 people", []),
        ( "from 28 February to 1 March 2020",
            ["2020-02-28/2020-03-01"]),
        ( "on 1, 2 and 3 March 2020",
            ["2020-03-01/2020-03-03"]),
    ],
)  # fmt: skip
def test_dates(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize("text", ["today", "on Friday", "on 3 March"])
def test_without_a_date_of_its_own_a_release_has_no_relative_dates(text: str) -> None:
    assert dates(text, None) == []


def test_the_nearest_year_is_taken_over_the_turn_of_the_year() -> None:
    assert dates("on January 1", "2021-12-28") == ["2022-01-01"]
    assert dates("on 30 December", "2022-01-02") == ["2021-12-30"]


def test_words_counted_from_the_release_are_marked_as_spoken() -> None:
    assert [one.spoken for one in find_dates("today and on 3 March 2020", DAY)] == [True, False]


@settings(max_examples=60)
@given(st.text(alphabet="0123456789 MarchApril-–,/ndthtodayFriday", max_size=60))
def test_dates_stand_where_they_say(text: str) -> None:
    found = find_dates(text, DAY)
    assert all(0 <= one.start < one.end <= len(text) and one.first <= one.last for one in found)


def test_a_weekday_with_a_long_s_is_read() -> None:
    assert [one.first for one in find_dates("on Tue\u017fday", "2020-03-04")] == ["2020-03-03"]
