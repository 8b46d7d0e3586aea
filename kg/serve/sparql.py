"""The SPARQL endpoint and its description."""

from io import BytesIO

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat, Triple
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.graphs import DERIVED, ONTOLOGY, REFERENCE
from kg.serve import media
from kg.serve.http import body, response, while_waited_for
from kg.serve.limits import Limits
from kg.serve.protocol import read
from kg.serve.refusal import Refusal
from kg.serve.source import Source
from kg.terms import RDF, Vocabulary

HTML = "text/html"
_SD = Vocabulary(
    "http://www.w3.org/ns/sparql-service-description#",
    "Service endpoint supportedLanguage SPARQL11Query resultFormat feature UnionDefaultGraph defaultDataset Dataset "
    "namedGraph NamedGraph name",
)
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS = (
    "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV Turtle N-Triples RDF_XML JSON-LD N3 "
    "TriG N-Quads"
).split()


async def endpoint(request: Request) -> Response:
    """Answer a query by the SPARQL 1.1 Protocol; without one, tell what the endpoint can do."""
    limits: Limits = request.app.state.limits
    source: Source = request.app.state.source
    sent = await body(request, limits) if request.method == "POST" else b""
    query = read(request.method, request.scope["query_string"], request.headers.get("Content-Type"), sent)
    accept = request.headers.get("Accept")
    if query is None:
        return _description(request, accept)
    wanted = [media.preferred(accept, among) for among in (media.ANY_SOLUTIONS, media.ANY_GRAPH)]
    if not any(wanted):
        raise media.not_acceptable(media.ANY_SOLUTIONS, media.ANY_GRAPH)
    async with source.pool as pool:
        answer = await while_waited_for(request, pool.run(query, ", ".join(filter(None, wanted))))
    return response(answer)


def _description(request: Request, accept: str | None) -> Response:
    chosen = media.negotiated(accept, (*media.ANY_GRAPH, (HTML, HTML)))
    if chosen == HTML:
        return RedirectResponse(request.url_for("editor").path, 303)
    return Response(describe(str(request.url.replace(query="")), chosen), media_type=chosen)


def describe(address: str, chosen: str) -> bytes:
    """The service description of the endpoint at an address, in a format of graphs."""
    try:
        service = NamedNode(address)
    except ValueError:
        raise Refusal(400, "Host: no host's name") from None
    dataset = NamedNode(f"{address}#dataset")
    triples = [
        Triple(service, RDF.type, _SD.Service),
        Triple(service, _SD.endpoint, service),
        Triple(service, _SD.supportedLanguage, _SD.SPARQL11Query),
        Triple(service, _SD.feature, _SD.UnionDefaultGraph),
        *(Triple(service, _SD.resultFormat, NamedNode(_FORMATS + name)) for name in _RESULT_FORMATS),
        Triple(service, _SD.defaultDataset, dataset),
        Triple(dataset, RDF.type, _SD.Dataset),
    ]
    for graph in (ONTOLOGY, REFERENCE, DERIVED):
        named = NamedNode(f"{address}#{graph.value.rpartition('/')[2]}")
        triples += [
            Triple(dataset, _SD.namedGraph, named),
            Triple(named, RDF.type, _SD.NamedGraph),
            Triple(named, _SD.name, graph),
        ]
    output = BytesIO()
    file_format = RdfFormat.from_media_type(chosen)
    assert file_format is not None
    prefixes = {"sd": "http://www.w3.org/ns/sparql-service-description#", "formats": _FORMATS}
    pyoxigraph.serialize(triples, output, file_format, prefixes=prefixes)
    return output.getvalue()
