"""`kg ask`: the questions of the library, their parameters as options."""

from typing import TYPE_CHECKING

import click

from kg.cli.clocks import clock_options
from kg.cli.options import ROW_FORMATS, show, store_option
from kg.errors import ParameterError

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
    from kg import library

    asked = library.question(question)
    if wants_help:
        click.echo(_help(asked))
        return
    output_format, names = _output_format(formats, asked)
    given = _pairs((*values, *names))
    from kg import clocks
    from kg import store as stores
    from kg.answer import ask as run

    with stores.open(store) as opened:
        seen = clocks.at(opened, valid_on=valid_on, known_by=known_by)
        show(run(seen, asked.name, given), output_format, with_labels=True)


def _output_format(formats: tuple[str, ...], question: "Question") -> tuple[str | None, list[str]]:
    """The format of the answer, and the option `--format` with a negotiating format's name."""
    chosen = [word for word in formats if word in ROW_FORMATS]
    names = [word for word in formats if word not in ROW_FORMATS]
    takes_format = any(parameter.option == "--format" for parameter in question.parameters)
    if names and not takes_format:
        raise ParameterError(f"--format {names[0]!r}: choose one of {', '.join(ROW_FORMATS)}")
    return (chosen[-1] if chosen else None), [part for name in names for part in ("--format", name)]


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    """`--name value` and `--name=value` as pairs; raises `ParameterError` for what is neither."""
    pairs: dict[str, str] = {}
    rest = list(values)
    while rest:
        option = rest.pop(0)
        if not option.startswith("--"):
            raise ParameterError(f"{option!r}: give each value after the name of its parameter, as --name value")
        name, equals, value = option[2:].partition("=")
        if not equals:
            if not rest:
                raise ParameterError(f"--{name}: give a value after it")
            value = rest.pop(0)
        if name in pairs:
            raise ParameterError(f"--{name}: given twice")
        pairs[name] = value
    return pairs


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
