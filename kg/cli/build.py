"""`kg build` and `kg add`: releases into a store."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_option

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from kg.build import Progress, Summary
    from kg.build.grounds import Parts

REFUSED = 3
WORTH_SHOWING = 1.0
"""Seconds after which a progress bar is worth the reader's eye."""


model_option = click.option(
    "--spacy-model",
    metavar="NAME",
    help="List as unresolved the names, too, that only this spaCy model finds (needs osce-kg[neural]).",
)


def _parts(spacy_model: str | None) -> "Parts | None":
    if spacy_model is None:
        return None
    from kg.build.grounds import shipped

    return shipped(spacy_model)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@model_option
@store_option
def build(paths: tuple[str, ...], spacy_model: str | None, store: str) -> int:
    """Make the store hold exactly what is given.

    That is the ontology, the reference facts, and the releases at PATH: files, folders and archives
    (.zip, .tar.gz), or the releases that ship with kg where no PATH is given. What is unchanged is not
    read again; what is no longer given goes; running it again changes nothing.

    \b
    Examples:
      kg build
      kg build releases/ more/2020.zip --store my-store

    Exit status: 0 done, 2 nothing done and why, 3 done, but some releases were refused.
    """
    from kg.build import build as run

    with _progress() as progress:
        summary = run(paths, store, parts=_parts(spacy_model), progress=progress)
    return _tell(summary, store)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@model_option
@store_option
def add(paths: tuple[str, ...], spacy_model: str | None, store: str) -> int:
    """Add releases to the store, or replace those that it has, and touch no others.

    \b
    Examples:
      kg add page.html
      kg add new/ --store my-store

    Exit status: 0 done, 2 nothing done and why, 3 done, but some releases were refused.
    """
    from kg.build import add as run

    with _progress() as progress:
        summary = run(paths, store, parts=_parts(spacy_model), progress=progress)
    return _tell(summary, store)


class _Bar:
    """A progress bar on standard error that appears where a build takes longer than a moment."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._bar: RichProgress | None = None

    def show(self, stage: str, done: int, total: int) -> None:
        """Show what the build is at, and how much of it is done."""
        if self._bar is None and time.monotonic() - self._started > WORTH_SHOWING:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as RichProgress

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self._bar = RichProgress(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task(stage, total=total)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], description=stage, completed=done, total=total)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


@contextmanager
def _progress() -> Iterator["Progress | None"]:
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.show
    finally:
        bar.stop()


def _tell(summary: "Summary", store: str) -> int:
    counts = [("added", summary.added), ("replaced", summary.replaced), ("dropped", summary.dropped)]
    changes = ", ".join(f"{count} {word}" for word, count in counts if count) or "none changed"
    written = "" if summary.written else "; nothing to write"
    click.echo(f"{store}: {_number(summary.releases, 'release')} ({changes}), {summary.quads:,} quads{written}")
    if summary.facts:
        facts = ", ".join(f"{count:,} {_words(name)}" for name, count in summary.facts.items())
        click.echo(f"read: {facts}")
    if summary.unresolved:
        click.echo(f"unresolved: {_number(summary.unresolved, 'name')}; kg unresolved lists them")
    if summary.skipped or summary.duplicates:
        skipped = _number(summary.skipped, "hidden or README-like file")
        click.echo(f"skipped: {skipped}, {_number(summary.duplicates, 'file')} given twice")
    for place, reason in summary.refused:
        click.echo(f"refused: {place}: {reason}", err=True)
    return REFUSED if summary.refused else 0


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _words(name: str) -> str:
    return {"Mention": "mentions", "Unresolved": "unresolved names", "Act": "acts"}.get(name, f"{name.lower()}s")
