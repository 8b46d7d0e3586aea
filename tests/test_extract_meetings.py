"""Meetings and calls in the genre’s many wordings: who sat or spoke with whom, and what is no meeting."""

import pytest
from reading import check, gap, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
RAUD = "Prime Minister Edvin Raud of Estonia"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [f"{LUND} met with {NOVY} in Vienna today."],
            [
                "happened meeting: Anna Lund + Karel Novy",
                "happened meeting at Vienna",
                "happened meeting on 2020-03-04",
            ],
            [],
            {},
        ),
        (
            [f"{LUND} held a bilateral meeting with {NOVY} on the margins of the Ministerial Council."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} had a working lunch with {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} paid a courtesy call on {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["*call:*"],
            {},
        ),
        ([f"{NOVY} paid a courtesy visit to {LUND} today."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} received {NOVY} in Stockholm today."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting host Anna Lund"],
            [],
            {},
        ),
        (
            [f"{NOVY} was received by {LUND} in Stockholm."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting host Anna Lund"],
            [],
            {},
        ),
        ([f"{LUND} sat down with {NOVY} in Stockholm."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} hosted {NOVY} for a working dinner."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting host Anna Lund"],
            [],
            {},
        ),
        (
            [f"{LUND} welcomed {NOVY} to Stockholm today."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["Anna Lund welcomed*"],
            {},
        ),
        (
            [f"{LUND} welcomed {NOVY} to the White House today."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["Anna Lund welcomed*"],
            {},
        ),
        (
            [f"{LUND} welcomed {NOVY} in Berlin for a Troika meeting. Novy welcomed the ceasefire."],
            ["happened meeting: Anna Lund + Karel Novy", "Karel Novy welcomed"],
            ["Anna Lund welcomed*"],
            {},
        ),
        ([f"{LUND} had an exchange of views with {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} exchanged views with {NOVY} on European security."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} conferred with {NOVY} in Vienna."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["*call:*"],
            {},
        ),
        ([f"{LUND} held consultations in Vienna with {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"A meeting between {LUND} and {NOVY} took place in Vienna today."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"A meeting took place today between {LUND} and {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"Today in Vienna, {LUND} met {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting at Vienna"],
            [],
            {},
        ),
        (
            [f"On 3 March, {LUND} met {NOVY} in Vienna."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting on 2020-03-03"],
            [],
            {},
        ),
        (
            [f"Yesterday {LUND} met with {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting on 2020-03-03"],
            [],
            {},
        ),
        (
            [f"During her meeting with {NOVY}, {LUND} underlined the importance of dialogue."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"In a meeting with {NOVY}, {LUND} called for dialogue."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"At her meeting today with {NOVY}, {LUND} discussed media freedom."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"Speaking after a meeting with {NOVY}, {LUND} called for dialogue."],
            ["* meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"After meeting {NOVY}, {LUND} said the talks had been useful."],
            ["* meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"After meeting with {NOVY} in Vienna today, {LUND} travelled to Riga."],
            ["* meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"Following his talks with {NOVY} in Vienna today, {LUND} said dialogue must go on."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} and {NOVY} met in Vienna today."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        ([f"{LUND} and {NOVY} held talks in Vienna today."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} and {NOVY} discussed the situation in the region when they met in Vienna today."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} and {NOVY} discussed regional security in Vienna today."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND}, together with {NOVY}, met {RAUD} in Tallinn."],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            [],
            {},
        ),
        (
            [f"Accompanied by {NOVY}, {LUND} met {RAUD} in Tallinn."],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            ["happened meeting: Anna Lund + Edvin Raud"],
            {},
        ),
        (
            [f"{LUND} met {NOVY}, and later {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            [],
            {},
        ),
        (
            [f"{LUND} met {NOVY} in the morning and {RAUD} in the afternoon."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            [],
            {},
        ),
        (
            [f"Among those whom {LUND} met was {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND}’s interlocutors included {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} held high-level talks with {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} had talks with {NOVY}, focusing on the economy."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} engaged in talks with {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} opened bilateral consultations with {NOVY} in Vienna."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} met {NOVY} for talks on the reform agenda."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} had a fruitful discussion with {NOVY} in Vienna."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} had the pleasure of meeting {NOVY} in Vienna today."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} had the honour to meet with {NOVY} today."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["planned meeting: Anna Lund + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} had the opportunity to meet {NOVY} in Vienna."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["planned meeting: Anna Lund + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} was pleased to meet {NOVY} in Vienna."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["planned meeting: Anna Lund + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} took the opportunity to meet with {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["planned meeting: Anna Lund + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} used the visit to meet {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["planned meeting: Anna Lund + Karel Novy"],
            {},
        ),
        ([f"{LUND} proceeded to a meeting with {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        ([f"{LUND} attended a meeting with {NOVY} in Vienna."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} participated in a trilateral meeting with {NOVY} and {RAUD}."],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            [],
            {},
        ),
        (
            [f"A trilateral meeting of {LUND}, {NOVY} and {RAUD} took place in Vienna."],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} chaired a meeting with {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting chair Anna Lund"],
            [],
            {},
        ),
        (
            [f"{LUND} co-chaired a meeting with {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting co-chair Anna Lund"],
            [],
            {},
        ),
        (
            [f"{LUND} raised the issue with {NOVY} during talks in Vienna."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} discussed the issue of media freedom with {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} reviewed bilateral relations with {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} was joined by {NOVY} for a working lunch."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"Meeting {NOVY} in Vienna today, {LUND} called for dialogue."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"Having met {NOVY} in Vienna, {LUND} travelled to Riga."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["*Having*"],
            {},
        ),
        (
            [f"{LUND}, who met {NOVY} in Vienna today, called for dialogue."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} has met {NOVY} in Vienna."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
        (
            ["The Foreign Ministers of Sweden and Slovakia met in Oslo."],
            ["happened meeting: * + *", "happened meeting at Oslo"],
            [],
            {},
        ),
        (["The Swedish and Slovak Foreign Ministers met in Oslo."], ["happened meeting: * + *"], [], {}),
        (
            ["Foreign Ministers Anna Lund of Sweden and Karel Novy of Slovakia met in Oslo."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [("Prime Minister Edvin Raud met his counterparts Anna Lund of Sweden and Karel Novy of Slovakia.")],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            [],
            {},
        ),
        ([f"High Representative Josep Borrell met {LUND}."], ["happened meeting: Anna Lund + Josep Borrell"], [], {}),
        ([f"HR/VP Josep Borrell met {LUND}."], ["happened meeting: Anna Lund + Josep Borrell"], [], {}),
        (
            [
                (
                    "On March 3, Foreign Minister Sergey Lavrov met with OSCE Secretary General Thomas "
                    "Greminger, who is on a working visit to Moscow."
                )
            ],
            ["happened meeting: Sergey Lavrov + Thomas Greminger", "happened meeting on 2020-03-03"],
            [],
            {},
        ),
        (
            [f"{LUND} received the Ambassador of Slovakia to Sweden, Jan Sokol, for a farewell visit."],
            ["happened meeting: Anna Lund + Jan Sokol"],
            [],
            {},
        ),
        (
            [("Ambassador Jan Sokol presented his credentials to OSCE Secretary General Thomas Greminger.")],
            ["happened meeting: Jan Sokol + Thomas Greminger"],
            [],
            {},
        ),
        (
            [
                (
                    "National Security Advisor Jake Sullivan met today with Karel Novy, National Security "
                    "Advisor of Slovakia, in Washington, D.C."
                )
            ],
            ["happened meeting: Jake Sullivan + Karel Novy"],
            [],
            {"issued": "2022-03-04"},
        ),
        (
            [f"Secretary of State Antony J. Blinken met with {NOVY} today in Oslo."],
            ["happened meeting: Antony*Blinken + Karel Novy"],
            [],
            {"issued": "2022-03-04"},
        ),
        (
            [f"Vice President Kamala Harris met today with {NOVY}."],
            ["happened meeting: Kamala Harris + Karel Novy"],
            [],
            {"issued": "2022-03-04"},
        ),
        (
            [
                (
                    "The Secretary General met with H.E. Mr. Karel Novy, Minister for Foreign and European "
                    "Affairs of the Slovak Republic."
                )
            ],
            ["happened meeting: *Karel Novy*"],
            [],
            {},
        ),
        (
            [f"The UN Secretary-General and {NOVY} discussed the situation in Cyprus."],
            ["happened meeting: *António Guterres*Karel Novy*"],
            [],
            {},
        ),
        ([f"The OSCE Minsk Group Co-Chairs met {LUND} in Oslo."], ["happened meeting: *Anna Lund*"], ["*at Minsk"], {}),
        ([f"{LUND} greeted {NOVY} in Stockholm."], ["happened meeting: Anna Lund + Karel Novy"], [], {}),
    ],
)
def test_who_met_whom(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [f"{LUND} also met separately with {NOVY} and {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} held separate meetings with {NOVY} and {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} and {RAUD} separately."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} met {NOVY}. She also met {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} met {NOVY}, then {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} and {RAUD}."],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            {},
        ),
        (
            [f"{LUND} met separately and then jointly with {NOVY} and {RAUD}."],
            [
                "happened meeting: Anna Lund + Karel Novy",
                "happened meeting: Anna Lund + Edvin Raud",
                "happened meeting: Anna Lund + Edvin Raud + Karel Novy",
            ],
            [],
            {},
        ),
        (
            [f"{LUND} met {NOVY}. Raud did not come."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["*Raud*meeting*"],
            {},
        ),
        (
            [f"{LUND} held talks with {NOVY} today.", "The meeting took place in Riga. The discussion covered trade."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting at Riga"],
            ["*meeting: ?????"],
            {},
        ),
        (
            [
                (
                    "The Co-Chairs met the two ministers separately but regretted that no joint meeting "
                    "could be held in Stockholm."
                )
            ],
            [],
            ["happened meeting at Stockholm"],
            {},
        ),
    ],
)
def test_separate_meetings_stay_separate(
    paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]
) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        ([f"{LUND} spoke by phone with {NOVY} today."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        ([f"{LUND} spoke today with {NOVY}."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} spoke on the phone with {NOVY}."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} spoke over the phone with {NOVY}."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        ([f"{LUND} spoke by telephone this morning with {NOVY}."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        ([f"{LUND} held a telephone conversation with {NOVY}."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} had a telephone call with {NOVY} on 3 March."],
            ["happened call: Anna Lund + Karel Novy", "happened call on 2020-03-03"],
            [],
            {},
        ),
        (
            [f"A telephone conversation took place between {LUND} and {NOVY}."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} telephoned {NOVY}."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} called {NOVY} to discuss the crisis."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} phoned {NOVY} today."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} received a telephone call from {NOVY}."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} received a phone call from {NOVY} today."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"In a phone call with {NOVY}, {LUND} expressed concern."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"In a telephone call today, {LUND} and {NOVY} discussed the crisis."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} and {NOVY} spoke by telephone today."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        ([f"{LUND} and {NOVY} held a video conference."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        (
            [f"{LUND} held a virtual meeting with {NOVY}."],
            ["happened call: Anna Lund + Karel Novy"],
            ["happened meeting:*"],
            {},
        ),
        ([f"{LUND} met virtually with {NOVY}."], ["happened call: Anna Lund + Karel Novy"], ["happened meeting:*"], {}),
        ([f"{LUND} met {NOVY} via video link."], ["happened call: Anna Lund + Karel Novy"], ["happened meeting:*"], {}),
        (
            [f"{LUND} held a secure video call with {NOVY} to follow up on last week’s talks."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        ([f"{LUND} convened a call with {NOVY}."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        ([f"{LUND} had an introductory call with {NOVY}."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        ([f"{LUND} and {NOVY} talked over the phone."], ["happened call: Anna Lund + Karel Novy"], [], {}),
        (
            [f"At the initiative of the Slovak side, {LUND} had a telephone conversation with {NOVY}."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"High Representative/Vice-President Josep Borrell spoke with {LUND} today."],
            ["happened call: Anna Lund + Josep Borrell"],
            [],
            {},
        ),
        (
            [
                (
                    "President of the European Council Charles Michel spoke over the phone with President "
                    "Jan Sokol of Estonia."
                )
            ],
            ["happened call: Charles Michel + Jan Sokol"],
            [],
            {},
        ),
        (
            [f"President Joseph R. Biden, Jr. spoke today with {RAUD}."],
            ["happened call: Edvin Raud + *Biden*"],
            [],
            {"issued": "2022-03-04"},
        ),
        (
            [f"Secretary Blinken spoke with {NOVY}."],
            ["happened call: *Blinken + Karel Novy"],
            [],
            {"issued": "2022-03-04"},
        ),
        (
            [(f"The below is attributable to Spokesperson Ned Price: Secretary Blinken spoke with {NOVY}.")],
            ["happened call: *Blinken + Karel Novy"],
            ["*call: *Price*"],
            {"issued": "2022-03-04"},
        ),
    ],
)
def test_calls(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            ["She stressed reform."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": f"{LUND} meets {NOVY} in Riga"},
        ),
        (
            ["She stressed reform."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": f"{LUND}, {NOVY} discuss regional security"},
        ),
        (["She stressed reform."], ["happened visit: Anna Lund"], [], {"title": f"{LUND} visits Moldova"}),
        (
            ["She stressed reform."],
            ["happened visit: Anna Lund"],
            [],
            {"title": f"{LUND} concludes visit to Moldova"},
        ),
        (
            ["She stressed reform."],
            ["happened visit: Anna Lund"],
            [],
            {"title": f"{LUND} begins two-day visit to Moldova"},
        ),
        (
            ["She stressed reform."],
            ["planned visit: Anna Lund"],
            ["happened visit*"],
            {"title": f"{LUND} to visit Moldova"},
        ),
        (
            ["She stressed reform."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {"title": f"{LUND} to meet {NOVY}"},
        ),
        (["She stressed reform."], ["Anna Lund condemned*"], [], {"title": f"{LUND} condemns attack in Ukraine"}),
        (
            ["She stressed reform."],
            ["Anna Lund urged to Russian Federation"],
            [],
            {"title": f"{LUND} urges Russia to act"},
        ),
        (
            ["The two discussed reform."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {"title": f"Readout of {LUND}’s Call with {NOVY}"},
        ),
        (
            ["The two discussed reform."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": f"Readout of {LUND}’s Meeting with {NOVY}"},
        ),
        (
            ["The two discussed reform."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": f"Meeting of {LUND} with {NOVY}"},
        ),
        (
            ["The two discussed reform."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": f"Foreign Minister Anna Lund’s meeting with {NOVY}"},
        ),
        (
            ["The two discussed reform."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {"title": f"Telephone conversation of {LUND} with {NOVY}"},
        ),
        (
            ["The two discussed reform."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {"title": f"Press release on {LUND}’s telephone conversation with {NOVY}"},
        ),
        (
            ["The two discussed reform."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": f"{LUND} receives {NOVY}"},
        ),
        (
            ["The two discussed reform."],
            ["happened call: Anna Lund + Karel Novy"],
            [],
            {"title": f"Readout of {LUND}’s call with {NOVY}"},
        ),
        gap(
            "a headline’s noun in a capital (“Readout of X’s Call with Y”, “X’s Meeting with Y”)",
            ["The two discussed reform."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": f"{LUND} Meets With {NOVY}"},
        ),
        (
            ["The two discussed reform."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": f"{NOVY} received by {LUND}"},
        ),
    ],
)
def test_headlines(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [f"{LUND} will meet {NOVY} in Vienna on 6 March."],
            ["planned meeting: Anna Lund + Karel Novy", "planned meeting on 2020-03-06"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} is scheduled to meet {NOVY}."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} is due to hold talks with {NOVY}."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} is set to meet {NOVY} next week."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} is to meet {NOVY} on Friday."],
            ["planned meeting: Anna Lund + Karel Novy", "planned meeting on 2020-03-06"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} meets {NOVY} in Vienna on Friday."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"A meeting with {NOVY} is planned for 6 March, {LUND} said."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} will hold meetings with {NOVY} and {RAUD}."],
            ["planned meeting: *Anna Lund*"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"During her visit, {LUND} will also hold talks with {NOVY}."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} looks forward to meeting {NOVY} in Vienna."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        ([f"{LUND} invited {NOVY} to a meeting in Vienna."], [], ["happened meeting:*", "happened call:*"], {}),
        ([f"Talks with {NOVY} are on {LUND}’s agenda."], [], ["happened meeting:*", "happened call:*"], {}),
        ([f"On the agenda of {LUND} is a meeting with {NOVY}."], [], ["happened meeting:*", "happened call:*"], {}),
        (
            [f"{LUND} intends to meet {NOVY}."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} is expected in Vienna on Friday for talks with {NOVY}."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} agreed to meet {NOVY} again in May."],
            ["planned meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} offered to meet {NOVY}."],
            ["* meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} would meet {NOVY} only if the truce held, she said."],
            [],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} called for a meeting between {NOVY} and {RAUD}."],
            ["calledFor meeting: Edvin Raud + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} called on {NOVY} to meet {RAUD}."],
            ["calledFor meeting: Edvin Raud + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} proposed a meeting with {NOVY}."],
            ["calledFor meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} cancelled her meeting with {NOVY}."],
            ["denied meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} did not meet {NOVY}."],
            ["denied meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} refused to meet {NOVY}."],
            ["denied meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"A planned meeting between {LUND} and {NOVY} was called off."],
            ["denied meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"A planned meeting between {LUND} and {NOVY} did not take place."],
            ["denied meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"No meeting between {LUND} and {NOVY} took place."],
            ["denied meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"There was no meeting between {LUND} and {NOVY}."],
            ["denied meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        (
            [f"{LUND} regretted that {NOVY} would not meet {RAUD}."],
            ["denied meeting: Edvin Raud + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
        gap(
            "a denied meeting in other words than “did not meet”",
            [f"{LUND} left Vienna without meeting {NOVY}."],
            ["denied meeting: Anna Lund + Karel Novy"],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
    ],
)
def test_a_plan_or_a_wish_is_no_meeting(
    paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]
) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [f"{LUND} thanked {NOVY} for hosting the conference."],
            ["Anna Lund appreciated*"],
            ["*meeting:*", "*call:*"],
            {},
        ),
        (
            [f"{LUND} called on {NOVY} to release the reporter."],
            ["Anna Lund called-for to Karel Novy"],
            ["*meeting:*", "*call:*"],
            {},
        ),
        ([f"{LUND} congratulated {NOVY} on his appointment."], [], ["*meeting:*", "*call:*"], {}),
        ([f"{LUND} wrote to {NOVY} about the case."], [], ["*meeting:*", "*call:*"], {}),
        ([f"{LUND} sent a letter to {NOVY}."], [], ["*meeting:*", "*call:*"], {}),
        ([f"{LUND} and {NOVY} issued a joint statement."], [], ["*meeting:*", "*call:*"], {}),
        (
            [f"{LUND} and {NOVY} condemned the attack."],
            ["Anna Lund condemned", "Karel Novy condemned"],
            ["*meeting:*", "*call:*"],
            {},
        ),
        (
            [f"{LUND} welcomed the appointment of {NOVY} to the post."],
            ["Anna Lund welcomed*"],
            ["*meeting:*", "*call:*"],
            {},
        ),
        ([f"{LUND} condemned the killing of {NOVY}."], ["Anna Lund condemned*"], ["*meeting:*", "*call:*"], {}),
        ([f"{LUND} met journalists in Vienna. {NOVY} travelled to Riga."], [], ["*meeting*Karel*"], {}),
        (
            [f"{LUND} met {NOVY} to discuss the release of reporter Petro Hnat."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["*meeting: *Petro*"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} to prepare the visit of {RAUD} to Oslo."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["happened meeting: *Edvin*", "happened visit*", "*meeting at Oslo"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} about the talks between Russia and Ukraine."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["*meeting: *Anna*Russia*"],
            {},
        ),
        (
            [f"{LUND} met {NOVY} on behalf of {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["*meeting: *Edvin*"],
            {},
        ),
        (
            [f"{LUND} met {NOVY}, who succeeded {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            ["*meeting: *Edvin*"],
            {},
        ),
        ([f"{LUND} said that {NOVY} had met {RAUD}."], ["* meeting: Edvin Raud + Karel Novy"], ["*meeting:*Anna*"], {}),
        (
            [f"{LUND} welcomed the meeting between {NOVY} and {RAUD}."],
            ["* meeting: Edvin Raud + Karel Novy"],
            ["*meeting:*Anna*"],
            {},
        ),
        ([f"“I met {NOVY} last week,” {LUND} said."], [], ["happened meeting on 2020-03-04"], {}),
        ([f"“We met today,” said {LUND}."], [], ["happened meeting*"], {}),
        (
            [f"{LUND} stressed the need for dialogue between Russia and Ukraine."],
            [],
            ["happened meeting:*", "happened call:*"],
            {},
        ),
    ],
)
def test_what_only_sounds_like_a_meeting(
    paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]
) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


def test_the_headline_says_who_speaks_in_a_statement() -> None:
    title = "Statement by Swedish Foreign Minister Anna Lund on the talks"
    body = "I met Slovak Foreign Minister Karel Novy in Riga today. We discussed the way ahead."
    assert "happened meeting: Anna Lund + Karel Novy" in told(body, title=title)
    assert not [one for one in told(body, title="News of the day") if "meeting" in one]


def test_a_statement_says_nothing_of_whom_it_quotes() -> None:
    title = "Statement by Swedish Foreign Minister Anna Lund on the talks"
    found = told("“I met Slovak Foreign Minister Karel Novy in Riga,” President Edvin Raud told her.", title=title)
    assert "happened meeting: Anna Lund + Karel Novy" not in found
