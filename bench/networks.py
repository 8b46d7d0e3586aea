"""Made-up networks of any size, a few things with many links and many with few, as meetings give."""

from random import Random

from kg.network import Network

LINKS = 2
"""Links that each new thing brings."""


def made_up(number: int, seed: int = 1) -> Network:
    """That many things; who has many links already is more likely to get the next."""
    random = Random(seed)
    graph = Network()
    ends = list(range(LINKS))
    graph.add_nodes_from(f"id:{place:06}" for place in range(number))
    for place in range(LINKS, number):
        for other in {random.choice(ends) for _ in range(LINKS)}:
            graph.add_edge(f"id:{place:06}", f"id:{other:06}")
            ends += [place, other]
    return graph
