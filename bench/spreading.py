"""Releases read in one process, in two, and by two workers of a Dask cluster on this machine, turn by turn."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from measuring import Figure, lacking, run_script
from table import Row

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
PART = "Cores and clusters"
READ = """
import sys, time
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from kg.build import in_processes, shipped
from kg.build.gather import gather
from kg.build.manifest import Manifest
name, folder, shelves = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
def reading(engine):
    begun = time.perf_counter()
    found = gather((folder,), (), shipped(), Manifest(), lambda: shelves, engine)
    return time.perf_counter() - begun, found
with ExitStack() as stack:
    if name == "dask":
        from distributed import LocalCluster
        from kg.cluster import dask_engine
        cluster = stack.enter_context(LocalCluster(n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
                                                   dashboard_address=None, memory_limit=0))
        engine = stack.enter_context(dask_engine(cluster.scheduler_address))
    else:
        engine = in_processes(int(name))
    seconds, found = reading(engine)
    again = reading(engine)[0] if name == "dask" else None
digest = sha256()
for outcome in found.fresh.values():
    for _, shelf in outcome.releases:
        digest.update(shelf.read())
RESULT = {"seconds": seconds, "again": again, "releases": len(found.winners), "digest": digest.hexdigest()}
"""
COUNT = "for _ in range(50_000_000): pass"


def spread(folder: Path, work: Path, size: str) -> Iterator[Row]:
    """What a second process and a cluster give for the releases in a folder, and whether the quads are the same.

    Beside them what two processes of bare Python reach on this machine: two cores that are one core's threads, or
    that others use, give less than twice as much.
    """
    without = lacking("distributed", extra="cluster")
    engines = ["1", "2"] if without else ["1", "2", "dask"]
    rates: dict[str, list[float]] = {name: [] for name in engines}
    processor: dict[str, list[float]] = {name: [] for name in engines}
    handed, bare, quads = [], [], set()
    for _ in range(ROUNDS):
        bare.append(_counting(1) / _counting(2) * 2)
        for name in engines:
            shelves = work / "spread" / "shelves"
            shelves.mkdir(parents=True)
            found = run_script(READ, name, folder, shelves)
            shutil.rmtree(work / "spread")
            rates[name].append(found["releases"] / found["seconds"])
            processor[name].append(1000 * found["processor"] / found["releases"])
            quads.add(found["digest"])
            if found["again"]:
                handed.append(found["releases"] / found["again"])
    note = "the same bytes" if len(quads) == 1 else "**other bytes**"
    one, two = Figure.of(rates["1"]), Figure.of(rates["2"])
    ratios = Figure.of(bare)
    yield Row(PART, "two processes of bare Python", "", "times one", ratios, ratio=ratios.median)
    yield Row(PART, "reading in two processes", size, "releases/s", two, "in one", one,
              _ratio(rates["2"], rates["1"]), ">= 1.8", note)  # fmt: skip
    yield Row(PART, "processor time, two processes", size, "ms a release", Figure.of(processor["2"]), "one",
              Figure.of(processor["1"]), _ratio(processor["2"], processor["1"]))  # fmt: skip
    if without:
        yield Row(PART, "reading on Dask", size, "", None, note=without)
        return
    yield Row(PART, "reading on Dask, two workers here", size, "releases/s", Figure.of(rates["dask"]),
              "in two processes", two, _ratio(rates["dask"], rates["2"]), ">= 0.7", note)  # fmt: skip
    yield Row(PART, "processor time, Dask with its scheduler", size, "ms a release", Figure.of(processor["dask"]),
              "two processes", Figure.of(processor["2"]), _ratio(processor["dask"], processor["2"]))  # fmt: skip
    yield Row(PART, "looked at and handed out, nothing to read", size, "releases/s", Figure.of(handed),
              note="what one machine can feed")  # fmt: skip


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the rounds' own ratios: what slows a machine down for a while slows both of a round."""
    return statistics.median(mine / its for mine, its in zip(ours, theirs, strict=True))


def _counting(processes: int) -> float:
    """Seconds that so many bare Pythons take to count at the same time."""
    begun = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", COUNT]) for _ in range(processes)]
    for process in running:
        process.wait()
    return time.perf_counter() - begun
