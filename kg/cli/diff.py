"""`kg diff`: what changed between two graphs."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.diff import Change, Difference

DIFFER = 1


@click.command()
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="text to read, or JSON with every change and its sources.",
)
@click.pass_context
def diff(context: click.Context, *, old: str, new: str, output_format: str) -> None:
    """Tell what changed from A to B: stores, or files of Turtle, TriG, N-Quads or N-Triples.

    In diplomatic terms: chair changed, tenure began or ended, member joined or left, meeting added or
    withdrawn, plan now done, claim now contradicted (told as done and denied, with two dates or two
    numbers), person new or renamed, release added, corrected or withdrawn. A statement counts once, in
    whichever graph it stands. Exit status 1 when the two differ, 0 when they do not.

    \b
    Examples:
      kg diff kg-store other-store
      kg diff last-month.ttl kg-store --format json
    """
    from kg.diff import compare, read

    found = compare(read(old), read(new))
    if output_format == "json":
        click.echo(json.dumps(_as_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found)))
    if found:
        context.exit(DIFFER)


def _as_json(found: "Difference") -> dict[str, Any]:
    changes = [
        {
            "section": one.section,
            "change": one.change,
            "thing": one.thing,
            "label": one.label,
            "before": one.before,
            "after": one.after,
            "sources": list(one.sources),
        }
        for one in found.changes
    ]
    return {"changes": changes, "statements": {"added": found.added, "withdrawn": found.withdrawn}}


def _lines(found: "Difference") -> Iterator[str]:
    section = None
    for change in found.changes:
        if change.section != section:
            if section is not None:
                yield ""
            section = change.section
            yield section
        yield from _change(change)
    if found.changes:
        yield ""
    told = "" if found.changes or not found else "nothing changed in diplomatic terms; "
    yield f"{told}{found.added} statements added, {found.withdrawn} withdrawn" if found else "no difference"


def _change(change: "Change") -> Iterator[str]:
    yield f"  {change.change}: {change.label}"
    if change.before and change.after:
        yield f"    {change.before} -> {change.after}"
    elif (change.before or change.after) not in ("", change.label):
        yield f"    {change.before or change.after}"
    for source in change.sources:
        yield f"    told by {source}"
