"""The rules for meetings and calls, in the order in which they are tried."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from kg.extract.actor_lists import ACTOR, ALL, INCLUDING, LIST, OBJECT, SUBJECT
from kg.extract.draft import Draft
from kg.extract.meetings import (
    ahead,
    consultations,
    encounters,
    groups,
    holding,
    hospitality,
    not_had,
    nouns,
    programmes,
    receptions,
    refusals,
    sequel,
    telephone,
    turns,
    verbs,
)
from kg.extract.meetings.groups import DIRECT, GROUP
from kg.extract.meetings.hospitality import add_host, mark_guests
from kg.extract.meetings.repeated import repeated
from kg.extract.meetings.wording import (
    GAP,
    HELD,
    JOINT_GAP,
    LEADERS,
    LEADERS_NAMED,
    MET_GAP,
    OF_TALKS,
    PEOPLE,
    RECEIVED,
    SAT_WITH,
    SHORT_GAP,
    SPOKE,
    SPOKEN,
    TALKS,
    TRIGGER,
    VERBS,
    WITH_WHOM,
)
from kg.extract.plurals import PLURAL
from kg.extract.view import View
from kg.text.rule import Triggered, triggered, triggers
from kg.text.shape import pattern

# What triggers a rule (what a sentence must hold for it to be tried), the rule, and its reader; the first that reads a
# stretch wins.
# “The Minister's first talks with”, but not “the Minister's remarks after talks with”.
_OWNER = rf"(?:(?P<owner>{LIST})['’]s?\s(?:(?!(?:after|before|following|during|in|on|at|for|about|ahead|amid)\s)[\w-]+\s){{0,3}}?)?"
# What stands between two who received somebody one after the other.
_IN_TURN = r"(?:later|then|thereafter|afterwards|subsequently|after\s(?:him|her|that)|(?:in|during|over)\s(?:the\s)?(?:course\sof\sthe\s)?(?:afternoon|evening|morning|day|lunch|dinner|breakfast)|at\s(?:noon|midday|night)|the\s(?:same|next|following)\s(?:afternoon|evening|morning|day)|an\shour\slater)"
RULES = (
    (r"\swith\s[^;]*\s(?:was|were|been)\s", refusals.NOT_GRANTED, refusals.not_granted),
    (r"^\W*With\s[^;]*\sno\s", refusals.NONE_WITH, refusals.not_granted),
    (refusals.OF_REQUEST, refusals.REQUEST, refusals.not_granted),
    (r"\b[Nn]either\s", not_had.NEITHER, not_had.not_had),
    (r"\s(?:that|which)\s[^;]*\sto\s", not_had.CALLED_OFF, not_had.not_had),
    (r"\s(?:not|never|refused)\s", not_had.THE_TWO, not_had.of_several),
    (turns.OF_THOSE, turns.THOSE, turns.those),
    (turns.OF_TURN, turns.TURN, turns.turn),
    (turns.OF_DID_SO, turns.DID_SO, turns.did_so),
    (turns.OF_SECOND, turns.SECOND, turns.second),
    (turns.OF_TWICE, turns.TWICE, turns.twice),
    (turns.OF_ARRANGED, turns.ARRANGED, turns.of_all_named),
    (turns.OF_OVER_MEAL, turns.OVER_MEAL, turns.of_all_named),
    (turns.OF_CALL_FROM, turns.CALL_FROM, turns.of_two),
    (turns.OF_WHEN_BOTH, turns.WHEN_BOTH, turns.of_two),
    (turns.OF_INVITED, turns.INVITED_FOR, turns.invited_for),
    (refusals.OF_ASKING, refusals.ASKED_FRONTED, refusals.not_granted),
    (refusals.OF_HOPE, refusals.HOPED, refusals.not_granted),
    (
        r"^\W*{A},\s{A}\s",
        r"^\W*(?P<subject>{A}),\s(?P<object>{A})\s(?P<verb>discuss|meet|hold|exchange|agree|talk|speak|reaffirm)\b",
        verbs.headline,
    ),
    (
        r"\b[Mm]eetings?\s(?:is|are|was|were)",
        r"\b(?P<talks>[Mm]eetings?)\s(?:is|are|was|were)\s(?:also\s)?(?:planned|scheduled|foreseen|expected|envisaged)\s"
        rf"(?:{{N}}\s|for\s{{N}}\s)?(?P<joint>with|between|of)\s(?P<object>{OBJECT})",
        nouns.meetings_planned,
    ),
    (
        r"\s(?:hosted|given|offered)\sby\s",
        rf"\b(?:[Aa]n?|[Tt]he)\s(?:[\w-]+\s){{0,2}}?(?P<talks>dinner|lunch|luncheon|breakfast|reception)\s(?P<verb>hosted|given|offered)\s(?:[^;,{{A}}]{{0,30}}?\s)?by\s(?P<object>{OBJECT})",
        nouns.meal,
    ),
    (
        r"\b(?:received|welcomed|briefed|hosted)\sby\s",
        rf"\b[Tt]he\s(?:(?P<whose>{{SGD}})\s)?(?P<guest>official|guests?|visitors?|diplomat|envoy|mediator|delegation|parliamentarians)\s(?:was|were|(?:had|has|have)\sbeen)\s(?:(?:also|then|later)\s)*(?P<verb>received|welcomed|briefed|hosted)\s[^;.,{{A}}]{{0,40}}?by\s(?P<subject>{OBJECT})",
        receptions.received_guest,
    ),
    (
        r"\b(?:report|present|hand)(?:s|ed)\b[^;]*\sto\s",
        rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>reported|reports|presented|presents|handed)\s(?:[^;.{{A}}]{{0,60}}?\s)?to\s(?:the\s)?(?P<object>{{A}})(?=(?:\stoday|\syesterday)?\sin\s{{L}})",
        receptions.reported,
    ),
    (
        r"\bwith\s[^;]*\b(?:was|were|took\splace|followed|take\splace|completed|concluded|rounded|closed|ended)\b",
        rf"\b[Aa](?:nother)?\s(?:[\w-]+\s){{0,2}}?(?P<talks>meeting|conversation|discussion|exchange|round\s?table|debate|lunch|dinner|breakfast)\swith\s{GROUP}(?:,\s[^;.{{A}}]{{0,60}}|,\s(?:led|headed)\sby\s{{A}})?,?\s[^;.{{A}}]{{0,40}}?\b(?P<verb>(?:was|were)\s(?:also\s)?(?:held|cancelled|called\soff)|took\splace|followed|did\snot\stake\splace|(?:completed|concluded|rounded\soff|closed|ended)\s(?:the|his|her|their)\s(?:day|visit|programme|trip|stay))\b",
        groups.with_a_group,
    ),
    (
        r"\b[Nn]o\b",
        rf"\b[Nn]o\s(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})\s(?:(?:between|with|of|among)\s(?P<object>{OBJECT})\s?)?(?:could|was|were|took|has|had|would|$|(?=[.,;]))"
        r"(?:\s(?:not\s)?(?:be\s|been\s)?(?:held|place|possible))?",
        nouns.none_held,
    ),
    (
        r"\b(?:[Mm]eeting|[Hh]aving|[Rr]eceiving|[Hh]osting|[Ww]elcoming)\b",
        rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?P<verb>(?:(?:After|Following|While|When|Before|Upon|By)\s)?(?:[Mm]eeting|[Hh]aving\s(?:(?:also|first|earlier|already|\w+ly)\s)?(?:met|received|hosted|seen)|[Rr]eceiving|[Hh]osting))"
        rf"{MET_GAP}\s(?:with\s)?(?P<object>{OBJECT})[^;]{{0,80}}?,\s(?P<subject>{LIST})",
        verbs.participle,
    ),
    (
        # “Joined in meetings at the Ministry by Y and Z, X …”.
        r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:Joined|Accompanied)\s(?:in|at|for|during)\s",
        rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?P<verb>Joined|Accompanied)\s(?:in|at|for|during)\s(?:(?:his|her|the|these|all|several|both)\s)?(?:[\w-]+\s)?(?:meetings?|talks|discussions?|consultations)\b[^;,.{{A}}]{{0,60}}?\sby\s(?P<object>{OBJECT}),\s(?P<subject>{LIST})",
        verbs.participle,
    ),
    (
        r"\b(?i:fixed|agreed|arranged|planned|scheduled|envisaged|confirmed|foreseen|ahead|to\scome|diary|programme|agenda)\s[^;.]{0,14}?(?:is|are)\s",
        ahead.FIXED,
        ahead.fixed,
    ),
    (r"\b(?:offered|promised|proposed\sto|suggested\sto)\s", ahead.OFFERED, ahead.offered),
    (r"\bbe\s(?:\w+\s)?(?:replaced|followed|continued|succeeded)\s", ahead.REPLACED, ahead.replaced),
    (encounters.OF_TOLD_THERE, encounters.TOLD_THERE, encounters.told_in_company),
    (
        r"\b(?i:start(?:ed|ing)|begun|beginning|opened|kicked\soff)\b[^;]*\swith\s",
        encounters.STARTED,
        encounters.started,
    ),
    (r"\b(?:venue|scene|setting|place|site)\s(?:of|for)\s", encounters.VENUE, encounters.at_venue),
    (
        r"\b(?:had\sbeen|has\sbeen|was|were|have\sbeen)\s(?:also\s|then\s)?(?:had|taken|shared|eaten|held|conducted)\s[^;]*with\s",
        encounters.TAKEN_WITH,
        encounters.taken_with,
    ),
    (
        r"\b(?:mediators|observers|guarantors|sides|parties|states|countries|participants|signatories)\s(?:[–—-]\s|\()",
        encounters.BODIES_CONFER,
        encounters.bodies_confer,
    ),
    (r"^\W*[Ww]hat\s", refusals.WHAT_NOT, refusals.left_undone),
    (r"\b(?:followed|preceded)\sby\s(?:an?|another|one)\b", sequel.ANOTHER_ONE, sequel.another_one),
    (r"\b(?:his|her|the)\s(?:guest|visitor)\b", sequel.WITH_GUEST, sequel.with_guest),
    (r"\bspent\s", sequel.TOGETHER, sequel.together),
    (r"\bin\swhose\shonou?r\b", hospitality.IN_HONOUR, hospitality.guest_or_host),
    (r"\bincluded\s", groups.INCLUDED, groups.included),
    (r"phone\b|\bvideo", telephone.SAID, telephone.said),
    (r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?[Ii]n\s[^;]*phone\s|video\s", telephone.IN_CALLS, telephone.said),
    (
        r"Speaking\s(?:to|with)\s|(?:[Ss]peaking|[Tt]alking|[Hh]aving\sspoken)\s[^;]*phone\b",
        telephone.SPEAKING,
        telephone.said,
    ),
    (encounters.OF_APPROACH, encounters.APPROACHED, encounters.approached),
    (encounters.OF_APPROACH, encounters.DRAWN_ASIDE, encounters.approached),
    (encounters.OF_RINGING, encounters.RANG, encounters.rang),
    (encounters.OF_TOLD, encounters.TOLD, encounters.told_in_company),
    (r"^\W*With\s", encounters.FRONTED, encounters.fronted),
    (encounters.OF_WHERE, encounters.WHERE, encounters.heard_there),
    (r"\binvited\s[^;]*\sfor\s", encounters.INVITED, encounters.invited),
    (r"\bbriefings?\s(?:by|from|with)\s", encounters.BRIEFED, encounters.briefed_before),
    (encounters.OF_TURN, encounters.TURN, nouns.continued),
    (
        r"\sto\sthe\s(?:residence|office|palace|seat|home)\sof\s",
        rf"(?P<subject>{SUBJECT}){SHORT_GAP}\b(?P<verb>(?:went|drove|walked|continued|proceeded|moved|flew|headed)(?:\son)?)\sto\sthe\s(?:residence|office|palace|seat|home)\sof\s(?:the\s)?(?P<object>{OBJECT})",
        receptions.paid,
    ),
    (
        rf"\band,?\s{_IN_TURN},?\s",
        rf"(?P<first>{LIST})(?:,\s[^;,{{A}}]{{2,60}})?,?\sand,?\s{_IN_TURN},?\s(?P<subject>{LIST})\s(?P<verb>received|met|saw|hosted|welcomed)\s(?:with\s)?(?:(?P<guest>(?:the|his|her|their)\s(?:guest|visitor)\b(?!['’-]))|(?:the\s)?(?P<object>{OBJECT}|{PLURAL}|him\b|her\b|them\b))",
        receptions.in_turn,
    ),
    (r"\sas\s(?:his|her|their|a|the)\sguests?\b", hospitality.HAD_AS_GUEST, hospitality.guest_or_host),
    (r"\bwhen\s[^;]*\sguest\b", hospitality.WHEN_GUEST, hospitality.guest_or_host),
    (r"\b(?:was|were)\s[^;]*\b(?:received|welcomed)\s", hospitality.EACH_RECEIVED, hospitality.each_received),
    (r"\bwith\s", programmes.INSTEAD, programmes.instead),
    (r"\b(?:invited|treated|took)\s", hospitality.INVITED, hospitality.guest_or_host),
    (r"\b(?:for|honou?r\sof)\s", hospitality.GAVE, hospitality.guest_or_host),
    (
        r"\bcall|credentials|\bvisit\s(?:on|to)\s",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>paid|pays?|made|makes?|presented|presents?|(?:hand(?:s|ed)\sover|submit(?:s|ted))(?=[^;,.]{{0,20}}(?:credentials|letters)))\s(?:a\s|his\s|her\s)?(?:[\w-]+\s(?:and\s)?){{0,4}}?"
        rf"(?P<calls>call|calls|visit|(?:letters\sof\s)?credentials){MET_GAP}\s(?:on|to)\s(?P<object>{OBJECT}(?:,?\sand\son\s{OBJECT})*)",
        receptions.paid,
    ),
    (
        r"\b[Cc]all(?:ed|s)\son\b",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>called|calls)\son\s(?P<object>{OBJECT})(?=,?\s(?:(?:in\sorder\s)?to\s(?:discuss|present|brief|convey|introduce|inform|hear|learn|thank|congratulate|exchange|review|bid|say|pay)\b|\s{{2,}}|and\s(?:then\s|also\s)?(?:met|held|had|spoke|visited)|in\s{{L}}|at\s|today|yesterday|on\s{{N}}|this\s)|[.;]|,\s(?:and|before|then|where|whom|who)\b|$)",
        receptions.paid,
    ),
    (
        r"\swith\s(?:all|both)\b",
        rf"\b[Aa]n?\s(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})\swith\s(?P<number>all\s(?:two|three|four|five|of\sthem)|both)(?:\sof\sthem)?(?=[.,;]|\s(?:was|had|did|will|is|has|took|on|in|at)\b)",
        nouns.with_all,
    ),
    (
        r"\b[Nn]one\s",
        rf"\b[Nn]one\s(?P<talks>was\sheld|took\splace|were\sheld|has\sbeen\sheld|could\sbe\s(?:held|arranged))\swith\s(?P<object>{OBJECT})",
        nouns.none_with,
    ),
    (
        r"\bamong\sthose\s",
        rf"(?P<object>{LIST})\s(?:was|were)\s(?P<denied>not\s)?among\sthose\s(?:whom\s|who\s)?(?P<subject>{{A}})\s(?P<verb>met|saw|spoke\s(?:to|with)|received)",
        nouns.among_those,
    ),
    (
        r"interlocutor",
        rf"(?P<object>{LIST})(?:,?\s+|\s+,\s)(?:was|were)\s(?:also\s)?(?:among\s)?(?:his|her|their|the|today['’]s)\s(?:(?:first|second|third|last|next|final|other|main|further)\s)*(?P<talks>interlocutors?)\b",
        nouns.interlocutors,
    ),
    (r"interlocutor", programmes.INTERLOCUTORS, programmes.interlocutors),
    (
        r"\b(?:[Bb]esides|addition\sto|[Aa]part\sfrom|[Aa]side\sfrom|[Aa]s\swell\sas)\s",
        programmes.BESIDES,
        programmes.besides,
    ),
    (r"\b(?:was|were|sat)\s[^;]*\bwith\s", programmes.WAS_WITH, programmes.was_with),
    (r"\b(?:was|were|been)\s[^;]*\bwith\s", programmes.IN_TALKS, verbs.pair),
    (
        r"joined\s",
        rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>joined)\s(?P<object>{OBJECT})\s(?:in\s{{LS}}\s)?for\s(?:[\w-]+\s){{0,3}}?(?:{TALKS})\b",
        verbs.joined_for,
    ),
    (
        r"received\s(?:a|an)\s",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>received)\sa(?:n)?\s(?:[\w-]+\s){{0,2}}?(?:call|(?:courtesy|farewell|introductory|working|official|return)\svisit)\sfrom\s(?P<object>{OBJECT})",
        verbs.pair,
    ),
    (
        r"\bm(?:eet|et)|consulted|s[ai]t(?:s|ting)?\sdown\s",
        rf"(?P<subject>{SUBJECT}){GAP}\b{VERBS}\b{MET_GAP}(?:,?\s(?:with|also\swith):?)?\s(?P<object>{OBJECT})",
        verbs.pair,
    ),
    (
        r"\bhea(?:r|rs|rd)\s[^;]*from\s",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>hear|hears|heard)\s(?:directly\s|first-?hand\s|also\s)*from\s(?:the\s)?(?:(?P<object>{{A}}(?:,?\sand\s(?:the\s)?{{A}})?)|{DIRECT})[^;]{{0,120}}?\b(?:in|at|during)\s(?:an?|the|their|today['’]s)\s(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})\b",
        groups.heard_from,
    ),
    (SPOKEN, rf"(?P<subject>{SUBJECT}){GAP}\b{SPOKE}\b{MET_GAP}\s(?:with|to):?\s(?P<object>{OBJECT})", verbs.pair),
    (
        r"huddle|dine[sd]|lunched|breakfasted|\bc[ao]mes?\stogether|gathered",
        rf"(?P<subject>{SUBJECT}){GAP}\b{SAT_WITH}\b{MET_GAP}\swith\s(?P<object>{OBJECT})",
        verbs.pair,
    ),
    (
        r"\sto\s(?:\w+ly\s|also\s)?(?:meet|hold|have|begin|start|resume|continue|return\sto|speak|talk|sit\sdown|come\stogether|get\stogether|convene)\b",
        rf"\b(?P<verb>urg(?:es?|ed|ing)|call(?:s|ed|ing)?\s(?:on|upon)|encourag(?:es?|ed|ing)|invit(?:es?|ed|ing)|ask(?:s|ed|ing)?"
        rf"|appeal(?:s|ed|ing)?\sto|press(?:es|ed|ing)?)\s(?:(?P<object>{OBJECT})|(?P<meant>them)(?:\s(?:both|all))?)\sto\s(?:[^;.{{A}}]{{1,80}}?\sand\s(?:to\s)?)?(?:\w+ly\s|also\s)?(?:meet\b(?!\s(?:with\s)?{ACTOR})|convene\b(?!\s(?:an?|the|{ACTOR})\b)|(?:come|get)\stogether\b(?!\swith)|sit\sdown\b(?!\s(?:\w+\s)?with)|return\sto\sthe\s(?:negotiating|conference)\stable|(?:hold|have|begin|start|resume|continue|return\sto)\s"
        rf"(?:[\w-]+\s){{0,3}}?(?P<talks>meetings?|talks|discussions?|consultations?|negotiations|summit|conversations?)\b(?!\swith\b)|speak\sto\seach|talk\sto\seach)",
        verbs.asked,
    ),
    (
        r"\b(?:brought|brings)\s[^;]*\stogether\s",
        rf"\b(?P<verb>brought|brings)\s(?:(?P<subject>{OBJECT})|(?P<meant>him|her|them))\stogether(?:\s(?:for|at|over)\s(?:[\w-]+\s){{1,4}}?)?\swith\s(?P<object>{OBJECT})",
        verbs.brought_together,
    ),
    (
        r"brought\stogether|brings\stogether",
        rf"\b(?P<verb>(?:brought|brings)\stogether)\s(?:(?:in|at)\s(?:the\s)?{{LSRG}}\s|today\s|yesterday\s|{{N}}\s)*(?:the\s)?(?:[a-z-]+\s){{0,3}}?(?:,\s)?(?P<object>{OBJECT})",
        verbs.brought_together,
    ),
    (
        r"\bat\s(?:an?|their|today['’]s|yesterday['’]s)\s",
        rf"(?P<subject>{LIST})(?:\s|,\s)(?P<had>had\s)?(?:both\s|also\s|today\s|yesterday\s|\w+ly\s)*(?P<verb>agreed|discussed|reviewed|signed|initialled|decided|settled|launched|concluded|adopted|resolved|undertook|pledged)\b"
        r"[^;.{A}]{0,90}?\bat\s(?:an?|their|today['’]s|yesterday['’]s)\s(?:[\w-]+\s){0,2}?(?P<talks>meeting|lunch|dinner|breakfast|summit|round\stable)\b(?!\s(?:of|with|between|among)\b)",
        verbs.at_talks,
    ),
    (r"\b(?:after|following|(?:end|close|conclusion)\sof)\stheir\s", nouns.AFTER_THEIRS, nouns.after_theirs),
    (r"\b(?:after|following)\s", nouns.DONE_AFTER, nouns.done_after),
    (r"\b(?:After|Following)\s", nouns.AFTER_DONE, nouns.done_after),
    (consultations.OF_LED, consultations.LED, consultations.between_delegations),
    (r"{D}[-–—]{D}", consultations.BY_ADJECTIVE, consultations.of_states),
    (consultations.OF_CONSULTATIONS, consultations.BETWEEN_MINISTRIES, consultations.of_states),
    (
        OF_TALKS,
        rf"(?P<subject>{SUBJECT}){GAP}(?<![\w-]){HELD}\s(?P<between>(?:(?!(?<!-)\b(?:on|to|about|over|that|for)\b(?!-))[^;,]){{0,80}}?)"
        rf"\b(?P<talks>{TALKS})\b(?:(?:{MET_GAP}\s|(?:\s(?:at|in)\s(?:the\s)?(?:{{D}}\s)?{{G}}(?=[\s’']))?{SHORT_GAP})\b(?P<joint>with|between|among(?!\s(?:them|others)\b)|of|for|in\shonou?r\sof|hosted\sby|chaired\sby|convened\sby"
        rf"|co-chaired\sby)\s(?:[^;.,]{{0,15}}?)(?P<object>{OBJECT}))?",
        holding.held,
    ),
    (
        r"phoned|called",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>telephoned|phoned|(?<!-)called(?!\s(?:on|for|upon)\b))\s(?P<object>{OBJECT})"
        r"(?=\s|[.,;])",
        verbs.pair,
    ),
    (
        r"\s(?:received|welcomed|hosted|granted|(?:was|were)\smet|was\sgreeted|guests?)\b",
        rf"(?P<object>{SUBJECT})(?:{GAP}\b(?:was|were|be|been)(?:\s(?:then|there|also|both|each|later|subsequently|first|again))*)?\s(?:the\s)?(?P<verb>received|welcomed|hosted|granted\san\saudience|(?<=was\s)met|(?<=were\s)met|(?<=was\s)greeted|guests?(?=\sof))(?:(?:{SHORT_GAP}(?:\s(?:at|in)\s(?:the\s)?(?:{{D}}\s)?{{GS}}{SHORT_GAP})?|{MET_GAP})\sby|(?<=guest)\sof|(?<=guests)\sof)\s(?P<subject>{OBJECT})",
        receptions.received_by,
    ),
    (
        rf"\b(?:received|welcomed|hosted)\sby\s[^;]*\b{LEADERS}\b",
        rf"(?P<object>{SUBJECT}){GAP}\b(?:was|were|be|been)(?:\s(?:then|also|later|subsequently|first|again))*\s(?P<verb>received|welcomed|hosted)(?:{SHORT_GAP})\sby\s{LEADERS_NAMED}(?P<subject>{OBJECT})",
        receptions.received_by,
    ),
    (
        r"\b(?:was|were)\s[^;]*\breceived\s[^;]*\b(?:at|in)\sthe\s",
        rf"(?P<object>{SUBJECT})\s(?:was|were)\s(?:(?:also|then|later|subsequently)\s)*(?P<verb>received)\s(?:[^;.,{{A}}]{{0,30}}?\s)?(?:at|in)\sthe\s(?P<house>(?:[A-Z][\w’'-]+\s){{0,3}}?(?:[Pp]alace|[Mm]inistry|[Cc]hancellery|[Rr]esidence|[Pp]arliament|[Oo]ffice|[Pp]residency|[Hh]eadquarters|House|{{G}}))\b(?![^;.]{{0,80}}\sby\s)",
        receptions.received_at,
    ),
    (
        r"\bbeing\s(?:received|hosted)\sby\s",
        rf"\b(?:before|after|prior\sto|and\sthen)\s(?:also\s)?being\s(?P<verb>received|hosted)\sby\s(?P<subject>{OBJECT})",
        receptions.being_received,
    ),
    (
        RECEIVED.replace("?P<verb>", "?:"),
        rf"(?P<subject>{LIST}){GAP}\b{RECEIVED}\s(?:(?:today|yesterday|tomorrow|(?:on\s)?{{N}}|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|next\sweek|this\s(?:morning|afternoon|evening)),?\s|(?:in|on|for)\san?\s(?:[\w-]+\s){{0,2}}(?:visit|audience|meeting|call)\s|in\s(?:(?:private|special|joint)\s)?audience\s|(?:in|at)\s(?:the\s|his\s|her\s)?(?:{{LSRG}}|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?|office|residence|ministry)\s)*(?P<object>{OBJECT})",
        receptions.received,
    ),
    (
        r"^\W*(?:With|At)\s",
        rf"^\W*(?:With|At\sthe\s(?:office|residence|headquarters)\sof)\s(?P<object>{OBJECT})[^;]{{0,100}}?,\s(?P<subject>{LIST})\s(?:(?:also|then|later|today|yesterday|\w+ly)\s)*(?P<verb>discuss(?:es|ed)|exchang(?:es|ed)\sviews|review(?:s|ed)|address(?:es|ed)|raise[sd]|sp[eo]aks?|spoke|talked|agreed)\b",
        verbs.discussed,
    ),
    (
        r"\swith\s",
        rf"(?P<subject>{LIST}|\b[Tt]he\sdelegation\b){GAP}\b(?P<verb>discuss(?:es|ed)?|exchang(?:es?|ed)\sviews|review(?:s|ed)|address(?:es|ed)"
        r"|raise[sd]|went\s(?:over|through)|goes\s(?:over|through)|gone\s(?:over|through)|t(?:ook|akes)\sstock|compare[sd]\snotes|talked\s(?:over|through)|considered|explore[sd])\b[^;{AEF}]{0,110}?\swith\s"
        rf"(?P<object>{OBJECT})",
        verbs.discussed,
    ),
    (
        r"\b(?:between|among|with|of|(?:held|conducted)\sby)\s",
        rf"{_OWNER}\b(?P<talks>{TALKS})\s"
        rf"(?P<joint>{JOINT_GAP}(?:between|among|with|(?:held|conducted)\sby)\s|(?:in\s{{L}}\s)?of\s(?:the\s)?)(?P<object>{OBJECT})",
        nouns.between,
    ),
    (
        rf"\swith\s[^;]*\b{LEADERS}\b",
        rf"{_OWNER}\b(?P<talks>{TALKS})\s(?P<joint>{JOINT_GAP}with\s){LEADERS_NAMED}(?P<object>{OBJECT})",
        nouns.between,
    ),
    (
        r"['’]s?\s(?:[\w-]+\s){0,2}?(?:meeting|talks|discussions?|conversation|summit)\s|\smeeting\s(?:today\s|yesterday\s)?(?:in|at|on)\s",
        rf"(?P<subject>{LIST})(?:['’]s?\s(?:[\w-]+\s){{0,2}}?(?P<talks>(?:meeting|talks|discussions?|conversation|summit)(?=\s(?:(?:in|at)\s(?:the\s)?{{LG}}|on\s{{N}}|today|yesterday|of\s(?:the\s)?{{T}}|this\s)))\b(?!\s(?:with|between)\b)"
        rf"|,\s(?P<there>meeting)\s(?=(?:today\s|yesterday\s)?(?:in|at|on)\s[^;,.{{A}}]{{2,60}},\s[a-z])"
        rf"|\s(?P<here>meeting)\s(?=(?:today\s|yesterday\s)?(?:in|at|on)\s[^;,.{{A}}]{{2,60}}\s(?:[a-z]{{3,}}ed|[Ss]poke|gave|said|took|made)\b))",
        nouns.of_both,
    ),
    (
        r"(?:\b(?:he|she|they)|{A})\s(?:(?:also|just|had|has|have)\s)*(?:held|had|conducted)\b",
        rf"\b(?P<talks>{TALKS})\s(?:(?:that|which)\s)?(?P<subject>{{A}}|he|she|they)\s(?:(?:also|just|has|have)\s)*(?P<verb>had\sheld|had\shad|held|had|conducted)\b{MET_GAP}\swith\s(?P<object>{OBJECT})",
        nouns.which_they_held,
    ),
    (
        r"\s(?:that|which)\s",
        rf"\b(?P<talks>{TALKS})\s(?:that|which)\s(?P<subject>{LIST}),?\s(?P<verb>had\sheld|had\shad|held|had|conducted)\b(?:{MET_GAP}\swith\s(?P<object>{OBJECT}))?",
        nouns.which_they_held,
    ),
    (
        r"\bbriefings?\s",
        rf"(?P<subject>{SUBJECT}){SHORT_GAP}\b(?P<verb>received|heard|got|(?:was|were)\sgiven)\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}?briefings?\s(?:[^;.,{{A}}]{{0,60}}?\s)?(?:by|from)\s(?P<object>{OBJECT})",
        receptions.reported,
    ),
    (
        r"\bm(?:eet|et)",
        rf"(?P<subject>{SUBJECT}){GAP}\b{VERBS}\b{MET_GAP}\s(?:also\s)?with\s{GROUP}",
        groups.group,
    ),
    (r"\bm(?:eet|et)", rf"(?P<subject>{SUBJECT}){GAP}\b{VERBS}\b{MET_GAP}\s{DIRECT}", groups.group),
    (
        r"\bsaw\s[^;]*\b(?:including|among|notably|such\sas)\b",
        rf"(?P<subject>{SUBJECT}){SHORT_GAP}\b(?P<verb>saw)\b{MET_GAP}\s{DIRECT}(?=,?\s{INCLUDING}\s)",
        groups.group,
    ),
    (
        r"\bbrief(?:s|ed|ing\sto)?\b",
        rf"(?P<subject>{SUBJECT}){SHORT_GAP}\b(?P<verb>brief(?:s|ed)?|(?:g[ai]ves?|provide[sd]?|deliver(?:s|ed)?)\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){{0,2}}?briefing\sto)\s(?:(?!(?:the\s)?(?:[A-Z]\w+\s)?[Rr]epresentatives\s(?:of|from)\s(?:the\s)?{{F}}\s(?:countries|[Ss]tates|members)\b)(?P<object>{OBJECT})|(?:the\s)?{DIRECT})",
        groups.briefed,
    ),
    (
        r"\bconvene|\bassembled\s",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>convene[sd]?|assembled)\s(?:today\s|yesterday\s|virtually\s)?(?P<object>{OBJECT})(?=\s(?:for|in|at|to|today|yesterday|this|on)\b|[.,;]|$)",
        receptions.called_together,
    ),
    (
        r"joined\s[^;.]*\sfor\s",
        rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>joined)\s(?:the\s)?(?P<group>(?:[a-z-]+\s){{0,2}}{PEOPLE}\b(?:\s(?:of|from)\s[^;.,{{A}}]{{1,50}}?)?)\s(?:[^;.,{{A}}]{{0,20}}\s)?for\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,2}}(?:{TALKS})\b",
        groups.group,
    ),
    (
        r"conven|hosted|received|welcomed",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>convene[sd]|hosted|hosts|received|welcomed)\s(?:(?:today|yesterday|virtually)\s)?{DIRECT}",
        groups.guests,
    ),
    (
        r"\b(?:dinner|lunch|luncheon|breakfast|reception|banquet)\s(?:for|in)\s",
        rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>gave|gives?|offered|hosted|hosts?|held|(?:is|are)\s(?:giving|offering|hosting|holding))\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?:dinner|lunch|luncheon|breakfast|reception|banquet)\s(?:for|in\shonou?r\sof)\s{GROUP}",
        groups.meal_for_group,
    ),
    (
        r"\s(?:event|convening|forum|gathering|session|webinar|briefing|seminar|series)\s",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>convene[sd]|hosted|hosts|held|holds|led|organi[sz]ed)\s(?:an?|the|its|their)\s(?:[\w-]+\s){{0,6}}?(?:event|convening|forum|gathering|session|webinar|briefing|seminar)\s[^;.,{{A}}]{{0,40}}?\bwith\s{GROUP}",
        groups.occasion,
    ),
    (
        r"conven|chair",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:co-)?chair(?:s|ed)|convene[sd])\s(?P<body>(?:the|a|an)\s[^;.,{{AFH}}]{{0,60}}?"
        r"(?:\b(?:Task\sForce|Council|Committee|Working\sGroup|Group|Cabinet|Commission|Board|Forum|Troika)\b|{G}))"
        r"(?!['’]s?\s)",
        groups.body,
    ),
    (
        r"discuss|exchang|review|\bwent\s(?:over|through)\b|\btook\sstock\b|\bcompared\snotes\b|\btalked\s(?:over|through)\b",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>discuss(?:es|ed)?|exchanged?\s(?:views|ideas)|review(?:s|ed)?|went\s(?:over|through)|took\sstock|compared\snotes|talked\s(?:over|through))\b(?!\s[^;.]{{0,90}}?\swith\s)",
        verbs.discussing,
    ),
    (
        r"\bm(?:eets?|et)\b|\bs(?:ee|aw)\seach\sother",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>meets?|met|(?:see|saw)\seach\sother)\b(?!\s(?:him|her|them)\b)(?=\s|[.,;]|$)",
        verbs.several,
    ),
    (
        r"\b(?:each|both)\sof\s(?:the|them)\b",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>met|meets?|saw|received|spoke|talked|sat\sdown|conferred|took|drew)\s(?:with\s|to\s)?(?P<each>each|both)\sof\s(?:the\s(?:two\s|three\s)?(?P<object>{{A}})|(?:them|(?P<several>the\s(?:two\s|three\s)?(?:[A-Z][a-z]+\s)?(?:leaders|sides|ministers|presidents|parties|ambassadors|envoys|negotiators|mediators|Negotiators|Mediators|Ministers|Presidents|Leaders|Ambassadors)))\b)(?P<apart>\s(?:alone|aside|individually|separately|bilaterally|in\sturn))?",
        verbs.each_of,
    ),
    (
        r"\b(?:separately|individually|bilaterally|in\sturn)\b",
        rf"\b(?P<verb>meeting|met|seeing|receiving|received|speaking|talking)\s(?:with\s|to\s)?(?P<plural>them|both|{PLURAL})\s(?:separately|individually|bilaterally|in\sturn)\b",
        verbs.apart_before,
    ),
    (
        r"\bs[ai]ts?\s|\bc[ao]mes?\stogether|\bg[eo]ts?\stogether|conven|gather|assembl|converg|huddle|(?:dine|lunch|breakfast)(?:ed)?\stogether",
        rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>(?:dine|lunch|breakfast)d?(?:ed)?(?=\stogether)|s[ai]ts?\sdown(?=\s(?:together|for|to|in|at|today|yesterday|again|on|around)\b)|s[ai]ts?\s(?:together|(?:a?round|at)\s(?:one|the\ssame|a(?:\s\w+)?|the)(?:\s(?:negotiating|conference|round))?\stable)\b|huddled?(?=\s)|g[eo]ts?\stogether\b"
        rf"|c[ao]mes?\stogether(?!\s(?:against|behind|to\s(?!discuss|talk|meet|confer|review|consult|agree))|\sin\s[a-z]+ing\b)"
        rf"|(?:convened?|gather(?:ed)?|assembled?|converged?)(?=\s(?:in|at|on|today|yesterday|for|around|to\s(?:discuss|reaffirm|review|consult|address|exchange|coordinate|launch|agree|adopt)|under|{{N}})))",
        verbs.several,
    ),
    (SPOKEN, rf"(?P<subject>{LIST}){GAP}\b{SPOKE}\b(?=\s|[.,;]|$)", verbs.several),
    (
        r"dropped|attend|joined|participated|present",
        rf"(?P<subject>{LIST}){GAP}\b(?P<verb>dropped\sby|(?:also\s)?(?:attended|joined|participated)"
        r"(?=[.,]|\s(?:in\s)?(?P<these>the|these|those|their|all|both|all\sthese)\s(?P<these_talks>meetings?|talks|call|discussions?|conversations?)\b|$)"
        rf"|(?:was|were|had\sbeen)\s(?:also\s)?(?:present|in\sattendance))(?:,?\sand\sso\s(?:had|was|were)\s(?P<object>{LIST}))?",
        nouns.joined_later,
    ),
    (
        r"^\W*When\sthey\s",
        r"^\W*When\sthey\s(?P<verb>met|spoke|talked)\s(?P<setting>again\b[^,;]{0,40}|[^,;]{0,20}?(?:{N}|today|yesterday|this\s\w+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^,;]{0,20}),",
        verbs.when_they_met,
    ),
    (
        r"\bwhen\s(?:they|the\stwo|both)\s",
        r"\bwhen\s(?:they|the\stwo|both)\s(?P<verb>meet|see\seach\sother|sit\sdown)\b",
        verbs.when_they_meet,
    ),
    (
        r"\bforward\sto\s",
        rf"(?P<subject>(?:{LIST}|\b[Tt]hey\b|\b(?:[Bb]oth|[Tt]he(?:\stwo)?)\s(?:leaders|sides|ministers|presidents)))\s(?:(?:both|all|also|then|each)\s)*(?P<verb>look(?:s|ed|ing)?\s(?:very\smuch\s)?forward\sto)\s"
        r"(?:(?:further|again|soon)\s)?(?P<talks>meeting|seeing\seach\sother|sitting\sdown|getting\stogether|speaking|talking)\s?(?=\s?(?:again|in\sperson|face\sto\sface|each\sother|one\sanother|together|soon|in\s|at\s|on\s|next|later|[.,;]|$))",
        verbs.looked_forward,
    ),
    (
        r"\bbriefed\s",
        rf"(?P<subject>{SUBJECT}){SHORT_GAP}\b(?:was|were|had\sbeen|has\sbeen)\s(?:also\s)?(?P<verb>briefed){SHORT_GAP}\sby\s(?P<object>{OBJECT})",
        groups.briefed,
    ),
    (
        r"\s(?:him|her|them|delegation|visitors|guests|participants|[Mm]inisters|[Pp]residents|[Ll]eaders|[Aa]mbassadors|[Ee]nvoys|the\s(?:two|three|four|five))\b",
        rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>receive[sd]?|host(?:s|ed)?|welcomed|met|meets?|saw|see|briefed|(?:sat|sitting)\sdown\swith)\s(?:with\s)?(?:(?P<pronoun>him|her|them)\b(?!\s(?!afterwards\b)[a-z]+(?:s|ed)\b)|(?P<plural>{PLURAL}))",
        receptions.received_pronoun,
    ),
    (
        r"\swith\s(?:him|her|them|the\s(?:participants|(?:two\s|three\s)?[\w]+s))\b",
        rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>discussed|reviewed|exchanged\sviews|spoke|talked|conferred)\b[^;{{A}}]{{0,90}}?\swith\s(?:(?P<pronoun>him|her|them)\b|(?P<plural>{PLURAL}))",
        receptions.received_pronoun,
    ),
    (
        r"\b(?:dinner|lunch|luncheon|breakfast)\s[^;]*\bwith\s(?:him|her|them|the\s\w+s)\b",
        rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>had(?!\shad\b)|shared|took|joined\sin)\s(?:an?\s)?(?:[\w-]+\s){{0,2}}?(?:dinner|lunch|luncheon|breakfast)\s(?:[^;.,{{A}}]{{0,40}}?\s)?with\s(?:(?P<pronoun>him|her|them)\b|(?P<plural>{PLURAL}))",
        receptions.received_pronoun,
    ),
    (
        r"\b(?:for|in)\s(?:him|her|them|his|their)\b",
        rf"(?P<subject>{LIST}){SHORT_GAP}\b(?P<verb>hosted|gave|held|offered|hosts|gives|(?<=had\s)given)\s(?:an?\s)(?:[\w-]+\s){{0,2}}?(?:dinner|lunch|luncheon|breakfast|reception|banquet)\s(?:for|in)\s(?P<pronoun>him|her|them|his|their)\b(?:\shonou?r)?",
        receptions.received_pronoun,
    ),
    (
        r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b",
        rf"(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey)\b){SHORT_GAP}\b{VERBS}\b{MET_GAP}(?:\s(?:with|also\swith))?\s"
        rf"(?P<object>{OBJECT})",
        verbs.somebody,
    ),
    (
        r"discuss|review|exchange|consult|talked",
        rf"^\W*(?:[A-Z][^,;]{{0,30}},\s)?(?:{ALL}|(?:[Tt]he\s)?(?:[Pp]articipants|[Aa]ttendees|[Gg]roup)(?:\sand\s[^;,.{{AEFH}}]{{3,50}})?)\s(?:(?:also|then|further|\w+ly|went\son\sto|did)\s)*(?P<talks>discuss(?:ed)?|reviewed|exchanged\sviews|talked\sabout|consulted)\b",
        nouns.back,
    ),
    (
        r"raised|touched|addressed|covered|spoke\sabout|brought\sup|discussed",
        r"^\W*(?:[A-Z][^,;]{0,30},\s)?(?:[Tt]he\s)?(?P<subject>{A})\s(?:(?:also|then|further|\w+ly)\s)*(?P<talks>raised|touched\s(?:up)?on|addressed|spoke\sabout|brought\sup|discussed)\b(?=[^;]*{FICT})",
        nouns.raised,
    ),
    (
        r"\bagenda\b",
        r"(?P<topics>{FICTG}[^;.]{0,120}?)\s(?:is|are|was|were|will\sbe)\s(?:also\s)?(?:expected\sto\sbe\s|due\sto\sbe\s|set\sto\sbe\s|high\s)?(?P<talks>on\sthe\sagenda)\b"
        r"|(?P<agenda>[Oo]n\sthe\sagenda\s(?:is|are|was|were)|[Tt]he\sagenda\s(?:also\s)?include[sd]?)\s(?P<rest>[^;.]*)",
        nouns.agenda,
    ),
    (
        OF_TALKS,
        r"\b(?:[Tt]he|[Tt]his|[Tt]heir|[Tt]hese)\s(?:[\w-]+\s)?(?P<talks>meeting|talks|discussion|discussions|conversation"
        r"|call|consultations)\b(?!\s(?:of|with|between|among)\b)",
        nouns.back,
    ),
    (
        r"\b(?:continued|went\son|ended|concluded|closed|followed)\s(?:by\s|with\s)",
        rf"\b(?P<talks>[Tt]alks|[Mm]eetings|[Cc]onsultations|[Pp]rogramme|[Dd]iscussions|[Vv]isit|[Dd]ay|[Tt]rip)\b[^;]*?\s(?:and|then)\s(?:then\s)?(?P<verb>continued|went\son|ended|concluded|closed)\swith\s(?P<object>{OBJECT})",
        nouns.continued,
    ),
)


Read = Callable[[View, re.Match[str]], Iterable[Draft | None]]


@cache
def _rules() -> list[Triggered[tuple[str, Read]]]:
    return triggers((pattern(one) if isinstance(one, str) else one, (rule, read)) for one, rule, read in RULES)


def _is_participle(read: Read, match: re.Match[str]) -> bool:
    """Whether a verb has its subject in an earlier clause: “had breakfast with X before meeting Y” is two meetings."""
    return read is verbs.pair and match["verb"] in {"meeting", "sitting down"}


_AND_THEN = re.compile(
    r",?\s(?:and|but)(?:\s|,?\s[^,;.]{2,30},?\s)(?:(?:also|then|later|will|plans?|intends?|is|are|was|were|to)\s)*$"
)


# What may be told by a second verb of one subject: “met X and received Y”.
_OF_ONE_SUBJECT = {verbs.pair, receptions.received}


def _begins(view: View, read: Read, match: re.Match[str]) -> int:
    """Where the stretch begins that a match reads; at its verb, where the subject is another verb's object.

    “Will brief X in Y, and plan to meet Z” tells of two meetings.
    """
    if read in _OF_ONE_SUBJECT and _AND_THEN.search(view.main, match.end("subject"), match.start("verb")) is not None:
        return match.start("verb")
    return match.start("verb") if _is_participle(read, match) else match.start()


def _goes_on(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Whether a verb stands behind what is read already, and only its subject within: “joined X for lunch and saw Y”."""
    if "verb" not in match.re.groupindex or match.start("verb") < 0:
        return False
    behind = (end for start, end in taken if start == match.start() and end <= match.start("verb"))
    return any(_AND.match(match.string, end) is not None for end in behind)


_AND = re.compile(r"[^;]{0,60}?,?\s(?:and|then),?\s")


def meetings(view: View) -> Iterator[Draft]:
    """The meetings and calls that a sentence tells of, as drafts."""
    if not TRIGGER.stands_in(view.unquoted):
        return
    if "with whom a" in view.unquoted:
        for match in pattern(refusals.HELD_UP).finditer(view.unquoted):
            yield from refusals.not_granted(view, match)
    if " whom " in view.unquoted:
        for match in pattern(WITH_WHOM).finditer(view.unquoted):
            yield from nouns.with_whom(view, match)
        for match in pattern(refusals.SOUGHT).finditer(view.unquoted):
            yield from refusals.sought(view, match)
    if view.main is not view.unquoted and not TRIGGER.stands_in(view.main):
        return
    taken: list[tuple[int, int]] = []
    for rule, read in triggered(_rules(), view.main):
        for match in view.search(rule):
            # A verb behind what is read already can still have its subject there: “held talks with X and was received by Y”.
            passive, second = (
                read is receptions.received_by,
                read in {receptions.paid, nouns.continued, encounters.started},
            )
            begin, finish = (match.start("verb"), match.start("subject")) if passive else match.span()
            begin = match.start("verb") if second or _begins(view, read, match) > match.start() else begin
            if _goes_on(match, taken):
                begin = match.start("verb")
            if any(start < finish and begin < end for start, end in taken):
                continue
            drafts = [one for one in read(view, match) if one is not None]
            if drafts:
                begin = _begins(view, read, match)
                # “After meeting Y, X received Z”: X's name can be the subject of a further verb.
                end = match.start("subject") if read is verbs.participle else match.end()
                taken.append((match.start("verb"), match.start("object")) if second else (begin, end))
                mark_guests(view, drafts)
                add_host(view, drafts)
                yield from repeated(view, drafts, match.start())
                yield from sequel.likewise(view, drafts, match)
