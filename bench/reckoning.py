"""What a million and a hundred million releases take, reckoned from measured figures, written into docs/scale.md.

    python bench/reckoning.py [FILE]

The file is what `bench/run.py --json FILE` or a whole `make bench` wrote; without one, docs/performance.json. It must
have the parts `read`, `spread` and `scale`.
"""

import json
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
BEGIN, END = "<!-- begin of what bench/reckoning.py writes -->\n", "<!-- end of it -->\n"
RELEASES = (1_000_000, 100_000_000)
CORES = (16, 64, 256)


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of one machine: rates a second, sizes in bytes.

    `read` is releases on one core, `handed` releases that one machine can look at and hand out; the rest is about the
    quads of a release, and loading them into a store in a folder and into Virtuoso.
    """

    read: float
    handed: float
    quads: float
    nquads: float
    packed: float
    folder_load: float
    folder_bytes: float
    virtuoso_load: float
    virtuoso_bytes: float


WANTED = {
    "read": ("Reading", "real readouts", 1),
    "handed": ("Cores and clusters", "looked at and handed out, nothing to read", 1),
    "quads": ("Scale", "quads a release", 1),
    "nquads": ("Scale", "N-Quads a release", 1000),
    "packed": ("Scale", "N-Quads a release, packed", 1000),
    "folder_load": ("Scale", "load into a folder, with rules and index", 1),
    "folder_bytes": ("Scale", "folder on the disk", 1),
    "virtuoso_load": ("Scale", "load into Virtuoso, loaders: 2", 1),
    "virtuoso_bytes": ("Scale", "Virtuoso on the disk", 1),
}
"""The part, the row, and what its unit is a multiple of."""


def measured(text: str) -> Measured:
    """The figures in a table as JSON, of the largest archive; raises `LookupError` naming a row that it lacks."""
    rows = {(row["part"], row["what"]): row["ours"] for row in json.loads(text)["rows"] if row["ours"]}
    for part, what, _ in WANTED.values():
        if (part, what) not in rows:
            raise LookupError(f"no row “{what}” of “{part}”; measure --parts read,spread,scale")
    return Measured(**{name: rows[part, what]["median"] * unit for name, (part, what, unit) in WANTED.items()})


def machines(of: Measured, cores: int) -> int:
    """How many machines must run `kg build`, each for a part of the archive, to keep so many cores reading."""
    return math.ceil(of.read * cores / of.handed)


def markdown(of: Measured, about: dict[str, str]) -> str:
    """What was measured, and the table of what is reckoned from it."""
    sizes = " | ".join(words(size, "releases") for size in RELEASES)
    rows: list[tuple[str, Callable[[int], str]]] = [
        ("quads", lambda size: words(size * of.quads)),
        ("N-Quads", lambda size: words(size * of.nquads, "bytes")),
        ("N-Quads, packed", lambda size: words(size * of.packed, "bytes")),
        ("reading, core hours", lambda size: hours(size / of.read)),
        *(
            (f"reading, hours on {cores} cores", lambda size, cores=cores: hours(size / of.read / cores))
            for cores in CORES
        ),
        ("into a folder, hours", lambda size: hours(size * of.quads / of.folder_load)),
        ("the folder", lambda size: words(size * of.quads * of.folder_bytes, "bytes")),
        ("into Virtuoso, hours", lambda size: hours(size * of.quads / of.virtuoso_load)),
        ("Virtuoso's files", lambda size: words(size * of.quads * of.virtuoso_bytes, "bytes")),
    ]
    table = "\n".join(f"| {name} | {' | '.join(value(size) for size in RELEASES)} |" for name, value in rows)
    feeding = ", ".join(f"{machines(of, cores)} for {cores} cores" for cores in CORES)
    return f"""\
Measured on {about["cores"]} cores of {about["processor"].removeprefix("processor ")}: {of.read:,.0f} releases a second
read on one core; {of.quads:,.0f} quads a release in {of.nquads / 1000:,.0f} kB of N-Quads, {of.packed / 1000:,.1f} kB
packed; {of.folder_load:,.0f} quads a second into a folder, rules and index included, and {of.virtuoso_load:,.0f} by two
of Virtuoso's loaders; {of.folder_bytes:,.0f} and {of.virtuoso_bytes:,.0f} bytes on the disk for a quad. Reckoned from
that, as if all grew as the number of releases does:

| | {sizes} |
|---|{"---|" * len(RELEASES)}
{table}

One machine looks at {of.handed:,.0f} releases a second and hands them to others. Where they read more than that, the
archive is cut into parts, and as many machines run `kg build`, each for its part: {feeding}.
"""


def words(value: float, unit: str = "") -> str:
    """A large number in words: `34 billion`, `430 GB`."""
    names = ("bytes", "kB", "MB", "GB", "TB", "PB") if unit == "bytes" else ("", "thousand", "million", "billion")
    power = min(int(math.log10(max(value, 1)) + 1e-9) // 3, len(names) - 1)
    rest = "" if unit == "bytes" else unit
    return " ".join(filter(None, (f"{float(f'{value / 1000**power:.2g}'):,g}", names[power], rest)))


def hours(seconds: float) -> str:
    """Seconds as hours, in two figures that count."""
    return f"{float(f'{seconds / 3600:.2g}'):,g}"


def placed(page: str, text: str) -> str:
    """The page with the text between the two marks."""
    before, found, rest = page.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not found or not ended:
        raise LookupError("docs/scale.md lacks the marks between which the reckoning stands")
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def main() -> None:
    """Write the reckoning."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "performance.json"
    text, page = source.read_text("utf-8"), DOCS / "scale.md"
    try:
        page.write_text(
            placed(page.read_text("utf-8"), markdown(measured(text), json.loads(text)["machine"])), encoding="utf-8"
        )
    except LookupError as error:
        sys.exit(f"{source}: {error}")


if __name__ == "__main__":
    main()
