"""Names and offices that stand in a row, and which office is whose."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from kg.model import Thing
from kg.text.actor_phrase import Phrase
from kg.text.annotate import Paragraph
from kg.text.cover import Cover
from kg.text.office import Office, singular
from kg.text.people import EXPLAINED, HONORIFIC, IN_PARLIAMENT, LETTERS, RESIDENT
from kg.text.rule import Rule
from kg.text.shape import Item

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
    body: Item | None = None


AND_OF = re.compile(r"(?:,|;|[,;]? and|,? as well as)(?: of)?(?: the)? ")


GOVERNED = re.compile(r"\b(?:of|by|with|to|for|from|and|than|that of) (?:(?:the|his|her|their) )?$")


# Before the state that somebody is of: “Emmanuel Macron of France”, “Anna Lund (Estonia)”, “Anna Lund (MP, Estonia)”.
_HOME = re.compile(rf" (?:of|from) (?:the )?| \((?:{IN_PARLIAMENT}, )?(?:the )?")


# “Anna Lund (Norway, ABC)”: the party or group behind the state.
_PARTY = re.compile(r", [A-Z][\w&-]*\)")
# “Counsellor Anna Lund, of Norway's Ministry of Trade”, “at the Embassy of Norway”.
_AT_BODY = re.compile(r",? (?:of|at|from) (?:the )?(?:[A-ZÀ-Ž][\w-]+['’]s? )?")

# What between two of a phrase says nothing of whose office it is: an abbreviation, “from Riga” in a list of envoys.
_BRACKETED = re.compile(rf"^ (?:\([A-Z][A-Za-z]{{1,7}}\)|{RESIDENT})(?=,? )")


# “The Speaker of the Knesset – the Israeli parliament – Anna Lund”.
_EXPLAINED = re.compile(rf"^{EXPLAINED}(?= )")


_HOLDER_ALONE = re.compile(r"(?:Ambassador |Dr\.? |Mr\.? |Ms\.? |Mrs\.? )?(?:[A-ZÀ-Ž][\w’'.-]*\s?){2,4}\)")


_FROM = re.compile(r"^(?P<joint>,? and |, )from (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)?, $")


_FROM_FIRST = re.compile(r"^ from (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+)?, $")


# “The Special Envoy of the Chair, Belgian parliamentarian Anna Lund”.
_CALLED_SO = re.compile(
    r"^, (?:the |a |an )?(?:(?:former|career|senior|veteran|experienced|retired|[A-Z][a-z]+(?:-[A-Z][a-z]+)?) ){0,2}"
    r"(?:parliamentarian|diplomat|politician|lawmaker|legislator|lawyer|academic|statesman|jurist|economist|MP|member of parliament) $"
)


# “Anna Lund, MEP, Chairwoman of the Committee”.
_LETTERS = re.compile(rf", {LETTERS}(?=, )")


def _gap(text: str, left: _Element, right: _Element) -> str:
    """What stands between two elements, without what says nothing of whose an office is."""
    words = text[left.end : right.start]
    if words.startswith(" ("):
        words = _BRACKETED.sub("", words)
        if (
            words == " ("
            and left.office is not None
            and (holder := _HOLDER_ALONE.match(text, right.start)) is not None
            and (not left.office.plural or AND_OF.match(text, holder.end()) is not None)
        ):
            # “The Personal Representative (Anna Lund)”, “the Foreign Ministers of Estonia (Anna Lund) and Latvia (Karel Novy)”.
            return ", "
    if left.office is None and (letters := _LETTERS.match(words)) is not None:
        words = words[letters.end() :]
    if words == " & " and left.office is not None and right.office is not None:
        # “Deputy Prime Minister & Minister for Security Anna Lund”.
        return " and "
    if right.office is not None and words.endswith(("’s ", "'s ")):
        words = _OWNER.sub("", words)
    if left.office is not None and words.startswith((" - ", " – ", " — ")):
        words = _EXPLAINED.sub("", words)
    if left.office is None and right.office is not None and right.office.organizations and _OF_ITS_BODY.match(words):
        # “Anna Lund, the Agency's Director”: the office knows the body.
        return ", "
    if left.office is not None and not left.office.plural and right.office is None and _CALLED_SO.match(words):
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
                element = element._replace(
                    end=home.end + close, home=thing, body=home if home.code == "G" and not close else None
                )
            elif home is not None and close and home.code in "SE" and (party := _PARTY.match(paragraph.text, home.end)):
                element = element._replace(end=party.end(), home=home.entries[0].thing)
            else:
                at = _AT_BODY.match(paragraph.text, element.end)
                body = homes.get(at.end()) if at is not None else None
                if body is not None and body.code == "G":
                    element = element._replace(body=body)
        finished.append(element)
    return finished


def runs(paragraph: Paragraph) -> Iterator[list[_Element]]:
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


def read_run(run: list[_Element], text: str) -> list[Phrase]:
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
            offices = [run[one] for one in own]
            if shared:
                spread, holders = shared[-1], 1
                two = _each_ministry(spread) if between[index + 1 : index + 2] == [" and "] else None
                if two is not None and run[index + 1].office is None:
                    offices = [one._replace(office=two[0]) if one.office is spread else one for one in offices]
                    spread = two[1]
            if not own and between[index] == ", " and " and" in between[index - 1]:
                # “The Ministers of Defence, A and B, C met”: C is none of them.
                spread = None
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


_MINISTRY = r"(?:Foreign Affairs|External Relations|Defen[cs]e|(?:the )?Interior|Internal Affairs|Justice|Finance|Economy|Health|Energy|Agriculture|Transport|Education|Culture)"
_TWO_MINISTRIES = re.compile(rf"of (?P<first>{_MINISTRY}) and (?:of )?(?P<second>{_MINISTRY})")


def _each_ministry(office: Office) -> tuple[Office, Office] | None:
    """The office of each of two ministers: “the Ministers of Foreign Affairs and Defence, A and B”; else nothing."""
    both = _TWO_MINISTRIES.fullmatch(office.portfolio)
    if both is None or not office.plural:
        return None
    return replace(office, portfolio=f"of {both['first']}"), replace(office, portfolio=f"of {both['second']}")


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
    if not touching and _YET_TO_COME.search(text, max(0, run[pending[-1]].start - 40), run[pending[-1]].start):
        return [], pending
    if not touching and _MANY_OF_FIELD.search(text, max(0, run[pending[-1]].start - 30), run[pending[-1]].start):
        many = run[pending[-1]].office
        if many is not None and many.plural and not (many.organizations or many.portfolio):
            return [], pending
    if not touching and _INSERTED.match(text, run[name].end):
        # “He expected of the new head, Lund said, that …”: Lund is another.
        return [], pending
    own = [pending[-1]]
    for one in reversed(pending[:-1]):
        joint = between[own[0]]
        if SERVED.search(text, max(0, run[one].start - 70), run[one].start) or " by " in joint:
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
        heads = (
            office.family in HEADS
            and not (office.organizations or office.portfolio)
            and text.endswith(("The ", "the "), 0, run[one].start)
        )
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


# “Pending the arrival of a new Head of Mission, Lund will …”: she is another.
_YET_TO_COME = re.compile(
    r"\b(?:arrival|appointment|election|nomination|selection|designation) of (?:an?|his|her|its|their) (?:new )?$"
)
# “The Rapporteur on the Independence of Judges, Lund”: they are what the office is about.
_MANY_OF_FIELD = re.compile(r"\b(?:on|for) (?:the )?[A-Z][\w-]+ of (?:the )?$")

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
    r"(?:^|[.!?][”\"]?\s|[–—-] )(?:In [A-Z][^,;.]{1,30}, )?(?:[Ii]n|[Dd]uring|[Aa]fter|[Ff]ollowing|[Aa]t|[Bb]esides|[Aa]longside|[Ii]n addition to|[Aa]part from|[Pp]rior to|[Bb]efore|[Aa]head of) (?:(?:holding|having|conducting) )?(?:(?:an?|the|his|her|their|separate|bilateral) )*(?:meetings?|talks|discussions?|consultations|conversations?) with [^.;]*$"
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


def _of_other_state(office: Office, last: Phrase) -> bool:
    """Whether an office is one of another state than the offices that somebody has behind the name."""
    own = {one for before in last.offices for one in before.organizations if one.kind == "state"}
    states = {one for one in office.organizations if one.kind == "state"}
    return bool(own and states) and own.isdisjoint(states) and len(states) == len(office.organizations)


def _backward(
    run: list[_Element], between: list[str], index: int, forward_style: bool, last: Phrase, text: str
) -> bool:
    """Whether an office after a name is that name's own; one for several people is never."""
    office = run[index].office
    if office is not None and office.plural and " and " not in between[index - 1]:
        return False
    if office is not None and _of_other_state(office, last):
        # “X, the Minister of A, and B's Foreign Minister, Y”: nobody holds office in two states.
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
    # “Prime Minister X, Y, the Minister of A, and …”: a name without an office before it has one behind.
    forward_style = forward_style and bool(last.offices)
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
        body=element.body,
        sure=element.sure or bool(offices),
        name_start=element.name_start or element.start,
        name_end=element.name_end,
        office_items=tuple([one.item for one in offices if one.item is not None]),
    )


def _office_alone(element: _Element) -> Phrase:
    assert element.office is not None and element.item is not None
    return Phrase(element.start, element.end, None, (element.office,), office_items=(element.item,))
