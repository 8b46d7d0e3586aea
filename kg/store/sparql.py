"""What is looked at in a query's text before the engine runs it, and what is said where it fails."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import pairwise

import pyoxigraph

from kg.errors import QueryError
from kg.terms import PREFIXES

# Looked for in the text as it stands, strings and comments included: where a string begins cannot be
# known without parsing (`FILTER(?a<'>')SERVICE<…>`), and a call that slips through reaches a network.
# A variable may be called ?service.
_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
# Patterns are kept as texts, which `re` compiles where they are first used, not at every command's start.
_SERVICE = rf"(?i)(?<![?$])service{_GAP}(?:silent{_GAP})?(?:<|[?$]|[^\s{{}}()<>'\"]*:)"
_LONGER_VARIABLE = r"(?i)[?$]\w+service$"
_ESCAPE = r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})"

_LEXEME = r"""(?xs)<[^<>"{}|^`\\\x00-\x20]*>            # an IRI
      | \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3}
      | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
      | \#[^\n\r]*
      | [?$]\w+
      | (?P<run>[\w.-]++)(?P<local>:[\w.:%\\-]*+)?
      | (?P<colon>:)[\w.:%\\-]*+ | \s++ | ."""
# A run of letters, dots and hyphens is taken whole, so that a long one is not looked at from each of its letters.
_JOINTS = r"[.-]+"

_POSITION = r"(?s)error at (\d+):(\d+): (.*)"
UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"])
LONGEST_EXCERPT = 40
LONGEST_REASON = 80
MOST_OFTEN = 50
"""How often the word `service` may stand in a query, as a part of other words too."""

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
    line = None if _CALLS_ALLOWED.get() else line_of_service(text)
    if line is not None:
        raise QueryError(
            f"SERVICE on line {line}: a query may not call other servers; allow it with kg query "
            "--allow-service, or write the word otherwise where it stands in a comment"
        )


def line_of_service(text: str) -> int | None:
    """The line of the first `SERVICE` that calls another server; None where there is none.

    Raises `QueryError` for a query that has the word too often to be looked at.
    """
    for candidate in (text, unescaped(text)) if "\\" in text else (text,):
        # Each time that the word stands there costs a look at all that follows.
        count = candidate.lower().count("service")
        if count > MOST_OFTEN:
            raise QueryError(f"the word “service” stands in the query over {MOST_OFTEN} times; write it less often")
        for found in re.finditer(_SERVICE, candidate) if count else ():
            if not re.search(_LONGER_VARIABLE, candidate[: found.start() + len("service")]):
                return candidate.count("\n", 0, found.start()) + 1
    return None


def unescaped(text: str) -> str:
    """The text with its escapes of code points, which SPARQL resolves before all else, resolved."""
    return re.sub(_ESCAPE, lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), text)


def without_own_dataset(text: str) -> bool:
    """Whether the query leaves the choice of graphs open: no `FROM`, no `FROM NAMED`."""
    # Many a query has a variable ?from; only where the word itself may stand is the text read word by word.
    if "from" not in text.lower():
        return True
    return not re.search(r"(?<![?$\w])from(?!\w)", text, re.IGNORECASE) or "FROM" not in _words(text)


def _words(text: str) -> Iterator[str]:
    """The bare words of a query in capitals: no part of an IRI, a string, a comment or a name."""
    runs = (found["run"] for found in re.finditer(_LEXEME, text) if found["run"] and found["local"] is None)
    return (word.upper() for run in runs for word in re.split(_JOINTS, run) if word)


def names_graph(text: str) -> bool:
    """Whether the query asks one graph by its IRI: `GRAPH` and a name that is no variable."""
    tokens = (found for found in re.finditer(_LEXEME, text) if not found[0].isspace() and found[0][0] != "#")
    return any(
        before["run"] is not None
        and before["local"] is None
        and before["run"].upper().endswith("GRAPH")
        and (after[0].startswith("<") or after["local"] is not None or after["colon"] is not None)
        for before, after in pairwise(tokens)
    )


def form(text: str) -> str | None:
    """The word that tells what a query is for, in capitals: SELECT, ASK, CONSTRUCT or DESCRIBE, or an update's."""
    return next((word for word in _words(text) if word not in ("PREFIX", "BASE")), None)


def validate(text: str) -> None:
    """Refuse a query that does not parse, before a server is asked; raises `QueryError`.

    So the same text is taken or refused wherever the graph is kept. Queries that may call other servers go
    unread, since Oxigraph would call them to look.
    """
    if not _CALLS_ALLOWED.get():
        with reporting(text):
            pyoxigraph.Store().query(text, prefixes=PREFIXES)


def with_prefixes(text: str) -> str:
    """The query with the ontology's prefixes declared, on its first line, that it uses and does not declare."""
    used: set[str] = set()
    declared: set[str] = set()
    word = ""
    for found in re.finditer(_LEXEME, text):
        is_name = found["local"] is not None or found["colon"] is not None
        if is_name:
            (declared if word == "PREFIX" else used).add(found["run"] or "")
        if not found[0].isspace():
            word = "" if is_name else (found["run"] or "").upper()
    missing = (name for name in PREFIXES if name in used - declared)
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + text


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


def explain(text: str, message: str, *, lines_before: int = 0) -> str:
    """One line for a query that does not parse: where, near what, and why where that is short.

    The first `lines_before` lines of the text are not counted; the user has not written them.
    """
    found = re.match(_POSITION, message)
    if not found:
        return f"the query does not parse: {' '.join(message.split())[:200]}"
    line, column, reason = int(found[1]), int(found[2]), " ".join(found[3].split())
    lines = text.split("\n")
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    near = f"near “{rest[:LONGEST_EXCERPT].strip()}”" if rest.strip() else "at the end of the line"
    if not "".join(lines[lines_before:]).strip():
        return "the query is empty; give SPARQL in a file or with -e"
    if form(text) in UPDATES:
        hint = "; an update? The store is only changed by kg build and kg add"
    elif "Prefix not found" in reason:
        hint = "; a prefix that is not declared?"
    else:
        # What the engine expected is named by its grammar's classes of characters, which say nothing to a reader.
        hint = f"; {reason}" if len(reason) <= LONGEST_REASON and "[" not in reason else ""
    return f"the query does not parse at line {max(1, line - lines_before)}, column {column}, {near}{hint}"
