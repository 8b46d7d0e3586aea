"""Bad input as somebody new meets it: one line that says what and where, the right status, nothing half-written.

Here the shipped data and the whole command are used; the parts have tests of their own.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.cli.main import run

ROOT = Path(__file__).resolve().parent.parent
GOOD = ROOT / "data" / "releases" / "2020-01-20-rama-kyiv.txt"
TITLE = "On first visit as OSCE Chairperson-in-Office, Rama meets"
RUN_KG = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from kg.cli import main; main()"
"""A shell's background jobs ignore interrupts, and so would what they start."""

Capture = pytest.CaptureFixture[str]


def good() -> str:
    return GOOD.read_text("utf-8")


def bad_files() -> dict[str, tuple[bytes, str]]:
    """Files that are no releases, and what is said of each."""
    untitled = "".join(line for line in good().splitlines(keepends=True) if TITLE not in line)
    return {
        "empty.txt": (b"", "empty file"),
        "blank.txt": (b"\n \n\n", "empty file"),
        "picture.png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary file; give text, Markdown, HTML or a feed"),
        "untitled.txt": (untitled.encode(), "no title found"),
        "latin.txt": (good().replace("Kyiv", "Kyïv").encode("latin-1", "replace"), "not UTF-8: byte 0xEF"),
        "wide.txt": (good().encode("utf-16"), "UTF-16 text; save it as UTF-8"),
        "words.txt": (b"hello world\n", "no body found"),
    }


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    return tmp_path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one release."""
    path = tmp_path_factory.mktemp("store") / "store"
    assert run(["build", str(GOOD), "--store", str(path)]) == 0
    return path


def kg(arguments: list[str], folder: Path, **more: object) -> "subprocess.Popen[str]":
    """Start `kg` as a command of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("KG_STORE", None)
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment, **more}
    return subprocess.Popen([sys.executable, "-c", RUN_KG, *arguments], cwd=folder, text=True, **options)  # type: ignore[call-overload,no-any-return]


def refused(capfd: Capture, arguments: list[str], told: str) -> None:
    """Run `kg`, which refuses in one line with status 2 and prints nothing else."""
    capfd.readouterr()
    assert run(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert told in err
    assert err.startswith("kg: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("name", bad_files())
def test_a_bad_file_alone_is_refused_and_no_store_is_made(place: Path, capfd: Capture, name: str) -> None:
    data, told = bad_files()[name]
    (place / name).write_bytes(data)
    for command in ("build", "add"):
        refused(capfd, [command, name], f"{name}: {told}")
    assert [one.name for one in place.iterdir()] == [name]


def test_bad_files_among_good_ones_are_named_and_the_rest_is_read(place: Path, capfd: Capture) -> None:
    (place / "in").mkdir()
    shutil.copy(GOOD, place / "in")
    for name, (data, _) in bad_files().items():
        (place / "in" / name).write_bytes(data)
    assert run(["build", "in"]) == 3
    out, err = capfd.readouterr()
    assert out.startswith("kg-store: 1 release (1 added)")
    lines = err.splitlines()
    assert len(lines) == len(bad_files())
    for name, (_, told) in bad_files().items():
        assert any(line.startswith(f"refused: {name}: {told}") for line in lines)
    assert run(["ask", "releases-of-a-source", "--help"]) == 0


def test_a_bad_file_does_not_touch_a_store_that_is_there(place: Path, capfd: Capture, store: Path) -> None:
    shutil.copytree(store, place / "kg-store", symlinks=True)
    before = contents(place / "kg-store")
    (place / "empty.txt").write_bytes(b"")
    refused(capfd, ["build", "empty.txt"], "nothing was changed")
    refused(capfd, ["add", "empty.txt"], "nothing was changed")
    refused(capfd, ["build", "missing.txt"], "missing.txt: no such file or folder")
    assert contents(place / "kg-store") == before


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checkout, whose tables may be spoilt."""
    folder = tmp_path / "checkout"
    for part in ("kg", "ontology", "data", "queries"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "gold"))
    return folder


@pytest.mark.parametrize(
    ("file", "row", "told"),
    [
        ("people.csv", "nobody,No Body", "expected 8 cells, found 2"),
        ("tenures.csv", "edi-rama,head-of-government-albania,2020-13-01,,,,,,", "column from: expected a date"),
    ],
)
def test_a_broken_row_is_named_by_file_and_line(checkout: Path, file: str, row: str, told: str) -> None:
    table = checkout / "data" / "reference" / file
    text = table.read_text("utf-8")
    table.write_text(f"{text}{row}\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    process = kg(["build", "--store", "store"], checkout, env=environment)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith(f"kg: {file}:{len(text.splitlines()) + 1}: {told}")
    assert not (checkout / "store").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "who-chaired-on", "--day", "2017-12-20"],
        ["query", "-e", "ASK {}"],
        ["export", "-o", "kg.ttl"],
        ["graph"],
        ["check"],
        ["unresolved"],
        ["add", str(GOOD)],
        ["build", str(GOOD)],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_store_of_another_version_is_refused_by_every_command(
    place: Path, capfd: Capture, store: Path, arguments: list[str]
) -> None:
    shutil.copytree(store, place / "kg-store", symlinks=True)
    (place / "kg-store" / "format").write_text("kg store 99\n")
    before = contents(place / "kg-store")
    refused(capfd, arguments, "kg-store")
    assert contents(place / "kg-store") == before
    assert [one.name for one in place.iterdir()] == ["kg-store"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["who-chaired-on", "--dya", "2017"], "who-chaired-on has no parameter 'dya'; its parameters: --day"),
        (["who-chaired-on"], "who-chaired-on needs --day"),
        (["who-chaired-on", "--day", "2017-02-30"], "--day '2017-02-30': there is no such day"),
        (["who-chaired-on", "--day", "2017-13"], "--day '2017-13': there is no such"),
        (["who-chaired-on", "--day", "yesterday"], "--day 'yesterday': give a date such as"),
        (["who-chaired-on", "--day", ""], "--day '': give a date such as"),
        (["whom-did-a-person-meet", "--person", "Albania"], "no person is called 'Albania'; nearest: "),
        (["whom-did-a-person-meet", "--person", "id:state-albania"], "id:state-albania is "),
        (["whom-did-a-person-meet", "--person", ""], "an empty name"),
        (["whom-did-a-person-meet", "--person", "a\nb"], "no person is called 'a\\nb'"),
        (["whom-did-a-person-meet", "--person", "Sergey"], "'Sergey' may be any of Serge"),
        (["who-chaired"], "no question 'who-chaired'; the nearest: who-chaired-on"),
    ],
)
def test_a_wrong_parameter_is_one_line(capfd: Capture, store: Path, arguments: list[str], told: str) -> None:
    refused(capfd, ["ask", *arguments, "--store", str(store)], told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--from", "2020-02-30"], "'2020-02-30'"),
        (["--from", "2021", "--to", "2019"], "--from 2021 is after --to 2019"),
        (["--from", "2990-01-01"], "nothing to draw from 2990-01-01: the newest release is of "),
        (["--to", "1066"], "nothing to draw to 1066; widen the dates"),
        (["--kind", "foo"], "no kind 'foo'; choose among"),
        (["--focus", "Nobody at all"], "'Nobody at all'; nearest: "),
        (["--hops", "9"], "'--hops'"),
        (["-o", "none/graph.html"], "none/graph.html: cannot be written: No such file or directory"),
        (["-o", "."], "'.' is a directory"),
    ],
)
def test_a_page_that_cannot_be_made_leaves_no_file(
    place: Path, capfd: Capture, store: Path, arguments: list[str], told: str
) -> None:
    refused(capfd, ["graph", *arguments, "--store", str(store)], told)
    assert list(place.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device here that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "who-chaired-on", "--day", "2017-12-20"],
        ["query", "-e", "SELECT * { ?s ?p ?o }"],
        ["export"],
        ["unresolved"],
        ["check", "--no-shapes"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_standard_output_that_takes_no_more_is_one_line(store: Path, tmp_path: Path, arguments: list[str]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KG_STORE": str(store)}
    with Path("/dev/full").open("wb") as full:
        process = kg(arguments, tmp_path, stdout=full, env=environment)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert err.startswith("kg: ")
    assert "No space left on device" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["export", "graph"])
def test_what_is_no_file_is_written_to_and_not_replaced(store: Path, tmp_path: Path, command: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = kg([command, "-o", "pipe", "--store", str(store)], tmp_path)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    got = b""
    while process.poll() is None:
        time.sleep(0.02)
        got += read_now(reader)
    got += read_now(reader)
    os.close(reader)
    assert process.returncode == 0
    assert pipe.is_fifo()
    assert got.rstrip().endswith({"export": b".", "graph": b"</html>"}[command])


def read_now(reader: int) -> bytes:
    """What stands in a pipe now."""
    got = b""
    while True:
        try:
            piece = os.read(reader, 65536)
        except BlockingIOError:
            return got
        if not piece:
            return got
        got += piece


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Makes a small disk of its own; given back at the end."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(size: str) -> Path:
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("this machine does not let a small disk be mounted")
        return folder

    yield mount
    subprocess.run(["umount", str(folder)], check=False)


def test_a_full_disk_is_one_line_for_every_command_that_writes(
    small_disk: Callable[[str], Path], capfd: Capture, store: Path
) -> None:
    disk = small_disk("300k")
    (disk / "graph.html").write_text("an older page")
    refused(capfd, ["build", str(GOOD), "--store", str(disk / "store")], "no space left on the disk")
    refused(capfd, ["export", "-o", str(disk / "kg.ttl"), "--store", str(store)], "kg.ttl: cannot be written: No space")
    refused(capfd, ["graph", "-o", str(disk / "graph.html"), "--store", str(store)], "cannot be written: No space")
    assert [one.name for one in disk.iterdir()] == ["graph.html"]
    assert (disk / "graph.html").read_text() == "an older page"


def test_an_interrupted_first_build_can_be_done_again(tmp_path: Path) -> None:
    process = kg(["build"], tmp_path, start_new_session=True)
    store = tmp_path / "kg-store"
    deadline = time.monotonic() + 60
    while not store.exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.strip()) == (130, "kg: interrupted")
    again = kg(["build"], tmp_path)
    out, err = again.communicate(timeout=120)
    assert (again.returncode, err) == (0, "")
    assert "kg-store: 26 releases" in out
