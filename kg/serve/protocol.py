"""The query operation of the SPARQL 1.1 Protocol: from a request to a query that may be run."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode

from kg.serve.refusal import Refusal
from kg.store.sparql import line_of_service, without_own_dataset

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
READ_ONLY = "this endpoint is read-only; the store is changed by kg build and kg add"
MOST_FIELDS = 200


@dataclass(frozen=True, slots=True)
class Query:
    """A query that calls nobody, and the graphs that the request chooses for it."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    @property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The request's choice of graphs; where nobody made one, the union of all, in Oxigraph's own word."""
        chosen = [("default-graph-uri", one) for one in self.default_graphs]
        chosen += [("named-graph-uri", one) for one in self.named_graphs]
        if not chosen and without_own_dataset(self.text):
            return (("union-default-graph", ""),)
        return tuple(chosen)


def checked(query: Query) -> Query:
    """The query itself; raises `Refusal` where it is empty, calls another server, or names a graph by no IRI.

    `FROM`, `FROM NAMED` and the request's graphs choose among the graphs that are in the store. Nothing is
    fetched for them.
    """
    line = line_of_service(query.text)
    if line is not None:
        raise Refusal(
            400,
            f"SERVICE on line {line}: a query may not call other servers from here; "
            "write the word otherwise where it stands in a comment",
        )
    if "\0" in query.text:
        raise Refusal(400, "the query holds a NUL character")
    for graph in (*query.default_graphs, *query.named_graphs):
        try:
            NamedNode(graph)
        except ValueError as error:
            raise Refusal(400, f"{graph[:200]!r} names no graph: {error}; give a whole IRI") from None
    return query


def fields(data: bytes, where: str) -> list[tuple[str, str]]:
    """The parameters of an address or a form; raises `Refusal` where they are not UTF-8, or too many."""
    try:
        text = data.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeError:
        raise Refusal(400, f"the parameters in the {where} are not percent-encoded UTF-8") from None
    except ValueError:
        raise Refusal(400, f"over {MOST_FIELDS} parameters in the {where}; give fewer") from None


def read(method: str, address: bytes, content_type: str | None, body: bytes) -> Query | None:
    """The query of a request; None where a GET has no parameters, which asks for the service description.

    Parameters that the protocol does not know are let pass, since clients add some of their own. Raises
    `Refusal` for a request that the protocol does not allow.
    """
    given = fields(address, "address")
    if method != "POST":
        if not given:
            return None
        return _of_fields(given, [])
    media, charset = _content_type(content_type)
    if media == FORM:
        return _of_fields(given + fields(body.strip(), "body"), [])
    if media == UPDATE:
        raise Refusal(415, f"{READ_ONLY}; send queries as {QUERY}")
    if media != QUERY:
        said = f"a body of the type {media}" if media else "a body without Content-Type"
        raise Refusal(415, f"{said}; send the query as {QUERY}, or as the field query of {FORM}")
    if charset not in (None, "utf-8", "us-ascii"):
        raise Refusal(415, f"a query in {charset[:40]}; send it as UTF-8")
    return _of_fields(given, [_text(body)])


def _of_fields(given: Iterable[tuple[str, str]], texts: Iterable[str]) -> Query:
    by_name: dict[str, list[str]] = {}
    for name, value in given:
        by_name.setdefault(name, []).append(value)
    if "update" in by_name:
        raise Refusal(400, READ_ONLY)
    queries = [*by_name.get("query", []), *texts]
    if not queries:
        raise Refusal(400, "no query; give one in the parameter query")
    if len(queries) > 1:
        raise Refusal(400, f"{len(queries)} queries in one request; send each by itself")
    graphs: Mapping[str, list[str]] = by_name
    return checked(
        Query(queries[0], tuple(graphs.get("default-graph-uri", ())), tuple(graphs.get("named-graph-uri", ())))
    )


def _content_type(header: str | None) -> tuple[str, str | None]:
    if not header:
        return "", None
    message = Message()
    message["Content-Type"] = " ".join(header.split())
    return message.get_content_type(), message.get_content_charset()


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"the query is not UTF-8 at byte {error.start}") from None
