"""Medians with their spread, what a process costs, and how a cost grows."""

import importlib.util
import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROUNDS = 5
PATIENCE = float(os.environ.get("BENCH_PATIENCE", "60"))
"""Seconds that a peer gets for a question, ten times that for a file or a layout; then the ratio is a lower bound."""
ENOUGH = 10.0
"""Seconds; what takes longer is measured once, and its row says so."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: the median, the least and the most, and of how many; `over` where a limit ended it."""

    median: float
    least: float
    most: float
    rounds: int
    over: bool = False

    @classmethod
    def of(cls, values: Sequence[float], *, over: bool = False) -> "Figure":
        """The figure of these values."""
        return cls(statistics.median(values), min(values), max(values), len(values), over)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds on the clock, seconds of processor time, bytes of memory at the most."""

    wall: float
    processor: float
    memory: int
    output: str
    status: int


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> Figure:
    """Seconds of processor time of this process, by rounds; fewer rounds where one takes long."""
    values: list[float] = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        values.append(time.process_time() - begun)
        if sum(values) > ENOUGH:
            break
    return Figure.of(values)


def on_the_clock(work: Callable[[], object], rounds: int = ROUNDS) -> Figure:
    """Seconds on the clock, for what other processes do; fewer rounds where one takes long."""
    values: list[float] = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        values.append(time.perf_counter() - begun)
        if sum(values) > ENOUGH:
            break
    return Figure.of(values)


def run(arguments: Sequence[str | Path], limit: float = 3600.0) -> Cost:
    """Run a program and say what it took, its children included; it is ended after `limit` seconds.

    Python may keep what it has compiled, as where a package has been installed; some machines forbid it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    with subprocess.Popen(
        [str(one) for one in arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    ) as process:
        try:
            output, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.kill()
            output, _ = process.communicate()
        wall = time.perf_counter() - begun
    return Cost(wall, 0.0, 0, output, process.returncode)


def run_script(code: str, *arguments: str | Path, limit: float = 3600.0) -> dict[str, Any]:
    """Run Python in a process of its own; gives the JSON of its last line, with `processor` and `memory` added.

    Raises `RuntimeError` with what it printed where it fails; gives `{"over": limit}` where it takes too long.
    """
    cost = run([sys.executable, "-c", code + MEASURES, *arguments], limit)
    if cost.status < 0:
        return {"over": limit}
    if cost.status:
        raise RuntimeError(cost.output[-2000:])
    lines = cost.output.strip().splitlines()
    found: dict[str, Any] = json.loads(lines[-1])
    return found | {"wall": cost.wall}


MEASURES = """
import json as _json, resource as _resource
_own, _children = _resource.getrusage(_resource.RUSAGE_SELF), _resource.getrusage(_resource.RUSAGE_CHILDREN)
print(_json.dumps({
    **globals().get("RESULT", {}),
    "processor": _own.ru_utime + _own.ru_stime + _children.ru_utime + _children.ru_stime,
    "memory": max(_own.ru_maxrss, _children.ru_maxrss) * 1024,
}))
"""


def starts(arguments: Sequence[str | Path], rounds: int = ROUNDS) -> tuple[Figure, Figure]:
    """A command's seconds from start to end, and those of a bare Python, turn by turn, after one of each to warm up."""
    values: list[float] = []
    bare: list[float] = []
    for number in range(rounds + 1):
        for list_, words in ((bare, [sys.executable, "-c", "pass"]), (values, arguments)):
            cost = run(words)
            if cost.status:
                raise RuntimeError(cost.output[-2000:])
            if number:
                list_.append(cost.wall)
    return Figure.of(values), Figure.of(bare)


def lacking(*modules: str, extra: str = "bench") -> str:
    """What to say where modules of an extra are not installed, and what to do; nothing where all are."""
    names = ", ".join(name for name in modules if importlib.util.find_spec(name) is None)
    return f"needs {names}: pip install -e '.[{extra}]'" if names else ""


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """The power with which a cost grows, fitted to (size, cost) on logarithms; None for fewer than two points."""
    if len(points) < 2:
        return None
    xs, ys = [math.log(size) for size, _ in points], [math.log(cost) for _, cost in points]
    return statistics.linear_regression(xs, ys).slope


def folder_size(path: Path) -> int:
    """Bytes on the disk under a folder, what is linked twice counted once."""
    seen: dict[int, int] = {}
    for folder, _, names in os.walk(path):
        for name in names:
            about = Path(folder, name).lstat()
            seen[about.st_ino] = about.st_blocks * 512
    return sum(seen.values())
