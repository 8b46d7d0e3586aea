"""What reading has found out about its rules is kept between runs, and changes nothing in what is read."""

import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kg.text import memory, needs, programs
from kg.text.rule import Rule

EXPRESSION = r"\b(?:met|spoke)\swith\s(?P<whom>[A-Z]\w+)"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(needs, "_KNOWN", {})
    monkeypatch.setattr(needs, "_LEARNT", set())
    monkeypatch.setattr(programs, "_shelves", [])
    memory.recall.cache_clear()
    yield tmp_path / "osce-kg" / "reading"
    memory.recall.cache_clear()


def again() -> int:
    """As in another process."""
    needs._KNOWN.clear()
    needs._LEARNT.clear()
    memory.recall.cache_clear()
    return memory.recall()


def test_analyses_come_back_as_they_were(cache: Path) -> None:
    assert memory.recall() == 0
    found = needs.analysed(EXPRESSION)
    assert found.needs
    memory.keep()
    assert again() == 1
    assert list(needs._KNOWN.values()) == [found]
    assert needs.analysed(EXPRESSION) == found


def test_nothing_is_written_where_nothing_is_new(cache: Path) -> None:
    memory.recall()
    needs.analysed(EXPRESSION)
    memory.keep()
    (file,) = cache.iterdir()
    file.chmod(0o400)
    written = file.stat()
    again()
    needs.analysed(EXPRESSION)
    memory.keep()
    assert file.stat() == written


def test_programs_come_back_equal_to_what_is_compiled(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.recall()
    first = programs.compiled(EXPRESSION, re.IGNORECASE)
    assert first == re.compile(EXPRESSION, re.IGNORECASE)
    memory.keep()
    again()
    # Nothing is compiled now.
    monkeypatch.setattr(programs, "_compiler", None)
    kept = programs.compiled(EXPRESSION, re.IGNORECASE)
    assert kept == first
    assert (kept.pattern, kept.flags, kept.groupindex) == (first.pattern, first.flags, first.groupindex)
    found = kept.search("they MET with Ann")
    assert found is not None
    assert found["whom"] == "Ann"
    assert found.lastgroup == "whom"


def test_expressions_that_are_none_are_refused_as_ever(cache: Path) -> None:
    memory.recall()
    with pytest.raises(re.error):
        programs.compiled("(met")


@pytest.mark.parametrize("content", [b"", b"{", b"SQLite format 3\0", b"\xff" * 5000])
def test_a_file_that_is_no_memory_is_begun_anew(cache: Path, content: bytes) -> None:
    fill(cache).write_bytes(content)
    assert again() == 0
    assert needs.analysed(EXPRESSION).needs
    memory.keep()
    assert again() == 1


@pytest.mark.parametrize(
    "found", ["", "{", "[]", '{"a": 1}', '[[["w"]], true]', "[[[1]], false, false, false, 1]", b"\xff"]
)
def test_analyses_that_somebody_changed_are_found_out_anew(cache: Path, found: str | bytes) -> None:
    change(fill(cache), "UPDATE analysis SET found = ?", found)
    assert again() == 0
    assert needs.analysed(EXPRESSION).needs
    memory.keep()
    assert again() == 1


@pytest.mark.parametrize("packed", [b"", b"\xff", "text", 7, zlib.compress(b"cut short")[:-3]])
def test_programs_that_somebody_changed_are_made_anew(cache: Path, packed: bytes | str | int) -> None:
    change(fill(cache), "UPDATE program SET packed = ?", packed)
    again()
    assert programs.compiled(EXPRESSION) == re.compile(EXPRESSION)


def test_a_full_memory_is_begun_anew(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(cache)
    assert again() == 1
    monkeypatch.setattr(memory, "MOST_BYTES", 1000)
    assert again() == 0
    assert not [*cache.iterdir()]


def fill(cache: Path) -> Path:
    """Keep what there is to know of the expression; gives the file."""
    memory.recall()
    needs.analysed(EXPRESSION)
    programs.compiled(EXPRESSION)
    memory.keep()
    (file,) = cache.iterdir()
    return file


def change(file: Path, statement: str, value: bytes | str | int) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        assert database.execute(statement, [value]).rowcount == 1


def test_a_folder_that_takes_nothing_is_no_fault(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.parent.parent.joinpath("file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache.parent.parent / "file"))
    assert memory.recall() == 0
    needs.analysed(EXPRESSION)
    memory.keep()


def test_a_rule_is_compiled_when_a_text_may_match() -> None:
    rule = Rule(EXPRESSION)
    with pytest.raises(AttributeError):
        object.__getattribute__(rule, "_compiled")
    assert rule.search("They met with Ann") is not None
    assert EXPRESSION in object.__getattribute__(rule, "_compiled").pattern
