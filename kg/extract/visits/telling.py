"""Visits told by a verb or a noun: who visited which place."""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.merge import PREMISES, REGION
from kg.extract.modality import DENIED, PLANNED, of_noun, of_verb
from kg.extract.setting import lasting, names_day, told, when
from kg.extract.view import Party, View, people_of
from kg.extract.visits.days import days_of
from kg.extract.visits.factuality import factuality_of, in_passing, is_noun, is_to_come
from kg.extract.visits.goals import further_stops, goals_of, site_of
from kg.extract.visits.own import of_lead
from kg.extract.visits.rules import BEGINS, CALLED_OFF, GAP, OF_VISIT_VERB, OURS, RULES, SITES, TRIGGER, UNNAMED
from kg.extract.visits.visitors import as_holder_of, made_by, who_travels
from kg.model import Factuality, Thing
from kg.text.rule import Rule
from kg.text.shape import pattern

# “Minister A is coming on 24 February”, to those who say so.
COMING = rf"(?P<subject>{LIST}){GAP}\b(?P<verb>(?:is|are)\s(?:also\s)?(?:coming|arriving|expected(?!\sto\b)|due(?!\sto\b))|will\s(?:also\s)?(?:come|arrive)|comes|arrives)(?:\shere)?\s(?:(?:on\s)?(?P<day>{{N}})|(?P<soon>tomorrow|next\s\w+|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))(?![^;.]{{0,60}}?\b(?:to|in|at)\s(?:the\s)?{{LSE}})"


_OF_COMING = Rule(r"\b(?:coming|arriving|expected|due|come|arrive|comes|arrives)\b")


def visits(view: View) -> Iterator[Draft]:
    """The visits that a sentence tells of, as drafts, one for each city or state visited."""
    if not TRIGGER.stands_in(view.main):
        return
    yield from _unnamed(view)
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for match in view.search(rule):
            if any(start < match.end() and match.start("verb") < end for start, end in taken):
                continue
            visitors = as_holder_of(view, match, made_by(view, match) or who_travels(view, match))
            goals: list[Thing | None] = [*goals_of(view, match["goal"])]
            if goals and goals[-1] is not None and goals[-1].kind != "place" and not view.whole(match.end("goal")):
                goals = goals[:-1] if match["goal"] != OURS else goals
            if match["goal"] in {"region", "area", "country"}:
                goals = _country_of(view, match) or [None]
            site = not goals and re.fullmatch(rf"{SITES}|[Ii]nstitutions", match["goal"]) is not None
            goals = site_of(view, match) if site else goals
            if not visitors or not goals:
                continue
            verb, noun = match["verb"], is_noun(view, match)
            if noun and not any(one.thing.kind == "person" for one in visitors):
                visitors = people_of(view.main_subject) or visitors
            factuality = factuality_of(view, match, noun)
            before = _ONWARD.search(view.main, 0, match.start("verb"))
            if before is not None and verb.endswith("ing"):
                # “Will meet X in Y before going on to Z”: whoever the sentence is about goes on.
                visitors = people_of(view.main_subject)
                factuality = Factuality.PLANNED if PLANNED.search(view.main, 0, before.start()) else factuality
                if not visitors:
                    continue
            taken.append((match.start("verb"), match.end()))
            factuality = told(view, match.start("verb"), factuality)
            if factuality is Factuality.HAPPENED and _BEFORE_IT.match(view.main):
                factuality = Factuality.PRESUPPOSED
            if factuality is Factuality.HAPPENED and is_to_come(view, match):
                factuality = Factuality.PLANNED
            earlier = _EARLIER.search(view.main, match.end("subject"), match.start("verb")) is not None
            told_as = Factuality.PRESUPPOSED if earlier and factuality is Factuality.HAPPENED else factuality
            start, end = lasting(view, verb, *days_of(view, match, told_as))
            # “Visited the region” without a day of its own says too little.
            dated = names_day(view, start)
            if goals == [None] and not site and factuality is Factuality.HAPPENED and end is None and not dated:
                continue
            if noun:
                factuality, start, end = in_passing(view, match, factuality, start, end)
            stops, last = (
                further_stops(view, match.end())
                if not noun or OF_VISIT_VERB.match(verb) or " with a " in verb
                else ([], 0)
            )
            taken.append((match.end(), last))
            for goal, day in stops:
                yield Draft.of(
                    view,
                    "Visit",
                    factuality,
                    "visit.verb",
                    parties=list(visitors),
                    start=day.first if day is not None else start,
                    end=day.until if day is not None else None,
                    places=(goal,),
                )
            # A tour of several states is one visit; each city is a visit of its own.
            states = all(one is not None and one.kind == "state" for one in goals) and not verb.endswith("visits")
            together = len(goals) > 1 and (states or _OF_REGIONS.search(match[0]) is not None)
            for places in [tuple(goals)] if together else [(goal,) for goal in goals]:
                yield Draft.of(
                    view,
                    "Visit",
                    factuality,
                    "visit.noun" if noun else "visit.verb",
                    parties=visitors,
                    start=start,
                    end=end,
                    places=tuple(one for one in places if one is not None),
                    label=PREMISES if site else REGION if goals == [None] else None,
                    others=match["goal"] if site else "",
                )
    if not taken:
        yield from _otherwise(view)


def _country_of(view: View, match: re.Match[str]) -> list[Thing | None]:
    """Which state “the country” is: the only one that the sentence names before, of those that the visitors do not serve."""
    if match["goal"] != "country":
        return []
    named = {one.iri: one for one in view.things(view.main[: match.start("verb")], "SD") if one.kind == "state"}
    return [*named.values()] if len(named) == 1 else []


def _otherwise(view: View) -> Iterator[Draft]:
    """What is told of visits where no verb or noun leads to a place."""
    yield from _coming(view)
    if view.is_lead and not view.about:
        yield from of_lead(view)


def _coming(view: View) -> Iterator[Draft]:
    """Who is told to come on a day, to where nobody needs to say: a planned visit without a place."""
    for match in view.search(COMING) if _OF_COMING.stands_in(view.main) else ():
        visitors = people_of(view.subject(match))
        start, end = when(view, match.start("verb"), Factuality.PLANNED)
        if match["soon"] is None and start is None:
            continue
        if visitors and DENIED.search(view.main[match.end("subject") : match.start("verb")]) is None:
            yield Draft.of(view, "Visit", Factuality.PLANNED, "visit.coming", parties=visitors, start=start, end=end)


# Before a verb of what was before the news, on a day that the release's does not give.
_EARLIER = re.compile(r"\bhad\s|\balready\s")


_OF_REGIONS = re.compile(r"\b(?:regions|districts|provinces)\s(?:of|in)\s")


# “Prior to the round, the Co-Chairs visited X and Y.”
_BEFORE_IT = re.compile(
    r"^\W*(?:Prior\sto|Before|Ahead\sof)\s(?:the|this|their)\s(?:[\w-]+\s){0,2}(?:rounds?|meetings?|talks|sessions?)\b"
)


_ONWARD = re.compile(r"\b(?:before|prior to|and then|after)\s$")


def _unnamed(view: View) -> Iterator[Draft]:
    """“The visit to Moscow comes after …”: of the one whom the text is about."""
    subject = view.document.subject
    match = pattern(UNNAMED).match(view.main) or pattern(BEGINS).match(view.main)
    off = pattern(CALLED_OFF).match(view.main)
    if off is not None and (whose := view.document.protagonist or subject) is not None:
        for goal in view.things(off["goal"], "LS"):
            yield Draft.of(view, "Visit", Factuality.DENIED, "visit.unnamed", parties=[Party(whose)], places=(goal,))
        return
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
    travelling = next((one.people for one in reversed(view.document.companies) if one.travelling), ())
    who = travelling if subject in travelling else (subject,)
    for goal in view.things(match["goal"], "LS"):
        yield Draft.of(
            view,
            "Visit",
            factuality,
            "visit.unnamed",
            parties=[Party(one) for one in who],
            start=start,
            places=(goal,),
        )
