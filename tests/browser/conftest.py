"""A headless Chromium and the pages that it opens; the tests here are skipped where there is none."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from browser.synthetic import store

from kg import page as pages
from kg.network import Network, view

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SIZES = {"small": 14, "middle": 200, "large": 3200}
"""Events in the made-up corpus; the pages have about 35, 350 and 5,000 things."""

Open = Callable[..., "Page"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The browser that is named in CHROMIUM or on the path."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no Chromium: apt-get install chromium, or name one in CHROMIUM")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def networks() -> Callable[[str], Network]:
    """The network of a size, made once."""
    made: dict[str, Network] = {}

    def network(size: str) -> Network:
        if size not in made:
            made[size] = view(store(SIZES[size]))
        return made[size]

    return network


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory, networks: Callable[[str], Network]) -> Callable[[str], Path]:
    """The page of a size as a file, made once."""
    folder = tmp_path_factory.mktemp("pages")

    def file(size: str) -> Path:
        path = folder / f"{size}.html"
        if not path.exists():
            pages.write(path, pages.render(networks(size), pages.load()))
        return path

    return file


@pytest.fixture
def open_page(browser: "Browser", files: Callable[[str], Path]) -> Iterator[Open]:
    """Open a page and wait until it is drawn; at the end nothing may have gone wrong in it.

    `page.asked` has the addresses that it asked for, `page.faults` what it complained of.
    """
    contexts = []
    opened: list[Any] = []

    def opening(
        size: str | Path = "middle", address: str = "", width: int = 1440, height: int = 900, **options: Any
    ) -> "Page":
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_offline(True)
        contexts.append(context)
        page: Any = context.new_page()
        page.asked, page.faults = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda said: said.type == "error" and page.faults.append(said.text))
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        opened.append(page)
        path = size if isinstance(size, Path) else files(size)
        page.goto(path.as_uri() + (f"#{address}" if address else ""))
        page.wait_for_selector("body[data-ready]")
        page.data = page.evaluate(DATA)
        return page  # type: ignore[no-any-return]

    yield opening
    faults = [fault for page in opened for fault in page.faults]
    for context in contexts:
        context.close()
    assert not faults


DATA = """async () => {
  const element = document.getElementById("data");
  if (element.type === "application/json") return JSON.parse(element.textContent);
  const bytes = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}"""
"""Read the data from the page anew, without the page's own code."""
