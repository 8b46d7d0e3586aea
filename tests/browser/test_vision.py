"""Types are told apart by shape and fill, whatever colours the reader sees."""

import base64
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from conftest import Open

from kg import page as pages
from kg.network.model import Network, Node, Period

DEFICIENCIES = ("achromatopsia", "deuteranopia", "protanopia", "tritanopia")
SHARE = 0.02
"""How much of a glyph's field has to differ clearly, which is a mark's worth."""

COMPARE = """async ([picture, boxes]) => {
  const image = new Image();
  await new Promise((done) => { image.onload = done; image.src = "data:image/png;base64," + picture; });
  const canvas = document.createElement("canvas");
  const side = 36;
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const glyphs = boxes.map((box) => {
    context.drawImage(image, box.x, box.y, box.side, box.side, 0, 0, side, side);
    return context.getImageData(0, 0, side, side).data;
  });
  const unlike = (one, other) => {
    let apart = 0;
    for (let at = 0; at < one.length; at += 4) {
      if (Math.abs(one[at] - other[at]) > 51 || Math.abs(one[at + 1] - other[at + 1]) > 51
        || Math.abs(one[at + 2] - other[at + 2]) > 51) apart += 1;
    }
    return apart / (side * side);
  };
  const coloured = glyphs.some((glyph) => glyph.some((value, at) => at % 4 === 0 && value !== glyph[at + 1]));
  return { coloured, shares: glyphs.map((one) => glyphs.map((other) => unlike(one, other))) };
}"""
"""For every two boxes of a picture the share of pixels in which some channel differs by a fifth or more."""


@pytest.fixture(scope="module")
def all_types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with one thing of every type that has a look."""
    graph = Network(releases={}, newest=None, focus=None, left_out=0)
    for category in sorted(pages.load().looks):
        iri = f"https://example.org/{category}"
        graph.add_node(iri, node=Node(iri, category, category, (), Period(None, None), None, (), True))
    path = tmp_path_factory.mktemp("types") / "types.html"
    pages.write(path, pages.render(graph, pages.load()))
    return path


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_two_types_look_different_under_each_vision(open_page: Open, all_types: Path, theme: str) -> None:
    page: Any = open_page(all_types, color_scheme=theme, width=900, height=900, device_scale_factor=2)
    reader: Any = page.context.new_page()
    boxes = page.evaluate(
        "[...document.querySelectorAll('#facet-things .glyph')].map((glyph) => {"
        " const box = glyph.getBoundingClientRect(); return { x: 2 * box.x, y: 2 * box.y, side: 2 * box.width }; })"
    )
    assert max(box["y"] + box["side"] for box in boxes) <= 2 * 900
    assert len(boxes) == len(pages.load().looks) > 10
    session = page.context.new_cdp_session(page)
    for deficiency in DEFICIENCIES:
        session.send("Emulation.setEmulatedVisionDeficiency", {"type": deficiency})
        found = reader.evaluate(COMPARE, [base64.b64encode(page.screenshot()).decode("ascii"), boxes])
        assert found["coloured"] == (deficiency != "achromatopsia")
        for one, other in combinations(range(len(boxes)), 2):
            names = [page.data["categories"][number]["term"] for number in (one, other)]
            share = found["shares"][one][other]
            assert share >= SHARE, f"{names[0]} and {names[1]} look alike: {deficiency}, {share:.3f}"
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": "none"})
    session.detach()
    reader.close()
