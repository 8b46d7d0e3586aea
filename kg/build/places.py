"""What a build is given: files and folders of this machine, or at addresses; `kg.build.addresses` has the latter."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from kg.errors import InputError
from kg.store.layout import is_address, is_store

Given = str | Path
"""A path, or, if it is text with `://` in it, an address."""

# A name alone is part of some addresses, as `abfs://container@account`.
_PASSWORD = re.compile(r"(://[^/@:\s]+):[^/@\s]*@")


class Folder(Protocol):
    """A folder in which a harvest may have left its index; two of the same folder are equal."""

    @property
    def name(self) -> str:
        """The folder's own name."""

    @property
    def place(self) -> str:
        """The folder as messages name it."""

    @property
    def above(self) -> "Folder | None":
        """The folder around it, None where there is none, or none that can be looked into."""

    def read(self, name: str) -> bytes | None:
        """A file that lies directly in it, None where there is none; raises `OSError`."""

    def holds(self, inner: str) -> bool:
        """Whether a file lies at this path below it."""


class Found(Protocol):
    """A file that was met, unopened: its own name, its path below what was given, and the folder that it lies in."""

    @property
    def name(self) -> str:
        """The file's name without any folder."""

    @property
    def inner(self) -> str:
        """Its path below the folder that was given; the name of a file that was given itself."""

    @property
    def folder(self) -> Folder:
        """The folder that it lies in."""

    def size(self) -> int | None:
        """Bytes, or None where only reading will tell; raises `OSError`, also for what is no regular file."""

    def read(self, most: int) -> bytes:
        """Its bytes, at most so many; raises `OSError`."""

    def stream(self) -> AbstractContextManager[IO[bytes]]:
        """The file opened, to be read from its beginning to its end."""

    def seekable(self) -> AbstractContextManager[IO[bytes]]:
        """The file opened, to be read in any order."""


class Place(Protocol):
    """A file or a folder that was given."""

    def check(self) -> None:
        """Raise `InputError` where nothing is there, or nothing that can be read."""

    def is_file(self) -> bool:
        """Whether it is a file itself."""

    def files(self) -> Iterator[Found]:
        """The files, in a folder sorted by name, its own before those of folders in it; raises `InputError`."""

    def opening(self, most: int, wanted: Callable[[str], bool]) -> Iterator[Found]:
        """The same, where it helps with those of `wanted` names on their way already, at most `most` bytes of each."""


def place(given: Given) -> Place:
    """The place that a user names; raises `InputError` for an address that cannot be looked at here."""
    if isinstance(given, str) and is_address(given):
        # What knows object stores and web servers is imported only where it is needed.
        from kg.build.addresses import place_at

        return place_at(given)
    return LocalPlace(Path(given))


def shown(given: Given) -> str:
    """A path or an address as messages name it: without a password."""
    return _PASSWORD.sub(r"\1@", str(given))


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder of this machine, by its absolute path."""

    path: Path

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.name

    @property
    def place(self) -> str:
        """The folder's path."""
        return str(self.path)

    @property
    def above(self) -> "LocalFolder | None":
        """The folder around it; the outermost is around itself, and has none."""
        return LocalFolder(self.path.parent) if self.path.parent != self.path else None

    def read(self, name: str) -> bytes | None:
        """A file in it."""
        path = self.path / name
        return path.read_bytes() if path.is_file() else None

    def holds(self, inner: str) -> bool:
        """Whether a file lies there now."""
        return (self.path / inner).is_file()


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file of this machine."""

    path: Path
    inner: str

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    @property
    def folder(self) -> LocalFolder:
        """The folder by its absolute path, links left as they are."""
        return LocalFolder(self.path.absolute().parent)

    def size(self) -> int:
        """Bytes."""
        about = self.path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise OSError("not a regular file")
        return about.st_size

    def read(self, most: int) -> bytes:
        """Its bytes."""
        with self.path.open("rb") as opened:
            return opened.read(most)

    def stream(self) -> AbstractContextManager[IO[bytes]]:
        """The file opened."""
        return self.path.open("rb")

    seekable = stream


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """A path of this machine."""

    path: Path

    def check(self) -> None:
        """Refuse what is missing, neither a file nor a folder, or not to be opened."""
        try:
            kind = self.path.stat().st_mode
        except FileNotFoundError:
            raise InputError(f"{self.path}: no such file or folder") from None
        except (OSError, ValueError) as error:
            raise InputError(f"{self.path}: {words(error)}") from None
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise InputError(f"{self.path}: neither a file nor a folder")
        if not os.access(self.path, os.R_OK):
            raise InputError(f"{self.path}: permission denied")

    def is_file(self) -> bool:
        """Whether the path is a file's."""
        return self.path.is_file()

    def files(self) -> Iterator[LocalFile]:
        """The files; links are followed, but not in circles, and a store holds no releases."""
        if not self.path.is_dir():
            yield LocalFile(self.path, self.path.name)
            return
        met: set[tuple[int, int]] = set()
        for folder, names, files in os.walk(self.path, onerror=_unreadable, followlinks=True):
            about = Path(folder).stat()
            if (about.st_dev, about.st_ino) in met or is_store(Path(folder)):
                names.clear()
                continue
            met.add((about.st_dev, about.st_ino))
            names.sort()
            for name in sorted(files):
                path = Path(folder, name)
                yield LocalFile(path, path.relative_to(self.path).as_posix())

    def opening(self, most: int, wanted: Callable[[str], bool]) -> Iterator[LocalFile]:
        """The files; the system fetches quickly enough."""
        return self.files()


def _unreadable(error: OSError) -> None:
    raise unreadable(str(error.filename), error.strerror)


def unreadable(folder: str, reason: str | None) -> InputError:
    """A folder that cannot be looked into stops a build: its releases would seem to be withdrawn."""
    return InputError(f"{folder}: {reason}; make it readable, or give the other folders by name")


def words(error: BaseException) -> str:
    """What an error says, in one line."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split()) or type(error).__name__
