"""How much a request may ask for."""

import os
from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep one client's requests from being felt by the others.

    `seconds` is the longest that an answer may take, waiting included; from `quick` on it counts as long, gives
    way to the others, and no more than half of the `workers` may be at such. `queue` requests may wait for a worker.
    """

    seconds: float = 30
    quick: float = 1
    workers: int = max(4, os.cpu_count() or 1)
    queue: int = 64
    answer: int = 64 * MEBIBYTE
    """Bytes of an answer."""
    memory: int = 2048 * MEBIBYTE
    """Bytes that the process which runs a query may take for it."""
    query: int = MEBIBYTE // 4
    """Bytes of a request's body."""
    url: int = 16 * 1024
    """Bytes of an address."""
    patience: float = 10
    """Seconds within which a request must have arrived."""

    @property
    def long_ones(self) -> int:
        """How many queries may run for longer than `quick` at the same time."""
        return max(1, self.workers // 2)
