"""Which thing each row of the reference facts stands for: its kind, key, label and class.

Rows of `institutions.csv` of type `office` that are posts as well (such as `cio`) are posts only.
"""

from collections.abc import Iterator

from kg.model import Thing
from kg.reference.rows import MeetingRow, Reference, RegionRow

INSTITUTION_CLASSES = {
    "organisation": "Organization",
    "predecessor": "Organization",
    "decision-making-body": "DecisionBody",
    "department": "Department",
    "unit": "Department",
    "programme": "Department",
}
"""The class of an institution by its type; the other types are `Institution`."""

SERIES = "series"


KINDS_OF_ACTORS = frozenset({"state", "de-facto-entity", "organization", "institution", "mission", "format"})


def things(reference: Reference) -> dict[tuple[str, str], Thing]:
    """Every thing that the reference facts describe, by its kind and key, in the files' order.

    The key is the row's id, for a series of meetings without `series-` (the kind says it).
    """
    known = {(thing.kind, thing.key): thing for thing in _all_but_posts(reference)}
    owners = actors(known)
    for row in reference.posts:
        known["post", row.id] = Thing("post", row.id, row.label, "Post", True, owners.get(row.organisation))
    return known


def actors(known: dict[tuple[str, str], Thing]) -> dict[str, Thing]:
    """States, regions, organizations, institutions, missions and formats by their ids, which no two share.

    An id of `institutions.csv` that is a post is found as that post.
    """
    found = {thing.key: thing for thing in known.values() if thing.kind == "post"}
    for thing in known.values():
        if thing.kind in KINDS_OF_ACTORS or thing.category == "Region":
            found[thing.key] = thing
    return found


def _all_but_posts(reference: Reference) -> Iterator[Thing]:
    states = (*reference.states, *reference.former_states, *reference.other_states)
    posts = {post.id for post in reference.posts}
    yield from (Thing("state", row.id, row.name, "State", True) for row in states)
    yield from (_region(row) for row in reference.regions)
    yield from (Thing("place", row.id, row.name, "Place", True) for row in reference.places)
    yield from (Thing("organization", row.id, row.name, "Organization", True) for row in reference.organisations)
    yield from (
        Thing("institution", row.id, row.label, INSTITUTION_CLASSES.get(row.type, "Institution"), True)
        for row in reference.institutions
        if not (row.type == "office" and row.id in posts)
    )
    yield from (Thing("mission", row.id, row.name, "Mission", True) for row in reference.missions)
    yield from (Thing("format", row.id, row.label, "NegotiatingFormat", True) for row in reference.formats)
    yield from (Thing("conflict", row.id, row.label, "Conflict", True) for row in reference.conflicts)
    yield from (Thing("instrument", row.id, row.label, "Instrument", True) for row in reference.instruments)
    yield from (Thing("field", row.id, row.pref_label, "FieldOfWork", True) for row in reference.fields_of_work)
    yield from (_meeting(row) for row in reference.meetings)
    yield from (Thing("person", row.slug, row.name, "Person", True) for row in reference.people)


def _region(row: RegionRow) -> Thing:
    if row.kind == "de-facto-entity":
        return Thing("de-facto-entity", row.id, row.name, "DeFactoEntity", True)
    return Thing("place", row.id, row.name, "Region", True)


def _meeting(row: MeetingRow) -> Thing:
    if row.kind == SERIES:
        return Thing("series", row.id.removeprefix("series-"), row.label, "MeetingSeries", True)
    return Thing("meeting", row.id, row.label, "Meeting", True)
