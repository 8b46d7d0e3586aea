"""The rest of an office whose words no list knows: “Commander of the NATO *Battlegroup Riga*, Colonel Anna Lund”.

What stands before the holder's name, or behind it up to the next comma, is all of the office, if it is written as a name.
"""

import re

from kg.model import Thing, unlisted_organization
from kg.text.name_words import is_first_name, not_names
from kg.text.office import as_written, spoken, things_of
from kg.text.shape import Shape, pattern
from kg.text.title_table import portfolio_words, title_names

_WORD = r"(?:[“„«][A-ZÀ-Ž][^”»]{1,60}[”»]|[A-ZÀ-Ž][\w’'-]*(?<!['’]s)|{TGSDERFLIC})"
_LEAD = r"(?:(?:of|for|on|at|in|to|against|under|with)\s(?:the\s(?!Permanent\sMission))?)"
# “At the Trade, Culture and Sports Office”: a comma goes on only with a list that “and” ends.
_RUN = rf"{_WORD}(?:['’]s)?(?:(?:,\s{_WORD})+,?\sand\s{_WORD})?"
_REST = pattern(rf"(?:\s(?:and\s(?:the\s)?)?{_LEAD}?{_RUN})+")
_BEHIND_TITLE = pattern(r"\s(?P<join>of|for|on|at|in|to|against|under)\s(?:the\s)?")
_COURTESY = r"(?:(?:Mr|Ms|Mrs|Dr|Prof|H\.\s?E|Hon)\.?\s|(?:Ambassador|Professor|Sir|Dame|Lord|Rabbi|Judge|(?:Brigadier|Major|Lieutenant|Colonel)[\s-](?:General|Colonel)|General|Colonel|Major|Captain|Admiral|Commander)\s)*"
_HOLDER = pattern(
    rf",\s{_COURTESY}(?:{{P}}|[A-ZÀ-Ž][\w’'-]+\s(?:(?:[A-Z]\.|de|da|di|van|von|der|al|bin)\s)*(?:al-)?[A-ZÀ-Ž])"
)
_CLOSED = re.compile(r"[,.;)]|$")
_HELD = pattern(
    r"(?:{P}|[A-ZÀ-Ž][\w’'.-]+\s(?:\([^()]{2,20}\)\s?)?),\s(?:the\s|currently\s|now\s)?(?:[A-Z][\w-]+\s(?:of\s)?){0,3}[A-Z][\w-]+$"
    r"|(?:[A-ZÀ-Ž][\w’'-]+(?:\s\([^()]{2,20}\))?|{P}|{L}),\s(?:M[dE]?[PB],\s)?(?:the\s|currently\s|now\s)?(?:[A-Z][\w’-]+\s(?:of\s)?){0,4}[A-Z][\w-]+$"
)
_STATE_LAST = pattern(r"\sof\s(?:the\s)?(?P<state>{SE})$")
_PLACED = pattern(r"(?<=Foreign Office|reign Ministry)\sin\s{L}$|(?<={G})\sin\s{L}$")
# Beginnings of bodies' names of which nothing shows where they end: “of the European Regulators Circle Anna Lund”.
_OPEN = re.compile(
    r"\sof\s(?:the\s)?(?:Ad\sHoc\b|(?:European|National|International|Federal|Regional|Central)\s[A-Z]\w+\s[A-Z]\w+$)"
)
# No place or state, which may be somebody's surname.
_THING = pattern(r"{TGFIE}")
_TOKEN = re.compile(r"[^\s,]+")
# What is of a body, and no field of work.
_TOUCHING = re.compile(r"(?:[A-ZÀ-Ž][\w-]+ ){1,2}[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž]")
_OF_BODIES = frozenset({"of", "at", "in"})


def whole_office(
    shape: Shape, title_end: int, end: int, organizations: tuple[Thing, ...], portfolio: str
) -> tuple[tuple[Thing, ...], str, int] | None:
    """The bodies and the portfolio of an office that was read up to `end` and goes on behind it, and where it ends; None where it does not."""
    of_state = any(one.kind in {"state", "de-facto-entity"} for one in organizations)
    if of_state and not (portfolio and shape.text.startswith((" of ", " for ", " and "), end)):
        return None
    if not shape.text.startswith(" ", end) or _names_end(shape, end):
        return None
    rest = _REST.match(shape.text, end)
    if rest is None:
        return None
    stop = _stop(shape, end, rest.end(), title_end)
    if stop is None or stop <= end:
        return None
    stretch = shape.text[title_end:stop]
    lead = _BEHIND_TITLE.match(stretch)
    if lead is None or _OPEN.match(stretch):
        return None
    state = _STATE_LAST.search(stretch)
    if state is not None and state.start() > lead.end():
        words = as_written(stretch[: state.start()], shape).strip()
        return things_of(shape.found(state["state"])), words, stop
    if lead["join"] == "at" and not portfolio:
        placed = _PLACED.search(stretch)
        # “At the Foreign Office in Riga”: where the ministry is says nothing of the office.
        stop -= len(placed[0]) if placed is not None else 0
        stretch = shape.text[title_end:stop]
        return (), as_written(stretch, shape).strip(), stop
    if lead["join"] in _OF_BODIES and not portfolio:
        return (unlisted_organization(as_written(stretch[lead.end() :], shape)),), "", stop
    return organizations, spoken(stretch, shape).strip(), stop


def _names_end(shape: Shape, end: int) -> bool:
    """Whether what follows is a known person's name."""
    item = shape.items.get(shape.text[end + 1 : end + 2])
    return item is not None and item.code == "P"


def _stop(shape: Shape, end: int, last: int, title_end: int) -> int | None:
    """Where the rest of an office ends that may reach from `end` to `last`: before its holder's name, or at a comma."""
    text = shape.text
    words = list(_TOKEN.finditer(text, end, last))
    for number, word in enumerate(words):
        plain = word[0].removesuffix("’s").removesuffix("'s")
        if not plain[0].isupper():
            continue
        before = text[: word.start()].rpartition(" ")[0].rpartition(" ")[2]
        led = before.islower()
        following = words[number + 1][0] if number + 1 < len(words) else ""
        named = is_first_name(plain) and following and not following[0].islower()
        # “Head of the Riga Unit Police Inspector Anna Lund”: how the holder is called.
        titled = {plain.lower(), f"{plain} {following}".lower()} & title_names() and _TOUCHING.match(text, word.start())
        if not led and (named or titled):
            # The holder touches the office's words.
            return word.start() - 1 if number and text[word.start() - 2] != "," else None
        several = led and plain.endswith("s") and word.end() == last
        # “On the Independence of Judges”: who a field is about.
        if (plain.lower() in title_names() and not several) or (
            plain in not_names() and plain not in portfolio_words() and not number
        ):
            return None
    touching = _before_holder(text, words, last)
    if touching is not None:
        return touching
    apposed = _HELD.search(text, max(0, title_end - 90), title_end) is not None
    holder = _HOLDER.match(text, last) is not None
    if not (holder or (apposed and _CLOSED.match(text, last))):
        return None
    return last if _is_rest(shape, end, words, apposed) else None


def _before_holder(text: str, words: list[re.Match[str]], last: int) -> int | None:
    """Where words for fields of work or a body end before two or three more that can only be the holder's name."""
    for number, word in enumerate(words[:-1]):
        name = words[number + 1 :]
        if len(name) not in _NAME_LENGTHS or not _is_of_field(word[0]) or text[word.end()] != " ":
            continue
        named = all(one[0][0].isupper() and not _is_of_field(one[0]) and one[0] not in not_names() for one in name)
        if named and " ".join(one[0] for one in name) == text[name[0].start() : last]:
            return word.end()
    return None


_NAME_LENGTHS = (2, 3)
_NOUN = re.compile(
    r"(?:Issues|Affairs|Department|Unit|Section|Division|Directorate|Committee|Commission|Council|Board|Office|Agency|Service|Centre|Center|Institute|Administration|Authority|Policy|Services|Headquarters|Battlegroup|Brigade|Forces?|Command|Group|Mission|Operation|Corps)$"
)


def _is_of_field(word: str) -> bool:
    return word in portfolio_words() or _NOUN.match(word) is not None or _THING.match(word) is not None


def _is_rest(shape: Shape, end: int, words: list[re.Match[str]], apposed: bool) -> bool:
    """Whether words go on with an office, and are no name of a person: a preposition leads to them, or a body is among them."""
    if not words:
        return False
    first = words[0][0]
    unlike_name = len(words) not in _NAME_LENGTHS or any(_is_of_field(word[0]) for word in words)
    return (
        first.islower()
        or (apposed and unlike_name)
        or any(_is_of_field(word[0]) or word[0].islower() for word in words)
    )
