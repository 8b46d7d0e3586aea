"""Bodies that no list knows, found by the noun that says what they are."""

import pytest
from reading import check, reading, release, told

from kg.model import Mention, Unresolved
from kg.text.annotate import lexicon, paragraphs


def bodies(*texts: str) -> list[str]:
    """The names of bodies in these paragraphs, known and unknown, with what they stand for."""
    read = paragraphs(release(*texts), lexicon(), None)
    return [
        f"{one.text[item.start : item.end]}={item.entries[0].thing.label}"
        for one in read
        for item in one.names
        if item.code == "G"
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Heron Conservation Commission gave its consent.", ["Heron Conservation Commission"]),
        ("She chairs the Council on Wetland Quality.", ["Council on Wetland Quality"]),
        ("Staff of the U.S. Embassy in Kabul left.", ["U.S. Embassy in Kabul"]),
        ("The Oceanic and Coastal Administration warned of storms.", ["Oceanic and Coastal Administration"]),
        ("They met the Ukrainian Ministry of Sport.", ["Ministry of Sport"]),
        ("Russia’s Border Service Agency was told.", ["Border Service Agency"]),
        ("Rivers Network and Northwood Church came.", ["Rivers Network", "Northwood Church"]),
        ("Both National Heron Foundation and others came.", ["National Heron Foundation"]),
        ("The Office of Harbour and River Policy spoke.", ["Office of Harbour and River Policy"]),
        ("The Council was told, and the Commission too.", []),
        ("They spoke of the Lake Partnership Programme for youth.", []),
        ("The Russian Federation took part.", []),
        ("The Working Group on Harbour Issues, Apakan said, met.", ["Working Group on Harbour Issues"]),
        ("The Committee on Harbours, Lakes and Rivers met.", ["Committee on Harbours, Lakes and Rivers"]),
        ("Staff of the White House Office of Safe Harbours met.", ["White House Office of Safe Harbours"]),
        ("The Office of Lakes and Rivers Director Emmy Tolven met.", ["Office of Lakes and Rivers"]),
        ("The Council of Herons, Ohio Governor Ann Field and Texas Governor Mira Tolven met.", ["Council of Herons"]),
        ("The OSCE Department of Lakes met.", ["OSCE Department of Lakes"]),
        ("The head of the Italian OSCE Task Force came.", ["OSCE Task Force"]),
    ],
)
def test_names_of_bodies(text: str, names: list[str]) -> None:
    assert [one.split("=")[0] for one in bodies(text)] == names


def test_what_stands_inside_a_bodys_name_is_no_name_of_its_own() -> None:
    spans = [one.span.of(reading("The Nanak Foundation of America came to Vienna.").release.text)
             for one in reading("The Nanak Foundation of America came to Vienna.").of_type(Mention)]  # fmt: skip
    assert spans == ["Nanak Foundation of America", "Vienna"]


def test_a_known_body_before_a_name_stays_apart() -> None:
    assert bodies("They went to the White House Heron Task Force meeting.") == [
        "White House=White House",
        "Heron Task Force=Heron Task Force",
    ]


def test_an_abbreviation_and_the_bare_noun_mean_the_body_named_before() -> None:
    found = bodies("The Heron Conservation Commission (HCC) met.", "HCC agreed. The Commission will meet again.")
    assert found[1:] == [
        "HCC=Heron Conservation Commission",
        "HCC=Heron Conservation Commission",
        "Commission=Heron Conservation Commission",
    ]


def test_a_bare_noun_that_two_bodies_share_is_nobodys() -> None:
    found = bodies("The Heron Working Group met the Stork Working Group.", "The Working Group will meet again.")
    assert len(found) == 2


def test_a_headline_in_capitals_says_nothing_of_names() -> None:
    assert bodies("Task Force Told of Drought, Forms Rivers Working Group to Help") == []


def test_a_person_behind_a_bodys_name_is_no_part_of_it() -> None:
    found = bodies("Director of the Office of Harbour Policy Antony Lund spoke.")
    assert [one.split("=")[0] for one in found] == ["Office of Harbour Policy"]


def test_bodies_are_not_listed_as_unresolved() -> None:
    read = reading("The Heron Conservation Commission met.")
    assert not list(read.of_type(Unresolved))


@pytest.mark.parametrize(
    ("text", "expected", "forbidden"),
    [
        ("Mayor Anna Lund of Tampa spoke.", ["Anna Lund holds Mayor of Tampa"], ["Anna Lund holds Mayor"]),
        ("Texas Governor Anna Lund spoke.", ["Anna Lund holds Governor of Texas"], []),
        ("Anna Lund, Executive Director, Heron Law Center", ["Anna Lund holds Executive Director of Heron Law Center"], []),
        ("White House Public Herons Director Anna Lund spoke.", ["Anna Lund holds Public Herons Director of White House"], []),
        ("Director of the Heron Protection Agency (HPA) Anna Lund spoke.",
         ["Anna Lund holds Director of Heron Protection Agency"], ["* holds *(*"]),
        ("EPA Administrator Anna Lund spoke.",
         ["Anna Lund holds Administrator of the Environmental Protection Agency"], []),
        ("The Philippine Secretary of Energy, Anna Lund, spoke.", ["Anna Lund holds *Philippines"], ["* holds *United States*"]),
        ("The mission is headed by Anna Lund.", ["names Anna Lund"], []),
        ("He thanked Anna Lund, an independent expert engaged by the mission.", ["names Anna Lund"], []),
        ("They spoke of the Grand Heron Dam and the Heron Rescue Plan.", [], ["names Heron*", "names Grand*"]),
        ("President Putin hopes to hear from Kyiv soon.", ["names Ukraine"], ["names Kyiv"]),
        ("Minister Anna Lund met her Russian counterpart, Sergey Lavrov.", ["names Sergey Lavrov"], ["names *ounterpart*"]),
        ("The President of the Russian Federation, Vladimir Putin, spoke.", ["names Russian Federation"], []),
    ],
)  # fmt: skip
def test_who_holds_what(text: str, expected: list[str], forbidden: list[str]) -> None:
    check(told("The following came.", text), expected, forbidden)


def test_who_is_succeeded_has_left_the_post() -> None:
    found = told("Foreign Minister Anna Lund of Estonia succeeds Karel Novy.")
    assert any(one.startswith("Karel Novy holds former") for one in found)
