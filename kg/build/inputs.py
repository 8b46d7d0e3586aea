"""From the paths that a user gives to files in a fixed order: folders, archives and what is in them."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BufferedIOBase
from typing import IO

from kg.build import warc
from kg.build.places import Found, Given, place, words
from kg.build.reading import File
from kg.build.sidecar import INDEX, Above, Index, Indexes, missing, parse
from kg.errors import InputError
from kg.loaders.origin import Origin

LARGEST = 50_000_000
"""Bytes; a larger file is not one press release, nor a feed of them."""

ZIP_SUFFIXES = (".zip",)
TAR_SUFFIXES = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
COMPRESSED: Mapping[str, Callable[[IO[bytes]], BufferedIOBase]] = {
    ".gz": lambda file: gzip.GzipFile(fileobj=file),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}
NOT_RELEASES = ("readme", "license", "licence", "notice", "copying")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or one that cannot be: then `refused` says why and `data` is empty.

    `name` is the file's own name, `place` where a user finds it: the path below the folder or archive
    that was given, `origin` where a harvest fetched it. What is `skipped` is no release; `aside` says that a harvest
    knows it as one of its sources, an earlier version or its index.
    """

    name: str
    place: str
    data: bytes = b""
    refused: str | None = None
    skipped: bool = False
    aside: bool = False
    origin: Origin | None = None

    @property
    def file(self) -> File:
        """What is to be read of it."""
        return File(self.name, self.data, self.origin)


def check(paths: tuple[Given, ...]) -> None:
    """Raise `InputError` for a path or address that is missing or cannot be opened, before anything is written."""
    if not paths:
        raise InputError("nothing to read: give files, folders, archives or addresses")
    for path in paths:
        place(path).check()


def count(paths: tuple[Given, ...]) -> int:
    """How many files there are to look at; an archive counts as one."""
    return sum(1 for path in paths for _ in place(path).files())


def inputs(paths: tuple[Given, ...], pages: tuple[str, ...] = ()) -> Iterator[Input]:
    """Every file under the paths: paths as given, folders sorted by name, archives in their own order.

    Hidden files, and what is called README, LICENSE or the like, come with `skipped` unless they were
    given by name; so do the sources and the earlier versions of a harvest, and its index. `pages` picks those of
    web-crawl archives by patterns for host and path. A file is held in memory only while it is looked at. Raises
    `InputError` for a harvest's index that cannot be read.
    """
    indexes = Indexes()
    for path in paths:
        given = place(path)
        given_by_name = given.is_file()
        for file in given.opening(LARGEST + 1, _is_by_itself):
            inner, found = printable(file.inner), indexes.above(file)
            lower = file.name.lower()
            if found is not None and found.inner in found.index.files:
                yield from _harvested(file, inner, found, given_by_name=given_by_name)
            elif not given_by_name and _is_skipped(file.inner):
                yield Input(printable(file.name), inner, skipped=True)
            elif lower.endswith(ZIP_SUFFIXES):
                yield from _zip(file, inner)
            elif lower.endswith(TAR_SUFFIXES):
                yield from _tar(file, inner)
            elif lower.endswith(warc.SUFFIXES):
                yield from _warc(file, inner, pages)
            elif lower.endswith(tuple(COMPRESSED)):
                yield _compressed(file, inner)
            else:
                yield _plain(file, inner)


def printable(name: str) -> str:
    """A file's name as text that can be written as UTF-8, whatever bytes the disk has."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _is_by_itself(name: str) -> bool:
    return not name.lower().endswith((*ZIP_SUFFIXES, *TAR_SUFFIXES, *warc.SUFFIXES, *COMPRESSED))


def _is_skipped(place: str) -> bool:
    parts = place.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return hidden or parts[-1].lower().startswith(NOT_RELEASES)


def _harvested(file: Found, place: str, found: Above, *, given_by_name: bool) -> Iterator[Input]:
    inner, index = found.inner, found.index
    if inner in index.aside and not (given_by_name and inner != INDEX):
        yield Input(printable(file.name), place, skipped=True, aside=True)
    else:
        yield _with_origin(_plain(file, place), inner, index)
    if inner == INDEX and not given_by_name:
        for name in missing(file.folder, index):
            lost = f"{place.removesuffix(INDEX)}{name}"
            yield Input(lost.rsplit("/", 1)[-1], lost, refused="fetched once, but no longer there; kg harvest gets it")


def _with_origin(one: Input, inner: str, index: Index) -> Input:
    if one.refused is not None or one.skipped:
        return one
    try:
        return replace(one, origin=index.origin(inner, sha256(one.data).hexdigest()))
    except InputError as error:
        return Input(one.name, one.place, refused=str(error))


def _plain(file: Found, place: str) -> Input:
    name = printable(file.name)
    try:
        size = file.size()
        if size is not None and size > LARGEST:
            return Input(name, place, refused=_too_large(size))
        data = file.read(LARGEST + 1)
    except OSError as error:
        return Input(name, place, refused=words(error))
    return _within_limit(name, place, data)


def _within_limit(name: str, place: str, data: bytes) -> Input:
    """What was read of a file of unknown size, unless it is more than the limit."""
    if len(data) > LARGEST:
        return Input(name, place, refused=f"over {LARGEST:,} bytes is too large for a release")
    return Input(name, place, data)


def _compressed(file: Found, place: str) -> Input:
    """A file that was compressed by itself: what is in it, under its name without the suffix."""
    suffix = file.name[file.name.rindex(".") :].lower()
    name = printable(file.name[: -len(suffix)])
    try:
        with file.stream() as opened, COMPRESSED[suffix](opened) as unpacked:
            data = unpacked.read(LARGEST + 1)
    except DAMAGED as error:
        return Input(name, place, refused=f"cannot be unpacked: {words(error)}")
    return _within_limit(name, place, data)


def _zip(file: Found, place: str) -> Iterator[Input]:
    name = printable(file.name)
    try:
        with file.seekable() as opened, zipfile.ZipFile(opened) as archive:
            members = sorted(archive.infolist(), key=lambda one: one.filename)
            indexes = _indexes(archive, members, place)
            for member in members:
                if not member.is_dir():
                    yield _zip_member(archive, member, place, indexes)
    except (*DAMAGED, zipfile.LargeZipFile, ValueError) as error:
        yield Input(name, place, refused=f"an archive that cannot be opened: {words(error)}")


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


def _indexes(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], place: str) -> dict[str, Index]:
    """The indexes of harvests in an archive, by what stands before their names in it."""
    found = {}
    for member in members:
        if member.filename.rsplit("/", 1)[-1] == INDEX:
            inner = f"{place}/{printable(member.filename)}"
            if member.file_size > LARGEST:
                raise InputError(f"{inner}: {_too_large(member.file_size)}; unpack the archive and give its folder")
            found[member.filename.removesuffix(INDEX)] = parse(inner, archive.read(member))
    return found


def _zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str, indexes: Mapping[str, Index]) -> Input:
    inner = printable(member.filename)
    name, place = inner.rsplit("/", 1)[-1], f"{place}/{inner}"
    prefix = max((one for one in indexes if inner.startswith(one)), key=len, default="")
    index = indexes.get(prefix)
    within = inner.removeprefix(prefix)
    if index is not None and within in index.files:
        if within in index.aside:
            return Input(name, place, skipped=True, aside=True)
    elif _is_skipped(inner):
        return Input(name, place, skipped=True)
    if member.file_size > LARGEST:
        return Input(name, place, refused=_too_large(member.file_size))
    try:
        with archive.open(member) as opened:
            data = opened.read(LARGEST + 1)
    except DAMAGED as error:
        return Input(name, place, refused=f"cannot be unpacked: {words(error)}")
    if len(data) > LARGEST:
        return Input(name, place, refused=_too_large(len(data)))
    one = Input(name, place, data)
    return _with_origin(one, within, index) if index is not None else one


def _tar(file: Found, place: str) -> Iterator[Input]:
    try:
        with file.stream() as opened, tarfile.open(fileobj=opened, mode="r|*") as archive:
            for member in archive:
                if member.isfile():
                    yield _tar_member(archive, member, place)
    except (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError) as error:
        yield Input(printable(file.name), place, refused=f"an archive that cannot be read: {words(error)}")


def _tar_member(archive: tarfile.TarFile, member: tarfile.TarInfo, place: str) -> Input:
    inner = printable(member.name.removeprefix("./"))
    name, place = inner.rsplit("/", 1)[-1], f"{place}/{inner}"
    if _is_skipped(inner):
        return Input(name, place, skipped=True)
    if name == INDEX:
        return Input(name, place, refused="a harvest in a tar archive; unpack it, or make a .zip of it")
    if member.size > LARGEST:
        return Input(name, place, refused=_too_large(member.size))
    opened = archive.extractfile(member)
    return Input(name, place, opened.read() if opened else b"")


def _warc(file: Found, place: str, pages: tuple[str, ...]) -> Iterator[Input]:
    try:
        for page in warc.pages(file, pages, LARGEST):
            name, inner = printable(page.name), f"{place}/{printable(page.address)}"
            if len(page.data) > LARGEST:
                yield Input(name, inner, refused=_too_large(len(page.data)))
            else:
                yield Input(name, inner, page.data)
    except warc.DamagedArchive as error:
        yield Input(printable(file.name), place, refused=f"a web-crawl archive that cannot be read: {error}")


def _too_large(size: int) -> str:
    return f"{size:,} bytes is too large for a release; the limit is {LARGEST:,}"
