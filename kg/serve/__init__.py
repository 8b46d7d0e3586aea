"""The graph over HTTP: SPARQL, questions, a page for every thing, a query editor and the explorer.

`run` serves a store until it is interrupted. It only reads. Queries of a store in a folder run in processes of
Oxigraph's own server, which the front ends where they go over a limit; see `kg.serve.pool`. Those of a store on a
SPARQL server are sent there once they are known to parse; see `kg.serve.remote`.
"""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.errors import InputError
from kg.serve.app import application
from kg.serve.connection import Connection
from kg.serve.guard import LOOPBACK_NAMES, Access
from kg.serve.limits import Limits
from kg.serve.source import Source

MOST_CONNECTIONS = 512
LARGEST_HEAD = 64 * 1024
"""Bytes of a request's address and headers together."""
SECONDS_TO_END = 5


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on an address; raises `InputError` where that cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=MOST_CONNECTIONS)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{host}:{port}: {reason}; choose another address with --host and --port") from None
    # Connections inherit it. Without it a short answer's body waits for the client's system to confirm its head, which
    # takes 40 ms; asyncio sees to it only where the socket was made by asyncio.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def run(
    store: str | Path, listening: socket.socket, limits: Limits, access: Access, ready: Callable[[str], None]
) -> None:
    """Serve the store in a folder or at an address on a socket until interrupted.

    `ready` gets this server's own address once queries are answered.
    Raises `StoreError` where there is no store to serve.
    """
    server = Server(store, limits, access, lambda: ready(address(listening)))
    try:
        server.run(sockets=[listening])
    finally:
        listening.close()


def address(listening: socket.socket) -> str:
    """The address that a socket is reached at, such as `http://127.0.0.1:7878/`."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class Server(uvicorn.Server):
    """uvicorn with bounds on what it takes."""

    def __init__(self, store: str | Path, limits: Limits, access: Access, ready: Callable[[], None]) -> None:
        self._source = Source(store, limits)
        self._ready = ready
        super().__init__(
            uvicorn.Config(
                application(self._source, access),
                # The other parser takes addresses and headers of any length.
                http=Connection,
                timeout_keep_alive=max(1, round(limits.patience)),
                h11_max_incomplete_event_size=LARGEST_HEAD,
                ws="none",
                loop="asyncio",
                lifespan="on",
                access_log=False,
                log_config=None,
                server_header=False,
                date_header=True,
                proxy_headers=False,
                limit_concurrency=MOST_CONNECTIONS,
                timeout_graceful_shutdown=SECONDS_TO_END,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and tell; raises `StoreError` where there is no store to serve."""
        await self._source.open()
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()


__all__ = ["LOOPBACK_NAMES", "Access", "Limits", "Server", "Source", "address", "application", "listen", "run"]
