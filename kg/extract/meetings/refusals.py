"""Meetings that somebody asked or hoped for and did not get: “an interview with X was not granted”, “X, with whom a talk had been sought, was unable to come”."""

import re

from kg.extract.actor_lists import LIST, OBJECT, SUBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.telling import joined, telling, travellers
from kg.extract.meetings.wording import MET_GAP, SHORT_GAP, TALKS
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_TALKS = rf"(?:{TALKS}|interview|appointment|audience|talk|contact)"
_OF_NONE = r"(?:not\s(?:been\s)?(?:granted|given|accorded|obtained|possible)|refused|declined|denied|turned\sdown|rejected|ignored|left\sunanswered|not\sanswered|without\ssuccess)"
# “An interview with X, for which the Embassy had applied, was not granted.”
NOT_GRANTED = rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w-]+\s){{0,2}}?(?P<talks>interview|appointment|audience|meeting|conversation|talk)\swith\s(?P<object>{OBJECT})(?:[^;.{{A}}]{{0,120}}?),?\s(?:was|were|(?:has|had|have)\sbeen)\s(?P<verb>{_OF_NONE})"
# “His request to see X was turned down”, “a request for a meeting with X was declined”.
REQUEST = (
    rf"(?:\b(?P<whose>[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Aa]|[Tt]he)|(?P<subject>{LIST})['’]s?)\s(?:[\w-]+\s){{0,2}}?(?P<talks>requests?|applications?|wish)\s(?:to\s(?:see|meet|visit|speak\s(?:to|with)|talk\s(?:to|with)|be\sreceived\sby)(?:\swith)?|for\san?\s(?:[\w-]+\s){{0,2}}?{_TALKS}\swith)"
    rf"\s(?P<object>{OBJECT})[^;]{{0,80}}?\s(?:was|were|(?:has|had|have)\sbeen|went)\s(?P<verb>{_OF_NONE}|unanswered|unheeded)"
)
# “He had asked for a meeting with X, but did not get it”, “with X he had requested an appointment, in vain”.
_VAIN = r"(?:(?:,|,?\s(?:but|and|yet))\s(?:he\s|she\s|they\s)?(?:(?:did|could)\snot\s(?:get|obtain|have|receive)\s(?:it|one)|got\snone|was\s(?:turned\s(?:away|down)|refused|told\sthat\sthere\swas\sno\stime|not\sreceived|denied\sit)|received\sno\sanswer|to\sno\savail|without\ssuccess|in\svain)|,?\s(?:in\svain|without\ssuccess|to\sno\savail))"
_ASKED = r"(?P<verb>asked\sfor|requested|sought|applied\sfor|wanted)\s(?:an?\s|the\s)(?:[\w-]+\s){0,2}?"
ASKED_FRONTED = rf"\b[Ww]ith\s(?P<object>{OBJECT}),?(?:\s[^;.{{A}}]{{0,60}}?,)?\s(?P<subject>{SUBJECT}){SHORT_GAP}\b{_ASKED}(?P<talks>{_TALKS})\b[^;.{{A}}]{{0,40}}?{_VAIN}"
# “He had hoped for an exchange with X”, “had hoped to see X”: and did not; “had tried in vain to reach X”.
HOPED = (
    rf"(?P<subject>{SUBJECT})\shad\s(?:(?:also|at\sfirst|originally|\w+ly)\s)*(?P<verb>hoped|wished|wanted|meant|intended|tried\sin\svain|attempted\sin\svain)\s"
    rf"(?:for\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}?(?P<talks>{_TALKS})\swith|to\s(?:also\s)?(?:see|meet|speak\s(?:to|with)|talk\s(?:to|with)|call\son|reach|be\sreceived\sby|have\san?\s(?:[\w-]+\s)?{_TALKS}\swith)){MET_GAP}(?:\swith)?\s(?P<object>{OBJECT})"
)
# “X, with whom an appointment had been agreed for noon, was held up.”
HELD_UP = (
    rf"(?P<object>{LIST}),\swith\swhom\s(?:an?\s)(?:[\w-]+\s){{0,2}}?(?P<talks>{_TALKS})\shad\sbeen\s(?P<verb>agreed|arranged|scheduled|planned|fixed|made|set)\b[^;,]{{0,40}},"
    r"\s(?:\w+\s)?(?:was\s(?:held\sup|detained|kept|prevented|unable|called\saway|absent|ill|away)|had\s(?:to\s(?:stay|remain|cancel|leave|fly|travel)|cancelled|been\s(?:kept|called|held))|could\snot|did\snot|cancelled|stayed\saway|fell\sill)\b"
)
# “With X, whom he is to host in May, no separate meeting was held.”
NONE_WITH = rf"^\W*With\s(?P<object>{OBJECT})(?:[^;{{A}}]{{0,120}}?,)?\s(?:(?:there\s(?:was|were)|he\shad|she\shad|{{A}}\shad)\s)?no\s(?:[\w-]+\s){{0,2}}?(?P<talks>{_TALKS})\s?(?P<verb>(?:was|were|(?:has|had)\sbeen|could\sbe)\s(?:held|arranged|had|possible)|took\splace|came\sabout|materiali[sz]ed|(?=[.;]))"
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
OF_ASKING = Trigger(r"\b(?:asked\sfor|requested|sought|applied\sfor|wanted)\sa")
OF_REQUEST = Trigger(r"\b(?:requests?|applications?|wish)\s(?:to|for)\s")
OF_HOPE = Trigger(r"\bhad\s[^;]*\b(?:hoped|wished|wanted|meant|intended|in\svain)\s(?:for|to)\s")


def not_granted(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting with somebody that did not come about: none of the one who asked, or whose doings are told, with whom it was to be."""
    groups = match.groupdict()
    subjects = people_of(view.parties(groups["subject"])) if groups.get("subject") else _asking(view, match)
    known = {one.thing for one in subjects}
    others = [one for one in people_of(view.objects(match)) if one.thing not in known]
    if not subjects or not others:
        return []
    span = match.span("talks") if groups.get("talks") else match.span("verb")
    draft = telling(view, match, "meeting.refused", joined(subjects, others), Factuality.DENIED, span)
    # Where somebody was instead is no place of what was not.
    draft.places = ()
    draft.category = "Call" if "reach" in match[0] else "Meeting"
    return [draft]


def _asking(view: View, match: re.Match[str]) -> list[Party]:
    """Who asked, where only “my” or “his” says so, or nobody: the maker of a statement, else whom the text was about last."""
    if view.about:
        return people_of(view.about)[:1]
    whose = view.document.subject or view.document.protagonist
    return [Party(whose)] if whose is not None else []


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
