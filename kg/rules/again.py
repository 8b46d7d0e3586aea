"""The derived graph brought up to date after some releases changed, at a cost that goes by the change.

`kg.rules.reach` tells what a rule must say of itself for that. A rule that looks within one release runs on the changed
releases alone, in memory, as they were and as they are: what they tell now is added; what they told and tell no more
goes, unless another release tells it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.errors import QueryError
from kg.graphs import DERIVED
from kg.iris import ID_NAMESPACE
from kg.rules.derive import Progress, constructed
from kg.rules.reach import Known, Rule, read_rule
from kg.terms import RDF

_KNOWN = NamedNode(f"{ID_NAMESPACE}graph-known")
"""In memory, the graph of what other graphs say of a release's things."""
_OF_ONE_RELEASE = tuple(f"{ID_NAMESPACE}{kind}-" for kind in ("release", "passage", "mention", "act", "unresolved"))
"""What begins the IRIs of things of which no other graph says anything that a rule within a release looks at."""
Pair = tuple[NamedNode, NamedNode]
"""A thing and a property."""


@dataclass(frozen=True)
class Change:
    """What becomes of releases: the quads of their graphs before and after."""

    old: frozenset[Quad]
    new: frozenset[Quad]

    @cached_property
    def removed(self) -> frozenset[Quad]:
        """The quads that go."""
        return self.old - self.new

    @cached_property
    def added(self) -> frozenset[Quad]:
        """The quads that come."""
        return self.new - self.old

    @cached_property
    def bearing(self) -> tuple[Quad, ...]:
        """The quads, old and new, of the things of which anything changed."""
        changed = {quad.subject for quad in (*self.removed, *self.added)}
        return tuple(quad for quad in self.old | self.new if quad.subject in changed)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What must be known of a store before a change is made to it, for `derive_again` afterwards.

    `told` has what each rule within a release found in the changed ones; `stated` the values that all graphs but the
    derived one gave for those properties of things which the change bears on; `context` what was known of the others.
    """

    change: Change
    rules: tuple[Rule, ...]
    told: Mapping[str, frozenset[Quad]]
    stated: Mapping[Pair, frozenset[object]]
    context: Mapping[NamedNode, Set[Quad]]


def look_ahead(store: pyoxigraph.Store, rules: Sequence[tuple[str, str]], change: Change) -> Outlook:
    """What to keep of the store as it is before the change; raises `QueryError` for a rule that is not well formed."""
    read = tuple(read_rule(name, text) for name, text in rules)
    for one in read:
        if any(other.predicate == one.predicate and other is not one for other in read) and one.for_each:
            raise QueryError(f"rule {one.name}: “for each” needs a property that no other rule constructs")
    known = _known(read)
    pairs = {(quad.subject, quad.predicate) for quad in (*change.removed, *change.added)}
    predicates = {one.predicate for one in known}
    context = _context(store, known, change.old)
    changed = {quad.subject for quad in change.bearing}
    return Outlook(
        change,
        read,
        _told(read, change.old, context),
        {
            (subject, predicate): _stated(store, subject, predicate)
            for subject, predicate in pairs
            if isinstance(subject, NamedNode) and predicate in predicates
        },
        {node: quads for node, quads in context.items() if node not in changed},
    )


def derive_again(store: pyoxigraph.Store, outlook: Outlook, progress: Progress | None = None) -> int:
    """Bring the derived graph up to date once the change has been made; gives by how many quads it grew.

    Rules that say nothing of how far they reach run as a whole. What a rule derives of a thing must rest on releases
    that name the thing.
    """
    change = outlook.change
    terms: dict[NamedNode, set[str]] = defaultdict(set)
    things: set[NamedNode] = set()
    for quad in change.bearing:
        assert isinstance(quad.subject, NamedNode)
        terms[quad.subject].add(quad.predicate.value)
        things.add(quad.subject)
        if isinstance(quad.object, NamedNode):
            things.add(quad.object)
            if quad.predicate == RDF.type:
                terms[quad.subject].add(quad.object.value)
    elsewhere = _known_elsewhere(store, outlook)
    told: Mapping[str, frozenset[Quad]] | None = None
    grown = 0
    for number, rule in enumerate(outlook.rules):
        if progress:
            progress(f"rule {rule.name}", number, len(outlook.rules))
        whole = rule.within is not None and (
            _as_a_whole(rule, change, elsewhere) or bool(rule.again and _bears_on(store, rule, terms))
        )
        if rule.within is not None and not whole:
            # Only now: rules before it tell the classes of what is new.
            if told is None:
                context = _context(store, _known(outlook.rules), change.new, outlook.context)
                told = _told(outlook.rules, change.new, context)
            grown += _within(store, rule, outlook.told[rule.name], told[rule.name])
        elif rule.for_each and rule.within is None and not (rule.again and _bears_on(store, rule, terms)):
            old = {quad for thing in things for quad in store.quads_for_pattern(thing, rule.predicate, None, DERIVED)}
            grown += _replace(store, old, [(rule, rule.asked_of(sorted(things, key=str)))])
        else:
            same = [one for one in outlook.rules if one.predicate == rule.predicate]
            if not whole and not any(_bears_on(store, one, terms) for one in same):
                continue
            # All of them each time: a later one may go on from what is derived between them.
            old = set(store.quads_for_pattern(None, rule.predicate, None, DERIVED))
            grown += _replace(store, old, [(one, one.text) for one in same])
    return grown


def _replace(store: pyoxigraph.Store, old: set[Quad], asked: Sequence[tuple[Rule, str]]) -> int:
    """Put what rules construct in the place of what they had, and say by how many quads the store grew."""
    gone = 0
    if any(rule.sees_itself for rule, _ in asked):
        # What is out of date must not be what a rule goes on from.
        for quad in old:
            store.remove(quad)
        gone, old = len(old), set()
    return _settle(store, old, {quad for rule, text in asked for quad in constructed(store, rule.name, text)}) - gone


def _settle(store: pyoxigraph.Store, old: set[Quad], new: set[Quad]) -> int:
    for quad in old - new:
        store.remove(quad)
    store.extend(new - old)
    return len(new - old) - len(old - new)


def _bears_on(store: pyoxigraph.Store, rule: Rule, terms: Mapping[NamedNode, set[str]]) -> bool:
    """Whether a thing of which something changed has what the rule asks for, some of it in other graphs perhaps."""
    return not rule.again or any(
        wanted & had and all(_has(store, thing, term) for term in wanted - had)
        for wanted in rule.again
        for thing, had in terms.items()
    )


def _has(store: pyoxigraph.Store, thing: NamedNode, term: str) -> bool:
    node = NamedNode(term)
    return any(
        next(store.quads_for_pattern(thing, predicate, value, None), None)
        for predicate, value in ((node, None), (RDF.type, node))
    )


def _within(store: pyoxigraph.Store, rule: Rule, before: frozenset[Quad], now: frozenset[Quad]) -> int:
    """Add what changed releases tell now, and take out what they told and nobody tells any more."""
    new = {
        quad
        for quad in now - before
        if next(store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None), None) is None
    }
    gone = {quad for quad in before - now if quad in store and not _still_told(store, rule, quad)}
    return _settle(store, gone, new)


def _still_told(store: pyoxigraph.Store, rule: Rule, quad: Quad) -> bool:
    found = constructed(store, rule.name, rule.asked_for(quad))
    # The engine gives what it finds as it finds it: the first answer will do.
    return any(one == quad for one in found)


def _known(rules: Iterable[Rule]) -> frozenset[Known]:
    return frozenset(known for rule in rules for known in rule.within or ())


def _told(
    rules: Sequence[Rule], quads: frozenset[Quad], context: Mapping[NamedNode, Set[Quad]]
) -> dict[str, frozenset[Quad]]:
    """What the rules within a release find in some releases' quads, with what the store says of their things."""
    small = pyoxigraph.Store()
    small.extend(quads)
    for known in context.values():
        small.extend(known)
    return {
        rule.name: frozenset(constructed(small, rule.name, rule.text)) if quads else frozenset()
        for rule in rules
        if rule.within is not None
    }


def _context(
    store: pyoxigraph.Store,
    known: frozenset[Known],
    quads: Iterable[Quad],
    found: Mapping[NamedNode, Set[Quad]] = MappingProxyType({}),
) -> dict[NamedNode, Set[Quad]]:
    """What any graph says of the things of these quads by the properties that may be known from anywhere.

    What was `found` before is not looked up again.
    """
    nodes: set[NamedNode] = set()
    classes: dict[NamedNode, set[object]] = defaultdict(set)
    for quad in quads:
        for term in (quad.subject, quad.object):
            if isinstance(term, NamedNode):
                nodes.add(term)
        if quad.predicate == RDF.type and isinstance(quad.subject, NamedNode):
            classes[quad.subject].add(quad.object)
    context: dict[NamedNode, Set[Quad]] = {}
    pending = [node for node in nodes if not node.value.startswith(_OF_ONE_RELEASE)]
    while pending:
        node = pending.pop()
        if node in context or not node.value.startswith(ID_NAMESPACE):
            continue
        context[node] = (
            found[node]
            if node in found
            else {
                Quad(node, quad.predicate, quad.object, _KNOWN)
                for one in known
                if one.classes <= classes[node]
                for quad in store.quads_for_pattern(node, one.predicate, None, None)
            }
        )
        pending += [
            quad.object for quad in context[node] if quad.predicate != RDF.type and isinstance(quad.object, NamedNode)
        ]
    return context


def _stated(store: pyoxigraph.Store, subject: NamedNode, predicate: NamedNode) -> frozenset[object]:
    quads = store.quads_for_pattern(subject, predicate, None, None)
    return frozenset(quad.object for quad in quads if quad.graph_name != DERIVED)


def _known_elsewhere(store: pyoxigraph.Store, outlook: Outlook) -> list[Pair]:
    """The properties of things that graphs which did not change name too, and that have other values now."""
    own = {DERIVED, *(quad.graph_name for quad in (*outlook.change.old, *outlook.change.new))}

    def is_named(thing: NamedNode) -> bool:
        return any(
            quad.graph_name not in own
            for quads in (
                store.quads_for_pattern(thing, None, None, None),
                store.quads_for_pattern(None, None, thing, None),
            )
            for quad in quads
        )

    return [
        (thing, predicate)
        for (thing, predicate), before in outlook.stated.items()
        if _stated(store, thing, predicate) != before and is_named(thing)
    ]


def _as_a_whole(rule: Rule, change: Change, elsewhere: Iterable[Pair]) -> bool:
    """Whether what a rule within a release finds in others may have changed, too."""
    classes: dict[object, set[object]] = defaultdict(set)
    for quad in change.bearing:
        if quad.predicate == RDF.type:
            classes[quad.subject].add(quad.object)
    return any(
        known.predicate == predicate and known.classes <= classes[thing]
        for thing, predicate in elsewhere
        for known in rule.within or ()
    ) or any(quad.predicate == rule.predicate for quad in change.bearing)
