"""On the shipped data, every command says of a server's store what it says of the embedded one."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from servers import Server

from kg import library
from kg.answer import ask, render
from kg.build import build
from kg.cli.main import run
from kg.network.read import read
from kg.store import LocalStore
from kg.store.push import push
from kg.store.remote import RemoteStore

COMMANDS = [
    ["query", "-e", "DESCRIBE id:person-edi-rama"],
    ["query", "-e", "SELECT (COUNT(*) AS ?count) { ?person a kg:Person }", "--format", "json"],
    ["query", "-e", "SELECT (COUNT(*) AS ?count) FROM id:graph-reference { ?s ?p ?o }"],
    ["query", "-e", "SELECT (COUNT(?s) AS ?count) { GRAPH id:graph-ontology { ?s a ?class } }"],
    ["query", "-e", "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a kg:Person GRAPH id:graph-reference { ?s rdfs:label ?o } }"],
    ["query", "-e", "SELECT ?g (COUNT(*) AS ?count) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY STR(?g)"],
    ["query", "-e", "ASK { id:person-edi-rama a kg:Person }"],
    ["query", "-e", "ASK { id:person-edi-rama a kg:State }"],
    ["query", "-e", "CONSTRUCT { ?s kg:isoCode ?o } WHERE { ?s kg:isoCode ?o }"],
    ["query", "-e", "SELECT ?verified (COUNT(DISTINCT ?x) AS ?n) { ?x kg:isVerified ?verified } GROUP BY ?verified ORDER BY ?verified"],
    ["query", "-e", "SELECT nonsense {"],
    ["query", "-e", "INSERT DATA { id:a kg:b id:c }"],
    ["query", "-e", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"],
    ["ask", "who-chaired-on", "--day", "2017-12-20"],
    ["ask", "who-chaired-on", "--day", "2017-12-17", "--known-by", "2019"],
    ["ask", "who-chaired-on", "--day", "2023-02-30"],
    ["ask", "whom-did-a-person-meet", "--person", "Nobody"],
    ["show", "Edi Rama"],
    ["show", "OSCE Chairperson-in-Office", "--valid-on", "2017-12-17"],
    ["show", "Nobody Known"],
    ["why", "Edi Rama", "Vadym Prystaiko"],
    ["unresolved"],
    ["check", "--no-shapes"],
    ["export"],
    ["export", "--format", "trig"],
    ["export", "--format", "nquads"],
    ["export", "--format", "jsonld"],
    ["export", "--format", "void"],
    ["export", "--known-by", "2019-12-31"],
]  # fmt: skip


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of all that ships."""
    path = tmp_path_factory.mktemp("shipped") / "store"
    build([], path)
    return path


@pytest.fixture(scope="module")
def filled(server: Server, shipped: Path) -> Iterator[Server]:
    """A server that holds the same."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        server.sign_in(monkeypatch)
        with LocalStore(shipped) as source, RemoteStore(server.address) as target:
            push(source, target)
        yield server


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_command_says_the_same(
    filled: Server,
    shipped: Path,
    arguments: list[str],
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    status = run([*arguments, "--store", str(shipped)])
    local = capfdbinary.readouterr()
    assert run([*arguments, "--store", filled.address]) == status
    remote = capfdbinary.readouterr()
    assert remote.out == local.out
    assert remote.err == local.err
    assert local.out or local.err


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_a_question_gives_the_same_bytes(filled: Server, shipped: Path, question: library.Question) -> None:
    words = shlex.split(question.example)[3:]
    example = {option[2:]: value for option, value in zip(words[::2], words[1::2], strict=True)}
    everything = [] if any(parameter.required for parameter in question.parameters) else [{}]
    with LocalStore(shipped) as local, RemoteStore(filled.address) as remote:
        for values in (example, *everything):
            expected = render(ask(local, question.name, values), "json")
            assert render(ask(remote, question.name, values), "json") == expected, values


def test_the_network_is_the_same(filled: Server, shipped: Path) -> None:
    with LocalStore(shipped) as local, RemoteStore(filled.address) as remote:
        assert read(remote) == read(local)


def test_the_two_do_not_differ(filled: Server, shipped: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", str(shipped), filled.address]) == 0
    assert capfd.readouterr().out == "no difference\n"


def test_the_store_may_come_from_the_environment(
    filled: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KG_STORE", filled.address)
    assert run(["ask", "who-chaired-on", "--day", "2017-12-20"]) == 0
    assert "Karin Kneissl" in capfd.readouterr().out
