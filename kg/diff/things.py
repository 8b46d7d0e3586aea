"""Changes of people, states, bodies, posts, releases, acts and the ontology's terms."""

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from kg.answer import shorten
from kg.diff.model import Change
from kg.diff.side import Side
from kg.diff.terms_of_office import concept
from kg.diff.wording import joined
from kg.terms import DCT, KG, KG_NAMESPACE, RDF, RDFS, SKOS

GENERAL = ("Actor", "Organization")
DERIVED = frozenset(
    {
        *(KG.metWith, KG.takesPartIn, KG.isCoMentionedWith, KG.succeeds, KG.hasTroikaMember),
        *(KG.hasDatedTenure, KG.isAtOddsWith, KG.involvesState, KG.isNamedTogetherWith, KG.isIssuedUnder),
        *(KG.hasStatement, KG.hasWording),
    }
)
UNTOLD = frozenset({*DERIVED, KG.nameInRelease, KG.isVerified, RDF.type, RDFS.label})
"""Properties whose changes follow from those of events and offices, or are told as a change of name."""


def thing(old: Side, new: Side, nodes: Sequence[NamedNode]) -> Iterator[Change]:
    """The changes of those of the nodes that differ."""
    gone = [node for node in nodes if node not in new.about]
    come = [node for node in nodes if node not in old.about]
    renamed = dict(_renamed(old, new, gone, come))
    for node in nodes:
        section, word = _kind(new if node in new.about else old, node)
        if node in renamed:
            other = renamed[node]
            before = f"{old.label(node)} ({shorten(node)})"
            after = f"{new.label(other)} ({shorten(other)})"
            yield Change(section, f"{word} renamed", other.value, new.label(other), before, after)
        elif node in renamed.values():
            continue
        elif node not in new.about:
            words = "no longer known" if section in {"people", "things"} else "withdrawn"
            yield Change(section, f"{word} {words}", node.value, old.label(node), old.label(node), "")
        elif node not in old.about:
            words = "new" if section in {"people", "things"} else "added"
            yield Change(
                section, f"{word} {words}", node.value, new.label(node), "", new.label(node), _tellers(new, node)
            )
        else:
            yield from _changed(old, new, node, section, word)


def _tellers(side: Side, node: NamedNode) -> tuple[str, ...]:
    return () if KG.Release in side.classes(node) else side.sources(node)


def _renamed(
    old: Side, new: Side, gone: Sequence[NamedNode], come: Sequence[NamedNode]
) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Who has another IRI now, by the same Wikidata item, or one's label among the other's names."""
    people = [node for node in come if KG.Person in new.classes(node)]
    for node in gone:
        if KG.Person not in old.classes(node):
            continue
        for other in people:
            items = old.values(node, SKOS.exactMatch) & new.values(other, SKOS.exactMatch)
            known = old.label(node) in new.texts(other, SKOS.altLabel) or new.label(other) in old.texts(
                node, SKOS.altLabel
            )
            if items or known:
                people.remove(other)
                yield node, other
                break


def _kind(side: Side, node: NamedNode) -> tuple[str, str]:
    """The section and the word for a thing, by its most particular class."""
    names = sorted(
        one.value.removeprefix(KG_NAMESPACE)
        for one in side.classes(node)
        if isinstance(one, NamedNode) and one.value.startswith(KG_NAMESPACE)
    )
    if node.value.startswith(KG_NAMESPACE) or not names:
        return ("ontology", "term") if node.value.startswith(KG_NAMESPACE) else ("things", "thing")
    name = next((one for one in names if one not in GENERAL), names[-1])
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    sections = {"Person": "people", "Act": "acts", "Release": "sources", "UnresolvedName": "sources"}
    return sections.get(name, "things"), word


def _changed(old: Side, new: Side, node: NamedNode, section: str, word: str) -> Iterator[Change]:
    label = new.label(node)
    if KG.Release in new.classes(node):
        yield from _release(old, new, node)
        return
    if old.label(node) != label:
        yield Change(section, f"{word} renamed", node.value, label, old.label(node), label)
    if section == "acts" and old.values(node, KG.hasFactuality) != new.values(node, KG.hasFactuality):
        was, now = (joined(concept(one) for one in side.nodes(node, KG.hasFactuality)) for side in (old, new))
        yield Change(section, "act told otherwise", node.value, label, was, now, new.sources(node))
        return
    predicates = {*old.about[node], *new.about[node]} - UNTOLD
    differ = sorted(shorten(one) for one in predicates if old.values(node, one) != new.values(node, one))
    if differ:
        was, now = (_values(side, other, node, predicates) for side, other in ((old, new), (new, old)))
        yield Change(section, f"{word} described otherwise: {', '.join(differ)}", node.value, label, was, now)


def _values(side: Side, other: Side, node: NamedNode, predicates: set[NamedNode]) -> str:
    """What one side says of the node and the other does not."""
    found = {
        side.label(value) if isinstance(value, NamedNode) else value.value
        for predicate in predicates
        for value in side.values(node, predicate) - other.values(node, predicate)
    }
    return joined(sorted(found))


def _release(old: Side, new: Side, node: NamedNode) -> Iterator[Change]:
    for predicate, what in ((DCT.title, "title"), (DCT.issued, "date"), (KG.sha256, "text")):
        was, now = joined(old.texts(node, predicate)), joined(new.texts(node, predicate))
        if was != now:
            if what == "text":
                was, now = was[:12], now[:12]
            yield Change("sources", f"release corrected: {what}", node.value, new.label(node), was, now)
    if all(old.values(node, one) == new.values(node, one) for one in (DCT.title, DCT.issued, KG.sha256)):
        was, now = (_values(side, other, node, {KG.mentions}) for side, other in ((old, new), (new, old)))
        if was or now:
            yield Change("sources", "release read otherwise: names", node.value, new.label(node), was, now)
