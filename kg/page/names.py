"""Names for where there is little room: of the names that a thing has, the one that tells it best in few letters."""

import re
from collections import Counter
from collections.abc import Iterable

from kg.network.model import EVENT_CATEGORIES, Node

ROOM = 34
"""So many letters of a name stand on the picture."""

LONG = 20
"""Labels of more letters are given a short name, for the heads of rows and columns hold no more."""

_SMALL = frozenset("a and at for from in of on the through to with".split())
_WORDS = re.compile(r"[^\s/()–-]+")


def short_names(nodes: Iterable[Node]) -> dict[str, str]:
    """A short name for each node, by its IRI, that has a long label and a name of its own that is short enough.

    A name that two nodes have is neither's. People and events keep their labels.
    """
    known = list(nodes)
    bearers = Counter(name.casefold() for node in known for name in {node.label, *node.aliases})
    found = {}
    for node in known:
        if len(node.label) <= LONG or node.category == "Person" or node.category in EVENT_CATEGORIES:
            continue
        own = [alias for alias in node.aliases if bearers[alias.casefold()] == 1]
        if (short := short_name(node.label, own)) is not None:
            found[node.iri] = short
    return found


def short_name(label: str, aliases: Iterable[str]) -> str | None:
    """The alias that says most of the label, in words or initials: “OSCE SMM”, not “Special Monitoring Mission”.

    Where none says half of it, one that stands for itself: first one with a number (“5+2 format”). None where
    no alias is a proper name and short enough.
    """
    short = [
        one for one in aliases if len(one) < min(ROOM + 1, len(label)) and one[:1].isalnum() and not one[0].islower()
    ]
    enough = len(_weighty(label)) / 2
    best = max(short, key=lambda one: (_told(one, label), len(one), one), default=None)
    if best is not None and _told(best, label) >= enough:
        return best
    return max(short, key=lambda one: (one[0].isdigit(), _shared(one, label), len(one), one), default=None)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _weighty(text: str) -> list[str]:
    return [word for word in _words(text) if word.casefold() not in _SMALL]


def _shared(alias: str, label: str) -> int:
    """How many words of the label the alias has."""
    return len({word.casefold() for word in _weighty(alias)} & {word.casefold() for word in _weighty(label)})


def _told(alias: str, label: str) -> int:
    """How many words of the label the alias has or abbreviates; 0 where it has anything else."""
    words = {word.casefold() for word in _words(label)}
    initials = [(word[0].casefold(), word.casefold() in _SMALL) for word in _words(label)]
    told = 0
    for word in _words(alias):
        if word.casefold() in words:
            told += word.casefold() not in _SMALL
        elif (letters := _abbreviated(word, initials)) is not None:
            told += letters
        else:
            return 0
    return told


def _abbreviated(word: str, initials: list[tuple[str, bool]]) -> int | None:
    """How many weighty words an abbreviation's letters begin, in their order; None where it is none of them."""
    if sum(letter.isupper() for letter in word) < 2:
        return None
    told = 0
    rest = iter(initials)
    for letter in word.casefold():
        small = next((small for initial, small in rest if initial == letter), None)
        if small is None:
            return None
        told += not small
    return told


__all__ = ["LONG", "ROOM", "short_name", "short_names"]
