"""One event’s tellings are joined, different meetings stay apart."""

from fnmatch import fnmatchcase

import pytest
from reading import check, events, reading, told

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
RAUD = "Prime Minister Edvin Raud of Estonia"


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden", "header"),
    [
        (
            [
                f"{LUND} held talks with {NOVY} today.",
                "The meeting took place during her first visit to Riga. The discussion covered trade.",
            ],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {"title": "Lund meets Novy in Riga"},
        ),
        (
            [f"RIGA, 4 March 2020 – {LUND} met {NOVY}.", f"RIGA, 4 March 2020 – {LUND} met {NOVY}."],
            ["happened meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} met {NOVY} on 2 March.", f"{LUND} met {NOVY} today."],
            ["happened meeting on 2020-03-02", "happened meeting on 2020-03-04"],
            [],
            {},
        ),
        (
            [f"{LUND} met {NOVY} today.", f"{LUND} will meet {NOVY} on 6 March."],
            ["happened meeting: Anna Lund + Karel Novy", "planned meeting: Anna Lund + Karel Novy"],
            [],
            {},
        ),
        (
            [f"{LUND} met {NOVY}.", f"{LUND} met {RAUD}."],
            ["happened meeting: Anna Lund + Karel Novy", "happened meeting: Anna Lund + Edvin Raud"],
            ["happened meeting: Anna Lund + Edvin Raud + Karel Novy"],
            {},
        ),
        (
            [f"{LUND} visited Riga on 3 March and met {NOVY} there."],
            ["happened meeting: Anna Lund + Karel Novy", "happened visit: Anna Lund"],
            [],
            {},
        ),
    ],
)
def test_tellings(paragraphs: list[str], expected: list[str], forbidden: list[str], header: dict[str, str]) -> None:
    check(told(*paragraphs, **header), expected, forbidden)


@pytest.mark.parametrize(
    ("paragraphs", "title", "count"),
    [
        ([f"{LUND} held talks with {NOVY} today.", "The meeting took place during her first visit. "
          "The discussion covered trade."], "Lund meets Novy in Riga", 1),
        ([f"{LUND} met {NOVY}.", f"{LUND} met {NOVY}.", "The talks were good."], "Lund and Novy meet", 1),
        ([f"{LUND} met {NOVY} on 2 March.", "Lund met Novy again today."], "Two meetings", 2),
        ([f"{LUND} met separately and then jointly with {NOVY} and {RAUD}."], "Three meetings", 3),
        ([f"{LUND} met {NOVY}. She then met {RAUD}."], "Lund meets Novy and Raud", 2),
    ],
)  # fmt: skip
def test_told_often_is_one_and_told_apart_is_several(paragraphs: list[str], title: str, count: int) -> None:
    assert len(events(reading(*paragraphs, title=title).facts, "Meeting")) == count


def test_the_evidence_of_every_telling_is_kept() -> None:
    read = reading(f"{LUND} met {NOVY} today.", "The meeting took place in Riga.", title="Lund meets Novy")
    (meeting,) = events(read.facts, "Meeting")
    quotes = [span.of(read.release.text) for span in meeting.support.evidence]
    assert quotes == ["Lund meets Novy", f"{LUND} met {NOVY} today.", "The meeting took place in Riga."]


def test_a_meeting_is_part_of_the_journey_whose_stops_are_told_too() -> None:
    found = reading(
        f"{LUND} concluded a three-day visit to Latvia today.",
        "On 3 March, Lund travelled to Riga.",
        f"{NOVY} received Lund at his residence.",
    )
    visits = {one.iri: [place.label for place in one.places] for one in events(found.facts, "Visit")}
    (meeting,) = events(found.facts, "Meeting")
    assert meeting.part_of is not None
    assert visits[meeting.part_of.iri] == ["Latvia"]


def test_a_meeting_on_a_visit_is_part_of_it() -> None:
    read = reading(f"{LUND} visited Riga today and met {NOVY} in Riga.")
    (meeting,) = events(read.facts, "Meeting")
    assert meeting.part_of is not None
    assert meeting.part_of.category == "Visit"


def test_the_same_meeting_has_the_same_iri_in_two_releases() -> None:
    (first,) = events(reading(f"{LUND} met {NOVY} in Riga today.").facts, "Meeting")
    (second,) = events(reading(f"Yesterday {NOVY} held talks with {LUND}.", issued="2020-03-05").facts, "Meeting")
    assert first.iri == second.iri


def test_what_was_planned_has_another_iri_than_what_happened() -> None:
    (planned,) = events(reading(f"{LUND} will meet {NOVY} on 6 March.").facts, "Meeting")
    (held,) = events(reading(f"{LUND} met {NOVY} today.", issued="2020-03-06").facts, "Meeting")
    assert planned.iri != held.iri


def test_a_meeting_on_a_visit_that_is_over_is_not_dated_by_the_release() -> None:
    found = told(
        "Secretary General Eva Lind visited Tbilisi and Baku from 24 to 28 February.",
        "In Tbilisi, Lind met Slovak Foreign Minister Karel Novy.",
    )
    check(found, ["happened meeting: Eva Lind + Karel Novy", "happened meeting on 2020-02"], ["*meeting on 2020-03*"])


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        (f"{LUND} met {NOVY} today.", "Meeting of Anna Lund and Karel Novy (2020-03-04)"),
        (f"{LUND} will meet {NOVY} on 6 March.", "Planned meeting of Anna Lund and Karel Novy (2020-03-06)"),
        (f"{LUND} visited Riga today.", "Visit of Anna Lund to Riga (2020-03-04)"),
        (f"{LUND} will visit Riga on 6 March.", "Planned visit of Anna Lund to Riga (2020-03-06)"),
        (
            f"{LUND} met representatives of civil society today.",
            "Meeting of Anna Lund with representatives of civil society*",
        ),
    ],
)
def test_a_label_reads_as_a_phrase_and_never_tells_a_plan_as_done(paragraph: str, label: str) -> None:
    labels = [one.label for kind in ("Meeting", "Visit") for one in events(reading(paragraph).facts, kind)]
    assert any(fnmatchcase(one, label) for one in labels), labels


@pytest.mark.parametrize(
    "paragraphs",
    [
        [f"{LUND} visited Moldova on 2 and 3 March.", f"During the visit, Lund met with {NOVY}."],
        [f"{LUND} today concluded a visit to Moldova.", f"On 3 March, on the second day of her trip, Lund met {NOVY}."],
        # A stop on the journey is a visit, too, and part of it.
        [f"{LUND} visited Moldova on 2 and 3 March.", "On 3 March Lund drove to Tiraspol.", f"Lund also met {NOVY}."],
    ],
)
def test_a_meeting_during_a_visit_is_part_of_it(paragraphs: list[str]) -> None:
    (meeting,) = events(reading(*paragraphs).facts, "Meeting")
    assert meeting.part_of is not None
    assert [place.label for place in meeting.part_of.places] == ["Moldova"]


def test_what_was_before_a_headline_tells_that_a_visit_ends_is_part_of_it() -> None:
    text = f"In Chisinau on 2 March, Lund met with {NOVY}.", "On Tuesday, Lund travelled to Tiraspol."
    read = reading(f"{LUND} called for reforms.", *text, title="Foreign Minister Lund ends visit to Moldova")
    (meeting,) = events(read.facts, "Meeting")
    whole, stop = sorted(events(read.facts, "Visit"), key=lambda one: one.places[0].label)
    assert (whole.start, whole.end) == (None, "2020-03-04")
    assert meeting.part_of == whole
    assert stop.part_of == whole


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("On the second day of her visit Lund travelled to Taraclia.", "2020-03-02"),
        ("On the last day of the visit Lund travelled to Taraclia.", "2020-03-04"),
        # On which day of the journey the stop was is not said.
        ("From there Lund went on to Taraclia.", "2020-03"),
    ],
)
def test_a_stop_is_on_the_day_of_the_journey_that_is_said(sentence: str, start: str) -> None:
    read = reading(f"{LUND} today concluded a four-day visit to Moldova.", sentence)
    (stop,) = (one for one in events(read.facts, "Visit") if one.places[0].label == "Taraclia")
    assert stop.start == start
