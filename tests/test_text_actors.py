"""Which office belongs to whom, in either order of writing."""

from itertools import pairwise

import pytest
from reading import document

from kg.text.actors import phrases


def actors(text: str) -> list[tuple[str | None, list[str]]]:
    return [(one.name, [office.title for office in one.offices]) for one in phrases(document(text).paragraphs[1])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Secretary General Tomas Grell, Chairperson-in-Office, Foreign Minister Mira Tolven, met.",
            [("Tomas Grell", ["Secretary General"]), ("Mira Tolven", ["Chairperson-in-Office", "Foreign Minister"])],
        ),
        (
            "Tomas Grell, the Prime Minister, and Mira Tolven, the Foreign Minister, met.",
            [("Tomas Grell", ["Prime Minister"]), ("Mira Tolven", ["Foreign Minister"])],
        ),
        (
            "Prime Minister Tomas Grell and Foreign Minister Mira Tolven met.",
            [("Tomas Grell", ["Prime Minister"]), ("Mira Tolven", ["Foreign Minister"])],
        ),
        (
            "Prime Minister Ana Costin, Deputy Prime Minister, Minister of Foreign Affairs Ion Varga met.",
            [("Ana Costin", ["Prime Minister"]), ("Ion Varga", ["Deputy Prime Minister", "Minister"])],
        ),
        (
            "Foreign Ministers Anna Lund and Karel Novy met.",
            [("Anna Lund", ["Foreign Minister"]), ("Karel Novy", ["Foreign Minister"])],
        ),
        (
            "The President and Foreign Minister Mira Tolven met.",
            [(None, ["President"]), ("Mira Tolven", ["Foreign Minister"])],
        ),
        (
            "Prime Minister and Minister of Defence Mira Tolven spoke.",
            [("Mira Tolven", ["Prime Minister", "Minister"])],
        ),
        ("Mr. Tomas Grell, Prime Minister, spoke.", [("Tomas Grell", ["Prime Minister"])]),
        ("Tomas Grell, Minister of Justice of Estonia, spoke.", [("Tomas Grell", ["Minister"])]),
        (
            "Prime Minister Edvin Raud met his counterparts Anna Lund of Sweden and Karel Novy of Slovakia.",
            [("Edvin Raud", ["Prime Minister"]), ("Anna Lund", []), ("Karel Novy", [])],
        ),
        (
            "The Head of the OSCE Mission to Moldova, Tomas Grell, the Chief Negotiators from Chisinau, Anna Lund, "
            "and from Tiraspol, Karel Novy, met.",
            [("Tomas Grell", ["Head of the OSCE Mission to Moldova"]),
             ("Anna Lund", ["Chief Negotiator"]), ("Karel Novy", ["Chief Negotiator"])],
        ),
        (
            "The chief negotiators, Anna Lund and Karel Novy, met.",
            [("Anna Lund", ["chief negotiator"]), ("Karel Novy", ["chief negotiator"])],
        ),
        (
            "The Co-Chairs of the Geneva International Discussions, Ambassador Anna Lund (OSCE), Karel Novy (EU) and "
            "Mira Tolven (UN), met.",
            [("Anna Lund", ["Co-Chair", "Ambassador"]), ("Karel Novy", ["Co-Chair"]), ("Mira Tolven", ["Co-Chair"])],
        ),
        (
            "The co-facilitators, Ambassador Anna Lund and Karel Novy, met.",
            [("Anna Lund", ["Ambassador"]), ("Karel Novy", [])],
        ),
        (
            "Czech Foreign Minister Karel Novy, OSCE Chairperson-in-Office and Prime Minister of Albania Edvin Raud and "
            "the Officer-in-Charge/Secretary General, Mira Tolven, met.",
            [("Karel Novy", ["Foreign Minister"]),
             ("Edvin Raud", ["OSCE Chairperson-in-Office", "Prime Minister of Albania"]),
             ("Mira Tolven", ["Secretary General"])],
        ),
        (
            "President of Latvia and Prime Minister of Albania Edvin Raud met.",
            [(None, ["President of Latvia"]), ("Edvin Raud", ["Prime Minister of Albania"])],
        ),
        (
            "The Special Representative of the OSCE Chairperson-in-Office in Ukraine and in the Trilateral Contact Group "
            "(TCG), Ambassador Anna Lund, spoke.",
            [("Anna Lund", ["Special Representative of the OSCE Chairperson-in-Office in Ukraine and in the "
                            "Trilateral Contact Group", "Ambassador"])],
        ),
        (
            "In her talks with Prime Minister Tomas Grell, the Vice President thanked him.",
            [("Tomas Grell", ["Prime Minister"]), (None, ["Vice President"])],
        ),
        (
            "She thanked Mira Tolven, the President’s Science Advisor.",
            [("Mira Tolven", ["Science Advisor"])],
        ),
        (
            "Assistant to the President and Director, Mira Tolven, spoke.",
            [("Mira Tolven", ["Assistant to the President", "Director"])],
        ),
        ("Amir Sheikh Karim Al-Hadi spoke.", [("Karim Al-Hadi", ["Amir"])]),
        ("Amir Sheikh Tamim Bin Hamad Al Thani bin Karim spoke.", [("Tamim Bin Hamad Al Thani bin Karim", ["Amir"])]),
        ("They met democratic opposition leader Mira Tolven.", [("Mira Tolven", ["opposition leader"])]),
    ],
)  # fmt: skip
def test_offices_and_names(text: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert actors(text) == expected


def test_the_state_after_a_name_is_its_home() -> None:
    (phrase,) = phrases(document("Foreign Minister Anna Lund of Sweden spoke.").paragraphs[1])
    assert phrase.home is not None
    assert phrase.home.key == "sweden"


def test_phrases_are_in_order_and_apart() -> None:
    text = "Mr. Tomas Grell, Prime Minister, Foreign Ministers Anna Lund and Karel Novy, and the President met."
    found = phrases(document(text).paragraphs[1])
    assert len(found) == 4
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert [text[one.name_start : one.name_end] for one in found if one.name] == [
        "Tomas Grell",
        "Anna Lund",
        "Karel Novy",
    ]
