"""Who travels along with somebody."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.merge import ACCOMPANIED
from kg.extract.modality import PLANNED
from kg.extract.needing import needing
from kg.extract.view import View, people_of
from kg.model import Factuality
from kg.text.rule import Trigger

# “His counterparts from the Group: A, B and C”, “her colleagues from X, A, and Y, B”: these people.
COLLEAGUES = (
    r"(?:his|her|their|the)\s(?:[\w-]+\s){0,2}(?:counterparts|colleagues|peers)\s(?:from|of|in)\s(?:the\s)?"
    rf"(?:(?:{{FGR}}|[\w-]+(?:\s[\w-]+){{0,3}})[,:]\s{LIST}|{{SE}},\s{{A}}(?:,?(?:\sand|,)\s(?:from\s|of\s)?(?:the\s)?{{SE}},\s{{A}})+)"
)


COMPANY = (
    rf"(?:(?:\b(?P<how>was|were|is|are|will\sbe|is\sto\sbe)\s(?:also\s)?|,\s|(?<=[a-z0-9{{NLS}}])\s(?=accompanied\sby))(?:accompanied\s[^;.]{{0,30}}?|(?<=be\s)joined\s(?:[^;.{{A}}]{{0,30}}?\s)?|(?<=be\salso\s)joined\s)by|(?<=[a-z0-9{{NLS}}]),\s(?:together|along)\swith|(?<!\bbrought\shim)(?<!\bbrought\sher)(?<!\bbrought\sthem)(?<=[a-z{{NLS}}])\s(?:together|along)\swith|\bin\sthe\scompany\sof|\b(?:(?:drove|flew|travel(?:s|led)|went)\s(?:on\s|back\s)?to|visited|[Vv]isiting|touring|tours|toured|arriv(?:es|ed)\s(?:in|at)|(?:paid|made|on|of|about|from)\s(?:(?:a|his|her|their|the)\s)(?:[\w-]+\s){{0,3}}?(?:visit|trip|journey)\s(?:to|in))\s(?:the\s)?{{LSR}}(?:(?:,\s|,?\sand\s){{LSR}}){{0,3}}(?:\s(?:today|yesterday|(?:on\s)?{{N}}))?\swith)\s(?:the\s)?(?:(?:his|her|their)\s(?:[a-z-]+\s){{0,3}}(?P<as>[a-z-]+),?\s(?={{A}})|(?:(?:two|three|four|five|six|the)\s)?(?:other\s|fellow\s)(?:[\w-]+\s){{0,2}}?(?:members|parliamentarians|experts|colleagues|officials|observers)(?:\s(?:of|from)\s(?:the\s)?(?:[\w-]+\s){{0,2}}(?:{{FGI}}|[\w-]+))?[,:]\s)?(?P<who>{COLLEAGUES}|{LIST})",
    rf"(?P<who>{LIST})(?:,)?\s+(?:also\s)?(?:accompanied|joined)\s(?:(?:him|her|them)\b|(?:the\s)?{{AF}}\s(?:throughout|on|during|for)\s[^;.{{A}}]{{0,30}}?\b(?:visit|trip|journey|tour|stay)\b)",
    # “With him were A and B.”
    rf"(?:^\W*|,\sand\s|;\s)[Ww]ith\s(?:him|her|them)\s(?P<how>was|were)\s(?:also\s)?(?P<who>{LIST})",
)


_OF_COMPANY = Trigger(
    r"\b(?:accompanied|joined)\b",
    r"\b(?:together|along)\swith\b|\bin the company of\b|\b(?:drove|flew|travels|travelled|went) (?:on |back )?to\b|\b(?:visited|[Vv]isiting|touring|tours|toured|arrived|arrives|visit|trip|journey)\b.*\swith\b|\b[Ww]ith (?:him|her|them) (?:was|were)\b",
)


# A visit that is told as made.
_MADE = re.compile(r"\b(?:visited|toured|arrived|travell?ed|flew|drove|went|came|paid|made|was|were|had)\b")


_FAMILY = re.compile(r"wi(?:fe|ves)|husbands?|spouses?|famil(?:y|ies)|partners?|daughters?|sons?")


# “Said at a press conference in X together with Y”: no journey.
_BEFORE_PRESS = re.compile(r"\bpress\s(?:conference|briefing|statement|point)\b[^;,]{0,40}$")


@needing(_OF_COMPANY)
def company(view: View) -> Iterator[Draft]:
    """Who went along on the visit told before."""
    if not _OF_COMPANY.stands_in(view.main):
        return
    for rule in COMPANY:
        for match in view.search(rule):
            people = people_of(view.parties(match["who"]))
            before = view.main[: match.start()]
            if people and _BEFORE_PRESS.search(before) is None:
                groups = match.groupdict()
                about = people_of(view.main_subject)
                coming = re.search(r"\bbe$", groups.get("how") or "") is not None or (
                    not groups.get("how") and PLANNED.search(before) is not None and _MADE.search(before) is None
                )
                family = _FAMILY.fullmatch(groups.get("as") or "") is not None
                with_them = groups.get("how") in {"was", "were", "will be", "is to be"} and not family
                yield Draft.of(
                    view,
                    "Visit",
                    Factuality.PLANNED if coming else Factuality.HAPPENED,
                    ACCOMPANIED if with_them else "visit.company",
                    parties=people,
                    refers_back=True,
                    whose=about[0].thing if len(about) == 1 and about[0] not in people else None,
                )
