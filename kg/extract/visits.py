"""Visits: who travelled to which city or state, done or planned."""

import re
from collections.abc import Iterator

from kg.extract.draft import Draft
from kg.extract.modality import of_noun, of_verb
from kg.extract.setting import lasting, told, when
from kg.extract.view import LIST, NOT_ACTOR, Party, View, post_of
from kg.model import Factuality
from kg.text.shape import pattern

QUICK = re.compile(
    r"\b(?:visit|arriv|travel|trip|tour|flew|headed|heads|went|go(?:es|ing)?\b|(?:was|were|is|are|expected|due)(?: today)? in\b)",
    re.IGNORECASE,
)
GOAL = r"(?P<goal>(?:the\s)?(?:(?:north|south|east|west)[\w-]*\s)?(?:\w+\s(?:city|town|village|region)\sof\s)?{LSRE}(?:(?:,\s|\sand\s|,\sand\s|/|,?\sand\sthen\s(?:on\s)?to\s)(?:the\s)?{LSRE})*)"
UNNAMED = rf"^\W*(?:The|This|His|Her)\s(?:[\w-]+\s){{0,2}}(?P<verb>visit|trip)\sto\s{GOAL}"
BEGINS = rf"^\W*The\s(?:visit|tour|trip)\s[^;,.]{{0,20}}?\b(?P<verb>begins?|began|starts?|started|ends?|ended|concludes?|concluded|continue[sd]?)\s(?:today\s)?in\s{GOAL}"
GAP = rf"{NOT_ACTOR}{{0,90}}?"
RULES = (
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:was|were|is|are|will\sbe)(?:\stoday)?\sin)\s{GOAL}(?=\s(?:today|yesterday|{{N}}|on\s{{N}}|for\s|to\s[a-z]|this\s))",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:is|are)\s(?:also\s)?(?:expected|due)\sin)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>visit(?:s|ed|ing)?|tour(?:s|ed|ing)?)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>arriv(?:es|ed?|ing))\s(?:\w+\s)?(?:in|at)\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>travel(?:s|l?ed|l?ing)?|flew|headed|heads|went|go(?:es)?(?:\son)?|going)\s(?:\w+\s)?(?:on\s)?to\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:conclude[sd]?|wound\sup|winds\sup|wrap(?:s|ped)?\sup|end(?:s|ed)?|finish(?:es|ed)?|began|begins?|paid|pays?|made|makes?|complete[sd]?|start(?:s|ed)?|undertook|undertakes?|carr(?:ies|ied|y)\sout|postpone[sd]?|cancel(?:s|led|ed)?|call(?:s|ed)\soff)\s(?:(?:a|an|his|her|their|the)\s)?(?:[\w-]+\s){{0,4}}?(?:visit|trip|tour))\s(?:today\s)?(?:to|in)\s{GOAL}",
    rf"(?P<subject>{LIST})(?:['’]s?)\s(?P<verb>(?:[\w-]+\s){{0,4}}?(?:visit|trip))\sto\s{GOAL}",
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:on|during|in\sthe\scourse\sof|as\spart\sof|within\sthe\sframework\sof|at\sthe\s(?:end|start|beginning)\sof)\s(?:a|an|his|her|their|the)\s(?:[\w-]+\s){{0,5}}?(?:visit|trip|tour))\s(?:to|of)\s{GOAL}",
    rf"\b(?P<verb>(?:[Dd]uring|[Oo]n|[Ii]n\sthe\scourse\sof|[Cc]oncluding|[Aa]s\spart\sof|[Ww]ithin\sthe\sframework\sof|[Aa]t\sthe\s(?:end|start|beginning)\sof|[Aa]head\sof|[Bb]efore)\s(?:a|an|his|her|their|the)\s(?:[\w-]+\s){{0,5}}?(?:visit|trip|tour))\s(?:to|of)\s{GOAL}[^;]{{0,80}}?,\s(?:the\s)?(?P<subject>{{AH}})",
    rf"\b(?:[Tt]he|[Aa])\s(?P<verb>(?:[\w-]+\s){{0,3}}?(?:visit|trip))\s(?:of|by)\s(?P<subject>{LIST})\sto\s{GOAL}",
    rf"\b[Oo]n\s(?P<verb>(?:(?:a|an|his|her|the)\s)?(?:[\w-]+\s){{0,3}}visit)(?:\sas\s{{A}})?,\s(?P<subject>{LIST})\s[^;]{{0,80}}?\bin\s(?P<goal>{{L}})",
    r"\b[Oo]n\s(?P<verb>(?:(?:a|an|his|her|the)\s)?(?:[\w-]+\s){0,3}visit)\sas\s(?P<subject>{A})\s[^;]{0,80}?\bin\s(?P<goal>{L})",
    rf"(?:^|(?<=[–—]\s))(?P<verb>Visiting)\s{GOAL}[^;]{{0,60}}?,\s(?P<subject>{LIST})",
)


def visits(view: View) -> Iterator[Draft]:
    """The visits that a sentence tells of, as drafts, one for each city or state visited."""
    if not QUICK.search(view.main):
        return
    yield from _unnamed(view)
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for match in view.search(rule):
            if any(start < match.end() and match.start("verb") < end for start, end in taken):
                continue
            visitors = [
                one
                for one in view.subject(match)
                if one.thing.kind in {"person", "format", "institution", "organization", "mission", "chairpersonship"}
            ]
            visitors = _as_holder_of(view, match, visitors)
            goals = view.things(match["goal"], "LSRE")
            if not visitors or not goals:
                continue
            verb = match["verb"]
            noun = _is_noun(view, match)
            finite = re.match(r"(?i)(?:concl|wound|wind|wrap|end|finish|beg|pa|ma|compl|start|under|carr)", verb)
            if noun and finite and match.end("subject") <= match.start("verb"):
                factuality = of_verb(view.main, match.end("subject"), match.start("verb"), verb)
            elif noun:
                factuality = of_noun(view.main, match.start("verb"), match.end("verb"))
                if factuality is Factuality.PRESUPPOSED and re.match(r"(?i)during|on|concl", verb):
                    factuality = Factuality.HAPPENED
            else:
                factuality = of_verb(view.main, match.end("subject"), match.start("verb"), verb)
            if "expected" in verb or "due" in verb:
                factuality = Factuality.PLANNED
            if re.match(r"postpone|cancel|call", verb):
                factuality = Factuality.DENIED
            if verb.startswith("will be"):
                factuality = Factuality.PLANNED
            if re.match(r"(?i)ahead|before", verb):
                factuality = Factuality.PLANNED
            if noun and re.search(r"\bvisits?\b.*\bto be\b", match[0]):
                factuality = Factuality.PLANNED
            taken.append((match.start("verb"), match.end()))
            factuality = told(view, match.start("verb"), factuality)
            start, end = lasting(view, verb, *when(view, match.start("verb"), factuality))
            for goal in goals:
                yield Draft(
                    category="Visit",
                    factuality=factuality,
                    rule="visit.noun" if noun else "visit.verb",
                    evidence=[view.sentence.span],
                    parties=visitors,
                    start=start,
                    end=end,
                    places=(goal,),
                    in_title=view.is_title,
                    in_lead=view.is_lead,
                    position=(view.paragraph.index, view.sentence.index),
                )


def _unnamed(view: View) -> Iterator[Draft]:
    """“The visit to Moscow comes after …”: of the one whom the text is about."""
    subject = view.document.subject
    match = pattern(UNNAMED).match(view.main) or pattern(BEGINS).match(view.main)
    if match is None or subject is None:
        return
    if re.match(r"visit|trip", match["verb"]):
        factuality = of_noun(view.main, match.start("verb"), match.end("verb"))
        start = view.document.issued
        if factuality is not Factuality.HAPPENED:
            return
    else:
        factuality = of_verb(view.main, 0, match.start("verb"), match["verb"])
        start, _ = when(view, match.start("verb"), factuality)
    for goal in view.things(match["goal"], "LS"):
        yield Draft(
            category="Visit",
            factuality=factuality,
            rule="visit.unnamed",
            evidence=[view.sentence.span],
            parties=[Party(subject)],
            start=start,
            places=(goal,),
            position=(view.paragraph.index, view.sentence.index),
        )


def _is_noun(view: View, match: re.Match[str]) -> bool:
    """Whether a visit is told by a noun: “on a visit to”, “the visit of X to”, “X's visit to”."""
    verb = match["verb"]
    if match.start("subject") > match.start("verb") or view.main[match.end("subject")] in "'’":
        return not re.match(r"Visiting", verb)
    return ("visit" in verb and not verb.startswith("visit")) or "trip" in verb or bool(re.search(r"\btour$", verb))


# A field presence or an office that somebody went to see, with the city where it is.
BODY_SEEN = (
    rf"(?P<subject>{LIST}){GAP}\b(?P<verb>visit(?:s|ed|ing)?|tour(?:s|ed)?|went\sto|call(?:s|ed)\s(?:first\s)?(?:at|on))\s"
    r"(?:[^;,.]{0,60}?\sand\sto\s)?(?:the\s)?(?:(?:office|offices|headquarters|premises|staff|teams?)\sof\s)?(?:the\s)?"
    r"(?P<body>{G})(?:\s\([^()]{1,40}\))?(?:['’]s?\s(?:office|offices|headquarters))?(?:\sin\s(?P<goal>{L}))?"
)


def seen(view: View) -> Iterator[Draft]:
    """Visits to a mission or an institution, which is the host."""
    if not re.search(r"\b(?:visit|tour|went to|call(?:s|ed) )", view.main):
        return
    for match in view.search(BODY_SEEN):
        visitors = [one for one in view.subject(match) if one.thing.kind == "person"]
        bodies = [one for one in view.parties(match["body"]) if one.thing.kind in {"mission", "institution"}]
        factuality = told(
            view, match.start("verb"), of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
        )
        if not visitors or len(bodies) != 1 or factuality not in {Factuality.HAPPENED, Factuality.PLANNED}:
            continue
        start, end = when(view, match.start("verb"), factuality)
        yield Draft(
            category="Visit",
            factuality=factuality,
            rule="visit.body",
            evidence=[view.sentence.span],
            parties=[*visitors, *bodies],
            roles={bodies[0].thing.iri.value: "host"},
            start=start,
            end=end,
            places=tuple(view.things(match["goal"] or "", "L")),
            in_title=view.is_title,
            in_lead=view.is_lead,
            position=(view.paragraph.index, view.sentence.index),
        )


COMPANY = (
    rf"\b(?:was|were|is|are)\s(?:also\s)?accompanied\s[^;.]{{0,30}}?by\s(?P<who>{LIST})",
    rf"(?P<who>{LIST})(?:,)?\s+(?:also\s)?(?:accompanied|joined)\s(?:him|her|them)\b",
)


def company(view: View) -> Iterator[Draft]:
    """Who went along on the visit told before."""
    if not re.search(r"\b(?:accompanied|joined)\b", view.main):
        return
    for rule in COMPANY:
        for match in view.search(rule):
            people = [one for one in view.parties(match["who"]) if one.thing.kind == "person"]
            if people:
                yield Draft(
                    category="Visit",
                    factuality=Factuality.HAPPENED,
                    rule="visit.company",
                    evidence=[view.sentence.span],
                    parties=people,
                    refers_back=True,
                    position=(view.paragraph.index, view.sentence.index),
                )


def _as_holder_of(view: View, match: re.Match[str], visitors: list[Party]) -> list[Party]:
    """“His first visit to Moscow as Chairperson-in-Office” is made in that one post."""
    after = pattern(r"^(?:\s(?:today|this\sweek))?,?\sas\s(?:the\s)?(?:new\s)?(?P<post>{A})").search(
        view.main[match.end() :]
    )
    post = post_of(view, after["post"]) if after is not None else None
    if post is None or len(visitors) != 1:
        return visitors
    return [Party(visitors[0].thing, ((post, None),), visitors[0].confidence)]
