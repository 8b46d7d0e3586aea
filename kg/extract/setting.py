"""When and where an event was: from its own sentence, not from the dateline."""

import re
from datetime import date, timedelta

from kg.extract.view import View, things_of
from kg.model import Factuality, Thing
from kg.text.dates import DateMention
from kg.text.offices import portfolio_words
from kg.text.people import not_names
from kg.text.shape import pattern

# Words that put an event at a time that the text does not name: no date is then better than today's.
VAGUE = re.compile(
    r"\b(?:last (?:week|month|year|night|autumn|spring|summer|winter)|next (?:week|month|year)|earlier this (?:week|month|year)|later this (?:week|year)|this (?:week|month|year)|recent(?:ly)?|previous(?:ly)?|"
    r"(?:days?|weeks?|months?|years?) ago|in the (?:coming|past|last|next)|since|soon|in due course|in the (?:near )?future|upcoming|forthcoming)\b",
    re.IGNORECASE,
)
PLACE = r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s(?:the\s)?(?:(?:\w+\s){0,2}(?:city|town|village|capital|border crossing)\s(?:of\s)?)?)(?P<place>{L}(?:/{L})?)"
TO_PLACE = r"\bto\s(?:the\s)?(?:(?:city|town|village|capital)\sof\s)?(?P<place>{L})"


def dates_in(view: View) -> list[DateMention]:
    """The dates of a sentence outside quotations, offsets in the paragraph."""
    return [
        one
        for one in view.paragraph.dates
        if view.sentence.start <= one.start < view.sentence.end
        and not view.paragraph.quoted(one.start)
        and not _of_dateline(view, one)
    ]


PAST = re.compile(r"^\W*\w*(?:ed|met|held|had|took|spoke|saw|sat|led|went|paid|made|began|was|were)\b")


def _of_dateline(view: View, mention: DateMention) -> bool:
    """Whether a date is the dateline's: it says when the release was written, not when something was."""
    text = view.paragraph.text
    return (
        not mention.spoken
        and mention.start < 120
        and bool(re.match(r"\s?[-–—]\s", text[mention.end : mention.end + 3]))
    )


def told(view: View, trigger: int, factuality: Factuality) -> Factuality:
    """The same factuality, but planned where a present tense stands with a day that is still to come."""
    if factuality is not Factuality.HAPPENED or view.document.issued is None:
        return factuality
    if PAST.search(view.unquoted[trigger : trigger + 30]):
        return factuality
    position = view.shape.starts[min(trigger, len(view.shape.starts) - 1)]
    days = [one for one in dates_in(view) if len(one.first) == 10 and _same_clause(view, one, position)]
    return Factuality.PLANNED if days and all(one.first > view.document.issued for one in days) else factuality


def when(view: View, trigger: int, factuality: Factuality) -> tuple[str | None, str | None]:
    """The first and last day of an event whose verb or noun stands at `trigger` of the shape; ISO or None.

    The date nearest to the trigger in its clause; else, for what happened, the release's own day, unless
    the words put it at another time. A dateline's date counts as the lead's day.
    """
    position = view.shape.starts[trigger] if trigger < len(view.shape.starts) else view.sentence.end
    found = [one for one in dates_in(view) if len(one.first) == 10 or not one.spoken]
    in_reach = [one for one in found if _same_clause(view, one, position) and _near(view, one, trigger)]
    if factuality is Factuality.HAPPENED:
        issued = view.document.issued
        in_reach = [one for one in in_reach if issued is None or one.first <= issued or len(one.first) < 10]
    if factuality is Factuality.PLANNED and view.document.issued is not None:
        in_reach = [one for one in in_reach if one.last >= view.document.issued[: len(one.last)]]
    if in_reach:
        nearest = min(in_reach, key=lambda one: min(abs(one.start - position), abs(one.end - position)))
        return nearest.first, (nearest.last if nearest.last != nearest.first else None)
    if view.is_title:
        return None, None
    if factuality is Factuality.HAPPENED and not VAGUE.search(view.unquoted):
        return view.document.issued, None
    return None, None


def _near(view: View, mention: DateMention, trigger: int) -> bool:
    """A bare year is an event's only right beside it: elsewhere it dates something else of the sentence."""
    return len(mention.first) > 4 or 0 <= view.shape.at(mention.start) - trigger < 30


NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}
LASTING = re.compile(rf"\b(?P<number>{'|'.join(NUMBERS)}|\d)(?:-day|\sdays\sof)\b", re.IGNORECASE)
ENDING = re.compile(r"\b(?:conclud\w+|ended|ends|wound\sup|wrapped\sup|completed|finished|closed)\b", re.IGNORECASE)


def lasting(view: View, verb: str, start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """The days of an event of which only the last is told: “wound up a two-day visit”, “the round ended today”.

    How long it was gives its first day; else that stays open.
    """
    if start is None or end is not None or len(start) != 10 or not ENDING.search(verb):
        return start, end
    length = LASTING.search(view.words)
    if length is None:
        return None, start
    days = NUMBERS.get(length["number"].lower()) or int(length["number"])
    return (date.fromisoformat(start) - timedelta(days=max(days - 1, 0))).isoformat(), start


def _same_clause(view: View, mention: DateMention, position: int) -> bool:
    low, high = sorted((mention.start, position))
    between = view.paragraph.text[low:high]
    return ";" not in between and not re.search(
        r"\b(?:after|following|since|before|signed|adopted|agreed on)\b|\bof the $", between
    )


def where(view: View, trigger_end: int, arrival: bool = False) -> tuple[Thing, ...]:
    """The place of an event whose verb or noun ends at `trigger_end` of the shape, or nothing."""
    rule = TO_PLACE if arrival else PLACE
    text = view.unquoted
    best: re.Match[str] | None = None
    for match in pattern(rule).finditer(text):
        if (
            match.start() < trigger_end
            and not re.match(r"^(?:[^,;]{0,60}, |\W*(?:Today|Earlier today|Yesterday)?\s?)$", text[: match.start()])
            and match.start() > 25
        ):
            continue
        between = text[trigger_end : match.start()]
        if match.start() >= trigger_end and pattern(
            r"[;]|\bto\s(?!meet|see|visit|hold|attend|the\b|an?\b)[a-z]+\b|\b(?:but|while|whereas|after|before|since|following|call(?:s|ed)?\s(?:for|on)|urg(?:es?|ed)|attack\w*|killing\w*|regret\w*|said|that|which|where|who|on the situation|developments|conflict|situation|elections?|war|crisis|events|reforms?|violence|hostilities|progress|ceasefire|engagement)\b"
        ).search(between):
            continue
        best = match
        break
    if best is None:
        return _unknown_place(view, text, trigger_end)
    return tuple(thing for item in view.shape.found(best["place"]) for thing in things_of(item))


_NEW_PLACE = re.compile(
    r"\bin (?:the (?:town|village|city) of )?(?P<name>[A-Z][a-zà-ž]+(?:[-/][A-ZÀ-Ž][\wà-ž]+)*)(?=[\s,.;]|$)"
)


def _unknown_place(view: View, text: str, trigger_end: int) -> tuple[Thing, ...]:
    """A place that no list knows, named right behind the event: “at a centre in Panj”."""
    match = _NEW_PLACE.search(text, trigger_end)
    if match is None or match["name"] in not_names() or match["name"] in portfolio_words():
        return ()
    if pattern(r"[;]|\b(?:said|that|which|but|on)\b").search(text[trigger_end : match.start()]):
        return ()
    after = text[match.end() : match.end() + 2]
    if after[:1] == " " and after[1:2].isupper():
        return ()
    return (Thing("place", match["name"], match["name"], "Place"),)
