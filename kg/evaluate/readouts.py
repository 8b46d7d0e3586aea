"""How often a readout's body alone gives the meeting or call that its title names."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kg import extract, loaders, reference
from kg.errors import InputError, ReleaseRefused
from kg.evaluate.names import Names, shipped
from kg.evaluate.posts import title as post_title
from kg.evaluate.posts import words
from kg.evaluate.titles import Pair, parse_title, state_names
from kg.iris import slug
from kg.model import Event, Factuality, Participation, Reading, Release, Span, Stated, Tenure, Thing

Read = Callable[[Release], Reading]
PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "abdel",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "dos",
        "sheikh",
        "his",
        "majesty",
        "jr",
        "dr",
        "cardinal",
    }
)
MET = frozenset({"Meeting", "Call"})


@dataclass(frozen=True, slots=True)
class Failure:
    """A readout whose body does not give what its title names, and what is missing."""

    file: str
    title: str
    missing: str


@dataclass(frozen=True, slots=True)
class ReadoutsReport:
    """How many bodies give their title's pair; `others` counts the files whose title names no such pair.

    `refused` are the files that no loader could read, each with the reason; they count nowhere else.
    """

    total: int
    failures: tuple[Failure, ...]
    others: int
    refused: tuple[tuple[str, str], ...] = ()

    @property
    def found(self) -> int:
        """How many bodies give the pair, with the guest's state and office."""
        return self.total - len(self.failures)

    def table(self) -> str:
        """The result and every failure, as text."""
        share = f"{self.found / self.total:.1%}" if self.total else "–"
        lines = [f"{one.file}: {one.missing} ({one.title})" for one in self.failures]
        lines += [f"refused: {name}: {reason}" for name, reason in self.refused]
        return "\n".join([*lines, f"pairs found: {self.found} of {self.total} ({share}); {self.others} other titles"])

    def as_dict(self) -> dict[str, object]:
        """The result for JSON."""
        return {
            "total": self.total,
            "found": self.found,
            "share": round(self.found / self.total, 4) if self.total else None,
            "other_titles": self.others,
            "refused": [{"file": name, "reason": reason} for name, reason in self.refused],
            "failures": [{"file": one.file, "title": one.title, "missing": one.missing} for one in self.failures],
        }


def readouts(folder: Path, read: Read | None = None) -> ReadoutsReport:
    """Read the body of every readout in `folder` (`*.md`) whose title names a pair of persons and a state.

    Raises `InputError` where there is no such folder or no readout in it.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; give one with readouts (*.md)")
    paths = sorted(folder.glob("*.md"))
    if not paths:
        raise InputError(f"{folder}: holds no readout (*.md); give another folder")
    chosen = read if read is not None else extract.read
    names, states = shipped(), state_names(reference.load())
    total, others, failures = 0, 0, []
    refused: list[tuple[str, str]] = []
    for path in paths:
        try:
            releases = loaders.load(path.name, path.read_bytes())
        except ReleaseRefused as refusal:
            refused.append((refusal.name, refusal.reason))
            continue
        for release in releases:
            pair = parse_title(release.title.value, states)
            if pair is None:
                others += 1
                continue
            total += 1
            missing = lacks(chosen(untitled(release)), pair, names)
            if missing is not None:
                failures.append(Failure(path.name, " ".join(release.title.value.split()), missing))
    return ReadoutsReport(total, tuple(failures), others, tuple(refused))


def untitled(release: Release) -> Release:
    """The release without its title, so that only the body can tell."""
    return replace(release, title=Stated("", Span(0, 0)))


def lacks(reading: Reading, pair: Pair, names: Names) -> str | None:
    """What of the pair a reading lacks, in words; None where nothing is lacking.

    Needed is a call or meeting that happened, both persons in it, and for the guest the office and the state.
    """
    events = [one for one in reading.of_type(Event) if one.category in MET and one.factuality is Factuality.HAPPENED]
    if not events:
        return "no call or meeting"
    with_guest = [(one, guest) for one in events for guest in one.participants if _is(pair.guest, guest.actor, names)]
    if not with_guest:
        return f"no {pair.guest} in a call or meeting"
    both = [
        guest
        for event, guest in with_guest
        if any(_is(pair.host, one.actor, names) for one in event.participants if one != guest)
    ]
    if not both:
        return f"no {pair.host} with {pair.guest}"
    problems = [_office_and_state(reading, guest, pair, names) for guest in both]
    return None if None in problems else problems[0]


def _is(name: str, thing: Thing, names: Names) -> bool:
    """Whether a person of a title is this one: one of the telling words of the name is the same."""
    if thing.category != "Person":
        return False
    return any(_telling(name) & _telling(other) for other in names.of(thing))


def _telling(name: str) -> frozenset[str]:
    return frozenset(word for word in slug(name).split("-") if len(word) > 1) - PARTICLES


def _office_and_state(reading: Reading, guest: Participation, pair: Pair, names: Names) -> str | None:
    held = [one.post for one in reading.of_type(Tenure) if one.holder.iri == guest.actor.iri]
    posts = [*guest.capacities, *held]
    states = [*guest.on_behalf_of, *(post.organization for post in posts if post.organization is not None)]
    if not any(one.kind == "state" and one.key == pair.state for one in states):
        return f"no state for {pair.guest}"
    wanted = post_title(words(pair.office))
    if not any(wanted <= words(name) | post_title(words(name)) for post in posts for name in names.of(post)):
        return f"no office ({pair.office}) for {pair.guest}"
    return None
