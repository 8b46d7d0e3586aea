"""Reads office phrases: a title, the state or body before or behind it, its portfolio and its rank.

“Russia’s acting Minister for Europe and Foreign Affairs” and “Special Representative of the
Chairperson-in-Office for the South Caucasus” are office phrases. Titles and portfolio words are data:
`data/lexicon/offices.csv`, `portfolios.csv`.
"""

import re
from dataclasses import replace

from kg.model import Thing, unlisted_organization
from kg.text.before_titles import owners_before, place_before, portfolio_before, with_portfolio
from kg.text.behind_titles import NAME_TOUCHING, body_of_apposed, part_of_body, read_at_once, read_behind
from kg.text.counterparts import with_counterparts
from kg.text.cover import Cover
from kg.text.gazetteer import Hit
from kg.text.grades import grade_before
from kg.text.lower_case_titles import is_office_in_lower_case
from kg.text.ministries import in_department, office_in_ministry
from kg.text.office import OF_COMMITTEE, Office, as_written, spoken, things_of
from kg.text.ranks import HONORARY, HONOUR, RANK_AFTER, RANK_WORDS, given_behind, rank_before
from kg.text.shape import Item, Shape, pattern
from kg.text.title_table import title_names, titles
from kg.text.whole_offices import whole_office

# Titles that are written short before a name, or long.
WRITTEN_OUT = {
    "Ambassador Extraordinary and Plenipotentiary": "Ambassador",
    "Ambassador Plenipotentiary and Extraordinary": "Ambassador",
    "Ambassadors Extraordinary and Plenipotentiary": "Ambassadors",
    "Deputy FM": "Deputy Foreign Minister",
    "Deputy PM": "Deputy Prime Minister",
    "Extraordinary and Plenipotentiary Ambassador": "Ambassador",
    "FM": "Foreign Minister",
    "Gov.": "Governor",
    "Govs.": "Governors",
    "Lt. Gov.": "Lieutenant Governor",
    "Lt. Governor": "Lieutenant Governor",
    "Lt. Governors": "Lieutenant Governors",
    "PM": "Prime Minister",
    "Prime Minster": "Prime Minister",
    "Sen.": "Senator",
    "Sens.": "Senators",
}

# “The three members of the Presidency of Bosnia and Herzegovina, A, B and C”: they are a head of state together.
_MEMBERS = frozenset({"member", "members"})
_OF_PRESIDENCY = re.compile(
    r" of (?:the )?(?:(?:three-member|tripartite|collective|state) )?(?:(?:BiH|Bosnia and Herzegovina) Presidency|Presidency of (?:BiH|Bosnia and Herzegovina))"
    # Not “members of the Presidency, Chairman A, B and C”, where one has an office of his own.
    r",? (?!Chair|President|Mr|Ms|Dr|Amb)(?=[A-ZÀ-Ž]\w+ [A-ZÀ-Ž])"
)

_OF_PARLIAMENT = frozenset(
    {
        "Parliament Chairman",
        "Parliament Chairperson",
        "Parliament Chairwoman",
        "Parliament Speaker",
        "Parliamentary Speaker",
    }
)
_FIELD_OF = re.compile(r"\b(?:Ministry|Department|Minister|Secretary|Court|Council|Bureau|Academy) (?:of|for) $")
_SITTING = frozenset({"Representatives", "Deputies"})
_TITLE_BEFORE = re.compile(r"\b([A-Z][a-z]+)-$")


def find_offices(text: str, folded: str, names: list[Item], shape: Shape) -> list[Item]:
    """The office phrases in a paragraph, as items that cover the names inside them.

    `folded` is `fold(text)`; `names` are the gazetteer's items in `text`, folded in `shape`.
    """
    offices: list[Item] = []
    # A field of work is an ordinary word: “Education Minister” is a title.
    busy = Cover(len(text), [item for item in names if item.code != "T"])
    done = 0
    for read in titles().find(text, folded):
        hit = _without_mission(read, text, busy)
        words = text[hit.start : hit.end]
        # Of “the Officer-in-Charge/Secretary General” the first only says how the second is held.
        ranked = words.lower() in RANK_WORDS and text.startswith("/", hit.end)
        # “Director-Counsel” is one office; “the OSCE official”, “a Ukrainian officer” is none.
        double = _TITLE_BEFORE.search(text, max(0, hit.start - 24), hit.start)
        if (
            hit.start < done
            # “EU member states” are no members' office.
            or (words == "member" and text.startswith((" state", " countr", " State", "-state"), hit.end))
            or ranked
            or (double is not None and double[1].lower() in title_names())
            or not busy.free(hit.start, hit.end)
            or (words.islower() and hit.entries[0].thing.key.startswith("officer|"))
            # “At the Ministry of Justice Anna Lund …”: what the ministry is for.
            or (words == "Justice" and _FIELD_OF.search(text, max(0, hit.start - 24), hit.start) is not None)
            # “The House of Representatives”: a chamber.
            or (words in _SITTING and text.endswith(("House of ", "Chamber of "), 0, hit.start))
        ):
            continue
        index, index_end = shape.at(hit.start), shape.at(hit.end)
        family = hit.entries[0].thing.key.split("|")[0]
        led = portfolio_before(shape, words, family, index, index_end)
        if led is not None:
            index = led.start()
        grade = grade_before(shape.text, index, words, family)
        if grade is not None:
            index = grade.start()
            words = words if led is not None else f"{grade[0]}{words}"
        place = place_before(shape, words, family, index)
        begin = shape.at(done) if done else 0
        before = owners_before(shape, index, begin)
        rank, reach = rank_before(shape.text, index)
        honour = HONOUR.search(shape.text, max(0, reach - 10), reach)
        reach = honour.start() if honour is not None else reach
        if rank is not None or reach < index:
            before = owners_before(shape, reach, begin)
        if (
            not words[0].isupper()
            and before is None
            and not is_office_in_lower_case(words, shape.text, reach, index_end)
            and not (words in _MEMBERS and _OF_PRESIDENCY.match(text, hit.end) is not None)
        ):
            continue
        office, start, end = _read(hit.entries[0].thing, words, shape, before, reach, index, index_end, rank)
        if honour is not None:
            office = replace(office, title=f"{honour['word'].capitalize()} {office.title}", family=HONORARY)
        if before is not None and before["topic"]:
            office = replace(office, title=f"{spoken(before['topic'], shape)} {office.title}")
        if office.title in _OF_PARLIAMENT and not office.portfolio:
            office = _of_parliament(office)
        if family == "chair" and before is None and text.endswith(OF_COMMITTEE, 0, hit.start):
            # “Committee Chair Anna Lund”: of a committee that is not named.
            office, start = (
                replace(office, title=f"{OF_COMMITTEE}{office.title}"),
                min(start, index - len(OF_COMMITTEE)),
            )
        if led is not None:
            office = with_portfolio(office, f"{grade[0] if grade is not None else ''}{spoken(led[0], shape).strip()}")
        if place is not None and not office.organizations and not office.portfolio:
            office = replace(office, portfolio=f"of {spoken(place['place'], shape)}")
            start = min(start, place.start())
        first, last = shape.source(start, end)
        done = last
        offices.append(Item(first, last, "O", payload=office))
    return _of_each_other(with_counterparts(offices, text, shape), text, shape)


_MISSION = "Mission "


def _without_mission(hit: Hit, text: str, busy: Cover) -> Hit:
    """“Mission Head” as “Head” where the mission is one that is named: “OSCE Croatia Mission Head”."""
    start = hit.start + len(_MISSION)
    if not text.startswith(_MISSION, hit.start) or busy.free(hit.start, start) or not busy.free(start, hit.end):
        return hit
    entries = titles().named(text[start : hit.end])
    return Hit(start, hit.end, entries) if entries else hit


def _of_parliament(office: Office) -> Office:
    """“Danish Parliament Speaker” as “Speaker of the Danish Parliament”."""
    if len(office.organizations) != 1:
        return replace(office, title="Speaker", portfolio="of Parliament")
    name = f"Parliament of {office.organizations[0].label}"
    return replace(office, title="Speaker", organizations=(unlisted_organization(name),))


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


# “The Special Adviser of the Secretary-General (SASG) on Cyprus”.
_FOR_WHAT = pattern(r"(?:\s\([A-Z]{2,6}\))?(?P<what>\s(?:for|on|in)\s(?:the\s)?{SRLEC})(?!['’])")


def _of_who_is_served(shape: Shape, served: Item, between: str) -> bool:
    """Whether the name behind is of the one who is served: “the Spokesman for Secretary-General Anna Lund”."""
    return not between.endswith("the ") and NAME_TOUCHING.match(shape.text, shape.at(served.end)) is not None


def _of_each_other(offices: list[Item], text: str, shape: Shape) -> list[Item]:
    """Joins an office that serves another one with it, where nobody's name stands between or behind."""
    joined: list[Item] = []
    for item in offices:
        last = joined[-1] if joined else None
        if last is not None and isinstance(last.payload, Office) and isinstance(item.payload, Office):
            between = text[last.end : item.start]
            first, second = last.payload, item.payload
            lent = _of_bodys_head(last, item, text, shape)
            if lent:
                joined[-1:] = lent
                continue
            serves = (
                first.family in SERVING and first.post is None and re.fullmatch(r" (?:to|of|for) (?:the )?", between)
            )
            if serves and not _of_who_is_served(shape, item, between):
                served = f"{first.portfolio}{between}{second.title}".strip()
                organizations, end = first.organizations or second.organizations, item.end
                if second.family == "secretary-general":
                    # Of the Secretary-General, and for a region: of no state.
                    what = _FOR_WHAT.match(shape.text, shape.at(end))
                    organizations = first.organizations
                    served = f"{first.portfolio}{text[last.end : end]}".strip()
                    if what is not None:
                        served += spoken(what["what"], shape)
                        end = shape.source(what.start(), what.end())[1]
                whole = replace(first, organizations=organizations, portfolio=served, cut=False)
                joined[-1] = Item(last.start, end, "O", payload=whole)
                continue
        joined.append(item)
    return joined


def _of_bodys_head(serving: Item, head: Item, text: str, shape: Shape) -> list[Item]:
    """“Special Representative of the NATO Secretary General” as one office, where the body's name was read as the first one's own.

    Before a name, “Special Representative of NATO Secretary General X”, the body is X's; otherwise empty.
    """
    first, second = serving.payload, head.payload
    assert isinstance(first, Office) and isinstance(second, Office)
    if (
        text[serving.end : head.start] != " "
        or not first.organizations
        or second.organizations
        or first.family not in SERVING
        or second.family != "secretary-general"
        or first.portfolio
        or not text.startswith(first.title, first.head_start)
    ):
        return []
    behind = first.head_start + len(first.title)
    if _of_who_is_served(shape, head, text[behind : head.start]):
        unnamed = replace(first, organizations=(), cut=True)
        own = replace(second, organizations=first.organizations)
        return [Item(serving.start, behind, "O", payload=unnamed), Item(head.start, head.end, "O", payload=own)]
    served = text[behind : head.end].strip()
    return [Item(serving.start, head.end, "O", payload=replace(first, organizations=(), portfolio=served, cut=False))]


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
    organizations = things_of(shape.found(before["orgs"])) if before is not None else ()
    if before is not None and before["part"] and organizations:
        organizations = (
            *organizations[:-1],
            unlisted_organization(f"{as_written(before['orgs'], shape)} {before['part']}"),
        )
    if len(organizations) > 1 and not plural:
        last = shape.found(before["orgs"])[-1] if before is not None else None
        assert last is not None
        start = shape.at(last.start)
        organizations = organizations[-1:]
    if rank is None and before is not None:
        # “Former Swedish Foreign Minister X”: the rank before whose minister she was.
        rank, start = rank_before(shape.text, start)
    end = index_end
    after = RANK_AFTER.match(shape.text, end)
    if after is not None:
        rank, end = given_behind(after), after.end()
    if family == "head" and not organizations:
        organizations, end = part_of_body(shape, end)
    whole = office_in_ministry(shape, end) or in_department(shape, end) if not organizations else None
    if whole is None and not organizations:
        whole = read_at_once(shape, end, words, family) or body_of_apposed(shape, end, family)
    organizations, portfolio, end = whole or read_behind(shape, end, family, plural, organizations)
    if portfolio.startswith("of ") and organizations and organizations[0].label.endswith(_PARTS):
        # “Head of the Economy and Human Rights Department at the Mission”: its name has both.
        organizations, portfolio = (), as_written(shape.text[index_end:end], shape).strip()
    longer = whole_office(shape, index_end, end, organizations, portfolio) if after is None else None
    organizations, portfolio, end = longer or (organizations, portfolio, end)
    if rank is None and "deputy " in words.lower()[:_OF_DEPUTY] and family != "deputy-prime-minister":
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


_PARTS = (" Department", " Unit", " Section", " Division", " Directorate")
# “Principal Deputy”, the longest beginning of a deputy's title.
_OF_DEPUTY = len("Parliamentary Deputy ")
_GOES_ON = pattern(r"\sof\s(?:the\s)?(?:[A-ZÀ-Ž]|{SDEGFICLRT})")
