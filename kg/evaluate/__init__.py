"""How good the extraction is: readings against the gold annotation of the same releases.

`run` compares with gold files (their format is told in `data/gold/README.md`) and gives a `Report`;
`readouts` counts how often a release's body alone gives the pair
that its title names.
"""

from kg.evaluate.agreement import agreement
from kg.evaluate.gold import GoldError
from kg.evaluate.readouts import readouts
from kg.evaluate.report import Report
from kg.evaluate.run import run

__all__ = ["GoldError", "Report", "agreement", "readouts", "run"]
