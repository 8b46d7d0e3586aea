"""The ontology's namespaces, prefixes, terms and kinds of date, for Python that writes or reads the graph.

A test holds the names here, those in `ontology/` and those in `queries/` to each other.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.iris import ID_NAMESPACE

KG_NAMESPACE = "https://w3id.org/osce-kg/ontology#"

PREFIXES: dict[str, str] = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": ID_NAMESPACE,
    "kg": KG_NAMESPACE,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Vocabulary:
    """A closed namespace: `KG.Meeting` or `KG["act-urged"]` gives the node, a name not listed raises."""

    def __init__(self, namespace: str, names: str) -> None:
        self._nodes = {name: NamedNode(namespace + name) for name in names.split()}

    def __getattr__(self, name: str) -> NamedNode:
        try:
            return self._nodes[name]
        except KeyError:
            raise AttributeError(f"no term {name!r} in this vocabulary; add it to kg/terms.py") from None

    def __getitem__(self, name: str) -> NamedNode:
        return self._nodes[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def __contains__(self, name: object) -> bool:
        return name in self._nodes


KG = Vocabulary(
    KG_NAMESPACE,
    """
    Actor Person State Organization Institution DecisionBody Department Mission NegotiatingFormat
    DeFactoEntity Place Region Post Tenure Chairpersonship FormatMembership
    Event Meeting Call Visit Appointment Observation Activity MeetingSeries Participation
    Act Release Passage Mention UnresolvedName Instrument Conflict FieldOfWork
    ActType EventKind Factuality Rank Role ParticipationStatus Dimension InstrumentType

    issuedAt hasSource mentions sha256
    startDate endDate hasPlace inFormat discusses isPartOf hasFactuality hasParticipation hasParticipant
    hasActor inCapacityOf onBehalfOf hasRole
    hasSpeaker hasActType isAbout isAddressedTo isReportedBy isConveyedBy
    hasHolder hasPost hasRank inOrganization asOf
    isHeldBy hasChairperson hasMember ofFormat
    isEvidencedBy inRelease startOffset endOffset quote isExtractedBy confidence refersTo
    isoCode hasConflict hasHostState hasSeat hasCapital hasNationality hasParticipationStatus joinedOn
    hasPredecessor hasInstrumentType documentReference wasAdoptedOn hasSeries hasDimension decision
    hasEventKind roundNumber isVerified nameInRelease expectedClass
    concernsState deployedOn hasOutcome
    metWith succeeds isCoMentionedWith hasTroikaMember takesPartIn
    hasDatedTenure isAtOddsWith involvesState isNamedTogetherWith isIssuedUnder hasStatement hasWording

    hasCandidate

    happened planned calledFor denied presupposed
    act-welcomed act-condemned act-called-for act-urged act-supported act-appreciated act-concerned
    act-regretted act-reaffirmed act-agreed act-offered act-stated
    rank-acting rank-deputy rank-designate rank-former
    role-host role-chair role-co-chair role-guest role-observer role-appointer role-appointee
    role-predecessor role-organizer role-funder
    role-party role-mediator role-member role-participant role-facilitator role-co-facilitator
    role-co-ordinator role-component role-invited-participant
    kind-round kind-session kind-summit kind-conference kind-training kind-election-observation
    status-participating status-asian-partner status-mediterranean-partner status-former status-other
    dimension-politico-military dimension-economic-environmental dimension-human dimension-cross-dimensional
    instrument-treaty instrument-agreement instrument-agreement-set instrument-politically-binding instrument-csbm
    instrument-political instrument-decision instrument-declaration instrument-resolution instrument-recommendation
    instrument-draft
    FieldsOfWork

    displayColour displayShape displayOrder linkLabel
    """,
)
DCT = Vocabulary(PREFIXES["dct"], "title issued subject source license creator")
RDF = Vocabulary(PREFIXES["rdf"], "type")
RDFS = Vocabulary(PREFIXES["rdfs"], "label subClassOf comment seeAlso")
SCHEMA = Vocabulary(PREFIXES["schema"], "url")
SKOS = Vocabulary(PREFIXES["skos"], "altLabel exactMatch prefLabel definition broader inScheme note")
XSD = Vocabulary(PREFIXES["xsd"], "date gYear gYearMonth integer string boolean decimal anyURI")

DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
"""The datatype of an ISO date by its number of characters."""


def date_literal(text: str) -> Literal:
    """An ISO date in the precision that it is written in: `2020`, `2020-02` or `2020-02-26`."""
    return Literal(text, datatype=DATE_TYPES[len(text)])
