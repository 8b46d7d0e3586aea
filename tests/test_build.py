"""Builds: what is read again and what is not, and that every way leads to the same bytes."""

import io
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad
from test_build_parts import RULE_TEXT, make_parts, read_list, reference_quads

from kg.build import Parts, Summary, add, build, in_processes
from kg.build.manifest import Manifest
from kg.build.reading import ReadRelease
from kg.errors import InputError, StoreError
from kg.export import nquads
from kg.graphs import REFERENCE
from kg.iris import mint
from kg.resources import resource
from kg.store import LocalStore
from kg.terms import RDFS


def dump(store: Path) -> bytes:
    """All of a store as sorted N-Quads."""
    output = io.BytesIO()
    with LocalStore(store) as opened:
        nquads(opened, output)
    return output.getvalue()


def snapshot(path: Path) -> list[tuple[str, int, int]]:
    """Every file and folder with its size and time of change."""
    return [(str(one), one.lstat().st_size, one.lstat().st_mtime_ns) for one in [path, *sorted(path.rglob("*"))]]


class Archive:
    """A folder of releases that can be changed, and a store that is built from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases = folder / "releases"
        self.releases.mkdir(exist_ok=True)
        self.store = folder / "store"
        self.parts = make_parts(folder / "parts")
        self.read: list[str] = []

    def write(self, name: str, text: str) -> None:
        (self.releases / name).write_text(text)

    def counting(self, name: str, data: bytes) -> tuple[ReadRelease, ...]:
        self.read.append(name)
        return read_list(name, data)

    def build(self, parts: Parts | None = None, paths: Sequence[str | Path] = ()) -> Summary:
        self.read.clear()
        chosen = parts or self.parts
        counted = Parts(self.counting, chosen.version, chosen.ontology, chosen.reference, chosen.rules)
        return build(paths or [self.releases], self.store, parts=counted)

    def from_nothing(self, parts: Parts | None = None) -> bytes:
        fresh = self.folder / f"fresh-{len(list(self.folder.iterdir()))}"
        build([self.releases], fresh, parts=parts or self.parts)
        return dump(fresh)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path)
    for number in range(6):
        made.write(f"{number}.txt", f"release r{number}\nAnna {number}\nBert\n")
    return made


def test_a_first_build_reads_everything(archive: Archive) -> None:
    summary = archive.build()
    assert (summary.added, summary.kept, summary.replaced, summary.dropped) == (6, 0, 0, 0)
    assert summary.releases == 6
    assert summary.facts == {"Mention": 12}
    assert summary.written
    assert summary.quads == dump(archive.store).count(b"\n")
    assert archive.read == [f"{number}.txt" for number in range(6)]


def test_a_second_build_reads_nothing_and_writes_nothing(archive: Archive) -> None:
    archive.build()
    before = snapshot(archive.store)
    time.sleep(0.02)
    summary = archive.build()
    assert archive.read == []
    assert (summary.kept, summary.added, summary.written) == (6, 0, False)
    assert snapshot(archive.store) == before


def test_only_what_is_new_or_changed_is_read_and_what_is_gone_goes(archive: Archive) -> None:
    archive.build()
    archive.write("2.txt", "release r2\nClara\n")
    archive.write("9.txt", "release r9\nBert\nEdi Rama\n")
    (archive.releases / "4.txt").unlink()
    summary = archive.build()
    assert archive.read == ["2.txt", "9.txt"]
    assert (summary.added, summary.replaced, summary.dropped, summary.kept) == (1, 1, 1, 4)
    content = dump(archive.store)
    assert b"person-clara" in content
    assert b"anna-2" not in content
    assert b"anna-4" not in content
    assert b"graph-release-r4" not in content
    assert content == archive.from_nothing()


def test_what_was_derived_from_a_withdrawn_release_goes_with_it(archive: Archive) -> None:
    archive.build()
    assert b"person-anna-4> <https://w3id.org/osce-kg/ontology#isCoMentionedWith>" in dump(archive.store)
    (archive.releases / "4.txt").unlink()
    archive.build()
    assert b"anna-4" not in dump(archive.store)


def test_a_renamed_file_of_the_same_bytes_changes_nothing_in_the_graph(archive: Archive) -> None:
    archive.build()
    before = dump(archive.store)
    (archive.releases / "0.txt").rename(archive.releases / "zero.txt")
    archive.build()
    assert dump(archive.store) == before


def test_another_version_of_the_reader_reads_all_again(archive: Archive) -> None:
    archive.build()
    summary = archive.build(make_parts(archive.folder / "parts", version="2"))
    assert len(archive.read) == 6
    assert (summary.replaced, summary.kept) == (6, 0)


def more_reference() -> list[Quad]:
    return [
        *reference_quads(),
        Quad(mint("person", "Zoe"), RDFS.label, Literal("Zoe", language="en"), REFERENCE),
    ]


def test_changed_grounds_are_replaced_without_reading_a_release(archive: Archive) -> None:
    archive.build()
    parts = archive.parts
    changed = Parts(parts.read, parts.version, parts.ontology, more_reference, parts.rules)
    summary = archive.build(changed)
    assert (archive.read, summary.written, summary.kept) == ([], True, 6)
    assert b"person-zoe" in dump(archive.store)
    assert dump(archive.store) == archive.from_nothing(changed)

    other_rule = make_parts(archive.folder / "parts-2", rule=RULE_TEXT.replace("isCoMentionedWith", "metWith"))
    archive.build(other_rule)
    assert archive.read == []
    assert b"isCoMentionedWith" not in dump(archive.store)
    assert dump(archive.store) == archive.from_nothing(other_rule)

    other_rule.ontology[0].write_text(
        "<https://w3id.org/osce-kg/ontology#State> a <http://www.w3.org/2002/07/owl#Class> ."
    )
    archive.build(other_rule)
    assert b"ontology#State" in dump(archive.store)
    assert dump(archive.store) == archive.from_nothing(other_rule)


def test_a_triple_that_stands_elsewhere_is_not_derived_again(archive: Archive) -> None:
    archive.build(
        make_parts(archive.folder / "parts", rule="CONSTRUCT { ?p a kg:Person, kg:Actor } { ?p a kg:Person }")
    )
    derived = [line for line in dump(archive.store).splitlines() if line.endswith(b"graph-derived> .")]
    assert derived
    assert all(b"ontology#Actor>" in line for line in derived)


def test_rules_see_what_earlier_rules_derived(archive: Archive) -> None:
    parts = make_parts(archive.folder / "parts", rule="CONSTRUCT { ?p a kg:Actor } { ?p a kg:Person }")
    second = archive.folder / "parts" / "20-second.rq"
    second.write_text("CONSTRUCT { ?p kg:isVerified true } { ?p a kg:Actor }")
    archive.build(Parts(parts.read, "1", parts.ontology, parts.reference, (*parts.rules, second)))
    assert dump(archive.store).count(b"isVerified") == 8


def test_random_histories_end_in_the_bytes_of_a_build_from_nothing(archive: Archive) -> None:
    chance = random.Random(20200226)
    for _ in range(12):
        for _ in range(chance.randrange(1, 4)):
            name = f"{chance.randrange(8)}.txt"
            match chance.randrange(4):
                case 0:
                    (archive.releases / name).unlink(missing_ok=True)
                case 1:
                    # Two files may give one release, then and again.
                    archive.write(name, f"release r{chance.randrange(8)}\nAnna {chance.randrange(4)}\n")
                case 2:
                    archive.write(name, "not one")
                case 3:
                    archive.write(name, f"release r{chance.randrange(8)}\nBert\nrelease s{name}\nBert\n")
        archive.write("always.txt", "release always\nBert\n")
        archive.build()
        assert dump(archive.store) == archive.from_nothing()


def test_of_two_files_that_give_one_release_the_first_stands_for_it(archive: Archive) -> None:
    archive.write("5b.txt", "release r5\nClara\n")
    summary = archive.build()
    assert summary.refused == (("5b.txt", "gives the release r5, which 5.txt gives otherwise; the first is kept"),)
    assert b"clara" not in dump(archive.store)
    before = snapshot(archive.store)
    assert archive.build().refused == summary.refused
    assert snapshot(archive.store) == before
    (archive.releases / "5.txt").unlink()
    summary = archive.build()
    assert summary.refused == ()
    assert b"clara" in dump(archive.store)
    assert dump(archive.store) == archive.from_nothing()


def test_the_same_bytes_twice_are_counted_and_read_once(archive: Archive) -> None:
    archive.write("copy.txt", (archive.releases / "5.txt").read_text())
    summary = archive.build()
    assert (summary.duplicates, summary.refused, summary.releases) == (1, (), 6)
    assert archive.read.count("copy.txt") == 0
    summary = build([archive.releases / "0.txt", archive.releases / "0.txt"], archive.store, parts=archive.parts)
    assert (summary.duplicates, summary.releases) == (1, 1)


def test_a_bad_release_among_many_is_refused_and_named(archive: Archive) -> None:
    archive.write("bad.txt", "nothing of the kind")
    summary = archive.build()
    assert summary.refused == (("bad.txt", "does not begin with the word release"),)
    assert summary.releases == 6
    assert archive.build().refused == summary.refused
    assert archive.read == [], "a refused file that has not changed need not be read again"


def test_where_nothing_can_be_read_nothing_is_written(archive: Archive, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("no")
    with pytest.raises(InputError, match=r"^bad.txt: does not begin with the word release; nothing was changed$"):
        build([bad], archive.store, parts=archive.parts)
    assert not archive.store.exists()
    archive.build()
    before = dump(archive.store)
    with pytest.raises(InputError):
        build([bad], archive.store, parts=archive.parts)
    with pytest.raises(InputError):
        add([bad], archive.store, parts=archive.parts)
    bad2 = tmp_path / "bad2.txt"
    bad2.write_text("no no")
    with pytest.raises(InputError, match=r"none of 2 files could be read, the first bad\.txt: "):
        build([bad, bad2], archive.store, parts=archive.parts)
    assert dump(archive.store) == before
    assert sorted(one.name for one in archive.store.iterdir()) == ["current", "format", "generations", "lock"]


def test_an_empty_folder_does_not_empty_a_store(archive: Archive, tmp_path: Path) -> None:
    archive.build()
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no release in it; nothing was changed"):
        build([tmp_path / "empty"], archive.store, parts=archive.parts)
    assert LocalStore(archive.store).graphs()


def test_a_missing_path_is_told_before_anything_is_written(archive: Archive) -> None:
    with pytest.raises(InputError, match="nowhere: no such file or folder"):
        build([archive.releases, archive.folder / "nowhere"], archive.store, parts=archive.parts)
    assert not archive.store.exists()


def test_add_adds_and_replaces_and_touches_no_others(archive: Archive, tmp_path: Path) -> None:
    archive.build()
    others = [line for line in dump(archive.store).splitlines() if b"graph-release-r0>" not in line]
    new = tmp_path / "new.txt"
    new.write_text("release r0\nClara\nrelease r7\nBert\n")
    summary = add([new], archive.store, parts=archive.parts)
    assert (summary.added, summary.replaced, summary.dropped, summary.kept) == (1, 1, 0, 5)
    content = dump(archive.store)
    assert b"person-clara" in content
    assert b"graph-release-r7>" in content
    releases = [line for line in others if b"/graph-release-r" in line.rsplit(b" ", 2)[1]]
    assert releases
    assert set(releases) <= set(content.splitlines())
    archive.write("0.txt", "release r0\nClara\n")
    archive.write("7.txt", "release r7\nBert\n")
    assert content == archive.from_nothing()
    before = snapshot(archive.store)
    assert not add([new], archive.store, parts=archive.parts).written
    assert snapshot(archive.store) == before


def test_add_makes_a_store_where_there_is_none(archive: Archive) -> None:
    assert add([archive.releases], archive.store, parts=archive.parts).added == 6
    assert dump(archive.store) == archive.from_nothing()


def test_a_build_after_an_add_drops_what_is_not_given(archive: Archive, tmp_path: Path) -> None:
    archive.build()
    new = tmp_path / "new.txt"
    new.write_text("release r0\nClara\nrelease r7\nBert\n")
    add([new], archive.store, parts=archive.parts)
    summary = archive.build()
    assert (summary.dropped, summary.replaced) == (1, 1)
    assert dump(archive.store) == archive.from_nothing()


def test_a_second_writer_is_told_who_holds_the_store(archive: Archive) -> None:
    archive.build()
    archive.write("0.txt", "release r0\nClara\n")
    held: list[str] = []

    def read_while_another_tries(name: str, data: bytes) -> tuple[ReadRelease, ...]:
        code = (
            "import sys; sys.path[:0] = sys.argv[1:3]\n"
            "from pathlib import Path\n"
            "from test_build_parts import make_parts\n"
            "from kg.build import build\n"
            "from kg.errors import StoreError\n"
            "try: build([sys.argv[3]], sys.argv[4], parts=make_parts(Path(sys.argv[5])))\n"
            "except StoreError as error: print(error)\n"
        )
        here = Path(__file__).parent
        arguments = [here, here.parent, archive.releases, archive.store, archive.folder / "parts"]
        told = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=True
        )
        held.append(told.stdout.strip())
        assert LocalStore(archive.store).graphs(), "readers go on"
        return read_list(name, data)

    parts = archive.parts
    build(
        [archive.releases],
        archive.store,
        parts=Parts(read_while_another_tries, "1", parts.ontology, parts.reference, parts.rules),
    )
    expected = f"{archive.store}: held by process {os.getpid()}: kg build; "
    assert held == [f"{expected}wait until it has ended, then run this again"]


def test_a_failed_build_leaves_the_store_as_it_was(archive: Archive) -> None:
    archive.build()
    before = dump(archive.store)
    archive.write("0.txt", "release r0\nClara\n")

    class Fault(Exception):
        pass

    def fail(name: str, data: bytes) -> tuple[ReadRelease, ...]:
        raise Fault

    parts = archive.parts
    with pytest.raises(Fault) as caught:
        build(
            [archive.releases],
            archive.store,
            parts=Parts(fail, "1", parts.ontology, parts.reference, parts.rules),
        )
    assert caught.value.__notes__ == ["while reading 0.txt"]
    assert dump(archive.store) == before
    assert sorted(one.name for one in archive.store.iterdir()) == ["current", "format", "generations", "lock"]
    assert len(list((archive.store / "generations").iterdir())) == 1


def test_a_folder_with_other_files_is_not_taken_for_a_store(archive: Archive) -> None:
    archive.store.mkdir()
    (archive.store / "thesis.doc").write_text("x")
    with pytest.raises(StoreError, match="not a kg store: it holds other files"):
        archive.build()
    assert [one.name for one in archive.store.iterdir()] == ["thesis.doc"]


def test_an_empty_folder_becomes_a_store(archive: Archive) -> None:
    archive.store.mkdir()
    assert archive.build().written


def test_a_store_within_the_folder_of_releases_is_not_read(archive: Archive) -> None:
    archive.store = archive.releases / "kg-store"
    archive.build()
    assert archive.build().written is False
    assert archive.build().refused == ()


def test_many_files_are_read_in_several_processes_to_the_same_bytes(archive: Archive) -> None:
    for number in range(120):
        archive.write(f"m{number:03}.txt", f"release m{number}\nAnna {number % 7}\n")
    archive.write("m050.txt", "not one")
    progress: list[tuple[str, int, int]] = []
    summary = build(
        [archive.releases], archive.store, parts=archive.parts, progress=lambda *pair: progress.append(pair)
    )
    assert summary.added == 125
    assert summary.refused == (("m050.txt", "does not begin with the word release"),)
    assert [one for one in progress if one[0] == "reading"][-1] == ("reading", 126, 126)
    assert progress[-2:] == [("loading", 0, 125), ("rule 10-rule.rq", 0, 1)]
    one_by_one = archive.folder / "one-by-one"
    for start in range(0, 126, 50):
        add(sorted(archive.releases.iterdir())[start : start + 50], one_by_one, parts=archive.parts)
    assert dump(one_by_one) == dump(archive.store)
    for jobs in (1, 3):
        store = archive.folder / f"jobs-{jobs}"
        build([archive.releases], store, parts=archive.parts, engine=in_processes(jobs))
        with LocalStore(store) as opened, LocalStore(archive.store) as other:
            assert opened.manifest == other.manifest
        assert dump(store) == dump(archive.store)


def test_the_manifest_names_no_folder_and_no_time(archive: Archive) -> None:
    archive.build()
    with LocalStore(archive.store) as store:
        manifest = store.manifest
    assert str(archive.folder).encode() not in manifest
    twin = archive.folder / "elsewhere"
    build([archive.releases], twin, parts=archive.parts)
    with LocalStore(twin) as store:
        assert store.manifest == manifest


def end_at_seven(name: str, data: bytes) -> tuple[ReadRelease, ...]:
    """Read, but end the whole process at one of the files, as a machine without memory does."""
    if name == "m007.txt":
        os._exit(9)
    return read_list(name, data)


def test_a_reading_process_that_is_ended_is_told_in_one_line(archive: Archive) -> None:
    archive.build()
    before = dump(archive.store)
    for number in range(120):
        archive.write(f"m{number:03}.txt", f"release m{number}\n")
    parts = archive.parts
    ending = Parts(end_at_seven, "1", parts.ontology, parts.reference, parts.rules)
    with pytest.raises(InputError, match="was ended from outside"):
        build([archive.releases], archive.store, parts=ending)
    assert dump(archive.store) == before


def test_what_a_killed_build_had_read_is_not_read_again(archive: Archive) -> None:

    read: list[str] = []

    def stop_at_seventy(name: str, data: bytes) -> tuple[ReadRelease, ...]:
        read.append(name)
        if len(read) == 70:
            raise KeyboardInterrupt
        return read_list(name, data)

    for number in range(84):
        archive.write(f"m{number:03}.txt", f"release m{number}\nBert\n")
    parts = archive.parts
    stopping = Parts(stop_at_seventy, "1", parts.ontology, parts.reference, parts.rules)
    with pytest.raises(KeyboardInterrupt):
        build([archive.releases], archive.store, parts=stopping)
    archive.build()
    # Two chunks of 32 files had been finished.
    assert archive.read == read[64:69] + sorted(one.name for one in archive.releases.iterdir())[69:]
    assert dump(archive.store) == archive.from_nothing()
    assert not (archive.store / "staging").exists()


def test_the_shipped_rules_derive_the_same_after_an_add_as_from_nothing(tmp_path: Path) -> None:
    folder, store = tmp_path / "releases", tmp_path / "store"
    folder.mkdir()
    texts = sorted(path for path in resource("data", "releases").glob("*.txt") if not path.name.startswith("README"))
    for path in texts[:-2]:
        (folder / path.name).write_bytes(path.read_bytes())
    build([folder], store)
    # One withdrawn, one told otherwise, and two that are new.
    (folder / texts[0].name).unlink()
    changed = folder / texts[4].name
    changed.write_bytes(changed.read_bytes() + b"\nSergey Lavrov met with Edi Rama in Vienna on 1 March 1999.\n")
    for path in texts[-2:]:
        (folder / path.name).write_bytes(path.read_bytes())
    build([folder], store)
    build([folder], tmp_path / "anew")
    assert _nquads(store) == _nquads(tmp_path / "anew")
    # And back again.
    changed.write_bytes(texts[4].read_bytes())
    add([changed, texts[0]], store)
    build(texts, tmp_path / "whole")
    assert _nquads(store) == _nquads(tmp_path / "whole")


SENTENCES = (
    "Sergey Lavrov met with Edi Rama in Vienna on {day} March 1999.",
    "Edi Rama will meet Sergey Lavrov in Vienna on {day} March 1999.",
    "Edi Rama did not meet Sergey Lavrov in Vienna on {day} March 1999.",
    "The Minsk Group and the Trilateral Contact Group met in Minsk on {day} May 2018.",
    "Minister of Inventions Ada Taluk of Albania met the Co-Chairs of the Minsk Group on {day} June 2019.",
    "Ada Taluk called on Ukraine to join the Normandy Format.",
)


def test_random_changes_to_real_releases_end_in_the_bytes_of_a_build_from_nothing(tmp_path: Path) -> None:
    chance = random.Random(20181207)
    folder, store = tmp_path / "releases", tmp_path / "store"
    folder.mkdir()
    texts = [path for path in sorted(resource("data", "releases").glob("*.txt")) if not path.name.startswith("README")]
    for path in texts[:4]:
        (folder / path.name).write_bytes(path.read_bytes())
    build([folder], store)
    for step in range(6):
        changed = chance.sample(texts[:7], chance.randrange(1, 4))
        for path in changed:
            lines = path.read_text("utf-8").splitlines()
            for sentence in chance.sample(SENTENCES, chance.randrange(4)):
                # Before what is there, so that offsets change too, or behind it.
                where = chance.choice((len(lines) - 1, len(lines)))
                lines.insert(where, sentence.format(day=chance.randrange(1, 4)))
            (folder / path.name).write_text("\n".join(lines), "utf-8")
        if step % 4 == 3:
            (folder / chance.choice(sorted(folder.iterdir())).name).unlink()
            build([folder], store)
        else:
            add([folder / path.name for path in changed], store)
        if step % 2:
            shutil.rmtree(tmp_path / "anew", ignore_errors=True)
            build([folder], tmp_path / "anew")
            assert _nquads(store) == _nquads(tmp_path / "anew")
            assert Manifest.from_bytes(LocalStore(store).manifest, store).quads == len(_nquads(store))


def _nquads(store: Path) -> list[bytes]:
    output = io.BytesIO()
    with LocalStore(store) as opened:
        nquads(opened, output)
    return output.getvalue().splitlines()
