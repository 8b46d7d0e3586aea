"""Lists of people with their offices, what stands inside an office's name, and short forms of the Chair's title."""

import pytest
from reading import check, lines, release, told

from kg.extract import read

CHAIR = "OSCE Chairperson-in-Office"
MEDIATOR = (
    "Personal Representative of the OSCE Chairperson-in-Office on the conflict dealt with by the OSCE Minsk Conference"
)

# A day, a release's paragraphs, the lines that must be found, and patterns that no line may match.
BRACKETS = [
    (
        "2025-03-04",
        "Elina Valtonen met with Prime Minister Denys Shmyhal, the Speaker of the Verkhovna Rada (Parliament) of Ukraine"
        " Ruslan Stefanchuk, and the Minister of Foreign Affairs Andrii Sybiha.",
        [
            "happened meeting: *Denys Shmyhal*",
            "happened meeting: *Ruslan Stefanchuk*",
            "happened meeting: *Andrii Sybiha*",
            "Ruslan Stefanchuk holds Chairperson of the Verkhovna Rada of Ukraine",
        ],
        ["Denys Shmyhal holds *Rada*"],
    ),
    (
        "2024-11-04",
        "Ian Borg met with Foreign Minister Jeenbek Kulubaev and the Speaker of the Jogorku Kenesh (the Parliament) Anna Lund.",
        ["happened meeting: Anna Lund + Ian Borg*", "Anna Lund holds Speaker of Jogorku Kenesh*"],
        [],
    ),
    (
        "2020-03-04",
        "George Tsereteli (MP, Georgia) and Anna Lund (Senator, Belgium) met today with Karel Novy (Albania) in Tirana.",
        ["happened meeting: Anna Lund + George Tsereteli + Karel Novy"],
        ["*meeting: *Georgia*", "*meeting: *Belgium*", "* holds *"],
    ),
    (
        "2020-03-04",
        "Karel Novy (MP, Portugal), Chairperson of the Ad Hoc Reform of Rules, said that this was so.",
        ["open Chairperson"],
        ["* holds *"],
    ),
    (
        "2021-09-24",
        "The Personal Representative of the OSCE Chairperson-in-Office (PRCiO) Andrzej Kasprzyk was there.\n"
        "The PRCiO met with Rosemary DiCarlo.",
        [f"Andrzej Kasprzyk holds {MEDIATOR}", "happened meeting: Andrzej Kasprzyk + Rosemary DiCarlo"],
        ["*meeting: Personal Representative*"],
    ),
]
CO_CHAIRS = [
    (
        "2020-03-04",
        "Zohrab Mnatsakanyan received the OSCE Minsk Group Co-Chairs Igor Popov, Stefan Visconti and Andrew Schofer.\n"
        "The Co-Chairs met with Ilham Aliyev.",
        [
            "happened meeting: Andrew Schofer + Igor Popov + Stéphane Visconti + Zohrab Mnatsakanyan",
            "happened meeting: Andrew Schofer + Igor Popov + Ilham Aliyev + Stéphane Visconti",
            "names OSCE Minsk Group",
        ],
        ["*meeting: *Organization*", "*meeting: *Minsk*"],
    ),
    (
        "2020-03-04",
        "Zohrab Mnatsakanyan received the Co-Chairs of the OSCE Minsk Group Igor Popov, Stéphane Visconti and Andrew Schofer.",
        ["happened meeting: Andrew Schofer + Igor Popov + Stéphane Visconti + Zohrab Mnatsakanyan"],
        [],
    ),
    (
        # A list without an “and” shows no end: one of them alone is not who was met.
        "2020-03-04",
        "Zohrab Mnatsakanyan met with the Co-Chairs Igor Popov (Russia), Stéphane Visconti (France), Andrew Schofer (USA).",
        [],
        ["*meeting: Igor Popov + Zohrab Mnatsakanyan"],
    ),
    (
        # The format is no part of somebody's name who is only spoken of beside it.
        "2020-03-04",
        "Zohrab Mnatsakanyan received the Co-Chairs of the OSCE Minsk Group and Edi Rama.",
        [],
        ["*meeting: Edi Rama + Zohrab Mnatsakanyan"],
    ),
    (
        "2013-10-12",
        "Ambassadors Igor Popov of the Russian Federation, Jacques Faure of France, and Ian Kelly of the United States met"
        " Ilham Aliev.",
        ["happened meeting: Ian Kelly + Igor Popov + Ilham Aliyev + Jacques Faure"],
        ["* holds *"],
    ),
]
OFFICES = [
    (
        "2023-03-04",
        "Sergey Lavrov met with Minister of Foreign Affairs of the Republic of North Macedonia and OSCE Chairman-in-Office"
        " Bujar Osmani.",
        [
            "happened meeting: Bujar Osmani + Sergey Lavrov",
            "Bujar Osmani holds Minister for Foreign Affairs of North Macedonia",
            f"Bujar Osmani holds {CHAIR}",
        ],
        [],
    ),
    (
        "2021-10-12",
        "Helga Schmid met with the Deputy Prime Minister and Minister of Foreign Affairs Rashid Meredov.",
        [
            "Rashid Meredov holds Deputy Prime Minister of Turkmenistan",
            "Rashid Meredov holds Minister for Foreign Affairs of Turkmenistan",
        ],
        [],
    ),
    (
        "2021-10-12",
        "Edi Rama met with the Acting Deputy Prime Minister for Reintegration and Chief Negotiator, Olga Cebotari.",
        ["Olga Cebotari holds acting Chief Negotiator of Moldova*"],
        ["Olga Cebotari holds Chief*"],
    ),
    (
        "2020-10-12",
        "Edi Rama met with Anna Lund, Speaker of the Danish Parliament, and Karel Novy, Acting Head of the Belarusian"
        " Delegation to the OSCE PA.",
        [
            "happened meeting: Anna Lund + Edi Rama*",
            "happened meeting: *Edi Rama + Karel Novy",
            "Anna Lund holds Speaker of Parliament of Denmark",
            "Karel Novy holds acting Head of Delegation of Belarus to the OSCE Parliamentary Assembly",
        ],
        [],
    ),
    (
        "2020-10-12",
        "Danish Foreign Minister Anna Lund, who once served as Head of the Danish Delegation to the OSCE PA, said that it was so.",
        ["Anna Lund stated"],
        ["Delegation* stated", "nobody named*", "Anna Lund holds Head*"],
    ),
    (
        "2003-10-12",
        "Her Majesty Queen Beatrix of the Netherlands received Karel Novy.",
        ["Beatrix holds Queen of The Netherlands"],
        ["* holds King*"],
    ),
    (
        "2017-10-12",
        "Personal Representative of the Chairperson-in-Office on the conflict dealt with by the OSCE Minsk Conference"
        " Andrzej Kasprzyk met with Ilham Aliyev.",
        [f"Andrzej Kasprzyk holds {MEDIATOR}"],
        ["* holds *  *"],
    ),
    (
        "2025-10-12",
        "Anna Lund, Special Representative of the Chairperson-in-Office - Project Co-ordinator in Ukraine, met Andrii Sybiha.",
        [
            "Anna Lund holds Special Representative of the OSCE Chairperson-in-Office - OSCE Project Co-ordinator in Ukraine"
        ],
        ["Anna Lund holds Special Representative of the*in-Office"],
    ),
    (
        "2014-03-04",
        "Chairperson of the European Platform of Regulatory Authorities Dunja Mijatović said so.",
        ["Dunja Mijatović holds Chairperson of European Platform of Regulatory Authorities", "Dunja Mijatović stated"],
        ["*Platform holds*"],
    ),
]
MEMBERS = [
    (
        "2025-03-18",
        "Elina Valtonen met with Members of the Bosnia and Herzegovina Presidency Željka Cvijanović and Denis Bećirović.",
        [
            "Denis Bećirović holds Member of the Presidency of Bosnia and Herzegovina",
            "Željka Cvijanović holds Member of the Presidency of Bosnia and Herzegovina",
        ],
        ["*Presidency Željka*", "* holds Member"],
    ),
    (
        "2025-03-18",
        "Edi Rama met with officials, including members of the Presidency of Bosnia and Herzegovina, Željko Komšić and Denis"
        " Bećirović, and President Aleksandar Vučić of Serbia.",
        ["happened meeting: Aleksandar Vučić + Denis Bećirović + Edi Rama + Željko Komšić"],
        [],
    ),
    (
        "2024-11-12",
        "Ian Borg met with Members of the Presidency of Bosnia and Herzegovina, Foreign Minister Elmedin Konaković, and the"
        " Collegium of both Houses.",
        ["happened meeting: *Elmedin Konaković*"],
        ["Elmedin Konaković holds Member*"],
    ),
    (
        "2018-03-23",
        "George Tsereteli met with Deputy Marshal of the Senate, Adam Bielan.",
        ["Adam Bielan holds deputy Deputy Marshal of the Senate", "happened meeting: Adam Bielan + George Tsereteli"],
        [],
    ),
    (
        "2018-03-23",
        "OSCE Parliamentary Assembly President George Tsereteli met with Edi Rama.",
        ["George Tsereteli holds President of the OSCE Parliamentary Assembly"],
        [],
    ),
    (
        # He was the Special Representative for the South Caucasus then, of which nothing is told.
        "2009-10-06",
        "Charalampos Christopoulos, Special Representative of the OSCE Chairperson-in-Office, was in Chisinau.\n"
        "The Transdniestrian conflict was spoken of.",
        ["Charalampos Christopoulos holds Special Representative of the OSCE Chairperson-in-Office"],
        ["* holds *Caucasus"],
    ),
    (
        "2009-10-06",
        "Charalampos Christopoulos, Special Representative of the OSCE Chairperson-in-Office, was in Tbilisi.",
        [
            "Charalampos Christopoulos holds Special Representative of the OSCE Chairperson-in-Office for the South Caucasus"
        ],
        [],
    ),
]
OF_BODIES = [
    (
        "2024-09-27",
        "The OSCE Mission to Montenegro held a course.\nKarel Novy, Head of the OSCE Mission, met Anna Lund.\n"
        "Deputy Head of Mission Ivo Tamm spoke.",
        [
            "Karel Novy holds Head of the OSCE Mission to Montenegro",
            "Ivo Tamm holds deputy Deputy Head of OSCE Mission to Montenegro",
        ],
        ["* holds *Security and Co-operation*"],
    ),
    (
        # Of two missions it is not said which.
        "2024-09-27",
        "The OSCE Missions were there: the OSCE Mission to Montenegro and the OSCE Mission to Serbia.\n"
        "Head of Mission Karel Novy spoke.",
        [],
        ["Karel Novy holds Head of the OSCE Mission*"],
    ),
    (
        "2020-01-31",
        "OSCE High Commissioner Lamberto Zannier met Edi Rama.",
        ["Lamberto Zannier holds OSCE High Commissioner on National Minorities"],
        ["* holds High*"],
    ),
    (
        "2024-03-08",
        "Edi Rama met Karel Novy, Chairperson of the European Regulators Group for Audiovisual Media Services, on Friday.",
        ["Karel Novy holds Chairperson of European Regulators Group for Audiovisual Media Services"],
        ["*Regulators holds*"],
    ),
    (
        # Where the body's name ends and the person's begins is not to be seen.
        "2024-03-08",
        "Chairperson of the European Regulators Circle Karel Novy met Edi Rama.",
        [],
        ["* holds Chairperson*", "*meeting: *Regulators*"],
    ),
]
HOMES = [
    (
        "2011-11-30",
        "In Yerevan Edi Rama met with President Serzh Sargsyan, Foreign Minister Edward Nalbandian and Defence Minister Karel Novy.",
        ["Karel Novy holds Defence Minister of Armenia"],
        [],
    ),
    (
        "2011-11-30",
        "Edi Rama was in Baku and met Foreign Minister Elmar Mammadyarov and Minister of Defence Karel Novy.",
        ["Karel Novy holds Minister of Defence of Azerbaijan"],
        [],
    ),
    (
        # One of another office, at no place of his state: whose minister the other is, nobody says.
        "2011-11-30",
        "Edi Rama met Foreign Minister Elmar Mammadyarov and Minister of Defence Karel Novy in Vienna.",
        ["Karel Novy holds Minister of Defence"],
        ["Karel Novy holds *Azerbaijan"],
    ),
    (
        "2011-11-30",
        "In Yerevan Edi Rama met with Foreign Minister Edward Nalbandian and Foreign Minister Karel Novy.",
        ["Karel Novy holds Foreign Minister"],
        ["Karel Novy holds *Armenia"],
    ),
    (
        "2024-03-08",
        "At the European Commission, Teresa Ribeiro met with Vice-President Karel Novy and Commissioner Olivér Várhelyi.",
        ["Karel Novy holds Vice-President of European Commission"],
        ["Teresa Ribeiro holds *European*", "Olivér Várhelyi holds Commissioner of*"],
    ),
    (
        "2024-03-08",
        "At the European Commission, Vice-President Karel Novy met with Teresa Ribeiro.",
        [],
        ["Karel Novy holds *European*"],
    ),
]
HOSTS = [
    (
        # Whom he is listed with is of another state; negotiators are sent; all states come to Vienna.
        "2023-06-08",
        "In Tallinn Edi Rama met Murat Nurtleu, Minister of Foreign Affairs, and Senate Speaker Karel Novy.",
        ["Karel Novy holds Senate Speaker"],
        ["Karel Novy holds *Estonia"],
    ),
    (
        "2023-06-08",
        "In Tallinn Edi Rama met Senate Speaker Karel Novy.",
        ["Karel Novy holds Senate Speaker of Estonia"],
        [],
    ),
    ("2023-06-08", "In Tallinn Edi Rama met Chief Negotiator Karel Novy.", [], ["Karel Novy holds *Estonia"]),
    ("2023-06-08", "In Vienna Edi Rama met Defence Minister Karel Novy.", [], ["Karel Novy holds *Austria"]),
    # In 2019 Armenia's Foreign Minister was somebody else.
    ("2019-11-30", "In Yerevan Edi Rama met Foreign Minister Karel Novy.", [], ["Karel Novy holds *Armenia"]),
    (
        "2021-09-24",
        "Edi Rama met Anna Lund, the Permanent Representative of Malta.",
        ["Anna Lund holds Permanent Representative of Malta to the OSCE"],
        [],
    ),
]
INTRODUCED = [
    (
        "2012-07-04",
        "Lamberto Zannier visited Rome.\nDuring a press conference following the meeting with the Foreign Minister, Zannier"
        " stressed that this was so.",
        ["Lamberto Zannier stated", "open Foreign Minister"],
        ["* holds *"],
    ),
    (
        "2012-07-04",
        "Following talks with the Prime Minister, Karel Novy visited Rome.",
        ["happened visit: Karel Novy"],
        ["* holds *"],
    ),
    (
        # An apposition is closed by a comma, and a subject is governed by nothing.
        "2012-07-04",
        "During the meeting with the Foreign Minister of Estonia, Karel Novy, Zannier stressed this.",
        ["Karel Novy holds *Foreign*Estonia"],
        [],
    ),
    (
        "2012-07-04",
        "In Rome, the Foreign Minister of Estonia, Karel Novy stressed that this was so.",
        ["Karel Novy holds *Foreign*Estonia", "Karel Novy stated"],
        [],
    ),
]
THE_CHAIR = [
    (
        "2008-08-12",
        "The OSCE Chairman is still expected to travel to Georgia.",
        ["planned visit: Alexander Stubb"],
        ["*visit: Org*"],
    ),
    (
        "2008-08-12",
        "OSCE Chairman Alexander Stubb welcomed the agreement.",
        [f"Alexander Stubb holds {CHAIR}"],
        ["*Chairman of*"],
    ),
    (
        "2013-06-04",
        "The OSCE Chairman met Edi Rama.",
        ["happened meeting: Edi Rama + Leonid Kozhara"],
        ["*meeting: *Organization*"],
    ),
    ("2013-06-04", "The Chairman of the OSCE met Edi Rama.", ["happened meeting: Edi Rama + Leonid Kozhara"], []),
    ("2013-06-04", "The Chairman of the OSCE Permanent Council met Edi Rama.", [], ["*Kozhara*", f"* as {CHAIR}"]),
    (
        "2021-03-04",
        "Ilham Aliyev met with OSCE Chairperson in Office Foreign Minister Ann Linde.",
        ["happened meeting: Ann Linde + Ilham Aliyev", f"Ann Linde holds {CHAIR}"],
        ["*meeting: *Organization*"],
    ),
    (
        "2016-06-12",
        "The OSCE Chairperson-in-Office and German Foreign Minister Frank-Walter Steinmeier met Edi Rama in Berlin.",
        ["happened meeting: Edi Rama + Frank-Walter Steinmeier", f"Frank-Walter Steinmeier holds {CHAIR}"],
        [],
    ),
    (
        # In 2020 the Chair was another: two people.
        "2020-06-12",
        "The OSCE Chairperson-in-Office and German Foreign Minister Heiko Maas met in Berlin.",
        ["happened meeting: Edi Rama + Heiko Maas"],
        [f"Heiko Maas holds {CHAIR}"],
    ),
]


@pytest.mark.parametrize(
    ("issued", "text", "expected", "forbidden"),
    [*BRACKETS, *CO_CHAIRS, *OFFICES, *MEMBERS, *OF_BODIES, *HOMES, *HOSTS, *INTRODUCED, *THE_CHAIR],
)
def test_offices_and_lists(issued: str, text: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(*text.split("\n"), issued=issued), expected, forbidden)


def test_a_verb_of_a_headline_is_no_name() -> None:
    found = told(
        "The OSCE Chairperson-in-Office, Finland's Minister for Foreign Affairs Elina Valtonen, was in Kyiv.",
        title="OSCE Chair Valtonen Pledges Ongoing Support to Ukraine",
        issued="2025-01-23",
    )
    check(found, [f"Elina Valtonen holds {CHAIR}"], ["*Pledges*"])


@pytest.mark.parametrize(
    ("source", "issued", "post"),
    [
        ("Ministry of Foreign Affairs of Georgia", "2008-08-22", "Minister for Foreign Affairs of Georgia"),
        # In 2015 the post was somebody else's, and another body's release says nothing of whose she is.
        ("Ministry of Foreign Affairs of Georgia", "2015-03-04", "Minister of Foreign Affairs"),
        ("OSCE Mission to Georgia", "2008-08-22", "Minister of Foreign Affairs"),
    ],
)
def test_a_foreign_ministry_names_no_state_for_its_own_minister(source: str, issued: str, post: str) -> None:
    text = "At the Ministry of Foreign Affairs of Georgia, Minister of Foreign Affairs Anna Lund and State Minister Karel Novy held a meeting with Edi Rama."
    found = lines(read(release(text, issued=issued, source=source)).facts)
    check(found, [f"Anna Lund holds {post}", "happened meeting: Anna Lund + Edi Rama*"], ["*meeting: *Ministry*"])


@pytest.mark.parametrize(
    ("source", "title", "post"),
    [
        ("Ministry of Foreign Affairs of Georgia", "Deputy Minister", "deputy Deputy Foreign Minister of Georgia"),
        ("OSCE Mission to Georgia", "Deputy Minister", "deputy Deputy Minister"),
        ("GUAM Secretariat", "Secretary General", "Secretary General"),
        ("OSCE Secretariat", "Secretary General", "OSCE Secretary General"),
    ],
)
def test_a_bare_title_is_of_the_body_that_issued_the_release(source: str, title: str, post: str) -> None:
    text = f"{title} Anna Lund held a meeting with Edi Rama. OSCE Secretary General Thomas Greminger sent a letter."
    found = lines(read(release(text, issued="2018-08-22", source=source)).facts)
    check(found, [f"Anna Lund holds {post}"])


@pytest.mark.parametrize(
    ("text", "expected", "forbidden"),
    [
        (
            "Anna Berg and Karel Novy held a meeting with Edi Rama.",
            ["happened meeting: Anna Berg + Edi Rama + Karel Novy"],
            [],
        ),
        ("Edi Rama held a meeting with Karel Novy.", ["happened meeting: Edi Rama + Karel Novy"], []),
        ("Amnesty International and Freedom House held a meeting with Edi Rama.", [], ["names Freedom House"]),
        ("Edi Rama held talks with Human Rights Watch.", [], ["names Human Rights"]),
    ],
)
def test_names_that_a_given_name_begins(text: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(text), expected, forbidden)


def test_the_name_of_a_ministry_ends_with_its_states() -> None:
    found = told(
        "At the Ministry of Foreign Affairs of Georgia, Anna Lund and Karel Novy held a meeting with Edi Rama."
    )
    check(found, ["names Ministry of Foreign Affairs of Georgia"], ["*Georgia, *", "*meeting: *Ministry*"])
