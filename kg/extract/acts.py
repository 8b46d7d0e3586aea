"""Speech acts: who welcomed, condemned, urged or stated what, in reported and in quoted speech.

The verbs are data (`data/lexicon/acts.csv`): a pattern, the act type, and whether the first actor after it is
addressed or only spoken about.
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.extract.actor_lists import ALL, LIST
from kg.extract.view import Party, View, people_of
from kg.model import Act, Confidence, Factuality, Thing
from kg.resources import resource
from kg.text.rule import Rule, Several
from kg.text.shape import pattern

ABOUT = "ASDEGFICH"
SAID = r"(?:(?:also|further|then|later|has|have)\s)*(?:said|stated|added|stressed|emphasi[sz]ed|underlined|noted|continued|concluded|explained|declared|told|warned|commented|remarked|claimed(?!\s(?:responsibility|victory))|says|states|adds|pointed\sout)"


_ALL = rf"(?:{ALL}|[Tt]he\s(?:participants|interlocutors|men|women|diplomats|officials)\b)"
TOGETHER = Rule(rf"\b{_ALL}\s(?:(?:also|then|both|further|jointly|again|strongly|together|\w+ly|each)\s)*$")
TOGETHER_FIRST = re.compile(rf"^\W*(?:[A-Z][^,;]{{0,30}},\s)?{_ALL}\b")


# In the passive and without an agent these are no acts of anybody: “the project is supported”, “had been announced”.
UNSPOKEN = frozenset({"stated", "supported", "called-for", "urged", "agreed", "offered"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of `acts.csv`."""

    act_type: str
    addressed: bool


@cache
def _rows(column: str) -> tuple[dict[str, str], ...]:
    """The rows of `acts.csv` that have something in a column, in order."""
    with resource("data", "lexicon", "acts.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row for row in csv.DictReader(file) if row[column])


@cache
def _lexicon(column: str = "words") -> tuple[Rule, tuple[Verb, ...]]:
    """The verbs of acts as one pattern, and what each of its groups means.

    `first_person` has those behind “I” and “we”, `plural` those of several who do it now: “the Co-Chairs urge”.
    """
    rows = sorted(_rows(column), key=lambda row: -len(row[column]))
    numbered = [
        (row[column], f"(?P<v{number}>{row[column].replace(' ', chr(92) + 's').replace('OSCE', 'osce')})")
        for number, row in enumerate(rows)
    ]
    # Alternatives stand behind their first letter, which most words of a text already fail.
    by_letter: dict[str, list[str]] = {}
    for words, rule in numbered:
        letter = words.lower()[0] if words[0].isalpha() else ""
        by_letter.setdefault(letter, []).append(rule.replace(f">{words[0]}", ">", 1) if letter else rule)
    joined = "|".join(f"{letter}(?:{'|'.join(rules)})" for letter, rules in by_letter.items())
    verbs = tuple(Verb(row["act_type"], row["frame"] == "addressee") for row in rows)
    return pattern(rf"\b(?=[a-z])(?:{joined})(?!\w)"), verbs


class Found(NamedTuple):
    """A verb of an act: its place in a text, its words, and what they tell."""

    start: int
    end: int
    words: str
    verb: Verb


def acts(view: View) -> Iterator[Act]:
    """The speech acts that a sentence tells of."""
    quoted = list(_quoted(view)) if view.paragraph.quotes else []
    wishes = list(_according(view))
    speakers = {act.speaker for act in quoted}
    wishing = {act.speaker for act in wishes}
    for act in _reported(view):
        # “…,” X said: the quotation itself, or the wish that follows, says it better.
        said = act.act_type == "stated"
        if not (said and ((not act.about and act.speaker in speakers) or act.speaker in wishing)):
            yield act
    yield from quoted
    yield from wishes
    yield from _conveyed(view)


FARTHEST_SPEAKER = 12
"""Sentences within which a quotation that names no speaker can still be that of the one before."""


@cache
def _one_by_one(column: str) -> Several:
    """The verbs of acts one by one: a text that can hold none of them is not searched for all."""
    return Several(pattern(row[column].replace("OSCE", "osce")) for row in _rows(column))


# “28 EU Member States”, where “EU Member” may be folded: no verb.
_MEMBER = re.compile(r"(?:\bMember|[\ue000-\uf8ff])\s$")


# “Between the two states”, “the support and assistance”: no verbs.
_NOUNS = frozenset({"states", "support", "demand", "request", "offers", "demands", "requests"})
_DETERMINED = re.compile(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|two|three|four|both|all|many|other|several|some|any|[Mm]ember|[Pp]articipating|neighbouring|[Pp]artner|coastal|between|among|of|with|in|financial|humanitarian|strong|continued|full|political|international|further|mutual)\s$"
)


def verbs_in(text: str, column: str = "words") -> list[Found]:
    """The verbs of acts in a text, in order, with the words of a column of `acts.csv`."""
    if not _one_by_one(column).can_match(text):
        return []
    rule, verbs = _lexicon(column)
    found = []
    lowered = text.lower()
    for match in rule.finditer(lowered if len(lowered) == len(text) else text):
        assert match.lastgroup is not None
        if text.startswith("States", match.start()) and _MEMBER.search(text, 0, match.start()) is not None:
            continue
        if text[match.start() : match.end()] in _NOUNS and _DETERMINED.search(text, 0, match.start()) is not None:
            continue
        found.append(Found(match.start(), match.end(), match[0], verbs[int(match.lastgroup[1:])]))
    return found


_ADDRESSED = rf"^[^;]{{0,40}}?(?P<who>{LIST})(?P<own>['’]s?)?"
_RECEIVED = rf"^\s(?:the\s)?{LIST}(?:;\s(?:and\s)?(?:the\s)?{{A}})*,?\s(?:today\s)?(?:(?:to|in|at)\s(?:the\s)?(?:{{LSG}}|White\sHouse|[A-Z])|(?:at|to)\sa\s|for\s)"
# Those who come and are greeted; “welcomed the participants” of nothing that they did.
_COMERS = re.compile(
    r"^\s(?:all\s)?(?:the\s|his\s|her\s|their\s)?(?:participants|guests?|delegates|delegations?|parliamentarians|visitors|students|graduates|newcomers)\b(?![’'])"
)
# “X was welcomed by Y”, “the participants had been welcomed at a reception”: people are, decisions are by act of speech.
_GREETED = r"(?:{A}|\b(?:he|she|they|participants|guests?|visitors?|delegates|delegations?|parliamentarians)),?\s(?:(?:had|has|have)\s)?(?:was|were|is|are|been)\s(?:\w+ly\s|also\s)?$"
_BY_WHOM = rf"^\sby\s(?P<who>{LIST})(?!['’])"
_NEAR = rf"(?P<who>{LIST})(?P<gap>[^;{{ASEGFH}}]{{0,70}}?)$"
_GAP = re.compile(
    r"^(?:,[^,]{0,60},|,)?\s(?:(?:also|further|then|again|today|strongly|once more|repeatedly|jointly|warmly|expressly|publicly|will|would|has|have|had|and|both|who|earlier|later|in addition|in particular|particularly|firmly|\w+ly|in turn|however|\W),?\s)*$"
)


# What stands between two verbs of one subject: no end of a clause, no other who does something.
_GOES_ON = re.compile(r"[^;]*(?:,|\band|\bbut)\s(?:(?:also|then|further|again|strongly|\w+ly|will|had)\s)*$")
# “Welcomed the co-operation between A and B, and C regretted this.”
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$")
_AND_LAST = re.compile(r",\sand\s(?P<last>[^,]+)$")
# “Said that Y would support it”: what Y does is part of what is said; that Y will is announced.
_CONTENT = re.compile(r"\bthat\s(?:the\s)?$")
# “Talks with X, who welcomed this”: X did.
_WHO = re.compile(r",\swho\s(?:(?:also|then|has|had|both|\w+ly)\s)*$")


# “Noted she supports it”, “said that he welcomed it”: what the speaker says of himself or herself.
_OWN_CONTENT = re.compile(r"\s(?:that\s)?(?:he|she|they)\s(?:(?:also|had|has|have|\w+ly)\s)*")


def _outer(text: str, found: list[Found]) -> list[Found]:
    """The verbs of acts without those in what another one's speaker says of himself or herself."""
    return [
        one
        for number, one in enumerate(found)
        if not number or _OWN_CONTENT.fullmatch(text, found[number - 1].end, one.start) is None
    ]


def _reported(view: View) -> Iterator[Act]:
    text = view.unquoted
    several = _of_several(view)
    verbs = (*(one for one in verbs_in(text) if one.start not in several), *several.values())
    found = _outer(text, sorted(verbs, key=lambda one: one.start))
    if not found:
        return
    main, main_text = view.main_subject, view.main
    last: list[Party] = []
    for number, one in enumerate(found):
        if _is_reception(view, one) or text.startswith("States", one.start):
            # “The OSCE States” say nothing by that.
            continue
        behind = _said_behind(view, one)
        if behind:
            yield from _told_before(view, one, behind, found[:number])
            last = behind
            continue
        if number and _IN_A_PAPER.search(text, found[0].end, one.start) is not None:
            continue
        until = reach(text, found, number)
        # “Y regretted this and called for that”: the second verb has the first one's subject.
        # “X defended it, which Y backed, saying that …”: X said so.
        if number and one.verb.act_type == "supported" and pattern(_VALUED).search(text[: one.start]) is not None:
            continue
        aside = number and main_text[found[number - 1].start] == " " != main_text[one.start]
        goes_on = last and number and not aside and _GOES_ON.match(text, found[number - 1].end, one.start) is not None
        subject = last if goes_on else main
        speakers, factuality, confidence = _speakers(view, one, subject, found[:number])
        if speakers is None and one.start in several and not _SAID_THAT.search(text, 0, one.start):
            speakers, confidence = subject or None, Confidence.MEDIUM
        bare = re.fullmatch(r"welcome|condemn|urge|encourage|support", one.words.split()[0]) is not None
        if bare and one.start not in several and factuality is not Factuality.PLANNED:
            # “Noted the role that their support plays”: a noun, of whomever.
            continue
        last = speakers or []
        if speakers is None:
            continue
        about, addressed = objects(view, text, one, until)
        unnamed: list[Party | None] = [None]
        for speaker in speakers or unnamed:
            yield Act(
                speaker=speaker.thing if speaker is not None else None,
                act_type=one.verb.act_type,
                support=view.support("act.verb", confidence),
                about=tuple(thing for thing in about if speaker is None or thing != speaker.thing),
                addressed_to=tuple(addressed),
                factuality=factuality,
            )


_BEHIND = (
    rf"^\s(?:the\s)?(?P<who>{LIST})(?=[,.;]|\s(?:in|at|on|during|after|following|today|yesterday|when|while)\b|\W*$)"
)


def _said_behind(view: View, one: Found) -> list[Party]:
    """Who says what stands before the verb: “The talks went well, said X.”"""
    text = view.unquoted
    if not text.endswith(", ", 0, one.start) or one.verb.act_type != "stated":
        return []
    content = text[: one.start].rstrip(", ").rpartition("   ")[2]
    match = pattern(_BEHIND).match(text[one.end :]) if len(content.split()) > 2 else None
    return people_of(view.parties(match["who"])) if match is not None else []


def _told_before(view: View, one: Found, speakers: list[Party], earlier: list[Found]) -> Iterator[Act]:
    """The act of those named behind a verb, about what stands before it, from the last verb's clause on."""
    about = view.things(view.unquoted[earlier[-1].end if earlier else 0 : one.start], ABOUT)
    for speaker in speakers:
        yield Act(
            speaker=speaker.thing,
            act_type=one.verb.act_type,
            support=view.support("act.behind", speaker.confidence),
            about=tuple(thing for thing in about if thing != speaker.thing),
        )


# “Stated that Norway valued and supported this”: what it does is part of what is said.
_VALUED = r"\sthat\s(?:the\s)?{SEGFH}\s(?:\w+ly\s|has\s|had\s)*[a-z]+ed\s(?:and|or)\s(?:\w+ly\s)?$"
_SAID_THAT = re.compile(r"\bthat\b")
# “They also addressed the issue and agreed that …”: their talk, of which no act is told, goes on.
_SPOKE_OF = re.compile(
    r"\s(?:(?:also|then|both|further|jointly|\w+ly)\s)*(?:discuss(?:ed)?|addressed|reviewed|exchanged|considered|talked|spoke|touched|took\sstock|examined|debated)\b(?![^;]*\sthat\s[^;]*,?\sand\s)"
)
# What several are called by who speak as one.
_TOGETHER = re.compile(
    r"\b(?:[Cc]o-[Cc]hairs|[Mm]ediators|[Oo]bservers|[Mm]inisters|[Pp]residents|[Ll]eaders|[Aa]mbassadors|[Ss]tates|[Ss]ides|[Pp]arties|[Hh]eads|[Ee]nvoys|[Pp]artners|[Mm]embers|[Rr]epresentatives|[Dd]elegations"
    r"|[Gg]uarantors|[Cc]ountries|[Mm]issions|[Cc]o-[Mm]ediators|[Pp]articipants|[Nn]egotiators|[Pp]rincipals|[Rr]apporteurs|[Aa]uthorities)\b(?!['’])"
)
_FINITE_GAP = re.compile(
    r"(?:,[^,;]{0,60},)?\s(?:(?:also|further|then|again|today|strongly|once more|jointly|unequivocally|hereby|both|therefore|firmly|\w+ly),?\s)*$"
)
_THEY = re.compile(r"^\W*They\s(?:(?:also|further|then|again|strongly|jointly|\w+ly)\s)*$")


def _of_several(view: View) -> dict[int, Found]:
    """The verbs in the present of what several do, by where they stand: “the Co-Chairs condemn this and urge restraint”."""
    text = view.unquoted
    several: dict[int, Found] = {}
    if _first_words().isdisjoint(text.split()):
        return several
    last: Found | None = None
    for one in verbs_in(text, "plural"):
        goes_on = last is not None and _GOES_ON.match(text, last.end, one.start) is not None
        if goes_on or _do_so(view, text[: one.start]):
            several[one.start] = last = one
    return several


@cache
def _first_words() -> frozenset[str]:
    """The words that verbs of several begin with: few sentences have one of them."""
    begun = [re.split(r"[ (]+", row["plural"].removeprefix("(?:take )?"))[0] for row in _rows("plural")]
    return frozenset(word.replace("[sz]", letter) for word in begun for letter in "sz") | {"take"}


def _do_so(view: View, before: str) -> bool:
    """Whether those right before a verb are several: two who are named, or those of one plural word."""
    if _THEY.match(before):
        return True
    match = next(reversed([*pattern(_NEAR).finditer(before)]), None)
    if match is None or not _FINITE_GAP.match(match["gap"]):
        return False
    begin, end = view.shape.source(match.start("who"), match.end("who"))
    words = view.paragraph.text[max(0, begin - 40) : end]
    return len(view.parties(match["who"])) > 1 or _TOGETHER.search(words) is not None


def objects(view: View, text: str, one: Found, until: int) -> tuple[list[Thing], list[Thing]]:
    """What the act of a verb in a sentence's text is about, and to whom it is addressed, as far as `until`."""
    stretch = text[one.end : until]
    owners: list[Thing] = []
    if one.verb.act_type in {"appreciated", "condemned", "welcomed"} and re.search(
        r"\b(?:was|were|is|are|been)\s(?:\w+ly\s|also\s)?$", text[max(0, one.start - 20) : one.start]
    ):
        stretch = text[: one.start]
        owner = pattern(r"^\W*(?:[Tt]he\s)?(?P<who>{SGA})['’]s?\s").search(stretch)
        owners = [party.thing for party in view.parties(owner["who"])] if owner is not None else []
    things = view.things(stretch, ABOUT)
    addressed: list[Thing] = owners if one.verb.act_type == "appreciated" else []
    about = [thing for thing in things if thing not in addressed] if addressed else things
    if one.verb.addressed and not addressed:
        first = pattern(_ADDRESSED).search(text[one.end : until])
        people = pattern(
            r"^[^;]{0,20}?(?P<of>{D})\s(?:authorities|government|side|leadership|parliament|officials)\b"
        ).search(text[one.end : until])
        if people:
            addressed = view.things(people["of"], "D")
            about = [thing for thing in things if thing not in addressed]
        elif first and "for the" not in first[0]:
            addressed = [party.thing for party in view.parties(first["who"])]
            about = [thing for thing in things if thing not in addressed]
    return about, addressed


def reach(text: str, found: list[Found], number: int) -> int:
    """Where what an act is about ends: at the next act's verb, or the sentence's end."""
    if number + 1 < len(found):
        following = found[number + 1].start
        before = text[found[number].end : following]
        cut = max(before.rfind(", "), before.rfind(" and "), before.rfind("; "))
        return found[number].end + cut if cut > 0 else following
    return len(text)


# Behind “called on”: people of whom nothing is asked.
CALLED_ON_ONLY = rf"^\s(?:(?:the\s)?{LIST}|me|us|him|her|them)(?=\s(?:and\s(?:then\s|also\s)?(?:met|held|had|spoke|visited)|in\s{{L}}|at\s|today|yesterday|on\s{{N}}|this\s|in\sorder\sto\s)|[.;]|,\s(?:and|before|then|where|whom?)\b|,\s(?:at|in)\s[^,;.]{{2,60}}[.;]|$)"


# “Offered a reception for X”, “the dinner that X offered”.
_MEALS = r"(?:reception|dinner|lunch|luncheon|breakfast|banquet|supper|toast)"
_MEAL = re.compile(rf"\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?{_MEALS}\b")
_MEAL_THAT = re.compile(rf"\b{_MEALS}\s(?:(?:that|which)\s)?[^,;]{{1,40}}\s$")


def _is_reception(view: View, one: Found) -> bool:
    """“Welcomed” somebody to a place is a meeting, not an act of speech; so is “called on” somebody, and no more."""
    if re.match(r"call\w* on\b", one.words, re.IGNORECASE):
        return pattern(CALLED_ON_ONLY).match(view.unquoted[one.end :]) is not None
    if one.words.startswith("offer"):
        before, after = view.unquoted[: one.start], view.unquoted[one.end :]
        return _MEAL.match(after) is not None or _MEAL_THAT.search(before) is not None
    if not re.match(r"welcom", one.words, re.IGNORECASE):
        return False
    after = view.unquoted[one.end :]
    greeted = pattern(_GREETED, re.IGNORECASE).search(view.unquoted[: one.start]) is not None
    return greeted or _COMERS.match(after) is not None or pattern(_RECEIVED).match(after) is not None


# “By supporting …”, “on strengthening institutions, promoting growth and supporting …”: within what is said.
_WITHIN = re.compile(
    r"\b(?:by|or|of|for|in|on|from|to|without)\s(?:\w+ly\s)?$|\b(?:by|of|for|in|on|including)\s[a-z]+ing\b[^;.]*,?\sand\s(?:\w+ly\s)?$"
)


# “Observed how methods are supporting children”: what others do.
_HOW_THINGS_ARE = re.compile(r"\bhow\s[^;,]{2,60}\s(?:is|are|was|were)\s(?:\w+ly\s|also\s)?$")


# “Began her remarks by stating that …”: she stated it.
_REMARKS_BY = re.compile(
    r"\b(?:began|begins|opened|opens|started|starts|concluded|concludes|ended|ends|closed|closes|continued)\s(?:his|her|their|the)\s(?:[\w-]+\s){0,2}?(?:remarks|speech|address|statement|presentation|intervention|comments)\s(?:by|with)\s$"
)
# “Underlined that they had issued a declaration in which the ministers called for calm”: a part of what is said.
_IN_A_PAPER = re.compile(
    r"\bthat\s[^;]*\b(?:declaration|statement|document|letter|resolution|communiqu[ée]|memorandum|message|paper|appeal)\b[^,;.]{0,30}?,?\s(?:in|by|through)\swhich\s[^;]*$"
)


def _speakers(
    view: View, one: Found, main: list[Party], earlier: list[Found]
) -> tuple[list[Party] | None, Factuality, Confidence]:
    """Who does an act, whether it is done, and how sure that is; None for words that are no act."""
    text = view.unquoted
    before = text[: one.start]
    participle = one.words.split()[0].lower().endswith("ing")
    passive = re.search(r"\b(?:was|were|is|are|has been|have been|been)\s(?:\w+ly\s|also\s)*$", before)
    if participle and main and _REMARKS_BY.search(before) is not None:
        return main, Factuality.HAPPENED, Confidence.HIGH
    if participle and (_WITHIN.search(before) or _HOW_THINGS_ARE.search(before)):
        return None, Factuality.HAPPENED, Confidence.LOW
    if passive and not participle and one.words.split()[0].lower().endswith("ed") and "concerned" not in one.words:
        agent = pattern(_BY_WHOM).search(text[one.end :])
        if agent is None and one.verb.act_type in UNSPOKEN:
            return None, Factuality.HAPPENED, Confidence.LOW
        return (view.parties(agent["who"]) if agent else []), Factuality.HAPPENED, Confidence.HIGH
    if _SAYS_A_PAPER.match(text, one.start) or _WHOEVER.search(before):
        return None, Factuality.HAPPENED, Confidence.LOW
    side = _OF_SIDE.search(before)
    if side is not None and _GAP.match(side["gap"]):
        state = [Party(thing) for thing in view.things(side["state"], "D")]
        return state, Factuality.HAPPENED, Confidence.MEDIUM
    near = list(pattern(_NEAR).finditer(before, view.behind_front))
    direct = bool(near) and not near[-1]["gap"].startswith(("'", "’"))
    joined = bool(near) and re.match(r",?\s(?:and|but|while)\b", near[-1]["gap"]) is not None
    if near and main and _WHO_CLOSED.match(near[-1]["gap"]) and _OBJECT_OF.search(before, 0, near[-1].start()):
        # “X raised the case of Y, who is in prison, and expressed concern”: X did.
        joined = True
    if participle and main and near and near[-1]["gap"].startswith(", ") and not _WHO.match(near[-1]["gap"]):
        # “X met Y, pledging support”: X did.
        return main, Factuality.HAPPENED, Confidence.MEDIUM
    if near and not joined and _GAP.match(near[-1]["gap"]) and not near[-1]["gap"].startswith(("'s", "’s")):
        match = near[-1]
        if _TALKS_WITH.fullmatch(before, 0, match.start()) and not _MEETING_WITH.fullmatch(before, 0, match.start()):
            # “Talks with X underlined the common interest”: the talks did.
            return None, Factuality.HAPPENED, Confidence.LOW
        if _SET_BEFORE.fullmatch(before):
            # “X, in meetings in Y today, stressed the importance”: X did.
            return main or None, Factuality.HAPPENED, Confidence.MEDIUM
        if earlier and _SAID_OF.search(before[: match.start()]) and not match["gap"].startswith(","):
            return None, Factuality.HAPPENED, Confidence.LOW
        preposition = re.search(r"\b(?:of|with|by|for|in|from|to|between|at|on)\s(?:the\s)?$", before[: match.start()])
        if earlier and _CONTENT.search(before[: match.start()]) and not re.search(r"\bwill\b", match["gap"]):
            return None, Factuality.HAPPENED, Confidence.LOW
        between = _BETWEEN.search(before[: match.start()]) and _AND_LAST.search(match["who"])
        if not preposition or between or _WHO.match(match["gap"]) or (not main and "from" not in preposition[0]):
            factuality = (
                Factuality.PLANNED
                if re.search(r"\b(?:will|would|plans to|intends to)\b", match["gap"])
                else Factuality.HAPPENED
            )
            who = between["last"] if between else match["who"]
            if view.only_its_people(who):
                # “OSCE ambassadors call for dialogue”: people of whom nobody is named.
                return [], factuality, Confidence.MEDIUM
            return view.parties(who), factuality, Confidence.HIGH
    joint = TOGETHER.search(before)
    if joint is not None and "participants" in joint[0] and view.document.round_of is not None:
        # Those of a round are more than the persons named.
        joint = None
    if joint is not None:
        several = _both(view, joint.start()) if _BOTH.match(joint[0]) else _only_they(view, joint[0])
        if several or view.document.together:
            return several or _together(view, joint[0]), Factuality.HAPPENED, Confidence.MEDIUM
    body = _body_before(view, before)
    if body:
        return body, Factuality.HAPPENED, Confidence.MEDIUM
    if re.search(r"\b(?:He|She|They|he|she|they)\s(?:(?:also|then|further|\w+ly)\s)*$", before):
        return [], Factuality.HAPPENED, Confidence.MEDIUM
    coordinated = re.search(
        r"(?:,|\band|\bbut|\bwhile)\s(?:(?:also|then|further|again|strongly|\w+ly|will|had)\s)*$", before
    )
    if participle and re.match(r"^\W*$", before):
        return (main or None), Factuality.HAPPENED, Confidence.HIGH
    first = TOGETHER_FIRST.match(text)
    if coordinated and view.document.together and first is not None and (earlier or _SPOKE_OF.match(text, first.end())):
        return _together(view, first[0]), Factuality.HAPPENED, Confidence.MEDIUM
    if coordinated and not main and earlier and re.match(r"\W*(?:He|She|They)\b", text):
        return [], Factuality.HAPPENED, Confidence.MEDIUM
    if (coordinated or participle) and main and (earlier or participle or direct):
        factuality = Factuality.PLANNED if re.search(r"\bwill\s(?:\w+\s)?$", before) else Factuality.HAPPENED
        return main, factuality, Confidence.MEDIUM
    if re.search(r"\b(?:will|would)\s(?:\w+ly\s)?$", before) and main:
        return main, Factuality.PLANNED, Confidence.MEDIUM
    return None, Factuality.HAPPENED, Confidence.LOW


# “Whom he/she supports”: whoever is in an office.
_WHOEVER = re.compile(r"\b(?:he/she|she/he|s/he|he\sor\sshe)\s$")
# “She said the Centre stood ready to help”: what it does is part of what is said.
_SAID_OF = pattern(rf"(?:{{A}}|\b(?:[Hh]e|[Ss]he|[Tt]hey))\s(?:(?:also|further|\w+ly)\s)*(?:{SAID})\s(?:the\s)?$")
_SET_BEFORE = pattern(
    r"\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:[Tt]he\s)?{A},?\s(?:today\s|yesterday\s)?(?:in|at|during|on|after|following)\s(?:(?:an?|the|his|her|separate|bilateral|joint)\s)*"
    r"(?:meetings?|talks|discussions|consultations|conversations?|speech|address|remarks|interview|visit|trip)\b[^,;]{0,90},?\s(?:today\s|yesterday\s)?"
)
# “X met Y, says a statement of the ministry”: the statement does.
_SAYS_A_PAPER = re.compile(
    r"(?:says?|said|reads?|stated|notes|noted|reported?|reports|adds?|added)\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:statement|message|report|(?:press\s)?release|communiqu[ée]|(?:press|information)\s(?:service|office|department))\b"
)
_WHO_CLOSED = re.compile(r",\swho\s[^,;]{3,100},\s(?:and|but)\s(?:also\s)?$")
_OBJECT_OF = re.compile(r"\b(?:case|fate|situation|release|detention|arrest|name)\sof\s[^,;]{0,50}$")
_OF_SIDE = pattern(
    r"(?:^\W*|[,;]\s|\b(?:and|but|while)\s)[Tt]he\s(?P<state>{D})\s(?:side|party)(?P<gap>[^;{ASEGFH}]{0,70}?)$"
)
_TALKS_WITH = pattern(
    r"[^\w\ue000-\uf8ff]*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|An?)\s)?(?!(?:[Ii]n|[Aa]t|[Oo]n|[Dd]uring|[Aa]fter|[Ff]ollowing|[Bb]efore|[Ss]ince|[Hh]olding|[Aa]head|[Pp]rior)\b)(?:[\w-]+\s){0,2}(?i:talks|meetings?|discussions?|conversations?|consultations|negotiations)\s(?:with|between)\s(?:the\s)?(?:{DSG}(?:['’]s?)?\s)?(?:{A}(?:,\s|,?\sand\s))*"
)
# “Meeting with X, Y praised …”: Y did.
_MEETING_WITH = pattern(r"[^\w\ue000-\uf8ff]*(?:{L}[^–—-]{0,40}[–—-]\s)?Meeting\swith\s[^;]*{A},\s(?:the\s)?")
_IT = re.compile(r"^\W*(?:It|They)\s(?:(?:also|then|further|\w+ly)\s)*$")


def _body_before(view: View, before: str) -> list[Party]:
    """The format or body that “it”, or “they” of a format, means at the beginning of a sentence: the one before is about it alone."""
    acting = view.document.acting
    kinds = {"format"} if "They" in before else {"format", "organization", "institution"}
    if (
        ("It" in before and view.main_subject)
        or len(acting) != 1
        or acting[0].kind not in kinds
        or _IT.match(before) is None
    ):
        return []
    return [Party(acting[0], confidence=Confidence.MEDIUM)]


_BOTH = re.compile(
    r"[Bb]oth\s(?!leaders|sides|ministers|presidents|officials|parties|authorities|diplomats|heads|speakers|interlocutors|counterparts|ambassadors|envoys|co-)"
)


def _both(view: View, position: int) -> list[Party]:
    """Whom “both” means: the two named before it in its sentence, in the one before, or as whose subjects two before have.

    Where one speaks to two, they are the two: “She encouraged A and B to meet. Both agreed.”
    """
    from kg.extract.view import views_of_paragraph

    here = _people(view, 0, position)
    if len(here) == 2:
        return here
    siblings = views_of_paragraph(view.document, view.paragraph.index)
    earlier = [
        _people(one, 0, len(one.text)) for one in siblings[max(0, view.sentence.index - 2) : view.sentence.index]
    ]
    if not earlier or here:
        return []
    last = earlier[-1]
    if len(last) == 3:
        return last[1:]
    if len(last) == 1 and len(earlier) == 2 and earlier[0] and earlier[0][0].thing != last[0].thing:
        return [earlier[0][0], last[0]]
    if len(last) != 2 and len(view.document.together) > 2:
        # Of a talk with more people, the two who had sat alone.
        pair = next((one.people for one in reversed(view.document.companies) if len(one.people) == 2), ())
        return [Party(one, confidence=Confidence.MEDIUM) for one in pair]
    return last if len(last) == 2 else []


def _only_they(view: View, words: str) -> list[Party]:
    """Several whom alone the sentence before is about: “The Co-Chairs praised the sides. They also urged …”, of a larger talk."""
    from kg.extract.view import views_of_paragraph

    if not words.startswith(("They", "they")) or view.sentence.index == 0:
        return []
    before = views_of_paragraph(view.document, view.paragraph.index)[view.sentence.index - 1]
    people = people_of(before.main_subject)
    alone = len(people) > 1 and {one.thing for one in people} == {
        one.thing for one in _people(before, 0, len(before.main))
    }
    together = set(view.document.together)
    met = alone and (not together or together > {one.thing for one in people})
    return [one._replace(posts=(), confidence=Confidence.MEDIUM) for one in people] if met else []


def _people(view: View, start: int, end: int) -> list[Party]:
    """The people named in a stretch of a sentence, each once."""
    found = {one.thing.iri.value: one for one in view.parties(view.main[start:end]) if one.thing.kind == "person"}
    return [one._replace(posts=(), confidence=Confidence.MEDIUM) for one in found.values()]


def _together(view: View, words: str) -> list[Party]:
    """Those who sat together last; “the ministers” are those of them who are ministers."""
    kind = re.search(r"\b(?P<kind>minister|president|ambassador)s\b", words.lower())
    everybody = view.document.together
    if kind is not None:
        several = tuple(
            thing
            for thing in everybody
            if any(kind["kind"] in post.label.lower() for post, _ in view.document.posts_of(thing))
        )
        everybody = several if len(several) > 1 else everybody
    return [Party(thing, confidence=Confidence.MEDIUM) for thing in everybody]


def _quoted(view: View) -> Iterator[Act]:
    """What a quoted sentence says, with the one who is quoted as its speaker."""
    paragraph = view.paragraph
    if not _quotes_in(view):
        return
    found = quote_speakers(view)
    if found is None:
        return
    parties, confidence = found
    quoted = "".join(
        character if paragraph.quoted(start) else " "
        for character, start in zip(view.text, view.shape.starts, strict=True)
    )
    about = tuple(view.things(quoted, ABOUT))
    if not quoted.strip():
        return
    told: list[tuple[str, Factuality, tuple[Thing, ...]]] = [
        (
            one.verb.act_type,
            Factuality.PLANNED
            if re.search(r"\b(?:will|shall)\s(?:\w+ly\s)*$", quoted[: one.start])
            else Factuality.HAPPENED,
            tuple(objects(view, quoted, one, len(quoted))[1]) if one.verb.addressed else (),
        )
        for one in sorted((*verbs_in(quoted), *verbs_in(quoted, "first_person")), key=lambda one: one.start)
        if re.search(
            r"\b(?:I|we|We)\s(?:(?:also|will|shall|strongly|fully|firmly|once|again|therefore|both|jointly|\w+ly|must|wish\sto|want\sto|would\slike\sto|continue\sto)\s)*$",
            quoted[: one.start],
        )
    ]
    if re.search(r"\b(?:we|We|I)\s(?:will|shall)\s(?:\w+ly\s)?(?:support|encourage|urge|help)", quoted):
        told.append(("supported" if "support" in quoted else "urged", Factuality.PLANNED, ()))
    # “We must go on” asks nothing of others; “the Organization should and will remain” says what it will do.
    if (
        not told
        and about
        and re.search(r"(?<!\b[Ww]e\s)\b(?:needs?\sto|must|should(?!\sand\swill\b)|has\sto|have\sto)\b", quoted)
    ):
        told = [("called-for", Factuality.HAPPENED, ())]
    for act_type, factuality, addressed in dict.fromkeys(told or [("stated", Factuality.HAPPENED, ())]):
        for party in parties:
            yield Act(
                speaker=party.thing,
                act_type=act_type,
                support=view.support("act.quote", confidence),
                about=tuple(thing for thing in about if thing != party.thing and thing not in addressed),
                addressed_to=addressed,
                factuality=factuality,
            )


def quote_speakers(view: View) -> tuple[list[Party], Confidence] | None:
    """Who is quoted in this sentence: named after the quotation, before it, or by the quotation before."""
    from kg.extract.view import views_of_paragraph

    siblings = views_of_paragraph(view.document, view.paragraph.index)
    position = view.sentence.index
    for step in (0, 1, 2, 3):
        if position + step >= len(siblings):
            break
        other = siblings[position + step]
        if step and not _same_quote(view, other):
            break
        found = _attribution(other)
        if found is not None:
            return found, Confidence.HIGH
        if step and not other.paragraph.quoted(other.sentence.end - 1):
            break
    for step in range(1, min(position, FARTHEST_SPEAKER) + 1):
        other = siblings[position - step]
        found = _attribution(other)
        if found is not None:
            sure = _same_quote(view, other) or other.text.rstrip().endswith(":")
            return found, Confidence.HIGH if sure else Confidence.MEDIUM
    return None


def _quotes_in(view: View) -> list[tuple[int, int]]:
    """The quotations that reach into a sentence."""
    quotes = view.paragraph.quotes
    first = bisect_left(quotes, view.sentence.start, key=lambda quote: quote[1])
    found = []
    for start, end in quotes[first:]:
        if start >= view.sentence.end:
            break
        found.append((start, end))
    return found


def _same_quote(view: View, other: View) -> bool:
    return bool(set(_quotes_in(view)) & set(_quotes_in(other)))


_SAYING = (
    rf"(?P<who>{LIST})\s{SAID}\b",
    rf"\b{SAID}\s(?P<who>{LIST})",
    rf"[Aa]ccording\sto\s(?P<who>{LIST})",
    rf"(?P<who>{LIST}),[^;]{{0,80}},\s{SAID}\b",
    rf"^\W*(?P<who>{LIST}):\s{{3,}}",
)


def _attribution(view: View) -> list[Party] | None:
    """Who a sentence says speaks; names are found once, since the quotations around it ask, too."""
    known, place = view.document.speakers, (view.paragraph.index, view.sentence.index)
    if place not in known:
        known[place] = _named_as_speaking(view)
    if known[place]:
        return known[place]
    if _THEY_SAID.search(view.unquoted):
        return people_of(view.parties("they")) or None
    return None


def _named_as_speaking(view: View) -> list[Party]:
    for rule in _SAYING:
        match = pattern(rule).search(view.unquoted)
        if match is not None:
            parties = [one for one in view.parties(match["who"]) if one.thing.kind != "format"]
            if parties:
                return parties[:1]
    return []


_THEY_SAID = Rule(rf"(?:^|[”\"’,]\s+|\s{{3}})they\s{SAID}\b|\b{SAID}\sthey\b")


_ACCORDING = rf"[Aa]ccording\sto\s(?P<who>{LIST}),\s(?P<rest>[^;]*)"
_WISH = rf"\bit\s(?:is|was|remains|would\sbe)\s(?:vital|important|essential|crucial|necessary|key|imperative)\s(?:for\s(?P<whom>{LIST})\sto|that\s(?P<that>{LIST}))"


@cache
def _wishes() -> Several:
    return Several(map(pattern, (_ACCORDING, _WISH)))


def _according(view: View) -> Iterator[Act]:
    """“According to X, it is vital for Y to …”: X calls for something of Y."""
    if not _wishes().can_match(view.unquoted):
        return
    match = pattern(_ACCORDING).search(view.unquoted)
    wish = pattern(_WISH).search(view.unquoted)
    if wish is None and match is None:
        return
    speakers = view.parties(match["who"]) if match else view.main_subject
    if not speakers:
        return
    addressed = [party.thing for party in view.parties((wish["whom"] or wish["that"]) if wish else None)]
    rest = view.unquoted[wish.end() :] if wish else (match["rest"] if match else "")
    about = [thing for thing in view.things(rest, ABOUT) if thing not in addressed]
    yield Act(
        speaker=speakers[0].thing,
        act_type="called-for" if wish else "stated",
        support=view.support("act.according"),
        about=tuple(about),
        addressed_to=tuple(addressed),
    )


CONVEYED = (
    rf"(?P<by>{LIST})\s(?:conveyed|delivered|passed\son|read\sout|transmitted)\s(?:the\s)?(?P<who>{LIST})['’]s?\s(?P<what>[^;.]{{3,60}}?)(?:\sto\s(?P<whom>{LIST})|[,.;]|$)",
    rf"\b(?P<what>message|statement|greetings|letter|address|thanks)\s(?:of|from|by)\s(?:the\s)?(?P<who>{LIST})\s(?:was|were)\s(?:delivered|conveyed|read(?:\sout)?|presented)\s(?:to\s(?P<whom>{LIST})\s)?by\s(?P<by>{LIST})",
)


_OF_CONVEYED = Rule(r"\b(?:convey|deliver|pass|read|transmit|present)")


def _conveyed(view: View) -> Iterator[Act]:
    """What somebody only delivers for another: the other is its speaker."""
    if not _OF_CONVEYED.stands_in(view.main):
        return
    for rule in CONVEYED:
        for match in view.search(rule):
            speakers, messengers = view.parties(match["who"]), view.parties(match["by"])
            if not speakers or not messengers:
                continue
            thanks = re.search(r"thanks|gratitude|appreciation|congratulations", match["what"])
            support = re.search(r"support", match["what"])
            whom = view.parties(match["whom"])
            yield Act(
                speaker=speakers[0].thing,
                act_type="appreciated" if thanks else ("supported" if support else "stated"),
                support=view.support("act.conveyed"),
                addressed_to=tuple(party.thing for party in whom),
                conveyed_by=messengers[0].thing,
            )
