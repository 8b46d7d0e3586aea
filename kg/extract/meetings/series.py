"""Further meetings of one series, told by a noun alone: “the previous meeting was held in X in April”, “the next one is to
take place in Y”.

They are of those who sat together last; where a headline tells of a meeting of bodies, of these bodies. What belongs to a
negotiating format or a council is told elsewhere. Each needs a day or a place of its own.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.meetings.telling import joined
from kg.extract.modality import CALLED_FOR, DENIED
from kg.extract.needing import needing
from kg.extract.rounds import only_format
from kg.extract.setting import dates_in, to_come, when, where
from kg.extract.view import Party, View
from kg.model import Confidence, Factuality
from kg.text.rule import Rule
from kg.text.shape import pattern

_NOUN = r"(?:meeting|one|talks|consultations|encounter|conversation|summit|round|session)"
_OF_SERIES = Rule(
    rf"\b(?:[Pp]revious|[Ll]ast|[Nn]ext|[Ff]urther|[Aa]nother|[Ff]ollow-up)\s(?:[\w’'-]+\s){{0,2}}?{_NOUN}\b"
)
_BEHIND = r"(?:(?:was|were|had\sbeen)\s(?:\w+\s)?held|took\splace|had\staken\splace|(?=(?:in|on)\s{LN}))"
_COMING = (
    r"(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:(?:also|now|already|tentatively|provisionally)\s)*(?:planned|scheduled|foreseen|envisaged|agreed|set|due|expected|announced|fixed|arranged|to\s(?:be\sheld|take\splace|follow))"
    r"|will\s(?:be\s(?:held|hosted)|take\splace|follow))"
)
# “The leaders’ next meeting”, “the next ministers’ meeting”: of people, whatever format the text is about.
_OF_PEOPLE = r"(?:leaders|presidents|ministers|negotiators|envoys|ambassadors|principals|interlocutors|two|sides)['’]"
# “The next meeting between the two will be held …”.
_BETWEEN_THEM = re.compile(
    r"\s(?:of|between)\s(?:them|the\s(?:two|three|two\s|three\s)?(?:leaders|presidents|ministers|negotiators|sides|envoys)?)$"
)
_SERIES = (
    rf"\b(?:(?:[Tt]he|[Aa]n?|[Tt]heir|[Ii]ts)\s|[Tt]he\s(?:two\s|three\s)?(?P<whose>{_OF_PEOPLE})\s)(?P<which>previous|last|next|further|second|follow-up)\s(?:(?P<of_people>{_OF_PEOPLE})\s|(?!(?:to|of|on|for|from|the)\b)[a-z-]+\s){{0,2}}?(?P<noun>{_NOUN})\b(?P<about>[^;.,{{ASEGFH}}]{{0,40}}?),?\s(?:(?P<behind>{_BEHIND})|(?P<coming>{_COMING}))"
    rf"|\b(?P<other>[Aa]nother|[Aa]\sfurther)\s(?:[a-z-]+\s){{0,1}}?(?P<other_noun>{_NOUN})\b(?P<other_about>[^;.,{{ASEGFH}}]{{0,40}}?)\s(?P<other_coming>{_COMING})"
)
# “The next summit will be hosted by Poland.”
_HOSTED = rf"[^;.{{A}}]{{0,40}}?\bhosted\sby\s(?:the\s)?(?P<host>{LIST})"


@needing(_OF_SERIES)
def series(view: View) -> Iterator[Draft]:
    """The earlier or the next meeting of those who met, which a sentence tells by a noun."""
    document = view.document
    if view.is_title or not _OF_SERIES.stands_in(view.main):
        return
    for match in view.search(_SERIES):
        about = match["about"] or match["other_about"] or ""
        before = view.main[max(0, match.start() - 60) : match.start()]
        of_people = bool(match["whose"] or match["of_people"])
        if document.round_of is not None and not of_people:
            continue
        if (
            (re.search(r"\b(?:of|with|between|among|for)\s|\bformat\b", about) and not _BETWEEN_THEM.search(about))
            or CALLED_FOR.search(before)
            or DENIED.search(match[0])
        ):
            continue
        # “Agreed to hold their next meeting in Y on 9 March”.
        yet_to_come = match["which"] in _YET_TO_COME and not match["behind"]
        behind = match["behind"] is not None and not yet_to_come
        factuality = Factuality.PRESUPPOSED if behind else Factuality.PLANNED
        noun = match["noun"] or match["other_noun"]
        hosted = pattern(_HOSTED).match(view.main, match.start("coming")) if match["coming"] else None
        hosts = view.parties(hosted["host"]) if hosted is not None else []
        # A summit is of many, of whom the one that the text tells of may be any two.
        several = [] if noun in {"summit", "session", "round"} else _of_series(view, of_people)
        if not several and not hosts:
            continue
        start, end = when(view, match.end(), factuality)
        days = [one for one in dates_in(view) if 0 <= view.shape.at(one.start) - match.end() < _FAR]
        if start is None and days:
            day = to_come(view, days[0], view.shape.start(match.end())) if factuality is Factuality.PLANNED else days[0]
            start, end = day.first, day.until
        places = where(view, match.end())
        if not hosts and not places and (start is None or len(start) < _MONTH):
            continue
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "meeting.next" if factuality is Factuality.PLANNED else "meeting.passing",
            parties=joined(several, hosts),
            roles={one.thing.iri.value: "host" for one in hosts},
            start=start,
            end=end,
            places=places,
            event_kind="summit" if noun == "summit" else None,
        )


_YET_TO_COME = frozenset({"next", "further", "follow-up"})
_FAR = 60
"""Characters behind a meeting's noun within which its day stands."""
_MONTH = 7
"""Characters of a month in ISO form."""


def _of_series(view: View, of_people: bool) -> list[Party]:
    """Whose series it is: the bodies that a headline tells as having met, else the people who sat together last."""
    document = view.document
    if only_format(view) is not None and not of_people:
        return []
    bodies = document.met_as_bodies if not of_people else ()
    people = bodies or document.together
    return [Party(one, confidence=Confidence.MEDIUM) for one in people] if len(people) > 1 else []
