"""All views follow one state; what can be read, exported, printed and reached by everybody."""

import csv
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest
from conftest import Open
from oracle import Choice, drawn_links, expected
from picture import SVG, picture, saved
from pyoxigraph import Literal, NamedNode, RdfFormat

from kg.page.presentation import load
from kg.terms import RDFS

WIDTH = """(text) => {
  const context = document.createElement("canvas").getContext("2d");
  context.font = '12.5px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  return context.measureText(text).width;
}"""
VIEWS = ["graph", "timeline", "matrix", "list"]


def numbers(page: object, selector: str, key: str) -> list[int]:
    """The numbers that elements carry."""
    script = "([selector, key]) => [...document.querySelectorAll(selector)].map((e) => Number(e.dataset[key]))"
    return page.evaluate(script, [selector, key])  # type: ignore[attr-defined,no-any-return]


def test_names_keep_clear_of_each_other_the_edge_and_what_matters_more(open_page: Open) -> None:
    page = open_page("middle")
    size = page.locator("#canvas").bounding_box()
    assert size
    shown = picture(page)
    boxes = []
    for name in shown.names:
        x, y = float(name.get("x") or 0), float(name.get("y") or 0)
        width = page.evaluate(WIDTH, name.text)
        boxes.append((x, y - 12, x + width, y + 4))
    assert len(boxes) >= 40
    for place, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0
        assert top >= 0
        assert right <= size["width"]
        assert bottom <= size["height"]
        for other in boxes[:place]:
            assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
    assert float(shown.root.get("font-size") or 0) >= 12


@pytest.mark.parametrize("zoom", ["", "+++", "------"])
def test_names_cover_nothing_that_matters_more_at_any_zoom(open_page: Open, zoom: str) -> None:
    page = open_page("middle", reduced_motion="reduce")
    page.focus("#canvas")
    for key in zoom:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    shown = picture(page)
    spots = dict(zip(shown.ids, shown.things, strict=True))
    boxes = {}
    for name in shown.names:
        x, y = float(name.get("x") or 0), float(name.get("y") or 0)
        boxes[int(name.get("data-thing") or -1)] = (x, y - 12, x + page.evaluate(WIDTH, name.text), y + 4)
    assert len(boxes) >= 10
    for thing, (left, top, right, bottom) in boxes.items():
        for before in range(thing):
            spot = spots[before]
            inside = left < spot.x < right and top < spot.y < bottom
            assert not inside, f"the name of {thing} covers {before}"
    placed = list(boxes.values())
    for place, (left, top, right, bottom) in enumerate(placed):
        for other in placed[:place]:
            assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]


def test_a_link_is_the_wider_the_more_statements_it_has(open_page: Open) -> None:
    page = open_page("middle")
    wanted = expected(page.data, Choice())
    sizes = {ends: len(told) for ends, told in drawn_links(page.data, wanted, wanted.nodes).items()}
    where = {(round(s.x), round(s.y)): thing for thing, s in zip(picture(page).ids, picture(page).things, strict=True)}
    widths: dict[int, set[float]] = {}
    for link in picture(page).links:
        line = link.find(f"{SVG}line")
        ends = [
            where.get((round(float(line.get(x))), round(float(line.get(y))))) for x, y in (("x1", "y1"), ("x2", "y2"))
        ]
        if None not in ends:
            widths.setdefault(sizes[frozenset(ends)], set()).add(float(line.get("stroke-width")))
    assert len(widths) >= 3
    assert all(len(found) == 1 for found in widths.values())
    by_size = [next(iter(widths[size])) for size in sorted(widths)]
    assert by_size == sorted(by_size)
    assert by_size[0] < by_size[-1]


def test_the_legend_shows_each_way_in_which_links_are_drawn(open_page: Open) -> None:
    page = open_page("middle")
    rows = page.evaluate(
        """[...document.querySelectorAll("#facet-statuses li, #strokes li")].map((row) => [
          row.querySelector(".words, span:last-child").textContent,
          row.querySelector("line").getAttribute("stroke-dasharray") || "", Boolean(row.querySelector("path"))])"""
    )
    drawn = {words: (dash, mark) for words, dash, mark in rows}
    assert drawn["took place"] == ("", False)
    assert drawn["planned"] == drawn["called for"] == drawn["presupposed"] == ("6 4", False)
    assert drawn["derived"] == ("1.5 3.5", False)
    assert drawn["denied"] == drawn["a post or role that has ended"] == ("", True)


def test_in_a_focus_every_view_and_every_export_has_what_the_graph_has(open_page: Open) -> None:
    page = open_page("middle", "focus=person-sergey-lavrov~1&view=list")
    focus = next(node["id"] for node in page.data["nodes"] if node["label"] == "Sergey Lavrov")
    shown = expected(page.data, Choice())
    links = drawn_links(page.data, shown, shown.nodes)
    near = {focus} | {node for ends in links if focus in ends for node in ends}
    told = {n for n in shown.edges if {page.data["edges"][n]["from"], page.data["edges"][n]["to"]} <= near}
    assert set(numbers(page, "#list-body .entry", "node")) == near
    with saved(page, "csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(told)
    counts = page.evaluate("[...document.querySelectorAll('#facet-things .count')].map((c) => Number(c.dataset.shown))")
    assert sum(counts) == len(near)
    page.click("#tab-timeline")
    assert set(numbers(page, ".timeline .event", "node")) <= near
    page.click("#tab-matrix")
    pairs = page.evaluate("[...document.querySelectorAll('.matrix td button')].map((c) => c.dataset.pair.split(' '))")
    assert {int(end) for pair in pairs for end in pair} <= near


def test_the_picture_has_what_is_shown_with_titles_and_the_legend(open_page: Open) -> None:
    page = open_page("middle", "without=Place")
    wanted = expected(page.data, Choice(frozenset({"Place"})))
    shown = picture(page)
    links = drawn_links(page.data, wanted, wanted.nodes)
    assert len(shown.things) == len(wanted.nodes)
    assert len(shown.links) == len(links)
    assert {spot.title.split(",")[0] for spot in shown.things} == {
        page.data["nodes"][node]["label"].split(",")[0] for node in wanted.nodes
    }
    assert all((link[0].text or "").strip() for link in shown.links)
    dashes = [link.find(f"{SVG}line").get("stroke-dasharray") for link in shown.links]
    assert {"6 4", None} <= set(dashes)
    widths = {float(link.find(f"{SVG}line").get("stroke-width")) for link in shown.links}
    assert len(widths) > 1


def test_derived_links_are_dotted_and_stand_in_for_hidden_events(open_page: Open) -> None:
    events = "Meeting Call Visit Appointment Activity"
    page = open_page("middle", f"without={events.replace(' ', '+')}")
    wanted = expected(page.data, Choice(frozenset(events.split())))
    links = drawn_links(page.data, wanted, wanted.nodes)
    derived = [ends for ends, told in links.items() if all(page.data["edges"][n]["origin"] == "derived" for n in told)]
    assert derived
    dashes = [link.find(f"{SVG}line").get("stroke-dasharray") for link in picture(page).links]
    assert dashes.count("1.5 3.5") == len(derived)


def test_csv_has_a_row_for_each_statement_shown(open_page: Open) -> None:
    page = open_page("middle", "not=planned")
    wanted = expected(page.data, Choice(refused=frozenset({"planned"})))
    page.click("#share > summary")
    # The number comes a moment later; to wait by a script of one's own the page's policy forbids.
    page.locator("#share-csv", has_text=f"{len(wanted.edges):,} statements (CSV)").wait_for()
    page.click("#share > summary")
    with saved(page, "csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(wanted.edges)
    assert "planned" not in {row["certainty"] for row in rows}
    told = [row for row in rows if row["origin"] == "release"]
    assert all(row["sentence"] and row["release"] and row["issued"] for row in told)


def test_turtle_is_read_by_oxigraph_and_names_what_is_shown(open_page: Open) -> None:
    page = open_page("middle", "without=Place")
    wanted = expected(page.data, Choice(frozenset({"Place"})))
    triples = list(pyoxigraph.parse(path=str(saved(page, "turtle")), format=RdfFormat.TURTLE))
    labels = {t.object.value for t in triples if t.predicate == RDFS.label and isinstance(t.object, Literal)}
    assert labels >= {page.data["nodes"][node]["label"] for node in wanted.nodes}
    used = {t.predicate.value for t in triples}
    known = {
        t.subject.value
        for t in pyoxigraph.parse(
            path=str(Path(__file__).parents[2] / "ontology" / "core.ttl"), format=RdfFormat.TURTLE
        )
        if isinstance(t.subject, NamedNode)
    }
    assert {term for term in used if "osce-kg" in term} <= known


def test_png_is_twice_the_canvas_and_has_the_legend_beside(open_page: Open) -> None:
    page = open_page("small")
    header = saved(page, "png").read_bytes()[:24]
    size = page.locator("#canvas").bounding_box()
    assert size
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(header[16:20], "big") == 2 * round(size["width"] + 190)
    assert int.from_bytes(header[20:24], "big") >= 2 * int(size["height"])


def test_the_list_has_all_that_is_shown(open_page: Open) -> None:
    page = open_page("middle", "view=list&not=denied")
    wanted = expected(page.data, Choice(refused=frozenset({"denied"})))
    while page.locator("#list-body > .batches > .more").count():
        page.click("#list-body > .batches > .more")
    assert set(numbers(page, "#list-body .entry", "node")) == wanted.nodes
    page.evaluate("for (const entry of document.querySelectorAll('#list-body .entry')) entry.open = true")
    page.wait_for_timeout(300)
    page.evaluate(
        "() => { let more; while ((more = document.querySelector('#list-body .entry .more'))) more.click(); }"
    )
    assert set(numbers(page, "#list-body .card", "statement")) == wanted.edges
    assert page.text_content("#status") == open_page("middle", "not=denied").text_content("#status")


def test_a_cell_of_the_matrix_counts_the_statements_that_it_opens(open_page: Open) -> None:
    page = open_page("middle", "view=matrix&not=planned")
    wanted = expected(page.data, Choice(refused=frozenset({"planned"})))
    cells = page.locator(".matrix td button")
    assert cells.count() > 20
    for place in range(0, cells.count(), 9):
        cell = cells.nth(place)
        ends = {int(part) for part in str(cell.get_attribute("data-pair")).split()}
        told = [n for n in wanted.edges if {page.data["edges"][n]["from"], page.data["edges"][n]["to"]} == ends]
        assert int(cell.inner_text()) == len(told)
        cell.click()
        assert page.locator("#panel .card:not(.outside)").count() == len(told)


def test_every_event_on_the_timeline_is_a_shown_one_and_opens(open_page: Open) -> None:
    page = open_page("middle", "view=timeline&without=Call&from=2016-01-01")
    days = (date(2016, 1, 1) - date(1970, 1, 1)).days
    wanted = expected(page.data, Choice(frozenset({"Call"}), since=days))
    events = numbers(page, ".timeline .event", "node")
    assert events
    assert set(events) <= wanted.nodes
    first = page.locator(".timeline .event").first
    first.focus()
    page.keyboard.press("Enter")
    assert page.text_content("#panel-title") == page.data["nodes"][events[0]]["label"]


@pytest.mark.parametrize("view", VIEWS)
def test_the_status_is_told_in_every_view_and_changes_with_the_filters(open_page: Open, view: str) -> None:
    page = open_page("small", f"view={view}")
    before = page.text_content("#status")
    page.locator("#facet-things input").first.uncheck()
    after = page.text_content("#status")
    assert before != after
    assert page.get_attribute("#status", "aria-live") == "polite"
    assert page.is_visible(f"#view-{view}")


def test_the_theme_follows_the_system_and_the_button(open_page: Open) -> None:
    page = open_page("small", color_scheme="dark")
    paper = "getComputedStyle(document.getElementById('view-graph')).backgroundColor"
    dark = page.evaluate(paper)
    assert picture(page).root.find(f"{SVG}rect").get("fill") == "#12181e"
    page.click("#theme")
    assert page.evaluate(paper) != dark
    assert picture(page).root.find(f"{SVG}rect").get("fill") == "#ffffff"
    assert open_page("small", color_scheme="light").evaluate(paper) == page.evaluate(paper)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 has it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_outlines_and_names_stand_out(open_page: Open, theme: str) -> None:
    page = open_page("small", color_scheme=theme)
    shown = picture(page)
    paper = shown.root.find(f"{SVG}rect").get("fill") or ""
    outlines = {path.get("stroke") for path in shown.root.iter(f"{SVG}path") if path.get("stroke")}
    assert outlines
    assert all(contrast(outline or "", paper) >= 3 for outline in outlines)
    assert all(contrast(name.get("fill") or "", paper) >= 4.5 for name in shown.names)
    assert len(load().looks) > 10


def test_the_status_counts_what_the_open_view_has(open_page: Open) -> None:
    page = open_page("large", "not=planned")
    wanted = expected(page.data, Choice(refused=frozenset({"planned"})))
    every = len(drawn_links(page.data, wanted, wanted.nodes))
    assert (page.text_content("#status") or "").startswith("220 of ")
    for view in VIEWS[1:]:
        page.click(f"#tab-{view}")
        items = f"{len(wanted.nodes):,} of {len(page.data['nodes']):,} items"
        assert page.text_content("#status") == f"{items}, {every:,} links shown"


@pytest.mark.parametrize("width", [1440, 390])
def test_heads_of_the_timeline_and_the_matrix_are_not_cut_by_an_edge(open_page: Open, width: int) -> None:
    page = open_page("middle", "view=timeline", width=width)
    ends = page.evaluate("[...document.querySelectorAll('.timeline .who')].map((e) => e.getBBox().x)")
    assert len(ends) > 10
    assert min(ends) >= 0
    page.click("#tab-matrix")
    over = page.evaluate(
        "[...document.querySelectorAll('.matrix thead .thing')].filter((e) => e.scrollHeight > e.clientHeight + 1).length"
    )
    assert over == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", [*VIEWS, "overview", "path", "about"])
def test_axe_finds_nothing_serious(open_page: Open, view: str, theme: str) -> None:
    axe = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.is_file():
        pytest.skip("no axe-core: npm install in the project's folder brings it")
    addresses = {"overview": "", "about": "", "path": "path=person-sergey-lavrov~person-edi-rama~5"}
    page = open_page("small", addresses.get(view, f"view={view}&select=person-sergey-lavrov"), color_scheme=theme)
    if view == "about":
        page.keyboard.press("?")
    page.evaluate(axe.read_text("utf-8"))
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")
    serious = [
        (one["id"], [node["target"] for node in one["nodes"]][:4])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert not serious


@pytest.mark.parametrize("view", VIEWS)
def test_a_narrow_screen_has_all_and_nothing_sticks_out(open_page: Open, view: str) -> None:
    page = open_page("middle", f"view={view}", width=390, height=844, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.fill("#search", "lavrov")
    page.keyboard.press("Enter")
    panel, canvas = page.locator("#panel").bounding_box(), page.locator(f"#view-{view}").bounding_box()
    assert panel
    assert canvas
    assert panel["y"] >= canvas["y"] + canvas["height"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_narrow_screen_no_two_parts_lie_on_each_other(open_page: Open) -> None:
    page = open_page("middle", width=390, height=844, has_touch=True)
    parts = """(selectors) => [...document.querySelectorAll(selectors)].map((e) => e.getBoundingClientRect())
      .filter((b) => b.width && b.height).map((b) => [b.left, b.top, b.right, b.bottom])"""
    for selectors in (
        ".top h1, .find, .views button, .tools summary, .tools > button",
        ".status, #view-graph, .time, #overview, .legend",
        ".range > input, .range > label, .range > button",
        ".over button",
    ):
        boxes = page.evaluate(parts, selectors)
        assert len(boxes) >= 3
        for place, (left, top, right, bottom) in enumerate(boxes):
            assert left >= 0
            assert right <= 390
            for other in boxes[:place]:
                apart = left >= other[2] - 1 or right <= other[0] + 1 or top >= other[3] - 1 or bottom <= other[1] + 1
                assert apart, (selectors, place)


def test_a_tap_selects(open_page: Open) -> None:
    page = open_page("small", width=390, height=844, has_touch=True)
    box = page.locator("#canvas").bounding_box()
    assert box
    spot = picture(page).things[0]
    page.touchscreen.tap(box["x"] + spot.x, box["y"] + spot.y)
    page.wait_for_selector("#panel:not([hidden])")
    assert spot.title.startswith(page.text_content("#panel-title") or "?")
    title = page.locator("#panel-title").bounding_box()
    assert title
    assert title["y"] + title["height"] <= 844


def test_print_has_the_graph_and_the_panel_and_no_tools(open_page: Open) -> None:
    page = open_page("small", "select=person-sergey-lavrov", color_scheme="dark", width=794)
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_timeout(200)
    graph, panel = page.locator("#canvas").bounding_box(), page.locator("#panel").bounding_box()
    assert graph
    assert panel
    assert panel["y"] >= graph["y"] + graph["height"] - 1
    assert panel["width"] > 700
    assert page.is_visible("#panel-title")
    for tool in (".legend", ".time", ".tools", "#search", "#overview", "#said", ".over.right"):
        assert page.is_hidden(tool) or page.locator(tool).evaluate("(e) => getComputedStyle(e).opacity") == "0"
    # On paper the picture is dark on white, whatever the screen has.
    colours = "(selector) => { const s = getComputedStyle(document.querySelector(selector)); return [s.color, s.backgroundColor]; }"
    assert page.evaluate(colours, "#view-graph") == ["rgb(20, 32, 43)", "rgb(255, 255, 255)"]
    corner = page.evaluate(
        """() => { const c = document.querySelector("#canvas canvas"); const x = c.getContext("2d");
          const data = x.getImageData(0, 0, c.width, c.height).data; let dark = 0;
          for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 200 && data[at] < 60) dark += 1;
          return dark; }"""
    )
    assert corner > 50


def test_high_contrast_keeps_what_is_chosen_apart(open_page: Open) -> None:
    page = open_page("small", "view=matrix", color_scheme="dark", forced_colors="active")
    background = "(id) => getComputedStyle(document.getElementById(id)).backgroundColor"
    assert page.evaluate(background, "tab-matrix") != page.evaluate(background, "tab-list")
    page.click("#tab-graph")
    assert page.evaluate(background, "tab-matrix") == page.evaluate(background, "tab-list")
    names = picture(page).names
    assert all(contrast(name.get("fill") or "", "#000000") >= 7 for name in names)


def test_about_says_how_new_it_is_and_how_to_cite_it(open_page: Open) -> None:
    page = open_page("middle")
    page.click("#about-open")
    text = page.text_content("#about-body") or ""
    assert f"Releases in the store{page.data['about']['releases']}" in text
    assert "Apache-2.0" in text
    assert page.data["about"]["newest"][:4] in (page.text_content("#citation") or "")


def test_without_movement_nothing_moves(open_page: Open) -> None:
    page = open_page("small", reduced_motion="reduce")
    page.focus("#canvas")
    page.keyboard.press("+")
    page.wait_for_timeout(40)
    one = picture(page).things[0].r
    page.wait_for_timeout(300)
    assert picture(page).things[0].r == one
