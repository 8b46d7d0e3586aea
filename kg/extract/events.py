"""Drafts as events: one for each thing that was, is planned or was denied, with its key, label, parts and evidence."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.draft import Draft
from kg.extract.journeys import at_margins, breadth, date_by_visit, is_away, tour_of, visit_of
from kg.extract.merge import LARGER, told_as_one
from kg.extract.setting import is_long_ago
from kg.iris import slug
from kg.model import Event, Factuality, Support, Thing
from kg.text.document import Document

TOLD = {Factuality.PLANNED: "Planned", Factuality.CALLED_FOR: "Called-for", Factuality.DENIED: "No"}
"""How the label of an event begins that nobody tells as done: read in any list, it is no meeting."""


def events_of(drafts: Iterable[Draft], document: Document) -> list[Event]:
    """The events of one release from all drafts, in the order in which they are first told."""
    kept = told_as_one(drafts, document)
    visits = sorted((one for one in kept if one.category == "Visit"), key=breadth)
    frames = [one for one in kept if one.frames]
    events: dict[str, Event] = {}
    made: dict[int, Event] = {}
    others = [one for one in kept if one.category != "Visit" and not one.frames]
    for draft in [*frames, *visits, *others]:
        if not draft.parties and not draft.formats and not draft.gathered:
            continue
        if draft.rule == "meeting.discussed" and draft.start is None and draft.factuality is Factuality.HAPPENED:
            draft.start = document.issued
        news = draft.in_lead or draft.in_title
        behind = not news and is_long_ago(document.news_day, draft.end or draft.start)
        if draft.factuality is Factuality.HAPPENED and behind:
            draft.factuality = Factuality.PRESUPPOSED
        if draft.category == "Call" and draft.perhaps_call and is_away(draft, visits):
            draft.category = "Meeting"
        _fill_capacities(draft, document)
        visit = visit_of(draft, visits, document)
        tour = tour_of(draft, visits, document)
        if visit is not None or tour is not None:
            date_by_visit(draft, visit or tour, document)
        if draft.formats and draft.category == "Call" and not _ON_THE_PHONE.search(draft.label or ""):
            # A round or session is one wherever its participants sat.
            draft.category = "Meeting"
        event = _event(draft, document)
        whole = next((one for one in frames if at_margins(draft, one)), None)
        whole = whole or visit or tour
        if whole is not None and id(whole) in made:
            event = replace(event, part_of=made[id(whole)])
        made[id(draft)] = event
        known = events.get(event.iri.value)
        events[event.iri.value] = event if known is None else _both(known, event)
    return sorted(events.values(), key=lambda one: (one.support.evidence[0].start, one.key))


# “A telephone conference in the Normandy format” is a call, and no sitting.
_ON_THE_PHONE = re.compile(r"phone|\bcalls?$")
# “Her first visit as Chairperson-in-Office”: in that office alone.
_IN_ONE_OFFICE = re.compile(r"\bas (?:the |an? )?(?=[A-Z])")


def _fill_capacities(draft: Draft, document: Document) -> None:
    """Whoever takes part does so in all offices that the release gives, wherever it does, unless words name one as that in which."""
    if draft.category == "Appointment":
        return
    number, index = draft.position
    paragraph = document.paragraphs[number]
    sentence = paragraph.sentences[index]
    one_office = _IN_ONE_OFFICE.search(paragraph.text, sentence.start, sentence.end) is not None
    for place, party in enumerate(draft.parties):
        current = any(rank not in {"former", "designate"} for _, rank in party.posts)
        if party.thing.kind == "person" and not (current and one_office):
            named = {post.iri for post, _ in party.posts}
            others = tuple(one for one in document.posts_of(party.thing) if one[0].iri not in named)
            draft.parties[place] = party._replace(posts=(*party.posts, *others))


def _event(draft: Draft, document: Document) -> Event:
    people = sorted(
        {
            party.thing.key if party.thing.kind == "person" else f"{party.thing.kind}-{party.thing.key}"
            for party in draft.parties
        }
    )
    date = draft.start or (f"told-{document.issued}" if document.issued else document.release.slug)
    if draft.category == "Visit":
        place = "-".join(thing.key for thing in draft.places)
        date = date[:7] if draft.start else date
        words = [date, *people, place]
    elif draft.number is not None and draft.formats:
        words = [draft.formats[0].key, str(draft.number)]
    elif draft.formats and not any(party.thing.kind == "person" for party in draft.parties):
        words = [draft.formats[0].key, date, *(place.key for place in draft.places if not draft.start)]
    elif draft.gathered:
        month = (document.issued or date)[:7]
        words = [
            date[:4] if draft.start else month if draft.frames else date,
            draft.label or "",
            *(place.key for place in draft.places),
        ]
        words += [draft.start] if draft.start and draft.rule != "gathering.named" else []
    elif draft.category == "Activity":
        words = [date, *people, draft.label or ""]
    elif draft.category == "Observation":
        words = [date[:4] if draft.start else date, *people, *(place.key for place in draft.places)]
    elif draft.category == "Appointment":
        words = [
            date,
            *(party.thing.key for party in draft.parties if draft.roles.get(party.thing.iri.value) == "appointee"),
        ]
    elif len(people) == 1:
        words = [date, *people, *(thing.key for thing in (*draft.formats, *draft.places)), draft.others]
    else:
        words = [date, *people]
    if draft.rule == LARGER:
        words.append("larger-circle")
    if draft.factuality in {Factuality.PLANNED, Factuality.CALLED_FOR, Factuality.DENIED}:
        words.append({"calledFor": "called-for"}.get(draft.factuality.value, draft.factuality.value))
    return Event(
        category=draft.category,
        key=slug(" ".join(words)),
        label=_label(draft),
        factuality=draft.factuality,
        support=Support(tuple(sorted(draft.evidence)), draft.rule, draft.confidence),
        participants=draft.participations(document.words),
        start=draft.start,
        end=draft.end,
        places=draft.places,
        formats=draft.formats,
        discusses=tuple(draft.discusses),
        event_kind=draft.event_kind,
        number=draft.number,
    )


def _label(draft: Draft) -> str:
    names = _listed([party.thing.label for party in sorted(draft.parties, key=lambda one: one.thing.label)])
    place = _listed([place.label for place in draft.places])
    date = draft.start or "date not given"
    match draft.category:
        case _ if draft.gathered:
            words = f"{(draft.label or '')[:1].upper()}{(draft.label or '')[1:]}{' in ' + place if place else ''}"
        case "Visit":
            words = f"Visit of {names}{' to ' + place if place else ''}"
        case "Appointment":
            appointed = [party for party in draft.parties if draft.roles.get(party.thing.iri.value) == "appointee"]
            posts = sorted({post.label for party in appointed for post, _ in party.posts})
            words = f"Appointment of {_listed([party.thing.label for party in appointed]) or names}"
            words += f" as {posts[0]}" if len(posts) == 1 else ""
        case "Observation":
            words = f"Observation of elections{' in ' + place if place else ''} by {names}"
        case "Activity":
            words = f"{(draft.label or 'activity').capitalize()}{' in ' + place if place else ''} by {names}"
        case _ if draft.formats and draft.number is not None:
            words = f"{draft.category} {draft.number} of {draft.formats[0].label}"
        case _ if draft.formats and not any(party.thing.kind == "person" for party in draft.parties):
            words = f"{draft.category} of {draft.formats[0].label}{' in ' + place if place else ''}"
        case _:
            others = draft.others or (
                "others" if len(draft.parties) == 1 and draft.category in {"Meeting", "Call"} else ""
            )
            words = f"{draft.category} of {names}{' with ' + others if others else ''}"
    if draft.factuality in TOLD:
        # Only names keep their first letter.
        first = words if draft.gathered else words[:1].lower() + words[1:]
        words = f"{TOLD[draft.factuality]} {first}"
    return f"{words} ({date})"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def _both(left: Event, right: Event) -> Event:
    """Two events of one key as one, with the evidence of both."""
    evidence = tuple(dict.fromkeys((*left.support.evidence, *right.support.evidence)))
    discusses: dict[str, Thing] = {one.iri.value: one for one in (*left.discusses, *right.discusses)}
    return replace(
        left,
        support=left.support._replace(evidence=evidence),
        places=left.places or right.places,
        discusses=tuple(discusses.values()),
    )
