"""Reading on a Dask cluster: a real scheduler and two workers, one of which is ended in the middle."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_build import Archive, dump
from test_build_parts import read_list

from kg.build import Parts, build
from kg.build.reading import ReadRelease
from kg.cluster import dask_engine
from kg.errors import InputError
from kg.store import LocalStore

distributed = pytest.importorskip("distributed", reason="needs the extra: pip install -e '.[cluster]'")
COMMAND = [sys.executable, "-c", "from kg.cli import main; main()"]
FILES = 200


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler on loopback with two workers, each a process of one thread."""
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, memory_limit=0
    )
    with cluster:
        yield cluster.scheduler_address


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    made = Archive(tmp_path)
    # Small shards, of which a cluster's later tasks get several.
    monkeypatch.setattr("kg.build.reading.CHUNK", 4)
    for number in range(FILES):
        made.write(f"m{number:03}.txt", f"release m{number}\nAnna {number % 7}\n")
    made.write("m150.txt", "not one")
    return made


def kill_once(name: str, data: bytes) -> tuple[ReadRelease, ...]:
    """Read, but end the process at one of the files, the first time that any process comes to it."""
    if name == "m100.txt":
        mark = Path(data.decode().splitlines()[-1])
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return read_list(name, data)


def test_a_cluster_gives_the_bytes_of_the_local_engine(archive: Archive, scheduler: str) -> None:
    local = archive.folder / "local"
    build([archive.releases], local, parts=archive.parts)
    with dask_engine(scheduler) as engine:
        summary = build([archive.releases], archive.store, parts=archive.parts, engine=engine)
        again = build([archive.releases], archive.store, parts=archive.parts, engine=engine)
    assert summary.added == FILES - 1
    assert summary.refused == (("m150.txt", "does not begin with the word release"),)
    assert not again.written
    assert dump(archive.store) == dump(local)
    with LocalStore(archive.store) as one, LocalStore(local) as other:
        assert one.manifest == other.manifest


def test_a_cluster_reads_what_lies_at_an_address(archive: Archive, scheduler: str) -> None:
    files = pytest.importorskip("fsspec").filesystem("memory")
    local = archive.folder / "local"
    build([archive.releases], local, parts=archive.parts)
    files.put(str(archive.releases), "/for-a-cluster", recursive=True)
    with dask_engine(scheduler) as engine:
        summary = build(["memory://for-a-cluster"], archive.store, parts=archive.parts, engine=engine)
        again = build(["memory://for-a-cluster"], archive.store, parts=archive.parts, engine=engine)
    files.rm("/for-a-cluster", recursive=True)
    assert summary.added == FILES - 1
    assert not again.written
    assert dump(archive.store) == dump(local)


def test_a_worker_that_is_ended_in_the_middle_costs_no_release(archive: Archive, scheduler: str) -> None:
    mark = archive.folder / "killed"
    archive.write("m100.txt", f"release m100\n{mark}\n")
    local = archive.folder / "local"
    build([archive.releases], local, parts=archive.parts)
    parts = archive.parts
    killing = Parts(kill_once, parts.version, parts.ontology, parts.reference, parts.rules)
    with dask_engine(scheduler) as engine:
        summary = build([archive.releases], archive.store, parts=killing, engine=engine)
    assert mark.exists()
    assert summary.added == FILES - 1
    assert dump(archive.store) == dump(local)


def test_the_command_reads_on_a_cluster(tmp_path: Path, scheduler: str) -> None:
    store = tmp_path / "store"
    done = subprocess.run(
        [*COMMAND, "build", "--engine", "dask", "--scheduler", scheduler, "--store", str(store)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "added" in done.stdout


@pytest.mark.timeout(120)
def test_where_nobody_answers_that_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.cluster.SECONDS_TO_ANSWER", 1)
    with pytest.raises(InputError, match="no Dask scheduler answers there"), dask_engine("tcp://127.0.0.1:9"):
        pass
    with pytest.raises(InputError, match="no Dask scheduler answers there"), dask_engine("nowhere at all"):
        pass


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--engine", "dask"], "--engine dask needs --scheduler ADDRESS"),
        (["--scheduler", "tcp://127.0.0.1:9"], "--scheduler goes with --engine dask"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", "--jobs", "2"], "--jobs is for processes"),
        (["--jobs", "0"], "0"),
    ],
)
def test_options_that_do_not_go_together_are_told(options: list[str], words: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "build", *options, "--store", str(tmp_path / "store")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert words in done.stderr
    assert not (tmp_path / "store").exists()
