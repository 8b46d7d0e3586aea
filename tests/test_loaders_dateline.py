"""Datelines, dates and places as pages write them."""

import pytest

from kg.loaders.boilerplate import own_paragraphs
from kg.loaders.cut import without_cut_sentence
from kg.loaders.date_lines import date_line
from kg.loaders.dateline import dateline, proper_case, stated_places
from kg.loaders.dates import first_date
from kg.model import Span


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "places", "date"),
    [
        ("MOSCOW, 26 February 2020 – The Chair met", ["Moscow"], "2020-02-26"),
        ("SKOPJE/VIENNA, 5 June 2023 – The", ["Skopje", "Vienna"], "2023-06-05"),
        ("PRISHTINË/PRIŠTINA, 5 June 2023 – The", ["Prishtinë/Priština"], "2023-06-05"),
        ("NUR‑SULTAN, 6 May 2019- The staff", ["Nur-Sultan"], "2019-05-06"),
        ("photo captionVIENNA, 6 May 2019 – Tolven", ["Vienna"], "2019-05-06"),
        ("Tolven in Riga (OSCE/J. Doe) VIENNA, 6 May 2019 – She", ["Vienna"], "2019-05-06"),
        ("ERGNETI, 3 July 2023 — The", ["Ergneti"], "2023-07-03"),
        ("NEW YORK CITY, 28 September 2015 A good document", ["New York City"], "2015-09-28"),
        ("WASHINGTON, D.C., 5 May 2020 – She", ["Washington"], "2020-05-05"),
        ("TBILISI, Georgia, 4 March 2015 - She", ["Tbilisi"], "2015-03-04"),
        ("VIENNA (Austria), 4 March 2015 - She", ["Vienna"], "2015-03-04"),
        ("Berlin, 12 April 2016 – The", ["Berlin"], "2016-04-12"),
        ("Rostov on Don, 12 April 2016 – The", ["Rostov on Don"], "2016-04-12"),
        ("ROSTOV-ON-DON, April 12, 2016 -- The", ["Rostov-on-Don"], "2016-04-12"),
        ("VIENNA, 26-27 February 2020 – The", ["Vienna"], "2020-02-27"),
        ("VIENNA, 26 February – The", ["Vienna"], None),
        ("OSH, 26\u00a0February\u00a02020 (OSCE) – The", ["Osh"], "2020-02-26"),
    ],
)
def test_datelines(text: str, places: list[str], date: str | None) -> None:
    found = dateline(text, whole(text))
    assert found is not None
    assert [place.value for place in found.places] == places
    assert (found.date.value if found.date else None) == date


def test_a_caption_before_the_dateline_is_cut() -> None:
    text = "photo captionVIENNA, 6 May 2019 – Tolven spoke."
    found = dateline(text, whole(text))
    assert found is not None
    assert text[found.start :] == "VIENNA, 6 May 2019 – Tolven spoke."
    assert found.places[0].span.of(text) == "VIENNA"
    assert found.date is not None
    assert found.date.span.of(text) == "6 May 2019"


@pytest.mark.parametrize(
    "text",
    [
        "The talks on 26 February 2020 – the first since May – went on.",
        "She spoke in VIENNA, 26 February 2020 – as planned.",
        "Monday, 26 February 2020 – The",
        "On 5 May 2020 the Chair met",
        "VIENNA – The Chair met",
        "VIENNA, 31 February 2020 – The Chair met",
    ],
)
def test_no_dateline(text: str) -> None:
    assert dateline(text, whole(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26 February 2020", "2020-02-26"),
        ("Wednesday, 26th of February, 2020", "2020-02-26"),
        ("February 26, 2020", "2020-02-26"),
        ("Wed, 26 Feb 2020 10:00:00 +0100", "2020-02-26"),
        ("4 Sept. 2020", "2020-09-04"),
        ("2020-02-26T23:00:00Z", "2020-02-26"),
        ("26.02.2020", "2020-02-26"),
        ("30 February 2020 or 1 March 2020", "2020-03-01"),
        ("26 February", None),
        ("February 2020", None),
        ("12 Marbles 2020", None),
        ("26 February 20201", None),
    ],
)
def test_full_dates(text: str, expected: str | None) -> None:
    found = first_date(text)
    assert (found.iso if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 March 2020Press release", "2020-03-12"),
        ("Press release | Thursday 12 March 2020, 14:00 CET", "2020-03-12"),
        ("Publishing date: 12 March 2020", "2020-03-12"),
        ("2020-03-12T10:00:00+01:00", "2020-03-12"),
        ("VIENNA, 12 March 2020", None),
        ("The Chair spoke on 12 March 2020", None),
    ],
)
def test_lines_that_are_dates(text: str, expected: str | None) -> None:
    found = date_line(text, whole(text))
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NUR-SULTAN", "Nur-Sultan"),
        ("THE HAGUE", "The Hague"),
        ("ROSTOV-ON-DON", "Rostov-on-Don"),
        ("ŠTRPCE", "Štrpce"),
        ("ISTANBUL, TURKEY", "Istanbul, Turkey"),
        ("McMurdo", "McMurdo"),
    ],
)
def test_proper_case(name: str, expected: str) -> None:
    assert proper_case(name) == expected


def test_places_of_a_header_point_at_their_words() -> None:
    text = "- SKOPJE / NEW\u00a0YORK"
    found = stated_places(text, Span(2, len(text)))
    assert [(place.value, place.span.of(text)) for place in found] == [
        ("Skopje", "SKOPJE"),
        ("New York", "NEW\u00a0YORK"),
    ]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("MOSCOW", ["Moscow"]),
        ("Vienna, Austria", ["Vienna"]),
        ("WASHINGTON, D.C.", ["Washington"]),
        ("BAKU, YEREVAN", ["Baku", "Yerevan"]),
        ("BAKU/YEREVAN/TBILISI", ["Baku", "Yerevan", "Tbilisi"]),
        ("Ferizaj/Uroševac", ["Ferizaj/Uroševac"]),
        ("FERIZAJ/UROŠEVAC", ["Ferizaj/Uroševac"]),
        ("/", []),
    ],
)
def test_places_of_a_header(field: str, names: list[str]) -> None:
    assert [place.value for place in stated_places(field, whole(field))] == names


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("She spoke to him. He was not able to ...", "She spoke to him."),
        ("She met Amb. Orav and H.E. Mr. Kos, who did not…", None),
        ("He spoke. Prof. Kos did not …read more", "He spoke."),
        ("A whole sentence.", "A whole sentence."),
    ],
)
def test_sentences_that_are_cut(text: str, left: str | None) -> None:
    span = without_cut_sentence(text, whole(text))
    assert (span.of(text) if span else None) == left


@pytest.mark.parametrize(
    ("paragraphs", "kept"),
    [
        (["He met her in Oslo today.", "***", "They ate."], ["He met her in Oslo today.", "They ate."]),
        (["He met her today.", "\\###", "About us"], ["He met her today."]),
        (["He met her today.", "For further information, please contact:", "Ann"], ["He met her today."]),
        (["Contacts", "He met her today."], ["He met her today."]),
        (["Tolven and Orav in Riga. (OSCE/J. Doe)", "He met her today."], ["He met her today."]),
        (["He met her in Oslo … ", "He met her in Oslo and in Rome."], ["He met her in Oslo and in Rome."]),
        (["He left.", "He met her. He left early today.", "He met her.", "He left early today."],
         ["He left.", "He met her. He left early today."]),
        (["OSLO, 5 May 2020 – He met her today.", "He met her today."], ["OSLO, 5 May 2020 – He met her today."]),
        (["He met her today.", "press@osce.example", "+43 676 71 74 592", "© OSCE"], ["He met her today."]),
    ],
)  # fmt: skip
def test_own_paragraphs(paragraphs: list[str], kept: list[str]) -> None:
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 1
    assert [span.of(text) for span in own_paragraphs(text, spans)] == kept
