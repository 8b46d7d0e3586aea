"""The pages in a web-crawl archive (WARC), picked by host and path."""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import unquote, urlsplit

from kg.build.places import Found

SUFFIXES = (".warc", ".warc.gz")
_READABLE = re.compile(r"\s*(?:text/html|application/xhtml\+xml|text/plain|(?:application|text)/(?:rss|atom)?\+?xml)\b")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the crawl got it: its address without the scheme, a name for it as a file, and its bytes."""

    address: str
    name: str
    data: bytes


class DamagedArchive(Exception):
    """An archive that cannot be read on from some place, or not without the extra."""


def pages(file: Found, picked: Sequence[str], largest: int) -> Iterator[Page]:
    """The pages of an archive in its own order, of each at most one byte more than `largest`.

    `picked` are patterns for `host/path`, as `www.osce.org/*` or `*.example.org/press/*`; without any, all. What was
    no success, and what is neither markup nor text, is left out. Raises `DamagedArchive` where reading ends early.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
        from warcio.statusandheaders import StatusAndHeadersParserException
    except ImportError:
        raise DamagedArchive("needs an extra package: pip install 'osce-kg[cluster]'") from None
    try:
        with file.stream() as opened:
            for record in ArchiveIterator(opened):
                if record.rec_type is None:
                    raise DamagedArchive("a record that says not what it is")
                address = _address(record.rec_headers.get_header("WARC-Target-URI") or "")
                if record.rec_type != "response" or record.http_headers is None or not _is_picked(address, picked):
                    continue
                kind = record.http_headers.get_header("Content-Type") or "text/html"
                if record.http_headers.get_statuscode() == "200" and _READABLE.match(kind.lower()):
                    data = record.content_stream().read(largest + 1)
                    if len(data) <= largest and _is_cut(record):
                        raise DamagedArchive(f"it ends within {address}")
                    yield Page(address, _name(address, kind), data)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, zlib.error, EOFError, OSError, ValueError) as error:
        raise DamagedArchive(" ".join(str(error).split()) or type(error).__name__) from None


def _is_cut(record: Any) -> bool:
    """Whether an archive ends before a record that was read to its end does, as one half copied."""
    encoded = record.http_headers.get_header("Transfer-Encoding") or record.http_headers.get_header("Content-Encoding")
    return not encoded and getattr(record.raw_stream, "limit", 0) > 0


def _address(url: str) -> str:
    try:
        parts = urlsplit(url.strip("<>"))
    except ValueError:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.hostname or ''}{parts.path or '/'}{query}"


def _is_picked(address: str, picked: Sequence[str]) -> bool:
    return bool(address) and (not picked or any(fnmatchcase(address, one) for one in picked))


def _name(address: str, kind: str) -> str:
    """The last part of an address as a file's name, with the suffix of what it is where it has none."""
    path, _, query = address.partition("?")
    last = unquote(path.rstrip("/").rsplit("/", 1)[-1]).replace("/", "-") or "page"
    last = f"{last}-{query}" if query else last
    if "." in last[-6:]:
        return last
    return (
        f"{last}.xml" if "xml" in kind and "xhtml" not in kind else f"{last}.txt" if "plain" in kind else f"{last}.html"
    )
