"""`kg export`: the graph as a file."""

from pathlib import Path

import click

from kg.cli.clocks import seen_by
from kg.cli.options import clock_options, output_option, sink, store_option
from kg.errors import InputError

SUFFIXES = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".jsonld": "jsonld", ".graphml": "graphml"}
"""The suffixes of files that name their format."""


@click.command()
@output_option
@click.option(
    "--format",
    "output_format",
    type=click.Choice(("turtle", "trig", "nquads", "jsonld", "graphml", "void")),
    help="turtle, the default: the union of all graphs; trig, nquads, jsonld: the graphs apart; graphml: things and "
    "the statements that join them, for Gephi or networkx; void: what the graph is and how much it holds. Without it, "
    "FILE's suffix says.",
)
@clock_options
@store_option
def export(
    *, output: Path | None, output_format: str | None, valid_on: str | None, known_by: str | None, store: str
) -> None:
    """Write the graph, the same bytes for the same graph.

    \b
    Examples:
      kg export -o kg.ttl
      kg export --format nquads | wc -l
      kg export --known-by 2019-12-31 -o then.ttl
      kg export -o kg.graphml
    """
    from kg import store as stores
    from kg.export import FORMATS, VIEWS

    write = {**FORMATS, **VIEWS}[output_format or _format_of(output)]
    with stores.open(store) as opened, sink(output) as file:
        write(seen_by(opened, valid_on=valid_on, known_by=known_by), file)


def _format_of(output: Path | None) -> str:
    """The format that a file's name asks for; raises `InputError` for a suffix that is none's."""
    if output is None or not output.suffix:
        return "turtle"
    try:
        return SUFFIXES[output.suffix.lower()]
    except KeyError:
        known = ", ".join(SUFFIXES)
        raise InputError(f"{output}: no format has this suffix; name it {known}, or give --format") from None
