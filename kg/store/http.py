"""Requests to a SPARQL server, and one line for each way in which they can fail."""

import os
from collections.abc import Generator, Mapping

import httpx

from kg import __version__
from kg.errors import QueryError, StoreError
from kg.store.address import PASSWORD, USER, Credentials, credentials

TIMEOUT = "KG_TIMEOUT"
SECONDS = 300.0
CONNECT = 10.0
"""Seconds within which a connection must stand."""
HEADERS = {"user-agent": f"osce-kg/{__version__}"}
LONGEST_REASON = 200


class Challenged(httpx.Auth):
    """Signs in the way that the server asks for, Digest or Basic, and not before it asks."""

    def __init__(self, given: Credentials) -> None:
        """Sign in with this name and password."""
        self._digest = httpx.DigestAuth(given.user, given.password)
        self._basic = httpx.BasicAuth(given.user, given.password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send; where that is not let in, sign in as the server says, and so with all that follows."""
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            digest = response.headers.get("www-authenticate", "").lower().startswith("digest")
            self._chosen = self._digest if digest else self._basic
        yield from self._chosen.auth_flow(request)


class Client:
    """Sends requests to one server; what fails is a `StoreError` that never holds a password."""

    def __init__(self, address: str) -> None:
        """Prepare to ask the server at `address`, by which messages call it; nothing is sent yet."""
        given = credentials()
        self.address = address
        self.signed = given is not None
        self._client = httpx.Client(
            auth=_auth(given), timeout=httpx.Timeout(_seconds(), connect=CONNECT), headers=HEADERS
        )

    def send(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """The server's response, whatever its status; `StoreError` where there is none."""
        target = httpx.URL(url).copy_merge_params(params or {})
        try:
            return self._client.request(method, target, data=data, content=content, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self.failure(error) from None

    def failure(self, error: httpx.HTTPError | httpx.InvalidURL) -> StoreError:
        """What to say where there is no response."""
        if isinstance(error, httpx.InvalidURL):
            return StoreError(f"{self.address}: no address: {error}")
        if isinstance(error, httpx.TimeoutException):
            return StoreError(
                f"{self.address}: no answer in time; ask for less, or give it more seconds with {TIMEOUT}"
            )
        reason = " ".join(str(error).split()) or "the connection was cut"
        return StoreError(f"{self.address}: {reason}; is the server running, and this its address?")

    def refusal(self, response: httpx.Response, doing: str) -> StoreError:
        """What to say of a response that is no answer to what was asked."""
        status = response.status_code
        where = f"{self.address}: {doing}"
        if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            what = "refuses this name and password" if self.signed else "wants a name and a password"
            return StoreError(f"{where}: the server {what} (status {status}); set {USER} and {PASSWORD}")
        if response.is_redirect:
            there = response.headers.get("location", "elsewhere")
            return StoreError(f"{where}: the server points to {there}; give that address")
        if status in (httpx.codes.SERVICE_UNAVAILABLE, httpx.codes.TOO_MANY_REQUESTS, httpx.codes.GATEWAY_TIMEOUT):
            return StoreError(f"{where}: the server is too busy (status {status}); try again later, or ask for less")
        return StoreError(f"{where}: the server answers with status {status}{_reason(response)}")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


def unhurried() -> httpx.AsyncClient:
    """A client that signs in as `Client` does, for who sets the time and the number of requests by other means."""
    return httpx.AsyncClient(
        auth=_auth(credentials()),
        timeout=httpx.Timeout(None, connect=CONNECT),
        limits=httpx.Limits(max_connections=None),
        headers=HEADERS,
    )


def _auth(given: Credentials | None) -> Challenged | None:
    return Challenged(given) if given else None


def refused_query(response: httpx.Response) -> QueryError:
    """What a server says of a query that it does not take."""
    return QueryError(f"the server refuses the query{_reason(response) or f' (status {response.status_code})'}")


def _reason(response: httpx.Response) -> str:
    """The first line of a refusal in plain text, which is the one that names the mistake."""
    if not response.headers.get("content-type", "").startswith("text/plain"):
        return ""
    line = next((line for line in response.text.splitlines() if line.strip()), "")
    return f": {line.strip()[:LONGEST_REASON]}" if line else ""


def _seconds() -> float:
    text = os.environ.get(TIMEOUT, "")
    try:
        seconds = float(text) if text else SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise StoreError(f"{TIMEOUT}={text!r}: give a number of seconds above 0, such as 600")
    return seconds
