"""From the paths that a user gives to files in a fixed order: folders, archives and what is in them."""

import lzma
import os
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.errors import InputError
from kg.store.layout import is_store

LARGEST = 50_000_000
"""Bytes; a larger file is not one press release, nor a feed of them."""

ZIP_SUFFIXES = (".zip",)
TAR_SUFFIXES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
NOT_RELEASES = ("readme", "license", "licence", "notice", "copying")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or one that cannot be: then `refused` says why and `data` is empty.

    `name` is the file's own name, `place` where a user finds it: the path below the folder or archive
    that was given.
    """

    name: str
    place: str
    data: bytes = b""
    refused: str | None = None
    skipped: bool = False

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


def check(paths: tuple[Path, ...]) -> None:
    """Raise `InputError` for a path that is missing or cannot be opened, before anything is written."""
    if not paths:
        raise InputError("nothing to read: give files, folders or archives")
    for path in paths:
        try:
            kind = path.stat().st_mode
        except FileNotFoundError:
            raise InputError(f"{path}: no such file or folder") from None
        except (OSError, ValueError) as error:
            raise InputError(f"{path}: {_words(error)}") from None
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise InputError(f"{path}: neither a file nor a folder")
        if not os.access(path, os.R_OK):
            raise InputError(f"{path}: permission denied")


def count(paths: tuple[Path, ...]) -> int:
    """How many files there are to look at; an archive counts as one."""
    return sum(1 for path in paths for _ in _files(path))


def inputs(paths: tuple[Path, ...]) -> Iterator[Input]:
    """Every file under the paths: paths as given, folders sorted by name, archives in their own order.

    Hidden files, and what is called README, LICENSE or the like, come with `skipped` unless they were
    given by name. A file is held in memory only while it is looked at.
    """
    for path in paths:
        given_by_name = path.is_file()
        for file in _files(path):
            place = path.name if given_by_name else file.relative_to(path).as_posix()
            if not given_by_name and _is_skipped(place):
                yield Input(printable(file.name), printable(place), skipped=True)
            elif file.name.lower().endswith(ZIP_SUFFIXES):
                yield from _zip(file, printable(place))
            elif file.name.lower().endswith(TAR_SUFFIXES):
                yield from _tar(file, printable(place))
            else:
                yield _plain(file, printable(place))


def printable(name: str) -> str:
    """A file's name as text that can be written as UTF-8, whatever bytes the disk has."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _unreadable(error: OSError) -> None:
    """Refuse to go on where a folder cannot be looked into: its releases would seem to be withdrawn."""
    raise InputError(f"{error.filename}: {error.strerror}; make it readable, or give the other folders by name")


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    met: set[tuple[int, int]] = set()
    for folder, names, files in os.walk(path, onerror=_unreadable, followlinks=True):
        about = Path(folder).stat()
        # A link that leads back to a folder above would be followed for ever; a store holds no releases.
        if (about.st_dev, about.st_ino) in met or is_store(Path(folder)):
            names.clear()
            continue
        met.add((about.st_dev, about.st_ino))
        names.sort()
        for name in sorted(files):
            yield Path(folder, name)


def _is_skipped(place: str) -> bool:
    parts = place.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return hidden or parts[-1].lower().startswith(NOT_RELEASES)


def _plain(file: Path, place: str) -> Input:
    name = printable(file.name)
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):
            return Input(name, place, refused="not a regular file")
        if about.st_size > LARGEST:
            return Input(name, place, refused=_too_large(about.st_size))
        return Input(name, place, file.read_bytes())
    except OSError as error:
        return Input(name, place, refused=_words(error))


def _zip(file: Path, place: str) -> Iterator[Input]:
    name = printable(file.name)
    try:
        with zipfile.ZipFile(file) as archive:
            for member in sorted(archive.infolist(), key=lambda one: one.filename):
                if not member.is_dir():
                    yield _zip_member(archive, member, place)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError) as error:
        yield Input(name, place, refused=f"an archive that cannot be opened: {_words(error)}")


# What unpacking a damaged or protected member raises, by its kind of compression.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    OSError,
)


def _zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str) -> Input:
    inner = printable(member.filename)
    name, place = inner.rsplit("/", 1)[-1], f"{place}/{inner}"
    if _is_skipped(inner):
        return Input(name, place, skipped=True)
    if member.file_size > LARGEST:
        return Input(name, place, refused=_too_large(member.file_size))
    try:
        with archive.open(member) as opened:
            data = opened.read(LARGEST + 1)
    except DAMAGED as error:
        return Input(name, place, refused=f"cannot be unpacked: {_words(error)}")
    if len(data) > LARGEST:
        return Input(name, place, refused=_too_large(len(data)))
    return Input(name, place, data)


def _tar(file: Path, place: str) -> Iterator[Input]:
    try:
        with tarfile.open(file) as archive:
            for member in archive:
                if member.isfile():
                    yield _tar_member(archive, member, place)
    except (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError) as error:
        yield Input(printable(file.name), place, refused=f"an archive that cannot be read: {_words(error)}")


def _tar_member(archive: tarfile.TarFile, member: tarfile.TarInfo, place: str) -> Input:
    inner = printable(member.name.removeprefix("./"))
    name, place = inner.rsplit("/", 1)[-1], f"{place}/{inner}"
    if _is_skipped(inner):
        return Input(name, place, skipped=True)
    if member.size > LARGEST:
        return Input(name, place, refused=_too_large(member.size))
    opened = archive.extractfile(member)
    return Input(name, place, opened.read() if opened else b"")


def _too_large(size: int) -> str:
    return f"{size:,} bytes is too large for a release; the limit is {LARGEST:,}"


def _words(error: BaseException) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(words.split()) or type(error).__name__
