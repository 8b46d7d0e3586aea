"""The folder of a harvest: every answer first as a file, then as a line of the index, so that nothing is half there."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from kg.build.sidecar import INDEX, RELEASE, Kept, parse
from kg.errors import InputError
from kg.harvest.fetching import Answer, Held
from kg.iris import slug

_PART = ".part"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/gzip": ".xml.gz",
    "application/x-gzip": ".xml.gz",
}


class Archive:
    """The one harvest that writes into a folder; use it with `with`.

    Raises `InputError` where the folder is no harvest's, is written by another harvest, or cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with _telling(folder):
            if folder.exists() and not folder.is_dir():
                raise InputError(f"{folder}: a file; give a harvest a folder of its own with -o")
            if folder.is_dir() and not (folder / INDEX).exists() and any(folder.iterdir()):
                raise InputError(f"{folder}: holds other files; give a harvest a folder of its own with -o")
            self._new = not (folder / INDEX).exists()
            folder.mkdir(parents=True, exist_ok=True)
            self._index = os.open(folder / INDEX, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        try:
            self._take()
        except BaseException:
            os.close(self._index)
            raise

    def _take(self) -> None:
        try:
            fcntl.flock(self._index, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputError(f"{self.folder}: another harvest writes here; wait until it has ended") from None
        path = self.folder / INDEX
        data = path.read_bytes()
        self._current = dict(parse(str(path), data).current)
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            # A harvest that was killed while it wrote a line; its answer is asked for again.
            os.ftruncate(self._index, whole)

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._new and not self._current:
            (self.folder / INDEX).unlink()
            if not any(self.folder.iterdir()):
                self.folder.rmdir()
        os.close(self._index)

    def kept(self, url: str) -> Kept | None:
        """The newest answer that is kept from this address, if its file is still there."""
        one = self._current.get(url)
        return one if one is not None and (self.folder / one.file).is_file() else None

    def held(self, url: str) -> Held | None:
        """How to ask whether what is kept from this address has changed."""
        one = self.kept(url)
        return Held(one.found_at, one.etag, one.last_modified) if one else None

    def data(self, one: Kept) -> bytes:
        """The bytes of an answer that is kept."""
        with _telling(self.folder):
            return (self.folder / one.file).read_bytes()

    def keep(
        self, url: str, answer: Answer, data: bytes, *, role: str, fetched: str, stated: str, publisher: str
    ) -> bool:
        """Keep an answer; False where these very bytes were kept from this address before.

        The file stands, whole and on the disk, before the index names it.
        """
        digest = sha256(data).hexdigest()
        before = self.kept(url)
        same = before is not None and before.sha256 == digest
        one = Kept(
            url=url,
            found_at=answer.found_at,
            role=role,
            file=before.file if before is not None and same else _file(answer, role, digest),
            sha256=digest,
            size=len(data),
            fetched=fetched,
            media_type=answer.media_type,
            charset=answer.charset,
            etag=answer.etag,
            last_modified=answer.last_modified,
            stated=stated,
            publisher=publisher,
        )
        if before is None or not same:
            self._write(self.folder / one.file, data)
        if before is None or _without_time(before) != _without_time(one):
            self._append(one)
        return not same

    def confirm(self, before: Kept, stated: str, fetched: str) -> None:
        """Note that a source dates an unchanged answer otherwise, so that it is not asked for again because of it."""
        if before.stated != stated:
            self._append(Kept(**{**asdict(before), "stated": stated, "fetched": fetched}))

    def _append(self, one: Kept) -> None:
        line = one.to_line()
        with _telling(self.folder):
            size = os.fstat(self._index).st_size
            try:
                if os.write(self._index, line) != len(line):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                os.fsync(self._index)
            except OSError:
                os.ftruncate(self._index, size)
                raise
        self._current[one.url] = one

    def _write(self, path: Path, data: bytes) -> None:
        part = self.folder / _PART
        with _telling(self.folder):
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                with part.open("wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(path)
                _synchronise(path.parent)
            finally:
                part.unlink(missing_ok=True)


def _file(answer: Answer, role: str, digest: str) -> str:
    """The path of a file: where it was found, and a hash of what is in it."""
    parts = urlsplit(answer.found_at)
    folder = "releases" if role == RELEASE else "sources"
    name = slug(f"{parts.path} {parts.query}") if parts.path.strip("/") or parts.query else "index"
    suffix = _SUFFIXES.get(answer.media_type, ".html" if role == RELEASE and not answer.media_type else ".xml")
    return f"{folder}/{slug(parts.netloc)}/{name}-{digest[:12]}{suffix}"


def _without_time(one: Kept) -> dict[str, object]:
    return {name: value for name, value in asdict(one).items() if name != "fetched"}


def _synchronise(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    """Turn what the disk says into an `InputError` of one line."""
    try:
        yield
    except OSError as error:
        advice = "free some and run it again" if error.errno == errno.ENOSPC else "choose another folder with -o"
        raise InputError(f"{folder}: {error.strerror}; {advice}") from None
