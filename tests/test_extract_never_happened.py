"""Texts in which nothing happened as a meeting, call or visit, though most use the words for it, give none that did."""

from pathlib import Path

import pytest
from reading import reading

from kg.model import Event, Factuality

DONE = {Factuality.HAPPENED, Factuality.PRESUPPOSED}
LINES = [
    line
    for line in Path(__file__).with_name("never_happened.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            line.removeprefix("? ").split(" || ")[0],
            marks=[pytest.mark.xfail(strict=True)] if line.startswith("? ") else [],
            id=f"line{number}",
        )
        for number, line in enumerate(LINES, start=2)
    ],
)
def test_nothing_is_told_as_done(text: str) -> None:
    found = reading(text, issued="2019-05-15").facts
    told = [one.label for one in found if isinstance(one, Event) and one.category in {"Meeting", "Call", "Visit"}]
    done = [one.label for one in found if isinstance(one, Event) and one.factuality in DONE and one.label in told]
    assert done == []
