"""Visits told by how they ended, were owed or lie behind: “a visit that X brought to an end”, “X had last been to Y in June”."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, SUBJECT
from kg.extract.draft import Draft
from kg.extract.modality import of_verb
from kg.extract.needing import needing
from kg.extract.setting import dates_in, lasting, to_come, when
from kg.extract.view import Party, View, people_of
from kg.extract.visits.rules import GOAL
from kg.extract.visits.stops import traveller
from kg.model import Factuality, Thing
from kg.text.rule import Trigger
from kg.text.shape import pattern

_JOURNEY = r"(?:visit|trip|tour|journey|stay)"
# “A three-day visit (to Y) that X brought to an end today.”
_ENDED = (
    rf"\b(?:an?|the|this)\s(?P<length>(?:[\w-]+\s){{0,3}}?){_JOURNEY}\s(?:(?:to|of|in)\s{GOAL}\s)?(?:that|which)\s(?P<who>{LIST})(?:,[^,;{{A}}]{{0,80}})?,?\s"
    r"(?P<verb>brought\sto\s(?:an\send|a\sclose)|concluded|ended|completed|finished|wound\sup|wrapped\sup)\b"
)
# “X's visit to the country, which concludes today.”
_CONCLUDING = (
    rf"(?P<who>{LIST})['’]s?\s(?P<length>(?:[\w-]+\s){{0,4}}?){_JOURNEY}(?:\s(?:to|in|of)\s(?:the\s(?:country|region|capital|area|city|Western\sBalkans)\b|{GOAL}))?,\s(?:which|that)\s"
    r"(?P<verb>(?:concludes|concluded|ends|ended|finishe[sd]|(?:comes|came)\sto\s(?:an\send|a\sclose)|winds\sup|wound\sup)|(?:begins|began|starts|started))\s(?:today|yesterday|earlier\s(?:today|this\sweek)|this\s\w+|(?:on\s)?{N})"
)
# “The visit which X is due to pay to Y in the spring.”
_OWED = (
    rf"\b(?P<noun>{_JOURNEY})\s(?:that|which)\s(?P<who>{LIST})\s(?:(?:is|are|was|were)\s(?:due\s|set\s|expected\s|scheduled\s)?to|will|plans?\sto|intends?\sto|hopes?\sto)\s(?:pay|make|undertake)\s"
    rf"(?:on\s{{N}}\s)?to\s{GOAL}"
)
# “X had last been to Y in June 2019.”
_BEEN = rf"(?P<who>{LIST}),?\s(?P<verb>(?:had|has|have)\s(?:(?:last|also|already|previously|first|not|never|once|himself|herself|themselves)\s)*been\s(?:to|in)|(?:was|were)\sin(?=\s[^;.]{{0,60}}?\s(?:himself|herself|themselves)\b))\s{GOAL}(?P<season>(?:\s(?:himself|herself|themselves))?\s(?:last|(?:earlier\s)?this|in(?:\sthe)?|in\slate|in\searly)\s(?:spring|summer|autumn|fall|winter|year|month|week)\b)?"
# “Returned to X this afternoon from an emergency mission to Y.”
_RETURNED = (
    rf"(?P<who>{LIST}),?\s(?:(?:also|today|yesterday|has|had)\s)*(?P<verb>(?:returned|returns|back)\s(?:(?:home\s)?(?:to|in)\s(?:the\s)?{{LS}}\s|home\s)?(?:(?:today|yesterday|earlier|(?:this|last|late)\s\w+|on\s(?:{{N}}|\w+day)|{{N}})\s)*)"
    rf"from\s(?:an?|his|her|their|the)\s(?P<length>(?:[\w-]+\s){{0,4}}?)(?:{_JOURNEY}|mission)\s(?:to|of|in)\s{GOAL}"
)
# “His first visit to Y is to follow”, “X's own journey to Y is to be made in May”.
_TO_FOLLOW = (
    rf"(?:\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir)|(?P<who>{LIST})['’]s?)\s(?:[\w-]+\s){{0,3}}?(?P<noun>{_JOURNEY})\sto\s{GOAL}(?:,\s(?:which|that)\s[^,;]{{3,90}},|\s{{3,}},?|,\s+,)?\s"
    r"(?P<verb>(?:is|are|will)\s(?:now\s|still\s|also\s)?(?:to\s)?(?:follow|be\smade|be\spaid|take\splace)|(?:is|was)\s(?:now\s)?(?:planned|scheduled|foreseen|due|set|envisaged)\s(?:for|in)\b)"
)
# “Y, who accepted an invitation to X for June.”
_INVITED = rf"(?P<who>{LIST}),?\s(?:who\s)?(?:(?:has|had|have|also|gladly|then)\s)*(?P<verb>accepted)\s(?:an?|the|his|her|their|this)\s(?:[\w-]+\s)?invitation\s(?:(?:of|from|by)\s(?:the\s)?{{A}}\s)?to\s{GOAL}"
_TOOK = "accompanied|escorted|took|drove|joined"
# “X today accompanied Y to the coastal town of Z”: both went there.
_ALONG = (
    rf"(?P<who>{{A}}),?\s(?:(?:also|today|yesterday|later|then|personally|(?:on\s)?{{N}})\s)*(?P<verb>{_TOOK})\s(?P<with>(?:the\s)?{{A}}(?:,?\sand\s(?:the\s)?{{A}})?)\s(?:(?:today|yesterday|(?:on\s)?{{N}})\s)?"
    r"(?:to|on\s(?:an?|the|his|her|their)\s(?:[\w-]+\s){0,3}?(?:visit|trip|tour|journey)\s(?:to|of|in))\s(?:the\s)?(?:(?:[\w-]+\s){0,3}?(?:city|cities|towns?|villages?|regions?|districts?|provinces?|area)\s(?:of|in|around)\s)?(?P<goal>{LS}(?:(?:,\s|,?\sand\s){LS})*)"
)
_OF_ALONG = Trigger(rf"\b(?:{_TOOK})\b")
# “In the afternoon the ministers visited the headquarters of a brigade.”
_SEEN = (
    rf"(?P<who>{SUBJECT})\s(?:(?:also|then|later|jointly|together|today|yesterday)\s)*(?P<verb>visited|toured|inspected)\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?"
    r"(?:headquarters|barracks|newsroom|camp|base|plant|factory|checkpoint|crossing|shelter|hospital|academy|laboratory|monitoring\sstation)\b(?!['’]|\sof\s(?:the\s)?{{G}})"
)
# “A previous trip, arranged for November, had been called off.”
_CALLED_OFF = rf"^\W*(?:An?|The|His|Her)\s(?:[\w-]+\s){{0,2}}?{_JOURNEY}(?:,\s[^,;{{A}}]{{2,60}},)?\s(?:has|had|was)\s(?:\w+\s)?(?:to\sbe\s|been\s)?(?P<verb>cancelled|canceled|called\soff|dropped|abandoned)\b"
OF_TRIPS = Trigger(
    rf"\b(?:himself|herself|themselves|invitation|returned|returns|been|follow|made|paid|pay|undertake|visited|toured|inspected|planned|scheduled|foreseen|due|envisaged|cancelled|canceled|called|dropped|abandoned|{_TOOK})\b",
    r"\b(?:brought\sto\s(?:an\send|a\sclose)|(?:visit|trip|tour|journey|stay)\s[^;.]{0,60}?(?:that|which)\s)",
)


@needing(OF_TRIPS)
def trips(view: View) -> Iterator[Draft]:
    """The visits that a sentence tells of in such words, as drafts, one for each goal."""
    if view.is_title or not OF_TRIPS.stands_in(view.unquoted):
        return
    text = view.unquoted
    for match in view.search(_ALONG) if _OF_ALONG.stands_in(view.main) else ():
        people = people_of(view.parties(match["with"]))
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        if people and factuality is Factuality.HAPPENED:
            start, end = when(view, match.start("verb"), factuality)
            yield from _visits(view, match["who"] + match["with"], match["goal"], factuality, start, end)
    for match in pattern(_ENDED).finditer(text):
        start, end = when(view, match.start("verb"), Factuality.HAPPENED)
        start, end = lasting(view, "ended", start, end)
        yield from _visits(view, match["who"], match["goal"], Factuality.HAPPENED, start, end, placeless=True)
    for match in pattern(_CONCLUDING).finditer(text):
        start, end = when(view, match.start("verb"), Factuality.HAPPENED)
        over = re.match(r"begin|start|began", match["verb"]) is None
        start, end = lasting(view, "ended" if over else "", start, end)
        yield from _visits(view, match["who"], match["goal"], Factuality.HAPPENED, start, end, placeless=True)
    for match in pattern(_OWED).finditer(text):
        start, end = when(view, match.end("goal"), Factuality.PLANNED)
        yield from _visits(view, match["who"], match["goal"], Factuality.PLANNED, start, end)
    for match in view.search(_BEEN):
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        days = [one for one in dates_in(view) if 0 <= view.shape.at(one.start) - match.end() < _NEAR]
        if (
            factuality is Factuality.DENIED
            or not (days or match["season"])
            or " not " in match["verb"]
            or " never " in match["verb"]
        ):
            continue
        first, last = (days[0].first, days[0].until) if days else (_year_of(view, match["season"]), None)
        yield from _visits(view, match["who"], match["goal"], Factuality.PRESUPPOSED, first, last)
    for match in pattern(_INVITED).finditer(text):
        days = [one for one in dates_in(view) if 0 <= view.shape.at(one.start) - match.end() < _NEAR]
        days = [to_come(view, one, view.shape.start(match.start("verb"))) for one in days]
        first, last = (days[0].first, days[0].until) if days else (None, None)
        # “With X and Y, who accepted”: the last one did.
        who = match["who"] if ", who " not in match[0] else match["who"].strip()[-1:]
        yield from _visits(view, who, match["goal"], Factuality.PLANNED, first, last)
    for match in view.search(_RETURNED):
        yield from _visits(view, match["who"], match["goal"], Factuality.HAPPENED, None, None)
    for match in pattern(_TO_FOLLOW).finditer(text):
        start, end = when(view, match.end("verb"), Factuality.PLANNED)
        yield from _visits(view, match["who"], match["goal"], Factuality.PLANNED, start, end)
    for match in view.search(_CALLED_OFF):
        start, end = when(view, match.start("verb"), Factuality.DENIED)
        yield from _visits(view, None, None, Factuality.DENIED, start, end, placeless=True)
    for match in view.search(_SEEN):
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        if factuality is Factuality.HAPPENED:
            start, end = when(view, match.start("verb"), factuality)
            yield from _visits(view, match["who"], None, factuality, start, end, placeless=True)


# The month by which each season is over.
_OVER = {"spring": 6, "summer": 9, "autumn": 12, "fall": 12}


def _year_of(view: View, season: str) -> str | None:
    """The year of a season gone by: of “in the spring” that of the release, where it was over by then."""
    issued, name = view.document.issued, season.rsplit(maxsplit=1)[-1]
    if issued is None or len(issued) < 7 or name not in _OVER:
        return None
    return str(int(issued[:4]) - (int(issued[5:7]) < _OVER[name]))


_NEAR = 30
"""Characters behind where somebody had been within which the day or month stands."""


def _visits(
    view: View,
    who: str | None,
    goal: str | None,
    factuality: Factuality,
    start: str | None,
    end: str | None,
    placeless: bool = False,
) -> Iterator[Draft]:
    """A visit to each of the goals, or one without a goal; of those named, else of whose doings the text reports."""
    people = people_of(view.parties(who)) if who else _hero(view)
    goals: list[Thing | None] = [*view.things(goal or "", "LSRE")] or ([None] if placeless else [])
    for one in goals if people else ():
        places = (one,) if one is not None else ()
        yield Draft.of(
            view, "Visit", factuality, "visit.told", parties=list(people), start=start, end=end, places=places
        )


def _hero(view: View) -> list[Party]:
    """Whom the sentence before in the paragraph was about, else whose doings the text reports."""
    before = view.document.subject if view.sentence.index and not view.main_subject else None
    if before is not None and before.kind == "person":
        return [Party(before)]
    whose = traveller(view)
    return [whose] if whose is not None else []
