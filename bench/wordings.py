"""How many made-up releases are read wholly right, by file of templates, and how the others fail.

    python bench/wordings.py [--held-out] [--each N] [--show]

The templates were written without a look at the rules. Half of them (`Template.held_out`) are only to measure on: they
are counted with `--held-out`, and what fails is never shown of these.
"""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from templates import FOLDER, Made, Says, Template, make, templates

from kg.extract import read
from kg.model import Event

TESTS = Path(__file__).parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from reading import release  # noqa: E402

CATEGORIES = {"Meeting", "Call", "Visit"}


def failures(template: Template, made: Made) -> list[str]:
    """What is read otherwise than told: `missing`, `set`, `class`, `factuality`, `place`, `date` or `extra`."""
    paragraphs = release(*made.paragraphs, title="Press release")
    behind = paragraphs.body[made.leading].start
    found = [one for one in read(paragraphs).facts if isinstance(one, Event) and one.category in CATEGORIES]
    left = list({one.iri.value: one for one in found}.values())
    failed = []
    for says in sorted(template.says, key=lambda one: one.optional):
        likest = max(left, key=lambda one: _likeness(says, one, made), default=None)
        if likest is None or _likeness(says, likest, made) <= 0:
            failed += [] if says.optional else ["missing"]
            continue
        left.remove(likest)
        failed += [] if says.optional else _differs(says, likest, made)
    visits = any(one.category == "Visit" for one in template.says)
    for event in left:
        # What only the lead tells, and visits of which the template says nothing, are not what it is about.
        if all(span.start >= behind for span in event.support.evidence) and (visits or event.category != "Visit"):
            failed.append("extra")
    return failed


def _wanted(says: Says, made: Made) -> set[str]:
    return {made.values.get(f"{slot}.full", made.values[slot]).removeprefix("the ") for slot in says.who}


def _people(event: Event) -> set[str]:
    return {one.actor.label for one in event.participants if one.actor.kind != "format"}


def _likeness(says: Says, event: Event, made: Made) -> float:
    wanted, people = _wanted(says, made), _people(event)
    shared = len(wanted & people) / max(1, len(wanted | people))
    if wanted and people and not shared:
        return 0.0
    return (
        5 * shared
        + 5 * (wanted == people)
        + 2 * (event.category == says.category)
        + 2 * (event.factuality.value == says.factuality)
    )


def _differs(says: Says, event: Event, made: Made) -> list[str]:
    """The first thing in which an event differs, the weightiest first."""
    place, day = says.place and made.values[says.place], made.day(says.day)
    checks = (
        ("set", not says.who or _people(event) == _wanted(says, made)),
        ("class", event.category == says.category),
        ("factuality", event.factuality.value == says.factuality),
        ("place", says.category == "Visit" or place is None or place in {one.label for one in event.places}),
        ("date", day is None or event.start == day),
    )
    return [name for name, agrees in checks if not agrees][:1]


def main(arguments: Sequence[str]) -> None:
    """Print a row for each file of templates."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--held-out", action="store_true", help="the half that is only to measure on")
    parser.add_argument("--each", type=int, default=2, help="releases made from each template")
    parser.add_argument("--show", action="store_true", help="print what fails, where it may be looked at")
    options = parser.parse_args(arguments)
    print("| templates | releases | wholly right | how the others fail |\n|---|---|---|---|")
    for path in sorted(FOLDER.glob("*.txt")):
        right, failed, made = 0, Counter[str](), 0
        for template in templates(path):
            if template.held_out != options.held_out:
                continue
            for seed in range(options.each):
                one = make(template, seed)
                wrong = failures(template, one)
                made, right = made + 1, right + (not wrong)
                failed.update(wrong)
                if wrong and options.show and not options.held_out:
                    print(f"{', '.join(wrong)}: {' ¶ '.join(one.paragraphs)}")
        told = ", ".join(f"{name} {count}" for name, count in failed.most_common())
        print(f"| {path.stem} | {made} | {right / max(1, made):.0%} | {told} |")


if __name__ == "__main__":
    main(sys.argv[1:])
