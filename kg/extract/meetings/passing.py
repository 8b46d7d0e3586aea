"""Meetings and calls told in passing: earlier ones of the same people that a text only refers to.

“The call follows the two leaders' conversation on 18 March”; “they last met in Y on 15 February”. Each needs a day of
its own before the release's, else it is the meeting that the release tells of, or no event.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.actor_lists import ALL, LIST
from kg.extract.draft import Draft
from kg.extract.meetings.encounters import named_before
from kg.extract.meetings.telling import joined, telling
from kg.extract.meetings.wording import TALKS
from kg.extract.modality import FROM_AFAR, of_noun
from kg.extract.plurals import meant
from kg.extract.setting import dates_in, gone_by, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.rule import Rule
from kg.text.shape import pattern

_TRIGGER = Rule(
    r"\b(?:last|previous|previously|recently|earlier|first|their|[Tt]hey|[Tt]wo|three|[Bb]oth|leaders|sides|presidents|ministers|having|when|had)\b"
)
_ALL = ALL.removesuffix(")") + r"|[Tt]heir|[Bb]oth\ssides)"
_NOUN = rf"\b(?:{_ALL})(?!\s(?:hosts?|guests?)\b)(?:['’]s?)?\s(?:(?:[\w-]+|(?P<day>{{N}})(?:['’]s?)?)\s){{0,3}}?(?P<talks>{TALKS})\b(?!\s(?:with|between|among|of(?!\s{{N}}))\b)"
_VERB = (
    rf"\b(?:{ALL}|(?P<subject>{LIST})),?\s(?:(?:had|have)\s(?:(?:also|both|already)\s)*(?:(?:last|previously|most\srecently|earlier)\s)?|(?:also\s)?(?:last|previously|most\srecently|earlier)\s)(?:both\s)?"
    r"(?P<talks>met|spoke|spoken|talked|sat|conferred|s(?:aw|een)\seach\sother)\b(?!\s(?:with|to)\b)"
)
# “Had talked on 8 December and seen each other in Basel on 4 December”; “having conferred before that in X on 22 November”.
_ALSO = (
    r"(?:\bhad\s[^;.]{0,90}?\sand\s(?:(?:also|then|later|previously)\s)*|\b[Hh]aving\s(?:(?:already|last|previously|first|also)\s)*)"
    r"(?P<talks>met|spoken|talked|conferred|seen\seach\sother)\b(?!\s(?:with|to)\b)"
)

_IN_PLACE = r"[^;.{L}]{0,40}?\b(?:in|at)\s(?:the\s)?(?P<place>{L})"


# “A video conference of the two on 5 June”.
_OF_ALL = rf"\b(?P<talks>{TALKS})\s(?:of|between|among)\s(?:(?P<all>the\s(?:two|three|four|five))\b|{ALL})(?=\s(?:on|in|of|at)\b)"
# “Since January 2012, when they met in Sochi”.
_WHEN = rf"(?P<day>{{N}}),?\swhen\s(?:{ALL}|(?P<subject>{LIST}))\s(?:had\s)?(?:last\s|both\s|previously\s)?(?P<talks>met|spoke|talked|gathered|conferred|sat\stogether|saw\seach\sother)\b(?!\s(?:with|to)\b)"
_OF_WILL = Rule(r"\b(?:meet|see|sit|reconvene)\b")
_WILL = (
    rf"(?:^\W*|;\s(?:and\s)?|,\s(?:and|but)\s)(?:[A-Z{{LN}}][^,;.{{A}}]{{0,40}},\s)?{ALL}\s(?:also\s)?(?:will|are\s(?:due\s|set\s|scheduled\s|expected\s)?to|plan\sto|intend\sto|(?:[^;.{{AF}}]{{3,60}}?,?\sand\s(?:also\s)?)?agreed\sto|want\sto)\s(?:\w+\s){{0,2}}?"
    r"(?P<talks>meet|see\seach\sother|sit\sdown|reconvene)\b(?!\s(?:with\s)?(?:the\s)?{AEG})"
)
_AGAIN = rf"(?:(?P<subject>{LIST})|\b{ALL})\s[^;,.{{ASEGFH}}]{{0,60}}?\b(?P<talks>(?:intention|readiness|willingness|agree[d]?|agreement)\sto\smeet)\s(?:each\sother\s)?again\b"


# “They agreed to continue their dialogue before the end of the year”, “to hold a second meeting in Moscow”.
_GO_ON = (
    rf"(?:(?P<subject>{LIST})|\b{ALL})\s(?:(?:also|both|\w+ly)\s)*agreed\sto\s(?:(?:continue|resume)|(?:hold|have)(?=\s(?:another|an?)\s))\s(?P<talks>(?:their|these|the)\s(?:dialogue|talks|discussions?|consultations|conversations?|negotiations|meetings)|(?:another|an?\s(?:second|third|fourth|further|new|follow-up))\s(?:\w+\s)?(?:meeting|round|call|conversation))\b(?!\s(?:of\s\w+\s)?with\b)"
    r"(?![^;.]{0,60}\bin\s(?:the|this|an?)\s[^;.]{0,40}(?:{F}|(?:groups?|formats?|framework)\b))"
)
# “A agreed with B on a meeting in X early next month”, “spoke with B and agreed on a bilateral meeting with him”.
_AGREED_ON = (
    rf"(?:(?P<subject>{LIST})|\b{ALL}|\band)(?:,?\s(?:also|both|then|further|\w+ly|have|has|had)\b)*\sagreed\s(?:with\s(?P<other>{LIST})\s)?(?:(?:up)?on|to(?:\s(?:hold|have|arrange))?)\s"
    r"(?:another|an?|their|the)\s(?:(?:next|further|new|second|third|bilateral|follow-up|personal|face-to-face|joint|working|trilateral|early|separate)\s)*(?P<talks>(?:phone\s)?call|meeting|conversation|round\sof\stalks|summit)\b"
    rf"(?:\swith\s(?:(?P<pronoun>him|her|them)\b|each\sother|one\sanother|(?P<object>{LIST})))?(?!\s(?:of|between|with|among)\b)"
)
# “A agreed with B to meet in X in November.”
_AGREED_TO_MEET = rf"(?P<subject>{LIST})\s(?:(?:also|then|further|\w+ly|has|had)\s)*agreed\swith\s(?P<other>{LIST})\s(?:that\sthey\s(?:will|would|should)|to)\s(?P<talks>(?:meet|see\seach\sother))\b(?!\s(?:with\s)?(?:the\s)?{{A}})"
# “Their next meeting has been moved to Friday.”
_MOVED = (
    rf"\b(?:[Tt]heir|[Tt]he\stwo['’]s?)\s(?:[\w-]+\s){{0,2}}?(?P<talks>{TALKS})\s(?:has|have|had|was|were)\s(?:\w+\s)?(?:been\s)?(?:moved|postponed|put\soff|rescheduled|deferred|brought\sforward|shifted)"
    r"\s(?:to|until|till|for|by)\s"
)
_OF_MOVED = Rule(
    r"\b(?:moved|postponed|put\soff|rescheduled|deferred|brought\sforward|shifted)\s(?:to|until|till|for|by)\s"
)
_OF_GO_ON = Rule(r"\bagreed\sto\s(?:continue|resume|hold|have)\b")
_OF_AGREED_ON = Rule(r"\bagreed\s(?:with\s[^;]*\s)?(?:(?:up)?on|to|that)\s")


def meeting_again(view: View, told: Sequence[Draft]) -> Iterator[Draft]:
    """“The Ministers confirmed their intention to meet again”: planned, of those who say so, with no day of its own."""
    for match in view.search(_WILL) if _OF_WILL.stands_in(view.main) else ():
        parties = [Party(one) for one in view.document.not_met] or _together(view, told)
        if sum(one.thing.kind == "person" for one in parties) > 1:
            draft = telling(view, match, "meeting.next", parties, Factuality.PLANNED, match.span("talks"))
            # “Spoke by telephone, and the two intend to meet in X”.
            draft.category = "Meeting"
            draft.places = where(view, match.end("talks")) or draft.places
            if not any(view.shape.at(one.start) >= match.start() for one in dates_in(view)):
                # “Spoke on Wednesday, and the two intend to meet again”: not on that day.
                draft.start, draft.end = None, None
            yield draft
            return
    for match in view.search(_GO_ON) if _OF_GO_ON.stands_in(view.main) else ():
        parties = (view.parties(match["subject"]) if match["subject"] else []) or _together(view, told)
        if sum(one.thing.kind == "person" for one in parties) > 1:
            yield telling(view, match, "meeting.next", parties, Factuality.PLANNED, match.span("talks"))
            return
    for match in view.search(_AGREED_ON) if _OF_AGREED_ON.stands_in(view.main) else ():
        parties = _agreeing(view, match, told)
        if len(people_of(parties)) > 1:
            talks = match["talks"]
            draft = telling(view, match, "meeting.next", parties, Factuality.PLANNED, match.span("talks"), talks)
            if "call" not in talks:
                # What was agreed by telephone is no call for that.
                draft.category = "Meeting"
                draft.places = where(view, match.end("talks"))
            yield draft
            return
    for match in view.search(_AGREED_TO_MEET) if _OF_AGREED_ON.stands_in(view.main) else ():
        parties = people_of(joined(view.parties(match["subject"]), view.parties(match["other"])))
        if len(parties) > 1:
            yield telling(view, match, "meeting.next", parties, Factuality.PLANNED, match.span("talks"))
            return
    for match in view.search(_MOVED) if _OF_MOVED.stands_in(view.main) else ():
        parties = _together(view, told)
        if len(people_of(parties)) > 1:
            talks = match["talks"]
            yield telling(view, match, "meeting.next", parties, Factuality.PLANNED, match.span("talks"), talks)
            return
    if " again" not in view.main:
        return
    for match in view.search(_AGAIN):
        parties = (view.parties(match["subject"]) if match["subject"] else []) or _together(view, told)
        if sum(one.thing.kind == "person" for one in parties) > 1:
            yield telling(view, match, "meeting.next", parties, Factuality.PLANNED, match.span("talks"))


def _agreeing(view: View, match: re.Match[str], told: Sequence[Draft]) -> list[Party]:
    """Who agreed on a meeting of theirs: those named beside the verb, else who spoke with each other before."""
    named = joined(*(view.parties(match[one]) for one in ("subject", "other", "object") if match[one]))
    if len(people_of(named)) > 1:
        return named
    met = _together(view, told)
    known = {one.thing for one in met}
    return met if not named or all(one.thing in known for one in named) else []


def passing(view: View, told: Sequence[Draft]) -> Iterator[Draft]:
    """The earlier meetings that a sentence refers to, of those who meet in it or sat together last."""
    yield from meeting_again(view, told)
    # “The call, which followed their meeting in Y on 14 March, …”: what a clause refers to is behind, too.
    text = view.unquoted if ", which " in view.unquoted else view.main
    if not _TRIGGER.stands_in(text):
        return
    for rule in (_NOUN, _OF_ALL, _VERB, _ALSO, _WHEN):
        for match in pattern(rule).finditer(text):
            named = view.parties(match["subject"]) if match.re.groupindex.get("subject") and match["subject"] else []
            if match.re.groupindex.get("all") and match["all"]:
                named = [Party(one) for one in meant(view.document, match["all"])]
            parties = named or _named_behind(view, match) or _together(view, told)
            # “Their 12 January meeting” says when, too.
            dated = match.groupdict().get("day") is not None
            begin = match.start() if dated else match.end()
            days = [one for one in dates_in(view) if 0 <= view.shape.at(one.start) - begin < 70]
            if rule in {_VERB, _ALSO, _WHEN}:
                days = [gone_by(view, one) for one in days]
            if not days and len(parties) > 1 and _LAST_MET.match(text, match.end()) and _LAST.search(match[0]):
                # “Progress made since they last met in X”: behind, though on no day that is named.
                yield telling(view, match, "meeting.passing", parties, Factuality.PRESUPPOSED, match.span("talks"))
                continue
            if len(parties) < 2 or not days or len(days[0].first) < 7 or not _is_behind(view, match, days[0].first):
                continue
            verb = rule not in {_NOUN, _OF_ALL}
            if not verb and of_noun(text, match.start("talks"), match.end("talks")) in {
                Factuality.PLANNED,
                Factuality.CALLED_FOR,
                Factuality.DENIED,
            }:
                continue
            spoken = match["talks"].startswith("sp") and not where(view, match.end("talks"))
            afar = spoken or re.search(r"\b[Tt]he\s(?:phone\s|telephone\s)?call\b", view.main)
            word = "call" if afar else match["talks"]
            draft = telling(view, match, "meeting.passing", parties, Factuality.PRESUPPOSED, match.span("talks"), word)
            if re.match(r"(?i)meetings?$|dinner|lunch|summit", match["talks"]) and not FROM_AFAR.search(match[0]):
                # “This call followed their meeting of 14 March”: what is named by its own noun was no call.
                draft.category = "Meeting"
            if dated or rule is _ALSO:
                draft.start, draft.end = days[0].first, None
            if rule is _ALSO and FROM_AFAR.search(view.main, match.start("talks")) is None and not spoken:
                behind = pattern(_IN_PLACE).match(view.main, match.end("talks"))
                draft.category = "Meeting"
                draft.places = tuple(view.things(behind["place"], "L")) if behind is not None else ()
            if draft.start is not None and draft.start < (view.document.issued or ""):
                draft.factuality = Factuality.PRESUPPOSED
                yield draft


_LAST = re.compile(r"\b(?:last|previously|most\srecently)\s(?:both\s)?(?:met|saw|sat|conferred)")
_LAST_MET = pattern(r"(?:\s(?:each\sother|together))?,?\s(?:in|at)\s(?:the\s)?{L}")


def _named_behind(view: View, match: re.Match[str]) -> list[Party]:
    """“At their meeting in Y on 10 May, A and B had agreed …”: those whom the sentence names as its subject."""
    opened = re.match(r"\W*(?:At|In|During|Since|After|Following|Before)\s$", view.main[: match.start()])
    if opened is None or not match[0].startswith("their"):
        return []
    behind = pattern(rf"[^;.{{ASEGFH}}]{{0,90}}?,\s(?P<who>{LIST})\s").match(view.main, match.end())
    people = people_of(view.parties(behind["who"])) if behind is not None else []
    return people if len(people) > 1 else []


def _is_behind(view: View, match: re.Match[str], day: str) -> bool:
    """Whether a day is before the release's, and no other talks are named between."""
    issued = view.document.issued
    between = view.main[match.end() : match.end() + 70]
    return (
        issued is not None
        and day < issued
        and not re.match(r"[^;.]*\b(?:will|would|after|before(?!\sthat\b))\b", between)
    )


def _together(view: View, told: Sequence[Draft]) -> list[Party]:
    """Those who meet in this sentence, else those who sat together last."""
    for draft in told:
        people = people_of(draft.parties)
        if draft.category in {"Meeting", "Call"} and len(people) > 1:
            return people
    if view.document.together:
        return [Party(thing) for thing in view.document.together]
    # “X wrote to Y. His government had not done what was agreed at their meeting of 24 February.”
    before = named_before(view) if _PLURAL.search(view.main) is None else []
    return [Party(thing) for thing in before] if len(before) == _PAIR else []


_PAIR = 2
# Others whom “their” could mean.
_PLURAL = re.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Tt]wo|[Tt]heir|[Tt]hese|[Aa]ll)\s(?:[\w-]+\s){0,2}?(?!(?:talks|negotiations)\b)[a-z]{3,}(?<!s)s\b|\b[Tt]hey\b"
)
