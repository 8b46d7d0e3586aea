"""Several who were met one after another at an occasion of many: “on the sidelines of the Assembly”, “a number of leaders”."""

import re

from kg.extract.actor_lists import INCLUDING
from kg.extract.meetings.circles import by_state
from kg.extract.view import Party, View
from kg.text.rule import Rule

# Where many have come, each is met for himself.
_ASIDE = Rule(r"\b(?:[Mm]argins?|[Ss]idelines?|[Ff]ringes?)\b")
# Those who are named are only some of the many whom somebody saw.
_OF_MANY = Rule(
    r"\b(?:with\s|met\s|saw\s|received\s|by\s)(?:a\s(?:great\s|large\s)?(?:number|range|series|host|variety)\sof|several|numerous|various|many|a\sdozen)\s"
    r"(?:of\s(?:his|her|the)\s)?[^;.,]{0,60}?(?:\b(?:leaders|counterparts|colleagues|ministers|officials|dignitaries|figures|heads|presidents|representatives|interlocutors|delegations|diplomats|partners)\b|[\ue000-\uf8ff])[^;.]{0,60}?\b"
    + INCLUDING
    + r"\b"
)
# Words that say that all of them sat together.
_TOGETHER = re.compile(
    r"\b(?:[Tt]ogether|[Jj]oint(?:ly)?|(?:tri|quadri|multi)lateral(?:ly)?|[Tt]hree-way|[Ff]our-way|[Ww]orking\s(?:lunch|dinner|breakfast)|[Ll]unch(?:ed)?|[Dd]inner|[Dd]ined|[Bb]reakfast(?:ed)?|[Rr]eception|[Rr]ound\s?table|[Ss]ummit\swith|[Ff]ormat|[Gg]roup\smeeting"
    r"|at\sthe\smeeting|in\s(?:a|one)\smeeting|(?:an?|the|their)\s(?:(?!(?:tele)?phone\b)[\w-]+\s)?(?:meeting|session|discussion|conversation|exchange|event)\s(?:with|between|of|among))\b"
)


def bilaterals(view: View, subjects: list[Party], others: list[Party], one_side: bool = False) -> list[list[Party]]:
    """The circles in which one person met several of different states at such an occasion; none where nothing says so.

    `one_side` where several subjects go about together: “they also met A and B”.
    """
    people = all(one.thing.kind == "person" for one in subjects)
    sides = all(one.thing.kind in {"person", "state"} for one in others)
    if not (len(subjects) == 1 or one_side) or len(others) < 2 or not (people and sides):
        return []
    many = _ASIDE.stands_in(view.main) or _OF_MANY.stands_in(view.main) or _goes_on(view)
    if not many or _TOGETHER.search(view.main) is not None:
        return []
    return by_state(others)


# “They also met with A and B”, behind what was told of such an occasion.
_ALSO = re.compile(r"^\W*(?:They|He|She)\s(?:have\s|has\s|had\s)?also\s")


def _goes_on(view: View) -> bool:
    """Whether a sentence only adds to the meetings on the margins of which the paragraphs before it tell."""
    if _ALSO.match(view.words) is None:
        return False
    index = view.paragraph.index
    near = [*view.document.paragraphs[1:2], *view.document.paragraphs[max(1, index - 1) : index + 1]]
    return any(_ASIDE.stands_in(one.text) for one in near)
