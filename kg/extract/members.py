"""Who the co-chairs of a format are, where a release names them: “the Co-Chairs (A of X, B of Y and C of Z)”."""

import re
from collections.abc import Iterator, Mapping

from kg.extract.view import LIST, View
from kg.iris import slug
from kg.model import Factuality, Membership, Tenure, Thing
from kg.text.document import Actor
from kg.text.rule import Rule
from kg.text.shape import pattern

_NAMED = rf"(?P<body>{{F}})(?:\s(?:of\sthe\s)?{{FG}})?(?:\s\((?:{{FG}}|[A-Z]+)\))?(?:\s\(|,\s|:\s|\s)(?!and\b)(?:[Aa]mbassadors?\s|the\s)?(?P<who>{LIST})(?=\)|,|\s[a-z])"
_CO_CHAIRS = Rule(r"\b[Cc]o-[Cc]hairs?\b")
_OF_FORMAT = rf"\b[Cc]o-[Cc]hairs\sof\s(?:the\s)?(?P<body>{{F}})(?:\s\([A-Z]+\))?(?:\s\(|,\s|:\s)(?:the\s)?(?P<who>{LIST})(?=\)|,|\s[a-z])"
_SEVERAL = Rule(r"(?i)\b(?:co-?chairs?|mediators|moderators)\b")


def members(view: View) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """The IRI of a format with the people who, as the sentence says, are its co-chairs."""
    if not _SEVERAL.stands_in(view.paragraph.text) or not _SEVERAL.stands_in(view.words):
        return
    yield from _named_with_format(view)
    for match in pattern(_OF_FORMAT).finditer(view.unquoted):
        people = tuple(one.thing for one in view.parties(match["who"]) if one.thing.kind == "person")
        if len(people) > 1 and not any(_serves_state(view, one) for one in people):
            yield view.shape.items[match["body"]].entries[0].thing.iri.value, people
    for match in pattern(_NAMED).finditer(view.unquoted):
        item = view.shape.items[match["body"]]
        if not _SEVERAL.search(view.paragraph.text[item.start : item.end]):
            continue
        people = tuple(one.thing for one in view.parties(match["who"]) if one.thing.kind == "person")
        # “At the invitation of the Co-Chairs, Foreign Ministers A and B met”: they are other people.
        if len(people) > 1 and not any(_serves_state(view, one) for one in people):
            yield item.entries[0].thing.iri.value, people


def _serves_state(view: View, person: Thing) -> bool:
    return any(
        post.organization is not None and post.organization.kind == "state" and rank is None
        for post, rank in view.document.posts_of(person)
    )


def _named_with_format(view: View) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """“The Minsk Group Co-Chairs A, B and C”, where the format's name belongs to the first one's."""
    for match in pattern(rf"(?P<who>{LIST})").finditer(view.unquoted):
        first = next(iter(view.shape.found(match["who"])), None)
        if first is None or not isinstance(first.payload, Actor):
            continue
        begin, end = first.start, first.payload.name_start
        groups = [one for one in view.paragraph.names if one.code == "F" and begin <= one.start and one.end <= end]
        people = tuple(one.thing for one in view.parties(match["who"]) if one.thing.kind == "person")
        word = _SEVERAL.search(view.paragraph.text, begin, end)
        if not groups or len(people) < 2 or word is None:
            continue
        # “The Co-Chairs” from then on are these people, too.
        bare = [one for one in view.document.words.gazetteer.named(word[0]) if one.thing.kind == "format"]
        for thing in {one.thing.iri: one.thing for one in (*groups[0].entries, *bare)}.values():
            yield thing.iri.value, people


def chairs_by_name(view: View, found: Mapping[str, tuple[Thing, ...]]) -> Iterator[Tenure | Membership]:
    """That those whom a sentence names as a format's co-chairs are its co-chairs, and so is the state that it gives for each."""
    if not _CO_CHAIRS.stands_in(view.paragraph.text) or not _CO_CHAIRS.stands_in(view.words):
        return
    bodies = [one for one in view.things(view.text, "F") if not one.label.startswith("Co-Chair")]
    if len(bodies) != 1:
        return
    body = bodies[0]
    for people in found.values():
        for thing in people:
            person = next((one for one in view.document.people if one.thing == thing), None)
            if person is None:
                continue
            if person.home is not None and person.home.kind == "state":
                support = view.support("co-chair")
                yield Membership(person.home, body, "co-chair", Factuality.PRESUPPOSED, support)
            if any(post.organization == body for post, _ in person.posts.values()):
                continue
            # Somebody with an office of his own there, as the Chair's Personal Representative, is none of them.
            if any(
                post.organization is not None and post.organization.kind != "state" for post, _ in person.posts.values()
            ):
                continue
            post = _co_chair(view, body, person.home)
            person.posts[post.key] = (post, None)
            yield Tenure(thing, post, view.support("co-chair"))


def _co_chair(view: View, body: Thing, state: Thing | None) -> Thing:
    """The post of a format's co-chair for a state, as the reference facts have it, or one of its own."""
    known = [
        thing
        for (kind, _), thing in view.document.words.things.items()
        if kind == "post" and thing.organization == body and thing.label.startswith("Co-Chair of")
    ]
    if state is not None:
        for post in known:
            words = re.search(r"\((?P<state>[^()]+)\)$", post.label)
            if words is not None and state.label.startswith(words["state"]):
                return post
    return Thing("post", slug(f"co-chair-{body.key}"), f"Co-Chair of the {body.label}", "Post", organization=body)
