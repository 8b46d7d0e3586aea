"""A progress bar on standard error, for commands that may take long."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from kg.rules import Progress

WORTH_SHOWING = 1.0
"""Seconds after which a progress bar is worth the reader's eye."""


class _Bar:
    """A progress bar that appears where the work takes longer than a moment."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._bar: RichProgress | None = None
        self._stage = ""
        self._stage_started = self._started
        self._stage_done = 0

    def show(self, stage: str, done: int, total: int) -> None:
        """Show what is being done, how much of it is done and how fast, and the time that is left."""
        if self._bar is None and time.monotonic() - self._started > WORTH_SHOWING:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as RichProgress

            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TaskProgressColumn("{task.fields[rate]}"),
                TimeRemainingColumn(),
            )
            self._bar = RichProgress(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task(stage, total=total, rate="")
            self._bar.start()
        if stage != self._stage:
            self._stage, self._stage_started, self._stage_done = stage, time.monotonic(), done
            if self._bar is not None:
                self._bar.reset(self._bar.task_ids[0], description=stage, total=total, rate="")
        if self._bar is not None:
            passed = time.monotonic() - self._stage_started
            rate = f"{(done - self._stage_done) / passed:,.0f}/s" if passed > WORTH_SHOWING else ""
            self._bar.update(self._bar.task_ids[0], description=stage, completed=done, total=total, rate=rate)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


@contextmanager
def progress_bar() -> Iterator["Progress | None"]:
    """What is to be told of the progress; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.show
    finally:
        bar.stop()
