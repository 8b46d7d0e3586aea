"""Files to quads: one at a time, or many in a pool of processes, in the order given and in bounded memory."""

import json
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import Any

from kg.build.manifest import FileKey, FileRecord, ReleaseRecord, asdict_release, release_from_dict
from kg.errors import InputError, ReleaseRefused
from kg.store.layout import telling

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


ReadFile = Callable[[str, bytes], tuple[ReadRelease, ...]]
"""Reads a file's bytes under its name; raises `ReleaseRefused`."""


def read_file(name: str, data: bytes, spacy_model: str | None = None) -> tuple[ReadRelease, ...]:
    """Read a file with the loaders and extractors of the package; raises `ReleaseRefused`.

    With a spaCy model, names that only it finds are listed as unresolved.
    """
    from pyoxigraph import RdfFormat, serialize

    from kg import extract, loaders, rdf
    from kg.model import Unresolved

    more: tuple[extract.Extractor, ...] = ()
    if spacy_model is not None:
        from kg.extract.neural import SpacyNames

        more = (SpacyNames(spacy_model),)
    read = []
    for release in loaders.load(name, data):
        reading = extract.read(release, more)
        lines = (serialize(rdf.quads(reading), format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
        facts = Counter(type(fact).__name__ for fact in reading.facts)
        read.append(
            ReadRelease(
                slug=release.slug,
                nquads=b"".join(sorted(lines)),
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


Chunk = tuple[tuple[str, bytes], ...]


def read_all(
    files: Iterable[tuple[str, bytes]], read: ReadFile, version: str, staging: Callable[[], Path]
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
    if sum(map(len, first)) < WORTH_A_POOL:
        for chunk in first:
            yield from _shelved(chunk, read, version, staging())
        return
    yield from _in_pool(_chain(first, pending), read, version, staging())


def _chain(first: list[Chunk], rest: Iterator[Chunk]) -> Iterator[Chunk]:
    while first:
        yield first.pop(0)
    yield from rest


def _chunks(files: Iterable[tuple[str, bytes]]) -> Iterator[Chunk]:
    chunk: list[tuple[str, bytes]] = []
    size = 0
    for file in files:
        chunk.append(file)
        size += len(file[1])
        if len(chunk) >= CHUNK or size >= CHUNK_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _in_pool(chunks: Iterator[Chunk], read: ReadFile, version: str, folder: Path) -> Iterator[Outcome]:
    workers = os.cpu_count() or 1
    # Processes that are forked would inherit the lock, and hold it after their parent was killed.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_with_parent)
    with pool:
        running: deque[Future[tuple[Outcome, ...]]] = deque()
        try:
            for chunk in chunks:
                with _uninterrupted():
                    running.append(pool.submit(_shelved, chunk, read, version, folder))
                if len(running) > 2 * workers:
                    yield from running.popleft().result()
            while running:
                yield from running.popleft().result()
        except BrokenProcessPool:
            raise InputError(
                "a process that was reading releases was ended from outside (out of memory?); nothing was "
                "changed; run it again, or give fewer files at a time with kg add"
            ) from None
        finally:
            for future in running:
                future.cancel()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off Ctrl-C, for processes that are started meanwhile too: they go on until their parent ends them.

    One that is interrupted while it starts would leave the pool waiting for it for ever.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is None:
        return

    def watch(sentinel: int) -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, args=(parent.sentinel,), daemon=True).start()


def _shelved(chunk: Chunk, read: ReadFile, version: str, folder: Path) -> tuple[Outcome, ...]:
    keys = [FileKey(name, sha256(data).hexdigest()) for name, data in chunk]
    digest = sha256(json.dumps([version, *(asdict(key) for key in keys)]).encode()).hexdigest()[:32]
    shelf, index = folder / f"{digest}.nq", folder / f"{digest}.json"
    if not index.exists():
        # A process of a build that was killed may still be at work on the same chunk.
        part = folder / f"{digest}.{os.getpid()}.part"
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
    for key, (name, data) in zip(keys, chunk, strict=True):
        refused, releases = None, []
        read_releases: tuple[ReadRelease, ...] = ()
        try:
            with _naming(name):
                read_releases = read(name, data)
        except ReleaseRefused as error:
            refused = error.reason
        for one in read_releases:
            count = one.nquads.count(b"\n")
            record = ReleaseRecord(one.slug, key, version, count, one.unresolved, one.facts)
            releases.append([asdict_release(record), start, len(one.nquads)])
            start += len(one.nquads)
        with telling(shelf.parent.parent), shelf.open("ab") as file:
            file.writelines(one.nquads for one in read_releases)
        rows.append({"key": asdict(key), "version": version, "refused": refused, "releases": releases})
    return rows


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Name the file in whatever goes wrong while it is read, so that a fault can be found."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"while reading {name}")
        raise


def _outcome(row: Mapping[str, Any], quads: Path) -> Outcome:
    releases = tuple(
        (release_from_dict(record), Shelf(quads, start, length)) for record, start, length in row["releases"]
    )
    slugs = tuple(record.slug for record, _ in releases)
    return Outcome(FileRecord(FileKey(**row["key"]), row["version"], slugs, row["refused"]), releases)
