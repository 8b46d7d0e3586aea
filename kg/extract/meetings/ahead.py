"""Meetings and calls still ahead that no verb of meeting tells: “already fixed is a call with X”, “has offered Y another round of talks”, “will be replaced by an online meeting of the three”."""

import re

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.telling import joined, telling, travellers
from kg.extract.meetings.wording import TALKS
from kg.extract.plurals import PLURAL, meant
from kg.extract.view import Party, View, people_of
from kg.model import Factuality

_SOME = r"(?:an?|another|further|one\smore|the\snext)\s(?:[\w-]+\s){0,2}?(?:round\sof\s)?"
# “Already fixed is a telephone call with X on Thursday.”
FIXED = (
    r"^\W*(?:(?:Already|Also|Still|Now|Likewise|Firmly|Next)\s)?(?P<verb>(?i:fixed|agreed|arranged|planned|scheduled|envisaged|confirmed|foreseen|ahead|to\scome|in\sthe\sdiary|on\sthe\sprogramme|on\sthe\sagenda))\s(?:for\s{N}\s)?(?:is|are)\s(?:also\s|now\s)?"
    rf"(?:an?\s|another\s)?(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})\s(?:[^;.,{{ASEGFH}}]{{0,30}}?\s)?with\s(?P<object>{OBJECT})"
)
# “X has offered Y a second round of talks.”
OFFERED = rf"(?P<subject>{LIST})\s(?:(?:has|had|have|also|then)\s)*(?P<verb>offered|promised|proposed\sto|suggested\sto)\s(?:the\s)?(?P<object>{{A}})\s{_SOME}(?P<talks>{TALKS})\b(?!\s(?:with|between|of|among)\b)"
# “It will be replaced by an online meeting of the three in June.”
REPLACED = (
    rf"\b(?P<verb>(?:will|is\sto|are\sto|is\sdue\sto)\s(?:\w+\s)?be\s(?:\w+\s)?(?:replaced|followed|continued|succeeded)\s(?:by|at|in|with))\s(?:an?|another|the)\s(?P<how>(?:[\w-]+\s){{0,3}}?)(?P<talks>{TALKS})\s(?:of|between|among)\s"
    rf"(?P<who>{PLURAL}|(?:the|all)\s(?:two|three|four)\b|{LIST})"
)


def fixed(view: View, match: re.Match[str]) -> list[Draft]:
    """What is fixed already, of the one whose doings the text reports."""
    others = people_of(view.objects(match))
    known = {one.thing for one in others}
    owners = [one for one in travellers(view) if one.thing not in known]
    if not owners or not others:
        return []
    talks = match["talks"]
    return [
        telling(view, match, "meeting.planned", joined(owners, others), Factuality.PLANNED, match.span("talks"), talks)
    ]


def offered(view: View, match: re.Match[str]) -> list[Draft]:
    """Talks that one offered another: called for, and not agreed on."""
    subjects, others = people_of(view.parties(match["subject"])), people_of(view.objects(match))
    known = {one.thing for one in subjects}
    others = [one for one in others if one.thing not in known]
    if not subjects or not others:
        return []
    trigger, talks = match.span("talks"), match["talks"]
    return [telling(view, match, "meeting.offered", joined(subjects, others), Factuality.CALLED_FOR, trigger, talks)]


def replaced(view: View, match: re.Match[str]) -> list[Draft]:
    """What is to come instead of what was told, of several told of together."""
    who = match["who"].replace("all ", "the ")
    people = people_of(view.parties(who)) or [Party(one) for one in meant(view.document, who)]
    if len(people) < 2:
        return []
    talks = f"{match['how']}{match['talks']}"
    draft = telling(view, match, "meeting.next", people, Factuality.PLANNED, match.span("talks"), talks)
    if re.search(r"\b(?:online|virtual|video)\b", match["how"]):
        draft.category, draft.places = "Call", ()
    return [draft]
