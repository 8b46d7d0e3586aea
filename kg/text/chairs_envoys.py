"""Envoys of the OSCE's Chair and of others, who stand before them: “the Chairperson-in-Office's Special Representative”."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.text.behind_titles import OF_CHAIR, OF_THE_CHAIR
from kg.text.office import Office
from kg.text.shape import Item

_TERM = r"(?:new |newly appointed |recently appointed |former |then |outgoing )?"
_WHOSE = re.compile(rf"(?:['’]s?)? {_TERM}")
_REPRESENTATIVE = re.compile(r"(?:Special |Personal )?Representative\b")
# “The OSCE Chairmanship's Special Representative”: the Chair's, whatever the word for it.
_CHAIRS = re.compile(rf"\b(?:(?:OSCE|[A-Z]\w+(?:an|ish|ese|ss|ch)) ){{0,2}}Chair(?:manship|personship)?['’]s {_TERM}$")
# Those besides the Chair who send envoys of their own, by their posts.
_SENDING = {"un-secretary-general": "of the United Nations Secretary-General"}


def of_the_chair(offices: Sequence[Item], text: str) -> list[Item]:
    """The offices of a paragraph in order, each representative's joined with the Chair's right before it."""
    joined: list[Item] = []
    for item in offices:
        last = joined[-1] if joined else None
        if last is not None and _is_chair(last) and _WHOSE.fullmatch(text, last.end, item.start):
            office = item.payload
            if isinstance(office, Office) and not office.plural and _is_representative(office):
                joined[-1] = item._replace(start=last.start, payload=_of_chair(office))
                continue
        if last is not None and (sender := _sender(last)) is not None and _WHOSE.fullmatch(text, last.end, item.start):
            office = item.payload
            if isinstance(office, Office) and not office.plural and office.family in _SENT:
                whose = "".join(f" for {one.label}" for one in office.organizations)
                sent = replace(office, organizations=(), portfolio=f"{sender} {office.portfolio}".strip() + whose)
                joined[-1] = item._replace(start=last.start, payload=sent)
                continue
        joined.append(_with_chair(item, text))
    return joined


def _with_chair(item: Item, text: str) -> Item:
    """A representative's office with the words before it that say that the OSCE's Chair sent him."""
    office = item.payload
    if not isinstance(office, Office) or office.plural or not _is_representative(office):
        return item
    whose = _CHAIRS.search(text, max(0, item.start - 80), item.start)
    return item if whose is None else item._replace(start=whose.start(), payload=_of_chair(office))


_SENT = OF_CHAIR | {"adviser"}


def _sender(item: Item) -> str | None:
    """How the envoys are called of the one whose post an item names; None for a post whose holder has none."""
    office = item.payload
    return _SENDING.get(office.post.key) if isinstance(office, Office) and office.post is not None else None


def _is_chair(item: Item) -> bool:
    office = item.payload
    return isinstance(office, Office) and office.post is not None and office.post.key == "cio"


def _is_representative(office: Office) -> bool:
    return office.family in OF_CHAIR or (office.post is not None and _REPRESENTATIVE.match(office.title) is not None)


def _of_chair(office: Office) -> Office:
    if office.post is not None or OF_THE_CHAIR in office.portfolio:
        return office
    # For a state, and so of none.
    states = [one for one in office.organizations if one.kind == "state"]
    whose = "".join(f" for {one.label}" for one in states)
    organizations = tuple(one for one in office.organizations if one not in states)
    portfolio = f"{OF_THE_CHAIR} {office.portfolio}".strip() + whose
    return replace(office, organizations=organizations, portfolio=portfolio)
