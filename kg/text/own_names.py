"""Bare names of bodies in the releases of other organizations than the OSCE: “the Organization”, “the Parliamentary Assembly”.

The lists know them as names of the OSCE's own. A release of the Council of Europe means the Council and its Assembly by
them. Whose release it is its source says, or its address, or, where neither is known, the first organization that its
title and its lead name. The organizations are data: `data/lexicon/own_names.csv`.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from kg.model import Release, Thing, unlisted_organization
from kg.resources import resource
from kg.text.gazetteer import Entry, Gazetteer
from kg.text.rule import Rule
from kg.text.shape import Item

_OSCE = Rule(r"\b(?:OSCE|CSCE|ODIHR)\b|Security and Co-?operation in Europe")
# Bodies of the OSCE with names that other organizations' bodies bear, too.
_SHARED = frozenset(
    {
        "ministerial-council",
        "osce",
        "osce-chairpersonship",
        "osce-pa",
        "osce-pa-bureau",
        "osce-pa-standing-committee",
        "osce-secretariat",
        "osce-summit",
        "permanent-council",
        "security-committee",
        "senior-council",
        "special-representatives-cio",
    }
)
# Of these, councils and assemblies that are named by the organization that they are of.
_NAMED_OF_IT = {
    "ministerial-council": "Ministerial Council",
    "osce-pa": "Parliamentary Assembly",
    "permanent-council": "Permanent Council",
}


@dataclass(frozen=True, slots=True)
class Owner:
    """An organization with releases of its own: its key, its websites' hosts, bodies that speak for it, and its assembly."""

    body: str
    hosts: tuple[str, ...]
    parts: tuple[str, ...]
    assembly: str


@cache
def _owners() -> tuple[Owner, ...]:
    with resource("data", "lexicon", "own_names.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Owner(row["body"], _several(row["hosts"]), _several(row["parts"]), row["assembly"])
            for row in csv.DictReader(file)
        )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


@cache
def _by_key() -> Mapping[str, Owner]:
    return {key: one for one in _owners() for key in (one.body, one.assembly, *one.parts) if key}


def owner_of(release: Release, names: Iterable[Item], gazetteer: Gazetteer) -> Owner | None:
    """The organization other than the OSCE whose release it is; `names` are those of its title and lead, in order."""
    source = release.source.value if release.source is not None else ""
    if _OSCE.search(source):
        return None
    if source:
        return next(_among(entry.thing for hit in gazetteer.find(source) for entry in hit.entries), None)
    if release.url is not None:
        host = f".{urlsplit(release.url).hostname or ''}"
        return next((one for one in _owners() if host.endswith(tuple(f".{own}" for own in one.hosts))), None)
    bodies = [body for one in names if one.entries and (body := _body(one.entries[0].thing, gazetteer)) is not None]
    bodies = [one for one in bodies if one.kind in {"organization", "institution", "mission"}]
    return next(_among(bodies[:1]), None)


def _body(thing: Thing, gazetteer: Gazetteer) -> Thing | None:
    """The body of a post, a body itself, and of one that no list knows the organization that its name ends with."""
    if thing.kind == "organization" and not thing.verified:
        hits = gazetteer.find(thing.label)
        return hits[-1].entries[0].thing if hits and hits[-1].end == len(thing.label) else thing
    return thing.organization if thing.kind == "post" else thing


def _among(things: Iterable[Thing]) -> Iterator[Owner]:
    for thing in things:
        if thing.kind == "organization" and thing.key in _by_key():
            yield _by_key()[thing.key]


def with_own_names(names: list[Item], text: str, owner: Owner, things: Mapping[tuple[str, str], Thing]) -> list[Item]:
    """The names of a paragraph of an organization's release: bare ones that it shares with the OSCE's mean its own, or nobody."""
    found: list[Item] = []
    for item in names:
        thing = item.entries[0].thing if item.entries else None
        if thing is None or thing.key not in _SHARED or _OSCE.search(text, item.start, item.end):
            found.append(item)
            continue
        own = _own(thing.key, owner, things)
        if own is not None:
            found.append(Item(item.start, item.end, "G", (Entry(text[item.start : item.end], own),)))
    return found


def _own(key: str, owner: Owner, things: Mapping[tuple[str, str], Thing]) -> Thing | None:
    body = things["organization", owner.body]
    if key == "osce":
        return body
    if key == "osce-pa" and owner.assembly:
        return things["organization", owner.assembly]
    return unlisted_organization(f"{_NAMED_OF_IT[key]} of the {body.label}") if key in _NAMED_OF_IT else None
