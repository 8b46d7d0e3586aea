"""What stands before a title: its state or body, its portfolio, its city."""

import re
from dataclasses import replace
from functools import cache

from kg.text.name_words import is_first_name
from kg.text.office import Office
from kg.text.rule import Rule
from kg.text.shape import Shape, pattern
from kg.text.title_table import LOCAL, portfolio_words_in_order, title_names

# Titles of a state of a federation, where the name of one stands before them.
_OF_FEDERAL_STATES = frozenset(
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

# Titles whose portfolio may stand before them.
_LED_BY_PORTFOLIO = frozenset(
    {"secretary", "minister", "adviser", "commissioner", "administrator", "director", "co-ordinator", "officer"}
)


@cache
def _known_portfolio() -> Rule:
    words = "|".join(re.escape(word) for word in portfolio_words_in_order() if word[0].isupper())
    return pattern(rf"(?<![\w-])(?:(?:{words}|{{T}})(?: and)? )+$")


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


def _names_somebody(words: str) -> bool:
    """Whether words that might be a portfolio are another office and its holder: “Counsel Anna Lund and …”."""
    return any(word.lower() in title_names() or is_first_name(word) for word in words.split())


@cache
def _city() -> Rule:
    return pattern(r"(?P<place>{L})\s$")


def with_portfolio(office: Office, words: str) -> Office:
    """“Commerce Secretary” as “Secretary of Commerce”; other titles keep the order that they are written in."""
    if office.family in {"secretary", "minister"} and not office.portfolio:
        return replace(office, portfolio=f"of {words}")
    return replace(office, title=f"{words} {office.title}")


@cache
def _owners() -> Rule:
    # One or more states or bodies before a title: “Russia's ”, “the Armenian and Azerbaijani ”, “OSCE ”.
    return pattern(
        # Of “White House Policy Council Director” the part is meant.
        # “The Spanish Foreign Ministry's Director General”: the ministry is the state's.
        r"(?:{G}\s(?={G})|{D}\s(?={G}['’]))?(?P<orgs>{SDGERFH}(?:(?:['’]s?)?(?:, | and |, and |/){SDGERFH})*)(?:['’]s?)?(?:\sMFA)?(?:(?<={G})\s(?P<part>Commission|Secretariat|Council|Board|Bank))?(?:\s\((?:{SG}|[A-Z]+|Parliament)\))?(?:\s(?P<topic>{T}))?[ -]$"
    )


def portfolio_before(shape: Shape, words: str, family: str, start: int, end: int) -> re.Match[str] | None:
    """The portfolio before a title that stands at `start` to `end`: “*Commerce* Secretary”, “*National Climate* Advisor”."""
    if family not in _LED_BY_PORTFOLIO or not words[0].isupper():
        return None
    led = _led_from_body().search(shape.text, max(0, start - 80), start) or _known_portfolio().search(
        shape.text, max(0, start - 60), start
    )
    # A name shows that the words are an office's, and no sentence's.
    if led is None and _NAME_BEHIND.match(shape.text, end) is not None:
        led = _led_in_list().search(shape.text, max(0, start - 80), start)
    # “Speaker of the Chamber Anna Lund and Minister Karel Novy”: the words before “and” are somebody's name.
    return None if led is None or led[0].endswith((" and ", "& ")) or _names_somebody(led[0]) else led


def place_before(shape: Shape, words: str, family: str, start: int) -> re.Match[str] | None:
    """The city or part of a state, as `place`, before a title of one that stands at `start`: “*Riga* Mayor”."""
    if family not in LOCAL and words not in _OF_FEDERAL_STATES:
        return None
    return _city().search(shape.text, max(0, start - 2), start)


def owners_before(shape: Shape, start: int, begin: int = 0) -> re.Match[str] | None:
    """The states or bodies, as `orgs`, before a title that stands at `start`, and a `topic` between them and it.

    What stands before `begin` is of another office: “Head of the Agency, Irish Ambassador Anna Lund”.
    """
    found = _owners().search(shape.text, max(begin, start - 60), start)
    # “The Liaison Officer in Ukraine Colonel Anna Lund”: of no state are those who have a rank.
    if found is None or len(found[0]) != len("S ") or not shape.text.endswith(" in ", 0, found.start()):
        return found
    return None
