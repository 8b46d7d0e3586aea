"""Which of a reading's facts a gold file forbids."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.evaluate.acts import tell_found_act
from kg.evaluate.case import Case
from kg.evaluate.compare import bare, canonical_rank, same_post_and_rank, tell_membership, tell_tenure
from kg.evaluate.gold import Forbidden
from kg.evaluate.outcome import overlap
from kg.model import Act, Event, Heading, Membership, Mention, Span, Tenure, Thing

BODIES = frozenset({"Organization", "Institution", "DecisionBody", "Department", "Mission", "NegotiatingFormat"})


@dataclass(frozen=True, slots=True)
class Violation:
    """Facts that agree with one forbidden pattern, in words, and why they are wrong."""

    kind: str
    why: str
    facts: tuple[str, ...]


def violations(case: Case) -> list[Violation]:
    """The forbidden facts that were read, one entry for each entry of the gold file that is broken."""
    found = []
    for one in case.gold.forbidden:
        facts = list(_agreeing(case, one))
        if len(facts) > one.beyond:
            found.append(Violation(one.kind, one.why, tuple(facts[one.beyond :])))
    return found


def _agreeing(case: Case, one: Forbidden) -> Iterable[str]:
    if one.kind == "header":
        return [
            f"{part} {value if isinstance(value, str) else value.label}"
            for title, part, value in _header_values(case)
            if any(_header(pattern, title, part, value, case) for pattern in one.patterns)
        ]
    judge = _Judge(case)
    tests: dict[str, tuple[type[Any], Callable[[Any, Mapping[str, Any]], bool]]] = {
        "tenure": (Tenure, judge.tenure),
        "event": (Event, judge.event),
        "act": (Act, judge.act),
        "membership": (Membership, judge.membership),
        "mention": (Mention, judge.mention),
    }
    fact_type, test = tests[one.kind]
    return [judge.tell(fact) for fact in case.facts(fact_type) if any(test(fact, pattern) for pattern in one.patterns)]


def _header_values(case: Case) -> list[tuple[str, str, str | Thing]]:
    """Title of the release, part of the header, and its value."""
    found: list[tuple[str, str, str | Thing]] = []
    for reading in case.readings:
        release = reading.release
        title = release.title.value
        found.append((title, "title", title))
        if release.issued is not None:
            found.append((title, "issued", release.issued.value))
        found += [(title, one.role, one.thing) for one in reading.of_type(Heading)]
    return found


def _header(pattern: Mapping[str, Any], title: str, part: str, value: str | Thing, case: Case) -> bool:
    if pattern["part"] != part or pattern.get("title", title) != title:
        return False

    def same(wanted: str) -> bool:
        return value == wanted if isinstance(value, str) else case.names.same((wanted,), value)

    if "value" in pattern and not same(pattern["value"]):
        return False
    return not any(same(one) for one in pattern.get("other_than", ()))


class _Judge:
    """Whether a fact agrees with every key of a pattern."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.names = case.names

    def is_named(self, wanted: Any, thing: Thing | None) -> bool:
        """Whether a pattern's name (or one of several, or null) is the thing's."""
        if wanted is None or thing is None:
            return wanted is None and thing is None
        return self.names.same((wanted,) if isinstance(wanted, str) else tuple(wanted), thing)

    def all_among(self, wanted: Iterable[Any], things: Iterable[Thing]) -> bool:
        """Whether every name of the pattern is among the things."""
        known = tuple(things)
        return all(any(self.is_named(name, thing) for thing in known) for name in wanted)

    def quoted(self, pattern: Mapping[str, Any], spans: Iterable[Span]) -> bool:
        """Whether the pattern's quote, where it has one, shares words with the evidence."""
        if "quote" not in pattern:
            return True
        words, text = str(pattern["quote"]), self.case.gold.text
        places, start = [], text.find(words)
        while start >= 0:
            places.append(Span(start, start + len(words)))
            start = text.find(words, start + 1)
        return overlap(spans, places)

    def tenure(self, fact: Tenure, pattern: Mapping[str, Any]) -> bool:
        rank = canonical_rank(fact.post.label, fact.rank)
        if "post" in pattern:
            posts = _several(pattern["post"])
            if not any(self.is_in_post(fact, rank, post, pattern) for post in posts):
                return False
        elif "rank" in pattern and rank not in _several(pattern["rank"]):
            return False
        return self.quoted(pattern, fact.support.evidence) and (
            "holder" not in pattern or self.is_named(pattern["holder"], fact.holder)
        )

    def is_in_post(self, fact: Tenure, rank: str | None, post: str, pattern: Mapping[str, Any]) -> bool:
        """Whether the tenure, of this rank, is of a post so named and of a rank that the pattern allows."""
        wanted = {canonical_rank(post, one) for one in _several(pattern.get("rank"))}
        if not same_post_and_rank((post,), fact.post, rank if rank in wanted else None, self.names):
            return False
        return "rank" not in pattern or rank in wanted

    def event(self, fact: Event, pattern: Mapping[str, Any]) -> bool:
        plain = {
            "class": fact.category,
            "factuality": fact.factuality.value,
            "start": fact.start,
            "end": fact.end,
            "number": fact.number,
        }
        for key, value in plain.items():
            if key in pattern and value not in _several(pattern[key]):
                return False
        # Who only pays for an event takes no part in it, and the graph links no participant for it.
        actors = tuple(one.actor for one in fact.participants if one.role != "funder")
        lists = {"participants": actors, "formats": fact.formats, "discusses": fact.discusses}
        for key, things in lists.items():
            if key in pattern and not self.all_among(pattern[key], things):
                return False
        if "place" in pattern and not any(self.is_named(pattern["place"], thing) for thing in fact.places):
            return False
        for name, role in pattern.get("roles", {}).items():
            if not any(self.is_named(name, one.actor) and one.role == role for one in fact.participants):
                return False
        return self.quoted(pattern, fact.support.evidence)

    def act(self, fact: Act, pattern: Mapping[str, Any]) -> bool:
        if "speaker" in pattern and not self.is_named(pattern["speaker"], fact.speaker):
            return False
        if "type" in pattern and fact.act_type not in _several(pattern["type"]):
            return False
        if "factuality" in pattern and fact.factuality.value not in _several(pattern["factuality"]):
            return False
        about = (*fact.about, *fact.addressed_to)
        if not self.all_among(pattern.get("about", ()), about):
            return False
        if not self.all_among(pattern.get("addressed_to", ()), fact.addressed_to):
            return False
        return self.quoted(pattern, fact.support.evidence)

    def membership(self, fact: Membership, pattern: Mapping[str, Any]) -> bool:
        if "member" in pattern and not self.is_named(pattern["member"], fact.member):
            return False
        if "format" in pattern and not self.is_named(pattern["format"], fact.format):
            return False
        plain = {"role": fact.role, "factuality": fact.factuality.value}
        if any(key in pattern and value not in _several(pattern[key]) for key, value in plain.items()):
            return False
        return self.quoted(pattern, fact.support.evidence)

    def mention(self, fact: Mention, pattern: Mapping[str, Any]) -> bool:
        if "entity" in pattern and not self.is_named(pattern["entity"], fact.thing):
            return False
        if "type" in pattern and not any(_of_type(one, fact.thing) for one in _several(pattern["type"])):
            return False
        if "within" in pattern and not Span(*pattern["within"]).covers(fact.span):
            return False
        text = self.case.gold.text
        return "quote" not in pattern or pattern["quote"] in (
            fact.span.of(text),
            bare(text, fact.span).of(text),
        )

    def tell(self, fact: Tenure | Event | Act | Membership | Mention) -> str:
        """A fact in words with its sentence."""
        where = self.case.where(fact.support)
        match fact:
            case Tenure():
                says = tell_tenure(fact)
            case Event():
                says = f"{fact.category} {fact.factuality.value} {fact.label} {fact.start or ''}".strip()
            case Act():
                says = tell_found_act(fact)
            case Membership():
                says = tell_membership(fact)
            case Mention():
                says = f"“{fact.span.of(self.case.gold.text)}” is {fact.thing.label} ({fact.thing.category})"
        return f"{says} — {where}"


def _several(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _of_type(wanted: str, thing: Thing) -> bool:
    return thing.category == wanted or (wanted == "Organization" and thing.category in BODIES)


__all__ = ["Violation", "violations"]
