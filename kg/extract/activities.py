"""Observations of elections, and activities: trainings, seminars, conferences, exhibitions and the like."""

import re
from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.modality import of_noun, of_verb
from kg.extract.setting import told, when, where
from kg.extract.view import LIST, NOT_ACTOR, Party, View
from kg.model import Factuality
from kg.text.shape import pattern

QUICK_OBSERVE = re.compile(r"\b(?:election|elections|referendum|vote|polls)\b", re.IGNORECASE)
OBSERVE = (
    rf"(?P<subject>{LIST})(?!\sparticipating){NOT_ACTOR}{{0,80}}?\b(?P<verb>(?:observ(?:es?|ed|ing)|monitor(?:s|ed)?)|(?:open(?:s|ed)|deploy(?:s|ed)?|launch(?:es|ed)|sen(?:ds|t)|establish(?:es|ed)?)\s(?:an?\s|its\s|the\s)?(?:[\w-]+\s){{0,3}}?(?:(?:election|referendum)\s)?(?:observation|observ\w+|monitoring|assessment|expert)\s?(?:mission|team)?|open(?:s|ed)\s(?:an?\s|its\s)?(?:{{T}})(?:\smission)?)(?P<rest>[^;.]{{0,120}})",
)
NOUN = r"(?P<noun>training(?:\s(?:course|session|event|programme|workshop))?|course|seminar|workshop|conference|exercise|round\s?table|forum|summer\sschool|exhibition|camp|competition|study\svisit|public\shearing|consultation|panel\sdiscussion|debate|webinar|simulation|award\sceremony|commemoration|ceremony|public\sevent|side\sevent|event|campaign|lecture|symposium|hackathon)"
QUICK_ACTIVITY = re.compile(
    r"\b(?:training|course|seminar|workshop|conference|exercise|round ?table|forum|school|exhibition|camp|competition|visit|hearing|consultation|discussion|debate|webinar|simulation|ceremony|event|campaign|lecture|symposium|commemoration)\b",
    re.IGNORECASE,
)
ACTIVITY = (
    rf"(?P<subject>{LIST}){NOT_ACTOR}{{0,60}}?\b(?P<verb>(?:co-)?organi[sz](?:es?|ed)|h(?:olds?|eld|osted|osts?)|conduct(?:s|ed)?|open(?:s|ed)?|launch(?:es|ed)?|conven(?:es?|ed)|co-host(?:s|ed)?|conclud(?:es?|ed)|complet(?:es?|ed)|deliver(?:s|ed)?|runs?|ran|facilitated|supported)\s(?:[^;.,{{ASEGFH}}]{{0,60}}?)\b{NOUN}\b",
    rf"\b(?:[Aa]|[Aa]n|[Tt]he|[Tt]his|\w+-day)\s(?:[\w-]+\s){{0,5}}?{NOUN}\b(?P<rest>[^;]{{0,160}}?)\b(?P<verb>(?:was|is|were|will\sbe|has\sbeen)\s(?:[\w-]+\s){{0,2}}?(?:organized|organised|held|hosted|conducted|opened|launched|delivered|facilitated|concluded|completed)|took\splace|takes\splace|will\stake\splace|organized|organised|began|concluded|opened|ended|trained|brought\stogether|gathered)",
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


def observations(view: View) -> Iterator[Draft]:
    """The election observations that a sentence tells of, as drafts."""
    if not QUICK_OBSERVE.search(view.words):
        return
    view = view.without_topics
    for rule in OBSERVE:
        for match in view.search(rule):
            stretch = match["verb"] + match["rest"]
            if not QUICK_OBSERVE.search(stretch) or re.search(
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
            yield Draft(
                category="Observation",
                factuality=factuality,
                rule="observation",
                evidence=[view.sentence.span],
                parties=observers,
                roles={one.thing.iri.value: "observer" for one in observers},
                start=start,
                end=end,
                places=tuple(states[:1]),
                event_kind="election-observation",
                in_title=view.is_title,
                in_lead=view.is_lead,
                position=(view.paragraph.index, view.sentence.index),
            )
            return


def activities(view: View) -> Iterator[Draft]:
    """The trainings and public events that a sentence tells of, as drafts."""
    if not QUICK_ACTIVITY.search(view.main):
        return
    for rule in ACTIVITY:
        for match in view.search(rule):
            groups = match.groupdict()
            noun = match["noun"].lower()
            organizers = view.parties(groups.get("subject"))
            if groups.get("subject") and groups["subject"]:
                factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
                if re.match(r"attend|join", match["verb"]):
                    continue
            else:
                factuality = of_noun(view.main, match.start("noun"), match.end("noun"))
                if re.search(r"\bwill\b", match["verb"]):
                    factuality = Factuality.PLANNED
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
                            roles[party.thing.iri.value] = role
            if not parties:
                continue
            factuality = told(view, match.start("verb"), factuality)
            start, end = when(view, match.start("verb"), factuality)
            yield Draft(
                category="Activity",
                factuality=factuality,
                rule="activity",
                evidence=[view.sentence.span],
                parties=parties,
                roles=roles,
                start=start,
                end=end,
                places=where(view, match.end("noun")),
                event_kind="training"
                if re.search(r"train|course|workshop|school", noun)
                else ("conference" if noun in {"conference", "forum", "symposium", "seminar"} else None),
                in_title=view.is_title,
                in_lead=view.is_lead,
                position=(view.paragraph.index, view.sentence.index),
                label=noun,
            )
            return
