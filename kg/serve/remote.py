"""A store on a SPARQL server behind the same limits as one in a folder.

A query goes to the server only once a process of Oxigraph's own, over a database with nothing in it, has run it: so
the same text is taken or refused wherever the graph is kept, updates and the server's own functions among it, and a
text that overflows a parser ends that process alone. The answer is read whole before any of it is passed on.
"""

import asyncio
import logging
import re
import tempfile
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

import httpx
import pyoxigraph
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat

from kg.errors import QueryError, StoreError
from kg.serve.limits import MEBIBYTE, Limits
from kg.serve.protocol import Query
from kg.serve.refusal import Refusal, busy
from kg.serve.thread import in_own_thread
from kg.serve.worker import Answer, Worker, too_large, whole
from kg.store.http import unhurried
from kg.store.remote import RemoteStore, accepted
from kg.store.sparql import unescaped, without_own_dataset

REMADE = 300
"""Seconds after which what was made of the whole graph is made anew: a server does not tell when it has changed."""
SECONDS_TO_COME_BACK = 10
STOPS_SHORT = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that tell of the bytes on the way and not of those that have arrived."""

# Virtuoso and Jena call SQL, files, other servers and Java by these, with the rights of who asks.
_OWN_FUNCTIONS = re.compile(r"(?<!\w)(?:bif|sql|java):", re.IGNORECASE)

log = logging.getLogger(__name__)


class RemoteEngine:
    """The server at an address, and the empty database that queries are tried on first."""

    def __init__(self, store: RemoteStore, limits: Limits) -> None:
        """Prepare to ask; `await RemoteEngine.open(…)` also finds out whether the server answers."""
        self.store = store
        self.limits = limits
        self.client = unhurried()
        self._began = _now()
        self._folder = tempfile.TemporaryDirectory(prefix="kg-serve-")
        self._empty = Path(self._folder.name) / "db"
        pyoxigraph.Store(str(self._empty)).flush()

    @classmethod
    async def open(cls, address: str, limits: Limits) -> "RemoteEngine":
        """The server's engine; raises `StoreError` where that is no address, or no SPARQL service answers there."""
        store = RemoteStore(address)
        try:
            await in_own_thread(lambda: store.service)
            return cls(store, limits)
        except BaseException:
            store.close()
            raise

    @property
    def generation(self) -> int:
        """How often what is made of the whole graph has grown too old."""
        return int((_now() - self._began) // REMADE)

    async def start(self) -> "RemoteWorker":
        """A worker that asks the server; raises `StoreError` where its parser does not start."""
        return RemoteWorker(self, await Worker.start(self._empty, self.limits))

    async def send(self, query: Query) -> httpx.Response:
        """The server's whole response; raises `Refusal` where there is none, or it is too large."""
        try:
            service = await in_own_thread(lambda: self.store.service)
        except StoreError as error:
            raise self.failed(error, None) from None
        chosen = [("default-graph-uri", one) for one in query.default_graphs]
        chosen += [("named-graph-uri", one) for one in query.named_graphs]
        is_open = not chosen and without_own_dataset(query.text)
        parameters = service.union if is_open else httpx.QueryParams(tuple(chosen))
        text = (service.before(query.text) if is_open else "") + whole(query.text)
        headers = {"accept": accepted(query.text), "accept-encoding": "identity"}
        address = httpx.URL(service.address).copy_merge_params(parameters)
        try:
            async with self.client.stream("POST", address, data={"query": text}, headers=headers) as response:
                data = bytearray()
                async for piece in response.aiter_bytes():
                    data += piece
                    if len(data) > self.limits.answer:
                        raise too_large(self.limits)
        except httpx.HTTPError as error:
            raise self.failed(
                self.store.failure(error), None, is_late=isinstance(error, httpx.TimeoutException)
            ) from None
        kept = [(name, value) for name, value in response.headers.multi_items() if name not in STOPS_SHORT]
        return httpx.Response(response.status_code, headers=kept, content=bytes(data), request=response.request)

    def failed(self, error: StoreError, status: int | None, *, is_late: bool = False) -> Refusal:
        """What a client is told of a failure: all but the server's address, which only this server's log gets."""
        log.warning("%s", error)
        said = str(error).removeprefix(f"{self.store.address}: ")
        if status in (httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.TOO_MANY_REQUESTS):
            return busy(f"the store's server: {said}", SECONDS_TO_COME_BACK)
        return Refusal(504 if is_late or status == httpx.codes.GATEWAY_TIMEOUT else 502, f"the store's server: {said}")

    async def close(self) -> None:
        """Let go of the database and the connections."""
        self.store.close()
        await self.client.aclose()
        self._folder.cleanup()


class RemoteWorker:
    """Asks the server, one query at a time, after a parser of its own."""

    def __init__(self, engine: RemoteEngine, parser: Worker) -> None:
        """Try queries on `parser`, which runs over nothing, and ask the engine's server."""
        self._engine = engine
        self._parser = parser

    async def ask(self, query: Query, accept: str) -> Answer:
        """Run a query and take its whole answer.

        Raises `Refusal` for what is refused, for an answer over the limit, with 502 where the server fails or
        breaks its answer off, 504 where it takes too long; and `EngineStopped` where the parser's process ended.
        """
        _check_functions(query.text)
        tried = await self._parser.ask(query, accept)
        tried.file.close()
        response = await self._engine.send(query)
        try:
            file, size = await in_own_thread(lambda: self._rendered(response, query.text, tried.media))
        except QueryError as error:
            raise Refusal(400, str(error)) from None
        except StoreError as error:
            raise self._engine.failed(error, response.status_code) from None
        return Answer(tried.media, size, file)

    def _rendered(self, response: httpx.Response, text: str, media: str) -> tuple[IO[bytes], int]:
        """The answer in the format that was wanted, and its size in bytes."""
        result = self._engine.store.read(response, text)
        file = SpooledTemporaryFile(max_size=MEBIBYTE)  # noqa: SIM115 - who gets the answer closes it
        if isinstance(result, QueryTriples):
            result.serialize(file, RdfFormat.from_media_type(media))
        else:
            result.serialize(file, QueryResultsFormat.from_media_type(media))
        size = file.tell()
        if size > self._engine.limits.answer:
            file.close()
            raise too_large(self._engine.limits)
        return file, size

    @property
    def is_running(self) -> bool:
        """Whether queries can still be tried."""
        return self._parser.is_running

    @property
    def is_slowed(self) -> bool:
        """No: what takes long, takes long on the server."""
        return False

    def slow_down(self) -> None:
        """Do nothing: the server runs the query."""

    async def stop(self) -> None:
        """End the parser; who stops asking has let go of the connection already, and with it of the answer."""
        await self._parser.stop()


def _check_functions(text: str) -> None:
    found = _OWN_FUNCTIONS.search(unescaped(text))
    if found:
        raise Refusal(
            400, f"“{found[0]}” begins the name of a function of a server's own, which a query from here may not call"
        )


def _now() -> float:
    return asyncio.get_running_loop().time()
