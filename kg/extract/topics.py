"""What a meeting was about, as far as the text says that it was discussed there."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import ALL
from kg.extract.draft import Draft
from kg.extract.needing import needing
from kg.extract.view import View
from kg.model import Factuality, Thing
from kg.text.rule import Trigger
from kg.text.shape import pattern

TOPICS = "FICTG"
ABOUT = r"\b(?:discuss(?:es|ed|ing)?|(?:exchange\w*\s(?:[a-z-]+\s){0,2}views|talks?|meeting|discussions?|spoke|focus\w*|centred|centered|touched|consult\w+|conversation|briefed\s\S+)\s(?:[\w,]+\s){0,4}?(?:on|about|upon|regarding|concerning)|\bcalls?\s(?:[\w,]+\s){0,6}?about|touched\s(?:up)?on|covered|addressed|agenda\s(?:of\s[^;,]{0,30}\s)?included|raised)\b"
EXCLUDED = (
    r"\b(?:not\son\sthe\sagenda|without\sdiscussing|not\sdiscussed|will\sdiscuss|would\sdiscuss|to\sbe\sdiscussed)\b"
)


def topics(view: View) -> Iterator[Thing]:
    """The formats, instruments, conflicts, bodies and fields that a sentence says were discussed."""
    text = view.unquoted
    match = pattern(ABOUT).search(text)
    if match is None:
        return
    if re.search(r"\bwithout\s$", text[: match.start()]):
        return
    stretch = text[match.end() :]
    cut = pattern(r";").search(stretch)
    if cut is not None:
        stretch = stretch[: cut.start()]
    excluded = pattern(EXCLUDED).search(stretch)
    if excluded is not None:
        return
    yield from _named(view, stretch)


# “The situation in Georgia”: a state is a subject where what goes on in it is.
_SITUATION = (
    r"\b(?:situations?|developments|events|crisis|conflict|hostilities|tensions|violence|fighting|war|unrest|(?:military\s)activities)\s(?:[a-z]+\s){0,3}?(?:in\s(?:and\saround\s)?|around\s|(?:at|on|along|near)\sthe\sborders?\s(?:of|with)\s)"
    r"(?P<where>(?:the\s(?:(?:east|south|north|west)(?:ern\spart)?\sof\s(?:the\s)?)?)?{SELR}(?:(?:,\s|,?\sand\s)(?:in\s)?(?:the\s)?{SELR})*)"
)


def _named(view: View, stretch: str) -> Iterator[Thing]:
    """The subjects in a stretch: no bodies that are only named, and states only where what goes on there is meant."""
    for thing in view.things(stretch, TOPICS):
        if thing.kind not in {"institution", "organization"} or thing.category == "DecisionBody":
            yield thing
    for match in pattern(_SITUATION).finditer(stretch):
        yield from view.things(match["where"], "SELR")
    issues = pattern(_ISSUES).search(stretch)
    for part in _PARTED.split(issues["list"] or issues["listed"]) if issues is not None else ():
        if pattern(r"(?:the\s)?{SER}").fullmatch(part):
            yield from view.things(part, "SER")


# “A range of issues, including trade, Georgia and the Sudan”: what stands alone in such a list is a subject, too.
_ISSUES = r"\b(?:issues|topics|questions|matters|subjects|themes|crises)\b[^;.{SER}]{0,60}?(?:\s(?:including|such\sas|among\sthem|like|from)\s(?P<list>[^;.]*)|:\s(?P<listed>[^.]*))"
_PARTED = re.compile(
    r"[,;]\s(?:and\s)?|\sand\s|\sas\swell\sas\s|\.?\s*$"
    # Behind the list, where it was that these were discussed.
    r"|,?\s(?:at|in|during|over)\s(?:(?:an?|the|their|his|her)\s)?(?:[\w-]+\s)?(?:meetings?|talks|discussions|conversations?|consultations|lunch|dinner|call)\b.*$"
)


_OF_FOCUS = Trigger(
    r"\b(?:[Dd]iscuss|[Tt]alks\b|[Cc]onversations\b|[Cc]onsultations\b|[Dd]ebate\b|exchanged\b|reviewed\b|raised\b|spoke\b|talked\b|considered\b|addressed\b|touched\b|covered\b|dwel(?:t|led)\b"
    r"|attention\b|emphasis\b|[Tt]opics?\b|[Ss]ubjects?\b|[Rr]eference\b)",
    r"at the cent(?:re|er) of",
)
_FOCUS = (
    r"^\W*(?:[A-Z][^,;]{0,30},\s)?(?:(?:[Tt]he|[Tt]heir|[Ff]urther)\s){0,2}(?P<noun>[Dd]iscussions?|[Tt]alks|[Cc]onversations|[Cc]onsultations|[Dd]ebate)"
    r"\s(?:(?:also|mainly|then|[a-z]+ly|was|were)\s){0,2}(?:focuss?(?:ed)?\son|cent(?:re|er)e?d\s(?:on|around)|covered|dealt\swith|concerned|touched\s(?:up)?on"
    r"|revolved\saround|dominated\sby|devoted\sto)\s(?P<rest>[^;]*)"
)
_WITH = (
    r"^\W*[Ww]ith\s(?:the\s)?(?P<other>{A}),?\s(?:the\s)?(?P<one>{A}|he|she|they)\s(?:(?:also|then)\s)?"
    r"(?:discussed|exchanged\sviews\s(?:on|about)|reviewed|spoke\sabout|talked\sabout|raised)\s(?P<rest>[^;]*)"
    r"|^\W*(?:(?:During|At|In)\s[^,;{A}]{0,60},\s)?(?:[Tt]he\s)?(?P<pair>{A}\sand\s(?:the\s)?{A})\s(?:also\s)?discussed\s(?P<more>[^;]*)"
)
# What those who had sat together talked about, told without another word for their meeting.
_MEETING = r"(?:meetings?|talks|conversations?|discussions?|consultations?|negotiations|call|agenda|exchange)"
_ADVERBS = r"(?:(?:also|then|further|especially|mainly|\w+ly)\s){0,2}"
_OF_ALL = (
    # “The sides also touched upon F”, “the interlocutors exchanged detailed views regarding F”.
    rf"^\W*(?:[A-Z][^,;]{{0,60}},\s)?(?:{ALL}|[Tt]he\s(?:two\s)?(?:diplomats|politicians|counterparts|officials|{{A}}(?=\s(?:also\s)?exchanged)))\s{_ADVERBS}"
    r"(?:discussed|reviewed|considered|addressed|touched\s(?:up)?on|dwelt\s(?:up)?on|dwelled\s(?:up)?on|talked\sabout|spoke\sabout|covered|raised|took\sstock\sof"
    rf"|exchanged\s(?:[a-z-]+\s){{0,2}}(?:views|opinions|ideas)\s(?:on|about|regarding|concerning|over))\s{_ADVERBS}(?P<rest>[^;]*)",
    # “Said they had discussed quite a few issues: F; Georgia; and Ukraine”.
    rf"(?:^\W*(?:[A-Z][^,;]{{0,60}},\s)?|\s(?:said|noted|added|stated)\s(?:that\s)?)(?:{ALL})\s(?:had\s)?{_ADVERBS}(?:discussed|reviewed|considered|addressed|touched\s(?:up)?on|talked\sabout|covered|raised)\s(?P<rest>[^;:.]{{0,60}}\b(?:issues|topics|questions|matters|subjects|themes):\s[^.]*)",
    # “Issues related to F were also discussed”; but not “visited the port, where F was discussed”.
    r"^\W*(?P<rest>(?:(?!\b(?:where|at\swhich)\b)[^;]){3,200}?)\s(?:was|were)\s(?:also\s|then\s|further\s)?(?:discussed|reviewed|considered|raised|touched\s(?:up)?on|addressed)\b(?!\sby\b)",
    r"\b(?:[Aa]ttention|[Ee]mphasis)\s(?:was|were)\s(?:also\s)?(?:paid|given|placed|devoted|drawn)\s(?:to|on)\s(?P<rest>[^;]*)",
    r"\b[Rr]eference\swas\s(?:also\s)?made\sto\s(?P<rest>[^;]*)",
    # “F was among the main topics of the meeting”.
    rf"^\W*(?P<rest>[^;]{{3,200}}?)\s(?:was|were)\s(?:also\s)?(?:(?:among|one\sof|the|at)\s){{1,2}}(?:(?:main|key|central|important|other)\s)?(?:topics?|subjects?|focus|cent(?:re|er))\s(?:of|at|during|discussed)\s(?:(?:the|their|our|discussion|at|during)\s){{0,2}}(?:[\w-]+\s)?{_MEETING}\b",
    # “The main topic of their talks was F”, “topics of discussion included F”.
    rf"^\W*(?:[Tt]he\s|[Aa]mong\sthe\s)?(?:(?:[Mm]ain|[Kk]ey|[Cc]entral|[Oo]ther)\s)?(?:[Tt]opics?|[Ss]ubjects?|[Ff]ocus)\s(?:(?:of|at|during|discussed|raised)\s){{1,2}}(?:(?:the|their)\s)?(?:[\w-]+\s)?(?:{_MEETING}\s)?(?:was|were|included|also\sincluded)\s(?P<rest>[^;]*)",
)
_UNSAID = re.compile(r"\b(?:not|never|nothing|no|nor|without|will|would|should)\b")


@needing(_OF_FOCUS)
def focus(view: View) -> Iterator[Draft]:
    """“Discussions focused on F”, “with X she discussed F”: what the talks told before were about."""
    match = pattern(_FOCUS).match(view.main)
    if match is not None:
        yield _about(view, match["rest"], of_all=match["noun"].endswith("s"))
    match = pattern(_WITH).match(view.main)
    if match is not None:
        draft = _about(view, match["rest"] or match["more"], of_all=False)
        who = f"{match['one']} {match['other']}" if match["one"] else match["pair"]
        draft.parties = view.parties(who)
        if draft.parties:
            yield draft
    for rule in _OF_ALL:
        match = pattern(rule).search(view.main)
        if match is not None and not _UNSAID.search(match[0][: match.end("rest") - match.start()]):
            draft = _about(view, match["rest"], of_all=False)
            if draft.discusses:
                yield draft


def _about(view: View, stretch: str, *, of_all: bool) -> Draft:
    things = list(dict.fromkeys(_named(view, stretch)))
    return Draft.of(
        view, "Meeting", Factuality.HAPPENED, "meeting.about", discusses=things, refers_back=True, of_all=of_all
    )


def discuss(drafts: list[Draft], view: View) -> None:
    """Give a sentence's topics to the talks that it tells of."""
    talks = [
        one
        for one in drafts
        if one.category in {"Meeting", "Call"}
        and one.factuality is not Factuality.PRESUPPOSED
        and not one.gathered
        and one.rule != "meeting.about"
    ]
    if not talks:
        return
    found = list(topics(view))
    for draft in talks:
        for thing in found:
            if thing not in draft.discusses and thing not in draft.formats:
                draft.discusses.append(thing)
