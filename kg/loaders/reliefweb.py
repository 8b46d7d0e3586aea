"""ReliefWeb's page of a report: source and dates in lists of terms, subjects that are not the OSCE's."""

import re

from kg.loaders.markup import looks_like_markup
from kg.loaders.web import Rules, read_page
from kg.model import Release

NAME = "reliefweb"
_RELIEFWEB = re.compile(
    rb"<(?:link|meta)\b[^>]{0,300}(?:reliefweb\.int|[\"']ReliefWeb[\"'])|<title>[^<]{0,600}\| *ReliefWeb",
    re.IGNORECASE,
)


def claims(name: str, data: bytes) -> bool:
    """Whether the file is HTML whose head names ReliefWeb."""
    return looks_like_markup(name, data) and _RELIEFWEB.search(data) is not None


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """The one release of the page; raises `ReleaseRefused`."""
    return read_page(NAME, name, data, Rules(fields=False))
