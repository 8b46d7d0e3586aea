"""Appointments: who was named to which post, by whom, after whom."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, NOT_ACTOR
from kg.extract.draft import Draft
from kg.extract.modality import of_noun, of_verb
from kg.extract.predecessors import PREDECESSOR
from kg.extract.setting import dates_in, names_day, told, when
from kg.extract.view import Party, View, people_of, post_of
from kg.model import Factuality, Thing
from kg.text.rule import Rule
from kg.text.shape import pattern

TRIGGER = Rule(
    r"\b(?:enter|appoint|sworn|predecessor|follow|elect|nam|nominat|designat|intention|succe|tak|assum|becom|became|took|replac|hand|beg[au]n|start)",
    re.IGNORECASE,
)
NAMED = r"(?P<verb>(?:re-?)?appoint(?:s|ed)?|name[sd]?|designate[sd]?|elect(?:s|ed)?|nominate[sd]?|select(?:s|ed)|sworn\sin|confirm(?:s|ed))"
# “Appointed X as his Head of A and Y as his Head of B”: the second.
SECOND = rf"(?P<by>{{A}})\s[^;{{A}}]{{0,60}}?\b{NAMED}\s{{A}}\sas\s[^;]{{3,140}}?,?\sand\s(?P<who>{{A}})\sas\s(?:(?:the|his|her|its|a|new|next)\s)*(?P<post>{{AO}})?"
# “Informed the Council of his intention to name X as his Representative”: the one who informed is to name X.
INTENDED = (
    r"\b(?P<by>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:intention|intent|plans?|readiness|wish|decision)\sto\s(?P<verb>(?:re-?)?appoint|name|designate|nominate)\s(?P<who>{A})(?:,[^,;]{2,80},|,)?"
    r"(?:\s(?:as|to\sbe|to\sthe\spost\sof|to\sserve\sas|to))?\s(?:(?:the|his|her|its|a|new|next)\s)*(?P<post>{AO})?"
)
# “President X has appointed Representatives for several regions”, “announced the following appointments”: whom, the text goes on to say.
APPOINTER = rf"(?P<by>{LIST})(?:(?!\b(?:been|was|were|be|is|are|not)\b)[^;.{{A}}]){{0,60}}?\s(?:(?:has|have|had)\s)?(?:today\s)?(?:(?:appointed|named|designated|nominated)\s(?!.*{{A}})|announced\s(?:(?:the|following|new|several|further|two|three|four|five|a|series|number|of)\s)*(?:appointments|nominations)\b(?!.*{{A}}))"
RULES = (
    INTENDED,
    rf"(?P<by>{LIST}){NOT_ACTOR}{{0,60}}?\b{NAMED}\s(?P<who>{{A}})(?:\s(?:of|from)\s(?:the\s)?{{S}}|\s\({{S}}\))?(?:,[^,;]{{2,80}},)?(?:\s(?:as|to\sbe|to\sthe\spost\sof|to\sserve\sas|to))?\s(?:(?:the|his|her|its|a|new|next)\s)*(?P<post>{{AO}})?",
    rf"(?P<who>{{A}})(?:,[^;]{{2,80}}?,|\s(?:and|of)\s[^;,{{A}}]{{2,90}},|(?:\s(?:of|from)\s(?:the\s)?{{S}})?(?:\s[–—-]\s[^;–—]{{2,140}}\s[–—-]|,\swho\s[^;]{{2,160}}?,|\s{{3,}},|,)?)\s(?:has\sbeen|was|is|will\sbe|had\sbeen|were)\s(?:not\s|\w+ly\s|today\s|also\s|first\s|last\s)*{NAMED}(?:\s(?:as|to\sbe|to\sthe\spost\sof|to\sserve\sas))?(?:\s(?:(?:the|his|her|its|a|new|next)\s)*(?P<post>{{AO}}))?(?:{NOT_ACTOR}{{0,60}}?\bby\s(?:the\s)?(?P<by>{LIST}))?",
    rf"(?P<who>{{A}}){NOT_ACTOR}{{0,50}}?\b(?P<verb>(?:take[sn]?|took|taking)\s(?:(?:up|over)\s(?:the\s|his\s|her\s)?(?:post|position|duties|office|appointment|assignment|functions?)|over|office)|(?:beg[au]n|begins|start(?:s|ed)?)\s(?:his|her)\s(?:work|term|duties|tenure|mandate|assignment)|assum(?:es?|ed)\s(?:the\s|his\s|her\s)?(?:post|position|duties|office|functions?)|becomes?|became)\s(?:today\s|yesterday\s|officially\s|(?:on\s)?{{N}}\s)?(?:of\s|as\s|from\s)?(?:(?:the|its|new|next|\w+th|first|second|third)\s)*(?P<post>{{AO}})(?P<by>x{{0}})",
    # “The new Head of the Office, X, took up her duties”: in the post that she has beside the name.
    r"(?P<who>{A}),?\s(?:(?:has|had|will|today|yesterday|officially|formally)\s)*(?P<verb>(?:assum(?:es?|ed)|t(?:ake[sn]?|ook)\sup|enter(?:s|ed)\supon)\s(?:his|her)(?:\snew)?\s(?P<duties>duties|post|office|functions?|position|mandate|appointment))\b(?!\s(?:as|of)\b)",
    SECOND,
    # By a body that nobody knows: “The Council today appointed X as …”.
    rf"\b{NAMED}\s(?P<who>{{A}})(?:,[^,;]{{2,80}},)?\s(?:as|to\sbe|to\sthe\spost\sof|to\sserve\sas)\s(?:(?:the|his|her|its|a|new|next)\s)*(?P<post>{{AO}})(?P<by>x{{0}})",
    # “X handed over the post of Head to Y”, “X handed over to Y as Head”.
    rf"(?P<before>{{A}}){NOT_ACTOR}{{0,40}}?\b(?P<verb>hand(?:s|ed)\sover)\s(?:(?:the\s|his\s|her\s)?(?:post|position|office|duties|functions?)\s(?:of|as)\s)(?P<post>{{AO}})\sto\s(?P<who>{{A}})(?P<by>x{{0}})",
    rf"(?P<before>{{A}}){NOT_ACTOR}{{0,40}}?\b(?P<verb>hand(?:s|ed)\sover)\s(?:(?:the\s|his\s|her\s)?(?:post|position|office|duties|functions?)\s)?to\s(?P<who>{{A}})(?:,[^;{{A}}]{{2,80}},)?\sas\s(?:(?:the|new)\s)*(?P<post>{{AO}})(?P<by>x{{0}})",
)
# “She succeeds the Norwegian diplomat X.”
_CALLED = r"(?:the\s)?(?:{D}\s)?(?:\w+\s)?"
SUCCEEDS = rf"\b(?:succe(?:eds?|eded|eding)|replac(?:es|ed|ing)|takes?\sover\sfrom|took\sover\sfrom|taking\sover\sfrom|successor\sto)\s{_CALLED}(?P<before>{LIST})"


def appointments(view: View) -> Iterator[Draft]:
    """The appointments that a sentence tells of, as drafts."""
    yield from _listed(view)
    if " is " in view.main and _NEW.search(view.words):
        yield from (draft for match in view.search(NEW_IS) if (draft := _read(view, match)) is not None)
    if not TRIGGER.stands_in(view.unquoted):
        return
    for match in view.search(APPOINTER):
        view.document.appointer = tuple(one.thing for one in view.parties(match["by"]))
    yield from _succeeding(view)
    for match in (*pattern(WHOM).finditer(view.unquoted), *view.search(APPOINTMENT_OF)):
        draft = _read(view, match)
        if draft is not None:
            yield draft
    for match in pattern(BESIDE).finditer(view.unquoted) if _OF_BESIDE.search(view.unquoted) is not None else ():
        draft = _read(view, match)
        if draft is not None and match["post"]:
            draft.factuality = Factuality.PRESUPPOSED if draft.factuality is Factuality.HAPPENED else draft.factuality
            draft.rule = "appointment.beside"
            if not names_day(view, draft.start):
                draft.start = draft.end = None
            yield draft
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for match in view.search(rule):
            # Of the second of two who are appointed the verb is read already.
            begin = match.start("who") if rule is SECOND else match.start()
            if any(start < match.end() and begin < end for start, end in taken):
                continue
            draft = _read(view, match)
            if draft is not None:
                taken.append((begin, match.end()))
                yield draft


# “The new Head of the Office is X.”
NEW_IS = r"\b[Tt]he\s(?:newly\s\w+ed\s|new\s)?(?P<post>{AO})\s(?P<verb>is|will\sbe)\s(?:the\s)?(?P<who>{A})(?=[.,;]|\s(?:of|from)\b|$)(?P<by>x{0})"
WHOM = rf"(?P<who>{{A}}),\swhom\s(?P<by>{LIST})\s(?:has\s|have\s|had\s)?(?:just\s|recently\s|\w+ly\s)?{NAMED}\s(?:as\s|to\sbe\s)(?:(?:the|his|her|its|a|new|next)\s)*(?P<post>{{AO}})"
FOLLOWS = rf"(?P<subject>{{A}})(?:\sof\s(?:the\s)?{{S}})?{NOT_ACTOR}{{0,80}}?\s(?P<verb>succeeds|succeeded|will\ssucceed|(?<=and\s)follows|follows|followed(?=\s{{A}})|replaces|replaced|takes\sover\sfrom|took\sover\sfrom|will\stake\sover\sfrom|will\sreplace|(?:is|was)\ssucceeding)\s{_CALLED}(?P<before>{{A}})(?:\sas\s(?:(?:the|his|her|its|new)\s)*(?P<post>{{AO}}))?"
WHO_FOLLOWS = rf"(?P<who>{{A}}),\swho\s(?P<verb>succeeds|succeeded|will\ssucceed|replaces|replaced|takes\sover\sfrom|took\sover\sfrom)\s{_CALLED}(?P<before>{{A}})(?:\sas\s(?:(?:the|his|her|its|new)\s)*(?P<post>{{AO}}))?"
_PUT_IN = r"(?:re-?)?(?:appointed|named|designated|elected|nominated)"
# “X, who has recently been appointed by Y as her Envoy, met Z”, “X, appointed Minister of Justice in May, met Z”: told beside other news.
BESIDE = (
    rf"(?P<who>{{A}}),\s(?:who\s(?:(?:\w+ly|just)\s)?(?:has\sbeen|had\sbeen|was|is)\s)?(?:(?:\w+ly|just|first)\s)?(?P<verb>{_PUT_IN})\s"
    r"(?:(?:today|yesterday|(?:in|on|since)\s{N}|{N}|last\s\w+|earlier\sthis\s\w+)\s)?(?:by\s(?:the\s)?(?:(?P<by>{ASEG})|(?!the\s)[a-z][^;,{A}]{2,50}?)\s)?(?:as\s|to\sbe\s|to\sthe\spost\sof\s|to\sserve\sas\s)?(?:(?:the|his|her|its|a|new|next)\s)*(?P<post>{AO})"
)
_OF_BESIDE = re.compile(rf",\s(?:who\s)?(?:\w+\s){{0,3}}{_PUT_IN}\s")
APPOINTMENT_OF = rf"\b(?P<verb>appointment|nomination|election)\sof\s(?P<who>{{A}})(?:\s(?:as|to\sthe\spost\sof|to\sbe|to)\s(?:(?:the|his|her|its|a|new|next)\s)*(?P<post>{{AO}}))?(?:\sby\s(?:the\s)?(?P<by>{LIST}))?"
APPOINTING = Rule(
    r"\b(?:appoint|nominat|design|elect|nam)(?:s|ed|es|ing|ated)\b[^.;]*:$"
    # “Adopted the decisions to appoint the following officials:”
    r"|\b(?:adopted|took|approved|agreed|passed|reached)\s[^.;:]{0,60}?\b(?:decisions?|resolutions?|consensus)\s(?:to\s(?:re-?)?(?:appoint|name|nominate|designate|elect)|on\s(?:appointing|the\sappointments?\sof))\s[^.;]*:$"
)
# “Anna Lund (Sweden) as Secretary General;”
_ONE_LISTED = r"^\W*(?P<who>{A})(?:\s\((?:{S}|{A})\)|,?\s(?:of|from)\s(?:the\s)?{S})?(?:,?\s(?:as|to\sbe)\s(?:the\s|its\s|new\s)*(?P<post>{AO})(?:,\s(?:the\s)?{G})?)?(?:,?\sand)?\W*$"


def _listed(view: View) -> Iterator[Draft]:
    """A list of appointees below “… has appointed:”, one a paragraph, each with the post."""
    document = view.document
    if APPOINTING.search(view.main.rstrip()):
        document.appointing = (view.paragraph.index, tuple(party.thing for party in view.main_subject))
        return
    if document.appointing is None:
        return
    index, by = document.appointing
    match = pattern(_ONE_LISTED).match(view.main)
    if view.paragraph.index != index + 1 or match is None:
        document.appointing = None
        return
    document.appointing = (view.paragraph.index, by)
    named = post_of(view, match["post"])
    posts = ((named, None),) if named is not None else None
    who = [one._replace(posts=posts or one.posts) for one in people_of(view.parties(match["who"]))]
    if who and who[0].posts:
        roles = {who[0].thing.iri.value: "appointee"} | {thing.iri.value: "appointer" for thing in by}
        yield _draft(view, [who[0], *(Party(thing) for thing in by)], roles, Factuality.HAPPENED, document.issued, None)


def _appointed_last(view: View) -> list[Party]:
    """Whose predecessor “his predecessor” is: the one whom the text was about."""
    subject = view.document.subject
    return [Party(subject)] if subject is not None else []


def _succeeding(view: View) -> Iterator[Draft]:
    """“X succeeds Y”: adds whom to the appointment of X, in the post that the release gives."""
    # “He moved to X as Head, where he succeeded Y”: in the other post.
    found = [
        (match, view.subject(match))
        for match in view.search(FOLLOWS)
        if not view.main.endswith("where ", 0, match.start("subject"))
    ]
    found += [(match, view.parties(match["who"])) for match in pattern(WHO_FOLLOWS).finditer(view.unquoted)]
    found += [(match, _appointed_last(view)) for match in view.search(PREDECESSOR)]
    for match, who in found:
        before = view.parties(match["before"])
        if len(who) != 1 or len(before) != 1 or {who[0].thing.kind, before[0].thing.kind} != {"person"}:
            continue
        named = post_of(view, match.groupdict().get("post"))
        if named is None and "who" in match.groupdict() and match["verb"].startswith("will"):
            # “Foreign Minister X, who will succeed Y”: not as Foreign Minister.
            continue
        posts = ((named, None),) if named is not None else who[0].posts or view.document.posts_of(who[0].thing)
        own = tuple((post, None) for post, rank in posts if rank != "former")
        roles = {who[0].thing.iri.value: "appointee", before[0].thing.iri.value: "predecessor"}
        factuality = Factuality.PLANNED if "will" in match[0] else Factuality.HAPPENED
        if not view.is_lead and re.search(r"succeeded|replaced|took|followed", match.groupdict().get("verb") or ""):
            # “Y had led it since 2005; she succeeded Z”: how it came to be so.
            factuality = Factuality.PRESUPPOSED
        parties = [
            Party(who[0].thing, own, who[0].confidence),
            Party(before[0].thing, (), before[0].confidence),
        ]
        start = None
        if factuality is Factuality.PRESUPPOSED:
            start, _ = when(view, match.start("before"), factuality)
        draft = _draft(view, parties, roles, factuality, start, None)
        # “His predecessor, Y,” tells nothing new of whoever was not just appointed; nor does “X succeeds Y” without a post.
        draft.refers_back = "predecessor" in match[0].lower() or not posts
        yield draft


def _draft(
    view: View,
    parties: list[Party],
    roles: dict[str, str],
    factuality: Factuality,
    start: str | None,
    end: str | None,
) -> Draft:
    return Draft.of(
        view,
        "Appointment",
        factuality,
        "appointment",
        parties=parties,
        roles=roles,
        start=start,
        end=end,
    )


def _by_whom(view: View, match: re.Match[str], passive: bool) -> list[Party]:
    """Who appoints: named beside the verb, the subject of “his intention to appoint”, or who made the appointments told of."""
    by = match.groupdict().get("by")
    if by is not None and by.lower() in _OWN:
        return people_of(view.main_subject)
    if not by and passive:
        return [Party(thing) for thing in view.document.appointer]
    return view.parties(by)


def _is_new(view: View, match: re.Match[str]) -> bool:
    """Whether words say that somebody is new in a post: “the new Head of the Office”."""
    begin, end = view.shape.source(match.start(), match.start("verb"))
    return _NEW.search(view.paragraph.text, begin, end) is not None


_NEW = re.compile(r"\b(?:new|newly|next|incoming)\b")
_OWN = frozenset({"his", "her", "their", "its"})


# “Congratulations on the appointment of X as Head”: it is taken for granted.
_GROUND = re.compile(
    r"\b(?:congratulat\w+|felicitat\w+)\b[^;]*\b(?:on|upon|for|with|occasion\sof|connection\swith)\s(?:the\s|his\s|her\s)?(?:recent\s)?$"
)


_ASSUMED = re.compile(r"t(?:ak|ook)|assum|bec[ao]m|beg[aiu]n|start|enter")
# Before somebody to whom the verb before does something.
_TO_WHOM = pattern(
    r"\b(?:to|with|from|by|at|of|met|thanked|succeed\w*|replac\w*|congratulated)\s(?:the\s|H\.E\.\s|M[rs]s?\.?\s|{D}\s)*$"
)
_AND_ASSUMED = re.compile(
    r"(?:,\s[^;]{2,60}?,?)?,?\s(?:and|before|after|then)\s(?:(?:has|had|also|then|thereby|thus|today|\w+ly)\s)*"
)


def _read(view: View, match: re.Match[str]) -> Draft | None:
    groups = match.groupdict()
    who = people_of(view.parties(match["who"]))
    if _ASSUMED.match(match["verb"]) and _TO_WHOM.search(view.main, 0, match.start("who")):
        # “X presented his credentials to Y and assumed the post”: X did.
        behind = _AND_ASSUMED.fullmatch(view.main, match.end("who"), match.start("verb"))
        who = people_of(view.main_subject) if behind is not None else who
    # “X was appointed Head by Y”: not X appoints the Head.
    passive = re.search(r"\b(?:was|were|been|be|is|are|being)\s(?:\w+\s)?$", view.main[: match.start("verb")])
    if len(who) != 1 or (passive and match.start("verb") < match.start("who")):
        return None
    post = post_of(view, groups.get("post"))
    posts: tuple[tuple[Thing, str | None], ...] = ((post, None),) if post is not None else ()
    if match["verb"] in {"is", "will be"} and (post is None or not _is_new(view, match)):
        return None
    if groups.get("duties"):
        posts = tuple(pair for pair in who[0].posts if pair[1] is None)[:1]
    own = [pair for pair in who[0].posts if pair[1] == "designate"]
    if not posts and not own and not re.search(r"appoint|nominat|name|designat|elect", match["verb"]):
        return None
    parties = [Party(who[0].thing, posts or tuple((held, None) for held, _ in own), who[0].confidence)]
    roles = {who[0].thing.iri.value: "appointee"}
    for party in _by_whom(view, match, passive is not None):
        if party.thing.iri.value not in roles:
            parties.append(party)
            roles[party.thing.iri.value] = "appointer"
    if groups.get("before"):
        for party in view.parties(groups["before"]):
            parties.append(Party(party.thing, posts, party.confidence))
            roles[party.thing.iri.value] = "predecessor"
    for succession in pattern(SUCCEEDS).finditer(view.main):
        for party in view.parties(succession["before"]):
            if party.thing.kind == "person" and party.thing.iri.value not in roles:
                parties.append(Party(party.thing, posts, party.confidence))
                roles[party.thing.iri.value] = "predecessor"
    subject_end = match.end("by") if groups.get("by") and match.start("by") < match.start("who") else match.end("who")
    if match.start("verb") < match.start("who") and not groups.get("by"):
        # By a body that nobody knows: the words of its clause before the verb count.
        subject_end = max(view.main.rfind(mark, 0, match.start("verb")) for mark in ",;") + 1
    if match["verb"] in {"appointment", "nomination", "election"}:
        factuality = of_noun(view.main, match.start("verb"), match.end("verb"))
    else:
        factuality = of_verb(view.main, subject_end, match.start("verb"), match["verb"])
    if factuality is Factuality.HAPPENED and _GROUND.search(view.main, 0, match.start("verb")):
        factuality = Factuality.PRESUPPOSED
    if re.search(r"\bnot\s(?:\w+\s)?$", view.main[: match.start("verb")]):
        factuality = Factuality.DENIED
    if match["verb"].startswith("nominat") and factuality is Factuality.HAPPENED:
        # Who is nominated is not yet appointed.
        factuality = Factuality.PLANNED
    if factuality is Factuality.PLANNED and _DECIDED.search(view.main, 0, match.start("verb")):
        factuality = Factuality.HAPPENED
    factuality = told(view, match.start("verb"), factuality)
    start, end = when(view, match.start("verb"), factuality)
    if (groups.get("by") or "").lower() in _OWN and not any(
        view.shape.at(one.start) > match.start("verb") for one in dates_in(view)
    ):
        # “Today informed the Council of his intention”: the day of the telling.
        start = end = None
    if factuality is Factuality.HAPPENED and _is_no_news(start, view.document.issued):
        factuality = Factuality.PRESUPPOSED
    return _draft(view, parties, roles, factuality, start, end)


# “Has decided to appoint X”: and by that has done so.
_DECIDED = re.compile(r"\b(?:has|have)\s(?:today\s)?decided\sto\s$")


def _is_no_news(start: str | None, issued: str | None) -> bool:
    """Whether a day, month or year is of a year before the release's, and not of the months just before."""
    if start is None or issued is None or start[:4] >= issued[:4]:
        return False
    return int(issued[:4]) - int(start[:4]) > 1 or len(start) == 4 or int(issued[5:7]) + 12 - int(start[5:7]) > _RECENT


_RECENT = 3
"""Months before a release of which it still gives news."""
