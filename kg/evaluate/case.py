"""One gold file beside what was read from its releases, and the ways of comparing that all classes share.

All comparisons are one to one. An optional gold fact counts neither when it is found nor when it is not.
Where the gold is not complete, facts beyond it are not counted.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from kg.evaluate.gold import Gold, Name
from kg.evaluate.names import Names
from kg.evaluate.outcome import Outcome, Topic, Verdict, pair_off, sentence, shown
from kg.model import Reading, Support, Thing


class _Optional(Protocol):
    @property
    def optional(self) -> bool: ...


G = TypeVar("G", bound=_Optional)
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Case:
    """One gold file, what was read from its releases, and how names are compared."""

    gold: Gold
    readings: tuple[Reading, ...]
    names: Names

    def facts(self, fact_type: type[S]) -> list[S]:
        """The facts of one type of all readings, in order."""
        return [fact for reading in self.readings for fact in reading.of_type(fact_type)]

    def where(self, support: Support) -> str:
        """The sentence that a fact rests on."""
        return sentence(self.gold.text, support.evidence)

    def compare_facts(
        self,
        gold: Sequence[G],
        found: Sequence[S],
        likeness: Callable[[G, S], float],
        *,
        tell_gold: Callable[[G], Outcome],
        tell_found: Callable[[S], Outcome],
    ) -> Iterator[Outcome]:
        """The outcomes of one class of facts; `tell_…` give a fact that is missing, or extra, in words."""
        required = [one for one in gold if not one.optional]
        pairs, missing, extra = pair_off(required, found, likeness)
        _, _, extra = pair_off([one for one in gold if one.optional], extra, likeness)
        for one, _ in pairs:
            yield replace(tell_gold(one), verdict=Verdict.RIGHT)
        yield from (tell_gold(one) for one in missing)
        if self.gold.complete:
            yield from (tell_found(other) for other in extra)

    def compare_set(
        self, topic: Topic, gold: Sequence[Name], found: Sequence[Thing], also: Sequence[Name] = ()
    ) -> Iterator[Outcome]:
        """The outcomes of a property with several values; what is among `also` is not wrong."""
        pairs, missing, extra = pair_off(gold, found, lambda one, other: float(self.names.same(one, other)))
        yield from (topic.is_(Verdict.RIGHT, shown(name)) for name, _ in pairs)
        yield from (topic.is_(Verdict.MISSING, shown(name)) for name in missing)
        if self.gold.complete:
            for thing in extra:
                if not any(self.names.same(name, thing) for name in also):
                    yield topic.is_(Verdict.EXTRA, thing.label)

    def compare_value(self, topic: Topic, gold: str | None, found: str | None) -> Iterator[Outcome]:
        """The outcomes of a property with at most one value."""
        if gold is not None:
            yield topic.is_(Verdict.RIGHT if gold == found else Verdict.MISSING, gold)
        if found is not None and gold != found and self.gold.complete:
            yield topic.is_(Verdict.EXTRA, found)
