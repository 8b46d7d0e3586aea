"""The page's script, checked by TypeScript where it is at hand."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kg.page.bundle import SCRIPTS

OPTIONS = "--noEmit --allowJs --checkJs --strict --target es2022 --lib es2023,dom,dom.iterable --module esnext"


def test_the_scripts_types_hold() -> None:
    own = Path(__file__).parents[1] / "node_modules" / ".bin" / "tsc"
    compiler = str(own) if own.exists() else shutil.which("tsc")
    if compiler is None:
        pytest.skip("no tsc: npm install in the project's folder brings it")
    files = sorted(str(path) for path in Path(SCRIPTS).iterdir())
    command = [compiler, *OPTIONS.split(), "--moduleResolution", "bundler", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
