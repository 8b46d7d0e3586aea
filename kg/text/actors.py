"""Joins names and office phrases into actors: which office belongs to whom, in either order of writing.

“OSCE Chairperson-in-Office, Albania's Prime Minister and Minister for Europe and Foreign Affairs, Edi Rama” is one
actor with three offices; “Secretary General Tomas Grell, Chairperson-in-Office, Foreign Minister Mira Tolven” is two.
A list that begins with an office reads office before name throughout; one that begins with a name, name before
office; an office that touches a name without a comma is always that name's.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from kg.model import Thing
from kg.text.annotate import Paragraph
from kg.text.cover import Cover
from kg.text.office import Office, singular
from kg.text.people import EXPLAINED, HONORIFIC, IN_PARLIAMENT, RESIDENT, SEVERAL
from kg.text.rule import Rule
from kg.text.shape import Item
from kg.text.title_table import LOCAL

_STYLE = r"(?:(?:His|Her) (?:Royal |Serene )?(?:Excellency|Majesty|Highness|Holiness|Eminence),? )?"
ADJACENT = re.compile(rf"^ {_STYLE}(?:(?:Mr|Mrs|Ms|Dr|Prof|Amb|H\.\s?E)\.? |Sir |Dame |Sheikh )*$")
JOINED = re.compile(
    rf"^(?:,? and |, as well as |,? together with |, | & )(?:the |its |his |her |their |with |to |by )*{_STYLE}(?:(?:Mr|Mrs|Ms|Dr)\.? )?$"
)
COMMA = re.compile(
    rf"^,? ?(?:the |its |his |her |their |also |and current |a |an |newly appointed )*{_STYLE}(?:(?:Mr|Mrs|Ms|Dr|H\.\s?E)\.? |Sir )*$"
)
_OF_ITS_BODY = re.compile(r"^, the [A-ZÀ-Ž][^,;.()]{1,60}['’]s $")
BEFORE_NAME = Rule(rf"\b(?:(?:{HONORIFIC}|(?:19|20)\d\d)\s)+$")


# A known person's name may go on with those of the father and the house: “Faris Al-Amin *bin Nasir Al-Hadi*”.
FURTHER_NAMES = re.compile(r"(?: (?:[Aa]l|[Bb]in|[Bb]int|[Ii]bn|[Bb]en)[-‑ ][A-Z][\w’'-]*)+")
CLAUSE = re.compile(
    r" (?:(?:also|then) )?(?:(?:[a-z]+ed|said|met|spoke|told|held|gave)\b(?! by\b)|(?:had|has|will|would|was) (?:(?:also|last|already|then|not|\w+ly) )?[a-z])"
)
# Before an office that another one serves: “the Adviser to the President, Ambassador X”.
SERVED = re.compile(
    r"(?i:advis[eo]rs?|assistants?|aides?|counsell?ors?|secretar(?:y|ies)|representatives?|envoys?|ambassadors?|deput(?:y|ies)|delegates?|delegations?|missions?|liaison|observers?|spokes\w+|attach[ée]s?|successors?|candidates?)"
    r"(?: on [\w -]{2,40})? to (?:the )?$"
)
# Offices that a state has one of.
OF_ONE = frozenset(
    {
        "president",
        "prime-minister",
        "foreign-minister",
        "defence-minister",
        "minister",
        "chancellor",
        "monarch",
        "speaker",
    }
)
# Those who are in no second office with a name of its own before the holder's.
HEADS = frozenset({"president", "vice-president", "prime-minister", "chancellor", "monarch"})
RANK_LIKE = frozenset({"ambassador", "general", "academic", "legislator"})


class Phrase(NamedTuple):
    """A phrase for one actor: a personal name, offices, or both; offsets count in the paragraph.

    `name` is None for an office without a name. `person` is set where the gazetteer knows the name.
    `home` is the state or body after the name (“Emmanuel Macron *of France*”), `listed` the states of those whom the
    same list names, `beside` the state of the official named before, and `beside_near` whether in the same sentence.
    `of_state` says that whoever stands right before it in the list heads a state.
    """

    start: int
    end: int
    name: str | None
    offices: tuple[Office, ...]
    person: Thing | None = None
    home: Thing | None = None
    sure: bool = True
    name_start: int = 0
    name_end: int = 0
    office_items: tuple[Item, ...] = ()
    listed: tuple[Thing, ...] = ()
    beside: Thing | None = None
    beside_near: bool = False
    of_state: bool = False


class _Element(NamedTuple):
    start: int
    end: int
    office: Office | None = None
    item: Item | None = None
    name: str = ""
    person: Thing | None = None
    home: Thing | None = None
    sure: bool = True
    name_start: int = 0
    name_end: int = 0


# “Mayor Jane Castor *of Tampa*”.
OF_PLACE = re.compile(r" of (?P<place>(?:St\. )?[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+){0,2})")


def phrases(paragraph: Paragraph) -> list[Phrase]:
    """The actor phrases of a paragraph, in order, from its offices, known people and found names."""
    found: list[Phrase] = []
    for run in _runs(paragraph):
        for read in _read(run, paragraph.text):
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


_AND_OF = re.compile(r"(?:,|;|[,;]? and|,? as well as)(?: of)?(?: the)? ")


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
        if not of_state or left.name is None or _AND_OF.fullmatch(text, end, state.start) is None:
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
    r"^[^,;:.]{0,90}\bin\s(?:his|her)\s(?:new\s|current\s|present\s)?(?:capacity|role|function)\s(?P<verb>as)\s(?:the\s)?(?P<who>)$"
)
# “Extended the mandate of X as Head of …”: X is in it.
_MANDATE_OF = re.compile(r"\b(?:mandate|term|tenure) of (?:the )?$")
# “Replaced Y in her role as …”: whose role, the words leave open.
_SUCCEEDED = re.compile(r"\b(?:replac|succeed|follow|thank|prais|congratulat)\w*\s(?:\w+\s)?$")
UNTIL = re.compile(r"^[^,;.]{0,40}\s(?:until|when|from|between|in (?:19|20)\d\d|before)\b")
GOVERNED = re.compile(r"\b(?:of|by|with|to|for|from|and|than|that of) (?:(?:the|his|her|their) )?$")


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
        # “Welcomed X as the new Head of …”; “said X as Head of …” would tell of nothing new.
        if (
            match["verb"] == "as"
            and match.re is IS
            and not extended
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
# Before the state that somebody is of: “Emmanuel Macron of France”, “Anna Lund (Estonia)”, “Anna Lund (MP, Estonia)”.
_HOME = re.compile(rf" (?:of|from) (?:the )?| \((?:{IN_PARLIAMENT}, )?(?:the )?")
# What between two of a phrase says nothing of whose office it is: an abbreviation, “from Riga” in a list of envoys.
_BRACKETED = re.compile(rf"^ (?:\([A-Z][A-Za-z]{{1,7}}\)|{RESIDENT})(?=,? )")
# “The Speaker of the Knesset – the Israeli parliament – Anna Lund”.
_EXPLAINED = re.compile(rf"^{EXPLAINED}(?= )")
_HOLDER_ALONE = re.compile(r"(?:Ambassador |Dr\.? |Mr\.? |Ms\.? |Mrs\.? )?(?:[A-ZÀ-Ž][\w’'.-]*\s?){2,4}\)")
_FROM = re.compile(r"^(?P<joint>,? and |, )from (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)?, $")
_FROM_FIRST = re.compile(r"^ from (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)?, $")


def _gap(text: str, left: _Element, right: _Element) -> str:
    """What stands between two elements, without what says nothing of whose an office is."""
    words = text[left.end : right.start]
    if words.startswith(" ("):
        words = _BRACKETED.sub("", words)
        if (
            words == " ("
            and left.office is not None
            and (holder := _HOLDER_ALONE.match(text, right.start)) is not None
            and (not left.office.plural or _AND_OF.match(text, holder.end()) is not None)
        ):
            # “The Personal Representative (Anna Lund)”, “the Foreign Ministers of Estonia (Anna Lund) and Latvia (Karel Novy)”.
            return ", "
    if right.office is not None and words.endswith(("’s ", "'s ")):
        words = _OWNER.sub("", words)
    if left.office is not None and words.startswith((" - ", " – ", " — ")):
        words = _EXPLAINED.sub("", words)
    if left.office is None and right.office is not None and right.office.organizations and _OF_ITS_BODY.match(words):
        # “Anna Lund, the Agency's Director”: the office knows the body.
        return ", "
    sent = left.office is not None and left.office.plural and right.office is None and _FROM_FIRST.match(words)
    return ", " if sent else words


def _shortened(item: Item, paragraph: Paragraph) -> bool:
    """Whether an office is only the short form, in brackets, of the one before it: “the Personal Representative (PRCiO)”."""
    text = paragraph.text
    bracketed = text.startswith(" (", item.start - 2) and text.startswith(")", item.end)
    return bracketed and any(other.end == item.start - 2 for other in paragraph.offices)


def _elements(paragraph: Paragraph) -> list[_Element]:
    elements = [
        _Element(item.start, item.end, office=item.payload, item=item)
        for item in paragraph.offices
        if isinstance(item.payload, Office) and not _shortened(item, paragraph)
    ]
    if not (paragraph.candidates or any(item.code == "P" for item in paragraph.names)):
        return elements
    offices = Cover(len(paragraph.text), elements)
    people = [item for item in paragraph.names if item.code == "P"]
    known = Cover(len(paragraph.text), people)
    for candidate in paragraph.candidates:
        start, end = candidate.start, candidate.end
        if known.free(start, end) and offices.free(start, end):
            elements.append(_Element(start, end, name=candidate.name, sure=candidate.sure, name_end=end))
    for item in people:
        if offices.free(item.start, item.end):
            more = FURTHER_NAMES.match(paragraph.text, item.end)
            end = more.end() if more is not None else item.end
            words = paragraph.text[item.start : end]
            elements.append(_Element(item.start, end, name=words, person=item.entries[0].thing, name_end=end))
    homes = {item.start: item for item in paragraph.names if item.code in "SEG"}
    finished = []
    for read in sorted(elements, key=lambda one: one.start):
        element = read
        if element.office is None:
            honoured = BEFORE_NAME.search(paragraph.text, max(0, element.start - 40), element.start)
            # “Professor” is an office, too, and stays one.
            if honoured is not None and offices.free(honoured.start(), element.start):
                element = element._replace(start=honoured.start(), name_start=element.start)
            after = _HOME.match(paragraph.text, element.end)
            home = homes.get(after.end()) if after is not None else None
            close = 1 if after is not None and "(" in after[0] else 0
            if home is not None and home.code in "SEG" and paragraph.text.startswith(")"[:close], home.end):
                # Of which state somebody is in parliament, or of which body, says nothing of the offices beside it.
                state = after is not None and "," not in after[0] and home.code != "G"
                thing = home.entries[0].thing if state else None
                element = element._replace(end=home.end + close, home=thing)
        finished.append(element)
    return finished


def _runs(paragraph: Paragraph) -> Iterator[list[_Element]]:
    run: list[_Element] = []
    elements = _elements(paragraph)
    for read, behind in zip_longest(elements, elements[1:]):
        element = read
        if run and element.start < run[-1].end:
            continue
        if run and _is_owner(element, behind, paragraph.text):
            if not _joins(_gap(paragraph.text, run[-1], element)):
                yield [element]
            continue
        sent = _FROM.match(paragraph.text[run[-1].end : element.start]) if run and element.office is None else None
        if sent is not None and run[-1].office is None:
            begin = run[-1].end + sent.end("joint")
            element = element._replace(start=begin, name_start=element.name_start or element.start)
        if run and element.office is None and _opened(run, element, paragraph.text):
            element = element._replace(end=element.end + 1)
        if run and not _joins(_gap(paragraph.text, run[-1], element)):
            yield run
            run = []
        run.append(element)
    if run:
        yield run


# “Anna Lund, the NATO Secretary General’s Special Envoy”: whose envoy she is stands between.
_OWNER = re.compile(r"(?<![\w.])[A-Z][^,;/’']{2,50}['’]s $")


def _is_owner(element: _Element, behind: _Element | None, text: str) -> bool:
    """Whether an office only says whose the one behind it is: “the Secretary General’s Special Envoy”."""
    owned = text.startswith(("’s ", "'s "), element.end) and behind is not None and behind.start == element.end + 3
    return owned and element.office is not None and behind is not None and behind.office is not None


def _opened(run: list[_Element], name: _Element, text: str) -> bool:
    """Whether a name ends a bracket that stands right behind an office: “the Head of Mission (Ambassador Anna Lund)”."""
    before = run[-1]
    if len(run) > 1 and before.office is not None and before.office.family in RANK_LIKE:
        before = run[-2]
    return (
        before.office is not None
        and not before.office.plural
        and text.startswith(")", name.end)
        and text.startswith(" (", before.end)
        and "(" not in text[before.end + 2 : name.start]
    )


# “The High Representative/Vice-President of the Commission, Anna Lund”, “Deputy Prime Minister – Foreign Minister Karel Novy”.
_SLASH = re.compile(r"^ ?/ ?$| [-–—] $")


def _joins(between: str) -> bool:
    return len(between) <= 40 and bool(
        _SLASH.match(between) or ADJACENT.match(between) or COMMA.match(between) or JOINED.match(between)
    )


def _read(run: list[_Element], text: str) -> list[Phrase]:
    between = ["", *(_gap(text, left, right) for left, right in pairwise(run))]
    # “Ambassador X, Head of Mission, and Ambassador Y” is no list that reads office before name.
    forward_style = run[0].office is not None and not (
        run[0].office.family in RANK_LIKE and len(run) > 1 and ADJACENT.match(between[1])
    )
    forward_style = forward_style or _goes_on_forward(run, between, text)
    forward_style = forward_style and not _each_with_office_behind(run, between)
    found: list[Phrase] = []
    pending: list[int] = []
    spread: Office | None = None
    holders = 0
    for index, element in enumerate(run):
        if element.office is None:
            own, apart = _owned(run, between, pending, index, text)
            found += [_office_alone(run[one]) for one in apart]
            shared = [office for one in own if (office := run[one].office) is not None and office.plural]
            if shared:
                spread, holders = shared[-1], 1
            offices = [run[one] for one in own]
            if not own and spread is not None and JOINED.match(between[index]):
                found.append(_named(element, [], replace(spread, organizations=_share(spread, holders))))
                holders += 1
            elif own and spread is not None and not shared and _of_list(run, between, own):
                # “The Co-Chairmen – Ambassador A of X, Ambassador B of Y and Deputy Secretary C of Z”: each is one of them.
                each = replace(
                    spread, organizations=_share(spread, holders), plural=False, title=singular(spread.title)
                )
                phrase = _named(element, offices)
                found.append(phrase._replace(offices=(each, *phrase.offices)))
                holders += 1
            else:
                if not own or not (shared or any(_goes_with_name(run[one]) for one in own)):
                    # “Vice-Presidents A, B, and Secretary General C, D said”: D is none of them.
                    spread = None
                found.append(_named(element, offices))
            pending = []
            continue
        if (
            not pending
            and found
            and found[-1].name is not None
            and _backward(run, between, index, forward_style, found[-1], text)
        ):
            last = found[-1]
            assert element.item is not None
            found[-1] = last._replace(
                end=element.end,
                offices=(*last.offices, element.office),
                office_items=(*last.office_items, element.item),
            )
            continue
        pending.append(index)
    found += [_office_alone(run[one]) for one in pending]
    return found


_DASH = re.compile(r"^ [-–—] $")


def _of_list(run: list[_Element], between: list[str], own: list[int]) -> bool:
    """Whether a name with an office of its own goes on a list that a dash opens behind an office of several."""
    opened = run[0].office is not None and run[0].office.plural and len(between) > 1 and _DASH.match(between[1])
    return bool(opened) and own[0] > 1 and bool(JOINED.match(between[own[0]]))


def _goes_with_name(element: _Element) -> bool:
    return element.office is not None and element.office.family in RANK_LIKE


# “A, the standing rapporteur of the Assembly, Lord” before “B, the Director General, C”.
_CALLED_BEFORE = re.compile(
    r",\s(?:the|its|their)\s(?=[a-z])[^,;:.]{4,140},\s(?:(?:Lord|Lady|Baroness|Baron|Sir|Dame|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|H\.E\.)\s)?$"
)
_OFFICE_BETWEEN = 3


def _goes_on_forward(run: list[_Element], between: list[str], text: str) -> bool:
    """“…, the rapporteur, A, the Director General, B”: a list of office before name goes on behind an office that is none known."""
    if run[0].office is not None and run[0].office.family in RANK_LIKE and len(run) > 1 and ADJACENT.match(between[1]):
        run, between = run[1:], ["", *between[2:]]
    if len(run) < _OFFICE_BETWEEN or [one.office is None for one in run[:_OFFICE_BETWEEN]] != [True, False, True]:
        return False
    if between[1] != ", the " or not COMMA.match(between[2]) or text[run[2].end : run[2].end + 1] != ",":
        return False
    return _CALLED_BEFORE.search(text, max(0, run[0].start - 160), run[0].start) is not None


def _each_with_office_behind(run: list[_Element], between: list[str]) -> bool:
    """“The Co-Chairs of the Group, A, Envoy of X, and B, Envoy of Y”: several called by one office, each with another behind the name."""
    first, listed = run[0].office, run[1:]
    if first is None or not first.plural or len(listed) < _TWO_WITH_OFFICES or len(listed) % 2:
        return False
    apart = all(COMMA.match(gap) for gap in between[1:])
    return apart and all((one.office is None) == (number % 2 == 0) for number, one in enumerate(listed))


_TWO_WITH_OFFICES = 4
"""Names and offices that two people have who are each in another one."""


def _owned(
    run: list[_Element], between: list[str], pending: list[int], name: int, text: str
) -> tuple[list[int], list[int]]:
    """Which of the pending offices are the following name's, and which stand for somebody else."""
    if not pending:
        return [], []
    if " and " in between[name] or "as well as" in between[name] or "together with" in between[name]:
        return [], pending
    touching = bool(ADJACENT.match(between[name]))
    if not touching and _introduced(run[pending[0]].start, run[name].end, text):
        return [], pending
    if not touching and _OF_ANOTHER.search(text, max(0, run[pending[0]].start - 60), run[pending[0]].start):
        return [], pending
    if not touching and _INSERTED.match(text, run[name].end):
        # “He expected of the new head, Lund said, that …”: Lund is another.
        return [], pending
    own = [pending[-1]]
    for one in reversed(pending[:-1]):
        joint = between[own[0]]
        if SERVED.search(text, max(0, run[one].start - 70), run[one].start):
            break
        if _OF_ANOTHER.search(text, max(0, run[one].start - 60), run[one].start):
            break
        office, following = run[one].office, run[own[0]].office
        assert office is not None and following is not None
        if (
            touching
            and office.family == "counterpart"
            and joint == ", "
            and _introduced(run[one].start, run[name].end, text)
        ):
            # “Before the meeting with his Latvian colleague, Minister X visited …”: X is another.
            break
        # “Members of the Presidency, Foreign Minister X”: they are others.
        if office.plural and not following.plural and following.family not in RANK_LIKE:
            break
        heads = office.family in HEADS and text.endswith(("The ", "the "), 0, run[one].start)
        if touching and heads and joint == ", " and following.family not in RANK_LIKE:
            # “The President, Speaker X and Leader Y”: the president is another one.
            break
        if " and " in joint and _GIVEN.search(text, max(0, run[one].start - 24), run[one].start):
            # “Appointed X as his Special Representative for A and Ambassador Y as …”: the office is X's.
            break
        if " and " in joint:
            determined = re.search(r"\b[Tt]he $", text[max(0, run[one].start - 4) : run[one].start]) is not None
            # “The Deputy Prime Minister and Chief Negotiator X” is one; “the President and Foreign Minister X” are two.
            deputy = "deputy-prime-minister" in {office.family, following.family} and not office.plural
            if touching and not deputy and (determined or _of_two_people(office, following) or office.plural):
                break
            if {office.family, following.family} == {"president", "prime-minister"}:
                break
        own.insert(0, one)
    return own, [one for one in pending if one not in own]


_GIVEN = re.compile(
    r"\bas (?:(?:the|his|her|its|their|an?) )?(?:(?:preceding|succeeding|previous|next|new|current|rotating) )?$"
)
# “During a press conference following the meeting with the Foreign Minister, Lund stressed …”.
_INTRODUCTION = Rule(
    r"(?:^|[.!?][”\"]?\s)(?:During|Following|After|Before|In|At|On|Ahead\sof|Prior\sto|Upon|While|Speaking|Addressing|Meeting"
    r"|Opening|Concluding|Commenting|According|Together|Alongside|Accompanied|Joined|Responding|Referring)\b[^.!?;]*$"
)
# “Speaking of Ambassador Novy's role as the first Chief Monitor, Lund said”: the office is his.
_OF_ANOTHER = re.compile(
    r"['’]s? (?:\w+ )?(?:role|work|time|term|tenure|years?|service|position|capacity|leadership|contribution|appointment|performance)"
    r" as (?:(?:the|an?|its|their) )?(?:[a-z]+ )?$"
)
_SPEAKS = re.compile(
    r" (?:(?:also|then|further|today|again|will|has|had) )*(?:[a-z]+ed|said|met|spoke|told|held|gave|made|took|is|was|be)\b(?! by\b)"
)


_INSERTED = re.compile(r" (?:said|says|added|noted|stressed|explained|underlined|recalled|told \w+),(?= )")


def _introduced(office: int, name_end: int, text: str) -> bool:
    """Whether an office ends the phrase that opens a sentence, whose subject stands behind the comma."""
    return (
        _SPEAKS.match(text, name_end) is not None
        and GOVERNED.search(text[max(0, office - 10) : office]) is not None
        and _INTRODUCTION.search(text, max(0, office - 300), office) is not None
    )


# “In talks with President X, the Minister, who was very critical, urged …”: the Minister is another.
_WHO_AND_VERB = re.compile(
    r", who [^,;.]{3,120}, (?:(?:also|then|\w+ly) )?(?:[a-z]+ed|said|told|met|spoke|gave|made)\b"
)
OPENED_BY_TALKS = re.compile(
    r"(?:^|[.!?][”\"]?\s|[–—-] )(?:In|During|After|Following|At) (?:(?:an?|the|his|her|their|separate|bilateral) )*(?:meetings?|talks|discussions?|consultations|conversations?) with [^.;]*$"
)


def _goes_on_to_verb(first: int, end: int, text: str) -> bool:
    """Whether an office that ends here is the subject of a sentence that opens with talks with those before it."""
    return (
        _WHO_AND_VERB.match(text, end) is not None
        and OPENED_BY_TALKS.search(text, max(0, first - 300), first) is not None
    )


def _of_two_people(first: Office, second: Office) -> bool:
    """Whether nobody is in both offices: two of one kind, or known posts of two states."""
    if first.family != "post" or second.family != "post":
        return first.family == second.family
    owners = {office.organizations for office in (first, second)}
    return len(owners) == 2 and all(one.kind == "state" for owner in owners for one in owner)


def _backward(
    run: list[_Element], between: list[str], index: int, forward_style: bool, last: Phrase, text: str
) -> bool:
    """Whether an office after a name is that name's own; one for several people is never."""
    office = run[index].office
    if office is not None and office.plural and " and " not in between[index - 1]:
        return False
    # “After the call with Minister X a spokesperson of the Ministry said …”: an apposition has a comma.
    if between[index] in {" a ", " an ", " the "}:
        return False
    if _SLASH.match(between[index]):
        return last.offices != ()
    # “In her talks with Prime Minister X, the Vice President said …”: an apposition would be closed.
    if text.startswith(("’s ", "'s "), run[index].end):
        return False
    if between[index].endswith("the ") and CLAUSE.match(text, run[index].end):
        return False
    if between[index] == ", the " and _goes_on_to_verb(run[0].start, run[index].end, text):
        return False
    # “With Minister X, the OSCE Chair represented by Deputy Minister Y, and Z”: another one, who sent Y.
    if text.startswith(" represented by ", run[index].end):
        return False
    if between[index] == " and the " and _one_aside(run, index, last, text):
        return True
    if not COMMA.match(between[index]) or between[index].strip() == "":
        # “X and Minister of Y” goes on with the offices of X only where X already has one behind it.
        return bool(
            " and " in between[index]
            and "the " not in between[index]
            and last.office_items
            and last.office_items[-1].start > last.name_start
            and not (index + 1 < len(run) and run[index + 1].office is None and not JOINED.match(between[index + 1]))
        )
    if forward_style and _begins_a_list(run, between, index):
        return False
    following = index
    while following + 1 < len(run) and run[following + 1].office is not None:
        if between[following + 1].startswith(", and "):
            return True
        if " and " in between[following + 1] and "the " in between[following + 1]:
            return True
        following += 1
    if following + 1 >= len(run):
        return True
    name_after = between[following + 1]
    if ADJACENT.match(name_after):
        return following > index and not forward_style
    if " and " in name_after or "as well as" in name_after or "together with" in name_after:
        return True
    return not forward_style


# “(OSCE), visited”: what closes an aside, and the verb behind it.
_CLOSED = re.compile(r"(?: \([A-Z][A-Za-z]{1,7}\))?,(?! (?:and|as well as|who)\b)(?= [a-z])")


def _one_aside(run: list[_Element], index: int, last: Phrase, text: str) -> bool:
    """Whether an office goes on with the aside that a name opened: “Anna Lund, Minister of X and the Chair of Y, visited”."""
    opened = bool(last.office_items) and text.startswith(", ", last.name_end)
    named = (
        index + 1 < len(run) and run[index + 1].office is None and run[index + 1].start - run[index].end < len(", the ")
    )
    return opened and not named and _CLOSED.match(text, run[index].end) is not None


def _begins_a_list(run: list[_Element], between: list[str], index: int) -> bool:
    """Whether offices without names stand in a list behind one with its holder: “President X, the Speaker, the Ombudsman”.

    One of them alone, between commas, is an apposition.
    """
    behind = [gap for gap, one in zip(between[index:], run[index:], strict=True) if one.office is not None]
    return len(behind) > 1 and all(gap in {", the ", ", and the ", " and the "} for gap in behind[:2])


def _share(office: Office, number: int) -> tuple[Thing, ...]:
    """Whose office the holder of this number has: “the Foreign Ministers of Estonia and Latvia, A and B”.

    Of one body several are members; of one state nobody else is president.
    """
    if len(office.organizations) > 1:
        return office.organizations[number : number + 1]
    return () if office.family in OF_ONE else office.organizations


def _named(element: _Element, offices: list[_Element], spread: Office | None = None) -> Phrase:
    own = tuple([one.office for one in offices if one.office is not None])
    if spread is not None:
        own = (spread,)
    if any(one.plural for one in own):
        own = tuple(
            replace(one, plural=False, title=singular(one.title), organizations=_share(one, 0) or one.organizations)
            if one.plural
            else one
            for one in own
        )
    return Phrase(
        start=min([element.start, *[one.start for one in offices]]),
        end=element.end,
        name=element.name,
        offices=own,
        person=element.person,
        home=element.home,
        sure=element.sure or bool(offices),
        name_start=element.name_start or element.start,
        name_end=element.name_end,
        office_items=tuple([one.item for one in offices if one.item is not None]),
    )


def _office_alone(element: _Element) -> Phrase:
    assert element.office is not None and element.item is not None
    return Phrase(element.start, element.end, None, (element.office,), office_items=(element.item,))
