"""The order of the parts: imports point one way, only the command line prints, and help is quick."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli.main import COMMANDS

PACKAGE = Path(__file__).resolve().parent.parent / "kg"
ORDER = [
    "errors",
    "iris",
    "terms",
    "model",
    "resources",
    "loaders",
    "text",
    "reference",
    "extract",
    "rdf",
    "store",
    "build",
    "library",
    "clocks",
    "answer",
    "facts",
    "show",
    "why",
    "check",
    "network",
    "page",
    "export",
    "diff",
    "evaluate",
    "serve",
    "harvest",
    "cluster",
    "cli",
]
"""Each part may import those before it."""
ALSO_ALLOWED = {("text", "reference"), ("loaders", "text.clean")}
SLOW = {"rdflib", "oxrdflib", "pyshacl", "networkx", "pyvis", "igraph", "rich"}
"""Packages that cost a command's start more than all else; imported where they are used."""
BEHIND_A_FUNCTION = {"store/rdflib_view.py"}
"""Modules that may import rdflib at their top, since they are only imported within functions."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part(dotted: str) -> str:
    """`kg.store.layout` belongs to the part `store`."""
    return dotted.removeprefix("kg.").split(".")[0]


def imports(path: Path, body: ast.AST | None = None) -> Iterator[tuple[str, int]]:
    """The full names of what a module imports, anywhere in it, with their lines."""
    tree = body or ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno}: import by the full name"
            module = node.module or ""
            if module == "kg":
                yield from ((f"kg.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield module, node.lineno


def top_level_imports(path: Path) -> Iterator[tuple[str, int]]:
    """What is imported when the module is, leaving out what is only for type checkers."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imports(path, ast.Module([node], []))


def test_every_part_has_its_place_in_the_order() -> None:
    parts = {part(f"kg.{name(path)[:-3].replace('/', '.')}") for path in MODULES} - {"__init__", "__main__"}
    assert parts <= set(ORDER), f"give a place to {parts - set(ORDER)}"


@pytest.mark.parametrize("path", [one for one in MODULES if name(one) not in {"__init__.py", "__main__.py"}], ids=name)
def test_a_module_imports_only_from_parts_before_its_own(path: Path) -> None:
    own = part(f"kg.{name(path)[:-3].replace('/', '.')}")
    wrong = [
        f"line {line}: {imported}"
        for imported, line in imports(path)
        if imported.startswith("kg.")
        and imported != "kg.__version__"
        and ORDER.index(part(imported)) > ORDER.index(own)
        and not any(own == mine and imported.removeprefix("kg.").startswith(other) for mine, other in ALSO_ALLOWED)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", [one for one in MODULES if not name(one).startswith("cli/")], ids=name)
def test_only_the_command_line_prints(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    printing = [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "input"})
        or (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and (node.value.id, node.attr) in {("sys", "stdout"), ("sys", "stderr"), ("sys", "argv")}
        )
    ]
    assert printing == []
    assert not {imported.split(".")[0] for imported, _ in imports(path)} & {"click", "rich"}


@pytest.mark.parametrize("path", [one for one in MODULES if name(one) not in BEHIND_A_FUNCTION], ids=name)
def test_rdflib_is_imported_only_where_it_is_used(path: Path) -> None:
    assert not {imported.split(".")[0] for imported, _ in top_level_imports(path)} & {"rdflib", "oxrdflib"}


def test_a_check_of_imports_finds_one(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from kg import cli\nimport rdflib\n\ndef f():\n    from kg.store.layout import Hold\n")
    assert [one for one, _ in imports(wrong)] == ["kg.cli", "rdflib", "kg.store.layout"]
    assert [one for one, _ in top_level_imports(wrong)] == ["kg.cli", "rdflib"]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)], ids=" ".join
)
def test_help_imports_nothing_slow(arguments: list[str]) -> None:
    code = "import sys; from kg.cli.main import run; print(run(sys.argv[1:]), *sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    status, *modules = ran.stdout.splitlines()[-1].split()
    assert status == "0"
    assert not set(modules) & SLOW
