"""Whether two names of a post mean the same: word order, “of”, and a foreign minister's many titles aside."""

import re

from kg.iris import slug

LITTLE_WORDS = frozenset({"of", "the", "for", "and", "to", "in", "a", "on", "s", "federal", "republic", "his", "her"})
FOREIGN_MINISTER = frozenset({"foreign-minister"})
_FOREIGN = frozenset({"foreign", "external"})
_MINISTER = frozenset({"minister", "secretary"})
_AFFAIRS = frozenset({"minister", "secretary", "affairs", "foreign", "external", "state", "relations"})
DEPUTY = "deputy"
SPELLINGS = {
    "chairman": "chairperson",
    "chairwoman": "chairperson",
    "chair": "chairperson",
    "adviser": "advisor",
    "co-ordinator": "coordinator",
}


def words(name: str) -> frozenset[str]:
    """The words of a title that tell it apart, folded: no “of”, no “the”, British and American alike."""
    folded = slug(re.sub(r"['’]s\b", "", name)).replace("co-ordinat", "coordinat")
    kept = {SPELLINGS.get(word, word) for word in folded.split("-")} - LITTLE_WORDS
    return frozenset(kept)


def title(kept: frozenset[str]) -> frozenset[str]:
    """A title's words without its state or body, a foreign minister's under one name."""
    rank = kept & {DEPUTY}
    rest = kept - rank
    if rest & _FOREIGN and rest & _MINISTER and rest <= _AFFAIRS:
        rest = FOREIGN_MINISTER
    return rest | rank


def _whole(bodies: set[frozenset[str]], kept: frozenset[str]) -> list[frozenset[str]]:
    """The names of a body that stand in a title's words, without those that are only part of a longer one there."""
    found = [body for body in bodies if body <= kept]
    return [body for body in found if not any(body < other for other in found)]


def same_post(gold: str, titles: frozenset[str], bodies: frozenset[str]) -> bool:
    """Whether the post that a gold file names is one with these `titles` in a body with these names.

    A gold name without any body agrees with that title in whatever body.
    """
    wanted = words(gold)
    body_words = {words(name) for name in bodies} - {frozenset()}
    ours = {words(name) for name in titles}
    if wanted in ours:
        return True
    bare = {title(kept - body) for kept in ours for body in _whole(body_words, kept)}
    bare |= {title(kept) for kept in ours}
    if title(wanted) in bare:
        return True
    return any(body <= wanted and title(wanted - body) in bare for body in body_words)
