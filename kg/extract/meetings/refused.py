"""Meetings that somebody sought and did not get: “X, with whom a talk had been sought, sent word that …”, “what she did not do was meet X”."""

import re

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.telling import joined, telling, travellers
from kg.extract.meetings.wording import TALKS
from kg.extract.view import View, people_of
from kg.model import Factuality
from kg.text.shape import pattern

_TALK = rf"(?:{TALKS}|talk|appointment)"
# “X, with whom a talk had likewise been sought, sent word that he was unable to come.”
SOUGHT = (
    rf"(?P<object>{LIST}),\s(?:with|on)\swhom\s(?:an?|the|another|his|her)?\s?(?:[\w-]+\s){{0,2}}?(?P<talks>{_TALK})\s(?:had|has|was|were|have)\s(?:(?:also|likewise|first|originally|equally|too|already)\s)*(?:been\s)?"
    r"(?:(?:also|likewise|originally)\s)?(?:sought|requested|asked\sfor|proposed|planned|scheduled|arranged|foreseen|hoped\sfor|envisaged|due)\b[^;,.]{0,60},\s(?P<rest>[^;]{3,160})"
)
_NOT_COME = re.compile(
    r"\b(?:unable|not able|did not|could not|was not|had to (?:cancel|decline|leave|stay|travel)|cancelled|canceled|declined|refused|fell ill|(?:was|is|were) (?:ill|away|abroad|indisposed|detained|travelling|prevented|unwell|out of)|excused|sent (?:his|her|their) (?:regrets|apologies|excuses)|withdrew|called off|stayed away|turned (?:it|them|her|him) down)\b"
)
# “What she did not do was meet X.”
WHAT_NOT = rf"^\W*[Ww]hat\s(?:the\s)?(?P<subject>{{A}}|he|she|they)\s(?:did\snot|has\snot|could\snot)\s(?:do|done)\s(?:was|is)\s(?:to\s)?(?P<verb>meet|see|visit|receive|talk\s(?:with|to)|speak\s(?:with|to)|sit\sdown\swith)\s(?:with\s)?(?P<object>{OBJECT})"


def sought(view: View, match: re.Match[str]) -> list[Draft]:
    """Talks with somebody that the one whose doings the text reports had asked for, and that he did not come to."""
    if _NOT_COME.search(match["rest"]) is None:
        return []
    others = people_of(view.objects(match))[-1:]
    owners = [one for one in travellers(view) if one.thing not in {other.thing for other in others}]
    if not owners or not others:
        return []
    return [telling(view, match, "meeting.none", joined(owners, others), Factuality.DENIED, match.span("talks"))]


def left_undone(view: View, match: re.Match[str]) -> list[Draft]:
    """What the one whose doings the text reports did not do: meet or visit somebody."""
    named = people_of(view.parties(match["subject"])) if pattern(r"{A}").match(match["subject"]) else []
    owners = named or travellers(view)
    known = {one.thing for one in owners}
    others = [one for one in view.objects(match) if one.thing.kind == "person" and one.thing not in known]
    if not owners or not others:
        return []
    return [telling(view, match, "meeting.none", joined(owners, others), Factuality.DENIED, match.span("verb"))]
