"""All that is measured, as one table in Markdown and JSON.

    python bench/run.py [--parts read,ask] [--sizes 1000,20000,100000] [--work FOLDER] [--keep] [--json FILE]

Archives and stores lie in the working folder and are deleted at the end unless `--keep` is given. A run of all parts
and sizes writes docs/performance.md and docs/performance.json; one of some is only printed, beside the same rows of the
table that is there. A ratio that got worse by over a fifth is marked. `bench/README.md` tells what it takes.
"""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from measuring import PATIENCE
from parts import PARTS, Bench
from table import Row, machine, ratios, to_json, to_markdown

SIZES = (1_000, 20_000, 100_000)
DOCS = Path(__file__).parents[1] / "docs"
OPENING = """\
# How fast it is

Written by `make bench`; [bench/README.md](../bench/README.md) tells what each part measures and how.
Every ratio is from one run on one
machine. Figures are medians, with the least and the most of the rounds in brackets; without brackets it was measured
once. A peer gets {patience:.0f} s for a question; `>` and `≥` mark what that ended. Made-up archives are of a realistic
shape: some 1,300 characters and 300 quads a release.

Measured on: {machine}. Load of the machine before and after: {load}.
"""


def main() -> int:
    """Measure and print; 1 where something got worse by over a fifth."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--parts", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    reader.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of releases")
    reader.add_argument("--work", type=Path, default=Path("build/bench"), help="where archives and stores lie")
    reader.add_argument("--keep", action="store_true", help="leave archives and stores there")
    reader.add_argument("--json", type=Path, help="a file to write the rows to, whatever was measured")
    reader.add_argument("--write", action="store_true", help="write docs/performance.* whatever was measured")
    given = reader.parse_args()
    names = [name for name in given.parts.split(",") if name]
    unknown = sorted(set(names) - PARTS.keys())
    if unknown:
        reader.error(f"no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    try:
        sizes = tuple(sorted({int(size) for size in given.sizes.split(",") if size}))
    except ValueError:
        reader.error(f"--sizes {given.sizes}: give numbers of releases, such as 1000,20000")
    bench = Bench(given.work.resolve(), sizes)
    bench.folder.mkdir(parents=True, exist_ok=True)
    load = [os.getloadavg()[0]]
    rows: list[Row] = []
    try:
        for name in names:
            begun = time.monotonic()
            for row in PARTS[name](bench):
                if row.ours is None and row.theirs is None and row.ratio is None and not row.note:
                    # One size has no exponent.
                    continue
                rows.append(row)
                print(f"{name}: {row.what}, {row.size}", file=sys.stderr, flush=True)
            print(f"{name}: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    finally:
        if not given.keep:
            shutil.rmtree(bench.folder, ignore_errors=True)
    load.append(os.getloadavg()[0])
    about = machine()
    before_file = DOCS / "performance.json"
    before = ratios(before_file.read_text("utf-8")) if before_file.is_file() else {}
    text = OPENING.format(
        patience=PATIENCE,
        machine=", ".join(f"{name} {value}" for name, value in about.items()),
        load=" and ".join(f"{one:.1f}" for one in load),
    ) + to_markdown(rows, before)
    print(text)
    if given.json:
        given.json.write_text(to_json(rows, about), encoding="utf-8")
    if given.write or (names == list(PARTS) and sizes == SIZES):
        (DOCS / "performance.md").write_text(text, encoding="utf-8")
        before_file.write_text(to_json(rows, about), encoding="utf-8")
    return 1 if "**worse" in text else 0


if __name__ == "__main__":
    sys.exit(main())
