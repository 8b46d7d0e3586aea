"""The one place where what was read from a release becomes RDF.

Every quad of a reading stands in the release's own named graph. Nodes that other releases may share
(events, unverified people, posts) carry `kg:nameInRelease`; a rule at build turns the names into one label.
"""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg import terms
from kg.graphs import release_graph
from kg.iris import ID_NAMESPACE, LONGEST_SLUG, local_name, mint
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


class _Terms:
    """The terms of a vocabulary as N-Quads writes them."""

    def __init__(self, vocabulary: terms.Vocabulary) -> None:
        self._texts = {name: str(vocabulary[name]) for name in vocabulary}
        self.__dict__.update(self._texts)

    def __getattr__(self, name: str) -> str:
        raise AttributeError(f"no term {name!r} in this vocabulary; add it to kg/terms.py")

    def __getitem__(self, name: str) -> str:
        return self._texts[name]


DCT, KG, RDF, RDFS, SCHEMA, XSD = map(_Terms, (terms.DCT, terms.KG, terms.RDF, terms.RDFS, terms.SCHEMA, terms.XSD))
DATE_TYPES = {length: str(node) for length, node in terms.DATE_TYPES.items()}

Pair = tuple[str, str]
"""A predicate and an object, both as N-Quads writes them."""

LONGEST_LABEL = 200
HEADINGS = {"place": KG.issuedAt, "source": KG.hasSource, "field": DCT.subject}
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)} | {
    ord(character): f"\\{letter}"
    for character, letter in {"\t": "t", "\b": "b", "\n": "n", "\r": "r", "\f": "f", '"': '"', "\\": "\\"}.items()
}


def literal(text: str, datatype: str = "") -> str:
    """A literal as N-Quads writes it; `datatype` is the IRI in angle brackets, a plain string's where there is none."""
    quoted = f'"{text.translate(_ESCAPES)}"'
    return f"{quoted}^^{datatype}" if datatype else quoted


def english(text: str) -> str:
    """A label in English, cut where it would be longer than a line can show."""
    text = " ".join(text.split())
    if len(text) > LONGEST_LABEL:
        text = text[: LONGEST_LABEL - 1].rstrip() + "…"
    return f"{literal(text)}@en"


def date_literal(text: str) -> str:
    """An ISO date in the precision that it is written in."""
    return literal(text, DATE_TYPES[len(text)])


def integer(number: int) -> str:
    """A whole number."""
    return literal(str(number), XSD.integer)


NOT_VERIFIED = literal("false", XSD.boolean)


def nquads(reading: Reading) -> bytes:
    """All that was read from one release, as N-Quads of its named graph: sorted lines, none twice."""
    return "".join(sorted(_Writer(reading.release).lines(reading))).encode()


def quads(reading: Reading) -> Iterator[Quad]:
    """The same as objects, for who looks at single quads."""
    return parse(nquads(reading), format=RdfFormat.N_QUADS)


class _Writer:
    """Writes one release's facts; holds what all of them need: the release, its IRI and its key."""

    def __init__(self, release: Release) -> None:
        self.release = release
        node = mint("release", release.slug)
        self.node = str(node)
        self.key = local_name(node).removeprefix("release-")
        self.tail = f" {release_graph(release.slug)} .\n"
        self.found: set[str] = set()
        self.told: set[object] = set()

    def add(self, node: str, pairs: Iterable[Pair]) -> None:
        """Write the same subject before each of the pairs."""
        tail = self.tail
        self.found.update([f"{node} {predicate} {value}{tail}" for predicate, value in pairs])

    def first(self, told: object) -> bool:
        """Whether something is told for the first time; a passage or a thing stands behind many facts."""
        if told in self.told:
            return False
        self.told.add(told)
        return True

    def lines(self, reading: Reading) -> set[str]:
        """The N-Quads of all facts."""
        self.head()
        mentioned: set[NamedNode] = set()
        for fact in reading.facts:
            match fact:
                case Heading():
                    self.things(self.node, HEADINGS[fact.role], [fact.thing])
                case Mention():
                    if fact.thing.iri not in mentioned:
                        mentioned.add(fact.thing.iri)
                        self.mention(fact)
                case Unresolved():
                    self.unresolved(fact)
                case Tenure():
                    self.tenure(fact)
                case Event():
                    self.event(fact)
                case Membership():
                    self.membership(fact)
                case Act():
                    self.act(fact)
        return self.found

    def head(self) -> None:
        release = self.release
        stated = [release.title, *release.places, *release.fields]
        stated += [one for one in (release.issued, release.source) if one is not None]
        pairs: list[Pair] = [
            (RDF.type, KG.Release),
            (RDFS.label, english(release.title.value)),
            (DCT.title, english(release.title.value)),
            (KG.sha256, literal(release.sha256)),
            (KG.isExtractedBy, literal(f"loader:{release.loader}")),
            (KG.confidence, literal(Confidence.HIGH.value)),
        ]
        if release.issued is not None:
            pairs.append((DCT.issued, date_literal(release.issued.value)))
        if release.url is not None:
            pairs.append((SCHEMA.url, literal(release.url, XSD.anyURI)))
        self.add(self.node, [*pairs, *((KG.isEvidencedBy, self.passage(one.span)) for one in stated)])

    def part(self, kind: str, span: Span) -> str:
        """The IRI of a stretch of the release."""
        key = f"{self.key}-{span.start}-{span.end}"
        # What is short and made of a slug and numbers is one already.
        return f"<{ID_NAMESPACE}{kind}-{key}>" if len(key) <= LONGEST_SLUG else str(mint(kind, key))

    def passage(self, span: Span) -> str:
        """The IRI of a passage, which is written where it was not yet."""
        node = self.part("passage", span)
        if self.first(span):
            self.add(
                node,
                [
                    (RDF.type, KG.Passage),
                    (
                        RDFS.label,
                        english(f"Characters {span.start} to {span.end} of “{self.release.title.value}”"),
                    ),
                    (KG.inRelease, self.node),
                    (KG.startOffset, integer(span.start)),
                    (KG.endOffset, integer(span.end)),
                    (KG.quote, literal(span.of(self.release.text))),
                ],
            )
        return node

    def supported(self, node: str, support: Support) -> None:
        pairs = [(KG.isEvidencedBy, self.passage(span)) for span in support.evidence]
        pairs += [
            (KG.isExtractedBy, literal(support.rule)),
            (KG.confidence, literal(support.confidence.value)),
        ]
        self.add(node, pairs)

    def thing(self, thing: Thing) -> str:
        """The IRI of a thing, and what the release itself knows of it; nothing where the reference facts have it."""
        node = str(thing.iri)
        if thing.verified or not self.first(thing):
            return node
        pairs: list[Pair] = [
            (RDF.type, KG[thing.category]),
            (KG.nameInRelease, english(thing.label)),
            (KG.isVerified, NOT_VERIFIED),
        ]
        if thing.organization is not None:
            pairs.append((KG.inOrganization, self.thing(thing.organization)))
        self.add(node, pairs)
        return node

    def things(self, node: str, predicate: str, things: Sequence[Thing]) -> None:
        if things:
            self.add(node, [(predicate, self.thing(thing)) for thing in things])

    def mention(self, mention: Mention) -> None:
        node = self.part("mention", mention.span)
        words = mention.span.of(self.release.text)
        self.things(self.node, KG.mentions, [mention.thing])
        self.add(
            node,
            [
                (RDF.type, KG.Mention),
                (RDFS.label, english(f"“{words}” in “{self.release.title.value}”")),
                (KG.refersTo, str(mention.thing.iri)),
                (KG.startOffset, integer(mention.span.start)),
                (KG.endOffset, integer(mention.span.end)),
                (KG.quote, literal(words)),
            ],
        )
        self.supported(node, mention.support)

    def unresolved(self, fact: Unresolved) -> None:
        node = self.part("unresolved", fact.span)
        self.add(
            node,
            [
                (RDF.type, KG.UnresolvedName),
                (RDFS.label, english(fact.name)),
                (KG.quote, literal(fact.span.of(self.release.text))),
                (KG.expectedClass, KG[fact.expected]),
                (KG.startOffset, integer(fact.span.start)),
                (KG.endOffset, integer(fact.span.end)),
            ],
        )
        self.things(node, KG.hasCandidate, fact.candidates)
        self.supported(node, fact.support)

    def tenure(self, fact: Tenure) -> None:
        rank = f"-{fact.rank}" if fact.rank else ""
        node = str(mint("tenure", f"{fact.holder.key}-{fact.post.key}{rank}"))
        words = f"{fact.holder.label}, {fact.rank + ' ' if fact.rank else ''}{fact.post.label}"
        pairs: list[Pair] = [(RDF.type, KG.Tenure), (KG.nameInRelease, english(words))]
        if fact.rank:
            pairs.append((KG.hasRank, KG[f"rank-{fact.rank}"]))
        if self.release.issued is not None:
            pairs.append((KG.asOf, date_literal(self.release.issued.value)))
        self.add(node, pairs)
        self.things(node, KG.hasHolder, [fact.holder])
        self.things(node, KG.hasPost, [fact.post])
        self.supported(node, fact.support)

    def event(self, event: Event) -> None:
        node = str(event.iri)
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
            pairs.append((KG.roundNumber, integer(event.number)))
        if event.part_of is not None:
            pairs.append((KG.isPartOf, str(event.part_of.iri)))
        self.add(node, pairs)
        for place in event.places:
            at = KG.hasPlace if place.kind == "place" else KG.hasHostState
            self.things(node, at, [place])
        self.things(node, KG.inFormat, event.formats)
        self.things(node, KG.discusses, event.discusses)
        if event.reported_by is not None:
            self.things(node, KG.isReportedBy, [event.reported_by])
        for participation in event.participants:
            self.participation(event, participation)
        self.supported(node, event.support)

    def participation(self, event: Event, participation: Participation) -> None:
        actor = participation.actor
        event_name = local_name(event.iri)
        node = str(mint("participation", f"{event_name}-{actor.kind}-{actor.key}"))
        joined = [(KG.hasParticipation, node)]
        if participation.role != "funder":
            joined.append((KG.hasParticipant, str(actor.iri)))
        self.add(str(event.iri), joined)
        pairs: list[Pair] = [
            (RDF.type, KG.Participation),
            (KG.nameInRelease, english(f"{actor.label} in “{event.label}”")),
        ]
        if participation.role is not None:
            pairs.append((KG.hasRole, KG[f"role-{participation.role}"]))
        self.add(node, pairs)
        self.things(node, KG.hasActor, [actor])
        self.things(node, KG.inCapacityOf, participation.capacities)
        self.things(node, KG.onBehalfOf, participation.on_behalf_of)
        self.supported(node, event.support)

    def membership(self, fact: Membership) -> None:
        node = str(mint("membership", f"{fact.format.key}-{fact.member.key}-{fact.role}"))
        words = f"{fact.member.label} as {fact.role} in {fact.format.label}"
        self.add(
            node,
            [
                (RDF.type, KG.FormatMembership),
                (KG.nameInRelease, english(words)),
                (KG.hasRole, KG[f"role-{fact.role}"]),
                (KG.hasFactuality, KG[fact.factuality.value]),
            ],
        )
        self.things(node, KG.hasMember, [fact.member])
        self.things(node, KG.ofFormat, [fact.format])
        if self.release.issued is not None:
            self.add(node, [(KG.asOf, date_literal(self.release.issued.value))])
        self.supported(node, fact.support)

    def act(self, act: Act) -> None:
        speaker = act.speaker.key if act.speaker is not None else "unnamed"
        start = act.support.evidence[0].start
        node = str(mint("act", f"{self.key}-{start}-{act.act_type}-{speaker}"))
        who = act.speaker.label if act.speaker is not None else "Somebody not named"
        things = ", ".join(thing.label for thing in (*act.addressed_to, *act.about))
        words = f"{who} {act.act_type.replace('-', ' ')}{': ' + things if things else ''}"
        pairs: list[Pair] = [
            (RDF.type, KG.Act),
            (KG.nameInRelease, english(words)),
            (KG.hasActType, KG[f"act-{act.act_type}"]),
            (KG.hasFactuality, KG[act.factuality.value]),
        ]
        self.add(node, pairs)
        if act.speaker is not None:
            self.things(node, KG.hasSpeaker, [act.speaker])
        # A state's chair is an office of a time, not an actor: what is said to it is said about it.
        chairs = tuple(thing for thing in act.addressed_to if thing.kind == "chairpersonship")
        self.things(node, KG.isAbout, (*act.about, *chairs))
        self.things(node, KG.isAddressedTo, [thing for thing in act.addressed_to if thing not in chairs])
        if act.reported_by is not None:
            self.things(node, KG.isReportedBy, [act.reported_by])
        if act.conveyed_by is not None:
            self.things(node, KG.isConveyedBy, [act.conveyed_by])
        self.supported(node, act.support)


__all__ = ["nquads", "quads"]
