"""How a harvest behaves: who asks, how gently, and how much it takes before it stops."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from kg import __version__
from kg.errors import ParameterError
from kg.harvest.robots import PRODUCT
from kg.loaders.decoding import LARGEST

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True)
class Settings:
    """Limits and manners of a harvest; times are in seconds, sizes in bytes.

    `contact` is a mail address or a web page at which whoever keeps the publisher's server reaches the user.
    `delay` is the least time between two requests to a host, `longest_wait` the longest that is waited because a
    host asks for it, `fetch_time` what one request may take in all, `total_time` what the harvest may, or None.
    `attempts` counts the first. `most` is the number of pages of releases that are asked for, `most_listings` that
    of listing pages in a row. With `recheck`, pages that are held are asked for again; with `new_only`, not even
    those that a source says have changed. Raises `ParameterError` for a contact that reaches nobody.
    """

    contact: str
    hosts: frozenset[str] = frozenset()
    allow_private: bool = False
    delay: float = 2.0
    longest_wait: float = 300.0
    fetch_time: float = 60.0
    total_time: float | None = None
    attempts: int = 4
    redirects: int = 5
    most: int = 1000
    most_listings: int = 20
    most_sources: int = 500
    largest_page: int = LARGEST
    largest_source: int = 50 * 1024 * 1024
    recheck: bool = False
    new_only: bool = False

    def __post_init__(self) -> None:
        if not _MAIL.fullmatch(self.contact) and not _is_page(self.contact):
            raise ParameterError(
                f"{self.contact!r} is no contact: give --contact a mail address or the address of a web page, "
                "so that the publisher can reach you"
            )

    @cached_property
    def headers(self) -> dict[str, str]:
        """What every request says of who asks."""
        said = {
            "User-Agent": f"Mozilla/5.0 (compatible; {PRODUCT}/{__version__}; +{self.contact})",
            "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*, */*;q=0.1",
            "Accept-Encoding": "gzip",
        }
        return said | ({"From": self.contact} if _MAIL.fullmatch(self.contact) else {})


def _is_page(contact: str) -> bool:
    try:
        parts = urlsplit(contact)
    except ValueError:
        return False
    plain = contact.isascii() and contact.isprintable() and not set(contact) & set(' ()<>"\\')
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and plain
