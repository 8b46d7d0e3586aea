"""Whom “the Austrian diplomat”, “the OSCE official” and “the Ambassador” mean: one of those named before.

The state or body before the noun says for whom the one meant acts; without one, nobody else may be called so. Where
nobody or more than one is found, nobody is meant.
"""

import re
from collections.abc import Iterator

from kg.model import Confidence, Thing
from kg.text.annotate import Paragraph
from kg.text.cover import Cover
from kg.text.document import Actor, Document, Person
from kg.text.rule import Rule
from kg.text.shape import Item

_NOUN = r"(?:official|diplomat|envoy|representative|mediator|negotiator|politician|parliamentarian|lawmaker|legislator|guest|visitor|head|chief|Ambassador)"
_TRIGGER = Rule(rf"\b[Tt]he\s(?:[\w’'.-]+\s){{0,3}}{_NOUN}\b")
_OF_HEADLINE = Rule(r"\s(?:[Hh]ead|[Cc]hief|Representative|Commissioner)\b")
_EPITHET = re.compile(
    rf"\b[Tt]he\s(?:(?:visiting|senior|top|high-ranking|veteran|seasoned|experienced|foreign|European|Western|international)\s)?(?:(?P<whose>[\w’'.-]+(?:\s[\w’'.-]+)?)\s)?"
    rf"(?P<noun>{_NOUN})(?![\w-]|['’]s?\s|\s(?:of|for|from|to|in\scharge|on)\b|,?\s[A-Z])"
)
# “OSCE chief visits Riga”: in a headline without the article.
_VERB = r"(?:Visits?|Meets?|To|Says|Calls|Urges|Welcomes|Condemns|Arrives|Discusses|Holds|Begins|Ends|Travels|Concludes|Expresses|Wraps|Praises|Hails|Warns|Backs|Hopes|Due)"
_HEADLINE = re.compile(
    rf"(?P<whose>[A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)\s(?P<noun>[Hh]ead|[Cc]hief|Representative|Commissioner)(?![\w-]|['’]s?\s|\s(?:of|for|from|to\sthe|in\scharge|on)\b|,?\s(?!{_VERB}\b)[A-Z])"
)
# “The head of the OSCE”.
_HEAD_OF = re.compile(
    r"\b[Tt]he\s(?P<noun>head|chief)\sof\s(?:the\s)?(?P<whose>[A-Z]{2,6})(?![\w/-]|['’]s?\s|\s(?:[A-Z]|[Mm]ission|[Dd]elegation|[Oo]ffice))"
)
# “The ODIHR head”.
_OF_BODIES = frozenset({"head", "chief"})
# The offices of those who are called an organization's head: “the OSCE chief”.
_HEADING = re.compile(
    r"\b(?:Chairperson-in-Office|Secretary[- ]General|Director[- ]General)\b(?! (?:for|in|on|of the Chair))"
)
# Of what kind of office somebody is whom such a noun means without a state or body before it.
_OFFICES = {
    "diplomat": frozenset({"ambassador", "special-representative", "representative"}),
    "Ambassador": frozenset({"ambassador"}),
    "envoy": frozenset({"special-representative", "representative"}),
    "parliamentarian": frozenset({"legislator"}),
    "lawmaker": frozenset({"legislator"}),
    "legislator": frozenset({"legislator"}),
}


def epithets(document: Document) -> None:
    """Adds the people whom such nouns mean to the actors of each paragraph."""
    for paragraph, actors in zip(document.paragraphs, document.actors, strict=True):
        if not _TRIGGER.stands_in(paragraph.text) and not (
            paragraph.is_title and _OF_HEADLINE.stands_in(paragraph.text)
        ):
            continue
        added = list(_found(document, paragraph, actors))
        if added:
            taken = Cover(len(paragraph.text), added)
            kept = [one for one in actors if taken.free(one.start, one.end)]
            actors[:] = sorted([*kept, *added], key=lambda item: item.start)


def _found(document: Document, paragraph: Paragraph, actors: list[Item]) -> Iterator[Item]:
    busy = Cover(len(paragraph.text), [one for one in actors if not _is_only_a_body(one)])
    names = {item.start: item for item in paragraph.names}
    rules = (_HEADLINE,) if paragraph.is_title else (_EPITHET, _HEAD_OF)
    for match in (one for rule in rules for one in rule.finditer(paragraph.text)):
        spans = [match.span("noun"), *([match.span("whose")] if match["whose"] else [])]
        begin, end = min(spans)[0], max(spans)[1]
        if not busy.free(begin, end) or paragraph.quoted(begin):
            continue
        # Those of a headline are named below it.
        here = (len(document.paragraphs), 0) if paragraph.is_title else (paragraph.index, begin)
        before = [one for one in document.people if one.places[0] < here]
        whose = names.get(match.start("whose")) if match["whose"] else None
        if match["whose"] and (whose is None or whose.end != match.end("whose")):
            continue
        heads = match["noun"].lower() in _OF_BODIES
        if heads and (whose is None or whose.code not in "GE"):
            continue
        families = _OFFICES.get(match["noun"], frozenset())
        meant = [one for one in before if whose is None or _acts_for(one, whose, match["whose"])]
        if heads and whose is not None and whose.code == "E":
            meant = [one for one in meant if any(_HEADING.search(post.label) for post, _ in one.posts.values())]
        if paragraph.is_title and not heads:
            meant = [one for one in meant if any(match["noun"] in post.label for post, _ in one.posts.values())]
        if whose is None or len(meant) > 1:
            meant = [one for one in meant if one.families & families or (families & _SENT and _heads_mission(one))]
        if len(meant) == 1:
            payload = Actor((meant[0].thing,), (), "pronoun", Confidence.MEDIUM)
            yield Item(begin, end, "A", payload=payload)


_SENT = frozenset({"ambassador"})


def _heads_mission(person: Person) -> bool:
    """Whether somebody is in an office of a field mission, as diplomats are."""
    return any(
        post.organization is not None and post.organization.kind == "mission" for post, _ in person.posts.values()
    )


def _is_only_a_body(item: Item) -> bool:
    """Whether a title stands for its state or body, since nobody was found for it."""
    actor = item.payload
    return isinstance(actor, Actor) and actor.form == "title" and all(one.kind != "person" for one in actor.things)


def _acts_for(person: Person, whose: Item, words: str) -> bool:
    """Whether somebody is in an office of the state or body that stands before the noun, or comes from there."""
    if not whose.entries:
        return False
    thing = whose.entries[0].thing
    own: list[Thing] = [post.organization for post, _ in person.posts.values() if post.organization is not None]
    if person.home is not None:
        own.append(person.home)
    if any(f"{one.key}-".startswith(f"{thing.key}-") for one in own):
        return True
    said = re.compile(rf"\b(?:{re.escape(words)}|{re.escape(thing.label)})\b")
    return whose.code == "G" and any(said.search(post.label) for post, _ in person.posts.values())
