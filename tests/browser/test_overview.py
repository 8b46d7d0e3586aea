"""What a reader meets first and on the way: the overview, the card beside the pointer, what is said where nothing is."""

from collections import Counter
from typing import Any

import pytest
from conftest import Open
from picture import picture
from playwright.sync_api import Page


def go(page: Page, address: str) -> None:
    """Go to an address of the open page."""
    page.evaluate("(hash) => { location.hash = hash; }", address)
    page.wait_for_timeout(60)


def test_it_says_how_much_there_is_and_how_new_it_is(open_page: Open) -> None:
    page: Any = open_page("middle")
    terms = [one["term"] for one in page.data["categories"]]
    people = sum(terms[node["category"]] == "Person" for node in page.data["nodes"])
    text = page.text_content("#overview .lead") or ""
    assert text.startswith(f"{people} people, ")
    assert f"{len(page.data['edges']):,} statements" in text
    assert text.endswith(f"{page.data['about']['newest'][:4]}.")


def test_the_newest_events_and_those_who_met_most_are_those_of_the_data(open_page: Open) -> None:
    page: Any = open_page("middle")
    data = page.data
    groups = [one["group"] for one in data["categories"]]
    events = [node for node in data["nodes"] if groups[node["category"]] == "event" and "start" in node]
    days = sorted({node["start"] for node in events}, reverse=True)[:5]
    lists = page.locator("#overview .ways-in")
    shown = lists.nth(0).locator(".thing").all_text_contents()
    assert len(shown) == 5
    for label, day in zip(shown, days, strict=True):
        assert day in {node["start"] for node in events if node["label"].startswith(label)}
    met = next(place for place, one in enumerate(data["relations"]) if one["term"] == "metWith")
    pairs = Counter(frozenset((e["from"], e["to"])) for e in data["edges"] if e["relation"] == met)
    sizes = [int(text) for text in lists.nth(1).locator(".count").all_text_contents()]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == pairs.most_common(1)[0][1] > 1
    lists.nth(1).locator(".thing").first.click()
    joined = {place for place, edge in enumerate(data["edges"]) if edge["relation"] == met}
    cards = page.evaluate("[...document.querySelectorAll('#panel .card')].map((c) => Number(c.dataset.statement))")
    assert len(joined & set(cards)) == sizes[0]


def test_it_makes_room_for_what_is_chosen_and_comes_back_when_asked(open_page: Open) -> None:
    page: Any = open_page("small")
    page.locator("#overview .ways-in .thing").first.click()
    assert page.is_visible("#panel")
    assert page.is_hidden("#overview")
    page.click("#panel .close")
    assert page.is_hidden("#overview")
    page.click("#overview-open")
    assert page.is_visible("#overview")
    page.click("#tab-list")
    assert page.is_hidden("#overview")
    page.click("#overview-open")
    assert page.is_visible("#overview")
    assert page.is_visible("#view-graph")
    page.click("#overview .close")
    assert page.is_hidden("#overview")


def test_the_question_that_it_offers_is_answered(open_page: Open) -> None:
    page: Any = open_page("middle")
    question = page.text_content("#overview p button") or ""
    page.click("#overview p button")
    one, other = question.removeprefix("How is ").removesuffix("?").split(" tied to ")
    assert page.text_content("#panel-title") == f"From {one} to {other}"
    assert page.locator("#panel .way").count() >= 1


def test_the_card_beside_the_pointer_has_the_sentence_of_a_link(open_page: Open) -> None:
    page: Any = open_page("small")
    page.click("#overview .close")
    page.wait_for_timeout(200)
    box = page.locator("#canvas").bounding_box()
    quotes = [passage[2] for passage in page.data["passages"]]
    found = 0
    shown = picture(page)
    for link in shown.links:
        line = link[1]
        ends = [float(line.get(name) or 0) for name in ("x1", "y1", "x2", "y2")]
        middle = ((ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2)
        if any(abs(spot.x - middle[0]) < 60 and abs(spot.y - middle[1]) < 30 for spot in shown.things):
            continue
        page.mouse.move(box["x"] + middle[0], box["y"] + middle[1])
        page.wait_for_timeout(60)
        sentence = page.locator("#tip q")
        if page.is_visible("#tip") and sentence.count():
            found += 1
            start = (sentence.text_content() or "").removesuffix("…")[:60]
            assert any(quote.startswith(start) for quote in quotes)
            tip = page.locator("#tip").bounding_box()
            assert tip["x"] >= box["x"]
            assert tip["x"] + tip["width"] <= box["x"] + box["width"]
    assert found >= 2
    page.mouse.move(5, 5)
    assert page.is_hidden("#tip")


@pytest.mark.parametrize("view", ["graph", "timeline", "matrix", "list"])
def test_where_nothing_is_left_the_page_says_so_and_offers_all_again(open_page: Open, view: str) -> None:
    page: Any = open_page("small")
    terms = "+".join(one["term"] for one in page.data["categories"])
    go(page, f"view={view}&without={terms}")
    assert (page.text_content("#status") or "").startswith("0 of ")
    words = {"graph": "Nothing is left", "timeline": "No dated event", "matrix": "Nothing joins", "list": "0 things"}
    assert words[view] in page.inner_text(f"#view-{view}")
    page.click("#reset")
    assert (page.text_content("#status") or "").startswith(f"{len(page.data['nodes'])} of ")
    assert page.is_hidden("#reset")
    assert "without" not in page.url


def test_a_question_mark_opens_the_keys(open_page: Open) -> None:
    page = open_page("small")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    assert page.is_hidden("#keys")
    page.focus("#search")
    page.keyboard.type("?")
    assert page.is_hidden("#keys")


def test_a_copied_address_is_said_to_be_copied_and_is_that_of_the_view(open_page: Open) -> None:
    page: Any = open_page("small", "view=timeline")
    page.evaluate(
        """() => {
          Object.defineProperty(navigator, "clipboard", { configurable: true, value: {
            writeText: async (text) => { window.copied = text; } } });
        }"""
    )
    page.click("#share > summary")
    page.click("#share-link")
    page.locator("#said:not(:empty)").wait_for(state="attached")
    assert page.evaluate("window.copied") == page.url
    assert page.url.endswith("#view=timeline")
    assert page.text_content("#said") == "The address of this view is copied"
    assert "seen" in (page.get_attribute("#said", "class") or "")
    assert not page.evaluate("document.getElementById('share').open")


def test_a_typed_date_outside_the_axis_is_brought_to_its_end(open_page: Open) -> None:
    page = open_page("small")
    page.evaluate(
        """() => { const field = document.getElementById("since-date");
          field.value = "2999-01-01"; field.dispatchEvent(new Event("change")); }"""
    )
    last = page.get_attribute("#until", "max")
    assert page.input_value("#since") == last
    assert page.input_value("#until") == last
