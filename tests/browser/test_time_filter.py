"""The filter by time against the same worked out in Python, on data of every kind of dating."""

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from oracle import Choice, Expected, expected

from kg.page.bundle import SCRIPTS, bundle

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HARNESS = """import { modelOf } from "./data.js";
import { filtered } from "./filter.js";
import { initialState } from "./state.js";

globalThis.passing = (cases) => cases.map(({ data, choice }) => {
  const model = modelOf(data);
  const shown = filtered(model, { ...initialState(model), ...choice });
  const places = (flags) => [...flags].flatMap((on, place) => (on ? [place] : []));
  return [places(shown.nodeOn), places(shown.statementOn), shown.nodeCount, shown.statementCount];
});
"""
"""The page's own filter, without a page around it."""

DAYS = st.integers(0, 40)
PERIODS = st.one_of(
    st.just({}),
    st.builds(lambda day: {"start": day, "end": day}, DAYS),
    st.builds(lambda one, other: {"start": min(one, other), "end": max(one, other)}, DAYS, DAYS),
    st.builds(lambda day: {"start": day}, DAYS),
    st.builds(lambda day: {"end": day}, DAYS),
)
"""Undated, one day, a stretch, no known end, no known beginning."""

WINDOWS = st.one_of(
    st.tuples(st.none() | DAYS, st.none()),
    st.tuples(st.none(), DAYS),
    st.tuples(DAYS, DAYS).map(lambda days: tuple(sorted(days))),
)
CHOICES = st.builds(
    lambda window, undated: Choice(since=window[0], until=window[1], undated=undated), WINDOWS, st.booleans()
)
Case = tuple[dict[str, Any], Choice]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A few things, statements among them, also of one thing alone, and a window with or without the undated."""
    periods = draw(st.lists(PERIODS, min_size=1, max_size=6))
    nodes = [
        {"id": number, "label": "", "iri": str(number), "category": 0, "x": 0, "y": 0, **period}
        for number, period in enumerate(periods)
    ]
    ends = st.integers(0, len(nodes) - 1)
    edges = [
        {"from": one, "to": other, "relation": 0, "origin": "release", "fact": "", **period}
        for one, other, period in draw(st.lists(st.tuples(ends, ends, PERIODS), max_size=10))
    ]
    return data(nodes, edges), draw(CHOICES)


def data(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, Any]:
    """The data of a page with these things and statements."""
    return {
        "nodes": nodes,
        "edges": edges,
        "categories": [{"term": "Person", "group": "actor"}],
        "relations": [{"term": "metWith"}],
        "statuses": [{"term": "happened"}],
        "about": {"newest": None},
    }


@pytest.fixture(scope="module")
def passing(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Gives what the page's filter lets through for each of many cases."""
    folder = tmp_path_factory.mktemp("script") / "modules"
    shutil.copytree(SCRIPTS, folder)
    (folder / "harness.js").write_text(HARNESS, "utf-8")
    page: Any = browser.new_page()
    page.evaluate(bundle(folder, "harness.js"))
    yield lambda asked: page.evaluate("(cases) => passing(JSON.parse(cases))", json.dumps(asked))
    page.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(cases(), min_size=10, max_size=25))
@example([(data([{"id": 0, "label": "", "iri": "0", "category": 0, "x": 0, "y": 0}], []), Choice(undated=False))])
def test_what_the_filter_lets_through_is_what_overlaps(passing: Any, found: list[Case]) -> None:
    asked = [
        {"data": drawn, "choice": {"since": choice.since, "until": choice.until, "undated": choice.undated}}
        for drawn, choice in found
    ]
    for (drawn, choice), (nodes, edges, node_count, edge_count) in zip(found, passing(asked), strict=True):
        wanted = expected(drawn, choice)
        assert Expected(set(nodes), set(edges)) == wanted, (drawn, choice)
        assert (node_count, edge_count) == (len(wanted.nodes), len(wanted.edges))
