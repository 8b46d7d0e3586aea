"""Meetings and calls told by what one did with another: “sounded out X over dinner”, “took X aside”, “rang X up”, “assured X in person”."""

import re

from kg.extract.actor_lists import LIST, OBJECT, SUBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.circles import circles
from kg.extract.meetings.groups import GROUP, more, words
from kg.extract.meetings.telephone import SAY
from kg.extract.meetings.telling import bodies, joined, subject, telling, travellers, whom
from kg.extract.meetings.wording import SHORT_GAP, TALKS
from kg.extract.modality import FROM_AFAR, PLANNED, of_verb
from kg.extract.plurals import PLURAL
from kg.extract.setting import dates_in
from kg.extract.view import Party, View, people_of
from kg.model import Factuality, Thing
from kg.text.document import Actor
from kg.text.rule import Trigger
from kg.text.shape import between

# Whom a text means by “him”, or by a word for the one who is received or receives.
_MEANT = r"(?:him|her|them)\b(?!\s[a-z]+(?:s|ed)\b)|(?:his|her|the)\s(?:guest|visitor|host)\b(?!['’-])"
_WHOM = rf"(?:(?P<object>{OBJECT})|(?P<meant>{_MEANT}))"
OF_APPROACH = Trigger(r"\b(?:buttonholed|cornered|aside)\b", r"\b(?:sound(?:s|ed)\sout|sought\sout|caught\sup\swith)\s")
# “Sounded out X on the budget”, “took X aside”.
APPROACHED = rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>sound(?:s|ed)\sout|sought\sout|buttonholed|cornered|caught\sup\swith)\s{_WHOM}"
DRAWN_ASIDE = rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>t(?:ook|akes)|drew|pulled)\s{_WHOM}\saside\b"
OF_RINGING = Trigger(
    r"\b(?:rang|reached|telephoned)\b",
    r"\b(?:got\sthrough\sto|on\sthe\s(?:tele)?phone\sto|on\sthe\sline\s(?:to|with))\s",
)
# “Rang up X”, “reached X in Y by telephone”: nobody is reached otherwise.
RANG = rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>rang(?:\sup)?|reached|telephoned|got\sthrough\sto|(?:was|were)\son\sthe\s(?:(?:tele)?phone|line)\s(?:to|with))\s{_WHOM}(?!\s(?:an?|the)\s)"
_IN_COMPANY = rf"(?:(?P<person>in\sperson|face\sto\sface)|(?:at|in|during|over)\s(?:an?|their)\s(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS}|luncheon|reception|audience))\b"
# “Assured X in person of …”, “bade farewell to X at a dinner”, “made it clear to his guest in a conversation of an hour”.
TOLD = (
    rf"(?P<subject>{LIST})(?P<gap>,?\s(?:(?:also|then|later|today|yesterday|subsequently|afterwards|has|had|{{N}})\s)*)"
    rf"(?P<verb>{SAY}|bade\sfarewell\sto|bidden\sfarewell\sto|took\sleave\sof|(?:gave|given)\s[^;.,{{ASEGFH}}]{{2,40}}?\sto|made\s(?:it\s)?(?:clear|plain|known)\sto)\s{_WHOM}(?:\s(?!that\b|for\b)[^;.,{{ASEGFH}}]{{0,40}}?)?\s{_IN_COMPANY}(?!\s(?:with|of|between|among)\s(?:the\s)?{{AEG}})"
)
# “Told X in Y on 3 May that much was done.”
TOLD_THERE = rf"(?P<subject>{LIST})(?P<gap>,?\s(?:(?:also|then|later|had|has)\s)*)(?P<verb>told|assured|informed|reminded|warned)\s{_WHOM}(?P<talks>(?=))?(?:,?\s(?:in\s{{L}}|at\s(?:the\s)?{{GL}}))\s(?:(?:on\s)?{{N}}|today|yesterday|this\s(?:morning|afternoon)|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\sthat\b"
OF_TOLD_THERE = Trigger(r"\b(?:told|assured|informed|reminded|warned)\b")
OF_TOLD = Trigger(
    r"\b(?:in\sperson|face\sto\sface)\b",
    r"\b(?:at|in|during|over)\s(?:an?|their)\s(?:[\w-]+\s){0,2}?(?:meeting|talks|conversation|discussion|dinner|lunch|luncheon|breakfast|reception|audience|t[eê]te)",
)


def approached(view: View, match: re.Match[str]) -> list[Draft]:
    """Who was spoken to, in person or, by the words of the sentence, from afar."""
    return _with_each(view, match, "")


def rang(view: View, match: re.Match[str]) -> list[Draft]:
    """Who was called; “reached” alone may be anything where what follows is no person."""
    return _with_each(view, match, "call")


def told_in_company(view: View, match: re.Match[str]) -> list[Draft]:
    """Who was told something at a meeting that the sentence does not name otherwise."""
    return _with_each(view, match, match["talks"] or "")


def _with_each(view: View, match: re.Match[str], talks: str) -> list[Draft]:
    subjects = people_of(subject(view, match)[0])
    others = view.objects(match) if match["object"] else whom(view, match["meant"])
    known = {one.thing for one in subjects}
    others = [one for one in others if one.thing.kind == "person" and one.thing not in known]
    if not subjects or not others:
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    return [
        telling(view, match, "meeting.verb", joined(subjects, group), factuality, match.span("verb"), talks)
        for group in circles(match["object"] or "", others, subjects, factuality)
    ]


_LATTER = r"(?:[Tt]he\slatter|him|her)\b"
# “With X, who was late, Y could only speak by telephone”, “With the latter she will have dinner in Z”.
FRONTED = (
    rf"^\W*With\s(?:(?P<object>{OBJECT})(?:[^;]{{0,120}}?,|(?:\s[A-Z][a-z]+)?(?=\s{{A}}\s(?:had|has|also|then|later|met|spoke|talked|conferred|went)\b))|(?P<latter>{_LATTER}),?)\s(?P<subject>{SUBJECT})(?P<gap>\s[^;,.{{ASEGFH}}]{{0,40}}?)\b"
    rf"(?P<verb>signed|met|meet|meets|spoke|speak|spoken|talked|talk|conferred|confer|consulted|dined|dine|lunched|breakfasted|sat\sdown|went\s(?:over|through)|gone\s(?:over|through)|compared\snotes|took\sstock|(?:h[ae]ld|had|have|has|hold|shared|share)\s(?:an?\s|the\s|further\s)?(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS}))\b"
)


def fronted(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting or call whose other side the sentence opens with."""
    subjects = view.parties(match["subject"])
    others = view.objects(match) if match["object"] else latter(view)
    known = {one.thing for one in subjects}
    others = [one for one in others if one.thing.kind == "person" and one.thing not in known]
    if not others or not any(one.thing.kind == "person" for one in subjects):
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    spoken = match["verb"].startswith(("sp", "talk")) and FROM_AFAR.search(view.main) is not None
    talks = match["talks"] or ("call" if spoken else "")
    groups = circles(match["object"] or "", others, subjects, factuality)
    return [
        telling(view, match, "meeting.verb", joined(subjects, group), factuality, match.span("verb"), talks)
        for group in groups
    ]


def latter(view: View) -> list[Party]:
    """The person named last before a sentence, in its paragraph or the one before."""
    people = named_before(view)
    return [Party(people[-1], view.document.posts_of(people[-1]))] if people else []


def named_before(view: View) -> list[Thing]:
    """The people named in the sentence before, or in the last sentence of the paragraph before, each once."""
    index, number = view.paragraph.index, view.sentence.index
    if not index:
        return []
    paragraph = view.paragraph if number else view.document.paragraphs[index - 1]
    sentence = paragraph.sentences[number - 1]
    inside = between(view.document.actors[paragraph.index], sentence.start, sentence.end)
    things = [thing for one in inside if isinstance(one.payload, Actor) for thing in one.payload.things]
    return list(dict.fromkeys(one for one in things if one.kind == "person"))


OF_WHERE = Trigger(r"\b(?:where|whose)\b")
_TELLS = (
    rf"(?:{SAY}|briefed|showed|explained|confirmed|described|outlined|reported|said|replied|expressed|welcomed|thanked)"
)
# “Went on to the ministry, where X assured her that …”, “visited the mission, where its head explained the situation to them”.
WHERE = (
    rf",\s(?:where|whose)\s(?P<host>{LIST})(?P<gap>,?\s(?:(?:also|then|later|both|had|has|(?P<coming>will|intends\sto|plans\sto|is\sto|is\sdue\sto))\s)*)(?P<verb>{_TELLS}|brief|introduce|present|show|inform|receive|welcome|meet)\b[^;.{{ASEFH}}]{{0,90}}?(?<=\s)(?P<meant>him|her|them)\b(?!\s(?:[a-z]+ed|own|country|views?|visit|work)\b)"
    r"(?:\sat\s(?:the|a)\s(?:next\s|coming\s|following\s)?(?:meeting|session|round)\sof\s(?:the\s)?(?P<body>{FG}))?"
)


def heard_there(view: View, match: re.Match[str]) -> list[Draft]:
    """Whom somebody who went to a place was told something by there."""
    hosts = people_of(view.parties(match["host"]))
    guests = people_of(view.main_subject)
    known = {one.thing for one in guests}
    hosts = [one for one in hosts if one.thing not in known]
    factuality = of_verb(view.main, match.end("host"), match.start("verb"), match["verb"])
    coming = match["coming"] is not None
    if coming != (PLANNED.search(view.main, 0, match.start()) is not None):
        return []
    if not guests or not hosts or factuality is not (Factuality.PLANNED if coming else Factuality.HAPPENED):
        return []
    draft = telling(view, match, "meeting.verb", joined(guests, hosts), factuality, match.span("verb"))
    draft.formats = bodies(view, view.things(match["body"] or "", "FG")) or draft.formats
    return [draft]


# “X invited the other two to Y for the next meeting.”
INVITED = (
    rf"(?P<subject>{LIST})(?P<gap>\s(?:(?:also|then|has|had|both)\s)*)(?P<verb>invited)\s(?:{_WHOM}|(?P<rest>(?:the|his|her)\s(?:other|two|three|colleagues|counterparts|ministers)\b[^;.,{{ASEGFHL}}]{{0,30}}?)|(?P<plural>{PLURAL}))"
    rf"\sto\s(?:[A-Z]\w+|{{LS}})\s(?:[^;.,{{ASEGFH}}]{{0,30}}?\s)?for\s(?:the|their|a)\s(?:next|following|further|follow-up|second|third)\s(?:[\w-]+\s)?(?P<talks>{TALKS})\b"
)


def invited(view: View, match: re.Match[str]) -> list[Draft]:
    """The next meeting, to which one of those who sat together invites the others."""
    subjects = people_of(view.parties(match["subject"]))
    number = {"two": 3, "three": 4}.get(next(iter(re.findall(r"two|three", match["rest"] or "")), ""), 2)
    host = subjects[0].thing if subjects else None
    companies = [one.people for one in view.document.companies if len(one.people) == number and host in one.people]
    together = [Party(one) for one in (companies[-1] if companies else view.document.together)]
    others = view.objects(match) if match["object"] else view.parties(match["plural"]) if match["plural"] else together
    parties = joined(subjects, people_of(others))
    if (
        not subjects
        or len(parties) < 2
        or (not match["object"] and subjects[0] not in others and subjects[0].thing not in view.document.together)
    ):
        return []
    draft = telling(view, match, "meeting.next", parties, Factuality.PLANNED, match.span("talks"))
    places = view.things(view.main[match.end("verb") : match.start("talks")], "L")
    draft.places = tuple(places[:1]) or draft.places
    return [draft]


# “On Tuesday, following a briefing by X, Y was received by Z.”
BRIEFED = rf"\b(?:[Ff]ollowing|[Aa]fter)\s(?:an?\s)?(?:[\w-]+\s){{0,2}}?(?P<verb>briefings?)\s(?:by|from|with)\s(?P<object>{OBJECT})(?:,?\sand\s(?:his|her|their)\s[^;,{{A}}]{{2,40}})?[^;{{A}}]{{0,60}}?,\s(?P<subject>{LIST})\s"


def briefed_before(view: View, match: re.Match[str]) -> list[Draft]:
    """Who briefed the one whom the sentence is about before what it goes on to tell."""
    parties = joined(view.parties(match["subject"]), view.objects(match))
    people = people_of(parties)
    if len(people) < 2:
        return []
    draft = telling(view, match, "meeting.briefing", people, Factuality.HAPPENED, match.span("verb"))
    days = {one.first for one in dates_in(view) if len(one.first) == 10}
    draft.start = days.pop() if len(days) == 1 else draft.start
    return [draft]


# “Having started out on Tuesday with X, Y saw Z.”
STARTED = (
    rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?:After\s)?(?:[Hh]aving\s)?(?P<verb>[Ss]tarted(?:\sout|\soff)?|[Bb]egun|[Oo]pened|[Kk]icked\soff|[Ss]tarting(?:\sout|\soff)?|[Bb]eginning)\s(?:(?:his|her|their|the)\s(?:[\w-]+\s){{1,2}})?(?:(?:on\s)?{{N}}\s|today\s|yesterday\s|in\s{{L}}\s|on\s\w+day\s)*"
    rf"with\s(?P<object>{OBJECT})[^;]{{0,80}}?,\s(?P<subject>{LIST})\s"
)


def started(view: View, match: re.Match[str]) -> list[Draft]:
    """With whom a programme began whose other stops the sentence goes on to tell."""
    subjects, others = people_of(view.parties(match["subject"])), view.objects(match)
    known = {one.thing for one in subjects}
    others = [one for one in others if one.thing.kind == "person" and one.thing not in known]
    if not subjects or not others:
        return []
    factuality = Factuality.HAPPENED
    return [telling(view, match, "meeting.verb", joined(subjects, others), factuality, match.span("verb"))]


# “His first meeting in X was with Y”, “the second appointment of the day was with Y”.
OF_TURN = Trigger(
    r"\b(?:first|second|third|fourth|last|final|next|main|other|only|longest)\s[^;.]*\b(?:was|were|will\sbe|is)\s(?:also\s)?with\s"
)
TURN = (
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|{A}['’]s?)\s(?:(?:very|day['’]s|Minister['’]s|President['’]s)\s)?(?:first|second|third|fourth|last|final|next|main|other|only|longest)\s"
    rf"(?:[\w-]+\s){{0,2}}?(?P<talks>meetings?|talks|appointments?|conversations?|discussions?|consultations?|call|encounter)\s(?:[^;.,{{ASEFH}}]{{0,50}}?\s)?"
    rf"(?P<verb>was|were|will\sbe|is)\s(?:also\s|to\sbe\s|held\s)*with\s(?P<object>{OBJECT})"
)


# “Tskhinvali, which she reached in the afternoon, was the venue of a meeting with X.”
VENUE = rf"(?P<place>{{L}})(?:,[^,;{{A}}]{{3,80}},|\s+,\s|\s{{3,}},?\s?)?\s*(?P<verb>was|is|will\sbe)\s(?:also\s)?(?:the\s)?(?:venue|scene|setting|place|site)\s(?:of|for)\s(?:an?\s|the\s|further\s)?(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})\s(?:[^;.,{{ASEGFH}}]{{0,30}}?\s)?with\s(?P<object>{OBJECT})"


def at_venue(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting told by its place, of the one whose doings the text reports."""
    others = people_of(view.objects(match))
    known = {one.thing for one in others}
    owners = [one for one in travellers(view) if one.thing not in known]
    if not owners or not others:
        return []
    factuality = Factuality.PLANNED if match["verb"] == "will be" else Factuality.HAPPENED
    draft = telling(view, match, "meeting.noun", joined(owners, others), factuality, match.span("talks"))
    draft.category, draft.places = "Meeting", tuple(view.things(match["place"], "L"))
    return [draft]


# “Breakfast had been had with defenders, X and Y among them”, “lunch was taken with X”.
TAKEN_WITH = rf"\b(?P<talks>(?i:dinner|lunch|luncheon|breakfast|coffee|tea|supper|talks|discussions|consultations|conversations))\s(?P<verb>(?:had\sbeen|has\sbeen|was|were|have\sbeen)\s(?:also\s|then\s)?(?:had|taken|shared|eaten|held|conducted))\s(?:[^;.,{{ASEGFH}}]{{0,30}}?\s)?with\s(?:{GROUP}|(?P<object>{OBJECT}))"


def taken_with(view: View, match: re.Match[str]) -> list[Draft]:
    """A meal or talks in the passive, of the one whose doings the text reports."""
    named = people_of(view.objects(match)) if match["object"] else more(view, match.end("group"))
    known = {one.thing for one in named}
    owners = [one for one in travellers(view) if one.thing not in known]
    if not owners or not (named or match["group"]):
        return []
    draft = telling(view, match, "meeting.noun", joined(owners, named), Factuality.HAPPENED, match.span("verb"))
    draft.others = words(view, match["group"]) if match["group"] else ""
    return [draft]


# “The mediators – Russia, Ukraine and the OSCE – will confer in Odessa.”
_BODIES = r"(?:the\s)?{SEG}(?:,\s(?:the\s)?{SEG})*,?\sand\s(?:the\s)?{SEG}"
BODIES_CONFER = (
    rf"\b[Tt]he\s(?:[\w-]+\s){{0,2}}?(?:mediators|observers|guarantors|sides|parties|states|countries|participants|signatories)\s(?:[–—-]\s|\()(?P<subject>{_BODIES})(?:\s[–—-]|\))\s"
    r"(?P<verb>(?:(?:will|are\s(?:also\s)?(?:to|due\sto|set\sto|expected\sto|scheduled\sto)|plan\sto|intend\sto)\s)?(?:met|meet|confer|conferred|convene|convened|gather|gathered|hold\stalks|held\stalks|consult|consulted))\b"
)


def bodies_confer(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting of states and bodies that are named behind a word for all of them."""
    parties = view.parties(match["subject"])
    if len(parties) < 2:
        return []
    planned = re.match(r"will|are|plan|intend", match["verb"]) is not None
    factuality = Factuality.PLANNED if planned else Factuality.HAPPENED
    draft = telling(view, match, "meeting.several", parties, factuality, match.span("verb"))
    draft.formats = ()
    return [draft]
