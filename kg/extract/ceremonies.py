"""Openings, signings and other ceremonies that people took part in: “X presided over the opening of the centre in Y on 2 May”.

Each needs a day or a place of its own, and is read only where its sentence tells of nothing else that they did together.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.modality import of_verb
from kg.extract.setting import names_day, told, when, where
from kg.extract.view import View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_CEREMONY = (
    r"(?:(?:official|formal|festive|ceremonial|grand|solemn)\s)?(?:(?:opening|closing|inauguration|inaugural|signing|handover|award|ribbon[\s-]cutting|wreath-laying|unveiling|swearing-in|commemorati(?:on|ve)|memorial)(?:\s(?:ceremony|service))?|ceremony|funeral|coronation|(?:commemorations|celebrations)(?=\s(?:of|on|marking|for)\b))"
    r"(?=\s(?:of|for|at|in|on|to|that|which|marking|today|yesterday)\b|[.,;])(?!\sof\s(?:the\s)?(?:[\w’'-]+\s){0,3}?(?:meeting|session|conference|seminar|round|talks|dialogue|exhibition|forum|election)s?\b)"
)
_TOOK_PART = (
    rf"(?P<who>{LIST}),?\s+(?:(?:also|today|yesterday|later|then|both|jointly|will|\w+ly|{{N}})\s)*"
    rf"(?P<verb>t(?:ook|akes?)\spart\sin|participate[sd]?\sin|attend(?:s|ed)?|presid(?:es|ed|e)\sover|spoke\sat|was\spresent\sat|were\spresent\sat)\s(?:the|an?)\s(?:[\w-]+\s)?(?P<ceremony>{_CEREMONY})"
)
# “Inaugurated the centre in Y”, “cut the ribbon at the new station in Y”.
_OPENED = (
    rf"(?P<who>{LIST}),?\s+(?:(?:also|today|yesterday|later|then|both|jointly|officially|formally|will|{{N}})\s)*"
    r"(?P<verb>inaugurate[sd]?|cut\sthe\sribbon)\s(?P<ceremony>(?:at\s|of\s|for\s)?(?:the|an?)\b(?!\s(?:[\w’'-]+\s){0,3}?(?:meeting|session|conference|seminar|round|talks|dialogue|exhibition|forum)\b))"
)
# “The new centre was inaugurated in Y by A and B”, “opened in the presence of A”.
_WAS_OPENED = (
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his)\s(?P<what>[^;.{A}]{3,80}?),?\s(?P<verb>(?:was|were|has\sbeen|will\sbe|is\sto\sbe)\s(?:(?:today|yesterday|(?:on\s)?{N})\s)?(?:inaugurated|unveiled|(?:officially|formally|ceremonially|solemnly|ceremoniously)\sopened))"
    rf"(?P<ceremony>\b)(?:[^;.{{A}}]{{0,80}}?\b)(?:by|in\sthe\spresence\sof)\s(?P<who>{OBJECT})"
)
_OF_TALKS = re.compile(
    r"\b(?:meetings?|sessions?|conferences?|seminars?|rounds?|talks|dialogue|exhibitions?|forums?|debates?|elections?|chair\w+)\b"
)
_TRIGGER = Trigger(
    r"\b(?:opening|opened|unveiled|closing|inaugurat\w+|inaugural|signing|handover|ribbon|ceremony|wreath-laying|unveiling|swearing-in|commemorati\w+|memorial|funeral|coronation|celebrations)\b"
)
# “The inauguration of President A”: A was there.
_OF_WHOM = r"\s(?:ceremony\s)?of\s(?:the\s)?(?:[^;,.{A}]{0,40}?\s)?(?P<who>{A})(?!['’])"
_OF_HOLDER = re.compile(r"(?:[a-z]+\s)?(?:inaugura|swearing|corona)")
# Who went there together with them.
_TOGETHER = rf"\b(?:together|along|jointly)\swith\s(?:the\s|his\s|her\s)?(?P<who>{LIST})"
# “The ceremony was also attended by A and B.”
_ALSO = rf"\b[Tt]he\s(?:[\w-]+\s)?(?:ceremony|opening|inauguration)\s(?:was|were)\s(?:also\s)?attended\sby\s(?P<who>{OBJECT})"


def ceremonies(view: View, already: list[Draft]) -> Iterator[Draft]:
    """The ceremony that people attended or held in a sentence that tells of nothing else done together."""
    if view.is_title or not _TRIGGER.stands_in(view.main):
        return
    if any(one.category in {*TALK_CLASSES, "Activity"} and one.parties and not one.refers_back for one in already):
        return
    for match in (one for rule in (_TOOK_PART, _OPENED, _WAS_OPENED) for one in view.search(rule)):
        passive = match.start("who") > match.start("verb")
        if passive and _OF_TALKS.search(match["what"]) is not None:
            continue
        people = people_of(view.parties(match["who"]))
        if passive:
            to_come = match["verb"].startswith(("will", "is"))
            factuality = Factuality.PLANNED if to_come else Factuality.HAPPENED
        else:
            factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        factuality = told(view, match.start("verb"), factuality)
        start, end = when(view, match.start("verb"), factuality)
        places = where(view, match.end("ceremony"))
        if not people or view.things(match[0], "F") or not (places or names_day(view, start)):
            continue
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED}:
            continue
        along = pattern(_TOGETHER).search(view.main, match.end()) if not passive else None
        known = {one.thing for one in people}
        more = people_of(view.parties(along["who"])) if along is not None else []
        of_whom = pattern(_OF_WHOM).match(view.main, match.end("ceremony"))
        if of_whom is not None and _OF_HOLDER.match(match["ceremony"]) is not None:
            more += people_of(view.parties(of_whom["who"]))
        yield Draft.of(
            view,
            "Activity",
            factuality,
            "activity.ceremony",
            parties=[*people, *(one for one in more if one.thing not in known)],
            start=start,
            end=end,
            places=places,
            label="ceremony",
        )
        return
    for match in view.search(_ALSO):
        people = people_of(view.parties(match["who"]))
        if people:
            yield Draft.of(
                view,
                "Activity",
                Factuality.HAPPENED,
                "activity.ceremony",
                parties=people,
                refers_back=True,
                label="ceremony",
            )
