"""`kg check`: what is wrong in the store, and where to mend it."""

import sys
from typing import TYPE_CHECKING

import click

from kg.cli.options import ROW_FORMATS, format_option, show_table, store_option

if TYPE_CHECKING:
    from kg.check import Finding

COLUMNS = ("severity", "check", "subject", "message", "mend")
FINDINGS = 1


@click.command()
@click.option("--no-shapes", is_flag=True, help="Leave out SHACL, which takes seconds.")
@format_option(*ROW_FORMATS)
@store_option
@click.pass_context
def check(context: click.Context, *, no_shapes: bool, output_format: str | None, store: str) -> None:
    """List what is wrong: every check of queries/checks/ and every shape of the ontology.

    Exit status 1 when an error or a warning was found, 0 when all is well or only remarks are left.

    \b
    Examples:
      kg check
      kg check --no-shapes --format json
    """
    from kg import store as stores
    from kg.check import check as run

    with stores.open(store) as opened:
        result = run(opened, shapes=not no_shapes)
    if result.without_shapes is not None:
        click.echo(f"kg: the shapes were left out: {result.without_shapes:,} triples are too many for them", err=True)
    _show(result.found, output_format or ("table" if sys.stdout.isatty() else "csv"))
    grave = [one for one in result.found if one.severity != "info"]
    click.echo(f"{len(grave)} to mend, {len(result.found) - len(grave)} remarks", err=True)
    if grave:
        context.exit(FINDINGS)


def _show(found: "tuple[Finding, ...]", output_format: str) -> None:
    rows = [[one.severity, one.check, one.subject, one.message, one.mend] for one in found]
    if output_format == "table":
        from kg.answer import Table

        show_table(Table(COLUMNS, tuple(map(tuple, rows))))
    elif output_format == "json":
        import json

        listed = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        import csv

        writer = csv.writer(sys.stdout, delimiter="\t" if output_format == "tsv" else ",", lineterminator="\n")
        writer.writerows([COLUMNS, *rows])
