"""The names of the graphs: ontology, reference facts, what the rules derive, and one for each release."""

from pyoxigraph import NamedNode

from kg.iris import ID_NAMESPACE, mint

ONTOLOGY = NamedNode(f"{ID_NAMESPACE}graph-ontology")
REFERENCE = NamedNode(f"{ID_NAMESPACE}graph-reference")
DERIVED = NamedNode(f"{ID_NAMESPACE}graph-derived")
RELEASES = f"{ID_NAMESPACE}graph-release-"
"""What the name of each release's graph begins with."""


def release_graph(slug: str) -> NamedNode:
    """The named graph of the release with this slug."""
    return mint("graph-release", slug)
