"""Done, planned, asked for, denied or taken for granted: by the words around a verb or a noun."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.modality import of_noun, of_verb
from kg.model import Factuality

HAPPENED, PLANNED, DENIED = Factuality.HAPPENED, Factuality.PLANNED, Factuality.DENIED
CALLED_FOR, PRESUPPOSED = Factuality.CALLED_FOR, Factuality.PRESUPPOSED


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("X met Y", "met", HAPPENED),
        ("X also met Y", "met", HAPPENED),
        ("X will meet Y", "meet", PLANNED),
        ("X is to meet Y", "meet", PLANNED),
        ("X plans to meet Y", "meet", PLANNED),
        ("X is expected to meet Y", "meet", PLANNED),
        ("X is scheduled to meet Y", "meet", PLANNED),
        ("X is due to meet Y", "meet", PLANNED),
        ("X intends to visit Y", "visit", PLANNED),
        ("X agreed to meet Y", "meet", PLANNED),
        ("X looks forward to meeting Y", "meeting", PLANNED),
        ("X did not meet Y", "meet", DENIED),
        ("X refused to meet Y", "meet", DENIED),
        ("X was unable to visit Y", "visit", DENIED),
        ("X didn’t meet Y", "meet", DENIED),
        ("X failed to visit Y", "visit", DENIED),
        ("X should meet Y", "meet", CALLED_FOR),
        ("X was urged to meet Y", "meet", CALLED_FOR),
        ("X must meet Y", "meet", CALLED_FOR),
        ("X was invited to visit Y", "visit", CALLED_FOR),
        ("X had met Y", "met", PRESUPPOSED),
        ("X went on to meet Y", "meet", HAPPENED),
        ("X travelled to Z to meet Y", "meet", PLANNED),
        ( "X had the opportunity to meet Y", "meet",
            HAPPENED),
        ( "X was pleased to meet Y", "meet", HAPPENED),
    ],
)  # fmt: skip
def test_of_verb(text: str, verb: str, expected: Factuality) -> None:
    assert of_verb(text, 1, text.index(verb), verb) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The meeting took place", HAPPENED),
        ("The planned meeting", PLANNED),
        ("The meeting will be held", PLANNED),
        ("The meeting is scheduled for Monday", PLANNED),
        ("The meeting is to be held", PLANNED),
        ("Ahead of the meeting", PLANNED),
        ("The meeting was cancelled", DENIED),
        ("The meeting did not take place", DENIED),
        ("The meeting was postponed", DENIED),
        ("He cancelled the meeting", DENIED),
        ("He called for a meeting", CALLED_FOR),
        ("He proposed a meeting", CALLED_FOR),
        ("He urged a meeting", CALLED_FOR),
        ("Following the meeting", PRESUPPOSED),
        ("The outcome of the previous meeting", PRESUPPOSED),
        ("He will travel; the meeting took place", HAPPENED),
        ("It was not easy but the meeting took place", HAPPENED),
    ],
)
def test_of_noun(text: str, expected: Factuality) -> None:
    start = text.index("meeting")
    assert of_noun(text, start, start + len("meeting")) is expected


@settings(max_examples=60)
@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_words_have_a_factuality(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    assert of_verb(text, start, end, "met") in Factuality
    assert of_noun(text, start, end) in Factuality
