"""What the page ought to show, worked out in Python from the data that it carries."""

from dataclasses import dataclass, field
from typing import Any

Data = dict[str, Any]
Row = dict[str, Any]


@dataclass(frozen=True)
class Choice:
    """What a reader has chosen: terms left out, a window of days, undated statements or not."""

    without: frozenset[str] = frozenset()
    unlinked: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    since: int | None = None
    until: int | None = None
    undated: bool = True


@dataclass
class Expected:
    """The ids of the things and the numbers of the statements that pass."""

    nodes: set[int] = field(default_factory=set)
    edges: set[int] = field(default_factory=set)


def dated(row: Row) -> bool:
    """Whether a row has a date."""
    return "start" in row or "end" in row


def in_window(row: Row, choice: Choice) -> bool:
    """Whether some day of a dated row is in the window."""
    days = (row.get("start", -(10**9)), row.get("end", 10**9))
    window = (-(10**9) if choice.since is None else choice.since, 10**9 if choice.until is None else choice.until)
    return bool(max(days[0], window[0]) <= min(days[1], window[1]))


def expected(data: Data, choice: Choice) -> Expected:
    """What passes the filters."""
    found = Expected()
    statuses = [one["term"] for one in data["statuses"]]
    kept = {
        node["id"]
        for node in data["nodes"]
        if data["categories"][node["category"]]["term"] not in choice.without
        and not ("status" in node and statuses[node["status"]] in choice.refused)
    }
    for number, edge in enumerate(data["edges"]):
        status = "derived" if edge["origin"] == "derived" else statuses[edge.get("status", 0)]
        if (
            {edge["from"], edge["to"]} <= kept
            and data["relations"][edge["relation"]]["term"] not in choice.unlinked
            and status not in choice.refused
            and (in_window(edge, choice) if dated(edge) else choice.undated)
        ):
            found.edges.add(number)
            found.nodes |= {edge["from"], edge["to"]}
    named = {end for edge in data["edges"] for end in (edge["from"], edge["to"])}
    found.nodes |= {
        node["id"]
        for node in data["nodes"]
        if node["id"] in kept
        and (in_window(node, choice) if dated(node) else choice.undated and node["id"] not in named)
    }
    return found


def drawn_links(data: Data, shown: Expected, nodes: set[int]) -> dict[frozenset[int], set[int]]:
    """The statements of each link between two drawn things: derived ones only where their event is not drawn."""
    links: dict[frozenset[int], set[int]] = {}
    for number in shown.edges:
        edge = data["edges"][number]
        ends = frozenset((edge["from"], edge["to"]))
        if len(ends) == 2 and ends <= nodes and edge.get("basis") not in nodes:
            links.setdefault(ends, set()).add(number)
    return links
