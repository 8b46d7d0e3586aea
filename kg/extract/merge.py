"""Joins the tellings of one event: a meeting told four times is one, meetings of different people are several.

An event is the same where the same people sat together on the same day. A headline that names fewer people
than the text tells of the same event; “the meeting” is the one told last. Events that only differ in
factuality stay apart: what was planned is not what happened.
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.pairs import in_pairs
from kg.extract.setting import ENDING
from kg.extract.summaries import one_by_one
from kg.extract.view import Party, people_of
from kg.model import Factuality, Thing
from kg.text.document import Document

CONTACT = "meeting.contact"
"""The rule of what is told by verbs that no rule foresees."""
REGION = "region"
"""The label of a visit to “the region” or “the country”, which is none to a city."""
PREMISES = "premises"
"""The label of a visit to a house or site that has no name: “a kindergarten”, “the newsroom”."""
EARLIER_ROUNDS = {"round.since", "round.previous"}
ROUNDS_IN_PASSING = EARLIER_ROUNDS | {"round.again"}
"""Tellings of rounds of a format that is not thereby what a text goes on about."""
TOLD_IN_PASSING = ROUNDS_IN_PASSING | {"meeting.passing"}
COMPANY = "meeting.company"
"""The rule of who else was at a meeting told before."""
ACCOMPANIED = "visit.accompanied"
"""The rule of who was with those told of before: on their visit, or at their meeting where none is told."""
COUNTED = "meeting.counted"
"""The rule of what is said of a meeting told before: “this was their fourth meeting”."""
EVERY_MEETING = "meeting.every"
"""The rule of who sat in on all the meetings told before."""
FORMER = "meeting.former"
"""The rule of who was at the first of the talks that a sentence before told of."""
LATTER = "meeting.latter"
"""The rule of who was at the last of them."""
BEFORE_THIS = "meeting.before-this"
"""The rule of who is told to have been at talks told in a sentence before, and not in his own."""
SIDES = "meeting.sides"
"""The rule of who led the talks told before, or the delegations at them."""
RECEIVED_AT = "meeting.received-at"
"""The rule of who was received somewhere, by whom is not said: another meeting than the one told before."""
LARGER = "meeting.larger"
"""The rule of talks in a larger circle, behind those that the same people had alone: a meeting of its own."""
KEYNOTE = "meeting.keynote"
"""The rule of who held a keynote speech at the conference told before."""
LED_BEFORE = "meeting.led-before"
"""The rule of who led what the sentence before tells of: “it was opened by A and B”."""
_OF_GATHERINGS = frozenset({"meeting.proceedings", COMPANY, LED_BEFORE})
"""Rules of tellings that go on about a gathering of which nobody was named."""
_NOT_GONE_ON_ABOUT = TOLD_IN_PASSING | {RECEIVED_AT}
_SEVERAL = 2
_FAR_BEHIND = 2
"""Sentences behind a recalled meeting from which on “the talks” are again those that are reported."""
_FAR = 3
"""Paragraphs before “all meetings” within which these are told."""
# Occasions told by their noun.
OCCASIONS = {"gathering.announced", "gathering.behind", "assembly"}
# What is told so was a meeting, whatever call is named behind it.
IN_PERSON = {"meeting.verb", "meeting.participle", "meeting.reception"}

# What is told so may have been said at a meeting or in a call.
_LEFT_OPEN = {"meeting.discussed", "meeting.again", "meeting.about"}


def told_as_one(drafts: Iterable[Draft], document: Document) -> list[Draft]:
    """The drafts with all that tell of one event joined in one, and what refers back added to what was told."""
    ordered = sorted(_without_doubles(list(drafts)), key=lambda one: one.position)
    kept: list[Draft] = []
    titled: list[Draft] = [one for one in ordered if one.in_title and not one.refers_back]
    # Whose successor was named may be told only by the headline, or later.
    predecessors = [one for one in ordered if one.refers_back and one.category == "Appointment"]
    for draft in [one for one in ordered if not one.in_title and one not in predecessors]:
        if draft.refers_back and _stands_alone(draft, ordered):
            kept.append(replace(draft, refers_back=False))
            continue
        if draft.refers_back:
            # “The 89th meeting took place in X”, the headline says, and the text only who led it.
            told = any(one.category in TALK_CLASSES for one in kept)
            _add_to_last(kept if told or draft.rule != "round.parties" else [*kept, *titled], draft)
            continue
        same = next((one for one in kept if _same(one, draft)), None) or _discussed_at(kept, draft)
        if same is None:
            kept.append(draft)
        else:
            _absorb(same, draft)
    kept = in_pairs(one_by_one(kept, _absorb), _absorb)
    for draft in titled:
        same = next((one for one in kept if _same(one, draft)), None) or next(
            (one for one in kept if not one.in_title and _told_by_title(draft, one, document)), None
        )
        if same is None:
            journey = _journey_of(draft, kept)
            if journey is not None:
                # “Visits X and Y”, of a tour of the region that the text dates.
                draft.start, draft.end = journey.start, journey.end
            disputed = any(one.formats and one.formats == draft.formats and one.number != draft.number for one in kept)
            if draft.start is None and draft.end is None and draft.factuality is Factuality.HAPPENED and not disputed:
                if draft.category == "Visit" and ENDING.search(document.paragraphs[0].text):
                    draft.end = document.issued
                else:
                    draft.start = document.issued
            kept.insert(0, draft)
        else:
            _absorb(same, draft)
            if same.category == "Appointment" and same.start is None and same.factuality is Factuality.HAPPENED:
                same.start = document.issued
    for draft in predecessors:
        _add_to_last(kept, draft)
    for draft in kept:
        if draft.category in TALK_CLASSES:
            draft.parties = _without_own_states(draft, document)
        if draft.rule == "assembly" and any(one.thing.kind == "person" for one in draft.parties):
            # The body whose people met takes part only where nobody is named.
            draft.parties = [one for one in draft.parties if one.thing.kind not in {"organization", "institution"}]
    return kept


def _without_own_states(draft: Draft, document: Document) -> list[Party]:
    """The parties of talks “between the ministries of A and B” without the states whose people are named as well."""
    own = {
        post.organization.label
        for one in people_of(draft.parties)
        for post, rank in one.posts or document.posts_of(one.thing)
        if post.organization is not None and rank not in {"former", "designate"}
    }
    named = tuple(f" of {name}" for label in own for name in (label, f"the {label}"))

    def stands_for_own(thing: Thing) -> bool:
        if thing.kind == "state":
            return thing.label in own
        return thing.kind == "organization" and "Ministry" in thing.label and thing.label.endswith(named)

    return [one for one in draft.parties if one.thing.iri.value in draft.roles or not stands_for_own(one.thing)]


def _journey_of(title: Draft, kept: list[Draft]) -> Draft | None:
    """The tour of a region, of the same people and with a day of its own, on which a headline's visit was."""
    if title.category != "Visit" or title.start is not None:
        return None
    return next(
        (
            one
            for one in kept
            if one.category == "Visit"
            and one.actors == title.actors
            and one.factuality is title.factuality
            and one.start is not None
            and any(place.category == "Region" for place in one.places)
        ),
        None,
    )


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of the last resort whose people a surer rule tells to have met: “X dined with Y” at talks that are told."""
    sure = [
        one
        for one in drafts
        if one.category in TALK_CLASSES and one.rule != CONTACT and one.factuality is Factuality.HAPPENED
    ]
    kept = [
        one
        for one in drafts
        if one.rule != CONTACT or not any(one.actors <= other.actors and _dates_agree(one, other) for other in sure)
    ]
    return [one for one in kept if one.rule not in OCCASIONS or not any(_is_occasion(one, other) for other in kept)]


def _is_occasion(draft: Draft, other: Draft) -> bool:
    """Whether what a noun alone announces, “a conference will be held”, is told more fully by another rule in the same sentence."""
    return (
        other.rule not in OCCASIONS
        and other.category in {*TALK_CLASSES, "Activity"}
        and draft.actors <= other.actors
        and (draft.start, draft.places, draft.position) == (other.start, other.places, other.position)
        and not other.refers_back
    )


def _discussed_at(kept: list[Draft], draft: Draft) -> Draft | None:
    """The meeting told last at which all sat who, as a sentence without a day says, discussed something, met for the fourth time, or whom the others joined."""
    if (
        draft.rule not in {"meeting.discussed", "meeting.part", COUNTED}
        or draft.start is not None
        or draft.factuality is not Factuality.HAPPENED
    ):
        return None
    for one in reversed(kept):
        if one.category in TALK_CLASSES and one.factuality is Factuality.HAPPENED and draft.actors <= one.actors:
            return one
    return None


def _takes_over(planned: Draft, told: Draft) -> bool:
    """Whether “X, who replaces Y” is said of whom somebody is only to appoint."""
    if planned.category != "Appointment" or planned.factuality is not Factuality.PLANNED:
        return False
    replaced = told.start is None and set(told.roles.values()) == {"appointee", "predecessor"}
    return replaced and told.factuality is Factuality.HAPPENED and _appointee(planned) == _appointee(told)


def _same(left: Draft, right: Draft) -> bool:
    if left.category != right.category and not {left.category, right.category} <= TALK_CLASSES:
        return False
    if _takes_over(left, right):
        return True
    if blocks(left.factuality) != blocks(right.factuality):
        return False
    if _is_background(left, right) or _is_background(right, left):
        return False
    if left.category == "Visit":
        if (left.rule == "visit.body") != (right.rule == "visit.body"):
            return False
        if PREMISES in {left.label, right.label} and (left.label, left.others) != (right.label, right.others):
            return False
        if REGION in {left.label, right.label} and left.places != right.places:
            return False
        return bool(left.actors & right.actors) and places_agree(left, right) and not _far_apart(left, right)
    if (left.rule in EARLIER_ROUNDS) != (right.rule in EARLIER_ROUNDS):
        return False
    if left.number is not None and right.number is not None and left.number != right.number:
        return False
    if left.formats and right.formats and not left.actors - _formats(left) and not right.actors - _formats(right):
        # “The Co-Chairs met with representatives of A. In X, they met with the leaders of B”: not one group.
        met_apart = left.rule == right.rule == "meeting.several" and (
            right.places not in {(), left.places} or not _groups_agree(left, right)
        )
        return left.formats[0] == right.formats[0] and _dates_agree(left, right) and not met_apart
    if any((left.rule == one) != (right.rule == one) for one in (RECEIVED_AT, LARGER)):
        return False
    if "activity.other" in {left.rule, right.rule}:
        return left.rule == right.rule and left.places == right.places and left.start == right.start
    if left.category == "Activity" and not (left.actors and right.actors):
        # “A course took place in X”, and then who organized it.
        words = [one.label.split()[-1] if one.label else "" for one in (left, right)]
        return words[0] == words[1] and _dates_agree(left, right)
    if left.category in {"Activity", "Observation"}:
        if left.category == "Observation" and (_far_apart(left, right) or not places_agree(left, right)):
            return False
        return bool(left.actors & right.actors) and (_dates_agree(left, right) or left.label == right.label)
    if left.category == "Appointment":
        return _appointee(left) == _appointee(right)
    if left.gathered or right.gathered:
        return left.gathered and right.gathered and left.label == right.label and _dates_agree(left, right)
    if not left.actors or not right.actors:
        return bool(left.formats) and left.formats == right.formats and _dates_agree(left, right)
    if len(left.actors) == 1 and (
        left.formats != right.formats or left.places != right.places or not _groups_agree(left, right)
    ):
        return False
    same_group = (
        left.others and left.others == right.others and (left.actors < right.actors or right.actors < left.actors)
    )
    return (left.actors == right.actors or bool(same_group)) and _dates_agree(left, right)


def _is_background(draft: Draft, other: Draft) -> bool:
    """Whether a meeting that people “had had” without a day of its own is an earlier one than what is told as done."""
    recalled = draft.factuality is Factuality.PRESUPPOSED and other.factuality is Factuality.HAPPENED
    talks = draft.category in TALK_CLASSES and not draft.formats
    if recalled and talks and draft.start is not None and other.start is None:
        return True
    if draft.rule == "meeting.passing" and other.factuality is Factuality.HAPPENED and draft.start != other.start:
        return True
    # “The two had previously met on 4 December” is not the conversation without a day that is told as done.
    last_met = (
        draft.factuality is Factuality.PRESUPPOSED and draft.start is not None and draft.rule == "meeting.several"
    )
    if last_met and other.factuality is Factuality.HAPPENED and other.start is None:
        return True
    return (
        draft.factuality is Factuality.PRESUPPOSED
        and other.factuality is Factuality.HAPPENED
        and draft.start is None
        and draft.rule in {"meeting.verb", "meeting.held", "meeting.several", "meeting.reception", "meeting.whom"}
    )


def _formats(draft: Draft) -> set[str]:
    return {one.iri.value for one in draft.formats}


def _appointee(draft: Draft) -> set[str]:
    return {iri for iri, role in draft.roles.items() if role == "appointee"}


def blocks(factuality: Factuality) -> str:
    return "real" if factuality in {Factuality.HAPPENED, Factuality.PRESUPPOSED} else factuality.value


def _dates_agree(left: Draft, right: Draft) -> bool:
    return left.start is None or right.start is None or left.start == right.start


def _groups_agree(left: Draft, right: Draft) -> bool:
    """Whether groups of whom nobody is named may be the same: told by one last word, or by none."""
    last = [one.others.split()[-1:] for one in (left, right)]
    return [] in last or last[0] == last[1]


def _far_apart(left: Draft, right: Draft) -> bool:
    """Whether two visits were in months that do not follow each other: “she last visited the country in April 2014”."""
    if left.start is None or right.start is None or min(len(left.start), len(right.start)) < 7:
        return left.start is not None and right.start is not None and left.start[:4] != right.start[:4]
    months = [12 * int(one.start[:4]) + int(one.start[5:7]) for one in (left, right) if one.start is not None]
    return abs(months[0] - months[1]) > 1


def places_agree(left: Draft, right: Draft) -> bool:
    return not left.places or not right.places or bool(set(left.places) & set(right.places))


def _told_by_title(title: Draft, draft: Draft, document: Document) -> bool:
    """Whether a headline tells of this event, though in fewer or vaguer words."""
    if blocks(title.factuality) != blocks(draft.factuality) and title.factuality is not Factuality.HAPPENED:
        return False
    if not {title.category, draft.category} <= TALK_CLASSES and title.category != draft.category:
        return False
    if title.number is not None and draft.number is not None and title.number != draft.number:
        return False
    if title.rule == "round.address" and not draft.formats and draft.rule != title.rule:
        # Who addressed a council did more than talk with somebody beside its session.
        return False
    if (title.label == PREMISES) != (draft.label == PREMISES):
        # A headline's visit to a state is none to a school there.
        return False
    if title.category == "Visit" and not places_agree(title, draft):
        # A headline's “the South Caucasus” is the states and cities of the text, its cities lie in the text's states,
        # and the lead's cities in its states.
        states, told = document.words.state_of_place, {place.key for place in draft.places}
        told |= {states.get(key, key) for key in told} if draft.in_lead else set()
        within = all(place.category == "Region" or states.get(place.key, place.key) in told for place in title.places)
        return bool(title.actors & draft.actors) and within
    only_format = title.formats == draft.formats != () and not any(one.thing.kind == "person" for one in title.parties)
    if only_format and blocks(title.factuality) == blocks(draft.factuality):
        return True
    if title.category == "Activity" and title.label == draft.label and _by_part_of(title, draft):
        return True
    return bool(title.actors & draft.actors) and (
        title.actors <= draft.actors or draft.actors <= title.actors or bool(draft.in_lead)
    )


def _by_part_of(title: Draft, draft: Draft) -> bool:
    """Whether one of the OSCE's institutions or missions did what a headline says that the OSCE did."""
    whole = any(one.thing.key == "osce" for one in title.parties)
    return whole and any(one.thing.label.startswith("OSCE ") for one in draft.parties)


def _add_to_last(kept: list[Draft], draft: Draft) -> None:
    """Give what is said of “the meeting” to the meeting told last; one that nobody told of is dropped."""
    kinds = {draft.category} if draft.category in {"Visit", "Activity", "Appointment"} else TALK_CLASSES
    if draft.rule in {"meeting.delegation", ACCOMPANIED} and not any(one.category == "Visit" for one in kept):
        kinds = TALK_CLASSES
    attended = next((one for one in reversed(kept) if one.rule == "gathering.named" and one.parties), None)
    if draft.rule == "activity.by" and attended is not None and not any(one.category == "Activity" for one in kept):
        # “X spoke at the Harbour Event”, which “was organized by Y”.
        _absorb(attended, draft)
        return
    # “Present at the video conference were …”: the one told by that word, if there is one.
    named = [one for one in kept if draft.label is not None and _told_by(one, draft.label) and one.category in kinds]
    if draft.rule in _OF_SEVERAL:
        named = _of_several(kept, draft)
    own = [one for one in kept if draft.whose is not None and any(p.thing == draft.whose for p in one.parties)]
    for earlier in [*reversed(named), *reversed(own), *reversed(kept)]:
        # “A round table was held in X. It was opened by A and B.”
        gone_on = draft.rule in _OF_GATHERINGS and earlier.rule == "gathering.held" and _follows(earlier, draft)
        if draft.rule == KEYNOTE:
            # Nobody holds a keynote speech where two talk with each other.
            gone_on = earlier.gathered and bool(earlier.parties)
            if not gone_on and earlier.event_kind is None:
                continue
        if (earlier.gathered and not gone_on) or earlier.frames or earlier.rule in _NOT_GONE_ON_ABOUT:
            continue
        if earlier.reported and not draft.evidence.keys() & earlier.evidence.keys():
            # “X noted that a meeting had been held with Y”: what follows is of the one at which she did.
            continue
        if (
            draft.category == "Appointment"
            and earlier.category == "Appointment"
            and _appointee(earlier) != _appointee(draft)
        ):
            continue
        if draft.rule == "meeting.with" and not draft.evidence.keys() & earlier.evidence.keys():
            continue
        if draft.rule in _OF_SEVERAL and earlier.position == draft.position:
            continue
        if draft.rule == LED_BEFORE and not _follows(earlier, draft):
            continue
        if draft.rule == SIDES and not (_follows(earlier, draft) or _between_states(earlier)):
            continue
        if draft.rule == "meeting.about" and not draft.actors <= earlier.actors:
            continue
        if (
            draft.rule == COMPANY
            and earlier.factuality is Factuality.PRESUPPOSED
            and any(one.factuality is Factuality.HAPPENED and one.position == earlier.position for one in kept)
        ):
            # “They were joined by X”: at the meeting reported, not at one that is only recalled.
            continue
        if _is_news_again(draft, earlier, kept):
            continue
        if draft.rule == "meeting.discussed" and draft.actors & earlier.actors and not draft.actors <= earlier.actors:
            continue
        # “Mr Pell, who replaces Y”: also where he is only to be appointed.
        chosen = draft.category == "Appointment" and earlier.factuality is Factuality.PLANNED
        if earlier.category in kinds and (chosen or blocks(earlier.factuality) == blocks(draft.factuality)):
            _absorb(earlier, draft)
            if draft.of_all:
                _add_to_others(kept, earlier, draft)
            return


_OF_SEVERAL = frozenset({FORMER, LATTER, BEFORE_THIS})


def _of_several(kept: list[Draft], draft: Draft) -> list[Draft]:
    """The talks meant by “the former” or “the latter”, first or last of those that the sentence before tells of, last in a list."""
    before = [one for one in kept if one.category in TALK_CLASSES and one.position < draft.position]
    if not before or draft.rule == BEFORE_THIS:
        return []
    here = [one for one in before if one.position == before[-1].position]
    if len(here) < _SEVERAL:
        here = before[-_SEVERAL:]
    return [here[0] if draft.rule == FORMER else here[-1]]


def _stands_alone(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether “the meeting was attended by A and B” is all that a release tells of who met."""
    people = people_of(draft.parties)
    if draft.rule not in {COMPANY, SIDES} or len(people) < _SEVERAL or draft.factuality is not Factuality.HAPPENED:
        return False
    return all(one.refers_back or one.category not in {*TALK_CLASSES, "Activity"} for one in drafts)


def _follows(earlier: Draft, draft: Draft) -> bool:
    """Whether a draft is told in the same sentence as an earlier one, or in the one right behind it."""
    (paragraph, sentence), (last, number) = earlier.position, draft.position
    return (paragraph == last and number - sentence <= 1) or (paragraph + 1 == last and number == 0)


def _between_states(draft: Draft) -> bool:
    """Whether talks are told as those of states or their ministries, who led them is said later."""
    return draft.label in _OF_SIDES or any(one.thing.kind == "state" for one in draft.parties)


_OF_SIDES = frozenset({"consultations", "political consultations", "negotiations", "dialogue"})


def _is_news_again(draft: Draft, earlier: Draft, kept: list[Draft]) -> bool:
    """Whether what is told of “the talks” two sentences behind a recalled meeting is said of one that is reported."""
    if earlier.factuality is not Factuality.PRESUPPOSED or draft.factuality is not Factuality.HAPPENED:
        return False
    near = earlier.position[0] == draft.position[0] and draft.position[1] - earlier.position[1] < _FAR_BEHIND
    reported = any(one.factuality is Factuality.HAPPENED and one.category in TALK_CLASSES for one in kept)
    return reported and not near and earlier.category in TALK_CLASSES


def _told_by(draft: Draft, word: str) -> bool:
    """Whether a meeting was told by such a word: a round of a format is “the talks”, a council's sitting “the session”."""
    return draft.label == word or (
        draft.event_kind in {"round", "session"} and word in {"talks", "round", "session"} and bool(draft.parties)
    )


def _add_to_others(kept: list[Draft], last: Draft, draft: Draft) -> None:
    """Give what is said of “their meetings” to all meetings that were told since, in the same paragraph or the one before."""
    for other in kept:
        every = draft.rule == EVERY_MEETING
        near = other.position[0] >= draft.position[0] - (_FAR if every else 1)
        alike = other.category in TALK_CLASSES and blocks(other.factuality) == blocks(draft.factuality)
        if other is not last and near and alike and (every or _told_alike(other, last)) and not other.gathered:
            _absorb(other, replace(draft, parties=list(draft.parties)))


def _told_alike(left: Draft, right: Draft) -> bool:
    """Whether two meetings are told in one way, or by one sentence: “their meetings” are these."""
    return (
        left.rule == right.rule or left.position == right.position or bool(left.evidence.keys() & right.evidence.keys())
    )


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
            into.parties[number] = party._replace(posts=tuple(posts.values()))
    into.roles = {**draft.roles, **into.roles}
    into.evidence |= draft.evidence
    if (into.start is None or len(into.start) < len(draft.start or "")) and draft.start is not None:
        # Of a visit that ended today, “which began on 5 October” adds the first day.
        into.start, into.end = draft.start, draft.end or (into.end if into.start is None else None)
    into.end = into.end or (draft.end if draft.start == into.start else None)
    into.places = into.places or draft.places
    into.formats = into.formats or draft.formats
    into.others = into.others or draft.others
    into.number = into.number if into.number is not None else draft.number
    into.event_kind = into.event_kind or draft.event_kind
    into.discusses += [thing for thing in draft.discusses if thing not in into.discusses]
    into.during_visit = into.during_visit or draft.during_visit
    if into.factuality is Factuality.PRESUPPOSED and draft.factuality is Factuality.HAPPENED:
        into.factuality = Factuality.HAPPENED
    only_spoke = into.perhaps_call and (draft.rule in IN_PERSON or (draft.label or "").startswith("meeting"))
    if draft.category == "Meeting" and into.category == "Call" and (draft.places or only_spoke):
        into.category = "Meeting"
    # A body that sits by video has a session all the same.
    sits = bool(into.formats) or into.rule == "meeting.body" or draft.perhaps_call
    sits = sits or (draft.refers_back and into.rule in IN_PERSON)
    # “They also discussed …” leaves open how they spoke.
    into.perhaps_call = into.perhaps_call and (draft.perhaps_call or draft.rule in _LEFT_OPEN)
    if draft.category == "Call" and into.category == "Meeting" and not into.places and not sits:
        into.category = "Call"
