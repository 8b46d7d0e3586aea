"""The formats of answers, and the choice among them by a request's `Accept`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import mimeparse
from pyoxigraph import QueryResultsFormat, RdfFormat

from kg.serve.refusal import Refusal

Choice = tuple[tuple[str, str], ...]
"""Media types that a client may ask for, each with the one that it gets; the one wanted most comes first."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of answers: its media type, the end of a file's name, and how a whole answer ends.

    An answer that the engine broke off on its way ends otherwise.
    """

    media: str
    extension: str
    end: bytes
    aliases: tuple[str, ...] = ()


SOLUTIONS = (
    Format(QueryResultsFormat.JSON.media_type, "srj", b"}", ("application/json",)),
    Format(QueryResultsFormat.XML.media_type, "srx", b"</sparql>", ("application/xml", "text/xml")),
    Format("text/csv", "csv", b"\n"),
    Format("text/tab-separated-values", "tsv", b"\n", ("text/plain",)),
)
"""The formats of a SELECT's or ASK's answer."""
GRAPHS = (
    Format(RdfFormat.TURTLE.media_type, "ttl", b"\n", ("application/x-turtle",)),
    Format(RdfFormat.N_TRIPLES.media_type, "nt", b"\n", ("text/plain",)),
    Format(RdfFormat.RDF_XML.media_type, "rdf", b">", ("application/xml", "text/xml")),
    Format(RdfFormat.JSON_LD.media_type, "jsonld", b"]", ("application/json",)),
    Format(RdfFormat.N3.media_type, "n3", b"\n"),
    Format(RdfFormat.TRIG.media_type, "trig", b"\n"),
    Format(RdfFormat.N_QUADS.media_type, "nq", b"\n"),
)
"""The formats of a CONSTRUCT's or DESCRIBE's answer."""
ENDS: Mapping[str, bytes] = {one.media: one.end for one in (*SOLUTIONS, *GRAPHS)}
"""By media type, how a whole answer ends."""


def choice(formats: Sequence[Format]) -> Choice:
    """What may be asked for to get these formats, their own names before the looser ones."""
    own = [(one.media, one.media) for one in formats]
    return tuple(own + [(alias, one.media) for one in formats for alias in one.aliases])


ANY_SOLUTIONS = choice(SOLUTIONS)
ANY_GRAPH = choice(GRAPHS)


def preferred(accept: str | None, among: Choice) -> str | None:
    """The media type that the header likes best, None where it takes none; raises `Refusal` for no such header."""
    if not (accept or "").strip():
        return among[0][1]
    # Of equals, the library takes the last.
    offered = dict(reversed(among))
    try:
        found = mimeparse.best_match(list(offered), accept)
    except mimeparse.MimeTypeParseException:
        raise Refusal(400, "Accept: no list of media types; write, for example, Accept: text/csv") from None
    return offered[found] if found else None


def not_acceptable(*among: Choice) -> Refusal:
    """The refusal of a request that takes none of these."""
    names = dict.fromkeys(media for one in among for _, media in one)
    return Refusal(406, f"the answer comes in none of the formats that Accept names; it comes as {', '.join(names)}")


def negotiated(accept: str | None, among: Choice) -> str:
    """The media type that the header likes best; raises `Refusal` where it takes none."""
    found = preferred(accept, among)
    if found is None:
        raise not_acceptable(among)
    return found
