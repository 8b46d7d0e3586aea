"""What a graph holds besides releases: the ontology, the reference facts, and what the rules derive."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

import pyoxigraph
from pyoxigraph import BlankNode, Quad, RdfFormat

from kg.build.reading import ReadFile, read_file
from kg.errors import InputError
from kg.graphs import ONTOLOGY
from kg.resources import resource

READING_CODE = (
    *("errors.py", "iris.py", "terms.py", "graphs.py", "model.py", "rdf.py", "build/reading.py"),
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
    sources: str = ""
    """A hash of all that ontology, reference facts and rules are made of; "" where that cannot be told."""


def shipped(models: tuple[str, ...] = ()) -> Parts:
    """The package's own ontology, reference facts, rules and way to read a release, with models of the user's."""
    version = reading_version()
    # The shapes say how data must look, not what is so; `kg check` reads them from their file.
    ontology = tuple(path for path in sorted(resource("ontology").glob("*.ttl")) if path.name != "shapes.ttl")
    rules = tuple(sorted(resource("queries", "rules").glob("*.rq")))
    return Parts(
        read=partial(read_file, models=models) if models else read_file,
        version="+".join((version, *models)),
        ontology=ontology,
        reference=_reference,
        rules=rules,
        sources=_sources(version, (*ontology, *rules)),
    )


def _reference() -> Iterator[Quad]:
    from kg import reference

    return reference.quads(reference.load())


def _sources(version: str, files: Iterable[Path]) -> str:
    """A hash of the code and tables of the reading, with those of the reference facts, and of these files."""
    digest = sha256(f"{version} {Path(__file__).read_text('utf-8')}".encode())
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


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


GRAPHS_OF_GROUNDS = ("ontology", "reference", "rules")


@dataclass(frozen=True)
class Grounds:
    """The graphs that are not releases, as sorted N-Quads, and the rules' texts by name; read as they are needed.

    `known` are the hashes that an earlier build found for the same sources.
    """

    parts: Parts
    known: Mapping[str, str] | None = None

    @cached_property
    def ontology(self) -> bytes:
        """The ontology; raises `InputError` where a file of it does not parse."""
        return sorted_nquads(quad for path in self.parts.ontology for quad in _ontology(path))

    @cached_property
    def reference(self) -> bytes:
        """The reference facts; raises `ReferenceError` where a cell of them is wrong."""
        return sorted_nquads(self.parts.reference())

    @cached_property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """The rules, in their order."""
        return tuple((path.name, path.read_text("utf-8")) for path in self.parts.rules)

    @cached_property
    def hashes(self) -> Mapping[str, str]:
        """One hash for each part, to tell whether it has changed, and one for the sources of them all."""
        if self.known is not None:
            return self.known
        rules = "\0".join(part for rule in self.rules for part in rule)
        return {
            "ontology": sha256(self.ontology).hexdigest(),
            "reference": sha256(self.reference).hexdigest(),
            "rules": sha256(f"{pyoxigraph.__version__}\0{rules}".encode()).hexdigest(),
            "sources": self.parts.sources,
        }

    def stale(self, before: Mapping[str, str]) -> frozenset[str]:
        """Which parts are not what they were for a build that found the hashes `before`."""
        return frozenset(name for name in GRAPHS_OF_GROUNDS if before.get(name) != self.hashes[name])


def load(parts: Parts, before: Mapping[str, str] = MappingProxyType({})) -> Grounds:
    """The grounds of a build; where their sources are what they were `before`, nothing is read until it is needed.

    Raises `InputError` where a file of the ontology does not parse, `ReferenceError` where a cell of the
    reference facts is wrong.
    """
    if parts.sources and before.get("sources") == parts.sources:
        return Grounds(parts, before)
    grounds = Grounds(parts)
    assert grounds.hashes
    return grounds


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
