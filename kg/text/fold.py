"""Folding for look-up: lower case, without diacritics, one character for one so that offsets stay."""

import re
import unicodedata
from functools import lru_cache

# Letters that no canonical decomposition takes apart, with the letter that most writers use instead.
UNDECOMPOSED = {
    "ß": "s",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "ə": "e",
    "æ": "a",
    "œ": "o",
    "þ": "t",
    "ð": "d",
}
QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"'}
DASHES = {"‐": "-", "‑": "-", "‒": "-"}


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """The one character that stands for this one in look-ups."""
    lowered = character.lower()
    base = unicodedata.normalize("NFKD", lowered)[:1] or character
    return UNDECOMPOSED.get(base) or QUOTES.get(base) or DASHES.get(base) or base


class _Table(dict[int, str]):
    """A translation table that fills itself as it meets new characters."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        self[code] = folded
        return folded


_TABLE = _Table()
_ODD = re.compile(r"[^\x00-\x7f]|`")


def fold(text: str) -> str:
    """The text in lower case and without diacritics, of the same length."""
    lowered = text.lower()
    # Only in these two do the letters of a text not fold one by one.
    if len(lowered) != len(text) or "Σ" in text:
        return text.translate(_TABLE)
    for odd in set(_ODD.findall(lowered)):
        base = fold_character(odd)
        if not base.isascii():
            # It might be replaced once more.
            return text.translate(_TABLE)
        lowered = lowered.replace(odd, base)
    return lowered
