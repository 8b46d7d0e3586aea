"""Offices told by another's: “his Latvian counterpart”, “the head of Latvian diplomacy”."""

from collections.abc import Iterator

from kg.text.cover import Cover
from kg.text.office import Office, things_of
from kg.text.shape import Item, Shape, pattern

_COUNTERPART = r"(?P<orgs>{DS}(?:(?:,\s{DS})*,?\sand\s{DS}(?=(?:['’]s)?\s(?:counterparts|colleagues|opposite\snumbers)\b))?)(?:['’]s)?\s(?P<word>counterpart|colleague|opposite\snumber)(?P<several>s)?\b|(?P<first>{D})(?=\sand\s(?:(?:his|her|their|its)\s)?{D}\s(?:counterpart|colleague)\b)"
# “Her colleagues from X and Y, A and B”, “his counterparts A of X and B of Y”.
_COLLEAGUES = r"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?P<phrase>(?:colleagues|counterparts)(?:\s(?:from|of)\s(?:the\s)?(?P<orgs>{S}(?:(?:,\s|,?\sand\s)(?:the\s)?{S})+)(?=,\s(?:{P}|[A-Z][a-zà-ž]+\s[A-Z]))|(?=\s(?:{P}|[A-Z][a-zà-ž]+\s[A-Z][\w’-]+)\s(?:of|from)\s(?:the\s)?{S})))"
# What press offices call a foreign minister by: “the head of Polish diplomacy”, “Norway's top diplomat”.
_DIPLOMACY = r"(?<!\w)(?P<phrase>(?:[Hh]ead|[Cc]hief)\sof\s(?:the\s)?(?P<of>{DS})(?:['’]s)?\sdiplomacy|(?P<whose>{DS})(?:['’]s)?\s(?:top|chief)\sdiplomat)\b"


def with_counterparts(offices: list[Item], text: str, shape: Shape) -> list[Item]:
    """The offices and, where none of them stands, the counterparts and chief diplomats of a paragraph, in their order."""
    busy = Cover(len(text), offices)
    told = [item for item in _told_by_another(shape) if busy.free(item.start, item.end)]
    return sorted([*offices, *told], key=lambda item: item.start)


def _told_by_another(shape: Shape) -> Iterator[Item]:
    for match in pattern(_COUNTERPART).finditer(shape.text):
        states = match["orgs"] or match["first"]
        title = match["word"] or "counterpart"
        yield _office(shape, match.span(), title, "counterpart", states, several=bool(match["several"]))
    for match in pattern(_COLLEAGUES).finditer(shape.text):
        yield _office(shape, match.span("phrase"), "colleagues", "counterpart", match["orgs"] or "", several=True)
    for match in pattern(_DIPLOMACY).finditer(shape.text):
        yield _office(
            shape, match.span("phrase"), "Foreign Minister", "foreign-minister", match["of"] or match["whose"]
        )


def _office(
    shape: Shape, span: tuple[int, int], title: str, family: str, states: str, *, several: bool = False
) -> Item:
    """An office of the states in a stretch of the shape."""
    first, last = shape.source(*span)
    office = Office(title, family, several, things_of(shape.found(states)), head_start=first)
    return Item(first, last, "O", payload=office)
