"""Meetings that one side hosts: who received, hosted or welcomed whom, and on whom somebody called."""

import re

from kg.extract.draft import Draft
from kg.extract.meetings.apart import APART, later, own_setting
from kg.extract.meetings.bilaterals import bilaterals
from kg.extract.meetings.circles import circles, states_of
from kg.extract.meetings.errands import of_errand
from kg.extract.meetings.telling import bare, bodies, joined, persons, subject, telling, travellers
from kg.extract.merge import RECEIVED_AT
from kg.extract.modality import PLANNED, of_verb
from kg.extract.setting import dates_in, names_date_before, where
from kg.extract.view import Party, View, people_of
from kg.model import Confidence, Factuality, Thing
from kg.text.pronouns import fits
from kg.text.shape import pattern


def received(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = subject(view, match)
    others = [
        one for one in view.objects(match) if one.thing.kind in {"person", "organization", "institution", "format"}
    ]
    verb = match["verb"]
    people = persons(view, others)
    others = [one for one in others if one.thing.kind != "format" or one in people]
    if not people or not subjects:
        return []
    welcome = re.match(r"welcom|greet|host", verb)
    following = view.main[match.end() : match.end() + 70]
    if (
        welcome
        and not _welcomed_today(view, match.start("verb"), match.end())
        and not pattern(
            r"^(?:,\s[^,;]{1,40},|,)?\s(?:today\s|yesterday\s|{N}\s|on\s{N}\s|here\s)*(?:in\s(?:the\s)?{LS}|to\s(?:the\s)?(?:{LSG}|White\sHouse|OSCE|Oval)|to\s(?:his|her|their|the)\s(?:official\s|private\s)?(?:[Mm]inistry|[Ee]mbassy|[Pp]arliament|[Mm]ission|[Rr]esidence|[Oo]ffice|[Hh]ome|[Pp]alace|headquarters)|on\s(?:an?|his|her)\s(?:[\w-]+\s){0,3}visit|at\s(?:the\s)?(?:{LGS}|White\sHouse|\w+)|for\s(?:an?\s|the\s)?(?:(?:{FG}|[\w-]+)\s){0,3}(?:meeting|talks|visit|consultations|discussions?|conversation|exchange|audience|t[eê]te-[aà]-t[eê]te|lunch|luncheon|breakfast|dinner|call))"
        ).search(following)
        and not re.search(r"\bhost", verb)
    ):
        return []
    if re.match(r"\sas\s", following) and verb.startswith("welcom"):
        return []
    factuality = of_verb(view.main, end, match.start("verb"), verb)
    errand = of_errand(view, end, match.start("verb"), verb, factuality)
    went_to_see, factuality = errand is not factuality, errand
    factuality = bare(view, match, subjects, factuality)
    trigger = (match.start("verb"), match.end("verb"))
    roles = {party.thing.iri.value: "guest" for party in people} | {party.thing.iri.value: "host" for party in subjects}
    if verb.startswith(("saw", "see", "sat", "sit")):
        roles = {}
    if verb == "see" and len(groups := circles(match["object"], others, subjects, factuality)) > 1:
        return [telling(view, match, "meeting.verb", joined(subjects, group), factuality, trigger) for group in groups]
    if (
        verb == "see"
        and factuality is Factuality.HAPPENED
        and not (went_to_see or _ABLE.search(view.main, end, match.start("verb")))
    ):
        return []
    further = later(view, match.end("object")) if verb.startswith(("saw", "see", "receiv")) else ()
    more = []
    for other, begins, ends in further:
        more_roles = roles | {one.thing.iri.value: "guest" for one in other if roles}
        one = telling(view, match, "meeting.verb", joined(subjects, other), factuality, trigger, roles=more_roles)
        own_setting(view, one, begins, ends)
        more.append(one)
    if len(people) > 1 and re.search(r"\band\s(?:then|later|thereafter|afterwards|subsequently)\b", match["object"]):
        return [
            telling(view, match, "meeting.reception", joined(subjects, [one]), factuality, trigger, roles=roles)
            for one in people
        ]
    draft = telling(view, match, "meeting.reception", joined(subjects, others), factuality, trigger, roles=roles)
    body = pattern(
        r"^[^;{ASEGFH}]{0,60}?\bfor\s(?:an?|the)\s(?:(?:\w+\s)?(?:meeting|session|round)\sof\s(?:the\s)?(?P<body>{FG})|(?P<before>{FGM})(?:\s(?:meeting|session|round))?\b)"
    ).match(view.main[match.end() :])
    named = (body["body"] or body["before"]) if body is not None else ""
    draft.formats = bodies(view, view.things(named, "FGM")) if named else ()
    return [draft, *more]


def _welcomed_today(view: View, begin: int, end: int) -> bool:
    """Whether the lead says no more than that somebody was welcomed on a day: “Today X welcomed Y and Z.”"""
    last = re.fullmatch(r"(?:,\s[^;.]{2,60})?\W*", view.main[end:]) is not None
    return view.is_lead and last and names_date_before(view, begin)


# “Was able to see X” tells that he did.
_ABLE = re.compile(r"\b(?:able|managed|time)\sto\s$")


def being_received(view: View, match: re.Match[str]) -> list[Draft]:
    """“X had talks with Y before being received by Z”: whoever the sentence is about was received, done or to come as what is told with it."""
    guests = people_of(view.main_subject)
    known = {one.thing for one in guests}
    hosts = [one for one in view.parties(match["subject"]) if one.thing.kind == "person" and one.thing not in known]
    if not guests or not hosts:
        return []
    factuality = Factuality.PLANNED if PLANNED.search(view.main, 0, match.start()) else Factuality.HAPPENED
    roles = {one.thing.iri.value: "guest" for one in guests} | {one.thing.iri.value: "host" for one in hosts}
    parties = joined(guests, hosts)
    return [telling(view, match, "meeting.reception", parties, factuality, match.span("verb"), roles=roles)]


def received_by(view: View, match: re.Match[str]) -> list[Draft]:
    hosts, guests = view.parties(match["subject"]), view.objects(match)
    guests = view.chairing(guests, match.start("object"), view.main[match.end("object") :]) or guests
    guests = joined(view.heading(match, "object"), guests)
    if not people_of(hosts):
        # “Was received by Georgian leaders, including A and B”: by these.
        hosts = people_of(view.objects(match, "subject")) or hosts
    if view.somebodys(match.start("object")) or _WELCOMED_SOMETHING.search(
        view.main, match.end("object"), match.start("subject")
    ):
        return []
    # “Met Y on Monday and was received by Z”: the visitor, not Y.
    if re.search(
        r"(?:^,?\s(?:and|but|then)\s|\s(?:and|but|then)\s(?:(?:also|later|then|today|yesterday)\s)*(?:(?:was|were|had\sbeen|has\sbeen)\s(?:also\s)?(?:the\s)?)?$)",
        view.main[match.end("object") : match.start("verb")],
    ):
        guests = view.main_subject
    if re.search(r"\b(?:joined|accompanied|flanked)\sby\s(?:the\s)?$", view.main[: match.start("object")]):
        guests = joined(view.main_subject, guests)
    if not persons(view, guests) or not hosts:
        return []
    factuality = of_verb(view.main, match.end("object"), match.start("verb"), match["verb"])
    roles = {party.thing.iri.value: "guest" for party in guests} | {party.thing.iri.value: "host" for party in hosts}
    trigger = (match.start("verb"), match.end("verb"))
    apart = APART.match(view.main[match.end() : match.end() + 70]) or re.search(
        r"\b(?:separately|individually|in\sturn)\b", view.main[match.start("verb") : match.start("subject")]
    )
    groups = bilaterals(view, guests, hosts)
    if len(states_of(hosts)) == len(hosts) > 2 and len(people_of(guests)) == 1:
        # “Was received by Presidents A of X, B of Y and C of Z”: each at home.
        groups = [[one] for one in hosts]
    if not groups:
        groups = [[one] for one in hosts] if apart else circles(match["subject"], hosts, guests, Factuality.HAPPENED)
    return [
        telling(view, match, "meeting.reception", joined(guests, group), factuality, trigger, roles=roles)
        for group in groups
    ]


# “X welcomed the steps taken by Y”: a verb with an object of its own, and no participle.
_WELCOMED_SOMETHING = re.compile(
    r"(?<!was)(?<!were)(?<!been)(?<!being)(?<!be)(?<!also)(?<!then)(?<!later)(?<!subsequently)(?<!first)(?<!again)\s(?:welcomed|received|hosted)\s"
    r"(?:(?:the|an?|this|that|these|those|its|their|any|all|some|many|further|new|recent)\s(?!(?:morning|afternoon|evening|day|week|same|next|following)\b)|(?:efforts|steps|measures|progress|reforms|support|statements|decisions|assurances)\b)"
)
_AMONG = re.compile(r"discuss|review|exchang|spoke|talk|confer")


def received_at(view: View, match: re.Match[str]) -> list[Draft]:
    """“They were received at the Ministry”, by whom is not said: a meeting of the guests."""
    guests = people_of(view.objects(match))
    factuality = of_verb(view.main, match.end("object"), match.start("verb"), match["verb"])
    if not guests or view.somebodys(match.start("object")) or factuality is Factuality.DENIED:
        return []
    roles = {one.thing.iri.value: "guest" for one in guests}
    return [telling(view, match, RECEIVED_AT, guests, factuality, match.span("verb"), roles=roles)]


_VISITORS = re.compile(r"delegation|visitors|guests")


def _of_clause_before(view: View, match: re.Match[str]) -> list[Party]:
    """The one whom the clause before a semicolon is about, and whom the pronoun behind it may mean: “X was not there; Y briefed her”."""
    if ";" not in view.main[: match.start()]:
        return []
    people = people_of(view.main_subject)
    pronoun = "she" if match["pronoun"] == "her" else "he"
    return people if len(people) == 1 and fits(people[0].thing, pronoun) else []


def received_pronoun(view: View, match: re.Match[str]) -> list[Draft]:
    """“X hosted her for lunch”: the one whom the text is about."""
    hosts = people_of(view.subject(match))
    guest = view.document.protagonist or view.document.subject
    if guest in {one.thing for one in hosts}:
        # “Y was to have come but stayed at home. X spoke with him by telephone.”
        guest = view.document.subject
    plural = match.groupdict().get("plural")
    several = plural is not None or match["pronoun"] in {"them", "their"}
    if plural is not None:
        guests = view.parties(plural)
        if not guests and _VISITORS.search(plural):
            # “Declined to receive the delegation”: that of whose doings the text reports.
            guests = travellers(view)
    elif view.about:
        guests = [one for one in view.about if several or one.thing.kind == "person"]
        guests = guests if several else guests[:1]
    elif not several and (meant := _of_clause_before(view, match)):
        guests = meant
    else:
        guests = (
            [Party(one) for one in view.document.acting] if several else [Party(guest)] if guest is not None else []
        )
    known = {host.thing for host in hosts}
    guests = [one for one in guests if one.thing.kind == "person" and one.thing not in known]
    if not guests and match["pronoun"] in {"them", "him", "her"} and known & set(view.document.together):
        # “X met Y and Z. He had had dinner with them the evening before.”
        others = people_of(Party(one) for one in view.document.together if one not in known)
        guests = others if match["pronoun"] == "them" or len(others) == 1 else []
    behind = view.main[match.end() : match.end() + 60]
    if not hosts or not guests:
        return []
    if (
        plural is not None
        and _AMONG.match(match["verb"])
        and {one.thing for one in hosts} & set(view.document.together)
    ):
        # What one of those who sat together “discussed with the Ministers” was so at the meeting told before.
        return []
    # “Welcomed him as the new Head” is a stance; a place, or guests of a journey on a day, make it a reception.
    on_a_journey = plural is not None and (dates_in(view) or where(view, match.end()))
    if match["verb"] == "welcomed" and not (re.match(r"\s(?:to|in|at|for)\s", behind) or on_a_journey):
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    roles = {}
    if re.match(r"receiv|host|welcom|gave|given|gives|held|offered", match["verb"]):
        roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
    draft = telling(
        view, match, "meeting.reception", joined(hosts, guests), factuality, match.span("verb"), roles=roles
    )
    draft.confidence = Confidence.MEDIUM
    # “Briefed him” may be a letter, but for a day, a place, an hour or a telephone.
    sat = (
        match["verb"] != "briefed"
        or view.document.protagonist in [one.thing for one in guests]
        or draft.places
        or draft.category == "Call"
        or dates_in(view)
        or re.match(r"\s(?:afterwards|in\sperson|on\sthe\sspot|later|then)\b", behind)
    )
    return [draft] if sat else []


def paid(view: View, match: re.Match[str]) -> list[Draft]:
    """A courtesy call on somebody, or credentials presented to somebody."""
    others = people_of(view.objects(match))
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


def in_turn(view: View, match: re.Match[str]) -> list[Draft]:
    """“X and, later, Y received the delegation”: one meeting with each, one after another."""
    if match["guest"] or match["object"] in {"him", "her", "them"}:
        guests = view.parties("they") if match["object"] == "them" else travellers(view)[:1]
    else:
        guests = view.parties(match["object"])
    guests = people_of(guests)
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    drafts = []
    for stretch in (match["first"], match["subject"]):
        hosts = people_of(view.parties(stretch))
        if not hosts or not guests:
            return []
        roles = {}
        if match["verb"] not in {"met", "saw"}:
            roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
        parties = joined(hosts, guests)
        drafts.append(telling(view, match, "meeting.reception", parties, factuality, match.span("verb"), roles=roles))
    return drafts


def received_guest(view: View, match: re.Match[str]) -> list[Draft]:
    """“The OSCE official was received by Y”: the one whose doings the text reports; of a delegation all who are known to be in it."""
    hosts = people_of(view.objects(match, "subject"))
    hero = _of_body(view, match["whose"]) if match["whose"] else view.document.protagonist
    several = match["guest"].endswith("s") or match["guest"] == "delegation"
    along = view.document.acting if several and hero in view.document.acting else ()
    guests = [Party(one) for one in (along or (hero,)) if one is not None and one.kind == "person"]
    guests = [one for one in guests if one.thing not in {host.thing for host in hosts}]
    if not guests and match["guest"] == "delegation":
        # “The Georgian delegation was received by Y”, of whom nobody is named: the state's.
        guests = [Party(one) for one in view.things(match["whose"] or "", "SD") if one.kind == "state"]
    if not hosts or not guests:
        return []
    roles = {}
    if match["verb"] != "briefed":
        roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
    factuality = of_verb(view.main, match.end("guest"), match.start("verb"), match["verb"])
    draft = telling(
        view, match, "meeting.reception", joined(guests, hosts), factuality, match.span("verb"), roles=roles
    )
    draft.confidence = Confidence.MEDIUM
    return [draft]


def _of_body(view: View, stretch: str) -> Thing | None:
    """The one person of the release who acts for the body or state named: “the OSCE official”."""
    items = view.shape.found(stretch)
    named = {one.key for one in view.things(stretch, "SGD")}
    words = re.compile(
        "|".join(rf"\b{re.escape(view.paragraph.text[one.start : one.end])}\b" for one in items) or r"(?!)"
    )
    found = [
        person.thing
        for person in view.document.people
        for post, _ in person.posts.values()
        if (post.organization is not None and any(f"{post.organization.key}-".startswith(f"{key}-") for key in named))
        or words.search(post.label)
    ]
    return found[0] if len(set(found)) == 1 else None


def reported(view: View, match: re.Match[str]) -> list[Draft]:
    """“X reported to Y in Dublin this morning”: they met there."""
    speakers = people_of(subject(view, match)[0])
    others = people_of(view.objects(match))
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    if not speakers or not others or factuality not in {Factuality.HAPPENED, Factuality.PRESUPPOSED}:
        return []
    return [telling(view, match, "meeting.briefing", joined(speakers, others), factuality, match.span("verb"))]


def called_together(view: View, match: re.Match[str]) -> list[Draft]:
    """“X convened the leaders of A and B”: X is the host."""
    hosts = people_of(subject(view, match)[0])
    others = [one for one in view.objects(match) if one.thing.kind in {"person", "state"}]
    if not hosts or not (len(others) > 1 or any(one.thing.kind == "person" for one in others)):
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    roles = {one.thing.iri.value: "host" for one in hosts}
    parties = joined(hosts, others)
    return [telling(view, match, "meeting.reception", parties, factuality, match.span("verb"), roles=roles)]
