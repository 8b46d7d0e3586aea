"""After any change to some releases the derived graph is what the rules would derive of all from nothing."""

import random
from collections.abc import Iterator, Sequence

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg import library
from kg.errors import QueryError
from kg.graphs import DERIVED, ONTOLOGY, REFERENCE, release_graph
from kg.iris import mint
from kg.resources import resource
from kg.rules import Change, derive, derive_again, look_ahead
from kg.rules.reach import read_rule
from kg.terms import DCT, KG, RDF, date_literal

SHIPPED = tuple((rule.name, rule.text) for rule in library.rules())


def some(chance: random.Random, kind: str, count: int, least: int = 0) -> list[NamedNode]:
    """Some of the few things of a kind, so that releases share them."""
    return [mint(kind, str(number)) for number in chance.sample(range(count), chance.randrange(least, count + 1))]


def one(chance: random.Random, kind: str, count: int) -> NamedNode:
    return mint(kind, str(chance.randrange(count)))


def base() -> Iterator[Quad]:
    """The ontology, and curated states, formats, chairs, a membership and tenures."""
    for quad in parse(path=resource("ontology", "core.ttl"), format=RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)

    def say(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
        return Quad(subject, predicate, value, REFERENCE)

    for number in range(3):
        yield say(mint("state", str(number)), RDF.type, KG.State)
        yield say(mint("format", str(number)), RDF.type, KG.NegotiatingFormat)
        yield say(mint("conflict", str(number)), RDF.type, KG.Conflict)
    yield say(mint("post", "0"), RDF.type, KG.Post)
    yield say(mint("post", "0"), KG.inOrganization, mint("state", "0"))
    yield say(mint("format", "1"), KG.isPartOf, mint("format", "0"))
    yield say(mint("format", "0"), KG.hasConflict, mint("conflict", "0"))
    yield say(mint("membership", "0"), RDF.type, KG.FormatMembership)
    yield say(mint("membership", "0"), KG.hasMember, mint("state", "1"))
    yield say(mint("membership", "0"), KG.ofFormat, mint("format", "1"))
    for number, year in enumerate(("2018", "2019", "2020")):
        chair = mint("chairpersonship", year)
        yield say(chair, RDF.type, KG.Chairpersonship)
        yield say(chair, KG.isHeldBy, mint("state", str(number)))
        yield say(chair, KG.startDate, date_literal(year))
        tenure = mint("tenure", f"curated-{year}")
        yield say(tenure, RDF.type, KG.Tenure)
        yield say(tenure, KG.hasPost, mint("post", "0"))
        yield say(tenure, KG.hasHolder, mint("person", f"curated {year}"))
        yield say(tenure, KG.startDate, date_literal(year))
        yield say(tenure, KG.endDate, date_literal(year))


def release(slug: str, chance: random.Random) -> set[Quad]:
    """A made-up release: names of things, events, roles and offices, many of them told by others as well."""
    graph, node = release_graph(slug), mint("release", slug)
    found: set[Quad] = set()

    def say(subject: NamedNode, predicate: NamedNode, *values: NamedNode | Literal) -> None:
        found.update(Quad(subject, predicate, value, graph) for value in values)

    def thing(iri: NamedNode, *classes: NamedNode) -> NamedNode:
        say(iri, RDF.type, chance.choice(classes))
        say(iri, KG.nameInRelease, Literal(chance.choice("abc"), language="en"))
        return iri

    say(node, RDF.type, KG.Release)
    say(node, KG.sha256, Literal(str(chance.random())))
    say(node, DCT.issued, date_literal(chance.choice(("2018-05-01", "2019-01-01", "2021-02-03", "2023-01-01"))))
    for number in range(chance.randrange(3)):
        passage = mint("passage", f"{slug}-{number}")
        # Few words, so that releases say the same, in other letters and in the same.
        say(passage, KG.inRelease, node)
        say(passage, KG.quote, Literal(chance.choice(("He said so.", "“He said so”", "HE DID \\ NOT", "He did not"))))
        for named in (*some(chance, "person", 4), *some(chance, "format", 3), *some(chance, "body", 2)):
            mention = mint("mention", f"{slug}-{number}-{named.value.rpartition('/')[2]}")
            say(mention, RDF.type, KG.Mention)
            say(mention, KG.refersTo, named)
            say(mention, KG.isEvidencedBy, passage)
            say(node, KG.mentions, named)
    for person in some(chance, "person", 4):
        thing(person, KG.Person)
    for body in some(chance, "body", 2):
        # What releases do not agree on: whether it is a format.
        thing(body, KG.Organization, KG.NegotiatingFormat)
    for post in some(chance, "post", 3):
        thing(post, KG.Post)
        say(post, KG.inOrganization, *some(chance, "state", 3))
    for event in some(chance, "meeting", 4):
        thing(event, KG.Meeting, KG.Meeting, KG.Call, KG.Visit)
        say(event, KG.hasFactuality, chance.choice((KG.happened, KG.happened, KG.planned, KG.denied)))
        say(event, KG.hasParticipant, *some(chance, "person", 4), *some(chance, "state", 3))
        say(event, KG.inFormat, *some(chance, "format", 3)[:1])
        seat = mint("participation", event.value.rpartition("/")[2])
        say(event, KG.hasParticipation, seat)
        say(seat, KG.inCapacityOf, *some(chance, "post", 3))
        say(seat, KG.onBehalfOf, *some(chance, "state", 3)[:1])
    for role in some(chance, "membership", 3):
        say(role, RDF.type, KG.FormatMembership)
        say(role, KG.hasMember, one(chance, "state", 3))
        say(role, KG.ofFormat, one(chance, "format", 3))
        say(role, KG.hasFactuality, chance.choice((KG.happened, KG.planned, KG.calledFor)))
    for tenure in some(chance, "tenure", 2):
        say(tenure, RDF.type, KG.Tenure)
        say(tenure, KG.hasPost, one(chance, "post", 3))
        say(tenure, KG.hasHolder, one(chance, "person", 4))
        if chance.random() < 0.5:
            say(tenure, KG.startDate, date_literal(chance.choice(("2017", "2021"))))
    if chance.random() < 0.2:
        say(one(chance, "format", 3), KG.hasConflict, mint("conflict", "1"))
        say(mint("conflict", "1"), RDF.type, KG.Conflict)
    if chance.random() < 0.2:
        term = mint("chairpersonship", "2021")
        say(term, RDF.type, KG.Chairpersonship)
        say(term, KG.isHeldBy, one(chance, "state", 3))
        say(term, KG.startDate, date_literal("2021"))
    return found


def altered(quads: set[Quad], chance: random.Random) -> set[Quad]:
    """The release with a few of its quads gone."""
    return {quad for quad in quads if quad.predicate == RDF.type or chance.random() > 0.1}


def from_nothing(releases: Sequence[set[Quad]], rules: Sequence[tuple[str, str]]) -> set[Quad]:
    store = Store()
    store.extend([*base(), *(quad for quads in releases for quad in quads)])
    derive(store, rules)
    return set(store)


@pytest.mark.parametrize("seed", range(12))
def test_random_changes_end_in_what_is_derived_from_nothing(seed: int) -> None:
    chance = random.Random(seed)
    held = {str(number): release(str(number), chance) for number in range(chance.randrange(1, 7))}
    store = Store()
    store.extend([*base(), *(quad for quads in held.values() for quad in quads)])
    derive(store, SHIPPED)
    for _ in range(12):
        before, size = dict(held), len(store)
        for slug in map(str, chance.sample(range(8), chance.randrange(1, 4))):
            match chance.randrange(4):
                case 0:
                    held.pop(slug, None)
                case 1 if slug in held:
                    held[slug] = altered(held[slug], chance)
                case _:
                    held[slug] = release(slug, chance)
        changed = {slug for slug in {*before, *held} if before.get(slug) != held.get(slug)}
        change = Change(
            frozenset(quad for slug in changed for quad in before.get(slug, ())),
            frozenset(quad for slug in changed for quad in held.get(slug, ())),
        )
        outlook = look_ahead(store, SHIPPED, change)
        for quad in change.removed:
            store.remove(quad)
        store.extend(change.added)
        grown = derive_again(store, outlook)
        assert set(store) == from_nothing(list(held.values()), SHIPPED)
        assert len(store) == size - len(change.removed) + len(change.added) + grown


def test_the_histories_derive_by_every_rule() -> None:
    """What is compared above is worth comparing: some history has facts of each rule, and some has lost some."""
    chance = random.Random(3)
    derived = {quad.predicate for _ in range(20) for quad in from_nothing([release("r", chance)], SHIPPED)
               if quad.graph_name == DERIVED}  # fmt: skip
    assert derived == {read_rule(name, text).predicate for name, text in SHIPPED}


def test_what_two_releases_tell_stays_until_both_are_gone() -> None:
    met = Quad(mint("person", "a"), KG.metWith, mint("person", "b"), DERIVED)

    def told(slug: str) -> frozenset[Quad]:
        event, graph = mint("meeting", "m"), release_graph(slug)
        return frozenset(
            {
                Quad(event, RDF.type, KG.Meeting, graph),
                Quad(event, KG.hasFactuality, KG.happened, graph),
                Quad(event, KG.hasParticipant, mint("person", "a"), graph),
                Quad(event, KG.hasParticipant, mint("person", "b"), graph),
            }
        )

    store = Store()
    store.extend([*told("one"), *told("two")])
    derive(store, SHIPPED)
    for slug, stays in (("one", True), ("two", False)):
        change = Change(told(slug), frozenset())
        outlook = look_ahead(store, SHIPPED, change)
        for quad in change.removed:
            store.remove(quad)
        derive_again(store, outlook)
        assert (met in store) is stays


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * { ?a ?b ?c }", "constructs one triple"),
        ("CONSTRUCT { ?a kg:metWith ?b } {\n# for each: ?c\n?a ?c ?b }", "other variables"),
        ("CONSTRUCT { ?a kg:metWith ?b } {\n# for each: ?b ?a\n?a ?c ?b }", "other variables"),
        ("CONSTRUCT { ?a kg:metWith ?b } {\n# for each: ?a\n# for each: ?a ?b\n?a ?c ?b }", "in one place"),
        ("CONSTRUCT { ?a kg:metWith ?b } {\n# within a release\n?a ?c ?b }", "goes with “for each”"),
        ("CONSTRUCT { ?a kg:metWith ?b } {\n# for each: ?b\n?a ?c ?b }", "names the object alone"),
        ("CONSTRUCT { ?a no:metWith ?b } { ?a ?c ?b }", "no:metWith: no prefix"),
    ],
)
def test_a_rule_that_says_its_reach_wrongly_is_refused(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=f"^rule wrong: .*{said}"):
        read_rule("wrong", text)


def test_two_rules_for_one_property_cannot_be_asked_of_some_things_alone() -> None:
    text = "CONSTRUCT { ?a kg:metWith ?b } {\n# for each: ?a\n?b kg:metWith ?a }"
    with pytest.raises(QueryError, match="no other rule constructs"):
        look_ahead(Store(), [("one", text), ("two", text)], Change(frozenset(), frozenset()))
