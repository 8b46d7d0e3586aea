"""The pool as synchronous code sees it: what looks things up by their names runs in a thread."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, Triple

from kg.serve.pool import Pool
from kg.serve.protocol import Query
from kg.serve.thread import in_own_thread
from kg.serve.worker import Answer
from kg.store import Queryable, Result

T = TypeVar("T")
JSON = QueryResultsFormat.JSON
N_TRIPLES = pyoxigraph.RdfFormat.N_TRIPLES


async def select(pool: Pool, text: str) -> QuerySolutions:
    """The rows of a SELECT."""
    found = await _result(pool, text)
    assert isinstance(found, QuerySolutions)
    return found


async def ask(pool: Pool, text: str) -> bool:
    """The answer of an ASK."""
    return bool(await _result(pool, text))


async def triples(pool: Pool, text: str) -> list[Triple]:
    """What a CONSTRUCT gives, each triple once, sorted."""
    answer = await pool.run(Query(text), N_TRIPLES.media_type)
    with answer.file:
        return await asyncio.to_thread(_sorted, answer.read())


def _sorted(data: bytes) -> list[Triple]:
    lines = b"".join(sorted(set(data.splitlines(keepends=True))))
    return [quad.triple for quad in pyoxigraph.parse(lines, format=N_TRIPLES, lenient=True)]


async def _result(pool: Pool, text: str) -> QuerySolutions | QueryBoolean:
    return _parsed(await pool.run(Query(text), JSON.media_type))


def _parsed(answer: Answer) -> QuerySolutions | QueryBoolean:
    with answer.file:
        return pyoxigraph.parse_query_results(answer.read(), format=JSON)


async def in_thread(pool: Pool, work: Callable[[Queryable], T]) -> T:
    """What the work gives, which asks the pool and waits for it, and so may not run where the pool does."""
    lookup = Lookup(pool, asyncio.get_running_loop())
    return await in_own_thread(lambda: work(lookup))


class Lookup:
    """Asks a pool from a thread of its own; `loop` is the pool's."""

    def __init__(self, pool: Pool, loop: asyncio.AbstractEventLoop) -> None:
        self._pool = pool
        self._loop = loop

    def query(self, text: str) -> Result:
        """Run a SELECT or ASK, and wait for its answer."""
        waited_for = asyncio.run_coroutine_threadsafe(self._pool.run(Query(text), JSON.media_type), self._loop)
        # Solutions may not leave the thread that they were made in.
        return _parsed(waited_for.result())
