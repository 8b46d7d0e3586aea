"""Looking up whether a rule can match hides no fact: with and without it, the same is read."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg import loaders
from kg.evaluate.parse import find_gold, load_gold
from kg.extract import read
from kg.model import Release, Span
from kg.resources import resource
from kg.text import rule
from kg.text.scan import SCAN

MIXED = 60
SEED = 3
ODD = ("\u00a0", "“", "”", "’", "(", ",", "ſ", "İ", "\ue000", "–", "A", " ")


def shipped() -> Iterator[Release]:
    """The releases that ship, and those of the gold that rules are tuned on."""
    for path in sorted(resource("data", "releases").glob("*.txt")):
        yield from loaders.load(path.name, path.read_bytes())
    for part in ("train", "traps"):
        for path in find_gold([resource("data", "gold", part)]):
            yield from load_gold(path, loaders.load).releases


def mixed(releases: list[Release]) -> Iterator[Release]:
    """Releases of the same sentences in other company, with some of their signs spoilt."""
    chance = random.Random(SEED)
    sentences = [one for release in releases for span in release.body for one in span.of(release.text).split(". ")]
    for number in range(MIXED):
        words = list(". ".join(chance.sample(sentences, 12)))
        for _ in range(12):
            words[chance.randrange(len(words))] = chance.choice(ODD)
        text = "".join(words)
        one = chance.choice(releases)
        title = replace(one.title, value="", span=Span(0, 0))
        yield replace(one, slug=f"mixed-{number}", text=text, title=title, body=(Span(0, len(text)),), fields=())


def test_the_same_is_read_without_looking_up(monkeypatch: pytest.MonkeyPatch) -> None:
    releases = list(shipped())
    releases += mixed(releases)
    for release in releases:
        read(release)
    SCAN.settle()
    looked_up = [read(release).facts for release in releases]
    monkeypatch.setattr(rule, "_lacks", lambda text: None)
    for release, facts in zip(releases, looked_up, strict=True):
        assert read(release).facts == facts, release.slug
