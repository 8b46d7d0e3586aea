"""The OpenAPI document of the server: the library's questions, and what stands beside them."""

from typing import Any

from kg import __version__, library
from kg.library import Parameter, Question
from kg.serve import media
from kg.serve.protocol import FORM, QUERY
from kg.serve.questions import HTML, example, option

_LINE = {"text/plain": {"schema": {"type": "string"}}}
_REFUSED = {
    "400": "A mistake in the request; one line says which, and offers the nearest names",
    "401": "The token is missing or wrong",
    "406": "The answer comes in none of the formats that Accept names",
    "413": "The body or the answer is over the limit",
    "414": "The address is too long",
    "422": "The query cannot be run to its end",
    "502": "The server that the store is on fails, or breaks its answer off",
    "503": "Too many queries wait or run long; Retry-After tells when to ask again",
    "504": "The query takes longer than the server allows",
}
_DATES = r"^\s*[0-9]{4}(-[0-9]{2}){0,2}\s*$"


def document() -> dict[str, Any]:
    """The document, the same for every store."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Knowledge graph of diplomacy read from press releases",
            "version": __version__,
            "description": "Questions with parameters, answered from the graph; SPARQL; and a page for every thing.",
        },
        "components": {
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "basic": {"type": "http", "scheme": "basic"},
            }
        },
        "security": [{}, {"bearer": []}, {"basic": []}],
        "paths": {
            "/ask": {
                "get": {
                    "operationId": "questions",
                    "summary": "The questions of the library",
                    "responses": _responses({"application/json": {}, HTML: {}}, "406"),
                }
            },
            **{f"/ask/{question.name}": {"get": _question(question)} for question in library.questions()},
            "/sparql": {"get": _query_by_get(), "post": _query_by_post()},
            "/id/{local}": {"get": _thing()},
            "/ontology": {
                "get": {
                    "operationId": "ontology",
                    "summary": "The ontology",
                    "responses": _responses(_graphs(), "406", "502", "503", "504"),
                }
            },
            "/health": {
                "get": {
                    "operationId": "health",
                    "summary": "Whether the server answers queries",
                    "security": [{}],
                    "responses": {
                        "200": {"description": "It does", "content": {"application/json": {}}},
                        "503": {"description": "It does not", "content": {"application/json": {}}},
                    },
                }
            },
        },
    }


def _responses(content: dict[str, Any], *statuses: str) -> dict[str, Any]:
    found: dict[str, Any] = {"200": {"description": "The answer", "content": content}}
    for status in ("400", "401", "414", *statuses):
        found[status] = {"description": _REFUSED[status], "content": _LINE}
    return found


def _solutions() -> dict[str, Any]:
    return {one.media: {} for one in media.SOLUTIONS}


def _graphs() -> dict[str, Any]:
    return {**{one.media: {} for one in media.GRAPHS}, HTML: {}}


def _question(question: Question) -> dict[str, Any]:
    examples = example(question)
    responses = _responses({**_solutions(), HTML: {}, QUERY: {}}, "406", "413", "422", "502", "503", "504")
    # The page of a question repeats its form with the mistake.
    for status in ("400", "413", "422", "502", "503", "504"):
        responses[status] = {**responses[status], "content": {**_LINE, HTML: {}}}
    return {
        "operationId": question.name,
        "summary": question.summary,
        "description": question.description,
        "tags": [question.topic],
        "parameters": [_parameter(parameter, examples.get(option(parameter))) for parameter in question.parameters],
        "responses": responses,
    }


def _parameter(parameter: Parameter, example: str | None) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "minLength": 1}
    if parameter.type == "xsd_date":
        schema["pattern"] = _DATES
    elif parameter.type == "integer":
        schema = {"type": "integer"}
    if parameter.default is not None:
        schema["default"] = int(parameter.default) if parameter.type == "integer" else parameter.default
    found = {
        "name": option(parameter),
        "in": "query",
        "required": parameter.required,
        "description": f"{parameter.summary} ({parameter.expected})",
        "schema": schema,
    }
    return found | ({"example": example} if example else {})


def _query_by_get() -> dict[str, Any]:
    return {
        "operationId": "query",
        "summary": "Run a SPARQL query; without one, the service description",
        "parameters": [
            {"name": "query", "in": "query", "required": False, "schema": {"type": "string"}, "example": "ASK { }"},
            _graph_parameter("default-graph-uri"),
            _graph_parameter("named-graph-uri"),
        ],
        "responses": _responses({**_solutions(), **_graphs()}, "406", "413", "422", "502", "503", "504")
        | {"303": {"description": "The query editor, for a browser that sends no query"}},
    }


def _graph_parameter(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "schema": {"type": "array", "items": {"type": "string", "format": "uri"}, "maxItems": 20},
    }


def _query_by_post() -> dict[str, Any]:
    responses = _responses({**_solutions(), **_graphs()}, "406", "413", "422", "502", "503", "504")
    for status, words in (("408", "The body arrives too slowly"), ("415", "A body of another type")):
        responses[status] = {"description": words, "content": _LINE}
    return {
        "operationId": "query-by-post",
        "summary": "Run a SPARQL query",
        "requestBody": {
            "required": True,
            "content": {
                QUERY: {"schema": {"type": "string"}, "example": "ASK { }"},
                FORM: {
                    "schema": {
                        "type": "object",
                        "required": ["query"],
                        "properties": {"query": {"type": "string"}},
                        "example": {"query": "ASK { }"},
                    }
                },
            },
        },
        "responses": responses,
    }


def _thing() -> dict[str, Any]:
    responses = _responses(_graphs(), "406", "413", "422", "502", "503", "504")
    responses["404"] = {"description": "The graph knows no such thing", "content": _LINE}
    return {
        "operationId": "thing",
        "summary": "What the graph says of a thing",
        "parameters": [
            {
                "name": "local",
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
                "description": "The last part of its IRI; with .ttl, .jsonld or another ending, in that format",
                "example": "person-edi-rama",
            }
        ],
        "responses": responses,
    }
