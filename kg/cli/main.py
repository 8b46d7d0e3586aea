"""The group of commands, and the one place where a mistake becomes a line and an exit status."""

import errno
import os
import sys
from importlib import import_module
from typing import Any

import click

from kg import __version__
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
    "unresolved": "kg.cli.unresolved:unresolved",
    "evaluate": "kg.cli.evaluate:evaluate",
}
"""Each command's name and where it stands; a module is imported when its command or its help is wanted."""

MISTAKE = 2
INTERRUPTED = 130


class Commands(click.Group):
    """Commands that are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; where the reader of a pipe goes away, end as if all had been read."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python would complain again when it flushes at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return result

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a name that is none is answered with the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from rapidfuzz import process

            nearest = process.extractOne(args[0], list(COMMANDS))
            offered = f"; did you mean {nearest[0]}?" if nearest else ""
            raise KgError(f"no command {args[0]!r}{offered} kg --help lists them all")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def kg() -> None:
    """A knowledge graph of diplomacy read from press releases.

    \b
    kg build                    make the store ./kg-store from the shipped releases
    kg ask                      list the questions that it answers
    kg query -e 'ASK {}'        ask in SPARQL
    kg export -o kg.ttl         write the graph as Turtle
    kg graph -o graph.html      write it as a page to explore

    Exit status: 0 done, 1 findings, 2 a mistake that the line on stderr names, 3 done, but some
    releases were refused, 130 interrupted.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its status."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit status; a mistake of the user's is one line on stderr."""
    try:
        result: Any = kg.main(arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except KgError as error:
        return _mistake(str(error))
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("kg: interrupted", err=True)
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
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f"; see {context.command_path} --help" if context else ""
        return _mistake(f"{error.format_message().rstrip('.')}{hint}")
    return result if isinstance(result, int) else 0


def _mistake(message: str) -> int:
    click.echo(f"kg: {' '.join(message.split())}", err=True)
    return MISTAKE
