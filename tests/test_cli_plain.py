"""Calls that are read without click do what they do with it, and all others are left to it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_build_parts import make_parts

from kg.build import build
from kg.cli import group, plain
from kg.cli.main import run
from kg.errors import KgError


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plain")
    (folder / "one.txt").write_text("release one\nAnn\n")
    build([folder / "one.txt"], folder / "store", parts=make_parts(folder / "parts"))
    (folder / "ask.rq").write_text("SELECT ?name { ?thing rdfs:label ?name } ORDER BY ?name")
    return folder


PLAIN = [
    ["ask", "who-chaired-on", "--day", "2020"],
    ["ask", "who-chaired-on", "--day=2020", "--format", "json"],
    ["ask", "who-chaired-on", "--day", "2020", "--format", "csv", "--format=tsv"],
    ["ask", "who-chaired-on", "--day", "2020", "--valid-on", "2020", "--known-by", "2021-02"],
    ["ask", "who-chaired-on", "--day", "2020", "--known-by", "no day"],
    ["ask", "who-chaired-on", "--format", "pictures", "--day", "2020"],
    ["ask", "who-chaired-on"],
    ["ask", "who-chaired-on", "--day", "2020", "--day", "2021"],
    ["ask", "who-chaired-on", "--no", "such"],
    ["ask", "who chaired on", "--day", "2020"],
    ["ask", "nothing-like-it"],
    ["ask", "meetings-of-a-format", "--format", "Minsk Group", "--format", "json"],
    ["ask", "posts-of-a-person", "--person", ""],
    ["ask", "posts-of-a-person", "--person", "Änn=b"],
    ["query", "-e", "ASK {}"],
    ["query", "-e", "ASK {}", "--format", "json"],
    ["query", "--text=CONSTRUCT { ?s ?p ?o } WHERE { ?s rdfs:label ?o ; ?p ?o }", "--format", "turtle"],
    ["query", "-e", "ASK {}", "--format", "turtle"],
    ["query", "-e", "nonsense"],
    ["query", "ask.rq"],
    ["query", "ask.rq", "-e", "ASK {}"],
    ["query", "no-such.rq"],
    ["query"],
]


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_a_plain_call_does_what_it_does_with_click(
    arguments: list[str], store: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(store)
    monkeypatch.setenv("KG_STORE", "store")
    assert plain.call(arguments) is not None
    status, without = run(arguments), capfdbinary.readouterr()
    said = b""
    try:
        parsed = group.run(arguments)
    except KgError as error:
        parsed, said = 2, f"kg: {' '.join(str(error).split())}\n".encode()
    sys.stdout.flush()
    with_click = capfdbinary.readouterr()
    assert (status, without.out, without.err) == (parsed, with_click.out, with_click.err + said)


def test_where_the_store_is_can_be_said_in_each_way(
    store: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ask = ["query", "-e", "ASK {}"]
    for words, variable in ([["--store", "store"], "nowhere"], [["--store=store"], ""], [[], "store"]):
        monkeypatch.chdir(store)
        monkeypatch.setenv("KG_STORE", str(variable))
        assert run([*ask, *words]) == 0
    (store / "beside").mkdir(exist_ok=True)
    monkeypatch.setenv("KG_STORE", "")
    monkeypatch.chdir(store / "beside")
    assert run(ask) == 2
    assert "kg-store: no store here" in capfd.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["ask"],
        ["ask", "--help"],
        ["ask", "who-chaired-on", "--help"],
        ["ask", "who-chaired-on", "-h"],
        ["ask", "who-chaired-on", "--day"],
        ["ask", "who-chaired-on", "--day", "--store", "x"],
        ["ask", "who-chaired-on", "2020"],
        ["ask", "who-chaired-on", "--", "--day", "2020"],
        ["ask", "--store", "x", "who-chaired-on", "--day", "2020"],
        ["query", "-"],
        ["query", "-e", "-"],
        ["query", "-e", "ASK {}", "--allow-service"],
        ["query", "-e", "ASK {}", "--format", "pictures"],
        ["query", "-e", "ASK {}", "--no", "such"],
        ["query", "one.rq", "two.rq"],
        ["show", "Ann"],
    ],
    ids=" ".join,
)
def test_any_other_call_is_left_to_click(arguments: list[str]) -> None:
    assert plain.call(arguments) is None


@pytest.mark.parametrize(("arguments", "status"), [(["query", "-e", "ASK {}"], 0), (["query", "-e", "no"], 2)])
def test_the_command_ends_with_all_that_it_wrote(arguments: list[str], status: int, store: Path) -> None:
    code = "from kg.cli import main; main()"
    command = [sys.executable, "-c", code, *arguments, "--store", str(store / "store")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    assert ran.returncode == status
    assert ran.stdout.strip() == ("" if status else "true")
    assert ran.stderr.startswith("kg: the query does not parse") == (status == 2)
