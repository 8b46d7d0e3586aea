"""`kg push`: the store copied to a server."""

import click

from kg.cli.options import store_option
from kg.cli.output import number
from kg.cli.progress import progress_bar


@click.command()
@click.argument("url")
@store_option
def push(url: str, store: str) -> None:
    """Copy the store to the SPARQL 1.1 server at URL, graph by graph.

    URL is the server's or that of its SPARQL service; KG_GRAPH_STORE names its Graph Store service where that
    is not found beside it. KG_USER and KG_PASSWORD sign in, KG_TIMEOUT gives the seconds to wait for an answer.

    What the server holds already is left alone, so a push that was cut goes on from where it stopped. Each
    graph is read back and compared. Of the graphs that kg builds, those that the store has no more are removed;
    any others on the server stay as they are.

    \b
    Examples:
      kg push http://localhost:7878
      KG_USER=dba KG_PASSWORD=… kg push http://localhost:8890/sparql --store my-store
    """
    from kg import store as stores
    from kg.store.push import push as run
    from kg.store.remote import RemoteStore

    with RemoteStore(url) as target, stores.open(store) as source, progress_bar() as progress:
        done = run(source, target, progress)
    counts = [
        ("added", len(done.added)),
        ("replaced", len(done.replaced)),
        ("removed", len(done.removed)),
        ("there already", len(done.kept)),
    ]
    told = ", ".join(f"{count:,} {word}" for word, count in counts if count) or "none"
    graphs = number(len(done.added) + len(done.replaced) + len(done.kept), "graph")
    click.echo(f"{url}: {graphs} ({told}), {done.quads:,} quads; counts and hashes agree")
