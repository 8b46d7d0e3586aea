"""Rows of figures as Markdown and JSON, each beside its peer and its bar, and beside what was measured before."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from measuring import Figure

WORSE = 0.2
LIBRARIES = ("pyoxigraph", "rdflib", "spacy", "igraph", "networkx", "pyvis")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured: ours, the peer's, and the ratio in which more is better unless `bar` says at most.

    `unit` is what the figures are in. `bar` reads `>= 50` or `<= 6` and is about the ratio.
    """

    part: str
    what: str
    size: str
    unit: str
    ours: Figure | None
    peer: str = ""
    theirs: Figure | None = None
    ratio: float | None = None
    bar: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """By which the row is found again in an earlier table."""
        return " | ".join((self.part, self.what, self.size, self.peer))

    @property
    def met(self) -> str:
        """Whether the bar is met: yes, no, or nothing where there is none."""
        if not self.bar or self.ratio is None:
            return ""
        kind, number = self.bar.split()
        return "yes" if (self.ratio >= float(number) if kind == ">=" else self.ratio <= float(number)) else "NO"


def machine() -> dict[str, str]:
    """What was measured on."""
    processor = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.is_file():
        models = [line.partition(":")[2].strip() for line in about.read_text().splitlines() if "model name" in line]
        processor = models[0] if models else processor
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": processor,
        "cores": str(os.cpu_count()),
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        **{name: _version(name) for name in LIBRARIES},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def to_json(rows: Iterable[Row], about: dict[str, str]) -> str:
    """The whole table as JSON."""
    return json.dumps({"machine": about, "rows": [asdict(row) | {"met": row.met} for row in rows]}, indent=1) + "\n"


def ratios(text: str) -> dict[str, float]:
    """The ratios of an earlier table by their rows' keys."""
    rows = json.loads(text)["rows"]
    keys = ("part", "what", "size", "peer")
    return {" | ".join(row[key] for key in keys): row["ratio"] for row in rows if row["ratio"] is not None}


def worse(row: Row, before: dict[str, float]) -> str:
    """What to say of a ratio that got worse by over a fifth, else nothing."""
    known = before.get(row.key)
    if known is None or row.ratio is None or not known or not row.ratio:
        return ""
    lower_is_better = row.bar.startswith("<=") or row.what.startswith("grows")
    change = row.ratio / known if lower_is_better else known / row.ratio
    return f"**worse: was {number(known)}**" if change > 1 + WORSE else ""


def to_markdown(rows: Sequence[Row], before: dict[str, float]) -> str:
    """The table, a section for each part."""
    lines: list[str] = []
    for part in dict.fromkeys(row.part for row in rows):
        lines += ["", f"### {part}", ""]
        lines.append("| what | size | us | peer | theirs | ratio | bar | met | |")
        lines.append("|---|---|---|---|---|---|---|---|---|")
        for row in rows:
            if row.part == part:
                cells = (
                    row.what,
                    row.size,
                    written(row.ours, row.unit),
                    row.peer,
                    written(row.theirs, row.unit),
                    _ratio(row),
                    row.bar,
                    row.met,
                    "; ".join(filter(None, (row.note, worse(row, before)))),
                )
                lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _ratio(row: Row) -> str:
    if row.ratio is None:
        return ""
    bound = "≥ " if row.theirs is not None and row.theirs.over else ""
    return f"{bound}{number(row.ratio)}"


def number(value: float) -> str:
    """Three figures that count, thousands apart."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def written(figure: Figure | None, unit: str) -> str:
    """A figure with its spread: `12.1 ms (11.9–12.8)`; the spread is left out where it was measured once."""
    if figure is None:
        return ""
    values = (figure.median, figure.least, figure.most)
    name = unit
    if unit == "s" and figure.median < 1:
        values, name = tuple(value * 1000 for value in values), "ms"
    if unit == "bytes":
        values, name = tuple(value / 2**20 for value in values), "MiB"
    spread = f" ({number(values[1])}–{number(values[2])})" if figure.rounds > 1 else ""
    return f"{'> ' if figure.over else ''}{number(values[0])} {name}{spread}"
