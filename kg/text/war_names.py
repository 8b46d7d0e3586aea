"""Finds the names of wars with words between their parts: “Russia's unprovoked and unjustified war against Ukraine”.

The names are those of the conflicts in the reference facts that say whose war it is, and against whom or where.
"""

import re
from collections.abc import Iterable, Sequence

from kg.text.cover import Cover
from kg.text.gazetteer import Entry
from kg.text.shape import Item

_PARTS = re.compile(r"(?P<whose>[A-Z][\w-]+(?:['’]s)?) (?P<what>[a-z-]+ (?:[a-z]+ )*[A-Z][\w-]+)")
_BETWEEN = r"(?:\s(?:[a-z][a-z-]*|UN),?){1,6}"


class Wars:
    """The conflicts whose names words can stand in, by what their names begin and end with."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        ends: dict[str, dict[str, Entry]] = {}
        for entry in entries:
            parts = _PARTS.fullmatch(entry.name) if entry.thing.kind == "conflict" else None
            if parts is not None:
                ends.setdefault(parts["whose"].replace("’", "'"), {})[parts["what"]] = entry
        self._words = frozenset(what.rpartition(" ")[2] for named in ends.values() for what in named)
        self._entries = {(whose, what): entry for whose, named in ends.items() for what, entry in named.items()}
        rules = [
            rf"{re.escape(whose).replace(chr(39), '[’' + chr(39) + ']')}{_BETWEEN}\s(?:{'|'.join(map(re.escape, sorted(named, key=len, reverse=True)))})"
            for whose, named in sorted(ends.items())
        ]
        self._rule = re.compile(rf"\b(?:{'|'.join(rules)})\b") if rules else None

    def read(self, text: str, known: Sequence[Item]) -> list[Item]:
        """The names of a paragraph with the wars found here, which hide the names inside them."""
        if self._rule is None or not any(word in text for word in self._words):
            return list(known)
        found = [Item(*match.span(), "C", (self._entry(match[0]),)) for match in self._rule.finditer(text)]
        if not found:
            return list(known)
        taken = Cover(len(text), found)
        kept = [item for item in known if taken.free(item.start, item.end)]
        return sorted([*kept, *found], key=lambda item: item.start)

    def _entry(self, words: str) -> Entry:
        """The conflict whose name begins and ends as these words do."""
        whose = words.split(maxsplit=1)[0].replace("’", "'")
        ends = [what for first, what in self._entries if first == whose and words.endswith(f" {what}")]
        return self._entries[whose, max(ends, key=len)]
