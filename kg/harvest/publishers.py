"""Publishers as data: where each names its releases, which addresses are releases, and under what licence."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kg.errors import InputError, ParameterError
from kg.harvest.links import normalized
from kg.resources import resource

_LISTS = ("hosts", "feeds", "sitemaps", "listings", "releases")
_WORDS = ("name", "licence", "terms", "note")
_SOURCES = ("feeds", "sitemaps", "listings")
_EXPECTED = ("least", "most")


@dataclass(frozen=True)
class Publisher:
    """A publisher's definition.

    `key` is its file's name; `feeds`, `sitemaps` and `listings` are addresses, and `pages` those that may be any of
    these or a release itself. `releases` are patterns, one of which must be found in the address of a release; with
    none, all that feeds and sitemaps name are releases. `least` and `most` bound how many addresses of releases the
    sources are expected to name.
    """

    key: str
    name: str
    licence: str = ""
    terms: str = ""
    note: str = ""
    hosts: frozenset[str] = frozenset()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None

    def is_release(self, url: str) -> bool:
        """Whether an address is that of a release, as far as the patterns tell."""
        return not self._patterns or any(pattern.search(url) for pattern in self._patterns)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(re.compile, self.releases))


def of_address(url: str, patterns: tuple[str, ...] = ()) -> Publisher:
    """The publisher behind a plain address, with patterns for the addresses of its releases.

    Raises `ParameterError` for what is no http or https address, or no pattern.
    """
    at = normalized(url)
    host = urlsplit(at).hostname if at else None
    if at is None or not host:
        raise ParameterError(f"{url}: no http or https address")
    for pattern in patterns:
        _compiled(pattern, f"--match {pattern}")
    return Publisher(host, host, hosts=frozenset({host}), pages=(at,), releases=patterns)


def shipped() -> tuple[Publisher, ...]:
    """The publishers whose definitions ship with the package, by their keys."""
    return tuple(load(path) for path in sorted(resource("data", "publishers").glob("*.toml")))


def load(path: Path) -> Publisher:
    """The definition in a TOML file; raises `InputError` that says what in it is wrong."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not TOML: {error}") from None
    unknown = sorted(content.keys() - {*_LISTS, *_WORDS, "expected"})
    if unknown:
        raise InputError(
            f"{path}: unknown: {', '.join(unknown)}; known are {', '.join((*_WORDS, *_LISTS, 'expected'))}"
        )
    name, licence, terms, note = (_word(path, content, field) for field in _WORDS)
    lists = {name: _list(path, content, name) for name in _LISTS}
    if not name or not licence:
        raise InputError(f"{path}: name and licence are needed")
    sources = {kind: tuple(_address(path, kind, url) for url in lists[kind]) for kind in _SOURCES}
    if not any(sources.values()):
        raise InputError(f"{path}: no source: give feeds, sitemaps or listings")
    if sources["listings"] and not lists["releases"]:
        raise InputError(f"{path}: listings need releases, the patterns of the addresses that are releases")
    for pattern in lists["releases"]:
        _compiled(pattern, f"{path}: releases: {pattern}")
    hosts = {host.lower() for host in lists["hosts"]}
    hosts |= {urlsplit(url).hostname or "" for urls in sources.values() for url in urls}
    least, most = _expected(path, content)
    return Publisher(
        key=path.stem,
        name=name,
        licence=licence,
        terms=terms,
        note=note,
        hosts=frozenset(hosts),
        feeds=sources["feeds"],
        sitemaps=sources["sitemaps"],
        listings=sources["listings"],
        releases=lists["releases"],
        least=least,
        most=most,
    )


def _word(path: Path, content: Mapping[str, Any], name: str) -> str:
    value = content.get(name, "")
    if not isinstance(value, str):
        raise InputError(f"{path}: {name} must be text in quotes")
    return value


def _list(path: Path, content: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = content.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise InputError(f"{path}: {name} must be a list of texts")
    return tuple(value)


def _address(path: Path, name: str, url: str) -> str:
    at = normalized(url)
    if at is None:
        raise InputError(f"{path}: {name}: {url} is no http or https address")
    return at


def _compiled(pattern: str, where: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ParameterError(f"{where}: no regular expression: {error}") from None


def _expected(path: Path, content: Mapping[str, Any]) -> tuple[int, int | None]:
    table = content.get("expected", {})
    if not isinstance(table, dict) or table.keys() - set(_EXPECTED):
        raise InputError(f"{path}: expected must be a table of least and most")
    if not all(type(value) is int and value >= 0 for value in table.values()):
        raise InputError(f"{path}: expected: least and most must be whole numbers")
    return table.get("least", 0), table.get("most")
