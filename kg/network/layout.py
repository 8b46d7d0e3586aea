"""Where each thing stands on the page: communities together, nothing on another, the same each time."""

import math
import random
from collections import defaultdict
from collections.abc import Sequence

import networkx as nx

from kg.network.model import Network

SEED = 20200226
STEPS = 500
ROUNDS = 30
SMALL = 1500
"""Things up to which every step is taken; a larger network, whose outline is settled sooner, gets fewer."""
SPACING = 62.0
"""The room for one thing, in pixels each way at a zoom of one."""
ASPECT = 1.5
"""Width of the whole to its height."""
LOOSE = 0.2
"""How much less a link between communities pulls than one within."""
CLOSEST = 40.0

Point = tuple[float, float]


def layout(graph: Network) -> dict[str, tuple[int, int]]:
    """A place for each thing in whole pixels, the middle at 0, 0, `y` downwards.

    Parts that nothing joins are laid out apart and set side by side; the biggest stands on top.
    """
    import igraph

    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(graph)
    for subject, object_ in graph.edges():
        if subject == object_:
            continue
        count = simple.edges[subject, object_]["count"] + 1 if simple.has_edge(subject, object_) else 1
        simple.add_edge(subject, object_, count=count)
    igraph.set_random_number_generator(random.Random(SEED))
    parts = sorted(nx.connected_components(simple), key=lambda part: (-len(part), min(part)))
    order = {iri: index for index, iri in enumerate(graph)}
    placed: list[tuple[list[str], list[Point]]] = []
    for part in parts:
        names = sorted(part, key=order.__getitem__)
        if len(names) > 1:
            placed.append((names, _connected(simple, names)))
    alone = sorted((next(iter(part)) for part in parts if len(part) == 1), key=order.__getitem__)
    if alone:
        placed.append((alone, _grid(len(alone))))
    return {iri: (round(x), round(y)) for iri, (x, y) in _packed(placed).items()}


def _connected(simple: "nx.Graph[str]", names: list[str]) -> list[Point]:
    import igraph

    index = {iri: number for number, iri in enumerate(names)}
    pairs = sorted(
        (min(index[one], index[other]), max(index[one], index[other]), int(data["count"]))
        for one, other, data in simple.subgraph(names).edges(data=True)
    )
    whole = igraph.Graph(n=len(names), edges=[(one, other) for one, other, _ in pairs])
    strengths = [1 + math.log2(count) for _, _, count in pairs]
    groups = whole.community_multilevel(weights=strengths).membership
    weights = [
        strength * (1 if groups[one] == groups[other] else LOOSE)
        for (one, other, _), strength in zip(pairs, strengths, strict=True)
    ]
    start = [_on_a_spiral(number) for number in _by_group(groups)]
    drawn = whole.layout_fruchterman_reingold(weights=weights, niter=_fewer(STEPS, len(names)), seed=start)
    return _apart(_spread([(x, y) for x, y in drawn.coords]))


def _by_group(groups: Sequence[int]) -> list[int]:
    """The place of each thing in an order that keeps communities together."""
    ordered = sorted(range(len(groups)), key=lambda number: (groups[number], number))
    places = [0] * len(groups)
    for place, number in enumerate(ordered):
        places[number] = place
    return places


def _on_a_spiral(place: int) -> Point:
    radius, angle = math.sqrt(place + 1), 2.399963 * place
    return radius * math.cos(angle), radius * math.sin(angle)


def _spread(points: list[Point]) -> list[Point]:
    """Thin out the thick middle and draw the outliers in, by moving each half-way to its rank's place."""
    height = SPACING * math.sqrt(len(points) / ASPECT)
    columns = _even([x for x, _ in points], height * ASPECT)
    rows = _even([y for _, y in points], height)
    return list(zip(columns, rows, strict=True))


def _even(values: list[float], length: float) -> list[float]:
    order = sorted(range(len(values)), key=lambda number: (values[number], number))
    low, high = values[order[len(order) // 50]], values[order[-1 - len(order) // 50]]
    width = (high - low) or 1.0
    places = [0.0] * len(values)
    for rank, number in enumerate(order):
        evenly = (rank + 0.5) / len(order) - 0.5
        as_drawn = min(max((values[number] - low) / width - 0.5, -0.6), 0.6)
        places[number] = length * (0.5 * evenly + 0.5 * as_drawn)
    return places


def _fewer(steps: int, things: int) -> int:
    """The steps for so many things: all for a small network, a fifth at the least for a large one."""
    return max(steps // 5, steps * SMALL // max(things, SMALL))


def _apart(points: list[Point]) -> list[Point]:
    """Push apart what stands closer than `CLOSEST`, a little in each round."""
    places = [list(point) for point in points]
    for _ in range(_fewer(ROUNDS, len(points))):
        cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for number, (x, y) in enumerate(places):
            cells[(math.floor(x / CLOSEST), math.floor(y / CLOSEST))].append(number)
        moved = False
        for number, place in enumerate(places):
            column, row = math.floor(place[0] / CLOSEST), math.floor(place[1] / CLOSEST)
            for across in (-1, 0, 1):
                for down in (-1, 0, 1):
                    for other in cells.get((column + across, row + down), ()):
                        if other > number:
                            moved |= _push(place, places[other], number + other)
        if not moved:
            break
    return [(x, y) for x, y in places]


def _push(one: list[float], other: list[float], turn: int) -> bool:
    across, down = other[0] - one[0], other[1] - one[1]
    distance = math.hypot(across, down)
    if distance >= CLOSEST:
        return False
    if distance < 0.01:
        across, down, distance = math.cos(turn), math.sin(turn), 1.0
        push = CLOSEST / 2
    else:
        push = (CLOSEST - distance) / 2
    across, down = across / distance * push, down / distance * push
    one[0] -= across
    one[1] -= down
    other[0] += across
    other[1] += down
    return True


def _grid(count: int) -> list[Point]:
    columns = max(1, round(math.sqrt(count * ASPECT * 3)))
    return [(SPACING * (number % columns), SPACING * (number // columns)) for number in range(count)]


def _packed(placed: list[tuple[list[str], list[Point]]]) -> dict[str, Point]:
    """Set the parts in rows under the first, each row as wide as the first part or a bit more."""
    found: dict[str, Point] = {}
    if not placed:
        return found
    margin = SPACING * 1.2
    width = max(_size(placed[0][1])[0], SPACING * math.sqrt(sum(len(names) for names, _ in placed)) * ASPECT)
    left = top = row_height = 0.0
    for names, points in placed:
        across, down = _size(points)
        if left and left + across > width:
            left, top, row_height = 0.0, top + row_height + margin, 0.0
        x0, y0 = min(x for x, _ in points), min(y for _, y in points)
        found |= {iri: (left + x - x0, top + y - y0) for iri, (x, y) in zip(names, points, strict=True)}
        left, row_height = left + across + margin, max(row_height, down)
    middle_x = (min(x for x, _ in found.values()) + max(x for x, _ in found.values())) / 2
    middle_y = (min(y for _, y in found.values()) + max(y for _, y in found.values())) / 2
    return {iri: (x - middle_x, y - middle_y) for iri, (x, y) in found.items()}


def _size(points: list[Point]) -> Point:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) - min(xs), max(ys) - min(ys)
