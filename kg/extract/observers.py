"""Who observed an election, told by whose observers there were: “the mission comprised 389 observers: 287 from A, 60 from B and 26 from C”."""

from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.needing import needing
from kg.extract.view import Party, View
from kg.model import Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_KIND_OF_WORK = r"(?:endeavou?r|effort|undertaking|initiative|operation)"
_TRIGGER = Trigger(r"\bobservers\b", rf"\b(?:common|joint|combined)\s{_KIND_OF_WORK}\b")
_COUNTED = (
    r"\b(?:[Mm]ission|[Dd]elegation|[Tt]eam|[Oo]bservation)\s(?:\([A-Z]+\)\s)?(?P<verb>comprised|comprises|consisted\sof|consists\sof|included|includes|brought\stogether|was\smade\sup\sof|is\smade\sup\sof|numbered|totalled)\s"
    r"(?P<rest>[^.;]{0,20}?\d[\d,]*\s[^.;]{0,60}?\bobservers\b[^.;]*)"
)
_SENT = r"(?:from|by|of)\s(?:the\s)?(?P<body>{G})(?!['’]s)"
# “The international observation mission is a common endeavour involving A, B and C”.
_COMMON = (
    r"\b(?:(?:[Oo]bservation|[Oo]bserver)\s[Mm]ission|[Oo]bservation)\s(?:(?:to|in)\s(?:the\s)?{LSR}\s)?(?:\([A-Z]+\)\s)?(?P<verb>is|was)\s(?:an?\s)?(?:common|joint|combined)\s"
    rf"{_KIND_OF_WORK}\s(?:involving|of|by|between|comprising|bringing\stogether|undertaken\sby|conducted\sby)\s(?P<rest>[^.;]*)"
)
_INVOLVED = r"(?P<body>{G})(?!['’]s)"
_KINDS = frozenset({"institution", "organization", "mission"})


@needing(_TRIGGER)
def observers(view: View) -> Iterator[Draft]:
    """The observation of all those bodies whose observers a sentence counts, or whose work together it is, at least two."""
    if not _TRIGGER.stands_in(view.main):
        return
    view = view.without_topics
    for rule, named in ((_COUNTED, _SENT), (_COMMON, _INVOLVED)):
        for match in view.search(rule):
            bodies = [
                thing
                for sent in pattern(named).finditer(match["rest"])
                for thing in view.things(sent["body"], "G")
                if thing.kind in _KINDS
            ]
            bodies = list(dict.fromkeys(bodies))
            if len(bodies) > 1:
                yield Draft.of(
                    view,
                    "Observation",
                    Factuality.HAPPENED,
                    "observation",
                    parties=[Party(one) for one in bodies],
                    roles={one.iri.value: "observer" for one in bodies},
                    event_kind="election-observation",
                )
