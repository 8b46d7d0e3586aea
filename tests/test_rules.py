"""Every rule adds exactly the triples of its case, and adds nothing to them when it runs again."""

import pyoxigraph as ox
import pytest
from cases.running import CASES, DERIVED, construct, data_files, load

from kg import library

RULES = library.rules()


def expected(rule: library.Query) -> set[ox.Triple]:
    path = CASES / "rules" / rule.name / "expected.ttl"
    return {quad.triple for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE)}


@pytest.mark.parametrize("twice", [False, True], ids=["once", "in-two-graphs"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_triples(rule: library.Query, twice: bool) -> None:
    (data,) = data_files(CASES / "rules" / rule.name)
    assert expected(rule)
    assert set(construct(load(data, twice=twice), rule.text)) == expected(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_second_run_adds_nothing(rule: library.Query) -> None:
    (data,) = data_files(CASES / "rules" / rule.name)
    store = load(data)
    store.extend([ox.Quad(*triple, DERIVED) for triple in construct(store, rule.text)])
    assert set(construct(store, rule.text)) <= expected(rule)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    folders = {folder.name for folder in (CASES / "rules").iterdir() if folder.is_dir()}
    assert folders == {rule.name for rule in RULES}


def test_names_and_super_classes_come_first_since_other_rules_use_them() -> None:
    assert [rule.name for rule in RULES[:2]] == ["labels", "super-classes"]
