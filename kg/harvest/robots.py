"""What a host's robots.txt asks of this program."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

PRODUCT = "osce-kg"
"""The name that robots.txt can give rules for."""

LARGEST = 512 * 1024
"""Bytes of a robots.txt that are read, a little more than RFC 9309 asks for; the rest is passed over."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host; `rules` is None where all is allowed, `closed` says why nothing is."""

    rules: "Protego | None" = None
    closed: str | None = None

    def refusal(self, url: str) -> str | None:
        """Why the address may not be fetched, or None."""
        if self.closed is not None:
            return self.closed
        if self.rules is not None and not self.rules.can_fetch(url, PRODUCT):
            return "robots.txt disallows it"
        return None

    @property
    def delay(self) -> float:
        """The seconds between two requests that the host asks for, or 0."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(PRODUCT)
        return max(self.rules.crawl_delay(PRODUCT) or 0.0, rate.seconds / rate.requests if rate else 0.0)


def parse(data: bytes) -> Robots:
    """The rules in the bytes of a robots.txt, whatever they are."""
    from protego import Protego

    return Robots(Protego.parse(data[:LARGEST].decode("utf-8-sig", "replace")))
