"""Meetings told by who was whose guest or host: “X was Y's guest at a lunch”, “Y invited X to a dinner, at which …”."""

import re

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.meetings.telling import joined, telling, travellers
from kg.extract.modality import of_verb
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.shape import pattern

MEAL = r"(?:dinner|lunch|luncheon|breakfast|reception|banquet|supper|tea)"
_MAY_BE = (
    r"(?:was|were|is|are|had\sbeen|will\sbe|(?:is|are|was|were)\s(?:also\s|then\s|due\s|expected\s)?to\s(?:also\s)?be)"
)
# “X was Y's guest”; “X was the guest of Y” is told as a reception.
GUEST_OF = rf"(?P<guest>{LIST})(?P<between>\s+(?:also\s|then\s)?)(?P<verb>{_MAY_BE})\s(?:also\s|then\s|later\s)*(?:(?:the\s)?(?P<host>{LIST})['’]s?|(?P<whose>his|her|their))\sguests?\b"
# “Y was their host at a dinner”, “Y was host to X”.
HOST_OF = (
    rf"(?P<host>{LIST})(?P<between>\s+(?:also\s|then\s)?)(?P<verb>{_MAY_BE})\s(?:also\s|then\s|later\s)*"
    rf"(?:(?P<pronoun>his|her|their)\shosts?\b|(?:the\s)?hosts?\s(?:to|of)\s(?:the\s)?(?P<guest>{LIST}))"
)
# “Y then invited him to a working lunch, at which the two discussed …”: told on, it was.
INVITED = (
    rf"(?P<host>{LIST})(?P<between>\s(?:also\s|then\s|later\s|afterwards\s)*)(?P<verb>invited|treated|took)\s(?:(?P<pronoun>him|her|them)|(?:the\s)?(?P<guest>{LIST}))\s(?:for|to)\s"
    rf"(?:an?\s)?(?:[\w-]+\s){{0,2}}?{MEAL}\b(?=[^;]*?,?\s(?:(?:at|over|during)\swhich|where|and\s(?:\w+\s){{0,2}}discussed)\b)"
)
# “Y gave a lunch for X”, “in honour of X”.
GAVE = rf"(?P<host>{LIST})(?P<between>\s(?:also\s|then\s|later\s|afterwards\s|{{N}}\s)*)(?P<verb>gave|offered|held|hosted|hosts|will\s(?:give|host|offer)|is\s(?:giving|offering|hosting|holding))\s(?:an?\s|the\s)(?:[\w-]+\s){{0,2}}?{MEAL}\s(?:[^;.,{{A}}]{{0,40}}?\s)?(?:for|in\shonou?r\sof)\s(?:the\s)?(?P<guest>{LIST})"


def guest_or_host(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting of hosts and guests; those whom only “his” or “their” names are whom the text is about."""
    pronoun, whose = match.groupdict().get("pronoun"), match.groupdict().get("whose")
    hosts = _meant(view, whose) if whose else people_of(view.parties(match["host"]))
    guests = _meant(view, pronoun) if pronoun else people_of(view.parties(match["guest"]))
    guests = [one for one in guests if one.thing not in {host.thing for host in hosts}]
    if not hosts or not guests:
        return []
    factuality = of_verb(view.main, match.end("between"), match.start("verb"), match["verb"])
    if re.match(r"will\b|(?:is|are|was|were)\s(?:\w+\s)?to\b|is\s\w+ing\b", match["verb"]):
        factuality = Factuality.PLANNED
    roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
    parties = joined(hosts, guests)
    return [telling(view, match, "meeting.reception", parties, factuality, match.span("verb"), roles=roles)]


# “Hosted by X, representatives of A, B and C met.”
_HOSTED_FIRST = r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?Hosted\sby\s(?:the\s)?(?P<host>{A})(?=,\s)"
# “A meeting with X and Y as guests”.
_AS_GUESTS = rf"\bwith\s(?P<guests>{LIST})\sas\s(?:its\s|their\s|his\s|her\s|the\s|special\s|a\s)*guests?\b"


def mark_guests(view: View, drafts: list[Draft]) -> None:
    """Make guests, in the meetings that a sentence tells of, of those whom it calls that."""
    for guests in pattern(_AS_GUESTS).finditer(view.main) if " as " in view.main and " guest" in view.main else ():
        meant = {one.thing.iri.value for one in view.parties(guests["guests"])}
        for draft in drafts:
            here = meant & {one.thing.iri.value for one in draft.parties}
            draft.roles = {**dict.fromkeys(here, "guest"), **draft.roles}


def add_host(view: View, drafts: list[Draft]) -> None:
    """Add the host with whom a sentence begins to the meetings that it tells of."""
    match = pattern(_HOSTED_FIRST).match(view.main) if "Hosted by " in view.main else None
    hosts = people_of(view.parties(match["host"])) if match is not None else []
    for draft in drafts if hosts else ():
        draft.parties = joined(draft.parties, hosts)
        draft.roles = {**draft.roles, **{one.thing.iri.value: "host" for one in hosts}}


def _meant(view: View, pronoun: str) -> list[Party]:
    """Whom the sentence before was about: several, or the one whose doings the text reports."""
    if pronoun in {"them", "their"}:
        return people_of(view.parties("they"))
    if view.about:
        return people_of(view.about)[:1]
    return travellers(view)
