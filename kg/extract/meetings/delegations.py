"""Who sat at the meeting told before for a state or body: “they were joined by representatives of the mediators, A and B, and of the observers, C and D”."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.needing import needing
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_TRIGGER = Trigger(r"\bjoined\s[^;.]{0,40}by\b")
_SENDS = r"(?:representatives|delegates|delegations|envoys|officials|diplomats)\s(?:of|from)\s"
_JOINED = rf"(?P<subject>{LIST}),?\s(?:was|were)\s(?:also\s|then\s)?joined\s(?:[^;.,{{ASEGFH}}]{{0,30}}\s)?by\s(?:the\s)?(?P<rest>{_SENDS}[^;.]{{3,260}})"
# A word for what those behind it are at the talks, or one of them.
_PART = r"\b(?P<role>mediator|observer|guarantor|facilitator|co-chair|side)s?\b|(?P<body>{SEG})(?!['’])"
_ROLES = {"mediator": "mediator", "observer": "observer", "guarantor": "mediator"}


@needing(_TRIGGER)
def delegations(view: View) -> Iterator[Draft]:
    """Those who, as a sentence says, were joined at the talks told before, and the states and bodies whose people came."""
    if not view.document.talked or not _TRIGGER.stands_in(view.main):
        return
    for match in view.search(_JOINED):
        people = people_of(view.parties(match["subject"]))
        role: str | None = None
        bodies: list[Party] = []
        roles: dict[str, str] = {}
        for part in pattern(_PART).finditer(match["rest"]):
            if part["role"]:
                role = _ROLES.get(part["role"])
                continue
            for thing in view.things(part["body"], "SEG"):
                bodies.append(Party(thing))
                if role is not None:
                    roles[thing.iri.value] = role
        if (
            people
            and bodies
            and re.search(r"\b(?:will|would|to)\s(?:\w+\s)?$", view.main[: match.end("subject")]) is None
        ):
            yield Draft.of(
                view,
                "Meeting",
                Factuality.HAPPENED,
                "meeting.delegations",
                parties=[*people, *bodies],
                roles=roles,
                refers_back=True,
            )
