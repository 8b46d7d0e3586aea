"""What a build writes down beside the graph, so that the next one knows what it need not read again.

It is a line of JSON for each record, sorted by its bytes, behind a line on the whole. Lines are only parsed where they
are looked at: one release is added to a hundred thousand without reading what is known of the others.
"""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from kg.errors import StoreError

NOTHING: Mapping[str, int] = MappingProxyType({})
K = TypeVar("K")
V = TypeVar("V")


class FileKey(NamedTuple):
    """A file as given: its name without any folder, the hash of its bytes, and where it was fetched, if known."""

    name: str
    sha256: str
    url: str = ""
    charset: str = ""


class FileRecord(NamedTuple):
    """What came of one file: the slugs of its releases, or the reason why it was refused."""

    key: FileKey
    version: str
    slugs: tuple[str, ...] = ()
    refused: str | None = None


class ReleaseRecord(NamedTuple):
    """A release in the graph: the file that it was read from, and how much was read."""

    slug: str
    file: FileKey
    version: str
    quads: int
    unresolved: int
    facts: Mapping[str, int] = NOTHING


def file_from(row: Sequence[Any]) -> FileRecord:
    """The file's record that `json.dumps` wrote as an array."""
    key, version, slugs, refused = row
    return FileRecord(FileKey(*key), version, tuple(slugs), refused)


def release_from(row: Sequence[Any]) -> ReleaseRecord:
    """The release's record that `json.dumps` wrote as an array."""
    slug, file, version, quads, unresolved, facts = row
    return ReleaseRecord(slug, FileKey(*file), version, quads, unresolved, facts)


class Records(Mapping[K, V], Generic[K, V]):
    """Records by what each is known by, the first of its values, as sorted lines."""

    def __init__(self, lines: list[bytes], read: Callable[[Sequence[Any]], V]) -> None:
        """The records in these lines, which are sorted; `read` makes one of a line's values."""
        self.lines = lines
        self._read = read

    def __getitem__(self, key: K) -> V:
        index = self._index(key)
        if index is None:
            raise KeyError(key)
        return self._read(json.loads(self.lines[index]))

    def __iter__(self) -> Iterator[K]:
        for record in self.records():
            assert isinstance(record, tuple)
            yield record[0]

    def __len__(self) -> int:
        return len(self.lines)

    def __contains__(self, key: object) -> bool:
        return self._index(key) is not None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Records) and self.lines == other.lines

    __hash__ = None  # type: ignore[assignment]

    def records(self) -> Iterator[V]:
        """The records in the order of their lines, each parsed as it comes."""
        return (self._read(json.loads(line)) for line in self.lines)

    def changed(self, records: Iterable[V], *, kept: bool = True) -> "Records[K, V]":
        """With these records, in the place of those that are known by the same; without `kept` nothing else."""
        lines = list(self.lines) if kept else []
        fresh = []
        for record in records:
            assert isinstance(record, tuple)
            index = self._index(record[0]) if kept else None
            if index is None:
                fresh.append(_line(record))
            else:
                lines[index] = _line(record)
        return Records(sorted([*lines, *fresh]), self._read)

    def _index(self, key: object) -> int | None:
        start = _line((key,))[:-1] + b","
        index = bisect_left(self.lines, start)
        return index if index < len(self.lines) and self.lines[index].startswith(start) else None


def _line(values: Sequence[Any]) -> bytes:
    # Mappings that cannot be changed are no `dict`.
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=dict).encode("utf-8")


Files = Records[FileKey, FileRecord]
Releases = Records[str, ReleaseRecord]


class Totals(NamedTuple):
    """What the releases in the graph come to: quads in their graphs, unresolved names, facts by their type."""

    quads: int = 0
    unresolved: int = 0
    facts: Mapping[str, int] = NOTHING

    def changed(self, gone: Iterable[ReleaseRecord], come: Iterable[ReleaseRecord]) -> "Totals":
        """Without some records, and with others."""
        quads, unresolved, facts = self.quads, self.unresolved, Counter(self.facts)
        for sign, records in ((-1, gone), (1, come)):
            for record in records:
                quads += sign * record.quads
                unresolved += sign * record.unresolved
                for name, count in record.facts.items():
                    facts[name] += sign * count
        return Totals(quads, unresolved, {name: facts[name] for name in sorted(facts) if facts[name]})


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole of what a build knows about the state that it publishes.

    `grounds` are the hashes of what is not releases: ontology, reference facts, rules. `files` are those
    that need not be read again; `releases` those in the graph, and `totals` their sums; `quads` counts all graphs.
    """

    grounds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    files: Files = field(default_factory=lambda: Records([], file_from))
    releases: Releases = field(default_factory=lambda: Records([], release_from))
    totals: Totals = field(default_factory=Totals)
    quads: int = 0

    def with_releases(self, records: Iterable[ReleaseRecord], *, kept: bool = True) -> "Manifest":
        """With these releases, in the place of those of the same name; without `kept` with no others."""
        come = tuple(records)
        gone = (self.releases[one.slug] for one in come if one.slug in self.releases) if kept else ()
        totals = (self.totals if kept else Totals()).changed(gone, come)
        return replace(self, releases=self.releases.changed(come, kept=kept), totals=totals)

    def to_bytes(self) -> bytes:
        """The manifest as UTF-8, the same bytes for the same content."""
        head = {"grounds": dict(self.grounds), "files": len(self.files), "quads": self.quads, "totals": self.totals}
        return b"\n".join((_line((head,)), *self.files.lines, *self.releases.lines, b""))

    @classmethod
    def from_bytes(cls, data: bytes, path: Path) -> "Manifest":
        """The manifest that `to_bytes` wrote for the store at `path`; raises `StoreError` for any other."""
        try:
            first, *lines, _ = data.split(b"\n")
            (head,) = json.loads(first)
            return cls(
                MappingProxyType(head["grounds"]),
                Records(lines[: head["files"]], file_from),
                Records(lines[head["files"] :], release_from),
                Totals(*head["totals"]),
                head["quads"],
            )
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StoreError(
                f"{path}: its manifest is damaged ({error}); delete this folder and run kg build again"
            ) from None
