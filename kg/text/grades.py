"""Words before a title that make another office of it: “*Vice*-Minister”, “*First Deputy* Chairman”, “*Assistant* Director”."""

import re

from kg.text.rule import Rule

_HIGHER = "First|Second|Principal|Senior|Executive|Parliamentary|General"
_UNDER_ANOTHER = ("Deputy ", "Vice ", "Vice-", "Assistant ", "Associate ", "Junior ")
_GRADE = Rule(rf"(?<![\w’'-])(?:(?:{_HIGHER}) )?(?:Deputy |Vice[ -]|Assistant |Associate |Junior )$")
_HIGHER_GRADE = Rule(rf"(?<![\w’'-])(?:{_HIGHER}) $")
# “Senior Police Adviser”, “Chief Legal Officer”.
_OF_EXPERTS = frozenset({"adviser", "officer"})
_EXPERTS_GRADE = Rule(r"(?<![\w’'-])(?:Senior|Principal|Chief|Deputy Chief|Deputy Senior|Regional) $")
# Titles before which such words make none: “Vice Admiral” is a rank with a name of its own.
_WITHOUT = frozenset({"general", "ambassador", "legislator", "member", "monarch", "president", "prime-minister"})


def grade_before(text: str, index: int, words: str, family: str) -> re.Match[str] | None:
    """The words before a title that begins at `index` of `text` that are part of it; of “Deputy” alone, which is a rank, nothing."""
    if family in _WITHOUT:
        return None
    if family in _OF_EXPERTS:
        return _EXPERTS_GRADE.search(text, max(0, index - 16), index)
    if words.startswith(_UNDER_ANOTHER):
        return _HIGHER_GRADE.search(text, max(0, index - 16), index)
    if not text.endswith(_UNDER_ANOTHER, 0, index):
        return None
    grade = _GRADE.search(text, max(0, index - 32), index)
    return None if grade is None or grade[0] == "Deputy " else grade
