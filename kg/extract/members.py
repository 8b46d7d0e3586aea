"""Who the co-chairs of a format are, where a release names them: “the Co-Chairs (A of X, B of Y and C of Z)”."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.view import View, views
from kg.iris import slug
from kg.model import Factuality, Membership, Tenure, Thing
from kg.text.document import Actor, Document
from kg.text.rule import Rule
from kg.text.shape import Item, between, pattern

_NAMED = rf"(?P<body>{{F}})(?:\s(?:of\sthe\s)?{{FG}})?(?:\s\((?:{{FG}}|[A-Z]+)\))?(?P<parted>\s\(|,\s|:\s|\s[–—-]\s|\s)(?!and\b)(?:[Aa]mbassadors?\s|the\s)?(?P<who>{LIST})(?=\)|,|\s[a-z]|\s[–—-]\s)"
_CO_CHAIRS = Rule(r"\b[Cc]o[- ][Cc]hair(?:s|men|women|persons)?\b")
_OF_FORMAT = rf"\b(?P<other>other\s)?[Cc]o-[Cc]hairs\sof\s(?:the\s)?(?P<body>{{F}})(?:\s\([A-Z]+\))?(?:\s\(|,\s|:\s|\s[–—-]\s)(?:the\s)?(?P<who>{LIST})(?=[),.;]|\s[a-z]|$)"
# “It was co-chaired by A, B and C”, “chaired by the Co-Chairs of the Discussions: A, B and C”.
_CO_CHAIRED = rf"\b(?:co-chaired\sby|under\sthe\s(?:joint\s)?co-chair(?:person|man)?ship\sof|[Ii]n\sthe\schair\s(?:was|were)\sthe\s(?:two\s|three\s)?(?:{{F}}|[Cc]o-[Cc]hairs)[:,]|[Cc]o-[Cc]hairs\sof\sthe\s(?:[Dd]iscussions|talks|process)(?:\s\(|,|:))\s(?:the\s)?(?:{{SEG}}['’]s\s)?(?P<who>{OBJECT})"
# “The OSCE was represented by A, the EU by B and the UN by C”, where they chair it together.
_REPRESENTED = (
    r"{SEG}\s(?:was|were)\srepresented\sby\s(?:the\s)?(?P<who>{A})",
    r"{SEG}\sby\s(?:its\s|the\s)?(?P<who>{A})",
)
_OTHER = re.compile(r"\bother\s$")
_TOGETHER = Rule(r"\bco-chairmanship\sof\b")
_SEVERAL = Rule(r"(?i)\b(?:co[- ]?chair(?:s|men|women|persons|ed|(?:person|man)?ship)?|mediators|moderators)\b")


def known_members(document: Document) -> dict[str, tuple[Thing, ...]]:
    """The IRI of each format of which a release names several people who were its co-chairs that day, with these people."""
    found: dict[str, list[Thing]] = {}
    words = document.words
    for person in document.people:
        for key in words.posts.held_by(person.thing.key, document.issued) if person.thing.verified else ():
            post = words.thing("post", key)
            body = post.organization if post is not None and post.label.startswith("Co-Chair of") else None
            if body is not None and body.kind == "format":
                found.setdefault(body.iri.value, []).append(person.thing)
    if not found and any(_SEVERAL.search(one.text) for one in document.paragraphs):
        for view in views(document):
            if _co_chairs_named(view):
                found.update({body: list(people) for body, people in _by_state(view)})
    several = {body: tuple(people) for body, people in found.items() if len(people) > 1}
    if len(several) == 1:
        # “The Co-Chairs” alone are these people, too.
        bare = [one.thing for one in words.gazetteer.named("Co-Chairs") if one.thing.kind == "format"]
        several |= {thing.iri.value: people for people in several.values() for thing in bare}
    return several


def members(view: View) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """The IRI of a format with the people who, as the sentence says, are its co-chairs."""
    yield from _represented(view)
    yield from (_by_state(view) if _co_chairs_named(view) else ())
    if not view.in_paragraph(_SEVERAL) or not _SEVERAL.stands_in(view.words):
        return
    yield from _named_with_format(view)
    yield from _co_chaired(view)
    for match in pattern(_OF_FORMAT).finditer(view.unquoted):
        people = _named(view, match["who"])
        if match["other"]:
            # “X came together with the other Co-Chairs, Y and Z”: X is one of them.
            people = (*(one.thing for one in view.main_subject if one.thing not in people), *people)
        if len(people) > 1 and not any(_serves_state(view, one) for one in people):
            yield view.shape.items[match["body"]].entries[0].thing.iri.value, people
    for match in pattern(_NAMED).finditer(view.unquoted):
        item = view.shape.items[match["body"]]
        if not _SEVERAL.search(view.paragraph.text[item.start : item.end]):
            continue
        people = _named(view, match["who"])
        # “At the invitation of the Co-Chairs, Foreign Ministers A and B met”: they are other people.
        set_off = match["parted"].strip() in {"(", "–", "—", "-"}
        if len(people) > 1 and (set_off or not any(_serves_state(view, one) for one in people)):
            own = item.entries[0].thing
            for thing in dict.fromkeys((own, *(_called_co_chairs(view) if own.key.startswith("minsk") else ()))):
                yield thing.iri.value, people


def _co_chaired(view: View) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """“It was co-chaired by A, B and C”: of the format that the sentence names before, else of whose round was told last."""
    for match in pattern(_CO_CHAIRED).finditer(view.unquoted):
        people = tuple(one.thing for one in view.parties(match["who"]) if one.thing.kind == "person")
        named = view.things(view.unquoted[: match.start()], "F")
        body = named[-1] if named else view.document.round_of
        if body is not None and len(people) > 1:
            bare = [one.thing for one in view.document.words.gazetteer.named("Co-Chairs") if one.thing.kind == "format"]
            for thing in {one.iri: one for one in (body, *bare)}.values():
                yield thing.iri.value, people


# “A of Russia, B of France and C of the United States briefed her”, behind “met the three Co-Chairs”; “(A, Russia; B, France; …)”.
_ONE = r"{A}(?:(?:,\s|\s(?:of|from)\s|\s\()(?:the\s)?{S}\)?)?"
_THREE = rf"{_ONE}[,;]\s(?:the\s)?{_ONE}[,;]?\s(?:and\s)?(?:the\s)?{_ONE}"
_OPENING = rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?:The\s)?(?P<who>{_THREE})(?!\s?[,;]\s(?:and\s)?{{A}}|\sand\s{{A}})"
_IN_BRACKETS = rf"{{F}}(?:\sof\s(?:the\s)?{{FG}})?\s\((?:the\s)?(?P<who>{_THREE})\)"
# “Of France”, “(France)”, “, France;”: the state of each of them.
_HOME = re.compile(
    r"\b(?:of|from)\s(?:the\s)?[A-Z]|\((?!Ambassador)[A-Z]|,\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){0,2}(?=[;)]|$)"
)
_MEDIATING = frozenset({"Russian Federation", "France", "United States of America"})


def _by_state(view: View) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """Those of the three states that chair the Minsk process together, named one by one behind “the Co-Chairs”."""
    for match in (one for rule in (_OPENING, _IN_BRACKETS) for one in pattern(rule).finditer(view.unquoted)):
        people = tuple(one.thing for one in view.parties(match["who"]) if one.thing.kind == "person")
        written = view.paragraph.text[slice(*view.shape.source(match.start("who"), match.end("who")))]
        if len(_HOME.findall(written)) < len(_MEDIATING):
            continue
        homes = [one.home for one in view.document.people if one.thing in people and one.home is not None]
        states = {one.label for one in (*homes, *view.things(match["who"], "S"))}
        if states == _MEDIATING and len(people) == len(_MEDIATING):
            for thing in dict.fromkeys((*_co_chairs_named(view), *_called_co_chairs(view))):
                yield thing.iri.value, people


def _co_chairs_named(view: View) -> list[Thing]:
    """The formats that a release has called its co-chairs by before the end of a sentence's paragraph."""
    return [
        item.entries[0].thing
        for one in view.document.paragraphs[: view.paragraph.index + 1]
        for item in one.names
        if item.code == "F" and item.entries and _SEVERAL.search(one.text, item.start, item.end)
    ]


def _represented(view: View) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """Who speaks for each of those that chair a format together, as the sentence before told."""
    body, before = view.document.round_of, view.paragraph.index
    if body is None or " represented by " not in view.main:
        return
    if not any(_TOGETHER.search(one.text) for one in view.document.paragraphs[max(0, before - 1) : before + 1]):
        return
    people = [
        party.thing for rule in _REPRESENTED for match in view.search(rule) for party in view.parties(match["who"])
    ]
    if len(people) > 1:
        yield body.iri.value, tuple(people)


# “The Co-Chairs A, B and C, as well as the Personal Representative, D”: D is none of them.
_BESIDES = re.compile(r",?\s(?:as\swell\sas|(?:together|along)\swith)\s")


def _named(view: View, words: str) -> tuple[Thing, ...]:
    """The people of a list up to those whom it names besides."""
    return tuple(one.thing for one in view.parties(_BESIDES.split(words, maxsplit=1)[0]) if one.thing.kind == "person")


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
        people = _named(view, match["who"])
        word = _SEVERAL.search(view.paragraph.text, begin, end)
        if word is not None and _OTHER.search(view.paragraph.text, 0, begin):
            people = (*(one.thing for one in view.main_subject if one.thing not in people), *people)
        if not groups or len(people) < 2 or word is None:
            continue
        for thing in dict.fromkeys((*(one.thing for one in groups[0].entries), *_called_co_chairs(view))):
            yield thing.iri.value, people


def _called_co_chairs(view: View) -> list[Thing]:
    """The formats that “the Co-Chairs” alone means: behind the names of some, these people, too."""
    return [one.thing for one in view.document.words.gazetteer.named("Co-Chairs") if one.thing.kind == "format"]


def chairs_by_name(view: View, found: Mapping[str, tuple[Thing, ...]]) -> Iterator[Tenure | Membership]:
    """That those whom a sentence names as a format's co-chairs are its co-chairs, and so is the state that it gives for each."""
    if not found or not (_CO_CHAIRS.stands_in(view.words) or _co_chairs_named(view)):
        return
    sentence = view.sentence
    body = _only_format(between(view.paragraph.names, sentence.start, sentence.end)) or _only_format(
        item for paragraph in view.document.paragraphs for item in paragraph.names
    )
    if body is None:
        return
    for thing in dict.fromkeys(one for people in found.values() for one in people):
        person = next((one for one in view.document.people if one.thing == thing), None)
        if person is None:
            continue
        told = (body.iri.value, thing.iri.value) in view.document.chairs_told
        view.document.chairs_told.add((body.iri.value, thing.iri.value))
        if person.home is not None and person.home.kind == "state" and not told:
            support = view.support("co-chair")
            yield Membership(person.home, body, "co-chair", Factuality.PRESUPPOSED, support)
        if any(post.organization == body for post, _ in person.posts.values()):
            continue
        # Somebody with an office of his own there, as the Chair's Personal Representative, is none of them.
        if any(post.organization is None or post.organization.kind != "state" for post, _ in person.posts.values()):
            continue
        post = _co_chair(view, body, person.home)
        person.posts[post.key] = (post, None)
        yield Tenure(thing, post, view.support("co-chair"))


def _only_format(names: Iterable[Item]) -> Thing | None:
    """The one format among names, which may stand inside somebody's phrase; “the Co-Chairs” are in it, not it."""
    found = {
        one.entries[0].thing.iri: one.entries[0].thing
        for one in names
        if one.code == "F" and one.entries and not one.entries[0].thing.label.startswith("Co-Chair")
    }
    return next(iter(found.values())) if len(found) == 1 else None


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
