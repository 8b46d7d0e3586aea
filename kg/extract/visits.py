"""Visits: who travelled to which city or state, done or planned."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.extract.actor_lists import LIST, NOT_ACTOR, SUBJECT
from kg.extract.draft import Draft
from kg.extract.merge import ACCOMPANIED, PREMISES, REGION
from kg.extract.modality import DENIED, PLANNED, of_noun, of_verb
from kg.extract.needing import needing
from kg.extract.setting import dates_in, lasting, names_day, told, when, where
from kg.extract.view import Party, View, people_of, post_of
from kg.model import Factuality, Thing
from kg.text.dates import MONTHS, DateMention
from kg.text.pronouns import fits
from kg.text.publisher import Publisher
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

_BEING_IN = "|".join(
    rf"(?<=\b{verb}{day} in)"
    for verb in ("was", "were", "is", "are", "be", "expected", "due")
    for day in ("", " today", " last")
)
TRIGGER = Trigger(
    r"\b(?:visit|fact-finding|saw\b|inspect|arriv|travel|trip|tour|flew|fl(?:y|ies)\b|drove|headed|heads|stay\b|went|go(?:es|ing)?\b|continue|came\b|com(?:e|es|ing)\b|journey|proceed|return|left\b|leaves?\b|depart)",
    # “Was in”, “is expected today in”: what stands before is looked for at each “in”, of which there are few.
    rf" in\b(?:{_BEING_IN})|\bset off\b|\bdelegation\b[^;,]{{0,60}} to\b|\bexpected (?:on|here|next|tomorrow)\b",
    re.IGNORECASE,
)
GOAL = r"(?:(?:{S}['’]s|(?:the\s)?{D})\scapital(?:\scity)?,?\s(?=(?:of\s)?{L}))?(?P<goal>(?:the\s)?(?:(?:north|south|east|west)[\w-]*\s)?(?:(?:\w+\s)?(?:city|cities|towns?|villages?|regions?|districts?|provinces?|countries|states|(?:participating\s)?[Ss]tates)\s(?:of|in)\s(?:the\s)?)?{LSRE}(?:(?:,\s|\sand\s|\sor\s|,\sand\s|/|,?\sand\sthen\s(?:on\s)?to\s)(?:the\s)?{LSRE})*|our\scountry\b|(?:the\s)?{D}\scapital\b(?!,?\s(?:of\s)?{L}))"
CALLED_OFF = rf"^\W*(?:The|This|His|Her|Their|An?)\s(?:[\w-]+\s){{0,2}}(?P<verb>visit|trip)\sto\s{GOAL}\s[^;,.]{{0,40}}?\b(?:be\s|was\s|were\s|been\s)(?:cancelled|canceled|called\soff|postponed|put\soff|dropped)\b"
UNNAMED = rf"^\W*(?:The|This|His|Her)\s(?:[\w-]+\s){{0,2}}(?P<verb>visit|trip)\sto\s{GOAL}"
BEGINS = rf"^\W*The\s(?:visit|tour|trip)\s[^;,.]{{0,20}}?\b(?P<verb>begins?|began|starts?|started|ends?|ended|concludes?|concluded|continue[sd]?)\s(?:today\s)?in\s{GOAL}"
GAP = rf"{NOT_ACTOR}{{0,90}}?"
# Houses and sites that people are shown, where no name is given.
_SITES = (
    r"newsrooms?|schools?|kindergartens?|nursery|nurseries|hospitals?|clinics?|camps?|memorials?|monuments?|cemetery|cemeteries|mosques?|church|churches|synagogues?|monastery|monasteries"
    r"|crossings?|crossing\spoints?|checkpoints?|entry-exit\spoints?|university|universities|college|colleges|academy|academies|museums?|factory|factories|plants?|mines?|prisons?|detention\scent(?:re|er)s?"
    r"|villages?|settlements?|collective\scent(?:re|er)s?|reception\scent(?:re|er)s?|community\scent(?:re|er)s?|youth\scent(?:re|er)s?|resource\scent(?:re|er)s?|training\scent(?:re|er)s?|shelters?|polling\sstations?|police\sstations?"
    r"|exhibitions?|farms?|workshops?|contact\sline|line\sof\scontact|front\s?line|conflict\szone|radio\sstations?|wounded|injured|monitors|patients|prisoners|detainees"
)
# Something of a place that somebody was taken to see.
SIGHT = r"[^;.,{ASEGFH}]{0,70}?\b(?:in|at|near|outside)\s(?:the\s)?(?:(?:city|town|village)\sof\s)?(?P<goal>{LR})"
# “Minister A is coming on 24 February”, to those who say so.
COMING = rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:is|are)\s(?:also\s)?(?:coming|arriving|expected(?!\sto\b)|due(?!\sto\b))|will\s(?:also\s)?(?:come|arrive)|comes|arrives)(?:\shere)?\s(?:(?:on\s)?(?P<day>{{N}})|(?P<soon>tomorrow|next\s\w+|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))(?![^;.]{{0,60}}?\b(?:to|in|at)\s(?:the\s)?{{LSE}})"
_OF_COMING = Rule(r"\b(?:coming|arriving|expected|due|come|arrive|comes|arrives)\b")
RULES = (
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:was|were|is|are|will\sbe)(?:\stoday|\slast)?\sin)\s{GOAL}(?=,?\s(?:(?:together|along)\swith|accompanied\sby|as\spart\sof|within\sthe)\s|\s(?:today|yesterday|tomorrow|{{N}}|in\s{{N}}|on\s{{N}}|on\s(?:an?\s|his\s|her\s|their\s)?(?:[\w-]+\s){{0,3}}?(?:visit|trip|tour)\b|for\s|to\s[a-z]|this\s))",
    rf"^\W*(?:Tomorrow|Today|Yesterday|(?:On\s)?{{N}}|(?:On\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s(?P<subject>{LIST}){GAP}\b(?P<verb>(?:was|were|is|are|will\sbe)\sin)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:is|are)\s(?:also\s)?(?:expected|due)\sin)\s{GOAL}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>visit(?:s|ed|ing)?|tour(?:s|ed|ing)?)\s{GOAL}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>saw|toured|tours|inspected|inspects|visited|visits)\s(?:an?|the|several|two|three)\s{SIGHT}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>travel(?:s|led)?|went|drove|flew)\s(?:on\s{{N}}\s)?to\s(?:an?|the)\s{SIGHT}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>visit(?:s|ed)?|toured|inspected)\s(?:an?|the|several|two|three|four)\s(?:[a-z-]+\s){{0,2}}?(?P<goal>{_SITES})\b(?!['’-])",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>visit(?:s|ed)?|travel(?:s|led)?\sto|go\sto)\sthe\s(?P<goal>region|area|country)\b",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:conclude[sd]?|completed|ended|wrapped\sup|paid|made|began|started)\s(?:today\s)?(?:an?|his|her|their)\s(?:[\w-]+\s){{0,4}}?(?:visit|trip|tour|journey))\sto\sthe\s(?P<goal>region)\b",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>arriv(?:es|ed?|ing))\s(?:\w+\s)?(?:in|at)\s{GOAL}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>travel(?:s|l?ed|l?ing)?|flew|drove|headed|heads|went|go(?:es)?(?:\son)?|going|continue[sd]?|came|comes|proceed(?:s|ed)?|moved\son|fl(?:y|ies)(?!\s(?:back|home))(?:\son)?|(?<=plans\sto\s)return|(?<=intends\sto\s)return|(?<=is\s)(?:returning|flying|heading|coming|en\sroute|on\s(?:his|her|its)\sway)|(?<=are\s)(?:returning|flying|heading|coming|en\sroute|on\stheir\sway)|(?<=will\s)come|(?<=to\s)come|(?<=be\s)coming)\s(?:(?:(?:on|from)\s)?{{N}}\s|from\s{{L}}\s|on\s\w+day\s|by\s(?:road|car|train|air|plane|helicopter|bus)\s|\w+\s)?(?:on\s)?to\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:(?:left|leaves|departed|departs|embarked|embarks|set\soff|sets\soff)(?:\stoday|\syesterday)?\s(?:for|on)|conclude[sd]?|wound\sup|winds\sup|wrap(?:s|ped)?\sup|end(?:s|ed)?|finish(?:es|ed)?|le(?:ads?|d)|(?:(?<=is\s)|(?<=are\s)|(?<=was\s))(?:currently\s|now\s|today\s)?(?:concluding|ending|completing|finishing|wrapping\sup|beginning|starting|leading|heading)|began|begins?|paid|pays?|paying|made|makes?|making|complete[sd]?|start(?:s|ed)?|continue[sd]?|undertook|undertak(?:es?|ing)|carr(?:ies|ied|y)\sout|postpon(?:e[sd]?|ing)|put(?:s|ting)?\soff|defer(?:s|red)?|cancel(?:s|led|ed)?|call(?:s|ed)\soff)\s(?!of\b)(?:today\s|yesterday\s|here\s|in\s{{L}}\s|{{N}}\s)*(?:(?:a|an|his|her|their|the)\s)?(?:[\w-]+\s){{0,4}}?(?:\([^()]{{1,24}}\)\s)?(?:visits?|trip|tour|fact-finding\smission))\s(?:today\s)?(?:to|in|(?<=tour\s)of|that\s(?:took|had\staken)\s(?:him|her|them)\sto)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:left|leaves?|departed|departs?|set\soff)\s(?:(?:today|yesterday|{{L}}|{{N}})\s)*for)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:led|leads?|leading|head(?:s|ed|ing)?)\san?\s(?:[\w-]+\s){{0,3}}?delegation(?:\sof\s[a-z-]+(?:\s[a-z-]+){{0,3}})?)\sto\s{GOAL}",
    rf"(?P<subject>{LIST})(?:['’]s?)\s(?P<verb>(?:[\w-]+\s){{0,4}}?(?:visit|trip))\sto\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>with\sa\s(?:[\w-]+\s){{0,2}}?visit)\sto\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:on|during|after(?=\san?\s)|in\sthe\scourse\sof|as\spart\sof|within\sthe\sframework\sof|at\sthe\s(?:end|start|beginning)\sof|in|(?:returned|returns|back)\s(?:today\s|yesterday\s|{{N}}\s)?from)\s(?:(?:a|an|his|her|their|the)\s(?:[\w-]+\s){{0,5}}?(?:visit|trip|tour|fact-finding\smission)|(?:(?:official|working|state|separate|private|short|brief|regular|farewell|first|surprise|[a-z]+-day)\s(?:and\s)?)*visits?))\s(?:to|of|in)\s{GOAL}",
    rf"(?<!statement\s)(?<!report\s)(?<!remarks\s)(?<!briefing\s)\b(?P<verb>(?:[Dd]uring|[Ff]resh\sfrom|[Jj]ust\sback\sfrom|[Bb]ack\sfrom|[Rr]eturning\sfrom|[Oo]n|[Ii]n\sthe\scourse\sof|[Cc]oncluding|[Ww]rapping\sup|[Ee]nding|[Cc]ompleting|[Bb]eginning|[Aa]s\spart\sof|[Ww]ithin\sthe\sframework\sof|[Aa]t\sthe\s(?:end|start|beginning)\sof|[Aa]head\sof|[Bb]efore|(?:^|(?<=[–—-]\s))In(?!\s\w+\s(?:[\w-]+\s){{0,4}}?(?:on|about|of|for|during|after|before|at|to)\s(?:a|an|his|her|their|the)\s))\s(?:a|an|his|her|their|the)\s(?:{{N}}\s)?(?:[\w-]+\s){{0,5}}?(?:visit|trip|tour|journey|stay))\s(?:to|of|in)\s{GOAL}[^;]{{0,140}}?(?:,\s(?:the\s)?(?:(?:new|newly\s\w+|incoming|visiting)\s)?|,\s[^;,{{A}}]{{3,90}}?\sas\s(?={{A}}\s(?:today\s|also\s)?[a-z]+ed\b))(?P<subject>{{H}}|{LIST})",
    rf"\b(?P<verb>(?:[Ff]ollowing|[Aa]fter|[Ss]ince)\s(?:his|her|their)\s(?:[\w-]+\s){{0,3}}?(?:visit|trip|journey))\sto\s{GOAL}\s(?:on\s|in\s|last\s|of\s|earlier\sthis\s)?(?:{{N}}|week|month|year)[^;,]{{0,60}},\s(?:the\s)?(?P<subject>{LIST})",
    rf"(?P<subject>{LIST})['’]s?\s(?P<verb>(?:upcoming|forthcoming|coming|planned|next)\s(?:[\w-]+\s)?(?:visit|trip))\sto\sthe\s(?P<goal>region|area|country)\b",
    rf"(?P<subject>{LIST}){GAP}\b(?:recall(?:s|ed|ing)|referr(?:ed|ing)\sto|mention(?:s|ed|ing)|describ(?:es|ed|ing)|(?:inform|brief|told)(?:s|ed)?\s[^;.{{A}}]{{3,40}}?\s(?:of|about|on)|report(?:s|ed)\s(?:[^;.{{A}}]{{3,30}}?\s)?(?:on|about))\s(?P<verb>(?:his|her|their)\s(?:[\w-]+\s){{0,3}}?(?:visits?|trips?|journey))\sto\s(?:(?:[a-z]+\s){{1,4}}in\s)?{GOAL}",
    rf"\b(?P<verb>(?:visit|trip))\sthat\s(?P<subject>{LIST})\s(?:has\s|had\s)?(?:paid|made|makes|pays|undertook)\sto\s{GOAL}",
    rf"\b(?:(?:[Tt]he|[Aa])\s|(?=(?:upcoming|forthcoming|official|state|working)\s))(?P<verb>(?:[\w-]+\s){{0,3}}?(?:visit|trip))\s(?:of|by)\s(?P<subject>{LIST}),?\sto\s{GOAL}",
    rf"\b[Oo]n\s(?P<verb>(?:(?:a|an|his|her|the)\s)?(?:[\w-]+\s){{0,3}}visit)(?:\sas\s{{A}})?,\s(?P<subject>{LIST})\s[^;]{{0,80}}?\bin\s(?P<goal>{{L}})",
    rf"\b(?P<verb>(?:[\w-]+\s){{0,3}}(?:visit|trip))\sto\s{GOAL}\s(?:by|of)\s(?:the\s)?(?P<subject>{{A}}(?:\sand\s{{A}})?)",
    r"\b[Oo]n\s(?P<verb>(?:(?:a|an|his|her|the)\s)?(?:[\w-]+\s){0,3}visit)\sas\s(?P<subject>{A})\s[^;]{0,80}?\bin\s(?P<goal>{L})",
    r"\b[Ii]n\s(?:the\s)?(?P<goal>{LSR})\s(?P<verb>(?:at\sthe\s(?:end|start|beginning|close)\sof|during|on)\s(?:his|her|their)\s(?:[\w-]+\s){0,2}(?:visit|trip))(?:\sthere)?,\s(?P<subject>{AH})",
    rf"(?:^|(?<=[–—]\s)|(?<=\s-\s))(?P<verb>Visiting|(?:(?:After|Upon)\s)?[Hh]aving\svisited|After\s(?:visiting|touring))\s{GOAL}[^;]{{0,140}}?,\s(?:(?:an?|the)\s(?:{{G}}\s|[a-z-]+\s){{0,2}}?delegation\s(?:led|headed)\sby\s)?(?P<subject>(?:the\s)?{{A}}(?=,\s(?:together|along)\swith\s)|{LIST})",
)


def visits(view: View) -> Iterator[Draft]:
    """The visits that a sentence tells of, as drafts, one for each city or state visited."""
    if not TRIGGER.stands_in(view.main):
        return
    yield from _unnamed(view)
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for match in view.search(rule):
            if any(start < match.end() and match.start("verb") < end for start, end in taken):
                continue
            visitors = _as_holder_of(view, match, _made_by(view, match) or _visitors(view, match))
            goals: list[Thing | None] = [*_goals(view, match["goal"])]
            if goals and goals[-1] is not None and goals[-1].kind != "place" and not view.whole(match.end("goal")):
                goals = goals[:-1] if match["goal"] != _OURS else goals
            if match["goal"] in {"region", "area", "country"}:
                goals = [None]
            site = not goals and re.fullmatch(_SITES, match["goal"]) is not None
            goals = _site(view, match) if site else goals
            if not visitors or not goals:
                continue
            verb, noun = match["verb"], _is_noun(view, match)
            if noun and not any(one.thing.kind == "person" for one in visitors):
                visitors = people_of(view.main_subject) or visitors
            factuality = _factuality(view, match, noun)
            before = _ONWARD.search(view.main, 0, match.start("verb"))
            if before is not None and verb.endswith("ing"):
                # “Will meet X in Y before going on to Z”: whoever the sentence is about goes on.
                visitors = people_of(view.main_subject)
                factuality = Factuality.PLANNED if PLANNED.search(view.main, 0, before.start()) else factuality
                if not visitors:
                    continue
            taken.append((match.start("verb"), match.end()))
            factuality = told(view, match.start("verb"), factuality)
            if factuality is Factuality.HAPPENED and _BEFORE_IT.match(view.main):
                factuality = Factuality.PRESUPPOSED
            if factuality is Factuality.HAPPENED and _is_to_come(view, match):
                factuality = Factuality.PLANNED
            earlier = _EARLIER.search(view.main, match.end("subject"), match.start("verb")) is not None
            told_as = Factuality.PRESUPPOSED if earlier and factuality is Factuality.HAPPENED else factuality
            start, end = lasting(view, verb, *_when(view, match, told_as))
            # “Visited the region” without a day of its own says too little.
            dated = names_day(view, start)
            if goals == [None] and not site and factuality is Factuality.HAPPENED and end is None and not dated:
                continue
            if noun:
                factuality, start, end = _in_passing(view, match, factuality, start, end)
            stops, last = _further_stops(view, match.end()) if not noun or _OF_VISIT_VERB.match(verb) else ([], 0)
            taken.append((match.end(), last))
            for goal, day in stops:
                yield Draft.of(
                    view,
                    "Visit",
                    factuality,
                    "visit.verb",
                    parties=list(visitors),
                    start=day.first if day is not None else start,
                    end=day.until if day is not None else None,
                    places=(goal,),
                )
            # A tour of several states is one visit; each city is a visit of its own.
            states = all(one is not None and one.kind == "state" for one in goals) and not verb.endswith("visits")
            together = len(goals) > 1 and (states or _OF_REGIONS.search(match[0]) is not None)
            for places in [tuple(goals)] if together else [(goal,) for goal in goals]:
                yield Draft.of(
                    view,
                    "Visit",
                    factuality,
                    "visit.noun" if noun else "visit.verb",
                    parties=visitors,
                    start=start,
                    end=end,
                    places=tuple(one for one in places if one is not None),
                    label=PREMISES if site else REGION if goals == [None] else None,
                    others=match["goal"] if site else "",
                )
    if not taken:
        yield from _otherwise(view)


# “The session took place during a visit to X by Y”.
_MADE_BY = rf"\s(?:today\s|yesterday\s)?by\s(?:the\s)?(?P<who>{LIST})"


def _made_by(view: View, match: re.Match[str]) -> list[Party]:
    """The people by whom a visit, told by its noun, was made, where that is said behind it."""
    behind = pattern(_MADE_BY).match(view.main, match.end()) if _is_noun(view, match) else None
    return people_of(view.parties(behind["who"])) if behind is not None else []


_DAY_BEHIND = r"\s(?:(?:on|from)\s)?(?P<day>{N})"
_ON_TO = re.compile(r"\bon\sto\b")
_WEEKDAY = re.compile(r"\bon\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)


def _when(view: View, match: re.Match[str], factuality: Factuality) -> tuple[str | None, str | None]:
    """The days of a visit; “on Saturday she will fly on to Y” is the Saturday after what was told before it."""
    # “The upcoming visit to X on 12 July”: the day is the visit's, which is what comes.
    # “After a visit to X in April”: the month is the visit's, though it lies before what else is told.
    behind_it = _COMING.search(match["verb"]) or re.match(r"(?i)(?:after|following|since|before)\s", match["verb"])
    last = match["verb"].rfind(" ") + 1 if behind_it else 0
    start, end = when(view, match.start("verb") + last, factuality)
    behind = pattern(_DAY_BEHIND).match(view.main, match.end("goal"))
    if behind is not None and factuality in {Factuality.HAPPENED, Factuality.PLANNED}:
        # “Begins in X on 5 May, then travels on to Y on 6 May”: of two days the one behind the goal.
        days = [one for one in dates_in(view) if view.shape.at(one.start) == behind.start("day")]
        if days and len(days[0].first) == 10 and start is not None and days[0].first != start:
            start, end = days[0].first, days[0].until
    if end is None and start is not None and len(start) == 10:
        # “Begins today a visit to X, between 12 and 14 March”.
        end = next(
            (one.last for one in dates_in(view) if one.first == start and len(one.last) == 10 and one.last > start),
            None,
        )
    before = view.document.day
    if factuality is not Factuality.PLANNED or start is None or before is None or len(start) != len(before):
        return start, end
    if start >= before or not _ON_TO.search(match[0]) or not _WEEKDAY.search(view.main):
        return start, end
    later = (date.fromisoformat(start) + timedelta(days=7)).isoformat()
    return (later if later >= before else None), None


def _otherwise(view: View) -> Iterator[Draft]:
    """What is told of visits where no verb or noun leads to a place."""
    yield from _coming(view)
    if view.is_lead and not view.about:
        yield from _of_lead(view)


def _coming(view: View) -> Iterator[Draft]:
    """Who is told to come on a day, to where nobody needs to say: a planned visit without a place."""
    for match in view.search(COMING) if _OF_COMING.stands_in(view.main) else ():
        visitors = people_of(view.subject(match))
        start, end = when(view, match.start("verb"), Factuality.PLANNED)
        if match["soon"] is None and start is None:
            continue
        if visitors and DENIED.search(view.main[match.end("subject") : match.start("verb")]) is None:
            yield Draft.of(view, "Visit", Factuality.PLANNED, "visit.coming", parties=visitors, start=start, end=end)


# Before a verb of what was before the news, on a day that the release's does not give.
_EARLIER = re.compile(r"\bhad\s|\balready\s")


def _site(view: View, match: re.Match[str]) -> list[Thing | None]:
    """Where a house or site is that somebody saw, or that nothing is said of it."""
    place: list[Thing | None] = [*where(view, match.end("goal"))]
    return place[:1] or [None]


_OF_REGIONS = re.compile(r"\b(?:regions|districts|provinces)\s(?:of|in)\s")
_PRESENT = re.compile(r"(?:go(?:es)?|travels|continues?|heads)\b")
_ON_THE_WAY = re.compile(
    r"\b(?:is|are)\s(?:also\s|then\s)?(?:returning|flying|heading|travelling|traveling|going|coming|continuing)$"
)
_NOW = re.compile(r"\b(?:today|this\s(?:morning|afternoon)|now|currently|yesterday)\b")


def _is_to_come(view: View, match: re.Match[str]) -> bool:
    """Whether a present tense tells of what is to be: “from X she goes on to Y”, “is returning to Y next week”."""
    if _ON_THE_WAY.search(view.main, 0, match.end("verb")):
        return _NOW.search(view.main) is None
    return _PRESENT.match(match["verb"]) is not None and not view.is_title and not dates_in(view)


# “Visited X on 14 March and Y on 15 March”, “X on 5 May, then travels on to Y on 6 May”, “X (5 May), Y (6 and 7 May) and Z (8 May)”.
_ALSO = (
    r"(?:\s(?:(?:on|from)\s)?{N}|\s\({N}\)),?(?:\sand|;\sand|;)?(?:\s(?:then|finally|later|lastly))?\s"
    r"(?:(?:(?:then|afterwards)\s)?(?:travel(?:s|led)?|continue[sd]?|fl(?:y|ies)|flew|go(?:es)?|went|move[sd]?|proceed(?:s|ed)?)\s(?:on\s)?)?(?:(?:to|in|visits?|visited)\s)?(?:the\s)?"
    r"(?P<goal>{LS})(?=\s(?:(?:on|from)\s)?(?P<day>{N})(?!\s(?:[a-z]+ed|said|was|is|will)\b)|\s\((?P<set_off>{N})\))"
)


def _further_stops(view: View, position: int) -> tuple[list[tuple[Thing, DateMention | None]], int]:
    """Where a journey went on to behind its first stop, each with a day of its own, and where the last is named."""
    stops: list[tuple[Thing, DateMention | None]] = []
    while (match := pattern(_ALSO).match(view.main, position)) is not None:
        position = match.end()
        begin = match.start("day") if match["day"] else match.start("set_off")
        days = [one for one in dates_in(view) if view.shape.at(one.start) == begin]
        stops += [(goal, days[0] if days else None) for goal in view.things(match["goal"], "LS")]
    return stops, position


# “Prior to the round, the Co-Chairs visited X and Y.”
_BEFORE_IT = re.compile(
    r"^\W*(?:Prior\sto|Before|Ahead\sof)\s(?:the|this|their)\s(?:[\w-]+\s){0,2}(?:rounds?|meetings?|talks|sessions?)\b"
)
_ONWARD = re.compile(r"\b(?:before|prior to|and then|after)\s$")
_OF_VISIT_VERB = re.compile(r"(?i)(?:concl|lea|led|wound|wind|wrap|end|finish|beg|pa|ma|compl|start|under|carr)")
# “Called for talks during his visit”: the visit itself was.
_DURING = re.compile(r"(?i)(?:during|after|on|in|as|concl\w*|wrapping|ending|completing|beginning)\b")


def _factuality(view: View, match: re.Match[str], noun: bool) -> Factuality:
    """Whether a visit is told as made, planned, called off or recalled, by its verb or the words around its noun."""
    verb = match["verb"]
    if re.match(r"postpon|put|defer|cancel|call", verb):
        return Factuality.DENIED
    if re.match(r"(?i)(?:following|after|since)\b(?!\s(?:visiting|touring|having|an?)\b)", verb):
        return Factuality.PRESUPPOSED
    finite = _OF_VISIT_VERB.match(verb) and match.end("subject") <= match.start("verb")
    if noun and not finite and _SENT_ON.search(view.main, 0, match.start("verb")):
        return Factuality.CALLED_FOR
    if noun and not finite:
        factuality = of_noun(view.main, match.start("verb"), match.end("verb"))
        if _DURING.match(verb) and not (
            factuality is Factuality.PLANNED and _TO_COME.search(view.main, 0, match.start("verb"))
        ):
            # “During her stay in X, Y will meet Z.”
            to_come = _WILL_BEHIND.match(view.main, match.end("verb")) is not None
            factuality = Factuality.PLANNED if to_come else Factuality.HAPPENED
    else:
        factuality = of_verb(view.main, match.end("subject"), match.start("verb"), verb)
    coming = noun and (
        (_COMING.search(verb) and factuality is not Factuality.DENIED) or re.search(r"\bvisits?\b.*\bto be\b", match[0])
    )
    if coming or "expected" in verb or "due" in verb or re.match(r"will be|(?i:ahead|before)", verb):
        return Factuality.PLANNED
    if factuality is Factuality.PRESUPPOSED and not noun:
        # “Before his arrival in X, he had visited Y”: a stop of the same journey, or long ago by its date.
        factuality = Factuality.HAPPENED
    last = _LAST.search(verb) or re.search(r"\blast\s$", view.main[: match.start("verb")])
    if last and factuality is Factuality.HAPPENED:
        return Factuality.PRESUPPOSED
    return factuality


# “Asked X to go on a visit to Y”: she may go.
_SENT_ON = re.compile(
    r"\b(?:asked|asks|urged|invited|encouraged|requested|called\s(?:on|upon))\s[^.;,]{0,50}?\sto\s(?:go|come|travel|leave|embark|set\sout)\s(?:\w+\s)?$"
)


def _visitors(view: View, match: re.Match[str]) -> list[Party]:
    """Who travels: people and bodies, but no body that only lends an office its name."""
    if match.start("subject") < match.start("verb") and _WHICH_THINGS.search(
        view.main, match.end("subject"), match.start("verb")
    ):
        return []
    planning = _OWN_PLANS.fullmatch(view.main, match.end("subject"), match.start("verb"))
    visitors = [
        one
        for one in (_planner(view, match, planning["whose"]) if planning is not None else view.subject(match))
        if one.thing.kind in {"person", "format", "institution", "organization", "mission", "chairpersonship"}
    ]
    if _IN_TALKS_WITH.match(view.main, 0, match.start("subject")):
        # “In meetings with X and Y during a visit to Z, W said …”: W travelled.
        behind = pattern(_BEHIND_TALKS).match(view.main, match.end())
        visitors = view.parties(behind["who"]) if behind is not None else []
    if re.search(
        r"(?:['’]s?|\b(?:his|her|their))\s(?:\w+\s)?invitation\sto\s$",
        view.main[match.end("subject") : match.start("verb")],
    ):
        # “Welcomed X's invitation to visit”: not X is to travel.
        visitors = [one for one in view.main_subject if one not in visitors and one.thing.kind == "person"]
    if visitors and visitors[-1].thing.kind != "person" and not view.whole(match.end("subject")):
        visitors = visitors[:-1]
    if _BRIEFED.search(view.main[: match.start("subject")]) and re.match(r"on\s(?:his|her|their)\b", match["verb"]):
        # “X briefed Y on his visit to Z”: it was X who had been there.
        visitors = [one for one in view.main_subject if one not in visitors and one.thing.kind == "person"]
    if _DURING_ONES.match(match["verb"]) and visitors and all(at_home(view, match, one) for one in visitors):
        # “X met Y during her visit to Z”, of which Y is the minister: nobody visits his own country.
        visitors = [one for one in view.main_subject if one not in visitors and one.thing.kind == "person"] or visitors
        visitors = _away(view, match, visitors)
    elif _ON_A.match(match["verb"]) and visitors and all(at_home(view, match, one) for one in visitors):
        # “The Minister had a meeting with X, on a visit to his capital”: X is.
        near = view.parties(view.main[: match.start("verb")])[-1:]
        visitors = [one for one in near if one.thing.kind == "person" and not at_home(view, match, one)] or visitors
        visitors = _away(view, match, visitors)
    elif _ON_ANY.match(match["verb"]) and _MET_THEM.search(view.main, 0, match.start("subject")):
        # “X met Y and Z as part of his visit to W”: one visited, and that is X unless W is his own.
        own = [one for one in view.main_subject if one not in visitors and one.thing.kind == "person"]
        visitors = own if len(own) == 1 and not at_home(view, match, own[0]) else visitors
    return visitors


# “X met Y, and her plans to visit Z were discussed.”
_OWN_PLANS = re.compile(
    r"[^;.]{0,80}?,?\s(?:and|including|as\swell\sas|on|about)\s(?P<whose>his|her)\s(?:[a-z]+\s){0,2}?(?:plans?|intention|decision|wish|readiness)\sto\s"
)


def _planner(view: View, match: re.Match[str], whose: str) -> list[Party]:
    """Whose plans to travel are spoken of: those of whoever was met, unless the pronoun is none of his or hers."""
    met = [one for one in view.parties(match["subject"]) if one not in view.main_subject]
    people = people_of([*reversed(met), *view.main_subject])
    return next(([one] for one in people if fits(one.thing, _SUBJECT_OF[whose]) and not at_home(view, match, one)), [])


def _away(view: View, match: re.Match[str], visitors: list[Party]) -> list[Party]:
    """The visitors of a state but those who represent it; where it is home to all, whoever is named right before the visit.

    “Minister X met with Representative Y, during her visit to his state”: Y is the visitor.
    """
    of_state = any(one.kind == "state" for one in view.things(match["goal"], "LSRE"))
    away = [one for one in visitors if not of_state or not at_home(view, match, one)]
    near = people_of(view.parties(view.main[: match.start("verb")])[-1:])
    pronoun = _WHOSE.search(match["verb"])
    return away or [
        one
        for one in near
        if not at_home(view, match, one) and (pronoun is None or fits(one.thing, _SUBJECT_OF[pronoun[0]]))
    ]


_WHOSE = re.compile(r"\b(?:his|her)\b")
_SUBJECT_OF = {"his": "he", "her": "she"}
_MET_THEM = re.compile(r"\b(?:met|meets|meet|talks|consultations|discussions|meetings?)\s(?:with\s)?(?:the\s)?$")
_IN_TALKS_WITH = pattern(
    r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:In|At|During|After|Following)\s(?:[^,;.{A}]{0,40}?\s)?(?:meetings?|talks|conversations?|discussions?|consultations|calls?)\swith\s(?:the\s)?(?:{SDGER}['’]?s?\s)?$"
)
_BEHIND_TALKS = rf"[^;,]{{0,80}}?,\s(?:the\s)?(?P<who>{{H}}|{LIST})"
_ON_ANY = re.compile(r"(?:on|during|in|as|at|within)\s")
_ON_A = re.compile(r"(?:on|during)\san?\b")
_DURING_ONES = re.compile(r"(?:on|during|in|as|at|within)\s(?:\w+\s){0,4}?(?:his|her|their)\b")


def at_home(view: View, match: re.Match[str], party: Party) -> bool:
    """Whether somebody holds an office of the state that is visited."""
    states = view.document.words.state_of_place
    goals = {states.get(one.key, one.key) for one in view.things(match["goal"], "LSRE")}
    held = (post.organization for post, _ in party.posts or view.document.posts_of(party.thing))
    return any(one is not None and one.key in goals for one in held)


_LAST = re.compile(r"\slast\s(?!(?:leg|stop|day|stage|part|station)\b)")
# “Discussed preparations for the election during a visit”: what is prepared is not the visit.
_TO_COME = re.compile(
    r"\b(?:will|would|shall|is|are|was|were|plan\w*|intend\w*|hope\w*|agreed|going|set|due|expected|scheduled)\b(?!\s(?:able|in|on|at|a|an|the)\b)"
)
_WILL_BEHIND = pattern(
    r"\s(?:in|to|of)\s(?:the\s)?{LSRE}(?:\s(?:on\s|from\s)?{N})?,\s(?:the\s)?{A}\s(?:(?:also|then)\s)?(?:will|would|is\s(?:to|due|expected|scheduled|set)|plans\sto|intends\sto|hopes\sto)\b"
)
_BRIEFED = re.compile(
    r"\b(?:(?:de)?brief(?:s|ed|ing)?|inform(?:s|ed|ing)?|updat(?:es?|ed|ing)|told|tell(?:s|ing)?)\s(?:the\s)?$"
)
_COMING = re.compile(r"\b(?:upcoming|forthcoming|planned|future|next|expected|scheduled|coming)\b")
_LONG_AGO = 14
_OVER = re.compile(r"\b(?:conclud|complet|wrapp|finish|end(?:ed|s|ing)\b)")
_MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(name.capitalize() for name in MONTHS if len(name) > 3 or name == 'may')})\s(?:\w+\s){{0,2}}(?:visit|trip)\b"
)


def _in_passing(
    view: View, match: re.Match[str], factuality: Factuality, start: str | None, end: str | None
) -> tuple[Factuality, str | None, str | None]:
    """How a visit told by a noun stands in time: one of long ago is taken for granted, “the November visit” may be to come."""
    issued = view.document.issued
    if factuality is not Factuality.HAPPENED or issued is None or view.is_title:
        return factuality, start, end
    if view.is_lead and _OVER.search(view.main, max(0, match.start() - 60), match.start("verb") + len(match["verb"])):
        # “Has concluded a visit, which took place from 14 to 24 May”: the news, though of last month.
        return factuality, start, end
    words = view.main[max(0, match.start() - 16) : match.end()]
    month = _MONTH.search(words)
    if month is not None:
        number = MONTHS[month["month"].lower()]
        told = f"{issued[:4]}-{number:02}"
        if told > issued[:7]:
            return Factuality.PLANNED, told, None
        return Factuality.PRESUPPOSED, told, None
    if re.search(r"\b(?:recent|last(?!\s(?:leg|stop|day|stage|part|station)\b)|previous|earlier|past)\b", words):
        return Factuality.PRESUPPOSED, None if start == issued else start, end
    if start is not None and start != issued:
        last = end or start
        if len(last) < 10 and last < issued[: len(last)]:
            return Factuality.PRESUPPOSED, start, end
        if len(last) == 10 and (date.fromisoformat(issued) - date.fromisoformat(last)).days > _LONG_AGO:
            return Factuality.PRESUPPOSED, start, end
    return factuality, start, end


_OWN = rf"\b(?:on|during|as\spart\sof|in\sthe\scourse\sof)\s(?:his|her|their)\s(?P<verb>(?:[\w-]+\s){{0,3}}?(?:visit|trip|tour))\s(?:to|of)\s{GOAL}"


# “X spoke in Y on a two-day visit to Y that concluded today”: of the one whom the lead is about.
_OF_LEAD = rf"\b(?:during|on|at\sthe\send\sof|concluding)\s(?:an?|his|her)\s(?P<verb>(?:[\w-]+\s){{0,4}}?(?:visit|trip|tour))\s(?:to|of)\s{GOAL}"
_OF_OWN = Rule(r"\b(?:visit|trip|tour)\b")


@needing(_OF_OWN)
def own(view: View) -> Iterator[Draft]:
    """“On his trip to Ukraine from 9 to 11 February”, said of talks before: a visit of the one whom the sentence is about."""
    if not _OF_OWN.stands_in(view.main):
        return
    for match in view.search(_OWN):
        owners = list(
            pattern(rf"(?P<who>{LIST})['’]s?\s(?:\w+\s){{0,2}}(?:talks|meetings?|discussions?|calls?)\b").finditer(
                view.main[: match.start()]
            )
        )
        visitors = view.parties(owners[-1]["who"]) if owners else view.main_subject
        visitors = people_of(visitors)
        if len(visitors) != 1 or _away(view, match, visitors) != visitors:
            continue
        factuality = of_noun(view.main, match.start("verb"), match.end("verb"))
        if factuality not in {Factuality.HAPPENED, Factuality.PRESUPPOSED}:
            continue
        start, end = when(view, match.start("verb"), factuality)
        issued = view.document.issued
        if start is None or issued is None or (end or start) >= issued:
            continue
        for goal in view.things(match["goal"], "LSRE"):
            yield Draft.of(
                view,
                "Visit",
                Factuality.PRESUPPOSED,
                "visit.own",
                parties=visitors,
                start=start,
                end=end,
                places=(goal,),
            )


def _of_lead(view: View) -> Iterator[Draft]:
    hero = view.document.protagonist
    if hero is None or hero.kind != "person":
        return
    for match in view.search(_OF_LEAD):
        if _TO_COME.search(view.main, 0, match.start("verb")):
            continue
        factuality, verb = Factuality.HAPPENED, match["verb"]
        start, end = lasting(view, verb, *when(view, match.start("verb"), factuality))
        for goal in _goals(view, match["goal"]):
            yield Draft.of(
                view, "Visit", factuality, "visit.noun", parties=[Party(hero)], start=start, end=end, places=(goal,)
            )


_OURS = "our country"


def _goals(view: View, stretch: str) -> list[Thing]:
    """Where somebody went: of “Honiara, Solomon Islands” the city alone."""
    if stretch == _OURS:
        # Of a foreign ministry's release: its own.
        own = Publisher(view.document).own_foreign_ministry()
        return [own] if own is not None else []
    if stretch.endswith("capital"):
        return view.places(stretch)
    found = view.things(stretch, "LSRE")
    within = view.document.words.state_of_place
    named = [match[0] for match in pattern(r"{L},\s{S}").finditer(stretch)]
    states = {
        thing.key
        for pair in named
        for thing in view.things(pair[-1], "S")
        for place in view.things(pair[0], "L")
        if within.get(place.key, thing.key) == thing.key
    }
    return [one for one in found if one.kind != "state" or one.key not in states]


def _unnamed(view: View) -> Iterator[Draft]:
    """“The visit to Moscow comes after …”: of the one whom the text is about."""
    subject = view.document.subject
    match = pattern(UNNAMED).match(view.main) or pattern(BEGINS).match(view.main)
    off = pattern(CALLED_OFF).match(view.main)
    if off is not None and (whose := view.document.protagonist or subject) is not None:
        for goal in view.things(off["goal"], "LS"):
            yield Draft.of(view, "Visit", Factuality.DENIED, "visit.unnamed", parties=[Party(whose)], places=(goal,))
        return
    if match is None or subject is None:
        return
    if re.match(r"visit|trip", match["verb"]):
        factuality = of_noun(view.main, match.start("verb"), match.end("verb"))
        start = view.document.issued
        if factuality is not Factuality.HAPPENED:
            return
    else:
        factuality = of_verb(view.main, 0, match.start("verb"), match["verb"])
        start, _ = when(view, match.start("verb"), factuality)
    travelling = next((one.people for one in reversed(view.document.companies) if one.travelling), ())
    who = travelling if subject in travelling else (subject,)
    for goal in view.things(match["goal"], "LS"):
        yield Draft.of(
            view,
            "Visit",
            factuality,
            "visit.unnamed",
            parties=[Party(one) for one in who],
            start=start,
            places=(goal,),
        )


def _is_noun(view: View, match: re.Match[str]) -> bool:
    """Whether a visit is told by a noun: “on a visit to”, “the visit of X to”, “X's visit to”."""
    verb = match["verb"]
    if match.start("subject") > match.start("verb") or view.main[match.end("subject")] in "'’":
        return not re.match(r"Visiting|(?:(?:After|Upon)\s)?[Hh]aving|After\s(?:visiting|touring)", verb)
    return (
        ("visit" in verb and not verb.startswith("visit"))
        or "trip" in verb
        or "journey" in verb
        or "fact-finding" in verb
        or bool(re.search(r"\btour$", verb))
    )


# A field presence or an office that somebody went to see, with the city where it is.
BODY_SEEN = (
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>visit(?:s|ed|ing)?|tour(?:s|ed)?|(?:went|drove|travelled|flew|walked|rode)(?:\son)?(?:\s(?:together\s)?with\s(?:the\s|his\s|her\s)?(?P<along>{LIST}),?)?\sto|(?:paid|made)\sa\s(?:\w+\s)?visit\sto|call(?:s|ed)\s(?:first\s)?(?:at|on))\s"
    r"(?:[^;,.]{0,60}?\sand\sto\s)?(?:the\s)?(?:(?:(?:head|main|field|central)\s)?(?:office|offices|headquarters|premises|staff|teams?|base)\sof\s)?(?:the\s)?"
    r"(?:{G}['’]s?\s)?(?P<body>{G})(?!['’]s\s{G}|\s(?!HQ\b|Headquarters\b)(?:[A-Z]\w|{G}))(?:\s\([^()]{1,40}\))?(?:(?:['’]s?)?\s(?:office|offices|headquarters|Headquarters|HQ))?(?:\sin\s(?P<goal>{L}))?(?P<to_do>\sto\s(?!discuss|meet|hold|see|talk|the\b)[a-z]+\s)?"
)


# Bodies that are somewhere to be seen.
_FACILITY = re.compile(
    r"\b(?:Center|Centre|Facility|Headquarters|School|University|College|Hospital|Academy|Laboratory|Museum|Library)$"
    r"|^(?:University|School|College|Academy|Museum|Library|Hospital)\s(?:of|for)\s"
)
# Organizations that people work in, other than those that states sit in.
_STAFFED = re.compile(
    r"\b(?:Agency|Court|Tribunals?|Secretariat|Bank|Institutes?|Administration|Service|Department|Bureau|Laboratory|Parliament|Congress|Senate|State\sDuma|Rada|Knesset|Bundestag|Saeima|Seimas|Riigikogu|Milli\sMajlis|(?:National|Federal|Kosovo)\sAssembly|Ministry|White\sHouse|Mission|Force)\b"
    r"|^(?:Europol|Eurojust|INTERPOL|NASA)\b|\bOffice\b"
)
_SEAT = re.compile(r"\b(?:HQ|[Hh]eadquarters)\b")
_OF_SEEN = Trigger(r"\b(?:visit|tour|drove|travelled|flew|walked|rode|went)", r"\bcall(?:s|ed) ")


@needing(_OF_SEEN)
def seen(view: View) -> Iterator[Draft]:
    """Visits to a mission or an institution, which is the host."""
    if not _OF_SEEN.stands_in(view.main):
        return
    for match in view.search(BODY_SEEN):
        visitors = people_of(view.subject(match))
        bodies = [
            one
            for one in view.parties(match["body"])
            if one.thing.kind in {"mission", "institution"}
            or _FACILITY.search(one.thing.label)
            or ("visit" in match["verb"] and _is_staffed(one.thing))
            or (match["verb"] != "visiting" and _SEAT.search(view.main[match.start("verb") : match.end() + 14]))
        ]
        factuality = told(
            view, match.start("verb"), of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
        )
        # “Called on the Organization to provide help”: an appeal.
        appeal = match["to_do"] is not None and match["verb"].startswith("call")
        if not visitors or len(bodies) != 1 or appeal or factuality not in {Factuality.HAPPENED, Factuality.PLANNED}:
            continue
        start, end = when(view, match.start("verb"), factuality)
        opening = _IN_PLACE.search(view.main, max(0, match.start() - 60), match.start())
        place = match["goal"] or (opening["place"] if opening is not None else "")
        yield Draft.of(
            view,
            "Visit",
            factuality,
            "visit.body",
            parties=[*visitors, *(one for one in view.parties(match["along"]) if one.thing.kind == "person"), *bodies],
            roles={} if _is_house(bodies[0].thing) else {bodies[0].thing.iri.value: "host"},
            start=start,
            end=end,
            places=tuple(view.things(place, "L")),
        )


# “She met students, and in X, she visited the university”.
_IN_PLACE = pattern(r"(?:^\W*|\s)(?i:in|at)\s(?P<place>{L}),\s(?:the\s)?$")


def _is_house(thing: Thing) -> bool:
    """Whether a body that was visited is a house or an agency, which nobody says to have been the host."""
    return _is_staffed(thing) or _FACILITY.search(thing.label) is not None


def _is_staffed(thing: Thing) -> bool:
    """Whether people work in a body, and states do not only sit in it."""
    return thing.kind == "organization" and _STAFFED.search(thing.label) is not None


BEGUN = r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w-]+\s)?(?P<verb>visit|trip|tour),?\s(?:which|that)\s(?:began|started|begun)\s(?:on\s)?(?P<day>{N})"

_OF_BEGUN = Rule(r"\b(?:visit|trip|tour),? (?:which|that) ")


@needing(_OF_BEGUN)
def begun(view: View) -> Iterator[Draft]:
    """“The visit, which began on 5 October, …”: the first day of the visit told before."""
    if not _OF_BEGUN.stands_in(view.unquoted):
        return
    for match in pattern(BEGUN).finditer(view.unquoted):
        days = [one for one in dates_in(view) if view.shape.at(one.start) in range(match.start("verb"), match.end())]
        if days and len(days[0].first) == 10:
            yield Draft.of(view, "Visit", Factuality.HAPPENED, "visit.begun", start=days[0].first, refers_back=True)


# “His counterparts from the Group: A, B and C”, “her colleagues from X, A, and Y, B”: these people.
COLLEAGUES = (
    r"(?:his|her|their|the)\s(?:[\w-]+\s){0,2}(?:counterparts|colleagues|peers)\s(?:from|of|in)\s(?:the\s)?"
    rf"(?:(?:{{FGR}}|[\w-]+(?:\s[\w-]+){{0,3}})[,:]\s{LIST}|{{SE}},\s{{A}}(?:,?(?:\sand|,)\s(?:from\s|of\s)?(?:the\s)?{{SE}},\s{{A}})+)"
)
COMPANY = (
    rf"(?:(?:\b(?P<how>was|were|is|are|will\sbe|is\sto\sbe)\s(?:also\s)?|,\s|(?<=[a-z0-9{{NLS}}])\s(?=accompanied\sby))(?:accompanied\s[^;.]{{0,30}}?|(?<=be\s)joined\s(?:[^;.{{A}}]{{0,30}}?\s)?|(?<=be\salso\s)joined\s)by|(?<=[a-z0-9{{NLS}}]),\s(?:together|along)\swith|(?<!\bbrought\shim)(?<!\bbrought\sher)(?<!\bbrought\sthem)(?<=[a-z{{NLS}}])\s(?:together|along)\swith|\bin\sthe\scompany\sof|\b(?:(?:drove|flew|travel(?:s|led)|went)\s(?:on\s|back\s)?to|visited|[Vv]isiting|touring|tours|toured|arriv(?:es|ed)\s(?:in|at)|(?:paid|made|on|of|about|from)\s(?:(?:a|his|her|their|the)\s)(?:[\w-]+\s){{0,3}}?(?:visit|trip|journey)\s(?:to|in))\s(?:the\s)?{{LSR}}(?:(?:,\s|,?\sand\s){{LSR}}){{0,3}}(?:\s(?:today|yesterday|(?:on\s)?{{N}}))?\swith)\s(?:the\s)?(?:(?:his|her|their)\s(?:[a-z-]+\s){{0,3}}(?P<as>[a-z-]+),?\s(?={{A}}))?(?P<who>{COLLEAGUES}|{LIST})",
    rf"(?P<who>{LIST})(?:,)?\s+(?:also\s)?(?:accompanied|joined)\s(?:(?:him|her|them)\b|(?:the\s)?{{AF}}\s(?:throughout|on|during|for)\s[^;.{{A}}]{{0,30}}?\b(?:visit|trip|journey|tour|stay)\b)",
    # “With him were A and B.”
    rf"(?:^\W*|,\sand\s|;\s)[Ww]ith\s(?:him|her|them)\s(?P<how>was|were)\s(?:also\s)?(?P<who>{LIST})",
)


_OF_COMPANY = Trigger(
    r"\b(?:accompanied|joined)\b",
    r"\b(?:together|along)\swith\b|\bin the company of\b|\b(?:drove|flew|travels|travelled|went) (?:on |back )?to\b|\b(?:visited|[Vv]isiting|touring|tours|toured|arrived|arrives|visit|trip|journey)\b.*\swith\b|\b[Ww]ith (?:him|her|them) (?:was|were)\b",
)


# “The leaders welcomed the supplies which continue to arrive in X”: the supplies do.
_WHICH_THINGS = re.compile(r"\b(?:which|that\s(?:continue|have|had|are|were|will))\s(?:\w+\s){0,3}$")
# A visit that is told as made.
_MADE = re.compile(r"\b(?:visited|toured|arrived|travell?ed|flew|drove|went|came|paid|made|was|were|had)\b")
_FAMILY = re.compile(r"wi(?:fe|ves)|husbands?|spouses?|famil(?:y|ies)|partners?|daughters?|sons?")


@needing(_OF_COMPANY)
def company(view: View) -> Iterator[Draft]:
    """Who went along on the visit told before."""
    if not _OF_COMPANY.stands_in(view.main):
        return
    for rule in COMPANY:
        for match in view.search(rule):
            people = people_of(view.parties(match["who"]))
            if people:
                groups = match.groupdict()
                before = view.main[: match.start()]
                coming = re.search(r"\bbe$", groups.get("how") or "") is not None or (
                    not groups.get("how") and PLANNED.search(before) is not None and _MADE.search(before) is None
                )
                family = _FAMILY.fullmatch(groups.get("as") or "") is not None
                with_them = groups.get("how") in {"was", "were", "will be", "is to be"} and not family
                yield Draft.of(
                    view,
                    "Visit",
                    Factuality.PLANNED if coming else Factuality.HAPPENED,
                    ACCOMPANIED if with_them else "visit.company",
                    parties=people,
                    refers_back=True,
                )


def _as_holder_of(view: View, match: re.Match[str], visitors: list[Party]) -> list[Party]:
    """“His first visit to Moscow as Chairperson-in-Office” is made in that one post."""
    after = pattern(r"^(?:\s(?:today|this\sweek))?,?\sas\s(?:the\s)?(?:new\s)?(?P<post>{A})").search(
        view.main[match.end() :]
    )
    post = post_of(view, after["post"]) if after is not None else None
    if post is None or len(visitors) != 1:
        return visitors
    return [Party(visitors[0].thing, ((post, None),), visitors[0].confidence)]
