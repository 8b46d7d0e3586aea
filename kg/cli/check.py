"""`kg check`: what is wrong in the store, and where to mend it."""

import click

from kg.cli.options import format_option, store_option
from kg.cli.output import ROW_FORMATS, show

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
    from kg.check import as_rows
    from kg.check import check as run

    with stores.open(store) as opened:
        result = run(opened, shapes=not no_shapes)
    if result.without_shapes is not None:
        click.echo(f"kg: the shapes were left out: {result.without_shapes:,} triples are too many for them", err=True)
    show(as_rows(result.found), output_format)
    grave = [one for one in result.found if one.severity != "info"]
    click.echo(f"{len(grave)} to mend, {len(result.found) - len(grave)} remarks", err=True)
    if grave:
        context.exit(FINDINGS)
