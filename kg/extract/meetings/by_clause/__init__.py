"""Meetings and calls that no wording of the other rules tells, read from the clause: who is its subject, and with whom.

The verb or noun only has to be one of talking together; who took part is asked of the grammar of the sentence.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.by_clause.among import among, on_programme
from kg.extract.meetings.by_clause.frames import table
from kg.extract.meetings.by_clause.guests import by_role
from kg.extract.meetings.by_clause.hosts import by_host
from kg.extract.meetings.by_clause.lexicon import JOINTS, nouns
from kg.extract.meetings.by_clause.nouns import ATTITUDE, by_noun
from kg.extract.meetings.by_clause.unnamed import by_group
from kg.extract.meetings.by_clause.verbs import by_verb
from kg.extract.merge import COMPANY
from kg.extract.syntax.clauses import chunks
from kg.extract.view import View
from kg.text.rule import Trigger

__all__ = ["ATTITUDE", "by_clause"]

# What else than a verb or noun of talking tells of them.
_OTHERS = (
    r"(?i:\b(?:guest|host|interlocutor|among|programme|agenda|itinerary|diary|schedule|welcom|granted|accorded|brief))"
)


@cache
def _trigger() -> Trigger:
    """A word of talking of any of the tables."""
    every = "|".join(filter(None, map(nouns, JOINTS)))
    return Trigger(rf"{table()[0].pattern}|(?i:\b(?:{every}))\b|{_OTHERS}")


def by_clause(view: View, told: Sequence[Draft]) -> Iterator[Draft]:
    """What the clauses of a sentence tell of talks with people of whom the drafts of the sentence so far tell none."""
    if view.is_title or not _trigger().stands_in(view.unquoted):
        return
    if not chunks(view.main):
        return
    met = {
        party.thing.iri
        for one in told
        # Who else was at a meeting told before says nothing of who met in this sentence.
        if one.category in TALK_CLASSES and one.rule != COMPANY
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
