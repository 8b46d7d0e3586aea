"""How the time of reading grows with the length of one line, made of one unit again and again.

A rule that goes back and forth in a line takes the square of its length; here its exponent stands near 2, not 1. For
each unit the cost of a page with a line of 10,000 and of 160,000 characters is measured in processor time, that of the
page without the line taken away.
"""

import sys
import time
from pathlib import Path

from measuring import exponent

from kg.errors import KgError
from kg.extract import read
from kg.loaders import load

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from test_loaders_fuzz import with_line  # noqa: E402
from test_reading_fuzz import UNITS  # noqa: E402

PAGE = "newsroom.txt"
LENGTHS = (10_000, 40_000, 160_000)
BAR = 1.25
"""Above it a line is named; a sentence is cut at some thousand characters, so short lines have a slope of their own."""


def seconds(data: bytes) -> float:
    """The processor time of reading a page, the least of two."""
    taken = []
    for _ in range(2):
        begun = time.process_time()
        try:
            for release in load(PAGE, data):
                read(release)
        except KgError:
            # A page that is refused is read as far as it is to be.
            pass
        taken.append(time.process_time() - begun)
    return min(taken)


def main() -> int:
    """Measure and print the table; 1 where a line is over the bar."""
    seconds(with_line(PAGE, "a", 0))
    bare = seconds(with_line(PAGE, "a", 0))
    print("| unit | " + " | ".join(f"{length:,}" for length in LENGTHS) + " | exponent |")
    print("|---|" + "---|" * (len(LENGTHS) + 1))
    over = 0
    for unit in UNITS:
        costs = [max(seconds(with_line(PAGE, unit, length)) - bare, 0.001) for length in LENGTHS]
        power = exponent(list(zip(LENGTHS, costs, strict=True))) or 0.0
        over += power > BAR
        print(f"| {unit!r} | " + " | ".join(f"{cost:.3f} s" for cost in costs) + f" | {power:.2f} |", flush=True)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
