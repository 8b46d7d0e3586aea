"""States that go by other names on other days: “Serbia and Montenegro” was one state from 2003 to 2006, “Yugoslavia” another before.

A union of two states that followed it is one name on the days of the union, and two names on any other day.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.model import Thing
from kg.text.gazetteer import Entry
from kg.text.shape import Item

_AND = " and "
# “The former Yugoslavia”, “the former Yugoslav Republic of …”: what was before.
_FORMER = re.compile(r"\b[Ff]ormer (?:Socialist Federal Republic of )?$")


class Union(NamedTuple):
    """A former state called by the names of the two that followed it, with its first and last day, and what it was called before, since when."""

    thing: Thing
    states: tuple[Thing, ...]
    since: str
    until: str
    before: Thing | None
    before_since: str


def with_unions(items: list[Item], text: str, day: str | None, unions: Sequence[Union]) -> list[Item]:
    """The names of a paragraph, those that a union shares with others as what they stand for on a day; on none they stay."""
    for union in unions:
        if day is None or not any(one.code in "SD" for one in items):
            continue
        if not union.since <= day <= union.until:
            items = [one for item in items for one in _parted(item, text, union)]
        if union.before_since <= day < union.since:
            items = [_renamed(item, text, union) for item in items]
    return items


def _parted(item: Item, text: str, union: Union) -> list[Item]:
    """“Serbia and Montenegro” as two names, which it is on any day that is not the union's."""
    labels = [one.label for one in union.states]
    if item.code != "S" or item.entries[0].thing != union.thing or text[item.start : item.end] != _AND.join(labels):
        return [item]
    found, start = [], item.start
    for state in union.states:
        end = start + len(state.label)
        found.append(Item(start, end, "S", (Entry(state.label, state, preferred=True),)))
        start = end + len(_AND)
    return found


def _renamed(item: Item, text: str, union: Union) -> Item:
    if not item.entries or item.code not in "SD" or item.entries[0].thing != union.before:
        return item
    if _FORMER.search(text, max(0, item.start - 50), item.start) is not None:
        return item
    return item._replace(entries=(Entry(item.entries[0].name, union.thing, item.entries[0].sense),))
