"""The pages of `kg serve` in a browser: drawn, accessible, and asking nobody but the server."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from serving import Served, serving

from kg.build import build
from kg.resources import resource

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
PAGES = (
    "/",
    "/ask",
    "/ask/posts-of-a-person",
    "/ask/posts-of-a-person?person=rama",
    "/id/person-edi-rama",
    "/ontology",
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("browser")
    build(sorted(resource("data", "releases").rglob("*.txt"))[:6], folder / "store")
    with serving(folder / "store") as running:
        yield running


@pytest.fixture
def page(browser: "Browser", served: Served) -> Iterator[Any]:
    """A page of the browser; at the end nothing may have gone wrong in it, nor anybody else been asked."""
    context = browser.new_context(base_url=served.address, viewport={"width": 1280, "height": 900})
    opened: Any = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda said: said.type in ("error", "warning") and faults.append(said.text))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.faults = faults
    yield opened
    context.close()
    assert [url for url in asked if not url.startswith((served.address, "data:", "blob:"))] == []
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_accessible(page: Any, path: str, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed; make browser does it, where npm is")
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    # The page's policy lets no script in but the server's own.
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": AXE.read_text("utf-8")})
    found = page.evaluate(
        "axe.run(document).then((result) => result.violations.map((one) => one.id + ': ' + one.nodes[0].html))"
    )
    assert found == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_window(page: Any, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_form_asks_and_its_answer_leads_on(page: Any) -> None:
    page.goto("/ask/posts-of-a-person")
    page.fill("#parameter-person", "edi rama")
    page.click("form.parameters button")
    page.wait_for_selector("table")
    page.click("table a >> nth=0")
    assert "/id/" in page.url
    page.fill("#find", "Edi Rama")
    page.press("#find", "Enter")
    page.wait_for_url("**/id/person-edi-rama")
    assert page.text_content("h1") == "Edi Rama"


TEXT = "document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getValue()"
FILL = "text => document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.setValue(text)"


def run_query(page: Any) -> None:
    page.click(".tabPanel.active .yasqe_queryButton")
    page.wait_for_selector(".tabPanel.active .yasr_results table tbody td")


def test_the_editor_runs_a_query_and_its_answer_leads_to_pages(page: Any) -> None:
    page.goto("/query")
    page.wait_for_selector(".tabPanel.active .CodeMirror")
    page.evaluate(FILL, "SELECT ?person { VALUES ?person { id:person-edi-rama } ?person a kg:Person }")
    run_query(page)
    page.click(".tabPanel.active .yasr_results td a")
    page.wait_for_url("**/id/person-edi-rama")


def test_the_editor_has_the_questions_of_the_library(page: Any) -> None:
    page.goto("/query")
    page.click("details.library summary")
    page.click("button[data-question=posts-of-a-person]")
    page.wait_for_selector(".tab.active:has-text('posts-of-a-person')")
    assert "id/person-" in page.evaluate(TEXT)
    run_query(page)


def test_a_question_opens_in_the_editor(page: Any) -> None:
    page.goto("/ask/posts-of-a-person?person=rama")
    page.click("text=as SPARQL")
    page.wait_for_selector(".tab.active:has-text('posts-of-a-person')")
    assert "id/person-edi-rama>" in page.evaluate(TEXT)
    run_query(page)


def test_the_explorer_draws_under_the_servers_policy_too(page: Any) -> None:
    page.goto("/graph")
    page.wait_for_selector("body[data-ready]")


FAILING_PICTURE = """() => new Promise(failed => {
    document.body.insertAdjacentHTML("beforeend", '<img onerror="window.ran = 1">')
    const picture = document.body.lastElementChild
    picture.addEventListener("error", failed, { once: true })
    picture.src = "data:,"
})"""


def test_a_script_in_a_page_does_not_run(page: Any) -> None:
    page.goto("/")
    # Waited for, and asked of nobody: a complaint that comes late would count as a fault of the page.
    page.evaluate(FAILING_PICTURE)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in fault for fault in page.faults)
    page.faults.clear()
