"""Conferences of which no party is told, what is told of them in passing, and what was discussed where."""

import pytest
from reading import check, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
CASES = [
    (
        [f"{LUND} met {NOVY} today on the margins of the 12th Arctic Security Conference in Helsinki."],
        ["presupposed meeting: ", "presupposed meeting at Helsinki", "happened meeting: Anna Lund + Karel Novy"],
        [],
    ),
    (
        [f"{LUND} and {NOVY} agreed to meet on the margins of the Arctic Security Conference."],
        ["planned meeting: "],
        ["presupposed*", "happened meeting*"],
    ),
    ([f"{LUND} hopes for results at the Arctic Security Conference in June."], [], ["presupposed*", "happened meeting*"]),
    (["A conference on water is planned for July in Helsinki."], ["planned meeting on 2020-07"], ["happened*"]),
    (["A seminar on water is scheduled for 18 and 19 May in Helsinki."], ["planned activity on 2020-05-18 to 2020-05-19"], []),
    (["A conference on water is planned."], [], ["*meeting*"]),
    (
        ["The breakthrough came at the informal gathering of foreign ministers in Helsinki on 11 February."],
        ["presupposed meeting on 2020-02-11", "presupposed meeting at Helsinki"],
        [],
    ),
    (["At the meeting the ministers spoke of water."], [], ["presupposed meeting*"]),
    (
        ["The first round in the 5+2 format since June 2019 ended in Helsinki today."],
        ["presupposed meeting on 2019-06"],
        ["happened meeting on 2019-06"],
    ),
    (
        ["The Special Representative called for an early round in the 5+2 format."],
        ["calledFor meeting in Permanent Conference*"],
        ["happened meeting*", "planned meeting*"],
    ),
    (
        ["The Trilateral Contact Group has a new chair.", "The Group should meet again without delay."],
        ["calledFor meeting in Trilateral Contact Group"],
        ["happened meeting*"],
    ),
    (
        [f"{LUND} met {NOVY} in Vienna.", "Lund also raised the Minsk Agreements."],
        ["happened meeting on topic Minsk Agreements"],
        [],
    ),
    (
        [f"{LUND} is to meet {NOVY} tomorrow.", "The Minsk Agreements are expected to be on the agenda."],
        ["planned meeting on topic Minsk Agreements"],
        ["happened*"],
    ),
    (
        [f"In her annual report to the Permanent Council, {LUND} spoke of water."],
        ["happened meeting in OSCE Permanent Council", "happened meeting party Anna Lund"],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected", "forbidden"), CASES)
def test_gatherings(paragraphs: list[str], expected: list[str], forbidden: list[str]) -> None:
    check(told(*paragraphs), expected, forbidden)


VISITS = [
    (
        [f"{LUND} said that her talks with {NOVY}, on his visit to Estonia in January, had been good."],
        ["presupposed visit at Estonia", "presupposed visit on 2020-01"],
        ["happened visit*"],
    ),
    ([f"{LUND} spoke of {NOVY}'s visit to Estonia in January."], ["presupposed visit: Karel Novy"], ["happened visit*"]),
    ([f"{LUND} spoke of the April visit by {NOVY} to Estonia."], ["planned visit*Karel Novy"], ["happened visit*"]),
    ([f"{LUND} discussed the upcoming visit to Estonia by {NOVY}."], ["planned visit: Karel Novy"], ["happened visit*"]),
    ([f"{LUND} welcomed {NOVY}'s invitation to visit Bratislava."], [], ["*visit: Karel Novy", "happened visit*"]),
    ([f"{LUND} visited U.S. bases in Riga."], [], ["*visit at United States of America"]),
    ([f"{LUND} called for a ceasefire during her visit to Estonia."], ["happened visit: Anna Lund"], ["calledFor visit*"]),
    ([f"{LUND} saw a water plant in Riga today."], ["happened visit at Riga"], []),
    ([f"{LUND} wishes to visit the region."], ["planned visit: Anna Lund"], ["happened visit*"]),
    ([f"{LUND} visited the region."], [], ["happened visit*"]),
    (
        [f"{LUND} will visit Estonia and Latvia from 8 to 10 March.", "She will visit Riga on 9 March."],
        ["planned visit on 2020-03-08 to 2020-03-10", "planned visit at Estonia", "planned visit at Latvia"],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected", "forbidden"), VISITS)
def test_visits_in_time(paragraphs: list[str], expected: list[str], forbidden: list[str]) -> None:
    check(told(*paragraphs), expected, forbidden)
