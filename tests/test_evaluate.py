"""`kg evaluate`: a right reading gives 1, and each kind of error is counted where it belongs."""

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError, ReleaseRefused
from kg.evaluate import GoldError, Report, agreement, run
from kg.evaluate.names import Names
from kg.evaluate.report import Count
from kg.model import (
    Act,
    Event,
    Fact,
    Factuality,
    Heading,
    Membership,
    Mention,
    Participation,
    Reading,
    Release,
    Span,
    Stated,
    Support,
    Tenure,
    Thing,
)

TEXT = (
    "Foreign Minister Ana Lind of Norway met President Rui Paz of Chile in Oslo on 3 May 2021. "
    "Lind welcomed the talks. Norway co-chairs the Lima Group. A visit to Chile is planned."
)
FIRST, SECOND, THIRD, FOURTH = (
    Span(
        TEXT.index(start),
        TEXT.index(start) + len(start) + TEXT[TEXT.index(start) + len(start) :].index(".") + 1,
    )
    for start in ("Foreign Minister", "Lind welcomed", "Norway co-chairs", "A visit")
)
NORWAY = Thing("state", "norway", "Norway", "State", True)
CHILE = Thing("state", "chile", "Chile", "State", True)
LIND = Thing("person", "ana-lind", "Ana Lind", "Person")
PAZ = Thing("person", "rui-paz", "Rui Paz", "Person")
FOREIGN_MINISTER = Thing("post", "fm-norway", "Minister of Foreign Affairs of Norway", "Post", organization=NORWAY)
PRESIDENT = Thing("post", "president-chile", "President (Chile)", "Post", organization=CHILE)
OSLO = Thing("place", "oslo", "Oslo", "Place", True)
LIMA = Thing("place", "lima", "Lima", "Place", True)
LIMA_GROUP = Thing("format", "lima-group", "Lima Group", "NegotiatingFormat", True)

GOLD: dict[str, Any] = {
    "text": TEXT,
    "issued": "2021-05-03",
    "header": {"issued": "2021-05-03", "places": ["Oslo"]},
    "mentions": [
        {"entity": "Ana Lind", "type": "Person", "start": 17, "end": 25, "quote": "Ana Lind"},
        {"entity": "Norway", "type": "State", "start": 29, "end": 35, "quote": "Norway"},
    ],
    "tenures": [
        {
            "holder": "Ana Lind",
            "post": "Foreign Minister of Norway",
            "rank": None,
            "quote": "Foreign Minister Ana Lind",
        },
        {
            "holder": "Rui Paz",
            "post": "President of Chile",
            "rank": None,
            "quote": "President Rui Paz of Chile",
        },
    ],
    "events": [
        {
            "id": "e1",
            "class": "Meeting",
            "factuality": "happened",
            "start": "2021-05-03",
            "end": None,
            "place": "Oslo",
            "formats": [],
            "discusses": [],
            "part_of": None,
            "participants": [
                {"actor": "Ana Lind", "posts": ["Foreign Minister of Norway"], "role": "host"},
                {"actor": "Rui Paz", "posts": ["President of Chile"], "role": None},
            ],
            "quotes": ["Ana Lind of Norway met President Rui Paz"],
        },
        {
            "id": "e2",
            "class": "Visit",
            "factuality": "planned",
            "start": None,
            "end": None,
            "place": "Chile",
            "formats": [],
            "discusses": [],
            "part_of": None,
            "participants": [],
            "quotes": ["A visit to Chile is planned."],
        },
    ],
    "memberships": [
        {
            "member": "Norway",
            "format": "Lima Group",
            "role": "co-chair",
            "factuality": "presupposed",
            "quote": "Norway co-chairs the Lima Group.",
        }
    ],
    "acts": [
        {
            "speaker": "Ana Lind",
            "type": "welcomed",
            "about": ["Chile"],
            "addressed_to": [],
            "factuality": "happened",
            "quote": "Lind welcomed the talks.",
        }
    ],
    "forbidden": [
        {"kind": "event", "match": {"class": "Visit", "factuality": "happened"}, "why": "only planned"},
        {"kind": "event", "match": {"place": "Lima"}, "why": "part of a name"},
        {
            "kind": "tenure",
            "match": {"holder": "Rui Paz", "post": "Foreign Minister of Norway"},
            "why": "hers",
        },
        {"kind": "act", "match": [{"speaker": "Rui Paz"}, {"speaker": "Chile"}], "why": "says nothing"},
        {"kind": "mention", "match": {"quote": "Lima"}, "why": "part of a name"},
        {"kind": "membership", "match": {"member": "Chile"}, "why": "not said"},
        {"kind": "header", "match": {"part": "issued", "other_than": ["2021-05-03"]}, "why": "the only date"},
        {
            "kind": "event",
            "match": {"class": "Meeting", "participants": ["Rui Paz"]},
            "beyond": 1,
            "why": "one meeting",
        },
    ],
}


def support(span: Span) -> Support:
    return Support((span,), "test")


HEADING = Heading("place", OSLO, support(FIRST))
MENTIONS = (Mention(LIND, Span(17, 25), support(FIRST)), Mention(NORWAY, Span(29, 35), support(FIRST)))
TENURES = (Tenure(LIND, FOREIGN_MINISTER, support(FIRST)), Tenure(PAZ, PRESIDENT, support(FIRST)))
MEETING = Event(
    "Meeting",
    "2021-05-03-ana-lind-rui-paz",
    "Meeting of Ana Lind and Rui Paz",
    Factuality.HAPPENED,
    support(FIRST),
    (
        Participation(LIND, (FOREIGN_MINISTER,), (NORWAY,), "host"),
        Participation(PAZ, (PRESIDENT,), (CHILE,)),
    ),
    start="2021-05-03",
    places=(OSLO,),
)
VISIT = Event("Visit", "visit", "Visit to Chile", Factuality.PLANNED, support(FOURTH), places=(CHILE,))
MEMBERSHIP = Membership(NORWAY, LIMA_GROUP, "co-chair", Factuality.PRESUPPOSED, support(THIRD))
ACT = Act(LIND, "welcomed", support(SECOND), (CHILE,))
FACTS: tuple[Fact, ...] = (HEADING, *MENTIONS, *TENURES, MEETING, VISIT, MEMBERSHIP, ACT)


def no_loader(name: str, data: bytes) -> tuple[Release, ...]:
    raise ReleaseRefused(name, f"{len(data)} bytes in no known form")


def reading_of(facts: tuple[Fact, ...]) -> Callable[[Release], Reading]:
    return lambda release: Reading(release, facts)


@pytest.fixture
def evaluated(tmp_path: Path) -> Callable[..., Report]:
    """Writes a gold file and measures a reading with these facts against it."""

    def measure(facts: tuple[Fact, ...], gold: dict[str, Any] = GOLD, **changes: object) -> Report:
        path = tmp_path / "gold.json"
        path.write_text(json.dumps({**gold, **changes}), encoding="utf-8")
        return run([path], reading_of(facts), no_loader, Names(None))

    return measure


def swapped(old: Fact, *new: Fact) -> tuple[Fact, ...]:
    """The right facts with one replaced."""
    return tuple(one for fact in FACTS for one in (new if fact is old else (fact,)))


def wrong_rows(report: Report) -> dict[str, tuple[int, int]]:
    """For each class with errors how many are extra and missing, the sum left out."""
    counts = report.as_dict()["classes"]
    assert isinstance(counts, dict)
    return {
        row: (count["fp"], count["fn"])
        for row, count in counts.items()
        if row != "facts" and (count["fp"] or count["fn"])
    }


def test_a_right_reading_gives_one(evaluated: Callable[..., Report]) -> None:
    report = evaluated(FACTS)
    assert wrong_rows(report) == {}
    assert report.count("facts").f1 == report.count("mentions").f1 == 1.0
    assert report.count("events") == Count(2, 0, 0)
    assert report.count("participations") == Count(2, 0, 0)
    assert report.factuality()[1] == 1.0
    assert report.forbidden_facts == 0
    assert report.files[0].wholly_right
    assert report.errors() == ""


def test_an_empty_reading_finds_nothing(evaluated: Callable[..., Report]) -> None:
    report = evaluated(())
    count = report.count("facts")
    assert count.right == 1  # the date, which the gold file itself gives
    assert count.extra == 0
    assert report.count("events") == Count(0, 0, 2)
    assert report.count("events").precision is None


ERRORS: list[tuple[str, tuple[Fact, ...], dict[str, tuple[int, int]]]] = [
    ("place of the release", swapped(HEADING, replace(HEADING, thing=LIMA)), {"header": (1, 1)}),
    ("mention's place", swapped(MENTIONS[0], replace(MENTIONS[0], span=Span(17, 20))), {"mentions": (1, 1)}),
    ("mention's thing", swapped(MENTIONS[1], replace(MENTIONS[1], thing=CHILE)), {"mentions": (1, 1)}),
    ("holder", swapped(TENURES[0], replace(TENURES[0], holder=PAZ)), {"tenures": (1, 1)}),
    ("rank", swapped(TENURES[0], replace(TENURES[0], rank="acting")), {"tenures": (1, 1)}),
    ("class", swapped(MEETING, replace(MEETING, category="Call")), {"events": (1, 1), "meetings": (1, 1)}),
    (
        "factuality",
        swapped(MEETING, replace(MEETING, factuality=Factuality.PLANNED)),
        {"events": (1, 1), "meetings": (1, 1)},
    ),
    ("day", swapped(MEETING, replace(MEETING, start="2021-05-04")), {"event dates": (1, 1)}),
    ("place", swapped(VISIT, replace(VISIT, places=())), {"event places": (0, 1)}),
    ("format", swapped(MEETING, replace(MEETING, formats=(LIMA_GROUP,))), {"formats": (1, 0)}),
    ("subject", swapped(MEETING, replace(MEETING, discusses=(LIMA_GROUP,))), {"discusses": (1, 0)}),
    ("whole", swapped(MEETING, replace(MEETING, part_of=VISIT)), {"part of": (1, 0)}),
    (
        "role",
        swapped(
            MEETING,
            replace(MEETING, participants=(replace(MEETING.participants[0], role=None), MEETING.participants[1])),
        ),
        {"participations": (1, 1), "participants": (1, 1)},
    ),
    (
        "post",
        swapped(
            MEETING,
            replace(
                MEETING,
                participants=(replace(MEETING.participants[0], capacities=()), MEETING.participants[1]),
            ),
        ),
        {"participations": (1, 1), "capacities": (0, 1)},
    ),
    (
        "participant",
        swapped(MEETING, replace(MEETING, participants=MEETING.participants[:1])),
        {
            "events": (1, 1),
            "meetings": (1, 1),
            "participations": (0, 1),
            "participants": (0, 1),
            "capacities": (0, 1),
        },
    ),
    (
        "meeting told twice",
        swapped(MEETING, MEETING, replace(MEETING, key="again")),
        {
            "events": (1, 0),
            "meetings": (1, 0),
            "participations": (2, 0),
            "participants": (2, 0),
            "capacities": (2, 0),
        },
    ),
    ("role in a format", swapped(MEMBERSHIP, replace(MEMBERSHIP, role="member")), {"memberships": (1, 1)}),
    ("speaker", swapped(ACT, replace(ACT, speaker=PAZ)), {"acts": (1, 1)}),
    ("type of act", swapped(ACT, replace(ACT, act_type="stated")), {"acts": (1, 1)}),
    ("sentence of act", swapped(ACT, replace(ACT, support=support(THIRD))), {"acts": (1, 1)}),
    ("subject of act", swapped(ACT, replace(ACT, about=())), {"acts: about": (0, 1)}),
    ("whom an act is to", swapped(ACT, replace(ACT, addressed_to=(CHILE,))), {"acts: addressed to": (1, 0)}),
]


@pytest.mark.parametrize(("facts", "wrong"), [case[1:] for case in ERRORS], ids=[case[0] for case in ERRORS])
def test_each_error_is_counted_in_its_class(
    evaluated: Callable[..., Report], facts: tuple[Fact, ...], wrong: dict[str, tuple[int, int]]
) -> None:
    report = evaluated(facts)
    assert wrong_rows(report) == wrong
    assert not report.files[0].wholly_right
    assert report.errors()


FORBIDDEN: list[tuple[str, tuple[Fact, ...]]] = [
    ("a plan as done", swapped(VISIT, replace(VISIT, factuality=Factuality.HAPPENED))),
    ("a place in a name", swapped(MEETING, replace(MEETING, places=(LIMA,)))),
    ("another's office", (*FACTS, Tenure(PAZ, FOREIGN_MINISTER, support(FIRST)))),
    ("one of two patterns", (*FACTS, Act(CHILE, "agreed", support(SECOND)))),
    ("words", (*FACTS, Mention(LIMA, Span(TEXT.index("Lima"), TEXT.index("Lima") + 4), support(THIRD)))),
    ("membership", (*FACTS, replace(MEMBERSHIP, member=CHILE))),
    ("one meeting too many", (*FACTS, replace(MEETING, key="again"))),
]


@pytest.mark.parametrize("facts", [case[1] for case in FORBIDDEN], ids=[case[0] for case in FORBIDDEN])
def test_forbidden_facts_are_counted(evaluated: Callable[..., Report], facts: tuple[Fact, ...]) -> None:
    report = evaluated(facts)
    assert (report.forbidden_facts, report.broken) == (1, 1)
    assert f"of {len(GOLD['forbidden'])} broken, 1 facts" in report.table()
    assert "forbidden (" in report.errors()


def test_any_of_several_names_can_be_forbidden(evaluated: Callable[..., Report]) -> None:
    posts = ["Mayor of Lima", "Foreign Minister of Norway"]
    record = {"kind": "tenure", "match": {"holder": "Rui Paz", "post": posts, "rank": [None, "former"]}, "why": "hers"}
    town = {"kind": "mention", "match": {"quote": "Lima", "type": ["Person", "Place"]}, "why": "of a name"}
    at = TEXT.index("Lima")
    facts = (*FACTS, Tenure(PAZ, FOREIGN_MINISTER, support(FIRST)), Mention(LIMA, Span(at, at + 4), support(THIRD)))
    report = evaluated(facts, gold={**GOLD, "forbidden": [record, town]})
    assert (report.forbidden_facts, report.broken) == (2, 2)


def test_a_date_of_the_header_can_be_forbidden(evaluated: Callable[..., Report]) -> None:
    report = evaluated(FACTS, issued="2025-01-01")
    assert report.broken == 1
    assert wrong_rows(report) == {"header": (1, 1)}


def test_an_optional_fact_counts_neither_way(evaluated: Callable[..., Report]) -> None:
    optional = [{**GOLD["acts"][0], "optional": True}]
    assert wrong_rows(evaluated(FACTS, acts=optional)) == {}
    assert wrong_rows(evaluated(swapped(ACT), acts=optional)) == {}


def test_what_a_file_does_not_state_is_not_scored(evaluated: Callable[..., Report]) -> None:
    less = {key: value for key, value in GOLD.items() if key not in ("acts", "mentions", "header", "forbidden")}
    event = {key: value for key, value in GOLD["events"][0].items() if key not in ("start", "place")}
    report = evaluated(swapped(ACT), less, events=[event, GOLD["events"][1]])
    assert wrong_rows(report) == {}
    assert report.count("event dates") == Count(0, 0, 0)
    assert report.count("mentions") == Count(0, 0, 0)


def test_an_incomplete_file_counts_only_what_is_missing(evaluated: Callable[..., Report]) -> None:
    more = (*FACTS, Tenure(PAZ, FOREIGN_MINISTER, support(FIRST), "former"), replace(VISIT, key="other"))
    assert wrong_rows(evaluated(more, complete=False)) == {}
    assert wrong_rows(evaluated(swapped(TENURES[0]), complete=False)) == {"tenures": (0, 1)}


def test_any_of_several_names_is_right(evaluated: Callable[..., Report]) -> None:
    acts = [{**GOLD["acts"][0], "speaker": ["Norway", "Ana Lind"]}]
    assert wrong_rows(evaluated(FACTS, acts=acts)) == {}
    assert wrong_rows(evaluated(swapped(ACT, replace(ACT, speaker=NORWAY)), acts=acts)) == {}


def test_what_is_also_right_is_not_extra(evaluated: Callable[..., Report]) -> None:
    acts = [{**GOLD["acts"][0], "also": ["Norway"]}]
    assert wrong_rows(evaluated(swapped(ACT, replace(ACT, about=(CHILE, NORWAY))), acts=acts)) == {}


def test_one_act_read_from_several_sentences_is_one(evaluated: Callable[..., Report]) -> None:
    acts = [{**GOLD["acts"][0], "quote": "Lind welcomed the talks. Norway co-chairs"}]
    twice = swapped(ACT, replace(ACT, about=()), replace(ACT, support=support(THIRD)))
    assert wrong_rows(evaluated(twice, acts=acts)) == {}


def test_nobody_speaks_only_where_the_gold_says_so(evaluated: Callable[..., Report]) -> None:
    unnamed = [{**GOLD["acts"][0], "speaker": None}]
    assert wrong_rows(evaluated(FACTS, acts=unnamed)) == {"acts": (1, 1)}
    assert wrong_rows(evaluated(swapped(ACT, replace(ACT, speaker=None)), acts=unnamed)) == {}


def test_a_presupposed_person_may_have_a_surname_only(evaluated: Callable[..., Report]) -> None:
    lind = Thing("person", "lind", "Lind", "Person")
    facts = swapped(ACT, replace(ACT, speaker=lind))
    assert wrong_rows(evaluated(facts)) == {"acts": (1, 1)}
    assert wrong_rows(evaluated(facts, people=["Ana Lind"])) == {}


def test_mentions_outside_what_was_annotated_are_not_scored(evaluated: Callable[..., Report]) -> None:
    facts = (*FACTS, Mention(CHILE, Span(61, 66), support(FIRST)))
    assert wrong_rows(evaluated(facts)) == {"mentions": (1, 0)}
    assert wrong_rows(evaluated(facts, unannotated=[[60, 70]])) == {}


def test_factuality_is_a_macro_average(evaluated: Callable[..., Report]) -> None:
    labels, macro = evaluated(swapped(VISIT, replace(VISIT, factuality=Factuality.DENIED))).factuality()
    assert set(labels) == {"happened", "planned", "denied"}
    assert labels["happened"].f1 == 1.0
    assert macro == pytest.approx(1 / 3)


def test_table_and_record_tell_the_same(evaluated: Callable[..., Report]) -> None:
    report = evaluated(swapped(TENURES[0]))
    record = json.loads(json.dumps(report.as_dict()))
    assert record["classes"]["tenures"] == {
        "tp": 1,
        "fp": 0,
        "fn": 1,
        "precision": 1.0,
        "recall": 0.5,
        "f1": 0.6667,
    }
    line = next(one for one in report.table(by_file=True).splitlines() if one.startswith("tenures"))
    assert line.split() == ["tenures", "1", "0", "1", "1.000", "0.500", "0.667"]
    assert record["by_file"]["gold"]["wholly_right"] is False


def test_a_refused_page_counts_as_read_without_facts(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({**GOLD, "page": True}), encoding="utf-8")
    report = run([path], reading_of(FACTS), no_loader, Names(None))
    assert report.count("facts").right == 0
    assert "refused: gold" in report.table()
    assert not report.files[0].wholly_right


def test_a_release_is_found_above_the_gold_file(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    (tmp_path / "train").mkdir()
    (tmp_path / "releases" / "one.txt").write_text(TEXT, encoding="utf-8")
    record = {key: value for key, value in GOLD.items() if key not in ("text", "issued", "header")}
    record |= {"release": "releases/one.txt", "sha256": sha256(TEXT.encode()).hexdigest()}
    record["forbidden"] = []
    (tmp_path / "train" / "one.json").write_text(json.dumps(record), encoding="utf-8")

    def load(name: str, data: bytes) -> tuple[Release, ...]:
        text = data.decode()
        title = Stated("", Span(0, 0))
        return (Release("one", name, text, sha256(data).hexdigest(), title, (Span(0, len(text)),)),)

    report = run([tmp_path], reading_of(FACTS), load, Names(None))
    assert wrong_rows(report) == {}
    assert report.count("events") == Count(2, 0, 0)
    (tmp_path / "releases" / "one.txt").write_text(TEXT + " ", encoding="utf-8")
    with pytest.raises(GoldError, match="sha256"):
        run([tmp_path], reading_of(FACTS), load, Names(None))


def test_agreement_of_a_file_with_itself_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({**GOLD, "forbidden": []}), encoding="utf-8")
    report = agreement([path], [path], no_loader)
    assert report.count("facts").f1 == report.count("mentions").f1 == 1.0


BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("mentions[0].quote", {"mentions": [{**GOLD["mentions"][0], "start": 16, "end": 24}]}),
    ("mentions[0].type", {"mentions": [{**GOLD["mentions"][0], "type": "Thing"}]}),
    ("tenures[0].quote", {"tenures": [{**GOLD["tenures"][0], "quote": "Foreign Minister Lind"}]}),
    ("tenures[0].rank", {"tenures": [{**GOLD["tenures"][0], "rank": "first"}]}),
    ("events[0].class", {"events": [{**GOLD["events"][0], "class": "Talks"}]}),
    ("events[0].start", {"events": [{**GOLD["events"][0], "start": "3 May 2021"}]}),
    ("events[0].factuality", {"events": [{**GOLD["events"][0], "factuality": "maybe"}]}),
    ("events[0].part_of", {"events": [{**GOLD["events"][0], "part_of": "e9"}]}),
    ("events[1].id", {"events": [GOLD["events"][0], GOLD["events"][0]]}),
    (
        "events[0].participants[0].role",
        {"events": [{**GOLD["events"][0], "participants": [{"actor": "A", "role": "x"}]}]},
    ),
    ("acts[0].type", {"acts": [{**GOLD["acts"][0], "type": "said"}]}),
    ("acts[0].speaker", {"acts": [{"type": "stated", "quote": "Lind"}]}),
    ("forbidden[0].kind", {"forbidden": [{"kind": "fact", "match": {"a": 1}, "why": "x"}]}),
    ("forbidden[0].match.colour", {"forbidden": [{"kind": "act", "match": {"colour": "red"}, "why": "x"}]}),
    ("forbidden[0].match.quote", {"forbidden": [{"kind": "act", "match": {"quote": "nowhere"}, "why": "x"}]}),
    ("forbidden[0].match.about", {"forbidden": [{"kind": "act", "match": {"about": "Chile"}, "why": "x"}]}),
    ("forbidden[0].match.roles", {"forbidden": [{"kind": "event", "match": {"roles": ["chair"]}, "why": "x"}]}),
    ("forbidden[0].match.post", {"forbidden": [{"kind": "tenure", "match": {"post": None}, "why": "x"}]}),
    ("forbidden[0].match.holder", {"forbidden": [{"kind": "tenure", "match": {"holder": {}}, "why": "x"}]}),
    ("forbidden[0].match.rank", {"forbidden": [{"kind": "tenure", "match": {"rank": "chief"}, "why": "x"}]}),
    ("forbidden[0].match.roles.Lind", {"forbidden": [{"kind": "event", "match": {"roles": {"Lind": 1}}, "why": "x"}]}),
    ("memberships[0].role", {"memberships": [{**GOLD["memberships"][0], "role": "boss"}]}),
    ("unannotated", {"unannotated": [[5, 5]]}),
    ("meetings", {"meetings": []}),
    ("release", {"release": "releases/one.txt"}),
]


@pytest.mark.parametrize(("field", "changes"), BROKEN, ids=[case[0] for case in BROKEN])
def test_a_wrong_gold_file_is_refused_by_field(
    evaluated: Callable[..., Report], field: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(GoldError) as caught:
        evaluated(FACTS, **changes)
    assert caught.value.field == field
    assert "gold.json" in str(caught.value)
    assert isinstance(caught.value, KgError)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe"])
def test_what_is_no_json_object_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gold.json"
    path.write_bytes(content)
    with pytest.raises(GoldError, match=r"gold\.json: file: "):
        run([path], reading_of(()), no_loader, Names(None))


def test_a_missing_path_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(GoldError):
            run([path], reading_of(()), no_loader, Names(None))
