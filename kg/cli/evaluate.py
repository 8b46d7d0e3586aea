"""`kg evaluate`: how good the reading is, against gold."""

from pathlib import Path

import click


@click.command()
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List each fact that is missing, extra or forbidden, with its sentence.")
@click.option("--by-file", is_flag=True, help="A row for each gold file, too.")
@click.option(
    "--readouts",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Count instead in how many readouts the body alone gives the pair that the title names.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(("table", "json")),
    default="table",
    show_default=True,
    help="How to write the report.",
)
def evaluate(gold: tuple[Path, ...], *, errors: bool, by_file: bool, readouts: Path | None, output_format: str) -> None:
    """Precision, recall and F1 by class, and the forbidden facts, against GOLD files or folders.

    Without GOLD, the shipped training gold. The test split is to be looked at only when tuning is over.

    \b
    Examples:
      kg evaluate
      kg evaluate data/gold/train --errors
      kg evaluate data/gold/seed data/gold/traps --format json
    """
    from kg.text import memory

    # Before there are any rules, which ask at once what has been found out about them.
    memory.recall()
    from kg import evaluate as evaluation
    from kg.resources import resource

    if readouts is not None:
        counted = evaluation.readouts(readouts)
        memory.keep()
        click.echo(_json(counted.as_dict()) if output_format == "json" else counted.table())
        return
    report = evaluation.run(gold or (resource("data", "gold", "train"),))
    memory.keep()
    if output_format == "json":
        click.echo(_json(report.as_dict()))
        return
    if errors:
        click.echo(report.errors())
    click.echo(report.table(by_file))


def _json(record: object) -> str:
    import json

    return json.dumps(record, ensure_ascii=False, indent=2)
