"""Releases read a second on one core, beside spaCy's blank English pipeline with the same gazetteer.

spaCy's EntityRuler finds the names of the gazetteer and no more; ours gives every fact. Both get the same texts,
in turn, in one process. With a folder of releases as the argument those are read, else the shipped ones.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg import reference
from kg.errors import ReleaseRefused
from kg.extract import read
from kg.loaders import load
from kg.model import Release
from kg.resources import resource
from kg.text.annotate import lexicon
from kg.text.entries import entries

ROUNDS = 5
AT_LEAST = 400
"""Releases a round, the same ones again where there are fewer, so that a round takes over a second."""


def releases(folder: Path) -> list[Release]:
    """Every release in a folder that a loader can read."""
    found: list[Release] = []
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith(("README", ".")):
            try:
                found.extend(load(path.name, path.read_bytes()))
            except ReleaseRefused as refused:
                print(f"left out: {refused}", file=sys.stderr)
    return found


def rates(work: Callable[[], int]) -> list[float]:
    """Releases a second of processor time, one number a round."""
    measured = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        done = work()
        measured.append(done / (time.process_time() - begun))
    return measured


def ours(texts: list[Release]) -> int:
    """Read all, with every fact."""
    for release in texts:
        read(release)
    return len(texts)


def peer() -> Callable[[list[Release]], int] | None:
    """spaCy's blank pipeline with the names of the gazetteer, or None where spaCy is not installed."""
    try:
        import spacy
    except ImportError:
        return None
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    known = lexicon()
    names = {entry.name: entry.thing.category for entry in entries(reference.load(), known.things)}
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in sorted(names.items())])

    def run(texts: list[Release]) -> int:
        for release in texts:
            pipeline("\n".join(span.of(release.text) for span in (release.title.span, *release.body)))
        return len(texts)

    return run


def main() -> None:
    """Measure and print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else resource("data", "releases")
    texts = releases(folder)
    texts = texts * max(1, -(-AT_LEAST // len(texts)))
    ours(texts[:20])
    rows = {"osce-kg, every fact": rates(lambda: ours(texts))}
    spacy = peer()
    if spacy is not None:
        spacy(texts[:20])
        rows["spaCy blank en + entity ruler, names only"] = rates(lambda: spacy(texts))
    characters = statistics.mean(len(release.text) for release in texts)
    print(f"{len(texts)} releases of {characters:.0f} characters on average, {ROUNDS} rounds, one core")
    print("| reader | releases/s, median | least | most |")
    print("|---|---|---|---|")
    for name, measured in rows.items():
        print(f"| {name} | {statistics.median(measured):.0f} | {min(measured):.0f} | {max(measured):.0f} |")
    if len(rows) == 2:
        first, second = (statistics.median(measured) for measured in rows.values())
        print(f"ratio to spaCy: {first / second:.2f}")
    else:
        print("spaCy is not installed: pip install -e '.[bench]' brings it")


if __name__ == "__main__":
    main()
