"""The explorer: the page that `kg graph` makes, made by a process of its own, once for each state of the graph."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Hashable
from contextlib import suppress
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.serve.refusal import Refusal, busy
from kg.serve.source import Source
from kg.serve.worker import LOWER_PRIORITY
from kg.store import is_address

LONGEST = 600
"""Seconds that the making of the page may take."""
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""The page has a policy of its own, which allows its own scripts alone; a browser keeps to both."""


class Explorer:
    """The page of a source's current generation."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._made: tuple[Hashable, asyncio.Task[bytes]] | None = None

    async def html(self) -> bytes:
        """The page; raises `Refusal` with 503 while it is being made for longer than a query may take."""
        generation = self._source.pool.generation
        if self._made is None or self._made[0] != generation:
            await self.close()
            self._made = generation, asyncio.create_task(_make(self._source.store))
        task = self._made[1]
        done, _ = await asyncio.wait({task}, timeout=self._source.limits.seconds)
        if not done:
            raise busy("the page is being made; ask again in a moment", 5)
        if task.exception() is not None:
            self._made = None
        return task.result()

    async def close(self) -> None:
        """End the making of a page that is not done."""
        if self._made is not None:
            self._made[1].cancel()
            await asyncio.gather(self._made[1], return_exceptions=True)
            self._made = None


async def _make(store: str | Path) -> bytes:
    place = str(store) if is_address(store) else str(Path(store).absolute())
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "graph.html"
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-c", "from kg.cli import main; main()"),
            *("graph", "--store", place, "--output", str(target)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            process_group=0,
        )
        with suppress(OSError):
            os.setpriority(os.PRIO_PGRP, process.pid, LOWER_PRIORITY)
        try:
            async with asyncio.timeout(LONGEST):
                _, said = await process.communicate()
        except TimeoutError:
            raise Refusal(504, f"the page takes over {LONGEST} seconds; make a part of it with kg graph") from None
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        if process.returncode:
            lines = said.decode("utf-8", "replace").splitlines() or ["kg graph says nothing"]
            raise Refusal(422, f"the page cannot be made: {lines[-1].removeprefix('kg: ')}")
        return target.read_bytes()


async def explorer(request: Request) -> Response:
    """The explorer page."""
    made: Explorer = request.app.state.explorer
    return HTMLResponse(await made.html(), headers={"Content-Security-Policy": POLICY})
