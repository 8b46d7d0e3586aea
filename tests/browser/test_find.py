"""Finding: search, focus, the address of a view, the keyboard."""

import pytest
from conftest import Open
from oracle import Choice, drawn_links, expected
from picture import Spot, picture
from playwright.sync_api import Page


def results(page: object) -> list[str]:
    """What the search box offers."""
    return page.locator("#results [role=option]").all_inner_texts()  # type: ignore[attr-defined,no-any-return]


def id_of(page: object, label: str) -> int:
    """The id of the thing with this label."""
    return next(node["id"] for node in page.data["nodes"] if node["label"] == label)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("cavusoglu", "Mevlüt Çavuşoğlu"), ("CAVUS mevl", "Mevlüt Çavuşoğlu"), ("kristaq", "Edi Rama"), ("lodz", "Łódź")],
)
def test_names_are_found_without_accents_and_by_other_names(open_page: Open, typed: str, found: str) -> None:
    page = open_page("middle")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert found in results(page)[0]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.text_content("#panel-title") == found
    assert page.evaluate("document.activeElement.id") == "panel-title"
    assert page.is_hidden("#results")


def test_results_have_class_and_dates_and_nothing_is_said_to_be_nothing(open_page: Open) -> None:
    page = open_page("middle")
    page.fill("#search", "meeting of edi rama")
    assert all("meeting ·" in text.replace("\n", " ") and "20" in text for text in results(page))
    page.fill("#search", "zzzz")
    assert page.text_content("#results") == "Nothing here has this name."


def test_a_focus_shows_its_surroundings_whole_and_all_comes_back_the_same(open_page: Open) -> None:
    page = open_page("middle", reduced_motion="reduce")
    page.click("#overview .close")
    page.wait_for_timeout(100)
    before = picture(page)
    page.fill("#search", "lavrov")
    page.keyboard.press("Enter")
    page.click("text=Focus")
    focus = id_of(page, "Sergey Lavrov")
    shown = expected(page.data, Choice())
    links = drawn_links(page.data, shown, shown.nodes)
    near = {focus} | {node for ends in links if focus in ends for node in ends}
    page.wait_for_timeout(100)
    now = picture(page)
    size = page.locator("#canvas").bounding_box()
    assert size
    assert len(now.things) == len(near)
    for spot in now.things:
        assert spot.r <= spot.x <= size["width"] - spot.r, spot
        assert spot.r <= spot.y <= size["height"] - spot.r, spot
    named = {name.text for name in now.names}
    cards = page.text_content("#panel") or ""
    for node in near - {focus}:
        label = page.data["nodes"][node]["label"]
        assert label in named or label in cards
    page.click("text=Two steps")
    page.wait_for_timeout(100)
    two = near | {node for ends in links if ends & near for node in ends}
    assert len(picture(page).things) == len(two)
    assert all(spot.opacity == 1 for spot in picture(page).things)
    page.click("#back")
    page.click("#panel .close")
    page.wait_for_timeout(200)
    after = picture(page)
    assert [(spot.x, spot.y) for spot in after.things] == [(spot.x, spot.y) for spot in before.things]


def test_an_address_opens_the_view_that_it_was_copied_from(open_page: Open) -> None:
    page = open_page("middle", reduced_motion="reduce")
    page.locator("#facet-things input").nth(1).uncheck()
    page.fill("#since-date", "2018-05-01")
    page.dispatch_event("#since-date", "change")
    page.fill("#search", "lavrov")
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    page.click("#fit")
    page.wait_for_timeout(400)
    address = page.url.split("#")[1]
    again = open_page("middle", address)
    again.wait_for_timeout(100)
    assert again.text_content("#status") == page.text_content("#status")
    assert again.text_content("#panel-title") == "Sergey Lavrov"
    one, other = picture(page), picture(again)
    assert [(s.title, round(s.x), round(s.y)) for s in one.things] == [
        (s.title, round(s.x), round(s.y)) for s in other.things
    ]
    assert again.url.split("#")[1] == address


def test_an_address_that_names_nothing_known_opens_the_whole(open_page: Open) -> None:
    page = open_page(
        "small", "select=person-nobody&from=whenever&focus=x~9&without=Nothing&path=a~b~c&shown=-3&view=cube"
    )
    assert page.text_content("#status", timeout=1000) == open_page("small").text_content("#status")


def spot_of(page: Page, label: str) -> Spot:
    """Where the thing with this label stands."""
    return next(spot for spot in picture(page).things if spot.title.startswith(f"{label}, "))


def test_the_graph_by_keyboard_alone(open_page: Open) -> None:
    page = open_page("small", reduced_motion="reduce")
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    moves = {"ArrowRight": (1, 0), "ArrowLeft": (-1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}
    gone = 0
    for key, (across, down) in moves.items():
        here = str(page.text_content("#panel-title"))
        page.focus("#canvas")
        page.keyboard.press(key)
        there = str(page.text_content("#panel-title"))
        if there != here:
            gone += 1
            one, other = spot_of(page, here), spot_of(page, there)
            assert (other.x - one.x) * across + (other.y - one.y) * down > 0
    assert gone >= 3
    page.focus("#canvas")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")
    page.wait_for_timeout(200)
    before = picture(page).things[0].r
    page.focus("#canvas")
    page.keyboard.press("+")
    page.wait_for_timeout(300)
    assert picture(page).things[0].r > before
    page.focus("#canvas")
    page.keyboard.press("0")
    page.wait_for_timeout(400)
    assert picture(page).things[0].r == before


def test_everything_can_be_reached_with_tab(open_page: Open) -> None:
    page = open_page("small")
    wanted = {
        "search",
        "tab-graph",
        "theme",
        "about-open",
        "canvas",
        "closer",
        "farther",
        "fit",
        "since",
        "until",
        "undated",
        "all-time",
    }
    seen = set()
    for _ in range(160):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.id"))
    assert wanted <= seen
