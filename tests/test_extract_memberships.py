"""A state’s role in a format, told or taken for granted; a hope that it joins is none."""

import pytest
from reading import check, gap, told

LUND = "Swedish Foreign Minister Anna Lund"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            ["Russia’s efforts in co-chairing the Minsk Group were appreciated."],
            ["Russian Federation is co-chair of *Minsk Group (presupposed)"],
            [],
            {},
        ),
        (
            ["The United States acts as a Minsk Group Co-Chair."],
            ["United States* is co-chair of *Minsk Group (happened)"],
            [],
            {},
        ),
        (["France is a co-chair of the Minsk Group."], ["France is co-chair of *Minsk Group (happened)"], [], {}),
        (
            ["France serves as one of the co-chairs of the Minsk Group."],
            ["France is co-chair of *Minsk Group (happened)"],
            [],
            {},
        ),
        (
            ["Ukraine’s participation in the Trilateral Contact Group is vital."],
            ["Ukraine is participant of Trilateral Contact Group (presupposed)"],
            [],
            {},
        ),
        (
            ["Russia takes part in the Trilateral Contact Group."],
            ["Russian Federation is participant of Trilateral Contact Group (happened)"],
            [],
            {},
        ),
        gap(
            "“is a member of F”",
            ["Turkey is a member of the Minsk Group."],
            ["T* is member of *Minsk Group (happened)"],
            [],
            {},
        ),
        (
            ["The Forum for Security Co-operation under the United States Chairpersonship met."],
            ["United States* is chair of *Forum for Security Co-operation (happened)"],
            ["United States* is chair of OSCE*)"],
            {},
        ),
        (
            [f"{LUND} called on Russia to take part in the Trilateral Contact Group."],
            [],
            ["Russian Federation is participant*"],
            {},
        ),
        (["Russia should take part in the Trilateral Contact Group."], [], ["Russian Federation is participant*"], {}),
        (["Former OSCE Chair Serbia hosted the talks."], [], ["Serbia is chair of OSCE*"], {}),
    ],
)
def test_memberships(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)
