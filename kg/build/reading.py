"""Files to quads: one at a time, or many in a pool of processes, in the order given and in bounded memory."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Protocol

from kg.build.manifest import FileKey, FileRecord, ReleaseRecord, release_from
from kg.errors import ReleaseRefused
from kg.store.layout import telling
from kg.text import memory

if TYPE_CHECKING:
    from kg.loaders import Origin

CHUNK = 32
"""Files that one process reads at a time; also what a crash can cost."""
CHUNK_BYTES = 4_000_000
WORTH_A_POOL = 100
"""Files; below it, starting processes costs more than it gains."""


@dataclass(frozen=True, slots=True)
class ReadRelease:
    """A release as quads of its own graph: N-Quads lines, sorted, each ending in a newline."""

    slug: str
    nquads: bytes
    facts: dict[str, int]
    unresolved: int


class ReadFile(Protocol):
    """Reads a file's bytes under its name; raises `ReleaseRefused`."""

    def __call__(self, name: str, data: bytes, origin: "Origin | None" = None, /) -> tuple[ReadRelease, ...]:
        """The releases in the file; `origin` is only given for a file that is known to have been fetched."""


def read_file(
    name: str, data: bytes, origin: "Origin | None" = None, /, *, models: tuple[str, ...] = ()
) -> tuple[ReadRelease, ...]:
    """Read a file with the loaders and extractors of the package; raises `ReleaseRefused`.

    `models` are the user's own, as `spacy:NAME` or `gliner:FOLDER`; names that only they find are listed as unresolved.
    """
    # Before there are any rules, which ask at once what has been found out about them.
    memory.recall()
    from kg import extract, loaders, rdf
    from kg.model import Unresolved

    more: tuple[extract.Extractor, ...] = ()
    if models:
        from kg.extract.neural import extractor

        more = tuple(map(extractor, models))
    read = []
    for release in loaders.load(name, data, origin):
        reading = extract.read(release, more)
        facts = Counter(type(fact).__name__ for fact in reading.facts)
        read.append(
            ReadRelease(
                slug=release.slug,
                nquads=rdf.nquads(reading),
                facts=dict(sorted(facts.items())),
                unresolved=sum(isinstance(fact, Unresolved) for fact in reading.facts),
            )
        )
    return tuple(read)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a release's quads lie until they are loaded: a stretch of a file of N-Quads."""

    path: Path
    start: int
    length: int

    def read(self) -> bytes:
        """The N-Quads."""
        with self.path.open("rb") as file:
            file.seek(self.start)
            return file.read(self.length)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file, with the quads of each of its releases on the shelf."""

    file: FileRecord
    releases: tuple[tuple[ReleaseRecord, Shelf], ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: its name without any folder, its bytes, and where they were fetched, if that is known."""

    name: str
    data: bytes
    origin: "Origin | None" = None

    @property
    def key(self) -> FileKey:
        """What the build knows the file by."""
        digest = sha256(self.data).hexdigest()
        return (
            FileKey(self.name, digest, self.origin.url, self.origin.charset)
            if self.origin
            else FileKey(self.name, digest)
        )


Chunk = tuple[File, ...]
Shard = Callable[[Chunk], tuple[Outcome, ...]]
"""Reads a chunk's files and leaves their quads on a shelf; done twice, it gives the same."""
Engine = Callable[[Shard, Iterator[Chunk]], Iterator[tuple[Outcome, ...]]]
"""Runs a shard for each chunk, somewhere, and gives what comes of them in the order of the chunks."""


def read_all(
    files: Iterable[File], read: ReadFile, version: str, staging: Callable[[], Path], engine: Engine
) -> Iterator[Outcome]:
    """Read files in order; what is read lies in the folder that `staging` gives, under hashed names.

    Whatever an earlier run with the same version left whole in that folder is not read again.
    """
    pending = _chunks(files)
    first: list[Chunk] = []
    for chunk in pending:
        first.append(chunk)
        if sum(map(len, first)) >= WORTH_A_POOL:
            break
    if not first:
        return
    run = engine if sum(map(len, first)) >= WORTH_A_POOL else in_order
    shard = partial(_shelved, read=read, version=version, folder=staging().absolute())
    for outcomes in run(shard, _chain(first, pending)):
        yield from outcomes


def _chain(first: list[Chunk], rest: Iterator[Chunk]) -> Iterator[Chunk]:
    while first:
        yield first.pop(0)
    yield from rest


def in_order(shard: Shard, chunks: Iterator[Chunk]) -> Iterator[tuple[Outcome, ...]]:
    """One chunk after the other, in this process."""
    return map(shard, chunks)


def processes() -> int:
    """How many processes can run at the same time: the cores that this one may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(jobs: int | None = None) -> Engine:
    """An engine of so many processes, of one for each core where that is not said."""
    workers = jobs or processes()
    return in_order if workers == 1 else partial(_in_pool, workers=workers)


def _chunks(files: Iterable[File]) -> Iterator[Chunk]:
    chunk: list[File] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += len(file.data)
        if len(chunk) >= CHUNK or size >= CHUNK_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _in_pool(shard: Shard, chunks: Iterator[Chunk], workers: int) -> Iterator[tuple[Outcome, ...]]:
    # What runs processes is imported only where there are some to run.
    from kg.build.pool import in_pool

    return in_pool(shard, chunks, workers)


def _shelved(chunk: Chunk, read: ReadFile, version: str, folder: Path) -> tuple[Outcome, ...]:
    keys = [file.key for file in chunk]
    digest = sha256(json.dumps([version, *keys]).encode()).hexdigest()[:32]
    shelf, index = folder / f"{digest}.nq", folder / f"{digest}.json"
    if not index.exists():
        # A process of a build that was killed, or one on another machine, may still be at work on the same chunk.
        part = folder / f"{digest}.{token_hex(8)}.part"
        rows = _read_chunk(chunk, keys, read, version, part)
        with telling(folder.parent):
            part.replace(shelf)
            part.write_text(json.dumps(rows), encoding="utf-8")
            part.replace(index)
    return tuple(_outcome(one, shelf) for one in json.loads(index.read_bytes()))


def _read_chunk(
    chunk: Chunk, keys: list[FileKey], read: ReadFile, version: str, shelf: Path
) -> list[dict[str, object]]:
    """Read the files, write their quads to `shelf`, and give what came of each as plain values for JSON."""
    rows: list[dict[str, object]] = []
    start = 0
    with telling(shelf.parent.parent):
        shelf.write_bytes(b"")
    for key, file in zip(keys, chunk, strict=True):
        refused, releases = None, []
        read_releases: tuple[ReadRelease, ...] = ()
        try:
            with _naming(file.name):
                read_releases = _read(file, read)
        except ReleaseRefused as error:
            refused = error.reason
        for one in read_releases:
            count = one.nquads.count(b"\n")
            record = ReleaseRecord(one.slug, key, version, count, one.unresolved, one.facts)
            releases.append([record, start, len(one.nquads)])
            start += len(one.nquads)
        with telling(shelf.parent.parent), shelf.open("ab") as opened:
            opened.writelines(one.nquads for one in read_releases)
        rows.append({"key": key, "version": version, "refused": refused, "releases": releases})
    memory.keep()
    return rows


def _read(file: File, read: ReadFile) -> tuple[ReadRelease, ...]:
    return read(file.name, file.data, file.origin) if file.origin else read(file.name, file.data)


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Name the file in whatever goes wrong while it is read, so that a fault can be found."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"while reading {name}")
        raise


def _outcome(row: Mapping[str, Any], quads: Path) -> Outcome:
    releases = tuple((release_from(record), Shelf(quads, start, length)) for record, start, length in row["releases"])
    slugs = tuple(record.slug for record, _ in releases)
    return Outcome(FileRecord(FileKey(*row["key"]), row["version"], slugs, row["refused"]), releases)
