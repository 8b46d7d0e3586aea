"""Talks of a format that began or were taken up again on a day that a sentence names: “official negotiations resumed in X on 30 November 2011”."""

from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.needing import needing
from kg.extract.rounds import only_format
from kg.extract.setting import dates_in, is_long_ago
from kg.extract.view import View
from kg.model import Factuality
from kg.text.rule import Trigger

_TRIGGER = Trigger(r"\b(?:resum|began|started|opened|revived)")
_RESUMED = (
    r"\b(?:(?:[Oo]fficial|[Ff]ormal|[Dd]irect|[Nn]egotiating|[Ss]ubstantive)\s)*(?:[Nn]egotiations|[Tt]alks|[Cc]onsultations|[Dd]iscussions|{F}(?:\s(?:talks|negotiations))?)"
    r"(?:\s(?:in|within|under)\s(?:the\s)?(?P<body>{F}))?\s(?:(?:were|had|have\sbeen|were\sofficially|officially)\s)?(?:resumed|began|started|opened|revived)\s(?:again\s)?in\s(?P<place>{L})\s(?:on|in)\s(?P<day>{N})"
)


@needing(_TRIGGER)
def resumed(view: View) -> Iterator[Draft]:
    """The first round of talks that began or began again, of the format that the sentence names or whose round was told last."""
    if not _TRIGGER.stands_in(view.main):
        return
    for match in view.search(_RESUMED):
        named = view.things(match[0], "F")
        body = named[0] if named else view.document.round_of or only_format(view)
        days = [one for one in dates_in(view) if view.shape.at(one.start) in range(match.start("day"), match.end() + 2)]
        issued = view.document.issued
        if body is None or not days or issued is None or days[0].first > issued:
            continue
        long_ago = is_long_ago(issued, days[0].first)
        yield Draft.of(
            view,
            "Meeting",
            Factuality.PRESUPPOSED if long_ago else Factuality.HAPPENED,
            "round.since",
            formats=(body,),
            start=days[0].first,
            end=days[0].until,
            places=tuple(view.things(match["place"], "L")),
            event_kind="round" if body.kind == "format" else "session",
        )
