"""Between a request and its answer: bodies within limits, clients that go away, answers as responses."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping
from typing import IO, Any, TypeVar

from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse

from kg.serve.limits import Limits
from kg.serve.refusal import Refusal
from kg.serve.worker import Answer

T = TypeVar("T")

PIECE = 1 << 18


async def body(request: Request, limits: Limits) -> bytes:
    """The request's body; raises `Refusal` where it is too large, too slow or packed."""
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise Refusal(415, "a packed body; send it as it is, without Content-Encoding")
    length = request.headers.get("Content-Length", "0")
    too_large = Refusal(413, f"a body of over {limits.query} bytes; send less")
    if length.isdecimal() and int(length) > limits.query:
        raise too_large
    found = bytearray()
    try:
        async with asyncio.timeout(limits.patience):
            async for piece in request.stream():
                found += piece
                if len(found) > limits.query:
                    raise too_large
    except TimeoutError:
        raise Refusal(408, f"the body did not arrive within {limits.patience:g} seconds") from None
    return bytes(found)


async def while_waited_for(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """What the work gives; it is given up when the client goes away. The body must have been read.

    Raises `ClientDisconnect` then.
    """
    working = asyncio.create_task(work)
    leaving = asyncio.create_task(_left(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        return working.result()
    finally:
        leaving.cancel()
        working.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def response(answer: Answer, headers: Mapping[str, str] | None = None) -> Response:
    """The answer as a response; a large one is read from the disk piece by piece."""
    own = {"Content-Length": str(answer.size), **(headers or {})}
    if answer.size <= PIECE:
        with answer.file:
            return Response(answer.read(), media_type=answer.media, headers=own)
    return StreamingResponse(
        _pieces(answer.file), media_type=answer.media, headers=own, background=BackgroundTask(answer.file.close)
    )


async def _pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
    file.seek(0)
    while piece := file.read(PIECE):
        yield piece
