"""Work with the engine's objects, which may not leave the thread that they were made in."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from kg.errors import KgError

T = TypeVar("T")


async def in_own_thread(work: Callable[[], T]) -> T:
    """What the work gives; it runs in a thread, and an error that it raises leaves its frames there."""
    return await asyncio.to_thread(_without_frames, work)


def _without_frames(work: Callable[[], T]) -> T:
    try:
        return work()
    except KgError as error:
        failed = error
    # Solutions that the frames of an error hold may not leave the thread either.
    failed.__context__ = None
    raise failed.with_traceback(None)
