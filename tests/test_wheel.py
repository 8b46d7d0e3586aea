"""The wheel: what is inside, and that it works where there is nothing else of the project."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import __version__

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("data", "ontology", "queries")
NEEDED = (*SHIPPED, "kg", "pyproject.toml", "README.md", "LICENSE", "NOTICE", ".gitignore")
VARIABLES = {"PATH", "HOME", "LANG", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTPS_PROXY", "https_proxy"}

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Installed:
    """A wheel, the environment that it is installed in, and an empty folder to work in."""

    wheel: Path
    scripts: Path
    place: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment in the empty folder."""
        program, *rest = arguments
        return run([str(self.scripts / program), *rest], self.place)


def run(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that knows nothing of the checkout."""
    environment = {key: value for key, value in os.environ.items() if key in VARIABLES or key.startswith("PIP_")}
    return subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel of a copy of the checkout, built, installed in an empty environment, and the copy deleted."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip"]
    reached = run([*pip, "download", "--quiet", "--no-deps", "--dest", "reached", "hatchling"], folder)
    if reached.returncode:
        pytest.skip(f"no package index can be reached: {reached.stderr.strip().splitlines()[-1:]}")
    copy = folder / "copy"
    copy.mkdir()
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name)
        else:
            shutil.copy(ROOT / name, copy / name)
    built = run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", "dist", str(copy)], folder)
    assert built.returncode == 0, built.stderr
    shutil.rmtree(copy)
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "environment", with_pip=True)
    scripts = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    ran = run([str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel)], folder)
    assert ran.returncode == 0, ran.stderr
    place = folder / "place"
    place.mkdir()
    return Installed(wheel, scripts, place)


def shipped() -> dict[str, bytes]:
    """The files of the checkout that the wheel is to hold, by their names there."""
    files = {
        f"kg/_resources/{path.relative_to(ROOT).as_posix()}": path.read_bytes()
        for folder in SHIPPED
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    package = (path for path in (ROOT / "kg").rglob("*") if path.is_file() and path.suffix != ".pyc")
    return files | {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in package}


def test_the_wheel_holds_the_package_its_data_and_nothing_else(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
        about = [name for name in archive.namelist() if ".dist-info/" in name]
    expected = shipped()
    assert sorted(found) == sorted(expected)
    assert {name for name in found if found[name] != expected[name]} == set()
    assert {"kg/py.typed", "kg/_resources/ontology/core.ttl", "kg/_resources/data/reference/people.csv"} <= set(found)
    assert {Path(name).name for name in about} >= {"LICENSE", "NOTICE", "METADATA", "entry_points.txt"}
    assert installed.wheel.name == f"osce_kg-{__version__}-py3-none-any.whl"
    # Most of it is the gold with its texts and the query editor: the bound grows with the gold.
    assert installed.wheel.stat().st_size < 4 * 2**20


def test_it_builds_asks_exports_and_draws_from_another_folder(installed: Installed, tmp_path: Path) -> None:
    built = installed.run("kg", "build")
    assert (built.returncode, built.stderr) == (0, "")
    asked = installed.run("kg", "ask", "who-chaired-on", "--day", "2017-12-20", "--format", "csv")
    assert "Karin Kneissl" in asked.stdout
    met = installed.run("kg", "ask", "whom-did-a-person-meet", "--person", "Lavrov", "--format", "csv")
    assert "release-2022-02-15-" in met.stdout
    assert installed.run("kg", "export", "-o", "kg.ttl").returncode == 0
    assert installed.run("kg", "graph").returncode == 0
    assert "</html>" in (installed.place / "graph.html").read_text("utf-8")
    checked = installed.run("kg", "check", "--format", "json")
    assert checked.returncode in (0, 1), checked.stderr
    here = run([sys.executable, "-c", HERE, str(ROOT), str(tmp_path)], tmp_path)
    assert here.returncode == 0, here.stderr
    assert (installed.place / "kg.ttl").read_bytes() == (tmp_path / "kg.ttl").read_bytes()


HERE = """
import sys
sys.path.insert(0, sys.argv[1])
from kg.cli.main import run
store = sys.argv[2] + "/store"
sys.exit(run(["build", "--store", store]) or run(["export", "--store", store, "-o", sys.argv[2] + "/kg.ttl"]))
"""
"""What the checkout exports, to compare."""


def test_python_opens_the_store_and_gold_is_at_hand(installed: Installed) -> None:
    assert installed.run("kg", "build").returncode == 0
    code = (
        "import kg; from kg.resources import resource\n"
        "dataset = kg.open_store()\n"
        "print(kg.__file__, resource('data'), len(dataset) > 30_000, sep='\\n')"
    )
    ran = installed.run("python", "-c", code)
    assert ran.returncode == 0, ran.stderr
    module, data, full = ran.stdout.splitlines()
    environment = installed.scripts.parent
    assert Path(module).is_relative_to(environment)
    assert Path(data).is_relative_to(environment)
    assert full == "True"
    evaluated = installed.run("kg", "evaluate")
    assert evaluated.returncode == 0, evaluated.stderr
    assert "\nfacts " in evaluated.stdout
