"""Paths to files: order, archives, and what is skipped or refused and why."""

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from kg.build import inputs
from kg.build.inputs import Input
from kg.errors import InputError


def met(*paths: Path) -> dict[str, str]:
    """What is met under the paths: its place, and its text, why it is refused, or that it is skipped."""
    return {one.place: told(one) for one in inputs.inputs(paths)}


def told(one: Input) -> str:
    if one.skipped:
        return "skipped"
    return f"refused: {one.refused}" if one.refused else one.data.decode()


def test_folders_come_sorted_with_their_folders_and_names(tmp_path: Path) -> None:
    for place in ("b/2.txt", "b/10.txt", "a/é.txt", "a/z.txt", "top.txt"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(place)
    assert list(met(tmp_path)) == ["top.txt", "a/z.txt", "a/é.txt", "b/10.txt", "b/2.txt"]
    assert [one.name for one in inputs.inputs((tmp_path,))] == [
        "top.txt",
        "z.txt",
        "é.txt",
        "10.txt",
        "2.txt",
    ]
    assert inputs.count((tmp_path,)) == 5


def test_files_that_tell_of_others_are_skipped_unless_given_by_name(tmp_path: Path) -> None:
    for name in ("README.md", "readme", "LICENSE", "LICENCE.txt", "NOTICE", ".hidden", "page.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    found = met(tmp_path)
    assert [place for place, what in found.items() if what != "skipped"] == ["page.txt"]
    assert len(found) == 8
    assert met(tmp_path / "README.md") == {"README.md": "README.md"}
    assert met(tmp_path / ".hidden") == {".hidden": ".hidden"}


def test_a_folder_may_itself_be_hidden(tmp_path: Path) -> None:
    folder = tmp_path / ".cache"
    folder.mkdir()
    (folder / "page.txt").write_text("x")
    assert met(folder) == {"page.txt": "x"}


def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "page.txt").write_text("x")
    (tmp_path / "in" / "back").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "other")
    (tmp_path / "in" / "nowhere.txt").symlink_to(tmp_path / "gone")
    assert met(tmp_path / "in") == {
        "nowhere.txt": "refused: No such file or directory",
        "link/page.txt": "x",
    }


def make_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def make_tar(path: Path, members: dict[str, bytes]) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in members.items():
            about = tarfile.TarInfo(name)
            about.size = len(data)
            archive.addfile(about, io.BytesIO(data))


MEMBERS = {
    "x/b.txt": b"b",
    "x/a.txt": b"a",
    "README.md": b"r",
    "__MACOSX/._a.txt": b"m",
    "../../outside.txt": b"o",
}


@pytest.mark.parametrize(("name", "make"), [("pages.zip", make_zip), ("pages.tar.gz", make_tar)])
def test_archives_are_read_without_unpacking(tmp_path: Path, name: str, make) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / name, MEMBERS)
    assert met(tmp_path) == {
        f"{name}/x/a.txt": "a",
        f"{name}/x/b.txt": "b",
        f"{name}/README.md": "skipped",
        f"{name}/__MACOSX/._a.txt": "skipped",
        f"{name}/../../outside.txt": "skipped",
    }
    assert list(tmp_path.parent.rglob("outside.txt")) == []


def test_a_spoilt_archive_is_refused_with_what_could_be_read(tmp_path: Path) -> None:
    make_zip(tmp_path / "whole.zip", {"a.txt": b"a" * 1000, "b.txt": b"b" * 1000})
    data = (tmp_path / "whole.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(data[:700])
    (tmp_path / "flipped.zip").write_bytes(data.replace(b"a" * 1000, b"a" * 999 + b"x", 1))
    make_tar(tmp_path / "whole.tar.gz", {"a.txt": os.urandom(20000), "b.txt": b"b"})
    (tmp_path / "cut.tar.gz").write_bytes((tmp_path / "whole.tar.gz").read_bytes()[:9000])
    (tmp_path / "none.tar.gz").write_bytes(b"not an archive")
    assert met(tmp_path / "cut.zip")["cut.zip"].startswith("refused: an archive that cannot be opened")
    assert met(tmp_path / "flipped.zip")["flipped.zip/a.txt"].startswith("refused: cannot be unpacked: Bad CRC")
    assert met(tmp_path / "flipped.zip")["flipped.zip/b.txt"] == "b" * 1000
    assert met(tmp_path / "cut.tar.gz")["cut.tar.gz"].startswith("refused: an archive that cannot be read")
    assert met(tmp_path / "none.tar.gz")["none.tar.gz"].startswith("refused: an archive that cannot be read")


def test_what_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "LARGEST", 100)
    (tmp_path / "big.txt").write_bytes(b"x" * 101)
    make_zip(tmp_path / "big.zip", {"big.txt": b"x" * 101, "small.txt": b"s"})
    make_tar(tmp_path / "big.tar.gz", {"big.txt": b"x" * 101})
    found = met(tmp_path)
    reason = "refused: 101 bytes is too large for a release; the limit is 100"
    assert found["big.txt"] == found["big.zip/big.txt"] == found["big.tar.gz/big.txt"] == reason
    assert found["big.zip/small.txt"] == "s"


def test_a_pipe_in_a_folder_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert met(tmp_path) == {"pipe.txt": "refused: not a regular file"}


def test_a_name_that_is_not_utf8_can_be_told(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x")
    assert met(tmp_path) == {"caf\\udce9.txt": "x"}


def test_paths_are_checked_before_anything_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, reason in [
        (tmp_path / "none", "no such file or folder"),
        (tmp_path / "pipe", "neither a file nor a folder"),
        (tmp_path / ("x" * 300), "File name too long"),
        (Path("nul\0l"), "embedded null byte"),
    ]:
        with pytest.raises(InputError, match=reason):
            inputs.check((tmp_path, path))
    with pytest.raises(InputError, match="nothing to read"):
        inputs.check(())
