"""What changed between two graphs, in diplomatic terms."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from test_clocks import CHAIRS, PREFIXES, make, meeting, release
from test_clocks_shipped import shipped

from kg.cli.main import run
from kg.diff import Change, Side, compare

__all__ = ["shipped"]
Capture = pytest.CaptureFixture[str]


def side(*parts: str) -> Side:
    return Side("graph", make(*parts).quads())


def changes(old: Side, new: Side) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in compare(old, new).changes:
        found.setdefault(change.change, []).append(change)
    return found


def told(old: Side, new: Side, change: str) -> list[tuple[str, str, str]]:
    """Label, before and after of the changes of this kind; each must be told the other way round too."""
    return [(one.label, one.before, one.after) for one in changes(old, new).get(change, [])]


def graph(body: str) -> str:
    return f"GRAPH id:graph-reference {{ {body} }}"


def test_the_same_graph_does_not_differ() -> None:
    found = compare(side(CHAIRS), side(CHAIRS))
    assert not found
    assert found.changes == ()


def test_another_person_in_the_chair() -> None:
    new = CHAIRS.replace("kg:hasChairperson id:person-kurz, id:person-kneissl", "kg:hasChairperson id:person-kurz")
    assert told(side(CHAIRS), side(new), "chair changed") == [
        (
            "2017",
            "Austria, Karin Kneissl, Sebastian Kurz, 2017-01-01 to 2017-12-31",
            "Austria, Sebastian Kurz, 2017-01-01 to 2017-12-31",
        )
    ]
    term = graph('id:chairpersonship-2019 a kg:Chairpersonship ; rdfs:label "2019"@en ; kg:isHeldBy id:state-italy .')
    assert [one[0] for one in told(side(CHAIRS), side(CHAIRS, term), "chair added")] == ["2019"]
    assert [one[0] for one in told(side(CHAIRS, term), side(CHAIRS), "chair withdrawn")] == ["2019"]


OPEN = graph(
    'id:tenure-alfano-cio-2018 a kg:Tenure ; rdfs:label "Alfano, CiO"@en ; kg:hasHolder id:person-alfano ; '
    'kg:hasPost id:post-cio ; kg:startDate "2018-01-01"^^xsd:date ; dct:source "list" .'
)
CLOSED = OPEN.replace("; dct:source", '; kg:endDate "2018-06-01"^^xsd:date ; dct:source')


def test_tenures_begin_end_and_are_corrected() -> None:
    before, began, ended = side(CHAIRS), side(CHAIRS, OPEN), side(CHAIRS, CLOSED)
    assert told(before, began, "tenure began") == [("Alfano, CiO", "", "from 2018-01-01")]
    assert told(began, before, "tenure withdrawn") == [("Alfano, CiO", "from 2018-01-01", "")]
    assert told(before, ended, "tenure added") == [("Alfano, CiO", "", "2018-01-01 to 2018-06-01")]
    assert told(began, ended, "tenure ended") == [("Alfano, CiO", "from 2018-01-01", "2018-01-01 to 2018-06-01")]
    renamed = side(CHAIRS, OPEN.replace("cio-2018", "cio-2018-01").replace('"2018-01-01"', '"2018-01-08"'))
    assert told(began, renamed, "tenure corrected") == [("Alfano, CiO", "from 2018-01-01", "from 2018-01-08")]
    assert set(changes(began, renamed)) == {"tenure corrected"}
    assert [one.sources for one in changes(before, began)["tenure began"]] == [("list",)]


def test_a_tenure_that_cannot_stand_beside_another_contradicts_it() -> None:
    clash = CLOSED.replace('"2018-01-01"', '"2017-12-01"')
    found = told(side(CHAIRS), side(CHAIRS, clash), "claim now contradicted: other holder")
    assert found == [
        ("Kneissl, CiO", "Karin Kneissl, 2017-12-18 to 2017-12-31", "Angelino Alfano, 2017-12-01 to 2018-06-01"),
        ("Kurz, CiO", "Sebastian Kurz, 2017-01-01 to 2017-12-18", "Angelino Alfano, 2017-12-01 to 2018-06-01"),
    ]
    hand_over = CLOSED.replace('"2018-01-01"', '"2017-12-31"')
    assert not [one for one in changes(side(CHAIRS), side(CHAIRS, hand_over)) if "contradicted" in one]


def test_members_join_leave_and_change_their_role() -> None:
    joined = graph(
        'id:membership-group-germany a kg:FormatMembership ; rdfs:label "Germany in it"@en ; kg:hasMember '
        'id:state-germany ; kg:ofFormat id:format-group ; kg:hasRole kg:role-member ; kg:startDate "2018"^^xsd:gYear .'
    )
    left = joined.replace('"2018"^^xsd:gYear', '"2018"^^xsd:gYear ; kg:endDate "2019"^^xsd:gYear')
    chair = joined.replace("membership-group-germany", "membership-group-germany-chair").replace(
        "role-member", "role-chair"
    )
    assert told(side(CHAIRS), side(CHAIRS, joined), "member joined") == [("Germany in it", "", "member, from 2018")]
    assert told(side(CHAIRS, joined), side(CHAIRS, left), "member left") == [
        ("Germany in it", "member, from 2018", "member, 2018 to 2019")
    ]
    assert told(side(CHAIRS, joined), side(CHAIRS), "membership withdrawn")
    assert told(side(CHAIRS, joined), side(CHAIRS, chair), "membership corrected") == [
        ("Germany in it", "member, from 2018", "chair, from 2018")
    ]
    asked = joined.replace("kg:hasRole", "kg:hasFactuality kg:calledFor ; kg:hasRole")
    assert told(side(CHAIRS), side(CHAIRS, asked), "membership told of") == [
        ("Germany in it", "", "member, calledFor, from 2018")
    ]


def test_meetings_are_added_and_withdrawn_with_their_release() -> None:
    before = side(CHAIRS)
    after = side(CHAIRS, release("a", "2017-12-20", meeting("happened", "2017-12-19")))
    assert told(before, after, "meeting added") == [("Kurz and Kneissl", "", "happened, 2017-12-19")]
    assert changes(before, after)["meeting added"][0].sources == ("Release a",)
    assert told(after, before, "meeting withdrawn") == [("Kurz and Kneissl", "happened, 2017-12-19", "")]
    assert told(before, after, "release added") == [("Release a", "", "Release a")]
    assert told(after, before, "release withdrawn") == [("Release a", "Release a", "")]
    twice = side(
        CHAIRS,
        release("a", "2017-12-20", meeting("happened", "2017-12-19")),
        release("b", "2017-12-21", meeting("happened", "2017-12-19")),
    )
    assert told(after, twice, "also told by") == [("Kurz and Kneissl", "", "Release b")]
    assert told(twice, after, "no longer told by") == [("Kurz and Kneissl", "Release b", "")]


def test_a_plan_is_done_whether_it_kept_its_name_or_not() -> None:
    plan = release("a", "2017-12-01", meeting("planned", "2017-12-19"))
    done = release("b", "2017-12-20", meeting("happened", "2017-12-19"))
    assert told(side(CHAIRS, plan), side(CHAIRS, plan, done), "plan now done") == [
        ("Kurz and Kneissl", "planned", "happened, planned")
    ]
    apart = plan.replace("id:meeting-1", "id:meeting-1-planned")
    assert told(side(CHAIRS, apart), side(CHAIRS, apart, done), "plan now done") == [
        ("Kurz and Kneissl", "planned, 2017-12-19", "happened, 2017-12-19")
    ]
    undated = apart.replace('kg:startDate "2017-12-19"^^xsd:date ;', "").replace("meeting-1-planned", "meeting-x")
    assert told(side(CHAIRS, undated), side(CHAIRS, undated, done), "plan now done")
    before_it_was_planned = done.replace("2017-12-19", "2017-11-19")
    assert not told(side(CHAIRS, undated), side(CHAIRS, undated, before_it_was_planned), "plan now done")
    other_day = apart.replace("2017-12-19", "2017-12-24").replace("meeting-1-planned", "meeting-x")
    assert not told(side(CHAIRS, other_day), side(CHAIRS, other_day, done), "plan now done")


def test_a_claim_is_contradicted_by_a_denial_another_date_or_another_number() -> None:
    done = release("a", "2017-12-20", meeting("happened", "2017-12-19"))
    denial = release("b", "2017-12-21", meeting("denied", "2017-12-19"))
    before = side(CHAIRS, done)
    assert told(before, side(CHAIRS, done, denial), "claim now contradicted") == [
        ("Kurz and Kneissl", "happened", "denied, happened")
    ]
    apart = denial.replace("id:meeting-1", "id:meeting-1-denied")
    assert told(before, side(CHAIRS, done, apart), "claim now contradicted") == [
        ("Kurz and Kneissl", "happened, 2017-12-19", "happened, 2017-12-19, denied, 2017-12-19")
    ]
    another_day = apart.replace("2017-12-19", "2017-12-24")
    assert not told(before, side(CHAIRS, done, another_day), "claim now contradicted")
    later = release("b", "2017-12-21", meeting("happened", "2017-12-20"))
    assert told(before, side(CHAIRS, done, later), "claim now contradicted: date") == [
        ("Kurz and Kneissl", "2017-12-19", "2017-12-19 or 2017-12-20")
    ]
    vague = release("b", "2017-12-21", meeting("happened", "2017-12"))
    assert "claim now contradicted: date" not in changes(before, side(CHAIRS, done, vague))
    fifth, sixth = (
        release(
            slug,
            "2017-12-20",
            meeting("happened", "2017-12-19").replace("EVIDENCE", f"kg:roundNumber {n} ; EVIDENCE", 1),
        )
        for slug, n in (("a", 5), ("b", 6))
    )
    assert told(side(CHAIRS, fifth), side(CHAIRS, fifth, sixth), "claim now contradicted: number") == [
        ("Kurz and Kneissl", "5", "5 or 6")
    ]
    assert told(side(CHAIRS, fifth), side(CHAIRS, sixth), "number corrected") == [("Kurz and Kneissl", "5", "6")]


def test_people_are_new_renamed_and_gone() -> None:
    renamed = CHAIRS.replace('"Karin Kneissl"', '"Karin K. Kneissl"')
    assert told(side(CHAIRS), side(renamed), "person renamed") == [
        ("Karin K. Kneissl", "Karin Kneissl", "Karin K. Kneissl")
    ]
    item = "; <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q1>"
    old = graph(f'id:person-novak a kg:Person ; rdfs:label "Novak"@en {item} .')
    new = graph(f'id:person-jan-novak a kg:Person ; rdfs:label "Jan Novak"@en {item} .')
    assert told(side(CHAIRS, old), side(CHAIRS, new), "person renamed") == [
        ("Jan Novak", "Novak (id:person-novak)", "Jan Novak (id:person-jan-novak)")
    ]
    assert [one[0] for one in told(side(CHAIRS), side(CHAIRS, new), "person new")] == ["Jan Novak"]
    assert [one[0] for one in told(side(CHAIRS, new), side(CHAIRS), "person no longer known")] == ["Jan Novak"]


def test_a_corrected_release_and_a_thing_described_otherwise() -> None:
    old, new = release("a", "2017-12-20", ""), release("a", "2017-12-21", "").replace('"Release a"', '"Release A"')
    found = changes(side(CHAIRS, old), side(CHAIRS, new))
    assert set(found) == {"release corrected: date", "release corrected: title"}
    note = graph('id:state-italy <http://www.w3.org/2004/02/skos/core#note> "A note" .')
    assert told(side(CHAIRS), side(CHAIRS, note), "state described otherwise: skos:note") == [("Italy", "", "A note")]


def test_graphs_that_differ_in_nothing_told_still_differ() -> None:
    old = release("a", "2017-12-20", "")
    found = compare(side(CHAIRS, old), side(CHAIRS, old.replace('"What a says"', '"What a said"')))
    assert found
    # The quote, the release's statement and the wording of that.
    assert (found.changes, found.added, found.withdrawn) == ((), 3, 3)


@pytest.mark.timeout(300)
def test_the_command_compares_stores_and_files(shipped: Path, tmp_path: Path, capfd: Capture) -> None:
    files = [tmp_path / "a.ttl", tmp_path / "a.nq", tmp_path / "a.trig"]
    for file, name in zip(files, ("turtle", "nquads", "trig"), strict=True):
        assert run(["export", "--store", str(shipped), "--format", name, "-o", str(file)]) == 0
        assert run(["diff", str(shipped), str(file)]) == 0
        assert capfd.readouterr().out == "no difference\n"
    text = files[1].read_text()
    changed = tmp_path / "b.nq"
    changed.write_text(text.replace('"Edi Rama"@en', '"Edi K. Rama"@en'))
    assert run(["diff", str(files[1]), str(changed)]) == 1
    out = capfd.readouterr().out
    assert "person renamed: Edi K. Rama\n    Edi Rama -> Edi K. Rama\n" in out
    assert run(["diff", str(files[1]), str(changed), "--format", "json"]) == 1
    found = json.loads(capfd.readouterr().out)
    assert {one["change"] for one in found["changes"]} == {"person renamed"}
    assert found["statements"]["added"] == found["statements"]["withdrawn"] > 0
    assert run(["diff", str(files[1]), str(changed)]) == 1
    assert capfd.readouterr().out == out


def test_what_was_known_later_is_told_as_changes(shipped: Path, tmp_path: Path, capfd: Capture) -> None:
    then = tmp_path / "then.nq"
    arguments = ["export", "--store", str(shipped), "--known-by", "2019", "--format", "nquads", "-o", str(then)]
    assert run(arguments) == 0
    assert run(["diff", str(then), str(shipped)]) == 1
    out = capfd.readouterr().out
    assert "meeting added: Meeting of Edi Rama and Vadym Prystaiko (2020-01-20)\n    happened, 2020-01-20\n" in out
    assert "release added: " in out
    assert "withdrawn: " not in out


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("nothing.ttl", None, "no such file or folder"),
        ("a.csv", "a,b\n", "neither a store's folder nor RDF by its name"),
        ("a.ttl", "this is no Turtle", "not Turtle: "),
        ("a.nq", "\x00\x01", "not N-Quads: "),
        ("a.trig", "\udcff\udcfe", "not TriG: "),
        ("a.ttl", "[] a <http://example.org/x> .", "a blank node, which has no name to compare it by"),
        ("folder", "", "no build has been completed here"),
    ],
)
def test_what_is_no_graph_is_one_line(
    tmp_path: Path, capfd: Capture, name: str, content: str | None, expected: str
) -> None:
    good = tmp_path / "good.ttl"
    good.write_text(PREFIXES + 'id:person-a a kg:Person ; rdfs:label "A"@en .')
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content.encode("utf-8", "surrogateescape"))
    for given in ([path, good], [good, path]):
        assert run(["diff", *map(str, given)]) == 2
        out, err = capfd.readouterr()
        assert out == ""
        assert err.startswith(f"kg: {path}: ")
        assert expected in err
        assert err.count("\n") == 1


def test_sides_hold_each_statement_once() -> None:
    person = ox.NamedNode("https://w3id.org/osce-kg/id/person-a")
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    twice = [ox.Quad(person, label, ox.Literal("A"), ox.NamedNode(f"http://example.org/{n}")) for n in (1, 2)]
    assert not compare(Side("one", twice[:1]), Side("two", twice))
