"""Fetching a publisher's releases, politely, into a folder that a build reads."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError
from kg.harvest.addresses import Resolve, resolve
from kg.harvest.archive import Archive
from kg.harvest.fetching import Fetcher, Sleep
from kg.harvest.publishers import Publisher, load, of_address, shipped
from kg.harvest.run import Harvest, Progress, Summary
from kg.harvest.settings import Settings


def harvest(
    publishers: Sequence[Publisher],
    folder: Path,
    settings: Settings,
    *,
    progress: Progress | None = None,
    sleep: Sleep = asyncio.sleep,
    resolver: Resolve = resolve,
) -> tuple[Summary, ...]:
    """Fetch what is new of each publisher into the folder, and give what came of each.

    Whatever was kept before an interruption stays, and the next harvest goes on from there. Raises `InputError`
    where nothing at all came of it, or where the folder is no harvest's or cannot be written.
    """
    with Archive(folder) as archive:
        summaries = asyncio.run(_run(publishers, settings, archive, progress, sleep, resolver))
    if all(one.is_in_vain for one in summaries):
        reasons = [found for one in summaries for found in (*one.refused, *one.left)]
        if reasons:
            raise InputError(f"{reasons[0][0]}: {reasons[0][1]}; nothing was fetched")
    return summaries


async def _run(
    publishers: Sequence[Publisher],
    settings: Settings,
    archive: Archive,
    progress: Progress | None,
    sleep: Sleep,
    resolver: Resolve,
) -> tuple[Summary, ...]:
    async with Fetcher(settings, sleep=sleep, resolver=resolver) as fetcher:
        return tuple([await Harvest(one, settings, archive, fetcher).run(progress) for one in publishers])


__all__ = ["Publisher", "Settings", "Summary", "harvest", "load", "of_address", "shipped"]
