"""Those among whom or on whose programme somebody met others: “among those whom X saw were A and B”."""

import re
from collections.abc import Iterator

from kg.extract.meetings.by_clause.drafting import RULE, Told, drafted
from kg.extract.meetings.by_clause.parties import are_others, of_chunk, of_list
from kg.extract.meetings.telling import joined, telling, travellers
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.clauses import chunks
from kg.extract.syntax.lists import enumeration
from kg.extract.view import View, people_of
from kg.model import Factuality
from kg.text.shape import pattern

# “Among those whom X saw in Y were A and B”, “A and B are among those with whom X will confer”.
_AMONG = r"\b(?P<among>[Aa]mong)\s(?:those|the\s[a-z]+)\s(?:with\s|to\s)?(?:whom|who|that)\s"
_BE = re.compile(r"\s(?:was|were|is|are|will\sbe)\s(?:also\s)?")
_TALK_WITHIN = re.compile(
    r"\b(?P<verb>met|meet|meets|saw|see|sees|received|receives?|conferred|confer|spoke|speak|talked|talk|consulted|consult|hosted|host)\b|\b(?P<talks>talks|meetings?|discussions|consultations|conversations?|encounters?)\b"
)


def among(view: View) -> Iterator[Told]:
    text = view.main
    for match in pattern(_AMONG).finditer(text):
        inside = next((one for one in chunks(text) if one.start >= match.end()), None)
        told = _TALK_WITHIN.search(text, inside.end) if inside is not None else None
        if inside is None or told is None:
            continue
        owners = of_chunk(view, inside)
        before = [
            one for one in chunks(text) if one.end <= match.start() and _BE.fullmatch(text, one.end, match.start())
        ]
        behind = _BE.search(text, told.end())
        if before:
            people = of_chunk(view, before[-1])
        elif behind is not None and (listed := enumeration(text, behind.end())) is not None:
            people = of_list(view, listed)
        else:
            continue
        for one in people:
            if are_others([one], owners):
                yield drafted(view, told, joined(owners, [one]), inside, told.span()), [one]


# “His programme in X included President A; Speaker B; and Minister C”.
_PROGRAMME = rf"(?:(?P<whose>{{A}})['’]s?\s|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)\s(?:[A-Z][\w’'-]+\s){{0,4}}?)(?:[\w-]+\s){{0,2}}?(?P<verb>programme|agenda|schedule|itinerary|diary)\b[^;,{{A}}]{{0,60}}?\s(?P<how>included|comprised|featured|includes|features|comprises|will\sinclude|foresees|(?P<done>began|opened|continued|ended|concluded)(?:\s{ADVERBIAL})?\swith|(?:will\s)?(?:begins?|opens?|continues?|ends?|concludes?)(?:\s{ADVERBIAL})?\swith)\s"
_DONE = frozenset({"included", "comprised", "featured"})


def on_programme(view: View) -> Iterator[Told]:
    text = view.main
    for match in pattern(_PROGRAMME).finditer(text):
        listed = enumeration(text, match.end())
        owners = people_of(view.parties(match["whose"])) if match["whose"] else travellers(view)
        if listed is None or not owners:
            continue
        factuality = Factuality.HAPPENED if match["done"] or match["how"] in _DONE else Factuality.PLANNED
        for one in of_list(view, listed):
            draft = telling(view, match, RULE, joined(owners, [one]), factuality, match.span("how"))
            yield draft, [one]
