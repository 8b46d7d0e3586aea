"""Rounds that a statement is about, on a day of their own: “issued a statement on 10 May with regard to the meeting of the format on 11 May”."""

import re
from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.modality import of_noun
from kg.extract.needing import needing
from kg.extract.rounds import NOUN
from kg.extract.setting import dates_in, is_recent, where
from kg.extract.view import View
from kg.model import Factuality
from kg.text.rule import Trigger

_TRIGGER = Trigger(
    r"\b(?:regarding|concerning|comment(?:ed|ing)|welcom(?:ed|es|ing)|statement|tomorrow['’]s|yesterday['’]s)\b",
    r"\bwith\sregard\sto\b",
)
_SPOKEN_OF = (
    rf"\b(?:with\sregard\sto|in\sview\sof|regarding|concerning|about|on|welcom(?:ed|es|ing))\s(?:the|tomorrow['’]s|today['’]s|yesterday['’]s)\s(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within)\s(?:the\s)?(?P<body>{{F}})"
    r"(?P<rest>[^;.{A}]{0,60})"
)


@needing(_TRIGGER)
def spoken_of(view: View) -> Iterator[Draft]:
    """The round that somebody speaks of, where the sentence says on which day it is: to come, or over, as seen from the statement's."""
    issued = view.document.issued
    if issued is None or not _TRIGGER.stands_in(view.main):
        return
    for match in view.search(_SPOKEN_OF):
        placed = [(view.shape.at(one.start), one) for one in dates_in(view) if len(one.first) == 10]
        own = [one for at, one in placed if match.start() <= at <= match.end()]
        said = [one for at, one in placed if at < match.start() and one.first <= issued]
        if not own:
            continue
        day, spoken = own[-1], said[-1].first if said else issued
        factuality = of_noun(view.main, match.start("noun"), match.end("body"))
        if factuality in {Factuality.HAPPENED, Factuality.PLANNED}:
            past = Factuality.HAPPENED if is_recent(issued, day.first) else Factuality.PRESUPPOSED
            factuality = Factuality.PLANNED if day.first > spoken else past
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round",
            formats=tuple(view.things(match["body"], "F")[:1]),
            start=day.first,
            end=day.until,
            places=where(view, match.end("body")),
            event_kind="summit" if re.search("ummit", match["noun"]) else "round",
        )
