"""Sessions of a council that a text tells of by who was, or is to be, at them: “is attending the 18th Ministerial Council in X”."""

from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.council_sessions import COUNCIL, EVERY_YEAR, deciding_bodies, session
from kg.extract.draft import Draft
from kg.extract.modality import of_verb
from kg.extract.needing import needing
from kg.extract.rounds import BODY, NUMBER, number_of
from kg.extract.setting import dates_in, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Rule, Trigger

# “Will take part in the session of the Committee in X on 13 May”.
_SAT_IN = rf"(?P<who>{LIST})[^;{{ASEGFH}}]{{0,40}}?\b(?P<verb>take\spart\sin|took\spart\sin|participate\sin|attend|(?:travel|go|fly|leave|continue)\s[^;.{{A}}]{{0,40}}?\sfor)\s(?:the|an?|its)\s(?:\w+\s){{0,2}}?(?:session|meeting)\sof\s(?:the\s)?{BODY}"
_OF_SAT_IN = Rule(r"\b(?:session|meeting)\sof\b")


@needing(_OF_SAT_IN)
def sat_in(view: View) -> Iterator[Draft]:
    """Who is to take part in a council's session on a day that is named."""
    if not _OF_SAT_IN.stands_in(view.main):
        return
    for match in view.search(_SAT_IN):
        bodies = [one for one in view.things(match["body"], "G") if COUNCIL.search(one.label)]
        people = people_of(view.parties(match["who"]))
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        start, end = when(view, match.end("body"), factuality)
        if not bodies or not people or factuality is not Factuality.PLANNED or start is None:
            continue
        yield session(
            view,
            factuality,
            "round.attended",
            (one for one in bodies[:1] if one.category == "DecisionBody"),
            parties=[
                *people,
                *(Party(one) for one in bodies[:1] if " for" in match["verb"] and one.category != "DecisionBody"),
            ],
            start=start,
            end=end,
            places=where(view, match.end("body")) or tuple(view.things(match["verb"], "LS")[:1]),
        )


# “Spoke at the opening of the Council in X”, “is attending the 18th Ministerial Council in Y”.
_ATTENDED = (
    rf"(?P<who>{LIST}),?\s+(?:(?:also|today|yesterday|then|later|jointly|both|\w+ly|(?:on\s)?{{N}})\s)*(?P<verb>sp(?:oke|eaks)\sat|attend(?:s|ed)?|took\spart\sin|takes\spart\sin|participate[sd]\sin|(?:is|are)\s(?:attending|taking\spart\sin|participating\sin|speaking\sat)"
    rf"|will\s(?:attend|take\spart\sin|participate\sin|speak\sat)|(?:delivered|gave|made)\s(?:an?|the|his|her)\s(?:[\w-]+\s){{0,3}}?(?:address|speech|statement|remarks)\sat)\s(?:today\s|yesterday\s)?(?:the|today['’]s|yesterday['’]s|this\syear['’]s)\s"
    rf"(?:(?:[\w-]+\s){{0,2}}?(?:session|meeting|plenary|opening|ceremony|segment|day)\sof\s(?:the\s|today['’]s\s)?)?{NUMBER}?(?:annual\s)?{BODY}(?!['’-]|\s(?:[Dd]eclaration|[Dd]ecision)|[^;.]{{0,20}}\b(?:years|months|until|regularly)\b)"
)
_OF_ATTENDED = Trigger(
    r"\b(?:attend(?:s|ed|ing)?|participat\w+|(?:delivered|gave|made)\s(?:an?|the|his|her))\b",
    r"\bsp(?:oke|eaks|eaking|eak)\sat\b|\bt(?:ook|akes?|aking)\spart\b",
)


@needing(_OF_ATTENDED)
def attending(view: View) -> Iterator[Draft]:
    """Who spoke at a council's session, or attended it, where the words give it a day, a place or a number."""
    if view.is_title or not _OF_ATTENDED.stands_in(view.main) or EVERY_YEAR.search(view.main) is not None:
        return
    for match in view.search(_ATTENDED):
        bodies = deciding_bodies(view, match["body"])
        people = people_of(view.parties(match["who"]))
        if not bodies or not people:
            continue
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        factuality = Factuality.PLANNED if match["verb"].startswith("will") else factuality
        factuality = told(view, match.start("verb"), factuality)
        start, end = when(view, match.start("verb"), factuality)
        places = where(view, match.end("body"))
        own = bool(places) or any(one.first == start for one in dates_in(view))
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED} or not (own or match["number"]):
            continue
        yield session(
            view,
            factuality,
            "round.attended",
            bodies,
            parties=people,
            number=number_of(match["number"]),
            start=start,
            end=end,
            places=places,
        )
        return
