"""Sessions of a council that a text tells of by what was said there: “addressed the Council today”, “announced in the Council on 2 May”."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.council_sessions import COUNCIL, EVERY_YEAR, deciding_bodies, session
from kg.extract.draft import Draft
from kg.extract.modality import CALLED_FOR, DENIED, PLANNED, of_verb
from kg.extract.needing import needing
from kg.extract.rounds import BODY
from kg.extract.setting import dates_in, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger
from kg.text.shape import pattern

_TRIGGER = Trigger(
    r"\b(?:[Aa]ddress|brief|told|tells|inform|assured|warned|thanked|urged|asked|present|introduce|outline|report|speech|statement|remarks|[Ss]peaking|[Bb]riefing|heard|received|listened|update|account)",
    r"\bsets? out",
)
_ADDRESSED = rf"(?P<who>{LIST})[^;{{ASEGFH}}]{{0,60}}?\b(?<!his\s)(?<!her\s)(?<!an\s)(?<!the\s)(?<!inaugural\s)(?P<verb>addressed|addresses|address|briefed|briefs|brief|informed|informs|inform|told|tells|assured|warned|thanked|urged|asked|(?:present(?:s|ed)?|introduce[sd]?|outline[sd]?|sets?\sout|report(?:s|ed)?|g(?:ives?|ave|iven)\san?\s(?:\w+\s)?account)\s(?:[^;.{{A}}]{{0,60}}?)(?:to|before|at))\s(?:[^;.]{{0,40}}?\s)?(?:the\s)?{BODY}"
_REPORTED = rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?[Ii]n\s(?:his|her|their|its|an?|the)\s(?:[\w-]+\s){{0,3}}?(?P<verb>addresse?s?|report|speech|statement|presentation|remarks|briefing)\s(?:(?:today|yesterday|(?:on\s)?{{N}})\s)?(?:to|before)\s(?:the\s)?{BODY}[^;{{A}}]{{0,90}}?,\s[^;]{{0,80}}?(?P<who>{LIST})"
_SPEECHES = frozenset({"address", "speech", "statement", "report", "presentation", "remarks", "briefing"})
_SPEECH = rf"(?P<verb>{'|'.join(sorted(_SPEECHES))})"
_IN_ADDRESS = rf"(?P<who>{LIST})[^;{{A}}]{{0,140}}?\bin\s(?:his|her|their|an?)\s(?:[\w-]+\s){{0,3}}?{_SPEECH}\s(?:(?:today|yesterday|(?:on\s)?{{N}})\s)?(?:to|before)\s(?:the\s)?(?:{{SEG}}['’]s\s)?(?:[\w-]+\s){{0,2}}?{BODY}"
# “An address that X delivered to the Council in Y today.”
_DELIVERED = rf"\b{_SPEECH}\s(?:that|which)\s(?P<who>{LIST})(?:,\s[^;,{{A}}]{{0,90}})?,?\s(?:has\s)?(?:delivered|gave|made|presented)\s(?:today\s)?(?:to|before|in|at)\s(?:the\s)?{BODY}"
# “Addressing the Council in Y today, X thanked …”.
_ADDRESSING = rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?P<verb>Addressing|Briefing|Speaking\s(?:at|to|before|in))\s(?:(?:the\s)?(?:[\w-]+\s)?(?:ambassadors|delegates|delegations|representatives|members|envoys|diplomats)\s(?:(?:from|of)\s[^;{{A}}]{{2,60}}?\s)?(?:at|in|of)\s(?:the\s)?(?:{{G}}['’]s\s)?)?(?:(?:the|a)\s(?:[\w-]+\s){{0,3}}?(?:meeting|session|plenary)\sof\s)?(?:the\s)?{BODY}[^;{{A}}]{{0,90}}?,\s(?:the\s)?(?P<who>{{A}})"
# “The members of the Council today heard a report by X”, “the Council was briefed by X”.
_BODY_OR_MEMBERS = r"(?P<body>{FGA})"
_HEARD = (
    rf"{_BODY_OR_MEMBERS}(?:\s\([^()]*\))?\s(?:(?:today|yesterday|also|then|\w+ly|(?:on\s)?{{N}}|this\s(?:morning|afternoon|week))\s){{0,2}}(?P<verb>heard|hears|received|listened\sto)\s"
    r"(?:(?:an?|the|his|her|its|two|three|further)\s)?(?:[\w-]+\s){0,3}?(?:briefings?|reports?|address(?:es)?|presentations?|statements?|updates?|remarks)\s"
    rf"(?:(?:on|about)\s[^;.{{A}}]{{1,60}}?\s)?(?:by|from|of|(?:delivered|presented|given)\sby)\s(?:the\s)?(?P<who>{LIST})"
)
_BRIEFED_BY = (
    rf"{_BODY_OR_MEMBERS}(?:\s\([^()]*\))?\s(?P<coming>will\sbe|is\sto\sbe|are\sto\sbe|was|were|has\sbeen|have\sbeen|is|are)\s(?:today\s|also\s|\w+ly\s)?(?P<verb>briefed|addressed|updated)\s"
    rf"[^;.{{A}}]{{0,60}}?by\s(?:the\s)?(?P<who>{LIST})"
)
_RULES = (_ADDRESSED, _REPORTED, _IN_ADDRESS, _DELIVERED, _ADDRESSING, _HEARD, _BRIEFED_BY)
# “Announced in the Permanent Council on 2 September”: right behind the council, or before what was said there.
_SAID_THERE = rf"\b(?:in|at|before|to)\s(?:the\s)?{BODY}(?:\shere)?(?:\sin\s{{L}})?(?:,|\sof|\son)?\s(?P<day>{{N}})"


_BY = re.compile(r"\b(?:was|were|been)\s[^;,]{2,60}?\sby\s(?:the\s)?$")
# “Has informed the Council of his intention to appoint X”: by letter, and at no session.
_IN_WRITING = re.compile(r"\s(?:of|about)\s(?:his|her|its|their)\s(?:intentions?|decision|wish|choice)\b")
_LETTER = re.compile(r"\b(?:[Ii]n\san?\s(?:[\w-]+\s){0,2}letter|[Bb]y\sletter|[Ii]n\swriting)\b")
# “Urged the ministers to make the Council more transparent”, “told the states that the Council …”: others were addressed.
_FOR_WHAT = pattern(r"\bto\s(?!the\s$)[a-z]+\s|\bthat\s(?:the\s)?$|{A}[^;]*\s(?:of|about|on|regarding|concerning)\s")
# “Should report regularly to the Council”: no session in particular.
_REGULARLY = re.compile(r"\b(?:regularly|annually|periodically|weekly|monthly)\b")
# “Delivered his last report to the Council”: the last one, and no earlier one.
_GIVING = re.compile(
    r"\b(?:deliver(?:s|ed)|gave|gives|presented|presents|made)\s(?:his|her|its|the)\s(?:[\w-]+\s){0,3}$"
)
# “Members of the Council”.
_MEMBERS = re.compile(r"(?:[Mm]embers|[Rr]epresentatives|[Dd]elegates|[Aa]mbassadors) ")
# “In his most recent report to the Council”: a paper.
_WRITTEN = re.compile(r"\b(?:recent|latest|last|quarterly|written|periodic|previous)\s(?:\w+\s)?$")
# What is recent is what a council is told of, and not its session.
_ON_RECENT = re.compile(
    r"\s(?:on|about)\s(?:his|her|their|the)\s(?:(?:most\s)?recent|last|latest|previous|upcoming|forthcoming)\b"
)
_ON_JOURNEY = re.compile(r"\s(?:on|about)\s(?:his|her|their)\s(?:[\w-]+\s){0,3}?(?:visit|trip|journey)\b")


@needing(_TRIGGER)
def addresses(view: View) -> Iterator[Draft]:
    """Who addressed a council: a session of it, with the one who spoke."""
    if not _TRIGGER.stands_in(view.main) or EVERY_YEAR.search(view.main) is not None:
        return
    for match in (one for rule in _RULES for one in view.search(rule)):
        named = [
            *view.things(match["body"], "G"),
            *view.titled(match["body"], _MEMBERS, {"organization", "institution"}),
        ]
        councils = [one for one in named if COUNCIL.search(one.label)]
        bodies = [one for one in councils if one.category == "DecisionBody"]
        speakers = people_of(view.parties(match["who"]))
        if _BY.search(view.main, 0, match.start("who")) and view.main.startswith(", ", match.end("who")):
            # “Was received by X, briefed the Council and left”: not X did.
            speakers = people_of(view.main_subject)
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
        if match.start("who") > match.start("verb") or match["verb"] in _SPEECHES:
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
            view.things(view.main[match.end("who") : match.start("verb")], "L") if match["verb"] in _SPEECHES else ()
        )
        yield session(
            view,
            factuality,
            "round.address",
            bodies or councils,
            parties=speakers,
            start=start,
            end=end,
            # “Addressing the Council in X, Y noted what was done in Z”: in X.
            places=tuple(view.things(view.main[match.end("body") : match.start("who")], "L")[:1])
            if match["verb"][0].isupper()
            else tuple(one for one in where(view, match.end("body")) if one not in spoken_of),
        )


def _of_journey_told(view: View, start: str | None, council: int) -> bool:
    """Whether a date is that of the journey on which a council was briefed: “briefed the Council on his visit to X on 2 May”."""
    topic = _ON_JOURNEY.search(view.main, council, council + 40)
    days = [one for one in dates_in(view) if one.first == start and not one.spoken] if topic is not None else []
    return topic is not None and bool(days) and all(view.shape.at(one.start) > topic.end() for one in days)


@needing(pattern(_SAID_THERE))
def said_there(view: View) -> Iterator[Draft]:
    """A council's session of a day that is only named: who spoke there may be somebody who is not named."""
    for match in view.search(_SAID_THERE):
        bodies = deciding_bodies(view, match["body"])
        days = [one for one in dates_in(view) if view.shape.at(one.start) == match.start("day")]
        before = view.main[max(0, match.start() - 90) : match.start()]
        issued = view.document.issued
        if not bodies or not days or len(days[0].first) != 10 or issued is None or days[0].first > issued:
            continue
        if PLANNED.search(before) or CALLED_FOR.search(before) or re.search(r"\b(?:will|would|not\sbe)\b", before):
            continue
        behind = re.search(r"\b(?:had|since|after|following|recall\w*)\b", before) or DENIED.search(before)
        factuality = Factuality.PRESUPPOSED if behind or days[0].last < issued else Factuality.HAPPENED
        yield session(
            view,
            factuality,
            "round.said",
            bodies,
            parties=_speakers(view, match.start()),
            start=days[0].first,
        )


_WHO_SAID = (
    rf"(?P<who>{LIST}),?\s(?:had\s|has\s)?(?:also\s|\w+ly\s)?"
    r"(?:announced|said|stated|told|declared|warned|spoke|presented|proposed|reported|explained|confirmed|repeated|underlined|stressed)\b[^;{A}]{0,60}$"
)


def _speakers(view: View, position: int) -> list[Party]:
    """The people who said there what the sentence tells: “X had announced in the Permanent Council …”."""
    match = pattern(_WHO_SAID).search(view.main[:position])
    return people_of(view.parties(match["who"])) if match is not None else []
