"""The ontology's files: terms described, aligned to terms that exist, shown apart, and held by shapes."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import (
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SH,
    SKOS,
    BNode,
    Graph,
    Literal,
    Namespace,
    URIRef,
    namespace,
)
from rdflib.term import Node

FOLDER = Path(__file__).parents[1] / "ontology"
FILES = ("core", "concepts", "alignments", "shapes", "presentation")
ONTOLOGY = URIRef("https://w3id.org/osce-kg/ontology")
KG = Namespace("https://w3id.org/osce-kg/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in their order."""
    return tuple(text.split())


# The classes of the design's table, each with what it is aligned to.
CLASSES: dict[str, tuple[URIRef, ...]] = {
    "Actor": (PROV.Agent,),
    "Person": (FOAF.Person,),
    "State": (SCHEMA.Country,),
    "Organization": (ORG.Organization,),
    "Institution": (ORG.OrganizationalUnit,),
    "DecisionBody": (ORG.OrganizationalUnit,),
    "Department": (ORG.OrganizationalUnit,),
    "Mission": (ORG.OrganizationalUnit,),
    "NegotiatingFormat": (ORG.OrganizationalCollaboration,),
    "DeFactoEntity": (ORG.Organization,),
    "Place": (SCHEMA.Place,),
    "Post": (ORG.Post,),
    "Tenure": (ORG.Membership,),
    "Chairpersonship": (ORG.Membership,),
    "FormatMembership": (ORG.Membership,),
    "Event": (SCHEMA.Event, PROV.Activity),
    "Meeting": (),
    "Call": (),
    "Visit": (),
    "Appointment": (),
    "Observation": (),
    "Activity": (),
    "Participation": (SCHEMA.Role,),
    "Act": (),
    "Release": (SCHEMA.NewsArticle,),
    "Passage": (OA.SpecificResource,),
    "Mention": (OA.Annotation,),
    "Instrument": (SCHEMA.CreativeWork,),
    "Conflict": (SKOS.Concept,),
    "FieldOfWork": (SKOS.Concept,),
    "EventKind": (SKOS.Concept,),
    "ActType": (SKOS.Concept,),
    "Role": (SKOS.Concept,),
    "Factuality": (SKOS.Concept,),
    "Rank": (SKOS.Concept,),
}
SUPER_CLASSES = {
    "Person": "Actor",
    "State": "Actor",
    "Organization": "Actor",
    "DeFactoEntity": "Actor",
    "Institution": "Organization",
    "DecisionBody": "Organization",
    "Department": "Organization",
    "Mission": "Organization",
    "NegotiatingFormat": "Organization",
    "Region": "Place",
    "Meeting": "Event",
    "Call": "Event",
    "Visit": "Event",
    "Appointment": "Event",
    "Observation": "Event",
    "Activity": "Event",
}
# The properties of the design's second table.
PROPERTIES = words(
    """
    issuedAt hasSource mentions sha256 startDate endDate hasPlace inFormat discusses isPartOf
    hasFactuality hasParticipation hasParticipant hasActor inCapacityOf onBehalfOf hasRole hasSpeaker
    hasActType isAbout isAddressedTo hasHolder hasPost hasRank inOrganization isHeldBy hasChairperson
    hasMember ofFormat isEvidencedBy inRelease startOffset endOffset quote isExtractedBy confidence
    isReportedBy asOf isoCode
    """
)
USED_ON_SEVERAL_CLASSES = words(
    """
    startDate endDate asOf hasPlace hasRole hasFactuality inFormat isPartOf isEvidencedBy isExtractedBy
    confidence isReportedBy quote startOffset endOffset hasHostState hasConflict hasPredecessor
    nameInRelease isVerified succeeds
    """
)
CONCEPTS = {
    "Factualities": ("Factuality", "happened planned calledFor denied presupposed"),
    "ActTypes": (
        "ActType",
        """act-welcomed act-condemned act-called-for act-urged act-supported act-appreciated act-concerned
        act-regretted act-reaffirmed act-agreed act-offered act-stated""",
    ),
    "Roles": (
        "Role",
        """role-host role-chair role-co-chair role-guest role-observer role-appointer role-appointee
        role-predecessor role-organizer role-funder role-party role-mediator role-member role-participant
        role-facilitator role-co-facilitator role-co-ordinator role-component role-invited-participant""",
    ),
    "Ranks": ("Rank", "rank-acting rank-deputy rank-designate rank-former"),
    "EventKinds": (
        "EventKind",
        "kind-round kind-session kind-summit kind-conference kind-training kind-election-observation",
    ),
    "ParticipationStatuses": (
        "ParticipationStatus",
        "status-participating status-asian-partner status-mediterranean-partner status-former status-other",
    ),
    "Dimensions": (
        "Dimension",
        """dimension-politico-military dimension-economic-environmental dimension-human
        dimension-cross-dimensional""",
    ),
    "FieldsOfWork": ("FieldOfWork", ""),
    "InstrumentTypes": (
        "InstrumentType",
        """instrument-treaty instrument-agreement instrument-agreement-set instrument-politically-binding
        instrument-csbm instrument-political instrument-decision instrument-declaration instrument-resolution
        instrument-recommendation instrument-draft""",
    ),
}
# The classes and properties of the Web Annotation ontology, http://www.w3.org/ns/oa# of 2016-11-12, as the
# Recommendation https://www.w3.org/TR/annotation-vocab/ defines them. rdflib ships no such namespace.
OA_TERMS = {
    OA[name]
    for name in words(
        """
        Annotation Choice CssSelector CssStyle DataPositionSelector Direction FragmentSelector
        HttpRequestState Motivation RangeSelector ResourceSelection Selector SpecificResource State Style
        SvgSelector TextPositionSelector TextQuoteSelector TextualBody TimeState XPathSelector
        annotationService bodyValue cachedSource canonical end exact hasBody hasEndSelector hasPurpose
        hasScope hasSelector hasSource hasStartSelector hasState hasTarget motivatedBy prefix
        processingLanguage refinedBy renderedVia sourceDate sourceDateEnd sourceDateStart start styleClass
        styledBy suffix textDirection via
        """
    )
}
PUBLISHED = {"dct": DCTERMS, "foaf": FOAF, "org": ORG, "prov": PROV, "schema": namespace.SDO, "skos": SKOS}
DISJOINT = (
    (PROV.Activity, PROV.Entity),
    (FOAF.Person, FOAF.Organization),
    (FOAF.Person, ORG.Organization),
    (SKOS.Concept, SKOS.ConceptScheme),
)
DISPLAYED = words(
    """
    Person State Organization Institution DecisionBody Department Mission NegotiatingFormat DeFactoEntity
    Place Region Post Chairpersonship Meeting Call Visit Appointment Observation Activity MeetingSeries
    Act Release Instrument Conflict FieldOfWork
    """
)
DRAWN = words(
    """
    hasParticipant onBehalfOf hasPost hasChairperson isHeldBy hasMember hasSpeaker isAbout isAddressedTo
    hasPlace hasHostState inFormat discusses isPartOf hasSeries isReportedBy inOrganization hasSeat
    hasCapital hasNationality hasPredecessor hasConflict mentions issuedAt hasSource metWith succeeds
    isCoMentionedWith hasTroikaMember takesPartIn concernsState hasOutcome
    """
)
# The shapes of vis-network that need no image and no glyph font.
VIS_SHAPES = set(words("dot square diamond triangle triangleDown star hexagon box ellipse circle database"))


@cache
def read(*names: str) -> Graph:
    """The files of the ontology with these names, in one graph that nobody may change."""
    graph = Graph()
    for name in names:
        graph.parse(FOLDER / f"{name}.ttl", format="turtle")
    return graph


def named(nodes: Iterator[Node]) -> set[str]:
    """The names in the ontology's namespace of those of the nodes that are in it."""
    return {str(node).removeprefix(KG) for node in nodes if str(node).startswith(KG)}


def of_type(*types: URIRef) -> set[str]:
    graph = read("core", "concepts")
    return {name for one in types for name in named(graph.subjects(RDF.type, one))}


def classes() -> set[str]:
    return of_type(OWL.Class)


def properties() -> set[str]:
    return of_type(OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def terms() -> list[str]:
    return sorted(classes() | properties() | of_type(SKOS.Concept, SKOS.ConceptScheme))


def above(graph: Graph, name: str) -> set[Node | None]:
    return set(graph.transitive_objects(KG[name], RDFS.subClassOf)) - {KG[name]}


class TestFiles:
    @pytest.mark.parametrize("name", FILES)
    def test_parses_into_something(self, name: str) -> None:
        assert len(read(name)) > 10

    @pytest.mark.parametrize("name", FILES)
    def test_has_no_blank_node(self, name: str) -> None:
        assert not [triple for triple in read(name) if any(isinstance(node, BNode) for node in triple)]

    @pytest.mark.parametrize("name", FILES)
    def test_is_utf_8_with_unix_line_ends(self, name: str) -> None:
        data = (FOLDER / f"{name}.ttl").read_bytes()
        assert data.decode("utf-8").endswith("\n")
        assert b"\r" not in data

    def test_no_file_is_left_out(self) -> None:
        assert {path.stem for path in FOLDER.glob("*.ttl")} == set(FILES)

    def test_no_statement_is_made_in_two_files(self) -> None:
        counted = Counter(triple for name in FILES for triple in read(name))
        assert not [triple for triple, times in counted.items() if times > 1]

    def test_header(self) -> None:
        core = read("core")
        assert (ONTOLOGY, RDF.type, OWL.Ontology) in core
        assert (ONTOLOGY, OWL.versionInfo, Literal("0.1.0")) in core
        assert (ONTOLOGY, DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")) in core
        titles = list(core.objects(ONTOLOGY, DCTERMS.title))
        assert [title.language for title in titles if isinstance(title, Literal)] == ["en"]

    def test_readme_names_every_file(self) -> None:
        text = (FOLDER / "README.md").read_text(encoding="utf-8")
        assert not [name for name in FILES if f"{name}.ttl" not in text]


class TestTerms:
    @pytest.mark.parametrize("name", terms())
    @pytest.mark.parametrize(
        "predicate", [RDFS.label, SKOS.definition, SKOS.example], ids=["label", "definition", "example"]
    )
    def test_is_described_once_in_english(self, name: str, predicate: URIRef) -> None:
        texts = list(read(*FILES).objects(KG[name], predicate))
        assert len(texts) == 1
        assert isinstance(texts[0], Literal)
        assert texts[0].language == "en"
        assert str(texts[0]).strip() == str(texts[0]) != ""

    def test_no_two_are_defined_alike(self) -> None:
        counted = Counter(read("core").objects(None, SKOS.definition))
        assert not [text for text, times in counted.items() if times > 1]

    def test_names_follow_the_style(self) -> None:
        concepts = of_type(SKOS.Concept)
        assert not [name for name in classes() if not re.fullmatch(r"([A-Z][a-z]+)+", name)]
        assert not [name for name in properties() if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*|sha256", name)]
        assert not [name for name in concepts if not re.fullmatch(r"[a-z]+(-[a-z]+)*|calledFor", name)]

    @pytest.mark.parametrize("name", CLASSES)
    def test_class_of_the_design(self, name: str) -> None:
        assert name in classes()
        missing = set(CLASSES[name]) - above(read("core", "alignments"), name)
        assert not missing

    @pytest.mark.parametrize(("name", "wider"), SUPER_CLASSES.items())
    def test_class_stands_below(self, name: str, wider: str) -> None:
        assert (KG[name], RDFS.subClassOf, KG[wider]) in read("core")

    @pytest.mark.parametrize("name", PROPERTIES)
    def test_property_of_the_design(self, name: str) -> None:
        assert name in properties()

    @pytest.mark.parametrize("name", USED_ON_SEVERAL_CLASSES)
    def test_property_of_several_classes_has_no_domain(self, name: str) -> None:
        assert name in properties()
        assert read("core").value(KG[name], RDFS.domain) is None

    def test_domains_and_ranges_are_classes_or_datatypes(self) -> None:
        core = read("core")
        allowed = {KG[name] for name in classes()} | {XSD.string, XSD.integer, XSD.boolean}
        used = {*core.objects(None, RDFS.domain), *core.objects(None, RDFS.range)}
        assert used <= allowed

    def test_every_property_has_one_type(self) -> None:
        kinds = [of_type(kind) for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)]
        assert not [pair for pair in combinations(kinds, 2) if pair[0] & pair[1]]

    def test_a_de_facto_entity_is_never_a_state(self) -> None:
        core = read("core")
        assert (KG.State, OWL.disjointWith, KG.DeFactoEntity) in core
        assert core.value(KG.hasHostState, RDFS.range) is None


class TestConcepts:
    def test_schemes(self) -> None:
        assert of_type(SKOS.ConceptScheme) == set(CONCEPTS)

    @pytest.mark.parametrize(("scheme", "expected"), CONCEPTS.items())
    def test_scheme_has_its_concepts(self, scheme: str, expected: tuple[str, str]) -> None:
        kind, names = expected
        graph = read("concepts")
        assert named(graph.subjects(SKOS.inScheme, KG[scheme])) == set(names.split())
        assert named(graph.subjects(RDF.type, KG[kind])) == set(names.split())

    @pytest.mark.parametrize("name", sorted(of_type(SKOS.Concept)))
    def test_concept_has_one_scheme_one_class_and_its_label(self, name: str) -> None:
        graph = read("concepts")
        concept = KG[name]
        assert len(list(graph.objects(concept, SKOS.inScheme))) == 1
        assert len(named(graph.objects(concept, RDF.type)) & classes()) == 1
        assert list(graph.objects(concept, SKOS.prefLabel)) == list(graph.objects(concept, RDFS.label))

    def test_wider_concepts_are_in_the_same_scheme(self) -> None:
        graph = read("concepts")
        pairs = list(graph.subject_objects(SKOS.broader))
        assert pairs
        for narrow, wide in pairs:
            assert graph.value(narrow, SKOS.inScheme) == graph.value(wide, SKOS.inScheme) is not None

    def test_no_label_comes_twice_in_a_scheme(self) -> None:
        graph = read("concepts")
        for scheme in CONCEPTS:
            labels = [graph.value(one, SKOS.prefLabel) for one in graph.subjects(SKOS.inScheme, KG[scheme])]
            assert len(labels) == len(set(labels))


class TestAlignments:
    def test_only_own_terms_are_aligned(self) -> None:
        graph = read("alignments")
        assert named(graph.subjects()) <= classes() | properties()
        assert all(str(subject).startswith(KG) for subject in graph.subjects())

    @pytest.mark.parametrize("term", sorted(str(term) for term in set(read("alignments").objects())))
    def test_term_exists_in_its_published_vocabulary(self, term: str) -> None:
        known = any(term in vocabulary for vocabulary in PUBLISHED.values())
        assert known or URIRef(term) in OA_TERMS

    def test_an_invented_term_would_be_found(self) -> None:
        invented = [URIRef(f"{namespace._NS}inventedTerm") for namespace in PUBLISHED.values()]
        assert not [term for term in invented if any(term in known for known in PUBLISHED.values())]

    def test_properties_go_to_properties_and_classes_to_classes(self) -> None:
        graph = read("alignments")
        for subject, predicate, target in graph:
            is_class = str(subject).removeprefix(KG) in classes()
            local = re.split(r"[#/]", str(target))[-1]
            assert local[0].isupper() == is_class, (subject, target)
            expected = {RDFS.subClassOf, SKOS.closeMatch} if is_class else {RDFS.subPropertyOf, SKOS.closeMatch}
            assert predicate in expected

    @pytest.mark.parametrize("name", sorted(classes()))
    def test_class_does_not_fall_under_disjoint_ones(self, name: str) -> None:
        wider = above(read("core", "alignments"), name)
        assert not [pair for pair in DISJOINT if set(pair) <= wider]


def luminance(colour: str) -> float:
    """The relative luminance of a colour written as #RRGGBB, 0 for black and 1 for white, by WCAG 2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def looks() -> dict[str, tuple[str, str]]:
    """Each displayed class with its shape and its fill."""
    graph = read("presentation")
    return {
        name: (str(graph.value(KG[name], KG.displayShape)), str(graph.value(KG[name], KG.displayColour)))
        for name in named(graph.subjects(KG.displayShape))
    }


class TestPresentation:
    def test_every_displayed_class_is_there(self) -> None:
        assert set(looks()) == set(DISPLAYED)
        assert set(DISPLAYED) <= classes()

    @pytest.mark.parametrize("name", DISPLAYED)
    def test_class_has_one_of_each(self, name: str) -> None:
        graph = read("presentation")
        for predicate in (KG.displayShape, KG.displayColour, KG.displayOrder):
            assert len(list(graph.objects(KG[name], predicate))) == 1
        shape, colour = looks()[name]
        assert shape in VIS_SHAPES
        assert re.fullmatch("#[0-9A-F]{6}", colour)

    def test_no_two_look_alike(self) -> None:
        assert len(set(looks().values())) == len(looks())
        assert len({colour for _, colour in looks().values()}) == len(looks())

    def test_classes_of_one_shape_stay_apart_in_grey(self) -> None:
        alike = [
            (one, other)
            for (one, (shape, colour)), (other, (other_shape, other_colour)) in combinations(looks().items(), 2)
            if shape == other_shape and contrast(colour, other_colour) < 1.8
        ]
        assert not alike

    def test_the_legend_has_an_order(self) -> None:
        orders = sorted(int(str(value)) for value in read("presentation").objects(None, KG.displayOrder))
        assert orders == list(range(1, len(DISPLAYED) + 1))

    @pytest.mark.parametrize("name", DRAWN)
    def test_drawn_property_has_words(self, name: str) -> None:
        words = list(read("presentation").objects(KG[name], KG.linkLabel))
        assert len(words) == 1
        assert isinstance(words[0], Literal)
        assert words[0].language == "en"

    def test_only_object_properties_have_words(self) -> None:
        assert named(read("presentation").subjects(KG.linkLabel)) <= of_type(OWL.ObjectProperty)


PREFIXES = """
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX id: <https://w3id.org/osce-kg/id/>
PREFIX kg: <https://w3id.org/osce-kg/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
SAMPLE = """
id:person-edi-rama a kg:Person ; rdfs:label "Edi Rama"@en ; skos:altLabel "E. Rama"@en ;
    skos:exactMatch wd:Q316901 ; kg:hasNationality id:state-albania ; kg:isVerified true .
id:person-sergey-lavrov a kg:Person ; rdfs:label "Sergey Lavrov"@en .
id:state-albania a kg:State ; rdfs:label "Albania"@en ; kg:isoCode "AL", "ALB" ;
    kg:hasCapital id:place-tirana ;
    kg:hasParticipationStatus kg:status-participating ; kg:joinedOn "1991-06-19"^^xsd:date .
id:state-russian-federation a kg:State ; rdfs:label "Russian Federation"@en .
id:de-facto-entity-transdniestria a kg:DeFactoEntity ; rdfs:label "Transdniestria"@en .
id:place-tirana a kg:Place ; rdfs:label "Tirana"@en .
id:place-moscow a kg:Place ; rdfs:label "Moscow"@en .
id:place-osce-region a kg:Region ; rdfs:label "OSCE region"@en .
id:institution-osce a kg:Organization ; rdfs:label "OSCE"@en ; kg:hasSeat id:place-tirana .
id:institution-osce-chairpersonship a kg:Institution ; rdfs:label "OSCE Chairpersonship"@en ;
    kg:isPartOf id:institution-osce .
id:mission-presence-in-albania a kg:Mission ; rdfs:label "OSCE Presence in Albania"@en ;
    kg:decision "PC.DEC/160" ;
    kg:hasHostState id:state-albania ; kg:hasPredecessor id:mission-old ;
    kg:startDate "1997-03-27"^^xsd:date ;
    kg:deployedOn "1997-04"^^xsd:gYearMonth ;
    kg:hasConflict id:conflict-transdniestrian .
id:mission-old a kg:Mission ; rdfs:label "An older mission"@en ; kg:endDate "1997"^^xsd:gYear .
id:conflict-transdniestrian a kg:Conflict ; rdfs:label "Transdniestrian conflict"@en ;
    kg:startDate "1992-03"^^xsd:gYearMonth ; kg:concernsState id:state-russian-federation ;
    skos:broader id:conflict-wider .
id:conflict-wider a kg:Conflict ; rdfs:label "A wider conflict"@en .
id:format-five-plus-two a kg:NegotiatingFormat ; rdfs:label "5+2"@en ;
    kg:hasConflict id:conflict-transdniestrian .
id:membership-five-plus-two-transdniestria-party a kg:FormatMembership ;
    rdfs:label "Transdniestria, party to 5+2"@en ;
    kg:hasMember id:de-facto-entity-transdniestria ; kg:ofFormat id:format-five-plus-two ;
    kg:hasRole kg:role-party ;
    kg:hasFactuality kg:presupposed ; dct:source "reference facts" ; kg:confidence "high" .
id:post-cio a kg:Post ; rdfs:label "OSCE Chairperson-in-Office"@en ;
    kg:inOrganization id:institution-osce-chairpersonship .
id:tenure-edi-rama-cio-2020 a kg:Tenure ; rdfs:label "Edi Rama, OSCE Chairperson-in-Office"@en ;
    kg:hasHolder id:person-edi-rama ; kg:hasPost id:post-cio ; kg:startDate "2020-01-01"^^xsd:date ;
    kg:asOf "2020-02-26"^^xsd:date ; dct:source "reference facts" ; kg:confidence "high" .
id:chairpersonship-2020 a kg:Chairpersonship ; rdfs:label "Albanian Chairpersonship 2020"@en ;
    kg:isHeldBy id:state-albania ; kg:hasChairperson id:person-edi-rama ;
    kg:startDate "2020-01-01"^^xsd:date ;
    kg:endDate "2020-12-31"^^xsd:date ; dct:source "reference facts" ; kg:confidence "high" .
id:series-visits a kg:MeetingSeries ; rdfs:label "Visits of the Chair"@en .
id:visit-moscow-2020 a kg:Visit ; rdfs:label "Visit to Moscow"@en ; kg:hasFactuality kg:happened ;
    kg:hasHostState id:state-russian-federation ;
    kg:isEvidencedBy id:passage-r-10-40 ; kg:isExtractedBy "visit" ; kg:confidence "medium" .
id:meeting-2020-02-26-rama-lavrov a kg:Meeting ; rdfs:label "Rama meets Lavrov"@en ;
    kg:startDate "2020-02-26"^^xsd:date ; kg:hasPlace id:place-moscow ; kg:hasFactuality kg:happened ;
    kg:inFormat id:format-five-plus-two ; kg:discusses id:conflict-transdniestrian ;
    kg:isPartOf id:visit-moscow-2020 ; kg:hasEventKind kg:kind-round ; kg:hasSeries id:series-visits ;
    kg:hasOutcome id:instrument-protocol ; kg:roundNumber 1 ;
    kg:hasParticipant id:person-edi-rama, id:person-sergey-lavrov ;
    kg:hasParticipation id:participation-rama ; kg:isReportedBy id:person-edi-rama ;
    kg:isEvidencedBy id:passage-r-10-40 ; kg:isExtractedBy "meeting" ; kg:confidence "high" .
id:participation-rama a kg:Participation ; rdfs:label "Edi Rama in the meeting"@en ;
    kg:hasActor id:person-edi-rama ;
    kg:inCapacityOf id:post-cio ; kg:onBehalfOf id:institution-osce ; kg:hasRole kg:role-guest ;
    kg:isEvidencedBy id:passage-r-10-40 ; kg:isExtractedBy "meeting" ; kg:confidence "high" .
id:act-r-10-urged a kg:Act ; rdfs:label "Edi Rama urged Russia"@en ; kg:hasSpeaker id:person-edi-rama ;
    kg:hasActType kg:act-urged ; kg:isAbout id:format-five-plus-two ; kg:hasFactuality kg:happened ;
    kg:isAddressedTo id:state-russian-federation ; kg:isConveyedBy id:person-sergey-lavrov ;
    kg:isEvidencedBy id:passage-r-10-40 ; kg:isExtractedBy "act" ; kg:confidence "high" .
id:release-r a kg:Release ; rdfs:label "Rama meets Lavrov"@en ; dct:title "Rama meets Lavrov"@en ;
    dct:issued "2020-02-26"^^xsd:date ; kg:issuedAt id:place-moscow ;
    kg:hasSource id:institution-osce-chairpersonship ; dct:subject id:field-conflict-prevention ;
    kg:mentions id:state-albania ; schema:url "https://www.osce.org/1"^^xsd:anyURI ;
    kg:sha256 "d12b89406afecc676043359236e0fc8be702195ab7ed49b13e599cfab924bc95" ;
    kg:isEvidencedBy id:passage-r-10-40 ; kg:isExtractedBy "loader" ; kg:confidence "high" .
id:passage-r-10-40 a kg:Passage ; rdfs:label "Characters 10 to 40"@en ; kg:inRelease id:release-r ;
    kg:startOffset 10 ; kg:endOffset 40 ; kg:quote "Rama met Lavrov in Moscow today." .
id:mention-r-10-14 a kg:Mention ; rdfs:label "Rama"@en ; kg:refersTo id:person-edi-rama ; kg:startOffset 10 ;
    kg:endOffset 14 ; kg:quote "Rama" ;
    kg:isEvidencedBy id:passage-r-10-40 ; kg:isExtractedBy "names" ; kg:confidence "high" .
id:unresolved-r-20-26 a kg:UnresolvedName ; rdfs:label "Lavrov"@en ; kg:expectedClass kg:Person ;
    kg:hasCandidate id:person-sergey-lavrov ; kg:startOffset 20 ; kg:endOffset 26 ; kg:quote "Lavrov" ;
    kg:isEvidencedBy id:passage-r-10-40 ; kg:isExtractedBy "names" ; kg:confidence "low" .
id:instrument-protocol a kg:Instrument ; rdfs:label "A protocol"@en ;
    kg:hasInstrumentType kg:instrument-agreement ;
    kg:documentReference "PC.JOUR/1" ; kg:wasAdoptedOn "1997-05"^^xsd:gYearMonth ;
    kg:hasPlace id:place-moscow ;
    kg:inFormat id:format-five-plus-two ; kg:hasConflict id:conflict-transdniestrian ;
    kg:isPartOf id:instrument-set .
id:instrument-set a kg:Instrument ; rdfs:label "A set of agreements"@en .
id:field-dim-politico-military a kg:FieldOfWork ; rdfs:label "Politico-military dimension"@en ;
    skos:inScheme kg:FieldsOfWork .
id:field-conflict-prevention a kg:FieldOfWork ; rdfs:label "Conflict prevention and resolution"@en ;
    skos:inScheme kg:FieldsOfWork ; skos:broader id:field-dim-politico-military ;
    kg:hasDimension kg:dimension-politico-military .
"""


def added(text: str) -> str:
    return f"INSERT DATA {{ {text} }}"


def removed(text: str) -> str:
    return f"DELETE WHERE {{ {text} }}"


def swapped(subject: str, predicate: str, value: str) -> str:
    return (
        f"DELETE {{ {subject} {predicate} ?old }} INSERT {{ {subject} {predicate} {value} }} "
        f"WHERE {{ {subject} {predicate} ?old }}"
    )


MEETING = "id:meeting-2020-02-26-rama-lavrov"
MEMBERSHIP = "id:membership-five-plus-two-transdniestria-party"
MISSION = "id:mission-presence-in-albania"
TENURE = "id:tenure-edi-rama-cio-2020"

# What is done to the sample, by the shape that must find it. A shape can have several.
BROKEN: list[tuple[str, str]] = [
    ("ThingShape", added('<https://example.org/tirana> a kg:Place ; rdfs:label "Tirana"@en')),
    ("ThingShape", added('id:Place_Tirana a kg:Place ; rdfs:label "Tirana"@en')),
    ("ThingShape-label", removed("id:place-tirana rdfs:label ?label")),
    ("ThingShape-label", added('id:place-tirana rdfs:label "Tirana, the capital"@en')),
    ("ThingShape-label", swapped("id:place-tirana", "rdfs:label", '"Tirana"')),
    ("ThingShape-label", swapped("id:place-tirana", "rdfs:label", '"Tirana"@sq')),
    ("ThingShape-altLabel", added("id:place-tirana skos:altLabel id:place-moscow")),
    (
        "ThingShape-exactMatch",
        added("id:place-tirana skos:exactMatch <https://www.wikidata.org/wiki/Q19689>"),
    ),
    ("ThingShape-sameAs", added("id:place-tirana owl:sameAs wd:Q19689")),
    ("FactShape", removed(f"{TENURE} dct:source ?source")),
    ("FactShape", removed("id:participation-rama kg:isEvidencedBy ?passage")),
    ("FactShape-confidence", removed(f"{TENURE} kg:confidence ?confidence")),
    ("FactShape-confidence", swapped(TENURE, "kg:confidence", '"certain"')),
    ("EvidencedShape-isEvidencedBy", swapped(MEETING, "kg:isEvidencedBy", "id:release-r")),
    ("EvidencedShape-isExtractedBy", removed(f"{MEETING} kg:isExtractedBy ?rule")),
    ("DatedShape-startDate", swapped(TENURE, "kg:startDate", '"2020-01-01"')),
    ("DatedShape-startDate", swapped(TENURE, "kg:startDate", '"2020-01-01T00:00:00"^^xsd:dateTime')),
    ("DatedShape-startDate", swapped(TENURE, "kg:startDate", '"2020-01"^^xsd:date')),
    ("DatedShape-startDate", swapped(TENURE, "kg:startDate", '"2020-02-30"^^xsd:date')),
    ("DatedShape-startDate", swapped(TENURE, "kg:startDate", '"2020-01-01Z"^^xsd:date')),
    ("DatedShape-endDate", swapped("id:mission-old", "kg:endDate", "1997")),
    ("DatedShape-asOf", swapped(TENURE, "kg:asOf", '"today"')),
    ("DatedShape-joinedOn", swapped("id:state-albania", "kg:joinedOn", '"1991"^^xsd:integer')),
    ("DatedShape-wasAdoptedOn", swapped("id:instrument-protocol", "kg:wasAdoptedOn", '"May 1997"')),
    ("DatedShape-deployedOn", swapped(MISSION, "kg:deployedOn", '"1997-4"^^xsd:gYearMonth')),
    ("ReportedShape-isReportedBy", swapped(MEETING, "kg:isReportedBy", "id:post-cio")),
    ("VerifiedShape-isVerified", swapped("id:person-edi-rama", "kg:isVerified", '"no"')),
    ("PersonShape-hasNationality", swapped("id:person-edi-rama", "kg:hasNationality", "id:place-tirana")),
    ("StateShape-isoCode", added('id:state-albania kg:isoCode "alb"')),
    ("StateShape-hasCapital", swapped("id:state-albania", "kg:hasCapital", '"Tirana"')),
    (
        "StateShape-hasParticipationStatus",
        swapped("id:state-albania", "kg:hasParticipationStatus", "kg:dimension-human"),
    ),
    (
        "StateShape-hasParticipationStatus",
        added("id:state-albania kg:hasParticipationStatus kg:status-other"),
    ),
    ("StateShape-joinedOn", added('id:state-albania kg:joinedOn "1992"^^xsd:gYear')),
    ("DeFactoEntityShape", added("id:de-facto-entity-transdniestria a kg:State")),
    ("OrganizationShape-isPartOf", added("id:institution-osce kg:isPartOf id:state-albania")),
    ("OrganizationShape-hasSeat", swapped("id:institution-osce", "kg:hasSeat", "id:state-albania")),
    ("MissionShape-hasHostState", swapped(MISSION, "kg:hasHostState", '"Albania"')),
    ("MissionShape-hasPredecessor", swapped(MISSION, "kg:hasPredecessor", "id:state-albania")),
    ("MissionShape-decision", swapped(MISSION, "kg:decision", "160")),
    ("MissionShape-hasConflict", swapped(MISSION, "kg:hasConflict", "id:state-albania")),
    (
        "NegotiatingFormatShape-hasConflict",
        swapped("id:format-five-plus-two", "kg:hasConflict", "id:place-moscow"),
    ),
    ("PostShape-inOrganization", swapped("id:post-cio", "kg:inOrganization", "id:place-tirana")),
    ("TenureShape-hasHolder", removed(f"{TENURE} kg:hasHolder ?holder")),
    ("TenureShape-hasHolder", added(f"{TENURE} kg:hasHolder id:person-sergey-lavrov")),
    ("TenureShape-hasHolder", swapped(TENURE, "kg:hasHolder", "id:state-albania")),
    ("TenureShape-hasPost", removed(f"{TENURE} kg:hasPost ?post")),
    ("TenureShape-hasRank", added(f"{TENURE} kg:hasRank kg:role-chair")),
    ("TenureShape-startDate", added(f'{TENURE} kg:startDate "2019"^^xsd:gYear')),
    (
        "ChairpersonshipShape-isHeldBy",
        swapped("id:chairpersonship-2020", "kg:isHeldBy", "id:person-edi-rama"),
    ),
    (
        "ChairpersonshipShape-isHeldBy",
        added("id:chairpersonship-2020 kg:isHeldBy id:state-russian-federation"),
    ),
    ("ChairpersonshipShape-hasChairperson", removed("id:chairpersonship-2020 kg:hasChairperson ?person")),
    ("ChairpersonshipShape-startDate", removed("id:chairpersonship-2020 kg:startDate ?date")),
    ("ChairpersonshipShape-endDate", added('id:chairpersonship-2020 kg:endDate "2020-07-02"^^xsd:date')),
    ("FormatMembershipShape-hasMember", removed(f"{MEMBERSHIP} kg:hasMember ?member")),
    ("FormatMembershipShape-ofFormat", swapped(MEMBERSHIP, "kg:ofFormat", "id:institution-osce")),
    ("FormatMembershipShape-hasRole", swapped(MEMBERSHIP, "kg:hasRole", "id:role-party")),
    ("FormatMembershipShape-hasRole", added(f"{MEMBERSHIP} kg:hasRole kg:role-mediator")),
    ("FormatMembershipShape-hasFactuality", swapped(MEMBERSHIP, "kg:hasFactuality", '"presupposed"')),
    ("EventShape-hasFactuality", removed(f"{MEETING} kg:hasFactuality ?factuality")),
    ("EventShape-hasFactuality", swapped(MEETING, "kg:hasFactuality", "kg:cancelled")),
    ("EventShape-hasParticipation", swapped(MEETING, "kg:hasParticipation", "id:person-edi-rama")),
    ("EventShape-hasParticipant", swapped(MEETING, "kg:hasParticipant", "id:participation-rama")),
    ("EventShape-hasPlace", swapped(MEETING, "kg:hasPlace", "id:state-russian-federation")),
    ("EventShape-hasHostState", swapped("id:visit-moscow-2020", "kg:hasHostState", '"Russia"')),
    ("EventShape-inFormat", swapped(MEETING, "kg:inFormat", "id:series-visits")),
    ("EventShape-discusses", swapped(MEETING, "kg:discusses", '"peace"')),
    ("EventShape-isPartOf", swapped(MEETING, "kg:isPartOf", "id:institution-osce")),
    ("EventShape-hasEventKind", swapped(MEETING, "kg:hasEventKind", "kg:role-chair")),
    ("EventShape-hasSeries", swapped(MEETING, "kg:hasSeries", "id:visit-moscow-2020")),
    ("EventShape-hasOutcome", swapped(MEETING, "kg:hasOutcome", "id:conflict-wider")),
    ("EventShape-roundNumber", swapped(MEETING, "kg:roundNumber", '"first"')),
    ("EventShape-roundNumber", swapped(MEETING, "kg:roundNumber", "0")),
    ("ParticipationShape-hasActor", removed("id:participation-rama kg:hasActor ?actor")),
    ("ParticipationShape-hasActor", added("id:participation-rama kg:hasActor id:person-sergey-lavrov")),
    (
        "ParticipationShape-inCapacityOf",
        swapped("id:participation-rama", "kg:inCapacityOf", "id:state-albania"),
    ),
    ("ParticipationShape-onBehalfOf", swapped("id:participation-rama", "kg:onBehalfOf", "id:post-cio")),
    ("ParticipationShape-hasRole", swapped("id:participation-rama", "kg:hasRole", "kg:rank-acting")),
    ("ActShape-hasSpeaker", added("id:act-r-10-urged kg:hasSpeaker id:person-sergey-lavrov")),
    ("ActShape-hasSpeaker", swapped("id:act-r-10-urged", "kg:hasSpeaker", "id:post-cio")),
    ("ActShape-hasActType", removed("id:act-r-10-urged kg:hasActType ?type")),
    ("ActShape-hasActType", swapped("id:act-r-10-urged", "kg:hasActType", "kg:happened")),
    ("ActShape-isAbout", swapped("id:act-r-10-urged", "kg:isAbout", '"peace"')),
    ("ActShape-isAddressedTo", swapped("id:act-r-10-urged", "kg:isAddressedTo", "id:place-moscow")),
    ("ActShape-hasFactuality", removed("id:act-r-10-urged kg:hasFactuality ?factuality")),
    ("ActShape-isConveyedBy", swapped("id:act-r-10-urged", "kg:isConveyedBy", "id:state-albania")),
    ("ReleaseShape-title", removed("id:release-r dct:title ?title")),
    ("ReleaseShape-issued", swapped("id:release-r", "dct:issued", '"2020-02"^^xsd:gYearMonth')),
    ("ReleaseShape-issued", added('id:release-r dct:issued "2020-02-27"^^xsd:date')),
    ("ReleaseShape-issuedAt", swapped("id:release-r", "kg:issuedAt", '"MOSCOW"')),
    ("ReleaseShape-hasSource", swapped("id:release-r", "kg:hasSource", "id:state-albania")),
    ("ReleaseShape-subject", swapped("id:release-r", "dct:subject", '"Elections"')),
    ("ReleaseShape-mentions", swapped("id:release-r", "kg:mentions", '"Albania"')),
    ("ReleaseShape-sha256", removed("id:release-r kg:sha256 ?hash")),
    ("ReleaseShape-sha256", swapped("id:release-r", "kg:sha256", '"D12B"')),
    ("ReleaseShape-url", swapped("id:release-r", "schema:url", '"ftp://osce.org"^^xsd:anyURI')),
    ("ReleaseShape-isEvidencedBy", removed("id:release-r kg:isEvidencedBy ?passage")),
    ("StretchShape-startOffset", swapped("id:passage-r-10-40", "kg:startOffset", "41")),
    ("StretchShape-startOffset", swapped("id:mention-r-10-14", "kg:startOffset", "-1")),
    ("StretchShape-endOffset", removed("id:unresolved-r-20-26 kg:endOffset ?offset")),
    ("StretchShape-endOffset", swapped("id:passage-r-10-40", "kg:endOffset", '"40"')),
    ("StretchShape-quote", removed("id:passage-r-10-40 kg:quote ?quote")),
    ("StretchShape-quote", swapped("id:passage-r-10-40", "kg:quote", '""')),
    ("PassageShape-inRelease", removed("id:passage-r-10-40 kg:inRelease ?release")),
    ("MentionShape-refersTo", added("id:mention-r-10-14 kg:refersTo id:person-sergey-lavrov")),
    ("MentionShape-isEvidencedBy", removed("id:mention-r-10-14 kg:isEvidencedBy ?passage")),
    ("UnresolvedNameShape-expectedClass", removed("id:unresolved-r-20-26 kg:expectedClass ?class")),
    ("UnresolvedNameShape-hasCandidate", swapped("id:unresolved-r-20-26", "kg:hasCandidate", '"Lavrov"')),
    ("UnresolvedNameShape-isEvidencedBy", removed("id:unresolved-r-20-26 kg:isEvidencedBy ?passage")),
    (
        "InstrumentShape-hasInstrumentType",
        swapped("id:instrument-protocol", "kg:hasInstrumentType", '"agreement"'),
    ),
    ("InstrumentShape-documentReference", swapped("id:instrument-protocol", "kg:documentReference", "1")),
    ("InstrumentShape-hasPlace", swapped("id:instrument-protocol", "kg:hasPlace", "id:state-albania")),
    ("InstrumentShape-inFormat", swapped("id:instrument-protocol", "kg:inFormat", "id:place-moscow")),
    ("InstrumentShape-hasConflict", swapped("id:instrument-protocol", "kg:hasConflict", "id:place-moscow")),
    ("InstrumentShape-isPartOf", swapped("id:instrument-protocol", "kg:isPartOf", "id:institution-osce")),
    ("ConflictShape-concernsState", added("id:conflict-wider kg:concernsState id:place-moscow")),
    ("ConflictShape-broader", swapped("id:conflict-transdniestrian", "skos:broader", "id:place-moscow")),
    ("FieldOfWorkShape-inScheme", removed("id:field-conflict-prevention skos:inScheme ?scheme")),
    (
        "FieldOfWorkShape-broader",
        swapped("id:field-conflict-prevention", "skos:broader", "kg:dimension-human"),
    ),
    (
        "FieldOfWorkShape-hasDimension",
        swapped("id:field-conflict-prevention", "kg:hasDimension", '"politico-military"'),
    ),
]
# What is unusual and yet as the contract has it.
ALLOWED = {
    "a planned event that came about": added(f"{MEETING} kg:hasFactuality kg:planned"),
    "an act whose speaker is not named": removed("id:act-r-10-urged kg:hasSpeaker ?speaker"),
    "a release without a date": removed("id:release-r dct:issued ?date"),
    "two posts at once": added(
        'id:post-pm a kg:Post ; rdfs:label "Premier"@en . id:participation-rama kg:inCapacityOf id:post-pm'
    ),
    "two chairpersons in one term": added("id:chairpersonship-2020 kg:hasChairperson id:person-sergey-lavrov"),
    "two ends in two sources": added(
        f'{TENURE} kg:endDate "2020-12-31"^^xsd:date, "2021"^^xsd:gYear ; dct:source "another source"'
    ),
    "evidence of two releases with two confidences": added(f'{MEETING} kg:confidence "low" ; kg:isExtractedBy "x"'),
    "a mission in a territory that is no state": swapped(
        MISSION, "kg:hasHostState", "id:de-facto-entity-transdniestria"
    ),
}


def sample() -> Graph:
    """A small graph that holds to the contract, with the ontology that gives it its classes and concepts."""
    graph = Graph()
    graph += read("core", "concepts", "alignments")
    prefixes = PREFIXES.replace("PREFIX", "@prefix").replace(">\n", "> .\n")
    return graph.parse(data=prefixes + SAMPLE, format="turtle")


def findings(graph: Graph) -> dict[str, set[str]]:
    """What pySHACL finds: the names of the shapes, each with its messages."""
    _, report, _ = validate(graph, shacl_graph=read("shapes"), inference="none")
    found: dict[str, set[str]] = {}
    assert isinstance(report, Graph)
    for result, shape in report.subject_objects(SH.sourceShape):
        messages = {str(message) for message in report.objects(result, SH.resultMessage)}
        found.setdefault(str(shape).removeprefix(KG), set()).update(messages)
    return found


def shapes_that_report() -> set[str]:
    return named(read("shapes").subjects(SH.message)) - {
        "UnsupportedShape-isEvidencedBy",
        "UnsupportedShape-source",
    }


class TestShapes:
    def test_the_sample_conforms(self) -> None:
        assert findings(sample()) == {}

    @pytest.mark.parametrize("update", ALLOWED.values(), ids=ALLOWED.keys())
    def test_what_the_contract_allows_conforms(self, update: str) -> None:
        graph = sample()
        before = set(graph)
        graph.update(PREFIXES + update)
        assert set(graph) != before
        assert findings(graph) == {}

    @pytest.mark.parametrize(("shape", "update"), BROKEN, ids=[shape for shape, _ in BROKEN])
    def test_a_breach_is_found(self, shape: str, update: str) -> None:
        graph = sample()
        graph.update(PREFIXES + update)
        found = findings(graph)
        assert shape in found
        assert found[shape] == {str(message) for message in read("shapes").objects(KG[shape], SH.message)}

    def test_every_shape_that_reports_has_a_breach(self) -> None:
        assert {shape for shape, _ in BROKEN} == shapes_that_report()

    @pytest.mark.parametrize("shape", sorted(shapes_that_report()))
    def test_shape_has_a_severity_and_a_message(self, shape: str) -> None:
        graph = read("shapes")
        messages = list(graph.objects(KG[shape], SH.message))
        assert list(graph.objects(KG[shape], SH.severity)) == [SH.Violation]
        assert len(messages) == 1
        assert isinstance(messages[0], Literal)
        assert messages[0].language == "en"
        assert messages[0].endswith(".")

    def test_shapes_speak_of_terms_that_exist(self) -> None:
        graph = read("shapes")
        used = named(
            node
            for predicate in (
                SH.path,
                SH.targetClass,
                SH["class"],
                SH.targetSubjectsOf,
                SH.lessThan,
                SH.hasValue,
            )
            for node in graph.objects(None, predicate)
        )
        assert used <= set(terms())

    def test_every_property_shape_belongs_to_a_node_shape(self) -> None:
        graph = read("shapes")
        declared = named(graph.subjects(RDF.type, SH.PropertyShape))
        assert declared == named(graph.objects(None, SH.property))
        assert all(name.rpartition("-")[0] in named(graph.subjects(RDF.type, SH.NodeShape)) for name in declared)
