"""Several who were met one after another at an occasion of many: “on the sidelines of the Assembly”, “a number of leaders”."""

import re

from kg.extract.meetings.telling import by_state
from kg.extract.view import INCLUDING, Party, View
from kg.text.rule import Rule

# Where many have come, each is met for himself.
_ASIDE = Rule(r"\b(?:[Mm]argins?|[Ss]idelines?|[Ff]ringes?)\b")
# Those who are named are only some of the many whom somebody saw.
_OF_MANY = Rule(
    r"\b(?:with\s|met\s|saw\s|received\s)(?:a\s(?:great\s|large\s)?(?:number|range|series|host|variety)\sof|several|numerous|various|many|a\sdozen)\s"
    r"(?:of\s(?:his|her|the)\s)?[^;.,]{0,60}?\b(?:leaders|counterparts|colleagues|ministers|officials|dignitaries|figures|heads|presidents|representatives|interlocutors|delegations|diplomats|partners)\b[^;.]{0,60}?\b"
    + INCLUDING
    + r"\b"
)
# Words that say that all of them sat together.
_TOGETHER = re.compile(
    r"\b(?:[Tt]ogether|[Jj]oint(?:ly)?|(?:tri|quadri|multi)lateral(?:ly)?|[Tt]hree-way|[Ff]our-way|[Ww]orking\s(?:lunch|dinner|breakfast)|[Ll]unch(?:ed)?|[Dd]inner|[Dd]ined|[Bb]reakfast(?:ed)?|[Rr]eception|[Rr]ound\s?table|[Ss]ummit\swith|[Ff]ormat|[Gg]roup\smeeting"
    r"|at\sthe\smeeting|in\s(?:a|one)\smeeting|(?:an?|the|their)\s(?:[\w-]+\s)?(?:meeting|session|discussion|conversation|exchange|event)\s(?:with|between|of|among))\b"
)


def bilaterals(view: View, subjects: list[Party], others: list[Party]) -> list[list[Party]]:
    """The circles in which one person met several of different states at such an occasion; none where nothing says so."""
    people = all(one.thing.kind == "person" for one in (*subjects, *others))
    if len(subjects) != 1 or len(others) < 2 or not people:
        return []
    if not (_ASIDE.stands_in(view.main) or _OF_MANY.stands_in(view.main)) or _TOGETHER.search(view.main) is not None:
        return []
    return by_state(others)
