"""Options that several commands share."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

import click

from kg.cli.output import DEFAULT_STORE, STORE_VARIABLE
from kg.errors import InputError

F = TypeVar("F", bound=Callable[..., object])


def store_option(function: F) -> F:
    """Add `--store`, which `KG_STORE` can also give: a folder, or the address of a server."""
    return click.option(
        "--store",
        envvar=STORE_VARIABLE,
        default=DEFAULT_STORE,
        show_default="./kg-store",
        metavar="FOLDER|URL",
        help="The store: a folder, or the address of a SPARQL 1.1 server, which is signed in to as KG_USER with "
        "KG_PASSWORD. KG_STORE gives it too.",
    )(function)


def format_option(*formats: str) -> Callable[[F], F]:
    """Add `--format`, a table on a terminal and CSV elsewhere unless given."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        help="How to write the answer: a table by default on a terminal, csv in a pipe or file.",
    )


def output_option(function: F) -> F:
    """Add `-o`, a file to write to."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write to FILE, whole or not at all, instead of standard output.",
    )(function)


def clock_options(function: F) -> F:
    """Add `--valid-on` and `--known-by`."""
    valid_on = click.option(
        "--valid-on",
        metavar="DATE",
        help="Only what was true on this day (or in this month or year): offices, chairs and roles by their dates, "
        "events of the day. What a release says without a date counts on the day of the release alone.",
    )
    known_by = click.option(
        "--known-by",
        metavar="DATE",
        help="Only what releases issued by this day tell, as they tell it. The curated reference facts stay: "
        "they have no day of knowing, only kg:asOf, the day for which they were gathered.",
    )
    return valid_on(known_by(function))


@contextmanager
def sink(output: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that takes its place at `output` only when it is whole.

    A device or a pipe is written to directly. Raises `InputError` where the file cannot be written; then what
    was there before is still there.
    """
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if output.exists() and not output.is_file():
        # A device or a pipe is written to; nothing may take its place.
        try:
            with output.open("wb") as device:
                yield device
        except OSError as error:
            raise InputError(f"{output}: cannot be written: {error.strerror or error}") from None
        return
    temporary = output.with_name(f".{output.name}.new")
    try:
        with temporary.open("wb") as file:
            yield file
        temporary.replace(output)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror or error}") from None
    finally:
        temporary.unlink(missing_ok=True)
