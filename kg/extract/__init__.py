"""Reads a release into facts: the registry of extractors, and the one way through them.

A new kind of event is one function from a sentence to drafts, listed in `EVENTS`; a new kind of plain fact is
one function from a sentence to facts, listed in `FACTS`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.activities import activities, handovers, observations, organized, organized_it
from kg.extract.actor_lists import LIST
from kg.extract.acts import acts
from kg.extract.addresses import addresses, said_there
from kg.extract.appointments import appointments
from kg.extract.attended import attended
from kg.extract.careers import careers
from kg.extract.carried import carry_place
from kg.extract.ceremonies import ceremonies
from kg.extract.clauses import in_first_person, relative_clauses
from kg.extract.committees import committees
from kg.extract.conflict_rounds import conflict_rounds
from kg.extract.convening import chaired, chairing, convened, last_met, since_numbered
from kg.extract.councils import councils
from kg.extract.counterparts import spoken_with
from kg.extract.courses import further_courses
from kg.extract.delegates import delegates
from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.events import events_of
from kg.extract.first_person import in_statements
from kg.extract.gatherings import gatherings
from kg.extract.heading import heading
from kg.extract.in_formats import in_formats
from kg.extract.itineraries import date_by_programme
from kg.extract.meetings import (
    by_clause,
    contact,
    delegations,
    larger_circle,
    listed,
    meetings,
    passing,
    proceedings,
    senders,
    series,
    sides,
    with_parts,
)
from kg.extract.meetings import company as attendance
from kg.extract.members import chairs_by_name, known_members, members
from kg.extract.memberships import memberships
from kg.extract.merge import ACCOMPANIED, COMPANY, COUNTED, ROUNDS_IN_PASSING
from kg.extract.names import headings, mentions, tenures, unknown_names, unresolved
from kg.extract.needing import needs_of
from kg.extract.observers import observers
from kg.extract.occasions import on_occasion
from kg.extract.opened_sessions import opened_by, opened_sessions
from kg.extract.parliaments import assembly_sessions
from kg.extract.plenaries import plenaries
from kg.extract.plurals import Company, remember
from kg.extract.predecessors import posts_left, posts_taken, predecessors, successors
from kg.extract.resumed import resumed
from kg.extract.rounds import next_round, rounds, since, taking_part
from kg.extract.session_attendance import attending, sat_in
from kg.extract.sittings import councils_held, councils_to_sit, dated_sessions, deciding
from kg.extract.spoken_at import spoken_at
from kg.extract.spoken_of import spoken_of
from kg.extract.topics import discuss, focus
from kg.extract.view import View, people_of, views
from kg.extract.visits.begun import begun
from kg.extract.visits.company import company
from kg.extract.visits.first_visits import first_visits
from kg.extract.visits.in_quotations import in_quotations
from kg.extract.visits.own import own
from kg.extract.visits.seen import seen
from kg.extract.visits.stops import been_in, left_out, taken_to, toured
from kg.extract.visits.telling import visits
from kg.extract.visits.trips import trips
from kg.model import Act, Fact, Factuality, Membership, Reading, Release, Tenure, Thing, Unresolved
from kg.text.document import Document
from kg.text.resolve import read_document
from kg.text.rule import lacking
from kg.text.shape import pattern

EVENTS: tuple[Callable[[View], Iterator[Draft]], ...] = (
    meetings,
    visits,
    own,
    in_quotations,
    company,
    begun,
    seen,
    taken_to,
    toured,
    been_in,
    left_out,
    first_visits,
    trips,
    plenaries,
    rounds,
    addresses,
    said_there,
    deciding,
    attending,
    councils_held,
    councils_to_sit,
    committees,
    dated_sessions,
    assembly_sessions,
    sat_in,
    convened,
    chairing,
    chaired,
    last_met,
    since_numbered,
    taking_part,
    opened_by,
    next_round,
    since,
    resumed,
    conflict_rounds,
    spoken_of,
    appointments,
    observations,
    observers,
    activities,
    organized,
    organized_it,
    further_courses,
    handovers,
    attendance,
    sides,
    delegations,
    proceedings,
    listed,
    series,
    gatherings,
    spoken_at,
    focus,
)
OF_CLAUSE: tuple[Callable[[View], Iterator[Draft]], ...] = (meetings, visits, seen)
"""What is read from relative clauses, too."""
_TRIED = tuple((needs_of(event), event) for event in EVENTS)
FACTS: tuple[Callable[[View], Iterator[Act | Membership | Tenure]], ...] = (
    memberships,
    acts,
    in_statements,
    on_occasion,
    predecessors,
    successors,
    heading,
    careers,
)
DOCUMENT: tuple[Callable[[Document], Iterator[Fact]], ...] = (
    headings,
    mentions,
    tenures,
    unresolved,
    unknown_names,
)

_IN_TALKS = frozenset({"meeting.briefing", "meeting.pronoun", "meeting.discussed", "meeting.reception"})

Extractor = Callable[[Document], Iterator[Fact]]


def read(release: Release, more: tuple[Extractor, ...] = ()) -> Reading:
    """All facts that a release tells, each with its evidence; `more` are extractors of the caller's own."""
    document = read_document(release)
    facts: list[Fact] = []
    for extractor in DOCUMENT:
        facts.extend(extractor(document))
    for extractor in more:
        facts.extend(_not_listed(extractor(document), facts))
    drafts: list[Draft] = []
    document.members.update(known_members(document))
    for view in views(document):
        named = dict(members(view))
        document.members.update(named)
        facts.extend(chairs_by_name(view, named))
        told: list[Draft] = []
        lacks = lacking(view.text)
        for needs, event in _TRIED:
            if not lacks & needs:
                told.extend(event(view))
        clauses = (*relative_clauses(view), *in_first_person(view))
        for clause in clauses:
            for event in OF_CLAUSE:
                told.extend(replace(one, in_lead=False) for one in event(clause) if not _told_of(one, told))
        told.extend(passing(view, told))
        told.extend(larger_circle(view, told))
        told.extend(senders(view, told))
        told.extend(councils(view, told))
        told.extend(opened_sessions(view, told))
        for clause in (view, *clauses):
            told.extend(ceremonies(clause, told))
        for at_occasions in (attended, with_parts):
            told.extend(at_occasions(view, told))
        for clause in (view, *clauses):
            told.extend(by_clause(clause, told))
        for clause in (view, *clauses):
            told.extend(contact(clause, told))
        in_formats(view, told)
        discuss(told, view)
        carry_place(view, told)
        date_by_programme(view, told)
        if told:
            drafts.extend(told)
            _remember(told, document)
        sent = delegates(view)
        _remember_companies(view, told, sent)
        people = [party.thing for party in view.main_subject if party.thing.kind == "person"]
        along = [party.thing for one in told if one.rule in {"visit.company", ACCOMPANIED} for party in one.parties]
        along.extend(sent)
        if " joined " in view.unquoted:
            # “A and B were joined in their meetings by C. They also met D.”
            along.extend(party.thing for party in view.in_company if party.thing.kind == "person")
        document.acting = _acting(view, [*(party.thing for party in view.main_subject), *along])
        document.not_met = _to_meet(told)
        document.subject = people[0] if people else document.subject
        document.together = spoken_with(view) or document.together
        for rule in FACTS:
            facts.extend(rule(view))
    events = events_of(drafts, document)
    facts.extend(events)
    facts.extend(posts_taken(events, facts, document))
    facts.extend(posts_left(events, facts))
    # The views know their document: without this circle all of it is given back at once, and nobody has to look for it.
    document.views.clear()
    return Reading(release, tuple(_told_once(facts, release)))


def _told_of(draft: Draft, told: list[Draft]) -> bool:
    """Whether a clause only says what was said in the talks of its sentence: “spoke by telephone with X, who briefed him”."""
    others = TALK_CLASSES - {draft.category}
    return draft.rule in _IN_TALKS and any(one.category in others and one.actors == draft.actors for one in told)


def _remember(told: list[Draft], document: Document) -> None:
    """Note what a sentence has told for those after it."""
    days = (
        one.start for one in told if one.start is not None and len(one.start) == 10 and not _by_default(one, document)
    )
    document.day = next(days, document.day)
    document.together = _together([one for one in told if not _adds_others(one, document)]) or document.together
    document.met_as_bodies = document.met_as_bodies or _met_as_bodies(told)
    document.talked = document.talked or any(
        one.category in TALK_CLASSES and one.factuality is Factuality.HAPPENED and not one.refers_back for one in told
    )
    held = [
        one
        for one in told
        if one.category in TALK_CLASSES
        and one.factuality is Factuality.HAPPENED
        and not (one.refers_back or one.in_title)
    ]
    holding = tuple(
        party.thing
        for one in told
        if one.category == "Activity" and one.factuality is Factuality.HAPPENED
        for party in one.parties
        if one.roles.get(party.thing.iri.value) == "organizer" and party.thing.kind in {"mission", "institution"}
    )
    document.organizers = document.organizers or tuple(dict.fromkeys(holding))
    document.with_group = bool(held[-1].others) if held else document.with_group
    # What a text goes on with behind a ceremony of another day need not be of the release's, either.
    dated = [one for one in (*held, *(one for one in told if one.rule == "activity.ceremony")) if one.start is not None]
    document.first_day = document.first_day or next((one.start for one in dated), None)
    sitting = (
        one.formats[0]
        for one in told
        if one.formats
        and one.rule not in ROUNDS_IN_PASSING
        and not _of_people(one)
        # “Urged them to resume the meetings of the Mechanism”: the text goes on about the round that was.
        and not (one.factuality is Factuality.CALLED_FOR and document.round_of is not None)
    )
    document.round_of = next(sitting, document.round_of)


def _adds_others(draft: Draft, document: Document) -> bool:
    """Whether a telling only names others who took part in the meeting told before: “A and B also took part in the meeting”."""
    before = {one.iri.value for one in document.together}
    return bool(before) and draft.refers_back and draft.actors.isdisjoint(before)


def _by_default(draft: Draft, document: Document) -> bool:
    """Whether a telling has the release's day only because it names none, after one that names an earlier day."""
    if draft.start != document.issued or document.day is None or document.day >= (document.issued or ""):
        return False
    paragraph = document.paragraphs[draft.position[0]]
    sentence = paragraph.sentences[draft.position[1]]
    return not any(
        sentence.start <= one.start < sentence.end and one.first == document.issued for one in paragraph.dates
    )


def _of_people(draft: Draft) -> bool:
    """Whether people are told to have met some who sit in a format, or in a smaller one: no round that the text goes on about."""
    people = any(one.thing.kind == "person" for one in draft.parties)
    return people and draft.rule in {"meeting.verb", "meeting.several"}


# “At the invitation of X, A and B met”: X is the host.
_INVITED = r"\b(?:[Aa]t|[Oo]n|[Uu]pon)\sthe\sinvitation\sof\s(?:the\s)?(?P<who>{A})"


_OF_THEM = re.compile(r"\b(?:them|their)\b(?! (?:two|three) countries)")


# “It urged the sides …”: the body that the sentence before is about.
_IT = re.compile(r"^\W*It\s")


def _acting(view: View, things: list[Thing]) -> tuple[Thing, ...]:
    """Whom “they” means behind a sentence: whom it is about, but still the same where one person did something to “them”."""
    before = view.document.acting
    if not things and _IT.match(view.unquoted) is not None and len(before) == 1 and before[0].kind != "person":
        return before
    several = len(before) > 1 or any(thing.kind == "format" for thing in before)
    acting = tuple(dict.fromkeys(things))
    return before if several and len(acting) == 1 and _OF_THEM.search(view.unquoted) else acting


# “Accompanied by A and B, X will discuss …”: those who travel with X.
_ACCOMPANIED = rf"^Accompanied\sby\s(?P<who>{LIST}),\s(?:the\s)?{{A}}"


def _remember_companies(view: View, told: list[Draft], sent: tuple[Thing, ...]) -> None:
    """Note who did something together in a sentence, or was `sent` in a delegation, for the plural nouns after it."""
    if view.is_title:
        return
    if sent:
        travelling = any(one.travelling for one in view.document.companies)
        remember(view.document, Company(sent, travelling=True), joins=travelling)
    subjects = tuple(party.thing for party in view.main_subject if party.thing.kind == "person")
    if len(subjects) > 1:
        remember(view.document, Company(subjects))
    along = pattern(_ACCOMPANIED).match(view.unquoted) if view.unquoted.startswith("Accompanied") else None
    if along is not None and any(one.travelling for one in view.document.companies):
        people = tuple(one.thing for one in people_of(view.parties(along["who"])))
        remember(view.document, Company(people, travelling=True), joins=True)
    invited = pattern(_INVITED).search(view.main)
    hosts = [one for draft in told for one in draft.parties if draft.roles.get(one.thing.iri.value) == "host"]
    hosts = hosts or (view.parties(invited["who"]) if invited is not None else [])
    people_hosting = [one.thing for one in hosts if one.thing.kind == "person"]
    view.document.host = people_hosting[0] if people_hosting else view.document.host
    for draft in told:
        people = tuple(party.thing for party in draft.parties if party.thing.kind == "person")
        if draft.factuality is not Factuality.DENIED and draft.category in {*TALK_CLASSES, "Visit"}:
            company = Company(people, draft.category == "Visit", bool(draft.formats or draft.others))
            remember(view.document, company, draft.refers_back)


def _not_listed(found: Iterator[Fact], facts: list[Fact]) -> Iterator[Fact]:
    """What was found without names in stretches of the text that are listed as unresolved already."""
    listed = [fact.span for fact in facts if isinstance(fact, Unresolved)]
    for fact in found:
        if isinstance(fact, Unresolved):
            if any(fact.span.start < span.end and span.start < fact.span.end for span in listed):
                continue
            listed.append(fact.span)
        yield fact


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
                kept[same] = replace(told, support=told.support._replace(evidence=evidence))
                kept[number] = None
    return [fact for fact in kept if fact is not None]


def _in_title(act: Act, release: Release) -> bool:
    return release.title.span.covers(act.support.evidence[0])


def _met_as_bodies(drafts: list[Draft]) -> tuple[Thing, ...]:
    """The organizations and states of the talks that a headline tells of, where it names nobody else."""
    for draft in drafts:
        things = tuple(party.thing for party in draft.parties)
        if draft.in_title and draft.category in TALK_CLASSES and len(things) > 1:
            return things if all(one.kind in {"organization", "institution", "state"} for one in things) else ()
    return ()


def _to_meet(drafts: list[Draft]) -> tuple[Thing, ...]:
    """The two whose only meeting in a sentence was none: “they” behind it are these. “No meeting with X came about. They will meet in May.”"""
    talks = [one for one in drafts if one.category in TALK_CLASSES]
    if len(talks) != 1 or talks[0].factuality is not Factuality.DENIED:
        return ()
    people = tuple(party.thing for party in talks[0].parties if party.thing.kind == "person")
    return people if len(people) > 1 else ()


_OF_OTHERS = frozenset({COMPANY, COUNTED})
"""Rules of tellings that name only some of those who sat together before."""


def _together(drafts: list[Draft]) -> tuple[Thing, ...]:
    """The people of the talks that a sentence tells of, where at least two are named; of several the first with most."""
    held = (
        tuple(party.thing for party in draft.parties if party.thing.kind == "person")
        for draft in drafts
        if draft.category in TALK_CLASSES and draft.factuality is Factuality.HAPPENED and draft.rule not in _OF_OTHERS
    )
    return max((people for people in held if len(people) > 1), key=len, default=())
