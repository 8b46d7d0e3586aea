"""From a gold file's JSON to checked gold: every quote stands in the text, every word is of the vocabulary.

The format is told in `data/gold/README.md`.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import ReleaseRefused
from kg.evaluate.gold import Gold, GoldError, GoldEvent
from kg.evaluate.reader import Reader
from kg.evaluate.values import FieldError, count_of, names_of, objects, stretch_of, text_of
from kg.model import Release, Span, Stated

Load = Callable[[str, bytes], tuple[Release, ...]]

KEYS = (
    *("release", "text", "name", "issued", "source", "page", "items", "sha256", "complete", "people"),
    *("unannotated", "header", "mentions", "tenures", "events", "memberships", "acts", "forbidden"),
    *("unscored", "note"),
)
LISTS = ("mentions", "tenures", "events", "memberships", "acts", "forbidden")


def load_gold(path: Path, load: Load) -> Gold:
    """Read and check one gold file; `load` turns a page's bytes into releases.

    Raises `GoldError` with the file and the field where the file is not as the format asks for.
    """
    try:
        record = json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise GoldError(path, "file", f"cannot be read ({error.strerror}); check the path") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GoldError(path, "file", f"not JSON in UTF-8 ({error}); mend it") from error
    try:
        return _gold(path, record, load)
    except FieldError as error:
        raise GoldError(path, error.field, error.problem) from error


def find_gold(paths: Sequence[Path]) -> list[Path]:
    """The gold files at these paths: files themselves, and `*.json` anywhere below folders; sorted."""
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            below = set(path.rglob("*.json"))
            if not below:
                raise GoldError(path, "folder", "holds no gold file (*.json); give another folder")
            found |= below
        elif path.is_file():
            found.add(path)
        else:
            raise GoldError(path, "file", "no such file or folder; check the path")
    return sorted(found)


def _gold(path: Path, record: Any, load: Load) -> Gold:
    if not isinstance(record, dict):
        raise FieldError("file", "expected one JSON object")
    unknown = sorted(set(record).difference(KEYS))
    if unknown:
        raise FieldError(unknown[0], "not a key of the format; see data/gold/README.md")
    text, releases, refused = _source(path, record, load)
    complete = record.get("complete", True)
    if not isinstance(complete, bool):
        raise FieldError("complete", "expected true or false")
    items = {name: objects(record, name) for name in LISTS}
    reader = Reader(text)
    events = tuple(reader.event(*one) for one in items["events"])
    _check_parts(events)
    return Gold(
        path=path,
        name=path.stem,
        releases=releases,
        text=text,
        complete=complete,
        people=names_of("people", record.get("people", [])),
        unannotated=tuple(stretch_of("unannotated", one, text) for one in _list("unannotated", record)),
        items=count_of("items", record.get("items")),
        header=reader.header(record["header"]) if "header" in record else None,
        mentions=tuple(reader.mention(*one) for one in items["mentions"]),
        tenures=tuple(reader.tenure(*one) for one in items["tenures"]),
        events=events,
        memberships=tuple(reader.membership(*one) for one in items["memberships"]),
        acts=tuple(reader.act(*one) for one in items["acts"]),
        forbidden=tuple(reader.forbidden(*one) for one in items["forbidden"]),
        given=frozenset(record),
        refused=refused,
    )


def _list(key: str, record: Mapping[str, Any]) -> list[Any]:
    value = record.get(key, [])
    if not isinstance(value, list):
        raise FieldError(key, "expected a list")
    return value


def _source(path: Path, record: Mapping[str, Any], load: Load) -> tuple[str, tuple[Release, ...], str | None]:
    """The text that offsets count in, the releases to read, and why a loader refused them."""
    if ("release" in record) == ("text" in record):
        raise FieldError("release", "give either `release`, a path below the gold folder, or `text`")
    if "release" in record:
        place = text_of("release", record["release"])
        file = next((one / place for one in path.resolve().parents if (one / place).is_file()), None)
        if file is None:
            raise FieldError("release", f"no file {place} in this folder or one above it")
        data = file.read_bytes()
        if sha256(data).hexdigest() != record.get("sha256"):
            raise FieldError("sha256", f"not that of {place}; annotate the file again or restore it")
        try:
            text, name = data.decode("utf-8"), file.name
        except UnicodeDecodeError as error:
            raise FieldError("release", f"{place} is not UTF-8 ({error.reason} at byte {error.start})") from None
    else:
        text = text_of("text", record["text"])
        data, name = text.encode("utf-8"), text_of("name", record.get("name", f"{path.stem}.txt"))
        if not record.get("page", False):
            return text, (_plain(name, text, data, record),), None
    try:
        return text, load(name, data), None
    except ReleaseRefused as error:
        return text, (), error.reason


def _plain(name: str, text: str, data: bytes, record: Mapping[str, Any]) -> Release:
    """A release of bare text: no header but what the gold file gives, one paragraph for each line."""
    issued = record.get("issued")
    return Release(
        slug=name.rsplit(".", 1)[0],
        name=name,
        text=text,
        sha256=sha256(data).hexdigest(),
        title=Stated("", Span(0, 0)),
        body=(Span(0, len(text)),),
        issued=Stated(text_of("issued", issued), Span(0, 0)) if issued is not None else None,
        source=Stated(text_of("source", record["source"]), Span(0, 0)) if "source" in record else None,
        loader="gold",
    )


def _check_parts(events: Sequence[GoldEvent]) -> None:
    ids = [event.id for event in events]
    for index, event in enumerate(events):
        if event.id in ids[:index]:
            raise FieldError(f"events[{index}].id", f"{event.id!r} stands twice")
        if event.part_of is not None and event.part_of not in ids:
            raise FieldError(f"events[{index}].part_of", f"no event {event.part_of!r} in this file")
