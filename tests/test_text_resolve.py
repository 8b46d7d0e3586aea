"""Who is meant: by date, by title, by surname, by pronoun, within the release; what stays open is left open."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import check, document, told

from kg.text.document import Actor

LUND = "Swedish Foreign Minister Anna Lund"
NOVY = "Slovak Foreign Minister Karel Novy"


@pytest.mark.parametrize(
    ("issued", "holder"),
    [
        ("2014-05-07", "Didier Burkhalter"),
        ("2017-12-17", "Sebastian Kurz"),
        ("2017-12-20", "Karin Kneissl"),
        ("2020-06-01", "Edi Rama"),
        ("2021-06-01", "Ann Linde"),
    ],
)
def test_a_title_means_its_holder_on_the_day(issued: str, holder: str) -> None:
    found = told("The Chairperson-in-Office met Sergey Lavrov in Moscow.", issued=issued)
    check(found, [f"happened meeting: *{holder}*", "happened meeting party Sergey Lavrov"])


def test_the_chair_named_in_the_release_is_the_chair() -> None:
    found = told("OSCE Chairperson-in-Office Mira Tolven came to Riga.", f"The Chairperson-in-Office met {LUND}.")
    check(found, ["happened meeting: Anna Lund + Mira Tolven"], ["*meeting*Rama*"])


@pytest.mark.parametrize(
    ("paragraphs", "expected", "forbidden"),
    [
        ([f"{LUND} came to Riga. Lund met {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], []),
        ([f"{LUND} came to Riga. She met {NOVY}."], ["happened meeting: Anna Lund + Karel Novy"], []),
        ([f"{LUND} came to Riga.", "The Foreign Minister met President Jan Sokol of Estonia."],
         ["happened meeting: Anna Lund + Jan Sokol"], []),
        ([f"{LUND} and {NOVY} came to Riga. The Minister met President Jan Sokol of Estonia."],
         [], ["happened meeting: *Lund*", "happened meeting: *Novy*"]),
        (["President Vjosa Kelmendi met General Secretary Besnik Kelmendi. Kelmendi condemned the attack."],
         ["open Kelmendi"], ["* Kelmendi condemned*"]),
        (["President Vjosa Kelmendi met General Secretary Besnik Kelmendi. President Kelmendi condemned the attack."],
         ["Vjosa Kelmendi condemned"], ["Besnik Kelmendi condemned"]),
        ([f"{LUND} met his Latvian counterpart, Foreign Minister Ilze Kalna."],
         ["Ilze Kalna holds *Latvia", "happened meeting: Anna Lund + Ilze Kalna"], ["Ilze Kalna holds *Sweden"]),
        (["Prime Minister Jan Sokol of Estonia met his Latvian counterpart Ilze Kalna."],
            ["Ilze Kalna holds Prime Minister of Latvia"], ["Ilze Kalna holds *Foreign*"]),
        (["Foreign Ministers Maka Beri of Georgia and Marko Djur of Serbia met in Oslo."],
         ["Maka Beri holds *Georgia", "Marko Djur holds *Serbia"], ["Marko Djur holds *Georgia"]),
        (["Acting Foreign Minister Zora Hallik of Estonia met former Foreign Minister Lea Marr of Latvia."],
         ["Zora Hallik holds acting *Estonia", "Lea Marr holds former *Latvia"],
         ["Zora Hallik holds Minister*", "Lea Marr holds Minister*"]),
        (["Deputy Foreign Minister Pavel Dunn of Estonia visited Riga."],
         ["Pavel Dunn holds *Deputy*Estonia"], ["Pavel Dunn holds Minister*"]),
        (["The Personal Representative of the Chairperson-in-Office, Jan Sokol, visited Baku."],
         ["Jan Sokol holds Personal Representative*"], ["Jan Sokol holds OSCE Chairperson-in-Office"]),
        (["OSCE Chairperson-in-Office, Estonia’s Minister of Foreign Affairs, Mira Tolven, visited Baku."],
         ["Mira Tolven holds OSCE Chairperson-in-Office", "Mira Tolven holds *Foreign*Estonia"], []),
        (["OSCE Chair and Estonian Foreign Minister Mira Tolven visited Baku."],
         ["Mira Tolven holds OSCE Chairperson-in-Office", "Mira Tolven holds *Foreign*Estonia"], []),
        (["Prime Minister-elect Jan Sokol of Estonia visited Baku."],
         ["Jan Sokol holds designate *"], ["Jan Sokol holds Prime*", "Jan Sokol holds Head*"]),
        (["The OSCE Mission to Moldova opened an office. The Mission organized a seminar in Bender."],
         ["happened activity: OSCE Mission to Moldova"], []),
        (["OSCE PA human rights Chair Isa Ramos spoke in Riga."], [], ["Isa Ramos holds OSCE Chairperson-in-Office"]),
    ],
)  # fmt: skip
def test_who_is_meant(paragraphs: list[str], expected: list[str], forbidden: list[str]) -> None:
    check(told(*paragraphs), expected, forbidden)


@pytest.mark.parametrize(
    ("text", "expected", "forbidden"),
    [
        ("Lund said it was vital for Moscow and Kyiv to stay engaged.",
         ["names Russian Federation", "names Ukraine"], ["names Moscow", "names Kyiv"]),
        (f"{LUND} travelled to Moscow.", ["happened visit at Moscow"], ["happened visit at Russian*"]),
        ("The talks between Baku and Yerevan go on in Brussels.",
         ["happened meeting: Armenia + Azerbaijan"], ["*at Baku", "*at Yerevan"]),
        ("The Vienna Document and the Minsk Agreements were named.", [], ["names Vienna", "names Minsk"]),
        ("The Minsk Group Co-Chairs met in Prague.", ["happened meeting at Prague"], ["names Minsk"]),
        ("The Transdniestrian leader, Vadim Korn, came.", ["names Transdniestria"], ["*holds President of Moldova*"]),
        ("Representatives from Tskhinvali and Sukhumi came.", [], ["names Georgia"]),
        ("Foreign Minister Miroslav Lajcak of Slovakia spoke.", ["names Miroslav Lajčák"], []),
        ("Mira Tolven arrived in Kiev.", ["names Kyiv"], []),
    ],
)  # fmt: skip
def test_names_stand_for_what_they_mean(text: str, expected: list[str], forbidden: list[str]) -> None:
    check(told(text, issued="2019-05-06"), expected, forbidden)


def test_a_name_beside_a_title_of_another_state_is_another_person() -> None:
    found = told("Prime Minister Sergey Lavrov of Estonia visited Riga.")
    check(found, ["happened visit at Riga"])


@pytest.mark.parametrize(
    "text",
    [
        (
            "The OSCE Chairman-in-Office, Estonian Foreign Minister Mika Oras, met President Karel Novy of Slovakia."),
        (
            "The OSCE Chairman-in-Office, Mika Oras, met President Karel Novy of Slovakia."),
        "OSCE Chairman-in-Office Mika Oras met President Karel Novy of Slovakia.",
        "The OSCE Chairperson-in-Office, Estonian Foreign Minister Mika Oras, met President Karel Novy of Slovakia.",
        "The OSCE Chair, Estonian Foreign Minister Mika Oras, met President Karel Novy of Slovakia.",
    ],
)  # fmt: skip
def test_the_chair_under_each_of_its_titles(text: str) -> None:
    check(told(text), ["happened meeting: Karel Novy + Mika Oras", "Mika Oras holds OSCE Chairperson-in-Office"])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(
    "Lund Novy Minister President OSCE Anna Karel the of Sweden , . “ ” said met He She and Moscow Chair".split()
), max_size=25))  # fmt: skip
def test_items_never_overlap_and_keep_inside_the_paragraph(words: list[str]) -> None:
    read = document(" ".join(["We", *words]))
    for paragraph, items in zip(read.paragraphs, read.items, strict=True):
        assert all(left.end <= right.start for left, right in pairwise(items))
        assert all(0 <= one.start < one.end <= len(paragraph.text) for one in items)
        assert all(one.payload.things or one.payload.form == "title" for one in items if isinstance(one.payload, Actor))


def test_ambassador_before_a_name_is_no_second_office() -> None:
    read = document("The Head of the OSCE Mission to Moldova, Ambassador Karel Novy, spoke. She met Ambassador Novy.")
    first, *_, last = (item.payload for item in read.actors[1])
    assert isinstance(first, Actor)
    assert isinstance(last, Actor)
    assert [post.label for post, _ in first.posts] == ["Head of the OSCE Mission to Moldova"]
    assert [post.label for _, _, post in first.office_spans] == ["Head of the OSCE Mission to Moldova"]
    assert last.things == first.things
    assert last.office_spans == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Head of the OSCE Mission to Moldova, Claus Neukirch, thanked the staff of the Mission.", "Mission"),
        ("OSCE PA President George Tsereteli spoke at the meeting of the Assembly.", "Assembly"),
        ("The Head of the OSCE Presence in Albania, Vincenzo Del Monaco, thanked the OSCE Presence.", "OSCE Presence"),
    ],
)
def test_the_body_whose_head_is_named_is_meant_by_its_noun(text: str, name: str) -> None:
    paragraph = document(text).paragraphs[1]
    assert name in [paragraph.text[one.start : one.end] for one in paragraph.names if one.code == "G"]
