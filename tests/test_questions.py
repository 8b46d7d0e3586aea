"""Every question gives exactly the rows of its case, whatever graphs its facts stand in."""

import shlex
from pathlib import Path

import pytest
from cases.running import (
    CASES,
    data_files,
    expected_files,
    expected_rows,
    load,
    parameters,
    run_rules,
    select,
)

from kg import library
from kg.errors import ParameterError

PAIRS = [
    pytest.param(question, *pair, id=f"{question.name}-{pair[0].stem}")
    for question in library.questions()
    for pair in expected_files(CASES / question.name)
]


@pytest.mark.parametrize("twice", [False, True], ids=["once", "in-two-graphs"])
@pytest.mark.parametrize(("question", "params", "expected"), PAIRS)
def test_rows(question: library.Question, params: Path, expected: Path, twice: bool) -> None:
    (data,) = data_files(params.parent)
    store = load(data, twice=twice)
    run_rules(store)
    assert select(store, question.bind(parameters(question, params))) == expected_rows(expected)


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_every_question_has_a_case_with_rows(question: library.Question) -> None:
    folder = CASES / question.name
    pairs = list(expected_files(folder))
    assert len(data_files(folder)) == 1, f"tests/cases/{question.name} has no data"
    assert pairs, f"tests/cases/{question.name} has no parameters"
    assert any(len(expected_rows(expected)) > 1 for _, expected in pairs)


def test_every_case_has_a_query() -> None:
    named = {query.name for query in library.questions()} | {"rules", "checks", "__pycache__"}
    assert {folder.name for folder in CASES.iterdir() if folder.is_dir()} <= named


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_the_example_is_a_command_that_the_question_takes(question: library.Question) -> None:
    words = shlex.split(question.example)
    assert words[:3] == ["kg", "ask", question.name]
    given = words[3::2]
    assert len(given) == len(words[4::2])
    assert all(option.startswith("--") for option in given)
    taken = {question.parameter(option).name for option in given}
    assert {parameter.name for parameter in question.parameters if parameter.required} <= taken
    for option, value in zip(given, words[4::2], strict=True):
        parameter = question.parameter(option)
        if parameter.type != "iri":
            parameter.literal(value)


@pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.name)
def test_a_required_parameter_that_is_left_out_is_refused(question: library.Question) -> None:
    if any(parameter.required for parameter in question.parameters):
        with pytest.raises(ParameterError, match="needs --"):
            question.bind({})
