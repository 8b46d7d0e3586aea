"""Whom a readout's title names: “Readout of X's call with Y of Z”, Z being a state."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.iris import slug
from kg.reference import Reference

_HEADLINE = re.compile(
    r"^(?:Joint )?Readout (?:of|from|by) (?:NSC Spokesperson(?: [A-Z]\w+)* (?:of|on) )?"
    r"(?P<host>.+?)(?:['’](?:s\.?)?)? "
    r"(?:(?:Virtual|Video|Phone|Bilateral|Telephone) )*(?:Call|Meeting|Phone Call)s? with (?P<guest>.+)$",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:(?:Acting|Interim|Incoming|Former|Deputy|Vice|Crown|Prime|Foreign|Defense|Economy|Opposition"
    r"|National|Security)\s)*"
    r"(?:President|Minister|Chancellor|King|Queen|Amir|Emir|Sultan|Prince|Taoiseach|Leader"
    r"|Secretary of State|Advisor|Adviser)"
    r"(?:-(?:Elect|Designate))?"
)
_HONOUR = r"(?:(?:His|Her|Their)\s(?:Royal\s)?(?:Majesty|Highness)\s)?"
_PERSON = re.compile(rf"^{_HONOUR}(?P<office>{_OFFICE})\s(?P<name>\S.*)$")
_OFFICE_ONLY = re.compile(rf"^(?:the\s)?{_HONOUR}(?P<office>{_OFFICE})$")
_HOST = re.compile(rf"^(?:{_OFFICE}\s)?(?P<name>[A-Z]\S+(?:\s[A-Z]\S*)*)$")
_FORM_OF_STATE = re.compile(r"\s[Oo]f(?: the)?(?: [A-Z][\w’']+)* (?:Republic|Kingdom|State|States)$")
_SEVERAL = re.compile(r",(?! Jr)|\band\b|&")
_LATER = re.compile(r"-(?:Elect|Designate)$")
NAMELESS = frozenset({"the president", "the vice president", "white house", "the white house"})


@dataclass(frozen=True, slots=True)
class Pair:
    """The two whom a title names; `office` is the guest's in the title's words, `state` its state's key."""

    host: str
    guest: str
    office: str
    state: str


def state_names(facts: Reference) -> dict[str, str]:
    """The key of each state by each of its names, folded."""
    found: dict[str, str] = {}
    for row in (*facts.states, *facts.other_states):
        for name in (row.name, *(alias for alias in row.aliases if alias != row.capital)):
            found.setdefault(slug(name), row.id)
    return found


def parse_title(title: str, states: Mapping[str, str]) -> Pair | None:
    """The pair that a headline names, or None where it names none, several on a side, or no state.

    `states` gives a state's key for its folded name.
    """
    headline = _HEADLINE.match(" ".join(title.split()))
    if headline is None:
        return None
    host, guest = headline["host"], headline["guest"]
    named = _HOST.match(host)
    if named is None or host.lower() in NAMELESS or _SEVERAL.search(host):
        return None
    name = re.sub(r",? Jr\.?$", "", named["name"])
    for of in re.finditer(r"\s[Oo]f\s", guest):
        found = _guest(guest[: of.start()], guest[of.end() :], states)
        if found is not None:
            office, person, state = found
            return None if "Former" in office else Pair(name, person, _LATER.sub("", office), state)
    return None


def _guest(before: str, after: str, states: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Office, name and state of “President Kenyatta of Kenya” or “President of Egypt El-Sisi”."""
    if _SEVERAL.search(before):
        return None
    words = re.sub(r"^the ", "", after, flags=re.IGNORECASE)
    person = _PERSON.match(_FORM_OF_STATE.sub("", before))
    if slug(words) in states and person is not None:
        return person["office"], person["name"], states[slug(words)]
    office = _OFFICE_ONLY.match(before)
    if office is None:
        return None
    parts = words.split()
    for length in range(len(parts) - 1, 0, -1):
        state = states.get(slug(" ".join(parts[:length])))
        person_name = " ".join(parts[length:])
        if state is not None and not _SEVERAL.search(person_name):
            return office["office"], person_name, state
    return None
