"""Sessions of the councils of other organizations: “the Council met in X”, “A chaired the Council”, “spoke at its session”.

A council is the format of its session, as one that decides; what other rules tell of the same people in the same
sentence is not told again.
"""

import re
from collections.abc import Iterable, Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.modality import of_verb
from kg.extract.setting import names_day, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality, Thing
from kg.text.rule import Trigger
from kg.text.shape import pattern

# “The EU Foreign Affairs Council”: the council, and not the Union.
_BODY = r"(?:{G}(?:['’]s)?\s)?(?P<body>{G})(?:\s\([^()]{1,12}\))?"
_COUNCIL = re.compile(r"\b(?:Council|Committee|Commission|Assembly)$")
# The one is an executive whose members meet others; at the other's session whole weeks of other meetings are held.
_NO_COUNCIL = frozenset({"european-commission", "un-general-assembly"})
_NOUN = r"(?:regular\s|special\s|extraordinary\s|joint\s|plenary\s)?(?:session|meeting|sitting)"
MET = (
    rf"\b[Tt]he\s{_BODY}(?:,\s[^;,{{A}}]{{3,80}},)?\s(?:(?:also|today|yesterday|then|(?:on\s)?{{N}}|in\s{{L}}|at\sthe\slevel\sof\s(?:{{A}}|[a-z\s]{{3,40}}?))\s)*"
    rf"(?P<verb>met|meets|convened|gathered|(?:will|is\sto)\s(?:meet|convene|gather)|held\s(?:an?|its|another)\s(?:[\w-]+\s){{0,2}}?{_NOUN})\b(?!\s(?:\w+\s)?with\s)"
)
ATTENDED = (
    rf"(?P<who>{LIST}),?\s[^;{{ASEGFH}}]{{0,60}}?\b(?P<verb>(?:co-)?chair(?:ed|s)?|presid(?:ed|es)\sover|opened|attend(?:ed|s)?|took\spart\sin|takes?\spart\sin|participate[sd]?\sin|sp(?:oke|eaks?)\sat"
    rf"|(?:delivered|made|gave|delivers)\s(?:an?|the|his|her)\s[^;.{{A}}]{{2,40}}?\sat)\s(?:the|an?|today['’]s|yesterday['’]s)\s(?:[\w-]+\s){{0,2}}?(?:{_NOUN}\sof\s(?:the\s)?)?{_BODY}(?:\s{_NOUN})?(?!['’])"
)
# “The decision was adopted at a session of the Council in X on 3 May”, “there was a session of the Council”.
PASSED = rf"\b(?:(?:at|during)\s(?:the|an?|its)|[Tt]here\swas\san?)\s(?:[\w-]+\s){{0,2}}?(?P<verb>session|meeting|sitting)\sof\s(?:the\s)?{_BODY}"
TRIGGER = Trigger(
    r"\b(?:met|meets|meet|convene[sd]?|gather(?:ed|s)?|held|chair(?:ed|s)?|opened|attend(?:ed|s)?|session|meeting|sitting)\b",
    r"\b(?:took|takes?)\spart\sin\b|\bparticipate[sd]?\sin\b|\bsp(?:oke|eaks?)\sat\b|\bpresid(?:ed|es)\sover\b|\b(?:delivered|made|gave|delivers)\s(?:an?|the|his|her)\s",
)
_HAVING = re.compile(r"\bhaving\s(?:\w+ly\s)?$")
_CHAIRED = re.compile(r"(?:co-)?chair|presid")


def councils(view: View, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The councils' sessions that a sentence tells of, unless `drafts`, read from it before, tell of them."""
    if view.is_title or not TRIGGER.stands_in(view.main) or not pattern(r"{G}").stands_in(view.main):
        return
    if any(one.category in TALK_CLASSES and not one.refers_back for one in drafts):
        return
    for match in view.search(ATTENDED):
        people = people_of(view.parties(match["who"]))
        council = _council(view, match["body"])
        if council is None or not people or _HAVING.search(view.main, 0, match.start("verb")):
            continue
        factuality = of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        role = "chair" if _CHAIRED.match(match["verb"]) else None
        draft = _session(view, match, council, factuality, people)
        if not (draft.places or view.is_lead or names_day(view, draft.start)):
            continue
        draft.roles = {one.thing.iri.value: role for one in people} if role is not None else {}
        yield draft
        return
    for match in view.search(MET):
        council = _council(view, match["body"])
        if council is not None:
            factuality = of_verb(view.main, match.end("body"), match.start("verb"), match["verb"])
            planned = factuality is Factuality.HAPPENED and match["verb"].startswith(("will", "is"))
            yield _session(view, match, council, Factuality.PLANNED if planned else factuality, [])
            return
    for match in view.search(PASSED):
        council = _council(view, match["body"])
        if council is None:
            continue
        draft = _session(view, match, council, Factuality.HAPPENED, [])
        dated = names_day(view, draft.start)
        if dated or match[0].startswith(("There", "there")):
            draft.start = draft.start if dated else None
            yield draft
            return


def _council(view: View, body: str) -> Thing | None:
    """The council of another organization for which a sign of the shape stands."""
    for thing in view.things(body, "G"):
        if (
            thing.category != "DecisionBody"
            and thing.key not in _NO_COUNCIL
            and not thing.label.startswith("OSCE ")
            and _COUNCIL.search(thing.label)
        ):
            return thing
    return None


def _session(view: View, match: re.Match[str], council: Thing, factuality: Factuality, people: list[Party]) -> Draft:
    factuality = told(view, match.start("verb"), factuality)
    start, end = when(view, match.start("verb"), factuality)
    return Draft.of(
        view,
        "Meeting",
        factuality,
        "session.council",
        parties=people,
        formats=(council,),
        start=start,
        end=end,
        places=where(view, match.end("body")) or where(view, match.end("verb")),
        event_kind="session",
    )
