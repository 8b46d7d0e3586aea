"""Meetings and calls that no wording of the other rules tells, read from the clause: who is its subject, and with whom.

The verb or noun only has to be one of talking together; who took part is asked of the grammar of the sentence.
"""

from collections.abc import Iterator, Sequence

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.by_clause.among import among, on_programme
from kg.extract.meetings.by_clause.nouns import ATTITUDE, by_noun
from kg.extract.meetings.by_clause.verbs import by_verb
from kg.extract.syntax.clauses import chunks
from kg.extract.view import View
from kg.text.rule import Trigger

__all__ = ["ATTITUDE", "by_clause"]

TRIGGER = Trigger(
    r"(?i:meet|met\b|talk|discuss|consult|convers|exchang|negotiat|deliberat|dialogue|dinner|lunch|breakfast|supper|coffee|summit|call|audience|encounter|t[eê]te|lateral|round|retreat|gathering|appointment|interview|session|confer|sp[eo]ke?|report\sto\b|saw\b|see(?:s|ing)?\b|receiv|host|welcom|brief|sat\b|sits?\b|huddl|phon|rang\b|reach|dined|one-on-one|among|programme|agenda|itinerary|diary|schedule)",
)


def by_clause(view: View, told: Sequence[Draft]) -> Iterator[Draft]:
    """What the clauses of a sentence tell of talks with people of whom the drafts of the sentence so far tell none."""
    if view.is_title or not TRIGGER.stands_in(view.unquoted):
        return
    if not chunks(view.main):
        return
    met = {
        party.thing.iri
        for one in told
        if one.category in TALK_CLASSES
        for party in one.parties
        if party.thing.kind == "person"
    }
    for draft, others in (
        *by_noun(view),
        *by_verb(view),
        *among(view),
        *on_programme(view),
    ):
        if others and not any(one.thing.iri in met for one in others):
            yield draft
