"""Sessions of a council that a text tells of by what was said or decided there, and on which day."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.modality import CALLED_FOR, DENIED, PLANNED, of_verb
from kg.extract.needing import needing
from kg.extract.rounds import BODY, NUMBER, number_of
from kg.extract.setting import dates_in, is_long_ago, to_come, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

TRIGGER = Trigger(
    r"\b(?:[Aa]ddress|brief|told|tells|inform|assured|warned|thanked|urged|asked|present|introduce|outline|report|speech|statement|remarks|[Ss]peaking|[Bb]riefing|heard|received|listened|update)",
    r"\bsets? out",
)
ADDRESSED = rf"(?P<who>{LIST})[^;{{ASEGFH}}]{{0,60}}?\b(?<!his\s)(?<!her\s)(?<!an\s)(?<!the\s)(?<!inaugural\s)(?P<verb>addressed|addresses|address|briefed|briefs|brief|informed|informs|inform|told|tells|assured|warned|thanked|urged|asked|(?:present(?:s|ed)?|introduce[sd]?|outline[sd]?|sets?\sout|report(?:s|ed)?)\s(?:[^;.{{A}}]{{0,60}}?)(?:to|before|at))\s(?:[^;.]{{0,40}}?\s)?(?:the\s)?{BODY}"
REPORTED = rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?[Ii]n\s(?:his|her|their|its|an?|the)\s(?:[\w-]+\s){{0,3}}?(?P<verb>addresse?s?|report|speech|statement|presentation|remarks|briefing)\sto\s(?:the\s)?{BODY}[^;{{A}}]{{0,90}}?,\s[^;]{{0,80}}?(?P<who>{LIST})"
# “Will take part in the session of the Committee in X on 13 May”.
SAT_IN = rf"(?P<who>{LIST})[^;{{ASEGFH}}]{{0,40}}?\b(?P<verb>take\spart\sin|took\spart\sin|participate\sin|attend|(?:travel|go|fly|leave|continue)\s[^;.{{A}}]{{0,40}}?\sfor)\s(?:the|an?|its)\s(?:\w+\s){{0,2}}?(?:session|meeting)\sof\s(?:the\s)?{BODY}"
_OF_SAT_IN = Rule(r"\b(?:session|meeting)\sof\b")


@needing(_OF_SAT_IN)
def sat_in(view: View) -> Iterator[Draft]:
    """Who is to take part in a council's session on a day that is named."""
    if not _OF_SAT_IN.stands_in(view.main):
        return
    for match in view.search(SAT_IN):
        bodies = [one for one in view.things(match["body"], "G") if _COUNCIL.search(one.label)]
        people = people_of(view.parties(match["who"]))
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        start, end = when(view, match.end("body"), factuality)
        if not bodies or not people or factuality is not Factuality.PLANNED or start is None:
            continue
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round.attended",
            parties=[
                *people,
                *(Party(one) for one in bodies[:1] if " for" in match["verb"] and one.category != "DecisionBody"),
            ],
            formats=tuple(one for one in bodies[:1] if one.category == "DecisionBody"),
            start=start,
            end=end,
            places=where(view, match.end("body")) or tuple(view.things(match["verb"], "LS")[:1]),
            event_kind="session",
        )


# “Has informed the Council of his intention to appoint X”: by letter, and at no session.
_IN_WRITING = re.compile(r"\s(?:of|about)\s(?:his|her|its|their)\s(?:intentions?|decision|wish|choice)\b")
_LETTER = re.compile(r"\b(?:[Ii]n\san?\s(?:[\w-]+\s){0,2}letter|[Bb]y\sletter|[Ii]n\swriting)\b")
# “The Group, meeting in X on 28 April under the chairmanship of A, agreed …”.
_SITTING = (
    r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:[Tt]he\s)?(?P<body>{FG})(?:\s(?:of|in|on|to)\s[^;,.()]{2,60}?)?(?:\s\([^()]*\))?,\s(?P<verb>meeting)\s(?=(?:today|yesterday|here|[a-z]+ly|on\s|in\s|at\s|under\s|{N}|for\s))"
    rf"(?:[^;,{{A}}]{{0,80}}?\swith\s(?P<with>{LIST}))?"
)
_OF_SITTING = Rule(r",\smeeting\s")


@needing(_OF_SITTING)
def sitting(view: View) -> Iterator[Draft]:
    """A format's or council's meeting at which it did what a sentence tells, with a day or a place of its own."""
    match = pattern(_SITTING).match(view.main) if not view.is_title and _OF_SITTING.stands_in(view.main) else None
    named = view.things(match["body"], "FG") if match is not None else []
    bodies = [one for one in named if one.kind == "format" or one.category == "DecisionBody"]
    if match is None or not bodies or (match["with"] and "o-Chairs" in view.words):
        return
    start, end = when(view, match.end("verb"), Factuality.HAPPENED)
    places = where(view, match.end("verb"))
    if not places and not any(one.first == start for one in dates_in(view)):
        return
    yield Draft.of(
        view,
        "Meeting",
        Factuality.HAPPENED,
        "round.named",
        parties=people_of(view.parties(match["with"])),
        formats=(bodies[0],),
        start=start,
        end=end,
        places=places,
        event_kind="session" if bodies[0].category == "DecisionBody" else None,
    )


# “Spoke at the opening of the Council in X”, “is attending the 18th Ministerial Council in Y”.
_ATTENDED = (
    rf"(?P<who>{LIST}),?\s+(?:(?:also|today|yesterday|then|later|jointly|both|\w+ly|(?:on\s)?{{N}})\s)*(?P<verb>sp(?:oke|eaks)\sat|attend(?:s|ed)?|took\spart\sin|takes\spart\sin|participate[sd]\sin|(?:is|are)\s(?:attending|taking\spart\sin|participating\sin|speaking\sat)"
    rf"|will\s(?:attend|take\spart\sin|participate\sin|speak\sat)|(?:delivered|gave|made)\s(?:an?|the|his|her)\s(?:[\w-]+\s){{0,3}}?(?:address|speech|statement|remarks)\sat)\s(?:today\s|yesterday\s)?(?:the|today['’]s|yesterday['’]s|this\syear['’]s)\s"
    rf"(?:(?:[\w-]+\s){{0,2}}?(?:session|meeting|plenary|opening|ceremony|segment)\sof\s(?:the\s|today['’]s\s)?)?{NUMBER}?(?:annual\s)?{BODY}(?!['’-]|\s(?:[Dd]eclaration|[Dd]ecision)|[^;.]{{0,20}}\b(?:years|months|until|regularly)\b)"
)
_OF_ATTENDED = Trigger(
    r"\b(?:attend(?:s|ed|ing)?|participat\w+|(?:delivered|gave|made)\s(?:an?|the|his|her))\b",
    r"\bsp(?:oke|eaks|eaking|eak)\sat\b|\bt(?:ook|akes?|aking)\spart\b",
)


@needing(_OF_ATTENDED)
def attending(view: View) -> Iterator[Draft]:
    """Who spoke at a council's session, or attended it, where the words give it a day, a place or a number, or are the news."""
    if view.is_title or not _OF_ATTENDED.stands_in(view.main) or _EVERY_YEAR.search(view.main) is not None:
        return
    for match in view.search(_ATTENDED):
        bodies = [one for one in view.things(match["body"], "G") if one.category == "DecisionBody"]
        people = people_of(view.parties(match["who"]))
        if not bodies or not people:
            continue
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        factuality = Factuality.PLANNED if match["verb"].startswith("will") else factuality
        factuality = told(view, match.start("verb"), factuality)
        start, end = when(view, match.start("verb"), factuality)
        places = where(view, match.end("body"))
        own = bool(places) or any(one.first == start for one in dates_in(view))
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED} or not (own or match["number"]):
            continue
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round.attended",
            parties=people,
            formats=(bodies[0],),
            number=number_of(match["number"]),
            start=start,
            end=end,
            places=places,
            event_kind="session",
        )
        return


SPEECHES = frozenset({"address", "speech", "statement", "report", "presentation", "remarks", "briefing"})
_SPEECH = rf"(?P<verb>{'|'.join(sorted(SPEECHES))})"
IN_ADDRESS = rf"(?P<who>{LIST})[^;{{A}}]{{0,140}}?\bin\s(?:his|her|their|an?)\s(?:[\w-]+\s){{0,3}}?{_SPEECH}\sto\s(?:the\s)?(?:{{SEG}}['’]s\s)?(?:[\w-]+\s){{0,2}}?{BODY}"
# “An address that X delivered to the Council in Y today.”
DELIVERED = rf"\b{_SPEECH}\s(?:that|which)\s(?P<who>{LIST})(?:,\s[^;,{{A}}]{{0,90}})?,?\s(?:has\s)?(?:delivered|gave|made|presented)\s(?:today\s)?(?:to|before|in|at)\s(?:the\s)?{BODY}"
# “Addressing the Council in Y today, X thanked …”.
ADDRESSING = rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?P<verb>Addressing|Briefing|Speaking\s(?:at|to|before|in))\s(?:(?:the\s)?(?:[\w-]+\s)?(?:ambassadors|delegates|delegations|representatives|members|envoys|diplomats)\s(?:(?:from|of)\s[^;{{A}}]{{2,60}}?\s)?(?:at|in|of)\s(?:the\s)?(?:{{G}}['’]s\s)?)?(?:(?:the|a)\s(?:[\w-]+\s){{0,3}}?(?:meeting|session|plenary)\sof\s)?(?:the\s)?{BODY}[^;{{A}}]{{0,90}}?,\s(?:the\s)?(?P<who>{{A}})"
# “The members of the Council today heard a report by X”, “the Council was briefed by X”.
_BODY_OR_MEMBERS = r"(?P<body>{FGA})"
HEARD = (
    rf"{_BODY_OR_MEMBERS}(?:\s\([^()]*\))?\s(?:(?:today|yesterday|also|then|\w+ly|(?:on\s)?{{N}}|this\s(?:morning|afternoon|week))\s){{0,2}}(?P<verb>heard|hears|received|listened\sto)\s"
    r"(?:(?:an?|the|his|her|its|two|three|further)\s)?(?:[\w-]+\s){0,3}?(?:briefings?|reports?|address(?:es)?|presentations?|statements?|updates?|remarks)\s"
    rf"(?:(?:on|about)\s[^;.{{A}}]{{1,60}}?\s)?(?:by|from|of|(?:delivered|presented|given)\sby)\s(?:the\s)?(?P<who>{LIST})"
)
BRIEFED_BY = (
    rf"{_BODY_OR_MEMBERS}(?:\s\([^()]*\))?\s(?P<coming>will\sbe|is\sto\sbe|are\sto\sbe|was|were|has\sbeen|have\sbeen|is|are)\s(?:today\s|also\s|\w+ly\s)?(?P<verb>briefed|addressed|updated)\s"
    rf"[^;.{{A}}]{{0,60}}?by\s(?:the\s)?(?P<who>{LIST})"
)
# Councils of other organizations: those who are addressed, not a format of the OSCE's.
_COUNCIL = re.compile(r"\b(?:Council|Assembly|Committee)$|^Parliamentary\sAssembly\b|^Committee\sof\b")
# “Announced in the Permanent Council on 2 September”: right behind the council, or before what was said there.
SAID_THERE = rf"\b(?:in|at|before|to)\s(?:the\s)?{BODY}(?:\shere)?(?:\sin\s{{L}})?(?:,|\sof|\son)?\s(?P<day>{{N}})"


# “Urged the ministers to make the Council more transparent”, “told the states that the Council …”: others were addressed.
_FOR_WHAT = pattern(r"\bto\s(?!the\s$)[a-z]+\s|\bthat\s(?:the\s)?$|{A}[^;]*\s(?:of|about|on|regarding|concerning)\s")
# “Should report regularly to the Council”: no session in particular.
_REGULARLY = re.compile(r"\b(?:regularly|annually|periodically|weekly|monthly)\b")


# “Delivered his last report to the Council”: the last one, and no earlier one.
_GIVING = re.compile(
    r"\b(?:deliver(?:s|ed)|gave|gives|presented|presents|made)\s(?:his|her|its|the)\s(?:[\w-]+\s){0,3}$"
)


@needing(TRIGGER)
def addresses(view: View) -> Iterator[Draft]:
    """Who addressed a council: a session of it, with the one who spoke."""
    if not TRIGGER.stands_in(view.main) or _EVERY_YEAR.search(view.main) is not None:
        return
    for match in (
        *view.search(ADDRESSED),
        *view.search(REPORTED),
        *view.search(IN_ADDRESS),
        *view.search(DELIVERED),
        *view.search(ADDRESSING),
        *view.search(HEARD),
        *view.search(BRIEFED_BY),
    ):
        named = [
            *view.things(match["body"], "G"),
            *view.titled(match["body"], _MEMBERS, {"organization", "institution"}),
        ]
        councils = [one for one in named if _COUNCIL.search(one.label)]
        bodies = [one for one in councils if one.category == "DecisionBody"]
        speakers = people_of(view.parties(match["who"]))
        gap = view.main[match.end("verb") : match.start("body")]
        often = _REGULARLY.search(view.main, match.start("verb"), match.start("body"))
        whose = view.main[match.end("body") :].startswith(("’s", "'s"))
        written = _IN_WRITING.match(view.main, match.end("body")) or _LETTER.search(view.main)
        if written:
            continue
        paper = match["verb"] == "report" and _WRITTEN.search(view.main, match.start(), match.start("verb"))
        if not councils or not speakers or often or whose or paper or _FOR_WHAT.search(gap):
            continue
        factuality = told(
            view, match.start("verb"), of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        )
        if match.start("who") > match.start("verb") or match["verb"] in SPEECHES:
            planned = re.search(
                r"\b(?:will|is to|are to|is due to|plans? to)\b",
                match.groupdict().get("coming") or view.main[match.end("who") : match.start("verb")],
            )
            factuality = Factuality.PLANNED if planned else Factuality.HAPPENED
        if factuality is Factuality.PRESUPPOSED and _GIVING.search(view.main, 0, match.start("verb")):
            factuality = Factuality.HAPPENED
        start, end = when(view, match.start("verb"), factuality)
        if _of_journey_told(view, start, match.end("body")) or (
            start is None and _ON_RECENT.match(view.main, match.end("body")) is not None
        ):
            start, end = view.document.issued if factuality is Factuality.HAPPENED else None, None
        # “Welcomed the agreement in X in her statement to the Council”: a place of what was spoken of.
        spoken_of = (
            view.things(view.main[match.end("who") : match.start("verb")], "L") if match["verb"] in SPEECHES else ()
        )
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round.address",
            parties=speakers,
            formats=tuple((bodies or councils)[:1]),
            start=start,
            end=end,
            # “Addressing the Council in X, Y noted what was done in Z”: in X.
            places=tuple(view.things(view.main[match.end("body") : match.start("who")], "L")[:1])
            if match["verb"][0].isupper()
            else tuple(one for one in where(view, match.end("body")) if one not in spoken_of),
            event_kind="session",
        )


# “Members of the Council”.
_MEMBERS = re.compile(r"(?:[Mm]embers|[Rr]epresentatives|[Dd]elegates|[Aa]mbassadors) ")


# “In his most recent report to the Council”: a paper.
_WRITTEN = re.compile(r"\b(?:recent|latest|last|quarterly|written|periodic|previous)\s(?:\w+\s)?$")
# What is done again and again is no session.
_EVERY_YEAR = re.compile(
    r"\b(?:[Ee]ach|[Ee]very)\s(?:year|month|week)\b|\b(?:annually|traditionally|usually|customarily)\b"
)
# What is recent is what a council is told of, and not its session.
_ON_RECENT = re.compile(
    r"\s(?:on|about)\s(?:his|her|their|the)\s(?:(?:most\s)?recent|last|latest|previous|upcoming|forthcoming)\b"
)
_ON_JOURNEY = re.compile(r"\s(?:on|about)\s(?:his|her|their)\s(?:[\w-]+\s){0,3}?(?:visit|trip|journey)\b")


def _of_journey_told(view: View, start: str | None, council: int) -> bool:
    """Whether a date is that of the journey on which a council was briefed: “briefed the Council on his visit to X on 2 May”."""
    topic = _ON_JOURNEY.search(view.main, council, council + 40)
    days = [one for one in dates_in(view) if one.first == start and not one.spoken] if topic is not None else []
    return topic is not None and bool(days) and all(view.shape.at(one.start) > topic.end() for one in days)


@needing(pattern(SAID_THERE))
def sessions(view: View) -> Iterator[Draft]:
    """A council's session of a day that is only named: who spoke there may be somebody who is not named."""
    for match in view.search(SAID_THERE):
        bodies = [one for one in view.things(match["body"], "G") if one.category == "DecisionBody"]
        days = [one for one in dates_in(view) if view.shape.at(one.start) == match.start("day")]
        before = view.main[max(0, match.start() - 90) : match.start()]
        issued = view.document.issued
        if not bodies or not days or len(days[0].first) != 10 or issued is None or days[0].first > issued:
            continue
        if PLANNED.search(before) or CALLED_FOR.search(before) or re.search(r"\b(?:will|would|not\sbe)\b", before):
            continue
        behind = re.search(r"\b(?:had|since|after|following|recall\w*)\b", before) or DENIED.search(before)
        factuality = Factuality.PRESUPPOSED if behind or days[0].last < issued else Factuality.HAPPENED
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round.said",
            parties=_speakers(view, match.start()),
            formats=(bodies[0],),
            start=days[0].first,
            event_kind="session",
        )


# “In a special session Friday, the Council discussed …”, “the Council condemned … at its extraordinary meeting”.
_A_SITTING = r"(?:(?:[Ii]n|[Aa]t|[Dd]uring|[Ff]ollowing|[Aa]fter)\s(?:an?|its|today['’]s|yesterday['’]s)\s(?:[a-z]+\s){0,2}?(?P<kind>special|extraordinary|emergency|reinforced|regular|weekly|plenary|closed|joint)\s(?:session|meeting|sitting)|[Ii]n\s(?:special|emergency|extraordinary)\ssession)\b"
_BODY_WHOLE = rf"{BODY}(?:\s\([^()]*\))?(?:\sof\s(?:the\s)?{{G}}(?:\s\([^()]*\))?)?"
_DECIDED = r"(?:(?:today|yesterday|also|then|\w+ly|unanimously|(?:on\s)?{N})\s)*(?P<verb>[a-z]+ed|heard|took|gave|met|held|made)"
_DECIDING = (
    rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?{_A_SITTING}[^;{{A}}]{{0,90}}?,?\s(?:the\s)?{_BODY_WHOLE}\s{_DECIDED}\b",
    rf"(?:^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?|\b)[Tt]he\s{_BODY_WHOLE}\s{_DECIDED}\s(?!by\b)[^;]{{0,160}}?\b{_A_SITTING}",
)
_OF_DECIDING = Trigger(r"\b(?:session|meeting|sitting)\b")


@needing(_OF_DECIDING)
def deciding(view: View) -> Iterator[Draft]:
    """A council's session that is told by what the council did there: “in a special session, the Council discussed …”."""
    if view.is_title or not _OF_DECIDING.stands_in(view.main):
        return
    for rule in _DECIDING:
        for match in view.search(rule):
            bodies = [one for one in view.things(match["body"], "G") if one.category == "DecisionBody"]
            factuality = of_verb(view.main, match.end("body"), match.start("verb"), match["verb"])
            if not bodies or factuality is not Factuality.HAPPENED:
                continue
            start, end = when(view, match.start("verb"), factuality)
            yield Draft.of(
                view,
                "Meeting",
                factuality,
                "round.named",
                formats=(bodies[0],),
                start=start,
                end=end,
                places=where(view, match.end("verb")),
                event_kind="session",
            )
            return


# “The next Ministerial Council, which is to be held in X on 4 and 5 December”.
_HELD = (
    rf"\b(?:[Tt]he|[Ii]ts)\s(?:(?P<which>next|previous|last|forthcoming|upcoming|coming)\s)?{BODY}(?:\sin\s(?:the\s)?{{LS}})?,?\s(?:which\s|that\s)?"
    r"(?P<held>(?:will|is)\s(?:also\s|now\s)?(?:be\sheld|take\splace|to\sbe\sheld|to\stake\splace|(?:due|scheduled|planned)\sto\s(?:be\sheld|take\splace))|to\sbe\sheld|took\splace|was\sheld)\b"
)
_OF_HELD = Trigger(r"\b(?:held)\b", r"\btak(?:e|es)\splace|took\splace")


def councils_held(view: View) -> Iterator[Draft]:
    """A council's session, to come or over, that a text names with its days: nobody is told to have sat there."""
    if not _OF_HELD.stands_in(view.unquoted):
        return
    for match in pattern(_HELD).finditer(view.unquoted):
        bodies = [one for one in view.things(match["body"], "G") if one.category == "DecisionBody"]
        days = [one for one in dates_in(view) if 0 <= view.shape.at(one.start) - match.end() < _FAR]
        issued = view.document.issued
        if not bodies or not days or len(days[0].first) < 7 or issued is None:
            continue
        coming = re.match(r"will|is|to\b", match["held"]) is not None
        if coming:
            days = [to_come(view, days[0], view.shape.start(match.end()))]
        if coming != (days[0].last >= issued[: len(days[0].last)]):
            continue
        recalled = match["which"] in {"previous", "last"} or is_long_ago(issued, days[0].last)
        factuality = Factuality.PLANNED if coming else Factuality.PRESUPPOSED if recalled else Factuality.HAPPENED
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round.named",
            formats=(bodies[0],),
            start=days[0].first,
            end=days[0].until,
            places=where(view, match.end("held")) or tuple(view.things(match[0], "L")[:1]),
            event_kind="session",
        )


# “A report to the 7-8 December meeting of the Council in X”, “of OSCE foreign ministers (Ministerial Council)”.
_DATED = rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?P<day>{{N}})\s(?:[a-z]+\s)?(?:meeting|session)\sof\s(?:(?:the\s)?{BODY}|[^;,.()]{{1,60}}?\s\((?:the\s)?(?P<other>{{G}})\))"
_OF_DATED = Rule(r"[\ue000-\uf8ff]\s(?:[a-z]+\s)?(?:meeting|session)\sof\s")


@needing(_OF_DATED)
def dated_sessions(view: View) -> Iterator[Draft]:
    """A council's session that a text names by its day and of which it tells nothing else."""
    issued = view.document.issued
    if view.is_title or issued is None or not _OF_DATED.stands_in(view.main):
        return
    for match in view.search(_DATED):
        named = view.things(match["body"] or match["other"], "G")
        bodies = [one for one in named if one.category == "DecisionBody"]
        days = [one for one in dates_in(view) if view.shape.at(one.start) == match.start("day")]
        if not bodies or not days or len(days[0].first) < 7:
            continue
        coming = PLANNED.search(view.main, 0, match.start()) is not None or re.search(
            r"\bto\s$", view.main[: match.start()]
        )
        day = to_come(view, days[0], view.shape.start(match.start())) if coming else days[0]
        factuality = Factuality.PLANNED if day.last > issued[: len(day.last)] else Factuality.PRESUPPOSED
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round.named",
            formats=(bodies[0],),
            start=day.first,
            end=day.until,
            places=where(view, match.end()),
            event_kind="session",
        )


# “The Council will examine the proposal on 22 March in X”, “is expected to take a decision in X in November”.
_TO_SIT = (
    r"\b(?:[Tt]he|[Ii]ts)\s(?:(?:next|forthcoming|upcoming)\s)?(?P<body>{G})\s(?:will|is\s(?:also\s)?(?:to|expected\sto|due\sto|scheduled\sto|set\sto))\s(?:also\s|then\s|\w+ly\s)?"
    r"(?P<verb>discuss|examine|consider|review|debate|decide|adopt|vote|hear|deal\swith|take\s(?:up|a\sdecision|the\sdecision|its\sdecision)|(?:return|come\sback|revert)\sto|meet|convene|assemble|gather|come\stogether|hold\s(?:an?|its)\s(?:[\w-]+\s){0,2}?(?:session|meeting)|be\s(?:briefed|addressed|informed))\b"
    # “Preparations for the Ministerial Council to take place in X in December”.
    r"|\b[Tt]he\s(?:(?:next|forthcoming|upcoming)\s)?(?P<other>{G})(?:\s(?:meeting|session))?\s(?:(?:due|scheduled|set|planned|expected)\s)?(?P<to_be>to\s(?:take\splace|be\sheld|be\shosted))\b"
)
_OF_TO_SIT = Rule(r"\b(?:will|to)\b")


@needing(_OF_TO_SIT)
def councils_to_sit(view: View) -> Iterator[Draft]:
    """A council's session to come that a text tells by what it will do there, on a day or in a month that it names."""
    if not _OF_TO_SIT.stands_in(view.main):
        return
    for match in view.search(_TO_SIT):
        named, behind = match["body"] or match["other"], match.end("verb" if match["body"] else "to_be")
        bodies = [one for one in view.things(named, "G") if one.category == "DecisionBody"]
        start, end = when(view, behind, Factuality.PLANNED) if bodies else (None, None)
        if start is None or len(start) < 7:
            continue
        yield Draft.of(
            view,
            "Meeting",
            Factuality.PLANNED,
            "round.named",
            formats=(bodies[0],),
            start=start,
            end=end,
            places=where(view, behind),
            event_kind="session",
        )


_FAR = 50
"""Characters behind a council within which its days stand."""
_WHO_SAID = (
    rf"(?P<who>{LIST}),?\s(?:had\s|has\s)?(?:also\s|\w+ly\s)?"
    r"(?:announced|said|stated|told|declared|warned|spoke|presented|proposed|reported|explained|confirmed|repeated|underlined|stressed)\b[^;{A}]{0,60}$"
)


def _speakers(view: View, position: int) -> list[Party]:
    """The people who said there what the sentence tells: “X had announced in the Permanent Council …”."""
    match = pattern(_WHO_SAID).search(view.main[:position])
    return people_of(view.parties(match["who"])) if match is not None else []
