"""A build that is killed, or whose disk fills, leaves the old state or the new one, and can be gone on from.

A process is told to kill itself at a step that it takes on the disk, each eighth of them from a random first
(`KG_STRIDE=1` tries all); others are killed from outside at random moments (`KG_KILLS`, 4 unless given).
"""

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_build_parts import make_parts, read_list

from kg.build import Parts, build
from kg.build.reading import ReadRelease
from kg.errors import StoreError
from kg.export import nquads
from kg.store import LocalStore

HERE = Path(__file__).resolve().parent
OWN = {"current", "format", "generations", "lock"}
STRIDE = int(os.environ.get("KG_STRIDE", "8"))
KILLS = int(os.environ.get("KG_KILLS", "4"))


def dump(store: Path) -> bytes:
    output = io.BytesIO()
    with LocalStore(store) as opened:
        nquads(opened, output)
    return output.getvalue()


def slowly(name: str, data: bytes) -> tuple[ReadRelease, ...]:
    """Read as `read_list` does, but take a little while over it."""
    time.sleep(0.004)
    return read_list(name, data)


def slow_parts(folder: Path) -> Parts:
    parts = make_parts(folder)
    return Parts(slowly, parts.version, parts.ontology, parts.reference, parts.rules)


def write_releases(folder: Path, count: int, word: str) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"release r{number}\n{word} {number}\nBert\n")
    return folder


def run_killing_itself(folder: Path, step: int) -> bool:
    """Build in a process that kills itself at a step of its own on the store's disk; whether it did.

    A step is an event of Python's audit that names a path in the store: a file opened, made, renamed,
    linked, removed.
    """
    code = f"""
import os, sys
from test_build_crash import run_with_audit
run_with_audit({str(folder)!r}, {step})
"""
    ran = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, check=False)
    assert ran.returncode in (0, -signal.SIGKILL), ran.stderr.decode()
    return ran.returncode != 0


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parent)])}


def run_with_audit(folder: str, step: int) -> None:
    """Build `folder`/releases into `folder`/store, killed at the given step of all."""
    store = f"{folder}/store"
    parts = make_parts(Path(folder, "parts"))
    count = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if any(isinstance(one, str | bytes | Path) and store in os.fsdecode(one) for one in arguments):
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    build([Path(folder, "releases")], store, parts=parts)


@pytest.mark.parametrize("with_old_state", [False, True])
def test_killed_at_any_step_a_build_leaves_the_old_state_or_the_new(tmp_path: Path, with_old_state: bool) -> None:
    parts = make_parts(tmp_path / "parts")
    old_releases = write_releases(tmp_path / "old", 6, "Clara")
    write_releases(tmp_path / "releases", 5, "Anna")
    shutil.copy(old_releases / "000.txt", tmp_path / "releases" / "000.txt")
    build([tmp_path / "releases"], tmp_path / "new-store", parts=parts)
    build([old_releases], tmp_path / "old-store", parts=parts)
    old = dump(tmp_path / "old-store") if with_old_state else None
    new = dump(tmp_path / "new-store")
    store = tmp_path / "store"
    seen: set[bool] = set()
    step = random.Random(20260224 + with_old_state).randrange(1, STRIDE + 1)
    while True:
        shutil.rmtree(store, ignore_errors=True)
        if with_old_state:
            build([old_releases], store, parts=parts)
        if not run_killing_itself(tmp_path, step):
            break
        seen.add(check_after_kill(store, old, new))
        build([tmp_path / "releases"], store, parts=parts)
        assert dump(store) == new
        assert {one.name for one in store.iterdir()} == OWN
        assert len(list((store / "generations").iterdir())) == 1
        step += STRIDE
    assert step > 30, "the steps of a build must be seen"
    assert seen == {False, True}


def check_after_kill(store: Path, old: bytes | None, new: bytes) -> bool:
    """Whether the new state is there; it, or the old one, must be, and whole."""
    if not store.exists():
        return False
    try:
        found = dump(store)
    except StoreError as error:
        assert "no build has been completed here" in str(error)
        assert old is None
        return False
    assert found in (old, new)
    return found == new


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let a small disk be mounted")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path, disk: Path) -> None:
    parts = make_parts(tmp_path / "parts")
    few = write_releases(tmp_path / "few", 3, "Anna")
    store = disk / "store"
    build([few], store, parts=parts)
    before = dump(store)
    many = write_releases(tmp_path / "many", 60, "Anna")
    for number, file in enumerate(sorted(many.iterdir())):
        file.write_text(f"release r{number}\n" + "\n".join(f"Person {number} {n}" for n in range(400)))
    for filler in (0, 1_000_000, 1_900_000):
        (disk / "filler").write_bytes(b"x" * filler)
        with pytest.raises(StoreError) as caught:
            build([many], store, parts=parts)
        assert str(caught.value).startswith(f"{store}: no space left on the disk; nothing was changed")
        assert dump(store) == before
        assert len(list((store / "generations").iterdir())) == 1
        assert not (store / "staging").exists()
    (disk / "filler").unlink()
    (few / "002.txt").unlink()
    build([few], store, parts=parts)
    build([few], tmp_path / "elsewhere", parts=parts)
    assert dump(store) == dump(tmp_path / "elsewhere")


def test_a_full_disk_leaves_no_half_of_a_first_store(tmp_path: Path, disk: Path) -> None:
    (disk / "filler").write_bytes(b"x" * 2_900_000)
    many = write_releases(tmp_path / "many", 60, "Anna")
    with pytest.raises(StoreError, match="no space left on the disk"):
        build([many], disk / "store", parts=make_parts(tmp_path / "parts"))
    assert not (disk / "store").exists()


def test_killed_at_random_moments_a_build_in_several_processes_is_gone_on_from(tmp_path: Path) -> None:
    parts = slow_parts(tmp_path / "parts")
    releases = write_releases(tmp_path / "releases", 110, "Anna")
    few = write_releases(tmp_path / "few", 3, "Clara")
    build([releases], tmp_path / "whole", parts=parts)
    build([few], tmp_path / "few-store", parts=parts)
    old, new = dump(tmp_path / "few-store"), dump(tmp_path / "whole")
    code = f"""
from pathlib import Path
from test_build_crash import build, slow_parts
folder = Path({str(tmp_path)!r})
if __name__ == "__main__":
    build([folder / "releases"], folder / "store", parts=slow_parts(folder / "parts"))
"""
    script = tmp_path / "script.py"
    script.write_text(code)
    chance = random.Random(int(os.environ.get("KG_SEED", "20200226")))
    for _ in range(KILLS):
        shutil.rmtree(tmp_path / "store", ignore_errors=True)
        build([few], tmp_path / "store", parts=parts)
        process = subprocess.Popen([sys.executable, str(script)], env=environment())
        time.sleep(chance.uniform(0.2, 3.0))
        process.kill()
        process.wait()
        check_after_kill(tmp_path / "store", old, new)
        assert build([releases], tmp_path / "store", parts=parts).releases == 110
        assert dump(tmp_path / "store") == new
        assert {one.name for one in (tmp_path / "store").iterdir()} == OWN
