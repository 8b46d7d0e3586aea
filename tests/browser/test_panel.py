"""The panel: all that is said of a thing or a link, and the ways between two things."""

from collections import Counter, deque
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Open
from oracle import Choice, expected

from kg import page as pages
from kg.network.model import Network, Node


def short(page: object, node: int) -> str:
    """What addresses call a thing."""
    return str(page.data["nodes"][node]["iri"]).rsplit("/", 1)[1]  # type: ignore[attr-defined]


def touching(page: object, node: int) -> list[int]:
    """The statements on a thing."""
    edges = page.data["edges"]  # type: ignore[attr-defined]
    return [number for number, edge in enumerate(edges) if node in (edge["from"], edge["to"])]


def go(page: object, address: str) -> None:
    """Go to an address of the open page."""
    page.evaluate("(hash) => { location.hash = hash; }", address)  # type: ignore[attr-defined]
    page.wait_for_timeout(60)  # type: ignore[attr-defined]


def test_a_thing_has_a_card_for_every_statement_on_it(open_page: Open) -> None:
    page = open_page("middle")
    for node in range(0, len(page.data["nodes"]), 25):
        go(page, f"select={short(page, node)}")
        numbers = touching(page, node)
        assert page.text_content("#panel-title") == page.data["nodes"][node]["label"]
        assert page.locator("#panel .card").count() == min(50, len(numbers))
        while page.locator("#panel .more").count():
            page.click("#panel .more")
        cards = page.evaluate("[...document.querySelectorAll('#panel .card')].map((c) => Number(c.dataset.statement))")
        assert sorted(cards) == numbers
        assert (page.text_content("#panel .iri") or "").endswith(page.data["nodes"][node]["iri"])


def test_a_card_has_the_sentence_the_release_its_day_and_a_safe_link(open_page: Open) -> None:
    page = open_page("middle")
    go(page, "select=person-sergey-lavrov")
    number = int(page.get_attribute("#panel .card", "data-statement") or -1)
    edge = page.data["edges"][number]
    release, _, sentence = page.data["passages"][edge["evidence"][0]]
    card = page.locator("#panel .card").first
    assert card.locator("blockquote").first.text_content() == sentence
    link = card.locator("figcaption a").first
    assert link.text_content() == page.data["releases"][release]["title"]
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert str(link.get_attribute("href")).startswith("https://")
    year = page.data["releases"][release]["issued"][:4]
    assert year in (card.locator("figcaption").first.text_content() or "")
    assert len(card.locator(".chip").all()) >= 1


def test_groups_are_counted_and_newest_first(open_page: Open) -> None:
    page = open_page("middle")
    go(page, "select=person-mevlut-cavusoglu")
    node = next(n["id"] for n in page.data["nodes"] if n["label"] == "Mevlüt Çavuşoğlu")
    while page.locator("#panel .more").count():
        page.click("#panel .more")
    counts = page.locator("#panel .batches h3 .count").all_text_contents()
    assert sum(int(count) for count in counts) == len(touching(page, node))
    groups: Counter[tuple[int, bool, bool]] = Counter()
    before: dict[tuple[int, bool, bool], int] = {}
    for number in page.evaluate(
        "[...document.querySelectorAll('#panel .card')].map((c) => Number(c.dataset.statement))"
    ):
        edge = page.data["edges"][number]
        key = (edge["relation"], edge["from"] == node, edge["origin"] == "derived")
        day = edge.get("start", -(10**9))
        assert day <= before.get(key, 10**9)
        before[key] = day
        groups[key] += 1
    assert sorted(groups.values()) == sorted(int(count) for count in counts)


def test_a_link_has_every_parallel_statement_in_both_directions(open_page: Open) -> None:
    page = open_page("middle")
    pairs = Counter(frozenset((edge["from"], edge["to"])) for edge in page.data["edges"])
    for ends, count in pairs.most_common(4):
        one, other = sorted(ends)
        go(page, f"select={short(page, one)}~{short(page, other)}")
        cards = page.evaluate("[...document.querySelectorAll('#panel .card')].map((c) => Number(c.dataset.statement))")
        assert len(cards) == count > 1
        assert {frozenset((page.data["edges"][c]["from"], page.data["edges"][c]["to"])) for c in cards} == {ends}


def test_a_click_on_the_picture_opens_what_is_there(open_page: Open) -> None:
    page = open_page("small")
    from picture import picture

    box = page.locator("#canvas").bounding_box()
    assert box
    spot = picture(page).things[0]
    page.mouse.click(box["x"] + spot.x, box["y"] + spot.y)
    page.wait_for_selector("#panel:not([hidden])")
    assert spot.title.startswith(page.text_content("#panel-title") or "?")


def test_a_status_is_named_where_it_is_not_plain_fact(open_page: Open) -> None:
    page = open_page("middle")
    statuses = [one["term"] for one in page.data["statuses"]]
    for term, words in (("planned", "planned"), ("denied", "denied"), ("calledFor", "called for")):
        edge = next(e for e in page.data["edges"] if e.get("status") == statuses.index(term))
        go(page, f"select={short(page, edge['from'])}~{short(page, edge['to'])}")
        assert words in page.locator("#panel .chip.status").all_text_contents()


def neighbours(page: object) -> dict[int, set[int]]:
    """The graph that paths run in: no derived statement whose event is shown."""
    found: dict[int, set[int]] = {}
    data = page.data  # type: ignore[attr-defined]
    for number in expected(data, Choice()).edges:
        edge = data["edges"][number]
        if "basis" not in edge:
            found.setdefault(edge["from"], set()).add(edge["to"])
            found.setdefault(edge["to"], set()).add(edge["from"])
    return found


def distance(graph: dict[int, set[int]], start: int, end: int, barred: frozenset[int] = frozenset()) -> int | None:
    """How many steps lie between two things."""
    steps, waiting = {start: 0}, deque([start])
    while waiting:
        here = waiting.popleft()
        for other in graph.get(here, set()) - barred - steps.keys():
            steps[other] = steps[here] + 1
            waiting.append(other)
    return steps.get(end)


@pytest.mark.parametrize("avoid", [0, 5])
def test_ways_are_simple_shortest_and_go_round_hubs(open_page: Open, avoid: int) -> None:
    page = open_page("middle")
    graph = neighbours(page)
    names = {node["label"]: node["id"] for node in page.data["nodes"]}
    one, other = names["Sergey Lavrov"], names["Edi Rama"]
    go(page, f"path={short(page, one)}~{short(page, other)}~{avoid}")
    ways = page.evaluate(
        "[...document.querySelectorAll('#panel .way')]"
        ".map((way) => [...way.querySelectorAll(':scope > li > .thing')].map((b) => b.textContent))"
    )
    assert 1 <= len(ways) <= 3
    degrees: dict[int, set[int]] = {}
    for edge in page.data["edges"]:
        degrees.setdefault(edge["from"], set()).add(edge["to"])
        degrees.setdefault(edge["to"], set()).add(edge["from"])
    ordered = sorted(
        (node for node in degrees if node not in (one, other)), key=lambda node: (-len(degrees[node]), node)
    )
    barred = frozenset(ordered[:avoid])
    assert len(ways[0]) - 1 == distance(graph, one, other, barred)
    assert [len(way) for way in ways] == sorted(len(way) for way in ways)
    labels = {page.data["nodes"][node]["label"] for node in barred}
    for way in ways:
        assert len(set(way)) == len(way)
        assert not labels & set(way)
        for before, after in pairwise(way):
            assert any(a in graph[b] for b in ids(page, before) for a in ids(page, after))
    page.locator("#panel .way details").first.locator("summary").click()
    page.wait_for_selector("#panel .way .card")


def ids(page: object, label: str) -> list[int]:
    """The things with a label."""
    return [node["id"] for node in page.data["nodes"] if node["label"] == label]  # type: ignore[attr-defined]


def test_no_path_is_said_in_words_and_a_path_is_found_by_choosing_two_ends(open_page: Open) -> None:
    page = open_page("middle")
    page.fill("#search", "lavrov")
    page.keyboard.press("Enter")
    page.click("text=Path to…")
    assert page.text_content("#panel .hint") == "Now choose the other end: search for it, or click it."
    page.fill("#search", "edi rama")
    page.keyboard.press("Enter")
    assert page.text_content("#panel-title") == "From Sergey Lavrov to Edi Rama"
    assert page.locator("#panel .way").count() >= 1
    go(page, page.url.split("#")[1] + "&unlinked=" + "+".join(r["term"] for r in page.data["relations"]))
    assert "No path joins Sergey Lavrov and Edi Rama" in (page.text_content("#panel .hint") or "")


def test_what_is_said_of_nobody_in_particular_stands_with_the_speaker(open_page: Open) -> None:
    page = open_page("middle")
    number, edge = next((n, e) for n, e in enumerate(page.data["edges"]) if e["from"] == e["to"])
    go(page, f"select={short(page, edge['from'])}")
    card = page.locator(f'#panel .card[data-statement="{number}"]')
    assert card.count() == 1
    speaker = page.data["nodes"][edge["from"]]["label"]
    words = page.data["relations"][edge["relation"]]["label"]
    assert card.locator(".said").text_content() == f"{speaker} {words}"
    assert card.locator("blockquote").count() == 1


def test_plain_facts_stand_in_one_row_for_each_property_with_their_source(open_page: Open, tmp_path: Path) -> None:
    graph = Network(releases={}, newest="2020-01-01", focus=None, left_out=0, untold=7)
    details = (("ISO code", "AL"), ("ISO code", "ALB"), ("joined on", "1991-06-19"), ("note", "<b>once</b>"))
    graph.add_node(
        "x", node=Node("x", "Albania", "State", details=details, sources=("https://example.org/list", "a book"))
    )
    pages.write(tmp_path / "facts.html", pages.render(graph, pages.load()))
    page = open_page(tmp_path / "facts.html", "select=x")
    rows = page.locator("#panel .details > *").all_text_contents()
    assert rows == ["ISO code", "AL; ALB", "joined on", "19 June 1991", "note", "<b>once</b>"]
    assert "https://example.org/list; a book" in (page.text_content("#panel .iri") or "")
    page.click("#about-open")
    assert "7 things that no release tells of" in (page.text_content("#about-body") or "")
