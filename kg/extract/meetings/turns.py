"""Meetings told in turn, without saying each time that people met: “those whom he saw were …”, “it was the turn of X”, “as did Y”, “he had the second with Z”."""

import re

from kg.extract.actor_lists import LIST, OBJECT, SUBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.circles import circles
from kg.extract.meetings.telling import joined, subject, telling, travellers
from kg.extract.meetings.wording import SHORT_GAP, TALKS
from kg.extract.modality import DENIED, PLANNED, of_verb
from kg.extract.plurals import PLURAL
from kg.extract.setting import dates_in
from kg.extract.view import View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger

OVER_A_MEAL = "meeting.over-meal"
"""The rule of a meal at which others joined those who had met before, as the same sentence tells."""
# “Those whom he saw on Wednesday were A and B; C; and, late in the evening, D.”
OF_THOSE = Trigger(r"\b[Tt]hose\s(?:whom?|that)\s")
THOSE = (
    rf"\b[Tt]hose\s(?:whom?|that)\s(?P<subject>{LIST})\s(?:(?:also|first|then|had)\s)*(?P<verb>saw|seen|met|received|spoke\s(?:to|with)|talked\s(?:to|with)|called\son|sought\sout)\b"
    r"[^;,.{A}]{0,40}?\s(?:was|were|included)\s(?P<object>[^.]*{A}[^.]*)"
)
# “On Thursday it was the turn of A, followed by that of B.”
OF_TURN = Trigger(r"\bturn\sof\s")
TURN = rf"\b(?P<verb>turn)\sof\s(?P<object>{OBJECT})(?:,?\s(?:followed\sby|and\sthen|then|before)\sthat\sof\s(?P<next>{OBJECT}))?"
# “A received X, as did, after him, B.”
OF_DID_SO = Trigger(r",\sas\s(?:did|had)\b")
DID_SO = (
    rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>received|met|hosted|welcomed|saw|spoke\s(?:to|with)|called\son)\s(?:with\s)?(?P<object>{OBJECT})[^;.{{A}}]{{0,60}}?,\sas\s(?:did|had)"
    rf"(?:,\s[^;,.{{A}}]{{2,40}},)?\s(?:also\s|then\s|later\s)?(?P<next>{OBJECT})"
)
# “He had the first conversation with A; he had the second with B.”
OF_SECOND = Trigger(
    r"\b(?:had|held)\s(?:the|his|her|a|an)\s(?:first|second|third|fourth|last|next|other)\s(?:one\s)?with\s"
)
SECOND = rf"(?P<subject>{LIST})\s(?:(?:then|also|later)\s)*(?P<verb>had|held)\s(?:the|his|her|an?)\s(?:first|second|third|fourth|last|next|other)\s(?:one\s)?with\s(?P<object>{OBJECT})"
# “The two had a first exchange on Wednesday and a longer one on Thursday, the latter in the presence of X.”
OF_TWICE = Trigger(r"\b(?:had|held)\s[^;]*\sand\s(?:a|an|another)\s(?:[\w-]+\s)?(?:one|second|third)\b")
TWICE = (
    rf"(?P<subject>{SUBJECT})\s(?:(?:also|then)\s)*(?P<verb>had|held)\s(?:an?|their)\s(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})(?P<first>\s[^;,{{A}}]{{2,50}}?)(?P<joint>,?\sand\s(?:an?\s(?:[\w-]+\s)?|another\s)(?:one|second|third))(?P<second>\s[^;,.{{A}}]{{2,50}})"
    rf"(?:,\s(?:the\slatter|this\stime|then)\s(?:in\sthe\s(?:presence|company)\sof|with)\s(?P<object>{OBJECT}))?"
)
# “She had tried to reach X; a call has now been arranged for Saturday.”
OF_ARRANGED = Trigger(
    r"\s(?:call|meeting|conversation|talk|appointment)\s[^;.]*\b(?:arranged|fixed|scheduled|agreed|set)\sfor\s"
)
ARRANGED = r"(?:;|,?\sbut|,?\sand)\s(?:now\s)?an?(?:nother)?\s(?:[\w-]+\s)?(?P<talks>(?:(?:tele)?phone\s|video\s)?call|meeting|conversation|talk)\s(?:has|had|is|was)\s(?:(?:now|meanwhile|already|since)\s)*(?:been\s)?(?P<verb>arranged|fixed|scheduled|agreed|set)\sfor\s"
# “Over dinner they were joined by X”, behind a meeting that the same sentence tells.
OF_OVER_MEAL = Trigger(r"\b(?:over|at|for)\s(?:\w+\s)?(?:dinner|lunch|breakfast|coffee)\b[^;.]*\bjoined\sby\s")
OVER_MEAL = rf";\s(?:over|at|for)\s(?:an?\s|the\s)?(?:[\w-]+\s)?(?P<talks>dinner|lunch|breakfast|coffee)\b[^;.{{A}}]{{0,30}}?,?\s(?:they|{PLURAL})\swere\s(?:also\s|then\s)?(?P<verb>joined)\sby\s(?P<object>{OBJECT}(?:,?\sand\sby\s{OBJECT})*)"
# “X learnt of it in a call from Y.”
OF_CALL_FROM = Trigger(r"\bin\san?\s(?:[\w-]+\s)?call\s(?:from|with|by)\s")
CALL_FROM = rf"(?P<subject>{LIST})[^;{{A}}]{{0,80}}?\s(?P<verb>learnt|learned|heard|was\s(?:told|informed|briefed)|received|took\snote)\b[^;.{{A}}]{{0,60}}?\bin\san?\s(?:[\w-]+\s)?(?P<talks>call)\s(?:from|with|by)\s(?P<object>{OBJECT})"
# “She intends to raise it with X when both attend the Council.”
OF_WHEN_BOTH = Trigger(r"\swhen\s(?:both|they|the\stwo)\s(?:attend|meet|are|travel|take|come)\b")
WHEN_BOTH = rf"(?P<subject>{LIST})\s(?:(?:also|now)\s)*(?:intends?|plans?|means?|hopes?|wants?|wishes|will|is|are)\s(?:(?:due|going)\s)?(?:to\s)?(?P<verb>raise|take\sup|discuss|address|bring\sup|pursue)\s[^;.{{A}}]{{1,60}}?\swith\s(?P<object>{OBJECT}),?\swhen\s(?:both|they|the\stwo)\s(?:attend|meet|are|travel|take|come)\b"
# “X has invited A, B and C to Y for 24 July.”
OF_INVITED = Trigger(r"\binvited\s[^;]*\sto\s[^;]*\sfor\s")
INVITED_FOR = r"(?P<subject>{A})(?:,[^;,{A}]{3,80},)?\s(?:(?:has|had|have|also|meanwhile|then|now|today)\s)*(?P<verb>invited)\s(?P<object>[^;.]{3,260}?),?\sto\s(?:the\s)?(?P<place>{L})\sfor\s(?:the\s)?{N}"


def those(view: View, match: re.Match[str]) -> list[Draft]:
    """Those whom somebody saw, in the circles that semicolons part, or that their offices do."""
    owners = people_of(view.parties(match["subject"]))
    parts = match["object"].split(";")
    known = {one.thing for one in owners}
    others = [[one for one in people_of(view.parties(part)) if one.thing not in known] for part in parts]
    if not owners or not any(others) or DENIED.search(match[0][: match.end("verb") - match.start()]):
        return []
    parted = [some for some in others if some]
    groups = parted if len(parts) > 1 else circles(match["object"], parted[0], owners, Factuality.HAPPENED)
    return [
        telling(view, match, "meeting.turn", joined(owners, group), Factuality.HAPPENED, match.span("verb"))
        for group in groups
    ]


def turn(view: View, match: re.Match[str]) -> list[Draft]:
    """Whose turn it was to see the one whose doings a text reports."""
    owners = travellers(view)
    known = {one.thing for one in owners}
    factuality = Factuality.PLANNED if PLANNED.search(view.main, 0, match.start()) else Factuality.HAPPENED
    drafts = []
    for stretch in (match["object"], match.groupdict().get("next")):
        others = [one for one in people_of(view.parties(stretch)) if one.thing not in known] if stretch else []
        if owners and others:
            drafts.append(telling(view, match, "meeting.turn", joined(owners, others), factuality, match.span("verb")))
    return drafts


def did_so(view: View, match: re.Match[str]) -> list[Draft]:
    """Two who did the same with somebody, one after the other."""
    first, others = people_of(view.subject(match)), people_of(view.objects(match))
    second = people_of(view.objects(match, "next"))
    if not first or not others or not second:
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    hosting = re.match(r"receiv|host|welcom", match["verb"]) is not None
    drafts = []
    for hosts in (first, second):
        roles = dict.fromkeys((one.thing.iri.value for one in hosts), "host") if hosting else {}
        roles |= dict.fromkeys((one.thing.iri.value for one in others), "guest") if hosting else {}
        parties = joined(hosts, others)
        drafts.append(telling(view, match, "meeting.reception", parties, factuality, match.span("verb"), roles=roles))
    return drafts


def second(view: View, match: re.Match[str]) -> list[Draft]:
    """A further one of the talks that a text has just told of, of which only the number is said."""
    owners, others = people_of(view.parties(match["subject"])), people_of(view.objects(match))
    known = {one.thing for one in owners}
    others = [one for one in others if one.thing not in known]
    if not owners or not others or not (view.document.talked or re.search(TALKS, view.main[: match.start()])):
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    return [telling(view, match, "meeting.turn", joined(owners, others), factuality, match.span("verb"))]


def twice(view: View, match: re.Match[str]) -> list[Draft]:
    """Two meetings of the same people, each with its day, the second perhaps with somebody more."""
    people = people_of(view.parties(match["subject"]))
    if len(people) < 2:
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    more = people_of(view.objects(match)) if match["object"] else []
    drafts = []
    for parties, setting in ((people, "first"), (joined(people, more), "second")):
        draft = telling(view, match, "meeting.turn", parties, factuality, match.span("verb"), match["talks"])
        days = [one for one in dates_in(view) if match.start(setting) <= view.shape.at(one.start) < match.end(setting)]
        draft.start, draft.end = (days[-1].first, days[-1].until) if days else (None, None)
        drafts.append(draft)
    return drafts


def of_all_named(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting of those whom the sentence has named before, with whoever joined them: “over dinner they were joined by X”."""
    before = people_of(view.parties(view.main[: match.start()]))
    further = match["object"] if "object" in match.re.groupindex else ""
    parties = joined(before, people_of(view.parties(further)) if further else [])
    if len(before) < 2 or (further and len(parties) == len(before)):
        return []
    factuality = Factuality.HAPPENED if further else Factuality.PLANNED
    talks = match["talks"] if "call" in match["talks"] else ""
    rule = OVER_A_MEAL if further else "meeting.turn"
    draft = telling(view, match, rule, parties, factuality, match.span("talks"), talks)
    draft.category = "Call" if "call" in match["talks"] else "Meeting"
    return [draft]


def of_two(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting or call of the subject with the other side, told by what was said or will be said at it."""
    owners = people_of(subject(view, match)[0])
    known = {one.thing for one in owners}
    others = [one for one in people_of(view.objects(match)) if one.thing not in known]
    if not owners or not others:
        return []
    coming = match.re.groupindex.get("talks") is None
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    factuality = Factuality.PLANNED if coming and factuality is Factuality.HAPPENED else factuality
    talks = "" if coming else match["talks"]
    return [telling(view, match, "meeting.turn", joined(owners, others), factuality, match.span("verb"), talks)]


def invited_for(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting on a day to which somebody has invited several, who are named."""
    owners, others = people_of(view.parties(match["subject"])), people_of(view.parties(match["object"]))
    known = {one.thing for one in owners}
    others = [one for one in others if one.thing not in known]
    if not owners or len(others) < 2:
        return []
    draft = telling(view, match, "meeting.turn", joined(owners, others), Factuality.PLANNED, match.span("verb"))
    draft.places = tuple(view.things(match["place"], "L"))
    return [draft]
