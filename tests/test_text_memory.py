"""What reading has found out about its rules is kept between runs, and changes nothing in what is read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.text import memory, needs
from kg.text.rule import Rule

EXPRESSION = r"\b(?:met|spoke)\swith\s(?P<whom>[A-Z]\w+)"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(needs, "_KNOWN", {})
    memory.recall.cache_clear()
    yield tmp_path / "osce-kg" / "reading"
    memory.recall.cache_clear()


def again() -> int:
    """As in another process."""
    needs._KNOWN.clear()
    memory.recall.cache_clear()
    return memory.recall()


def test_analyses_come_back_as_they_were(cache: Path) -> None:
    assert memory.recall() == 0
    found = needs.analysed(EXPRESSION)
    assert found.needs
    memory.keep()
    assert again() == 1
    assert {next(iter(needs._KNOWN)): found} == needs._KNOWN
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


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"a": 1}', b'{"a": [[["w"]], true]}', b'{"a": [[[1]], false, false]}', b"\xff"]
)
def test_a_file_that_somebody_changed_is_found_out_anew(cache: Path, content: bytes) -> None:
    memory.recall()
    needs.analysed(EXPRESSION)
    memory.keep()
    (file,) = cache.iterdir()
    file.write_bytes(content)
    assert again() == 0
    assert needs.analysed(EXPRESSION).needs
    memory.keep()
    assert len(json.loads(file.read_bytes())) == 1


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
