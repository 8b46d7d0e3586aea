"""Occasions of which a sentence says who had which part in them, each part told for itself.

“The talks between A and B, which were also attended by C”, “A opened the session, after which the floor was given to B and C”.
What the drafts of the sentence tell of the same occasion is completed; an occasion that none of them tells is told here.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.by_clause import ATTITUDE
from kg.extract.modality import of_noun, of_verb
from kg.extract.plenaries import SEVERAL
from kg.extract.setting import names_day, told, when, where
from kg.extract.syntax.clauses import subject_before
from kg.extract.syntax.parts import Occasion, occasions
from kg.extract.view import Party, View, people_of
from kg.model import Confidence, Factuality
from kg.text.rule import Trigger

_TRIGGER = Trigger(
    r"\b(?:chair\w*|co-chair\w*|presid\w+|moderat\w+|facilitat\w+|host(?:s|ed)?|conven\w+|opened|opens|closed|inaugurated|attend\w*|participat\w+|address(?:es|ed)?|floor|presence|which|with|mediated|led|together)\b",
    r"\bt(?:akes?|ook|aking)\spart\b",
)
_OF_STATES = frozenset({"organization", "institution", "format"})
_OCCASIONS = ("round", "gathering", "session", "assembly", "meeting.led")
_ATTENDED = re.compile(r"attend|t(?:akes?|ook)\spart|participat|address")
# A conference, unlike talks, is known by its place or day alone.
_OF_TALKS = re.compile(
    r"(?i:round(?!\s?table)|session|meeting|talks|negotiations|consultations|discussion|deliberations|trilateral|brought)"
)
_THE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Ii]ts|[Tt]heir)\s(?:(?!of\b)[\w-]+\s){0,2}$")


def with_parts(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The occasions in which a sentence gives people parts, unless `drafts`, read from it before, tell of them: these it completes."""
    if view.is_title or not _TRIGGER.stands_in(view.unquoted):
        return
    for occasion in occasions(view.unquoted):
        if _only_spoken_of(view, occasion):
            continue
        parties, roles = _people(view, occasion)
        if not people_of(parties):
            continue
        factuality = told(view, (occasion.verb or (occasion.start,))[0], _factuality(view, occasion))
        if factuality not in {Factuality.HAPPENED, Factuality.PLANNED, Factuality.PRESUPPOSED}:
            continue
        if any(
            one.category == "Activity" and one.actors & {other.thing.iri.value for other in parties} for one in drafts
        ):
            # “On Friday, A opened a conference organized by B”: told as what they did.
            continue
        draft = _draft(view, occasion, parties, roles, factuality)
        same = _same(drafts, parties)
        if same is None:
            named = view.things(view.unquoted[occasion.start : occasion.end], "FG")
            if draft is not None and not named:
                yield draft
        elif same.factuality is factuality or same.rule.startswith(_OCCASIONS):
            _complete(view, same, occasion, parties, roles, factuality)
            alone = all(one.refers_back for one in drafts if one.category in TALK_CLASSES)
            own = draft is not None and draft.factuality is same.factuality and not draft.refers_back
            if draft is not None and own and same.refers_back and alone and not view.document.talked:
                # Nothing was told before that it could add to.
                same.refers_back, same.start, same.end, same.places = False, draft.start, draft.end, draft.places


# “A round table may be opened by A”.
_PERHAPS = re.compile(r"\b(?:may|might|could|can|should|must)\s(?:\w+\s)?be\s")


def _only_spoken_of(view: View, occasion: Occasion) -> bool:
    """Whether an occasion is only what somebody praised or mentioned, or one that there may be."""
    text = view.unquoted
    if occasion.verb is not None:
        return False
    subject = subject_before(text, occasion.start)
    spoken_of = subject is not None and ATTITUDE.search(text, subject.end, occasion.start) is not None
    return spoken_of or _PERHAPS.search(text, occasion.end, occasion.parts[0].start) is not None


def _complete(
    view: View, draft: Draft, occasion: Occasion, parties: list[Party], roles: dict[str, str], factuality: Factuality
) -> None:
    """Add to the telling of an occasion who else had a part in it, and, where it is no talk of two, which part."""
    known = draft.actors
    if draft.rule == "gathering.behind":
        # Named in passing by what was said there, and now by who was there.
        draft.factuality = factuality
    # “Took part in the Retreat, hosted by X”: X only invited to it.
    hosting = {iri for iri, role in roles.items() if role == "host"} if draft.gathered else set()
    draft.parties += [one for one in parties if one.thing.iri.value not in known | hosting]
    if draft.rule.startswith(_OCCASIONS) or (draft.category == "Meeting" and len(people_of(draft.parties)) > 2):
        draft.roles |= {iri: role for iri, role in roles.items() if iri not in draft.roles}
    if not draft.refers_back:
        draft.places = draft.places or where(view, occasion.end)


def _people(view: View, occasion: Occasion) -> tuple[list[Party], dict[str, str]]:
    """Those who have parts in an occasion, and what their parts are called."""
    found: dict[str, Party] = {}
    roles: dict[str, str] = {}
    for part in occasion.parts:
        stretch = view.unquoted[part.start : part.end]
        if not view.shape.found(stretch):
            # “The two ministers opened it”: whoever they are.
            continue
        named = [Party(one) for one in view.titled(stretch, SEVERAL, _OF_STATES)]
        for party in people_of(view.parties(stretch)) or named:
            found.setdefault(party.thing.iri.value, party)
            if part.role is not None:
                roles.setdefault(party.thing.iri.value, part.role)
    return list(found.values()), roles


def _factuality(view: View, occasion: Occasion) -> Factuality:
    text, verb, subject = view.unquoted, occasion.verb, occasion.subject
    if verb is not None and subject is not None:
        return of_verb(text, subject.end, verb[0], text[slice(*verb)])
    return of_noun(text, occasion.start, occasion.end)


def _same(drafts: Sequence[Draft], parties: list[Party]) -> Draft | None:
    """The draft that tells of the same occasion: one of nobody else, or one of an occasion that names nobody of its own."""
    mine = {one.thing.iri.value for one in people_of(parties)}
    talks = sorted((one for one in drafts if one.category in TALK_CLASSES), key=lambda one: one.refers_back)
    for one in talks:
        theirs = {party.thing.iri.value for party in people_of(one.parties)}
        if theirs and (theirs <= mine or mine <= theirs or len(mine & theirs) > 1):
            return one
    open_to = [one for one in talks if not people_of(one.parties) and one.rule.startswith(_OCCASIONS)]
    return open_to[0] if len(open_to) == 1 else None


def _draft(
    view: View, occasion: Occasion, parties: list[Party], roles: dict[str, str], factuality: Factuality
) -> Draft | None:
    """The telling of an occasion; None where nothing shows which one it is, or it is the one told before."""
    trigger = occasion.verb or (occasion.start, occasion.end)
    last = max(part.end for part in occasion.parts)
    start, end = when(view, trigger[0], factuality)
    places = where(view, occasion.end) or where(view, last)
    dated = names_day(view, start)
    people = people_of(parties)
    if not (places or dated) and view.document.talked and _THE.search(view.unquoted, 0, occasion.start):
        return Draft.of(view, "Meeting", factuality, "round.parties", parties=people, roles=roles, refers_back=True)
    attends = occasion.verb is not None and _ATTENDED.match(view.unquoted, occasion.verb[0]) is not None
    if len(parties) == 1 and not (places and dated if attends else places or dated):
        return None
    if not (places or dated) and (not view.is_lead or not _OF_TALKS.match(view.unquoted, occasion.start)):
        return None
    return Draft.of(
        view,
        "Meeting",
        factuality,
        "session.parts",
        parties=parties,
        roles=roles,
        start=start,
        end=end,
        places=places,
        confidence=Confidence.MEDIUM,
        label=view.unquoted[occasion.start : occasion.end].lower(),
    )
