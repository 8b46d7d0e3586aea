"""Which addresses of the network may be connected to, and connecting to those that were looked at and no others."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from kg.errors import FetchRefused

Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Gives the addresses of a host, as numbers; raises `OSError` or `UnicodeError` where there are none."""

_TRANSLATED = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")


def is_inside(address: str) -> bool:
    """Whether an address leads into this machine or its network, or to no machine at all.

    IPv6 addresses that carry an IPv4 address (mapped, translated, 6to4, Teredo) are judged by that, too.
    """
    number = ip_address(address)
    return any(not one.is_global or one.is_multicast for one in (number, *_carried(number)) if one not in _TRANSLATED)


def is_never_meant(address: str) -> bool:
    """Whether an address is one that no publisher has even on a private network: link-local, multicast or none.

    Clouds serve a machine's credentials at a link-local address.
    """
    number = ip_address(address)
    return any(one.is_link_local or one.is_multicast or one.is_unspecified for one in (number, *_carried(number)))


def _carried(number: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    if isinstance(number, IPv4Address):
        return ()
    if number in _TRANSLATED or (number in _COMPATIBLE and int(number) > 1):
        return (IPv4Address(int(number) & 0xFFFFFFFF),)
    carried = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
    return (carried,) if carried else ()


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses that the system's resolver gives for a host, each once, in its order."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


class CheckedTransport(httpx.AsyncBaseTransport):
    """Resolves a host itself, refuses those with an address inside, and connects to an address that it has checked.

    The client's own transport is then given that number, so that a name which resolves otherwise a moment later
    leads nowhere else; certificates are still held against the name. There are no proxies.
    """

    def __init__(self, *, allow_private: bool = False, resolver: Resolve = resolve) -> None:
        self._refused = is_never_meant if allow_private else is_inside
        self._resolve = resolver
        # One for each host: a connection to the same number, made for another name, was held against that name.
        self._by_host: dict[str, httpx.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request; raises `FetchRefused` for a host inside, and what the client's own transport raises."""
        host = request.url.raw_host.decode("ascii")
        addresses = await self._addresses(request, host)
        transport = self._by_host.setdefault(host, httpx.AsyncHTTPTransport(verify=_certificates(), trust_env=False))
        for number, address in enumerate(addresses, start=1):
            try:
                return await transport.handle_async_request(_to(request, host, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise httpx.ConnectError(f"{host} has no address", request=request)

    async def aclose(self) -> None:
        """Close all connections."""
        for transport in self._by_host.values():
            await transport.aclose()

    async def _addresses(self, request: httpx.Request, host: str) -> tuple[str, ...]:
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        try:
            addresses = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            words = (error.strerror if isinstance(error, OSError) else None) or "not a host's name"
            raise httpx.ConnectError(f"{host}: {words}", request=request) from None
        for address in addresses:
            if self._refused(address):
                where = "the machine itself or its network; --allow-private allows it"
                if is_never_meant(address):
                    where = "no publisher's: link-local, multicast or none"
                raise FetchRefused(str(request.url), f"its host's address {address} is {where}")
        return addresses


@cache
def _certificates() -> ssl.SSLContext:
    """Whose certificates are trusted; SSL_CERT_FILE and SSL_CERT_DIR may say so."""
    return httpx.create_ssl_context()


def _to(request: httpx.Request, host: str, address: str) -> httpx.Request:
    extensions = dict(request.extensions)
    if host != address:
        extensions["sni_hostname"] = host
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address.partition("%")[0]),
        headers=request.headers,
        stream=request.stream,
        extensions=extensions,
    )
