"""Who writes to a store's folder: the hold on it, a new generation made beside the current one, and its publication.

`kg.store.layout` tells what lies where.
"""

import fcntl
import os
import shutil
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError
from kg.store.layout import FORMAT, OWN_NAMES, Hold, check_version, telling


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
            check_version(self.path)

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
        """A new, unpublished generation's folder; with `copy`, its `db` and `search` are copies of those held.

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
                _link_index(copy.search, generation / "search")
        return generation

    def publish(self, generation: Path, manifest: bytes) -> None:
        """Make `generation`, whole and closed, what readers see from now on."""
        with telling(self.path):
            _write_whole(generation / "manifest.jsonl", manifest)
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


def _link_index(source: Path, target: Path) -> None:
    if source.is_dir():
        target.mkdir()
        for entry in sorted(source.iterdir()):
            (target / entry.name).hardlink_to(entry)


def _write_whole(path: Path, data: bytes) -> None:
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _synchronise(folder: Path) -> None:
    """Wait until everything under `folder` is on the disk; a file that an earlier generation has, too, is there."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            _synchronise(entry)
        elif entry.stat().st_nlink == 1:
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
