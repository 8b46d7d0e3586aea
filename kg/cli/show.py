"""`kg show`: what is known of somebody or something."""

import sys

import click

from kg.cli.clocks import seen_by
from kg.cli.options import clock_options, format_option, store_option
from kg.cli.output import ROW_FORMATS, show_table
from kg.cli.output import show as write


@click.command()
@click.argument("name")
@format_option(*ROW_FORMATS)
@clock_options
@store_option
def show(*, name: str, output_format: str | None, valid_on: str | None, known_by: str | None, store: str) -> None:
    """Show what is known of NAME: offices, chairs, formats, meetings and acts, the newest first.

    NAME is a person, state, body, format, post, place, event, release or other thing, by name, surname or
    IRI. Each line has its dates, how it is told (planned, called for and denied apart from happened), and
    the first release or curated source that tells it so; kg why NAME has the sentences. A table is a
    summary; the other formats have roles, companions, places and IRIs too.

    \b
    Examples:
      kg show "Edi Rama"
      kg show "OSCE Minsk Group" --known-by 2019-12-31
      kg show "OSCE Chairperson-in-Office" --valid-on 2017-12-17
    """
    from kg import store as stores
    from kg.answer import find, table
    from kg.show import show as run
    from kg.show import summary

    with stores.open(store) as opened:
        seen = seen_by(opened, valid_on=valid_on, known_by=known_by)
        found = run(seen, find(seen, name))
    if (output_format or ("table" if sys.stdout.isatty() else "csv")) == "table":
        show_table(summary(table(found)))
    else:
        write(found, output_format)
