"""All rules, one after the other, over a whole graph."""

from collections.abc import Callable, Iterator, Sequence

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Quad, QueryTriples

from kg.errors import QueryError
from kg.graphs import DERIVED
from kg.terms import PREFIXES

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
        quads = list(constructed(store, name, text))
        predicates = {quad.predicate for quad in quads}
        if any(next(store.quads_for_pattern(None, one, None, DERIVED), None) for one in predicates):
            quads = [quad for quad in quads if quad not in store]
        store.bulk_extend(quads)


def constructed(store: pyoxigraph.Store, name: str, text: str) -> Iterator[Quad]:
    """What a rule constructs and no graph but the derived one has, as quads of the derived graph."""
    try:
        triples = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
    except SyntaxError as error:
        raise QueryError(f"rule {name}: {' '.join(str(error).split())[:200]}") from None
    if not isinstance(triples, QueryTriples):
        raise QueryError(f"rule {name}: not a CONSTRUCT; a rule constructs what it derives")
    untold: dict[NamedNode, bool] = {}
    for triple in triples:
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if not isinstance(subject, NamedNode) or isinstance(value, BlankNode):
            raise QueryError(f"rule {name}: constructs a blank node; mint an IRI instead")
        if predicate not in untold:
            # Most properties that rules construct stand nowhere yet, and need not be looked up triple by triple.
            untold[predicate] = next(store.quads_for_pattern(None, predicate, None, None), None) is None
        if untold[predicate] or all(
            quad.graph_name == DERIVED for quad in store.quads_for_pattern(subject, predicate, value, None)
        ):
            yield Quad(subject, predicate, value, DERIVED)
