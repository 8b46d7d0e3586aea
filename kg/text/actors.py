"""Joins names and office phrases into actors: which office belongs to whom, in either order of writing.

“OSCE Chairperson-in-Office, Albania's Prime Minister and Minister for Europe and Foreign Affairs, Edi Rama” is one
actor with three offices; “Secretary General Tomas Grell, Chairperson-in-Office, Foreign Minister Mira Tolven” is two.
A list that begins with an office reads office before name throughout; one that begins with a name, name before
office; an office that touches a name without a comma is always that name's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import Thing
from kg.text.annotate import Paragraph
from kg.text.cover import Cover
from kg.text.offices import Office, singular
from kg.text.people import HONORIFIC
from kg.text.shape import Item

APPOSED = re.compile(r"^(?:,? ?[-–—]? ?|, (?:the |its |his |her |their |who is |currently |also )*)$")
ADJACENT = re.compile(r"^ (?:(?:Mr|Mrs|Ms|Dr|Prof|Amb|H\.\s?E)\.? |Sir |Dame |Sheikh )*$")
JOINED = re.compile(
    r"^(?:,? and |, as well as |,? together with |, | & )(?:the |its |his |her |their |with |to |by )*(?:(?:Mr|Mrs|Ms|Dr)\. )?$"
)
COMMA = re.compile(
    r"^,? ?(?:the |its |his |her |their |also |and current |a |an |newly appointed )*(?:(?:Mr|Mrs|Ms|Dr|H\.\s?E)\.? |Sir )*$"
)
BEFORE_NAME = re.compile(rf"\b(?:(?:{HONORIFIC}|(?:19|20)\d\d)\s)+$")


RANK_LIKE = frozenset({"ambassador", "general", "academic", "legislator"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase for one actor: a personal name, offices, or both; offsets count in the paragraph.

    `name` is None for an office without a name. `person` is set where the gazetteer knows the name.
    `home` is the state or body after the name (“Emmanuel Macron *of France*”).
    """

    start: int
    end: int
    name: str | None
    offices: tuple[Office, ...]
    person: Thing | None = None
    home: Thing | None = None
    sure: bool = True
    name_start: int = 0
    name_end: int = 0
    office_items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class _Element:
    start: int
    end: int
    office: Office | None = None
    item: Item | None = None
    name: str = ""
    person: Thing | None = None
    home: Thing | None = None
    sure: bool = True
    name_start: int = 0
    name_end: int = 0


def phrases(paragraph: Paragraph) -> list[Phrase]:
    """The actor phrases of a paragraph, in order, from its offices, known people and found names."""
    found: list[Phrase] = []
    for run in _runs(paragraph):
        for phrase in _read(run, paragraph.text):
            honoured = BEFORE_NAME.search(paragraph.text, max(0, phrase.start - 40), phrase.start)
            found.append(replace(phrase, start=honoured.start()) if honoured is not None else phrase)
    return found


IS = re.compile(
    r"^(?:,[^,;.]{2,120},)?\s(?P<verb>is|becomes|became|was|serves as|currently serves as)\s"
    r"(?:(?:the|an?|also|now|currently|its|his|her|their|new)\s)*$"
)
UNTIL = re.compile(r"^[^,;.]{0,40}\s(?:until|when|from|between|in (?:19|20)\d\d|before)\b")
GOVERNED = re.compile(r"\b(?:of|by|with|to|for|from|and|than|that of) (?:the )?$")


def predicated(paragraph: Paragraph, found: list[Phrase]) -> list[Phrase]:
    """The phrases with the offices that a sentence says somebody is in: “Mira Tolven is Foreign Minister of Estonia”."""
    finished = list(found)
    for number, (left, right) in enumerate(pairwise(found)):
        match = IS.match(paragraph.text[left.end : right.start]) if left.name and not right.name else None
        if match is None or GOVERNED.search(paragraph.text[max(0, left.start - 10) : left.start]):
            continue
        office = right.offices[0]
        if match["verb"] == "was":
            if UNTIL.match(paragraph.text[right.end : right.end + 60]) is None:
                continue
            office = replace(office, rank="former")
        if not office.plural and paragraph.quoted(left.start) == paragraph.quoted(right.start):
            finished[number] = replace(
                left, offices=(*left.offices, office), office_items=(*left.office_items, *right.office_items[:1])
            )
    return finished


def _elements(paragraph: Paragraph) -> list[_Element]:
    elements = [
        _Element(item.start, item.end, office=item.payload, item=item)
        for item in paragraph.offices
        if isinstance(item.payload, Office)
    ]
    offices = Cover(len(paragraph.text), elements)
    people = [item for item in paragraph.names if item.code == "P"]
    known = Cover(len(paragraph.text), people)
    for candidate in paragraph.candidates:
        start, end = candidate.start, candidate.end
        if known.free(start, end) and offices.free(start, end):
            elements.append(_Element(start, end, name=candidate.name, sure=candidate.sure, name_end=end))
    for item in people:
        if offices.free(item.start, item.end):
            words = paragraph.text[item.start : item.end]
            elements.append(_Element(item.start, item.end, name=words, person=item.entries[0].thing, name_end=item.end))
    homes = {item.start: item for item in paragraph.names if item.code in "SEG"}
    finished = []
    for read in sorted(elements, key=lambda one: one.start):
        element = read
        if element.office is None:
            honoured = BEFORE_NAME.search(paragraph.text, max(0, element.start - 40), element.start)
            if honoured is not None:
                element = replace(element, start=honoured.start(), name_start=element.start)
            after = re.match(r" (?:of|from) (?:the )?| \(", paragraph.text[element.end : element.end + 12])
            home = homes.get(element.end + after.end()) if after is not None else None
            if home is not None and home.code in "SE":
                close = 1 if paragraph.text[home.end : home.end + 1] == ")" and after and after[0] == " (" else 0
                element = replace(element, end=home.end + close, home=home.entries[0].thing)
        finished.append(element)
    return finished


def _runs(paragraph: Paragraph) -> Iterator[list[_Element]]:
    run: list[_Element] = []
    for element in _elements(paragraph):
        if run and element.start < run[-1].end:
            continue
        if run and not _joins(paragraph.text[run[-1].end : element.start]):
            yield run
            run = []
        run.append(element)
    if run:
        yield run


def _joins(between: str) -> bool:
    return len(between) <= 40 and bool(ADJACENT.match(between) or COMMA.match(between) or JOINED.match(between))


def _read(run: list[_Element], text: str) -> list[Phrase]:
    between = ["", *(text[left.end : right.start] for left, right in pairwise(run))]
    # “Ambassador X, Head of Mission, and Ambassador Y” is no list that reads office before name.
    forward_style = run[0].office is not None and not (
        run[0].office.family in RANK_LIKE and len(run) > 1 and ADJACENT.match(between[1])
    )
    found: list[Phrase] = []
    pending: list[int] = []
    spread: Office | None = None
    for index, element in enumerate(run):
        if element.office is None:
            own, apart = _owned(run, between, pending, index, text)
            found += [_office_alone(run[one]) for one in apart]
            if own and run[own[-1]].office is not None and run[own[-1]].office.plural:  # type: ignore[union-attr]
                spread = run[own[-1]].office
            offices = [run[one] for one in own]
            if not own and spread is not None and JOINED.match(between[index]):
                found.append(_named(element, [], spread))
            else:
                if not own:
                    spread = None
                found.append(_named(element, offices))
            pending = []
            continue
        if (
            not pending
            and found
            and found[-1].name is not None
            and _backward(run, between, index, forward_style, found[-1])
        ):
            last = found[-1]
            assert element.item is not None
            found[-1] = replace(
                last,
                end=element.end,
                offices=(*last.offices, element.office),
                office_items=(*last.office_items, element.item),
            )
            continue
        pending.append(index)
    found += [_office_alone(run[one]) for one in pending]
    return found


def _owned(
    run: list[_Element], between: list[str], pending: list[int], name: int, text: str
) -> tuple[list[int], list[int]]:
    """Which of the pending offices are the following name's, and which stand for somebody else."""
    if not pending:
        return [], []
    if " and " in between[name] or "as well as" in between[name]:
        return [], pending
    touching = bool(ADJACENT.match(between[name]))
    own = [pending[-1]]
    for one in reversed(pending[:-1]):
        joint = between[own[0]]
        office, following = run[one].office, run[own[0]].office
        assert office is not None and following is not None
        if " and " in joint:
            determined = re.search(r"\b[Tt]he $", text[max(0, run[one].start - 4) : run[one].start]) is not None
            if touching and (determined or office.family == following.family or office.plural):
                break
            if {office.family, following.family} == {"president", "prime-minister"}:
                break
        own.insert(0, one)
    return own, [one for one in pending if one not in own]


def _backward(run: list[_Element], between: list[str], index: int, forward_style: bool, last: Phrase) -> bool:
    """Whether an office after a name is that name's own."""
    if not COMMA.match(between[index]) or between[index].strip() == "":
        # “X and Minister of Y” goes on with the offices of X only where X already has one behind it.
        return bool(
            " and " in between[index]
            and "the " not in between[index]
            and last.office_items
            and last.office_items[-1].start > last.name_start
            and not (index + 1 < len(run) and run[index + 1].office is None)
        )
    following = index
    while following + 1 < len(run) and run[following + 1].office is not None:
        if between[following + 1].startswith(", and "):
            return True
        if " and " in between[following + 1] and "the " in between[following + 1]:
            return True
        following += 1
    if following + 1 >= len(run):
        return True
    name_after = between[following + 1]
    if ADJACENT.match(name_after):
        return following > index and not forward_style
    if " and " in name_after or "as well as" in name_after:
        return True
    return not forward_style


def _named(element: _Element, offices: list[_Element], spread: Office | None = None) -> Phrase:
    own = tuple(one.office for one in offices if one.office is not None)
    if spread is not None:
        own = (replace(spread, organizations=()),)
    own = tuple(replace(one, plural=False, title=singular(one.title)) if one.plural else one for one in own)
    return Phrase(
        start=min([element.start, *(one.start for one in offices)]),
        end=element.end,
        name=element.name,
        offices=own,
        person=element.person,
        home=element.home,
        sure=element.sure or bool(offices),
        name_start=element.name_start or element.start,
        name_end=element.name_end,
        office_items=tuple(one.item for one in offices if one.item is not None),
    )


def _office_alone(element: _Element) -> Phrase:
    assert element.office is not None and element.item is not None
    return Phrase(element.start, element.end, None, (element.office,), office_items=(element.item,))
