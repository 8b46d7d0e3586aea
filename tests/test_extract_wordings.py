"""Further wordings of diplomatic prose: who received whom, who was brought together or urged to meet, and on which day."""

from pathlib import Path

import pytest
from reading import check, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
RAUD = "Prime Minister Edvin Raud of Estonia"
LIND = "Secretary General Eva Lind"

Case = tuple[list[str], list[str], list[str]]

RECEIVED: list[Case] = [
    (
        [f"{LUND} and {NOVY} visited Tallinn today.", f"There, they were received by {RAUD} and held talks with {LIND}."],
        ["happened meeting: Anna Lund + Edvin Raud + Karel Novy", "happened meeting: Anna Lund + Eva Lind + Karel Novy"],
        ["*meeting: Edvin Raud + Eva Lind"],
    ),
    (
        [f"{LUND} visited Tallinn today.", f"She was received by {RAUD} in Tallinn and had a working lunch with {NOVY}."],
        ["happened meeting: Anna Lund + Edvin Raud", "happened meeting: Anna Lund + Karel Novy", "happened meeting host Edvin Raud"],
        ["*meeting: Edvin Raud + Karel Novy"],
    ),
    ([f"{LUND} was granted an audience by {RAUD}."], ["happened meeting: Anna Lund + Edvin Raud"], []),
    (
        [f"{LUND}, accompanied by {NOVY}, was received by {RAUD}."],
        ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
        [],
    ),
    (
        ["The delegation was led by Secretary General Eva Lind and included Ambassador Jan Pell.", f"They met {RAUD}."],
        ["happened meeting: Edvin Raud + Eva Lind + Jan Pell"],
        [],
    ),
    (
        [f"{RAUD} received the Co-Chairs of the OSCE Minsk Group, Ambassador Ivan Petrov, Ambassador Luc Moreau and Ambassador Dan Hill."],
        ["happened meeting: Dan Hill + Edvin Raud + Ivan Petrov + Luc Moreau", "happened meeting host Edvin Raud"],
        [],
    ),
    ([f"A letter of {LUND} was received by {RAUD}."], [], ["* meeting*"]),
    ([f"The spouse of {LUND} was received by {RAUD}."], [], ["* meeting*"]),
]  # fmt: skip

MET: list[Case] = [
    ([f"{LUND} and {NOVY} sat down for talks in Riga."], ["happened meeting: Anna Lund + Karel Novy", "happened meeting at Riga"], []),
    ([f"{LUND} and {NOVY} came together in Riga on 2 March."], ["happened meeting on 2020-03-02"], []),
    ([f"{LUND} and {NOVY} came together in rejecting the plan."], [], ["* meeting*"]),
    ([f"{LUND} huddled with {NOVY} on the sidelines of the conference."], ["happened meeting: Anna Lund + Karel Novy"], []),
    ([f"{LUND} met face to face with {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], []),
    ([f"{LUND}, who met {NOVY} last week, travels to Riga today."], ["happened meeting: Anna Lund + Karel Novy"], ["* meeting on *"]),
    (
        [f"At a meeting in Riga on 2 March, {LUND} and {NOVY} agreed to release detainees."],
        ["happened meeting: Anna Lund + Karel Novy", "happened meeting at Riga", "happened meeting on 2020-03-02"],
        [],
    ),
    (
        [f"Ambassador Jan Pell brought together {LUND} and {NOVY} in Riga."],
        ["happened meeting: Anna Lund + Jan Pell + Karel Novy", "happened meeting host Jan Pell"],
        [],
    ),
    (
        [f"The round table, chaired by Ambassador Jan Pell, brought together {LUND} and {NOVY}."],
        ["happened meeting: Anna Lund + Jan Pell + Karel Novy", "happened meeting chair Jan Pell"],
        [],
    ),
    ([f"The report brings together {LUND} and {NOVY}'s proposals."], [], ["happened meeting*"]),
    (
        [f"{LIND} urged {LUND} and {NOVY} to meet without delay."],
        ["calledFor meeting: Anna Lund + Karel Novy"],
        ["happened meeting*", "*meeting*Eva Lind*"],
    ),
    (
        [f"{LIND} called on {LUND} and {NOVY} to resume direct talks."],
        ["calledFor meeting: Anna Lund + Karel Novy"],
        ["happened meeting*"],
    ),
    (
        [f"The visit follows the meeting between {LUND}, {NOVY} and {RAUD} in Riga on 2 March."],
        ["presupposed meeting: Anna Lund + Edvin Raud + Karel Novy", "presupposed meeting on 2020-03-02"],
        [],
    ),
    ([f"{LIND} briefed {RAUD} in Tallinn today."], ["happened meeting: Edvin Raud + Eva Lind"], []),
    ([f"{LIND} briefed journalists in Tallinn today."], [], ["* meeting*"]),
    (
        [f"{LIND} had meetings in Riga with {LUND} and {NOVY}."],
        ["happened meeting: Anna Lund + Eva Lind", "happened meeting: Eva Lind + Karel Novy"],
        ["happened meeting: Anna Lund + Eva Lind + Karel Novy"],
    ),
    (
        [f"{LIND} is scheduled to meet {LUND} on Monday and {NOVY} on Tuesday."],
        ["planned meeting: Anna Lund + Eva Lind", "planned meeting on 2020-03-09", "planned meeting on 2020-03-10"],
        ["happened*"],
    ),
    (["Ana Rusu, from Chisinau, and Ion Cebanu, from Tiraspol, met today."], [], ["happened meeting in *"]),
    ([f"Aides to {LUND} and {NOVY} met in Riga."], [], ["* meeting: Anna Lund + Karel Novy"]),
]  # fmt: skip

BODIES: list[Case] = [
    (
        ["The Permanent Council met in a special session today at the request of Ukraine."],
        ["happened meeting in OSCE Permanent Council"],
        ["happened meeting party*"],
    ),
    (
        ["The Permanent Council met today.", f"{LUND} and {LIND} addressed the Council."],
        ["happened meeting: Anna Lund + Eva Lind", "happened meeting in OSCE Permanent Council"],
        [],
    ),
    (
        ["The participants of the Geneva International Discussions gathered today for the 51st round."],
        ["happened meeting in Geneva International Discussions #51"],
        [],
    ),
    (
        ["The participants of the Geneva International Discussions did not gather for the 51st round."],
        [],
        ["happened*"],
    ),
    (
        [f"{LUND} will travel to Riga ahead of the meeting of the Minsk Group in Vienna on 12 March."],
        ["planned meeting in OSCE Minsk Group", "planned meeting on 2020-03-12"],
        ["happened*"],
    ),
    (
        ["The 12th Security Forum opens in Prague tomorrow."],
        ["planned meeting on 2020-03-05", "planned meeting at Prague"],
        ["happened*"],
    ),
    (
        ["The 12th Energy Forum opens in Prague tomorrow."],
        ["planned meeting on 2020-03-05", "planned meeting at Prague"],
        ["happened*"],
    ),
    (["The Annual Security Conference did not open in Vienna today."], [], ["happened*"]),
    (
        ["A technical meeting was held yesterday in Ergneti."],
        ["happened meeting on 2020-03-03", "happened meeting at Ergneti"],
        [],
    ),
    (["A technical meeting was to be held yesterday in Ergneti."], [], ["happened*"]),
    (
        ["The Minsk Group is co-chaired by France and the United States."],
        ["France is co-chair of OSCE Minsk Group (happened)"],
        [],
    ),
]  # fmt: skip

MORE: list[Case] = [
    ([f"{LUND} joined {NOVY} for talks in Riga today."], ["happened meeting: Anna Lund + Karel Novy", "happened meeting at Riga"], []),
    ([f"{LUND} was to have joined {NOVY} for talks in Riga today."], [], ["happened*"]),
    ([f"{LUND} and {NOVY} held a tête-à-tête in Riga."], ["happened meeting: Anna Lund + Karel Novy"], []),
    ([f"{LUND}, {NOVY} and {LIND} gathered in Vienna today."], ["happened meeting: Anna Lund + Eva Lind + Karel Novy"], []),
    (
        [f"{LUND} arrived in Vienna yesterday and was met at the airport by {LIND}."],
        ["happened meeting: Anna Lund + Eva Lind", "happened meeting host Eva Lind"],
        [],
    ),
    (
        [f"{LIND}'s programme in Riga included meetings with {LUND} and {NOVY}."],
        ["happened meeting: Anna Lund + Eva Lind", "happened meeting: Eva Lind + Karel Novy"],
        ["*meeting: Anna Lund + Karel Novy"],
    ),
    (
        [f"{LIND} participated in the Riga Security Conference on 15 February."],
        ["happened meeting: Eva Lind", "happened meeting on 2020-02-15"],
        [],
    ),
    ([f"{LIND} did not take part in the Riga Security Conference on 15 February."], [], ["happened*", "presupposed*"]),
    (
        ["The OSCE Ministerial Council will convene in Tirana on 3 December 2020."],
        ["planned meeting in OSCE Ministerial Council", "planned meeting on 2020-12-03"],
        ["happened*"],
    ),
    (
        ["The OSCE Mission to Serbia, in co-operation with the OSCE Mission to Moldova, organized a workshop in Bender."],
        ["happened activity: OSCE Mission to Moldova + OSCE Mission to Serbia"],
        [],
    ),
    (
        ["Forty judges took part in a training event held by the OSCE Mission to Moldova in Bender today."],
        ["happened activity organizer OSCE Mission to Moldova"],
        [],
    ),
    (
        ["The OSCE Mission to Moldova is holding a seminar in Bender from 3 to 5 March."],
        ["happened activity on 2020-03-03 to 2020-03-05"],
        [],
    ),
    (
        ["A round-table discussion, organized by the OSCE Mission to Serbia, took place in Bender yesterday."],
        ["happened activity: OSCE Mission to Serbia", "happened activity on 2020-03-03"],
        [],
    ),
]  # fmt: skip

VISITS: list[Case] = [
    (
        [f"{LIND} today concluded a four-day visit to Latvia, where she met {LUND}."],
        ["happened meeting on 2020-03", "happened visit on 2020-03-01 to 2020-03-04"],
        ["*meeting on 2020-03-04"],
    ),
    (
        [f"{LIND} today concluded a four-day visit to Latvia.", f"Today she met {LUND} in Riga."],
        ["happened meeting on 2020-03-04"],
        [],
    ),
    (
        [f"{LIND} concluded her visit to Latvia today.", f"During the visit, which began on 2 March, she met {LUND} in Riga."],
        ["happened visit on 2020-03-02 to 2020-03-04", "happened meeting on 2020-03"],
        ["*meeting on 2020-03-04"],
    ),
    ([f"The planned visit of {LUND} to Riga was cancelled."], ["denied visit: Anna Lund"], ["happened*", "planned*"]),
    (
        [f"{LIND} will travel to Riga on Monday.", f"She will be accompanied by {LUND}."],
        ["planned visit: Anna Lund + Eva Lind"],
        ["happened*"],
    ),
    (
        [f"{LIND} will travel to Riga on Monday; she was last in Riga in January."],
        ["planned visit: Eva Lind", "presupposed visit on 2020-01"],
        ["happened*"],
    ),
    ([f"{LIND} visited the OSCE Field Office."], [], ["*visit host Organization for Security*"]),
    (
        ["Jan Pell, the Special Representative of the Swedish OSCE Chairpersonship, will travel to Riga on 9 March."],
        ["planned visit: Jan Pell"],
        ["*visit: *Chairpersonship*"],
    ),
    (["Nobody from the OSCE visited Riga today."], [], ["happened*"]),
]  # fmt: skip

ACTIVITIES: list[Case] = [
    (
        ["The OSCE Mission to Moldova handed over computers to the police in Bender on 3 March."],
        ["happened activity organizer OSCE Mission to Moldova", "happened activity at Bender", "happened activity on 2020-03-03"],
        [],
    ),
    (["The OSCE Mission to Moldova plans to donate computers to the police."], [], ["happened*"]),
    (
        ["A two-day training course concluded today in Bender.", "It was organized by the OSCE Mission to Moldova."],
        ["happened activity organizer OSCE Mission to Moldova", "happened activity on 2020-03-03 to 2020-03-04"],
        [],
    ),
    ([f"{LUND} is in Riga today.", "She opened the Conference yesterday."], ["happened activity: Anna Lund"], []),
]  # fmt: skip

QUOTED: list[Case] = [
    ([f"“We call on the sides to respect the ceasefire,” {LUND} said."], ["Anna Lund called-for"], ["Anna Lund stated"]),
    ([f"“I thank Ukraine for its support,” {LUND} said."], ["Anna Lund appreciated"], ["Anna Lund stated"]),
    ([f"“We deeply regret this decision,” said {LUND}."], ["Anna Lund regretted"], ["Anna Lund stated"]),
    (
        [f"{LUND} and {NOVY} met today.", "“We strongly condemn the attack on Ukraine,” they said."],
        ["Anna Lund condemned about Ukraine", "Karel Novy condemned about Ukraine"],
        [],
    ),
    ([f"The call for tenders was welcomed by {LUND}."], ["Anna Lund welcomed"], ["* called-for*"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden"), [*RECEIVED, *MET, *BODIES, *MORE, *VISITS, *ACTIVITIES, *QUOTED]
)
def test_wordings(paragraphs: list[str], expected: list[str], forbidden: list[str]) -> None:
    check(told(*paragraphs), expected, forbidden)


WORDINGS = [
    line
    for line in (Path(__file__).parent / "wordings.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("line", WORDINGS)
def test_wordings_of_releases(line: str) -> None:
    text, *lines = line.split(" || ")
    expected = [one for one in lines if not one.startswith("!")]
    check(told(*text.split(" ¶ ")), expected, [one[1:] for one in lines if one.startswith("!")])


def test_a_release_is_about_the_one_of_its_headline_behind_an_opening_with_another() -> None:
    found = told(
        "With a call on Albania’s Head of State, Jan Pell, Foreign Minister Ann Linde today ended her first tour.",
        "The stop in Tirana also included a meeting with Prime Minister Karel Novy.",
        title="Linde ends first tour",
    )
    check(
        found,
        ["happened meeting: Ann Linde + Karel Novy", "happened meeting: Ann Linde + Jan Pell"],
        ["*Jan Pell + Karel*"],
    )
