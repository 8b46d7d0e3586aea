"""Meetings and calls: who met, received, spoke or held talks with whom, in verbs, in nouns, in headlines."""

from kg.extract.meetings.by_clause import by_clause
from kg.extract.meetings.company import company
from kg.extract.meetings.contact import contact
from kg.extract.meetings.delegations import delegations
from kg.extract.meetings.larger_circle import larger_circle
from kg.extract.meetings.passing import passing
from kg.extract.meetings.proceedings import proceedings
from kg.extract.meetings.programmes import listed
from kg.extract.meetings.rules import meetings
from kg.extract.meetings.senders import senders
from kg.extract.meetings.series import series
from kg.extract.meetings.sides import sides
from kg.extract.meetings.with_parts import with_parts

__all__ = [
    "by_clause",
    "company",
    "contact",
    "delegations",
    "larger_circle",
    "listed",
    "meetings",
    "passing",
    "proceedings",
    "senders",
    "series",
    "sides",
    "with_parts",
]
