"""What feeds, sitemaps and listing pages name, well-formed and not."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publisher_site import bomb, rss, sitemap

from kg.errors import ReleaseRefused
from kg.harvest import links, robots
from kg.harvest.links import Found, Kind, Link, kind_of, normalized, read, without_gzip
from kg.harvest.unpacking import Damaged, TooLarge, unpacked

BASE = "http://h.example/news/"


def found(kind: Kind, data: str | bytes) -> Found:
    return read(kind, BASE, data.encode() if isinstance(data, str) else data, BASE)


def refused(kind: Kind, data: str | bytes) -> str:
    with pytest.raises(ReleaseRefused) as caught:
        found(kind, data)
    return caught.value.reason


def test_a_feed_with_relative_links_and_items_twice() -> None:
    body = rss(
        "1", "/a/2", "//other.example/3", "1#again", "HTTP://H.example:80/news/1", "mailto:x@y.z", "", "http://["
    ).body
    assert found(Kind.FEED, body).pages == tuple(
        map(Link, ("http://h.example/news/1", "http://h.example/a/2", "http://other.example/3"))
    )


def test_an_atom_feed_gives_links_to_pages_with_their_dates() -> None:
    data = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>
      <link rel="self" href="/feed"/>
      <entry><title>a</title><link rel="enclosure" href="/a.mp3"/><link href="/a"/><published>2020-01-01</published>
        <updated>2020-01-02T03:04:05Z</updated></entry>
      <entry><title>no link</title></entry></feed>"""
    assert found(Kind.FEED, data).pages == (Link("http://h.example/a", "2020-01-02T03:04:05Z"),)


@pytest.mark.parametrize(
    "data",
    [
        "<rss><channel><item><title>a</title><link>/1</link></item>",
        "<rss><channel><item><title>a & b</title><link>/1</link></item></channel></rss>",
        "<rss><channel></item></channel></rss>",
        "<rss>\0</rss>",
    ],
)
def test_a_feed_that_is_broken_is_refused_with_the_place(data: str) -> None:
    assert "not well-formed XML: line 1, column " in refused(Kind.FEED, data)


def test_entities_are_refused() -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    assert refused(Kind.FEED, laughs + "<rss><channel/></rss>") == "a feed that declares entities"
    reason = "a sitemap that cannot be read: it declares a document type"
    assert refused(Kind.SITEMAP, laughs + "<urlset><url><loc>&b;</loc></url></urlset>") == reason
    assert (
        refused(Kind.SITEMAP, (laughs + "<urlset/>").replace("1.0", '1.0" encoding="utf-16').encode("utf-16")) == reason
    )


def test_a_sitemap_gives_its_addresses_and_nothing_of_its_pictures() -> None:
    data = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"
        xmlns:x="http://www.w3.org/1999/xhtml">
      <url><i:image><i:loc>/picture.jpg</i:loc></i:image><loc>
        http://h.example/1
      </loc><lastmod>2020-01-01</lastmod><x:link rel="alternate" href="/fr/1"/></url>
      <url><lastmod>2020-01-02</lastmod></url>
      <url><loc>http://h.example/2?a=1&amp;b=2</loc></url></urlset>"""
    assert found(Kind.SITEMAP, data) == Found(
        pages=(Link("http://h.example/1", "2020-01-01"), Link("http://h.example/2?a=1&b=2"))
    )


def test_an_index_of_sitemaps_gives_sitemaps() -> None:
    body = sitemap("http://h.example/a.xml.gz", root="sitemapindex", changed="2020-01-01").body
    assert found(Kind.SITEMAP, body) == Found(sitemaps=(Link("http://h.example/a.xml.gz", "2020-01-01"),))


def test_a_sitemap_may_not_be_larger_than_the_protocol_says() -> None:
    named = found(Kind.SITEMAP, sitemap(*(f"http://h.example/{number}" for number in range(60_000))).body)
    assert (len(named.pages), named.cut) == (links.MOST, True)


@pytest.mark.parametrize(
    "data", ["<urlset><url>", "<urlset><url><loc>x</loc></urlset>", '<?xml version="1.0" encoding="x-none"?><urlset/>']
)
def test_a_sitemap_that_is_broken_is_refused(data: str) -> None:
    assert refused(Kind.SITEMAP, data).startswith("a sitemap that ")


def test_a_deep_tree_costs_nothing() -> None:
    assert found(Kind.SITEMAP, "<urlset>" + "<a>" * 100_000 + "</a>" * 100_000 + "</urlset>") == Found()
    assert refused(Kind.LISTING, "<div>" * 50_000 + "</div>" * 50_000).startswith("markup nested")


def test_gzip_is_taken_off_up_to_a_limit() -> None:
    body = sitemap("http://h.example/1").body
    assert without_gzip(BASE, gzip.compress(body), 10_000) == without_gzip(BASE, body, 10) == body
    for packed, reason in (
        (bomb(10_000_000), "a gzip file that holds more than 10,000 bytes"),
        (gzip.compress(body)[:-5], "a gzip file that is damaged or breaks off"),
        (b"\x1f\x8bnothing", "a gzip file that is damaged or breaks off"),
    ):
        with pytest.raises(ReleaseRefused) as caught:
            without_gzip(BASE, packed, 10_000)
        assert caught.value.reason == reason
    assert unpacked(gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0\0", 2) == b"ab"
    with pytest.raises(TooLarge):
        unpacked(b"".join(gzip.compress(b"a") for _ in range(3)), 2)
    with pytest.raises(Damaged):
        unpacked(b"", 10)


def test_a_listing_gives_its_links_and_the_next_page() -> None:
    data = """<!doctype html><html><head><base href="/base/"></head><body><nav><a href="/about">About</a></nav>
      <a href="1">One</a> <a href="1#top">One</a> <a href="mailto:x@y.z">write</a> <a name="x">no link</a> <a href="">here</a>
      <a href="?page=1" rel="nofollow next">2</a></body></html>"""
    named = found(Kind.LISTING, data)
    assert [link.url.removeprefix("http://h.example") for link in named.pages] == [
        "/about",
        "/base/1",
        "/base/",
        "/base/?page=1",
    ]
    assert named.following == "http://h.example/base/?page=1"


@pytest.mark.parametrize(
    ("markup", "following"),
    [
        ('<link rel="next" href="?page=2">', "?page=2"),
        ('<a href="?page=2" class="pager__item--next">2</a>', "?page=2"),
        ('<a href="?page=2">Next</a>', "?page=2"),
        ('<a href="?page=2">Next page ›</a><a href="?page=3">»</a>', "?page=3"),
        ('<a href="?page=2" aria-label="Go to next page">2</a>', "?page=2"),
        ('<a href="?page=2">Next of kin of the victims</a>', None),
        ('<a href="/news/">Next</a>', None),
        ('<a href="javascript:next()" rel="next">Next</a>', None),
    ],
)
def test_the_next_page_is_told_by_mark_class_or_words(markup: str, following: str | None) -> None:
    expected = None if following is None else BASE + following
    assert found(Kind.LISTING, f"<html><body>{markup}</body></html>").following == expected


def test_what_a_source_is_is_told_by_its_bytes() -> None:
    assert kind_of(BASE, rss("/1").body) is Kind.FEED
    assert kind_of(BASE, sitemap("/1").body) is Kind.SITEMAP
    assert kind_of(BASE, sitemap("/1", root="sitemapindex").body) is Kind.SITEMAP
    assert kind_of(BASE, b"<!doctype html><p>a sitemap is <code>&lt;urlset></code>, a feed <rss>") is Kind.LISTING
    assert kind_of(BASE, b'{"a": 1}') is None
    assert kind_of(BASE, b"") is None


def test_addresses_have_one_form() -> None:
    assert normalized("HTTP://Example.ORG:80/a/../b?q=\u00e4#c") == "http://example.org/b?q=%C3%A4"
    assert normalized("https://b\u00fccher.example/ x") == "https://xn--bcher-kva.example/%20x"
    assert normalized("http://h.example") == normalized("http://h.example/")
    assert [normalized(one) for one in ("http://[::1", "http://h:port/", "javascript:x", "\0")] == [None] * 4


PIECES = [
    b"<rss>", b"</rss>", b"<channel>", b"<item>", b"</item>", b"<title>a</title>", b"<link>", b"</link>", b"/1", b"<feed>",
    b"<entry>", b'<link href="', b'"/>', b"<urlset>", b"</urlset>", b"<url>", b"</url>", b"<loc>", b"</loc>", b"<html>",
    b"<base href='http://['>", b"<a href='", b"'>", b"next", b"<?xml version='1.0' encoding='", b"'?>", b"utf-16",
    b"http://h.example/", b"//[", b"\0", b"\xff", b"&amp;", b"&#0;", b"<![CDATA[", b"]]>", b"<!DOCTYPE x>", b"<!--",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)), max_size=40).map(b"".join))
def test_bytes_of_any_kind_name_something_or_are_refused(data: bytes) -> None:
    kinds = set(Kind) | ({kind} if (kind := kind_of(BASE, data)) else set())
    for one in kinds:
        try:
            named = found(one, data)
        except ReleaseRefused:
            continue
        for link in (*named.pages, *named.sitemaps):
            assert normalized(link.url) == link.url


ROBOTS_PIECES = "User-agent: * osce-kg Disallow: Allow: / $ * % %zz Crawl-delay: Request-rate: 1/1s 1/0 - # \n \r : inf nan 1e999".split(
    " "
)


@given(
    st.lists(st.one_of(st.sampled_from(ROBOTS_PIECES), st.text(max_size=5)), max_size=40).map(" ".join),
    st.text(max_size=20),
)
def test_any_robots_gives_an_answer(text: str, path: str) -> None:
    rules = robots.parse(text.encode("utf-8", "replace"))
    url = normalized(path, BASE)
    assert rules.delay >= 0
    assert url is None or rules.refusal(url) in {None, "robots.txt disallows it"}
