"""The page as a file: one, offline, the same each time, its data never markup."""

import base64
import gzip
import hashlib
import html.parser
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.synthetic import store
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import page
from kg.errors import InputError, ParameterError
from kg.network import view
from kg.network.model import Network, Node, Origin, Statement, statements
from kg.page.bundle import bundle
from kg.page.payload import plain
from kg.page.presentation import load
from kg.resources import resource


class Reader(html.parser.HTMLParser):
    """Every element of a page with its attributes, and the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in ("script", "style"):
            self.texts.append((self.inside, data))


def data_of(text: str) -> dict[str, Any]:
    """The data that a page carries, inflated where it is compressed."""
    found = re.search(r'<script type="application/(json|gzip)" id="data">([^<]*)</script>', text)
    assert found
    packed = found[2] if found[1] == "json" else gzip.decompress(base64.b64decode(found[2])).decode()
    data: dict[str, Any] = json.loads(packed)
    return data


@pytest.fixture(scope="module", params=[12, 200])
def made(request: pytest.FixtureRequest) -> str:
    """A page with its data as they are, and one with its data compressed."""
    return page.make(store(request.param))


def test_nothing_is_fetched_and_only_own_scripts_run(made: str) -> None:
    reader = Reader(made)
    for tag, attributes in reader.elements:
        assert tag not in {"link", "iframe", "object", "embed", "base", "img"}
        assert "src" not in attributes
        assert not (attributes.get("href") or "#").startswith(("http", "//", "data:", "javascript:"))
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    policy = next(a["content"] for tag, a in reader.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    for tag, text in reader.texts:
        if '"nodes"' in text[:20] or re.fullmatch(r"[A-Za-z0-9+/=]+", text):
            continue
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy, tag
    assert "sourceMappingURL" not in made


def test_the_page_has_title_language_and_viewport(made: str) -> None:
    assert made.startswith("<!DOCTYPE html>\n")
    assert '<html lang="en">' in made
    assert "<title>Who met whom" in made
    assert 'name="viewport"' in made
    assert "\r" not in made


def test_the_data_have_every_thing_and_every_statement() -> None:
    graph = view(store(40))
    data = data_of(page.render(graph, load()))
    assert {node["iri"] for node in data["nodes"]} == set(graph)
    assert len(data["edges"]) == len(statements(graph))
    labels = [node["label"] for node in data["nodes"]]
    terms = [relation["term"] for relation in data["relations"]]
    read = {(labels[edge["from"]], terms[edge["relation"]], labels[edge["to"]]) for edge in data["edges"]}
    assert read == {
        (graph.nodes[one.subject]["node"].label, one.relation, graph.nodes[one.object]["node"].label)
        for one in statements(graph)
    }


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from browser.synthetic import store; from kg import page; "
        "print(hashlib.sha256(page.make(store(60)).encode()).hexdigest())"
    )
    paths = f"{Path(__file__).parent}{os.pathsep}{resource()}"
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=Path(__file__).parent,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1


def test_a_page_is_written_whole_as_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    target = tmp_path / "graph.html"
    code = f"from kg import page; page.write({str(target)!r}, '\\u015eahin \\u2028\\n')"
    environment = os.environ | {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "cp1252",
        "PYTHONPATH": str(resource()),
    }
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert target.read_bytes() == "Şahin \u2028\n".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.html"]


def test_a_page_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "graph.html"
    page.write(target, "old")
    with pytest.raises(UnicodeEncodeError):
        page.write(target, "\ud800")
    assert target.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.html"]
    with pytest.raises(OSError, match="missing"):
        page.write(tmp_path / "missing" / "graph.html", "new")


def test_an_empty_selection_is_refused() -> None:
    with pytest.raises(ParameterError, match="nothing to draw"):
        page.make(store(8), since="1900", until="1901")


HOSTILE = st.text(min_size=0, max_size=60) | st.sampled_from(
    [
        "</script><script>window.__pwn=1</script>", "<img src=x onerror=alert(1)>", "{{7*7}}{% raw %}{#",
        "javascript:alert(1)",
        "\u2028\u2029", "\u202eabc", "\ud800", "\0", "<!--", "]]>", "&lt;script&gt;", "' onfocus='x", "href",
    ]
)  # fmt: skip


def hostile(texts: Iterator[str]) -> Network:
    """A small network whose every text is taken from `texts`."""
    graph = Network(releases={}, newest=None, focus=None, left_out=0)
    for iri in ("a", "b"):
        graph.add_node(iri, node=Node(iri, next(texts), "Person", (next(texts),), same_as=(next(texts),)))
    said = Statement(next(texts), "a", "b", "metWith", Origin.RELEASE, next(texts), sources=(next(texts),))
    graph.add_edge("a", "b", said.key, statement=said)
    return graph


@settings(max_examples=40, deadline=None)
@given(st.lists(HOSTILE, min_size=10, max_size=10))
def test_text_of_any_kind_stays_data(texts: list[str]) -> None:
    made = page.render(hostile(iter(texts)), load(), title=texts[9])
    made.encode("utf-8")
    elements = [tag for tag, _ in Reader(made).elements]
    assert elements == [tag for tag, _ in Reader(page.render(hostile(iter("abcdefghi")), load())).elements]
    data = data_of(made)
    assert [node["label"] for node in data["nodes"]] == [plain(texts[0]), plain(texts[3])]
    assert data["about"]["title"] == plain(texts[9])


def test_every_class_of_the_presentation_has_a_look_of_its_own() -> None:
    graph = Network(releases={}, newest=None, focus=None, left_out=0)
    for number, name in enumerate(load().looks):
        graph.add_node(f"n{number}", node=Node(f"n{number}", name, name))
    data = data_of(page.render(graph, load()))
    looks = {(one["shape"], one["mark"]) for one in data["categories"]}
    assert len(looks) == len(load().looks)
    assert len({one["colour"] for one in data["categories"]}) == len(load().looks)


def test_a_presentation_that_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    for name in ("core.ttl", "concepts.ttl"):
        (tmp_path / name).write_text("")
    path = tmp_path / "presentation.ttl"
    prefix = "@prefix kg: <https://w3id.org/osce-kg/ontology#> .\n"
    path.write_text(prefix + 'kg:Person kg:displayColour "red" .')
    with pytest.raises(InputError, match="kg:Person has the colour 'red'"):
        load(tmp_path)
    path.write_text(prefix + 'kg:Person kg:displayShape "blob" .')
    with pytest.raises(InputError, match="kg:Person has the shape 'blob'"):
        load.__wrapped__(tmp_path)
    path.write_text("kg:Person")
    with pytest.raises(InputError, match=re.escape("presentation.ttl")):
        load.__wrapped__(tmp_path)


def test_modules_are_put_in_order_and_each_keeps_its_own_names(tmp_path: Path) -> None:
    (tmp_path / "main.js").write_text('import { one } from "./one.js";\n\nconst own = one();\nconsole.log(own);\n')
    (tmp_path / "one.js").write_text(
        "/**\n * Says one.\n */\nexport function one() {\n  // A remark.\n  return own;\n}\n\nconst own = 1;\n"
    )
    text = bundle(tmp_path)
    assert text.index("module_one =") < text.index("module_main =")
    assert "remark" not in text
    assert "Says" not in text
    (tmp_path / "one.js").write_text('import { own } from "./main.js";\nexport const one = 1;\n')
    with pytest.raises(InputError, match="imports itself by way of"):
        bundle.__wrapped__(tmp_path)
    (tmp_path / "one.js").write_text("export default 1;\n")
    with pytest.raises(InputError, match="export default 1"):
        bundle.__wrapped__(tmp_path)


def test_scripts_make_no_markup_and_ask_no_network() -> None:
    text = bundle()
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "`\n",
    ):
        assert word not in text, word
