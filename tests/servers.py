"""Real SPARQL servers on loopback, each on a free port and in a folder of its own, for as long as the tests run."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

PATIENCE = 300.0
"""Seconds that a server may take to start."""

VIRTUOSO_SETTINGS = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 20
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
{parameters}[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: where its SPARQL service is, and who may write to it."""

    name: str
    address: str
    user: str = ""
    password: str = ""
    sql: int = 0
    """The port of Virtuoso's own protocol."""

    def sign_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put name and password into the environment, as a user does."""
        for variable, value in (("KG_USER", self.user), ("KG_PASSWORD", self.password)):
            monkeypatch.setenv(variable, value)


def free_ports(count: int) -> list[int]:
    """Ports of loopback on which nothing listens."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


@contextmanager
def running(command: list[str], folder: Path, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server's process, from when it answers at `address`; its last words are told where it does not."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    try:
        end = time.monotonic() + PATIENCE
        while not _answers(address):
            said = (folder / "output").read_text("utf-8", "replace")[-1000:]
            assert process.poll() is None, f"{command[0]} ended: {said}"
            assert time.monotonic() < end, f"{command[0]} does not answer: {said}"
            time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.wait()


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, params={"query": "ASK {}"}, timeout=PATIENCE).is_success
    except httpx.TransportError:
        return False


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """Oxigraph's own server, which keeps what it is given in memory."""
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.exists() else shutil.which("oxigraph")
    if binary is None:
        pytest.skip("no Oxigraph server: pip install oxigraph")
    (port,) = free_ports(1)
    address = f"http://127.0.0.1:{port}/query"
    with running([binary, "serve", "--bind", f"127.0.0.1:{port}"], folder, address):
        yield Server("oxigraph", address)


@contextmanager
def virtuoso(folder: Path, parameters: str = "") -> Iterator[Server]:
    """OpenLink Virtuoso with a new database, whose owner has the password that every new one has."""
    binary = os.environ.get("VIRTUOSO") or shutil.which("virtuoso-t")
    if binary is None:
        pytest.skip("no Virtuoso: apt-get install virtuoso-opensource-7-bin, or name its virtuoso-t in VIRTUOSO")
    sql, http = free_ports(2)
    settings = VIRTUOSO_SETTINGS.format(sql=sql, http=http, parameters=parameters)
    (folder / "virtuoso.ini").write_text(settings)
    address = f"http://127.0.0.1:{http}/sparql"
    with running([binary, "+configfile", "virtuoso.ini", "+foreground"], folder, address):
        yield Server("virtuoso", address, "dba", "dba", sql)


def virtuoso_in_small_steps(folder: Path) -> AbstractContextManager[Server]:
    """Virtuoso that takes three rows at a time, not 10,000: small data goes through it as a whole archive does."""
    return virtuoso(folder, "VectorSize = 3\nAdjustVectorSize = 0\n")


SERVERS: dict[str, Callable[[Path], AbstractContextManager[Server]]] = {
    "oxigraph": oxigraph,
    "virtuoso": virtuoso,
    "virtuoso-in-small-steps": virtuoso_in_small_steps,
}
