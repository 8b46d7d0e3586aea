"""Further courses of a series, told beside the one that a release is about: “a second course will be held in X on 6 May”."""

from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.needing import needing
from kg.extract.setting import dates_in, to_come
from kg.extract.view import Party, View
from kg.model import Factuality, Thing
from kg.text.rule import Rule
from kg.text.shape import pattern

_WHICH = r"(?:first|second|third|fourth|fifth|sixth|tenth|twentieth|next|further|following|previous|earlier|similar|\d+(?:st|nd|rd|th))"
_NOUN = r"(?P<noun>courses?|workshops?|seminars?|trainings?|events?|camps?|ones?|sessions?)"
_HELD = r"(?P<verb>will\s(?:also\s)?(?:be\s(?:held|conducted|organi[sz]ed|given)|take\splace|open|begin|start|follow)|(?:is|are)\s(?:to\s(?:be\s(?:held|conducted|organi[sz]ed|given)|take\splace|follow|open|begin|start)|planned|scheduled|foreseen)|(?:was|were)\s(?:held|conducted|organi[sz]ed|given)|took\splace)"
_OTHER = rf"(?:\b(?:[Aa]|[Aa]n|[Tt]he|[Aa]nother|[Tt]wo|[Tt]hree|[Ss]everal)\s(?:{_WHICH}\s)?(?:\w+\s)?|^\W*(?:[Ee]arlier|[Ss]imilar|[Ff]urther|[Oo]ther|[Pp]revious)\s){_NOUN}\b(?P<about>[^;.{{AEFH}}]{{0,60}}?)(?:,\s[^;.{{A}}]{{0,60}},)?\s{_HELD}(?P<rest>[^;.]{{0,140}})"
# “The first was held in X from 12 to 14 June”: of the series told of.
_NUMBERED = rf"^\W*(?:[Tt]he|[Aa])\s{_WHICH}(?:,\s[^;.{{A}}]{{0,80}},)?\s{_HELD}(?P<rest>[^;.]{{0,140}})"
_SETTING = r"\bin\s(?P<place>{L}|[A-ZÀ-ŽŠ][\w-]+(?:\s[A-Z][\w-]+)?)\s(?:on\s|in\s)?(?P<day>{N})"
_OF_HELD = Rule(r"\b(?:held|conducted|organi[sz]ed|given|place|open|begin|start|follow|planned|scheduled|foreseen)\b")


@needing(_OF_HELD)
def further_courses(view: View) -> Iterator[Draft]:
    """The other courses of those who hold the one that is told of, each with the place and day that the sentence gives it."""
    organizers = view.document.organizers
    if not organizers or not _OF_HELD.stands_in(view.main) or view.is_lead or view.is_title:
        return
    match = pattern(_NUMBERED).match(view.main) or pattern(_OTHER).search(view.main)
    if match is None:
        return
    coming = match["verb"].startswith(("will", "is", "are"))
    issued = view.document.issued
    days = {view.shape.at(one.start): one for one in dates_in(view)}
    for setting in pattern(_SETTING).finditer(view.main, match.start("rest")):
        day = days.get(setting.start("day"))
        if day is None or issued is None or len(day.first) < 7:
            continue
        day = to_come(view, day, view.shape.start(match.start("verb"))) if coming else day
        if coming != (day.last >= issued[: len(day.last)]):
            continue
        name = setting["place"]
        places = tuple(view.things(name, "L")) or (Thing("place", name, name, "Place"),)
        yield Draft.of(
            view,
            "Activity",
            Factuality.PLANNED if coming else Factuality.PRESUPPOSED,
            "activity.other",
            parties=[Party(one) for one in organizers],
            roles={one.iri.value: "organizer" for one in organizers},
            start=day.first,
            end=day.until,
            places=places,
            event_kind="training",
            label="course",
        )
