"""The characters that stand for recognised items in a folded text: a block of Unicode's private use area for each class."""

from collections.abc import Iterable

BLOCK = 400
FIRST = 0xE000
# A(ctor phrase), S(tate), D(emonym), E(ntity that is no state), G (organization), F(ormat), I(nstrument), C(onflict),
# L (place), R(egion), T(opic), P(erson), O(ffice), N (date), H (one state's chair), M(eeting series).
CODES = "ASDEGFICLRTPONHM"
HEADS = {code: chr(FIRST + number * BLOCK) for number, code in enumerate(CODES)}
"""The first character of each class, which can stand for any of them."""
BLOCKS = {ord(head): ord(head) + BLOCK - 1 for head in HEADS.values()}
"""The first and the last character of each block."""
_HEAD_OF = {first + number: first for first in BLOCKS for number in range(BLOCK)}


def block(codes: Iterable[str]) -> str:
    """The range of characters that stand for items of these classes, for use inside a character class."""
    return "".join(f"{HEADS[code]}-{chr(BLOCKS[ord(HEADS[code])])}" for code in codes)


def as_heads(text: str) -> str:
    """The text with the head of its class for each item."""
    return text.translate(_HEAD_OF)
