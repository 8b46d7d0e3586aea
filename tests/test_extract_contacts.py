"""The last resort for meetings: its tellings can be told apart, and give way to those of surer rules."""

import pytest
from reading import events, reading

from kg.extract.merge import CONTACT
from kg.model import Confidence

LUND = "Foreign Minister Ann Linde"
KULEBA = "Foreign Minister Dmytro Kuleba"


def test_it_has_a_rule_of_its_own_and_low_confidence() -> None:
    (meeting,) = events(reading(f"{LUND} looked in on {KULEBA}.").facts, "Meeting")
    assert (meeting.support.rule, meeting.support.confidence) == (CONTACT, Confidence.LOW)


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"{LUND} met {KULEBA} today.", f"{LUND} shook hands with {KULEBA}."),
        (f"{LUND} shook hands with {KULEBA}.", f"{LUND} met {KULEBA} today."),
        (f"{LUND} met {KULEBA} today and looked in on {KULEBA}.",),
    ],
)
def test_it_gives_way_to_a_surer_rule(paragraphs: tuple[str, ...]) -> None:
    (meeting,) = events(reading(*paragraphs).facts, "Meeting")
    assert (meeting.support.rule, meeting.support.confidence) == ("meeting.verb", Confidence.HIGH)


def test_another_day_is_another_meeting() -> None:
    told = events(reading(f"{LUND} met {KULEBA} today.", f"On Monday {LUND} dropped in on {KULEBA}.").facts, "Meeting")
    assert {one.support.rule for one in told} == {"meeting.verb", CONTACT}
