"""A made-up corpus of any size in a store in memory, written by the same code as real releases are.

Names are made of syllables with the accents of the region, dates spread over 2014 to 2025, sentences bear
out what is said. The same seed gives the same corpus.
"""

import random
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, Variable

from kg.iris import mint
from kg.model import (
    Act,
    Event,
    Factuality,
    Heading,
    Membership,
    Participation,
    Reading,
    Release,
    Span,
    Stated,
    Support,
    Tenure,
    Thing,
)
from kg.rdf import quads
from kg.store import Result, Term
from kg.terms import DCT, KG, PREFIXES, RDF, RDFS, SKOS, XSD

GIVEN = [
    "Edi",
    "Sergey",
    "Mevlüt",
    "Željko",
    "Łukasz",
    "Ágnes",
    "Gernot",
    "Zoë",
    "Søren",
    "Ilona",
    "Đorđe",
    "Nikol",
    "Şahin",
    "Tête",
    "Márta",
    "Ioan",
    "Ana",
    "Olga",
]
FAMILY = [
    "Rama",
    "Çavuşoğlu",
    "Lavrov",
    "Šefčovič",
    "Wałęsa",
    "Kőrösi",
    "Ångström",
    "Grøndahl",
    "Popescu",
    "Hajiyev",
    "Đukanović",
    "Müller",
    "Papadopoulos",
    "O’Brien",
    "Nuñez",
    "Lukashenka",
    "Zelenko",
    "Ivanova",
]
SYLLABLES = [
    "ba",
    "kor",
    "vel",
    "mir",
    "sto",
    "an",
    "dra",
    "gre",
    "lin",
    "pa",
    "ros",
    "ta",
    "ven",
    "zo",
    "hal",
    "mun",
]
STATES = [
    "Albania", "Armenia", "Austria", "Azerbaijan", "Belarus", "Finland", "France", "Georgia", "Germany",
    "Italy", "Kazakhstan", "Moldova", "Poland", "Russian Federation", "Slovakia", "Sweden", "Switzerland",
    "Türkiye", "Ukraine", "United States of America",
]  # fmt: skip
FORMATS = [
    "Minsk Group",
    "Normandy Format",
    "Trilateral Contact Group",
    "5+2 talks",
    "Geneva International Discussions",
]
MISSIONS = [
    "Special Monitoring Mission to Ukraine",
    "Presence in Albania",
    "Mission to Moldova",
    "Programme Office in Astana",
]
PLACES = ["Vienna", "Moscow", "Kyiv", "Tirana", "Chișinău", "Genève", "Astana", "Łódź"]
CONFLICTS = [
    "Crisis in and around Ukraine",
    "Transdniestrian settlement process",
    "Nagorno-Karabakh conflict",
]
INSTRUMENTS = ["Minsk Agreements", "Helsinki Final Act", "Vienna Document 2011"]
ACTS = ["welcomed", "urged", "condemned", "called-for", "supported", "reaffirmed"]
GRAPH = mint("graph", "reference")
FIRST = date(2014, 1, 15)


class MemoryStore:
    """What `kg.store.Store` promises, over quads in memory."""

    def __init__(self, statements: Iterator[Quad] | list[Quad]) -> None:
        self._store = pyoxigraph.Store()
        self._store.bulk_extend(statements)

    def query(self, text: str, substitutions: Mapping[Variable, Term] | None = None) -> Result:
        """Run a query over the union of all graphs."""
        return self._store.query(
            text,
            prefixes=PREFIXES,
            use_default_graph_as_union=True,
            substitutions=dict(substitutions or {}) or None,
        )

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        return self._store.quads_for_pattern(None, None, None, graph)

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of all graphs."""
        return tuple(sorted((g for g in self._store.named_graphs() if isinstance(g, NamedNode)), key=str))

    def dump(self, graph: NamedNode) -> bytes:
        """The triples of one graph."""
        return self._store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=graph) or b""

    def close(self) -> None:
        """Nothing to let go of."""


def store(events: int, seed: int = 1) -> MemoryStore:
    """A store of about so many events; things come to about 1.6 times that, statements to about 4 times."""
    return MemoryStore(list(corpus(events, seed)))


def corpus(events: int, seed: int = 1) -> Iterator[Quad]:
    """The quads of a corpus: reference facts, and releases of up to four events each."""
    maker = _Maker(random.Random(seed), events)
    yield from maker.reference()
    for number in range((events + 3) // 4):
        yield from quads(maker.release(number, min(4, events - 4 * number)))


class _Maker:
    def __init__(self, chance: random.Random, events: int) -> None:
        self.chance = chance
        self.days = 4200
        self.states = [_thing("state", name, "State") for name in STATES]
        self.formats = [_thing("format", name, "NegotiatingFormat") for name in FORMATS]
        self.missions = [_thing("mission", name, "Mission") for name in MISSIONS]
        self.places = [_thing("place", name, "Place") for name in PLACES]
        self.conflicts = [_thing("conflict", name, "Conflict") for name in CONFLICTS]
        self.instruments = [_thing("instrument", name, "Instrument") for name in INSTRUMENTS]
        names: dict[str, None] = {"Mevlüt Çavuşoğlu": None, "Edi Rama": None, "Sergey Lavrov": None}
        while len(names) < max(6, int(events * 0.6)):
            family = chance.choice(FAMILY)
            if events > 200:
                family = "".join(chance.choice(SYLLABLES) for _ in range(3)).title() + chance.choice(
                    ["", "ić", "escu", "yan"]
                )
            names[f"{chance.choice(GIVEN)} {family}"] = None
        self.people = [_thing("person", name, "Person") for name in names]
        self.of = {person: chance.choice(self.states) for person in self.people}
        self.posts = {
            state: Thing(
                "post",
                f"fm-{state.key}",
                f"Minister for Foreign Affairs of {state.label}",
                "Post",
                True,
                state,
            )
            for state in self.states
        }

    def reference(self) -> Iterator[Quad]:
        """Labels, classes, aliases, memberships of the known things."""
        known = [
            *self.states,
            *self.formats,
            *self.missions,
            *self.places,
            *self.conflicts,
            *self.instruments,
        ]
        for thing in (*known, *self.people, *self.posts.values()):
            yield Quad(thing.iri, RDF.type, KG[thing.category], GRAPH)
            yield Quad(thing.iri, RDFS.label, Literal(thing.label, language="en"), GRAPH)
        for state, post in self.posts.items():
            yield Quad(post.iri, KG.inOrganization, state.iri, GRAPH)
        yield Quad(self.people[1].iri, SKOS.altLabel, Literal("Edvin Kristaq Rama", language="en"), GRAPH)
        yield Quad(self.states[4].iri, SKOS.altLabel, Literal("Republic of Belarus", language="en"), GRAPH)
        for number, (format_, conflict) in enumerate(zip(self.formats, self.conflicts, strict=False)):
            yield Quad(format_.iri, KG.hasConflict, conflict.iri, GRAPH)
            for state in self.states[number * 4 : number * 4 + 3]:
                node = mint("membership", f"{format_.key}-{state.key}-party")
                yield Quad(node, RDF.type, KG.FormatMembership, GRAPH)
                yield Quad(node, KG.hasMember, state.iri, GRAPH)
                yield Quad(node, KG.ofFormat, format_.iri, GRAPH)
                yield Quad(node, KG.hasRole, KG["role-party"], GRAPH)
                yield Quad(node, KG.startDate, Literal("1992-06-01", datatype=XSD.date), GRAPH)
                yield Quad(node, KG.endDate, Literal(f"{2016 + number}-11", datatype=XSD.gYearMonth), GRAPH)
                yield Quad(node, DCT.source, Literal("data/reference/format_members.csv"), GRAPH)

    def release(self, number: int, size: int) -> Reading:
        """One release of so many events, its text made of a sentence for each."""
        chance = self.chance
        day = FIRST + timedelta(days=chance.randrange(self.days))
        title = f"Report {number + 1} on talks in {chance.choice(PLACES)}"
        text, facts = f"{title}\n", []
        for turn in range(size):
            when = day - timedelta(days=turn)
            sentence, made = self.event(when, len(text), f"{number}-{turn}")
            text += f"{sentence}\n"
            facts += made
        release = Release(
            slug=f"{day.isoformat()}-{number}", name=f"{number}.txt", text=text, sha256=f"{number:064x}",
            title=Stated(title, Span(0, len(title))), body=(Span(len(title) + 1, len(text)),),
            issued=Stated(day.isoformat(), Span(0, 4)),
            url=f"https://example.org/releases/{number}", loader="synthetic",
        )  # fmt: skip
        source = Heading("source", self.missions[0], Support((Span(0, len(title)),), "heading"))
        return Reading(release, (source, *facts))

    def event(self, when: date, at: int, key: str) -> tuple[str, list[object]]:
        """A sentence and what it tells: an event, at times a tenure, an act or a membership."""
        chance = self.chance
        # A few are met again and again, most of them seldom, as it is in life.
        people = list(
            dict.fromkeys(
                self.people[int(len(self.people) * chance.random() ** 2.2)] for _ in range(chance.choice([1, 2, 2, 3]))
            )
        )
        category = chance.choices(["Meeting", "Call", "Visit", "Appointment", "Activity"], [6, 2, 2, 1, 2])[0]
        factuality = chance.choices(list(Factuality), [14, 3, 1, 1, 1])[0]
        place, format_ = chance.choice(self.places), chance.choice(self.formats)
        topic = chance.choice([*self.conflicts, *self.instruments])
        names = " and ".join(person.label for person in people)
        words = {"planned": "will hold", "denied": "did not hold", "calledFor": "should hold"}.get(
            factuality.value, "held"
        )
        sentence = (
            f"{names} {words} a {category.lower()} in {place.label} on {when.day} {when:%B %Y} to discuss "
            f"{topic.label} and the work of the {format_.label}, with {chance.randrange(3, 90)} delegates, "
            f"{chance.choice(['observers', 'experts'])} and {chance.choice(SYLLABLES)} in attendance."
        )
        support = Support((Span(at, at + len(sentence)),), "events.synthetic")
        event = Event(
            category=category, key=f"{when.isoformat()}-{key}", label=f"{category} of {names}, {when:%B %Y}",
            factuality=factuality, support=support, start=when.isoformat(), end=when.isoformat(),
            places=(place,),
            participants=tuple(
                Participation(
                    person, (self.posts[self.of[person]],),
                    (self.of[person],) if chance.random() < 0.3 else (),
                    "host" if not turn else None,
                )
                for turn, person in enumerate(people)
            ),
            formats=(format_,) if chance.random() < 0.25 else (),
            discusses=(topic,) if chance.random() < 0.3 else (),
        )  # fmt: skip
        facts: list[object] = [event]
        if chance.random() < 0.2:
            facts.append(Tenure(people[0], self.posts[self.of[people[0]]], support))
        if chance.random() < 0.15:
            act, state = chance.choice(ACTS), chance.choice(self.states)
            # Some say something of nobody in particular.
            about = () if when.day % 4 == 0 else (topic,)
            facts.append(Act(people[0], act, support, about, (state,) if about else ()))
        if chance.random() < 0.1:
            facts.append(Membership(self.of[people[0]], format_, "mediator", Factuality.PRESUPPOSED, support))
        return sentence, facts


def _thing(kind: str, name: str, category: str) -> Thing:
    return Thing(kind, name, name, category, verified=True)
