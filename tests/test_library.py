"""The library reads its files, types and checks parameters, and writes plain SPARQL."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery

from kg import library
from kg.errors import ParameterError, QueryError
from kg.terms import KG, KG_NAMESPACE, PREFIXES, XSD

RAMA = ox.NamedNode("https://w3id.org/osce-kg/id/person-edi-rama")
EVERY = (*library.questions(), *library.rules(), *library.checks())
MET = library.question("whom-did-a-person-meet")

TEXT = """\
#+ summary: Releases with some words
#+ topic: Tests
#+ example: kg ask with-words --words Minsk
#+ description: A question for the tests.
#+ parameter words: the words
#+ parameter least = 1: the least number
#+ parameter place = any: Place|Region the place
#+ parameter since = 0001: the first day
PREFIX id: <https://w3id.org/osce-kg/id/>
SELECT ?x WHERE {
  # ?_words_text in a comment stays, and "so does this
  ?x ?p ?y . FILTER(CONTAINS(STR(?y), ?_words_text) && STR(?y) != '?_words_text' && 1 < 2)
  FILTER(STRLEN(STR(?y)) >= ?__least_integer && ?__place_iri IN (id:any, ?x))
  FILTER(STR(?y) > STR(?__since_xsd_date) && ?y != <https://example.org/?_words_text> && ?x > ?words)
}
ORDER BY ?x
"""


def read(folder: Path, text: str) -> library.Question:
    path = folder / "with-words.rq"
    path.write_text(text, encoding="utf-8")
    return library.read_question(path)


def bound(question: library.Question) -> str:
    values: dict[str, ox.NamedNode | ox.Literal] = {}
    for parameter in question.parameters:
        if parameter.required:
            given = "2020-02-26" if parameter.type == "xsd_date" else "10"
            values[parameter.name] = RAMA if parameter.type == "iri" else parameter.literal(given)
    return question.bind(values)


def test_there_are_questions_rules_and_checks() -> None:
    assert len(library.questions()) >= 30
    assert len(library.rules()) >= 8
    assert len(library.checks()) >= 12
    assert len({query.name for query in EVERY}) == len(EVERY)


def test_parameters_are_read_from_text_and_header(tmp_path: Path) -> None:
    question = read(tmp_path, TEXT)
    assert [(p.name, p.type, p.required, p.classes, p.default) for p in question.parameters] == [
        ("words", "text", True, (), None),
        ("least", "integer", False, (), "1"),
        ("place", "iri", False, ("Place", "Region"), "any"),
        ("since", "xsd_date", False, (), "0001"),
    ]
    written = [parameter.token for parameter in question.parameters]
    assert written == ["?_words_text", "?__least_integer", "?__place_iri", "?__since_xsd_date"]
    assert question.parameters[2].expected == "the name or IRI of a Place or Region"


def test_values_stand_in_their_places_and_nowhere_else(tmp_path: Path) -> None:
    text = read(tmp_path, TEXT).bind({"words": ox.Literal('say "hi"'), "since": ox.Literal("2020-02")})
    assert 'CONTAINS(STR(?y), "say \\"hi\\"")' in text
    assert "# ?_words_text in a comment" in text
    assert "'?_words_text'" in text
    assert "<https://example.org/?_words_text>" in text
    assert ">= 1 &&" in text.replace('"1"^^<http://www.w3.org/2001/XMLSchema#integer>', "1")
    assert "<https://w3id.org/osce-kg/id/any> IN (id:any, ?x)" in text
    assert '"2020-02"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>' in text
    ox.Store().query(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_text_breaks_out_of_its_literal(words: str) -> None:
    store = ox.Store()
    store.add(ox.Quad(RAMA, ox.NamedNode("http://example.org/p"), ox.Literal(words)))
    parameter = library.Parameter("words", "text", required=True, summary="the words")
    text = "SELECT ?x WHERE { ?x ?p ?_words_text }"
    question = library.Question("q", "s", "t", text, parameters=(parameter,))
    assert len(list(store.query(question.bind({"words": parameter.literal(words)})))) == 1


@pytest.mark.parametrize(
    ("written", "datatype"),
    [("2020", XSD.gYear), ("2020-02", XSD.gYearMonth), ("2020-02-29", XSD.date), (" 1990-01-01 ", XSD.date)],
)
def test_a_date_keeps_its_precision(written: str, datatype: ox.NamedNode) -> None:
    literal = MET.parameter("since").literal(written)
    assert (literal.value, literal.datatype) == (written.strip(), datatype)


@pytest.mark.parametrize(
    "written",
    [
        "2023-02-30",
        "2020-13",
        "0000",
        "20-02-2020",
        "2020-2-1",
        "yesterday",
        "",
        "2020-02-26T10:00",
        "２０２０",
    ],
)
def test_an_impossible_date_is_refused(written: str) -> None:
    with pytest.raises(ParameterError, match=r"--since .*2020-02-26") as refused:
        MET.parameter("since").literal(written)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "values",
    [
        {"person": ox.Literal("Edi Rama")},
        {"person": RAMA, "since": RAMA},
        {"person": RAMA, "since": ox.Literal("2020-02-30", datatype=XSD.date)},
        {"person": RAMA, "since": ox.Literal("2020", datatype=XSD.date)},
        {"person": RAMA, "until": ox.Literal("2020", datatype=XSD.integer)},
        {"person": RAMA, "when": ox.Literal("2020")},
        {"since": ox.Literal("2020")},
        {},
    ],
    ids=str,
)
def test_a_wrong_value_is_refused_in_one_line(values: dict[str, ox.NamedNode | ox.Literal]) -> None:
    with pytest.raises(ParameterError) as refused:
        MET.bind(values)
    assert "\n" not in str(refused.value)
    assert "--" in str(refused.value)


def test_an_unknown_parameter_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ParameterError, match="--person, --since, --until"):
        MET.parameter("who")
    assert MET.parameter("--Person").name == "person"


def test_a_whole_number_is_a_whole_number() -> None:
    words = library.question("agreed-language").parameter("words")
    assert words.literal("12") == ox.Literal(12)
    for wrong in ("12.5", "many", "", "1e3"):
        with pytest.raises(ParameterError, match="whole number"):
            words.literal(wrong)


def test_a_question_is_found_however_its_words_are_joined() -> None:
    assert library.question("Whom did a person meet") is MET
    assert library.question("whom_did_a_person_meet") is MET
    with pytest.raises(ParameterError, match="whom-did-a-person-meet"):
        library.question("whom-did-person-meet")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("#+ summary: Releases with some words\n", "", "#\\+ summary"),
        ("#+ topic: Tests", "#+ topic", "line 2"),
        ("#+ parameter words: the words\n", "", "words"),
        ("#+ parameter words:", "#+ parameter wrods:", "wrods"),
        ("#+ parameter least = 1:", "#+ parameter least:", "default"),
        ("#+ parameter words:", "#+ parameter words = x:", "default"),
        ("Place|Region the place", "the place", "class"),
        ("Place|Region the place", "Plaice the place", "Plaice"),
        ("place = any", "place = all", "any"),
        ("?x > ?words)", "?x > ?__words_text)", "two ways"),
    ],
)
def test_a_header_that_does_not_fit_its_text_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(QueryError, match=said) as refused:
        read(tmp_path, TEXT.replace(old, new))
    assert "with-words.rq" in str(refused.value)


def test_a_default_of_the_wrong_type_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ParameterError):
        read(tmp_path, TEXT.replace("since = 0001", "since = 2023-02-30"))


@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.name)
def test_every_term_of_the_project_is_in_the_ontology(query: library.Query) -> None:
    body = re.sub(r'"[^"\n]*"|^#.*$', "", query.text, flags=re.MULTILINE)
    prefixed = set(re.findall(r"(?<![\w:])kg:([\w-]*\w)", body))
    whole = set(re.findall(rf"<{re.escape(KG_NAMESPACE)}([^>]+)>", body))
    assert {name for name in prefixed | whole if name not in KG} == set()


@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.name)
def test_prefixes_are_the_projects_and_each_is_used(query: library.Query) -> None:
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", query.text, flags=re.MULTILINE))
    assert {prefix: PREFIXES[prefix] for prefix in declared} == declared
    body = re.sub(r"^PREFIX.*$|^#.*$", "", query.text, flags=re.MULTILINE)
    assert {prefix for prefix in declared if not re.search(rf"(?<![\w:]){prefix}:", body)} == set()


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_a_bound_question_is_plain_sparql_without_a_parameter_left(question: library.Question) -> None:
    text = bound(question)
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert re.findall(r"\?_\w+", body) == []
    ox.Store().query(text)
    prepareQuery(text)


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_the_text_is_plain_sparql_before_its_parameters_are_bound(question: library.Question) -> None:
    ox.Store().query(question.text)
    prepareQuery(question.text)


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_rows_have_an_order_and_parameters_are_no_columns(question: library.Question) -> None:
    body = re.sub(r"^#.*$", "", question.text, flags=re.MULTILINE)
    assert re.search(r"^ORDER BY ", body, flags=re.MULTILINE)
    for columns in re.findall(r"SELECT(.*?)WHERE", body, flags=re.DOTALL):
        assert "?_" not in columns


@pytest.mark.parametrize("query", (*library.rules(), *library.checks()), ids=lambda query: query.name)
def test_rules_and_checks_are_read_by_a_second_parser(query: library.Query) -> None:
    prepareQuery(query.text)


@pytest.mark.parametrize("query", EVERY, ids=lambda query: query.name)
def test_no_path_repeats_since_not_every_server_takes_it_with_open_ends(query: library.Query) -> None:
    body = re.sub(r'"[^"\n]*"|<[^>\s]*>|^#.*$', "", query.text, flags=re.MULTILINE)
    assert re.findall(r"\w+:\w+[*+](?=\s)", body) == []
