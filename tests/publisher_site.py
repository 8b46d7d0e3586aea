"""A publisher's server on this machine that behaves as each test wants it to, badly for the most part."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from kg.harvest import Settings, Summary, harvest, of_address
from kg.harvest.publishers import Publisher

CONTACT = "reader@example.org"
ROBOTS = "/robots.txt"


@dataclass
class Reply:
    """An answer; `cut` sends so many bytes of the body fewer than it announces."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str | None = "text/html; charset=utf-8"
    cut: int = 0


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    path: str
    headers: Mapping[str, str]
    at: float


Behaviour = Reply | list[Reply] | Callable[[BaseHTTPRequestHandler], Any]


class Site:
    """What the server gives at each path: a reply, replies in turn (the last for good), or a function that acts."""

    def __init__(self, certified: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Behaviour] = {ROBOTS: Reply(status=404)}
        self.asked: list[Asked] = []
        self.ended = threading.Event()
        self.together = 0
        self.most_together = 0
        self._lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with site._lock:
                    site.together += 1
                    site.most_together = max(site.together, site.most_together)
                try:
                    site._give(self)
                except OSError:  # the client had enough
                    self.close_connection = True
                finally:
                    with site._lock:
                        site.together -= 1

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if certified is not None:
            self._server.socket = certified.wrap_socket(self._server.socket, server_side=True)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self, *, robots: bool = False) -> list[str]:
        """The paths that were asked for, in order."""
        return [one.path for one in self.asked if robots or one.path != ROBOTS]

    def close(self) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()

    def _give(self, handler: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.asked.append(Asked(handler.path, dict(handler.headers), time.monotonic()))
            behaviour = self.pages.get(handler.path, Reply(status=404))
            if isinstance(behaviour, list):
                behaviour = behaviour.pop(0) if len(behaviour) > 1 else behaviour[0]
        if isinstance(behaviour, Reply):
            send(handler, behaviour)
        else:
            behaviour(handler)


def send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    handler.send_response(reply.status)
    if reply.kind is not None:
        handler.send_header("Content-Type", reply.kind)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(reply.body)))
    handler.end_headers()
    handler.wfile.write(reply.body[: len(reply.body) - reply.cut])
    if reply.cut:
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)
        handler.close_connection = True


def stream(
    pieces: Iterator[bytes], headers: Mapping[str, str] | None = None
) -> Callable[[BaseHTTPRequestHandler], None]:
    """A body without announced length that goes on as long as `pieces` does."""

    def give(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Connection", "close")
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(piece)
        handler.close_connection = True

    return give


def when_asked(reply: Reply, etag: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """The reply with an ETag, and 304 for whoever has it."""

    def give(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.end_headers()
        else:
            send(handler, Reply(reply.body, headers={"ETag": etag}, kind=reply.kind))

    return give


def page(number: int, words: str = "met his counterpart") -> Reply:
    """A page of a release, made up."""
    text = (
        "<!doctype html><html><head><title>Chair visits Vienna</title></head><body><main><article>"
        f"<h1>Chair visits Vienna for talks number {number}</h1>"
        f"<p>VIENNA, 1 March 2020 – The Chairperson-in-Office {words} in Vienna today, as foreseen.</p>"
        "</article></main></body></html>"
    )
    return Reply(text.encode())


def rss(*items: str, updated: str = "") -> Reply:
    """A feed of items with these links."""
    date = f"<pubDate>{updated}</pubDate>" if updated else ""
    listed = "".join(f"<item><title>Item</title><link>{link}</link>{date}</item>" for link in items)
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{listed}</channel></rss>'
    return Reply(body.encode(), kind="application/rss+xml")


def sitemap(*urls: str, changed: str = "", root: str = "urlset") -> Reply:
    inner = "url" if root == "urlset" else "sitemap"
    date = f"<lastmod>{changed}</lastmod>" if changed else ""
    listed = "".join(f"<{inner}><loc>{url}</loc>{date}</{inner}>" for url in urls)
    body = f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</{root}>'
    return Reply(body.encode(), kind="application/xml")


def bomb(size: int) -> bytes:
    """Little that unpacks to much."""
    return gzip.compress(b"\0" * size, 9)


class Harvester:
    """Harvests the site into one folder again and again, without waiting; `slept` is what would have been waited."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.folder = folder
        self.slept: list[float] = []

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def __call__(self, *sources: str | Publisher, match: tuple[str, ...] = (), **more: Any) -> Summary:
        settings: dict[str, Any] = {"contact": CONTACT, "allow_private": True, "delay": 0.0, "fetch_time": 20.0}
        resolver = {"resolver": more.pop("resolver")} if "resolver" in more else {}
        publishers = [one if isinstance(one, Publisher) else of_address(self.site.url(one), match) for one in sources]
        chosen = Settings(**(settings | more))
        (summary, *_) = harvest(publishers, self.folder, chosen, sleep=self._sleep, **resolver)
        return summary

    @property
    def files(self) -> list[Path]:
        """The files of releases."""
        return sorted(path for path in (self.folder / "releases").rglob("*") if path.is_file())


@contextmanager
def serving(certified: ssl.SSLContext | None = None) -> Iterator[Site]:
    site = Site(certified)
    try:
        yield site
    finally:
        site.close()
