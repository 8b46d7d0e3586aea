"""Whom a bare title means, by whose release it is; and whose post a name that several bodies use is."""

import pytest
from reading import check, document, lines, release, told

from kg.extract import read

DAY = "2021-09-23"  # Helga Maria Schmid is the OSCE's Secretary General.
OURS = "*Helga Maria Schmid*"
MET = "The Secretary General met with H.E. Mr. Karel Novy, Minister for Foreign Affairs of Slovakia."


@pytest.mark.parametrize(
    ("text", "source", "meant"),
    [
        (MET, "OSCE Secretariat", True),
        (f"{MET} The OSCE was spoken of.", "Ministry of Foreign Affairs", False),
        (f"OSCE Secretary General Helga Maria Schmid is in Bratislava. {MET}", "Ministry of Foreign Affairs", True),
        (f"{MET} They spoke of the work of the OSCE.", None, True),
        (f"{MET} They spoke of the United Nations and of the OSCE.", None, False),
        (f"{MET} They spoke of the OSCE Minsk Group Co-Chairs.", None, False),
        (MET, None, True),
        (MET.replace("Secretary General", "Secretary-General"), None, False),
    ],
)
def test_a_bare_title_is_the_publishers_own(text: str, source: str | None, meant: bool) -> None:
    found = lines(read(release(text, issued=DAY, source=source)).facts)
    check(found, ["happened meeting: *Karel Novy*"] if meant else ["open Secretary?General"], [] if meant else [OURS])


def test_a_bare_title_is_another_organizations_in_its_own_release() -> None:
    found = lines(read(release(MET, issued=DAY, source="United Nations")).facts)
    check(found, ["happened meeting: António Guterres + Karel Novy"], [OURS])


def test_a_post_of_a_name_that_another_body_uses_is_not_the_osces() -> None:
    found = told(
        "The Swiss Special Representative for the South Caucasus, Anna Lund, is in Yerevan today.",
        "She met Foreign Minister Karel Novy.",
        issued="2022-10-12",
    )
    check(found, ["happened meeting: Anna Lund + Karel Novy"], ["*Moșanu*", "*Chairperson-in-Office*"])


def test_the_envoy_of_the_european_union_is_the_person_in_apposition() -> None:
    found = told(
        "The EU Special Representative for the South Caucasus and the crisis in Georgia, Anna Lund, is in Yerevan today.",
        title="Special Representative Lund travels to the region",
        issued="2022-10-12",
    )
    post = "European Union Special Representative for the South Caucasus and the crisis in Georgia"
    check(
        found,
        [f"Anna Lund holds {post}", "happened visit: Anna Lund", "names European Union"],
        ["*Moșanu*", "*visit: European Union", "Anna Lund holds Special Representative"],
    )


def test_a_post_of_a_state_has_no_holder_in_a_text_that_never_names_the_state() -> None:
    unnamed = document("The Secretary of Commerce met Karel Novy, Foreign Minister of Slovakia.", issued="2023-05-03")
    named = document("In the United States the Secretary of Commerce met Karel Novy.", issued="2023-05-03")
    labels = [
        {thing.label for item in one.actors[1] for thing in item.payload.things}  # type: ignore[attr-defined]
        for one in (unnamed, named)
    ]
    assert "Gina Raimondo" not in labels[0]
    assert "Gina Raimondo" in labels[1]
