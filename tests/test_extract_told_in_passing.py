"""What releases tell beside their main event: programmes, tours, earlier rounds, hosts, and who somebody is."""

import pytest
from reading import check, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
RAUD = "Prime Minister Edvin Raud of Estonia"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden"),
    [
        (
            [f"{LUND} is scheduled to meet {NOVY} and {RAUD}."],
            ["planned meeting: Anna Lund + Karel Novy", "planned meeting: Anna Lund + Edvin Raud"],
            ["*meeting: Anna Lund + Edvin Raud + Karel Novy"],
        ),
        (
            [f"{LUND} held talks with {NOVY} and with {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            ["*meeting: Anna Lund + Edvin Raud + Karel Novy"],
        ),
        (
            [f"{LUND} plans to hold talks with {NOVY} and {RAUD}, with both of whom she spoke by phone in January."],
            ["planned meeting: Anna Lund + Karel Novy", "presupposed call: Anna Lund + Karel Novy",
             "presupposed call on 2020-01"],
            ["planned call*", "happened call*", "planned meeting on 2020-01"],
        ),
        (
            [f"{LUND} plans to hold talks in Kyiv and Moscow later this month."],
            ["planned meeting at Kyiv", "planned meeting at Moscow", "planned meeting on 2020-03"],
            ["happened meeting*"],
        ),
        (
            [f"{LUND} was received in the Kremlin today by {NOVY}."],
            ["happened meeting guest Anna Lund", "happened meeting host Karel Novy"],
            [],
        ),
        ([f"{LUND} today wound up a two-day visit to Moldova."], ["happened visit on 2020-03-03 to 2020-03-04"], []),
        ([f"{LUND} will visit Georgia from today until 13 March."], ["planned visit on 2020-03-04 to 2020-03-13"], []),
        (
            [f"{LUND} travels. The tour is to begin in Tbilisi."],
            ["planned visit at Tbilisi", "planned visit: Anna Lund"],
            ["happened visit*"],
        ),
        (
            [f"{LUND} is due to present the programme to the Permanent Council in Vienna on 12 March."],
            ["planned meeting in OSCE Permanent Council", "planned meeting on 2020-03-12"],
            ["happened meeting*"],
        ),
        (
            [f"{LUND} recalled the OSCE Ministerial Council in Milan."],
            ["presupposed meeting in OSCE Ministerial Council", "presupposed meeting at Milan"],
            ["happened meeting*"],
        ),
        (
            ["The Geneva International Discussions go on.", "The 98th meeting in Ergneti has not taken place."],
            ["denied meeting in Incident Prevention and Response Mechanism in Ergneti #98"],
            ["denied meeting in Geneva*", "happened meeting*"],
        ),
        (
            ["The Trilateral Contact Group has four working groups.", "The previous meeting was held on 24 February."],
            ["presupposed meeting in Trilateral Contact Group", "presupposed meeting on 2020-02-24"],
            ["happened meeting on*"],
        ),
        ([f"{LUND} stressed that Moscow regards its talks with NATO as decisive."], [], ["*meeting*"]),
        ([f"{LUND} spoke with {NOVY} to commend the games in Tokyo."], ["happened call: Anna Lund + Karel Novy"],
         ["* at Tokyo", "*meeting*"]),
    ],
)  # fmt: skip
def test_programmes_and_earlier_events(paragraphs: list[str], expected: list[str], forbidden: list[str]) -> None:
    check(told(*paragraphs), expected, forbidden)


@pytest.mark.parametrize(
    ("text", "expected", "forbidden"),
    [
        ("Foreign Minister Mira Tolven of Estonia is OSCE Chairperson-in-Office as of today.",
         ["Mira Tolven holds OSCE Chairperson-in-Office"], []),
        ("Chairperson-in-Office Mira Tolven, Foreign Minister of Estonia, and Secretary General Jan Sokol said so.",
         ["Mira Tolven holds Minister for Foreign Affairs of Estonia"], ["Jan Sokol holds Minister*"]),
        ("Ambassador Mira Tolven is not Foreign Minister of Estonia.", [], ["Mira Tolven holds Minister*"]),
        ("The envoy of Foreign Minister Mira Tolven of Estonia is Special Envoy of Latvia.", [],
         ["Mira Tolven holds Special Envoy*"]),
        ("Prime Minister Mira Tolven of Estonia came. She met President Karel Novy of Slovakia. She thanked him.",
         ["Mira Tolven appreciated"], ["Karel Novy appreciated"]),
        ("Foreign Minister Mira Tolven of Estonia travelled to eastern Ukraine.", ["happened visit at eastern Ukraine"],
         ["happened visit at Ukraine"]),
        ("The President of the Swiss Confederation, Mira Tolven, spoke.",
         ["Mira Tolven holds President of the Swiss Confederation"],
         []),
        ("President Mira Tolven of Estonia regretted the death of the journalist Jan Sokol.", ["names Jan Sokol"], []),
    ],
)  # fmt: skip
def test_who_somebody_is(text: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(text), expected, forbidden)
