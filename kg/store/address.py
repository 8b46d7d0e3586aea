"""Where a remote store answers, and by what name and password it is asked.

One address is given: a server's, or that of its SPARQL service. Its Graph Store service, through which graphs
are read and replaced whole, is found by convention, or named in `KG_GRAPH_STORE`. Name and password come from
`KG_USER` and `KG_PASSWORD`; an address that holds them is refused, since addresses end up in logs.
"""

import os
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from kg.errors import StoreError

USER, PASSWORD, GRAPH_STORE = "KG_USER", "KG_PASSWORD", "KG_GRAPH_STORE"
SERVICES = ("", "query", "sparql")
"""What is tried behind an address until a SPARQL service answers."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and a password; neither is shown when this is printed."""

    user: str
    password: str

    def __repr__(self) -> str:
        return "Credentials(…)"


def checked(address: str) -> str:
    """The address as it is used: http or https, without a fragment.

    Raises `StoreError` for any other, and for one with a name or password in it, which it does not repeat.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise StoreError(f"the store's address cannot be read: {error}; give it as http://host:port/path") from None
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            f"the store's address holds a name or password; give {host} without them and set {USER} and {PASSWORD}"
        )
    if parts.scheme not in ("http", "https") or not host:
        raise StoreError(f"{address}: not the address of a server; give one that begins with http:// or https://")
    return urlunsplit(parts._replace(fragment=""))


def credentials() -> Credentials | None:
    """Name and password from the environment; None where no name is given."""
    user = os.environ.get(USER)
    return Credentials(user, os.environ.get(PASSWORD, "")) if user else None


def candidates(address: str) -> tuple[str, ...]:
    """The addresses at which the SPARQL service may be, the most likely first."""
    parts = urlsplit(address)
    folder = parts.path.rstrip("/")
    paths = dict.fromkeys((parts.path or "/", *(f"{folder}/{name}" for name in SERVICES if name)))
    # A server's own page may answer at its root, and a service is never there.
    ordered = sorted(paths, key=lambda path: path == "/")
    return tuple(urlunsplit(parts._replace(path=path)) for path in ordered)


def graph_store(query: str, server: str, *, signed: bool) -> str | None:
    """The Graph Store service that belongs to a SPARQL service; None where no convention tells.

    `server` is what the server calls itself; `signed` tells whether there is a name to sign in with.
    """
    named = os.environ.get(GRAPH_STORE)
    if named:
        return checked(named)
    parts = urlsplit(query)
    folder, _, last = parts.path.rpartition("/")
    if server.startswith("Virtuoso"):
        path = f"{folder}/sparql-graph-crud{'-auth' if signed else ''}"
    elif server.startswith("Oxigraph") and last == "query":
        path = f"{folder}/store"
    elif "/repositories/" in parts.path:  # RDF4J and GraphDB
        path = f"{parts.path}/rdf-graphs/service"
    elif last in ("query", "sparql") and folder:  # Fuseki
        path = f"{folder}/data"
    else:
        return None
    return urlunsplit(parts._replace(path=path, query=""))
