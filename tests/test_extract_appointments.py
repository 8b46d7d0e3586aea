"""Appointments: who was named to which post, by whom and after whom."""

import pytest
from reading import check, told

LUND = "Swedish Foreign Minister Anna Lund"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [f"{LUND} appointed Ambassador Mika Oras as Head of the OSCE Mission to Moldova."],
            [
                "happened appointment: Anna Lund + Mika Oras",
                "happened appointment appointee Mika Oras",
                "happened appointment appointer Anna Lund",
                "happened appointment Mika Oras as Head of*Moldova",
            ],
            [],
            {},
        ),
        (
            ["Ambassador Mika Oras was appointed Head of the OSCE Mission to Moldova."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            [f"Ambassador Mika Oras was appointed Head of the OSCE Mission to Moldova by {LUND}."],
            ["happened appointment: Anna Lund + Mika Oras", "happened appointment appointer Anna Lund"],
            [],
            {},
        ),
        (
            [("Ambassador Mika Oras has been appointed as the new Head of the OSCE Mission to Moldova.")],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            ["Ambassador Mika Oras took up his post as Head of the OSCE Mission to Moldova today."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            ["Ambassador Mika Oras took up the position of Head of the OSCE Mission to Moldova."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            ["Ambassador Mika Oras assumed his duties as Head of the OSCE Mission to Moldova."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            ["Ambassador Mika Oras assumed the position of Head of the OSCE Mission to Moldova."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            ["Ambassador Mika Oras assumed office as Head of the OSCE Mission to Moldova."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            [("Ambassador Mika Oras will assume the post of Head of the OSCE Mission to Moldova on 1 April.")],
            ["planned appointment: Mika Oras"],
            ["happened appointment*"],
            {},
        ),
        (
            [("Ambassador Mika Oras will take up his duties as Head of the OSCE Mission to Moldova on 1 April.")],
            ["planned appointment: Mika Oras", "planned appointment on 2020-04-01"],
            ["happened appointment*"],
            {},
        ),
        (
            ["Ambassador Mika Oras will be appointed Head of the OSCE Mission to Moldova."],
            ["planned appointment: Mika Oras"],
            ["happened appointment*"],
            {},
        ),
        (
            [("Ambassador Mika Oras succeeds Ambassador Lars Holm as Head of the OSCE Mission to Moldova.")],
            ["happened appointment: Lars Holm + Mika Oras", "happened appointment predecessor Lars Holm"],
            [],
            {},
        ),
        (
            [("Ambassador Mika Oras replaces Ambassador Lars Holm as Head of the OSCE Mission to Moldova.")],
            ["happened appointment: Lars Holm + Mika Oras"],
            [],
            {},
        ),
        (
            [("Ambassador Mika Oras took over from Ambassador Lars Holm as Head of the OSCE Mission to Moldova.")],
            ["happened appointment: Lars Holm + Mika Oras"],
            [],
            {},
        ),
        (
            [
                (
                    "Ambassador Mika Oras was appointed Head of the OSCE Mission to Moldova, succeeding "
                    "Ambassador Lars Holm."
                )
            ],
            ["happened appointment: Lars Holm + Mika Oras", "happened appointment predecessor Lars Holm"],
            [],
            {},
        ),
        (
            [
                "Ambassador Mika Oras was appointed Head of the OSCE Mission to Moldova.",
                "Oras succeeds Ambassador Lars Holm.",
            ],
            ["happened appointment: Lars Holm + Mika Oras"],
            [],
            {},
        ),
        (
            [
                (
                    "Ambassador Mika Oras, who succeeds Ambassador Lars Holm, was appointed Head of the "
                    "OSCE Mission to Moldova."
                )
            ],
            ["happened appointment: Lars Holm + Mika Oras"],
            [],
            {},
        ),
        (
            [(f"{LUND} has named Ambassador Mika Oras as her Special Representative for the South Caucasus.")],
            ["happened appointment: Anna Lund + Mika Oras"],
            [],
            {},
        ),
        (
            ["Ambassador Mika Oras was elected President of the OSCE Parliamentary Assembly."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            ["Mika Oras was elected as the new OSCE Parliamentary Assembly President."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            ["Mika Oras became Foreign Minister of Estonia on 2 March."],
            ["happened appointment: Mika Oras", "happened appointment on 2020-03-02"],
            [],
            {},
        ),
        (
            ["Mika Oras was sworn in as President of Estonia today."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (["Mika Oras has taken office as OSCE Secretary General."], ["happened appointment: Mika Oras"], [], {}),
        (
            ["Mika Oras was appointed Head of the OSCE Mission to Moldova."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            [f"{LUND} appointed Mika Oras as Head of the OSCE Mission to Moldova."],
            ["happened appointment: Anna Lund + Mika Oras"],
            [],
            {},
        ),
        (
            ["The Permanent Council appointed Mika Oras OSCE Secretary General."],
            ["happened appointment: * + *"],
            [],
            {},
        ),
        (
            [
                (
                    "The Secretary-General announced today the appointment of Mika Oras of Estonia as his "
                    "Special Envoy for Yemen."
                )
            ],
            ["happened appointment: *Mika Oras*"],
            [],
            {},
        ),
        (
            [(f"{LUND} announced the appointment of Ambassador Mika Oras as Head of the OSCE Mission to Moldova.")],
            ["happened appointment: *Mika Oras*"],
            [],
            {},
        ),
        (
            [
                (
                    "The appointment of Ambassador Mika Oras as Head of the OSCE Mission to Moldova takes "
                    "effect on 1 April."
                )
            ],
            ["planned appointment: *Mika Oras*"],
            [],
            {},
        ),
        (
            [(f"{LUND} welcomed the appointment of Ambassador Mika Oras as Head of the OSCE Mission to Moldova.")],
            ["Anna Lund welcomed*"],
            ["*appointment appointer Anna Lund"],
            {},
        ),
        (
            ["Mika Oras has been nominated for the post of OSCE Secretary General."],
            ["* appointment: Mika Oras"],
            [],
            {},
        ),
        (
            [("The Council decided to appoint Mika Oras as EU Special Representative for Central Asia.")],
            ["* appointment: *Mika Oras*"],
            [],
            {},
        ),
        (
            [
                (
                    "The Council today appointed Mika Oras as the European Union Special Representative "
                    "(EUSR) for Central Asia."
                )
            ],
            ["happened appointment: *Mika Oras*"],
            [],
            {},
        ),
        (
            ["President Jan Sokol of Estonia intends to nominate Mika Oras as Ambassador to Latvia."],
            ["planned appointment: *Mika Oras*"],
            ["happened appointment*"],
            {},
        ),
        (
            [
                (
                    "Ambassador Mika Oras handed over the post of Head of the OSCE Mission to Moldova to "
                    "Ambassador Lars Holm."
                )
            ],
            ["happened appointment: *Lars Holm*"],
            [],
            {},
        ),
        (
            ["Ambassador Mika Oras took over as Head of the OSCE Mission to Moldova."],
            ["happened appointment: Mika Oras"],
            [],
            {},
        ),
        (
            [("Prior to his appointment, Ambassador Mika Oras served as Ambassador of Estonia to Latvia.")],
            [],
            ["*appointment*Latvia*"],
            {},
        ),
        (
            ["Ambassador Mika Oras was not appointed Head of the OSCE Mission to Moldova."],
            ["denied appointment: Mika Oras"],
            ["happened appointment*"],
            {},
        ),
        (
            ["Estonia took over the OSCE Chairpersonship from Albania on 1 January."],
            [],
            ["*appointment*"],
            {},
        ),
        (
            ["Sweden takes over the OSCE Chair on January 1."],
            [],
            ["*appointment*"],
            {"issued": "2020-12-28"},
        ),
        (
            ["On 18 December Karin Kneissl became Foreign Minister of Austria."],
            ["happened appointment: Karin Kneissl", "happened appointment on 2017-12-18"],
            [],
            {"issued": "2017-12-20"},
        ),
    ],
)
def test_appointments(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)
