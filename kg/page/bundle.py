"""The page's script modules as one script: an offline file cannot load modules from beside it.

Modules import named things from each other (`import { a, b } from "./c.js";`) and export functions,
classes and constants where they are declared. Each becomes a function that gives its exports, so that its
other names stay its own. Nothing else of the module syntax is used; a file that does so is refused.
"""

import re
from functools import cache
from pathlib import Path

from kg.errors import InputError

SCRIPTS = Path(__file__).parent / "script"
START = "main.js"

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w.-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_DOCUMENTATION = re.compile(r"^[ \t]*/\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


@cache
def bundle(folder: Path = SCRIPTS, start: str = START) -> str:
    """The module `start` and all that it needs, each once and after what it imports.

    Documentation, indents and remarks on lines of their own are left out; they are for readers of the
    modules, which therefore have no text over several lines.
    Raises `InputError` for module syntax that is not understood, or a circle of imports.
    """
    texts: dict[str, str] = {}
    _collect(folder, start, texts, ())
    parts = [_wrapped(folder / name, text) for name, text in texts.items()]
    return '"use strict";\n(() => {\n' + "".join(parts) + "})();\n"


def _wrapped(path: Path, text: str) -> str:
    exported = [found[2] for found in _EXPORT.finditer(text)]
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(lambda found: f"const {found[1]} = {_variable(found[2])};\n", text))
    other = _OTHER.search(body)
    if other:
        raise InputError(f"{path}: {other[0]!r} is not understood; import and export named things")
    body = _INDENT.sub("", _REMARK.sub("", _DOCUMENTATION.sub("", body))).strip()
    return f"const {_variable(path.name)} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();\n"


def _variable(name: str) -> str:
    return "module_" + re.sub(r"\W", "_", name.removesuffix(".js"))


def _collect(folder: Path, name: str, texts: dict[str, str], above: tuple[str, ...]) -> None:
    if name in texts:
        return
    if name in above:
        raise InputError(f"{folder / name}: imports itself by way of {' and '.join(above[above.index(name) :])}")
    text = (folder / name).read_text("utf-8")
    for _, needed in _IMPORT.findall(text):
        _collect(folder, needed, texts, (*above, name))
    texts[name] = text
