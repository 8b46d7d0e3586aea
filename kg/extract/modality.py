"""Whether the words around a verb or noun tell an event as done, planned, asked for, denied or presupposed."""

import re

from kg.extract.syntax.scope import content_clause, is_denied, speech_before, undone_behind
from kg.model import Factuality
from kg.text.rule import Rule
from kg.text.shape import pattern

PLANNED = Rule(
    r"\b(?:will|shall|would|is to|are to|was to|were to|plan(?:s|ned|ning)? to|intend(?:s|ed)? to|(?:is|are|was|were) expected to"
    r"|expected to|(?:is|are|was|were) (?:also )?(?:scheduled|due|set|slated|planned)(?: to)?|scheduled to|due to|about to"
    r"|going to|look(?:s|ed|ing)? forward to|agreed to|ready to|prepar(?:e|es|ing|ed) to|hopes? to|hoped to|aims? to"
    r"|committed to|undertook to|decided to|wishes to|wants? to|in order to|ahead of|in preparation for|preparations? (?:for|of)|to prepare|prior to|on the eve of"
    r"|(?:is|are|was|were) (?:also )?(?:expected|due|awaited) (?:in|at)|on the agenda|on the programme|upcoming|forthcoming|(?<!['’]s )(?<!its )(?<!their )future|planned|proposed|next (?:week|month|year|round|meeting|session)|tomorrow)\b",
    re.IGNORECASE,
)
DENIED = Rule(
    r"\b(?:not|cannot|never|no longer|cancel(?:s|led|ed)?|postpone(?:s|d)?|fail(?:s|ed)? to|refuse(?:s|d)? to|declin(?:es|ed) to"
    r"|unable to|(?:prevented|barred|kept|stopped|blocked)(?: by [\w ]{1,30})? from|hardly|rarely|scarcely|barely|all but|(?:stop|pull|back)(?:s|ped|ed)? (?:short|out) of|withdr(?:aw|ew|awn|awal) from|stay(?:s|ed|ing)? away from|(?:boycott|avoid|miss|skip|snub)(?:s|p?ed|b?ed)?|called off|rul(?:e|es|ed|ing) out|reject(?:s|ed)?|turned down|shelved|scrapped|without (?:a|any)|instead of|no (?:immediate |current |firm |concrete |further )?(?:plans?|intention|wish|desire) (?:to|of|for)|no (?:joint |such |further |direct |planned |bilateral |trilateral |official |formal |full |new |regular )?(?=meeting|talks|visit|round|session|call|negotiations))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
CALLED_FOR = Rule(
    r"\b(?:should|must|ought to|needs? to|call(?:s|ed|ing)? (?:for|on|upon)|urg(?:e|es|ed|ing)|appeal(?:s|ed|ing)? (?:to|for)"
    r"|encourag(?:e|es|ed|ing)(?! by\b)|invit(?:e|es|ed|ing|ation)|propos(?:e|es|ed|ing|al)|suggest(?:s|ed|ing)?|request(?:s|ed|ing)?"
    r"|demand(?:s|ed|ing)?|it is (?:vital|important|essential|crucial|necessary)|need for|importance of(?![^,]*,)|offer(?:s|ed) to|recommend(?:s|ed|ing)?"
    r"|possibility of|prospects? (?:of|for)|ask(?:s|ed|ing)? (?:for|to)|hop(?:e|es|ed|ing) for|press(?:es|ed|ing)? for|in favou?r of|if)\b",
    re.IGNORECASE,
)
PRESUPPOSED = Rule(
    r"\b(?:previous|(?:his|her|their|its|my|our|the) (?:most )?recent|earlier(?! (?:today|this|in the|on))|last (?:week(?:end)?|month|year|autumn|spring|summer|winter|round|meeting|visit)|since (?:his|her|their|the)|(?:years?|months?|weeks?|days?) ago"
    r"|following(?! (?:joint )?(?:statement|declaration|remarks|text|day|morning|afternoon|evening|week))|follow-up (?:to|of)|after (?:the|his|her|their)|in the wake of|building on|recall(?:s|ed|ing)|agreed (?:up)?on (?:at|during)|outcomes? of|results? of|t(?:ook|aken|aking) stock of the"
    r"|had (?:\w+ly )?(?:met|visited|spoken|held|discussed|agreed)|held (?:earlier|last|in)|follow(?:s|ed) (?:the|his|her|their|on)|follow(?:s|ed|ing)? up on|continuation of|(?:first|second|third|last) .{0,30} since)\b",
    re.IGNORECASE,
)
# Infinitives that tell of something done: “had the honour to meet”, “was pleased to meet”.
DONE_ALL_THE_SAME = re.compile(
    r"\b(?:had|took|seized|used|has had)\s(?:the|this|an|his|her|their)\s[\w\s\ue000-\uf8ff]{2,50}?\s(?:to|of)\s$"
    r"|\b(?:was|were)\s(?:\w+ly\s)?(?:pleased|glad|honou?red|delighted|happy|able)\sto\s$|\b(?:managed|found\s(?:the\s)?time)\sto\s$"
)
ASKED = Rule(
    r"\b(?:called (?:on|upon)|urged|invited|asked|encouraged|calls on|urges|(?:press|call|push|appeal|campaign|plead)(?:s|ed|ing)? for)\s[^.;,]{0,50}$"
)
# “Proposed that X meet Y”: a bare form behind such a verb.
_SUBJUNCTIVE = re.compile(r"\b(?:propos|suggest|request|recommend|insist|demand|ask)\w*\sthat\s[^,;.]{0,30}$")
_FINITE = re.compile(
    r"met|held|spoke|saw|gave|took|went|sat\sdown|(?:visit|host|welcom|receiv|talk|discuss|consult|conferr)ed"
)
_AND_DID = re.compile(r",?\s(?:and|but)\s(?:(?:also|then|later|subsequently|afterwards|\w+ly)\s)*$")
_AND_WAS = re.compile(r",?\s(?:and|but)\s(?:(?:also|then|later)\s)*(?:was|were)\s(?:(?:also|then|later)\s)*$")
# A verb in the infinitive before it, and no auxiliary that the second verb could share.
_TO_DO = re.compile(
    r"^(?!.*\b(?:have|has|been|was|were|is|are|be\s(?:met|received|hosted|welcomed|greeted))\b).*\bto\s[a-z]+\b"
)
# “Flew to X to begin a visit”: what somebody came for and did at once.
_CAME_TO_BEGIN = re.compile(r"\b(?:travell?ed|flew|arrived|came|went|landed)\b[^;,.]{0,60}\sto\s$")
# “Will visit the mission and meet X”: the bare form goes on with what was told before the last name.
_GOES_ON = re.compile(r"\band\s(?:(?:also|then|later)\s)?$")
_ACCEPTED = re.compile(r"\baccept(?:s|ed)?\s(?:an?|the|his|her|their|this|\w+['’]s?)\sinvitation\sto\s(?:\w+ly\s)?$")
_BARE = frozenset({"meet", "hold", "visit", "speak", "travel", "receive", "host", "attend", "join"})
_INTENDED_THAT = re.compile(
    r"\b(?:planned|intended|envisaged|foreseen|arranged|agreed|decided|settled|fixed)\sthat\s[^,;.]{0,40}$"
)
# “His programme includes talks with X”, “on her agenda is a meeting with X”: ahead of him, as the present tense has it.
_ON_PROGRAMME = re.compile(
    r"\b(?:programme|program|agenda|schedule|itinerary|diary|timetable)\b[^;,.]{0,60}?\s(?:(?:also|further|moreover|then)\s)*(?:includes|features|comprises|provides\sfor|foresees|envisages|lists|contains|has)\s[^;.]{0,60}$"
    r"|\b[Oo]n\s(?:his|her|their|the)\s(?:[\w-]+\s)?(?:programme|program|agenda|schedule|itinerary)\b[^;,.]{0,40}?\s(?:is|are)\s(?:also\s)?[^;.]{0,40}$"
)
# What a meeting was about stands before it: “the prospects for peace were the topics of a meeting”.
_SUBJECT_MATTER = pattern(
    r"^.*\b(?:(?:was|were|stood|lay)\s(?:(?:also|not|all|among|\w+ly)\s)*(?:(?:the|its)\s(?:[\w-]+\s){0,2}?(?:topics?|subjects?|focus|themes?|object)\sof|(?:at|in)\sthe\s(?:cent(?:re|er)|heart|core|forefront|focus)\sof|(?:high|top)?\s?on\sthe\sagenda\s(?:of|at|for)"
    r"|(?:discussed|addressed|reviewed|raised|considered|examined|covered|touched\supon|taken\sup|broached|explored|assessed|tackled|highlighted|stressed|underlined|underscored|emphasi[sz]ed|mentioned|noted)\s(?:at|in|during))"
    r"|(?:topics|issues|subjects|questions|matters|themes|points)\s(?:(?:that|which)\swere\s)?(?:also\s)?(?:discussed|addressed|reviewed|raised|considered|covered|on\sthe\sagenda)\s(?:at|in|during|of)"
    r"|dominated|(?:topped|headed|dominated|featured(?:\s[\w-]+){0,2}\son|figured(?:\s[\w-]+){0,2}\son)\sthe\sagenda\s(?:of|at|for)|(?:featured|figured)\s(?:high|prominently)\s(?:in|at|during)|took\scentre\sstage\s(?:at|in|during))\s"
    r"(?=$|an?\b|the\b|(?:his|her|their)\b|(?:[\w-]+\s){0,4}?{A}|bilateral\b)"
)
# Held later after all: “was put off until Friday”.
_PUT_OFF = pattern(
    r"^[^;:]{0,90}?\b(?:was|were|(?:has|have|had)(?:\sto)?\sbe(?:en)?)\s(?:postponed|put\soff|delayed|rescheduled|moved)(?:\s(?:until|till|to|for)\s(?:the\s)?(?:{N}|[A-Z]|next|later|early|late)"
    r"|,?\sand\s(?:will|is\sto|is\snow\sto)\s(?:now\s)?(?:be\sheld|take\splace))"
    # “Fell victim to the programme and will be made up for in May”.
    r"|^[^;:]{0,90}?\sand\s(?:will|is\sto|is\snow\sto)\s(?:now\s)?be\s(?:made\sup\sfor|rescheduled|held\s(?:later|instead))"
)
# “Support for a meeting between X and Y”: for one that there is still to be.
_BACKED = re.compile(r"\bsupport(?:s|ed)?\s(?:for|of)\s(?:an?|another|further|direct|high-level)\s(?:\w+\s)?$")
# “Repeated the call for restraint in X, in meetings with Y”: said at the meetings.
_WHERE_IT_WAS_SAID = re.compile(
    r",\s(?:in|at|during|over)\s(?:(?:an?|the|his|her|their|today['’]s|separate|bilateral|joint|several|series of|number of)\s)*$"
    # “Called for calm at the end of a three-day visit”, “during a meeting”.
    r"|\b(?:at|on|before|after)\s(?:the\s)?(?:very\s)?(?:end|close|conclusion|start|beginning|outset|margins|sidelines|(?:first|second|third|last)\sday)\sof\s(?:an?|the|his|her|their|its)\s(?:[\w\ue000-\uf8ff-]+\s){0,3}$"
    r"|(?:,\s(?:ending|concluding|beginning)|\bduring)\s(?:an?|his|her|their)\s(?:[\w\ue000-\uf8ff-]+\s){0,3}$"
    # “Calls for restraint at 28th round”: what is called for stands before the round at which it is.
    r"|\b(?:ask|call|appeal|press|plead|push)\w*\sfor\s(?:(?!participat|attend|presen|represent)[^;,])*?\s(?:at|during)\s(?:the\s|today['’]s\s|its\s|their\s)?(?:(?!next|coming|forthcoming|upcoming|future|level)[\w\ue000-\uf8ff-]+\s){0,3}$"
)
# “The next round should be held soon”.
_OUGHT_TO_BE = re.compile(
    r"^[^,;:]{0,70}?\b(?:should|must|ought to|needs? to)\s(?:\w+\s)?(?:be\s(?:held|convened|organi[sz]ed|resumed|called|scheduled)|take\splace|resume)\b"
)
_IN_VAIN = (
    r"(?:(?:could|did|would)\snot\s(?:be\s(?:fitted\sin|arranged|accommodated|held|organi[sz]ed|scheduled|managed|made)|come\s(?:about|off)|go\sahead|materiali[sz]e|take\splace)|(?:was|were)\snot\s(?:possible|granted)"
    r"|fell\sthrough|came\sto\snothing|failed\sto\smateriali[sz]e)"
)
# Far behind a noun with a long aside: “a meeting with A, part of the programme at first, did not take place”.
_NOT_HELD = re.compile(
    r"[^;:]{0,130}?,\s(?:(?:did|has|have)\snot\s(?:take|taken)\splace|was\snot\sheld|had\sto\sbe\s(?:cancelled|canceled|called\soff|postponed|dropped))\b(?!\s(?:until|to|till)\b)"
    rf"|(?:(?!\b(?:which|where|that|who|when|and)\b)[^;:]){{0,130}}?\b{_IN_VAIN}\b"
)
# “A call on X had been requested but could not be fitted in.”
_SOUGHT_IN_VAIN = re.compile(
    rf"[^;:]{{0,120}}?\b(?:requested|sought|asked\sfor|proposed|planned|scheduled|arranged|foreseen|envisaged|offered|hoped\sfor|intended|set\sdown|due)\b[^;:]{{0,40}}?,?\sbut\s(?:\w+\s){{0,2}}?(?:{_IN_VAIN}|(?:was|were|had\sto\sbe)\s(?:declined|refused|turned\sdown|rejected|dropped|cancelled|canceled|called\soff))\b"
)
# “Would have met him, had the weather allowed it”.
_UNREAL = re.compile(r"\b(?:would|should|could|might|(?:was|were)\sto)\shave\s(?:[^,;.]{1,60}\sand\s)?(?:\w+\s)?$")
_NEITHER = re.compile(
    r"\b(?:[Nn]either\s[^,;:]{1,120}\snor\s[^,;:]*|(?:[Nn]obody|[Nn]o one|[Nn]one)\s(?:(?:from|of|at|in)\s[^,;:]{0,60})?)$"
)
# “A meeting that had been envisaged for May did not take place”, “a lunch, pencilled in for Tuesday, was dropped”: the plan that came to nothing.
_BLANKED = re.compile(r"\s{3,}")
# Nor does a long list: “meetings with A, B and C are scheduled”.
_REST_OF_LIST = pattern(
    r"(?<={A})(?:(?:,\s(?:the\s)?(?:[A-Z][\w-]*\s)*{A}){2,}|(?:,\s(?:the\s)?(?:[A-Z][\w-]*\s)*{A})*,?\sand\s(?:the\s)?(?:[A-Z][\w-]*\s)*{A})"
)
_ONCE_PLANNED = re.compile(
    r"(?:(?<!\bis)(?<!are)(?<!was)(?<!were)(?<!be)(?<!been)(?<!also)(?<!now)(?=\s(?:envisaged|planned|scheduled|foreseen|announced|pencilled\sin|slated|set)\s(?:by|for|on|in|at)\b)\s|,?\s(?:that|which)\s(?:had|has|have|was|were)\s(?:\w+\s)??(?:been\s)?|,\s(?:\w+ly\s)?)(?:envisaged|planned|scheduled|foreseen|announced|expected|agreed|arranged|pencilled\sin|set|considered|slated)\b"
    r"[^;]{0,80}?(?:,(?=\s)|(?=\s(?:did|was|were|had|has|have|could|never|took|will)\b))"
)
# “On the eve of the session, X met Y”: what comes after something still to come then.
_FRONTED = re.compile(r"^\W*(?:On\sthe\seve\sof|Ahead\sof|Prior\sto|In\spreparation\sfor|Before)\s[^,;]{3,80},\s")
# “Ahead of the plenary X had met Y”, “X had received Y at noon”: of the same days, and so of what is reported.
_SAME_DAY = re.compile(
    r"^\W*(?:The|On\sthe)\s(?:(?:evening|night|day)\sbefore|previous\s(?:day|evening|night)),?\s"
    r"|^\W*(?:Immediately\s|Shortly\s|Just\s)?(?:Before|Ahead\sof|Prior\sto|In\sthe\s(?:days|hours)\s(?:leading\sup\sto|before))\s(?:the|this|today['’]s|his|her|their|its)\s(?:[\w-]+\s){0,3}?"
    r"(?:sessions?|meetings?|plenary|votes?|voting|talks|ceremony|signing|debate|opening|round|discussions?|negotiations|press\sconference|speech|address|elections?|ballot|departure|lunch|dinner)\b"
    r"|^\W*(?:Immediately\s|Shortly\s|Just\s)?(?:Before\s\S+\s(?:addressed|entered|opened|chaired|attended|joined|left|departed|flew|returned)\b|(?:Before|Prior\sto)\s(?:addressing|opening|chairing|attending|joining|leaving|departing|flying|returning)\b)"
    r"|^\W*(?:On\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening))?,\s(?![^.;]*\b(?:phone|telephone|video)\b)"
    r"|\b(?:[Aa]t\s(?:midday|noon|lunch)|(?:in|during)\sthe\s(?:morning|afternoon|course\sof\sthe\sday)|[Ee]arlier\s(?:today|(?:in|on|during)\sthe\s(?:same\s)?day|that\s(?:day|morning))|[Tt]his\s(?:morning|afternoon))\b"
)
# “Was briefed by X, who had just returned from Y, where he met Z”: before what is reported.
_HAD_BEEN_THERE = re.compile(
    r"\bhad (?:\w+ ){0,2}?(?:returned|come|arrived|travelled|flown|been) [^,;.]{2,60},? where [^,;.]{0,40}$"
)
# “It fell to X, the governor, to receive Y”: he did.
_FELL_TO = re.compile(r"\b[Ii]t\sfell\sto\s[^;]{1,120}\sto\s$")
# “Denied reports in a newspaper of an impending meeting”.
_DENIED_REPORTS = re.compile(
    r"\b(?:denie[sd]|denying|dismiss(?:es|ed)|refut(?:es|ed)|rejected)\s(?:[\w-]+\s){0,3}?(?:reports?|rumou?rs?|claims?|speculations?|stories|allegations)\b[^;.]{0,60}?\b(?:of|about|that)\s[^;.]{0,30}$"
)
# “Had been refused a meeting with X”.
_REFUSED = re.compile(
    r"(?<!not\s)\b(?:was|were|been|being)\s(?:refused|denied)\s(?:an?\s|any\s|the\s|his\s|her\s)?(?:[\w-]+\s){0,2}$"
)
_CLAUSE = re.compile(r"[;:]|,? (?:but|while|whereas|although|though)\b|, as well as (?=[a-z]+ed\b)|\.\s")


def of_verb(text: str, subject_end: int, verb_start: int, verb: str) -> Factuality:
    """The factuality of a verb at `verb_start` of a sentence whose subject ends at `subject_end`.

    Only the words between subject and verb count, since what stands before the subject belongs to
    another clause; an infinitive is a plan. What came to nothing by the words behind it, or is denied as a whole, is none.
    """
    if is_denied(text, verb_start):
        return Factuality.DENIED
    factuality = _by_words_before(text, subject_end, verb_start, verb)
    if factuality is Factuality.PLANNED and undone_behind(text, verb_start):
        return Factuality.DENIED
    return factuality


def _by_words_before(text: str, subject_end: int, verb_start: int, verb: str) -> Factuality:
    between = text[subject_end:verb_start]
    if _FINITE.fullmatch(verb) and _TO_DO.search(between) and (done := _AND_DID.search(between)) is not None:
        # “Asked to be briefed and met X”: what he asked for says nothing of what he did.
        between = between[done.start() :]
    if (was := _AND_WAS.search(between)) is not None:
        # “Spoke of the forthcoming elections, and was briefed by X.”
        between = between[was.start() :]
    if re.search(r"\bto (?:\w+ly )?(?:be )?$", between) and ASKED.search(text[max(0, subject_end - 70) : subject_end]):
        return Factuality.CALLED_FOR
    if verb in _BARE and _SUBJUNCTIVE.search(text[max(0, subject_end - 70) : subject_end]):
        return Factuality.CALLED_FOR
    if _ACCEPTED.search(between):
        return Factuality.PLANNED
    if DONE_ALL_THE_SAME.search(between):
        return Factuality.HAPPENED
    if between.endswith("to ") and _FELL_TO.search(text, 0, verb_start):
        return Factuality.HAPPENED
    if DENIED.search(between) or _UNREAL.search(between) or _NEITHER.search(text[:verb_start]):
        return Factuality.DENIED
    if CALLED_FOR.search(between):
        # “It is planned that he should meet X.”
        intended = _INTENDED_THAT.search(text, 0, subject_end) is not None
        return Factuality.PLANNED if intended else Factuality.CALLED_FOR
    if PLANNED.search(between):
        return Factuality.PLANNED
    if verb.startswith(("begin", "start", "pay", "undertake")) and _CAME_TO_BEGIN.search(between):
        return Factuality.HAPPENED
    if re.search(r"\bto (?:\w+ly |also )?$", between) and not re.search(
        r"(?:proceeded|went|gone|been|went on|continued|came|returned|travelled|drove|flew|flown) to $", between
    ):
        return Factuality.PLANNED
    if verb in _BARE and _GOES_ON.search(between) and PLANNED.search(text, 0, subject_end):
        return Factuality.PLANNED
    if re.search(r"(?<!at )\blast (?:both )?$", between):
        return Factuality.PRESUPPOSED
    if " where " in text and _HAD_BEEN_THERE.search(text, 0, verb_start):
        return Factuality.PRESUPPOSED
    if "had " in between and _SAME_DAY.search(text):
        return Factuality.HAPPENED
    if re.search(r"\bhad already ", between):
        return Factuality.PRESUPPOSED
    if re.search(r"\bhad (?:\w+ )?$", between) and re.search(r"(?:ed|met|held|spoken|told|had|given|seen)$", verb):
        return Factuality.PRESUPPOSED
    return Factuality.HAPPENED


# “The talks would follow up on the meeting in X”, “the implementation of what was agreed at the summit”.
_FOLLOWS_UP = re.compile(
    r"\b(?:follow(?:s|ed|ing)?[- ]up (?:on|to)|buil(?:ds?|t|ding) (?:up)?on|agreements? reached (?:at|during|in)|decisions? taken (?:at|during)|agreed (?:at|during)) (?:the |his |her |their )?(?:(?!upcoming|forthcoming|next|planned)[\w-]+ ){0,3}$"
)
# “After a meeting with X, Y said that he expected help would come”: what is said then tells nothing of the meeting.
_WENT_BEFORE = re.compile(
    r"^\W*(?:[^;–—]{0,60}[–—-]\s)?(?:[Aa]fter|[Ff]ollowing|[Aa]t|[Dd]uring|[Ii]n|[Ss]peaking)\b[^,;]{0,60}$"
)
_SAYING_AFTERWARDS = re.compile(
    r",\s[^,;]{1,60}?\s(?:said|told|stated|stressed|noted|added|announced|declared|explained|underlined|underscored|emphasi[sz]ed|expressed|voiced|pointed\sout)\b"
)
_TOOK_PLACE = re.compile(r"[^;]{0,140}?\b(?:took place|(?:was|were|has been|have been) (?:held|convened))\b")


def of_noun(text: str, start: int, end: int) -> Factuality:
    """The factuality of an event named by a noun at `start` to `end`, by the words of its clause around it."""
    begin = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    front = _FRONTED.match(text)
    if front is not None and front.end() <= start:
        begin = max(begin, front.end())
    if is_denied(text, start):
        return Factuality.DENIED
    begin = max(begin, speech_before(text, start))
    before = _SUBJECT_MATTER.sub("", text[max(begin, start - 120) : start])[-80:]
    if _FOLLOWS_UP.search(before):
        # “Failed to carry out what was agreed at their meeting”: whatever became of what was agreed.
        return Factuality.PRESUPPOSED
    following = _CLAUSE.search(text, end)
    # Clauses that are blanked out leave no distance.
    content = content_clause(text, start, end)
    finish = min(following.start() if following else len(text), content if content is not None else len(text))
    behind = _BLANKED.sub(" ", text[end:finish])
    behind = _REST_OF_LIST.sub("", behind)
    said = _SAYING_AFTERWARDS.search(behind) if _WENT_BEFORE.match(text, 0, start) is not None else None
    behind = behind[: said.end()] if said is not None else behind
    after = _ONCE_PLANNED.sub("", behind[:200], count=1)[:80]
    if _PUT_OFF.search(after):
        return Factuality.PLANNED
    if (
        DENIED.search(before[-45:])
        or _DENIED_REPORTS.search(text, begin, start)
        or _REFUSED.search(before)
        or re.search(
            r"\b[Nn]o\s(?:(?:[\w-]+\s){0,2}|(?:time|room|opportunity|chance|occasion|prospect|possibility|question|plans)\s(?:[a-z]+\s)?(?:for|of)\s(?:[\w-]+\s){0,3})$",
            before,
        )
        or re.search(
            r"^.{0,60}\b(?:(?:was|were|(?:has|have|had)(?: to)? be(?:en)?) (?:(?:\w+ly )?(?:cancelled|canceled|postponed|delayed|rescheduled|called off|put off|put on hold|moved to|rejected|ruled out|shelved|blocked|vetoed|aborted|abandoned))|(?:fell|fallen|falls) through|(?:never|not) (?:\w+ )?materiali[sz]ed?|c[ao]me to (?:nothing|naught)|(?:fell|fallen) victim to|(?:was|were|been) (?:dropped|struck from|left out)|(?:collapsed|broke off|broke down|failed|adjourned|ended) before (?:it|they)\b|(?:did|does|will|could|would) not|not (?:take|taken|be|been|held)|(?:was|were|is|are) (?:not|never|no longer) (?:yet )?(?:on|part of|in|planned|foreseen|scheduled|envisaged|arranged|due|possible|among|included))\b",
            after,
        )
        # A headline has no verb: “104th meeting in Ergneti cancelled”.
        or re.search(r"^[^,;:]{0,50}\b(?:cancelled|canceled|postponed|called off)\s*$", after)
    ):
        return Factuality.DENIED
    if _NOT_HELD.match(text, end, min(following.start() if following else len(text), end + 170)) or (
        following is not None and " but" in following[0] and _SOUGHT_IN_VAIN.match(text, end)
    ):
        return Factuality.DENIED
    aside = _WHERE_IT_WAS_SAID.search(before)
    asked = CALLED_FOR.search(before, aside.end() if aside is not None else 0)
    if asked or _BACKED.search(before) or _OUGHT_TO_BE.match(after):
        return Factuality.CALLED_FOR
    if _ON_PROGRAMME.search(text, begin, start) is not None:
        return Factuality.PLANNED
    to_come = PLANNED.search(before[-60:])
    # “The next round of consultations took place”.
    if to_come is not None and to_come[0].lower().startswith("next ") and _TOOK_PLACE.match(behind):
        to_come = None
    if (
        to_come is not None
        or re.search(
            r"(?<!proceeded )(?<!went on )\bto (?:hold|have|convene|host|organi[sz]e|arrange) (?:an? |the |another |further )?(?:[\w-]+ ){0,3}$",
            before,
        )
        or re.match(
            r"^.{0,50}\b(?:next (?:week|month|year)|tomorrow|in the coming (?:days|weeks|months)|on (?:the|his|her|their) (?:agenda|programme|schedule))\b",
            after,
        )
        or re.search(
            r"^.{0,60}\b(?:will|would|(?:is|are) (?:also )?(?:expected|scheduled|planned|foreseen|envisaged|due|being (?:prepared|planned|arranged)|(?:in|under) preparation|to (?:be|continue|resume|take|begin|start|follow))|to be held)\b",
            after,
        )
    ):
        return Factuality.PLANNED
    if (
        (PRESUPPOSED.search(before) and _THEN_JOINED.match(text) is None)
        or _WEEK_BEFORE.search(after)
        or _ALREADY.match(behind)
    ):
        return Factuality.PRESUPPOSED
    return Factuality.HAPPENED


# “After the talks between A and B, C joined them”: all of it is what is told.
_THEN_JOINED = re.compile(
    r"\W*(?:After|Following)\s[^;]*,\s[^;]*?\b(?:(?:was|were)\s(?:then\s|also\s)?joined\sby|joined\s(?:them|in|the\s(?:talks|meeting|discussions?|conversation|ministers|presidents|two))\b)"
)


# “X's meeting with Y in Z in the preceding week”.
_WEEK_BEFORE = re.compile(
    r"^[^;:]{0,70}\b(?:in|during|over|earlier in) the (?:preceding|previous|past) (?:week|weeks|month|months|days|year)\b"
)
# “The talks with X had already taken place”.
_ALREADY = re.compile(r"[^;:]{0,120}?\bhad already (?:taken place|been held)\b")
FROM_AFAR = pattern(
    r"\b(?:by (?:tele)?phone|(?:tele)?phone (?:call|conversation|conference|talk)s?|on the phone|over the phone|telephone[d]?|video ?(?:call|conference|link|-?teleconference)|videoconference|by video|via video|virtual(?:ly)?|online|secure call)\b",
    re.IGNORECASE,
)
