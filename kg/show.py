"""What is known of a thing through time, the newest first, each line with how it is told and by whom."""

from collections.abc import Iterator
from textwrap import shorten

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.answer import Table
from kg.facts import Fact, Telling, Value, as_solutions, facts
from kg.store import Store
from kg.terms import date_literal

COLUMNS = (
    "from", "until", "kind", "fact", "fact_label", "role", "with", "place", "told_as", "told_on", "source",
    "source_label", "sources",
)  # fmt: skip
WITH = ("participant", "holder", "chairperson", "member", "speaker", "addressee")
"""The parts of a fact that are somebody."""
LASTING = ("office", "chair", "format")
"""The kinds that go on from their first day until an end is known."""
LONGEST_TITLE = 60
"""Characters of a release's title in a summary."""


def show(store: Store, thing: NamedNode) -> QuerySolutions:
    """The offices, chairs, roles, meetings and acts of a thing, the newest first, as rows of `COLUMNS`.

    A fact has a row for each way in which it is told, so that what was planned and what was done are never
    one; in it stand the first source to tell it so and the number of all. `from` and `until` are the fact's
    own dates; what has none is placed by the day of its source.
    """
    return as_solutions(COLUMNS, (row for fact in facts(store, thing) for row in _rows(fact, thing.value)))


def summary(rows: Table) -> Table:
    """The rows of `show` as a person reads them: when, what, how it is told, and by whom on which day."""
    at = {column: rows.columns.index(column) for column in rows.columns}

    def line(row: tuple[str, ...]) -> tuple[str, ...]:
        begins, ends, told_on, source = (row[at[name]] for name in ("from", "until", "told_on", "source_label"))
        others = int(row[at["sources"]]) - 1
        return (
            f"{begins} to {ends}" if ends else f"from {begins}" if begins and row[at["kind"]] in LASTING else begins,
            row[at["kind"]],
            row[at["fact_label"]],
            row[at["told_as"]],
            (f"{told_on} " if told_on else "")
            + shorten(source, LONGEST_TITLE, placeholder="…")
            + (f" and {others} more" if others else ""),
        )

    return Table(("when", "kind", "what", "told_as", "source"), tuple(line(row) for row in rows.rows))


def _rows(fact: Fact, thing: str) -> Iterator[tuple[Value | None, ...]]:
    roles = dict.fromkeys(part.role for part in fact.of(thing) if part.role)
    others = dict.fromkeys(part.label for part in fact.named(*WITH) if part.thing != thing)
    places = dict.fromkeys(part.label for part in fact.named("place"))
    for told_as in sorted({telling.told_as for telling in fact.tellings}):
        tellings = [telling for telling in fact.tellings if telling.told_as == told_as]
        first = min(tellings, key=lambda one: (one.issued or "9999", one))
        yield (
            _date(fact.begins),
            _date(fact.ends),
            Literal(fact.kind),
            NamedNode(fact.iri),
            Literal(fact.label),
            _text(", ".join(one for one in (fact.role, *roles) if one)),
            _text(", ".join(others)),
            _text(", ".join(places)),
            Literal(told_as),
            _date(first.issued),
            NamedNode(first.release) if first.release is not None else None,
            Literal(first.source),
            Literal(_sources(tellings)),
        )


def _sources(tellings: list[Telling]) -> int:
    return len({(one.release, one.source) for one in tellings})


def _text(words: str) -> Literal | None:
    return Literal(words) if words else None


def _date(text: str) -> Literal | None:
    # Where sources differ, both dates are there, as text.
    if not text:
        return None
    return Literal(text) if "," in text else date_literal(text)
