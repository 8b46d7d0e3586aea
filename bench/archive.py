"""Made-up archives of press releases, of any size, with known counts.

    python bench/archive.py 1000 FOLDER [SEED]

The same number and seed give the same bytes. The Chairperson-in-Office is the one of the day; a foreign minister is
the one whom the reference facts know for that day, else an invented one with a state and a term, and in one release
of fifty such a one all the same, as releases name the wrong one at times. States, formats, missions and places are
those of the reference facts, so that a release is about as hard to read as a real one: some 1,300 characters, a
dateline, an event or two, who said what, and matters named in passing. An archive goes into folders of a thousand
files, beside `counts.json`, which says how many events of each kind the releases tell, and how many of them are only
planned.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from kg import reference

FIRST_DAY = date(1999, 1, 4)
IN_A_FOLDER = 1000
TERM = 4
"""Years that an invented minister stays."""
NAMED_WRONGLY = 0.02
"""Of the releases, those that name another minister than the one of the day."""
GIVEN = (
    "Ada Bruno Clara Dario Elena Farid Greta Hugo Irena Jonas Katia Leo Mira Nils Olga Pavel Rosa Tamar Viktor".split()
)
FAMILY_STARTS = "Bal Cer Dor Fen Gar Hol Jel Kar Lom Mar Nov Orl Pas Rad Sor Tal Ver Wol Zel Bren".split()
FAMILY_ENDS = "adze berg ekov elli enko eva ford ian ić land man mov nas quist sen ski sson tova uk yan".split()
MEETING_VERBS = ("met with", "held talks with", "held a meeting with", "discussed regional security with")
SAID = (
    "{who} welcomed the progress made in {matter} and called for further steps.",
    "{who} expressed concern about recent incidents and urged all sides to show restraint.",
    "{who} reaffirmed {his} support for {format}.",
    "{who} thanked {state} for its contribution to the work of the Organization.",
    "{who} stressed that dialogue is the only way forward.",
    "{who} regretted that agreement could not be reached on the budget.",
)
PASSING = (
    "The {format} remains the agreed framework, and the {mission} continues its work on the ground.",
    "Participating States have repeatedly stressed the importance of {matter}.",
    "The situation along the line of contact, border management and the environment were also raised.",
    "Representatives of civil society, local authorities and international organizations contributed to the exchange.",
    "The recommendations will be considered in the competent bodies, and a report on them is to follow.",
    "Experts presented experience from several regions, and participants worked in small groups on practical cases.",
    "Particular attention was paid to the participation of women and young people at all stages.",
    "The programme is funded by voluntary contributions and will run until the end of the year.",
)
MATTERS = (
    "border management", "the fight against corruption", "judicial reform", "media freedom", "mine action",
    "the protection of national minorities", "cyber security", "policing", "electoral reform", "water management",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A state as releases name it, and its known foreign ministers: from and to which day, and who."""

    name: str
    capital: str
    ministers: tuple[tuple[str, str | None, str], ...]


@dataclass(frozen=True, slots=True)
class World:
    """What invented releases are about."""

    states: tuple[State, ...]
    formats: tuple[str, ...]
    missions: tuple[str, ...]
    chairs: tuple[tuple[str, str, str], ...]
    """Chairpersons-in-Office in order of time: from which day, who, of which state."""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One invented release: its name in the archive, its text, and what it tells, by class and factuality."""

    name: str
    text: str
    told: tuple[tuple[str, str], ...]


def world() -> World:
    """The states, formats and missions of the reference facts."""

    known = reference.load()
    return World(
        tuple(
            State(row.name, row.capital, tuple(_ministers(known, row.id)))
            for row in known.states
            if row.status == "participating" and row.capital
        ),
        tuple(row.label for row in known.formats if row.kind in ("negotiating-format", "mediation-format")),
        tuple(row.name for row in known.missions),
        tuple(sorted(_chairs(known))),
    )


def _chairs(known: reference.Reference) -> Iterator[tuple[str, str, str]]:
    people = {row.slug: row for row in known.people}
    names = {row.id: row.name for row in (*known.states, *known.former_states)}
    for tenure in known.tenures:
        person = people[tenure.person]
        if tenure.post == "cio" and tenure.from_ >= "1998":
            yield tenure.from_, person.name, names[person.nationality]


def _ministers(known: reference.Reference, state: str) -> Iterator[tuple[str, str | None, str]]:
    names = {row.slug: row.name for row in known.people}
    for tenure in known.tenures:
        if tenure.post == f"fm-{state}" and tenure.from_:
            yield tenure.from_, tenure.to, names[tenure.person]


def releases(number: int, seed: int) -> Iterator[MadeUp]:
    """That many invented releases, in the order of their days."""
    about = world()
    days = timedelta(days=max(1, 9_700 / number))
    for index in range(number):
        random = Random(f"{seed}/{index}")
        yield _Writer(about, random, FIRST_DAY + days * index, index).release()


def minister(state: State, day: date, chance: Random) -> str:
    """The foreign minister of a state on a day; an invented one is the same for a whole term."""
    today = day.isoformat()
    known = [
        name
        for first, last, name in state.ministers
        if first <= today[: len(first)] and (not last or today[: len(last)] <= last)
    ]
    if known and chance.random() >= NAMED_WRONGLY:
        return known[0]
    random = Random(f"{state.name}/{day.year // TERM}")
    return f"{random.choice(GIVEN)} {random.choice(FAMILY_STARTS)}{random.choice(FAMILY_ENDS)}"


class _Writer:
    """Writes one release."""

    def __init__(self, about: World, random: Random, day: date, index: int) -> None:
        self.world, self.random, self.day, self.index = about, random, day, index
        _, self.cio, self.chair = max(one for one in about.chairs if one[0] <= day.isoformat())

    def release(self) -> MadeUp:
        kinds: Sequence[tuple[Callable[[], tuple[str, str, str, list[tuple[str, str]]]], int]] = (
            (self.meeting, 45),
            (self.visit, 12),
            (self.call, 8),
            (self.training, 15),
            (self.statement, 15),
            (self.planned, 5),
        )
        write = self.random.choices([one for one, _ in kinds], [weight for _, weight in kinds])[0]
        title, place, lead, told = write()
        dateline = f"{place.upper()}, {self.written(self.day)} – "
        body = "\n".join([dateline + lead, *self.passages()])
        text = (
            f"Press release\n{title}\n- Date:\n- {self.written(self.day)}\n- Place:\n- {place.upper()}\n- Source:\n"
            f"- OSCE Chairpersonship\n- Fields of work:\n- Conflict prevention and resolution\n{body}\n"
        )
        return MadeUp(f"{self.index // IN_A_FOLDER:04d}/{self.day.isoformat()}-{self.index:06d}.txt", text, tuple(told))

    def meeting(self) -> tuple[str, str, str, list[tuple[str, str]]]:
        state = self.other()
        name, verb = minister(state, self.day, self.random), self.random.choice(MEETING_VERBS)
        lead = (
            f"OSCE Chairperson-in-Office, Minister of Foreign Affairs of {self.chair} {self.cio} {verb} "
            f"Minister of Foreign Affairs of {state.name} {name} in {state.capital} today."
        )
        return f"OSCE Chairperson-in-Office {self.cio} meets {name} in {state.capital}", state.capital, lead, [
            ("Meeting", "happened")
        ]  # fmt: skip

    def visit(self) -> tuple[str, str, str, list[tuple[str, str]]]:
        state = self.other()
        name = minister(state, self.day, self.random)
        lead = (
            f"OSCE Chairperson-in-Office, Minister of Foreign Affairs of {self.chair} {self.cio} concluded a visit "
            f"to {state.name} today. In {state.capital}, {self.cio} met with Minister of Foreign Affairs {name}."
        )
        title = f"OSCE Chairperson-in-Office {self.cio} concludes visit to {state.name}"
        return title, state.capital, lead, [("Visit", "happened"), ("Meeting", "happened")]

    def call(self) -> tuple[str, str, str, list[tuple[str, str]]]:
        state = self.other()
        name = minister(state, self.day, self.random)
        lead = (
            f"OSCE Chairperson-in-Office, Minister of Foreign Affairs of {self.chair} {self.cio} spoke by telephone "
            f"with Minister of Foreign Affairs of {state.name} {name} today."
        )
        title = f"OSCE Chairperson-in-Office {self.cio} speaks with {name} by telephone"
        return title, "Vienna", lead, [("Call", "happened")]

    def training(self) -> tuple[str, str, str, list[tuple[str, str]]]:
        state, mission = self.other(), self.random.choice(self.world.missions)
        matter = self.random.choice(MATTERS)
        lead = (
            f"A two-day training course on {matter} for {self.random.randint(12, 60)} officials ended in "
            f"{state.capital} today. The course was organized by the {mission}."
        )
        return f"{mission} holds training course on {matter}", state.capital, lead, [("Activity", "happened")]

    def statement(self) -> tuple[str, str, str, list[tuple[str, str]]]:
        state = self.other()
        lead = (
            f"OSCE Chairperson-in-Office, Minister of Foreign Affairs of {self.chair} {self.cio} today condemned the "
            f"attack in {state.capital} and called on {state.name} to investigate it."
        )
        return f"OSCE Chairperson-in-Office {self.cio} condemns attack in {state.capital}", "Vienna", lead, []

    def planned(self) -> tuple[str, str, str, list[tuple[str, str]]]:
        state = self.other()
        name = minister(state, self.day, self.random)
        coming = self.day + timedelta(days=self.random.randint(2, 9))
        lead = (
            f"OSCE Chairperson-in-Office, Minister of Foreign Affairs of {self.chair} {self.cio} will meet Minister "
            f"of Foreign Affairs of {state.name} {name} in {state.capital} on {self.written(coming)}."
        )
        title = f"OSCE Chairperson-in-Office {self.cio} to meet {name} in {state.capital}"
        return title, "Vienna", lead, [("Meeting", "planned")]

    def passages(self) -> list[str]:
        """Who said what, and matters named in passing."""
        said = self.random.sample(SAID, 3)
        passing = self.random.sample(PASSING, 6)
        surname = self.cio.split()[-1]
        filled = [
            text.format(
                who=self.random.choice((surname, "The Chairperson-in-Office")),
                his="the Organization’s",
                matter=self.random.choice(MATTERS),
                format=f"the {self.random.choice(self.world.formats)}"
                if "support" in text
                else self.random.choice(self.world.formats),
                mission=self.random.choice(self.world.missions),
                state=self.other().name,
            )
            for text in (*said, *passing)
        ]
        return [" ".join(filled[start : start + 3]) for start in range(0, len(filled), 3)]

    def other(self) -> State:
        return self.random.choice([state for state in self.world.states if state.name != self.chair])

    @staticmethod
    def written(day: date) -> str:
        return f"{day.day} {day:%B %Y}"


def make(folder: Path, number: int, seed: int) -> dict[str, int]:
    """Write an archive, unless the folder holds that very one already; gives its counts.

    The counts name each kind of event and how it is told (`Meeting happened`), and `releases`, `characters`.
    """
    counts_file = folder / "counts.json"
    if counts_file.is_file():
        known: dict[str, int] = json.loads(counts_file.read_text("utf-8"))
        if (known["releases"], known["seed"]) == (number, seed):
            return known
    counts: Counter[str] = Counter(releases=number, seed=seed)
    for one in releases(number, seed):
        path = folder / "releases" / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(one.text, encoding="utf-8")
        counts["characters"] += len(one.text)
        counts.update(f"{kind} {factuality}" for kind, factuality in one.told)
    counts_file.write_text(json.dumps(dict(sorted(counts.items())), indent=2) + "\n", encoding="utf-8")
    return dict(counts)


if __name__ == "__main__":
    print(json.dumps(make(Path(sys.argv[2]), int(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else 1), indent=2))
