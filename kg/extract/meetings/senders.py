"""Mediators and observers of talks told by the states and bodies that sent them: “mediators from A, B and C, and observers from D and E”.

Those who sent them take part in what the sentence tells of, with that role; or, where they only “took part”, in the
talks told before.
"""

import re
from collections.abc import Iterator

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.view import Party, View
from kg.model import Factuality
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

_TRIGGER = Trigger(r"\b(?:[Mm]ediators|[Oo]bservers|[Gg]uarantors)\b")
_ONE = r"(?:the\s)?{SEG}(?:\s\([^()]*\))?"
_BODIES = rf"{_ONE}(?:(?:,\s|,?\s(?:and|as\swell\sas)\s)(?:(?:of|from)\s)?{_ONE})*(?!['’])(?!,\s(?:the\s)?{{A}})"
_NOUN = r"\b(?P<noun>[Mm]ediators|[Oo]bservers|[Gg]uarantors|(?:[Cc]hief\s)?[Nn]egotiators|[Rr]epresentatives|[Ee]nvoys|[Dd]elegations)"
_SENT = rf"{_NOUN}\s(?:of|from)\s(?P<bodies>{_BODIES})"
_ROLES = {"mediators": "mediator", "observers": "observer", "guarantors": "mediator"}
# Whom something is only asked of, or who are told of something.
_NO_PARTY = re.compile(
    r"\b(?:called\s(?:up)?on|urged|asked|invited|encouraged|appealed\sto|informed|thanked|told|on\sbehalf\sof|role\sof|efforts\s(?:of|by)|work\sof|support\s(?:for|of|to|from)|proposals?\s(?:of|by|from))\s(?:all\s|both\s)?(?:the\s)?$"
)
_TOOK_PART = Rule(
    r"\b(?:(?:also|likewise|all)\s)?(?:took\spart|participated|attended|(?:was|were)\s(?:also\s)?(?:present|in\sattendance|represented|there)|joined|sat\sin)\b"
)
_NAMED_THERE = r"\bm(?:eeting|eetings)\s(?:of|between)\s(?:the\s)?(?:mediators|observers)\b[^;.{A}]{0,160}\b(?:in\swhich|attended\sby|represented\sby)\s[^;.{A}]{0,40}{A}"
_TOLD = frozenset({Factuality.HAPPENED, Factuality.PLANNED, Factuality.PRESUPPOSED})


def senders(view: View, told: list[Draft]) -> Iterator[Draft]:
    """Those who sent mediators and observers, added to the talks that the sentence told, else to those told before."""
    if view.is_title or not _TRIGGER.stands_in(view.main):
        return
    parties, roles, end = _sent(view)
    if not parties:
        return
    talks = [one for one in told if one.category in TALK_CLASSES and one.factuality in _TOLD]
    if talks and pattern(_NAMED_THERE).search(view.main) is not None:
        # Those who came are told by name.
        return
    for draft in talks:
        known = draft.actors
        draft.parties += [one for one in parties if one.thing.iri.value not in known and one.thing not in draft.formats]
        draft.roles = {**{one: role for one, role in roles.items() if one in draft.actors}, **draft.roles}
    behind = view.main[end : end + 40]
    if not talks and view.document.talked and _TOOK_PART.search(behind) is not None:
        yield Draft.of(
            view, "Meeting", Factuality.HAPPENED, "meeting.delegations", parties=parties, roles=roles, refers_back=True
        )


def _sent(view: View) -> tuple[list[Party], dict[str, str], int]:
    """The states and bodies, the roles of those that mediate or observe, and where the last of them is named."""
    parties: dict[str, Party] = {}
    roles: dict[str, str] = {}
    end, mediated = 0, False
    for match in view.search(_SENT):
        if _NO_PARTY.search(view.main, 0, match.start()) is not None:
            continue
        role = _ROLES.get(match["noun"].lower())
        mediated = mediated or role == "mediator"
        for thing in view.things(match["bodies"], "SEG"):
            parties.setdefault(thing.iri.value, Party(thing))
            if role is not None:
                roles.setdefault(thing.iri.value, role)
        end = match.end()
    # Observers alone are also those of elections.
    sat = mediated or view.document.round_of is not None
    return (list(parties.values()), roles, end) if sat else ([], {}, 0)
