"""A query as the command line gives it, from its text to its answer."""

import sys
from pathlib import Path

from kg import store as stores
from kg.answer import query
from kg.cli.output import show
from kg.errors import InputError


def answer(file: str | None, text: str | None, *, output_format: str | None, store: str) -> None:
    """Run the query in FILE, or with this text, and print what comes."""
    words = _text(file, text)
    with stores.open(store) as opened:
        show(query(opened, words), output_format)


def _text(file: str | None, text: str | None) -> str:
    if (file is None) == (text is None):
        raise InputError("give either a FILE with a query or -e TEXT; see kg query --help")
    if text is not None:
        return text
    name = str(file)
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name}: {reason}; give a file with a query, or the query with -e") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8 at byte {error.start}; save the query as UTF-8") from None
