"""The calls whose arguments need no parser: a question with its parameters, a query with its text.

They are what analysts type and programs run all day, and click takes as long to import as all else that they need. What
is given in any other way, or wrongly, is left to click, which knows every way and has the words for what is wrong.
"""

import os
from collections.abc import Callable, Sequence

from kg.cli.output import DEFAULT_STORE, GRAPH_FORMATS, ROW_FORMATS, STORE_VARIABLE

Call = Callable[[], None]


def call(arguments: Sequence[str]) -> Call | None:
    """What these arguments ask for, to be run; None where they are not as plain as this module reads."""
    command, *rest = arguments or ("",)
    if command == "ask":
        return _ask(rest)
    if command == "query":
        return _query(rest)
    return None


def _ask(words: list[str]) -> Call | None:
    pairs = _pairs(words[1:])
    if not words or words[0].startswith("-") or pairs is None or any(name == "--help" for name, _ in pairs):
        return None
    own = ("--format", "--valid-on", "--known-by", "--store")
    values = [word for name, value in pairs if name not in own for word in (name, value)]
    given = dict(pairs)

    def run() -> None:
        from kg.cli.asking import answer

        answer(
            words[0],
            values,
            formats=[value for name, value in pairs if name == "--format"],
            valid_on=given.get("--valid-on"),
            known_by=given.get("--known-by"),
            store=_store(given),
        )

    return run


def _query(words: list[str]) -> Call | None:
    file = words.pop(0) if words and not words[0].startswith("-") else None
    pairs = _pairs(["--text" if word == "-e" else word for word in words])
    if pairs is None or not {name for name, _ in pairs} <= {"--text", "--format", "--store"}:
        return None
    given = dict(pairs)
    if given.get("--format", "table") not in (*ROW_FORMATS, *GRAPH_FORMATS):
        return None

    def run() -> None:
        from kg.cli.querying import answer

        answer(file, given.get("--text"), output_format=given.get("--format"), store=_store(given))

    return run


def _pairs(words: Sequence[str]) -> list[tuple[str, str]] | None:
    """Options with a value each; None where anything stands there that is not surely one of them."""
    pairs = []
    rest = iter(words)
    for option in rest:
        name, equals, value = option.partition("=")
        if not equals:
            value = next(rest, "-")
        if not name.startswith("--") or len(name) == 2 or value.startswith("-"):
            return None
        pairs.append((name, value))
    return pairs


def _store(given: dict[str, str]) -> str:
    return given.get("--store", os.environ.get(STORE_VARIABLE) or DEFAULT_STORE)
