"""Meetings and calls that no wording of the other rules tells, read from the clause: who is its subject, and with whom.

The verb or noun only has to be one of talking together; who took part is asked of the grammar of the sentence.
"""

from collections.abc import Iterator, Sequence

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.by_clause.among import among, on_programme
from kg.extract.meetings.by_clause.guests import by_role
from kg.extract.meetings.by_clause.hosts import by_host
from kg.extract.meetings.by_clause.nouns import ATTITUDE, by_noun
from kg.extract.meetings.by_clause.unnamed import by_group
from kg.extract.meetings.by_clause.verbs import by_verb
from kg.extract.syntax.clauses import chunks
from kg.extract.view import View
from kg.text.rule import Trigger

__all__ = ["ATTITUDE", "by_clause"]

TRIGGER = Trigger(
    r"(?i:meet|met\b|talk|discuss|consult|convers|exchang|negotiat|deliberat|dialogue|visit|bilateral|dinner|lunch|breakfast|supper|coffee|summit|call|audience|encounter|t[eê]te|lateral|round|retreat|banquet|brief|gathering|appointment|interview|guest|interlocutor|session|confer|sp[eo]ke?|report\sto\b|saw\b|see(?:s|ing)?\b|receiv|host|welcom|brief|sat\b|sits?\b|huddl|phon|rang\b|reach|dined|one-on-one|among|programme|agenda|itinerary|diary|schedule)",
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
    given: list[frozenset[str]] = []
    for draft, others in (
        *by_noun(view),
        *by_host(view),
        *by_role(view),
        *by_verb(view),
        *among(view),
        *on_programme(view),
    ):
        # “Met A at a meeting with her in X”: one, however often it is told.
        if others and not any(one.thing.iri in met for one in others) and draft.actors not in given:
            given.append(draft.actors)
            yield draft
    held = [one.actors for one in told if one.category in TALK_CLASSES]
    for draft in by_group(view):
        # Whoever is told to have met others in the sentence met the group with them, or is told of it elsewhere.
        if all(draft.actors.isdisjoint(one) for one in (*held, *given)):
            given.append(draft.actors)
            yield draft
