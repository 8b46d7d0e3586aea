"""SPARQL servers started for a measurement: Oxigraph's on a store's folder, Virtuoso with its own loader."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120.0

VIRTUOSO_SETTINGS = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = {sql}
DirsAllowed = {folder}, {data}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DisableUnixSocket = 1
[HTTPServer]
ServerPort = {http}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
"""
BUFFERS_TO_A_GIGABYTE = 85_000


def free_port() -> int:
    """A port on loopback that nobody listens at now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args}: ended with {process.returncode}")
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{url}: no answer after {PATIENCE:.0f} s")


def oxigraph_program() -> str | None:
    """Oxigraph's own program, beside this Python or on the path."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


@contextmanager
def oxigraph(database: Path) -> Iterator[str]:
    """Oxigraph's server on a store's files, for reading; gives the address of its endpoint."""
    program = oxigraph_program()
    assert program is not None
    port = free_port()
    words = [program, "serve-read-only", "--location", str(database), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/", process)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            process.terminate()


def has_virtuoso() -> bool:
    """Whether Virtuoso and its command line are installed."""
    return shutil.which("virtuoso-t") is not None and shutil.which("isql-vt") is not None


@contextmanager
def virtuoso(folder: Path, data: Path, loaders: int = 1) -> Iterator[tuple[str, float]]:
    """Virtuoso with the N-Quads files in the folder `data`, loaded by so many loaders at a time.

    Gives its endpoint and the seconds of the load.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sql, http = free_port(), free_port()
    gigabytes = 2
    settings = VIRTUOSO_SETTINGS.format(
        folder=folder,
        data=data,
        sql=sql,
        http=http,
        buffers=gigabytes * BUFFERS_TO_A_GIGABYTE,
        dirty=gigabytes * BUFFERS_TO_A_GIGABYTE * 3 // 4,
    )
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    words = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder) as process:
        try:
            _wait_for(f"http://127.0.0.1:{http}/sparql", process)
            begun = time.perf_counter()
            _tell(sql, f"ld_dir('{data}', '*.nq', 'urn:none')")
            _tell(sql, *["rdf_loader_run()"] * loaders)
            _tell(sql, "checkpoint")
            yield f"http://127.0.0.1:{http}/sparql", time.perf_counter() - begun
        finally:
            process.terminate()
            process.wait(PATIENCE)
    shutil.rmtree(folder, ignore_errors=True)


def _tell(port: int, *statements: str) -> None:
    """Have Virtuoso do these at the same time."""
    # The password is the one that every new database has; the server listens on loopback, for this run.
    start = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba"]
    running = [subprocess.Popen([*start, f"exec={one};"], stdout=subprocess.DEVNULL) for one in statements]
    for process in running:
        if process.wait():
            raise RuntimeError(f"{process.args}: ended with {process.returncode}")
