"""Rounds told by who convenes or chairs them, or in passing: “will chair his first meeting of the Group”, “last met on 30 March”."""

import re
from collections.abc import Iterator
from itertools import chain

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.modality import of_verb
from kg.extract.needing import needing
from kg.extract.rounds import NUMBER, is_body, named_last, number_of, only_format, sitting_in
from kg.extract.setting import dates_in, to_come, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality, Thing
from kg.text.dates import DateMention
from kg.text.rule import Rule
from kg.text.shape import pattern

# “A, B and C convened the 57th round in X”: of the format that the sentence names before, else of the one told last.
CONVENED = (
    rf"(?P<who>{LIST}),?\s(?:(?:also|jointly|today|yesterday|both|will|are\sto|agreed\sto|plan\sto|intend\sto)\s)*"
    rf"(?P<verb>convened?|(?:co-)?(?:chair|facilitat|moderat)(?:ed?)?|opened)\s(?:the|their|its)\s{NUMBER}(?:\w+\s)?(?P<noun>round|meeting|session)\b(?!\s(?:of|in)\s(?:the\s)?{{FG}})"
)
_OF_CONVENED = Rule(r"\b(?:conven|chair|facilitat|moderat|open)\w*\s(?:the|their|its)\s")
_ROLE_OF = {"co-chair": "co-chair", "chair": "chair", "co-facilitat": "co-facilitator", "co-moderat": "co-chair"}


@needing(_OF_CONVENED)
def convened(view: View) -> Iterator[Draft]:
    """The numbered round that somebody convened or chaired, of a format that is named before."""
    if not _OF_CONVENED.stands_in(view.main):
        return
    for match in view.search(CONVENED):
        parties = [one for one in view.parties(match["who"]) if one.thing.kind != "format"]
        body = named_last(view, match.start("verb"), here=True) or view.document.round_of
        if body is None or not parties:
            continue
        factuality = told(
            view, match.start("verb"), of_verb(view.main, match.end("who"), match.start("verb"), match["verb"])
        )
        role = next((role for stem, role in _ROLE_OF.items() if match["verb"].startswith(stem)), None)
        members = set(view.document.members.get(body.iri.value, ()))
        if role is None and ({one.thing for one in parties} == members or "o-Chairs" in view.words):
            role = "co-chair"
        start, end = when(view, match.end("noun"), factuality)
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round.convened",
            parties=parties,
            roles={one.thing.iri.value: role for one in parties} if role is not None else {},
            formats=(body,),
            number=number_of(match["number"]),
            start=start,
            end=end,
            places=where(view, match.end("noun")),
            event_kind="round",
        )


# “He will chair his first meeting of the Group on 18 August”, “X, who is to co-chair the next round in June”.
_CHAIRING = (
    rf"(?P<who>{LIST}),?\s(?:who\s)?(?:will|is\sto|are\sto|is\sdue\sto|is\sexpected\sto|intends\sto)\s(?:also\s|then\s)?(?P<verb>(?:co-)?(?:chair|facilitate|moderate)|host|lead)\s"
    r"(?:his|her|their|the|its)\s(?:first|second|next|coming|following|forthcoming|upcoming)\s(?:\w+\s)?(?P<noun>round|meeting|session)\b(?:\sof\s(?:the\s)?(?P<of>{FG}))?"
)
_OF_CHAIRING = Rule(r"\b(?:chair|facilitate|moderate|host|lead)\s(?:his|her|their|the|its)\s")
_ROLES = {"chair": "chair", "co-chair": "co-chair", "co-facilitate": "co-facilitator", "co-moderate": "co-chair"}
_ROLES |= {"facilitate": "chair", "moderate": "chair", "host": "host"}


# “The next round of the Discussions, which X is to co-chair with Y and Z on 19 June”; “X will co-chair the Discussions, whose next round is foreseen for March”.
_TO_CHAIR = r"(?:will|is\sto|are\sto|is\sdue\sto|is\sexpected\sto)\s(?:also\s|then\s)?(?P<verb>(?:co-)?(?:chair|facilitate|moderate)|host)"
_CHAIRED = (
    rf"\b(?:next|coming|forthcoming|upcoming|following)\s(?:\w+\s)?(?P<noun>round|meeting|session)\sof\s(?:the\s)?(?P<of>{{FG}}),\swhich\s(?P<who>{LIST})\s{_TO_CHAIR}\b(?:\s(?:jointly|together)?\s?with\s(?P<more>{LIST}))?",
    rf"\b{_TO_CHAIR}\s(?:the\s)?(?P<of>{{FG}}),\swhose\s(?:next|first)\s(?P<noun>round|meeting|session)\b",
)
_OF_CHAIRED = Rule(r"\b(?:round|meeting|session)\b")


@needing(_OF_CHAIRED)
def chaired(view: View) -> Iterator[Draft]:
    """The next round of a format, with those who a relative clause says are to chair it."""
    if ", wh" not in view.unquoted or not _OF_CHAIRED.stands_in(view.unquoted):
        return
    for match in chain.from_iterable(pattern(rule).finditer(view.unquoted) for rule in _CHAIRED):
        body = _body(view, match["of"], match.start("noun"))
        groups = match.groupdict()
        named = view.parties(f"{groups['who']} {groups['more'] or ''}") if "who" in groups else view.main_subject
        people = people_of(named)
        start, end = when(view, match.end(), Factuality.PLANNED)
        if body is None or not people:
            continue
        yield _to_be_chaired(view, body, people, match["verb"], (start, end))


@needing(_OF_CHAIRING)
def chairing(view: View) -> Iterator[Draft]:
    """The next round of a format, with the one who is to chair it."""
    if not _OF_CHAIRING.stands_in(view.unquoted):
        return
    for match in pattern(_CHAIRING).finditer(view.unquoted):
        body = _body(view, match["of"], match.start("noun"))
        people = people_of(view.parties(match["who"]))
        start, end = when(view, match.end("noun"), Factuality.PLANNED)
        if body is None or not people or start is None:
            continue
        yield _to_be_chaired(view, body, people, match["verb"], (start, end), where(view, match.end("noun")))


def _to_be_chaired(
    view: View,
    body: Thing,
    people: list[Party],
    verb: str,
    days: tuple[str | None, str | None],
    places: tuple[Thing, ...] = (),
) -> Draft:
    """A round or session to come on these days, with those who are to chair it, or to do as the verb says."""
    role = _ROLES.get(verb)
    return Draft.of(
        view,
        "Meeting",
        Factuality.PLANNED,
        "round.chairing",
        parties=people,
        roles={one.thing.iri.value: role for one in people} if role is not None else {},
        formats=(body,),
        start=days[0],
        end=days[1],
        places=places,
        event_kind="round" if body.kind == "format" else "session",
    )


def _body(view: View, stretch: str | None, position: int) -> Thing | None:
    """The format whose round it is: named behind it, in its sentence, or told of last."""
    named = [one for one in view.things(stretch or "", "FG") if is_body(one)]
    if named or stretch:
        return named[0] if named else None
    return named_last(view, position, here=True) or view.document.round_of or only_format(view)


# “The mechanism in Ergneti last met on 30 March and is to meet again on 25 May”; “a 5+2 meeting, last held in X in May”.
_LAST = (
    r"(?:(?P<body>{F})(?:\s(?:meetings?|rounds?|talks|format))?|\b(?:[Cc]ounterpart|[Mm]echanism)\sin\s(?P<place>{L})),?"
    r"\s(?:(?:which|that|had|was)\s)*last\s(?P<verb>met|convened|sat|gathered|held)\b(?P<rest>[^;.{A}]{0,90})"
)
_OF_LAST = Rule(r"\blast\s(?:met|convened|sat|gathered|held)\b")
_AGAIN = re.compile(r"\b(?:is\sto|will|is\sdue\sto|is\sscheduled\sto|is\sexpected\sto)\s(?:meet|convene|sit|gather)\b")


@needing(_OF_LAST)
def last_met(view: View) -> Iterator[Draft]:
    """The round of a format that a sentence says was its last, and the next, where it names a day for that, too."""
    if not _OF_LAST.stands_in(view.main):
        return
    for match in view.search(_LAST):
        body = view.things(match["body"], "F")[0] if match["body"] else sitting_in(view, match["place"])
        if body is None:
            continue
        again = _AGAIN.search(view.main, match.end("verb"), match.end())
        begin, limit = match.end("verb"), again.start() if again is not None else match.end()
        for draft in _dated(view, body, Factuality.PRESUPPOSED, "round.previous", begin, limit):
            draft.places = draft.places or tuple(view.things(match["place"] or "", "L"))
            yield draft
        if again is not None:
            yield from _dated(view, body, Factuality.PLANNED, "round.again", again.end(), match.end())


def _dated(view: View, body: Thing, factuality: Factuality, rule: str, begin: int, end: int) -> Iterator[Draft]:
    """A round of a format whose day stands in a stretch of the shape, if one does there on the side of the release's."""
    issued = view.document.issued
    days = [one for one in dates_in(view) if begin <= view.shape.at(one.start) < end and len(one.first) >= 7]
    if not days or issued is None:
        return
    day: DateMention = to_come(view, days[0], view.shape.start(begin)) if factuality is Factuality.PLANNED else days[0]
    if (day.first > issued[: len(day.first)]) != (factuality is Factuality.PLANNED):
        return
    yield Draft.of(
        view,
        "Meeting",
        factuality,
        rule,
        formats=(body,),
        start=day.first,
        end=day.until,
        places=tuple(view.things(view.main[begin:end], "L")[:1]),
        event_kind="round",
    )


# “Since the 56th round in October 2022”: there was one then.
_EARLIER = rf"\b[Ss]ince\sthe\s{NUMBER}(?P<noun>round|meeting|session)(?:\sin\s(?P<place>{{L}}))?,?\s(?:in|on|of)\s(?=(?P<day>{{N}}))"
_OF_EARLIER = Rule(r"\b[Ss]ince\sthe\s")


@needing(_OF_EARLIER)
def since_numbered(view: View) -> Iterator[Draft]:
    """The numbered round since which something has been, of the format that is told of."""
    if not _OF_EARLIER.stands_in(view.main):
        return
    body = view.document.round_of or only_format(view)
    if body is None:
        return
    for match in view.search(_EARLIER):
        for draft in _dated(view, body, Factuality.PRESUPPOSED, "round.since", match.start("day"), match.end() + 1):
            draft.number = number_of(match["number"])
            yield draft
