"""Whom “he” and “she” mean: the person whom the sentence before is about."""

import re

from kg.model import Confidence, Thing
from kg.text.annotate import Paragraph
from kg.text.document import Actor, Document
from kg.text.name_words import gender_of
from kg.text.rule import Rule
from kg.text.shape import Item, between

_ANY = Rule(r"(?:[Hh]e|[Ss]he)\b")
PRONOUN = re.compile(r"[Hh]e\b|[Ss]he\b")
# What a pronoun that opens a clause stands behind, if anything.
OPENING = tuple('. |! |? |” |" |and |, |; |“|that |whom |where |when |which |as |while '.split("|"))


# “In Bender she saw …”: a pronoun behind where or when.
BEHIND_SETTING = re.compile(
    r"(?:In|On|At|Over|With|Around|Late|Shortly|Subsequently|Later|Then|Today|Tomorrow|Yesterday|Earlier|Before|After|During|There|Afterwards|This|That|Also|From|Here|Finally|Last|Next|Upon|Following|Throughout|The\s(?:(?:following|next|previous|same)\s(?:day|morning|afternoon|evening|night)|(?:day|evening|night)\s(?:before|after)))\b(?:[^;]{0,80}?|(?<=With)[^;]{0,200}?),?\s(?P<pronoun>he|she)\s"
)


# What the one whom a release is about does in it: journeys and meetings.
JOURNEY = re.compile(
    r"(?:\s(?:and|together\swith)\s(?:the\s)?[A-Z][^,;]{2,50}?)?\s(?:(?:also|then|later|first|today|earlier|already|had|has|will|is|was|to|due|expected|plans|hopes|intends)\s)*"
    r"(?:meets?|met|held|holds?|had\s(?:a|an|talks|meetings|separate)|ha[ds]\sa|visit(?:s|ed)?|travel(?:s|l?ed)?|arriv(?:es|ed)|spoke|was\sreceived|received|return(?:s|ed)?|see|saw|pay|paid|call(?:s|ed)\son|attend(?:s|ed)?|addressed|went|drove|flew|rang|reached|took|telephoned|saw|tour(?:s|ed)|host(?:s|ed)?|conven(?:es|ed)|confer(?:s|red)|consult(?:s|ed)|discuss(?:es|ed)"
    r"|brief(?:s|ed)|deliver(?:s|ed)|exchang(?:es|ed)|conclud(?:es|ed)|beg(?:an|ins)|open(?:s|ed)|continu(?:es|ed)|proceed(?:s|ed)|join(?:s|ed)|inspect(?:s|ed)|receive|brief|host|raise[sd]|welcom(?:es|ed)|chair(?:s|ed)?)\b"
)


# Participles that open a sentence before its subject: “Thanking X for her work, he …”.
_PARTICIPLE = r"(?:Having(?:\s(?:\w+ly|also|first|just))?\s(?:been\s)?\w+|Meeting|Receiving|Hosting|Welcoming|Briefing|Addressing|Thanking|Congratulating|Greeting|Joining|Seeing|Accompanying|Telling|Asking|Urging|Quoting|Answering|Recalling|Referring|Turning|Commenting|Praising|Replying|Responding|Speaking|Talking|Writing)"
# A phrase that opens a sentence and names with whom its subject did something.
_FRONTED = re.compile(
    r"(?:(?:In|At|During|After|Following|Before|On|Over)\s[^;]{0,60}?\b(?:talks|meetings?|conversations?|discussions?|consultations?|negotiations|audience|briefing|lunch|dinner|breakfast|calls?|exchanges?(?:\sof\sviews)?)(?:\s[^.;,]{0,40}?)?\s(?:with|between)"
    r"|(?:After|Before|Following|While|When|Upon)\s(?:also\s|first\s)?(?:meeting|seeing|receiving|hosting|briefing|welcoming|being\sreceived\sby|having\smet|speaking\s(?:to|with)|talking\s(?:to|with)|conferring\swith)"
    rf"|{_PARTICIPLE}"
    r"|With|(?:Besides|In\saddition\sto|A(?:part|side)\sfrom)|(?:Together|Along|Jointly)\swith|Alongside|(?:Instead|In\s(?:the\s)?(?:place|absence|stead))\sof|Like|Unlike|(?:Accompanied|Joined|Flanked|Invited|Received)\sby"
    # “Delivering a speech on behalf of X, he …”.
    r"|On\sbehalf\sof|Representing|Standing\sin\sfor|[A-Z][a-z]+ing\b[^;]{0,80}?\s(?:on\sbehalf\sof|in\sthe\s(?:name|absence)\sof|in\splace\sof))\s[^;]*,\s$"
    # “With X, who directs the office, and Y she went through the draft”.
    r"|With\s[^;]{5,200}?\sand\s(?:the\s)?[A-Z][^;]{3,80}\s$"
)
# Only whom somebody else is to meet, or met: “Meetings are scheduled with X and Y”.
_ONLY_MET = re.compile(
    r"(?:(?:Further|Other|Additional|Separate|Bilateral|Working)\s)?(?:[Mm]eetings?|[Tt]alks|[Cc]onsultations|[Dd]iscussions|[Cc]onversations|[Cc]alls)"
    r"\s(?:(?:is|are|was|were|will|have|has|had|also|be|been|being)\s){1,4}(?:scheduled|planned|foreseen|envisaged|arranged|expected|held|due|set\sup|organi[sz]ed)\b[^;]{0,40}?\swith\s"
    r"|(?:(?:His|Her|The)\s(?:[a-z]+\s){0,2}?(?:programme|program|agenda|schedule|itinerary)|Also\son\s(?:his|her|the)\s(?:programme|agenda|schedule))\s(?:also\s)?(?:includes?|included|features?|provides?\sfor|foresees?|are|were)\s[^;]{0,60}?\s(?:meetings?|talks|consultations|discussions|conversations)\s[^;]{0,30}?\bwith\s"
    # “The Representative's programme in X included A, B and C”, “among his interlocutors were A and B”.
    r"|(?:[Aa]mong\s)?[^;,.]{0,60}?(?:['’]s|\b(?:[Hh]is|[Hh]er|[Tt]he))\s(?:[\w-]+\s){0,2}?(?:programme|program|agenda|schedule|itinerary|interlocutors?|partners|hosts)\b[^;,]{0,60}?\s(?:included|includes|were|was|are|features|featured|comprised)\s(?:the\s)?"
    r"|Among\sthose\s(?:with\s)?whom\s"
)
# “A and B are among those whom she will meet”: she is neither.
_AMONG = re.compile(r"\bamong\sthose\s(?:with\s)?whom\s$")
# “A meeting with X followed.”: told of the one whom the text was about before.
_WITH_WHOM = re.compile(
    r"(?![^;]*,\s$)(?:\[?[A-Z][\w’']*\s)(?:[\w’'-]+\s)*?(?:talks|meetings?|conversations?|discussions?|consultations?|negotiations|audience|briefing|lunch|dinner|breakfast|calls?|exchanges?|exchanges?\sof\sviews)\s(?:[\w’'-]+\s){0,5}?with\s(?:the\s)?$"
)
_MERE_LIST = re.compile(r"(?:[\s,.;]|\b(?:and|as\swell\sas|with|the|also|of|for|to|[A-Z][\w’'.-]*)(?![\w]))*")
# Said of another whose journey or meetings a sentence reports: then “he” behind it is that one.
TRAVELS = re.compile(
    r"(?:,[^,;]{2,120},)?\s(?:(?:also|today|will|is|was|to|has|had|due)\s)*(?:is\spaying|paying|pays?|paid|visits?|visited|visiting|arriv(?:es|ed)|travel(?:s|led)?|on\sa\s(?:[\w-]+\s){0,2}visit|toured)\b"
)


def pronouns(document: Document) -> None:
    """“He” and “she” go to the person whom the sentence before is about, or to the last one whom the word fits."""
    subjects: list[Thing] = []
    named: list[Thing] = []
    hero = document.protagonist = _protagonist(document)
    travels = False
    for paragraph, actors in zip(document.paragraphs, document.actors, strict=True):
        added: list[Item] = []
        any_pronoun, since = _ANY.stands_in(paragraph.text), 0
        for sentence in paragraph.sentences:
            before = len(added)
            inside = between(actors, sentence.start, sentence.end)
            people = [
                one
                for one in inside
                if isinstance(one.payload, Actor)
                and len(one.payload.things) == 1
                and one.payload.things[0].kind == "person"
                and not paragraph.quoted(one.start)
            ]
            fronted, matches = False, _found(paragraph, sentence.start, sentence.end) if any_pronoun else []
            for match in matches:
                begin = _place(match)
                end = match.end() - len(match[0]) + len(match[0].rstrip())
                earlier = [one for one in people if one.end <= begin]
                opened = added[before:]
                if earlier and any(
                    one is not None
                    for one in (
                        _FRONTED.match(paragraph.text, sentence.start, begin),
                        _AMONG.search(paragraph.text, sentence.start, begin),
                    )
                ):
                    # “In separate talks with X, he …”: another than X.
                    earlier, fronted = [], not opened
                if opened and not (people and people[0].start < opened[0].start):
                    earlier = opened[:1]
                pronoun = paragraph.text[begin:end].lower()
                earlier = _behind_semicolon(paragraph, sentence.start, begin, earlier)
                before_it = [_person(one) for one in earlier]
                ahead = next(
                    (
                        _person(one)
                        for one in people
                        if one.start > begin and _THEN_DOES.match(paragraph.text, one.end, sentence.end)
                    ),
                    None,
                )
                told = _told_before(actors, added, since, sentence.start)
                elsewhere = travels or (bool(told) and hero not in told)
                told_of = _whose_clause(paragraph, sentence.start, begin, earlier)
                if told_of is not None and fits(told_of, pronoun):
                    meant: Thing | None = told_of
                elif ahead is not None and not earlier and _AHEAD.match(paragraph.text, sentence.start, begin):
                    meant = ahead if fits(ahead, pronoun) else None
                elif (
                    hero is not None
                    and not (elsewhere and subjects and fits(subjects[-1], pronoun))
                    and (subjects or paragraph.index > 1)
                    and not any(fits(one, pronoun) for one in before_it)
                    and fits(hero, pronoun)
                    and JOURNEY.match(paragraph.text, end, sentence.end)
                ):
                    meant = hero
                else:
                    meant = _meant(pronoun, before_it, subjects, named)
                if meant is not None:
                    payload = Actor((meant,), (), "pronoun", Confidence.MEDIUM)
                    added.append(Item(begin, end, "A", payload=payload))
            opening = added[before:]
            travels = bool(people) and TRAVELS.match(paragraph.text, people[0].end, sentence.end) is not None
            if any_pronoun and people and _only_objects(people, paragraph, sentence.start, sentence.end):
                since = sentence.end
            elif people or opening:
                told_first = (
                    people and not (fronted and opening) and not (opening and opening[0].start < people[0].start)
                )
                about = _subject(people, paragraph, sentence.start, sentence.end) if told_first else None
                subjects.append(about or _person(opening[0]))
            if people:
                named = [_person(one) for one in people]
        if added:
            actors.extend(added)
            actors.sort(key=lambda item: item.start)


# “Speaking in X, where he attends a session, Y said”: who is named behind the opening.
_AHEAD = re.compile(
    r"(?:Speaking|Attending|Addressing|Visiting|Arriving|Travelling|Returning)\s[^,;]{2,60},\s(?:where|when|which|while)\s$"
)
# Behind one who is the subject: “where he met A, B said”, not “where he met B, he said”.
_THEN_DOES = re.compile(
    r"(?![^;.]*,\s(?:s?he)\s)(?:,\s[^,;.]{2,90})?,?\s(?:(?:also|today|yesterday|again|on\s\w+day|has|had|will|\w+ly)\s)*(?:says?|said|told|tells|gave|made|took|spoke|met|held|drew|saw|set|[a-z]+(?:ed|es))\b"
)


# “X was briefed by Y, who had returned from Z, where he met …”: Y did.
_WHO = re.compile(r",? who (?!(?:told|asked|informed|assured|invited|urged)\b)[^,;.“”]{3,120},? (?:where|when) $")


def _whose_clause(paragraph: Paragraph, start: int, position: int, before: list[Item]) -> Thing | None:
    """Whom the relative clause in which a pronoun stands is about, by the people named before it in the sentence."""
    clause = _WHO.search(paragraph.text, start, position)
    about = [one for one in before if clause is not None and one.end == clause.start()]
    return _person(about[0]) if about else None


def _behind_semicolon(paragraph: Paragraph, start: int, position: int, before: list[Item]) -> list[Item]:
    """Those of the people before a pronoun who stand behind the last semicolon, else all: “the report is X's; Y has announced that he …”."""
    parted = paragraph.text.rfind("; ", start, position)
    return [one for one in before if one.start > parted] or before


def _found(paragraph: Paragraph, start: int, end: int) -> list[re.Match[str]]:
    """The pronouns outside quotations that open a clause of a sentence, or stand behind where or when, in order."""
    text = paragraph.text
    matches = [
        one for one in PRONOUN.finditer(text, start, end) if not one.start() or text.endswith(OPENING, 0, one.start())
    ]
    # “… and on Tuesday he met X”.
    found = {_place(one) for one in matches}
    matches += [one for one in _AND_SETTING.finditer(text, start, end) if one.start("pronoun") not in found]
    matches.sort(key=_place)
    behind = BEHIND_SETTING.match(text, start, end)
    if behind is not None and all(one.start() != behind.start("pronoun") for one in matches):
        matches.append(behind)
        matches.sort(key=_place)
    return [one for one in matches if not paragraph.quoted(_place(one))]


_AND_SETTING = re.compile(
    r"(?:;|,?\s(?:and|but))\s(?:[Oo]n|[Ii]n|[Aa]t|[Oo]ver|[Ll]ater|[Tt]hen|[Ee]arlier|[Bb]efore|[Dd]uring|[Tt]oday|[Yy]esterday|[Tt]his|[Ll]ast)\s[^;,“”A-Z]{0,20}(?:[A-Z][\w’-]+\s[^;,“”A-Z]{0,30})??(?<=\s)(?P<pronoun>he|she)\s"
)


def _person(item: Item) -> Thing:
    """The one for whom an actor's item stands."""
    return item.payload.things[0]  # type: ignore[attr-defined, no-any-return]


def _told_before(actors: list[Item], added: list[Item], since: int, start: int) -> list[Thing]:
    """The people of a paragraph between two offsets, those whom pronouns mean there among them."""
    before = [one.payload for one in (*actors, *added) if since <= one.start < start and isinstance(one.payload, Actor)]
    return [thing for actor in before for thing in actor.things if thing.kind == "person"]


def _place(match: re.Match[str]) -> int:
    """Where the pronoun of a match stands."""
    return match.start("pronoun") if "pronoun" in match.re.groupindex else match.start()


# “At the request of X, Y travelled to …”, “Accompanied by X, Y attended …”: the doings are Y's.
_AT_WHOSE = re.compile(
    r"\b(?:Accompanied|Joined|Flanked)\sby\s(?:the\s)?$|\b(?:[Aa]t|[Oo]n|[Uu]pon)\s(?:the\s)?(?:request|invitation|behest|initiative|instructions?|proposal)\s(?:of|from)\s(?:the\s)?$"
)


def _protagonist(document: Document) -> Thing | None:
    """Whose doings a release reports: the first person whom its text names, else its headline."""
    read = [*zip(document.paragraphs, document.actors, strict=True)]
    titled = {_person(one) for title, actors in read[:1] for one in _people_doing(title, actors)}
    for paragraph, actors in (*read[1:2], *read[:1]):
        people = _people_doing(paragraph, actors)
        if people:
            return next((one for one in _behind_opening(paragraph, people) if one in titled), _person(people[0]))
    return None


def _people_doing(paragraph: Paragraph, actors: list[Item]) -> list[Item]:
    """The single people whom a paragraph names, outside quotations and not as those at whose side or call another acts."""
    return [
        item
        for item in actors
        if isinstance(item.payload, Actor)
        and len(item.payload.things) == 1
        and item.payload.things[0].kind == "person"
        and not paragraph.quoted(item.start)
        and _AT_WHOSE.search(paragraph.text, max(0, item.start - 40), item.start) is None
    ]


def _behind_opening(paragraph: Paragraph, people: list[Item]) -> list[Thing]:
    """Those named behind an opening in which the first is named: “With a call on X, Y ended her tour.”"""
    first, sentence = people[0], paragraph.sentence_at(people[0].start)
    opened = _SPEAKING_TO.match(paragraph.text, sentence.start, sentence.end)
    if opened is None or first.start >= opened.end():
        return []
    begin = max(opened.end(), first.end)
    return [_person(one) for one in people if begin <= one.start < sentence.end]


def _meant(pronoun: str, earlier: list[Thing], subjects: list[Thing], named: list[Thing]) -> Thing | None:
    """Whom a pronoun means: somebody of its sentence, whom the one before is about, or the last whom it fits.

    `named` are the people of the sentence before; one of them who is not its subject is meant where she alone fits.
    """
    fitting = [one for one in earlier if fits(one, pronoun)]
    if fitting:
        return fitting[0]
    if not subjects or fits(subjects[-1], pronoun):
        return subjects[-1] if subjects else None
    others = {one.iri.value: one for one in named if fits(one, pronoun)}
    if len(others) == 1:
        return next(iter(others.values()))
    return next((one for one in reversed(subjects) if fits(one, pronoun)), None)


def fits(person: Thing, pronoun: str) -> bool:
    """Whether somebody can be the `he` or `she` of a text: the first name is not one of the other gender's."""
    gender = gender_of(person.label.split()[0])
    return gender is None or gender == ("female" if pronoun == "she" else "male")


# “Speaking to X at noon, Y said …”: about Y.
_SPEAKING_TO = re.compile(
    rf"(?:{_PARTICIPLE}|"
    r"(?:After|Following|Before|While|On|Upon|When)\s(?:meeting|receiving|seeing)(?:\swith)?|(?:In|At|During|After|Following|Before|Over)\s[^.;,]{0,50}?\bwith|With)\s[^;]{3,160}?,\s(?=(?:the\s)?[A-Z]|the\s)"
)


# “Speaking at the session, which was opened by X, Y said …”: before X, whom it is not about.
_BY_WHOM = re.compile(
    r",\s(?:which|that)\s(?:was|is|were|are|had\sbeen)\s[^,;]{0,40}\bby\s(?:the\s)?(?:[A-ZÀ-Ž][\w.’-]*\s|(?:of|for|and|the)\s){0,12}$"
)


def _only_objects(people: list[Item], paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a sentence only lists people: whom another is to meet, or a list without a verb that a break cut off."""
    if any(one.match(paragraph.text, start, people[0].start) is not None for one in (_ONLY_MET, _WITH_WHOM)):
        return True
    if people[0].start > start or len(people) < 2:
        return False
    ends = [*(one.start for one in people[1:]), end]
    return all(
        _MERE_LIST.fullmatch(paragraph.text, one.end, until) is not None
        for one, until in zip(people, ends, strict=True)
    )


def _subject(people: list[Item], paragraph: Paragraph, start: int, end: int) -> Thing:
    """Whom a sentence is about: the one who speaks after a closing quotation, else the first one named."""
    opened = _SPEAKING_TO.match(paragraph.text, start, end)
    behind = [item for item in people if item.start >= opened.end()] if opened is not None else []
    if behind and len(behind) < len(people):
        return _person(behind[0])
    told_by = [one for one in people if _BY_WHOM.search(paragraph.text, start, one.start) is not None]
    people = [one for one in people if one not in told_by] or people
    for item in people:
        after = paragraph.text[item.end : item.end + 12]
        before = paragraph.text[max(start, item.start - 14) : item.start]
        if re.match(r" (?:said|stated|added|stressed|noted)\b", after) or re.search(
            r"(?:said|added|stated|noted) $", before
        ):
            return item.payload.things[0]  # type: ignore[attr-defined, no-any-return]
    return people[0].payload.things[0]  # type: ignore[attr-defined, no-any-return]
