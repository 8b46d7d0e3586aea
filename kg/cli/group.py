"""The group of commands as click runs it, each imported when it is asked for."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from kg import __version__
from kg.cli.main import COMMANDS, INTERRUPTED
from kg.errors import KgError


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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the first sentence of each, whole."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(limit=200)) for name, one in commands if one])

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


def run(arguments: list[str]) -> int:
    """Run the command that the arguments name and give its exit status; raises `KgError` for a user's mistake."""
    try:
        result: Any = kg.main(arguments, prog_name="kg", standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        click.echo("kg: interrupted", err=True)
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        hint = f"; see {context.command_path} --help" if context else ""
        raise KgError(f"{error.format_message().rstrip('.')}{hint}") from None
    return result if isinstance(result, int) else 0
