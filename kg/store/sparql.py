"""What is looked at in a query's text before the engine runs it, and what is said where it fails."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from kg.errors import QueryError

# Looked for in the text as it stands, strings and comments included: where a string begins cannot be
# known without parsing (`FILTER(?a<'>')SERVICE<…>`), and a call that slips through reaches a network.
# A variable may be called ?service.
_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
_SERVICE = re.compile(rf"(?<![?$])service{_GAP}(?:silent{_GAP})?(?:<|[?$]|[^\s{{}}()<>'\"]*:)", re.IGNORECASE)
_LONGER_VARIABLE = re.compile(r"[?$]\w+service$", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>            # an IRI
      | \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3}
      | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
      | \#[^\n\r]*
      | [?$]\w+
      | [\w.-]*:[\w.:%\\-]*
      | (?P<word>\w+) | .""",
    re.VERBOSE | re.DOTALL,
)

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"])
LONGEST_EXCERPT = 40
LONGEST_REASON = 80

_CALLS_ALLOWED = ContextVar("_CALLS_ALLOWED", default=False)


@contextmanager
def allowing_service() -> Iterator[None]:
    """Let the queries that are run within call other servers with `SERVICE`; without it they are refused."""
    token = _CALLS_ALLOWED.set(True)
    try:
        yield
    finally:
        _CALLS_ALLOWED.reset(token)


def check(text: str) -> None:
    """Refuse a query that calls another server, unless that is allowed; raises `QueryError`."""
    if _CALLS_ALLOWED.get():
        return
    unescaped = _ESCAPE.sub(lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), text)
    for candidate in (text, unescaped):
        for found in _SERVICE.finditer(candidate):
            if not _LONGER_VARIABLE.search(candidate[: found.start() + len("service")]):
                line = candidate.count("\n", 0, found.start()) + 1
                raise QueryError(
                    f"SERVICE on line {line}: a query may not call other servers; allow it with kg query "
                    "--allow-service, or write the word otherwise where it stands in a comment"
                )


def without_own_dataset(text: str) -> bool:
    """Whether the query leaves the choice of graphs open: no `FROM`, no `FROM NAMED`."""
    if "from" not in text.lower():
        return True
    return "FROM" not in _words(text)


def _words(text: str) -> Iterator[str]:
    """The bare words of a query in capitals: no part of an IRI, a string, a comment or a name."""
    return (found["word"].upper() for found in _TOKEN.finditer(text) if found["word"])


def _first_word(text: str) -> str | None:
    return next((word for word in _words(text) if word not in ("PREFIX", "BASE")), None)


@contextmanager
def reporting(text: str) -> Iterator[None]:
    """Turn what the engine says of the query `text` into a `QueryError` of one line."""
    try:
        yield
    except SyntaxError as error:
        raise QueryError(explain(text, str(error))) from None
    except (RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be run: {' '.join(str(error).split())}") from None
    except OSError as error:
        if not _CALLS_ALLOWED.get():
            raise
        raise QueryError(stopped(error)) from None


def stopped(error: OSError | RuntimeError) -> str:
    """One line for a query that was begun and could not be run to its end."""
    reason = " ".join(str(error).split()).rstrip(".")
    if isinstance(error, OSError) and _CALLS_ALLOWED.get():
        return f"a server that the query calls with SERVICE gave no answer: {reason}; SERVICE SILENT goes on without it"
    return f"the query stopped: {reason}"


def explain(text: str, message: str) -> str:
    """One line for a query that does not parse: where, near what, and why where that is short."""
    found = _POSITION.match(message)
    if not found:
        return f"the query does not parse: {' '.join(message.split())[:200]}"
    line, column, reason = int(found[1]), int(found[2]), " ".join(found[3].split())
    lines = text.split("\n")
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    near = f"near “{rest[:LONGEST_EXCERPT].strip()}”" if rest.strip() else "at the end of the line"
    if not text.strip():
        return "the query is empty; give SPARQL in a file or with -e"
    if _first_word(text) in UPDATES:
        hint = "; an update? The store is only changed by kg build and kg add"
    elif "Prefix not found" in reason:
        hint = "; a prefix that is not declared?"
    else:
        hint = f"; {reason}" if len(reason) <= LONGEST_REASON else ""
    return f"the query does not parse at line {line}, column {column}, {near}{hint}"
