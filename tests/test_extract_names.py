"""Names, offices and headings: each with its own words as evidence; nothing is read from navigation."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading import check, gap, lines, reading, release, told

from kg.extract import read
from kg.model import Event, Heading, Mention, Release, Span, Unresolved

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"
STORY = (
    f"VIENNA, 4 March 2020 – {LUND} met {NOVY} in Riga today. “Russia must withdraw,” Lund said.",
    "The OSCE Mission to Moldova organized a seminar in Bender. She will visit Baku on 6 March. ODIHR will not "
    "observe the election in Belarus. Mr. Jan Sokol, appointed by the Chairperson-in-Office, attended.",
)


@pytest.mark.parametrize(
    ("text", "expected", "forbidden"),
    [
        (f"{LUND} came to Riga.", ["names Anna Lund", "names Sweden", "names Riga"], ["names Lund*"]),
        ("The OSCE Mission to Moldova came.", ["names OSCE Mission to Moldova"], ["names Moldova"]),
        ("The Geneva International Discussions go on.", ["names Geneva International Discussions"], ["names Geneva"]),
        ("The Minsk Agreements hold.", [], ["names Minsk", "names *Minsk Group"]),
        ("Media freedom matters.", [], ["names Media*"]),
        ("She is in Vienna.", ["names Vienna"], ["names Austria", "names She"]),
        (
            "The Centre for Border Dialogue opened.", ["names Centre for Border Dialogue"], []),
        ("President Vjosa Kelmendi met General Secretary Besnik Kelmendi. Kelmendi left.", ["open Kelmendi"], []),
        ("Armenian and Azerbaijani ministers came.", ["names Armenia", "names Azerbaijan"], ["names Armenian"]),
        (
            "Milan and Lara Jovic came.", [], ["names Milan"]),
        gap("a first name that is also a city’s after a title",
            "Foreign Minister Paris Holm of Sweden came.", ["names Paris Holm"], ["names Paris"]),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(text), expected, forbidden)


@pytest.mark.parametrize(
    ("text", "expected", "forbidden"),
    [
        (f"{LUND} spoke.", ["Anna Lund holds Minister for Foreign Affairs of Sweden"], []),
        (
            "Anna Lund, the Foreign Minister of Sweden, spoke.", ["Anna Lund holds Minister*Sweden"], []),
        ("The Acting Head of the OSCE Mission to Moldova, Mika Oras, spoke.",
         ["Mika Oras holds acting Head*Moldova"], ["Mika Oras holds Head*"]),
        ("Mika Oras, Head of the OSCE Mission to Moldova, spoke.", ["Mika Oras holds Head*Moldova"], []),
        ("OSCE Mission to Moldova Head Mika Oras spoke.", ["Mika Oras holds Head*Moldova"], []),
        ("Mika Oras, the then Foreign Minister of Estonia, spoke.",
         ["Mika Oras holds former *Estonia"], ["Mika Oras holds Minister*"]),
        ("OSCE Chairperson-in-Office and Foreign Minister of Estonia Mika Oras spoke.",
         ["Mika Oras holds OSCE Chairperson-in-Office", "Mika Oras holds *Foreign*Estonia"], []),
        ( "Ex-President Mika Oras of Estonia spoke.",
            ["Mika Oras holds former President of Estonia"], ["Mika Oras holds President*"]),
        ( "Designate Prime Minister Mika Oras of Estonia spoke.",
            ["Mika Oras holds designate *"], ["Mika Oras holds Prime*", "Mika Oras holds Head*"]),
        ("Mika Oras, the Special Representative of the Italian OSCE Chairmanship for Protracted Conflicts, spoke.",
         ["Mika Oras holds Special Representative of the OSCE Chairperson-in-Office for Protracted Conflicts"],
         ["Mika Oras holds Special Representative"]),
        ("OSCE Special Representative Oras spoke. The Special Representative of the OSCE Chairperson-in-Office in Ukraine "
         "and in the Trilateral Contact Group (TCG), Ambassador Mika Oras, spoke, too.",
         ["Mika Oras holds Special Representative*in Ukraine*", "names Trilateral Contact Group"],
         ["Mika Oras holds Special Representative of Organization*"]),
        ("The Officer-in-Charge/Secretary General of the OSCE, Mika Oras, spoke.",
         ["Mika Oras holds acting OSCE Secretary General"], ["Mika Oras holds OSCE Secretary General"]),
        ("White House Coordinator for Operation Safe Harbour Thomas Oras spoke.",
         ["Thomas Oras holds Coordinator for Operation Safe Harbour of White House"], []),
        ("The OSCE, EU and UN Co-Chairs of the Geneva International Discussions, Mika Oras, Anna Lund and Jan Sokol, spoke.",
         ["Mika Oras holds Co-Chair*Europe", "Anna Lund holds Co-Chair*European Union", "Jan Sokol holds *United Nations"],
         []),
        ("The Foreign Ministers of Sweden and Estonia, Anna Lund and Mika Oras, spoke.",
         ["Anna Lund holds *Sweden", "Mika Oras holds *Estonia"], []),
        ("Crown Prince Mika Oras of Kuwait spoke.", ["Mika Oras holds Crown Prince of Kuwait"], ["* holds Emir*"]),
        ("Governor Mika Oras, Co-Chair of the Council of Governors, spoke.", ["Mika Oras holds Governor"], []),
        ("Representative on Freedom of the Media Harlem Désir spoke.",
         ["Harlem Désir holds OSCE Representative on Freedom of the Media"], []),
        ("Opposition Leader Mika Oras of Belarus spoke.",
         ["Mika Oras holds Opposition Leader of Belarus"], ["* holds President*", "* holds Leader*"]),
    ],
)  # fmt: skip
def test_offices(text: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(text), expected, forbidden)


def test_headings_are_things() -> None:
    made = read(release("She spoke.", source="OSCE Mission to Moldova", places=("CHISINAU", "BENDER")))
    headed = {(fact.role, fact.thing.label) for fact in made.of_type(Heading)}
    assert headed == {("source", "OSCE Mission to Moldova"), ("place", "Chisinau"), ("place", "Bender")}


def test_navigation_and_footer_are_never_read() -> None:
    around = (
        "Countries\n- Albania\n- Finland – OSCE Chairpersonship 2025\n\n",
        "Related news\nPresident Jan Sokol met Ilze Kalna",
    )
    inside = read(release(*STORY, around=around))
    assert lines(inside.facts) == lines(read(release(*STORY)).facts)
    body = [inside.release.title.span, *inside.release.body, *_headers(inside.release)]
    for fact in inside.facts:
        assert all(any(part.covers(span) for part in body) for span in fact.support.evidence)


def _headers(made: Release) -> list[Span]:
    return [one.span for one in (made.issued, made.source, *made.places) if one is not None]


def test_the_evidence_is_the_sentence_and_the_mention_the_name() -> None:
    made = reading(*STORY)
    for fact in made.facts:
        for span in fact.support.evidence:
            assert 0 <= span.start < span.end <= len(made.release.text)
            assert span.of(made.release.text).strip() == span.of(made.release.text)
    named = {fact.span.of(made.release.text) for fact in made.of_type(Mention)}
    assert {"Anna Lund", "Riga", "Lund", "OSCE Mission to Moldova", "ODIHR"} <= named
    (meeting,) = [fact for fact in made.of_type(Event) if fact.category == "Meeting"]
    assert meeting.support.evidence[0].of(made.release.text).endswith("in Riga today.")


@pytest.mark.parametrize(
    ("text", "names", "parts"),
    [
        ("The OSCE Minsk Group Co-Chairs went on.", {"OSCE Minsk Group"}, {"OSCE", "OSCE Minsk Group Co-Chairs"}),
        ("The 5+2 talks resumed.", {"5+2"}, {"5+2 talks"}),
        (
            "The EU Special Representative for the South Caucasus and the crisis in Georgia, Toivo Klaar, spoke.",
            {"EU", "Georgia", "Toivo Klaar"},
            {"crisis in Georgia"},
        ),
    ],
)
def test_a_name_is_marked_without_who_or_what_belongs_to_it(text: str, names: set[str], parts: set[str]) -> None:
    read = reading(text)
    marked = {fact.span.of(read.release.text) for fact in read.of_type(Mention)}
    assert names <= marked
    assert not parts & marked


def test_evidence_leads_back_through_wraps_and_marks() -> None:
    text = "Swedish\nForeign\u00a0Minister **Anna\u00ad Lund** met theOSCE Secretary\nGeneral, Thomas Greminger."
    made = reading(text)
    check(lines(made.facts), ["happened meeting: Anna Lund + Thomas Greminger"])
    quotes = {fact.span.of(made.release.text) for fact in made.of_type(Mention)}
    assert "Thomas Greminger" in quotes
    for fact in made.of_type(Unresolved):
        assert fact.span.of(made.release.text)


def test_reading_twice_gives_the_same() -> None:
    assert reading(*STORY) == reading(*STORY)


def test_an_empty_release_is_read_as_nothing() -> None:
    assert read(release()).facts == ()
    assert lines(read(release("", title="")).facts) == set()


WORDS = st.sampled_from(
    "Swedish Foreign Minister Anna Lund Mr. met spoke with and , . ; “ ” – OSCE the of Russia Riga on 3 March today "
    "will visited not appointed Minsk Group round 50th said that he President Ambassador Chairperson-in-Office".split()
)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=8).map(" ".join))
@example("“" * 20 + "Mr. " * 20, "Lund meets")
def test_any_words_of_the_genre_are_read_alike_twice_with_true_evidence(body: str, title: str) -> None:
    made = read(release(body, title=title))
    assert made == read(release(body, title=title))
    for fact in made.facts:
        assert fact.support.evidence
        assert all(0 <= span.start < span.end <= len(made.release.text) for span in fact.support.evidence)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_is_read_without_an_error(body: str, title: str) -> None:
    made = read(release(body, title=title))
    assert all(span.of(made.release.text) for fact in made.facts for span in fact.support.evidence)


def test_in_a_release_of_a_governments_site_bare_titles_are_its_own() -> None:
    text = "The President met with Foreign Minister Ann Linde of Sweden today. The Vice President joined the meeting."
    unsigned = release(text, issued="2022-03-04")
    own = replace(unsigned, url="https://www.whitehouse.gov/briefing-room/2022/03/04/readout/")
    assert "happened meeting: Ann Linde + Joe Biden + Kamala Harris" in lines(read(own).facts)
    assert not {one for one in lines(read(unsigned).facts) if "Biden" in one}
    ministry = replace(
        release("The Minister met with President Sauli Niinistö.", issued="2022-03-04"), url="https://mfa.gov.pl/a"
    )
    assert "happened meeting: Sauli Niinistö + Zbigniew Rau" in lines(read(ministry).facts)


@pytest.mark.parametrize(
    ("text", "issued", "expected", "forbidden"),
    [
        (
            "Foreign Minister Ann Linde met the Foreign Minister of Serbia and Montenegro, Karel Novy.",
            "2005-01-24",
            ["Karel Novy holds Foreign Minister of Serbia and Montenegro"],
            ["Karel Novy holds *Foreign* of Serbia"],
        ),
        ("Ann Linde visited Serbia and Montenegro.", "2005-01-24", ["names Serbia and Montenegro"], ["names Serbia"]),
        ("Ann Linde visited Serbia and Montenegro.", "2014-01-24", ["names Serbia"], ["names Serbia and Montenegro"]),
        ("The Yugoslav President, Karel Novy, spoke.", "1998-01-24", ["names Serbia and Montenegro"], []),
        ("The Yugoslav President, Karel Novy, spoke.", "1991-01-24", ["names Yugoslavia"], []),
        ("The tribunal for the former Yugoslavia sat.", "1998-01-24", ["names Yugoslavia"], []),
    ],
)
def test_states_that_were_one(text: str, issued: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(text, issued=issued), expected, forbidden)
