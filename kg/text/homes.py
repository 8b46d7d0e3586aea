"""What tells of which state or body an official is whose title names none: where he was met, and who is listed with him.

“At the European Commission, she met with Vice-President X” tells of the Commission's Vice-President.
"""

import re
from itertools import pairwise

from kg.model import Thing
from kg.text.actor_phrase import Phrase
from kg.text.actor_runs import JOINED, OPENED_BY_TALKS
from kg.text.annotate import Lexicon, Paragraph
from kg.text.assemblies import of_assemblies
from kg.text.office import Office
from kg.text.shape import Item, between, pattern

# Offices of bodies that are named without the body.
OF_BODY = frozenset({"vice-president", "commissioner", "director", "chair", "secretary-general"})
# Offices of a state that are named without it where it goes without saying.
OF_STATE = frozenset({"president", "prime-minister", "foreign-minister", "minister", "speaker"})
_AT = pattern(r"^(?:At|In)\s(?:the\s)?(?P<body>{G}),?\s")


def with_homes(paragraph: Paragraph, group: list[Phrase], words: Lexicon) -> list[Phrase]:
    """The phrases of a paragraph, with the body of those who were met at one and the states of those listed together."""
    found = [
        phrase._replace(home=body) if _lacks(phrase) and (body := _body_at(paragraph, group, number)) else phrase
        for number, phrase in enumerate(group)
    ]
    found = [
        _leading_delegation(paragraph, _of_leaders(paragraph, phrase))
        for phrase in of_assemblies(paragraph, found, words)
    ]
    found = [_on_side(paragraph, _representing(paragraph, _heading(paragraph, phrase))) for phrase in found]
    found[1:] = [_deputy(paragraph, left, right) for left, right in pairwise(found)]
    found[1:] = [_behind_head(paragraph, left, right) for left, right in pairwise(found)]
    begin = 0
    for end, (left, right) in enumerate([*pairwise(group), (None, None)] if group else [], start=1):
        joined = left is not None and right is not None and JOINED.match(paragraph.text[left.end : right.start])
        if left is None or right is None or not joined or _begins_clause(paragraph.text, left, right):
            several = end - begin > 1
            states = tuple(state for phrase in group[begin:end] for state in _states(phrase, words)) if several else ()
            if all(_in_body(phrase) or not _states(phrase, words) for phrase in group[begin:end]):
                # Of which state somebody of a body comes says nothing of those beside him.
                states = ()
            for number in range(begin, end) if several else ():
                found[number] = found[number]._replace(listed=states)
            begin = end
    return _beside(paragraph, found, words)


_DOES = re.compile(
    r" (?:(?:also|then|later|today|yesterday|\w+ly) )*(?:met|held|had|received|visited|discussed|said|addressed|spoke|attended|took|gave|stressed|underlined|urged|called)\b"
)


def _begins_clause(text: str, left: Phrase, right: Phrase) -> bool:
    """Whether somebody behind a comma is the subject to whom the words before lead: “in meetings with A and B, the Minister urged …”."""
    gap = text[left.end : right.start]
    opened = (gap == ", the " and right.name is None) or (
        gap in {", ", ", the "} and _DOES.match(text, right.end) is not None
    )
    return opened and OPENED_BY_TALKS.search(text, max(0, left.start - 300), left.start) is not None


def _deputy(paragraph: Paragraph, left: Phrase, right: Phrase) -> Phrase:
    """The phrase of a deputy listed behind whom he deputizes for: “Council of Europe Secretary General A and Deputy Secretary General B”."""
    if right.name is None or right.home is not None or len(right.offices) != 1 or right.offices[0].rank != "deputy":
        return right
    office = right.offices[0]
    if (
        office.organizations
        or office.post
        or office.portfolio
        or not JOINED.match(paragraph.text[left.end : right.start])
    ):
        return right
    title = office.title.removeprefix("Deputy ")
    heads = [one.organizations[0] for one in left.offices if one.organizations and title in one.title]
    return right._replace(home=heads[0]) if heads and left.name is not None else right


def _leading_delegation(paragraph: Paragraph, phrase: Phrase) -> Phrase:
    """The phrase of somebody who leads an assembly's delegation, by a title that names no body, with the assembly."""
    if not _may_be_of_any_state(phrase) or not any(one.family in _OF_PARLIAMENTARIANS for one in phrase.offices):
        return phrase
    text = paragraph.text
    if not text.endswith("ed by ", 0, phrase.start) and " by " not in text[max(0, phrase.start - 8) : phrase.start]:
        return phrase
    for one in paragraph.names:
        if one.code == "G" and one.entries and one.entries[0].thing.label.endswith("Assembly"):
            led = max(0, phrase.start - 120) <= one.start < phrase.start and _OF_ASSEMBLY_LED.fullmatch(
                text, one.end, phrase.start
            )
            if led:
                return phrase._replace(home=one.entries[0].thing)
    return phrase


def _behind_head(paragraph: Paragraph, left: Phrase, right: Phrase) -> Phrase:
    """The phrase of a vice-president listed right behind who heads a state: “President A, Vice President B and Foreign Minister C”."""
    families = {one.family for one in right.offices}
    if families != {"vice-president"} or right.offices[0].organizations or right.offices[0].portfolio or right.home:
        return right
    heads = len(left.offices) == 1 and left.offices[0].family in _HEADS and not _of_body(left.offices[0])
    behind = heads and JOINED.match(paragraph.text[left.end : right.start]) is not None
    return right._replace(of_state=True) if behind else right


_HEADS = frozenset({"president", "prime-minister"})
_HEADED = re.compile(r",? headed by (?:the )?$")
# “The Delegation of X to the Parliamentary Assembly, headed by …”, “a delegation of the Assembly headed by …”: of the delegation.
DELEGATED = re.compile(r"\b[Dd]elegations?\b(?:[^,;.]{0,40} (?:to|at)| (?:of|from)) (?:the )?$")
# “An OSCE PA delegation led by President X”, “a delegation of the Assembly, headed by Vice-President X”: of the Assembly.
_OF_ASSEMBLY_LED = re.compile(
    r"(?:['’]s?)?(?: \([^()]{1,20}\))?(?: (?:[a-z-]+ ){0,3}(?:delegation|team|group)\b[^,;.]{0,60}?)?,? (?:which (?:is|was) )?(?:led|headed) by (?:the |its |his |her )?$"
)
_OF_PARLIAMENTARIANS = frozenset({"president", "vice-president", "secretary-general"})


# “Estonia was represented by Deputy Prime Minister X and Latvia by State Secretary Y.”
_REPRESENTED = re.compile(r",? (?:was|were|is|are|will be) represented by (?:its |the )?$")
_BY = re.compile(r" by (?:its |the )?$")
# “State Secretary X represented Estonia”, “attended for Estonia”.
_REPRESENTS = re.compile(
    r"(?:,| who|, who)? (?:also )?(?:represented|represents|representing|(?:attended|participated|took part|was present|spoke) (?:for|on behalf of)) (?:the )?$"
)


# “The Armenian delegation was headed by Deputy Minister X, the Moldovan one by State Secretary Y”; “from the Moldovan side, by Y”.
_SIDE_LED = re.compile(
    r"(?:['’]s?)? (?:[a-z]+ )?(?:delegation|side|party|team|one|part)(?: (?:at|in|to|during) [^;,.]{2,60}?)?,?(?: (?:was|were|is|are|will be|would be)(?: also)? (?:headed|led|represented|chaired))?,?(?: by| [–—-]) (?:the |its )?$"
)
_LED_SIDE = re.compile(
    r"(?:,| who|, who)? (?:will |is to )?(?:headed|heads?|led|leads?|represented|represents?) (?:the )?$"
)
_SIDE = re.compile(r"(?:['’]s?)? (?:[a-z]+ )?(?:delegation|side|team)\b(?! (?:of|from)\b)")
# “The delegation of Moldova, headed by State Secretary Y”.
_DELEGATION_OF = re.compile(r"\bdelegation (?:of|from) (?:the )?$")
_THEN_LED = re.compile(r",? (?:led|headed) by (?:the |its )?$")
_LEADING = re.compile(r"\b(?:headed|led|represented|chaired|heads|leads|represents|attended)\b")


def _may_be_of_any_state(phrase: Phrase) -> bool:
    """Whether a phrase names somebody and says nothing of the state or body that he is of."""
    said = phrase.home is not None or any(one.organizations or one.post for one in phrase.offices)
    return phrase.name is not None and not said


def _on_side(paragraph: Paragraph, phrase: Phrase) -> Phrase:
    """The phrase of somebody who leads a state's side or delegation, with that state."""
    if not _may_be_of_any_state(phrase):
        return phrase
    text = paragraph.text
    if not phrase.offices or _LEADING.search(text) is None:
        return phrase
    begin = max(0, phrase.start - 120)
    for one in paragraph.names:
        if one.code not in "SD" or not one.entries:
            continue
        before = begin <= one.start < phrase.start and (
            _SIDE_LED.fullmatch(text, one.end, phrase.start)
            or (
                _THEN_LED.fullmatch(text, one.end, phrase.start)
                and _DELEGATION_OF.search(text, max(0, one.start - 24), one.start)
            )
        )
        behind = phrase.end <= one.start < phrase.end + 40 and _LED_SIDE.fullmatch(text, phrase.end, one.start)
        if before or (behind and _SIDE.match(text, one.end)):
            return phrase._replace(home=one.entries[0].thing)
    return phrase


# “Several Georgian leaders, including President A and Foreign Minister B”: of the same state.
_SOME_OF = re.compile(
    r" (?:[a-z-]+ )?(?:leaders|officials|authorities|ministers|leadership|counterparts|interlocutors|colleagues|representatives|politicians|dignitaries)"
    r"(?:,| –)? (?:including|among them|among others|such as|notably|namely) (?:with )?(?:(?:the|of|for|and|on|its|with|[A-ZÀ-Ž][^\s,;.]*),? )*$"
)


def _of_leaders(paragraph: Paragraph, phrase: Phrase) -> Phrase:
    """The phrase of one of a state's leaders or officials who are named behind these words, with that state."""
    if not phrase.offices or not _may_be_of_any_state(phrase) or "leader" in phrase.offices[0].title.lower():
        return phrase
    begin = max(0, phrase.start - 200)
    for one in paragraph.names:
        near = one.code in "SD" and one.entries and begin <= one.end < phrase.start
        if near and _SOME_OF.fullmatch(paragraph.text, one.end, phrase.start):
            return phrase._replace(home=one.entries[0].thing)
    return phrase


_NEAR = 50
"""Characters behind somebody within which the state stands that he represented."""


def _representing(paragraph: Paragraph, phrase: Phrase) -> Phrase:
    """The phrase of somebody by whom a state is said to have been represented, with that state."""
    if not _may_be_of_any_state(phrase):
        return phrase
    text, begin = paragraph.text, max(0, phrase.start - 34)
    match = _REPRESENTED.search(text, begin, phrase.start) or (
        _BY.search(text, begin, phrase.start) if " represented by " in text[: phrase.start] else None
    )
    states = [one for one in paragraph.names if match is not None and one.code in "SE" and one.end == match.start()]
    if phrase.offices and not states:
        states = [
            one
            for one in paragraph.names
            if one.code in "SE"
            and phrase.end < one.start < phrase.end + _NEAR
            and _REPRESENTS.fullmatch(text, phrase.end, one.start)
            and not text.startswith(("’", "'"), one.end)
        ]
    return phrase._replace(home=states[0].entries[0].thing) if states else phrase


def _heading(paragraph: Paragraph, phrase: Phrase) -> Phrase:
    """The phrase of somebody who heads a body: “the OSCE Mission to Moldova, headed by Ambassador X”."""
    headed = _HEADED.search(paragraph.text, max(0, phrase.start - 16), phrase.start) if phrase.name else None
    if headed is None:
        return phrase
    named = [one for one in paragraph.names if one.code == "G" and one.end == headed.start() and one.entries]
    bodies = [
        one.entries[0].thing
        for one in named
        if one.entries[0].thing.verified and not DELEGATED.search(paragraph.text, max(0, one.start - 80), one.start)
    ]
    return phrase._replace(offices=(*phrase.offices, Office("Head", "head", False, (bodies[0],)))) if bodies else phrase


def _beside(paragraph: Paragraph, group: list[Phrase], words: Lexicon) -> list[Phrase]:
    """The phrases, with the state of the known official named last before each by a title that names no state.

    “Was received by President X and met separately with Foreign Minister Y”: of one state, which goes without saying.
    """
    found: list[Phrase] = []
    last: tuple[int, Thing] | None = None
    for phrase in group:
        sentence = paragraph.sentence_at(phrase.start).start
        near = last if last is not None and phrase.person is None else None
        found.append(phrase._replace(beside=near[1], beside_near=near[0] == sentence) if near is not None else phrase)
        if any(one.family in OF_STATE and _OF_UNLISTED.match(one.portfolio) for one in phrase.offices):
            # “President of Kosovo A, Prime Minister B”: of no state that was named before.
            last = None
        if phrase.person is None or phrase.home is not None or not phrase.offices:
            continue
        if any(one.organizations or one.post or one.family not in OF_STATE for one in phrase.offices):
            continue
        state = words.thing("state", words.nationality.get(phrase.person.key) or "")
        last = (sentence, state) if state is not None else None
    return found


# “Of Kosovo”, but not “of the Assembly”.
_OF_UNLISTED = re.compile(r"of (?=[A-Z])(?!Parliament|Ministers|State)")


def _states(phrase: Phrase, words: Lexicon) -> list[Thing]:
    """The states that a phrase names, else that of a known person."""
    named = [one for office in phrase.offices for one in office.organizations if one.kind == "state"]
    named += [phrase.home] if phrase.home is not None and phrase.home.kind == "state" else []
    if not named and phrase.person is not None:
        state = words.thing("state", words.nationality.get(phrase.person.key) or "")
        return [state] if state is not None else []
    return named


def _of_body(office: Office) -> bool:
    """Whether an office is of an organization or one of its missions, whose people are of many states."""
    owners = [*office.organizations, *([office.post.organization] if office.post is not None else [])]
    return any(one is not None and one.kind != "state" for one in owners)


def _in_body(phrase: Phrase) -> bool:
    return any(_of_body(one) for one in phrase.offices)


def _lacks(phrase: Phrase) -> bool:
    """Whether a person whom no list knows has one office alone, of a body that is not named."""
    if phrase.name is None or phrase.person is not None or phrase.home is not None or len(phrase.offices) != 1:
        return False
    office = phrase.offices[0]
    named = office.organizations or office.post or office.portfolio or office.cut
    return office.family in OF_BODY and not named


def _body_at(paragraph: Paragraph, group: list[Phrase], number: int) -> Thing | None:
    """The body where, as its sentence begins, somebody else met the one of this phrase."""
    sentence = paragraph.sentence_at(group[number].start)
    if number == 0 or group[number - 1].start < sentence.start:
        return None
    names: list[Item] = list(between(paragraph.names, sentence.start, sentence.end))
    match = _AT.match(paragraph.shape(names, sentence.start, sentence.end).text)
    return names[0].entries[0].thing if match is not None and names[0].code == "G" else None
