"""The loaders in the order in which they are tried; a new one is a file of its own and a line here."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import ReleaseRefused
from kg.loaders import (
    dateline_text,
    feed,
    listing,
    markdown,
    osce_html,
    osce_text,
    reliefweb,
    web_page,
)
from kg.loaders.decoding import check
from kg.loaders.origin import Origin, read_from
from kg.model import Release


@dataclass(frozen=True, slots=True)
class Loader:
    """One publisher's or format's reader.

    `claims` looks at a file's name and bytes and says whether the file is of its form, without reading it
    whole; `read` gives its releases or raises `ReleaseRefused`.
    """

    name: str
    claims: Callable[[str, bytes], bool]
    read: Callable[[str, bytes], tuple[Release, ...]]


REGISTRY: tuple[Loader, ...] = tuple(
    Loader(module.NAME, module.claims, module.read)
    for module in (
        feed,
        listing,
        reliefweb,
        osce_html,
        web_page,
        markdown,
        osce_text,
        dateline_text,
    )
)


def load(name: str, data: bytes, origin: Origin | None = None) -> tuple[Release, ...]:
    """The releases in a file, by the first loader that claims it; raises `ReleaseRefused` and nothing else.

    `name` is the file's name; folders before it are left out of the releases. `origin` is where the file was fetched.
    """
    name = name.replace("\\", "/").rsplit("/", 1)[-1]
    check(name, data)
    for loader in REGISTRY:
        if loader.claims(name, data):
            return read_from(origin, loader.read, name, data) if origin else loader.read(name, data)
    raise ReleaseRefused(name, "not in a form that a loader knows: no dateline, header, front matter or markup")
