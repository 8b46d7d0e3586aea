"""The nouns for people's talks, meals and calls (`data/lexicon/encounters.csv`), by what leads from each to the other side."""

import csv
from functools import cache

from kg.resources import resource

JOINTS = ("with", "between", "by", "on", "to")
"""The words of the table that lead from a noun to the other side, but for those that another always stands beside."""


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with resource("data", "lexicon", "encounters.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def nouns(joint: str, kind: str = "") -> str:
    """The alternatives of a pattern for the nouns that such a word, “with” or “by”, can follow; of one kind where one is given."""
    rows = [
        row["words"].replace(" ", r"\s")
        for row in _rows()
        if joint in row["joints"].split() and kind in ("", row["kind"])
    ]
    return "|".join(sorted(rows, key=len, reverse=True))
