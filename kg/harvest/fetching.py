"""One address at a time, gently: robots.txt, pauses, retries, redirects, limits."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from kg.errors import FetchRefused
from kg.harvest.addresses import CheckedTransport, Resolve, resolve
from kg.harvest.robots import Robots, parse
from kg.harvest.settings import Settings
from kg.harvest.unpacking import Damaged, TooLarge, Unpacking

Sleep = Callable[[float], Awaitable[None]]

NOT_MODIFIED = 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_LAST_PORT = 65535
_LONGEST_VALUE = 500
_FAILURES = 3
"""Addresses of one host in a row that a harvest sees fail, after all retries, before it leaves the host alone."""
_BACKING_OFF = wait_exponential_jitter(initial=1, max=60)


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of an address that was fetched before: where it lay, and how to ask whether it has changed."""

    found_at: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `data` as sent, with nothing but the transfer's compression taken off; None where unchanged.

    `found_at` is the address after redirects. `media_type` and `charset` are in lower case, "" where not told.
    """

    found_at: str
    data: bytes | None
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""


class _Again(Exception):
    """A failure that may pass; `wait` is what the server asks for, in seconds."""

    def __init__(self, reason: str, wait: float | None = None, *, busy: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait
        self.busy = busy


class Fetcher:
    """Fetches addresses one after another; use it with `async with`.

    `sleep` and `resolver` are there to be replaced in tests.
    """

    def __init__(self, settings: Settings, *, sleep: Sleep = asyncio.sleep, resolver: Resolve = resolve) -> None:
        self._settings = settings
        self._sleep = sleep
        # A client would follow redirects, keep cookies and unpack bodies by itself; none of it is wanted here.
        self._transport = CheckedTransport(allow_private=settings.allow_private, resolver=resolver)
        self._extensions = {"timeout": httpx.Timeout(min(30.0, settings.fetch_time)).as_dict()}
        self._robots: dict[str, Robots] = {}
        self._last: dict[str, float] = {}
        self._failed: dict[str, int] = {}
        self._closed: dict[str, str] = {}
        self._started = time.monotonic()

    async def __aenter__(self) -> "Fetcher":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._transport.aclose()

    async def fetch(self, url: str, hosts: frozenset[str], largest: int, held: Held | None = None) -> Answer:
        """What is at the address, or at the one that it leads to on one of the hosts.

        Raises `FetchRefused` with the reason where nothing may be, can be, or should be fetched.
        """
        at = _checked(url, url, hosts)
        for _ in range(self._settings.redirects + 1):
            robots = await self._rules(at)
            refusal = robots.refusal(str(at))
            if refusal is not None:
                raise FetchRefused(url, _told(url, at, refusal), later=robots.closed is not None)
            asks = {}
            if held is not None and held.found_at == str(at):
                asks = {"If-None-Match": held.etag, "If-Modified-Since": held.last_modified}
            got = await self._get(
                url, at, largest, {name: value for name, value in asks.items() if value}, robots.delay
            )
            if isinstance(got, Answer):
                return got
            at = _checked(url, got, hosts)
        raise FetchRefused(url, f"redirects more than {self._settings.redirects} times, lastly to {at}")

    async def _rules(self, at: httpx.URL) -> Robots:
        """The robots.txt of a host: one that is missing allows all, one that fails allows nothing (RFC 9309)."""
        origin = str(at.copy_with(raw_path=b"/"))
        if origin not in self._robots:
            self._robots[origin] = await self._fetched_rules(at.copy_with(raw_path=b"/robots.txt"))
        return self._robots[origin]

    async def _fetched_rules(self, at: httpx.URL) -> Robots:
        first = str(at)
        try:
            for _ in range(self._settings.redirects + 1):
                got = await self._get(first, at, self._settings.largest_page, {}, 0.0, robots=True)
                if isinstance(got, Answer):
                    return parse(got.data or b"")
                at = _checked(first, got, None)
        except FetchRefused as error:
            return Robots(closed=f"{first} cannot be read ({error.reason}), and so nothing may be fetched")
        return Robots()

    async def _get(
        self, url: str, at: httpx.URL, largest: int, asks: dict[str, str], delay: float, *, robots: bool = False
    ) -> Answer | str:
        """The answer, or the address that it redirects to, after as many attempts as it takes and is allowed."""
        host = at.host
        if host in self._closed:
            raise FetchRefused(url, self._closed[host], later=True)
        if delay > self._settings.longest_wait:
            raise FetchRefused(
                url, f"robots.txt asks for {delay:.0f} s between requests; see --longest-wait", later=True
            )
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(_Again),
            stop=stop_after_attempt(self._settings.attempts),
            wait=_wait,
            sleep=self._pause,
            reraise=True,
        )
        try:
            got: Answer | str = await retrying(
                self._attempt, url, at, largest, asks, max(delay, self._settings.delay), robots
            )
        except _Again as error:
            self._failed[host] = self._failed.get(host, 0) + 1
            if error.busy or self._failed[host] >= _FAILURES:
                self._closed[host] = f"{host} was left alone after: {error.reason}"
            raise FetchRefused(url, _told(url, at, error.reason), later=error.busy) from None
        self._failed[host] = 0
        return got

    async def _attempt(
        self, url: str, at: httpx.URL, largest: int, asks: dict[str, str], delay: float, robots: bool
    ) -> Answer | str:
        await self._pause(self._last.get(at.host, -delay) + delay - (time.monotonic() - self._started))
        left = self._time_left(url)
        try:
            async with asyncio.timeout(min(self._settings.fetch_time, left)):
                return await self._once(url, at, largest, asks, robots=robots)
        except FetchRefused as error:
            raise FetchRefused(url, _told(url, at, error.reason), later=error.later) from None
        except TimeoutError:
            self._time_left(url)
            reason = f"not answered in whole within {self._settings.fetch_time:g} s"
            raise FetchRefused(url, _told(url, at, reason)) from None
        except httpx.TimeoutException:
            raise _Again("no answer in time") from None
        except (httpx.TransportError, httpx.InvalidURL) as error:
            raise _Again(_words(error)) from None
        finally:
            self._last[at.host] = time.monotonic() - self._started

    async def _once(self, url: str, at: httpx.URL, largest: int, asks: dict[str, str], *, robots: bool) -> Answer | str:
        request = httpx.Request("GET", at, headers=self._settings.headers | asks, extensions=self._extensions)
        response = await self._transport.handle_async_request(request)
        try:
            status, headers = response.status_code, response.headers
            told = f"{status} {response.reason_phrase}".strip()
            if status in _BUSY or status >= 500:
                wait = _retry_after(headers.get("Retry-After"))
                if wait is not None and wait > self._settings.longest_wait:
                    self._closed[at.host] = f"{at.host} asks to come back in {wait:.0f} s ({told})"
                    raise FetchRefused(url, self._closed[at.host], later=True)
                raise _Again(told, wait, busy=status in _BUSY)
            if status in _REDIRECTS:
                return _target(url, at, headers.get("Location"))
            if status == NOT_MODIFIED and asks:
                return Answer(str(at), None)
            if robots and 400 <= status < 500:
                return Answer(str(at), b"")
            if status != 200:
                raise FetchRefused(url, told)
            return _answer(at, headers, await _body(url, response, largest))
        finally:
            await response.aclose()

    async def _pause(self, seconds: float) -> None:
        if seconds > 0:
            total = self._settings.total_time
            spent = time.monotonic() - self._started
            await self._sleep(seconds if total is None else max(0.0, min(seconds, total - spent)))

    def _time_left(self, url: str) -> float:
        total = self._settings.total_time
        if total is None:
            return float("inf")
        left = total - (time.monotonic() - self._started)
        if left <= 0:
            raise FetchRefused(url, "the time for this harvest is up", later=True)
        return left


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait if isinstance(error, _Again) else None
    return max(_BACKING_OFF(state), asked or 0.0)


def _checked(url: str, target: str, hosts: frozenset[str] | None) -> httpx.URL:
    """The target as an address that may be asked; raises `FetchRefused` for a scheme or a host that may not."""
    leads = "" if target == url else f"leads to {target[:200]}: "
    if target.partition(":")[0].lower() not in {"http", "https"}:
        raise FetchRefused(url, f"{leads}only http and https are fetched")
    try:
        at = httpx.URL(target).copy_with(fragment=None)
        # What the certificate is held against, and what a resolver is asked for.
        at.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise FetchRefused(url, f"{leads}no address") from None
    if not at.host or not 0 < (at.port or 80) <= _LAST_PORT:
        raise FetchRefused(url, f"{leads}no address")
    if at.userinfo:
        raise FetchRefused(url, f"{leads}an address with a user's name in it")
    if hosts is not None and at.host not in hosts:
        raise FetchRefused(url, f"{leads}{at.host} is not the publisher's; --host {at.host} allows it")
    return at


def _target(url: str, at: httpx.URL, location: str | None) -> str:
    if not location:
        raise FetchRefused(url, "redirects to nowhere")
    try:
        return urljoin(str(at), location)
    except ValueError:
        raise FetchRefused(url, f"redirects to what is no address: {location[:200]!r}") from None


async def _body(url: str, response: httpx.Response, largest: int) -> bytes:
    """The body without its compression; raises `FetchRefused` for one that is too large or empty, `_Again` if cut."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "", "gzip", "x-gzip"}:
        raise FetchRefused(url, f"sent as {encoding[:40]!r}, which was not asked for")
    unpacking = Unpacking(largest) if "gzip" in encoding else None
    parts: list[bytes] = []
    size = 0
    try:
        async for raw in response.aiter_raw():
            piece = unpacking.take(raw) if unpacking else raw
            size += len(piece)
            if size > largest:
                raise TooLarge
            parts.append(piece)
        if unpacking:
            unpacking.end()
    except TooLarge:
        raise FetchRefused(url, f"larger than {largest:,} bytes") from None
    except Damaged:
        raise FetchRefused(url, "said to be gzip, but it is not, or breaks off") from None
    data = b"".join(parts)
    if not data:
        raise FetchRefused(url, "an empty answer")
    return data


def _answer(at: httpx.URL, headers: httpx.Headers, data: bytes) -> Answer:
    content = Message()
    content["Content-Type"] = headers.get("Content-Type", "")
    told = "Content-Type" in headers
    return Answer(
        found_at=str(at),
        data=data,
        media_type=content.get_content_type() if told else "",
        charset=(content.get_content_charset() or "") if told else "",
        etag=_repeatable(headers.get("ETag", "")),
        last_modified=_repeatable(headers.get("Last-Modified", "")),
    )


def _repeatable(value: str) -> str:
    """The value of a header if it can be sent back as it came, else ""."""
    return value if len(value) <= _LONGEST_VALUE and value.isascii() and value.isprintable() else ""


def _retry_after(value: str | None) -> float | None:
    """The seconds that `Retry-After` asks for, as a number or as a date, or None."""
    if value is None:
        return None
    if value.strip().isascii() and value.strip().isdigit():
        return float(value[:12])
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def _told(url: str, at: httpx.URL, reason: str) -> str:
    return reason if str(at) == str(httpx.URL(url).copy_with(fragment=None)) else f"leads to {at}: {reason}"


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
