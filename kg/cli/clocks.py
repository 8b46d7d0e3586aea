"""Options for the two clocks: what was true on a day, and what was known by a day."""

from collections.abc import Callable
from typing import TypeVar

import click

F = TypeVar("F", bound=Callable[..., object])


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
