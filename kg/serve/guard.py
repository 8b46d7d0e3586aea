"""What stands before every request: the length of its address, the host's name, the token. And headers after it."""

import base64
import binascii
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.limits import Limits

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
    "Vary": "Accept, Authorization",
}
"""Sent with every response that does not say otherwise itself."""
OPEN_TO_ALL = "/health"
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Access:
    """Who is let in: those who know the token, where there is one, and who call the server by one of its names.

    A page elsewhere that gives its own name this machine's address is kept out by the names; none at all let
    everybody in. `origins` are those of pages elsewhere that may read answers.
    """

    token: str | None = None
    hosts: Collection[str] = ()
    origins: Collection[str] = ()


class Guard:
    """The application behind its guard."""

    def __init__(self, app: ASGIApp, access: Access, limits: Limits) -> None:
        self.app = app
        self.access = access
        self.limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(scope)
        await (refused or self.app)(scope, receive, with_headers)

    def _refused(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self.limits.url:
            return PlainTextResponse(
                f"an address of over {self.limits.url} bytes; send the query in the body of a POST\n", 414
            )
        if self.access.hosts and _host(headers.get("Host", "")) not in self.access.hosts:
            return PlainTextResponse("Host: not a name of this server; add it with kg serve --public-host\n", 400)
        if self.access.token and scope["path"] != OPEN_TO_ALL and not self._knows_token(headers):
            return PlainTextResponse(
                "give the token, as Bearer or as the password of Basic\n",
                401,
                {"WWW-Authenticate": 'Basic realm="kg", charset="UTF-8", Bearer realm="kg"'},
            )
        return None

    def _knows_token(self, headers: Headers) -> bool:
        scheme, _, text = headers.get("Authorization", "").partition(" ")
        given = text.strip().encode("latin-1")
        if scheme.lower() == "basic":
            try:
                given = base64.b64decode(given, validate=True).partition(b":")[2]
            except binascii.Error:
                return False
        elif scheme.lower() != "bearer":
            return False
        return secrets.compare_digest(given, (self.access.token or "").encode())


def _host(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""
