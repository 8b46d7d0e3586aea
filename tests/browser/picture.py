"""The picture of the graph as the page exports it, read back: things, links and names with their places."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"
_PLACE = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_SIZE = re.compile(r"scale\(([\d.]+)\)")


@dataclass(frozen=True)
class Spot:
    """A drawn thing: its title, its middle and the distance from there to its edge."""

    title: str
    x: float
    y: float
    r: float
    opacity: float


@dataclass(frozen=True)
class Picture:
    """What was drawn, the most important thing first; `ids` are theirs."""

    root: ElementTree.Element
    ids: list[int]
    things: list[Spot]
    links: list[ElementTree.Element]
    names: list[ElementTree.Element]


def saved(page: "Page", what: str) -> Path:
    """The file that an entry of the menu saves."""
    page.click("#share > summary")
    with page.expect_download() as download:
        page.click(f"#share-{what}")
    return Path(download.value.path())


def picture(page: "Page") -> Picture:
    """The exported SVG, which must be well-formed XML."""
    root = ElementTree.parse(saved(page, "svg")).getroot()
    groups = {group.get("class"): list(group) for group in root.iter(f"{SVG}g")}
    ids = [int(one.get("data-thing") or -1) for one in reversed(groups["things"])]
    return Picture(root, ids, [_spot(one) for one in reversed(groups["things"])], groups["links"], groups["names"])


def _spot(group: ElementTree.Element) -> Spot:
    place = _PLACE.search(group.get("transform") or "")
    size = _SIZE.search(group[1].get("transform") or "")
    assert place
    assert size
    title = group[0].text or ""
    return Spot(title, float(place[1]), float(place[2]), float(size[1]), float(group.get("opacity") or 1))
