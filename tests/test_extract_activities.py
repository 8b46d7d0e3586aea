"""Trainings and public events with their organizers and funders, and election observations."""

import pytest
from reading import check, told

RAUD = "Prime Minister Edvin Raud of Estonia"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            ["The OSCE Mission to Moldova organized a training course for judges in Bender."],
            [
                "happened activity: OSCE Mission to Moldova",
                "happened activity organizer OSCE Mission to Moldova",
                "happened activity at Bender",
            ],
            [],
            {},
        ),
        (
            [
                (
                    "Twenty judges completed a training course organized by the OSCE Mission to Moldova "
                    "and funded by Germany."
                )
            ],
            ["happened activity organizer OSCE Mission to Moldova", "happened activity funder Germany"],
            ["*activity party Germany", "*activity organizer Germany"],
            {},
        ),
        (
            [
                (
                    "The course, organized by the OSCE Mission to Moldova and funded by the European "
                    "Union, trained 24 officers at a centre in Panj."
                )
            ],
            [
                "happened activity organizer OSCE Mission to Moldova",
                "happened activity funder European Union",
                "happened activity at Panj",
            ],
            ["*supported*"],
            {},
        ),
        (
            [
                (
                    "A training course for judges, supported by the OSCE Mission to Moldova, concluded in "
                    "Bender on 3 March."
                )
            ],
            ["happened activity organizer OSCE Mission to Moldova", "happened activity on 2020-03-03"],
            [],
            {},
        ),
        (
            [("With financial support from Germany, the OSCE Mission to Moldova held a seminar in Bender.")],
            ["happened activity organizer OSCE Mission to Moldova", "happened activity funder Germany"],
            ["*activity organizer Germany"],
            {},
        ),
        (
            ["The OSCE Mission to Moldova will hold a seminar in Bender on 6 March."],
            ["planned activity: OSCE Mission to Moldova"],
            ["happened activity*"],
            {},
        ),
        (
            [("A seminar organized by the OSCE Mission to Moldova will take place in Bender on 6 March.")],
            ["planned activity: OSCE Mission to Moldova"],
            ["happened activity*"],
            {},
        ),
        (
            [f"{RAUD} opened a conference in Tallinn today."],
            ["happened activity: Edvin Raud", "happened activity at Tallinn"],
            [],
            {},
        ),
        (
            [("A two-day workshop was conducted jointly by the OSCE Mission to Moldova and the Council of Europe.")],
            ["happened activity organizer OSCE Mission to Moldova", "happened activity organizer Council of Europe"],
            [],
            {},
        ),
        (
            [("Some 20 judges took part in a workshop organized by the OSCE Mission to Moldova in Bender.")],
            ["happened activity organizer OSCE Mission to Moldova"],
            [],
            {},
        ),
        (["The OSCE Mission to Moldova did not organize a seminar."], [], ["happened activity*"], {}),
        (["The training of judges is a task of the OSCE Mission to Moldova."], [], ["*activity*"], {}),
    ],
)
def test_activities(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            ["ODIHR observed the election in Serbia."],
            ["happened observation: *Human Rights", "happened observation at Serbia"],
            [],
            {},
        ),
        (
            [("ODIHR today opened an election observation mission for the 5 April elections in Serbia.")],
            ["happened observation: *Human Rights", "happened observation at Serbia"],
            [],
            {},
        ),
        (
            ["ODIHR opens election observation mission in Serbia."],
            ["* observation: *Human Rights"],
            [],
            {},
        ),
        (
            ["ODIHR will not observe the election in Belarus."],
            ["denied observation: *Human Rights"],
            ["happened observation*"],
            {},
        ),
        (
            ["ODIHR will not observe the elections in Belarus."],
            ["denied observation: *Human Rights"],
            ["happened observation*"],
            {},
        ),
        (
            ["ODIHR will not observe the presidential election in Belarus."],
            ["denied observation: *Human Rights", "denied observation at Belarus"],
            ["happened observation*"],
            {},
        ),
        (
            ["ODIHR will deploy an election observation mission to Serbia."],
            ["planned observation: *Human Rights"],
            ["happened observation*"],
            {},
        ),
        (
            ["ODIHR observed the parliamentary elections in Serbia."],
            ["happened observation: *Human Rights", "happened observation at Serbia"],
            [],
            {},
        ),
        (["ODIHR regrets that it cannot observe the elections in Belarus."], [], ["happened observation*"], {}),
        (["ODIHR was not invited to observe the election in Belarus."], [], ["happened observation*"], {}),
        (
            ["ODIHR will observe the election in Serbia."],
            ["planned observation: *Human Rights"],
            ["happened observation*"],
            {},
        ),
    ],
)
def test_observations(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


def test_who_opened_an_event_together() -> None:
    found = told(
        "Slovak Foreign Minister Karel Novy opened a conference in Riga today together with Ambassador Eva Lind."
    )
    check(found, ["happened activity: Eva Lind + Karel Novy"])


def test_talks_on_the_margins_of_a_conference_organize_none() -> None:
    found = told("Slovak Foreign Minister Karel Novy held talks with officials during the conference.")
    check(found, [], ["*activity*"])
