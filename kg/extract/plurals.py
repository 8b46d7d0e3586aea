"""Whom a plural noun means: “the ministers”, “the delegation”, “the three” are people told of together before.

The last who were told to travel, to sit or to act together, and whom the noun fits, are meant: by their number where it
gives one, by their offices where it names these. Where nobody fits, nobody is meant.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.model import Thing
from kg.text.document import Document

_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine".split(), start=2)}
_NUMBER = "|".join(_NUMBERS)
_HOLDERS = r"(?:[Ff]oreign\s|[Pp]rime\s|[Dd]efen[cs]e\s)?[Mm]inisters|[Pp]residents|[Ll]eaders|[Aa]mbassadors|[Ee]nvoys|[Mm]ediators|[Nn]egotiators|[Cc]o-[Cc]hairs"
_PARTY = r"[Dd]elegation|heads\sof\sdelegations?|visitors|guests|parliamentarians"
# What begins behind “the three” where it stands for people: a verb, or the end of the thought.
_ENDS = r"(?=[.,;]|\s{2,}|\s+(?:was|were|are|is|had|have|will|also|then|later|first|both|jointly|together|in|at|on|to|for|met|held|[a-z]+ed)\b|$)"
PLURAL = (
    # “The participants were received by Y”: all who sat at the talks told last.
    rf"(?:\b[Tt]he\s(?:visiting\s)?participants(?![\w'’-])(?!\s(?:in|of|to|from)\b)|\b(?:[Tt]he|[Hh]is|[Hh]er)\s(?:(?:{_NUMBER})\s)?(?:[Cc]hief\s|[Ss]pecial\s)?(?:{_HOLDERS}|{_PARTY})(?![\w'’-])(?!\s(?:of|from|in\sthe|led|headed)\b)"
    rf"|\b[Tt]he\s(?:{_NUMBER}){_ENDS})"
)
_WORDS = re.compile(
    rf"(?:[Tt]he|[Hh]is|[Hh]er)\s(?:(?P<number>{_NUMBER})\b\s?)?(?:[Cc]hief\s|[Ss]pecial\s)?(?P<noun>{_HOLDERS}|{_PARTY})?"
)
# “The host”: who received, or at whose invitation they came.
HOST = r"(?:\b[Tt]he\shost\b(?!['’-])(?!\s(?:of|country|state|city|nation|government)\b))"
# The offices of those whom a noun can mean; any other noun can mean anybody.
_OFFICES = {
    "ministers": re.compile(r"\b(?:Minister|Secretary of State|Foreign Secretary)\b"),
    "presidents": re.compile(r"\bPresident\b"),
    "ambassadors": re.compile(r"\b(?:Ambassador|Representative|Head of|Monitor|Co-Chair)\b"),
    "mediators": re.compile(r"\b(?:Envoy|Representative|Co-Chair|Ambassador|Mediator)\b"),
    "co-chairs": re.compile(r"\b(?:Representative|Co-Chair|Envoy|Ambassador)\b"),
    "negotiators": re.compile(r"\b(?:Negotiator|Minister|Representative|Ambassador|Head of)\b"),
    "envoys": re.compile(r"\b(?:Envoy|Representative|Co-Chair|Co-ordinator|Coordinator|Ambassador)\b"),
}
# So many of a larger meeting are hardly all who sat there.
_FEW = 4


class Company(NamedTuple):
    """People told of together; `travelling` where they did so on a visit, `partial` where others may have been there."""

    people: tuple[Thing, ...]
    travelling: bool = False
    partial: bool = False


def remember(document: Document, company: Company, joins: bool = False) -> None:
    """Note people told of together; `joins` adds them to the last who travelled or met, as they do."""
    if not joins:
        document.companies.append(company)
        return
    for number in reversed(range(len(document.companies))):
        earlier: Company = document.companies[number]
        if earlier.travelling == company.travelling:
            people = tuple(dict.fromkeys([*earlier.people, *company.people]))
            document.companies[number] = earlier._replace(people=people)
            return


def meant(document: Document, words: str) -> Sequence[Thing]:
    """Those whom a stretch that `PLURAL` or `HOST` matches means, or nobody."""
    if words.endswith("host"):
        return (document.host,) if document.host is not None else ()
    if words.endswith("participants"):
        return _who_sat(document)
    match = _WORDS.match(words)
    if match is None:
        return ()
    number = _NUMBERS.get(match["number"] or "")
    noun = (match["noun"] or "").lower()
    travelling = [one for one in document.companies if one.travelling]
    companies: Iterable[Company] = reversed(document.companies)
    if noun in {"delegation", "visitors", "guests", "parliamentarians"}:
        companies = reversed(travelling)
    office = _OFFICES.get(noun.split()[-1]) if noun else None
    for company in companies:
        fitting = [one for one in company.people if office is None or _holds(document, one, office)]
        if number is not None:
            if len(fitting) == number:
                return fitting
            continue
        if company.partial and len(company.people) < _FEW and noun != "co-chairs":
            continue
        if len(fitting) > (2 if noun.startswith("heads") else 0 if noun == "delegation" else 1):
            return fitting
        if noun == "leaders":
            return ()
    return ()


def _who_sat(document: Document) -> Sequence[Thing]:
    """All who sat at the talks told last, with those who joined them; nobody where a course or round is told, which has others."""
    together = set(document.together)
    if not document.talked or document.organizers or document.round_of is not None:
        return ()
    sat: Iterable[Company] = (one for one in reversed(document.companies) if not one.travelling)
    return next((one.people for one in sat if len(one.people) > 1 and together <= set(one.people)), ())


def _holds(document: Document, person: Thing, office: re.Pattern[str]) -> bool:
    """Whether somebody has such an office in the release, else on its day, or none at all: one named as a colleague of the others."""
    posts = [post for post, _ in document.posts_of(person)]
    if not posts and person.verified:
        # “The Presidents of X and Y”, whom no name introduces, are not “the ministers”.
        held = document.words.posts.held_by(person.key, document.issued)
        posts = [post for key in held if (post := document.words.thing("post", key)) is not None]
    return not posts or any(office.search(post.label) is not None for post in posts)
