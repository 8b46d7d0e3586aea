"""Requests made up from the OpenAPI document, good and bad: each is answered, as the document says.

KG_SERVE_REQUESTS sets how many are sent in all, a hundred or so unless it is given; 10000 is the whole.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from kg import library
from kg.build import build
from kg.resources import resource

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

ROOT = Path(__file__).resolve().parent.parent
REQUESTS = int(os.environ.get("KG_SERVE_REQUESTS", "120"))
SECONDS = 10
HANG = 600
"""Seconds after which a request counts as never answered, however busy the machine."""
SECRET = "kg-canary-5f1e"  # noqa: S105 - what must not be read
WATCHED = """
import os, sys
log = os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        os.write(log, os.fsencode(arguments[0]) + b"\\n")
sys.addaudithook(watch)
from kg.cli.main import main
main(sys.argv[2:])
"""
"""`kg` with the names of all files that it opens written to a file."""


@dataclass(frozen=True)
class Watched:
    """A server in a process of its own, and the file with the names of the files that it has opened."""

    address: str
    process: int
    opened: Path
    folder: Path


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    folder = tmp_path_factory.mktemp("openapi")
    build(sorted(resource("data", "releases").rglob("*.txt"))[:6], folder / "store")
    (folder / "secret.txt").write_text(SECRET)
    command = [sys.executable, "-c", WATCHED, str(folder / "opened"), "serve", "--store", str(folder / "store")]
    process = subprocess.Popen(
        [*command, "--port", "0", "--seconds", str(SECONDS)], stderr=subprocess.PIPE, text=True, cwd=folder
    )
    assert process.stderr is not None
    found = re.search(r"http://\S+/", process.stderr.readline())
    assert found
    yield Watched(found[0], process.pid, folder / "opened", folder)
    process.terminate()
    process.communicate()


def test_the_document_is_sound_and_has_every_question(watched: Watched) -> None:
    validator = pytest.importorskip("jsonschema_rs")
    document = httpx.get(f"{watched.address}openapi.json").json()
    paths = document["paths"]
    assert {f"/ask/{question.name}" for question in library.questions()} < set(paths)
    for path, item in paths.items():
        for method, operation in item.items():
            for parameter in operation.get("parameters", ()):
                validator.validator_for(parameter["schema"])
                if "example" in parameter and parameter["schema"]["type"] == "string":
                    assert validator.is_valid(parameter["schema"], parameter["example"]), (path, method)
    names = [operation["operationId"] for item in paths.values() for operation in item.values()]
    assert len(names) == len(set(names))


@pytest.mark.timeout(600 + REQUESTS)
def test_made_up_requests_are_all_answered(watched: Watched) -> None:
    from hypothesis import HealthCheck, Phase, given, settings, strategies
    from schemathesis import GenerationMode

    schema = schemathesis.openapi.from_url(f"{watched.address}openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    statuses: Counter[int] = Counter()

    def send(case: Any) -> None:
        response = case.call(timeout=HANG)
        statuses[response.status_code] += 1
        told = f"{case.method} {case.formatted_path} {case.query} {case.body!r}: {response.status_code}"
        assert response.status_code < 500 or response.status_code in (503, 504), told
        assert SECRET not in response.text, told
        assert "root:x:" not in response.text, told
        if response.headers.get("Content-Type", "").startswith("text/plain") and response.status_code >= 400:
            assert len(response.text.splitlines()) == 1, told

    quiet = settings(
        # Some operations have fewer requests than that to be made up.
        max_examples=max(1, round(1.2 * REQUESTS / len(operations))),
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    modes = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    for operation in operations:
        cases = strategies.one_of([operation.as_strategy(generation_mode=mode) for mode in modes])
        quiet(given(cases)(send))()
    print(f"{statuses.total()} requests: {dict(sorted(statuses.items()))}")
    assert statuses.total() >= REQUESTS / 2
    assert {200, 400} <= set(statuses)
    assert httpx.get(f"{watched.address}health").status_code == 200
    assert not _unexpected(watched)


def _unexpected(watched: Watched) -> set[str]:
    """Files that the server or its workers opened and have no business with."""
    opened = {os.path.realpath(path) for path in watched.opened.read_text("utf-8", "replace").splitlines() if path}
    links = Path("/proc").glob(f"{watched.process}/task/{watched.process}/children")
    workers = [worker for link in links for worker in link.read_text().split()]
    for worker in workers:
        opened |= {os.path.realpath(link) for link in Path(f"/proc/{worker}/fd").iterdir()}
    ours = [ROOT / part for part in ("kg", "ontology", "queries", ".venv")]
    ours += [watched.folder / "store", Path(sys.prefix), Path(sys.base_prefix)]
    # Python itself, the names of hosts, and where large answers wait for their readers.
    allowed = (*map(str, ours), "/proc", "/dev", "/sys", "/usr/lib", "/usr/share", "/etc/mime.types", "/etc/hosts")
    temporary = (tempfile.gettempdir(), str(watched.folder))
    return {
        path
        for path in opened
        if not path.startswith(allowed) and (path.startswith(temporary[1]) or not path.startswith(temporary[0]))
    }
