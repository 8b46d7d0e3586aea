"""Visits: who travelled where, done or planned, in verbs and in nouns."""

import pytest
from reading import check, lines, release, told

from kg.extract import read

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        ([f"{LUND} visited Chisinau today."], ["happened visit: Anna Lund", "happened visit at Chisinau"], [], {}),
        (
            [f"{LUND} arrived in Chisinau for a two-day visit."],
            ["happened visit: Anna Lund", "happened visit at Chisinau"],
            [],
            {},
        ),
        (
            [f"{LUND} arrived in Chisinau on 2 March."],
            ["happened visit: Anna Lund", "happened visit at Chisinau", "happened visit on 2020-03-02"],
            [],
            {},
        ),
        (
            [f"{LUND} paid an official visit to Moldova on 2-3 March."],
            ["happened visit: Anna Lund", "happened visit at Moldova", "happened visit on 2020-03-02 to 2020-03-03"],
            [],
            {},
        ),
        (
            [f"{LUND} concluded a three-day visit to Moldova today."],
            ["happened visit: Anna Lund", "happened visit at Moldova"],
            [],
            {},
        ),
        ([f"{LUND} ended a visit to Moldova today."], ["happened visit: Anna Lund"], [], {}),
        ([f"{LUND} wrapped up her visit to Moldova."], ["happened visit: Anna Lund"], [], {}),
        (
            [f"{LUND} finished her visit to Moldova."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        ([f"{LUND} is on a working visit to Moldova."], ["happened visit: Anna Lund"], [], {}),
        ([f"{LUND} is visiting Moldova this week."], ["happened visit: Anna Lund"], [], {}),
        (
            [f"{LUND} travelled to Chisinau to meet {NOVY}."],
            ["happened visit: Anna Lund", "happened visit at Chisinau"],
            [],
            {},
        ),
        ([f"{LUND} was in Chisinau today to meet {NOVY}."], ["happened visit: Anna Lund"], [], {}),
        (
            [f"{LUND} carried out a visit to Moldova."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        ([f"{LUND} made her first trip to Moldova."], ["happened visit: Anna Lund"], [], {}),
        ([f"{LUND} undertook a working visit to Moldova."], ["happened visit: Anna Lund"], [], {}),
        (
            [f"{LUND} toured Moldova and Georgia."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        ([f"{LUND} went on a tour of the South Caucasus."], ["happened visit: Anna Lund"], [], {}),
        (
            [f"{LUND} headed to Chisinau today."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        ([f"{LUND} flew to Chisinau today."], ["happened visit: Anna Lund"], [], {}),
        ([f"On a visit to Chisinau, {LUND} stressed the need for reform."], ["happened visit: Anna Lund"], [], {}),
        (
            [f"During her visit to Moldova, {LUND} met {NOVY}."],
            ["happened visit: Anna Lund", "happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"Visiting Chisinau today, {LUND} stressed the need for reform."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        (
            [f"Speaking in Chisinau at the end of her visit, {LUND} stressed reform."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        ([f"Concluding a visit to Moldova, {LUND} called for reform."], ["happened visit: Anna Lund"], [], {}),
        ([f"{LUND}’s visit to Moldova ended today."], ["happened visit: Anna Lund"], [], {}),
        (
            [f"The visit of {LUND} to Moldova ended today."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        (
            [f"The visit by {LUND} to Moldova took place on 2 March."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        (
            [f"As part of her visit to Moldova, {LUND} met {NOVY}."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        (
            [f"Within the framework of her visit to Moldova, {LUND} met {NOVY}."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
        (
            [f"{LUND} began a two-day trip to Georgia today with a meeting with {NOVY}."],
            ["happened visit: Anna Lund", "happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            ["The Secretary General arrived in Prishtinë/Priština and went on to Ferizaj/Uroševac."],
            ["happened visit at Pristina"],
            ["happened visit at Skopje"],
            {},
        ),
        (
            ["The OSCE Minsk Group Co-Chairs visited Baku and Yerevan."],
            ["happened visit at Baku", "happened visit at Yerevan"],
            [],
            {},
        ),
        (
            [f"{LUND} visited the OSCE Mission to Moldova in Chisinau."],
            ["happened visit: Anna Lund + OSCE Mission to Moldova", "happened visit at Chisinau"],
            [],
            {},
        ),
        (
            [f"{LUND} visited the contact line in eastern Ukraine."],
            ["happened visit: Anna Lund"],
            [],
            {},
        ),
    ],
)
def test_visits(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [f"{LUND} will travel to Georgia on 6 March."],
            ["planned visit: Anna Lund", "planned visit at Georgia", "planned visit on 2020-03-06"],
            ["happened visit*"],
            {},
        ),
        (
            [f"{LUND} plans to travel on to Tbilisi."],
            ["planned visit: Anna Lund", "planned visit at Tbilisi"],
            ["happened visit*"],
            {},
        ),
        (
            [(f"{LUND} will visit Baku on 9 June, is expected to meet {NOVY} and plans to travel on to Tbilisi.")],
            ["planned visit at Baku", "planned visit at Tbilisi", "planned meeting: Anna Lund + Karel Novy"],
            ["happened*"],
            {},
        ),
        (
            [f"{LUND} will pay a visit to Georgia on 6 March."],
            ["planned visit: Anna Lund"],
            ["happened visit*"],
            {},
        ),
        (
            [f"{LUND} will be in Tbilisi on 6 March."],
            ["planned visit: Anna Lund"],
            ["happened visit*"],
            {},
        ),
        ([f"{LUND} will be visiting Tbilisi on 6 March."], ["planned visit: Anna Lund"], ["happened visit*"], {}),
        ([f"{LUND} embarks on a visit to Georgia tomorrow."], ["planned visit: Anna Lund"], ["happened visit*"], {}),
        (
            [f"{LUND} postponed her visit to Georgia."],
            ["denied visit: Anna Lund"],
            ["happened visit*"],
            {},
        ),
        (
            [f"{LUND} cancelled her trip to Georgia."],
            ["denied visit: Anna Lund"],
            ["happened visit*"],
            {},
        ),
        ([f"{LUND} did not visit Georgia."], ["denied visit: Anna Lund"], ["happened visit*"], {}),
        (
            [f"A visit of {LUND} to Georgia is planned for May."],
            ["planned visit: Anna Lund"],
            ["happened visit*"],
            {},
        ),
        (
            [(f"At the invitation of {NOVY}, {LUND} will pay an official visit to Slovakia from 6 to 7 March.")],
            ["planned visit: Anna Lund", "planned visit on 2020-03-06 to 2020-03-07"],
            ["happened visit*", "*visit:*Novy*"],
            {},
        ),
        ([f"{LUND} was invited to visit Georgia."], [], ["happened visit*"], {}),
        ([f"{LUND} will return to Vienna after her visit to Moldova."], [], ["happened visit at Vienna"], {}),
        (
            [f"Since her visit to Moldova in 2018, {LUND} has followed the talks."],
            [],
            ["happened visit on 2020-03-04"],
            {},
        ),
        ([f"The Co-Chairs of the Minsk Group intend to visit the region. {LUND} spoke."], [], ["happened visit*"], {}),
        ([f"{LUND} called on {NOVY} to visit Georgia."], [], ["happened visit*"], {}),
        (
            [f"{LUND} met {NOVY} before his visit to Georgia."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened visit: Anna Lund"],
            {},
        ),
        ([f"VIENNA, 4 March 2020 – {LUND} spoke to the press."], [], ["*visit*", "*at Vienna"], {}),
    ],
)
def test_plans_and_denials(
    paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]
) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


def test_our_country_is_the_state_whose_foreign_ministry_says_so() -> None:
    text = "Foreign Minister Jeyhun Bayramov met with Ambassador Anna Lund, who is on a working visit to our country."
    of_ministry = read(release(text, source="Ministry of Foreign Affairs of Azerbaijan"))
    check(lines(of_ministry.facts), ["happened visit: Anna Lund", "happened visit at Azerbaijan"])
    check(told(text), [], ["happened visit*"])
