"""What a release comes to in quads and bytes, and how fast quads are loaded: what docs/scale.md reckons with."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import servers
from measuring import Figure, folder_size
from table import Row

PART = "Scale"
PIECES = 8
"""Files that the quads are cut into, so that several loaders have something to do."""


def scale(releases: int, quads: int, built: dict[str, Any], store: Path, nquads: Path, work: Path) -> Iterator[Row]:
    """The figures of one store of so many releases, whose quads are the file `nquads`; `built` tells of its build."""
    size = f"{releases:,} releases, {quads / 1e6:.2f}M quads"
    packed = _packed(nquads)
    loading = built["seconds"] - built["stages"]["reading"]
    for what, unit, value in (
        ("quads a release", "quads", quads / releases),
        ("N-Quads a release", "kB", nquads.stat().st_size / releases / 1000),
        ("N-Quads a release, packed", "kB", packed / releases / 1000),
        ("load into a folder, with rules and index", "quads/s", quads / loading),
        ("folder on the disk", "bytes a quad", folder_size(store) / quads),
    ):
        yield Row(PART, what, size, unit, _once(value))
    if not servers.has_virtuoso():
        yield Row(PART, "load into Virtuoso", size, "", None, note="not installed: Debian's virtuoso-opensource")
        return
    pieces = work / "pieces"
    _cut(nquads, pieces)
    for loaders in (1, 2):
        with servers.virtuoso(work / "virtuoso", pieces, loaders) as (_, seconds):
            disk = folder_size(work / "virtuoso")
        yield Row(PART, f"load into Virtuoso, loaders: {loaders}", size, "quads/s", _once(quads / seconds))
    yield Row(PART, "Virtuoso on the disk", size, "bytes a quad", _once(disk / quads))
    shutil.rmtree(pieces)


def _once(value: float) -> Figure:
    return Figure(value, value, value, 1)


def _packed(file: Path) -> int:
    """Bytes of the file as `gzip` packs it."""
    packed = file.with_name(f"{file.name}.gz")
    with file.open("rb") as source, gzip.open(packed, "wb", compresslevel=6) as target:
        shutil.copyfileobj(source, target, 1 << 20)
    size = packed.stat().st_size
    packed.unlink()
    return size


def _cut(file: Path, pieces: Path) -> None:
    """The file's lines, in turn, in files of a folder."""
    shutil.rmtree(pieces, ignore_errors=True)
    pieces.mkdir(parents=True)
    each = file.stat().st_size // PIECES + 1
    with file.open("rb") as source:
        for number in range(PIECES):
            with (pieces / f"{number}.nq").open("wb") as target:
                target.writelines(source.readlines(each))
