"""The titles and portfolio words that offices are read by: `data/lexicon/offices.csv`, `portfolios.csv`."""

import csv
from dataclasses import dataclass
from functools import cache

from kg.model import Thing
from kg.resources import resource
from kg.text.gazetteer import Entry, Gazetteer


@dataclass(frozen=True, slots=True)
class Title:
    """A row of `offices.csv`: a title, its family, and whether it names several holders."""

    title: str
    family: str
    plural: bool
    alone: bool


# Offices of a city or a part of a state, which stands before the title or behind the holder's name.
LOCAL = frozenset({"mayor", "governor", "legislator"})


@cache
def titles() -> Gazetteer:
    """All titles as a gazetteer whose things' keys are the titles' families."""
    with resource("data", "lexicon", "offices.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Title(row["title"], row["family"], row["plural"] == "yes", row["alone"] == "yes")
            for row in csv.DictReader(file)
        ]
    return Gazetteer(Entry(row.title, Thing("title", _pack(row), row.title, "Post"), loose=True) for row in rows)


def _pack(row: Title) -> str:
    return f"{row.family}|{int(row.plural)}|{int(row.alone)}"


@cache
def title_names() -> frozenset[str]:
    """Every title in lower case: names that are too general to be a post's own."""
    with resource("data", "lexicon", "offices.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["title"].lower() for row in csv.DictReader(file))


@cache
def portfolio_words() -> frozenset[str]:
    """The words of `portfolios.csv`."""
    with resource("data", "lexicon", "portfolios.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


def portfolio_words_in_order() -> list[str]:
    """The same, the longest first, as alternatives of an expression stand; the same in each process."""
    return sorted(portfolio_words(), key=lambda word: (-len(word), word))
