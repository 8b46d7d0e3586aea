"""Conferences told only as the occasion of what somebody said there: “Speaking at a conference on X in Y, Z called for …”.

“Opening the first X Conference, Z …”, “Z told a seminar in Y”, “in her address to the X Forum, Z …”. A conference that has
neither a name nor a place or day of its own is one told of before, if anything.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.gatherings import CONFERENCE, WORD, written
from kg.extract.needing import needing
from kg.extract.setting import names_day, told, when, where
from kg.extract.view import View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger

_TRIGGER = Trigger(
    r"\b(?:session|plenary|hearing|debate|[Cc]onference|[Ss]eminar|[Ff]orum|[Ss]ymposium|[Cc]ongress|[Ww]orkshop|[Rr]oundtable|Summit|Dialogue)\b",
    r"\b[Rr]ound\stable\b",
)
_ADJECTIVES = r"(?:(?!press\b|news\b)(?:\d+(?:st|nd|rd|th)|[a-z][\w-]*|{D})\s){0,4}?"
_OCCASION = (
    r"(?:(?:participants|delegates|representatives|those)\s(?:at|in|of|attending)\s)?(?:(?P<one>an?)|the|today['’]s|this\syear['’]s|(?:the\s)?{SDG}['’]s?)\s(?P<day>{N}\s)?"
    rf"{_ADJECTIVES}(?:(?P<name>(?:\d+(?:st|nd|rd|th)\s)?(?:{WORD}\s(?:(?:on|of|for|and|in)\s(?:the\s)?)?){{1,6}}?(?:Conference|Summit|Forum|Congress|Seminar|Symposium|Dialogue|Workshop)(?![\w-]|\s[A-Z]))"
    r"|(?P<noun>conference|seminar|forum|symposium|congress|workshop|round\s?table|session|plenary|hearing|debate))\b"
)
_DATELINE = r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?"
_SPEECH = r"(?:[a-z-]+\s){0,2}(?:speech|address|remarks|statement|keynote|intervention|presentation)"
_RULES = (
    rf"{_DATELINE}(?P<verb>(?:Opening|Closing|Inaugurating|Concluding|Addressing|Attending|Hosting)|(?:Speaking|Talking)\s(?:(?:today|yesterday)\s)?(?:at|to|before|during|in)|(?:Taking\spart|Participating)\sin)\s{_OCCASION}(?P<about>[^;“”{{A}}]{{0,140}}?),\s(?:the\s)?(?P<who>{LIST})",
    rf"{_DATELINE}In\s(?P<verb>(?:his|her|their|an?|the)\s{_SPEECH})\s(?:to|at|before)\s{_OCCASION}(?P<about>[^;“”{{A}}]{{0,140}}?),\s(?:the\s)?(?P<who>{LIST})",
    rf"(?P<who>{LIST}),?\s(?:(?:today|yesterday|also)\s)*(?P<verb>told|said|stressed|warned|added|noted)\s(?:(?<=\stold\s)|(?:(?:today|yesterday)\s)?(?:at|during|in\s(?:an?|his|her)\s{_SPEECH}\s(?:to|at))\s){_OCCASION}(?P<about>(?:\s(?:on|in|of|about|entitled|at)\s[^;,.“”{{A}}]{{1,60}}?)?(?=[,.;]|\s(?:today|yesterday|that|on\s|in\s)|$))",
    rf"\b(?P<verb>said|stressed|warned|added|noted)\s(?P<who>{LIST})\s(?:(?:today|yesterday|also)\s)*(?:at|during|in\s(?:an?|his|her)\s{_SPEECH}\s(?:to|at))\s{_OCCASION}(?P<about>(?:\s(?:on|in|of|about|entitled|at)\s[^;,.“”{{A}}]{{1,60}}?)?(?=[,.;]|\s(?:today|yesterday|that|on\s|in\s)|$))",
)
# What a conference or a council has several of.
_PARTS = frozenset({"session", "plenary", "hearing", "debate"})
_WILL = re.compile(r"(?:,[^,;]{2,90},)?\s(?:\w+\s)?(?:will|would|is\s(?:to|due|expected|set))\b")


@needing(_TRIGGER)
def spoken_at(view: View) -> Iterator[Draft]:
    """The conference at which, as a sentence says, somebody spoke; who spoke took part."""
    if view.is_title or not _TRIGGER.stands_in(view.main):
        return
    for match in (one for rule in _RULES for one in view.search(rule)):
        people = people_of(view.parties(match["who"]))
        name = match["name"]
        label = written(view, name) if name else match["noun"]
        if not people or (name and (view.things(name, "F") or not CONFERENCE.search(label))):
            continue
        behind = match.end("name" if name else "noun")
        to_come = _WILL.match(view.main, match.end("who")) is not None
        factuality = Factuality.PLANNED if to_come else told(view, match.start("verb"), Factuality.HAPPENED)
        start, end = when(view, match.start("verb"), factuality)
        places = where(view, behind)
        own = bool(places) or names_day(view, start)
        if label in _PARTS and not match["day"]:
            continue
        # “Opening the 8 May session”: the day says which.
        one = match["one"] or match["day"]
        if (not name and not (one and own)) or (name and not own and not view.is_lead):
            continue
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "gathering.spoken",
            parties=people,
            start=start,
            end=end,
            places=places,
            event_kind="summit" if "Summit" in label else "conference" if "onference" in label else None,
            label=label,
        )
        return
