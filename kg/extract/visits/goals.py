"""What a journey leads to: places, several stops, houses and sites."""

import re

from kg.extract.setting import dates_in, where
from kg.extract.view import View
from kg.extract.visits.rules import OURS
from kg.model import Thing
from kg.text.dates import DateMention
from kg.text.publisher import Publisher
from kg.text.shape import pattern


def site_of(view: View, match: re.Match[str]) -> list[Thing | None]:
    """Where a house or site is that somebody saw, or that nothing is said of it."""
    place: list[Thing | None] = [*where(view, match.end("goal"))]
    return place[:1] or [None]


# “Visited X on 14 March and Y on 15 March”, “X on 5 May, then travels on to Y on 6 May”, “X (5 May), Y (6 and 7 May) and Z (8 May)”.
_ALSO = (
    r"(?:\s(?:(?:on|from)\s)?{N}|\s\({N}\)),?(?:\sand|;\sand|;)?(?:\s(?:then|finally|later|lastly))?\s"
    r"(?:(?:(?:then|afterwards)\s)?(?:travel(?:s|led)?|continue[sd]?|fl(?:y|ies)|flew|go(?:es)?|went|move[sd]?|proceed(?:s|ed)?)\s(?:on\s)?)?(?:(?:(?:an?\s(?:[a-z]+\s)?(?:visit|trip)\s)?to|in|visits?|visited)\s)?(?:the\s)?"
    r"(?P<goal>{LS})(?=\s(?:(?:on|from)\s)?(?P<day>{N})(?!\s(?:[a-z]+ed|said|was|is|will)\b)|\s\((?P<set_off>{N})\))"
)


def further_stops(view: View, position: int) -> tuple[list[tuple[Thing, DateMention | None]], int]:
    """Where a journey went on to behind its first stop, each with a day of its own, and where the last is named."""
    stops: list[tuple[Thing, DateMention | None]] = []
    while (match := pattern(_ALSO).match(view.main, position)) is not None:
        position = match.end()
        begin = match.start("day") if match["day"] else match.start("set_off")
        days = [one for one in dates_in(view) if view.shape.at(one.start) == begin]
        stops += [(goal, days[0] if days else None) for goal in view.things(match["goal"], "LS")]
    return stops, position


def goals_of(view: View, stretch: str) -> list[Thing]:
    """Where somebody went: of “Honiara, Solomon Islands” the city alone."""
    if stretch == OURS:
        # Of a foreign ministry's release: its own.
        own = Publisher(view.document).own_foreign_ministry()
        return [own] if own is not None else []
    if stretch.endswith("capital"):
        return view.places(stretch)
    found = view.things(stretch, "LSRE")
    within = view.document.words.state_of_place
    named = [match[0] for match in pattern(r"{L},\s{S}").finditer(stretch)]
    states = {
        thing.key
        for pair in named
        for thing in view.things(pair[-1], "S")
        for place in view.things(pair[0], "L")
        if within.get(place.key, thing.key) == thing.key
    }
    return [one for one in found if one.kind != "state" or one.key not in states]
