"""What changed between two graphs, told in diplomatic terms: chair changed, tenure ended, plan now done."""

from kg.diff.compare import Difference, compare
from kg.diff.model import Change
from kg.diff.side import Side, read

__all__ = ["Change", "Difference", "Side", "compare", "read"]
