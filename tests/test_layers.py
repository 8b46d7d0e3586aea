"""The order of the parts: imports point one way, only the command line prints, and help is quick."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_build_parts import make_parts

from kg.build import build
from kg.cli.main import COMMANDS

PACKAGE = Path(__file__).resolve().parent.parent / "kg"
ORDER = [
    "errors",
    "iris",
    "terms",
    "graphs",
    "model",
    "resources",
    "loaders",
    "text",
    "reference",
    "extract",
    "rdf",
    "rules",
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
SLOW = {
    "httpx",
    "rdflib",
    "oxrdflib",
    "pyshacl",
    "networkx",
    "pyvis",
    "igraph",
    "rich",
    "protego",
    "tenacity",
    "starlette",
    "uvicorn",
    "fsspec",
    "distributed",
    "warcio",
}
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


PLAIN = {
    *(
        "kg",
        "kg.cli",
        "kg.cli.main",
        "kg.cli.output",
        "kg.cli.plain",
        "kg.errors",
        "kg.iris",
        "kg.resources",
        "kg.terms",
    ),
    *("kg.store", "kg.store.layout", "kg.store.local", "kg.store.pieces", "kg.store.sparql", "kg.store.syntax"),
    "pyoxigraph",
}
"""What every command that reads a store may import, of the package and of others."""
PARSED = {"kg.cli.group", "kg.cli.options", "click"}
"""What it takes besides where the arguments are not as plain as most."""
ANSWERS = {"kg.answer", "kg.library"}
ASKING = {"kg.cli.asking", "kg.cli.clocks", *ANSWERS}
FOLDING = {"slugify", "text_unidecode", "unidecode"}
MAY_IMPORT = {
    ("query", "-e", "ASK {}"): {"kg.cli.querying", *ANSWERS},
    ("ask", "who-chaired-on", "--day", "2020"): ASKING,
    ("ask", "posts-of-a-person", "--person", "Edi Rama"): {*ASKING, "kg.store.search"},
    ("ask", "posts-of-a-person", "--person", "Edi  Rama"): {*ASKING, "kg.store.search", *FOLDING},
    ("ask", "releases-that-say", "--words", "peace"): {*ASKING, "kg.store.search"},
    ("show", "one"): {
        *("kg.cli.show", "kg.cli.clocks", "kg.show", "kg.facts", "kg.graphs", "kg.store.search"),
        *(*PARSED, *ANSWERS, *FOLDING),
    },
    ("unresolved",): {"kg.cli.unresolved", *PARSED, *ANSWERS},
    ("export", "--format", "nquads"): {
        *("kg.cli.export", "kg.cli.clocks", "kg.export", "kg.export.jsonld", "kg.export.sorting"),
        *("kg.export.statements", "kg.graphs", *PARSED),
    },
}
"""What else these commands may import: neither the rules, the build, the extractors nor anything of the page."""
NOT_FOR_A_QUESTION = {
    *("argparse", "ast", "copy", "dataclasses", "dis", "email", "gettext", "hashlib", "importlib.metadata", "inspect"),
    *("json", "logging", "multiprocessing", "shutil", "socket", "subprocess", "tempfile", "textwrap", "threading"),
    *("tokenize", "uuid"),
}
"""Of Python's own library, what takes longer than the answer; `ask` and `query` do without."""


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("layers")
    (folder / "one.txt").write_text("release one\nAnn\n")
    build([folder / "one.txt"], folder / "store", parts=make_parts(folder / "parts"))
    return folder / "store"


@pytest.mark.parametrize("arguments", MAY_IMPORT, ids=" ".join)
def test_a_command_imports_only_what_it_uses(arguments: tuple[str, ...], small_store: Path) -> None:
    code = (
        "import sys; from kg.cli.main import run; status = run(sys.argv[1:]); own = sys.stdlib_module_names;"
        "names = {n if n.startswith('kg.') else n.split('.')[0] for n in sys.modules};"
        "names = sorted(n for n in names if n not in own and not n.startswith(('_', 'kg._')));"
        f"print(); print(status, *names, *sorted({NOT_FOR_A_QUESTION!r} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, *arguments, "--store", str(small_store)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    status, *modules = ran.stdout.splitlines()[-1].split()
    assert status == "0", ran.stderr
    # Editable installs bring finders of their own.
    found = {name for name in modules if not name.startswith(("__editable", "sitecustomize", "distutils"))}
    others = NOT_FOR_A_QUESTION if PARSED & MAY_IMPORT[arguments] or FOLDING & MAY_IMPORT[arguments] else set()
    assert found <= PLAIN | MAY_IMPORT[arguments] | others
