"""Speech acts: who welcomed, urged or condemned, in reported, passive, quoted and conveyed speech."""

import pytest
from reading import check, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        ([f"{LUND} strongly condemned the attack in Ukraine."], ["Anna Lund condemned about Ukraine"], [], {}),
        ([f"{LUND} denounced the attack."], ["Anna Lund condemned"], [], {}),
        ([f"{LUND} expressed concern over the violence in Ukraine."], ["Anna Lund concerned*"], [], {}),
        ([f"{LUND} voiced her concern about violence in Ukraine."], ["Anna Lund concerned*"], [], {}),
        ([f"{LUND} is deeply concerned about violence in Ukraine."], ["Anna Lund concerned*"], [], {}),
        ([f"{LUND} deplored the attack."], ["Anna Lund *"], [], {}),
        (
            [f"{LUND} reaffirmed full support for the territorial integrity of Ukraine."],
            ["Anna Lund reaffirmed*"],
            [],
            {},
        ),
        ([f"{LUND} reaffirmed the commitments of Sweden."], ["Anna Lund reaffirmed*"], [], {}),
        ([f"{LUND} praised the work of the OSCE Mission to Moldova."], ["Anna Lund appreciated*"], [], {}),
        (
            [f"{LUND} paid tribute to the OSCE Mission to Moldova."],
            ["Anna Lund appreciated*"],
            [],
            {},
        ),
        ([f"{LUND} commended Moldova for its reforms."], ["Anna Lund appreciated*"], [], {}),
        ([f"{LUND} expressed gratitude to Moldova."], ["Anna Lund appreciated*"], [], {}),
        ([f"{LUND} thanked {NOVY}."], ["Anna Lund appreciated to Karel Novy"], [], {}),
        ([f"{LUND} appealed to Russia to release the crew."], ["Anna Lund * to Russian Federation"], [], {}),
        ([f"{LUND} urged Russia to release the crew."], ["Anna Lund urged to Russian Federation"], [], {}),
        ([f"{LUND} demanded that Russia release the crew."], ["Anna Lund *Russian Federation"], [], {}),
        ([f"{LUND} encouraged Moldova to continue its reforms."], ["Anna Lund urged to Moldova"], [], {}),
        ([f"{LUND} called for an end to violence in Ukraine."], ["Anna Lund called-for about Ukraine"], [], {}),
        ([f"{LUND} called on Russia to release the crew."], ["Anna Lund called-for to Russian Federation"], [], {}),
        ([f"{LUND} regretted the decision of Russia."], ["Anna Lund regretted*"], [], {}),
        ([f"{LUND} offered the OSCE’s support to Moldova."], ["Anna Lund offered*"], [], {}),
        ([f"{LUND} hailed the release of prisoners by Ukraine."], ["Anna Lund welcomed about Ukraine"], [], {}),
        ([f"{LUND} welcomed the ceasefire in Ukraine."], ["Anna Lund welcomed about Ukraine"], ["*meeting*"], {}),
        ([f"{LUND} will urge Russia to release the crew."], ["Anna Lund urged (planned)"], [], {}),
        ([f"{LUND} warned against an escalation in Ukraine."], ["Anna Lund *"], [], {}),
        ([f"{LUND} and {NOVY} agreed to strengthen co-operation."], ["Anna Lund agreed", "Karel Novy agreed"], [], {}),
        (
            [f"{LUND} condemned the attack and urged Russia to act."],
            ["Anna Lund condemned", "Anna Lund urged to Russian Federation"],
            [],
            {},
        ),
        (["She called for the release of Petro Hnat."], [], ["Petro Hnat *"], {}),
    ],
)
def test_reported_speech(
    paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]
) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        ([f"The attack was strongly condemned by {LUND}."], ["Anna Lund condemned"], ["nobody named condemned"], {}),
        (["The attack was condemned."], ["nobody named condemned"], [], {}),
        (
            ["Russia’s efforts in co-chairing the Minsk Group were appreciated."],
            ["nobody named appreciated*"],
            ["Russian Federation appreciated*", "OSCE Minsk Group appreciated*"],
            {},
        ),
        ([f"Moldova was urged by {LUND} to continue."], ["Anna Lund urged*"], ["Moldova urged*"], {}),
    ],
)
def test_passives(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        ([f"“Russia must withdraw,” {LUND} said."], ["Anna Lund called-for about Russian Federation"], [], {}),
        ([f"“Russia must withdraw,” stressed {LUND}."], ["Anna Lund called-for about Russian Federation"], [], {}),
        ([f"{LUND} said: “Russia must withdraw.”"], ["Anna Lund called-for about Russian Federation"], [], {}),
        (
            [f"{LUND}: “Russia must withdraw.”"],
            ["Anna Lund * about Russian Federation"],
            [],
            {},
        ),
        ([f"“We condemn the attack in Ukraine,” {LUND} said."], ["Anna Lund condemned about Ukraine"], [], {}),
        (
            [f"“Russia must withdraw,” {LUND} said. {NOVY} agreed. “Moldova must wait,” he added."],
            ["Anna Lund called-for about Russian Federation", "Karel Novy called-for about Moldova"],
            ["Karel Novy * about Russian Federation", "Anna Lund * about Moldova"],
            {},
        ),
        ([f"“Russia must withdraw,” Lund said to {NOVY}."], [], ["Karel Novy called-for*"], {}),
        (
            [f"{LUND} met {NOVY}. “Russia must withdraw,” said Novy."],
            ["Karel Novy called-for about Russian Federation"],
            ["Anna Lund called-for*"],
            {},
        ),
        ([f"Russia should withdraw, according to {LUND}."], ["Anna Lund *"], [], {}),
        (
            [f"According to {LUND}, it is vital for Russia to withdraw."],
            ["Anna Lund called-for to Russian Federation"],
            [],
            {},
        ),
        (
            [f"{LUND} said it was vital for Moscow and Kyiv to stay engaged."],
            ["Anna Lund called-for to Russian Federation", "Anna Lund called-for to Ukraine"],
            [],
            {},
        ),
    ],
)
def test_quotations(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [f"Adviser Jan Pell conveyed President Mart Saar’s thanks to {LUND}."],
            ["Mart Saar appreciated to Anna Lund", "Mart Saar appreciated through Jan Pell"],
            ["Jan Pell appreciated*"],
            {},
        ),
        (
            [f"The message of {NOVY} was delivered by envoy Ilmar Dal."],
            ["Karel Novy stated through Ilmar Dal"],
            ["Ilmar Dal stated*"],
            {},
        ),
        (
            [f"A statement of {NOVY} was read out by Ambassador Ilmar Dal."],
            ["Karel Novy stated through Ilmar Dal"],
            ["Ilmar Dal stated*"],
            {},
        ),
    ],
)
def test_who_only_conveys_is_no_speaker(
    paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]
) -> None:
    check(told(*paragraphs, **header), expected, forbidden)
