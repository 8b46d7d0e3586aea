"""The verbs that tell of talks, as data: their forms, what leads from them to the other side, and what must stand near.

The table is `data/lexicon/talks.csv`; its README says what each column holds.
"""

import csv
import re
from functools import cache
from typing import NamedTuple

from kg.resources import resource
from kg.text.rule import Rule
from kg.text.shape import pattern

_FORMS = ("base", "third", "past", "participle", "ing")


class Frame(NamedTuple):
    """How a verb tells of talks: the words that complete it, what leads to the other side, and what kind of talks they are.

    `event` is the class where the verb itself says it (`Either`: a call, unless a place is told), `role` the part of its
    subject, `near` what the sentence must hold from the subject on.
    """

    rest: re.Pattern[str]
    takes: frozenset[str]
    event: str
    role: str
    near: Rule | None


class Word(NamedTuple):
    """A form of a verb, and the frame that it is read in."""

    forms: frozenset[str]
    frame: Frame


@cache
def table() -> tuple[re.Pattern[str], dict[str, tuple[Word, ...]]]:
    """An expression for every form of every verb, and what each form can be."""
    found: dict[str, list[Word]] = {}
    with resource("data", "lexicon", "talks.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            frame = Frame(
                re.compile(row["rest"].replace(" ", r"\s") + r"(?![\w-])"),
                frozenset(row["takes"].split()),
                row["event"],
                row["role"],
                pattern(row["near"].replace(" ", r"\s")) if row["near"] else None,
            )
            forms: dict[str, set[str]] = {}
            for name, form in zip(_FORMS, row["forms"].split(), strict=True):
                forms.setdefault(form, set()).add(name)
            for form, names in forms.items():
                found.setdefault(form, []).append(Word(frozenset(names), frame))
    every = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
    capitals = "|".join(one.capitalize() for one in sorted(found) if one.endswith("ing"))
    return re.compile(rf"(?<![\w-])(?:{every}|{capitals})(?![\w-])"), {
        one: tuple(words) for one, words in found.items()
    }
