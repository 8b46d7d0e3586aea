"""One change, as it is told."""

from dataclasses import dataclass

SECTIONS = ("chair", "offices", "formats", "events", "acts", "people", "things", "sources", "ontology")
"""The headings under which changes are told, in this order."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a thing: `change` in words, its IRI and label, and how it was and is; empty where it was not.

    `sources` are the releases' titles and the curated sources that tell it: the new ones, or the old ones where
    it was withdrawn.
    """

    section: str
    change: str
    thing: str
    label: str
    before: str = ""
    after: str = ""
    sources: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, str, str, str, str, str]:
        """What changes are sorted by."""
        return SECTIONS.index(self.section), self.change, self.label, self.thing, self.before, self.after
