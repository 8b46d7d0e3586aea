"""Finds the names of bodies that no list knows, by the noun that says what they are.

“The Migratory Bird Conservation Commission”, “Council on Environmental Quality” and “U.S. Embassy in Kabul” name a
body; a release that gives its abbreviation in brackets, or calls it “the Commission” from then on, means the same one.
The nouns are data: `data/lexicon/bodies.csv`.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.model import unlisted_organization
from kg.resources import resource
from kg.text.cover import Cover
from kg.text.gazetteer import Entry
from kg.text.ministries import ministry_of
from kg.text.name_words import is_first_name, not_names
from kg.text.people import HONORIFIC
from kg.text.rule import Rule
from kg.text.shape import Item
from kg.text.title_table import portfolio_words, title_names

_WORD = r"(?:U\.S\.|St\.|[A-ZÀ-Ž][\w’'.&-]*\w|[A-ZÀ-Ž](?=\s))"
_RUN = rf"{_WORD}(?:\s{_WORD}){{0,5}}"
# A comma goes on with a name only where “and” ends the list.
_LISTED = rf"{_RUN}(?:(?:,\s{_RUN}){{0,3}}?(?:,?\sand\s|\s&\s){_RUN}){{0,3}}"
# Nouns that alone name a part of the body before them: “the OSCE Task Force”.
_PARTS = frozenset({"Task Force"})
_PLACED = frozenset({"Embassy", "Consulate", "Delegation"})
# What opens a sentence or stands before a body without being part of its name.
_NO_PART = frozenset(
    """
    A Senior About According First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Accompanied Additionally After All Also Although Among An And Any As Asked At Because Before Both
    But By Despite During Each Earlier Every Finally Following For From Further Having He Her His How However I If
    In Including Into Is It Its Last Later Many Meanwhile Moreover Most My New Next No Nor Of On Once One Only Or Other Our
    Over Recently Separately She Since So Some Speaking Such That The Their Then There These They This Those
    Through Thus To Today Together Two Under Until Upon Was We Welcoming What When Where Which While Who With Within
    Yesterday Yet You
    """.split()
)
_DETERMINED = re.compile(r"(?:\b[Tt]he|['’]s|U\.S\.) $")
_OWNED = re.compile(r"['’]s?\s")
_JOINT = re.compile(r"(?:and|&)\s")
# Bodies that every state has: what stands before them says whose they are.
_NATIONAL = frozenset({"Ministry", "Parliament", "Senate", "Embassy", "Delegation", "Consulate", "Department"})
_LETTERS = re.compile(
    r"\s?\((?:the\s)?[“\"'‘]?(?P<short>[A-Z][A-Za-z]*[A-Z][A-Z]?|[A-Z]{2,10}(?:[/-][A-Z]+)?)[”\"'’]?\)"
)
_LOOSE_END = re.compile(r"[\s,&]+(?:(?:and|of|for|on|against|to|in)\s(?:the\s)?)?$")
# “Head of the Federal Department of Foreign Affairs” is a minister: the department is the portfolio.
_HEADED = re.compile(r"\b(?:Head|Minister|Secretary) of (?:the )?$")
# “Oregon Senate Majority Leader Ann Field”: the title holds the chamber's name.
_OF_SENATE = re.compile(r" (?:President|Majority|Minority)\b")
# “NIAID Director Ann Field”: letters before the title of somebody who heads a body.
_LED = re.compile(
    r"(?<![\w’'.&-])(?P<short>[A-Z]{3,8})(?= (?:(?:Executive|Deputy|Managing|Acting|Regional|Associate) )?(?:Director|Director[- ]General|Administrator|Commissioner|Secretary[- ]General|Spokes(?:person|man|woman)|Chair(?:man|woman|person)?|President|CEO|Chief Executive)"
    r" (?:(?:and [A-Z][\w ’'-]{2,60}|for [A-Z][\w ’'-]{2,30}) )?(?:(?:Dr|Mr|Ms|Mrs|H\.E)\.? )*[A-ZÀ-Ž][\w’'-]+ [A-ZÀ-Ž])"
)
# What follows the name of the institution that sends observers, and who are named as their heads.
_SENDING = frozenset({"odihr", "osce-pa"})
# Whose missions have names of this form, and the rest of it: “Police Support Mission in Georgia”.
_HAVE_MISSIONS = frozenset({"united-nations", "european-union", "nato", "cis", "council-of-europe"})
_MISSION = re.compile(
    r"(?! (?:Deputy |Acting )?(?:Heads?|Chiefs?|Ambassadors?) ) (?:[A-Z][\w-]+ (?:(?:of|and|for) )?){1,5}?Mission\b(?!['’-])"
)
_PLACED_IN = re.compile(r" (?:in|to|for) (?:the )?")
_SENT = Rule(
    r" (?:(?:limited )?(?:election|referendum) (?:observation|assessment) mission|(?:observer |election observation )?delegation)\b"
)
_FURTHER = re.compile(r"\s([A-ZÀ-Ž][\w’'-]+)")
# “Director of the National Hurricane Center Ken Field, …”: whose body it is, and its head's name behind it.
_HEAD_OF = re.compile(
    r"\b(?:Director|Administrator|Head|Chief|Commissioner|Chair(?:man|woman|person)?|Commander|Chancellor|President|Secretary|Dean) of (?:the )?$"
)
_NAMED = re.compile(r" [A-ZÀ-Ž][\w’'-]+(?: [A-Z]\.)? [A-ZÀ-Ž][\w’'-]+(?=[,.;]| and |$)")
_OF_MINISTERS = re.compile(
    r" of (?:the )?(?:[A-Z]{2,6} )?(?:(?:Foreign|Defen[cs]e|Prime|Interior|Economy|Justice) Ministers|Ministers of [A-Z]|Heads of (?:State|Government))"
)
# “The Executive Council of Foreign Ministers Session”: one of the council's.
_SITTING = re.compile(r" (?:Meeting|Session|Summit)$")
_HEADLINE = 300
_SHORTEST_ABBREVIATION = 3


@cache
def _heads() -> dict[str, bool]:
    """The nouns of `bodies.csv`, and whether “the …” with the noun alone can mean a body named before."""
    with resource("data", "lexicon", "bodies.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: row["bare"] == "yes" for row in csv.DictReader(file)}


@cache
def _bare_endings() -> tuple[str, ...]:
    """How the names end of bodies that can be meant by “the …” with the noun alone."""
    return tuple(f" {head}" for head, bare in _heads().items() if bare)


@cache
def _pattern() -> re.Pattern[str]:
    head = "|".join(sorted(map(re.escape, _heads()), key=len, reverse=True))
    before = rf"(?:{_WORD}(?:,?\sand\s|\s&\s|\s)){{0,6}}?"
    return re.compile(
        rf"(?<![\w’'.-])(?P<before>{before})(?P<head>{head})\b(?!-|\s(?:{head})\b)"
        # “The Legal Department of the Austrian Foreign Ministry” is in the ministry, which has its own name.
        rf"(?P<after>(?:\s(?:of|for|on|against|to|in)\s(?:the\s)?(?!(?:[A-Z][\w’'-]+\s){{0,3}}?(?:Ministry|Foreign\sOffice)\b){_LISTED}){{0,2}})"
    )


_CAPITAL = re.compile(r"[A-ZÀ-Ž]")


def _matches(text: str) -> Iterator[re.Match[str]]:
    """All matches of the pattern, in order, none overlapping: tried at capitals, with which every name and noun begins."""
    match_at, end = _pattern().match, 0
    for capital in _CAPITAL.finditer(text):
        start = capital.start()
        if start >= end and (match := match_at(text, start)) is not None:
            yield match
            end = match.end()


@cache
def _trigger() -> Rule:
    """The last word of each noun, without which no body's name is found."""
    words = {head.split()[-1] for head in _heads()}
    return Rule(rf"(?:{'|'.join(sorted(map(re.escape, words)))})\b")


@cache
def _beside_bodies() -> frozenset[str]:
    """Words in capitals that may follow a body's name without being part of it: titles, and who is in it."""
    titles = frozenset(word for title in title_names() for word in title.split())
    return (titles - {"programme", "program", "project"}) | {
        "member",
        "members",
        "official",
        "officials",
        "staff",
        "headquarters",
        "jr",
        "sr",
    }


def _in_title_case(text: str) -> bool:
    """Whether nearly all words of a line are written with capitals, as headlines are."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text[:_HEADLINE])
    return len(words) > 3 and not text.endswith((".", "”")) and sum(map(str.islower, words)) <= len(words) // 5


@dataclass(slots=True)
class Bodies:
    """The bodies of one release: what is named in full so far, by abbreviation and by noun."""

    short: dict[str, tuple[Entry, str]] = field(default_factory=dict)
    by_head: dict[str, dict[str, Entry]] = field(default_factory=dict)

    def read(self, text: str, known: Sequence[Item], *, headline: bool = False) -> list[Item]:
        """The names of a paragraph: those of lists, and the bodies found here, which hide the names inside them.

        In a `headline` all words may have capitals; where they do, they say nothing of names.
        """
        found = [] if headline and _in_title_case(text) else list(self._found(text, known))
        if _SENT.stands_in(text):
            found = [*self._sent(text, known), *found]
        if not (headline and _in_title_case(text)):
            found = [*found, *self._led(text, [*known, *found])]
        if " Mission" in text:
            found = [*found, *self._missions(text, [*known, *found])]
        taken = Cover(len(text), found)
        kept = [item for item in known if taken.free(item.start, item.end)]
        items = sorted([*kept, *found], key=lambda item: item.start)
        self._learn(text, items)
        return sorted([*items, *self._again(text, items)], key=lambda item: item.start)

    def _sent(self, text: str, known: Sequence[Item]) -> Iterator[Item]:
        """The observers whom an institution sends: “Head of the ODIHR election observation mission, X”."""
        for item in known:
            if item.code != "G" or not item.entries or item.entries[0].thing.key not in _SENDING:
                continue
            mission = _SENT.match(text, item.end)
            if mission is not None and _HEAD_OF.search(text, max(0, item.start - 14), item.start):
                name = text[item.start : mission.end()]
                yield Item(item.start, mission.end(), "G", (Entry(name, unlisted_organization(name)),))

    def _missions(self, text: str, known: Sequence[Item]) -> Iterator[Item]:
        """The missions of organizations that no list knows: “the EU Justice Mission in Georgia”."""
        ends = {item.start: item.end for item in known if item.code in "SRLE"}
        for item in known:
            if item.code != "G" or not item.entries or item.entries[0].thing.key not in _HAVE_MISSIONS:
                continue
            mission = _MISSION.match(text, item.end)
            if mission is None or any(mission.end() > one.start >= item.end for one in known if one.code not in "TD"):
                continue
            place = _PLACED_IN.match(text, mission.end())
            end = ends.get(place.end(), mission.end()) if place is not None else mission.end()
            name = text[item.start : end]
            yield Item(item.start, end, "G", (Entry(name, unlisted_organization(name)),))

    def _led(self, text: str, known: Sequence[Item]) -> Iterator[Item]:
        """The bodies whose heads are named behind their letters alone: “NIAID Director Ann Field”."""
        for match in _LED.finditer(text):
            start, end = match.span("short")
            if match["short"] in self.short or any(item.start < end and start < item.end for item in known):
                continue
            thing = unlisted_organization(match["short"])
            yield Item(start, end, "G", (Entry(match["short"], thing),))

    def _found(self, text: str, known: Sequence[Item]) -> Iterator[Item]:
        starts = {item.start: item for item in known}
        ends = {item.end: item for item in known if item.code == "G"}
        for match in _matches(text) if _trigger().stands_in(text) else ():
            start, end = _stretch(text, match, starts)
            head = match.start("head")
            parent = ends.get(head - 1) if start in {None, head} and text[head - 1 : head] == " " else None
            if parent is not None and (start is not None or match["head"] in _PARTS):
                start = parent.start
            else:
                parent = None
            if start is None:
                continue
            if match["head"] == "Senate" and _OF_SENATE.match(text, end):
                continue
            if match["head"] == "Department" and _HEADED.search(text, max(0, start - 24), start):
                continue
            inside = [item for item in known if item.start < end and start < item.end and item is not parent]
            if any(item.start < start or item.end > end or item.code in "POFIC" for item in inside):
                continue
            if not _ends_here(text, match["head"], start, end):
                continue
            # “The Council of CIS Foreign Ministers”: whose ministers they are is part of the name.
            sits = _OF_MINISTERS.match(text, match.end("head"), end) is not None
            # “The Delegation of Georgia to the OSCE Parliamentary Assembly”: so is where a state sends it.
            sent = match["head"] == "Delegation" and any(one.code == "S" and head < one.start < end for one in inside)
            whole = sits or (sent and any(one.code == "G" and one.end == end for one in inside))
            if any(item.start <= head < item.end and item.code != "G" for item in inside) or any(
                item.code == "G" and (item.start == start or (item.start > head and not whole)) for item in inside
            ):
                continue
            sitting = _SITTING.search(text, head, end) if whole else None
            end = sitting.start() if sitting is not None else end
            name = text[start:end]
            ministry = ministry_of(text, start, end, known)
            yield Item(start, end, "G", (Entry(name, unlisted_organization(name)),), ministry)

    def _learn(self, text: str, items: Iterable[Item]) -> None:
        for item in items:
            if item.code not in "GFI" or not item.entries:
                continue
            short = _LETTERS.match(text, item.end)
            if short is not None and len(short["short"]) >= _SHORTEST_ABBREVIATION:
                self.short.setdefault(short["short"], (item.entries[0], "I" if item.code == "I" else "G"))
            if item.code == "I":
                continue
            name = text[item.start : item.end]
            if not name.endswith(_bare_endings()):
                continue
            for ending in _bare_endings():
                if name.endswith(ending):
                    entry = item.entries[0]
                    self.by_head.setdefault(ending[1:], {})[entry.thing.iri.value] = entry

    def _again(self, text: str, items: Sequence[Item]) -> Iterator[Item]:
        """Abbreviations and “the Task Force” where no list knows them."""
        # An expression of a release's own costs more to make than the search for its words.
        short = [one for one in self.short if one in text]
        named = {
            head: next(iter(bearers.values()))
            for head, bearers in self.by_head.items()
            if len(bearers) == 1 and f"he {head}" in text
        }
        if not short and not named:
            return
        busy = Cover(len(text), items)
        if short:
            letters = "|".join(sorted(map(re.escape, short), key=len, reverse=True))
            for match in re.finditer(rf"(?<![\w-])(?:{letters})(?![\w-])", text):
                if busy.free(match.start(), match.end()):
                    entry, code = self.short[match[0]]
                    yield Item(match.start(), match.end(), code, (entry,))
        if named:
            heads = "|".join(sorted(map(re.escape, named), key=len, reverse=True))
            for match in re.finditer(rf"\b[Tt]he (?P<head>{heads})\b(?!\s(?:of|on|for|[A-Z]))", text):
                if busy.free(*match.span("head")):
                    yield Item(*match.span("head"), "G", (named[match["head"]],))


def _ends_here(text: str, noun: str, start: int, end: int) -> bool:
    """Whether a name does not go on behind `end`, with words in capitals that are nobody's name or title."""
    further = _FURTHER.match(text, end)
    if _COURTESY.match(text, end) is not None:
        return True
    if further is None or further[1].lower() in _beside_bodies() or is_first_name(further[1]):
        return True
    if _HEAD_OF.search(text, max(0, start - 40), start) and _NAMED.match(text, end):
        return True
    return (noun == "Ministry" or " of " in text[start:end]) and _of_somebody(text, start, end)


def _of_somebody(text: str, start: int, end: int) -> bool:
    """Whether a name stands behind a body's that an office leads to: “Secretary General of the Austrian Foreign Ministry Karel Novy”."""
    behind = _TWO_NAMES.match(text, end)
    if behind is None or _OFFICE_IN.search(text, max(0, start - 40), start) is None:
        return False
    return not {behind["first"], behind["last"]} & (portfolio_words() | not_names() | _heads().keys())


_COURTESY = re.compile(rf" {HONORIFIC} ")
# Behind a title, before a ministry's name, which the name of its state may begin.
_OFFICE_IN = re.compile(
    r"(?:[A-Z][\w-]*|chair(?:man|woman|person)?|head|director|president|secretary|speaker|commissioner|member) (?:of|at|in) (?:the )?(?:[A-ZÀ-Ž][\w-]+(?:['’]s?)? )?$"
)
_TWO_NAMES = re.compile(r" (?P<first>[A-ZÀ-Ž][\w’'-]+) (?:[A-Z]\. )?(?P<last>[A-ZÀ-Ž][\w’'-]+)")


def _stretch(text: str, match: re.Match[str], starts: dict[int, Item]) -> tuple[int | None, int]:
    """Where a body's name stands in a match, without words that only stand before it; None where it is no name."""
    start, head = match.start(), match.start("head")
    for found in re.finditer(r"\S+", match["before"]):
        word = found[0].rstrip(",")
        after = match.start() + found.end() + 1
        joined = word in {"and", "&"} and not _DETERMINED.search(text, max(0, start - 6), start)
        # “The Vice President Ann Field, and National Policy Council …”: a name has no comma before its “and” alone.
        joined = joined or (word in {"and", "&"} and text.endswith(", ", 0, match.start() + found.start()))
        if word in _NO_PART or joined or (word in {"and", "&"} and match.start() + found.start() == start):
            start = after
    # A known body or person, or a state's name in the possessive, stands before the name and is another one.
    for offset in range(match.start(), head):
        item = starts.get(offset)
        if item is None or item.end >= head:
            continue
        owned = _OWNED.match(text, item.end)
        if item.code in "GFPO" or owned or (item.code == "D" and match["head"] in _NATIONAL):
            start = max(start, owned.end() if owned else item.end + 1)
    joint = _JOINT.match(text, start)
    start = joint.end() if joint else start
    end = _end_of_after(text, match, starts)
    if start >= head and end == match.end("head"):
        return None, end
    return min(start, head), end


def _end_of_after(text: str, match: re.Match[str], starts: dict[int, Item]) -> int:
    """The end of a name with what follows its noun: `in` leads on for embassies only."""
    end = match.end("head")
    for part in re.finditer(rf"\s(?P<join>of|for|on|against|to|in)\s(?:the\s)?(?P<name>{_LISTED})", match["after"]):
        if match.end("head") + part.start() != end:
            break
        placed = match["head"] in _PLACED
        if (part["join"] in {"in", "to"}) != placed and not (placed and part["join"] == "of"):
            break
        joint = part["name"].find(" and ")
        if placed and part["join"] in {"in", "to"} and joint > 0:
            begin = match.end("head") + part.start("name")
            # “Of the Embassy in Riga and First Secretary Karel Novy”: the place ends the name.
            place = starts.get(begin)
            if place is None or place.end <= begin + joint:
                return begin + joint
        # “At the Ministry of Foreign Affairs of Georgia, Anna Lund and …”: a state's name ends the body's.
        state = starts.get(match.end("head") + part.start("name"))
        if state is not None and state.code == "S" and match["head"] == "Delegation":
            # “The Delegation of Georgia to the OSCE Parliamentary Assembly and …”.
            to = _TO.match(text, state.end)
            body = starts.get(to.end()) if to is not None else None
            return body.end if body is not None and body.code == "G" else state.end
        if state is not None and (
            (state.code == "S" and (match["head"] == "Ministry" or text.startswith((",", " and "), state.end)))
            # “The President of the Assembly of Kosovo, Anna Lund, and …”.
            or (state.code in "ER" and text.startswith(",", state.end) and state.end + 2 not in starts)
        ):
            return state.end
        # “Speaker of the Assembly of Albania Anna Lund”.
        if (
            state is not None
            and state.code in "SE"
            and (_COURTESY.match(text, state.end) or _of_somebody(text, match.start("head"), state.end))
        ):
            return state.end
        # “The Ministry of Foreign Affairs Anna Lund”.
        affairs = _AFFAIRS.search(part["name"]) if match["head"] == "Ministry" else None
        if affairs is not None:
            return match.end("head") + part.start("name") + affairs.end()
        end = match.end("head") + _without_person(match["after"], part)
        holder = _HOLDER.search(text, match.end("head"), end)
        if holder is not None and text.startswith((",", "."), end) and _IN_BODY.search(text, 0, match.start("head")):
            words = {*holder.group("first", "last")}
            if not words & (portfolio_words() | not_names() | _heads().keys()):
                end = holder.start()
    return end


_TO = re.compile(r" to (?:the )?")
_AFFAIRS = re.compile(r"\bAffairs(?=\s[A-ZÀ-Ž])")
# “Director of Veterans Engagement in the Office of Public Engagement Saki Ververis,”: whoever is in an office in a body.
_IN_BODY = Rule(
    r"\b(?:Director|Adviser|Advisor|Chief|Co-?ordinator|Counsel|Officer|Official|Assistant|Manager|Lead) (?:[^,;.]{0,60} )?(?:in|at|of|for) the $"
)
_HOLDER = re.compile(r" (?P<first>[A-ZÀ-Ž][a-zà-ž]+) (?P<last>[A-ZÀ-Ž][a-zà-ž’-]+)$")


def _without_person(after: str, part: re.Match[str]) -> int:
    """Where a stretch behind a body's noun ends, without the name of a person that follows the body's."""
    words = list(re.finditer(r"[^\W\d_][\w’'.-]*", after[part.start() : part.end()]))
    for number, word in enumerate(words[:-1]):
        if (
            number
            and word[0][-1] != "s"
            and word[0].lower() in title_names()
            and after[part.start() + word.end()] == " "
        ) or (number and _COURTESY.match(after, part.start() + word.start() - 1)):
            kept = _LOOSE_END.sub("", after[part.start() : part.start() + word.start()])
            # “The Council of Governors, Ohio Governor …”: what the comma goes on with is of the title, too.
            before, comma, rest = kept.rpartition(",")
            return part.start() + len(before if comma and " and " not in rest else kept)
        if word[0] in _heads() and words[number + 1][0][0].isupper() and word.end() + 1 == words[number + 1].start():
            return part.start() + word.end()
        if number > 1 and is_first_name(word[0]) and after[part.start() + word.end()] == " ":
            return part.start() + len(_LOOSE_END.sub("", after[part.start() : part.start() + word.start()]))
    return part.end()
