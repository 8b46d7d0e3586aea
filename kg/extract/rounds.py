"""Rounds of formats, sessions of councils, summits and conferences: meetings known by their body and number."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, SENT_BY
from kg.extract.draft import Draft
from kg.extract.modality import PLANNED, of_noun, of_verb
from kg.extract.needing import needing
from kg.extract.setting import ENDING, dates_in, is_recent, lasting, names_day, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Confidence, Factuality, Thing
from kg.text.rule import Rule, Trigger
from kg.text.shape import pattern

TRIGGER = Trigger(
    r"\b(?:\d+(?:st|nd|rd|th)|met|meet|ended|concluded|resumed?|round|session|meeting|meetings|summit|conference|held|talks|negotiations|plenary|participants|convenes?|(?:co-)?chair(?:ed)?|host(?:ed)?|facilitated?|moderated?|opened|attended|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th)\b",
    r"\bt(?:ook|akes?) place\b",
    re.IGNORECASE,
)
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS: dict[str, int] = (
    {word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)}
    | {f"{word[:-1]}ieth": tens * 10 for tens, word in enumerate(_TENS, start=2)}
    | {
        f"{word}-{unit}": tens * 10 + one
        for tens, word in enumerate(_TENS, start=2)
        for one, unit in enumerate(_UNITS, start=1)
    }
    | {"hundredth": 100}
)
_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
# What an ordinal ends in is looked for first: most words fail that, and would be tried against ninety others.
NUMBER = rf"(?:(?=[\w-]*(?i:st|nd|rd|th)\s)(?P<number>\d+(?:st|nd|rd|th)|(?i:{_WORDS}))\s)"
BODY = r"(?P<body>{FG})"
NOUN = r"(?P<noun>rounds?|[Mm]eetings?|[Ss]essions?|plenary\s(?:session|meeting)|summits?|conference|talks|negotiations|consultations|video\s?conferences?)"
HELD = r"(?P<held>(?:was|were|is|are|has\sbeen|have\sbeen|will\sbe|to\sbe|could\s(?:not\s)?be|did\snot)\s(?:\w+\s)?(?:held|convened|hosted|cancelled|postponed|opened|concluded|chaired|take\splace)|will\s(?:convene|open|begin|resume|reconvene|start)|(?:had\s)?(?:came|come)\sto\s(?:nothing|naught)|(?:had\s)?(?:fell|fallen)\s(?:through|victim)|(?:is|are)\s(?:currently\s|now\s)?(?:in\sprogress|under\s?way|ongoing|being\sheld|taking\splace)|took\splace|takes\splace|will\stake\splace|takes?\splace|(?:has\s)?(?:concluded|opened|began|started|convened|resumed|gathered|met|meets|ended|closed|opens|concludes|closes))"
# “The Ministerial Council of the Organization for Security and Co-operation in Europe (OSCE)”.
_WHOSE_COUNCIL = r"(?:\sof\s(?:the\s)?{G}(?:\s\([^()]*\))?)?"
_ATTENDING = (
    r"\b(?:attend(?:s|ed)?|t(?:ook|akes?)\spart\sin|participate[sd]?\sin|represent(?:s|ed)?\s(?:the\s)?{S}\sat)"
)
_ATTENDING_THE = rf"{_ATTENDING}\s(?:the|this\syear['’]s)\s(?:{NUMBER})?"
RULES = (
    rf"\b(?P<held>(?:decided|agreed|adopted|announced|concluded)\s[^;.{{ASE}}]{{0,60}}?by)\s(?:the\s)?[Pp]articipants\s(?:in|of)\s(?:the\s)?{BODY}",
    rf"\b(?:[Pp]articipants|[Dd]elegat\w+|[Rr]epresentatives|[Ss]ides|[Mm]ediators|[Nn]egotiators)\s(?:of|to|in|from)\s(?:the\s)?{BODY}\s(?P<gathered>(?:\w+\s){{0,2}}?(?:met|gathered|convened|(?:will|are\sto)\s(?:meet|gather|convene)))\b"
    rf"[^;.]{{0,60}}?\sfor\s(?:the|their|its|a)\s{NUMBER}(?:[\w-]+\s)?(?P<noun>round|meeting|session)\b",
    rf"\b{NUMBER}(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within|under)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{BODY}",
    rf"\b{NUMBER}{BODY}(?:\s{NOUN})?",
    rf"{BODY}(?:['’]s)?\s(?:held|holds)\s(?:its|their|a|an|the)\s(?:{NUMBER})?(?:[\w-]+\s){{0,2}}?{NOUN}",
    rf"\b(?:[Aa]|[Tt]he|[Tt]his|[Aa]nother|[Nn]ew|[Ll]atest|[Nn]ext|[Rr]egular|[Ss]pecial|[Ee]xtraordinary)\s(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within|under)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{BODY}[^;.]{{0,60}}?\s{HELD}",
    rf"\b(?:[Aa]n?|[Tt]he|[Aa]nother)\s(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within)\s(?:the\s)?{BODY}\s(?P<held>(?:is|are)\s(?:also\s)?(?:scheduled|planned|foreseen|set|envisaged)\sfor)\b",
    rf"{BODY}\s{NOUN}[^;.]{{0,70}}?\s{HELD}",
    rf"\b(?:[Aa]n?|[Tt]he|[Aa]nother)\s(?:[\w-]+\s){{0,3}}?(?P<wished>{NOUN.replace('?P<noun>', '?:')})\s(?:of|in|within|under)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?{BODY}",
    r"(?P<body>{FG})\s(?P<wished>(?:should|must|needs?\sto|ought\sto)\s(?:\w+\s)?(?:meet|convene|sit|resume)\b)",
    rf"\b(?P<setting>[Aa]fter|[Ff]ollowing|[Aa]t|[Dd]uring|[Ii]n)\s(?:today['’]s|yesterday['’]s|{{N}}(?:['’]s)?|an?)\s(?:[\w-]+\s){{0,2}}?(?:{NOUN}\s(?:of|in|within)\s(?:the\s)?{BODY})",
    rf"\b(?P<setting>[Aa]fter|[Ff]ollowing)\sthe\s(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within)\s(?:the\s)?{BODY}(?=[^;.]{{0,60}}?\s(?:(?:on\s)?{{N}}|today\b|yesterday\b))",
    # “Made a statement to the press after the meeting of the Group and its working groups in X”.
    rf"\b(?P<spoke>statements?|told|said|spoke|speaking|press|journalists|reporters|media|briefing|remarks)\b[^;.]{{0,60}}?\b(?P<setting>[Aa]fter|[Ff]ollowing)\s(?:the\s)?(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within)\s(?:the\s)?{BODY}(?:\sand\sits\s(?:[a-z]+\s)?(?:working\s)?(?:sub)?groups)?(?=\sin\s{{L}})",
    rf"\b(?P<setting>[Aa]head\sof|[Pp]rior\sto|[Oo]n\sthe\seve\sof)\s(?:the|a|its|tomorrow['’]s)\s(?:[\w-]+\s){{0,2}}?{NOUN}\s(?:of|in|within)\s(?:the\s)?{BODY}(?=[^;.]{{0,60}}?\s(?:on\s|from\s)?{{N}})",
    rf"\b(?P<setting>[Aa]head\sof|[Pp]rior\sto|[Oo]n\sthe\seve\sof|[Bb]efore)\s(?:the|a|its|tomorrow['’]s)\s(?:[\w-]+\s){{0,2}}?(?:(?:{{SEG}}-)?{{SEG}}[\w-]*\s)?(?:{{L}}\s)?{BODY}(?:\s\([^()]*\))?\s{NOUN}(?=[^;.]{{0,40}}?\s(?:on\s|from\s)?{{N}})",
    rf"\b(?P<setting>[Aa]fter|[Ff]ollowing|[Aa]t|[Dd]uring|[Ii]n)\s(?:today['’]s|yesterday['’]s|{{N}}['’]s)\s(?:[\w-]+\s){{0,2}}?{BODY}\s{NOUN}",
    # “The participants of the Discussions have just completed their twelfth round”.
    rf"{BODY}\s(?P<held>(?:(?:have|has|had)\s)?(?:(?:just|now|today)\s)*(?:completed|concluded|finished|ended|held))\s(?:their|its|the)\s{NUMBER}(?:[\w-]+\s)?{NOUN}",
    r"(?P<body>{F})[^;.]{0,40}?\s" + HELD,
    # “The Commission will resume its work in X on 9 April”.
    r"(?P<body>{FG})(?:\s\([^()]{1,12}\))?(?:,[^,;.{AF}]{3,60},)?\s(?P<held>(?:(?:will|(?:is|are)\s(?:due\s|set\s|expected\s)?to)\s(?:resume|continue|begin|start)|(?:has\s|have\s)?(?:resumed|began|started))\s(?:its|their)\s(?:work|deliberations|discussions|meetings))\b(?=[^;.]{0,60}?(?:\s(?:in|at)\s{L}|{N}|\stoday\b|\syesterday\b|\stomorrow\b))",
    r"(?P<body>{FG})\s(?P<held>will\s(?:convene|reconvene)|(?:re)?convenes|(?:is|are|was|were)\s(?:expected|due|scheduled|set)\sto\s(?:meet|convene|reconvene|gather))\b",
    r"(?P<summit>(?P<place>{L})\s(?P<body>{F})\s(?P<noun>[Ss]ummits?))",
    r"(?P<summit>(?P<place>{L})\s(?P<body>{F}))(?!\s[Ss]ummit)",
    r"(?P<summit>(?P<place>{L})\s(?P<noun>[Ss]ummit)\s(?:of|in)\s(?:the\s)?(?P<body>{F}))",
    # “The sides wrapped up a two-day round in the format”.
    rf"\b(?:[Pp]articipants|[Dd]elegat\w+|[Ss]ides|[Mm]ediators|[Nn]egotiators|[Rr]epresentatives|[Pp]arties)\b[^;.]{{0,80}}?\s(?P<held>held|concluded|completed|finished|ended|opened|began|started|wrapped\sup|wound\sup)\s(?:an?|the|their|another|this)\s(?:{NUMBER})?(?:[\w-]+\s){{0,2}}?{NOUN}(?:\sof\s(?:talks|negotiations|consultations))?\s(?:of|in|within)\s(?:the\s)?{BODY}",
    # “The sides met in Vienna today in the format”: nobody is named.
    r"\b(?:[Ss]ides|[Nn]egotiators|[Mm]ediators|[Rr]epresentatives|[Ee]nvoys|[Pp]articipants|[Dd]elegations|[Pp]arties|[Aa]dvisers|[Oo]fficials|[Dd]irectors|[Mm]inisters|[Ll]eaders)\b(?:\s(?:in|of|to)\s(?:the\s)?{F})?[^;.{AF}]{0,80}?\s"
    r"(?P<held>(?:did\snot\s|will\s|(?:are|were)\s(?:due\s|expected\s|scheduled\s)?to\s)?(?P<sat>met|meet|gathered|convened?|held\s(?:talks|consultations|negotiations|discussions))\b[^;.{A}]{0,60}?\s(?:in|within))\sthe\s(?P<body>{F})",
    # “A chaired the round of talks in X today”, “will host a meeting in the format in X on 2 March”.
    rf"\b(?P<led>opened|closed|hosted|attended|(?:co-)?chaired|facilitated|moderated|open|host|attend|(?:co-)?chair|facilitate|moderate)\s(?:the|an?|another|today['’]s)\s(?:{NUMBER})?(?:[\w-]+\s){{0,3}}?(?:{NOUN}\s(?:of|in|within)\s(?:the\s)?)?(?:[\w-]+\s)??(?P<body>{{F}})",
    rf"{BODY}\s(?P<noun>meetings|sessions|talks)\sin\s(?P<place>{{L}})",
    rf"(?P<yearly>{_ATTENDING_THE}(?P<body>{{G}}){_WHOSE_COUNCIL}(?=\s(?:on|from)\s{{N}}|\s{{N}}|\stoday\b|\syesterday\b))",
    r"(?P<yearly>(?P<body>{G})"
    + _WHOSE_COUNCIL
    + r"\s(?:(?:that|which)\s(?:was\sheld|took\splace)\s)?in\s(?P<place>{L}|(?=[A-Z][a-zà-ž]+\b)))",
)
ROLES = (
    (rf"(?<!co-)\b(?:chaired|facilitated|moderated|mediated)\sby\s(?:the\s)?(?P<who>{LIST})", "chair"),
    (rf"\bco-(?:chaired|moderated)\sby\s(?:the\s)?(?P<who>{LIST})", "co-chair"),
    (rf"\bco-facilitated\sby\s(?:the\s)?(?P<who>{LIST})", "co-facilitator"),
    (rf"\bhosted\sby\s(?:the\s)?(?P<who>{LIST})", "host"),
    (rf"(?P<who>{LIST})\s(?:(?:will|is\sto|are\sto)\s)?(?:\w+\s)?(?:chair(?:ed)?|facilitated?|moderated?)\b", "chair"),
    (rf"(?P<who>{LIST})\s(?:(?:will|is\sto|are\sto)\s)?(?:\w+\s)?co-chair(?:ed)?\b", "co-chair"),
    (rf"(?P<who>{LIST})\s(?:(?:will|is\sto|are\sto)\s)?(?:\w+\s)?co-facilitated?\b", "co-facilitator"),
    (rf"(?P<who>{LIST})\s(?:(?:will|is\sto|are\sto)\s)?(?:\w+\s)?host(?:ed)?\b", "host"),
)
TAKING_PART = (
    rf"(?P<who>{LIST}),?\s(?:(?:today|yesterday|formally|officially|will|{{N}})\s)*(?:opened?|closed?|inaugurated?)\s(?:the|today['’]s)\s",
    rf"(?:\b(?:was|were)\s(?:formally\s|officially\s)?|,\s)(?:opened|closed|addressed)\s(?:[^;.{{A}}]{{0,60}}?\s)?by\s(?:the\s)?(?P<who>{LIST})",
    rf"\b(?:attended|joined)\sby\s(?:the\s|representatives\s(?:of|from)\s(?:the\s)?)*(?P<who>{LIST})",
    rf"\b[Pp]articipants\s(?:from|of|included|include)\s(?:the\s|representatives\s(?:of|from)\s(?:the\s)?)*(?P<who>{LIST})",
    rf"\b(?P<who>{SENT_BY}|[Rr]epresentatives\s(?:of|from)\s(?:the\s)?{LIST})",
    rf"(?P<who>{LIST})\s(?P<coming>(?:will|(?:is|are)\sto|to)\s)?(?:also\s)?(?:attend(?:s|ed)?|t(?:ook|akes?)\spart|participate[sd]?|represent(?:s|ed)?\s(?:the\s)?{{S}}\sat)\b",
    rf"\bbetween\s(?:the\s)?(?P<who>{LIST})",
    # “Addressing participants at the 12th round of the talks today, X spoke of …”.
    rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?:Addressing|Opening|Closing|Speaking\s(?:at|to|before|during|in))\s(?:(?:the\s)?(?:participants|delegates|delegations|representatives)\s(?:at|in|of|to)\s)?(?:the\s|a\s|today['’]s\s)?(?:[\w-]+\s){{0,3}}?(?:{NOUN.replace('?P<noun>', '?:')}\s(?:of|in|within)\s(?:the\s)?)?{{FG}}[^;{{A}}]{{0,60}}?,\s(?P<who>{LIST})",
    # “A meeting of the Council with addresses by X and Y”.
    rf"\bwith\s(?:[a-z-]+\s){{0,2}}(?:addresses|an\saddress|speeches|a\sspeech|statements|a\sstatement|remarks|interventions|presentations)\s(?:by|from)\s(?:the\s)?(?P<who>{LIST})",
    # “The Council bid farewell to X at its meeting”.
    rf"\b(?:bid|bids|bade|said|says|bidding|saying)\s(?:farewell|goodbye|good-bye)\sto\s(?:its\s|the\s|outgoing\s)*(?P<who>{LIST})(?=[^;.]{{0,90}}?\b(?:at|in|during)\s)",
)


_NAMED_BY_PLACE = pattern(
    r"{L}\s{F}|{G}(?:\s\([^()]*\))?\s(?:in|that|which)\s|\b(?:attends?|take\spart\sin|participates?\sin|at)\s(?:the|this\syear['’]s)\s(?:[\w-]+\s)?{G}"
)


@needing(pattern(r"{FG}"))
def rounds(view: View) -> Iterator[Draft]:
    """The rounds, sessions and summits that a sentence tells of, as drafts."""
    if not pattern(r"{FG}").stands_in(view.main):
        return
    if not TRIGGER.stands_in(view.main) and not _NAMED_BY_PLACE.stands_in(view.main):
        return
    seen: set[str] = set()
    for rule in RULES:
        for match in view.search(rule):
            draft = _read(view, match)
            if draft is None:
                continue
            key = f"{[one.iri.value for one in draft.formats]}{draft.number}"
            if key not in seen and draft.formats[0].iri.value not in seen:
                seen |= {key, draft.formats[0].iri.value}
                yield draft


_SITTING = r"\b(?:[Rr]ound|[Mm]eetings?|[Tt]alks|[Ss]ession|[Ss]ummit|[Cc]onference|[Cc]onsultations|[Dd]iscussions?|sat|met|meets|held|took\splace|gathered|convened|came\stogether)\b[^;.]{0,120}?"
BACK = (
    rf"\b(?:[Ii]t|(?:[Tt]he|[Ii]ts)\s(?:[\w-]+\s){{0,2}}(?:round|meetings?|talks|session|discussions?|summit|consultations|conference))(?:,\s[^,;]{{1,60}},)?\s(?:was|were|will\sbe|is\sto\sbe)\s(?:also\s)?(?P<role>co-chaired|co-facilitated|co-moderated|chaired|facilitated|moderated|hosted|attended)(?:,\s[^,;{{A}}]{{2,40}},)?\s(?:\w+\s)?by\s(?:the\s)?(?:representatives\s(?:of|from)\s(?:the\s)?)?(?:(?P<joint>the\s[Cc]o-[Cc]hairs\sof\sthe\s(?:{{F}}|\w+)[:,]\s))?(?P<who>{LIST})",
    # “The session, which was chaired by X, was opened by Y.”
    rf"\b[Tt]he\s(?:[\w-]+\s){{0,2}}(?:round|[Mm]eetings?|talks|[Ss]ession|discussions?|[Ss]ummit|consultations|[Cc]onference),?\s(?:which|that)\s(?:was|were|is|will\sbe)\s(?:also\s)?(?P<role>co-chaired|chaired|facilitated|hosted|attended|opened)\sby\s(?:the\s)?(?P<who>{LIST})",
    rf"^\W*[Tt]he\s(?:[\w-]+\s)?(?:round|meetings?|talks|session|discussions?|summit|consultations|conference)\b[^;.{{A}}]{{0,40}}?(?:,\s(?:which|that)\s[^;]{{0,90}}?,)?\s(?:was|were)\s(?P<role>opened|closed|inaugurated)\sby\s(?:the\s)?(?P<who>{LIST})",
    # “X, who chaired the summit jointly with Y and Z”.
    rf"(?P<who>{{A}}),\swho\s(?:had\s|also\s)?(?P<role>chaired|co-chaired|hosted)\sthe\s(?:[\w-]+\s)?(?:round|meeting|talks|session|discussions?|summit|conference)\b(?:\s(?:jointly|together)\swith\s(?:the\s|its\s|[a-z-]+,\s)*(?P<more>{LIST}))?",
    # “A was represented by X, B by Y and C by Z”: each by the one behind it.
    rf"(?:{{SEGL}}|[Tt]he\s[Ss]ides)\s(?:was|were|is|are)\s(?P<role>represented)\sby\s(?P<who>{LIST})(?!(?:,[^;.]{{0,90}})?,?\s(?:and\s)?(?:the\s)?{{SEGL}}\sby\s|\sby\s)",
    r"{SEGL}\s(?:was|were|is|are)\s(?P<role>represented)\sby\s(?:the\s)?(?P<who>{A})(?=(?:,[^;.]{0,90}?)?,?\s(?:and\s)?(?:the\s)?{SEGL}\sby\s)",
    r"(?<=[a-z,{A}])\s(?:and\s)?(?:the\s)?{SEGL}\s(?P<role>by)\s(?:its\s|the\s)?(?:(?:{A}|[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}),\s(?:[a-z-]+\s){1,6})?(?P<who>{A})",
    rf"(?P<who>{LIST}),?\s(?:jointly\s|both\s)?(?P<role>co-facilitated|co-chaired|co-moderated|chaired|facilitated|moderated)\s(?:it\b|(?:the|this)\s(?:[a-z]+\s)?(?:proceedings|meeting|round|session|discussions?|talks)\b)",
    # “In the chair were the three Co-Chairs: A, B and C”; “A presided over the talks”.
    rf"\b[Ii]n\sthe\s(?P<role>chair)\s(?:was|were)\s(?:the\s(?:two\s|three\s)?(?P<joint>(?:{{F}}|[Cc]o-[Cc]hairs)[:,]\s))?(?:the\s)?(?:{{SEG}}['’]s\s)?(?P<who>{LIST})",
    rf"(?P<who>{LIST}),?\s(?:again\s|jointly\s)?(?P<role>presided)\sover\s(?:it\b|(?:the|these|both|all)\s(?:[\w-]+\s){{0,4}}?(?:rounds?|meetings?|talks|negotiations|sessions?|discussions?|summit|consultations|conference)\b)",
    # “A round table followed, which A moderated.”
    rf",\swhich\s(?P<who>{LIST})(?:,\s[^,;{{A}}]{{2,80}})?,?\s(?:also\s|jointly\s)?(?P<role>moderated|chaired|co-chaired|facilitated|hosted|opened|attended)(?=[.,;]|\s(?:together|jointly|on|in|at)\b|\W*$)",
    rf"(?P<who>{LIST}),?\s(?:also\s|both\s|jointly\s|(?:was|were)\s(?:also\s)?among\s(?:those\swho|the\sspeakers\swho)\s)?(?P<role>addressed|spoke\s(?:at|to|before))\sthe\s(?:(?:special|extraordinary|same|opening|closing|plenary|joint)\s)?(?:Council|Forum|Committee|[Mm]eeting|[Ss]ession|[Pp]articipants)\b",
    # “Among those who addressed the session were X and Y”, “X was among the speakers”.
    rf"\b[Aa]mong\s(?:those|the\s\w+)\swho\s(?:also\s)?(?P<role>addressed|spoke\s(?:at|to|before))\sthe\s(?:[a-z]+\s)?(?:Council|Forum|Committee|[Mm]eeting|[Ss]ession)\s(?:was|were)\s(?:also\s)?(?:the\s)?(?P<who>{LIST})",
    rf"(?P<who>{LIST}),?\s(?:was|were)\s(?:also\s)?(?P<role>among)\sthe\sspeakers\b",
    # “Sat under A's chairmanship”, “was opened this morning by A”.
    rf"{_SITTING}\b(?P<role>under)\s(?P<who>{{A}})['’]s\s(?:chairmanship|chairpersonship)\b",
    rf"{_SITTING}\b(?P<role>under)\sthe\s(?:chairmanship|chairpersonship)\sof\s(?:the\s)?(?P<who>{LIST})",
    rf"\b(?:[Rr]ound|[Mm]eeting|[Ss]ession|[Ss]ummit|{{FG}})\s[^;.{{A}}]{{0,40}}?\bwas\s(?P<role>opened)\s[^;.{{A}}]{{0,40}}?by\s(?:the\s)?(?P<who>{LIST})",
    rf"\b[Tt]hose\s(?P<role>taking)\spart,\swho\scame\sfrom\s(?P<who>{LIST})",
    rf"(?P<who>{LIST})\s(?P<role>led|headed|represented)\s(?:the\s)?(?:\w+\s)?(?:{{DSEG}}\s)?(?:delegations?|sides?)\b",
)
PREVIOUS = (
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?P<noun>(?:previous|preceding|last|latest)\s(?:(?:\w+|(?P<body>{F}))\s)?(?:round|meeting|session|one))(?:\sof\s(?:talks|negotiations|consultations|discussions))?"
    r"(?:\s(?:of|in)\s(?:the\s)?(?P<of>{F})|\sin\s(?:this|that|the\ssame)\s(?:format|composition|circle|setting)|\sof\s(?:this|that)\skind|\sunder\s(?:the\s)?(?P<under>{A}|{S}))?,?\s(?:which\s|that\s)?"
    r"(?P<held>(?:(?:was\s|were\s)?held|took\splace|(?=(?:in|on)\s{N}))[^;.]{0,60})"
)
OF_TAKING_PART = Trigger(
    r"\b(?:(?:co-)?(?:chaired|facilitated|moderated)|hosted|attended|addressed|represented|led|headed|opened|closed|inaugurated|presided|chair)\b",
    r"\btaking part\b|\bspoke (?:at|to|before) the\b|\bamong the speakers\b|\bunder\s(?=[^;.]{1,60}chairpersonship|[^;.]{1,60}chairmanship)|\bwas opened\b",
)
OF_NEXT = Rule(r"\b(?:round|meeting|session|talks|one|meet|reconvene)\b")
BACK_ROLES = {
    "co-chaired": "co-chair",
    "co-facilitated": "co-facilitator",
    "co-moderated": "co-chair",
    "chaired": "chair",
    "facilitated": "chair",
    "moderated": "chair",
    "hosted": "host",
    "under": "chair",
    "chair": "chair",
    "presided": "chair",
}


NEXT_OF = rf"\b(?:[Tt]he|[Aa]|[Ii]ts)\s(?P<noun>(?:next|following|forthcoming|further)\s(?:\w+\s)?(?:round|meeting|session|talks))\s(?:of|in|within)\s(?:the\s)?{BODY}(?P<held>[^;.]{{0,80}})"
NEXT_BODY = rf"\b(?:[Tt]he|[Aa]|[Ii]ts)\s(?:next|following|forthcoming|further)\s(?:(?:regular|ordinary|scheduled|formal|full|extraordinary|special)\s)?{BODY}\s(?P<noun>round|meeting|session|talks)(?P<held>[^;.]{{0,80}})"
NEXT = r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?P<noun>(?:next|following|forthcoming)\s(?:(?:\w+|{L})\s)?(?:round|meeting|session|talks|one))(?:\sof\s(?:talks|negotiations|consultations|discussions))?,?\s(?P<held>[^;.]{0,60})"


_OUGHT = re.compile(r"^[^,;]{0,40}?\b(?:should|must|ought\sto)\b")


def _of_next(held: str) -> Factuality:
    """Whether the next round is planned, or only asked for: “should be held soon”."""
    return Factuality.CALLED_FOR if _OUGHT.match(held) else Factuality.PLANNED


@needing(OF_NEXT)
def next_round(view: View) -> Iterator[Draft]:
    """“The next round is scheduled for …” of the format that was told of last."""
    if not OF_NEXT.stands_in(view.main):
        return
    for named in (*view.search(NEXT_OF), *view.search(NEXT_BODY)):
        bodies = [one for one in view.things(named["body"], "FG") if is_body(one)]
        if bodies and not re.search(r"\b(?:was|were|took place)\b", named["held"]):
            factuality = _of_next(named["held"])
            start, end = when(view, named.end("noun"), factuality)
            yield Draft.of(
                view,
                "Meeting",
                factuality,
                "round.next",
                formats=(bodies[0],),
                start=start,
                end=end,
                places=where(view, named.end("body")),
                event_kind="round" if bodies[0].kind == "format" else "session",
            )
            return
    body = view.document.round_of or only_format(view)
    yield from _numbered(view, body)
    yield from _again(view, body)
    previous = pattern(PREVIOUS).search(view.unquoted)
    if previous is not None:
        said = view.things(f"{previous['body'] or ''}{previous['of'] or ''}", "F")
        # “The previous one” needs a round told before.
        last = (
            view.document.round_of if previous["noun"].endswith("one") else body or named_last(view, previous.start())
        )
        body = said[0] if said else last
    if body is not None and previous is not None:
        start, end = when(view, previous.start("noun"), Factuality.PRESUPPOSED)
        yield Draft.of(
            view,
            "Meeting",
            Factuality.PRESUPPOSED,
            "round.previous",
            parties=people_of(view.parties(previous["under"])),
            formats=(body,),
            start=start,
            end=end,
            places=where(view, previous.end("noun")),
            event_kind="round" if body.kind == "format" else "session",
        )
        return
    match = pattern(NEXT).search(view.main)
    if match is not None and _NO_DATE.search(view.main, 0, match.start()):
        return
    body = body or (named_last(view, match.start()) if match is not None else None)
    if body is None or match is None or view.things(match["held"], "F"):
        return
    factuality = _of_next(match["held"])
    start, end = when(view, match.start("noun"), factuality)
    yield Draft.of(
        view,
        "Meeting",
        factuality,
        "round.next",
        formats=(body,),
        start=start,
        end=end,
        places=where(view, match.end("noun")),
        event_kind="round" if body.kind == "format" else "session",
    )


# “Participants agreed to meet again on 26 and 27 March.”
_MEET_AGAIN = re.compile(
    r"\b(?:agreed|decided|plan|are\sdue|are\sto|will|intend|are\sscheduled)\s(?:to\s)?(?:meet\s(?:again|next)|reconvene|next\smeet)\b"
)


# “The Group decided to meet in X in April.”
_BODY_TO_MEET = r"(?P<body>{F})(?:\s[a-z]+)?\s(?:has\s|have\s)?(?:agreed|decided|resolved|plans?|intends?)\sto\s(?:meet|reconvene|gather|convene)\b"


def _again(view: View, body: Thing | None) -> Iterator[Draft]:
    """The next round of the format that is told of, on a day on which its participants are to meet again."""
    match = _MEET_AGAIN.search(view.main)
    own = pattern(_BODY_TO_MEET).search(view.main)
    if match is None and own is not None:
        match, body = own, view.things(own["body"], "F")[0]
    if match is None or body is None or body.kind != "format" or people_of(view.main_subject):
        return
    start, end = when(view, match.end(), Factuality.PLANNED)
    if start is not None:
        yield Draft.of(
            view,
            "Meeting",
            Factuality.PLANNED,
            "round.next",
            formats=(body,),
            start=start,
            end=end,
            places=where(view, match.end()),
            event_kind="round",
        )


# “A date for the next round has not been set.”
_NO_DATE = re.compile(r"\b(?:[Nn]o|[Aa]|[Tt]he)\s(?:\w+\s)?(?:dates?|venue|place)\s(?:for|of)\s$")


SINCE = r"\b(?:first|second|third|last|latest)\s(?:such\s|formal\s|official\s)?(?P<noun>round|meeting|session)\s(?:(?:in|of)\s(?:this|the)\s(?:format|framework|{FG})\s)?(?:since|after)\s(?=(?P<rest>[^;,]{0,30}))"


def since(view: View) -> Iterator[Draft]:
    """“The first such round since June 2014”: there was one then."""
    if " since" not in view.main:
        return
    match = pattern(SINCE).search(view.main)
    if match is None:
        return
    named = view.things(view.main[: match.end()], "F")
    body = named[-1] if named else view.document.round_of
    if body is None:
        return
    days = [one for one in dates_in(view) if 0 <= view.shape.at(one.start) - match.end() + 7 <= 12]
    if days and days[0].first < (view.document.issued or "")[: len(days[0].first)]:
        yield Draft.of(
            view,
            "Meeting",
            Factuality.PRESUPPOSED,
            "round.since",
            formats=(body,),
            start=days[0].first,
            event_kind="round" if body.kind == "format" else "session",
        )


NUMBERED = rf"\b[Tt]he\s{NUMBER}(?P<noun>meeting|round|session)\s(?:in\s(?P<place>{{L}})\s)?(?:{HELD}|(?:is|are|was|were)\s(?:now\s|also\s)?(?:planned|scheduled|foreseen|envisaged|expected|due|set)\s(?:for|in|to)\b|(?:has|have)\snot\s(?:yet\s)?(?:been\sheld|taken\splace))"


def _numbered(view: View, body: Thing | None) -> Iterator[Draft]:
    """“The 98th meeting in Ergneti has not taken place”, of the format that the release is about."""
    match = pattern(NUMBERED).search(view.main)
    if match is None:
        return
    body = sitting_in(view, match["place"]) or body
    if body is None:
        return
    view.document.round_of = body
    factuality = of_noun(view.main, match.start("noun"), match.end("noun"))
    start, end = when(view, match.start("noun"), factuality)
    yield Draft.of(
        view,
        "Meeting",
        factuality,
        "round.numbered",
        formats=(body,),
        number=number_of(match["number"]),
        start=start,
        end=end,
        places=tuple(view.things(match["place"] or "", "L")) or where(view, match.end()),
        event_kind="round" if body.kind == "format" else "session",
    )


def only_format(view: View) -> Thing | None:
    """The one format that the release has named so far."""
    named = {
        item.entries[0].thing.iri: item.entries[0].thing
        for items in view.document.items[: view.paragraph.index + 1]
        for item in items
        if item.code == "F" and item.entries
    }
    widest = min((thing.key for thing in named.values()), key=len, default="")
    alike = all(thing.key.startswith(widest) for thing in named.values())
    return max(named.values(), key=lambda thing: len(thing.key)) if named and alike else None


def named_last(view: View, position: int, here: bool = False) -> Thing | None:
    """The format that the paragraph, or the sentence alone, names last before a position of the shape.

    Its name may stand within an office: “the Co-Chairs of the Discussions A and B”.
    """
    end = view.shape.start(min(position, len(view.text) - 1))
    begin = view.sentence.start if here else 0
    named = [one for one in view.paragraph.names if one.code == "F" and one.entries and begin <= one.start < end]
    return named[-1].entries[0].thing if named else None


def sitting_in(view: View, place: str | None) -> Thing | None:
    """The format that is named by the place where it sits: the mechanism “in Ergneti”."""
    for city in view.things(place or "", "L"):
        for (kind, _), thing in view.document.words.things.items():
            if kind == "format" and thing.label.endswith(f" in {city.label}"):
                return thing
    return None


def _told_of_role(view: View, match: re.Match[str]) -> Factuality:
    """Whether somebody chaired or attended, or is to: “it will be chaired by X”, “X, who chaired the summit”."""
    if re.search(r"\b(?:will|is\sto)\sbe\s(?:\w+\s)?$", match.string[: match.start("role")]):
        return Factuality.PLANNED
    if match.end("who") <= match.start("role") and "who" in match.string[match.end("who") : match.start("role")]:
        return of_verb(match.string, match.end("who"), match.start("role"), match["role"])
    return of_noun(view.main, match.start(), match.start("role"))


# Rules for what a relative clause tells, which is blanked out elsewhere.
_IN_CLAUSE = frozenset(rule for rule in BACK if re.search(r"taking|who\\s|which\|that|^,\\swhich", rule))


@needing(OF_TAKING_PART)
def taking_part(view: View) -> Iterator[Draft]:
    """Who chaired or attended “the round” or “it”: adds to the meeting told before."""
    if not OF_TAKING_PART.stands_in(view.unquoted):
        return
    for rule in BACK:
        for match in pattern(rule).finditer(view.unquoted if rule in _IN_CLAUSE else view.main):
            parties = [
                one
                for one in view.parties(f"{match['who']} {match.groupdict().get('more') or ''}")
                if one.thing.kind != "format"
            ]
            if not parties or (match["role"] == "by" and "represented by" not in view.main[: match.start()]):
                continue
            role = "co-chair" if match.groupdict().get("joint") else BACK_ROLES.get(match["role"])
            yield Draft.of(
                view,
                "Meeting",
                _told_of_role(view, match),
                "round.parties",
                parties=parties,
                roles={one.thing.iri.value: role for one in parties} if role else {},
                refers_back=True,
            )


def is_body(thing: Thing) -> bool:
    return thing.kind == "format" or thing.category == "DecisionBody"


_MARGINS = re.compile(r"\b(?:margins|sidelines|fringes)\sof\s(?:the\s)?(?:[\w-]+\s){0,3}$")


# “Was held in X in the framework of the 17th Council”: a session of many, and not a format.
_FRAMEWORK = re.compile(r"\b(?:framework\sof|held\s(?:in\s\S+\s)?within)\s(?:the\s)?(?:[\w-]+\s){0,3}$")


# “The format cannot be convened at present”: nothing was held, or is to be.
_CANNOT = re.compile(r"\bcan(?:not|\snot|['’]t)\b")
_CLOSED = re.compile(r"closed|opened|ended|concluded|started|resumed")
_OF_THINGS = re.compile(
    r"\s(?:its|their|his|her|an?|the|that)\b|\s(?!(?:this|always|towards|afterwards|as)\b)[a-z]{3,}s\b"
)
FEW = 10


# “A meeting of the Group, scheduled for Friday in X, came to nothing.”
_PLANNED_IN = r",\s(?:which\s(?:had\sbeen|was)\s)?(?:scheduled|planned|foreseen|set|called|envisaged)\s[^,;]{0,40}?\bin\s(?P<place>{L})"


def _at_margins(view: View, match: re.Match[str]) -> bool:
    """Whether a round or session is only the occasion on whose margins something was."""
    before = view.main[: match.start("body")]
    numbered = match.groupdict().get("number") and not view.things(match["body"], "F")
    return _MARGINS.search(before) is not None or bool(numbered and _FRAMEWORK.search(before))


def _known_day(view: View, match: re.Match[str], day: str | None) -> str | None:
    """The day of a round or session; of such an occasion the release's own day says nothing, where the sentence does not name it."""
    by_default = day == view.document.issued and not names_day(view, day)
    return None if by_default and _at_margins(view, match) else day


def _read(view: View, match: re.Match[str]) -> Draft | None:
    groups = match.groupdict()
    bodies = [one for one in view.things(match["body"], "FG") if is_body(one)]
    if not bodies:
        return None
    # “Talks on the settlement process in the 5+2 format” are a round of the format.
    inner = pattern(r"^\sin\sthe\s(?P<body>{F})").match(view.main[match.end("body") :])
    subjects = bodies[:1] if inner is not None else []
    bodies = view.things(inner["body"], "F") if inner is not None else bodies
    noun = (groups.get("noun") or "").lower()
    if groups.get("yearly") and not bodies[0].label.endswith("Ministerial Council"):
        return None
    if groups.get("summit") and not noun:
        if "ummit" not in _words(view, match["body"]):
            return None
        noun = "summit"
    number = number_of(groups.get("number"))
    # “The first round since June” is no round number 1.
    if (
        number is not None
        and number < FEW
        and re.match(
            r"[^;.]{0,20}?\s(?:since|after|this\s(?:year|month|week)|of\sthe\syear)\b", view.main[match.end() :]
        )
    ) or (number is not None and re.search(r"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s$", view.main[: match.start()])):
        number = None
    held = groups.get("held") or ""
    if _CANNOT.search(view.main, match.start("body"), match.end()) is not None:
        return None
    if _CLOSED.fullmatch(held) and _OF_THINGS.match(view.main, match.end("held")):
        # “The Group concluded a visit”, “the meetings of the Mechanism, the talks, closed crossings”: a list of things.
        return None
    if groups.get("sat") and people_of(view.main_subject):
        # “The two negotiators will meet in the format”: these people will.
        return None
    trigger_start = match.start("body")
    factuality = _factuality(view, match, noun, held)
    if (
        number is None
        and not held
        and not groups.get("summit")
        and not groups.get("place")
        and not groups.get("yearly")
        and not groups.get("setting")
        and not groups.get("led")
        and "held" not in match[0]
        and "holds" not in match[0]
        and not (groups.get("wished") and factuality is Factuality.CALLED_FOR)
    ):
        return None
    if held in {"met", "meets", "gathered"} and view.things(match["body"], "F"):
        return None
    factuality = told(view, trigger_start, factuality)
    if re.search(
        r"\b(?:agreed|adopted|signed|established|approved|set\sup|founded|endorsed)\b[^;.]{0,60}?\b(?:at|during)\s(?:the\s)?$",
        view.main[: match.start()],
    ):
        factuality, trigger_start = Factuality.PRESUPPOSED, match.start()
    behind = None if held else pattern(HELD).search(view.main, match.end(), match.end() + 80)
    told_end = held if behind is None else behind[0]
    start, end = lasting(view, told_end, *when(view, trigger_start, factuality))
    recent = is_recent(view.document.issued, start or end)
    if factuality is Factuality.PRESUPPOSED and recent and (groups.get("setting") or ENDING.search(held)):
        factuality = Factuality.HAPPENED
    if factuality is Factuality.PRESUPPOSED and start == view.document.issued:
        start = end = None
    places = tuple(view.things(groups["place"], "L")) if groups.get("place") else where(view, match.end())
    if not places and groups.get("yearly"):
        places = where(view, match.end("body"))
    if not places and factuality is Factuality.DENIED:
        planned = pattern(_PLANNED_IN).search(match[0])
        places = tuple(view.things(planned["place"], "L")) if planned is not None else ()
    if not places and (held or behind is not None):
        # A clause stands between, or the place before what the match ends in.
        places = where(view, match.end("held") if behind is None else behind.end())
    if not places and held:
        places = where(view, match.start("held"))
    if (_CLOSED.fullmatch(held) or held == "will resume") and not noun and not places and not dates_in(view):
        # “Hopes in the format ended.”
        return None
    if groups.get("led") and not places and not any(one.first in {start, end} for one in dates_in(view)):
        # What somebody does as a rule, or did in his career.
        return None
    draft = Draft.of(
        view,
        "Meeting",
        factuality,
        "round",
        formats=(bodies[0],),
        number=number,
        start=_known_day(view, match, start),
        end=_known_day(view, match, end),
        places=places,
        frames=_at_margins(view, match),
        event_kind="summit" if "summit" in noun else ("session" if bodies[0].category == "DecisionBody" else "round"),
    )
    draft.discusses += subjects
    if factuality is not Factuality.PRESUPPOSED:
        _roles(view, draft)
    _spoken_there(view, draft, match)
    return draft


_REMARKS_CAME = re.compile(
    r"^\W*(?:The|His|Her)\s(?:[a-z]+\s)?(?:remarks|comments|statement|speech|address|call|appeal|words|announcement)\s(?:came|comes|(?:was|were)\s(?:made|delivered|given|issued))\s[^;,.]{0,40}?\b(?:at|during|in)\s"
)


def _spoken_there(view: View, draft: Draft, match: re.Match[str]) -> None:
    """Adds who spoke at a round, or after it where it was held, as the release's dateline has it: then it was that day, and he sat in it by office."""
    if draft.factuality is Factuality.HAPPENED and _urged_there(view, match):
        draft.parties += [one for one in people_of(view.main_subject) if one.thing.iri.value not in draft.actors]
    speaker = view.document.subject or view.document.protagonist
    open_to = draft.factuality is Factuality.HAPPENED and not people_of(draft.parties)
    if open_to and speaker is not None and _REMARKS_CAME.match(view.main) is not None:
        # “The remarks came at the opening of the Council”: of the one whose words were told before.
        draft.parties.append(Party(speaker, confidence=Confidence.MEDIUM))
    if not match.groupdict().get("spoke"):
        return
    draft.places = draft.places or where(view, match.end())
    stated = {one.value.casefold() for one in view.document.release.places}
    if draft.factuality is Factuality.PRESUPPOSED and any(one.label.casefold() in stated for one in draft.places):
        draft.factuality = Factuality.HAPPENED
        draft.start, draft.end = when(view, match.start("body"), Factuality.HAPPENED)
    if draft.factuality is Factuality.HAPPENED:
        draft.parties += [one for one in people_of(view.main_subject) if _sits_in(view, one, draft.formats[0], draft)]


def _sits_in(view: View, party: Party, body: Thing, draft: Draft) -> bool:
    """Whether somebody who speaks after a round has an office in its format, and is not told as taking part already."""
    posts = party.posts or view.document.posts_of(party.thing)
    return party.thing.iri.value not in draft.actors and any(
        rank not in {"former", "designate"} and (post.organization == body or body.label in post.label)
        for post, rank in posts
    )


# The round's own clause behind it.
_TO_BE_HELD = re.compile(
    r",?\s(?:(?:that|which)\s(?:will|(?:is|are)\s(?:due|scheduled|set|planned|expected)?\s?to)|(?:(?:due|scheduled|set|planned)\s)?to)\s(?:be\sheld|take\splace|be\sconvened)$"
)


def _factuality(view: View, match: re.Match[str], noun: str, held: str) -> Factuality:
    """Whether a round that a rule matched is told as held, planned, asked for or cancelled."""
    groups = match.groupdict()
    if groups.get("summit") or (groups.get("place") and noun in {"meetings", "sessions", "talks"}):
        factuality = Factuality.PRESUPPOSED
    else:
        factuality = of_noun(view.main, match.start(), match.end("noun") if groups.get("noun") else match.end("body"))
        if re.match(r"(?i)ahead|prior|on\sthe\seve|before", groups.get("setting") or "") and _is_to_come(
            view, match.end()
        ):
            factuality = Factuality.PLANNED
        if re.match(r"should|must|need|ought", groups.get("wished") or ""):
            factuality = Factuality.CALLED_FOR
        if groups.get("sat"):
            factuality = of_verb(view.main, match.start(), match.start("sat"), groups["sat"])
        if groups.get("gathered"):
            factuality = of_verb(view.main, match.start("gathered"), match.end("gathered"), groups["gathered"])
        attending = pattern(rf"{_ATTENDING_THE}$").search(view.unquoted, 0, match.start("body"))
        if groups.get("yearly") and attending is not None:
            attended = of_verb(view.unquoted, 0, attending.start(), attending[0].split()[0])
            # Who could not come, or is asked to, says nothing of the session.
            told_of = attended in {Factuality.HAPPENED, Factuality.PLANNED}
            return attended if told_of else Factuality.PRESUPPOSED
        if groups.get("yearly") and factuality is Factuality.HAPPENED:
            coming = PLANNED.search(view.main, 0, match.start()) is not None
            factuality = Factuality.PLANNED if coming and groups["place"] else Factuality.PRESUPPOSED
        if factuality is Factuality.CALLED_FOR and _TO_BE_HELD.search(view.main, 0, match.end()) is not None:
            # “Called on the sides to make good use of the talks that will take place in May”.
            factuality = Factuality.PLANNED
        if factuality is Factuality.CALLED_FOR and _urged_there(view, match):
            factuality = Factuality.HAPPENED
        if held and factuality is Factuality.HAPPENED:
            if re.search(r"\b(?:not|cancelled|postponed)\b", held):
                factuality = Factuality.DENIED
            elif re.search(r"\b(?:will|to be|expected|due|scheduled|set)\b", held):
                factuality = Factuality.PLANNED
            elif re.match(r"could be", held):
                factuality = Factuality.CALLED_FOR
    return factuality


# “Urged the sides to keep the momentum in the process in talks that concluded today”.
_THERE = re.compile(
    r"\s(?:in|at|during)\s(?:the\s)?(?:[\w-]+\s){0,3}?(?:talks|meetings?|sessions?|rounds?|consultations|negotiations|discussions|conference)\s(?:that|which)\s$"
)
_WAS_HELD = re.compile(
    r"(?:has\s)?(?:concluded|ended|closed|opened|began|started)|took\splace|(?:was|were)\s(?:held|convened)"
)


def _urged_there(view: View, match: re.Match[str]) -> bool:
    """Whether what somebody asked for was asked at a round that the sentence tells as held."""
    held = match.groupdict().get("held")
    if not held or _WAS_HELD.fullmatch(held) is None:
        return False
    return _THERE.search(view.main, match.end("body"), match.start("held")) is not None


def _is_to_come(view: View, position: int) -> bool:
    """Whether the first day that a sentence names behind a position of the shape is still to come."""
    days = [one for one in dates_in(view) if view.shape.at(one.start) >= position]
    return bool(days) and days[0].first > (view.document.issued or "")[: len(days[0].first)]


def _words(view: View, stretch: str) -> str:
    """The items of a stretch as they are written."""
    return " ".join(view.paragraph.text[item.start : item.end] for item in view.shape.found(stretch))


def number_of(words: str | None) -> int | None:
    if not words:
        return None
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else ORDINALS.get(words.lower())


def _roles(view: View, draft: Draft) -> None:
    known = {party.thing.iri.value for party in draft.parties}
    for rule, role in ROLES:
        for match in view.search(rule):
            for party in view.parties(match["who"]):
                if party.thing not in draft.formats and party.thing.iri.value not in known:
                    known.add(party.thing.iri.value)
                    draft.parties.append(party)
                    draft.roles[party.thing.iri.value] = role
    for rule in TAKING_PART:
        for match in view.search(rule):
            if match.groupdict().get("coming") and draft.factuality is not Factuality.PLANNED:
                continue
            for party in view.parties(match["who"]):
                if party.thing not in draft.formats and party.thing.iri.value not in known:
                    known.add(party.thing.iri.value)
                    draft.parties.append(party)
