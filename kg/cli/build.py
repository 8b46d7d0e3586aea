"""`kg build` and `kg add`: releases into a store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_option
from kg.cli.output import number
from kg.cli.progress import progress_bar

if TYPE_CHECKING:
    from kg.build import Engine, Summary
    from kg.build.grounds import Parts

REFUSED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """Which releases to read, and with what: the options that `kg build` and `kg add` share."""

    spacy_model: str | None
    gliner_model: str | None
    pages: tuple[str, ...]
    scheduler: str | None
    engine: str
    jobs: int | None


def reading_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of `Reading`, and give the command what was said as `reading`."""

    @wraps(command)
    def given(
        *arguments: object,
        spacy_model: str | None,
        gliner_model: str | None,
        pages: tuple[str, ...],
        scheduler: str | None,
        engine: str,
        jobs: int | None,
        **others: object,
    ) -> int:
        reading = Reading(spacy_model, gliner_model, pages, scheduler, engine, jobs)
        return command(*arguments, reading=reading, **others)

    function: Callable[..., int] = given
    for option in (
        click.option(
            "--pages",
            multiple=True,
            metavar="HOST/PATH",
            help="Of web-crawl archives read only such pages, as www.osce.org/* (several times for several).",
        ),
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help="The Dask scheduler, such as tcp://10.0.0.1:8786; all workers must see the store's folder.",
        ),
        click.option(
            "--engine",
            type=click.Choice(["processes", "dask"]),
            default="processes",
            show_default=True,
            help="Read in processes of this machine, or on a Dask cluster (needs osce-kg[cluster]). "
            "The result is the same.",
        ),
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            help="Read in N processes; without it, in one for each core. The result is the same.",
        ),
        click.option(
            "--gliner-model",
            metavar="FOLDER",
            help="The same with the GLiNER model in this folder (needs osce-kg[gliner]).",
        ),
        click.option(
            "--spacy-model",
            metavar="NAME",
            help="List as unresolved the names, too, that only this spaCy model finds (needs osce-kg[neural]).",
        ),
    ):
        function = option(function)
    return function


@contextmanager
def _engine(reading: Reading) -> Iterator["Engine"]:
    if reading.engine == "processes":
        if reading.scheduler is not None:
            raise click.UsageError("--scheduler goes with --engine dask.")
        from kg.build import in_processes

        yield in_processes(reading.jobs)
        return
    if reading.scheduler is None:
        raise click.UsageError("--engine dask needs --scheduler ADDRESS.")
    if reading.jobs is not None:
        raise click.UsageError("--jobs is for processes of this machine; a cluster reads with all its workers.")
    from kg.cluster import dask_engine

    with dask_engine(reading.scheduler) as engine:
        yield engine


def _parts(reading: Reading) -> "Parts | None":
    models = {"spacy": reading.spacy_model, "gliner": reading.gliner_model}
    given = tuple(f"{kind}:{name}" for kind, name in models.items() if name is not None)
    if not given:
        return None
    from kg.build.grounds import shipped
    from kg.extract.neural import extractor

    for model in given:
        extractor(model)  # refused before anything is read
    return shipped(given)


def _run(change: "Callable[..., Summary]", paths: tuple[str, ...], store: str, reading: Reading) -> int:
    """Change the store with `kg.build.build` or `kg.build.add`, and tell what came of it."""
    parts = _parts(reading)
    with _engine(reading) as engine, progress_bar() as progress:
        summary = change(paths, store, parts=parts, engine=engine, progress=progress, pages=reading.pages)
    return _tell(summary, store)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@reading_options
@store_option
def build(paths: tuple[str, ...], store: str, reading: Reading) -> int:
    """Make the store hold exactly what is given.

    That is the ontology, the reference facts, and the releases at PATH: files, folders and archives
    (.zip, .tar.gz, .warc.gz), also by addresses that fsspec knows (needs osce-kg[cluster]), or the releases that ship
    with kg where no PATH is given. What is unchanged is not read again; what is no longer given goes; running it
    again changes nothing.

    \b
    Examples:
      kg build
      kg build releases/ more/2020.zip --store my-store
      kg build s3://bucket/releases https://example.org/crawl.warc.gz

    Exit status: 0 done, 2 nothing done and why, 3 done, but some releases were refused.
    """
    from kg.build import build as change

    return _run(change, paths, store, reading)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@reading_options
@store_option
def add(paths: tuple[str, ...], store: str, reading: Reading) -> int:
    """Add releases to the store, or replace those that it has, and touch no others.

    \b
    Examples:
      kg add page.html
      kg add new/ --store my-store

    Exit status: 0 done, 2 nothing done and why, 3 done, but some releases were refused.
    """
    from kg.build import add as change

    return _run(change, paths, store, reading)


def _tell(summary: "Summary", store: str) -> int:
    counts = [("added", summary.added), ("replaced", summary.replaced), ("dropped", summary.dropped)]
    changes = ", ".join(f"{count} {word}" for word, count in counts if count) or "none changed"
    written = "" if summary.written else "; nothing to write"
    click.echo(f"{store}: {number(summary.releases, 'release')} ({changes}), {summary.quads:,} quads{written}")
    if summary.facts:
        facts = ", ".join(f"{count:,} {_words(name)}" for name, count in summary.facts.items())
        click.echo(f"read: {facts}")
    if summary.unresolved:
        click.echo(f"unresolved: {number(summary.unresolved, 'name')}; kg unresolved lists them")
    if summary.skipped or summary.duplicates:
        skipped = number(summary.skipped, "hidden or README-like file")
        click.echo(f"skipped: {skipped}, {number(summary.duplicates, 'file')} given twice")
    if summary.aside:
        click.echo(f"set aside: {number(summary.aside, 'file')} of a harvest: its index, sources and earlier versions")
    for place, reason in summary.refused:
        click.echo(f"refused: {place}: {reason}", err=True)
    return REFUSED if summary.refused else 0


def _words(name: str) -> str:
    return {"Mention": "mentions", "Unresolved": "unresolved names", "Act": "acts"}.get(name, f"{name.lower()}s")
