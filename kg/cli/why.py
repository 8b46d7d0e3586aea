"""`kg why`: the sentences behind what the graph says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli.clocks import seen_by
from kg.cli.options import clock_options, store_option
from kg.cli.output import show

if TYPE_CHECKING:
    from kg.facts import Fact, Telling
    from kg.why import Link

NOTHING = 1


@click.command()
@click.argument("name")
@click.argument("other", required=False)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(("text", "table", "json", "csv", "tsv")),
    default="text",
    show_default=True,
    help="text to read; the others have a row for each sentence.",
)
@clock_options
@store_option
@click.pass_context
def why(
    context: click.Context,
    *,
    name: str,
    other: str | None,
    output_format: str,
    valid_on: str | None,
    known_by: str | None,
    store: str,
) -> None:
    """Tell why the graph links NAME and OTHER, or what all that it says of NAME rests on.

    A link is an event, office, chair, role or act that both have a part in, or roles in the same format or
    tenures in the same post, or a sentence that names an actor beside a format. Each comes with how it is
    told, the sentence word for word, its place in the release in characters, the rule that read it, and how
    sure that is; a curated fact with its source. Exit status 1 when nothing links the two.

    \b
    Examples:
      kg why Rama Prystaiko
      kg why France "OSCE Minsk Group" --format csv
      kg why id:meeting-2020-01-20-edi-rama-vadym-prystaiko
    """
    from kg import store as stores
    from kg.answer import find
    from kg.facts import label
    from kg.why import as_rows
    from kg.why import why as run

    with stores.open(store) as opened:
        seen = seen_by(opened, valid_on=valid_on, known_by=known_by)
        things = [find(seen, one) for one in (name, other) if one is not None]
        links = run(seen, *things)
        names = [label(seen, thing) for thing in things]
    if not links:
        click.echo(f"kg: {_nothing(names)}", err=True)
        context.exit(NOTHING)
    if output_format == "text":
        click.echo("\n".join(_lines(" and ".join(names), links)))
    else:
        show(as_rows(links), output_format, with_labels=True)


def _nothing(names: list[str]) -> str:
    if len(names) == 1:
        return f"no office, chair, role, event or act of {names[0]} is known; kg query can tell what else is"
    return f"nothing links {names[0]} and {names[1]} directly; for actors, kg ask path-between-two-actors looks further"


def _lines(heading: str, links: "tuple[Link, ...]") -> Iterator[str]:
    yield heading
    for number, link in enumerate(links, 1):
        yield ""
        through = f"both in {link.through.label}: " if link.through else ""
        for place, fact in enumerate(link.facts):
            start = f"{number}. " if place == 0 else "   and "
            yield f"{start}{through if place == 0 else ''}{fact.kind}: {fact.label}"
            yield from (f"   {line}" for line in _fact(fact))


def _fact(fact: "Fact") -> Iterator[str]:
    from pyoxigraph import NamedNode

    from kg.answer import shorten

    yield shorten(NamedNode(fact.iri))
    for part in fact.named("participant"):
        if part.role:
            yield f"{part.label}: {part.role}"
    for telling in fact.tellings:
        yield from _telling(telling)


def _telling(telling: "Telling") -> Iterator[str]:
    if telling.release is None:
        yield f"{telling.told_as}: {telling.source} (confidence {telling.confidence or 'not given'})"
        return
    issued = telling.issued or "no date"
    yield f"{telling.told_as}, told by “{telling.source}” ({issued})"
    for passage in telling.passages:
        yield f"  characters {passage.start} to {passage.end}: “{passage.quote}”"
    yield f"  rule {', '.join(telling.rules)}; confidence {telling.confidence}"
