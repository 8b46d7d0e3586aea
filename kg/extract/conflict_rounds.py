"""Rounds of talks that are named by the conflict which they are to settle: “a round of negotiations on the Transdniestrian settlement”."""

from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.modality import of_noun
from kg.extract.needing import needing
from kg.extract.rounds import HELD, NUMBER, number_of
from kg.extract.setting import dates_in, lasting, told, when, where
from kg.extract.view import View
from kg.model import Factuality, Thing
from kg.text.rule import Trigger
from kg.text.shape import pattern

_TRIGGER = Trigger(r"\b(?:[Tt]alks|[Nn]egotiations|[Cc]onsultations)\b")
_ROUND = (
    rf"\b(?:(?:[Aa]n?|[Tt]he|[Aa]nother|[Nn]ew)\s)?(?:{NUMBER})?(?:[\w-]+\s){{0,3}}?(?:(?P<part>rounds?|sessions?|meetings?|day)\sof\s(?:the\s)?(?:[\w-]+\s){{0,2}}?)?"
    r"(?P<noun>[Tt]alks|[Nn]egotiations|[Cc]onsultations)\s(?:on|for|over)\s(?:the\s)?(?:(?:political\s|peaceful\s)?(?:settlement|resolution)\s(?:of\s)?(?:the\s)?)?(?P<conflict>{C})"
    rf"(?:\s(?:settlement|process))?(?P<between>[^;.{{A}}]{{0,60}}?)\s{HELD}"
)
_PROCESS = " Settlement Process"


@needing(_TRIGGER)
def conflict_rounds(view: View) -> Iterator[Draft]:
    """The rounds of talks on a conflict for which a sentence names no format, with a day or place of their own."""
    if not _TRIGGER.stands_in(view.main) or pattern(r"{F}").search(view.main) is not None:
        return
    for match in view.search(_ROUND):
        conflict = view.things(match["conflict"], "C")[0]
        factuality = of_noun(view.main, match.start("noun"), match.end("conflict"))
        if factuality is Factuality.HAPPENED and ("will" in match["held"] or "to be" in match["held"]):
            factuality = Factuality.PLANNED
        factuality = told(view, match.start("held"), factuality)
        start, end = lasting(view, match["held"], *when(view, match.start("noun"), factuality))
        places = where(view, match.end("conflict")) or where(view, match.end("held"))
        said = any(one.first in {start, end} for one in dates_in(view))
        if not (places or said):
            continue
        process = _process(view, conflict)
        draft = Draft.of(
            view,
            "Meeting",
            factuality,
            "round",
            formats=(process,) if process is not None else (),
            number=number_of(match["number"]),
            start=start,
            end=end,
            places=places,
            event_kind="round",
        )
        draft.discusses.append(conflict)
        yield draft


def _process(view: View, conflict: Thing) -> Thing | None:
    """The process that is to settle a conflict, and has its name."""
    name = conflict.label.removesuffix(" conflict") + _PROCESS
    known = view.document.words.things.items()
    return next((thing for (kind, _), thing in known if kind == "format" and thing.label == name), None)
