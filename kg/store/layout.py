"""A store's folder: what lies where, who may write, and how a new state takes the place of the old.

    kg-store/
      format                  the layout's version, one line
      lock                    held by the one writer, with its process id and command
      current                 a link to the generation that readers see
      generations/<n>/db      Oxigraph's files, never touched again once published
      generations/<n>/manifest.json
      generations/<n>/readers held, shared, by everybody who reads this generation
      staging/                what a running writer has read so far; a later writer may go on from it

A generation is made beside the current one, flushed to the disk, and published by replacing the link in
one step: whoever is killed at whatever moment leaves the old state or the new one.
"""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    if "://" in str(path):
        raise StoreError(f"{path}: an address, not a folder; give a store's folder with --store")
    return Path(path)


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
    _check_version(path)
    if not (path / "current").is_symlink():
        raise StoreError(f"{path}: no build has been completed here; run: kg build --store {path}")


def _check_version(path: Path) -> None:
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
    def manifest(self) -> bytes:
        """The manifest as its writer left it."""
        with telling(self.path):
            return (self.generation / "manifest.json").read_bytes()

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


class Writing:
    """The one writer's hold on a store's folder, and what it may do there.

    Use it with `with`. Nothing is written into an existing store before `begin`, `staging` or
    `new_generation` is called; what is not published, by this writer or by one that was killed, is
    cleared away at the end.
    """

    def __init__(self, path: Path, command: str) -> None:
        """Take the store at `path`, making the folder if need be.

        `command` is what another writer is told that this one does. Raises `StoreError` where somebody
        else writes, where the folder holds something else, or another version's store.
        """
        self.path = path
        self._command = command
        self._begun = False
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path}: a file, not a store folder; choose a folder with --store")
        with telling(path):
            self._created = not path.exists() or not any(path.iterdir())
            self._made_folder = not path.exists()
            if not self._created:
                self._refuse_others()
            self._descriptor = self._lock()

    def _lock(self) -> int:
        while True:
            self.path.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o666)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                holder = " ".join(os.read(descriptor, 1000).decode("utf-8", "replace").split())
                os.close(descriptor)
                who = holder or "another kg, which is still looking at what it was given"
                raise StoreError(f"{self.path}: held by {who}; wait until it has ended, then run this again") from None
            # A writer whose first build failed deletes the folder that it made, and the lock with it.
            if os.fstat(descriptor).st_nlink:
                return descriptor
            os.close(descriptor)

    def _refuse_others(self) -> None:
        names = {entry.name for entry in self.path.iterdir()}
        if (self.path / "format").exists() or not names <= OWN_NAMES:
            _check_version(self.path)

    def __enter__(self) -> "Writing":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            # Who interrupts a long build wants to go on from there later.
            if kind is not KeyboardInterrupt:
                with suppress(OSError):
                    self._clean()
        finally:
            os.close(self._descriptor)

    def hold(self) -> Hold | None:
        """A reader's hold on what is published now, or None in a new store."""
        return Hold(self.path) if (self.path / "current").is_symlink() else None

    def begin(self) -> None:
        """Say in the lock who writes, and clear away what a writer that was killed left behind."""
        if self._begun:
            return
        self._begun = True
        with telling(self.path):
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, f"process {os.getpid()}: {self._command}\n".encode(), 0)
            if not (self.path / "format").exists():
                _write_whole(self.path / "format", f"{FORMAT}\n".encode())
            with suppress(FileNotFoundError):
                (self.path / "current.new").unlink()
            (self.path / "generations").mkdir(exist_ok=True)
            for generation in self._unpublished():
                shutil.rmtree(generation)

    def staging(self) -> Path:
        """The folder for what has been read so far; what a killed writer left there is still in it."""
        self.begin()
        folder = self.path / "staging"
        with telling(self.path):
            folder.mkdir(exist_ok=True)
        return folder

    def new_generation(self, copy: Hold | None = None) -> Path:
        """A new, unpublished generation's folder; with `copy`, its `db` is a copy of the one held.

        Oxigraph never changes a file of triples once it is written, so the copy links to those and
        costs next to nothing; the few small files that it does change are copied.
        """
        self.begin()
        with telling(self.path):
            generation = self.path / "generations" / str(self._next_number())
            generation.mkdir()
            (generation / "readers").touch()
            if copy is not None:
                _copy_database(copy.database, generation / "db")
        return generation

    def publish(self, generation: Path, manifest: bytes) -> None:
        """Make `generation`, whole and closed, what readers see from now on."""
        with telling(self.path):
            _write_whole(generation / "manifest.json", manifest)
            _synchronise(generation)
            link = self.path / "current.new"
            link.symlink_to(Path("generations") / generation.name)
            link.replace(self.path / "current")
            _synchronise_folder(self.path)

    def _next_number(self) -> int:
        numbers = [int(entry.name) for entry in (self.path / "generations").iterdir() if entry.name.isdigit()]
        return max(numbers, default=0) + 1

    def _unpublished(self) -> list[Path]:
        """The generations that are not current and that nobody reads."""
        current = self.path / "current"
        kept = current.readlink().name if current.is_symlink() else None
        folder = self.path / "generations"
        others = [entry for entry in sorted(folder.iterdir()) if entry.name != kept] if folder.is_dir() else []
        return [generation for generation in others if not _is_read(generation)]

    def _clean(self) -> None:
        shutil.rmtree(self.path / "staging", ignore_errors=True)
        for generation in self._unpublished():
            shutil.rmtree(generation, ignore_errors=True)
        if os.fstat(self._descriptor).st_size:
            os.ftruncate(self._descriptor, 0)
        if self._created and not (self.path / "current").is_symlink():
            for name in ("generations", "staging"):
                shutil.rmtree(self.path / name, ignore_errors=True)
            for name in ("format", "format.new", "current.new", "lock"):
                (self.path / name).unlink(missing_ok=True)
            if self._made_folder:
                self.path.rmdir()


def _is_read(generation: Path) -> bool:
    try:
        descriptor = os.open(generation / "readers", os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Readers that took their hold too late see by this that theirs holds nothing.
        (generation / "readers").unlink()
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _copy_database(source: Path, target: Path) -> None:
    target.mkdir()
    for entry in sorted(source.iterdir()):
        if entry.suffix == ".sst":
            (target / entry.name).hardlink_to(entry)
        elif entry.name != "LOCK":
            shutil.copyfile(entry, target / entry.name)


def _write_whole(path: Path, data: bytes) -> None:
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _synchronise(folder: Path) -> None:
    """Wait until everything under `folder` is on the disk."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            _synchronise(entry)
        else:
            descriptor = os.open(entry, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
    _synchronise_folder(folder)


def _synchronise_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
