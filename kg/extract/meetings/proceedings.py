"""What was done at the meeting told before, and by whom: who opened it, gave remarks there, or was heard there.

“X opened the event with remarks”; “Y gave a keynote address”; “participants heard from senior officials, including A and
B”; “the forum featured a drop-by from Z”; “the meeting included representatives from the Department of Y and the Office
of Z”. Each adds those whom it names to the meeting told before; where none was told, nothing is read.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.groups import sent
from kg.extract.meetings.led import LED_OR_ATTENDED, by_whom
from kg.extract.merge import LED_BEFORE
from kg.extract.modality import DENIED, PLANNED
from kg.extract.view import Party, View
from kg.model import Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_MEETING = r"(?:meeting|call|talks|discussions?|conversation|round\s?table|listening\ssession|session|briefing|convening|event|forum|summit|conference|gathering|webinar)"
_SPEECH = r"(?:remarks|statements?|address(?:es)?|speech(?:es)?|keynote|presentations?|overview|briefing|update)"
_GROUP = r"(?:[Tt]he\s)?(?:[\w-]+\s){0,2}?(?:[Pp]articipants|[Aa]ttendees|[Ll]eaders|[Gg]uests|[Oo]fficials|[Mm]ayors|[Gg]overnors|[Ll]egislators|[Ss]tudents|group|CEOs|executives|stakeholders)"
TRIGGER = Trigger(
    r"\b(?:discussions?|debate|delegation|floor|sat|negotiated|addressed|remarks|address|speech|keynote|presentation|heard|featured|opened|closed|kicked|moderated|emceed|concluded|spoke|engaged|welcomed|convened|(?:co-)?hosted|(?:co-)?chaired|led|facilitated|attended\sby|headed\sby)\b",
    r"\b(?:included|includes)\s",
)
_PRONOUNS = ("It ", "They ")
_DOING = rf"(?P<who>{LIST}),?\s(?:(?:also|then|both|each|briefly|virtually|jointly)\s)*"
_SPOKE_THERE = (
    rf"{_DOING}(?:opened|closed|concluded|kicked\soff|moderated|emceed|led\soff)\s(?:the|this)\s(?:[\w-]+\s)?{_MEETING}s?\b(?!\s(?:of|between)\s|\swith\s(?:the\s)?{{A}})",
    rf"{_DOING}(?:gave|provided|delivered|offered|made)\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:(?:opening|closing|welcoming|welcome|keynote|video|virtual|brief|introductory|concluding|recorded|special)\s)*{_SPEECH}\b(?!\s(?:at|to|before|in|during)\s(?!the\s(?:[\w-]+\s)?{_MEETING}\b|participants|attendees))",
)
_HEARD_THERE = (
    rf"\b{_GROUP}\s(?:also\s)?(?:heard\sfrom|spoke\swith|spoke\sto|engaged\swith|met\swith|were\s(?:joined|addressed|welcomed|greeted)\sby|heard\san?\s{_SPEECH}\s(?:from|by)|listened\sto\san?\s(?:[\w-]+\s)?(?:report|{_SPEECH})\s(?:from|by|of)|heard\s{_SPEECH}\s(?:from|by))\s(?:[^;.{{A}}]{{0,120}}?[\s–—-](?:including|such\sas|among\sthem)\s)?(?P<who>{OBJECT})",
    rf"\b(?:[Tt]he|[Tt]his)\s(?:[\w-]+\s){{0,2}}?{_MEETING}\s(?:also\s)?(?:featured|included)\s(?:an?\s)?(?:(?:opening|closing|keynote|brief|video)\s)*(?:drop-by|appearance|{_SPEECH})\s(?:from|by)\s(?P<who>{OBJECT})",
)
_OF_BODIES = rf"\b(?:(?:[Tt]he|[Tt]his)\s(?:[\w-]+\s){{0,2}}?{_MEETING}|[Pp]articipants|[Aa]ttendees)\s(?:also\s)?(?P<verb>included|includes)\s"
# “The meeting was convened by X”, “they were chaired by X and co-chaired by Y”.
_LED_BY = rf"(?:\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Tt]oday['’]s)\s(?:[\w-]+\s){{0,2}}?{_MEETING}|^(?:It|They))\s(?:was|were)\s(?:also\s)?(?P<how>{LED_OR_ATTENDED})(?:,\s[^,;{{A}}]{{2,40}},)?\sby\s(?P<who>{OBJECT})"
# “In the meeting, which was co-hosted by X, mayors shared …”.
_WHICH_LED_BY = rf"\b{_MEETING},\s(?:which\s(?:was|were)\s)?(?:also\s|jointly\s)?(?P<how>{LED_OR_ATTENDED})\sby\s(?P<who>{OBJECT}|{{G}})(?=,)"
# “X spoke for the host country”, “Y led the delegation of the Union”, “Z addressed the participating States by video link”.
_FOR_A_SIDE = (
    rf"{_DOING}(?:spoke|took\sthe\sfloor|sat|negotiated)\sfor\s(?:the\s)?(?:{{SEGH}}|host\scountry|host|[\w-]+\sside)\b",
    rf"(?P<who>{LIST})(?:,\sof\sthe\s{{G}})?,?\s(?:led|headed)\sthe\sdelegation\sof\s(?:the\s)?{{SEG}}",
    rf"{_DOING}(?:addressed|spoke\sto)\s(?:the\s)?(?:participating\sStates|delegations|ambassadors|participants|delegates|plenary)\b",
)
# “In the discussion that followed, A for the United States and B expressed support”.
_DEBATE = re.compile(
    r"^\W*[Ii]n\sthe\s(?:(?:ensuing|subsequent|following|general)\s)?(?:discussions?|debate|exchange)(?:\s(?:that|which)\sfollowed|\safterwards)?,\s"
)
_SPEAKS = pattern(
    r"(?P<who>{A})(?:\sfor\s(?:the\s)?{S}(?=,|\sand\s|\s[a-z]+(?:ed|s)\s)|(?:\sand\s(?P<other>{A}))?(?=\s[a-z]+(?:ed|s)\s))"
)
# “In addition to X, participants heard from …”.
_BESIDES = rf"^\W*(?:In\saddition\sto|Besides|Along\swith|Alongside)\s(?P<who>{LIST}),\s"


def proceedings(view: View) -> Iterator[Draft]:
    """Those whom a sentence tells as opening, addressing or being heard at the meeting told before."""
    if view.is_title or not view.document.talked or not TRIGGER.stands_in(view.unquoted):
        return
    people: dict[str, Party] = {}
    for rule in (*_SPOKE_THERE, *_HEARD_THERE, *_FOR_A_SIDE):
        for match in view.search(rule):
            if _open(view.main, match.start("who")) or view.somebodys(match.start("who")):
                continue
            people |= {one.thing.iri.value: one for one in view.parties(match["who"]) if one.thing.kind == "person"}
    if people and (besides := pattern(_BESIDES).match(view.main)) is not None:
        people |= {one.thing.iri.value: one for one in view.parties(besides["who"]) if one.thing.kind == "person"}
    if _DEBATE.match(view.main) is not None:
        for match in _SPEAKS.finditer(view.main):
            speakers = [*view.parties(match["who"]), *view.parties(match["other"])]
            people |= {one.thing.iri.value: one for one in speakers if one.thing.kind == "person"}
    for match in view.search(_OF_BODIES):
        people |= {one.thing.iri.value: one for one in sent(view, match.end("verb"))}
    roles: dict[str, str] = {}
    rule = "meeting.proceedings"
    which = pattern(_WHICH_LED_BY).finditer(view.unquoted) if " by " in view.unquoted else ()
    for match in (*view.search(_LED_BY), *which):
        if match[0].startswith(_PRONOUNS):
            # “It was opened by A”: whatever the sentence before tells of.
            rule = LED_BEFORE
        led, as_what = by_whom(view, match)
        people |= {one.thing.iri.value: one for one in led}
        roles |= as_what
    if people:
        yield Draft.of(
            view,
            "Meeting",
            Factuality.HAPPENED,
            rule,
            parties=list(people.values()),
            roles=roles,
            refers_back=True,
        )


def _open(text: str, position: int) -> bool:
    """Whether the words of the clause before leave open, or deny, that it was done."""
    begin = max(text.rfind(";", 0, position), text.rfind(". ", 0, position), 0)
    before = text[begin:position]
    return (
        PLANNED.search(before) is not None
        or DENIED.search(before) is not None
        or re.search(r"\b(?:would|may|might|could|should)\b", before) is not None
    )
