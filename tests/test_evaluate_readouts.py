"""Readouts: the pair that a title names, and whether a reading of the body gives it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg import reference
from kg.errors import InputError
from kg.evaluate.names import Names
from kg.evaluate.readouts import lacks, readouts
from kg.evaluate.titles import Pair, parse_title, state_names
from kg.model import (
    Event,
    Fact,
    Factuality,
    Participation,
    Reading,
    Release,
    Span,
    Stated,
    Support,
    Tenure,
    Thing,
)

STATES = state_names(reference.load())

TITLES = [
    (
        "Readout of President Joseph R. Biden, Jr. Call with Chancellor Angela Merkel of Germany",
        Pair("Joseph R. Biden", "Angela Merkel", "Chancellor", "germany"),
    ),
    (
        "Readout of Vice President Harris’s Meeting with Prime Minister Holness of Jamaica",
        Pair("Harris", "Holness", "Prime Minister", "jamaica"),
    ),
    (
        "Readout of President Biden’s Virtual Meeting with President Xi Jinping of the People’s Republic of China",
        Pair("Biden", "Xi Jinping", "President", "china"),
    ),
    (
        "Readout of President Joe Biden’s Meeting with President Yoon Suk Yeol of the Republic of Korea",
        Pair("Joe Biden", "Yoon Suk Yeol", "President", "republic-of-korea"),
    ),
    (
        "Readout of President Biden’s Call with President of Finland Sauli Niinistö",
        Pair("Biden", "Sauli Niinistö", "President", "finland"),
    ),
    (
        "Readout of President Biden’s Call with His Majesty King Abdullah II of Jordan",
        Pair("Biden", "Abdullah II", "King", "jordan"),
    ),
    (
        "Readout of Vice President Kamala Harris’s Meeting with Prime Minister Boris Johnson of the United"
        " Kingdom of Great Britain and Northern Ireland",
        Pair("Kamala Harris", "Boris Johnson", "Prime Minister", "united-kingdom"),
    ),
    (
        "Readout of President Joe Biden’s Call with President-Elect Luiz Inácio Lula da Silva of Brazil",
        Pair("Joe Biden", "Luiz Inácio Lula da Silva", "President", "brazil"),
    ),
    (
        "Readout by NSC Spokesperson Emily Horne of National Security Advisor Jake Sullivan’s Call with"
        " President Kais Saied of Tunisia",
        Pair("Jake Sullivan", "Kais Saied", "President", "tunisia"),
    ),
    (
        "Readout of President Joseph R. Biden Jr’s. Call with Prime Minister Justin Trudeau of Canada",
        Pair("Joseph R. Biden", "Justin Trudeau", "Prime Minister", "canada"),
    ),
]
NO_PAIR = [
    "Readout of President Joseph R. Biden, Jr. Call with Governor Greg Abbott of Texas",
    "Readout of President Biden’s Call with President Macron of France and Chancellor Scholz of Germany",
    "Readout of President Biden’s Meeting with Prime Minister Kallas of Estonia, President Levits of Latvia",
    "Readout of the Third National Climate Task Force Meeting",
    "Readout of the President’s Call with President Macron of France",
    "Readout of President Biden and Vice President Harris’s Meeting with President Duda of Poland",
    "Readout of President Biden’s Meeting with Progressive Members of Congress",
    "Readout of President Biden’s Call with Former Prime Minister of Israel Benjamin Netanyahu",
    "President Biden calls President Macron of France",
]


@pytest.mark.parametrize(("title", "pair"), TITLES, ids=[pair.guest for _, pair in TITLES])
def test_a_title_names_a_pair(title: str, pair: Pair) -> None:
    assert parse_title(title, STATES) == pair


@pytest.mark.parametrize("title", NO_PAIR)
def test_a_title_names_no_pair(title: str) -> None:
    assert parse_title(title, STATES) is None


USA = Thing("state", "united-states-of-america", "United States of America", "State", True)
FRANCE = Thing("state", "france", "France", "State", True)
BIDEN = Thing("person", "joe-biden", "Joe Biden", "Person", True)
MACRON = Thing("person", "emmanuel-macron", "Emmanuel Macron", "Person", True)
PRESIDENT = Thing("post", "president-france", "President (France)", "Post", True, FRANCE)
SUPPORT = Support((Span(0, 4),), "test")
CALL = Event(
    "Call",
    "call",
    "Call",
    Factuality.HAPPENED,
    SUPPORT,
    (Participation(BIDEN), Participation(MACRON, (PRESIDENT,), (FRANCE,))),
)
PAIR = Pair("Joseph R. Biden", "Macron", "President", "france")
RELEASE = Release("one", "one.md", "Text", "", Stated("", Span(0, 0)), (Span(0, 4),))


def missing(*facts: Fact) -> str | None:
    return lacks(Reading(RELEASE, facts), PAIR, Names(None))


def test_a_reading_with_the_pair_lacks_nothing() -> None:
    assert missing(CALL) is None
    assert missing(replace(CALL, category="Meeting")) is None


def test_office_and_state_may_come_from_a_tenure() -> None:
    plain = replace(CALL, participants=(Participation(BIDEN), Participation(MACRON)))
    assert missing(plain) == "no state for Macron"
    assert missing(plain, Tenure(MACRON, PRESIDENT, SUPPORT)) is None


def test_what_is_lacking_is_told() -> None:
    assert missing() == "no call or meeting"
    assert missing(replace(CALL, factuality=Factuality.PLANNED)) == "no call or meeting"
    assert missing(replace(CALL, category="Visit")) == "no call or meeting"
    assert missing(replace(CALL, participants=CALL.participants[:1])) == "no Macron in a call or meeting"
    assert missing(replace(CALL, participants=CALL.participants[1:])) == "no Joseph R. Biden with Macron"
    abroad = Participation(MACRON, (), (USA,))
    assert missing(replace(CALL, participants=(CALL.participants[0], abroad))) == "no state for Macron"
    idle = Participation(MACRON, (), (FRANCE,))
    assert missing(replace(CALL, participants=(CALL.participants[0], idle))) == "no office (President) for Macron"


def page(title: str) -> str:
    return (
        "---\ndate: '2021-01-24'\nsource_url: https://example.org/one\n"
        f'title: "{title}"\n---\n \nPresident Biden spoke today with President Macron of France.\n'
    )


def test_only_the_body_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(page("Readout of President Biden’s Call with President Macron of France"))
    (tmp_path / "b.md").write_text(page("Readout of President Biden’s Call with Prime Minister Draghi of Italy"))
    (tmp_path / "c.md").write_text(page("Readout of the First Meeting of the Task Force"))
    seen: list[Release] = []

    def read(release: Release) -> Reading:
        seen.append(release)
        return Reading(release, (CALL,))

    report = readouts(tmp_path, read)
    assert all(release.title.value == "" for release in seen)
    assert (report.total, report.found, report.others) == (2, 1, 1)
    assert [one.file for one in report.failures] == ["b.md"]
    assert "pairs found: 1 of 2 (50.0%); 1 other titles" in report.table()
    assert report.as_dict()["share"] == 0.5


def test_a_folder_without_readouts_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(InputError):
            readouts(folder)
