"""Rounds, sessions and summits: known by their body and number, held, planned or put off."""

import pytest
from reading import check, events, reading, told

LUND = "Swedish Foreign Minister Anna Lund"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            ["The 50th round of the Geneva International Discussions was held in Geneva on 3 March."],
            [
                "happened meeting in Geneva International Discussions #50",
                "happened meeting on 2020-03-03",
                "happened meeting at Geneva",
            ],
            [],
            {},
        ),
        (
            ["The Co-Chairs of the Geneva International Discussions held the 50th round in Geneva."],
            ["happened meeting in Geneva International Discussions #50"],
            [],
            {},
        ),
        (
            ["The fifth round of the Geneva International Discussions was held today."],
            ["happened meeting in Geneva International Discussions #5"],
            [],
            {},
        ),
        (
            ["The fiftieth round of the Geneva International Discussions was held today."],
            ["happened meeting in Geneva International Discussions #50"],
            [],
            {},
        ),
        (
            ["The twenty-first round of the Geneva International Discussions was held today."],
            ["happened meeting in Geneva International Discussions #21"],
            [],
            {},
        ),
        (
            ["The next round of the Geneva International Discussions will take place on 16 June."],
            ["planned meeting in Geneva International Discussions", "planned meeting on 2020-06-16"],
            ["happened meeting in*"],
            {},
        ),
        (
            [("The participants agreed to hold the next meeting of the Trilateral Contact Group on 16 April.")],
            ["planned meeting in Trilateral Contact Group", "planned meeting on 2020-04-16"],
            ["happened meeting in*"],
            {},
        ),
        (
            ["The next meeting of the Trilateral Contact Group is scheduled for 16 April."],
            ["planned meeting in Trilateral Contact Group", "planned meeting on 2020-04-16"],
            ["happened meeting in*"],
            {},
        ),
        (
            ["The Trilateral Contact Group met in Minsk."],
            ["happened meeting in Trilateral Contact Group", "happened meeting at Minsk"],
            [],
            {},
        ),
        (
            ["A meeting of the Trilateral Contact Group scheduled for 3 March was postponed."],
            ["denied meeting in Trilateral Contact Group"],
            ["happened meeting in*"],
            {},
        ),
        (
            ["The meeting of the Trilateral Contact Group did not take place."],
            ["denied meeting in Trilateral Contact Group"],
            ["happened meeting in*"],
            {},
        ),
        (
            ["A regular meeting of the Trilateral Contact Group was held via video conference."],
            ["happened * in Trilateral Contact Group"],
            ["*at Minsk"],
            {},
        ),
        (
            ["Talks in the 5+2 format were held in Bratislava on 3 March."],
            ["happened meeting at Bratislava", "happened meeting on 2020-03-03"],
            [],
            {},
        ),
        (
            ["The Permanent Council held a special meeting today."],
            ["happened meeting in OSCE Permanent Council"],
            [],
            {},
        ),
        (
            ["The 27th OSCE Ministerial Council opened in Tirana today."],
            ["happened meeting in OSCE Ministerial Council #27", "happened meeting at Tirana"],
            [],
            {},
        ),
        (
            ["The 27th OSCE Ministerial Council will open in Tirana on 3 December."],
            ["planned meeting in OSCE Ministerial Council #27"],
            ["happened meeting in*"],
            {},
        ),
        (
            [f"{LUND} addressed the Permanent Council in Vienna today."],
            ["happened meeting in OSCE Permanent Council"],
            [],
            {},
        ),
        (
            [(f"The 50th round of the Geneva International Discussions, co-chaired by {LUND}, was held today.")],
            ["happened meeting in Geneva International Discussions #50", "happened meeting co-chair Anna Lund"],
            [],
            {},
        ),
        (
            [
                "The 50th round of the Geneva International Discussions was held today.",
                f"The round was co-chaired by {LUND}.",
            ],
            ["happened meeting co-chair Anna Lund", "happened meeting in Geneva International Discussions #50"],
            [],
            {},
        ),
        ([f"{LUND} called for a new round of the Geneva International Discussions."], [], ["happened meeting in*"], {}),
        ([f"{LUND} hoped that the Geneva International Discussions would resume."], [], ["happened meeting in*"], {}),
        (
            [f"{LUND} supported the Geneva International Discussions."],
            ["Anna Lund supported*"],
            ["happened meeting*"],
            {},
        ),
        ([f"After the Paris Normandy Summit {LUND} spoke."], [], ["happened meeting at Paris"], {}),
        (
            [
                (
                    "114 people attended. The 113th meeting of the Incident Prevention and Response "
                    "Mechanism was held in Ergneti."
                )
            ],
            ["happened meeting in Incident Prevention* #113"],
            ["*#114"],
            {},
        ),
    ],
)
def test_rounds(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [("ERGNETI, 3 July 2023 — The 113th Incident Prevention and Response Mechanism was held today.")],
            ["happened meeting in *#113", "happened meeting in *#114"],
            [],
            {"title": "114th IPRM meeting takes place in Ergneti", "issued": "2023-07-03"},
        ),
        (
            ["The 50th round of the Geneva International Discussions was held today."],
            ["happened meeting in Geneva International Discussions #50"],
            ["*#5", "*#51"],
            {"title": "50th round of Geneva International Discussions held"},
        ),
    ],
)
def test_the_title_and_the_lead_may_disagree(
    paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]
) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


def test_a_round_told_in_title_and_lead_is_one() -> None:
    told_twice = reading(
        "The 50th round of the Geneva International Discussions was held today.",
        title="50th round of Geneva International Discussions held",
    )
    assert len(events(told_twice.facts, "Meeting")) == 1


def test_a_meeting_of_a_format_that_something_was_said_after() -> None:
    found = told(
        "Ambassador Jan Horak told journalists after today's meeting of the Trilateral Contact Group in Minsk that a truce was near.",
        "The meeting, the last this year, was also attended by Ambassador Eva Lind.",
    )
    check(
        found,
        [
            "happened meeting in Trilateral Contact Group",
            "happened meeting on 2020-03-04",
            "happened meeting at Minsk",
            "happened meeting party Eva Lind",
        ],
    )


def test_a_headline_calls_a_meeting_off() -> None:
    found = told(
        "The meeting of the Incident Prevention and Response Mechanism foreseen for today did not take place.",
        "The last regular meeting was held on 29 January 2020.",
        title="104th meeting of the Incident Prevention and Response Mechanism in Ergneti cancelled",
    )
    check(found, ["denied meeting in * #104", "presupposed meeting on 2020-01-29"], ["happened meeting*"])


def test_a_session_held_from_afar_is_a_meeting() -> None:
    found = told(
        "The High Commissioner presented his report to the Permanent Council today.",
        "The meeting, held by video link, was chaired by Ambassador Eva Lind.",
    )
    check(found, ["happened meeting chair Eva Lind", "happened meeting in OSCE Permanent Council"], ["*call*:*"])
