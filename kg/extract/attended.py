"""Occasions that somebody attends, addresses, chairs or leads a delegation to: sessions, summits, conferences, forums.

“X will lead the delegation to the 28th session of the Council in Y on 7 May”, “the 12th Forum was opened in Y by X”. An
occasion needs a name with a number, a day or a place, or stands in the lead. Who was at one that other rules read from
the same sentence is added to that; what they told of the same people is not told again.
"""

import re
from collections.abc import Iterable, Iterator

from kg.extract.actor_lists import LIST, NOT_ACTOR
from kg.extract.council_sessions import deciding_bodies
from kg.extract.draft import Draft
from kg.extract.gatherings import WORD, written
from kg.extract.modality import of_noun, of_verb
from kg.extract.rounds import NUMBER, number_of
from kg.extract.setting import names_day, told, when, where
from kg.extract.view import View, people_of
from kg.model import Factuality, Thing
from kg.text.rule import Trigger
from kg.text.shape import pattern

_ADJECTIVES = r"(?:(?!(?:press|news|with|of|and|to|for|on|in|at)\b)[a-z][\w-]*\s|{D}\s){0,3}?"
_OF = r"\s(?:(?:of|for|and|on)\s(?:the\s)?)?"
_NAMED = rf"(?:{WORD}|{{FG}})(?:{_OF}(?:{WORD}|{{FG}})){{0,9}}"
_HEAD = r"(?:Conference|Summit|Forum|Congress|Symposium|Seminar|Convention|Assembly)"
_SITTING = r"(?:(?:[Mm]inisterial|[Pp]lenary|[Aa]nnual|[Rr]egular)\s)?(?:[Ss]ession|[Mm]eeting|[Ss]ummit|[Ss]itting|[Pp]lenary|[Cc]onference|[Aa]ssembly)"
_OCCASION = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Tt]his\syear['’]s|[Tt]oday['’]s|[Yy]esterday['’]s|[Ii]ts)\s)(?P<occasion>{NUMBER}?{_ADJECTIVES}(?:"
    rf"(?:{_SITTING})\sof\s(?:the\s)?(?P<body>{_NAMED})"
    rf"|(?P<whose>{{FG}})(?:\s\([^()]{{1,12}}\))?\s{_SITTING}"
    rf"|(?P<forum>{{G}})(?!\s{_SITTING})"
    rf"|(?P<name>(?:{WORD}{_OF}){{0,8}}?{_HEAD}(?:\s(?:on|of|for)\s(?:the\s)?{_NAMED})?)"
    r"))(?![\w-]|['’])"
)
_SPEECH = r"(?:[\w-]+\s){0,2}?(?:speech|address|remarks|statement|keynote|presentation|lecture)"
_DOING = (
    r"(?:(?:(?<=is\s)|(?<=are\s)|(?<=was\s)|(?<=were\s))(?:(?:currently|now|today)\s)?(?:attending|taking\spart\sin|participating\sin|chairing|hosting|addressing|representing\s[^;.{A}]{1,40}?\sat)"
    r"|attend(?:s|ed)?|t(?:akes?|ook)\spart\s(?:today\s|yesterday\s)?in|participate[sd]?\s(?:today\s|yesterday\s)?in|address(?:es|ed)?|sp(?:eaks?|oke)\s(?:today\s|yesterday\s)?(?:at|to|before)"
    rf"|(?:deliver(?:s|ed)?|gives?|gave|makes?|made)\s(?:an?\s|the\s)?{_SPEECH}\s(?:at|to|before)"
    r"|represent(?:s|ed)?\s[^;.{A}]{1,40}?\s(?:at|in)|(?:leads?|led|head(?:s|ed)?)\s(?:the|an?|his|her|its)\s[^;.{A}]{0,50}?delegation\s(?:to|at|in)"
    r"|(?:co-)?chair(?:s|ed)?|hosts?|hosted|opens?|opened|closes?|closed|inaugurate[sd]?|moderate[sd]?|preside[sd]?\sover)"
)
_ACTIVE = rf"(?P<who>{LIST}),?\s(?P<between>(?:{NOT_ACTOR}{{0,90}}?\s)??)(?P<verb>{_DOING})\s{_OCCASION}"
_FRONTED = (
    r"^\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?P<verb>(?:Opening|Closing|Inaugurating|Addressing|Attending|Chairing|Hosting)|(?:Speaking|Talking)\s(?:(?:today|yesterday)\s)?(?:at|to|before|during|in)|(?:Taking\spart|Participating)\sin)\s"
    rf"(?:(?:participants|delegates)\s(?:at|in|of)\s)?{_OCCASION}[^;“”{{A}}]{{0,120}}?,\s(?:the\s)?(?P<who>{LIST})"
)
_PASSIVE = (
    rf"{_OCCASION}(?P<gap>[^;.{{A}}]{{0,120}}?)(?P<verb>(?:opened|chaired|co-chaired|hosted|attended|addressed|moderated|inaugurated|closed)\s(?:[^;.,{{A}}]{{0,40}}?\s)?by|under\sthe\s(?:chairmanship|chairpersonship|presidency)\sof|with\sthe\sparticipation\sof|brought\stogether(?:\s[^;.,{{A}}]{{1,60}}?,?\s(?:including|among\sthem))?)\s(?:the\s)?(?P<who>{LIST})",
    rf"{_OCCASION}(?P<gap>[^;.{{A}}]{{0,120}}?)\bwith\s(?:the\s)?(?P<who>{LIST}),?\s(?P<verb>in\sthe\s[Cc]hair)\b",
    rf"[Aa]mong\s(?:the\s|those\s)?(?:participants|speakers|guests)\s(?P<verb>of|in|at|to)\s{_OCCASION}(?P<gap>[^;.{{A}}]{{0,60}}?)\s(?:was|were)\s(?:the\s)?(?P<who>{LIST})",
)
_TRIGGER = Trigger(
    r"\b(?:[Cc]onference|[Ss]ummit|[Ff]orum|[Cc]ongress|[Ss]ymposium|[Ss]eminar|[Cc]onvention|[Aa]ssembly|[Ss]ession|[Mm]eeting|[Ss]itting|[Pp]lenary)\b"
)
_OF_ATTENDING = Trigger(
    r"\b(?:attend\w*|participat\w+|delegation|address\w*|speak\w*|spoke|represent\w*|(?:co-)?chair\w*|host\w*|open\w*|clos\w+|inaugurat\w+|moderat\w+|presid\w+|Speaking|Talking|Opening|Closing|Addressing|Attending|Chairing|Hosting|Participating|among|Among)\b",
    r"\bt(?:ake|akes|ook|aking)\spart\b|\bTaking\spart\b|\bbrought\stogether\b|\b(?:deliver|gives?|gave|makes?|made)\w*\s(?:an?\s|the\s)?[\w\s-]{0,30}?(?:speech|remarks|statement|keynote|presentation|lecture)\b",
)
_ROLES = (
    (re.compile(r"(?i)co-chair"), "co-chair"),
    (re.compile(r"(?i)chair|under\s|presid|moderat"), "chair"),
    (re.compile(r"(?i)host"), "host"),
)
_TOLD = ("round", "gathering", "session", "activity")
"""What the rules begin with that tell of occasions."""


def attended(view: View, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Who, by a sentence, was or will be at an occasion, unless `drafts`, read from it before, tell of them there."""
    if view.is_title or not _OF_ATTENDING.stands_in(view.main) or not _TRIGGER.stands_in(view.words):
        return
    occasions = [one for one in drafts if one.category in {"Meeting", "Activity"} and _is_occasion(one)]
    for rule in (_ACTIVE, _FRONTED, *_PASSIVE):
        for match in view.search(rule):
            draft = _read(view, match)
            if draft is None:
                continue
            known = [one for one in occasions if draft.actors & one.actors]
            same = [one for one in occasions if one.factuality is draft.factuality and not people_of(one.parties)]
            if not known and len(same) != 1:
                yield draft
            elif not known:
                _add(same[0], draft)
            elif len(known) == 1:
                known[0].places = known[0].places or draft.places
            occasions.append(draft)


def _is_occasion(draft: Draft) -> bool:
    """Whether a draft tells of an occasion, or of one person and a body: no talks of two."""
    others = len(people_of(draft.parties)) < len(draft.parties)
    return draft.rule.startswith(_TOLD) or (others and len(people_of(draft.parties)) == 1)


def _add(occasion: Draft, draft: Draft) -> None:
    """Add those who were at an occasion, and what else is told of it there."""
    occasion.category = "Meeting"
    # “The conference of the Platform, chaired by X”: the Platform only says which.
    whose = draft.label if draft.label is not None and "onference" in draft.label else ""
    others = [one for one in occasion.parties if one.thing.label not in whose]
    occasion.parties = [*others, *draft.parties]
    occasion.roles |= draft.roles
    occasion.places = occasion.places or draft.places


def _read(view: View, match: re.Match[str]) -> Draft | None:
    """The occasion of a match with those who are told to be there; None where nothing shows which one it is, or that it was."""
    # “X, the Envoy of last year's Chairman, Minister Y, took part”: X did.
    people = [] if view.in_aside(match, "who") else people_of(view.parties(match["who"]))
    factuality = told(view, match.start("verb"), _factuality(view, match))
    if not people or factuality not in {Factuality.HAPPENED, Factuality.PLANNED}:
        return None
    start, end = when(view, match.start("verb"), factuality)
    places = where(view, match.end("occasion")) or _there(view, match) or _went_to(view, match)
    dated = names_day(view, start)
    label = written(view, match["occasion"])
    if not (places or dated or match["number"] or view.is_lead) or (match["forum"] and not _IS_FORUM.search(label)):
        return None
    bodies = deciding_bodies(view, match["occasion"])
    role = next((role for rule, role in _ROLES if rule.search(match["verb"])), None)
    return Draft.of(
        view,
        "Meeting",
        factuality,
        "session.attended" if match["body"] or match["whose"] else "gathering.attended",
        parties=people,
        roles={one.thing.iri.value: role for one in people} if role is not None else {},
        start=start,
        end=end,
        places=places,
        formats=tuple(bodies[:1]),
        number=number_of(match["number"]),
        event_kind="session" if match["body"] or match["whose"] else "summit" if "ummit" in label else "conference",
        label=label,
    )


def _factuality(view: View, match: re.Match[str]) -> Factuality:
    if "between" in match.re.groupindex:
        return of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
    return of_noun(view.main, match.start("occasion"), match.end("occasion"))


# “Will visit Geneva on 7 May to attend the conference”: there.
_GONE_FOR = r"\b(?:visit|travel|fly|go|depart|leave|come|arrive)(?:s|ed|led|ling)?\s(?:(?:to|for|in|on)\s)?(?:[^;.,{AL}]{0,30}?\s)?(?P<place>{L})[^;.{L}]{0,60}?,?\s(?:to|where|for)\b[^;.{L}]*$"


def _went_to(view: View, match: re.Match[str]) -> tuple[Thing, ...]:
    """The town to which those who attend an occasion go for it."""
    gone = pattern(_GONE_FOR).search(view.main, 0, match.start("verb"))
    return tuple(view.things(gone["place"], "L")[:1]) if gone is not None else ()


_IS_FORUM = re.compile(rf"\b{_HEAD}$")
_IN_PLACE = r"[^;.{A}]{0,60}?\b(?:in|at)\s(?P<place>{L})"


def _there(view: View, match: re.Match[str]) -> tuple[Thing, ...]:
    """The town that stands behind an occasion."""
    behind = pattern(_IN_PLACE).match(view.main, match.end("occasion"))
    return tuple(view.things(behind["place"], "L")[:1]) if behind is not None else ()
