"""Talks told by those before them: “it was followed by a second one with X”, “and Y did likewise”, “first alone, then with their delegations”."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.actor_lists import LIST, OBJECT, SUBJECT
from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.telling import joined, telling, travellers, whom
from kg.extract.meetings.wording import SHORT_GAP, TALKS
from kg.extract.modality import FROM_AFAR, of_verb
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Rule
from kg.text.shape import pattern

# “The conversation was followed by a second one with X.”
ANOTHER_ONE = (
    rf"^\W*(?:(?:The|This|That|His|Her|Their|These)\s(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})|It|(?P<there>That))\b[^;]{{0,200}}?\b(?P<verb>(?:was|were|is\sto\sbe|will\sbe)\s(?:\w+\s)?(?:followed|preceded)\sby)\s"
    rf"(?:an?\s(?:second|third|further|similar|separate|longer|shorter|final|last|brief|short)\sone|another(?:\sone)?|one)\s(?:with|between)\s(?P<object>{OBJECT})"
)
# “X then continued the discussion with his guest.”
WITH_GUEST = (
    rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>continued|held|had|resumed|concluded|deepened|opened|began|went\son\swith)\s(?:an?\s|the\s|his\s|her\s|their\s|further\s)?(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})\s(?:[^;.,{{ASEGFH}}]{{0,30}}?\s)?with\s"
    r"(?P<meant>(?:his|her|the)\s(?:guest|visitor)\b(?!['’-]))"
)
# “They spent two hours together, first by themselves, then with their delegations, among whose members were Y and Z.”
TOGETHER = (
    rf"(?P<subject>{SUBJECT})\s(?:also\s|then\s)?(?P<verb>spent)\s(?:[\w-]+\s){{1,5}}?(?:together|in\s(?:each\sother['’]s\scompany|conversation|talks))\b"
    r"(?P<alone>,\s(?:first|initially|at\sfirst)\s(?:by\sthemselves|alone|in\sprivate|t[eê]te[\s-][aà][\s-]t[eê]te|under\sfour\seyes|one[\s-]on[\s-]one|face\sto\sface|without\saides))?"
    rf"(?P<wider>,?\s(?:and\s)?then\s(?:together\s)?(?:with|in\sthe\s(?:presence|company|circle)\sof)\stheir\s(?:delegations|advis[eo]rs|aides|teams|staffs?|experts)(?:,\s(?:including|among\swhose\smembers\s(?:was|were)|among\swhom\s(?:was|were)|among\sthem|to\swhich\sbelonged)\s(?P<among>{LIST}))?)?"
)
LIKEWISE = rf"(?:,\s(?:and|while|as)\s(?:then\s)?|;\s(?:and\s)?|\sand\s)(?P<who>{LIST})(?:,\s[^;,{{A}}]{{2,60}},)?,?\s(?:had\s|has\s|later\s|then\s|also\s)*(?:did|done)\s(?:likewise|the\ssame|so(?=\s(?:too|as\swell|later|afterwards)))\b"
_OF_LIKEWISE = Rule(r"\b(?:likewise|the\ssame|so\s(?:too|as\swell|later|afterwards))\b")


def another_one(view: View, match: re.Match[str]) -> list[Draft]:
    """Further talks of the one whose doings the text reports, which came after or before those told last."""
    others = people_of(view.objects(match))
    known = {one.thing for one in others}
    owners = [one for one in travellers(view) if one.thing not in known]
    if not owners or not others:
        return []
    factuality = Factuality.PLANNED if re.match(r"will|is", match["verb"]) else Factuality.HAPPENED
    talks = match["talks"] or ""
    return [telling(view, match, "meeting.verb", joined(owners, others), factuality, match.span("verb"), talks)]


def with_guest(view: View, match: re.Match[str]) -> list[Draft]:
    """Talks that a host had with “his guest”: the one whose doings the text reports."""
    hosts = people_of(view.subject(match))
    known = {one.thing for one in hosts}
    guests = [one for one in whom(view, match["meant"]) if one.thing not in known]
    if not hosts or not guests:
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
    parties = joined(hosts, guests)
    return [telling(view, match, "meeting.reception", parties, factuality, match.span("verb"), roles=roles)]


def together(view: View, match: re.Match[str]) -> list[Draft]:
    """The time that two spent together; in private and then with others it was two meetings."""
    people = people_of(view.parties(match["subject"]))
    if match["subject"] in {"They", "they"} and len(people) < len(view.document.together):
        people = [Party(one) for one in view.document.together]
    if len(people) < 2:
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    draft = telling(view, match, "meeting.verb", people, factuality, match.span("verb"))
    if FROM_AFAR.search(view.main) is None:
        draft.category = "Meeting"
    if not match["alone"] or not match["wider"]:
        return [draft]
    more = people_of(view.parties(match["among"])) if match["among"] else []
    wider = replace(draft, parties=joined(people, more), evidence=dict(draft.evidence), discusses=[])
    wider.rule, wider.others = "meeting.part", "" if more else "delegations"
    return [draft, wider]


def likewise(view: View, told: Sequence[Draft], match: re.Match[str]) -> Iterator[Draft]:
    """The same meeting of others, where the sentence goes on with “and X did likewise”."""
    if "subject" not in match.re.groupindex or not _OF_LIKEWISE.stands_in(view.main):
        return
    behind = pattern(LIKEWISE).search(view.main, match.start())
    if behind is None or match["subject"] is None:
        return
    others = people_of(view.parties(behind["who"]))
    did = {one.thing.iri.value for one in view.parties(match["subject"])}
    known = {one.thing.iri.value for one in others}
    for draft in told:
        stay = [one for one in draft.parties if one.thing.iri.value not in did | known]
        if draft.category not in TALK_CLASSES or not others or not stay or len(stay) == len(draft.parties):
            continue
        role = next((draft.roles[one] for one in did if one in draft.roles), None)
        roles = {iri: said for iri, said in draft.roles.items() if iri not in did}
        roles |= dict.fromkeys(known, role) if role is not None else {}
        evidence = dict(draft.evidence)
        yield replace(draft, parties=joined(others, stay), roles=roles, evidence=evidence, discusses=[])
