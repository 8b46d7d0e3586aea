"""The chain from names to sentences, offsets, releases and rules."""

from pathlib import Path

import pytest
from test_clocks import CHAIRS, STATED, make, meeting, release
from test_clocks_shipped import rows, shipped

from kg.answer import find, table
from kg.cli.main import run
from kg.errors import ParameterError
from kg.store import Store
from kg.why import COLUMNS, as_rows, why

__all__ = ["shipped"]
Capture = pytest.CaptureFixture[str]

OTHER_GROUP = """
GRAPH id:graph-reference {
  id:state-kenya a kg:State ; rdfs:label "Kenya"@en .
  id:membership-kenya a kg:FormatMembership ; rdfs:label "Kenya in it"@en ; kg:hasMember id:state-kenya ;
    kg:ofFormat id:format-group ; kg:startDate "2019"^^xsd:gYear ; dct:source "list" .
}
"""


def linked(store: Store, *names: str) -> list[dict[str, str]]:
    found = table(as_rows(why(store, *(find(store, name) for name in names))))
    assert found.columns == COLUMNS
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_a_shared_event_comes_with_its_sentence_offsets_release_and_rule() -> None:
    store = make(CHAIRS, release("a", "2017-12-20", meeting("happened", "2017-12-19")))
    found = [row for row in linked(store, "Kurz", "Kneissl") if row["kind"] == "meeting"]
    assert found == [
        {
            "link": "1", "through": "", "through_label": "", "kind": "meeting", "fact": "id:meeting-1",
            "fact_label": "Kurz and Kneissl", "from": "2017-12-19", "until": "", "told_as": "happened",
            "quote": "What a says", "start": "6", "end": "20", "release": "id:release-a",
            "release_label": "Release a", "issued": "2017-12-20", "source": "", "rule": "rule", "confidence": "high",
        }
    ]  # fmt: skip


def test_facts_of_both_come_first_and_then_a_post_that_both_held() -> None:
    store = make(CHAIRS, release("a", "2017-12-20", meeting("planned", "2017-12-19")))
    found = linked(store, "Kurz", "Kneissl")
    assert [(row["link"], row["kind"], row["through"], row["told_as"]) for row in found] == [
        ("1", "meeting", "", "planned"),
        ("2", "chair", "", "curated"),
        ("3", "office", "id:post-cio", "curated"),
        ("3", "office", "id:post-cio", "curated"),
    ]
    assert [row["fact"] for row in found[2:]] == ["id:tenure-kurz-cio-2017", "id:tenure-kneissl-cio-2017"]


def test_a_format_links_those_who_may_have_been_in_it_together() -> None:
    store = make(CHAIRS, OTHER_GROUP)
    assert {row["fact"] for row in linked(store, "Austria", "Italy")} == {
        "id:membership-group-austria", "id:membership-group-italy",
    }  # fmt: skip
    assert {row["through_label"] for row in linked(store, "Italy", "Kenya")} == {"Small Group"}
    assert linked(store, "Austria", "Kenya") == []


def test_one_name_gives_all_facts_and_two_that_share_nothing_none() -> None:
    store = make(CHAIRS, release("a", "2018-02-01", STATED.format(day="2018-02-01")))
    assert [row["kind"] for row in linked(store, "Kneissl")] == ["act", "office", "office", "chair"]
    assert linked(store, "Alfano", "Kurz") == []
    with pytest.raises(ParameterError, match="the same thing"):
        linked(store, "Kurz", "Sebastian Kurz")


def test_every_release_that_tells_a_fact_is_named_with_how_it_tells_it() -> None:
    store = make(
        CHAIRS,
        release("a", "2017-12-01", meeting("planned", "2017-12-19")),
        release("b", "2017-12-20", meeting("happened", "2017-12-19")),
    )
    found = [row for row in linked(store, "id:meeting-1") if row["kind"] == "meeting"]
    assert [(row["told_as"], row["quote"]) for row in found] == [
        ("happened", "What b says"), ("planned", "What a says"),
    ]  # fmt: skip


def test_sentences_stand_in_the_release_word_for_word(shipped: Path, capfd: Capture) -> None:
    assert run(["why", "Rama", "Prystaiko", "--format", "csv", "--store", str(shipped)]) == 0
    found = rows(capfd.readouterr().out)
    assert found
    text = (Path(__file__).parent.parent / "data/releases/2020-01-20-rama-kyiv.txt").read_text("utf-8")
    for row in found:
        assert row["quote"] == text[int(row["start"]) : int(row["end"])]
        assert row["rule"]
        assert row["confidence"] == "high"


def test_the_text_tells_the_chain(shipped: Path, capfd: Capture) -> None:
    assert run(["why", "Rama", "Prystaiko", "--store", str(shipped)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == "Edi Rama and Vadym Prystaiko"
    assert lines[2] == "1. meeting: Meeting of Edi Rama and Vadym Prystaiko (2020-01-20)"
    assert any(line.strip().startswith("characters ") and "held talks in Kyiv" in line for line in lines)
    assert any(line.strip().startswith("rule ") for line in lines)


def test_an_actor_named_beside_a_format_is_told_as_that(shipped: Path, capfd: Capture) -> None:
    assert run(["why", "Armenia", "OSCE Minsk Group", "--format", "csv", "--store", str(shipped)]) == 0
    found = rows(capfd.readouterr().out)
    assert {row["kind"] for row in found} >= {"format", "named together"}
    beside = next(row for row in found if row["kind"] == "named together")
    assert "Minsk Group" in beside["quote"]


def test_nothing_is_one_line_and_exit_1(shipped: Path, capfd: Capture) -> None:
    assert run(["why", "Lavrov", "Tirana", "--store", str(shipped)]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("kg: nothing links Sergey Lavrov and Tirana directly")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Edi Ramma"], "kg: no thing is called 'Edi Ramma'; nearest: Edi Rama"),
        (["Edi Rama", "Lavrof"], "kg: no thing is called 'Lavrof'; nearest: Sergey Lavrov"),
        (["Silva", "Edi Rama"], "kg: 'Silva' may be any of "),
        (["Rama", "Edi Rama"], "kg: both names stand for the same thing"),
    ],
)
def test_mistakes_are_one_line(shipped: Path, capfd: Capture, arguments: list[str], told: str) -> None:
    assert run(["why", *arguments, "--store", str(shipped)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(told)
    assert err.count("\n") == 1
