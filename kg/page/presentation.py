"""How classes and links look: colours, shapes and words from `ontology/presentation.ttl`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat

from kg.errors import InputError
from kg.resources import resource
from kg.terms import KG, KG_NAMESPACE, RDFS

SHAPES = frozenset(
    {"dot", "ellipse", "box", "square", "diamond", "star", "triangle", "triangleDown", "hexagon", "pentagon"}
)
"""The shapes that `script/glyphs.js` can draw; the names are those of vis-network."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_OWN_WORDS = {
    "satIn": "took part in meetings of",
    "hasHolder": "held the post of",
    "broader": "belongs to",
    "subject": "is about",
    "act-stated": "spoke to or of",
    "act-concerned": "voiced concern to or about",
    "act-agreed": "agreed with or on",
    "act-offered": "made an offer to or about",
}
"""Words for links that the ontology has no property for, or whose concept is no verb."""


@dataclass(frozen=True, slots=True)
class Look:
    """How things of one class are drawn; `order` is their place in the legend."""

    label: str
    shape: str
    colour: str
    order: int


@dataclass(frozen=True, slots=True)
class Presentation:
    """The looks of classes and the words of links, by the names of the ontology's terms without prefix."""

    looks: Mapping[str, Look]
    links: Mapping[str, str]

    def look(self, category: str) -> Look:
        """The look of a class; a grey dot at the end of the legend for one that has none."""
        return self.looks.get(category) or Look(words(category), "dot", "#8A8A8A", 999)

    def link(self, relation: str) -> str:
        """The words for a link along a relation, read from the subject to the object."""
        return self.links.get(relation) or words(relation.removeprefix("act-"))


def words(term: str) -> str:
    """A term's name as words: `NegotiatingFormat` gives `negotiating format`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", term).replace("-", " ").lower()


@cache
def load(folder: Path | None = None) -> Presentation:
    """The presentation that ships with the package, or that of another ontology folder.

    Raises `InputError` for a colour that is not `#` and six digits, or a shape that cannot be drawn.
    """
    folder = folder or resource("ontology")
    labels: dict[str, str] = {}
    for name in ("core.ttl", "concepts.ttl"):
        labels |= _values(folder / name, RDFS.label)
    path = folder / "presentation.ttl"
    colours, shapes = _values(path, KG.displayColour), _values(path, KG.displayShape)
    orders, links = _values(path, KG.displayOrder), _values(path, KG.linkLabel)
    for term, colour in colours.items():
        if not _COLOUR.fullmatch(colour):
            raise InputError(f"{path}: kg:{term} has the colour {colour!r}; write it as #0072B2")
    for term, shape in shapes.items():
        if shape not in SHAPES:
            raise InputError(f"{path}: kg:{term} has the shape {shape!r}; choose among {', '.join(sorted(SHAPES))}")
    looks = {
        term: Look(labels.get(term, words(term)), shapes.get(term, "dot"), colour, int(orders.get(term, "999")))
        for term, colour in colours.items()
    }
    acts = {term: label for term, label in labels.items() if term.startswith("act-")}
    return Presentation(looks, acts | _OWN_WORDS | links)


def _values(path: Path, property_: NamedNode) -> dict[str, str]:
    """The values of one property by the local name of their subject."""
    found: dict[str, str] = {}
    try:
        for triple in pyoxigraph.parse(path=str(path), format=RdfFormat.TURTLE):
            subject, value = triple.subject, triple.object
            if triple.predicate == property_ and isinstance(subject, NamedNode) and isinstance(value, Literal):
                found[subject.value.removeprefix(KG_NAMESPACE)] = value.value
    except (OSError, SyntaxError) as error:
        raise InputError(f"{path}: {' '.join(str(error).split())}") from error
    return found
