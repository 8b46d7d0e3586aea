"""The graph as compact JSON-LD under the shipped context, which the file carries in itself.

A program that knows no RDF reads `{"@id": "id:person-edi-rama", "@type": "Person", "label": "Edi Rama"}`;
one that knows it reads the same triples as from any other export. `ontology/context.jsonld` says what each
key stands for.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import IO

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple

from kg.resources import resource
from kg.store import Store
from kg.terms import RDF, XSD

Object = NamedNode | BlankNode | Literal | Triple
Json = str | int | bool | Mapping[str, "Json"] | list["Json"]

_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,14}")


@dataclass(frozen=True, slots=True)
class Term:
    """A key of the context: its name in the file, and how its values are written when nothing else is said."""

    name: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The shipped context: prefixes by name, and the keys by the IRI that each stands for."""

    prefixes: Mapping[str, str]
    terms: Mapping[str, Term]

    @classmethod
    def of(cls, entries: Mapping[str, str | Mapping[str, str]]) -> "Context":
        """Read the entries of `@context`: prefixes end in `#` or `/`, all else are keys."""
        prefixes = {name: iri for name, iri in entries.items() if isinstance(iri, str) and iri[-1:] in ("#", "/")}

        def expanded(iri: str) -> str:
            prefix, _, local = iri.partition(":")
            return prefixes[prefix] + local if prefix in prefixes else iri

        terms = {}
        for name, entry in entries.items():
            if name in prefixes:
                continue
            told = {"@id": entry} if isinstance(entry, str) else entry
            datatype = told.get("@type")
            terms[expanded(told["@id"])] = Term(name, expanded(datatype) if datatype else None, told.get("@language"))
        return cls(prefixes, terms)

    def short(self, iri: str) -> str:
        """An IRI with its prefix, or whole where none fits."""
        for prefix, namespace in self.prefixes.items():
            local = iri.removeprefix(namespace)
            if local != iri and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri

    def key(self, iri: str) -> Term:
        """The key for a property, or for a class as a value of `@type`."""
        return self.terms.get(iri) or Term(self.short(iri))

    def value(self, value: Object, key: Term) -> Json:
        """A value as it stands under its key: as short as the key's entry in the context allows."""
        if isinstance(value, NamedNode):
            iri = self.short(value.value)
            return iri if key.datatype == "@id" else {"@id": iri}
        assert isinstance(value, Literal)  # the build refuses blank nodes
        if value.language:
            if value.language == key.language:
                return value.value
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype
        if datatype.value == key.datatype:
            return _native(value) if datatype in (XSD.integer, XSD.boolean) else value.value
        if datatype == XSD.string:
            return value.value if key.datatype is None and key.language is None else {"@value": value.value}
        return {"@value": value.value, "@type": self.short(datatype.value)}


def context_text() -> str:
    """The context as it ships, in `ontology/context.jsonld`."""
    return resource("ontology", "context.jsonld").read_text("utf-8")


def jsonld(store: Store, output: IO[bytes]) -> None:
    """Write all graphs, each under its name, one thing a line, with the context at the top."""
    entries = json.loads(context_text())["@context"]
    context = Context.of(entries)
    output.write(f'{{"@context":{_text(entries)},\n"@graph":['.encode())
    for number, graph in enumerate(store.graphs()):
        output.write(f'{"," if number else ""}\n{{"@id":{_text(context.short(graph.value))},"@graph":['.encode())
        for place, node in enumerate(_nodes(store.dump(graph), context)):
            output.write(f"{',' if place else ''}\n{_text(node)}".encode())
        output.write(b"]}")
    output.write(b"]}\n")


def _nodes(data: bytes, context: Context) -> Iterator[Json]:
    lines = b"".join(sorted(data.splitlines(keepends=True)))
    quads = pyoxigraph.parse(lines, format=RdfFormat.N_TRIPLES, lenient=True)
    for subject, group in groupby(quads, key=lambda quad: quad.subject):
        yield _node(subject, group, context)


def _node(subject: object, quads: Iterable[Quad], context: Context) -> Json:
    node: dict[str, Json] = {"@id": context.short(_named(subject).value)}
    for predicate, group in groupby(quads, key=lambda quad: quad.predicate):
        values: list[Json]
        if predicate == RDF.type:
            key = "@type"
            values = [context.key(_named(quad.object).value).name for quad in group]
        else:
            term = context.key(predicate.value)
            key = term.name
            values = [context.value(quad.object, term) for quad in group]
        node[key] = values[0] if len(values) == 1 else values
    return node


def _named(term: object) -> NamedNode:
    assert isinstance(term, NamedNode)  # the build refuses blank nodes
    return term


def _native(value: Literal) -> Json:
    """A number or truth value of JSON where it is read back as the same literal."""
    if value.datatype == XSD.boolean and value.value in ("true", "false"):
        return value.value == "true"
    if value.datatype == XSD.integer and _WHOLE_NUMBER.fullmatch(value.value):
        return int(value.value)
    return value.value


def _text(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
