"""Short names: those that a reader knows, of one thing alone, and none where there is no good one."""

import pytest

from kg.network.model import Node
from kg.page.names import ROOM, short_name, short_names


@pytest.mark.parametrize(
    ("label", "aliases", "short"),
    [
        ("North Atlantic Treaty Organization", ["NATO"], "NATO"),
        ("OSCE Mission to the Northern Border", ["OSCE MNB", "MNB", "Northern Border"], "OSCE MNB"),
        ("Office for Democratic Institutions and Human Rights", ["BDIMR", "ODIHR", "Office for Elections"], "ODIHR"),
        ("Joint Commission for Border Questions in Gali", ["JCBQ", "JCBQ Gali", "Dvani JCBQ"], "JCBQ Gali"),
        ("Permanent Conference on Questions in the Framework of Talks", ["5+2", "5+2 format", "Talks"], "5+2 format"),
        ("European Commission for Democracy through Law", ["Venice Commission"], "Venice Commission"),
        # No proper name, none short enough, none at all.
        ("Round tables of national unity in the regions", ["national round tables"], None),
        ("Working Group on Security Issues", ["Group that works on all security issues there are"], None),
        ("Ministry of Foreign Affairs", [], None),
        ("Ministry of Foreign Affairs", ["", "–", "Ministry of Foreign Affairs"], None),
    ],
)
def test_the_name_that_says_most_in_little_room(label: str, aliases: list[str], short: str | None) -> None:
    assert short_name(label, aliases) == short
    assert short_name(label, aliases[::-1]) == short
    assert short is None or len(short) <= ROOM


def test_a_name_of_two_things_is_neither_s_and_people_keep_theirs() -> None:
    nodes = [
        Node("one", "Joint Control Commission for the North", "NegotiatingFormat", ("JCC", "North JCC")),
        Node("other", "Joint Control Commission for the South", "NegotiatingFormat", ("JCC",)),
        Node("who", "Anna Maria Lund van der Berg of Riga", "Person", ("Anna Lund",)),
        Node("short", "United Nations", "Organization", ("UN",)),
    ]
    assert short_names(nodes) == {"one": "North JCC"}
