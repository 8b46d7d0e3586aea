"""What a build is given: every file looked at once, the unknown ones read, each release given to one file."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.build import inputs
from kg.build.grounds import Parts, Progress
from kg.build.manifest import FileKey, FileRecord, Manifest
from kg.build.reading import Outcome, read_all
from kg.errors import InputError


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
    fresh: dict[FileKey, Outcome] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One file as it was met; `key` is None where it could not be opened."""

    place: str
    key: FileKey | None
    refused: str | None


def gather(
    paths: tuple[Path, ...],
    parts: Parts,
    old: Manifest,
    staging: Callable[[], Path],
    progress: Progress | None = None,
) -> Gathered:
    """Look at every file under `paths` and read those that the state `old` does not know.

    Of two files that give one release, the first stands for it and the second is refused; a file with the
    same bytes as an earlier one is only counted. Raises `InputError` where not one release could be read.
    """
    known = {record.key: record for record in old.files if record.version == parts.version}
    gathered = Gathered()
    seen: list[_Seen] = []
    unknown = _unknown(paths, known, gathered, seen, progress)
    for outcome in read_all(unknown, parts.read, parts.version, staging):
        gathered.fresh[outcome.file.key] = outcome
    _settle(gathered, seen, known)
    if not gathered.winners:
        raise _nothing_read(paths, gathered)
    missing = _missing(gathered, old)
    if missing:
        # Files that stood back behind another of the same release in `old`, so that it has no quads of them.
        for outcome in read_all(_again(paths, missing), parts.read, parts.version, staging):
            gathered.fresh[outcome.file.key] = outcome
    return gathered


def _unknown(
    paths: tuple[Path, ...],
    known: Mapping[FileKey, FileRecord],
    gathered: Gathered,
    seen: list[_Seen],
    progress: Progress | None,
) -> Iterator[tuple[str, bytes]]:
    """The name and bytes of each file to read; what else is met is noted on the way."""
    total = inputs.count(paths) if progress else 0
    hashes: set[str] = set()
    for number, one in enumerate(inputs.inputs(paths), start=1):
        if progress:
            progress("reading", number, max(number, total))
        if one.skipped:
            gathered.skipped += 1
        elif one.refused is not None:
            seen.append(_Seen(one.place, None, one.refused))
        elif (digest := one.sha256) in hashes:
            gathered.duplicates += 1
        else:
            hashes.add(digest)
            key = FileKey(one.name, digest)
            seen.append(_Seen(one.place, key, None))
            if key not in known:
                yield one.name, one.data


def _settle(gathered: Gathered, seen: list[_Seen], known: Mapping[FileKey, FileRecord]) -> None:
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


def _nothing_read(paths: tuple[Path, ...], gathered: Gathered) -> InputError:
    if not gathered.refused:
        where = ", ".join(str(path) for path in paths)
        return InputError(f"{where}: no release in it; nothing was changed")
    place, reason = gathered.refused[0]
    count = len(gathered.refused)
    if count == 1:
        return InputError(f"{place}: {reason}; nothing was changed")
    return InputError(f"none of {count} files could be read, the first {place}: {reason}; nothing was changed")


def _missing(gathered: Gathered, old: Manifest) -> frozenset[FileKey]:
    held = {(record.slug, record.file) for record in old.releases}
    return frozenset(
        key for slug, key in gathered.winners.items() if key not in gathered.fresh and (slug, key) not in held
    )


def _again(paths: tuple[Path, ...], wanted: frozenset[FileKey]) -> Iterator[tuple[str, bytes]]:
    for one in inputs.inputs(paths):
        if not one.skipped and one.refused is None and FileKey(one.name, one.sha256) in wanted:
            yield one.name, one.data
