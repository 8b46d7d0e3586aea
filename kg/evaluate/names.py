"""Whether a gold file's name and a thing that was read are the same: by label, key, or a reference alias."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg import reference
from kg.evaluate.gold import ANY, Name
from kg.evaluate.posts import same_post
from kg.iris import slug
from kg.model import Thing
from kg.reference import Reference

# Classes between which the annotators' choice may differ from the ontology's without being wrong.
FAMILIES = {
    "Person": {"Person"},
    "State": {"State"},
    "Place": {"Place", "Region", "DeFactoEntity"},
    "Region": {"Place", "Region", "DeFactoEntity"},
    "Post": {"Post"},
    "Instrument": {"Instrument"},
    "Conflict": {"Conflict"},
    "FieldOfWork": {"FieldOfWork"},
}
BODIES = {
    "Organization",
    "Institution",
    "DecisionBody",
    "Department",
    "Mission",
    "NegotiatingFormat",
    "DeFactoEntity",
    "Chairpersonship",
}


class Names:
    """The names of the reference things, folded, for comparing them with the names in gold files."""

    def __init__(self, facts: Reference | None, people: Iterable[str] = ()) -> None:
        self._names: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._surnames = [_plain(name) for name in people]
        if facts is not None:
            self._read(facts)

    def with_people(self, people: Iterable[str]) -> "Names":
        """The same names, and these persons known by their surname alone."""
        other = Names(None, people)
        other._names = self._names
        return other

    def _read(self, facts: Reference) -> None:
        states = (*facts.states, *facts.former_states, *facts.other_states)
        for state in states:
            self._add("state", state.id, state.name, [one for one in state.aliases if one != state.capital])
        for region in facts.regions:
            for kind in ("place", "de-facto-entity"):
                self._add(kind, region.id, region.name, region.aliases)
        tables = (
            ("place", facts.places),
            ("organization", facts.organisations),
            ("mission", facts.missions),
        )
        for kind, rows in tables:
            for row in rows:
                self._add(kind, row.id, row.name, row.aliases)
        labelled = (
            ("institution", facts.institutions),
            ("format", facts.formats),
            ("conflict", facts.conflicts),
            ("instrument", facts.instruments),
            ("post", facts.posts),
            ("meeting", facts.meetings),
        )
        for kind, entries in labelled:
            for entry in entries:
                self._add(kind, entry.id, entry.label, entry.aliases)
        for field in facts.fields_of_work:
            self._add("field", field.id, field.pref_label, field.aliases)
        for person in facts.people:
            self._add("person", person.slug, person.name, person.aliases)
        for chair in facts.chairpersonships:
            self._add("chairpersonship", str(chair.year), f"OSCE Chairpersonship {chair.year}", ())

    def _add(self, kind: str, key: str, label: str, aliases: Iterable[str]) -> None:
        self._names[kind, key].update((label, *aliases))

    def of(self, thing: Thing) -> frozenset[str]:
        """Every name of a thing, as written."""
        return frozenset({thing.label, *self._names.get((thing.kind, thing.key), ())})

    def same(self, name: Name | None, thing: Thing | None) -> bool:
        """Whether one of the gold names is this thing's; nobody is the same as nobody."""
        if name is None or thing is None:
            return name is None and thing is None
        return name == ANY or any(self._same(one, thing) for one in name)

    def _same(self, name: str, thing: Thing) -> bool:
        if thing.kind == "post":
            bodies = self.of(thing.organization) if thing.organization is not None else frozenset[str]()
            return same_post(name, self.of(thing), bodies)
        wanted = _plain(name)
        if wanted == slug(thing.key) or wanted in {_plain(one) for one in self.of(thing)}:
            return True
        surname = _plain(thing.label)
        return thing.kind == "person" and wanted in self._surnames and wanted.endswith(f"-{surname}")

    def same_kind(self, type_name: str, thing: Thing) -> bool:
        """Whether a gold mention's type and the thing's class can go together."""
        return thing.category in FAMILIES.get(type_name, BODIES)


def _plain(name: str) -> str:
    """A name for comparing: “O’Brien” with either apostrophe is the same."""
    return slug(name.replace("’", "'"))


@cache
def shipped() -> Names:
    """The names of the reference facts that ship with the package."""
    return Names(reference.load())
