"""How far a rule reaches: which of what it derives can change where some releases change, by comments in its text.

    # for each: ?thing               it can be asked of some things alone, as subjects of what it derives; what it tells
                                     of a thing rests on the quads of the thing and of those that name it
    # again where one thing has: …   it need only run where a thing of a changed release has these classes, properties
    # within a release               each of its solutions rests on the quads of one release's graph …
    # within a release, but for: a … … and on what any graph says of things by this property (the last word); classes
                                     before it narrow it to things of these classes

`# for each` stands where the things can be listed; two variables are the subject and the object of what is derived.
Within a release it may be the object alone, where the subject is reckoned from it.
With `# again` beside either, the rule runs as a whole where that is so, and for some things or releases alone
where it is not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.errors import QueryError
from kg.terms import PREFIXES, RDF

_FOR_EACH = re.compile(r"# for each:(?P<variables>(?: \?\w+)+)")
_AGAIN = re.compile(r"# again where one thing has: (?P<terms>[^\n]+)")
_WITHIN = re.compile(r"# within a release(?:, but for: (?P<terms>[^\n]+))?")
_TEMPLATE = re.compile(r"CONSTRUCT\s*\{\s*\?(?P<subject>\w+)\s+(?P<predicate>\S+)\s+\?(?P<object>\w+)\s*\}")


@dataclass(frozen=True, slots=True)
class Known:
    """What may be known of a thing from anywhere: a property, for things of all these classes."""

    predicate: NamedNode
    classes: frozenset[NamedNode]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and how far it reaches.

    `variables` are the subject and the object of what it constructs, and `for_each` those of them that can be listed;
    `within` is None for a rule that looks at several releases at once; `sees_itself` says that it reads the property
    that it constructs.
    """

    name: str
    text: str
    variables: tuple[str, str]
    predicate: NamedNode
    for_each: tuple[str, ...]
    again: tuple[frozenset[str], ...]
    within: frozenset[Known] | None
    sees_itself: bool

    def asked_of(self, things: Iterable[NamedNode]) -> str:
        """The rule's text, asked of these subjects alone."""
        return self._asked(self.for_each[:1], [(thing,) for thing in things])

    def asked_for(self, quad: Quad) -> str:
        """The rule's text, asked of what may construct this very quad."""
        terms = dict(zip(self.variables, (quad.subject, quad.object), strict=True))
        return self._asked(self.for_each, [tuple(terms[name] for name in self.for_each)])

    def _asked(self, names: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
        listed = " ".join(f"({' '.join(map(str, row))})" for row in rows)
        values = f"VALUES ({' '.join(names)}) {{ {listed} }}"
        return _FOR_EACH.sub(lambda _: values, self.text)


def read_rule(name: str, text: str) -> Rule:
    """The rule with this text; raises `QueryError` where what it says of its reach does not fit it."""
    template = _TEMPLATE.search(text)
    if template is None:
        raise QueryError(f"rule {name}: a rule constructs one triple with a named property")
    markers = {tuple(found["variables"].split()) for found in _FOR_EACH.finditer(text)}
    variables = (f"?{template['subject']}", f"?{template['object']}")
    if not markers <= {variables[:1], variables[1:], variables}:
        raise QueryError(f"rule {name}: “for each” names other variables than those of what it constructs")
    if len(markers) > 1:
        raise QueryError(f"rule {name}: “for each” names the object in one place and not in another")
    within = [found["terms"] for found in _WITHIN.finditer(text)]
    if within and not markers:
        raise QueryError(f"rule {name}: “within a release” goes with “for each”, to see what still stands")
    if variables[1:] in markers and not within:
        raise QueryError(f"rule {name}: “for each” names the object alone, and it is not within a release")
    return Rule(
        name=name,
        text=text,
        variables=variables,
        predicate=_expanded(name, template["predicate"]),
        for_each=next(iter(markers), ()),
        again=tuple(
            frozenset(_expanded(name, term).value for term in found["terms"].split()) for found in _AGAIN.finditer(text)
        ),
        within=frozenset(_known(name, terms) for terms in within if terms) if within else None,
        sees_itself=bool(
            re.search(rf"(?<![\w:?-]){re.escape(template['predicate'])}(?![\w:-])", text[template.end() :])
        ),
    )


def _known(name: str, terms: str) -> Known:
    *classes, predicate = (_expanded(name, term) for term in terms.split())
    return Known(predicate, frozenset(classes))


def _expanded(rule: str, name: str) -> NamedNode:
    if name == "a":
        return RDF.type
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES:
        raise QueryError(f"rule {rule}: {name}: no prefix of the ontology's")
    return NamedNode(PREFIXES[prefix] + local)
