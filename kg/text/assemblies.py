"""Officers of assemblies that members of many states' parliaments sit in: the state beside their names is the one they come from.

“OSCE PA President A of Sweden and Vice-President B of Portugal” are both officers of the Assembly, and so is “Treasurer
C (Canada)” or “Treasurer C from Canada” beside its name.
"""

import re
from itertools import pairwise

from kg.model import Thing
from kg.text.actor_phrase import Phrase
from kg.text.actor_runs import JOINED
from kg.text.annotate import Lexicon, Paragraph
from kg.text.office import OF_COMMITTEE, Office

_OFFICERS = frozenset({"vice-president", "treasurer", "special-representative"})
_NUMBERED = re.compile(r"\b(?:First|Second|Third|Fourth|Fifth|Sixth) (?:General |Main )?Committee\b")
# “Vice-President X from Portugal”: no vice-president of Portugal.
_COMING = re.compile(r" from (?:the )?[A-Z][\w ’'-]+$")


def of_assemblies(paragraph: Paragraph, group: list[Phrase], words: Lexicon) -> list[Phrase]:
    """The phrases of a paragraph, officers of an assembly with the assembly instead of the state that they come from."""
    return [
        phrase._replace(home=_home(paragraph, phrase, beside, words)) if _from_a_state(phrase) else phrase
        for phrase, beside in zip(group, _beside(paragraph, group), strict=True)
    ]


def _from_a_state(phrase: Phrase) -> bool:
    return (
        phrase.home is not None
        and phrase.home.kind == "state"
        and bool(phrase.offices)
        and not any(one.organizations or one.post or one.cut for one in phrase.offices)
    )


def _home(paragraph: Paragraph, phrase: Phrase, beside: Thing | None, words: Lexicon) -> Thing | None:
    """The assembly whose officer a phrase names, else the state beside the name; none for an office that no state gives."""
    bracketed = paragraph.text.startswith(")", phrase.end - 1) or _COMING.search(
        paragraph.text, phrase.start, phrase.end
    )
    named = beside
    if bracketed and named is None:
        bodies = [one.entries[0].thing for one in (*paragraph.names, *paragraph.offices) if one.entries]
        found = {body.iri: body for one in bodies if (body := _assembly(one)) is not None}
        named = next(iter(found.values())) if len(found) == 1 else None
    if all(one.family == "president" for one in phrase.offices):
        return named if bracketed and named is not None and _in_office_of(phrase, named, words) else phrase.home
    if all(_of_none(one) for one in phrase.offices):
        return named
    if named is not None and all(one.family in _OFFICERS or _of_none(one) for one in phrase.offices):
        return named
    return phrase.home


def _of_none(office: Office) -> bool:
    """Whether an office is a body's and never a state's: a rapporteur's, or in a committee that has a number for its name."""
    titled = office.title.startswith(("Rapporteur", "Special Rapporteur", OF_COMMITTEE))
    return titled or _NUMBERED.search(office.portfolio) is not None


def _in_office_of(phrase: Phrase, assembly: Thing, words: Lexicon) -> bool:
    """Whether a known person has held a post in an assembly."""
    held = words.posts.by_person.get(phrase.person.key, ()) if phrase.person is not None else ()
    posts = (words.thing("post", one.post) for one in held)
    return any(post is not None and post.organization == assembly for post in posts)


def _assembly(thing: Thing | None) -> Thing | None:
    """The assembly that a thing is, or whose post it is."""
    body = thing.organization if thing is not None and thing.kind == "post" else thing
    return body if body is not None and "Parliamentary Assembly" in body.label else None


def _beside(paragraph: Paragraph, group: list[Phrase]) -> list[Thing | None]:
    """For each phrase the assembly of an officer whom the same list names before."""
    found: list[Thing | None] = [None] if group else []
    for left, right in pairwise(group):
        joined = JOINED.match(paragraph.text[left.end : right.start]) is not None
        own = (_assembly(body) for one in left.offices for body in (one.post, *one.organizations))
        found.append((next(filter(None, own), None) or found[-1]) if joined and left.name is not None else None)
    return found
