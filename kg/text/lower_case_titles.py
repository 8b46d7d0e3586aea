"""Whether a title in lower case is used as one: “envoy Dal”, “the foreign minister of Latvia”."""

import re

from kg.text.behind_titles import OF_LOCAL, OF_PART
from kg.text.shape import pattern

# Titles that stand in lower case before a name: “envoy Dal”, “president Lund”.
_SPOKEN_BEFORE_NAMES = frozenset(
    {
        "adviser",
        "advisor",
        "ambassador",
        "chancellor",
        "chef de cabinet",
        "chief negotiator",
        "chief of staff",
        "co-rapporteur",
        "deputy minister",
        "director general",
        "director-general",
        "envoy",
        "foreign minister",
        "governor",
        "leader of the opposition",
        "mayor",
        "minister",
        "minister for foreign affairs",
        "minister of foreign affairs",
        "negotiator",
        "ombudsman",
        "ombudsperson",
        "opposition leader",
        "parliament speaker",
        "political director",
        "parliamentary speaker",
        "president",
        "presidential adviser",
        "presidential advisor",
        "presidential aide",
        "prime minister",
        "programme manager",
        "project co-ordinator",
        "project coordinator",
        "project manager",
        "rapporteur",
        "secretary general",
        "secretary-general",
        "senator",
        "speaker",
        "special envoy",
        "special representative",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "state secretary",
    }
)

# Words for a few whom a text has named: “the three ministers”, “each of the leaders”.
_OF_SEVERAL = frozenset({"ministers", "leaders", "negotiators", "presidents"})

# Titles of those who head a body, in lower case where the body is said and the name stands beside.
_OF_BODIES = frozenset(
    {
        "chair",
        "chairman",
        "chairperson",
        "chairwoman",
        "chief",
        "commander",
        "co-ordinator",
        "coordinator",
        "country director",
        "deputy director",
        "deputy head",
        "director",
        "executive director",
        "head",
        "legal adviser",
        "political officer",
        "programme manager",
        "project co-ordinator",
        "project manager",
        "project officer",
        "secretary general",
        "senior adviser",
    }
)
_NAME = r"(?:(?:Ambassador|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|General|Professor)\s)*(?:{P}|[A-ZÀ-Ž][\w’'-]+\s(?:[A-ZÀ-Ž]\.\s)?[A-ZÀ-Ž])"
_BODY = r"\s(?:of|at|for|with)\s(?:the\s(?:(?:future|new|planned)\s)?)?(?:(?:{D}\s)?{G}(?:\s\([^()]{1,12}\))?|{D}\s[Dd]elegation(?:\sto\s(?:the\s)?{G})?)"
_NAME_BEHIND = rf",?\s{_NAME}"
_BODY_BEHIND = rf"{_BODY}(?:,\s{_NAME}|\s{_NAME})"
_SET_OFF = rf"{_BODY}(?=[,.;)]|$|\s(?:also\s)?(?:said|met|told|spoke|noted|thanked|expressed|stressed|welcomed|underlined|opened|signed|visited)\b)"
_NAME_BEFORE = pattern(r"[\w{P}],\s(?:the\s|and\s)?$")

_TO_SOMEBODY = re.compile(r"\s(?:to|of)\s(?:the\s)?(?:[A-ZÀ-Ž\ue000-\uf8ff])")
_THE_FEW = re.compile(r"\b(?:[Bb]oth|[Tt]he(?: two| three| four)?) $")


# “The Chairperson-in-Office's personal representative”.
_SENT = frozenset({"personal representative", "special representative", "special envoy", "personal envoy"})
_SENDERS = pattern(r"{OHA}['’]s\s(?:new\s|former\s)?$")
_APART = pattern(r",\s(?:{P}|[A-ZÀ-Ž][\w’'-]+\s(?:{L}|[A-ZÀ-Ž][\w’'-]+))(?:,|\.(?:\s|$))")
# “And minister of foreign affairs, Anna Lund,”: the same with what the office is for, and who is yet to be in it.
_APART_BEHIND_MORE = pattern(
    r"(?:\s(?:of|for)\s(?:the\s)?(?:[a-z]+|{T})(?:\s(?:and\s)?(?:[a-z]+|{T})){0,3})?(?:[\s-](?:designate|elect))?(?=,\s)"
)
_LISTED = re.compile(r"(?:(?:,|,? and)|['’]s) (?:the )?$")


def is_office_in_lower_case(words: str, shape_text: str, start: int, end: int) -> bool:
    """Whether a title in lower case is used as one: “the foreign minister of {state}”."""
    if pattern(r"\s(?:[A-Z][a-zà-ž]+|{P})").match(shape_text, end) and words.lower() in _SPOKEN_BEFORE_NAMES:
        return True
    if words.lower() in _SENT and _SENDERS.search(shape_text, max(0, start - 12), start) is not None:
        return True
    # “The mayor, Anna Lund, and …”.
    of_somebody = words.lower() in _SPOKEN_BEFORE_NAMES and (
        shape_text.endswith("the ", 0, start) or _LISTED.search(shape_text, max(0, start - 10), start) is not None
    )
    more = _APART_BEHIND_MORE.match(shape_text, end) if of_somebody else None
    if more is not None and _APART.match(shape_text, more.end()) is not None:
        return True
    # “Welcomed X as the new co-facilitator”.
    if re.match(r"new", shape_text[start:end]) and re.search(
        r"\bas (?:the|its|his|her|their|our|a) $", shape_text[max(0, start - 9) : start]
    ):
        return True
    owners = words in _OF_SEVERAL and shape_text.startswith(("’", "'"), end)
    if words in _OF_SEVERAL and not shape_text.startswith((" of ", "’", "'", " and "), end):
        return _THE_FEW.search(shape_text, max(0, start - 16), start) is not None
    if not owners and re.search(r"\b(?:[Bb]oth|two) (?:the )?$", shape_text[max(0, start - 10) : start]):
        return True
    if words.lower().endswith(("adviser", "advisor")) and _TO_SOMEBODY.match(shape_text, end) is not None:
        # “Anna Lund, diplomatic adviser to the President”.
        return _NAME_BEFORE.search(shape_text[max(0, start - 8) : start]) is not None
    if words in _OF_BODIES and _heads_a_body(shape_text, start, end):
        return True
    # “Anna Lund, head of the OSCE Presence, …”, “the mayor of Riga, Anna Lund”.
    if words == "head" and shape_text.endswith(", ", 0, start) and OF_PART.match(shape_text, end) is not None:
        return True
    if words in {"mayor", "governor"} and OF_LOCAL.match(shape_text, end) is not None:
        return True
    if words.lower() == "leader":
        return pattern(r"\sof\s(?:the\s)?{E}").match(shape_text, end) is not None
    if " " not in words and words.lower() not in {"president", "presidents", "chancellor", "ambassador"}:
        return False
    return bool(pattern(r"\sof\s(?:the\s)?{SGE}").match(shape_text, end)) or bool(
        re.search(r"\b[Tt]he $", shape_text[max(0, start - 4) : start])
    )


def _heads_a_body(shape_text: str, start: int, end: int) -> bool:
    """“Its deputy head, Anna Lund”, “the head of the Mission, Anna Lund”, “Anna Lund, director of the Office, …”."""
    if re.search(r"\b(?:[Ii]ts|[Tt]heir) (?:new |current |acting )?$", shape_text[max(0, start - 16) : start]):
        return pattern(_NAME_BEHIND).match(shape_text, end) is not None
    if pattern(_BODY_BEHIND).match(shape_text, end) is not None:
        return True
    apposed = _NAME_BEFORE.search(shape_text[max(0, start - 8) : start]) is not None
    return apposed and pattern(_SET_OFF).match(shape_text, end) is not None
