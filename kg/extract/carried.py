"""A place that opens a sentence holds for the meetings told after it in the same paragraph, until another is named."""

import re
from collections.abc import Sequence

from kg.extract.draft import Draft
from kg.extract.setting import PLACE
from kg.extract.view import View
from kg.model import Factuality, Thing
from kg.text.shape import pattern

_OPENING = r"^\W*(?:(?:Also|Later|Then|Back|Earlier|There)\s)?[Ii]n\s(?:the\s)?(?:(?:{D}\s)?(?:capital|city|town|village)(?:\sof)?,?\s)?(?P<place>{LE})(?!['’])"
# “Thursday was spent in X”, “the journey began on Wednesday in X”, “the next stop was X”.
_STAGE = (
    r"^\W*(?:[\w-]+\s){1,4}?was\sspent\sin\s(?P<place>{L})(?!['’])",
    r"^\W*[Tt]he\s(?:[\w-]+\s){0,2}?(?:journey|tour|trip|visit|programme|mission)\s(?:had\s)?(?:began|begun|started|opened|continued|ended|concluded|led|took\s(?:him|her|them))\s[^;.,{A}]{0,40}?\b(?:in|to)\s(?P<place>{L})(?!['’])",
    # “It was in X that the journey had begun”, “In between lay X”.
    r"^\W*It\swas\sin\s(?P<place>{L}),?\s(?:[\w-]+,?\s){0,3}?that\s(?:the|his|her|their)\s(?:[\w-]+\s){0,2}?(?:journey|tour|trip|visit|programme|mission)\b",
    r"^\W*(?:In\sbetween|Next|Then|After\sthat|Before\sthat)\s(?:there\s)?(?:lay|lies|came|was|followed)\s(?P<place>{L})(?=\W*$|,\swhere\b)",
    r"^\W*[Tt]he\s(?:first|second|third|next|last|final)\s(?:stop|station|leg)\s[^;.,{AL}]{0,40}?\b(?:was|in|to)\s(?P<place>{L})(?!['’])",
)
# “On 3 May the Minister was in X.”
_WAS_IN = r"^\W*(?:(?:On\s)?{N},?\s|[A-Z]\w+,?\s)?(?:the\s)?{A}\s(?:was|were|arrived)\s(?:back\s)?in\s(?P<place>{L})(?=\W*$|\son\s|\s{N})"


# “During her visit to Y, X met Z”: there, where Y is one place.
_ON_VISIT = r"^\W*(?:(?:Also|Later)\s)?(?:[Dd]uring|[Oo]n|[Ii]n\sthe\scourse\sof)\s(?:his|her|their|the|this|an?)\s(?:[\w-]+\s){0,4}?(?:visit|trip|stay|journey)\s(?:to|in)\s(?P<place>{L})(?!['’]|,?\sand\s|,\s{LS}|/)"


# “X travelled to Y. There she met Z.”
_THERE = pattern(r"^\W*There,?\s(?:(?:on\s)?{N},\s)?(?:the\s)?{A}")


def carry_place(view: View, told: Sequence[Draft]) -> None:
    """Give the meetings of a sentence that names no place the one that its paragraph is at."""
    document, index = view.document, view.paragraph.index
    if _THERE.match(view.unquoted):
        there = document.gone or _last_place(view)
        document.here = (index, there) if there else document.here
    stops = [draft.places for draft in told if draft.category == "Visit" and len(draft.places) == 1]
    document.gone = stops[-1] if stops else document.gone if not told else ()
    visited = pattern(_ON_VISIT).search(view.unquoted)
    if visited is not None:
        document.here = (index, tuple(view.things(visited["place"], "L")))
        _place(told, document.here[1])
        return
    _place(told, _only_place(view))
    opening = pattern(_OPENING).search(view.unquoted) or next(
        (found for stage in (*_STAGE, _WAS_IN) if (found := pattern(stage).search(view.unquoted)) is not None), None
    )
    if opening is not None:
        document.here = (index, tuple(view.things(opening["place"], "LE")))
        if view.things(opening["place"], "E"):
            # “In Transdniestria, they met X”: an entity is elsewhere who acts, and no place.
            _place(told, document.here[1])
    elif document.here is None:
        return
    elif pattern(PLACE).search(view.unquoted) is not None:
        document.here = None
    elif document.here[0] == index:
        _place(told, document.here[1])


# A place where something was, and not one that is spoken of or where somebody comes from or goes on to.
_IN_PLACE = pattern(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s(?:the\s(?:(?:{D}\s)?capital,?\s)?)?(?P<place>{L})(?!['’]|\s(?:[A-Z]|{AG}))"
)
_ANY_PLACE = pattern(r"{L}(?=\W|$)")
_DATELINE = pattern(r"^\W*(?:{L}(?:[,/]\s?)?)+[^–—-]{0,40}[–—-]\s")
# What puts the place into another clause than the meeting.
_SPOKEN_OF = re.compile(
    r"\b(?:said|says|told|situation|developments?|events|conflict|attacks?|elections?|war|crisis|agreed|announced|will|would|since|before|ahead|next|last|previous(?:ly)?|earlier|summit|conference|forum|council|assembly|session|round)\b",
    re.IGNORECASE,
)


# “Met X and called for peace in Y”.
_DID_THEN = re.compile(r"\band\s(?:\w+ly\s|also\s)?[a-z]+ed\b")


def _only_place(view: View) -> tuple[Thing, ...]:
    """The one place that a sentence names, where it says that something was there; nothing where it may be another's."""
    text = view.main
    dateline = _DATELINE.match(text)
    begin = dateline.end() if dateline is not None else 0
    named = {text[one.start()] for one in _ANY_PLACE.finditer(text, begin)}
    where = list(_IN_PLACE.finditer(text, begin))
    if len(named) != 1 or len(where) != 1 or ";" in text or _DID_THEN.search(text, begin, where[0].start()) is not None:
        return ()
    if _SPOKEN_OF.search(text, begin) is not None:
        return ()
    return tuple(view.things(where[0]["place"], "L"))


def _last_place(view: View) -> tuple[Thing, ...]:
    """The one place in which the sentence before tells that something was."""
    if not view.sentence.index:
        return ()
    text, before = view.paragraph.text, view.paragraph.sentences[view.sentence.index - 1]
    found = {
        one.entries[0].thing: None
        for one in view.paragraph.names
        if one.code == "L"
        and one.entries
        and before.start <= one.start < before.end
        and text.endswith((" in ", " at ", " to "), 0, one.start)
    }
    return tuple(found) if len(found) == 1 else ()


def _place(told: Sequence[Draft], places: tuple[Thing, ...]) -> None:
    for draft in told:
        if (
            draft.category == "Meeting"
            and draft.factuality in {Factuality.HAPPENED, Factuality.PLANNED}
            and not draft.places
            and not draft.refers_back
            and not draft.formats
        ):
            draft.places = places
