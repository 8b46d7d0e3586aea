"""The reference facts as RDF: every quad stands in `id:graph-reference`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from kg.graphs import REFERENCE
from kg.iris import mint
from kg.model import Confidence, Thing
from kg.reference.rows import (
    ChairpersonshipRow,
    ConflictRow,
    FieldOfWorkRow,
    FormatMemberRow,
    FormatRow,
    FormerStateRow,
    InstitutionRow,
    InstrumentRow,
    MeetingRow,
    MissionRow,
    OrganisationRow,
    PersonRow,
    PlaceRow,
    PostRow,
    Reference,
    RegionRow,
    StateRow,
    TenureRow,
)
from kg.reference.things import SERIES, actors, things
from kg.terms import DCT, KG, RDF, RDFS, SKOS, date_literal

WIKIDATA = "http://www.wikidata.org/entity/"

AS_OF = "2026-01"
"""When the facts were gathered: the month of the newest date in them, since nobody wrote the day down.

A fact without an end held then, as far as its source shows, and nothing is said of later.
"""

EVENT_KINDS = {
    "summit": "kind-summit",
    "ministerial-council": "kind-session",
    "informal-ministerial": "kind-session",
    "pa-session": "kind-session",
    "conference": "kind-conference",
    "review": "kind-conference",
    "round": "kind-round",
}
CSCE_UNTIL = 1994

Pair = tuple[NamedNode, NamedNode | Literal]
Statement = tuple[NamedNode, Pair]


def quads(reference: Reference) -> Iterator[Quad]:
    """All reference facts, each once, in the order of the files and their rows."""
    seen: set[Statement] = set()
    for statement in _Writer(reference).statements():
        if statement not in seen:
            seen.add(statement)
            subject, (predicate, value) = statement
            yield Quad(subject, predicate, value, REFERENCE)


def english(text: str) -> Literal:
    """A string in English."""
    return Literal(text, language="en")


def period(start: str | None, end: str | None) -> str:
    """The words for a period in a label, such as ` (2017-01-01 to 2017-12-18)`; nothing for no dates."""
    if start is None:
        return f" (to {end})" if end else ""
    return f" ({start} to {end})" if end else f" (from {start})"


def _about(node: NamedNode, pairs: Iterable[Pair]) -> Iterator[Statement]:
    return ((node, pair) for pair in pairs)


def _named(label: str, aliases: Sequence[str] = ()) -> Iterator[Pair]:
    yield RDFS.label, english(label)
    for alias in aliases:
        if alias != label:
            yield SKOS.altLabel, english(alias)


def _dated(start: str | None, end: str | None) -> Iterator[Pair]:
    if start is not None:
        yield KG.startDate, date_literal(start)
    if end is not None:
        yield KG.endDate, date_literal(end)


def _lasting(start: str | None, end: str | None, as_of: str | None = None) -> Iterator[Pair]:
    """A period; without an end it gets the date on which it still went on."""
    yield from _dated(start, end)
    if end is None:
        yield KG.asOf, date_literal(as_of or AS_OF)


def _sourced(source: str, confidence: Confidence | None, note: str = "") -> Iterator[Pair]:
    yield DCT.source, Literal(source)
    if confidence is not None:
        yield KG.confidence, Literal(confidence.value)
    if note:
        yield SKOS.note, english(note)


def _matched(qid: str | None) -> Iterator[Pair]:
    if qid is not None:
        yield SKOS.exactMatch, NamedNode(WIKIDATA + qid)


def _unchecked(table: str) -> str:
    """The source of a row whose file has no column for it."""
    return f"data/reference/{table}.csv, unchecked"


class _Writer:
    """Turns rows into statements; holds what rows refer to: things by kind and key, and by name."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.things = things(reference)
        self.actors = actors(self.things)
        self.places = {row.name: self.things["place", row.id] for row in reference.places}
        self.regions = {row.name: self.actors[row.id] for row in reference.regions}
        self.fields = {row.id: self.things["field", row.id] for row in reference.fields_of_work}

    def statements(self) -> Iterator[Statement]:
        facts = self.reference
        writers: list[tuple[Iterable[Any], Callable[[Any], Iterator[Statement]]]] = [
            (facts.states, self.state),
            (facts.former_states, self.state),
            (facts.other_states, self.state),
            (facts.regions, self.region),
            (facts.places, self.place),
            (facts.organisations, self.organisation),
            (facts.institutions, self.institution),
            (facts.missions, self.mission),
            (facts.conflicts, self.conflict),
            (facts.formats, self.format),
            (facts.format_members, self.format_member),
            (facts.fields_of_work, self.field_of_work),
            (facts.instruments, self.instrument),
            (facts.meetings, self.meeting),
            (facts.people, self.person),
            (facts.posts, self.post),
            (facts.tenures, self.tenure),
        ]
        for rows, write in writers:
            for row in rows:
                yield from write(row)
        yield from self.chairpersonships(facts.chairpersonships)

    def described(self, thing: Thing, aliases: Sequence[str], pairs: Iterable[Pair]) -> Iterator[Statement]:
        """A thing's class and names, then what else is known of it."""
        node = thing.iri
        yield node, (RDF.type, KG[thing.category])
        yield from _about(node, _named(thing.label, aliases))
        yield from _about(node, pairs)

    def links(self, predicate: NamedNode, ids: Iterable[str | None], by: dict[str, Thing]) -> Iterator[Pair]:
        for one in ids:
            if one is not None:
                yield predicate, by[one].iri

    def state(self, row: StateRow) -> Iterator[Statement]:
        pairs: list[Pair] = [
            *_matched(row.qid),
            *((KG.isoCode, Literal(code)) for code in (row.iso2, row.iso3) if code is not None),
            *self.links(KG.hasCapital, [row.capital], self.places),
            (KG.hasParticipationStatus, KG[f"status-{row.status}"]),
            *_sourced(row.source, row.confidence, row.note),
        ]
        if row.joined is not None:
            pairs.append((KG.joinedOn, date_literal(row.joined)))
        thing = self.things["state", row.id]
        if isinstance(row, FormerStateRow):
            pairs.append((KG.endDate, date_literal(row.ended)))
            for successor in row.successors:
                yield self.things["state", successor].iri, (KG.hasPredecessor, thing.iri)
        yield from self.described(thing, row.aliases, pairs)

    def region(self, row: RegionRow) -> Iterator[Statement]:
        pairs = [
            *_matched(row.qid),
            *self.links(KG.hasCapital, [row.capital], self.places),
            *_sourced(_unchecked("regions"), row.confidence, row.note),
        ]
        if row.kind == "disputed-territory":
            # Its representatives act, and neither a state nor a de facto entity is what the OSCE calls it.
            pairs.append((RDF.type, KG.Actor))
        if row.kind in {"occupied-territory", "region"}:
            pairs += self.links(KG.isPartOf, [row.within_state], self.actors)
        yield from self.described(self.actors[row.id], row.aliases, pairs)

    def place(self, row: PlaceRow) -> Iterator[Statement]:
        pairs = [
            *self.links(KG.isPartOf, [row.state], self.actors),
            *_sourced(_unchecked("places"), None, row.note),
        ]
        yield from self.described(self.things["place", row.id], row.aliases, pairs)

    def organisation(self, row: OrganisationRow) -> Iterator[Statement]:
        pairs = [
            *_matched(row.qid),
            *self.links(KG.hasSeat, [row.seat], self.places),
            *_sourced(_unchecked("organisations"), row.confidence),
        ]
        yield from self.described(self.actors[row.id], row.aliases, pairs)

    def institution(self, row: InstitutionRow) -> Iterator[Statement]:
        thing = self.actors[row.id]
        if thing.kind == "post":
            # The row of posts.csv describes it; here are the further names and since when it has been.
            others = _named(thing.label, (row.label, *row.aliases))
            yield from _about(thing.iri, (pair for pair in others if pair[0] == SKOS.altLabel))
            yield from _about(thing.iri, _dated(row.founded, row.closed))
            return
        pairs = [
            *_matched(row.qid),
            *self.links(KG.isPartOf, [row.parent], self.actors),
            *self.links(KG.hasSeat, [row.seat], self.places),
            *_lasting(row.founded, row.closed),
            *_sourced(_unchecked("institutions"), row.confidence, row.note),
        ]
        yield from self.described(thing, row.aliases, pairs)
        if row.type == "predecessor":
            for later in self.reference.institutions:
                if later.type == "organisation":
                    yield self.actors[later.id].iri, (KG.hasPredecessor, thing.iri)

    def mission(self, row: MissionRow) -> Iterator[Statement]:
        pairs = [
            *_matched(row.qid),
            *self.links(KG.hasHostState, row.host_state, self.actors),
            *self.links(KG.hasPlace, [row.region], self.regions),
            *self.links(KG.hasPredecessor, [row.predecessor], self.actors),
            *_lasting(row.established, row.closed),
            *_sourced(row.source, row.confidence, row.note),
        ]
        if row.decision:
            pairs.append((KG.decision, Literal(row.decision)))
        if row.deployed is not None:
            pairs.append((KG.deployedOn, date_literal(row.deployed)))
        yield from self.described(self.actors[row.id], row.aliases, pairs)

    def conflict(self, row: ConflictRow) -> Iterator[Statement]:
        thing = self.things["conflict", row.id]
        pairs = [
            *_matched(row.qid),
            *_lasting(row.from_, row.to),
            *self.links(KG.concernsState, row.states, self.actors),
            *_sourced(_unchecked("conflicts"), row.confidence, row.note),
        ]
        if row.broader is not None:
            pairs.append((SKOS.broader, self.things["conflict", row.broader].iri))
        yield from self.described(thing, row.aliases, pairs)
        for one in (*row.related_formats, *row.related_missions):
            yield self.actors[one].iri, (KG.hasConflict, thing.iri)

    def format(self, row: FormatRow) -> Iterator[Statement]:
        pairs = [
            *_matched(row.qid),
            *self.links(KG.isPartOf, [row.parent], self.actors),
            *_lasting(row.from_, row.to),
            *_sourced(row.source, row.confidence, row.note),
        ]
        if row.conflict is not None:
            pairs.append((KG.hasConflict, self.things["conflict", row.conflict].iri))
        yield from self.described(self.actors[row.id], row.aliases, pairs)

    def format_member(self, row: FormatMemberRow) -> Iterator[Statement]:
        member, one = self.actors[row.participant], self.actors[row.format]
        key = "-".join(part for part in (row.format, row.participant, row.role, row.from_) if part)
        words = f"{member.label} as {row.role.replace('-', ' ')} in {one.label}{period(row.from_, row.to)}"
        yield from _about(
            mint("membership", key),
            [
                (RDF.type, KG.FormatMembership),
                *_named(words),
                (KG.hasMember, member.iri),
                (KG.ofFormat, one.iri),
                (KG.hasRole, KG[f"role-{row.role}"]),
                *_lasting(row.from_, row.to),
                *_sourced(_unchecked("format_members"), row.confidence, row.note),
            ],
        )

    def field_of_work(self, row: FieldOfWorkRow) -> Iterator[Statement]:
        pairs = [
            (SKOS.inScheme, KG.FieldsOfWork),
            *self.links(SKOS.broader, [row.broader], self.fields),
            *_sourced(_unchecked("fields_of_work"), row.confidence, row.note),
        ]
        if row.dimension is not None:
            pairs.append((KG.hasDimension, KG[f"dimension-{row.dimension}"]))
        yield from self.described(self.fields[row.id], row.aliases, pairs)

    def instrument(self, row: InstrumentRow) -> Iterator[Statement]:
        pairs = [
            *_matched(row.qid),
            (KG.hasInstrumentType, KG[f"instrument-{row.type}"]),
            (KG.wasAdoptedOn, date_literal(row.date)),
            *_dated(row.in_force, None),
            *self.links(KG.hasPlace, [row.place], self.places),
            *self.links(KG.inFormat, row.related_format, self.actors),
            *_sourced(_unchecked("instruments"), row.confidence, row.note),
        ]
        if row.related_conflict is not None:
            pairs.append((KG.hasConflict, self.things["conflict", row.related_conflict].iri))
        if row.reference:
            pairs.append((KG.documentReference, Literal(row.reference)))
        yield from self.described(self.things["instrument", row.id], row.aliases, pairs)

    def series(self, key: str) -> Thing:
        return self.things["series", key.removeprefix("series-")]

    def meeting(self, row: MeetingRow) -> Iterator[Statement]:
        shared = [*_sourced(row.source, row.confidence, row.note)]
        if row.kind == SERIES:
            yield from self.described(self.series(row.id), row.aliases, shared)
            return
        pairs: list[Pair] = [
            (KG.hasFactuality, KG.happened),
            (KG.hasEventKind, KG[EVENT_KINDS[row.kind]]),
            *_dated(row.from_, row.to),
            *self.links(KG.inFormat, [row.body], self.actors),
            *self.links(KG.hasPlace, row.place, self.places),
            *self.links(KG.hasHostState, row.host_state, self.actors),
            *shared,
        ]
        if row.series is not None:
            pairs.append((KG.hasSeries, self.series(row.series).iri))
        if row.number is not None:
            pairs.append((KG.roundNumber, Literal(row.number)))
        pairs += [(KG.hasOutcome, self.things["instrument", one].iri) for one in row.outcome_document]
        yield from self.described(self.things["meeting", row.id], row.aliases, pairs)

    def person(self, row: PersonRow) -> Iterator[Statement]:
        pairs = [
            *_matched(row.qid),
            *self.links(KG.hasNationality, [row.nationality], self.actors),
            *_sourced(row.qid_source or _unchecked("people"), row.qid_confidence),
        ]
        yield from self.described(self.things["person", row.slug], row.aliases, pairs)

    def post(self, row: PostRow) -> Iterator[Statement]:
        pairs = [
            *_matched(row.qid),
            *self.links(KG.inOrganization, [row.organisation], self.actors),
            *_sourced(_unchecked("posts"), None, row.note),
        ]
        yield from self.described(self.things["post", row.id], row.aliases, pairs)

    def tenure(self, row: TenureRow) -> Iterator[Statement]:
        holder, post = self.things["person", row.person], self.things["post", row.post]
        acting = "acting " if row.acting else ""
        pairs: list[Pair] = [
            (RDF.type, KG.Tenure),
            *_named(f"{holder.label}, {acting}{post.label}{period(row.from_, row.to)}"),
            (KG.hasHolder, holder.iri),
            (KG.hasPost, post.iri),
            *_lasting(row.from_, row.to, row.as_of),
            *_sourced(row.source, row.confidence, row.note),
        ]
        if row.acting:
            pairs.append((KG.hasRank, KG["rank-acting"]))
        yield from _about(mint("tenure", f"{row.person}-{row.post}-{row.from_}"), pairs)

    def chairpersonships(self, rows: Iterable[ChairpersonshipRow]) -> Iterator[Statement]:
        terms: dict[int, dict[str, list[ChairpersonshipRow]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            terms[row.year][row.state].append(row)
        for year, by_state in terms.items():
            for state, term in by_state.items():
                # The year alone is the key, unless two states chaired in it.
                key = str(year) if len(by_state) == 1 else f"{year}-{state}"
                yield from self.chairpersonship(mint("chairpersonship", key), term)

    def chairpersonship(self, node: NamedNode, term: Sequence[ChairpersonshipRow]) -> Iterator[Statement]:
        first = term[0]
        state = self.actors[first.state]
        organization = "CSCE" if first.year <= CSCE_UNTIL else "OSCE"
        ends = [row.to for row in term if row.to is not None]
        pairs: list[Pair] = [
            (RDF.type, KG.Chairpersonship),
            *_named(f"{organization} Chairpersonship {first.year} ({state.label})"),
            (KG.isHeldBy, state.iri),
            *_lasting(min(row.from_ for row in term), max(ends) if len(ends) == len(term) else None),
            *_sourced(_unchecked("chairpersonships"), _least([row.confidence for row in term])),
        ]
        for row in term:
            pairs.append((KG.hasChairperson, self.things["person", row.person].iri))
            pairs.append((SKOS.note, english(f"{row.chairperson} was {row.national_post} at home")))
            if row.note:
                pairs.append((SKOS.note, english(f"{row.chairperson}: {row.note}")))
        yield from _about(node, pairs)


def _least(confidences: Iterable[Confidence]) -> Confidence:
    order = list(Confidence)
    return max(confidences, key=order.index)
