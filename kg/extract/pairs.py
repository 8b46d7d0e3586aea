"""Meetings that one sentence tells together and that later ones tell one by one.

“X met A, B and C of a state. “…,” A said as he met X. At X's meeting with B, …”: these met X apart, and so did C.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.extract.draft import TALK_CLASSES, Draft
from kg.model import Factuality

_NEAR = 5
"""Paragraphs behind a sentence in which those meetings are told one by one that it tells together."""
_LEAST = 2
"""Meetings told apart that show that all were apart: one alone may be another talk at the same occasion."""


def in_pairs(kept: list[Draft], absorb: Callable[[Draft, Draft], None]) -> list[Draft]:
    """The meetings with each that is told one by one further on parted; `absorb` adds what they say to what is told of all."""
    parted: list[Draft] = []
    taken: list[Draft] = []
    for draft in kept:
        told = [one for one in kept if _is_pair_of(one, draft)] if _may_be_several(draft) else []
        shared = frozenset.intersection(*(one.actors for one in told)) if told else frozenset()
        others = {actor for one in told for actor in one.actors - shared}
        if len(shared) != 1 or len(others) < _LEAST or not _of_one_state(draft, shared):
            parted.append(draft)
            continue
        parted += _with_each(draft, told, next(iter(shared)), absorb)
        taken += told
    return [one for one in parted if not any(one is other for other in taken)]


def _with_each(draft: Draft, told: list[Draft], who: str, absorb: Callable[[Draft, Draft], None]) -> Iterator[Draft]:
    """A meeting with each whom `who` met, when and where all were, and with what is `told` of it further on."""
    own = [party for party in draft.parties if party.thing.iri.value == who]
    for party in draft.parties:
        if party in own:
            continue
        one = replace(
            draft,
            parties=[*own, party],
            roles={},
            evidence=dict(draft.evidence),
            discusses=list(draft.discusses),
        )
        for other in told:
            if other.actors == one.actors:
                absorb(one, other)
        yield one


def _may_be_several(draft: Draft) -> bool:
    """Whether somebody is told to have met more than one person, in a sentence that does not say how."""
    return (
        draft.category in TALK_CLASSES
        and draft.factuality is Factuality.HAPPENED
        and draft.rule == "meeting.verb"
        and len(draft.parties) > _LEAST
        and all(party.thing.kind == "person" for party in draft.parties)
        and not draft.formats
        and not draft.roles
    )


def _of_one_state(draft: Draft, who: frozenset[str]) -> bool:
    """Whether those whom `who` met serve one state, which he or she does not: a tour of its offices."""
    states: list[set[str]] = [set(), set()]
    for party in draft.parties:
        served = (post.organization for post, _ in party.posts)
        states[party.thing.iri.value in who] |= {
            one.iri.value for one in served if one is not None and one.kind == "state"
        }
    met, own = states
    return len(met) == 1 and not met & own


def _is_pair_of(draft: Draft, total: Draft) -> bool:
    """Whether a meeting of two, told further on, can be one of those that a sentence tells together."""
    return (
        draft.category in TALK_CLASSES
        and draft.factuality is Factuality.HAPPENED
        and draft.position > total.position
        and draft.position[0] - total.position[0] <= _NEAR
        and len(draft.actors) == _LEAST
        and draft.actors < total.actors
        and not draft.formats
        and (draft.start is None or total.start is None or total.start.startswith(draft.start))
    )
