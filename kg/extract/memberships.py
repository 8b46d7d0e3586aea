"""A state's or body's role in a format, as a sentence tells it or takes it for granted."""

from collections.abc import Iterator
from functools import cache

from kg.extract.actor_lists import ALL, LIST
from kg.extract.rounds import only_format
from kg.extract.view import View, things_of
from kg.model import Confidence, Factuality, Membership, Thing
from kg.text.document import Actor
from kg.text.rule import Rule, Several
from kg.text.shape import pattern

WHO = r"(?P<who>{SEGA}(?:(?:,\s|\sand\s|,\sand\s)(?:the\s)?{SEGA})*)"
FORMATS = r"(?P<formats>{F}(?:(?:,\s|\sand\s|,\sand\s)(?:(?:in|the)\s)*{F})*)"
_ROLE_HELD = {"co-chaired": "co-chair", "chaired": "chair", "mediated": "mediator", "co-facilitated": "co-facilitator"}
PASSIVE = rf"(?P<formats>{{F}})(?:\s\([^()]*\))?(?:,\s(?:which|that)\s[^;{{F}}]{{3,140}}?,)?\s(?:is|are)\s(?:jointly\s)?(?P<role>{'|'.join(_ROLE_HELD)})\sby\s(?:the\s)?(?P<who>{LIST})"
# Roles in a format, as somebody has them: “as co-facilitators of F”.
AS = r"(?P<role>[Cc]o-[Cc]hair|co-facilitator|co-moderator|mediator|moderator|observer|guarantor|participant)s?"
_ROLE_AS = {"guarantor": "mediator", "co-moderator": "co-chair", "moderator": "chair"}
RULES = (
    (
        rf"{WHO}['’]s?\s[^;.]{{0,40}}?\bco-chair(?:ing|manship)\s(?:of\s)?(?:the\s)?{FORMATS}",
        "co-chair",
        Factuality.PRESUPPOSED,
    ),
    (
        rf"{WHO}(?:,)?\s(?:acts?|serves?|is|are|continues?)?\s?(?:\w+\s){{0,3}}?as\s(?:a|an|the|one\sof\sthe)?\s?{AS}\s(?:countr\w+\s)?(?:of|in)\s(?:the\s)?{FORMATS}",
        "",
        Factuality.HAPPENED,
    ),
    (
        rf"^\W*(?:[Ii]n\s(?:its|their)\s(?:capacity|role|function|capacities|roles)\s)?[Aa]s\s(?:a|an|the|one\sof\sthe)?\s?{AS}\s(?:of|in)\s(?:the\s)?{FORMATS},\s(?:the\s)?{WHO}(?=,?\s[a-z])",
        "",
        Factuality.PRESUPPOSED,
    ),
    (
        rf"{WHO}\s(?:acts?|serves?|is|are)\s(?:as\s)?(?:a|an|the|one\sof\sthe)?\s?{FORMATS}\s(?:co-chairs?|Co-Chairs?)",
        "co-chair",
        Factuality.HAPPENED,
    ),
    (
        rf"{WHO}\s(?:is|are)\s(?:a\s|an\s|the\s)?(?:\w+\s)?(?:co-chairs?|Co-Chairs?)\s(?:of|in)\s(?:the\s)?{FORMATS}",
        "co-chair",
        Factuality.HAPPENED,
    ),
    (
        rf"{WHO}\s(?:is|are|acts?\sas|serves?\sas)\s(?:a\s|an\s|the\s)?(?:\w+\s)?(?:mediators?|guarantors?)\s(?:of|in)\s(?:the\s)?{FORMATS}",
        "mediator",
        Factuality.HAPPENED,
    ),
    (
        rf"{WHO}\s(?:is|are|acts?\sas|serves?\sas)\s(?:a\s|an\s|the\s)?(?:\w+\s)?observers?\s(?:of|in)\s(?:the\s)?{FORMATS}",
        "observer",
        Factuality.HAPPENED,
    ),
    (
        rf"{WHO}\s(?:is|are)\s(?:a\s|an\s|the\s)?(?:\w+\s)?(?:part(?:y|ies)|sides?)\s(?:to|in)\s(?:the\s)?{FORMATS}",
        "party",
        Factuality.HAPPENED,
    ),
    (
        rf"{WHO}(?:['’]s?)?\s[^;.{{SEG}}]{{0,110}}?\b(?:engagement|participation|involvement|membership)\sin\s(?:the\s)?(?:(?:[a-z]+\s){{0,2}})?{FORMATS}",
        "participant",
        Factuality.PRESUPPOSED,
    ),
    (
        rf"{WHO}\s(?:participates?|takes?\spart|is\srepresented|are\srepresented)\sin\s(?:the\s)?{FORMATS}",
        "participant",
        Factuality.HAPPENED,
    ),
)


def memberships(view: View) -> Iterator[Membership]:
    """The roles in formats that a sentence tells of; a hope that somebody joins is none."""
    text = view.unquoted
    if not _any().can_match(view.text):
        return
    yield from _by_office(view)
    yield from _under(view)
    yield from _sat_together(view)
    yield from _described(view)
    yield from _in_that_format(view)
    yield from _consists(view)
    yield from _listed(view)
    yield from _makes_up(view)
    yield from _belong(view)
    if not pattern(r"{F}").search(text):
        return
    for match in pattern(PASSIVE).finditer(text):
        for member in _members(view, match["who"]):
            for group in view.things(match["formats"], "F"):
                yield Membership(
                    member, group, _ROLE_HELD[match["role"]], Factuality.HAPPENED, view.support("membership")
                )
    for rule, role, factuality in RULES:
        for match in pattern(rule).finditer(text):
            if pattern(r"\b(?:would|could|should)\b|\bcall\w*\s(?:on|for)\b[^;]{0,30}$").search(match[0]):
                continue
            members = _members(view, match["who"])
            as_role = role or _ROLE_AS.get(match["role"].lower(), match["role"].lower())
            for member in members:
                for group in view.things(match["formats"], "F"):
                    yield Membership(member, group, as_role, factuality, view.support("membership"))


OFFICE_RULE = r"(?P<who>{SG})\s(?:acts?|serves?|served|is|are)\s(?:as\s)?(?:an?\s|the\s|one\sof\sthe\s)?(?P<office>{A})"


def _by_office(view: View) -> Iterator[Membership]:
    """“The United States acts as a Minsk Group Co-Chair”: the office names the format."""
    for match in pattern(OFFICE_RULE).finditer(view.text):
        for item in view.shape.found(match["office"]):
            office = item.payload.office if isinstance(item.payload, Actor) else None
            if office is None or office.family not in {"co-chair", "chair"}:
                continue
            for group in (one for one in office.organizations if one.kind == "format"):
                for member in _members(view, match["who"]):
                    yield Membership(member, group, office.family, Factuality.HAPPENED, view.support("membership"))


UNDER = r"(?P<formats>{FG})\sunder\s(?:the\s)?(?P<who>{SD})(?:['’]s?)?\s(?:Chair(?:person|man)?ship|{G})"


def _under(view: View) -> Iterator[Membership]:
    """“The Forum for Security Co-operation under the United States Chairpersonship”."""
    for match in pattern(UNDER).finditer(view.text):
        for body in view.things(match["formats"], "FG"):
            if body.kind == "format" or body.category == "DecisionBody":
                for member in _members(view, match["who"]):
                    yield Membership(member, body, "chair", Factuality.HAPPENED, view.support("membership"))


TOGETHER = rf"^\W*{ALL}\sare\s(?:the\s)?(?P<role>co-facilitator|co-chair|Co-Chair|mediator|moderator)s\s(?:of|in)\s(?:the\s)?{FORMATS}"


def _sat_together(view: View) -> Iterator[Membership]:
    """“The two ambassadors are the co-facilitators of F”: those who, as told before, sat together."""
    match = pattern(TOGETHER).search(view.text)
    if match is None:
        return
    for member in view.document.together:
        for group in view.things(match["formats"], "F"):
            yield Membership(member, group, match["role"].lower(), Factuality.HAPPENED, view.support("membership"))


BRINGS_TOGETHER = (
    r"^\W*(?:The\s)?(?P<formats>{F})[^;]{0,80}?\b(?:brings?\stogether|includes?|comprises?|consists?\sof)\b"
)
# “A, B and C as mediators”; in “consists of A and B” nobody's role is told.
AS_ROLE = rf"(?P<who>{LIST})\sas\s(?:the\s)?(?P<role>mediator|observer|co-chair|guarantor|participant)s?\b"
CONSISTS = rf"(?P<formats>{{F}})(?:\s\([^()]*\))?,?\s(?:which\s|that\s)?(?:consists?\sof|is\smade\sup\sof|comprises?)\s(?:representatives\s(?:of|from)\s)?(?P<who>{LIST})"
TOGETHER_DO = rf"(?:{ALL}|(?P<who>{LIST}),?)\s(?:who\s)?(?P<role>co-facilitate|co-chair|co-moderate|mediate)s?\s(?:the\s(?:meetings|rounds|work)\sof\s)?(?:the\s)?{FORMATS}"
IN_ROLE = rf"\b(?P<role>mediator|observer|co-chair|guarantor|participant)s\s(?:from\s)?(?:the\s)?(?P<who>{LIST})"


def _described(view: View) -> Iterator[Membership]:
    """“F brings together the sides, mediators from A and B, and observers from C”."""
    match = pattern(BRINGS_TOGETHER).search(view.text)
    if match is None:
        return
    for said in (
        *pattern(IN_ROLE).finditer(view.text, match.end()),
        *pattern(AS_ROLE).finditer(view.text, match.end()),
    ):
        role = "mediator" if said["role"] == "guarantor" else said["role"]
        # “Includes A and B, with C and D as mediators”: not A and B.
        for member in _members(view, said["who"].rpartition(" with ")[2]):
            for group in view.things(match["formats"], "F"):
                yield Membership(member, group, role, Factuality.HAPPENED, view.support("membership"))


# “A and B are mediators in that format, C and D observers.”
IN_THAT_FORMAT = (
    rf"(?P<who>{LIST})\s(?:is|are|act\sas|serve\sas)\s(?:the\s)?(?P<role>mediator|observer|guarantor|participant)s?\s(?:in|of)\s"
    rf"(?:that|this|the|these)\s(?:format|talks|negotiations|process|discussions)(?:(?:,|,?\sand|,?\swhile|,?\swith)\s(?P<others>{LIST})\s(?:are\s|as\s)?(?P<second>mediator|observer|guarantor|participant)s?)?"
)


# “F includes the sides, the mediators and the observers – A, B, C and D”: whose role is whose, the reference facts know.
LISTED = rf"^\W*(?:The\s)?(?P<formats>{{F}})[^;]{{0,30}}?\b(?:includes?|comprises?|brings?\stogether)\b(?P<roles>[^;{{A}}]{{5,140}}?)\s[–—-]\s(?:the\s)?(?P<who>{LIST})"
_NAMED_ROLES = {"party": "sides", "mediator": "mediators", "observer": "observers", "co-chair": "co-chairs"}


def _listed(view: View) -> Iterator[Membership]:
    """The roles of those listed behind the roles themselves, each only where the sentence names such a role."""
    match = pattern(LISTED).search(view.text)
    if match is None:
        return
    for group in view.things(match["formats"], "F"):
        for member in _members(view, match["who"]):
            role = view.document.words.role_in_format.get((group.key, member.key))
            if role is not None and _NAMED_ROLES.get(role, "?") in match["roles"].lower():
                support = view.support("membership", Confidence.MEDIUM)
                yield Membership(member, group, role, Factuality.HAPPENED, support)


# “A, B and C make up the Group”; “A and B, which together with C make up the mediators”: of the format told of last.
MAKE_UP = rf"(?P<who>{LIST})(?:,\s(?:which|who))?\s(?:together\swith\s(?:the\s)?(?P<with>{{SEGA}})\s)?(?:makes?\sup|forms?|constitutes?)\s(?:the\s)?(?:(?P<own>{{F}})|(?P<role>[Gg]roup|mediators|observers|guarantors|co-chairs|Co-Chairs)\b)"
_OF_MAKE_UP = Rule(r"\b(?:makes?\sup|forms?|constitutes?)\s")
_ROLE_MADE_UP = {"mediators": "mediator", "guarantors": "mediator", "observers": "observer", "co-chairs": "co-chair"}


def _makes_up(view: View) -> Iterator[Membership]:
    """Those who, as a sentence says, make up the group told of last, or hold a role in it."""
    if not _OF_MAKE_UP.stands_in(view.text):
        return
    for match in pattern(MAKE_UP).finditer(view.text):
        own = view.things(match["own"] or "", "F")
        body = own[0] if own else view.document.round_of or only_format(view)
        if body is None or body.kind != "format":
            continue
        for member in (*_members(view, match["who"]), *(_members(view, match["with"]) if match["with"] else ())):
            role = _ROLE_MADE_UP.get((match["role"] or "").lower(), "member")
            yield Membership(member, body, role, Factuality.HAPPENED, view.support("membership"))


# “Besides A, the Group's members include B and C”, “the members of F are A and B”.
MEMBERS = rf"(?:\b(?:[Ii]n\saddition\sto|[Bb]esides|[Aa]part\sfrom|[Aa]long\swith|[Tt]ogether\swith)\s(?:the\s)?(?P<more>{LIST}),\s(?:the\s)?)?(?P<formats>{{F}})['’]s?\s(?:[a-z]+\s){{0,2}}members\s(?:also\s)?(?:are|include|comprise)\s(?:the\s)?(?P<who>{LIST})"
MEMBERS_OF = rf"\bmembers\sof\s(?:the\s)?(?P<formats>{{F}})\s(?:also\s)?(?:are|include|comprise)\s(?:the\s)?(?P<who>{LIST})(?P<more>)"
_OF_MEMBERS = Rule(r"\bmembers\b")


def _belong(view: View) -> Iterator[Membership]:
    """The states and bodies that a sentence lists as the members of a format."""
    if not _OF_MEMBERS.stands_in(view.text):
        return
    for rule in (MEMBERS, MEMBERS_OF):
        for match in pattern(rule).finditer(view.text):
            for member in (*_members(view, match["more"] or ""), *_members(view, match["who"])):
                for group in view.things(match["formats"], "F"):
                    yield Membership(member, group, "member", Factuality.HAPPENED, view.support("membership"))


def _consists(view: View) -> Iterator[Membership]:
    """“F, which consists of A and B”: they take part; “the two co-facilitate F”: those who sat together, or are named."""
    for match in pattern(CONSISTS).finditer(view.text):
        for member in _members(view, match["who"]):
            for group in view.things(match["formats"], "F"):
                yield Membership(member, group, "participant", Factuality.HAPPENED, view.support("membership"))
    for match in pattern(TOGETHER_DO).finditer(view.text):
        named = [one.thing for one in view.parties(match["who"]) if one.thing.kind == "person"] if match["who"] else ()
        role = {"mediate": "mediator", "co-facilitate": "co-facilitator", "co-moderate": "co-chair"}.get(
            match["role"], "co-chair"
        )
        for member in named or (() if match["who"] else view.document.together):
            for group in view.things(match["formats"], "F"):
                yield Membership(member, group, role, Factuality.HAPPENED, view.support("membership"))


def _in_that_format(view: View) -> Iterator[Membership]:
    """The roles in the format whose round or name was told last."""
    match = pattern(IN_THAT_FORMAT).search(view.text) if _OF_ROLES.stands_in(view.text) else None
    body = view.document.round_of
    if match is None or body is None or body.kind != "format":
        return
    for who, role in ((match["who"], match["role"]), (match["others"], match["second"])):
        for member in _members(view, who) if who else ():
            as_role = "mediator" if role == "guarantor" else role
            yield Membership(member, body, as_role, Factuality.HAPPENED, view.support("membership"))


_OF_ROLES = Rule(r"\b(?:mediator|observer|guarantor|participant)s?\s(?:in|of)\s")


@cache
def _any() -> Several:
    """All rules of this file: most need a format, or an office of one."""
    return Several(
        map(
            pattern,
            (r"{F}", OFFICE_RULE, UNDER, TOGETHER, BRINGS_TOGETHER, IN_THAT_FORMAT, CONSISTS, TOGETHER_DO, MAKE_UP),
        )
    )


def _members(view: View, stretch: str) -> list[Thing]:
    return [
        thing
        for item in view.shape.found(stretch)
        for thing in things_of(item)
        if thing.kind in {"state", "organization", "institution", "de-facto-entity"}
    ]
