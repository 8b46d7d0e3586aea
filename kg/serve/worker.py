"""One of Oxigraph's own servers, in a process of its own, that answers one query at a time.

Its time limit is not relied on: some queries are not interrupted by it (a COUNT over a cartesian product went on
for minutes). Who asks ends the process instead. A query that overflows the engine's stack, or takes too much
memory, ends it too, and nobody else's query with it.
"""

import asyncio
import os
import resource
import shutil
import signal
import socket
import sysconfig
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

import httpx

from kg.errors import StoreError
from kg.iris import ID_NAMESPACE
from kg.serve.limits import MEBIBYTE, Limits
from kg.serve.media import ENDS
from kg.serve.protocol import QUERY, Query
from kg.serve.refusal import Refusal
from kg.store import Hold
from kg.store.sparql import explain, with_prefixes

LOOPBACK = "127.0.0.1"
STARTS = 5
"""How often a port is tried; another program may take it first."""
SECONDS_TO_START = 30
SECONDS_TO_SAY_WHY = 0.5
LOWER_PRIORITY = 10
"""As `nice` counts: a tenth of the processor where others want it too, all of it where none does."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: its media type and its bytes, in memory or, where there are many, on the disk."""

    media: str
    size: int
    file: IO[bytes]

    def read(self) -> bytes:
        """All bytes."""
        self.file.seek(0)
        return self.file.read()


class EngineStopped(Exception):
    """The process ended before it had answered."""


class Worker:
    """A running server over one database; `await Worker.start(…)` makes one."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, limits: Limits) -> None:
        self._process = process
        self._limits = limits
        self._said: deque[str] = deque(maxlen=20)
        self._heard = asyncio.Event()
        self._listener = asyncio.create_task(self._listen())
        self._client = httpx.AsyncClient(
            base_url=f"http://{LOOPBACK}:{port}",
            timeout=None,  # noqa: S113 - who asks sets the limit, and ends the process
            trust_env=False,
            limits=httpx.Limits(max_connections=1, keepalive_expiry=None),
        )
        self._is_slowed = False

    @classmethod
    async def start(cls, database: Path, limits: Limits) -> "Worker":
        """Start a server over the files of a database, and wait until it listens; `StoreError` where it does not."""
        said = ""
        for _ in range(STARTS):
            port = _free_port()
            process = await asyncio.create_subprocess_exec(
                *_command(database, port),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
                env={},
                process_group=0,
            )
            _limit_memory(process.pid, limits.memory)
            assert process.stderr is not None
            try:
                async with asyncio.timeout(SECONDS_TO_START):
                    said = (await process.stderr.readline()).decode("utf-8", "replace").strip()
            except TimeoutError:
                pass
            except asyncio.CancelledError:
                _kill(process)
                raise
            if said.startswith("Listening"):
                return cls(process, port, limits)
            _kill(process)
            await process.communicate()
        raise StoreError(f"{database}: Oxigraph's server does not start: {said or 'it says nothing'}")

    async def _listen(self) -> None:
        assert self._process.stderr is not None
        async for line in self._process.stderr:
            self._said.append(line.decode("utf-8", "replace").strip())
            self._heard.set()

    async def ask(self, query: Query, accept: str) -> Answer:
        """Run a query and take its whole answer.

        Raises `Refusal` for what the engine refuses or cannot finish and for an answer over the limit, and
        `EngineStopped` where the process ended.
        """
        self._said.clear()
        self._heard.clear()
        try:
            async with self._client.stream(
                "POST",
                "/query",
                params=query.parameters,
                content=whole(query.text).encode(),
                headers={"Content-Type": QUERY, "Accept": accept, "Accept-Encoding": "identity"},
            ) as response:
                if response.status_code != 200:
                    raise self._refused(query, response.status_code, (await response.aread()).decode("utf-8"))
                return await self._taken(response)
        except httpx.TransportError as error:
            raise EngineStopped from error

    async def _taken(self, response: httpx.Response) -> Answer:
        media = response.headers["Content-Type"].split(";")[0]
        file = SpooledTemporaryFile(max_size=MEBIBYTE)  # noqa: SIM115 - who gets the answer closes it
        size, last = 0, b""
        try:
            async for piece in response.aiter_raw():
                size += len(piece)
                if size > self._limits.answer:
                    raise too_large(self._limits)
                file.write(piece)
                last = (last + piece)[-16:]
            # Where it cannot go on, Oxigraph writes why at the end of what it has written, as if that were all.
            if "Content-Length" not in response.headers and size and not last.rstrip(b" ").endswith(ENDS[media]):
                raise Refusal(422, f"the query stopped on its way: {await self._reason()}")
        except BaseException:
            file.close()
            raise
        return Answer(media, size, file)

    async def _reason(self) -> str:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._heard.wait(), SECONDS_TO_SAY_WHY)
        return self._said[-1].rpartition(": ")[2] if self._said else "the engine gives no reason"

    def _refused(self, query: Query, status: int, message: str) -> Refusal:
        if status == 400:
            return Refusal(400, explain(whole(query.text), message, lines_before=1))
        if status == 406:
            return Refusal(406, "the answer comes in none of the formats that Accept names")
        return Refusal(422, f"the query cannot be run: {' '.join(message.split())[:200]}")

    def slow_down(self) -> None:
        """Give way to all other processes, for the rest of this one's life."""
        self._is_slowed = True
        with suppress(OSError):
            os.setpriority(os.PRIO_PGRP, self._process.pid, LOWER_PRIORITY)

    @property
    def is_slowed(self) -> bool:
        """Whether the process gives way to all others."""
        return self._is_slowed

    @property
    def is_running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.returncode is None

    async def stop(self) -> None:
        """End the process at once, whatever it does."""
        _kill(self._process)
        await self._process.wait()
        await self._listener
        await self._client.aclose()


def too_large(limits: Limits) -> Refusal:
    """The refusal of an answer that is over the limit."""
    return Refusal(413, f"the answer is over {limits.answer // MEBIBYTE} MiB; ask for less, with LIMIT")


class LocalEngine:
    """The current generation of the store in a folder, held for as long as workers answer from it."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Hold it; raises `StoreError` where there is no store of this version."""
        self._hold = Hold(path)
        self._limits = limits

    @property
    def generation(self) -> Path:
        """The generation's folder."""
        return self._hold.generation

    async def start(self) -> Worker:
        """A server over the generation's database; raises `StoreError` where it does not start."""
        return await Worker.start(self._hold.database, self._limits)

    async def close(self) -> None:
        """Let go of the files."""
        self._hold.close()


def whole(text: str) -> str:
    """The query as an engine gets it: one line more at its beginning, with a base and the prefixes it needs."""
    # Without a base of its own, a query's relative IRIs would lead to the engine's address.
    prefixes = with_prefixes(text).removesuffix(text)
    return f"BASE <{ID_NAMESPACE}> {prefixes}\n{text}"


def _kill(process: asyncio.subprocess.Process) -> None:
    # The process's own method may take its status away from asyncio, which waits for it.
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _command(database: Path, port: int) -> list[str]:
    command = [executable(), "serve-read-only", "--location", str(database), "--bind", f"{LOOPBACK}:{port}"]
    # Where the server that asks is killed, nobody else would end its workers.
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL", "--no-new-privs", *command] if setpriv else command


def executable() -> str:
    """Oxigraph's server, from the package `oxigraph`; raises `StoreError` where it is not installed."""
    beside = Path(sysconfig.get_path("scripts")) / "oxigraph"
    found = str(beside) if beside.is_file() else shutil.which("oxigraph")
    if found is None:
        raise StoreError("oxigraph: no such program; install it with: python -m pip install oxigraph")
    return found


def _free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _limit_memory(process: int, size: int) -> None:
    # Only Linux lets one process limit another.
    if hasattr(resource, "prlimit"):
        with suppress(ProcessLookupError):
            resource.prlimit(process, resource.RLIMIT_DATA, (size, size))
