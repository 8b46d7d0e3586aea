"""Meetings that did not come about, told by who stayed away, was not let in, or did not speak with whom.

“Neither X nor Y turned up at the talks”, “he had been refused a meeting with X”, “the talks which X was to have held with Y
were called off”, “the two did not speak to each other”.
"""

import re

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.telling import joined, telling
from kg.extract.meetings.wording import TALKS
from kg.extract.plurals import PLURAL, meant
from kg.extract.syntax.scope import ENDED
from kg.extract.view import Party, View, people_of
from kg.model import Factuality

_TALKS = rf"(?:{TALKS}|interview|appointment|gathering|session|reception)"
# “Neither X nor Y turned up at the talks to which Z had invited them.”
NEITHER = (
    r"\b[Nn]either\s(?:the\s)?(?P<subject>{A}),?\snor\s(?:the\s)?(?P<object>{A}),?\s(?P<verb>turned\sup|showed\sup|appeared|came|arrived|attended|took\spart|participated|travelled|went)\s(?:[a-z]+\s)?"
    rf"(?:the|an?|their)\s(?:[\w-]+\s){{0,2}}?(?P<talks>{_TALKS})\b(?:[^;.{{A}}]{{0,40}}?\s(?:to|for)\swhich\s(?:the\s)?(?P<host>{{A}}),?\shad\sinvited\b)?"
)
# “The talks which X was to have held with him have been called off.”
CALLED_OFF = (
    rf"\b(?P<talks>{TALKS})\s(?:that|which)\s(?:the\s)?(?P<subject>{LIST}),?\s(?P<verb>(?:was|were|had\sbeen|is|are|had\splanned|had\sintended|had\sagreed)\s(?:\w+\s)?to\s(?:have\s)?(?:held|hold|had|have|conducted|conduct))"
    rf"\s[^;.{{A}}]{{0,40}}?with\s(?:(?P<object>{OBJECT})|(?P<meant>him|her)\b)[^;]{{0,100}}?\b{ENDED}\b"
)
_EACH_OTHER = r"(?P<verb>meet|speak|talk|see|sit\sdown|shake\shands|exchange)\b(?!\s(?:\w+\s)?(?:with|to)\s(?!each\b|one\sanother))"
# “The two did not speak to each other”, “at no point did the two sit down in the same room”.
THE_TWO = rf"(?P<who>{PLURAL}|\b[Tt]he\s(?:two|three)\b)\s(?:did\snot|never\sdid|have\snot|could\snot|refused\sto)\s(?:\w+ly\s)?{_EACH_OTHER}\s(?=each\sother|one\sanother|in\sthe\ssame|at\s(?:the\ssame|one)|down|face|together|in\sperson|with\seach|to\s(?:each|one))"


def not_had(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting of those whom a match names, that was none."""
    groups = match.groupdict()
    subjects = people_of(view.parties(groups["subject"]))
    if groups.get("host"):
        subjects = joined(subjects, people_of(view.parties(groups["host"])))
    others = people_of(view.objects(match) if groups["object"] else view.main_subject)
    known = {one.thing for one in subjects}
    others = [one for one in others if one.thing not in known]
    if not subjects or not others:
        return []
    trigger = match.span("verb" if "meant" in groups else "talks")
    return [
        telling(view, match, "meeting.refused", joined(subjects, others), Factuality.DENIED, trigger, match["talks"])
    ]


def of_several(view: View, match: re.Match[str]) -> list[Draft]:
    """The same of those whom a text means by “the two”."""
    people = [Party(one) for one in meant(view.document, match["who"])]
    if len(people) < 2:
        return []
    draft = telling(view, match, "meeting.none", people, Factuality.DENIED, match.span("verb"))
    draft.places = ()
    return [draft]
