"""The library's questions over HTTP: their list, their forms, and their answers."""

import json
import shlex
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from kg import answer, library
from kg.errors import KgError, ParameterError
from kg.library import Question
from kg.serve import media
from kg.serve.html import page
from kg.serve.http import response, while_waited_for
from kg.serve.lookup import in_thread
from kg.serve.pool import Pool
from kg.serve.protocol import QUERY, Query, fields
from kg.serve.refusal import Refusal
from kg.serve.source import Source
from kg.serve.things import href

HTML = "text/html"
NAMES = ("label", "title")
"""What a column of names ends in, after the name of the column of the things that they are of."""
MOST = 1000
"""Rows on a page; the whole answer is there as CSV."""
CHOICE: media.Choice = (*media.ANY_SOLUTIONS, (HTML, HTML), (QUERY, QUERY))
EXTENSIONS: Mapping[str, str] = {
    **{one.extension: one.media for one in media.SOLUTIONS},
    "json": media.SOLUTIONS[0].media,
    "html": HTML,
    "rq": QUERY,
}


def listed(question: Question) -> dict[str, Any]:
    """A question as the list of them tells it."""
    return {
        "name": question.name,
        "topic": question.topic,
        "summary": question.summary,
        "description": question.description,
        "href": f"/ask/{question.name}",
        "example": example(question),
        "parameters": [
            {
                "name": option(parameter),
                "summary": parameter.summary,
                "expected": parameter.expected,
                "required": parameter.required,
                "default": parameter.default,
            }
            for parameter in question.parameters
        ],
    }


def option(parameter: library.Parameter) -> str:
    """The parameter's name in an address, the same as on the command line."""
    return parameter.option.removeprefix("--")


def example(question: Question) -> dict[str, str]:
    """The parameters that the question's example gives."""
    words = shlex.split(question.example)
    names = {parameter.option for parameter in question.parameters}
    return {
        word.removeprefix("--"): value for word, value in zip(words, [*words[1:], ""], strict=True) if word in names
    }


async def index(request: Request) -> Response:
    """The list of questions."""
    chosen = media.negotiated(request.headers.get("Accept"), (("application/json", "application/json"), (HTML, HTML)))
    found = [listed(question) for question in library.questions()]
    if chosen != HTML:
        return JSONResponse(found)
    topics: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        topics.setdefault(one["topic"], []).append(one)
    return page("questions.html", title="Questions", topics=topics)


async def ask(request: Request) -> Response:
    """The answer of a question, with loose names as `kg ask` takes them; as SPARQL, the query that gives it."""
    name, chosen = _named(request)
    question = library.question(name)
    values = _values(fields(request.scope["query_string"], "address"))
    source: Source = request.app.state.source
    async with source.pool as pool:
        if chosen == HTML:
            return await while_waited_for(request, _page(pool, question, values))
        text = await while_waited_for(request, _bound(pool, question, values))
        if chosen == QUERY:
            return PlainTextResponse(text, media_type=QUERY)
        found = await while_waited_for(request, pool.run(Query(text), chosen))
    return response(found)


def _named(request: Request) -> tuple[str, str]:
    name: str = request.path_params["question"]
    stem, dot, extension = name.rpartition(".")
    chosen = EXTENSIONS.get(extension) if dot else None
    name = stem if chosen else name
    try:
        library.question(name)
    except ParameterError as error:
        raise Refusal(404, str(error).replace("`kg ask` lists", "/ask lists")) from None
    return name, chosen or media.negotiated(request.headers.get("Accept"), CHOICE)


def _values(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in given:
        if name in found:
            raise ParameterError(f"{name}: given twice")
        found[name] = value
    return found


async def _bound(pool: Pool, question: Question, values: Mapping[str, str]) -> str:
    return await in_thread(pool, lambda asked: answer.bind(asked, question.name, values))


async def _page(pool: Pool, question: Question, values: Mapping[str, str]) -> Response:
    shown: dict[str, Any] = {"question": listed(question), "title": question.summary, "given": values}
    shown |= {"columns": (), "rows": (), "message": "", "more": 0, "is_answered": False, "address": ""}
    # A browser's form sends what was left empty.
    given = {name: value for name, value in values.items() if value}
    if not given and any(parameter.required for parameter in question.parameters):
        return page("question.html", **shown)
    try:
        text = await _bound(pool, question, given)
        found = await pool.run(Query(text), media.SOLUTIONS[0].media)
    except KgError as error:
        status = error.status if isinstance(error, Refusal) else 400
        return page("question.html", status, **shown | {"message": str(error)})
    with found.file:
        result = json.loads(found.read())
    columns = result["head"]["vars"]
    rows = result["results"]["bindings"]
    names = {f"{column}_{ending}" for column in columns for ending in NAMES}
    shown |= {
        "is_answered": True,
        "columns": [column for column in columns if column not in names],
        "rows": [{column: _cell(row, column) for column in columns} for row in rows[:MOST]],
        "more": max(0, len(rows) - MOST),
    }
    return page("question.html", **shown)


def _cell(row: Mapping[str, Mapping[str, str]], column: str) -> tuple[str, str]:
    """What a cell shows, and where it leads: a thing by its label, where the row has it."""
    term = row.get(column)
    if term is None:
        return "", ""
    if term["type"] != "uri":
        return term["value"], ""
    label = next((row[name]["value"] for ending in NAMES if (name := f"{column}_{ending}") in row), None)
    return label or term["value"].rpartition("/")[2].rpartition("#")[2], href(term["value"])
