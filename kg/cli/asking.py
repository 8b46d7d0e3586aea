"""A question of the library as the command line gives it, from its words to its answer."""

from collections.abc import Sequence

from kg import library
from kg import store as stores
from kg.answer import ask
from kg.cli.clocks import seen_by
from kg.cli.output import ROW_FORMATS, show
from kg.errors import ParameterError


def answer(
    question: str,
    values: Sequence[str],
    *,
    formats: Sequence[str],
    valid_on: str | None,
    known_by: str | None,
    store: str,
) -> None:
    """Ask the question with these parameters, `--name value` or `--name=value`, and print what comes.

    `formats` are the values of `--format`: names of formats of the answer, or of a negotiating format.
    """
    asked = library.question(question)
    output_format, names = _output_format(formats, asked)
    given = _pairs((*values, *names))
    with stores.open(store) as opened:
        seen = seen_by(opened, valid_on=valid_on, known_by=known_by)
        show(ask(seen, asked.name, given), output_format, with_labels=True)


def _output_format(formats: Sequence[str], question: library.Question) -> tuple[str | None, list[str]]:
    """The format of the answer, and the option `--format` with a negotiating format's name."""
    chosen = [word for word in formats if word in ROW_FORMATS]
    names = [word for word in formats if word not in ROW_FORMATS]
    takes_format = any(parameter.option == "--format" for parameter in question.parameters)
    if names and not takes_format:
        raise ParameterError(f"--format {names[0]!r}: choose one of {', '.join(ROW_FORMATS)}")
    return (chosen[-1] if chosen else None), [part for name in names for part in ("--format", name)]


def _pairs(values: Sequence[str]) -> dict[str, str]:
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
