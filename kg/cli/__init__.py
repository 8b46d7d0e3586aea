"""The command line: reads what a user gives, calls the rest, prints; nothing else in the package prints."""

from kg.cli.main import main

__all__ = ["main"]
