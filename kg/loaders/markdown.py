"""Markdown: a release with YAML front matter (title, date, source_url), or with a heading as its title."""

import re
from collections.abc import Iterator

import yaml

from kg.errors import ReleaseRefused
from kg.loaders.assembling import assemble, page, stated
from kg.loaders.dateline import stated_places
from kg.loaders.decoding import decode
from kg.loaders.header import stated_date
from kg.loaders.leads import OFFICIAL, ends_sentence, lead
from kg.loaders.lines import is_item, lines, trimmed, without_bullet
from kg.model import Release, Span, Stated

NAME = "markdown"
LARGEST_FRONT_MATTER = 65_536
_LOADER: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?P<words>\S.*?)[\s#]*$")
_RULE = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}$|[=-]+\s*$")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\r?\n")
_MARKS = frozenset("#>-–•*·+=_0123456789")

Values = dict[str, list[tuple[str, Span]]]


def claims(name: str, data: bytes) -> bool:
    """Whether the text opens with front matter, or is a Markdown file that opens with a heading."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:8]
    return start.startswith((b"---\n", b"---\r", b"--- ")) or (
        name.lower().endswith((".md", ".markdown")) and start.startswith(b"#")
    )


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """The one release of the file; raises `ReleaseRefused`."""
    text = decode(name, data)
    front, start = _front_matter(name, text)
    values = _values(name, text, front) if front else {}
    rows = lines(text, start)
    title = _first(values, "title", "headline")
    if title is None:
        title, rows = _heading(text, rows)
    body = list(_paragraphs(text, rows))
    if title is None and body and ends_sentence(body[0].of(text)):
        first = lead(text, body[0])
        title = first if OFFICIAL.search(text, first.start, first.end) else None
    release = assemble(
        page(NAME, name, data, text),
        title,
        body,
        issued=_issued(text, values),
        places=tuple(place for span in _all(values, "place", "location") for place in stated_places(text, span)),
        source=next(stated(text, _all(values, "source", "publisher")), None),
        fields=tuple(stated(text, _all(values, "fields", "fields_of_work", "fields of work"))),
        url=next((words for key in ("source_url", "url", "link") for words, _ in values.get(key, ())), None),
    )
    return (release,)


def _front_matter(name: str, text: str) -> tuple[Span | None, int]:
    """Where the YAML stands, and where the text below it starts."""
    begin = len(text) - len(text.lstrip())
    opening = re.compile(r"---[ \t]*\r?\n").match(text, begin)
    if opening is None:
        return None, begin
    closing = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE).search(
        text, opening.end(), opening.end() + LARGEST_FRONT_MATTER
    )
    if closing is None:
        raise ReleaseRefused(name, "front matter has no closing line ---")
    return Span(opening.end(), closing.start()), closing.end()


def _values(name: str, text: str, front: Span) -> Values:
    """The scalars of the front matter's top level, and of lists there, with where each is written."""
    values: Values = {}
    depth = 0
    key: str | None = None
    try:
        for event in yaml.parse(front.of(text), Loader=_LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                key = None if depth == 1 else key
            elif isinstance(event, yaml.ScalarEvent) and depth == 1 and key is None:
                key = event.value.lower()
            elif isinstance(event, yaml.ScalarEvent) and depth <= 2 and key is not None:
                values.setdefault(key, []).append((event.value, _written(text, front, event)))
                key = None if depth == 1 else key
            elif isinstance(event, yaml.AliasEvent) and depth == 1:
                key = None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark is not None else ""
        raise ReleaseRefused(name, f"front matter is not YAML{where}") from None
    except ValueError:
        raise ReleaseRefused(name, "front matter is not YAML: it has an escape for no character") from None
    return values


def _written(text: str, front: Span, event: yaml.ScalarEvent) -> Span:
    """Where a scalar's words stand, without quotation marks or the line that announces a block."""
    start = front.start + (event.start_mark.index if event.start_mark else 0)
    end = front.start + (event.end_mark.index if event.end_mark else 0)
    if event.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif event.style in ("|", ">"):
        start = min(max(text.find("\n", start, end), start), end)
    return trimmed(text, Span(start, max(start, end)))


def _all(values: Values, *keys: str) -> list[Span]:
    return [span for key in keys for words, span in values.get(key, ()) if words.strip()]


def _first(values: Values, *keys: str) -> Span | None:
    return next(iter(_all(values, *keys)), None)


def _issued(text: str, values: Values) -> Stated | None:
    dates = (stated_date(text, span) for span in _all(values, "date", "issued", "published", "published_time"))
    return next((date for date in dates if date is not None), None)


def _heading(text: str, rows: list[Span]) -> tuple[Span | None, list[Span]]:
    """The file's first heading, and the lines below it."""
    for index, row in enumerate(rows):
        heading = _HEADING.match(text, row.start, row.end)
        if heading:
            return Span(*heading.span("words")), rows[index + 1 :]
        if row.start < row.end:
            break
    return None, rows


def _paragraphs(text: str, rows: list[Span]) -> Iterator[Span]:
    """Paragraphs: parted by blank lines, by hard breaks before a capital, by headings, rules and items."""
    current: Span | None = None
    for row in rows:
        if row.start == row.end:
            if current is not None:
                yield current
            current = None
        elif text[row.start] in _MARKS and (marked := _marked(text, row)) is not None:
            if current is not None:
                yield current
            current, goes_on = marked
            if current is not None and not goes_on:
                yield current
                current = None
        elif current is not None and _breaks(text, current, row):
            yield current
            current = row
        else:
            current = row if current is None else Span(current.start, row.end)
    if current is not None:
        yield current


def _breaks(text: str, current: Span, row: Span) -> bool:
    """Whether the line above ends in a hard break and this one does not go on with its sentence."""
    return (
        row.start - current.end > 1
        and _HARD_BREAK.match(text, current.end, row.start) is not None
        and not text[row.start].islower()
    )


def _marked(text: str, row: Span) -> tuple[Span | None, bool] | None:
    """The words of a line that opens with a mark of Markdown's, and whether lines below may go on with them."""
    if _RULE.match(text, row.start, row.end):
        return None, False
    heading = _HEADING.match(text, row.start, row.end)
    if heading:
        return Span(*heading.span("words")), False
    if text[row.start] == ">":
        return trimmed(text, Span(row.start + 1, row.end)), True
    return (without_bullet(text, row), True) if is_item(text, row) else None
