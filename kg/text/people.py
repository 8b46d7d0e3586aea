"""Finds personal names that no list knows, by the title, honorific or apposition beside them.

A name is a run of capitalised words, initials and particles (“Jonas Gahr Lind”, “Ann B. Field, Jr.”,
“Sheikh Mishal Al-Ahmad Al-Jabir Al-Sabah”). Nothing is a name without a cue.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kg.text.cover import Cover
from kg.text.fold import fold
from kg.text.name_words import is_first_name, not_names
from kg.text.office import Office
from kg.text.rule import Rule, Trigger, Triggered, able, able_in, triggered, triggers
from kg.text.shape import Shape, pattern
from kg.text.title_table import portfolio_words

PARTICLES = r"(?:de|del|della|di|da|do|dos|van|von|der|den|ter|bin|bint|ibn|al|el|la|le|y|e|of the House)"
WORD = r"(?:(?:al|el|ad|as|ash|an|ar|bin|ben|d|de|l|ul)[-'’])?[^\W\d_a-z][\w'’]*(?:[-‑–](?:[^\W\d_])[\w'’]*)*"
# “D.Davaasuren”: an initial and a name that touch.
TOKEN = rf"(?:[A-Z]\.(?:-?[A-Z]\.)*(?:(?=[A-ZÀ-Ž][a-zà-ž]){WORD})?|{WORD})"
NAME = rf"{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{0,5}}(?:,?\s(?:Jr|Sr)\b\.?|\s(?:II|III|IV)\b)?"
# What a surname alone can begin with: “President von der Leyen”.
_BEGUN = r"(?:(?:von|van|de|der|den|del|della|di|da|dos|ter|la|le)\s){0,3}"
_BEGINNING = re.compile(rf"^{_BEGUN}(?=[^\W\d_a-z])")
HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Amb|Gen|Rev|H\.\s?E|Hon)\.?|Sir|Dame|Madam|Dato[’'](?: Sri| Seri)?|Datuk(?: Seri)?|Datin|Tan Sri|Pehin|Sheikh|Sheikha|Sayyid|Professor|Cardinal|Archbishop|Patriarch|Metropolitan|Bishop|Imam|Rabbi|Mufti|Father|Reverend|Pastor|Chaplain|Monsignor|Academician|(?:Brig|Maj|Lt|Col|Capt|Cmdr|Adm|Sgt)\.(?:\s(?:Gen|Col)\.)?(?:\s\((?:Retd?|ret)\.?\))?|(?:His|Her) (?:Royal |Serene )?(?:Excellency|Holiness|Eminence|Majesty|Highness),?|Their Excellencies)"
_HONORIFICS = re.compile(rf"{HONORIFIC}(?:\s{HONORIFIC})*")
NAMES = 4000
"""Names of which the words are kept: they come again within a release, and most in the next ones."""
POSSESSIVE = re.compile(r"['’]s?$")


class Candidate(NamedTuple):
    """A stretch of a paragraph that is written as a name; `sure` if the cue leaves no doubt."""

    start: int
    end: int
    name: str
    sure: bool = True


# “V.Petrov”: an initial and a name that touch.
_TOUCHING = re.compile(r"(?<=\b[a-z])\.(?=[a-z])")


@lru_cache(maxsize=NAMES)
def name_tokens(name: str) -> tuple[str, ...]:
    """The folded words of a name, without suffixes such as “Jr.”, initials and what a surname alone begins with."""
    words = _TOUCHING.sub(". ", fold(_BEGINNING.sub("", name))).replace(",", " ").split()
    kept = [word.strip(".") for word in words]
    return tuple(word for word in kept if len(word) > 1 and word not in {"jr", "sr", "ii", "iii", "iv"})


_INITIAL = re.compile(r"(?P<letter>[^\W\d_a-z])\.")
# Letters with which the same given name begins in one spelling and another: “Evgeny”, “Yevgeny”.
_SPELT = ("eyij", "ckqg", "vw", "gh", "sczx", "aou")


def fits_initial(full: str, written: str) -> bool:
    """Whether somebody of a full name can be meant by a name that begins with an initial, if it does: “N. Novy”."""
    initial = _INITIAL.match(written)
    if initial is None:
        return True
    pair = {fold(initial["letter"]), fold(full[:1])}
    return len(pair) == 1 or any(pair <= set(letters) for letters in _SPELT)


# “The Ambassador of Slovenia to Moldova (with residence in Bucharest)”.
RESIDENT = r"\((?:with\s(?:a\s)?residence|resid\w+|non-resident|based)[^()]{0,40}\)"
# What a body's name means, between dashes behind an office in it.
EXPLAINED = r" [-–—] the [^-–—,;.]{3,50} [-–—]"
# “The UN envoy in the talks on the name, Anna Lund”.
_IN_TALKS = r"\s(?:in|for|on)\sthe\s[^,;.{PO}]{2,50}?\b(?:talks|negotiations|process|dispute|issue|conflict|dialogue|crisis)(?=,)"
_AFTER_OFFICE = (
    rf"{{O}}(?:\s\((?:[A-Z][A-Za-z]{{1,7}}|{{GF}})\)(?=,?\s))?(?:\sin\s(?:the\s)?{{LSR}}(?=,)|\s{RESIDENT}|{EXPLAINED}|{_IN_TALKS})?"
    rf"(?:,?\s{HONORIFIC})*(?P<comma>,)?\s(?P<name>{_BEGUN}{NAME})"
)
# “Presidents Anna Lund and Karel Novy”, of whom the lists know the first.
_AFTER_OFFICE_KNOWN = rf"{{O}},?(?:\s{HONORIFIC})*\s{{P}}(?=(?:\s(?:of|from)\s(?:the\s)?{{SE}})?,?\sand\s[A-ZÀ-Ž])"
_AFTER_HONORIFIC = rf"\b{HONORIFIC}(?:\s{HONORIFIC})*\s(?P<name>{_BEGUN}{NAME})"
# What stands behind a name for what its bearer is or has been given.
LETTERS = r"(?:MdB|MdL|MdEP|MP|MEP|QC|KC|OBE|CBE|KCMG|CMG|PhD|Jr\.?)"
_BEFORE_OFFICE = rf"(?<![\w‑–-])(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?:(?:\s?\([^()]{{1,40}}\)|,\s{LETTERS})?,\s|\s\()(?:(?:the|an?|its|their|his|her|who is the|also|currently|now|newly\s\w+ed|recently\s\w+ed|(?:(?:speaking|acting|writing)\s)?in\s(?:his|her)\s(?:new\s|current\s|present\s)?(?:capacity|role|function)\sas|as)\s)*(?:(?:{{SD}}\s)?{{GH}}['’]s\s)?{{O}}"
_AND_NAME = rf"\sof\s(?:the\s)?{{SE}}(?:,|,?\sand)\s(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?=\sof\s(?:the\s)?{{SE}})"
_SPEAKER = (
    r"(?<!\S)(?:^|(?<=[–—-]\s)|(?<=[”\"“]\s)|(?<=\.\s)|(?<=,\s)|(?<=;\s)|(?<=and\s)|(?<=then\s))(?P<name>(?:[A-Z]\.\s?){0,2}"
    + WORD
    + r")(?=\s(?:also\s|further\s|then\s|today\s)?(?:said|told|stressed|stated|added|met|meets|held|holds|welcomed|visited|will\s(?:visit|meet|travel)|thanked|spoke|arrived|travelled|called|urged|noted|emphasized|underlined|expressed|received|hosted|condemned|attended|agreed|succee(?:ds|ded)|replace[sd]|is\sexpected))"
)
_SAID = rf"[”\"]\s(?P<name>{NAME})\s(?:also\s|further\s)?(?:said|added|stated|stressed|noted|emphasized|concluded|explained|continued)\b"
# An unknown name as the object of a verb that only people can be the object of.
_OBJECT = rf"\b(?:(?:met|meets|meet)(?:\s(?:today|yesterday))?|receives?d?|thanked|congratulated|succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|t(?:akes?|ook|aken|aking)\sover\sfrom)\s(?:with\s)?(?P<name>{NAME})"
_AND_ANOTHER = rf"(?:,|,?\sand)\s(?P<name>{NAME})"
_ATTENDED = rf"(?:^|(?<=[–—-]\s)|(?<=\.\s))(?P<name>{TOKEN}(?:\s{TOKEN}){{1,3}})\s(?:also\s)?(?:attended|took\spart|participated|joined|said|told|added|stressed)\b"


# “Anna Lund of Norway – at present a judge – has been appointed”; a party or league of a state is rather elected or selected.
_FROM_SOMEWHERE = (
    r"\s(?:of|from)\s(?:the\s)?{S}(?:\s[–—]\s[^;–—]{2,140}\s[–—]|,\swho\s[^;]{2,160}?,)?\s(?:has\sbeen|was|is|will\sbe|had\sbeen)\s"
    r"(?=(?:not\s|today\s|\w+ly\s|also\s)*(?:re-?)?(?:appointed|designated|sworn\sin)\b)"
)
_NAMED = (
    rf"(?<![\w‑–-])(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?:\s(?:has\sbeen|have\sbeen|was|were|is|will\sbe|had\sbeen)\s|,\swho\s(?:\w+ly\s|just\s)?(?:has\sbeen|had\sbeen|was|is)\s|{_FROM_SOMEWHERE})"
    r"(?:not\s|today\s|\w+ly\s|also\s)*(?:re-?)?(?:appointed|elected|named|nominated|sworn\sin|designated|confirmed|selected)\b"
)
_TAKING = rf"(?<![\w‑–-])(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})\s(?:(?:has|have|had|will|today|\w+ly)\s)*(?:becomes?|became|(?:takes?|took|taken)\s(?:up\soffice|office|over|up\s(?:his|her|the))|assume[sd]?\s(?:office|duties|his|her|the)|beg[au]n\s(?:his|her)|start(?:s|ed)?\s(?:his|her)|(?:been\s)?serv(?:e|es|ed|ing)\sas)\s[^.;,{{PO}}]{{0,30}}{{O}}"
_NAMING = (
    r"\b(?:appoint(?:s|ed|ing)?|nam(?:es|ed|ing)|to\sname|nominate[sd]?|elect(?:s|ed)?|designate[sd]?|appointment\sof)\s"
    rf"(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?=,|\sas\b|\sto\b|\sof\b|\s\(|\s{{O}})"
)
# “Appointed X as his Envoy and Anna Lund as his Representative”.
_ALSO_NAMING = (
    r"\b(?:appoint(?:s|ed|ing)?|nam(?:es|ed|ing)|to\sname|nominate[sd]?|elect(?:s|ed)?|designate[sd]?)\s[^;.]{3,120}?\sas\s[^;.]{3,120}?,?\sand\s"
    rf"(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?=\sas\s)"
)
# Callings that stand before a name in lower case.
CALLING = (
    r"(?:journalists?|writers?|reporters?|bloggers?|editor(?:-in-chief)?|activists?|lawyers?|defenders?|politicians?|diplomats?"
    r"|experts?|prosecutors?|judges?|specialists?|researchers?|scholars?|professor|historian|photographer|cameraman|publisher|scientist|economist|legislator|actor|actress|singer|husband|wife|widow|daughter|son|brother|sister|mother|father)"
)
# What somebody leads or does for others, before the name; an article shows where a comma parts them.
_LEADING_WORD = r"leaders?|mediators?|negotiators?|officials?|envoys?|parliamentarians?|lawmakers?|aides?|advis[eo]rs?|deput(?:y|ies)|interlocutors?|counterparts?|colleagues?|successor|predecessor"
_LEADING = (
    rf"(?:{_LEADING_WORD}"
    r"|(?:affairs|policy|security|intelligence|police|[Dd]elegation|[Mm]ission|[Oo]ffice|party)\s(?:chief|head))"
)
_HEADED = r"(?:head|leader|chief|director|editor|chair(?:man|woman|person)?)\sof\s(?:the\s)?[a-z][^,;.{PO}]{2,60}"
_AFTER_LEADING = rf"\b{_LEADING}\s(?:{HONORIFIC}\s)?(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})"
_SET_OFF = (
    rf"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|['’]s?)\s(?:[a-z-]+\s|{{G}}\s){{0,3}}?(?:{_LEADING}|{CALLING}|{_HEADED})(?:\s(?:in|for|to|on)\sthe\s[^,;.{{PO}}]{{2,60}})?,\s(?:{HONORIFIC}\s)?"
    rf"(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?=[,.;]|\s(?:and|in|at|on|to|today|yesterday|who)\b|$)"
)
_AFTER_CALLING = rf"\b{CALLING}\s(?:{HONORIFIC}\s)?(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})"
_CALLED = rf"(?<![\w‑–-])(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}}),\s(?:an?|the)\s(?:[a-z-]+\s){{0,2}}{CALLING}\b"
# “Anna Lund (MP, Estonia)”: how parliamentary assemblies name their members.
IN_PARLIAMENT = r"(?:MP|MEP|PM|Senator|Deputy|Member of Parliament)"
_OF_PARLIAMENT = rf"(?<![\w‑–-])(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})\s\((?:{IN_PARLIAMENT}|{{O}}),\s(?:the\s)?{{SE}}\)"
# “Anna Lund (Norway) as Secretary General”, in a list of who was appointed.
_AS_OFFICE = rf"(?:^|(?<=;\s))(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})(?:\s\({{S}}\)|,?\s(?:of|from)\s(?:the\s)?{{S}}),?\sas\s(?:the\s|its\s|new\s)*{{O}}"
_PREDICATED = (
    rf"(?:^|(?<=[.;,–—-]\s))(?P<name>{WORD})\s(?:is|was|becomes|became)\s(?:(?:the|an?|also|now|currently)\s)*{{O}}"
)
_IN_LIST = rf"^(?:{HONORIFIC}\s)*(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}}),\s(?:[Tt]he\s)?{{G}}"
_DONE_BY = (
    r"\b(?:headed|led|chaired|moderated|represented|accompanied|joined|hosted|opened|attended|briefed|received|welcomed"
    r"|greeted|signed|facilitated|succeeded|replaced|followed)\sby\s"
    rf"(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})"
)
_SUCCEEDED = rf"(?<![\w‑–-])(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})\s(?:succe(?:eds|eded)|replace[sd]|takes\sover\sfrom|took\sover\sfrom)\s(?=[A-Z{{PO}}])"
# “A was represented by X and B by Anna Lund”.
_OTHER_SIDE = rf"\brepresented\sby\s[^;.]{{3,120}}?(?:,|,?\sand)\s(?:the\s)?{{SELDG}}\sby\s(?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})"
# “The Co-Chairs of the Minsk Group (Igor Popov of the Russian Federation, …”.
_OF_FORMAT = (
    rf"{{F}}(?:\sof\sthe\s{{FG}})?\s\((?P<name>{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}})\sof\s(?:the\s)?{{SE}}"
)
_FULL = rf"{TOKEN}(?:\s(?:{PARTICLES}\s)*{TOKEN}){{1,4}}"
# “The Co-Chairs of the Discussions, Ambassador Anna Lund (OSCE), Karel Novy (EU) and …”: those who are in an office together.
_JOINT = (
    rf"(?P<joint>{{FO}}|\b[Cc]o-(?:[Cc]hairs|[Ff]acilitators|[Mm]oderators|[Oo]rdinators))(?:\sof\s(?:the\s)?{{FG}})*"
    rf"(?:\s\((?:{{FG}}|[A-Z]{{2,8}})\))?(?:,|\s[–—-])\s(?:{{O}}\s|{HONORIFIC}\s)?(?P<name>{_FULL})"
)
# “The OSCE Minsk Group Co-Chairs Anna Lund and Karel Novy”; words in capitals that no name follows may be a headline's.
_JOINT_TOUCHING = (
    r"(?:(?<=[Tt]he\s)|(?<=\bwith\s)|(?<=\bby\s)|(?<=\band\s)|(?<=\bmet\s)|(?<=\breceived\s)|(?<=\bbetween\s)|(?:^|(?<=[.–—-]\s))(?=[^;]{10,200}?\s(?!and\b)[a-z]{3,}\s))"
    rf"(?:{{G}}\s)?(?P<joint>{{F}}|[Cc]o-(?:[Cc]hairs|[Ff]acilitators|[Mm]oderators))(?:\sof\s(?:the\s)?{{FG}})?\s(?P<name>{_FULL})(?=(?:\s\({{S}}\))?(?:,|,?\sand)\s(?:{{P}}|{_FULL}))"
)
# “Members of the Presidency, Anna Lund and Karel Novy”.
_MEMBERS = (
    rf"\b(?P<joint>[Mm]embers|[Ll]eaders|[Hh]eads|[Rr]epresentatives|[Ff]ounders|[Ee]ditors|[Mm]ayors)\s(?:of|from)\s(?:the\s)?(?:{{GS}}|[A-ZÀ-Ž][^,;.{{PO}}]{{2,60}}|[a-z]+\s[^,;.{{PO}}]{{2,60}})(?:,|(?<=[{{GS}}]))"
    rf"\s(?:{HONORIFIC}\s|{{O}}\s)?(?P<name>{_FULL})(?=,|,?\sand\s)"
)
# “The two candidates in the recent elections, Anna Lund and Karel Novy”.
_RIVALS = (
    rf"\b(?P<joint>candidates|contenders|rivals|frontrunners|nominees|negotiators|speakers|mediators|envoys|leaders)(?:\s(?:in|for|at|of|to|on)\s[^;,.{{PO}}]{{2,60}})?,"
    rf"\s(?:{HONORIFIC}\s|{{O}}\s)?(?P<name>{_FULL})(?=,|,?\sand\s)"
)
# “The Chief Negotiators from Chisinau, Anna Lund, and from Tiraspol, Karel Novy”.
_SENT = rf"(?P<joint>{{O}})\sfrom\s(?:the\s)?{{SDLERG}},\s(?:{HONORIFIC}\s)?(?P<name>{_FULL})"
_ALSO_SENT = rf"(?:,|,?\sand)\sfrom\s(?:the\s)?{{SDLERG}},\s(?:{HONORIFIC}\s)?(?P<name>{_FULL})"
# “The representatives of the EU, Anna Lund, the OSCE, Karel Novy, and …”.
_SENT_BY = rf"\b(?P<joint>[Rr]epresentatives|[Ee]nvoys)\s(?:of|from)\s(?:the\s)?{{SEG}},\s(?:{HONORIFIC}\s|{{O}}\s)?(?P<name>{_FULL})(?=,?\s(?:and\s)?(?:of\s|from\s)?(?:the\s)?{{SEG}},\s)"
_ALSO_SENT_BY = rf"(?:[,;]?\s(?:and\s)?(?:of\s|from\s)?(?:the\s)?{{SEG}},\s(?:{{O}}\s)?{{P}})*[,;]?\s(?:and\s)?(?:of\s|from\s)?(?:the\s)?{{SEG}},\s(?:{HONORIFIC}\s|{{O}}\s)?(?P<name>{_FULL})"
# “The Ambassadors of Albania, Anna Lund, and of Croatia, Karel Novy”.
_OF_STATES = rf"(?P<joint>{{O}}),\s(?:{HONORIFIC}\s)?(?:{{P}}|(?P<name>{_FULL}))(?=[,;]?\s(?:and\s)?(?:of\s|from\s)?(?:the\s)?{{SE}},\s)"
# “The Ministers of Estonia (Anna Lund) and Latvia (Karel Novy)”.
_OF_STATES_BRACKETED = rf"(?P<joint>{{O}})\s\((?:{HONORIFIC}\s)?(?:{{P}}|(?P<name>{_FULL}))(?=\)[,;]?\s(?:and\s)?(?:of\s)?(?:the\s)?{{SE}}\s\()"
_ALSO_BRACKETED = rf"(?:\)[,;]?\s(?:and\s)?(?:of\s)?(?:the\s)?{{SE}}\s\({{P}})*\)[,;]?\s(?:and\s)?(?:of\s)?(?:the\s)?{{SE}}\s\((?:{HONORIFIC}\s)?(?P<name>{_FULL})(?=\))"
# “The Ambassadors of Albania Anna Lund, Croatia Karel Novy and …”, “of foreign states – Albania Anna Lund, …”.
_AND_OF_STATE = rf"(?:,|,?\sand)\s(?:the\s)?{{SE}}\s(?:{HONORIFIC}\s)?(?P<name>{_FULL})"
_OF_STATES_TOUCHING = rf"(?P<joint>{{O}})(?:\s[^;.,{{PO}}]{{0,60}})?\s?[-–—:]\s(?:the\s)?{{SE}}\s(?:{HONORIFIC}\s)?(?P<name>{_FULL})(?=,|,?\sand\s)"
# A word for several who are in an office together.
SEVERAL = re.compile(r"(?i)\bco-(?:chairs|facilitators|moderators|ordinators)\b")
# Names beside verbs and nouns that bodies stand beside, too: only those that a given name begins.
_DOES = (
    r"(?:\s(?:also|then|today|jointly|later))?\s(?:met|meets|held|holds|hosted|hosts|received|receives|visited|visits|discussed|discusses|spoke|signed"
    r"|co-chaired|chaired|opened|addressed|travelled|arrived|thanked|welcomed|stressed|noted|underlined|emphasized"
    r"|said|stated|told|pointed|warned|urged|praised|commended|condemned|deplored|headed|led|expressed|reported|announced|recalled|reaffirmed|outlined|presented)\b"
)
_GIVEN = (
    rf"(?:^|(?<=[.,;–—-]\s)|(?<=and\s))(?P<name>{_FULL})(?={_DOES})",
    rf"(?:^|(?<=[.,;–—-]\s))(?P<name>{_FULL})(?=,?\sand\s(?:{{P}}|{{O}}\s(?:{{P}}|{_FULL})|{_FULL}){_DOES})",
    rf"\b(?:spoke|spoken|talked|met)(?:\s(?:today|yesterday|again|here|there|separately|(?:on|in|at)\s(?:the\s)?(?:{{LRN}}|[A-Z][\w’-]+))){{0,3}}\s(?:with|to)\s(?P<name>{_FULL})"
    r"(?=[,.;]|\s(?:and|to|on|in|at|for|about|before|after|during|today|yesterday|following)\b|$)",
    rf"\b(?:meetings?|talks|calls?|conversations?|consultations|discussions|lunch|dinner)\swith\s(?P<name>{_FULL})",
    rf"(?:^|(?<=[.;–—-]\s))(?P<name>{_FULL})(?=,\s(?:who|whom|whose|(?:with|to|on|by|from)\swhom)\s)",
    rf"\b(?:listen(?:s|ed)?\sto|heard\sfrom|(?:spoken?|talked)\s(?:by|over|on)\s(?:the\s)?(?:tele)?phone\s(?:with|to))\s(?P<name>{_FULL})(?=[,.;]|\s(?:and|on|in|at|for|about|before|after|during|today|yesterday)\b|$)",
    # “Human rights defenders, Anna Lund and Karel Novy among them”.
    rf"(?<=[a-z],\s)(?P<name>{_FULL})(?=(?:,\s{_FULL}){{0,3}},?\sand\s(?:{{P}}|{_FULL})\samong\s(?:them|others)\b)",
    rf"(?:{{P}}|[a-zà-ž])(?:,|,?\sand)\s(?P<name>{_FULL})(?=\samong\s(?:them|others)\b)",
    rf"\b(?:release|arrest|detention|imprisonment|murder|killing|assassination|poisoning|trial|case|fate|whereabouts)\sof\s(?P<name>{_FULL})(?=[,.;]|\s(?:and|on|in|at|who|from|by|was|were|is|has)\b|$)",
    rf"(?<=\bwhere\s)(?P<name>{_FULL})(?=\s(?:was|had\sbeen|is|lies|lived)\s)",
    rf"\b(?:expect(?:s|ed)?|want(?:s|ed)?|ask(?:s|ed)?\sfor|free|freed|release|released)\s(?P<name>{_FULL})(?=\sto\sbe\s|[.,;]|\s(?:and|from|at)\b)",
    rf"(?:^|(?<=[.;–—-]\s))(?P<name>{_FULL})(?=\s(?:is|remains|has\sbeen)\s(?:(?:the|an?|also|now|currently|new|its|their)\s)*{{O}})",
    # “A Dane, Anna Lund, is the newly appointed Head of Mission.”
    rf"(?<=[a-z{{D}}],\s)(?P<name>{_FULL})(?=,\s(?:is|was)\s(?:(?:the|an?|also|now|currently|new|newly\s\w+ed|its|their)\s)*{{O}})",
    rf"\b(?:mandate|term|tenure|appointment|mission|designation|nomination|role)\sof\s(?P<name>{_FULL})(?=\sas\s)",
    rf"(?:^|(?<=[.,;–—-]\s))(?P<name>{_FULL})(?=\s(?:(?:has|have|had|will|today|\w+ly)\s)*(?:hand(?:s|ed)?\sover|step(?:s|ped)?\sdown)\s)",
    rf"\bhand(?:s|ed|ing)?\sover\s(?:[^;.{{PO}}]{{0,40}}{{O}}\s)?to\s(?P<name>{_FULL})(?=[.,;]|\s(?:as|on|in|today|at)\b)",
    rf"\b(?:hosted|hosts|welcomed|joined|briefed|telephoned)\s(?P<name>{_FULL})",
    rf"\bby\s(?:{{O}}\s)?(?:{{P}}|{_FULL}),?\sand\s(?P<name>{_FULL})(?=[,.;])",
    rf"\binclud(?:ing|ed|es)\s(?P<name>{_FULL})(?=[,.;]|\sand\s)",
    rf"{{S}}['’]s?\s(?P<name>{_FULL})",
    rf"{{P}}(?:,|,?\sand)\s(?P<name>{_FULL})",
    rf"\bmeeting\s(?:with\s)?(?P<name>{_FULL})",
    # “The meeting of President Lund and Karel Novy in Riga”.
    rf"\b(?:meetings?|talks|conversations?|negotiations|dialogue|agreement|summit|encounter)\s(?:of|between)\s(?:the\s)?(?:{{O}}\s)?(?:{{P}}|{TOKEN}(?:\s{TOKEN}){{0,3}})(?:\sof\s(?:the\s)?{{SE}})?,?\sand\s(?P<name>{_FULL})(?=[.,;]|\s(?:in|on|at|that|which|last|this|earlier|to)\b|$)",
    rf"(?<=[{{P}}a-zà-ž])(?:,|,?\sand)\s{{SE}},\s(?P<name>{_FULL})",
    rf"\b(?:conferred|consulted|huddled|sat(?:\sdown)?|dined|lunched|negotiated|coffee|breakfast|tea|conference)\s(?:today\s|yesterday\s)?with\s(?P<name>{_FULL})",
    rf"\b(?:conferred|consulted|huddled|sat(?:\sdown)?|dined|lunched|negotiated|spoke|talked|met)\s(?:today\s|yesterday\s)?with\s(?:{{P}}|{_FULL})\sand\s(?P<name>{_FULL})",
    rf"\binclud(?:ing|ed|es)\s(?:{{P}}|{_FULL})\sand\s(?P<name>{_FULL})(?=[,.;])",
    # “Five ambassadors came: A (Norway), B (Slovakia) and C (Malta)”.
    rf"(?:(?<=:\s)|(?<=\),\s)|(?<=\)\sand\s)|(?<=\),\sand\s))(?P<name>{_FULL})(?=\s\({{SE}}\))",
)
# “Civil rights leaders Anna Lund, Karel Novy and …”.
_CALLED_TOGETHER = rf"\b(?P<joint>leaders|advocates|activists|organizers|executives|experts|journalists|lawmakers|legislators|officials|owners|survivors|veterans|entrepreneurs|scholars|workers|athletes)\s(?P<name>{_FULL})(?=,|,?\sand\s)"
# “The leader of the Democratic Party, Anna Lund”, “the Head of the State Committee for Migration, Karel Novy”.
_HEADING = (
    r"(?:{O}|\b(?:[Ll]eader|[Hh]ead|[Cc]hair(?:man|woman|person)?|[Dd]irector|[Cc]ommander|[Rr]ector|[Pp]resident|[Ss]peaker|[Cc]ommissioner))\s(?:of|for)\s(?:the\s)?(?:(?:delegation|team|mission|office)\s(?:of|from)\s(?:the\s)?)?"
    rf"(?:[A-ZÀ-Ž{{GSDLRT}}][^,;.{{PO}}]{{2,90}}|{{GESLR}}),\s(?P<name>{_FULL})(?=[,.;]|\sand\s|\son\s|\sin\s|\sto\s|$)"
)
# “The Chairperson of the Commission for Elections and Referenda, Anna Lund”: words behind what is read as the office.
_HEADING_MORE = rf"{{O}}(?:\s(?:(?:and|of|for)\s(?:the\s)?)?(?:[A-ZÀ-Ž][\w’-]+|{{TSDR}})){{0,5}}(?:\s(?:delegation|team|faction|office))?,\s(?P<name>{_FULL})(?=[,.;]|\sand\s|\son\s|\sin\s|\sto\s|$)"
_COUNTERPART = rf"\bcounterparts?,?\s(?P<name>{NAME})"
# “The de facto authorities, including Anna Lund”.
_AMONG_PEOPLE = (
    r"\b(?:authorities|officials|leaders|representatives|ministers|experts|activists|journalists|politicians|members|ambassadors|diplomats|interlocutors|parliamentarians|negotiators|mediators|deputies|advis[eo]rs|speakers|participants)"
    rf"\b[^;.,{{PO}}]{{0,40}},\s(?:including|among\sthem|such\sas)\s(?:{HONORIFIC}\s)?(?P<name>{_FULL})(?=[.;,]|\sand\s|$)"
)
# “The directors of the two ministries, Anna Lund and Karel Novy, respectively”.
_RESPECTIVELY = rf",\s(?P<name>{_FULL})(?=\sand\s{_FULL},\srespectively\b)"
_AND_RESPECTIVELY = rf"\sand\s(?P<name>{_FULL})(?=,\srespectively\b)"
_OF_SET_OFF = Trigger(rf"(?:{_LEADING_WORD}|chief|[Hh]ead|{CALLING}),", rf"\b{_HEADED},\s")
# What a paragraph must hold for a rule to be tried, and the rule.
CUED: tuple[tuple[str | Trigger, str], ...] = (
    (
        r"Mr|Ms|Dr|Prof|Amb|Gen|Rev|H\.|Hon|Sir|Dame|Madam|Dato|Datin|Tan\sSri|Pehin|Datuk|Sheikh|Sayyid|Cardinal|Archbishop|Patriarch|Metropolitan"
        r"|Bishop|Imam|Rabbi|Mufti|Father|Pastor|Chaplain|Monsignor|Excellenc|Holiness|Eminence|Majesty|Highness",
        _AFTER_HONORIFIC,
    ),
    (
        r"[,(]\s?(?:(?:the|an?|its|their|his|her|who is the|also|currently|now|newly\s\w+ed|recently\s\w+ed|(?:(?:speaking|acting|writing)\s)?in\s(?:his|her)\s(?:new\s|current\s|present\s)?(?:capacity|role|function)\sas|as)\s)*(?:(?:{SD}\s)?{GH}['’]s\s)?{O}",
        _BEFORE_OFFICE,
    ),
    (r"{SE}", _AND_NAME),
    (r"{F}", _OF_FORMAT),
    (r"\((?:MP|MEP|PM|Senator|Deputy|Member|{O})", _OF_PARLIAMENT),
    (r"[”\"]", _SAID),
    (r"{S}\)?,?\sas\s(?:the\s|its\s|new\s)*{O}", _AS_OFFICE),
    (r"appoint|elect|name|nominat|sworn|designat|confirm|select", _NAMED),
    (r"bec[ao]me|take|took|assume|beg[au]n\s|start|serv(?:e|es|ed|ing)\sas", _TAKING),
    (r"appoint|nam|nominat|elect|designat", _NAMING),
    (r"(?:appoint|nam|nominat|elect|designat)[^;.]*\sand\s[^;.]*\sas\s", _ALSO_NAMING),
    (
        r"(?:{O}|\b(?:[Ll]eader|[Hh]ead|[Cc]hair\w*|[Dd]irector|[Cc]ommander|[Rr]ector|[Pp]resident|[Ss]peaker|[Cc]ommissioner))\s(?:of|for)\s",
        _HEADING,
    ),
    (r"{O}\s[A-Za-zÀ-Ž]", _HEADING_MORE),
    (r"counterpart", _COUNTERPART),
    (CALLING, _AFTER_CALLING),
    (_LEADING, _AFTER_LEADING),
    (_OF_SET_OFF, _SET_OFF),
    (CALLING, _CALLED),
    (r"{G}", _IN_LIST),
    (r"ed\sby\s", _DONE_BY),
    (r"\srespectively\b", _RESPECTIVELY),
    (r"\srespectively\b", _AND_RESPECTIVELY),
    (r",\s(?:including|among\sthem|such\sas)\s", _AMONG_PEOPLE),
    (r"represented\sby\s", _OTHER_SIDE),
    (r"succe(?:eds|eded)|replace[sd]|over\sfrom", _SUCCEEDED),
    (r"attended|took\spart|participated|joined|said|told|added|stressed", _ATTENDED),
)


NEEDING_TWO = frozenset(
    {
        _AS_OFFICE,
        _AMONG_PEOPLE,
        _DONE_BY,
        _RESPECTIVELY,
        _AND_RESPECTIVELY,
        _OTHER_SIDE,
        _CALLED,
        _IN_LIST,
        _BEFORE_OFFICE,
        _AND_NAME,
        _OF_FORMAT,
        _OF_PARLIAMENT,
        _ATTENDED,
        _NAMED,
        _TAKING,
        _NAMING,
        _ALSO_NAMING,
        _HEADING,
        _HEADING_MORE,
        _AFTER_CALLING,
        _AFTER_LEADING,
        _SET_OFF,
        _SUCCEEDED,
    }
)


@cache
def _cued() -> list[Triggered[str]]:
    return triggers((pattern(one) if isinstance(one, str) else one, rule) for one, rule in CUED)


@cache
def _uncued() -> list[tuple[int, Rule, tuple[str, bool]]]:
    """Rules that need no cue but their own words, and whether a name of theirs is one that a given name begins."""
    return able((pattern(rule), (rule, rule in _GIVEN)) for rule in (_SPEAKER, _OBJECT, _PREDICATED, *_GIVEN))


@cache
def _joint() -> list[tuple[int, Rule, str]]:
    """Rules for the first of those in an office together, and for each further one."""
    following = (
        (_JOINT, _AND_ANOTHER),
        (_JOINT_TOUCHING, _AND_ANOTHER),
        (_MEMBERS, _AND_ANOTHER),
        (_RIVALS, _AND_ANOTHER),
        (_CALLED_TOGETHER, _AND_ANOTHER),
        (_SENT, _ALSO_SENT),
        (_SENT_BY, _ALSO_SENT_BY),
        (_OF_STATES, _ALSO_SENT_BY),
        (_OF_STATES_TOUCHING, _AND_OF_STATE),
        (_OF_STATES_BRACKETED, _ALSO_BRACKETED),
    )
    return able((pattern(rule), further) for rule, further in following)


# Rules that begin with the name: they are tried where one can begin, and not at each character.
LED_BY_NAME = frozenset(
    {
        _SPEAKER,
        _BEFORE_OFFICE,
        _NAMED,
        _TAKING,
        _CALLED,
        _AS_OFFICE,
        _OF_PARLIAMENT,
        _PREDICATED,
        _SUCCEEDED,
        _ATTENDED,
        *_GIVEN[:2],
    }
)
_CAPITAL = re.compile(r"[^\W\d_a-z]\w*")
_LONGEST_ARTICLE = 4
"""Characters of what is joined to a name before its capital, as in “ash-Sharqi”."""


@lru_cache(maxsize=4)
def _beginnings(text: str) -> list[int]:
    """The places in a text where a name may begin, in order: no words such as “With”, which open a sentence before one."""
    found: set[int] = set()
    for match in _CAPITAL.finditer(text):
        start = match.start()
        if match[0] in not_names() and not text.startswith(".", match.end()):
            continue
        found.add(start)
        if start and text[start - 1] in "-'’":
            found.update(range(max(0, start - _LONGEST_ARTICLE), start))
    return sorted(found)


def _matches(rule: str, text: str) -> Iterator[re.Match[str]]:
    """All matches of a rule, in order, none overlapping."""
    one = pattern(rule)
    if rule not in LED_BY_NAME:
        yield from one.finditer(text)
    elif one.can_match(text):
        end = 0
        for start in _beginnings(text):
            if start >= end and (match := one.match(text, start)) is not None:
                yield match
                end = match.end()


def find_names(shape: Shape) -> list[Candidate]:
    """The names beside offices and honorifics in one paragraph, longest cue first, not overlapping."""
    found: list[Candidate] = []
    text = shape.text
    for match in pattern(_AFTER_OFFICE).finditer(text):
        candidate = _candidate(shape, match, needs_two=bool(match["comma"]))
        office = shape.items[match[0][0]].payload
        if candidate is not None and isinstance(office, Office):
            found.append(candidate)
            if office.plural:
                found += _others_of(shape, match.end("name"), len(name_tokens(candidate.name)) > 1)
                found += _others_of(shape, match.end("name"), following=_AND_OF_STATE)
    for match in pattern(_AFTER_OFFICE_KNOWN).finditer(text):
        office = shape.items[match[0][0]].payload
        if isinstance(office, Office) and office.plural:
            found += _others_of(shape, match.end())
    for rule in triggered(_cued(), text):
        for match in _matches(rule, text):
            candidate = _candidate(shape, match, needs_two=rule in NEEDING_TWO)
            if candidate is not None:
                found.append(candidate)
                if rule is _COUNTERPART:
                    found += _others_of(shape, match.end("name"))
    found += _together(shape)
    for _, (rule, given) in able_in(_uncued(), text):
        for match in _matches(rule, text):
            candidate = _candidate(shape, match, needs_two=given)
            if candidate is not None and (
                is_first_name(candidate.name.split()[0]) if given else not candidate.name.endswith("s")
            ):
                found.append(candidate._replace(sure=False))
    found += _begun_by_given_names(shape)
    if len(found) < 2:
        return found
    cover = Cover(max(one.end for one in found))
    longest = sorted(found, key=lambda c: (c.start - c.end, c.start))
    taken = [one for one in longest if cover.taken(one.start, one.end)]
    return sorted(taken, key=lambda c: c.start)


# What a name that only its given name shows as one can stand behind: not “in” or “at”, behind which places are named.
_BEFORE_GIVEN = re.compile(
    r"(?:^\W*|[,;:–—(]\s?|[.”]\s|\b(?!(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round|[Oo]n|[Tt]he|[Aa]n?|[Oo]utside|[Tt]owards?|[Ii]nto|[Oo]nto|its|their|our|this|that's)\s)[A-Z]?[a-z-]+\s)$"
)
_AFTER_GIVEN = re.compile(
    r"(?!\s(?:[A-ZÀ-Ž\ue000-\uf8ff]|(?:of|and)\s(?:the\s)?[A-Z]\w*\s(?:of|and)\b))(?:\s[a-z]|[,.;)]|['’]s?\s|\s[–—(]|$)"
)
_GIVEN_NAMED = re.compile(rf"(?P<name>{_FULL})")


def _begun_by_given_names(shape: Shape) -> list[Candidate]:
    """The names that a given name begins and that nothing else shows: “With Anna Lund, whom he saw”, “in which Anna Lund took part”."""
    found: list[Candidate] = []
    text = shape.text
    for word in _CAPITAL.finditer(text):
        if not is_first_name(word[0]) or _BEFORE_GIVEN.search(text, max(0, word.start() - 24), word.start()) is None:
            continue
        if _HONORIFICS.fullmatch(word[0]) or _HONORIFICS.match(text, word.end() + 1):
            # “Amir Sheikh Karim”: a title, and not the name before it.
            continue
        match = _GIVEN_NAMED.match(text, word.start())
        candidate = _candidate(shape, match, needs_two=True) if match is not None else None
        if candidate is not None and _AFTER_GIVEN.match(text, word.start() + len(candidate.name)) is not None:
            found.append(candidate._replace(sure=False))
    return found


def _together(shape: Shape) -> list[Candidate]:
    """The names of those who are in one office together, behind the word for all of them."""
    found: list[Candidate] = []
    # An office of one person, before whom most stand, is nobody's together.
    if not _of_several(shape):
        return found
    for rule, following in able_in(_joint(), shape.text):
        for match in rule.finditer(shape.text):
            item = shape.items.get(match["joint"])
            if item is not None and not (
                item.payload.plural if isinstance(item.payload, Office) else SEVERAL.search(item.entries[0].name)
            ):
                continue
            # Of those in such a list whom the lists know nothing needs to be found.
            known = match["name"] is None
            candidate = _candidate(shape, match, needs_two=True) if not known else None
            if candidate is not None or known:
                found += [candidate] if candidate is not None else []
                found += _others_of(shape, match.end(), following=following)
    return found


_COLLEAGUES = re.compile(
    r"\b(?:[Mm]embers|[Ll]eaders|[Hh]eads|[Rr]epresentatives|[Ff]ounders|[Ee]ditors|[Mm]ayors|candidates|contenders|rivals|frontrunners|nominees|negotiators|speakers|mediators|envoys|advocates|activists|organizers|executives|experts|journalists|lawmakers|legislators|officials|owners|survivors|veterans|entrepreneurs|scholars|workers|athletes)\b"
)


def _of_several(shape: Shape) -> bool:
    """Whether a paragraph has a word for several who are in one office."""
    return (
        "o-" in shape.text
        or _COLLEAGUES.search(shape.text) is not None
        or any(
            item.code == "F" or (isinstance(item.payload, Office) and item.payload.plural)
            for item in shape.items.values()
        )
    )


def _others_of(shape: Shape, position: int, needs_two: bool = True, following: str = _AND_ANOTHER) -> list[Candidate]:
    """The further names that a plural title stands before: “Foreign Ministers Anna Lund and Karel Novy”.

    They are surnames alone only where the first is.
    """
    found: list[Candidate] = []
    home = pattern(r"\s(?:of|from)\s(?:the\s)?{SE}|\s\((?:the\s)?{SEG}(?:,\s(?:[A-Z][\w&]*|{G}))?\)")
    while True:
        after = home.match(shape.text, position)
        match = pattern(following).match(shape.text, after.end() if after else position)
        candidate = _candidate(shape, match, needs_two) if match is not None else None
        if candidate is None or match is None:
            return found
        found.append(candidate)
        position = match.end("name")


# “NAACP Legal Defense” is a body; “Anna LUND” is somebody.
_LETTERS_FIRST = re.compile(r"[A-Z]{3,}\s(?:\S+\s)*[A-Z][a-z]+$")
_NO_SPACE = re.compile(r"\S+")
_PARTICLES = re.compile(PARTICLES)
_FOLLOWING = re.compile(r"\s([A-Z][\w-]+)")
# What these nouns end is the name of a thing, however it begins.
_OF_THINGS = frozenset(
    """
    Act Action Agenda Agreement Airport Alliance Award Basin Bay Bill Bridge Building Canal Charter Coalition Code
    Convention Dam Day Declaration Dialogue Economies Economy Executive Farm Forum Foundation Framework Fund Gateway
    Highway Hotel Initiative Island Islands Lake Law Memorandum Month Mountain Mountains Ocean Order Palace Peninsula
    Plan Platform Prize Process Programme Program Project Protocol Region Report River Roadmap Sea Statement Strait Strategy
    Street Summit System Ventures Church Episcopal Tool Tower Treaty Tribe Valley Wall Week
    """.split()
)


# “H.E. Karel Novy”: letters that are no initials.
_EXCELLENCY = re.compile(
    r"H\.\s?E\.?\s(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?|(?:Rabbi|Dame|Academician|Mufti|Bishop|Archbishop|Monsignor)\s(?=[A-ZÀ-Ž]\S+\s[A-ZÀ-Ž])"
)


# “On 3 May Karel Novy”: the month is of the day.
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s$")
# “A. B. Novy”, but not “U.S. Steel”.
_WITH_INITIAL = re.compile(r"(?!U\. ?[SNK]\.|E\. ?U\.)(?:[A-Z]\.[ -]?){1,3}[A-ZÀ-Ž][\w’'-]*[a-zà-ž][\w’'-]*")


def _candidate(shape: Shape, match: re.Match[str], needs_two: bool) -> Candidate | None:
    """The name in a match, cut before the first word that is nobody's name."""
    # A name can begin within these letters, too: behind the “H.” of “H.E Karel Novy”.
    begin = match.start("name") - 2 if shape.text.endswith("H.", 0, match.start("name")) else match.start("name")
    honoured = _EXCELLENCY.match(shape.text, begin)
    name = shape.text[honoured.end() : match.end("name")] if honoured is not None else match["name"]
    month = _MONTH.match(name) if _DAY.search(shape.text, 0, match.start("name")) else None
    name = name[month.end() :] if month is not None else name
    start = match.end("name") - len(name)
    kept: list[tuple[int, str]] = []
    for word in _NO_SPACE.finditer(name):
        bare = POSSESSIVE.sub("", word[0].rstrip(","))
        if not kept and (bare in not_names() or bare in portfolio_words()):
            return None
        if bare in not_names() and bare not in {
            "West",
            "North",
            "East",
            "South",
            "March",
            "May",
            "June",
            "April",
            "White",
        }:
            break
        kept.append((word.end(), word[0]))
        if word[0] != bare and not word[0].endswith(","):
            break
    named = {POSSESSIVE.sub("", word.rstrip(",")) for _, word in kept[-1:]}
    following = _FOLLOWING.match(name, kept[-1][0]) if kept else None
    if named & _OF_THINGS or (following is not None and following[1] in _OF_THINGS):
        return None
    while kept and _PARTICLES.fullmatch(kept[-1][1]):
        kept.pop()
    if not kept:
        return None
    end = start + kept[-1][0]
    words = POSSESSIVE.sub("", text_of(shape, start, end).rstrip(","))
    tokens = name_tokens(words)
    if _HONORIFICS.fullmatch(words):
        return None
    if (
        not tokens
        or (needs_two and len(tokens) < 2 and not _WITH_INITIAL.fullmatch(words))
        or words.isupper()
        or _LETTERS_FIRST.match(words)
    ):
        return None
    first, _ = shape.source(start, start + 1)
    return Candidate(first, first + len(words), words)


def text_of(shape: Shape, start: int, end: int) -> str:
    """A stretch of the shape, which holds no items here, as it is written."""
    return shape.text[start:end]


_FOLDED_WORD = re.compile(r"[^\W_][\w-]*")


def find_words(folded: str, words: set[str]) -> Iterator[tuple[int, int]]:
    """Where these folded words stand alone in folded text, a possessive ending apart."""
    found: set[tuple[int, int]] = set()
    for word in words:
        if word not in folded or not _FOLDED_WORD.fullmatch(word):
            continue
        start = folded.find(word)
        while start >= 0:
            end = start + len(word)
            begin = start
            while begin and folded[begin - 1] in "_-":
                begin -= 1
            if not folded[begin - 1 : begin].isalnum() and not (
                folded[end : end + 1].isalnum() or folded[end : end + 1] in {"_", "-"}
            ):
                found.add((start, end))
            start = folded.find(word, end)
    yield from sorted(found)
