"""Who sat for each side at the consultations told before: “the delegations were headed by A and B”, “the Georgian side was represented by A”.

Foreign ministries tell of consultations between ministries first, and then who led them. Each adds to the meeting told
before; where none was told, nothing is read.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.merge import COMPANY, SIDES
from kg.extract.modality import DENIED
from kg.extract.needing import needing
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger

_TRIGGER = Trigger(r"\b(?:headed|led|represented|chaired|presided|conducted|hosted|attended)\b")
_DID = r"(?P<did>(?:co-)?chaired|presided|headed|led|conducted|represented|hosted)"
_TALKS = r"(?:consultations|negotiations|talks|discussions|meeting|dialogue|session|event|round)"
_OF_SIDE = r"(?:{D}|{S}['’]s?|other|host|hosting|visiting|guest)\s(?:[a-z]+\s)?(?:delegation|side|party|team|part)"
_RULES = (
    # “Such issues were discussed at the consultations attended by A and B”.
    rf"\b(?:at|during|in)\sthe\s(?:[a-z]+\s){{0,2}}(?:consultations|negotiations|talks),?\s(?P<did>attended|held|conducted|headed|led)\sby\s(?:the\s)?(?P<who>{LIST})",
    # “The consultations were conducted by A and B”, “the delegations were headed by A and B”.
    rf"\b(?:{_TALKS}|delegations|sides|parties)\s(?:(?:at|in|to|during|of|from)\s[^;,.{{A}}]{{2,50}}?\s)?(?:was|were)\s(?:also\s|jointly\s)?{_DID}(?:\sover)?\s(?:[^;,.{{A}}]{{0,30}}?\s)?by\s(?:the\s)?(?P<who>{LIST})",
    # “Consultations were held in X, led by A and B”.
    rf"\b(?i:{_TALKS})\b[^;]{{3,220}}?\b(?:held|took\splace)\b[^;,{{A}}]{{0,60}},\s{_DID}\s(?:jointly\s)?by\s(?:the\s)?(?P<who>{LIST})",
    # “A and B led the delegations”, “A, who chaired the consultations”.
    rf"(?P<who>{LIST}),?\s(?:who\s)?(?:jointly\s|also\s)?{_DID}(?:\sover)?\s(?:the\s)?(?:respective\s|two\s|both\s|political\s|bilateral\s|consular\s)?(?:{_TALKS}|delegations|sides)(?=[.,;]|\W*$|\s(?:in|at|on|and)\b)",
)
# One side after the other: “the Georgian side was headed by A, the Danish delegation by B”.
_ONE = rf"{_OF_SIDE}(?:\s(?:at|in|to|during)\s[^;,.{{A}}]{{2,40}}?)?(?:\s(?:was|were|is)\s(?:also\s)?(?:headed|led|represented|chaired))?,?\s(?:by|[–—-])\s(?:the\s)?(?P<who>{{A}}(?:(?:,\s(?:the\s)?{{A}})*,?\sand\s(?:the\s)?{{A}}(?=\W*$))?)"
_LED = rf"(?P<who>{{A}}),?\s(?:who\s)?(?:headed|led|represented|was\sat\sthe\shead\sof)\s(?:the\s)?{_OF_SIDE}\b"
_FROM = rf"\b(?:[Ff]rom|[Oo]n|[Ff]or)\s(?:the\s)?(?:{{D}}\sside|part\sof\s(?:the\s)?{{D}}\sside)(?:,?\s(?:by|[–—-])|,\s(?:the\s)?(?:{_TALKS}|delegation)\s(?:was|were)\s(?:headed|led|attended|chaired|conducted)\sby)\s(?:the\s)?(?P<who>{{A}})"
_OF_TALKS = re.compile(r"(?i)\b(?:consultations|negotiations|commission|dialogue)\b")
_AT_IT = re.compile(r"\b(?:side|delegation)\s(?:at|in|during)\s(?:the|this)\s(?:meeting|talks|discussions?)\b")
_ROLES = {"chaired": "chair", "presided": "chair", "co-chaired": "co-chair", "hosted": "host"}
_HELD = re.compile(r"\b(?:held|took\splace)\b")
_NOT_YET = re.compile(r"\b(?:will|would|may|might|could|should|to)\s(?:\w+\s){0,3}$")


@needing(_TRIGGER)
def sides(view: View) -> Iterator[Draft]:
    """Those who, as a sentence says, led the talks told before or the delegations at them."""
    if (
        view.is_title
        or not (view.document.talked or _HELD.search(view.main))
        or view.document.round_of is not None
        or not _TRIGGER.stands_in(view.main)
        or DENIED.search(view.main)
    ):
        return
    for rule in _RULES:
        for match in view.search(rule):
            people = people_of(view.parties(match["who"]))
            if people and _NOT_YET.search(view.main[: match.start("did")]) is None:
                role = _ROLES.get(match["did"]) if not view.main.startswith("deleg", match.start()) else None
                roles = {one.thing.iri.value: role for one in people} if role is not None else {}
                yield _adding(view, people, roles)
    heads = [
        one
        for rule in (_ONE, _LED, _FROM)
        for match in view.search(rule)
        for one in people_of(view.parties(match["who"]))
    ]
    told = any(_OF_TALKS.search(one.text) for one in view.document.paragraphs[: view.paragraph.index + 1])
    if heads and (told or len(heads) > 1 or _AT_IT.search(view.main)):
        draft = _adding(view, heads, {})
        # “The Georgian side at the meeting” sat at the one told last, however far before.
        draft.rule = COMPANY if _AT_IT.search(view.main) else SIDES
        yield draft


def _adding(view: View, people: list[Party], roles: dict[str, str]) -> Draft:
    draft = Draft.of(view, "Meeting", Factuality.HAPPENED, SIDES, parties=people, refers_back=True)
    draft.roles = dict(roles)
    return draft
