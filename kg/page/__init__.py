"""The graph page: one offline HTML file to look at, search and share.

`make` goes from a store to the page's text, `render` from a network, `write` puts it on the disk.
"""

import os
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from pyoxigraph import NamedNode

from kg.network import Network, view
from kg.page.document import document
from kg.page.presentation import Presentation, load
from kg.rules import Progress
from kg.store import Store

TITLE = "Who met whom: a graph of OSCE press releases"


def make(
    store: Store,
    *,
    focus: NamedNode | None = None,
    hops: int = 2,
    since: str | None = None,
    until: str | None = None,
    kinds: Collection[str] = (),
    everything: bool = False,
    title: str = TITLE,
    progress: Progress | None = None,
) -> str:
    """The page for a store; what the options keep is told at `kg.network.view`, as are the errors.

    `progress` is called before each stage with its name, how many are done, and how many there are.
    """
    tell = progress or (lambda stage, done, total: None)
    tell("reading the store", 0, 2)
    graph = view(store, focus=focus, hops=hops, since=since, until=until, kinds=kinds, everything=everything)
    tell(f"placing {len(graph):,} things", 1, 2)
    return render(graph, load(), title=title)


def render(graph: Network, presentation: Presentation, *, title: str = TITLE) -> str:
    """The page for a network as `kg.network.view` gives it: the same text for the same network."""
    return document(graph, presentation, title)


def write(path: str | Path, html: str) -> None:
    """Write the page as UTF-8 with `\\n`, whole or not at all; raises `OSError` where the disk refuses.

    A path that is no regular file, such as `/dev/stdout`, is written to directly.
    """
    target = Path(path)
    data = html.encode("utf-8")
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is private; the page gets what any new file here would get.
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise


__all__ = ["TITLE", "Presentation", "load", "make", "render", "write"]
