"""`kg serve`: the graph over HTTP."""

import click

from kg.cli.options import store_option


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7878,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--public-host",
    "public_hosts",
    multiple=True,
    metavar="NAME",
    help="A name that the server is reached by, such as graph.example.org; may be repeated. On loopback, requests by "
    "any other name than localhost are refused.",
)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Let the pages of another site, such as https://example.org, read answers; may be repeated.",
)
@click.option(
    "--seconds", type=click.FloatRange(0.1, 3600), default=30, show_default=True, help="The longest a query may run."
)
@click.option(
    "--workers", type=click.IntRange(1, 256), help="How many queries run at once; by default one a core, at least four."
)
@click.option("--queue", type=click.IntRange(0, 10_000), default=64, show_default=True, help="How many may wait.")
@click.option("--answer-mib", type=click.IntRange(1), default=64, show_default=True, help="The largest answer, in MiB.")
@click.option(
    "--memory-mib", type=click.IntRange(256), default=2048, show_default=True, help="Memory for one query, in MiB."
)
@store_option
def serve(
    *,
    host: str,
    port: int,
    public_hosts: tuple[str, ...],
    origins: tuple[str, ...],
    seconds: float,
    workers: int | None,
    queue: int,
    answer_mib: int,
    memory_mib: int,
    store: str,
) -> None:
    """Serve the graph over HTTP: SPARQL, the library's questions, a page for every thing.

    \b
    /sparql    SPARQL 1.1 Protocol, for reading     /id/…, /ontology  a page for every IRI
    /query     a query editor                       /graph            the explorer that kg graph makes
    /ask/…     the library's questions              /openapi.json     what they take and give
    /health    whether queries are answered

    It only reads, and nothing that is sent to it makes it write, or call another server. A build that
    publishes a new state meanwhile is followed. A store at a server's address is asked there, as KG_USER with
    KG_PASSWORD, who need not be allowed to write. With KG_SERVE_TOKEN in the environment, all but /health
    want that token, as Bearer or as the password of Basic. TLS is left to a proxy before it.

    \b
    Examples:
      kg serve
      kg serve --port 8000 --seconds 10
      kg serve --store http://localhost:8890/sparql
      KG_SERVE_TOKEN=… kg serve --public-host graph.example.org
      curl localhost:7878/ask/whom-did-a-person-meet.csv?person=Lavrov
    """
    import os

    from kg import serve as serving

    defaults = serving.Limits()
    limits = serving.Limits(
        seconds=seconds,
        workers=workers or defaults.workers,
        queue=queue,
        answer=answer_mib << 20,
        memory=memory_mib << 20,
    )
    names = {name.lower() for name in public_hosts}
    # Who listens to others without saying by which name is reached by any.
    hosts = names | serving.LOOPBACK_NAMES if names or host in serving.LOOPBACK_NAMES else frozenset[str]()
    access = serving.Access(os.environ.get("KG_SERVE_TOKEN") or None, hosts, origins)
    listening = serving.listen(host, port)
    try:
        serving.run(
            store,
            listening,
            limits,
            access,
            lambda at: click.echo(f"serving {store} at {at}; Ctrl-C ends it", err=True),
        )
    except KeyboardInterrupt:
        return
