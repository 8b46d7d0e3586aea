"""The command line: what it prints where, with which status, and one line for each mistake."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from test_build_parts import make_parts

import kg.build
from kg import __version__, library
from kg.cli.group import kg as group
from kg.cli.main import COMMANDS, run


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with releases in it, where `kg` builds with the small reader of the tests."""
    parts = make_parts(tmp_path / "parts")
    monkeypatch.setattr(kg.build, "shipped", lambda: parts)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("release one\nBert\nSergey Lavrov\n")
    (tmp_path / "in" / "b.txt").write_text("release two\nBert\nSergey Ivanov\n")
    return tmp_path


@pytest.fixture
def built(place: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    assert run(["build", "in"]) == 0
    capfd.readouterr()
    return place


Capture = pytest.CaptureFixture[str]


def test_build_tells_what_it_did_and_a_second_time_that_there_was_nothing(place: Path, capfd: Capture) -> None:
    assert run(["build", "in"]) == 0
    out, err = capfd.readouterr()
    assert out.splitlines()[0].startswith("kg-store: 2 releases (2 added), ")
    assert "read: 4 mentions" in out
    assert err == ""
    assert run(["build", "in"]) == 0
    assert "nothing to write" in capfd.readouterr().out


def test_build_with_a_refused_release_goes_on_and_says_so(place: Path, capfd: Capture) -> None:
    (place / "in" / "c.bin").write_bytes(b"\x00\xff")
    (place / "in" / "README.md").write_text("about")
    assert run(["build", "in"]) == 3
    out, err = capfd.readouterr()
    assert out.startswith("kg-store: 2 releases")
    assert "skipped: 1 hidden or README-like file, 0 files given twice" in out
    assert err == "refused: c.bin: does not begin with the word release\n"


def test_add_tells_what_it_replaced(built: Path, capfd: Capture) -> None:
    (built / "more.txt").write_text("release one\nClara\nrelease three\n")
    assert run(["add", "more.txt"]) == 0
    assert capfd.readouterr().out.startswith("kg-store: 3 releases (1 added, 1 replaced), ")


def mistakes() -> list[tuple[list[str], str]]:
    return [
        (["build", "nowhere"], "kg: nowhere: no such file or folder"),
        (
            ["build", "parts/core.ttl"],
            "kg: core.ttl: does not begin with the word release; nothing was changed",
        ),
        (
            ["build", "in", "--store", "in"],
            "kg: in: not a kg store: it holds other files; choose another folder",
        ),
        (["build", "in", "--store", "in/a.txt"], "kg: in/a.txt: a file, not a store folder"),
        (["add"], "kg: Missing argument 'PATH…'; see kg add --help"),
        (
            ["query", "-e", "ASK {}", "--store", "none"],
            "kg: none: no store here; make one with: kg build --store none",
        ),
        (["query", "-e", "SELECT * { ?s ?p"], "kg: the query does not parse at line 1, column 17"),
        (["query"], "kg: give either a FILE with a query or -e TEXT"),
        (["query", "a.rq", "-e", "ASK {}"], "kg: give either a FILE with a query or -e TEXT"),
        (["query", "a.rq"], "kg: a.rq: No such file or directory"),
        (["query", "in"], "kg: in: Is a directory"),
        (["query", "latin.rq"], "kg: latin.rq: not UTF-8 at byte 10"),
        (["query", "-e", "ASK {}", "--format", "turtle"], "kg: rows do not come as turtle"),
        (["query", "-e", "DESCRIBE kg:Person", "--format", "csv"], "kg: a graph does not come as csv"),
        (
            ["query", "-e", "ASK {}", "--format", "xml"],
            "kg: Invalid value for '--format': 'xml' is not one of",
        ),
        (["query", "-e", "SELECT * { SERVICE <http://x/> {} }"], "kg: SERVICE on line 1"),
        (
            ["ask", "whom-did-a-person-met"],
            "kg: no question 'whom-did-a-person-met'; the nearest: whom-did-a-person-meet",
        ),
        (["ask", "whom-did-a-person-meet"], "kg: whom-did-a-person-meet needs --person"),
        (
            ["ask", "whom-did-a-person-meet", "--persona", "x"],
            "kg: whom-did-a-person-meet has no parameter 'persona'",
        ),
        (["ask", "whom-did-a-person-meet", "--person"], "kg: --person: give a value after it"),
        (
            ["ask", "whom-did-a-person-meet", "Lavrov"],
            "kg: 'Lavrov': give each value after the name of its parameter",
        ),
        (
            ["ask", "whom-did-a-person-meet", "--person", "Lavrof"],
            "kg: no person is called 'Lavrof'; nearest: Sergey Lavrov",
        ),
        (["ask", "whom-did-a-person-meet", "--person", "Sergey"], "kg: 'Sergey' may be any of Sergey Ivanov"),
        (
            ["ask", "whom-did-a-person-meet", "--person", "Lavrov", "--since", "26.2.2020"],
            "kg: --since '26.2.2020': give",
        ),
        (
            ["ask", "whom-did-a-person-meet", "--person", "Lavrov", "--person", "Bert"],
            "kg: --person: given twice",
        ),
        (
            ["ask", "whom-did-a-person-meet", "--person", "Lavrov", "--format", "xml"],
            "kg: --format 'xml': choose one of",
        ),
        (["export", "--format", "rdf"], "kg: Invalid value for '--format'"),
        (["export", "-o", "none/kg.ttl"], "kg: none/kg.ttl: cannot be written: No such file or directory"),
        (["export", "-o", "in"], "kg: Invalid value for '-o' / '--output': File 'in' is a directory"),
        (["buidl"], "kg: no command 'buidl'; did you mean build?"),
        (["--stor", "x"], "kg: No such option '--stor'"),
        (["unresolved", "--store", "in"], "kg: in: not a kg store"),
    ]


@pytest.mark.parametrize(
    ("arguments", "told"), mistakes(), ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_a_mistake_is_one_line_with_status_2_and_nothing_on_stdout(
    built: Path, capfd: Capture, arguments: list[str], told: str
) -> None:
    (built / "latin.rq").write_bytes("ASK { ?s ?é ?o }".encode("latin-1"))
    assert run(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(told)
    assert err.count("\n") == 1
    assert not (built / "none").exists()


def test_query_gives_rows_in_each_format(built: Path, capfd: Capture) -> None:
    text = "SELECT DISTINCT ?person ?name { ?person a kg:Person ; rdfs:label ?name } ORDER BY ?name LIMIT 1"
    iri = "https://w3id.org/osce-kg/id/person-bert"
    assert run(["query", "-e", text]) == 0
    assert capfd.readouterr().out.replace("\r\n", "\n") == f"person,name\n{iri},Bert\n"
    assert run(["query", "-e", text, "--format", "tsv"]) == 0
    assert capfd.readouterr().out == f'?person\t?name\n<{iri}>\t"Bert"@en\n'
    assert run(["query", "-e", text, "--format", "json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert found["results"]["bindings"][0]["name"] == {"type": "literal", "value": "Bert", "xml:lang": "en"}
    assert run(["query", "-e", text, "--format", "table"]) == 0
    lines = [line.rstrip() for line in capfd.readouterr().out.splitlines()]
    assert lines[0].split() == ["person", "name"]
    assert lines[2].split() == ["id:person-bert", "Bert"]


def test_check_gives_its_findings_as_any_answer_is_given(built: Path, capfd: Capture) -> None:
    assert run(["check", "--no-shapes", "--format", "json"]) in (0, 1)
    found = json.loads(capfd.readouterr().out)
    assert found["head"]["vars"] == ["severity", "check", "subject", "message", "mend"]
    assert run(["check", "--no-shapes", "--format", "csv"]) in (0, 1)
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 1 + len(found["results"]["bindings"])
    assert "to mend" in err


def test_query_gives_graphs_and_yes_or_no(built: Path, capfd: Capture) -> None:
    assert run(["query", "-e", "DESCRIBE id:person-bert"]) == 0
    out = capfd.readouterr().out
    assert "id:person-bert a kg:Person ;" in out
    assert run(["query", "-e", "DESCRIBE id:person-bert", "--format", "ntriples"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines == sorted(lines)
    assert run(["query", "-e", "DESCRIBE id:person-bert", "--format", "jsonld"]) == 0
    assert json.loads(capfd.readouterr().out)
    assert run(["query", "-e", "ASK { id:person-bert ?p ?o }", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["boolean"] is True
    assert run(["query", "-e", "ASK { id:person-nobody ?p ?o }"]) == 0
    assert capfd.readouterr().out == "false\n"


def test_query_reads_a_file_or_standard_input(built: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    (built / "a.rq").write_text("\ufeffASK { id:person-bert ?p ?o }")
    assert run(["query", "a.rq"]) == 0
    assert capfd.readouterr().out == "true\n"
    with (built / "a.rq").open() as file:
        monkeypatch.setattr("sys.stdin", file)
        assert run(["query", "-"]) == 0
    assert capfd.readouterr().out == "true\n"


def test_no_rows_are_told_beside_the_table(built: Path, capfd: Capture) -> None:
    assert run(["query", "-e", "SELECT ?x { ?x a kg:Call }", "--format", "table"]) == 0
    out, err = capfd.readouterr()
    assert out.split() == ["x", "─"]
    assert err == "no rows\n"


def test_text_of_releases_cannot_steer_a_terminal(built: Path, capfd: Capture) -> None:
    text = 'SELECT ?x { BIND("[bold]red[/bold] \\u001b[31m\\u0007x\\ny" AS ?x) }'
    assert run(["query", "-e", text, "--format", "table"]) == 0
    assert "[bold]red[/bold]  [31m x y" in capfd.readouterr().out


def test_ask_lists_its_questions_by_topic_and_tells_their_parameters(built: Path, capfd: Capture) -> None:
    assert run(["ask"]) == 0
    out = capfd.readouterr().out
    for question in library.questions():
        assert question.topic in out.splitlines()
        assert f"  {question.name} " in out
    assert run(["ask", "whom-did-a-person-meet", "--help"]) == 0
    out = capfd.readouterr().out
    assert "--person" in out
    assert "needed" in out
    assert run(["ask", "--help"]) == 0
    assert "Usage: kg ask" in capfd.readouterr().out


def test_ask_takes_names_as_people_write_them(built: Path, capfd: Capture) -> None:
    answers = set()
    for name in (
        "Lavrov",
        "sergey lavrov",
        "id:person-sergey-lavrov",
        "https://w3id.org/osce-kg/id/person-sergey-lavrov",
    ):
        assert run(["ask", "whom did a person meet", f"--person={name}", "--format", "csv"]) == 0
        answers.add(capfd.readouterr().out)
    assert len(answers) == 1


def test_the_word_format_names_the_output_or_a_format(built: Path, capfd: Capture) -> None:
    assert run(["ask", "silence-of-formats", "--format", "json"]) in (0, 2)
    capfd.readouterr()
    assert run(["ask", "silence-of-formats", "--format", "Minsk Group", "--format", "json"]) == 2
    assert capfd.readouterr().err.startswith("kg: no negotiating format or decision body is called 'Minsk Group'")


def test_export_writes_to_a_file_whole_or_to_standard_output(built: Path, capfd: Capture) -> None:
    assert run(["export"]) == 0
    out = capfd.readouterr().out
    assert run(["export", "-o", "kg.ttl"]) == 0
    assert (built / "kg.ttl").read_text("utf-8") == out
    assert capfd.readouterr().out == ""
    assert sorted(one.name for one in built.iterdir() if one.name.startswith((".", "kg.ttl"))) == ["kg.ttl"]


def test_export_that_fails_leaves_the_file_that_was_there(
    built: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built / "kg.nq").write_text("precious")

    def fill(store: object, output: object) -> None:
        output.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.export.FORMATS", {"nquads": fill})
    assert run(["export", "--format", "nquads", "-o", "kg.nq"]) == 2
    assert capfd.readouterr().err == "kg: kg.nq: cannot be written: No space left on device\n"
    assert (built / "kg.nq").read_text() == "precious"
    assert not (built / ".kg.nq.new").exists()


def test_the_store_can_be_named_by_the_environment(
    built: Path, capfd: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built / "kg-store").rename(built / "elsewhere")
    monkeypatch.setenv("KG_STORE", str(built / "elsewhere"))
    assert run(["query", "-e", "ASK { id:person-bert ?p ?o }"]) == 0
    assert capfd.readouterr().out == "true\n"


def test_unresolved_names_come_most_frequent_first(place: Path, capfd: Capture) -> None:
    rule = """CONSTRUCT {
        id:unresolved-1 a kg:UnresolvedName ; rdfs:label "Rare"@en ; kg:isEvidencedBy id:passage-1 .
        id:unresolved-2 a kg:UnresolvedName ; rdfs:label "Often"@en ; kg:isEvidencedBy id:passage-1 .
        id:unresolved-3 a kg:UnresolvedName ; rdfs:label "Often"@en ; kg:isEvidencedBy id:passage-2 .
        id:passage-1 kg:inRelease id:release-one ; kg:quote "Rare met Often." .
        id:passage-2 kg:inRelease id:release-two ; kg:quote "Often came." .
    } {}"""
    (place / "parts" / "10-rule.rq").write_text(rule)
    assert run(["build", "in"]) == 0
    capfd.readouterr()
    assert run(["unresolved", "--format", "csv"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].startswith("name,times,releases")
    assert [line.split(",")[:3] for line in lines[1:]] == [["Often", "2", "2"], ["Rare", "1", "1"]]
    assert lines[1].endswith("Often came.")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, capfd: Capture) -> None:
    assert run([command, "--help"]) == 0
    out = capfd.readouterr().out
    assert f"Usage: kg {command}" in out
    assert f"  kg {command}" in out.replace("Usage: kg", "")
    found = group.get_command(None, command)  # type: ignore[arg-type]
    assert found is not None
    assert all(option.help for option in found.params if isinstance(option, click.Option))


def test_version_and_help_of_the_whole(capfd: Capture) -> None:
    assert run(["--version"]) == 0
    assert capfd.readouterr().out == f"kg, version {__version__}\n"
    assert run(["--help"]) == 0
    out = capfd.readouterr().out
    assert all(f"  {command} " in out for command in COMMANDS)
    assert "Exit status" in out


def shell(built: Path, words: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `kg` is the command."""
    code = "import sys; from kg.cli import main; main(sys.argv[1:])"
    line = f'kg() {{ "{sys.executable}" -c "{code}" "$@"; }}; {words}'
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    return subprocess.run(["bash", "-c", line], cwd=built, env=environment, capture_output=True, text=True, check=False)


def test_a_reader_that_goes_away_is_no_fault(built: Path) -> None:
    ran = shell(built, "set -o pipefail; kg query -e 'SELECT * { ?a ?b ?c . ?d ?e ?f }' | head -1")
    assert (ran.returncode, ran.stdout.count("\n")) == (0, 1)
    assert ran.stderr == ""


def test_an_interrupt_is_one_line_and_130(built: Path) -> None:
    os.mkfifo(built / "pipe.rq")
    code = "import sys; from kg.cli import main; main(sys.argv[1:])"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    process = subprocess.Popen(
        [sys.executable, "-c", code, "query", "pipe.rq"],
        cwd=built,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    with (built / "pipe.rq").open("w"):  # opens when kg has begun to read
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=120)
    assert (process.returncode, told.strip()) == (130, "kg: interrupted")


def test_an_interrupted_build_leaves_the_store_as_it_was(built: Path) -> None:
    script = built / "script.py"
    script.write_text(
        "import sys, time\n"
        "from pathlib import Path\n"
        "import kg.build\n"
        "from kg.cli import main\n"
        "from test_build_crash import slow_parts\n"
        "if __name__ == '__main__':\n"
        "    kg.build.shipped = lambda: slow_parts(Path('parts'))\n"
        "    main(['build', 'many'])\n"
    )
    (built / "many").mkdir()
    for number in range(1000):
        (built / "many" / f"{number:03}.txt").write_text(f"release m{number}\nBert\n")
    tests = Path(__file__).resolve().parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)])}
    before = sorted(one.name for one in (built / "kg-store").rglob("*"))
    process = subprocess.Popen(
        [sys.executable, str(script)],
        cwd=built,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 120
    while not list((built / "kg-store").glob("staging/*.nq")) and time.monotonic() < deadline:
        time.sleep(0.01)
    # As a terminal does, to all processes of the command.
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=120)
    assert (process.returncode, told.strip()) == (130, "kg: interrupted")
    found = sorted(one.name for one in (built / "kg-store").rglob("*") if one.parent.name != "staging")
    assert found == sorted([*before, "staging"])
    finished = {one.name: one.stat().st_mtime_ns for one in (built / "kg-store" / "staging").glob("*.json")}
    assert finished
    ran = subprocess.run(
        [sys.executable, str(script)], cwd=built, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "1,000 releases" in ran.stdout
    assert not (built / "kg-store" / "staging").exists()


def test_no_command_at_all_shows_the_help(capfd: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert out.startswith("Usage: kg ")
    assert all(f"\n  {command} " in out for command in COMMANDS)
    assert "..." not in out.split("Commands:")[1]


@pytest.mark.parametrize(
    ("name", "start"),
    [("kg.ttl", "@prefix"), ("kg.nq", "<"), ("KG.GraphML", "<?xml"), ("kg.jsonld", "{"), ("kg", "@prefix")],
)
def test_a_files_suffix_says_its_format(built: Path, name: str, start: str) -> None:
    assert run(["export", "-o", name]) == 0
    assert (built / name).read_text("utf-8").startswith(start)


def test_a_suffix_of_no_format_is_refused(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "-o", "kg.foo"]) == 2
    said = "kg: kg.foo: no format has this suffix; name it .ttl, .trig, .nq, .jsonld, .graphml, or give --format\n"
    assert capfd.readouterr().err == said
    assert not (built / "kg.foo").exists()
    assert run(["export", "-o", "kg.foo", "--format", "turtle"]) == 0
