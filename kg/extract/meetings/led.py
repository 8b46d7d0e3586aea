"""Meetings of which a sentence says who led or attended them, and nothing else who met: “the round table in X was opened by A, B and C”.

Each needs a day or a place of its own: without one it is the meeting told before, or none.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import OBJECT
from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.modality import DENIED, PLANNED
from kg.extract.setting import names_day, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger
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
_LED = (
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]oday['’]s|[Yy]esterday['’]s)\s(?:[\w-]+\s){0,3}?(?P<noun>meeting|round\stable|roundtable|conference|consultations|talks|negotiations|summit|session)\b"
    rf"(?P<about>(?!\s(?:of|between|with)\s)[^;.{{AF}}]{{0,90}}?),?\s(?:which\s)?(?:(?:was|were|will\sbe|is\sto\sbe)\s)?(?:also\s|jointly\s)?(?P<how>{LED_OR_ATTENDED})\s(?:today\s|yesterday\s)?by\s(?P<who>{OBJECT})"
)
_TRIGGER = Trigger(rf"\b{LED_OR_ATTENDED}\s(?:today\s|yesterday\s)?by\s")


def led(view: View, already: list[Draft]) -> Iterator[Draft]:
    """The meeting that a sentence tells by who led it, where it tells of no other."""
    if view.is_title or view.document.talked or not _TRIGGER.stands_in(view.main):
        return
    if any(one.category in {*TALK_CLASSES, "Activity"} and one.parties and not one.refers_back for one in already):
        return
    for match in view.search(_LED):
        # “X praised the meeting opened by Y”: another one than is reported.
        spoken_of = pattern(r"{A}").search(view.main, 0, match.start()) is not None
        if spoken_of or view.things(match[0], "F") or re.search(r"\borgani[sz]ed\b", view.main):
            continue
        parties, roles = by_whom(view, match)
        coming = PLANNED.search(match[0], 0, match.start("who") - match.start()) is not None
        factuality = told(view, match.start("noun"), Factuality.PLANNED if coming else Factuality.HAPPENED)
        start, end = when(view, match.start("noun"), factuality)
        places = where(view, match.end("noun"))
        denied = DENIED.search(view.main, 0, match.start("who")) is not None
        if denied or not people_of(parties) or not (places or names_day(view, start)):
            continue
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "meeting.led",
            parties=parties,
            roles=roles,
            start=start,
            end=end,
            places=places,
            label=match["noun"],
        )
        return


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
