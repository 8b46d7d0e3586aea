"""Short forms of what a release has named: surnames, “the Group”, “the Co-Chairs”."""

import re

from kg.text.annotate import Paragraph
from kg.text.cover import Cover
from kg.text.document import Actor, Document, Open, Person
from kg.text.fold import fold
from kg.text.gazetteer import Entry
from kg.text.name_words import not_names
from kg.text.people import find_words, name_tokens
from kg.text.shape import Item

_STARTERS = frozenset(
    (
        "The",
        "And",
        "But",
        "While",
        "As",
        "After",
        "Before",
        "When",
        "With",
        "For",
        "By",
        "In",
        "On",
        "At",
        "To",
        "From",
        "Of",
        "Minister",
        "That",
        "Both",
        "Also",
        "Today",
        "Earlier",
        "Later",
        "During",
        "Following",
        "According",
        "Then",
        "Once",
        "Tomorrow",
        "Yesterday",
        "Afterwards",
        "Meanwhile",
        "Finally",
        "Additionally",
        "Together",
        "Since",
        "Until",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
)


_INITIAL = re.compile(r"(?<![\w.])(?P<letter>[A-Z])\.\s?$")


def _of_surname(person: Person, word: str) -> bool:
    """Whether a word before somebody's last one is of his name, and not the first of it: “Sánchez” of “Ignacio Sánchez Amor”."""
    return fold(word) in name_tokens(person.thing.label)[1:-1]


_FIRST_NAME = re.compile(r"([^\W\d_][\w'’-]+) $")


def _is_first_name(person: Person, word: str) -> bool:
    """Whether a word before somebody's last one is the first of his name."""
    own = name_tokens(person.thing.label)
    return len(own) > 1 and word[0].isupper() and fold(word) == own[0]


# “Co-Chairs Visconti and Schofer”: what they are called, and no first name.
_CALLED = frozenset({"Co-Chairs", "Co-chairs", "Co-Chairmen", "Co-chairmen"})
_OPENING = re.compile(r"(?:^|[.!?:]\s)(?:\w+ )?(?:In|At|From|On|During|After|Before|Since) (?:the )?$")


def _opened_before(paragraph: Paragraph, start: int) -> bool:
    """Whether the word before a surname is the place or date that opens its sentence: “In Riga Lund met …”."""
    places = [one.start for one in paragraph.names if one.end == start - 1 and one.code in "LSR"]
    begins = places or [one.start for one in paragraph.dates if one.end == start - 1]
    return bool(begins) and _OPENING.search(paragraph.text, 0, begins[0]) is not None


def surnames(document: Document, by_token: dict[str, list[Person]]) -> None:
    """Bare surnames of the release's people, wherever no other item stands."""
    tokens = {
        token
        for person in document.people
        for token in (
            {person.surname, *person.surnames}
            | ({name_tokens(person.thing.label)[0]} if len(person.tokens) <= 1 else set())
        )
    }
    own = {person.surname for person in document.people}
    for paragraph, actors in zip(document.paragraphs, document.actors, strict=True):
        paragraph.names = [
            one for one in paragraph.names if one.code != "L" or paragraph.folded[one.start : one.end] not in own
        ]
        found = list(find_words(paragraph.folded, tokens))
        if not found:
            continue
        busy = Cover(len(paragraph.text), [*actors, *paragraph.names])
        added: list[Item] = []
        for surname_start, end in found:
            start = surname_start
            name = paragraph.folded[start:end]
            word = paragraph.text[start:end]
            if not word[0].isupper() or not busy.free(start, end):
                continue
            before = paragraph.text[max(0, start - 2) : start]
            previous = re.search(r"([^\W\d_][\w'’-]+) $", paragraph.text[max(0, start - 30) : start])
            bearers = [one for one in document.people if name in {one.surname, *one.surnames}] or list(
                {id(one): one for one in by_token.get(name, [])}.values()
            )
            whole = [one for one in bearers if previous and _is_first_name(one, previous[1])]
            if len(whole) == 1 and previous and before.endswith(" ") and busy.free(start - len(previous[0]), start):
                # “Karel Novy added”: by the whole name, without a cue beside it.
                added.append(Item(start - len(previous[0]), end, "A", payload=Actor((whole[0].thing,))))
                continue
            if len(bearers) == 1 and previous and before.endswith(" ") and _of_surname(bearers[0], previous[1]):
                # “Sánchez Amor”: the surname has more words than its last.
                start -= len(previous[0])
                first = _FIRST_NAME.search(paragraph.text, max(0, start - 30), start)
                if first is not None and _is_first_name(bearers[0], first[1]) and busy.free(first.start(), start):
                    start = first.start()
                added.append(Item(start, end, "A", payload=Actor((bearers[0].thing,))))
                continue
            if (
                previous
                and before.endswith(" ")
                and previous[1][0].isupper()
                and len(previous[1]) > 1
                and previous[1] not in _STARTERS | _CALLED
                # “Congratulating Novy on his appointment”.
                and not (previous[1].endswith("ing") and previous[1] in not_names())
                and not _opened_before(paragraph, start)
            ):
                document.open.append(Open(paragraph.index, start - len(previous[0]), end, "Person"))
                continue
            initial = _INITIAL.search(paragraph.text, max(0, start - 4), start)
            if initial is not None:
                # “R. Meredov”: the one of that name whose first name begins so.
                bearers = [one for one in bearers if one.thing.label.startswith(initial["letter"])]
                start = initial.start()
            if len(bearers) == 1:
                added.append(Item(start, end, "A", payload=Actor((bearers[0].thing,))))
            else:
                document.open.append(Open(paragraph.index, start, end, "Person", tuple(one.thing for one in bearers)))
        if added:
            actors.extend(added)
            actors.sort(key=lambda item: item.start)


def groups(document: Document) -> None:
    """“The Group” is the one format of the release, named before, whose name ends in that word."""
    named: dict[str, Entry] = {}
    for paragraph in document.paragraphs:
        for item in paragraph.names:
            if item.code == "F" and item.entries and item.entries[0].thing.label.endswith(" Group"):
                named.setdefault(item.entries[0].thing.key, item.entries[0])
        if len(named) != 1:
            continue
        busy = Cover(len(paragraph.text), [*paragraph.names, *document.actors[paragraph.index]])
        found = [
            Item(match.start(1), match.end(1), "F", (next(iter(named.values())),))
            for match in re.finditer(r"\b[Tt]he (Group)\b(?! of\b)(?! on (?!\d))(?! [A-Z])", paragraph.text)
            if busy.free(match.start(1), match.end(1))
        ]
        if found:
            paragraph.names = sorted([*paragraph.names, *found], key=lambda item: item.start)


_CO_CHAIRS = re.compile(r"\b[Tt]he ([Cc]o-[Cc]hairs)\b(?! of\b)")
# “The Co-Chairs of the Geneva International Discussions, A, B and C”: who they are is said.
_CO_CHAIRS_OF = re.compile(r"\b[Cc]o-[Cc]hairs of (?:the )?$")
# “It was co-chaired by A, B and C”, of the format named last before.
_TOLD_OF_LAST = re.compile(
    r"\bco-chaired by\b|\bco-chairmanship of\b|\b[Cc]o-[Cc]hairs of the (?:Discussions|discussions|talks|process)(?=[:,]| \()"
)


def co_chairs(document: Document) -> None:
    """“The Co-Chairs” stands for the one format whose co-chairs the release has named before."""
    named: dict[str, Entry] = {}
    last: Entry | None = None
    for paragraph in document.paragraphs:
        formats = [item for item in paragraph.names if item.code == "F"]
        for match in _TOLD_OF_LAST.finditer(paragraph.text) if "co-ch" in paragraph.text.lower() else ():
            entry = next((one.entries[0] for one in reversed(formats) if one.end <= match.start()), last)
            if entry is not None:
                named.setdefault(entry.thing.key, entry)
        last = formats[-1].entries[0] if formats else last
        for item in paragraph.names:
            said = item.code == "F" and _CO_CHAIRS_OF.search(paragraph.text, max(0, item.start - 20), item.start)
            if said and paragraph.text[item.end : item.end + 2] in {", ", " (", ": "}:
                named.setdefault(item.entries[0].thing.key, item.entries[0])
        if len(named) != 1 or paragraph.is_title:
            continue
        taken = Cover(len(paragraph.text), [*paragraph.names, *document.actors[paragraph.index]])
        found = [
            Item(match.start(1), match.end(1), "F", (next(iter(named.values())),))
            for match in _CO_CHAIRS.finditer(paragraph.text)
            if taken.free(match.start(1), match.end(1))
        ]
        if found:
            paragraph.names = sorted([*paragraph.names, *found], key=lambda item: item.start)
