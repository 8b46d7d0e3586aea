"""What a meeting was about, as far as it is said to have been discussed there."""

import pytest
from reading import check, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
RAUD = "Prime Minister Edvin Raud of Estonia"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [
                (
                    f"{LUND} met {NOVY} to discuss the Geneva International Discussions and the Vienna "
                    "Document; the Minsk Agreements were not on the agenda."
                )
            ],
            [
                "happened meeting on topic Geneva International Discussions",
                "happened meeting on topic Vienna Document*",
            ],
            ["happened meeting on topic Minsk*"],
            {},
        ),
        (
            [f"{LUND} and {NOVY} held talks on the Trilateral Contact Group."],
            ["happened meeting on topic Trilateral Contact Group"],
            [],
            {},
        ),
        (
            [f"{LUND} met {NOVY}. They will discuss the Vienna Document in May."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting on topic Vienna*"],
            {},
        ),
        (
            [f"{LUND} met {NOVY}. {RAUD} spoke of the Vienna Document."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting on topic Vienna*"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} without discussing the Vienna Document."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting on topic Vienna*"],
            {},
        ),
        ([f"{LUND} met {NOVY} and briefed him on the Vienna Document."], ["happened meeting on topic Vienna*"], [], {}),
        (
            [f"The agenda of the talks between {LUND} and {NOVY} included the Vienna Document."],
            ["* on topic Vienna*"],
            [],
            {},
        ),
    ],
)
def test_topics(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)
