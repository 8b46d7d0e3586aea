"""Meetings and calls told by a verb: who met, received, spoke to or held talks with whom."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.draft import Draft
from kg.extract.meetings.groups import draft_with, with_group
from kg.extract.meetings.nouns import is_appeal
from kg.extract.meetings.telling import bare, bodies, joined, one_by_one, subject, telling
from kg.extract.meetings.wording import CHAIR_VERBS, LEADING, NO_COMPANY
from kg.extract.modality import DENIED, FROM_AFAR, of_noun, of_verb
from kg.extract.setting import dates_in, where
from kg.extract.view import LIST, OBJECT, Party, View
from kg.model import Confidence, Factuality
from kg.text.shape import pattern


def pair(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = subject(view, match)
    others = view.objects(match)
    verb = match["verb"]
    factuality = of_verb(view.main, end, match.start("verb"), verb)
    factuality = bare(view, match, subjects, factuality)
    if view.is_title and verb == "meet":
        factuality = Factuality.PLANNED if "to " in match[0] else factuality
    if verb == "meeting" and re.search(r",\smeeting\b", match[0]):
        # “X visited the Mission, meeting with Y”: X met him, not the Mission.
        subjects = [one for one in view.main_subject if one.thing.kind == "person"]
        if not subjects:
            return []
    elif verb == "meeting" and re.search(r"\b(?:before|after|while|when)\s$", view.main[: match.start("verb")]):
        # “Had breakfast with X before meeting Y”: who had it met Y, too.
        subjects = [one for one in view.main_subject if one.thing.kind == "person"] or subjects
    elif verb == "meeting" and re.search(r"\bwithout\s(?:\w+\s)?$", view.main[: match.start("verb")]):
        factuality = Factuality.DENIED
    elif verb == "meeting" and re.search(r"\b(?:an?|the|this|their|first|second)\s$", view.main[: match.start("verb")]):
        # “On her agenda is a meeting with X.”
        return []
    elif verb == "meeting" and not re.search(
        r"\b(?:after|following|while|when|before|by|is|are|was|were|forward to|(?:pleasure|honou?r|privilege|opportunity) of)\b",
        match[0],
    ):
        return []
    between = view.main[match.start("verb") : match.start("object")]
    trigger = (match.start("verb"), match.end("verb"))
    kind = (
        "Call"
        if verb.startswith(("sp", "talk", "tele", "phon", "call"))
        or (re.search(r"call\sfrom\s", match[0]) and not re.search(r"\bin person\b", view.main))
        else ""
    )
    if not others or not subjects:
        return []
    if re.search(r"separately\sand\s(?:then\s)?jointly|jointly\sand\sseparately", between) and len(others) > 1:
        groups = [[one] for one in others] + [others]
    elif len(others) > 1 and (
        re.search(r"\b(?:separately|individually)\b", between)
        or _APART.match(view.main[match.end() : match.end() + 70])
        or re.search(r"\b[Ii]n separate (?:meetings|talks|(?:tele)?(?:phone )?(?:conversations|calls))\b", view.main)
        or ", then " in match["object"]
        or one_by_one(match["object"], others, subjects, factuality, _leads_on(view, match))
    ):
        groups = [[one] for one in others]
    else:
        groups = [others]
    drafts = []
    for group in groups:
        draft = telling(
            view, match, "meeting.verb", joined(subjects, group), factuality, trigger, "call" if kind else ""
        )
        draft.perhaps_call = bool(kind) and re.match(r"sp|talk", verb) is not None
        if kind and (draft.places or _IN_COMPANY.search(view.main)) and not FROM_AFAR.search(view.main):
            draft.category = "Meeting"
        elif draft.category == "Call":
            draft.places = ()
        drafts.append(draft)
    spoken = "call" if kind else ""
    for other, begins, ends in later(view, match.end("object")):
        draft = telling(view, match, "meeting.verb", joined(subjects, other), factuality, trigger, spoken)
        draft.perhaps_call = bool(kind) and re.match(r"sp|talk", verb) is not None
        own_setting(view, draft, begins, ends)
        if draft.category == "Call":
            draft.places = ()
        drafts.append(draft)
    return drafts


# Behind those whom somebody met: one after another.
_APART = re.compile(
    r"[^,;.]{0,30}\b(?:separately|individually|in\sturn)\b|,\seach\b|[^;.]{0,50}\b(?:one\safter\s(?:the\sother|another)|one\sby\sone)\b"
)
# Where people speak with each other face to face.
_IN_COMPANY = re.compile(
    r"\b(?:reception|dinner|lunch|breakfast|luncheon|in\sperson|face\sto\sface|ceremony|(?:margins|sidelines|fringes)\sof)\b"
)
_SETTING = r"(?:\({N}\)|(?:in|at)\s(?:the\s)?{LSR}|(?:on\s)?{N}|today|yesterday|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:by|over\sthe)\s(?:tele)?phone|first|in\sthe\smorning|earlier|separately|(?:at|over|during)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}(?:dinner|lunch|breakfast|luncheon|reception|ceremony))"
_LATER = r"(?:later|then|subsequently|afterwards|in\sthe\s(?:afternoon|evening))"
_NEXT = (
    # “met A in X on Monday and, in Y, with B”: another meeting, with a place or time of its own.
    rf"(?:,?\s{_SETTING})*,?\sand,?\s(?:(?:{_SETTING}|{_LATER}),?\s)*(?:also\s|then\s)?with\s(?P<other>{OBJECT})"
    rf"|(?:,?\s{_SETTING})*,?\sand,?\s{_LATER},?\s(?:also\s)?(?P<next>{OBJECT})"
    rf"|(?:\s{_SETTING})+,?\sand\s(?P<apart>{OBJECT})(?=\s(?:(?:in|on)\s(?:the\s)?)?{{LSN}}|\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\sin\sthe\s(?:afternoon|evening)|\s(?:later|afterwards))"
)
_OWN_SETTING = r"^(?:,?\s(?:(?:in|at)\s(?:the\s)?(?P<place>{LSR})|(?:on\s)?(?P<day>{N})|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|later|afterwards|in\sthe\s(?:afternoon|evening)))+"


def later(view: View, position: int) -> Iterator[tuple[list[Party], int, int]]:
    """Whom the subject saw besides, in a place or at a time of their own, each with the stretch that tells of it."""
    while True:
        match = pattern(_NEXT).match(view.main, position)
        if match is None:
            return
        group = next(name for name in ("other", "next", "apart") if match[name] is not None)
        others = view.objects(match, group)
        if not others:
            return
        yield others, match.start(), match.end()
        position = match.end()


def own_setting(view: View, draft: Draft, begins: int, ends: int) -> None:
    """Give a meeting the place and day that stand beside those whom it was with, where any do."""
    behind = pattern(_OWN_SETTING).match(view.main[ends:])
    after = behind[0] if behind is not None else ""
    before = view.main[begins:ends]
    before = before[before.find("and") :]
    stretches = [(begins + len(view.main[begins:ends]) - len(before), ends), (ends, ends + len(after))]
    days = [one for one in dates_in(view) if any(start <= view.shape.at(one.start) < end for start, end in stretches)]
    places = view.things(after, "LS") or view.things(before.split(" with ")[0] if " with " in before else "", "LS")
    if places:
        draft.places = tuple(places[:1])
    elif days:
        draft.places = ()
    if days:
        draft.start, draft.end = days[-1].first, (days[-1].last if days[-1].last != days[-1].first else None)


_TO_SEVERAL = r"\bto\s{LS}(?:,\s{LS})*,?\sand\s(?:to\s)?{LS}\b|\bto\s{LS}(?:,\s{LS})*,?\sand\s(?:to\s)?{LS}"


def _leads_on(view: View, match: re.Match[str]) -> bool:
    """Whether the words before a verb lead to several places: “plan to travel to X and Y to meet A and B”."""
    return pattern(_TO_SEVERAL).search(view.main, 0, match.start("verb")) is not None


def joined_for(view: View, match: re.Match[str]) -> list[Draft]:
    """“X joined Y for talks”: a meeting of its own, unless X only joined one that is told already."""
    return [] if view.document.talked else pair(view, match)


def several(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = subject(view, match)
    if (len(subjects) < 2 and not bodies(view, [party.thing for party in subjects])) or purpose(view, match):
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    if factuality is Factuality.DENIED and re.match(r"\s(?:\w+\s)?in\sperson\b", view.main[match.end("verb") :]):
        return []
    trigger = (match.start("verb"), match.end("verb"))
    spoken = "" if re.match(r"me|sa|see|came|conv|gath", match["verb"]) else "call"
    with_others = re.match(r"\s(?:\w+\s){0,3}with\s", view.main[match.end("verb") :])
    if spoken and (with_others or sum(party.thing.kind == "person" for party in subjects) < 2):
        return []
    draft = telling(view, match, "meeting.several", subjects, factuality, trigger, spoken)
    draft.perhaps_call = bool(spoken)
    draft.formats = bodies(view, [party.thing for party in draft.parties])
    # A body that met is the format of its meeting, not one who took part.
    if draft.formats and all(party.thing.kind != "person" for party in draft.parties):
        draft.parties = [party for party in draft.parties if not bodies(view, [party.thing])]
    return [draft]


def each_of(view: View, match: re.Match[str]) -> list[Draft]:
    """“X first met each of the two leaders individually”: one meeting with each of those who sat together."""
    subjects, end = subject(view, match)
    others = [Party(thing) for thing in view.document.together if thing not in {one.thing for one in subjects}]
    if not subjects or len(others) < 2:
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    drafts = []
    for one in others:
        draft = telling(view, match, "meeting.verb", joined(subjects, [one]), factuality, match.span("verb"))
        draft.confidence = Confidence.MEDIUM
        drafts.append(draft)
    return drafts


def received(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = subject(view, match)
    others = [one for one in view.objects(match) if one.thing.kind in {"person", "organization", "institution"}]
    verb = match["verb"]
    people = [one for one in others if one.thing.kind == "person"]
    if not people or not subjects:
        return []
    welcome = re.match(r"welcom|greet|host", verb)
    following = view.main[match.end() : match.end() + 70]
    if (
        welcome
        and not pattern(
            r"^(?:,\s[^,;]{1,40},)?\s(?:today\s|yesterday\s|{N}\s|on\s{N}\s|here\s)*(?:in\s(?:the\s)?{LS}|to\s(?:the\s)?(?:{LSG}|White\sHouse|OSCE|Oval)|at\s(?:the\s)?(?:{LGS}|White\sHouse|\w+)|for\s(?:an?\s|the\s)?(?:(?:{FG}|[\w-]+)\s){0,3}(?:meeting|talks|visit|consultations|discussions?|lunch|dinner|call))"
        ).search(following)
        and not re.search(r"\bhost", verb)
    ):
        return []
    if re.match(r"\sas\s", following) and verb.startswith("welcom"):
        return []
    factuality = of_verb(view.main, end, match.start("verb"), verb)
    factuality = bare(view, match, subjects, factuality)
    trigger = (match.start("verb"), match.end("verb"))
    roles = {party.thing.iri.value: "guest" for party in people} | {party.thing.iri.value: "host" for party in subjects}
    if verb.startswith(("saw", "see", "sat", "sit")):
        roles = {}
    if verb == "see" and one_by_one(match["object"], others, subjects, factuality):
        return [telling(view, match, "meeting.verb", joined(subjects, [one]), factuality, trigger) for one in people]
    if verb == "see" and factuality is Factuality.HAPPENED:
        return []
    draft = telling(view, match, "meeting.reception", joined(subjects, others), factuality, trigger, roles=roles)
    body = pattern(
        r"^[^;{ASEGFH}]{0,60}?\bfor\s(?:a|the)\s(?:\w+\s)?(?:meeting|session|round)\sof\s(?:the\s)?(?P<body>{FG})"
    ).match(view.main[match.end() :])
    draft.formats = bodies(view, view.things(body["body"], "FG")) if body is not None else ()
    return [draft]


def received_by(view: View, match: re.Match[str]) -> list[Draft]:
    hosts, guests = view.parties(match["subject"]), view.objects(match)
    if view.somebodys(match.start("object")):
        return []
    # “Met Y on Monday and was received by Z”: the visitor, not Y.
    if re.search(
        r"(?:^,?\s(?:and|but|then)\s|\s(?:and|but|then)\s(?:(?:also|later|then|today|yesterday)\s)*(?:(?:was|were|had\sbeen|has\sbeen)\s(?:also\s)?(?:the\s)?)?$)",
        view.main[match.end("object") : match.start("verb")],
    ):
        guests = view.main_subject
    if re.search(r"\b(?:joined|accompanied|flanked)\sby\s(?:the\s)?$", view.main[: match.start("object")]):
        guests = joined(view.main_subject, guests)
    if not any(one.thing.kind == "person" for one in guests) or not hosts:
        return []
    factuality = of_verb(view.main, match.end("object"), match.start("verb"), match["verb"])
    roles = {party.thing.iri.value: "guest" for party in guests} | {party.thing.iri.value: "host" for party in hosts}
    trigger = (match.start("verb"), match.end("verb"))
    return [telling(view, match, "meeting.reception", joined(guests, hosts), factuality, trigger, roles=roles)]


def discussed(view: View, match: re.Match[str]) -> list[Draft]:
    """“X discussed something with Y”: talks, where Y is a person."""
    others = [one for one in view.objects(match) if one.thing.kind == "person"]
    if not others:
        return []
    subjects, end = subject(view, match)
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    parties = joined(subjects, others)
    if len(parties) < 2:
        return []
    draft = telling(view, match, "meeting.discussed", parties, factuality, (match.start("verb"), match.end()))
    # Without a day of its own it may be the meeting that a clause beside it tells of.
    if draft.start == view.document.issued and not any(one.first == draft.start for one in dates_in(view)):
        draft.start = None
    return [draft]


def asked(view: View, match: re.Match[str]) -> list[Draft]:
    """“X urged A and B to meet”: a meeting of A and B that X called for."""
    people = [one for one in view.objects(match) if one.thing.kind == "person"]
    if len(people) < 2 or DENIED.search(view.main[max(0, match.start() - 12) : match.start()]):
        return []
    talks = match["talks"] or ""
    return [telling(view, match, "meeting.asked", people, Factuality.CALLED_FOR, match.span("verb"), talks)]


def brought_together(view: View, match: re.Match[str]) -> list[Draft]:
    """“X brought together A and B”: a meeting of A and B, with X as its host or the one by whom it was chaired."""
    guests = [one for one in view.objects(match) if one.thing.kind == "person"]
    if len(guests) < 2:
        return []
    before = view.main[: match.start()]
    led = pattern(rf"\b(?P<how>chaired|facilitated|moderated|mediated|hosted)\sby\s(?P<who>{LIST}),?\s$").search(before)
    active = pattern(rf"(?P<who>{LIST})\s(?:(?:also|today|yesterday|has|had|{{N}})\s)*$").search(before)
    found = led or active
    hosts = [one for one in view.parties(found["who"]) if one.thing.kind != "format"] if found is not None else []
    role = "chair" if led is not None and led["how"] != "hosted" else "host"
    factuality = of_verb(view.main, found.end("who") if found is not None else 0, match.start("verb"), match["verb"])
    roles = {party.thing.iri.value: role for party in hosts}
    draft = telling(view, match, "meeting.together", joined(hosts, guests), factuality, match.span("verb"), roles=roles)
    # “The meeting brought together …”: the one told before.
    draft.refers_back = (
        view.document.talked
        and re.match(r"\W*[Tt](?:he|his)\s(?:[\w-]+\s)?(?:meeting|talks|session)\b", before) is not None
    )
    return [draft]


def at_talks(view: View, match: re.Match[str]) -> list[Draft]:
    """“At a meeting in Vienna today, A and B agreed …”: those who did something there together were there."""
    people = [one for one in view.parties(match["subject"]) if one.thing.kind == "person"]
    if len(people) < 2 or of_noun(view.main, match.start("talks"), match.end("talks")) is not Factuality.HAPPENED:
        return []
    talks = match["talks"]
    return [telling(view, match, "meeting.noun", people, Factuality.HAPPENED, match.span("talks"), talks)]


def participle(view: View, match: re.Match[str]) -> list[Draft]:
    """“After meeting Y, X …”, “Having met Y, X …”: done; “before meeting Y” is still to come."""
    parties = joined(view.parties(match["subject"]), view.objects(match))
    if sum(party.thing.kind == "person" for party in parties) < 2:
        return []
    factuality = Factuality.PLANNED if match["verb"].startswith("Before") else Factuality.HAPPENED
    roles = {}
    if re.search(r"[Rr]eceiving|[Hh]osting", match["verb"]):
        roles = {party.thing.iri.value: "host" for party in view.parties(match["subject"])}
    trigger = (match.start("verb"), match.end("verb"))
    return [telling(view, match, "meeting.participle", parties, factuality, trigger, roles=roles)]


def paid(view: View, match: re.Match[str]) -> list[Draft]:
    """A courtesy call on somebody, or credentials presented to somebody."""
    others = [one for one in view.objects(match) if one.thing.kind == "person"]
    subjects, end = subject(view, match)
    if not others or not subjects:
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    trigger = (match.start("verb"), match.end("verb"))
    # “Paid calls on A and B”: one on each.
    plural = match.groupdict().get("calls") == "calls"
    drafts = [
        telling(view, match, "meeting.call-on", joined(subjects, group), factuality, trigger)
        for group in ([[one] for one in others] if plural else [others])
    ]
    for draft in drafts:
        draft.category = "Meeting"
        draft.places = where(view, trigger[1])
    return drafts


def discussing(view: View, match: re.Match[str]) -> list[Draft]:
    """“X and Y discussed …”: two people who talked did meet or call."""
    subjects, end = subject(view, match)
    people = [party for party in subjects if party.thing.kind == "person"]
    if len(people) < 2 or purpose(view, match):
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    draft = telling(view, match, "meeting.discussed", people, factuality, (match.start("verb"), match.end("verb")))
    # Within the account of a meeting, those who discussed were among those who sat there.
    if view.document.talked and not {one.thing for one in people} & set(view.document.together):
        draft.refers_back = True
    if draft.start == view.document.issued and not dates_in(view):
        draft.start = None
    return [draft]


def when_they_meet(view: View, match: re.Match[str]) -> list[Draft]:
    """“X will inform Y of his findings when the two meet in Z next week”: the two people of the sentence."""
    people = [one for one in view.parties(view.main[: match.start()]) if one.thing.kind == "person"]
    if len(people) != 2:
        return []
    return [telling(view, match, "meeting.verb", people, Factuality.PLANNED, match.span("verb"))]


def purpose(view: View, match: re.Match[str]) -> bool:
    """Whether the verb only says what for: “convened a call with A and B to discuss the storm” is no plan of A and B."""
    between = view.main[match.end("subject") : match.start("verb")]
    return bool(re.search(r"\bto\s(?:\w+ly\s|also\s|further\s)*$", between)) and not re.search(
        r"\b(?:will|is|are|was|were|plan\w*|intend\w*|due|scheduled|expected|set|agreed|met|meet|meets|hope\w*|want\w*|wish\w*|ready|forward)\b",
        between,
    )


def held(view: View, match: re.Match[str]) -> list[Draft]:
    if is_appeal(view, match):
        return []
    subjects, end = subject(view, match)
    others = view.objects(match) if match["object"] else []
    gap = view.main[match.end("talks") : match.start("joint")] if match["joint"] else ""
    if match["subject"] in {"They", "they"} and (not match["object"] or match["verb"] == "continued"):
        return []
    meal = re.search(r"(?i)dinner|lunch|breakfast", match["talks"])
    joint = " ".join((match["joint"] or "").split())
    if (joint == "with" and NO_COMPANY.search(gap)) or (joint in {"of", "for"} and gap.strip()):
        others = []
    if joint == "for" and not meal:
        others = []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    factuality = bare(view, match, subjects, factuality)
    had_held = match["verb"] == "had" and re.match(
        r"\s?(?:\w+\s)?(?:held|hosted|chaired|conducted|convened)\b", match["between"]
    )
    if had_held and factuality is Factuality.HAPPENED:
        factuality = Factuality.PRESUPPOSED
    stated = (
        of_noun(view.main, match.start("talks"), match.end("talks"))
        if factuality is Factuality.HAPPENED
        else factuality
    )
    if stated is Factuality.DENIED:
        factuality = stated
    if re.search(r"\bno\s$", view.main[: match.start("talks")]):
        factuality = Factuality.DENIED
    roles: dict[str, str] = {}
    for stem, role in CHAIR_VERBS.items():
        if match["verb"].startswith(stem):
            roles = {party.thing.iri.value: role for party in subjects}
    trigger = (match.start("verb"), match.end("talks"))
    if match["joint"] and match["joint"].endswith("by"):
        role = {"chaired by": "chair", "co-chaired by": "co-chair"}.get(" ".join(match["joint"].split()), "host")
        roles |= {party.thing.iri.value: role for party in others}
    if len(others) > 1 and (
        re.search(r"\bseparate\b", match["between"] or "")
        or _APART.match(view.main[match.end() : match.end() + 70])
        or _several_of_one(match, subjects, others)
        or one_by_one(match["object"] or "", others, subjects, factuality)
    ):
        return [
            telling(
                view,
                match,
                "meeting.held",
                joined(subjects, [one]),
                factuality,
                trigger,
                match["talks"],
                roles,
            )
            for one in others
        ]
    # “A meeting of the Group” is in this format; several of a kind (“five meetings of the Group”) are no one event.
    bodied = bodies(view, [one.thing for one in others]) if match["joint"] == "of" else ()
    if bodied and match["talks"].endswith("meetings"):
        return []
    others = [one for one in others if one.thing not in bodied]
    parties = joined(subjects, others)
    draft = telling(view, match, "meeting.held", parties, factuality, trigger, match["talks"], roles)
    if joint == "with" and others and (further := _held_later(view, match, draft, subjects)):
        return [draft, *further]
    formats = [*draft.formats, *bodied, *view.things(match["between"] or "", "FG")]
    draft.formats = tuple(
        dict.fromkeys(one for one in formats if one.kind == "format" or one.category == "DecisionBody")
    )
    # Those who joined “the meeting” joined the one told before.
    back = view.document.talked and re.search(
        r"\b(?:the|these|those|all)\s(?:[\w-]+\s)?$", view.main[: match.start("talks")]
    )
    if (
        back
        and not match["object"]
        and re.match(r"join|attend|took|takes|participat", match["verb"])
        and not draft.formats
    ):
        draft.refers_back = True
        draft.of_all = match["talks"].lower() == "meetings"
        return [draft]
    if len(parties) < 2 and not draft.formats:
        if match["verb"].startswith(("attend", "join", "participat", "took", "takes")):
            draft.refers_back = True
            draft.of_all = match["talks"].lower() == "meetings"
            return [draft]
        if in_cities(view, match, draft):
            return in_cities(view, match, draft)
        return with_nobody_named(view, match, draft)
    if re.match(r"discussion", match["talks"]) and not others and len(subjects) < 2:
        return []
    return [draft]


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


def _several_of_one(match: re.Match[str], subjects: list[Party], others: list[Party]) -> bool:
    """Whether “had meetings with A, B and C” tells of one meeting with each: of one person, in the plural."""
    people = all(one.thing.kind == "person" for one in (*subjects, *others))
    return match["talks"].lower() == "meetings" and len(subjects) == 1 and people and match["joint"] == "with"


def with_nobody_named(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """A meeting that somebody led, or had with a group; “had talks” alone says too little."""
    draft.others, named = with_group(view, match.end("talks"))
    draft.parties = joined(draft.parties, named)
    people = [one for one in draft.parties if one.thing.kind == "person"]
    one_meeting = re.fullmatch(r"(?i)meetings?|.*calls?|round\s?table.*|.*sessions?|summit", match["talks"])
    if not people or not (draft.others or (one_meeting and LEADING.fullmatch(match["verb"]))):
        return []
    if draft.factuality is Factuality.PLANNED and not draft.others:
        return []
    own = [one for one in draft.parties if one not in named]
    if match["talks"].lower() == "meetings" and len(named) > 1 and len(own) == 1:
        # “Held meetings with officials, among them A and B”: one with each.
        return [draft_with(draft, [*own, one]) for one in named]
    return [draft]


def in_cities(view: View, match: re.Match[str], draft: Draft) -> list[Draft]:
    """“Plans to hold talks in A and B”: one meeting in each city, with nobody named on the other side."""
    cities = pattern(r"^\sin\s(?P<cities>{LS}(?:(?:,\s|\sand\s){LS})*)").match(view.main[match.end("talks") :])
    people = [one for one in draft.parties if one.thing.kind == "person"]
    if cities is None or len(people) != 1 or draft.factuality is not Factuality.PLANNED:
        return []
    return [replace(draft, places=(place,), formats=()) for place in view.things(cities["cities"], "LS")]


def headline(view: View, match: re.Match[str]) -> list[Draft]:
    """“X, Y discuss …”: the comma of a headline is an “and”."""
    if not view.is_title:
        return []
    parties = joined(view.parties(match["subject"]), view.objects(match))
    trigger = (match.start("verb"), match.end("verb"))
    return [telling(view, match, "meeting.headline", parties, Factuality.HAPPENED, trigger)]


def received_pronoun(view: View, match: re.Match[str]) -> list[Draft]:
    """“X hosted her for lunch”: the one whom the text is about."""
    hosts = [one for one in view.parties(match["subject"]) if one.thing.kind == "person"]
    guest = view.document.protagonist or view.document.subject
    several = match["pronoun"] in {"them", "their"}
    if view.about:
        guests = [one for one in view.about if several or one.thing.kind == "person"]
        guests = guests if several else guests[:1]
    else:
        guests = (
            [Party(one) for one in view.document.acting] if several else [Party(guest)] if guest is not None else []
        )
    guests = [one for one in guests if one.thing.kind == "person" and one.thing not in {host.thing for host in hosts}]
    behind = view.main[match.end() : match.end() + 60]
    # “Welcomed him as the new Head” is a stance.
    if not hosts or not guests or (match["verb"] == "welcomed" and not re.match(r"\s(?:to|in|at|for)\s", behind)):
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    roles = {}
    if match["verb"] not in {"met", "briefed"}:
        roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
    draft = telling(
        view, match, "meeting.reception", joined(hosts, guests), factuality, match.span("verb"), roles=roles
    )
    draft.confidence = Confidence.MEDIUM
    # “Briefed him” may be a letter, but for a day, a place or a telephone.
    sat = (
        match["verb"] != "briefed"
        or view.document.protagonist in [one.thing for one in guests]
        or draft.places
        or draft.category == "Call"
        or dates_in(view)
    )
    return [draft] if sat else []


def somebody(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting whose one side is a pronoun that nobody was found for: those who are named did sit there."""
    others = view.objects(match)
    factuality = of_verb(view.main, match.end("pronoun"), match.start("verb"), match["verb"])
    draft = telling(view, match, "meeting.pronoun", others, factuality, (match.start("verb"), match.end("verb")))
    draft.confidence = Confidence.MEDIUM
    return [draft] if others else []
