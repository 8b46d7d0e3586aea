"""What a minister is for, in words that no list knows: “Minister of Economy and *Sustainable Development*”.

A list of words with capitals is taken for fields of work where its last word is one by its form, or its holder's name or
a state's stands behind it. A given name in it begins the holder's name.
"""

import re

from kg.text.name_words import is_first_name, not_names
from kg.text.shape import Shape, pattern
from kg.text.title_table import portfolio_words

_WORD = r"(?:[A-ZÀ-Ž][\w’'-]+|{T})"
_FIELDS = pattern(
    rf"(?:(?:,\s|,?\sand\s|\s&\s)(?:for\s|of\s)?(?:the\s)?|\s(?:for\s|of\s)?(?:the\s)?){_WORD}(?:(?:,\s|,?\sand\s|\s&\s|\s)(?:of\s|for\s)?(?:the\s)?{_WORD}){{0,11}}"
)
_ONE = pattern(_WORD)
# How words for fields of work end, and hardly any surname.
_OF_FIELD = re.compile(
    r"[a-z](?:tion|sion|ment|ity|ism|ture|ance|ence|ics|ogy|ness|ship|age|cy|ing|ies|ons|als|ers|ions)s?$"
)
# “Minister of Justice and Foreign Minister Anna Lund”: another title begins.
_TITLE = pattern(
    r"(?:[A-ZÀ-Ž][\w’'-]+\s){0,2}?(?:Minister|President|Secretary|Ambassador|Director|Commissioner|Speaker|Chair\w*|Head|Envoy|Representative|Advis[eo]r|Chancellor|Co-?ordinator|Prosecutor|Governor|Mayor|Deputy|Vice|Prime|Member|General|Professor|Colonel|Admiral|Major|Lieutenant|Captain|Sir|Dame|Lord|Lady|Baroness|Prince|Princess|Sheikh|Father|MP|MEP|Senator|Judge|Mr|Ms|Mrs|Dr|H\.E)s?\b"
)
# A surname, which may be that of a place.
_SURNAME = pattern(r"\s(?:[A-ZÀ-Ž]\.\s)?[A-ZÀ-Ž{LRSDP}]")
_BEHIND = pattern(r"\sof\s(?:the\s)?{SE}(?!['’])")
_HOLDER = pattern(r",?\s(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?{P}")


def further_fields(shape: Shape, position: int, begun: bool) -> tuple[int, int | None] | None:
    """Where such fields end that begin at `position`, behind a title or, where they have `begun`, known fields; and the end of a state's name behind them.

    None where no fields of work stand there.
    """
    match = _FIELDS.match(shape.text, position)
    if match is None or (begun is False and not match[0].startswith((" of ", " for "))):
        return None
    end: int | None = None
    named = False
    for word in _ONE.finditer(shape.text, position, match.end()):
        plain = word[0]
        if is_first_name(plain) and _SURNAME.match(shape.text, word.end()):
            named = end is not None
            break
        if plain in not_names() or _TITLE.match(shape.text, word.start()) is not None:
            break
        end = word.end()
    if end is None:
        return None
    last = shape.text[:end].rpartition(" ")[2]
    state = _BEHIND.match(shape.text, end)
    is_field = last in shape.items or last in portfolio_words() or _OF_FIELD.search(last) is not None
    if not (is_field or named or state is not None or _HOLDER.match(shape.text, end)):
        return None
    return end, (state.end() if state is not None else None)
