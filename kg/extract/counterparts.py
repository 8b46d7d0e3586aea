"""Whom “they” means where one person met or called several, each apart: the one of them of whom a sentence tells, with that person."""

from kg.extract.view import View, things_of
from kg.model import Thing
from kg.text.document import Actor


def spoken_with(view: View) -> tuple[Thing, ...]:
    """The pair who met or spoke alone and of whom a sentence tells, naming one or both; nobody where it names several, or no such pair is told."""
    told = (one.people for one in view.document.companies if not one.travelling and len(one.people) == _PAIR)
    pairs = list({frozenset(one): one for one in told}.values())
    if view.is_title or len(pairs) < _PAIR or len(view.document.together) > _PAIR:
        return ()
    # Others of whom something was told between are no pair of the same person.
    whose = next((shared for one in reversed(pairs[:-1]) if (shared := set(pairs[-1]) & set(one))), set())
    named = {
        thing
        for item in view.shape.items.values()
        if isinstance(item.payload, Actor) and item.payload.form != "pronoun"
        for thing in things_of(item)
        if thing.kind == "person" and thing not in whose
    }
    found = [one for one in pairs if whose and whose <= set(one) and named & set(one)]
    return found[-1] if len(named) == 1 and found else ()


_PAIR = 2
