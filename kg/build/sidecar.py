"""The index that `kg harvest` keeps beside the files that it fetched, and what it says of each of them.

kg-harvest/
  harvest.jsonl             a line of JSON for every answer that was kept, the oldest first, only ever added to
  releases/<host>/<name>    pages, byte for byte; another version of one is another file
  sources/<host>/<name>     the feeds, sitemaps and listing pages that named them
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from pathlib import PurePosixPath

from kg.build.places import Folder, Found, words
from kg.errors import InputError
from kg.loaders.origin import Origin

INDEX = "harvest.jsonl"
RELEASE, SOURCE = "release", "source"
_DEEPEST = 3
"""How many folders above a file of a harvest its index stands."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was kept: a line of the index.

    `url` is what was asked for, `found_at` where it lay in the end; `file` the path below the index; `sha256` and
    `size` those of the file, in bytes; `fetched` the time in UTC (`YYYY-MM-DDTHH:MM:SSZ`). `media_type`, `charset`,
    `etag` and `last_modified` are the server's own words, `stated` the date of change that the source gave, each ""
    where there was none. `publisher` is the name of the publisher's definition.
    """

    url: str
    found_at: str
    role: str
    file: str
    sha256: str
    size: int
    fetched: str
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    stated: str = ""
    publisher: str = ""

    def to_line(self) -> bytes:
        """The line of the index, with its end."""
        return (json.dumps(asdict(self), ensure_ascii=False) + "\n").encode("utf-8")


@dataclass(frozen=True)
class Index:
    """What a harvest's index says; `place` is its path, for messages."""

    place: str
    lines: tuple[Kept, ...]

    @cached_property
    def current(self) -> Mapping[str, Kept]:
        """The newest line of each address."""
        return {one.url: one for one in self.lines}

    @cached_property
    def releases(self) -> Mapping[str, Kept]:
        """The newest version of each release, by its file."""
        return {one.file: one for one in self.current.values() if one.role == RELEASE}

    @cached_property
    def files(self) -> frozenset[str]:
        """The files that the index knows, and itself."""
        return frozenset({INDEX, *(one.file for one in self.lines)})

    @cached_property
    def aside(self) -> frozenset[str]:
        """The files that hold no release of today: earlier versions, feeds, sitemaps, listing pages, the index."""
        return self.files - self.releases.keys()

    def origin(self, file: str, sha256: str) -> Origin | None:
        """Where the file came from; None for one that it does not know. Raises `InputError` for altered bytes."""
        known = self._by_file.get(file)
        if known is None:
            return None
        if known.sha256 != sha256:
            raise InputError(f"altered since it was fetched; put it back, or move it out of the folder of {INDEX}")
        return Origin(known.found_at, known.charset)

    @cached_property
    def _by_file(self) -> Mapping[str, Kept]:
        return {one.file: one for one in self.lines} | dict(self.releases)


def parse(place: str, data: bytes) -> Index:
    """The index with these bytes; raises `InputError` naming the line that is none of its lines.

    A last line without its end is what a harvest that was killed leaves behind, and is passed over.
    """
    *whole, _ = data.split(b"\n")
    return Index(place, tuple(_kept(place, number, line) for number, line in enumerate(whole, start=1)))


def _kept(place: str, number: int, line: bytes) -> Kept:
    try:
        content = json.loads(line)
        kept = Kept(**content)
    except (ValueError, TypeError, RecursionError):
        raise InputError(f"{place}: line {number} is no line of a harvest's index; restore it from a copy") from None
    if any(
        not isinstance(getattr(kept, one.name), one.type if isinstance(one.type, type) else str) for one in fields(kept)
    ):
        raise InputError(f"{place}: line {number} has a value of the wrong type; restore it from a copy")
    path = PurePosixPath(kept.file)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise InputError(f"{place}: line {number} names a file outside the harvest: {kept.file}")
    return kept


@dataclass(frozen=True, slots=True)
class Above:
    """The index above a file, and the file's path below it."""

    inner: str
    index: Index


class Indexes:
    """The indexes above the files that a build is given, each read once."""

    def __init__(self) -> None:
        self._of: dict[Folder, tuple[str, Index] | None] = {}

    def above(self, file: Found) -> Above | None:
        """The index that knows of a file's folder; raises `InputError` for one that cannot be read."""
        found = self._above(file.folder, _DEEPEST)
        return Above(f"{found[0]}{file.name}", found[1]) if found else None

    def _above(self, folder: Folder, deepest: int) -> tuple[str, Index] | None:
        """The index of a folder, with what stands there before the names of the folder's files."""
        if folder not in self._of:
            place = f"{folder.place.rstrip('/')}/{INDEX}"
            try:
                data = folder.read(INDEX)
            except OSError as error:
                raise InputError(f"{place}: {words(error)}") from None
            self._of[folder] = ("", parse(place, data)) if data is not None else self._around(folder, deepest)
        return self._of[folder]

    def _around(self, folder: Folder, deepest: int) -> tuple[str, Index] | None:
        found = self._above(folder.above, deepest - 1) if deepest > 1 and folder.above is not None else None
        return (f"{found[0]}{folder.name}/", found[1]) if found else None


def missing(folder: Folder, index: Index) -> Iterator[str]:
    """The files of today's releases that the index names and the folder lacks, sorted."""
    return (file for file in sorted(index.releases) if not folder.holds(file))
