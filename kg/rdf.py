"""The one place where what was read from a release becomes RDF.

Every quad of a reading stands in the release's own named graph. Nodes that other releases may share
(events, unverified people, posts) carry `kg:nameInRelease`; a rule at build turns the names into one label.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import local_name, mint
from kg.model import (
    Act,
    Confidence,
    Event,
    Heading,
    Membership,
    Mention,
    Participation,
    Reading,
    Release,
    Span,
    Support,
    Tenure,
    Thing,
    Unresolved,
)
from kg.terms import DCT, KG, RDF, RDFS, SCHEMA, XSD

Pair = tuple[NamedNode, NamedNode | Literal]

LONGEST_LABEL = 200
HEADINGS = {"place": KG.issuedAt, "source": KG.hasSource, "field": DCT.subject}
DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def date_literal(text: str) -> Literal:
    """An ISO date in the precision that it is written in: `2020`, `2020-02` or `2020-02-26`."""
    return Literal(text, datatype=DATE_TYPES[len(text)])


def release_graph(slug: str) -> NamedNode:
    """The named graph of the release with this slug."""
    return mint("graph-release", slug)


def english(text: str) -> Literal:
    """A label in English, cut where it would be longer than a line can show."""
    text = " ".join(text.split())
    if len(text) > LONGEST_LABEL:
        text = text[: LONGEST_LABEL - 1].rstrip() + "…"
    return Literal(text, language="en")


def quads(reading: Reading) -> Iterator[Quad]:
    """All that was read from one release, as quads of its named graph, without repeats."""
    graph = release_graph(reading.release.slug)
    seen: set[tuple[NamedNode, NamedNode, NamedNode | Literal]] = set()
    for subject, (predicate, value) in _Writer(reading.release).reading(reading):
        if (subject, predicate, value) not in seen:
            seen.add((subject, predicate, value))
            yield Quad(subject, predicate, value, graph)


Statement = tuple[NamedNode, Pair]


class _Writer:
    """Writes one release's facts; holds what all of them need: the release, its IRI and its key."""

    def __init__(self, release: Release) -> None:
        self.release = release
        self.node = mint("release", release.slug)
        self.key = local_name(self.node).removeprefix("release-")

    def reading(self, reading: Reading) -> Iterator[Statement]:
        yield from self.head()
        mentioned: set[NamedNode] = set()
        for fact in reading.facts:
            match fact:
                case Heading():
                    yield from self.things(self.node, HEADINGS[fact.role], [fact.thing])
                case Mention():
                    if fact.thing.iri not in mentioned:
                        mentioned.add(fact.thing.iri)
                        yield from self.mention(fact)
                case Unresolved():
                    yield from self.unresolved(fact)
                case Tenure():
                    yield from self.tenure(fact)
                case Event():
                    yield from self.event(fact)
                case Membership():
                    yield from self.membership(fact)
                case Act():
                    yield from self.act(fact)

    def head(self) -> Iterator[Statement]:
        release = self.release
        stated = [release.title, *release.places, *release.fields]
        stated += [one for one in (release.issued, release.source) if one is not None]
        pairs: list[Pair] = [
            (RDF.type, KG.Release),
            (RDFS.label, english(release.title.value)),
            (DCT.title, english(release.title.value)),
            (KG.sha256, Literal(release.sha256)),
            (KG.isExtractedBy, Literal(f"loader:{release.loader}")),
            (KG.confidence, Literal(Confidence.HIGH.value)),
        ]
        if release.issued is not None:
            pairs.append((DCT.issued, date_literal(release.issued.value)))
        if release.url is not None:
            pairs.append((SCHEMA.url, Literal(release.url, datatype=XSD.anyURI)))
        pairs += [(KG.isEvidencedBy, self.passage_node(one.span)) for one in stated]
        yield from about(self.node, pairs)
        for one in stated:
            yield from self.passage(one.span)

    def passage_node(self, span: Span) -> NamedNode:
        return mint("passage", f"{self.key}-{span.start}-{span.end}")

    def passage(self, span: Span) -> Iterator[Statement]:
        yield from about(
            self.passage_node(span),
            [
                (RDF.type, KG.Passage),
                (
                    RDFS.label,
                    english(f"Characters {span.start} to {span.end} of “{self.release.title.value}”"),
                ),
                (KG.inRelease, self.node),
                (KG.startOffset, Literal(span.start)),
                (KG.endOffset, Literal(span.end)),
                (KG.quote, Literal(span.of(self.release.text))),
            ],
        )

    def supported(self, node: NamedNode, support: Support) -> Iterator[Statement]:
        for span in support.evidence:
            yield node, (KG.isEvidencedBy, self.passage_node(span))
            yield from self.passage(span)
        yield node, (KG.isExtractedBy, Literal(support.rule))
        yield node, (KG.confidence, Literal(support.confidence.value))

    def thing(self, thing: Thing) -> Iterator[Statement]:
        """What the release itself knows of a thing; nothing where the reference facts have it."""
        if thing.verified:
            return
        pairs: list[Pair] = [
            (RDF.type, KG[thing.category]),
            (KG.nameInRelease, english(thing.label)),
            (KG.isVerified, Literal(False)),
        ]
        if thing.organization is not None:
            pairs.append((KG.inOrganization, thing.organization.iri))
        yield from about(thing.iri, pairs)
        if thing.organization is not None:
            yield from self.thing(thing.organization)

    def things(self, node: NamedNode, predicate: NamedNode, things: Iterable[Thing]) -> Iterator[Statement]:
        for thing in things:
            yield node, (predicate, thing.iri)
            yield from self.thing(thing)

    def mention(self, mention: Mention) -> Iterator[Statement]:
        node = mint("mention", f"{self.key}-{mention.span.start}-{mention.span.end}")
        words = mention.span.of(self.release.text)
        yield from self.things(self.node, KG.mentions, [mention.thing])
        yield from about(
            node,
            [
                (RDF.type, KG.Mention),
                (RDFS.label, english(f"“{words}” in “{self.release.title.value}”")),
                (KG.refersTo, mention.thing.iri),
                (KG.startOffset, Literal(mention.span.start)),
                (KG.endOffset, Literal(mention.span.end)),
                (KG.quote, Literal(words)),
            ],
        )
        yield from self.supported(node, mention.support)

    def unresolved(self, fact: Unresolved) -> Iterator[Statement]:
        node = mint("unresolved", f"{self.key}-{fact.span.start}-{fact.span.end}")
        yield from about(
            node,
            [
                (RDF.type, KG.UnresolvedName),
                (RDFS.label, english(fact.name)),
                (KG.quote, Literal(fact.span.of(self.release.text))),
                (KG.expectedClass, KG[fact.expected]),
                (KG.startOffset, Literal(fact.span.start)),
                (KG.endOffset, Literal(fact.span.end)),
            ],
        )
        yield from self.things(node, KG.hasCandidate, fact.candidates)
        yield from self.supported(node, fact.support)

    def tenure(self, fact: Tenure) -> Iterator[Statement]:
        rank = f"-{fact.rank}" if fact.rank else ""
        node = mint("tenure", f"{fact.holder.key}-{fact.post.key}{rank}")
        words = f"{fact.holder.label}, {fact.rank + ' ' if fact.rank else ''}{fact.post.label}"
        pairs: list[Pair] = [(RDF.type, KG.Tenure), (KG.nameInRelease, english(words))]
        if fact.rank:
            pairs.append((KG.hasRank, KG[f"rank-{fact.rank}"]))
        if self.release.issued is not None:
            pairs.append((KG.asOf, date_literal(self.release.issued.value)))
        yield from about(node, pairs)
        yield from self.things(node, KG.hasHolder, [fact.holder])
        yield from self.things(node, KG.hasPost, [fact.post])
        yield from self.supported(node, fact.support)

    def event(self, event: Event) -> Iterator[Statement]:
        node = event.iri
        pairs: list[Pair] = [
            (RDF.type, KG[event.category]),
            (KG.nameInRelease, english(event.label)),
            (KG.hasFactuality, KG[event.factuality.value]),
        ]
        if event.start is not None:
            pairs.append((KG.startDate, date_literal(event.start)))
        if event.end is not None:
            pairs.append((KG.endDate, date_literal(event.end)))
        if event.event_kind is not None:
            pairs.append((KG.hasEventKind, KG[f"kind-{event.event_kind}"]))
        if event.number is not None:
            pairs.append((KG.roundNumber, Literal(event.number)))
        if event.part_of is not None:
            pairs.append((KG.isPartOf, event.part_of.iri))
        yield from about(node, pairs)
        for place in event.places:
            at = KG.hasPlace if place.kind == "place" else KG.hasHostState
            yield from self.things(node, at, [place])
        yield from self.things(node, KG.inFormat, event.formats)
        yield from self.things(node, KG.discusses, event.discusses)
        if event.reported_by is not None:
            yield from self.things(node, KG.isReportedBy, [event.reported_by])
        for participation in event.participants:
            yield from self.participation(event, participation)
        yield from self.supported(node, event.support)

    def participation(self, event: Event, participation: Participation) -> Iterator[Statement]:
        actor = participation.actor
        event_name = local_name(event.iri)
        node = mint("participation", f"{event_name}-{actor.kind}-{actor.key}")
        yield event.iri, (KG.hasParticipation, node)
        if participation.role != "funder":
            yield event.iri, (KG.hasParticipant, actor.iri)
        pairs: list[Pair] = [
            (RDF.type, KG.Participation),
            (KG.nameInRelease, english(f"{actor.label} in “{event.label}”")),
        ]
        if participation.role is not None:
            pairs.append((KG.hasRole, KG[f"role-{participation.role}"]))
        yield from about(node, pairs)
        yield from self.things(node, KG.hasActor, [actor])
        yield from self.things(node, KG.inCapacityOf, participation.capacities)
        yield from self.things(node, KG.onBehalfOf, participation.on_behalf_of)
        yield from self.supported(node, event.support)

    def membership(self, fact: Membership) -> Iterator[Statement]:
        node = mint("membership", f"{fact.format.key}-{fact.member.key}-{fact.role}")
        words = f"{fact.member.label} as {fact.role} in {fact.format.label}"
        yield from about(
            node,
            [
                (RDF.type, KG.FormatMembership),
                (KG.nameInRelease, english(words)),
                (KG.hasRole, KG[f"role-{fact.role}"]),
                (KG.hasFactuality, KG[fact.factuality.value]),
            ],
        )
        yield from self.things(node, KG.hasMember, [fact.member])
        yield from self.things(node, KG.ofFormat, [fact.format])
        if self.release.issued is not None:
            yield node, (KG.asOf, date_literal(self.release.issued.value))
        yield from self.supported(node, fact.support)

    def act(self, act: Act) -> Iterator[Statement]:
        speaker = act.speaker.key if act.speaker is not None else "unnamed"
        start = act.support.evidence[0].start
        node = mint("act", f"{self.key}-{start}-{act.act_type}-{speaker}")
        who = act.speaker.label if act.speaker is not None else "Somebody not named"
        things = ", ".join(thing.label for thing in (*act.addressed_to, *act.about))
        words = f"{who} {act.act_type.replace('-', ' ')}{': ' + things if things else ''}"
        pairs: list[Pair] = [
            (RDF.type, KG.Act),
            (KG.nameInRelease, english(words)),
            (KG.hasActType, KG[f"act-{act.act_type}"]),
            (KG.hasFactuality, KG[act.factuality.value]),
        ]
        yield from about(node, pairs)
        if act.speaker is not None:
            yield from self.things(node, KG.hasSpeaker, [act.speaker])
        # A state's chair is an office of a time, not an actor: what is said to it is said about it.
        chairs = tuple(thing for thing in act.addressed_to if thing.kind == "chairpersonship")
        yield from self.things(node, KG.isAbout, (*act.about, *chairs))
        yield from self.things(node, KG.isAddressedTo, [thing for thing in act.addressed_to if thing not in chairs])
        if act.reported_by is not None:
            yield from self.things(node, KG.isReportedBy, [act.reported_by])
        if act.conveyed_by is not None:
            yield from self.things(node, KG.isConveyedBy, [act.conveyed_by])
        yield from self.supported(node, act.support)


def about(node: NamedNode, pairs: Iterable[Pair]) -> Iterator[Statement]:
    """The same subject before each of the pairs."""
    return ((node, pair) for pair in pairs)


__all__ = ["date_literal", "quads", "release_graph"]
