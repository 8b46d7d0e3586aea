"""Meetings with groups of whom nobody is named: “met with faith leaders”, “convened a meeting with governors”."""

import re
from dataclasses import replace

from kg.extract.actor_lists import INCLUDING, OBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.bilaterals import bilaterals
from kg.extract.meetings.circles import by_state, heads_apart, on_tour
from kg.extract.meetings.errands import each_at_home, of_errand, without_days_of_journey
from kg.extract.meetings.telling import joined, subject, telling, travellers
from kg.extract.meetings.wording import PEOPLE
from kg.extract.modality import FROM_AFAR, of_noun, of_verb
from kg.extract.setting import SPOKEN_OF, dates_in, names_date_before
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.shape import pattern

# A group's words: up to a preposition or the end of the thought, with states and bodies in them.
# “Representatives of the Minsk Group countries”.
_OF_FORMAT = r"{F}(?=\s(?:countries|[Ss]tates|members|participants|co-chairs|Co-Chairs)\b)"
_STOP = r"\b(?:to|on|about|for|at|in|during|who|whom|that|which|where|after|before|as|today|yesterday|this|these|and\s\w+(?:ed|s)\s(?:the|his|her|its|their|our|that|\w+ly)|along|including|was|were)\b"
GROUP = rf"(?P<group>(?:(?!{_STOP})(?:[^;.,:{{AFH}}]|,(?=\s[a-z-]+(?:,|\s(?:and|or)\s)|\sand\s[A-Z]|\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?,\sand\s[A-Z]))){{0,90}}?\b{PEOPLE}\b(?!['’])(?:(?!{_STOP})(?:[^;.,:–—{{AFH}}]|{_OF_FORMAT})){{0,70}})"
# Whom somebody met without “with”: “met members of parliament”, but not “met the expectations of leaders”.
DIRECT = rf"(?P<group>(?:(?:a\s(?:[a-z]+\s)?(?:number|range|series|variety)|a\sdozen|some|several|many|most)\sof\s(?:the\s|his\s|her\s)?)?(?:(?!{_STOP}|(?:of|with|last|earlier|next)\b)(?:[\w’-]+|{{DSRLTG}}(?:['’]s)?),?\s){{0,6}}?{PEOPLE}\b(?!['’])(?:(?!{_STOP})(?:[^;.,:–—{{AFH}}]|{_OF_FORMAT})){{0,70}})"
# People named behind a group: “with members of his cabinet, National Security Adviser Ann Field, and …”.
_MORE = rf"^(?:\s(?:(?:in|of|from)\s(?:the\s)?{{F}})?[^;.,{{ASEFH}}]{{0,60}})?(?::\s|,?\sthat\sinclude[sd]?\s|,\s(?:and\s|{INCLUDING}\s|along\swith\s|as\swell\sas\s)?|\s(?:and|as\swell\sas|along\swith|together\swith|including)\s|,?\s(?:[–—]\s)?(?:led|headed)\sby\s|\s(?={{A}}(?:,\s{{A}})*,?\sand\s{{A}}))(?:with\s)?(?:[Mm]embers\sof\s(?:the\s)?{{G}},\s(?={{A}}))?(?P<object>{OBJECT})(?=[.,;)]|\s(?:to|on|about|for|at|in|among|today|yesterday|who|and)\b|\s[–—]|$)"
# “As well as with A, who will become Head of X in 2013, and with B”.
_AND_WITH = rf"(?:,|\s{{3,}})?\s?(?:who\s[^;.]{{3,80}}?)?,\s(?:and|as\swell\sas)\s(?:also\s)?with\s(?P<object>{OBJECT})"
# A group's words that end where somebody's name begins: “staff of the Centre and its Head, X”.
_LEADS_ON = re.compile(
    r"\b(?:and|including|as\swell\sas|along\swith|together\swith|(?:led|headed)\sby)\s(?:with\s)?(?:(?:the|its|his|her|their)\s)?$"
)
_MEETERS = frozenset({"person", "mission", "institution"})
# Who can be a group's host.
_HOSTS = _MEETERS | {"organization"}


# “Met with the approval of all participating States”: what somebody's proposal found.
_NO_GROUP = re.compile(
    r"(?:[\w-]+\s){0,3}?(?:approval|support|opposition|criticism|resistance|success|response|agreement|consent|reservations?|scepticism|skepticism|interest|praise|objections?|rejection|understanding|silence|enthusiasm|disapproval|condemnation|requirements?|demands?|needs?)\s(?:of|from|among|by)\b"
)


# “Talked to journalists”: told the press.
_PRESS = re.compile(r"(?:the\s)?(?:[a-z]+\s)?(?:journalists|reporters|press|media|correspondents)\b")


def group(view: View, match: re.Match[str], meeters: frozenset[str] = _MEETERS) -> list[Draft]:
    """“X met with local leaders”: a meeting of X, with the group's words kept apart from it.

    `meeters` are the kinds of things that can do so.
    """
    parties = [one for one in subject(view, match)[0] if one.thing.kind in meeters]
    if not parties:
        return []
    factuality = _of_verb(view, match)
    if factuality is Factuality.PLANNED and re.search(r"\bto\s(?:\w+\s)?$", view.main[: match.start("verb")]):
        between = view.main[match.end("subject") : match.start("verb")]
        if not re.search(
            r"\b(?:will|is|are|was|were|plans?|intends?|expects?|hopes?|due|scheduled|expected)\b", between
        ):
            return []
    trigger = (match.start("verb"), match.end("verb"))
    spoken = "call" if match["verb"].startswith(("sp", "talk")) else ""
    if (
        names_no_group(match["group"])
        or (spoken and _PRESS.match(match["group"]))
        # “Met separately with both leaders”: with those told of before.
        or (
            match["group"].startswith("both ")
            and _SEPARATELY.search(view.main, match.start("verb"), match.start("group"))
        )
        or re.search(
            r"\b(?:has|have)\s(?:\w+\s){0,2}$|\b(?:regularly|often|always|continues?\sto|continued\sto|frequently)\s(?:\w+\s){0,2}$",
            view.main[: match.start("verb")],
        )
    ):
        return []
    parties = joined(parties, more(view, match.end("group")), sent(view, match.start("group")))
    draft = telling(view, match, "meeting.group", parties, factuality, trigger, spoken)
    if factuality is not Factuality.HAPPENED and draft.start is None and len(parties) < 2:
        return []
    draft.perhaps_call = bool(spoken)
    without_days_of_journey(view, match, draft)
    # “Visited the university, where he talked with students.”
    there = re.search(r"\bwhere\s", view.unquoted[: match.start("verb")]) is not None
    if spoken and (draft.places or there) and FROM_AFAR.search(view.main) is None:
        draft.category = "Meeting"
    draft.others = words(view, match["group"])
    own_side = [one for one in parties if one in subject(view, match)[0]]
    others = [one for one in parties if one not in own_side]
    further = _led_group(view, match, draft, own_side)
    if len(others) > 1 and further:
        # A programme with several groups in it: nobody of the first sat with another.
        return [*(draft_with(draft, [*own_side, one]) for one in others), *further]
    one_by_one = bilaterals(view, own_side, others) or on_tour(view, others) or each_at_home(view, match, others)
    if one_by_one := one_by_one or heads_apart(others):
        return [*(draft_with(draft, [*own_side, *some]) for some in one_by_one), *further]
    separately = _SEPARATELY.search(view.main, match.start("verb"), match.start("group")) is not None
    counted = bool(others) and _COUNTED.match(match["group"]) is not None
    if ((factuality is Factuality.PLANNED and not counted) or separately) and len(parties) > 2:
        return [*(draft_with(draft, [*own_side, one]) for one in others), *further]
    return [draft, *further]


def names_no_group(stretch: str) -> bool:
    """Whether words that look like a group's are no people: “with the approval of all States”, or those told of before."""
    return _NO_GROUP.match(stretch) is not None or _TOLD_BEFORE.match(stretch) is not None


_TOLD_BEFORE = re.compile(r"(?:this|these|each\sof|both\sof)\b")


def _of_verb(view: View, match: re.Match[str]) -> Factuality:
    """The factuality of a match's verb; what somebody went to a place for was done with the journey."""
    begin, verb = match.end("subject"), match.start("verb")
    factuality = of_verb(view.main, begin, verb, match["verb"])
    return of_errand(view, begin, verb, match["verb"], factuality)


# “She met with ministers from across the region. This included A; B, of X; and C.”
INCLUDED = (
    rf"^\W*(?:This|These|They|Those)\s(?P<verb>(?:also\s)?included)\s(?P<object>(?:the\s)?{{A}}[^.;]*;[^.]*|{OBJECT})"
)


def included(view: View, match: re.Match[str]) -> list[Draft]:
    """Who was of a group that somebody met, by the sentence behind: each met apart, with those of the same state."""
    whose = view.document.subject or view.document.protagonist
    people = people_of(view.parties(match["object"]))
    if not view.document.with_group or whose is None or not people or any(one.thing == whose for one in people):
        return []
    told = telling(view, match, "meeting.group", [Party(whose)], Factuality.HAPPENED, match.span("verb"))
    return [draft_with(told, [Party(whose), *circle]) for circle in by_state(people)]


# “… and with several members of Parliament under the guidance of A and B”: another group, and who led it.
_AND_LED = rf"(?:,\s|\s)(?:and|as\swell\sas)\s(?:also\s)?with\s[^;.,{{A}}]{{0,60}}?\b{PEOPLE}\b[^;.,{{A}}]{{0,60}}?,?\s(?:under\sthe\s(?:guidance|leadership|direction|chairmanship)\sof|(?:led|headed|chaired)\sby)\s(?P<object>{OBJECT})"


def _led_group(view: View, match: re.Match[str], draft: Draft, own_side: list[Party]) -> list[Draft]:
    """The meeting with a second group, by those who are told to have led it."""
    found = pattern(_AND_LED).search(view.main, match.end("group")) if " with " in view.main[match.end() :] else None
    people = [one for one in people_of(view.parties(found["object"])) if one not in draft.parties] if found else []
    return [draft_with(draft, [*own_side, *people])] if people else []


# “Will meet the two candidates, A and B”: those named are the group.
_COUNTED = re.compile(r"(?:the\s)?(?:two|three|four|both)\s[^,;.]*$")
_SEPARATELY = re.compile(r"\b(?:separately|individually)\b")


def draft_with(draft: Draft, parties: list[Party]) -> Draft:
    """The same telling for other parties alone: those of a programme are met one by one."""
    return replace(draft, parties=parties, others="", evidence=dict(draft.evidence), discusses=list(draft.discusses))


# Behind guests: where they came, or what for.
_OCCASION = pattern(
    r"^[^;.{A}]{0,90}?\b(?:(?:in|at|to)\s(?:the\s)?(?:{LSG}|White\sHouse|Oval|Roosevelt|[A-Z]\w+\s(?:Room|Office|Palace|House|Hall|Cent(?:re|er)))"
    r"|for\s(?:a\s|the\s)?(?:\w+\s){0,2}(?:meeting|talks|consultations|discussions?|lunch|dinner|breakfast|call|round\s?table|conversation|session)"
    r"|(?:in|at|during|for)\s(?:an?|the|its)\s[^;.{A}]{0,90}?(?:event|convening|forum|round\s?table|session|summit|briefing)"
    r"|to\s(?:discuss|hear\sfrom|review|listen|talk|exchange|address|launch|consult|share))(?!\w)"
)


def guests(view: View, match: re.Match[str]) -> list[Draft]:
    """“Hosted members of parliament in Vienna”: the group's words are the guests'; a welcome needs a place or a purpose."""
    following = view.main[match.end() : match.end() + 200]
    named = not match["verb"].startswith("welcom") and more(view, match.end("group"))
    if not re.match(r"conven", match["verb"]) and not _OCCASION.search(following) and not named:
        return []
    drafts = group(view, match, _HOSTS)
    for draft in drafts:
        draft.rule = "meeting.reception"
        draft.roles = {one.thing.iri.value: "host" for one in subject(view, match)[0]}
    return drafts


def occasion(view: View, match: re.Match[str]) -> list[Draft]:
    """“Hosted a virtual event with faith leaders”: a meeting with the group, by whatever word it is called."""
    drafts = group(view, match, _HOSTS)
    for draft in drafts:
        draft.roles = {one.thing.iri.value: "host" for one in subject(view, match)[0]}
    return drafts


def meal_for_group(view: View, match: re.Match[str]) -> list[Draft]:
    """“Is giving a dinner for the heads of delegation tonight”: a meal of its host, to come where it is told as going on."""
    drafts = occasion(view, match)
    if match["verb"].endswith("ing"):
        for draft in drafts:
            draft.factuality = Factuality.PLANNED
    return drafts


def briefed(view: View, match: re.Match[str]) -> list[Draft]:
    """“Briefed members of the Group in Vienna on 15 July”: a meeting where a place or a day is told of it."""
    if re.search(r"\b(?:journalists|reporters|press|media|correspondents)\b", match[0]):
        return []
    if not match["object"]:
        drafts = group(view, match, _MEETERS | {"format"})
    else:
        told_of = subject(view, match)[0]
        # “The Co-Chairs of the Group briefed X”.
        subjects = people_of(told_of) or [one for one in told_of if one.thing.kind == "format"]
        others = people_of(view.objects(match))
        factuality = _of_verb(view, match)
        parties = joined(subjects, others)
        if not subjects or not others or factuality not in {Factuality.HAPPENED, Factuality.PLANNED}:
            return []
        drafts = [telling(view, match, "meeting.briefing", parties, factuality, match.span("verb"))]
        topic = _ON_TALKS.match(view.main, match.end("object"))
        if topic is not None and not names_date_before(view, topic.end()):
            # When what they told of was says nothing of the briefing.
            drafts[0].start, drafts[0].end = None, None
        without_days_of_journey(view, match, drafts[0])
        if {one.thing for one in parties} <= set(view.document.together):
            # Of what those who sat together spoke.
            return []
        met = [{*one.people} for one in view.document.companies if not one.travelling]
        whom = {one.thing for one in others}
        if (
            not drafts[0].places
            and not dates_in(view)
            and all(any({one.thing} | whom <= some for some in met) for one in subjects)
        ):
            # Each of them did so at the meeting told of him.
            return []
        if view.document.with_group and match.start("verb") < match.start("object") and re.search(r"\sby\s", match[0]):
            # Who was with a group and was briefed by these: they were of it.
            drafts[0].refers_back = True
            return drafts
        # “They were also briefed by Y”, behind the meetings told.
        if view.document.talked and factuality is Factuality.HAPPENED and re.search(r"\balso\sbriefed\b", match[0]):
            return drafts
        # Whoever briefs the one whose journey is reported does so at a meeting.
        told = [*others, *subjects]
        if view.document.protagonist in [one.thing for one in told] and factuality is Factuality.HAPPENED:
            return drafts
    dated = bool(dates_in(view)) and (not match["object"] or topic is None or names_date_before(view, topic.end()))
    return [one for one in drafts if one.places or one.category == "Call" or dated]


# “Briefed her on their recent conversation in X on 2 March”.
_ON_TALKS = re.compile(rf"\s(?:on|about)\s(?:his|her|their|its|the)\s(?:[\w-]+\s){{0,3}}?(?:{SPOKEN_OF})\b")


def heard_from(view: View, match: re.Match[str]) -> list[Draft]:
    """“X heard from Y, or from the envoys, in a meeting”: they met there."""
    parties = people_of(subject(view, match)[0])
    others = people_of(view.parties(match["object"]))
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    if not parties or (match["object"] and not others):
        return []
    trigger = match.span("verb")
    draft = telling(view, match, "meeting.group", joined(parties, others), factuality, trigger, match["talks"])
    draft.others = words(view, match["group"]) if match["group"] else ""
    return [draft]


def with_a_group(view: View, match: re.Match[str]) -> list[Draft]:
    """“A meeting with representatives of Y was held in X”: of the one whose doings the text reports."""
    owners = travellers(view)
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    if re.search(r"\bnot\b|cancelled|called\soff", match["verb"]):
        factuality = Factuality.DENIED
    if not owners or factuality not in {Factuality.HAPPENED, Factuality.PRESUPPOSED, Factuality.DENIED}:
        return []
    owners = joined(owners, more(view, match.end("group")))
    draft = telling(view, match, "meeting.group", owners, factuality, match.span("talks"))
    draft.others = words(view, match["group"])
    return [draft]


def body(view: View, match: re.Match[str]) -> list[Draft]:
    """“Convened the third Climate Task Force”: a meeting of a body that no list knows, led by whoever convened it."""
    parties = people_of(subject(view, match)[0])
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    if (
        not parties
        or factuality is not Factuality.HAPPENED
        # What somebody did in his career.
        or re.search(r"\bhaving\s(?:\w+ly\s)?$", view.main[: match.start("verb")])
        or any(one.verified for one in view.things(match["body"], "FG"))
    ):
        return []
    draft = telling(view, match, "meeting.body", parties, factuality, (match.start("verb"), match.end("verb")))
    draft.roles = {one.thing.iri.value: "co-chair" if match["verb"].startswith("co-") else "chair" for one in parties}
    draft.others = words(view, match["body"])
    return [draft]


def more(view: View, position: int) -> list[Party]:
    """Those named behind a group's words that end at a position."""
    # A group's words can end in the space before what follows.
    begin = position - view.main[:position].endswith(" ")
    match = pattern(_MORE).match(view.main[begin:])
    if match is None and _LEADS_ON.search(view.main, 0, position) is not None:
        begin, match = position, pattern(rf"(?P<object>{OBJECT})").match(view.main[position:])
    if match is None:
        return []
    further = pattern(_AND_WITH).match(view.main, begin + match.end("object"))
    found = [*view.parties(match["object"]), *(view.parties(further["object"]) if further is not None else [])]
    return people_of(found)


_SENT = pattern(
    r"^[^;.{A}]{0,200}?\b(?:representatives|officials|leaders|experts|members|delegations?|staff|executives|employees|colleagues|principals|teams)\s(?:from|of)\s(?:the\s)?"
    r"(?P<bodies>{G}(?:\s\([^()]*\))?(?:,\s(?:the\s)?{G}(?:\s\([^()]*\))?)*,?\sand\s(?:the\s)?{G}(?!['’]))"
)


def sent(view: View, position: int) -> list[Party]:
    """The bodies whose people took part: “with senior leaders from the Department of X, the Office of Y, and Z”.

    One body alone may only say of what kind somebody is: “leaders of the House”.
    """
    match = _SENT.match(view.main[position:])
    return [one for one in view.parties(match["bodies"]) if one.thing.kind != "format"] if match is not None else []


def words(view: View, stretch: str) -> str:
    """A group's words as they are written, without what stands before its first telling word."""
    written = "".join(
        view.paragraph.text[view.shape.items[one].start : view.shape.items[one].end] if one in view.shape.items else one
        for one in stretch
    )
    return re.sub(
        r"^(?:(?:the|a|an|his|her|its|their|some|several|various|many|other|with|also)\s)+", "", written.strip()
    )


def with_group(view: View, position: int) -> tuple[str, list[Party]]:
    """The words of the group that talks, whose noun ends at a position, were had with, and those named behind it."""
    match = pattern(rf"^[^;.{{AFH}}]{{0,40}}?\b(?:with|between|among|of)\s{GROUP}").match(view.main[position:])
    if match is None:
        return "", []
    return words(view, match["group"]), more(view, position + match.end("group"))
