"""What a graph holds besides releases: the ontology, the reference facts, and what the rules derive."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Quad, QueryTriples, RdfFormat

from kg.build.reading import ReadFile, read_file
from kg.errors import InputError, QueryError
from kg.iris import mint
from kg.resources import resource
from kg.terms import PREFIXES

ONTOLOGY = mint("graph", "ontology")
REFERENCE = mint("graph", "reference")
DERIVED = mint("graph", "derived")

READING_CODE = (
    *("errors.py", "iris.py", "terms.py", "model.py", "rdf.py", "build/reading.py"),
    *("reference", "loaders", "text", "extract"),
)
"""What in the package stands between a release's bytes and its quads."""
READING_LIBRARIES = ("pyoxigraph", "selectolax", "ahocorasick_rs", "python-slugify", "PyYAML")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a build works with; `shipped()` gives the package's own.

    `read` must be a function of a module, so that other processes can be told which; `version` changes
    whenever `read` could give something else for the same bytes.
    """

    read: ReadFile
    version: str
    ontology: tuple[Path, ...]
    reference: Callable[[], Iterable[Quad]]
    rules: tuple[Path, ...]


def shipped(spacy_model: str | None = None) -> Parts:
    """The package's own ontology, reference facts, rules and way to read a release, with a spaCy model or without."""
    from kg import reference

    return Parts(
        read=partial(read_file, spacy_model=spacy_model) if spacy_model else read_file,
        version=f"{reading_version()}+{spacy_model}" if spacy_model else reading_version(),
        # The shapes say how data must look, not what is so; `kg check` reads them from their file.
        ontology=tuple(path for path in sorted(resource("ontology").glob("*.ttl")) if path.name != "shapes.ttl"),
        reference=lambda: reference.quads(reference.load()),
        rules=tuple(sorted(resource("queries", "rules").glob("*.rq"))),
    )


def reading_version() -> str:
    """A hash of all code, data and libraries between a release's bytes and its quads."""
    package = Path(__file__).resolve().parent.parent
    digest = sha256(" ".join(f"{name} {version(name)}" for name in READING_LIBRARIES).encode())
    for name in READING_CODE:
        path = package / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(file.read_bytes())
    for folder in ("lexicon", "reference"):
        for file in sorted(resource("data", folder).glob("*.csv")):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Grounds:
    """The graphs that are not releases, as sorted N-Quads, and the rules' texts by name."""

    ontology: bytes
    reference: bytes
    rules: tuple[tuple[str, str], ...]

    @property
    def hashes(self) -> dict[str, str]:
        """One hash for each part, to tell whether it has changed."""
        rules = "\0".join(part for rule in self.rules for part in rule)
        return {
            "ontology": sha256(self.ontology).hexdigest(),
            "reference": sha256(self.reference).hexdigest(),
            "rules": sha256(f"{pyoxigraph.__version__}\0{rules}".encode()).hexdigest(),
        }


def load(parts: Parts) -> Grounds:
    """Read ontology, reference facts and rules.

    Raises `InputError` where a file of the ontology does not parse, `ReferenceError` where a cell of the
    reference facts is wrong.
    """
    ontology = (quad for path in parts.ontology for quad in _ontology(path))
    return Grounds(
        ontology=sorted_nquads(ontology),
        reference=sorted_nquads(parts.reference()),
        rules=tuple((path.name, path.read_text("utf-8")) for path in parts.rules),
    )


def _ontology(path: Path) -> Iterator[Quad]:
    try:
        for quad in pyoxigraph.parse(path=path, format=RdfFormat.TURTLE):
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                raise InputError(f"{path}: a blank node; give it an IRI, so that it keeps its name")
            yield Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)
    except SyntaxError as error:
        raise InputError(f"{path}: not Turtle: {' '.join(str(error).split())}") from None


def sorted_nquads(quads: Iterable[Quad]) -> bytes:
    """Quads as N-Quads without repeats, sorted by their bytes."""
    data = pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(set(data.splitlines(keepends=True))))


Progress = Callable[[str, int, int], None]
"""Called with what a build is at, how many of it are done, and how many there are, as far as is known."""


def derive(store: pyoxigraph.Store, rules: Sequence[tuple[str, str]], progress: Progress | None = None) -> None:
    """Put what the rules construct into the derived graph, and nothing else there.

    Each rule sees all graphs as one, with what the rules before it derived. A triple that stands in
    another graph already is not said again. Raises `QueryError` for a rule that is no CONSTRUCT.
    """
    if store.contains_named_graph(DERIVED):
        store.remove_graph(DERIVED)
    for number, (name, text) in enumerate(rules):
        if progress:
            progress(f"rule {name}", number, len(rules))
        store.bulk_extend(list(_derived(store, name, text)))


def _derived(store: pyoxigraph.Store, name: str, text: str) -> Iterator[Quad]:
    try:
        triples = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise QueryError(f"rule {name}: {' '.join(str(error).split())[:200]}") from None
    if not isinstance(triples, QueryTriples):
        raise QueryError(f"rule {name}: not a CONSTRUCT; a rule constructs what it derives")
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if not isinstance(subject, NamedNode) or isinstance(value, BlankNode):
            raise QueryError(f"rule {name}: constructs a blank node; mint an IRI instead")
        if next(store.quads_for_pattern(subject, predicate, value, None), None) is None:
            yield Quad(subject, predicate, value, DERIVED)
