"""The index of words: the same answers as the graph alone gives, and in step with it through every change."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from cases.running import CASES
from pyoxigraph import Literal, Quad, QuerySolutions, RdfFormat, parse, serialize
from test_build_parts import make_parts

from kg import answer, library
from kg.build import Parts, add, build
from kg.build.reading import ReadRelease
from kg.iris import mint
from kg.store import LocalStore, search
from kg.terms import DCT, KG, RDF

TEXTS = {
    "a": "Freedom of movement was restricted near Mariupol.",
    "b": 'He urged FREEDOM OF MOVEMENT; “ÇAĞLA” and İstanbul, 50% of "it".',
    "c": "Movement, and freedom of speech. 自由 и свобода передвижения.",
}
WORDS = (
    "freedom of movement", "FREEDOM", "mov", "of", "", '"it"', "50%", "* OR x", "çağla", "ÇAĞLA", "istanbul", "İstanbul",
    "свобода ПЕРЕДВИЖЕНИЯ", "自由", "none of these words", "a\0b", "NEAR(a b)",
)  # fmt: skip


def read_text(name: str, data: bytes) -> tuple[ReadRelease, ...]:
    """One release with one passage: the file's text."""
    slug = name.removesuffix(".txt")
    node, graph, passage = mint("release", slug), mint("graph-release", slug), mint("passage", f"{slug}-0-9")
    quads = [
        Quad(node, RDF.type, KG.Release, graph),
        Quad(node, DCT.title, Literal(f"Title {slug}", language="en"), graph),
        Quad(passage, RDF.type, KG.Passage, graph),
        Quad(passage, KG.inRelease, node, graph),
        Quad(passage, KG.quote, Literal(data.decode("utf-8")), graph),
        Quad(mint("person", f"Ann {slug}"), RDF.type, KG.Person, graph),
        Quad(mint("person", f"Ann {slug}"), KG.nameInRelease, Literal(f"Ann {slug}", language="en"), graph),
    ]
    lines = (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
    return (ReadRelease(slug, b"".join(sorted(lines)), {}, 0),)


def parts(folder: Path) -> Parts:
    own = make_parts(folder)
    rules = Path(__file__).parents[1] / "queries" / "rules"
    needed = (rules / "10-labels.rq", rules / "26-wordings-of-a-statement.rq")
    return Parts(read_text, "1", own.ontology, own.reference, needed)


def written(folder: Path, texts: Mapping[str, str]) -> Path:
    folder.mkdir()
    for slug, text in texts.items():
        (folder / f"{slug}.txt").write_text(text, encoding="utf-8")
    return folder


def rows(store: LocalStore, words: str, *, indexed: bool) -> list[str]:
    question = library.question("releases-that-say")
    if indexed:
        found = answer.ask(store, question.name, {"words": words})
    else:
        found = store.query(question.bind({"words": Literal(words)}))
    assert isinstance(found, QuerySolutions)
    return [str(solution) for solution in found]


def files(store: Path) -> int:
    return len(list((store / "current" / "search").iterdir()))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    build([written(tmp_path / "texts", TEXTS)], tmp_path / "store", parts=parts(tmp_path / "parts"))
    return tmp_path / "store"


@pytest.mark.parametrize("words", WORDS)
def test_the_index_gives_what_the_graph_gives(store: Path, words: str) -> None:
    with LocalStore(store) as opened:
        assert rows(opened, words, indexed=True) == rows(opened, words, indexed=False)


def test_it_finds_something_and_says_where_it_cannot_tell(store: Path) -> None:
    with LocalStore(store) as opened:
        assert opened.passages_with("FREEDOM of move") == tuple(str(mint("passage", f"{x}-0-9").value) for x in "ab")
        assert opened.passages_with("no such words") == ()
        assert opened.passages_with("of") is None
        assert opened.things_named("ann-a") == (mint("person", "Ann a").value,)
        assert opened.things_named("") is None


def test_a_store_without_an_index_answers_the_same(store: Path) -> None:
    with LocalStore(store) as opened:
        before = rows(opened, "freedom", indexed=True)
    for file in (store / "current" / "search").iterdir():
        file.unlink()
    with LocalStore(store) as opened:
        assert opened.passages_with("freedom") is None
        assert rows(opened, "freedom", indexed=True) == before
        assert answer.find(opened, "Ann b", [KG.Person]) == mint("person", "Ann b")


def test_what_is_added_replaced_and_dropped_is_found_and_not_found(store: Path, tmp_path: Path) -> None:
    more = written(tmp_path / "more", {"d": "Freedom of assembly.", "a": "Replaced by a sentence."})
    add([more], store, parts=parts(tmp_path / "parts"))
    assert files(store) == 2
    with LocalStore(store) as opened:
        assert len(rows(opened, "freedom of", indexed=True)) == 3
        assert len(rows(opened, "replaced by", indexed=True)) == 1
        assert rows(opened, "mariupol", indexed=True) == []
        assert answer.find(opened, "Ann d", [KG.Person]) == mint("person", "Ann d")
    build([more], store, parts=parts(tmp_path / "parts"))
    with LocalStore(store) as opened:
        assert len(rows(opened, "freedom of", indexed=True)) == 1


@pytest.mark.parametrize(
    ("most_of_all", "left"),
    [("", 2), ("Much older words: " + " ".join(str(number * 7919) for number in range(200_000)), 3)],
)
def test_many_additions_are_joined_but_for_what_is_much_larger(tmp_path: Path, most_of_all: str, left: int) -> None:
    store, own = tmp_path / "store", parts(tmp_path / "parts")
    build([written(tmp_path / "texts", {**TEXTS, "old": most_of_all})], store, parts=own)
    for number in range(search.MOST_FILES):
        texts = {f"n{number}": f"Sentence {number}", "same": f"Said at turn {number}"}
        add([written(tmp_path / str(number), texts)], store, parts=own)
    assert files(store) == left
    with LocalStore(store) as opened:
        assert len(rows(opened, "sentence", indexed=True)) == search.MOST_FILES
        for words in ("said at turn", "freedom of movement", "turn 3", f"turn {search.MOST_FILES - 1}", "older words"):
            assert rows(opened, words, indexed=True) == rows(opened, words, indexed=False)
        for name in ("Ann a", "Ann n3", "Ann same"):
            assert answer.find(opened, name, [KG.Person]) == mint("person", name)


def test_names_are_found_as_without_an_index(store: Path) -> None:
    with LocalStore(store) as opened:
        for name in ("Edi Rama", "rama", "Ann a", "ANN B"):
            assert answer.find(opened, name, [KG.Person]).value in (
                opened.things_named(name.lower().replace(" ", "-")) or ()
            )
        with pytest.raises(answer.ParameterError, match="may be any of"):
            answer.find(opened, "Ann", [KG.Person])
        with pytest.raises(answer.ParameterError, match="nearest: Ann a"):
            answer.find(opened, "Anna", [KG.Person])


def test_the_case_of_the_question_is_about_passages_that_an_index_would_hold() -> None:
    data = (CASES / "releases-that-say" / "data.ttl").read_bytes()
    assert any(quad.predicate == KG.quote for quad in parse(data, format=RdfFormat.TURTLE))
