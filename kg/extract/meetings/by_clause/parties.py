"""Whom the subject of a clause met: those of a list, in the circles in which they sat together."""

import re
from enum import Enum

from kg.extract.meetings.apart import APART, said_behind
from kg.extract.meetings.bilaterals import bilaterals
from kg.extract.meetings.circles import by_state, circles, on_tour, parted
from kg.extract.syntax.clauses import Chunk
from kg.extract.syntax.lists import Enumeration
from kg.extract.view import Party, View, people_of
from kg.model import Factuality


class Apart(Enum):
    """Whether the words of a verb or noun say that those who were met did not sit together."""

    NO = "nothing says so"
    EACH = "each of them: “separate talks”, “meetings with”"
    STATES = "those of each state: “bilateral talks”"


def of_list(view: View, listed: Enumeration | None) -> list[Party]:
    """The people whom a list names; nobody where there is none."""
    if listed is None:
        return []
    return people_of(view.parties(view.main[listed.members[0].start : listed.members[-1].end]))


def of_chunk(view: View, chunk: Chunk) -> list[Party]:
    """The people of a subject."""
    return people_of(view.parties(view.main[chunk.start : chunk.end]))


def are_others(group: list[Party], owners: list[Party]) -> bool:
    """Whether a group and those who met it are different people, and both known."""
    own = {one.thing.iri for one in owners}
    return bool(own) and bool(group) and all(one.thing.iri not in own for one in group)


# “Last conferred with an OSCE Chairman in 1997”: whoever that was.
_SOMEBODY = re.compile(r"\ban?\s$")
# Beside these, people of a list sat for them: “received the Co-Chairs and X”.
_BODIES = frozenset({"format", "institution", "organization"})
WHOLE = re.compile(r"(?P<object>.*)", re.DOTALL)
"""Matches any stretch, for what is asked of a match."""
# How far behind a list words may say that those in it were met one by one.
_NEAR = 70


def groups_of(
    view: View,
    listed: Enumeration,
    owners: list[Party],
    apart: Apart = Apart.NO,
    factuality: Factuality = Factuality.HAPPENED,
) -> list[list[Party]]:
    """Those of a list, in the circles in which the owners met them."""
    text = view.main
    if _SOMEBODY.search(text, 0, listed.members[0].start) is not None:
        return []
    if apart is Apart.NO and _are_parted(text, listed):
        apart = Apart.EACH
    found: list[list[Party]] = []
    for start, end in listed.stretches:
        people = _people(view, start, end)
        if apart is Apart.EACH or said_behind(view, people):
            found += [[one] for one in people]
        elif apart is Apart.STATES:
            found += by_state(people)
        elif people:
            found += (
                bilaterals(view, owners, people)
                or on_tour(view, people)
                or parted(view, text[start:end], people)
                or circles(text[start:end], people, owners, factuality)
            )
    return found


# “Conferred separately with A and B”.
_SEPARATELY = re.compile(r"\b(?:separately|individually|in\sturn)\s(?:with|by)\s[^,;]{0,60}$")


def _are_parted(text: str, listed: Enumeration) -> bool:
    """Whether words right before or behind a list say that those in it were met one by one."""
    first = listed.members[0].start
    before = _SEPARATELY.search(text, max(0, first - 2 * _NEAR), first) is not None
    return before or APART.match(text[listed.end : listed.end + _NEAR]) is not None


def _people(view: View, start: int, end: int) -> list[Party]:
    """The people of a stretch; nobody where some of them sat for a body that is named with them."""
    stretch = WHOLE.match(view.main, start, end)
    parties = view.objects(stretch) if stretch is not None else []
    return [] if any(one.thing.kind in _BODIES for one in parties) else people_of(parties)
