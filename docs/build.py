"""Makes the pages of the ontology and of the library of queries, and the context of the JSON-LD export.

    python docs/build.py [FOLDER]

Pages go to `docs/site/`, the context to `ontology/context.jsonld`. Nothing is fetched, and the same checkout
gives the same bytes. The counts of uses are those of a graph built from the shipped releases.
"""

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import pyoxigraph
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat

from kg import __version__, library, network
from kg.answer import shorten
from kg.build import build
from kg.graphs import ONTOLOGY
from kg.resources import resource
from kg.store import LocalStore, Store
from kg.terms import KG_NAMESPACE, PREFIXES

ROOT = Path(__file__).resolve().parent
SITE = ROOT / "site"
CONTEXT = resource("ontology", "context.jsonld")
VOCABULARY = ("core", "concepts", "alignments", "presentation")
PAGES = ("index", "ontology", "queries")

OWL, RDFS, SKOS, XSD, DCT = (PREFIXES[name] for name in ("owl", "rdfs", "skos", "xsd", "dct"))
TYPE = f"{PREFIXES['rdf']}type"
KINDS = {
    f"{OWL}Class": "Classes",
    f"{OWL}ObjectProperty": "Properties that join things",
    f"{OWL}DatatypeProperty": "Properties that have values",
    f"{OWL}AnnotationProperty": "Properties of the vocabulary and of pages",
    f"{SKOS}ConceptScheme": "Lists of concepts",
    f"{SKOS}Concept": "Concepts",
}
"""What a term can be, in the order in which the page shows them; a term with two kinds is of the first."""

ALIGNING = {
    f"{RDFS}subClassOf": "is a kind of",
    f"{RDFS}subPropertyOf": "is a kind of",
    f"{SKOS}closeMatch": "is close to",
}
DATES = ("asOf", "deployedOn", "endDate", "joinedOn", "startDate", "wasAdoptedOn")
"""Properties whose dates are mostly days: the context takes a bare text for one."""

BORROWED: dict[str, str | dict[str, str]] = {
    "altLabel": {"@id": "skos:altLabel", "@language": "en"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "closeMatch": {"@id": "skos:closeMatch", "@type": "@id"},
    "definition": {"@id": "skos:definition", "@language": "en"},
    "description": {"@id": "dct:description", "@language": "en"},
    "domain": {"@id": "rdfs:domain", "@type": "@id"},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
    "example": {"@id": "skos:example", "@language": "en"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "issued": {"@id": "dct:issued", "@type": "xsd:date"},
    "label": {"@id": "rdfs:label", "@language": "en"},
    "license": {"@id": "dct:license", "@type": "@id"},
    "note": {"@id": "skos:note", "@language": "en"},
    "prefLabel": {"@id": "skos:prefLabel", "@language": "en"},
    "range": {"@id": "rdfs:range", "@type": "@id"},
    "source": "dct:source",
    "subClassOf": {"@id": "rdfs:subClassOf", "@type": "@id"},
    "subPropertyOf": {"@id": "rdfs:subPropertyOf", "@type": "@id"},
    "subject": {"@id": "dct:subject", "@type": "@id"},
    "title": {"@id": "dct:title", "@language": "en"},
    "url": {"@id": "schema:url", "@type": "xsd:anyURI"},
}
"""Keys of the context for properties of other vocabularies."""

_TERM_IN_QUERY = re.compile(r"(?<![\w:])kg:([A-Za-z](?:[\w-]*\w)?)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A query as the page shows it; `anchor` is where, `group` its folder."""

    group: str
    name: str
    summary: str
    text: str
    question: library.Question | None = None

    @property
    def anchor(self) -> str:
        """The query's place on its page, different for each."""
        return f"{self.group}-{self.name}"

    @property
    def terms(self) -> frozenset[str]:
        """The terms of the ontology that the query uses."""
        return frozenset(_TERM_IN_QUERY.findall(re.sub(r'^#.*$|"[^"\n]*"', "", self.text, flags=re.MULTILINE)))


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology with all that its entry shows; other terms by their IRIs."""

    name: str
    kind: str
    label: str
    definition: str
    example: str
    wider: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    scheme: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    alignments: tuple[tuple[str, str], ...] = ()
    properties: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    queries: tuple[Shown, ...] = field(default=())
    uses: int = 0

    @property
    def iri(self) -> str:
        """The term's whole IRI."""
        return KG_NAMESPACE + self.name


Statements = Mapping[str, Mapping[str, tuple[str, ...]]]


def statements(*files: str) -> Statements:
    """What files of the ontology say: subject to property to values, all as plain text, sorted."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for file in files:
        for quad in pyoxigraph.parse(path=resource("ontology", f"{file}.ttl"), format=RdfFormat.TURTLE):
            assert isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
            found[quad.subject.value][quad.predicate.value].add(quad.object.value)
    return {
        subject: {name: tuple(sorted(values)) for name, values in properties.items()}
        for subject, properties in found.items()
    }


def shown_queries() -> tuple[Shown, ...]:
    """Every query that ships, the questions first."""
    questions = (Shown("answers", one.name, one.summary, one.text, one) for one in library.questions())
    rules = (Shown("rules", one.name, one.summary, one.text) for one in library.rules())
    checks = (Shown("checks", one.name, one.summary, one.text) for one in library.checks())
    return (*questions, *rules, *checks, *_views())


def _views() -> Iterator[Shown]:
    paths = [*resource("queries", "views").glob("*.rq"), *(Path(network.__file__).parent / "views").glob("*.rq")]
    for path in sorted(paths, key=lambda path: path.stem):
        text = path.read_text("utf-8")
        yield Shown("views", path.stem, text.splitlines()[0].removeprefix("#+ summary: "), text)


def terms(queries: Iterable[Shown] = (), uses: Mapping[str, int] | None = None) -> tuple[Term, ...]:
    """Every term of the ontology, by kind and name; `uses` counts how often the graph has each."""
    said = statements(*VOCABULARY)
    queries = tuple(queries)
    found = []
    for iri, about in said.items():
        kind = next((KINDS[one] for one in KINDS if one in about.get(TYPE, ())), None)
        if kind is None or not iri.startswith(KG_NAMESPACE):
            continue
        name = iri.removeprefix(KG_NAMESPACE)

        def told(property_: str, about: Mapping[str, tuple[str, ...]] = about) -> tuple[str, ...]:
            return about.get(property_, ())

        def naming(property_: str, iri: str = iri) -> tuple[str, ...]:
            return tuple(sorted(one for one, properties in said.items() if iri in properties.get(property_, ())))

        found.append(
            Term(
                name=name,
                kind=kind,
                label=_one(name, "rdfs:label", told(f"{RDFS}label")),
                definition=_one(name, "skos:definition", told(f"{SKOS}definition")),
                example=_one(name, "skos:example", told(f"{SKOS}example")),
                wider=tuple(one for one in told(f"{RDFS}subClassOf") if one.startswith(KG_NAMESPACE)),
                narrower=naming(f"{RDFS}subClassOf"),
                domain=told(f"{RDFS}domain"),
                range=told(f"{RDFS}range"),
                scheme=told(f"{SKOS}inScheme"),
                members=naming(f"{SKOS}inScheme") or (naming(TYPE) if kind == "Classes" else ()),
                alignments=tuple(
                    (words, other)
                    for property_, words in ALIGNING.items()
                    for other in told(property_)
                    if not other.startswith(KG_NAMESPACE)
                ),
                properties=tuple(sorted({*naming(f"{RDFS}domain"), *naming(f"{RDFS}range")})),
                shapes=_shapes(iri),
                queries=tuple(query for query in queries if name in query.terms),
                uses=(uses or {}).get(iri, 0),
            )
        )
    order = list(KINDS.values())
    return tuple(sorted(found, key=lambda term: (order.index(term.kind), term.name.casefold())))


def _one(name: str, property_: str, values: tuple[str, ...]) -> str:
    if len(values) != 1:
        raise SystemExit(f"kg:{name} has {len(values)} {property_}; give it one in ontology/")
    return values[0]


def _shapes(iri: str) -> tuple[str, ...]:
    """The node shapes and property shapes that speak of a term, without their prefix."""
    return tuple(
        sorted(
            shape.removeprefix(KG_NAMESPACE)
            for shape, about in _SHAPES.items()
            if any(iri in values for values in about.values())
        )
    )


_SHAPES = statements("shapes")


def uses(store: Store) -> dict[str, int]:
    """How often the graph says something with each term: statements of a property, things of a class or concept."""
    outside = f"FILTER(?graph != {ONTOLOGY})"
    counted: dict[str, int] = defaultdict(int)
    for names, pattern in (("?s ?term ?o", "?s ?term ?o"), ("?s ?p ?term", "?s ?p ?term . FILTER(ISIRI(?term))")):
        text = (
            f"SELECT ?term (COUNT(*) AS ?count) {{ SELECT DISTINCT {names} "
            f"{{ GRAPH ?graph {{ {pattern} }} {outside} }} }} "
            "GROUP BY ?term"
        )
        rows = store.query(text)
        assert isinstance(rows, QuerySolutions)
        for row in rows:
            term, count = row["term"], row["count"]
            assert isinstance(term, NamedNode) and isinstance(count, Literal)
            counted[term.value] += int(count.value)
    return dict(counted)


def context() -> str:
    """The context of the JSON-LD export: a key for each class and property, with the type of its values."""
    entries: dict[str, str | dict[str, str]] = {name: PREFIXES[name] for name in sorted(PREFIXES)}
    said = statements("core")
    found: dict[str, str | dict[str, str]] = dict(BORROWED)
    for iri, about in said.items():
        if iri.startswith(KG_NAMESPACE):
            found[iri.removeprefix(KG_NAMESPACE)] = _entry(iri.removeprefix(KG_NAMESPACE), about)
    entries.update(sorted(found.items(), key=lambda item: (item[0].casefold(), item[0])))
    lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(entry)}" for name, entry in entries.items())
    return f'{{\n  "@context": {{\n{lines}\n  }}\n}}\n'


def _entry(name: str, about: Mapping[str, tuple[str, ...]]) -> str | dict[str, str]:
    short = f"kg:{name}"
    ranges = about.get(f"{RDFS}range", ())
    if f"{OWL}ObjectProperty" in about[TYPE] or name == "expectedClass":
        return {"@id": short, "@type": "@id"}
    if name in DATES:
        return {"@id": short, "@type": "xsd:date"}
    if name in ("nameInRelease", "linkLabel"):
        return {"@id": short, "@language": "en"}
    typed = [one.removeprefix(XSD) for one in ranges if one in (f"{XSD}integer", f"{XSD}boolean")]
    return {"@id": short, "@type": f"xsd:{typed[0]}"} if typed else short


def pages(graph: Store) -> dict[str, str]:
    """The pages by their file names; `graph` is what the uses are counted in."""
    queries = shown_queries()
    every = terms(queries, uses(graph))
    names = frozenset(term.name for term in every)

    def link(iri: str) -> Markup:
        """A term as a link: to its entry here, or to where another vocabulary explains it."""
        local = iri.removeprefix(KG_NAMESPACE)
        if local != iri and local in names:
            return Markup('<a href="ontology.html#{}">kg:{}</a>').format(local, local)
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(iri, shorten(NamedNode(iri)))

    def sparql(text: str) -> Markup:
        """SPARQL with each of our terms linked to its entry."""
        parts = []
        end = 0
        for match in _TERM_IN_QUERY.finditer(text):
            if match[1] in names:
                parts += [escape(text[end : match.start()]), link(KG_NAMESPACE + match[1])]
                end = match.end()
        return Markup("").join([*parts, escape(text[end:])])

    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(link=link, sparql=sparql)
    by_group = {group: tuple(found) for group, found in groupby(queries, key=lambda query: query.group)}
    topics = groupby(by_group["answers"], key=lambda query: query.question.topic if query.question else "")
    given = {
        "version": __version__,
        "namespace": KG_NAMESPACE,
        "prefixes": PREFIXES,
        "kinds": {kind: [term for term in every if term.kind == kind] for kind in KINDS.values()},
        "topics": {topic: tuple(found) for topic, found in topics},
        "groups": by_group,
    }
    return {f"{name}.html": environment.get_template(f"{name}.html").render(given) for name in PAGES}


def write(folder: Path, graph: Store) -> None:
    """Write the pages to a folder, in UTF-8 with `\\n`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages(graph).items():
        (folder / name).write_text(text, "utf-8", newline="\n")


def main() -> None:
    """Write the context, and the pages with the uses counted in a graph of the shipped releases."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SITE
    CONTEXT.write_text(context(), "utf-8", newline="\n")
    with tempfile.TemporaryDirectory() as place:
        build([], Path(place) / "store")
        with LocalStore(Path(place) / "store") as graph:
            write(folder, graph)
    sys.stdout.write(f"{CONTEXT}\n{folder / 'index.html'}\n")


if __name__ == "__main__":
    main()
