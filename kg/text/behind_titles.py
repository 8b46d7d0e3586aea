"""What stands behind a title: its state or body, its portfolio, its city or chamber, and where they end."""

import re
from functools import cache

from kg.model import Thing, unlisted_organization
from kg.text.name_words import is_first_name
from kg.text.office import as_written, spoken, things_of
from kg.text.rule import Rule
from kg.text.shape import Item, Shape, pattern
from kg.text.title_table import LOCAL, portfolio_words, portfolio_words_in_order
from kg.text.unlisted_fields import further_fields

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
    "officer": "in|at",
    "adviser": "on|to|at",
    "national-security-adviser": "to",
    "chair": "on",
    "co-chair": "on",
}


@cache
def _words_of_portfolio() -> str:
    # “Minister of Foreign affairs”.
    words = [*map(re.escape, portfolio_words_in_order()), r"(?<=Foreign )affairs", r"(?<=European )affairs"]
    return rf"(?:(?:{'|'.join(words)})\b(?:[ -]|(?![\w])))+"


# “Speaker of the Danish Parliament”, “Head of the Belarusian Delegation to the OSCE PA”, “Head of the PA's Danish Delegation”.
_NATIONAL_BODY = r"(?:{D}\s(?:[Pp]arliament|[Ss]enate|(?:[Dd]elegation|(?:[Pp]ermanent\s)?[Mm]ission)(?:\sto\s(?:the\s)?{G})?)|{G}['’]s\s{D}\s[Dd]elegation)"

# “Head of the delegation of the OSCE Parliamentary Assembly”.
_DELEGATION = r"[Dd]elegation\s(?:of|from)\s(?:the\s)?{SG}(?:\s\((?:\w|{G})+\))?"

# What sends observers: “long-term election observation mission”.
_OBSERVING = r"(?:(?:[Ll]ong-term|[Ss]hort-term|[Jj]oint|[Ll]imited)\s){0,2}(?:(?:[Ee]lection|{T})\s)?(?:[Oo]bservation|[Oo]bserver|[Mm]onitoring|[Aa]ssessment|{T})\s[Mm]ission\b"

# “Head of the OSCE Presence”, “Head of the EU Delegation”, where nothing says to what state.
OF_PART = pattern(
    r"\sof\s(?:the\s)?(?P<part>(?P<body>{G})\s(?:(?:Mission|Presence|Centre|Center|Delegation|Office|Secretariat)\b(?!\s(?:to|in|at|for|of)\b)"
    # “Head of the PACE delegation”, “Head of the ODIHR long-term election observation mission to Armenia”.
    # The name of the mission may end in that of another one: “the OSCE Long-term Election Observation Mission to Armenia”.
    rf"|delegation\b|(?:(?:[Ll]ong-[Tt]erm|[Ss]hort-[Tt]erm|[Jj]oint|[Ll]imited)\s){{0,2}}{{T}}\s{{G}}(?=,|\s(?:{{P}}|[A-ZÀ-Ž][\w’'-]+\s[A-ZÀ-Ž]))|{_OBSERVING}(?:\s(?:to|in)\s(?:the\s)?(?:{{L}}|{{S}}))?))"
)

# “Special Co-ordinator of the OSCE short-term observers”, “and leader of the short-term OSCE observer mission”.
_OF_OBSERVERS = pattern(
    r"\s(?:of|and\s[Ll]eader\sof|to\slead|leading|heading)\s(?:the\s)?(?:[Ss]hort-[Tt]erm\s|[a-z]+(?:-[a-z]+)?\s|{G}\s|{T}\s){0,4}(?:[Oo]bservers|(?:[Oo]bserver|[Oo]bservation)\s[Mm]ission|{T}\s[Mm]ission)\b"
)

# The office of the next one in a list: “Head of the OSCE Mission, and Foreign Minister Anna Lund”.
_ANOTHER = (
    r"(?:[A-Z][\w’'-]+\s){0,3}?(?:Minister|President|Secretary|Ambassador|Director|Commissioner|Speaker|Chair\w*|Head|Envoy|Representative"
    r"|Advis[eo]r|Chancellor|Co-?ordinator|Prosecutor|Governor|Mayor)(?:\s(?=[A-ZÀ-Ž{P}])|s\s(?=[A-ZÀ-Ž{P}]|of\s))"
)


# “Director of the Private Office of the Prime Minister of X, A”: who works for the holder of an office is not in it.
_PRIVATE_OFFICE = (
    r"(?:[A-Z][\w’'-]+\s)?(?:(?:Office|Cabinet|Secretariat|Bureau|Chancellery|Apparatus|Administration)\sof\s(?:the\s)?(?:(?:First|Deputy|Vice)[\s-])?"
    r"(?:{O}|Prime\sMinister|Foreign\sMinister|President|Secretary[-\s]General|High\sRepresentative|Chairperson-in-Office|Chancellor|Speaker|Minister)(?!\w)|(?<=Private\s){G})"
)
_OF_PRIVATE = re.compile(r"^\s?(?:of|in|at)\s(?:the\s)?Private\s")


# Behind the noun for a body, two names are its holder's: “of the Parliament Anna Lund, …”.
_NO_HOLDER = r"(?!(?:[A-Z][a-z]+\s)?(?:Parliament|Senate|Assembly|Council|Committee|Commission|Court|Board|Party|Union|Chamber|Agency)\s[A-Z][\w’'-]+\s[A-Z][\w’'-]+,)"

_BODY_NOUN = r"(?:Committee|Commission|Council|Board|Department|Institute|Agency|Office|Service|Cent(?:re|er)|Fund|Bank|University|Group|Union|Party|Court|Directorate|Division|Bureau|Forum|Foundation|Administration|Authority|Academy)"


@cache
def _complement(joins: str, plural: bool) -> Rule:
    # A body that no list knows, where a comma shows its end: “Chairperson of the Verkhovna Rada, …”; behind a noun for
    # a body as such a name is its holder's: “Speaker of the Parliament Anna Lund, …”.
    # So are two names behind a field: “Minister of the Interior Anna Lund, …”.
    of_field = rf"(?!{_words_of_portfolio()}[A-Z][\w’'.-]+\s(?!{_BODY_NOUN}\b)[A-Z][\w’'-]+,)"
    body = rf"(?<=of the ){_NO_HOLDER}{of_field}(?:[A-Z][\w’'-]+\s?){{1,5}}(?=,|\([A-Z]{{2,8}}\),)(?:\([A-Z]{{2,8}}\)(?=,))?|(?<=of the )Supreme\s(?:{{D}}|Soviet\b)"
    # What an office is for, where a comma and its holder's name show the end: “for Public Diplomacy, Anna Lund”.
    field = r"(?<=for )[A-Z][\w’'-]+(?:(?:\sand|\sof|\s&|,)?\s[A-Z][\w’'-]+){0,5}?(?=,\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s[A-ZÀ-Ž]|(?:who|met|meets|held|is|are|was|were|will|has|had|arrived|visited|and\s(?:met|held|visited))\s))"
    unit = rf"(?:{_PRIVATE_OFFICE}|{body}|{field}|{{G}}(?:['’]s)?(?:\s\((?:\w|{{G}})+\))?\s{{G}}|(?:(?:{{SD}}|current|incoming|then|outgoing)\s)?{{O}}|{{D}}\s{{G}}|(?<=the\s){{S}}\s{{G}}|{_NATIONAL_BODY}|{_DELEGATION}|{{DR}}\s{_MATTER}|{{SGEFRCTHI}}(?![-–])(?:\s\((?:the\s)?(?:\w|{{GE}})+\))?|{_words_of_portfolio()})"
    # “The Presidents of A and B and the Prime Minister of C”: who is in no office of another one.
    more = (unit if joins else rf"(?!{{O}}){unit}") if plural else _words_of_portfolio() + "|{TRGC}"
    # “Of Education, Science, Culture and Sport”.
    several_fields = rf"(?:{_words_of_portfolio()}|{{T}})(?:,\s(?:{_words_of_portfolio()}|{{T}}))*"
    prepositions = "of|for" + ("|" + joins if joins else "")
    # “The foreign ministers of A, B and C”.
    several = r"|,\s(?:the\s)?{SE}(?=(?:,\s(?:the\s)?{SE})*,?\sand\s(?:the\s)?{SE})" if plural else ""
    return pattern(
        rf"(?:\s?(?:,\s)?(?:{prepositions})\s(?:the\s(?:(?:future|new|planned)\s(?={{G}}))?)?{unit}"
        rf"(?:(?!,\sand\s(?:the\s)?(?:{{G}}|{_ANOTHER})|\s?\band\s(?:the\s)?(?:(?:Deputy|Foreign|Prime)\s){{1,2}}Minister\b)(?:\s?(?:,\s(?={several_fields}\s?(?:and|&)\s)|,?\s?\band\s|\s?&\s)(?:the\s)?(?:{more})(?!\sby\s))"
        rf"|(?:\sand\s(?:in|on|for|of|to)\s(?:the\s)?{unit}){several})*)"
    )


@cache
def _listed_body() -> Rule:
    # In a list of who came, the body stands behind a comma: “Anna Lund, Executive Director, Law Center”.
    return pattern(
        r",\s(?:the\s)?(?P<body>{G})(?=(?:,\s{G})*\W*(?:\([^()]*\)\W*)?$|;)"
        # “Anna Lund, Minister of State, UK Foreign Office; …”: of the state.
        r"|,\s(?:the\s)?(?P<state>{S})\s(?:(?:[A-Z][\w’-]+|{T}),?\s|(?:and|of|for)\s){0,6}?(?:Office|Ministry|Department|{G})(?=[;.]|\W*$)"
    )


_POSTED = pattern(r"\sto\s(?:the\s)?{S}(?:\sand\s(?:the\s)?{S})?")
_ABBREVIATED = re.compile(r"\s\([^()]*\)")

# Of a body and its part, “the White House Office of Public Engagement”, the part is meant; of a state and its body, “the
# Ukraine Verkhovna Rada”, the body.
_NESTED = pattern(r"{G}(?:['’]s)?\s(?={G})|(?<=the\s){S}\s(?={G})")

# What an envoy is for, behind a region's or people's name: “Special Envoy for Middle East Peace”.
_MATTER = r"(?:Peace(?:\sProcess|\sTalks|\sNegotiations)?|Settlement(?:\sProcess)?|Reconciliation|Negotiations|Talks|Affairs|Issues)\b"

# Offices that the Chair gives: “Special Representative of the Italian OSCE Chairmanship” is of the Chairperson.
OF_CHAIR = frozenset({"special-representative", "representative"})

OF_THE_CHAIR = "of the OSCE Chairperson-in-Office"

# “Special Representative of the Chairperson-in-Office – Project Co-ordinator in Ukraine”.
_JOINT_POST = pattern(r"\s[-–—]\s{G}")

# Words that begin the names of bodies, and end no portfolio.
_OF_NAMES = frozenset({"European", "National", "International", "Federal", "Regional", "Central", "General"})

_REST_OF_NAME = pattern(
    r"(?P<rest>(?:\s(?:(?:of|for|on|and)\s(?:the\s)?)?(?:[A-ZÀ-Ž][\w’'-]+|{TGRSDL})){1,8})(?P<closed>(?=[,.;)]|$))?"
)

# “The Mayor of Mitrovica South, X”, “the Governor of the Osh region, Y”.
OF_LOCAL = pattern(
    r"\sof\s(?:the\s)?(?:(?:[Cc]ity|[Tt]own|[Mm]unicipality)\sof\s)?(?:{L}(?:\s(?:South|North|East|West))?|[A-ZÀ-Ž][\w’-]+(?:\s[A-ZÀ-Ž][\w’-]+)?)(?:\s(?:region|province|district|county|municipality|oblast))?(?=,\s|;|\.$|\s\()"
)

# “The Mayor of Riga Anna Lund”.
_OF_TOWN = pattern(
    r"\sof\s(?:{L}(?=\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s[A-ZÀ-Ž]))|(?P<town>[A-ZÀ-Ž][\w’-]+)(?=\s(?P<first>[A-ZÀ-Ž][\w’'-]+)\s[A-ZÀ-Ž]))"
)
# “The OSCE Head of Mission in Skopje, X”.
_IN_PLACE = pattern(r"\sin\s(?:the\s)?{LR}(?=,\s[A-ZÀ-Ž{P}])")
# “Anna Lund, Consul General of Norway in Riga”.
_AT_POST = pattern(r"\sin\s{L}(?=[,;.]|\s(?:in|on|and)\s|$)")
# Whose offices are at a place of which the title may tell.
POSTED = frozenset({"head", "ambassador", "consul"})

# “The Speaker of the lower house of parliament, X”, “the Chairman of the Senate of the Parliament X”.
HEADING_CHAMBERS = frozenset({"speaker", "chair"})

_OF_CHAMBER = pattern(
    r"\sof\s(?:the\s)?(?:(?:(?:[Ll]ower|[Uu]pper)\s(?:[Hh]ouse|[Cc]hamber)(?:\sof\s(?:the\s)?[Pp]arliament)?|(?:Senate|National\sAssembly)\sof\s(?:the\s)?[Pp]arliament)(?=,\s|\s[A-Z{P}])"
    # “The Chairman of the Senate Anna Lund”, but not “of the Senate Committee on Justice, Anna Lund”.
    r"|(?:Senate|Mazhilis|Majilis|Mejlis|Milli\sMajlis|Saeima|Seimas|Riigikogu|Sejm|Bundestag|Bundesrat|National\sCouncil|Federal\sCouncil|Legislative\sChamber|House\sof\sRepresentatives|House\sof\sPeoples|Jogorku\sKenesh)(?=,\s(?:{P}|[A-ZÀ-Ž])|\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s[A-ZÀ-Ž][\w’'-]+(?:[.,;]|\s[a-z]|$))))"
)


def _tail(shape: Shape, end: int, family: str) -> re.Match[str] | None:
    """The city, or the chamber of a parliament, behind a title that ends at `end`."""
    if family in LOCAL:
        town = _OF_TOWN.match(shape.text, end) if family == "mayor" else None
        named = town is not None and (town["town"] is None or is_first_name(town["first"]))
        return town if named else OF_LOCAL.match(shape.text, end)
    if family in POSTED:
        return (_AT_POST if family == "consul" else _IN_PLACE).match(shape.text, end)
    return _OF_CHAMBER.match(shape.text, end) if family in HEADING_CHAMBERS else None


def read_behind(
    shape: Shape, end: int, family: str, plural: bool, organizations: tuple[Thing, ...]
) -> tuple[tuple[Thing, ...], str, int]:
    """The state or body and the portfolio behind a title that ends at `end`, and where they end."""
    portfolio: list[str] = []
    begin = end
    # “The High Commissioner of Canada to Kenya”, but “he accompanied the High Commissioner to Riga”.
    sent = family == "high-commissioner" and shape.text.startswith(" of ", end)
    complement = _complement("to|in" if sent else JOINS.get(family, ""), plural)
    while (match := complement.match(shape.text, end)) is not None and match.end() > end:
        if not (stretch := _without_holder(match[0].rstrip(" ,-"))):
            break
        # “Thanked the President for Georgia's support”, “the Chair of the Assembly's Working Group”.
        # “The Special Representative of Secretary-General Anna Lund, Karel Novy”: she is the one who is represented.
        if shape.text.startswith(("’s ", "'s "), end + len(stretch)) or _names_sender(shape, stretch, end):
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
            organizations, portfolio = things_of(named), [*portfolio, "of the delegation"]
        elif (
            named
            and _OF_PRIVATE.match(stretch) is None
            and re.match(r"\s?(?:,\s)?(?:of|to|for)\s", stretch)
            and not organizations
            # “Special Envoy of the UN Secretary-General for Syria”: his, and not Syria's.
            and not (portfolio and _SERVED.fullmatch(portfolio[-1]))
            # “Ambassador to Austria Anna Lund”: she is another state's.
            and not (family == "ambassador" and _POSTED.fullmatch(stretch))
        ):
            organizations = things_of(named)
            outside = pattern(
                r"\s?(?:,\s)?(?:of|to|for)\s(?:the\s)?(?:{D}\s)?{SGE}(?:(?:, (?:the )?|,? and (?:the )?){SGE})*"
            ).sub("", stretch)
            if outside.strip():
                portfolio.append(spoken(outside, shape))
        elif named and len(named) == len(found) and organizations and things_of(named) == organizations:
            pass
        elif organizations and organizations[-1].label.endswith(f" {spoken(stretch, shape).strip()}"):
            # “Head of the Special Monitoring Mission (SMM) to Ukraine”: its name says where it is.
            pass
        elif family in OF_CHAIR and _of_the_chair(found) and not stretch.startswith((" for", " on")):
            portfolio.append(OF_THE_CHAIR)
        else:
            portfolio.append(spoken(stretch, shape).strip())
    organizations, end = _whole_name(shape, portfolio, begin, end, organizations)
    joint = _JOINT_POST.match(shape.text, end) if portfolio and portfolio[-1] == OF_THE_CHAIR else None
    if joint is not None:
        portfolio.append(spoken(joint[0], shape).strip())
        end = joint.end()
    tail = None if portfolio or (organizations and family not in POSTED) else _tail(shape, end, family)
    if tail is not None:
        portfolio.append(spoken(tail[0], shape).strip())
        end = tail.end()
    organizations, end = _unlisted(shape, portfolio, end, family, organizations)
    if not organizations:
        organizations, end = _behind_comma(shape, end)
    return organizations, " ".join(portfolio).strip(), end


# “Secretary General of XYZ Anna Lund”: a body that no list knows, by its letters.
_OF_LETTERS = frozenset({"secretary-general", "deputy-secretary-general"})
_LETTERS = pattern(
    r"\sof\s(?:the\s)?(?P<name>[A-Z]{3,8})(?=,|\s(?:(?:Mr|Ms|Mrs|Dr|H\.E)\.?\s)?(?:{P}|[A-ZÀ-Ž](?:\.|[a-zà-ž’'-]+)\s[A-ZÀ-Ž]))"
)


# “State Secretary for Youth Affairs Anna Lund”.
_AFFAIRS = re.compile(r"\sAffairs\b(?!\s(?:and|of)\b)")


def _unlisted(
    shape: Shape, portfolio: list[str], end: int, family: str, organizations: tuple[Thing, ...]
) -> tuple[tuple[Thing, ...], int]:
    """The bodies of an office whose words end at `end`, and where it ends with what no list knows of its portfolio, which is added."""
    if portfolio and family == "secretary-of-state" and _AFFAIRS.match(shape.text, end) is not None:
        portfolio[-1] += " Affairs"
        end += len(" Affairs")
    letters = _LETTERS.match(shape.text, end) if family in _OF_LETTERS and not (organizations or portfolio) else None
    if letters is not None:
        return (unlisted_organization(letters["name"]),), letters.end()
    unknown = None if portfolio else _unknown_portfolio(shape, end, family, bool(organizations))
    if unknown is not None:
        portfolio.append(spoken(shape.text[end:unknown], shape).strip())
        end = unknown
    fields = further_fields(shape, end, bool(portfolio)) if family == "minister" else None
    if fields is not None:
        begun = portfolio.pop() if portfolio else ""
        portfolio.append(f"{begun}{spoken(shape.text[end : fields[0]], shape)}".strip())
        end = fields[0]
        if fields[1] is not None and not organizations:
            organizations, end = things_of(shape.found(shape.text[end : fields[1]])), fields[1]
    return organizations, end


def _behind_comma(shape: Shape, end: int) -> tuple[tuple[Thing, ...], int]:
    """The body or state that stands behind a comma in a list of who came, and where it ends; none and `end` where none does."""
    listed = _listed_body().match(shape.text, end)
    if listed is None:
        return (), end
    return things_of(shape.found(listed["body" if listed["body"] else "state"])), listed.end()


# “The Deputy Chairman of the Senate of the Oliy Majlis Anna Lund”.
_CHAMBER_OF = pattern(
    r"(?P<what>\sof\s(?:the\s)?(?:Senate|National\sCouncil|Federal\sCouncil|Legislative\sChamber|(?:Upper|Lower)\s(?:House|Chamber)|House\sof\sRepresentatives|House\sof\sPeoples|Chamber\sof\sDeputies))"
    r"\sof\s(?:the\s)?(?P<body>{GS})(?:\s\([^()]*\))?(?:\sof\s(?:the\s)?{S})?(?=,\s(?:{P}|[A-ZÀ-Ž])|\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s[A-ZÀ-Ž]))"
)
# “Chair of the economic and environmental committee”, “of the Second General Committee”.
_OF_COMMITTEE = pattern(
    r"\sof\s(?:the\s)?(?:(?:(?:[a-z][\w-]*|{T})\s){1,7}?committee\b|(?:First|Second|Third|Fourth|Fifth|Sixth)\s(?:(?:General\s|Main\s)?Committee\b|{G}))(?!\s(?:on|for|of)\b)"
)
_AREA = "Canton|County|Oblast|Province|Voivodeship|Prefecture|Raion|Region|District|Municipality"
# A part of a state with a government of its own: “Minister of Interior of Una-Sana Canton”.
_TERRITORY = pattern(
    rf"\sof\s(?:the\s)?(?P<name>(?:(?:[A-ZÀ-Ž][\w’]*|{{LSR}})[\s-]){{1,4}}?(?:{_AREA})\b(?!\sof\b)|Canton\s\d+\b"
    # “The Prefect of the Northern County of Riga”.
    rf"|(?:(?:[A-ZÀ-Ž][\w’]*|{{LSR}})\s){{0,3}}?(?:{_AREA})\sof\s(?:{{LSR}}|[A-ZÀ-Ž][\w’-]+)(?:[\s-](?:{{LSR}}|[A-ZÀ-Ž][\w’-]+)(?=,))?)"
)


_SENT_BY_CHAIR = frozenset(
    {"Special Co-ordinator", "Special Coordinator", "special co-ordinator", "special coordinator"}
)


def read_at_once(shape: Shape, end: int, words: str, family: str) -> tuple[tuple[Thing, ...], str, int] | None:
    """As `read_behind`, of what such a title is of as a whole: a committee, a territory, those who observe; None of anything else."""
    sent = _OF_OBSERVERS.match(shape.text, end) if words in _SENT_BY_CHAIR else None
    if sent is not None:
        return (), as_written(sent[0], shape).strip(), sent.end()
    chamber = _CHAMBER_OF.match(shape.text, end) if family in HEADING_CHAMBERS else None
    if chamber is not None:
        return things_of(shape.found(chamber["body"])), chamber["what"].strip(), chamber.end()
    whole = _OF_COMMITTEE.match(shape.text, end) if family == "chair" else None
    said = spoken(whole[0], shape).strip() if whole is not None else ""
    if whole is not None and said.endswith("ommittee"):
        return (), said, whole.end()
    territory = _territory(shape, end, ())
    return ((territory[0],), "", territory[1]) if territory is not None else None


# Of whoever is named before, the body that a word for its head leads to, to the end of what is written as a name.
_HEADED = frozenset({"head", "director", "chair", "general", "administrator", "secretary-general"})
_APPOSED = pattern(
    r"(?:{P}|[A-ZÀ-Ž][\w’'-]+(?:\s{L})?),\s(?:the\s|currently\s|now\s)?(?:(?:[Ff]irst|[Dd]eputy|[Aa]cting|[Ff]ormer)\s){0,2}(?:[A-Z][\w-]+\s)?[A-Z][\w-]+$"
)
_WRITTEN_OUT = pattern(
    rf"\sof\s(?:the\s)?{_NO_HOLDER}(?P<name>(?:[A-ZÀ-Ž][\w’'-]+|{{TRLD}})(?:\s(?:(?:of|for|in|on|against|and)\s(?:the\s)?)?(?:[A-ZÀ-Ž][\w’'-]+|{{TRLD}})){{1,9}})(?=[,.;)]|$)"
)


def body_of_apposed(shape: Shape, end: int, family: str) -> tuple[tuple[Thing, ...], str, int] | None:
    """“Anna Lund, Commander of the Joint Group of Forces.”: the body that no list knows; None where a title that ends at `end` is none such."""
    match = _WRITTEN_OUT.match(shape.text, end) if family in _HEADED else None
    if match is None or _APPOSED.search(shape.text, max(0, end - 80), end) is None:
        return None
    words = re.findall(r"[A-ZÀ-Ž][\w’'-]+", match["name"])
    if all(one in portfolio_words() for one in words) or any(is_first_name(one) for one in words[1:-1]):
        return None
    return (unlisted_organization(spoken(match["name"], shape)),), "", match.end()


def _territory(shape: Shape, end: int, organizations: tuple[Thing, ...]) -> tuple[Thing, int] | None:
    """The part of a state of which an office is whose words end at `end`, and where its name ends."""
    match = _TERRITORY.match(shape.text, end) if not organizations else None
    if match is None:
        return None
    return unlisted_organization(as_written(match["name"], shape)), match.end()


# “For Post-Conflict Settlement Anna Lund”: behind what an office is for, its holder.
_WITH_HOLDER = re.compile(r"(?P<what> for(?: the)?(?: [A-Z][\w’'-]+){1,5}) (?P<first>[A-Z][\w’'-]+) [A-Z][\w’'-]+")


def _without_holder(stretch: str) -> str:
    """What an office is for without the name of its holder, which a given name begins."""
    match = _WITH_HOLDER.fullmatch(stretch)
    return match["what"] if match is not None and is_first_name(match["first"]) else stretch


def part_of_body(shape: Shape, end: int) -> tuple[tuple[Thing, ...], int]:
    """“Of the OSCE Presence” behind a title that ends at `end`: the part of a body, and where its name ends."""
    match = OF_PART.match(shape.text, end)
    if match is None:
        return (), end
    name = shape.items[match["body"]].entries[0].name + as_written(match["part"].removeprefix(match["body"]), shape)
    return (unlisted_organization(name),), match.end()


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
    name = f"{adjective}{spoken(rest['rest'], shape)}"
    return (unlisted_organization(name),), rest.end()


def _whole_name(
    shape: Shape, portfolio: list[str], begin: int, end: int, organizations: tuple[Thing, ...]
) -> tuple[tuple[Thing, ...], int]:
    """The bodies of an office, with the rest of a name that what was read only begins, and where the office then ends."""
    territory = _territory(shape, end, organizations)
    if territory is not None:
        return (territory[0],), territory[1]
    parts = _PARTS.match(shape.text, end) if organizations else None
    if parts is not None:
        portfolio.append(f"of the {parts['what'].lower()}")
        return organizations, parts.end()
    if portfolio and not organizations and portfolio[-1].rpartition(" ")[2] in _OF_NAMES:
        organizations, end = _begun_name(shape, portfolio, begin, end)
    if end > begin and (organizations or portfolio) and (longer := _LONGER.match(shape.text, end)) is not None:
        return _longer_name(shape, portfolio, begin, longer) or organizations, longer.end()
    return organizations, end


# “The Heads of the OSCE *Missions*”.
_PARTS = re.compile(
    r"\s(?P<what>(?:[Ff]ield\s)?(?:[Mm]issions|[Oo]perations|[Pp]resences|[Dd]elegations|[Ii]nstitutions))\b"
)

# “Director-General of the United Nations *Office at Geneva*, Anna Lund”: the body that is known only begins the name of another.
_LONGER = pattern(
    r"(?=\s[A-ZÀ-Ž])(?:\s(?:[A-ZÀ-Ž][\w’'-]+|{TRGSDL})){0,4}?\s(?:Office|Institute|Agency|Commission|Committee|Council|Process|People|Peoples|Programme|Fund|Group|Panel|Platform|Initiative|Forum|Board|Authority|Directorate|Division|Department|Secretariat|Network|Federation|Union|Association|Delegation|Mission)"
    r"(?:\s(?:of|for|on|at|in|to)\s(?:the\s)?(?:[A-ZÀ-Ž][\w’'-]+|{TRGSDL})(?:(?:\s|\sand\s)(?:[A-ZÀ-Ž][\w’'-]+|{TRGSDL})){0,3})?"
    r"(?=(?:\s\([^()]*\))?,\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s|H\.E\.\s)*(?:Ambassador\s)?(?:{P}|[A-ZÀ-Ž][\w’'.-]+\s[A-ZÀ-Ž]))"
)


def _longer_name(shape: Shape, portfolio: list[str], begin: int, longer: re.Match[str]) -> tuple[Thing, ...]:
    """The body whose name goes on behind a known one's; of a portfolio, which goes on, no body."""
    if portfolio:
        portfolio[-1] = f"{portfolio[-1]}{spoken(longer[0], shape)}"
        return ()
    begun = re.sub(r"^\s?(?:of|for|to|at|in)\s(?:the\s)?", "", shape.text[begin : longer.start()])
    name = f"{spoken(begun, shape)}{spoken(longer[0], shape)}"
    return (unlisted_organization(name),)


# Whom an envoy is of, where no article stands before the office.
_SENDER = pattern(
    r"\s(?:of|for|to)\s(?:{SDG}\s)?(?:{O}|Secretary[-\s]General|High\sRepresentative|(?:Prime|Foreign)\sMinister|President|Chair\w*(?:-in-Office)?)"
)
# A name of two words right behind an office, of whoever is in it.
NAME_TOUCHING = pattern(r"\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s(?:[A-ZÀ-Ž]\.\s)?[A-ZÀ-Ž])")


def _names_sender(shape: Shape, stretch: str, end: int) -> bool:
    """Whether a name behind `stretch`, which begins at `end`, is of the one who sent the envoy."""
    return _SENDER.fullmatch(stretch) is not None and NAME_TOUCHING.match(shape.text, end + len(stretch)) is not None


# Of those who send envoys of their own.
_SERVED = re.compile(r"of (?:the )?(?:UN |U\.N\. |United Nations )?Secretary[- ]General(?: of the United Nations)?")


def _of_the_chair(found: list[Item]) -> bool:
    return len(found) == 1 and found[0].code == "O" and any(one.thing.key == "cio" for one in found[0].entries)


_OF_ASSEMBLY = pattern(r"(?P<whole>{G})['’]s\s(?P<own>{D}\s[Dd]elegation)")


def _national_body(stretch: str, shape: Shape) -> Thing:
    """“Danish Parliament” as the Parliament of Denmark."""
    owned = _OF_ASSEMBLY.fullmatch(stretch)
    stretch = f"{owned['own']} to the {owned['whole']}" if owned is not None else stretch
    noun = stretch[2:3].upper() + stretch[3:]
    words, to, rest = noun.partition(" to ")
    name = f"{words} of {shape.found(stretch)[0].entries[0].thing.label}{to}{spoken(rest, shape)}"
    return unlisted_organization(name)


# “Minister for Veterans and Internally Displaced Persons, …”: of a minister in an aside, all that is written as a name.
_ANY_PORTFOLIO = pattern(
    r"\s(?:for|of)\s(?:the\s)?[A-ZÀ-Ž][\w’'-]+(?:(?:\sand\s(?:the\s)?|\sof\s(?:the\s)?|\s)(?:[A-ZÀ-Ž][\w’'-]+|{T})){1,9}(?=[,.;)]|$)"
    # “The minister of foreign affairs, Anna Lund”.
    r"|\s(?:for|of)\s(?:the\s)?(?:[a-z][\w-]+|{T})(?:(?:\sand|,)?\s(?:[a-z][\w-]+|{T})){0,4}(?=,\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s[A-ZÀ-Ž]))"
)

# Titles behind which a portfolio of any words may stand: “Coordinator for Operation Safe Harbour Anna Lund”.
WITH_PORTFOLIO = frozenset(
    {"co-ordinator", "special-representative", "adviser", "director", "administrator", "officer", "commissioner"}
)

_OF_GOVERNMENT = frozenset({"minister", "secretary-of-state"})
# Who heads a body that no list knows: “Speaker of the Supreme Soviet Anna Lund”.
_HEADING = frozenset({"speaker", "chair", "head"})
# How a holder is addressed, between what the office is of and the name: “Head of the Planning Group Colonel Anna Lund”.
_ADDRESSED = frozenset({"Ambassador", "General", "Colonel", "Major", "Lieutenant", "Brigadier", "Admiral", "Professor"})
_UNKNOWN_PORTFOLIO = pattern(
    r"\s(?:for|of|on|at)\s(?:the\s)?(?P<words>(?:[A-Z][\w’'-]+|{T}|{D}(?=\s[A-Z]))(?:\s(?:and\s|of\s)?(?:[A-Z][\w’'-]+|{TD})){0,5})\s?"
)


def _unknown_portfolio(shape: Shape, position: int, family: str, owned: bool) -> int | None:
    """Where a portfolio that no list knows ends: before the holder's name, which a first name begins."""
    if family == "minister" and not owned:
        whole = _ANY_PORTFOLIO.match(shape.text, position)
        if whole is not None:
            return whole.end()
    of_body = family in _HEADING and not owned and shape.text.startswith(" of the ", position)
    # “State Secretary for Communities Abroad Anna Lund”.
    of_state = family in _OF_GOVERNMENT and shape.text.startswith(" for ", position)
    known = family in WITH_PORTFOLIO or of_body or of_state
    match = _UNKNOWN_PORTFOLIO.match(shape.text, position) if known else None
    if match is None or _names_sender(shape, match[0].rstrip(), position):
        return None
    if of_body and match["words"].partition(" ")[0] in _OF_NAMES:
        # “Of the European Regulators Circle”: nothing shows where such a name ends.
        return None
    words = list(re.finditer(r"\S+", match["words"]))
    begin = match.start("words")
    for number, word in enumerate(words[:-1]):
        if number and is_first_name(word[0]):
            named = [one for one in words[:number] if one[0] not in _ADDRESSED] or words[:number]
            return begin + named[-1].end()
    person = shape.items.get(shape.text[match.end() : match.end() + 1])
    return match.end("words") if person is not None and person.code == "P" else None
