"""Rules match as their expressions do, on every text, and are not tried where they cannot match."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg.extract
import kg.text
from kg.text.needs import analysed
from kg.text.rule import Rule, look, share
from kg.text.scan import SCAN
from kg.text.shape import block, pattern

ACTOR, STATE = block("A")[0], block("S")[0]
LIST = r"(?:\b(?:[Tt]he|[Hh]is|[Aa]nd)\s)*{AS}"
WORDS = [
    *"met meets meeting meetings talk talks spoke with of the The his and AND Today today 2020 19 in since İn ıs Kelvin".split(),
    *(ACTOR, STATE, ",", ".", "“", "”", "ſince", "x"),
]


def shipped() -> Iterator[Rule]:
    """Every rule that a module of the reading holds under a name."""
    for package in (kg.text, kg.extract):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            yield from (one for one in vars(importlib.import_module(module.name)).values() if isinstance(one, Rule))


RULES = [
    *shipped(),
    Rule(r"\b(?:in|since) (?:19|20)\d\d\b", re.IGNORECASE),
    Rule(r"^\W*(?:The|This)\s\w+"),
    Rule(r"(?i:meetings?|talks)\s(?!of)"),
    Rule(r"m(?:ee)?ts?$|\.{2,}"),
    pattern(rf"(?P<who>{LIST})[^;{{AS}}]{{0,30}}?\b(?P<verb>met|meets?|spoke)\b(?:\swith)?\s(?P<whom>{LIST})"),
    pattern(rf"(?P<who>{LIST})(?!['’])(?=\s|,)"),
    pattern(rf"{LIST}|talks"),
    pattern(rf"(?:(?P<who>{LIST})['’]s?\s)?\b(?P<talks>meetings?|talks)\b"),
    Rule(r"(?i)\b(?:since|in|k\w+)\b"),
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60)


def spans(matches: Iterator[re.Match[str]]) -> list[tuple[tuple[int, int], ...]]:
    return [match.regs for match in matches]


@pytest.fixture(autouse=True)
def settled() -> None:
    """Rules made just now are only looked for once some texts have passed."""
    SCAN.settle()


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 12))
def test_a_rule_matches_as_its_expression_does(text: str, start: int) -> None:
    look(text)
    for one in RULES:
        expression = re.compile(one.pattern, one.flags)
        assert spans(one.finditer(text)) == spans(expression.finditer(text)), one.pattern
        assert spans(one.finditer(text, start)) == spans(expression.finditer(text, start)), one.pattern
        for found, expected in (
            (one.search(text), expression.search(text)),
            (one.search(text, start, start + 40), expression.search(text, start, start + 40)),
        ):
            assert (found and found.regs) == (expected and expected.regs), one.pattern


@pytest.mark.parametrize(
    ("expression", "needs"),
    [
        (r"\b(?:met|spoke)\swith\b", [{"spoke", "met"}, {"with"}]),
        (r"meetings?", [{"meeting"}]),
        (r"(?:[Vv]isit|[Tt]our)(?:s|ed)?\sto", [{"visit", "tour"}]),
        (r"(?:round )?table", [{"table"}]),
        (r"\w+ed\s|visit", []),
        (r"(?!visit)\w+", []),
        (r"(?:visit)?", []),
        (r"(?:visit){2,}", [{"visit"}]),
        (r"(?=visit)\w+", [{"visit"}]),
        ("é", []),
    ],
)
def test_what_a_text_must_hold(expression: str, needs: list[set[str]]) -> None:
    assert sorted(map(sorted, analysed(expression).needs)) == sorted(map(sorted, needs))


@pytest.mark.parametrize(
    ("expression", "flags", "guard"),
    [
        (r"\b(?:met|spoke)\swith\b", 0, "[ms]"),
        (r"(?:the\s)?[A-C]", 0, "[A-Ct]"),
        (r"\b[\d-]+|(?=x)yes", 0, r"[\-y\d]"),
        (r"talks|it", re.IGNORECASE, "[ITitİ-ı]"),
        (r"\b(?i:set)(?-i:x)", 0, "[Ssſ]"),
        (r"(?i:-|\bk)x", 0, "[\\-Kk\u212a]"),
        # Where `re` looks for the beginning by itself, where anything can be one, and where nothing needs to stand there.
        (r"(?:met|spoke)", 0, ""),
        (r"[A-C]\w+", 0, ""),
        (r"\b[^a]x", 0, ""),
        (r"\b.x", 0, ""),
        (r"\bé", re.IGNORECASE, ""),
        (r"\b(?:met)?", 0, ""),
        (r"", 0, ""),
    ],
)
def test_what_a_match_begins_with(expression: str, flags: int, guard: str) -> None:
    assert analysed(expression, flags).guard == (guard and f"(?-i:(?={guard}))")


def test_a_rule_is_not_tried_without_its_words() -> None:
    one = Rule(r"\bwound\sup\b")
    SCAN.settle()
    look("They wound up their talks.")
    look("They went home.")
    assert one.can_match("They wound up their talks.")
    assert not one.can_match("They went home.")
    assert one.can_match("Nobody looked at this.")


def test_a_text_made_of_another_one_is_looked_at_with_it() -> None:
    one = Rule(r"\bwound\sdown\b")
    SCAN.settle()
    look("They went home to Riga.")
    share("They went home to Riga.", "They went home to X.", ())
    assert not one.can_match("They went home to X.")
