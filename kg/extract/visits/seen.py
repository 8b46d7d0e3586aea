"""Visits to bodies, their houses and their staff."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.modality import of_verb
from kg.extract.needing import needing
from kg.extract.setting import told, when
from kg.extract.view import View, people_of
from kg.extract.visits.rules import GAP
from kg.model import Factuality, Thing
from kg.text.rule import Trigger
from kg.text.shape import pattern

# A field presence or an office that somebody went to see, with the city where it is.
BODY_SEEN = (
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>visit(?:s|ed|ing)?|tour(?:s|ed)?|(?:went|drove|travelled|flew|walked|rode)(?:\son)?(?:\s(?:together\s)?with\s(?:the\s|his\s|her\s)?(?P<along>{LIST}),?)?\sto|(?:paid|made)\sa\s(?:\w+\s)?visit\sto|call(?:s|ed)\s(?:first\s)?(?:at|on))\s"
    r"(?:[^;,.]{0,60}?\sand\sto\s)?(?:the\s)?(?:(?:(?:head|main|field|central)\s)?(?:office|offices|headquarters|premises|staff|teams?|base)\sof\s)?(?:the\s)?"
    r"(?:{G}['’]s?\s)?(?P<body>{G})(?!['’]s\s{G}|\s(?!HQ\b|Headquarters\b)(?:[A-Z]\w|{G}))(?:\s\([^()]{1,40}\))?(?:(?:['’]s?)?\s(?:office|offices|headquarters|Headquarters|HQ))?(?:\sin\s(?P<goal>{L}))?(?P<to_do>\sto\s(?!discuss|meet|hold|see|talk|the\b)[a-z]+\s)?"
)


# Bodies that are somewhere to be seen.
_FACILITY = re.compile(
    r"\b(?:Center|Centre|Facility|Headquarters|School|University|College|Hospital|Academy|Laboratory|Museum|Library)$"
    r"|^(?:University|School|College|Academy|Museum|Library|Hospital)\s(?:of|for)\s"
)


# Organizations that people work in, other than those that states sit in.
_STAFFED = re.compile(
    r"\b(?:Agency|Court|Tribunals?|Secretariat|Bank|Institutes?|Administration|Service|Department|Bureau|Laboratory|Parliament|Congress|Senate|State\sDuma|Rada|Knesset|Bundestag|Saeima|Seimas|Riigikogu|Milli\sMajlis|(?:National|Federal|Kosovo)\sAssembly|Ministry|White\sHouse|Mission|Force)\b"
    r"|^(?:Europol|Eurojust|INTERPOL|NASA)\b|\bOffice\b"
)


_SEAT = re.compile(r"\b(?:HQ|[Hh]eadquarters)\b")


_OF_SEEN = Trigger(r"\b(?:visit|tour|drove|travelled|flew|walked|rode|went)", r"\bcall(?:s|ed) ")


@needing(_OF_SEEN)
def seen(view: View) -> Iterator[Draft]:
    """Visits to a mission or an institution, which is the host."""
    if not _OF_SEEN.stands_in(view.main):
        return
    for match in view.search(BODY_SEEN):
        visitors = people_of(view.subject(match))
        bodies = [
            one
            for one in view.parties(match["body"])
            if one.thing.kind in {"mission", "institution"}
            or _FACILITY.search(one.thing.label)
            or ("visit" in match["verb"] and _is_staffed(one.thing))
            or (match["verb"] != "visiting" and _SEAT.search(view.main[match.start("verb") : match.end() + 14]))
        ]
        factuality = told(
            view, match.start("verb"), of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
        )
        # “Called on the Organization to provide help”: an appeal.
        appeal = match["to_do"] is not None and match["verb"].startswith("call")
        if not visitors or len(bodies) != 1 or appeal or factuality not in {Factuality.HAPPENED, Factuality.PLANNED}:
            continue
        if (base := _ITS_BASE.match(view.main, match.end("body"))) is not None:
            # “Flew to the OSCE monitoring base at X”: the organization receives nobody there.
            bodies = []
        start, end = when(view, match.start("verb"), factuality)
        opening = _IN_PLACE.search(view.main, max(0, match.start() - 60), match.start())
        place = match["goal"] or (base["at"] if base else None) or (opening["place"] if opening is not None else "")
        yield Draft.of(
            view,
            "Visit",
            factuality,
            "visit.body",
            parties=[*visitors, *(one for one in view.parties(match["along"]) if one.thing.kind == "person"), *bodies],
            roles={one.thing.iri.value: "host" for one in bodies if not _is_house(one.thing)},
            start=start,
            end=end,
            places=tuple(view.things(place, "L")),
        )


# What a body has in the field, behind its name.
_ITS_BASE = pattern(
    r"(?:['’]s?)?\s(?:[a-z-]+\s){0,2}?(?:base|camp|post|compound|depot|warehouse|observation\spoint)\b(?:\s(?:in|at|near)\s(?:the\s)?(?P<at>{L}))?"
)
# “She met students, and in X, she visited the university”.
_IN_PLACE = pattern(r"(?:^\W*|\s)(?i:in|at)\s(?P<place>{L}),\s(?:the\s)?$")


def _is_house(thing: Thing) -> bool:
    """Whether a body that was visited is a house or an agency, which nobody says to have been the host."""
    return _is_staffed(thing) or _FACILITY.search(thing.label) is not None


def _is_staffed(thing: Thing) -> bool:
    """Whether people work in a body, and states do not only sit in it."""
    return thing.kind == "organization" and _STAFFED.search(thing.label) is not None
