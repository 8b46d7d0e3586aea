"""What `bench/` says of figures: how they are fitted, compared and written; nothing here measures."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

import archive
import measuring
import reckoning
import table
from measuring import Figure
from table import Row


def row(ratio: float, bar: str = ">= 50", **more: object) -> Row:
    return Row("Part", "what", "small", "s", Figure.of([0.5, 0.25, 1]), "peer", Figure.of([2.0]), ratio, bar, **more)


def test_a_figure_is_the_median_with_its_spread() -> None:
    assert Figure.of([3, 1, 2]) == Figure(2, 1, 3, 3)
    assert table.written(Figure.of([0.5, 0.25, 1]), "s") == "500 ms (250–1,000)"
    assert table.written(Figure.of([2**21]), "bytes") == "2 MiB"
    assert table.written(Figure(60, 60, 60, 1, over=True), "s") == "> 60 s"
    assert table.written(None, "s") == ""


@pytest.mark.parametrize("power", [0.0, 1.0, 2.0])
def test_the_exponent_of_a_power_is_found(power: float) -> None:
    assert measuring.exponent([(size, 3 * size**power) for size in (10, 100, 1000)]) == pytest.approx(power)


def test_one_size_has_no_exponent() -> None:
    assert measuring.exponent([(10, 1)]) is None


@pytest.mark.parametrize(
    ("ratio", "bar", "met"), [(50, ">= 50", "yes"), (49, ">= 50", "NO"), (7, "<= 6", "NO"), (7, "", "")]
)
def test_a_bar_is_met_or_not(ratio: float, bar: str, met: str) -> None:
    assert row(ratio, bar).met == met


@pytest.mark.parametrize(
    ("ratio", "bar", "marked"),
    [(100, ">= 50", False), (85, ">= 50", False), (79, ">= 50", True), (115, "<= 6", False), (125, "<= 6", True)],
)
def test_what_got_worse_by_over_a_fifth_is_marked(ratio: float, bar: str, marked: bool) -> None:
    before = table.ratios(table.to_json([row(100, bar)], {}))
    assert before == {"Part | what | small | peer": 100}
    assert ("**worse: was 100**" in table.to_markdown([row(ratio, bar)], before)) == marked


def test_a_limit_makes_the_ratio_a_lower_bound() -> None:
    over = Row("Part", "what", "", "s", Figure.of([1]), "peer", Figure(60, 60, 60, 1, over=True), 60)
    assert "| > 60 s | ≥ 60 |" in table.to_markdown([over], {})


def test_a_peer_that_does_not_end_is_ended() -> None:
    assert measuring.run_script("import time; time.sleep(60)", limit=0.5) == {"over": 0.5}
    found = measuring.run_script("RESULT = {'answer': 42}")
    assert found["answer"] == 42
    assert found["memory"] > 1_000_000
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        measuring.run_script("1 / 0")


def test_an_archive_is_the_same_each_time_and_counts_what_it_tells(tmp_path: Path) -> None:
    counts = archive.make(tmp_path / "one", 30, seed=7)
    assert archive.make(tmp_path / "two", 30, seed=7) == counts
    first, second = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.txt")}
        for name in ("one", "two")
    )
    assert {path.relative_to("."): data for path, data in first.items()} == second
    assert len(first) == counts["releases"] == 30
    assert json.loads((tmp_path / "one" / "counts.json").read_text()) == counts
    assert archive.make(tmp_path / "three", 30, seed=8) != counts


def test_what_is_not_installed_is_told_with_what_to_do() -> None:
    assert measuring.lacking("json") == ""
    assert measuring.lacking("json", "scypi", "nunpy") == "needs scypi, nunpy: pip install -e '.[bench]'"


MEASURED = reckoning.Measured(
    read=100, handed=4000, quads=340, nquads=131_000, packed=4300,
    folder_load=100_000, folder_bytes=370, virtuoso_load=50_000, virtuoso_bytes=40,
)  # fmt: skip


def test_large_archives_are_reckoned_from_what_was_measured() -> None:
    text = reckoning.markdown(MEASURED, {"cores": "2", "processor": "made up"})
    for line in (
        "| | 1 million releases | 100 million releases |",
        "| quads | 340 million | 34 billion |",
        "| N-Quads, packed | 4.3 GB | 430 GB |",
        "| reading, core hours | 2.8 | 280 |",
        "| reading, hours on 64 cores | 0.043 | 4.3 |",
        "| into a folder, hours | 0.94 | 94 |",
        "| the folder | 130 GB | 13 TB |",
        "| Virtuoso's files | 14 GB | 1.4 TB |",
    ):
        assert line in text.splitlines()
    assert text.endswith("each for its part: 1 for 16 cores, 2 for 64 cores, 7 for 256 cores.\n")


def test_the_figures_are_found_in_a_table_and_what_lacks_is_named() -> None:
    rows = [
        Row(part, what, "", "", Figure.of([getattr(MEASURED, name) / unit]))
        for name, (part, what, unit) in reckoning.WANTED.items()
    ]
    assert reckoning.measured(table.to_json(rows, {})) == MEASURED
    with pytest.raises(LookupError, match="no row “real readouts” of “Reading”; measure --parts read,spread,scale"):
        reckoning.measured(table.to_json(rows[1:], {}))


def test_the_reckoning_goes_between_its_marks_and_nowhere_else() -> None:
    page = f"before\n{reckoning.BEGIN}old\n{reckoning.END}after\n"
    assert reckoning.placed(page, "new\n") == f"before\n{reckoning.BEGIN}\nnew\n\n{reckoning.END}after\n"
    with pytest.raises(LookupError, match="lacks the marks"):
        reckoning.placed("none", "new")
