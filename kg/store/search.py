"""The full-text index beside a store: which passages hold some words, and which things have a name.

It lies in the generation, in `search/`, as SQLite files that are never changed once published: a build writes one of
all there is, and each `kg add` one more of what it brings, so that it costs the same in a large store as in a small
one; from time to time the newest become one, up to one that is much larger than they are together. What an older file
says of a release that has been replaced is harmless, since the index only proposes: whoever asks looks each proposal up
in the graph. Without an index everything is found by the graph alone, more slowly.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import ID_NAMESPACE, slug
from kg.terms import DCT, KG, RDFS, SKOS

MOST_FILES = 16
"""With so many, the next writer makes one of the newest."""
SHORTEST = 3
"""Characters that words need to be found by the index, which knows every three that stand together."""
MANY = 500
"""Passages; where more might hold some words, it is worth looking for them in their order."""

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE passage (id INTEGER PRIMARY KEY, iri TEXT NOT NULL);
CREATE TABLE thing (id INTEGER PRIMARY KEY, iri TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (iri, name));
CREATE VIRTUAL TABLE quotes USING fts5 (text, content = '', tokenize = 'trigram');
CREATE VIRTUAL TABLE names USING fts5 (text, content = '', detail = 'full');
"""
_NAMES = (RDFS.label, SKOS.altLabel, KG.nameInRelease, DCT.title)
_PASSAGE = f"{ID_NAMESPACE}passage-"
_WITHOUT_NAMES = tuple(
    f"{ID_NAMESPACE}{kind}-"
    for kind in ("passage", "mention", "participation", "act", "unresolved", "tenure", "membership")
)
"""What begins the IRIs of things that nobody asks for by name."""


def write(folder: Path, quads: Iterable[Quad]) -> None:
    """Add a file with the quotes and names among these quads to the index in `folder`.

    Raises `OSError` where the disk fails.
    """
    folder.mkdir(exist_ok=True)
    with _new_file(folder) as database:
        for quad in quads:
            _add(database, quad)


@contextmanager
def _new_file(folder: Path) -> Iterator[sqlite3.Connection]:
    number = int(files[-1].stem) + 1 if (files := _files(folder)) else 1
    try:
        with closing(sqlite3.connect(folder / f"{number:04}.sqlite", isolation_level=None)) as database:
            database.executescript(_TABLES)
            database.execute("BEGIN")
            yield database
            database.execute("INSERT INTO names (rowid, text) SELECT id, name FROM thing")
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise OSError(f"the index of words: {error}") from error


def join(folder: Path, store: pyoxigraph.Store) -> None:
    """Where the index is in too many files, make one of the newest, with what is still in the store of what they know.

    For a generation that is not published yet. Raises `OSError` where the disk fails.
    """
    files = _files(folder)
    if len(files) < MOST_FILES:
        return
    joined: list[Path] = []
    size = 0
    for file in reversed(files):
        if len(joined) > 1 and file.stat().st_size > 2 * size:
            break
        joined.append(file)
        size += file.stat().st_size
    passages: set[str] = set()
    things: set[tuple[str, ...]] = set()
    for file in joined:
        with closing(_opened(file)) as database:
            passages.update(iri for (iri,) in _rows(database, "SELECT iri FROM passage"))
            things.update(_rows(database, "SELECT iri, name FROM thing"))
    with _new_file(folder) as database:
        for iri in sorted(passages):
            for quad in store.quads_for_pattern(NamedNode(iri), KG.quote, None, None):
                _add(database, quad)
        database.executemany(
            "INSERT INTO thing (iri, name) VALUES (?, ?)",
            (row for row in sorted(things) if next(store.quads_for_pattern(NamedNode(row[0]), None, None, None), None)),
        )
    for file in joined:
        file.unlink()


def of_store(store: pyoxigraph.Store) -> Iterator[Quad]:
    """The quads of a whole store that an index is made of."""
    for predicate in (KG.quote, *_NAMES):
        yield from store.quads_for_pattern(None, predicate, None, None)


def of_graphs(store: pyoxigraph.Store, graphs: Iterable[NamedNode]) -> Iterator[Quad]:
    """The quads of some graphs that an index is made of, among others."""
    for graph in graphs:
        yield from store.quads_for_pattern(None, None, None, graph)


def exists(folder: Path) -> bool:
    """Whether there is an index to add to."""
    return bool(_files(folder))


def clear(folder: Path) -> None:
    """Take away the index of a generation that is not published yet."""
    for file in _files(folder):
        file.unlink()


def _add(database: sqlite3.Connection, quad: Quad) -> None:
    subject, value = quad.subject, quad.object
    if not isinstance(subject, NamedNode) or not isinstance(value, Literal):
        return
    iri = subject.value
    if quad.predicate == KG.quote:
        if iri.startswith(_PASSAGE):
            row = database.execute("INSERT INTO passage (iri) VALUES (?)", (iri,)).lastrowid
            database.execute("INSERT INTO quotes (rowid, text) VALUES (?, ?)", (row, value.value.lower()))
    elif quad.predicate in _NAMES and not iri.startswith(_WITHOUT_NAMES):
        database.execute("INSERT OR IGNORE INTO thing (iri, name) VALUES (?, ?)", (iri, _words(slug(value.value))))


class Index:
    """The index in a folder, to be asked; its files stay open until `close`."""

    def __init__(self, folder: Path) -> None:
        """Open the index in this folder, where there may be none; raises `OSError` where it cannot be read."""
        self._files = [_opened(file) for file in _files(folder)]

    def passages(self, words: str) -> tuple[str, ...] | None:
        """The IRIs of the passages that may hold these words, in whatever letter case, as they stand together.

        None where the index cannot tell: there is none, or the words are too short.
        """
        wanted = words.lower()
        if len(wanted) < SHORTEST or "\0" in wanted:
            return None
        text = "SELECT passage.iri FROM quotes JOIN passage ON passage.id = quotes.rowid WHERE quotes MATCH ?"
        # Every third run of three characters, wherever in a passage it stands, is looked up in a third of the time that
        # all of them take in their order, and mostly tells the same passages.
        runs = {wanted[start : start + SHORTEST] for start in range(0, len(wanted) - SHORTEST + 1, SHORTEST)}
        found = self._asked(text, " AND ".join(map(_quoted, sorted(runs | {wanted[-SHORTEST:]}))))
        return found if found is None or len(found) < MANY else self._asked(text, _quoted(wanted))

    def things(self, name: str) -> tuple[str, ...] | None:
        """The IRIs of the things that may have a name in which this slug's words stand together; None as above."""
        wanted = _words(name)
        if not wanted:
            return None
        text = "SELECT thing.iri FROM names JOIN thing ON thing.id = names.rowid WHERE names MATCH ?"
        return self._asked(text, _quoted(wanted))

    def _asked(self, text: str, pattern: str) -> tuple[str, ...] | None:
        if not self._files:
            return None
        return tuple(sorted({iri for file in self._files for (iri,) in _rows(file, text, pattern)}))

    def close(self) -> None:
        """Let go of the files."""
        for file in self._files:
            file.close()


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', '""') + '"'


def _opened(file: Path) -> sqlite3.Connection:
    try:
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(address, uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise OSError(f"the index of words: {error}") from error


def _rows(file: sqlite3.Connection, text: str, *values: str) -> list[tuple[str, ...]]:
    try:
        return file.execute(text, values).fetchall()
    except sqlite3.Error as error:
        raise OSError(f"the index of words: {error}") from error


def _words(name: str) -> str:
    return name.replace("-", " ")


def _files(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob("*.sqlite"))
