"""The gazetteer's entries from the reference facts: every name that a known thing goes by."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from kg.iris import slug
from kg.model import Thing
from kg.reference import Reference
from kg.reference.rows import StateRow
from kg.text.gazetteer import Entry
from kg.text.spellings import of_people, spellings
from kg.text.title_table import title_names

# Institutions whose name alone is an ordinary phrase; they are named by their full names only.
TOO_GENERAL = frozenset(
    [
        "chair",
        "chairmanship",
        "chairpersonship",
        "summit",
        "council",
        "conference",
        "bureau",
        "alliance",
        "institutions",
        "secretariat",
        "missions",
        "process",
        "mechanism",
        "mission",
        "office",
        "dialogue",
        "framework",
        "structures",
        "fund",
        "om",
        "ag",
        "mc",
        "pc",
        "sg",
        "eec",
        "wg",
        "gender",
        "women",
        "justice",
        "police",
        "transport",
        "mines",
        "environment",
        "legislation",
        "education",
        "projects",
        "youth",
        "elections",
    ]
)
# Names of posts that others bear, too; the office grammar reads them with the state or body beside them.
SPOKEN_TITLES = frozenset({"Head of State", "Head of Mission", "Deputy Foreign Minister", "Personal Representative"})
# Names of posts that mean nothing else in lower case: “the chairman-in-office of the OSCE”.
_IN_LOWER_CASE = re.compile(r"Chair(?:man|person|woman)?[- ]in[- ]Office")
_PLACED = re.compile(r"OSCE (?P<what>[A-Z][\w -]+?) (?:to|in) (?P<where>[A-Z]\w+(?: [A-Z]\w+| and [A-Z]\w+)?)")
_OSCE = "Organization for Security and Co-operation in Europe"


def _states(reference: Reference) -> tuple[StateRow, ...]:
    return (*reference.states, *reference.former_states, *reference.other_states)


def entries(reference: Reference, known: dict[tuple[str, str], Thing]) -> Iterator[Entry]:
    """Every name of every known thing, without those too general to stand for it."""
    for entry in _all_entries(reference, known):
        folded = entry.name.lower()
        if len(folded) < 2 or (not entry.preferred and folded in TOO_GENERAL):
            continue
        yield entry


def _all_entries(reference: Reference, known: dict[tuple[str, str], Thing]) -> Iterator[Entry]:
    for row in _states(reference):
        thing = known["state", row.id]
        demonyms = set(row.adjectives)
        yield Entry(row.name, thing, preferred=True)
        for name in row.aliases:
            if name != row.capital:
                yield Entry(name, thing, "demonym" if name in demonyms else "name")
        for name in demonyms - set(row.aliases):
            yield Entry(name, thing, "demonym")
        if row.capital and row.status != "former":
            yield Entry(row.capital, thing, "capital")
            if "," in row.capital:
                yield Entry(row.capital.split(",")[0], thing, "capital")
    for region in reference.regions:
        thing = known[_region_kind(region.id, known), region.id]
        demonyms = set(region.adjectives)
        yield Entry(region.name, thing, preferred=True)
        if region.capital:
            yield Entry(region.capital, thing, "capital")
        for name in region.aliases:
            yield Entry(name, thing, "demonym" if name in demonyms else "name")
        for name in demonyms - set(region.aliases):
            yield Entry(name, thing, "demonym")
    for organisation in reference.organisations:
        yield from _named(known["organization", organisation.id], organisation.name, organisation.aliases)
    for institution in reference.institutions:
        if ("institution", institution.id) in known and ("post", institution.id) not in known:
            yield from _named(known["institution", institution.id], institution.label, institution.aliases)
    for mission in reference.missions:
        yield from _named(known["mission", mission.id], mission.name, mission.aliases)
        for name in mission.aliases:
            if " " in name and "OSCE" not in name and mission.name.startswith("OSCE "):
                yield Entry(f"OSCE {name}", known["mission", mission.id])
        placed = _PLACED.fullmatch(mission.name)
        if placed is not None:
            # “The OSCE Croatia Mission”, “the OSCE Yerevan Office”.
            yield Entry(f"OSCE {placed['where']} {placed['what']}", known["mission", mission.id])
    for group in reference.formats:
        yield from _named(known["format", group.id], group.label, group.aliases)
    for conflict in reference.conflicts:
        yield from _named(known["conflict", conflict.id], conflict.label, conflict.aliases, lower=True)
        for name in _wordings(conflict.label):
            yield Entry(name, known["conflict", conflict.id], loose=True)
    for instrument in reference.instruments:
        yield from _named(known["instrument", instrument.id], instrument.label, instrument.aliases)
    for topic in reference.fields_of_work:
        for name in (topic.pref_label, *topic.aliases):
            yield Entry(name, known["field", topic.id], preferred=name == topic.pref_label, loose=True)
    for person in reference.people:
        yield from _named(known["person", person.slug], person.name, person.aliases, spelt=of_people)
    for place in reference.places:
        yield from _named(known["place", place.id], place.name, place.aliases)
    yield from _posts(reference, known)


def _posts(reference: Reference, known: dict[tuple[str, str], Thing]) -> Iterator[Entry]:
    """The names of posts that no other post bears; the office grammar reads the rest with their state or body."""
    bearers = Counter(name for post in reference.posts for name in {post.label, *post.aliases})
    for post in reference.posts:
        for name in (post.label, *post.aliases):
            general = bearers[name] > 1 or name.lower() in title_names() or name in SPOKEN_TITLES
            if not general and "(" not in name and len(slug(name)) > 2:
                loose = _IN_LOWER_CASE.fullmatch(name) is not None
                yield Entry(name, known["post", post.id], preferred=name == post.label, loose=loose)
                for spelling in spellings(name):
                    yield Entry(spelling, known["post", post.id])
                if post.label.startswith("OSCE ") and not name.startswith("OSCE ") and " " not in name:
                    yield Entry(f"OSCE {name}", known["post", post.id])
                    for spelling in spellings(f"{_OSCE} {name}"):
                        yield Entry(spelling, known["post", post.id])
                    yield Entry(f"{_OSCE} {name}", known["post", post.id])


def _wordings(label: str) -> Iterator[str]:
    """Other words for a conflict that is named by its state: “crisis in”, “situation in and around”, “war on”."""
    match = re.fullmatch(r"(?P<kind>Crisis|Conflict|War) (?:in and around|in|around|against) (?P<where>.+)", label)
    if match is None:
        return
    if match["kind"] == "War":
        yield from (f"war {on} {match['where']}" for on in ("on", "against"))
        return
    for kind in ("crisis", "conflict"):
        yield from (f"{kind} {where} {match['where']}" for where in ("in", "around", "in and around"))
    yield f"situation in and around {match['where']}"


Spelt = Callable[[str], Iterator[str]]


def _named(
    thing: Thing, label: str, aliases: tuple[str, ...], lower: bool = False, spelt: Spelt = spellings
) -> Iterator[Entry]:
    yield Entry(label, thing, preferred=True, loose=lower)
    bare = label.removeprefix("OSCE ")
    if bare != label and " " in bare and bare not in aliases:
        yield Entry(bare, thing)
    for name in aliases:
        yield Entry(name, thing, loose=lower and " " in name)
    for name in (label, *aliases):
        for spelling in spelt(name):
            if spelling not in aliases:
                yield Entry(spelling, thing)


def _region_kind(key: str, known: dict[tuple[str, str], Thing]) -> str:
    return "de-facto-entity" if ("de-facto-entity", key) in known else "place"
