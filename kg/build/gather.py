"""What a build is given: every file looked at once, the unknown ones read, each release given to one file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.build import inputs
from kg.build.grounds import Parts
from kg.build.manifest import FileKey, FileRecord, Manifest
from kg.build.places import Given, shown
from kg.build.reading import Engine, File, Outcome, read_all
from kg.errors import InputError
from kg.rules import Progress


@dataclass(slots=True)
class Gathered:
    """What the files came to, in the order in which they were given.

    `winners` has, for each release's slug, the file that stands for it; `fresh` what was read in this run.
    """

    files: dict[FileKey, FileRecord] = field(default_factory=dict)
    winners: dict[str, FileKey] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    duplicates: int = 0
    skipped: int = 0
    aside: int = 0
    fresh: dict[FileKey, Outcome] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One file as it was met; `key` is None where it could not be opened."""

    place: str
    key: FileKey | None
    refused: str | None


class _Known:
    """What the state before knows of files, as far as the same version of the reader has read them."""

    def __init__(self, old: Manifest, version: str) -> None:
        self._files = old.files
        self._version = version

    def get(self, key: FileKey) -> FileRecord | None:
        """What came of a file; None for one that is to be read."""
        record = self._files.get(key)
        return record if record is not None and record.version == self._version else None


def gather(
    paths: tuple[Given, ...],
    pages: tuple[str, ...],
    parts: Parts,
    old: Manifest,
    staging: Callable[[], Path],
    engine: Engine,
    progress: Progress | None = None,
) -> Gathered:
    """Look at every file under `paths` and read those that the state `old` does not know.

    Of two files that give one release, the first stands for it and the second is refused; a file with the
    same bytes as an earlier one is only counted. Raises `InputError` where not one release could be read.
    """
    known = _Known(old, parts.version)
    gathered = Gathered()
    seen: list[_Seen] = []
    unknown = _unknown(paths, pages, known, gathered, seen, progress)
    for outcome in read_all(unknown, parts.read, parts.version, staging, engine):
        gathered.fresh[outcome.file.key] = outcome
    _settle(gathered, seen, known)
    if not gathered.winners:
        raise _nothing_read(paths, gathered)
    missing = _missing(gathered, old)
    if missing:
        # Files that stood back behind another of the same release in `old`, so that it has no quads of them.
        for outcome in read_all(_again(paths, pages, missing), parts.read, parts.version, staging, engine):
            gathered.fresh[outcome.file.key] = outcome
    return gathered


def _unknown(
    paths: tuple[Given, ...],
    pages: tuple[str, ...],
    known: "_Known",
    gathered: Gathered,
    seen: list[_Seen],
    progress: Progress | None,
) -> Iterator[File]:
    """Each file to read; what else is met is noted on the way."""
    total = inputs.count(paths) if progress else 0
    hashes: set[str] = set()
    for number, one in enumerate(inputs.inputs(paths, pages), start=1):
        if progress:
            progress("reading", number, max(number, total))
        if one.aside:
            gathered.aside += 1
        elif one.skipped:
            gathered.skipped += 1
        elif one.refused is not None:
            seen.append(_Seen(one.place, None, one.refused))
        elif (key := one.file.key).sha256 in hashes:
            gathered.duplicates += 1
        else:
            hashes.add(key.sha256)
            seen.append(_Seen(one.place, key, None))
            if known.get(key) is None:
                yield one.file


def _settle(gathered: Gathered, seen: list[_Seen], known: "_Known") -> None:
    places: dict[str, str] = {}
    for one in seen:
        if one.key is None:
            gathered.refused.append((one.place, one.refused or ""))
            continue
        record = known.get(one.key) or gathered.fresh[one.key].file
        gathered.files[one.key] = record
        if record.refused is not None:
            gathered.refused.append((one.place, record.refused))
        for slug in record.slugs:
            if slug in places:
                reason = f"gives the release {slug}, which {places[slug]} gives otherwise; the first is kept"
                gathered.refused.append((one.place, reason))
            else:
                places[slug] = one.place
                gathered.winners[slug] = one.key


def _nothing_read(paths: tuple[Given, ...], gathered: Gathered) -> InputError:
    if not gathered.refused:
        where = ", ".join(map(shown, paths))
        return InputError(f"{where}: no release in it; nothing was changed")
    place, reason = gathered.refused[0]
    count = len(gathered.refused)
    if count == 1:
        return InputError(f"{place}: {reason}; nothing was changed")
    return InputError(f"none of {count} files could be read, the first {place}: {reason}; nothing was changed")


def _missing(gathered: Gathered, old: Manifest) -> frozenset[FileKey]:
    def is_held(slug: str, key: FileKey) -> bool:
        record = old.releases.get(slug)
        return record is not None and record.file == key

    return frozenset(
        key for slug, key in gathered.winners.items() if key not in gathered.fresh and not is_held(slug, key)
    )


def _again(paths: tuple[Given, ...], pages: tuple[str, ...], wanted: frozenset[FileKey]) -> Iterator[File]:
    for one in inputs.inputs(paths, pages):
        if not one.skipped and one.refused is None and one.file.key in wanted:
            yield one.file
