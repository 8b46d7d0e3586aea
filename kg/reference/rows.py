"""The tables of the reference facts: one frozen row type for each CSV file.

Fields are named as the columns are (`from` is `from_`, a word that Python keeps). Dates are ISO dates in the
precision that the source has; a blank date, id or Wikidata item is None; a blank note is empty.
"""

# ruff: noqa: RUF009 - `column` gives a `dataclasses.field`, so nothing is shared between rows
from dataclasses import dataclass, fields

from kg.model import Confidence
from kg.reference import cells
from kg.reference.cells import column

STATE_TABLES = ("states", "former_states", "other_states")
ACTOR_TABLES = (*STATE_TABLES, "regions", "institutions", "organisations", "missions", "formats")


@dataclass(frozen=True, slots=True)
class StateRow:
    """A state: `aliases` are names, `adjectives` also demonyms; `joined` is when it came to the CSCE.

    `iso2` is left out where the code had been another state's before.
    """

    id: str = column(cells.SLUG_ID)
    name: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    iso2: str | None = column(cells.optional_code(2))
    iso3: str = column(cells.code(3))
    qid: str | None = column(cells.WIKIDATA)
    capital: str | None = column(cells.optional_named("places"))
    status: str = column(cells.choice("participating", "asian-partner", "mediterranean-partner", "former", "other"))
    joined: str | None = column(cells.OPTIONAL_DATE)
    adjectives: tuple[str, ...] = column(cells.NAMES)
    confidence: Confidence = column(cells.CONFIDENCE)
    source: str = column(cells.TEXT)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class FormerStateRow(StateRow):
    """A state that is no more, with the day of its end (or of its suspension) and those that followed it."""

    ended: str = column(cells.DATE)
    successors: tuple[str, ...] = column(cells.references("states"))


@dataclass(frozen=True, slots=True)
class RegionRow:
    """An area or entity that the OSCE does not call a state."""

    id: str = column(cells.SLUG_ID)
    name: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    qid: str | None = column(cells.WIKIDATA)
    kind: str = column(cells.choice("de-facto-entity", "disputed-territory", "occupied-territory", "region"))
    within_state: str | None = column(cells.optional_reference(*STATE_TABLES))
    capital: str | None = column(cells.optional_named("places"))
    adjectives: tuple[str, ...] = column(cells.NAMES)
    note: str = column(cells.NOTE)
    confidence: Confidence = column(cells.CONFIDENCE)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A city, or an area such as an island or a crossing; `state` may be blank where it is disputed."""

    id: str = column(cells.SLUG_ID)
    name: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    state: str | None = column(cells.optional_reference(*STATE_TABLES, "regions"))
    kind: str = column(cells.choice("city", "area"))
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organization other than the OSCE and its parts."""

    id: str = column(cells.SLUG_ID)
    name: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    kind: str = column(cells.choice("international-organisation", "mission", "court", "body", "informal-group"))
    qid: str | None = column(cells.WIKIDATA)
    seat: str | None = column(cells.optional_named("places"))
    confidence: Confidence = column(cells.CONFIDENCE)


@dataclass(frozen=True, slots=True)
class InstitutionRow:
    """The OSCE and its parts; a row of type `office` whose id is also a post's stands for that post."""

    id: str = column(cells.SLUG_ID)
    label: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    parent: str | None = column(cells.optional_reference("institutions", "missions"))
    founded: str | None = column(cells.OPTIONAL_DATE)
    seat: str | None = column(cells.optional_named("places"))
    qid: str | None = column(cells.WIKIDATA)
    type: str = column(
        cells.choice(
            "organisation",
            "predecessor",
            "decision-making-body",
            "committee",
            "political-leadership",
            "office",
            "secretariat",
            "department",
            "unit",
            "programme",
            "group",
            "institution",
            "parliamentary-body",
            "treaty-body",
            "osce-related-body",
            "project",
            "partnership",
            "network",
            "advisory-body",
        )
    )
    closed: str | None = column(cells.OPTIONAL_DATE)
    confidence: Confidence = column(cells.CONFIDENCE)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class MissionRow:
    """A field operation, or another presence in the field."""

    id: str = column(cells.SLUG_ID)
    name: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    host_state: tuple[str, ...] = column(cells.references(*STATE_TABLES, "regions"))
    established: str = column(cells.DATE)
    closed: str | None = column(cells.OPTIONAL_DATE)
    decision: str = column(cells.NOTE)
    qid: str | None = column(cells.WIKIDATA)
    deployed: str | None = column(cells.OPTIONAL_DATE)
    predecessor: str | None = column(cells.optional_reference("missions"))
    region: str = column(cells.named("regions"))
    status: str = column(cells.choice("active", "closed", "assistance-bilateral"))
    confidence: Confidence = column(cells.CONFIDENCE)
    source: str = column(cells.TEXT)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class FormatRow:
    """A negotiating format, process, mechanism or group."""

    id: str = column(cells.SLUG_ID)
    label: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    conflict: str | None = column(cells.optional_reference("conflicts"))
    kind: str = column(
        cells.choice(
            "conference",
            "mediation-format",
            "process",
            "negotiating-format",
            "working-group",
            "mechanism",
            "dialogue-process",
            "informal-group",
            "regime",
            "consultation-format",
        )
    )
    from_: str | None = column(cells.OPTIONAL_DATE)
    to: str | None = column(cells.OPTIONAL_DATE)
    parent: str | None = column(cells.optional_reference("formats"))
    qid: str | None = column(cells.WIKIDATA)
    confidence: Confidence = column(cells.CONFIDENCE)
    source: str = column(cells.TEXT)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class FormatMemberRow:
    """An actor's role in a format, with its dates."""

    format: str = column(cells.reference("formats"))
    participant: str = column(cells.reference(*STATE_TABLES, "regions", "institutions", "organisations", "missions"))
    participant_type: str = column(cells.choice("state", "organisation", "osce-structure", "de-facto-entity"))
    role: str = column(
        cells.choice(
            "party",
            "mediator",
            "member",
            "chair",
            "co-chair",
            "participant",
            "facilitator",
            "co-facilitator",
            "co-ordinator",
            "observer",
            "host",
            "component",
            "invited-participant",
        )
    )
    from_: str | None = column(cells.OPTIONAL_DATE)
    to: str | None = column(cells.OPTIONAL_DATE)
    confidence: Confidence = column(cells.CONFIDENCE)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict under the name that OSCE texts give it; `broader` is the wider one that it is part of."""

    id: str = column(cells.SLUG_ID)
    label: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    broader: str | None = column(cells.optional_reference("conflicts"))
    related_formats: tuple[str, ...] = column(cells.references("formats"))
    related_missions: tuple[str, ...] = column(cells.references("missions"))
    states: tuple[str, ...] = column(cells.references(*STATE_TABLES))
    from_: str | None = column(cells.OPTIONAL_DATE)
    to: str | None = column(cells.OPTIONAL_DATE)
    qid: str | None = column(cells.WIKIDATA)
    confidence: Confidence = column(cells.CONFIDENCE)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class FieldOfWorkRow:
    """A field of work; `in_site_menu` marks those of the menu on osce.org, with its spelling."""

    id: str = column(cells.SLUG_ID)
    pref_label: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    dimension: str | None = column(
        cells.optional_choice("politico-military", "economic-environmental", "human", "cross-dimensional")
    )
    broader: str | None = column(cells.optional_reference("fields_of_work"))
    in_site_menu: bool = column(cells.YES_NO)
    confidence: Confidence = column(cells.CONFIDENCE)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An agreement, treaty, decision or other document that releases cite."""

    id: str = column(cells.SLUG_ID)
    label: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    type: str = column(
        cells.choice(
            "politically-binding",
            "csbm",
            "treaty",
            "political",
            "decision",
            "declaration",
            "agreement",
            "agreement-set",
            "draft",
            "resolution",
            "recommendation",
        )
    )
    date: str = column(cells.DATE)
    in_force: str | None = column(cells.OPTIONAL_DATE)
    place: str | None = column(cells.optional_named("places"))
    related_format: tuple[str, ...] = column(cells.references("formats"))
    related_conflict: str | None = column(cells.optional_reference("conflicts"))
    reference: str = column(cells.NOTE)
    qid: str | None = column(cells.WIKIDATA)
    confidence: Confidence = column(cells.CONFIDENCE)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A session, summit, conference or round; a row of kind `series` is a series of them."""

    id: str = column(cells.SLUG_ID)
    label: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    kind: str = column(
        cells.choice(
            "series",
            "summit",
            "ministerial-council",
            "informal-ministerial",
            "conference",
            "review",
            "round",
            "pa-session",
        )
    )
    number: int | None = column(cells.OPTIONAL_NUMBER)
    series: str | None = column(cells.optional_reference("meetings"))
    body: str | None = column(cells.optional_reference("institutions", "formats"))
    place: tuple[str, ...] = column(cells.names("places"))
    host_state: tuple[str, ...] = column(cells.references(*STATE_TABLES))
    from_: str | None = column(cells.OPTIONAL_DATE)
    to: str | None = column(cells.OPTIONAL_DATE)
    outcome_document: tuple[str, ...] = column(cells.references("instruments"))
    confidence: Confidence = column(cells.CONFIDENCE)
    source: str = column(cells.TEXT)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who held a post; `short_names` are surnames that other people may bear, too."""

    slug: str = column(cells.SLUG_ID)
    name: str = column(cells.TEXT)
    aliases: tuple[str, ...] = column(cells.NAMES)
    short_names: tuple[str, ...] = column(cells.NAMES)
    qid: str | None = column(cells.WIKIDATA)
    nationality: str = column(cells.reference(*STATE_TABLES))
    qid_source: str = column(cells.NOTE)
    qid_confidence: Confidence | None = column(cells.OPTIONAL_CONFIDENCE)


@dataclass(frozen=True, slots=True)
class PostRow:
    """An office in a state, organization, mission or format."""

    id: str = column(cells.SLUG_ID)
    label: str = column(cells.TEXT)
    organisation: str = column(cells.reference(*ACTOR_TABLES))
    aliases: tuple[str, ...] = column(cells.NAMES)
    qid: str | None = column(cells.WIKIDATA)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class TenureRow:
    """One holder's time in a post.

    `as_of` stands where `to` is blank and the row is known to hold no later than that: the source shows the
    holder in post then, and when the tenure ended was not found.
    """

    person: str = column(cells.reference("people"))
    post: str = column(cells.reference("posts"))
    from_: str = column(cells.DATE)
    to: str | None = column(cells.OPTIONAL_DATE)
    as_of: str | None = column(cells.OPTIONAL_DATE)
    source: str = column(cells.TEXT)
    confidence: Confidence = column(cells.CONFIDENCE)
    acting: bool = column(cells.YES_NO)
    note: str = column(cells.NOTE)


@dataclass(frozen=True, slots=True)
class ChairpersonshipRow:
    """One chairperson of one year; two rows of one year and state are two chairpersons, one after the other.

    `national_post` is the post at home in the wording of that time; the tenures have its dates.
    """

    year: int = column(cells.YEAR)
    state: str = column(cells.reference(*STATE_TABLES))
    chairperson: str = column(cells.TEXT)
    person: str = column(cells.reference("people"))
    from_: str = column(cells.DATE)
    to: str | None = column(cells.OPTIONAL_DATE)
    national_post: str = column(cells.TEXT)
    qid: str | None = column(cells.WIKIDATA)
    confidence: Confidence = column(cells.CONFIDENCE)
    note: str = column(cells.NOTE)


Row = (
    StateRow
    | FormerStateRow
    | RegionRow
    | PlaceRow
    | OrganisationRow
    | InstitutionRow
    | MissionRow
    | FormatRow
    | FormatMemberRow
    | ConflictRow
    | FieldOfWorkRow
    | InstrumentRow
    | MeetingRow
    | PersonRow
    | PostRow
    | TenureRow
    | ChairpersonshipRow
)


@dataclass(frozen=True, slots=True)
class Reference:
    """All reference facts, one tuple of rows for each file, in the file's order."""

    states: tuple[StateRow, ...]
    former_states: tuple[FormerStateRow, ...]
    other_states: tuple[StateRow, ...]
    regions: tuple[RegionRow, ...]
    places: tuple[PlaceRow, ...]
    organisations: tuple[OrganisationRow, ...]
    institutions: tuple[InstitutionRow, ...]
    missions: tuple[MissionRow, ...]
    conflicts: tuple[ConflictRow, ...]
    formats: tuple[FormatRow, ...]
    format_members: tuple[FormatMemberRow, ...]
    fields_of_work: tuple[FieldOfWorkRow, ...]
    instruments: tuple[InstrumentRow, ...]
    meetings: tuple[MeetingRow, ...]
    people: tuple[PersonRow, ...]
    posts: tuple[PostRow, ...]
    tenures: tuple[TenureRow, ...]
    chairpersonships: tuple[ChairpersonshipRow, ...]


TABLES: dict[str, type[Row]] = {
    "states": StateRow,
    "former_states": FormerStateRow,
    "other_states": StateRow,
    "regions": RegionRow,
    "places": PlaceRow,
    "organisations": OrganisationRow,
    "institutions": InstitutionRow,
    "missions": MissionRow,
    "conflicts": ConflictRow,
    "formats": FormatRow,
    "format_members": FormatMemberRow,
    "fields_of_work": FieldOfWorkRow,
    "instruments": InstrumentRow,
    "meetings": MeetingRow,
    "people": PersonRow,
    "posts": PostRow,
    "tenures": TenureRow,
    "chairpersonships": ChairpersonshipRow,
}
"""The row type of each table, by the name of its file without `.csv`."""

KEYS: dict[str, tuple[str, ...]] = {
    "people": ("slug",),
    "format_members": ("format", "participant", "role", "from_"),
    "tenures": ("person", "post", "from_"),
    "chairpersonships": ("year", "person"),
}
"""The fields that tell one row from another, where it is not `id`."""


def columns(row_type: type[Row]) -> tuple[str, ...]:
    """The columns that a file of these rows has, in any order."""
    return tuple(one.name.removesuffix("_") for one in fields(row_type))
