"""Extractors that say what a sentence must hold for them to find anything, so that most need not be asked."""

from collections.abc import Callable, Iterator

from kg.extract.draft import Draft
from kg.extract.view import View
from kg.text.rule import Rule, Trigger

Extract = Callable[[View], Iterator[Draft]]


class Needing:
    """An extractor and the bits of what it needs; called, it reads whatever it is given."""

    __slots__ = ("extract", "needs")

    def __init__(self, needs: int, extract: Extract) -> None:
        self.needs = needs
        self.extract = extract

    def __call__(self, view: View) -> Iterator[Draft]:
        """What the extractor finds in a sentence."""
        return self.extract(view)


def needing(trigger: Trigger | Rule) -> Callable[[Extract], Needing]:
    """Marks an extractor that finds nothing in a sentence without what `trigger` cannot stand in it without."""
    return lambda extract: Needing(trigger.needs_in_part, extract)


def needs_of(extract: Extract) -> int:
    """The bits of what a sentence must not lack for an extractor to be tried on it; 0 for one that does not say."""
    return extract.needs if isinstance(extract, Needing) else 0
