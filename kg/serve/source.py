"""What is served: the store's current generation, and the next one as soon as a build has published it."""

import asyncio
import logging
from pathlib import Path

from kg.errors import StoreError
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.remote import RemoteEngine
from kg.serve.worker import LocalEngine
from kg.store import is_address
from kg.store.layout import check

INTERVAL = 0.5
"""Seconds between two looks at the store."""

log = logging.getLogger(__name__)


class Source:
    """The store behind a server, open from `open` to `close`."""

    def __init__(self, store: str | Path, limits: Limits) -> None:
        """Serve the store in a folder, or at the address of a SPARQL server."""
        self.store = store
        self.limits = limits
        self._pool: Pool | None = None
        self._watch: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Start to answer; raises `StoreError` where there is no store, or its server does not answer."""
        if is_address(self.store):
            self._pool = await Pool.open(await RemoteEngine.open(str(self.store), self.limits), self.limits)
            return
        path = Path(self.store)
        check(path)
        self._pool = await Pool.open(LocalEngine(path, self.limits), self.limits)
        self._watch = asyncio.create_task(self._follow(path))

    @property
    def folder(self) -> str:
        """The name of the store's folder; empty for a store on a server, whose address is not for everybody."""
        return "" if is_address(self.store) else Path(self.store).name

    @property
    def pool(self) -> Pool:
        """The pool that answers now; use it with `async with`, for one request."""
        assert self._pool is not None
        return self._pool

    async def close(self) -> None:
        """Let go of the store."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        if self._pool is not None:
            await self._pool.close()

    async def _follow(self, path: Path) -> None:
        told = ""
        while True:
            await asyncio.sleep(INTERVAL)
            try:
                await self._switch(path)
                told = ""
            except (OSError, StoreError) as error:
                # What was served goes on being served.
                if str(error) != told:
                    told = str(error)
                    log.warning("%s: still serving what was published before: %s", path, told)

    async def _switch(self, path: Path) -> None:
        if path / (path / "current").readlink() == self.pool.generation:
            return
        old, self._pool = self.pool, await Pool.open(LocalEngine(path, self.limits), self.limits)
        await old.retire()
