"""What reading has found out about its rules, kept between runs in the user's own cache: analyses and programs.

It changes nothing in what is read, only how soon the first release is. It lies in a folder of the user's, since a store
may come from somebody else.
"""

import json
import platform
import sqlite3
from contextlib import closing, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

MOST_BYTES = 16_000_000
"""Of the file; all rules take a quarter of it, the rest is of rules that were changed since, and it is begun anew."""

_TABLES = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS analysis (key TEXT PRIMARY KEY, found TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS program (key TEXT PRIMARY KEY, packed BLOB NOT NULL);
"""


@cache
def recall() -> int:
    """Let this process know what earlier ones of the same version have kept; gives of how many expressions."""
    from kg.text import needs, programs, rule

    file = _path()
    programs.use(programs.Shelf(lambda _: None))
    if not file.exists():
        return 0
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ValueError("full")
        # Threads ask at the same time, which SQLite itself keeps apart.
        database = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, check_same_thread=False)
        rows = database.execute("SELECT key, found FROM analysis").fetchall()
        rule.prepare(needs.learn({key: json.loads(found) for key, found in rows}))
    except sqlite3.OperationalError:
        # Another process is at work on it.
        return 0
    except (OSError, sqlite3.Error, ValueError, TypeError, AttributeError):
        # Full, or changed by somebody: all is found out again.
        with suppress(OSError):
            file.unlink()
        return 0

    def find(key: str) -> bytes | None:
        try:
            found = database.execute("SELECT packed FROM program WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return found[0] if found else None

    programs.use(programs.Shelf(find))
    return len(rows)


def keep() -> None:
    """Keep what this process has found out beyond what was kept; a folder that takes nothing is no fault."""
    if not recall.cache_info().currsize:
        return
    from kg.text import needs, programs

    analyses, made = needs.found(), programs.made()
    if not analyses and not made:
        return
    file = _path()
    with suppress(OSError, sqlite3.Error):
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.executescript(_TABLES)
            database.execute("BEGIN")
            database.executemany(
                "INSERT OR REPLACE INTO analysis VALUES (?, ?)",
                [(key, json.dumps(found)) for key, found in analyses.items()],
            )
            database.executemany("INSERT OR REPLACE INTO program VALUES (?, ?)", made.items())
            database.execute("COMMIT")


def _path() -> Path:
    from platformdirs import user_cache_path

    from kg.text import needs, programs

    sources = b"".join(Path(module.__file__ or "").read_bytes() for module in (needs, programs))
    version = sha256(f"{platform.python_version()} {programs.MAGIC}".encode() + sources).hexdigest()[:16]
    return user_cache_path("osce-kg") / "reading" / f"rules-{version}.sqlite"
