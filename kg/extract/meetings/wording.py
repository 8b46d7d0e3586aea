"""The words in which meetings and calls are told, as parts of patterns over shapes."""

import re

from kg.extract.actor_lists import INCLUDING, LIST, NOT_ACTOR
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.text.rule import Trigger

TALKS = (
    r"(?i:meetings?|talks|discussions?|consultations?|conversations?|exchange(?:s)?(?:\sof\sviews)?|negotiations|dialogue"
    r"|(?:working\s)?(?:dinner|lunch|breakfast)|summit|calls?(?!\sby\s(?!(?:tele)?phone|video)|\sfor\s(?![MTWFS]|t))|phone\scalls?|telephone\scalls?|video\scalls?|telephone\sconversation|phone\sconversation|(?:tele)?phone\sconferences?|(?:video|online)\sconference|videoconference|online\s(?:meeting|talks)"
    r"|(?:(?:tele)?phone|video|bilateral|short|brief|private)\stalk\b|(?:(?<=['’]s\s)|(?<=\ba\s)|(?<=\bhis\s)|(?<=\bher\s))talk(?=\swith\b)|(?:bi|tri)laterals?(?=\s(?:with|between|among)\b)|pull-asides?|round\s?tables?(?:\s(?:discussion|conversation|meeting))?|(?:listening|working|briefing|strategy|planning|breakout|training)\ssessions?|audience|encounters?|teleconference|t[eê]te-[aà]-t[eê]tes?)"
)
# Where one of these stands, so does what `TALKS` matches, and the other way round.
OF_TALKS = Trigger(
    r"(?i:meeting|talks|discussion|consultation|conversation|exchange|negotiations|dialogue|dinner|lunch|breakfast|summit|call|phone\sconference|videoconference"
    r"|pull-aside|roundtable|audience|encounter|teleconference|t[eê]te-[aà]-t[eê]te)",
    r"(?i:(?:phone|video|bilateral|short|brief|private)\stalk\b|(?:['’]s|\ba|\bhis|\bher)\stalk\swith\b|(?:video|online)\sconference|(?:bi|tri)laterals?\s(?:with|between|among)\b|round\stable|(?:listening|working|briefing|strategy|planning|breakout|training)\ssession)",
)


# Words between talks and those who had them: “talks in Vienna yesterday between …”.
JOINT_GAP = rf"(?:(?:took\splace|takes\splace|will\stake\splace|was\shad|were\shad|was|were|has|have|been|be|will|held|here|this|last|week|month|morning|afternoon|evening|on|in|at|by|phone|telephone|video|the|under\s(?:four|six)\seyes|{{LNG}}|{ADVERBIAL}),?\s){{0,6}}?"


# What, before “with”, joins things of the world rather than those who talk.
NO_COMPANY = re.compile(
    r"\b(?:co-?operation|relations?|relationship|partnership|engagement|agreements?|borders?|dialogue|solidarity|war|conflict|association|integration|friendship|ties|links"
    r"|alliance|work|working|co-?ordination|compliance|line|conjunction|connection|trade|contacts?|co-?operat\w+|deal\w*|comply|consistent|problems?|issues?|support)\s(?:and\s\w+\s)?(?:with|between|among|of)?\s?$"
)


# Nouns that end as those of people do, and are none.
_OF_THINGS = (
    r"(?:[Ff]act|[Ss]ect|[Ee]rr|[Cc]orrid|[Tt]err|[Ii]ndicat|[Hh]arb|[Ff]av|[Ll]ab|[Hh]on|[Mm]ot|[Rr]eact|[Bb]ehavi|[Mm]irr)ors"
    r"|(?:[Mm]att|[Oo]rd|[Bb]ord|[Nn]umb|[Pp]ap|[Ll]ett|[Cc]ent|[Pp]ow|[Bb]arri|[Oo]ff|[Aa]nsw|[Cc]orn|[Cc]ov|[Rr]iv|[Ww]at|[Tt]ow|[Qq]uart|[Hh]eadquart|[Dd]inn|[Ss]helt|[Dd]isast|[Cc]haract|[Cc]hapt"
    r"|[Cc]lust|[Ff]ilt|[Ll]ay|[Tt]rail|[Ss]hould|[Ss]upp|[Rr]emind|[Rr]eport|[Rr]ead|[Vv]iew|[Ll]isten|[Tt]heat|[Cc]onsum|[Mm]ann)ers"
)
_AGENTS = rf"(?!(?:{_OF_THINGS})\b)[A-Za-z]+(?:ers|ors|ists|icians|eers)"
# Groups of people by a common word: whom somebody met where nobody is named.
PEOPLE = (
    r"(?:[Ll]eaders|[Ll]eadership|[Mm]embers|[Rr]epresentatives|[Oo]fficials|[Gg]overnors?|[Mm]ayors|[Ll]egislators|[Ll]awmakers|[Ss]enators|congress(?:wo)?men|[Aa]dvocates|activists|[Ee]xperts|[Ee]xecutives|CEOs|[Ss]takeholders"
    r"|ministers|[Ss]urvivors|[Ff]amilies|[Ss]tudents|journalists|[Oo]rgani[sz]ations|groups?|delegations?|staff|[Pp]artners|counterparts|[Cc]hiefs|[Hh]eads|[Vv]eterans|[Ww]orkers|parliamentarians|politicians"
    r"|interlocutors|colleagues|authorities|communit(?:y|ies)|[Aa]mbassadors|personnel|troops|teams?|monitors|[Oo]wners|physicians|doctors|[Pp]roviders|[Aa]ttorneys(?:\s[Gg]eneral)?|[Aa]llies|[Ss]ecretaries|[Cc]ommissioners|clergy|companies"
    r"|unions?|participants|individuals|Americans|women|men|youth|people|residents|recipients|dissidents|parents|patients|clients|agents|citizens|[Cc]ivil\s[Ss]ociety|NGOs|academics|scholars|[Ee]ducators|[Tt]eachers|farmers|scientists|defenders|lawyers|judges|observers"
    r"|Democrats|Republicans|principals|[Mm]ember\s[Ss]tates|participating\s[Ss]tates|delegates|envoys|diplomats|presidents|[Cc]hairm[ae]n|[Cc]hairwom[ae]n|[Cc]hairpersons|candidates|generals|bishops|spokesmen|philanthrop\w+|landlords|tenants|manufacturers|[Cc]hairs|villagers|displaced\spersons|refugees|migrants|prisoners|detainees|employees|nominees|appointees|entrepreneurs|businesses|artists|athletes|[Cc]haplains|[Cc]oaches|nurses|mothers|fathers"
    rf"|{_AGENTS})"
)


GAP = rf"{NOT_ACTOR}{{0,170}}?"


# Phrases of telephone and room between “spoke” or “met” and whom.
SHORT_GAP = rf"{NOT_ACTOR}{{0,60}}?"


# Adverbs and settings between “met” and whom; prepositions that begin another thought end it.
# “Will meet and give a press conference with”: what they do besides.
MET_GAP = rf"(?:,?\s{ADVERBIAL},?)*(?:\sand\s(?:then\s|later\s|jointly\s)?(?:g[ai]ves?|h[oe]lds?|address(?:es|ed)?|appear(?:s|ed)?\sat)\s(?:an?\s)?(?:joint\s)?(?:(?:press|news|media)\s(?:conference|briefing|statements?)|(?:press\s)?statements?|the\s(?:press|media))(?:\s(?:together|jointly))?(?=\swith\s))?"


# “The Council meeting in X” is a noun there.
VERBS = r"(?P<verb>meets?|met|(?<!{FG}\s)meeting|consulted|(?:sat|sits|sitting)\sdown)"


# Verbs of meeting that “with” leads on from.
SAT_WITH = r"(?P<verb>huddle[sd]|c[ao]mes?\stogether|gathered|dine[sd]|lunched|breakfasted|conversed)"


SPOKE = r"(?P<verb>(?<=however,\s)(?:talk|confer)|(?<=did\s)(?:talk|confer)|spoke|speaks?|spoken|talked|convers(?:es|ed)|consult(?:s|ed)|conferred)"


SPOKEN = r"\b(?:sp[eo]|talk|convers|consult|confer)"


RECEIVED = r"(?P<verb>receiv(?:es|ed?)|host(?:s|ed)?|welcom(?:es|ed?)|greet(?:s|ed)?|sat\sdown\swith|sits\sdown\swith|saw|sees?)"


HELD = r"(?P<verb>h(?:ad|as|ave|old|olds|eld|olding|aving)|conduct(?:s|ed)?|conven(?:es|ed?)|chair(?:s|ed)?(?!\sby\b)|host(?:s|ed)?(?!\sby\b)|co-host(?:s|ed)?(?!\sby\b)|play(?:s|ed)?\shost\sto|began|begins?|start(?:s|ed)|open(?:s|ed)|conclud(?:es|ed)|(?<!-)led(?!\sby\b)|leads|continued|attend(?:s|ed)?|join(?:s|ed)?|participat(?:es|ed)\s(?:(?:today|yesterday|{N})\s)?in|t(?:ook|akes)\spart\s(?:(?:today|yesterday|{N})\s)?in|(?:sp(?:oke|eaks)|talked)\s(?:(?:today|yesterday|{N})\s)?at(?=\sthe\s)|addressed(?=\sthe\s(?:[\w-]+\s){0,2}meeting\s)|facilitat(?:es|ed)|mediat(?:es|ed)|co-chair(?:s|ed)?|moderat(?:es|ed)|organiz(?:es|ed))"


# Who does this at a meeting was there, even where nobody else is named.
LEADING = re.compile(
    r"(?:co-)?(?:chair|host|conven|moderat|facilitat)\w*|led|held|h(?:o|e)ld(?:s|ing)?|conducted|conducts"
)


TRIGGER = Trigger(
    r"\b(?:me[e]?t|meets|meeting|meetings|spoke|speaks?|spoken|talk|talks|talked|receiv|host|welcom|greet|discuss|review|address|raise|consult|convers|exchang|negotiation|(?:tele)?phoned?|dinner|lunch|breakfast|summit|call|calls|confer|credentials|interlocutor|courtesy|called|interlocutors|brief(?:s|ed|ing)?\b|gathered|t[eê]te|huddle|dined?\b|lunched|breakfasted|saw|sees?\b|converge|assemble|convene|gather|bilateral|agenda|touched|covered|spoke|present|roundtable|audience|pull-aside|convened|encounter|joined|attended|videoconference|video|sessions?\b|presented|reported|handed|paid\b|pays\b|rang\b|reached|buttonholed|cornered|aside\b|guest|where\b|invited|began|begun|interview|appointment|requests?\s(?:to|for)\b|hoped|in\svain)",
    r"\b(?:th(?:is|ese|ose|ey) (?:also )?included|s[ai]t(?:s|ting)? (?:down|together|(?:a?round|at) (?:one|the|a)\b)|(?:come|comes|got|gets?) together|(?:was|were|sat) (?:then |first |already )?with|(?:took|take|takes|taken) leave|online (?:conference|meeting|talks)|(?:to|and|also|should|must|jointly) convene|(?:negotiating|conference) table|in (?:conversation|talks|session) (?:[a-z ]{1,30} )?with|turn of|(?:brought|brings|came) together|speak to each|dropped by|stopped by|brought up|spent (?:[\w-]+ ){1,4}?together|with [^;]{1,120}? signed|start(?:ed|ing)(?: out| off)? [^;,]{0,30}?with|(?:told|assured|informed|reminded|warned) [^;.]{1,90}? in [^;.]{1,20}? (?:on |today |yesterday |this )[^;.]{0,12}? ?that|sound(?:s|ed) out|sought out|caught up with|round table|in person|face to face|got through|hosts? (?:at|to|of|for|in|on)|(?:went|goes) (?:over|through)|t(?:ook|akes) stock|compared? notes|forward to (?:seeing each|sitting|getting)|to the (?:residence|office|palace|seat|home) of)",
    re.IGNORECASE,
)


CHAIR_VERBS = {
    "chair": "chair",
    "co-chair": "co-chair",
    "host": "host",
    "play": "host",
    "co-host": "host",
    "conven": "host",
    "facilitat": "chair",
    "mediat": "chair",
    "moderat": "chair",
    "organiz": "organizer",
}


WITH_WHOM = (
    rf"(?P<object>{LIST}),\s(?:with\s|on\s|by\s)?(?:(?P<each>both|each)\sof\s)?whom\s(?:the\s)?(?P<subject>{{A}}|\b(?:he|she|they))\s"
    r"(?:had\s|has\s|have\s|(?P<coming>will\s|shall\s|(?:is|are)\s(?:also\s)?(?:due\s|set\s|scheduled\s|expected\s)?to\s|plans?\sto\s|intends?\sto\s|hopes?\sto\s))?(?:also\s|already\s|previously\s|earlier\s|last\s|first\s|then\s|later\s)*"
    r"(?P<verb>spoke|spoken|met|talked|(?:held|had)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}?(?:talks|consultations|meeting|conversation|discussions?|lunch|dinner|breakfast|coffee)|conferred|consulted|compared\snotes|exchanged\s(?:views|ideas)|sat\s(?:down|together)|dined|lunched|called(?=\s(?:in|at|on|today|yesterday|earlier)\b)|went\sto\ssee|gone\sto\ssee|came\sto\ssee|(?:was|been)\sable\sto\s(?:see|meet)|had\sto\ssee|saw|seen|received|hosted|visited|meet|see|receive|host|speak|talk|confer)\b"
)


# A state's people of whom nobody is named.
LEADERS = r"(?:leadership|leaders|officials|authorities|representatives|politicians|government|interlocutors|counterparts|ministers)"
# “The Georgian leadership, among them”: a state's people of whom some are named behind it.
LEADERS_NAMED = (
    rf"(?:the\s)?(?:{{DSGER}}(?:['’]s?)?\s)?(?:[a-z-]+\s){{0,2}}?{LEADERS}"
    rf"(?:\s(?:in|of|from)\s(?:the\s)?{{LSGD}})?(?:,?\s{INCLUDING}\s|,?\s(?:as\swell\sas|and)\s(?:also\s)?with\s|,\s(?=(?:the\s)?{{A}}(?:,\s|\sand\s)))"
)
