"""What every reading of councils' sessions needs: which bodies decide, and the draft of a session of one."""

import re
from collections.abc import Iterable
from typing import Any

from kg.extract.draft import Draft
from kg.extract.view import View
from kg.model import Factuality, Thing

# Councils of other organizations: those who are addressed, not a format of the OSCE's.
COUNCIL = re.compile(
    r"\b(?:Council|Assembly|Committee)$|^Parliamentary\sAssembly\b|^Committee\sof\b|\bCouncil\sof\s(?!Europe\b)"
)
# What is done again and again is no session.
EVERY_YEAR = re.compile(
    r"\b(?:[Ee]ach|[Ee]very)\s(?:year|month|week)\b|\b(?:annually|traditionally|usually|customarily)\b"
)


def deciding_bodies(view: View, stretch: str) -> list[Thing]:
    """The decision-making bodies named in a stretch of the shape, in order, each once."""
    return [one for one in view.things(stretch, "G") if one.category == "DecisionBody"]


def session(view: View, factuality: Factuality, rule: str, bodies: Iterable[Thing], **rest: Any) -> Draft:
    """The draft of a session of the first of `bodies`, if there is one; `rest` are the draft's other fields."""
    return Draft.of(view, "Meeting", factuality, rule, formats=tuple(bodies)[:1], event_kind="session", **rest)
