"""Meetings of one sentence that were held one after another, each with a day or place of its own."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import Draft
from kg.extract.setting import dates_in
from kg.extract.view import Party, View, people_of
from kg.text.shape import pattern

# Behind those whom somebody met: one after another.
APART = re.compile(
    r",?[^,;.]{0,30}\b(?:separately|individually|in\sturn)\b|,\seach\b|[^;.]{0,50}\b(?:one\safter\s(?:the\sother|another)|one\sby\sone)\b"
)

_EACH_APART = re.compile(
    r"\b[Ii]n\s(?:his\s|her\s|the\s|these\s)?(?:separate|individual|one-on-one)\s(?:meetings|talks|conversations|discussions|consultations)\swith\s(?:each|them|all|both)\b"
    # “During the different meetings, she discussed …”.
    r"|\b(?:[Dd]uring|[Ii]n|[Aa]t)\s(?:(?:these|the|those|his|her)\s)?(?:different|separate|various|individual)\s(?:meetings|talks|conversations)(?=,|\s(?:he|she|the)\s)"
    # “In each case the leaders congratulated her”, “in all three calls”.
    r"|\b[Ii]n\s(?:each|every)\s(?:case|call|conversation|meeting)\b|\b(?:[Dd]uring|[Ii]n|[Oo]n|[Aa]t)\s(?:all|both|each)\s(?:of\s)?(?:(?:the|these|those|his|her)\s)?(?:(?:two|three|four|five|phone|telephone)\s){0,2}(?:calls|conversations|meetings|talks)\b"
)
_CALLS = re.compile(r"(?i)\bcalls\s(?:with|to)\b")
_SEVERAL = 3
_PARAGRAPHS = 3
"""In which it is said, the one that tells of the meetings among them."""


def said_behind(view: View, others: list[Party]) -> bool:
    """Whether a sentence behind says that several who are told of here were met apart: “in separate meetings with each ambassador”."""
    if len(others) < _SEVERAL:
        return False
    if not view.is_title and _CALLS.search(view.document.paragraphs[0].text):
        # The headline speaks of several calls.
        return True
    first = view.paragraph.index
    behind = view.document.paragraphs[first : first + _PARAGRAPHS]
    starts = (view.sentence.end, *(0 for _ in behind[1:]))
    return any(_EACH_APART.search(one.text, start) for one, start in zip(behind, starts, strict=True))


_SETTING = r"(?:\({N}\)|(?:in|at)\s(?:the\s)?{LSR}|(?:on\s)?{N}|today|yesterday|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:by|over\sthe)\s(?:tele)?phone|at\s(?:noon|midday|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}(?:[.:]\d\d)?)(?:\s(?:a\.?m\.?|p\.?m\.?|o['’]clock))?)|first|(?:the\ssame|that|the\snext)\s(?:day|morning|afternoon|evening|night)|in\sthe\smorning|(?:in|at|on|over)\s(?:a\sseparate|another)\s(?:meeting|conversation|call|occasion|session|lunch|dinner|breakfast)|earlier|separately|(?:at|over|during)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}(?:dinner|lunch|breakfast|luncheon|reception|ceremony))"


_LATER = r"(?:(?:later|early|on)\s(?:that|the)\s(?:same\s)?(?:day|morning|afternoon|evening|night)|(?:that|the\ssame|the\snext|the\sfollowing)\s(?:day|morning|afternoon|evening|night)|later\s(?:on\s)?(?:in|on)\s(?:the|that|this)\s(?:same\s)?(?:day|morning|afternoon|evening|week|month)|later\stoday|later|then|subsequently|thereafter|afterwards|finally|lastly|separately|in\sthe\s(?:afternoon|evening)|in\sthe\scourse\sof\sthe\s(?:afternoon|evening|morning|day))"


# “A, Special Representative of X and head of the Centre, and thereafter B”.
_ALSO_HEAD = r"(?:\sand\s(?:[Hh]ead|[Dd]irector|[Cc]hair\w*|[Cc]hief|[Cc]ommander|[Ss]ecretary[\s-][Gg]eneral)\sof\s(?:the\s)?[^;,{A}]{1,60})?"
_NEXT = (
    r"(?:"
    # “met A in X on Monday and, in Y, with B”: another meeting, with a place or time of its own.
    rf"(?:,?\s{_SETTING})*(?:,?\s(?:about|on|to\s(?:discuss|review|consider|talk\sabout|exchange\sviews\son))\s[^;{{A}}]{{3,90}}?)?,?\sand,?\s(?:(?:{_SETTING}|{_LATER}),?\s)*(?:(?:accompanied\sby|together\swith|joined\sby)\s(?P<company>{LIST}),\s)?(?:also\s|then\s)?with\s"
    # “a meeting with A and another with B”.
    r"|,?\sand,?\s(?:another|a\s(?:second|third|further|separate)(?:\s(?:one|meeting|conversation))?|one)\swith\s"
    rf"|(?:,?\s{_SETTING})*{_ALSO_HEAD},?\sand,?\s{_LATER},?\s(?:also\s)?"
    rf")(?P<other>{OBJECT})"
    rf"|(?:,?\s{_SETTING})+(?:,?\sand|,)\s(?P<apart>{OBJECT})(?=,?\s(?:(?:in|on)\s(?:the\s)?)?{{LSN}}|\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\sin\sthe\s(?:afternoon|evening)|\s(?:later|afterwards)|\s(?:an|one|two|three|half\san)\shours?\slater|\sat\s(?:noon|midday|[a-z]+en\b|one|two|three|four|five|six|eight|nine|\d))"
)


_OWN_SETTING = r"^(?:,?\s(?:(?:in|at)\s(?:the\s)?(?P<place>{LSR})|(?:on\s)?(?P<day>{N})|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|later|afterwards|in\sthe\s(?:afternoon|evening)))+"


def later(view: View, position: int) -> Iterator[tuple[list[Party], int, int]]:
    """Whom the subject saw besides, in a place or at a time of their own, each with the stretch that tells of it."""
    while True:
        match = pattern(_NEXT).match(view.main, position)
        if match is None:
            return
        others = view.objects(match, "other" if match["other"] is not None else "apart")
        if not others:
            return
        # “Met X and, accompanied by Y, with Z”: Y was there, too.
        along = people_of(view.parties(match["company"]))
        yield [*along, *others], match.start(), match.end()
        position = match.end()


def own_setting(view: View, draft: Draft, begins: int, ends: int) -> None:
    """Give a meeting the place and day that stand beside those whom it was with, where any do."""
    behind = pattern(_OWN_SETTING).match(view.main[ends:])
    after = behind[0] if behind is not None else ""
    before = view.main[begins:ends]
    before = before[before.find("and") :]
    stretches = [(begins + len(view.main[begins:ends]) - len(before), ends), (ends, ends + len(after))]
    days = [one for one in dates_in(view) if any(start <= view.shape.at(one.start) < end for start, end in stretches)]
    places = view.things(after, "LS") or view.things(before.split(" with ")[0] if " with " in before else "", "LS")
    if places:
        draft.places = tuple(places[:1])
    elif days:
        draft.places = ()
    if days:
        draft.start, draft.end = days[-1].first, days[-1].until


_TO_SEVERAL = r"\bto\s{LS}(?:,\s{LS})*,?\sand\s(?:to\s)?{LS}\b|\bto\s{LS}(?:,\s{LS})*,?\sand\s(?:to\s)?{LS}"


def leads_on(view: View, match: re.Match[str]) -> int:
    """To how many places the words before a verb lead: “plan to travel to X and Y to meet A and B”; 0 for less than two."""
    found = pattern(_TO_SEVERAL).search(view.main, 0, match.start("verb"))
    return len(view.things(found[0], "LS")) if found is not None else 0
