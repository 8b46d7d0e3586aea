"""What docs/scale.md shows for Virtuoso, done as it stands there: the server holds every quad of the store."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from servers import virtuoso
from test_build import Archive

from kg.build import build
from kg.iris import ID_NAMESPACE
from kg.store import LocalStore

PAGE = Path(__file__).parents[1] / "docs" / "scale.md"
ISQL = shutil.which("isql-vt") or shutil.which("isql")
COUNT = f"""SELECT ?graph (COUNT(*) AS ?quads) {{
    GRAPH ?graph {{ ?subject ?predicate ?object }} FILTER(STRSTARTS(STR(?graph), "{ID_NAMESPACE}"))
}} GROUP BY ?graph"""


def commands(heading: str) -> list[str]:
    """The indented blocks of commands below a heading of the page."""
    part = PAGE.read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [line.removeprefix("    ") for line in part.splitlines() if line.startswith("    ")]


@pytest.mark.skipif(ISQL is None, reason="no isql of Virtuoso's: apt-get install virtuoso-opensource-7-bin")
def test_virtuoso_loads_what_is_exported_with_the_commands_shown(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for number in range(20):
        archive.write(f"{number}.txt", f"release r{number}\nAnna {number}\nBert\n")
    build([archive.releases], archive.store, parts=archive.parts)
    data, folder, programs = tmp_path / "data", tmp_path / "virtuoso", tmp_path / "programs"
    for made in (data, folder, programs):
        made.mkdir()
    kg = programs / "kg"
    kg.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n')
    kg.chmod(0o755)
    with virtuoso(folder, f"DirsAllowed = {data}\n") as server:
        script = "\n".join(commands("Into Virtuoso"))
        for shown, here in {
            "isql 1111 dba PASSWORD": f"{ISQL} 127.0.0.1:{server.sql} dba dba",
            "/data": str(data),
            "--lines=5000000": "--lines=40",
        }.items():
            assert shown in script
            script = script.replace(shown, here)
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        root = str(PAGE.parents[1])
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            env={**os.environ, "PATH": path, "KG_STORE": str(archive.store), "PYTHONPATH": root},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "0 Rows." in done.stdout.splitlines()[-1]
        assert len(list(data.iterdir())) > 2
        asked = httpx.get(server.address, params={"query": COUNT, "format": "application/json"}, timeout=60)
    held = {row["graph"]["value"]: int(row["quads"]["value"]) for row in asked.json()["results"]["bindings"]}
    with LocalStore(archive.store) as store:
        expected = {row["graph"].value: int(row["quads"].value) for row in store.query(COUNT)}
    assert held == expected
    assert len(expected) > 20
