"""The format in which those met whom a sentence lists: “the foreign ministers of the E3+3 (China, …)”, “had a call in the Normandy format”."""

import re

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.view import Party, View
from kg.model import Thing
from kg.text.rule import Rule
from kg.text.shape import pattern

_TRIGGER = Rule(
    r"\b(?:format|[Ff]ormat\b|countries|leaders|ministers|directors|Directors|Ministers|Leaders|members|principals|representatives|heads|Heads|Four|Quartet|advisers|envoys)"
)
# The members of a format, listed behind its name.
_LISTED = (
    r"(?P<body>{F})(?:(?:\s(?:countries|states|members|group|format|partners|participants))?,?\s(?:\((?:the\s)?|[–—-]\s(?:the\s)?|(?:namely|consisting\sof|comprising|including)\s(?:the\s)?)|\s(?:countries|states|members),\s)"
    r"(?P<who>{SG}(?:,\s(?:the\s)?{SG})*,?\sand\s(?:the\s)?{SG})"
)
# “Met in the Normandy format”: but not where its work is only spoken of.
_WITHIN = (
    r"\b(?:met|meets?|meeting|conversation|calls?|talks|summit|consultations|conference|spoke)\b"
    r"(?:(?!\b(?:about|regarding|concerning|negotiations|progress|work|efforts)\b|\bon\s(?:the|how)\b|\b(?:discuss|review|and)\w*\b)[^;.{A}]){0,70}?\s(?:in|within|under)\sthe\s(?P<body>{F})"
)


def in_formats(view: View, told: list[Draft]) -> None:
    """Give the talks that a sentence tells, for which no format was found, the one whose members they list or in which they were held."""
    open_ones = [one for one in told if one.category in TALK_CLASSES and not one.formats and not one.refers_back]
    if not open_ones or pattern(r"{F}").search(view.main) is None or not _TRIGGER.stands_in(view.words):
        return
    for match in pattern(_LISTED).finditer(view.main):
        body = view.things(match["body"], "F")[0]
        members = [Party(one) for one in view.things(match["who"], "SG")]
        for draft in open_ones:
            known = draft.actors
            if any(one.thing.iri.value in known for one in members):
                draft.parties += [one for one in members if one.thing.iri.value not in known]
                _held_in(draft, body)
    for match in pattern(_WITHIN).finditer(view.main):
        if _named_format(view, match["body"]):
            for draft in open_ones:
                _held_in(draft, view.things(match["body"], "F")[0])


def _held_in(draft: Draft, body: Thing) -> None:
    if not draft.formats:
        draft.formats = (body,)
        draft.parties = [one for one in draft.parties if one.thing != body]


def _named_format(view: View, stretch: str) -> bool:
    """Whether the words call it a format: a process is rather what was spoken of."""
    return any(
        re.search(r"(?i)\bformat$", view.paragraph.text[item.start : item.end]) for item in view.shape.found(stretch)
    )
