"""The values of a gold file's JSON, each checked: text, names, words of a vocabulary, dates, stretches."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.evaluate.gold import Name
from kg.model import Span


class FieldError(Exception):
    """What is wrong with one field; turned into a `GoldError` where the file is known."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


def objects(record: Mapping[str, Any], name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    values = record.get(name, [])
    if not isinstance(values, list):
        raise FieldError(name, "expected a list")
    for index, value in enumerate(values):
        if not isinstance(value, dict):
            raise FieldError(f"{name}[{index}]", "expected an object")
        yield f"{name}[{index}]", value


def text_of(field: str, value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise FieldError(field, f"expected text, found {value!r}")
    return value


def name_of(field: str, value: Any) -> Name:
    """One name, or a list of names that are all right."""
    names = value if isinstance(value, list) else [value]
    if not names:
        raise FieldError(field, "expected a name, found an empty list")
    return tuple(text_of(field, one) for one in names)


def names_of(field: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise FieldError(field, "expected a list of names")
    return tuple(text_of(field, one) for one in value)


def word_of(field: str, value: Any, vocabulary: Sequence[str]) -> str:
    if value not in vocabulary:
        raise FieldError(field, f"{value!r} is none of {', '.join(vocabulary)}")
    return str(value)


def words_of(field: str, value: Any, vocabulary: Sequence[str]) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(word_of(field, one, vocabulary) for one in values)


def optional_word(field: str, value: Any, vocabulary: Sequence[str]) -> str | None:
    return None if value is None else word_of(field, value, vocabulary)


def count_of(field: str, value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or value < 0):
        raise FieldError(field, f"expected a whole number, found {value!r}")
    return value


def date_of(field: str, value: Any) -> str | None:
    if value is None:
        return None
    text = text_of(field, value)
    if [len(part) for part in text.split("-")] not in ([4], [4, 2], [4, 2, 2]) or not text.replace("-", "").isdigit():
        raise FieldError(field, f"expected a date such as 2020-02-26, 2020-02 or 2020, found {text!r}")
    return text


def stretch_of(field: str, value: Any, text: str) -> Span:
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(one, int) for one in value):
        raise FieldError(field, "expected [start, end]")
    start, end = value
    if not 0 <= start < end <= len(text):
        raise FieldError(field, f"[{start}, {end}] is no stretch of the text")
    return Span(start, end)


def known_keys(field: str, record: Mapping[str, Any], keys: str) -> None:
    for key in record:
        if key not in keys.split():
            raise FieldError(f"{field}.{key}", "not a key of the format; see data/gold/README.md")
