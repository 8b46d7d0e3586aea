"""`kg graph`: one offline HTML file."""

from pathlib import Path

import click

from kg.cli.clocks import seen_by
from kg.cli.options import clock_options, store_option
from kg.cli.progress import progress_bar
from kg.errors import InputError


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("graph.html"),
    show_default=True,
    metavar="FILE",
    help="The page to write.",
)
@click.option("--focus", metavar="NAME", help="Only what stands around this person, state, format or other thing.")
@click.option("--hops", type=click.IntRange(1, 4), default=2, show_default=True, help="How far around it.")
@click.option("--from", "since", metavar="DATE", help="Only what was true or happened on or after this day.")
@click.option("--to", "until", metavar="DATE", help="Only what was true or happened on or before this day.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind of thing; may be repeated.")
@click.option("--all", "everything", is_flag=True, help="Everything in the store, not only what releases tell.")
@click.option("--open", "open_it", is_flag=True, help="Open the page when it is written.")
@clock_options
@store_option
def graph(
    *,
    output: Path,
    focus: str | None,
    hops: int,
    since: str | None,
    until: str | None,
    kinds: tuple[str, ...],
    everything: bool,
    open_it: bool,
    valid_on: str | None,
    known_by: str | None,
    store: str,
) -> None:
    """Write the graph as one interactive HTML file that needs no network.

    \b
    Examples:
      kg graph
      kg graph --focus Lavrov --hops 2 --from 2019-01-01 --kind person --kind format -o lavrov.html
    """
    from kg import page
    from kg import store as stores
    from kg.answer import find

    with stores.open(store) as opened:
        seen = seen_by(opened, valid_on=valid_on, known_by=known_by)
        centre = find(seen, focus) if focus is not None else None
        with progress_bar() as progress:
            html = page.make(
                seen,
                focus=centre,
                hops=hops,
                since=since,
                until=until,
                kinds=kinds,
                everything=everything,
                progress=progress,
            )
    try:
        page.write(output, html)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror or error}") from None
    click.echo(f"{output}: {len(html.encode()) / 2**20:.1f} MiB", err=True)
    if open_it:
        click.launch(output.resolve().as_uri())
