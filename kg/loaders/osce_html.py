"""The OSCE's press release page as HTML, in any of the makes that its site has had."""

import re

from kg.loaders.markup import looks_like_markup
from kg.loaders.web import Rules, read_page
from kg.model import Release

NAME = "osce-html"
_OSCE = re.compile(
    rb"osce\.org|>\s*OSCE\b|\| *OSCE\b|Organization for Security and Co-operation in Europe", re.IGNORECASE
)


def claims(name: str, data: bytes) -> bool:
    """Whether the file is HTML that names the OSCE's site."""
    return looks_like_markup(name, data) and _OSCE.search(data) is not None


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """The one release of the page; raises `ReleaseRefused`."""
    return read_page(NAME, name, data, Rules(fields=True))
