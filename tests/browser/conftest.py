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
SIZES = {"small": 14, "middle": 200, "large": 900}
"""Events in the made-up corpus; the pages have about 35, 350 and 1,500 things."""

Open = Callable[..., "Page"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
    # Playwright leaves an event loop running in this thread: whatever starts one of its own must have run before.
    items[:] = [item for item in items if item not in set(here)] + here


def chromium() -> str | None:
    """The browser that is named in CHROMIUM or on the path."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The browser, one for all tests."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    path = chromium()
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


@pytest.fixture(scope="session")
def pool(browser: "Browser") -> Callable[[dict[str, Any]], list[Any]]:
    """The pages that no test holds, by the options of their contexts: to open one anew takes longer than most tests."""
    free: dict[str, list[Any]] = {}
    return lambda options: free.setdefault(repr(sorted(options.items())), [])


@pytest.fixture(scope="session")
def data_of() -> dict[Path, Any]:
    """The data of the files that were opened, each read from a page once."""
    return {}


@pytest.fixture
def open_page(
    browser: "Browser",
    files: Callable[[str], Path],
    pool: Callable[[dict[str, Any]], list[Any]],
    data_of: dict[Path, Any],
) -> Iterator[Open]:
    """Open a page and wait until it is drawn; at the end nothing may have gone wrong in it.

    `page.asked` has the addresses that it asked for, `page.faults` what it complained of.
    """
    opened: list[tuple[list[Any], Any]] = []

    def opening(
        size: str | Path = "middle", address: str = "", width: int = 1440, height: int = 900, **options: Any
    ) -> "Page":
        options["viewport"] = {"width": width, "height": height}
        free = pool(options)
        page: Any = free.pop() if free else _fresh(browser, options)
        opened.append((free, page))
        path = size if isinstance(size, Path) else files(size)
        # An address that differs in its last part alone would not load the page again.
        page.goto("about:blank")
        page.asked, page.faults = [], []
        page.goto(path.as_uri() + (f"#{address}" if address else ""))
        page.wait_for_selector("body[data-ready]")
        if path not in data_of:
            data_of[path] = page.evaluate(DATA)
        page.data = data_of[path]
        return page  # type: ignore[no-any-return]

    yield opening
    faults = [fault for _, page in opened for fault in page.faults]
    for free, page in opened:
        page.emulate_media(media="null")
        free.append(page)
    assert not faults


def _fresh(browser: "Browser", options: dict[str, Any]) -> Any:
    context = browser.new_context(**options)
    context.set_offline(True)
    page: Any = context.new_page()
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda said: said.type == "error" and page.faults.append(said.text))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.asked, page.faults = [], []
    return page


DATA = """async () => {
  const element = document.getElementById("data");
  if (element.type === "application/json") return JSON.parse(element.textContent);
  const bytes = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}"""
"""Read the data from the page anew, without the page's own code."""
