"""Templates of what press offices write, with the events that each tells, and releases made from them.

A template (blocks of `wordings/*.txt`, parted by empty lines) holds `lead:` and `text:` paragraphs with slots, `who:`
with the kinds of the people that are no foreign ministers, and `says:` lines with the events: class, factuality, who
took part, `@place` and `on day`; `?` before an event that careful readers may leave out. Slots: `{A}` to `{H}` are
people where they are introduced, `{A.full}` the name, `{A.s}` the surname, `{A.office}` and `{A.title}` the office with
and without its state; `{P}`, `{Q}`, `{R}` cities, `{S}`, `{T}` states, `{F}` a format, `{M}` a field operation, `{I}` a
body; `{day}`, `{date}`, `{soon}`, `{weekday}` days.
"""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "wordings"
ISSUED = date(2020, 3, 4)
PEOPLE = "ABCDEFGH"
"""Slots of people, men and women in turn, so that pronouns are sure."""
_CLASSES = ("Meeting", "Call", "Visit")
_FACTUALITIES = ("happened", "planned", "denied", "calledFor", "presupposed")
# Behind these an aside needs no comma of its own.
_CLOSED = re.compile(r"[.,;:?!)’'–—]|\s[–—(]|$")


@dataclass(frozen=True)
class Says:
    """One event that a template tells: slots for who took part, where and when; None where nothing is said."""

    category: str
    factuality: str
    who: tuple[str, ...]
    place: str | None
    day: str | None
    optional: bool


@dataclass(frozen=True)
class Template:
    """Paragraphs with slots, the kinds of the people in them, and the events that they tell."""

    key: str
    lead: tuple[str, ...]
    text: tuple[str, ...]
    kinds: Mapping[str, str]
    says: tuple[Says, ...]

    @property
    def held_out(self) -> bool:
        """Whether it is only to measure on: nobody looks at what fails on these while rules are written."""
        return int(self.key, 16) % 2 == 1


@dataclass(frozen=True)
class Made:
    """A release made from a template: its paragraphs, how many are the lead's, and what each slot stands for."""

    paragraphs: tuple[str, ...]
    leading: int
    values: Mapping[str, str]

    def day(self, slot: str | None) -> str | None:
        """The ISO date of a day's slot, where it has one."""
        if slot in {"day", "today"}:
            return ISSUED.isoformat()
        if slot not in {"date", "soon"}:
            return None
        number, month = self.values[slot].split()
        months = "January February March April May June July August September October November December".split()
        return date(ISSUED.year, months.index(month) + 1, int(number)).isoformat()


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def templates(path: Path) -> Iterator[Template]:
    """The templates of a file. Raises `ValueError` with the block where one is not as the format asks for."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        parts = defaultdict(list)
        for line in block.splitlines():
            if line.strip() and not line.startswith("#"):
                key, _, words = line.strip().partition(":")
                parts[key].append(words.strip())
        if not parts:
            continue
        if parts.keys() - {"lead", "text", "who", "says"} or not (parts["text"] and parts["says"]):
            raise ValueError(f"{path.name}: not a template:\n{block}")
        kinds = dict(one.split("=") for line in parts["who"] for one in line.replace(",", " ").split())
        text = tuple(parts["text"])
        # `{F}` is a format where the text has it as one, and then no person.
        formats = "{F}" in block
        said = tuple(one for line in parts["says"] if (one := _said(line, formats)) is not None)
        yield Template(sha256(" ".join(text).encode()).hexdigest()[:6], tuple(parts["lead"]), text, kinds, said)


def _said(line: str, formats: bool) -> Says | None:
    words = [word.strip(",;{}") for word in line.lstrip("? ").split()]
    if words[:1] == ["nothing"]:
        return None
    if words[0] not in _CLASSES or words[1] not in _FACTUALITIES:
        raise ValueError(f"neither class nor factuality: {line}")
    place = next((word[1:].strip("{}") for word in words if word.startswith("@")), None)
    day = words[words.index("on") + 1] if "on" in words else None
    people = PEOPLE.replace("F", "") if formats else PEOPLE
    who = tuple(word for word in words[2:] if len(word) == 1 and word in f"{people}MIST")
    return Says(words[0], words[1], who, place, day, line.startswith("?"))


def make(template: Template, seed: int) -> Made:
    """A release from a template; the same seed gives the same release."""
    random_ = random.Random(f"{template.key}{seed}")
    words = defaultdict(list)
    for row in _rows("words.csv"):
        words[row["slot"]].append((row["word"], row["note"]))
    values = {slot: random_.choice(words[slot])[0] for slot in ("F", "M", "I", "date", "soon", "weekday")}
    cities = random_.sample(words["city"], 4)
    states = random_.sample(words["state"], len(PEOPLE) + 2)
    values |= {slot: city for slot, (city, _) in zip("PQR", cities, strict=False)}
    values |= {"S": states[-2][0], "T": states[-1][0], "day": "today"}
    surnames = random_.sample(words["surname"], len(PEOPLE))
    given = {"man": random_.sample(words["man"], 4), "woman": random_.sample(words["woman"], 4)}
    for number, slot in enumerate(PEOPLE):
        gender = "woman" if number % 2 else "man"
        name = f"{given[gender][number // 2][0]} {surnames[number][0]}"
        state, adjective = states[number]
        person = {"name": name, "state": state, "adjective": adjective, "city": cities[3][0], "mission": values["M"]}
        values |= _person(slot, template.kinds.get(slot, "minister"), person, gender, random_)
    paragraphs = [_filled(one, values) for one in (*template.lead, *template.text)]
    paragraphs[0] = f"VIENNA, {ISSUED.day} {ISSUED:%B %Y} – {paragraphs[0]}"
    return Made(tuple(paragraphs), len(template.lead), values)


def _person(slot: str, kind: str, person: Mapping[str, str], gender: str, random_: random.Random) -> dict[str, str]:
    """What the slots of one person stand for."""
    form = random_.choice([one for one in _rows("forms.csv") if one["kind"] == kind])
    office = next(one for one in _rows("offices.csv") if one["kind"] == kind)
    introduced = form["form"].replace("{mission:bare}", person["mission"].removeprefix("the ")).format(**person)
    surname = person["name"].split()[-1]
    styles = [surname, surname, f"{'Ms.' if gender == 'woman' else 'Mr.'} {surname}"]
    styles += [f"{office['honorific']} {surname}"] if office["honorific"] else []
    return {
        slot: f"{introduced}," if form["closed"] == "yes" else introduced,
        f"{slot}.full": person["name"],
        f"{slot}.s": random_.choice(styles),
        f"{slot}.office": office["office"].format(**person),
        f"{slot}.title": office["title"].format(**person),
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """A paragraph with its slots filled; an aside is closed by a comma where nothing else closes it."""
    filled, position = "", 0
    for match in re.finditer(r"\{([^}]*)\}", text):
        value = values[match[1]]
        if value.endswith(",") and _CLOSED.match(text, match.end()):
            value = value[:-1]
        filled += text[position : match.start()] + value
        position = match.end()
    filled += text[position:]
    filled = re.sub(r"^([“\"]?)([a-z])", lambda one: one[1] + one[2].upper(), filled)
    return re.sub(r"([.!?]\s)(the|a|in|at|on)\s", lambda one: f"{one[1]}{one[2].capitalize()} ", filled)
