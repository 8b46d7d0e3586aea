"""Words that several kinds of change are told in."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kg.diff.model import Change
from kg.diff.side import Side
from kg.terms import DCT, KG


def period(side: Side, node: NamedNode) -> str:
    """From when to when; empty without any date."""
    start, end = " or ".join(side.texts(node, KG.startDate)), " or ".join(side.texts(node, KG.endDate))
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"to {end}" if end else ""


def joined(words: Iterable[str]) -> str:
    """The words that there are, with commas between."""
    return ", ".join(word for word in words if word)


def evidence(old: Side, new: Side, node: NamedNode, section: str) -> Iterator[Change]:
    """Releases or curated sources that tell a fact now and did not before, or no longer do."""
    was, now = set(old.sources(node)), set(new.sources(node))
    # A release that is told with another title is the same release.
    same = old.releases(node) == new.releases(node) and old.values(node, DCT.source) == new.values(node, DCT.source)
    if was == now or same:
        return
    if now - was:
        more = tuple(sorted(now - was))
        yield Change(section, "also told by", node.value, new.label(node), "", joined(more), more)
    if was - now:
        less = tuple(sorted(was - now))
        yield Change(section, "no longer told by", node.value, new.label(node), joined(less), "", less)
