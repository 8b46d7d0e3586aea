"""A sentence as extractors see it: its shape, the actors in a match, and where a match stands in the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from kg.extract.actor_lists import ACTOR, COLLEAGUES, INCLUDING, LIST, OBJECT, SENDER, SENT_BY
from kg.extract.doubt import without_open
from kg.extract.plurals import HOST, PLURAL, meant
from kg.extract.syntax.lists import continuation
from kg.model import Confidence, Span, Support, Thing
from kg.text.annotate import Paragraph, Sentence
from kg.text.document import Actor, Document
from kg.text.lazy import lazy
from kg.text.office import Office
from kg.text.rule import Rule, Trigger, look
from kg.text.shape import Item, Shape, between, pattern

_AND_INCLUDING = rf",?\s(?:and\s)?(?:also\s)?(?:including|comprising|consisting\sof|composed\sof)\s(?P<who>{OBJECT})"
_LED_BEFORE = pattern(r"\b(?:delegation|team|group)\b[^;]{0,60},?\s(?:led|headed)\sby\s(?:the\s)?{A}$")
_INCLUDING = rf"[^;,.{{A}}]{{0,40}}?(?:,|\s[–—-]+)?\s(?:{INCLUDING}\s(?:with\s)?|(?<=[,–—-]\s)(?=(?:the\s)?{{A}}(?:,\s|\sand\s)))(?P<who>{OBJECT})"
_ACTING = rf"(?P<who>{LIST})(?!['’])(?=\s|,|\)\s)"
_COMPANY = rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?:(?:Accompanied|Joined|Flanked)\sby|Together\swith|Along\swith|Alongside|[Ii]n\s(?:the\s)?company\s(?:of|with))\s(?P<who>{LIST}),\s(?:the\s)?$"
_ABBREVIATION = re.compile(r"\([^()]*\)")
# A state or body before an office that no list knows: “U.S. Trade Representative Ann Field”.
_OF_OFFICE = (
    # “His European Union counterpart, Ann Field”.
    rf"{{DSGER}}(?:['’]s)?\s(?=(?:counterparts?|colleagues?),?\s(?:the\s)?{{A}})|{COLLEAGUES}|"
    r"{DSGLER}(?:['’]s)?\s(?=(?:[A-ZÀ-ÖØ-Þ][\w’'&/-]*\.?\s(?:(?:of|for|and|on|to)\s(?:the\s)?)?){1,8}{A})"
    r"|{DSGLERA}['’]s?\s(?={A})|{DG}\s(?={A})"
    # “The Presidents of Georgia, Anna Lund, and Ukraine, Karel Novy”.
    r"|(?<=,\s){SE},\s(?={A}(?:[,.;)\s]|$))|(?<=and\s){SE},\s(?={A}(?:[,.;)\s]|$))|(?<=and\sof\s){SE},\s(?={A}(?:[,.;)\s]|$))|(?<=,\sof\s){SE},\s(?={A}(?:[,.;)\s]|$))|(?<=from\s){SE},\s(?={A}(?:[,.;)\s]|$))"
    r"|{DSGER}(?:['’]s)?\s(?=(?:[\w-]+\s){0,2}?(?:delegation|team),?\s(?:led|headed)\sby\s)|{DSGER}['’]s\s(?=[^,;.{ASEGFH}]{3,60},\s{A})"
    r"|(?<=,)\sthe\s(?:[a-z-]+\s){1,2}of\s(?:the\s)?{SELRG}(?=,|$)"
    # “The Co-Chairs of the Group, A, B and C”: these people.
    r"|{F}\sof\s(?:the\s)?{FG},\s(?=(?:the\s)?{A})|{F}(?:\sof\s(?:the\s)?{FG})?\s[–—-]\s(?=(?:the\s)?{A})|(?<={F})\sof\s(?:the\s)?{FG}(?=,\s(?:together|along)\swith\s)"
    # “The heads of the institutions, A, B and C”: these people, too.
    r"|\b(?:[Hh]ead|[Ll]eader|[Cc]hair(?:man|woman|person)?|[Dd]irector|[Cc]ommander|[Rr]ector|[Pp]resident|[Ss]peaker|[Cc]ommissioner|heads|directors|chiefs|leaders|members|representatives|ambassadors|envoys|officials|ministers|presidents|co-chairs|Co-Chairs)"
    r"\s(?:of|from|to)\s(?:the\s)?(?:[\w-]+\s){0,3}?{EGSR}(?:['’]s?)?(?:\s[\w-]+){0,3}?,\s(?=(?:the\s)?{A})"
)
# What can stand behind a state or body that takes part; before any other word it only says whose somebody is.
_OTHER_PAIR = pattern(r"{A}(?:\sand\s(?:the\s)?{A})?,\sand\s(?P<who>(?:the\s)?{A}\sand\s(?:the\s)?{A})$")
_CLAUSE_BEFORE = re.compile(r"(?:;|,\s(?:and|while|but))\s(?:the\s)?$")
_IN_PRESENCE = re.compile(r"\b(?:presence|company)\sof\s(?:the\s)?$")
_WHOLE = re.compile(
    r"\s*$|[^\w\s(/-]|\s(?:in|at|on|to|for|and|as|or|of|by|via|from|near|with|within|under|over|after|before|since|during|while|when|where|ahead|outside|amid"
    r"|about|regarding|concerning|following|also|both|today|yesterday|tomorrow|this|last|earlier|later|together|again|here|separately|jointly|virtually|next|soon|shortly|twice|once|then|now|because|until|till|between|among|against|through|throughout|across|towards?|upon|despite|alongside|except|if|so|yet|but|first|whose|than|around|beyond|behind|back|instead|immediately|recently|tonight|there"
    r"|to(?:day|night)|is|are|was|were|has|have|had|will|would|should|must|can|could|may|but|that|which|who|whom|[a-z]+ed|(?:go|continue|begin|take|come|resume|remain|lead|end|start|make|bring|meet|focus)(?:e?s)?|met|held|spoke|took|went|began|led|came|comes|saw|brought|gave)\b|\s[^\w\s]"
)
_ITS_DELEGATION = re.compile(r"\s(?:(?:high-level|parliamentary|visiting|joint)\s)?[Dd]elegation\s")
_DATE_OF_LINE = pattern(r",\s{N}\s[–—-]\s")
# Before the state to which somebody unnamed is sent: “and the Ambassador to Georgia”.
_POSTED_TO = re.compile(
    r"\b(?:[Aa]mbassador|[Ee]nvoy|[Cc]onsul|[Cc]harg[ée]\sd['’][Aa]ffaires)s?\s(?:to|in)\s(?:the\s)?$"
)
_BODIES = frozenset({"institution", "organization"})
_LONGER_NAME = re.compile(r"\s(?:[\ue000-\uf8ff]\s)?[A-Z]")
# “US companies will play a role” says nothing of the US; nor does “NATO allies met”.
_OWN_PEOPLE = re.compile(
    r"\s(?:[a-z-]+\s)?(?:officials|leaders|companies|allies|forces|troops|citizens|representatives|authorities|ministers|experts|counterparts|officers|bases|businesses|nationals"
    r"|members|diplomats|[Aa]mbassadors|teams?|partners|people|negotiators|soldiers|parliamentarians|lawmakers|goals|interests)\b"
)
_WITH_THEIR_OWN = pattern(
    rf"(?P<who>{LIST}),?\s(?:and|along\swith|together\swith|as\swell\sas)\s(?:(?:the|other|senior|top|key|several|high-level)\s){{0,3}}$"
)
THEY = frozenset({"They", "they"})
_HOW_MANY = re.compile(r"\b(both|two|three|four|five)\s$")
_PLURAL = pattern(rf"{PLURAL}|{HOST}")
_THEN_PLURAL = pattern(rf",\s(?P<who>{PLURAL})\s")
# “They met …”, “In Riga, the ministers met …”: about those whom the sentence before was about, or who were told of together.
_OPENED_BY_THEM = pattern(rf"^\W*(?:[A-Z{{LN}}][^,;.{{ASEGFH}}]{{0,60}},?\s)?(?P<who>[Tt]hey(?=\s)|{PLURAL}|{HOST})")
# “The delegation was led by X and included Y and Z.”
_LED_DELEGATION = pattern(
    rf"^\W*The\s(?:[\w-]+\s)?delegation\s(?:was|is)\s(?:led|headed)\sby\s(?P<head>{{A}})(?:,?\sand\s(?:also\s)?(?:included|comprised|includes|comprises)\s(?P<members>{LIST}))?"
)
_MET_BEFORE = re.compile(r"\b(?:met|meets|received|hosted|visited|briefed|addressed|saw)\b[^;]*$")
_ONLY_WHERE = pattern(r"(?:\s(?:(?:in|on|at)\s(?:the\s)?)?(?:{LSRN}|[A-Z]\w+day|today|yesterday))+,\sand\s")
# “X, with Y, visited Z”: both did.
_WITH_ASIDE = pattern(r"(?:^|[^\w\s]\s|\b(?:[Tt]he|[Tt]oday|[Yy]esterday)\s){A},\swith\s(?:the\s|his\s|her\s)?$")
# Behind somebody who only owns what the verb before does something to.
_OWNED_AND = re.compile(r"['’]s?\s[^,;]{2,60},?\s(?:and|before|then)\s(?:(?:also|then|later|will|to)\s)*")
# What a body that stands within such words only says of somebody: “as Chairman of the Council”, “on behalf of the Council”.
_IN_ASIDE = re.compile(
    r"[\w\ue000-\uf8ff],\s(?:(?:then|now|currently|formerly|still|also)\s)?(?:as\b|in\s(?:his|her|their|the)\s(?:capacity|role|function)\b|represent\w+\b|(?:speaking|acting|travelling|traveling)\b|on\sbehalf\sof\b|for\b|sent\b|chair\w+\b|lead\w+\b"
    r"|(?:the\s|an?\s|its\s)?(?:[\w’'-]+\s){0,5}?(?:[Hh]ead|(?:[Cc]o-)?[Cc]hair\w*|[Dd]irector\w*|[Pp]resident|[Vv]ice-[Pp]resident|[Mm]ember|[Ss]ecretary|[Rr]epresentative|[Ee]nvoy|[Cc]o-?ordinator|[Rr]apporteur|[Ss]pokes\w+|[Oo]fficial|[Aa]dvis[eo]r|[Cc]ommissioner|[Aa]mbassador)\b)[^,;]{0,100}$"
)
# “Petrov, deputy head of the Mission, arrived”: the office of one whom nobody knows.
_OFFICE_SET_OFF = re.compile(r"[A-ZÀ-Ž\ue000-\uf8ff][\w’-]*,\s(?:as\s)?(?:the\s|an?\s|its\s)?(?:[a-z-]+\s){0,3}$")
_CLOSED = re.compile(r"[^,;]{0,60},\s")
# Before the format that those named are the co-chairs of.
_WHOSE_FORMAT = rf"(?:^|[–—,.]\s)(?P<who>{LIST}),\s(?:the\s)?(?:{{F}}\sof\s(?:the\s)?)?$"
# “X was joined by Y in Z, where they met W.”
_JOINED_BY = rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?:[Tt]he\s)?(?P<whom>{{AF}})\s(?:was|were)\s(?:also\s)?(?:joined|accompanied)\s(?:(?:in|at|for|on|during)\s(?:[a-z]+\s){{1,4}})?by\s(?:the\s)?(?P<who>{LIST})"
# “The head of the Azerbaijani delegation to the Assembly, Ann Field”: whose, and no body that was there.
_HEAD_OF = pattern(r"\b(?:head|leader|chief|member)\sof\s(?:the\s)?[^;,.{A}]{0,80},\s(?=(?:the\s)?{A})")
# “A delegation led by A and including B and C met X.”
_LED_AND_WITH = pattern(
    r"\b(?:led|headed)\sby\s(?:the\s)?(?P<who>{A}),?\s(?:and\s)?(?:also\s)?(?:including|comprising|consisting\sof)\s(?:the\s)?$"
)
# Those, or what, of somebody: “aides to X”, “a letter of X”; X himself does nothing.
_SOMEBODYS = re.compile(
    r"\b(?:[Aa]ides?|[Aa]dvis[eo]rs?|[Dd]eput(?:y|ies)|[Rr]epresentatives?|[Ss]pokes\w+|[Ss]pouses?|[Ww]i(?:fe|ves)|[Hh]usband|[Ff]amil(?:y|ies)|[Rr]elatives|[Ss]upporters?|[Tt]eams?|[Ss]taff|[Oo]ffices?|[Ee]nvoys?"
    r"|[Ee]missar(?:y|ies)|[Oo]fficials?|[Aa]ssistants?|[Cc]olleagues|[Ll]awyers?|[Aa]llies|[Dd]elegations?|[Ll]etters?|[Mm]essages?|[Ss]tatements?|[Pp]roposals?|[Ii]nitiatives?|[Rr]emarks|[Bb]ehalf)"
    r"\s(?:of|to|by|for|from)\s(?:the\s)?$"
)
_LED_GROUP = re.compile(
    r"(?:members\sof\s)?(?:the|an?)\s[^;,]{0,40}(?:delegation|team|group)\b[^;,]{0,60},?\s(?:led|headed)\sby\s"
)
_LED_BY = re.compile(r"\b(?:delegation|team|group)\b[^;,]{0,60},\s(?:led|headed)\sby\s(?:the\s|its\s)?$")
_SEVERAL = re.compile(r"\b(?:[Mm]embers|[Mm]inisters|[Dd]eputies|[Aa]mbassadors|[Rr]epresentatives|[Oo]fficials)\b")
# Before a body, people of its own of whom nobody is named.
_PEOPLE_OF = re.compile(
    r"\b(?:[Mm]embers|[Oo]fficials|[Dd]eputies|[Ee]xperts|[Pp]arliamentarians|[Ll]awmakers|[Dd]iplomats|[Aa]mbassadors)\s(?:of|from|to)\s(?:the\s)?$"
)
_MINISTRY = re.compile(r"\b(?:Ministry|Department|Foreign Office)\b")
# Before a body that somebody without a name heads.
_HEADED_BODY = re.compile(r"\b(?:head|chief|leader|boss)\sof\s(?:the\s)?$")
# Before a body that is only the place: “at the Ministry”.
AT_BODY = re.compile(r"\b[Aa]t\s(?:the\s)?$")
# Before what the talks of a format are about.
_ON_TOPIC = pattern(r"(?P<body>{F})\son\s(?:the\s)?$")
# What is left of a list that ends in a group or has no “and”: “A, B and parliamentarians”, “A of X, B of Y, C of Z.”
_REST_OF_LIST = pattern(
    r"(?P<rest>(?:,\s(?:the\s)?{A})+)(?=,?\s(?:and|as\swell\sas)\s(?:with\s)?(?:(?:the|other)\s)?(?:[a-z-]+\s){0,2}?[a-z-]+s\b(?!\s{A}))"
    r"|(?P<all>(?:,\s(?:the\s)?{A}){2,})\W*$"
    # “A, B, the chair of a party no list knows and C”.
    r"|(?P<most>(?:,\s(?:the\s)?{A})+),\s(?:the\s)?[^;.,]{3,80}?,?\sand\s(?=(?:the\s|its\s)?(?:[^;.,{A}]{0,70},\s)?{A})"
)
# What belongs to a state or body that stands right before it.
_ITS_OWN = re.compile(
    r"\s(?:[a-z-]+\s)?(?:missions?|operations?|presences?|offices?|institutions?|structures|commitments|principles|standards|values|mandate|activities|work|efforts|support|bodies|programmes?|projects?|documents?|decisions?|monitors|observers|staff|community|region|area|agenda|toolbox|officials?|delegations?)\b"
)
# “Visiting Serbia today, X …”, “Addressing the Council, X …”: the sentence is about X.
_FRONT = pattern(
    r"\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:[A-Z][a-z]+ing|At|On|During|In|After|Following|Before)\s[^;,.{ASEGFH}]*\b(?:visit|trip|tour|journey|stay|mission|travels?)\s(?:to|in|of)\s(?:the\s)?{SE},\s(?:the\s)?(?={A})"
)
_OPENING = pattern(
    r"\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?!During\b|King\b)[A-Z][a-z]+ing\s(?:the\s)?(?:(?:{D}|{N}|(?:19|20)\d\d)\s){0,2}"
)
# Between an actor and a state or body: “Ann Field, the Special Representative of …”.
_OFFICE_OF = pattern(r"{A}(?:,\s(?:the\s|an?\s)?[^,;{A}]{3,110})?\s(?:of|for)\s(?:the\s)?(?:{D}\s)?$")
# “The Co-Chairs (A, B and C) and D travelled”: all of them.
_BRACKETED = re.compile(r"\((?P<who>[^()]*)\),?\s(?:and|as\swell\sas)\s(?:the\s)?$")
_COORDINATED = re.compile(
    r"\s\w[^;]*?,?\s(?:and|but)(?:\s|,\s[a-z][^,;]{2,40},\s)(?:(?:also|then|later|further|\w+ly|plans?|planned|intends?|will|is|are|was|were|due|expected|agreed|hopes?|to)\s)*$"
)
# “The Co-Chairs (A, Norway; B, Malta; C, Chile) met X”: who they are says no more of what they did.
_BRACKETED_OF_FORMAT = pattern(
    r"(?<={F})(?:\sof\s(?:the\s)?{FG})?(?P<members>\s\((?:the\s)?{A}(?:,\s|\s(?:of|from)\s)[^();]{1,60}(?:;\s(?:and\s)?{A}[^();]{0,60})+\))"
)
_WHEN_OR_WHERE = r"(?:today|yesterday|tonight|earlier|there|here|separately|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:on\s)?{N}|(?:in|at)\s(?:the\s)?{LSR}|by\s(?:tele)?phone|over\s(?:lunch|dinner|breakfast)|(?:this|last)\s(?:morning|afternoon|evening|night|week))"
# Only when and where something was, between whom it was with and the next verb of the same subject.
_SET_AND = rf"(?:,?\s{_WHEN_OR_WHERE})+,?\s(?:and|but)(?:,?\s(?:{_WHEN_OR_WHERE}|also|then|later|afterwards|subsequently))*,?\s"
# Before somebody to whom a verb does something: “was received by”, “will brief”.
_OBJECT_OF = re.compile(
    r"(?:[a-z]ed(?:\s[^;,.]{0,30})?\sby(?:\s(?:His|Her)\s[A-Z][a-z]+)?|\b(?:will|would|to)\s(?:also\s|then\s)?(?!be\b)[a-z]+(?:\s(?:with|to))?)\s(?:the\s)?$"
)
_ADDRESSED = re.compile(
    r"\b(?:congratulated|thanked|praised|commended|informed|briefed|assured|urged|invited|welcomed|received|greeted|hosted)\s(?:the\s)?$"
)
# Before what the same person did next: “X received Y before holding talks with Z”.
_BEFORE_DOING = re.compile(
    r"[^;,]{0,60}?,?\s(?:before|after|prior\sto|while|and\sbefore|and\safter)\s(?:also\s|then\s|\w+ly\s)?"
)
# “Was received by the members of the Presidency, A, B and C”.
_BY_SEVERAL = pattern(r"[a-z]ed\sby\s(?:the\s)?[a-z]+\sof\s(?:the\s)?{GSR}[^;{A}]{0,30},\s(?:the\s)?$")
_INVITATION = re.compile(r"\binvitation\sof\s(?:the\s)?$")
_NAMED_ASIDE = re.compile(r",\s(?:\w+\s)?(?:re-?)?(?:appointed|named|nominated|designated|elected)\s")
_WHOM_BEFORE = re.compile(r"\b(?:met|meets?|received?|receives|saw|hosted|welcomed|thanked|with|by|to)\s(?:the\s)?$")
_AND_LAST = re.compile(r",\sand\s(?:the\s)?\S$")
_OPENS_CLAUSE = re.compile(
    r"(?:;|\b(?:while|whereas|whereupon|after\swhich|when|as|that|because|before|although|though)|,\s(?:and|but))\s(?:the\s)?$"
)
_ABSENT = re.compile(r"\b(?:[Ii]nstead|[Ii]n\s(?:the\s)?(?:place|absence|lieu|stead))\sof\s")
_RELATIVE = pattern(
    # “Instead of A, who was ill, B received him”: A did not.
    r"(?P<absent>\b(?:[Ii]nstead|[Ii]n\s(?:the\s)?(?:place|absence|lieu|stead))\sof\s(?:the\s)?{A}(?:,\swho\s[^,;“”]{3,120}(?=,))?)|"
    # “Received A, who has been appointed Ambassador and B”: B as well.
    r"(?P<appointed>,\swho\s(?:(?:has|had|have|was|were|been|just|recently|newly|also)\s){1,5}(?:appointed|named|elected)\s(?:(?:as|to\sbe|the|an?|its|new)\s){0,3}{AO})(?=,?\sand\s(?:the\s)?{A})|"
    # “Will visit the College, whose Director, A, is to present her with the plans, and have dinner with B.”
    r"(?P<whose>,\swhose\s[^,;“”{A}]{0,60}{A},\s[^,;“”]{3,120}),|"
    r"(?P<for>,\s(?:acting|representing|(?:acting|speaking)\salso)\s[^,;“”]{1,120}),|(?P<clause>,\s(?:who\s[^,;“”]{1,30},\s(?:however|though|too|in\sturn),|who(?!\s[^,;“”]{1,30},\s(?:however|though|too|in\sturn),)|which(?!\s(?:also\s)?(?:(?:(?:will\s)?include[sd]?|featured|comprised|began\swith|opened\swith|ended\swith|concluded\swith|(?:was|were)\s(?:also\s)?followed\sby)\s(?:[\w-]+\s){0,4}?(?:meetings?|talks|discussions?|consultations|conversation|lunch|dinner|breakfast)(?=\s)|t(?:ook|akes)\splace|(?:was|were|is\sbeing|are\sbeing)\sheld|(?:will|is\s(?:due|scheduled|planned|set|expected)\sto)\s(?:be\sheld|take\splace)|(?:concluded|ended|opened|began|started|resumed|closed)\s(?:today|yesterday|(?:here\s)?in\s{L}))(?!\w))|whose|whom)\s[^,;“”]{3,120}),|(?P<with>,\swith\s(?:(?:both|each)\sof\s)?whom\s[^,;“”.]{3,120})"
    r"|(?P<last>,\s(?:who|whom)\s(?:[^,;“”]{1,30},\s(?:however|though|too|in\sturn),\s)?[^,;“”]{3,160}?)(?=[.!?]?[\s”’\")]*$)"
    # “Will go to Y, as she did in January, to be received by X.”
    r"|(?P<as_before>,\sas\s(?:{A}|they|it)\s(?:did|had|has|have|was|were)\b[^,;“”]{0,80})(?=,|[.!?]?[\s”’\")]*$)"
    # “A, appointed by B as Special Envoy, met C.”
    r"|(?P<named>,\s(?:(?:newly|recently|just|\w+ly)\s)?(?:re-?)?(?:appointed|named|nominated|designated|elected)\s(?:by|as|in|to|on|last|today|earlier|this|{N}|{AO})(?!\w)[^,;“”]{0,140}),"
    # “Spoke with A, B representing the Chair, and C.”
    r"|(?P<sent>(?<={A})\srepresenting\s(?:the\s)?(?:[^,;“”{A}]{2,80}|[^,;“”{A}]{0,40}{A}))(?=,)"
)


_AND_ALSO = re.compile(r",?\s(?:and|but|then)\s")
_SAID_BETWEEN = re.compile(
    r"\b(?:recalled|added|said|noted|explained|stressed|pointed out),\s(?:had|has|have|were|was|would|will)\b"
)
_BETWEEN = r"(?<={A}),\s(?:he|she|they|(?:the\s)?{A})\s(?:recalled|added|said|noted|explained|stressed|pointed\sout),(?=\s(?:had|has|have|were|was|would|will)\s)"


class Party(NamedTuple):
    """One who takes part: a thing, the posts named beside it with ranks, and how surely it is meant."""

    thing: Thing
    posts: tuple[tuple[Thing, str | None], ...] = ()
    confidence: Confidence = Confidence.HIGH


# “The negotiators from Chisinau and Tiraspol, X and Y, met”: X and Y did.
_SEVERAL_OF = re.compile(
    r"(?<!by\s)(?<!by\sthe\s)(?<!with\s)(?<!with\sthe\s)\b(?:[Nn]egotiators|[Ee]nvoys|[Rr]epresentatives|[Ll]eaders|[Mm]ediators|[Mm]inisters|[Pp]residents|[Aa]mbassadors|[Ii]nterlocutors|[Hh]eads|[Dd]irectors|[Cc]hairs|[Cc]hiefs|[Ss]peakers|[Cc]ommanders)\s(?:of|from|for)\s(?:the\s)?$"
)


def _of_own_clause(parties: list[Party], subject: str, before: str, between: str) -> list[Party]:
    """Those who begin a clause of their own, by the words before them and up to the verb; nobody where they do not.

    “X met Y, while Z, the Commander, met W”, “X met Y, and Z, the Commander, met W”: Z met W.
    """
    if not people_of(parties) or not re.fullmatch(r",\s(?:(?:also|then)\s)*", between):
        return []
    if _OPENS_CLAUSE.search(before) or (before.endswith(", ") and subject.startswith("and ")):
        return parties
    return parties[-1:] if len(parties) == 2 and _WHOM_BEFORE.search(before) and _AND_LAST.search(subject) else []


def _named_behind(before: str, parties: list[Party]) -> list[Party]:
    """The people of a list that begins with the states or bodies which they are of, by the words before it; else nobody."""
    people = people_of(parties)
    led = len(people) > 1 and parties[0].thing.kind != "person" and people == parties[-len(people) :]
    return people if led and _SEVERAL_OF.search(before) is not None else []


def people_of(parties: Iterable[Party]) -> list[Party]:
    """Those of several parties who are persons."""
    return [one for one in parties if one.thing.kind == "person"]


@dataclass(frozen=True)
class View:
    """One sentence of a document, with all its items folded; `about` are those whom the sentence around a clause is about."""

    document: Document
    paragraph: Paragraph
    sentence: Sentence
    shape: Shape
    about: tuple[Party, ...] = ()

    @property
    def text(self) -> str:
        """The folded sentence."""
        return self.shape.text

    @lazy
    def words(self) -> str:
        """The sentence as its clean copy has it, nothing folded."""
        words = self.paragraph.text[self.sentence.start : self.sentence.end]
        look(words)
        return words

    @lazy
    def without_topics(self) -> "View":
        """The same sentence with fields of work left as the ordinary words that they are."""
        kept = [item for item in self.shape.items.values() if item.code != "T"]
        kept.sort(key=lambda item: item.start)
        shape = self.paragraph.shape(kept, self.sentence.start, self.sentence.end)
        return View(self.document, self.paragraph, self.sentence, shape)

    def in_paragraph(self, trigger: Trigger | Rule) -> bool:
        """Whether the paragraph holds what triggers something; asked once for all its sentences."""
        key = (self.paragraph.index, id(trigger))
        found = self.document.held.get(key)
        if found is None:
            found = self.document.held[key] = trigger.stands_in(self.paragraph.text)
        return found

    @property
    def is_title(self) -> bool:
        """Whether this is the release's headline."""
        return self.paragraph.is_title

    @property
    def is_lead(self) -> bool:
        """Whether this is the first sentence of the body."""
        return self.sentence.index == 0 and self.paragraph.index == 1

    @lazy
    def unquoted(self) -> str:
        """The folded sentence with what stands in quotation marks blanked out, same length."""
        if not self.paragraph.quotes:
            return self.text
        quotes, end = self.paragraph.quotes, self.sentence.end
        unquoted, starts = self.text, self.shape.starts
        for number in range(bisect_right(quotes, self.sentence.start, key=itemgetter(1)), len(quotes)):
            opened, closed = quotes[number]
            if opened >= end:
                break
            first, last = bisect_left(starts, opened), bisect_left(starts, closed)
            unquoted = unquoted[:first] + " " * (last - first) + unquoted[last:]
        look(unquoted)
        return unquoted

    @lazy
    def main(self) -> str:
        """The unquoted sentence with relative clauses (“, who chairs the OSCE this year,”) and open questions blanked out, too.

        When and where something took place stays: “the round, which took place in X on 2 March, was …”.
        """
        text = self.unquoted
        for match in (
            _RELATIVE.finditer(text)
            if ", wh" in text
            or ", as " in text
            or ", with " in text
            or " representing " in text
            or ", acting " in text
            or (" of " in text and _ABSENT.search(text) is not None)
            or ("ed " in text and _NAMED_ASIDE.search(text) is not None)
            else ()
        ):
            start, end = match.span(match.lastgroup or 0)
            text = text[:start] + " " * (end - start) + text[end:]
        for match in _BRACKETED_OF_FORMAT.finditer(text) if "; " in text and "(" in text else ():
            text = text[: match.start("members")] + " " * len(match["members"]) + text[match.end("members") :]
        if _SAID_BETWEEN.search(text) is not None:
            # “X and Y, she recalled, had met in Z.”
            said = pattern(_BETWEEN).search(text)
            if said is not None:
                text = text[: said.start()] + " " * (said.end() - said.start()) + text[said.end() :]
        text = text if self.is_title else without_open(text)
        look(text)
        return text

    @property
    def they_open(self) -> bool:
        """Whether the sentence opens with “they”, who are named in a sentence before."""
        opened = _OPENED_BY_THEM.search(self.unquoted)
        return opened is not None and (opened["who"] in THEY or bool(self.parties(opened["who"])))

    @lazy
    def behind_front(self) -> int:
        """Where the main clause begins behind “Concluding a visit to Norway, ”, whose state is in no list with those who follow; else 0."""
        front = _FRONT.match(self.unquoted) if self.unquoted.find(", ") > 0 else None
        return front.end() if front is not None else 0

    @lazy
    def main_subject(self) -> list[Party]:
        """Whom the sentence is about: its first actor that owns nothing and stands behind no preposition."""
        opened = _OPENED_BY_THEM.search(self.unquoted)
        if opened is not None and (opened["who"] in THEY or self.parties(opened["who"])):
            return self.parties(opened["who"])
        led = _LED_DELEGATION.search(self.unquoted)
        if led is not None:
            return self.parties(f"{led['head']} {led['members'] or ''}")
        for match in pattern(_ACTING).finditer(self.unquoted, self.behind_front):
            before = self.unquoted[max(0, match.start() - 40) : match.start()]
            people = _named_behind(before, self.parties(match["who"]))
            if people:
                return people
            if re.search(
                r"\b(?:of|[Ww]ith|by|[Ff]or|[Ii]n|[Ff]rom|to|between|[Aa]t|[Oo]n|against|about|and|[Ww]ithin|inside|outside|among|across|under|through)\s(?:the\s)?$",
                before,
            ) or _OPENING.fullmatch(self.unquoted, 0, match.start()):
                continue
            if not match.start() and _DATE_OF_LINE.match(self.unquoted, match.end("who")):
                # “UNITED NATIONS, 15 February 2011 – X said”: where it was said.
                continue
            parties = self.parties(match["who"])
            if parties and not people_of(parties) and _ITS_OWN.match(self.unquoted, match.end("who")):
                # “All OSCE missions”: not the OSCE; “the OSCE delegation” may be those who travel.
                delegates = self._delegation_of(parties, match.end("who"))
                if delegates:
                    return delegates
                continue
            if parties and (people_of(parties) or not self.in_aside(match, "who")):
                return parties
        return []

    @lazy
    def in_company(self) -> list[Party]:
        """Whom the sentence is about, with those in whose company it says, as it begins, that he was."""
        joined = pattern(_JOINED_BY).match(self.unquoted)
        if joined is not None:
            return [*self.parties(joined["whom"]), *self.parties(joined["who"])]
        start = self.unquoted.find(",")
        first = next(iter(pattern(_ACTING).finditer(self.unquoted, start + 1)), None) if start >= 0 else None
        along = pattern(_COMPANY).match(self.unquoted[: first.start()]) if first is not None else None
        if along is None or first is None:
            return self.main_subject
        return list({one.thing.iri: one for one in [*self.parties(first["who"]), *self.parties(along["who"])]}.values())

    def subject(self, match: re.Match[str], verb: str = "verb") -> list[Party]:
        """The subject of a rule's match: the actors before the verb, unless they are another verb's object.

        In “X met Y and visited Z” the actor before “visited” is Y, but who visited is X.
        """
        between = self.unquoted[match.end("subject") : max(match.end("subject"), match.start(verb))]
        before = self.unquoted[max(0, match.start("subject") - 24) : match.start("subject")]
        parties = self._head_of(self._without_several(match["subject"]), before)
        sent = self._of_own_clause(match["subject"], before, between, parties) or _named_behind(
            self.unquoted[max(0, match.start("subject") - 40) : match.start("subject")], parties
        )
        if sent:
            return sent
        if len(parties) < 2 and re.search(r"^,\sthey\s|\b(?:which|whom|where|when|that)\sthey\s", between):
            # “The Council, on the margins of which they will meet X”, “In Transdniestria, they met X”: they are another clause's subject.
            return self._they or (self.in_company if len(self.in_company) > 1 else parties)
        plural = _THEN_PLURAL.match(between) if between.startswith(", ") and not people_of(parties) else None
        if plural is not None and (meant_by := self.parties(plural["who"])):
            # “Visiting the Assembly, the delegation met X”: they begin another clause.
            return meant_by
        last = self.shape.found(match["subject"])[-1:]
        if len(parties) > 1 and last and isinstance(last[0].payload, Actor) and last[0].payload.form == "pronoun":
            # “He met X, and he will travel on”: “he” begins another clause.
            parties = self._meant(last[0])
        if holders := self.chairing(parties, match.start("subject"), between):
            return holders
        if parties and not people_of(parties) and between.startswith(",") and self.in_aside(match, "subject"):
            # “X, as Chairman of the Council, visited Y”: X did, and where nobody knows X, nobody is told.
            return people_of(self.parties(self.main[: match.start("subject")]))[:1]
        topic = _ON_TOPIC.search(self.main, 0, match.start("subject")) if parties[:1] and "on " in before else None
        if topic is not None and parties[0].thing.kind == "format":
            # “The participants in the 5+2 talks on the settlement process concluded a meeting”: one of the former.
            return self.parties(topic["body"])
        if parties and parties[0].thing.kind != "person" and AT_BODY.search(before):
            # “At the Ministry, X and Y met Z”: the ministry is the place.
            parties = parties[1:]
        if re.search(r"\b(?:which|who)\slike\s(?:the\s)?$", before):
            # “The Union, which like X takes part in the talks”: X is only compared.
            return []
        if self.somebodys(match.start("subject")):
            parties = [party for party in parties if party.thing.kind != "person"]
        if len(self.shape.found(match["subject"])) == 1 and _OFFICE_OF.search(self.main[: match.start("subject")]):
            # “Ann Field, the Special Representative of the Chairpersonship, will …”: the body only says whose she is.
            return self.main_subject if re.match(r"[^,;]{0,60},", between) else parties
        if travelling := self._delegation_of(parties, match.end("subject"), before):
            return travelling
        if (
            parties
            and parties[-1].thing.kind not in {"person", "format"}
            and _OWN_PEOPLE.match(self.unquoted, match.end("subject"))
        ):
            parties = parties[:-1] or self._led(match.start("subject"))
        if _BEFORE_DOING.fullmatch(between) and match[verb].split()[0].endswith("ing"):
            # “Was received by X before sitting down with Y”: the one whom the sentence is about did.
            return people_of(self.main_subject) or parties
        if _AND_ALSO.match(between) and re.search(r"\b(?:together|along)\swith\s(?:the\s)?$", before):
            return self.main_subject
        if re.search(
            r"\b(?:joined|accompanied|flanked)\sby\s(?:the\s)?$|\b(?:alongside|together\swith|along\swith|jointly\swith)\s(?:the\s)?$",
            before,
        ) or (between.startswith(",") and _WITH_ASIDE.search(self.unquoted, 0, match.start("subject"))):
            known = {party.thing.iri for party in self.main_subject}
            return [*self.main_subject, *(party for party in parties if party.thing.iri not in known)]
        bracketed = _BRACKETED.search(self.unquoted, 0, match.start("subject") + _words_before(match["subject"]))
        if bracketed is not None:
            people = people_of(self.parties(bracketed["who"]))
            return [*people, *(party for party in parties if party not in people)]
        if re.fullmatch(r",\s", between) and before.endswith(", ") and match["subject"] in self.shape.items:
            # “The Representative for the region, Ann Field, is …”: the one whom the commas set off.
            return parties
        if parties and re.search(r"\b(?:including|such\sas|among\sthem|namely)\s(?:the\s)?$", before):
            # “Officials of the House, including X and Y, met …”, but “saw officials, including X and Y, and had …”.
            return (self.main_subject if _AND_ALSO.match(between) else []) or [
                *self.heading(match, "subject"),
                *parties,
            ]
        invited = _INVITATION.search(before)
        if invited is not None and len(parties) > 1:
            # “At the invitation of X, A and B met”: X need not have sat there.
            return parties[1:]
        if own := _of_own_clause(parties, match["subject"], before, between):
            return own
        # “The Uzbek delegation, led by X, met Y”: X did.
        if re.match(r",?\s(?:and|but|then)\s|,\s(?:also\s|then\s)*$", between) and not (
            between.startswith(", ") and _LED_BY.search(self.unquoted, 0, match.start("subject"))
        ):
            return self.main_subject
        if (pattern(_SET_AND).fullmatch(between) or _OWNED_AND.fullmatch(between)) and self.main_subject:
            # “X met Y in Z today and, on Monday, received W”, “X will visit the Mission's office and meet Y”: X.
            return self.main_subject
        if self.is_title and self.main_subject and match.start("subject") > 0 and "," in between:
            return self.main_subject
        # “X's team met …” says nothing of X; “X praised Y for her work and met …” says nothing of Y.
        if re.match(r"['’]s?\s.*\w", between) and match[verb] != "interlocutors":
            return []
        if _COORDINATED.search(between) and self.main_subject and parties[-1:] != self.main_subject[-1:]:
            # “She was received by X in Y and met Z”, “will brief X in Y and plans to meet Z”: X is only the object.
            if _OBJECT_OF.search(before) or _BY_SEVERAL.search(self.unquoted, 0, match.start("subject")):
                return self.main_subject
            # “Attended the funeral of X in Y and met Z”: nor did X.
            governed = re.search(r"\b(?:of|for|about|on|against)\s(?:the\s)?$", before) is not None
            # “She met officials and X in Y on Tuesday, and will travel on”: nor will X.
            met = _MET_BEFORE.search(self.unquoted, 0, match.start("subject")) and _ONLY_WHERE.match(between)
            # “Congratulated X on her post and welcomed her”: nor did X.
            addressed = _ADDRESSED.search(before) is not None
            governed = governed or met is not None or addressed
            return self.main_subject if governed or (parties and parties[-1].thing.kind != "person") else parties
        with_them = pattern(_COMPANY).match(self.unquoted[: match.start("subject")])
        if with_them is not None:
            known = {party.thing.iri for party in parties}
            return [*parties, *(party for party in self.parties(with_them["who"]) if party.thing.iri not in known)]
        return parties

    def _of_own_clause(self, stretch: str, before: str, between: str, parties: list[Party]) -> list[Party]:
        """Who begins a clause of his own within a stretch of actors, or behind a semicolon; else nobody.

        “In the presence of A and B, and C and D had a talk”; “X was not there; Y, adviser to Z, briefed her”.
        """
        other_pair = _OTHER_PAIR.search(stretch) if ", and " in stretch else None
        if other_pair is not None and _IN_PRESENCE.search(before):
            return self.parties(other_pair["who"])
        return parties if between == ", " and _CLAUSE_BEFORE.search(before) is not None else []

    def _delegation_of(self, parties: list[Party], position: int, before: str = "") -> list[Party]:
        """Those who travel for the one body that a stretch names: “the OSCE delegation”, “the delegation of OSCE ambassadors”."""
        if parties and not people_of(parties) and before.endswith("elegation of "):
            return self._travelling()
        if len(parties) != 1 or _ITS_DELEGATION.match(self.unquoted, position) is None:
            return []
        body = parties[0].thing
        if body.kind not in _BODIES:
            return []
        travelling = self._travelling()
        of_body = any(
            post.organization is not None and f"{post.organization.key}-".startswith(f"{body.key}-")
            for one in travelling
            for post, _ in one.posts
        )
        return travelling if of_body else []

    def _travelling(self) -> list[Party]:
        """Those whom “the delegation” means: who travel in the release."""
        people = meant(self.document, "the delegation")
        return [Party(one, self.document.posts_of(one), Confidence.MEDIUM) for one in people]

    def in_aside(self, match: re.Match[str], group: str) -> bool:
        """Whether the actors of a group of a match belong to words between commas that only say what somebody is."""
        if _CLOSED.match(self.main, match.end(group)) is None:
            return False
        first = next(iter(self.shape.found(match[group])), None)
        office = first is not None and isinstance(first.payload, Actor) and first.payload.form == "title"
        aside = _OFFICE_SET_OFF if office else _IN_ASIDE
        return aside.search(self.main, 0, match.start(group)) is not None

    def _led(self, position: int) -> list[Party]:
        """Those named before a body's own people: “X and senior officials of the House met …”."""
        before = _WITH_THEIR_OWN.search(self.unquoted, 0, position)
        return self.parties(before["who"]) if before is not None else []

    def somebodys(self, position: int) -> bool:
        """Whether who is named from here only owns what is told of: “aides to X met”, “a letter of X was received”."""
        return _SOMEBODYS.search(self.main, max(0, position - 30), position) is not None

    def search(self, rule: str, quoted: bool = False) -> Iterator[re.Match[str]]:
        """The matches of a rule in the sentence, outside quotations and relative clauses unless told otherwise."""
        return pattern(rule).finditer(self.text if quoted else self.main)

    def parties(self, stretch: str | None) -> list[Party]:
        """The actors folded into a stretch of the shape, in order, each once."""
        found: dict[str, Party] = {}
        words = stretch or ""
        if words in THEY:
            return self._they
        if _PLURAL.fullmatch(words):
            if words.endswith("visiting participants"):
                # “The mediators and observers met X. The visiting participants also met Y.”
                return self._they
            return [Party(thing, confidence=Confidence.MEDIUM) for thing in meant(self.document, words)]
        if len(words) > 1:
            if "presentatives " in words or "nvoys " in words:
                words = pattern(SENDER).sub("", words) if pattern(SENT_BY).search(words) else words
            words = pattern(_OF_OFFICE).sub("", _ABBREVIATION.sub("", words) if "(" in words else words)
            words = _HEAD_OF.sub("", words) if " of " in words else words
        for item in self.shape.found(words):
            for party in self._meant(item):
                if party.thing.kind != "place":
                    found.setdefault(party.thing.iri.value, party)
        return list(found.values())

    @property
    def _they(self) -> list[Party]:
        """Those whom the sentence before was about, where they were several or a format; else those who met in it."""
        acting = self.document.acting
        if len(acting) < 2 and not any(thing.kind == "format" for thing in acting):
            acting = self.document.together
        return [Party(thing, confidence=Confidence.MEDIUM) for thing in acting]

    def _meant(self, item: Item) -> list[Party]:
        """Who an item stands for: “the Co-Chairs”, once the release has named them, for these people."""
        together = self._told_together(item)
        if together:
            return together
        parties = _parties(item)
        if item.code in "EG" and self.paragraph.text.endswith("elegation", item.start, item.end):
            # “The PA Delegation”: those who travel in the release.
            return self._travelling() or parties
        if not self.document.members:
            return parties
        members = self.document.members.get(parties[0].thing.iri.value, ()) if len(parties) == 1 else ()
        return [Party(thing, self.document.posts_of(thing)) for thing in members] or parties

    def _told_together(self, item: Item) -> list[Party]:
        """Whom “the three ministers”, read as the holders of an office, means by who was told of together before."""
        actor = item.payload
        if not isinstance(actor, Actor) or actor.form != "title" or len(actor.things) < 2:
            return []
        text = self.paragraph.text
        if " of " in text[item.start : item.end]:
            # “The foreign ministers of A and B” says whose.
            return []
        number = _HOW_MANY.search(text, max(0, item.start - 8), item.start)
        said = "two " if number is not None and number[1] == "both" else number[0] if number is not None else ""
        people = meant(self.document, f"the {said}{text[item.start : item.end]}")
        if all(self.document.posts_of(one) for one in people):
            # Holders of the office that the release names are who they are by that.
            return []
        return [Party(one, self.document.posts_of(one), Confidence.MEDIUM) for one in people]

    def chairing(self, parties: list[Party], start: int, behind: str) -> list[Party]:
        """The people named before their format at `start`: “A, B and C, Co-Chairs of the Group, met X”; else nobody."""
        if len(parties) != 1 or parties[0].thing.kind != "format" or not behind.startswith(","):
            return []
        named = pattern(_WHOSE_FORMAT).search(self.main, 0, start)
        people = people_of(self.parties(named["who"])) if named is not None else []
        return people if len(people) > 1 else []

    def heading(self, match: re.Match[str], group: str) -> list[Party]:
        """Who leads the delegation of which the group of a match are: “led by A and including B and C”; else nobody."""
        led = _LED_AND_WITH.search(self.unquoted, 0, match.start(group) + _words_before(match[group]))
        return self.parties(led["who"]) if led is not None else []

    def objects(self, match: re.Match[str], group: str = "object") -> list[Party]:
        """The actors of a group of a match, without the states and bodies that only say whose somebody is.

        “Met NATO officials” and “meet Poland's goals” name no NATO and no Poland that anybody met.
        """
        modifiers = {
            thing.iri.value
            for offset, sign in enumerate(match[group] or "", start=match.start(group) + 1)
            if sign in self.shape.items
            and (
                self._only_says_whose(self.shape.items[sign], offset)
                or _POSTED_TO.search(self.main, max(0, offset - 40), offset - 1)
            )
            for thing in things_of(self.shape.items[sign])
        }
        found = [one for one in self.parties(match[group]) if one.thing.iri.value not in modifiers]
        if people_of(found):
            # “Met A, B and members of the Parliament”: A and B, and nobody for all of it.
            sent = {thing.iri.value for item in self._senders(match[group]) for thing in things_of(item)}
            found = [one for one in found if one.thing.iri.value not in sent]
        stretch = match[group] or ""
        led = _LED_GROUP.match(stretch) is not None
        if ";" in stretch or led:
            # “With A; B, Director of a body; and C”: of what is parted so only people are sure to be of the list.
            # “Members of the delegation of the Assembly, led by X”: X.
            found = people_of(found) or found
        named = self._leaders_named(match, group) if found and not people_of(found) else []
        if named:
            return named
        if led or _LED_BEFORE.search(stretch):
            # “A delegation led by A and including B and C”.
            included = pattern(_AND_INCLUDING).match(self.main, match.end(group))
            return [*found, *people_of(self.parties(included["who"]))] if included is not None else found
        if not found:
            return found
        known = {one.thing.iri for one in found}
        further = continuation(self.main, match.end(group))
        behind = _REST_OF_LIST.match(self.main, match.end(group)) if not further else None
        words = "".join(self.main[one.start : one.end] for one in further)
        if behind is not None:
            words = behind["rest"] or behind["all"] or behind["most"]
        return [*found, *(one for one in people_of(self.parties(words)) if one.thing.iri not in known)]

    def _of_several(self, item: Item) -> bool:
        """Whether a body stands for several of its people: “the NATO Ambassadors”, “members of the Assembly”."""
        actor = item.payload
        if not isinstance(actor, Actor) or actor.form != "title":
            return False
        several = _SEVERAL.search(self.paragraph.text, item.start, item.end) is not None
        return several and all(one.kind in _BODIES for one in actor.things)

    def only_its_people(self, stretch: str) -> bool:
        """Whether a stretch names nobody but several of a body's people: “OSCE ambassadors”."""
        items = self.shape.found(stretch)
        return bool(items) and all(self._of_several(item) for item in items)

    def _without_several(self, stretch: str) -> list[Party]:
        """The parties of a stretch; beside people none who stands for several of its own: “X and the NATO Ambassadors”."""
        parties = self.parties(stretch)
        if not people_of(parties):
            return parties
        sent = {thing.iri for item in self.shape.found(stretch) if self._of_several(item) for thing in things_of(item)}
        return [one for one in parties if one.thing.iri not in sent]

    def _senders(self, stretch: str) -> list[Item]:
        """The states and bodies of a stretch that are only named for their people: “members of the Parliament”."""
        return [
            item
            for offset, sign in enumerate(stretch)
            if (item := self.shape.items.get(sign)) is not None
            and (self._of_several(item) or (item.code in "SEG" and _PEOPLE_OF.search(stretch, 0, offset) is not None))
        ]

    def _head_of(self, parties: list[Party], before: str) -> list[Party]:
        """The parties, or whoever heads the one body that they are: “the head of the Ministry” is the minister whose doings are told.

        The head of another body is somebody who is not named.
        """
        if len(parties) != 1 or parties[0].thing.kind not in {"organization", "institution"}:
            return parties
        if _HEADED_BODY.search(before) is None:
            return parties
        minister = self.document.protagonist if _MINISTRY.search(parties[0].thing.label) else None
        return [Party(minister, confidence=Confidence.MEDIUM)] if minister is not None else []

    def _leaders_named(self, match: re.Match[str], group: str) -> list[Party]:
        """Those of a state's leaders who are named: “Russian leaders, including President A and Foreign Minister B”."""
        last = self.shape.found(match[group] or "")[-1:]
        actor = last[0].payload if last else None
        if not isinstance(actor, Actor) or actor.form != "title":
            return []
        behind = pattern(_INCLUDING).match(self.main, match.end(group))
        return people_of(self.parties(behind["who"])) if behind is not None else []

    def whole(self, position: int) -> bool:
        """Whether a state or body that ends here stands for itself, and not before a noun that is its own: “U.S. bases”."""
        return _WHOLE.match(self.main, position) is not None

    def _only_says_whose(self, item: Item, position: int) -> bool:
        """Whether a state or body, or an unheld office of one, that ends here belongs to a longer name: “Head of the ODIHR Election Department”."""
        if item.code in "SEGF":
            return not self.whole(position)
        actor = item.payload
        office = (
            isinstance(actor, Actor) and actor.form == "title" and any(one.kind in _BODIES for one in actor.things[:1])
        )
        return office and _LONGER_NAME.match(self.main, position) is not None

    def things(self, stretch: str, codes: str) -> list[Thing]:
        """The named things of these classes in a stretch of the shape, in order, each once."""
        found: dict[str, Thing] = {}
        for item in self.shape.found(stretch):
            if item.code in codes:
                for thing in things_of(item):
                    found.setdefault(thing.iri.value, thing)
        return list(found.values())

    def places(self, stretch: str) -> list[Thing]:
        """The places that a stretch stands for; “the Ukrainian capital” is Kyiv."""
        words = self.document.words
        if not stretch.endswith("capital"):
            return [thing for item in self.shape.found(stretch) for thing in things_of(item)]
        cities = [words.thing("place", words.capital_of.get(one.key, "")) for one in self.things(stretch, "SD")]
        return [one for one in cities if one is not None]

    def titled(self, stretch: str, title: re.Pattern[str], kinds: Collection[str]) -> list[Thing]:
        """The bodies by which a plural title names several people of theirs: “Presidents of the Bucharest Nine”."""
        return [
            thing
            for item in self.shape.found(stretch)
            if isinstance(item.payload, Actor) and title.match(self.paragraph.text, item.start, item.end)
            for thing in item.payload.things
            if thing.kind in kinds
        ]

    def support(self, rule: str, confidence: Confidence = Confidence.HIGH) -> Support:
        """Support by this whole sentence."""
        return Support((self.sentence.span,), rule, confidence)

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the shape stands in the text as read."""
        return self.paragraph.source(*self.shape.source(start, end))


def things_of(item: Item) -> tuple[Thing, ...]:
    """The things that an item stands for."""
    if isinstance(item.payload, Actor):
        return item.payload.things
    return (item.entries[0].thing,) if item.entries else ()


def _words_before(stretch: str) -> int:
    """How many characters of a stretch stand before its first actor: “and the {A}”."""
    first = pattern(ACTOR).search(stretch)
    return first.start() if first is not None else 0


def _parties(item: Item) -> list[Party]:
    if isinstance(item.payload, Actor):
        actor = item.payload
        if len(actor.things) > 1:
            return [
                Party(thing, (post,), actor.confidence) for thing, post in zip(actor.things, actor.posts, strict=True)
            ]
        return [Party(thing, actor.posts, actor.confidence) for thing in actor.things]
    return [Party(thing) for thing in things_of(item) if item.code in "SEGF"]


def views(document: Document) -> Iterator[View]:
    """The sentences of a document in order, each with its shape."""
    for index in range(len(document.paragraphs)):
        yield from views_of_paragraph(document, index)


def views_of_paragraph(document: Document, index: int) -> list[View]:
    """The sentences of one paragraph, each with its shape; made once for a document."""
    made = document.views.get(index)
    if made is None:
        paragraph, items = document.paragraphs[index], document.items[index]
        made = []
        for sentence in paragraph.sentences:
            inside = [one for one in between(items, sentence.start, sentence.end) if one.end <= sentence.end]
            shape = paragraph.shape(inside, sentence.start, sentence.end)
            made.append(View(document, paragraph, sentence, shape))
        document.views[index] = made
    return made


def post_of(view: View, stretch: str | None) -> Thing | None:
    """The post that a title standing alone in a stretch names."""
    for item in view.shape.found(stretch or ""):
        actor = item.payload
        if isinstance(actor, Actor) and actor.office is not None:
            if actor.posts:
                return actor.posts[0][0]
            organization = actor.office.organizations[0] if actor.office.organizations else None
            return view.document.words.posts.denoted(actor.office, organization, True)
        if isinstance(actor, Office):
            return actor.post or view.document.words.posts.denoted(actor, None, True)
    return None
