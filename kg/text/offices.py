"""Reads office phrases: a title, the state or body before or behind it, its portfolio and its rank.

“Russia’s acting Minister for Europe and Foreign Affairs” and “Special Representative of the
Chairperson-in-Office for the South Caucasus” are office phrases. Titles and portfolio words are data:
`data/lexicon/offices.csv`, `portfolios.csv`.
"""

import csv
import re
from dataclasses import dataclass, replace
from functools import cache

from kg.model import Thing
from kg.resources import resource
from kg.text.cover import Cover
from kg.text.gazetteer import Entry, Gazetteer
from kg.text.shape import Item, Shape, pattern


@dataclass(frozen=True, slots=True)
class Title:
    """A row of `offices.csv`: a title, its family, and whether it names several holders."""

    title: str
    family: str
    plural: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Office:
    """An office phrase. `organizations` are those named in it; several only with a plural title.

    `portfolio` is what stands behind the title, without the organization; `rank` one of `acting`,
    `deputy`, `designate`, `former` or None. `post` is set where the phrase is a known post's own name.
    """

    title: str
    family: str
    plural: bool
    organizations: tuple[Thing, ...] = ()
    portfolio: str = ""
    rank: str | None = None
    post: Thing | None = None
    alone: bool = True
    head_start: int = 0


RANK_WORDS = {
    "acting": "acting",
    "interim": "acting",
    "caretaker": "acting",
    "deputy": "deputy",
    "former": "former",
    "ex": "former",
    "then": "former",
    "outgoing": None,
    "incoming": "designate",
    "designate": "designate",
    "elect": "designate",
    "future": "designate",
    "late": "former",
}
RANK_BEFORE = re.compile(
    r"(?:(?P<rank>\b(?:acting|interim|caretaker|deputy|former|ex|then|outgoing|incoming|designate|future|late)\b)[ -]"
    r"|(?:newly|recently)[ -](?:appointed|elected) |(?:new|current|first|second|senior|principal|special) )+$",
    re.IGNORECASE,
)
RANK_AFTER = re.compile(r"-(designate|elect)\b", re.IGNORECASE)
# Which prepositions may lead on to more of an office, by family; `of` and `for` always may.
JOINS = {
    "ambassador": "to|in",
    "representative": "to|in|on|at",
    "special-representative": "to|in|on|at",
    "head": "to|in|at",
    "director": "in|at",
    "co-ordinator": "in|on|at|to",
    "commissioner": "on",
    "high-commissioner": "on",
    "adviser": "on|to",
    "national-security-adviser": "to",
    "chair": "on",
    "co-chair": "on",
}


# Titles that stand in lower case before a name: “envoy Dal”, “president Lund”.
SPOKEN_BEFORE_NAMES = frozenset(
    [
        "envoy",
        "ambassador",
        "president",
        "chancellor",
        "minister",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "senator",
        "prime_minister",
    ]
)


@cache
def titles() -> Gazetteer:
    """All titles as a gazetteer whose things' keys are the titles' families."""
    with resource("data", "lexicon", "offices.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Title(row["title"], row["family"], row["plural"] == "yes", row["alone"] == "yes")
            for row in csv.DictReader(file)
        ]
    return Gazetteer(Entry(row.title, Thing("title", _pack(row), row.title, "Post"), loose=True) for row in rows)


def _pack(row: Title) -> str:
    return f"{row.family}|{int(row.plural)}|{int(row.alone)}"


@cache
def title_names() -> frozenset[str]:
    """Every title in lower case: names that are too general to be a post's own."""
    with resource("data", "lexicon", "offices.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["title"].lower() for row in csv.DictReader(file))


@cache
def portfolio_words() -> frozenset[str]:
    """The words of `portfolios.csv`."""
    with resource("data", "lexicon", "portfolios.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


@cache
def _words_of_portfolio() -> str:
    words = sorted(portfolio_words(), key=len, reverse=True)
    return r"(?:(?:" + "|".join(map(re.escape, words)) + r")\b(?:[ -]|(?![\w])))+"


@cache
def _complement(joins: str, plural: bool) -> re.Pattern[str]:
    # A body that no list knows, where a comma shows its end: “Chairperson of the Verkhovna Rada, …”.
    body = r"(?<=of the )(?:[A-Z][\w’'-]+\s?){1,5}(?=,)"
    unit = rf"(?:{body}|(?:(?:{{SD}}|current|incoming|then|outgoing)\s)?{{O}}|{{SGEFRCTHI}}(?:\s\((?:\w|{{G}})+\))?|{_words_of_portfolio()})"
    more = unit if plural else _words_of_portfolio() + "|{TRG}"
    prepositions = "of|for" + ("|" + joins if joins else "")
    return pattern(
        rf"(?:\s?(?:,\s)?(?:{prepositions})\s(?:the\s)?{unit}"
        rf"(?:(?:\s?(?:,\s(?={_words_of_portfolio()}\s?(?:and|&)\s)|,?\s?\band\s|\s?&\s)(?:the\s)?(?:{more}))"
        rf"|(?:\sand\s(?:in|on|for|of|to)\s(?:the\s)?{unit}))*)"
    )


# Titles whose portfolio may stand before them.
LED_BY_PORTFOLIO = frozenset({"secretary", "minister", "adviser", "commissioner", "administrator", "director"})


@cache
def _portfolio_before() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(portfolio_words(), key=len, reverse=True) if word[0].isupper())
    return re.compile(rf"(?<![\w-])(?:(?:{words})(?: and)? )+$")


def _with_portfolio(office: Office, words: str) -> Office:
    """“Commerce Secretary” as “Secretary of Commerce”; other titles keep the order that they are written in."""
    if office.family in {"secretary", "minister"} and not office.portfolio:
        return replace(office, portfolio=f"of {words}")
    return replace(office, title=f"{words} {office.title}")


@cache
def _before() -> re.Pattern[str]:
    # One or more states or bodies before a title: “Russia's ”, “the Armenian and Azerbaijani ”, “OSCE ”.
    return pattern(
        r"(?P<orgs>{SDGERFH}(?:(?:, | and |, and |/){SDGERFH})*)(?:['’]s?)?(?:\s\((?:{SG}|[A-Z]+)\))?(?:\s(?P<topic>{T}))?[ -]$"
    )


def find_offices(text: str, names: list[Item], shape: Shape) -> list[Item]:
    """The office phrases in a paragraph, as items that cover the names inside them.

    `names` are the gazetteer's items in `text`, folded in `shape`.
    """
    offices: list[Item] = []
    busy = Cover(len(text), names)
    done = 0
    for hit in titles().find(text):
        if hit.start < done or not busy.free(hit.start, hit.end):
            continue
        words = text[hit.start : hit.end]
        index, index_end = shape.at(hit.start), shape.at(hit.end)
        # “Commerce Secretary”, “National Climate Advisor”: the portfolio stands before the title.
        led = _portfolio_before().search(shape.text, max(0, index - 60), index) if words[0].isupper() else None
        if led is not None and hit.entries[0].thing.key.split("|")[0] in LED_BY_PORTFOLIO:
            index = led.start()
        else:
            led = None
        before = _before().search(shape.text, max(0, index - 60), index)
        rank, reach = _rank(shape.text, index)
        if rank is not None or reach < index:
            before = _before().search(shape.text, max(0, reach - 60), reach)
        if not words[0].isupper() and before is None and not _lower_case_office(words, shape.text, reach, index_end):
            continue
        office, start, end = _read(hit.entries[0].thing, words, shape, before, reach, index, index_end, rank)
        if before is not None and before["topic"]:
            office = replace(office, title=f"{_spoken(before['topic'], shape)} {office.title}")
        if led is not None:
            office = _with_portfolio(office, led[0].strip())
        first, last = shape.source(start, end)
        done = last
        offices.append(Item(first, last, "O", payload=office))
    return _of_each_other(merge_counterparts(offices, text, shape), text)


# Offices that serve another office: “National Security Advisor to the Prime Minister of the Czech Republic”.
SERVING = frozenset(
    {
        "adviser",
        "national-security-adviser",
        "representative",
        "special-representative",
        "spokesperson",
        "head",
        "secretary",
        "director",
    }
)


def _of_each_other(offices: list[Item], text: str) -> list[Item]:
    """Joins an office that serves another one with it, where nobody's name stands between or behind."""
    joined: list[Item] = []
    for item in offices:
        last = joined[-1] if joined else None
        if last is not None and isinstance(last.payload, Office) and isinstance(item.payload, Office):
            between = text[last.end : item.start]
            first, second = last.payload, item.payload
            if first.family in SERVING and first.post is None and re.fullmatch(r" (?:to|of|for) (?:the )?", between):
                whole = replace(
                    first,
                    organizations=first.organizations or second.organizations,
                    portfolio=f"{first.portfolio}{between}{second.title}".strip(),
                )
                joined[-1] = Item(last.start, item.end, "O", payload=whole)
                continue
        joined.append(item)
    return joined


def merge_counterparts(offices: list[Item], text: str, shape: Shape) -> list[Item]:
    """Adds “his Latvian counterpart”: an office of the same kind as the one spoken of before, of another state."""
    found = list(offices)
    busy = Cover(len(text), offices)
    for match in pattern(r"(?P<orgs>{DS})(?:['’]s)?\scounterpart(?P<several>s)?\b").finditer(shape.text):
        first, last = shape.source(match.start(), match.end())
        if busy.free(first, last):
            office = Office(
                "counterpart",
                "counterpart",
                bool(match["several"]),
                _things(shape.found(match["orgs"])),
                head_start=first,
            )
            found.append(Item(first, last, "O", payload=office))
    return sorted(found, key=lambda item: item.start)


def _lower_case_office(words: str, shape_text: str, start: int, end: int) -> bool:
    """Whether a title in lower case is used as one: “the foreign minister of {state}”."""
    if re.match(r"\s[A-Z][a-zà-ž]+", shape_text[end : end + 12]) and words.lower() in SPOKEN_BEFORE_NAMES:
        return True
    if " " not in words and words.lower() not in {"president", "chancellor", "ambassador"}:
        return False
    return bool(pattern(r"\sof\s(?:the\s)?{SGE}").match(shape_text, end)) or bool(
        re.search(r"\b[Tt]he $", shape_text[max(0, start - 4) : start])
    )


def rank_around(text: str, start: int, end: int) -> tuple[str | None, int, int]:
    """The rank that the words before or behind an office give it, and where the whole then stands."""
    rank, first = _rank(text, start)
    after = RANK_AFTER.match(text, end)
    return ("designate", first, after.end()) if after is not None else (rank, first, end)


def _rank(text: str, index: int) -> tuple[str | None, int]:
    """The rank in the words before a title, and where they begin."""
    match = RANK_BEFORE.search(text, max(0, index - 60), index)
    if match is None:
        return None, index
    word = re.findall(
        r"\b(?:acting|interim|caretaker|deputy|former|ex|then|outgoing|incoming|designate|future|late)\b",
        match[0].lower(),
    )
    return (RANK_WORDS[word[0]] if word else None), match.start()


def _read(
    thing: Thing,
    words: str,
    shape: Shape,
    before: re.Match[str] | None,
    reach: int,
    index: int,
    index_end: int,
    rank: str | None,
) -> tuple[Office, int, int]:
    family, plural_text, alone = thing.key.split("|")
    plural = plural_text == "1"
    start = before.start() if before is not None else reach
    organizations = _things(shape.found(before["orgs"])) if before is not None else ()
    if len(organizations) > 1 and not plural:
        last = shape.found(before["orgs"])[-1] if before is not None else None
        assert last is not None
        start = shape.at(last.start)
        organizations = organizations[-1:]
    end = index_end
    after = RANK_AFTER.match(shape.text, end)
    if after is not None:
        rank, end = "designate", after.end()
    portfolio: list[str] = []
    complement = _complement(JOINS.get(family, ""), plural)
    post: Thing | None = None
    while (match := complement.match(shape.text, end)) is not None and match.end() > end:
        stretch = match[0].rstrip(" ,-")
        if not stretch:
            break
        found = shape.found(stretch)
        named = [item for item in found if item.code in "SGE"]
        if named and re.match(r"\s?(?:,\s)?(?:of|to|for)\s", stretch) and not organizations:
            organizations = _things(named)
            outside = pattern(r"\s?(?:,\s)?(?:of|to|for)\s(?:the\s)?{SGE}(?:(?:, |,? and (?:the )?){SGE})*").sub(
                "", stretch
            )
            if outside.strip():
                portfolio.append(_spoken(outside, shape))
        elif named and len(named) == len(found) and organizations and _things(named) == organizations:
            pass
        else:
            portfolio.append(_spoken(stretch, shape))
            post = post or next((item.payload.post for item in found if isinstance(item.payload, Office)), None)
        end += len(stretch)
    if rank is None and words.lower().startswith(("deputy ", "first deputy ")) and family != "deputy-prime-minister":
        rank = "deputy"
    office = Office(
        title=words,
        family=family,
        plural=plural,
        organizations=organizations,
        portfolio=" ".join(portfolio).strip(),
        rank=rank,
        alone=alone == "1",
        head_start=shape.starts[index],
    )
    return office, start, end


def _spoken(stretch: str, shape: Shape) -> str:
    """A stretch of the shape with its items' own words put back."""
    return "".join(_label(shape.items[character]) if character in shape.items else character for character in stretch)


def _label(item: Item) -> str:
    if item.entries:
        entry = item.entries[0]
        return entry.thing.label if item.code in "SGE" else entry.name
    return item.payload.title if isinstance(item.payload, Office) else ""


def _things(items: list[Item]) -> tuple[Thing, ...]:
    return tuple(item.entries[0].thing for item in items if item.entries)


def singular(title: str) -> str:
    """A plural title for one of its holders: “Foreign Ministers” is “Foreign Minister”."""
    first, of, rest = title.partition(" of ")
    words = first.split()
    for number, word in enumerate(words):
        if word.endswith("ies"):
            words[number] = word[:-3] + "y"
        elif word.endswith("men"):
            words[number] = word[:-3] + "man"
        elif word.endswith("s") and word != "Affairs":
            words[number] = word[:-1]
    return " ".join(words) + of + rest
