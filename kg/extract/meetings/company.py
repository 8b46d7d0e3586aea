"""Who else was there: “also present were …”, “participants included …”, “Y joined them”, and lists below a colon.

Each adds to the meeting told before; where none was told, nothing is read.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LED, LIST, OBJECT
from kg.extract.delegates import came_with
from kg.extract.draft import Draft
from kg.extract.meetings.telling import BODY_KINDS, persons
from kg.extract.merge import BEFORE_THIS, COMPANY, EVERY_MEETING, FORMER, KEYNOTE, LATTER
from kg.extract.modality import DENIED, PLANNED
from kg.extract.plurals import HOST, PLURAL
from kg.extract.view import Party, View, people_of
from kg.iris import slug
from kg.model import Confidence, Factuality, Thing
from kg.text.name_words import not_names
from kg.text.people import TOKEN
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

TRIGGER = Trigger(
    r"\b(?:[Jj]oin(?:ed|ing)|[Aa]ttend|[Pp]articipa|[Pp]resent\b|presence\b|[Ii]nclud|[Dd]elegation|[Aa]ccompan|[Gg]uests|[Cc]ompris|briefed|addressed|chair|presidency|[Pp]resided|mediation|facilitation|[Bb]esides|host|guest|represented|keynote)",
    r"\b(?:[Aa]lso\s(?:in|on|at)\b|sat\sin|t(?:ook|akes?)\spart|the\s(?:\w+\s)?table|whose\sside|in\sthe\s[Cc]hair|completed\s(?:the|his|her|their)|co-facilitation)|^(?:They|Among\sthem|The\s(?:\w+\s){0,2}(?:ministers|counterparts|colleagues|interlocutors|ambassadors))\s(?:was|were)\s",
)
_TALKS = r"(?:meetings?|video\s?conference|(?:tele)?conference\scall|calls?|talks|discussions?|conversation|round\s?table|session|briefing|convening|event|dinner|lunch|summit|visit)"
_WHO = r"(?:participants|attendees|guests|invitees|interlocutors|those|leaders|officials|members|lawmakers|governors|mayors|senators|representatives|speakers|panelists|companies|ministers|counterparts|colleagues|ambassadors)"
_IN_PRESENCE = r"\bin\sthe\spresence\sof"
# The words before whom they name; a list below a colon follows the same words.
_BEFORE = (
    r"(?:[Jj]oining|[Aa]ttending|[Pp]articipating|[Pp]resent|[Ii]n\sattendance|[Aa]ccompanying)\b[^;.:]{0,90}?\b(?:was|were|is|are)",
    r"[Aa]lso\s(?:in|at|on|present|attending|joining|participating|taking\spart|in\sattendance)\b[^;.:]{0,60}?\b(?:was|were|are)",
    rf"(?i:{_WHO})\b(?=[^;.:]{{0,80}}?\b(?:meeting|call|talks|discussion|round\s?table|session|briefing|convening|present|attendance|attend\w*|participat\w*|join\w*|included?|were)\b)[^;.:]{{0,90}}?\b(?:included?|includes|were|was|are)",
    _IN_PRESENCE,
    r"[Dd]elegation\b(?:(?!\b(?:met|meets|saw|received|visited|held|spoke|talked|addressed)\b)[^;.:]){0,50}?\b(?:included|comprised|consisted\sof|(?<=,\s)(?:consisting\sof|comprising|including)(?:\s[^;.:{A}]{3,90}?,?\sas\swell\sas)?|was\s(?:also\s)?(?:led|headed)\sby|includes|comprises)",
    rf"(?i:{_TALKS})\b[^;.:{{A}}]{{0,40}}?\b(?:included|was\s(?:also\s)?attended\sby)",
    r"\bIt\swas\s(?:also\s)?attended\sby",
    # “A meeting with B, at which trade was discussed and which was also attended by C”.
    rf"{_TALKS}\b[^;.:]{{0,160}}?(?:,|\sand)\swhich\swas\salso\sattended\sby",
    r"\b[Tt]he\s(?:former|latter|first|second|last)(?:\sof\s(?:these|them))?\swas\s(?:also\s)?attended\sby",
    # Behind “met four ministers”.
    r"^(?:They|Among\sthem)\s(?:was|were)",
    r"(?:Task\sForce|Council|Committee|Group|Cabinet|participants|[Ll]eaders|[Mm]inisters)\s(?:was|were)\s(?:also\s)?(?:briefed|addressed)\sby",
    r"\b(?:[Aa]round|[Aa]t)\sthe\s(?:(?:negotiating|conference|round)\s)?table\s(?:were|was|sat)(?:\salso)?",
    r"\b(?:was|were)\s(?:also\s)?joined\s(?:[^;.:{A}]{0,40}?\s)?by",
    rf"\b(?:was|were)\s(?:also\s)?accompanied\s(?:in|at|during)\s[^;.:{{A}}]{{0,30}}?{_TALKS}\b[^;.:{{A}}]{{0,20}}?\sby",
)
# In the sentence that tells of the meeting: who led it, and who took part besides; each with a role.
_WITH = tuple(
    (before + rf"\s(?:the\s)?(?:following\s)?(?P<who>{OBJECT})", role)
    for before, role in (
        (r"\bwith\sthe\s(?:active\s)?participation\sof", None),
        (r"\b(?:under|through|with)\sthe\s(?:mediation|facilitation|good\soffices|{T})\sof", None),
        (r"\bunder\sthe\s(?:joint\s)?(?:chair|chairmanship|chairpersonship|chairwomanship|presidency)\sof", "chair"),
        (r"\bunder\sthe\s(?:joint\s)?(?:co-chairmanship|co-chairpersonship|co-presidency)\sof", "co-chair"),
        (r"\bunder\sthe\s(?:joint\s)?co-facilitation\sof", "co-facilitator"),
        (r"(?<!co-)\b(?:chaired|[Pp]resided\sover)\sby", "chair"),
        (r"\bco-chaired\sby", "co-chair"),
        (r",\s(?:at|by)\swhose\sside\s(?:sat|was|were|stood)", None),
    )
)
# “With Ambassador A in the chair”.
_IN_CHAIR = rf"\bwith\s(?:the\s)?(?P<who>{LIST})(?:,[^,;{{A}}]{{0,80}})?,?\sin\sthe\s[Cc]hair\b"
_NAMED = tuple(rf"(?<!\w){before}:?\s(?:the\s(?:following|U\.S\.|host)\s)?(?P<who>{OBJECT})" for before in _BEFORE)
# “Ambassador A of X, the Chair's representative for the conflict, also attended the meeting.”
_ASIDE = r"(?:\sof\s(?:the\s)?{SE})?(?:,\s(?:the|his|her|their|its|an?|who\sis|representing|acting\sas)\s(?:[^;,.{A}]|{A}['’]s?\s){3,120},)?"
_JOINED = (
    rf"(?:^|(?<=\W))(?P<who>{LIST}){_ASIDE},?\s(?:(?:also|both|then|each|virtually|briefly)\s)*(?:joined|attended|sat\sin\son|completed|dropped\sby|stopped\sby|participated\sin|took\spart\sin)\s"
    rf"(?:them\b|him\b|her\b|the\s(?:former|latter|second|first)\b(?=\W)|(?:the\s)?{{A}}(?=[.,]|\s(?:for|on|in|at|during|virtually)\b|$)|(?:the|this|part\sof\sthe|for\spart\sof\sthe|all(?:\sof)?|both)\s(?:[\w-]+\s){{0,2}}{_TALKS}\b|(?<=completed\s)(?:the|his|her|their)\s(?:[\w-]+\s|{{SGD}}(?:['’]s)?\s){{0,2}}(?:side|delegation|party|team)\b)",
    rf"(?:^|(?<=\W))(?P<who>{LIST}){_ASIDE},?\s(?:took\spart|takes\spart|participated|attended|joined|was\spresent|were\spresent),?\s(?:too|as\swell|likewise)(?=\W*$|,)",
    # “A of X, B of Y and C of Z took part”, and no more.
    rf"^(?P<who>{LIST}),?\s(?:took\spart|participated|attended|(?:was|were)\s(?:also\s)?(?:present|in\sattendance|there|at\sthe\stable))(?=\W*$|,\sas\s(?:was|were|did)\b)",
    # “X, joined by Y, thanked Z for …”, of what X did at the meeting.
    rf"^\W*{{A}},\s(?:also\s)?(?:joined|accompanied)\sby\s(?P<who>{LIST}),\s(?:(?:also|both|then|\w+ly)\s)*(?:praised|thanked|emphasized|emphasised|underscored|underlined|stressed|noted|expressed|reiterated|reaffirmed|welcomed(?=\s(?:the|this|that|[a-z]+['’]s|{{SDGE}}['’]s))|commended|discussed|raised|outlined|affirmed|highlighted|shared|pledged|urged|told|said|stated|conveyed|condemned|offered|assured)\b",
    rf"(?:^|(?<=\W))(?P<who>{LIST}),?\s(?:also\s|both\s)?(?:took\spart|participated|joined|attended|dialled\sin)\s(?:(?:via|by|through|over)\s(?:an?\s)?(?:video|telephone|phone|web|satellite)|remotely|virtually|online)",
    rf"(?:^|(?<=\W))(?P<who>{LIST}){_ASIDE},?\s(?:also|both|likewise)\s(?:took\spart|takes\spart|participated|attended|was\sthere|were\sthere)(?=\W*$|,|\sin\s(?:the|this)\s)",
)
# “State Secretary X represented Estonia at the meeting”, “Ambassador Y took part for Norway”.
_FOR_STATE = rf"(?:^|(?<=\W))(?P<who>{LIST}),?\s(?:also\s)?(?:represented|(?:attended|participated|took\spart|was\spresent)\s(?:for|on\sbehalf\sof))\s(?:the\s)?{{SEG}}(?=[.;]|\W*$|,?\sand\s[^;]*{{A}}|\sat\s(?:it|the|this)\b|\sas\s[^;.{{A}}]{{0,40}}(?:[Cc]hair\w*|host|{{AO}}))"
# “X also took part in the meeting, as did the new ambassador, Y.”
_AS_DID = rf"\b(?:took\spart|participated|attended|joined|present|in\sattendance|there)\b[^;.]{{0,40}}?,?\sas\s(?:did|was|were|had)\s(?:also\s)?(?:[a-z][^;.,{{A}}]{{0,80}},?\s)??(?P<who>{OBJECT})"
# “A meeting was held in Y, in which X took part.”
_IN_WHICH = rf",\s(?:in|at)\swhich\s(?:also\s|for\sa\stime\s)?(?P<who>{LIST}),?\s(?:also\s)?(?:took\spart|participated|was\spresent|were\spresent|was\srepresented)\b"
# “The conversation, in which X also took part”: the one told before.
_OF_THAT_TOLD = re.compile(rf"^\W*(?:The|This|That|His|Her|Their|Both|These)\s(?:[\w-]+\s){{0,2}}{_TALKS}$")
# “Y, who had sat in on it, then continued the discussion”.
_WHO_SAT = rf"(?P<who>{LIST}),\swho\s(?:(?:had|has|have|also|both|already|himself|herself)\s)*(?:sat\sin\son|attended|(?:been|was|were)\spresent\sat|t(?:aken|ook)\spart\sin|participated\sin|joined|sat\sbeside\s(?:him|her|them)\s(?:at|in|during))\s(?:it|this|that|both|(?:the|these|those|all\sthe|both)\s(?:[\w-]+\s){{0,2}}{_TALKS})(?=[,.;])"
_OF_WHO_SAT = Rule(r",\swho\s[^,;]*?(?:sat|attended|present|part|participated|joined)\b")
# “Present at the former was X.”
_FORMER = re.compile(
    rf"\b[Tt]he\s(?:(?P<former>former|first)|(?P<latter>latter|second|last))(?:\sof\s(?:these|them|the\s(?:two|three)))?(?:\s{_TALKS})?(?=\W|\s(?:was|were|by|in|too|as\swell)\b)"
)
# “The talks in Y, in which she took part together with X and accompanied by Z, included meetings with …”: at all of these.
_BESIDE = rf",\s(?:in|at)\swhich\s(?:he|she|they|{LIST})\s(?:also\s)?(?:participated|took\spart|was\spresent)\s(?:together|along|jointly)\swith\s(?P<who>{LIST})(?:,?\s(?:and\s)?accompanied\sby\s(?:his\s|her\s|their\s|the\s)?(?P<along>{LIST}))?"
# “The second keynote speaker, X, …”, “a keynote address was given by X”, “X gave the keynote speech”.
_KEYNOTE = (
    rf"\bkeynote\s(?:speakers?|speech(?:es)?|address(?:es)?|remarks|lectures?)\s(?:was|were|included|came\sfrom|(?:was|were)\s(?:given|delivered|made|held)\sby|by|from)\s(?:the\s)?(?P<who>{OBJECT})",
    rf"\bkeynote\sspeakers?,\s(?:the\s)?(?P<who>{LIST}),",
    rf"(?:^|(?<=\W))(?P<who>{LIST}),?\s(?:also\s)?(?:gave|delivered|held|made)\s(?:the|an?|his|her)\s(?:[a-z]+\s)?keynote\b",
)
# “A representative of the Office of the High Commissioner attended as well.”
_SENT = (
    r"\b[Rr]epresentatives?\s(?:of|from)\s(?:the\s)?(?P<who>{SG}(?:\s\([^()]*\))?(?:(?:,\s|,?\sand\s)(?:of\s|from\s)?(?:the\s)?{SG}(?:\s\([^()]*\))?)*),?\s(?:(?:also|likewise)\s)?"
    r"(?:attended|took\spart|participated|(?:was|were)\s(?:also\s)?(?:present|in\sattendance|there)|sat\sin)\b(?!\s(?:an?|the\s\d)\b)"
)
# “Besides the host, A, B and C had come”: the host, too. “X attended as guest of honour.”
_BESIDES = rf"\b[Bb]esides\s(?P<host>{HOST}|{{A}}),\s(?P<who>{LIST})\s(?:had\s|also\s|both\s)*(?:came|come|travelled|taken\spart|took\spart|attended|participated|arrived|were\s(?:present|there))\b"
_AS_GUEST = rf"(?:^|(?<=\W))(?P<who>{LIST}),?\s(?:also\s)?(?:attended|participated|took\spart|was\spresent|were\spresent)\s(?:[^;.{{A}}]{{0,30}}?\s)?as\s(?:an?\s|the\s)?(?:(?:special|invited|honou?red)\s)?(?P<as>guests?)\b"
_THEIR_HOST = r"\b[Tt]heir\shost\s(?:was|is)\s(?:the\s)?(?P<who>{A})"
# Who came for a further part of the talks, which all who sat there before went on with.
_PART = r"(?:the|a|an)\s(?:(?:second|third|next|final|last|plenary|working|joint|wider|enlarged|extended|closing|following|trilateral)\s(?:[\w-]+\s)?)(?:session|part|round|meeting|lunch|dinner|discussion|format|talks)"
# “After the tête-à-tête between A and B, X joined them”: they went on with X.
_IN_PRIVATE = rf"^\W*(?:After|Following)\s(?:the|an?|their|this)\s(?:[\w-]+\s){{0,2}}?(?:(?:t[eê]te[\s-][aà][\s-]t[eê]te|one[\s-]on[\s-]one|private|separate|face[\s-]to[\s-]face|closed|bilateral|narrow|restricted|initial)(?:\s{_TALKS}s?\b)?)(?P<first>\s[^;.]{{0,90}}?)?,\s"
_FOR_A_PART = (
    rf"{_IN_PRIVATE}(?P<who>(?:the\s)?{{F}}(?:\sof\s(?:the\s)?{{FG}})?(?:,?\sand\s{LIST})?|(?:[A-Z]?[a-z]+s\s)?{LIST})\s(?:then\s|later\s|also\s)?joined\s(?:them\b|in\b|{PLURAL}|the\s(?:talks|meeting|discussions?|conversation))",
    rf"{_IN_PRIVATE}(?:they|{PLURAL}|{LIST})\s(?:was|were)\s(?:also\s|then\s)?joined\sby\s(?P<who>{OBJECT})",
    rf"^\W*(?:For|In|At|During)\s{_PART}\b[^;.{{A}}]{{0,30}}?,?\s(?:they|{PLURAL})\s(?:was|were)\s(?:also\s|then\s)?joined\sby\s(?P<who>{OBJECT})",
    rf"(?:^|(?<=\W))(?P<who>{LIST})\s(?:then\s|later\s|also\s)?joined\s(?:them|{PLURAL})\s[^;.{{A}}]{{0,30}}?\b(?:for|in|at)\s{_PART}\b",
)
_LISTED = (
    *(rf"(?<!\w){before}\b[^;.:]{{0,80}}:\W*$" for before in _BEFORE),
    r"\b[Tt]he\sfollowing\b[^;.:]{0,60}?\b(?:participated|attended|joined|took\spart|spoke|were\spresent|were\sin\sattendance)\b[^;.:]{0,60}:\W*$",
)
# “The Georgian delegation” of a meeting told last sat there; any other is the one that travels.
_OF_STATE = r"(?:{D}|{S}['’]s?)\s(?:side['’]s\s)?delegation\b|^[Dd]elegation\s(?:further|also)\b"
_OPENS_LIST = re.compile(r"(?i)^\W*(?:from\b[^.;]{0,60}|[\w’' -]{0,60})[:]\W*$")
# Callings that make the name before them somebody's: “Ana Reyes, Founder, Open Doors”.
_CALLING = (
    r"(?:(?:Co-)?[Ff]ounder|CEO|COO|CFO|[Pp]resident|Director|Executive|Chief|Counsel|Manager|Officer|Partner|Professor|Member|(?:Co-)?Chair\w*|Assistant|Advis[eo]r"
    r"|Owner|Superintendent|Sheriff|Mayor|Senator|Representative|Secretary|Attorney|Co-?ordinator|[Jj]ournalist|[Aa]ctivist|[Aa]dvocate|Fellow|Dean|Principal|[Oo]rganizer|Analyst|Pastor|Minister|Ambassador)"
)
# Words that a body's name has and nobody's own.
_BODY = (
    r"\b(?:Action|Administration|Advocates|Affairs|Agency|Alliance|Association|Authority|Bureau|Caucus|Cent(?:er|re)|Charities|Church|Coalition|Commission|Committee|Company|Conference|Consortium|Co-?ordinator"
    r"|Corporation|Council|County|Delegate|Department|Equality|Federation|Forum|Foundation|Fund|Group|Health|House|Inc|Institute|Law|League|Legal|Mission|Nation|Network|Office|Organization|Partnership|Party"
    r"|Project|Rabbi|Bishop|Relations|School|Senate|Seminary|Society|State|Task|Together|Tribe|Trust|Union|United|University|Voices|Women|Workers)\b"
)
_OF_BODY = re.compile(_BODY)
_ENTRY = rf"^\W*(?:{LED}(?P<who>{{A}})|(?P<name>{TOKEN}(?:\s{TOKEN}){{1,3}})(?=\s?[,(–—-]\s?(?:[\w’'.&-]+\s){{0,6}}(?:{_CALLING}\b|{_BODY})))"
_LONGEST_ENTRY = 260


_OTHER_CLAUSE = pattern(r",\s(?:and|while)\s(?:the\s)?{A}")
_EVERY = re.compile(
    r"\bthroughout\s(?:the|his|her|their|this)\s(?:day|visit|trip|tour|stay|programme|talks|meetings|journey|two\sdays|three\sdays)\b|\b(?:all|both)\s(?:(?:of\s)?(?:the|his|her|their|these)\s)?(?:[\w-]+\s)?(?:meetings|talks|calls|conversations)\b"
)
# “Participants included A, B, heads of missions, and experts”: B, too.
_LISTED_ON = rf"(?:,\s(?:the\s)?{LED}{{A}})+(?=,\s)"
# “The Co-Chairs were joined by X”: at all that the sentence before tells of them.
_SEVERAL_JOINED = re.compile(r"^\W*(?:They|The\s[^,;.]{1,30})\swere\s(?:also\s)?joined\s(?:[a-z]+\s)?by\b")
# “Around the table were her host, A, and B.”
_HOST_NAMED = r"\b(?:his|her|their|the)\shost,\s(?:the\s)?(?P<host>{A})"


# “His interlocutors included A and B”: whom he met, one by one; “a reception, among whose guests were A and B”: another occasion.
_OF_ONE = re.compile(r"\b(?:[Hh]is|[Hh]er|[Aa]mong\s(?:the|his|her))\s(?:[\w-]+\s)?interlocutors\b|\bwhose\sguests\b")


def company(view: View) -> Iterator[Draft]:
    """Those whom a sentence adds to the meeting told before."""
    document = view.document
    if view.is_title:
        return
    if document.listing == view.paragraph.index - 1 or document.listing == view.paragraph.index:
        yield from _entry(view)
        if document.listing == view.paragraph.index:
            return
    if not TRIGGER.stands_in(view.main):
        return
    if view.main.rstrip().endswith(":"):
        if any(pattern(rule).search(view.main) for rule in _LISTED):
            document.listing = view.paragraph.index
        return
    parted = list(_parted(view))
    yield from parted
    if parted:
        return
    yield from _leading(view)
    yield from _beside(view)
    yield from _attending(view)
    yield from _who_sat(view)
    yield from _hosting(view)
    for match in view.search(_SENT):
        bodies = [one for one in view.parties(match["who"]) if one.thing.kind != "format"]
        if bodies and not _open(view.main[: match.end()]):
            yield _adding(view, bodies)
    for rule in (*_NAMED, *_JOINED, *_KEYNOTE, _AS_DID, _FOR_STATE):
        for match in view.search(rule):
            listed = pattern(_LISTED_ON).match(view.main, match.end("who")) if rule in _NAMED else None
            more = people_of(view.parties(listed[0])) if listed is not None else []
            people = [*persons(view, view.parties(match["who"])), *more]
            if _OF_ONE.search(view.main, 0, match.end()) is not None:
                continue
            if people and not _open(view.main[: match.start("who")]):
                draft = _adding(view, people)
                _say_of_which(view, draft, match[0], rule in _KEYNOTE)
                for host in pattern(_HOST_NAMED).finditer(match[0]):
                    draft.roles |= {one.thing.iri.value: "host" for one in view.parties(host["host"])}
                last = document.companies[-1] if document.companies else None
                of_state = pattern(_OF_STATE).search(match[0])
                hosts_own = of_state is not None and last is not None and not came_with(view, match.start("who"), last)
                if re.search(r"\b[Dd]elegation\b", match[0]) and not hosts_own:
                    draft.category, draft.rule = "Visit", "meeting.delegation"
                several = re.search(r"\b(?:meetings|talks|calls|discussions)\b", view.main) is not None
                draft.of_all = several or draft.rule == EVERY_MEETING
                if draft.label is None and _SEVERAL_JOINED.match(view.main):
                    draft.of_all = True
                if match[0].startswith("in the presence"):
                    # Of the meeting that this sentence tells, and only where it tells it as done.
                    draft.of_all, draft.label = False, None
                    if _OTHER_CLAUSE.match(view.main, match.end()):
                        # What the sentence goes on with was another meeting: see `telling`.
                        continue
                    if PLANNED.search(view.main, 0, match.start()) or DENIED.search(view.main, 0, match.start()):
                        continue
                yield draft


def _say_of_which(view: View, draft: Draft, words: str, keynote: bool) -> None:
    """Give who was there the word for the talks that it was at, or say that it was at all of them, or at the former."""
    named = pattern(rf"(?P<noun>{_TALKS})\b").search(view.main)
    draft.label = named["noun"].lower() if named is not None else None
    which = _FORMER.search(words)
    if which is not None:
        draft.rule, draft.label = (FORMER if which["former"] else LATTER), None
    elif keynote:
        draft.rule = KEYNOTE
    elif _EVERY.search(words):
        draft.rule = EVERY_MEETING


def _beside(view: View) -> Iterator[Draft]:
    """Who sat beside somebody at all the talks that a sentence tells of."""
    for match in pattern(_BESIDE).finditer(view.unquoted) if ", in which " in view.unquoted else ():
        people = people_of([*view.parties(match["who"]), *view.parties(match["along"])])
        if people and not PLANNED.search(view.unquoted, 0, match.start()):
            draft = _adding(view, people)
            draft.rule, draft.of_all = "meeting.with", True
            yield draft


def _who_sat(view: View) -> Iterator[Draft]:
    """Who, as a clause about him says, had been at the talks told before."""
    for match in pattern(_WHO_SAT).finditer(view.unquoted) if _OF_WHO_SAT.stands_in(view.unquoted) else ():
        people = people_of(view.parties(match["who"]))
        if people:
            draft = _adding(view, people)
            draft.rule = BEFORE_THIS
            yield draft


# “Is cutting short a visit in order to attend.”
_TO_ATTEND = rf"(?P<who>{LIST}),?\s(?:is|has|will)\s[^;.{{A}}]{{3,70}}?\b(?:in\sorder\s)?to\s(?:attend|take\spart|participate|be\spresent)(?=[.,;]|\W*$|\s(?:too|it|there)\b)"


# “Ambassador A will also attend.”
_WILL_ATTEND = rf"(?P<who>{LIST}){_ASIDE},?\s(?:will\s(?:also|likewise)|(?:is|are)\s(?:also|likewise)\s(?:(?:due|expected|scheduled|set)\s)?to|(?:is|are)\s(?:due|expected|scheduled|set)\sto\salso)\s(?:attend|take\spart|participate|be\spresent|join)(?=[.,;]|\W*$|\s(?:it|there|them|(?:in|at)?\s?(?:the|this|these)\s(?:[\w-]+\s)?(?:meetings?|talks|consultations|discussions)\b))"


def _attending(view: View) -> Iterator[Draft]:
    """Who is to come to the meeting that the sentence before told as planned."""
    for match in (*view.search(_TO_ATTEND), *view.search(_WILL_ATTEND)):
        people = people_of(view.parties(match["who"]))
        if people and not DENIED.search(match[0]):
            draft = _adding(view, people)
            draft.factuality = Factuality.PLANNED
            yield draft


def _bodies(view: View, parties: list[Party]) -> list[Party]:
    """The bodies or states that led a meeting, “under the co-facilitation of the Mission and the Union”, unless others are told to have sat for them."""
    if any("represented by" in one.text for one in view.document.paragraphs):
        return []
    return [one for one in parties if one.thing.kind in BODY_KINDS or one.thing.kind == "state"]


def _leading(view: View) -> Iterator[Draft]:
    """Who chaired or took part in the meeting of this very sentence: “held under the chairmanship of X”."""
    for rule, role in (*_WITH, (_IN_CHAIR, "chair"), (_IN_WHICH, None)):
        for match in view.search(rule):
            parties = view.parties(match["who"])
            people = persons(view, parties) or (_bodies(view, parties) if role is not None else [])
            before = view.main[: match.start()]
            if not people or re.search(r"\bnot\s(?:\w+\s)?$", before):
                continue
            draft = _adding(view, people)
            draft.rule = BEFORE_THIS if _OF_THAT_TOLD.match(before) else "meeting.with"
            draft.factuality = Factuality.PLANNED if PLANNED.search(before) else Factuality.HAPPENED
            draft.roles = {one.thing.iri.value: role for one in people} if role is not None else {}
            yield draft


def _parted(view: View) -> Iterator[Draft]:
    """A further part of the talks told before, which others joined: a meeting of its own, of all of them."""
    told = view.document.companies[-1].people if view.document.companies and view.document.talked else ()
    for rule in _FOR_A_PART:
        for match in view.search(rule):
            people = people_of(view.parties(match["who"]))
            known = {one.thing for one in people}
            first = match.groupdict().get("first")
            earlier = told or tuple(one.thing for one in people_of(view.parties(first or "")))
            if people and earlier and not _open(view.main[: match.start("who")]):
                before = [Party(one, confidence=Confidence.MEDIUM) for one in earlier if one not in known]
                yield Draft.of(view, "Meeting", Factuality.HAPPENED, "meeting.part", parties=[*before, *people])
                return


def _hosting(view: View) -> Iterator[Draft]:
    """Who was the host of the meeting told before, or its guest, or came besides the host."""
    for rule, of_who, of_host in ((_BESIDES, None, "host"), (_AS_GUEST, "guest", None), (_THEIR_HOST, "host", None)):
        for match in view.search(rule):
            people = people_of(view.parties(match["who"]))
            hosts = view.parties(match["host"]) if of_host is not None else []
            if people and not _open(view.main[: match.start("who")]):
                draft = _adding(view, [*hosts, *(one for one in people if one not in hosts)])
                roles = [(one, of_who) for one in people] + [(one, of_host) for one in hosts]
                draft.roles = {one.thing.iri.value: role for one, role in roles if role is not None}
                yield draft


def _open(before: str) -> bool:
    """Whether the words before leave open, or only plan, that they were there."""
    return (
        re.search(r"\b(?:will|would|may|might|could|should|to)\s(?:\w+\s){0,3}$|\bnot\b[^;.]{0,40}$", before)
        is not None
    )


def _adding(view: View, people: list[Party]) -> Draft:
    return Draft.of(view, "Meeting", Factuality.HAPPENED, COMPANY, parties=people, refers_back=True)


def _entry(view: View) -> Iterator[Draft]:
    """One entry of a list of those who took part: its first name, with an office or behind which one follows."""
    document = view.document
    if view.sentence.index > 0 and document.listing == view.paragraph.index:
        return
    match = pattern(_ENTRY).match(view.main)
    if len(view.main) > _LONGEST_ENTRY:
        document.listing = -2
        return
    if match is None:
        if _OPENS_LIST.match(view.main) or view.sentence.index > 0 or not re.search(r"[.!?]\W*$", view.main):
            document.listing = view.paragraph.index
        else:
            document.listing = -2
        return
    document.listing = view.paragraph.index
    if match["who"]:
        people = people_of(view.parties(match["who"]))
    else:
        name = match["name"]
        if _OF_BODY.search(name) or any(word in not_names() for word in name.split()):
            return
        people = [Party(Thing("person", slug(name), name, "Person"), (), Confidence.MEDIUM)]
    if people:
        yield _adding(view, people[:1])
