"""An office phrase as it is read, and the words of one put back from a folded text."""

import re
from dataclasses import dataclass

from kg.model import Thing
from kg.text.shape import Item, Shape

OF_COMMITTEE = "Committee "
"""What the title of an office in a committee that is not named begins with."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase. `organizations` are those named in it; several only with a plural title.

    `portfolio` is what stands behind the title, without the organization; `rank` one of `acting`,
    `deputy`, `designate`, `former` or None. `post` is set where the phrase is a known post's own name.
    `cut` says that words of the office stand behind it that are not read: “Chairperson *of the Ad Hoc …*”.
    """

    title: str
    family: str
    plural: bool
    organizations: tuple[Thing, ...] = ()
    portfolio: str = ""
    rank: str | None = None
    post: Thing | None = None
    alone: bool = True
    head_start: int = 0
    cut: bool = False


def spoken(stretch: str, shape: Shape) -> str:
    """A stretch of the shape with its items' own words put back; “the Republic of X” as X."""
    words = "".join(_label(shape.items[character]) if character in shape.items else character for character in stretch)
    return _REPUBLIC.sub("", words)


def as_written(stretch: str, shape: Shape) -> str:
    """A stretch of the shape with each thing in it by the name that the text gives it, where `spoken` has its own."""
    return "".join(_written(shape, character) for character in stretch)


def _written(shape: Shape, character: str) -> str:
    item = shape.items.get(character)
    return character if item is None else item.entries[0].name if item.entries else spoken(character, shape)


_REPUBLIC = re.compile(r"\bthe Republic of (?=[A-Z])")


def _label(item: Item) -> str:
    if item.entries:
        entry = item.entries[0]
        return entry.thing.label if item.code in "SGE" else entry.name
    return item.payload.title if isinstance(item.payload, Office) else ""


def things_of(items: list[Item]) -> tuple[Thing, ...]:
    """What the items that are names stand for, in their order."""
    return tuple(item.entries[0].thing for item in items if item.entries)


def singular(title: str) -> str:
    """A plural title for one of its holders: “Foreign Ministers” is “Foreign Minister”."""
    first, of, rest = title.partition(" of ")
    words = first.split()
    for number, word in enumerate(words):
        if word.endswith("ies"):
            words[number] = word[:-3] + "y"
        elif word.endswith("men"):
            words[number] = word[:-3] + "man"
        elif word.endswith("s") and word != "Affairs":
            words[number] = word[:-1]
    return " ".join(words) + of + rest
