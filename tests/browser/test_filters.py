"""What the filters let through, against the same worked out in Python."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from browser.synthetic import store
from conftest import Open
from oracle import Choice, drawn_links, expected

from kg import page as pages
from kg.network import view

EPOCH = date(1970, 1, 1)


def words_of(page: object) -> tuple[int, int, int]:
    """Items shown, items in all, and links, as the status line says."""
    text = page.text_content("#status")  # type: ignore[attr-defined]
    numbers = [int(part.replace(",", "")) for part in text.split() if part[0].isdigit()]
    return numbers[0], numbers[1], numbers[2]


def iso(day: int) -> str:
    """A day as a date."""
    return (EPOCH + timedelta(days=day)).isoformat()


def address(choice: Choice) -> str:
    """The address of a choice."""
    parts = {
        "without": " ".join(sorted(choice.without)),
        "unlinked": " ".join(sorted(choice.unlinked)),
        "not": " ".join(sorted(choice.refused)),
        "from": iso(choice.since) if choice.since is not None else "",
        "to": iso(choice.until) if choice.until is not None else "",
        "undated": "" if choice.undated else "no",
    }
    return "&".join(f"{key}={value.replace(' ', '+')}" for key, value in parts.items() if value)


def choices(data: dict[str, list[dict[str, str]]], first: int, last: int) -> list[Choice]:
    """A spread of choices, drawn with a seed."""
    chance = random.Random(3)
    found = [Choice()]
    for _ in range(25):
        since, until = sorted((chance.randrange(first, last), chance.randrange(first, last)))
        pick = chance.random
        found.append(
            Choice(
                frozenset(one["term"] for one in data["categories"] if pick() < 0.2),
                frozenset(one["term"] for one in data["relations"] if pick() < 0.2),
                frozenset(t for t in ("planned", "denied", "derived", "calledFor") if pick() < 0.3),
                since if pick() < 0.7 else None,
                until if pick() < 0.7 else None,
                pick() < 0.6,
            )
        )
    return found


def test_counts_and_links_are_those_of_the_data(open_page: Open) -> None:
    page = open_page("middle")
    data = page.data
    days = [edge["start"] for edge in data["edges"] if edge["origin"] == "release" and "start" in edge]
    for choice in choices(data, min(days), max(days)):
        page.evaluate("(hash) => { location.hash = hash; }", address(choice) or "view=graph")
        page.wait_for_timeout(30)
        wanted = expected(data, choice)
        links = drawn_links(data, wanted, wanted.nodes)
        assert words_of(page) == (len(wanted.nodes), len(data["nodes"]), len(links)), choice
        shown = page.evaluate(
            "[...document.querySelectorAll('#facet-things .count')].map((c) => Number(c.dataset.shown))"
        )
        assert shown == [
            sum(data["nodes"][node]["category"] == place for node in wanted.nodes)
            for place in range(len(data["categories"]))
        ]
        told = page.evaluate(
            "[...document.querySelectorAll('#facet-relations .count')].map((c) => Number(c.dataset.shown))"
        )
        assert told == [
            sum(data["edges"][edge]["relation"] == place for edge in wanted.edges)
            for place in range(len(data["relations"]))
        ]


def test_no_statement_is_lost_when_all_is_shown(open_page: Open) -> None:
    page = open_page("middle")
    data = page.data
    wanted = expected(data, Choice())
    assert len(wanted.edges) == len(data["edges"])
    links = drawn_links(data, wanted, wanted.nodes)
    stand_ins = sum(edge.get("basis") in wanted.nodes for edge in data["edges"])
    alone = sum(edge["from"] == edge["to"] for edge in data["edges"])
    assert alone > 0
    assert sum(len(numbers) for numbers in links.values()) + stand_ins + alone == len(data["edges"])
    assert words_of(page)[2] == len(links)


def test_a_tick_box_takes_a_class_away_and_only_leaves_it_alone(open_page: Open) -> None:
    page = open_page("small")
    data = page.data
    page.locator("#facet-things input").first.uncheck()
    assert words_of(page)[0] == len(expected(data, Choice(frozenset({"Person"}))).nodes)
    page.locator("#facet-things .only").first.click()
    others = frozenset(one["term"] for one in data["categories"]) - {"Person"}
    assert words_of(page)[0] == len(expected(data, Choice(others)).nodes)
    page.locator("#facet-things .only").first.click()
    assert words_of(page)[0] == len(data["nodes"])


def test_sliders_dates_and_the_whole_of_time(open_page: Open) -> None:
    page = open_page("middle")
    first, last = int(page.get_attribute("#since", "min") or 0), int(page.get_attribute("#until", "max") or 0)
    issued = max(release["issued"] for release in page.data["releases"])
    assert iso(last) == issued
    page.fill("#since-date", "2018-01-01")
    page.dispatch_event("#since-date", "change")
    assert page.input_value("#since") == str((date(2018, 1, 1) - EPOCH).days)
    page.evaluate(
        "(day) => { const s = document.getElementById('until'); s.value = day; s.dispatchEvent(new Event('input')); }",
        first + 1500,
    )
    assert page.input_value("#until-date") == iso(first + 1500)
    since = (date(2018, 1, 1) - EPOCH).days
    assert "from=2018-01-01" in page.url
    wanted = expected(page.data, Choice(since=min(since, first + 1500), until=first + 1500))
    assert words_of(page)[0] == len(wanted.nodes)
    page.uncheck("#undated")
    undated = sum("start" not in edge and "end" not in edge for edge in page.data["edges"])
    assert page.text_content("#undated-count") == str(undated)
    page.click("#all-time")
    assert words_of(page)[0] == len(page.data["nodes"])
    assert page.is_checked("#undated")


@pytest.mark.slow
def test_a_big_graph_begins_with_what_matters_most(open_page: Open) -> None:
    page = open_page("large")
    total = len(page.data["nodes"])
    assert words_of(page)[:2] == (220, total)
    assert page.text_content("#more-words") == f"220 of {total:,} shown, the most important first"
    page.evaluate(
        "() => { const s = document.getElementById('amount'); s.value = 500; s.dispatchEvent(new Event('input')); }"
    )
    assert words_of(page)[0] == 500
    page.click("#everything")
    assert words_of(page)[0] == total
    wanted = expected(page.data, Choice())
    assert words_of(page)[2] == len(drawn_links(page.data, wanted, wanted.nodes))
    assert page.text_content("#everything") == "Fewer"
    page.click("#everything")
    assert words_of(page)[0] == 220


def test_a_page_of_too_much_says_what_it_left_out_and_how_to_get_it(open_page: Open, tmp_path: Path) -> None:
    whole = len(view(store(14)))
    pages.write(tmp_path / "cut.html", pages.render(view(store(14), most=20), pages.load()))
    page = open_page(tmp_path / "cut.html")
    assert words_of(page)[:2] == (20, 20)
    assert f"{whole - 20} less important items left out of this page" in (page.text_content("#status") or "")
    page.click("#about-open")
    text = page.text_content("#about-body") or ""
    assert f"{whole - 20} less important things" in text
    assert "kg graph --focus" in text
