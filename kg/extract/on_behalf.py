"""For whom somebody acts in a post of a negotiating format: the organization or state that sent him, and not the format."""

import re

from kg.model import Thing
from kg.text.annotate import Lexicon

_SENDERS = (
    (re.compile(r"^European Union\b"), "organization", "european-union"),
    (
        re.compile(r"^United Nations\b|\b[Rr]epresentative of the United Nations Secretary-General\b"),
        "organization",
        "united-nations",
    ),
    (re.compile(r"\bOSCE Chairperson-in-Office\b"), "institution", "osce-chairpersonship"),
)
# “Co-Chair of the OSCE Minsk Group (France)”, “Representative of Ukraine in the Trilateral Contact Group”.
_STATE = re.compile(
    r"\((?P<of>[A-Z][^()]+)\)$|\b[Rr]epresentative of (?:the )?(?P<from>[A-Z][\w ]+?) (?:in|to|at) the\b"
)


def behalf_of(post: Thing, words: Lexicon) -> Thing | None:
    """The state or body for which the holder of a post acts; None where the post names none."""
    if post.organization is not None and post.organization.kind != "format":
        return post.organization
    for sender, kind, key in _SENDERS:
        if sender.search(post.label) is not None:
            return words.thing(kind, key) or post.organization
    named = _STATE.search(post.label) if post.organization is not None else None
    bearers = words.gazetteer.named(named["of"] or named["from"]) if named is not None else ()
    states = (one.thing for one in bearers if one.thing.kind == "state" and one.sense == "name")
    return next(states, post.organization)
