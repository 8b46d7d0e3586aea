"""A store seen by the two clocks: what was true on a day, and what was known by a day."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store import Store


def seen_by(store: "Store", *, valid_on: str | None, known_by: str | None) -> "Store":
    """The store as far as the clocks let it be seen; without either, the store itself.

    Raises `ParameterError` for a date that there is none of.
    """
    if valid_on is None and known_by is None:
        return store
    # The rules and what they need are imported only where they run again.
    from kg import clocks

    return clocks.at(store, valid_on=valid_on, known_by=known_by)
