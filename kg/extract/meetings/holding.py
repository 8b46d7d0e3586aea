"""Meetings that somebody held, chaired or attended: “X held talks with Y”."""

import re
from dataclasses import replace

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.council_sessions import COUNCIL
from kg.extract.draft import Draft
from kg.extract.meetings.apart import APART, later, own_setting, said_behind
from kg.extract.meetings.bilaterals import bilaterals
from kg.extract.meetings.circles import by_state, circles, on_tour, parted, states_of
from kg.extract.meetings.errands import of_errand, without_days_of_journey
from kg.extract.meetings.groups import draft_with, sent, with_group
from kg.extract.meetings.nouns import is_appeal
from kg.extract.meetings.telling import bare, bodies, format_before, joined, subject, telling
from kg.extract.meetings.wording import CHAIR_VERBS, LEADING, NO_COMPANY
from kg.extract.modality import of_noun, of_verb
from kg.extract.rounds import NUMBER, number_of
from kg.extract.setting import LASTING, lasting, names_day
from kg.extract.view import AT_BODY, Party, View, people_of
from kg.model import Confidence, Factuality, Thing
from kg.text.shape import pattern

# “Has proposed a meeting”: what somebody did with it was not to hold it.
_NOT_HELD = re.compile(
    r"\s?(?:also\s|since\s|\w+ly\s)?(?:propos|suggest|request|offer|demand|urg|announc|schedul|plann?|arrang|cancel|postpon|declin|refus|reject|sought\b|agreed\s(?:to|on)\b|called\sfor\b|asked\sfor\b)"
)


_HOSTING = re.compile(r"(?:co-)?host|conven|organi[sz]")


# “Has meetings scheduled with X”, “has a meeting lined up with X”.
_TO_COME = re.compile(
    r"\s(?:already\s|also\s)?(?:scheduled|planned|arranged|lined\sup|booked|set\sup|pencilled\sin|coming\sup)\b"
)


# “The importance of continued consultation”: no verb.
_ADJECTIVE = re.compile(r"\b(?:of|for|to|on|in|and|the|their|our|its|his|her|a|through)\s$")


# “Building on the meeting held on 7 May in X, they continued their discussion”: day and place are the earlier one's.
_BUILDING_ON = re.compile(
    r"^\W*(?:Building\son|Following\sup\son|As\sa\sfollow-up\sto)\s(?:the|their)\s(?:[\w-]+\s)?(?:meeting|talks|summit|conversation)\b"
)


def _who_held(view: View, match: re.Match[str]) -> tuple[list[Party], int]:
    """The subject of a match, and where the words behind it begin; with whom “A joined B at the meeting” says that A joined."""
    subjects, end = subject(view, match)
    whom = people_of(view.parties(match["between"])) if match["verb"].startswith("join") else []
    return joined(subjects, whom), end


def _told_as(view: View, match: re.Match[str], subjects: list[Party], end: int) -> Factuality:
    """The factuality of the verb of holding, whose subjects end at `end`; what somebody went to a place for was done there."""
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    return bare(view, match, subjects, of_errand(view, end, match.start("verb"), match["verb"], factuality))


def _bodied(view: View, things: list[Thing]) -> tuple[Thing, ...]:
    """The formats and bodies whose meeting it is; councils of other organizations are bodies, too."""
    return bodies(view, things) or tuple(one for one in things if one.kind != "person" and COUNCIL.search(one.label))


# “The Council's session was held in Riga within the 23rd meeting of the Forum”: nobody held the latter.
_WITHIN_OTHER = re.compile(
    r"\b(?:was|were|been|be)\s(?:\w+\s)?held\s[^;]{0,60}?\b(?:within|on\sthe\s(?:margins|sidelines|fringes)\sof|as\spart\sof|in\sthe\sframework\sof|alongside|during|after|before|following|ahead\sof|prior\sto)\s[^;,]{0,60}$"
)


def held(view: View, match: re.Match[str]) -> list[Draft]:
    if is_appeal(view, match) or (match["verb"] in {"had", "has", "have"} and _NOT_HELD.match(match["between"] or "")):
        return []
    if (match["verb"] == "continued" and _ADJECTIVE.search(view.main, 0, match.start("verb"))) or (
        match["verb"] == "held" and _WITHIN_OTHER.search(view.main, 0, match.end("talks"))
    ):
        return []
    subjects, end = _who_held(view, match)
    others = _others(view, match) if match["object"] else []
    gap = view.main[match.end("talks") : match.start("joint")] if match["joint"] else ""
    if match["subject"] in {"They", "they"} and (not match["object"] or match["verb"] == "continued"):
        return []
    if not subjects and not view.shape.found(match["subject"]):
        # “The ministers held talks with X”, whoever they are.
        return []
    joint = " ".join((match["joint"] or "").split())
    apart = (joint == "with" and NO_COMPANY.search(gap)) or (joint in {"of", "for"} and gap.strip())
    others = [] if apart or (joint == "for" and not _invited(match, others)) else others
    factuality = _told_as(view, match, subjects, end)
    had_held = (match["verb"] == "continued" and _BUILDING_ON.match(view.main)) or (
        match["verb"] == "had"
        and re.match(r"\s?(?:\w+\s)?(?:held|hosted|chaired|conducted|convened)\b", match["between"])
    )
    if had_held and factuality is Factuality.HAPPENED:
        factuality = Factuality.PRESUPPOSED
    stated = (
        of_noun(view.main, match.start("talks"), match.end("talks"))
        if factuality is Factuality.HAPPENED
        else factuality
    )
    if stated is Factuality.DENIED or (stated is Factuality.PLANNED and match["verb"] in {"has", "have"}):
        factuality = stated
    if match["verb"] in {"has", "have", "had"} and _TO_COME.match(view.main, match.end("talks")):
        factuality = Factuality.PLANNED
    if re.search(r"\bno\s$", view.main[: match.start("talks")]):
        factuality = Factuality.DENIED
    roles: dict[str, str] = {}
    for stem, role in CHAIR_VERBS.items():
        if match["verb"].startswith(stem):
            roles = {party.thing.iri.value: role for party in leading(view, match, subjects)}
    trigger = (match.start("verb"), match.end("talks"))
    if match["joint"] and match["joint"].endswith("by"):
        role = {"chaired by": "chair", "co-chaired by": "co-chair"}.get(" ".join(match["joint"].split()), "host")
        roles |= {party.thing.iri.value: role for party in others}
    # “A stressed the need to hold talks between B and C”: theirs.
    asked = joint in {"between", "among"} and factuality is Factuality.CALLED_FOR and len(others) > 1
    subjects = [] if asked else subjects
    sittings = _sittings(view, match, subjects, others, factuality)
    if len(sittings) > 1:
        return [
            telling(view, match, "meeting.held", parties, factuality, trigger, match["talks"], roles)
            for parties in sittings
        ]
    # “A meeting of the Group” is in this format; several of a kind (“five meetings of the Group”) are no one event.
    bodied = _bodied(view, [one.thing for one in others]) if match["joint"] == "of" else ()
    if bodied and match["talks"].endswith("meetings"):
        return []
    others = [one for one in others if one.thing not in bodied]
    parties = joined(subjects, others, sent(view, match.end("talks")) if any(people_of(subjects)) else [])
    draft = _with_number_and_days(
        view, match, telling(view, match, "meeting.held", parties, factuality, trigger, match["talks"], roles)
    )
    without_days_of_journey(view, match, draft)
    if joint == "with" and others and (further := _held_later(view, match, draft, subjects)):
        return [draft, *further]
    attends = re.match(r"join|attend|took|takes|participat", match["verb"]) is not None
    draft.formats = _formats(view, match, draft, bodied, attends) or format_before(view, match.start("subject"))
    # Those who joined “the meeting” joined the one told before.
    back = view.document.talked and re.search(
        r"\b(?:the|these|those|all)\s(?:[\w-]+\s)?$", view.main[: match.start("talks")]
    )
    _add_besides(view, match, draft, others)
    alone = len(_without_body(view, draft, subjects)) < 2 and not draft.formats
    if attends and (alone or (back and not match["object"] and not draft.formats)):
        if not view.document.talked and _of_its_own(view, match, draft):
            return [draft]
        return _attended(view, match, draft)
    if alone and view.about and re.search(r"\bthe\s(?:\w+\s)?$", view.main[: match.start("talks")]):
        # “At the invitation of X, who chaired the summit”: the one that the sentence around the clause tells of.
        return []
    if alone:
        return (
            _of_told(view, match, draft)
            or _joint(view, match, draft)
            or _host_of_those_acting(view, match, draft)
            or in_cities(view, match, draft)
            or with_nobody_named(view, match, draft)
        )
    if re.match(r"discussion", match["talks"]) and not others and len(subjects) < 2:
        return []
    return [draft]


def _invited(match: re.Match[str], others: list[Party]) -> bool:
    """Whether others are those for whom a meal or meeting was given: “hosted a meeting for the ministers of A and B”."""
    meal = re.search(r"(?i)dinner|lunch|breakfast", match["talks"]) is not None
    return meal or (_HOSTING.match(match["verb"]) is not None and bool(people_of(others)))


# “Co-hosted with X a meeting of …”, “co-chaired the second meeting of the Dialogue with X”.
_LED_WITH = rf"^\s?(?:jointly\s|together\s)?with\s(?P<who>{LIST})\s(?:an?|the)\s"
_OF_SOMETHING_WITH = rf"\sof\s(?:the\s|an?\s)?[^;,.{{A}}]{{3,80}}?\swith\s(?P<who>{OBJECT})"


def _others(view: View, match: re.Match[str]) -> list[Party]:
    """Whom a meeting was with: in “a session with leaders at the Ministry” the ministry is the place."""
    others = view.objects(match)
    at_body = AT_BODY.search(view.main, 0, match.start("object")) is not None
    return people_of(others) if at_body else others


def _add_besides(view: View, match: re.Match[str], draft: Draft, others: list[Party]) -> None:
    """Add who led a meeting with the subject, and whom the meeting of some body, which is named between, was with."""
    led = pattern(_LED_WITH).match(match["between"] or "")
    people = people_of(view.parties(led["who"])) if led is not None else []
    role = next((role for stem, role in CHAIR_VERBS.items() if match["verb"].startswith(stem)), None)
    if role is not None:
        draft.roles |= {one.thing.iri.value: role for one in people}
    behind = pattern(_OF_SOMETHING_WITH).match(view.main, match.end("talks")) if not others else None
    draft.parties = joined(draft.parties, people, people_of(view.parties(behind["who"])) if behind is not None else [])


_NUMBERED = pattern(rf"\bthe\s{NUMBER}")


def _number(words: str) -> int | None:
    """Which meeting of a series it was: “chaired the 13th ministerial meeting”; a first one may be the first of anything."""
    match = _NUMBERED.search(words)
    number = number_of(match["number"]) if match is not None else None
    return number if number != 1 else None


_JOINED_BY = re.compile(r"\b(?:joined|accompanied|flanked)\sby\s(?:the\s)?$")


def leading(view: View, match: re.Match[str], subjects: list[Party]) -> list[Party]:
    """Those of the subjects who led: in “X, joined by Y, convened a meeting” Y only joined."""
    joint = _JOINED_BY.search(view.main, 0, match.start("subject"))
    return [one for one in subjects if one in view.main_subject] if joint is not None else subjects


def _attended(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """“Participated in a round table with activists” is a meeting of its own; else the one told before is meant."""
    some = re.search(r"\ban?\s(?:[\w-]+\s){0,3}$", view.main[: match.start("talks")])
    if some is not None and with_group(view, match.end("talks"))[0]:
        apart = with_nobody_named(view, match, draft)
        if apart:
            return apart
    if some is not None and _ONE_OF_MANY.fullmatch(match["talks"]) and _dated_or_placed(view, draft):
        # “Also took part in a round table in Y”: beside what was told before.
        draft.label = match["talks"].lower()
        return [draft]
    draft.refers_back = True
    draft.of_all = match["talks"].lower() == "meetings"
    return [draft]


# What many attend of whom no other is told.
_ONE_OF_MANY = re.compile(r"(?i)round\s?tables?.*|.*\ssessions?|(?:panel\s)?discussions?")


def _dated_or_placed(view: View, draft: Draft) -> bool:
    """Whether somebody took part in something that has a place or a day of its own."""
    people = people_of(draft.parties)
    said = bool(draft.places) or names_day(view, draft.start)
    return bool(people) and said and not view.is_title


# “Took part in the ministerial meeting in the C5+1 format”, “attended the session of the Council”.
_OF_BODY = r"\s(?:of|in|within|under)\s(?:the\s)?(?:[\w-]+\s){0,5}?(?P<body>{FG})"


# “Took part in today's Troika meeting”: in the one of which the release tells.
_TODAYS = pattern(r"(?:\btoday|{N})['’]s\s(?:(?:[A-Z]\w+|{FG})\s)?$")


def _formats(
    view: View, match: re.Match[str], draft: Draft, bodied: tuple[Thing, ...], attends: bool
) -> tuple[Thing, ...]:
    """The formats and councils that a meeting is one of, by the words around its noun."""
    behind = pattern(_OF_BODY).match(view.main, match.end("talks")) if attends else None
    named = [
        *draft.formats,
        *bodied,
        *view.things(match["between"] or "", "FG"),
        *(view.things(behind["body"], "FG") if behind is not None else []),
    ]
    found = tuple(
        dict.fromkeys(one for one in named if one.kind == "format" or one.category == "DecisionBody" or one in bodied)
    )
    sitting = view.document.round_of
    if attends and not found and sitting is not None and _TODAYS.search(match["between"] or ""):
        return (sitting,)
    return found


# “Took part in the meeting of the foreign ministers of the member states”: of many, of whom nobody else is named.
_OF_MINISTERS = pattern(
    r"\s(?:of|between|for)\s(?:the\s)?(?:(?:[\w-]+|{DSGER}(?:['’]s)?)\s){0,4}?(?:[Mm]inisters|[Ll]eaders|[Pp]residents|[Hh]eads\sof\s(?:[Ss]tate|[Gg]overnment|[Dd]elegation)|[Aa]mbassadors|[Dd]irectors|[Ss]peakers|[Rr]epresentatives)\b"
)
# “The informal Athens meeting”.
_BY_PLACE = pattern(r"(?P<place>{L})\s(?:[a-z-]+\s)?$")


def _of_its_own(view: View, match: re.Match[str], draft: Draft) -> bool:
    """Whether a meeting that somebody attended is told with a day and a place, and not by a noun for something else."""
    people = people_of(draft.parties)
    noun = re.fullmatch(r"(?i)meetings?|talks|summit|consultations|negotiations", match["talks"])
    said = bool(draft.places) and names_day(view, draft.start)
    said = said or _OF_MINISTERS.match(view.main, match.end("talks")) is not None
    return bool(people) and noun is not None and said and not view.is_title


def _without_body(view: View, draft: Draft, subjects: list[Party]) -> list[Party]:
    """The parties, where “the Permanent Council will hold a meeting” has the council as its format, not as a party."""
    own = bodies(view, [one.thing for one in subjects])
    if own and not any(one.thing.kind == "person" for one in draft.parties):
        draft.formats = tuple(dict.fromkeys([*own, *draft.formats]))
        draft.parties = [one for one in draft.parties if one.thing not in own]
    return draft.parties


def _held_later(view: View, match: re.Match[str], draft: Draft, subjects: list[Party]) -> list[Draft]:
    """“Held meetings with A on Monday and with B on Tuesday”: the further ones; the first gets the setting beside it."""
    further = []
    for other, begins, ends in later(view, match.end("object")):
        more = replace(draft, parties=joined(subjects, other), evidence=dict(draft.evidence), discusses=[])
        own_setting(view, more, begins, ends)
        further.append(more)
    if further:
        own_setting(view, draft, match.end("object"), match.end("object"))
    return further


# “A series of bilateral talks with the foreign ministers of A, B and C”.
_SERIES = re.compile(
    r"\b(?:an?\s(?:\w+\s)?(?:series|number|string|round|range)\sof|several|numerous|multiple|many)\s(?:[\w-]+\s){0,3}$"
)


def _several_of_one(match: re.Match[str], subjects: list[Party], others: list[Party]) -> bool:
    """Whether “had meetings with A, B and C”, “had phone calls with A and B” tell of one with each: of one person or group, in the plural."""
    people = all(one.thing.kind == "person" for one in subjects) and all(
        one.thing.kind in {"person", "state"} for one in others
    )
    several = re.search(r"(?i)\b(?:meetings|calls|bilaterals)$", match["talks"]) is not None
    if _SERIES.search(match["between"] or "") and len(subjects) == 1 and match["joint"] == "with":
        return (
            len(others) > 1
            and re.fullmatch(r"(?i)meetings|talks|consultations|discussions|calls", match["talks"]) is not None
        )
    one = len(subjects) == 1 or (len(match["subject"].split()) < 3 and " and " not in match["subject"])
    return several and one and people and match["joint"] == "with"


def _sittings(
    view: View, match: re.Match[str], subjects: list[Party], others: list[Party], factuality: Factuality
) -> list[list[Party]]:
    """Who sat together at each of the meetings that a sentence tells to have been held."""
    apart = (
        re.search(r"(?<!\ba\s)(?<!another\s)\bseparate\b", match["between"] or "")
        or APART.match(view.main[match.end() : match.end() + 70])
        or _several_of_one(match, subjects, others)
        or said_behind(view, others)
    )
    if apart and _one_by_one(view, match, subjects):
        # “A and B held separate consultations with the Co-Chairs”: each of them did.
        return [joined([one], others) for one in subjects]
    at_home = bilaterals(view, subjects, others) or on_tour(view, others) if match["joint"] == "with" else []
    groups = [[one] for one in others] if apart else at_home or _bilateral(match, subjects, others)
    groups = groups or parted(view, match["object"] or "", others)
    groups = groups or circles(match["object"] or "", others, subjects, factuality)
    if apart and len(groups) > 1 and re.search(r"\bjoint\b", match["between"] or ""):
        # “Held joint and separate meetings with A and B.”
        groups.append(others)
    return [joined(subjects, group) for group in groups]


_TWO_SIDES = re.compile(r"\b(?:bilateral|(?:series|number|round) of(?: [a-z-]+)?)\s$")


def _bilateral(match: re.Match[str], subjects: list[Party], others: list[Party]) -> list[list[Party]]:
    """Those of several states whom one side saw at “bilateral talks with A and B”, “a series of talks with A and B”: each apart."""
    plural = re.search(r"(?i)(?:talks|meetings|consultations|discussions|conversations|negotiations)$", match["talks"])
    if plural is None or _TWO_SIDES.search(match["between"] or "") is None or match["joint"] != "with":
        return []
    one = len(subjects) == 1 and len(states_of(others)) > 1 and all(states_of([each]) for each in others)
    return by_state(others) if one else []


def _with_number_and_days(view: View, match: re.Match[str], draft: Draft) -> Draft:
    """The same telling with its number, its place in “the informal Athens meeting”, and its first day, where it “concluded a two-day meeting today”."""
    draft.number = _number(match["between"] or "")
    named = _BY_PLACE.search(match["between"] or "") if not draft.places else None
    draft.places = tuple(view.things(named["place"], "L")) if named is not None else draft.places
    if LASTING.search(match["between"] or ""):
        draft.start, draft.end = lasting(view, match["verb"], draft.start, draft.end)
    return draft


def _one_by_one(view: View, match: re.Match[str], subjects: list[Party]) -> bool:
    """Whether several who are named one by one had something with one and the same, and not several with each."""
    named, other = view.shape.found(match["subject"]), view.shape.found(match["object"] or "")
    return 1 < len(named) == len(subjects) == len(people_of(subjects)) and len(other) == 1


# “The meeting”, of which nothing more is said.
_THE = re.compile(r"\bthe\s(?:[a-z-]+\s)?$")
_OF_WHICH = re.compile(r"\s(?:of|between|with|among|for|on|to|in\sthe)\b")


def _of_told(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """“X convened the meeting”, behind one that is told: X led that one."""
    told = view.document.talked and LEADING.fullmatch(match["verb"]) is not None and not match["object"]
    the = _THE.search(view.main, 0, match.start("talks")) is not None and match["talks"] != "Summit"
    if (
        not told
        or not the
        or _OF_WHICH.match(view.main, match.end("talks"))
        or draft.factuality is not Factuality.HAPPENED
    ):
        return []
    draft.refers_back, draft.start, draft.end = True, None, None
    return [draft]


_JOINT = re.compile(r"\b(?:joint|trilateral|three-way)\s$")


def _joint(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """“After meeting them apart, X chaired a joint meeting”: of X and of all who were told to have sat with X."""
    together = view.document.together
    own = [one.thing for one in people_of(draft.parties)]
    if len(own) != 1 or own[0] not in together or not _JOINT.search(view.main, 0, match.start("talks")):
        return []
    rest = [Party(one, view.document.posts_of(one), Confidence.MEDIUM) for one in together]
    return [replace(draft, parties=joined(draft.parties, rest))]


def _host_of_those_acting(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """“X hosted the meeting”, where the sentence before tells what X and others did together: of all of them."""
    acting = [one for one in view.document.acting if one.kind == "person"]
    own = [one.thing for one in draft.parties if one.thing.kind == "person"]
    the = re.search(r"\bthe\s(?:\w+\s)?$", view.main[: match.start("talks")])
    if view.document.talked or the is None or len(own) != 1 or len(acting) < 2 or own[0] not in acting:
        return []
    if not LEADING.fullmatch(match["verb"]):
        return []
    rest = [Party(one, view.document.posts_of(one), Confidence.MEDIUM) for one in acting]
    return [replace(draft, parties=joined(draft.parties, rest))]


# What a body does that holds a meeting with a group.
_HOSTING = re.compile(r"(?:co-)?(?:host|conven)")
# Words of a summit's own name: “the Global Health Summit”.
_NAMED_FOR = re.compile(r"\s(?:for|on|of)\s(?:the\s)?[A-Z\ue000-\uf8ff]")
_NAME = re.compile(r"[A-Z\ue000-\uf8ff]")


def with_nobody_named(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """A meeting that somebody led, or had with a group; “had talks” alone says too little."""
    draft.others, named = with_group(view, match.end("talks"))
    draft.parties = joined(draft.parties, named)
    people = people_of(draft.parties)
    one_meeting = re.fullmatch(r"(?i)meetings?|.*calls?|round\s?table.*|.*sessions?|summit", match["talks"])
    hosts = [one for one in draft.parties if one.thing.kind in {"organization", "institution"}]
    if not people and draft.others and hosts and _HOSTING.match(match["verb"]):
        return [draft]
    if not people or not (draft.others or (one_meeting and LEADING.fullmatch(match["verb"]))):
        return []
    named_so = _NAME.search(match["between"] or "") or _NAMED_FOR.match(view.main, match.end("talks"))
    summit = match["talks"] == "Summit" and named_so is not None
    if draft.factuality is Factuality.PLANNED and not (draft.others or summit):
        return []
    own = [one for one in draft.parties if one not in named]
    if match["talks"].lower() == "meetings" and len(named) > 1 and len(own) == 1:
        # “Held meetings with officials, among them A and B”: one with each.
        return [draft_with(draft, [*own, one]) for one in named]
    if one_by_one := bilaterals(view, own, named):
        return [draft_with(draft, [*own, *some]) for some in one_by_one]
    return [draft]


def in_cities(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """“Plans to hold talks in A and B”: one meeting in each city, with nobody named on the other side."""
    cities = pattern(r"^\sin\s(?P<cities>{LS}(?:(?:,\s|\sand\s){LS})*)").match(view.main[match.end("talks") :])
    people = people_of(draft.parties)
    if cities is None or len(people) != 1 or draft.factuality is not Factuality.PLANNED:
        return []
    return [replace(draft, places=(place,), formats=()) for place in view.things(cities["cities"], "LS")]
