"""The workers that answer from one state of a graph, and the queue before them."""

import asyncio
from collections.abc import Hashable
from typing import Protocol

from kg.errors import StoreError
from kg.serve.limits import Limits
from kg.serve.protocol import Query
from kg.serve.refusal import Refusal, busy
from kg.serve.worker import Answer, EngineStopped

PAUSE = 1.0
"""Seconds between two attempts to start a worker."""
SOUND = frozenset({400, 406, 502})
"""The statuses of refusals after which a worker has nothing left to do."""
TRIES = 2
"""How many workers a query may stop before it is told to be the cause."""


class Asked(Protocol):
    """What answers one query at a time, as `Worker` does; `kg.serve.worker` tells what each method does."""

    @property
    def is_running(self) -> bool:
        """Whether it can be asked at all."""
        ...

    @property
    def is_slowed(self) -> bool:
        """Whether it gives way to others, and will for the rest of its life."""
        ...

    async def ask(self, query: Query, accept: str) -> Answer:
        """Run a query and take its whole answer; raises `Refusal` and `EngineStopped`."""
        ...

    def slow_down(self) -> None:
        """Give way to others."""
        ...

    async def stop(self) -> None:
        """End at once."""
        ...


class Engine(Protocol):
    """What a pool's workers are started from."""

    @property
    def generation(self) -> Hashable:
        """Which state of the graph is answered from; what was made of another one is to be made anew."""
        ...

    async def start(self) -> Asked:
        """A worker that can be asked; raises `StoreError` where there can be none."""
        ...

    async def close(self) -> None:
        """Let go of what the workers, which have ended, were started from."""
        ...


class Pool:
    """Answers queries by the workers of one engine, until `retire` or `close`.

    A query that runs past its time loses its worker, and so does one whose client goes away: nothing else
    ends it for sure. A new worker takes the place.
    """

    def __init__(self, engine: Engine, limits: Limits) -> None:
        self._engine = engine
        self._limits = limits
        self._free: asyncio.Queue[Asked] = asyncio.Queue()
        self._workers: set[Asked] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._long = 0
        self._users = 0
        self._is_retired = False
        self._is_closed = False

    @classmethod
    async def open(cls, engine: Engine, limits: Limits) -> "Pool":
        """Start workers, and close the engine with the pool; raises `StoreError` where they do not start."""
        pool = cls(engine, limits)
        try:
            started = await asyncio.gather(*(pool._started() for _ in range(limits.workers)), return_exceptions=True)
            for one in started:
                if isinstance(one, BaseException):
                    raise one
                pool._free.put_nowait(one)
        except BaseException:
            await pool.close()
            raise
        return pool

    @property
    def generation(self) -> Hashable:
        """The state of the graph that is answered from."""
        return self._engine.generation

    async def run(self, query: Query, accept: str) -> Answer:
        """The whole answer of a query, in a format that `accept` lists.

        Raises `Refusal` with 503 where too many wait or run long already, 504 where the query takes too long,
        and what `Worker.ask` raises.
        """
        deadline = self._now() + self._limits.seconds
        for _ in range(TRIES):
            worker = await self._take(deadline)
            is_sound = False
            try:
                answer = await self._within_limits(worker, query, accept, deadline)
                is_sound = not worker.is_slowed
                return answer
            except EngineStopped:
                # It may not have been this query's doing: memory runs out for all.
                continue
            except Refusal as refusal:
                is_sound = refusal.status in SOUND and not worker.is_slowed
                raise
            finally:
                self._give_back(worker, is_sound)
        raise Refusal(422, "the engine stopped while it ran the query: it is nested too deep or needs too much memory")

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()

    async def _take(self, deadline: float) -> Asked:
        while True:
            worker = await self._next(deadline)
            if worker.is_running:
                return worker
            self._give_back(worker, False)

    async def _next(self, deadline: float) -> Asked:
        if not self._free.empty():
            return self._free.get_nowait()
        if self._waiting >= self._limits.queue:
            raise busy("too many queries wait already; ask again in a moment")
        self._waiting += 1
        try:
            # Who has waited for half of the time would have too little left to run.
            async with asyncio.timeout_at(deadline - self._limits.seconds / 2):
                return await self._free.get()
        except TimeoutError:
            raise busy("no query before this one has ended in time; ask again in a moment") from None
        finally:
            self._waiting -= 1

    async def _within_limits(self, worker: Asked, query: Query, accept: str, deadline: float) -> Answer:
        limits = self._limits
        asked = asyncio.create_task(worker.ask(query, accept))
        try:
            done, _ = await asyncio.wait({asked}, timeout=min(limits.quick, limits.seconds))
            if not done:
                await self._run_long(worker, asked, deadline)
            return asked.result()
        finally:
            asked.cancel()

    async def _run_long(self, worker: Asked, asked: "asyncio.Task[Answer]", deadline: float) -> None:
        if self._long >= self._limits.long_ones:
            raise busy(f"{self._long} other queries have run for long already; ask again when they have ended", 10)
        self._long += 1
        worker.slow_down()
        try:
            done, _ = await asyncio.wait({asked}, timeout=max(0, deadline - self._now()))
        finally:
            self._long -= 1
        if not done:
            raise Refusal(504, f"the query takes over {self._limits.seconds:g} seconds; ask for less, or add LIMIT")

    def _give_back(self, worker: Asked, is_sound: bool) -> None:
        if is_sound and worker.is_running and not self._is_closed:
            self._free.put_nowait(worker)
            return
        task = asyncio.create_task(self._replace(worker))
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _replace(self, worker: Asked) -> None:
        await worker.stop()
        self._workers.discard(worker)
        while not self._is_closed:
            try:
                self._free.put_nowait(await self._started())
            except (StoreError, OSError):
                await asyncio.sleep(PAUSE)
            else:
                return

    async def _started(self) -> Asked:
        worker = await self._engine.start()
        self._workers.add(worker)
        if self._is_closed:
            await worker.stop()
        return worker

    async def __aenter__(self) -> "Pool":
        self._users += 1
        return self

    async def __aexit__(self, *_: object) -> None:
        self._users -= 1
        if self._is_retired and not self._users:
            await self.close()

    async def retire(self) -> None:
        """Close when the last of those who use this pool, with `async with`, has had its answer."""
        self._is_retired = True
        if not self._users:
            await self.close()

    async def close(self) -> None:
        """End all workers and let go of what they were started from."""
        self._is_closed = True
        for task in tuple(self._starting):
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in tuple(self._workers)))
        await self._engine.close()
