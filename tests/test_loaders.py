"""Each form that releases come in, read from a made-up page of that form."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from kg.loaders import REGISTRY, load
from kg.model import Release
from kg.text.clean import clean

PAGES = Path(__file__).parent / "pages"


def releases(name: str) -> tuple[Release, ...]:
    return load(name, (PAGES / name).read_bytes())


def release(name: str) -> Release:
    (only,) = releases(name)
    return only


def of_text(name: str, text: str) -> Release:
    (only,) = load(name, text.encode())
    return only


def body(of: Release) -> list[str]:
    return [clean(of.text, span).text for span in of.body]


def places(of: Release) -> list[str]:
    return [place.value for place in of.places]


def issued(of: Release) -> str | None:
    return of.issued.value if of.issued else None


@pytest.mark.parametrize("path", sorted(PAGES.iterdir()), ids=lambda path: path.name)
def test_every_page_gives_whole_releases(path: Path) -> None:
    for one in load(f"folder/{path.name}", path.read_bytes()):
        assert one.name == path.name
        assert one.loader in {loader.name for loader in REGISTRY}
        assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z0-9-]+", one.slug)
        assert clean(one.text, one.title.span).text == one.title.value
        assert all(before.end <= after.start for before, after in pairwise(one.body))
        assert len(one.sha256) == 64
        words = " ".join(body(one))
        assert "Finland" not in words
        assert "Kask" not in words


def test_osce_page_as_text() -> None:
    read = release("osce-page.txt")
    assert read.loader == "osce-text"
    assert read.title.value.startswith("OSCE Secretary General Ilse Brandt visits Dushanbe")
    assert read.issued is not None
    assert read.issued.span.of(read.text) == "14 May 2019"
    assert issued(read) == "2019-05-14"
    assert places(read) == ["Dushanbe", "Vienna"]
    assert [place.span.of(read.text) for place in read.places] == ["DUSHANBE", "VIENNA"]
    assert read.source is not None
    assert read.source.value == "OSCE Secretariat"
    assert [field.value for field in read.fields] == ["Border management", "Policing"]
    assert [paragraph.split()[0] for paragraph in body(read)] == ["DUSHANBE,", "Brandt", "Rahimov"]
    assert "staff of the OSCE Programme Office" in body(read)[1]
    assert read.slug.startswith("2019-05-14-osce-secretary-general-ilse-brandt-visits-dushanbe")


def test_an_empty_date_is_taken_from_the_dateline_and_comments_are_left_out() -> None:
    text = (
        "# Written for a test.\n# source: nowhere\nPress release\nTolven opens conference in Riga\n- Date:\n"
        "- Place:\n- RIGA\n- Source:\n- OSCE Chairpersonship\n"
        "RIGA, 3 March 2020 – Mira Tolven opened a conference today."
    )
    read = of_text("t01.txt", text)
    assert (issued(read), places(read)) == ("2020-03-03", ["Riga"])
    assert read.title.value == "Tolven opens conference in Riga"
    assert read.fields == ()
    assert body(read) == ["RIGA, 3 March 2020 – Mira Tolven opened a conference today."]


@pytest.mark.parametrize("kind", ["News item", "Statement", "Media advisory", "Speech"])
def test_any_kind_ends_the_navigation(kind: str) -> None:
    text = f"- Sweden\n{kind}\nTolven speaks\n- Date: 3 March 2020\n- Place: OSLO\nTolven spoke of trade today.\n"
    read = of_text("page.txt", text)
    assert (read.title.value, issued(read), places(read)) == ("Tolven speaks", "2020-03-03", ["Oslo"])


def test_osce_page_of_2011() -> None:
    read = release("osce-2011.html")
    assert read.loader == "osce-html"
    assert (issued(read), places(read)) == ("2011-03-11", ["Chisinau"])
    assert read.url == "http://www.osce.org/cio/70001"
    assert body(read)[1] == "Lund said that the talks in the 5+2 format could go on in April."
    assert len(body(read)) == 3


def test_osce_page_of_2017() -> None:
    read = release("osce-2017.html")
    assert (issued(read), places(read)) == ("2017-07-05", ["Kyiv", "Minsk"])
    assert read.source is not None
    assert read.source.value == "OSCE Chairmanship"
    assert [field.value for field in read.fields] == [
        "Conflict prevention and resolution",
        "Media freedom and development",
    ]
    assert [paragraph.split()[0] for paragraph in body(read)] == ["KYIV/MINSK,", "The", "Berg", "Colonel"]


def test_osce_page_of_2024() -> None:
    read = release("osce-2024.html")
    assert (issued(read), places(read)) == ("2024-02-09", ["Valletta"])
    assert read.source is not None
    assert read.source.value == "OSCE Chairpersonship"
    assert [field.value for field in read.fields] == ["Arms control", "Youth"]
    assert len(read.body) == 2
    assert body(read)[1] == "“We must keep talking,” Vella said."


def test_a_page_in_the_encoding_that_it_declares() -> None:
    page = (PAGES / "osce-2011.html").read_text(encoding="utf-8").replace("P&auml;r", "Pär").encode("iso-8859-1")
    (read,) = load("osce-2011.html", page)
    assert "Minister Pär Lund" in body(read)[0]


def test_listing_as_text() -> None:
    first, second, third, fourth = releases("listing.txt")
    assert [issued(one) for one in (first, second, third, fourth)] == [
        "2012-07-09", "2012-06-29", "2012-06-28", "2012-06-27",
    ]  # fmt: skip
    assert places(first) == ["Dublin"]
    assert body(first) == [
        "DUBLIN, 9 July 2012 – The OSCE Chairperson-in-Office, Aoife Byrne, will travel to Baku this week."
    ]
    assert first.source is not None
    assert first.source.value == "OSCE Chairmanship"
    assert second.source is not None
    assert second.source.value == "OSCE Centre in Ashgabat"
    assert [field.value for field in second.fields] == ["Rule of law", "Human rights"]
    assert body(second)[0].endswith("from 27 to 29 June.")


def test_no_clause_that_a_listing_cuts_is_in_a_body() -> None:
    _, _, third, fourth = releases("listing.txt")
    assert third.title.value == "Media freedom representative writes to minister"
    assert body(third) == []
    assert body(fourth) == ["The mission counted 900 crossings."]


def test_listing_as_html() -> None:
    first, second = releases("listing.html")
    assert (issued(first), issued(second)) == ("2012-07-09", "2012-06-29")
    assert (first.url, second.url) == ("https://www.osce.org/cio/92001", "https://www.osce.org/ashgabat/92002")
    assert body(first)[0].endswith("this week.")
    assert body(second) == ["Judges took part in a course in Ashgabat."]


def test_two_items_with_nothing_but_cut_leads() -> None:
    text = (
        "Item A title\nPublishing date: 9 July 2012\nA lead … \nItem B title\nPublishing date: 29 June 2012\nB lead …"
    )
    found = load("r4.txt", text.encode())
    assert [(one.title.value, issued(one), body(one)) for one in found] == [
        ("Item A title", "2012-07-09", []),
        ("Item B title", "2012-06-29", []),
    ]


def test_publishing_date_and_dateline_are_both_kept() -> None:
    read = release("dateline.txt")
    assert read.loader == "dateline-text"
    assert (read.title.value, issued(read)) == ("114th IPRM meeting takes place in Ergneti", "2023-09-12")
    assert body(read)[0].startswith("ERGNETI, 3 July 2023 — The 113th Incident")
    assert body(read)[0].endswith("mission, and by Ambassador Mira Kolb.")
    assert len(body(read)) == 2


def test_without_a_title_the_lead_is_the_title() -> None:
    read = release("dateline-only.txt")
    assert (read.title.value, issued(read), places(read)) == ("Tolven met Orav.", "2019-05-02", ["Riga"])


def test_captions_contacts_related_news_and_repetitions_are_cut() -> None:
    assert body(release("dateline-only.txt")) == [
        "RIGA, 2 May 2019 – Tolven met Orav. The two spoke of trade.",
        "The conflict began in 1988.",
    ]


@pytest.mark.parametrize("name", ["newsroom.txt", "newsroom.html"])
def test_a_body_printed_twice_is_read_once(name: str) -> None:
    read = release(name)
    assert (issued(read), places(read), len(read.body)) == ("2008-06-04", ["Skopje"], 2)
    assert " ".join(body(read)).count("Trust grows") == 1


def test_hard_wrapped_paragraphs_are_one_span() -> None:
    read = release("newsroom.txt")
    assert "police officers from the border region" in body(read)[0]
    assert body(read)[0].endswith("the Minister of the Interior.")


def test_lines_broken_before_a_capital() -> None:
    read = of_text(
        "t20.txt",
        "Talks in Washington\n\nWASHINGTON, 5 May 2020 – Ann B. Field, Jr. met Omar Idris at 11.20 a.m. She then saw "
        "Prime\nMinister Jonas Gahr Lind. Bruce G. Berg attended.\n",
    )
    assert len(read.body) == 1
    assert "Prime Minister Jonas Gahr Lind" in body(read)[0]


def test_reliefweb() -> None:
    read = release("reliefweb.html")
    assert read.loader == "reliefweb"
    assert (issued(read), places(read)) == ("2019-05-06", ["Vienna"])
    assert read.source is not None
    assert read.source.value == "OSCE"
    assert read.fields == ()
    assert len(read.body) == 2
    assert "Moldova" not in " ".join(body(read))


def test_rss() -> None:
    first, second = releases("feed.rss")
    assert first.loader == "feed"
    assert first.title.value == "Head of Mission meets mayor of Baška & Orlova"
    assert (issued(first), first.url) == ("2020-03-05", "https://www.osce.org/mission/500001")
    assert body(first) == [
        "BAŠKA, 5 March 2020 – The Head of the Mission, Lea Marr, met Mayor Ivo Kos.",
        "They spoke of schools.",
    ]
    assert second.url is None
    assert body(second) == ["TASHKENT, 4 March 2020 – Prosecutors ended a course today."]


def test_atom() -> None:
    read = release("feed.atom")
    assert read.title.value == "Envoy Ari Vance visits Osh"
    assert (issued(read), read.url) == ("2021-02-01", "https://www.osce.org/bishkek/480001")
    assert body(read)[0] == "OSH, 1 February 2021 – Envoy Ari Vance visited the police academy in Osh."
    assert body(read)[1] == "Costs < 5 million & falling."


def test_markdown_with_front_matter() -> None:
    read = release("readout.md")
    assert read.loader == "markdown"
    title = "Readout of President Ann Field’s Call with Prime Minister Jonas Gahr Lind of Norland"
    assert (read.title.value, issued(read)) == (title, "2022-03-04")
    assert read.url == "https://example.gov/briefing-room/2022/03/04/readout/"
    assert body(read) == [
        "President Ann B. Field, Jr. spoke today with Prime Minister Jonas Gahr Lind of Norland. "
        "They agreed to meet in Oslo in May.",
        "The two leaders spoke twice.",
        "Participants included:",
        "Omar Idris, Secretary of State",
        "Lia Brandt, Press Secretary",
        "Bruce G. Berg",
        "Isa Ramos, of the Council",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Minister met envoy",
        "'Minister met envoy'",
        '"Minister met envoy"',
        "Minister\n  met envoy",
        ">\n  Minister met envoy",
    ],
)
def test_titles_in_any_style_of_yaml(title: str) -> None:
    read = of_text("one.md", f"---\ntitle: {title}\ndate: 2020-05-04\n---\nThey met.\n")
    assert (read.title.value, issued(read)) == ("Minister met envoy", "2020-05-04")


def test_markdown_with_a_heading() -> None:
    read = of_text("one.md", "# Minister met envoy #\n\nRIGA, 5 May 2020 – They met.\n\n> “Good,” she said.\n\n---\n")
    assert (read.title.value, issued(read)) == ("Minister met envoy", "2020-05-05")
    assert body(read) == ["RIGA, 5 May 2020 – They met.", "“Good,” she said."]


@pytest.mark.parametrize("name", ["mirror.txt", "mirror.html"])
def test_mirrors_with_glued_dates(name: str) -> None:
    read = release(name)
    assert read.title.value == "Statement by OSCE Chair on killing of reporter in Lyra"
    assert (issued(read), places(read)) == ("2020-03-12", ["Vienna"])
    assert body(read)[0].startswith("VIENNA, 12 March 2020 – OSCE Chairperson-in-Office")
    assert len(read.body) == 2


@pytest.mark.parametrize("glued", ["12 March 2020Press release", "3.12.2020 08:53:51 EET | Press release"])
def test_a_title_with_the_date_glued_to_it(glued: str) -> None:
    read = of_text("m.txt", f"Minister meets envoy in Oslo {glued}\n\nThe minister met the envoy for talks on trade.\n")
    assert read.title.value == "Minister meets envoy in Oslo"
    assert issued(read) in {"2020-03-12", "2020-12-03"}


def test_a_lead_that_a_mirror_cuts() -> None:
    read = of_text(
        "m.txt",
        "Troika meets in Berlin\n\nBerlin, 12 April 2016 – The Troika met in Berlin today. "
        "It will provide a …read more\n"
        "Source: Wire\n",
    )
    assert body(read) == ["Berlin, 12 April 2016 – The Troika met in Berlin today."]
    assert (issued(read), places(read)) == ("2016-04-12", ["Berlin"])


def test_text_without_any_date_is_undated() -> None:
    read = of_text("u.txt", "Minister meets envoy\n\nThe minister met the envoy for talks on trade.\n")
    assert read.issued is None
    assert read.slug == "undated-minister-meets-envoy"
    assert read.places == ()


def test_byte_order_mark_and_other_line_ends() -> None:
    data = (PAGES / "osce-page.txt").read_text(encoding="utf-8").replace("\n", "\r\n")
    (read,) = load("w.txt", b"\xef\xbb\xbf" + data.encode())
    assert read.text == data
    assert len(read.body) == 3
    assert body(read) == body(release("osce-page.txt"))


def test_a_page_without_main_or_heading_is_titled_by_its_head() -> None:
    page = (
        "<html><head><title>Tolven meets Orav in Riga | OSCE</title></head>"
        "<body><p>RIGA, 2 May 2019 – They met.</p></body>"
    )
    read = of_text("bare.html", page)
    assert (read.title.value, issued(read)) == ("Tolven meets Orav in Riga", "2019-05-02")


def test_a_date_in_the_head_counts_before_the_dateline() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2019-05-03T08:00:00Z"></head>'
        "<body><h1>Tolven meets Orav</h1><p>RIGA, 2 May 2019 – They met.</p></body>"
    )
    assert issued(of_text("bare.html", page)) == "2019-05-03"


def test_the_same_bytes_give_the_same_release() -> None:
    assert releases("osce-2017.html") == releases("osce-2017.html")
