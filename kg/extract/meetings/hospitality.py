"""Meetings told by who was whose guest or host: “X was Y's guest at a lunch”, “Y invited X to a dinner, at which …”."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.telling import joined, telling, travellers
from kg.extract.modality import of_verb
from kg.extract.view import Party, View, people_of
from kg.model import Factuality, Thing
from kg.text.document import Actor
from kg.text.shape import between, pattern

MEAL = r"(?:dinner|lunch|luncheon|breakfast|reception|banquet|supper|tea)"
# “Had been assured by X, when she was his guest in Z”.
WHEN_GUEST = r"\bwhen\s(?P<guest>he|she)(?P<between>\s(?:also\s)?)(?P<verb>was|had\sbeen)\s(?P<whose>his|her)\sguest\b"
# “Y had him as his guest at a round table with X”.
HAD_AS_GUEST = rf"(?P<host>{LIST})(?P<between>\s(?:also\s|then\s|later\s)*)(?P<verb>had|has|welcomed|received)\s(?:(?P<pronoun>him|her|them)|(?:the\s)?(?P<guest>{LIST}))\sas\s(?:his|her|their|a|the)\sguests?\b(?:[^;.,{{A}}]{{0,40}}?\swith\s(?P<others>{OBJECT}))?"
# “Y then invited him to a working lunch, at which the two discussed …”: told on, it was.
INVITED = (
    rf"(?P<host>{LIST})(?P<between>\s(?:also\s|then\s|later\s|afterwards\s)*)(?P<verb>invited|treated|took)\s(?:(?P<pronoun>him|her|them)|(?:the\s)?(?P<guest>{LIST}))\s(?:for|to)\s"
    rf"(?:an?\s)?(?:[\w-]+\s){{0,2}}?{MEAL}\b(?=[^;]*?,?\s(?:(?:at|over|during)\swhich|where|and\s(?:\w+\s){{0,2}}discussed)\b)"
)
# “Y gave a lunch for X”, “in honour of X”.
GAVE = rf"(?P<host>{LIST})(?P<between>\s(?:also\s|then\s|later\s|afterwards\s|{{N}}\s)*)(?P<verb>gave|offered|held|hosted|hosts|will\s(?:give|host|offer)|is\s(?:giving|offering|hosting|holding))\s(?:an?\s|the\s)(?:[\w-]+\s){{0,2}}?{MEAL}\s(?:[^;.,{{A}}]{{0,40}}?\s)?(?:for|in\shonou?r\sof)\s(?:the\s)?(?P<guest>{LIST})"

# “X, in whose honour Y gave a lunch”.
IN_HONOUR = rf"(?P<guest>{LIST}),\sin\swhose\shonou?r\s(?:the\s)?(?P<host>{LIST}),?(?P<between>\s(?:also\s|then\s|later\s|had\s|has\s|{{N}}\s)*)(?P<verb>gave|given|held|hosted|offered|will\s(?:give|host|hold|offer)|is\s(?:giving|hosting|holding|to\sgive|to\shost))\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?{MEAL}\b"
# “Each of the two was then received by Y”, “both were received separately by Y”: those of a sentence before, each apart.
_APART = r"(?:separately|individually|in\sturn|one\s(?:by\sone|after\s(?:the\sother|another)))"
EACH_RECEIVED = rf"\b(?:(?P<each>[Ee]ach\sof\s(?:the\s(?P<number>two|three|four)|them|these)|[Ee]ach)|[Bb]oth|[Tt]hey|[Tt]he\s(?P<several>two|three|four)(?:\s[a-z]+s)?)\s(?:was|were)\s(?:(?:then|afterwards|later|subsequently|also)\s)*(?P<apart>{_APART}\s)?(?P<verb>received|welcomed)\s(?P<behind>{_APART}\s)?(?:[^;.,{{A}}]{{0,30}}?\s)?by\s(?P<host>{LIST})"


def each_received(view: View, match: re.Match[str]) -> list[Draft]:
    """Several of a sentence before whom somebody received one after another."""
    hosts = people_of(view.parties(match["host"]))
    if not hosts or not (match["each"] or match["apart"] or match["behind"]):
        return []
    number = {"three": 3, "four": 4}.get(match["number"] or match["several"] or "", 2)
    known = {one.thing for one in hosts}
    earlier = ([one for one in some if one not in known] for some in _named_before(view))
    drafts = []
    for guest in next((some for some in earlier if len(some) == number), []):
        roles = {one.thing.iri.value: "host" for one in hosts} | {guest.iri.value: "guest"}
        parties = joined(hosts, [Party(guest, view.document.posts_of(guest))])
        factuality = of_verb(view.main, match.start(), match.start("verb"), match["verb"])
        drafts.append(telling(view, match, "meeting.reception", parties, factuality, match.span("verb"), roles=roles))
    return drafts


def _named_before(view: View) -> Iterator[list[Thing]]:
    """The people whom each sentence before names, the last first, in its paragraph or, where it is the first, the one before."""
    index, number = view.paragraph.index, view.sentence.index
    paragraph = view.paragraph if number else view.document.paragraphs[max(index - 1, 0)]
    for sentence in reversed(paragraph.sentences[: number or None]):
        inside = between(view.document.actors[paragraph.index], sentence.start, sentence.end)
        things = [thing for one in inside if isinstance(one.payload, Actor) for thing in one.payload.things]
        yield list(dict.fromkeys(one for one in things if one.kind == "person"))


def guest_or_host(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting of hosts and guests; those whom only “his” or “their” names are whom the text is about."""
    pronoun, whose = match.groupdict().get("pronoun"), match.groupdict().get("whose")
    hosts = _meant(view, whose) if whose else people_of(view.parties(match["host"]))
    guests = _meant(view, pronoun) if pronoun else people_of(view.parties(match["guest"]))
    if whose in {"his", "her"} and (pair := _other_named(view, guests)):
        guests, hosts = pair
    guests = [one for one in guests if one.thing not in {host.thing for host in hosts}]
    if not hosts or not guests:
        return []
    factuality = of_verb(view.main, match.end("between"), match.start("verb"), match["verb"])
    if re.match(r"will\b|(?:is|are|was|were)\s(?:\w+\s)?to\b|is\s\w+ing\b", match["verb"]):
        factuality = Factuality.PLANNED
    if factuality is Factuality.HAPPENED and _BEHIND.search(view.main, 0, match.end("verb")):
        factuality = Factuality.PRESUPPOSED
    roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
    parties = joined(hosts, guests, people_of(view.parties(match.groupdict().get("others"))))
    draft = telling(view, match, "meeting.reception", parties, factuality, match.span("verb"), roles=roles)
    if factuality is Factuality.PRESUPPOSED and draft.start == view.document.issued:
        draft.start = None
    return [draft]


# “He had been assured by X, when she was his guest in Y”, “after X had been his guest in Y”: before what is told.
_BEHIND = re.compile(
    r"\bhad\s[^;]{3,200}?\bwhen\s(?:he|she)\s+was$|\b(?:after|since)\s[^;]{1,120}?\shad\sbeen$", re.IGNORECASE
)


def _other_named(view: View, guests: list[Party]) -> tuple[list[Party], list[Party]] | None:
    """Guest and host where a sentence names two persons, and “his guest” can only be the one of the other."""
    people = list({one.thing: one for one in people_of(view.parties(view.main))}.values())
    if len(people) != 2 or len(guests) > 1 or (guests and guests[0].thing not in {one.thing for one in people}):
        return None
    guest = guests[0].thing if guests else next((one.thing for one in people if one not in view.main_subject), None)
    host = [one for one in people if one.thing != guest]
    return ([one for one in people if one.thing == guest], host) if len(host) == 1 else None


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
    if pronoun in {"them", "their"} or (" " in pronoun and pronoun.endswith("s")):
        return people_of(view.parties("they"))
    if view.about:
        return people_of(view.about)[:1]
    return travellers(view)
