"""`kg export`: the graph as a file."""

from pathlib import Path

import click

from kg.cli.clocks import clock_options
from kg.cli.options import output_option, sink, store_option


@click.command()
@output_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(("turtle", "trig", "nquads", "jsonld", "graphml", "void")),
    default="turtle",
    show_default=True,
    help="turtle: the union of all graphs; trig, nquads, jsonld: the graphs apart; graphml: things and the "
    "statements that join them, for Gephi or networkx; void: what the graph is and how much it holds.",
)
@clock_options
@store_option
def export(*, output: Path | None, output_format: str, valid_on: str | None, known_by: str | None, store: str) -> None:
    """Write the graph, the same bytes for the same graph.

    \b
    Examples:
      kg export -o kg.ttl
      kg export --format nquads | wc -l
      kg export --known-by 2019-12-31 -o then.ttl
      kg export --format graphml -o kg.graphml
    """
    from kg import clocks
    from kg import store as stores
    from kg.export import FORMATS, VIEWS

    write = {**FORMATS, **VIEWS}[output_format]
    with stores.open(store) as opened, sink(output) as file:
        write(clocks.at(opened, valid_on=valid_on, known_by=known_by), file)
