"""Who travels, of those whom a sentence names beside a visit."""

import re

from kg.extract.actor_lists import LIST
from kg.extract.view import Party, View, people_of, post_of
from kg.extract.visits.factuality import is_noun
from kg.text.pronouns import fits
from kg.text.shape import pattern

# “The session took place during a visit to X by Y”.
_MADE_BY = rf"\s(?:today\s|yesterday\s)?by\s(?:the\s)?(?P<who>{LIST})"


def made_by(view: View, match: re.Match[str]) -> list[Party]:
    """The people by whom a visit, told by its noun, was made, where that is said behind it."""
    behind = pattern(_MADE_BY).match(view.main, match.end()) if is_noun(view, match) else None
    return people_of(view.parties(behind["who"])) if behind is not None else []


def who_travels(view: View, match: re.Match[str]) -> list[Party]:
    """Who travels: people and bodies, but no body that only lends an office its name."""
    if match.start("subject") < match.start("verb") and _WHICH_THINGS.search(
        view.main, match.end("subject"), match.start("verb")
    ):
        return []
    planning = _OWN_PLANS.fullmatch(view.main, match.end("subject"), match.start("verb"))
    visitors = [
        one
        for one in (_planner(view, match, planning["whose"]) if planning is not None else view.subject(match))
        if one.thing.kind in {"person", "format", "institution", "organization", "mission", "chairpersonship"}
    ]
    if _IN_TALKS_WITH.match(view.main, 0, match.start("subject")):
        # “In meetings with X and Y during a visit to Z, W said …”: W travelled.
        behind = pattern(_BEHIND_TALKS).match(view.main, match.end())
        visitors = view.parties(behind["who"]) if behind is not None else []
    if re.search(
        r"(?:['’]s?|\b(?:his|her|their))\s(?:\w+\s)?invitation\sto\s$",
        view.main[match.end("subject") : match.start("verb")],
    ):
        # “Welcomed X's invitation to visit”: not X is to travel.
        visitors = [one for one in view.main_subject if one not in visitors and one.thing.kind == "person"]
    if visitors and visitors[-1].thing.kind != "person" and not view.whole(match.end("subject")):
        visitors = visitors[:-1]
    if _BRIEFED.search(view.main[: match.start("subject")]) and re.match(r"on\s(?:his|her|their)\b", match["verb"]):
        # “X briefed Y on his visit to Z”: it was X who had been there.
        visitors = [one for one in view.main_subject if one not in visitors and one.thing.kind == "person"]
    if _DURING_ONES.match(match["verb"]) and visitors and all(at_home(view, match, one) for one in visitors):
        # “X met Y during her visit to Z”, of which Y is the minister: nobody visits his own country.
        visitors = [one for one in view.main_subject if one not in visitors and one.thing.kind == "person"] or visitors
        visitors = away(view, match, visitors)
    elif _ON_A.match(match["verb"]) and visitors and all(at_home(view, match, one) for one in visitors):
        # “The Minister had a meeting with X, on a visit to his capital”: X is.
        near = view.parties(view.main[: match.start("verb")])[-1:]
        visitors = [one for one in near if one.thing.kind == "person" and not at_home(view, match, one)] or visitors
        visitors = away(view, match, visitors)
    elif _ON_ANY.match(match["verb"]) and _MET_THEM.search(view.main, 0, match.start("subject")):
        # “X met Y and Z as part of his visit to W”: one visited, and that is X unless W is his own.
        own = [one for one in view.main_subject if one not in visitors and one.thing.kind == "person"]
        visitors = own if len(own) == 1 and not at_home(view, match, own[0]) else visitors
    return visitors


# “X met Y, and her plans to visit Z were discussed.”
_OWN_PLANS = re.compile(
    r"[^;.]{0,80}?,?\s(?:and|including|as\swell\sas|on|about)\s(?P<whose>his|her)\s(?:[a-z]+\s){0,2}?(?:plans?|intention|decision|wish|readiness)\sto\s"
)


def _planner(view: View, match: re.Match[str], whose: str) -> list[Party]:
    """Whose plans to travel are spoken of: those of whoever was met, unless the pronoun is none of his or hers."""
    met = [one for one in view.parties(match["subject"]) if one not in view.main_subject]
    people = people_of([*reversed(met), *view.main_subject])
    return next(([one] for one in people if fits(one.thing, _SUBJECT_OF[whose]) and not at_home(view, match, one)), [])


def away(view: View, match: re.Match[str], visitors: list[Party]) -> list[Party]:
    """The visitors of a state but those who represent it; where it is home to all, whoever is named right before the visit.

    “Minister X met with Representative Y, during her visit to his state”: Y is the visitor.
    """
    of_state = any(one.kind == "state" for one in view.things(match["goal"], "LSRE"))
    away = [one for one in visitors if not of_state or not at_home(view, match, one)]
    near = people_of(view.parties(view.main[: match.start("verb")])[-1:])
    pronoun = _WHOSE.search(match["verb"])
    return away or [
        one
        for one in near
        if not at_home(view, match, one) and (pronoun is None or fits(one.thing, _SUBJECT_OF[pronoun[0]]))
    ]


_WHOSE = re.compile(r"\b(?:his|her)\b")


_SUBJECT_OF = {"his": "he", "her": "she"}


_MET_THEM = re.compile(r"\b(?:met|meets|meet|talks|consultations|discussions|meetings?)\s(?:with\s)?(?:the\s)?$")


_IN_TALKS_WITH = pattern(
    r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:In|At|During|After|Following)\s(?:[^,;.{A}]{0,40}?\s)?(?:meetings?|talks|conversations?|discussions?|consultations|calls?)\swith\s(?:the\s)?(?:{SDGER}['’]?s?\s)?$"
)


_BEHIND_TALKS = rf"[^;,]{{0,80}}?,\s(?:the\s)?(?P<who>{{H}}|{LIST})"


_ON_ANY = re.compile(r"(?:on|during|in|as|at|within)\s")


_ON_A = re.compile(r"(?:on|during)\san?\b")


_DURING_ONES = re.compile(r"(?:on|during|in|as|at|within)\s(?:\w+\s){0,4}?(?:his|her|their)\b")


def at_home(view: View, match: re.Match[str], party: Party) -> bool:
    """Whether somebody holds an office of the state that is visited."""
    states = view.document.words.state_of_place
    goals = {states.get(one.key, one.key) for one in view.things(match["goal"], "LSRE")}
    held = (post.organization for post, _ in party.posts or view.document.posts_of(party.thing))
    return any(one is not None and one.key in goals for one in held)


_BRIEFED = re.compile(
    r"\b(?:(?:de)?brief(?:s|ed|ing)?|inform(?:s|ed|ing)?|updat(?:es?|ed|ing)|told|tell(?:s|ing)?)\s(?:the\s)?$"
)


# “The leaders welcomed the supplies which continue to arrive in X”: the supplies do.
_WHICH_THINGS = re.compile(r"\b(?:which|that\s(?:continue|have|had|are|were|will))\s(?:\w+\s){0,3}$")


def as_holder_of(view: View, match: re.Match[str], visitors: list[Party]) -> list[Party]:
    """“His first visit to Moscow as Chairperson-in-Office” is made in that one post."""
    after = pattern(r"^(?:\s(?:today|this\sweek))?,?\sas\s(?:the\s)?(?:new\s)?(?P<post>{A})").search(
        view.main[match.end() :]
    )
    post = post_of(view, after["post"]) if after is not None else None
    if post is None or len(visitors) != 1:
        return visitors
    return [Party(visitors[0].thing, ((post, None),), visitors[0].confidence)]
