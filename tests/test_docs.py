"""The pages of the ontology and the questions: complete, linked, quiet on the network, and always the same."""

import importlib.util
import os
import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest
from test_terms import declared, ontology_texts, query_texts, shipped_store, terms_of

from kg import library
from kg.resources import resource
from kg.store import LocalStore
from kg.terms import KG_NAMESPACE, PREFIXES

SCRIPT = Path(__file__).parents[1] / "docs" / "build.py"
VOID_ELEMENTS = {"meta", "br", "img", "link", "input", "hr"}


def imported() -> ModuleType:
    """`docs/build.py` as a module."""
    spec = importlib.util.spec_from_file_location("docs_build", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["docs_build"] = module
    spec.loader.exec_module(module)
    return module


DOCS = imported()


class Page(HTMLParser):
    """A page's ids, links and elements, and the text of each article by its id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.articles: dict[str, str] = {}
        self.open: list[str] = []
        self._article: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        if tag not in VOID_ELEMENTS:
            self.open.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if given.get("href"):
            self.links.append(str(given["href"]))
        if tag == "article":
            self._article = str(given["id"])
            self.articles[self._article] = ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "dt":
            self.handle_data(" ")
        if tag == "article":
            self._article = None

    def handle_data(self, data: str) -> None:
        if self._article is not None:
            self.articles[self._article] += data


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The pages by their names."""
    with LocalStore(shipped_store()) as store:
        pages: dict[str, str] = DOCS.pages(store)
    return pages


@pytest.fixture(scope="module")
def pages(texts: dict[str, str]) -> dict[str, Page]:
    """The pages as read."""
    return {name: Page(text) for name, text in texts.items()}


def test_every_term_has_an_entry_with_all_that_the_ontology_says(pages: dict[str, Page]) -> None:
    entries = pages["ontology.html"].articles
    known = declared(ontology_texts())
    assert entries.keys() == known.keys()
    for name, about in known.items():
        for property_ in ("rdfs:label", "skos:definition", "skos:example"):
            prefix, local = property_.split(":")
            (told,) = about[PREFIXES[prefix] + local]
            assert told in entries[name], f"{name} {property_}"


def test_an_entry_tells_its_alignments_and_where_the_term_is_used(pages: dict[str, Page]) -> None:
    tenure = " ".join(pages["ontology.html"].articles["Tenure"].split())
    assert "Is a kind of org:Membership" in tenure
    assert "kg:hasHolder, kg:hasPost, kg:hasRank" in tenure
    assert "two-holders-of-one-post" in tenure
    assert "TenureShape" in tenure
    assert re.search(r"In the graph 1\d{3} times", tenure)
    assert "prov:Agent" in pages["ontology.html"].articles["Actor"]
    assert "kg:act-urged" in pages["ontology.html"].articles["ActTypes"]


def test_an_entry_names_every_query_that_uses_the_term(texts: dict[str, str]) -> None:
    entries = dict(re.findall(r'<article id="([^"]+)">(.*?)</article>', texts["ontology.html"], re.DOTALL))
    for query, text in query_texts().items():
        folder, name = query.split("/")
        name = re.sub(r"^[0-9]+-", "", name) if folder == "rules" else name
        for term in terms_of(text)["kg"] & entries.keys():
            assert f'href="queries.html#{folder}-{name}"' in entries[term], f"{term} {query}"


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_every_question_is_shown_in_full(pages: dict[str, Page], question: library.Question) -> None:
    entry = pages["queries.html"].articles[f"answers-{question.name}"]
    assert question.summary in entry
    assert question.example in entry
    assert question.text in entry
    for parameter in question.parameters:
        assert all(told in entry for told in (parameter.option, parameter.summary, parameter.expected))


def test_every_rule_check_and_view_is_shown_with_its_sparql(pages: dict[str, Page]) -> None:
    shown = "".join(pages["queries.html"].articles.values())
    assert len(pages["queries.html"].articles) == len(query_texts())
    assert [name for name, text in query_texts().items() if text not in shown] == []


def test_every_link_within_the_pages_leads_somewhere(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            if "://" not in link:
                target, _, anchor = link.partition("#")
                assert anchor in ["", *pages[target or name].ids], f"{name}: {link}"


def test_links_out_are_those_of_the_vocabularies_that_the_ontology_names(pages: dict[str, Page]) -> None:
    out = {link for page in pages.values() for link in page.links if "://" in link}
    assert out
    assert all(link.startswith((*PREFIXES.values(), "https://creativecommons.org/")) for link in out)
    assert not any(link.startswith(KG_NAMESPACE) for link in out)


def test_the_pages_ask_nothing_of_the_network(texts: dict[str, str], pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        loading = {"script", "link", "img", "iframe", "object", "embed", "source", "video", "audio", "form", "base"}
        assert not {tag for tag, _ in page.elements} & loading, name
        assert not any(key in given for _, given in page.elements for key in ("src", "srcset", "style", "onclick"))
        (policy,) = (given["content"] for tag, given in page.elements if given.get("http-equiv"))
        assert policy == "default-src 'none'; style-src 'unsafe-inline'"
        style = texts[name].split("<style>")[1].split("</style>")[0]
        assert "url(" not in style
        assert "@import" not in style


def test_the_pages_are_whole(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.open == []


def test_what_stands_in_the_ontology_cannot_become_markup(texts: dict[str, str]) -> None:
    assert "&lt;https://w3id.org/osce-kg/ontology#&gt;" in texts["queries.html"]
    assert unescape(texts["ontology.html"]).count("Edi Rama") > 5


def test_the_bytes_are_the_same_under_every_hash_seed(texts: dict[str, str], tmp_path: Path) -> None:
    code = (
        "import runpy, sys; from pathlib import Path; from kg.store import LocalStore\n"
        "docs = runpy.run_path(sys.argv[1])\n"
        "with LocalStore(sys.argv[2]) as store: docs['write'](Path(sys.argv[3]), store)"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": f"UTC{seed}"}
        command = [sys.executable, "-c", code, str(SCRIPT), str(shipped_store()), str(tmp_path / seed)]
        subprocess.run(command, env=environment, check=True)
        written = {path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()}
        assert written == {name: text.encode() for name, text in texts.items()}


def test_no_path_of_this_machine_is_in_a_page(texts: dict[str, str]) -> None:
    for text in texts.values():
        assert str(SCRIPT.parents[1]) not in text
        assert str(shipped_store()) not in text


def test_the_shipped_context_is_the_ontologys() -> None:
    shipped = resource("ontology", "context.jsonld").read_text("utf-8")
    assert shipped == DOCS.context(), "run make docs"


def test_a_term_without_an_example_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = DOCS.statements

    def spoilt(*files: str) -> dict[str, dict[str, tuple[str, ...]]]:
        said = {iri: dict(about) for iri, about in whole(*files).items()}
        del said[f"{KG_NAMESPACE}Tenure"][f"{PREFIXES['skos']}example"]
        return said

    monkeypatch.setattr(DOCS, "statements", spoilt)
    with pytest.raises(SystemExit, match="kg:Tenure has 0 skos:example"):
        DOCS.terms()


def test_make_docs_runs_it() -> None:
    makefile = (SCRIPT.parents[1] / "Makefile").read_text("utf-8")
    target = makefile.split("\ndocs:", 1)[1].split("\n\n", 1)[0]
    assert "docs/build.py" in target
    assert "site/" in (SCRIPT.parent / ".gitignore").read_text("utf-8").split()
