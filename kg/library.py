"""The library of questions, rules and checks: `.rq` files with a header, and parameters typed by their names.

A question is plain SPARQL. Its parameters are found in its text by grlc's convention: `?_person_iri` must be
given, `?__since_xsd_date` may be. `Question.bind` puts values in their places and gives plain SPARQL again,
that any SPARQL 1.1 endpoint runs unchanged. `queries/README.md` tells how a file is written.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.errors import ParameterError, QueryError
from kg.iris import ID_NAMESPACE
from kg.resources import resource
from kg.terms import KG, XSD, date_literal

TYPES = ("iri", "xsd_date", "integer", "text", "literal")
WORDS_FOR_TYPE = {
    "iri": "the name or IRI of a thing",
    "xsd_date": "a date such as 2020, 2020-02 or 2020-02-26",
    "integer": "a whole number",
    "text": "some words",
    "literal": "some words",
}
ANYTHING = NamedNode(f"{ID_NAMESPACE}any")
OFFERED = 5

# Patterns are kept as texts, which `re` compiles where they are first used, not at every command's start.
_FILE_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_HEADER = r"^#\+\s*(?P<key>[a-z]+)(?P<rest>[^:]*):\s*(?P<text>.*?)\s*$"
_PARAMETER_HEADER = r"^(?P<name>[a-z][a-z0-9_]*)(?:\s*=\s*(?P<default>\S+))?$"
_CLASSES = r"^(?P<classes>[A-Z]\w*(?:\|[A-Z]\w*)*)\s+(?P<summary>.+)$"
# Strings, IRIs and comments are read first, so that nothing in them is taken for a parameter. An IRI has no
# space, which tells it from a comparison.
_SKIPPED = r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^<>\"{}|^`\\\s]*>|#[^\n]*"
_TOKEN = (
    rf"(?s)(?P<skipped>{_SKIPPED})|\?(?P<mark>__?)"
    rf"(?P<name>[a-z][a-z0-9]*(?:_[a-z0-9]+)*?)_(?P<type>{'|'.join(TYPES)})\b"
)


_INDEXED = r"# indexed: \?(?P<variable>\w+) holds (?P<parameter>\w+)"
"""A line of a question's text that stands where the passages are listed which an index proposes."""


# Named tuples, here and below, since a question's start would pay for more: `dataclasses` takes as long to import as
# Oxigraph and its store take together.
class Parameter(NamedTuple):
    """A place in a question for a value.

    `type` is one of `TYPES`; `classes` are the classes that a thing may have (empty: any), by their names in
    the ontology; `default` is what an optional parameter stands for when it is not given. A thing's default
    is always `any`, written as `id:any` in the query.
    """

    name: str
    type: str
    required: bool
    summary: str = ""
    classes: tuple[str, ...] = ()
    default: str | None = None

    @property
    def token(self) -> str:
        """The parameter as it stands in the question's text, such as `?_person_iri`."""
        return f"?{'_' if self.required else '__'}{self.name}_{self.type}"

    @property
    def option(self) -> str:
        """The parameter as it is given on the command line, such as `--person`."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def expected(self) -> str:
        """What the parameter takes, in words, such as `the name or IRI of a Person`."""
        if self.type == "iri" and self.classes:
            return f"the name or IRI of a {' or '.join(self.classes)}"
        return WORDS_FOR_TYPE[self.type]

    def literal(self, text: str) -> Literal:
        """The value that these words give for a date, number or text; ParameterError where they give none.

        A date keeps its precision: `2020` is an `xsd:gYear`, `2020-02` an `xsd:gYearMonth`.
        """
        if self.type == "xsd_date":
            return self._date(text.strip())
        if self.type == "integer":
            if not re.fullmatch(r"[+-]?[0-9]{1,18}", text.strip()):
                raise ParameterError(f"{self.option} {text!r}: give a whole number, such as 10")
            return Literal(int(text))
        if self.type == "iri":
            raise ParameterError(f"{self.option} {text!r}: give {self.expected}")
        return Literal(text)

    def value_of_default(self) -> NamedNode | Literal:
        """What an optional parameter stands for when it is not given."""
        if self.type == "iri":
            return ANYTHING
        return self.literal(self.default or "")

    def check(self, value: NamedNode | Literal) -> NamedNode | Literal:
        """The value itself where it is of this parameter's type; ParameterError where it is not."""
        if self.type == "iri":
            if isinstance(value, NamedNode):
                return value
        elif isinstance(value, Literal):
            if self.type == "xsd_date":
                checked = self._date(value.value)
                if value.datatype in (checked.datatype, XSD.string):
                    return checked
            elif self.type == "integer":
                return self.literal(value.value)
            elif value.datatype == XSD.string or value.language:
                return Literal(value.value)
        raise ParameterError(f"{self.option} {value}: give {self.expected}")

    def _date(self, text: str) -> Literal:
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
            raise ParameterError(f"{self.option} {text!r}: give {self.expected}")
        from datetime import date

        try:
            date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            raise ParameterError(f"{self.option} {text!r}: there is no such day; give {self.expected}") from None
        return date_literal(text)


class Query(NamedTuple):
    """A file of the library: a rule (CONSTRUCT) or a check (SELECT) that takes no parameters."""

    name: str
    summary: str
    topic: str
    text: str
    description: str = ""


class Question(NamedTuple):
    """A SELECT with typed parameters and an example of its use on the command line."""

    name: str
    summary: str
    topic: str
    text: str
    description: str = ""
    example: str = ""
    parameters: tuple[Parameter, ...] = ()
    indexed: tuple[str, str] | None = None
    """The variable for passages and the parameter whose words they hold, where an index can tell which those are."""

    def parameter(self, name: str) -> Parameter:
        """The parameter with this name (`person` or `--person`); ParameterError that names the others."""
        wanted = name.strip().lstrip("-").replace("-", "_").casefold()
        for parameter in self.parameters:
            if parameter.name == wanted:
                return parameter
        names = ", ".join(parameter.option for parameter in self.parameters) or "none"
        raise ParameterError(f"{self.name} has no parameter {name!r}; its parameters: {names}")

    def bind_to_passages(self, values: Mapping[str, NamedNode | Literal], passages: Iterable[str]) -> str:
        """The question as plain SPARQL, as `bind` gives it, asked of these passages alone.

        They must hold all that the question would find, for the answer to be the same. An index knows them.
        """
        assert self.indexed is not None
        nodes = " ".join(str(NamedNode(iri)) for iri in passages)
        return re.sub(
            _INDEXED, lambda _: f"VALUES ?{(self.indexed or ('', ''))[0]} {{ {nodes} }}", self.bind(values), count=1
        )

    def bind(self, values: Mapping[str, NamedNode | Literal]) -> str:
        """The question as plain SPARQL, each parameter replaced by its value.

        An optional parameter that is not given is replaced by its default, so that no variable is left open.
        Raises ParameterError for a parameter that is unknown, missing or not of its type.
        """
        written: dict[str, str] = {}
        for name, value in values.items():
            parameter = self.parameter(name)
            written[parameter.name] = str(parameter.check(value))
        for parameter in self.parameters:
            if parameter.name in written:
                continue
            if parameter.required:
                raise ParameterError(
                    f"{self.name} needs {parameter.option}: {parameter.summary} ({parameter.expected})"
                )
            if parameter.default is not None:
                written[parameter.name] = str(parameter.value_of_default())

        def replaced(match: re.Match[str]) -> str:
            if match["skipped"]:
                return match[0]
            return written[match["name"]]

        return re.sub(_TOKEN, replaced, self.text)


@cache
def questions() -> tuple[Question, ...]:
    """Every question of the library, by topic and name."""
    found = (read_question(path) for path in sorted(resource("queries", "answers").glob("*.rq")))
    return tuple(sorted(found, key=lambda question: (question.topic, question.name)))


@cache
def rules() -> tuple[Query, ...]:
    """Every rule, in the order in which a build runs them; names come without the number that orders them."""
    return tuple(_plain(path) for path in sorted(resource("queries", "rules").glob("*.rq")))


@cache
def checks() -> tuple[Query, ...]:
    """Every check, by name."""
    return tuple(_plain(path) for path in sorted(resource("queries", "checks").glob("*.rq")))


def question(name: str) -> Question:
    """The question with this name, however its words are joined; ParameterError that offers the nearest."""
    file = resource("queries", "answers", f"{name}.rq") if re.fullmatch(_FILE_NAME, name) else None
    if file is not None and file.is_file():
        return read_question(file)
    # Only a name that is not written as its file is needs what takes long to import.
    from rapidfuzz import process
    from slugify import slugify

    wanted = slugify(name)
    known = {question.name: question for question in questions()}
    if wanted in known:
        return known[wanted]
    nearest = process.extract(wanted, list(known), limit=OFFERED)
    offered = ", ".join(choice for choice, *_ in nearest)
    raise ParameterError(f"no question {name!r}; the nearest: {offered}; `kg ask` lists them all")


@cache
def read_question(path: Path) -> Question:
    """The question in a `.rq` file; QueryError where its header and its text do not fit each other."""
    text = path.read_text(encoding="utf-8")
    header = _header(path, text)
    parameters = _parameters(path, text, header.get("parameter", ()))
    indexed = re.search(_INDEXED, text)
    if indexed and indexed["parameter"] not in {one.name for one in parameters}:
        raise QueryError(f"{path.name}: {indexed[0]!r} names no parameter")
    return Question(
        name=path.stem,
        summary=_one(path, header, "summary"),
        topic=_one(path, header, "topic"),
        text=text,
        description=" ".join(words for _, words in header.get("description", ())),
        example=_one(path, header, "example"),
        parameters=parameters,
        indexed=(indexed["variable"], indexed["parameter"]) if indexed else None,
    )


def _plain(path: Path) -> Query:
    text = path.read_text(encoding="utf-8")
    header = _header(path, text)
    return Query(
        name=re.sub(r"^[0-9]+-", "", path.stem),
        summary=_one(path, header, "summary"),
        topic=_one(path, header, "topic"),
        text=text,
        description=" ".join(words for _, words in header.get("description", ())),
    )


Header = dict[str, list[tuple[str, str]]]


def _header(path: Path, text: str) -> Header:
    header: Header = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#+"):
            break
        match = re.match(_HEADER, line)
        if match is None:
            raise QueryError(f"{path.name}, line {number}: {line!r} does not read `#+ summary: words`")
        header.setdefault(match["key"], []).append((match["rest"].strip(), match["text"]))
    return header


def _one(path: Path, header: Header, key: str) -> str:
    lines = header.get(key, [])
    if len(lines) != 1 or not lines[0][1]:
        raise QueryError(f"{path.name}: give one header line `#+ {key}: …`, not {len(lines)}")
    return lines[0][1]


def _parameters(path: Path, text: str, lines: Iterable[tuple[str, str]]) -> tuple[Parameter, ...]:
    """The parameters that the text uses, in the order of their header lines; the two must name the same."""
    used: dict[str, re.Match[str]] = {}
    for match in re.finditer(_TOKEN, text):
        if match["skipped"]:
            continue
        first = used.setdefault(match["name"], match)
        if first[0] != match[0]:
            raise QueryError(f"{path.name}: {first[0]} and {match[0]} name one parameter in two ways")
    parameters = []
    for rest, words in lines:
        parameter = re.match(_PARAMETER_HEADER, rest)
        if parameter is None or parameter["name"] not in used:
            raise QueryError(f"{path.name}: header `parameter {rest}` names no parameter of the text")
        token = used.pop(parameter["name"])
        parameters.append(_parameter(path, token, parameter["default"], words))
    if used:
        raise QueryError(f"{path.name}: {', '.join(sorted(used))}: add `#+ parameter NAME: …` to the header")
    return tuple(parameters)


def _parameter(path: Path, token: re.Match[str], default: str | None, words: str) -> Parameter:
    shape: dict[str, Any] = {"name": token["name"], "type": token["type"], "required": token["mark"] == "_"}
    if token["type"] == "iri":
        match = re.match(_CLASSES, words)
        if match is None:
            raise QueryError(f"{path.name}: {token[0]}: begin its header line with a class, such as Person")
        shape["classes"] = tuple(match["classes"].split("|"))
        words = match["summary"]
        unknown = [name for name in shape["classes"] if name not in KG]
        if unknown:
            raise QueryError(f"{path.name}: {token[0]}: no class {', '.join(unknown)} in kg/terms.py")
    parameter = Parameter(summary=words, default=default, **shape)
    if parameter.required != (default is None):
        raise QueryError(f"{path.name}: {token[0]}: an optional parameter has a default, a required one none")
    if default is not None and parameter.type == "iri" and default != "any":
        raise QueryError(f"{path.name}: {token[0]}: the default of a thing is `any`")
    if default is not None:
        parameter.value_of_default()
    return parameter
