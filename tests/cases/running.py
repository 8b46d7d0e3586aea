"""Runs a case: hand-written data, the rules, a query, and exactly the rows that must come out.

A case is a folder with `data.ttl` (or `data.trig`, where the named graphs matter), and for a question pairs
of `params.toml` and `expected.csv`, or `params-NAME.toml` and `expected-NAME.csv`. `expected.ttl` holds what
a rule adds. IRIs in rows and parameters are written with the project's prefixes.
"""

import csv
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg import library
from kg.iris import ID_NAMESPACE
from kg.terms import KG_NAMESPACE

CASES = Path(__file__).parent
DERIVED = ox.NamedNode(f"{ID_NAMESPACE}graph-derived")
DATA = ox.NamedNode(f"{ID_NAMESPACE}graph-release-case")
COPY = ox.NamedNode(f"{ID_NAMESPACE}graph-release-copy")


def data_files(folder: Path) -> list[Path]:
    """The data of a case: one file, named by its format."""
    return sorted(folder.glob("data.t*"))


def load(path: Path, *, twice: bool = False) -> ox.Store:
    """A store with the case's data, in its own graphs (TriG) or in a release's (Turtle), or in two."""
    store = ox.Store()
    if path.suffix == ".trig":
        store.load(path.read_bytes(), format=ox.RdfFormat.TRIG)
        return store
    store.load(path.read_bytes(), format=ox.RdfFormat.TURTLE, to_graph=DATA)
    if twice:
        store.load(path.read_bytes(), format=ox.RdfFormat.TURTLE, to_graph=COPY)
    return store


def run_rules(store: ox.Store) -> None:
    """Adds what the rules derive, each in its turn, as a build does."""
    for rule in library.rules():
        store.extend([ox.Quad(*triple, DERIVED) for triple in construct(store, rule.text)])


def construct(store: ox.Store, text: str) -> list[ox.Triple]:
    """The triples of a CONSTRUCT over the union of the graphs."""
    return list(store.query(text, use_default_graph_as_union=True))


def select(store: ox.Store, text: str) -> list[list[str]]:
    """The rows of a SELECT over the union of the graphs, with the names of the columns first."""
    solutions = store.query(text, use_default_graph_as_union=True)
    names = [variable.value for variable in solutions.variables]
    return [names, *([written(solution[name]) for name in names] for solution in solutions)]


def written(term: ox.NamedNode | ox.Literal | None) -> str:
    """A term as it stands in `expected.csv`: a prefixed name, a literal's text, or nothing."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return term.value.replace(ID_NAMESPACE, "id:").replace(KG_NAMESPACE, "kg:")
    return term.value


def expected_rows(path: Path) -> list[list[str]]:
    """The rows of an `expected.csv`, header included."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.reader(lines) if row]


def parameters(question: library.Question, path: Path) -> dict[str, ox.NamedNode | ox.Literal]:
    """The values in a `params.toml`, as `Question.bind` takes them."""
    values: dict[str, ox.NamedNode | ox.Literal] = {}
    for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
        parameter = question.parameter(name)
        if parameter.type == "iri":
            values[name] = ox.NamedNode(value.replace("id:", ID_NAMESPACE))
        else:
            values[name] = parameter.literal(str(value))
    return values


def expected_files(folder: Path) -> Iterable[tuple[Path, Path]]:
    """The pairs of parameters and expected rows of a case."""
    for path in sorted(folder.glob("params*.toml")):
        yield path, path.with_name(path.name.replace("params", "expected")).with_suffix(".csv")
