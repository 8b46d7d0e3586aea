"""What is measured: each part gives rows, and works on archives and stores that the parts share."""

import json
import math
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import archive
import asking
import reading
import scaling
import servers
import spreading
from measuring import PATIENCE, Figure, exponent, folder_size, lacking, on_the_clock, run_script, starts, timed
from table import Row

from kg import store as stores
from kg.loaders import load

KG = Path(sys.executable).with_name("kg")
FOR_RDFLIB = 3_100
"""Releases that make a million quads, the most that rdflib gets: more would not fit in memory on a small machine."""
LARGEST_EXPORT = 20_000
A_MILLION = 1_000_000
"""Quads from which on an index of words is held to its bar."""
LARGEST_SERVED = 20_000
NODES = 10_000

BUILD = """
import json, sys, time
from kg.build import build
stages = []
def progress(stage, done, total):
    if not stages or stages[-1][0] != stage:
        stages.append((stage, time.perf_counter()))
begun = time.perf_counter()
summary = build([sys.argv[1]], sys.argv[2], progress=progress)
ended = time.perf_counter()
times = dict(stages)
names = [name for name, _ in stages]
after = {name: (stages[i + 1][1] if i + 1 < len(stages) else ended) - at for i, (name, at) in enumerate(stages)}
RESULT = {"quads": summary.quads, "seconds": ended - begun, "stages": after}
"""
BARE_LOAD = """
import sys, time, pyoxigraph
begun = time.perf_counter()
store = pyoxigraph.Store(sys.argv[2])
store.bulk_load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_QUADS)
store.flush()
RESULT = {"seconds": time.perf_counter() - begun}
"""
EXPORT = """
import io, sys, time
from kg import store as stores
from kg.export import FORMATS
with stores.open(sys.argv[1]) as opened, open(sys.argv[3], "wb") as output:
    begun = time.process_time()
    FORMATS[sys.argv[2]](opened, output)
    RESULT = {"seconds": time.process_time() - begun}
"""
RDFLIB_EXPORT = """
import sys, time, rdflib
graph = rdflib.Graph()
graph.parse(sys.argv[1], format="turtle")
begun = time.process_time()
graph.serialize(sys.argv[2], format="turtle")
RESULT = {"seconds": time.process_time() - begun}
"""
OUR_LAYOUT = """
import sys, time
sys.path[:0] = [sys.argv[1]]
from networks import made_up
from kg.network.layout import layout
import igraph
graph = made_up(int(sys.argv[2]))
begun = time.process_time()
layout(graph)
RESULT = {"seconds": time.process_time() - begun}
"""
NETWORKX_LAYOUT = """
import sys, time
sys.path[:0] = [sys.argv[1]]
from networks import made_up
import networkx, numpy, scipy.sparse
graph = networkx.Graph(made_up(int(sys.argv[2])).to_undirected())
begun = time.process_time()
networkx.spring_layout(graph, seed=1)
RESULT = {"seconds": time.process_time() - begun}
"""


@dataclass
class Bench:
    """The folder that archives and stores lie in, the sizes to measure, and what has been built in this run."""

    folder: Path
    sizes: tuple[int, ...]
    built: dict[int, dict[str, object]] = field(default_factory=dict)

    def archive(self, number: int) -> Path:
        """The made-up archive of so many releases."""
        folder = self.folder / f"archive-{number}"
        archive.make(folder, number, seed=1)
        return folder / "releases"

    def store(self, number: int) -> Path:
        """The store of that archive, built once in a run."""
        path = self.folder / f"store-{number}"
        if number not in self.built:
            shutil.rmtree(path, ignore_errors=True)
            self.built[number] = run_script(BUILD, self.archive(number), path)
        return path

    def quads(self, number: int) -> int:
        """How many quads the store holds."""
        self.store(number)
        quads = self.built[number]["quads"]
        assert isinstance(quads, int)
        return quads

    def nquads(self, number: int) -> Path:
        """A folder with one file of the store's quads, sorted."""
        folder = self.folder / f"nquads-{number}"
        path = folder / "graph.nq"
        self.store(number)
        folder.mkdir(exist_ok=True)
        run_script(EXPORT, self.store(number), "nquads", path)
        return folder

    def size(self, number: int) -> str:
        """The size in words."""
        return f"{number:,} releases, {self.quads(number) / 1e6:.2f}M quads"


def read_releases(bench: Bench) -> Iterator[Row]:
    """Releases read on one core, beside spaCy's blank pipeline; how the cost grows with number and length."""
    from kg.resources import resource

    real = reading.releases(resource("data", "releases"))
    peer, without = reading.peer(), lacking("spacy")
    sets = {"real readouts": real * max(1, -(-reading.AT_LEAST // len(real)))}
    folder = bench.archive(1000)
    made = [release for path in sorted(folder.rglob("*.txt")) for release in load(path.name, path.read_bytes())]
    sets["made-up releases"] = made
    for name, texts in sets.items():
        reading.ours(texts[:20])
        ours = Figure.of(reading.rates(lambda texts=texts: reading.ours(texts)))
        theirs = Figure.of(reading.rates(lambda texts=texts: peer(texts))) if peer else None
        size = f"{len(texts):,} of {statistics.mean(len(one.text) for one in texts):,.0f} characters"
        ratio = ours.median / theirs.median if theirs else None
        slow = "" if ours.median >= 200 else "under the bar of 200 a second"
        yield Row(
            "Reading", name, size, "releases/s", ours,
            "spaCy, blank English with our names: names only" if theirs else "", theirs, ratio,
            note="; ".join(filter(None, (slow, without))),
        )  # fmt: skip
    grown = [(count, timed(lambda count=count: reading.ours(made[:count]), 3).median) for count in (250, 500, 1000)]
    yield _grows("Reading", "with the number of releases", grown, "<= 1.05")
    text = folder_text(folder)
    longer = []
    for times in (1, 2, 4, 8):
        texts = [release for one in text for release in load(one[0], longer_by(one[1], times))]
        length = sum(len(one.text) for one in texts)
        longer.append((length, timed(lambda texts=texts: reading.ours(texts), 3).median))
    yield _grows("Reading", "with the length of releases", longer, "<= 1.05")


def folder_text(folder: Path) -> list[tuple[str, bytes]]:
    """A hundred releases of an archive: name and bytes."""
    return [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*.txt"))[:100]]


def longer_by(data: bytes, times: int) -> bytes:
    """A release whose body comes so many times after its headline and its fields."""
    lines = data.rstrip(b"\n").split(b"\n")
    # The last field is a line that begins with a dash and the one after it.
    start = max((place for place, line in enumerate(lines) if line.startswith(b"- ")), default=0) + 2
    return b"\n".join([*lines[:start], *(lines[start:] * times)]) + b"\n"


def _grows(part: str, what: str, points: list[tuple[float, float]], bar: str = "") -> Row:
    power = exponent(points)
    sizes = " to ".join(f"{size:,.0f}" for size in (points[0][0], points[-1][0])) if points else ""
    return Row(part, f"grows {what}: fitted exponent", sizes, "", None, ratio=power, bar=bar if power else "")


def builds(bench: Bench) -> Iterator[Row]:
    """Whole builds: releases a second, memory, disk; the load beside Oxigraph's own of the same N-Quads."""
    grown, loads = [], []
    for number in bench.sizes:
        store = bench.store(number)
        built = bench.built[number]
        seconds, memory, stages = built["seconds"], built["memory"], built["stages"]
        assert isinstance(seconds, float)
        assert isinstance(memory, int)
        assert isinstance(stages, dict)
        quads, size = bench.quads(number), bench.size(number)
        grown.append((number, seconds))
        once = Figure(number / seconds, number / seconds, number / seconds, 1)
        yield Row("Build", "kg build, all cores", size, "releases/s", once)
        yield Row("Build", "memory, largest process", size, "bytes", Figure(memory, memory, memory, 1))
        disk = folder_size(store)
        yield Row("Build", "store on the disk", size, "bytes", Figure(disk, disk, disk, 1),
                  note=f"{disk / quads:.0f} bytes a quad")  # fmt: skip
        file = bench.nquads(number) / "graph.nq"
        target = bench.folder / "bare"
        bare = []
        for _ in range(3 if number <= 20_000 else 1):
            shutil.rmtree(target, ignore_errors=True)
            bare.append(float(run_script(BARE_LOAD, file, target)["seconds"]))
        disk = folder_size(target)
        shutil.rmtree(target)
        ours = stages.get("loading", math.nan)
        loads.append((quads, ours))
        yield Row("Build", "load of the quads read", size, "s", Figure(ours, ours, ours, 1), "Oxigraph's bulk load",
                  Figure.of(bare), ours / statistics.median(bare), "<= 1.2",
                  note=f"theirs holds what the rules derived, too; {disk / quads:.0f} bytes a quad")  # fmt: skip
        rules = sum(took for name, took in stages.items() if name.startswith("rule "))
        yield Row("Build", "rules", size, "s", Figure(rules, rules, rules, 1))
    yield _grows("Build", "with releases", grown)
    yield _grows("Build", "(the load) with quads", loads)


def spread(bench: Bench) -> Iterator[Row]:
    """Reading in two processes beside one, and on Dask beside the processes, at the largest size up to 20,000."""
    number = max((size for size in bench.sizes if size <= LARGEST_SERVED), default=bench.sizes[0])
    yield from spreading.spread(bench.archive(number), bench.folder, f"{number:,} releases")


def scale(bench: Bench) -> Iterator[Row]:
    """What a release comes to and how fast it is loaded, at the largest size up to 20,000 releases."""
    number = max((size for size in bench.sizes if size <= LARGEST_SERVED), default=bench.sizes[0])
    store, quads, nquads = bench.store(number), bench.quads(number), bench.nquads(number) / "graph.nq"
    yield from scaling.scale(number, quads, bench.built[number], store, nquads, bench.folder)


def ask(bench: Bench) -> Iterator[Row]:
    """Every question on disk at the largest size up to 20,000 releases, beside rdflib in memory at a million quads."""
    number = max((size for size in bench.sizes if size <= LARGEST_SERVED), default=bench.sizes[0])
    with stores.open(bench.store(number)) as opened:
        texts = asking.questions(opened)
        ours = {}
        for name, text in texts.items():
            rows = asking.rows(opened.query(text))
            ours[name] = (timed(lambda text=text: list(opened.query(text))), rows)
    smaller = min(FOR_RDFLIB, number)
    with stores.open(bench.store(smaller)) as opened:
        own = asking.questions(opened)
    listed = bench.folder / "questions.json"
    listed.write_text(json.dumps(own), encoding="utf-8")
    script = Path(__file__).with_name("asking.py")
    beside = f"sys.path.insert(0, {str(script.parent)!r})"
    code = f"import runpy, sys; {beside}; sys.argv = sys.argv[1:]; runpy.run_path({str(script)!r}, run_name='__main__')"
    found = run_script_lines(code, script, "rdflib", bench.nquads(smaller) / "graph.nq", listed)
    size, answers = bench.size(number), found["answers"]
    assert isinstance(answers, dict)
    peer = f"rdflib in memory, {bench.size(smaller)}"
    all_ratios = []
    for name, (figure, rows) in ours.items():
        answer = answers[name]
        note, theirs = f"{len(rows):,} rows", None
        if "seconds" in answer:
            theirs = Figure(answer["seconds"], answer["seconds"], answer["seconds"], 1)
        elif "over" in answer:
            theirs = Figure(answer["over"], answer["over"], answer["over"], 1, over=True)
        else:
            note += f"; rdflib: {answer['error']}"
        ratio = theirs.median / figure.median if theirs else None
        if ratio:
            all_ratios.append(ratio)
        if figure.median > 1:
            note += "; **over 1 s**"
        yield Row("Questions", name, size, "s", figure, peer, theirs, ratio, ">= 20" if ratio else "", note)
    mean = statistics.geometric_mean(all_ratios)
    slowest = max(figure.median for figure, _ in ours.values())
    yield Row("Questions", "geometric mean of the ratios", size, "", None, peer, None, mean, ">= 50",
              note=f"a lower bound: rdflib was ended after {PATIENCE:.0f} s" if any(
                  "over" in answer for answer in answers.values()) else "")  # fmt: skip
    yield Row("Questions", "the slowest", size, "s", Figure(slowest, slowest, slowest, 1), "one second",
              Figure(1, 1, 1, 1), slowest, "<= 1")  # fmt: skip
    loaded, memory = float(found["load"]), float(found["memory"])
    yield Row("Questions", "load into memory", size, "s", None, peer, Figure(loaded, loaded, loaded, 1))
    yield Row("Questions", "memory", size, "bytes", None, peer, Figure(memory, memory, memory, 1))


def run_script_lines(code: str, *arguments: str | Path) -> dict[str, object]:
    """The JSON that a script prints in its last line but one, before what it cost."""
    from measuring import MEASURES, run

    cost = run([sys.executable, "-c", code + MEASURES, *arguments], 7200)
    if cost.status:
        raise RuntimeError(cost.output[-2000:])
    found: dict[str, object] = json.loads(cost.output.strip().splitlines()[-2])
    return found


def serve(bench: Bench) -> Iterator[Row]:
    """Every question on Oxigraph's server and on Virtuoso beside the embedded store, with the same rows."""
    number = max((size for size in bench.sizes if size <= LARGEST_SERVED), default=bench.sizes[0])
    store, size = bench.store(number), bench.size(number)
    with stores.open(store) as opened:
        texts = asking.questions(opened)
        own = {
            name: (on_the_clock(lambda text=text: list(opened.query(text))), asking.rows(opened.query(text)))
            for name, text in texts.items()
        }
    if servers.oxigraph_program():
        with servers.oxigraph(store / "current" / "db") as url:
            yield from _served("Oxigraph's server", url, {"union-default-graph": ""}, size, texts, own)
    else:
        yield Row("Servers", "Oxigraph's server", size, "", None, note="not installed: pip install oxigraph")
    if servers.has_virtuoso():
        with servers.virtuoso(bench.folder / "virtuoso", bench.nquads(number)) as (url, seconds):
            yield Row("Servers", "load", size, "s", None, "Virtuoso, one loader", Figure(seconds, seconds, seconds, 1))
            yield from _served("Virtuoso", url, {}, size, texts, own)
    else:
        yield Row("Servers", "Virtuoso", size, "", None, note="not installed: Debian's virtuoso-opensource")


def _served(
    peer: str, url: str, more: dict[str, str], size: str, texts: dict[str, str], own: dict[str, tuple[Figure, object]]
) -> Iterator[Row]:
    from kg.terms import PREFIXES

    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    for name, text in texts.items():
        ours, rows = own[name]
        note, theirs = "", None
        try:
            found, _ = asking.over_http(url, prefixes + text, more)
            note = "the same rows" if found == rows else f"**other rows: {len(found):,} for {len(rows):,}**"
            theirs = on_the_clock(lambda text=text: asking.over_http(url, prefixes + text, more))
        except RuntimeError as error:
            note = f"refused: {error}".replace("|", "/")
        except TimeoutError:
            theirs, note = Figure(PATIENCE, PATIENCE, PATIENCE, 1, over=True), ""
        yield Row("Servers", name, size, "s", ours, peer, theirs, theirs.median / ours.median if theirs else None,
                  note=note)  # fmt: skip


def start(bench: Bench) -> Iterator[Row]:
    """From the command to its answer, and one release updated, in bare Python starts."""
    grown = []
    for number in bench.sizes:
        store, size = bench.store(number), bench.size(number)
        question = ["ask", "who-held-a-post-on", "--post", "OSCE Secretary General", "--day", "2020-09-01"]
        for what, words in (
            ("kg ask, a question about a post by its name", question),
            ("kg query -e", ["query", "-e", "SELECT ?name { id:state-albania rdfs:label ?name }"]),
        ):
            ours, bare = starts([KG, *words, "--store", store])
            yield Row("Start", what, size, "s", ours, "bare Python", bare, ours.median / bare.median, "<= 6")
            if words is question:
                grown.append((bench.quads(number), ours.median))
    yield _grows("Start", "with quads", grown)


def update(bench: Bench) -> Iterator[Row]:
    """One release replaced, durably, in bare Python starts; in a copy, so that the store stays as it was."""
    for number in bench.sizes:
        if number > LARGEST_SERVED:
            continue
        store, size = bench.store(number), bench.size(number)
        copy = bench.folder / "updated"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(store, copy, symlinks=True)
        file = bench.folder / "release" / min(bench.archive(number).rglob("*.txt")).name
        file.parent.mkdir(exist_ok=True)
        text = min(bench.archive(number).rglob("*.txt")).read_text("utf-8")
        values, bare = [], []
        for turn in range(4):
            file.write_text(f"{text}\n\nSergey Lavrov met with Edi Rama in Vienna on {turn + 1} March 1999.\n", "utf-8")
            ours, python = starts([KG, "add", file, "--store", copy], rounds=1) if turn < 0 else _once(file, copy)
            if turn:
                values.append(ours)
                bare.append(python)
        shutil.rmtree(copy)
        ours_figure, bare_figure = Figure.of(values), Figure.of(bare)
        yield Row("Start", "kg add, one release replaced", size, "s", ours_figure, "bare Python", bare_figure,
                  ours_figure.median / bare_figure.median, "<= 8")  # fmt: skip


def _once(file: Path, store: Path) -> tuple[float, float]:
    from measuring import run

    cost = run([KG, "add", file, "--store", store])
    if cost.status:
        raise RuntimeError(cost.output[-2000:])
    return cost.wall, run([sys.executable, "-c", "pass"]).wall


def search(bench: Bench) -> Iterator[Row]:
    """Words found in the sentences of releases, beside CONTAINS in SPARQL over the same store."""
    from kg import answer, library

    if not any(question.name == "releases-that-say" for question in library.questions()):
        return
    for number in bench.sizes:
        # An index pays where there is much to look through: what asking costs at all is the same at every size.
        bar = ">= 200" if bench.quads(number) >= A_MILLION else ""
        with stores.open(bench.store(number)) as opened:
            for words in (*asking.rare_words(opened), "progress made in water management", "freedom of movement"):
                values = {"words": words}
                plain = library.question("releases-that-say").bind(
                    {"words": library.question("releases-that-say").parameter("words").literal(words)}
                )
                found = asking.rows(answer.ask(opened, "releases-that-say", values))
                note = f"{len(found):,} rows"
                if found != asking.rows(opened.query(plain)):
                    note += "; **other rows**"
                ours = timed(lambda values=values, opened=opened: list(answer.ask(opened, "releases-that-say", values)))
                theirs = timed(lambda plain=plain, opened=opened: list(opened.query(plain)), 3)
                yield Row("Search", f"“{words}”", bench.size(number), "s", ours, "CONTAINS in SPARQL", theirs,
                          theirs.median / ours.median, bar if len(found) < 100 else "", note)  # fmt: skip


def export(bench: Bench) -> Iterator[Row]:
    """The graph written, beside rdflib's Turtle of the same triples; memory, and how both grow."""
    grown: dict[str, list[tuple[float, float]]] = {}
    for number in [one for one in bench.sizes if one <= LARGEST_EXPORT]:
        store, size = bench.store(number), bench.size(number)
        for name in ("turtle", "trig", "nquads"):
            path = bench.folder / f"export.{name}"
            cost = run_script(EXPORT, store, name, path)
            seconds, memory = float(cost["seconds"]), float(cost["memory"])
            grown.setdefault(name, []).append((bench.quads(number), seconds))
            theirs = None
            if name == "turtle" and number <= FOR_RDFLIB:
                peer = run_script(RDFLIB_EXPORT, path, bench.folder / "rdflib.ttl", limit=10 * PATIENCE)
                took = float(peer.get("seconds", 10 * PATIENCE))
                theirs = Figure(took, took, took, 1, over="over" in peer)
            ratio = theirs.median / seconds if theirs else None
            note = f"{memory / 2**20:,.0f} MiB of memory for {path.stat().st_size / 2**20:,.0f} MiB"
            yield Row("Export", name, size, "s", Figure(seconds, seconds, seconds, 1),
                      "rdflib's Turtle" if theirs else "", theirs, ratio, ">= 10" if ratio else "", note)  # fmt: skip
    for name, points in grown.items():
        yield _grows("Export", f"({name}) with quads", points)


def layouts(bench: Bench) -> Iterator[Row]:
    """Places for ten thousand things, beside networkx' spring layout of the same network."""
    here = str(Path(__file__).parent)
    ours = Figure.of([float(run_script(OUR_LAYOUT, here, str(NODES))["seconds"]) for _ in range(3)])
    if without := lacking("numpy", "scipy"):
        yield Row("Page", "layout", f"{NODES:,} things", "s", ours, note=f"networkx' spring layout {without}")
        return
    found = run_script(NETWORKX_LAYOUT, here, str(NODES), limit=10 * PATIENCE)
    took = float(found.get("seconds", 10 * PATIENCE))
    theirs = Figure(took, took, took, 1, over="over" in found)
    yield Row("Page", "layout", f"{NODES:,} things", "s", ours, "networkx' spring layout", theirs,
              theirs.median / ours.median, ">= 100")  # fmt: skip


def page(bench: Bench) -> Iterator[Row]:
    """The page made, beside pyvis as it comes with the same things and links."""
    from kg import page as pages
    from kg.network import view

    number = bench.sizes[0]
    with stores.open(bench.store(number)) as opened:
        graph = view(opened)
    from pyvis.network import Network as Pyvis

    def with_pyvis() -> str:
        plain = Pyvis(cdn_resources="in_line")
        for iri, data in graph.nodes(data=True):
            plain.add_node(iri, label=data["node"].label)
        for subject, object_ in graph.edges():
            plain.add_edge(subject, object_)
        return plain.generate_html()

    known = pages.load()
    size = f"{len(graph):,} things, {graph.number_of_edges():,} links"
    ours, theirs = timed(lambda: pages.render(graph, known), 3), timed(with_pyvis, 3)
    yield Row("Page", "made", size, "s", ours, "pyvis", theirs, theirs.median / ours.median,
              note="ours with every place worked out; pyvis leaves that to the browser")  # fmt: skip


PARTS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "read": read_releases,
    "build": builds,
    "spread": spread,
    "scale": scale,
    "ask": ask,
    "serve": serve,
    "search": search,
    "start": start,
    "update": update,
    "export": export,
    "layout": layouts,
    "page": page,
}
