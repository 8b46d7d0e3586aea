"""Joins the tellings of one event: a meeting told four times is one, meetings of different people are several.

An event is the same where the same people sat together on the same day. A headline that names fewer people
than the text tells of the same event; “the meeting” is the one told last. Events that only differ in
factuality stay apart: what was planned is not what happened.
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.draft import Draft
from kg.iris import slug
from kg.model import Event, Factuality, Support, Thing
from kg.text.resolve import Document

TALKS = {"Meeting", "Call"}


def merge(drafts: Iterable[Draft], document: Document) -> list[Event]:
    """The events of one release from all drafts, in the order in which they are first told."""
    ordered = sorted(drafts, key=lambda one: one.position)
    kept: list[Draft] = []
    titled: list[Draft] = [one for one in ordered if one.in_title and not one.refers_back]
    for draft in [one for one in ordered if not one.in_title]:
        if draft.refers_back:
            _add_to_last(kept, draft)
            continue
        same = next((one for one in kept if _same(one, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _absorb(same, draft)
    for draft in titled:
        same = next((one for one in kept if _same(one, draft)), None) or next(
            (one for one in kept if _told_by_title(draft, one)), None
        )
        if same is None:
            disputed = any(one.formats and one.formats == draft.formats and one.number != draft.number for one in kept)
            if draft.start is None and draft.factuality is Factuality.HAPPENED and not disputed:
                draft.start = document.issued
            kept.insert(0, draft)
        else:
            _absorb(same, draft)
            if same.category == "Appointment" and same.start is None and same.factuality is Factuality.HAPPENED:
                same.start = document.issued
    visits = [one for one in kept if one.category == "Visit"]
    events: dict[str, Event] = {}
    made: dict[int, Event] = {}
    for draft in [*visits, *(one for one in kept if one.category != "Visit")]:
        if not draft.parties and not draft.formats:
            continue
        if draft.rule == "meeting.discussed" and draft.start is None and draft.factuality is Factuality.HAPPENED:
            draft.start = document.issued
        _fill_capacities(draft, document)
        event = _event(draft, document)
        visit = _visit_of(draft, visits)
        if visit is not None and id(visit) in made:
            event = replace(event, part_of=made[id(visit)])
        made[id(draft)] = event
        known = events.get(event.iri.value)
        events[event.iri.value] = event if known is None else _both(known, event)
    return sorted(events.values(), key=lambda one: (one.support.evidence[0].start, one.key))


def _same(left: Draft, right: Draft) -> bool:
    if left.category != right.category and not {left.category, right.category} <= TALKS:
        return False
    if _blocks(left.factuality) != _blocks(right.factuality):
        return False
    if left.category == "Visit":
        if (left.rule == "visit.body") != (right.rule == "visit.body"):
            return False
        return bool(left.actors & right.actors) and _places_agree(left, right)
    if left.number is not None and right.number is not None and left.number != right.number:
        return False
    if left.formats and right.formats and not left.actors - _formats(left) and not right.actors - _formats(right):
        return left.formats[0] == right.formats[0] and _dates_agree(left, right)
    if left.category in {"Activity", "Observation"}:
        return bool(left.actors & right.actors) and (_dates_agree(left, right) or left.label == right.label)
    if left.category == "Appointment":
        return _appointee(left) == _appointee(right)
    if not left.actors or not right.actors:
        return bool(left.formats) and left.formats == right.formats and _dates_agree(left, right)
    if len(left.actors) == 1 and (left.formats != right.formats or left.places != right.places):
        return False
    return left.actors == right.actors and _dates_agree(left, right)


def _formats(draft: Draft) -> set[str]:
    return {one.iri.value for one in draft.formats}


def _appointee(draft: Draft) -> set[str]:
    return {iri for iri, role in draft.roles.items() if role == "appointee"}


def _blocks(factuality: Factuality) -> str:
    return "real" if factuality in {Factuality.HAPPENED, Factuality.PRESUPPOSED} else factuality.value


def _dates_agree(left: Draft, right: Draft) -> bool:
    return left.start is None or right.start is None or left.start == right.start


def _places_agree(left: Draft, right: Draft) -> bool:
    return not left.places or not right.places or bool(set(left.places) & set(right.places))


def _told_by_title(title: Draft, draft: Draft) -> bool:
    """Whether a headline tells of this event, though in fewer or vaguer words."""
    if _blocks(title.factuality) != _blocks(draft.factuality) and title.factuality is not Factuality.HAPPENED:
        return False
    if not {title.category, draft.category} <= TALKS and title.category != draft.category:
        return False
    if title.number is not None and draft.number is not None and title.number != draft.number:
        return False
    only_format = title.formats == draft.formats != () and not any(one.thing.kind == "person" for one in title.parties)
    if only_format and _blocks(title.factuality) == _blocks(draft.factuality):
        return True
    return bool(title.actors & draft.actors) and (
        title.actors <= draft.actors or draft.actors <= title.actors or bool(draft.in_lead)
    )


def _add_to_last(kept: list[Draft], draft: Draft) -> None:
    """Give what is said of “the meeting” to the meeting told last; one that nobody told of is dropped."""
    for earlier in reversed(kept):
        kinds = {draft.category} if draft.category == "Visit" else TALKS
        if earlier.category in kinds and _blocks(earlier.factuality) == _blocks(draft.factuality):
            _absorb(earlier, draft)
            return


def _absorb(into: Draft, draft: Draft) -> None:
    known = {party.thing.iri.value: party for party in into.parties}
    if not (draft.in_title and known):
        for party in draft.parties:
            value = party.thing.iri.value
            if value not in known:
                into.parties.append(party)
                known[value] = party
    for number, party in enumerate(into.parties):
        more = next((one for one in draft.parties if one.thing.iri == party.thing.iri and one.posts), None)
        if more is not None:
            posts = {post.iri.value: (post, rank) for post, rank in (*party.posts, *more.posts)}
            into.parties[number] = replace(party, posts=tuple(posts.values()))
    into.roles = {**draft.roles, **into.roles}
    into.evidence += [span for span in draft.evidence if span not in into.evidence]
    if (into.start is None or len(into.start) < len(draft.start or "")) and draft.start is not None:
        into.start, into.end = draft.start, draft.end
    into.end = into.end or (draft.end if draft.start == into.start else None)
    into.places = into.places or draft.places
    into.formats = into.formats or draft.formats
    into.number = into.number if into.number is not None else draft.number
    into.event_kind = into.event_kind or draft.event_kind
    into.discusses += [thing for thing in draft.discusses if thing not in into.discusses]
    into.during_visit = into.during_visit or draft.during_visit
    if into.factuality is Factuality.PRESUPPOSED and draft.factuality is Factuality.HAPPENED:
        into.factuality = Factuality.HAPPENED
    if draft.category == "Meeting" and into.category == "Call" and draft.places:
        into.category = "Meeting"
    if draft.category == "Call" and into.category == "Meeting" and not into.places:
        into.category = "Call"


def _visit_of(draft: Draft, visits: list[Draft]) -> Draft | None:
    """The visit of the release that a meeting took place on: said so, or in the same city with a visitor in it."""
    if draft.category not in TALKS:
        return None
    for visit in visits:
        if _blocks(visit.factuality) != _blocks(draft.factuality) or not visit.actors & draft.actors:
            continue
        if visit.start and draft.start and draft.start[: len(visit.start)] < visit.start[: len(draft.start)]:
            continue
        shared = set(visit.evidence) & set(draft.evidence)
        if shared or draft.during_visit or (set(visit.places) & set(draft.places)):
            return visit
    return None


def _fill_capacities(draft: Draft, document: Document) -> None:
    """Whoever is named by surname alone acts in the posts that the release gives elsewhere."""
    if draft.category == "Appointment":
        return
    for number, party in enumerate(draft.parties):
        current = [post for post, rank in party.posts if rank not in {"former", "designate"}]
        if not current and party.thing.kind == "person":
            draft.parties[number] = replace(party, posts=(*party.posts, *document.posts_of(party.thing)))


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
        words = [date, *people, *(thing.key for thing in (*draft.formats, *draft.places))]
    else:
        words = [date, *people]
    if draft.factuality in {Factuality.PLANNED, Factuality.CALLED_FOR, Factuality.DENIED}:
        words.append({"calledFor": "called-for"}.get(draft.factuality.value, draft.factuality.value))
    return Event(
        category=draft.category,
        key=slug(" ".join(words)),
        label=_label(draft),
        factuality=draft.factuality,
        support=Support(tuple(sorted(draft.evidence)), draft.rule, draft.confidence),
        participants=draft.participations(),
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
        case "Visit":
            words = f"Visit of {names} to {place}"
        case "Appointment":
            appointee = [
                party.thing.label for party in draft.parties if draft.roles.get(party.thing.iri.value) == "appointee"
            ]
            words = f"Appointment of {_listed(appointee) or names}"
        case "Observation":
            words = f"Observation of elections{' in ' + place if place else ''} by {names}"
        case "Activity":
            words = f"{(draft.label or 'activity').capitalize()}{' in ' + place if place else ''} by {names}"
        case _ if draft.formats and draft.number is not None:
            words = f"{draft.category} {draft.number} of {draft.formats[0].label}"
        case _ if draft.formats and not any(party.thing.kind == "person" for party in draft.parties):
            words = f"{draft.category} of {draft.formats[0].label}{' in ' + place if place else ''}"
        case _:
            words = f"{draft.category} of {names}"
    told = {"planned": "planned: ", "calledFor": "called for: ", "denied": "did not take place: "}
    return f"{told.get(draft.factuality.value, '')}{words} ({date})"


def _listed(names: list[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def _both(left: Event, right: Event) -> Event:
    """Two events of one key as one, with the evidence of both."""
    evidence = tuple(dict.fromkeys((*left.support.evidence, *right.support.evidence)))
    discusses: dict[str, Thing] = {one.iri.value: one for one in (*left.discusses, *right.discusses)}
    return replace(
        left,
        support=replace(left.support, evidence=evidence),
        places=left.places or right.places,
        discusses=tuple(discusses.values()),
    )
