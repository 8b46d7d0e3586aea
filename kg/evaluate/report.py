"""The result of an evaluation: counts by class, as a table, as a record for JSON, and each error by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluate.forbidden import Violation
from kg.evaluate.outcome import Outcome, Verdict

ROWS = (
    "header",
    "mentions",
    "tenures",
    "events",
    "event dates",
    "event places",
    "formats",
    "discusses",
    "part of",
    "participations",
    "memberships",
    "acts",
    "acts: about",
    "acts: addressed to",
    "acts: conveyed by",
)
SUB_ROWS = ("meetings", "participants", "capacities")
"""Parts of other rows, shown beside them and not counted among all facts."""
FACTS = "facts"
TOLD_BY_OTHERS = ("meetings", "participations")
"""Rows whose errors stand in other rows, too."""
ALL_ROWS = (
    "header",
    "mentions",
    "tenures",
    "events",
    "meetings",
    "event dates",
    "event places",
    "formats",
    "discusses",
    "part of",
    "participations",
    "participants",
    "capacities",
    "memberships",
    "acts",
    "acts: about",
    "acts: addressed to",
    "acts: conveyed by",
    FACTS,
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many facts of a class are right, extra and missing."""

    right: int = 0
    extra: int = 0
    missing: int = 0

    @property
    def precision(self) -> float | None:
        """The part of what was read that is right; None where nothing was read."""
        return self.right / (self.right + self.extra) if self.right + self.extra else None

    @property
    def recall(self) -> float | None:
        """The part of the gold that was read; None where there is none."""
        return self.right / (self.right + self.missing) if self.right + self.missing else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing in either."""
        total = 2 * self.right + self.extra + self.missing
        return 2 * self.right / total if total else None

    def as_dict(self) -> dict[str, float | int | None]:
        """The counts and measures, the latter to four places."""
        measures = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        rounded = {name: None if value is None else round(value, 4) for name, value in measures.items()}
        return {"tp": self.right, "fp": self.extra, "fn": self.missing, **rounded}


@dataclass(frozen=True, slots=True)
class FileResult:
    """What came of one gold file. `forbidden` is how many facts it forbids; `refused` a loader's reason."""

    name: str
    outcomes: tuple[Outcome, ...]
    factuality: tuple[tuple[str, str], ...]
    violations: tuple[Violation, ...]
    forbidden: int
    refused: str | None = None

    @property
    def wholly_right(self) -> bool:
        """Whether the page was read and nothing is missing, extra or forbidden."""
        errors = any(one.verdict is not Verdict.RIGHT for one in self.outcomes)
        return self.refused is None and not self.violations and not errors


@dataclass(frozen=True, slots=True)
class Report:
    """An evaluation over gold files, in the order of their paths."""

    files: tuple[FileResult, ...]

    def count(self, row: str, files: Sequence[FileResult] | None = None) -> Count:
        """The counts of one class, or of all facts but mentions, over these files (by default all)."""
        outcomes = [one for file in (self.files if files is None else files) for one in file.outcomes]
        rows = set(ROWS) - {"mentions"} if row == FACTS else {row}
        verdicts = [one.verdict for one in outcomes if one.row in rows]
        return Count(*(verdicts.count(one) for one in (Verdict.RIGHT, Verdict.EXTRA, Verdict.MISSING)))

    def factuality(self) -> tuple[dict[str, Count], float | None]:
        """The counts for each factuality over events and acts that were found, and their macro-F1."""
        return _macro(pair for file in self.files for pair in file.factuality)

    @property
    def forbidden_facts(self) -> int:
        """How many forbidden facts were read."""
        return sum(len(one.facts) for file in self.files for one in file.violations)

    @property
    def broken(self) -> int:
        """How many of the entries under `forbidden` were broken."""
        return sum(len(file.violations) for file in self.files)

    def table(self, by_file: bool = False) -> str:
        """The counts as text, one class a line; `by_file` adds one line a file."""
        lines = [_line("class", "tp", "fp", "fn", "precision", "recall", "F1")]
        for row in ALL_ROWS:
            count = self.count(row)
            if count != Count():
                lines.append(_count_line(f"  {row}" if row in SUB_ROWS else row, count))
        labels, macro = self.factuality()
        if macro is not None:
            lines.append(f"factuality: macro-F1 {macro:.3f} ({_labels(labels)})")
        total = sum(file.forbidden for file in self.files)
        lines.append(f"forbidden: {self.broken} of {total} broken, {self.forbidden_facts} facts")
        right = sum(file.wholly_right for file in self.files)
        lines.append(f"files wholly right: {right} of {len(self.files)}")
        lines += [f"refused: {file.name}: {file.refused}" for file in self.files if file.refused is not None]
        if by_file:
            lines += ["", _line("file", "tp", "fp", "fn", "precision", "recall", "F1 of facts")]
            for file in self.files:
                note = f"  {len(file.violations)} forbidden" if file.violations else ""
                lines.append(_count_line(file.name, self.count(FACTS, [file])) + note)
        return "\n".join(lines)

    def as_dict(self) -> dict[str, object]:
        """The report for JSON."""
        labels, macro = self.factuality()
        return {
            "files": len(self.files),
            "classes": {row: self.count(row).as_dict() for row in ALL_ROWS},
            "factuality": {
                "macro_f1": None if macro is None else round(macro, 4),
                "labels": {label: count.as_dict() for label, count in labels.items()},
            },
            "forbidden": {
                "of": sum(file.forbidden for file in self.files),
                "broken": self.broken,
                "facts": self.forbidden_facts,
            },
            "by_file": {
                file.name: {
                    "facts": self.count(FACTS, [file]).as_dict(),
                    "mentions": self.count("mentions", [file]).as_dict(),
                    "forbidden": len(file.violations),
                    "wholly_right": file.wholly_right,
                    "refused": file.refused,
                }
                for file in self.files
            },
        }

    def errors(self) -> str:
        """Every fact that is missing, extra or forbidden, with its sentence, file by file."""
        lines = []
        for file in self.files:
            lines += [
                f"{file.name}  {one.row}  {one.verdict}: {one.says} — {one.sentence}"
                for one in file.outcomes
                if one.verdict is not Verdict.RIGHT and one.row not in TOLD_BY_OTHERS
            ]
            for violation in file.violations:
                lines += [
                    f"{file.name}  {violation.kind}  forbidden ({violation.why}): {fact}" for fact in violation.facts
                ]
        return "\n".join(lines)


def _macro(pairs: Iterable[tuple[str, str]]) -> tuple[dict[str, Count], float | None]:
    known = list(pairs)
    labels = sorted({label for pair in known for label in pair})
    counts = {
        label: Count(
            sum(gold == found == label for gold, found in known),
            sum(found == label != gold for gold, found in known),
            sum(gold == label != found for gold, found in known),
        )
        for label in labels
    }
    if not counts:
        return {}, None
    return counts, sum(count.f1 or 0.0 for count in counts.values()) / len(counts)


def _labels(counts: dict[str, Count]) -> str:
    return ", ".join(f"{label} {count.f1 or 0.0:.3f}" for label, count in counts.items())


def _line(name: str, *cells: str) -> str:
    return f"{name[:60]:<60}" + "".join(f"{cell:>10}" for cell in cells)


def _count_line(name: str, count: Count) -> str:
    measures = (count.precision, count.recall, count.f1)
    return _line(
        name,
        *(str(one) for one in (count.right, count.extra, count.missing)),
        *("–" if one is None else f"{one:.3f}" for one in measures),
    )
