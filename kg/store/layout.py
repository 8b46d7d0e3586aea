"""A store's folder: what lies where, and how a reader holds a state of it; `kg.store.writing` is for who makes one.

    kg-store/
      format                  the layout's version, one line
      lock                    held by the one writer, with its process id and command
      current                 a link to the generation that readers see
      generations/<n>/db      Oxigraph's files, never touched again once published
      generations/<n>/search  the full-text index, in files that are never touched again either
      generations/<n>/manifest.jsonl
      generations/<n>/readers held, shared, by everybody who reads this generation
      staging/                what a running writer has read so far; a later writer may go on from it

A generation is made beside the current one, flushed to the disk, and published by replacing the link in
one step: whoever is killed at whatever moment leaves the old state or the new one.
"""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

FORMAT = "osce-kg store 1"
OWN_NAMES = frozenset({"format", "format.new", "lock", "current", "current.new", "generations", "staging"})
NO_SPACE = "no space left on device"


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what the disk or Oxigraph says of the store at `path` into a `StoreError` of one line."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise store_error(path, error) from error


def store_error(path: Path, error: OSError | RuntimeError) -> StoreError:
    """What went wrong on the disk under the store at `path`, and what to do about it."""
    # Oxigraph raises RuntimeError for files that are damaged, and OSError without a number for the rest.
    number = getattr(error, "errno", None)
    words = " ".join((getattr(error, "strerror", None) or str(error)).split())
    if number == errno.ENOSPC or NO_SPACE in words.lower():
        return StoreError(f"{path}: no space left on the disk; nothing was changed; free some and run it again")
    if isinstance(error, PermissionError) or "permission denied" in words.lower():
        return StoreError(f"{path}: permission denied; use a folder that you may write to, or ask its owner")
    if number == errno.EROFS:
        return StoreError(f"{path}: the disk is read-only; choose another folder with --store")
    return StoreError(f"{path}: {words}; if the disk is sound, delete this folder and run kg build again")


def as_folder(path: str | Path) -> Path:
    """The path itself; raises `StoreError` for an address, which would be taken for a folder's name."""
    if is_address(path):
        raise StoreError(f"{path}: an address, not a folder; give a store's folder with --store")
    return Path(path)


def is_address(path: str | Path) -> bool:
    """Whether a store is given by an address and not by a folder."""
    return "://" in str(path)


def is_store(path: Path) -> bool:
    """Whether the folder at `path` is a store, whatever its version, or one that is being made."""
    return (path / "lock").is_file() and {entry.name for entry in path.iterdir()} <= OWN_NAMES


def check(path: Path) -> None:
    """Refuse a path that is not a store of this version.

    Raises `StoreError` where nothing is there, where the folder holds something else, and where the
    store was made by another version.
    """
    if not path.exists():
        raise StoreError(f"{path}: no store here; make one with: kg build --store {path}")
    if not path.is_dir():
        raise StoreError(f"{path}: a file, not a store folder; choose a folder with --store")
    check_version(path)
    if not (path / "current").is_symlink():
        raise StoreError(f"{path}: no build has been completed here; run: kg build --store {path}")


def check_version(path: Path) -> None:
    """Refuse a folder that another version has made, or that holds something else, by `StoreError`."""
    try:
        found = (path / "format").read_text("utf-8").strip()
    except FileNotFoundError:
        names = {entry.name for entry in path.iterdir()}
        if names <= OWN_NAMES:
            raise StoreError(f"{path}: no build has been completed here; run: kg build --store {path}") from None
        raise StoreError(f"{path}: not a kg store: it holds other files; choose another folder with --store") from None
    except (UnicodeDecodeError, IsADirectoryError):
        found = "something that is not text"
    if found != FORMAT:
        raise StoreError(
            f"{path}: a store of another version ({found!r}, this kg reads {FORMAT!r}); "
            "build into a new folder with --store, or delete this one"
        )


class Hold:
    """A reader's hold on the current generation: while it is open, no writer deletes its files."""

    def __init__(self, path: Path) -> None:
        """Hold the generation that `current` names; raises `StoreError` where there is none."""
        check(path)
        self.path = path
        with telling(path):
            self.generation, self._descriptor = _hold_current(path)

    @property
    def database(self) -> Path:
        """The folder of Oxigraph's files."""
        return self.generation / "db"

    @property
    def search(self) -> Path:
        """The folder of the full-text index; a store that another version made may have none."""
        return self.generation / "search"

    @property
    def manifest(self) -> bytes:
        """The manifest as its writer left it."""
        with telling(self.path):
            return (self.generation / "manifest.jsonl").read_bytes()

    def close(self) -> None:
        """Let go; a second call does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            self.close()


def _hold_current(path: Path) -> tuple[Path, int]:
    # The link may be switched, and the old generation deleted, between reading the link and taking the
    # hold. A hold on a file that has been deleted holds nothing, so then the link is read again.
    missing: OSError | None = None
    for _ in range(100):
        generation = path / (path / "current").readlink()
        try:
            descriptor = os.open(generation / "readers", os.O_RDONLY)
        except FileNotFoundError as error:
            missing = error
            continue
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        if os.fstat(descriptor).st_nlink:
            return generation, descriptor
        os.close(descriptor)
    raise missing or FileNotFoundError(f"{path / 'current'} leads nowhere")
