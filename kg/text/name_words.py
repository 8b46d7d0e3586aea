"""Words that are nobody's name, and words that begin names."""

import csv
from collections.abc import Mapping
from functools import cache, lru_cache

from kg import reference
from kg.resources import resource
from kg.text.fold import fold


@cache
def not_names() -> frozenset[str]:
    """The words of `not_names.csv`."""
    with resource("data", "lexicon", "not_names.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


@cache
def genders() -> Mapping[str, str]:
    """The rows of `given_names.csv`: `female` or `male` by first name."""
    with resource("data", "lexicon", "given_names.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["name"]: row["gender"] for row in csv.DictReader(file)}
    # Many texts leave diacritics out: “Dusan”.
    return {fold(name).capitalize(): gender for name, gender in listed.items()} | listed


@cache
def first_names() -> frozenset[str]:
    """Given names: those of `given_names.csv`, and of the people of the reference facts, which others bear, too."""
    names = (row.name.split() for row in reference.load().people)
    return (frozenset(words[0] for words in names if len(words) > 1) | genders().keys()) - not_names()


@lru_cache(maxsize=4000)
def is_first_name(word: str) -> bool:
    """Whether a word is a given name, or two that a hyphen joins: “Anna-Lena”; the lists may leave diacritics out."""
    first = word.partition("-")[0]
    if word in first_names() or first in first_names():
        return True
    plain = "" if first.isascii() else fold(first).capitalize()
    return plain in first_names() and first[:1].isupper() and plain not in not_names()


def gender_of(word: str) -> str | None:
    """`female` or `male` of a given name, by its first part where a hyphen joins two; None where no list says."""
    return genders().get(word) or genders().get(word.partition("-")[0])
