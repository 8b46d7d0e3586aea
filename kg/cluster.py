"""Reads releases on a Dask cluster: the same shards as the local processes read, in the same order, to the same bytes.

The workers leave what they read in the store's own folder, which they must all see; each shard is written under a
temporary name and renamed when it is whole, so that a shard done twice, or by a worker that died, harms nothing.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from kg.build.grounds import reading_version
from kg.build.reading import Chunk, Engine, Outcome, Shard
from kg.errors import InputError

WAITING = 3
"""Tasks handed out for each thread of the cluster: enough that none waits, few enough to bound memory."""
TOGETHER = 8
"""Shards in a task at the most: what the scheduler does for a task costs as much as looking at all the files of it."""
SECONDS_TO_ANSWER = 10


@contextmanager
def dask_engine(address: str) -> Iterator[Engine]:
    """An engine that reads on the cluster of the Dask scheduler at `address`, such as `tcp://10.0.0.1:8786`.

    Raises `InputError` where the extra is not installed, nobody answers, there are no workers, or they
    would read otherwise than this machine.
    """
    try:
        from distributed import Client
    except ImportError:
        raise InputError("reading on Dask needs an extra package: pip install 'osce-kg[cluster]'") from None
    connect: Any = Client
    try:
        client = connect(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise InputError(f"{address}: no Dask scheduler answers there ({reason})") from None
    with client:
        _check(client, address)

        def run(shard: Shard, chunks: Iterator[Chunk]) -> Iterator[tuple[Outcome, ...]]:
            return _in_cluster(client, shard, chunks)

        yield run


def _check(client: Any, address: str) -> None:
    versions = client.run(reading_version)
    if not versions:
        raise InputError(f"{address}: this scheduler has no workers; start some with dask worker {address}")
    others = sorted(worker for worker, version in versions.items() if version != reading_version())
    if others:
        raise InputError(
            f"{address}: the worker {others[0]} has another version of osce-kg or of a library that it reads with; "
            "install the same on all"
        )


def _in_cluster(client: Any, shard: Shard, chunks: Iterator[Chunk]) -> Iterator[tuple[Outcome, ...]]:
    from distributed.client import FutureCancelledError
    from distributed.scheduler import KilledWorker

    running: deque[Any] = deque()
    given, most = 0, _most_waiting(client)
    try:
        # One shard a task while all threads are still to get some work, then more and more.
        while task := tuple(islice(chunks, min(TOGETHER, 1 + given // most))):
            # What was read lies in a folder; a key of its own keeps Dask from taking an earlier run's word for it.
            running.append(client.submit(_run, shard, task, pure=False))
            given += 1
            # Workers may have come or gone.
            most = _most_waiting(client)
            if len(running) >= most:
                yield from map(_seen, running.popleft().result())
        while running:
            yield from map(_seen, running.popleft().result())
    except (KilledWorker, FutureCancelledError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"the cluster could not read a shard ({reason}); nothing was changed; run it again") from None
    finally:
        client.cancel(list(running))


def _run(shard: Shard, chunks: tuple[Chunk, ...]) -> tuple[tuple[Outcome, ...], ...]:
    return tuple(map(shard, chunks))


def _most_waiting(client: Any) -> int:
    threads: int = sum(client.nthreads().values())
    return WAITING * max(1, threads)


def _seen(outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    for outcome in outcomes:
        for _, shelf in outcome.releases[:1]:
            if not shelf.path.exists():
                raise InputError(
                    f"{shelf.path}: a worker wrote it, and it is not here; give a store on a file system that all see"
                )
    return outcomes
