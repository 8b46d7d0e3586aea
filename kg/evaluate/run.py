"""From paths of gold files to a report."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kg import extract, loaders
from kg.evaluate import compare
from kg.evaluate.acts import acts
from kg.evaluate.case import Case
from kg.evaluate.events import events
from kg.evaluate.forbidden import violations
from kg.evaluate.gold import Gold
from kg.evaluate.names import Names, shipped
from kg.evaluate.parse import Load, find_gold, load_gold
from kg.evaluate.report import FileResult, Report
from kg.model import Reading, Release

Read = Callable[[Release], Reading]


def run(
    paths: Sequence[Path], read: Read | None = None, load: Load | None = None, names: Names | None = None
) -> Report:
    """Read the releases of all gold files at `paths` (files or folders) and compare.

    `read` is by default the project's own extraction, `load` its loaders, `names` the shipped reference
    facts. Raises `GoldError` for a gold file that is not as the format asks for.
    """
    chosen = read if read is not None else extract.read
    known = names if names is not None else shipped()
    opened = load if load is not None else loaders.load
    return Report(tuple(evaluate_file(load_gold(path, opened), chosen, known) for path in find_gold(paths)))


def evaluate_file(gold: Gold, read: Read, names: Names) -> FileResult:
    """Read the releases of one gold file and compare."""
    readings = tuple(read(release) for release in gold.releases)
    case = Case(gold, readings, names.with_people(gold.people))
    told = events(case)
    said, act_factuality = acts(case)
    outcomes = (
        *compare.header(case),
        *compare.mentions(case),
        *compare.tenures(case),
        *told.outcomes,
        *compare.memberships(case),
        *said,
    )
    return FileResult(
        name=gold.name,
        outcomes=outcomes,
        factuality=(*told.factuality, *act_factuality),
        violations=tuple(violations(case)),
        forbidden=len(gold.forbidden),
        refused=gold.refused,
    )
