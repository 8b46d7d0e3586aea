"""How `kg serve` bears many clients, and a query that never ends among them.

    python bench/serving.py STORE [SECONDS [CLIENTS]]

STORE is a store of a made-up archive (`bench/archive.py`, `kg build`; 4,500 releases give about a million quads). The
server runs as the command does, in processes of its own. The clients ask a mix of the library's questions with names
drawn from the store, of SPARQL queries, and of pages, each as soon as it has its last answer: first alone, then again
with one client more, which sends a cartesian product without end. Every answer is compared with the one that the same
request had before from a server that nobody else asked. Peer: the same clients without the one that disturbs them.
"""

import asyncio
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import httpx

SECONDS = 60
CLIENTS = 32
LIMIT = 30
"""Seconds that the server lets a query run, and that the slowest hundredth of answers is held to."""
SOON = 2
"""Seconds within which a request is answered when nobody else asks, to be in the mix: with more work than the machine
can do, whatever the clients see is the length of the queue."""
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SEED = 1
NAMES = 6
QUERIES = (
    "SELECT ?meeting ?day { ?meeting a kg:Meeting ; kg:startDate ?day } ORDER BY DESC(?day) LIMIT 50",
    "SELECT ?type (COUNT(*) AS ?n) { ?act kg:hasActType ?type } GROUP BY ?type",
    "SELECT DISTINCT ?graph { GRAPH ?graph { ?release a kg:Release ; dct:issued ?day FILTER(STR(?day) > '2019') } }",
    "ASK { ?meeting kg:hasFactuality kg:happened ; kg:inFormat ?format }",
    "CONSTRUCT { ?a kg:metWith ?b } { ?a kg:metWith ?b } LIMIT 200",
)


@dataclass(slots=True)
class Seen:
    """What the clients saw: seconds of each answer, statuses, and answers that were not what they should be."""

    took: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def mix(client: httpx.Client) -> list[str]:
    """The addresses that are asked for."""

    def names(kind: str) -> list[str]:
        query = f"SELECT DISTINCT ?name {{ ?thing a kg:{kind} ; rdfs:label ?name ; ^kg:hasActor ?part }} ORDER BY ?name"
        rows = client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"}).raise_for_status()
        found = rows.text.splitlines()[1:]
        return random.Random(SEED).sample(found, min(NAMES, len(found)))

    people, states = names("Person"), names("State")
    found = [f"/ask/{question}.csv?{urlencode({'person': name})}" for name in people
             for question in ("whom-did-a-person-meet", "posts-of-a-person")]  # fmt: skip
    found += [f"/ask/roles-of-an-actor-in-formats.csv?{urlencode({'actor': name})}" for name in states]
    found += [f"/ask/who-chaired-on.csv?day={year}-06-01" for year in range(2000, 2006)]
    found += [f"/ask/what-happened-on.csv?day={year}-03" for year in range(2000, 2006)]
    found += [f"/sparql?{urlencode({'query': query})}" for query in QUERIES]
    ids = client.get("/sparql", params={"query": "SELECT ?m { ?m a kg:Meeting } ORDER BY ?m LIMIT 12"}).json()
    found += [f"/id/{row['m']['value'].rpartition('/')[2]}.ttl" for row in ids["results"]["bindings"]]
    return found


def soon(client: httpx.Client, path: str) -> bytes | None:
    """The answer, if it comes soon when nobody else asks."""
    try:
        response = client.get(path, timeout=SOON)
    except httpx.ReadTimeout:
        return None
    return ordered(response.content) if response.status_code == 200 else None


async def ask(client: httpx.AsyncClient, path: str, seen: Seen, expected: dict[str, bytes]) -> None:
    """Ask once, and note how that went."""
    began = time.perf_counter()
    try:
        response = await client.get(path)
    except httpx.HTTPError as error:
        seen.wrong.append(f"{path}: {error!r}")
        return
    seen.took.append(time.perf_counter() - began)
    seen.statuses[response.status_code] += 1
    if response.status_code == 200 and ordered(response.content) != expected[path]:
        seen.wrong.append(f"{path}: another answer than before")
    elif response.status_code not in (200, 503):
        seen.wrong.append(f"{path}: {response.status_code}")


def ordered(answer: bytes) -> bytes:
    """The answer without its order, which a query that asks for none may give anew."""
    return b"\n".join(sorted(answer.splitlines()))


async def load(address: str, paths: list[str], expected: dict[str, bytes], clients: int, seconds: float) -> Seen:
    """Many clients, each asking as soon as it has its answer."""
    seen = Seen()
    end = time.perf_counter() + seconds

    async def one(number: int) -> None:
        chosen = random.Random(SEED + number)
        async with httpx.AsyncClient(base_url=address, timeout=4 * LIMIT, trust_env=False) as client:
            while time.perf_counter() < end:
                await ask(client, chosen.choice(paths), seen, expected)

    await asyncio.gather(*(one(number) for number in range(clients)))
    return seen


async def disturb(address: str, statuses: Counter[int]) -> None:
    """Send the query that never ends, over and over."""
    async with httpx.AsyncClient(base_url=address, timeout=4 * LIMIT, trust_env=False) as client:
        while True:
            response = await client.get("/sparql", params={"query": RUNAWAY})
            statuses[response.status_code] += 1


async def measure(address: str, paths: list[str], expected: dict[str, bytes], seconds: float, clients: int) -> None:
    """Both loads, one after the other, and what they show."""
    alone = await load(address, paths, expected, clients, seconds)
    tell("alone", alone, seconds)
    statuses: Counter[int] = Counter()
    disturbing = asyncio.create_task(disturb(address, statuses))
    await asyncio.sleep(0.5)
    beside = await load(address, paths, expected, clients, seconds)
    disturbing.cancel()
    tell("beside a runaway query", beside, seconds)
    ratio = statistics.median(beside.took) / statistics.median(alone.took)
    print(f"median beside the runaway query / alone: {ratio:.2f}; the runaway query was answered {dict(statuses)}")


def tell(name: str, seen: Seen, seconds: float) -> None:
    """One line of figures."""
    took = sorted(seen.took)
    middle, last = statistics.median(took), took[int(len(took) * 0.99)]
    print(
        f"{name}: {len(took) / seconds:.0f} answers/s, median {middle * 1000:.0f} ms, p99 {last * 1000:.0f} ms, "
        f"longest {took[-1] * 1000:.0f} ms, statuses {dict(sorted(seen.statuses.items()))}, "
        f"wrong or lost {len(seen.wrong)}",
        flush=True,
    )
    for one in seen.wrong[:10]:
        print(f"    {one}")


def main() -> None:
    """Serve, ask, print."""
    store = Path(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    clients = int(sys.argv[3]) if len(sys.argv) > 3 else CLIENTS
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", str(store), "--port", "0"]
    process = subprocess.Popen([*command, "--seconds", str(LIMIT)], stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        found = re.search(r"http://\S+/", process.stderr.readline())
        if found is None:
            raise SystemExit("the server does not start")
        address = found[0]
        with httpx.Client(base_url=address, timeout=4 * LIMIT, trust_env=False) as client:
            count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
            quads = int(client.get("/sparql", params={"query": count}).json()["results"]["bindings"][0]["n"]["value"])
            paths = mix(client)
            answers = {path: soon(client, path) for path in paths}
        expected = {path: answer for path, answer in answers.items() if answer is not None}
        print(f"left out of {len(paths)} requests, not answered within {SOON} s: {len(paths) - len(expected)}")
        paths = list(expected)
        print(f"{quads:,} quads, {len(paths)} requests, {clients} clients, {seconds:.0f} s, {os.cpu_count()} cores, "
              f"load before {os.getloadavg()[0]:.1f}", flush=True)  # fmt: skip
        asyncio.run(measure(address, paths, expected, seconds, clients))
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
