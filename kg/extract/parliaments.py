"""Sessions of parliamentary assemblies, to come and over.

“Will be discussed at the Winter Meeting of the Assembly in X”, “joined the President for the opening of its Winter Meeting”.
"""

from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.draft import Draft
from kg.extract.modality import PLANNED, of_verb
from kg.extract.needing import needing
from kg.extract.setting import dates_in, to_come, told, when, where
from kg.extract.view import Party, View, people_of
from kg.model import Factuality, Thing
from kg.text.rule import Rule

_SEASON = r"(?:[Ww]inter|[Ss]pring|[Ss]ummer|[Aa]utumn|Fall|[Aa]nnual)\s(?:[Mm]eeting|[Ss]ession)"
_OPENING = r"(?:opening|closing)\s(?:plenary|session|meeting)\sof\sthe\s(?:[Ss]ession|Assembly|[Mm]eeting)"
_SESSION = (
    rf"(?:(?P<who>{LIST}),?\s(?:(?:will|would|is\sto|is\s(?:due|expected|scheduled)\sto|plans\sto|intends\sto)\s)?(?:also\s)?(?P<verb>take\spart\sin|participate\sin|attend|address|chair|preside\sover|open|host|hold)\s)?"
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:next\s|\d+(?:st|nd|rd|th)\s|\d{{4}}\s|{{N}}\s)?(?:{_SEASON}|{_OPENING})\b(?:\sof\s(?:the\s)?(?:(?P<body>{{G}})|Assembly))?(?P<rest>[^;.{{A}}]{{0,60}})"
)
# “A joined B for the opening plenary of the Assembly's Winter Meeting”.
_CAME = (
    rf"(?P<who>{LIST}),?\s(?:(?:also|today|yesterday)\s)*(?P<verb>joined\s(?:the\s)?(?P<whom>{LIST})\s(?:for|at|in|during)|opened|closed|spoke\sat|took\spart\sin|attended|participated\sin)\s(?:the|its|their)\s"
    rf"(?:(?:opening|closing|first|final)\s(?:(?:plenary|session|meeting|day)\s)*of\s(?:the\s)?)?(?:(?P<body>{{G}})(?:['’]s)?\s)?(?:\d+(?:st|nd|rd|th)\s|\d{{4}}\s|{{N}}\s)?{_SEASON}\b(?:\sof\s(?:the\s)?(?P<whose>{{G}}))?(?!\sof\s)"
)
_OF_SESSION = Rule(rf"\b(?:{_SEASON}|{_OPENING})\b")
_ROLES = {"chair": "chair", "preside over": "chair", "host": "host"}


@needing(_OF_SESSION)
def assembly_sessions(view: View) -> Iterator[Draft]:
    """A session of the parliamentary assembly that the release names, with those who came, or on a day to come with those who are to take part."""
    issued = view.document.issued
    if issued is None or not _OF_SESSION.stands_in(view.main):
        return
    yield from _attended(view)
    for match in view.search(_SESSION):
        days = [one for one in dates_in(view) if match.start("rest") <= view.shape.at(one.start) < match.end()]
        if days and PLANNED.search(view.main) is not None:
            days = [to_come(view, days[0], view.shape.start(match.start("rest")))]
        body = _assembly(view, match["body"])
        if body is None or not days or days[0].first <= issued[: len(days[0].first)] or len(days[0].first) < 7:
            continue
        people = people_of(view.parties(match["who"]))
        role = _ROLES.get(" ".join((match["verb"] or "").split()))
        yield Draft.of(
            view,
            "Meeting",
            Factuality.PLANNED,
            "round.assembly",
            parties=[*people, Party(body)],
            roles={one.thing.iri.value: role for one in people} if role is not None else {},
            start=days[0].first,
            end=days[0].until,
            places=tuple(view.things(match["rest"], "L")[:1]) or where(view, match.start("rest")),
            event_kind="session",
        )


def _attended(view: View) -> Iterator[Draft]:
    """“A joined B for the opening of the Assembly's Winter Meeting”: a session, with those who were there."""
    for match in view.search(_CAME):
        body = _assembly(view, match["body"] or match["whose"])
        people = people_of([*view.parties(match["who"]), *view.parties(match["whom"])])
        verb = match.start("verb")
        factuality = told(view, verb, of_verb(view.main, match.end("who"), verb, match["verb"].split()[0]))
        if body is None or not people or factuality is not Factuality.HAPPENED:
            continue
        start, end = when(view, verb, factuality)
        yield Draft.of(
            view,
            "Meeting",
            factuality,
            "round.assembly",
            parties=[*people, Party(body)],
            start=start,
            end=end,
            places=where(view, match.end()),
            event_kind="session",
        )


def _assembly(view: View, stretch: str | None) -> Thing | None:
    """The assembly behind a session's name, else the one that the release names."""
    named = [one for one in view.things(stretch or "", "G") if one.label.endswith("Assembly")]
    if named or stretch:
        return named[0] if named else None
    document = view.document
    names = (item for paragraph in document.paragraphs for item in paragraph.names)
    inside = (item for items in document.nested for item in items)
    everywhere = [item.entries[0].thing for item in (*names, *inside) if item.code == "G" and item.entries]
    everywhere += [
        post.organization
        for person in document.people
        for post, _ in person.posts.values()
        if post.organization is not None
    ]
    found = {one.iri.value: one for one in everywhere if one.label.endswith("Parliamentary Assembly")}
    return next(iter(found.values())) if len(found) == 1 else None
