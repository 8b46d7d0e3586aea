"""Many processes at work on chunks of files, in the order given and in bounded memory."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process

from kg.build.reading import Chunk, Outcome, Shard
from kg.errors import InputError


def in_pool(shard: Shard, chunks: Iterator[Chunk], workers: int) -> Iterator[tuple[Outcome, ...]]:
    """Run a shard for each chunk in so many processes; raises `InputError` where one of them is ended from outside."""
    # Processes that are forked would inherit the lock, and hold it after their parent was killed.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_end_with_parent)
    with pool:
        running: deque[Future[tuple[Outcome, ...]]] = deque()
        try:
            for chunk in chunks:
                with _uninterrupted():
                    running.append(pool.submit(shard, chunk))
                if len(running) > 2 * workers:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        except BrokenProcessPool:
            raise InputError(
                "a process that was reading releases was ended from outside (out of memory?); nothing was "
                "changed; run it again, or give fewer files at a time with kg add"
            ) from None
        finally:
            for future in running:
                future.cancel()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off Ctrl-C, for processes that are started meanwhile too: they go on until their parent ends them.

    One that is interrupted while it starts would leave the pool waiting for it for ever.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is None:
        return

    def watch(sentinel: int) -> None:
        connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, args=(parent.sentinel,), daemon=True).start()
