"""The graph as a file, the same bytes for the same graph: its statements, a network, or a description of it."""

from collections.abc import Callable
from typing import IO

from kg.export.jsonld import jsonld
from kg.export.statements import nquads, trig, turtle
from kg.store import Store

Writer = Callable[[Store, IO[bytes]], None]


def graphml(store: Store, output: IO[bytes]) -> None:
    """Write things and the statements that join them as GraphML; see `kg.export.graphml`."""
    # networkx costs a command's start more than all else.
    from kg.export.graphml import graphml as write

    write(store, output)


def void(store: Store, output: IO[bytes]) -> None:
    """Write what the graph is and how much it holds, in VoID and DCAT; see `kg.export.description`."""
    from kg.export.description import describe

    describe(store, output)


FORMATS: dict[str, Writer] = {
    "turtle": turtle,
    "trig": trig,
    "nquads": nquads,
    "jsonld": jsonld,
}
"""The formats that hold every statement, and are read back to the same ones."""

VIEWS: dict[str, Writer] = {
    "graphml": graphml,
    "void": void,
}
"""The formats that hold what a network program or a catalogue wants to know."""

__all__ = ["FORMATS", "VIEWS", "Writer"]
