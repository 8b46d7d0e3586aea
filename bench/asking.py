"""The library's questions with their examples' parameters, and what each way of asking them takes.

    python bench/asking.py rdflib FILE.nq QUESTIONS.json

loads the file into rdflib in memory and answers every question in a process of its own, ended after a minute.
"""

import json
import os
import resource
import select
import shlex
import signal
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path

from measuring import PATIENCE

from kg import library, terms
from kg.answer import find
from kg.store import LocalStore, Store
from kg.terms import KG

Rows = list[tuple[str, ...]]
PLAIN = frozenset('<>"{}|^`\\')


def questions(store: Store) -> dict[str, str]:
    """Each question's SPARQL, with the values of its example; for a fact, one that the store has."""
    found = {}
    for question in library.questions():
        words = shlex.split(question.example)[3:]
        values = {}
        for option, text in zip(words[::2], words[1::2], strict=True):
            parameter = question.parameter(option)
            if parameter.name == "fact":
                values[parameter.name] = some_meeting(store)
            elif parameter.type == "iri":
                values[parameter.name] = find(store, text, tuple(KG[name] for name in parameter.classes))
            else:
                values[parameter.name] = parameter.literal(text)
        found[question.name] = question.bind(values)
    return found


def some_meeting(store: Store):
    """The first meeting that happened, by its IRI."""
    rows = store.query(
        "SELECT (MIN(STR(?m)) AS ?first) { ?m kg:hasFactuality kg:happened ; a kg:Meeting ; kg:isEvidencedBy ?p }"
    )
    from pyoxigraph import NamedNode

    return NamedNode(next(iter(rows))["first"].value)


def rare_words(store: LocalStore, number: int = 3, most: int = 20) -> list[str]:
    """A few runs of three words that stand in some quotes of the store, and in few: what people look for.

    They are taken from quotes at even distances in the order of their passages, so that they are the same each time.
    """
    quotes = [
        row["quote"].value
        for row in store.query("SELECT ?quote { ?passage a kg:Passage ; kg:quote ?quote } ORDER BY STR(?passage)")
    ]
    found: dict[str, None] = {}
    for quote in quotes[:: max(1, len(quotes) // 200)]:
        words = quote.split()
        runs = (" ".join(words[start : start + 3]) for start in range(len(words) - 2))
        rare = next((run for run in runs if 0 < len(store.passages_with(run) or ()) <= most), None)
        if rare is not None:
            found[rare] = None
        if len(found) == number:
            break
    return list(found)


def rows(result) -> Rows:
    """The values of a result's rows, sorted, with neither datatype nor language."""
    names = [variable.value for variable in result.variables]
    return sorted(
        tuple("" if solution[name] is None else solution[name].value for name in names) for solution in result
    )


def over_http(url: str, text: str, more: Mapping[str, str]) -> tuple[Rows, float]:
    """The rows that a SPARQL endpoint gives, with the seconds that it took; raises `RuntimeError` for a refusal."""
    data = urllib.parse.urlencode({"query": text, **more}).encode()
    request = urllib.request.Request(url, data, {"Accept": "application/sparql-results+json"})
    begun = time.perf_counter()
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            content = answer.read()
    except urllib.error.HTTPError as error:
        raise RuntimeError(" ".join(error.read().decode("utf-8", "replace").split())[:200]) from None
    took = time.perf_counter() - begun
    found = json.loads(content)
    names = found["head"]["vars"]
    return sorted(
        tuple(one[name]["value"] if name in one else "" for name in names) for one in found["results"]["bindings"]
    ), took


def in_a_child(work: Callable[[], object], limit: float = PATIENCE) -> dict[str, object]:
    """What `work` gives, in a forked process that is ended after `limit` seconds: `{"over": limit}` then."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            data = json.dumps(work()).encode()
        except BaseException as error:  # noqa: BLE001 - whatever a peer raises is its answer
            data = json.dumps({"error": f"{type(error).__name__}: {error}"[:200]}).encode()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(data)
        os._exit(0)
    os.close(writing)
    data, end = b"", time.monotonic() + limit
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while select.select([pipe], [], [], max(0.0, end - time.monotonic()))[0]:
            more = pipe.read(65536)
            if not more:
                break
            data += more
        else:
            os.kill(child, signal.SIGKILL)
            data = b""
    os.waitpid(child, 0)
    found: dict[str, object] = json.loads(data) if data else {"over": limit}
    return found


def with_rdflib(file: Path, texts: Mapping[str, str]) -> dict[str, object]:
    """Load N-Quads into rdflib in memory and answer each question; seconds of processor time, one round each."""
    import gc

    from rdflib import Dataset

    begun = time.process_time()
    dataset = Dataset(default_union=True)
    dataset.parse(file, format="nquads")
    loaded = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    gc.freeze()
    answers = {}
    for name, text in texts.items():

        def ask(text: str = text) -> dict[str, object]:
            begun = time.process_time()
            # `list` of a result asks for its length first, and takes an error there for "none".
            found = list(iter(dataset.query(text, initNs=terms.PREFIXES)))
            return {"seconds": time.process_time() - begun, "rows": len(found)}

        answers[name] = in_a_child(ask)
    return {"load": loaded, "memory": memory, "answers": answers}


if __name__ == "__main__":
    print(json.dumps(with_rdflib(Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text("utf-8")))))
