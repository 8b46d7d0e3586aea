"""Sittings of committees and the like that decide nothing for states: “the Ad Hoc Committee on X will meet in Y in April”.

Such a body is no format: it took part itself, with whoever is named as leading it. A sitting needs a day or a place of its own.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.council_sessions import deciding_bodies
from kg.extract.draft import Draft
from kg.extract.modality import of_verb
from kg.extract.needing import needing
from kg.extract.setting import names_day, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger

_TRIGGER = Trigger(r"\b(?:meets?|met|conven(?:e|es|ed)|gather(?:s|ed)?|sits?|sat|held|hold)\b")
_HELD = r"\s(?:an?|its)\s(?:[\w-]+\s){0,2}?(?:meeting|session|sitting)"
_SITS = (
    rf"\b(?:[Tt]he|[Ii]ts)\s(?:{{G}}(?:['’]s?)?\s)?(?P<body>{{G}})(?:\s(?:of|in|on)\s(?:the\s)?{{G}})?(?:\s\([^()]{{1,12}}\))?(?:,?\s(?:which\sis\s)?(?:chaired|headed|led)\sby\s(?:the\s)?(?P<who>{LIST}),?)?\s"
    rf"(?:(?:will|is\s(?:(?:due|scheduled|expected|set)\s)?to)\s(?:also\s|next\s|then\s)?(?P<coming>meet|convene|gather|sit|hold{_HELD})|(?:also\s|today\s|yesterday\s)?(?P<verb>met|convened|gathered|sat|held{_HELD}))\b"
    r"(?!\s(?:[\w-]+\s){0,3}?with\b|\s(?:the\s)?{A})"
)
_COMMITTEE = re.compile(
    r"\b(?:Committee|Sub-?[Cc]ommittee|Commission|Bureau|Board|Panel|Working\sGroup|Task\sForce)\b(?:\s(?:on|of|for)\s|$)"
)


@needing(_TRIGGER)
def committees(view: View) -> Iterator[Draft]:
    """The sitting of a committee, over or to come, with the committee as who took part."""
    if view.is_title or not _TRIGGER.stands_in(view.main):
        return
    for match in view.search(_SITS):
        bodies = [one for one in view.things(match["body"], "G") if _COMMITTEE.search(one.label)]
        if len(bodies) != 1 or deciding_bodies(view, match["body"]):
            continue
        word = "coming" if match["coming"] else "verb"
        trigger = match.start(word)
        factuality = of_verb(view.main, match.end("body"), trigger, match[word])
        factuality = told(view, trigger, factuality)
        start, end = when(view, trigger, factuality)
        places = where(view, match.end(word))
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED} or not (places or names_day(view, start)):
            continue
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "meeting.committee",
            parties=[Party(bodies[0]), *people_of(view.parties(match["who"]))],
            start=start,
            end=end,
            places=places,
        )
        return
