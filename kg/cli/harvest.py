"""`kg harvest`: a publisher's new releases into a folder that `kg build` reads."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.progress import progress_bar
from kg.errors import ParameterError

if TYPE_CHECKING:
    from kg.harvest import Publisher, Summary

REFUSED = 3
SHOWN = 5
"""Addresses that are listed for one reason; the rest is counted."""


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]…")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="kg-harvest",
    show_default="./kg-harvest",
    metavar="FOLDER",
    help="Where what is fetched is kept; give the same folder again to go on.",
)
@click.option(
    "--contact",
    envvar="KG_CONTACT",
    metavar="ADDRESS",
    help="Your mail address or web page, told to every server; KG_CONTACT gives it too. Needed.",
)
@click.option("--match", multiple=True, metavar="PATTERN", help="Addresses of releases, as a regular expression.")
@click.option("--host", multiple=True, metavar="HOST", help="Fetch from this host, too.")
@click.option("--most", type=click.IntRange(min=1), default=1000, show_default=True, help="Pages to ask for.")
@click.option(
    "--most-listings", type=click.IntRange(min=1), default=20, show_default=True, help="Listing pages in a row."
)
@click.option("--recheck", is_flag=True, help="Ask again for pages that are kept, whether they have changed.")
@click.option("--new-only", is_flag=True, help="Do not ask again for pages that a source says have changed.")
@click.option(
    "--delay",
    type=click.FloatRange(min=0),
    default=2.0,
    show_default=True,
    help="Seconds between requests to a host; its robots.txt may ask for more.",
)
@click.option(
    "--longest-wait",
    type=click.FloatRange(min=0),
    default=300.0,
    show_default=True,
    help="Seconds to wait where a host asks for it; beyond, it is left for the next time.",
)
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds for one request."
)
@click.option("--minutes", type=click.FloatRange(min=0.01), help="End after so many minutes.")
@click.option("--allow-private", is_flag=True, help="Allow addresses in this machine and its network.")
def harvest(
    *,
    sources: tuple[str, ...],
    output: Path,
    contact: str | None,
    match: tuple[str, ...],
    host: tuple[str, ...],
    most: int,
    most_listings: int,
    recheck: bool,
    new_only: bool,
    delay: float,
    longest_wait: float,
    timeout: float,
    minutes: float | None,
    allow_private: bool,
) -> int:
    """Fetch a publisher's new releases, politely.

    Without a SOURCE, the publishers are listed. SOURCE is a publisher's name in that list, a file of your own in the
    form of data/publishers/*.toml, or the address of a feed, a sitemap, a listing page (with --match) or one
    release. Robots.txt is obeyed. What is fetched is kept byte for byte, with its address, time and hash in
    harvest.jsonl; kg build FOLDER reads it. Run it again to get what is new, or to go on after an interruption.

    \b
    Examples:
      kg harvest
      kg harvest osce --contact me@example.org
      kg harvest https://www.example.org/news --match '/news/\\d+$' --contact me@example.org
      kg build kg-harvest

    Exit status: 0 done, 2 nothing done and why, 3 done, but some addresses were refused or left.
    """
    from kg import harvest as harvests

    if not sources:
        _list(harvests.shipped())
        return 0
    if contact is None:
        raise ParameterError("say who asks: --contact with your mail address or web page, or KG_CONTACT")
    if recheck and new_only:
        raise ParameterError("--recheck and --new-only: choose one")
    settings = harvests.Settings(
        contact=contact,
        hosts=frozenset(map(str.lower, host)),
        allow_private=allow_private,
        delay=delay,
        longest_wait=longest_wait,
        fetch_time=timeout,
        total_time=None if minutes is None else 60 * minutes,
        most=most,
        most_listings=most_listings,
        recheck=recheck,
        new_only=new_only,
    )
    publishers = [_publisher(source, match) for source in sources]
    with progress_bar() as progress:
        summaries = harvests.harvest(publishers, output, settings, progress=progress)
    for publisher, summary in zip(publishers, summaries, strict=True):
        _tell(publisher, summary, output)
    return REFUSED if any(summary.refused or summary.left for summary in summaries) else 0


def _publisher(source: str, match: tuple[str, ...]) -> "Publisher":
    from kg import harvest as harvests

    if "://" in source:
        return harvests.of_address(source, match)
    if match:
        raise ParameterError(f"--match goes with an address; {source} has its own patterns")
    if source.endswith(".toml"):
        return harvests.load(Path(source))
    shipped = {one.key: one for one in harvests.shipped()}
    if source not in shipped:
        from rapidfuzz import process

        nearest = process.extractOne(source, list(shipped))
        offered = f"; did you mean {nearest[0]}?" if nearest else ""
        raise ParameterError(f"no publisher {source!r}{offered} kg harvest lists them; or give an address with http")
    return shipped[source]


def _list(publishers: "tuple[Publisher, ...]") -> None:
    for one in publishers:
        click.echo(f"{one.key}\n  {one.name}\n  licence: {one.licence}")
        if one.note:
            click.echo(f"  note: {one.note}")


def _tell(publisher: "Publisher", summary: "Summary", output: Path) -> None:
    counts = (
        (summary.new, "new"),
        (summary.changed, "changed"),
        (summary.unchanged, "unchanged"),
        (summary.held, "held and not asked for"),
        (len(summary.refused), "refused"),
        (summary.beyond + len(summary.left), "left for the next time"),
    )
    told = ", ".join(f"{count:,} {word}" for count, word in counts if count) or "nothing found"
    click.echo(f"{publisher.key}: {told}")
    if summary.sources:
        others = (
            "1 address in them that is no release"
            if summary.other == 1
            else f"{summary.other:,} addresses in them that are no releases"
        )
        click.echo(f"sources: {summary.sources:,} read" + (f"; {others} of the publisher" if summary.other else ""))
    if summary.beyond:
        click.echo(f"left: {summary.beyond:,} pages beyond --most; run it again to go on")
    _reasons("left", summary.left)
    _reasons("refused", summary.refused)
    if summary.new or summary.changed:
        click.echo(f"kept in {output}; to read it: kg build {output}")


def _reasons(word: str, found: list[tuple[str, str]]) -> None:
    """Each address with its reason; of many with one reason, the first and how many more."""
    counts = Counter(reason for _, reason in found)
    shown: Counter[str] = Counter()
    for url, reason in found:
        shown[reason] += 1
        if shown[reason] <= SHOWN:
            click.echo(f"{word}: {url}: {reason}", err=True)
        elif shown[reason] == counts[reason]:
            click.echo(f"{word}: {counts[reason] - SHOWN:,} more: {reason}", err=True)
