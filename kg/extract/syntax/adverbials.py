"""When, where, how and on what occasion somebody met, between the verb or noun and whom: “met today at the Hofburg with X”.

Parts of patterns over shapes. None holds an actor, and none runs over a conjunction, a preposition of company or a clause:
what stands behind them is still whom somebody met.
"""

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_PERIOD = r"(?:hours?|days?|weeks?|months?|years?|weekend|spring|summer|autumn|fall|winter)"
_EVENT = r"(?:[Vv]isit|[Tt]rip|[Ss]tay|[Tt]our|[Mm]ission|[Jj]ourney|[Pp]rogramme|[Cc]onference|[Ss]ession|[Mm]eeting|[Ss]ummit|[Ff]orum|[Aa]ssembly|[Tt]alks|[Ww]eek|[Cc]eremony|[Cc]elebrations?|[Dd]ebate)"
# A word, or something known, before what an occasion is called by.
_WORD = r"(?:[\w’'-]+|[{LSRGDFIMTC}])\s"
# A few words of the same phrase.
_REST = r"(?:(?!\s(?:with|and|but|that|who|which|whom|where|by|between|after|before)\b)[^;,.{A}])"
_DATED = r"{N}(?:,?\s(?:and|to|or|[–-])\s{N})?"

_HOW = (
    r"(?:in\s(?:this|that)\sorder|again|once\smore|briefly|separately|jointly|individually|bilaterally|trilaterally|virtually|remotely|online|privately|informally|together|also|first|later|then|there|here|soon|shortly|as\swell|in\sturn|at\s(?:some\s|great\s)?length"
    r"|in\sp(?:erson|rivate)|face[\s-]to[\s-]face|one[\s-](?:on|to)[\s-]one|over\s(?:a\s)?(?:working\s)?(?:lunch|dinner|breakfast|coffee|tea|supper)|behind\sclosed\sdoors|in\san?\s(?:[\w+-]+\s){1,2}(?:format|setting|meeting|atmosphere)"
    r"|(?:both\s)?separately\sand\s(?:then\s)?jointly|(?:both\s)?jointly\sand\s(?:then\s)?separately"
    r"|(?:by|via|on|over|through)\s(?:the\s|a\s)?(?:secure\s)?(?:tele)?phone|(?:by|via|through|over)\s(?:an?\s)?(?:secure\s)?(?:video|telephone|web|online|Zoom)[\w-]*(?:[\s-](?:link|call|conference|conferencing|teleconference|video|platform))?"
    r"|at\s(?:the\slatter['’]s|his|her|their|its)\s(?:own\s)?(?:request|invitation|initiative))"
)
_WHEN = (
    rf"(?:today|yesterday|tomorrow|tonight|(?:on\s|from\s)?{_DATED}"
    rf"|(?:(?:early|late|later|earlier)\s)?(?:on\s|last\s|this\s|next\s)?(?:{_DAY}|yesterday|today|tomorrow)(?:\s{_PART_OF_DAY})?(?:\s(?:and|to)\s{_DAY})?(?:,\s{{N}})?"
    rf"|(?:(?:early|late|later|earlier)\s)?(?:this|last|next)\s(?:{_PART_OF_DAY}|{_PERIOD})|late\slast\snight|earlier|in\sthe\s(?:early\s|late\s)?(?:{_PART_OF_DAY}|course\sof\sthe\s(?:day|week|visit|{_PART_OF_DAY}))"
    r"|at\s(?:about\s|around\s)?(?:noon|midday|(?:half\spast\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\so['’]clock)?|\d{1,2}[.:]\d\d(?:\s(?:hours|hrs|a\.m\.|p\.m\.))?|\d{1,2}\s(?:hours|hrs|o['’]clock|a\.m\.|p\.m\.))"
    rf"|(?:earlier|later)\s(?:on|in\sthe\sday|(?:on\s)?(?:that|the\ssame)\sday)|in\sthe\scoming\s{_PERIOD}"
    rf"|(?:over|during|in|within|for|throughout)\sthe\s(?:past|last|coming|next|following|previous|same)\s(?:[a-z]+\s)?{_PERIOD}"
    rf"|on\sthe\s(?:same|first|second|third|fourth|fifth|last|final|opening|closing|following|next|previous)\s(?:day|evening|morning|afternoon)(?:\sof\s(?:the|his|her|their|its)\s(?:{_WORD}){{0,3}}?{_EVENT}(?:\sto\s(?:the\s)?{{LSR}})?)?"
    rf"|for\s(?:[\w-]+\s){{1,3}}(?:hours?|minutes)|for\sthe\s(?:first|second|third|fourth|fifth|last)\stime(?:\sthis\s{_PERIOD})?|through\sthe\snight)"
)
_WHERE = (
    r"(?:(?:here\s)?(?:in|at|near|outside)\s(?:the\s)?(?:{D}\scapital|{LSRG}(?:\s(?:and|or)\s{LSR})?(?:['’]s?)?(?:\s(?:[Hh]eadquarters|[Ss]ecretariat|[Oo]ffice|[Bb]uilding|seat|premises|residence|HQ))?|White\sHouse|Oval\sOffice)"
    r"|(?:in|at)\s(?:the\s|his\s|her\s|their\s|its\s)(?:[\w’'-]+\s){0,3}?(?:office|residence|headquarters|premises|[Pp]alace|[Mm]inistry|[Cc]hancellery|[Pp]arliament|[Ee]mbassy|airport|[Hh]otel|House)"
    r"|(?:in|at)\sthe\s(?:[A-ZÀ-Ž][\w’'-]+\s){0,2}[A-ZÀ-Ž][\w’'-]+(?=,?\s(?:{LN}|in\s{L}|with\b|by\b|between\b|today\b|yesterday\b)))"
)
_OCCASION = (
    rf"(?:(?:on|at|in|within)\s(?:the\s)?(?:margins|sidelines|fringes)\sof\s(?:the\s)?(?:(?!\bwith\b)[^;]){{1,70}}?"
    rf"|(?:as\spart|(?:with)?in\s(?:the\s)?(?:framework|context|course)|on\sthe\s(?:eve|occasion))\sof\s(?:the|his|her|their|its|an?|this)\s{_REST}{{3,60}}?"
    rf"|during\s(?:the|his|her|their|its|an?|this|that)\s(?:{_WORD}){{0,4}}?{_EVENT}(?:\s(?:to|in|at|on)\s(?:the\s)?{_REST}{{1,40}}?)?"
    rf"|at\s(?:the|an?|this)\s(?:{_WORD}){{0,4}}?{_EVENT}(?:\s(?:in|on)\s(?:the\s)?{_REST}{{1,40}}?)?)"
)
ADVERBIAL = rf"(?:{_WHEN}|{_WHERE}|{_OCCASION}|{_HOW})"
"""One phrase that says when, where, how or on what occasion."""
