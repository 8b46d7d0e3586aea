"""What a meeting was about, as far as the text says that it was discussed there."""

import re
from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.view import View
from kg.model import Factuality, Thing
from kg.text.shape import pattern

TOPICS = "FICTG"
ABOUT = r"\b(?:discuss(?:es|ed|ing)?|(?:exchange\w*\sviews|talks?|meeting|discussions?|spoke|focus\w*|centred|centered|touched|consult\w+|conversation|briefed\s\S+)\s(?:[\w,]+\s){0,4}?(?:on|about|upon)|touched\s(?:up)?on|covered|addressed|agenda\s(?:of\s[^;,]{0,30}\s)?included|raised)\b"
EXCLUDED = (
    r"\b(?:not\son\sthe\sagenda|without\sdiscussing|not\sdiscussed|will\sdiscuss|would\sdiscuss|to\sbe\sdiscussed)\b"
)


def topics(view: View) -> Iterator[Thing]:
    """The formats, instruments, conflicts, bodies and fields that a sentence says were discussed."""
    text = view.unquoted
    match = pattern(ABOUT).search(text)
    if match is None:
        return
    if re.search(r"\bwithout\s$", text[: match.start()]):
        return
    stretch = text[match.end() :]
    cut = pattern(r";").search(stretch)
    if cut is not None:
        stretch = stretch[: cut.start()]
    excluded = pattern(EXCLUDED).search(stretch)
    if excluded is not None:
        return
    for thing in view.things(stretch, TOPICS):
        if thing.kind != "institution" or thing.category == "DecisionBody":
            yield thing


def discuss(drafts: list[Draft], view: View) -> None:
    """Give a sentence's topics to the talks that it tells of."""
    talks = [
        one
        for one in drafts
        if one.category in {"Meeting", "Call"}
        and one.factuality is not Factuality.PRESUPPOSED
        and not one.gathered
        and one.rule != "meeting.about"
    ]
    if not talks:
        return
    found = list(topics(view))
    for draft in talks:
        for thing in found:
            if thing not in draft.discusses and thing not in draft.formats:
                draft.discusses.append(thing)
