"""Whom the subject of a clause met: those of a list, in the circles in which they sat together."""

import re

from kg.extract.meetings.bilaterals import bilaterals
from kg.extract.meetings.circles import circles
from kg.extract.syntax.lists import Enumeration
from kg.extract.view import Party, View, people_of
from kg.model import Factuality


def are_others(group: list[Party], owners: list[Party]) -> bool:
    """Whether a group and those who met it are different people, and both known."""
    own = {one.thing.iri for one in owners}
    return bool(own) and bool(group) and all(one.thing.iri not in own for one in group)


# “Last conferred with an OSCE Chairman in 1997”: whoever that was.
_SOMEBODY = re.compile(r"\ban?\s$")
# Beside these, people of a list sat for them: “received the Co-Chairs and X”.
_BODIES = frozenset({"format", "institution", "organization"})


def groups_of(view: View, listed: Enumeration, owners: list[Party]) -> list[list[Party]]:
    """Those of a list, in the circles in which the owners met them."""
    found: list[list[Party]] = []
    if _SOMEBODY.search(view.main, 0, listed.members[0].start) is not None:
        return found
    for start, end in listed.stretches:
        stretch = view.main[start:end]
        parties = view.parties(stretch)
        people = people_of(parties)
        if people and not any(one.thing.kind in _BODIES for one in parties):
            found += bilaterals(view, owners, people) or circles(stretch, people, owners, Factuality.HAPPENED)
    return found
