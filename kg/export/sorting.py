"""Lines sorted by their bytes, however many, in bounded memory: runs on the disk, then merged."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

IN_MEMORY = 64_000_000
"""Bytes of lines that are held and sorted at a time; in Python's hands they take some three times as much."""


def sorted_lines(pieces: Iterable[bytes], in_memory: int = IN_MEMORY) -> Iterator[bytes]:
    """The lines of all pieces, each of which ends in a line break, sorted and each once.

    What does not fit in memory lies in the system's temporary folder meanwhile; raises `OSError` where that is full.
    """
    lines: list[bytes] = []
    size = 0
    with ExitStack() as stack:
        runs: list[Path] = []
        for piece in pieces:
            lines += piece.splitlines(keepends=True)
            size += len(piece)
            if size > in_memory:
                if not runs:
                    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kg-export-")))
                runs.append(_written(folder / str(len(runs)), lines))
                lines, size = [], 0
        lines.sort()
        files = [stack.enter_context(run.open("rb")) for run in runs]
        for line, _ in groupby(heapq.merge(*files, lines) if files else lines):
            yield line


def _written(path: Path, lines: list[bytes]) -> Path:
    lines.sort()
    with path.open("wb") as file:
        file.writelines(line for line, _ in groupby(lines))
    return path
