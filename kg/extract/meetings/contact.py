"""The last resort for meetings and calls: verbs of contact that no rule foresees, “X put her head together with Y”, “X rang Y”.

It reads only those of whom a sentence tells no meeting, call or visit otherwise, and its tellings are of low confidence.
The verbs are data (`data/lexicon/contacts.csv`): of a verb that nobody listed it is not known whether it needs presence.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.doubt import leaves_open
from kg.extract.draft import TALK_CLASSES, Draft
from kg.extract.meetings.by_clause.parties import groups_of
from kg.extract.meetings.telling import joined, telling
from kg.extract.meetings.turns import OVER_A_MEAL
from kg.extract.merge import CONTACT
from kg.extract.modality import of_verb
from kg.extract.syntax.lists import enumeration
from kg.extract.view import View, people_of
from kg.model import Confidence, Factuality
from kg.resources import resource
from kg.text.rule import Rule
from kg.text.shape import pattern

_DONE = frozenset({Factuality.HAPPENED, Factuality.PRESUPPOSED})
_ADVERBS = r"(?:(?:also|then|later|again|first|both|all|each|has|have|had|today|yesterday|afterwards|subsequently|earlier|jointly|\w+ly|{N}|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s)*"
_BEFORE = rf"(?:,\s[^,;.{{ASEGFH}}]{{2,30}},\s|,\s|\s(?:and|but)\s|\s){_ADVERBS}"
_GAP = r"[^;,.{ASEGFH}]{0,70}?"
# How each frame leads from the subject by the verb to the other side.
_FRAMES = {
    "with": rf"(?P<subject>{LIST}){_BEFORE}(?P<verb>WORDS)\b{_GAP},?\s(?:together\s)?with\s(?P<object>{OBJECT})",
    "object": rf"(?P<subject>{LIST}){_BEFORE}(?P<verb>WORDS)\s(?P<object>{OBJECT})",
    "by": rf"(?P<subject>{LIST}){_BEFORE}(?:was|were|been)\s{_ADVERBS}(?P<verb>WORDS)\b{_GAP}\sby\s(?P<object>{OBJECT})",
    # “After conferring in Y with X, Z …”, “Presenting her credentials to X, Z …”.
    "participle": rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?:(?:After|Following|While|On|Upon)\s)?(?P<verb>(?i:WORDS))\b(?:{_GAP}\s(?:with|to|on))?\s(?P<object>{OBJECT})[^;]{{0,100}}?,\s"
    rf"(?:(?:the|his|her)\s)?(?:(?:{{SG}}|[A-Z]\w+)['’]s\s)?(?P<subject>{LIST})(?=,?\s[a-z])",
    "together": rf"(?P<subject>{LIST}){_BEFORE}(?P<verb>WORDS)\b",
}
# What says that people saw or heard each other, whatever they did: “gave X the same assurance in person”.
_FACING = r"(?P<setting>in\sperson|face\sto\sface|by\s(?:tele)?phone|(?:over|on)\sthe\s(?:tele)?phone|over\s(?:an?\s)?(?:\w+\s)?(?:lunch|dinner|breakfast|coffee|tea|supper))"
_FACED = pattern(rf"{_FACING}|[Bb]y\stelephone|[Bb]y\sphone")
_DID = r"(?P<verb>[a-z]+ed|told|gave|put|took|made|brought|got|spoke|said)"
# No infinitive: “tried to reach X by telephone”.
_UP_TO = r"(?:(?!\bto\s(?!the\b|his\b|her\b|their\b|both\b)[a-z]|\bin\svain\b)[^;.{AEFH}]){0,80}?"
_SETTINGS = (
    rf"(?P<subject>{LIST}){_BEFORE}{_DID}\b{_UP_TO}\s(?P<object>{OBJECT})(?!\sthat\b){_UP_TO}\s{_FACING}\b",
    # “Reported on it by telephone to X”, “was contacted by telephone by X”.
    rf"(?P<subject>{LIST}){_BEFORE}(?:was\s|were\s)?{_DID}\b{_UP_TO}\s{_FACING}\s(?:to|with|by)\s(?P<object>{OBJECT})",
    # “Yesterday, by telephone, X had informed Y.”
    rf"^\W*(?:[A-Z{{LN}}][^;,.{{A}}]{{0,40}},\s)?(?:[Bb]y|[Oo]n|[Oo]ver)\s(?P<setting>(?:the\s)?(?:tele)?phone),\s(?:the\s)?(?P<subject>{LIST}){_BEFORE}{_DID}\b{_UP_TO}\s(?:with\s|to\s)?(?P<object>{OBJECT})",
)
# What is still to come, in the words behind a verb: “summoned X for tomorrow morning”.
_TO_COME = re.compile(r"\b(?:tomorrow|next\s(?:week|month|year)|in\sthe\scoming\s(?:days|weeks|months))\b")
# At one table, whoever is named for himself: “dined with A and with B”.
_MEAL = re.compile(r"dined|lunched|breakfasted|broke|had\s.*(?:coffee|tea|drinks|supper|brunch)|took\s(?:tea|coffee)")
_BY_PHONE = re.compile(r"\b(?:tele)?phone|\bvideo\b")


class _Kind(NamedTuple):
    """What kind of event a verb of contact tells of, where the verb itself says so, and the role of its subject."""

    category: str = ""
    role: str = ""


@cache
def _rows() -> dict[str, list[dict[str, str]]]:
    """The rows of `contacts.csv` by frame, longer words first."""
    found: dict[str, list[dict[str, str]]] = {}
    with resource("data", "lexicon", "contacts.csv").open(encoding="utf-8", newline="") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: -len(row["words"])):
            found.setdefault(row["frame"], []).append({**row, "words": row["words"].replace(" ", r"\s")})
    return found


@cache
def _frames() -> tuple[tuple[Rule, tuple[_Kind, ...]], ...]:
    """The verbs of each frame as one pattern, and what each of its numbered groups means."""
    made = []
    for frame, text in _FRAMES.items():
        rows = _rows()[frame]
        words = "|".join(f"(?P<v{number}>{row['words']})" for number, row in enumerate(rows))
        made.append((pattern(text.replace("WORDS", words)), tuple(_Kind(row["event"], row["role"]) for row in rows)))
    return tuple(made)


def contact(view: View, told: Sequence[Draft]) -> Iterator[Draft]:
    """The contacts of people of whom a sentence tells no meeting, call or visit otherwise."""
    met = [one.actors for one in told if one.category in TALK_CLASSES and one.rule != OVER_A_MEAL]
    for match, kind in _matches(view):
        draft = _draft(view, match, kind, met)
        if draft is not None:
            met.append(draft.actors)
            yield from _in_circles(view, match, draft)


def _in_circles(view: View, match: re.Match[str], draft: Draft) -> Iterator[Draft]:
    """The telling, once for each circle in which its subject met those who are named: “talked with A, and with B”."""
    subjects = people_of(view.subject(match))
    listed = enumeration(view.main, match.start("object")) if "object" in match.re.groupindex else None
    groups = groups_of(view, listed, subjects) if listed is not None else []
    named = {one.thing.iri.value for group in groups for one in group}
    meal = _MEAL.match(match["verb"]) is not None
    if meal or len(groups) < 2 or not draft.actors - {one.thing.iri.value for one in subjects} <= named:
        yield draft
        return
    for group in groups:
        parties = joined(subjects, group)
        actors = {one.thing.iri.value for one in parties}
        roles = {iri: role for iri, role in draft.roles.items() if iri in actors}
        yield replace(
            draft, parties=parties, roles=roles, evidence=dict(draft.evidence), discusses=list(draft.discusses)
        )


def _matches(view: View) -> Iterator[tuple[re.Match[str], _Kind]]:
    for rule, kinds in _frames():
        for match in rule.finditer(view.main):
            number = next(number for number in range(len(kinds)) if match[f"v{number}"])
            yield match, kinds[number]
    for setting in _SETTINGS if _FACED.search(view.main) is not None else ():
        for match in pattern(setting).finditer(view.main):
            yield match, _Kind("Call" if "phone" in match["setting"] else "Meeting")


def _draft(view: View, match: re.Match[str], kind: _Kind, met: list[frozenset[str]]) -> Draft | None:
    """The telling of a match, where its people are not told to have met otherwise, and its words tell of something done."""
    verb, behind = match.start("verb"), match.end() + 80
    subjects = people_of(view.subject(match))
    several = "object" not in match.re.groupindex
    others = subjects[1:] if several else people_of(view.objects(match))
    others = [one for one in others if several or one.thing not in {subject.thing for subject in subjects}]
    if not subjects or not others:
        return None
    theirs, ours = ({one.thing.iri.value for one in some} for some in (others, subjects))
    if any(theirs & actors and ours & actors for actors in met):
        return None
    if leaves_open(view.main, verb) or _TO_COME.search(view.main, verb, behind):
        return None
    factuality = of_verb(view.main, match.end("subject"), verb, match["verb"])
    if factuality not in _DONE:
        return None
    roles = {}
    if kind.role:
        other = "guest" if kind.role == "host" else "host"
        roles = dict.fromkeys(theirs, other) | dict.fromkeys(ours, kind.role)
    afar = kind.category == "Call" or (not kind.category and _BY_PHONE.search(view.main, verb, behind))
    talks = "call" if afar else ""
    draft = telling(view, match, CONTACT, joined(subjects, others), factuality, match.span("verb"), talks, roles)
    draft.category = kind.category or draft.category
    draft.confidence = Confidence.LOW
    return draft
