"""Words that leave open whether an event was: “if X meets Y”, “no date has been set for a meeting of X and Y”.

An event's noun or verb under such words triggers no rule. What is planned, asked for or denied is told as such
by `modality`; here is what is none of these and did not, as far as the text says, take place either. A bare noun
(“a meeting between X and Y”) tells of an event only where something says that there was one: a verb of holding
before it, a verb in the past behind it, or words that place something at or after it.
"""

import re

from kg.extract.modality import of_noun
from kg.extract.syntax.scope import content_clause, is_denied
from kg.model import Factuality
from kg.text.rule import Rule
from kg.text.shape import pattern

# Verbs and nouns that trigger rules for meetings, calls and visits.
_VERB = re.compile(
    r"\b(?:meets?|met|meeting(?=\s)|sp(?:eak|eaks|oke|oken)|talk(?:s|ed)?(?=\s(?:with|to)\b)|visit(?:s|ed)?|travel(?:s|led)?|hold|holds|held"
    r"|had|hav(?:e|ing)|call(?:s|ed)?|receiv(?:e|es|ed)|host(?:s|ed)?|discuss(?:es|ed)?|go(?:es)?|went|attend(?:s|ed)?|join(?:s|ed)?|exchange[sd]?(?=\sviews\b)|rais(?:es|ed)|huddled|dined|lunched|breakfasted|conversed|conferred|consulted|sat)\b"
)
_NOUN = re.compile(
    r"\b(?:[Mm]eetings?|[Tt]alks|[Dd]iscussions?|[Cc]onsultations?|[Cc]onversations?|[Nn]egotiations|[Dd]ialogue|[Ss]ummit|(?:[Tt]ele)?(?:[Pp]hone\s)?[Cc]alls?"
    r"|[Vv]isits?|[Rr]ound|[Ss]ession|[Ee]ncounter)\b"
)
_OF_VERB = Rule(
    r"\b(?:meet|met|sp(?:eak|oke)|talk|visit|travel|hold|held|had\b|hav(?:e|ing)\b|call|receiv|host|discuss|go(?:es)?\b|went|attend|join|exchange[sd]?\sviews\b|rais(?:es|ed)\b|huddled\b|dined\b|lunched\b|breakfasted\b|conversed\b|conferred\b|consulted\b|sat\b)"
)
_OF_NOUN = Rule(_NOUN.pattern)
_OPEN_VERB = re.compile(
    # A possibility.
    r"\b(?:may|might|could(?!\sonly\b)|can)\s[^,;:]{0,40}$"
    # A condition, or a question.
    r"|(?:^\W*|\b)(?:[Ii]f|[Uu]nless|[Ww]hether|[Ii]n\scase|[Pp]rovided\sthat|[Uu]ntil|as\sthough|as\sif)\s[^,;:]{0,60}$"
    r"|^\W*(?:Had|Should|Were)\s[^,;:]{0,60}$"
    # What is to be done whenever it comes to pass: “on those occasions when the ministers meet X”.
    r"|\b(?:occasions?|times?|cases?)\s(?:when|where|in\swhich|on\swhich)\s[^,;:]{0,60}$|\b[Ww]henever\s[^,;:]{0,60}$"
    # What was not.
    r"|\b[Ww]ithout\s[^;:]{0,60}$"
    # What is rumoured, or denied.
    r"|\b(?:[Rr]umou?r(?:s|ed)?|[Ss]peculat(?:ion|ed)|[Aa]lleg(?:ations?|es?|ed)|[Cc]laim(?:s|ed)?|[Pp]urport(?:s|ed)?|[Hh]ints|[Ss]uggestions?)\s(?:\w+\s){0,3}?(?:that|of|about|to)\s[^;:]{0,80}$"
    r"|\b(?:[Nn]ot|[Uu]ntrue|[Ii]ncorrect|[Ww]rong|[Ff]alse)\s(?:(?:true|correct|the\scase)\s)?that\s[^;:]{0,80}$"
    r"|\b[Nn]o\struth\s(?:at\sall\s)?(?:in|to)\s[^;:]{0,100}$"
    r"|\b[Uu]n(?:confirmed|verified)\s(?:\w+\s){0,2}?(?:reports?|information|news|accounts?|sources?)\b[^;:]{0,80}$"
    r"|\b(?:allegedly|reportedly|supposedly|purportedly)\s[^,;:]{0,30}$"
    r"|\b(?:deny|denies|denied|denying|dismiss(?:ed|es)|refut(?:ed|es)|disput(?:ed|es))\s[^;:]{0,60}$"
)
# What is done again and again: “the Group meets every year”.
_PRESENT = frozenset(
    "meet meets speak speaks talk talks visit visits travel travels hold holds call calls receive receives host hosts discuss discusses go goes attend attends join joins".split()
)
_AGAIN = re.compile(
    r"^[^,;:]{0,60}?\b(?:every|each)\s(?:\w+\s)?(?:year|month|week|fortnight|quarter|day|spring|summer|autumn|winter|time)\b"
    r"|^[^,;:]{0,40}?\b(?:regularly|annually|monthly|weekly|periodically|as\sa\srule|(?:once|twice|\w+\stimes)\sa\s(?:year|month|week)|when(?:ever)?\s(?!(?:she|he|they|the)\s[a-z]+ed\b))\b"
)
_USUALLY = re.compile(r"\b(?:usually|normally|regularly|always|whenever|customarily|traditionally)\s(?:[^,;:]{0,40})$")
# What a calendar announces: “Next week: Minister Lund in Riga for talks with …”.
_ANNOUNCED = re.compile(
    r"^\W*(?:Next\sweek|Tomorrow|Coming\sup|(?:The\s)?[Ww]eek\sahead|Up\snext|(?:On\sthe\s|The\s)?(?:[\w-]+\s)?(?:[Pp]rogramme|[Aa]genda|[Cc]alendar|[Dd]iary|[Ss]chedule)(?:\s(?:for|of|on)\s[^:]{1,40})?)\s?:\s"
)
_UNTRUE = re.compile(
    r"\b(?:unfounded|untrue|false|incorrect|baseless|fabricat\w+|(?:was|were|been)\s(?:\w+ly\s)?(?:denied|refuted|dismissed))\b"
)
_REPORTED = re.compile(
    r"\b(?:[Rr]eports?|[Ss]tatements?|[Nn]ews|[Ii]nformation)\s(?:\w+\s){0,3}?(?:that|of|about)\s[^;:]{0,60}$"
)
# “Consulted by e-mail with X”, “exchanged views in writing with X”: nobody met or called.
_WRITTEN = r"(?:in\swriting|in\sthe\s(?:press|media)|(?:by|via|through|in)\s(?:an?\s|his\s|her\s|their\s)?(?:[a-z-]+\s)?(?:exchange\sof\s)?(?:e-?mails?|letters?|fax|post|correspondence|tweets?)|(?:on|over|via)\s(?:Twitter|Facebook|Telegram|WhatsApp|social\smedia))"
_IN_WRITING = re.compile(
    rf"\w+(?:\s[a-z’'-]+){{0,5}}?\s{_WRITTEN}\s(?:with|to)\b"
    # “Raised it with X in a letter”: nothing else that was done stands between.
    rf"|(?:rais|discuss|exchang|consult|t[oa][ok]|call|sp[eo]|communicat)\w+\s(?:(?!(?:and|but|then|before|after|who|which|that|as)\s)[^;,.\s]+\s){{1,14}}?{_WRITTEN}\b"
)
_SMALL = r"(?:(?!(?:at|in|during|of|on|that|to|with|from|for)\b)[\w’'-]+\s){0,4}"
_OPEN_NOUN = re.compile(
    r"\b(?:may|might|could)\s[^,;:]{0,60}$"
    r"|\b(?:[Aa]lleg(?:es?|ed)|[Pp]urport(?:s|ed)?|[Ss]upposed|[Rr]umou?red|[Cc]laim(?:s|ed)?(?!\s(?:this|so)\b))\s[^;:]{0,40}$"
    r"|\b[Pp]reparations?\s(?:is|are|was|were|have|has|had)\s[^,;:]{0,40}\bfor\s[^,;:]{0,30}$"
    r"|\b(?i:possible|potential|likely|unlikely|hypothetical|envisaged|chances?\s(?:of|for)|talk\sof|speak(?:ing)?\sof|speculation\sabout"
    r"|(?:date|dates|(?<!was\sthe\s)(?<!were\sthe\s)venue|format|modalities|conditions|preparations?|preparing|prepared|arrangements?|idea|plans?|grounds|basis|timing|efforts?)"
    r"\s(?:for|of)|agenda\sfor|readiness\sfor|absence\sof|lack\sof|without|any|seeks?|seeking|sought|await(?:s|ed|ing)?|wait(?:s|ed|ing)?\sfor|expects?"
    rf"|ready\sfor|obstacles?\sto|discuss(?:es|ed|ing)?|arrange|organi[sz]e|set\sup|schedule(?!\s(?:also\s)?(?:includes?|features?|will|of|foresees|provides|envisages)\b)|against|instead\sof|rather\sthan|refus\w+)\s{_SMALL}$"
)
_OPEN_AFTER = re.compile(
    r"^[^,;:.]{0,50}?\b(?:remains?|(?:is|are|was|were|seems?|looks?|appears?)\s(?:un)?likely|(?:is|are)\s(?:not|now|still|being)\b|would|could|may|might|must|should|depends?|hinges?|(?:is|are)\s(?:off\sthe\stable|in\sdoubt|uncertain|under\sdiscussion)"
    r"|(?:do|does)\snot|under\sway\sto|(?:was|were|has\sbeen|have\sbeen)\s(?:\w+\s)?(?:requested|sought|proposed|offered|suggested|unconfirmed)"
    r"|(?:not|yet)\s(?:yet\s)?(?:to\s)?be(?:en)?\s(?:confirmed|agreed|fixed|settled|decided))\b"
)
# What is behind “a meeting between …”, “talks with …”: such nouns need words that say there was one.
_JOINT = re.compile(r"^\s(?:\w+\s)?(?:between|among)\s")
_JOINT_OF_SUBJECT = re.compile(r"^\s(?:\w+\s)?(?:with|of)\s")
_SUBJECT = re.compile(r"^\W*(?:(?:The|An?|His|Her|Their|Further|Separate|Bilateral|Additional)\s)?(?:\w+\s){0,2}$")
# “Meeting with X, A praised …”: no noun, but what A did.
_PARTICIPLE = pattern(
    r"\swith\s[^;]{1,160},\s(?:the\s)?{A}(?:\s\([^()]*\))?(?:\sand\s(?:the\s)?{A})?\s(?:(?:also|today|then|\w+ly)\s)*(?!was\b|is\b|has\b)(?:[a-z]+(?:ed|es|[b-rt-z]s)|said|told|spoke)\b"
)
_PLACED = pattern(
    r"\b(?:[Aa]t|[Ii]n|[Dd]uring|[Ff]ollowing|[Aa]fter|[Ss]ince|[Ff]rom|[Bb]y|[Tt]hrough|[Tt]hanks\sto|[Aa]s\spart\sof|(?:[Ss]idelines|[Mm]argins|[Rr]esults?|[Oo]utcomes?|[Oo]ccasion|[Ff]ramework|[Cc]ourse|[Ee]nd|[Cc]onclusion|topics?|subjects?|focus|cent(?:re|er)|heart|core|forefront|(?:topped|headed|dominated|led|featured|figured|were|was)\s(?:[\w-]+\s){0,3}?agenda)\sof|dominated|topped|marked"
    r"|[Cc]onclu\w+|[Oo]pen(?:ed|s|ing)|(?:co-)?chair\w*|(?:co-)?host\w*|held|holds?|ha[ds]|having|have|moderat\w+|mediat\w+|facilitat\w+|conven\w+|organi[sz]ed|arranged|attend\w*|join\w*"
    r"|participat\w+\sin|took\spart\sin|takes\spart\sin|led|welcom\w+|prais\w+|recall\w*|describ\w+|not(?:ed|es|ing)|report\w*\son|brief\w*\s(?:\S+\s){0,3}on|inform\w*\s(?:\S+\s){0,3}(?:of|about)"
    r"|condemn\w*|commend\w*|includ\w+|follow(?:s|ed)|was|were|witness\w*|observ\w+|continu\w+|began|begins?|start\w*|(?:began|begun|opened|started|ended|closed|concluded|culminated|finished|kicked\soff)\swith|two|three|four|five|several|first|second|third|last|latest|earlier|previous|recent|regular|yesterday[’']s|today[’']s|{N}[’']s?)"
    rf"\s{_SMALL}$"
)
_PAST_AFTER = re.compile(
    r"^[^;:]{0,160}?\b(?:(?:is|are)\s(?:in\sprogress|under\s?way|ongoing|taking\splace)|took\splace|takes\splace|was|were|has\sbeen|have\sbeen|had\sbeen|began|begins|started|ended|ends|conclude[sd]|focus(?:s?ed|es)|concentrated|covered|dealt|deals|lasted"
    r"|resulted|rounded|closed|completed|crowned|preceded|filled|formed|figured|featured|occupied|ran|topped|produced|addressed|cent(?:er|r)ed|gave|provided|marked|came|comes|brought|discussed|follow(?:ed|s)|includ(?:ed|es)|saw|allowed|offered|led|helped|showed|confirmed|demonstrated|underlined"
    r"|reaffirmed|emphasi[sz]ed|highlighted|stressed|reflected|contributed|strengthened|reinforced|deepened|advanced|spanned|turned|aimed|yielded|outlined|tackled|examined|considered|assessed"
    r"|reviewed|touched|explored|enabled|served|revolved|made|paved|built|continue[sd]?|proceeded|go(?:es)?\son|went\son|opened|took|held|hosted|attended|chaired|earlier|yesterday|today|last\s(?:week|month|year|night))\b"
)


# Verbs whose readers all ask `modality` whether they were done.
_OF_TOLD_DENIALS = re.compile(
    r"(?:met|spoke|spoken|talked|visited|travelled|held|had|having|received|hosted|conferred|consulted)\b"
)


def without_open(text: str) -> str:
    """A folded sentence with the verbs and nouns blanked of what it leaves open; the same length."""
    if _ANNOUNCED.match(text):
        return " " * len(text)
    blanked = text
    for verb in _VERB.finditer(text) if _OF_VERB.stands_in(text) else ():
        if leaves_open(text, verb.start()) or (verb[0] in _PRESENT and _is_habit(text, verb)):
            blanked = _blank(blanked, verb)
    for noun in _NOUN.finditer(text) if _OF_NOUN.stands_in(text) else ():
        if _open_noun(text, noun.start(), noun.end()):
            blanked = _blank(blanked, noun)
    return blanked


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]


def leaves_open(text: str, start: int) -> bool:
    """Whether the words before a verb leave open whether it was done, or those behind it say that it was done in writing."""
    before = text[max(0, start - 120) : start]
    if _OF_TOLD_DENIALS.match(text, start) and is_denied(text, start):
        # “Denies that X met Y”: told as denied.
        return False
    doubted = _OPEN_VERB.search(before) or (_REPORTED.search(before) and _UNTRUE.search(text))
    return bool(doubted or _IN_WRITING.match(text, start))


def _is_habit(text: str, verb: re.Match[str]) -> bool:
    return bool(_AGAIN.match(text[verb.end() :]) or _USUALLY.search(text[max(0, verb.start() - 80) : verb.start()]))


def _open_noun(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 120) : start], text[end : content_clause(text, start, end)]
    if text.startswith("Meeting", start) and _PARTICIPLE.match(after) is not None:
        return False
    # Whether it happened is asked last, since that costs most, and of most nouns nothing is left open.
    return _is_left_open(before, after) and of_noun(text, start, end) is Factuality.HAPPENED


def _is_left_open(before: str, after: str) -> bool:
    if _OPEN_NOUN.search(before) or _OPEN_AFTER.search(after):
        return True
    if not _JOINT.match(after) and not (_JOINT_OF_SUBJECT.match(after) and _SUBJECT.match(before)):
        return False
    return not (_PLACED.search(before) or _PAST_AFTER.search(after))
