"""Talks told as those of two states or their ministries: “Danish-Georgian consultations took place in X”."""

import re

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.meetings.nouns import settled
from kg.extract.meetings.telling import joined, telling
from kg.extract.meetings.wording import JOINT_GAP
from kg.extract.merge import LARGER
from kg.extract.modality import of_noun
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger

_NOUN = r"(?i:consultations|talks|negotiations|dialogue)"
OF_CONSULTATIONS = Trigger(rf"\b{_NOUN}\b")
_TALKS = rf"(?P<talks>{_NOUN})"
BY_ADJECTIVE = rf"(?P<states>{{D}}[-–—]{{D}})\s(?:[a-z-]+\s){{0,4}}?{_TALKS}\b"
_MINISTRIES = r"(?:[Ff]oreign\s(?:[Aa]ffairs\s)?[Mm]inistries|[Mm]inistries\s(?:of|for)\s[Ff]oreign\s[Aa]ffairs|[Gg]overnments|delegations|sides)"
BETWEEN_MINISTRIES = rf"\b{_TALKS}\s{JOINT_GAP}(?:between|of)\s(?:the\s)?(?:{_MINISTRIES}\sof\s(?:the\s)?(?P<states>{{S}}\sand\s(?:the\s)?{{S}})|(?P<adjectives>{{D}}\sand\s(?:the\s)?{{D}})\s{_MINISTRIES}\b)"

_DELEGATIONS = (
    r"(?:(?:two|respective|both)\s)?delegations(?:\sof\s(?:the\s)?{S}\sand\s(?:the\s)?{S})?|delegation\sof\s(?:the\s)?{S}\sand\s(?:the\s)?(?:delegation\sof\s(?:the\s)?{S}|{D}\sdelegation)"
    r"|{D}\s(?:delegation\s)?and\s(?:the\s)?{D}\sdelegations?"
)
# “Talks between the delegation of X and the delegation of Y, led, respectively, by A and B”.
LED = rf"\b(?P<talks>{_NOUN}|[Mm]eeting|[Ss]ession|[Dd]iscussions)\s{JOINT_GAP}(?:between|of)\s(?:the\s)?(?:{_DELEGATIONS}),?\s(?:(?:which|that)\swere\s)?(?:led|headed|chaired),?\s(?:respectively,?\s)?by\s(?:the\s)?(?P<object>{LIST})"
OF_LED = Trigger(r"\bdelegations?\b")

# What is done with talks that take place, before and behind the noun.
_HELD = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)?|hosted|hosts|conducted|rounds?\sof|sessions?\sof|took\spart\sin|takes\spart\sin|participated\sin|attended|(?:co-)?chaired|headed|led|arrived\s(?:in\s\S+\s)?for|within\s(?:the\s)?framework\sof)\s(?:the\s|an?\s)?(?:[\w-]+\s){0,3}$"
)
_TOOK_PLACE = re.compile(
    r"[^;]{0,90}?\b(?:(?:was|were|are|is|be|been)\s(?:also\s)?(?:held|conducted|organi[sz]ed)|t(?:ook|akes?|aking)\splace|began|started|concluded|ended|opened)\b"
)
_DID = re.compile(
    r"\b(?:held|conducted|took\spart\sin|participated\sin|attended|(?:co-)?chaired|headed|led)\b[^;.]{0,60}$"
)


def between_delegations(view: View, match: re.Match[str]) -> list[Draft]:
    """Talks of two delegations: of those who led them, one on each side."""
    people = people_of(view.parties(match["object"]))
    if len(people) < _SIDES:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    behind = _BEHIND.search(view.main, 0, match.start("talks")) is not None
    rule = LARGER if behind and factuality is Factuality.HAPPENED else "meeting.noun"
    return [telling(view, match, rule, people, factuality, match.span("talks"), match["talks"])]


_SIDES = 2
# What comes behind a meeting of the two alone.
_BEHIND = re.compile(r"\b(?:followed\sby|[Tt]hen|[Aa]fterwards|[Ss]ubsequently|[Aa]fter)\b")


def of_states(view: View, match: re.Match[str]) -> list[Draft]:
    """Talks of two states, with those who are said to have held them or to have taken part."""
    groups = match.groupdict()
    things = view.things(groups.get("states") or groups["adjectives"] or "", "SD")
    before = view.main[: match.start()]
    people = people_of(view.main_subject) if _DID.search(before) is not None else []
    if len({one.iri for one in things}) < 2 or not (people or settled(view, match)):
        return []
    if _HELD.search(before) is None and _TOOK_PLACE.match(view.main, match.end("talks")) is None and not view.is_title:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    parties = joined(people, [Party(one) for one in things])
    return [telling(view, match, "meeting.of-states", parties, factuality, match.span("talks"), match["talks"])]
