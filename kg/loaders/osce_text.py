"""The OSCE's press release page saved as text: navigation, kind, title, `- Date:` and the like, body."""

import re

from kg.errors import ReleaseRefused
from kg.loaders.assembling import assemble, page
from kg.loaders.boilerplate import KIND
from kg.loaders.decoding import decode
from kg.loaders.header import Header, label_of
from kg.loaders.lines import lines, paragraphs, trimmed
from kg.model import Release, Span

NAME = "osce-text"
_FIRST_LABEL = re.compile(
    rb"^[ \t]*-[ \t]*(?:Date|Place|Source|Fields? of work|When|Where(?: we are)?|What we do|Publishing date)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE_WITHIN = 5
"""Lines above the header in which the kind stands."""
_FIELD = re.compile(r"[-–•]\s*(?P<label>[^\W\d_][^:]{1,30}?)\s*:\s*")


def claims(name: str, data: bytes) -> bool:
    """Whether the text has a header's labels as a list, as the OSCE's pages do."""
    return not data.lstrip().startswith(b"<") and _FIRST_LABEL.search(data) is not None


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """The one release of the page; raises `ReleaseRefused`."""
    text = decode(name, data)
    rows = lines(text)
    first = next((index for index, row in enumerate(rows) if _label(text, row) not in (None, "other")), None)
    if first is None:
        raise ReleaseRefused(name, "no header (- Date:, - Place:, - Source:) found")
    header, after = _header(text, rows, first)
    release = assemble(
        page(NAME, name, data, text),
        _title(text, rows[:first]),
        paragraphs(text, rows[after:]),
        issued=header.issued,
        places=header.places,
        source=header.source,
        fields=header.fields,
    )
    return (release,)


def _label(text: str, row: Span) -> str | None:
    field = _FIELD.match(text, row.start, row.end) if text.find(":", row.start, row.end) >= 0 else None
    return label_of(field["label"]) if field else None


def _title(text: str, rows: list[Span]) -> Span | None:
    """The line below the one that names the kind, with what goes on from it; without one, the line above."""
    written = [row for row in rows if row.start < row.end][-_TITLE_WITHIN:]
    kinds = [index for index, row in enumerate(written) if KIND.fullmatch(row.of(text))]
    candidates = written[kinds[-1] + 1 :] if kinds else written[-1:]
    if not candidates or (not kinds and text[candidates[0].start] in "-#"):
        return None
    title = candidates[0]
    for row in candidates[1:]:
        if not text[row.start].islower():
            break
        title = Span(title.start, row.end)
    return title


def _header(text: str, rows: list[Span], first: int) -> tuple[Header, int]:
    """The header's fields, and the index of the first line below it."""
    header = Header()
    label = "other"
    for index in range(first, len(rows)):
        row = rows[index]
        if row.start == row.end:
            continue
        if text[row.start] not in "-–•":
            return header, index
        field = _FIELD.match(text, row.start, row.end)
        found = label_of(field["label"]) if field else None
        if field and found:
            label = found
            value = Span(field.end(), row.end)
        else:
            value = trimmed(text, Span(row.start + 1, row.end))
        if value.start < value.end and not header.take(text, label, value):
            return header, index
    return header, len(rows)
