"""Where, when and how visits are told: the rules, in the order in which they are tried, and their parts."""

import re

from kg.extract.actor_lists import LIST, NOT_ACTOR, SUBJECT
from kg.text.rule import Trigger

_BEING_IN = "|".join(
    rf"(?<=\b{verb}{day} in)"
    for verb in ("was", "were", "is", "are", "be", "expected", "due")
    for day in ("", " today", " last")
)


TRIGGER = Trigger(
    r"\b(?:visit|fact-finding|saw\b|inspect|arriv|travel|trip|tour|flew|fl(?:y|ies)\b|drove|headed|heads|stay(?:ed)?\b|went|go(?:es|ing)?\b|continue|came\b|com(?:e|es|ing)\b|journey|proceed|return|left\b|leaves?\b|depart)",
    # “Was in”, “is expected today in”: what stands before is looked for at each “in”, of which there are few.
    rf" in\b(?:{_BEING_IN})|\bset off\b|\b(?:two|three|four|five) days in\b|\bdelegation\b[^;,]{{0,60}} to\b|\bexpected (?:on|here|next|tomorrow)\b",
    re.IGNORECASE,
)


GOAL = r"(?:(?:{S}['’]s|(?:the\s)?{D})\scapital(?:\scity)?,?\s(?=(?:of\s)?{L}))?(?P<goal>(?:the\s)?(?:(?:north|south|east|west)[\w-]*\s)?(?:(?:\w+\s)?(?:(?:autonomous\s)?territorial\sunit|autonomous\sunit|city|cities|towns?|villages?|regions?|districts?|provinces?|countries|states|(?:participating\s)?[Ss]tates)\s(?:of|in)\s(?:the\s)?)?{LSRE}(?:(?:,\s|\sand\s|\sor\s|,\sand\s|/|,?\sand\sthen\s(?:on\s)?to\s)(?:the\s)?{LSRE})*|our\scountry\b|(?:the\s)?{D}\scapital\b(?!,?\s(?:of\s)?{L}))"


CALLED_OFF = rf"^\W*(?:The|This|His|Her|Their|An?)\s(?:[\w-]+\s){{0,2}}(?P<verb>visit|trip)\sto\s{GOAL}\s[^;,.]{{0,40}}?\b(?:be\s|was\s|were\s|been\s)(?:cancelled|canceled|called\soff|postponed|put\soff|dropped)\b"


UNNAMED = rf"^\W*(?:The|This|His|Her)\s(?:[\w-]+\s){{0,2}}(?P<verb>visit|trip)\sto\s{GOAL}"


BEGINS = rf"^\W*The\s(?:visit|tour|trip)\s[^;,.]{{0,20}}?\b(?P<verb>begins?|began|starts?|started|ends?|ended|concludes?|concluded|continue[sd]?)\s(?:today\s)?in\s{GOAL}"


GAP = rf"{NOT_ACTOR}{{0,90}}?"


# Houses and sites that people are shown, where no name is given.
SITES = (
    r"newsrooms?|schools?|kindergartens?|nursery|nurseries|hospitals?|clinics?|camps?|memorials?|monuments?|cemetery|cemeteries|mosques?|church|churches|synagogues?|monastery|monasteries"
    r"|crossings?|crossing\spoints?|checkpoints?|entry-exit\spoints?|university|universities|college|colleges|academy|academies|museums?|factory|factories|plants?|mines?|prisons?|detention\scent(?:re|er)s?"
    r"|villages?|settlements?|collective\scent(?:re|er)s?|reception\scent(?:re|er)s?|community\scent(?:re|er)s?|youth\scent(?:re|er)s?|resource\scent(?:re|er)s?|training\scent(?:re|er)s?|shelters?|polling\sstations?|police\sstations?"
    r"|exhibitions?|farms?|workshops?|contact\sline|line\sof\scontact|front\s?line|conflict\szone|radio\sstations?|wounded|injured|monitors|patients|prisoners|detainees"
)


# Something of a place that somebody was taken to see.
SIGHT = r"[^;.,{ASEGFH}]{0,70}?\b(?:in|at|near|outside)\s(?:the\s)?(?:(?:city|town|village)\sof\s)?(?P<goal>{LR})"


RULES = (
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:was|were|is|are|will\sbe)(?:\stoday|\slast)?\sin)\s{GOAL}(?=,?\s(?:(?:together|along)\swith|accompanied\sby|as\spart\sof|within\sthe)\s|\s(?:today|yesterday|tomorrow|{{N}}|in\s{{N}}|on\s{{N}}|on\s(?:an?\s|his\s|her\s|their\s)?(?:[\w-]+\s){{0,3}}?(?:visit|trip|tour)\b|for\s|to\s[a-z]|this\s))",
    rf"^\W*(?:Tomorrow|Today|Yesterday|(?:(?:On|From)\s)?{{N}}|(?:On\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s(?P<subject>{LIST}){GAP}\b(?P<verb>(?:was|were|is|are|will\sbe)\sin|stayed\sin)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:is|are)\s(?:also\s)?(?:expected|due)\sin)\s{GOAL}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>visit(?:s|ed|ing)?|tour(?:s|ed|ing)?)\s(?:(?:on\s)?{{N}},?\s|today\s|yesterday\s)?{GOAL}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>saw|toured|tours|inspected|inspects|visited|visits)\s(?:an?|the|several|two|three)\s{SIGHT}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>travel(?:s|led)?|went|drove|flew)\s(?:on\s{{N}}\s)?to\s(?:an?|the)\s{SIGHT}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>visit(?:s|ed)?|toured|inspected)\s(?:an?|the|several|two|three|four)\s(?:[a-z-]+\s){{0,2}}?(?P<goal>{SITES})\b(?!['’-])",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>visit(?:s|ed)?|travel(?:s|led)?\sto|go\sto)\sthe\s(?P<goal>region|area|country)\b",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:conclude[sd]?|completed|ended|wrapped\sup|paid|made|began|started)\s(?:today\s)?(?:an?|his|her|their)\s(?:[\w-]+\s){{0,4}}?(?:visit|trip|tour|journey))\sto\sthe\s(?P<goal>region)\b",
    # “Concluded his first visit to the EU institutions”.
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:conclude[sd]?|completed|ended|wrapped\sup|paid|made|began|started)\s(?:today\s)?(?:an?|his|her|their)\s(?:[\w-]+\s){{0,4}}?(?:visit|trip|tour|journey))(?:\stoday)?\sto\s(?:the\s)?(?:(?:{{GE}}|European|international)(?:['’]s)?\s){{1,2}}(?P<goal>[Ii]nstitutions)\b",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>arriv(?:es|ed?|ing))\s(?:\w+\s)?(?:in|at)\s{GOAL}",
    rf"(?P<subject>{SUBJECT}){GAP}\b(?P<verb>travel(?:s|l?ed|l?ing)?|flew|drove|headed|heads|went|go(?:es)?(?:\son)?|going|continue[sd]?|came|comes|proceed(?:s|ed)?|moved\son|fl(?:y|ies)(?!\s(?:back|home))(?:\son)?|(?<=plans\sto\s)return|(?<=intends\sto\s)return|(?<=is\s)(?:returning|flying|heading|coming|en\sroute|on\s(?:his|her|its)\sway)|(?<=are\s)(?:returning|flying|heading|coming|en\sroute|on\stheir\sway)|(?<=will\s)come|(?<=to\s)come|(?<=be\s)coming)(?:(?:\son)?,\sby\s(?:road|car|train|air|plane|helicopter|bus),)?\s(?:(?:(?:on|from)\s)?{{N}}\s|from\s(?:{{L}}|here|there)\s|on\s\w+day\s|by\s(?:road|car|train|air|plane|helicopter|bus)\s|\w+\s)?(?:on\s)?to\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:(?:left|leaves|departed|departs|embarked|embarks|set\soff|sets\soff)(?:\stoday|\syesterday)?\s(?:for|on)|conclude[sd]?|wound\sup|winds\sup|wrap(?:s|ped)?\sup|end(?:s|ed)?|finish(?:es|ed)?|le(?:ads?|d)|(?:(?<=is\s)|(?<=are\s)|(?<=was\s))(?:currently\s|now\s|today\s)?(?:concluding|ending|completing|finishing|wrapping\sup|beginning|starting|leading|heading)|began|begins?|paid|pays?|paying|made|makes?|making|complete[sd]?|start(?:s|ed)?|continue[sd]?|undertook|undertak(?:es?|ing)|carr(?:ies|ied|y)\sout|postpon(?:e[sd]?|ing)|put(?:s|ting)?\soff|defer(?:s|red)?|cancel(?:s|led|ed)?|call(?:s|ed)\soff)\s(?!of\b)(?:today\s|yesterday\s|here\s|in\s{{L}}\s|(?:on\s)?{{N}}\s|on\s\w+day\s)*(?:(?:a|an|his|her|their|the)\s)?(?:[\w-]+\s){{0,4}}?(?:\([^()]{{1,24}}\)\s)?(?:visits?|trip|tour|fact-finding\smission|(?<=his\s)(?:two|three|four|five)\sdays|(?<=her\s)(?:two|three|four|five)\sdays|(?<=their\s)(?:two|three|four|five)\sdays))\s(?:today\s|abroad\s|(?:in\s(?:this|that|his|her|their)\s(?:new\s)?(?:capacity|role|function|office)|as\s(?:the\s)?(?:new\s)?{{AOHF}}|since\staking\s(?:up\s)?(?:office|over[^;,{{A}}]{{0,40}}?))\s)?(?:to|in|(?<=tour\s)of|that\s(?:took|had\staken)\s(?:him|her|them)\sto)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:left|leaves?|departed|departs?|set\soff)\s(?:(?:from\s|on\s|early\s)?(?:today|yesterday|tomorrow|tonight|later|then|{{LS}}|{{N}}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:\s(?:morning|afternoon|evening))?\s)*for)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:led|leads?|leading|head(?:s|ed|ing)?)\san?\s(?:[\w-]+\s){{0,3}}?delegation(?:\sof\s[a-z-]+(?:\s[a-z-]+){{0,3}})?)\sto\s{GOAL}",
    rf"(?P<subject>{LIST})(?:['’]s?)\s(?P<verb>(?:[\w-]+\s){{0,4}}?(?:visit|trip))\sto\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>with\sa\s(?:[\w-]+\s){{0,2}}?visit)\sto\s{GOAL}",
    # “Started his tour of NATO countries with a trip to X and Y on 4 May, and a visit to Z on 8 May”.
    rf"(?P<subject>{LIST})\s(?:(?:also|today|yesterday|has|will)\s)*(?:started|starts?|began|begins?|opened|continued|concluded|ended)\s(?:an?|the|his|her|their)\s[^;,.]{{0,60}}?\b(?P<verb>(?:tour|journey|trip|round\sof\svisits)\b[^;,.]{{0,60}}?\swith\sa\s(?:[a-z]+\s)?(?:visit|trip))\sto\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:on|during|after(?=\san?\s)|in\sthe\scourse\sof|as\spart\sof|within\sthe\sframework\sof|at\sthe\s(?:end|start|beginning)\sof|following(?=\san?\s)|in|(?:returned|returns|back)\s(?:today\s|yesterday\s|{{N}}\s)?from)\s(?:(?:a|an|his|her|their|the)\s(?:[\w-]+\s){{0,5}}?(?:visit|trip|tour|fact-finding\smission)|(?:(?:official|working|state|separate|private|short|brief|regular|farewell|first|surprise|[a-z]+-day)\s(?:and\s)?)*visits?))\s(?:to|of|in)\s{GOAL}",
    rf"(?<!statement\s)(?<!report\s)(?<!remarks\s)(?<!briefing\s)\b(?P<verb>(?:[Dd]uring|[Ff]resh\sfrom|[Jj]ust\sback\sfrom|[Bb]ack\sfrom|[Rr]eturning\sfrom|[Oo]n|[Ii]n\sthe\scourse\sof|[Cc]oncluding|[Ww]rapping\sup|[Ee]nding|[Cc]ompleting|[Bb]eginning|[Aa]s\spart\sof|[Ww]ithin\sthe\sframework\sof|[Aa]t\sthe\s(?:end|start|beginning)\sof|[Aa]head\sof|[Bb]efore|(?:^|(?<=[–—-]\s))In(?!\s\w+\s(?:[\w-]+\s){{0,4}}?(?:on|about|of|for|during|after|before|at|to)\s(?:a|an|his|her|their|the)\s))\s(?:(?:a|an|his|her|their|the)\s(?:{{N}}\s)?(?:[\w-]+\s){{0,5}}?(?:visits?|trips?|tour|journey|stay)|(?:(?:official|working|separate|recent|brief|short|successive)\s){{0,2}}(?:visits|trips)))\s(?:to|of|in)\s{GOAL}[^;]{{0,140}}?(?:,\s(?:the\s)?(?:(?:new|newly\s\w+|incoming|visiting)\s)?|,\s[^;,{{A}}]{{3,90}}?\sas\s(?={{A}}\s(?:today\s|also\s)?[a-z]+ed\b))(?P<subject>{{H}}|{LIST})",
    rf"\b(?P<verb>(?:[Ff]ollowing|[Aa]fter|[Ss]ince)\s(?:his|her|their)\s(?:[\w-]+\s){{0,3}}?(?:visit|trip|journey))\sto\s{GOAL}\s(?:on\s|in\s|last\s|of\s|earlier\sthis\s)?(?:{{N}}|week|month|year)[^;,]{{0,60}},\s(?:the\s)?(?P<subject>{LIST})",
    rf"(?P<subject>{LIST})['’]s?\s(?P<verb>(?:upcoming|forthcoming|coming|planned|next)\s(?:[\w-]+\s)?(?:visit|trip))\sto\sthe\s(?P<goal>region|area|country)\b",
    rf"(?P<subject>{LIST}){GAP}\b(?:recall(?:s|ed|ing)|referr(?:ed|ing)\sto|mention(?:s|ed|ing)|describ(?:es|ed|ing)|(?:inform|brief|told)(?:s|ed)?\s[^;.{{A}}]{{3,40}}?\s(?:of|about|on)|report(?:s|ed)\s(?:[^;.{{A}}]{{3,30}}?\s)?(?:on|about))\s(?P<verb>(?:his|her|their)\s(?:[\w-]+\s){{0,3}}?(?:visits?|trips?|journey))\sto\s(?:(?:[a-z]+\s){{1,4}}in\s)?{GOAL}",
    rf"\b(?P<verb>(?:visit|trip))\sthat\s(?P<subject>{LIST})\s(?:(?:has|had)\s|(?:has\sbeen|had\sbeen|is|was)\s(?=paying|making))?(?:paid|made|makes|pays|undertook|paying|making)\sto\s{GOAL}",
    rf"\b(?:(?:[Tt]he|[Aa]n?)\s|(?=(?:upcoming|forthcoming|official|state|working)\s))(?P<verb>(?:(?!(?:of|for|a)\s)[\w-]+\s){{0,3}}?(?:visit|trip))\s(?:of|by)\s(?:the\s)?(?P<subject>{LIST}),?(?:\s(?:(?:on|from)\s)?{{N}})?\sto\s{GOAL}",
    rf"\b[Oo]n\s(?P<verb>(?:(?:a|an|his|her|the)\s)?(?:[\w-]+\s){{0,3}}visit)(?:\sas\s{{A}})?,\s(?P<subject>{LIST})\s[^;]{{0,80}}?\bin\s(?P<goal>{{L}})",
    rf"\b(?P<verb>(?:[\w-]+\s){{0,3}}(?:visit|trip))\sto\s{GOAL}\s(?:by|of)\s(?:the\s)?(?P<subject>{{A}}(?:\sand\s{{A}})?)",
    r"\b[Oo]n\s(?P<verb>(?:(?:a|an|his|her|the)\s)?(?:[\w-]+\s){0,3}visit)\sas\s(?P<subject>{A})\s[^;]{0,80}?\bin\s(?P<goal>{L})",
    r"\b[Ii]n\s(?:the\s)?(?P<goal>{LSR})\s(?P<verb>(?:at\sthe\s(?:end|start|beginning|close)\sof|during|on)\s(?:his|her|their)\s(?:[\w-]+\s){0,2}(?:visit|trip))(?:\sthere)?,\s(?P<subject>{AH})",
    rf"(?:^|(?<=[–—]\s)|(?<=\s-\s))(?P<verb>Visiting|(?:(?:After|Upon)\s)?[Hh]aving\svisited|After\s(?:visiting|touring))\s{GOAL}[^;]{{0,140}}?,\s(?:(?:an?|the)\s(?:{{G}}\s|[a-z-]+\s){{0,2}}?delegation\s(?:led|headed)\sby\s)?(?P<subject>(?:the\s)?{{A}}(?=,\s(?:together|along)\swith\s)|{LIST})",
)


OF_VISIT_VERB = re.compile(r"(?i)(?:concl|lea|led|wound|wind|wrap|end|finish|beg|pa|ma|compl|start|under|carr)")


# “Discussed preparations for the election during a visit”: what is prepared is not the visit.
TO_COME = re.compile(
    r"\b(?:will|would|shall|is|are|was|were|plan\w*|intend\w*|hope\w*|agreed|going|set|due|expected|scheduled)\b(?!\s(?:able|in|on|at|a|an|the)\b)"
)


IS_COMING = re.compile(r"\b(?:upcoming|forthcoming|planned|future|next|expected|scheduled|coming)\b")


OURS = "our country"
