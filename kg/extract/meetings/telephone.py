"""Calls told by what somebody said or passed on by telephone: “Speaking by telephone to Y, X …”, “X informed Y by telephone of …”."""

import re

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.circles import circles
from kg.extract.meetings.telling import joined, telling, whom
from kg.extract.modality import of_verb
from kg.extract.view import View, people_of
from kg.model import Factuality

_PHONE = r"(?:(?:by|over\sthe|on\sthe|via)\s(?:(?:tele)?phone|video(?:\slink|\scall|conference)?)|in\s(?:an?|the|separate|two|several|further)\s(?:[\w-]+\s){0,2}?(?:(?:tele)?phone|video)\s(?:calls?|conversations?))"
SAY = (
    r"(?:informed|assured|congratulated|thanked|told|urged|briefed|warned|asked|consulted|reassured|invited|called\son"
    r"|(?:conveyed|expressed|extended|offered|explained|presented|outlined|reiterated)\s[^;.,{ASEGFH}]{2,60}?\sto|reported\sto)"
)
_CALL = re.compile(r"\b(?:phone\s|telephone\s)?calls?\b")
# “X informed Y by telephone of …”, “X conveyed his condolences to Y in a telephone call”.
SAID = rf"(?P<subject>{LIST})(?P<gap>,?\s(?:(?:also|then|later|today|yesterday|has|had|{{N}})\s)*)(?P<verb>{SAY})\s(?:(?P<object>{OBJECT})|(?P<meant>him|her|them)\b)(?:,?\s[^;.,{{A}}]{{0,80}}?)?,?\s(?P<phone>{_PHONE})\b"
# “In separate telephone calls on Friday, X informed Y and Z of …”.
IN_CALLS = (
    r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?P<phone>[Ii]n\s(?:an?\s|the\s|two\s|several\s|separate\s|further\s)(?:[\w-]+\s){0,3}?(?:(?:tele)?phone|video)\s(?:calls?|conversations?))\b[^;{ASEGFH}]{0,60}?,\s(?:the\s)?"
    rf"(?P<subject>{LIST})(?P<gap>\s(?:(?:also|then|later|today|yesterday|has|had|{{N}})\s)*)(?P<verb>{SAY})\s(?P<object>{OBJECT})"
)
# “Speaking by telephone to Y, X …”.
SPEAKING = (
    r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?P<verb>[Ss]peaking|[Tt]alking|[Hh]aving\sspoken)(?P<gap>\s)(?:today\s|yesterday\s)?(?:(?P<phone>by\s(?:tele)?phone|(?:over|on)\sthe\s(?:tele)?phone)\s)?(?:today\s|yesterday\s|earlier\s)?(?:with|to)\s"
    rf"(?P<object>{OBJECT})(?:\s(?P<behind>by\s(?:tele)?phone|(?:over|on)\sthe\s(?:tele)?phone))?[^;{{A}}]{{0,60}},\s(?:the\s)?(?P<subject>{LIST})"
)


def said(view: View, match: re.Match[str]) -> list[Draft]:
    """A call of the one who says something with those to whom it is said, one by one where they are separate."""
    subjects = people_of(view.parties(match["subject"]))
    groups_of = match.groupdict()
    named = whom(view, groups_of["meant"]) if groups_of.get("meant") else view.objects(match)
    known = {one.thing for one in subjects}
    others = [one for one in named if one.thing.kind == "person" and one.thing not in known]
    phone = match["phone"] or groups_of.get("behind") or (_calling(view) if match["verb"].startswith("Speak") else "")
    if not phone or not subjects or not others:
        return []
    factuality = Factuality.HAPPENED
    if match.start("subject") < match.start("verb"):
        factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    separate = "separate" in phone
    groups = [[one] for one in others] if separate else circles(match["object"] or "", others, subjects, factuality)
    return [
        telling(view, match, "meeting.telephone", joined(subjects, group), factuality, match.span("verb"), "call")
        for group in groups
        if len(joined(subjects, group)) > 1
    ]


def _calling(view: View) -> str:
    """The word for a call that the sentence before has, where it has one: “The first call was to Kyiv.”"""
    before = view.paragraph.sentences[view.sentence.index - 1] if view.sentence.index else None
    said_there = _CALL.search(view.paragraph.text, before.start, before.end) if before is not None else None
    return said_there[0] if said_there is not None else ""
