"""`kg query`: SPARQL as it is."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import click

from kg.cli.options import format_option, store_option
from kg.cli.output import GRAPH_FORMATS, ROW_FORMATS


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@click.option("-e", "--text", metavar="TEXT", help="The query itself.")
@click.option(
    "--allow-service",
    is_flag=True,
    help="Let the query call other servers with SERVICE. They learn what it asks of them.",
)
@format_option(*ROW_FORMATS, *GRAPH_FORMATS)
@store_option
def query(file: str | None, text: str | None, allow_service: bool, output_format: str | None, store: str) -> None:
    """Run a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    It sees the union of all graphs; GRAPH reaches each by name. The prefixes kg:, id:, rdfs:, dct: and
    the others of the ontology need not be declared. FILE may be - for standard input. Rows come as
    table, json, csv or tsv; graphs as turtle (the default), ntriples or jsonld.

    \b
    Examples:
      kg query -e 'SELECT ?name { ?person a kg:Person ; rdfs:label ?name }'
      kg query question.rq --format json
      echo 'DESCRIBE id:person-edi-rama' | kg query -
      kg query --allow-service with-wikidata.rq
    """
    from kg.cli.querying import answer

    with _calling_others() if allow_service else nullcontext():
        answer(file, text, output_format=output_format, store=store)


@contextmanager
def _calling_others() -> Iterator[None]:
    """Let queries call other servers, and let Ctrl-C end the wait for one that does not answer."""
    from kg.store.sparql import allowing_service

    # The engine waits without limit, and Python's own handler runs only when it is done.
    previous = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        with allowing_service():
            yield
    finally:
        signal.signal(signal.SIGINT, previous)
