"""Every question, rule and check gives on real servers what its case says, unchanged."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cases.running import CASES, data_files, expected_files, expected_rows, load, parameters, run_rules, written
from pyoxigraph import QuerySolutions, QueryTriples, RdfFormat, parse
from servers import SERVERS, Server

from kg import library
from kg.store.remote import RemoteStore


@pytest.fixture(scope="module", params=list(SERVERS))
def server(request: pytest.FixtureRequest, started: dict[str, Server]) -> Server:
    """Each of the servers in turn, and Virtuoso once more as it is with more rows than it takes at a time."""
    return started[request.param]


@pytest.fixture
def remote(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[RemoteStore]:
    server.sign_in(monkeypatch)
    with RemoteStore(server.address) as store:
        yield store


def fill(remote: RemoteStore, path: Path, *, rules: bool) -> None:
    """Make the server hold a case's data, with what the rules derive from it where they are to run."""
    store = load(path)
    if rules:
        run_rules(store)
    for name in remote.graphs():
        remote.remove(name)
    for name in store.named_graphs():
        remote.replace(name, store.dump(format=RdfFormat.N_TRIPLES, from_graph=name))


def select(remote: RemoteStore, text: str) -> list[list[str]]:
    solutions = remote.query(text)
    assert isinstance(solutions, QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    return [names, *([written(solution[name]) for name in names] for solution in solutions)]


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_a_question_gives_the_rows_of_its_case(remote: RemoteStore, question: library.Question) -> None:
    folder = CASES / question.name
    (data,) = data_files(folder)
    fill(remote, data, rules=True)
    for params, expected in expected_files(folder):
        found = select(remote, question.bind(parameters(question, params)))
        assert found == expected_rows(expected), params.stem


@pytest.mark.parametrize(
    "check", [check for check in library.checks() if check.name != "blank-node"], ids=lambda check: check.name
)
def test_a_check_finds_the_defect_of_its_case(remote: RemoteStore, check: library.Query) -> None:
    folder = CASES / "checks" / check.name
    (data,) = data_files(folder)
    fill(remote, data, rules=False)
    found = [row[:3] for row in select(remote, check.text)[1:]]
    assert sorted(found) == sorted(expected_rows(folder / "expected.csv")[1:])


@pytest.mark.parametrize("rule", library.rules(), ids=lambda rule: rule.name)
def test_a_rule_constructs_the_triples_of_its_case(remote: RemoteStore, rule: library.Query) -> None:
    (data,) = data_files(CASES / "rules" / rule.name)
    fill(remote, data, rules=False)
    constructed = remote.query(rule.text)
    assert isinstance(constructed, QueryTriples)
    expected = parse((CASES / "rules" / rule.name / "expected.ttl").read_bytes(), format=RdfFormat.TURTLE)
    assert set(constructed) == {quad.triple for quad in expected}


def test_the_check_for_blank_nodes_runs(remote: RemoteStore) -> None:
    # A server gives a blank node a name of its own, and push refuses one; so there is nothing to find.
    (clean,) = data_files(CASES / "checks" / "clean")
    fill(remote, clean, rules=False)
    (check,) = (check for check in library.checks() if check.name == "blank-node")
    assert select(remote, check.text)[1:] == []
