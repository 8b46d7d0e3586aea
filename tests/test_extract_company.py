"""Who else was there, groups of whom nobody is named, and lists of those who took part."""

import pytest
from reading import check, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
RAUD = "Prime Minister Edvin Raud of Estonia"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden"),
    [
        (
            [f"{LUND} met {NOVY} in Riga today.", f"Also present at the meeting were {RAUD} and Ambassador Ivo Tamm."],
            ["happened meeting: Anna Lund + Edvin Raud + Ivo Tamm + Karel Novy"],
            [],
        ),
        (
            [f"{LUND} spoke with {NOVY} by phone today.", f"Joining them on the call was {RAUD}."],
            ["happened call: Anna Lund + Edvin Raud + Karel Novy"],
            [],
        ),
        (
            [f"{LUND} met {NOVY} in Riga today.", f"Participants in the meeting included {RAUD}."],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            [],
        ),
        (
            [f"{LUND} met {NOVY} in Riga today.", "Ambassador Ivo Tamm joined them for part of the meeting."],
            ["happened meeting: Anna Lund + Ivo Tamm + Karel Novy"],
            [],
        ),
        (
            [f"{LUND} met {NOVY} and, later, {RAUD}.", "Ambassador Ivo Tamm took part in the meetings, too."],
            [
                "happened meeting: Anna Lund + Ivo Tamm + Karel Novy",
                "happened meeting: Anna Lund + Edvin Raud + Ivo Tamm",
            ],
            [],
        ),
        (
            [f"{LUND} was in Riga today and met {NOVY}.", "The delegation included Ambassador Ivo Tamm."],
            ["happened visit: Anna Lund + Ivo Tamm", "happened meeting: Anna Lund + Karel Novy"],
            [],
        ),
        (
            [f"{LUND} met {NOVY} in Riga today.", f"{RAUD} will join them for a further meeting."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened*Edvin Raud*"],
        ),
        (
            [
                f"{LUND} met {NOVY} in Riga.",
                "Ambassador Ivo Tamm and Minister Edvin Raud of Estonia joined the meeting.",
            ],
            ["happened meeting: Anna Lund + Edvin Raud + Ivo Tamm + Karel Novy"],
            ["*: Edvin Raud + Ivo Tamm"],
        ),
    ],
)
def test_who_else_was_there(paragraphs: list[str], expected: list[str], forbidden: list[str]) -> None:
    check(told(*paragraphs), expected, forbidden)


def test_a_list_below_a_colon_names_who_took_part() -> None:
    found = told(
        f"{LUND} met with leaders of civil society in Riga today.",
        "The meeting participants included:",
        "Ana Reyes, Founder, Open Doors",
        "Bishop Ivo Tamm, Lutheran Church",
        "Council of Youth",
        "Green Alliance, Riga",
        "The meeting ended in the afternoon.",
        "Karl Oras, Director of Nothing, spoke of the weather elsewhere.",
    )
    check(
        found,
        ["happened meeting: Ana Reyes + Anna Lund + Ivo Tamm"],
        ["happened meeting*Alliance*", "happened meeting*Karl Oras*"],
    )


@pytest.mark.parametrize(
    ("sentence", "expected", "forbidden"),
    [
        (
            f"{LUND} met with local leaders in Riga today.",
            ["happened meeting: Anna Lund", "happened meeting at Riga"],
            [],
        ),
        (
            f"{LUND} convened a meeting with governors and mayors today.",
            ["happened meeting: Anna Lund", "happened meeting host Anna Lund"],
            [],
        ),
        (f"{LUND} hosted members of parliament in Stockholm for talks.", ["happened meeting host Anna Lund"], []),
        (f"{LUND} convened the third Climate Task Force today.", ["happened meeting chair Anna Lund"], []),
        (
            f"{LUND} met with members of her cabinet, {NOVY} and other officials.",
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
        ),
        (f"{LUND} has met with many leaders over the years.", [], ["happened meeting*"]),
        (f"{LUND} met the expectations of local leaders.", [], ["happened meeting*"]),
        (f"{LUND} convened leaders' attention to the matter.", [], ["*meeting: Anna Lund"]),
        (f"{LUND} spoke about leaders of the past.", [], ["happened call*", "happened meeting*"]),
        (f"{LUND} is to meet with experts in due course.", [], ["*meeting*"]),
    ],
)
def test_groups_of_whom_nobody_is_named(sentence: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(sentence), expected, forbidden)


@pytest.mark.parametrize(
    ("sentence", "expected", "forbidden"),
    [
        (
            f"{LUND} met with Peace Council Chairman Ambassador Ivo Tamm.",
            ["happened meeting: Anna Lund + Ivo Tamm"],
            [],
        ),
        (
            f"{LUND} met {NOVY}, {RAUD}, and other senior officials.",
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            [],
        ),
        (
            f"{LUND}, joined by {RAUD}, spoke today with {NOVY}.",
            ["happened call: Anna Lund + Edvin Raud + Karel Novy"],
            [],
        ),
        (f"{LUND} met NATO officials in Riga.", [], ["*meeting: *North Atlantic*"]),
        ("Sweden must meet its OSCE commitments.", [], ["*meeting:*"]),
        (f"The team of {LUND} prepared, and {NOVY}'s adviser met {RAUD}.", [], ["happened meeting:*Karel Novy*"]),
        (f"{LUND} will go to Estonia, Latvia and Lithuania to meet with officials.", [], ["*meeting: *Estonia*"]),
        (
            f"{LUND} hosted a call with {NOVY} and {RAUD} to discuss the storm.",
            ["happened call: Anna Lund + Edvin Raud + Karel Novy"],
            ["planned*"],
        ),
        (f"The strong bilateral relationship between Estonia and Latvia was praised by {LUND}.", [], ["*meeting:*"]),
        (f"{LUND} and {NOVY} discussed Estonia's ongoing talks with the European Union.", [], ["*meeting: E*"]),
        (
            f"{LUND} met with {NOVY}, and Minister Edvin Raud said he was content.",
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
        ),
        (f"{LUND} prepared the President's meeting with {NOVY}.", [], ["*meeting:*Anna Lund*"]),
        (f"{LUND} held a meeting with staff on co-operation with Estonia.", [], ["*meeting:*Estonia*"]),
    ],
)
def test_who_is_and_who_is_not_a_party(sentence: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(sentence), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden"),
    [
        (
            [f"{LUND} met {NOVY} in Riga on 2 March and with {RAUD} in Tallinn on 3 March."],
            [
                "happened meeting: Anna Lund + Karel Novy",
                "happened meeting: Anna Lund + Edvin Raud",
                "happened meeting at Riga",
                "happened meeting at Tallinn",
                "happened meeting on 2020-03-02",
                "happened meeting on 2020-03-03",
            ],
            ["*Edvin Raud + Karel Novy"],
        ),
        (
            [f"{LUND} met in Riga with {NOVY}, and in Tallinn with {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            ["*Edvin Raud + Karel Novy"],
        ),
        (
            [f"{LUND} met President Olga Tamm of Estonia and Prime Minister Edvin Raud of Estonia in Tallinn."],
            ["happened meeting: Anna Lund + Olga Tamm", "happened meeting: Anna Lund + Edvin Raud"],
            ["*Edvin Raud + Olga Tamm"],
        ),
        (
            [f"{LUND} and {NOVY} were in Riga today.", f"They met {RAUD}."],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            [],
        ),
        (
            ["The Co-Chairs of the OSCE Minsk Group (Igor Tamm of the Russian Federation, Paul Oras of France and Ann Field of "
             "the United States of America) went to Paris.", f"The Co-Chairs met {RAUD} there."],
            ["happened meeting: Ann Field + Edvin Raud + Igor Tamm + Paul Oras"],
            [],
        ),
        (
            [f"{LUND} held talks with {NOVY} and was received by {RAUD}.", "Ambassador Ivo Tamm joined Lund for both meetings."],
            ["happened meeting: Anna Lund + Ivo Tamm + Karel Novy", "happened meeting: Anna Lund + Edvin Raud + Ivo Tamm",
             "happened meeting host Edvin Raud", "happened meeting guest Anna Lund"],
            ["*Edvin Raud + *Karel Novy"],
        ),
        (
            [f"{LUND} met the Estonian Deputy Prime Minister and Chief Negotiator Edvin Raud."],
            ["happened meeting: Anna Lund + Edvin Raud"],
            ["*meeting: *Estonia*"],
        ),
        (
            [f"{LUND} met {NOVY} on the margins of talks.", "They discussed the airport in Riga."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting at Riga"],
        ),
        (
            [f"{LUND} urged the sides to convene a meeting without delay."],
            [],
            ["*meeting:*Anna Lund*"],
        ),
    ],
)  # fmt: skip
def test_which_meetings_are_several(paragraphs: list[str], expected: list[str], forbidden: list[str]) -> None:
    check(told(*paragraphs), expected, forbidden)


def test_envoys_named_with_whom_they_come_from_meet() -> None:
    found = told("The Chief Negotiators from Chisinau, Anna Lund, and from Tiraspol, Karel Novy, met today in Bender.")
    check(found, ["happened meeting: Anna Lund + Karel Novy", "names Moldova", "names Tiraspol"])


def test_staff_from_a_part_of_a_body_meet_as_that_part() -> None:
    found = told(
        "Foreign Minister Anna Lund of Sweden and staff from the White House Office of Lakes met with Karel Novy."
    )
    check(found, ["happened meeting: Anna Lund + Karel Novy + White House Office of Lakes"])
