"""Joins names and office phrases into actors: which office belongs to whom, in either order of writing.

“OSCE Chairperson-in-Office, Albania's Prime Minister and Minister for Europe and Foreign Affairs, Edi Rama” is one
actor with three offices; “Secretary General Tomas Grell, Chairperson-in-Office, Foreign Minister Mira Tolven” is two.
A list that begins with an office reads office before name throughout; one that begins with a name, name before
office; an office that touches a name without a comma is always that name's."""

import re
from dataclasses import replace
from itertools import pairwise

from kg.model import Thing
from kg.text.actor_phrase import Phrase
from kg.text.actor_runs import AND_OF, BEFORE_NAME, GOVERNED, JOINED, read_run, runs
from kg.text.annotate import Paragraph
from kg.text.office import Office, singular
from kg.text.people import SEVERAL
from kg.text.rule import Rule
from kg.text.title_table import LOCAL

# “Mayor Jane Castor *of Tampa*”.
OF_PLACE = re.compile(r" of (?P<place>(?:St\. )?[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+){0,2})")


def phrases(paragraph: Paragraph) -> list[Phrase]:
    """The actor phrases of a paragraph, in order, from its offices, known people and found names."""
    found: list[Phrase] = []
    for run in runs(paragraph):
        for read in read_run(run, paragraph.text):
            phrase = _of_place(read, paragraph.text)
            honoured = BEFORE_NAME.search(paragraph.text, max(0, phrase.start - 40), phrase.start)
            whole = phrase._replace(start=honoured.start()) if honoured is not None else phrase
            found += _of_two_bodies(whole, paragraph.text)
    return _of_further_states(paragraph, _with_format(paragraph, found))


def _of_two_bodies(phrase: Phrase, text: str) -> list[Phrase]:
    """The phrase, or two where nobody holds both offices: “the OSCE Secretary General and EU Commissioner Lund”."""
    # An office that is shared with others of a list does not stand beside the name.
    if phrase.name is None or not len(phrase.offices) == len(phrase.office_items) == 2:
        return [phrase]
    if phrase.name_start < phrase.office_items[1].end:
        return [phrase]
    before, behind = phrase.office_items
    if not _apart(*phrase.offices, text[before.end : behind.start].strip()):
        return [phrase]
    alone = Phrase(before.start, before.end, None, phrase.offices[:1], office_items=phrase.office_items[:1])
    return [
        alone,
        phrase._replace(start=behind.start, offices=phrase.offices[1:], office_items=phrase.office_items[1:]),
    ]


# “Vice-President of the Parliament and the Head of the Delegation to the Assembly”: one who is in both; so is who is sent and heads what is sent.
_WITH_ANOTHER = frozenset({"special-representative", "representative"})


_DELEGATION = "Delegation"


def _apart(first: Office, second: Office, gap: str) -> bool:
    """Whether nobody holds both of two offices with a gap between them: in two bodies, or in a field mission and elsewhere."""
    bodies = _international_body(first), _international_body(second)
    if gap == "and the":
        owners = [one for office in (first, second) for one in (_owner(office),) if one is not None]
        if {one.kind for one in owners} in ({"state", "mission"}, {"organization", "mission"}):
            return True
        if {first.family, second.family} & _WITH_ANOTHER or any(one.label.startswith(_DELEGATION) for one in owners):
            return False
    return gap in {"and", "and the"} and None not in bodies and bodies[0] != bodies[1]


def _owner(office: Office) -> Thing | None:
    bodies = [office.post.organization] if office.post is not None else [*office.organizations]
    return bodies[0] if len(bodies) == 1 else None


def _international_body(office: Office) -> str | None:
    """The one organization, no state, that an office is of; its institutions are the organization itself."""
    body = _owner(office)
    if body is None or body.category not in {"Organization", "Institution"}:
        return None
    return "osce" if body.key.startswith("osce-") else body.key


def _of_further_states(paragraph: Paragraph, found: list[Phrase]) -> list[Phrase]:
    """The phrases, where “the Foreign Ministers of France, A, and Germany, B” names two: B with Germany before the name."""
    text = paragraph.text
    states = {item.end: item for item in paragraph.names if item.code == "S"}
    read = list(found)
    for number in range(1, len(found)):
        left, right = read[number - 1], found[number]
        # “The Ambassadors of France A and Germany B”.
        touching = states.get(right.start - 1)
        state = touching or states.get(right.start - 2)
        bracketed = state is not None and text.startswith(" (", state.end) and text.startswith(")", right.end)
        apart = touching is not None or bracketed or (state is not None and text.startswith(", ", state.end))
        if state is None or right.name is None or right.offices or not apart:
            continue
        shared = [one.payload for one in left.office_items if isinstance(one.payload, Office) and one.payload.plural]
        of_state = shared and len(shared[0].organizations) == 1 and shared[0].organizations[0].kind == "state"
        # The bracket that closes behind the name before is part of the phrase.
        end = left.end + (bracketed and text.startswith(")", left.end))
        if not of_state or left.name is None or AND_OF.fullmatch(text, end, state.start) is None:
            continue
        read[number - 1] = left._replace(end=end)
        home = (state.entries[0].thing,)
        office = replace(shared[0], plural=False, title=singular(shared[0].title), organizations=home, post=None)
        read[number] = right._replace(
            start=state.start, end=right.end + bracketed, offices=(office,), office_items=left.office_items
        )
    return read


def _with_format(paragraph: Paragraph, found: list[Phrase]) -> list[Phrase]:
    """The phrases, where “the Minsk Group Co-Chairs A, B and C” names three people: the first one has the format's name before it."""
    names = {item.end: item for item in paragraph.names if item.code in "FG"}
    if not names:
        return found
    text = paragraph.text

    def begin(number: int, phrase: Phrase) -> int:
        group = names.get(phrase.start - 1) if phrase.name is not None else None
        if group is None or text[group.end] != " " or without_and(number):
            return phrase.start
        together = SEVERAL.search(text, group.start, group.end) if group.code == "F" else None
        if together is None:
            joint = _JOINT_OF.search(text, max(0, group.start - 24), group.start)
            return joint.start() if joint is not None else phrase.start
        whose = names.get(group.start - 1)
        return whose.start if whose is not None and whose.code == "G" else group.start

    def without_and(number: int) -> bool:
        """Whether the names that begin here are a list without an “and”, which shows no end."""
        gaps = []
        for left, right in pairwise(found[number:]):
            gap = text[left.end : right.start]
            if not JOINED.match(gap):
                break
            gaps.append(gap)
        return bool(gaps) and all(gap.strip() in {",", ", the"} for gap in gaps)

    return [
        phrase if (start := begin(number, phrase)) == phrase.start else phrase._replace(start=start)
        for number, phrase in enumerate(found)
    ]


def _of_place(phrase: Phrase, text: str) -> Phrase:
    """The phrase with the place behind the name as part of a local office."""
    place = OF_PLACE.match(text, phrase.name_end) if phrase.name is not None and phrase.home is None else None
    if place is None or not phrase.offices:
        return phrase
    offices = tuple(
        replace(one, portfolio=f"of {place['place']}")
        if one.family in LOCAL and not one.portfolio and not one.organizations
        else one
        for one in phrase.offices
    )
    return phrase._replace(offices=offices)


_OF_POST = r"(?:his |her |the |their )?(?:new |current )?(?:post|position|office|duties|functions?|role|job|appointment|assignment|mandate|tenure|term|work)(?: in office)? (?:as|of)"


# How long somebody has been in an office already.
_SERVING = r"(?:has|have) (?:also |since |currently |already )?(?:served|been serving|been working|acted|been acting) as|continues (?:to serve |to work )?as|(?:currently |now )?holds the (?:post|position) of"


_STARTED = (
    r"(?:(?:has |have )?(?:today |yesterday |officially |formally |recently |just |last week |this week )?"
    rf"(?:(?:t(?:akes?|aken|ook) (?:up|over)|assume[sd]?|entered (?:up)?on|beg[au]n|begins|start(?:s|ed)) {_OF_POST}|(?:took|taken|takes) (?:over|up office|office) as|assume[sd]? office as))"
)


_TO_COME = (
    r"will become|is to become|(?:will|is to|is due to|is set to) (?:officially |formally |soon )?(?:serve as|take over as|take (?:up )?office as|assume office as"
    rf"|(?:take (?:up|over)|assume|begin|start) {_OF_POST})"
)


_ENDED = rf"(?:has |have )?(?:today |recently )?(?:stepped down as|resigned as|left {_OF_POST}|ended {_OF_POST}|completed {_OF_POST})|(?:had )?(?:previously|formerly|earlier) (?:served|worked) as"


_UP_TO_NOW = re.compile(r"(?:has|have) (?:served|worked|acted|been (?!serving|working|acting))|has been$")


_SINCE = re.compile(r"\b(?:since|for the (?:past|last))\b")


_COMING = re.compile(_TO_COME)


_LEFT = re.compile(_ENDED)


IS = re.compile(
    r"^(?:\s(?:[A-Z]\.){2,3})?(?:,[^,;.]{2,120},|,)?\s(?P<who>who\s(?:currently\s|now\s)?)?"
    rf"(?P<verb>(?<=who\s)(?:has|have|was|were)\s(?:just\s|recently\s|newly\s)?(?:been\s)?(?:just\s|recently\s|newly\s)?(?:appointed|named|elected)(?:\sas|\sto\sbe)?|is|becomes|became|was|as|serves as|currently serves as|holds the office of|has been|remains|{_SERVING}|{_STARTED}|{_TO_COME}|{_ENDED})\s"
    r"(?:(?:the|an?|also|now|currently|its|his|her|their|new|this\syear['’]s)\s)*$"
)


# “X today concluded her first visit in her new capacity as Special Representative”.
_IN_CAPACITY = re.compile(
    r"^(?:,\s(?:(?:speaking|acting|writing)\s)?|[^,;:.]{0,90}\b)in\s(?:his|her)\s(?:new\s|current\s|present\s)?(?:capacity|role|function)\s(?P<verb>as)\s(?:the\s)?(?P<who>)$"
)


_SET_OFF_AS = re.compile(r",\sas\s(?:the\s)?[^,;]{5,160},$")


# “Extended the mandate of X as Head of …”: X is in it.
_MANDATE_OF = re.compile(r"\b(?:mandate|term|tenure|mission) of (?:the )?$")


# “Replaced Y in her role as …”: whose role, the words leave open.
_SUCCEEDED = re.compile(r"\b(?:replac|succeed|follow|thank|prais|congratulat)\w*\s(?:\w+\s)?$")


UNTIL = re.compile(r"^[^,;.]{0,40}\s(?:until|when|from|between|in (?:19|20)\d\d|before)\b")


# “The first Representative, X, held the position from 1998 until 2003.”
_HELD_UNTIL = re.compile(
    r"(?:,? who|,)? (?:had )?(?:(?:previously|formerly|last) )?(?:held|occupied) (?:the|this|that) (?:position|post|office|job|mandate)\b(?: of [^,;.]{1,60}?)? (?:until|between|from [^,;.]{3,20} (?:until|to)|in (?:19|20)\d\d)\b"
)


def _behind(phrase: Phrase, text: str) -> Phrase:
    """The phrase, its offices left where a sentence says until when somebody was in them."""
    if phrase.name is None or not phrase.offices or " held " not in text or not _HELD_UNTIL.match(text, phrase.end):
        return phrase
    return phrase._replace(offices=tuple([replace(one, rank="former") for one in phrase.offices]))


def predicated(paragraph: Paragraph, found: list[Phrase]) -> list[Phrase]:
    """The phrases with the offices that a sentence says somebody is in: “Mira Tolven is Foreign Minister of Estonia”."""
    finished = [_behind(one, paragraph.text) for one in found]
    for number, (left, right) in enumerate(pairwise(found)):
        gap = paragraph.text[left.end : right.start]
        match = (IS.match(gap) or _IN_CAPACITY.match(gap)) if left.name and not right.name else None
        governed = GOVERNED.search(paragraph.text[max(0, left.start - 10) : left.start])
        replaced = match is not None and match.re is _IN_CAPACITY and _SUCCEEDED.search(paragraph.text[: left.start])
        extended = match is not None and match["verb"] == "as" and _MANDATE_OF.search(paragraph.text[: left.start])
        if match is None or replaced or (governed and not match["who"] and not extended):
            continue
        office = right.offices[0]
        # “Welcomed X as the new Head of …”; “said X as Head of …” would tell of nothing new, “X, as Head of Mission, said” does.
        if (
            match["verb"] == "as"
            and match.re is IS
            and not extended
            and not _SET_OFF_AS.match(paragraph.text, left.end, right.end + 1)
            and re.search(r"\bnew(?:ly)?\b", paragraph.text[left.end : right.start + 6]) is None
        ):
            continue
        if _UP_TO_NOW.match(match["verb"]) and _SINCE.search(paragraph.text, right.end, right.end + 80) is None:
            # “She has served as Ambassador to X and Head of Y”: that may be long ago.
            continue
        if match["verb"] == "was":
            if UNTIL.match(paragraph.text[right.end : right.end + 60]) is None:
                continue
            office = replace(office, rank="former")
        if _COMING.fullmatch(match["verb"]):
            office = replace(office, rank="designate")
        elif _LEFT.fullmatch(match["verb"]):
            office = replace(office, rank="former")
        if not office.plural and paragraph.quoted(left.start) == paragraph.quoted(right.start):
            whose = _whose(paragraph.text, found, number, gap)
            holder = finished[whose]
            finished[whose] = holder._replace(
                offices=(*holder.offices, office), office_items=(*holder.office_items, *right.office_items[:1])
            )
    return finished


# “Mr X, who replaces Y, is Head of Z”: X is.
_WHO_DOES = re.compile(r", who [^,;.]{2,60} $")


def _whose(text: str, found: list[Phrase], number: int, gap: str) -> int:
    """The number of the phrase that “is” behind the phrase of a number is said of: the one before, where this one closes its clause."""
    clause = _WHO_DOES.search(text, 0, found[number].start) if number and gap.startswith(", ") else None
    before = found[number - 1]
    return number - 1 if clause is not None and before.end == clause.start() and before.name else number


_JOINT_OF = Rule(r"\b[Cc]o-?(?:[Cc]hairs|[Mm]oderators|[Ff]acilitators) of (?:the )?$")
