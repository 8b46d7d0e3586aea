"""Reads a release into facts: the registry of extractors, and the one way through them.

A new kind of event is one function from a sentence to drafts, listed in `EVENTS`; a new kind of plain fact is
one function from a sentence to facts, listed in `FACTS`.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from kg.extract.activities import activities, observations
from kg.extract.acts import acts
from kg.extract.appointments import appointments
from kg.extract.draft import Draft
from kg.extract.meetings import meetings
from kg.extract.memberships import memberships
from kg.extract.merge import TALKS, merge
from kg.extract.names import headings, mentions, tenures, unknown_names, unresolved
from kg.extract.rounds import addresses, next_round, rounds, taking_part
from kg.extract.topics import discuss
from kg.extract.view import View, views
from kg.extract.visits import company, seen, visits
from kg.model import Act, Fact, Factuality, Membership, Reading, Release, Thing
from kg.resources import resource
from kg.text.resolve import Document, read_document

EVENTS: tuple[Callable[[View], Iterator[Draft]], ...] = (
    meetings,
    visits,
    company,
    seen,
    rounds,
    addresses,
    taking_part,
    next_round,
    appointments,
    observations,
    activities,
)
FACTS: tuple[Callable[[View], Iterator[Act | Membership]], ...] = (memberships, acts)
DOCUMENT: tuple[Callable[[Document], Iterator[Fact]], ...] = (
    headings,
    mentions,
    tenures,
    unresolved,
    unknown_names,
)

Extractor = Callable[[Document], Iterator[Fact]]


def read(release: Release, more: tuple[Extractor, ...] = ()) -> Reading:
    """All facts that a release tells, each with its evidence; `more` are extractors of the caller's own."""
    document = read_document(release)
    facts: list[Fact] = []
    for extractor in (*DOCUMENT, *more):
        facts.extend(extractor(document))
    drafts: list[Draft] = []
    for view in views(document):
        told: list[Draft] = []
        for event in EVENTS:
            told.extend(event(view))
        discuss(told, view)
        drafts.extend(told)
        document.together = _together(told) or document.together
        document.round_of = next((one.formats[0] for one in told if one.formats), document.round_of)
        people = [party.thing for party in view.main_subject if party.thing.kind == "person"]
        document.subject = people[0] if people else document.subject
        for rule in FACTS:
            facts.extend(rule(view))
    facts.extend(merge(drafts, document))
    return Reading(release, tuple(_told_once(facts, release)))


def _told_once(facts: list[Fact], release: Release) -> list[Fact]:
    """The facts without those acts of the headline that the text tells, too; the text's gain its evidence."""
    acts_of_body: dict[tuple[str, str], int] = {}
    for number, fact in enumerate(facts):
        if isinstance(fact, Act) and fact.speaker is not None and not _in_title(fact, release):
            acts_of_body.setdefault((fact.speaker.iri.value, fact.act_type), number)
    kept: list[Fact | None] = list(facts)
    for number, fact in enumerate(facts):
        if isinstance(fact, Act) and fact.speaker is not None and _in_title(fact, release):
            same = acts_of_body.get((fact.speaker.iri.value, fact.act_type))
            told = kept[same] if same is not None else None
            if isinstance(told, Act) and same is not None:
                evidence = (*told.support.evidence, *fact.support.evidence)
                kept[same] = replace(told, support=replace(told.support, evidence=evidence))
                kept[number] = None
    return [fact for fact in kept if fact is not None]


def _in_title(act: Act, release: Release) -> bool:
    return release.title.span.covers(act.support.evidence[0])


def _together(drafts: list[Draft]) -> tuple[Thing, ...]:
    """The people of the talks that a sentence tells of, where at least two are named."""
    for draft in drafts:
        people = tuple(party.thing for party in draft.parties if party.thing.kind == "person")
        if draft.category in TALKS and draft.factuality is Factuality.HAPPENED and len(people) > 1:
            return people
    return ()


@cache
def version() -> str:
    """A hash of the code and the data that releases are read with: another version reads anew."""
    digest = hashlib.sha256()
    package = resource().joinpath("kg") if resource("kg").is_dir() else resource().parent
    folders = [package / "loaders", package / "text", package / "extract"]
    files = [package / "model.py", package / "rdf.py", package / "iris.py"]
    files += [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    files += sorted(resource("data", "lexicon").glob("*.csv")) + sorted(resource("data", "reference").glob("*.csv"))
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
