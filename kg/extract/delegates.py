"""Of whom a delegation consists, and whether it is of those who travel."""

from kg.extract.actor_lists import OBJECT
from kg.extract.plurals import Company
from kg.extract.view import View, people_of
from kg.model import Thing
from kg.text.rule import Rule
from kg.text.shape import pattern

# “The delegation consisted of A, B and C”.
_CONSISTED = rf"\b(?:[Dd]elegation|[Gg]roup|[Tt]eam)\b[^;.,{{A}}]{{0,40}}?,?\s(?:(?:also\s)?(?:consist(?:s|ed|ing)\sof|comprising|includ(?:es|ed)|compris(?:es|ed)(?:\sof)?)|(?:is|was)\s(?:made\sup|composed)\sof)\s(?:[^;.{{A}}]{{3,90}}?,?\sas\swell\sas\s(?:the\s)?)?(?P<who>{OBJECT})"
_OF_CONSISTING = Rule(r"\b(?:consist|includ|compris|made up of|composed of)")


def delegates(view: View) -> tuple[Thing, ...]:
    """The people of whom a sentence says that a delegation consisted."""
    if not _OF_CONSISTING.stands_in(view.main):
        return ()
    match = pattern(_CONSISTED).search(view.main)
    on_journey = next((one for one in reversed(view.document.companies) if one.travelling), None)
    if match is None or (on_journey is not None and not came_with(view, match.start("who"), on_journey)):
        return ()
    return tuple(one.thing for one in people_of(view.parties(match["who"])))


_WHOSE_DELEGATION = pattern(r"(?P<state>{D}|{S}['’]s)\s(?:side['’]s\s)?delegation\b[^;.{A}]{0,40}$")


def came_with(view: View, end: int, company: Company) -> bool:
    """Whether a delegation, told of before `end`, is of those who travel: not where it is a state's for which none of them acts."""
    match = _WHOSE_DELEGATION.search(view.main, 0, end)
    states = {one.iri for one in view.things(match["state"], "DS")} if match is not None else set()
    own = {
        post.organization.iri
        for one in company.people
        for post, _ in view.document.posts_of(one)
        if post.organization is not None
    }
    return company.travelling and (not states or not own or bool(states & own))
