"""Meetings and calls told by a verb: who met, received, spoke to or held talks with whom."""

import re
from dataclasses import replace

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.meetings.apart import APART, later, leads_on, own_setting, said_behind
from kg.extract.meetings.bilaterals import bilaterals
from kg.extract.meetings.circles import circles, on_tour, parted, states_of
from kg.extract.meetings.encounters import named_before
from kg.extract.meetings.errands import each_at_home, of_errand, without_days_of_journey
from kg.extract.meetings.groups import GROUP, more, words
from kg.extract.meetings.telling import (
    SAT_FOR,
    bare,
    bodies,
    end_of_clause,
    format_before,
    joined,
    subject,
    telling,
    whom,
)
from kg.extract.modality import DENIED, FROM_AFAR, of_noun, of_verb
from kg.extract.plurals import meant as plural
from kg.extract.setting import dates_in, names_day, where
from kg.extract.view import AT_BODY, THEY, Party, View, people_of
from kg.model import Confidence, Factuality, Thing
from kg.text.dates import DateMention
from kg.text.document import Actor
from kg.text.shape import pattern


def pair(view: View, match: re.Match[str]) -> list[Draft]:
    if _says_so(view, match):
        return []
    subjects, end = subject(view, match)
    others = _whom(view, match)
    verb = match["verb"]
    if verb == "called" and not people_of(others):
        # “Called the OSCE a beacon”: bodies are not rung up.
        return []
    factuality = of_verb(view.main, end, match.start("verb"), verb)
    factuality = bare(view, match, subjects, factuality)
    factuality = of_errand(view, end, match.start("verb"), verb, factuality)
    if factuality is Factuality.PLANNED and _CAME_TO_NOTHING.match(view.main, match.end()):
        between = view.main[end : match.start("verb")]
        factuality = Factuality.DENIED if _HAD_BEEN_PLANNED.search(between) else factuality
    if view.is_title and verb == "meet":
        factuality = Factuality.PLANNED if "to " in match[0] else factuality
    if verb == "meeting" and re.search(r",\smeeting\b", match[0]):
        # “X visited the Mission, meeting with Y”: X met him, not the Mission.
        subjects = people_of(view.main_subject)
        if not subjects:
            return []
    elif verb in {"meeting", "sitting down"} and re.search(
        r"\b(?:before|after|while|when)\s$", view.main[: match.start("verb")]
    ):
        # “Had breakfast with X before meeting Y”: who had it met Y, too.
        subjects = people_of(view.main_subject) or subjects
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
        or (
            re.search(r"(?<!courtesy\s)(?<!farewell\s)(?<!introductory\s)call\sfrom\s", match[0])
            and not re.search(r"\bin person\b", view.main)
        )
        else ""
    )
    if _AT_MARGINS.search(between):
        others = people_of(others)
    led = pattern(_LED_BY).match(view.main, match.end("object")) if "elegation" in match["object"] else None
    others = people_of([*others, *view.parties(led["who"])]) if led is not None else others
    if not others or not subjects:
        return []
    # A delegation with a leader of its own is met apart.
    groups = [[one] for one in others] if led else _apart(view, match, subjects, others, factuality, bool(kind))
    afar = FROM_AFAR.search(view.main, 0, end_of_clause(view.main, match.end(), len(view.main)))
    drafts = []
    for group in groups:
        draft = telling(
            view, match, "meeting.verb", joined(subjects, group), factuality, trigger, "call" if kind else ""
        )
        draft.perhaps_call = bool(kind) and re.match(r"sp|talk", verb) is not None and not afar
        without_days_of_journey(view, match, draft)
        if kind and (draft.places or _IN_COMPANY.search(view.main)) and not afar:
            draft.category = "Meeting"
        elif draft.category == "Call":
            draft.places = ()
        drafts.append(draft)
    spoken = "call" if kind else ""
    drafts += _then_jointly(view, match, joined(subjects, others), drafts)
    for other, begins, ends in later(view, match.end("object")):
        draft = telling(view, match, "meeting.verb", joined(subjects, other), factuality, trigger, spoken)
        draft.perhaps_call = bool(kind) and re.match(r"sp|talk", verb) is not None and not FROM_AFAR.search(view.main)
        own_setting(view, draft, begins, ends)
        if draft.category == "Call":
            draft.places = ()
        drafts.append(draft)
    return [*drafts, *_and_with_a_group(view, match, drafts[-1], subjects)]


# “Was to meet A, but met B instead”, “was due to meet A, who fell ill”.
_HAD_BEEN_PLANNED = re.compile(r"\b(?:was|were|had\sbeen)\s(?:\w+\s){0,3}?to\s$")
_CAME_TO_NOTHING = re.compile(r"[^;.]{0,60}?,?\s(?:but|however|when|until)\s")
# “A and B met in X on 2 May, C recalled”: C tells it.
_SAYS = re.compile(
    r",?\s(?:(?:also|then|today|\w+ly)\s)*(?:said|says|recalled|recalls|added|adds|noted|notes|stated|states|told|announced|announces|reported|reports|confirmed|confirms|explained|stressed|remarked|pointed\sout|mentioned)\b"
)


def _says_so(view: View, match: re.Match[str]) -> bool:
    """Whether who seems to be met is the one who tells of the meeting, behind a comma."""
    return (
        view.main.endswith(", ", 0, match.start("object")) and _SAYS.match(view.main, match.end("object")) is not None
    )


_AT_MARGINS = re.compile(r"\b(?:margins|sidelines|fringes)\sof\s(?:the\s)?(?:[\w-]+\s){0,2}$")
# “Met A, as well as with the delegation of X to the Assembly, led by B”.
_LED_BY = r"(?:\sto\s(?:the\s)?{EG})?,?\s(?:led|headed|chaired)\sby\s(?:the\s|its\s(?:[a-z]+,\s)?)?(?P<who>{A})"
_THEN_JOINTLY = r"[^;.{A}]{0,60}?,?\s(?:and|then|and\sthen)\s(?:jointly|together)(?:\swith\s(?:both|the|these|them)(?:\s(?:two|three))?(?:\sof\sthem)?(?:\s(?:[Ff]oreign\s)?(?:[Mm]inisters|[Pp]residents|[Ll]eaders|sides)|\s{A})?)?"


def _apart(
    view: View, match: re.Match[str], subjects: list[Party], others: list[Party], factuality: Factuality, kind: bool
) -> list[list[Party]]:
    """Those whom somebody met, each group of them at a meeting of its own; `kind` where they spoke from afar."""
    between = view.main[match.start("verb") : match.start("object")]
    if (
        re.search(r"separately\sand\s(?:then\s)?jointly|jointly\sand\s(?:then\s)?separately", between)
        and len(others) > 1
    ):
        return [[one] for one in others] + [others]
    if (
        len(others) > 1
        and (
            re.search(r"\b(?:separately|individually)\b", between)
            # “She separately met with A and B.”
            or re.search(r"\b(?:separately|individually)\s$", view.main[: match.start("verb")])
            or APART.match(view.main[match.end() : match.end() + 70])
            or re.search(
                r"\b[Ii]n separate (?:meetings|talks|(?:tele)?(?:phone )?(?:conversations|calls))\b", view.main
            )
            or (kind and len(others) == 2 == len(states_of(others)) and re.search(r"phone\b", between))
            or ", then " in match["object"]
            or said_behind(view, others)
        )
    ):
        return [[one] for one in others]
    if _AT_TABLE.fullmatch(match["verb"]) or _OF_SEVERAL_SIDES.search(view.main, match.start(), match.end() + 60):
        # “Breakfasted with A and with B”: at one table.
        return [others]
    if at_home := each_at_home(view, match, others) if factuality is Factuality.HAPPENED else []:
        return at_home
    they = match["subject"] in THEY and len(view.shape.found(match["object"])) > 1
    groups = bilaterals(view, subjects, others, they and factuality is Factuality.HAPPENED)
    together = _TOGETHER.search(view.main) is not None
    groups = groups or ([] if together else on_tour(view, others) or parted(view, match["object"], others))
    return groups or circles(match["object"], others, subjects, factuality, leads_on(view, match))


def _then_jointly(view: View, match: re.Match[str], parties: list[Party], apart: list[Draft]) -> list[Draft]:
    """The meeting with all: “met separately with A and B on Monday and jointly with both on Tuesday”."""
    jointly = pattern(_THEN_JOINTLY).match(view.main, match.end("object")) if len(apart) > 1 else None
    if jointly is None or any(len(one.parties) == len(parties) for one in apart):
        return []
    first = apart[0]
    draft = telling(view, match, "meeting.verb", parties, first.factuality, match.span("verb"), first.label or "")
    own_setting(view, draft, jointly.start(), jointly.end())
    return [draft]


_IN_CITY_OF = pattern(r"\b(?:in|at|near)\s(?:the\s)?{L},\s(?:the\s)?$")


def _whom(view: View, match: re.Match[str]) -> list[Party]:
    """Whom somebody met: in “met in Vienna, Austria, on 2 March” the state says where."""
    others = view.objects(match)
    where_it_is = others and others[0].thing.kind == "state"
    if where_it_is and _IN_CITY_OF.search(view.main, 0, match.start("object")) is not None:
        return others[1:]
    return others


# “Met X and, separately, with the heads of the field operations”.
_GROUP_APART = rf"(?:[^;.,{{A}}]{{0,40}}?),?\sand,?\s(?:separately|later|then|thereafter|afterwards|subsequently),?\s(?:also\s)?with\s{GROUP}"


_GROUP_TOO = rf"(?:,\s(?:as\swell\sas\s)?with\s[^;.,{{A}}]{{3,90}})*,?\s(?:and|as\swell\sas)\s(?:also\s)?with\s{GROUP}"


def _and_with_a_group(view: View, match: re.Match[str], draft: Draft, subjects: list[Party]) -> list[Draft]:
    """The meeting that the subject had apart with a group of whom nobody is named, if the sentence goes on with one."""
    behind, named = pattern(_GROUP_APART).match(view.main, match.end("object")), list[Party]()
    if behind is None:
        # “As well as with members of X, including A”: with A, too, another time.
        behind = pattern(_GROUP_TOO).match(view.main, match.end("object"))
        named = more(view, behind.end("group")) if behind is not None else []
        if not named:
            return []
    assert behind is not None
    evidence, discusses = dict(draft.evidence), list(draft.discusses)
    others = words(view, behind["group"])
    parties = joined(subjects, named)
    return [replace(draft, parties=parties, roles={}, others=others, evidence=evidence, discusses=discusses)]


_TOGETHER = re.compile(r"\b(?:together|jointly|joint|summit|conference|round\stable|margins|sidelines|meeting\sof)\b")
_OF_SEVERAL_SIDES = re.compile(r"\b(?:trilateral(?:ly)?|quadrilateral(?:ly)?|three-way|four-way)\b")


_AT_TABLE = re.compile(r"dine[sd]|lunched|breakfasted")
# Where people speak with each other face to face.
_IN_COMPANY = re.compile(
    r"^\W*There\s(?!w)|^\W*In\s(?:(?:a|an|his|her|their)\s)?(?:separate\s|individual\s|bilateral\s)?meetings?\b|\b(?:reception|dinner|lunch|breakfast|luncheon|in\sperson|face\sto\sface|ceremony|(?:margins|sidelines|fringes)\sof|at\s(?:his|her|their)\s(?:hotel|residence|office|villa))\b"
)


def joined_for(view: View, match: re.Match[str]) -> list[Draft]:
    """“X joined Y for talks”: a meeting of its own, unless X only joined one that is told already."""
    return [] if view.document.talked else pair(view, match)


_WHEN_THEY = re.compile(r"^.*\bwhen\s(?:they|the\stwo|both)\s(?:(?:last|first|both)\s)*$")


# “The Troika, Ministers A, B and C, met”: the body of those who are named.
_WHOLE = r"(?:[Tt]he\s)?(?P<body>{FG}),\s(?=(?:the\s)?{A})"


# “Met three times in the 1+1 format”.
_IN_FORMAT = r"[^;.{A}]{0,40}?\bin\sthe\s(?:format\sof\sthe\s)?(?P<body>{F})"


_WHO_BEHIND = rf"(?:\s\([^()]*\))?{SAT_FOR}(?P<who>{LIST})"
# “The Group (A, B and C)”.
_WITHIN = rf"\((?:the\s)?(?P<who>{LIST})\)"
# “A, B and C – the “2+1” – met”.
_WHO_BEFORE = rf"(?P<who>{LIST})\s[–—-]+\s(?:the\s)?['‘“\"]?$"


def _for_format(view: View, match: re.Match[str], subjects: list[Party]) -> tuple[list[Party], tuple[Thing, ...]]:
    """Who met for a format that is named beside them, and the format; the subjects alone where none is."""
    first, end = match.start("subject"), match.end("subject")
    format_named = format_before(view, first)
    if format_named:
        return view.parties(match["subject"]), format_named
    if not subjects or all(one.thing.kind == "format" for one in subjects):
        named = tuple(view.things(match["subject"], "F"))
        inside = pattern(_WITHIN).search(match["subject"])
        if inside is not None and named:
            return view.parties(inside["who"]), named
        found = pattern(_WHO_BEHIND).match(view.main, end, match.start("verb")) or pattern(_WHO_BEFORE).search(
            view.main, 0, first
        )
        return (view.parties(found["who"]), named) if found is not None and named else (subjects, ())
    if subjects[0].thing.kind == "format" and people_of(subjects) and "o-Chairs" not in match["subject"]:
        # “The Group and the envoy A met”: a meeting of the group.
        return subjects, (subjects[0].thing,)
    opened = pattern(_OPENED_BY_BODY).match(view.main, 0, first) if len(subjects) == 1 else None
    whole = view.parties(opened["body"]) if opened is not None else []
    if opened is not None and len(whole) == 1 and whole[0].thing.kind == "format":
        # “The ministers of the Group, together with A, officials of B, and C met”.
        return view.parties(view.main[opened.start("body") : end]), (whole[0].thing,)
    return subjects, ()


_OPENED_BY_BODY = (
    r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:[Tt]he\s)?(?P<body>{AF}),\s(?:together|along|jointly)\swith\s[^;]*$"
)
_AT_IT = re.compile(r"\b(?:[Aa]t|[Dd]uring|[Ss]ince|[Ff]rom)\s(?:the\s)?(?:(?:19|20)\d\d\s|[\ue000-\uf8ff]\s)?$")


_FORUM_WHERE = re.compile(
    r"\b(?:forum|format|platform|place|framework|venue|table|mechanism|body)\s(?:where|in\swhich|at\swhich)\s[^,;.]*$"
)


def several(view: View, match: re.Match[str]) -> list[Draft]:
    subjects, end = subject(view, match)
    subjects, named = _for_format(view, match, subjects)
    if (len(subjects) < 2 and not bodies(view, [party.thing for party in subjects])) or purpose(view, match):
        return []
    if re.search(r"\bfor\s(?:their|the)\s(?:[\w-]+\s){0,3}to\s(?:\w+ly\s)?$", view.main[end : match.start("verb")]):
        # “Agreed for their teams to meet”: others are to.
        return []
    if match["verb"] == "meet" and _FORUM_WHERE.search(view.main, 0, match.start("verb")) is not None:
        # “It is the only forum where all sides meet”: what it is for.
        return []
    if match["verb"] == "convened" and not people_of(subjects) and _AT_IT.search(view.main, 0, match.start("subject")):
        # “Adopted at the 2010 Summit convened by X”: no news of the Summit.
        return []
    if re.match(
        r"\s(?:with\s)?(?:each|both)\sof\b|\s(?:separately|individually)\swith\s(?:both|them)\b",
        view.main[match.end("verb") :],
    ):
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    if factuality is Factuality.DENIED and re.match(r"\s(?:\w+\s)?in\sperson\b", view.main[match.end("verb") :]):
        return []
    # “They had last compared notes when they met in X”: the verb of the clause alone.
    when = _WHEN_THEY.match(view.main[match.end("subject") : match.start("verb")])
    if when is not None and match["verb"] == "met":
        factuality = Factuality.PRESUPPOSED if "last" in when[0] or "had" in when[0] else Factuality.HAPPENED
    trigger = (match.start("verb"), match.end("verb"))
    spoken = (
        ""
        if re.match(r"me|sa|see|si|c[ao]me|g[eo]t|conve|gath|assem|hudd|conf|consult|din|lunch|breakf", match["verb"])
        else "call"
    )
    with_others = re.match(r"\s(?:\w+\s){0,3}with\s", view.main[match.end("verb") :])
    on_phone = spoken and _ON_THE_PHONE.match(view.main, match.end("verb")) is not None
    if spoken and _TO_OTHERS.match(view.main, match.end("verb")) is not None:
        return []
    if spoken and (with_others or (not on_phone and len(people_of(subjects)) < 2)):
        return []
    draft = telling(view, match, "meeting.several", subjects, factuality, trigger, spoken)
    draft.perhaps_call = bool(spoken)
    if spoken and where(view, trigger[1]) and not FROM_AFAR.search(view.main):
        draft.category, draft.places = "Meeting", where(view, trigger[1])
    on_place = pattern(r"\son\s(?P<place>{L})").match(view.main, match.end("verb"))
    if on_place is not None and match["verb"].startswith("conve"):
        # “Converged on Riga”.
        draft.places = tuple(view.things(on_place["place"], "L")[:1])
    behind = pattern(_IN_FORMAT).match(view.main, match.end("verb"))
    draft.formats = named or bodies(view, [party.thing for party in draft.parties])
    draft.formats = draft.formats or (bodies(view, view.things(behind["body"], "F")) if behind is not None else ())
    if not draft.formats and len(draft.parties) > 1:
        whole = pattern(_WHOLE).match(match["subject"])
        draft.formats = bodies(view, view.things(whole["body"], "FG")) if whole is not None else ()
    # A body that met is the format of its meeting, not one who took part.
    if draft.formats and all(party.thing.kind != "person" for party in draft.parties):
        draft.parties = [party for party in draft.parties if not bodies(view, [party.thing])]
    return [draft]


# “A, B and C talked to journalists”, “spoke at a press conference”: not to one another.
_TO_OTHERS = re.compile(
    r"\s(?:(?:today|yesterday|briefly|later|then|also|jointly|\w+ly)\s)*(?:to\s(?:the\s)?(?:[a-z]+\s)?(?:journalists|reporters|press|media|correspondents|audience|public|crowd|students|participants)\b|before\s(?:the\s)?(?:journalists|press|media)\b|out\b"
    r"|at\s(?:an?|the|their)\s(?:[\w-]+\s){0,2}?(?:press|news)\s(?:conference|briefing))"
)
# “The leaders of A, B and C spoke by telephone”: nobody is named, but these did.
_ON_THE_PHONE = re.compile(r"[^;.]{0,40}?\b(?:by|over|on)\s(?:the\s)?(?:(?:tele)?phone|video)")


def looked_forward(view: View, match: re.Match[str]) -> list[Draft]:
    """“They looked forward to meeting in person”: a meeting of several that is still to be."""
    subjects = view.parties(match["subject"])
    if not subjects:
        subjects = view.parties("they")
    people = people_of(subjects)
    if len(people) < 2:
        return []
    spoken = "call" if match["talks"] in {"speaking", "talking"} else ""
    return [telling(view, match, "meeting.awaited", people, Factuality.PLANNED, match.span("verb"), spoken)]


def each_of(view: View, match: re.Match[str]) -> list[Draft]:
    """“X first met each of the two leaders individually”: one meeting with each of those who sat together."""
    subjects, end = subject(view, match)
    known = {one.thing for one in subjects}
    if match["verb"] in {"took", "drew"} and "aside" not in (match["apart"] or ""):
        return []
    several = ([one for one in view.document.acting if one.kind == "person"], named_before(view))
    meant = next((some for some in several if len(some) > 1 and not known & set(some)), view.document.together)
    words = re.sub(r"\s[A-Z][a-z]+(?=\s)", "", match["several"] or "").lower()
    group = plural(view.document, words) if words else ()
    named = view.parties(match["object"]) or [Party(thing) for thing in group or meant]
    others = [one for one in named if one.thing not in known]
    if not subjects or len(others) < 2:
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    drafts = []
    circle = [[one] for one in others]
    if _THEN_ALL.match(view.main, match.end()) is not None:
        circle.append(others)
    for some in circle:
        draft = telling(view, match, "meeting.verb", joined(subjects, some), factuality, match.span("verb"))
        draft.confidence = Confidence.MEDIUM
        drafts.append(draft)
    return drafts


# Who are the leaders among all who sat together.
_HEADS = re.compile(r"\b(?:President|Prime Minister|Chancellor)\b")


def _both(view: View, noun: str) -> list[Thing]:
    """The two whom “both leaders” means: by their offices, among those told of together last."""
    for company in reversed(view.document.companies) if noun == "leaders" else ():
        heads = [
            one for one in company.people if any(_HEADS.search(post.label) for post, _ in view.document.posts_of(one))
        ]
        if len(heads) == 2:
            return heads
    return list(plural(view.document, f"the two {noun}")) if noun else []


# “Prior to the meeting, X met both leaders separately.”
_BEFORE_MEETING = re.compile(
    r"^\W*(?:Prior\sto|Before|Ahead\sof)\sthe\s(?:[\w-]+\s)?(?:meeting|talks|summit|session|round),"
)


def apart_before(view: View, match: re.Match[str]) -> list[Draft]:
    """“After meeting them separately, X chaired …”: one meeting of X with each of those who sat together."""
    chairs = view.main_subject if "o-Chairs" in view.words else []
    subjects = people_of(view.main_subject) or [one for one in chairs if one.thing.kind == "format"]
    known = {one.thing for one in subjects}
    meant = view.parties(match["plural"]) if match["plural"] not in {"them", "both"} else []
    noun = (match.groupdict().get("several") or "").strip().lower()
    several = (
        [one.thing for one in meant],
        _both(view, noun) if match["plural"] == "both" else [],
        [one for one in view.document.acting if one.kind == "person"],
        view.document.together,
    )
    others = next((some for some in ([o for o in one if o not in known] for one in several) if len(some) > 1), [])
    opening = _BEFORE_MEETING.match(view.main)
    factuality = of_verb(view.main, opening.end() if opening else 0, match.start("verb"), match["verb"])
    if not subjects or not others or factuality is not Factuality.HAPPENED:
        return []
    return [
        telling(view, match, "meeting.verb", joined(subjects, [Party(one)]), factuality, match.span("verb"))
        for one in others
    ]


_THEN_ALL = re.compile(
    r",?\s(?:and|before)\s(?:then\s|later\s)?(?:meeting\s)?(?:jointly|together|with\s(?:both|all)\b)"
)
# “Discussed his recent meeting with Y”: Y was there, and not here.
_OF_MEETING = re.compile(
    r"\b(?:his|her|their|its)\s(?:[\w-]+\s){0,3}?(?:meetings?|calls?|conversations?|visits?|summit|lunch|dinner)\swith\s(?:the\s)?$"
)


def discussed(view: View, match: re.Match[str]) -> list[Draft]:
    """“X discussed something with Y”: talks, where Y is a person."""
    others = people_of(view.objects(match))
    if not others or (view.document.talked and _several_by_title(view, match["object"])):
        return []
    if _OF_MEETING.search(view.main, match.start("verb"), match.start("object")):
        return []
    subjects, end = subject(view, match)
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    groups = on_tour(view, others) or circles(match["object"], others, subjects, factuality)
    groups += [more for more, _, _ in later(view, match.end("object"))]
    drafts = []
    for group in groups:
        parties = joined(subjects, group)
        if len(parties) < 2:
            continue
        draft = telling(view, match, "meeting.discussed", parties, factuality, (match.start("verb"), match.end()))
        # Without a day of its own it may be the meeting that a clause beside it tells of.
        if draft.start == view.document.issued and not names_day(view, draft.start):
            draft.start = None
        drafts.append(draft)
    return drafts


def _several_by_title(view: View, stretch: str) -> bool:
    """Whether a title alone names several: what was discussed “with the two Presidents” was so at the meetings told before."""
    return any(
        isinstance(item.payload, Actor) and item.payload.form == "title" and len(item.payload.things) > 1
        for item in view.shape.found(stretch)
    )


def asked(view: View, match: re.Match[str]) -> list[Draft]:
    """“X urged A and B to meet”: a meeting of A and B that X called for."""
    people = people_of(view.objects(match) if match["object"] else whom(view, match["meant"]))
    if match["meant"]:
        # “X met A and B. He urged them to sit down together”: X is none of them.
        people = [one for one in people if one.thing not in {other.thing for other in view.main_subject}]
    if len(people) < 2 or DENIED.search(view.main[max(0, match.start() - 12) : match.start()]):
        return []
    talks = match["talks"] or ""
    # Where they are to meet stands behind what they are asked to do.
    trigger = match.span("talks") if talks else (match.end() - 1, match.end())
    draft = telling(view, match, "meeting.asked", people, Factuality.CALLED_FOR, trigger, talks)
    # “At a meeting in X, Y urged A and B to talk”: they need not do so in X.
    if pattern("{L}").search(view.main, match.end("verb")) is None:
        draft.places = ()
    if pattern("{N}").search(view.main, match.end("verb")) is None:
        draft.start, draft.end = None, None
    return [draft]


def brought_together(view: View, match: re.Match[str]) -> list[Draft]:
    """“X brought together A and B”: a meeting of A and B, with X as its host or the one by whom it was chaired."""
    guests = people_of(view.objects(match))
    groups = match.groupdict()
    if groups.get("subject") or groups.get("meant"):
        # “Brought A together with B”.
        first = view.parties(groups["subject"]) if groups["subject"] else whom(view, groups["meant"])
        guests = joined(people_of(first), guests)
    if len(guests) < 2:
        return []
    before = view.main[: match.start()]
    led = pattern(
        rf"\b(?P<how>chaired|facilitated|moderated|mediated|hosted|given|offered|convened)\s(?:[^;.,{{A}}]{{0,40}}?\s)?by\s(?P<who>{LIST}),?\s$"
    ).search(before)
    active = pattern(rf"(?P<who>{LIST})\s(?:(?:also|today|yesterday|has|had|{{N}})\s)*$").search(before)
    found = led or active
    if found is not None and AT_BODY.search(view.main, 0, found.start("who")):
        found = None
    hosts = [one for one in view.parties(found["who"]) if one.thing.kind != "format"] if found is not None else []
    hosting = led is None or led["how"] in {"hosted", "given", "offered", "convened"}
    role = "host" if hosting else "chair"
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
    people = people_of(view.parties(match["subject"]))
    if len(people) < 2 or of_noun(view.main, match.start("talks"), match.end("talks")) is not Factuality.HAPPENED:
        return []
    talks = match["talks"]
    factuality = Factuality.PRESUPPOSED if match["had"] else Factuality.HAPPENED
    return [telling(view, match, "meeting.noun", people, factuality, match.span("talks"), talks)]


def participle(view: View, match: re.Match[str]) -> list[Draft]:
    """“After meeting Y, X …”, “Having met Y, X …”: done; “before meeting Y” is still to come."""
    parties = joined(view.parties(match["subject"]), view.objects(match))
    if sum(party.thing.kind == "person" for party in parties) < 2:
        return []
    factuality = Factuality.PLANNED if match["verb"].startswith("Before") else Factuality.HAPPENED
    roles = {}
    if re.search(r"[Rr]eceiv(?:ing|ed)|[Hh]ost(?:ing|ed)", match["verb"]):
        roles = {party.thing.iri.value: "host" for party in view.parties(match["subject"])}
    trigger = (match.start("verb"), match.end("verb"))
    draft = telling(view, match, "meeting.participle", parties, factuality, trigger, roles=roles)
    days = dates_in(view)
    if days and all(view.shape.at(one.start) > match.end("subject") + _NEAR for one in days):
        # “Meeting with X, A praised the work done from March to June”.
        draft.factuality, draft.start, draft.end = factuality, None, None
    return [draft]


_NEAR = 25
"""Characters behind a subject within which a day is of what it did."""


def discussing(view: View, match: re.Match[str]) -> list[Draft]:
    """“X and Y discussed …”: two people who talked did meet or call."""
    subjects, end = subject(view, match)
    people = people_of(subjects)
    met = re.search(r"\bm(?:et|eets?)\b[^;]*\bto\s(?:\w+ly\s)?$", view.main[end : match.start("verb")])
    if len(people) < 2 or met is not None or purpose(view, match):
        # “Met with leaders to discuss …”, “met bilaterally to review …” tell of the meeting itself.
        return []
    factuality = of_verb(view.main, end, match.start("verb"), match["verb"])
    draft = telling(view, match, "meeting.discussed", people, factuality, (match.start("verb"), match.end("verb")))
    days = [one for one in dates_in(view) if not _of_what_was_discussed(view, match, one)]
    if not days and dates_in(view):
        draft.factuality, draft.start, draft.end = factuality, None, None
    # Within the account of a meeting, those who discussed were among those who sat there.
    sat, spoke = set(view.document.together), {one.thing for one in people}
    if not days and _met_apart(view, spoke):
        # “The Presidents and the Co-Chairs discussed …”, who met each of them apart.
        return []
    if view.document.talked and (not spoke & sat or (spoke <= sat and not days)):
        draft.refers_back = True
    if view.unquoted.startswith("Accompanied by "):
        # “Accompanied by A and B, X will discuss …”: A and B were with X where X met others.
        draft.refers_back = True
    if draft.start == view.document.issued and not days:
        draft.start = None
    return [draft]


def _met_apart(view: View, spoke: set[Thing]) -> bool:
    """Whether all of these were told to have sat at talks before, and no two of the talks had them all."""
    sat = [set(one.people) for one in view.document.companies if not one.travelling and len(one.people) > 1]
    return view.document.talked and len(sat) > 1 and spoke <= set().union(*sat) and not any(spoke <= one for one in sat)


# “Discussed the elections held on 25 August”, “the conclusions of the summit of December 2019”.
_DATED_THING = re.compile(
    r"(?:\b(?:of|from|for|since|until|by|after|before|in)|\b(?:held|signed|adopted|agreed|reached|scheduled|planned|expected|due|set|foreseen|convened|concluded|made|launched|opened|announced|which|that|took\splace|take\splace)\b[^,;]{0,40}\s(?:on|in|for|at)"
    # “The outcome of the meeting of the ministers in X on 4 March”.
    r"|\b(?:outcomes?|results?|conclusions|preparations?)\s(?:of|for)\s[^;]{0,150}\s(?:meeting|summit|session|round|talks|conference)\b[^;,]{0,60}\s(?:on|in))\s(?:the\s)?$"
)


def _of_what_was_discussed(view: View, match: re.Match[str], day: DateMention) -> bool:
    """Whether a day behind “discussed” is of the thing discussed, and not when it was."""
    begin = view.shape.at(day.start)
    return begin > match.end("verb") and _DATED_THING.search(view.main, match.end("verb"), begin) is not None


def when_they_met(view: View, match: re.Match[str]) -> list[Draft]:
    """“When they spoke again this morning, X asked …”: another meeting or call of those who sat together last."""
    people = [Party(thing, confidence=Confidence.MEDIUM) for thing in view.document.together]
    if len(people) < 2:
        return []
    spoken = "" if match["verb"] == "met" else "call"
    draft = telling(view, match, "meeting.verb", people, Factuality.HAPPENED, match.span("verb"), spoken)
    draft.perhaps_call = bool(spoken)
    return [draft]


def when_they_meet(view: View, match: re.Match[str]) -> list[Draft]:
    """“X will inform Y of his findings when the two meet in Z next week”: the two people of the sentence."""
    people = people_of(view.parties(view.main[: match.start()]))
    if len(people) != 2:
        return []
    return [telling(view, match, "meeting.verb", people, Factuality.PLANNED, match.span("verb"))]


def purpose(view: View, match: re.Match[str]) -> bool:
    """Whether the verb only says what for: “convened a call with A and B to discuss the storm” is no plan of A and B."""
    between = view.main[match.end("subject") : match.start("verb")]
    return bool(re.search(r"\bto\s(?:\w+ly\s|also\s|further\s)*$", between)) and not re.search(
        r"\b(?:will|is|are|was|were|plan\w*|intend\w*|due|scheduled|expected|set|agreed|met|meet|meets|(?:expect|hope|want|wish)\w*(?=\s(?:\w+ly\s|also\s|both\s)?to\b)|ready|forward)\b",
        between,
    )


def headline(view: View, match: re.Match[str]) -> list[Draft]:
    """“X, Y discuss …”: the comma of a headline is an “and”."""
    if not view.is_title:
        return []
    parties = joined(view.parties(match["subject"]), view.objects(match))
    trigger = (match.start("verb"), match.end("verb"))
    return [telling(view, match, "meeting.headline", parties, Factuality.HAPPENED, trigger)]


def somebody(view: View, match: re.Match[str]) -> list[Draft]:
    """A meeting whose one side is a pronoun that nobody was found for: those who are named did sit there."""
    others = view.objects(match)
    if _AT_MARGINS.search(view.main, match.start("verb"), match.start("object")):
        others = people_of(others)
    # “Accompanied by A, B travelled to X, where they met Y.”
    subjects = view.in_company if match["pronoun"] == "they" and len(view.in_company) > 1 else []
    factuality = of_verb(view.main, match.end("pronoun"), match.start("verb"), match["verb"])
    drafts = []
    for group in circles(match["object"], others, subjects, factuality) if others else ():
        if not subjects and len(people_of(group)) > 1 and match["pronoun"] in THEY:
            # Nobody knows who met them, and they did not meet each other.
            continue
        parties = joined(subjects, group)
        draft = telling(view, match, "meeting.pronoun", parties, factuality, match.span("verb"))
        draft.confidence = Confidence.MEDIUM
        drafts.append(draft)
    return drafts
