"""Where a file came from, for what its bytes alone do not tell: its address, and the encoding that was named."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from kg.loaders.assembling import is_web_address
from kg.model import Release

_TEXT = re.compile(r"(?:ascii|iso8859|cp\d|koi8|mac|gb|big5|euc|shift_jis|hz|latin)[\w-]*")
"""Codecs that servers name for pages; Python's own (`unicode_escape`, `punycode`) are none."""

Read = Callable[[str, bytes], tuple[Release, ...]]


@dataclass(frozen=True, slots=True)
class Origin:
    """What was noted when a file was fetched: its address and the `charset` of its `Content-Type`, or ""."""

    url: str
    charset: str = ""


def read_from(origin: Origin, read: Read, name: str, data: bytes) -> tuple[Release, ...]:
    """The releases that `read` finds in bytes of this origin.

    Bytes that are not UTF-8 are read in the encoding that the server named, which goes before one that the page
    names itself. A release on a page of its own has the page's address, if it tells none. Raises what `read` does.
    """
    releases = read(name, _as_utf8(data, origin.charset))
    url = origin.url if len(releases) == 1 and is_web_address(origin.url) else None
    digest = sha256(data).hexdigest()
    return tuple(replace(one, url=one.url or url, sha256=digest) for one in releases)


def _as_utf8(data: bytes, charset: str) -> bytes:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            if charset and _TEXT.fullmatch(codecs.lookup(charset).name):
                return data.decode(charset).encode("utf-8")
        except (LookupError, UnicodeDecodeError, ValueError):
            # The server named an encoding that is none, or not this one; the page may still name its own.
            pass
    return data
