"""The shipped reference facts agree with each other: no gap in the chair, no clash, no impossible date."""

from collections import Counter, defaultdict
from itertools import combinations, pairwise

import pytest

from kg.reference import Reference, load
from kg.reference.rdf import AS_OF
from kg.reference.rows import RegionRow, StateRow, TenureRow

COUNTS = {
    "states": 68,
    "former_states": 5,
    "other_states": 127,
    "regions": 28,
    "places": 956,
    "organisations": 236,
    "institutions": 61,
    "missions": 49,
    "conflicts": 20,
    "formats": 51,
    "format_members": 118,
    "fields_of_work": 48,
    "instruments": 107,
    "meetings": 87,
    "people": 1539,
    "posts": 460,
    "tenures": 1780,
    "chairpersonships": 45,
}

# Posts that several people hold at once, and clashes that the README keeps in doubt.
SHARED_POSTS = {"smm-deputy-chief-monitor", "russia-deputy-fm"}
CLASHES_IN_DOUBT: dict[str, int] = {}
OUTSIDE_THE_LIFE_OF_THE_BODY = {
    ("pierre-morel", "eusr-south-caucasus"),
    ("heikki-talvitie", "srcio-south-caucasus"),
    ("terhi-hakala", "head-mission-to-georgia"),
    ("mikko-kinnunen", "srcio-ukraine-tcg"),
    ("leonid-kravchuk", "ukraine-tcg-representative"),
}
LAST = "9999-12-31"


@pytest.fixture(scope="module")
def facts() -> Reference:
    return load()


def first_day(text: str | None) -> str:
    """The first day that a date can mean; a blank one, the first of all."""
    return "0001-01-01" if text is None else text + "-01-01"[len(text) - 4 :]


def last_day(text: str | None) -> str:
    """The last day that a date can mean; a blank one, the last of all."""
    return LAST if text is None else text + "-12-31"[len(text) - 4 :]


def surely_overlap(one: TenureRow, other: TenureRow) -> bool:
    """Whether two tenures share more than a day of hand-over, read as long as their dates allow."""
    return first_day(other.from_) < last_day(one.to) and last_day(other.from_) < first_day(one.to or LAST)


@pytest.mark.parametrize("table", COUNTS)
def test_no_file_has_lost_or_gained_rows_unseen(facts: Reference, table: str) -> None:
    assert len(getattr(facts, table)) == COUNTS[table]


def test_every_year_has_a_chair_and_only_one_state_in_it(facts: Reference) -> None:
    states: dict[int, set[str]] = defaultdict(set)
    for row in facts.chairpersonships:
        states[row.year].add(row.state)
    assert sorted(states) == list(range(1991, 2027))
    assert all(len(found) == 1 for found in states.values())


def test_the_chair_passes_on_without_a_gap(facts: Reference) -> None:
    rows = sorted(facts.chairpersonships, key=lambda row: row.from_)
    for before, after in pairwise(rows):
        assert before.to is not None
        gap = int(after.from_.replace("-", "")) - int(before.to.replace("-", ""))
        next_day = {0, 1, 70, 71, 8870}  # the same day, the next, the next month, the next year
        assert gap in next_day, (before.person, after.person, gap)
    assert rows[-1].to is None


def test_chairpersons_are_of_the_state_in_the_chair(facts: Reference) -> None:
    people = {row.slug: row for row in facts.people}
    for row in facts.chairpersonships:
        person = people[row.person]
        assert (person.nationality, person.name, person.qid) == (row.state, row.chairperson, row.qid)


def test_chairpersonships_and_tenures_of_the_post_are_the_same(facts: Reference) -> None:
    tenures = {(row.person, row.from_, row.to, row.confidence) for row in facts.tenures if row.post == "cio"}
    assert tenures == {(row.person, row.from_, row.to, row.confidence) for row in facts.chairpersonships}


def test_each_chairperson_held_a_post_at_home(facts: Reference) -> None:
    organisations = {row.id: row.organisation for row in facts.posts}
    for chair in facts.chairpersonships:
        at_home = [
            row
            for row in facts.tenures
            if row.person == chair.person
            and organisations[row.post] == chair.state
            and first_day(row.from_) <= last_day(chair.from_)
            and last_day(row.to) >= first_day(chair.from_)
        ]
        assert at_home, chair


def test_no_post_has_two_full_holders_on_a_day(facts: Reference) -> None:
    holders: dict[str, list[TenureRow]] = defaultdict(list)
    for row in facts.tenures:
        if not row.acting and row.post not in SHARED_POSTS:
            holders[row.post].append(row)
    clashes = Counter(
        post
        for post, rows in holders.items()
        for one, other in combinations(sorted(rows, key=lambda row: first_day(row.from_)), 2)
        if surely_overlap(one, other)
    )
    assert clashes == CLASHES_IN_DOUBT


def lives(facts: Reference) -> dict[str, tuple[str | None, str | None]]:
    """From when to when each body, mission and format existed."""
    return {
        **{row.id: (row.founded, row.closed) for row in facts.institutions},
        **{row.id: (row.established, row.closed) for row in facts.missions},
        **{row.id: (row.from_, row.to) for row in facts.formats},
    }


def within(start: str | None, end: str | None, life: tuple[str | None, str | None]) -> bool:
    """Whether a period can lie in a life, at the precision of both."""
    return last_day(start or LAST) >= first_day(life[0]) and (
        life[1] is None or (end is not None and first_day(end) <= last_day(life[1]))
    )


def test_tenures_lie_in_the_life_of_the_body(facts: Reference) -> None:
    life = lives(facts)
    organisations = {row.id: row.organisation for row in facts.posts}
    outside = {
        (row.person, row.post)
        for row in facts.tenures
        if organisations[row.post] in life and not within(row.from_, row.to, life[organisations[row.post]])
    }
    assert outside == OUTSIDE_THE_LIFE_OF_THE_BODY


def test_memberships_lie_in_the_life_of_the_format(facts: Reference) -> None:
    life = lives(facts)
    for row in facts.format_members:
        assert within(row.from_, row.to, life[row.format]), row


def test_formats_end_with_the_format_that_they_are_part_of(facts: Reference) -> None:
    life = lives(facts)
    for row in facts.formats:
        if row.parent is not None:
            assert within(row.from_, row.to, life[row.parent]), row.id


def test_meetings_lie_in_the_life_of_the_body(facts: Reference) -> None:
    life = lives(facts)
    for row in facts.meetings:
        if row.body is not None:
            # The Paris Summit founded what it was the first of, on its last day.
            assert within(row.to, row.to, life[row.body]), row.id


def test_meetings_are_dated_and_placed_and_their_series_are_series(facts: Reference) -> None:
    series = {row.id for row in facts.meetings if row.kind == "series"}
    assert {row.series for row in facts.meetings if row.series} <= series
    assert all(one.startswith("series-") for one in series)
    for row in facts.meetings:
        if row.kind == "series":
            assert (row.from_, row.to, row.series, row.body, row.number) == (None,) * 5
        else:
            assert row.from_, row.to
            assert row.place, row.host_state


def test_the_ministerial_council_is_counted_without_a_gap(facts: Reference) -> None:
    numbered = [row for row in facts.meetings if row.kind == "ministerial-council" and row.number]
    assert [row.number for row in numbered] == list(range(1, 33))
    assert [row.from_ for row in numbered] == sorted(row.from_ or "" for row in numbered)


def test_nothing_is_newer_than_the_gathering_of_the_facts(facts: Reference) -> None:
    dates = [
        value
        for table in COUNTS
        for row in getattr(facts, table)
        for name in (
            "from_",
            "to",
            "as_of",
            "joined",
            "ended",
            "founded",
            "established",
            "closed",
            "deployed",
        )
        if (value := getattr(row, name, None)) is not None
    ]
    dates += [value for row in facts.instruments for value in (row.date, row.in_force) if value]
    assert max(date[: len(AS_OF)] for date in dates) == AS_OF


def test_participating_states_and_partners(facts: Reference) -> None:
    assert Counter(row.status for row in facts.states) == {
        "participating": 57,
        "asian-partner": 5,
        "mediterranean-partner": 6,
    }
    assert {row.status for row in facts.former_states} == {"former"}
    assert {row.status for row in facts.other_states} == {"other"}


def test_the_un_has_193_members_and_two_observers(facts: Reference) -> None:
    assert len(facts.states) + len(facts.other_states) == 193 + 2
    assert {"holy-see", "palestine"} <= {row.id for row in (*facts.states, *facts.other_states)}


def lands(facts: Reference) -> list[StateRow | RegionRow]:
    """All states and regions."""
    return [*facts.states, *facts.former_states, *facts.other_states, *facts.regions]


def test_codes_items_and_names_are_of_one_state_only(facts: Reference) -> None:
    states = (*facts.states, *facts.former_states, *facts.other_states)
    for field in ("iso2", "iso3", "qid"):
        assert Counter(getattr(row, field) for row in states).most_common(1)[0][1] == 1
    assert [row.id for row in states if row.iso2 is None] == ["serbia-and-montenegro"]
    names = Counter(name for row in lands(facts) for name in {row.name, *row.aliases, *row.adjectives})
    assert [name for name, found in names.items() if found > 1] == []


def test_names_that_mostly_mean_something_else_are_left_out(facts: Reference) -> None:
    states = (*facts.states, *facts.other_states)
    names = {name: row.id for row in states for name in (row.name, *row.aliases, *row.adjectives)}
    assert not {"Congo", "Congolese", "Micronesia", "Korea DPR"} & set(names)
    assert names["Guinea"] == "guinea"
    assert names["Dominican"] == "dominican-republic"
    assert "Male" not in {name for row in facts.places for name in (row.name, *row.aliases)}


def test_aliases_are_neither_adjectives_nor_the_capital(facts: Reference) -> None:
    for row in lands(facts):
        if row.id != "holy-see":  # the Vatican is the adjective, the city and a name of the Holy See
            assert not set(row.aliases) & {*row.adjectives, row.capital, row.name}, row.id


def test_no_two_things_of_a_table_share_a_label(facts: Reference) -> None:
    for table in COUNTS:
        labels = [
            label
            for row in getattr(facts, table)
            if (label := getattr(row, "label", getattr(row, "pref_label", getattr(row, "name", None))))
        ]
        assert len(labels) == len(set(labels)), table


def test_no_wikidata_item_is_two_things(facts: Reference) -> None:
    items = Counter(
        row.qid
        for table in COUNTS
        if table != "chairpersonships"
        for row in getattr(facts, table)
        if getattr(row, "qid", None)
    )
    assert items.most_common(1)[0][1] == 1


def test_capitals_lie_in_their_states(facts: Reference) -> None:
    places = {row.name: row for row in facts.places}
    for row in (*facts.states, *facts.other_states):
        assert row.capital is not None
        assert places[row.capital].state in {row.id, None}, row.id
    assert [row.id for row in facts.states if places[row.capital or ""].state is None] == ["israel"]


def test_participants_are_of_the_type_that_they_are_said_to_be(facts: Reference) -> None:
    ids = {
        table: {row.id for row in getattr(facts, table)}
        for table in COUNTS
        if table not in {"people", "tenures", "format_members", "chairpersonships"}
    }
    tables = {
        "state": ids["states"] | ids["former_states"],
        "de-facto-entity": {row.id for row in facts.regions if row.kind == "de-facto-entity"},
        "organisation": ids["organisations"] | {"osce"},
        "osce-structure": ids["institutions"] | ids["missions"],
    }
    for row in facts.format_members:
        assert row.participant in tables[row.participant_type], row


def test_a_closed_mission_has_a_day_of_closure(facts: Reference) -> None:
    for row in facts.missions:
        if row.status != "assistance-bilateral":
            assert (row.status == "closed") == (row.closed is not None), row.id


def test_formats_and_conflicts_agree(facts: Reference) -> None:
    related = {row.id: row.related_formats for row in facts.conflicts}
    for row in facts.formats:
        if row.conflict is not None:
            assert row.id in related[row.conflict], row.id
