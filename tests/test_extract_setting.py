"""When and where an event was: by its own words, not by the dateline’s or another event’s."""

import pytest
from reading import check, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [f"VIENNA, 4 March 2020 – {LUND} met {NOVY} in Riga."],
            ["happened meeting at Riga", "happened meeting on 2020-03-04"],
            ["happened meeting at Vienna"],
            {},
        ),
        (
            [f"VIENNA, 4 March 2020 – {LUND} met {NOVY} on 2 March."],
            ["happened meeting on 2020-03-02"],
            ["happened meeting at Vienna", "happened meeting on 2020-03-04"],
            {},
        ),
        (
            [f"VIENNA, 4 March 2020 – {LUND} met {NOVY} on Monday."],
            ["happened meeting on 2020-03-02"],
            ["happened meeting on 2020-03-04"],
            {},
        ),
        (
            [f"RIGA, 4 March 2020 – {LUND} met {NOVY} today."],
            ["happened meeting on 2020-03-04"],
            ["happened meeting at Riga"],
            {},
        ),
        ([f"{LUND} met {NOVY} on Monday."], ["happened meeting on 2020-03-02"], [], {}),
        (
            [f"{LUND} met {NOVY} on 2 March in Riga."],
            ["happened meeting on 2020-03-02", "happened meeting at Riga"],
            [],
            {},
        ),
        ([f"{LUND} met {NOVY} in Riga on 28 December."], ["happened meeting on 2019-12-28"], [], {}),
        (
            [f"{LUND} met {NOVY} last week."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting on *"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} earlier this month."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting on 2020-03"],
            ["happened meeting on 2020-03-*"],
            {},
        ),
        ([f"{LUND} recently met {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], ["happened meeting on *"], {}),
        (
            [f"{LUND} met {NOVY} in 2019."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting on 2020*"],
            {},
        ),
        ([f"{LUND} met {NOVY} in February 2020."], ["happened meeting on 2020-02"], [], {}),
        (
            [f"{LUND} met {NOVY} after the attack in Riga."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting at Riga"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} and called for peace in Kyiv."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting at Kyiv"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} to discuss the situation in Grozny."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting at Grozny"],
            {},
        ),
        (
            [f"In Riga, {LUND} met {NOVY}."],
            ["happened meeting at Riga"],
            [],
            {},
        ),
        (
            [f"In Riga today, {LUND} met {NOVY}."],
            ["happened meeting at Riga"],
            [],
            {},
        ),
        (
            [f"{LUND} met {NOVY} in Geneva on the margins of the Geneva International Discussions."],
            ["happened meeting at Geneva"],
            [],
            {},
        ),
        (
            [f"{LUND} met {NOVY}; “Today we face old ghosts,” she said."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} met {NOVY} in Panj."], ["happened meeting at Panj"], [], {}),
        ([f"{LUND} met {NOVY} in the town of Panj."], ["happened meeting at Panj"], [], {}),
        (
            [f"{LUND} met {NOVY} in March."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting at March", "happened meeting on 2020-03-04"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} in Brussels to discuss the conflict that began in 1988."],
            ["happened meeting at Brussels", "happened meeting on 2020-03-04"],
            ["happened meeting on 1988*"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} following the agreement signed on 2 March."],
            ["happened meeting on 2020-03-04"],
            ["happened meeting on 2020-03-02"],
            {},
        ),
    ],
)
def test_setting(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


def test_without_a_date_of_the_release_nothing_is_dated_by_today() -> None:
    found = told(f"{LUND} met {NOVY} today.", issued=None)
    check(found, ["happened meeting: Anna Lund + Karel Novy"], ["happened meeting on *"])


def test_a_date_in_an_aside_is_not_the_events() -> None:
    found = told(
        "During the visit, which began on 2 March, Ambassador Eva Lind met Slovak Foreign Minister Karel Novy in Riga."
    )
    check(found, ["happened meeting: Eva Lind + Karel Novy"], ["happened meeting on 2020-03-02"])
