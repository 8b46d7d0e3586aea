"""Forms that archives, mirrors and old newsrooms give releases in, each in made-up words."""

import pytest

from kg.errors import ReleaseRefused
from kg.extract import read as read_facts
from kg.loaders import load
from kg.model import Mention, Release
from kg.text.clean import clean

MENU = "-\nOur work\n-\nFields of work\n" + "".join(f"- {one}\n" for one in (
    "Arms control", "Elections", "Policing", "Albania", "Finland – OSCE Chairpersonship 2025", "Norway", "Secretariat",
    "Mission to Moldova", "Parliamentary Assembly", "About us",
))  # fmt: skip


def of_text(text: str, name: str = "page.txt") -> Release:
    (only,) = load(name, text.encode())
    return only


def body(of: Release) -> list[str]:
    return [clean(of.text, span).text for span in of.body]


def facts_of(read: Release) -> tuple[str | None, list[str]]:
    return read.issued.value if read.issued else None, [place.value for place in read.places]


def test_a_newsroom_page_whose_place_and_date_stand_alone_and_whose_body_is_repeated_from_its_second_paragraph() -> (
    None
):
    second = '"It is good to be present here," Lund said. She will speak of this in Riga soon.'
    read = of_text(
        "Newsroom\nOSCE Chairman regrets end of mandate in Lyra\nOSLO 3 January 2003\n\n"
        "The Norwegian Foreign Minister, Anna Lund (right), took over the Chair. (OSCE) Photo details\n"
        "OSLO, 3 January 2003 - The OSCE Chairman-in-Office, Anna Lund, today expressed regret at the end of a mandate.\n"
        f"{second}\n{second}\n"
    )
    assert read.title.value == "OSCE Chairman regrets end of mandate in Lyra"
    assert facts_of(read) == ("2003-01-03", ["Oslo"])
    assert [one.split()[0] for one in body(read)] == ["OSLO,", '"It']


@pytest.mark.parametrize("kind", ["Press release", "Newsroom", "Press statement", "Weekly report"])
def test_a_menu_above_a_page_without_a_header_is_passed_over(kind: str) -> None:
    read = of_text(f"{MENU}{kind}\nLund opens talks in Riga\nRIGA, 3 March 2020 – Anna Lund opened talks today.\n")
    assert read.title.value == "Lund opens talks in Riga"
    assert body(read) == ["RIGA, 3 March 2020 – Anna Lund opened talks today."]


def test_a_short_list_of_the_release_is_no_menu() -> None:
    read = of_text(
        "Lund opens talks in Riga\n- on trade\n- on water\n\nRIGA, 3 March 2020 – Lund opened talks today.\n"
    )
    assert read.title.value == "Lund opens talks in Riga"


def test_a_header_that_says_where_we_are_and_what_we_do() -> None:
    read = of_text(
        f"{MENU}News\nLund opens talks in Riga\n- Publishing date:\n- 3 March 2020\n- Where we are:\n- OSCE Chairpersonship\n"
        "- What we do:\n- Arms control\nRIGA, 2 March 2020 – Anna Lund opened talks today.\n"
    )
    assert facts_of(read) == ("2020-03-03", ["Riga"])
    assert read.source is not None
    assert (read.source.value, [one.value for one in read.fields]) == ("OSCE Chairpersonship", ["Arms control"])


@pytest.mark.parametrize(
    ("text", "title", "issued"),
    [
        (" date 2020-05-15 KYIV, 14 May 2020 – Ambassador Anna Lund made a statement today.\n", "Ambassador Anna Lund made a statement today.", "2020-05-14"),
        (" date 2020-12-14 Statement by the Co-Chairs on Lyra\nRIGA/OSLO, 14 December 2020 - The Co-Chairs met today.\n", "Statement by the Co-Chairs on Lyra", "2020-12-14"),
        (" date 2025-10-16 The Permanent Council will meet in Vienna in May.\n\nThe Minister will open it.\n", "The Permanent Council will meet in Vienna in May.", "2025-10-16"),
    ],
)  # fmt: skip
def test_a_date_that_a_mirror_glues_before_the_text(text: str, title: str, issued: str) -> None:
    read = of_text(text)
    assert (read.title.value, facts_of(read)[0]) == (title, issued)
    assert not any("date 20" in one for one in body(read))


@pytest.mark.parametrize(
    ("opening", "places"),
    [
        ("OSLO / RIGA / MINSK – 6 October 2020. The Co-Chairs", ["Oslo", "Riga", "Minsk"]),
        ("OSLO, RIGA, MINSK, 6 October 2020 – The Co-Chairs", ["Oslo", "Riga", "Minsk"]),
        ("OSLO, 6 October 2020-- The Co-Chairs", ["Oslo"]),
        ("OSLO, Norway, 6 October 2020- The Co-Chairs", ["Oslo"]),
        ("OSLO 6 October 2020 The Co-Chairs", ["Oslo"]),
    ],
)
def test_ways_to_write_a_dateline(opening: str, places: list[str]) -> None:
    read = of_text(f"Statement of the Co-Chairs on Lyra\n\n{opening} spoke of trade with both sides today.\n")
    assert facts_of(read) == ("2020-10-06", places)


def test_a_body_alone_has_its_first_sentence_for_a_title_and_no_date() -> None:
    first = "President Ann B. Field, Jr. spoke today with President Omar Idris of Tolvenia."
    read = of_text(f"{first} They agreed on trade.\n\nThe President thanked him.\n")
    assert (read.title.value, read.issued, read.places) == (first, None, ())
    assert body(read) == [f"{first} They agreed on trade.", "The President thanked him."]
    assert read.slug.startswith("undated-president-ann-b-field")


def test_a_name_in_a_sentence_that_stands_for_the_title_is_mentioned_once() -> None:
    read = of_text("President Emmanuel Macron of France met Chancellor Angela Merkel of Germany today.\n")
    spans = [one.span for one in read_facts(read).of_type(Mention)]
    assert spans
    assert len(spans) == len(set(spans))


@pytest.mark.parametrize("text", ["Cream the butter until pale. Fold in the flour.\n", "To do: wash, iron, sleep.\n"])
def test_running_text_about_nobody_in_office_is_no_release(text: str) -> None:
    with pytest.raises(ReleaseRefused, match="no title found"):
        of_text(text)


def test_front_matter_without_a_title_gives_way_to_the_first_sentence() -> None:
    read = of_text("---\ndate: 2021-03-04\n---\nPresident Ann Field met Minister Omar Idris. They spoke.\n", "a.md")
    assert (read.title.value, facts_of(read)[0]) == ("President Ann Field met Minister Omar Idris.", "2021-03-04")


def test_a_report_page_saved_as_text() -> None:
    read = of_text(
        "Ukraine + 1 more\n\nPress Statement of Special Envoy Lund after the Talks\n\nFormat\nNews and Press Release\n"
        "Source\nOSCE\nPosted\n16 May 2020\nOriginally published\n14 May 2020\n\n"
        "KYIV, 14 May 2020 – Special Envoy Anna Lund made a statement today.\n\nPrimary country\nUkraine\n"
    )
    assert read.title.value == "Press Statement of Special Envoy Lund after the Talks"
    assert facts_of(read) == ("2020-05-14", ["Kyiv"])
    assert read.source is not None
    assert read.source.value == "OSCE"
    assert body(read) == ["KYIV, 14 May 2020 – Special Envoy Anna Lund made a statement today."]


def test_lines_of_a_site_between_title_and_text_are_no_body() -> None:
    read = of_text(
        "Loading...\nYou are here:  Home  >  News  >  Article\n\nLund met Head of Mission in Riga\n\n"
        "By   /  25/06/2018  /  No Comments\n\n    Print       Email\n\n"
        "Minister Anna Lund spoke on Friday with the Head of Mission, Karl Novy.\n\nYou might also like...\n\nOther news\n"
    )
    assert read.title.value == "Lund met Head of Mission in Riga"
    assert body(read) == ["Minister Anna Lund spoke on Friday with the Head of Mission, Karl Novy."]


def test_a_headline_that_is_labelled() -> None:
    read = of_text(
        "Source: Ministry of Trade\n\nHeadline: Minister Lund’s Call With Minister Novy\n\n"
        "On July 21, Minister Lund spoke with Minister Karl Novy about trade.\n"
    )
    assert read.title.value == "Minister Lund’s Call With Minister Novy"
    assert read.source is not None
    assert read.source.value == "Ministry of Trade"
    assert len(read.body) == 1


def test_a_picture_and_a_cells_border_beside_a_paragraph() -> None:
    read = of_text("Press Statement by the Envoys\n![](a.jpg) Envoy Lund met Envoy Novy in Riga today. |\n")
    assert body(read) == ["Envoy Lund met Envoy Novy in Riga today."]


def test_a_listing_whose_lead_ends_with_its_sentence_before_the_dots() -> None:
    text = (
        "Lund visits Riga today\nPublishing date: 11 June 1999\nContent type: Press release\n"
        "OSLO, 11 June 1999-- Minister Anna Lund went to Riga with Karl Novy....\n"
        "Lund leaves for Oslo\nPublishing date: 12 June 1999\nOSLO / RIGA – 12 June 1999. Minister Lund left for the...\n"
    )
    first, second = load("listing.txt", text.encode())
    assert body(first) == ["OSLO, 11 June 1999-- Minister Anna Lund went to Riga with Karl Novy."]
    assert (second.body, facts_of(second)) == ((), ("1999-06-12", ["Oslo", "Riga"]))


def test_the_source_that_a_feeds_content_names_is_no_body() -> None:
    text = (
        '<rss version="2.0"><channel><item><title>Statement of Envoy Lund</title><pubDate>Wed, 09 Sep 2020 14:55:46 +0000'
        "</pubDate><description><![CDATA[<div>Country: Ukraine</div><div>Source: OSCE</div><p>Please refer to the attached"
        " file.</p><p>KYIV, 9 September 2020 &ndash; Envoy Lund spoke today.</p>]]></description></item></channel></rss>"
    )
    read = of_text(text, "feed.rss")
    assert read.source is not None
    assert (read.source.value, facts_of(read)) == ("OSCE", ("2020-09-09", ["Kyiv"]))
    assert body(read) == ["KYIV, 9 September 2020 – Envoy Lund spoke today."]
