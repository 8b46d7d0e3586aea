"""A knowledge graph of diplomacy read from press releases.

`kg.open_store(path)` gives an `rdflib.Dataset` over a store that `kg build` has made.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Dataset

__version__ = "0.1.0"

__all__ = ["__version__", "open_store"]


def open_store(path: "str | Path" = "kg-store") -> "Dataset":
    """Open a built store read-only as an `rdflib.Dataset` whose default graph is the union of all.

    Raises `kg.errors.StoreError` where there is no store at `path`, or one of another version.
    """
    # rdflib takes ten bare Python starts to import; only those who call this pay for it.
    from kg.store import open_dataset

    return open_dataset(path)
