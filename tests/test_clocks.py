"""What was true on a day and what was known by a day, on a small graph made by hand."""

import pyoxigraph as ox
import pytest

from kg import library
from kg.answer import ask, table
from kg.clocks import View, at, covers
from kg.errors import ParameterError
from kg.graphs import DERIVED
from kg.rules import derive
from kg.store import Store

PREFIXES = """
@prefix dct: <http://purl.org/dc/terms/> . @prefix id: <https://w3id.org/osce-kg/id/> .
@prefix kg: <https://w3id.org/osce-kg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

ONTOLOGY = """
GRAPH id:graph-ontology { kg:Person rdfs:subClassOf kg:Actor . kg:State rdfs:subClassOf kg:Actor . }
"""

CHAIRS = """
GRAPH id:graph-reference {
  id:post-cio a kg:Post ; rdfs:label "OSCE Chairperson-in-Office"@en .
  id:person-kurz a kg:Person ; rdfs:label "Sebastian Kurz"@en .
  id:person-kneissl a kg:Person ; rdfs:label "Karin Kneissl"@en .
  id:person-alfano a kg:Person ; rdfs:label "Angelino Alfano"@en .
  id:state-germany a kg:State ; rdfs:label "Germany"@en .
  id:state-austria a kg:State ; rdfs:label "Austria"@en .
  id:state-italy a kg:State ; rdfs:label "Italy"@en .
  id:format-group a kg:NegotiatingFormat ; rdfs:label "Small Group"@en ; kg:startDate "1992"^^xsd:gYear .
  id:chairpersonship-2016 a kg:Chairpersonship ; rdfs:label "2016"@en ; kg:isHeldBy id:state-germany ;
    kg:startDate "2016-01-01"^^xsd:date ; kg:endDate "2016-12-31"^^xsd:date ; dct:source "list" .
  id:chairpersonship-2017 a kg:Chairpersonship ; rdfs:label "2017"@en ; kg:isHeldBy id:state-austria ;
    kg:hasChairperson id:person-kurz, id:person-kneissl ;
    kg:startDate "2017-01-01"^^xsd:date ; kg:endDate "2017-12-31"^^xsd:date ; dct:source "list" .
  id:chairpersonship-2018 a kg:Chairpersonship ; rdfs:label "2018"@en ; kg:isHeldBy id:state-italy ;
    kg:hasChairperson id:person-alfano ;
    kg:startDate "2018-01-01"^^xsd:date ; kg:endDate "2018-12-31"^^xsd:date ; dct:source "list" .
  id:tenure-kurz-cio-2017 a kg:Tenure ; rdfs:label "Kurz, CiO"@en ; kg:hasHolder id:person-kurz ;
    kg:hasPost id:post-cio ; kg:startDate "2017-01-01"^^xsd:date ; kg:endDate "2017-12-18"^^xsd:date ;
    dct:source "list" .
  id:tenure-kneissl-cio-2017 a kg:Tenure ; rdfs:label "Kneissl, CiO"@en ; kg:hasHolder id:person-kneissl ;
    kg:hasPost id:post-cio ; kg:startDate "2017-12-18"^^xsd:date ; kg:endDate "2017-12-31"^^xsd:date ;
    dct:source "list" .
  id:membership-group-austria a kg:FormatMembership ; rdfs:label "Austria in it"@en ;
    kg:hasMember id:state-austria ; kg:ofFormat id:format-group ; kg:hasRole kg:role-member ;
    kg:endDate "2017-06"^^xsd:gYearMonth ; dct:source "list" .
  id:membership-group-italy a kg:FormatMembership ; rdfs:label "Italy in it"@en ;
    kg:hasMember id:state-italy ; kg:ofFormat id:format-group ; kg:hasRole kg:role-member ;
    kg:asOf "2026-01-01"^^xsd:date ; dct:source "list" .
}
"""


def release(slug: str, issued: str, body: str) -> str:
    """A release in its own graph, with one passage that facts can rest on."""
    evidence = f'kg:isEvidencedBy id:passage-{slug}-6-20 ; kg:isExtractedBy "rule" ; kg:confidence "high"'
    date = f'; dct:issued "{issued}"^^xsd:date' if issued else ""
    return f"""
GRAPH id:graph-release-{slug} {{
  id:release-{slug} a kg:Release ; dct:title "Release {slug}"@en ; rdfs:label "Release {slug}"@en {date} ;
    kg:isEvidencedBy id:passage-{slug}-0-5 ; kg:mentions id:state-austria .
  id:passage-{slug}-0-5 a kg:Passage ; kg:inRelease id:release-{slug} ; kg:startOffset 0 ; kg:endOffset 5 ;
    kg:quote "Title" .
  id:passage-{slug}-6-20 a kg:Passage ; kg:inRelease id:release-{slug} ; kg:startOffset 6 ; kg:endOffset 20 ;
    kg:quote "What {slug} says" .
  id:mention-{slug} a kg:Mention ; kg:refersTo id:state-austria ; kg:isEvidencedBy id:passage-{slug}-0-5 .
  {body.replace("EVIDENCE", evidence)}
}}
"""


MEETING = """
  id:meeting-1 a kg:Meeting ; kg:nameInRelease "Kurz and Kneissl"@en ; kg:hasFactuality kg:{told} ;
    kg:startDate "{date}"^^xsd:{type} ; kg:hasParticipant id:person-kurz, id:person-kneissl ;
    kg:hasParticipation id:participation-1 ; EVIDENCE .
  id:participation-1 a kg:Participation ; kg:hasActor id:person-kurz ; EVIDENCE .
"""


def meeting(told: str, date: str) -> str:
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(date)]
    return MEETING.format(told=told, date=date, type=kind)


STATED = """
  id:tenure-kneissl-minister a kg:Tenure ; kg:nameInRelease "Kneissl, minister"@en ; kg:hasHolder id:person-kneissl ;
    kg:hasPost id:post-minister ; kg:asOf "{day}"^^xsd:date ; EVIDENCE .
  id:act-{day} a kg:Act ; kg:nameInRelease "Kneissl said"@en ; kg:hasSpeaker id:person-kneissl ;
    kg:hasActType kg:act-stated ; kg:hasFactuality kg:happened ; EVIDENCE .
  id:person-novak a kg:Person ; kg:nameInRelease "Jan Novak"@en ; kg:isVerified false .
"""


def make(*parts: str) -> View:
    """A store in memory with these graphs and what the rules derive from them."""
    graph = ox.Store()
    graph.load((PREFIXES + ONTOLOGY + "".join(parts)).encode(), format=ox.RdfFormat.TRIG)
    derive(graph, [(rule.name, rule.text) for rule in library.rules()])
    return View(graph)


def local(store: Store, pattern: str) -> set[str]:
    """The local names of what `?x` is in a pattern over the union of the graphs."""
    rows = store.query(f"SELECT DISTINCT ?x {{ {pattern} }}")
    assert isinstance(rows, ox.QuerySolutions)
    return {str(row["x"].value).removeprefix("https://w3id.org/osce-kg/id/") for row in rows}


@pytest.mark.parametrize(
    ("text", "starts", "ends", "expected"),
    [
        ("2017-12-17", ["2017-01-01"], ["2017-12-18"], True),
        ("2017-12-18", ["2017-01-01"], ["2017-12-18"], True),
        ("2017-12-19", ["2017-01-01"], ["2017-12-18"], False),
        ("2016-12-31", ["2017-01-01"], [], False),
        ("2030-01-01", ["2017-01-01"], [], True),
        ("1960-01-01", [], ["2017"], True),
        ("2017-12-31", ["2014"], ["2017-12"], True),
        ("2017-12", ["2017-12-18"], ["2017-12-31"], True),
        ("2018", ["2017-12-18"], ["2017-12-31"], False),
        ("2020-02-27", ["2020-02-26", "2020-02-27"], ["2020-02-27"], True),
        ("2020-02-25", ["2020-02-26", "2020-02-27"], [], False),
    ],
)
def test_dates_are_compared_as_far_as_both_are_written(
    text: str, starts: list[str], ends: list[str], expected: bool
) -> None:
    assert covers(text, starts, ends) is expected


def test_without_a_day_the_store_itself_is_seen() -> None:
    store = make(CHAIRS)
    assert at(store) is store


@pytest.mark.parametrize("option", ["valid_on", "known_by"])
@pytest.mark.parametrize("text", ["2023-02-30", "yesterday", "", "2017-13", "12/17/2017"])
def test_a_day_that_does_not_exist_is_told_with_its_option(option: str, text: str) -> None:
    with pytest.raises(ParameterError, match=f"^--{option.replace('_', '-')} .*a date such as 2020"):
        at(make(CHAIRS), **{option: text})


@pytest.mark.parametrize(
    ("date", "chairs"),
    [
        ("2017-12-17", {"person-kurz"}),
        ("2017-12-18", {"person-kurz", "person-kneissl"}),
        ("2017-12-20", {"person-kneissl"}),
        ("2017", {"person-kurz", "person-kneissl"}),
        ("2016-05-01", set()),
        ("2018-03", set()),
    ],
)
def test_chairs_of_the_day(date: str, chairs: set[str]) -> None:
    seen = at(make(CHAIRS), valid_on=date)
    assert local(seen, "?t kg:hasPost id:post-cio ; kg:hasHolder ?x") == chairs
    assert local(seen, "id:chairpersonship-2017 kg:hasChairperson ?x") == chairs
    day = date if len(date) == 10 else f"{date}-01-15"[:10]
    rows = table(ask(seen, "who-chaired-on", {"day": day})).rows  # type: ignore[arg-type]
    assert {row[0].removeprefix("id:") for row in rows} <= chairs


def test_a_term_that_stands_keeps_its_troika_and_one_that_does_not_is_gone() -> None:
    seen = at(make(CHAIRS), valid_on="2017-12-20")
    assert local(seen, "?x a kg:Chairpersonship") == {"chairpersonship-2017"}
    assert local(seen, "id:chairpersonship-2017 kg:hasTroikaMember ?x") == {
        "state-germany", "state-austria", "state-italy",
    }  # fmt: skip
    assert local(seen, "?x kg:succeeds ?other") == set()
    assert local(seen, "?one kg:succeeds ?x") == set()


def test_roles_go_by_their_dates_and_open_sides_are_open() -> None:
    store = make(CHAIRS)
    members = "?m kg:ofFormat id:format-group ; kg:hasMember ?x"
    assert local(at(store, valid_on="2017-06-30"), members) == {"state-austria", "state-italy"}
    assert local(at(store, valid_on="2017-07-01"), members) == {"state-italy"}
    assert local(at(store, valid_on="2017-07-01"), "?x kg:takesPartIn id:format-group") == {"state-italy"}
    assert local(at(store, valid_on="1990"), "?x a kg:NegotiatingFormat") == {"format-group"}


def test_an_event_stands_on_its_day_and_so_does_what_is_derived_of_it() -> None:
    store = make(CHAIRS, release("a", "2017-12-20", meeting("happened", "2017-12-19")))
    on_the_day, later = at(store, valid_on="2017-12-19"), at(store, valid_on="2017-12-20")
    assert local(on_the_day, "id:person-kurz kg:metWith ?x") == {"person-kneissl"}
    assert local(on_the_day, "?x a kg:Participation") == {"participation-1"}
    assert local(on_the_day, "?x a kg:Passage") == {"passage-a-0-5", "passage-a-6-20"}
    assert local(on_the_day, "?x a kg:Mention") == local(on_the_day, "?r kg:mentions ?x") == set()
    assert local(later, "?x kg:metWith ?y") == local(later, "?x a kg:Meeting") == set()
    assert local(later, "?x a kg:Participation") == set()
    assert local(later, "?x a kg:Mention") == {"mention-a"}
    assert local(later, "?x a kg:Passage") == {"passage-a-0-5"}


def test_an_event_of_a_month_stands_on_each_of_its_days_and_one_without_a_date_on_none() -> None:
    store = make(CHAIRS, release("a", "2018-01-20", meeting("planned", "2017-12")))
    assert local(at(store, valid_on="2017-12-03"), "?x a kg:Meeting ; kg:hasFactuality kg:planned") == {"meeting-1"}
    assert local(at(store, valid_on="2017-11-30"), "?x a kg:Meeting") == set()
    dateless = meeting("happened", "2017-12").replace('kg:startDate "2017-12"^^xsd:gYearMonth ;', "")
    undated = make(CHAIRS, release("a", "2018-01-20", dateless))
    assert local(undated, "?x a kg:Meeting") == {"meeting-1"}
    assert local(at(undated, valid_on="2018-01-20"), "?x a kg:Meeting") == set()


def test_what_a_release_says_counts_on_its_day_alone_and_things_stay() -> None:
    store = make(
        CHAIRS,
        release("a", "2017-12-18", STATED.format(day="2017-12-18")),
        release("b", "2018-02-01", STATED.format(day="2018-02-01")),
    )
    first = at(store, valid_on="2017-12-18")
    assert local(first, "?x kg:hasPost id:post-minister") == {"tenure-kneissl-minister"}
    assert local(first, "id:tenure-kneissl-minister kg:isEvidencedBy ?x") == {"passage-a-6-20"}
    assert local(first, "?x a kg:Act") == {"act-2017-12-18"}
    assert local(first, "?x a kg:Release") == {"release-a"}
    between = at(store, valid_on="2018-01-15")
    assert local(between, "VALUES ?k { kg:Act kg:Release kg:Passage kg:Mention } ?x a ?k") == set()
    assert local(between, "?x kg:hasPost id:post-minister") == set()
    assert local(between, '?x rdfs:label "Jan Novak"@en') == {"person-novak"}


def test_known_by_a_day_is_what_releases_had_told_by_then() -> None:
    store = make(
        CHAIRS,
        release("a", "2017-12-01", meeting("planned", "2017-12-19")),
        release("b", "2017-12-20", meeting("happened", "2017-12-19")),
        release("c", "", STATED.format(day="2017-12-20")),
    )
    assert local(store, "id:person-kurz kg:metWith ?x") == {"person-kneissl"}
    then = at(store, known_by="2017-12-19")
    assert local(then, "id:meeting-1 kg:hasFactuality ?x") == {"https://w3id.org/osce-kg/ontology#planned"}
    assert local(then, "?x kg:metWith ?y") == set()
    assert local(then, "?x a kg:Release") == {"release-a"}
    assert local(then, "?x a kg:Tenure") == {"tenure-kurz-cio-2017", "tenure-kneissl-cio-2017"}
    assert [graph.value.rsplit("/")[-1] for graph in then.graphs()] == [
        "graph-derived", "graph-ontology", "graph-reference", "graph-release-a",
    ]  # fmt: skip
    assert local(at(store, known_by="2017-12"), "?x a kg:Release") == {"release-a", "release-b"}
    assert local(at(store, known_by="2017-11"), "?x a kg:Release") == set()


def test_both_clocks_at_once() -> None:
    store = make(
        CHAIRS,
        release("a", "2017-12-01", meeting("planned", "2017-12-19")),
        release("b", "2017-12-20", meeting("happened", "2017-12-19")),
    )
    seen = at(store, valid_on="2017-12-19", known_by="2017-12-05")
    assert local(seen, "?x a kg:Meeting") == {"meeting-1"}
    assert local(seen, "?x kg:metWith ?y") == set()
    assert local(seen, "id:chairpersonship-2017 kg:hasTroikaMember ?x") >= {"state-germany", "state-italy"}


def test_a_view_answers_as_a_store_does() -> None:
    store = make(CHAIRS, release("a", "2017-12-01", meeting("happened", "2017-11-30")))
    with at(store, known_by="9999") as seen:
        assert set(seen.quads()) == set(store.quads())
        assert seen.graphs() == store.graphs()
        assert {line for name in seen.graphs() for line in seen.dump(name).splitlines()} == {
            f"{quad.triple} .".encode() for quad in store.quads()
        }
        assert set(seen.quads(DERIVED)) == set(store.quads(DERIVED))
