"""Whole harvests: what is fetched once, again or never, what is kept when pages change, and what a build makes of it."""

import gzip
import hashlib
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from publisher_site import CONTACT, ROBOTS, Harvester, Reply, Site, page, rss, send, serving, sitemap, when_asked

from kg import loaders
from kg.build import inputs
from kg.build.sidecar import INDEX, Kept
from kg.cli.harvest import harvest as command
from kg.cli.main import run
from kg.errors import InputError, ReleaseRefused
from kg.harvest import Publisher, load, shipped

ROOT = Path(__file__).resolve().parent.parent
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


@pytest.fixture
def harvest(site: Site, tmp_path: Path) -> Harvester:
    return Harvester(site, tmp_path / "harvest")


def index(harvest: Harvester) -> list[Kept]:
    return [Kept(**json.loads(line)) for line in (harvest.folder / INDEX).read_bytes().splitlines()]


def since(site: Site, before: int) -> list[str]:
    return [one.path for one in site.asked[before:] if one.path != ROBOTS]


def test_the_index_says_of_every_file_where_when_and_what(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1", updated="Sun, 01 Mar 2020 10:00:00 GMT"), "/1": page(1)}
    harvest("/feed")
    feed, release = index(harvest)
    assert (feed.role, feed.url, release.role, release.url) == ("source", site.url("/feed"), "release", site.url("/1"))
    assert (release.media_type, release.charset, release.publisher) == ("text/html", "utf-8", "127.0.0.1")
    assert release.stated == "Sun, 01 Mar 2020 10:00:00 GMT"
    assert abs(time.mktime(time.strptime(release.fetched, "%Y-%m-%dT%H:%M:%SZ")) - time.mktime(time.gmtime())) < 60
    for one in (feed, release):
        data = (harvest.folder / one.file).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (one.size, one.sha256)


def test_what_is_kept_is_not_asked_for_again_and_a_second_harvest_writes_nothing(
    site: Site, harvest: Harvester
) -> None:
    site.pages |= {"/feed": when_asked(rss("/1", "/2"), '"f"'), "/1": page(1), "/2": page(2)}
    assert harvest("/feed").new == 2
    before, asked = (harvest.folder / INDEX).read_bytes(), len(site.asked)
    summary = harvest("/feed")
    assert (summary.new, summary.held, summary.refused) == (0, 2, [])
    assert since(site, asked) == ["/feed"]
    assert site.asked[-1].headers["If-None-Match"] == '"f"'
    assert (harvest.folder / INDEX).read_bytes() == before


def test_pages_are_asked_for_with_what_the_server_said_of_them(site: Site, harvest: Harvester) -> None:
    stamp = "Sun, 01 Mar 2020 10:00:00 GMT"

    def dated(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-Modified-Since") == stamp:
            handler.send_response(304)
            handler.end_headers()
        else:
            send(handler, Reply(page(2).body, headers={"Last-Modified": stamp}))

    site.pages |= {"/feed": rss("/1", "/2", "/3"), "/1": when_asked(page(1), 'W/"1"'), "/2": dated, "/3": page(3)}
    harvest("/feed")
    summary = harvest("/feed", recheck=True)
    assert (summary.unchanged, summary.new, summary.changed, summary.refused) == (3, 0, 0, [])
    assert len(harvest.files) == 3


def test_a_page_that_changed_is_kept_beside_its_earlier_version(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1"), "/1": page(1)}
    harvest("/feed")
    site.pages["/1"] = page(1, "met nobody")
    assert harvest("/feed").held == 1
    assert harvest("/feed", recheck=True).changed == 1
    assert {file.read_bytes() for file in harvest.files} == {page(1).body, page(1, "met nobody").body}
    site.pages["/1"] = page(1)
    assert harvest("/feed", recheck=True).changed == 1
    assert len(harvest.files) == 2
    assert [one.sha256 for one in index(harvest) if one.role == "release"][0::2] == [
        hashlib.sha256(page(1).body).hexdigest()
    ] * 2


def test_a_source_that_dates_a_page_anew_has_it_asked_for_again_once(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/map": sitemap(site.url("/1"), changed="2020-03-01"), "/1": when_asked(page(1), '"1"')}
    harvest("/map")
    site.pages["/map"] = sitemap(site.url("/1"), changed="2020-03-02")
    assert harvest("/map", new_only=True).held == 1
    assert harvest("/map").unchanged == 1
    assert harvest("/map").held == 1
    site.pages |= {"/map": sitemap(site.url("/1"), changed="2020-03-03"), "/1": page(1, "met two counterparts")}
    assert harvest("/map").changed == 1


def test_the_same_page_under_several_addresses_of_a_feed_is_fetched_once(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1", site.url("/1#a"), "1", site.url("/x/../1")), "/1": page(1)}
    assert harvest("/feed").new == 1
    assert site.paths() == ["/feed", "/1"]


def test_a_sitemap_index_leads_to_packed_sitemaps_and_no_deeper(site: Site, harvest: Harvester) -> None:
    site.pages |= {
        "/map": sitemap(site.url("/a.xml.gz"), site.url("/b.xml"), site.url("/gone.xml"), root="sitemapindex"),
        "/a.xml.gz": Reply(gzip.compress(sitemap(site.url("/1"), site.url("/2")).body), kind="application/gzip"),
        "/b.xml": sitemap(site.url("/deeper.xml"), site.url("/map"), root="sitemapindex"),
        "/1": page(1),
        "/2": page(2),
    }
    summary = harvest("/map")
    assert (summary.new, summary.sources) == (2, 3)
    deeper = "named by a sitemap index that another names"
    assert sorted(summary.refused) == sorted(
        [(site.url("/deeper.xml"), deeper), (site.url("/map"), deeper), (site.url("/gone.xml"), "404 Not Found")]
    )


def test_a_huge_sitemap_is_taken_piece_by_piece(site: Site, harvest: Harvester) -> None:
    site.pages["/map"] = sitemap(*(site.url(f"/{number}") for number in range(60_000)))
    site.pages |= {f"/{number}": page(number) for number in range(20)}
    summary = harvest("/map", most=10)
    assert (summary.new, summary.beyond) == (10, 49_990)
    assert summary.refused == [(site.url("/map"), "names more than 50,000 addresses; the rest is left out")]
    summary = harvest("/map", most=10)
    assert (summary.new, summary.held) == (10, 10)


def test_listing_pages_are_followed_to_their_end_or_the_limit(site: Site, harvest: Harvester) -> None:
    def listing(number: int) -> Reply:
        links = "".join(f'<a href="/news/{number}{item}">Item</a>' for item in range(3))
        return Reply(
            f'<html><body><a href="/about">About</a><a href="http://other.example/news/9">x</a>{links}'
            f'<a rel="next" href="/news?page={(number + 1) % 4}">Next</a></body></html>'.encode()
        )

    site.pages |= {f"/news?page={number}": listing(number) for number in range(4)}
    site.pages |= {f"/news/{number}{item}": page(number * 10 + item) for number in range(4) for item in range(3)}
    summary = harvest("/news?page=0", match=(r"/news/\d+$",), most_listings=2)
    assert (summary.new, summary.sources, summary.other) == (6, 2, 4)
    summary = harvest("/news?page=0", match=(r"/news/\d+$",))
    assert (summary.new, summary.held, summary.sources, summary.refused) == (6, 6, 4, [])


def test_what_is_named_on_other_hosts_is_left_out_unless_allowed(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1", site.url("/2", "localhost")), "/1": page(1), "/2": page(2)}
    summary = harvest("/feed")
    assert (summary.new, summary.other) == (1, 1)
    assert harvest("/feed", hosts=frozenset({"localhost"})).new == 1


def test_a_source_of_the_wrong_kind_or_none_is_refused(site: Site, harvest: Harvester) -> None:
    publisher = Publisher(
        "p", "P", hosts=frozenset({"127.0.0.1"}), feeds=(site.url("/a"), site.url("/b")), sitemaps=(site.url("/c"),)
    )
    site.pages |= {"/a": rss("/1"), "/b": page(1), "/c": Reply(b'{"a": 1}', kind="application/json"), "/1": page(1)}
    summary = harvest(publisher)
    assert summary.new == 1
    assert summary.refused == [
        (site.url("/b"), "not a feed, but listing"),
        (site.url("/c"), "not a sitemap, but application/json"),
    ]


def test_a_feed_is_known_by_its_bytes_whatever_the_server_calls_it(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": Reply(rss("/1").body, kind="text/html"), "/1": Reply(page(1).body, kind=None)}
    assert harvest("/feed").new == 1


def test_a_broken_feed_is_refused_and_other_sources_read(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": Reply(b"<rss><channel><item>"), "/other": rss("/1"), "/1": page(1)}
    publisher = Publisher("p", "P", hosts=frozenset({"127.0.0.1"}), feeds=(site.url("/feed"), site.url("/other")))
    summary = harvest(publisher)
    assert (summary.new, len(summary.refused)) == (1, 1)
    assert "a feed that is not well-formed XML: line 1" in summary.refused[0][1]


def test_counts_outside_what_is_expected_are_told(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1"), "/1": page(1)}
    few = Publisher("p", "P", hosts=frozenset({"127.0.0.1"}), feeds=(site.url("/feed"),), least=5)
    assert harvest(few).refused == [
        ("p", "its sources name 1 releases, at least 5 were expected; their form may have changed")
    ]
    many = Publisher("p", "P", hosts=frozenset({"127.0.0.1"}), feeds=(site.url("/feed"),), most=0)
    assert "at most 0 were expected" in harvest(many).refused[0][1]


def test_a_file_that_was_lost_is_fetched_again(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1"), "/1": when_asked(page(1), '"1"')}
    harvest("/feed")
    harvest.files[0].unlink()
    assert harvest("/feed").new == 1
    assert harvest.files[0].read_bytes() == page(1).body


def test_a_killed_harvest_leaves_whole_files_and_is_gone_on_with(site: Site, harvest: Harvester) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        site.ended.wait(0.05)
        send(handler, page(int(handler.path[1:])))

    site.pages |= {"/feed": rss(*(f"/{number}" for number in range(30)))}
    site.pages |= {f"/{number}": slow for number in range(30)}
    command = [sys.executable, "-m", "kg", "harvest", site.url("/feed"), "-o", str(harvest.folder)]
    command += ["--contact", CONTACT, "--allow-private", "--delay", "0"]
    for _ in range(3):
        before = len(site.paths())
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(2400):
            if len(site.paths()) > before + 5 or process.poll() is not None:
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for one in index(harvest):
            assert hashlib.sha256((harvest.folder / one.file).read_bytes()).hexdigest() == one.sha256
    (harvest.folder / INDEX).open("ab").write(b'{"url": "http://torn')
    summary = harvest("/feed")
    assert summary.new + summary.held == 30
    assert summary.held > 10
    assert {file.read_bytes() for file in harvest.files} == {page(number).body for number in range(30)}
    assert not (harvest.folder / ".part").exists()


def test_a_disk_that_takes_no_more_leaves_nothing_in_part(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1", "/2"), "/1": page(1), "/2": Reply(page(2).body + b" " * 100_000)}
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000));"
        "from kg.cli import main; main(sys.argv[1:])"
    )
    options = ["-o", str(harvest.folder), "--contact", CONTACT, "--allow-private", "--delay", "0"]
    command = [sys.executable, "-c", limited, "harvest", site.url("/feed"), *options]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, f"kg: {harvest.folder}: File too large; choose another folder with -o\n")
    assert [file.read_bytes() for file in harvest.files] == [page(1).body]
    assert not (harvest.folder / ".part").exists()
    assert harvest("/feed").new == 1


def test_a_folder_that_is_no_harvest_is_refused(site: Site, harvest: Harvester, tmp_path: Path) -> None:
    site.pages["/1"] = page(1)
    harvest.folder.mkdir()
    (harvest.folder / "mine.txt").write_text("x")
    with pytest.raises(InputError, match="holds other files"):
        harvest("/1")
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="a file; give a harvest a folder"):
        Harvester(site, tmp_path / "file")("/1")
    assert site.asked == []


@pytest.mark.parametrize("line", ["x", "[]", "{}", '{"url": 1}', '{"a": "b"}', "null"])
def test_an_index_that_is_none_is_refused_by_harvest_and_build(site: Site, harvest: Harvester, line: str) -> None:
    site.pages["/1"] = page(1)
    harvest("/1")
    good = (harvest.folder / INDEX).read_text()
    (harvest.folder / INDEX).write_text(f"{good}{line}\n{good}")
    for act in (lambda: harvest("/1"), lambda: list(inputs.inputs((harvest.folder,)))):
        with pytest.raises(InputError, match=r"harvest\.jsonl: line 2 "):
            act()
    escaping = json.loads(good) | {"file": "../../etc/passwd"}
    (harvest.folder / INDEX).write_text(json.dumps(escaping) + "\n")
    with pytest.raises(InputError, match="names a file outside the harvest"):
        list(inputs.inputs((harvest.folder,)))


def test_two_harvests_do_not_write_into_one_folder(site: Site, harvest: Harvester) -> None:
    def try_too(handler: BaseHTTPRequestHandler) -> None:
        with pytest.raises(InputError, match="another harvest writes here"):
            Harvester(site, harvest.folder)("/2")
        send(handler, page(1))

    site.pages["/1"] = try_too
    assert harvest("/1").new == 1


def build(*paths: Path, store: Path) -> int:
    return run(["build", *map(str, paths), "--store", str(store)])


def urls(store: Path, capture: Capture) -> list[str]:
    capture.readouterr()
    query = "SELECT ?title ?url { ?r a kg:Release ; dct:title ?title OPTIONAL { ?r schema:url ?url } } ORDER BY ?title"
    assert run(["query", "-e", query, "--store", str(store), "--format", "csv"]) == 0
    return capture.readouterr().out.splitlines()[1:]


def test_a_build_reads_the_newest_version_with_its_address(
    site: Site, harvest: Harvester, tmp_path: Path, capsys: Capture
) -> None:
    site.pages |= {"/feed": rss("/notice-1", "/2"), "/notice-1": page(1), "/2": page(2)}
    harvest("/feed")
    site.pages["/2"] = page(2, "did not meet anybody")
    harvest("/feed", recheck=True)
    store = tmp_path / "store"
    assert build(harvest.folder, store=store) == 0
    assert "2 releases (2 added)" in (out := capsys.readouterr().out)
    assert "set aside: 3 files of a harvest: its index, sources and earlier versions\n" in out
    assert "skipped" not in out
    expected = [
        f"Chair visits Vienna for talks number 1,{site.url('/notice-1')}",
        f"Chair visits Vienna for talks number 2,{site.url('/2')}",
    ]
    assert urls(store, capsys) == expected
    assert build(harvest.folder, store=store) == 0
    assert "nothing to write" in capsys.readouterr().out

    assert build(harvest.folder / "releases", store=store) == 0
    assert urls(store, capsys) == expected

    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "harvest")
    assert build(Path(archive), store=store) == 0
    assert urls(store, capsys) == expected


def met(*paths: Path) -> tuple[list[tuple[str, str | None]], list[str]]:
    """Titles and addresses of what a build would read, and the file's name and the reason of what it would refuse."""
    read, refused = [], []
    for one in inputs.inputs(paths):
        if one.refused is not None:
            refused.append(f"{one.name}: {one.refused}")
        elif not one.skipped:
            try:
                read += [(found.title.value, found.url) for found in loaders.load(one.name, one.data, one.origin)]
            except ReleaseRefused as error:
                refused.append(str(error))
    return read, refused


def test_a_page_with_an_address_of_its_own_keeps_it(site: Site, harvest: Harvester) -> None:
    own = page(1).body.replace(b"</title>", b'</title><link rel="canonical" href="https://www.example.org/own">')
    site.pages["/1"] = Reply(own)
    harvest("/1")
    assert met(harvest.folder) == ([("Chair visits Vienna for talks number 1", "https://www.example.org/own")], [])


@pytest.mark.parametrize(
    ("encoding", "told", "title"),
    [
        ("windows-1252", "windows-1252", "Lajčák".replace("č", "c")),
        ("iso-8859-2", "iso-8859-2", "Lajčák"),
        ("utf-8", "iso-8859-1", "Lajčák"),
        ("utf-8", "unicode_escape", "Lajčák"),
        ("utf-8", "none-such", "Lajčák"),
    ],
)
def test_the_encoding_that_the_server_names_is_used_where_it_can_be_right(
    site: Site, harvest: Harvester, encoding: str, told: str, title: str
) -> None:
    body = (
        page(1)
        .body.decode()
        .replace(" – ", " - ")
        .replace("Chair visits Vienna for", f"{title} visits Vienna for")
        .encode(encoding)
    )
    site.pages["/1"] = Reply(body, kind=f"text/html; charset={told}")
    harvest("/1")
    assert met(harvest.folder) == ([(f"{title} visits Vienna for talks number 1", site.url("/1"))], [])
    assert harvest.files[0].read_bytes() == body


def test_an_encoding_that_is_a_lie_is_refused_by_the_build(site: Site, harvest: Harvester) -> None:
    body = page(1).body.replace(b"Chair visits", "L\u00e1szl\u00f3 visits".encode("latin-1"))
    site.pages["/1"] = Reply(body, kind="text/html; charset=utf-8")
    assert harvest("/1").new == 1
    assert "not UTF-8: byte 0xE1" in met(harvest.folder)[1][0]


def test_files_that_are_altered_or_lost_are_refused_by_the_build(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1", "/2", "/3")} | {f"/{number}": page(number) for number in (1, 2, 3)}
    harvest("/feed")
    altered, lost, _ = harvest.files
    altered.write_bytes(page(9).body)
    lost.unlink()
    (harvest.folder / "mine.html").write_bytes(page(8).body)
    read, refused = met(harvest.folder)
    assert [url for _, url in read] == [None, site.url("/3")]
    assert sorted(refused) == sorted(
        [
            f"{altered.name}: altered since it was fetched; put it back, or move it out of the folder of {INDEX}",
            f"{lost.name}: fetched once, but no longer there; kg harvest gets it",
        ]
    )


def test_a_harvest_in_a_tar_archive_is_refused_in_words(site: Site, harvest: Harvester, tmp_path: Path) -> None:
    site.pages["/1"] = page(1)
    harvest("/1")
    archive = shutil.make_archive(str(tmp_path / "packed"), "gztar", tmp_path, "harvest")
    read, refused = met(Path(archive))
    assert len(read) == 1
    assert refused == [f"{INDEX}: a harvest in a tar archive; unpack it, or make a .zip of it"]


def test_an_index_in_an_archive_may_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "packed.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"a/{INDEX}", "no index\n")
        archive.writestr("a/1.html", page(1).body)
    with pytest.raises(InputError, match="line 1 is no line of a harvest's index"):
        met(path)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_CONTACT", raising=False)
    return tmp_path


def test_the_command_tells_what_it_did(site: Site, place: Path, capsys: Capture) -> None:
    site.pages |= {"/feed": rss("/1", "/2", "http://other.example/3"), "/1": page(1)}
    command = ["harvest", site.url("/feed"), "--contact", CONTACT, "--allow-private", "--delay", "0"]
    assert run(command) == 3
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "127.0.0.1: 1 new, 1 refused",
        "sources: 1 read; 1 address in them that is no release of the publisher",
        "kept in kg-harvest; to read it: kg build kg-harvest",
    ]
    assert captured.err == f"refused: {site.url('/2')}: 404 Not Found\n"
    site.pages["/2"] = page(2)
    assert run(command) == 0
    assert capsys.readouterr().out.startswith("127.0.0.1: 1 new, 1 held and not asked for\n")
    assert run(["build", "kg-harvest"]) == 0


def test_the_commands_of_the_readme_are_understood() -> None:
    lines = re.findall(r"^kg harvest .*", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert len(lines) > 3
    for line in lines:
        _, _, *arguments = shlex.split(line, comments=True)
        contact = "you@example.org" if arguments else None
        assert command.make_context("harvest", arguments).params["contact"] == contact


def test_many_refusals_of_one_kind_are_counted(site: Site, place: Path, capsys: Capture) -> None:
    site.pages["/feed"] = rss(*(f"/{number}" for number in range(20)))
    assert run(["harvest", site.url("/feed"), "--contact", CONTACT, "--allow-private", "--delay", "0"]) == 3
    err = capsys.readouterr().err.splitlines()
    assert len(err) == 6
    assert err[-1] == "refused: 15 more: 404 Not Found"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["http://h.example/"], "say who asks: --contact with your mail address or web page, or KG_CONTACT"),
        (["http://h.example/", "--contact", "me"], "'me' is no contact: give --contact a mail address"),
        (["osse", "--contact", CONTACT], "no publisher 'osse'; did you mean osce? kg harvest lists them"),
        (["ftp://h.example/", "--contact", CONTACT], "ftp://h.example/: no http or https address"),
        (["http://", "--contact", CONTACT], "http://: no http or https address"),
        (["http://h.example/", "--match", "(", "--contact", CONTACT], "--match (: no regular expression"),
        (["osce", "--match", "x", "--contact", CONTACT], "--match goes with an address; osce has its own patterns"),
        (["none.toml", "--contact", CONTACT], "none.toml: No such file or directory"),
        (["osce", "--recheck", "--new-only", "--contact", CONTACT], "--recheck and --new-only: choose one"),
        (["osce", "--most", "0", "--contact", CONTACT], "Invalid value for '--most'"),
        (["http://127.0.0.1:1/", "--contact", CONTACT], "its host's address 127.0.0.1 is the machine itself or its network"),
    ],
)  # fmt: skip
def test_mistakes_are_one_line(place: Path, capsys: Capture, arguments: list[str], said: str) -> None:
    assert run(["harvest", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: ")
    assert captured.err.count("\n") == 1
    assert said in captured.err
    assert os.listdir(place) == []  # noqa: PTH208


def test_publishers_are_listed_and_lawful(capsys: Capture) -> None:
    assert run(["harvest"]) == 0
    out = capsys.readouterr().out
    assert shipped()
    for one in shipped():
        assert f"{one.key}\n  {one.name}\n  licence: {one.licence}\n" in out
        assert one.hosts
        assert all(url.startswith("https://") for url in (*one.feeds, *one.sitemaps, *one.listings))
    osce = next(one for one in shipped() if one.key == "osce")
    assert osce.is_release("https://www.osce.org/chairpersonship/447163")
    assert osce.is_release("https://www.osce.org/447163")
    assert not osce.is_release("https://www.osce.org/press-releases?page=1")
    assert not osce.is_release("https://www.osce.org/what-we-do")


GOOD = 'name = "P"\nlicence = "L"\nfeeds = ["https://h.example/feed"]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "not TOML"),
        ('name = "P"', "name and licence are needed"),
        ('name = "P"\nlicence = "L"', "no source: give feeds, sitemaps or listings"),
        (GOOD + "feed = []", "unknown: feed; known are name, licence, "),
        (GOOD.replace('"P"', "1"), "name must be text in quotes"),
        (GOOD.replace("[", "").replace("]", ""), "feeds must be a list of texts"),
        (GOOD.replace("https", "ftp"), "feeds: ftp://h.example/feed is no http or https address"),
        (GOOD + 'listings = ["https://h.example/"]', "listings need releases"),
        (GOOD + 'releases = ["("]', "releases: (: no regular expression"),
        (GOOD + "[expected]\nfew = 1", "expected must be a table of least and most"),
        (GOOD + '[expected]\nleast = "1"', "least and most must be whole numbers"),
    ],
)
def test_definitions_that_are_wrong_are_refused_in_words(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(text)
    with pytest.raises(Exception, match=r"p\.toml: ") as caught:
        load(path)
    assert said in str(caught.value)
    path.write_text(GOOD)
    assert load(path).hosts == {"h.example"}
