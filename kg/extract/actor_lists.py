"""Parts of patterns over shapes for who acts and with whom: one actor, a list of them, the subject and the object of a verb.

Words that only say whose somebody is, or what he is called, may stand before each of a list.
"""

from kg.extract.plurals import HOST, PLURAL

# Who can act: people, states, entities, bodies, formats and a state's chair.
ACTOR = "{ASEGFH}"
NOT_ACTOR = r"[^;{ASEGFH}]"
_DETERMINERS = r"(?:(?:the|his|her|its|their|with|also|both|to|then|by|of|staff\s(?:of|from)|former|de\sfacto|latter['’]s|from(?:\s{LS},)?)\s)*"
# Words of an office that no list knows, before the one who holds it: “Texas Governor”, “High Council for Peace Chairman”.
LED = (
    # “Ukraine's Anna Lund”, “the Serbian Anna Lund”.
    r"(?:{DSGLERA}['’]s?\s(?={A})|{DG}\s(?={A})|{SE},\s(?={A}(?:[,.;)\s]|$))|(?:{DSGLR}(?:['’]s)?\s)?(?:[A-ZÀ-ÖØ-Þ][\w’'&/-]*(?:\.[A-Z])*\.?\s(?:(?:of|for|and|on|to)\s(?:the\s)?)?){1,8})?"
)
_ONE = (
    # “A, Bashkan (Governor) of X”: the office in the words of his own country, then in the text's.
    rf"{ACTOR}(?:\s\([A-Z][a-z]+\)\sof\s(?:the\s)?{{LSREG}})?(?:\s(?:him|her)self\b)?(?:['’]s\s(?:delegation|representatives?)\b)?(?:\sof\s(?:{{L}}|[A-Z][\w.'’-]+(?:\s[A-Z][\w’-]+)?))?(?:\s\((?:(?:the\s)?{{GFS}}(?:,\s(?:the\s)?{{GFS}}|,?\sand\s(?:the\s)?{{GFS}})*|[A-Z][\w-]{{1,8}}|(?:who\s)?(?:chair|in\sthe\schair|chair(?:s|ed|ing)(?:\s(?:the\s)?[a-z]+)?))\))?"
    r"(?:,\sfrom\s(?:the\s)?{LS}(?=,))?(?:\sof\s(?:the\s)?{FG}(?=,\s(?:(?:together|along)\swith\s)?(?:the\s)?{A}))?"
    # “A, the leader of X, and B”.
    r"(?:,\sthe\s(?:[a-z-]+\s){1,2}of\s(?:the\s)?{SELRG}(?=,))?"
    # Where a clause that begins with “who” was blanked out.
    r"(?:\s{3,}(?=,|\sand\s(?:the\s)?{A}))?"
)
_CALLED = r"(?:deput(?:y|ie)|adviser|advisor|assistant|aide|successor|predecessor|host|guest|interlocutor|mediator|parliamentarian|politician|diplomat|official|legislator|candidate|dissident|writer|blogger|editor|historian|economist|campaigner|defender|opponent|statesman|laureate|speaker|leader|lawmaker|MP|(?:affairs|policy|security|delegation|Delegation|mission|Mission|party)\schief|(?:delegation|Delegation|mission|Mission|party)\shead|scientist|journalist|activist|expert|envoy|negotiator|co-ordinator|coordinator|spokesperson|academic|lawyer|advocate|actor|actress|author|singer|musician|survivor|organizer|champion|athlete|husband|wife|widow|daughter|son|brother|sister|mother|father|counterpart|colleague)s?"
# “Iranian-American journalist and activist”: what somebody is, before the name.
_CALLING = rf"(?:(?:(?:[A-Z]{{2,6}}|{{DGS}}(?:['’]s)?|{{D}}-{{D}}|opposition|senior|principal|Principal|Deputy|First|special|personal|parliamentary|presidential|political|foreign|interim|de\sfacto|[a-z]+['’]s|human\srights|civil\srights|noted|prominent|investigative|independent|local|leading|renowned|exiled|former)\s){{0,2}}{_CALLED}(?:(?:,?\sand\s|/)(?:[a-z]+\s)?{_CALLED})?(?:\sfrom\s(?:the\s)?{{LS}})?,?\s)?"
_AND = r"(?:,?\sand\s|,?\sas\swell\sas\s|,?\stogether\swith\s|,?\salong\swith\s|\s&\s|,\sthen\s)"
# What may end a list instead of its last actor: “A, B, and other senior officials”, “A, B, and, separately, with C”.
# The first of these may be a body's: “A, B, members of the Assembly and with representatives of C”.
_AND_OTHERS = (
    rf"(?=(?:,\s(?:[a-z-]+\s)?(?:members|representatives|officials|experts|staff)\s(?:of|from)\s(?:the\s)?{{EGS}})?(?:[^;.{{ASEGFH}}]{{0,90}}?)?{_AND}(?:with\s)?(?:the\s|his\s|her\s|their\s)?(?:other|others|several|senior|members?|representatives|staff|officials|top|key|leading|leaders|experts|delegations?|{{D}}\s(?:\w+\s)?(?:delegations?|officials|authorities|representatives|experts|parliamentarians|lawmakers|ministers)|[A-Z][\w’-]+\sof)\b|,\sand,\s[^,;.{{ASEGFH}}]{{3,40}},\swith\s)"
    # “A, B, heads of missions and staff of …”: people of whom nobody is named.
    r"|(?=,\s(?:the\s)?(?:[a-z-]+\s){0,2}(?:heads|employees|staff|members|representatives|officials|experts|ambassadors|diplomats|delegates|deputies|parliamentarians|journalists|students|scholars)\s(?:of|from)\s)"
)
# “Her colleagues from X and Y, A and B”: the states only say whose they are.
COLLEAGUES = r"(?:colleagues|counterparts|opposite\snumbers)\s(?:from|of)\s(?:the\s)?{S}(?:(?:,\s|,?\sand\s)(?:the\s)?{S})*,\s(?=(?:the\s)?{A})"
# One actor, or several whose last is joined by a conjunction: “A, B” alone is an aside and its owner.
LIST = (
    rf"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Bb]oth|[Aa]nd|[Tt]wo|[Tt]hree|[Ff]our)\s)*{_ONE}"
    # Most lists are of one: the words that follow it show that at once.
    rf"(?:(?=,|\s(?:and|as|together|along|&)\s)(?:,\s{_DETERMINERS}{LED}{_CALLING}{_ONE})*(?:{_AND}{_DETERMINERS}(?:{COLLEAGUES}(?:the\s)?)?{LED}{_CALLING}{_ONE}|{_AND_OTHERS}))*"
)
# Who does something that has another side: a list, or “they” for the several whom the sentence before was about.
SUBJECT = rf"(?:{LIST}|\b[Tt]hey\b(?!['’])|{PLURAL}|{HOST})"
# “A, and B”, unless a finite verb behind B makes it the subject of another clause.
_AND_NO_CLAUSE = (
    rf"(?!,\sand\s{NOT_ACTOR}{{0,90}}?{ACTOR}(?:\s\([^()]{{1,12}}\))?(?:\sand\s(?:the\s)?{ACTOR})?(?:,\s[^,;.]{{2,90}},|,)?\s(?:(?:also|then|later)\s)?(?:[a-z]+ed|said|told|gave|made|took|spoke|met|held(?!\s(?:in|at|on|by|today|yesterday)\b)|did|will|would|is|are|was|were|has|have|had)\b)"
    rf"{_AND}"
)
# Words for several together before their names: “the heads of the institutions, A, B and C”.
_GROUPED = (
    r"(?:(?:(?:First|Second|Deputy|Vice|Acting)[\s-]){0,2}(?:[Hh]ead|[Ll]eader|[Cc]hair(?:man|woman|person)?|[Dd]irector|[Cc]ommander|[Rr]ector|[Pp]resident|[Ss]peaker|[Cc]ommissioner|heads|directors|chiefs|leaders|members|representatives|ambassadors|envoys|officials|ministers|presidents|co-chairs|Co-Chairs)"
    r"\s(?:of|from|to)\s(?:the\s)?(?:[\w-]+\s|{EGSRDLT}(?:['’]s?)?\s){0,8}?(?:[\w-]+|{EGSRLT}),\s(?:the\s)?"
    # “The two candidates, A and B”.
    rf"|{{F}}(?:\sof\s(?:the\s)?{{FG}})?\s[–—-]\s(?=(?:the\s)?{{A}})|{COLLEAGUES}|(?:candidates|contenders|negotiators|mediators|co-mediators|moderators|co-moderators|leaders|envoys|ministers|presidents|ambassadors|representatives|speakers|commissioners|rapporteurs|counterparts|colleagues|heads\sof\smission),\s(?={{A}}[^;.]{{0,90}}?\sand\s))?"
)
_MORE = rf"{_DETERMINERS}{_GROUPED}{LED}{_CALLING}{_ONE}"
# “A Swiss delegation led by X”, “Italy's envoy for the region, X”: words that only say whose X is.
_WHOSE = (
    r"(?:(?:members\sof\s)?(?:(?:an?|the)\s)?(?:{DSGER}(?:['’]s)?\s){0,2}(?:[\w-]+\s){0,2}?(?:[Dd]elegation|team|group)(?:\s(?:of|from)\s(?:the\s)?(?:{DSGELR}(?:\sof\s(?:the\s)?{GS})?|[a-z]+)[^,;.{ASEFH}]{0,30})?,?\s(?:led|headed)\sby\s(?:the\s)?"
    r"|(?:the\s)?{DSGER}['’]s\s[^,;.{ASEGFH}]{3,60},\s)?"
)
# One of a list whose name nobody knows: the list goes on behind it.
_SKIPPED = r"(?:[A-Z]|{SDGLR})[^,;.{A}]{2,60}(?=,)"
# “The representatives of the EU, A, the OSCE, B, and the UN, C”: each behind the body that sent him or her.
SENT_BY = r"(?:[Tt]he\s)?(?:[Rr]epresentatives|[Ee]nvoys)\s(?:of|from)\s(?:the\s)?{SEG},\s(?:the\s)?{A}(?:,\s(?:of\s|from\s)?(?:the\s)?{SEG},\s(?:the\s)?{A})*,?\sand\s(?:of\s|from\s)?(?:the\s)?{SEG},\s(?:the\s)?{A}"
SENDER = r"{SEG},\s(?=(?:the\s)?{A})"
# Which of several nobody else is named of.
INCLUDING = r"(?:including|among\s(?:them|others)|amongst\s(?:them|others)|notably|such\sas|namely|in\sparticular)"
# “Several Georgian leaders, including A and B”: these.
_SOME_OF = rf"(?:several|some|various|numerous|many|top|senior|key|leading|a\s(?:great\s|large\s)?(?:number|range|series|variety)\sof)(?:\sof\sthe)?(?=\s(?:[a-z-]+\s)?{{A}}(?:,|\s[–—-])?\s(?:{INCLUDING})\b)"
# “His counterparts of X, Y and Z”, “the foreign ministers of X and Y”, of whom nobody is named: their states.
_OF_STATES = r"(?:(?:the|his|her|their)\s)?(?:[a-z]+\s){0,2}?(?:counterparts|colleagues|opposite\snumbers|(?:[Ff]oreign|[Pp]rime|[Dd]efen[cs]e)\s[Mm]inisters|[Mm]inisters\s(?:of|for)\s[Ff]oreign\s[Aa]ffairs|[Pp]residents|[Aa]mbassadors)\s(?:of|from)\s(?=(?:the\s)?{S}(?:,|\sand)\s(?:the\s)?{S})"
# Whom a verb or “with” leads to: a list whose first may have such words before it, too.
OBJECT = (
    rf"(?:{SENT_BY}|(?:{_OF_STATES})?{_WHOSE}(?:(?:the|his|her|its|their)\s(?:host|guest|counterpart|colleague|interlocutor)\s?(?:[-–—]+|:)\s)?(?:(?:the|his|her|its|their|both|two|three|four|new|so-called|newly\s\w+ed|former|other|then|de\sfacto|bipartisan|full|entire|visiting|{_SOME_OF}|(?:country|host|state|government|region|city|capital|parliament)['’]s)\s)*{_GROUPED}{LED}{_CALLING}(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Bb]oth|[Aa]nd|[Tt]wo|[Tt]hree|[Ff]our)\s)*{_ONE}"
    # “With A; B, of a body; and C”: parted by semicolons to the end.
    rf"(?:(?:[,;]\s(?:{_MORE}|{_SKIPPED})|;\s[A-Z][^;.]{{3,200}}?(?=;))+(?:{_AND_OTHERS}|(?:;\sand\s|{_AND}){_MORE}|(?=;\sand\s[A-Z]))|{_AND_NO_CLAUSE}{_MORE})*(?!['’](?!\s(?:Council|Meeting|Conference)\b)))"
)
# “(SMM)” behind a body's name, “(France)” behind a person's.
# Those who sat together, by a word for all of them.
ALL = (
    r"(?:[Tt]hey|[Tt]he\s(?:two\s|three\s|four\s)?(?:[Ll]eaders|[Ss]ides|[Pp]residents|[Mm]inisters|[Oo]fficials|interlocutors|[Pp]artners|[Pp]rincipals|[Pp]arties"
    r"|ambassadors|envoys|co-facilitators|co-chairs|Co-Chairs|moderators)"
    r"|[Bb]oth(?:\s(?:[Ll]eaders|[Ss]ides|[Mm]inisters|[Pp]residents|[Oo]fficials|[Pp]arties|authorities|diplomats|heads|speakers|interlocutors|counterparts|ambassadors|envoys|co-facilitators|co-chairs))?|[Tt]he\stwo)"
)
