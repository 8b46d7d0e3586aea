"""The application: which address is answered by what, and how a refusal is told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg import library
from kg.errors import KgError
from kg.serve import lookup, openapi, questions, sparql, things
from kg.serve.explorer import Explorer, explorer
from kg.serve.guard import POLICY, Access, Guard
from kg.serve.html import page
from kg.serve.http import while_waited_for
from kg.serve.refusal import Refusal
from kg.serve.source import Source

ASSETS = Path(__file__).parent / "assets"
EDITOR_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""The editor sets styles as it goes; scripts are as everywhere."""
CLIENT_LEFT = 499


def application(source: Source, access: Access) -> Starlette:
    """The application that serves an open source; it closes the source when it ends."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.source, app.state.limits, app.state.explorer = source, source.limits, Explorer(source)
        try:
            yield
        finally:
            await app.state.explorer.close()
            await source.close()

    middleware = [Middleware(Guard, access=access, limits=source.limits)]
    if access.origins:
        cors = Middleware(
            CORSMiddleware, allow_origins=list(access.origins), allow_methods=["GET", "POST"], allow_headers=["*"]
        )
        middleware.insert(0, cors)
    return Starlette(
        routes=[
            Route("/", home),
            Route("/sparql", sparql.endpoint, methods=["GET", "POST"]),
            Route("/query", editor, name="editor"),
            Route("/graph", explorer),
            Route("/ask", questions.index),
            Route("/ask/{question}", questions.ask),
            Route("/find", things.find),
            Route("/id/{local}", things.thing),
            Route("/ontology", things.ontology),
            Route("/ontology.{extension}", things.ontology),
            Route("/openapi.json", api),
            Route("/health", health),
            Mount("/assets", StaticFiles(directory=ASSETS)),
        ],
        middleware=middleware,
        exception_handlers={
            KgError: _mistake,
            HTTPException: _http_error,
            ClientDisconnect: _left,
        },
        lifespan=lifespan,
    )


async def home(request: Request) -> Response:
    """What there is here."""
    return page("home.html", title="Who met whom", store=request.app.state.source.folder)


async def editor(request: Request) -> Response:
    """The query editor with the library's questions."""
    found = [questions.listed(question) for question in library.questions()]
    made = page("editor.html", title="Query editor", questions=found)
    made.headers["Content-Security-Policy"] = EDITOR_POLICY
    return made


async def api(request: Request) -> Response:
    """The OpenAPI document."""
    return JSONResponse(openapi.document())


async def health(request: Request) -> Response:
    """Whether queries are answered."""
    source: Source = request.app.state.source
    try:
        async with source.pool as pool:
            await while_waited_for(request, lookup.ask(pool, "ASK { ?s ?p ?o }"))
        is_well = True
    except Refusal:
        is_well = False
    return JSONResponse({"status": "ok" if is_well else "busy"}, 200 if is_well else 503)


async def _mistake(request: Request, error: Exception) -> Response:
    status, headers = (error.status, error.headers) if isinstance(error, Refusal) else (400, {})
    return _line(str(error), status, headers)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = {404: "nothing here; / tells what there is", 405: "this address does not take that method"}
    return _line(words.get(error.status_code, error.detail), error.status_code, dict(error.headers or {}))


async def _left(request: Request, error: Exception) -> Response:
    # Nobody reads this; the number is the one that servers log for it.
    return Response(status_code=CLIENT_LEFT)


def _line(message: str, status: int, headers: dict[str, str]) -> Response:
    text = " ".join(message.split())
    return PlainTextResponse("".join(one if one.isprintable() else " " for one in text) + "\n", status, headers)
