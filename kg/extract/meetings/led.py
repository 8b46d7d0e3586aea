"""Who led or attended a meeting, by what a sentence says of it: “the round table in X was opened by A, B and C”."""

import re

from kg.extract.actor_lists import OBJECT
from kg.extract.view import Party, View
from kg.text.shape import pattern

LED_OR_ATTENDED = r"(?:opened|hosted|co-hosted|chaired|co-chaired|led|headed|attended|moderated|co-moderated|convened|facilitated|co-facilitated)"
_ROLES = {
    "convened": "host",
    "hosted": "host",
    "co-hosted": "host",
    "chaired": "chair",
    "co-chaired": "co-chair",
    "co-facilitated": "co-facilitator",
}
# “Hosted by A and moderated by B”: what else is said so of others.
_AND_BY = rf",?\s(?:and\s)?(?:(?:was|were)\s)?(?:also\s|jointly\s)?(?P<how>{LED_OR_ATTENDED})\sby\s(?P<who>{OBJECT})"


def by_whom(view: View, match: re.Match[str]) -> tuple[list[Party], dict[str, str]]:
    """Those by whom a meeting was led or attended, in a match with the groups `how` and `who`, and behind it; with the roles."""
    parties: dict[str, Party] = {}
    roles: dict[str, str] = {}
    found: re.Match[str] | None = match
    while found is not None:
        # “X of the Union”: he or she led it, whoever that is.
        senders = [
            thing for match_of in pattern(_SENDER).finditer(found["who"]) for thing in view.things(match_of[0], "G")
        ]
        named = [one for one in view.objects(found, "who") if one.thing.kind in _LEADING and one.thing not in senders]
        parties |= {one.thing.iri.value: one for one in named if one.thing.iri.value not in parties}
        role = _ROLES.get(found["how"])
        roles |= {one.thing.iri.value: role for one in named if role is not None and one.thing.iri.value not in roles}
        found = pattern(_AND_BY).match(view.main, found.end("who"))
    return list(parties.values()), roles


_SENDER = r"\b(?:of|from)\s(?:the\s)?{G}"
# Who can hold or lead a meeting that is told of.
_LEADING = frozenset({"person", "organization", "institution", "mission"})
