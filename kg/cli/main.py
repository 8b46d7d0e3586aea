"""The way into the command line, and the one place where a mistake becomes a line and an exit status."""

import errno
import os
import sys
from contextlib import suppress

from kg.cli import plain
from kg.errors import KgError

COMMANDS = {
    "build": "kg.cli.build:build",
    "add": "kg.cli.build:add",
    "query": "kg.cli.query:query",
    "ask": "kg.cli.ask:ask",
    "show": "kg.cli.show:show",
    "why": "kg.cli.why:why",
    "graph": "kg.cli.graph:graph",
    "export": "kg.cli.export:export",
    "check": "kg.cli.check:check",
    "diff": "kg.cli.diff:diff",
    "harvest": "kg.cli.harvest:harvest",
    "unresolved": "kg.cli.unresolved:unresolved",
    "push": "kg.cli.push:push",
    "evaluate": "kg.cli.evaluate:evaluate",
    "serve": "kg.cli.serve:serve",
}
"""Each command's name and where it stands; a module is imported when its command or its help is wanted."""

MISTAKE = 2
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its status."""
    given = sys.argv[1:] if arguments is None else arguments
    status = run(given)
    if plain.call(given) is not None:
        # Such a call has only read: the system lets go of everything at once, Python in half a start.
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        os._exit(status)
    sys.exit(status)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit status; a mistake of the user's is one line on stderr."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        status = _run(given)
        sys.stdout.flush()
    except KgError as error:
        return _mistake(str(error))
    except KeyboardInterrupt:
        sys.stderr.write("kg: interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has had enough; what Python would still flush at its end has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _mistake(f"standard output: {error.strerror}; write to a disk that has room")
    return status


def _run(arguments: list[str]) -> int:
    call = plain.call(arguments)
    if call is not None:
        call()
        return 0
    # click takes as long to import as all else that a question needs.
    from kg.cli import group

    return group.run(arguments)


def _mistake(message: str) -> int:
    sys.stderr.write(f"kg: {' '.join(message.split())}\n")
    return MISTAKE
