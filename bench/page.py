"""How fast the graph page is, beside pyvis as it comes.

    python bench/page.py [EVENTS…]

Makes pages from made-up corpora (32, 300, 1250 and 3200 events give about 70, 500, 2,000 and 5,000 things),
opens each three times in a headless Chromium without a GPU, and prints medians. `ready` is from navigation
to the first picture and ten frames under 100 ms; `task` the longest task on the way; the rest are from the
input to the frame after it. `silence` is how much later the page is ready where every name leads to a socket
that never answers than in a browser like it that is offline, the two opened in turn: the difference of the
quickest runs, which other work on the machine disturbs least. `made` is Python's own time, layout included.
pyvis gets a minute.
"""

import os
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser.conftest import ARGUMENTS, chromium
from browser.synthetic import store
from playwright.sync_api import sync_playwright

from kg import page as pages
from kg.network import Network, view
from kg.network.model import statements

EVENTS = (32, 300, 1250, 3200)
RUNS = 3
PATIENCE = 60_000

WATCH = """
window.longest = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
}).observe({ entryTypes: ["longtask"], buffered: true });
"""
READY = """(async () => {
  const drawn = () => document.body?.dataset.ready || (window.network && window.network.body?.nodeIndices?.length);
  while (!drawn()) await new Promise(requestAnimationFrame);
  let [quick, last] = [0, performance.now()];
  while (quick < 10) {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    quick = now - last < 100 ? quick + 1 : 0;
    last = now;
  }
  document.documentElement.dataset.readyAt = String(last);
})();"""
FRAME = "const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));"
SLIDER = (
    "async () => { " + FRAME + " const s = document.getElementById('since'); const times = [];"
    " for (let part = 1; part <= 8; part += 1) { const start = performance.now();"
    " s.value = Number(s.min) + (s.max - s.min) * part / 20; s.dispatchEvent(new Event('input'));"
    " await frame(); times.push(performance.now() - start); }"
    " document.getElementById('all-time').click(); await frame(); return times; }"
)
SELECT = (
    "async (keys) => { " + FRAME + " const times = [];"
    " for (const key of keys) { const start = performance.now(); location.hash = 'select=' + key;"
    " await new Promise((done) => addEventListener('hashchange', done, { once: true })); await frame();"
    " times.push(performance.now() - start); } location.hash = 'view=graph'; await frame(); return times; }"
)
TYPE = (
    "() => { const s = document.getElementById('search'); const times = [];"
    " for (const text of ['m', 'me', 'mev', 'mevl', 'lav', 'lavrov', 'ana p']) { const start = performance.now();"
    " s.value = text; s.dispatchEvent(new Event('input')); times.push(performance.now() - start); }"
    " s.value = ''; s.dispatchEvent(new Event('input')); return times; }"
)
PATHS = (
    "async (pairs) => { const times = []; for (const pair of pairs) { const start = performance.now();"
    " location.hash = 'path=' + pair + '~0';"
    " await new Promise((done) => addEventListener('hashchange', done, { once: true }));"
    " times.push(performance.now() - start); } location.hash = 'view=graph'; return times; }"
)


def frames(page: Any) -> tuple[float, float]:
    """Median and 95th percentile of the time between frames while the picture is dragged about."""
    box = page.locator("#canvas").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 8
    page.evaluate(
        "() => { window.gaps = []; let last = performance.now(); const next = (now) => {"
        " window.gaps.push(now - last); last = now; window.on && requestAnimationFrame(next); };"
        " window.on = true; requestAnimationFrame(next); }"
    )
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(x + 2 * step, y + step)
    page.mouse.up()
    gaps = sorted(page.evaluate("() => { window.on = false; return window.gaps.slice(2); }"))
    return statistics.median(gaps), gaps[int(len(gaps) * 0.95) - 1]


def opened(browser: Any, path: Path, offline: bool = True) -> tuple[Any, float, float]:
    """The page at a path with its time to be ready and its longest task, both in milliseconds."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_offline(offline)
    context.add_init_script(WATCH + READY)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready-at]")
    return page, page.evaluate("Number(document.documentElement.dataset.readyAt)"), page.evaluate("window.longest")


def middle(values: list[float]) -> float:
    """The median."""
    return statistics.median(values)


def measure(browser: Any, path: Path) -> dict[str, float]:
    """All figures of one of our pages, in milliseconds."""
    found: dict[str, list[float]] = {}

    def add(name: str, value: float) -> None:
        found.setdefault(name, []).append(value)

    for _ in range(RUNS):
        page, ready, longest = opened(browser, path)
        add("ready", ready)
        add("task", longest)
        pan, late = frames(page)
        add("pan", pan)
        add("pan95", late)
        keys = ["person-edi-rama", "state-ukraine", "person-sergey-lavrov", "place-vienna"]
        add("slider", middle(page.evaluate(SLIDER)))
        add("select", middle(page.evaluate(SELECT, keys)))
        add("key", max(page.evaluate(TYPE)))
        add("path", middle(page.evaluate(PATHS, [f"{keys[0]}~{keys[2]}", f"{keys[1]}~{keys[3]}"])))
        if page.is_visible("#everything"):
            page.click("#everything")
            page.evaluate(f"async () => {{ {FRAME} await frame(); }}")
            pan, late = frames(page)
            add("all", pan)
            add("all95", late)
        page.context.close()
    return {name: middle(values) for name, values in found.items()}


def behind_silence(launch: Callable[[list[str]], Any], path: Path) -> float:
    """How much later a page is ready where the network takes every question and answers none."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        # Two browsers of the same age: one that has just been started is slower than one that has been at work.
        browsers = [launch([f"--host-resolver-rules=MAP * 127.0.0.1:{mute.getsockname()[1]}"]), launch([])]
        times: list[list[float]] = [[], []]
        for _ in range(1 + 2 * RUNS):
            for place, browser in enumerate(browsers):
                page, ready, _ = opened(browser, path, offline=place == 1)
                times[place].append(ready)
                page.context.close()
        for browser in browsers:
            browser.close()
    return min(times[0][1:]) - min(times[1][1:])


def pyvis_page(graph: Network, path: Path) -> None:
    """The same things and links as pyvis draws them by itself."""
    from pyvis.network import Network as Pyvis

    plain = Pyvis(height="900px", width="100%", cdn_resources="in_line")
    for iri, data in graph.nodes(data=True):
        plain.add_node(iri, label=data["node"].label)
    for one in statements(graph):
        plain.add_edge(one.subject, one.object)
    path.write_text(plain.generate_html(), encoding="utf-8")


def beside(browser: Any, path: Path) -> str:
    """How long pyvis' own page takes to be ready, in words."""
    from playwright.sync_api import Error

    try:
        page, ready, _ = opened(browser, path)
        page.context.close()
    except Error:
        return f"not in {PATIENCE // 1000} s"
    return f"{ready / 1000:.1f} s"


def main() -> None:
    """Measure and print."""
    sizes = [int(word) for word in sys.argv[1:]] or list(EVENTS)
    folder = Path(tempfile.mkdtemp())
    with sync_playwright() as running:

        def launch(more: list[str]) -> Any:
            return running.chromium.launch(executable_path=chromium(), args=[*ARGUMENTS, *more])

        browser = launch([])
        # The first page of a browser pays for its start.
        browser.new_page().close()
        for events in sizes:
            held = store(events)
            start = time.process_time()
            graph = view(held)
            text = pages.render(graph, pages.load())
            made = time.process_time() - start
            path = folder / f"{events}.html"
            pages.write(path, text)
            pyvis_page(graph, folder / f"pyvis-{events}.html")
            figures = {name: f"{value:.0f} ms" for name, value in measure(browser, path).items()}
            figures["silence"] = f"{behind_silence(launch, path):+.0f} ms"
            # In a browser of its own: a page that never rests keeps whatever it shares waiting.
            other = launch([])
            figures["pyvis ready"] = beside(other, folder / f"pyvis-{events}.html")
            other.close()
            size = len(text.encode()) / 2**20
            print(f"{len(graph):,} things, {len(statements(graph)):,} statements: made {made:.1f} s, {size:.2f} MiB")
            figures["load"] = f"{os.getloadavg()[0]:.1f}"
            print("   " + ", ".join(f"{name} {value}" for name, value in figures.items()), flush=True)
        browser.close()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
