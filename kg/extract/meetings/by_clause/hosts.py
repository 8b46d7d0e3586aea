"""Meals, audiences and calls on somebody: “a dinner given by A”, “A gave a lunch in her honour”, “a courtesy call on A”."""

import re
from collections.abc import Iterator

from kg.extract.meetings.by_clause.drafting import Told, drafted
from kg.extract.meetings.by_clause.lexicon import nouns
from kg.extract.meetings.by_clause.nouns import owners_of
from kg.extract.meetings.by_clause.parties import Apart, are_others, groups_of, of_chunk, of_list
from kg.extract.meetings.nouns import is_call_to_act
from kg.extract.meetings.telling import joined, whom
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import Chunk, subject_before
from kg.extract.syntax.lists import enumeration
from kg.extract.view import Party, View, people_of
from kg.text.shape import pattern

_MEAL = rf"(?P<talks>(?i:{nouns('by')}))\b"
_SET = rf"(?:,?\s{ADVERBIAL},?){{0,2}}?"
_FOR = r"(?:for|in\shonou?r\sof)"
# “A working lunch for B, without any others, was offered by A”.
_GIVEN_BY = (
    rf"\b{_MEAL}{_SET}(?:\s{_FOR}\s(?P<guests>[^;.]{{1,90}}?),?)?{_SET}\s(?:which\s)?(?:(?:was|were|is|are|to\sbe|will\sbe)\s(?:then\s)?)?"
    rf"(?P<how>given|hosted|offered|tendered){_SET}\sby\s(?=(?:the\s|his\s|her\s)?\S)"
)
_GIVES = (
    r"\b(?P<verb>gave|gives?|giving|given|offered|offers?|offering|hosted|hosts?|hosting|held|holds?|holding)\s(?:an?|the|his|her|their)\s(?:[\w-]+\s){0,3}?"
    rf"{_MEAL}{_SET}\s(?:{_FOR}\s(?:(?P<pronoun>him|her|them)\b)?|in\s(?P<honoured>his|her|their)\shonou?r\b)"
)
_GRANTS = rf"\b(?P<verb>gave|given|gives?|granted|grants?|accorded)\s(?=(?P<pronoun>him|her|them|(?:the|his|her)\s(?:guest|visitor)s?)?)(?P<whom>[^;,.]{{1,60}}?)\s(?:an?\s)(?:[\w-]+\s){{0,2}}?{_MEAL}"
_HIM = {"his": "him", "her": "him", "their": "them", "him": "him", "them": "them"}


def by_host(view: View) -> Iterator[Told]:
    """What hosts give their guests, and guests pay their hosts."""
    text = view.main
    for match in pattern(_GIVEN_BY).finditer(text):
        listed = enumeration(text, match.end())
        if listed is not None:
            hosts = of_list(view, listed)
            subject, owners = owners_of(view, match.start(), listed.end)
            guests = people_of(view.parties(match["guests"])) or owners
            yield from _hosted(view, match, hosts, guests, None if match["guests"] else subject)
    for match in (*pattern(_GIVES).finditer(text), *pattern(_GRANTS).finditer(text)):
        subject = subject_before(text, match.start("verb"))
        if subject is not None:
            hosts = of_chunk(view, subject)
            yield from _hosted(view, match, hosts, _guests(view, match), subject)
    yield from _calls_on(view)


def _guests(view: View, match: re.Match[str]) -> list[Party]:
    words = match.groupdict()
    meant = words.get("pronoun") or words.get("honoured")
    if meant is not None:
        return people_of(whom(view, _HIM.get(meant, "them" if meant.endswith("s") else "him")))
    if words.get("whom") is not None:
        listed = enumeration(view.main, match.start("whom"))
        return people_of(view.parties(match["whom"])) if listed is not None else []
    begin = _WORD.search(view.main, match.end())
    return of_list(view, enumeration(view.main, begin.start())) if begin is not None else []


_WORD = re.compile(r"\S")


def _hosted(
    view: View, match: re.Match[str], hosts: list[Party], guests: list[Party], subject: Chunk | None
) -> Iterator[Told]:
    """The draft of a meal or audience of hosts for guests."""
    own = {one.thing.iri for one in hosts}
    guests = [one for one in guests if one.thing.iri not in own]
    if not hosts or not guests:
        return
    trigger = match.span("verb" if match.groupdict().get("verb") else "talks")
    draft = drafted(view, match, joined(hosts, guests), subject, trigger)
    draft.roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
    draft.category = "Meeting"
    yield draft, guests


_CALL = rf"(?:^\W*|\b)(?:[Aa]n?|[Cc]ourtesy|[Ff]arewell|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|paid|pays?|paying|makes?|made|making|with|by)\s(?:[\w-]+\s(?:and\s)?){{0,3}}?(?P<talks>(?i:{nouns('on')}))\b{_SET}\son\s(?=(?:the\s|his\s|her\s)?\S)"
_VISIT = rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|paid|pays?|paying)\s(?:[\w-]+\s(?:and\s)?){{0,3}}?(?P<talks>(?i:{nouns('to', 'visit')}))\b{_SET}\sto\s(?=(?:the\s|his\s|her\s)?\S)"
_MADE = re.compile(r"(?:paid|pays?|paying|makes?|made|making)\b|courtesy|farewell|introductory")


def _calls_on(view: View) -> Iterator[Told]:
    """“Paid a courtesy call on A”, “with a call on A”, “a visit to President A”."""
    text = view.main
    for match in (*pattern(_CALL).finditer(text), *pattern(_VISIT).finditer(text)):
        listed = enumeration(text, match.end())
        if listed is None or (is_call_to_act(text, listed.end) and not _MADE.search(match[0])):
            continue
        subject, owners = owners_of(view, match.start("talks"), listed.end)
        for group in groups_of(view, listed, owners, Apart.EACH if match["talks"].endswith("s") else Apart.NO):
            if are_others(group, owners):
                draft = drafted(view, match, joined(owners, group), subject, match.span("talks"))
                draft.category = "Meeting"
                yield draft, group
