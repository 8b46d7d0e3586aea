"""Observations of elections, and activities: trainings, seminars, conferences, exhibitions and the like."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, NOT_ACTOR
from kg.extract.draft import Draft
from kg.extract.modality import of_noun, of_verb
from kg.extract.needing import needing
from kg.extract.setting import dates_in, is_long_ago, lasting, told, when, where
from kg.extract.view import Party, View, people_of
from kg.iris import slug
from kg.model import Confidence, Factuality, Thing
from kg.text.dates import DateMention
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

OF_OBSERVATION = Rule(r"\b(?:election|elections|referendum|vote|polls)\b", re.IGNORECASE)
OBSERVE = (
    rf"(?P<subject>{LIST})(?!\sparticipating){NOT_ACTOR}{{0,80}}?\b(?P<verb>(?:observ(?:es?|ed|ing)|monitor(?:s|ed)?)\b|(?:open(?:s|ed)|deploy(?:s|ed)?|launch(?:es|ed)|sen(?:ds|t)|establish(?:es|ed)?)\s(?:an?\s|its\s|the\s)?(?:[\w-]+\s){{0,3}}?(?:(?:election|referendum)\s)?(?:observation|observ\w+|monitoring|assessment|expert)\s?(?:mission|team)?|open(?:s|ed)\s(?:an?\s|its\s)?(?:{{T}})(?:\smission)?)(?P<rest>[^;.]{{0,120}})",
)
NOUN = r"(?P<noun>(?:Conference|Forum|Seminar|Workshop|Symposium|Exhibition|Summer\sSchool)(?!\s[A-Z])|training(?:\s(?:course|session|event|programme|workshop))?|course|seminar|workshop|conference(?!\scalls?\b)|exercise|round[\s-]?table(?:\sdiscussion)?|forum|summer\sschool|exhibition|camp|competition|study\svisit|public\shearing|consultation|panel\sdiscussion|debate|webinar|simulation|award\sceremony|commemoration|ceremony|public\sevent|side\sevent|event|campaign|lecture|symposium|hackathon)"
TRIGGER = Trigger(
    r"\b(?:training|course|seminar|workshop|conference(?!\scalls?\b)|exercise|round-?table|forum|school|exhibition|camp|competition|visit|hearing|consultation|discussion|debate|webinar|simulation|ceremony|event|campaign|lecture|symposium|commemoration)\b",
    r"\bround table\b",
    re.IGNORECASE,
)
ACTIVITY = (
    rf"(?P<subject>{LIST}){NOT_ACTOR}{{0,60}}?\b(?P<verb>(?:is|are)\s(?:currently\s)?(?:holding|hosting|organi[sz]ing|conducting|running)|(?:co-)?organi[sz](?:es?|ed)|h(?:olds?|eld|osted|osts?)|conduct(?:s|ed)?|open(?:s|ed)?|launch(?:es|ed)?|conven(?:es?|ed)|co-host(?:s|ed)?|conclud(?:es?|ed)|complet(?:es?|ed)|deliver(?:s|ed)?|runs?|ran|facilitated|supported)\s(?:(?:(?!\b(?:at|during|on|after|before|following|ahead|with|of|about)\b)[^;.,{{ASEGFH}}]){{0,60}}?)\b{NOUN}\b(?:[^;.{{ASEGFH}}]{{0,60}}?\b(?:together|jointly|along)\swith\s(?P<with>{LIST}))?",
    rf"\b(?:[Aa]|[Aa]n|[Tt]he|[Tt]his|\w+-day)\s(?:[\w’'-]+\s){{0,5}}?{NOUN}\b(?P<rest>[^;]{{0,160}}?)\b(?P<verb>(?:was|is|were|will\sbe|has\sbeen)\s(?:[\w-]+\s){{0,2}}?(?:organized|organised|held|hosted|conducted|opened|launched|delivered|facilitated|concluded|completed)|(?:held|run|hosted|conducted|delivered|given)\s(?:jointly\s)?by|took\splace|takes\splace|will\stake\splace|organized|organised|began|concluded|opened|ended|trained|brought\stogether|gathered)",
    rf"(?P<subject>x{{0}})\b(?P<verb>concluded|held|opened|began|completed)\s(?:[\w-]+\s){{0,3}}?{NOUN}\b",
)
BY = (
    (
        rf"\b(?:co-?)?(?:organized|organised|hosted|run|conducted|held|delivered|supported|facilitated)(?:\s(?:jointly|together))?\s(?:by|with)\s(?:the\s)?(?P<who>{LIST})",
        "organizer",
    ),
    (rf"\b(?:co-?)?(?:funded|financed)(?:\s\w+)?\sby\s(?:the\s)?(?P<who>{LIST})", "funder"),
    (rf"\b(?:funding|financial\ssupport)\s(?:from|by|of)\s(?:the\s)?(?P<who>{LIST})", "funder"),
)


ORGANIZED = rf"^\W*(?:It|They)\s(?:was|were|is|are)\s(?:\w+\s)?(?:co-?)?(?P<verb>organi[sz]ed|held|run|conducted|hosted|delivered|facilitated|supported|funded|financed)\s(?:jointly\s)?by\s(?:the\s)?(?P<who>{LIST})(?:[^;.{{ASEGFH}}]{{0,40}}?\b(?:together|jointly|along)\swith\s(?:the\s)?(?P<with>{LIST}))?"
_GOODS = r"(?:equipment|vehicles?|cars?|computers?|laptops|tablets?|books|supplies|medicines?|devices?|kits?|detectors|generators?|furniture|software|radios|cameras|servers|ambulances?|boats?|drones?|hardware|textbooks|materials)"
HANDED_OVER = rf"(?P<subject>{LIST}){NOT_ACTOR}{{0,40}}?\b(?P<verb>hand(?:s|ed)?\sover|donat(?:es?|ed))\s(?P<what>(?:(?!\b(?:to|for|in|at)\b)[^;.,{{ASEGFH}}]){{0,60}}?\b(?P<goods>{_GOODS}))\b"

OF_HANDOVER = Trigger(r"\bdonat", r"\bhand(?:s|ed)? over")


_NAMED_EVENT = rf"(?:[Tt]he|[Tt]his|[Aa])\s(?:[\w-]+\s){{0,4}}?{NOUN}"
ORGANIZED_FIRST = (
    rf"^\W*(?:Co-o|O)rgani[sz](?P<verb>ed)\s(?:jointly\s)?by\s(?:the\s)?(?P<who>{LIST})(?:[^;.{{ASEGFH}}]{{0,60}}?\b(?:with|and)\s(?:the\s)?(?P<with>{LIST}))?"
    rf"[^;]{{0,60}}?,\s{_NAMED_EVENT}"
)
ORGANIZED_STILL = rf"^\W*{_NAMED_EVENT}\s(?:is|was)\s(?:being\s)?(?:co-)?(?P<verb>organi[sz]ed|hosted|supported|funded|financed)\s(?:jointly\s)?by\s(?:the\s)?(?P<who>{LIST})(?:[^;.{{ASEGFH}}]{{0,40}}?\b(?:together|jointly|along)\swith\s(?:the\s)?(?P<with>{LIST}))?"


# “The Mission organized it together with the Centre”, “the course, which the Mission organized together with the Service”.
_BEFORE = r"(?:course|seminar|workshop|training|event|conference|camp|exercise|round\stable|forum)"
ORGANIZED_IT = (
    rf"^\W*(?P<who>{LIST})\s(?P<verb>organi[sz]ed|held|conducted|hosted)\s(?:it|(?:the|this)\s(?:[\w-]+\s)?{_BEFORE})(?:\s(?:jointly|together)\swith\s(?:the\s)?(?P<with>{LIST}))?",
    rf"^\W*[Tt]he\s(?:[\w-]+\s)?{_BEFORE},\swhich\s(?P<who>{LIST})\s(?:had\s)?(?P<verb>organi[sz]ed|held|conducted|hosted)(?:\s(?:jointly|together)\swith\s(?:the\s)?(?P<with>{LIST}))?",
)
_OF_ORGANIZED_IT = Rule(r"\b(?:organi[sz]ed|held|conducted|hosted)\b")


@needing(_OF_ORGANIZED_IT)
def organized_it(view: View) -> Iterator[Draft]:
    """Who held the course that was told before, in the active voice: adds to it."""
    if not _OF_ORGANIZED_IT.stands_in(view.unquoted) or view.is_title or view.is_lead:
        return
    for rule in ORGANIZED_IT:
        match = pattern(rule).match(view.unquoted)
        parties = [*view.parties(match["who"]), *view.parties(match["with"])] if match is not None else []
        bodies = [one for one in parties if one.thing.kind in {"mission", "institution", "organization", "state"}]
        if match is None or not bodies or dates_in(view) or len(bodies) != len(parties):
            continue
        role = "host" if match["verb"] == "hosted" else "organizer"
        roles = {one.thing.iri.value: role for one in bodies}
        yield Draft.of(
            view, "Activity", Factuality.HAPPENED, "activity.by", parties=bodies, roles=roles, refers_back=True
        )
        return


def organized(view: View) -> Iterator[Draft]:
    """“It was organized by X”, “Organized by X, the course …”: adds to the activity told before."""
    match = pattern(ORGANIZED).match(view.main) if view.main.lstrip().startswith(("It ", "They ")) else None
    if match is None and " by " in view.main and TRIGGER.stands_in(view.main):
        match = pattern(ORGANIZED_FIRST).match(view.main) or pattern(ORGANIZED_STILL).match(view.main)
        if match is not None and dates_in(view):
            match = None
    if match is None:
        return
    parties = [*view.parties(match["who"]), *view.parties(match["with"])]
    parties += _bodies_in(view, match.end("who"), match.end("who") + 120) if match["with"] is None else []
    role = "funder" if match["verb"] in {"funded", "financed"} else "host" if match["verb"] == "hosted" else "organizer"
    if parties:
        roles = {one.thing.iri.value: role for one in parties}
        yield Draft.of(
            view, "Activity", Factuality.HAPPENED, "activity.by", parties=parties, roles=roles, refers_back=True
        )


@needing(OF_HANDOVER)
def handovers(view: View) -> Iterator[Draft]:
    """Equipment that somebody handed over or donated: an activity of the giver's."""
    if not OF_HANDOVER.stands_in(view.main):
        return
    for match in view.search(HANDED_OVER):
        givers = [one for one in view.parties(match["subject"]) if one.thing.kind != "format"]
        factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
        factuality = told(view, match.start("verb"), factuality)
        if not givers:
            continue
        start, end = when(view, match.start("verb"), factuality)
        yield Draft.of(
            view,
            "Activity",
            factuality,
            "activity.handover",
            parties=givers,
            roles={one.thing.iri.value: "organizer" for one in givers},
            start=start,
            end=end,
            places=where(view, match.end("goods")),
            label=f"handover of {match['goods']}",
        )
        return


_WITH = re.compile(
    r",\s(?:jointly|together|along|in\s(?:[\w-]+\s)?(?:co-?operation|partnership|co-?ordination|collaboration))\swith\s(?:the\s)?$"
)


def observations(view: View) -> Iterator[Draft]:
    """The election observations that a sentence tells of, as drafts."""
    if not view.in_paragraph(OF_OBSERVATION) or not OF_OBSERVATION.stands_in(view.words):
        return
    view = view.without_topics
    for rule in OBSERVE:
        for match in view.search(rule):
            stretch = match["verb"] + match["rest"]
            if not OF_OBSERVATION.search(stretch) or re.search(
                r"\b(?:many|several|numerous|previous) occasions\b", stretch
            ):
                continue
            observers = [
                one
                for one in view.parties(match["subject"])
                if one.thing.kind in {"institution", "organization", "mission"}
            ]
            if not observers:
                continue
            factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
            factuality = told(view, match.start("verb"), factuality)
            start, end = when(view, match.start("verb"), factuality)
            states = view.things(match["rest"], "SD") or view.things(view.text, "SD")
            if factuality is Factuality.HAPPENED and not re.match(r"observ|monitor", match["verb"]):
                start, end = view.document.issued, None
            if factuality is Factuality.HAPPENED and is_long_ago(view.document.issued, end or start):
                factuality = Factuality.PRESUPPOSED
            several = _elections(view, match)
            for places, day in several or [(tuple(states[:1]), None)]:
                yield Draft.of(
                    view,
                    "Observation",
                    factuality,
                    "observation",
                    parties=list(observers),
                    roles={one.thing.iri.value: "observer" for one in observers},
                    start=day.first if day is not None else start if not several else None,
                    end=day.until if day is not None else end if not several else None,
                    places=places,
                    event_kind="election-observation",
                )
            return


_AND_ELECTION = re.compile(r"(?:,?\sand\s|,\s)(?:(?:the|also|its)\s)?")


def _elections(view: View, match: re.Match[str]) -> list[tuple[tuple[Thing, ...], DateMention | None]]:
    """The states and days of several elections observed: “A's election on 14 March and the election in B on 28 March”."""
    ends = [*(one.start() for one in _AND_ELECTION.finditer(match["rest"])), len(match["rest"])]
    found: list[tuple[tuple[Thing, ...], DateMention | None]] = []
    begin = 0
    for end in ends:
        stretch = match["rest"][begin:end]
        states = view.things(stretch, "SD")
        if len(states) == 1 and OF_OBSERVATION.search(stretch) and (states[0],) not in [one for one, _ in found]:
            first = match.start("rest") + begin
            days = [one for one in dates_in(view) if first <= view.shape.at(one.start) < first + len(stretch)]
            found.append(((states[0],), days[0] if days else None))
            begin = end
    return found if len(found) > 1 else []


_CAPITAL = r"(?:[A-ZÀ-Ž][\w’'-]+|{SDRTLG})"
_NEW_BODY = rf"(?:(?:together|jointly|along)\swith|\band|(?:co-?operation|partnership)\swith)\s(?:the\s)?(?P<new>{_CAPITAL}(?:\s(?:(?:of|for|on)\s(?:the\s)?|and\s)?{_CAPITAL})+)"
_OF_BODY = re.compile(
    r"\b(?:Ministry|Council|Agency|Committee|Commission|Institute|University|Academy|Association|Union|Court|Office|Department|Cent(?:re|er)|Foundation|Service|School|Bureau|Chamber|Police|Guard)\b"
)


def _new_bodies(view: View, match: re.Match[str]) -> list[Party]:
    """Bodies that no list knows, named with those who hold an activity: “the Mission and the Ministry of Sports organized”."""
    if not match.groupdict().get("subject"):
        return []
    return [
        *_bodies_in(view, match.end("subject"), match.start("verb"), joined=True),
        *_bodies_in(view, match.end("noun"), match.end("noun") + 120),
    ]


def _bodies_in(view: View, begin: int, end: int, joined: bool = False) -> list[Party]:
    """The unknown bodies in a stretch of the shape behind “together with”, and behind “and” where these are joined."""
    found = []
    for named in pattern(_NEW_BODY).finditer(view.main, begin, min(end, len(view.main))):
        name = view.paragraph.text[slice(*view.shape.source(named.start("new"), named.end("new")))]
        if _OF_BODY.search(name) and (joined or not named[0].startswith("and")) and not view.things(named["new"], "G"):
            found.append(Party(Thing("organization", slug(name), name, "Organization"), (), Confidence.MEDIUM))
    return found


_TO_ATTEND = re.compile(
    r"\bwill\s(?:also\s)?(?:attend|address|speak\sat|participate\sin|take\spart\sin)\sthe\s(?:[\w-]+\s){0,3}$"
)


# “Will receive part of the funds raised at a conference in June”: the conference was.
_DONE_AT = re.compile(
    r"\b(?:raised|pledged|agreed|adopted|launched|presented|made|collected|signed|announced|reached|donated|promised)\s(?:(?:up)?on\s)?(?:at|during)\s(?:an?|the|this)\s(?:[\w’'-]+\s){0,5}$"
)


def _role(words: str, party: Party, role: str) -> str:
    """The role of whoever holds an activity; a person who hosted it is its host."""
    return "host" if "hosted" in words and party.thing.kind == "person" else role


def _of_noun(view: View, match: re.Match[str]) -> Factuality:
    """How an activity told by its noun stands; one at which something was done is over, whatever will be done with that."""
    factuality = of_noun(view.main, match.start("noun"), match.end("noun"))
    if factuality is Factuality.PLANNED and _DONE_AT.search(view.main, 0, match.start("noun")):
        return Factuality.PRESUPPOSED
    return factuality


@needing(TRIGGER)
def activities(view: View) -> Iterator[Draft]:
    """The trainings and public events that a sentence tells of, as drafts."""
    if not TRIGGER.stands_in(view.main):
        return
    for rule in ACTIVITY:
        for match in view.search(rule):
            groups = match.groupdict()
            noun = match["noun"].lower()
            if noun == "conference" and re.search(
                r"\b(?:video|press|news|tele|phone|telephone|audio)[\s-]?$", view.main[: match.start("noun")]
            ):
                continue
            if _TO_ATTEND.search(view.main, 0, match.start("noun")) is not None and "organi" in match["verb"]:
                # “Will attend the conference to be held in X, organized by Y”: that of who is to attend it.
                continue
            definite = re.search(r"\b(?:the|this)\s$", view.main[: match.start("noun")]) is not None
            if view.document.talked and definite and re.match(r"open|clos|conclu", match["verb"]):
                # “X opened the event”: the meeting told before.
                continue
            # Who organizes what is named already says nothing of its being held.
            if pattern(ORGANIZED_STILL).match(view.main) and not dates_in(view):
                continue
            aside = groups.get("subject") and _WITH.search(view.main[: match.start("subject")])
            own = view.parties(match["subject"]) if aside else view.subject(match) if groups.get("subject") else []
            organizers = [*own, *view.parties(groups.get("with"))]
            named_before = re.search(r"\b(?:the|this|it)\s(?:[\w-]+\s){0,2}$", view.main[: match.start("noun")])
            if view.document.organizers and named_before and re.match(r"open|address|clos|conclud", match["verb"]):
                people = people_of(organizers)
                if people and len(people) == len(organizers):
                    # “X opened the course”: the one told before.
                    told_before = Factuality.HAPPENED
                    yield Draft.of(view, "Activity", told_before, "activity.opened", parties=people, refers_back=True)
                    return
            if aside:
                # “X, in co-operation with Y, organized …”
                organizers = [*(one for one in view.main_subject if one not in organizers), *organizers]
            if groups.get("subject") and groups["subject"]:
                factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
                if re.match(r"attend|join", match["verb"]):
                    continue
                # A round table that a person hosts is a meeting.
                if re.match(r"round[\s-]?table", noun) and any(one.thing.kind == "person" for one in organizers):
                    continue
            else:
                factuality = _of_noun(view, match)
                if re.search(r"\bwill\b", match["verb"]):
                    factuality = Factuality.PLANNED
            organizers += _new_bodies(view, match)
            parties: list[Party] = []
            roles: dict[str, str] = {}
            for party in organizers:
                if party.thing.kind != "state" or re.match(r"host", match["verb"]):
                    parties.append(party)
                    roles[party.thing.iri.value] = "host" if "host" in match["verb"] else "organizer"
            for by, role in BY:
                for named in pattern(by).finditer(view.main):
                    for party in view.parties(named["who"]):
                        if party.thing.iri.value not in roles:
                            parties.append(party)
                            roles[party.thing.iri.value] = _role(named[0], party, role)
            factuality = told(view, match.start("verb"), factuality)
            if not parties and noun in {"conference", "forum"} and factuality is Factuality.PLANNED:
                # One that is only announced, by whom is not said, is read as a gathering.
                return
            start, end = when(view, match.start("verb"), factuality)
            first, last = lasting(view, match["verb"], start, end)
            if first is not None:
                start, end = first, last
            yield Draft.of(
                view,
                "Activity",
                factuality,
                "activity",
                parties=parties,
                roles=roles,
                start=start,
                end=end,
                places=where(view, match.end("verb")) or where(view, match.end("noun")),
                event_kind="training"
                if re.search(r"train|course|workshop|school", noun)
                else ("conference" if noun in {"conference", "forum", "symposium", "seminar"} else None),
                label=noun,
            )
            return
