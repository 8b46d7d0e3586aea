"""Those whom somebody met, in the circles in which they were met: all at once, or one after another.

Heads of different branches of one state receive apart, and so do hosts in states of their own; several who are named
behind one “with” and others behind the next met him in two circles; those met on the margins of an occasion of many, each
for himself.
"""

import re

from kg.extract.actor_lists import ACTOR
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.shape import pattern

_JOURNEY_BEHIND = re.compile(r"\s(?:tour|trip|visit|journey)\b")
_JOURNEY = re.compile(r"\b(?:visits?|tour|trips?|journey)\b[^.;]{0,60}$")


def on_tour(view: View, others: list[Party]) -> list[list[Party]]:
    """Those whom somebody met on a journey to a region or several states, in the circles in which they were met.

    They are of several states, and each is met at home; none where nothing of such a journey is told.
    """
    presidency = any(map(_of_presidency, others))
    if len(states_of(others)) + presidency < 2 or not all(states_of([one]) or _is_of_body(one) for one in others):
        return []
    visited: set[str] = set()
    state_of = view.document.words.state_of_place
    for paragraph in view.document.paragraphs[:3]:
        for item in paragraph.names:
            journey = _JOURNEY.search(paragraph.text, 0, item.start) or _JOURNEY_BEHIND.match(paragraph.text, item.end)
            if item.code in "RSL" and item.entries and journey:
                thing = item.entries[0].thing
                state = view.document.words.thing("state", state_of.get(thing.key, thing.key))
                visited.add(state.iri.value if state is not None else "region" if item.code == "R" else "")
    if "region" not in visited and not states_of(others) <= visited:
        return []
    return by_state(others)


def _is_of_body(party: Party) -> bool:
    """Whether somebody chairs a parliament or is of a presidency of several, whose offices add no state."""
    return any(one.search(post.label) for one in (_HEADS[-1], _OF_ASSEMBLY, _PRESIDENCY) for post, _ in party.posts)


# “President of the Serbian National Assembly”.
_OF_ASSEMBLY = re.compile(
    r"\b(?:President|Chairperson|Chairman|Chairwoman) of (?:the )?(?:[A-Z]\w+ )?(?:(?:National |Federal |Legislative )?Assembly|Parliament|Senate"
    r"|Riigikogu|Saeima|Seimas|Sejm|Bundestag|Bundesrat|Nationalrat|National Council|Riksdag|Storting|Folketing|Al(?:th|þ)ing\w*|Eduskunta|Knesset|Cortes|(?:Congress|Chamber|House) of (?:Deputies|Representatives)"
    r"|Verkhovna Rada|Sobrani\w*|Skup[sš]tina|Kuvendi|Milli Majlis|Majlis|Mejlis|Ma[zj]h?ilis|Jogorku Kenesh|Oliy Majlis)\b(?! of the (?:OSCE|Council))"
)
_PRESIDENCY = re.compile(r"^Member of the (?:\w+ )?Presidency\b")


def _of_presidency(party: Party) -> bool:
    return any(_PRESIDENCY.search(post.label) for post, _ in party.posts)


def by_state(others: list[Party]) -> list[list[Party]]:
    """Those of each state together, in the order in which they are named, and of these the heads of branches apart.

    Whoever is in no state's office stands alone.
    """
    groups: list[list[Party]] = []
    for one in others:
        before = groups[-1] if groups else []
        home = states_of([one])
        if before and (states_of(before) == home if home else _of_presidency(one) and _of_presidency(before[-1])):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [circle for group in groups for circle in (_by_branch(group) if _of_one_state(group) else [group])]


def circles(
    stretch: str, others: list[Party], subjects: list[Party], factuality: Factuality, journey: int = 0
) -> list[list[Party]]:
    """Those whom somebody meets, in the circles in which they are met: all at once, where nothing says else.

    “With A and with B”, and the programme of a visit, give one for each; heads of different branches of a state receive
    apart, the ministers behind a prime minister with him or her, also in a programme. `journey` is the number of places to which the sentence leads.
    """
    # “President A and the Deputy Prime Minister”, of whom no name is given: her state is not met beside its own people.
    own = states_of(people_of(others))
    others = [one for one in others if one.thing.kind != "state" or one.thing.iri.value not in own]
    apart = [[one] for one in others]
    if len(others) < 2 or re.search(
        r"(?:\band|,)\s(?:(?:then|later|thereafter|afterwards|subsequently|also|lastly|finally),?\s)*(?:with|by)\s|^both\s|\band\s(?:then|later|thereafter|afterwards|subsequently),?\s(?:the\s)?[\ue000-\uf8ff]",
        stretch,
    ):
        return apart
    if sum(1 for _ in pattern(ACTOR).finditer(stretch)) == 1 and not _of_one_state(others):
        # “The two Foreign Ministers”: together, where nothing else is said.
        return [others]
    if not all(one.thing.kind == "person" for one in others):
        return [others]
    if not all(one.posts for one in others):
        # “President A, Speaker B, Minister C and the historian D”: heads of branches receive apart, whoever else is named.
        in_office = [one for one in others if one.posts]
        return _by_branch(others) if len(in_office) > 1 and _of_one_state(in_office) else [others]
    if factuality is Factuality.PLANNED and journey == 0 and _of_one_government(others):
        return [others]
    if factuality is Factuality.PLANNED and journey == 0 and _with_an_aide(others):
        return [others]
    if factuality is Factuality.PLANNED and (len(subjects) == 1 or journey == len(others)):
        # “Will travel to X and Y to meet A and B”: each in his own capital.
        return _by_branch(others) if journey == 0 and _of_own_state(others) else apart
    return _by_branch(others) if _of_one_state(others) else [others]


def heads_apart(others: list[Party]) -> list[list[Party]]:
    """The circles of those in one state's offices whose heads of branches are among them, who receive apart; else none."""
    if len(others) < 2 or not all(one.thing.kind == "person" and one.posts for one in others):
        return []
    circle = _by_branch(others) if _of_one_state(others) else []
    return circle if len(circle) > 1 else []


def parted(view: View, stretch: str, others: list[Party]) -> list[list[Party]]:
    """Those whom somebody met, in the circles that semicolons part: “with Minister A of X and Ambassador B; President C of Y”.

    None where all are in one state's offices, or each is a circle of his own and no occasion of many is told: there the
    semicolons only part names with long offices. “With A and B, as well as with C and D” parts them, too.
    """
    if by_with := with_again(view, stretch, others):
        return by_with
    if ";" not in stretch or (len(states_of(others)) == 1 and all(states_of([one]) for one in others)):
        return []
    if _of_one_state(others):
        # Heads of branches receive apart, however the list is written.
        return []
    found: list[list[Party]] = []
    for part in stretch.split(";"):
        named = {one.thing for one in view.parties(part)}
        found.append([one for one in others if one.thing in named and not any(one in some for some in found)])
    circle = [some for some in found if some]
    if len(circle) < 2 or sum(map(len, circle)) != len(others):
        return []
    many = len(circle) < len(others) or _OF_MANY.search(view.paragraph.text) is not None
    return circle if many else []


# “With A and B, as well as with C and D”.
_WITH_AGAIN = re.compile(r",?\s(?:and|as\swell\sas)\s(?:also\s)?with\s")


def with_again(view: View, stretch: str, others: list[Party]) -> list[list[Party]]:
    """The circles in which those were met of whom several stand behind one “with” and others behind the next; else none."""
    parts = _WITH_AGAIN.split(stretch)
    if len(parts) < 2:
        return []
    named = [{one.thing for one in view.parties(part)} for part in parts]
    groups = [[one for one in others if one.thing in some] for some in named]
    if sum(map(len, groups)) != len(others) or all(len(some) < 2 for some in groups):
        return []
    return [
        circle
        for part, some in zip(parts, groups, strict=True)
        if some
        for circle in circles(part, some, [], Factuality.HAPPENED)
    ]


# An occasion to which many come.
_OF_MANY = re.compile(
    r"\b(?:[Dd]uring|[Aa]t|[Ii]n) the [^.;,]{0,40}?\b(?:[Ff]orum|[Cc]onference|[Ss]ummit|[Cc]ongress)\b|\b(?:[Mm]argins|[Ss]idelines)\b"
)


def _of_one_government(others: list[Party]) -> bool:
    """Whether people hold offices of one state of which none heads a branch: “will meet Ministers A, B and C”."""
    heads = any(
        one.search(post.label) and "Deputy" not in post.label
        for one in _HEADS
        for party in others
        for post, _ in party.posts
    )
    return _of_own_state(others) and not heads


def _with_an_aide(others: list[Party]) -> bool:
    """Whether people are a leader and one whose office names no state: “will meet President A of X and Chief Negotiator B”."""
    organizations = {one: [post.organization for post, _ in one.posts] for one in others}
    aides = [
        one for one, found in organizations.items() if all(body is None or body.kind == "format" for body in found)
    ]
    high = any(_HIGH_OFFICE.search(post.label) for one in aides for post, _ in one.posts)
    return len(others) == len(aides) + 1 == 2 and len(states_of(others)) == 1 and not high


_HIGH_OFFICE = re.compile(r"(?i)\b(?:minister|president|speaker|chancellor|leader|chair\w*|head)\b")


def _of_own_state(others: list[Party]) -> bool:
    """Whether everybody of a list is known to hold an office of one and the same state."""
    return len(states_of(others)) == 1 and all(states_of([one]) for one in others)


def _by_branch(others: list[Party]) -> list[list[Party]]:
    """The heads of a state's branches, and whoever stands in a list with them, each apart.

    Without a president among them, the ministers right behind a prime minister are of one circle.
    """
    groups: list[list[Party]] = []
    president = any(_HEADS[0].search(post.label) for one in others for post, _ in one.posts)
    for one in others:
        minister = any(_MINISTER.search(post.label) for post, _ in one.posts)
        if (
            groups
            and minister
            and not president
            and any(_HEADS[1].search(post.label) and "Deputy" not in post.label for post, _ in groups[-1][0].posts)
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


_MINISTER = re.compile(r"^(?!.*\b(?:Prime Minister|President)\b).*\bMinister\b")
_HEADS = (
    re.compile(r"\b(?:(?<!First )President|King|Queen|Grand Duke|Monarch)\b"),
    re.compile(r"\b(?:Prime Minister|Chancellor|Head of Government)\b"),
    re.compile(r"\bFirst President\b"),
    re.compile(r"\b[Oo]pposition\b"),
    re.compile(
        r"\b(?:Speaker|Chairperson of the|Chair(?:man|woman|person)? of (?:the )?(?:(?:Upper|Lower|First|Second) (?:Chamber|House)|Senate|Parliament|National|Supreme|Constitutional|House|Chamber|Federation|State Duma|Federal|Legislative"
        r"|Ma[zj]hilis|Ma[zj]ilis|Mejlis|Milli|Verkhovna|Seimas|Saeima|Riigikogu|Jogorku))\b"
    ),
)


def states_of(others: list[Party]) -> set[str]:
    """The states in whose offices people are; a parliament's speaker adds none."""
    return {
        post.organization.iri.value
        for one in others
        for post, _ in one.posts
        if post.organization is not None and post.organization.kind in {"state", "de-facto-entity"}
    }


def _of_unknown_state(party: Party) -> bool:
    """Whether somebody heads a state that no list knows: “the Prime Minister of Kosovo”."""
    return all(
        post.organization is None and " of " in post.label and any(heads.search(post.label) for heads in _HEADS[:2])
        for post, _ in party.posts
    )


def _of_one_state(others: list[Party]) -> bool:
    """Whether a visitor's hosts are heads of different branches of one state, who receive one after another."""
    unlisted = {post.label.rpartition(" of ")[2] for one in others if _of_unknown_state(one) for post, _ in one.posts}
    if len(states_of(others)) + len(unlisted) > 1:
        return False
    found = {
        len(_HEADS) - 1 if _OF_ASSEMBLY.search(post.label) else number
        for number, heads in enumerate(_HEADS)
        for one in others
        for post, _ in one.posts
        # A deputy speaker is of no government, either.
        if heads.search(post.label)
        and (heads is _HEADS[-1] or not any(word in post.label for word in ("Deputy", "Vice")))
    }
    if len(found) == 1 and any(_OF_TOWN.search(post.label) for one in others for post, _ in one.posts):
        # A mayor, the speaker of the town's assembly and its chief of police are of one house.
        return False
    # Of three or more with a speaker of parliament among them, who is of no government, each receives apart; several of
    # whom all are speakers are of several states.
    speakers = [one for one in others if any(_HEADS[-1].search(post.label) for post, _ in one.posts)]
    return len(found) > 1 or (len(others) > 2 and len(_HEADS) - 1 in found and len(speakers) < len(others))


_OF_TOWN = re.compile(r"\b(?:(?:Deputy |Lord )?Mayor|Municipal\w*|City|Prefect)\b")
