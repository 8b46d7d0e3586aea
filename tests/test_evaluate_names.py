"""When a name in a gold file and a thing that was read are the same."""

import pytest

from kg.evaluate.names import Names, shipped
from kg.evaluate.posts import same_post
from kg.model import Thing

ALBANIA = Thing("state", "albania", "Albania", "State", True)
FRANCE = Thing("state", "france", "France", "State", True)
JAPAN = Thing("state", "japan", "Japan", "State", True)


def post(label: str, organization: Thing | None, key: str = "some-post") -> Thing:
    return Thing("post", key, label, "Post", organization=organization)


SAME_POSTS = [
    ("President of France", "President (France)", FRANCE),
    ("Prime Minister of Albania", "Prime Minister (Albania)", ALBANIA),
    ("Foreign Minister of Japan", "Minister of Foreign Affairs of Japan", JAPAN),
    ("Minister of Foreign Affairs of Japan", "Japan’s Minister for Foreign Affairs", JAPAN),
    ("Secretary of State of Japan", "Secretary of State (Japan)", JAPAN),
    ("Chancellor of Japan", "Federal Chancellor (Japan)", JAPAN),
    ("President", "President (France)", FRANCE),
    ("National Security Adviser of Japan", "National Security Advisor of Japan", JAPAN),
]
OTHER_POSTS = [
    ("President of Albania", "President (France)", FRANCE),
    ("President of France", "President", None),
    ("President of France", "Vice President (France)", FRANCE),
    ("Prime Minister of Albania", "Deputy Prime Minister (Albania)", ALBANIA),
    ("Prime Minister", "Minister", ALBANIA),
    ("Minister of Defence of Japan", "Minister of Foreign Affairs of Japan", JAPAN),
    ("Deputy Minister of Foreign Affairs of Japan", "Minister of Foreign Affairs of Japan", JAPAN),
]


@pytest.mark.parametrize(("gold", "label", "organization"), SAME_POSTS)
def test_one_post_under_two_names(gold: str, label: str, organization: Thing | None) -> None:
    assert Names(None).same((gold,), post(label, organization))


@pytest.mark.parametrize(("gold", "label", "organization"), OTHER_POSTS)
def test_two_posts(gold: str, label: str, organization: Thing | None) -> None:
    assert not Names(None).same((gold,), post(label, organization))


def test_a_body_may_be_written_under_any_of_its_names() -> None:
    titles = frozenset({"Secretary General of NATO"})
    bodies = frozenset({"NATO", "North Atlantic Treaty Organization"})
    assert same_post("Secretary General of the North Atlantic Treaty Organization", titles, bodies)
    assert not same_post("OSCE Secretary General", titles, bodies)


def test_the_reference_facts_know_other_names() -> None:
    names = shipped()
    albania = Thing("state", "albania", "Albania", "State", True)
    russia = Thing("state", "russian-federation", "Russian Federation", "State", True)
    minsk_group = Thing("format", "minsk-group", "OSCE Minsk Group", "NegotiatingFormat", True)
    minister = Thing("post", "fm-albania", "Minister for Europe and Foreign Affairs (Albania)", "Post", True, albania)
    assert names.same(("Republic of Albania",), albania)
    assert names.same(("Minsk Group",), minsk_group)
    assert names.same(("Minister for Europe and Foreign Affairs of Albania",), minister)
    assert names.same(("Foreign Minister of Albania",), minister)
    assert not names.same(("Foreign Minister of the Russian Federation",), minister)
    # A capital's name is no name of the state: a place must not pass for the state's government.
    assert not names.same(("Moscow",), russia)
    assert not names.same(("Tirana",), albania)


def test_a_mention_s_type_and_the_thing_s_class_go_together() -> None:
    names = Names(None)
    mission = Thing("mission", "smm-ukraine", "OSCE Special Monitoring Mission to Ukraine", "Mission", True)
    assert names.same_kind("Organization", mission)
    assert not names.same_kind("Place", mission)
    assert not names.same_kind("State", Thing("place", "moscow", "Moscow", "Place", True))
    assert names.same_kind("Place", Thing("place", "balkans", "Balkans", "Region", True))


def test_nobody_is_only_nobody() -> None:
    names = Names(None)
    assert names.same(None, None)
    assert not names.same(None, ALBANIA)
    assert not names.same(("Albania",), None)
    assert names.same(("*",), ALBANIA)


def test_either_apostrophe_is_the_same() -> None:
    assert shipped().same(("Ann O’Hara",), Thing("person", "someone", "Ann O'Hara", "Person"))
    assert not shipped().same(("Ann O’Hara",), Thing("person", "someone", "Ann Hara", "Person"))
