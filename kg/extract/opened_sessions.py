"""Sessions told by their opening or end: “the Ministerial Council opened in X today”, “ministers began their annual Ministerial Council”.

Who opened it, or spoke at its opening, may stand in a sentence behind.
"""

import re
from collections.abc import Iterable, Iterator

from kg.extract.actor_lists import LIST
from kg.extract.council_sessions import deciding_bodies, session
from kg.extract.draft import Draft
from kg.extract.modality import of_verb
from kg.extract.needing import needing
from kg.extract.setting import names_day, told, when, where
from kg.extract.view import View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_COUNCIL = r"(?P<body>{G})(?:\s\([^()]{1,12}\))?(?:\s(?:[Mm]eeting|[Ss]ession|[Gg]athering))?"
# Who is to speak at it: “will open on Thursday with an address by X and Y”.
_SPEAKERS = rf"[^;.{{A}}]{{0,60}}?\swith\s(?:[a-z-]+\s){{0,2}}(?:addresses|address|speeches|speech|statements?|remarks)\s(?:by|from)\s(?:the\s)?(?P<who>{LIST})"
_WILL_BEGIN = r"(?:will|is\s(?:set\s|due\s|scheduled\s|expected\s)?to)\s(?:formally\s|officially\s)?(?:open|begin|start|convene|kick\soff|get\sunder\sway)"
_TO_COME = re.compile(r"(?:will|is|are)\s")
_ONLY_HOPED = re.compile(r"\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|if|whether|unless|once|when|before|until|after)\b")
_BEGAN = r"(?:opened|opens|began|begins|started|starts|got\sunder\sway|gets\sunder\sway|kicked\soff|concluded|concludes|ended|ends|closed|wrapped\sup|drew\sto\sa\sclose)"
_WHEN = r"(?:(?:today|yesterday|tomorrow|(?:on\s)?\w+day|formally|officially|here|in\s(?:the\s)?{LS}|(?:on\s)?{N}|this\s(?:morning|afternoon|week))\s)*"
_RULES = (
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]his\syear['’]s)\s(?:[\w-]+\s){{0,3}}?{_COUNCIL}\s{_WHEN}(?P<verb>{_BEGAN}|{_WILL_BEGIN})(?=[.,;]|$|\s(?:today|yesterday|tomorrow|here|this|next|with|(?:on\s)?\w+day\b|in\s(?:the\s)?{{LS}}|(?:on\s)?{{N}}))",
    r"\b(?:[Mm]inisters|[Dd]elegat(?:es|ions)|[Rr]epresentatives|[Pp]articipants|[Ss]tates|[Ll]eaders|[Pp]arliamentarians|[Aa]mbassadors)\b[^;.{A}]{0,80}?\s"
    rf"(?P<verb>{_BEGAN}|(?:met|gathered|convened|assembled|(?:will\s|(?:are|is)\s(?:due\s|set\s|expected\s)?to\s)?(?:meet|gather|convene|assemble|come\stogether))(?=\s{_WHEN}for\s))\s(?:[^;.,{{A}}]{{0,40}}?for\s)?(?:(?:the\s)?(?:start|opening|beginning)\sof\s)?(?:their|the|an?|its|this\syear['’]s)\s(?:[\w-]+\s){{0,3}}?{_COUNCIL}(?!['’])",
)
_TRIGGER = Trigger(
    r"\b(?:open|opened|opens|began|begins?|started|starts?|concluded|concludes|ended|ends|closed|met|meet|gather|gathered|convened?|assembled?)\b",
    r"\b(?:under way|kick(?:ed)? off|wrapped up|to a close|come together)\b",
)


def opened_sessions(view: View, already: Iterable[Draft]) -> Iterator[Draft]:
    """The session of a deciding body that began or ended, unless `already`, read from the sentence before, tells of it."""
    if view.is_title or not _TRIGGER.stands_in(view.main):
        return
    for rule in _RULES:
        for match in view.search(rule):
            bodies = deciding_bodies(view, match["body"])
            factuality = told(
                view, match.start("verb"), of_verb(view.main, match.start(), match.start("verb"), match["verb"])
            )
            if _TO_COME.match(match["verb"]) is not None and factuality is Factuality.HAPPENED:
                factuality = Factuality.PLANNED
            to_come = factuality is Factuality.PLANNED
            if to_come and _ONLY_HOPED.search(view.main, 0, match.start("verb")) is not None:
                continue
            if not bodies or any(bodies[0] in one.formats for one in already):
                continue
            if not to_come and factuality is not Factuality.HAPPENED:
                continue
            start, end = when(view, match.start("verb"), factuality)
            places = where(view, max(match.end("verb"), match.end("body"))) or where(view, match.end("verb"))
            if (to_come and start is None) or not (places or view.is_lead or names_day(view, start)):
                continue
            speakers = pattern(_SPEAKERS).match(view.main, max(match.end("verb"), match.end("body")))
            people = people_of(view.parties(speakers["who"])) if speakers is not None else []
            yield session(view, factuality, "round.named", bodies, start=start, end=end, places=places, parties=people)
            return


_OCCASION = r"(?:meeting|gathering|session|conference|summit|forum|plenary|event|Council|Ministerial|Meeting|Session|Conference|Summit)"
_SPOKE = (
    r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:"
    rf"(?:Opening|Closing|Inaugurating|Concluding|Chairing)\s(?:the|today['’]s|this\syear['’]s)\s(?:[\w-]+\s){{0,3}}?(?:{_OCCASION}|{{G}}(?:\s(?:[Mm]eeting|[Ss]ession))?)"
    r"|[Ii]n\s(?:his|her|the|an)\s(?:opening|closing|inaugural|welcoming)\s(?:address|speech|remarks|statement)(?:\s(?:to|at)\s(?:the\s)?(?:[\w-]+\s){0,2}?(?:"
    rf"{_OCCASION}|{{G}}))?)(?:\s(?:today|here|(?:on\s)?{{N}}|in\s{{L}}))*,\s(?:the\s)?(?P<who>{LIST})"
)
_OF_SPOKE = Trigger(r"\b(?:Opening|Closing|Inaugurating|Concluding|Chairing|opening|closing|inaugural|welcoming)\b")


@needing(_OF_SPOKE)
def opened_by(view: View) -> Iterator[Draft]:
    """Who opened or closed the session that the text told of last, or spoke as it opened."""
    if view.document.round_of is None or not view.document.talked or not _OF_SPOKE.stands_in(view.main):
        return
    match = pattern(_SPOKE).match(view.main)
    people = people_of(view.parties(match["who"])) if match is not None else []
    named = view.things(view.main[: match.start("who")], "G") if match is not None else []
    if people and all(one == view.document.round_of for one in named):
        yield Draft.of(
            view,
            "Meeting",
            Factuality.HAPPENED,
            "round.parties",
            parties=people[:1],
            refers_back=True,
        )
