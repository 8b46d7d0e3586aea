"""One of the two graphs: what it says of each thing, whichever graph or file it stands in."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat

from kg import store as stores
from kg.answer import shorten
from kg.errors import InputError
from kg.terms import DCT, KG, RDF, RDFS

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".nquads": RdfFormat.N_QUADS,
    ".turtle": RdfFormat.TURTLE,
}

Value = NamedNode | Literal
Statements = dict[NamedNode, set[Value]]


class Side:
    """The statements of one graph by subject and property, each once."""

    def __init__(self, name: str, quads: Iterable[Quad]) -> None:
        """Take in what the quads say; `name` is what the graph is called in messages.

        Raises `InputError` for a blank node, which has no name to be compared by.
        """
        self.about: dict[NamedNode, Statements] = {}
        for quad in quads:
            if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
                kind = "blank node" if BlankNode in (type(quad.subject), type(quad.object)) else "quoted triple"
                raise InputError(f"{name}: a {kind}, which has no name to compare it by; kg export writes none")
            self.about.setdefault(quad.subject, {}).setdefault(quad.predicate, set()).add(quad.object)

    def values(self, node: NamedNode, predicate: NamedNode) -> set[Value]:
        """The values of a property."""
        return self.about.get(node, {}).get(predicate, set())

    def texts(self, node: NamedNode, predicate: NamedNode) -> tuple[str, ...]:
        """The values of a property as text, sorted; things by their labels."""
        found = (self.label(one) if isinstance(one, NamedNode) else one.value for one in self.values(node, predicate))
        return tuple(sorted(set(found)))

    def nodes(self, node: NamedNode, predicate: NamedNode) -> tuple[NamedNode, ...]:
        """The things that a property leads to, sorted by IRI."""
        found = (one for one in self.values(node, predicate) if isinstance(one, NamedNode))
        return tuple(sorted(found, key=lambda one: one.value))

    def classes(self, node: NamedNode) -> set[Value]:
        """The classes of a thing."""
        return self.values(node, RDF.type)

    def label(self, node: NamedNode) -> str:
        """A thing's label; its shortened IRI where it has none."""
        for predicate in (RDFS.label, KG.nameInRelease):
            names = [one.value for one in self.values(node, predicate)]
            if names:
                return min(names)
        return shorten(node)

    @cached_property
    def by_class(self) -> dict[NamedNode, list[NamedNode]]:
        """The things of each class, sorted by IRI."""
        found: dict[NamedNode, list[NamedNode]] = defaultdict(list)
        for node in sorted(self.about, key=lambda one: one.value):
            for kind in self.classes(node):
                if isinstance(kind, NamedNode):
                    found[kind].append(node)
        return found

    def releases(self, node: NamedNode) -> set[NamedNode]:
        """The releases that tell a fact."""
        passages = self.nodes(node, KG.isEvidencedBy)
        return {release for passage in passages for release in self.nodes(passage, KG.inRelease)}

    def sources(self, node: NamedNode) -> tuple[str, ...]:
        """Who tells a fact: the titles of releases, and curated sources."""
        titles = (title for release in self.releases(node) for title in self.texts(release, DCT.title))
        return tuple(sorted({*titles, *self.texts(node, DCT.source)}))


def read(path: str) -> Side:
    """The graph at `path`: a store's folder or address, or a file of Turtle, TriG, N-Quads or N-Triples.

    Raises `InputError` where there is nothing or something else, `StoreError` for a store that cannot be read.
    """
    place = Path(path)
    if "://" in path or place.is_dir():
        with stores.open(path) as store:
            return Side(path, store.quads())
    if not place.exists():
        raise InputError(f"{path}: no such file or folder; give a store's folder, or a file of Turtle or N-Quads")
    file_format = FORMATS.get(place.suffix.lower())
    if file_format is None:
        known = ", ".join(sorted(FORMATS))
        raise InputError(f"{path}: neither a store's folder nor RDF by its name; RDF ends in {known}")
    try:
        return Side(path, pyoxigraph.parse(path=path, format=file_format, lenient=True))
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{path}: not {file_format.name}: {' '.join(str(error).split())[:200]}") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
