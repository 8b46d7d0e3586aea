"""Speech acts against the gold's: who did what in which sentence, about what and to whom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from kg.evaluate.case import Case
from kg.evaluate.gold import ANY, GoldAct
from kg.evaluate.outcome import Outcome, Topic, Verdict, overlap, pair_off, sentence, shown
from kg.model import Act

T = TypeVar("T")


def merged(act: Act, others: Sequence[Act]) -> Act:
    """An act that is about, and addressed to, all that any of these is."""
    every = (act, *others)
    return replace(
        act,
        about=tuple(dict.fromkeys(thing for one in every for thing in one.about)),
        addressed_to=tuple(dict.fromkeys(thing for one in every for thing in one.addressed_to)),
    )


def acts(case: Case) -> tuple[list[Outcome], list[tuple[str, str]]]:
    """The outcomes of speech acts, and for each act found the factuality in the gold and in the reading.

    What is told of one act in several sentences (a quotation, say) may be read as several: all that agree
    with a gold act count as that one.
    """
    if "acts" not in case.gold.given:
        return [], []
    text = case.gold.text

    def likeness(gold: GoldAct, act: Act) -> float:
        right = act.act_type in gold.types and (gold.speaker == ANY or case.names.same(gold.speaker, act.speaker))
        if not right or not overlap(gold.spans, act.support.evidence):
            return 0.0
        shared = sum(case.names.same(name, thing) for name in gold.about for thing in act.about)
        return 1.0 + shared + 0.5 * (gold.factuality == act.factuality.value)

    required = [one for one in case.gold.acts if not one.optional]
    pairs, missing, extra = pair_off(required, case.facts(Act), likeness)
    repeats: dict[int, list[Act]] = {}
    left = []
    for act in extra:
        scores = [likeness(one, act) for one, _ in pairs]
        best = max(scores, default=0.0)
        if best > 0:
            repeats.setdefault(scores.index(best), []).append(act)
        elif not any(likeness(one, act) for one in case.gold.acts if one.optional):
            left.append(act)
    outcomes: list[Outcome] = []
    for index, (gold, first) in enumerate(pairs):
        act = merged(first, repeats.get(index, []))
        says, where = tell_act(gold), sentence(text, gold.spans)
        outcomes.append(Outcome("acts", Verdict.RIGHT, says, where))
        for key, row, wanted, things in (
            ("about", "acts: about", gold.about, act.about),
            ("addressed_to", "acts: addressed to", gold.addressed_to, act.addressed_to),
            ("conveyed_by", "acts: conveyed by", _listed(gold.conveyed_by), _listed(act.conveyed_by)),
        ):
            if key in gold.given:
                topic = Topic(row, f"{says} {row.removeprefix('acts: ')}", where)
                outcomes += case.compare_set(topic, wanted, things, gold.also)
    outcomes += [Outcome("acts", Verdict.MISSING, tell_act(one), sentence(text, one.spans)) for one in missing]
    if case.gold.complete:
        outcomes += [Outcome("acts", Verdict.EXTRA, tell_found_act(one), case.where(one.support)) for one in left]
    factuality = [(one.factuality, act.factuality.value) for one, act in pairs if one.factuality is not None]
    return outcomes, factuality


def _listed(value: T | None) -> tuple[T, ...]:
    return () if value is None else (value,)


def tell_act(act: GoldAct) -> str:
    """A gold act in words."""
    return f"{shown(act.speaker)} {'/'.join(act.types)}"


def tell_found_act(act: Act) -> str:
    """An act that was read in words."""
    return f"{act.speaker.label if act.speaker is not None else 'nobody'} {act.act_type}"
