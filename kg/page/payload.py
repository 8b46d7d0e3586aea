"""What the page's script is given: plain lists, texts and whole numbers, in the same order each time."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from kg.network.model import ACTOR_CATEGORIES, EVENT_CATEGORIES, Network, Node, Period, ReleaseCard, Statement
from kg.network.model import statements as statements_of
from kg.network.period import first_day, last_day
from kg.page.names import short_names
from kg.page.presentation import Presentation

EPOCH = date(1970, 1, 1)
STATUSES = {
    "happened": "took place",
    "planned": "planned",
    "calledFor": "called for",
    "denied": "denied",
    "presupposed": "presupposed",
}

_ODD = re.compile("[\0\ud800-\udfff]")

Json = dict[str, Any]


def plain(text: str) -> str:
    """Text that every file and browser can hold: lone surrogates and NUL become U+FFFD."""
    return _ODD.sub("\ufffd", text)


class Payload:
    """A network as the page's script takes it.

    `nodes` stand in the order of importance, and a node's `id` is its place in it. `edges` are the
    statements, one each. Days are counted from 1970-01-01.
    """

    def __init__(
        self,
        graph: Network,
        ranking: list[str],
        places: Mapping[str, tuple[int, int]],
        presentation: Presentation,
    ) -> None:
        """Number everything; `ranking` has all of the graph's nodes, `places` where each stands."""
        self._graph = graph
        self._presentation = presentation
        self._numbers = {iri: number for number, iri in enumerate(ranking)}
        said = statements_of(graph)
        said.sort(key=lambda one: (self._numbers[one.subject], self._numbers[one.object], one.key))
        names = {data["node"].category for _, data in graph.nodes(data=True)}
        self._categories = sorted(names, key=lambda name: (presentation.look(name).order, name))
        uses = Counter(one.relation for one in said)
        self._relations = sorted(uses, key=lambda name: (-uses[name], name))
        self._short = short_names(data["node"] for _, data in graph.nodes(data=True))
        self._releases: dict[str, ReleaseCard] = graph.graph["releases"]
        self._cited = sorted({item.release for one in said for item in one.evidence})
        self._release_numbers = {iri: number for number, iri in enumerate(self._cited)}
        passages = sorted({item for one in said for item in one.evidence})
        self._passage_numbers = {item: number for number, item in enumerate(passages)}
        self.nodes: list[Json] = [self._node(graph.nodes[iri]["node"], places[iri]) for iri in ranking]
        self.edges: list[Json] = [self._edge(one) for one in said]
        self.rest: Json = {
            "categories": self._category_list(),
            "relations": [{"term": name, "label": presentation.link(name)} for name in self._relations],
            "statuses": [{"term": term, "label": label} for term, label in STATUSES.items()],
            "passages": [[self._release_numbers[item.release], item.offset, plain(item.quote)] for item in passages],
            "releases": [self._release(iri) for iri in self._cited],
        }

    def _category_list(self) -> list[Json]:
        marks: Counter[str] = Counter()
        found: list[Json] = []
        for name in self._categories:
            look = self._presentation.look(name)
            group = "event" if name in EVENT_CATEGORIES else "actor" if name in ACTOR_CATEGORIES else "other"
            found.append(
                {
                    "term": name,
                    "label": plain(look.label),
                    "shape": look.shape,
                    "colour": look.colour,
                    # Classes that share a shape get different marks inside it, so that shape alone tells.
                    "mark": marks[look.shape],
                    "group": group,
                }
            )
            marks[look.shape] += 1
        return found

    def _node(self, node: Node, place: tuple[int, int]) -> Json:
        found: Json = {
            "id": self._numbers[node.iri],
            "label": plain(node.label),
            "iri": plain(node.iri),
            "category": self._categories.index(node.category),
            "x": place[0],
            "y": place[1],
        } | _days(node.period)
        if node.iri in self._short:
            found["short"] = plain(self._short[node.iri])
        if node.aliases:
            found["aliases"] = [plain(alias) for alias in node.aliases]
        if node.status is not None and node.status != "happened":
            found["status"] = list(STATUSES).index(node.status)
        if node.same_as:
            found["sameAs"] = [plain(iri) for iri in node.same_as]
        if not node.verified:
            found["unverified"] = True
        if node.details:
            found["details"] = [[plain(words), plain(value)] for words, value in node.details]
        if node.sources:
            found["sources"] = [plain(source) for source in node.sources]
        return found

    def _edge(self, statement: Statement) -> Json:
        found: Json = {
            "from": self._numbers[statement.subject],
            "to": self._numbers[statement.object],
            "relation": self._relations.index(statement.relation),
            "origin": statement.origin.value,
            "fact": plain(statement.fact),
        } | _days(statement.period)
        if statement.status != "happened":
            found["status"] = list(STATUSES).index(statement.status)
        optional: Json = {
            "detail": plain(statement.detail),
            "evidence": [self._passage_numbers[item] for item in statement.evidence],
            "sources": [plain(one) for one in statement.sources],
            "rules": [plain(one) for one in statement.rules],
            "confidence": statement.confidence,
            "basis": self._numbers.get(statement.basis or ""),
        }
        return found | {key: value for key, value in optional.items() if value not in (None, "", [])}

    def _release(self, iri: str) -> Json:
        card = self._releases.get(iri) or ReleaseCard(iri, iri)
        values = {
            "iri": card.iri,
            "title": card.title,
            "issued": card.issued,
            "publisher": card.publisher,
            "url": card.url,
        }
        return {key: plain(value) for key, value in values.items() if value is not None}


def _days(period: Period) -> Json:
    """A period as whole days, and as the words that its sources have for it."""
    found: Json = {}
    if period.start is not None:
        found |= {"start": (first_day(period.start) - EPOCH).days, "since": period.start}
    if period.end is not None:
        found |= {"end": (last_day(period.end) - EPOCH).days, "until": period.end}
    if period.observed:
        found["observed"] = True
    return found


__all__ = ["Json", "Payload", "plain"]
