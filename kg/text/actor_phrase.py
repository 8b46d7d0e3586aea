"""A phrase for one actor: a name, offices, or both."""

from typing import NamedTuple

from kg.model import Thing
from kg.text.office import Office
from kg.text.shape import Item


class Phrase(NamedTuple):
    """A phrase for one actor: a personal name, offices, or both; offsets count in the paragraph.

    `name` is None for an office without a name. `person` is set where the gazetteer knows the name.
    `home` is the state or body after the name (“Emmanuel Macron *of France*”), `listed` the states of those whom the
    same list names, `beside` the state of the official named before, and `beside_near` whether in the same sentence.
    `body` is the body named behind the name that offices beside it may be in: “Counsellor Anna Lund *of the Embassy*”.
    `of_state` says that whoever stands right before it in the list heads a state.
    """

    start: int
    end: int
    name: str | None
    offices: tuple[Office, ...]
    person: Thing | None = None
    home: Thing | None = None
    sure: bool = True
    name_start: int = 0
    name_end: int = 0
    office_items: tuple[Item, ...] = ()
    listed: tuple[Thing, ...] = ()
    beside: Thing | None = None
    beside_near: bool = False
    of_state: bool = False
    body: Item | None = None
