"""Sessions told by their opening or end: “the Ministerial Council opened in X today”, “ministers began their annual Ministerial Council”.

Who opened it, or spoke at its opening, may stand in a sentence behind.
"""

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
_BEGAN = r"(?:opened|opens|began|begins|started|starts|got\sunder\sway|gets\sunder\sway|kicked\soff|concluded|concludes|ended|ends|closed|wrapped\sup|drew\sto\sa\sclose)"
_WHEN = r"(?:(?:today|yesterday|formally|officially|here|in\s(?:the\s)?{LS}|(?:on\s)?{N}|this\s(?:morning|afternoon|week))\s)*"
_RULES = (
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]his\syear['’]s)\s(?:[\w-]+\s){{0,3}}?{_COUNCIL}\s{_WHEN}(?P<verb>{_BEGAN})(?=[.,;]|$|\s(?:today|yesterday|here|this|with|in\s(?:the\s)?{{LS}}|(?:on\s)?{{N}}))",
    r"\b(?:[Mm]inisters|[Dd]elegat(?:es|ions)|[Rr]epresentatives|[Pp]articipants|[Ss]tates|[Ll]eaders|[Pp]arliamentarians|[Aa]mbassadors)\b[^;.{A}]{0,80}?\s"
    rf"(?P<verb>{_BEGAN}|(?:met|gathered|convened|assembled)(?=\s(?:today\s|yesterday\s|in\s{{L}}\s){{0,2}}for\s))\s(?:[^;.,{{A}}]{{0,30}}?for\s)?(?:their|the|an?|its)\s(?:[\w-]+\s){{0,3}}?{_COUNCIL}(?!['’])",
)
_TRIGGER = Trigger(
    r"\b(?:opened|opens|began|begins|started|starts|concluded|concludes|ended|ends|closed|met|gathered|convened|assembled)\b",
    r"\b(?:under way|kicked off|wrapped up|to a close)\b",
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
            if not bodies or any(bodies[0] in one.formats for one in already) or factuality is not Factuality.HAPPENED:
                continue
            start, end = when(view, match.start("verb"), factuality)
            places = where(view, max(match.end("verb"), match.end("body")))
            if not (places or view.is_lead or names_day(view, start)):
                continue
            yield session(view, factuality, "round.named", bodies, start=start, end=end, places=places)
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
