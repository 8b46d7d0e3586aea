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
from kg.text.name_words import first_names
from kg.text.rule import Rule
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
    `cut` says that words of the office stand behind it that are not read: “Chairperson *of the Ad Hoc …*”.
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
    cut: bool = False


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
    "officer-in-charge": "acting",
}
RANK_BEFORE = Rule(
    r"(?:(?P<rank>\b(?:acting|interim|caretaker|deputy|former|ex|then(?=[-/])|(?<!, )(?<!and )then|outgoing|incoming|designate|future|late|officer-in-charge(?=/))\b)[ /-]"
    r"|(?:newly|recently)[ -](?:appointed|elected) |(?:new|current|first|second|senior|principal|special|(?-i:democratic|presidential)) )+$",
    re.IGNORECASE,
)
# What such words end in, which most words before a title do not.
_BEFORE_TITLE = re.compile(r"[^\W\d_]+(?=[ /-]$)")
_ENDS_OF_RANK = (
    *sorted({word.rpartition("-")[2] for word in RANK_WORDS}),
    *"appointed elected new current first second senior principal special democratic presidential".split(),
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


# Offices of a city or a part of a state, which stands before the title or behind the holder's name.
LOCAL = frozenset({"mayor", "governor", "legislator"})
# Titles of a state of a federation, where the name of one stands before them.
OF_FEDERAL_STATES = frozenset(
    {
        "Assembly Speaker",
        "Attorney General",
        "Attorneys General",
        "Comptroller",
        "House Majority Leader",
        "House Minority Leader",
        "House Speaker",
        "President Pro Tempore",
        "Representative",
        "Representatives",
        "Senate Majority Leader",
        "Senate Minority Leader",
        "Senate President",
        "Senate President Pro Tempore",
        "Treasurer",
        "Treasurers",
    }
)
# Titles that are written short before a name.
WRITTEN_OUT = {
    "Gov.": "Governor",
    "Govs.": "Governors",
    "Lt. Gov.": "Lieutenant Governor",
    "Lt. Governor": "Lieutenant Governor",
    "Lt. Governors": "Lieutenant Governors",
    "Prime Minster": "Prime Minister",
    "Sen.": "Senator",
    "Sens.": "Senators",
}
# Titles that stand in lower case before a name: “envoy Dal”, “president Lund”.
SPOKEN_BEFORE_NAMES = frozenset(
    [
        "envoy",
        "special envoy",
        "special representative",
        "chief negotiator",
        "negotiator",
        "foreign minister",
        "prime minister",
        "mayor",
        "governor",
        "ombudsman",
        "ombudsperson",
        "ambassador",
        "president",
        "chancellor",
        "minister",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "senator",
        "opposition leader",
        "adviser",
        "advisor",
        "prime_minister",
        "parliamentary speaker",
        "parliament speaker",
        "presidential aide",
        "presidential adviser",
        "presidential advisor",
        "speaker",
        "ombudsman",
        "ombudsperson",
        "chief negotiator",
        "negotiator",
        "special representative",
        "special envoy",
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


# “Speaker of the Danish Parliament”, “Head of the Belarusian Delegation to the OSCE PA”.
_NATIONAL_BODY = r"{D}\s(?:[Pp]arliament|[Ss]enate|[Dd]elegation(?:\sto\s(?:the\s)?{G})?)"

# “Head of the delegation of the OSCE Parliamentary Assembly”.
_DELEGATION = r"[Dd]elegation\s(?:of|from)\s(?:the\s)?{SG}(?:\s\((?:\w|{G})+\))?"
# “Head of the OSCE Presence”, “Head of the EU Delegation”, where nothing says to what state.
_OF_PART = pattern(
    r"\sof\s(?:the\s)?(?P<part>(?P<body>{G})\s(?:Mission|Presence|Centre|Center|Delegation|Office|Secretariat)\b)(?!\s(?:to|in|at|for|of)\b)"
)

# The office of the next one in a list: “Head of the OSCE Mission, and Foreign Minister Anna Lund”.
_ANOTHER = (
    r"(?:[A-Z][\w’'-]+\s){0,3}?(?:Minister|President|Secretary|Ambassador|Director|Commissioner|Speaker|Chair\w*|Head|Envoy|Representative"
    r"|Advis[eo]r|Chancellor|Co-?ordinator|Prosecutor|Governor|Mayor)\s(?=[A-ZÀ-Ž{P}])"
)


@cache
def _complement(joins: str, plural: bool) -> Rule:
    # A body that no list knows, where a comma shows its end: “Chairperson of the Verkhovna Rada, …”.
    body = r"(?<=of the )(?:[A-Z][\w’'-]+\s?){1,5}(?=,)"
    # What an office is for, where a comma and its holder's name show the end: “for Public Diplomacy, Anna Lund”.
    field = (
        r"(?<=for )[A-Z][\w’'-]+(?:(?:\sand|\sof|\s&|,)?\s[A-Z][\w’'-]+){0,5}?(?=,\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s[A-ZÀ-Ž]))"
    )
    unit = rf"(?:{body}|{field}|{{G}}(?:['’]s)?\s{{G}}|(?:(?:{{SD}}|current|incoming|then|outgoing)\s)?{{O}}|{{D}}\s{{G}}|{_NATIONAL_BODY}|{_DELEGATION}|{{SGEFRCTHI}}(?:\s\((?:the\s)?(?:\w|{{G}})+\))?|{_words_of_portfolio()})"
    more = unit if plural else _words_of_portfolio() + "|{TRGC}"
    # “Of Education, Science, Culture and Sport”.
    several_fields = rf"(?:{_words_of_portfolio()}|{{T}})(?:,\s(?:{_words_of_portfolio()}|{{T}}))*"
    prepositions = "of|for" + ("|" + joins if joins else "")
    # “The foreign ministers of A, B and C”.
    several = r"|,\s(?:the\s)?{SE}(?=(?:,\s(?:the\s)?{SE})*,?\sand\s(?:the\s)?{SE})" if plural else ""
    return pattern(
        rf"(?:\s?(?:,\s)?(?:{prepositions})\s(?:the\s)?{unit}"
        rf"(?:(?!,\sand\s(?:the\s)?(?:{{G}}|{_ANOTHER}))(?:\s?(?:,\s(?={several_fields}\s?(?:and|&)\s)|,?\s?\band\s|\s?&\s)(?:the\s)?(?:{more})(?!\sby\s))"
        rf"|(?:\sand\s(?:in|on|for|of|to)\s(?:the\s)?{unit}){several})*)"
    )


@cache
def _listed_body() -> Rule:
    # In a list of who came, the body stands behind a comma: “Anna Lund, Executive Director, Law Center”.
    return pattern(r",\s(?:the\s)?(?P<body>{G})(?=(?:,\s{G})*\W*(?:\([^()]*\)\W*)?$)")


_ABBREVIATED = re.compile(r"\s\([^()]*\)")
# Of a body and its part, “the White House Office of Public Engagement”, the part is meant.
_NESTED = pattern(r"{G}(?:['’]s)?\s(?={G})")
# Titles whose portfolio may stand before them.
LED_BY_PORTFOLIO = frozenset(
    {"secretary", "minister", "adviser", "commissioner", "administrator", "director", "co-ordinator", "officer"}
)


@cache
def _portfolio_before() -> Rule:
    words = "|".join(re.escape(word) for word in sorted(portfolio_words(), key=len, reverse=True) if word[0].isupper())
    return Rule(rf"(?<![\w-])(?:(?:{words})(?: and)? )+$")


@cache
def _led_in_list() -> Rule:
    # “With Mayor Ann Field, COVID-19 Response Coordinator Karel Novy and …”: where one of a list begins, all that stands
    # before the title is its portfolio.
    return pattern(
        r"(?:(?<=^)|(?<=,\s)|(?<=\band\s)|(?<=\bwith\s)|(?<=\bby\s))"
        r"(?:(?!(?i:acting|interim|caretaker|deputy|former|first|second|incoming|outgoing|new|the|assistant|associate|vice|principal|under)\b)(?:[A-Z][\w’'-]+|{TC})(?:\s(?:and|&))?\s){1,4}$"
    )


@cache
def _led_from_body() -> Rule:
    # “White House Public Engagement Director”: what stands between a body and a title is the portfolio.
    return pattern(r"(?<={G}\s)(?:(?:[A-Z][\w’'-]+|{D})(?:\s(?:and|&))?\s){1,4}$")


_NAME_BEHIND = pattern(
    r"\s(?:(?:and|at|for|of|in)\s[^,;.{P}]{3,60}\s)?(?:Dr\.?\s)?(?:{P}|[A-ZÀ-Ž][\w’'-]+\s(?:[A-ZÀ-Ž]\.?\s)?[A-ZÀ-Ž{P}])"
)
_TITLE_BEFORE = re.compile(r"\b([A-Z][a-z]+)-$")


def _names_somebody(words: str) -> bool:
    """Whether words that might be a portfolio are another office and its holder: “Counsel Anna Lund and …”."""
    return any(word.lower() in title_names() or word in first_names() for word in words.split())


@cache
def _local_before() -> Rule:
    return pattern(r"(?P<place>{L})\s$")


def _with_portfolio(office: Office, words: str) -> Office:
    """“Commerce Secretary” as “Secretary of Commerce”; other titles keep the order that they are written in."""
    if office.family in {"secretary", "minister"} and not office.portfolio:
        return replace(office, portfolio=f"of {words}")
    return replace(office, title=f"{words} {office.title}")


@cache
def _before() -> Rule:
    # One or more states or bodies before a title: “Russia's ”, “the Armenian and Azerbaijani ”, “OSCE ”.
    return pattern(
        # Of “White House Policy Council Director” the part is meant.
        r"(?:{G}\s(?={G}))?(?P<orgs>{SDGERFH}(?:(?:['’]s?)?(?:, | and |, and |/){SDGERFH})*)(?:['’]s?)?(?:\s\((?:{SG}|[A-Z]+)\))?(?:\s(?P<topic>{T}))?[ -]$"
    )


def find_offices(text: str, folded: str, names: list[Item], shape: Shape) -> list[Item]:
    """The office phrases in a paragraph, as items that cover the names inside them.

    `folded` is `fold(text)`; `names` are the gazetteer's items in `text`, folded in `shape`.
    """
    offices: list[Item] = []
    busy = Cover(len(text), names)
    done = 0
    for hit in titles().find(text, folded):
        words = text[hit.start : hit.end]
        # Of “the Officer-in-Charge/Secretary General” the first only says how the second is held.
        ranked = words.lower() in RANK_WORDS and text.startswith("/", hit.end)
        # “Director-Counsel” is one office; “the OSCE official”, “a Ukrainian officer” is none.
        double = _TITLE_BEFORE.search(text, max(0, hit.start - 24), hit.start)
        if (
            hit.start < done
            or ranked
            or (double is not None and double[1].lower() in title_names())
            or not busy.free(hit.start, hit.end)
            or (words.islower() and hit.entries[0].thing.key.startswith("officer|"))
        ):
            continue
        index, index_end = shape.at(hit.start), shape.at(hit.end)
        # “Commerce Secretary”, “National Climate Advisor”: the portfolio stands before the title.
        led = None
        family = hit.entries[0].thing.key.split("|")[0]
        if family in LED_BY_PORTFOLIO and words[0].isupper():
            led = _led_from_body().search(shape.text, max(0, index - 80), index) or _portfolio_before().search(
                shape.text, max(0, index - 60), index
            )
            # A name shows that the words are an office's, and no sentence's.
            if led is None and _NAME_BEHIND.match(shape.text, index_end) is not None:
                led = _led_in_list().search(shape.text, max(0, index - 80), index)
        if led is not None and _names_somebody(led[0]):
            led = None
        if led is not None:
            index = led.start()
        place = (
            _local_before().search(shape.text, max(0, index - 2), index)
            if family in LOCAL or words in OF_FEDERAL_STATES
            else None
        )
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
            office = _with_portfolio(office, _spoken(led[0], shape).strip())
        if place is not None and not office.organizations and not office.portfolio:
            office = replace(office, portfolio=f"of {_spoken(place['place'], shape)}")
            start = min(start, place.start())
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
# Offices that the Chair gives: “Special Representative of the Italian OSCE Chairmanship” is of the Chairperson.
OF_CHAIR = frozenset({"special-representative", "representative"})
OF_THE_CHAIR = "of the OSCE Chairperson-in-Office"
# “Special Representative of the Chairperson-in-Office – Project Co-ordinator in Ukraine”.
_JOINT_POST = pattern(r"\s[-–—]\s{G}")


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


# What press offices call a foreign minister by: “the head of Polish diplomacy”, “Norway's top diplomat”.
_DIPLOMACY = r"(?<!\w)(?P<head>(?:[Hh]ead|[Cc]hief)\sof\s(?:the\s)?(?P<of>{DS})(?:['’]s)?\sdiplomacy|(?P<whose>{DS})(?:['’]s)?\s(?:top|chief)\sdiplomat)\b"


# “Her colleagues from X and Y, A and B”, “his counterparts A of X and B of Y”.
_COLLEAGUES = r"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?P<word>(?:colleagues|counterparts)(?:\s(?:from|of)\s(?:the\s)?(?P<orgs>{S}(?:(?:,\s|,?\sand\s)(?:the\s)?{S})+)(?=,\s(?:{P}|[A-Z][a-zà-ž]+\s[A-Z]))|(?=\s(?:{P}|[A-Z][a-zà-ž]+\s[A-Z][\w’-]+)\s(?:of|from)\s(?:the\s)?{S})))"


def merge_counterparts(offices: list[Item], text: str, shape: Shape) -> list[Item]:
    """Adds “his Latvian counterpart”, of the same kind as the office spoken of before, and “the head of Latvian diplomacy”."""
    found = list(offices)
    busy = Cover(len(text), offices)
    for match in pattern(
        r"(?P<orgs>{DS}(?:(?:,\s{DS})*,?\sand\s{DS}(?=(?:['’]s)?\s(?:counterparts|colleagues|opposite\snumbers)\b))?)(?:['’]s)?\s(?P<word>counterpart|colleague|opposite\snumber)(?P<several>s)?\b|(?P<first>{D})(?=\sand\s(?:(?:his|her|their|its)\s)?{D}\s(?:counterpart|colleague)\b)"
    ).finditer(shape.text):
        first, last = shape.source(match.start(), match.end())
        if busy.free(first, last):
            office = Office(
                match["word"] or "counterpart",
                "counterpart",
                bool(match["several"]),
                _things(shape.found(match["orgs"] or match["first"])),
                head_start=first,
            )
            found.append(Item(first, last, "O", payload=office))
    for match in pattern(_COLLEAGUES).finditer(shape.text):
        first, last = shape.source(match.start("word"), match.end())
        if busy.free(first, last):
            office = Office(
                "colleagues", "counterpart", True, _things(shape.found(match["orgs"] or "")), head_start=first
            )
            found.append(Item(first, last, "O", payload=office))
    for match in pattern(_DIPLOMACY).finditer(shape.text):
        first, last = shape.source(match.start("head"), match.end())
        if busy.free(first, last):
            whose = _things(shape.found(match["of"] or match["whose"]))
            office = Office("Foreign Minister", "foreign-minister", False, whose, head_start=first)
            found.append(Item(first, last, "O", payload=office))
    return sorted(found, key=lambda item: item.start)


# Words for a few whom a text has named: “the three ministers”, “each of the leaders”.
_OF_SEVERAL = frozenset({"ministers", "leaders", "negotiators", "presidents"})
_THE_FEW = re.compile(r"\b(?:[Bb]oth|[Tt]he(?: two| three| four)?) $")


def _lower_case_office(words: str, shape_text: str, start: int, end: int) -> bool:
    """Whether a title in lower case is used as one: “the foreign minister of {state}”."""
    if pattern(r"\s(?:[A-Z][a-zà-ž]+|{P})").match(shape_text, end) and words.lower() in SPOKEN_BEFORE_NAMES:
        return True
    # “Welcomed X as the new co-facilitator”.
    if re.match(r"new", shape_text[start:end]) and re.search(
        r"\bas (?:the|its|his|her|their|our|a) $", shape_text[max(0, start - 9) : start]
    ):
        return True
    owners = words in _OF_SEVERAL and shape_text.startswith(("’", "'"), end)
    if words in _OF_SEVERAL and not shape_text.startswith((" of ", "’", "'", " and "), end):
        return _THE_FEW.search(shape_text, max(0, start - 16), start) is not None
    if not owners and re.search(r"\b(?:[Bb]oth|two) (?:the )?$", shape_text[max(0, start - 10) : start]):
        return True
    # “Anna Lund, head of the OSCE Presence, …”, “the mayor of Riga, Anna Lund”.
    if words == "head" and shape_text.endswith(", ", 0, start) and _OF_PART.match(shape_text, end) is not None:
        return True
    if words in {"mayor", "governor"} and _OF_LOCAL.match(shape_text, end) is not None:
        return True
    if words.lower() == "leader":
        return pattern(r"\sof\s(?:the\s)?{E}").match(shape_text, end) is not None
    if " " not in words and words.lower() not in {"president", "presidents", "chancellor", "ambassador"}:
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
    before = text[max(0, index - 20) : max(0, index - 1)]
    if before.isascii() and not before.lower().endswith(_ENDS_OF_RANK):
        return None, index
    end = _BEFORE_TITLE.search(text, max(0, index - 20), index)
    if end is None or (end[0].isascii() and not end[0].lower().endswith(_ENDS_OF_RANK)):
        return None, index
    match = RANK_BEFORE.search(text, max(0, index - 60), index)
    if match is None:
        return None, index
    word = re.findall(
        r"\b(?:acting|interim|caretaker|deputy|former|ex|then|outgoing|incoming|designate|future|late|officer-in-charge)\b",
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
    if rank is None and before is not None:
        # “Former Swedish Foreign Minister X”: the rank before whose minister she was.
        rank, start = _rank(shape.text, start)
    end = index_end
    after = RANK_AFTER.match(shape.text, end)
    if after is not None:
        rank, end = "designate", after.end()
    if family == "head" and not organizations:
        organizations, end = _part_of_body(shape, end)
    organizations, portfolio, end = _behind(shape, end, family, plural, organizations)
    if rank is None and words.lower().startswith(("deputy ", "first deputy ")) and family != "deputy-prime-minister":
        rank = "deputy"
    if rank is None and words.lower().startswith("acting "):
        rank, words = "acting", words.partition(" ")[2]
    office = Office(
        title=WRITTEN_OUT.get(words, words),
        family=family,
        plural=plural,
        organizations=organizations,
        portfolio=portfolio,
        rank=rank,
        alone=alone == "1",
        head_start=shape.start(index),
        cut=not (organizations or portfolio) and _GOES_ON.match(shape.text, end) is not None,
    )
    return office, start, end


# Words that begin the names of bodies, and end no portfolio.
_OF_NAMES = frozenset({"European", "National", "International", "Federal", "Regional", "Central", "General"})
_REST_OF_NAME = pattern(
    r"(?P<rest>(?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?(?:[A-ZÀ-Ž][\w’'-]+|{TGRSDL})){1,8})(?P<closed>(?=[,.;)]|$))?"
)


# “The Mayor of Mitrovica South, X”.
_OF_LOCAL = pattern(
    r"\sof\s(?:the\s)?(?:{L}(?:\s(?:South|North|East|West))?|[A-ZÀ-Ž][\w’-]+(?:\s[A-ZÀ-Ž][\w’-]+)?)(?=,\s)"
)


# “The OSCE Head of Mission in Skopje, X”.
_IN_PLACE = pattern(r"\sin\s(?:the\s)?{LR}(?=,\s[A-ZÀ-Ž{P}])")


# “The Speaker of the lower house of parliament, X”, “the Chairman of the Senate of the Parliament X”.
HEADING_CHAMBERS = frozenset({"speaker", "chair"})
_OF_CHAMBER = pattern(
    r"\sof\s(?:the\s)?(?:(?:[Ll]ower|[Uu]pper)\s(?:[Hh]ouse|[Cc]hamber)(?:\sof\s(?:the\s)?[Pp]arliament)?|(?:Senate|National\sAssembly)\sof\s(?:the\s)?[Pp]arliament)(?=,\s|\s[A-Z{P}])"
)


def _tail(shape: Shape, end: int, family: str) -> re.Match[str] | None:
    """The city, or the chamber of a parliament, behind a title that ends at `end`."""
    if family in LOCAL:
        return _OF_LOCAL.match(shape.text, end)
    if family == "head":
        return _IN_PLACE.match(shape.text, end)
    return _OF_CHAMBER.match(shape.text, end) if family in HEADING_CHAMBERS else None


def _behind(
    shape: Shape, end: int, family: str, plural: bool, organizations: tuple[Thing, ...]
) -> tuple[tuple[Thing, ...], str, int]:
    """The state or body and the portfolio behind a title that ends at `end`, and where they end."""
    portfolio: list[str] = []
    begin = end
    complement = _complement(JOINS.get(family, ""), plural)
    while (match := complement.match(shape.text, end)) is not None and match.end() > end:
        if not (stretch := match[0].rstrip(" ,-")):
            break
        # “Thanked the President for Georgia's support”, “the Chair of the Assembly's Working Group”.
        if shape.text.startswith(("’s ", "'s "), end + len(stretch)):
            break
        begin = end
        end += len(stretch)
        stretch = _NESTED.sub("", _ABBREVIATED.sub("", stretch))
        found = shape.found(stretch)
        own = pattern(rf"\s?of\s(?:the\s)?(?P<body>{_NATIONAL_BODY})").fullmatch(stretch)
        if own is not None and not organizations:
            organizations = (_national_body(own["body"], shape),)
            continue
        named = [item for item in found if item.code in "SGE"]
        if family in OF_CHAIR and any(item.entries[0].thing.key == "osce-chairpersonship" for item in named):
            portfolio.append(OF_THE_CHAIR)
            continue
        if not organizations and pattern(rf"\s?of\s(?:the\s)?{_DELEGATION}").fullmatch(stretch):
            organizations, portfolio = _things(named), [*portfolio, "of the delegation"]
        elif named and re.match(r"\s?(?:,\s)?(?:of|to|for)\s", stretch) and not organizations:
            organizations = _things(named)
            outside = pattern(
                r"\s?(?:,\s)?(?:of|to|for)\s(?:the\s)?(?:{D}\s)?{SGE}(?:(?:, |,? and (?:the )?){SGE})*"
            ).sub("", stretch)
            if outside.strip():
                portfolio.append(_spoken(outside, shape))
        elif named and len(named) == len(found) and organizations and _things(named) == organizations:
            pass
        elif family in OF_CHAIR and _of_the_chair(found) and not stretch.startswith((" for", " on")):
            portfolio.append(OF_THE_CHAIR)
        else:
            portfolio.append(_spoken(stretch, shape).strip())
    organizations, end = _whole_name(shape, portfolio, begin, end, organizations)
    joint = _JOINT_POST.match(shape.text, end) if portfolio and portfolio[-1] == OF_THE_CHAIR else None
    if joint is not None:
        portfolio.append(_spoken(joint[0], shape).strip())
        end = joint.end()
    tail = None if portfolio or (organizations and family != "head") else _tail(shape, end, family)
    if tail is not None:
        portfolio.append(_spoken(tail[0], shape).strip())
        end = tail.end()
    unknown = None if portfolio or family not in WITH_PORTFOLIO else _unknown_portfolio(shape, end)
    if unknown is not None:
        portfolio.append(shape.text[end:unknown].strip())
        end = unknown
    listed = None if organizations else _listed_body().match(shape.text, end)
    if listed is not None:
        organizations, end = _things(shape.found(listed[0])), listed.end("body")
    return organizations, " ".join(portfolio).strip(), end


def _part_of_body(shape: Shape, end: int) -> tuple[tuple[Thing, ...], int]:
    """“Of the OSCE Presence” behind a title that ends at `end`: the part of a body, and where its name ends."""
    match = _OF_PART.match(shape.text, end)
    if match is None:
        return (), end
    name = match["part"].replace(match["body"], shape.items[match["body"]].entries[0].name)
    return (Thing("organization", name, name, "Organization"),), match.end()


def _begun_name(shape: Shape, portfolio: list[str], begin: int, end: int) -> tuple[tuple[Thing, ...], int]:
    """“Of the European Regulators Group”: the body whose name a portfolio only begins, and where the office then ends.

    What was no portfolio is taken out of it; where nothing shows the name's end, the office is cut before it.
    """
    rest = _REST_OF_NAME.match(shape.text, end)
    if rest is None:
        return (), end
    adjective = portfolio.pop().rpartition(" ")[2]
    if rest["closed"] is None:
        return (), begin
    name = f"{adjective}{_spoken(rest['rest'], shape)}"
    return (Thing("organization", name, name, "Organization"),), rest.end()


def _whole_name(
    shape: Shape, portfolio: list[str], begin: int, end: int, organizations: tuple[Thing, ...]
) -> tuple[tuple[Thing, ...], int]:
    """The bodies of an office, with the rest of a name that what was read only begins, and where the office then ends."""
    if portfolio and not organizations and portfolio[-1].rpartition(" ")[2] in _OF_NAMES:
        organizations, end = _begun_name(shape, portfolio, begin, end)
    if end > begin and (organizations or portfolio) and (longer := _LONGER.match(shape.text, end)) is not None:
        return _longer_name(shape, portfolio, begin, longer) or organizations, longer.end()
    return organizations, end


# “Director-General of the United Nations *Office at Geneva*, Anna Lund”: the body that is known only begins the name of another.
_LONGER = pattern(
    r"(?=\s[A-ZÀ-Ž])(?:\s(?:[A-ZÀ-Ž][\w’'-]+|{TRGSDL})){0,4}?\s(?:Office|Institute|Agency|Commission|Committee|Council|Process|People|Peoples|Programme|Fund|Group|Panel|Platform|Initiative|Forum|Board|Authority|Directorate|Division|Department|Secretariat|Network|Federation|Union|Association|Delegation|Mission)"
    r"(?:\s(?:of|for|on|at|in|to)\s(?:the\s)?(?:[A-ZÀ-Ž][\w’'-]+|{TRGSDL})(?:(?:\s|\sand\s)(?:[A-ZÀ-Ž][\w’'-]+|{TRGSDL})){0,3})?"
    r"(?=(?:\s\([^()]*\))?,\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s|H\.E\.\s)*(?:Ambassador\s)?(?:{P}|[A-ZÀ-Ž][\w’'.-]+\s[A-ZÀ-Ž]))"
)


def _longer_name(shape: Shape, portfolio: list[str], begin: int, longer: re.Match[str]) -> tuple[Thing, ...]:
    """The body whose name goes on behind a known one's; of a portfolio, which goes on, no body."""
    if portfolio:
        portfolio[-1] = f"{portfolio[-1]}{_spoken(longer[0], shape)}"
        return ()
    begun = re.sub(r"^\s?(?:of|for|to|at|in)\s(?:the\s)?", "", shape.text[begin : longer.start()])
    name = f"{_spoken(begun, shape)}{_spoken(longer[0], shape)}"
    return (Thing("organization", name, name, "Organization"),)


def _of_the_chair(found: list[Item]) -> bool:
    return len(found) == 1 and found[0].code == "O" and any(one.thing.key == "cio" for one in found[0].entries)


def _national_body(stretch: str, shape: Shape) -> Thing:
    """“Danish Parliament” as the Parliament of Denmark."""
    noun = stretch[2:3].upper() + stretch[3:]
    words, to, rest = noun.partition(" to ")
    name = f"{words} of {shape.found(stretch)[0].entries[0].thing.label}{to}{_spoken(rest, shape)}"
    return Thing("organization", name, name, "Organization")


_GOES_ON = pattern(r"\sof\s(?:the\s)?(?:[A-ZÀ-Ž]|{SDEGFICLRT})")
# Titles behind which a portfolio of any words may stand: “Coordinator for Operation Safe Harbour Anna Lund”.
WITH_PORTFOLIO = frozenset(
    {"co-ordinator", "special-representative", "adviser", "director", "administrator", "officer"}
)
_UNKNOWN_PORTFOLIO = re.compile(
    r"\s(?:for|of|on|at)\s(?:the\s)?(?P<words>[A-Z][\w’'-]+(?:\s(?:and\s|of\s)?[A-Z][\w’'-]+){0,5})\s?"
)


def _unknown_portfolio(shape: Shape, position: int) -> int | None:
    """Where a portfolio that no list knows ends: before the holder's name, which a first name begins."""
    match = _UNKNOWN_PORTFOLIO.match(shape.text, position)
    if match is None:
        return None
    words = list(re.finditer(r"\S+", match["words"]))
    begin = match.start("words")
    for number, word in enumerate(words[:-1]):
        if number and word[0] in first_names():
            return begin + words[number - 1].end()
    person = shape.items.get(shape.text[match.end() : match.end() + 1])
    return match.end("words") if person is not None and person.code == "P" else None


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
