"""One address at a time: how servers misbehave, and what is kept, waited for, asked again and given up."""

import gzip
import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from publisher_site import ROBOTS, Harvester, Reply, Site, bomb, page, rss, send, serving, stream

from kg.build.sidecar import INDEX
from kg.errors import InputError, ParameterError
from kg.harvest import Settings
from kg.harvest.robots import parse


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


@pytest.fixture
def harvest(site: Site, tmp_path: Path) -> Harvester:
    return Harvester(site, tmp_path / "harvest")


def refusal(harvest: Harvester, path: str = "/1", **more: object) -> str:
    """Why the page is refused, with nothing of it kept; the folder that was made for it is gone."""
    with pytest.raises(InputError) as caught:
        harvest(path, **more)
    assert not harvest.folder.exists()
    return str(caught.value).removeprefix(harvest.site.url(path)).removesuffix("; nothing was fetched").lstrip(": ")


def test_a_page_is_kept_byte_for_byte_and_the_server_is_told_who_asks(site: Site, harvest: Harvester) -> None:
    site.pages["/1"] = page(1)
    summary = harvest("/1")
    assert summary.new == 1
    assert [file.read_bytes() for file in harvest.files] == [page(1).body]
    assert site.paths(robots=True) == [ROBOTS, "/1"]
    for asked in site.asked:
        assert asked.headers["From"] == "reader@example.org"
        assert re.fullmatch(
            r"Mozilla/5\.0 \(compatible; osce-kg/[\d.]+; \+reader@example\.org\)", asked.headers["User-Agent"]
        )


def test_a_contact_must_be_an_address(harvest: Harvester) -> None:
    for contact in ("", "me", "me@", "http://", "http://x", "https://example.org/(a)\r\nX: y", "a@b.org\r\nX: y"):
        with pytest.raises(ParameterError, match="is no contact"):
            Settings(contact=contact)
    assert "From" not in Settings(contact="https://example.org/me").headers


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says(site: Site, harvest: Harvester, status: int) -> None:
    site.pages["/1"] = [Reply(status=status, headers={"Retry-After": "7"}), page(1)]
    assert harvest("/1").new == 1
    assert harvest.slept == [7.0]


def test_a_date_to_come_back_is_understood(site: Site, harvest: Harvester) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    site.pages["/1"] = [
        Reply(status=429, headers={"Retry-After": soon}),
        Reply(status=429, headers={"Retry-After": "Sat, 01 Jan 2000 00:00:00 GMT"}),
        Reply(status=429, headers={"Retry-After": "tomorrow"}),
        page(1),
    ]
    assert harvest("/1").new == 1
    assert 80 < harvest.slept[0] <= 90
    assert 2 <= harvest.slept[1] <= 3 < harvest.slept[2] <= 5


def test_a_server_that_asks_for_long_is_left_alone(site: Site, harvest: Harvester) -> None:
    site.pages |= {
        "/feed": rss("/1", "/2", "/3"),
        "/1": page(1),
        "/2": Reply(status=429, headers={"Retry-After": "3600"}),
    }
    summary = harvest("/feed")
    assert (summary.new, summary.refused) == (1, [])
    assert [reason for _, reason in summary.left] == [
        "127.0.0.1 asks to come back in 3600 s (429 Too Many Requests)"
    ] * 2
    assert site.paths() == ["/feed", "/1", "/2"]
    assert harvest.slept == []


def test_a_server_that_stays_busy_is_left_alone(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1", "/2"), "/1": Reply(status=429)}
    summary = harvest("/feed")
    assert [url for url, _ in summary.left] == [site.url("/1"), site.url("/2")]
    assert site.paths() == ["/feed", *["/1"] * 4]
    assert len(harvest.slept) == 3
    assert harvest.slept == sorted(harvest.slept)


def test_an_error_that_passes_is_waited_for_longer_each_time(site: Site, harvest: Harvester) -> None:
    site.pages["/1"] = [Reply(status=500), Reply(status=502), Reply(status=500), page(1)]
    assert harvest("/1").new == 1
    assert len(harvest.slept) == 3
    assert 1 <= harvest.slept[0] <= 2 <= harvest.slept[1] <= 3 < harvest.slept[2] <= 5


def test_an_error_that_stays_is_refused_and_the_next_page_read(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1", "/2"), "/1": Reply(status=500), "/2": page(2)}
    summary = harvest("/feed")
    assert (summary.new, summary.refused) == (1, [(site.url("/1"), "500 Internal Server Error")])
    assert site.paths().count("/1") == 4


def test_a_server_that_is_broken_is_left_alone_after_three_pages(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss(*(f"/{number}" for number in range(9)))}
    site.pages |= {f"/{number}": Reply(status=500) for number in range(9)}
    summary = harvest("/feed", attempts=1)
    assert (len(summary.refused), len(summary.left)) == (3, 6)
    assert summary.left[0][1] == "127.0.0.1 was left alone after: 500 Internal Server Error"
    assert len(site.paths()) == 4


@pytest.mark.parametrize("status", [401, 403, 404, 410, 204, 206, 304, 300])
def test_other_answers_are_refused_at_once(site: Site, harvest: Harvester, status: int) -> None:
    site.pages["/1"] = lambda handler: (
        handler.send_response(status),
        handler.send_header("Content-Length", "0"),
        handler.end_headers(),
    )
    assert refusal(harvest).startswith(f"{status} ")
    assert site.paths() == ["/1"]


def test_robots_is_obeyed_for_this_program_by_name_or_for_all(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/feed": rss("/1", "/private/2"), "/1": page(1), "/private/2": page(2)}
    site.pages[ROBOTS] = Reply(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 9\n", kind="text/plain")
    summary = harvest("/feed")
    assert summary.refused == [(site.url("/private/2"), "robots.txt disallows it")]
    assert site.paths(robots=True) == [ROBOTS, "/feed", "/1"]
    assert len(harvest.slept) == 2
    assert all(5 < seconds <= 9 for seconds in harvest.slept)

    site.pages[ROBOTS] = Reply(b"User-agent: osce-kg\nDisallow: /feed\n\nUser-agent: *\nAllow: /\n", kind="text/plain")
    summary = Harvester(site, harvest.folder.parent / "other")("/feed", "/1")
    assert summary.refused == [(site.url("/feed"), "robots.txt disallows it")]


def test_a_redirect_into_what_robots_disallows_is_refused(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/1": Reply(status=302, headers={"Location": "/private"}), "/private": page(1)}
    site.pages[ROBOTS] = Reply(b"User-agent: *\nDisallow: /private\n")
    assert refusal(harvest) == f"leads to {site.url('/private')}: robots.txt disallows it"
    assert site.paths() == ["/1"]


@pytest.mark.parametrize("status", [500, 503, 429])
def test_where_robots_fails_nothing_is_fetched(site: Site, harvest: Harvester, status: int) -> None:
    site.pages |= {"/1": page(1), ROBOTS: Reply(status=status)}
    assert refusal(harvest).startswith(f"{site.url(ROBOTS)} cannot be read ({status} ")
    assert site.paths() == []


@pytest.mark.parametrize("status", [404, 401, 403, 410])
def test_where_there_is_no_robots_all_may_be_fetched(site: Site, harvest: Harvester, status: int) -> None:
    site.pages |= {"/1": page(1), ROBOTS: Reply(status=status)}
    assert harvest("/1").new == 1


def test_robots_may_stand_elsewhere_and_hold_anything(site: Site, harvest: Harvester) -> None:
    site.pages |= {"/1": page(1), ROBOTS: Reply(status=301, headers={"Location": "/rules"})}
    site.pages["/rules"] = Reply(b"\xff\xfe\0User-agent\n\n:::\nDisallow\nUser-agent: *\nDisallow: /1\n")
    assert refusal(harvest) == "robots.txt disallows it"
    junk = parse(b"User-agent: *\nDisallow: /" + b"*a" * 5000 + b"\n" + b"Crawl-delay: x\nRequest-rate: 1/0s\n" * 50)
    assert junk.refusal("http://h/" + "a" * 5000) in {None, "robots.txt disallows it"}
    assert junk.delay == 0


def test_a_request_rate_is_a_delay_and_an_endless_one_is_not_waited_for(site: Site, harvest: Harvester) -> None:
    assert parse(b"User-agent: *\nRequest-rate: 2/1m\n").delay == 30
    site.pages |= {"/1": page(1), ROBOTS: Reply(b"User-agent: *\nCrawl-delay: 86400\n")}
    assert refusal(harvest) == "robots.txt asks for 86400 s between requests; see --longest-wait"


def test_redirects_are_followed_to_an_end(site: Site, harvest: Harvester) -> None:
    site.pages |= {
        "/1": Reply(status=301, headers={"Location": "/2#part"}),
        "/2": Reply(status=308, headers={"Location": "3"}),
    }
    site.pages["/3"] = page(3)
    assert harvest("/1").new == 1
    assert '"found_at": "' + site.url("/3") + '"' in (harvest.folder / INDEX).read_text()

    site.pages |= {
        "/a": Reply(status=302, headers={"Location": "/b"}),
        "/b": Reply(status=302, headers={"Location": "/a"}),
    }
    summary = harvest("/a", "/1", redirects=3)
    assert summary.refused == [(site.url("/a"), f"redirects more than 3 times, lastly to {site.url('/a')}")]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "leads to file:///etc/passwd: only http and https are fetched"),
        ("ftp://127.0.0.1/x", "leads to ftp://127.0.0.1/x: only http and https are fetched"),
        ("javascript:alert(1)", "leads to javascript:alert(1): only http and https are fetched"),
        ("data:text/html,x", "leads to data:text/html,x: only http and https are fetched"),
        ("http://me:secret@127.0.0.1/", "leads to http://me:secret@127.0.0.1/: an address with a user's name in it"),
        ("http://169.254.169.254/latest/", "leads to http://169.254.169.254/latest/: 169.254.169.254 is not the publisher's; --host 169.254.169.254 allows it"),
        ("//elsewhere.example/", "leads to http://elsewhere.example/: elsewhere.example is not the publisher's; --host elsewhere.example allows it"),
        ("http://[::1", "redirects to what is no address: 'http://[::1'"),
        ("http://127.0.0.1:99999999999/", "leads to http://127.0.0.1:99999999999/: no address"),
        ("http://\x7f/x", "leads to http://\x7f/x: no address"),
        ("", "redirects to nowhere"),
    ],
)  # fmt: skip
def test_redirects_lead_nowhere_else(site: Site, harvest: Harvester, location: str, reason: str) -> None:
    site.pages["/1"] = Reply(status=302, headers={"Location": location})
    assert refusal(harvest) == reason
    assert site.paths() == ["/1"]


def test_a_body_that_never_ends_ends(site: Site, harvest: Harvester) -> None:
    site.pages["/1"] = stream(itertools.repeat(b"x" * 65536))
    assert refusal(harvest, largest_source=1_000_000) == "larger than 1,000,000 bytes"
    site.pages["/1"] = Reply(b"x" * 2_000_000)
    assert refusal(harvest, largest_source=1_000_000) == "larger than 1,000,000 bytes"


def drops(site: Site, pause: float = 0.05) -> Iterator[bytes]:
    while not site.ended.wait(pause):
        yield b"x"


@pytest.mark.timeout(120)
def test_a_body_that_drips_ends(site: Site, harvest: Harvester) -> None:
    site.pages["/1"] = stream(drops(site))
    assert refusal(harvest, fetch_time=0.6) == "not answered in whole within 0.6 s"
    assert site.paths() == ["/1"]


def test_headers_that_drip_end(site: Site, harvest: Harvester) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for piece in drops(site):
            handler.wfile.write(piece)

    site.pages["/1"] = drip
    assert refusal(harvest, fetch_time=0.6) == "not answered in whole within 0.6 s"


def test_silence_ends(site: Site, harvest: Harvester) -> None:
    site.pages["/1"] = lambda _: site.ended.wait(30)
    assert refusal(harvest, fetch_time=0.4) in {"not answered in whole within 0.4 s", "no answer in time"}


def test_headers_without_end_are_refused(site: Site, harvest: Harvester) -> None:
    def flood(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in itertools.count():
            handler.wfile.write(b"X-%d: " % number + b"y" * 1000 + b"\r\n")

    site.pages["/1"] = flood
    assert refusal(harvest, attempts=1)


def test_what_is_no_http_is_refused(site: Site, harvest: Harvester) -> None:
    def talk(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH_9\r\n\r\n")
        handler.close_connection = True

    site.pages["/1"] = talk
    assert refusal(harvest, attempts=2)
    assert site.paths() == ["/1", "/1"]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(bomb(50_000_000), headers={"Content-Encoding": "gzip"}), "larger than 1,000,000 bytes"),
        (Reply(bomb(50_000_000)[:20000], headers={"Content-Encoding": "gzip"}), "larger than 1,000,000 bytes"),
        (Reply(b"<p>no gzip</p>", headers={"Content-Encoding": "gzip"}), "said to be gzip, but it is not, or breaks off"),
        (Reply(bomb(1000)[:-9], headers={"Content-Encoding": "gzip"}), "said to be gzip, but it is not, or breaks off"),
        (Reply(b"x", headers={"Content-Encoding": "br"}), "sent as 'br', which was not asked for"),
        (Reply(b"x", headers={"Content-Encoding": "gzip, gzip"}), "sent as 'gzip, gzip', which was not asked for"),
        (Reply(b""), "an empty answer"),
        (Reply(b"%PDF-1.7", kind="application/pdf"), "application/pdf is no page that kg reads"),
        (Reply(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "binary file; give text, Markdown, HTML or a feed"),
        (Reply(b"PK\x03\x04" + b"\0" * 40, kind=None), "binary file; give text, Markdown, HTML or a feed"),
    ],
)  # fmt: skip
def test_bodies_that_are_not_what_they_say(site: Site, harvest: Harvester, reply: Reply, reason: str) -> None:
    site.pages["/1"] = reply
    assert refusal(harvest, largest_source=1_000_000) == reason


def test_compression_of_the_transfer_is_taken_off(site: Site, harvest: Harvester) -> None:
    body = page(1).body
    packed = gzip.compress(body[:50]) + gzip.compress(body[50:])
    site.pages["/1"] = Reply(packed, headers={"Content-Encoding": "gzip"})
    assert harvest("/1").new == 1
    assert harvest.files[0].read_bytes() == body
    assert site.asked[-1].headers["Accept-Encoding"] == "gzip"


def test_a_body_that_is_cut_is_asked_for_again_and_never_kept_in_part(site: Site, harvest: Harvester) -> None:
    site.pages["/1"] = [Reply(page(1).body, cut=40), page(1)]
    assert harvest("/1").new == 1
    assert [file.read_bytes() for file in harvest.files] == [page(1).body]

    site.pages |= {"/feed": rss("/1", "/2", "/3"), "/2": Reply(page(2).body, cut=40), "/3": page(3)}
    summary = harvest("/feed")
    assert (summary.held, summary.new, [url for url, _ in summary.refused]) == (1, 1, [site.url("/2")])
    assert [file.read_bytes() for file in harvest.files] == [page(1).body, page(3).body]

    site.pages["/2"] = page(2)
    before = len(site.asked)
    assert harvest("/feed").new == 1
    assert [one.path for one in site.asked[before:]] == [ROBOTS, "/feed", "/2"]


def test_requests_come_one_at_a_time_and_apart(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/feed": rss("/1", "/2"), "/1": page(1), "/2": page(2)}
    harvester = Harvester(site, tmp_path / "harvest")
    harvester("/feed", delay=60.0)
    assert site.most_together == 1
    assert len(harvester.slept) == 3
    assert all(50 < seconds <= 60 for seconds in harvester.slept)


def test_a_harvest_ends_in_its_time_and_goes_on_the_next(site: Site, harvest: Harvester) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        site.ended.wait(0.5)
        send(handler, page(1))

    site.pages |= {"/feed": rss(*(f"/{number}" for number in range(20)))}
    site.pages |= {f"/{number}": slow for number in range(20)}
    summary = harvest("/feed", total_time=4.0)
    assert 0 < summary.new < 9
    assert {reason for _, reason in summary.left} == {"the time for this harvest is up"}
    assert summary.new + len(summary.left) == 20


def test_no_proxy_of_the_environment_is_used(site: Site, harvest: Harvester, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/1"] = page(1)
    assert harvest("/1").new == 1


@pytest.mark.parametrize("etag", ['"\xe9"', '"' + "x" * 5000 + '"', '"a\tb"'])
def test_marks_that_cannot_be_sent_back_are_left_out(site: Site, harvest: Harvester, etag: str) -> None:
    site.pages["/1"] = Reply(page(1).body, headers={"ETag": etag, "Last-Modified": "yesterday"})
    assert harvest("/1").new == 1
    assert harvest("/1").unchanged == 1
    assert "If-None-Match" not in site.asked[-1].headers
    assert site.asked[-1].headers["If-Modified-Since"] == "yesterday"
