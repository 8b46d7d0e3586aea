"""Any other web page that holds one release: mirrors, archives, other publishers' newsrooms."""

from kg.loaders.markup import looks_like_markup
from kg.loaders.web import Rules, read_page
from kg.model import Release

NAME = "web-page"


def claims(name: str, data: bytes) -> bool:
    """Whether the file is HTML."""
    return looks_like_markup(name, data)


def read(name: str, data: bytes) -> tuple[Release, ...]:
    """The one release of the page; raises `ReleaseRefused`."""
    return read_page(NAME, name, data, Rules())
