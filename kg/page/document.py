"""The one HTML file: pyvis holds nodes, edges and options, the template and the script are the page's own."""

import base64
import gzip
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg import __version__
from kg.network import Network as Graph
from kg.network import layout, ranked
from kg.page.bundle import bundle
from kg.page.payload import Json, Payload, plain
from kg.page.presentation import Presentation

HERE = Path(__file__).parent
COMPRESSED_FROM = 40_000
"""Characters of data from which they are compressed; below, a reader of the file can read them."""

LICENCE = "Apache-2.0"
POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; connect-src 'none'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def document(graph: Graph, presentation: Presentation, title: str) -> str:
    """The page for a network, as text. It asks no network for anything and runs none of its data as code."""
    from pyvis.network import Network

    ranking = ranked(graph)
    payload = Payload(graph, ranking, layout(graph), presentation)
    title = plain(title)
    rest = payload.rest | {"about": _about(graph, payload, title)}
    library, script, style = _library(), bundle(), _style()
    container = Network(height="100%", width="100%", cdn_resources="in_line")
    container.nodes = payload.nodes
    container.edges = payload.edges
    container.options = {"physics": {"enabled": False}, "layout": {"improvedLayout": False}}
    container.templateEnv = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    container.templateEnv.globals.update(
        title=title,
        policy=POLICY.format(scripts=f"{_hash(library)} {_hash(script)}", styles=_hash(style)),
        library=Markup(library),
        script=Markup(script),
        style=Markup(style),
        packed=lambda nodes, edges, options: _packed(
            {"nodes": nodes, "edges": edges, "options": json.loads(options), **rest}
        ),
    )
    container.path = "template.html"
    text: str = container.generate_html(name="graph.html")
    return text.replace("\r\n", "\n")


def _about(graph: Graph, payload: Payload, title: str) -> Json:
    """What the page says of itself, and how it opens."""
    focus = graph.graph.get("focus")
    numbers = {node["iri"]: node["id"] for node in payload.nodes}
    about: Json = {
        "title": title,
        "version": __version__,
        "licence": LICENCE,
        "newest": graph.graph.get("newest"),
        "releases": len(graph.graph["releases"]),
        "leftOut": graph.graph.get("left_out", 0),
        "untold": graph.graph.get("untold", 0),
    }
    return about | ({"focus": numbers[plain(focus)]} if focus is not None else {})


def _packed(data: Json) -> Markup:
    """The data as a script element that no browser runs: JSON, or from a certain size gzip in base64."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    if len(text) < COMPRESSED_FROM:
        for character in "<>&'":
            text = text.replace(character, f"\\u{ord(character):04x}")
        return Markup('<script type="application/json" id="data">{}</script>').format(Markup(text))
    packed = base64.b64encode(gzip.compress(text.encode("ascii"), 9, mtime=0)).decode("ascii")
    return Markup('<script type="application/gzip" id="data">{}</script>').format(packed)


@cache
def _library() -> str:
    """vis-network as pyvis ships it, without the line that sends debuggers to look for another file."""
    path = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    # Not splitlines: the library has U+2028 and its like inside strings.
    lines = path.read_text("utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL")) + "\n"


@cache
def _style() -> str:
    return (HERE / "style.css").read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
