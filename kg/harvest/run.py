"""A harvest: the sources first, then the pages that they name, each kept as soon as it is there."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

from kg.build.sidecar import RELEASE, SOURCE, Kept
from kg.errors import FetchRefused, ReleaseRefused
from kg.harvest.archive import Archive
from kg.harvest.fetching import Answer, Fetcher
from kg.harvest.links import MOST, Found, Kind, Link, kind_of, read, without_gzip
from kg.harvest.publishers import Publisher
from kg.harvest.settings import Settings
from kg.loaders.decoding import check

Progress = Callable[[str, int, int], None]

_READABLE = frozenset(
    {"", "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml", "application/xml"}
)
"""The media types of pages that a loader could read; "" where the server tells none."""


@dataclass(slots=True)
class Summary:
    """What a harvest did, by addresses: pages that are new, that changed, that were asked for and had not changed.

    `held` were not asked for, since they are kept and no source says that they changed; `other` are addresses that
    sources name and that are no releases, or not the publisher's; `beyond` are more than were to be asked for.
    `left` and `refused` hold addresses with the reason: those left are worth asking for again, as they are.
    `sources` counts the feeds, sitemaps and listing pages that were read.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    held: int = 0
    other: int = 0
    beyond: int = 0
    sources: int = 0
    left: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_in_vain(self) -> bool:
        """Whether nothing at all came of it."""
        return not (self.sources or self.new or self.changed or self.unchanged or self.held)


@dataclass(frozen=True, slots=True)
class _Source:
    url: str
    kind: Kind | None
    depth: int = 0


class Harvest:
    """A harvest of one publisher into an archive."""

    def __init__(self, publisher: Publisher, settings: Settings, archive: Archive, fetcher: Fetcher) -> None:
        self._publisher = publisher
        self._settings = settings
        self._archive = archive
        self._fetcher = fetcher
        self._hosts = publisher.hosts | settings.hosts
        self._pages: dict[str, Link] = {}
        self._other: set[str] = set()
        self.summary = Summary()

    async def run(self, progress: Progress | None = None) -> Summary:
        """Harvest, and give what came of it; raises `InputError` where the archive cannot be written."""
        await self._read_sources(progress)
        self._count()
        wanted = [link for link in self._pages.values() if self._is_wanted(link)]
        asked = wanted[: self._settings.most]
        self.summary.held = len(self._pages) - len(wanted)
        self.summary.beyond = len(wanted) - len(asked)
        for number, link in enumerate(asked, start=1):
            if progress:
                progress(self._publisher.key, number, len(asked))
            await self._page(link)
        return self.summary

    async def _read_sources(self, progress: Progress | None) -> None:
        publisher = self._publisher
        kinds = ((Kind.FEED, publisher.feeds), (Kind.SITEMAP, publisher.sitemaps), (Kind.LISTING, publisher.listings))
        waiting = deque(_Source(url, kind) for kind, urls in (*kinds, (None, publisher.pages)) for url in urls)
        met = {source.url for source in waiting}
        asked = 0
        while waiting:
            source = waiting.popleft()
            if asked >= self._settings.most_sources:
                self.summary.left.append((source.url, f"more than {self._settings.most_sources} sources"))
                continue
            asked += 1
            if progress:
                progress(publisher.key, asked, asked + len(waiting))
            try:
                found = await self._source(source)
            except (FetchRefused, ReleaseRefused) as error:
                self._refuse(source.url, error)
                continue
            for further in self._further(source, found):
                if further.url not in met:
                    met.add(further.url)
                    waiting.append(further)

    def _further(self, source: _Source, found: Found) -> Iterator[_Source]:
        """Take the pages that a source names, and give the sources."""
        for link in found.pages:
            host = urlsplit(link.url).hostname
            if host in self._hosts and self._publisher.is_release(link.url):
                self._pages.setdefault(link.url, link)
            else:
                self._other.add(link.url)
        if found.cut:
            self.summary.refused.append((source.url, f"names more than {MOST:,} addresses; the rest is left out"))
        for link in found.sitemaps:
            if source.depth:
                self.summary.refused.append((link.url, "named by a sitemap index that another names"))
            else:
                yield _Source(link.url, Kind.SITEMAP, 1)
        if found.following is not None and source.depth + 1 < self._settings.most_listings:
            yield _Source(found.following, Kind.LISTING, source.depth + 1)

    async def _source(self, source: _Source) -> Found:
        """What a source names; a plain address that is none is a page of a release, and is kept as such."""
        url, largest = source.url, self._settings.largest_source
        before = self._archive.kept(url)
        answer = await self._fetcher.fetch(url, self._hosts, largest, self._archive.held(url))
        fetched = _now()
        data = self._archive.data(before) if answer.data is None and before else answer.data or b""
        plain = without_gzip(url, data, largest)
        kind = kind_of(url, plain)
        if source.kind is None and (kind is None or (kind is Kind.LISTING and not self._publisher.releases)):
            self._take(Link(url), answer, before, fetched)
            return Found()
        if kind is None or source.kind not in (None, kind):
            raise ReleaseRefused(url, f"not a {source.kind or 'source'}, but {kind or answer.media_type or 'bytes'}")
        found = read(kind, url, plain, answer.found_at)
        self.summary.sources += 1
        if answer.data is not None:
            key = self._publisher.key
            self._archive.keep(url, answer, data, role=SOURCE, fetched=fetched, stated="", publisher=key)
        return found

    def _count(self) -> None:
        """Find fault with more or fewer releases than the publisher's sources are expected to name."""
        publisher, count = self._publisher, len(self._pages)
        self.summary.other = len(self._other)
        expected = ""
        if self.summary.sources and count < publisher.least:
            expected = f"at least {publisher.least}"
        elif publisher.most is not None and count > publisher.most:
            expected = f"at most {publisher.most}"
        if expected:
            reason = f"its sources name {count} releases, {expected} were expected; their form may have changed"
            self.summary.refused.append((publisher.key, reason))

    def _is_wanted(self, link: Link) -> bool:
        before = self._archive.kept(link.url)
        if before is None or before.role != RELEASE or self._settings.recheck:
            return True
        return bool(link.stated) and link.stated != before.stated and not self._settings.new_only

    async def _page(self, link: Link) -> None:
        before = self._archive.kept(link.url)
        try:
            held = self._archive.held(link.url)
            answer = await self._fetcher.fetch(link.url, self._hosts, self._settings.largest_page, held)
            self._take(link, answer, before, _now())
        except (FetchRefused, ReleaseRefused) as error:
            self._refuse(link.url, error)

    def _take(self, link: Link, answer: Answer, before: Kept | None, fetched: str) -> None:
        """Keep the page of a release; raises `ReleaseRefused` for what no loader could read."""
        if answer.data is None:
            if before is not None:
                self._archive.confirm(before, link.stated, fetched)
            self.summary.unchanged += 1
            return
        if answer.media_type not in _READABLE:
            raise ReleaseRefused(link.url, f"{answer.media_type} is no page that kg reads")
        check(link.url, answer.data)
        fresh = self._archive.keep(
            link.url,
            answer,
            answer.data,
            role=RELEASE,
            fetched=fetched,
            stated=link.stated,
            publisher=self._publisher.key,
        )
        if not fresh:
            self.summary.unchanged += 1
        elif before is None:
            self.summary.new += 1
        else:
            self.summary.changed += 1

    def _refuse(self, url: str, error: FetchRefused | ReleaseRefused) -> None:
        later = isinstance(error, FetchRefused) and error.later
        (self.summary.left if later else self.summary.refused).append((url, error.reason))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
