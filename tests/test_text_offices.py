"""Office phrases: title, whose, portfolio, rank; and what only looks like one."""

import pytest
from reading import document, gap

from kg.text.office import Office, singular
from kg.text.ranks import rank_around


def offices(text: str) -> list[str]:
    found = []
    for item in document(text).paragraphs[1].offices:
        office = item.payload
        assert isinstance(office, Office)
        rank = f"{office.rank} " if office.rank else ""
        owners = ", ".join(one.key for one in office.organizations)
        portfolio = f" {office.portfolio}" if office.portfolio else ""
        found.append(f"{rank}{office.title}{portfolio}{' / ' + owners if owners else ''}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Anna Lund spoke.", ["Foreign Minister"]),
        ("Sweden’s Foreign Minister Anna Lund spoke.", ["Foreign Minister / sweden"]),
        ("Swedish Foreign Minister Anna Lund spoke.", ["Foreign Minister / sweden"]),
        ("the Foreign Minister of Sweden, Anna Lund,", ["Foreign Minister / sweden"]),
        ("the Minister of Foreign Affairs of Sweden", ["Minister of Foreign Affairs / sweden"]),
        (
            "Minister for Europe and Foreign Affairs Edi Rama",
            ["Minister for Europe and Foreign Affairs"],
        ),
        ("the Minister of Justice of Estonia spoke", ["Minister of Justice / estonia"]),
        ("Acting Foreign Minister Zora Hallik", ["acting Foreign Minister"]),
        ("former President Lea Marr", ["former President"]),
        ("incoming Prime Minister Lea Marr", ["designate Prime Minister"]),
        ("President-elect Lea Marr", ["designate President"]),
        ("the then Prime Minister Lea Marr", ["former Prime Minister"]),
        ("the new Prime Minister Lea Marr", ["Prime Minister"]),
        (
            "the Armenian and Azerbaijani Foreign Ministers",
            ["Foreign Ministers / armenia, azerbaijan"],
        ),
        (
            "the Foreign Ministers of Sweden and Slovakia",
            ["Foreign Ministers / sweden, slovakia"],
        ),
        ("his Latvian counterpart Ilze Kalna", ["counterpart / latvia"]),
        ("They ministered to the sick.", []),
        ("the chair by the window", []),
        ( "Ex-President Lea Marr", ["former President"]),
        ( "Designate Prime Minister Lea Marr",
            ["designate Prime Minister"]),
    ],
)  # fmt: skip
def test_office_phrases(text: str, expected: list[str]) -> None:
    assert offices(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Special Representative of the OSCE Chairperson-in-Office for the South Caucasus, Niko Aru, spoke.",
        gap(
            "a known post’s own name inside another office is listed twice",
            "The Personal Representative of the Chairperson-in-Office, Jan Sokol, spoke.",
        ),
        "National Security Advisor to the President Jan Sokol spoke.",
        gap(
            "a known post’s own name inside another office is listed twice",
            "National Security Advisor to the Prime Minister of Slovakia Jan Sokol spoke.",
        ),
    ],
)
def test_an_office_that_serves_another_is_one(text: str) -> None:
    assert len(offices(text)) == 1


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("Foreign Ministers", "Foreign Minister"),
        ("Ministers of Foreign Affairs", "Minister of Foreign Affairs"),
        ("Secretaries of State", "Secretary of State"),
        ("Chairmen", "Chairman"),
        ("Presidents", "President"),
        ("President", "President"),
    ],
)
def test_the_singular_of_a_title(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_the_rank_may_stand_on_either_side() -> None:
    text = "former Secretary General"
    assert rank_around(text, 7, len(text)) == ("former", 0, len(text))
    text = "Secretary General-designate"
    assert rank_around(text, 0, 17) == ("designate", 0, len(text))
    assert rank_around("the Secretary General", 4, 21) == (None, 4, 21)
