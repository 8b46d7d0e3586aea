"""Files at the addresses that fsspec knows: in object stores, on web servers, within archives, in memory.

An address says where files lie, as a path does: nothing of it is written into the graph.
"""

import io
import shutil
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from kg.build.places import LocalPlace, Place, shown, unreadable, words
from kg.build.sidecar import INDEX
from kg.errors import InputError
from kg.store.layout import OWN_NAMES

AHEAD = 8
"""Files that are fetched at a time, where the file system lets several be."""
TRIES = 4
"""Times that a file is asked for where the network, or a server, fails."""
PAUSE = 1.0
"""Seconds before the second time; twice as many before each time after it."""
BLOCK = 1 << 20

FOREIGN_ERRORS = {
    "aiohttp": ("ClientError",),
    "azure.core.exceptions": ("AzureError",),
    "botocore.exceptions": ("BotoCoreError", "ClientError"),
    "ftplib": ("Error",),
    "gcsfs.retry": ("HttpError",),
    "google.auth.exceptions": ("GoogleAuthError",),
    "paramiko": ("SSHException",),
    "requests": ("RequestException",),
    "tarfile": ("TarError",),
    "zipfile": ("BadZipFile",),
}
"""Errors of libraries behind fsspec that it passes on as they are, by the modules that define them."""


class Unreachable(OSError):
    """What may go better the next time: no answer, an answer that broke off, a server that failed."""


def place_at(address: str) -> Place:
    """The file or folder at an address, such as `s3://bucket/releases` or `zip://2020::https://example.org/all.zip`.

    Raises `InputError` where the extra is missing, or the library for the protocol, or nobody knows that protocol.
    """
    try:
        from fsspec.core import url_to_fs
        from fsspec.implementations.local import LocalFileSystem
    except ImportError:
        raise InputError(
            f"{shown(address)}: reading from addresses needs an extra package: pip install 'osce-kg[cluster]'"
        ) from None
    try:
        with _telling():
            system, path = url_to_fs(address)
    except OSError as error:
        raise InputError(f"{shown(address)}: {words(error)}") from None
    if isinstance(system, LocalFileSystem):
        return LocalPlace(Path(path))
    return AddressPlace(system, path, shown(address))


@dataclass(frozen=True)
class AddressFolder:
    """A folder of one of fsspec's file systems.

    `around` is the folder through which it was met. `indexed` says whether its listing had a harvest's index, and is
    None for a folder that nobody has listed.
    """

    system: Any
    path: str
    around: "AddressFolder | None" = field(default=None, compare=False)
    indexed: bool | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return _last(self.system, self.path)

    @property
    def place(self) -> str:
        """The folder's address."""
        return shown(self.system.unstrip_protocol(self.path).rstrip("/"))

    @property
    def above(self) -> "AddressFolder | None":
        """The folder around it; beyond what was given a web server is not asked, nor where a bucket would end."""
        if self.around is not None or _is_web(self.system):
            return self.around
        parent = self.path.rstrip("/").rpartition("/")[0]
        return AddressFolder(self.system, parent) if parent else None

    def read(self, name: str) -> bytes | None:
        """A file in it; where nobody has listed the folder, one that cannot be seen is none."""
        if name == INDEX and self.indexed is False:
            return None
        path = f"{self.path.rstrip('/')}/{name}"
        with _telling():
            return bytes(self.system.cat_file(path)) if self.indexed or self.system.isfile(path) else None

    def holds(self, inner: str) -> bool:
        """Whether a file lay there when the folder was listed, which is done once."""
        return inner in self._held

    @cached_property
    def _held(self) -> frozenset[str]:
        return frozenset(file.inner for file in _walk(self, ""))


@dataclass(frozen=True, slots=True)
class AddressFile:
    """A file of one of fsspec's file systems; `bytes_` is its size as listed, `fetched` what may be on its way."""

    system: Any
    path: str
    name: str
    inner: str
    folder: AddressFolder
    bytes_: int | None
    fetched: "Future[bytes] | None" = None

    def size(self) -> int | None:
        """Bytes as listed; web servers list none."""
        return self.bytes_

    def read(self, most: int) -> bytes:
        """Its bytes."""
        if self.fetched is not None:
            return self.fetched.result()[:most]
        from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

        patiently = Retrying(
            retry=retry_if_exception_type(Unreachable),
            stop=stop_after_attempt(TRIES),
            wait=wait_exponential(multiplier=PAUSE),
            reraise=True,
        )
        return patiently(self._read, most)

    def _read(self, most: int) -> bytes:
        if self.bytes_ is not None and self.bytes_ <= most:
            with _telling():
                return bytes(self.system.cat_file(self.path))[:most]
        with self.stream() as opened:
            return opened.read(most)

    @contextmanager
    def stream(self) -> Iterator[IO[bytes]]:
        """The file opened, and fetched as it is read."""
        # A web server may not give parts of a file, as fsspec would ask it to.
        options = {"block_size": 0} if _is_web(self.system) else {}
        with _telling():
            opened = self.system.open(self.path, "rb", **options)
        with opened, io.BufferedReader(_Stream(opened), BLOCK) as buffered:
            yield buffered

    @contextmanager
    def seekable(self) -> Iterator[IO[bytes]]:
        """A copy of the file on this machine, gone in the end."""
        with TemporaryFile() as copy:
            with self.stream() as opened:
                shutil.copyfileobj(opened, copy, BLOCK)
            copy.seek(0)
            yield copy


@dataclass(frozen=True, slots=True)
class AddressPlace:
    """A file or a folder in one of fsspec's file systems; `address` is it as messages name it."""

    system: Any
    path: str
    address: str

    def check(self) -> None:
        """Refuse an address where nothing is, or that cannot be reached or read."""
        # Some file systems remember what they have listed, for as long as the process lives.
        self.system.invalidate_cache()
        self._about()

    def is_file(self) -> bool:
        """Whether it is a file; on a web server, what does not end in a slash is."""
        if _is_web(self.system):
            return not urlsplit(self.path).path.endswith("/")
        return bool(self._about()["type"] != "directory")

    def files(self) -> Iterator[AddressFile]:
        """The files; a store that lies in a folder holds no releases."""
        if not self.is_file():
            yield from _walk(AddressFolder(self.system, self.path), "")
            return
        name = _last(self.system, self.path)
        above = self.path.rpartition("/")[0]
        folder = AddressFolder(self.system, above, indexed=False if _is_web(self.system) or not above else None)
        yield AddressFile(self.system, self.path, name, name, folder, self._about().get("size"))

    def opening(self, most: int, wanted: Callable[[str], bool]) -> Iterator[AddressFile]:
        """The files, some of them on their way where the file system lets several be fetched at a time."""
        if not self.system.async_impl:
            yield from self.files()
            return
        waiting: deque[AddressFile] = deque()
        with ThreadPoolExecutor(AHEAD) as pool:
            for file in self.files():
                waiting.append(replace(file, fetched=pool.submit(file.read, most)) if wanted(file.name) else file)
                if len(waiting) >= AHEAD:
                    yield waiting.popleft()
            yield from waiting

    def _about(self) -> dict[str, Any]:
        try:
            with _telling():
                about: dict[str, Any] = self.system.info(self.path)
        except OSError as error:
            raise InputError(f"{self.address}: {words(error)}") from None
        return about


class _Stream(io.RawIOBase):
    """What fsspec has opened, with its errors told as the system's own are."""

    def __init__(self, opened: Any) -> None:
        self._opened = opened

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with _telling():
            data = self._opened.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _walk(folder: AddressFolder, before: str) -> Iterator[AddressFile]:
    entries = _listing(folder)
    if any(name == "lock" for name, _ in entries) and {name for name, _ in entries} <= OWN_NAMES:
        return
    folder = replace(folder, indexed=any(name == INDEX for name, _ in entries))
    for name, about in entries:
        if about["type"] != "directory":
            yield AddressFile(folder.system, about["name"], name, f"{before}{name}", folder, about.get("size"))
    for name, about in entries:
        if about["type"] == "directory":
            yield from _walk(AddressFolder(folder.system, about["name"], around=folder), f"{before}{name}/")


def _listing(folder: AddressFolder) -> list[tuple[str, dict[str, Any]]]:
    """What lies directly in a folder, by name; raises `InputError` where that cannot be told."""
    try:
        with _telling():
            entries = folder.system.ls(folder.path, detail=True)
    except OSError as error:
        raise unreadable(folder.place, words(error)) from None
    start = f"{inside}/" if (inside := folder.path.strip("/")) else ""
    named = ((_name_in(start, entry["name"], web=_is_web(folder.system)), entry) for entry in entries)
    return sorted({name: entry for name, entry in named if name}.items())


def _name_in(start: str, path: str, *, web: bool) -> str:
    """The name of what lies directly in the folder whose path with a slash is `start`, else nothing.

    Pages that list a folder also link to what is around it, and to themselves in another order.
    """
    name = path.strip("/").removeprefix(start)
    if not path.strip("/").startswith(start) or "/" in (name := name.removeprefix("./")) or name in {".", ".."}:
        return ""
    if web:
        return "" if "?" in name or "#" in name else unquote(name)
    return name


def _is_web(system: Any) -> bool:
    protocols = system.protocol if isinstance(system.protocol, tuple) else (system.protocol,)
    return not {"http", "https"}.isdisjoint(protocols)


def _last(system: Any, path: str) -> str:
    """The last part of a path as a file's name; of a web address without what it asks, which may hold a secret."""
    last = (urlsplit(path).path if _is_web(system) else path).rstrip("/").rpartition("/")[2]
    return unquote(last) if _is_web(system) else last


@contextmanager
def _telling() -> Iterator[None]:
    """Turn whatever fsspec and what is behind it raise into an `OSError` that says in words what is wrong."""
    try:
        yield
    except _errors() as error:
        raise _told(error) from error


def _errors() -> tuple[type[Exception], ...]:
    """What may be raised; a library that nobody has imported raises nothing."""
    loaded = ((sys.modules.get(module), names) for module, names in FOREIGN_ERRORS.items())
    foreign = (getattr(module, name) for module, names in loaded if module for name in names)
    return OSError, ValueError, ImportError, NotImplementedError, *foreign


def _told(error: BaseException) -> OSError:
    # fsspec says of whatever a web server answers that nothing is there; the answer is the cause.
    if isinstance(error, FileNotFoundError) and error.__cause__ is not None:
        error = error.__cause__
    status = getattr(error, "status", None)
    answer = "" if status is None else f" (the server answers {status})"
    if isinstance(error, FileNotFoundError) or status in {404, 410}:
        return OSError("no such file or folder")
    if isinstance(error, PermissionError) or status in {401, 403}:
        return OSError(f"permission denied{answer}")
    if isinstance(status, int):
        return OSError(f"cannot be had{answer}") if status < 500 and status != 429 else Unreachable(f"failed{answer}")
    kind = OSError if isinstance(error, ValueError | ImportError | NotImplementedError) else Unreachable
    return kind(shown(words(error)))
