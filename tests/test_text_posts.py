"""Who held which post on a day, and which post an office phrase denotes."""

import pytest

from kg.text.annotate import lexicon
from kg.text.office import Office
from kg.text.posts import Holding, is_foreign_minister

LEXICON = lexicon()
STATES = {
    key: LEXICON.things["state", key]
    for key in ("albania", "russian-federation", "united-states-of-america", "united-kingdom", "ukraine")
}


@pytest.mark.parametrize(
    ("post", "day", "holder"),
    [
        ("cio", "2017-12-17", "sebastian-kurz"),
        ("cio", "2017-12-20", "karin-kneissl"),
        ("cio", "2020-06-01", "edi-rama"),
        ("cio", "2014-05-07", "didier-burkhalter"),
        ("cio", "2021-06-01", "ann-linde"),
    ],
)
def test_the_chair_on_a_day(post: str, day: str, holder: str) -> None:
    assert LEXICON.posts.holders(post, day) == [holder]


def test_without_a_day_nobody_holds_a_post() -> None:
    assert LEXICON.posts.holders("cio", None) == []
    assert LEXICON.posts.held_by("edi-rama", None) == []


@pytest.mark.parametrize(
    ("start", "end", "day", "covers"),
    [
        ("2014", "2016", "2014-01-01", True),
        ("2014", "2016", "2016-12-31", True),
        ("2014", "2016", "2017-01-01", False),
        ("2014-05", "", "2014-04-30", False),
        ("2014-05", "", "2099-01-01", True),
        ("2017-12-18", "2017-12-31", "2017-12-18", True),
        ("2017-12-18", "2017-12-31", "2017-12-17", False),
        ("", "", "1999-01-01", True),
    ],
)
def test_a_tenure_covers_days_at_its_own_precision(start: str, end: str, day: str, covers: bool) -> None:
    assert Holding("p", "q", start, end, False).covers(day) is covers


@pytest.mark.parametrize(
    ("office", "state", "key"),
    [
        (Office("Foreign Minister", "foreign-minister", False), "albania", "fm-albania"),
        (Office("Minister", "minister", False, portfolio="of Foreign Affairs"), "albania", "fm-albania"),
        (Office("President", "president", False), "ukraine", "president-ukraine"),
        (Office("Prime Minister", "prime-minister", False), "albania", "head-of-government-albania"),
    ],
)
def test_an_office_of_a_state_is_its_known_post(office: Office, state: str, key: str) -> None:
    assert LEXICON.posts.denoted(office, STATES[state]).key == key


@pytest.mark.parametrize(
    "office",
    [
        Office("Deputy Foreign Minister", "foreign-minister", False, rank="deputy"),
        Office("Minister", "minister", False, portfolio="of Defence"),
        Office("Foreign Minister", "foreign-minister", False, rank="deputy"),
    ],
)
def test_a_deputy_or_another_minister_is_not_the_foreign_minister(office: Office) -> None:
    post = LEXICON.posts.denoted(office, STATES["albania"])
    assert post.key != "fm-albania"
    assert post.organization == STATES["albania"]


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        (Office("Foreign Minister", "foreign-minister", False), True),
        (Office("Minister", "minister", False, portfolio="for Europe and Foreign Affairs"), True),
        (Office("Minister", "minister", False, portfolio="of External Relations"), True),
        (Office("Minister", "minister", False, portfolio="of Justice"), False),
        (Office("Secretary of State", "secretary-of-state", False, (STATES["united-states-of-america"],)), True),
        (Office("Secretary of State", "secretary-of-state", False, (STATES["albania"],)), False),
    ],
)
def test_who_is_a_foreign_minister(office: Office, expected: bool) -> None:
    assert is_foreign_minister(office) is expected
