"""Who has left or taken a post: those whom an appointment names, and the predecessor of somebody whose post a release tells."""

from collections.abc import Iterable, Iterator

from kg.extract.setting import dates_in
from kg.extract.view import View, views
from kg.model import Confidence, Event, Fact, Factuality, Support, Tenure
from kg.text.document import Document
from kg.text.rule import Rule
from kg.text.shape import pattern

PREDECESSOR = r"\b(?:[Hh]is|[Hh]er)\s(?:[\w-]+\s)?predecessor(?:\s[^,;.{A}]{0,40})?,\s(?P<before>{A})"
_OF_PREDECESSOR = Rule(r"\bpredecessor\b")
# “Former Minister X and his successor, Y”.
_SUCCESSOR = r"(?P<before>{A})(?:,?\sand|,\swith)\s(?:his|her)\ssuccessor(?:\s[^,;.{A}]{0,40})?,?\s(?P<after>{A})"
_OF_SUCCESSOR = Rule(r"\bsuccessor\b")


_BESIDE = r"(?P<who>{A})(?:,[^,;{A}]{0,60},)?,?\s(?:and|as\sdid|like)\s$"


def predecessors(view: View) -> Iterator[Tenure]:
    """“Her predecessor, X, …”: X held the one post that the release gives the person whom the text is about."""
    if not _OF_PREDECESSOR.stands_in(view.main):
        return
    for match in pattern(PREDECESSOR).finditer(view.main):
        before = [one.thing for one in view.parties(match["before"]) if one.thing.kind == "person"]
        named = [one.thing for one in view.parties(view.main[: match.start()]) if one.thing.kind == "person"]
        whose = named[0] if named else view.document.subject
        beside = pattern(_BESIDE).search(view.main, 0, match.start())
        if beside is not None:
            # “The Chair and her predecessor, X”: of that one.
            whose = next((one.thing for one in view.parties(beside["who"]) if one.thing.kind == "person"), whose)
        if before and whose == before[0]:
            # “His predecessor, X, was here last year”: of the one whom the text is about.
            whose = view.document.protagonist
        if len(before) != 1 or whose is None or whose == before[0]:
            continue
        posts = [post for post, rank in view.document.posts_of(whose) if rank is None]
        chair = [post for post in posts if post.key == "cio"]
        said = match[0] if beside is None else view.words
        meant = chair if chair and "hair" in said else posts
        if len(meant) == 1:
            yield Tenure(before[0], meant[0], view.support("predecessor", Confidence.MEDIUM), "former")


def successors(view: View) -> Iterator[Tenure]:
    """“The former Minister X and his successor, Y”: Y holds the one post that X held."""
    if not _OF_SUCCESSOR.stands_in(view.main):
        return
    for match in pattern(_SUCCESSOR).finditer(view.main):
        before, after = view.parties(match["before"]), view.parties(match["after"])
        if len(before) != 1 or len(after) != 1 or {before[0].thing.kind, after[0].thing.kind} != {"person"}:
            continue
        left = [post for post, rank in view.document.posts_of(before[0].thing) if rank == "former"]
        if len(left) == 1 and not view.document.posts_of(after[0].thing):
            yield Tenure(after[0].thing, left[0], view.support("successor", Confidence.MEDIUM), None)


# “Has been appointed Head with effect from 10 May”, “she will take up her duties on 10 May”.
_FROM_DAY = Rule(
    r"\b(?:(?:with\s)?effect|effective|as\s(?:of|from)|starting|beginning)\s(?:(?:from|as\sof|on)\s)?(?P<day>[\ue000-\uf8ff])"
    r"|\b(?:will|(?:is|are)\s(?:due\s|set\s|expected\s)?to)\s(?:\w+ly\s)?(?:take\sup|assume|begin|start|take\soffice|take\sover)\b"
)


def _still_to_come(document: Document) -> frozenset[str]:
    """Who, as the text says of an appointment, takes a post up on a day after the release's."""
    found: set[str] = set()
    for view in views(document):
        issued, match = document.issued, _FROM_DAY.search(view.main)
        if match is None or issued is None:
            continue
        days = [one for one in dates_in(view) if view.shape.at(one.start) >= match.start()]
        if days and days[0].first > issued[: len(days[0].first)]:
            people = view.parties(view.main[: match.start()]) or view.main_subject
            found |= {one.thing.iri.value for one in people if one.thing.kind == "person"}
    return frozenset(found)


def posts_taken(events: Iterable[Event], told: Iterable[Fact], document: Document) -> Iterator[Tenure]:
    """The new holders of the posts to which somebody was appointed, unless the text tells otherwise that they hold them.

    Who takes a post up only on a day to come is designate.
    """
    events = [
        one
        for one in events
        if one.category == "Appointment"
        and (one.factuality is Factuality.HAPPENED or one.support.rule == "appointment.beside")
    ]
    if not events:
        return
    coming = _still_to_come(document)
    known = {(one.holder.iri, one.post.iri) for one in told if isinstance(one, Tenure)}
    for event in events:
        for one in event.participants:
            for post in one.capacities if one.role == "appointee" and one.actor.kind == "person" else ():
                if (one.actor.iri, post.iri) not in known:
                    known.add((one.actor.iri, post.iri))
                    support = Support(event.support.evidence, "appointee", Confidence.MEDIUM)
                    yield Tenure(one.actor, post, support, "designate" if one.actor.iri.value in coming else None)


def posts_left(events: Iterable[Event], told: Iterable[Fact]) -> Iterator[Tenure]:
    """The former holders whom appointments name, in the posts that those appointed took over.

    `told` are the facts read so far; a tenure among them is not told twice.
    """
    tenures = [one for one in told if isinstance(one, Tenure)]
    known = {(one.holder.iri, one.post.iri) for one in tenures}
    titled = {(one.holder.iri, one.post.iri) for one in tenures if one.support.rule == "office"}
    for event in events:
        if event.category != "Appointment" or event.factuality is not Factuality.HAPPENED:
            continue
        new = [(one.actor, post) for one in event.participants if one.role == "appointee" for post in one.capacities]
        # “The Speaker X was elected President”: not as Speaker does X follow anybody.
        posts = [post for actor, post in new if (actor.iri, post.iri) not in titled] or [post for _, post in new]
        for one in event.participants:
            if one.role != "predecessor" or one.actor.kind != "person":
                continue
            for post in one.capacities or posts:
                if (one.actor.iri, post.iri) not in known:
                    known.add((one.actor.iri, post.iri))
                    support = Support(event.support.evidence, "predecessor", Confidence.MEDIUM)
                    yield Tenure(one.actor, post, support, "former")
