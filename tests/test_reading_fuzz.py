"""Broken pages through the whole reading: only the project's own errors, evidence that holds, and none that hangs.

`KG_FUZZ=10000` tries that many mutated pages instead of a few dozen. How the time grows with the length of a line is
measured by bench/lines.py.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_loaders_fuzz import EXAMPLES, PAGES, STEPS, mutated, with_line

from kg import extract
from kg.errors import KgError
from kg.loaders import load
from kg.loaders.decoding import LARGEST
from kg.model import Mention, Reading, Span

WHOLE = EXAMPLES if EXAMPLES >= 10_000 else 60
LINE = 500_000 if EXAMPLES >= 10_000 else 20_000
"""Characters of a line made of one unit."""
UNITS = (
    "A", "word ", "He said so. ", "“He met ", "A-", "U.S. ", "AB ", "12 ", "January ", "Anna Lund, ", "Karel Novy and ",
    "President Joe Biden met Sergey Lavrov of Russia in Vienna. ", "Foreign Minister Anna Lund, ", "Kyiv and Moscow ",
    "the Council of the Ministry of Foreign Affairs of ", "The Commission (ABC) ", "Fish and Wildlife ", "Mr. ",
    "between Anna Lund and Karel Novy, ", "The President of Russia's ", "theOSCE,a ",
)  # fmt: skip


def readings(name: str, data: bytes) -> list[Reading]:
    """What is read from a file; nothing where it is refused."""
    try:
        return [extract.read(release) for release in load(name, data)]
    except KgError as error:
        assert "\n" not in str(error)
        return []


@pytest.mark.timeout(60 + 5 * WHOLE)
@settings(max_examples=WHOLE, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(PAGES)), st.lists(STEPS, min_size=1, max_size=5))
def test_mutated_pages_are_read_whole(name: str, steps: list[tuple[str, float, float, int]]) -> None:
    data = PAGES[name]
    for step in steps:
        data = mutated(data, step)[: LARGEST + 1]
    for reading in readings(name, data):
        inside = Span(0, len(reading.release.text))
        for fact in reading.facts:
            assert fact.support.evidence
            assert all(inside.covers(span) and span.start < span.end for span in fact.support.evidence)
        for mention in reading.of_type(Mention):
            assert inside.covers(mention.span)
            assert mention.span.start < mention.span.end


@pytest.mark.timeout(120)
@pytest.mark.parametrize("unit", UNITS)
def test_a_long_line_is_read_to_its_end(unit: str) -> None:
    """What takes the square of the length would take hours here, and the test ends by its timeout."""
    assert readings("newsroom.txt", with_line("newsroom.txt", unit, LINE))
