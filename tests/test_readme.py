"""What the README shows is what the commands print: each is run, in order, in a copy of the checkout.

Commands stand in `console` blocks after `$ `; those that begin with `kg` or `echo` are run, on a terminal of
100 columns. A line `…` stands for any number of lines, a `…` at the end of a line for the rest of it. A `python`
block is run, too, and the `text` block after it is what it prints.

`make docs` puts what is printed now in the place of what differs, and keeps the cuts.
"""

import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

from kg.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
COLUMNS = 100
CUT = "…"
PARTS = ("kg", "ontology", "data", "queries")
RUN = ("kg ", "echo ", "cat ", "perl ")
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```\n(?:\n*^```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)
_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True)
class Example:
    """A command or a piece of Python, the lines that the README shows for it, and where these stand."""

    words: str
    python: bool
    shown: tuple[str, ...]
    start: int
    end: int

    @property
    def name(self) -> str:
        """The first line, for the list of tests."""
        return self.words.splitlines()[0][:60]


def examples(text: str) -> Iterator[Example]:
    """The examples of the README in their order, those that are only shown left out."""
    for block in _BLOCK.finditer(text):
        if block[1] == "python":
            if block[3] is None:
                raise ValueError(f"a python block without a text block after it: {block[2][:60]!r}")
            yield Example(block[2], True, tuple(block[3].splitlines()), block.start(3), block.end(3))
        else:
            yield from (one for one in _commands(block[2], block.start(2)) if one.words.startswith(RUN))


def _commands(block: str, offset: int) -> Iterator[Example]:
    for part in re.finditer(r"^\$ (.*\n(?:^> .*\n)*)((?:^(?!\$ ).*\n)*)", block, re.MULTILINE):
        words = part[1].rstrip("\n").replace("\n> ", "\n")
        yield Example(words, False, tuple(part[2].splitlines()), offset + part.start(2), offset + part.end(2))


def copy_checkout(folder: Path) -> None:
    """Copy what `kg` is made of to a folder, and put a command `kg` into `bin` there."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "bin").mkdir()
    command = folder / "bin" / "kg"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from kg.cli import main; main()" "$@"\n')
    command.chmod(0o755)


def printed(example: Example, folder: Path) -> list[str]:
    """What an example prints: standard output on a terminal, then standard error, without colours."""
    path = os.pathsep.join([str(folder / "bin"), os.environ.get("PATH", os.defpath)])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(folder), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    environment = {key: value for key, value in environment.items() if key not in {"KG_STORE", "COLUMNS", "LINES"}}
    arguments = [sys.executable, "-c", example.words] if example.python else ["sh", "-c", example.words]
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=errors
        )
        os.close(theirs)
        output = b"".join(_pieces(ours))
        os.close(ours)
        process.wait()
        errors.seek(0)
        output += errors.read()
    text = _STYLE.sub("", output.decode("utf-8").replace("\r\n", "\n"))
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _pieces(terminal: int) -> Iterator[bytes]:
    """What arrives at a terminal until the last who writes to it is gone."""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # how Linux says that nobody writes any more
            return
        if not piece:
            return
        yield piece


def agrees(shown: tuple[str, ...], lines: list[str]) -> bool:
    """Whether the lines shown, with their cuts, are the lines printed."""
    pattern = "".join(r"(?:.*\n)*" if line == CUT else _line(line) + r"\n" for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)) is not None


def _line(shown: str) -> str:
    return re.escape(shown[: -len(CUT)]) + ".*" if shown.endswith(CUT) else re.escape(shown)


def renewed(shown: tuple[str, ...], lines: list[str]) -> tuple[str, ...]:
    """The lines printed, cut where the README cuts them: before or after a `…`, as many as it shows."""
    if shown.count(CUT) > 1:
        raise ValueError(f"two cuts in one answer; renew it by hand: {shown[0]!r}")
    if CUT not in shown:
        return tuple(_cut(old, new) for old, new in zip_longest(shown[: len(lines)], lines))
    place = shown.index(CUT)
    head, tail = shown[:place], shown[place + 1 :]
    if len(lines) <= len(head) + len(tail):
        return tuple(lines)
    last = lines[len(lines) - len(tail) :]
    return (*map(_cut, head, lines), CUT, *map(_cut, tail, last))


def _cut(old: str | None, new: str) -> str:
    return new[: len(old) - len(CUT)] + CUT if old is not None and old.endswith(CUT) else new


EXAMPLES = tuple(examples(README.read_text("utf-8")))


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[Example, list[str]]:
    """What each example prints, all run in order in one folder."""
    folder = tmp_path_factory.mktemp("readme")
    copy_checkout(folder)
    return {example: printed(example, folder) for example in EXAMPLES}


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_readme_shows_what_is_printed(example: Example, outputs: dict[Example, list[str]]) -> None:
    lines = outputs[example]
    assert agrees(example.shown, lines), "\n".join(
        ["not what the README shows; if this is right, run make docs:", *lines]
    )


def test_cuts_leave_something_to_compare() -> None:
    assert len(EXAMPLES) > 10
    for example in EXAMPLES:
        assert not example.shown or any(line.rstrip(CUT) for line in example.shown), example.name


def test_comparing_sees_a_difference_and_allows_only_what_is_cut() -> None:
    assert agrees(("a", CUT, "c"), ["a", "b", "b", "c"])
    assert agrees(("a", CUT), ["a"])
    assert agrees(("ab…",), ["abc"])
    assert agrees((), [])
    assert not agrees((), ["a"])
    assert not agrees(("a",), ["a", "b"])
    assert not agrees(("a.c",), ["abc"])
    assert not agrees(("a", CUT, "c"), ["a", "b"])
    assert renewed(("a", CUT, "c…"), ["1", "2", "3", "456"]) == ("1", CUT, "4…")
    assert renewed(("a",), ["1", "2"]) == ("1", "2")
    assert renewed(("a", "b"), ["1"]) == ("1",)


def test_every_command_is_in_the_readme() -> None:
    text = README.read_text("utf-8")
    assert [command for command in COMMANDS if f"kg {command}" not in text] == []


def test_links_to_files_lead_somewhere() -> None:
    for page in (README, *sorted((ROOT / "docs").glob("*.md"))):
        links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        assert links
        assert [link for link in links if not (page.parent / link).exists()] == [], page.name


def test_targets_of_make_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b`", README.read_text("utf-8"))) <= targets


def renew() -> None:
    """Put what is printed now in the place of what differs."""
    text = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as name:
        copy_checkout(Path(name))
        found = [(example, printed(example, Path(name))) for example in examples(text)]
    for example, lines in reversed(found):
        if any(line.startswith(("Traceback ", "kg: ")) for line in lines):
            raise SystemExit("\n".join([f"README.md is left as it is, since this fails: {example.name}", *lines]))
        if not agrees(example.shown, lines):
            answer = "".join(f"{line}\n" for line in renewed(example.shown, lines))
            text = text[: example.start] + answer + text[example.end :]
            print(f"README.md: renewed: {example.name}")
    README.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    renew()
