"""`kg ask`: the questions of the library, their parameters as options."""

from typing import TYPE_CHECKING

import click

from kg.cli.options import clock_options, store_option

if TYPE_CHECKING:
    from kg.library import Question


@click.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []})
@click.argument("question", required=False)
@click.argument("values", nargs=-1, type=click.UNPROCESSED, metavar="[--NAME VALUE]…")
@click.option("-h", "--help", "wants_help", is_flag=True, help="Show this, or a question's parameters.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="[table|json|csv|tsv]",
    help="How to write the answer: a table by default on a terminal, csv in a pipe or file. "
    "For a question about a format, any other word is that format's name.",
)
@clock_options
@store_option
@click.pass_context
def ask(
    context: click.Context,
    *,
    question: str | None,
    values: tuple[str, ...],
    wants_help: bool,
    formats: tuple[str, ...],
    valid_on: str | None,
    known_by: str | None,
    store: str,
) -> None:
    """Ask a question of the library; without one, list them.

    Its parameters are options: things by name, surname or IRI, dates as 2020, 2020-02 or 2020-02-26.
    kg ask QUESTION --help tells which it takes. A table shows things by their labels; the other formats
    have their IRIs too.

    \b
    Examples:
      kg ask
      kg ask whom-did-a-person-meet --help
      kg ask whom-did-a-person-meet --person Lavrov --format csv
      kg ask meetings-of-a-format --format "Normandy Format" --known-by 2016-12-31
    """
    if question is None:
        if wants_help or formats:
            click.echo(context.get_help())
            return
        click.echo(_list())
        return
    if wants_help:
        from kg import library

        click.echo(_help(library.question(question)))
        return
    from kg.cli.asking import answer

    answer(question, values, formats=formats, valid_on=valid_on, known_by=known_by, store=store)


def _list() -> str:
    from kg import library

    lines: list[str] = []
    topic = None
    for question in library.questions():
        if question.topic != topic:
            topic = question.topic
            lines += ["", topic] if lines else [topic]
        lines.append(f"  {question.name:<40} {question.summary}")
    return "\n".join(lines)


def _help(question: "Question") -> str:
    lines = [question.summary]
    if question.description:
        lines += ["", click.wrap_text(question.description, width=100)]
    if question.parameters:
        lines += ["", "Parameters:"]
        for parameter in question.parameters:
            need = "needed" if parameter.required else f"default {parameter.default}"
            lines.append(f"  {parameter.option:<16} {parameter.summary} ({parameter.expected}; {need})")
    if question.example:
        lines += ["", "Example:", f"  {question.example}"]
    return "\n".join(lines)
