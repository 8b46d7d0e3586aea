"""What a build writes down beside the graph, so that the next one knows what it need not read again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import StoreError

NOTHING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True, order=True)
class FileKey:
    """A file as given: its name without any folder, and the hash of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What came of one file: the slugs of its releases, or the reason why it was refused."""

    key: FileKey
    version: str
    slugs: tuple[str, ...] = ()
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """A release in the graph: the file that it was read from, and how much was read."""

    slug: str
    file: FileKey
    version: str
    quads: int
    unresolved: int
    facts: Mapping[str, int] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole of what a build knows about the state that it publishes.

    `grounds` are the hashes of what is not releases: ontology, reference facts, rules. `files` are those
    that need not be read again, sorted; `releases` those in the graph, sorted; `quads` counts all graphs.
    """

    grounds: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    files: tuple[FileRecord, ...] = ()
    releases: tuple[ReleaseRecord, ...] = ()
    quads: int = 0

    def to_json(self) -> bytes:
        """The manifest as UTF-8 JSON, the same bytes for the same content."""
        content = {
            "grounds": dict(self.grounds),
            "files": [asdict(one) for one in self.files],
            "releases": [asdict_release(one) for one in self.releases],
            "quads": self.quads,
        }
        return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")

    @classmethod
    def from_json(cls, data: bytes, path: Path) -> "Manifest":
        """The manifest that `to_json` wrote for the store at `path`; raises `StoreError` for any other."""
        try:
            return cls._from_content(json.loads(data))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StoreError(
                f"{path}: its manifest is damaged ({error}); delete this folder and run kg build again"
            ) from None

    @classmethod
    def _from_content(cls, content: Any) -> "Manifest":
        return cls(
            grounds=MappingProxyType(content["grounds"]),
            files=tuple(
                FileRecord(FileKey(**one["key"]), one["version"], tuple(one["slugs"]), one["refused"])
                for one in content["files"]
            ),
            releases=tuple(release_from_dict(one) for one in content["releases"]),
            quads=content["quads"],
        )


def asdict_release(record: ReleaseRecord) -> dict[str, object]:
    """A release's record as plain values for JSON."""
    return {
        "slug": record.slug,
        "file": asdict(record.file),
        "version": record.version,
        "quads": record.quads,
        "unresolved": record.unresolved,
        "facts": dict(sorted(record.facts.items())),
    }


def release_from_dict(content: Mapping[str, Any]) -> ReleaseRecord:
    """The release's record that `asdict_release` wrote."""
    return ReleaseRecord(**{**content, "file": FileKey(**content["file"])})
