"""The page asks nobody for anything, and no text of the data runs."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ARGUMENTS, Open, chromium
from picture import SVG, picture, saved

from kg import page as pages
from kg.network.model import Evidence, Network, Node, Origin, Period, ReleaseCard, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

PAYLOADS = [
    "</script><script>window.__pwn=1</script>",
    "<img src=x onerror=window.__pwn=2>",
    "<svg onload=window.__pwn=3>",
    "javascript:window.__pwn=4",
    "href <a href='javascript:window.__pwn=5'>x</a>",
    "{{constructor.constructor('window.__pwn=6')()}} {{7*7}} {% raw %} {#",
    "\u2028\u2029 \u202egnorw\u202c \u200f",
    "lone \ud800 surrogate \udfff",
    "NUL \0 and \x1b escape",
    "'\"`--><!--]]>${window.__pwn=7}",
    "data:text/html,<script>window.__pwn=8</script>",
    "=cmd|' /C calc'!A0",
]


def hostile() -> Network:
    """A network in which every text that there can be is hostile."""
    texts: Iterator[str] = iter(PAYLOADS * 20)
    releases = {
        f"r{number}": ReleaseCard(f"r{number}", next(texts), "2020-02-26", next(texts), payload)
        for number, payload in enumerate(PAYLOADS)
    }
    graph = Network(releases=releases, newest="2020-02-26", focus=None, left_out=0)
    categories = ["Person", "State", "Meeting", "<b>Class</b>", "</style><script>window.__pwn=9</script>"]
    day = Period("2020-02-26", "2020-02-26")
    for number, payload in enumerate(PAYLOADS):
        iri = f"https://example.org/{payload}" if number % 2 else payload
        category = categories[number % len(categories)]
        graph.add_node(iri, node=Node(iri, payload, category, (next(texts),), day, "happened", (payload,), False))
    iris = list(graph)
    for number, (one, other) in enumerate(zip(iris, iris[1:] + iris[:1], strict=True)):
        evidence = (Evidence(f"r{number}", 0, next(texts)),)
        said = Statement(
            next(texts), one, other, ["metWith", "act-<i>", "hasPost"][number % 3], Origin.RELEASE, next(texts), day,
            "planned" if number % 2 else "happened", evidence, (PAYLOADS[number],), (next(texts),), "low",
        )  # fmt: skip
        graph.add_edge(one, other, said.key, statement=said)
    return graph


@pytest.fixture(params=[True, False], ids=["with policy", "without policy"])
def hostile_file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The hostile page, also without the policy that would stop what slipped through."""
    text = pages.render(hostile(), pages.load(), title=PAYLOADS[0])
    if not request.param:
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    pages.write(tmp_path / "hostile.html", text)
    return tmp_path / "hostile.html"


def test_hostile_texts_do_not_run(open_page: Open, hostile_file: Path) -> None:
    page = open_page(hostile_file)
    for number in range(len(PAYLOADS)):
        page.fill("#search", PAYLOADS[number].replace("\0", "")[:12].replace("\ud800", ""))
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    for view in ("timeline", "matrix", "list", "graph"):
        page.click(f"#tab-{view}")
        if view == "list":
            for summary in page.query_selector_all(".entry summary"):
                summary.click()
    box = page.locator("#canvas").bounding_box()
    assert box
    for across in range(5):
        for down in range(5):
            point = (box["x"] + box["width"] * (across + 0.5) / 5, box["y"] + box["height"] * (down + 0.5) / 5)
            page.mouse.move(*point)
            page.mouse.click(*point)
    page.keyboard.press("Escape")
    for what in ("svg", "csv", "turtle", "png"):
        assert saved(page, what).stat().st_size > 100
    page.click("#about-open")
    page.keyboard.press("Escape")
    assert page.evaluate("window.__pwn") is None
    links = page.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(links) <= {"http:", "https:", "file:"}
    assert page.evaluate("document.querySelectorAll('img, iframe, object').length") == 0


def test_svg_and_csv_of_hostile_texts_are_inert(open_page: Open, hostile_file: Path) -> None:
    page = open_page(hostile_file)
    names = {"svg", "title", "rect", "g", "line", "path", "text"}
    for element in picture(page).root.iter():
        assert element.tag.removeprefix(SVG) in names
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]
    rows = saved(page, "csv").read_text("utf-8-sig")
    assert not re.search(r'(?:^|,|")=cmd', rows, re.MULTILINE)


def test_the_policy_stops_an_injected_script_and_an_image(open_page: Open) -> None:
    page = open_page("small")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.setAttribute("nonce", "x");
          try { script.textContent = "window.__pwn = 1"; } catch {}
          document.body.append(script);
          const image = document.createElement("img");
          try { image.setAttribute("onerror", "window.__pwn = 2"); } catch {}
          image.src = "https://example.org/x.png";
          document.body.append(image);
          try { document.body.insertAdjacentHTML("beforeend", "<b>x</b>"); window.__pwn = 3; } catch {}
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.__pwn") is None
    assert page.faults
    assert all("Content Security Policy" in f or "TrustedHTML" in f or "trusted" in f.lower() for f in page.faults)
    page.faults.clear()


@pytest.mark.parametrize("size", ["small", "middle"])
def test_nothing_is_asked_for_but_the_file(open_page: Open, size: str) -> None:
    page = open_page(size)
    page.click("#tab-list")
    page.click("#tab-matrix")
    page.click("#theme")
    assert [address.split(":")[0] for address in page.asked] == ["file"]


def test_a_network_that_never_answers_keeps_nobody_waiting(browser: "Browser", files: "Callable[[str], Path]") -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        rule = f"--host-resolver-rules=MAP * 127.0.0.1:{mute.getsockname()[1]}"
        online = browser.browser_type.launch(executable_path=chromium(), args=[*ARGUMENTS, rule])
        page: Any = online.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(files("small").as_uri())
        page.wait_for_selector("body[data-ready]")
        online.close()
    assert asked == [files("small").as_uri()]
