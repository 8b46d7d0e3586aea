"""How far the words of a sentence bear on a verb or noun in it.

What somebody says, hopes or is sure of after a meeting tells nothing of the meeting (“said after talks with X that the round
would resume”); what a clause denies or calls off bears on all that stands in the clause before or behind it (“denies that
a conversation took place”, “was to meet X, but the meeting was called off”).
"""

import re

from kg.text.shape import pattern

_SAY = r"(?:said|says?|told|tells?|stated|states|stressed|noted|notes|added|adds|announced|announces|declared|explained|underlined|underscored|emphasi[sz]ed|expressed|voiced|pointed\sout|remarked|warned|concluded|confirmed|insisted|reported|reports|reiterated|argued|acknowledged|predicted|maintained|assured|informed|recalled|made\sit\sclear|let\sit\sbe\sknown)"
_THINK = r"(?:expect(?:s|ed)|hope[sd]|believe[sd]|thought|thinks|trust(?:s|ed)|doubt(?:s|ed)|considered|considers|fear(?:s|ed)|assume[sd]|regretted|deplored|welcomed|(?:was|were|is|are|felt|seemed|sounded|left|remained|appeared)\s(?:[\w-]+\s){0,2}?(?:confident|hopeful|optimistic|pessimistic|sure|certain|convinced|sceptical|skeptical|adamant|satisfied|pleased|of\sthe\s(?:opinion|view)))"
# “Said after talks with X in Y that …”: what opens the clause stands before the talks.
_SAID_BEFORE = re.compile(rf"\b(?:{_SAY}|{_THINK})(?!\sthat\b)\b[^;]*$")
# “After talks with X, Y was confident that …”: it stands behind them.
_SAID_BEHIND = re.compile(rf"\b(?:{_SAY}|{_THINK})\b[^;]{{0,60}}?\s(?P<that>that)\b")
_THAT = re.compile(r"\bthat\b")
# “Talks that were held in X”, “a meeting with X that is to take place”: no content.
_RELATIVE = re.compile(r"\s(?:was|were|is|are|has|had|have|will|would|took|takes|lasted|began|[a-z]+ed)\b")


_WORD = re.compile(r"\w*")


def end_of_word(text: str, position: int) -> int:
    """Where the word at a position ends."""
    found = _WORD.match(text, position)
    return found.end() if found is not None else position


def content_clause(text: str, start: int, end: int) -> int | None:
    """Where behind a noun at `start` to `end` the clause begins that says what somebody said or thought; None where none does."""
    behind = _SAID_BEHIND.search(text, end)
    if behind is not None and ";" not in text[end : behind.start()]:
        return behind.start("that")
    if _SAID_BEFORE.search(text, 0, start) is None:
        return None
    that = _THAT.search(text, end + 1)
    if that is None or that.start() <= end + 1 or ";" in text[end : that.start()] or _RELATIVE.match(text, that.end()):
        return None
    return that.start()


# “The scheme will help many, X explained after a discussion with Y”: what X explained stands before his name.
_SPEECH_BEFORE = pattern(
    rf",\s(?:the\s)?[^,;]{{0,40}}?{{A}}(?:\s\([^()]*\))?(?:,[^,;]{{1,60}},|,)?\s(?:(?:also|then|later|today|yesterday)\s)*{_SAY}\s(?=[^,;]{{0,40}}?\b(?:after|following|at|during|in|on|before|ahead)\b)"
)


def speech_before(text: str, position: int) -> int:
    """Where what somebody is said to have said ends before a position: at its verb of saying; 0 where nothing is."""
    return max((match.end() for match in _SPEECH_BEFORE.finditer(text, 0, position)), default=0)


_FALSE = r"(?:true|correct|accurate|the\scase)"
_TALES = r"(?:reports?|rumou?rs?|claims?|speculations?|allegations?|assertions?|suggestions?|stories|accounts?|statements?|news)"
_IS_DENIED = re.compile(
    rf"\b(?:(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing))\s(?:(?:[\w-]+\s){{0,3}}?{_TALES}\s)?that"
    rf"|(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)\s(?:as\s[\w-]+\s)?(?:[\w-]+\s){{0,3}}?{_TALES}\s(?:(?:today|yesterday)\s)?that"
    rf"|(?:not|n['’]t)\s{_FALSE}\sthat|(?:untrue|incorrect|wrong|false)\sthat"
    rf"|no\struth\s(?:at\sall\s)?(?:in|to)\s(?:[\w-]+\s){{0,3}}?{_TALES}\sthat"
    # “Denied having met X”, “denied meeting X”.
    r"|den(?:y|ies|ied|ying)(?=\s(?:having\s[^;]*)?$))\s(?P<clause>[^;]*)$",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|never|no|nor|neither|refus\w+|declin\w+|fail\w+|cancel\w+|without)\b|n['’]t\b")
# Another clause: “denied that it was so, and met X”, “denied that the border was closed when he met X”.
_OTHER_CLAUSE = pattern(
    r",?\s(?:but|when|while|after|before|as|during|although)\s|,?\sand\s(?:[\w-]+\s){0,2}?(?:[a-z]+ed|met|held|spoke|saw|had|told|said|says)\b|,?\sand\s(?:(?:also|then|later|\w+ly)\s)*$|,\sthat\b"
)


def denied_clause(text: str, position: int) -> str | None:
    """The words before a position of the clause that somebody denies, or that is said to be untrue; None where none is.

    What is denied once more in it (“denied that he had refused to meet X”) tells nothing.
    """
    match = _IS_DENIED.search(text, 0, position)
    if match is None or _OTHER_CLAUSE.search(match["clause"]) is not None:
        return None
    return match["clause"]


def is_denied(text: str, position: int) -> bool:
    """Whether a verb or noun at a position stands in a clause that somebody denies."""
    clause = denied_clause(text, position)
    return clause is not None and _NEGATED.search(clause) is None


ENDED = (
    r"(?:(?:did|could|would|has|have|had)\snot\s(?:take|taken|happen|happened|be\sheld|come\s(?:about|off|to\spass)|go\sahead|materiali[sz]e)|never\s(?:took\splace|happened|came\s(?:about|off)|materiali[sz]ed)"
    r"|(?:was|were|(?:has|have|had)(?:\sto)?\sbe(?:en)?)\s(?:\w+ly\s)?(?:cancelled|canceled|called\soff|scrapped|dropped|abandoned|aborted)|fell\sthrough|came\sto\s(?:nothing|naught)|failed\sto\smateriali[sz]e)"
)
"""What became of a meeting or visit that was to be: nothing."""
_IT = r"(?:it|this|that|which|(?:the|this|that|his|her|their|these)\s(?:planned\s|scheduled\s)?(?:meetings?|talks|conversation|encounter|appointment|discussions?|consultations?|call|session|visit|trip|journey|stay|plan|dinner|lunch|breakfast|audience|summit|engagement))"
# “Was to meet X in Y today, but the meeting did not take place”, “; the visit was called off”.
_UNDONE = re.compile(
    rf"[^;]{{0,160}}?(?:,?\s(?:but|however|though|although|yet)|;(?:\showever,)?|,\s(?=which\b))\s(?:in\sthe\s(?:event|end)\s|,\s)?{_IT}\s(?:\w+ly\s)?{ENDED}\b(?!\s(?:until|to|till)\b)"
    # Who stayed away.
    r"|[^;]{0,160}?,?\s(?:but|yet)\s(?:he\s|she\s|they\s|[\ue000-\uf8ff]\s)?(?:(?:in\sthe\send|ultimately|eventually)\s)?(?:had\sto\s(?:stay|remain|cancel|turn\sback|return|call\soff)|cancelled|canceled|called\s(?:it|the\s\w+)\soff|did\snot\s(?:come|turn\sup|appear|show\sup|go|travel)|(?:was|were)\s(?:unable|prevented|detained|kept|not\s(?:admitted|received|able|allowed|let\sin))|could\snot\s(?:come|go|travel|attend)|never\s(?:came|appeared|arrived|went|got\sthere)|stayed\s(?:away|at\shome)|failed\sto\s(?:appear|turn\sup|show\sup))\b"
)


def undone_behind(text: str, position: int) -> bool:
    """Whether the sentence goes on to say that what it told as planned at a position came to nothing."""
    return _UNDONE.match(text, position) is not None
